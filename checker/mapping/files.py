"""Which files a mapping reads, and one table of them opened: its headings bound to fields, every column accounted for."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean, unreadable
from checker.base.files import no_member
from checker.base.values import COUNT_WORDS, UNITS, other_measure
from checker.cases.vocabulary import Vocabulary
from checker.mapping.cells import (
    FIGURES,
    FOREIGN,
    Converter,
    folded,
    money_in,
    scale_named,
    unit_above,
    unit_in,
    units_named,
)
from checker.mapping.model import Amounts, Column, Mapping, TableMap
from checker.mapping.texts import DELIMITERS, LONGEST, NAMES, encoding_of, lines_of, records_of
from checker.mapping.workbook import Given, Workbook, letters_of
from checker.tables.folder import LEFT_BY_SYSTEMS

LOOKED_AT = 20
"""Rows in which headings are looked for, to say where they stand."""
_OTHERS = [
    (sign, kind)
    for kind, signs in (
        (
            Text("网页或 XML（有的系统导出时取名 .xls）", "a web page or XML (which some systems export as .xls)"),
            (b"<htm", b"<tabl", b"<!doc", b"<?xml", b"<head", b"<body", b"<meta"),
        ),
        (Text(" PDF", "a PDF"), (b"%pdf",)),
        (Text(" RTF", "RTF"), (b"{\\rtf",)),
    )
    for sign in signs
]
"""How files begin that are called tables and are none."""
SHOWN = 12
"""Names that a message lists."""


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


def files_of(mapping: Mapping, folder: Path) -> list[tuple[TableMap, Path]]:
    """Return which file each table of the mapping is read from; raises InputError for files that nobody mentions."""
    source = mapping.source
    problems: list[Problem] = []
    own = Path(source.file).resolve()
    inside = {
        str(path.relative_to(folder)).replace("\\", "/"): path
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }
    inside = {
        name: path
        for name, path in inside.items()
        if path.resolve() != own and path.name.lower() not in LEFT_BY_SYSTEMS and not path.name.startswith("~$")
    }
    used: set[str] = set()
    found: list[tuple[TableMap, Path]] = []
    for table in mapping.tables:
        names = [name for name in inside if _fits(name, table.file)]
        if not names:
            told = Text(f"{folder} 里没有文件“{table.file}”", f"there is no file {table.file!r} in {folder}")
            problems.append(Problem("no-file", source.place(table.node), told, did_you_mean(table.file, list(inside))))
        for name in names:
            used.add(name)
            wrong = no_member(inside[name])
            if wrong is not None:
                problems.append(wrong)
            found.append((table, inside[name]))
    for word, node in mapping.ignore:
        hits = [name for name in inside if _fits(name, word)]
        if not hits:
            told = Text(f"要忽略的文件“{word}”不在 {folder} 里", f"the file to ignore, {word!r}, is not in {folder}")
            problems.append(Problem("no-file", source.place(node), told, did_you_mean(word, list(inside))))
        for name in hits:
            if name in used:
                told = Text(f"“{name}”又要读，又要忽略", f"{name!r} is read and ignored")
                problems.append(Problem("ignore", source.place(node), told, Text("只留一处", "keep one of them")))
        used.update(hits)
    left = [name for name in inside if name not in used]
    for name in left[:SHOWN]:
        told = Text(
            "映射文件没有提到这个文件，它不会被读", "the mapping does not mention this file; it would not be read"
        )
        hint = Text(
            f"在映射文件里加上它的表，或写 忽略: [{name}]", f"add its table to the mapping, or ignore: [{name}]"
        )
        problems.append(Problem("file-not-mentioned", Place(str(inside[name])), told, hint))
    if len(left) > SHOWN:
        told = Text(f"另有 {len(left) - SHOWN} 个文件没有提到", f"{len(left) - SHOWN} more files are not mentioned")
        problems.append(Problem("file-not-mentioned", Place(str(folder)), told))
    if problems:
        raise InputError(problems)
    return found


def _fits(name: str, pattern: str) -> bool:
    return name == pattern or ("*" in pattern and fnmatch.fnmatchcase(name, pattern.replace("[", "[[]")))


def open_tables(mapping: Mapping, folder: Path, vocabulary: Vocabulary) -> list[Opened]:
    """Return every table of the mapping, opened; raises InputError with what is wrong with any of their headings."""
    problems: list[Problem] = []
    found: list[Opened] = []
    books: dict[Path, Workbook] = {}
    files = files_of(mapping, folder)
    for table, path in files:
        try:
            with path.open("rb") as file:
                start = file.read(8)
            other = next(
                (
                    kind
                    for sign, kind in _OTHERS
                    if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(sign)
                ),
                None,
            )
            if other is not None:
                told = Text(f"内容不是表格，是{other.zh}", f"holds no table but {other.en}")
                hint = Text(
                    "在表格软件里打开，另存为 .xlsx 或 CSV", "open it in a spreadsheet and save it as .xlsx or CSV"
                )
                raise InputError([Problem("workbook", Place(str(path)), told, hint)])
            if start.startswith(b"\xd0\xcf\x11\xe0"):
                told = Text(
                    "是旧版工作簿（.xls、.et），或加了密码", "is an old Excel workbook (.xls, .et), or has a password"
                )
                hint = Text("另存为 .xlsx，不加密码", "save it as .xlsx without a password")
                raise InputError([Problem("workbook", Place(str(path)), told, hint)])
            if start.startswith(b"PK\x03\x04"):
                if path not in books:
                    books[path] = Workbook(path)
                sheet = books[path].sheet(table.sheet)
                same = [t for t, p in files if p == path and books[path].sheet(t.sheet) == sheet]
                found.append(_opened(table, path, same, vocabulary, books[path]))
            else:
                if table.sheet:
                    told = Text("不是工作簿，没有工作表", "is no workbook and has no sheets")
                    raise InputError([Problem("workbook", Place(str(path)), told)])
                found.append(_opened(table, path, [t for t, p in files if p == path], vocabulary, None))
        except InputError as wrong:
            problems += wrong.problems
        except OSError as wrong:
            told = unreadable(wrong)
            problems.append(Problem("unreadable", Place(str(path)), told))
    problems += _sheets_left(mapping, books, files)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return found


def _sheets_left(mapping: Mapping, books: dict[Path, Workbook], files: list[tuple[TableMap, Path]]) -> list[Problem]:
    """Say which sheets nobody mentions."""
    problems = []
    for path, book in books.items():
        read = {t.sheet or book.sheets[0].name for t, p in files if p == path}
        ignored = {
            word.rpartition("/")[2]
            for word, _ in mapping.ignore_sheets
            if _fits(path.name, word.rpartition("/")[0])
            or str(path).replace("\\", "/").endswith("/" + word.rpartition("/")[0])
        }
        for sheet in book.sheets:
            if sheet.name not in read | ignored:
                hidden = Text("（隐藏的）", " (hidden)") if sheet.hidden else Text("", "")
                told = Text(
                    f"映射文件没有提到工作表“{sheet.name}”{hidden.zh}",
                    f"the mapping does not mention the sheet {sheet.name!r}{hidden.en}",
                )
                hint = Text(
                    f"加上它的表，或写 忽略工作表: [{path.name}/{sheet.name}]",
                    f"add its table, or ignore_sheets: [{path.name}/{sheet.name}]",
                )
                problems.append(Problem("sheet-not-mentioned", Place(str(path)), told, hint))
    return problems


def _opened(
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
    for row in _rows(path, table, encoding, delimiter, book):
        if row.number > max(table.header_row, LOOKED_AT):
            break
        first.append(row)
    heading = next((row for row in first if row.number == table.header_row), None)
    place = Place(str(path), table.header_row)
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
    binder = _Binder(table, headings, place, above)
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
        at for other in together for word in other.mentions() for at in _Binder(other, headings, place).places(word)
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


class _Binder:
    """Finds the headings of one table; problems are collected in `problems`."""

    def __init__(
        self, table: TableMap, headings: list[str], place: Place, above: Sequence[tuple[Text, str]] = ()
    ) -> None:
        self.table = table
        self.headings = headings
        self.place = place
        self.problems: list[Problem] = []
        self.above = above
        self.exact: dict[str, list[int]] = {}
        self.bare: dict[str, list[int]] = {}
        for at, heading in enumerate(headings):
            if heading.strip():
                self.exact.setdefault(folded(heading), []).append(at)
                self.bare.setdefault(unit_in(heading)[0], []).append(at)

    def places(self, word: str) -> list[int]:
        """Return the columns that a heading of the mapping may mean."""
        return self.exact.get(folded(word)) or self.bare.get(folded(word)) or []

    def find(self, word: str) -> int | None:
        """Return the column of a heading; none or several are problems."""
        found = self.places(word)
        if len(found) == 1:
            return found[0]
        if found:
            letters = "、".join(letters_of(at + 1) for at in found)
            told = Text(f"“{word}”有 {len(found)} 列（{letters}）", f"{word!r} heads {len(found)} columns ({letters})")
            self._problem("two-columns", told, Text("在原表里改名", "rename one of them in the table"))
            return None
        shown = [" ".join(each.split()) for each in self.headings if each.strip()]
        near = did_you_mean(word, shown)
        listed = "、".join(shown[:SHOWN]) + (" …" if len(shown) > SHOWN else "")
        hint = near or Text(
            f"这一行有：{listed}；表头在别的行的，写 表头行: 行号",
            f"the row has: {listed}; where the headings stand in another row, write header_row: NUMBER",
        )
        self._problem("no-heading", Text(f"没有表头“{word}”", f"there is no heading {word!r}"), hint)
        return None

    def left(self, mentioned: set[int]) -> None:
        """Say which columns nobody mentions."""
        for at, heading in enumerate(self.headings):
            if heading.strip() and at not in mentioned:
                shown = " ".join(heading.split())
                told = Text(
                    f"映射文件没有提到“{shown}”这一列（{letters_of(at + 1)}）",
                    f"the mapping does not mention the column {shown!r} ({letters_of(at + 1)})",
                )
                hint = Text(f"写它是哪个字段，或写 忽略: [{shown}]", f"say which field it is, or ignore: [{shown}]")
                self._problem("column-not-mentioned", told, hint)

    def amounts(self, heading: str, column: Column) -> Amounts:
        """Return the unit of a column: its own, that of its heading, that of the table."""
        unit, shown = unit_in(heading)[1], " ".join(heading.split())
        kind = column.field.type
        fits = {
            "money": unit in UNITS,
            "percent": unit == "%",
            "count": unit in COUNT_WORDS and not other_measure(unit, column.field.unit),
        }.get(kind, unit == column.field.unit)
        named = units_named(heading) if kind == "money" else [unit] if unit and fits else []
        if column.amounts.unit and named and column.amounts.unit not in named:
            told = Text(
                f"表头“{shown}”写的是{named[0]}，映射文件写的是{column.amounts.unit}",
                f"the heading {shown!r} says {named[0]}, the mapping {column.amounts.unit}",
            )
            self._problem(
                "unit",
                told,
                Text(
                    "改正映射文件；表头写错的，在原表里改",
                    "correct the mapping, or the heading in the table where that is wrong",
                ),
            )
        other = scale_named(heading) if kind in ("count", "number", "percent") else ""
        if other:
            told = Text(
                f"表头“{shown}”里的“{other}”像是别的单位，“{column.field.zh}”按{column.field.unit or ('%' if kind == 'percent' else '个')}读",
                f"{other!r} in the heading {shown!r} looks like another unit than that of {column.field.id}",
            )
            self._problem(
                "unit", told, Text("在原表里折算，改表头", "convert the figures in the table and rename the heading")
            )
        if unit and kind in ("money", "percent", "count") and not fits:
            told = Text(
                f"“{column.field.zh}”的表头写的单位是 {unit}",
                f"the heading of {column.field.id} says its unit is {unit}",
            )
            self._problem("unit", told, Text("看是不是对错了列", "see whether this is the right column"))
        if kind == "money":
            self._money(heading, column)
        own = column.amounts.unit or (unit if fits else "")
        if kind == "money" and not named:
            self._above(heading, column.amounts.unit or self.table.amounts.unit)
        shared = self.table.amounts if kind == "money" else Amounts()
        decimals = column.amounts.decimals
        if decimals is None and (not own or own == shared.unit):
            decimals = shared.decimals
        return Amounts(own or shared.unit, decimals)

    def _money(self, heading: str, column: Column) -> None:
        """Say that a heading names its money in a way that is not read, unless the mapping says the unit of its column."""
        left, foreign = money_in(heading)
        shown = " ".join(heading.split())
        if foreign:
            told = Text(
                f"表头“{shown}”写的是外币（{foreign}），这里只读人民币",
                f"the heading {shown!r} is of a foreign currency ({foreign}); amounts are read in yuan",
            )
            self._problem(
                "unit",
                told,
                Text("在原表里折成人民币，改表头", "convert the amounts to yuan in the table and rename the heading"),
            )
        elif left and not column.amounts.unit:
            told = Text(
                f"表头“{shown}”里的“{left}”可能是金额单位，看不准",
                f"{left!r} in the heading {shown!r} may be its unit of money",
            )
            self._problem(
                "unit",
                told,
                Text(
                    f"写明单位：{column.heading}: {{字段: {column.field.zh}, 单位: 万元}}",
                    f"say the unit: {column.heading}: {{field: {column.field.id}, unit: 万元}}",
                ),
            )

    def _above(self, heading: str, used: str) -> None:
        """Say that a row above the headings, or the name of the sheet or file, names another unit than *used* for a column."""
        for where, unit in self.above:
            if unit != used:
                told = Text(
                    f"{where.zh}写着单位是{unit}，“{heading.strip()}”却按{used or '没有单位'}读",
                    f"{where.en} says the unit is {unit}, and {heading.strip()!r} would be read in {used or 'none'}",
                )
                hint = Text(
                    "在原表里折成人民币"
                    if FOREIGN.search(unit)
                    else f"写 金额口径: {{单位: {unit}}}；这一列不是{unit}的，在表头写明，如 {heading.strip()}（{used or '元'}）",
                    "convert the amounts to yuan"
                    if FOREIGN.search(unit)
                    else f"write amounts: {{unit: {unit}}}; where the column is not in {unit}, say its unit in its heading, such as {heading.strip()}（{used or '元'}）",
                )
                self._problem("unit", told, hint)
                return

    def _problem(self, code: str, told: Text, hint: Text) -> None:
        self.problems.append(Problem(code, self.place, told, hint))
