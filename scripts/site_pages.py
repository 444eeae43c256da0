"""Builds the documentation as a site, Chinese at its root and English under en/; a link that leads nowhere stops it.

python scripts/site_pages.py [FOLDER]    # build/site unless said otherwise; needs the extra `site`

The pages are those of docs/, the README as the first page, and what the code makes: a page for every rule, the index by
article, the JSON Schemas. None of those is kept in the repository.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from checker.api import load_rules
from checker.authoring.pages import INDEX, rule_pages
from checker.cli.commands.schema import KINDS, made
from checker.rulebook.book import Rulebook

ROOT = Path(__file__).parents[1]
LANGUAGES = ("zh", "en")
README = {"zh": "README.zh-CN.md", "en": "README.md"}
WHOLE = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")
"""Pages at the root of the repository that are one for both languages, as are the decisions and the lints."""
NAV = (
    ("开始", "Start", ("index.md", "serve.md", "import.md", "case.md", "after-the-report.md", "commands.md")),
    (
        "写规则",
        "Write rules",
        (
            "first-rule.md",
            "own-words.md",
            "language.md",
            "vocabulary.md",
            "parameters.md",
            "mistakes.md",
            "editor.md",
            "lints/index.md",
        ),
    ),
    ("规则", "Rules", ("rules/index.md", "norms-not-encoded.md", "parameter-coverage.md", "mutation-survivors.md")),
    (
        "成批检查",
        "Many units",
        (
            "overview.md",
            "parties.md",
            "sample.md",
            "batches.md",
            "tables.md",
            "forms.md",
            "live.md",
            "scores.md",
            "schema/index.md",
        ),
    ),
    ("开发", "Develop", ("api.md", "architecture.md", "speed.md", "glossary.md", "decisions/index.md", *WHOLE)),
)
SLUGS = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"
"""Anchors of headings as GitHub makes them, Chinese ones too; such a value has no spelling in JSON."""
LINK = re.compile(r"(?<!`)(!?\[[^\]]*\]\()([^)#:\s]+)((?:#[^)]*)?\))")


def pages(lang: str, book: Rulebook) -> Iterator[tuple[str, str]]:
    """Yield every page of the site in one language: its path, and its Markdown with links to the paths of the site."""
    first = re.sub(r"\n\[[^]]*\]\(README[^)]*\)\n", "", (ROOT / README[lang]).read_text(encoding="utf-8"), count=1)
    yield "index.md", _linked(first, "", "index.md", lang)  # the page has a switch of its own between the languages
    for path in sorted((ROOT / "docs").glob(f"*.{lang}.md")):
        name = path.name.replace(f".{lang}.md", ".md")
        yield name, _linked(path.read_text(encoding="utf-8"), "docs/", name, lang)
    for name in (*WHOLE, "LICENSE"):
        there = name if name.endswith(".md") else f"{name}.md"
        yield there, _linked((ROOT / name).read_text(encoding="utf-8"), "", there, lang)
    for room in ("decisions", "lints"):
        found = sorted((ROOT / "docs" / room).glob("*.md"))
        for path in found:
            yield (
                f"{room}/{path.name}",
                _linked(path.read_text(encoding="utf-8"), f"docs/{room}/", f"{room}/{path.name}", lang),
            )
        title = {"decisions": ("设计决定", "Decisions"), "lints": ("规则的检查", "Lints")}[room][lang == "en"]
        yield f"{room}/index.md", f"# {title}\n\n" + "".join(f"- [{_title(path)}]({path.name})\n" for path in found)
    for name, text in rule_pages(book, lang).items():
        yield f"rules/{'index.md' if name == INDEX else name}", text.replace(f"({INDEX})", "(index.md)")
    title = "JSON Schema：编辑器和程序用" if lang == "zh" else "JSON Schemas, for editors and programs"
    yield "schema/index.md", f"# {title}\n\n" + "".join(f"- [{kind}]({kind}.schema.json)\n" for kind in KINDS)


def _title(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("# ")


def _linked(text: str, here: str, page: str, lang: str) -> str:
    """Return *text*, a page that stood in the folder *here*, with links that lead to where the pages stand in the site."""
    up = "../" * page.count("/")

    def moved(found: re.Match[str]) -> str:
        parts: list[str] = []
        for part in (here + found[2]).split("/"):
            if part == "..":
                parts.pop()
            elif part not in ("", "."):
                parts.append(part)
        target = "/".join(parts)
        other = re.search(r"\.(zh|en)\.md$", target)
        anchor = ")" if other and other[1] != lang else found[3]  # headings of the other language have other anchors
        return found[1] + up + _place(target) + anchor

    return LINK.sub(moved, text)


def _place(target: str) -> str:
    """Return where a file of the repository stands in the site."""
    if target in ("docs/decisions", "docs/lints", "rules"):
        return f"{target.removeprefix('docs/')}/index.md"
    if target == "LICENSE":
        return "LICENSE.md"
    return re.sub(r"\.(zh|en)\.md$", ".md", target.removeprefix("docs/"))


def staged(folder: Path, lang: str, book: Rulebook) -> None:
    """Write the pages of one language, the pictures and the schemas into *folder*."""
    for name, text in pages(lang, book):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "images", folder / "images")
    for kind in KINDS:
        text = json.dumps(made(kind), ensure_ascii=False, indent=1) + "\n"
        (folder / "schema" / f"{kind}.schema.json").write_text(text, encoding="utf-8")


def settings(lang: str, docs: Path, out: Path) -> dict[str, object]:
    """Return the settings of mkdocs for one language; no font, script or picture is fetched from elsewhere."""
    zh = lang == "zh"
    here, other = ("./", "en/") if zh else ("../", "./")
    return {
        "site_name": "预算支出合规检查" if zh else "Expenditure checker",
        "docs_dir": str(docs),
        "site_dir": str(out if zh else out / "en"),
        "use_directory_urls": False,  # pages open from a folder, without a server
        "theme": {
            "name": "material",
            "language": lang,
            "font": False,
            "features": ["navigation.tabs", "navigation.top", "content.code.copy"],
        },
        "plugins": ["offline", "search"],
        "markdown_extensions": [
            "tables",
            "admonition",
            "pymdownx.superfences",
            {"toc": {"permalink": True, "slugify": "SLUGS"}},
        ],
        "extra": {
            "alternate": [
                {"name": "中文", "link": f"{here}index.html", "lang": "zh"},
                {"name": "English", "link": f"{other}index.html", "lang": "en"},
            ],
            "generator": False,
        },
        "nav": [{(named if zh else english): list(listed)} for named, english, listed in NAV],
        "validation": {
            "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
            "links": {"not_found": "warn", "absolute_links": "warn", "unrecognized_links": "warn", "anchors": "warn"},
        },
    }


def build(out: Path) -> int:
    """Build the site in both languages into *out*; return 0, or the code of what failed."""
    work = out.parent / f"{out.name}-pages"
    for folder in (work, out):
        shutil.rmtree(folder, ignore_errors=True)
    book = load_rules(examples=True)
    for lang in LANGUAGES:
        staged(work / lang, lang, book)
        file = work / f"{lang}.yml"
        told = json.dumps(settings(lang, work / lang, out), ensure_ascii=False).replace('"SLUGS"', SLUGS)
        file.write_text(told, encoding="utf-8")
        code = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(file)]).returncode
        if code:
            return code
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(build((ROOT / (sys.argv[1] if len(sys.argv) > 1 else "build/site")).resolve()))
