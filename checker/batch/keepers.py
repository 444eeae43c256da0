"""Where a batch keeps what its cases were asked, and the figures made of that: tables of DuckDB or of another engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from checker.tables.warehouse import engine

Columns = Sequence[tuple[str, str]]
"""Columns with the types that DuckDB calls them by."""


class Keeper(Protocol):
    """Keeps tables beside those that are judged; statements come in its dialect."""

    dialect: str

    def keep(self, table: str, text: str) -> bool:
        """Make *table* of what a statement yields; False where a figure outgrew its type."""

    def add(self, table: str, text: str) -> bool:
        """Add what a statement yields to *table*; False, and nothing added, where a figure outgrew its type."""

    def put(self, table: str, columns: Columns, rows: Sequence[tuple[Any, ...]]) -> None:
        """Make *table* of rows."""

    def forget(self, table: str) -> None:
        """Forget *table*."""

    def hand_over(self, table: str, columns: Columns) -> None:
        """Let the connection of the batch read *table*."""


class DuckKeeper:
    """DuckDB, which reads and keeps in one place."""

    dialect = "duckdb"

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def keep(self, table: str, text: str) -> bool:
        """Make a temporary table."""
        return self._ran(f"CREATE OR REPLACE TEMP TABLE {table} AS {text}")

    def add(self, table: str, text: str) -> bool:
        """Insert rows."""
        return self._ran(f"INSERT INTO {table} {text}")

    def _ran(self, text: str) -> bool:
        duckdb = engine()
        try:
            self.connection.execute(text)
        except (duckdb.OutOfRangeException, duckdb.ConversionException):
            return False
        return True

    def put(self, table: str, columns: Columns, rows: Sequence[tuple[Any, ...]]) -> None:
        """Make a temporary table, some hundred rows at a time: one by one takes a hundred times as long."""
        listed = ", ".join(f'"{column}" {kind}' for column, kind in columns)
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({listed})")
        for start in range(0, len(rows), 500):
            part = rows[start : start + 500]
            asked = ", ".join([f"({', '.join('?' * len(columns))})"] * len(part))
            self.connection.execute(f"INSERT INTO {table} VALUES {asked}", [value for row in part for value in row])

    def forget(self, table: str) -> None:
        """Drop the table."""
        self.connection.execute(f"DROP TABLE {table}")

    def hand_over(self, table: str, columns: Columns) -> None:
        """Do nothing: it is there."""
