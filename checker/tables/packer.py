"""Cases written into tables: drafts of rows on disk, then files of one form."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from checker.base.errors import InputError
from checker.cases.case import Case, twin
from checker.cases.vocabulary import Vocabulary
from checker.tables.rows import rows_of
from checker.tables.schema import joins, relation_keys, state_column, table
from checker.tables.warehouse import connect, name, quoted

FORMATS = {"parquet": ".parquet", "csv": ".csv", "jsonl": ".jsonl"}
GROUP = 40_960
"""Rows of a group of a Parquet file, which are held in memory while it is written: DuckDB's own 122,880 took 140 MB more."""


class Packer:
    """Writes cases into tables, one file a table; memory does not grow with the number of cases."""

    def __init__(self, vocabulary: Vocabulary, same_unit: bool = False) -> None:
        self.vocabulary = vocabulary
        self.same_unit = same_unit
        self.cases = 0
        self.first: dict[str, int] = {}
        self.seen: dict[tuple[str, str, int], str] = {}
        self._stack = ExitStack()
        self._folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="checker-")))
        self._drafts: dict[str, Any] = {}
        self._longest = 0
        """The most characters of a row."""

    def add(self, case: Case) -> None:
        """Add one case; raises InputError for a second report of one unit and year, or a figure that does not fit."""
        key = case.identity
        if key is not None and key in self.seen and not self.same_unit:
            raise InputError([twin(case, self.seen[key])])
        rows = rows_of(case, self.cases, dict(self.first))
        if key is not None:
            self.seen.setdefault(key, case.file)
        self.cases += 1
        for entity, found in rows.items():
            self.first[entity] = self.first.get(entity, 0) + len(found)
            draft = self._draft(entity)
            for row in found:
                text = json.dumps(row, ensure_ascii=False, default=_plain)
                self._longest = max(self._longest, len(text))
                draft.write(text + "\n")

    def _draft(self, entity: str) -> Any:
        if entity not in self._drafts:
            path = self._folder / f"{entity}.jsonl"
            self._drafts[entity] = self._stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        return self._drafts[entity]

    def export(self, folder: Path, form: str) -> None:
        """Write what was added into *folder*, from the drafts and not from tables in memory; then the drafts are gone."""
        connection = connect(threads=1)
        try:
            connection.execute(f"SET temp_directory = {quoted(str(self._folder / 'spill'))}")
            held = self._held()
            for ident in held:
                self._view(connection, ident, read_json(held[ident], self._columns(ident), self._longest))
            told = {each for each, *_ in with_state(connection, self.vocabulary, "", owners=held)}
            for ident in told - held.keys():
                nothing = ", ".join(f"NULL::{kind} AS {name(column)}" for column, kind in self._columns(ident))
                self._view(connection, ident, f"(SELECT {nothing} WHERE false)")
            export(connection, self.vocabulary, folder, form, ordered=True, which=told | held.keys())
        finally:
            connection.close()
            self.close()

    def _held(self) -> dict[str, Path]:
        """Return the drafts that hold any row, by entity; what was written to them is on the disk now."""
        for draft in self._drafts.values():
            draft.flush()
        return {ident: Path(draft.name) for ident, draft in self._drafts.items() if draft.tell()}

    def _columns(self, ident: str) -> list[tuple[str, str]]:
        return [(c.name, c.type) for c in table(self.vocabulary.entities[ident], self.vocabulary)]

    def _view(self, connection: Any, ident: str, source: str) -> None:
        connection.execute(f"CREATE VIEW {name(ident)} AS SELECT * FROM {source}")

    def load(self, connection: Any) -> None:
        """Put what was added into tables of *connection*, named after their entities; then the drafts are gone."""
        held = self._held()
        for ident in self.vocabulary.entities:
            columns = self._columns(ident)
            listed = ", ".join(f"{name(column)} {kind}" for column, kind in columns)
            connection.execute(f"CREATE TABLE {name(ident)} ({listed})")
            if ident in held:
                source = read_json(held[ident], columns, self._longest)
                connection.execute(f"INSERT INTO {name(ident)} SELECT * FROM {source}")
        self.close()

    def close(self) -> None:
        """Remove the drafts."""
        self._stack.close()


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def read_json(path: Path, columns: list[tuple[str, str]], longest: int = 1 << 24) -> str:
    """Return the SQL that reads JSON Lines with these columns; large integers stay exact.

    Each thread takes twice the bytes of the *longest* row (in characters) for its buffer: not more than is needed.
    """
    most = max(4 * longest + 2, 1 << 20)
    types = ", ".join(f"{quoted(column)}: {quoted(kind)}" for column, kind in columns)
    return (
        f"read_json({quoted(str(path))}, format='newline_delimited', columns={{{types}}}, maximum_object_size={most})"
    )


def export(
    connection: Any,
    vocabulary: Vocabulary,
    folder: Path,
    form: str,
    ordered: bool = False,
    which: Collection[str] | None = None,
) -> list[Path]:
    """Write every table that holds something, or that some state speaks of, into *folder*; returns the files.

    *ordered* tables hold their rows in the order of their numbers already, which is kept. *which* names the tables, where that is
    known.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    if which is None:
        asked = {each: f"SELECT 1 FROM {name(each)} LIMIT 1" for each in vocabulary.entities}
        which = {each for each, *_ in with_state(connection, vocabulary, "")}
        which |= {each for each, sql in asked.items() if connection.execute(sql).fetchone() is not None}
    for entity in vocabulary.entities.values():
        if entity.id not in which:
            continue
        path = folder / f"{entity.id}{FORMATS[form]}"
        draft = path.with_name(path.name + ".part")
        options = {
            "parquet": f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {GROUP}",
            "csv": "FORMAT csv, HEADER, FORCE_QUOTE *, NULLSTR ''",
            "jsonl": "FORMAT json",
        }[form]
        order = "" if ordered else f" ORDER BY {'_case' if entity.parent is None else '_fact'}"
        connection.execute(f"COPY (SELECT * FROM {name(entity.id)}{order}) TO {quoted(str(draft))} ({options})")
        draft.replace(path)
        written.append(path)
    return written


def with_state(
    connection: Any,
    vocabulary: Vocabulary,
    prefix: str = "all_",
    among: Iterable[str] | None = None,
    owners: Collection[str] | None = None,
) -> Iterator[tuple[str, str, str, int]]:
    """Yield (table, what its rows belong to, key, how many) of the tables that some state speaks of.

    Only those of *among* are asked for, if it is given, and only of *owners*, which are all that hold any row; *prefix* stands
    before the names of the tables.
    """
    wanted = set(vocabulary.entities if among is None else among)
    for entity in vocabulary.entities.values():
        if owners is not None and entity.id not in owners:
            continue
        aims = {
            key: [other for other, _, _ in joins(entity.id, key, vocabulary) if other in wanted]
            for key in relation_keys(entity, vocabulary)
        }
        keys = [key for key, targets in aims.items() if targets]
        if not keys:
            continue
        asked = ", ".join(f"COUNT({name(state_column(key))})" for key in keys)
        counts = connection.execute(f"SELECT {asked} FROM {name(prefix + entity.id)}").fetchone()
        for key, many in zip(keys, counts, strict=True):
            for target in aims[key] if many else ():
                yield target, entity.id, key, many
