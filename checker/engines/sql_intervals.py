"""Intervals in SQL, with the same integers as the evaluator's: both ends doubled, so that half a unit is whole (design 5)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from checker.engines import sql_build as b
from checker.engines import sql_numbers as n
from checker.engines.sql_frames import Block
from checker.engines.sql_numbers import Num
from checker.language.algebra import constant, linear
from checker.language.tree import Aggregate, Binary, DefinitionRef, Expr, FieldRef, If, Unary


class Ends(NamedTuple):
    """The doubled ends of an interval; both known or both unknown."""

    low: Num
    high: Num


class IntervalSql:
    """The part of the compiler that knows intervals; numbers and facts come from the class that adds it."""

    number: Any
    value: Any
    step: Any
    definition: Any
    members: Any
    settled: Any
    folded: Any

    def approximate(self, node: Binary, at: Block) -> Any:
        """Return left ≈ right."""
        if node.left.type == "ratio":
            assert isinstance(node.left, Binary)
            over, under = self.ends(node.left.left, at), self.ends(node.left.right, at)
            return _ratio_meets(over, under, self.ends(node.right, at))
        if "null" in (node.left.type, node.right.type):
            return b.truth(None)
        one, two = self.ends(node.left, at), self.ends(node.right, at)
        return b.both(n.compare("<=", one.low, two.high), n.compare("<=", two.low, one.high))

    def ends(self, node: Expr, at: Block) -> Ends:
        """Return the doubled interval of a linear combination of figures."""
        if isinstance(node, FieldRef):
            double, step = n.multiply(n.constant(2), self.number(node, at)), self.step(node, at)
            return Ends(n.add(double, step, minus=True), n.add(double, step))
        if isinstance(node, DefinitionRef):
            expr, seen = self.definition(node, at)
            return self.ends(expr, seen) if linear(expr) else Ends(n.nothing(), n.nothing())
        if isinstance(node, Unary):
            inner = self.ends(node.operand, at)
            return Ends(n.minus(inner.high), n.minus(inner.low))
        if isinstance(node, If):
            condition = self.value(node.condition, at)
            yes, no = self.ends(node.yes, at), self.ends(node.no, at)
            other = b.negate(condition.copy())
            return Ends(
                n.choose((condition, yes.low), (other, no.low)), n.choose((condition, yes.high), (other, no.high))
            )
        if isinstance(node, Binary) and node.op in "+-":
            left, right = self.ends(node.left, at), self.ends(node.right, at)
            if node.op == "+":
                return Ends(n.add(left.low, right.low), n.add(left.high, right.high))
            return Ends(n.add(left.low, right.high, minus=True), n.add(left.high, right.low, minus=True))
        if isinstance(node, Binary) and node.op == "*":
            if not (constant(node.left) or constant(node.right)):
                return _product(self.ends(node.left, at), self.ends(node.right, at))
            factor, other_ = (node.left, node.right) if constant(node.left) else (node.right, node.left)
            times, inner = self.number(factor, at), self.ends(other_, at)
            products = [n.multiply(times, inner.low), n.multiply(times, inner.high)]
            return Ends(n.least(products), n.least(products, greatest=True))
        if isinstance(node, Aggregate) and node.function == "sum":
            return self._sum_ends(node, at)
        double = n.multiply(n.constant(2), self.number(node, at))
        return Ends(double, double)

    def _sum_ends(self, node: Aggregate, at: Block) -> Ends:
        block, alias, complete, condition = self.members(node, at)
        assert node.body is not None
        body = self.ends(node.body, block)
        known = self.settled(block, alias, complete, condition, body.low.sql)
        return Ends(*(self.folded("sum", block, alias, known, condition, end) for end in body))


def _product(one: Ends, two: Ends) -> Ends:
    """Return the doubled interval of a product of two: of the ends' products, doubled twice, the half."""
    products = [n.multiply(n.multiply(n.constant(Decimal("0.5")), a), b_) for a in one for b_ in two]
    return Ends(n.least(products), n.least(products, greatest=True))


def _ratio_meets(over: Ends, under: Ends, rate: Ends) -> Any:
    """Whether over/under can be rate; unknown unless the denominator is wholly positive."""
    least = n.least([n.multiply(rate.low, end) for end in under])
    greatest = n.least([n.multiply(rate.high, end) for end in under], greatest=True)
    two = n.constant(2)
    meets = b.both(
        n.compare("<=", least, n.multiply(two, over.high)), n.compare("<=", n.multiply(two, over.low), greatest)
    )
    return b.case((n.compare(">", under.low, n.constant(0)), meets))
