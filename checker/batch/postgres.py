"""PostgreSQL as the engine of a batch: the statements run in the user's database, their rows come back as CSV.

Tables that are given are copied into temporary tables there; without any, those of the search path are judged where
they stand, and copied out once for the table checks and the double entry. Nothing in the database is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.batch.keepers import Columns
from checker.batch.runners import Steps
from checker.cases.vocabulary import Vocabulary
from checker.engines.sql.figures import translated
from checker.tables.attaching import nought
from checker.tables.schema import or_default, table
from checker.tables.warehouse import name, quoted

SETTINGS = (
    "SET TIME ZONE 'UTC'",
    "SET standard_conforming_strings = on",
    "SET DateStyle = 'ISO'",
    "SET jit = off",
    "SET client_encoding = 'UTF8'",
    "BEGIN ISOLATION LEVEL REPEATABLE READ",
)
"""The last opens the one transaction of a run: all statements see the same rows, and nothing is ever committed."""


def connect(dsn: str) -> Any:
    """Return a connection; raises InputError where there is no psycopg, no server, or one that does not keep UTF-8."""
    try:
        import psycopg
    except ImportError:
        told = Text("没有安装 psycopg", "psycopg is not installed")
        hint = Text(
            "pip install 'expenditure-checker[batch,postgres]'", "pip install 'expenditure-checker[batch,postgres]'"
        )
        raise InputError([Problem("no-engine", Place("checker"), told, hint)]) from None
    try:
        connection = psycopg.connect(dsn, autocommit=True)
    except psycopg.Error as wrong:
        first = str(wrong).splitlines()[0]  # psycopg never repeats a password
        told = Text(f"连不上数据库：{first}", f"the database cannot be reached: {first}")
        hint = Text("写成 postgresql://用户@主机/库名", "write it as postgresql://user@host/database")
        raise InputError([Problem("no-database", Place("--on"), told, hint)]) from None
    for setting in SETTINGS:
        connection.execute(setting)
    row = connection.execute("SHOW server_encoding").fetchone()
    if row is None or row[0] != "UTF8":
        told = Text(
            "这个数据库的编码不是 UTF8，文字长度会数错",
            "the database does not keep UTF8: texts would be measured wrongly",
        )
        raise InputError([Problem("encoding", Place("--on"), told)])
    return connection


class PostgresRunner:
    """Runs statements in PostgreSQL and copies their rows into DuckDB; *scratch* is an own folder for what is copied."""

    dialect = "postgres"
    most = 0

    def __init__(self, connection: Any, server: Any, vocabulary: Vocabulary, scratch: Path) -> None:
        self.connection = connection
        self.server = server
        self.vocabulary = vocabulary
        self.scratch = scratch
        scratch.mkdir(parents=True, exist_ok=True)
        self._there: list[str] = []
        """The entities whose rows the server shows as `all_ENTITY`."""

    def load(self) -> None:
        """Copy the attached tables into temporary tables of the server."""
        for entity in self.vocabulary.entities.values():
            columns = table(entity, self.vocabulary)
            target = name("all_" + entity.id)
            self.server.execute(
                f"CREATE TEMP TABLE {target} ({', '.join(f'{name(c.name)} {c.type}' for c in columns)})"
            )
            listed = ", ".join(name(c.name) for c in columns)
            path = self.scratch / "load.csv"
            self.connection.execute(
                f"COPY (SELECT {listed} FROM {target}) TO {quoted(str(path))} (FORMAT csv, HEADER false, FORCE_QUOTE *, NULLSTR '')"
            )
            with self.server.cursor().copy(f"COPY {target} FROM STDIN (FORMAT csv)") as copy, path.open("rb") as file:
                while block := file.read(1 << 20):
                    copy.write(block)
            path.unlink()
            self.server.execute(f"ANALYZE {target}")
            self._there.append(entity.id)

    def fetch(self, folder: Path) -> dict[str, Path]:
        """Copy the server's own tables out as CSV; returns the files by entity. Those are what is judged."""
        folder.mkdir(parents=True, exist_ok=True)
        found: dict[str, Path] = {}
        for entity in self.vocabulary.entities.values():
            row = self.server.execute("SELECT to_regclass(%s)::text", [name(entity.id)]).fetchone()
            if row[0] is None:
                columns = ", ".join(f"NULL::{c.type} AS {name(c.name)}" for c in table(entity, self.vocabulary))
                self.server.execute(f"CREATE TEMP VIEW {name('all_' + entity.id)} AS SELECT {columns} WHERE false")
                self._there.append(entity.id)
                continue
            known = {r[0] for r in self.server.execute(f"SELECT * FROM {row[0]} LIMIT 0").description}
            path = folder / f"{entity.id}.csv"
            self._copy_out(f"SELECT * FROM {row[0]}", path, header=True)
            # a column that the table lacks is unknown in every row, as it is in a file
            zeros = {c: f.id for f in entity.fields.values() if f.none_is_zero for c in (f.id, f"{f.id}__step")}
            listed = ", ".join(
                f"{nought(c.name, zeros[c.name])}"
                if c.name in zeros and {c.name, "_none"} <= known
                else f"{or_default(entity, c.name, name(c.name) if c.name in known else f'NULL::{c.type}')} AS {name(c.name)}"
                for c in table(entity, self.vocabulary)
            )
            view = name("all_" + entity.id)
            self.server.execute(f"CREATE TEMP VIEW {view} AS SELECT {listed} FROM {row[0]}")
            self._there.append(entity.id)
            found[entity.id] = path
        return found

    def show(self, cases: list[int], read: Callable[[str], str]) -> None:
        """Let the names of the entities stand for the rows of *cases*, as temporary views before the search path."""
        low, high = (cases[0], cases[-1]) if cases else (0, -1)
        limit = f"t._case BETWEEN {low} AND {high}"
        if high - low + 1 != len(cases):
            self.server.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (number INTEGER PRIMARY KEY)")
            self.server.execute("TRUNCATE chosen")
            with self.server.cursor().copy("COPY chosen FROM STDIN") as copy:
                for case in cases:
                    copy.write_row((case,))
            limit += " AND t._case IN (SELECT number FROM chosen)"
        for entity in self._there:
            self.server.execute(f"CREATE OR REPLACE TEMP VIEW {name(entity)} AS SELECT {read(entity)} WHERE {limit}")

    def accepts(self, text: str) -> bool:
        """Whether PostgreSQL can plan a statement."""
        import psycopg

        try:
            with self.server.transaction():
                self.server.execute("EXPLAIN " + text)
        except psycopg.Error:
            return False
        return True

    def create(self, table: str, text: str, columns: list[tuple[str, str]], before: Steps = ()) -> bool:
        """Make a table in DuckDB of what a statement yields in PostgreSQL; False where a figure outgrew its type."""
        import psycopg

        assert not before  # the dialect has none
        path = self.scratch / f"{table}.csv"
        try:
            with self.server.transaction():
                self._copy_out(text, path, header=False)
        except psycopg.errors.NumericValueOutOfRange:
            return False
        types = ", ".join(f"{quoted(column)}: {quoted(kind)}" for column, kind in columns)
        listed = ", ".join(name(column) for column, _ in columns)
        source = (
            f"read_csv({quoted(str(path))}, header=false, columns={{{types}}}, nullstr='', allow_quoted_nulls=false, "
            "quote='\"', escape='\"', delim=',', auto_detect=false, strict_mode=true, max_line_size=16777216)"
        )
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT {listed} FROM {source}")
        path.unlink()
        return True

    def drop(self, table: str) -> None:
        """Drop what was made in DuckDB."""
        self.connection.execute(f"DROP TABLE IF EXISTS {table}")

    # ---- what cases say of one another

    def keep(self, table: str, text: str) -> bool:
        """Make a temporary table of what a statement yields; False where a figure outgrew its type."""
        return self._ran(f"DROP TABLE IF EXISTS {name(table)}", f"CREATE TEMP TABLE {name(table)} AS {text}")

    def add(self, table: str, text: str) -> bool:
        """Insert what a statement yields; False where a figure outgrew its type."""
        return self._ran(f"INSERT INTO {name(table)} {text}")

    def _ran(self, *statements: str) -> bool:
        import psycopg

        try:
            with self.server.transaction():
                for statement in statements:
                    self.server.execute(statement)
        except psycopg.errors.NumericValueOutOfRange:
            return False
        return True

    def put(self, table: str, columns: Columns, rows: Sequence[tuple[Any, ...]]) -> None:
        """Make a temporary table of rows."""
        nothing = ", ".join(f"CAST(NULL AS {kind}) AS {name(column)}" for column, kind in columns)
        self.keep(table, translated(f"SELECT {nothing} WHERE false", self.dialect))
        with self.server.cursor().copy(f"COPY {name(table)} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def hand_over(self, table: str, columns: Columns) -> None:
        """Copy a table into DuckDB, where cases are read for the evaluator."""
        listed = ", ".join(name(column) for column, _ in columns)
        self.create(table, f"SELECT {listed} FROM {name(table)}", list(columns))

    def forget(self, table: str) -> None:
        """Drop a table of the server."""
        self.server.execute(f"DROP TABLE IF EXISTS {name(table)}")

    def _copy_out(self, select: str, path: Path, header: bool) -> None:
        options = "FORMAT csv, HEADER, FORCE_QUOTE *" if header else "FORMAT csv"
        with self.server.cursor().copy(f"COPY ({select}) TO STDOUT ({options})") as copy, path.open("wb") as file:
            for block in copy:
                file.write(block)
