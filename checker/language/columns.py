"""The columns of the table of operators and functions: what the language has to know of each (`operators`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checker.base.errors import Text
from checker.base.named import NamedTuple

COMPARE, SUM, PRODUCT = 4, 5, 6
"""How strongly operators bind; what binds less (if, or, and, not) or more (a sign, a name) is written by the formatter."""
COMPARING = ("order", "equality", "reconciliation")
"""Kinds of operators that hold one value against another; tests of texts ask of one."""
NUMERIC = ("number", "money", "percent", "figure")
"""Types that can be added, subtracted and divided among themselves."""

Ends = tuple[Any, Any]
"""An interval, both ends doubled."""


class No(NamedTuple):
    """What stands in a column that does not apply, with the reason."""

    why: str


class Shown(NamedTuple):
    """One example in both languages and what it comes to, written in the language: true, false, unknown or a constant."""

    zh: str
    en: str
    result: str


class Doc(NamedTuple):
    """What the reference page says: its section, the text, examples, and keywords that are explained along with it.

    Operators and functions that share one are explained together.
    """

    section: str
    text: Text
    shown: tuple[Shown, ...]
    keywords: tuple[str, ...] = ()


class Operator(NamedTuple):
    """One infix operator: everything that the language has to know of it."""

    id: str
    words: tuple[str, ...]
    """Spellings, the canonical English and Chinese ones first."""
    kind: str
    """order, equality (both compare), reconciliation, arithmetic or text: which rules its operands follow."""
    binds: int
    printed: tuple[str, str]
    """What the formatter writes in Chinese and in English."""
    legal: str | No
    """What the formatter writes in Chinese when asked for the words of the law."""
    sign: str | No
    """What stands between the two sides where an explanation works them out."""
    type_of: Callable[[str, str], str | None]
    """The type of one op two, by the types of both; nothing when it makes no sense."""
    value: Callable[[Any, Any], Any] | No
    """What it makes of two known values; None: unknown, because the second was zero."""
    ratio: Callable[[Any, Any], Any] | No
    """What it makes of two ratios."""
    dates: Callable[[Any, Any], Any] | No
    """What it makes of two dates, where that is no value of its own kind."""
    ends: Callable[[Any, Any], Any] | No
    """What it makes of two doubled intervals: an interval, or a truth value that is None where the last digit decides."""
    folds: bool
    """Whether texts are compared without regard to typography where a field of theirs asks for it."""
    total: bool
    """Whether it is known wherever both sides are."""
    negated: str | No
    flipped: str | No
    """What it is called when its sides are exchanged."""
    mutants: tuple[str, ...]
    """What a test of a rule's examples puts in its place."""
    sql: str | No
    """The leaf of `engines.sql.leaves` that compiles it."""
    doc: Doc
    spoken: tuple[str, str] = ("", "")
    """What is said between two sides to a reader, in Chinese and in English; what is printed where that is empty."""
    legal_dates: str = ""
    """What the formatter writes between dates when asked for the words of the law; `legal` where that is empty."""


class Function(NamedTuple):
    """One function of values, of related facts or of both: everything that the language has to know of it."""

    id: str
    words: tuple[str, ...]
    takes: tuple[str, ...] | No
    """What each value is: text, texts (a text or a list of them), date, number, ordered (a number, ratio or date) or any."""
    many: bool
    """Whether it takes one value or any number of the kind of the first."""
    same: bool
    """Whether its values are of one kind."""
    gives: str
    """The type of what it comes to; "": that of its values."""
    value: Callable[..., Any] | No
    """What it makes of known values; None: unknown, because the last was zero."""
    ends: Callable[[list[Ends]], Ends] | No
    """What it makes of doubled intervals; otherwise it is as exact as the digits it comes to."""
    folds: bool
    """Whether its text is folded where that of its first value is."""
    least: int | No
    """What it is never below."""
    facts: bool
    """Whether it takes related facts."""
    mutants: tuple[str, ...]
    """What a test of a rule's examples puts in its place over related facts."""
    sql: str | No
    doc: Doc
