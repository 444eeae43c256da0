"""OpenDocument spreadsheets (.ods): the shown text that the file keeps, held against the value that it stores."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import IO, cast
from xml.etree.ElementTree import Element, iterparse

from checker.base.archive import bomb
from checker.base.errors import Text
from checker.intake.document import Block, Digits, Document, Note, Paragraph, Place
from checker.intake.readers.bounds import FORMS, MOST_CELLS, Bounds
from checker.intake.readers.grid import (
    MARKED,
    MOST_MERGED,
    STRUCK,
    Frame,
    Value,
    plain_digits,
    refused,
    table,
    uncollected,
    unconfirmed,
)
from checker.intake.readers.ods_count import runs_of
from checker.intake.readers.ods_styles import Drawn, get
from checker.intake.readers.second import WIDEST_AREA, Second
from checker.intake.readers.shown import Display
from checker.mapping.workbook import DAMAGE, WIDEST, letters_of, tag_of

MOST = 1024**3
"""Bytes that a spreadsheet may unpack to."""
TALLEST = 1_048_576
"""Rows that a sheet may have."""
_WHOLE = Place(())
_SAVE = ("在 LibreOffice 或 WPS 里打开，另存为 .xlsx", "open it in LibreOffice or WPS and save it as .xlsx")
_EXACT = Context(prec=400)
_FIGURE = re.compile(r"\d[\d,.]*|\.\d+")
_WELL = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_MINUS = re.compile("[-−－–(（△▲负]")
_NUMBERS = frozenset(("float", "percentage", "currency"))


def read(data: bytes, name: str, bounds: Bounds = FORMS) -> Document:
    """Return a spreadsheet as a document, a table for each sheet; raises InputError for what is damaged, encrypted or beyond *bounds*."""
    with uncollected():
        return _read(data, name, bounds)


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits of each sheet, counted on the bytes and not on their tree."""
    try:
        return runs_of(data)
    except DAMAGE:
        raise refused(
            "", "workbook", "已损坏，数不出其中的数", "is damaged: its figures cannot be counted", *_SAVE
        ) from None


def _read(data: bytes, name: str, bounds: Bounds) -> Document:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if bomb(archive.infolist(), len(data), MOST):
            raise refused(name, "workbook", "解开后大得不合情理", "unpacks to more than is reasonable", *_SAVE)
        parts = set(archive.namelist())
        if "META-INF/manifest.xml" in parts and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise refused(
                name,
                "encrypted",
                "是加密的文件（有打开密码）",
                "is encrypted (it asks for a password)",
                "在 LibreOffice 或 WPS 里打开，去掉打开密码，另存一份",
                "open it in LibreOffice or WPS, take the password away and save a copy",
            )
        body = _Body(archive, name, bounds)
        sheets = body.sheets
    except DAMAGE:
        raise refused(
            name, "workbook", "不是能读的 .ods，或已损坏", "is no .ods that can be read, or is damaged", *_SAVE
        ) from None
    wide = any(
        max((v.row for v in values), default=0) * max((v.column for v in values), default=0) > WIDEST_AREA
        for _, values, _ in sheets
    )
    second = Second(b"" if wide else data)
    blocks: list[Block] = []
    notes = (
        [Note(_WHOLE, Text("有宏，没有运行", "holds macros, which were not run"))]
        if any(part.startswith("Basic/") for part in parts)
        else []
    )
    notes += (
        [Note(_WHOLE, Text("有图片，没有读", "holds pictures, which are not read"))]
        if any(part.startswith("Pictures/") for part in parts)
        else []
    )
    notes += (
        [Note(_WHOLE, Text("嵌有图表或别的文件，没有读", "holds charts or embedded files, which are not read"))]
        if any(part.startswith("Object") for part in parts)
        else []
    )
    notes += [unconfirmed(_WHOLE)] if second.state == "missing" else []
    notes += body.notes
    stopped: list[Note] = []
    for frame, values, beside in sheets:
        found, told, doubt = table(frame, values, second)
        blocks += [found, *beside]
        notes += told
        stopped += doubt
    return Document(
        name, hashlib.sha256(data).hexdigest(), len(data), "ods", tuple(blocks), 0, tuple(notes), tuple(stopped)
    )


class _Body:
    """The sheets of a spreadsheet, read element by element; raises `DAMAGE`, and InputError for more cells than are read."""

    def __init__(self, archive: zipfile.ZipFile, name: str, bounds: Bounds) -> None:
        self.name = name
        self.notes: list[Note] = []
        self.sheets: list[tuple[Frame, list[Value], list[Paragraph]]] = []
        self.bounds = bounds
        self.cells = 0
        unseen: set[str] = set()
        self.drawn = Drawn(archive)
        depth = skipped = 0
        spreadsheet = False
        with archive.open("content.xml") as file:
            peek = cast(zipfile.ZipExtFile, file).peek(4096)
            if b"<!DOCTYPE" in peek.replace(b"\0", b""):
                raise ValueError("a document type")
            for start, node, tag in _events(file):
                spreadsheet = spreadsheet or tag == "spreadsheet"
                if tag == "tracked-changes":
                    skipped += 1 if start else -1
                    if start:
                        self.notes.append(
                            Note(
                                _WHOLE,
                                Text(
                                    "有修订记录；按现在的内容读，改掉的没有读",
                                    "holds tracked changes: what stands now is read, not what was changed",
                                ),
                            )
                        )
                elif skipped:
                    continue
                elif tag == "style" and not start:
                    if any(tag_of(each) == "table-properties" and get(each, "display") == "false" for each in node):
                        unseen.add(get(node, "name"))
                    self.drawn.take(node)
                elif tag == "table":
                    depth += 1 if start else -1
                    if depth == 1 and start:
                        self._begin(node, unseen)
                    elif depth == 0:
                        self._end()
                        node.clear()
                    elif start:
                        self.notes.append(
                            Note(
                                self.place, Text("格里嵌有表，没有读", "holds a table within a cell, which is not read")
                            )
                        )
                elif depth == 1 and not start:
                    self._within(node, tag)
        if not spreadsheet:
            raise ValueError("no spreadsheet")

    def _begin(self, node: Element, unseen: set[str]) -> None:
        self.title = get(node, "name")
        self.place = Place((("sheet", self.title),))
        self.hidden = get(node, "style-name") in unseen
        self.row = self.column = self.rows = 0
        self.values: list[Value] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.defaults: list[tuple[int, int, str]] = []
        self.beside: list[Paragraph] = []
        self.tall = 0

    def _end(self) -> None:
        used = {value.column for value in self.values}
        off = frozenset(
            column for column in used if any(first <= column <= last for first, last in self.hidden_columns)
        )
        rows = frozenset(self.hidden_rows & {value.row for value in self.values})
        frame = Frame(self.title, self.hidden, self.merged, rows, off, False, len(self.sheets))
        self.sheets.append((frame, self.values, self.beside))

    def _within(self, node: Element, tag: str) -> None:
        if tag == "table-column":
            many = _many(node, "number-columns-repeated")
            if get(node, "visibility") in ("collapse", "filter"):
                self.hidden_columns.append((self.column + 1, self.column + many))
            if get(node, "default-cell-style-name"):
                self.defaults.append((self.column + 1, self.column + many, get(node, "default-cell-style-name")))
            self.column += many
        elif tag == "table-row":
            self._row(node)
            node.clear()
        elif tag == "shapes":
            self._boxes(node, self.place)

    def _row(self, node: Element) -> None:
        many = _many(node, "number-rows-repeated")
        found: list[tuple[int, int, Element]] = []
        column = 0
        for cell in node:
            if tag_of(cell) not in ("table-cell", "covered-table-cell"):
                continue
            wide = _many(cell, "number-columns-repeated")
            if len(cell) or get(cell, "value-type") or get(cell, "formula"):
                found.append((column + 1, wide, cell))
            column += wide
        row, self.row = self.row, self.row + many
        if not found:
            return
        if self.row > TALLEST or found[-1][0] + found[-1][1] - 1 > WIDEST:
            raise ValueError("a cell outside the sheet")
        ahead = many * sum(wide for _, wide, _ in found)
        if ahead > MOST_CELLS:
            self.bounds.hold(self.name, self.title, 0, ahead)
        known = len(self.values)
        for first, _, cell in found:
            self._beside(cell, f"{letters_of(first)}{row + 1}")
        for number in range(row + 1, row + many + 1):
            if get(node, "visibility") in ("collapse", "filter"):
                self.hidden_rows.add(number)
            for first, wide, cell in found:
                high, across = _many(cell, "number-rows-spanned"), _many(cell, "number-columns-spanned")
                for at in range(first, first + wide):
                    if (high, across) != (1, 1):
                        self.tall += high
                        if self.tall > MOST_MERGED or number + high - 1 > TALLEST:
                            raise ValueError("merged ranges")
                        self.merged.append((number, at, number + high - 1, at + across - 1))
                    value = _value(number, at, cell)
                    if value is not None:
                        doubt = value.doubt or (
                            self._doubt(cell, get(node, "default-cell-style-name") or self._default(at))
                            if self.drawn.any
                            else None
                        )
                        self.values.append(value if doubt is value.doubt else value._replace(doubt=doubt))
        if len(self.values) > known:
            self.rows += many
            self.cells += len(self.values) - known
            self.bounds.hold(self.name, self.title, self.rows, self.cells)

    def _default(self, column: int) -> str:
        """Return the style of the cells of a column that name none."""
        return next((style for first, last, style in self.defaults if first <= column <= last), "")

    def _doubt(self, cell: Element, default: str) -> Text | None:
        style = get(cell, "style-name") or default
        if self.drawn.marks("table-cell", style):
            return STRUCK
        runs = (
            each for each in cell.iter() if tag_of(each) == "span" and self.drawn.marks("text", get(each, "style-name"))
        )
        return MARKED if any(any(map(str.isdigit, _line(each))) for each in runs) else None

    def _beside(self, cell: Element, ref: str) -> None:
        """Keep comments and the texts of shapes that lie on a cell."""
        for each in cell:
            tag = tag_of(each)
            if tag == "annotation":
                text = "\n".join(_line(line) for line in each if tag_of(line) == "p")
                if text.strip():
                    self.beside.append(Paragraph(self.place.below("cell", ref), text, "comment"))
            elif tag != "p":
                self._boxes(each, self.place.below("cell", ref))

    def _boxes(self, node: Element, place: Place) -> None:
        text = "\n".join(_line(line) for line in node.iter() if tag_of(line) == "p")
        if text.strip():
            number = sum(each.kind == "box" for each in self.beside) + 1
            self.beside.append(Paragraph(place.below("box", number), text, "box"))


def _events(file: IO[bytes]) -> Iterator[tuple[bool, Element, str]]:
    for event, node in iterparse(file, ("start", "end")):
        yield event == "start", node, tag_of(node)


def _many(node: Element, name: str) -> int:
    text = get(node, name) or "1"
    if not re.fullmatch(r"\d{1,7}", text, re.ASCII):
        raise ValueError("a number of cells that is none")
    return max(1, int(text))


def _line(node: Element) -> str:
    """Return the text of a paragraph, blanks and breaks that are written as elements as well."""
    text = node.text or ""
    for each in node:
        tag = tag_of(each)
        if tag == "s":
            text += " " * min(_many(each, "c"), 1000)
        elif tag in ("tab", "line-break"):
            text += "\t" if tag == "tab" else "\n"
        elif tag not in ("annotation", "ruby-text"):
            text += _line(each)
        text += each.tail or ""
    return text


def _value(row: int, column: int, cell: Element) -> Value | None:
    """Return what a cell stores and shows; nothing for an empty one."""
    kind, error = "", False
    for key, told in cell.attrib.items():
        if key.endswith("}value-type"):
            kind, error = (told, error) if "office" in key else (kind, told == "error")
    lines = [_line(line) for line in cell if tag_of(line) == "p"]
    text = "\n".join(lines)
    if error:
        return Value(row, column, "error", text)
    if kind in _NUMBERS:
        digits = plain_digits(get(cell, "value").strip())[0]
        return Value(row, column, "number", get(cell, "value").strip(), kind, shown(text.strip(), digits))
    if kind == "boolean":
        return Value(row, column, "bool", "TRUE" if get(cell, "boolean-value") == "true" else "FALSE")
    if kind == "date":
        return Value(row, column, "iso", get(cell, "date-value"), kind, _dated(text.strip(), get(cell, "date-value")))
    if kind == "time":
        return Value(row, column, "time", get(cell, "time-value"), kind, Display(text.strip(), day=True))
    if not kind and not text and get(cell, "formula"):
        return Value(row, column, "formula", "")
    text = text or get(cell, "string-value")
    return Value(row, column, "text", text) if text else None


def shown(text: str, digits: str) -> Display:
    """Return what a cell shows, as one that can be used only where its figure is that which is stored, rounded to its decimals."""

    def doubt(zh: str, en: str) -> Display:
        return Display(
            text, unread=Text(f"存的是 {digits}，显示为“{text}”，{zh}", f"stores {digits} and shows {text!r}: {en}")
        )

    figures = _FIGURE.findall(text)
    if not figures:
        return Display(text) if not digits.strip("-0.") else doubt("看不出是多少", "how much that is cannot be seen")
    if len(figures) > 1 or not _WELL.fullmatch(figures[0]) or re.search(r"\d[Ee][+-]?\d", text):
        return doubt("没有读懂", "not understood")
    number = Decimal(figures[0].replace(",", ""))
    before, _, behind = text.partition(figures[0])
    stored = Decimal(digits).scaleb(2 if behind.lstrip().startswith("%") else 0, _EXACT)
    decimals = len(figures[0].partition(".")[2])
    if number != abs(stored).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT):
        return doubt("两个数不同", "the two differ")
    if number and (stored < 0) != bool(_MINUS.search(before)):
        return doubt("正负不同", "their signs differ")
    return Display(text, more=number != abs(stored))


def _dated(text: str, iso: str) -> Display:
    """Return what a day shows, as one that can be used only where its numbers are those of the day that is stored."""
    try:
        day = datetime.fromisoformat(iso)
    except ValueError:
        day = datetime.combine(date.fromisoformat(iso[:10]), datetime.min.time())
    known = {day.year, day.year % 100, day.month, day.day, day.hour, day.hour % 12 or 12, day.minute, day.second}
    numbers = {int(run) for run in re.findall(r"\d{1,9}", text)}
    if numbers and numbers <= known:
        return Display(text, day=True)
    return Display(text, day=True, unread=Text(f"存的是 {iso}，显示为“{text}”", f"stores {iso} and shows {text!r}"))
