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
    """A JSON Lines file that follows a table of the journal: each line carries its number; a torn last line is cut off."""

    def __init__(self, path: str | None, journal: Journal, table: str) -> None:
        self.journal = journal
        self.table = table
        self.last = 0
        self.file: Any = None
        if path is not None:
            target = Path(path)
            data = target.read_bytes() if target.exists() else b""
            whole = data[: data.rfind(b"\n") + 1]
            lines = whole.splitlines()
            if lines:
                try:
                    self.last = int(json.loads(lines[-1])["no"])
                except (ValueError, KeyError, TypeError):
                    told = Text(
                        "这个文件不是 watch 写的，不覆盖", "this file was not written by watch; it is not overwritten"
                    )
                    raise InputError(
                        [Problem("output", Place(path), told, Text("换一个文件名", "use another file"))]
                    ) from None
            self.file = target.open("r+b" if target.exists() else "w+b")
            self.file.truncate(len(whole))
            self.file.seek(len(whole))

    def follow(self) -> list[dict[str, Any]]:
        """Write what the journal holds beyond the last line; returns it."""
        found = []
        for number, body in self.journal.since(self.table, self.last):
            entry = {"no": number, **json.loads(body)}
            found.append(entry)
            if self.file is not None:
                self.file.write((json.dumps(entry, ensure_ascii=False) + "\n").encode())
            self.last = number
        if self.file is not None and found:
            self.file.flush()
        return found
