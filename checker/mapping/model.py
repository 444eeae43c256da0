"""What a mapping file says: which file is which entity, which heading is which field. Frozen after reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from checker.cases.vocabulary import Entity, Field
from checker.documents.node import Node
from checker.documents.source import Source

PARENT = Field("^", "所属", "", "text")
"""Stands for the field of a column that names what a row belongs to."""
SOURCE = Field("source", "出处", "", "text")
"""Stands for the field of a column that says where a row was found."""
DATE_ORDERS = {"ymd": "年月日", "dmy": "日月年", "mdy": "月日年"}


class Amounts(NamedTuple):
    """The unit that plain amounts stand in ("" where none is said), and how many decimals they have at least."""

    unit: str = ""
    decimals: int | None = None


NO_AMOUNTS = Amounts()


class Column(NamedTuple):
    """One heading and the field it means; `of_unit` says whether the field is the unit's and not the row's own."""

    heading: str
    field: Field
    node: Node
    of_unit: bool = False
    amounts: Amounts = Amounts()
    values: dict[str, str] = {}
    date_order: str = ""


@dataclass(frozen=True)
class TableMap:
    """How one table is read. `file` may hold `*`; `complete` is "" (not said), "no", "rows" (of the units that occur) or "all"."""

    file: str
    node: Node
    entity: Entity
    columns: tuple[Column, ...] = ()
    sheet: str = ""
    header_row: int = 1
    encoding: str = ""
    delimiter: str = ""
    decimal_mark: str = "."
    group_mark: str = ""
    amounts: Amounts = NO_AMOUNTS
    fixed: dict[str, Node] = field(default_factory=dict)
    unit_fixed: dict[str, Node] = field(default_factory=dict)
    ignore: tuple[tuple[str, Node], ...] = ()
    skip_rows: dict[str, tuple[str, ...]] | None = None
    keep_rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fill_down: tuple[str, ...] = ()
    none_words: frozenset[str] = frozenset()
    empty_words: frozenset[str] = frozenset()
    complete: str = ""
    as_shown: bool = False

    def mentions(self) -> list[str]:
        """Return every heading that the table speaks of, what is ignored as well."""
        return [
            *(column.heading for column in self.columns),
            *(word for word, _ in self.ignore),
            *(self.skip_rows or ()),
            *self.keep_rows,
            *self.fill_down,
        ]


@dataclass(frozen=True)
class Mapping:
    """A mapping file: its tables, the files beside them that are not read, and what holds of every case."""

    source: Source
    tables: tuple[TableMap, ...]
    ignore: tuple[tuple[str, Node], ...] = ()
    ignore_sheets: tuple[tuple[str, Node], ...] = ()
    amounts: Amounts = NO_AMOUNTS
    top: tuple[tuple[Node, Node], ...] = ()
    """Keys of a case that are the same in every case: transcribed, document, not_disclosed."""
    whole: bool = False
