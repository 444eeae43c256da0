"""What the grammar carries from one figure to the next: the subject, the last figure, the groups that are open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from checker.intake.document import Place
from checker.intake.prose.book import Book, Spot
from checker.intake.prose.running import Mark


class Subject(NamedTuple):
    """What is spoken of: a fact of the book, and the name that it was given."""

    entity: str
    key: str
    label: str


class Figure(NamedTuple):
    """A figure with the name it was given, and where it was put (nowhere: it may be an operand still)."""

    mark: Mark
    label: str
    spot: Spot | None
    subject: Subject | None


class Pending(NamedTuple):
    """By how much a figure changed (`falls`: downwards) against what, which a rate that follows speaks of, too."""

    figure: Figure
    mark: Mark
    falls: bool
    against: str
    budget: bool
    other: Spot | None


class Counted(NamedTuple):
    """So many things of a name: 一般专项2个; `without` are the words that say they have no budget."""

    mark: Mark
    label: str
    words: str
    number: int
    without: tuple[str, Place] | None


@dataclass
class Group:
    """The parts of a figure, or of a number of things: 其中 …, 包括 …."""

    head: Figure | None
    counts: list[Counted]
    depth: int = 0
    """How many brackets it was opened in."""
    parts: list[Figure] = field(default_factory=list)
    role: str = ""
    owner: Subject | None = None


@dataclass
class State:
    """Everything that is carried on; `sentence` forgets what does not reach beyond a sentence.

    `number` counts the sentences, `spoken` is the one the last figure stands in, `fresh` whether that is the present one.
    """

    book: Book
    unit: str = ""
    year: int = 0
    several: tuple[str, ...] = ()
    """The units that the document may be of, where nobody can tell which."""
    elsewhere: str = ""
    """Another unit that the paragraph speaks of."""
    role: str = ""
    overall: bool = False
    """Whether the report is on the unit as a whole: a score in it is the unit's."""
    subject: Subject | None = None
    last: Figure | None = None
    fresh: bool = False
    number: int = 0
    spoken: int = 0
    against: str = ""
    without: tuple[str, Place] | None = None
    counts: list[Counted] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    members: dict[str, list[Subject]] = field(default_factory=dict)
    budgets: dict[str, str] = field(default_factory=dict)
    pending: Pending | None = None
    outside: list[Figure | None] = field(default_factory=list)
    unbudgeted: list[tuple[Subject, tuple[str, Place], str]] = field(default_factory=list)

    def sentence(self) -> None:
        """Forget what a new sentence does not go on with."""
        self.number += 1
        self.fresh, self.against, self.pending = False, "", None
        self.outside.clear()
        if self.subject is not None and not self.subject.label.endswith("）"):
            self.subject = None

    def section(self, numbered: bool) -> None:
        """Forget what a new paragraph does not go on with; an item of the accounts is spoken of until the next number."""
        self.sentence()
        if numbered:
            self.subject = None
        self.last, self.without, self.elsewhere = None, None, ""
        self.counts.clear()
