"""Typed tree → closures of doubled intervals: what ≈ and the reading of `certain` compare (design 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from checker.cases.case import Fact
from checker.language.across import rounds, told_of
from checker.language.algebra import combines
from checker.language.columns import Ends, No
from checker.language.exact import Bounds, Closure, Frames, hop, meets, ratio_meets, start
from checker.language.memo import Remembered
from checker.language.tree import (
    Across,
    Aggregate,
    Binary,
    Call,
    DefinitionRef,
    Expr,
    FieldRef,
    If,
    Quantifier,
    Surely,
    Unary,
)
from checker.language.visitor import assure, called, given, said


class IntervalCompiler:
    """The part of the compiler that knows intervals; values and definitions come from the class that adds it."""

    compile: Callable[[Expr], Closure]
    _definition: Callable[[DefinitionRef, str], Closure]
    _chosen: Callable[[Aggregate | Quantifier], Callable[[Frames], tuple[Iterable[Fact], bool]]]
    _in_order: Callable[[Aggregate, Closure, Closure | None, Callable[[Any, Any], Any], Any], Closure]
    remembered: Remembered | None
    _bounds: dict[tuple[int, bool], tuple[Bounds, Expr]]
    zero_exact = False
    """Whether a printed zero is taken for what it says: `≈` takes it for rounded, a comparison does not."""

    def _surely(self, node: Surely) -> Closure:
        before, self.zero_exact = self.zero_exact, True
        try:
            left, right = self.bounds(node.left), self.bounds(node.right)
        finally:  # a tree that means nothing leaves a compiler of many trees as it was
            self.zero_exact = before
        compare = given(self, said(self, node).ends, node)
        return lambda s: compare(left(s), right(s))

    def _approximate(self, node: Binary) -> Closure:
        if node.left.type == "ratio":
            assert isinstance(node.left, Binary)
            over, under, rate = self.bounds(node.left.left), self.bounds(node.left.right), self.bounds(node.right)
            return lambda s: ratio_meets(over(s), under(s), rate(s))
        left, right = self.bounds(node.left), self.bounds(node.right)
        return lambda s: meets(left(s), right(s))

    def bounds(self, node: Expr) -> Bounds:
        """Return the closure of the doubled interval of a linear combination of figures."""
        key = (id(node), self.zero_exact)
        known = self._bounds.get(key)
        if known is None:
            known = self._bounds[key] = (self._ends(node), node)
        return known[0]

    def _ends(self, node: Expr) -> Bounds:
        assure(self, node)
        if isinstance(node, FieldRef):
            return self._field_bounds(node)
        if isinstance(node, DefinitionRef):
            inner = self._definition(node, "ends")
            depth, hops = node.depth, node.hops

            def defined(s: Frames) -> Any:
                fact: Fact | None = start(s, depth)
                for key in hops:
                    fact = hop(fact, key)
                return None if fact is None else inner((fact,))

            return defined
        if isinstance(node, Unary) and node.op == "neg":
            operand = self.bounds(node.operand)

            def negate(s: Frames) -> Any:
                ends = operand(s)
                return None if ends is None else (-ends[1], -ends[0])

            return negate
        if isinstance(node, If):
            condition, yes, no = self.compile(node.condition), self.bounds(node.yes), self.bounds(node.no)

            def choose(s: Frames) -> Any:
                which = condition(s)
                return None if which is None else yes(s) if which else no(s)

            return choose
        if combines(node) and node.left.type != "date":
            return self._binary_bounds(node)
        if isinstance(node, (Aggregate, Call)) and not isinstance(ends := called(self, node).ends, No):
            if not isinstance(node, Aggregate):
                return self._call_bounds(node, ends)
            total = self._aggregate_bounds(node, ends)
            if self.remembered is None:
                return total
            kept: Bounds = self.remembered.keep_of_many(node, self.zero_exact, "ends", total)
            return kept
        if isinstance(node, Across) and rounds(node):
            return self._told_bounds(node)
        exact = self.compile(node)

        def point(s: Frames) -> Any:
            value = exact(s)
            return None if value is None else (2 * value, 2 * value)

        return point

    def _field_bounds(self, node: FieldRef) -> Bounds:
        name, depth, hops, zero_exact = node.name, node.depth, node.hops, self.zero_exact

        def ends(s: Frames) -> Any:
            fact: Fact | None = start(s, depth)
            for key in hops:
                fact = hop(fact, key)
            cell = None if fact is None else fact.cells.get(name)
            if cell is None:
                return None
            if zero_exact and cell.value == 0:
                return (0, 0)
            return (2 * cell.value - cell.step, 2 * cell.value + cell.step)

        return ends

    def _told_bounds(self, node: Across) -> Bounds:
        """Return the interval of a figure that another case printed."""
        key, zero_exact = node.key, self.zero_exact

        def ends(s: Frames) -> Any:
            found = told_of(s[0], key, True)
            if found is None or found.low is None:
                return None
            return (0, 0) if zero_exact and found.value == 0 else (found.low, found.high)

        return ends

    def _binary_bounds(self, node: Binary) -> Bounds:
        left, right, ends = self.bounds(node.left), self.bounds(node.right), given(self, said(self, node).ends, node)

        def combine(s: Frames) -> Any:
            one, two = left(s), right(s)
            return None if one is None or two is None else ends(one, two)

        return combine

    def _call_bounds(self, node: Call, ends: Callable[[list[Ends]], Ends]) -> Bounds:
        arguments = [self.bounds(each) for each in node.arguments]

        def combine(s: Frames) -> Any:
            found = [argument(s) for argument in arguments]
            known = [each for each in found if each is not None]
            return ends(known) if len(known) == len(found) else None

        return combine

    def _aggregate_bounds(self, node: Aggregate, combined: Callable[[list[Ends]], Ends]) -> Bounds:
        members = self._chosen(node)
        condition = self.compile(node.condition) if node.condition is not None else None
        assert node.body is not None
        body, function = self.bounds(node.body), node.function
        listed = function == "listed_sum"

        def total(s: Frames) -> Any:
            found, complete = members(s)
            if not complete and not listed:
                return None
            taken: list[tuple[Any, Any]] = []
            for fact in found:
                inner = (*s, fact)
                wanted = True if condition is None else condition(inner)
                ends = body(inner) if wanted is not False else None
                if wanted is False or (listed and (wanted is None or ends is None)):
                    continue
                if wanted is None or ends is None:
                    return None
                taken.append(ends)
            return combined(taken) if taken or function in ("sum", "listed_sum") else None

        empty = (0, 0) if function in ("sum", "listed_sum") else None

        def join(one: Any, two: Any) -> Any:
            return two if one is None else combined([one, two])

        return self._in_order(node, total, body, join, empty)
