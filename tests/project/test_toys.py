"""A toy of each thing that newcomers add: it takes one file and one name in a table, and nothing else knows of it."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import BOOK, ROOT

from checker.api import load_case
from checker.cli.main import main
from checker.intake import kinds
from checker.reports import formats

TOYS = Path(__file__).parents[1] / "toys"


def load(name, path, monkeypatch):
    """Import a toy under the name of a module of the product."""
    spec = importlib.util.spec_from_file_location(name, TOYS / path)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, module)
    spec.loader.exec_module(module)


def test_a_format_is_one_module_and_its_name(monkeypatch, tmp_path):
    load("checker.reports.bare", "format/bare.py", monkeypatch)
    monkeypatch.setitem(formats.FORMATS, "bare", formats.Format("checker.reports.bare", (".bare",)))
    target = tmp_path / "report.bare"
    result = CliRunner().invoke(main, ["run", str(ROOT / "cases" / "2020.yaml"), "-o", str(target)])
    assert result.exit_code == 1, result.output
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("1 ") and "234.71%" in lines[0] and len(lines) >= 9


def test_a_dialect_is_one_module_and_its_name(monkeypatch):
    pytest.importorskip("sqlglot")
    from checker.engines.sql import dialects
    from checker.engines.sql.plan import compile_plan

    load("checker.engines.sql.dialects.trino", "dialect/trino.py", monkeypatch)
    with pytest.raises(KeyError):
        dialects.dialect("trino")
    monkeypatch.setattr(dialects, "NAMES", (*dialects.NAMES, "trino"))
    case = load_case(ROOT / "cases" / "2020.yaml", BOOK)
    rules = tuple(BOOK.rules[rule] for rule in ("overrun-above-threshold", "three-public-within-budget"))
    plan = BOOK.plan(case, {rule.id for rule in rules}.__contains__)
    text = "\n".join(statement.text for statement in compile_plan(plan, "trino").statements)
    assert "SELECT" in text and "INT128" not in text


def test_a_reader_of_documents_is_one_module_and_its_name(monkeypatch):
    load("checker.intake.readers.rtf", "importer/rtf.py", monkeypatch)
    data = b"{\\rtf1 spent 12.50 in 2020\n}"
    with pytest.raises(Exception, match="RTF"):
        kinds.read(data, "a.rtf")
    monkeypatch.setitem(kinds.READERS, "rtf", "checker.intake.readers.rtf")
    document, counted = kinds.read(data, "a.rtf")
    assert [text for _, text in document.texts()] == ["spent 12.50 in 2020"]
    assert sum((each.runs for each in counted), Counter()) == Counter({"12": 1, "50": 1, "2020": 1})
