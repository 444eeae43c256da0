"""The parts of an outline: every value of a text, with the characters from which it reaches to which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of a value: where it begins in the value and in the text, and how many characters of both it is."""

    at: int
    source: int
    size: int


class Part:
    """A value in the text, from the character *start* up to *end*; `key` is the key it stands under, `owner` what it lies in."""

    __slots__ = ("column", "end", "entries", "flow", "key", "kind", "owner", "pieces", "start", "style", "value")

    def __init__(self, kind: str, start: int, end: int, column: int = 0, value: str = "", style: str = "") -> None:
        self.kind = kind
        """map, list, scalar, key, or empty where nothing is written."""
        self.start = start
        self.end = end
        self.column = column
        self.value = value
        self.style = style
        self.flow = False
        self.entries: list[Part] = []
        """The values of a map (each with its key) or the entries of a list."""
        self.pieces: tuple[Piece, ...] = ()
        self.key: Part | None = None
        self.owner: Part | None = None

    def source_of(self, at: int) -> int:
        """Return where in the text the character *at* of the value stands."""
        found = self.start
        for piece in self.pieces:
            if piece.at > at:
                break
            found = piece.source + min(at - piece.at, piece.size)
        return found

    def index_of(self, offset: int) -> int:
        """Return which character of the value stands at *offset* of the text, or the next."""
        found = 0
        for piece in self.pieces:
            if piece.source > offset:
                break
            found = piece.at + min(offset - piece.source, piece.size)
        return found

    def get(self, *names: str) -> Part | None:
        """Return the value under the first key of one of these names."""
        return next((each for each in self.entries if each.key is not None and each.key.value in names), None)

    def keys(self) -> list[str]:
        """Return the keys of a map."""
        return [each.key.value for each in self.entries if each.key is not None]

    def walk(self) -> Iterator[Part]:
        """Yield this part and all in it, in the order of the text."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting += reversed(part.entries)

    def above(self) -> Iterator[Part]:
        """Yield this part and what it lies in, from the inside out."""
        part: Part | None = self
        while part is not None:
            yield part
            part = part.owner


def at(root: Part, offset: int) -> Part:
    """Return the least part that holds *offset*: a key where it stands in one."""
    found = root
    while True:
        inner = next((each for each in found.entries if _begins(each) <= offset <= max(each.end, each.start)), None)
        if inner is None:
            return found
        if inner.key is not None and inner.key.start <= offset <= inner.key.end:
            return inner.key
        found = inner


def _begins(part: Part) -> int:
    return part.key.start if part.key is not None else part.start
