"""Changes a rule in one place at a time and asks whether its examples notice; what they do not notice they do not test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from checker.authoring.examples import Result
from checker.authoring.noticing import noticed
from checker.authoring.shapes import ABSENT
from checker.authoring.synthesis import Found, Synthesis
from checker.base.errors import Text
from checker.language.across import bounded, for_each
from checker.language.algebra import constant, linear
from checker.language.formatter import format_expression, format_literal, spelled
from checker.language.operators import OPERATORS
from checker.language.scope import Definition, Frame
from checker.language.tree import (
    Across,
    Aggregate,
    Between,
    Binary,
    Bounded,
    Call,
    EnumValue,
    Expr,
    FieldRef,
    Given,
    If,
    In,
    Literal,
    ParameterRef,
    Quantifier,
    Range,
    Test,
    Unary,
)
from checker.language.visitor import assure, called, said
from checker.language.words import KEYWORDS
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Rule, Validity

PARTS = {"when": Text("适用", "when"), "unless": Text("除非", "unless"), "require": Text("要求", "require")}
"""The parts of a rule that decide a check; an indicator's `require` is its value."""
LOGIC = {"and": "or", "or": "and"}
PRESENCE = {"given": "missing", "missing": "given", "stated": "given", "to_fill": "missing"}
QUANTIFIERS = {"some": ("every", "no"), "every": ("some",), "no": ("some",)}
STEPS: dict[str, Any] = {"money": 1, "percent": Decimal("0.0001"), "number": 1}
"""The smallest change of a threshold that its examples must notice: one 分, 0.01 %, one."""


class Mutant(NamedTuple):
    """One changed rule, or a definition it makes: what was changed, and how the part reads before and after."""

    rule: Rule
    part: str
    what: Text
    before: Text
    after: Text
    definition: Definition | None = None

    def book(self, book: Rulebook, memories: dict[Any, Any] | None = None) -> Rulebook:
        """Return *book* with this change made; in *memories* changes that leave definitions alone share what is compiled."""
        definitions, plans = book.definitions, {"memories": {} if memories is None else memories}
        if self.definition is not None:
            own = self.definition
            definitions = {**definitions, (own.entity, own.name): own, (own.entity, own.zh): own}
            plans = {}
        return replace(book, rules={**book.rules, self.rule.id: self.rule}, definitions=definitions, _plans=plans)


class Score(NamedTuple):
    """How many changes the examples of one rule noticed, and which they did not."""

    rule: Rule
    mutants: int
    survivors: tuple[Mutant, ...]

    @property
    def share(self) -> Fraction:
        """The share noticed; a rule that nothing can be changed in is fully tested."""
        return Fraction(self.mutants - len(self.survivors), self.mutants) if self.mutants else Fraction(1)


def mutants(book: Rulebook, rule: Rule) -> Iterator[Mutant]:
    """Yield *rule* with one operator, threshold, quantifier or date changed, one at a time; its definitions, too."""
    for part, name in PARTS.items():
        tree: Expr | None = getattr(rule, part)
        if tree is None:
            continue
        before = _texts(tree, rule)
        for changed, what in changes(tree, rule):
            label = Text("取值", "value") if part == "require" and rule.indicator else name
            yield Mutant(_with(rule, part, changed), label.zh, what, before, _texts(changed, rule))
        if part != "require":
            told = Text(f"去掉“{name.zh}”", f"without {name.en}")
            yield Mutant(_with(rule, part, None), name.zh, told, before, Text("（无）", "(none)"))
    for known in {id(d): d for d in book.definitions.values() if d.rule == rule.id}.values():
        scope = book.scope(Frame(known.entity, (book.vocabulary.entities[known.entity].zh, known.entity)))
        before = Text(*(format_expression(known.expr, scope, lang) for lang in ("zh", "en")))
        for changed, what in changes(known.expr, rule):
            after = Text(*(format_expression(changed, scope, lang) for lang in ("zh", "en")))
            yield Mutant(rule, known.zh, what, before, after, replace(known, expr=changed))
    for validity, what in _periods(rule.validity):
        before = Text(rule.validity.say("zh"), rule.validity.say("en"))
        after = Text(validity.say("zh"), validity.say("en"))
        yield Mutant(replace(rule, validity=validity), "施行", what, before, after)


def _with(node: Any, name: str, value: Any) -> Any:
    """Return *node* (a rule or a tree) with one attribute changed."""
    return replace(node, **{name: value})


def _texts(tree: Expr, rule: Rule) -> Text:
    return Text(*(format_expression(tree, rule.scope, lang, words=True) for lang in ("zh", "en")))


def _periods(validity: Validity) -> Iterator[tuple[Validity, Text]]:
    if validity.start is not None:
        for years in (-1, 1):
            moved = validity._replace(start=validity.start + timedelta(days=366 * years))
            yield moved, Text(f"施行日期移动 {years} 年", f"in force moved by {years} year")
    if validity.end is not None:
        for years in (-1, 1):
            moved = validity._replace(end=validity.end + timedelta(days=366 * years))
            yield moved, Text(f"废止日期移动 {years} 年", f"end moved by {years} year")
    if validity.years:
        moved = validity._replace(years=tuple(year + 1 for year in validity.years))
        yield moved, Text("所见年度加 1", "stated_for one year later")


Sides = frozenset[tuple[Expr, Expr]]


def changes(node: Expr, rule: Rule, beside: Sides = frozenset()) -> Iterator[tuple[Expr, Text]]:
    """Yield every tree that differs from *node* in one place, with what was changed.

    *beside* are the two sides of each ≈ that is joined to *node* by the same “and” or “or”: equal figures always agree within
    rounding, so that a bound of the same sides may or may not hold where they are equal.
    """
    assure("the changes of a rule", node)
    if (
        isinstance(node, Binary)
        and node.op in ("+", "-")
        and isinstance(node.right, Literal)
        and node.right.kind == "null"
    ):
        return  # not known whatever is added: the left side only says which facts are missing
    if isinstance(node, Bounded):  # as it is written, and read at its ends anew
        for changed, what in changes(node.said, rule, beside):
            made = bounded(changed) if isinstance(changed, Binary) else None
            if made is not None:
                yield made, what
        return
    if isinstance(node, Across):  # its figures were worked out before the rule was changed
        return
    for changed, what in _own_changes(node, rule):
        bound = isinstance(node, Binary) and isinstance(changed, Binary) and _one_bound(node.op, changed.op)
        if not (bound and (node.left, node.right) in beside):  # type: ignore[attr-defined]
            yield changed, what
    beside = _beside(node, beside)
    if isinstance(node, Call) and (
        node.function == "settled"
        or (
            node.function == "known"
            and (
                isinstance(node.arguments[0], ParameterRef)
                or (isinstance(node.arguments[0], Given) and node.arguments[0].word in ("given", "missing"))
            )
        )
    ):  # asks whether there is an answer, or a value: which one, is all the same
        return
    for slot in fields(node):
        if slot.name in ("span", "type", "path"):
            continue
        value = getattr(node, slot.name)
        if isinstance(value, Expr):
            each = for_each(node) if slot.name == "right" else None
            for changed, what in changes(value, rule, beside):
                if (
                    each
                    and isinstance(changed, Binary)
                    and changed.op == "*"
                    and each.right in (changed.left, changed.right)
                ):
                    continue  # the yuan says that it is an amount for each one of something, and is no threshold
                yield _with(node, slot.name, changed), what
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Expr):
                    for changed, what in changes(item, rule):
                        yield _with(node, slot.name, (*value[:index], changed, *value[index + 1 :])), what


def _one_bound(one: str, other: str) -> bool:
    """Whether two comparisons differ only where both sides are equal."""
    return one != other and one[0] == other[0] and one.rstrip("=") == other.rstrip("=") != ""


def _beside(node: Expr, known: Sides) -> Sides:
    """Return the sides of each ≈ among what *node* joins, in the one form that leaves a bound beside it as it is.

    That is A < B or A ≈ B, and A > B and not A ≈ B; chains of one word are one.
    """
    if not isinstance(node, Binary) or node.op not in LOGIC:
        return frozenset()
    found = set(known)
    for part in _joined(node, node.op):
        inner = part.operand if node.op == "and" and isinstance(part, Unary) else part
        if (inner is not part) == (node.op == "and") and isinstance(inner, Binary) and inner.op == "≈":
            found |= {(inner.left, inner.right), (inner.right, inner.left)}
    return frozenset(found)


def _joined(node: Expr, op: str) -> Iterator[Expr]:
    """Yield the conditions that a chain of one word joins."""
    if isinstance(node, Binary) and node.op == op:
        yield from _joined(node.left, op)
        yield from _joined(node.right, op)
    else:
        yield node


def _own_changes(node: Expr, rule: Rule) -> Iterator[tuple[Expr, Text]]:
    if isinstance(node, Binary):
        yield from _binary(node, rule)
    elif isinstance(node, Unary):
        yield node.operand, Text("去掉“非”或负号", "negation removed")
    elif isinstance(node, Quantifier):
        for kind in QUANTIFIERS[node.kind]:
            yield replace(node, kind=kind), Text(f"量词 {node.kind} → {kind}", f"quantifier {node.kind} → {kind}")
    elif isinstance(node, Aggregate):
        for function in called("the changes of a rule", node).mutants:
            told = Text(f"汇总 {node.function} → {function}", f"aggregate {node.function} → {function}")
            yield replace(node, function=function), told
        if node.condition is not None:
            yield replace(node, condition=None), Text("去掉“其中”的条件", "where removed")
    elif isinstance(node, Given):
        en, zh = KEYWORDS[node.word]
        other = PRESENCE[node.word]
        yield replace(node, word=other), Text(f"{zh} → {KEYWORDS[other][1]}", f"{en} → {other}")
        if PRESENCE[other] != node.word:
            yield Unary("not", node, span=node.span, type="boolean"), Text(f"{zh} → 非 {zh}", f"{en} → not {en}")
    elif isinstance(node, If):
        yield node.yes, Text("总是取“则”", "always then")
        yield node.no, Text("总是取“否则”", "always else")
    elif isinstance(node, Between):
        ends = [Range(node.low, node.high, *closed, type="boolean") for closed in ((False, True), (True, False))]
        for end, name in zip(ends, (Text("下限不含", "low end open"), Text("上限不含", "high end open")), strict=True):
            yield In(node.operand, (end,), type="boolean"), name
    elif isinstance(node, In):
        yield from _in(node)
    elif isinstance(node, (Literal, ParameterRef)):
        yield from _threshold(node, rule)
    elif isinstance(node, Call) and node.function == "settled":
        yield Literal("boolean", True, span=node.span, type="boolean"), Text("不问“已定”", "settled not asked")
    elif isinstance(node, EnumValue):
        values = list(rule.scope.vocabulary.enumerations[node.enumeration].values)
        other = values[(values.index(node.value) + 1) % len(values)]
        yield replace(node, value=other), Text(f"取值 {node.value} → {other}", f"value {node.value} → {other}")


def _whole(node: Expr, rule: Rule) -> bool:
    """Whether *node* is a count or a year: never rounded, so that “≈” is “=”."""
    if isinstance(node, Aggregate):
        return node.function == "count"
    if not isinstance(node, FieldRef):
        return False
    return rule.scope.vocabulary.entities[node.entity].fields[node.name].type in ("count", "year")


def _binary(node: Binary, rule: Rule) -> Iterator[tuple[Expr, Text]]:
    for op in (LOGIC[node.op],) if node.op in LOGIC else said("the changes of a rule", node).mutants:
        if op in OPERATORS and OPERATORS[op].type_of(node.left.type, node.right.type) is None:
            continue  # no rule that could be written
        yield replace(node, op=op), Text(f"{node.op} → {op}", f"{node.op} → {op}")
    measured = node.left.type in ("money", "number", "percent", "figure") and linear(node.left) and linear(node.right)
    whole = _whole(node.left, rule) and _whole(node.right, rule)
    if node.op == "=" and measured and not whole and not constant(node.left) and not constant(node.right):
        yield replace(node, op="≈"), Text("= → ≈", "= → ≈")
    if node.op in LOGIC:
        yield node.left, Text("去掉右边的条件", "right side removed")
        yield node.right, Text("去掉左边的条件", "left side removed")
    if node.op == "/":
        yield replace(node, left=node.right, right=node.left), Text("分子分母对调", "ratio inverted")


def _in(node: In) -> Iterator[tuple[Expr, Text]]:
    for index, test in enumerate(node.tests):
        if len(node.tests) > 1:
            told = Text(f"少列第 {index + 1} 项", f"entry {index + 1} left out")
            yield replace(node, tests=(*node.tests[:index], *node.tests[index + 1 :])), told
        if isinstance(test, Range):
            for changed in (
                replace(test, low_closed=not test.low_closed),
                replace(test, high_closed=not test.high_closed),
            ):
                told = Text("区间的端点", "an end of the range")
                yield replace(node, tests=(*node.tests[:index], changed, *node.tests[index + 1 :])), told
        if isinstance(test, Test):
            for op in said("the changes of a rule", test).mutants:
                changed_test = replace(test, op=op)
                yield (
                    replace(node, tests=(*node.tests[:index], changed_test, *node.tests[index + 1 :])),
                    Text(f"{test.op} → {op}", f"{test.op} → {op}"),
                )


def _threshold(node: Literal | ParameterRef, rule: Rule) -> Iterator[tuple[Expr, Text]]:
    if node.type == "date" and isinstance(node, Literal):
        for days in (-1, 1):
            moved = replace(node, value=node.value + timedelta(days=days))
            yield moved, Text(f"日期 {node.value} → {moved.value}", f"date {node.value} → {moved.value}")
    elif node.type == "boolean" and isinstance(node, Literal):
        yield replace(node, value=not node.value), Text("是 ↔ 否", "true ↔ false")
    elif node.type in STEPS:
        step = STEPS[node.type]
        name = node.name if isinstance(node, ParameterRef) else format_literal(node.kind, node.value)
        shown = spelled(node.name, rule.scope, "zh") if isinstance(node, ParameterRef) else name
        for sign, op in ((1, "+"), (-1, "-")):
            if isinstance(node, Literal):
                changed: Expr = replace(node, value=node.value + sign * step)
            else:
                changed = Binary(op, node, Literal(node.type, step, type=node.type), span=node.span, type=node.type)
            by = format_literal(node.type, step)
            yield changed, Text(f"{shown} {op} {by}", f"{name} {op} {by}")


def score(book: Rulebook, rule: Rule, results: Sequence[Result]) -> Score:
    """Return how many mutants of *rule* its examples notice; *results* are what they came to for the rule itself."""
    runs = [(r.example, r) for r in results if r.case is not None and r.holds and r.example.rule in ("", rule.id)]
    count = 0
    survivors: list[Mutant] = []
    memories: dict[Any, Any] = {}
    for mutant in mutants(book, rule):
        afresh = bool(rule.figures) and mutant.definition is not None
        seen = noticed(mutant.book(book, memories), rule, runs, afresh)
        if seen is None:
            continue
        count += 1
        if not seen:
            survivors.append(mutant)
    return Score(rule, count, tuple(survivors))


class Suggestion(NamedTuple):
    """A case that would notice some of the changes that no example notices."""

    found: Found
    notices: tuple[Mutant, ...]
    search: Synthesis


def suggestions(book: Rulebook, rule: Rule, survivors: Sequence[Mutant]) -> list[Suggestion]:
    """Return few cases that together notice as many of *survivors* as the search can show; small cases first."""
    search = Synthesis(book, rule)
    cases = sorted(search.search(), key=lambda f: (f.outcome in ("not_applicable", "pass"), len(str(f.fragment))))
    open_: list[Mutant] = list(survivors)
    noticed_by: list[tuple[Found, set[int]]] = []
    judged_by: dict[int, Rulebook] = {id(m): m.book(book) for m in open_}
    for found in cases:
        noticed: set[int] = set()
        for mutant in open_:
            try:
                other = search.judge(found.chosen, judged_by[id(mutant)])
            except (AssertionError, TypeError, ArithmeticError, KeyError, AttributeError):
                continue
            if other is None or other.outcome != found.outcome:
                noticed.add(id(mutant))
        if noticed:
            noticed_by.append((found, noticed))
    chosen: list[Suggestion] = []
    left = {id(m) for m in open_}
    while left and noticed_by:
        best, noticed = max(noticed_by, key=lambda pair: len(pair[1] & left))
        if not noticed & left:
            break
        seen = tuple(m for m in open_ if id(m) in noticed & left)
        chosen.append(Suggestion(smaller(search, best, [judged_by[id(m)] for m in seen]), seen, search))
        left -= noticed
    return chosen


def smaller(search: Synthesis, found: Found, others: Sequence[Rulebook]) -> Found:
    """Return *found* without what it does not need to tell the rule from all of *others*."""
    for key in [*search.shape.slots, *search.shape.collections]:
        sizes = [ABSENT, 0, 1, 2] if key in search.shape.collections else [ABSENT]
        for value in sizes:
            if found.chosen[key] == value:
                break
            less = search.judge({**found.chosen, key: value})
            if less is None or less.outcome != found.outcome or (less.check is None) != (found.check is None):
                continue
            if less.check and found.check and less.check.subject.entity != found.check.subject.entity:
                continue
            try:
                told = [search.judge(less.chosen, book) for book in others]
            except (AssertionError, TypeError, ArithmeticError, KeyError, AttributeError):
                continue
            if all(other is None or other.outcome != less.outcome for other in told):
                found = less._replace(edge=found.edge)
                break
    return found
