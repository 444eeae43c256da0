"""How work tells whoever watches what it meets and how far it is: the command line prints it, a page may show it, a test keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from checker.base.errors import Text

T = TypeVar("T")


class Telling(Protocol):
    """Who is told; what is told changes nothing of a result."""

    def say(self, text: Text) -> None:
        """Take a remark that belongs to the run and not to its report."""

    def steps(self, items: Iterable[T], label: Text, total: int, least: int) -> Iterator[T]:
        """Yield *items* one by one and show how far it is, where there are at least *least* of *total*."""


class Silent:
    """Tells nobody and keeps the remarks."""

    def __init__(self) -> None:
        self.remarks: list[Text] = []

    def say(self, text: Text) -> None:
        """Keep a remark."""
        self.remarks.append(text)

    def steps(self, items: Iterable[T], label: Text, total: int, least: int) -> Iterator[T]:
        """Yield *items*."""
        yield from items
