"""The checks of tables: the one quick test of a figure never hides what the tests that name faults would find."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("duckdb")

import duckdb
from conftest import BOOK

from checker.tables import checks
from checker.tables.checks import _values
from checker.tables.keys import ascends as ascending
from checker.tables.row_tests import plain_figures, plainly
from checker.tables.schema import LIMITS, table
from checker.tables.warehouse import name

LINE = BOOK.vocabulary.entities["budget_line"]


def grid(kind):
    """Return figures right and wrong: value, step, unit, decimals."""
    limit = LIMITS[kind]
    tens = sorted({0, 1, 7, -100, 10_000, 12_345, -120_000, limit, limit + 1, -limit - 1, *(10**n for n in range(11))})
    units = (None, "元", "万元", "亿元", "美元") if kind == "money" else (None, "%")
    return itertools.product(
        (None, *tens), (None, -1, 0, 1, 100, 10_000, 10**6, 10**8), units, (None, -1, 0, 1, 2, 4, 11)
    )


@pytest.mark.parametrize("negative", [True, False])
@pytest.mark.parametrize("kind", ["money", "percent", "number"])
def test_a_plain_figure_fails_no_test(kind, negative):
    entity, field = next(
        (e, f)
        for e in BOOK.vocabulary.entities.values()
        for f in e.fields.values()
        if f.type == kind and f.negative is negative
    )
    with duckdb.connect() as connection:
        columns = ", ".join(f"{name(c.name)} {c.type}" for c in table(entity, BOOK.vocabulary))
        connection.execute(f"CREATE TABLE t ({columns})")
        listed = ", ".join(name(f"{field.id}{end}") for end in ("", "__step", "__unit", "__decimals"))
        rows = ", ".join(f"({', '.join('NULL' if v is None else repr(v) for v in row)})" for row in grid(kind))
        connection.execute(f"INSERT INTO t ({listed}) VALUES {rows}")
        tests = " OR ".join(f"({test.wrong})" for test in plain_figures(entity)[field.id])
        both, plain, faults = connection.execute(
            f"SELECT COUNT(*) FILTER (p AND w IS TRUE), COUNT(*) FILTER (p), COUNT(*) FILTER (w) FROM (SELECT ({plainly(field)}) IS TRUE AS p, {tests} AS w FROM t)"
        ).fetchone()
    assert both == 0 and plain > 3 and faults > 100


@pytest.mark.parametrize(
    ("numbers", "ascends"),
    [
        ("(0), (1), (5)", True),
        ("(5)", True),
        ("(0), (0)", False),
        ("(1), (0)", False),
        ("(NULL), (1)", False),
        ("(0), (NULL), (1)", False),
        ("(0), (1), (NULL)", False),
    ],
)
def test_numbers_that_ascend(numbers, ascends):
    with duckdb.connect() as connection:
        connection.execute(
            f"CREATE TABLE all_budget_line AS SELECT _fact, 0 AS _case, 'p' AS _id FROM (VALUES {numbers}) t (_fact)"
        )
        assert ascending(connection, LINE, "_fact")[0] is ascends


@pytest.mark.parametrize(
    ("rows", "ascends"),
    [
        ("(0, 'p1'), (0, 'p2'), (1, 'p1')", True),
        ("(0, 'p9'), (0, 'p10')", True),
        ("(0, '项目一'), (0, '项目二')", True),
        ("(0, 'p10'), (0, 'p9')", False),
        ("(0, 'p1'), (0, 'p1')", False),
        ("(0, 'p1'), (1, 'p2'), (0, 'p1')", False),
        ("(1, 'p1'), (0, 'p2')", False),
        ("(0, NULL)", False),
        ("(0, 'p1'), (1, NULL)", False),
        ("(0, 'p1'), (NULL, 'p2'), (0, 'p1')", False),
    ],
)
def test_ids_that_ascend_within_their_case(rows, ascends):
    with duckdb.connect() as connection:
        connection.execute(
            f"CREATE TABLE all_budget_line AS SELECT row_number() OVER () AS _fact, * FROM (VALUES {rows}) t (_case, _id)"
        )
        assert ascending(connection, LINE, "_fact")[1] is ascends


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["a", "b", "aa", "ab", "\U00020000", "\uffff", "é", ""])),
        max_size=8,
    )
)
def test_ids_that_ascend_are_never_there_twice(rows):
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE all_budget_line (_fact INTEGER, _case INTEGER, _id VARCHAR)")
        connection.executemany(
            "INSERT INTO all_budget_line VALUES (?, ?, ?)", [(n, *row) for n, row in enumerate(rows)] or [(0, 0, "x")]
        )
        if ascending(connection, LINE, "_fact")[1]:
            assert len(set(rows)) == len(rows)


def test_each_fault_of_a_figure_is_said_with_its_rows():
    with duckdb.connect() as connection:
        columns = table(LINE, BOOK.vocabulary)
        connection.execute(f"CREATE TABLE all_budget_line ({', '.join(f'{name(c.name)} {c.type}' for c in columns)})")
        connection.execute(
            "INSERT INTO all_budget_line (_id, actual, actual__step, actual__unit, actual__decimals, name) VALUES "
            "('right', 120000, 10000, '万元', 2, 'x'), ('finer', 120001, 10000, '万元', 2, 'x'), ('abroad', 100, 1, '美元', 2, 'x'), "
            "('none', NULL, NULL, NULL, NULL, NULL), ('blank', NULL, NULL, NULL, NULL, '　 '), ('finer too', 7, 100, '元', 0, 'x')"
        )
        connection.execute(
            "CREATE VIEW rows_budget_line AS SELECT *, row_number() OVER () + 1 AS _row FROM all_budget_line"
        )
        every = sorted(problem.message.en for problem in _values(connection, LINE, BOOK.vocabulary, None))
    told = [each for each in every if not each.startswith("'kind' is empty, 6 rows")]
    assert len(every) == len(told) + 1
    assert told == [
        "'actual' is finer than its last digit, 2 rows: row 3 (finer) '120001'; row 7 (finer too) '7'",
        "'actual' is in a unit that is not one of 分, 角, 元, 百元, 千元, 万元, 百万元, 千万元, 亿元, 1 row: row 4 (abroad) '100'",
        "'name' says what is no content, such as / or 不详: leave it empty; name what the report says is none in _none, and what it leaves blank in left_blank, left_blank_count and _not_disclosed, 1 row: row 6 (blank) '\\u3000 '",
    ]


FAULTS = ("甲\u202e", "不详", "complete\u200b")


def test_a_long_table_is_told_what_a_short_one_is(monkeypatch):
    columns = table(LINE, BOOK.vocabulary)
    texts = ("_id", "_none", "name", "kind", "actual__unit", "sub_line__state")
    found = []
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE all_budget_line ({', '.join(f'{name(c.name)} {c.type}' for c in columns)})")
        connection.execute(
            "CREATE VIEW rows_budget_line AS SELECT *, row_number() OVER () + 1 AS _row FROM all_budget_line"
        )
        for fault in FAULTS:
            connection.execute("DELETE FROM all_budget_line")
            listed = ", ".join(map(name, ("_case", *texts)))
            connection.execute(
                f"INSERT INTO all_budget_line ({listed}) VALUES (1{', ?' * len(texts)})", [fault] * len(texts)
            )
            told = []
            for few in (0, 100_000):
                monkeypatch.setattr(checks, "FEW", few)
                told.append([each.message.en for each in _values(connection, LINE, BOOK.vocabulary, None)])
            assert told[0] == told[1], fault
            found.append(sum("invisible character" in each for each in told[0]))
    assert found == [len(texts), 0, len(texts)]
