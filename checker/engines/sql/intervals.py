"""Intervals in SQL, with the same integers as the evaluator's: both ends doubled, so that half a unit is whole (design 5)."""

from __future__ import annotations

from typing import Any

from checker.base.frozen import changed
from checker.engines.sql import build as b
from checker.engines.sql import numbers as n
from checker.engines.sql.frames import OFTEN, Block
from checker.engines.sql.leaves import leaf_of
from checker.engines.sql.numbers import Ends
from checker.language.across import rounds
from checker.language.algebra import linear
from checker.language.tree import (
    Across,
    Aggregate,
    Binary,
    Call,
    DefinitionRef,
    Expr,
    FieldRef,
    If,
    Surely,
    Unary,
    unknown,
)


class IntervalSql:
    """The part of the compiler that knows intervals; numbers and facts come from the class that adds it."""

    number: Any
    value: Any
    step: Any
    once: Any
    elsewhere: Any
    members: Any
    shared_number: Any
    shared_least: Any
    settled: Any
    folded: Any
    zero_exact = False
    """Whether a printed zero is taken for what it says, as in the evaluator's intervals."""

    def _surely(self, node: Surely, at: Block) -> Any:
        """Return a comparison as intervals: NULL where both outcomes can be."""
        if "null" in (node.left.type, node.right.type):
            return b.truth(None)
        before, self.zero_exact = self.zero_exact, True
        one, two, op = self.shared_ends(node.left, at), self.shared_ends(node.right, at), node.op
        self.zero_exact = before
        if op in ("=", "!="):
            same = n.compare("=", n.add(one.low, one.high), n.add(two.low, two.high))
            apart = b.either(n.compare("<", one.high, two.low), n.compare("<", two.high, one.low))
            return b.case((same, b.truth(op == "=")), (apart, b.truth(op == "!=")))
        if op in (">", ">="):
            one, two = two, one
        if op not in ("<", "<=", ">", ">="):
            raise unknown(self, node)
        strict = op in ("<", ">")
        yes = n.compare("<" if strict else "<=", one.high, two.low)
        no = n.compare(">=" if strict else ">", one.low, two.high)
        return b.case((yes, b.truth(True)), (no, b.truth(False)))

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
            figure, step = self.number(node, at), self.step(node, at)
            if self.zero_exact:
                step = n.choose((n.compare("=", figure, n.constant(0)), n.constant(0)), default=step)
            double = n.multiply(n.constant(2), figure)
            ends = n.add(double, step, minus=True), n.add(double, step)
            return Ends(*(end._replace(sql=at.shared(end.sql, OFTEN)) for end in ends))
        there: Ends | None = self.elsewhere("ends", node, at, self.ends)
        if there is not None:
            return there
        if isinstance(node, DefinitionRef):
            said: Ends = self.once("ends", node, at, self._ends_of)
            return said
        if isinstance(node, Unary) and node.op == "neg":
            inner = self.ends(node.operand, at)
            return Ends(n.minus(inner.high), n.minus(inner.low))
        if isinstance(node, If):
            condition = at.shared(self.value(node.condition, at))
            yes, no = self.ends(node.yes, at), self.ends(node.no, at)
            other = b.negate(condition)
            return Ends(
                n.choose((condition, yes.low), (other, no.low)), n.choose((condition, yes.high), (other, no.high))
            )
        if isinstance(node, Aggregate) and node.function != "count":
            return self._aggregate_ends(node, at)
        if isinstance(node, Across) and rounds(node):
            return self._told_ends(node, at)
        dates = isinstance(node, Binary) and node.left.type == "date"
        if not dates and isinstance(node, (Binary, Call)) and (make := leaf_of(self, node).ends) is not None:
            made: Ends = make(self, node, at)
            return made
        double = n.multiply(n.constant(2), self.number(node, at))
        return Ends(double, double)

    def _told_ends(self, node: Across, at: Block) -> Ends:
        """Return the interval of a figure that another case printed."""
        made = []
        for end in ("low", "high"):
            number = self.number(changed(node, end=end), at)
            if self.zero_exact:
                zero = n.compare("=", self.number(node, at), n.constant(0))
                number = n.choose((zero, n.constant(0)), default=number)
            made.append(number)
        return Ends(*made)

    def _ends_of(self, expr: Expr, at: Block) -> Ends:
        """Return the interval of a definition; unknown where it has none."""
        return self.shared_ends(expr, at) if linear(expr) else Ends(n.nothing(), n.nothing())

    def shared_ends(self, node: Expr, at: Block) -> Ends:
        """Return the interval of *node*, each end a column where it is long: what follows names it more than once."""
        low, high = self.ends(node, at)
        return Ends(self.shared_number(low, at), self.shared_number(high, at))

    def _aggregate_ends(self, node: Aggregate, at: Block) -> Ends:
        block, alias, complete, condition = self.members(node, at)
        assert node.body is not None
        if node.function == "listed_sum" and b.never(condition):
            return Ends(n.constant(0), n.constant(0))
        body = self.ends(node.body, block)
        if node.function == "listed_sum":
            known: Any = b.truth(True)
        else:
            known = self.settled(block, alias, complete, condition, body.low.sql)
        function = "sum" if node.function == "listed_sum" else node.function
        return Ends(*(self.folded(function, block, alias, known, condition, end) for end in body))


def _ratio_meets(over: Ends, under: Ends, rate: Ends) -> Any:
    """Whether over/under can be rate; unknown unless the denominator is wholly positive."""
    least = n.least([n.multiply(rate.low, end) for end in under])
    greatest = n.least([n.multiply(rate.high, end) for end in under], greatest=True)
    two = n.constant(2)
    meets = b.both(
        n.compare("<=", least, n.multiply(two, over.high)), n.compare("<=", n.multiply(two, over.low), greatest)
    )
    return b.case((n.compare(">", under.low, n.constant(0)), meets))
