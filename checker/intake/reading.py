"""The reading of documents: every number of every file as a span with its place, what it says, and one status.

A reading is immutable: decisions of people are kept beside it, and the draft case is made from both. Its laws (tests hold each):
every run of digits belongs to exactly one span; the printed text is never repaired; no unit is assumed; two readings of a figure are
candidates and none is chosen; the same bytes give the same reading.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from checker.base.errors import Text
from checker.intake.document import Document, Note, Place

Status = Literal["used", "stated", "restated", "context", "unread"]
"""Used: stands in a field of the draft; stated: an operand or the figure of a claim; restated: said before, in other words;
context: no figure of the unit (a year, an article, a threshold of a norm, a code); unread: nobody has said yet what it is."""
Grade = Literal["certain", "read", "confirm"]
"""Certain: a cell of a known form, or an explicit word, and a sum that closes or a restatement; read: an explicit word and nothing
against it; confirm: a person has to look. Grades follow from the evidence that is named, never from a number."""
Kind = Literal["money", "percent", "count", "number", "year", "date", "ordinal", "code", "reference", "name"]


class Unit(NamedTuple):
    """The unit of a figure as printed, and where it stands: "figure" (with it), "heading" (of its row or column), "page" (above the table)."""

    text: str
    origin: Literal["figure", "heading", "page"]
    place: Place


class Span(NamedTuple):
    """One number as printed: the characters from `start` to `end` of the text at `place`.

    `value` are its exact digits in plain decimal notation ("-1234.50"), unscaled by its unit; empty where it is no single number.
    `decimals` are those that are printed.
    """

    id: str
    file: int
    place: Place
    start: int
    end: int
    text: str
    context: str
    value: str
    decimals: int
    unit: Unit | None
    kind: Kind


class Evidence(NamedTuple):
    """One reason for a proposal, by name: "word 实际支出", "group n10", "form 财预10号 F6", "foots n10", "same as n41"."""

    name: str
    detail: str


class Proposal(NamedTuple):
    """What a span may be: a field of a fact of the draft, or a part of a claim.

    `fact` is the key of a fact in the draft ("line:3", "claim:7", "unit"), `field` the name of the field in the vocabulary.
    """

    span: str
    fact: str
    field: str
    status: Status
    grade: Grade
    evidence: tuple[Evidence, ...]


class DraftFact(NamedTuple):
    """A fact that the draft would hold: its entity, its texts (name, kind, wording of a claim) and the fact it belongs to.

    `texts` are (field, text, place) where the text itself is no figure; `parent` is the key of another fact, "" for none.
    """

    key: str
    entity: str
    texts: tuple[tuple[str, str, Place], ...]
    parent: str = ""


class Inferred(NamedTuple):
    """What no span prints, and yet follows from what is read: a budget of nothing, a level, or (`derived`) a figure that is reckoned.

    `text` is what the draft would say, with its unit where it has one.
    """

    fact: str
    field: str
    text: str
    place: Place
    grade: Grade
    evidence: tuple[Evidence, ...]
    derived: bool = False


class Expected(NamedTuple):
    """What a form has a place for and a document does not print: a field of a fact, or (`fact` empty) a table, a row or a column.

    `field` is then what it is known by, and `name` what it is called.
    """

    fact: str
    field: str
    name: Text
    place: Place
    why: Text


class Repeat(NamedTuple):
    """A figure of a text that says again what a table prints, where that table was read: `fact` is the key of the figure there."""

    span: str
    fact: str
    text: str


class Understood(NamedTuple):
    """What one way of reading (the grammar of prose, a form) makes of documents; what it says nothing of stays unread.

    `context` are spans that are no figures of the unit, with the reason; `units` are units of spans that print none themselves: their
    table says them in a heading or above itself, or their paragraph goes on with them on the next page. `notes` say what was left out,
    `columns` which columns of a table that was read were not.
    """

    facts: tuple[DraftFact, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    context: tuple[tuple[str, Text], ...] = ()
    inferred: tuple[Inferred, ...] = ()
    units: tuple[tuple[str, Unit], ...] = ()
    expected: tuple[Expected, ...] = ()
    notes: tuple[Note, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    columns: tuple[Note, ...] = ()


class Reading(NamedTuple):
    """All that was read of the documents of one unit."""

    documents: tuple[Document, ...]
    spans: tuple[Span, ...]
    understood: Understood
