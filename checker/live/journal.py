"""The journal of live checking: every event that was taken, every finding that was told, in one SQLite file.

Events are committed by group: a transaction holds the events of the group, how far each input was read, and what they made
the checker say; it is on disk before any of it is told. What is said is numbered; after a kill the output is continued
where its last whole line ends, so nothing is lost and nothing told twice.
"""

from __future__ import annotations

import errno
import json
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import passes, unwritable
from checker.live.lock import lock

TABLES = """
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS told (no INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS findings (fingerprint TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS rejected (no INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS paid (key BLOB PRIMARY KEY, event TEXT NOT NULL, numbered INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alike (event TEXT PRIMARY KEY, first TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS inputs (input TEXT PRIMARY KEY, bytes INTEGER NOT NULL, lines INTEGER NOT NULL, sha256 TEXT NOT NULL);
"""
OWN = frozenset(re.findall(r"EXISTS (\w+)", TABLES))
"""The tables of a journal; a database with others is somebody else's."""


AT_ONCE = 10_000
"""Entries that are written to an output as one."""


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
            self.db = sqlite3.connect(
                Path(path).resolve().as_posix(), isolation_level=None
            )  # a name such as :memory: is a file
            there = {str(name) for (name,) in self.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if "progress" not in there and there - OWN:  # looked at before anything is written
                self.db.close()
                told = Text(
                    "这是别的程序的数据库，不是 watch 的日志；没有改动它",
                    "this is a database of another program and no journal of watch; it was left as it is",
                )
                raise InputError([Problem("not-ours", Place(path), told, Text("换一个文件名", "use another file"))])
            self.db.execute("PRAGMA journal_mode=WAL")
            self.db.execute(
                "PRAGMA synchronous=FULL"
            )  # a group is on disk before it is told, and the lights may go out
            self.db.executescript(TABLES)
            known = dict(self.db.execute("SELECT key, value FROM about"))
        except sqlite3.DatabaseError as error:
            told = Text(f"日志文件打不开：{error}", f"the journal cannot be opened: {error}")
            raise InputError(
                [Problem("journal", Place(path), told, Text("换一个文件名", "use another file"))]
            ) from None
        if "progress" in there:
            told = Text(
                "这个日志是旧版本写的，没有记下读过的内容",
                "this journal is of an earlier version, which did not note what it had read",
            )
            hint = Text(
                "换一个日志和输出，从头读一遍", "use a new journal and output, and read the events from the start"
            )
            raise InputError([Problem("journal", Place(path), told, hint)])
        for key, value in about.items():
            if known.setdefault(key, value) != value:
                told = Text(
                    f"这个日志属于另一个案例或规则库（{key}）",
                    f"this journal belongs to another case or rulebook ({key})",
                )
                raise InputError([Problem("journal", Place(path), told, Text("换一个日志文件", "use another journal"))])
        self.path = path
        self._about = dict(about)
        self._events: dict[str, str] = {}
        self._paid: dict[bytes, tuple[str, bool]] = {}
        self._alike: dict[str, str] = {}
        self._findings: dict[str, dict[str, Any] | None] = {}
        self._inputs: dict[str, tuple[int, int, str]] = {}
        self._said: dict[str, list[str]] = {"told": [], "rejected": []}
        self._last = {table: self._count(table) for table in self._said}
        self.commit()

    def close(self) -> None:
        """Let go of the file and of its lock; what was not committed is dropped."""
        self.db.close()
        self._held.close()

    def _count(self, table: str) -> int:
        return int(self.db.execute(f"SELECT coalesce(max(no), 0) FROM {table}").fetchone()[0])

    # ---- a group of events

    def body(self, ident: str) -> str | None:
        """Return the event with this id, if it was taken before."""
        if ident in self._events:
            return self._events[ident]
        row = self.db.execute("SELECT body FROM events WHERE id = ?", (ident,)).fetchone()
        return None if row is None else str(row[0])

    def take(self, ident: str, body: str) -> None:
        """Keep an event."""
        self._events[ident] = body

    def pay(self, key: bytes, event: str, numbered: bool) -> None:
        """Keep what a payment is known by, with the event that brought it and whether it has a number."""
        self._paid[key] = (event, numbered)

    def paid(self, key: bytes) -> tuple[str, bool] | None:
        """Return the event that brought a payment which is known by *key*, and whether it has a number."""
        if key in self._paid:
            return self._paid[key]
        row = self.db.execute("SELECT event, numbered FROM paid WHERE key = ?", (key,)).fetchone()
        return None if row is None else (str(row[0]), bool(row[1]))

    def alike(self, event: str, first: str) -> None:
        """Keep that a payment may be an earlier one again: nothing tells them apart."""
        self._alike[event] = first

    def tell(self, entry: dict[str, Any]) -> None:
        """Keep one thing that was said."""
        self._said["told"].append(json.dumps(entry, ensure_ascii=False))

    def reject(self, entry: dict[str, Any]) -> None:
        """Keep one line of input that could not be taken."""
        self._said["rejected"].append(json.dumps(entry, ensure_ascii=False))

    def keep(self, fingerprint: str, body: dict[str, Any] | None) -> None:
        """Keep a finding as open; None takes it back."""
        self._findings[fingerprint] = body

    def reached(self, name: str, bytes_: int, lines: int, sha256: str) -> None:
        """Keep how far an input was read, and the SHA-256 of all that was read of it."""
        self._inputs[name] = (bytes_, lines, sha256)

    def commit(self) -> None:
        """Write the group, all or nothing, and only then let it be told; raises InputError where it cannot be written."""
        same_file(self._held, self.path)
        try:
            self._write()
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self.db.execute("ROLLBACK")
            told = Text(
                f"日志写不了：{error}；这一组没有收，也没有报告",
                f"the journal cannot be written: {error}; this group was neither taken nor told",
            )
            hint = Text(
                "腾出空间、关掉别的程序后再运行一次，接着往下读",
                "free the disk or end what holds the file, then run it again: it goes on from here",
            )
            raise InputError([Problem("journal", Place(self.path), told, hint)]) from None
        for table, bodies in self._said.items():
            self._last[table] += len(bodies)
            bodies.clear()
        for buffer in (self._events, self._paid, self._alike, self._findings, self._inputs, self._about):
            buffer.clear()

    def _write(self) -> None:
        kept = (self._events, self._paid, self._alike, self._findings, self._inputs, self._about)
        if not any((*kept, *self._said.values())):
            return
        run = self.db.executemany
        self.db.execute("BEGIN IMMEDIATE")
        run("INSERT OR IGNORE INTO about VALUES (?, ?)", self._about.items())
        run("INSERT INTO events (id, body) VALUES (?, ?)", self._events.items())
        run("INSERT INTO paid VALUES (?, ?, ?)", ((key, *by) for key, by in self._paid.items()))
        run("INSERT INTO alike VALUES (?, ?)", self._alike.items())
        for table, bodies in self._said.items():
            run(f"INSERT INTO {table} VALUES (?, ?)", enumerate(bodies, self._last[table] + 1))
        open_ = (
            (key, json.dumps(body, ensure_ascii=False)) for key, body in self._findings.items() if body is not None
        )
        run("INSERT OR REPLACE INTO findings VALUES (?, ?)", open_)
        run(
            "DELETE FROM findings WHERE fingerprint = ?",
            ((key,) for key, body in self._findings.items() if body is None),
        )
        run("INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?)", ((name, *at) for name, at in self._inputs.items()))
        self.db.execute("COMMIT")

    # ---- what is in it

    def events(self) -> Iterator[str]:
        """Yield the events that were taken, in order."""
        return (body for (body,) in self.db.execute("SELECT body FROM events ORDER BY seq"))

    def has_paid(self) -> bool:
        """Whether any payment is known: a journal of an earlier version knows none."""
        return self.db.execute("SELECT 1 FROM paid").fetchone() is not None

    def pairs(self, most: int) -> tuple[int, list[tuple[str, str]]]:
        """Return how many payments may be an earlier one again, and the first *most* of them with that one."""
        rows = self.db.execute("SELECT event, first FROM alike ORDER BY rowid LIMIT ?", (most,)).fetchall()
        return int(self.db.execute("SELECT count(*) FROM alike").fetchone()[0]), rows

    def since(self, table: str, number: int) -> Iterator[tuple[int, str]]:
        """Yield what was told or rejected after *number*, with its number."""
        assert table in ("told", "rejected")
        if number >= self._last[table]:
            return iter(())
        return iter(self.db.execute(f"SELECT no, body FROM {table} WHERE no > ? ORDER BY no", (number,)))

    def findings(self) -> dict[str, dict[str, Any]]:
        """Return the findings that are open."""
        return {key: json.loads(body) for key, body in self.db.execute("SELECT fingerprint, body FROM findings")}

    def position(self, name: str) -> tuple[int, int, str] | None:
        """Return how far an input was read: bytes, lines, and the SHA-256 of them."""
        row = self.db.execute("SELECT bytes, lines, sha256 FROM inputs WHERE input = ?", (name,)).fetchone()
        return None if row is None else (int(row[0]), int(row[1]), str(row[2]))


def same_file(file: IO[bytes], path: str) -> None:
    """Refuse to go on where *path* no longer leads to the file that is open: the lock on it keeps nobody out any more."""
    try:
        if os.path.samestat(os.fstat(file.fileno()), Path(path).stat()):
            return
    except OSError:
        pass
    told = Text("这个文件在运行中被删除、移走或换掉了", "this file was deleted, moved or replaced while it was in use")
    hint = Text("恢复原来的文件后再运行一次", "restore the file and run it again")
    raise InputError([Problem("file-gone", Place(path), told, hint)])


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
        self.path = path or ""
        self.regular = path is not None and not passes(Path(path))
        if path is None:
            return
        try:
            if not self.regular:
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
        """Write what the journal holds beyond the last line, on disk as one; yields each entry once it is written.

        What does not fit on the disk stays in the journal and is told at the next start. Raises InputError.
        """
        entries: list[dict[str, Any]] = []
        lines: list[bytes] = []
        last = self.last
        for number, body in self.journal.since(self.table, self.last):
            lines.append(_line(number, body))
            entries.append({"no": number, **json.loads(body)})
            last = number
            if len(entries) >= AT_ONCE:
                yield from self._give(lines, entries, last)
        yield from self._give(lines, entries, last)

    def close(self) -> None:
        """Let go of the file and of its lock."""
        if self.file is not None:
            with suppress(OSError):  # a full disk was told already
                self.file.close()

    def _give(self, lines: list[bytes], entries: list[dict[str, Any]], last: int) -> Iterator[dict[str, Any]]:
        if self.file is not None and lines:
            try:
                if self.regular:
                    same_file(self.file, self.path)
                data = memoryview(b"".join(lines))
                while data:
                    data = data[self.file.write(data) or 0 :]
                self.file.flush()
                if self.regular:
                    os.fsync(self.file.fileno())
            except OSError as error:
                if error.errno == errno.EPIPE:
                    raise
                raise unwritable(self.path, error) from None
        self.last = last
        yield from entries
        lines.clear()
        entries.clear()


def _line(number: int, body: str) -> bytes:
    return f'{{"no": {number}, {body[1:]}\n'.encode()
