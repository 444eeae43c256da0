"""What an expression says of a fact that a relation leads to, worked out once for all subjects that it is led to from.

A line's parent is the parent of many, and what rules ask of it is long. Whatever part of an expression reads only facts
beyond one and the same relation is asked in a SELECT over those facts, and joined.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from checker.base.frozen import changed
from checker.engines.sql import build as b
from checker.engines.sql.frames import Block
from checker.engines.sql.numbers import Ends, Num, Ratio
from checker.language.scope import Definition
from checker.language.tree import (
    Across,
    Aggregate,
    DefinitionRef,
    Expr,
    FieldRef,
    Given,
    ParameterRef,
    Path,
    Quantifier,
    children,
    parts,
)

WORTH = 6
"""Parts of an expression that is worth a column of another SELECT; a shorter one reads the fact beyond where it is asked."""
Way = tuple[int, str]
"""The fact at a depth and the first step from there; of the unit -1 and no step."""


class Led(NamedTuple):
    """Where a part of an expression leads: the ways that its facts are reached by, and how many parts it has."""

    ways: frozenset[Way | None]
    """None: a fact that is at hand."""
    size: int
    node: Expr
    """Held, since it is known by its identity."""


class ElsewhereSql:
    """The part of the compiler that knows facts beyond a relation."""

    definitions: dict[tuple[str, str], Definition]
    as_of: Expr | None
    zero_exact: bool
    turns: Any
    undated: Any
    once: Any
    height: Any
    leading: dict[tuple[int, int], Led]

    def elsewhere(self, kind: str, node: Expr, at: Block, make: Callable[[Expr, Block], Any]) -> Any:
        """Return what *make* makes of *node* where all that it reads is beyond one relation; nothing where it is not."""
        if isinstance(node, (FieldRef, DefinitionRef, ParameterRef, Given)):
            return None
        led = self._led(node, len(at.frames))
        if led.size < WORTH or len(led.ways) != 1:
            return None
        (way,) = led.ways
        if way is None:
            return None
        depth, step = way
        moved = _moved(node, depth, len(at.frames))
        block, alias = at.beyond(at.start(depth), step, self.height(moved, at))
        return _read(make(moved, block), lambda sql: b.column(alias, block.value(sql)))

    def said_of_another(self, kind: str, node: DefinitionRef, at: Block, make: Callable[[Expr, Block], Any]) -> Any:
        """Return a definition of a fact that *node* leads to; unknown where there is none."""
        expr = self.definitions[(node.entity, node.name)].expr
        self.undated(expr)
        place, *hops = at.start(node.depth), *(node.hops or ("",))
        for key in hops[:-1]:
            place = at.hop(place, key)
        block, alias = at.beyond(place, hops[-1], self.height(expr, at))
        there = b.known(b.column("c", "_fact"))
        made = self.once(kind, changed(node, depth=0, hops=()), block, make)
        if node.depth < 0 and not node.hops and isinstance(made, (Num, Ends)) and _constant(made):
            return made  # the unit is always there
        return _read(made, lambda sql: b.column(alias, block.value(b.case((there, sql)))))

    def _led(self, node: Expr, frames: int) -> Led:
        key = id(node), frames
        found = self.leading.get(key)
        if found is None:
            found = self.leading[key] = self._leads(node, frames)
        return found

    def _leads(self, node: Expr, frames: int) -> Led:
        if isinstance(node, (FieldRef, DefinitionRef, Path)):
            return Led(self._way(node, frames), 1, node)
        if isinstance(node, Across):  # it stands beside the subject, whatever it reads in other cases
            return Led(frozenset((None,)), 1, node)
        below = [self._led(child, frames) for child in children(node)]
        ways: frozenset[Way | None] = frozenset().union(*(each.ways for each in below))
        if isinstance(node, ParameterRef) and self.as_of is not None and self.turns(node.name):
            ways = frozenset((None,))  # which value holds is a question to the subject
        many = WORTH if isinstance(node, (Aggregate, Quantifier)) else 1
        return Led(ways, many + sum(each.size for each in below), node)

    def _way(self, node: FieldRef | DefinitionRef | Path, frames: int) -> frozenset[Way | None]:
        if node.depth >= frames:
            return frozenset()
        bare = len(node.hops) - isinstance(node, Path) == (node.depth >= 0)
        if isinstance(node, DefinitionRef) and bare:
            return frozenset((None,))  # of a fact that is not there it says nothing
        if node.depth < 0:
            return frozenset(((-1, ""),))
        steps = node.hops[:-1] if isinstance(node, Path) else node.hops
        return frozenset(((node.depth, steps[0]),)) if steps else frozenset((None,))


def _constant(made: Num | Ends) -> bool:
    return all(each.const is not None for each in (made if isinstance(made, Ends) else (made,)))


def _read(made: Any, column: Callable[[Any], Any]) -> Any:
    """Return what was made in another SELECT as it is read from there."""
    if isinstance(made, Num):  # a constant alone would be of 32 bits
        sql = made.sql if made.const is None or made.wide else b.cast(made.sql, "BIGINT")
        return made._replace(sql=column(sql), const=None)
    if isinstance(made, (Ratio, Ends)):
        return type(made)(*(_read(number, column) for number in made))
    return column(made)


def _moved(node: Expr, depth: int, frames: int, within: bool = False) -> Expr:
    """Return *node*, which reads facts beyond a first step from the fact at *depth*, as it reads where that step was taken.

    What is asked *within* a list of facts reads the unit as before: the list is then the same for whoever asks it.
    """
    others: dict[str, Any] = {}
    for part in parts(type(node)):
        inner = within or (part != "path" and isinstance(node, (Aggregate, Quantifier)))
        value = getattr(node, part)
        if isinstance(value, tuple):
            others[part] = tuple(_moved(item, depth, frames, inner) for item in value)
        elif value is not None:
            others[part] = _moved(value, depth, frames, inner)
    if isinstance(node, (FieldRef, DefinitionRef, Path)) and not (within and node.depth < 0):
        if node.depth >= frames:
            others["depth"] = node.depth - frames + 1
        else:
            others |= {"depth": 0, "hops": node.hops if depth < 0 else node.hops[1:]}
    return changed(node, **others) if others else node
