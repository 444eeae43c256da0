"""The tree of an expression: the only truth about what a rule says; engines compile it, the formatter prints it.

The parser makes the nodes; the type checker replaces `Name` by what it stands for and fills in `type`. Two trees are
equal when they say the same: where they stood in the text (`span`) and their types do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.base.frozen import field, frozen, slots_of
from checker.base.parties import Confirmed

Span = tuple[int, int]
NOWHERE: Span = (0, 0)


@frozen
class Expr:
    """Any expression; `type` is empty until it was checked."""

    span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)
    type: str = field(default="", compare=False, repr=False, kw_only=True)


@frozen
class Literal(Expr):
    """A constant: kind number, money (fen), percent (a fraction), date, text, boolean or null."""

    kind: str
    value: Any


@frozen
class Name(Expr):
    """A dotted name as it was written, before it is known what it stands for."""

    parts: tuple[str, ...]


@frozen
class FieldRef(Expr):
    """A field: of the fact at `depth` (0 the subject, 1… inside quantifiers, -1 the unit), after to-one `hops`."""

    depth: int
    hops: tuple[str, ...]
    entity: str
    name: str
    fold: bool = False
    """Whether its text is compared without regard to typography."""


@frozen
class DefinitionRef(Expr):
    """A named expression of the rulebook, applied to a fact as a field is."""

    depth: int
    hops: tuple[str, ...]
    entity: str
    name: str


@frozen
class ParameterRef(Expr):
    """A parameter of the rulebook; its value depends on the case and the rule's date."""

    name: str


@frozen
class EnumValue(Expr):
    """One value of an enumeration."""

    enumeration: str
    value: str


@frozen
class Unary(Expr):
    """`not` or `neg`."""

    op: str
    operand: Expr


@frozen
class Binary(Expr):
    """and or · = != < <= > >= · ≈ · + - * / · contains starts_with ends_with matches."""

    op: str
    left: Expr
    right: Expr


@frozen
class Between(Expr):
    """operand between low and high, both ends included."""

    operand: Expr
    low: Expr
    high: Expr


@frozen
class Test(Expr):
    """One test of an `in`: a comparison with what stands before `in`."""

    op: str
    right: Expr


@frozen
class Range(Expr):
    """One test of an `in`: low..high, each end closed or open."""

    low: Expr
    high: Expr
    low_closed: bool
    high_closed: bool


@frozen
class In(Expr):
    """operand meets at least one of the tests."""

    operand: Expr
    tests: tuple[Expr, ...]


PRESENCE = ("given", "missing", "stated", "to_fill")
"""The words that ask what the case says of a field or list, without asking for its value."""


@frozen
class Given(Expr):
    """What the case says of a field or list: shown (`given`), not shown (`missing`), shown or a stated none (`stated`), or `to_fill`."""

    operand: Expr
    word: str


@frozen
class If(Expr):
    """if condition then yes else no."""

    condition: Expr
    yes: Expr
    no: Expr


@frozen
class Call(Expr):
    """A built-in function of its arguments."""

    function: str
    arguments: tuple[Expr, ...]
    confirmed: Confirmed = ()
    """Of a party's name: the names that somebody confirmed to be another's, so that whoever evaluates it needs no more than the tree."""


@frozen
class Path(Expr):
    """A way to related facts: from the fact at `depth` along `hops` (relation keys; the last leads to `entity`)."""

    depth: int
    hops: tuple[str, ...]
    entity: str


@frozen
class Quantifier(Expr):
    """some, every or no fact along `path` satisfies `body`; `alias` is what the fact is called inside (`as`)."""

    kind: str
    path: Expr
    body: Expr
    alias: str = field(default="", compare=False)


@frozen
class Aggregate(Expr):
    """sum, listed_sum, count, min or max over the facts along `path` that meet `condition`; `body` is what is summed.

    `alias` is what a fact is called inside (`as`). A `listed_sum` adds up what is known of the facts that are listed,
    whether or not these are all.
    """

    function: str
    path: Expr
    body: Expr | None
    condition: Expr | None
    alias: str = field(default="", compare=False)


@frozen
class Surely(Expr):
    """A comparison of figures as intervals: unknown where the last printed digit decides. Never written: see `certain`."""

    op: str
    left: Expr
    right: Expr


@frozen
class Across(Expr):
    """A figure that other cases of the same run give: `function` over what `arguments` come to there.

    `key` is what it is kept under, `peers` how its peers are chosen; both are filled in by the reader of rules. `end` is the one of
    its ends that is meant where cases lack the figure ("low", "high"; "" what those that have it give), `part` what of a ratio
    ("n", "d").
    """

    function: str
    arguments: tuple[Expr, ...]
    key: str = ""
    end: str = ""
    part: str = ""


@frozen
class Bounded(Expr):
    """A comparison with figures of other cases that lie between two ends: `most` is how it reads where it is met most easily.

    True where `least` is, false where `most` is not, else unknown. Never written: the type checker makes it of `said`.
    """

    said: Expr
    least: Expr
    most: Expr


KINDS: tuple[type[Expr], ...] = (
    Literal,
    Name,
    FieldRef,
    DefinitionRef,
    ParameterRef,
    EnumValue,
    Unary,
    Binary,
    Between,
    Test,
    Range,
    In,
    Given,
    If,
    Call,
    Path,
    Quantifier,
    Aggregate,
    Surely,
    Across,
    Bounded,
)
"""Every kind of node. Whatever visits trees says of each of them what it does, or that it never meets it."""


class Unknown(Exception):
    """A visitor met a node, an operator or a function that it does not know: a defect of the program, never of a rule."""


def unknown(visitor: object, node: Expr | str) -> Unknown:
    """Return the error that *visitor* (an object, or its name) does not know what *node* says; the error names it."""
    who = visitor if isinstance(visitor, str) else type(visitor).__name__
    if isinstance(node, str):
        what = repr(node)
    elif isinstance(node, (Unary, Binary, Test, Surely)):
        what = f"the operator {node.op!r}"
    elif isinstance(node, (Call, Aggregate, Across)):
        what = f"the function {node.function!r}"
    elif isinstance(node, Quantifier):
        what = f"the quantifier {node.kind!r}"
    else:
        what = f"the node {type(node).__name__}"
    return Unknown(f"{who} does not know {what}")


_PARTS: dict[type[Expr], tuple[str, ...]] = {}
"""The fields of each kind of node that hold expressions, or tuples of them, as their annotations say."""


def parts(kind: type[Expr]) -> tuple[str, ...]:
    """Return the names of the fields of a *kind* of node that hold expressions."""
    found = _PARTS.get(kind)
    if found is None:
        found = _PARTS[kind] = tuple(slot.name for slot in slots_of(kind).values() if "Expr" in str(slot.annotation))
    return found


def children(node: Expr) -> list[Expr]:
    """Return the direct sub-expressions of *node*, left to right."""
    found: list[Expr] = []
    for part in parts(type(node)):
        value = getattr(node, part)
        if isinstance(value, tuple):
            found += value
        elif value is not None:
            found.append(value)
    return found


def walk(node: Expr) -> Iterator[Expr]:
    """Yield *node* and everything in it, outside in."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        for part in reversed(parts(type(found))):
            value = getattr(found, part)
            if isinstance(value, tuple):
                waiting += value[::-1]
            elif value is not None:
                waiting.append(value)
