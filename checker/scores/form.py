"""A form as units fill it in, as data in both languages: money, indicators, points and reasons; formats only set it.

Amounts are in fen and points are exact fractions. What cannot be computed is None and its reason names what is missing: a format
leaves that cell empty, never 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from checker.base.errors import Text
from checker.rulebook.rule import Basis
from checker.scores.scoring import STATES, number

NOTHING = Text("", "")
SHEET, UNIT, PROJECT = "sheet", "unit", "project"
"""The kinds of forms: the sheet of a place, the self-evaluation of a whole unit, that of one project."""


class Amounts(NamedTuple):
    """One row of the block of money; None where the case does not state the amount."""

    name: Text
    initial: int | None
    adjusted: int | None
    actual: int | None

    @property
    def rate(self) -> Fraction | None:
        """What was spent of the year's adjusted budget; None without both, or where that budget is not above zero."""
        if self.actual is None or self.adjusted is None or self.adjusted <= 0:
            return None
        return Fraction(self.actual, self.adjusted)


class FormRow(NamedTuple):
    """One indicator; `state` is scored, unscored (`points` None) or not_applicable.

    `target` and `value` are the year's target and what was reached; `formula` and `working` (with the figures put in) say how the
    value comes about, `standard` how points follow from it. `cell` is what the form's last column says (why points are
    lost or lacking), `reason` the same in full. `verified` is how far the weakest text under weight and standard was read.
    """

    id: str
    groups: tuple[Text, Text]
    title: Text
    state: str
    weight: Fraction | None
    points: Fraction | None
    reason: Text
    indicator: str = ""
    target: Text = NOTHING
    value: Text = NOTHING
    formula: Text = NOTHING
    working: Text = NOTHING
    standard: Text = NOTHING
    cell: Text = NOTHING
    missing: tuple[Text, ...] = ()
    papers: tuple[Text, ...] = ()
    marks: frozenset[str] = frozenset()
    basis: tuple[Basis, ...] = ()
    verified: str = "no"

    @property
    def deducted(self) -> Fraction | None:
        """The points lost; None where none could be given."""
        return None if self.points is None or self.weight is None else self.weight - self.points


class Form(NamedTuple):
    """One form filled in for one case: `head` are the labels and values above the block of money.

    `execution` is the row of the budget's execution, which stands in the block of money; None where the form has none.
    `goal` are the year's goal and what became of it, where the form asks for them.
    """

    kind: str
    id: str
    title: Text
    unit: str
    year: int
    jurisdiction: str
    file: str
    sha256: str
    place: Text
    head: tuple[tuple[Text, Text], ...]
    money: tuple[Amounts, ...]
    execution: FormRow | None
    goal: tuple[Text, Text] | None
    rows: tuple[FormRow, ...]
    basis: tuple[Basis, ...]
    note: Text = NOTHING
    remarks: tuple[Text, ...] = ()

    @property
    def all_rows(self) -> tuple[FormRow, ...]:
        """Every row that can have points, that of execution first."""
        return (self.execution, *self.rows) if self.execution is not None else self.rows

    def weight(self, *states: str) -> Fraction:
        """Return the sum of the weights of the rows in these states (all without one)."""
        wanted = states or STATES
        return sum((r.weight for r in self.all_rows if r.weight is not None and r.state in wanted), Fraction(0))

    def count(self, state: str) -> int:
        """Return how many rows are in this state."""
        return sum(1 for row in self.all_rows if row.state == state)

    @property
    def points(self) -> Fraction:
        """The points of the rows that could be scored: the least that the whole can be."""
        return sum((row.points for row in self.all_rows if row.points is not None), Fraction(0))

    @property
    def complete(self) -> bool:
        """Whether every row that applies has its points."""
        return not self.count("unscored")

    @property
    def full(self) -> Fraction:
        """The full marks of the rows that apply and whose weight is known."""
        return self.weight("scored", "unscored")

    @property
    def total(self) -> Text:
        """The total in words: of a form that is not complete the least it can be, and how much is open."""
        points, full, waiting = number(self.points), number(self.full), number(self.weight("unscored"))
        unknown = sum(1 for row in self.all_rows if row.weight is None)
        if self.complete:
            told = Text(f"{points} 分，满分 {full}", f"{points} points of {full}")
        else:
            told = Text(
                f"至少 {points} 分，满分 {full}，其中 {waiting} 分待定",
                f"at least {points} points of {full}, of which {waiting} are open",
            )
        if unknown:
            told = Text(f"{told.zh}；另有 {unknown} 项没有分值", f"{told.en}; {unknown} more have no maximum stated")
        outside = self.count("not_applicable")
        if outside:
            lost = number(self.weight("not_applicable"))
            told = Text(
                f"{told.zh}；不适用 {outside} 项（{lost} 分）不计",
                f"{told.en}; {outside} not applicable ({lost}) left out",
            )
        return told

    def papers(self) -> list[tuple[Text, tuple[Text, ...]]]:
        """Return what would let the unscored rows be scored, each paper with the titles of the rows that it settles."""
        found: dict[Text, dict[Text, None]] = {}
        for row in self.all_rows:
            for paper in row.papers:
                found.setdefault(paper, {})[row.title] = None
        return [(paper, tuple(titles)) for paper, titles in found.items()]

    def weak(self) -> tuple[Text, ...]:
        """Return the titles of the rows whose weight or standard was read in no text."""
        return tuple(row.title for row in self.all_rows if row.verified == "no")


def joined(texts: Sequence[Text]) -> Text:
    """Return texts as a list in words."""
    return Text("、".join(text.zh for text in texts), ", ".join(text.en for text in texts))


def both(made: object) -> Text:
    """Return one text for both languages: what the case states is printed as it stands."""
    return Text(str(made), str(made))
