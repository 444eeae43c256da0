"""What a file of `rules/forms` says: how a form is known, where its headings stand, what its cells mean. Frozen after reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from checker.base.errors import Text

UNIT = "unit"
"""The fact of every form that is the unit itself."""


class Target(NamedTuple):
    """Where a figure goes: a field of a fact of the form; `doubt` is why a person has to look in any case, or nothing."""

    fact: str
    field: str
    doubt: Text | None = None


class Ratio(NamedTuple):
    """A figure that the form itself works out of two others: numerator and denominator as (fact, field)."""

    numerator: tuple[str, str]
    denominator: tuple[str, str]


class FactKind(NamedTuple):
    """A fact that a form tells of: its entity, texts that are always the same, the fact it belongs to."""

    key: str
    entity: str
    texts: tuple[tuple[str, str], ...] = ()
    parent: str = ""


class RowRule(NamedTuple):
    """What rows of one label mean: for each column by its name where its figure goes. A rule without labels is for a table without labels."""

    labels: tuple[str, ...]
    put: dict[str, Target]
    ratios: dict[str, Ratio]


class Each(NamedTuple):
    """What every other row means that has a text under `name`: a fact of its own, with figures and texts by column."""

    entity: str
    name: str
    texts: dict[str, str]
    put: dict[str, Target]
    line: str = ""
    """The fact that is the item of the row, for entities that have one."""


class Foot(NamedTuple):
    """A sum that a form promises: of columns in every row, or of rows in every column.

    `parts` are names of columns or labels of rows; for rows also "codes" (those of the highest classification),
    "numbered" (those that begin 一、二、三) and "below" (those of them that follow the total).
    """

    axis: Literal["column", "row"]
    total: str
    parts: tuple[str, ...]


class Same(NamedTuple):
    """What another table prints too: a column of every row (`row` empty), or a column of one row, which is the total there."""

    table: str
    column: str = ""
    row: str = ""


class Figures(NamedTuple):
    """That every amount of a band is a fact of its own, a part of the total of its sums.

    `tables` are names of the table by title of the form ("" for all others); `split` says how the rows are parts of their total:
    "rows", or "columns" where other tables have columns for them; `levels` are columns of labels, each row a part of the last row
    further left; `same` is what other tables print too.
    """

    tables: tuple[tuple[str, str], ...] = ()
    split: str = "rows"
    levels: tuple[str, ...] = ()
    same: tuple[Same, ...] = ()

    def table(self, title: str) -> str:
        """Return what the table is called under a title, "" where nothing is said."""
        names = dict(self.tables)
        return names.get(title, names.get("", ""))


class Expects(NamedTuple):
    """A row that a filled-in form has: its label ("" where rows have none), and its columns (none: all those that are put somewhere).

    The name of the column of `each` stands for one row of that kind at least.
    """

    row: str
    columns: tuple[str, ...] = ()


class Band(NamedTuple):
    """Some rows under one head; a sheet has several one below the other, or side by side where they share the head.

    `head` are texts that the rows of the head hold, the first of them in its first row. A column belongs to the band where
    `under` stands above it; where the same columns stand several times side by side, `side` says which of them, from 1. The label stands under `label`, or in the column left of `left_of`.
    """

    head: tuple[str, ...]
    under: str
    label: str
    left_of: str
    codes: tuple[str, ...]
    ordinals: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[RowRule, ...]
    each: Each | None
    foots: tuple[Foot, ...]
    side: int = 0
    figures: Figures | None = None
    expects: tuple[Expects, ...] = ()


class Prescribed(NamedTuple):
    """The instrument that prescribes a form, and how far it was read: the text, a filled-in copy (secondary), or not at all."""

    name: str
    number: str
    verified: str
    note: str


class Stated(NamedTuple):
    """What a sentence says of its own figures: the slot of a sum and its parts; of a share, the part and the whole; of a growth, what grew and by how much.

    `whole` is a field of a fact where the whole stands elsewhere.
    """

    kind: Literal["sum", "ratio", "growth"]
    figure: str
    of: tuple[str, ...]
    other: str = ""
    whole: Target | None = None


class Saying(NamedTuple):
    """A sentence of a template: its pattern, its slots in order, where their figures go, what they say of each other."""

    pattern: re.Pattern[str]
    slots: tuple[str, ...]
    put: dict[str, tuple[Target, ...]]
    claims: tuple[Stated, ...]
    tables: dict[str, str]
    """Slots whose figure a table prints, too: the name of the table, or 表/行 for a row that is not what its rows add up to."""


@dataclass(frozen=True)
class Form:
    """One form: its titles as printed (folded), the rows of texts by which it is known, its bands, and single cells beside a label."""

    id: str
    file: str
    title: Text
    titles: tuple[str, ...]
    document: str
    prescribed: Prescribed
    fingerprint: tuple[tuple[str, ...], ...]
    aliases: dict[str, str]
    facts: dict[str, FactKind]
    bands: tuple[Band, ...]
    cells: dict[str, Target] = field(default_factory=dict)
    """Texts (no figures) in the cell right of a label, or below it, such as the name of the project."""
    sentences: tuple[Saying, ...] = ()
    """Sentences of the text that goes with the tables, word for word."""
    set: str = ""
    """The tables that are published together: a document that has most of them should have all."""

    def words(self) -> frozenset[str]:
        """Return every text that may stand in the rows of a head."""
        parts = {
            part
            for band in self.bands
            for each in (*band.head, band.under, band.label, *band.codes, *band.ordinals, *band.columns)
            for part in each.split("/")
        }
        return frozenset(parts | {text for row in self.fingerprint for text in row} | {"备注", "栏次"}) - {""}
