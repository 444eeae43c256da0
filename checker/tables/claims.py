"""What follows from the claims of a table, as the loader works it out: filled in where a table leaves it out, compared where not.

SQL reads columns that the loader derives from a claim's text, kind and operands: its figure, in which direction it is read, the
other base that a rate fits. A table made elsewhere has none of them, and one that was changed may have wrong ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Problem, Text
from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.case_rows import case_rows
from checker.tables.places_of_rows import fault
from checker.tables.rows import Row, case_of, rows_of
from checker.tables.schema import table
from checker.tables.warehouse import name, set_aside

Files = Mapping[str, str | Path] | None
AT_ONCE = 200
MOST = 20
"""Faults of cases that are told one by one."""
_AGAIN = Text(
    "把这些列留空，由程序推算；或用 checker pack 重新做表",
    "leave these columns empty, they are worked out; or make the tables again with checker pack",
)


def derived_columns(entity: Entity, vocabulary: Vocabulary) -> list[str]:
    """Return the columns of claims and their operands that follow from the others."""
    if entity.figure is None:
        return []
    names = {entity.figure["value"], *(field.id for field in entity.fields.values() if field.computed)}
    names |= {"direction"} & set(entity.fields)
    return [column.name for column in table(entity, vocabulary) if column.name.split("__")[0] in names]


_FULL = Text(
    "这里的表是直接检查的，补不上：用 checker pack 重新做表，或用 --engine duckdb 检查表格文件",
    "the tables are judged where they stand and cannot be filled in: make them again with checker pack, or judge files of them with --engine duckdb",
)


def settle_claims(
    connection: Any, vocabulary: Vocabulary, files: Files, fill: bool = True, at_once: int = 100
) -> list[Problem]:
    """Let the tables of claims hold what follows from them; returns where they say otherwise. Their keys must be sound.

    Where what is judged stands elsewhere (not *fill*), what is left out is a problem: rules would be judged without it.
    """
    entities = [entity for entity in vocabulary.entities.values() if derived_columns(entity, vocabulary)]
    spoken = " UNION ".join(f"SELECT _case FROM {name('all_' + entity.id)}" for entity in entities)
    if not spoken:
        return []
    numbers = [row[0] for row in connection.execute(f"{spoken} ORDER BY 1").fetchall()]
    settled: dict[str, list[list[Any]]] = {entity.id: [] for entity in entities}
    wrong: dict[tuple[str, str], list[int]] = {}
    lacking: dict[tuple[str, str], list[int]] = {}
    problems: list[Problem] = []
    for number, rows in case_rows(connection, vocabulary, numbers, at_once):
        try:
            again = rows_of(case_of(rows, vocabulary), number, {})
        except InputError as error:
            problems += error.problems if len(problems) < MOST else []
            continue
        for entity in entities:
            known = {row["_id"]: row for row in again.get(entity.id, ())}
            for row in rows.get(entity.id, ()):
                columns = derived_columns(entity, vocabulary)
                _settle(row, known.get(row["_id"]), columns, settled[entity.id], entity, wrong, lacking)
    for entity in entities:
        for column in derived_columns(entity, vocabulary):
            asked = [(wrong, Text("不是由这一行推算出来的值", "is not what follows from its row"), _AGAIN)]
            if not fill:
                asked.append((lacking, Text("空着，应当由程序推算", "is empty and would have to be worked out"), _FULL))
            for where, told, hint in asked:
                if facts := where.get((entity.id, column)):
                    listed = ", ".join(map(str, facts))
                    found = fault(
                        connection, entity, files, "bad-value", (column,), told, f"c._fact IN ({listed})", hint
                    )
                    problems += [found] if found is not None else []
        if fill and settled[entity.id] and not problems:
            _replace(connection, entity, vocabulary, settled[entity.id])
    return problems


def _settle(
    row: Row,
    again: Row | None,
    columns: list[str],
    settled: list[list[Any]],
    entity: Entity,
    wrong: dict[tuple[str, str], list[int]],
    lacking: dict[tuple[str, str], list[int]],
) -> None:
    """Note what a row lacks, and where it says otherwise."""
    if again is None:
        return
    for column in columns:
        if row.get(column) != again.get(column):
            where = lacking if row.get(column) is None else wrong
            where.setdefault((entity.id, column), []).append(row["_fact"])
    wanted = [again.get(column) for column in ("_none", *columns)]
    if wanted != [row.get(column) for column in ("_none", *columns)]:
        settled.append([row["_fact"], *wanted])


def _replace(connection: Any, entity: Entity, vocabulary: Vocabulary, rows: list[list[Any]]) -> None:
    """Let the view of a table take what was worked out for these rows."""
    columns = ["_none", *derived_columns(entity, vocabulary)]
    kinds = {column.name: column.type for column in table(entity, vocabulary)}
    view, given, kept = (name(start + entity.id) for start in ("all_", "stated_", "settled_"))
    connection.execute(
        f"CREATE TABLE {kept} (_fact BIGINT, {', '.join(f'{name(column)} {kinds[column]}' for column in columns)})"
    )
    one = f"({', '.join('?' * (len(columns) + 1))})"
    for start in range(0, len(rows), AT_ONCE):  # row by row takes a hundred times as long
        part = rows[start : start + AT_ONCE]
        values = [value for row in part for value in row]
        connection.execute(f"INSERT INTO {kept} VALUES {', '.join([one] * len(part))}", values)
    taken = ", ".join(
        f"CASE WHEN s._fact IS NULL THEN c.{name(column)} ELSE s.{name(column)} END AS {name(column)}"
        for column in columns
    )
    set_aside(connection, "all_" + entity.id, "stated_" + entity.id)
    connection.execute(
        f"CREATE VIEW {view} AS SELECT c.* REPLACE ({taken}) FROM {given} c LEFT JOIN {kept} s ON s._fact = c._fact"
    )
