"""Typed tree → Python closures of what is told of related facts: quantifiers, and what is gathered over collections."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any

from checker.cases.case import Fact
from checker.language.equations import MANY, Equation, Table, equation, parent
from checker.language.exact import Bounds, Closure, Frames, all_of, gather, pick, start
from checker.language.folding import operands
from checker.language.memo import Remembered
from checker.language.running import Order, Running, may_order, order
from checker.language.tree import Aggregate, Expr, Path, Quantifier, Surely, unknown
from checker.language.visitor import called
from checker.language.words import QUANTIFIERS


class MemberCompiler:
    """The part of the compiler that knows collections; values and intervals come from the class that adds it."""

    compile: Callable[[Expr], Closure]
    bounds: Callable[[Expr], Bounds]
    remembered: Remembered | None
    zero_exact: bool

    def _members(self, path: Expr) -> Callable[[Frames], tuple[Iterable[Fact], bool]]:
        assert isinstance(path, Path)
        depth, hops = path.depth, path.hops
        if depth >= 0 and len(hops) == 1 and hops[0] not in ("^", "^^"):
            key = hops[0]

            def direct(s: Frames) -> tuple[Iterable[Fact], bool]:
                fact = s[depth]
                return fact.related.get(key, ()), fact.states.get(key) == "complete"

            return direct
        return lambda s: gather(start(s, depth), hops)

    def _chosen(self, node: Aggregate | Quantifier) -> Callable[[Frames], tuple[Iterable[Fact], bool]]:
        """Return the members of *node* that can make any difference to it: of an equation with many facts those in its table."""
        members = self._members(node.path)
        if self.remembered is None:
            return members
        remembered, zero_exact = self.remembered, self.zero_exact
        asked: dict[int, tuple[Equation, Closure, Closure, dict[Any, Any]] | None] = {}  # by how many frames there are

        def looked_up(s: Frames) -> tuple[Iterable[Fact], bool]:
            found, complete = members(s)
            if remembered.asleep or not isinstance(found, list) or len(found) < MANY:
                return found, complete
            at = len(s)
            if at not in asked:
                equal = equation(node, at)
                sides = None if equal is None else self._sides(equal, zero_exact)
                asked[at] = None if equal is None or sides is None else (equal, *sides, remembered.table(node))
            known = asked[at]
            if known is None:
                return found, complete
            equal, theirs, other, tables = known
            listed_at = parent(equal.parent, s)
            if listed_at is None:
                return found, complete
            table = tables.get(listed_at)
            if table is None:
                sides_of = (theirs((*s, fact)) for fact in found)
                table = tables[listed_at] = Table(found, sides_of, isinstance(equal.node, Surely))
            return table.meeting(other((*s, found[0])), equal.alone), complete

        return looked_up

    def _sides(self, equal: Equation, zero_exact: bool) -> tuple[Closure, Closure]:
        """Return what each side of an equation comes to, as what compares them reads it."""
        before, node = self.zero_exact, equal.node
        self.zero_exact = True if isinstance(node, Surely) else zero_exact
        if isinstance(node, Surely):
            left, right = self.bounds(node.left), self.bounds(node.right)
        else:
            left, right = operands(self, node.op, node.left, node.right)
        self.zero_exact = before
        return (left, right) if equal.theirs is node.left else (right, left)

    def _quantifier(self, node: Quantifier) -> Closure:
        made = self._decided(node)
        if self.remembered is None:
            return made
        kept: Closure = self.remembered.keep_of_many(node, self.zero_exact, "value", made)
        return kept

    def _decided(self, node: Quantifier) -> Closure:
        members, body, kind = self._chosen(node), self.compile(node.body), node.kind
        if kind not in QUANTIFIERS:
            raise unknown(self, node)
        wanted = kind != "every"  # what settles the question at once: one that does, or one that does not

        def decide(s: Frames) -> Any:
            found, complete = members(s)
            unsure = not complete
            for fact in found:
                truth = body((*s, fact))
                if truth is wanted:
                    return kind == "some"
                unsure = unsure or truth is None
            return None if unsure else kind != "some"

        return decide

    def _aggregate(self, node: Aggregate) -> Closure:
        made = self._aggregated(node)
        if self.remembered is None:
            return made
        kept: Closure = self.remembered.keep_of_many(node, self.zero_exact, "value", made)
        return kept

    def _aggregated(self, node: Aggregate) -> Closure:
        members = self._chosen(node)
        condition = self.compile(node.condition) if node.condition is not None else None
        body = self.compile(node.body) if node.body is not None else None
        function = called(self, node).id
        if function == "listed_sum":
            assert body is not None
            return self._in_order(node, self._listed(members, condition, body), body, operator.add, 0)

        def collect(s: Frames) -> Any:
            found, complete = members(s)
            if not complete:
                return None
            values = []
            for fact in found:
                inner = (*s, fact)
                if condition is not None:
                    wanted = condition(inner)
                    if wanted is None:
                        return None
                    if not wanted:
                        continue
                value = 1 if body is None else body(inner)
                if value is None:
                    return None
                values.append(value)
            if function in ("sum", "count"):
                return sum(values)
            return pick(function, values) if values else None

        if function in ("sum", "count"):
            return self._in_order(node, collect, body, operator.add, 0)
        return self._in_order(node, collect, body, lambda best, value: _further(function, best, value), None)

    def _in_order(
        self, node: Aggregate, plain: Closure, body: Closure | None, join: Callable[[Any, Any], Any], start: Any
    ) -> Closure:
        """Return what *plain* returns; where *node* chooses from many facts by size, read off what they come to in order (`running`)."""
        if self.remembered is None or not may_order(node):
            return plain
        members, remembered, zero_exact = self._members(node.path), self.remembered, self.zero_exact
        listed = node.function == "listed_sum"
        ways: dict[int, tuple[Order, list[Closure], dict[Any, Any]] | None] = {}  # by how many frames there are

        def looked_up(s: Frames) -> Any:
            found, complete = members(s)
            if remembered.asleep or not isinstance(found, list) or len(found) < MANY:
                return plain(s)
            if len(s) not in ways:
                way = None if equation(node, len(s)) is not None else order(node, len(s))
                asks = [] if way is None else self._compiled_as((way.theirs, way.asked, *way.rest), zero_exact)
                ways[len(s)] = None if way is None else (way, asks, remembered.table(node))
            known = ways[len(s)]
            listed_at = None if known is None else parent(known[0].parent, s)
            if known is None or listed_at is None:
                return plain(s)
            if not complete and not listed:
                return None
            way, (theirs, asked, *rest), tables = known
            table = tables.get(listed_at)
            if table is None:
                inner = [(*s, fact) for fact in found]
                facts = (
                    (all_of(test(each) for test in rest), theirs(each), 1 if body is None else body(each))
                    for each in inner
                )
                table = tables[listed_at] = Running(facts, way.op, join, start, listed)
            return table.held_against(asked((*s, found[0])))

        return looked_up

    def _compiled_as(self, nodes: Iterable[Expr], zero_exact: bool) -> list[Closure]:
        """Return the closures of *nodes* where zeros are taken so."""
        before, self.zero_exact = self.zero_exact, zero_exact
        try:
            return [self.compile(each) for each in nodes]
        finally:
            self.zero_exact = before

    def _listed(
        self, members: Callable[[Frames], tuple[Iterable[Fact], bool]], condition: Closure | None, body: Closure
    ) -> Closure:
        def listed(s: Frames) -> Any:
            inner = [(*s, fact) for fact in members(s)[0]]
            values = [body(each) for each in inner if condition is None or condition(each) is True]
            return sum(value for value in values if value is not None)

        return listed


def _further(function: str, best: Any, value: Any) -> Any:
    """Return the least or greatest of what was found so far, if anything was, and a value."""
    return value if best is None else pick(function, (best, value))
