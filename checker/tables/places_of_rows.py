"""Whether a table has rows, and which are wrong, said with file, row, column and case, once something is known to be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import Problem, Text
from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.said import SHOWN, column_name, place_of, rows_told
from checker.tables.schema import table
from checker.tables.warehouse import name


def holds(connection: Any, entity: Entity) -> bool:
    """Whether a table has a row: what is wrong is wrong of rows, so that nothing else need be asked of a table without any."""
    import duckdb

    try:
        return connection.execute(f"SELECT 1 FROM {name('all_' + entity.id)} LIMIT 1").fetchone() is not None
    except duckdb.OutOfMemoryException:
        raise  # no fault of the table
    except duckdb.Error:
        return True  # whoever asks for its rows will say so


def filled(connection: Any, entity: Entity, vocabulary: Vocabulary) -> dict[str, int]:
    """Return the columns of a table that hold anything, and in how many rows: of the others no value can be wrong, and most are left empty."""
    columns = [column.name for column in table(entity, vocabulary)]
    counted = ", ".join(f"COUNT({name(column)})" for column in columns)
    many = connection.execute(f"SELECT {counted} FROM {name('all_' + entity.id)}").fetchone()
    return {column: here for column, here in zip(columns, many, strict=True) if here}


def fault(
    connection: Any,
    entity: Entity,
    files: Mapping[str, str | Path] | None,
    code: str,
    columns: tuple[str, ...],
    told: Text,
    wrong: str,
    hint: Text | None = None,
    joined: str = "",
) -> Problem | None:
    """Return one fault of one column with the first rows that have it, in the order of the file; nothing where no row has.

    *wrong* is the condition in SQL; `c` stands for the row, and *joined* for what is joined to it.
    """
    if not connection.execute(f"SELECT 1 FROM {name('all_' + entity.id)} c {joined} WHERE {wrong} LIMIT 1").fetchone():
        return None
    source = f"FROM {name('rows_' + entity.id)} c {joined} WHERE {wrong}"
    many = connection.execute(f"SELECT COUNT(*) {source}").fetchone()[0]
    cells = "".join(f", CAST(c.{name(column)} AS STRING)" for column in columns)
    found = connection.execute(
        f"SELECT c._row, c._case, c._id{cells} {source} ORDER BY c._row NULLS LAST, c._case, c._id LIMIT {SHOWN}"
    ).fetchall()
    names = [column_name(entity, column) for column in columns]
    rows = rows_told(found, many)
    lead = Text("和".join(each.zh for each in names), " and ".join(each.en for each in names))
    counted = f"{many} row{'s' if many > 1 else ''}"
    message = Text(
        f"{lead.zh}{told.zh}，{many} 行：{rows.zh}",
        f"{lead.en}{'' if told.en[0] == ':' else ' '}{told.en}, {counted}: {rows.en}",
    )
    return Problem(code, place_of(entity, files), message, hint)
