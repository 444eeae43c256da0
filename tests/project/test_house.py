"""House rules that a test can hold: names match files, rules speak both languages, no path of a machine is named."""

from __future__ import annotations

import ast
import importlib.util
import re

import yaml
from conftest import BOOK, BY_NIGHT, ROOT, SLOW


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
    there = {path.stem for path in (ROOT / "tests").glob("*/test_*.py")}
    assert there >= set(SLOW) and len(SLOW) == len(set(SLOW))


def test_the_rooms_of_the_tests_are_those_of_the_checker():
    """What is asked of the whole stands apart: judgement, the project itself, and the modules that stand in no room (run)."""
    rooms = {path.parent.name for path in (ROOT / "checker").glob("*/__init__.py")}
    tested = {path.parent.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert tested == rooms | {"judgement", "project", "run"}
    names = [
        path.name
        for path in (ROOT / "tests").rglob("*.py")
        if path.parent.name not in ("toys", "schemas") and "toys" not in path.parts
    ]
    assert len(names) == len(set(names)), "test files of two rooms cannot have one name: they are imported by it"


def test_the_files_of_the_project_itself_are_yaml():
    for path in [*(ROOT / ".github").rglob("*.yml"), ROOT / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml"]:
        assert yaml.safe_load(path.read_text(encoding="utf-8")), path


def test_one_formatter_setting():
    """Only a table of many alike rows keeps a layout of its own; no line escapes the formatter."""
    escaped, tables = "fmt: " + "skip", "fmt: " + "off"
    files = [p for folder in ("checker", "tests", "benchmarks", "scripts") for p in (ROOT / folder).rglob("*.py")]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    assert not [path for path, text in texts.items() if escaped in text]
    assert {path for path, text in texts.items() if tables in text} == {
        "checker/language/documented.py",
        "checker/language/operators.py",
        "tests/intake/test_intake_prose.py",
        "tests/intake/test_intake_strangers.py",
        "tests/intake/test_intake_templates.py",
    }


def test_the_night_runs_what_the_day_leaves_to_it():
    """It left out all that needs a database, and so the rules on DuckDB and PostgreSQL that no day asks; Spark has a line of its own."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nnightly:")[1].split("\n\n")[0]
    runs = [line for line in recipe.splitlines() if "CHECKER_NIGHTLY=1" in line]
    (rest,) = (line for line in runs if "not " in line)
    assert rest.count(" -m ") == 2 and '-m "not spark"' in rest  # of python, and of pytest
    alone = re.findall(r"--ignore (\S+)", rest)
    assert alone and all(any(path in line for line in runs if line is not rest) for path in alone)
    assert any("-m spark" in line for line in runs)
    known = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    named = {name for line in BY_NIGHT if ":" in line for name in re.split(r",\s*", line.partition(":")[0])}
    assert named and named <= known


def test_what_tests_and_scripts_import_of_the_checker_is_there():
    """An import inside a function fails only where it runs, some of them only at night: every one is looked up here."""
    missing = []
    for folder in ("tests", "benchmarks", "scripts"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.ImportFrom)
                    and not node.level
                    and (node.module or "").split(".")[0] == "checker"
                ):
                    missing += [f"{path}:{node.lineno}: {name}" for name in _not_there(node)]
    assert not missing, "\n".join(missing)


def _not_there(node: ast.ImportFrom) -> list[str]:
    """The names of *node* that its module neither has nor holds as a module; one that needs an extra not installed is skipped."""
    try:
        module = importlib.import_module(node.module or "")
    except ModuleNotFoundError as error:
        return [] if (error.name or "").split(".")[0] != "checker" else [str(error)]
    names = [alias.name for alias in node.names if alias.name != "*" and not hasattr(module, alias.name)]
    return [f"{node.module}.{name}" for name in names if importlib.util.find_spec(f"{node.module}.{name}") is None]
