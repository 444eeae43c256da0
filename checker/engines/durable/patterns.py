"""Typed tree → durable-rules patterns, in the narrow subset that held up when it was measured (docs/decisions/005).

A condition becomes a small tree of atoms: comparisons of a field with a constant, which durable-rules makes itself
(independent), comparisons that need arithmetic, which the evaluator works out and asserts as 1 or 0 (shared), and
quantifiers, which durable-rules joins. Nothing is asserted for an unknown, so no comparison with it ever matches.
T, F and M give the disjunctive normal form of "is true", "is false" and "is true or unknown".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from checker.base.named import NamedTuple
from checker.cases.case import Fact
from checker.cases.vocabulary import Vocabulary
from checker.language.closures import COMPARE, Compiler
from checker.language.exact import Closure, Frames, gather, start
from checker.language.operators import COMPARISONS
from checker.language.tree import (
    Across,
    Binary,
    EnumValue,
    Expr,
    FieldRef,
    Given,
    If,
    In,
    Literal,
    ParameterRef,
    Path,
    Quantifier,
    Test,
    Unary,
    unknown,
    walk,
)
from checker.language.visitor import assure

INT64 = 2**63 - 1
LIMIT_DISJUNCTS = 96
LIMIT_PATTERNS = 16
LIMIT_CONDITIONS = 60
LIMIT_JOINED = 51
"""Patterns that join facts; measured: 51 are judged, with 65 (129 joins) asserting a fact fails with code 303."""
NEGATED = {known.id: str(known.negated) for known in COMPARISONS.values()}
FLIPPED = {known.id: str(known.flipped) for known in COMPARISONS.values()}
SIGNS = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte", "!=": "$neq"}
NATIVE = ("money", "count", "year", "date", "flag")

Condition = dict[str, Any]
Conjunction = list[tuple[Any, ...]]
Disjunction = list[Conjunction]


class Refused(Exception):
    """A rule is beyond what durable-rules can be trusted with; `args[0]` says why."""


class Atom(NamedTuple):
    """A comparison of a property with a constant; a truth value is a comparison with 1.

    `maybe` and `doubt` are properties that say whether it is true or unknown, and false or unknown, where the evaluator says so.
    """

    name: str
    op: str
    value: Any
    maybe: str = ""
    doubt: str = ""


class Known(NamedTuple):
    """Whether a property is there at all."""

    name: str


class Constant(NamedTuple):
    """Always true, or always false."""

    value: bool


class Not(NamedTuple):
    """Negation."""

    operand: Any


class Both(NamedTuple):
    """Conjunction (`op` and) or disjunction (or)."""

    op: str
    left: Any
    right: Any


class Choice(NamedTuple):
    """if condition then yes else no."""

    condition: Any
    yes: Any
    no: Any


class Exists(NamedTuple):
    """Some fact of `kind` that belongs to the subject satisfies `body`; `complete` is 1 when all of them are there."""

    kind: str
    complete: str
    body: Any


class Program:
    """One rule as atoms: which properties its facts need, and how they are worked out.

    *dated*: the rule has a date of its own, so that a parameter may differ from subject to subject and is no constant.
    """

    def __init__(
        self, compiler: Compiler, vocabulary: Vocabulary, label: str, dated: bool, coarse: bool = False
    ) -> None:
        self.compiler = compiler
        self.vocabulary = vocabulary
        self.label = label
        self.dated = dated
        self.shared = False
        self.coarse = coarse
        """Whether a choice or an alternative is worked out as one: the second try for a rule of too many combinations."""
        self.own: dict[str, Closure] = {}  # properties of a subject
        self.lookups: dict[str, tuple[Path, str, dict[str, Closure]]] = {}  # kind → path, complete, properties
        self._names: dict[tuple[str, int, str], str] = {}

    # ---- typed tree → atoms

    def atoms(self, node: Expr) -> Any:
        """Return *node* as atoms about the subject."""
        if any(isinstance(part, Across) for part in walk(node)):
            raise Refused("it looks into other cases")
        return self._atoms(node, self.own, 0)

    def _atoms(self, node: Expr, place: dict[str, Closure], depth: int) -> Any:
        """Return *node* as atoms about the fact at *depth*, whose properties are collected in *place*."""
        assure(self, node)
        if self.coarse and (self._alternative(node) or not any(isinstance(n, (Quantifier, Given)) for n in walk(node))):
            joined = isinstance(node, Binary) and node.op == "and" and not self._alternative(node)
            if not joined and not isinstance(node, Unary):
                return self._worked_out(node, place)
        if isinstance(node, Unary) and node.op == "not":
            return Not(self._atoms(node.operand, place, depth))
        if isinstance(node, Binary) and node.op in ("and", "or"):
            return Both(node.op, self._atoms(node.left, place, depth), self._atoms(node.right, place, depth))
        if isinstance(node, If) and node.type == "boolean":
            parts = [self._atoms(part, place, depth) for part in (node.condition, node.yes, node.no)]
            return Choice(*parts)
        if isinstance(node, Quantifier):
            return self._quantifier(node, depth, place)
        if isinstance(node, Given) and isinstance(node.operand, FieldRef):
            field = node.operand
            if field.depth == depth and not field.hops:  # presence is a property of the fact, not a comparison
                absent = node.word == "missing"
                shown = self.compiler.compile(replace(node, word="given") if absent else node)
                name = f"{'given' if absent else node.word}:{field.name}"
                place[name] = lambda s: encode(shown(s))
                return Not(Atom(name, "=", 1)) if absent else Atom(name, "=", 1)
        if isinstance(node, In) and all(isinstance(t, Test) and t.op == "=" for t in node.tests):
            tests = [Binary("=", node.operand, getattr(test, "right"), type="boolean") for test in node.tests]  # noqa: B009
            native = [self._native(test, place, depth) for test in tests]
            if all(atom is not None for atom in native):
                tree: Any = native[0]
                for atom in native[1:]:
                    tree = Both("or", tree, atom)
                return tree
        return self._native(node, place, depth) or self._worked_out(node, place)

    def _alternative(self, node: Expr) -> bool:
        """Whether *node* has cases, none of which looks at a list: `or`, a choice, or several such joined."""
        if any(isinstance(part, Quantifier) for part in walk(node)):
            return False
        return any(isinstance(part, If) or (isinstance(part, Binary) and part.op == "or") for part in walk(node))

    def _native(self, node: Expr, place: dict[str, Closure], depth: int) -> Any:
        """Return a comparison that durable-rules can make itself, or nothing."""
        if isinstance(node, FieldRef) and node.type == "boolean":
            return self._field(node, "=", True, place, depth)
        if not isinstance(node, Binary) or node.op not in COMPARE:
            return None
        left, right, op = node.left, node.right, node.op
        if not isinstance(left, FieldRef):
            left, right, op = right, left, FLIPPED[op]
        if not isinstance(left, FieldRef) or not isinstance(right, (Literal, EnumValue, ParameterRef)):
            return None
        if self.dated and isinstance(right, ParameterRef):
            return None
        constant = self.compiler.compile(right)(())
        if constant is None or isinstance(constant, tuple):
            return None
        return self._field(left, op, constant, place, depth)

    def _field(self, node: FieldRef, op: str, constant: Any, place: dict[str, Closure], depth: int) -> Any:
        field = self.vocabulary.entities[node.entity].fields[node.name]
        enumerated = field.type in self.vocabulary.enumerations
        if node.fold or node.depth != depth or node.hops or not (field.type in NATIVE or enumerated):
            return None
        if enumerated and op not in ("=", "!="):
            return None
        encoded = encode(constant)
        if encoded is None:
            return None
        read = self.compiler.compile(node)
        name = "f:" + node.name
        place[name] = lambda s: encode(read(s))
        return Atom(name, op, encoded)

    def _worked_out(self, node: Expr, place: dict[str, Closure]) -> Atom:
        """Return a comparison that the evaluator makes: never a quantifier, never a whole condition."""
        if any(isinstance(part, Quantifier) for part in walk(node)):
            raise Refused("a quantifier stands inside arithmetic")
        closure = self.compiler.compile(node)
        self.shared = True
        atom = self.derived(lambda s: encode(closure(s)), place)
        if not self.coarse:
            return atom
        maybe, doubt = f"{atom.name}:maybe", f"{atom.name}:doubt"
        place[maybe] = lambda s: None if closure(s) is False else 1
        place[doubt] = lambda s: None if closure(s) is True else 1
        return atom._replace(maybe=maybe, doubt=doubt)

    def derived(self, closure: Closure, place: dict[str, Closure] | None = None) -> Atom:
        """Add a property worked out by the evaluator and return the atom that it is 1."""
        place = self.own if place is None else place
        name = f"d:{len(place)}"
        place[name] = closure
        return Atom(name, "=", 1)

    def _quantifier(self, node: Quantifier, depth: int, place: dict[str, Closure]) -> Any:
        if depth and self.coarse:
            closure = self.compiler.compile(node)
            self.shared = True
            return self.derived(lambda s: encode(closure(s)), place)
        if depth:
            raise Refused("a quantifier stands inside a quantifier")
        assert isinstance(node.path, Path)
        kind = f"{self.label}:{len(self.lookups)}"
        complete = f"c:{len(self.lookups)}"
        inner: dict[str, Closure] = {}
        self.lookups[kind] = (node.path, complete, inner)
        body = self._atoms(node.body, inner, depth + 1)
        if node.kind == "every":
            return Not(Exists(kind, complete, Not(body)))
        found = Exists(kind, complete, body)
        return found if node.kind == "some" else Not(found)

    # ---- facts

    def rows(self, subject: Fact, number: int) -> Iterator[tuple[bool, dict[str, Any]]]:
        """Yield the facts of one subject: (whether it is a lookup, its properties)."""
        s: Frames = (subject,)
        own: dict[str, Any] = {"me": number, **known(self.own, s)}
        for kind, (path, complete, place) in self.lookups.items():
            members, whole = gather(start(s, path.depth), path.hops)
            if whole:
                own[complete] = 1
            for member in members:
                yield True, {"_l": kind, "owner": number, **known(place, (*s, member))}
        yield False, {"_s": self.label, **own}


def known(place: dict[str, Closure], s: Frames) -> dict[str, Any]:
    """Return the properties that have a value."""
    found = {name: closure(s) for name, closure in place.items()}
    return {name: value for name, value in found.items() if value is not None}


def encode(value: Any) -> Any:
    """Return *value* as an int64 or a short text, the only values durable-rules is trusted with; None for anything else."""
    if value is None:
        return None
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, int):
        return value if -INT64 <= value <= INT64 else None
    if isinstance(value, str):
        return value if len(value.encode()) < 1000 else None
    return None


# ---- atoms → disjunctive normal forms


def conjoin(parts: list[Disjunction]) -> Disjunction:
    """Return the conjunction of normal forms; refuses one that grows beyond the bound."""
    size = 1
    for part in parts:
        size *= max(1, len(part))
        if size > LIMIT_DISJUNCTS:
            raise Refused("its conditions have too many combinations")
    return [list(itertools.chain(*chosen)) for chosen in itertools.product(*parts)]


def compared(name: str, op: str, value: Any) -> Condition:
    """Return the condition that a property compares with a constant."""
    return {f"p:{name}": value} if op == "=" else {SIGNS[op]: {f"p:{name}": value}}


def absent(name: str) -> Condition:
    """Return the condition that a property is not there."""
    return {"$nex": {f"p:{name}": 1}}


def holds(tree: Any) -> Disjunction:
    """Return when *tree* is true."""
    if isinstance(tree, Atom):
        return [[("own", compared(tree.name, tree.op, tree.value))]]
    if isinstance(tree, Constant):
        return [[]] if tree.value else []
    if isinstance(tree, Known):
        return [[("own", {"$ex": {f"p:{tree.name}": 1}})]]
    if isinstance(tree, Not):
        return fails(tree.operand)
    if isinstance(tree, Both):
        sides = [holds(tree.left), holds(tree.right)]
        return conjoin(sides) if tree.op == "and" else sides[0] + sides[1]
    if isinstance(tree, Choice):
        yes = conjoin([holds(tree.condition), holds(tree.yes)])
        return yes + conjoin([fails(tree.condition), holds(tree.no)])
    if not isinstance(tree, Exists):
        raise unknown("holds", type(tree).__name__)
    return [[("some", tree.kind, inner)] for inner in holds(tree.body)]


def fails(tree: Any) -> Disjunction:
    """Return when *tree* is false."""
    if isinstance(tree, Atom):
        return [[("own", compared(tree.name, NEGATED[tree.op], tree.value))]]
    if isinstance(tree, Constant):
        return [] if tree.value else [[]]
    if isinstance(tree, Known):
        return [[("own", absent(tree.name))]]
    if isinstance(tree, Not):
        return holds(tree.operand)
    if isinstance(tree, Both):
        sides = [fails(tree.left), fails(tree.right)]
        return conjoin(sides) if tree.op == "or" else sides[0] + sides[1]
    if isinstance(tree, Choice):
        yes = conjoin([holds(tree.condition), fails(tree.yes)])
        return yes + conjoin([fails(tree.condition), fails(tree.no)])
    if not isinstance(tree, Exists):
        raise unknown("fails", type(tree).__name__)
    gone: Conjunction = [("none", tree.kind, inner) for inner in possible(tree.body)]
    return [[("own", compared(tree.complete, "=", 1)), *gone]]


def possible(tree: Any) -> Disjunction:
    """Return when *tree* is true or unknown."""
    if isinstance(tree, Atom) and tree.maybe:
        return [[("own", compared(tree.maybe, "=", 1))]]
    if isinstance(tree, Atom):
        return [*holds(tree), [("own", absent(tree.name))]]
    if isinstance(tree, (Known, Constant)):
        return holds(tree)
    if isinstance(tree, Not):
        return doubtful(tree.operand)
    if isinstance(tree, Both):
        sides = [possible(tree.left), possible(tree.right)]
        return conjoin(sides) if tree.op == "and" else sides[0] + sides[1]
    if isinstance(tree, Choice):
        either = conjoin([possible(tree.condition), doubtful(tree.condition)])
        yes = conjoin([holds(tree.condition), possible(tree.yes)])
        return either + yes + conjoin([fails(tree.condition), possible(tree.no)])
    if not isinstance(tree, Exists):
        raise unknown("possible", type(tree).__name__)
    open_: Disjunction = [[("own", absent(tree.complete))]]
    return open_ + [[("some", tree.kind, inner)] for inner in possible(tree.body)]


def doubtful(tree: Any) -> Disjunction:
    """Return when *tree* is false or unknown."""
    if isinstance(tree, Atom) and tree.doubt:
        return [[("own", compared(tree.doubt, "=", 1))]]
    if isinstance(tree, Atom):
        return [*fails(tree), [("own", absent(tree.name))]]
    if isinstance(tree, (Known, Constant)):
        return fails(tree)
    if isinstance(tree, Not):
        return possible(tree.operand)
    if isinstance(tree, Both):
        sides = [doubtful(tree.left), doubtful(tree.right)]
        return conjoin(sides) if tree.op == "or" else sides[0] + sides[1]
    if isinstance(tree, Choice):
        either = conjoin([possible(tree.condition), doubtful(tree.condition)])
        yes = conjoin([holds(tree.condition), doubtful(tree.yes)])
        return either + yes + conjoin([fails(tree.condition), doubtful(tree.no)])
    if not isinstance(tree, Exists):
        raise unknown("doubtful", type(tree).__name__)
    return [[("none", tree.kind, inner) for inner in holds(tree.body)]]


def pattern(label: str, conjunction: Conjunction) -> dict[str, Any]:
    """Return one durable-rules rule: the subject first, then each joined or absent fact, the tautology last."""
    own = [condition for kind, *rest in conjunction if kind == "own" for condition in rest]
    found: list[Condition] = [{"s": {"$and": [{"_s": label}, {"_1": 1}, *own]}}]
    joined = [item for item in conjunction if item[0] != "own"]
    for number, (kind, lookup, inner) in enumerate(joined):
        conditions = [condition for _, condition in inner]
        body = [{"_l": lookup}, *conditions, {"p:owner": {"s": "p:me"}}, {"_1": {"s": "_1"}}]
        found.append({f"x{number}{'$not' if kind == 'none' else ''}": {"$and": body}})
    if len(found) > LIMIT_PATTERNS:
        raise Refused("it joins too many facts")
    return {"all": found}


def too_many(patterns: dict[str, Any]) -> bool:
    """Whether a set of patterns holds more different conditions than durable-rules is trusted with."""
    found = [c for p in patterns.values() for part in p["all"] for body in part.values() for c in body["$and"]]
    return len(found) > LIMIT_CONDITIONS and len(set(map(repr, found))) > LIMIT_CONDITIONS


def verdict_patterns(
    program: Program, when: Any, unless: Any, require: Any, indicator: bool, certain: Any = None
) -> dict[str, Any]:
    """Return the patterns of not_applicable, pass and fail; silence is undetermined (design 6 and 9).

    *certain* is what must hold besides for a fail to stand, where figures of the rule may have been rounded.
    """
    empty: Disjunction = [[("own", compared("empty", "=", 1))]]
    forms: dict[str, Disjunction] = {"not_applicable": fails(when) + holds(unless) + empty}
    if indicator:
        forms["pass"] = conjoin([holds(when), fails(unless), holds(require)])
    else:
        forms["pass"] = conjoin([holds(require), possible(when), doubtful(unless)])
        sure = [[]] if certain is None else holds(certain)
        forms["fail"] = conjoin([holds(when), fails(unless), fails(require), sure])
    found: dict[str, Any] = {}
    for verdict, form in forms.items():
        if len(form) > LIMIT_DISJUNCTS:
            raise Refused("its conditions have too many combinations")
        for number, conjunction in enumerate(form):
            found[f"{program.label}|{verdict}|{number}"] = pattern(program.label, conjunction)
    if sum(len(made["all"]) > 1 for made in found.values()) > LIMIT_JOINED:
        raise Refused("its conditions have too many combinations")
    return found
