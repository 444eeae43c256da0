"""How conditions, comparisons, arithmetic and functions are traced: part of the tracer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checker.base.typography import folded
from checker.base.values import UNITS
from checker.cases.case import Fact
from checker.language.causes import Missing, Trace, ends_of, merge, rounded_figures, zero_base
from checker.language.closures import COMPARE
from checker.language.columns import PRODUCT, Ends, No, Operator
from checker.language.exact import all_of, any_of, as_ratio, field_says, hop, list_says, ratio_meets, start
from checker.language.folding import folds
from checker.language.operators import OPERATORS
from checker.language.tracing import Frames, Step, Tracing, point, printed_as
from checker.language.tree import (
    Between,
    Binary,
    Call,
    Expr,
    FieldRef,
    Given,
    If,
    In,
    ParameterRef,
    Path,
    Range,
    Surely,
    Test,
    Unary,
    unknown,
)
from checker.language.visitor import called, given, said
from checker.language.words import LOGIC

Compare = Callable[[Any, Any], bool]


def ordered(one: Trace, two: Trace, compare: Compare) -> bool | None:
    """Return what *compare* makes of two values, of which either may be a ratio."""
    a, b = one.value, two.value
    if a is None or b is None:
        return None
    if isinstance(a, tuple) or (isinstance(b, tuple) and two.node.type != "texts"):
        p, q = as_ratio(a), as_ratio(b)
        assert p is not None and q is not None
        a, b = p[0] * q[1], q[0] * p[1]
    return compare(a, b)


def combined(trace: Trace, ends: Callable[[list[Ends]], Ends]) -> Trace:
    """Give *trace* the interval that a function makes of those below it, where all have one."""
    trace.low = trace.high = None
    known = [each for each in map(ends_of, trace.kids) if each is not None]
    if len(known) == len(trace.kids):
        trace.low, trace.high = ends(known)
    return trace


class LogicTraces(Tracing):
    """The part of the tracer that knows operators and functions of values."""

    def _unary(self, node: Unary) -> Step:
        operand = self.step(node.operand)
        if node.op == "not":

            def negate(t: Tracing, s: Frames) -> Trace:
                inner = operand(t, s)
                return Trace(node, None if inner.value is None else not inner.value, inner.causes, (inner,))

            return negate
        if node.op != "neg":
            raise unknown(self, node)

        def minus(t: Tracing, s: Frames) -> Trace:
            inner = operand(t, s)
            value = inner.value
            if value is not None:
                value = (-value[0], value[1]) if isinstance(value, tuple) else -value
            trace = printed_as(Trace(node, value, inner.causes, (inner,)), (inner,))
            if inner.low is not None:
                trace.low, trace.high = -inner.high, -inner.low
            return trace

        return minus

    def _binary(self, node: Binary) -> Step:
        if node.op in LOGIC:
            return self._logic(node)
        known = OPERATORS.get(node.op)
        if known is None:
            raise unknown(self, node)
        if known.kind == "reconciliation":
            return self._approximate(node, known)
        if known.kind == "arithmetic":
            return self._arithmetic(known, node)
        left, right, test = self.step(node.left), self.step(node.right), given(self, known.value, node)
        folding = folds(self.definitions, node.op, node.left, node.right)
        text, ratios = known.kind == "text", "ratio" in (node.left.type, node.right.type)

        def compare(t: Tracing, s: Frames) -> Trace:
            one, two = left(t, s), right(t, s)
            a, b = one.value, two.value
            if a is None or b is None:
                return printed_as(Trace(node, None, merge(one.causes, two.causes), (one, two)), (one, two))
            if folding:
                a, b = folded(a), folded(b)
            if text:
                parts = b if isinstance(b, tuple) else (b,)
                return Trace(node, any(test(a, part) for part in parts), (), (one, two))
            if ratios:
                p, q = as_ratio(a), as_ratio(b)
                assert p is not None and q is not None
                a, b = p[0] * q[1], q[0] * p[1]
            return Trace(node, test(a, b), (), (one, two))

        return compare

    def _logic(self, node: Binary) -> Step:
        left, right, settles = self.step(node.left), self.step(node.right), node.op == "or"

        def logic(t: Tracing, s: Frames) -> Trace:
            one, two = left(t, s), right(t, s)
            a, b = one.value, two.value
            if a is settles or b is settles:
                return Trace(node, settles, (), (one, two))
            if a is None or b is None:
                return Trace(node, None, merge(one.causes, two.causes), (one, two))
            return Trace(node, not settles, (), (one, two))

        return logic

    def _arithmetic(self, known: Operator, node: Binary) -> Step:
        left, right, ends = self.step(node.left), self.step(node.right), known.ends
        dates, of_ratios = node.left.type == "date", None
        value: Callable[[Any, Any], Any] | None = None
        if node.type == "ratio" and not isinstance(known.ratio, No):
            of_ratios = known.ratio
        else:
            value = given(self, known.dates if dates else known.value, node)
        product = known.binds == PRODUCT

        def calculate(t: Tracing, s: Frames) -> Trace:
            one, two = left(t, s), right(t, s)
            a, b = one.value, two.value
            if a is None or b is None:
                return printed_as(Trace(node, None, merge(one.causes, two.causes), (one, two)), (one, two))
            if value is None:
                p, q = as_ratio(a), as_ratio(b)
                assert p is not None and q is not None and of_ratios is not None
                return Trace(node, of_ratios(p, q), (), (one, two))
            found = value(a, b)
            if dates:
                return point(Trace(node, found, (), (one, two)))
            if found is None:
                return Trace(node, None, zero_base(two), (one, two))
            trace = Trace(node, found, (), (one, two))
            if isinstance(ends, No):
                return trace
            models: tuple[Trace, ...] = (one, two)
            if product:  # so many cars at so much money make money
                models = tuple(m for m in models if m.unit in UNITS) or models
            printed_as(trace, models)
            trace.low = trace.high = None
            if one.low is not None and two.low is not None:
                trace.low, trace.high = ends((one.low, one.high), (two.low, two.high))
            return trace

        return calculate

    def _surely(self, node: Surely) -> Step:
        left, right, ends = self.step(node.left), self.step(node.right), given(self, said(self, node).ends, node)

        def surely(t: Tracing, s: Frames) -> Trace:
            before, t.zero_exact = t.zero_exact, True
            one, two = left(t, s), right(t, s)
            t.zero_exact = before
            value = ends(ends_of(one), ends_of(two))
            if value is not None:
                return Trace(node, value, (), (one, two))
            causes = merge(one.causes, two.causes) or merge(rounded_figures(one), rounded_figures(two))
            return Trace(node, None, causes, (one, two))

        return surely

    def _approximate(self, node: Binary, known: Operator) -> Step:
        left, right, ends = self.step(node.left), self.step(node.right), given(self, known.ends, node)
        ratios = node.left.type == "ratio"

        def approximate(t: Tracing, s: Frames) -> Trace:
            one, two = left(t, s), right(t, s)
            if ratios:
                over, under = one.kids
                value = ratio_meets(over.ends, under.ends, two.ends)
                if value is not None:
                    return Trace(node, value, (), (one, two))
                causes = merge(over.causes, under.causes, two.causes) or zero_base(under)
                return Trace(node, None, causes, (one, two))
            value = ends(one.ends, two.ends)
            return Trace(node, value, merge(one.causes, two.causes) if value is None else (), (one, two))

        return approximate

    def _between(self, node: Between) -> Step:
        steps = [self.step(part) for part in (node.operand, node.low, node.high)]
        least, most = COMPARE[">="], COMPARE["<="]

        def between(t: Tracing, s: Frames) -> Trace:
            kids = tuple([step(t, s) for step in steps])
            value = all_of((ordered(kids[0], kids[1], least), ordered(kids[0], kids[2], most)))
            return Trace(node, value, merge(*(kid.causes for kid in kids)) if value is None else (), kids)

        return between

    def _in(self, node: In) -> Step:
        subject, tests = self.step(node.operand), [self._one_test(node, test) for test in node.tests]

        def one_of(t: Tracing, s: Frames) -> Trace:
            operand = subject(t, s)
            kids = [operand]
            truths = [test(t, s, operand, kids) for test in tests]
            value = any_of(truths)
            return Trace(node, value, merge(*(kid.causes for kid in kids)) if value is None else (), tuple(kids))

        return one_of

    def _one_test(self, node: In, test: Expr) -> Callable[[Tracing, Frames, Trace, list[Trace]], bool | None]:
        """Return what tells whether one test of a list is met, and adds what it is held against to the traces of the list."""
        if isinstance(test, Range):
            low, high = self.step(test.low), self.step(test.high)
            least, most = COMPARE[">=" if test.low_closed else ">"], COMPARE["<=" if test.high_closed else "<"]

            def within(t: Tracing, s: Frames, operand: Trace, kids: list[Trace]) -> bool | None:
                ends = low(t, s), high(t, s)
                kids += ends
                return all_of((ordered(operand, ends[0], least), ordered(operand, ends[1], most)))

            return within
        if not isinstance(test, Test):
            raise unknown(self, test)
        compare, right, texts = COMPARE[said(self, test).id], self.step(test.right), test.right.type == "texts"
        folding = folds(self.definitions, test.op, node.operand, test.right)

        def meets(t: Tracing, s: Frames, operand: Trace, kids: list[Trace]) -> bool | None:
            found = right(t, s)
            kids.append(found)
            one, two = operand.value, found.value
            if folding:
                one, two = folded(one), folded(two)
            if texts:
                return None if one is None or two is None else one in two
            if isinstance(one, str) and isinstance(two, str):
                return compare(one, two)
            return ordered(operand, found, compare)

        return meets

    def _given(self, node: Given) -> Step:
        operand, word = node.operand, node.word
        if isinstance(operand, Path):
            depth, hops = operand.depth, operand.hops

            def listed(t: Tracing, s: Frames) -> Trace:
                fact = start(s, depth)
                looked(t, fact, hops)
                value = list_says(fact, hops, word)
                return Trace(node, value, (Missing(fact, hops[0], "absent"),) if value is None else ())

            return listed
        assert isinstance(operand, FieldRef)
        name, depth, hops = operand.name, operand.depth, operand.hops

        def there(t: Tracing, s: Frames) -> Trace:
            at: Fact | None = start(s, depth)
            before = at
            for key in hops:
                before, at = at, hop(at, key)
            trace = Trace(node, field_says(at, name, word))
            if at is not None:
                trace.used = (at, name)
                if t.reads is not None and name in t.watched:
                    t.reads[(id(at), name)] = at
            if trace.value is None:
                cause = Missing(at, name, "not_given") if at else Missing(before, hops[0], "not_given")
                trace.causes = (cause,)
            return trace

        return there

    def _if(self, node: If) -> Step:
        condition, yes, no = self.step(node.condition), node.yes, node.no

        def choose(t: Tracing, s: Frames) -> Trace:
            which, may_change = t.asked(condition, s)
            if may_change:
                for branch, taken in ((yes, True), (no, False)):
                    if which.value is not taken:
                        t.trace(branch, s)
            if which.value is None:
                return Trace(node, None, which.causes, (which,))
            chosen = t.trace(yes if which.value else no, s)
            return printed_as(Trace(node, chosen.value, chosen.causes, (which, chosen)), (chosen,))

        return choose

    def _call(self, node: Call) -> Step:
        known = called(self, node)
        steps = [self.step(argument) for argument in node.arguments]
        if known.id == "known":
            (only,) = steps

            def is_known(t: Tracing, s: Frames) -> Trace:
                kid = only(t, s)
                return Trace(node, kid.value is not None, (), (kid,))

            return is_known
        if known.id == "settled":
            (only,) = steps

            def settled(t: Tracing, s: Frames) -> Trace:
                kid = only(t, s)
                return Trace(
                    node, None if kid.value is None else True, () if kid.value is not None else kid.causes, (kid,)
                )

            return settled
        digit = known.id == "last_digit"
        value = None if digit else given(self, known.value, node)
        ratios, ends, gives = node.type == "ratio", known.ends, known.gives
        table = node.arguments[1] if known.id == "rate_of" else None

        def call(t: Tracing, s: Frames) -> Trace:
            kids = tuple([step(t, s) for step in steps])
            values = [kid.value for kid in kids]
            if any(each is None for each in values):
                return Trace(node, None, merge(*(kid.causes for kid in kids)), kids)
            if value is None:
                fact, field = kids[0].used or (s[0], "")
                cell = fact.cells.get(field)
                found = None if cell is None else cell.step
            else:
                found = value(*(map(as_ratio, values) if ratios else values))
                if found is None and isinstance(table, ParameterRef):
                    fact, field = kids[0].used or (s[0], "")
                    missing = Missing(fact, field, "unlisted") if field else Missing(s[0], table.name, "no_parameter")
                    return Trace(node, None, (missing,), kids)
                if found is None:
                    return printed_as(Trace(node, None, zero_base(kids[-1]), kids), kids)
            trace = Trace(node, found, (), kids)
            if gives:  # no figure of the kind of its values
                return point(trace)
            printed_as(trace, kids)
            return point(trace) if isinstance(ends, No) else combined(trace, ends)

        return call


def looked(t: Tracing, fact: Fact | None, hops: tuple[str, ...]) -> None:
    """Note that the collection at the end of *hops* was looked at."""
    for key in hops:
        if t.reads is not None and fact is not None and key in t.watched:
            t.reads[(id(fact), key)] = fact
        fact = hop(fact, key)
