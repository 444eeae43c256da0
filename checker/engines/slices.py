"""A batch cut into slices: which cases are judged together, under which plan; the unit of memory and of resuming."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from checker.engines.warehouse import name
from checker.errors import InputError, Place, Problem, Text
from checker.rulebook.book import Plan, Rulebook
from checker.vocabulary import Entity

FACT_BYTES = 2_000
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
    source, listed = name("all_" + root.id), ", ".join(map(name, needed))
    problems = _unplaced(connection, source, root, needed)
    if problems:
        raise InputError(problems)
    by_signature: dict[Any, tuple[Plan, list[int]]] = {}
    units = 0
    grouped = f"SELECT {listed}, array_agg(_case) FROM {source} GROUP BY {listed} ORDER BY MIN(_case)"
    for year, place, level, kind, numbers in connection.execute(grouped).fetchall():
        plan = book.plan_for(int(year), str(place), str(level), str(kind), selected)
        by_signature.setdefault(plan.signature(), (plan, []))[1].extend(numbers)
        units += len(numbers)
    facts = sum(
        connection.execute(f"SELECT COUNT(*) FROM {name('all_' + entity)}").fetchone()[0]
        for entity in book.vocabulary.entities
    )
    per_slice = min(MOST_FACTS, max(1_000, memory // FACT_BYTES))
    size = max(1, units if whole else per_slice * units // max(1, facts))
    found: list[Slice] = []
    for plan, cases in by_signature.values():
        cases.sort()
        for start in range(0, len(cases), size):
            found.append(Slice(len(found), plan, tuple(cases[start : start + size])))
    return found


def _unplaced(connection: Any, source: str, root: Entity, needed: list[str]) -> list[Problem]:
    """Return the units that no plan can be found for, or that are there twice; the first of each."""
    problems: list[Problem] = []
    unknown = " OR ".join(f"{name(field)} IS NULL" for field in ("_case", *needed))
    listed = ", ".join(map(name, needed))
    for ident, number, *values in connection.execute(
        f"SELECT _id, _case, {listed} FROM {source} WHERE {unknown} ORDER BY _case, _id LIMIT 10"
    ).fetchall():
        absent = [field for field, value in zip(needed, values, strict=True) if value is None]
        zh, en = "、".join(root.fields[field].zh for field in absent), ", ".join(absent)
        told = Text(
            f"单位“{ident or number}”没有写{zh or '_case'}", f"the unit {ident or number!r} lacks {en or '_case'}"
        )
        problems.append(Problem("required", Place(root.id), told))
    for keys in (["_case"], ["_id", "jurisdiction", "fiscal_year"]):
        for ident, many in connection.execute(
            f"SELECT MIN(_id), COUNT(*) FROM {source} GROUP BY {', '.join(map(name, keys))} HAVING COUNT(*) > 1 ORDER BY 1 LIMIT 10"
        ).fetchall():
            told = Text(f"单位“{ident}”重复，有 {many} 行", f"the unit {ident!r} is there twice, in {many} rows")
            problems.append(Problem("duplicate-unit", Place(root.id), told))
    return problems
