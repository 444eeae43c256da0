"""Whole tables of figures: every amount of a published table as a fact of its own, with the total that it is a part of.

The rows of a band are parts of their total by code (类, 款, 项), by number (一、二、三) or by what the sums of the form name; the
columns are parts of the column that sums them. A total that does not close, and whatever belongs to it, is left to people.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from checker.intake.document import Place
from checker.intake.forms.collecting import LEADS, Collected, short
from checker.intake.forms.lines import Amount, Line
from checker.intake.forms.model import Band, Figures, Foot, Form
from checker.intake.forms.words import plain
from checker.intake.reading import Evidence, Grade

ENTITY = "account_figure"
TOTAL = ("total",)
"""What the row is called that all others of a table are parts of, whatever is printed there."""
BELOW = "below"
_BELOW_NUMBERED = re.compile(r"(?:[(]\d{1,2}[)]|\d{1,2}[.、](?!\d))")
"""How a row begins that is a part of the row 一、 above it."""
Row = tuple[str, ...]
"""What a row is, the same wherever its table prints it: the total, ("class", name), ("code", digits), ("label", name)."""


class Cell(NamedTuple):
    """One amount of a table: its row, its column ("" for that which sums the others), the total it is a part of and how."""

    key: str
    texts: tuple[tuple[str, str, Place], ...]
    amount: Amount | None
    base: tuple[Evidence, ...]
    carried: bool
    parent: str
    split: str


class Tables:
    """Takes the tables of a document one after the other; `close` proposes what they hold once all are known."""

    def __init__(self, found: Collected) -> None:
        self.found = found
        self.cells: dict[str, list[Cell]] = {}
        self.links: list[tuple[str, str, str, str]] = []
        """Figures that two tables print: the key here, that there, what both are called, what says so."""

    def take(
        self,
        form: Form,
        title: str,
        band: Band,
        lines: Sequence[Line],
        amounts: Mapping[tuple[int, str], Amount],
        doubts: Sequence[Evidence],
    ) -> None:
        """Note every amount of a band whose row and column have a place among its sums."""
        spec = band.figures
        if spec is None:
            return
        table = spec.table(title) or form.title.zh
        if doubts and lines:  # a table without a title is none of the others
            table = f"{table}（{lines[0].region.origin[0].grid.table.place.say('zh')}）"
        whole, parts = _columns(band)
        rows = rows_of(band, lines)
        for number in _stray(band, lines, rows, amounts, whole):  # what it is a part of is not known: no sum is, then
            key, texts = _key(table, ("stray", str(number)), ""), _texts(table, lines[number], whole, "by_row")
            self.cells[key] = [Cell(key, texts, None, (), False, _key(table, TOTAL, ""), "by_row")]
        for number, (row, parent) in rows.items():
            line = lines[number]
            for column in (whole, *parts, *_others(band)):
                cell, amount = line.cells.get(column), amounts.get((number, column))
                if cell is None or not any(character.isdigit() for character in cell.text):
                    continue
                part = column in parts
                series = "" if column == whole or part else column
                there = _key(table, row if part else parent, series) if parent or part else ""
                split = "by_column" if part or spec.split == "columns" else "by_row"
                own = _key(table, row, "" if column == whole else column)
                texts = _texts(table, line, column, split if there else "", row)
                told = (
                    Evidence("form", form.id),
                    Evidence("row", line.printed),
                    Evidence("column", column),
                    *doubts,
                    *(
                        [Evidence("headings carried", line.region.head.grid.table.place.say("zh"))]
                        if line.region.carried
                        else []
                    ),
                )
                self.cells.setdefault(own, []).append(Cell(own, texts, amount, told, line.region.carried, there, split))
                self._link(spec, table, row, "" if column == whole else column, own, f"{line.printed} {column}")

    def _link(self, spec: Figures, table: str, row: Row, column: str, own: str, said: str) -> None:
        for same in spec.same:
            if same.column == column and (not same.row or same.row == row[-1]):
                there = _key(same.table, TOTAL if same.row else row, "")
                self.links.append((own, there, f"{table} {said}", same.table))

    def close(self) -> None:
        """Hold every total against its parts, and propose every amount for its fact."""
        sums = self._sums()
        for key, cells in self.cells.items():
            known = cells[0].parent if cells[0].parent in self.cells else ""
            texts = tuple(each for each in cells[0].texts if known or each[0] != "split")
            self.found.fact(key, ENTITY, texts, known)
            for cell in cells:
                if cell.amount is not None:
                    told = sums.get(key, [])
                    self.found.propose(
                        cell.amount.span, key, "amount", "used", _grade(cell, told), (*cell.base, *told[:2])
                    )
        self._say_same()

    def _one(self, key: str) -> Cell | None:
        cells = self.cells.get(key, ())
        return cells[0] if len(cells) == 1 else None

    def _sums(self) -> dict[str, list[Evidence]]:
        """Return for each figure what the sums say in which it stands; of one with a part that is not known, that it is not."""
        parts: dict[tuple[str, str], list[str]] = {}
        for key, cells in self.cells.items():
            if cells[0].parent in self.cells:
                parts.setdefault((cells[0].parent, cells[0].split), []).append(key)
        found: dict[str, list[Evidence]] = {}
        for (whole, _), own in parts.items():
            every = [self._one(key) for key in (whole, *own)]
            amounts = [cell.amount for cell in every if cell is not None and cell.amount is not None]
            name = _called(self.cells[whole][0])
            if len(amounts) < len(every):
                told = Evidence("not whole", name)
            else:
                told = _closes(name, amounts[0], amounts[1:])
            for key in (whole, *own):
                found.setdefault(key, []).append(told)
        order = {"does not foot": 0, "not whole": 1}
        return {key: sorted(told, key=lambda each: order.get(each.name, 2)) for key, told in found.items()}

    def _say_same(self) -> None:
        """Claim that a figure which two tables print is the same in both."""
        proposals = {(each.span, each.fact): each for each in self.found.proposals}
        for here, there, said, table in self.links:
            one, two = self._one(here), self._one(there)
            if one is None or two is None or one.amount is None or two.amount is None or here == there:
                continue
            first, second = one.amount.span, two.amount.span
            sure = (
                all(proposals[span.id, key].grade != "confirm" for span, key in ((first, here), (second, there)))
                or one.amount.value == two.amount.value
            )
            place = first.place
            key = f"claim:{short((here, there))}"
            text = f"{said} {first.text}，{table}"
            self.found.fact(key, "stated_figure", (("kind", "same_as", place), ("text", text, place)))
            base = (("role", "base", place), ("path", f"{there}.amount", place))
            self.found.fact(f"operand:{short((here, there))}", "operand", base, key)
            told = (*one.base, Evidence("same as", second.id))
            self.found.propose(first, key, "amount", "restated", "read" if sure else "confirm", told)


def _columns(band: Band) -> tuple[str, tuple[str, ...]]:
    """Return the column that sums others, and those: the first sum of columns of the form, or its first column alone."""
    foot = next((each for each in band.foots if each.axis == "column"), None)
    return (foot.total, foot.parts) if foot is not None else (band.columns[0], ())


def _others(band: Band) -> tuple[str, ...]:
    """Return the columns that no sum of columns names: each has its totals for itself."""
    named = {name for foot in band.foots if foot.axis == "column" for name in (foot.total, *foot.parts)}
    return tuple(column for column in band.columns if column not in named and column != _columns(band)[0])


def rows_of(band: Band, lines: Sequence[Line]) -> dict[int, tuple[Row, Row]]:
    """Return what each row is, by its number, and the row it is a part of (nothing for the highest); rows without a place are left out."""
    if not band.label and not band.left_of:
        return {0: (TOTAL, ())} if len(lines) == 1 else {}
    if band.figures is not None and band.figures.levels:
        return _by_levels(band, lines)
    foots = [foot for foot in band.foots if foot.axis == "row"]
    main = next((foot for foot in foots if foot.parts in (("codes",), ("numbered",))), None)
    highest = main.total if main is not None else ""
    codes: dict[str, str] = {}
    for line in lines:
        if line.code.isascii() and line.code.isdigit() and len(line.code) >= 3:
            codes.setdefault(line.code, line.label)
    above = {part: foot.total for foot in foots if foot is not main for part in foot.parts}
    found: dict[int, tuple[Row, Row]] = {}
    numbered: Row = ()
    opened: Row = ()
    passed = False
    at = next((number for number, line in enumerate(lines) if line.label == highest), len(lines))
    above_it = any(line.numbered for line in lines[:at])  # else 一、二、三 follow their total
    for number, line in enumerate(lines):
        if line.code in codes:
            found[number] = _coded(line, codes)
        elif line.label in above or any(foot.total == line.label for foot in foots):
            row = _labelled(line.label, highest)
            found[number] = row, _labelled(above[line.label], highest) if line.label in above else ()
            passed = passed or (row == TOTAL and above_it)
            opened = row if Foot("row", line.label, (BELOW,)) in foots else ()
        elif line.numbered and opened:
            found[number] = ("under", opened[-1], line.label), opened
        elif line.numbered and not passed:
            numbered = ("class", line.label)
            found[number] = numbered, TOTAL
        elif numbered and not passed and _BELOW_NUMBERED.match(plain(line.printed)):
            found[number] = ("under", numbered[-1], line.label), numbered
    return found


def _stray(
    band: Band,
    lines: Sequence[Line],
    rows: Mapping[int, tuple[Row, Row]],
    amounts: Mapping[tuple[int, str], Amount],
    whole: str,
) -> list[int]:
    """Return the rows with an amount that may be parts of the total and say nowhere that they are."""
    last = len(lines)
    if all(foot.parts != ("codes",) for foot in band.foots):
        last = next((number for number, (row, _) in rows.items() if row == TOTAL), 0)
    return [
        number
        for number in range(last)
        if number not in rows and (number, whole) in amounts and not lines[number].printed.startswith("其中")
    ]


def _coded(line: Line, codes: Mapping[str, str]) -> tuple[Row, Row]:
    """Return what a row with a code is, and the row of the next shorter code that the table has; *codes* have their labels."""
    row: Row = ("class", line.label) if len(line.code) == 3 else ("code", line.code)
    shorter = [line.code[:length] for length in (5, 3) if length < len(line.code) and line.code[:length] in codes]
    if not shorter:
        return row, TOTAL
    if len(shorter[0]) > 3:
        return row, ("code", shorter[0])
    return row, ("class", codes[shorter[0]])


def _labelled(label: str, main: str) -> Row:
    return TOTAL if label == main else ("label", label)


def _by_levels(band: Band, lines: Sequence[Line]) -> dict[int, tuple[Row, Row]]:
    """Return the rows of a table whose parts stand one column further right: 品目大类, 专项, 物品."""
    found: dict[int, tuple[Row, Row]] = {}
    open_rows: dict[int, Row] = {}
    levels = band.figures.levels if band.figures is not None else ()
    totals = {foot.total for foot in band.foots}
    for number, line in enumerate(lines):
        head, grid = line.region.head, line.region.segment.grid
        places = head.find(levels, head.under(band.under))
        own = [
            level
            for level, name in enumerate(levels)
            if name in places
            and (cell := grid.at(line.row, places[name][0])) is not None
            and cell.row == line.row
            and cell.text.strip()
        ]
        if line.label in totals:
            found[number] = (TOTAL, ())
        elif own:
            figures = {id(cell) for cell in line.cells.values()}
            said = [" ".join(cell.text.split()) for cell in grid.starting(line.row) if id(cell) not in figures]
            parent = next((open_rows[above] for above in range(own[0] - 1, -1, -1) if above in open_rows), TOTAL)
            row = ("level", str(number), " ".join(filter(None, said)))
            found[number] = (row, parent)
            open_rows = {above: each for above, each in open_rows.items() if above < own[0]} | {own[0]: row}
    return found


def _texts(table: str, line: Line, column: str, split: str, row: Row = ()) -> tuple[tuple[str, str, Place], ...]:
    """Return the texts of the fact of a cell."""
    place = line.marks[0].place if line.marks else line.cells[column].place
    said = line.label.replace("/", " ") or " ".join("".join(mark.text.split()) for mark in line.marks) or "合计"
    if row[:1] == ("level",):
        said = row[-1]
    code = line.code if line.code.isascii() and line.code.isdigit() else ""
    every = (("table", table), ("name", said), ("column", column.rpartition("/")[2]), ("code", code), ("split", split))
    return tuple((field, text, place) for field, text in every if text)


def row_key(named: str) -> str:
    """Return the key of a row of a table by its name, as 表/行; without a row what the rows of the table add up to."""
    table, _, row = named.partition("/")
    return _key(table, _labelled(row, "") if row else TOTAL, "")


def _key(table: str, row: Row, column: str) -> str:
    return f"{LEADS[ENTITY]}:{short((plain(table), row, column))}"


def _called(cell: Cell) -> str:
    texts = {field: text for field, text, _ in cell.texts}
    return " ".join(texts[field] for field in ("table", "name", "column") if field in texts)


def _closes(name: str, total: Amount, parts: Sequence[Amount]) -> Evidence:
    off = abs(total.value - sum((part.value for part in parts), Decimal(0)))
    room = sum((amount.step for amount in (total, *parts)), Decimal(0)) / 2
    if off == 0:
        return Evidence("foots", name)
    if off <= room and len(parts) > 1:
        return Evidence("foots rounded", name)
    return Evidence("does not foot", f"{name}：{total.span.text} ≠ {' + '.join(part.span.text for part in parts)}")


def _grade(cell: Cell, sums: Sequence[Evidence]) -> Grade:
    """Return how sure a figure stands where it does."""
    names = {each.name for each in sums}
    doubts = {each.name for each in cell.base} - {"form", "row", "column", "headings carried"}
    if doubts or names & {"does not foot", "not whole"}:
        return "confirm"
    if "foots" in names:
        return "read" if cell.carried else "certain"
    return "confirm" if cell.carried and "foots rounded" not in names else "read"
