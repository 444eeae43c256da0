"""The reading of a rule in which figures are intervals: what no rounded digit could turn (design 5).

A fail must hold for every value that the printed figures may stand for. `violation` returns the condition under which it
does: when ∧ ¬unless ∧ ¬require with every comparison of rounded figures made a `Surely`, which is unknown where the last
digit decides. Where two printed figures are equal they are taken as equal: there digits decide. A figure that stands on
both sides counts once, so `a / b > 105%` is read as `a - 105% × b > 0`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from checker.base.frozen import changed
from checker.cases.vocabulary import Vocabulary
from checker.language.columns import NUMERIC, No
from checker.language.operators import COMPARISONS
from checker.language.scope import Definition
from checker.language.tree import (
    Across,
    Aggregate,
    Between,
    Binary,
    Bounded,
    Call,
    DefinitionRef,
    Expr,
    FieldRef,
    Given,
    If,
    In,
    Literal,
    ParameterRef,
    Path,
    Quantifier,
    Range,
    Surely,
    Test,
    Unary,
    parts,
    unknown,
    walk,
)
from checker.language.visitor import assure, called, said

T = TypeVar("T")
NUMBERS = NUMERIC
FLIPPED = {known.id: known.flipped for known in COMPARISONS.values() if isinstance(known.flipped, str)}
ROUNDED = ("money", "percent", "number", "figure")
"""Types of the vocabulary whose figures may have been rounded when they were printed."""
Fraction = tuple[Expr, Expr | None]
"""Numerator and denominator; no denominator: one."""


def violation(
    when: Expr | None,
    unless: Expr | None,
    require: Expr,
    definitions: Mapping[tuple[str, str], Definition],
    vocabulary: Vocabulary,
) -> Expr | None:
    """Return when a rule is violated whatever was rounded off; nothing where its comparisons rest on no rounded figure."""
    reader = _Reader(definitions, vocabulary)
    parts = [reader.truth(require, 1, negated=True)]
    if when is not None:
        parts.append(reader.truth(when, 1))
    if unless is not None:
        parts.append(reader.truth(unless, 1, negated=True))
    if not any(isinstance(node, Surely) for part in parts for node in walk(part)):
        return None
    found = parts[0]
    for part in parts[1:]:
        found = Binary("and", found, part, type="boolean")
    return found


class _Reader:
    def __init__(self, definitions: Mapping[tuple[str, str], Definition], vocabulary: Vocabulary) -> None:
        self.definitions = definitions
        self.vocabulary = vocabulary
        self._made: dict[Any, Any] = {}
        """What each part was read as, by what it was asked for; with the part, which is known by its identity."""

    def _once(self, key: tuple[Any, ...], node: Expr, make: Callable[[], T]) -> T:
        """Return what *make* comes to, asked once for *key* and *node*: a rule asks the same definitions in many places."""
        found = self._made.get((*key, id(node)))
        if found is None:
            found = self._made[(*key, id(node))] = (make(), node)
        made: T = found[0]
        return made

    def truth(self, node: Expr, frames: int, negated: bool = False) -> Expr:
        """Return a condition read with intervals; *frames* facts are known where it stands."""
        found = self._truth(node, frames)
        return Unary("not", found, type="boolean") if negated else found

    def _truth(self, node: Expr, frames: int) -> Expr:
        assure(self, node)
        if isinstance(node, Unary) and node.op == "not":
            return changed(node, operand=self._truth(node.operand, frames))
        if isinstance(node, Binary) and node.op in ("and", "or"):
            return changed(node, left=self._truth(node.left, frames), right=self._truth(node.right, frames))
        if isinstance(node, Binary) and node.op in FLIPPED:
            return self._compare(node.op, node.left, node.right, frames)
        if isinstance(node, Between):
            low = self._compare(">=", node.operand, node.low, frames)
            return Binary("and", low, self._compare("<=", node.operand, node.high, frames), type="boolean")
        if isinstance(node, In) and self.rounded(node):
            found: Expr | None = None
            for test in node.tests:
                one = self._test(node.operand, test, frames)
                found = one if found is None else Binary("or", found, one, type="boolean")
            assert found is not None
            return found
        if isinstance(node, If):
            return changed(
                node,
                condition=self._truth(node.condition, frames),
                yes=self._truth(node.yes, frames),
                no=self._truth(node.no, frames),
            )
        if isinstance(node, Quantifier):
            return changed(node, body=self._truth(node.body, frames + 1))
        if isinstance(node, Bounded):
            return changed(node, least=self._truth(node.least, frames), most=self._truth(node.most, frames))
        if isinstance(node, DefinitionRef):
            written = self.inlined(node, frames)
            return self._once(("truth", frames), written, lambda: self._truth(written, frames))
        return node

    def _test(self, operand: Expr, test: Expr, frames: int) -> Expr:
        if isinstance(test, Range):
            low = self._compare(">=" if test.low_closed else ">", operand, test.low, frames)
            high = self._compare("<=" if test.high_closed else "<", operand, test.high, frames)
            return Binary("and", low, high, type="boolean")
        if not isinstance(test, Test):
            raise unknown(self, test)
        return self._compare(said(self, test).id, operand, test.right, frames)

    def rounded(self, node: Expr) -> bool:
        """Whether a figure that may have been rounded stands anywhere in *node*."""
        for part in walk(node):
            if isinstance(part, FieldRef):
                field = self.vocabulary.entities[part.entity].fields[part.name]
                if field.type in ROUNDED and not field.exact:
                    return True
            if isinstance(part, DefinitionRef):
                expr = self.definitions[(part.entity, part.name)].expr
                if self._once(("rounded",), expr, partial(self.rounded, expr)):
                    return True
        return False

    # ---- comparisons

    def _compare(self, op: str, left: Expr, right: Expr, frames: int) -> Expr:
        kinds = {left.type, right.type}
        plain = Binary(op, left, right, type="boolean")
        if not kinds <= {*NUMBERS, "ratio"} or not self.rounded(plain):
            return plain
        return self._figures(op, self.number(left, frames), self.number(right, frames))

    def _figures(self, op: str, left: Expr, right: Expr) -> Expr:
        """Compare two numbers; a choice or an extreme is taken apart, so that each figure is seen for what it is."""
        for one, other, sign, first in ((left, right, op, True), (right, left, FLIPPED[op], False)):

            def again(part: Expr, first: bool = first, other: Expr = other) -> Expr:
                return self._figures(op, part, other) if first else self._figures(op, other, part)

            if isinstance(one, If):
                return changed(one, yes=again(one.yes), no=again(one.no), type="boolean")
            if isinstance(one, Call) and one.function in ("min", "max") and sign not in ("=", "!="):
                all_must = (one.function == "min") == (sign in (">", ">="))
                found = again(one.arguments[0])
                for argument in one.arguments[1:]:
                    found = Binary("and" if all_must else "or", found, again(argument), type="boolean")
                return found
        if "ratio" in (left.type, right.type):
            return self._ratios(op, left, right)
        return surely(op, left, right)

    def _ratios(self, op: str, left: Expr, right: Expr) -> Expr:
        one, two = fraction(left), fraction(right)
        if one is None or two is None:  # a ratio that is made in a way nobody wrote yet: by its printed figures
            return Binary(op, left, right, type="boolean")
        over, under = one
        other, base = two
        made: Expr
        flipped: Expr
        if under is not None and base is not None and under == base:
            made, flipped = surely(op, over, other), surely(FLIPPED[op], over, other)
            return _with_sign(under, made, flipped)
        sides = _times(over, base), _times(other, under)
        made = surely(op, *sides)
        flipped = surely(FLIPPED[op], *sides)
        for denominator in (under, base):
            if denominator is not None:
                made, flipped = _with_sign(denominator, made, flipped), _with_sign(denominator, flipped, made)
        return made

    # ---- numbers

    def number(self, node: Expr, frames: int) -> Expr:
        """Return a number with its definitions written out and the conditions inside it read with intervals."""
        assure(self, node)
        if isinstance(node, DefinitionRef):
            written = self.inlined(node, frames)
            return self._once(("number", frames), written, lambda: self.number(written, frames))
        if isinstance(node, FieldRef):
            exact = self.vocabulary.entities[node.entity].fields[node.name].exact
            return Call("printed", (node,), type=node.type) if exact else node
        if isinstance(node, If):
            which = self._truth(node.condition, frames)
            return changed(node, condition=which, yes=self.number(node.yes, frames), no=self.number(node.no, frames))
        if isinstance(node, Unary):
            return changed(node, operand=self.number(node.operand, frames))
        if isinstance(node, Binary) and node.type in (*NUMBERS, "ratio") and node.left.type != "date":
            return changed(node, left=self.number(node.left, frames), right=self.number(node.right, frames))
        if isinstance(node, Call) and not isinstance(called(self, node).ends, No) and node.type in (*NUMBERS, "ratio"):
            return changed(node, arguments=tuple(self.number(each, frames) for each in node.arguments))
        if isinstance(node, Aggregate):
            body = node.body if node.body is None or node.type not in NUMBERS else self.number(node.body, frames + 1)
            condition = None if node.condition is None else self._truth(node.condition, frames + 1)
            return changed(node, body=body, condition=condition)
        return node

    def inlined(self, node: DefinitionRef, frames: int) -> Expr:
        """Return what a definition says of the fact that *node* applies it to."""
        expr = self.definitions[(node.entity, node.name)].expr
        key = ("moved", node.depth, node.hops, frames)
        return self._once(key, expr, lambda: _moved(expr, node.depth, node.hops, frames))


def _moved(node: Expr, depth: int, hops: tuple[str, ...], frames: int) -> Expr:
    """Return *node* as it reads where its subject is the fact at *depth* along *hops* and *frames* facts are known."""
    others: dict[str, Any] = {}
    for part in parts(type(node)):
        value = getattr(node, part)
        if isinstance(value, tuple):
            each = tuple([_moved(item, depth, hops, frames) for item in value])
            if any(one is not two for one, two in zip(each, value, strict=True)):
                others[part] = each
        elif value is not None:
            moved = _moved(value, depth, hops, frames)
            if moved is not value:
                others[part] = moved
    if isinstance(node, (FieldRef, DefinitionRef, Path)):
        if node.depth == 0 and (depth or hops):
            others |= {"depth": depth, "hops": (*hops, *node.hops)}
        elif node.depth > 0 and frames != 1:
            others["depth"] = node.depth - 1 + frames
    return changed(node, **others) if others else node


def _with_sign(denominator: Expr, positive: Expr, negative: Expr) -> Expr:
    """Return *positive* where a denominator is surely above zero, *negative* where it is surely below, else unknown."""
    unknown = Literal("null", None, type="null")
    zero = Literal("number", 0, type=denominator.type)
    below = If(Surely("<", denominator, zero, type="boolean"), negative, unknown, type="boolean")
    return If(Surely(">", denominator, zero, type="boolean"), positive, below, type="boolean")


def _times(node: Expr, factor: Expr | None) -> Expr:
    if factor is None:
        return node
    kind = factor.type if node.type in ("number", "percent", "ratio") else node.type
    return Binary("*", node, factor, type=kind)


def fraction(node: Expr) -> Fraction | None:
    """Return a ratio as numerator and denominator; nothing for one that is no quotient of two numbers."""
    if node.type != "ratio":
        return node, None
    if isinstance(node, Unary):
        inner = fraction(node.operand)
        return None if inner is None else (Unary("neg", inner[0], type=inner[0].type), inner[1])
    assure("fraction", node)
    if isinstance(node, Across):
        return changed(node, part="n", type="number"), changed(node, part="d", type="number")
    if not isinstance(node, Binary):
        return None
    if node.op == "/":
        return node.left, node.right
    if node.op not in ("+", "-", "*"):
        raise unknown("fraction", node)
    one, two = fraction(node.left), fraction(node.right)
    if one is None or two is None:
        return None
    if node.op == "*":
        if one[1] is not None and two[1] is not None:
            return None
        return Binary("*", one[0], two[0], type=one[0].type if one[1] is not None else two[0].type), one[1] or two[1]
    if one[1] == two[1]:
        return Binary(node.op, one[0], two[0], type=one[0].type), one[1]
    if one[1] is not None and two[1] is not None:
        return None
    over, under = _times(one[0], two[1]), one[1] or two[1]
    return Binary(node.op, over, _times(two[0], one[1]), type=over.type), under


# ---- linear forms: a figure that stands in two places is one figure


def surely(op: str, left: Expr, right: Expr) -> Surely:
    """Return the comparison of two numbers as intervals; what stands more than once is brought together."""
    terms = [*_terms(left, ()), *_terms(right, (Literal("number", -1, type="number"),))]
    atoms = [atom for _, atom in terms if not isinstance(atom, Literal)]
    if len(atoms) < 2 or len(set(map(_kind, atoms))) == len(atoms) or len(set(map(_key, atoms))) == len(atoms):
        return Surely(op, left, right, type="boolean")
    gathered: dict[Any, tuple[list[Expr], Expr]] = {}
    for factors, atom in terms:
        gathered.setdefault(_key(atom), ([], atom))[0].append(_product(factors))
    total: Expr | None = None
    for coefficients, atom in gathered.values():
        coefficient = coefficients[0]
        for other in coefficients[1:]:
            coefficient = _added(coefficient, other)
        if isinstance(coefficient, Literal) and coefficient.value == 0:
            continue
        one = isinstance(coefficient, Literal) and coefficient.value == 1
        term = atom if one else Binary("*", coefficient, atom, type=atom.type)
        total = term if total is None else Binary("+", total, term, type=total.type)
    zero = Literal("number", 0, type=left.type)
    return Surely(op, total or zero, zero, type="boolean")


def _kind(node: Expr) -> Any:
    """Return what atoms that are the same have in common: where it differs no tree need be printed."""
    if isinstance(node, FieldRef):
        return _key(node)
    if isinstance(node, Aggregate):
        return "Aggregate", node.function, node.path, type(node.body), type(node.condition)
    return type(node)


def _key(node: Expr) -> Any:
    """Return what makes two atoms the same; trees that hold lists of trees are compared as they print."""
    if isinstance(node, FieldRef):
        return node.depth, node.hops, node.entity, node.name, node.fold
    return (type(node).__name__, repr(node))


def _terms(node: Expr, factors: tuple[Expr, ...]) -> Iterator[tuple[tuple[Expr, ...], Expr]]:
    """Yield the terms of a sum, each as constant factors and what they multiply."""
    if isinstance(node, Unary) and node.op == "neg":
        yield from _terms(node.operand, (*factors, Literal("number", -1, type="number")))
    elif isinstance(node, Binary) and node.op in ("+", "-") and node.type in NUMBERS and node.left.type != "date":
        yield from _terms(node.left, factors)
        minus = (Literal("number", -1, type="number"),) if node.op == "-" else ()
        yield from _terms(node.right, (*factors, *minus))
    elif isinstance(node, Binary) and node.op == "*" and _constant(node.left):
        yield from _terms(node.right, (*factors, node.left))
    elif isinstance(node, Binary) and node.op == "*" and _constant(node.right):
        yield from _terms(node.left, (*factors, node.right))
    else:
        yield factors, node


def _constant(node: Expr) -> bool:
    """Whether *node* is a plain number or percentage that no figure of the case is part of."""
    if node.type not in ("number", "percent"):
        return False
    return all(isinstance(part, (Literal, ParameterRef, Unary, Binary)) for part in walk(node)) and not any(
        isinstance(part, Given) for part in walk(node)
    )


def _product(factors: tuple[Expr, ...]) -> Expr:
    found: Expr = Literal("number", 1, type="number")
    for factor in factors:
        if isinstance(found, Literal) and isinstance(factor, Literal):
            found = Literal("number", found.value * factor.value, type="number")
        elif isinstance(found, Literal) and found.value == 1:
            found = factor
        else:
            found = Binary("*", found, factor, type="percent")
    return found


def _added(one: Expr, two: Expr) -> Expr:
    if isinstance(one, Literal) and isinstance(two, Literal):
        return Literal("number", one.value + two.value, type="number")
    return Binary("+", one, two, type="percent")
