"""Which of many related facts can meet an equation with who asks, looked up in a table of theirs made once for all who ask.

`count(parent.children where child.saving = overrun)` asked by every child would go through all of them each time. Only facts
whose side of the equation is the value asked for, or unknown, can make any difference; whoever asks goes on to judge these as
always, so that a table decides nothing by itself. An interval is looked up by where it begins.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from checker.base.named import NamedTuple
from checker.cases.case import Fact
from checker.language.exact import Frames, hop, start
from checker.language.tree import (
    Aggregate,
    Binary,
    DefinitionRef,
    Expr,
    FieldRef,
    Path,
    Quantifier,
    Surely,
    walk,
)

MANY = 8
"""So many related facts are worth a table."""
UNEQUAL = ("ratio", "texts")
"""Types of which two values can be equal and written differently."""


class Equation(NamedTuple):
    """An equation of which one side is told of a related fact alone (`theirs`), the other of everything but it (`asked`)."""

    node: Binary | Surely
    theirs: Expr
    asked: Expr
    alone: bool
    """Whether nothing but the equation is asked of the fact."""
    parent: Path
    """Where the facts are listed."""


def equation(node: Aggregate | Quantifier, frames: int) -> Equation | None:
    """Return the first equation by which *node* chooses its facts where *frames* facts are known; None where tables are no help."""
    every = isinstance(node, Quantifier) and node.kind == "every"
    condition = node.body if isinstance(node, Quantifier) else node.condition
    path = node.path
    if condition is None or not isinstance(path, Path) or (path.depth == frames - 1 and len(path.hops) == 1):
        return None  # who is listed is asked for once
    parts = list(parts_of(condition, "or" if every else "and"))
    for part in parts:
        if not isinstance(part, (Binary, Surely)) or part.op != ("!=" if every else "="):
            continue
        if part.left.type in UNEQUAL or part.right.type in UNEQUAL:
            continue
        for theirs, asked in ((part.left, part.right), (part.right, part.left)):
            if looks_at(theirs, frames) == {frames} and frames not in looks_at(asked, frames):
                return Equation(part, theirs, asked, len(parts) == 1, path)
    return None


def parts_of(node: Expr, joint: str) -> Iterator[Expr]:
    """Yield what *joint* joins."""
    if isinstance(node, Binary) and node.op == joint:
        yield from parts_of(node.left, joint)
        yield from parts_of(node.right, joint)
    else:
        yield node


def looks_at(node: Expr, frames: int) -> set[int]:
    """Return the facts that a tree looks at, by their depth; those of its own quantifiers are no others."""
    found = set()
    for part in walk(node):
        if isinstance(part, (FieldRef, DefinitionRef, Path)) and 0 <= part.depth <= frames:
            found.add(part.depth)
    return found


def parent(path: Path, s: Frames) -> Fact | None:
    """Return the one fact at which the facts along *path* are listed; None where there are several, or none."""
    fact: Fact | None = start(s, path.depth)
    for key in path.hops[:-1]:
        fact = hop(fact, key)
    return fact


class Later(Sequence[Any]):
    """What is worked out when it is first asked for."""

    def __init__(self, make: Callable[[], Sequence[Any]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Sequence[Any]:
        return self._make()

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, at: Any) -> Any:
        return self._made[at]


class Table:
    """Facts by what their side of an equation comes to: values, or doubled intervals where it is read with these."""

    def __init__(self, found: list[Fact], sides: Iterable[Any], spans: bool) -> None:
        self.found = found
        self.unknown: list[int] = []
        self.values: dict[Any, list[int]] = {}
        self.begins: list[tuple[Any, int]] = []
        self.widest = 0
        self.spans = spans
        for place, side in enumerate(sides):
            if side is None:
                self.unknown.append(place)
            elif spans:
                self.begins.append((side[0], place))
                self.widest = max(self.widest, side[1] - side[0])
            else:
                self.values.setdefault(side, []).append(place)
        self.begins.sort()

    def equal(self, asked: Any) -> list[int]:
        """Return the places of the facts whose side is known and may be *asked*, which is known."""
        if not self.spans:
            return self.values.get(asked, [])
        low = bisect_left(self.begins, (asked[0] - self.widest, -1))
        high = bisect_right(self.begins, (asked[1], len(self.found)))
        return [place for _, place in self.begins[low:high]]

    def meeting(self, asked: Any, alone: bool) -> list[Fact]:
        """Return the facts of which the equation with *asked* may be more than false, in their order.

        Where *asked* is unknown and the equation stands *alone*, it is unknown of each of them alike: the first stands for all.
        """
        if asked is None:
            places = {0, *self.unknown} if alone else set(range(len(self.found)))
        else:
            places = {*self.equal(asked), *self.unknown}
        return [self.found[place] for place in sorted(places)]
