"""A batch cut into slices: which cases are judged together, under which plan; the unit of memory and of resuming."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from checker.engines.warehouse import name
from checker.errors import InputError, Place, Problem, Text
from checker.rulebook.book import Plan, Rulebook

FACT_BYTES = 2_500
"""Memory that judging one fact takes at most, in bytes, all statements of a slice counted (an estimate)."""
MOST_FACTS = 2_000_000


class Slice(NamedTuple):
    """Cases of one plan, in order."""

    number: int
    plan: Plan
    cases: tuple[int, ...]


def cut(
    connection: Any, book: Rulebook, selected: Callable[[str], bool], memory: int, whole: bool = False
) -> list[Slice]:
    """Cut all cases of the attached tables into slices, plans in the order of their first case; *whole*: a slice a plan.

    Raises InputError where a unit does not say its year, place, level and kind, or is there twice.
    """
    root = book.vocabulary.root
    needed = ["fiscal_year", "jurisdiction", "budget_level", "unit_kind"]
    listed = ", ".join(map(name, needed))
    rows = connection.execute(f"SELECT _case, _id, {listed} FROM {name('all_' + root.id)} ORDER BY _case").fetchall()
    problems: list[Problem] = []
    seen: dict[Any, int] = {}
    plans: dict[Any, tuple[Plan, list[int]]] = {}
    by_signature: dict[Any, tuple[Plan, list[int]]] = {}
    numbers: set[int] = set()
    for line, (number, ident, *values) in enumerate(rows, 1):
        absent = [root.fields[f].zh for f, value in zip(needed, values, strict=True) if value is None]
        if absent or number is None:
            told = Text(f"第 {line} 行没有写{'、'.join(absent) or '_case'}", f"row {line} lacks {', '.join(needed)}")
            problems.append(Problem("required", Place(root.id), told))
            continue
        year, place, level, kind = values
        double = (ident, place, year)
        if number in numbers or double in seen:
            told = Text(f"第 {line} 行的单位重复：{ident}", f"the unit in row {line} is there twice: {ident}")
            problems.append(Problem("duplicate-unit", Place(root.id), told))
        numbers.add(number)
        seen[double] = number
        key = tuple(values)
        if key not in plans:
            plan = book.plan_for(int(year), str(place), str(level), str(kind), selected)
            plans[key] = by_signature.setdefault(plan.signature(), (plan, []))
        plans[key][1].append(number)
    if problems:
        raise InputError(problems[:20])
    facts = sum(
        connection.execute(f"SELECT COUNT(*) FROM {name('all_' + entity)}").fetchone()[0]
        for entity in book.vocabulary.entities
    )
    per_slice = min(MOST_FACTS, max(1_000, memory // FACT_BYTES))
    size = max(1, per_slice * max(1, len(rows)) // max(1, facts))
    found: list[Slice] = []
    if whole:
        size = max(1, len(rows))
    for plan, cases in by_signature.values():
        for start in range(0, len(cases), size):
            found.append(Slice(len(found), plan, tuple(cases[start : start + size])))
    return found
