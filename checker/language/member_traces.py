"""How what is told of related facts and of other cases is traced: part of the tracer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checker.base.typography import folded
from checker.cases.case import Fact
from checker.language.across import FUNCTIONS, rounds, told_of
from checker.language.causes import Missing, Trace, ends_of, merge, not_said
from checker.language.columns import Function
from checker.language.equations import MANY, Equation, Later, Table, equation, parent
from checker.language.exact import all_of, any_of, as_ratio, hop, pick, start
from checker.language.folding import folds
from checker.language.hanging import Hanging, hanging
from checker.language.logic_traces import combined
from checker.language.tracing import Frames, Step, Tracing, point, printed_as
from checker.language.tree import Across, Aggregate, Bounded, Expr, Path, Quantifier, Surely, unknown
from checker.language.visitor import called, given
from checker.language.words import QUANTIFIERS

OTHER_CASES = "other_cases"
"""What is missing where other cases would decide."""
Members = Callable[[Tracing, Frames], tuple[list[Fact], tuple[Missing, ...]]]
"""The facts along a path, and what keeps these from being all."""
UPWARDS = ("^", "^^")


class MemberTraces(Tracing):
    """The part of the tracer that knows collections and other cases."""

    # ---- other cases

    def _across(self, node: Across) -> Step:
        if not node.key:
            raise unknown(self, node)
        known = FUNCTIONS[node.function]
        arguments = [self.step(argument) for argument in node.arguments] if known.own else []
        shown = None if known.gives or node.type == "ratio" else self.step(node.arguments[0])
        key, end, part, rounded = node.key, node.end or "value", node.part, rounds(node)

        def figure(t: Tracing, s: Frames) -> Trace:
            found = told_of(s[0], key, known.whole)
            value = None if found is None else getattr(found, end)
            if value is not None and part:
                ratio = as_ratio(value)
                assert ratio is not None
                value = ratio[part == "d"]
            trace = Trace(node, value)
            if value is None:
                causes = merge(*(argument(t, s).causes for argument in arguments))
                case = s[0].root.case
                asked = case is not None and case.across is not None
                trace.causes = causes or (Missing(s[0], OTHER_CASES, known.lacks if asked else "alone"),)
            if shown is not None:  # printed as the unit's own
                own = shown(t, s)
                trace.unit, trace.decimals = own.unit, own.decimals
            if not rounded:
                return point(trace)
            if found is not None and found.low is not None:
                exact = t.zero_exact and value == 0
                trace.low, trace.high = (0, 0) if exact else (found.low, found.high)
            return trace

        return figure

    def _bounded(self, node: Bounded) -> Step:
        steps = [self.step(each) for each in (node.said, node.least, node.most)]

        def settled(t: Tracing, s: Frames) -> Trace:
            said, least, most = (step(t, s) for step in steps)
            value = True if least.value is True else False if most.value is False else None
            if value is not None:
                return Trace(node, value, (), (said,))
            causes = merge(said.causes, least.causes if least.value is None else (), most.causes)
            return Trace(node, None, causes or (Missing(s[0], OTHER_CASES, "peers"),), (said,))

        return settled

    # ---- related facts

    def _quantifier(self, node: Quantifier) -> Step:
        if node.kind not in QUANTIFIERS:
            raise unknown(self, node)
        members, body, kind = members_of(node.path), self.step(node.body), node.kind

        def decide(t: Tracing, s: Frames) -> Trace:
            found, causes = members(t, s)
            kids = tuple([body(t, (*s, fact)) for fact in found])
            truths: list[bool | None] = [kid.value for kid in kids]
            if causes:
                truths.append(None)
            value = all_of(truths) if kind == "every" else any_of(truths)
            if kind == "no" and value is not None:
                value = not value
            lacking = merge(causes, *(kid.causes for kid in kids if kid.value is None)) if value is None else ()
            return Trace(node, value, lacking, kids)

        return _of_many(node, decide)

    def _aggregate(self, node: Aggregate) -> Step:
        function = called(self, node)
        members, listed = members_of(node.path), node.function == "listed_sum"
        condition = None if node.condition is None else self.step(node.condition)
        body = None if node.body is None else self.step(node.body)
        gather, meet = _gathering(node, function), self._meeting(node)

        def add_up(t: Tracing, s: Frames) -> Trace:
            found, causes = members(t, s)
            taken: list[Trace] = []
            tests: list[Trace] = []
            lacking: list[Missing] = [] if listed else list(causes)
            count = 0
            meeting, others = meet(t, s, found)
            for fact in meeting:
                inner = (*s, fact)
                if condition is not None:
                    wanted, may_change = t.asked(condition, inner)
                    tests.append(wanted)
                    if may_change and not wanted.value and body is not None:
                        body(t, inner)
                    if wanted.value is None:
                        lacking += () if listed else wanted.causes
                        continue
                    if not wanted.value:
                        continue
                count += 1
                if body is not None:
                    figure = body(t, inner)
                    if figure.value is None and listed:
                        tests.append(figure)
                        continue
                    if figure.value is None:
                        lacking += figure.causes
                    taken.append(figure)
            trace = gather(s, tuple(taken), merge(tuple(dict.fromkeys(lacking)), () if listed else others), count)
            if meeting is found:
                trace.tests = tuple(tests)
            else:
                zero_exact = t.zero_exact
                trace.tests = Later(lambda: tests_of_all(t, s, zero_exact))
            return trace

        def tests_of_all(t: Tracing, s: Frames, zero_exact: bool) -> tuple[Trace, ...]:
            before = t.shared, t.zero_exact
            t.shared, t.zero_exact = None, zero_exact
            try:
                return tuple(add_up(t, s).tests)
            finally:
                t.shared, t.zero_exact = before

        return _of_many(node, add_up)

    def _meeting(
        self, node: Aggregate
    ) -> Callable[[Tracing, Frames, list[Fact]], tuple[list[Fact], tuple[Missing, ...]]]:
        """Return what tells which facts can meet the equation by which *node* chooses, and what the others lack.

        All of them where it chooses by no equation, or nobody else asks.
        """
        equations: dict[int, tuple[Equation | None, bool, bool]] = {}  # by how many frames there are

        def meeting(t: Tracing, s: Frames, found: list[Fact]) -> tuple[list[Fact], tuple[Missing, ...]]:
            if len(found) < MANY or t.shared is None or t.shared.known is None or t.reads is not None:
                return found, ()
            at = len(s)
            if at not in equations:
                made = equation(node, at)
                spans = made is not None and isinstance(made.node, Surely)
                folding = (
                    made is not None
                    and not spans
                    and folds(t.definitions, made.node.op, made.node.left, made.node.right)
                )
                equations[at] = made, spans, folding
            equal, spans, folding = equations[at]
            listed_at = None if equal is None else parent(equal.parent, s)
            if equal is None or listed_at is None:
                return found, ()

            def side(trace: Trace) -> Any:
                return ends_of(trace) if spans else folded(trace.value) if folding else trace.value

            before = t.zero_exact
            t.zero_exact = before or spans
            key = (id(node), id(listed_at), t.zero_exact)
            known = t.shared.tables.get(key)
            if known is None:
                traces = [t.trace(equal.theirs, (*s, fact)) for fact in found]
                table = Table(found, map(side, traces), spans)
                unknown = [traces[place].causes for place in table.unknown]
                known = t.shared.tables[key] = table, merge(*unknown) if all(unknown) else None
            table, lacking = known
            asked = t.trace(equal.asked, (*s, found[0]))
            t.zero_exact = before
            value = side(asked)
            if node.body is not None or not equal.alone or lacking is None or (value is None and not asked.causes):
                return table.meeting(value, False), ()
            if value is None:  # of whatever is known it is unknown for the same reason: the first stands for all
                return found[:1], lacking
            places = table.equal(value)
            meeting = [found[place] for place in sorted(places)]
            assert node.condition is not None  # the equation stands in it
            if any(t.trace(node.condition, (*s, fact)).value is None for fact in meeting):
                return table.meeting(value, True), ()
            return meeting, lacking

        return meeting


def _gathering(
    node: Aggregate, function: Function
) -> Callable[[Frames, tuple[Trace, ...], tuple[Missing, ...], int], Trace]:
    """Return what makes the trace of an aggregate of the bodies it took, or of what keeps it from being known."""
    name, counts = node.function, node.body is None
    ends = None if counts else given("trace", function.ends, node)
    last = node.path.hops[-1] if isinstance(node.path, Path) else ""

    def gather(s: Frames, kids: tuple[Trace, ...], lacking: tuple[Missing, ...], count: int) -> Trace:
        if lacking:
            trace = printed_as(Trace(node, None, lacking, kids), kids)
            trace.low = trace.high = None
            return trace
        if ends is None:
            return point(Trace(node, count, (), kids))
        if name in ("sum", "listed_sum"):
            value = sum(kid.value for kid in kids)
        elif kids:
            value = pick(name, [kid.value for kid in kids])
        else:
            return Trace(node, None, (Missing(s[0], last, "empty"),), kids)
        return combined(printed_as(Trace(node, value, (), kids), kids), ends)

    return gather


def _of_many(node: Aggregate | Quantifier, make: Step) -> Step:
    """Return a step that does what *make* does; what a whole adds up to is asked for by each of its parts, and made once."""
    ways: dict[int, Hanging] = {}  # by how many frames there are
    own = id(node)

    def step(t: Tracing, s: Frames) -> Trace:
        if t.known is None:
            return make(t, s)
        hangs = ways.get(len(s))
        if hangs is None:
            hangs = ways[len(s)] = hanging(node, len(s), t.hangings)
        if not hangs.of_many:
            return make(t, s)
        facts = hangs.facts(s)
        key = (own, tuple([(id(fact), come) for fact, come in facts]), id(s[0].root), t.zero_exact)
        return t.once(key, facts[0][0], make, s)

    return step


def members_of(path: Expr) -> Members:
    """Return what finds the facts along *path*, and what keeps these from being all."""
    assert isinstance(path, Path)
    depth, hops = path.depth, path.hops
    first = hops[0]
    if len(hops) == 1 and first not in UPWARDS:

        def direct(t: Tracing, s: Frames) -> tuple[list[Fact], tuple[Missing, ...]]:
            fact = start(s, depth)
            single = fact.values.get(first)
            if isinstance(single, Fact):
                return [single], ()
            return _listed(t, fact, first)

        return direct

    def along(t: Tracing, s: Frames) -> tuple[list[Fact], tuple[Missing, ...]]:
        found: list[Fact] = [start(s, depth)]
        causes: tuple[Missing, ...] = ()
        for key in hops:
            reached: list[Fact] = []
            for each in found:
                single = hop(each, key) if key in UPWARDS or isinstance(each.values.get(key), Fact) else None
                if single is not None:
                    reached.append(single)
                elif key not in UPWARDS:
                    listed, lacking = _listed(t, each, key)
                    reached += listed
                    causes += lacking
            found = reached
        return found, tuple(dict.fromkeys(causes)) if causes else ()

    return along


def _listed(t: Tracing, fact: Fact, key: str) -> tuple[list[Fact], tuple[Missing, ...]]:
    """Return the facts that *fact* lists under *key*, and what keeps these from being all."""
    if t.reads is not None and key in t.watched:
        t.reads[(id(fact), key)] = fact
    found, state = fact.related.get(key) or [], fact.states.get(key)
    if state == "complete":
        return found, ()
    if fact.related.get("stray"):  # a group that others could belong to: name them
        strays = fact.related["stray"]
        lacking = [not_said(each, k) for each in strays for k in fact.values if k not in each.values]
    elif state == "partial" and fact.related.get("^unplaced"):  # lines that could belong here: name them
        lacking = [not_said(each, "parent") for each in fact.related["^unplaced"]]
    else:
        lacking = [Missing(fact, key, "partial" if state else "absent")]
    return found, tuple(dict.fromkeys(lacking))
