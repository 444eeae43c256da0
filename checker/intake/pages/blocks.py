"""Pages to the blocks of a document: paragraphs and tables in reading order, with what could not be read for sure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from checker.base.errors import Text
from checker.intake.document import Block, Cell, Note, Paragraph, Place, Strip, Table
from checker.intake.pages.flow import Margins, edges, in_columns, margins, paragraphs
from checker.intake.pages.glyphs import UNKNOWN, Sheet
from checker.intake.pages.grids import Grid, Net
from checker.intake.pages.lines import Line, joined, lines
from checker.intake.pages.tables import Ruled, Tables, tables

MANY_UNKNOWN = 20
"""Characters without a code, of a hundred, beyond which a page cannot be read; fewer are list marks from symbol fonts."""
FEW = 200
"""Characters beside a picture of half of the page that do not make it a page of text."""


class Pages(NamedTuple):
    """What was read of the pages of a file."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    stopped: tuple[Note, ...]


class _Page(NamedTuple):
    """A page while it is put together: the lines outside its tables, upright ones first."""

    sheet: Sheet
    found: Tables
    upright: list[Line]
    others: list[Line]


def blocks(sheets: Mapping[int, Sheet]) -> Pages:
    """Return the blocks of pages by their numbers, with notes about them."""
    pages: dict[int, _Page] = {}
    for number, sheet in sheets.items():
        found = tables(Net(sheet.rules), sheet.glyphs)
        rows = lines(found.rest)
        upright = in_columns([line for line in rows if not line.turn and not line.hidden])
        pages[number] = _Page(sheet, found, upright, [line for line in rows if line.turn or line.hidden])
    numbers = list(pages)
    apart = edges([(pages[n].sheet.height, pages[n].upright) for n in numbers])
    kept = _margins(pages, {(numbers[page], line) for page, line in apart})
    out: list[Block] = []
    notes: list[Note] = []
    stopped: list[Note] = []
    for index, number in enumerate(numbers):
        page = pages[number]
        size = page.sheet.width, page.sheet.height
        kinds = {line: kind for (at, line), kind in apart.items() if at == index}
        made = _Made(number, kept.get(size), notes)
        made.page(page, kinds)
        out += made.blocks
        _judge(number, page, notes, stopped)
    return Pages(tuple(out), tuple(notes), tuple(stopped))


def _margins(pages: Mapping[int, _Page], apart: set[tuple[int, int]]) -> dict[tuple[int, int], Margins | None]:
    """Return the margins of running text by the size of the page: pages of one size are set alike."""
    rows: dict[tuple[int, int], list[Line]] = {}
    for number, page in pages.items():
        body = [line for n, line in enumerate(page.upright) if (number, n) not in apart]
        rows.setdefault((page.sheet.width, page.sheet.height), []).extend(body)
    return {size: margins(found) for size, found in rows.items()}


class _Made:
    """The blocks of one page as they are made."""

    def __init__(self, number: int, kept: Margins | None, notes: list[Note]) -> None:
        self.place = Place((("page", number),))
        self.kept, self.notes = kept, notes
        self.blocks: list[Block] = []
        self.counts: dict[str, int] = {}

    def page(self, page: _Page, kinds: Mapping[int, str]) -> None:
        """Make the blocks of a page: tables and the lines between them from top to bottom, then what is turned or hidden."""
        ahead = sorted(page.found.ruled, key=lambda each: each.grid.box.top)
        run: list[Line] = []
        inside: Grid | None = None
        for n, line in enumerate(page.upright):
            if ahead and ahead[0].grid.box.top < line.top and not self._left_of_columns(page.upright, n):
                self._text(run)
                run = []
            while ahead and ahead[0].grid.box.top < line.top and not run:
                self._table(ahead.pop(0))
            within = next((grid for grid in page.found.refused if grid.box.top <= line.top < grid.box.bottom), None)
            if n in kinds or within is not inside or within is not None:
                self._text(run)
                run = []
            inside = within
            if n in kinds:
                self._paragraph([line], kinds[n], hop=kinds[n])
            elif within is not None:
                self._paragraph([line], "words" if "\t" in line.text else "body")
            else:
                run.append(line)
        self._text(run)
        for each in ahead:
            self._table(each)
        for line in page.others:
            if line.hidden:
                self._paragraph([line], "body", hidden=True)
            else:
                self._paragraph([line], "box", hop="box")

    @staticmethod
    def _left_of_columns(rows: list[Line], n: int) -> bool:
        """Whether a line is followed by one that stands higher: the left one of two columns, which no table may part."""
        return n + 1 < len(rows) and rows[n + 1].bottom < rows[n].top

    def _text(self, run: list[Line]) -> None:
        for group in paragraphs(run, self.kept):
            self._paragraph(group, "words" if "\t" in group[0].text else "body")

    def _paragraph(self, group: list[Line], kind: str, *, hop: str = "paragraph", hidden: bool = False) -> None:
        self.counts[hop] = self.counts.get(hop, 0) + 1
        place = self.place.below(hop, self.counts[hop])
        rows = [line.text for line in group]
        strips, text = [], ""
        for n, line in enumerate(group):
            text = joined(rows[: n + 1])
            strips.append(Strip(len(text) - len(line.text), line.box))
        if "\n" in text:
            self.notes.append(
                Note(
                    place,
                    Text(
                        "数断在行末，是一个数还是两个数看不出来",
                        "a figure ends at a line and may go on in the next: whether it is one figure or two cannot be seen",
                    ),
                )
            )
        self.blocks.append(Paragraph(place, text, kind, "hidden" if hidden else "", "", tuple(strips)))

    def _table(self, found: Ruled) -> None:
        self.counts["table"] = self.counts.get("table", 0) + 1
        place = self.place.below("table", self.counts["table"])
        cells = []
        for slot, text, unread in found.cells:
            at = place.below("row", slot.row).below("column", slot.column)
            cells.append(Cell(at, slot.row, slot.column, text, slot.rows, slot.columns, unread=unread, box=slot.box))
        self.blocks.append(Table(place, "", found.grid.rows, found.grid.columns, tuple(cells)))


def _judge(number: int, page: _Page, notes: list[Note], stopped: list[Note]) -> None:
    """Say what a person should know of a page, and whether it can be read for sure."""
    place = Place((("page", number),))
    sheet, found = page.sheet, page.found

    def note(zh: str, en: str, *, stop: bool = False) -> None:
        (stopped if stop else notes).append(Note(place, Text(zh, en)))

    shown = [glyph for glyph in sheet.glyphs if not glyph.hidden and glyph.text.strip()]
    hidden = sum(bool(glyph.hidden and glyph.text.strip()) for glyph in sheet.glyphs)
    area = sum((p.right - p.left) * (p.bottom - p.top) for p in sheet.pictures)
    share = 100 * area // max(1, sheet.width * sheet.height)
    if not shown and (sheet.pictures or hidden):
        note("这一页是图片，没有能读的文字", "the page is a picture: it holds no text that can be read", stop=True)
    elif not shown and sheet.drawn > FEW:
        note(
            "这一页的文字画成了图形，没有能读的文字",
            "the text of the page is drawn as outlines: there is none that can be read",
            stop=True,
        )
    elif not shown:
        note("空页", "an empty page")
    elif share >= 50 and len(shown) < FEW:
        note(
            f"图片占这一页的 {min(share, 100)}%，图片里的字没有读",
            f"pictures cover {min(share, 100)} % of the page, and what stands in them was not read",
            stop=True,
        )
    elif share >= 3:
        note(
            f"图片占这一页的 {min(share, 100)}%，图片里的字没有读",
            f"pictures cover {min(share, 100)} % of the page, and what stands in them was not read",
        )
    unknown = sum(UNKNOWN in glyph.text for glyph in shown)
    if unknown:
        told = (
            f"有 {unknown} 个字没有编码，不知道是什么字",
            f"{unknown} characters have no code: what they are is not known",
        )
        texts = [line.text for line in (*page.upright, *page.others)]
        texts += [cell.text for table in found.ruled for cell in table.cells]
        note(*told, stop=100 * unknown > MANY_UNKNOWN * len(shown) or any(_beside(text) for text in texts))
    rows = (*page.upright, *page.others)
    if found.overprinted or any(line.overprinted for line in rows):
        note(
            "有数字印在别的数字上面，读不准",
            "digits are printed on top of other digits: they cannot be told apart",
            stop=True,
        )
    if found.crowded:
        note("这一页线条太多，没有找表格", "the page has too many rules: tables were not looked for")
    doubled = found.doubled + sum(line.doubled for line in rows)
    if doubled:
        note(
            f"有 {doubled} 个字在原处印了两次，按一次读",
            f"{doubled} characters are printed twice at their place and read once",
        )
    if sheet.outside:
        note(
            f"页面以外还有 {sheet.outside} 个字，没有读",
            f"{sheet.outside} characters stand outside the page and were left out",
        )
    for grid in found.refused:
        top = grid.box.top * 100 // max(1, sheet.height)
        note(
            f"离页顶 {top}% 处的表缺少格线，一格里有几个数，按位置一行一行地读",
            f"the table {top} % down the page lacks rules, so that cells hold several figures; it was read line by line, by position",
        )
    refused = {line for line in page.upright if any(g.box.top <= line.top < g.box.bottom for g in found.refused)}
    loose = sum(line.figures > 1 and line not in refused for line in page.upright)
    if loose:
        note(
            f"有 {loose} 行并排的数没有格线，没有当作表",
            f"{loose} lines of figures side by side have no rules and were not taken for a table",
        )
    turned = sum(len(line.glyphs) for line in page.others if not line.hidden)
    if turned:
        note(
            f"有 {turned} 个字是转过方向的，放在这一页最后",
            f"{turned} characters are turned; they stand at the end of the page",
        )
    if hidden and shown:
        note(
            f"有 {hidden} 个字看不见，放在这一页最后",
            f"{hidden} characters cannot be seen; they stand at the end of the page",
        )


def _beside(text: str) -> bool:
    """Whether a character that is not known stands beside a digit, and may be one."""
    return any(
        UNKNOWN in text[n : n + 2] and any(c.isdecimal() or c in ".," for c in text[n : n + 2])
        for n in range(len(text) - 1)
    )
