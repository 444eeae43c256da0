"""The house rules that can be held by a test: imports point one way, modules fit a sitting, names match files."""

from __future__ import annotations

import ast

import pytest
from conftest import BOOK, ROOT, SLOW

LAYERS = [
    {"errors", "text", "archive", "files", "outputs", "places"},
    {"values"},
    {"typography"},
    {"casefile.source", "casefile.yamltext", "casefile.jsontext", "casefile.unfilled"},
    {"vocabulary"},
    {"case"},
    {"casefile.links", "casefile.reader", "casefile"},
    {"language"},
    {"tables"},
    {"rulebook"},
    {"outcomes"},
    {"addresses"},
    {"waivers"},
    {"engines"},
    {"mapping"},
    {"shown"},
    {"explain"},
    {"standings"},
    {"accounts"},
    {"stakes"},
    {"report"},
    {"followup"},
    {"schema", "authoring_schema", "template"},
    {"reports"},
    {"check", "live"},
    {"scores", "evidence"},
    {"config", "console", "misuse"},
    {"workbench"},
    {"commands"},
    {"cli", "__main__"},
]
MODULES = sorted((ROOT / "checker").rglob("*.py"))


def layer(name: str) -> int:
    for number, members in enumerate(LAYERS):
        if name in members or (name.split(".")[0] in members and not any(name in other for other in LAYERS)):
            return number
    raise AssertionError(f"{name} has no place in the layers")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("checker."):
            yield node.module.removeprefix("checker.")


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(ROOT)) for p in MODULES])
def test_imports_point_one_way(path):
    own = str(path.relative_to(ROOT / "checker").with_suffix("")).replace("/", ".").removesuffix(".__init__")
    if own == "__init__":
        return
    for other in imports(path):
        assert layer(other) <= layer(own), f"{own} imports {other}"


def test_rule_files_are_named_after_their_rules():
    for rule in BOOK.rules.values():
        assert rule.file.endswith(f"/{rule.id}.yaml")


def test_every_rule_speaks_both_languages():
    for rule in BOOK.rules.values():
        assert rule.title.zh and rule.title.en and rule.basis
        assert rule.indicator or (set(rule.message) == {"zh", "en"} and rule.remedy.zh and rule.remedy.en)


def test_nothing_of_this_machine_is_named():
    hidden = ["." + "library", "farm" + "-", "/wo" + "rk/"]
    for path in ROOT.rglob("*"):
        skip = any(part.startswith(".") or part in ("__pycache__",) for part in path.relative_to(ROOT).parts[:-1])
        if path.is_file() and not skip and path.suffix in (".py", ".md", ".yaml", ".toml", ".sh", ".txt"):
            text = path.read_text(encoding="utf-8")
            assert not any(word in text for word in hidden), path


def test_files_that_are_named_for_their_length_are_there():
    there = {path.stem for path in (ROOT / "tests").glob("test_*.py")}
    assert there >= set(SLOW) and len(SLOW) == len(set(SLOW))
