"""The table of operators: every record says everything, and an operator is added by a record and a leaf."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from decimal import localcontext
from pathlib import Path

import pytest
from conftest import BOOK, ROOT, case_of, typed

from checker.base.values import EXACT
from checker.language.calling import TAKEN
from checker.language.certain import _Reader
from checker.language.closures import Compiler
from checker.language.columns import Function, No, Operator
from checker.language.operators import COMPARISONS, FUNCTIONS, OPERATORS
from checker.language.reference import ORDER, SECTIONS, TITLES
from checker.language.trace import Tracer

RECORDS = [*OPERATORS.values(), *FUNCTIONS.values()]
TOY = Path(__file__).parents[1] / "toys" / "operator"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_column_is_filled_or_says_why_not(record):
    assert isinstance(record, (Operator, Function))
    for name, column in zip(record._fields, record, strict=True):
        assert column is not None, name
        if isinstance(column, No):
            assert len(column.why) > 10, name
        elif name in ("words", "printed"):
            assert all(column) and any(not word.isascii() for word in record.words) | (record.id in "≈"), name
    assert record.words[0] == record.id
    assert record.doc.section in TITLES and record.doc.text.zh and record.doc.text.en and record.doc.shown
    if isinstance(record, Function) and not isinstance(record.takes, No):
        assert set(record.takes) <= set(TAKEN)


def test_no_spelling_means_two_things():
    for table in (OPERATORS, FUNCTIONS):
        words = [word for record in table.values() for word in record.words]
        assert len(words) == len(set(words))


def test_records_name_each_other():
    for record in OPERATORS.values():
        for other in (record.negated, record.flipped, *record.mutants):
            assert isinstance(other, No) or (other in OPERATORS and other != record.id) or other == record.flipped
    for record in COMPARISONS.values():
        assert COMPARISONS[record.negated].negated == record.id and COMPARISONS[record.flipped].flipped == record.id
        for one, two in ((1, 2), (2, 1), (1, 1)):
            truth = record.value(one, two)
            assert COMPARISONS[record.negated].value(one, two) is not truth
            assert COMPARISONS[record.flipped].value(two, one) is truth
            assert record.ends((2 * one, 2 * one), (2 * two, 2 * two)) is truth
    for record in FUNCTIONS.values():
        assert all(other in FUNCTIONS and FUNCTIONS[other].facts for other in record.mutants)


def test_every_record_has_the_leaf_it_names_and_every_leaf_a_record():
    pytest.importorskip("sqlglot")
    from checker.engines.sql.leaves import LEAVES

    named = {record.sql for record in RECORDS if not isinstance(record.sql, No)}
    assert named == set(LEAVES)
    for name, leaf in LEAVES.items():
        assert any(form is not None for form in leaf), name
    for record in RECORDS:  # what has an interval in the language has one in SQL
        if not isinstance(record.sql, No) and not isinstance(record.ends, No) and record.id not in (*COMPARISONS, "≈"):
            assert LEAVES[record.sql].ends is not None, record.id


def test_the_page_explains_every_record_once():
    told = [meaning for _, entries in SECTIONS for entry in entries for meaning in entry.meanings]
    assert sorted(told) == sorted({*told}) and {record.id for record in RECORDS} <= set(told)
    assert set(ORDER) <= set(told)


def test_nobody_else_lists_operators():
    """A list of three operators or functions anywhere else would have to be kept in step with the table."""
    words = {record.id for record in RECORDS} - {
        "date",
        "year",
        "string",
        "count",
        "sum",
        "min",
        "max",
        "known",
        "-",
        "*",
        "+",
        "/",
    }
    allowed = {
        "language/operators.py",
        "language/reference.py",
        "engines/sql/leaves.py",
        "engines/sql/build.py",
        "engines/durable/patterns.py",
        "engines/sql/intervals.py",
        "live/steady.py",
    }
    for path in sorted((ROOT / "checker").rglob("*.py")):
        name = str(path.relative_to(ROOT / "checker"))
        if name in allowed or name.startswith(("scores/", "tables/", "cases/", "records/", "mapping/")):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = (
                node.elts
                if isinstance(node, (ast.Tuple, ast.List, ast.Set))
                else node.keys
                if isinstance(node, ast.Dict)
                else ()
            )
            listed = [part.value for part in parts if isinstance(part, ast.Constant) and part.value in words]
            assert len(listed) < 3, (name, node.lineno, listed)


def test_an_operator_and_a_function_are_added_by_a_record_and_a_leaf(tmp_path):
    pytest.importorskip("duckdb")
    pytest.importorskip("sqlglot")
    assert {path.name for path in TOY.glob("*.py")} == {
        "record.py",
        "sql_leaf.py",
        "story.py",
    }  # the story only uses it
    environment = {**os.environ, "CHECKER_CACHE": "off", "PYTHONPATH": os.pathsep.join((str(TOY), str(ROOT)))}
    done = subprocess.run(
        [sys.executable, "-B", str(TOY / "story.py"), str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout.strip()) == (0, "told"), done.stderr[-3000:]


@pytest.mark.parametrize(
    "text",
    ["余数(年初预算, 1万元)", "余数(年初预算, 7元)", "绝对值(年初预算 - 5.0001万元)", "最大(0元, 余数(年初预算, 3元))"],
)
def test_what_is_exact_keeps_the_interval_of_what_is_added_to_it(text):
    """Closure and trace must agree on where a rounded digit decides, also beside a figure that has no interval of its own."""
    tree = _Reader(BOOK.definitions, BOOK.vocabulary).truth(typed(f"实际支出 + {text} > 1.0002万元", "budget_line"), 1)
    case = case_of("lines: [{id: a, kind: 明细项目, name: 甲, actual: 1.00万元, initial_budget: 50001.00元}]\n")
    s = (case.facts["budget_line"][0],)
    with localcontext(EXACT):
        fast = Compiler(BOOK.definitions, lambda name: lambda s: 1).compile(tree)(s)
        slow = Tracer(BOOK.definitions, lambda name, s: 1).trace(tree, s).value
    assert (fast, slow) == (None, None)
