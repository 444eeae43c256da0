"""The documentation is executed: README commands, language examples; generated pages are as the code makes them."""

from __future__ import annotations

import json
import os
import re
import shlex
import stat
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, LEXICON, ROOT, evaluate, scope, typed

from checker.api import check, load_rules
from checker.authoring.case_schema import case_schema
from checker.authoring.coverage_map import MAPPED, draw
from checker.authoring.reference import example_value, vocabulary_page, words_page
from checker.authoring.rule_schema import tables_schema
from checker.authoring.threshold_coverage import coverage, years_of
from checker.authoring.threshold_coverage import page as page_of_coverage
from checker.cases import cells
from checker.cases.reader import read_case
from checker.cli.commands.schema import KINDS
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.language.parser import parse
from checker.language.reference import SAMPLE, SECTIONS
from checker.language.types import check as check_types
from checker.language.words import FUNCTIONS, KEYWORDS, OPERATORS
from checker.mapping.shapes import TABLE_KEYS, TOP_KEYS

sys.path.insert(0, str(ROOT / "scripts"))
from architecture import redrawn
from printed import BLOCK, page
from site_pages import NAV, pages

WORDS = {"true": True, "false": False, "unknown": None, "是": True, "否": False, "未知": None}


def blocks(path, kind):
    return re.findall(rf"```{kind}\n(.*?)```", (ROOT / path).read_text(encoding="utf-8"), re.DOTALL)


def readme_commands():
    for path in ("README.md", "README.zh-CN.md", "docs/commands.en.md", "docs/commands.zh.md"):
        for block in blocks(path, "console"):
            yield from (line[2:] for line in block.splitlines() if line.startswith("$ "))


@pytest.mark.parametrize("command", list(dict.fromkeys(readme_commands())))
def test_readme_commands_work(command, monkeypatch):
    monkeypatch.chdir(ROOT)
    program, *arguments = shlex.split(command)
    assert program == "checker"
    device = Path("/dev/null").stat() if "/dev/null" in arguments else None
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1, 3), result.output
    if arguments[:2] == ["rules", "lint"]:  # all lints over all rules, once for the whole suite
        assert result.output.endswith(": nothing doubtful\n") and result.exit_code == 0, result.output
    if device is None:
        assert result.output.strip()
    else:  # what is printed as a command is typed as one, by root too
        assert Path("/dev/null").stat().st_rdev == device.st_rdev and stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("path", ["README.md", "README.zh-CN.md"])
def test_the_readme_shows_what_its_commands_print(path, monkeypatch):
    """scripts/printed.py writes it anew."""
    monkeypatch.chdir(ROOT)
    text = (ROOT / path).read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) == 2 and page(text) == text


LINK = re.compile(r"!?\[[^\]]*\]\(([^)#:]+)(?:#[^)]*)?\)")


def test_every_link_of_a_page_leads_somewhere():
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in LINK.findall(path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.relative_to(ROOT)}: {target}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_drawing_of_the_rooms_is_made_from_the_code(lang):
    """scripts/architecture.py writes it anew."""
    path = ROOT / "docs" / f"architecture.{lang}.md"
    text = path.read_text(encoding="utf-8")
    assert redrawn(text) == text


@pytest.mark.parametrize("path", ["docs/language.zh.md", "docs/language.en.md"])
def test_language_examples(path):
    expressions = [line for block in blocks(path, "expr") for line in block.splitlines()]
    values = [line.split(" → ") for block in blocks(path, "value") for line in block.splitlines()]
    assert len(expressions) >= 10 and len(values) >= 5
    for line in expressions:
        assert typed(line, "budget_line", "boolean").type == "boolean"
    for text, wanted in values:
        assert evaluate(text) is WORDS[wanted], text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_python_of_the_api_page_prints_what_the_page_shows(lang, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    names = _python_of(f"docs/api.{lang}.md", capsys)
    assert names["report"].lang == lang and names["own"].cases[0].case.file in ("sample", "示例")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pandas_of_the_api_page_runs(lang, monkeypatch, capsys):
    pytest.importorskip("pandas", reason="pandas is not installed: the example of the API page was not run")
    monkeypatch.chdir(ROOT)
    names = _python_of(f"docs/api.{lang}.md", capsys, pandas=True)
    assert sum(names["money"]["amount"]) * 1_000_000 == names["report"].amount() > 0
    assert len(names["table"]) == len(names["report"].to_rows())


def _python_of(path, capsys, pandas=False):
    """Run the blocks of a page one after the other and return their names; numbers apart, they print what it shows."""
    names = {}
    found = re.findall(
        r"```(python|pandas)\n(.*?)```(?:\n\n```printed\n(.*?)```)?",
        (ROOT / path).read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert len(found) >= 5 and [kind for kind, _, _ in found].count("pandas") == 1
    for kind, code, printed in found:
        if kind == "python" or pandas:
            exec(compile(code, path, "exec"), names)
            told = capsys.readouterr().out
            numbers = [re.sub(r"[0-9a-f]{12}>|\d+", "N", text) for text in (told, printed)]
            assert numbers[0] == numbers[1] or kind == "pandas"
    return names


@pytest.mark.parametrize("path", ["docs/case.zh.md", "docs/case.en.md"])
def test_the_documented_case_is_read_and_judged(path):
    (text,) = blocks(path, "case")
    report = check([read_case(parse_text(path, text), BOOK.vocabulary)], BOOK)
    outcomes = {(c.rule.id, c.subject.id): c.outcome for c in report.checks}
    assert outcomes["stated-ratio", "rate"] == "pass"
    assert outcomes["addition-approved", "a"] == "fail"
    assert outcomes["it-project-second-review", "a"] == "undetermined"
    assert [o for (rule, _), o in outcomes.items() if rule == "adjusted-budget-shown"] == ["fail"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_documented_mapping_reads_the_documented_table(lang, tmp_path):
    """What the page shows is what the command prints; keys and headings of the page are those of the schema."""
    pytest.importorskip("duckdb")
    path = f"docs/tables.{lang}.md"
    (lines,), (mapping,), (told,) = (blocks(path, kind) for kind in ("lines", "tables", "told"))
    jsonschema.validate(yaml.safe_load(mapping), tables_schema(BOOK.vocabulary))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "支出明细.csv").write_bytes(lines.encode("gbk"))
    (folder / "tables.yaml").write_text(mapping, encoding="utf-8")
    out = tmp_path / told.split()[-1]
    result = CliRunner().invoke(main, ["pack", "--map", str(folder / "tables.yaml"), "-o", str(out), "--lang", lang])
    assert result.output.replace(str(out), out.name) == told
    page = (ROOT / path).read_text(encoding="utf-8")
    for key, zh in {**TOP_KEYS, **TABLE_KEYS}.items():
        assert (f"{zh} `{key}`" if lang == "zh" else f"{key} {zh}") in page


@pytest.fixture(scope="module")
def of_cases():
    """The published schema of cases, which itself is held against its own schema once."""
    schema = case_schema(BOOK.vocabulary)
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


@pytest.mark.parametrize("path", ["cases/2020.yaml", "cases/clean.yaml", "cases/templates/case.yaml"])
def test_cases_follow_the_published_schema(path, of_cases):
    """What an editor checks while the officer types agrees with what the loader reads."""
    data = json.loads(json.dumps(yaml.safe_load((ROOT / path).read_text(encoding="utf-8")), default=str))
    of_cases.validate(data)
    for wrong in ({**data, "编制": 3}, {**data, "level": "区里"}, {**data, "lines": "无项目"}):
        with pytest.raises(jsonschema.ValidationError):
            of_cases.validate(wrong)


GENERATED = {
    **{
        f"docs/parameter-coverage.{lang}.md": lambda lang=lang: page_of_coverage(BOOK, years_of("", BOOK), lang)
        for lang in ("zh", "en")
    },
    **{
        f"docs/images/parameter-coverage.{lang}.svg": lambda lang=lang: draw(
            coverage(BOOK, [BOOK.parameters[each] for each in MAPPED], years_of("", BOOK)),
            BOOK,
            years_of("", BOOK),
            lang,
        )
        for lang in ("zh", "en")
    },
    "docs/vocabulary.zh.md": lambda: vocabulary_page(BOOK.vocabulary, "zh"),
    "docs/vocabulary.en.md": lambda: vocabulary_page(BOOK.vocabulary, "en"),
}


@pytest.mark.parametrize("path", GENERATED)
def test_generated_pages_are_current(path):
    """UPDATE_GOLDEN=1 writes them anew."""
    text = GENERATED[path]()
    if os.environ.get("UPDATE_GOLDEN"):
        (ROOT / path).write_text(text, encoding="utf-8")
    assert (ROOT / path).read_text(encoding="utf-8") == text


@pytest.fixture(scope="module")
def told():
    """The built-in rules with their examples."""
    return load_rules(examples=True)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_link_of_the_site_leads_somewhere(lang, told):
    """scripts/site_pages.py builds it of these pages; every rule has one."""
    made = dict(pages(lang, told))
    there = {*made, *(f"schema/{kind}.schema.json" for kind in KINDS)}
    there |= {f"images/{path.name}" for path in (ROOT / "docs" / "images").iterdir()}
    assert {f"rules/{rule}.md" for rule in told.rules} <= there
    assert {each for _, _, listed in NAV for each in listed} <= there
    for name, text in made.items():
        for target in LINK.findall(re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)):
            place = os.path.normpath(Path(name).parent / target).replace(os.sep, "/")
            assert place in there, f"{name}: {target}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_language_page_ends_with_all_words(lang):
    path = ROOT / f"docs/language.{lang}.md"
    text = path.read_text(encoding="utf-8")
    head = text[: re.search(r"^## (全部词语|All words)\n\n", text, re.MULTILINE).end()]
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(head + words_page(lang), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == head + words_page(lang)


ENTRIES = [entry for _, entries in SECTIONS for entry in entries]


def test_every_word_of_the_language_is_explained_once():
    told = [meaning for entry in ENTRIES for meaning in entry.meanings]
    assert sorted(told) == sorted({*KEYWORDS, *OPERATORS, *FUNCTIONS})


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: " ".join(entry.meanings))
def test_the_examples_of_the_words_come_to_what_is_said(entry):
    for shown in entry.shown:
        if not shown.result:  # it asks other cases: tests/engines/test_peers.py
            about = "contract" if "other_" in shown.en else "unit"
            beyond = replace(scope(about), beyond=True)
            one, two = (check_types(parse(text, LEXICON), beyond, "boolean") for text in (shown.zh, shown.en))
            assert one == two, shown
            continue
        assert typed(shown.zh, "budget_line") == typed(shown.en, "budget_line"), shown
        found = evaluate(shown.zh, SAMPLE, "budget_line")
        wanted = {"true": True, "false": False, "unknown": None}.get(shown.result, ...)
        assert found == (evaluate(shown.result) if wanted is ... else wanted), (shown, found)
    assert {*shown_words(entry)} == {*entry.meanings}


def shown_words(entry):
    """Yield the meanings of *entry* that one of its examples uses."""
    for meaning in entry.meanings:
        words = {**KEYWORDS, **OPERATORS, **FUNCTIONS}[meaning]
        if any(word in text for shown in entry.shown for text in (shown.zh, shown.en) for word in words):
            yield meaning


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("entity", BOOK.vocabulary.entities.values(), ids=lambda entity: entity.id)
def test_what_the_vocabulary_page_gives_as_an_example_can_be_read(entity, lang):
    for field in entity.fields.values():
        if field.type not in ("figure", "text"):  # of a text a line of dots, which is refused: nobody copies it
            text = example_value(BOOK.vocabulary, field, lang).strip('"')
            assert cells.typed(field, text, BOOK.vocabulary.enumerations, None, None)[0] is not None, field.id
