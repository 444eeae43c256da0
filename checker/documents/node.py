"""Nodes of a document with their places, and how large a document may be; what every reader of a text makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.base.errors import Place, Problem, Text
from checker.base.named import NamedTuple


class Node:
    """A place in a document: kind map, list, text (quoted), plain (unquoted) or null; never changed after reading.

    `value` is a list of (key, value) pairs, a list of nodes, or the text as written. Lines and columns count from 1.
    """

    __slots__ = ("column", "kind", "line", "value")

    def __init__(self, kind: str, value: Any, line: int, column: int) -> None:
        self.kind = kind
        self.value = value
        self.line = line
        self.column = column

    @property
    def text(self) -> str:
        """The text as written; of a list or a mapping a short form such as [a, b], for messages: it is no value."""
        if isinstance(self.value, str):
            return self.value
        shown = "".join(_pieces(self, SHOWN))
        return shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"

    @property
    def is_scalar(self) -> bool:
        """Whether this is a single value, and no list or mapping."""
        return self.kind not in ("map", "list")

    def __repr__(self) -> str:
        """Print the text, so that no message can hold an address of memory."""
        return self.text


SHOWN = 40
"""Characters of a list or a mapping that a message shows."""


def _pieces(node: Node, room: int, depth: int = 0) -> Iterator[str]:
    """Yield a list or a mapping in the flow style of YAML, to about *room* characters and three levels."""
    if isinstance(node.value, str):
        yield node.value[: room + 1]
        return
    first, last = "[]" if node.kind == "list" else "{}"
    yield first
    used = 0
    for number, entry in enumerate(node.value):
        pair = entry if node.kind == "map" else (entry,)
        told = ": ".join("…" if depth > 1 else "".join(_pieces(each, room - used, depth + 1)) for each in pair)
        yield (", " if number else "") + told
        used += len(told) + 2
        if used > room:
            break
    yield last


class Limits(NamedTuple):
    """How large a document may be before it is refused."""

    bytes: int = 256 * 1024 * 1024
    depth: int = 40
    nodes: int = 20_000_000


LIMITS = Limits()
"""The limits that hold unless others are given."""


def position(text: str, at: int) -> tuple[int, int]:
    """Return the line and column of the character *at*."""
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def repeated_keys(file: str, lines: list[str], pairs: list[tuple[Node, Node]], problems: list[Problem]) -> None:
    """Add a problem for each key of a mapping that was there before; called once a mapping."""
    names = [key.value for key, _ in pairs if isinstance(key.value, str)]  # other keys are refused elsewhere
    if len(set(names)) == len(names):
        return
    first: dict[str, Node] = {}
    for key, _ in pairs:
        known = first.setdefault(key.value, key) if isinstance(key.value, str) else key
        if known is not key:
            text = lines[key.line - 1] if key.line <= len(lines) else ""
            message = Text(
                f"“{key.value}”写了两次（第 {known.line} 行已有）",
                f"{key.value!r} is there twice (first in line {known.line})",
            )
            problems.append(
                Problem(
                    "repeated-key",
                    Place(file, key.line, key.column, text, max(1, len(key.value))),
                    message,
                    Text("只留一处", "keep one of them"),
                )
            )
