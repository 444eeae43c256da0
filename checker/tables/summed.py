"""Whether a table lists, beside rows of its own, a row that is called their total or a part of another row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import Problem, Text
from checker.cases.parents import ADDED_TWICE, LEFT_OUT, NO_UNIT, NO_UNIT_LEFT_OUT, naming
from checker.cases.totals import HINTS, is_called_total, is_doubtful
from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.places_of_rows import fault
from checker.tables.schema import state_column
from checker.tables.warehouse import name, quoted

AT_ONCE = 1_000
"""Names that one statement holds."""


def summed_again(
    connection: Any, entity: Entity, vocabulary: Vocabulary, files: Mapping[str, str | Path] | None
) -> list[Problem]:
    """No list that is said to be whole has a row for which the reader of cases holds it open."""
    if entity.tree is None or not {"name", "kind"} <= entity.fields.keys():
        return []
    source, up, unit = name("all_" + entity.id), name(entity.tree[0]), name("all_" + vocabulary.root.id)
    names = [
        each
        for each in _hinting(connection, source, "name", f"{up} IS NOT NULL")
        if is_doubtful(each) and not is_called_total(each)
    ]
    problems: list[Problem | None] = []
    for start in range(0, len(names), AT_ONCE):
        listed = ", ".join(quoted(each) for each in names[start : start + AT_ONCE])
        others = f"(SELECT {up} AS up, kind FROM {source} WHERE {up} IS NOT NULL AND (name IS NULL OR name NOT IN ({listed})) GROUP BY {up}, kind)"
        below = f"(SELECT DISTINCT {up} AS up FROM {source} WHERE {up} IS NOT NULL)"
        joined = (
            f"JOIN {others} o ON o.up = c.{up} AND o.kind = c.kind JOIN {unit} u ON u._case = c._case "
            f"LEFT JOIN {below} b ON b.up = c._fact"
        )
        wrong = f"c.name IN ({listed}) AND c.kind <> 'total' AND b.up IS NULL AND u.{name(state_column(entity.id))} = 'complete'"
        told = Text(
            "像是合计行或“其中”行，和它并列的各行会算两次",
            "looks like a total, or a part of another row: the rows beside it would count twice",
        )
        hint = Text(
            "是的，删去这一行；确是明细的，改写名称，或在单位那一行把这张清单的状态写成 partial",
            "leave it out; where it is a row of its own, rename it, or give the unit's list the state partial",
        )
        problems.append(fault(connection, entity, files, "totals", ("name",), told, wrong, hint, joined))
    return [problem for problem in problems if problem is not None]


def called_totals(
    connection: Any, entity: Entity, vocabulary: Vocabulary, files: Mapping[str, str | Path] | None
) -> list[Problem]:
    """No row is called a total and nothing else beside others of its list: the reader of cases refuses it."""
    if entity is vocabulary.root:
        units = [
            each for each in _hinting(connection, name("all_" + entity.id), "name", "TRUE") if is_called_total(each)
        ]
        called_so = f"c.name IN ({', '.join(map(quoted, units))})"
        found = (
            fault(connection, entity, files, "totals", ("name",), NO_UNIT, called_so, NO_UNIT_LEFT_OUT)
            if units
            else None
        )
        return [] if found is None else [found]
    field = naming(entity)
    if field is None:
        return []
    source, called = name("all_" + entity.id), name(field)
    names = [each for each in _hinting(connection, source, field, "TRUE") if is_called_total(each)]
    up = name(entity.tree[0]) if entity.tree else ""
    group = f"_case, {up} AS up, kind" if up else "_case, _owner AS up, 0 AS kind"
    problems: list[Problem | None] = []
    for start in range(0, len(names), AT_ONCE):
        listed = ", ".join(quoted(each) for each in names[start : start + AT_ONCE])
        others = f"(SELECT DISTINCT {group} FROM {source} WHERE {called} IS NULL OR {called} NOT IN ({listed}))"
        joined = (
            f"JOIN {others} o ON o._case = c._case AND o.up IS NOT DISTINCT FROM c.{up or '_owner'} "
            f"AND o.kind IS NOT DISTINCT FROM {'c.kind' if up else '0'}"
        )
        wrong = f"c.{called} IN ({listed})"
        if up:
            joined += (
                f" LEFT JOIN (SELECT DISTINCT {up} AS up FROM {source} WHERE {up} IS NOT NULL) b ON b.up = c._fact"
            )
            wrong += " AND b.up IS NULL AND COALESCE(c.kind, '') <> 'total'"
        problems.append(fault(connection, entity, files, "totals", (field,), ADDED_TWICE, wrong, LEFT_OUT, joined))
    return [problem for problem in problems if problem is not None]


def _hinting(connection: Any, source: str, field: str, where: str) -> list[str]:
    """Return the names that hold a sign of a total or a part, in order: a cheap look at many."""
    column = name(field)
    like = " OR ".join(f"LOWER({column}) LIKE '%{sign}%'" for sign in HINTS)
    wide = " OR ".join(f"{column} LIKE '%{letter}%'" for letter in "ＴｔＳｓ")
    asked = f"SELECT DISTINCT {column} FROM {source} WHERE {where} AND ({like} OR {wide})"
    return sorted(each for (each,) in connection.execute(asked).fetchall())
