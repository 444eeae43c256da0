"""Typed tree → Python closures over exact values: what the evaluator runs.

A closure takes the frames `s` (the subject first, then the facts of the quantifiers around it) and returns a value,
or None where it is unknown. Truth is True, False or None (Kleene). A ratio is a pair (n, d) with d > 0. The interval of
a figure is held doubled, (2·value - step, 2·value + step), so that half a unit is whole.
Why a value is unknown is not asked here but by `trace`, which walks the same tree for the checks that need it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from checker.cases.case import Fact
from checker.language.across import FUNCTIONS, told_of
from checker.language.algebra import linear
from checker.language.columns import No, Operator
from checker.language.exact import (
    Bounds,
    Closure,
    Frames,
    all_of,
    any_of,
    as_ratio,
    field_says,
    hop,
    list_says,
    start,
)
from checker.language.folding import operands
from checker.language.intervals import IntervalCompiler
from checker.language.matching import matcher
from checker.language.members import MemberCompiler
from checker.language.memo import Remembered
from checker.language.operators import COMPARISONS
from checker.language.scope import Definition
from checker.language.tree import (
    Across,
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
    Range,
    Test,
    Unary,
    unknown,
)
from checker.language.visitor import Visitor, assure, called, given, said
from checker.language.words import LOGIC

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    known.id: known.value for known in COMPARISONS.values() if not isinstance(known.value, No)
}
"""What each comparison makes of two values."""


class Compiler(IntervalCompiler, MemberCompiler, Visitor, never=(Name, Test, Range, Path)):
    """Compiles trees of one plan; *parameter* gives the closure of a parameter, definitions are compiled once each.

    *remembered* keeps what definitions come to from one question to the next.
    """

    def __init__(
        self,
        definitions: dict[tuple[str, str], Definition],
        parameter: Callable[[str], Closure],
        remembered: Remembered | None = None,
    ) -> None:
        self.definitions = definitions
        self.parameter = parameter
        self.remembered = remembered
        self._compiled: dict[tuple[str, str, bool, str], Closure] = {}
        self._closures: dict[tuple[int, bool], tuple[Closure, Expr]] = {}
        """The closure of each node, with the node, which is known by its identity: what is read with intervals shares nodes."""
        self._bounds: dict[tuple[int, bool], tuple[Bounds, Expr]] = {}

    def compile(self, node: Expr) -> Closure:
        """Return the closure of *node*."""
        key = (id(node), self.zero_exact)
        known = self._closures.get(key)
        if known is None:
            known = self._closures[key] = (self.method_of(node)(self, node), node)
        return known[0]

    def later(self, node: Expr, make: Callable[[Expr], Closure] | None = None) -> Callable[[], Closure]:
        """Return what gives the closure of *node*, for where one case may never ask it; no figure decides how it is read."""
        assure(self, node)
        zero_exact = self.zero_exact

        def made() -> Closure:
            before, self.zero_exact = self.zero_exact, zero_exact
            try:
                return (make or self.compile)(node)
            finally:
                self.zero_exact = before

        return made

    # ---- leaves

    def _literal(self, node: Literal) -> Closure:
        value = node.value
        return lambda s: value

    def _enumvalue(self, node: EnumValue) -> Closure:
        value = node.value
        return lambda s: value

    def _parameterref(self, node: ParameterRef) -> Closure:
        return self.parameter(node.name)

    def _fieldref(self, node: FieldRef) -> Closure:
        name, depth, hops = node.name, node.depth, node.hops
        if not hops:
            if depth == 0:
                return lambda s: s[0].values.get(name)
            if depth < 0:
                return lambda s: s[0].root.values.get(name)
            return lambda s: s[depth].values.get(name)

        def follow(s: Frames) -> Any:
            fact: Fact | None = start(s, depth)
            for key in hops:
                fact = hop(fact, key)
            return None if fact is None else fact.values.get(name)

        return follow

    def _definitionref(self, node: DefinitionRef) -> Closure:
        inner = self._definition(node, "value")
        depth, hops = node.depth, node.hops
        if depth == 0 and not hops:
            return lambda s: inner(s[:1])

        def apply(s: Frames) -> Any:
            fact: Fact | None = start(s, depth)
            for key in hops:
                fact = hop(fact, key)
            return None if fact is None else inner((fact,))

        return apply

    def _definition(self, node: DefinitionRef, kind: str) -> Closure:
        """Return the closure of what a definition says, its "value" or its "ends", compiled when a case first asks for it."""
        key = (node.entity, node.name, self.zero_exact, kind)
        known = self._compiled.get(key)
        if known is None:
            expr = self.definitions[(node.entity, node.name)].expr
            make = self.later(expr, self._ends_of if kind == "ends" else self.compile)
            inner: Closure | None = None

            def asked(s: Frames) -> Any:
                nonlocal inner
                if inner is None:
                    inner = make()
                return inner(s)

            known = asked if self.remembered is None else self.remembered.keep(*key, asked)
            self._compiled[key] = known
        return known

    def _ends_of(self, expr: Expr) -> Bounds:
        """Return the interval of what a definition says; of what is no figure made of figures there is none."""
        return self.bounds(expr) if linear(expr) else (lambda s: None)

    # ---- logic

    def _unary(self, node: Unary) -> Closure:
        operand = self.compile(node.operand)
        if node.op == "not":

            def negate(s: Frames) -> Any:
                value = operand(s)
                return None if value is None else not value

            return negate
        if node.op != "neg":
            raise unknown(self, node)

        def minus(s: Frames) -> Any:
            value = operand(s)
            if value is None:
                return None
            return (-value[0], value[1]) if isinstance(value, tuple) else -value

        return minus

    def _binary(self, node: Binary) -> Closure:
        op = node.op
        if op not in LOGIC:
            return self._infix(said(self, node), node)
        left, right, later = self.compile(node.left), None, self.later(node.right)
        if op == "and":

            def both(s: Frames) -> Any:
                nonlocal right
                one = left(s)
                if one is False:
                    return False
                if right is None:
                    right = later()
                two = right(s)
                if two is False:
                    return False
                return None if one is None or two is None else True

            return both

        def either(s: Frames) -> Any:
            nonlocal right
            one = left(s)
            if one is True:
                return True
            if right is None:
                right = later()
            two = right(s)
            if two is True:
                return True
            return None if one is None or two is None else False

        return either

    def _infix(self, known: Operator, node: Binary) -> Closure:
        if known.kind == "reconciliation":
            return self._approximate(node)
        left, right = operands(self, node.op, node.left, node.right)
        if known.kind == "text":
            return self._text(known, node, left, right)
        if known.kind == "arithmetic":
            return self._arithmetic(known, node, left, right)
        value = given(self, known.value, node)
        return self._compare(value, left, right, "ratio" in (node.left.type, node.right.type))

    def _compare(self, test: Callable[[Any, Any], bool], left: Closure, right: Closure, ratios: bool) -> Closure:
        if ratios:

            def cross(s: Frames) -> Any:
                one, two = as_ratio(left(s)), as_ratio(right(s))
                if one is None or two is None:
                    return None
                return test(one[0] * two[1], two[0] * one[1])

            return cross

        def compare(s: Frames) -> Any:
            one = left(s)
            if one is None:
                return None
            two = right(s)
            return None if two is None else test(one, two)

        return compare

    def _text(self, known: Operator, node: Binary, left: Closure, right: Closure) -> Closure:
        test = value = given(self, known.value, node)
        if known.id == "matches":  # the pattern is written out: it is read once
            fits = matcher(str(getattr(node.right, "value", "")))
            test = lambda text, _: fits(text)  # noqa: E731
        elif node.right.type == "texts":
            test = lambda text, parts: any(value(text, part) for part in parts)  # noqa: E731

        def apply(s: Frames) -> Any:
            one, two = left(s), right(s)
            return None if one is None or two is None else test(one, two)

        return apply

    def _arithmetic(self, known: Operator, node: Binary, left: Closure, right: Closure) -> Closure:
        if node.type == "ratio" and not isinstance(known.ratio, No):
            of_ratios = known.ratio

            def ratios(s: Frames) -> Any:
                one, two = as_ratio(left(s)), as_ratio(right(s))
                return None if one is None or two is None else of_ratios(one, two)

            return ratios
        apply = given(self, known.dates if node.left.type == "date" else known.value, node)

        def calculate(s: Frames) -> Any:
            one = left(s)
            if one is None:
                return None
            two = right(s)
            return None if two is None else apply(one, two)

        return calculate

    def _between(self, node: Between) -> Closure:
        operand, low, high = self.compile(node.operand), self.compile(node.low), self.compile(node.high)
        ratios = "ratio" in (node.operand.type, node.low.type, node.high.type)
        above = self._compare(operator.ge, operand, low, ratios)
        below = self._compare(operator.le, operand, high, ratios)
        return lambda s: all_of((above(s), below(s)))

    def _in(self, node: In) -> Closure:
        operand = self.compile(node.operand)
        tests = [self._one_test(node.operand, test, operand) for test in node.tests]
        return lambda s: any_of(test(s) for test in tests)

    def _one_test(self, subject: Expr, test: Expr, operand: Closure) -> Closure:
        if isinstance(test, Range):
            ratios = "ratio" in (subject.type, test.low.type, test.high.type)
            low = self._compare(
                operator.ge if test.low_closed else operator.gt, operand, self.compile(test.low), ratios
            )
            high = self._compare(
                operator.le if test.high_closed else operator.lt, operand, self.compile(test.high), ratios
            )
            return lambda s: all_of((low(s), high(s)))
        if not isinstance(test, Test):
            raise unknown(self, test)
        value = given(self, said(self, test).value, test)
        operand, right = operands(self, test.op, subject, test.right)
        if test.right.type == "texts":
            return self._compare(lambda text, texts: text in texts, operand, right, False)
        return self._compare(value, operand, right, "ratio" in (subject.type, test.right.type))

    def _given(self, node: Given) -> Closure:
        operand, word = node.operand, node.word
        if isinstance(operand, Path):
            depth, hops = operand.depth, operand.hops
            return lambda s: list_says(start(s, depth), hops, word)
        assert isinstance(operand, FieldRef)
        name, depth, hops = operand.name, operand.depth, operand.hops

        def given(s: Frames) -> Any:
            fact: Fact | None = start(s, depth)
            for key in hops:
                fact = hop(fact, key)
            return field_says(fact, name, word)

        return given

    def _if(self, node: If) -> Closure:
        condition, yes, no = self.compile(node.condition), None, None
        if_so, if_not = self.later(node.yes), self.later(node.no)

        def choose(s: Frames) -> Any:
            nonlocal yes, no
            which = condition(s)
            if which is None:
                return None
            if which:
                if yes is None:
                    yes = if_so()
                return yes(s)
            if no is None:
                no = if_not()
            return no(s)

        return choose

    def _call(self, node: Call) -> Closure:
        known = called(self, node)
        arguments = [self.compile(argument) for argument in node.arguments]
        only = arguments[0]
        if known.id == "known":
            return lambda s: only(s) is not None
        if known.id == "settled":
            return lambda s: None if only(s) is None else True
        if known.id == "last_digit":
            return self._last_digit(node.arguments[0])
        value = given(self, known.value, node)
        if node.type == "ratio":
            return self._of_several(lambda *values: value(*map(as_ratio, values)), arguments)
        if len(arguments) > 1:
            return self._of_several(value, arguments)

        def apply(s: Frames) -> Any:
            found = only(s)
            return None if found is None else value(found)

        return apply

    def _of_several(self, value: Callable[..., Any], arguments: list[Closure]) -> Closure:
        def apply(s: Frames) -> Any:
            values = [argument(s) for argument in arguments]
            return None if any(each is None for each in values) else value(*values)

        return apply

    def _last_digit(self, field: Expr) -> Closure:
        assert isinstance(field, FieldRef)
        name, depth, hops = field.name, field.depth, field.hops

        def digit(s: Frames) -> Any:
            fact: Fact | None = start(s, depth)
            for key in hops:
                fact = hop(fact, key)
            cell = None if fact is None else fact.cells.get(name)
            return None if cell is None else cell.step

        return digit

    # ---- other cases

    def _across(self, node: Across) -> Closure:
        if not node.key:
            raise unknown(self, node)
        key, end, part, whole = node.key, node.end or "value", node.part, FUNCTIONS[node.function].whole

        def figure(s: Frames) -> Any:
            found = told_of(s[0], key, whole)
            value = None if found is None else getattr(found, end)
            return value if value is None or not part else as_ratio(value)[part == "d"]  # type: ignore[index]

        return figure

    def _bounded(self, node: Bounded) -> Closure:
        least, most = self.compile(node.least), self.compile(node.most)

        def settled(s: Frames) -> Any:
            if least(s) is True:
                return True
            return False if most(s) is False else None

        return settled
