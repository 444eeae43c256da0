"""DuckDB: a connection of its own, and how texts and names are written in SQL."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.tables.schema import LISTS

SLOW = ("partial_aggregate_pushdown", "projection_pullup")
"""Optimizers of DuckDB that write the conditions of many rules out again and again: planning took five times as long, and half as long again."""


def engine() -> Any:
    """Return the module of DuckDB; an error that names the extra where it is not installed."""
    try:
        import duckdb
    except ImportError:
        told = Text("没有安装 duckdb", "duckdb is not installed")
        hint = Text("pip install 'expenditure-checker[batch]'", "pip install 'expenditure-checker[batch]'")
        raise InputError([Problem("no-engine", Place("checker"), told, hint)]) from None
    return duckdb


def connect(memory: str = "", threads: int = 0) -> Any:
    """Return a DuckDB connection of its own; an error that names the extra where it is not installed."""
    duckdb = engine()
    settings: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    if memory:
        settings["memory_limit"] = memory
    if threads:
        settings["threads"] = str(threads)
    try:
        connection = duckdb.connect(":memory:", config=settings)
        connection.execute("SET enable_progress_bar = false")  # it would stand in what is printed
        connection.execute("SET parquet_metadata_cache = true")  # every statement reads the same files
        known = {row[0] for row in connection.execute("SELECT name FROM duckdb_optimizers()").fetchall()}
        connection.execute(f"SET disabled_optimizers = {quoted(','.join(filter(known.__contains__, SLOW)))}")
        return connection
    except duckdb.Error as wrong:
        told = Text(f"不认识的内存上限“{memory}”", f"{memory!r} is no amount of memory")
        hint = Text("写成 4GB 或 500MB", "write it as 4GB or 500MB")
        raise InputError([Problem("memory", Place("--memory"), told, hint)]) from wrong


def joined_as_written(connection: Any) -> None:
    """Have a connection join tables in the order in which they are written: to look for a better one is a fifth of planning many rules."""
    (given,) = connection.execute("SELECT current_setting('disabled_optimizers')").fetchone()
    connection.execute(f"SET disabled_optimizers = {quoted(','.join(filter(None, (given, 'join_order'))))}")


def quoted(text: str) -> str:
    """Return *text* as a constant of SQL."""
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """Return *text* as a name of SQL."""
    return '"' + text.replace('"', '""') + '"'


def empty_lists(connection: Any, views: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Return the columns of ids that list nothing in any row, each by its entity; *views* are entities and what shows them."""
    asked = " UNION ALL ".join(
        f"SELECT {quoted(entity)}, {', '.join(f'COUNT({column})' for column in LISTS)} FROM {name(view)}"
        for entity, view in views
    )
    return frozenset(
        (entity, column)
        for entity, *many in connection.execute(asked).fetchall()
        for column, found in zip(LISTS, many, strict=True)
        if not found
    )


def set_aside(connection: Any, view: str, new: str) -> None:
    """Give a view, or the table that holds what it showed, another name, so that a view over it can take its own."""
    duckdb = engine()
    renamed = f"{name(view)} RENAME TO {name(new)}"
    try:
        connection.execute(f"ALTER VIEW {renamed}")
    except duckdb.CatalogException:
        connection.execute(f"ALTER TABLE {renamed}")


def read_parquet(files: Iterable[Path]) -> str:
    """Return the SQL that reads Parquet files one after the other; named one by one, since a folder's name may look like a pattern."""
    listed = ", ".join(quoted(str(file)) for file in sorted(files))
    return f"read_parquet([{listed}], union_by_name=true, hive_partitioning=false)"
