"""Typed tree → closures of doubled intervals: what ≈ compares (design 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from checker.case import Fact
from checker.language.exact import Bounds, Closure, Frames, half, hop, start
from checker.language.tree import Aggregate, Binary, DefinitionRef, Expr, FieldRef, If, Unary


class IntervalCompiler:
    """The part of the compiler that knows intervals; values and definitions come from the class that adds it."""

    compile: Callable[[Expr], Closure]
    _definition: Callable[[DefinitionRef], tuple[Closure, Bounds]]
    _members: Callable[[Expr], Callable[[Frames], tuple[Iterable[Fact], bool]]]

    def bounds(self, node: Expr) -> Bounds:
        """Return the closure of the doubled interval of a linear combination of figures."""
        if isinstance(node, FieldRef):
            return self._field_bounds(node)
        if isinstance(node, DefinitionRef):
            inner = self._definition(node)[1]
            depth, hops = node.depth, node.hops

            def defined(s: Frames) -> Any:
                fact: Fact | None = start(s, depth)
                for key in hops:
                    fact = hop(fact, key)
                return None if fact is None else inner((fact,))

            return defined
        if isinstance(node, Unary):
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
        if isinstance(node, Binary):
            return self._binary_bounds(node)
        if isinstance(node, Aggregate) and node.function == "sum":
            return self._sum_bounds(node)
        exact = self.compile(node)

        def point(s: Frames) -> Any:
            value = exact(s)
            return None if value is None else (2 * value, 2 * value)

        return point

    def _field_bounds(self, node: FieldRef) -> Bounds:
        name, depth, hops = node.name, node.depth, node.hops

        def ends(s: Frames) -> Any:
            fact: Fact | None = start(s, depth)
            for key in hops:
                fact = hop(fact, key)
            cell = None if fact is None else fact.cells.get(name)
            if cell is None:
                return None
            return (2 * cell.value - cell.step, 2 * cell.value + cell.step)

        return ends

    def _binary_bounds(self, node: Binary) -> Bounds:
        left, right, op = self.bounds(node.left), self.bounds(node.right), node.op

        def combine(s: Frames) -> Any:
            one, two = left(s), right(s)
            if one is None or two is None:
                return None
            if op == "+":
                return (one[0] + two[0], one[1] + two[1])
            if op == "-":
                return (one[0] - two[1], one[1] - two[0])
            products = [a * b for a in one for b in two]  # doubled twice: halve, exactly
            return (half(min(products)), half(max(products)))

        return combine

    def _sum_bounds(self, node: Aggregate) -> Bounds:
        members = self._members(node.path)
        condition = self.compile(node.condition) if node.condition is not None else None
        assert node.body is not None
        body = self.bounds(node.body)

        def total(s: Frames) -> Any:
            found, complete = members(s)
            if not complete:
                return None
            low = high = 0
            for fact in found:
                inner = (*s, fact)
                if condition is not None:
                    wanted = condition(inner)
                    if wanted is None:
                        return None
                    if not wanted:
                        continue
                ends = body(inner)
                if ends is None:
                    return None
                low, high = low + ends[0], high + ends[1]
            return (low, high)

        return total
