"""The rows of attached tables, case by case."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Any

from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.rows import Rows
from checker.tables.schema import SCALES
from checker.tables.warehouse import name


def case_rows(
    connection: Any, vocabulary: Vocabulary, numbers: Iterable[int], at_once: int = 100
) -> Iterator[tuple[int, Rows]]:
    """Yield the rows of each case in *numbers*, in order, *at_once* cases being read in one go; raises nothing."""
    wanted = sorted(set(numbers))
    entities = _holding(connection, vocabulary) if wanted else []
    for start in range(0, len(wanted), at_once):
        yield from _rows_of(connection, entities, wanted[start : start + at_once])
        gc.collect()  # the facts of a case refer to one another, and commands run without the collector


def _holding(connection: Any, vocabulary: Vocabulary) -> list[Entity]:
    """Return the entities whose tables hold any row: few of all that there may be, and asking each takes longer than its rows."""
    asked = ", ".join(f"EXISTS (FROM {name('all_' + entity)})" for entity in vocabulary.entities)
    return list(compress(vocabulary.entities.values(), connection.execute(f"SELECT {asked}").fetchone()))


def _rows_of(connection: Any, entities: list[Entity], wanted: list[int]) -> Iterable[tuple[int, Rows]]:
    listed = ", ".join(f"({number})" for number in wanted)
    rows: dict[int, Rows] = {number: {} for number in wanted}
    for entity in entities:
        order = "_case" if entity.parent is None else "_fact"
        # a join reads only the parts of a file that may hold these cases; a list of them would read all
        found = connection.execute(
            f"SELECT t.* FROM {name('all_' + entity.id)} t JOIN (VALUES {listed}) AS w (wanted) ON t._case = w.wanted ORDER BY {order}"
        )
        columns = [column[0] for column in found.description]
        figures = [f.id for f in entity.fields.values() if f.type in SCALES]
        for values in found.fetchall():
            row = dict(zip(columns, values, strict=True))
            row.update((f, int(row[f])) for f in figures if row[f] is not None)
            rows[row["_case"]].setdefault(entity.id, []).append(row)
    return rows.items()
