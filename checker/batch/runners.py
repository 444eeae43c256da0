"""Who runs the compiled statements of a batch: DuckDB over the attached tables, or another engine that hands its rows back.

The rest of a batch (findings, record, double entry) is the same whoever ran them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from checker.cases.vocabulary import Vocabulary
from checker.engines.sql.plan import (
    AMOUNT,
    GRAVITY,
    KIND,
    NATURE,
    SEVERITY,
    SubjectStatement,
    always,
    label_of,
    rolled_up,
)
from checker.tables.warehouse import name, quoted

Steps = Sequence[tuple[str, str]]
"""Tables that a statement rests on: the name of each, and what it holds (SubjectStatement.steps)."""


class Runner(Protocol):
    """Runs statements in a dialect; what they yield is a table of the batch's DuckDB connection."""

    dialect: str
    most: int
    """How many rules one statement may hold; 0: all of a kind of subject."""

    def show(self, cases: list[int], read: Callable[[str], str]) -> None:
        """Let the names of the entities stand for the rows of *cases* (in order, without repeats), of what *read* names: columns and tables, aliased t."""

    def accepts(self, text: str) -> bool:
        """Whether the engine can plan a statement."""

    def create(self, table: str, text: str, columns: list[tuple[str, str]], before: Steps = ()) -> bool:
        """Let *table* stand for what a statement yields, after the steps *before* it; False where a figure outgrew SQL."""

    def drop(self, table: str) -> None:
        """Forget *table*, if it stands for anything."""


def wide_columns(statement: SubjectStatement, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the columns of a statement's result, with the types that a batch keeps them in."""
    found = [("_case", "INTEGER"), ("_fact", "BIGINT"), ("_id", "VARCHAR")]
    if statement.lean and label_of(statement.entity, statement.keys, vocabulary):
        found.append(("_label", "VARCHAR"))
    for rule in statement.rules:
        found.append((rule.id, KIND if statement.lean else "VARCHAR"))
        own = rule.id + AMOUNT
        if statement.amount_of(rule) == own and (rule.amount is not None or not statement.lean):
            found.append((own, "HUGEINT"))
        if not (statement.lean and always(rule)):
            found.append((rule.id + SEVERITY, GRAVITY if statement.lean else "VARCHAR"))
        if rule.nature_by is not None:
            found.append((rule.id + NATURE, "VARCHAR"))
    if statement.lean and not statement.keys and rolled_up(statement.entity, statement.rules, vocabulary):
        found += [("_up", "BIGINT"), ("_parts", "BOOLEAN")]
    return found


class DuckRunner:
    """DuckDB itself; the batch has made the views already."""

    dialect = "duckdb"
    most = 0

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def show(self, cases: list[int], read: Callable[[str], str]) -> None:
        """Do nothing: the batch's own views are read."""

    def accepts(self, text: str) -> bool:
        """Whether DuckDB can plan a statement."""
        import duckdb

        try:
            self.connection.execute("EXPLAIN " + text)
        except duckdb.Error:
            return False
        return True

    def create(self, table: str, text: str, columns: list[tuple[str, str]], before: Steps = ()) -> bool:
        """Hold what a statement yields in this process; False where a figure outgrew 38 digits.

        A step *before* it is a table until it is run. A table of what it yields would cost more and read no faster: DuckDB keeps
        statistics of every column of a table.
        """
        import duckdb

        self.connection.complete()  # whoever read last may have left rows
        made: list[str] = []
        try:
            for step, said in before:
                self.connection.execute(f"CREATE TEMP TABLE {name(step)} AS {said}")
                made.append(step)
            # a SELECT would be run anew each time it is read; what is called is run at once, by all threads
            held = self.connection.sql(f"CALL query({quoted(text)})")
        except (duckdb.OutOfRangeException, duckdb.ConversionException):
            return False
        finally:
            for step in made:
                self.connection.execute(f"DROP TABLE {name(step)}")
        self.connection.register(table, held)
        return True

    def drop(self, table: str) -> None:
        """Let go of what is held."""
        self.connection.complete()
        self.connection.unregister(table)
