"""Days and years of tables held against the fiscal year of their unit, as `cases.days` holds those of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import Problem, Text
from checker.cases.days import BEHIND, FIRST, LATE, SPENT, slip
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.tables.places_of_rows import fault
from checker.tables.said import place_of
from checker.tables.warehouse import name

Files = Mapping[str, str | Path] | None


def day_tests(entity: Entity, vocabulary: Vocabulary) -> Iterator[tuple[Field, str, str, str]]:
    """Yield each field that holds a day or year, when it is a slip, when it is told, and what is to be joined for that.

    `c` stands for the row and `u` for its unit.
    """
    if "fiscal_year" not in vocabulary.root.fields:
        return
    joined = f"JOIN {name('all_' + vocabulary.root.id)} u ON u._case = c._case"
    for field in vocabulary.dated(entity.id):
        own = f"EXTRACT(YEAR FROM c.{name(field.id)})" if field.type == "date" else f"c.{name(field.id)}"
        wrong = f"({own} < {FIRST} OR {own} > u.fiscal_year + {BEHIND})"
        other = f"{own} <> u.fiscal_year" if (entity.id, field.id) in SPENT else f"{own} > u.fiscal_year + {LATE}"
        yield field, wrong, f"({other} AND NOT {wrong})", joined


def settle_days(
    connection: Any, entity: Entity, vocabulary: Vocabulary, files: Files
) -> tuple[list[Problem], list[Text]]:
    """Return the slips of a table, and what to tell of its days in another year."""
    tests = list(day_tests(entity, vocabulary))
    if not tests:
        return [], []
    asked = ", ".join(f"COUNT(CASE WHEN {each} THEN 1 END)" for _, wrong, told, _ in tests for each in (wrong, told))
    counts = iter(connection.execute(f"SELECT {asked} FROM {name('all_' + entity.id)} c {tests[0][3]}").fetchone())
    problems: list[Problem | None] = []
    notes = []
    for field, wrong, _, joined in tests:
        slips, told = next(counts), next(counts)
        if slips:
            problems.append(_slip(connection, entity, field, wrong, joined, vocabulary, files))
        if told:
            where = place_of(entity, files).file
            zh = f"{where}：{told} 个{field.zh}在别的年份，不在案例的年度"
            notes.append(Text(zh, f"{where}: {told} with a {field.name('en')} in another year than that of the case"))
    return [problem for problem in problems if problem is not None], notes


def _slip(
    connection: Any, entity: Entity, field: Field, wrong: str, joined: str, vocabulary: Vocabulary, files: Files
) -> Problem | None:
    unit = name("all_" + vocabulary.root.id)
    first, last = connection.execute(f"SELECT MIN(fiscal_year), MAX(fiscal_year) FROM {unit}").fetchone()
    told, hint = slip(first, last)
    return fault(connection, entity, files, "bad-value", (field.id,), told, wrong, hint, joined)
