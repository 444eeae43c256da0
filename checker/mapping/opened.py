"""One table opened: how it is written, where its headings stand, its rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.cases.vocabulary import Vocabulary
from checker.mapping.binding import Binder
from checker.mapping.cells import Converter
from checker.mapping.headings import folded, unit_above, unit_in, units_named
from checker.mapping.model import TableMap
from checker.mapping.refusals import FIGURES
from checker.mapping.texts import DELIMITERS, LONGEST, NAMES, encoding_of, lines_of, records_of
from checker.mapping.workbook import Given, Workbook, letters_of

LOOKED_AT = 20
"""Rows in which headings are looked for, to say where they stand."""


SHOWN = 5
"""Cells that a note names."""


class Row(NamedTuple):
    """One row of a table: its number, its cells, what is wrong with it as a whole, whether the workbook hides it."""

    number: int
    cells: list[str] | list[Given]
    fault: Text | None = None
    hidden: bool = False


class Opened(NamedTuple):
    """A table ready to be read: its columns as (number from 0, converter), and how it was found to be written."""

    table: TableMap
    path: Path
    name: str
    columns: list[tuple[int, Converter]]
    headings: list[str]
    skips: list[tuple[int, frozenset[str]]]
    keeps: dict[int, frozenset[str]]
    fills: list[int]
    bare: list[int]
    form: Text
    delimiter: str
    encoding: str
    book: Workbook | None

    def rows(self) -> Iterator[Row]:
        """Yield every row behind the headings."""
        first = self.table.header_row
        for row in _rows(self.path, self.table, self.encoding, self.delimiter, self.book):
            if row.number > first:
                yield row

    def beside(self) -> Iterator[Text]:
        """Yield what a workbook has beside what its cells show: columns that it hides and that are read, notes that are not."""
        if self.book is None:
            return
        sheet = self.book.sheet(self.table.sheet)
        hidden = self.book.hidden_columns(sheet)
        read = [self.column(number) for number, _ in self.columns if number + 1 in hidden]
        if read:
            yield Text(
                f"{self.name}：读了隐藏的列：{'、'.join(read)}",
                f"{self.name}: hidden columns were read: {', '.join(read)}",
            )
        noted = self.book.comments(sheet)
        if noted:
            cells = [f"{letters_of(column)}{row}" for row, column in sorted(noted)]
            shown, more = ", ".join(cells[:SHOWN]), " …" if len(cells) > SHOWN else ""
            yield Text(
                f"{self.name}：{len(cells)} 处批注没有读（{shown.replace(', ', '、')}{more}）",
                f"{self.name}: {len(cells)} notes on cells were not read ({shown}{more})",
            )

    def column(self, number: int) -> str:
        """Return how column *number* (from 0) is called."""
        named = number < len(self.headings) and self.headings[number].strip()
        return " ".join(self.headings[number].split()) if named else letters_of(number + 1)


def _rows(path: Path, table: TableMap, encoding: str, delimiter: str, book: Workbook | None) -> Iterator[Row]:
    if book is not None:
        for number, cells, hidden in book.rows(book.sheet(table.sheet)):
            yield Row(number, cells, None, hidden)
        return
    for record in records_of(lines_of(path, encoding), delimiter):
        yield Row(*record)


def opened(
    table: TableMap, path: Path, together: list[TableMap], vocabulary: Vocabulary, book: Workbook | None
) -> Opened:
    """Bind the headings of one table; raises InputError with all that is wrong with them."""
    if book is not None:
        sheet = book.sheet(table.sheet)
        name = path.name + (f"/{sheet.name}" if len(book.sheets) > 1 else "")
        form, encoding, delimiter = Text(f"Excel 工作表“{sheet.name}”", f"Excel sheet {sheet.name!r}"), "", ""
    else:
        name, encoding = path.name, encoding_of(path, table.encoding)
        delimiter = table.delimiter or _delimiter(path, table, encoding)
        form = Text(
            f"{NAMES[encoding].zh}，{DELIMITERS[delimiter].zh}分隔",
            f"{NAMES[encoding].en}, parted by {DELIMITERS[delimiter].en}",
        )
    first: list[Row] = []
    beyond = False
    for row in _rows(path, table, encoding, delimiter, book):
        beyond = row.number > max(table.header_row, LOOKED_AT)
        if beyond:
            break
        first.append(row)
    heading = next((row for row in first if row.number == table.header_row), None)
    place = Place(str(path), table.header_row)
    if not first and not beyond:
        raise InputError([_empty(path, "" if book is None else sheet.name)])
    if heading is None or heading.fault is not None or not any(map(_text, heading.cells)):
        _misread(table, path, encoding, 0)
        why = heading.fault if heading is not None and heading.fault is not None else Text("", "")
        told = Text(
            f"第 {table.header_row} 行没有表头{'：' * bool(why.zh)}{why.zh}",
            f"row {table.header_row} holds no headings{': ' * bool(why.en)}{why.en}",
        )
        other = next((row.number for row in first if _heads(row, table)), 0)
        hint = Text(f"表头在第 {other} 行：写 表头行: {other}", f"they stand in row {other}: write header_row: {other}")
        raise InputError(
            [
                Problem(
                    "no-heading",
                    place,
                    told,
                    hint
                    if other
                    else Text(
                        "写 表头行: 行号（按行数，格里换行的也算）",
                        "write header_row: NUMBER (of lines: a line break within a cell counts)",
                    ),
                )
            ]
        )
    cells: list[str | Given] = list(heading.cells)
    headings = [_text(cell) or _text(_anchor(first, cell, at)) for at, cell in enumerate(cells, 1)]
    while headings and not headings[-1].strip():
        headings.pop()
    above = [
        (Text(f"第 {row.number} 行", f"row {row.number}"), unit)
        for row in first
        if row.number < table.header_row
        and (
            unit := unit_above(
                [
                    _text(cell)
                    for cell in row.cells
                    if isinstance(cell, str) or cell.span is None or cell.span.bottom < table.header_row
                ]
            )
        )
    ]
    titles = [(Text("文件名", "the name of the file"), path.name.partition(".")[0])]
    titles += (
        [(Text(f"工作表名“{sheet.name}”", f"the name of the sheet {sheet.name!r}"), sheet.name)]
        if book is not None
        else []
    )
    above += [
        (where, unit)
        for where, title in titles
        if (unit := unit_above([title]) or next((u for u in units_named(title) if u != "元"), ""))
    ]
    binder = Binder(table, headings, place, above)
    columns = [(at, column) for column in table.columns if (at := binder.find(column.heading)) is not None]
    skips = [
        (at, frozenset("".join(w.split()) for w in words))
        for word, words in (table.skip_rows or {}).items()
        if (at := binder.find(word)) is not None
    ]
    keeps = {
        at: frozenset("".join(w.split()) for w in words)
        for word, words in table.keep_rows.items()
        if (at := binder.find(word)) is not None
    }
    fills = [at for word in table.fill_down if (at := binder.find(word)) is not None]
    for column in (
        column for at, column in columns if at in fills and column.field.type in FIGURES and column.field.type != "year"
    ):
        told = Text(
            f"“{column.heading}”是数，不能向下填充：同一个数会算好几次",
            f"{column.heading!r} holds figures, which cannot be filled down: one figure would count several times",
        )
        binder.problems.append(
            Problem(
                "fill-down",
                place,
                told,
                Text("拆开合并，每格写自己的数", "unmerge its cells and write in every one its own figure"),
            )
        )
    for word, _ in table.ignore:
        binder.find(word)
    mentioned = {
        at for other in together for word in other.mentions() for at in Binder(other, headings, place).places(word)
    }
    binder.left(mentioned)
    converters = []
    for at, column in columns:
        amounts = binder.amounts(headings[at], column)
        converters.append((at, Converter(table, column, amounts, vocabulary)))
    if binder.problems:
        names = {folded(each) for each in headings}
        here = len(names & {folded(column.heading) for column in table.columns})
        if not here:
            _misread(table, path, encoding, len([column for column in table.columns if binder.places(column.heading)]))
        for row in first:
            if row.number != table.header_row and not here and _heads(row, table):
                told = Text(f"表头在第 {row.number} 行", f"the headings stand in row {row.number}")
                hint = Text(f"写 表头行: {row.number}", f"write header_row: {row.number}")
                raise InputError([Problem("header-row", place, told, hint)])
        raise InputError(binder.problems)
    bare = [at for at, each in enumerate(headings) if not each.strip()]
    return Opened(table, path, name, converters, headings, skips, keeps, fills, bare, form, delimiter, encoding, book)


def _empty(path: Path, sheet: str) -> Problem:
    """Return what to say of a file, or of a sheet of a workbook, that holds nothing."""
    told = Text("文件里什么也没有", "the file is empty")
    if sheet:
        told = Text(f"工作表“{sheet}”里什么也没有", f"the sheet {sheet!r} is empty")
    hint = Text(
        "换成有内容的；这一年没有这张表的，在映射文件里删去它的表，写上忽略",
        "put in the one that holds the table; where there is none this year, take its table out of the mapping file and ignore it",
    )
    return Problem("empty", Place(str(path)), told, hint)


def _heads(row: Row, table: TableMap) -> bool:
    """Whether a row holds every heading of a mapping that names several."""
    there = {folded(_text(cell)) for cell in row.cells} | {unit_in(_text(cell))[0] for cell in row.cells}
    return len(table.columns) > 1 and all(folded(column.heading) in there for column in table.columns)


def _misread(table: TableMap, path: Path, encoding: str, hits: int) -> None:
    """Raise InputError where a file of text has more of the wanted headings in another encoding than the *hits* found."""
    wanted = [folded(column.heading) for column in table.columns if not column.heading.isascii()]
    for other in ("utf-8-sig", "gb18030", "utf-16-le", "utf-16-be", "big5") if encoding and wanted else ():
        try:
            head = (
                "".join(folded(line) for line in islice(lines_of(path, other), LOOKED_AT)) if other != encoding else ""
            )
        except InputError:
            continue
        there = [word for word in wanted if word in head]
        if len(there) > max(hits, len(wanted) // 2):
            word = {"utf-8-sig": "utf-8", "gb18030": "gbk"}.get(other, other)
            told = Text(
                f"按 {NAMES[encoding].zh} 读不出“{there[0]}”等表头，按 {NAMES[other].zh} 读得出",
                f"read as {NAMES[encoding].en} there is no heading {there[0]!r}, as {NAMES[other].en} there is",
            )
            raise InputError(
                [
                    Problem(
                        "encoding",
                        Place(str(path), table.header_row),
                        told,
                        Text(f"写 编码: {word}", f"write encoding: {word}"),
                    )
                ]
            )


def _anchor(rows: list[Row], cell: str | Given, at: int) -> str | Given:
    """Return the first cell of the merged range of *cell*, which may begin above it, in its column *at*; else an empty one."""
    if isinstance(cell, str) or cell.span is None or cell.span.left != at:
        return ""
    return next((row.cells[cell.span.left - 1] for row in rows if row.number == cell.span.top), "")


def _text(cell: str | Given) -> str:
    return (cell if isinstance(cell, str) else cell.text).lstrip("\ufeff")


def _delimiter(path: Path, table: TableMap, encoding: str) -> str:
    """Return what parts the cells of the headings: that with which most of those that the mapping names are found."""
    lines = list(islice(lines_of(path, encoding), table.header_row + LONGEST))
    wanted = {folded(word) for word in table.mentions()}
    best, most = ",", (0, 0)
    for delimiter in DELIMITERS:
        record = next((each for each in records_of(iter(lines), delimiter) if each.row >= table.header_row), None)
        cells = record.cells if record is not None and record.fault is None else []
        names = {folded(cell) for cell in cells} | {unit_in(cell)[0] for cell in cells}
        score = (len(wanted & names), len(cells))
        if score > most:
            best, most = delimiter, score
    return best
