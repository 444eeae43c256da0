"""Which rows of tables fail the checks of `table_checks`, one by one: what goes to the rejects, with the case it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from checker.base.errors import InputError, Text
from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.attaching import attach
from checker.tables.days import day_tests
from checker.tables.keys import differs, keys_of, links_of
from checker.tables.places_of_rows import filled, holds
from checker.tables.row_tests import worth_asking
from checker.tables.states import state_tests
from checker.tables.warehouse import connect, name


class Fault(NamedTuple):
    """One row that no case can be made of: its table, case and id, the column concerned with its value, what is wrong."""

    table: str
    case: int | None
    ident: str
    column: str
    value: str
    reason: Text


def row_faults(vocabulary: Vocabulary, files: dict[str, Path]) -> list[Fault]:
    """Return every row with a wrong value, a number or an id that is there twice, or a link that leads nowhere.

    Files that cannot be attached at all have no rows to name: what is wrong with them is said where they are attached.
    """
    connection = connect()
    try:
        attach(connection, vocabulary, files)
    except InputError:
        return []
    try:
        return [
            fault
            for entity in vocabulary.entities.values()
            if entity.id in files
            for fault in _faults(connection, entity, vocabulary)
        ]
    finally:
        connection.close()


def _faults(connection: Any, entity: Entity, vocabulary: Vocabulary) -> Iterator[Fault]:
    own = name("all_" + entity.id)

    def rows(column: str, condition: str, reason: Text, joined: str = "") -> Iterator[Fault]:
        told = f"SELECT c._case, c._id, CAST(c.{name(column)} AS VARCHAR) FROM {own} c {joined} WHERE {condition} ORDER BY 1, 2"
        for case, ident, value in connection.execute(told).fetchall():
            yield Fault(entity.id, case, ident or "", column, value or "", reason)

    if not holds(connection, entity):
        return
    wanted = worth_asking(entity, vocabulary, filled(connection, entity, vocabulary))
    tests = wanted.rows + [test for tests in wanted.figures.values() for test in tests]
    asked = ", ".join(f"BOOL_OR({test.wrong})" for test in tests)
    there = connection.execute(f"SELECT {asked} FROM {own}").fetchone()
    for test, some in zip(tests, there, strict=True):
        if some:  # planning the hundreds of statements that list nothing took most of the time
            yield from rows(test.column, test.wrong, Text(test.zh, test.en))
    for field, wrong, _, joined in day_tests(entity, vocabulary):
        yield from rows(
            field.id,
            wrong,
            Text("不在案例年度说得通的年份", "lies in a year that cannot be, beside that of its case"),
            joined,
        )
    for column, told, wrong, joined in state_tests(entity, vocabulary):
        yield from rows(column, wrong, Text(f"{column}{told.zh}", f"{column} {told.en}"), joined)
    for key in keys_of(entity):
        column = key.columns[-1]
        yield from rows(column, "TRUE", Text(f"{column} {key.told.zh}", f"{column} {key.told.en}"), key.joined)
    for link in links_of(entity, vocabulary):
        column = link.column
        yield from rows(column, link.lost, Text(f"{column} 指不到任何一行", f"{column} leads nowhere"), link.joined)
        if link.stated:
            yield from rows(
                f"{column}__id",
                differs(link),
                Text(f"{column} 和 {column}__id 指的不是同一行", f"{column} and {column}__id name different rows"),
                link.joined,
            )
