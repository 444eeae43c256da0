"""What many related facts come to up to a value, or from one on, read off a table of running results made once for all who ask.

`listed_sum(line.payments.amount where date <= own date)` asked by every payment would add up all of them each time. Who asks
differs only in the value that the others are held against: they are put in order, and what they come to is kept at each place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

from checker.base.named import NamedTuple
from checker.language.equations import UNEQUAL, looks_at, parts_of
from checker.language.operators import COMPARISONS
from checker.language.tree import Across, Aggregate, Binary, Expr, Path, walk

BELOW, ABOVE = ("<", "<="), (">", ">=")
FLIPPED = {
    known.id: known.flipped
    for known in COMPARISONS.values()
    if known.kind == "order" and isinstance(known.flipped, str)
}
"""What each comparison by size is with its sides changed over."""


class Order(NamedTuple):
    """A comparison by which an aggregate chooses its facts: what is told of a fact stands in *op* to what is *asked*.

    *rest* is what is asked of the fact besides, which is told of the fact alone.
    """

    op: str
    theirs: Expr
    asked: Expr
    rest: tuple[Expr, ...]
    parent: Path


def may_order(node: Aggregate) -> bool:
    """Whether *node* holds its facts against anything by size."""
    condition = node.condition
    return condition is not None and any(
        isinstance(part, Binary) and part.op in FLIPPED for part in parts_of(condition, "and")
    )


def order(node: Aggregate, frames: int) -> Order | None:
    """Return how *node* chooses its facts by size where *frames* facts are known; None where a table is no help."""
    path, condition = node.path, node.condition
    if condition is None or not isinstance(path, Path) or (path.depth == frames - 1 and len(path.hops) == 1):
        return None  # who is listed is asked for once
    parts = list(parts_of(condition, "and"))
    alone = [part for part in parts if _alone(part, frames)]
    others = [part for part in parts if not _alone(part, frames)]
    if len(others) != 1 or node.type in UNEQUAL or not (node.body is None or _alone(node.body, frames)):
        return None
    (part,) = others
    if not isinstance(part, Binary) or part.op not in FLIPPED or {part.left.type, part.right.type} & {*UNEQUAL}:
        return None
    for op, theirs, asked in ((part.op, part.left, part.right), (FLIPPED[part.op], part.right, part.left)):
        if looks_at(theirs, frames) == {frames} and _alone(theirs, frames) and frames not in looks_at(asked, frames):
            return Order(op, theirs, asked, tuple(alone), path)
    return None


def _alone(node: Expr, frames: int) -> bool:
    """Whether *node* is told of the related fact alone, so that it is the same whoever asks."""
    return looks_at(node, frames) <= {frames} and not any(isinstance(part, Across) for part in walk(node))


class Running:
    """What facts come to in the order of their side of a comparison.

    Each is given as whether it is wanted but for the comparison, its side, and its value; None is unknown. What is not known
    makes the whole unknown where the comparison lets it in, but for what is *listed*, of which only what is known is taken.
    """

    def __init__(
        self, facts: Iterable[tuple[Any, Any, Any]], op: str, join: Callable[[Any, Any], Any], start: Any, listed: bool
    ) -> None:
        wanted = [each for each in facts if each[0] is not False]
        self.op, self.listed, self.start = op, listed, start
        self.any = bool(wanted)
        self.open = any(side is None for _, side, _ in wanted)
        """Whether the comparison is unknown for any of them, whatever it is held against."""
        known = sorted((each for each in wanted if each[1] is not None), key=itemgetter(1), reverse=op in ABOVE)
        self.sides = [side for _, side, _ in known]
        if op in ABOVE:
            self.sides.reverse()
        self.come, self.doubts = [start], [0]
        for truth, _, value in known:
            doubtful = truth is None or value is None
            self.doubts.append(self.doubts[-1] + doubtful)
            self.come.append(self.come[-1] if doubtful else join(self.come[-1], value))

    def held_against(self, asked: Any) -> Any:
        """Return what those come to whose side stands in the comparison to *asked*."""
        if asked is None:
            return self.start if self.listed or not self.any else None
        find = bisect_left if self.op in ("<", ">=") else bisect_right
        many = find(self.sides, asked)
        if self.op in ABOVE:
            many = len(self.sides) - many
        return self.come[many] if self.listed or not (self.open or self.doubts[many]) else None
