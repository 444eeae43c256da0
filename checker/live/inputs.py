"""Reads the lines of a file, of a folder, or of standard input, and notices when what was read before is no longer there."""

from __future__ import annotations

import codecs
import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from checker.base.errors import InputError, Place, Problem, Text

SUFFIXES = (".jsonl", ".ndjson", ".json")
PAUSE = 0.2
"""Seconds between two looks at a file that is followed."""
BLOCK = 1 << 18
"""Bytes that are read at once: the lines in them are taken as one group."""
LONGEST = 1 << 23
"""Bytes of a line beyond which nothing that reads it would end well."""
TAIL = 1024
"""Bytes before the place where a file goes on that are compared at every look."""


class Line(NamedTuple):
    """One line of an input: where it was read, and whether it could be."""

    input: str
    number: int
    text: str
    utf8: bool = True


class Input:
    """One file, as far as it was read: bytes, lines and the SHA-256 of them."""

    def __init__(self, name: str, known: tuple[int, int, str] | None) -> None:
        self.name = name
        self.bytes, self.lines, self.sha256 = known or (0, 0, "")
        self.digest = hashlib.sha256()
        self.tail = b""
        self.seen: tuple[int, ...] = ()
        self.waiting = False
        """Whether a last line without an end is left for the next look."""

    def blocks(self) -> Iterator[list[Line]]:
        """Yield the lines that are new, by group; raises InputError where what was read is not there any more."""
        with Path(self.name).open("rb") as data:
            found = os.fstat(data.fileno())
            seen = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
            if seen == self.seen:
                return
            if found.st_size < self.bytes:
                raise self._changed()
            if self.seen[:2] == seen[:2] and found.st_size > self.bytes:
                data.seek(self.bytes - len(self.tail))
                if data.read(len(self.tail)) != self.tail:
                    raise self._changed()
            else:
                self._compare(data)
            self.seen = seen
            yield from self._new(data)

    def _compare(self, data: BinaryIO) -> None:
        """Read what was read before once more, a block at a time: it must be the same bytes."""
        self.digest, left = hashlib.sha256(), self.bytes
        while left and (block := data.read(min(left, BLOCK))):
            self.digest.update(block)
            self.tail = (self.tail + block)[-TAIL:]
            left -= len(block)
        if left or (self.bytes and self.digest.hexdigest() != self.sha256):
            raise self._changed()

    def _new(self, data: BinaryIO) -> Iterator[list[Line]]:
        rest = b""
        while block := data.read(BLOCK):
            *whole, rest = (rest + block).split(b"\n")
            if whole:
                yield self._take(whole)
            refuse_long(self.name, self.lines, rest)
        self.waiting = bool(rest.strip())

    def _take(self, whole: list[bytes]) -> list[Line]:
        raw = b"\n".join(whole) + b"\n"
        self.digest.update(raw)
        self.sha256 = self.digest.hexdigest()
        self.tail = (self.tail + raw)[-TAIL:]
        self.bytes += len(raw)
        first = self.lines + 1
        self.lines += len(whole)
        return [line(self.name, number, each) for number, each in enumerate(whole, first)]

    def _changed(self) -> InputError:
        told = Text(
            f"已经读过的 {self.lines} 行（{self.bytes} 字节）被改动、截短或换掉了；没有往下读",
            f"the {self.lines} lines ({self.bytes} bytes) that were read of it were changed, cut or replaced; nothing more was read",
        )
        hint = Text(
            "恢复原来的文件，新的事件写在后面；要读另一份内容，另存为一个文件名（收过的事件按编号认出，不会重复计）",
            "restore the file and append new events; to read other content save it under another name: "
            "events that were taken are known by their ids and never counted twice",
        )
        return InputError([Problem("input-changed", Place(self.name), told, hint)])


class Inputs:
    """A file, or every file of a folder in order of name; *known* says how far a file was read before."""

    def __init__(self, path: str, known: Any, follow: bool) -> None:
        self.place = Path(path)
        self.known = known
        self.follow = follow
        self.files: dict[str, Input] = {}
        self.passed: list[str] = []
        """What a folder holds and is not read."""

    def __iter__(self) -> Iterator[tuple[Input, list[Line]] | None]:
        """Yield groups of lines with the input they are of; None whenever there is nothing new and more may come."""
        while True:
            for name in self._names():
                if name not in self.files:
                    self.files[name] = Input(name, self.known(name))
                for group in self.files[name].blocks():
                    yield self.files[name], group
            if not self.follow:
                return
            yield None
            time.sleep(PAUSE)

    def _names(self) -> list[str]:
        if not self.place.is_dir():
            return [str(self.place)]
        found = sorted(self.place.iterdir())
        read = [path for path in found if path.suffix.lower() in SUFFIXES and path.is_file()]
        self.passed = [path.name for path in found if path not in read and not path.name.startswith(".")]
        return [str(path) for path in read]

    def waiting(self) -> dict[str, int]:
        """Return the inputs whose last line has no end, with its number."""
        return {name: file.lines + 1 for name, file in self.files.items() if file.waiting}


class Stream:
    """Standard input: what one read returns is a group, so that a single event is answered at once."""

    def __init__(self, data: BinaryIO) -> None:
        self.data = data
        self.lines = 0
        self.rest = b""

    def __iter__(self) -> Iterator[list[Line]]:
        """Yield groups of lines; a last line without an end is taken where it is a whole object, else left in `rest`."""
        while block := self.data.read1(BLOCK):  # type: ignore[attr-defined]
            *whole, self.rest = (self.rest + block).split(b"\n")
            if whole:
                yield self._take(whole)
            refuse_long("-", self.lines, self.rest)
        if self.rest.rstrip().endswith(b"}"):
            yield self._take([self.rest])
            self.rest = b""

    def _take(self, whole: list[bytes]) -> list[Line]:
        first = self.lines + 1
        self.lines += len(whole)
        return [line("-", number, each) for number, each in enumerate(whole, first)]

    def waiting(self) -> dict[str, int]:
        """Return the number of a last line that has no end."""
        return {"-": self.lines + 1} if self.rest.strip() else {}


def refuse_long(name: str, lines: int, rest: bytes) -> None:
    """Refuse an input whose next line does not end."""
    if len(rest) > LONGEST:
        told = Text(
            f"这一行超过 {LONGEST >> 20} MB，还没有换行", f"this line is longer than {LONGEST >> 20} MB and has no end"
        )
        raise InputError(
            [Problem("line-too-long", Place(name, lines + 1), told, Text("每个事件写一行", "write one event a line"))]
        )


def line(name: str, number: int, raw: bytes) -> Line:
    """Decode a line; what is not UTF-8 is kept with its bytes spelt out, to be refused, and the mark of a file's start is dropped."""
    raw = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
    try:
        return Line(name, number, raw.decode("utf-8"))
    except UnicodeDecodeError:
        return Line(name, number, raw.decode("utf-8", "backslashreplace"), utf8=False)
