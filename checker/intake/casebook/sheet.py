"""One sheet of the workbook of a case → its rows: headings found and held against the layout, nothing passed over unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.base.errors import CellLine, Text, suggest
from checker.base.width import clipped, visible
from checker.cases.totals import BLANKS, is_total
from checker.cases.vocabulary import Vocabulary
from checker.intake.casebook.cells import Cells
from checker.intake.casebook.layout import SAMPLE, WHOLE, Head, Layout, read_heading, samples, table_of
from checker.intake.casebook.log import Log
from checker.mapping.headings import folded
from checker.mapping.workbook import Given, Sheet, Span, Workbook, letters_of

FIRST = 30
"""Rows among which the headings are looked for."""
NAMING = ("id", "name", "payee")
"""Fields that say what a row is called."""
PARTS = ("明细项目", "专项", "item")
"""Kinds of lines that are no sums of others."""
Spot = tuple[CellLine, int]


class Row(NamedTuple):
    """One row with an entry: its number, its cells that hold anything by heading, and the notes on them."""

    number: int
    cells: dict[Head, tuple[Given, Spot]]
    comments: dict[Head, str]
    spot: Spot


class Grid:
    """One sheet as it is stored: its rows by number, its notes, what of it is hidden."""

    def __init__(self, book: Workbook, sheet: Sheet, log: Log) -> None:
        self.log, self.sheet = log, sheet
        self.rows: dict[int, list[Given]] = {}
        self.hidden_rows: set[int] = set()
        for number, cells, hidden in book.rows(sheet):
            if any(cell.text or cell.kind != "text" or cell.span for cell in cells):
                self.rows[number] = cells
                if hidden:
                    self.hidden_rows.add(number)
        self.hidden = book.hidden_columns(sheet)
        self.comments = book.comments(sheet)
        self.spans: set[Span] = set()

    def named(self, row: int, column: int) -> str:
        """Return the name of a cell; column counts from 1."""
        return f"{self.sheet.name}!{letters_of(column)}{row}"

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell without blanks around it."""
        cells = self.rows.get(row, [])
        return cells[column - 1].text.strip(BLANKS) if column <= len(cells) else ""

    def merged(self, given: Given, spot: Spot) -> bool:
        """Whether a cell is part of a merged range; the range is a problem, told once."""
        span = given.span
        if span is None:
            return False
        if span not in self.spans:
            self.spans.add(span)
            several = Text(
                "几行" if span.bottom > span.top else "几列", "rows" if span.bottom > span.top else "columns"
            )
            self.log.problem(
                "merged",
                spot,
                f"合并单元格（{span}）占了{several.zh}，看不出是哪一格的",
                f"is part of a merged cell ({span}) over several {several.en}: whose value it is is not plain",
                Text("拆开合并，每格写自己的", "unmerge it and write in every cell its own"),
            )
        return True

    def tell_rest(self, read: set[int], ours: set[tuple[int, int]], last: int) -> None:
        """Tell what stands above the headings beside what the form itself has there."""
        for number, cells in self.rows.items():
            if number >= last or number in read:
                continue
            for column, cell in enumerate(cells, 1):
                if (cell.text.strip(BLANKS) or cell.kind == "formula") and (number, column) not in ours:
                    self.log.tell(
                        "表头上面另写的没有读",
                        "what was written above the headings was not read",
                        f"{self.named(number, column)} {visible(clipped(cell.text, 30))}",
                    )


class SheetReader:
    """Reads the sheet of one entity."""

    def __init__(self, layout: Layout, grid: Grid, cells: Cells, wanted: list[dict[str, str]]) -> None:
        self.layout, self.grid, self.cells, self.log = layout, grid, cells, cells.log
        self.table = table_of(layout.heads)
        self.wanted = wanted
        """The rows that are never read, one a language."""
        self.columns: dict[int, Head] = {}
        self.head_row = 0
        self.whole: tuple[str, Spot] | None = None

    def read(self) -> list[Row]:
        """Return the entries of the sheet; what is wrong with its headings is noted."""
        grid, log = self.grid, self.log
        self.head_row = find_headings(grid, self.table)
        if not self.head_row:
            spot = log.at(grid.sheet.name, 1, 1)
            log.problem(
                "no-headings",
                spot,
                f"工作表“{grid.sheet.name}”找不到表头",
                f"the sheet {grid.sheet.name!r} has no row of headings",
                Text(
                    "从 checker new-case 新写的工作簿里把表头抄回来",
                    "copy them from a new workbook of checker new-case",
                ),
            )
            return []
        self._headings()
        ours = {(1, 1), (2, 1), (3, 1), (3, 3)}
        for number in range(1, self.head_row):
            if folded(grid.text(number, 1)) in {folded(name) for name in WHOLE}:
                spot = log.at(grid.sheet.name, number, 2, grid.text(number, 1), grid.text(number, 2))
                self.whole = grid.text(number, 2), spot
                ours |= {(number, 1), (number, 2), (number, 3)}
        grid.tell_rest(set(), ours, self.head_row)
        return list(self._rows())

    def _headings(self) -> None:
        grid, log, lang = self.grid, self.log, 0
        seen: dict[str, int] = {}
        for column, cell in enumerate(grid.rows[self.head_row], 1):
            text = cell.text.strip(BLANKS)
            if not text:
                continue
            spot = log.at(grid.sheet.name, self.head_row, column, "", text)
            head, unit = read_heading(text, self.table)
            if head is None:
                names = [
                    each.name("en" if text.isascii() else "zh")
                    for each in self.layout.heads
                    if each not in self.columns.values()
                ]
                near = suggest(text, names)
                hint = Text("您是不是想写：" + "、".join(near), "did you mean: " + ", ".join(near)) if near else None
                log.problem(
                    "unknown-heading",
                    spot,
                    f"{self.layout.zh}没有“{clipped(text, 40)}”这一栏",
                    f"{self.layout.en} has no column {clipped(text, 40)!r}",
                    hint
                    or Text(
                        "改回原来的表头；自己加的栏删去", "write the heading as it was; delete a column of your own"
                    ),
                )
                continue
            if head.zh in seen:
                log.problem(
                    "repeated-heading",
                    spot,
                    f"“{head.zh}”这一栏有两列（另一列是 {letters_of(seen[head.zh])}）",
                    f"there are two columns {head.en!r} (the other is {letters_of(seen[head.zh])})",
                    Text("只留一列", "keep one of them"),
                )
                continue
            seen[head.zh] = column
            self.columns[column] = head
            lang += not text.isascii()
            wanted = [folded(head.unit(self.cells.amounts, each)) for each in ("zh", "en")]
            if unit and f"({unit})" not in wanted:
                told = wanted[0].strip("()") or "没有单位"
                log.problem(
                    "unit",
                    spot,
                    f"表头写的单位是“{unit}”，这一栏的是“{told}”",
                    f"the heading names the unit {unit!r}, and this column has {wanted[1].strip('()') or 'none'!r}",
                    Text(
                        "改回原来的表头；金额换一种单位的，用 checker new-case --amounts 另写一份",
                        "write the heading as it was; for another unit of amounts begin another workbook with --amounts",
                    ),
                )
        known = set(self.columns.values())
        spot = log.at(grid.sheet.name, self.head_row, 1)
        gone = [head for head in self.layout.heads if head not in known]
        for head in gone:
            if head.required:
                log.problem(
                    "no-column",
                    spot,
                    f"“{head.zh}”这一栏没有了，它是必填的",
                    f"the column {head.en!r} is gone, and it is required",
                    Text("把这一栏加回来", "put it back"),
                )
        rest = [head for head in gone if not head.required and head.kind != "mark"]
        if rest:
            some = "、".join(head.zh for head in rest[:6]) + ("等" if len(rest) > 6 else "")
            some_en = ", ".join(head.en for head in rest[:6]) + (" …" if len(rest) > 6 else "")
            log.tell(
                f"{grid.sheet.name}少了 {len(rest)} 栏，按没有列示读（{some}）",
                f"{grid.sheet.name} lacks {len(rest)} columns, which were read as not given ({some_en})",
                "",
            )
        hidden = [column for column in self.columns if column in grid.hidden]
        for column in hidden:
            if any(grid.text(number, column) for number in grid.rows if number > self.head_row):
                log.tell(
                    "隐藏的列也读了", "hidden columns were read as well", f"{grid.sheet.name}!{letters_of(column)}"
                )

    def _rows(self) -> Iterator[Row]:
        grid, log = self.grid, self.log
        for number in sorted(grid.rows):
            if number <= self.head_row:
                continue
            cells = grid.rows[number]
            if self._other_headings(number, cells) or self._sample(number, cells):
                continue
            found: dict[Head, tuple[Given, Spot]] = {}
            comments: dict[Head, str] = {}
            broken = False
            for column, given in enumerate(cells, 1):
                head = self.columns.get(column)
                filled = bool(given.text.strip(BLANKS)) or given.kind not in ("text",)
                if not filled and given.span is None:
                    continue
                spot = log.at(grid.sheet.name, number, column, head.zh if head else "", given.text)
                if grid.merged(given, spot):
                    broken = True
                elif head is None:
                    heading = grid.text(self.head_row, column)
                    if not heading:
                        log.problem(
                            "no-heading",
                            spot,
                            f"“{visible(clipped(given.text, 40))}”写在没有表头的列里",
                            f"{visible(clipped(given.text, 40))!r} stands in a column without a heading",
                            Text("移到它的栏里，或删去", "move it into its column, or delete it"),
                        )
                    broken = broken or not heading
                else:
                    found[head] = given, spot
                    comment = grid.comments.pop((number, column), "")
                    if comment:
                        comments[head] = comment
            if not found:
                continue
            if number in grid.hidden_rows:
                log.tell("隐藏的行也读了", "hidden rows were read as well", f"{grid.sheet.name}!{number}")
            first = next(
                (spot for head, (_, spot) in found.items() if head.kind == "field"), next(iter(found.values()))[1]
            )
            self._total(found)
            yield Row(number, found, comments, first)
        for (number, column), comment in grid.comments.items():
            self.cells.tell_comment(comment, grid.named(number, column))

    def _total(self, found: Mapping[Head, tuple[Given, Spot]]) -> None:
        """Say of a row that it is called a total and was read as an entry of its own: its sum would count twice."""
        named = {head.field.id: (given.text.strip(BLANKS), spot) for head, (given, spot) in found.items() if head.field}
        if "kind" in named and named["kind"][0] not in PARTS:
            return
        for text, spot in (named[each] for each in NAMING if each in named):
            if is_total(text, False):
                self.log.tell(
                    "像是合计行，当作一条明细读了，金额会重复计算；是合计的，删去这一行",
                    "looks like a total and was read as an entry of its own, so that its sum counts twice; delete the row if it is one",
                    f"{spot[0].cell} {visible(text)}",
                )
                return

    def _other_headings(self, number: int, cells: list[Given]) -> bool:
        heads = [cell.text.strip(BLANKS) for cell in cells if cell.kind == "text" and cell.text.strip(BLANKS)]
        known = [text for text in heads if read_heading(text, self.table)[0] is not None]
        if len(known) < 3 or 2 * len(known) < len(heads):
            return False
        spot = self.log.at(self.grid.sheet.name, number, 1, "", "，".join(heads[:4]))
        self.log.problem(
            "two-headings",
            spot,
            f"第 {self.head_row} 行是表头，这一行又是一行表头",
            f"row {self.head_row} holds the headings, and this row holds headings again",
            Text("只留一行表头；两张表合成一张", "keep one row of headings; make one table of the two"),
        )
        return True

    def _sample(self, number: int, cells: list[Given]) -> bool:
        """Whether a row is the one that is never read; one that was edited, or looks like it, is a problem."""
        grid, log = self.grid, self.log
        texts = {head: grid.text(number, column) for column, head in self.columns.items() if column <= len(cells)}
        mark = next((text for head, text in texts.items() if head.kind == "mark"), "")
        filled = {head: text for head, text in texts.items() if text and head.kind != "mark"}
        same = [
            sample
            for sample in self.wanted
            if all(sample.get(h.zh, sample.get(h.en)) == text for h, text in filled.items())
        ]
        if mark in SAMPLE:
            for column in range(1, len(cells) + 1):
                grid.comments.pop((number, column), None)
            other = [
                cell for column, cell in enumerate(cells, 1) if cell.text.strip(BLANKS) and column not in self.columns
            ]
            if not same or other:
                wrong = next(
                    (
                        c
                        for c, head in self.columns.items()
                        if head in filled and all(s.get(head.zh, s.get(head.en)) != filled[head] for s in self.wanted)
                    ),
                    1,
                )
                spot = log.at(
                    grid.sheet.name,
                    number,
                    wrong,
                    self.columns[wrong].zh if wrong in self.columns else "",
                    grid.text(number, wrong),
                )
                log.problem(
                    "sample",
                    spot,
                    "示例行里写了别的内容，而示例行是不读的",
                    "the sample row holds something else, and it is never read",
                    Text(
                        "把内容移到下面的行；示例行改回原样，或整行删去",
                        "move it to a row below; put the sample back as it was, or delete the row",
                    ),
                )
            return True
        if mark:
            column = next(c for c, head in self.columns.items() if head.kind == "mark")
            spot = log.at(grid.sheet.name, number, column, "", mark)
            log.problem(
                "mark",
                spot,
                f"第一列只有示例行写“{SAMPLE.zh}”，这里写了“{visible(clipped(mark, 40))}”",
                f"only the sample row has a word in the first column, here stands {visible(clipped(mark, 40))!r}",
                Text("删去；内容写在右边的栏里", "delete it; what is filled in goes into the columns at the right"),
            )
        elif same and len(filled) > 3:
            spot = log.at(grid.sheet.name, number, 2, "", grid.text(number, 2))
            log.problem(
                "sample",
                spot,
                "这一行和示例一样，第一列却没有写“示例”",
                "this row is the sample, and its first column does not say so",
                Text("整行删去", "delete the row"),
            )
            return True
        return False


def find_headings(grid: Grid, table: dict[str, Head]) -> int:
    """Return the number of the row that holds the headings, 0 for none: of the first rows the one with the most."""
    best, most = 0, 1
    for number in sorted(grid.rows):
        if number > FIRST:
            break
        many = sum(
            1
            for cell in grid.rows[number]
            if cell.kind == "text" and cell.text.strip(BLANKS) and read_heading(cell.text, table)[0] is not None
        )
        if many > most:
            best, most = number, many
    return best


def wanted_samples(layout: Layout, vocabulary: Vocabulary) -> list[dict[str, str]]:
    """Return the rows that are never read, in both languages."""
    return [samples(vocabulary, layout, lang) for lang in ("zh", "en")]
