"""Excel workbooks (.xlsx) as they are stored: every number as the digits in the file, with how its format shows it.

Read from the parts of the archive: a library that turns numbers into floats, formulas without a kept result into empty
cells and merged cells into blanks would lose what has to be told.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import IO, NamedTuple, cast
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, iterparse

from checker.base.archive import bomb
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.mapping.number_formats import Shown, shown_by

MOST = 4 * 1024**3
"""Bytes that a workbook may unpack to."""
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    LookupError,
    OSError,
    EOFError,
    ValueError,
    ArithmeticError,
    RuntimeError,
)
"""What reading a damaged archive raises, by which byte was hit."""
MEND = Text("打开后另存为 .xlsx；打不开的，重新要一份", "open it and save it as .xlsx, or ask for it anew")
TALL = 1000
"""Rows beyond which a merged range is looked for in every row, and not kept by its rows."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_PLACE = re.compile("([A-Za-z]{1,3})([0-9]{1,7})")
ASIDE = frozenset(
    (
        "col",
        "sheetView",
        "sheetFormatPr",
        "oddHeader",
        "oddFooter",
        "evenHeader",
        "evenFooter",
        "firstHeader",
        "firstFooter",
    )
)
"""What of a sheet stands beside its rows and says how it is shown."""
WIDEST = 16_384
"""Columns that a sheet may have."""
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class Span(NamedTuple):
    """A merged range of a sheet; rows and columns count from 1."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{self.sheet}!{letters_of(self.left)}{self.top}:{letters_of(self.right)}{self.bottom}"


class Given(NamedTuple):
    """One cell: its text or digits, what it is (text, number, bool, date, error, formula), and how it is shown.

    `span` is the merged range that it belongs to, whose value stands in the first cell; `doubt` is why its value may not
    hold: struck out (struck), digits that are raised, lowered or struck out (marked), a result that nobody computed (stale).
    """

    text: str
    kind: str = "text"
    shown: Shown = Shown()
    span: Span | None = None
    doubt: str = ""


class Sheet(NamedTuple):
    """One sheet of a workbook: its name, its part of the archive, whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Workbook:
    """An open workbook, of the file at *path* or of *data* that is called so; raises InputError for what is none.

    `codes` are the number formats of its styles: each its number, and its code where the workbook defines it ("" for a built-in one).
    """

    def __init__(self, path: Path, data: bytes | None = None, most: int = MOST) -> None:
        self.path = path
        self.late = self.uncomputed = False
        self.marked: set[int] = set()
        """The shared texts of which digits are raised, lowered or struck out."""
        self.struck: set[int] = set()
        """The styles of cells that are struck out."""
        self.others: list[str] = []
        """Sheets of charts, macros and dialogues, which hold no cells."""
        try:
            self.archive = zipfile.ZipFile(path if data is None else io.BytesIO(data))
            if bomb(self.archive.infolist(), path.stat().st_size if data is None else len(data), most):
                raise self.refuse("解开后大得不合情理", "unpacks to more than is reasonable")
            self.parts = {_plain(each.filename): each for each in self.archive.infolist()}
            if {"content.xml", "xl/workbook.bin", "word/document.xml"} & self.parts.keys():
                raise self.refuse(
                    "不是 .xlsx（是 .ods、.xlsb 或 Word 文档）",
                    "is no .xlsx but .ods, .xlsb or a Word document",
                    Text("另存为 .xlsx", "save it as .xlsx"),
                )
            self.sheets = self._sheets()
            self.texts = self._texts()
            self.formats = self._formats()
        except (*DAMAGE, StopIteration):
            raise self.refuse(
                "不是能读的 Excel 工作簿（.xlsx），或已损坏",
                "is no Excel workbook (.xlsx) that can be read, or is damaged",
            ) from None

    def refuse(self, zh: str, en: str, hint: Text = MEND) -> InputError:
        """Return what to say of the workbook."""
        return InputError([Problem("workbook", Place(str(self.path)), Text(zh, en), hint)])

    def sheet(self, name: str) -> Sheet:
        """Return the sheet of this name, or the only one; raises InputError."""
        found = [each for each in self.sheets if each.name == name or (not name and len(self.sheets) == 1)]
        if found:
            return found[0]
        listed = "、".join(each.name for each in self.sheets)
        if name:
            hint = did_you_mean(name, [each.name for each in self.sheets]) or Text(
                f"有：{listed}", f"there are: {listed}"
            )
            raise self.refuse(f"没有工作表“{name}”", f"there is no sheet {name!r}", hint)
        raise self.refuse(
            f"有 {len(self.sheets)} 个工作表：{listed}",
            f"has {len(self.sheets)} sheets: {listed}",
            Text("写上 工作表: 名称", "say which: sheet: NAME"),
        )

    def open(self, part: str) -> IO[bytes]:
        """Open a part; raises what `DAMAGE` names, and ValueError for a part that declares a document type (entities)."""
        file = cast(zipfile.ZipExtFile, self.archive.open(self.parts[_plain(part)]))
        if b"<!DOCTYPE" in file.peek(4096).replace(b"\0", b""):
            raise ValueError("a document type")
        return cast(IO[bytes], file)

    def _sheets(self) -> list[Sheet]:
        main = next(target for kind, target in self.relations("").values() if kind.endswith("/officeDocument"))
        known = self.relations(main)
        found = []
        with self.open(main) as file:
            for _, node in iterparse(file):
                tag = tag_of(node)
                if tag == "sheet":
                    ident = next(value for key, value in node.attrib.items() if key.endswith("}id"))
                    kind, part = known[ident]
                    if kind.endswith("/worksheet"):
                        found.append(Sheet(node.get("name", ""), part, node.get("state", "visible") != "visible"))
                    else:
                        self.others.append(node.get("name", ""))
                elif tag == "workbookPr":
                    self.late = node.get("date1904") in ("1", "true")
                elif tag == "calcPr":
                    self.uncomputed = node.get("fullCalcOnLoad") in ("1", "true")
        self.main = main
        return found

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part ("" for the whole) refers to within the archive, by ident: the type and the part."""
        folder, _, name = part.rpartition("/")
        path = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        found = {}
        with self.open(path) as file:
            for _, node in iterparse(file):
                if tag_of(node) == "Relationship" and node.get("TargetMode") != "External":
                    target = unquote(node.get("Target", "")).replace("\\", "/")
                    steps: list[str] = [] if target.startswith("/") or not folder else folder.split("/")
                    for step in target.lstrip("/").split("/"):
                        steps = steps[:-1] if step == ".." else steps if step == "." else [*steps, step]
                    found[node.get("Id", "")] = (node.get("Type", ""), "/".join(steps))
        return found

    def _part(self, kind: str) -> str:
        return next(
            (
                part
                for told, part in self.relations(self.main).values()
                if told.endswith(kind) and _plain(part) in self.parts
            ),
            "",
        )

    def _texts(self) -> list[str]:
        part = self._part("/sharedStrings")
        found: list[str] = []
        if part:
            with self.open(part) as file:
                for _, node in iterparse(file):
                    if tag_of(node) == "si":
                        if marked(node):
                            self.marked.add(len(found))
                        found.append(text_of(node))
                        node.clear()
        return found

    def _formats(self) -> list[Shown]:
        part = self._part("/styles")
        own: dict[int, str] = {}
        used: list[int] = []
        fonts: set[int] = set()
        if part:
            with self.open(part) as file:
                for _, node in iterparse(file):
                    if tag_of(node) == "numFmt":
                        own[int(node.get("numFmtId", "0"))] = node.get("formatCode", "")
                    elif tag_of(node) == "fonts":
                        fonts = {number for number, each in enumerate(node) if _drawn(each, "strike")}
                    elif tag_of(node) == "cellXfs":
                        used = [int(each.get("numFmtId", "0")) for each in node]
                        own_fonts = enumerate(int(each.get("fontId") or 0) for each in node)
                        self.struck = {number for number, font in own_fonts if font in fonts}
        self.codes = [(number, own.get(number, "")) for number in used] or [(0, "")]
        return [shown_by(number, own) for number in used] or [Shown()]

    def merged(self, sheet: Sheet) -> list[Span]:
        """Return the merged ranges of a sheet."""
        found: dict[Span, None] = {}
        with self.open(sheet.part) as file:
            rest = b""
            while block := file.read(1 << 20):
                block = rest + block
                for first, top, last, bottom in _MERGED.findall(block):
                    found[
                        Span(sheet.name, int(top), column_of(first.decode()), int(bottom), column_of(last.decode()))
                    ] = None
                cut = block.rfind(b"<")
                rest = block[cut:] if cut >= 0 and len(block) - cut < 1 << 12 else b""
        return list(found)

    def hidden_columns(self, sheet: Sheet) -> set[int]:
        """Return the columns of a sheet that are hidden, counted from 1."""
        found: set[int] = set()
        with self.open(sheet.part) as file:
            for _, node in iterparse(file, ("start",)):
                tag = tag_of(node)
                if tag == "sheetData":
                    break
                if tag == "col" and node.get("hidden") in ("1", "true"):
                    found.update(range(int(node.get("min", "1")), min(WIDEST, int(node.get("max", "1"))) + 1))
        return found

    def comments(self, sheet: Sheet) -> dict[tuple[int, int], str]:
        """Return what people noted on cells of a sheet, by row and column; what answers another note as well."""
        found: dict[tuple[int, int], str] = {}
        try:
            parts = [part for kind, part in self.relations(sheet.part).values() if kind.endswith("/comments")]
        except KeyError:
            return {}  # a sheet without relations has none
        for part in parts:
            with self.open(part) as file:
                for _, node in iterparse(file):
                    place = _PLACE.fullmatch(node.get("ref", "")) if tag_of(node) == "comment" else None
                    if place is not None:
                        runs = [each for each in node.iter() if tag_of(each) == "t"]
                        found[int(place[2]), column_of(place[1].upper())] = unescaped(
                            "".join(t.text or "" for t in runs)
                        )
        return found

    def rows(self, sheet: Sheet) -> Iterator[tuple[int, list[Given], bool]]:
        """Yield each row that holds anything: its number, its cells, whether it is hidden; raises InputError for a damaged part."""
        number = 0
        try:
            low: dict[int, list[Span]] = {}
            high: list[Span] = []
            for span in self.merged(sheet):
                if span.bottom - span.top > TALL:
                    high.append(span)
                else:
                    for row in range(span.top, span.bottom + 1):
                        low.setdefault(row, []).append(span)
            for number, held, hidden in self.stored(sheet):
                cells: list[Given] = []
                for at, node in held:
                    cells += [Given("")] * (at - len(cells) - 1)
                    cells.append(self._cell(node))
                for span in (*low.get(number, ()), *(span for span in high if span.top <= number <= span.bottom)):
                    cells += [Given("")] * (span.right - len(cells))
                    for at in range(span.left - 1, span.right):
                        cells[at] = cells[at]._replace(span=span)
                yield number, cells, hidden
        except DAMAGE:
            raise self.refuse(
                f"工作表“{sheet.name}”在第 {number + 1} 行附近损坏",
                f"the sheet {sheet.name!r} is damaged near row {number + 1}",
            ) from None

    def stored(
        self, sheet: Sheet, aside: list[Element] | None = None
    ) -> Iterator[tuple[int, list[tuple[int, Element]], bool]]:
        """Yield each row of a sheet as it is stored: its number, its cells by column, whether it is hidden; raises `DAMAGE`.

        What stands beside the rows (columns, views, headers) is added to *aside*.
        """
        number = 0
        with self.open(sheet.part) as file:
            holder: Element | None = None
            for event, node in iterparse(file, ("start", "end")):
                if event == "start":
                    holder = node if holder is None and tag_of(node) == "sheetData" else holder
                    continue
                tag = tag_of(node)
                if tag != "row":
                    if aside is not None and tag in ASIDE:
                        aside.append(node)
                    continue
                places = [_PLACE.fullmatch(cell.get("r") or "") for cell in node]
                told = {int(place[2]) for place in places if place} | (
                    {int(node.get("r") or 0)} if node.get("r") else set()
                )
                if len(told) > 1 or (told and min(told) <= number):
                    raise ValueError("rows out of their order")
                cells: list[tuple[int, Element]] = []
                last = 0
                for cell, place in zip(node, places, strict=True):
                    at = column_of(place[1].upper()) if place else last + 1
                    if not last < at <= WIDEST:
                        raise ValueError("cells out of their order")
                    cells.append((at, cell))
                    last = at
                number = told.pop() if told else number + 1
                yield number, cells, node.get("hidden") in ("1", "true") or node.get("ht") == "0"
                if holder is not None:
                    holder.clear()

    def _cell(self, node: Element) -> Given:
        kind, style = node.get("t", "n"), int(node.get("s") or 0)
        value = formula = None
        doubt = "struck" if style in self.struck else ""
        for each in node:
            tag = tag_of(each)
            if tag == "v":
                value = each.text or ""
            elif tag == "f":
                formula = True
                doubt = "stale" if self.uncomputed else doubt
            elif tag == "is":
                value = text_of(each)
                doubt = "marked" if marked(each) else doubt
        if value is None or (value == "" and kind == "n" and formula):
            return Given("", "formula") if formula else Given("")
        if kind == "s":
            return Given(self.texts[int(value)], doubt="marked" if int(value) in self.marked else doubt)
        if kind == "b":
            return Given("是" if value.strip() in ("1", "true") else "否", "bool", doubt=doubt)
        if kind in ("str", "inlineStr"):
            return Given(unescaped(value), doubt=doubt)
        if kind == "e":
            return Given(value, "error")
        if kind == "d":
            return Given(value[:10], "date", Shown(date=True), doubt=doubt)
        if not value.strip():
            return Given("")
        shown = self.formats[style]
        if not shown.date:
            return Given(value.strip(), "number", shown, doubt=doubt)
        return Given(self.day(Decimal(value.strip())), "date", shown, doubt=doubt)

    def day(self, serial: Decimal) -> str:
        """Return the day that a serial number stands for; an empty text for none."""
        days = int(serial)
        if self.late:
            return (date(1904, 1, 1) + timedelta(days)).isoformat() if 0 <= days < 2_950_000 else ""
        if days in (0, 60) or not 0 < days < 2_950_000:
            return ""  # 29 February 1900, which only spreadsheets know
        return (date(1899, 12, 30 if days > 60 else 31) + timedelta(days)).isoformat()


def _plain(part: str) -> str:
    """Return the name of a part as it is looked up: programs differ in case, strokes and a leading one."""
    return part.replace("\\", "/").lstrip("/").lower()


def tag_of(node: Element) -> str:
    """Return the name of an element without its namespace: strict and common workbooks differ in that only."""
    return node.tag.rpartition("}")[2]


def marked(node: Element) -> bool:
    """Whether digits of a text of runs are raised, lowered or struck out: a mark of a footnote, a figure that holds no more."""
    return any(
        _drawn(look, "strike", "vertAlign")
        and any(tag_of(t) == "t" and any(map(str.isdigit, t.text or "")) for t in run)
        for run in node
        if tag_of(run) == "r"
        for look in run
        if tag_of(look) == "rPr"
    )


def _drawn(look: Element, *names: str) -> bool:
    return any(tag_of(each) in names and each.get("val", "1") not in ("0", "false", "baseline") for each in look)


def text_of(node: Element) -> str:
    """Return the text of runs, without the readings above Han characters."""
    return unescaped(
        "".join(
            (each.text or "") if tag_of(each) == "t" else "".join(t.text or "" for t in each if tag_of(t) == "t")
            for each in node
            if tag_of(each) in ("t", "r")
        )
    )


def unescaped(text: str) -> str:
    """Return a text without the escapes of characters that XML cannot hold."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def column_of(letters: str) -> int:
    """Return the number of a column, counted from 1, of its capital letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(number: int) -> str:
    """Return the letters of a column counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
