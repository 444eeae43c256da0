"""Asks whether a condition can hold at all: by intervals, enumerations and what excludes what. It errs towards "it can"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

from checker.language.closures import COMPARE
from checker.language.columns import No
from checker.language.operators import COMPARISONS
from checker.language.scope import Definition
from checker.language.tree import (
    PRESENCE,
    Aggregate,
    Between,
    Binary,
    Call,
    DefinitionRef,
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
    walk,
)
from checker.language.visitor import assure, called
from checker.rulebook.book import Rulebook

LIMIT = 400
"""Most combinations looked at; a condition with more is taken to be possible."""
ROUNDS = 8
"""How often bounds are drawn from one another."""
NEGATED = {known.id: str(known.negated) for known in COMPARISONS.values()}
NUMBERS = ("number", "money", "percent", "date", "figure", "ratio")

Atom = tuple[Expr, bool]
Bound = tuple[Fraction, bool]
"""An end of an interval, and whether it is left out."""


class TooMany(Exception):
    """There are more combinations than are looked at."""


class Solver:
    """Answers for the conditions of one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book

    def possible(self, *conditions: tuple[Expr | None, bool]) -> bool:
        """Whether all *conditions* can be as wanted at once; one that is not there asks nothing."""
        for part in (part for expr, _ in conditions if expr is not None for part in walk(expr)):
            assure(self, part)
        if len(conditions) == 1 and conditions[0][0] is not None and self._free(conditions[0][0]):
            return True
        try:
            choices = [self.ways(expr, wanted) if expr is not None else [()] for expr, wanted in conditions]
            count = 1
            for choice in choices:
                count *= max(1, len(choice))
                if count > LIMIT:
                    raise TooMany
            return any(self.consistent([a for part in way for a in part]) for way in product(*choices))
        except TooMany:
            return True

    def _free(self, node: Expr) -> bool:
        """Whether *node* is a single condition that plainly can be either: something in it has no bounds."""
        if isinstance(node, (FieldRef, Given, Quantifier)):
            return True
        if not isinstance(node, Binary) or node.op not in COMPARISONS or node.left.type not in NUMBERS:
            return False
        linear = self._linear(node)
        return linear is not None and any(self._range(term) == (None, None) for term in linear[0])

    def ways(self, node: Expr, wanted: bool) -> list[tuple[Atom, ...]]:
        """Return the combinations of atoms by which *node* comes to be *wanted*."""
        found: list[tuple[Atom, ...]]
        if isinstance(node, Literal):
            return [()] if node.value is wanted else []
        if isinstance(node, Unary) and node.op == "not":
            return self.ways(node.operand, not wanted)
        if isinstance(node, Binary) and node.op in ("and", "or"):
            left, right = self.ways(node.left, wanted), self.ways(node.right, wanted)
            both = (node.op == "and") is wanted
            found = [one + two for one in left for two in right] if both else left + right
        elif isinstance(node, If) and node.type == "boolean":
            found = [
                one + two
                for truth, branch in ((True, node.yes), (False, node.no))
                for one in self.ways(node.condition, truth)
                for two in self.ways(branch, wanted)
            ]
        elif isinstance(node, Between):
            ends = [
                Binary(">=", node.operand, node.low, type="boolean"),
                Binary("<=", node.operand, node.high, type="boolean"),
            ]
            found = self._combined(ends, wanted)
        elif isinstance(node, In):
            found = self._in(node, wanted)
        elif isinstance(node, DefinitionRef) and node.depth == 0 and not node.hops and node.type == "boolean":
            return self.ways(self._definition(node).expr, wanted)
        else:
            return [((node, wanted),)]
        if len(found) > LIMIT:
            raise TooMany
        return found

    def _definition(self, node: DefinitionRef) -> Definition:
        return self.book.definitions[(node.entity, node.name)]

    def _combined(self, parts: Sequence[Expr], wanted: bool) -> list[tuple[Atom, ...]]:
        """Return the ways in which all of *parts* hold (wanted) or one does not."""
        if not wanted:
            return [way for part in parts for way in self.ways(part, False)]
        return [tuple(a for way in ways for a in way) for ways in product(*(self.ways(part, True) for part in parts))]

    def _in(self, node: In, wanted: bool) -> list[tuple[Atom, ...]]:
        tests: list[list[Expr]] = []
        for test in node.tests:
            if isinstance(test, Range):
                low, high = ">=" if test.low_closed else ">", "<=" if test.high_closed else "<"
                tests.append(
                    [
                        Binary(low, node.operand, test.low, type="boolean"),
                        Binary(high, node.operand, test.high, type="boolean"),
                    ]
                )
            elif isinstance(test, Test) and test.right.type != "texts":
                tests.append([Binary(test.op, node.operand, test.right, type="boolean")])
            else:
                return [((node, wanted),)]
        if wanted:
            return [way for parts in tests for way in self._combined(parts, True)]
        ways = [self._combined(parts, False) for parts in tests]
        count = 1
        for choice in ways:
            count *= max(1, len(choice))
        if count > LIMIT:
            raise TooMany
        return [tuple(a for way in chosen for a in way) for chosen in product(*ways)]

    # ---- one combination

    def consistent(self, atoms: Iterable[Atom]) -> bool:
        """Whether nothing in *atoms* excludes another."""
        truths: dict[Expr, bool] = {}
        allowed: dict[Expr, set[Any]] = {}
        sums: list[tuple[dict[Expr, Fraction], Fraction, str]] = []
        known: set[Expr] = set()
        for node, wanted in atoms:
            if truths.setdefault(node, wanted) is not wanted:
                return False
            if isinstance(node, Binary) and node.op in COMPARISONS:
                op = node.op if wanted else NEGATED[node.op]
                known |= {side for side in (node.left, node.right) if isinstance(side, FieldRef)}
                if node.left.type.startswith("enum:") or node.left.type in ("text", "boolean"):
                    if not _equal(node, op, allowed, self._values(node)):
                        return False
                elif node.left.type in NUMBERS:
                    linear = self._linear(node)
                    if linear is not None:
                        sums.append((*linear, op))
            elif isinstance(node, FieldRef):
                known.add(node)
        for node, wanted in truths.items():
            if isinstance(node, Given) and isinstance(node.operand, FieldRef):
                told = {word: truths.get(Given(node.operand, word)) for word in PRESENCE}
                if told["given"] is not None and told["given"] is told["missing"]:
                    return False
                if told["to_fill"] and any(told[word] is not None for word in PRESENCE if word != "to_fill"):
                    return False  # whether it is shown is not known then
                shown = wanted is (node.word in ("given", "stated"))
                field = self.book.vocabulary.entities[node.operand.entity].fields[node.operand.name]
                if not shown and node.operand in known and not field.derive:
                    return False
        return self._bounds_meet(sums)

    def _values(self, node: Binary) -> tuple[Any, ...]:
        kind = node.left.type
        return tuple(self.book.vocabulary.enumerations[kind[5:]].values) if kind.startswith("enum:") else ()

    def _linear(self, node: Binary) -> tuple[dict[Expr, Fraction], Fraction] | None:
        """Return left minus right as terms and a constant; what is not linear is a term of its own."""
        terms: dict[Expr, Fraction] = {}
        constant = self._add(node.left, Fraction(1), terms) + self._add(node.right, Fraction(-1), terms)
        return {term: factor for term, factor in terms.items() if factor}, constant

    def _add(self, node: Expr, factor: Fraction, terms: dict[Expr, Fraction]) -> Fraction:
        if isinstance(node, Literal) and node.value is not None and node.kind in ("number", "money", "percent", "date"):
            return factor * (node.value.toordinal() if isinstance(node.value, date) else Fraction(node.value))
        if isinstance(node, Unary) and node.op == "neg":
            return self._add(node.operand, -factor, terms)
        if isinstance(node, Binary) and node.op in ("+", "-"):
            sign = 1 if node.op == "+" else -1
            return self._add(node.left, factor, terms) + self._add(node.right, sign * factor, terms)
        if isinstance(node, Binary) and node.op == "*":
            for one, other in ((node.left, node.right), (node.right, node.left)):
                if isinstance(one, Literal) and one.value is not None:
                    return self._add(other, factor * Fraction(one.value), terms)
        if isinstance(node, DefinitionRef) and node.depth == 0 and not node.hops:
            return self._add(self._definition(node).expr, factor, terms)
        terms[node] = terms.get(node, Fraction(0)) + factor
        return Fraction(0)

    def _range(self, term: Expr) -> tuple[Bound | None, Bound | None]:
        """Return what is known of a term by itself."""
        zero = (Fraction(0), False)
        if isinstance(term, FieldRef):
            field = self.book.vocabulary.entities[term.entity].fields[term.name]
            return (zero, None) if field.type in ("count", "year") else (None, None)
        if isinstance(term, (Aggregate, Call)) and not isinstance(least := called(self, term).least, No):
            return (Fraction(least), False), None
        if isinstance(term, ParameterRef):
            values = [
                Fraction(v.value.toordinal() if isinstance(v.value, date) else v.value)
                for v in self.book.parameters[term.name].values
            ]
            return (min(values), False), (max(values), False)
        return None, None

    def _bounds_meet(self, sums: Sequence[tuple[dict[Any, Fraction], Fraction, str]]) -> bool:
        """Whether the bounds that the sums draw from one another leave every term a value."""
        low: dict[Any, Bound | None] = {}
        high: dict[Any, Bound | None] = {}
        whole: list[tuple[dict[Any, Fraction], Fraction, str]] = []
        for terms, constant, op in sums:
            for term in terms:
                if term not in low:
                    low[term], high[term] = self._range(term)
            if len(terms) > 1:  # the same sum twice: its own bounds may exclude each other
                lead = terms[min(terms, key=hash)]
                form = frozenset((term, factor / lead) for term, factor in terms.items())
                low.setdefault(form, None)
                high.setdefault(form, None)
                whole.append(({form: lead}, constant, op))
        sums = [*sums, *whole]
        for _ in range(ROUNDS):
            changed = False
            for terms, constant, op in sums:
                if not terms:
                    if not COMPARE[op](constant, 0):
                        return False
                    continue
                if op == "!=":
                    (only, *more) = terms
                    one, two = low[only], high[only]
                    if not more and one is not None and one == two and terms[only] * one[0] + constant == 0:
                        return False
                    continue
                for upper in (True, False) if op == "=" else (op in ("<", "<="),):
                    changed |= _tighten(terms, constant, upper, op in ("<", ">"), low, high)
            if any(_empty(low[term], high[term]) for term in low):
                return False
            if not changed:
                return True
        return True


def _equal(node: Binary, op: str, allowed: dict[Expr, set[Any]], values: tuple[Any, ...]) -> bool:
    """Narrow what the compared field may be; false when nothing is left."""
    for one, other in ((node.left, node.right), (node.right, node.left)):
        value = other.value if isinstance(other, (EnumValue, Literal)) else None
        if value is None:
            continue
        if op == "=":
            left = allowed.get(one)
            if left is not None and ("only" in left or values) and value not in left:
                return False
            if left is not None and ("not", value) in left:
                return False
            allowed[one] = {value, "only"}
        elif op == "!=":
            left = allowed.setdefault(one, set(values))
            if values or "only" in left:
                left.discard(value)
                if not left - {"only"}:
                    return False
            else:
                left.add(("not", value))
    return True


def _empty(low: Bound | None, high: Bound | None) -> bool:
    if low is None or high is None:
        return False
    return low[0] > high[0] or (low[0] == high[0] and (low[1] or high[1]))


def _tighten(
    terms: dict[Any, Fraction],
    constant: Fraction,
    upper: bool,
    strict: bool,
    low: dict[Any, Bound | None],
    high: dict[Any, Bound | None],
) -> bool:
    """Draw from sum + constant ≤ 0 (*upper*; else ≥ 0) what it says of each term; true when something was learnt."""
    changed = False
    sign = 1 if upper else -1  # always read as sum ≤ 0
    for term, factor in terms.items():
        rest, open_ = sign * constant, strict
        for other, weight in terms.items():
            if other is term:
                continue
            least = low[other] if sign * weight > 0 else high[other]
            if least is None:
                break
            rest += sign * weight * least[0]
            open_ = open_ or least[1]
        else:
            bound = (-rest / (sign * factor), open_)
            table = high if sign * factor > 0 else low
            known = table[term]
            nearer = known is None or (bound[0] < known[0] if table is high else bound[0] > known[0])
            if nearer or (known is not None and bound[0] == known[0] and bound[1] and not known[1]):
                table[term] = bound
                changed = True
    return changed
