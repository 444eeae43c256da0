"""In what unit of money a table stands: in the heading of a column, in the head, above the table. None is assumed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.base.errors import Text
from checker.base.values import UNIT_WORDS, UNITS
from checker.intake.document import Cell, Note, Paragraph, Place
from checker.intake.forms.grid import Grid, Head
from checker.intake.forms.words import plain
from checker.intake.reading import Unit
from checker.mapping.headings import unit_above, unit_in

_MONEY = "百万元|千元|万元|亿元|元"
_NOTED = re.compile(
    rf"单位(?:均|都|统一)?(?:为|是|以)(?:人民币)?({_MONEY})(?![/\u4e00-\u9fff])|以(?:人民币)?({_MONEY})为.{{0,4}}单位"
)
_FIGURE = re.compile(r"\s*[-(（]?\d[\d,.\s]*[)）]?[元万亿千百%]*\s*$")
_FEW = 3
"""Cells of a row that says something of the table."""


def same_unit(text: str) -> str:
    """Return a unit of money by its first name: 万 is 万元."""
    return UNIT_WORDS.get(text, text)


def of_heading(chain: Sequence[Cell]) -> Unit | None:
    """Return the unit that the headings of a column name, the lowest first."""
    for cell in reversed(chain):
        unit = same_unit(unit_in(cell.text)[1])
        if unit in UNITS:
            return Unit(unit, "heading", cell.place)
    return None


def of_head(head: Head, values: Iterable[int]) -> Unit | None:
    """Return the unit that the head names outside the columns of figures, as 项目资金（万元）; none where it names two."""
    own = set(values)
    found: dict[str, Unit] = {}
    for column, chain in head.chains.items():
        unit = None if column in own else of_heading(chain)
        if unit is not None:
            found.setdefault(unit.text, unit)
    return next(iter(found.values())) if len(found) == 1 else None


def named_above(texts: Iterable[tuple[Place, str]]) -> list[Unit]:
    """Return the units that stand above a table, each once, a foreign one as it is written."""
    found: dict[str, Unit] = {}
    for place, text in texts:
        for line in text.splitlines():
            unit = same_unit(unit_above([line]))
            if unit:
                found.setdefault(unit, Unit(unit, "page", place))
    return list(found.values())


def above(texts: Iterable[tuple[Place, str]]) -> Unit | None:
    """Return the unit that stands above a table, as 单位：万元; none where two are named."""
    found = named_above(texts)
    return found[0] if len(found) == 1 else None


def two_above(place: Place, units: Sequence[Unit]) -> Note:
    """Return what is said of a table above which two units stand, in a page header and over the table, or side by side."""
    zh = "、".join(f"{each.text}（{each.place.say('zh')}）" for each in units)
    en = ", ".join(f"{each.text} ({each.place.say('en')})" for each in units)
    return Note(
        place,
        Text(
            f"表上写了几种金额单位：{zh}；看不出用哪一种，没有写单位的列没有采用",
            f"several units of money stand above the table: {en}; which one holds cannot be seen, columns without a unit of their own are not used",
        ),
    )


class Said(NamedTuple):
    """The units of money that rows of a table name below its head, and its last row with a figure."""

    units: tuple[tuple[int, str], ...]
    last: int

    def holds(self, row: int, unit: str) -> bool:
        """Whether a row stands in a unit: none other is named above it, nor in a note below all figures."""
        return self._other(row, unit) is None

    def _other(self, row: int, unit: str) -> tuple[int, str] | None:
        return next(((at, own) for at, own in self.units if own != unit and not row < at <= self.last), None)

    def why(self, table: Place, row: int, unit: str) -> Note:
        """Return what is said of a row that stands in no one unit."""
        at, own = self._other(row, unit) or (row, unit)
        return Note(
            table,
            Text(
                f"表里第 {at} 行写的单位是{own}，表头的是{unit}：它管的行没有采用",
                f"row {at} of the table says {own}, the head {unit}: the rows that it is about are not used",
            ),
        )


def statements(grid: Grid, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Yield the rows that say something of the table and hold no figure, with their texts."""
    for row in range(first, last + 1):
        texts = [cell.text for cell in grid.starting(row) if cell.text.strip()]
        if 0 < len(texts) <= _FEW and "单位" in (said := plain("".join(texts))) and not any(map(_FIGURE.match, texts)):
            yield row, said


def said_below(grid: Grid, first: int, last: int) -> Said:
    """Return the units of money that rows from *first* to *last* name: 单位：元 in the middle, 注：金额单位为元 at the end."""
    found: list[tuple[int, str]] = []
    for row, said in statements(grid, first, last):
        noted = _NOTED.search(said)
        unit = same_unit((noted[1] or noted[2]) if noted is not None else unit_above([said]))
        if unit:
            found.append((row, unit))
    if not found:
        return Said((), last)
    figures = (
        row for row in range(last, first - 1, -1) if any(_FIGURE.match(cell.text) for cell in grid.starting(row))
    )
    return Said(tuple(found), next(figures, last))


def paragraph_texts(blocks: Iterable[Paragraph]) -> list[tuple[Place, str]]:
    """Return places and texts of paragraphs that a reader of the printed document sees."""
    return [(block.place, block.text) for block in blocks if block.state in ("", "inserted")]
