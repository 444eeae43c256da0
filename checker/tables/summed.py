"""Whether a table lists, beside rows of its own, a row that is called their total or a part of another row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import Problem, Text
from checker.cases.totals import HINTS, is_doubtful
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
    like = " OR ".join(f"LOWER(name) LIKE '%{sign}%'" for sign in HINTS)
    wide = "name LIKE '%Ｔ%' OR name LIKE '%ｔ%' OR name LIKE '%Ｓ%' OR name LIKE '%ｓ%'"
    asked = f"SELECT DISTINCT name FROM {source} WHERE {up} IS NOT NULL AND ({like} OR {wide})"
    names = sorted(each for (each,) in connection.execute(asked).fetchall() if is_doubtful(each))
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
