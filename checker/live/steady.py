"""How far spending may grow before a check could come out otherwise: intervals over the traces of a check.

A payment moves a handful of sums by a little. What a check says rests on comparisons, and most of them stay as they are
however the sums move within some room. `Steady` says whether every comparison that decides keeps its answer while each
moving figure takes any value from what it is now to that plus a growth; it errs on the safe side: what it cannot show
to be steady has to be judged again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from checker.language.causes import Trace, ends_of
from checker.language.closures import COMPARE
from checker.language.exact import half
from checker.language.tree import (
    Aggregate,
    Between,
    Binary,
    Call,
    DefinitionRef,
    FieldRef,
    If,
    In,
    Quantifier,
    Range,
    Surely,
    Test,
    Unary,
    unknown,
)


class Span(NamedTuple):
    """What a number may come to: its value from `low` to `high`, its doubled interval from `least` to `most` at both ends.

    `least` and `most` are pairs: the smallest and the largest that the lower and the upper end may be; None without an interval.
    """

    low: Any
    high: Any
    least: tuple[Any, Any] | None = None
    most: tuple[Any, Any] | None = None


FIXED = None
"""Nothing about a trace can change: neither its value nor, where it is unknown, what is missing."""
KNOWN = "known"
"""A condition that is true or false throughout, but may turn."""
QUOTIENT = "quotient"
"""A ratio that is known throughout: a comparison takes it apart."""
LOOSE = "loose"
"""Nothing can be said."""
Found = Span | str | None


class Steady:
    """Traces that decide together, with the figures that move; `holds` is asked for one growth after the other."""

    def __init__(
        self,
        moving: Callable[[Trace], bool],
        traces: Sequence[Trace],
        rooms: Mapping[int, int] | None = None,
    ) -> None:
        self.moving = moving
        self.traces = traces
        self.rooms = rooms or {}
        """By the identity of a fact, how much its figure may grow whatever growth is asked for."""
        self.growth = self.least = self.most = 0
        self._known: dict[Trace, Found] = {}

    def holds(self, growth: int) -> bool:
        """Whether all traces stay as they are while each figure that moves grows by up to *growth* fen."""
        self._known = {}
        self.growth = growth
        self.least, self.most = min(growth, *self.rooms.values(), growth), max(growth, *self.rooms.values(), growth)
        return all(self.of(trace) is FIXED for trace in self.traces)

    def of(self, trace: Trace) -> Found:
        """Return how *trace* may change; asked once a trace, since definitions are shared."""
        if trace.still or (trace.still is None and self.still(trace)):
            return FIXED
        if trace.fixed >= self.most:  # what is fixed at a growth is so at any narrower one
            return FIXED
        if trace in self._known:
            return self._known[trace]
        found = self._known[trace] = self._of(trace)
        if found is FIXED:
            trace.fixed = max(trace.fixed, self.least)
        return found

    def still(self, trace: Trace) -> bool:
        """Whether nothing that moves stands in *trace*."""
        known = trace.still
        if known is None:
            known = not (isinstance(trace.node, FieldRef) and self.moving(trace))
            for parts in (trace.kids, trace.tests) if known else ():
                for part in parts:  # no generator: it took as long again
                    if not (self.still(part) if part.still is None else part.still):
                        known = trace.still = False
                        return known
            trace.still = known
        return known

    def _of(self, trace: Trace) -> Found:
        node = trace.node
        if isinstance(node, FieldRef):
            return self._leaf(trace) if self.moving(trace) else FIXED
        if isinstance(node, Binary) and node.op in ("and", "or"):
            return self._settled(trace, node.op == "or")
        if isinstance(node, Quantifier):
            return self._settled(trace, node.kind != "every")
        if isinstance(node, Aggregate):
            loose = self._chosen(trace, node)
            if loose is not None:
                return loose
        kids = [self.of(kid) for kid in trace.kids]
        if all(kid is FIXED for kid in kids):
            return FIXED
        if isinstance(node, DefinitionRef):
            return kids[0]
        if isinstance(node, If):
            return kids[1] if len(kids) == 2 and kids[0] is FIXED else LOOSE
        if isinstance(node, Call) and node.function in ("known", "settled"):
            return LOOSE if LOOSE in kids else FIXED
        if isinstance(node, Unary) and node.op == "not":
            return KNOWN if kids[0] is KNOWN else LOOSE
        if isinstance(node, Aggregate) and node.body is None and trace.value is None:
            return FIXED  # not all are listed, or of one it is not known whether it counts
        apart = isinstance(node, Between) or (isinstance(node, Binary) and node.op in COMPARE)
        if LOOSE in kids or KNOWN in kids or (QUOTIENT in kids and not apart):
            return LOOSE
        return self._numbers(trace, kids)

    def _chosen(self, trace: Trace, node: Aggregate) -> Found:
        """Return LOOSE where it may change which facts an aggregate takes: nothing else need be asked then."""
        counts = (
            node.body is None and trace.value is None
        )  # whatever the tests that are known come to, it stays unknown
        for test in trace.tests:
            found = self.of(test)
            if found is LOOSE or (found is not FIXED and not counts):
                return LOOSE
        return None

    def _leaf(self, trace: Trace) -> Found:
        if trace.value is None or trace.low is None:
            return LOOSE
        growth = self.rooms.get(id(trace.used[0]), self.growth) if trace.used is not None else self.growth
        most = trace.low + 2 * growth, trace.high + 2 * growth
        return Span(trace.value, trace.value + growth, (trace.low, trace.high), most)

    def _settled(self, trace: Trace, decisive: bool) -> Found:
        """Conjunctions, disjunctions and quantifiers: one part that decides and is fixed is enough."""
        kids = trace.kids
        if any(kid.value is decisive and self.of(kid) is FIXED for kid in kids):
            return FIXED
        fixed = known = True
        for kid in kids:
            found = self.of(kid)
            fixed = fixed and found is FIXED
            known = known and (found is FIXED or found is KNOWN) and kid.value is not None
            if not fixed and not known:
                return LOOSE
        return FIXED if fixed else KNOWN if isinstance(trace.node, Binary) else LOOSE

    def _numbers(self, trace: Trace, kids: list[Found]) -> Found:
        """Return what becomes of numbers of which some move, none loose."""
        node = trace.node
        if trace.value is None and any(kid.value is None for kid in trace.kids):
            # moving figures are known throughout: what is missing is missing of the others, and stays so
            return FIXED
        if trace.value is None and isinstance(node, Aggregate):
            return FIXED  # not all of them are there, or none
        if trace.value is None:
            return LOOSE  # zero below, or the last digit decides: what is missing is read off the figures themselves
        if isinstance(node, Unary):
            return self._unary(trace, kids)
        if isinstance(node, Surely) or (isinstance(node, Binary) and node.op == "≈"):
            return self._intervals(trace)
        if isinstance(node, Binary):
            return self._binary(trace)
        if isinstance(node, Between):
            low, high = self._order(trace.kids[0], trace.kids[1], ">="), self._order(trace.kids[0], trace.kids[2], "<=")
            return FIXED if low is not None and high is not None else LOOSE
        if isinstance(node, In):
            return self._in(trace)
        if isinstance(node, Call):
            return self._call(trace)
        if isinstance(node, Aggregate):
            return self._combine(trace, node.function)
        return LOOSE

    def span(self, trace: Trace) -> Span | None:
        """Return a number as a span; nothing for a ratio or what is no number."""
        found = self.of(trace)
        if isinstance(found, Span):
            return found
        value = trace.value
        if found is LOOSE or value is None or isinstance(value, (tuple, str, bool)) or not hasattr(value, "real"):
            return None
        ends = None if trace.low is None else (trace.low, trace.high)
        return Span(value, value, ends, ends)

    def _unary(self, trace: Trace, kids: list[Found]) -> Found:
        inner = kids[0]
        if not isinstance(inner, Span) or isinstance(trace.value, tuple):
            return LOOSE
        if inner.least is None or inner.most is None:
            return Span(-inner.high, -inner.low)
        least, most = (-inner.most[1], -inner.most[0]), (-inner.least[1], -inner.least[0])
        return Span(-inner.high, -inner.low, least, most)

    # ---- comparisons

    def _binary(self, trace: Trace) -> Found:
        node = trace.node
        assert isinstance(node, Binary)
        one, two = trace.kids
        if node.op in COMPARE:
            return KNOWN if self._order(one, two, node.op) is None else FIXED
        if node.op == "/":
            under = self.span(two)
            return LOOSE if self.span(one) is None or under is None or under.low <= 0 else QUOTIENT
        if node.type == "ratio":
            return LOOSE
        a, b = self.span(one), self.span(two)
        if a is None or b is None:
            return LOOSE
        if node.op == "*":
            return self._times(a, b)
        if node.op not in ("+", "-"):
            return LOOSE
        if node.op == "-":
            b = Span(-b.high, -b.low, _minus(b.most), _minus(b.least))
        return Span(a.low + b.low, a.high + b.high, _plus(a.least, b.least), _plus(a.most, b.most))

    def _times(self, a: Span, b: Span) -> Found:
        values = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
        if a.least is None or a.most is None or b.least is None or b.most is None:
            return Span(min(values), max(values))
        ends = [x * y for x, y in product((*a.least, *a.most), (*b.least, *b.most))]
        low, high = half(min(ends)), half(max(ends))
        return Span(min(values), max(values), (low, low), (high, high))

    def _quotient(self, trace: Trace) -> tuple[Span, Span] | None:
        """Return a ratio as the spans of what is divided and of a divisor above zero; any other number over one."""
        node = trace.node
        while isinstance(
            node, (DefinitionRef, If)
        ):  # as long as they are not loose, the last of them is what they come to
            trace = trace.kids[-1]
            node = trace.node
        value = trace.value
        if not isinstance(value, tuple):
            found = self.span(trace)
            return None if found is None else (found, Span(1, 1))
        if self.still(trace):
            return Span(value[0], value[0]), Span(value[1], value[1])
        if not isinstance(node, Binary) or node.op != "/":
            return None
        over, under = self.span(trace.kids[0]), self.span(trace.kids[1])
        return None if over is None or under is None or under.low <= 0 else (over, under)

    def _order(self, one: Trace, two: Trace, op: str) -> bool | None:
        """Return what a comparison comes to all the way, or nothing."""
        if one.value is None or two.value is None:
            return None
        if isinstance(one.value, tuple) or isinstance(two.value, tuple):
            p, q = self._quotient(one), self._quotient(two)
            if p is None or q is None:
                return None
            left, right = self._times(p[0], q[1]), self._times(q[0], p[1])
            a = left if isinstance(left, Span) else None
            b = right if isinstance(right, Span) else None
        else:
            a, b = self.span(one), self.span(two)
        return None if a is None or b is None else _compared(op, (a.low, a.high), (b.low, b.high))

    def _in(self, trace: Trace) -> Found:
        node = trace.node
        assert isinstance(node, In)
        operand, rest = trace.kids[0], list(trace.kids[1:])
        for test in node.tests:
            if isinstance(test, Range):
                low, high = rest.pop(0), rest.pop(0)
                ops = ((low, ">=" if test.low_closed else ">"), (high, "<=" if test.high_closed else "<"))
            else:
                assert isinstance(test, Test)
                ops = ((rest.pop(0), test.op),)  # type: ignore[assignment]
            if any(self._order(operand, other, op) is None for other, op in ops):
                return LOOSE
        return FIXED

    def _intervals(self, trace: Trace) -> Found:
        """Comparisons of doubled intervals: `Surely` and ≈."""
        node = trace.node
        one, two = self._ends(trace.kids[0]), self._ends(trace.kids[1])
        if one is None or two is None:
            return LOOSE
        (a, b), (c, d) = one, two  # the least and the most of each
        apart = b[1] < c[0] or d[1] < a[0]
        if isinstance(node, Binary):  # ≈: whether they can meet
            meet = b[0] <= c[1] and d[0] <= a[1]
            return FIXED if apart or meet else LOOSE
        assert isinstance(node, Surely)
        if node.op in ("=", "!="):
            return FIXED if apart else LOOSE
        if node.op in (">", ">="):
            (a, b), (c, d) = (c, d), (a, b)
        if node.op in ("<", ">"):
            return FIXED if b[1] < c[0] or a[0] >= d[1] else LOOSE
        return FIXED if b[1] <= c[0] or a[0] > d[1] else LOOSE

    def _ends(self, trace: Trace) -> tuple[tuple[Any, Any], tuple[Any, Any]] | None:
        """Return the least and the most that the ends of a doubled interval may be, as two pairs."""
        found = self.span(trace)
        if found is None or isinstance(trace.value, tuple):
            return None
        if found.least is not None and found.most is not None:
            return found.least, found.most
        if ends_of(trace) is None:
            return None
        return (2 * found.low, 2 * found.low), (2 * found.high, 2 * found.high)

    # ---- functions

    def _call(self, trace: Trace) -> Found:
        node = trace.node
        assert isinstance(node, Call)
        if node.function == "last_digit":
            return FIXED  # the sums that move are exact all the way
        if node.function in ("min", "max", "sum", "abs"):
            return self._combine(trace, node.function)
        if node.function == "printed":
            found = self.span(trace.kids[0])
            ends = None if found is None else ((2 * found.low, 2 * found.low), (2 * found.high, 2 * found.high))
            return LOOSE if found is None or ends is None else Span(found.low, found.high, *ends)
        return LOOSE

    def _combine(self, trace: Trace, function: str) -> Found:
        """Sums and extremes of numbers; how many there are does not move."""
        if function == "count":
            return FIXED
        spans, ends = [self.span(kid) for kid in trace.kids], [self._ends(kid) for kid in trace.kids]
        known = [each for each in spans if each is not None]
        if len(known) < len(spans) or isinstance(trace.value, tuple):
            return LOOSE
        if function == "abs":
            (only,) = known
            return only if only.low >= 0 and (only.least is None or only.least[0] >= 0) else LOOSE
        picks: dict[str, Callable[..., Any]] = {"min": min, "max": max, "sum": sum, "listed_sum": sum}
        if function not in picks:
            raise unknown(self, function)
        pick = picks[function]
        low, high = pick([each.low for each in known]), pick([each.high for each in known])
        sides = [each for each in ends if each is not None]
        if trace.low is None or len(sides) < len(ends):
            return Span(low, high)
        least = tuple(pick([side[0][end] for side in sides]) for end in (0, 1))
        most = tuple(pick([side[1][end] for side in sides]) for end in (0, 1))
        return Span(low, high, (least[0], least[1]), (most[0], most[1]))


def _compared(op: str, a: tuple[Any, Any], b: tuple[Any, Any]) -> bool | None:
    """Compare two ranges: the answer that holds for every pair of values, or nothing."""
    if op in (">", ">="):
        a, b, op = b, a, "<" if op == ">" else "<="
    if op == "<":
        return True if a[1] < b[0] else False if a[0] >= b[1] else None
    if op == "<=":
        return True if a[1] <= b[0] else False if a[0] > b[1] else None
    apart = a[1] < b[0] or b[1] < a[0]
    same = a[0] == a[1] == b[0] == b[1]
    return None if not apart and not same else same if op == "=" else not same


def _minus(ends: tuple[Any, Any] | None) -> tuple[Any, Any] | None:
    return None if ends is None else (-ends[1], -ends[0])


def _plus(one: tuple[Any, Any] | None, two: tuple[Any, Any] | None) -> tuple[Any, Any] | None:
    return None if one is None or two is None else (one[0] + two[0], one[1] + two[1])
