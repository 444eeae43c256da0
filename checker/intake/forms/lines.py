"""Regions → lines: for every row its label, its code, and the one cell under each heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from checker.base.typography import fold
from checker.base.values import COUNT_WORDS, UNITS
from checker.intake.document import Cell, Place
from checker.intake.forms.grid import Head
from checker.intake.forms.model import Band
from checker.intake.forms.recognising import Region, Segment
from checker.intake.forms.units import above, named_above, of_head, of_heading, same_unit
from checker.intake.forms.words import TOP_NUMBERED, label, plain
from checker.intake.reading import Span, Unit

_ORDER = re.compile(r"\d{1,3}")
_AROUND = re.compile(r"[≥≤＞＜><=＝≧≦+]*|[大小高低多少不]{1,2}[于少过等]*(?:等于)?")
"""What may stand beside the number of a target without making it a sentence."""
_MEASURES = frozenset(
    {
        *COUNT_WORDS,
        "%",
        "百分比",
        "百分点",
        "分",
        "人次",
        "人天",
        "平方米",
        "公里",
        "千米",
        "吨",
        "亩",
        "套",
        "场",
        "篇",
        "门",
        "册",
        "座",
        "处",
        "所",
        "间",
        "小时",
        "个月",
        "月",
    }
)


class Layout(NamedTuple):
    """The columns of one band in one head: of labels, of codes, of ordinals, of figures by name, and where its unit stands."""

    band: Band
    labels: tuple[int, ...]
    codes: tuple[int, ...]
    ordinals: tuple[int, ...]
    columns: dict[str, tuple[int, ...]]
    units: dict[str, Unit | None]


class Line(NamedTuple):
    """One row of a band. `numbered` says that its label begins 一、二、三; `cells` are by name of the column."""

    region: Region
    layout: Layout
    row: int
    label: str
    printed: str
    numbered: bool
    code: str
    marks: tuple[Cell, ...]
    cells: dict[str, Cell]


class Amount(NamedTuple):
    """The one number of a cell, exact, and the size of its last printed digit."""

    span: Span
    value: Decimal
    step: Decimal


def layout_of(region: Region, band: Band) -> Layout | None:
    """Return where the columns of a band stand; nothing where its labels cannot be told."""
    head = region.head
    within = _side(head, band, head.under(band.under))
    columns = head.find(band.columns, within)
    codes = tuple(column for column in within if set(band.codes) & set(head.paths[column][-1:]))
    if not codes:
        codes = tuple(
            column
            for column in within
            if set(band.codes) & set(head.paths[column]) and band.label not in head.paths[column]
        )
    ordinals = tuple(column for column in within if set(band.ordinals) & set(head.paths[column]))
    labels: tuple[int, ...] = ()
    if band.label:
        taken = {*codes, *ordinals, *(column for group in columns.values() for column in group)}
        labels = tuple(column for column in within if band.label in head.paths[column] and column not in taken)
        if not labels or labels != tuple(range(labels[0], labels[-1] + 1)):
            return None
        for column in within:  # a heading that covers one of two columns of labels: the other has none
            if column == labels[-1] + 1 and not head.paths[column] and column not in taken:
                labels = (*labels, column)
    elif band.left_of:
        first = columns.get(band.left_of, (0,))[0]
        labels = (first - 1,) if first > 1 else ()
        if not labels:
            return None
    return Layout(band, labels, codes, ordinals, columns, _units(region, head, columns))


def _side(head: Head, band: Band, within: list[int]) -> list[int]:
    """Return the columns of one repetition of a band: another begins where a label or a code follows a figure."""
    if not band.side:
        return within
    side, figures, found = 1, False, []
    for column in within:
        path = head.paths[column]
        if path and path[-1] in {name.rpartition("/")[2] for name in band.columns}:
            figures = True
        elif figures and {band.label, *band.codes} & set(path):
            side, figures = side + 1, False
        if side == band.side:
            found.append(column)
    return found


def _units(region: Region, head: Head, columns: dict[str, tuple[int, ...]]) -> dict[str, Unit | None]:
    """Return the unit of every column: of its heading, of the head, of what stands above the head."""
    values = [column for group in columns.values() for column in group]
    shared = of_head(head, values) or above(_above(*region.origin))
    if region.segment is not region.origin[0]:
        again = above(_above(region.segment, region.first if region.carried else head.first))
        if again is not None and (shared is None or again.text != shared.text):
            shared = None  # the page says another unit than that on which the form begins
    return {name: of_heading(head.chains[group[0]]) or shared for name, group in columns.items()}


def units_of(region: Region) -> list[Unit]:
    """Return the units that stand above a form, and above the part of it on the page of a region."""
    first = region.first if region.carried else region.head.first
    own = [] if region.segment is region.origin[0] else _above(region.segment, first)
    return named_above([*_above(*region.origin), *own])


def _above(segment: Segment, first: int) -> list[tuple[Place, str]]:
    """Return the texts above row *first*: of the rows of its table down from its title, and before the table."""
    rows = range(segment.first, first)
    return [*segment.above, *((cell.place, cell.text) for row in rows for cell in segment.grid.starting(row))]


def lines_of(region: Region, band: Band, aliases: dict[str, str]) -> tuple[Layout | None, list[Line]]:
    """Return the layout and the rows of a band in a region."""
    layout = layout_of(region, band)
    if layout is None:
        return None, []
    grid = region.segment.grid
    known = {word for rule in band.rows for word in rule.labels} | {foot.total for foot in band.foots}
    found: list[Line] = []
    for row in range(region.first, region.last + 1):
        marks = _once(grid.at(row, column) for column in layout.labels)
        texts = [cell.text for cell in marks if cell.text.strip()]
        name = "/".join(aliases.get(label(text), label(text)) for text in texts)
        codes = _once(grid.at(row, column) for column in layout.codes)
        if not texts:  # 合计 may stand where the codes stand
            texts = [cell.text for cell in codes if cell.text.strip() and not any(map(str.isdigit, cell.text))]
            name = "/".join(aliases.get(label(text), label(text)) for text in texts)
        if not texts and layout.labels:  # 总分 may stand further left, in a cell of its own
            left = [cell for cell in grid.starting(row) if cell.column < layout.labels[0] and cell.text.strip()]
            if len(left) == 1 and aliases.get(label(left[0].text), label(left[0].text)) in known:
                marks, texts = left, [left[0].text]
                name = aliases.get(label(left[0].text), label(left[0].text))
        code = "".join(plain(cell.text) for cell in codes if cell not in marks)
        cells: dict[str, Cell] = {}
        for column, group in layout.columns.items():
            there = [cell for cell in _once(grid.at(row, each) for each in group) if cell.text.strip() or cell.unread]
            if len(there) == 1 and _alone(there[0], row, group):
                cells[column] = there[0]
        numbered = bool(texts) and TOP_NUMBERED.match(plain(texts[0])) is not None
        orders = _once(grid.at(row, column) for column in layout.ordinals)
        printed = " ".join("".join(text.split()) for text in texts)
        found.append(Line(region, layout, row, name, printed, numbered, code, (*marks, *codes, *orders), cells))
    return layout, found


def _once(cells: object) -> list[Cell]:
    found: list[Cell] = []
    for cell in cells:  # type: ignore[attr-defined]
        if cell is not None and not any(each is cell for each in found):
            found.append(cell)
    return found


def _alone(cell: Cell, row: int, group: tuple[int, ...]) -> bool:
    """Whether a cell belongs to this row and these columns and to no other."""
    last = cell.column + max(1, cell.columns) - 1
    return (
        cell.row == row
        and cell.rows <= 1
        and cell.column >= group[0]
        and last <= group[-1]
        and cell.state in ("", "inserted")
    )


def is_column_numbers(line: Line, texts: Sequence[str]) -> bool:
    """Whether a row numbers the columns: 栏次, or nothing but 1 2 3 …, at least three of them."""
    numbers = [int(text) for text in map(fold, texts) if _ORDER.fullmatch(text)]
    words = [text for text in map(fold, texts) if text and not _ORDER.fullmatch(text)]
    if any(word not in ("栏次", "类", "款", "项", "合计", "") for word in words) or not numbers:
        return False
    steps = all(after == before + 1 for before, after in pairwise(numbers))
    if "栏次" in words:
        return steps
    return not words and steps and numbers[0] == 1 and len(numbers) >= 3


def amount_of(cell: Cell | None, spans: dict[Place, list[Span]], money: bool = True) -> Amount | None:
    """Return the number that a cell is; nothing where it says more than one number, or cannot be read for sure."""
    if cell is None or cell.unread is not None:
        return None
    own = spans.get(cell.place, ())
    if len(own) != 1 or not own[0].value:
        return None
    span = own[0]
    rest = plain(cell.text[: span.start]), plain(cell.text[span.end :])
    printed = plain(span.text)
    behind = rest[1]
    if money:
        fine = rest[0] in ("", "¥", "￥") and (behind == "" or same_unit(behind) in UNITS)
    else:
        fine = (
            _AROUND.fullmatch(rest[0]) is not None and (behind in _MEASURES or behind == "") and _digits_first(printed)
        )
    if not fine:
        return None
    value = Decimal(span.value)
    return Amount(span, value, Decimal(1).scaleb(-span.decimals))


def _digits_first(printed: str) -> bool:
    """Whether a span is a bare number with at most a measure behind it: 12, 12个, 99.5%, and no date."""
    found = re.fullmatch(r"[≥≤><=+-]*[\d,]+(?:\.\d+)?(\D*)", printed)
    return found is not None and (not found[1] or found[1] in _MEASURES)
