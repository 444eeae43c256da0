"""Walks a tree over a fact and keeps everything: every value with its interval, and why an unknown is unknown.

The specification in slow motion: it must come to the same value as the closures (a test holds it to that, and the
evaluator compares the two for every finding). Explanations, missing facts and borderline marks are read off a trace.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from checker.base.typography import folded
from checker.base.values import UNITS
from checker.cases.case import Fact
from checker.language.across import FUNCTIONS, rounds, told_of
from checker.language.below import Walks
from checker.language.causes import Causes, Missing, Trace, ends_of, field_causes, merge, rounded_figures, zero_base
from checker.language.closures import COMPARE
from checker.language.columns import PRODUCT, Function, No, Operator
from checker.language.equations import MANY, Later, Table, equation, parent
from checker.language.exact import (
    all_of,
    any_of,
    as_ratio,
    field_says,
    hop,
    list_says,
    pick,
    ratio_meets,
    start,
)
from checker.language.folding import folds
from checker.language.hanging import Hangings, hanging
from checker.language.operators import OPERATORS
from checker.language.scope import Definition
from checker.language.tree import (
    Across,
    Aggregate,
    Between,
    Binary,
    Bounded,
    Call,
    DefinitionRef,
    EnumValue,
    Expr,
    FieldRef,
    Given,
    If,
    In,
    Literal,
    Name,
    ParameterRef,
    Path,
    Quantifier,
    Range,
    Surely,
    Test,
    Unary,
    unknown,
)
from checker.language.visitor import Visitor, called, given, said
from checker.language.words import LOGIC, QUANTIFIERS

OTHER_CASES = "other_cases"
"""What is missing where other cases would decide."""
Frames = tuple[Fact, ...]
Reads = dict[tuple[int, str], Fact]
"""What was looked at: facts, each by its identity and the field or collection of it."""
Known = dict[tuple[str, str, int, bool], tuple[Trace, Reads]]
WRITTEN_OUT = frozenset({Aggregate, Call, If})
"""The nodes that are worth looking up before they are traced again: what definitions are made of."""


class Shared(NamedTuple):
    """What was worked out while a whole case is traced, for all that asks it: it lives as long as nothing changes."""

    causes: Causes
    known: Known | None
    """What hangs on facts on which many hang (`MANY`)."""
    tables: dict[tuple[int, int, bool], tuple[Table, tuple[Missing, ...] | None]]
    """Facts by their side of an equation, by node and where they are listed; with what those lack whose side is not known."""
    walks: Walks
    """What lies below traces that many have in common."""

    @classmethod
    def nothing(cls) -> Shared:
        """Return what is known before anything was traced."""
        return cls({}, {}, {}, Walks())

    @property
    def dated(self) -> Shared:
        """What a rule may use whose parameters depend on who asks."""
        return self._replace(known=None)


Many = TypeVar("Many", Aggregate, Quantifier)


class Tracer(Visitor, never=(Name, Test, Range, Path)):
    """Traces trees for one plan; *parameter* gives a parameter's value for the frames, *lacking* why it has none."""

    def __init__(
        self,
        definitions: dict[tuple[str, str], Definition],
        parameter: Callable[[str, Frames], Any],
        lacking: Callable[[str, Frames], tuple[Missing, ...]] = lambda name, s: (),
        hangings: Hangings | None = None,
    ) -> None:
        self.definitions = definitions
        self.parameter = parameter
        self.lacking = lacking
        self.zero_exact = False
        self.known: Known | None = None
        """What definitions came to, by fact, while nothing changes: whoever traces several trees sets it."""
        self.shared: Shared | None = None
        """The same across subjects, and more: whoever traces a whole case sets it."""
        self.reads: Reads | None = None
        """Gathers what is looked at of `watched`, or could be were it otherwise: whoever wants to know sets both."""
        self.watched: frozenset[str] = frozenset()
        """The fields and collections that may change."""
        self.hangings: Hangings = {} if hangings is None else hangings
        self._parts: dict[tuple[int, ...], Trace] | None = None
        """What the parts of a tree came to, by node and facts, while one is traced that shares them."""

    def trace(self, node: Expr, s: Frames) -> Trace:
        """Return the trace of *node* for the frames *s*."""
        kind = type(node)
        method = self._methods.get(kind)
        if method is None:
            raise unknown(self, node)
        found: Trace | None
        if self._parts is None or kind not in WRITTEN_OUT:
            found = method(self, node, s)
        else:
            key = (id(node), self.zero_exact, *map(id, s))
            found = self._parts.get(key)
            if found is None:
                found = self._parts[key] = method(self, node, s)
        return found

    def certainly(self, node: Expr, s: Frames) -> Trace:
        """Return the trace of a condition read with intervals, whose parts stand in it many times: each is traced once."""
        before, self._parts = self._parts, {} if self.reads is None else None
        try:
            return self.trace(node, s)
        finally:
            self._parts = before

    # ---- leaves

    def _point(self, trace: Trace) -> Trace:
        if trace.value is not None and not isinstance(trace.value, (bool, str, tuple)) and hasattr(trace.value, "real"):
            trace.low = trace.high = 2 * trace.value
        return trace

    def _literal(self, node: Literal, s: Frames) -> Trace:
        causes = (Missing(None, "", "null"),) if node.kind == "null" else ()
        return self._point(Trace(node, node.value, causes))

    def _enumvalue(self, node: EnumValue, s: Frames) -> Trace:
        return Trace(node, node.value)

    def _parameterref(self, node: ParameterRef, s: Frames) -> Trace:
        value = self.parameter(node.name, s)
        if value is not None:
            return self._point(Trace(node, value))
        causes = self.lacking(node.name, s) or (Missing(s[0], node.name, "no_parameter"),)
        return self._point(Trace(node, value, causes))

    def _fieldref(self, node: FieldRef, s: Frames) -> Trace:
        fact: Fact | None = s[0] if node.depth == 0 else start(s, node.depth)
        for key in node.hops:
            before = fact
            fact = hop(fact, key)
            if fact is None:
                return Trace(node, None, (Missing(before, key, "not_given"),))
        assert fact is not None
        if self.reads is not None and node.name in self.watched:
            self.reads[(id(fact), node.name)] = fact
        value = fact.values.get(node.name)
        trace = Trace(
            node, value, () if value is not None else field_causes(fact, node.name, self.shared and self.shared.causes)
        )
        trace.used = (fact, node.name)
        cell = fact.cells.get(node.name)
        if cell is not None:
            trace.unit, trace.decimals = cell.unit, cell.decimals
            if not isinstance(value, (str, bool)) and hasattr(value, "real"):
                step = 0 if self.zero_exact and cell.value == 0 else cell.step
                trace.low, trace.high = 2 * cell.value - step, 2 * cell.value + step
        return trace

    def _definitionref(self, node: DefinitionRef, s: Frames) -> Trace:
        fact: Fact | None = start(s, node.depth)
        for key in node.hops:
            before = fact
            fact = hop(fact, key)
            if fact is None:
                return Trace(node, None, (Missing(before, key, "not_given"),))
        assert fact is not None
        inner = self._defined(node, fact)
        return self._like(Trace(node, inner.value, inner.causes, (inner,)), inner)

    def _defined(self, node: DefinitionRef, fact: Fact) -> Trace:
        """Return the trace of a definition over *fact*; what a unit's sums rest on is asked for by every line."""
        expr = self.definitions[(node.entity, node.name)].expr
        if self.known is None:
            return self.trace(expr, (fact,))
        key = (node.entity, node.name, id(fact), self.zero_exact)
        return self._once(key, fact, self.known, lambda: self.trace(expr, (fact,)))

    def _once(self, key: tuple[str, str, int, bool], fact: Fact, known: Known, make: Callable[[], Trace]) -> Trace:
        """Return what *make* comes to, asked once for *key*; of a fact on which many hang, once for all of them."""
        many = None if self.shared is None else self.shared.known
        if many is not None and sum(map(len, fact.related.values())) >= MANY:
            known = many
        found = known.get(key)
        if found is None:
            above = self.reads
            self.reads = None if above is None else {}
            found = known[key] = make(), self.reads or {}
            self.reads = above
            found[0].common = fact if known is many else None
        if self.reads is not None:
            self.reads.update(found[1])
        return found[0]

    def _like(self, trace: Trace, *models: Trace) -> Trace:
        """Print *trace* as the finest of *models* of its own type is printed: an amount times 2 cars is no number of cars."""
        finest: Trace | None = None
        for model in models:
            if model.unit and model.node.type == trace.node.type and (not finest or model.decimals > finest.decimals):
                finest = model
        if finest is not None:
            trace.unit, trace.decimals = finest.unit, finest.decimals
        if len(models) == 1:
            trace.low, trace.high = models[0].low, models[0].high
        return trace

    # ---- logic

    def _unary(self, node: Unary, s: Frames) -> Trace:
        inner = self.trace(node.operand, s)
        value = inner.value
        if node.op == "not":
            return Trace(node, None if value is None else not value, inner.causes, (inner,))
        if node.op != "neg":
            raise unknown(self, node)
        if value is not None:
            value = (-value[0], value[1]) if isinstance(value, tuple) else -value
        trace = self._like(Trace(node, value, inner.causes, (inner,)), inner)
        if inner.low is not None:
            trace.low, trace.high = -inner.high, -inner.low
        return trace

    def _binary(self, node: Binary, s: Frames) -> Trace:
        if node.op in LOGIC:
            one, two = self.trace(node.left, s), self.trace(node.right, s)
            a, b, settles = one.value, two.value, node.op == "or"
            if a is settles or b is settles:
                return Trace(node, settles, (), (one, two))
            if a is None or b is None:
                return Trace(node, None, merge(one.causes, two.causes), (one, two))
            return Trace(node, not settles, (), (one, two))
        known = OPERATORS.get(node.op)
        if known is None:
            raise unknown(self, node)
        if known.kind == "reconciliation":
            return self._approximate(node, known, s)
        one, two = self.trace(node.left, s), self.trace(node.right, s)
        a, b = one.value, two.value
        if a is None or b is None:
            return self._like(Trace(node, None, merge(one.causes, two.causes), (one, two)), one, two)
        if known.kind == "arithmetic":
            return self._arithmetic(known, node, one, two)
        if folds(self.definitions, node.op, node.left, node.right):
            a, b = folded(a), folded(b)
        test = given(self, known.value, node)
        if known.kind == "text":
            parts = b if isinstance(b, tuple) else (b,)
            return Trace(node, any(test(a, part) for part in parts), (), (one, two))
        if "ratio" in (node.left.type, node.right.type):
            p, q = as_ratio(a), as_ratio(b)
            assert p is not None and q is not None
            a, b = p[0] * q[1], q[0] * p[1]
        return Trace(node, test(a, b), (), (one, two))

    def _arithmetic(self, known: Operator, node: Binary, one: Trace, two: Trace) -> Trace:
        a, b = one.value, two.value
        if node.type == "ratio" and not isinstance(known.ratio, No):
            p, q = as_ratio(a), as_ratio(b)
            assert p is not None and q is not None
            return Trace(node, known.ratio(p, q), (), (one, two))
        if node.left.type == "date":
            return self._point(Trace(node, given(self, known.dates, node)(a, b), (), (one, two)))
        value = given(self, known.value, node)(a, b)
        if value is None:
            return Trace(node, None, zero_base(two), (one, two))
        if isinstance(known.ends, No):
            return Trace(node, value, (), (one, two))
        models: tuple[Trace, ...] = (one, two)
        if known.binds == PRODUCT:  # so many cars at so much money make money
            models = tuple(m for m in models if m.unit in UNITS) or models
        trace = self._like(Trace(node, value, (), (one, two)), *models)
        trace.low = trace.high = None
        if one.low is not None and two.low is not None:
            trace.low, trace.high = known.ends((one.low, one.high), (two.low, two.high))
        return trace

    def _surely(self, node: Surely, s: Frames) -> Trace:
        before, self.zero_exact = self.zero_exact, True
        one, two = self.trace(node.left, s), self.trace(node.right, s)
        self.zero_exact = before
        value = given(self, said(self, node).ends, node)(ends_of(one), ends_of(two))
        causes = merge(one.causes, two.causes)
        if value is None and not causes:
            causes = merge(rounded_figures(one), rounded_figures(two))
        return Trace(node, value, causes if value is None else (), (one, two))

    def _approximate(self, node: Binary, known: Operator, s: Frames) -> Trace:
        one, two = self.trace(node.left, s), self.trace(node.right, s)
        if node.left.type == "ratio":
            over, under = one.kids
            value = ratio_meets(over.ends, under.ends, two.ends)
            causes = merge(over.causes, under.causes, two.causes)
            if value is None and not causes:
                causes = zero_base(under)
        else:
            value = given(self, known.ends, node)(one.ends, two.ends)
            causes = merge(one.causes, two.causes)
        return Trace(node, value, causes if value is None else (), (one, two))

    def _between(self, node: Between, s: Frames) -> Trace:
        kids = tuple(self.trace(part, s) for part in (node.operand, node.low, node.high))
        low = self._order(kids[0], kids[1], ">=")
        value = all_of((low, self._order(kids[0], kids[2], "<=")))
        return Trace(node, value, merge(*(kid.causes for kid in kids)) if value is None else (), kids)

    def _order(self, one: Trace, two: Trace, op: str) -> bool | None:
        a, b = one.value, two.value
        if a is None or b is None:
            return None
        if isinstance(a, tuple) or (isinstance(b, tuple) and two.node.type != "texts"):
            p, q = as_ratio(a), as_ratio(b)
            assert p is not None and q is not None
            a, b = p[0] * q[1], q[0] * p[1]
        return COMPARE[op](a, b)

    def _in(self, node: In, s: Frames) -> Trace:
        operand = self.trace(node.operand, s)
        kids, truths = [operand], []
        for test in node.tests:
            if isinstance(test, Range):
                low, high = self.trace(test.low, s), self.trace(test.high, s)
                kids += [low, high]
                truths.append(
                    all_of(
                        (
                            self._order(operand, low, ">=" if test.low_closed else ">"),
                            self._order(operand, high, "<=" if test.high_closed else "<"),
                        )
                    )
                )
            elif not isinstance(test, Test):
                raise unknown(self, test)
            else:
                compare = COMPARE[said(self, test).id]
                right = self.trace(test.right, s)
                kids.append(right)
                one, two = operand.value, right.value
                if folds(self.definitions, test.op, node.operand, test.right):
                    one, two = folded(one), folded(two)
                if test.right.type == "texts":
                    truths.append(None if one is None or two is None else one in two)
                elif isinstance(one, str) and isinstance(two, str):
                    truths.append(compare(one, two))
                else:
                    truths.append(self._order(operand, right, test.op))
        value = any_of(truths)
        return Trace(node, value, merge(*(kid.causes for kid in kids)) if value is None else (), tuple(kids))

    def _given(self, node: Given, s: Frames) -> Trace:
        operand = node.operand
        if isinstance(operand, Path):
            fact = start(s, operand.depth)
            self._looked(fact, operand.hops)
            cause = Missing(fact, operand.hops[0], "absent")
            trace = Trace(node, list_says(fact, operand.hops, node.word))
        else:
            assert isinstance(operand, FieldRef)
            at: Fact | None = start(s, operand.depth)
            before = at
            for key in operand.hops:
                before, at = at, hop(at, key)
            cause = Missing(at, operand.name, "not_given") if at else Missing(before, operand.hops[0], "not_given")
            trace = Trace(node, field_says(at, operand.name, node.word))
            if at is not None:
                trace.used = (at, operand.name)
                if self.reads is not None and operand.name in self.watched:
                    self.reads[(id(at), operand.name)] = at
        if trace.value is None:
            trace.causes = (cause,)
        return trace

    def _if(self, node: If, s: Frames) -> Trace:
        which, may_change = self._condition(node.condition, s)
        if may_change:
            for branch, taken in ((node.yes, True), (node.no, False)):
                if which.value is not taken:
                    self.trace(branch, s)
        if which.value is None:
            return Trace(node, None, which.causes, (which,))
        chosen = self.trace(node.yes if which.value else node.no, s)
        return self._like(Trace(node, chosen.value, chosen.causes, (which, chosen)), chosen)

    def _condition(self, node: Expr, s: Frames) -> tuple[Trace, bool]:
        """Return the trace of a condition, and whether it looked at anything that may change: then so may what is chosen."""
        if self.reads is None:
            return self.trace(node, s), False
        above, self.reads = self.reads, {}
        found, mine = self.trace(node, s), self.reads
        self.reads = above
        above.update(mine)
        return found, bool(mine)

    def _call(self, node: Call, s: Frames) -> Trace:
        known = called(self, node)
        kids = tuple(self.trace(argument, s) for argument in node.arguments)
        causes = merge(*(kid.causes for kid in kids))
        values = [kid.value for kid in kids]
        if known.id == "known":
            return Trace(node, values[0] is not None, (), kids)
        if known.id == "settled":
            return Trace(node, None if values[0] is None else True, () if values[0] is not None else causes, kids)
        if any(value is None for value in values):
            return Trace(node, None, causes, kids)
        if known.id == "last_digit":
            fact, field = kids[0].used or (s[0], "")
            cell = fact.cells.get(field)
            value = None if cell is None else cell.step
        else:
            value = given(self, known.value, node)(*(map(as_ratio, values) if node.type == "ratio" else values))
            if value is None:
                return self._like(Trace(node, None, zero_base(kids[-1]), kids), *kids)
        trace = Trace(node, value, (), kids)
        if known.gives:  # no figure of the kind of its values
            return self._point(trace)
        trace = self._like(trace, *kids)
        return self._point(trace) if isinstance(known.ends, No) else self._combined(trace, known)

    def _combined(self, trace: Trace, function: Function) -> Trace:
        """Give *trace* the interval that a function makes of those below it, where all have one."""
        trace.low = trace.high = None
        ends = [ends_of(kid) for kid in trace.kids]
        known = [each for each in ends if each is not None]
        if len(known) == len(ends):
            trace.low, trace.high = given(self, function.ends, trace.node)(known)
        return trace

    # ---- other cases

    def _across(self, node: Across, s: Frames) -> Trace:
        if not node.key:
            raise unknown(self, node)
        known = FUNCTIONS[node.function]
        found = told_of(s[0], node.key, known.whole)
        value = None if found is None else getattr(found, node.end or "value")
        if value is not None and node.part:
            ratio = as_ratio(value)
            assert ratio is not None
            value = ratio[node.part == "d"]
        trace = Trace(node, value)
        if value is None:
            own = (self.trace(argument, s) for argument in node.arguments) if known.own else ()
            causes = merge(*(each.causes for each in own))
            case = s[0].root.case
            asked = case is not None and case.across is not None
            trace.causes = causes or (Missing(s[0], OTHER_CASES, known.lacks if asked else "alone"),)
        trace.unit, trace.decimals = self._printed_as(node, s)
        if not rounds(node):
            return self._point(trace)
        if found is not None and found.low is not None:
            exact = self.zero_exact and value == 0
            trace.low, trace.high = (0, 0) if exact else (found.low, found.high)
        return trace

    def _printed_as(self, node: Across, s: Frames) -> tuple[str, int]:
        """Return how a figure of others is printed: as the unit's own."""
        known = FUNCTIONS[node.function]
        if known.gives or node.type == "ratio":
            return "", 0
        own = self.trace(node.arguments[0], s)
        return own.unit, own.decimals

    def _bounded(self, node: Bounded, s: Frames) -> Trace:
        said, least, most = (self.trace(each, s) for each in (node.said, node.least, node.most))
        value = True if least.value is True else False if most.value is False else None
        causes = (
            () if value is not None else merge(said.causes, least.causes if least.value is None else (), most.causes)
        )
        if value is None and not causes:
            causes = (Missing(s[0], OTHER_CASES, "peers"),)
        return Trace(node, value, causes, (said,))

    # ---- related facts

    def _looked(self, fact: Fact | None, hops: tuple[str, ...]) -> None:
        """Note that the collection at the end of *hops* was looked at."""
        for key in hops:
            if self.reads is not None and fact is not None and key in self.watched:
                self.reads[(id(fact), key)] = fact
            fact = hop(fact, key)

    def members(self, path: Expr, s: Frames) -> tuple[list[Fact], tuple[Missing, ...]]:
        """Return the facts along *path*, and what keeps these from being all."""
        assert isinstance(path, Path)
        found, causes = [start(s, path.depth)], []
        for key in path.hops:
            reached: list[Fact] = []
            for each in found:
                single = hop(each, key) if key in ("^", "^^") or isinstance(each.values.get(key), Fact) else None
                if single is not None:
                    reached.append(single)
                    continue
                if key in ("^", "^^"):
                    continue
                if self.reads is not None and key in self.watched:
                    self.reads[(id(each), key)] = each
                reached.extend(each.related.get(key, ()))
                state = each.states.get(key)
                if state != "complete" and each.related.get("stray"):  # a group that others could belong to: name them
                    strays = each.related["stray"]
                    causes += [Missing(f, k, "not_given") for f in strays for k in each.values if k not in f.values]
                elif state == "partial" and each.related.get("^unplaced"):  # lines that could belong here: name them
                    causes += [Missing(f, "parent", "not_given") for f in each.related["^unplaced"]]
                elif state != "complete":
                    causes.append(Missing(each, key, "partial" if state else "absent"))
            found = reached
        return found, tuple(dict.fromkeys(causes))

    def _quantifier(self, node: Quantifier, s: Frames) -> Trace:
        return self._of_many(node, s, self._quantified)

    def _quantified(self, node: Quantifier, s: Frames) -> Trace:
        if node.kind not in QUANTIFIERS:
            raise unknown(self, node)
        found, causes = self.members(node.path, s)
        kids = tuple(self.trace(node.body, (*s, fact)) for fact in found)
        truths: list[bool | None] = [kid.value for kid in kids]
        if causes:
            truths.append(None)
        value = any_of(truths) if node.kind == "some" else all_of(truths) if node.kind == "every" else any_of(truths)
        if node.kind == "no" and value is not None:
            value = not value
        lacking = merge(causes, *(kid.causes for kid in kids if kid.value is None)) if value is None else ()
        return Trace(node, value, lacking, kids)

    def _aggregate(self, node: Aggregate, s: Frames) -> Trace:
        return self._of_many(node, s, self._aggregated)

    def _of_many(self, node: Many, s: Frames, make: Callable[[Many, Frames], Trace]) -> Trace:
        """Return what *make* makes of *node*; what a whole adds up to is asked for by each of its parts, and made once."""
        if self.known is None:
            return make(node, s)
        hangs = hanging(node, len(s), self.hangings)
        if not hangs.of_many:
            return make(node, s)
        facts = hangs.facts(s)
        key = (f"#{id(node)}", " ".join(f"{id(fact)}:{come}" for fact, come in facts), id(s[0].root), self.zero_exact)
        return self._once(key, facts[0][0], self.known, lambda: make(node, s))

    def _meeting(self, node: Aggregate, s: Frames, found: list[Fact]) -> tuple[list[Fact], tuple[Missing, ...]]:
        """Return which of *found* can meet the equation by which *node* chooses, and what the others lack.

        All of them where it chooses by no equation, or nobody else asks.
        """
        if self.shared is None or self.shared.known is None or self.reads is not None or len(found) < MANY:
            return found, ()
        equal = equation(node, len(s))
        listed_at = None if equal is None else parent(equal.parent, s)
        if equal is None or listed_at is None:
            return found, ()
        spans, before = isinstance(equal.node, Surely), self.zero_exact
        folding = not spans and folds(self.definitions, equal.node.op, equal.node.left, equal.node.right)

        def side(trace: Trace) -> Any:
            return ends_of(trace) if spans else folded(trace.value) if folding else trace.value

        self.zero_exact = before or spans
        key = (id(node), id(listed_at), self.zero_exact)
        known = self.shared.tables.get(key)
        if known is None:
            traces = [self.trace(equal.theirs, (*s, fact)) for fact in found]
            table = Table(found, map(side, traces), spans)
            unknown = [traces[place].causes for place in table.unknown]
            known = self.shared.tables[key] = table, merge(*unknown) if all(unknown) else None
        table, lacking = known
        asked = self.trace(equal.asked, (*s, found[0]))
        self.zero_exact = before
        value = side(asked)
        if node.body is not None or not equal.alone or lacking is None or (value is None and not asked.causes):
            return table.meeting(value, False), ()
        if value is None:  # of whatever is known it is unknown for the same reason: the first stands for all
            return found[:1], lacking
        places = table.equal(value)
        meeting = [found[place] for place in sorted(places)]
        assert node.condition is not None  # the equation stands in it
        if any(self.trace(node.condition, (*s, fact)).value is None for fact in meeting):
            return table.meeting(value, True), ()
        return meeting, lacking

    def _tests(self, node: Aggregate, s: Frames, zero_exact: bool) -> tuple[Trace, ...]:
        """Return the traces of the conditions by which *node* chooses, of all facts."""
        before = self.shared, self.zero_exact
        self.shared, self.zero_exact = None, zero_exact
        try:
            return tuple(self._aggregated(node, s).tests)
        finally:
            self.shared, self.zero_exact = before

    def _aggregated(self, node: Aggregate, s: Frames) -> Trace:
        function = called(self, node)
        found, causes = self.members(node.path, s)
        listed = node.function == "listed_sum"
        causes = () if listed else causes
        taken: list[Trace] = []
        tests: list[Trace] = []
        lacking: list[Missing] = list(causes)
        count = 0
        meeting, others = self._meeting(node, s, found)
        for fact in meeting:
            inner = (*s, fact)
            if node.condition is not None:
                wanted, may_change = self._condition(node.condition, inner)
                tests.append(wanted)
                if may_change and not wanted.value and node.body is not None:
                    self.trace(node.body, inner)
                if wanted.value is None:
                    lacking += () if listed else wanted.causes
                    continue
                if not wanted.value:
                    continue
            count += 1
            if node.body is not None:
                body = self.trace(node.body, inner)
                if body.value is None and listed:
                    tests.append(body)
                    continue
                if body.value is None:
                    lacking += body.causes
                taken.append(body)
        causes = merge(tuple(dict.fromkeys(lacking)), () if listed else others)
        found_trace = self._gathered(node, function, s, tuple(taken), causes, count)
        zero_exact = self.zero_exact
        of_all = meeting is found
        found_trace.tests = tuple(tests) if of_all else Later(lambda: self._tests(node, s, zero_exact))
        return found_trace

    def _gathered(
        self,
        node: Aggregate,
        function: Function,
        s: Frames,
        kids: tuple[Trace, ...],
        lacking: tuple[Missing, ...],
        count: int,
    ) -> Trace:
        """Return the trace of an aggregate over the bodies it took, or what keeps it from being known."""
        if lacking:
            trace = self._like(Trace(node, None, lacking, kids), *kids)
            trace.low = trace.high = None
            return trace
        if node.body is None:
            return self._point(Trace(node, count, (), kids))
        if node.function in ("sum", "listed_sum"):
            return self._combined(self._like(Trace(node, sum(kid.value for kid in kids), (), kids), *kids), function)
        if not kids:
            hops = node.path.hops if isinstance(node.path, Path) else ("",)
            return Trace(node, None, (Missing(s[0], hops[-1], "empty"),), kids)
        found_value = pick(node.function, [kid.value for kid in kids])
        return self._combined(self._like(Trace(node, found_value, (), kids), *kids), function)
