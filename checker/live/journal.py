"""The journal of live checking: every event that was taken, every finding that was told, in one SQLite file.

One transaction an event: the event, how far the input was read, and what it made the checker say. What is said is numbered;
after a kill the output is continued where its last whole line ends, so nothing is lost and nothing told twice.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.errors import InputError, Place, Problem, Text
from checker.live.lock import lock
from checker.outputs import passes, unwritable

TABLES = """
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS told (no INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS findings (fingerprint TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS rejected (no INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS progress (input TEXT PRIMARY KEY, offset INTEGER NOT NULL);
"""


class Journal:
    """Opens or continues a journal; *about* says which case and rules it belongs to, and must match."""

    def __init__(self, path: str, about: dict[str, str]) -> None:
        try:
            self._held = Path(path).open("ab")  # noqa: SIM115 - the lock is held until the process ends
        except OSError as error:
            raise unwritable(path, error) from None
        if not lock(self._held):
            told = Text("另一个 watch 正在用这个日志", "another watch is using this journal")
            hint = Text("等它结束，或换一个日志文件", "wait until it ends, or use another journal")
            raise InputError([Problem("locked", Place(path), told, hint)])
        try:
            self.db = sqlite3.connect(path, isolation_level=None)
            self.db.execute("PRAGMA journal_mode=WAL")
            self.db.execute("PRAGMA synchronous=NORMAL")  # survives the death of the process at any moment
            self.db.executescript(TABLES)
            known = dict(self.db.execute("SELECT key, value FROM about"))
        except sqlite3.DatabaseError as error:
            told = Text(f"日志文件打不开：{error}", f"the journal cannot be opened: {error}")
            raise InputError(
                [Problem("journal", Place(path), told, Text("换一个文件名", "use another file"))]
            ) from None
        for key, value in about.items():
            if known.setdefault(key, value) != value:
                told = Text(
                    f"这个日志属于另一个案例或规则库（{key}）",
                    f"this journal belongs to another case or rulebook ({key})",
                )
                raise InputError([Problem("journal", Place(path), told, Text("换一个日志文件", "use another journal"))])
        with self.transaction():
            self.db.executemany("INSERT OR IGNORE INTO about VALUES (?, ?)", about.items())

    def transaction(self) -> Transaction:
        """Return a context in which everything is written, or nothing."""
        return Transaction(self.db)

    def events(self) -> Iterator[str]:
        """Yield the events that were taken, in order."""
        return (body for (body,) in self.db.execute("SELECT body FROM events ORDER BY seq"))

    def body(self, ident: str) -> str | None:
        """Return the event with this id, if it was taken before."""
        row = self.db.execute("SELECT body FROM events WHERE id = ?", (ident,)).fetchone()
        return None if row is None else str(row[0])

    def take(self, ident: str, body: str) -> None:
        """Keep an event."""
        self.db.execute("INSERT INTO events (id, body) VALUES (?, ?)", (ident, body))

    def tell(self, entry: dict[str, Any]) -> None:
        """Keep one thing that was said."""
        self.db.execute("INSERT INTO told (body) VALUES (?)", (json.dumps(entry, ensure_ascii=False),))

    def reject(self, entry: dict[str, Any]) -> None:
        """Keep one line of input that could not be taken."""
        self.db.execute("INSERT INTO rejected (body) VALUES (?)", (json.dumps(entry, ensure_ascii=False),))

    def since(self, table: str, number: int) -> Iterator[tuple[int, str]]:
        """Yield what was told or rejected after *number*, with its number."""
        assert table in ("told", "rejected")
        return iter(self.db.execute(f"SELECT no, body FROM {table} WHERE no > ? ORDER BY no", (number,)))

    def findings(self) -> dict[str, dict[str, Any]]:
        """Return the findings that are open."""
        return {key: json.loads(body) for key, body in self.db.execute("SELECT fingerprint, body FROM findings")}

    def open(self, fingerprint: str, body: dict[str, Any]) -> None:
        """Keep a finding as open."""
        self.db.execute(
            "INSERT OR REPLACE INTO findings VALUES (?, ?)", (fingerprint, json.dumps(body, ensure_ascii=False))
        )

    def close(self, fingerprint: str) -> None:
        """Take a finding back."""
        self.db.execute("DELETE FROM findings WHERE fingerprint = ?", (fingerprint,))

    def offset(self, name: str) -> int:
        """Return how far an input was read."""
        row = self.db.execute("SELECT offset FROM progress WHERE input = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def reached(self, name: str, offset: int) -> None:
        """Keep how far an input was read."""
        self.db.execute("INSERT OR REPLACE INTO progress VALUES (?, ?)", (name, offset))


class Transaction:
    """Commits at the end, or rolls back when something was raised."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def __enter__(self) -> None:
        self.db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *rest: object) -> None:
        self.db.execute("COMMIT" if kind is None else "ROLLBACK")


class Output:
    """A JSON Lines file that follows a table of the journal: each line carries its number; a torn last line is cut off.

    A file that holds anything but what the journal told is refused, and so is one that another watch writes. What is no
    regular file (a device, a pipe) is written through and keeps nothing: it is told everything at each start.
    """

    def __init__(self, path: str | None, journal: Journal, table: str) -> None:
        self.journal = journal
        self.table = table
        self.last = 0
        self.file: Any = None
        if path is None:
            return
        try:
            if passes(Path(path)):
                self.file = Path(path).open("ab", buffering=0)  # noqa: SIM115 - closed with the process
                return
            self.file = Path(path).open("r+b" if Path(path).exists() else "x+b")  # noqa: SIM115 - closed with the process
            if not lock(self.file):
                told = Text("另一个 watch 正在写这个文件", "another watch is writing this file")
                hint = Text("等它结束，或换一个文件名", "wait until it ends, or use another file")
                raise InputError([Problem("locked", Place(path), told, hint)])
            self._resume(path)
        except OSError as error:
            raise unwritable(path, error) from None

    def _resume(self, path: str) -> None:
        """Find where to go on: every line must be the one that the journal told, the torn rest the beginning of the next."""
        told = self.journal.since(self.table, 0)
        whole = 0
        for line in self.file:
            number, body = next(told, (0, ""))
            wanted = _line(number, body) if number else b""
            if line != wanted and (line.endswith(b"\n") or not wanted.startswith(line)):
                said = Text(
                    "这个文件和日志对不上：不是 watch 写的，或日志被删除、换掉了；没有改动它",
                    "this file does not belong to the journal: watch did not write it, or the journal was deleted or replaced; it was left as it is",
                )
                hint = Text("恢复原来的日志，或换一个输出文件", "restore the journal, or use another output file")
                raise InputError([Problem("output", Place(path), said, hint)])
            if line == wanted:
                whole += len(line)
                self.last = number
        self.file.truncate(whole)
        self.file.seek(whole)

    def follow(self) -> Iterator[dict[str, Any]]:
        """Write what the journal holds beyond the last line; yields each entry once it is written."""
        for number, body in self.journal.since(self.table, self.last):
            if self.file is not None:
                self.file.write(_line(number, body))
                self.file.flush()
            self.last = number
            yield {"no": number, **json.loads(body)}


def _line(number: int, body: str) -> bytes:
    return (json.dumps({"no": number, **json.loads(body)}, ensure_ascii=False) + "\n").encode()
