"""The rows of a sheet of an .xlsx: by patterns where it is written as Excel and WPS write it, element by element where it is not."""

from __future__ import annotations

import html
import re
from datetime import datetime
from xml.etree.ElementTree import Element, fromstring

from checker.intake.readers.bounds import Bounds
from checker.intake.readers.days import serial_of
from checker.intake.readers.grid import MARKED, STALE, STRUCK, Value
from checker.intake.readers.shown import BUILT_IN, Display, show
from checker.mapping.workbook import ASIDE, WIDEST, Sheet, Workbook, column_of, marked, tag_of, text_of, unescaped

QUICK = 256 * 1024 * 1024
"""Bytes of a sheet beyond which it is read element by element, whatever it is written like: patterns need it whole."""
_HEAD = re.compile(rb'\s*(?:<\?xml version="1\.0" encoding="(?i:utf-8)"[^>]*\?>)?\s*<worksheet\s')
_DATA = re.compile(rb"<sheetData>(.*)</sheetData>", re.DOTALL)
_NAMED = r'(?: [\w:.]+="[^"<&]*")*'
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="(b|e|n|s|str|inlineStr)")?'
    r"(?:/>|>(<f"
    + _NAMED
    + r'(?:/>|>[^<]*</f>))?(?:<v>([^<]+)</v>|(<v/>|<v></v>)|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)',
    re.ASCII,
)
_ROW = re.compile(r'\s*<row r="(\d{1,7})"(' + _NAMED + r")(?:/>|>(.*?)</row>)\s*", re.DOTALL | re.ASCII)
_OFF = re.compile(r' (?:hidden="(?:1|true)"|ht="0")')
_STRAY = ("<!", "<?", "\r")
KINDS = frozenset(("s", "str", "inlineStr"))


def rows_of(
    book: Workbook, sheet: Sheet, bounds: Bounds, before: int = 0, patterns: bool = True
) -> tuple[list[Value], set[int], list[Element]]:
    """Return the values of a sheet, the rows that are hidden, and what stands beside the rows; *before* is how many cells sheets before it hold.

    Raises `DAMAGE`, and InputError for what is beyond *bounds*.
    """
    found = _quick(book, sheet, bounds, before) if patterns else None
    if found is not None:
        return found
    values: list[Value] = []
    hidden_rows: set[int] = set()
    aside: list[Element] = []
    codes = codes_of(book)
    rows = 0
    for row, cells, hidden in book.stored(sheet, aside):
        known = len(values)
        for column, node in cells:
            value = _value(book, codes, row, column, node)
            if value is not None:
                values.append(value)
        if len(values) > known:
            rows += 1
            if hidden:
                hidden_rows.add(row)
            bounds.hold(str(book.path), sheet.name, rows, before + len(values))
    return values, hidden_rows, aside


def _quick(
    book: Workbook, sheet: Sheet, bounds: Bounds, before: int
) -> tuple[list[Value], set[int], list[Element]] | None:
    """Return what `rows_of` does, nothing for a sheet that is not wholly written as the patterns say."""
    with book.open(sheet.part) as file:
        content = file.read(QUICK + 1)
    match = _DATA.search(content) if len(content) <= QUICK and _HEAD.match(content) else None
    if match is None:
        return None
    try:
        body = match[1].decode()
    except UnicodeDecodeError:
        return None
    if any(stray in body for stray in _STRAY):
        return None
    around = fromstring(content[: match.start()] + b"<sheetData/>" + content[match.end() :])
    aside = [node for node in around.iter() if tag_of(node) in ASIDE]
    values: list[Value] = []
    hidden_rows: set[int] = set()
    columns: dict[str, int] = {}
    codes, struck = codes_of(book), book.struck
    rows = at = last_row = 0
    while at < len(body):
        row = _ROW.match(body, at)
        if row is None:
            return None
        at, own, held = row.end(), row[1], row[3] or ""
        number = int(own)
        if number <= last_row or _CELL.sub("", held):
            return None
        last_row, last, known = number, 0, len(values)
        for letters, line, style, kind, formula, value, bare, inline in _CELL.findall(held):
            column = columns.get(letters) or columns.setdefault(letters, column_of(letters))
            if line != own or not last < column <= WIDEST:
                return None
            last = column
            if not kind and not formula and (figure := value.strip()) and not struck:
                values.append(Value(number, column, "number", figure, codes[int(style or 0)]))
            elif value or formula or bare or inline:
                told = inline or value
                told = html.unescape(told) if "&" in told else told
                found = value_of(
                    book,
                    number,
                    column,
                    kind or "n",
                    told if told or bare else None,
                    bool(formula),
                    codes[int(style or 0)],
                    int(style or 0) in struck,
                )
                if found is not None:
                    values.append(found)
        if len(values) > known:
            rows += 1
            if _OFF.search(row[2]):
                hidden_rows.add(number)
            if rows > bounds.rows or before + len(values) > bounds.cells:
                bounds.hold(str(book.path), sheet.name, rows, before + len(values), _last_row(body))
    return values, hidden_rows, aside


def _last_row(body: str) -> int:
    found = _ROW.match(body, max(body.rfind("<row "), 0))
    return int(found[1]) if found is not None else 0


def codes_of(book: Workbook) -> list[str]:
    """Return the number format of each style of cells."""
    return [own or BUILT_IN.get(number, f"#{number}") for number, own in book.codes]


def _value(book: Workbook, codes: list[str], row: int, column: int, node: Element) -> Value | None:
    value, formula, style = None, False, int(node.get("s") or 0)
    off = style in book.struck
    for each in node:
        tag = tag_of(each)
        if tag == "v":
            value = each.text or ""
        elif tag == "f":
            formula = True
        elif tag == "is":
            value = text_of(each)
            if marked(each):
                return Value(row, column, "text", value, codes[style], None, MARKED)
    return value_of(book, row, column, node.get("t", "n"), value, formula, codes[style], off)


def value_of(
    book: Workbook, row: int, column: int, kind: str, value: str | None, formula: bool, code: str, off: bool = False
) -> Value | None:
    """Return what a cell stores, from its type, its value (nothing where it has none), whether it has a formula, its number format, whether it is struck out; nothing for an empty one."""
    if value is None or (value == "" and formula and kind == "n"):
        return Value(row, column, "formula", "") if formula else None
    doubt = STALE if formula and book.uncomputed else STRUCK if off else None
    if kind in KINDS:
        text = book.texts[int(value)] if kind == "s" else unescaped(value)
        if kind == "s" and int(value) in book.marked:
            doubt = MARKED
        return Value(row, column, "text", text, code, None, doubt) if text or doubt else None
    value = value.strip()
    if not value:
        return None
    if kind == "b":
        return Value(row, column, "bool", "TRUE" if value in ("1", "true") else "FALSE", "General", None, doubt)
    if kind == "e":
        return Value(row, column, "error", value)
    if kind == "d":
        return Value(row, column, "iso", value, code, _written(value, code, book.late), doubt)
    return Value(row, column, "number", value, code, None, doubt)


def _written(value: str, code: str, late: bool) -> Display:
    """Return what is shown of a day that is stored as words, as strict workbooks may do; raises ValueError."""
    return show(
        f"{serial_of(datetime.fromisoformat(value.removesuffix('Z')), late):f}",
        code if code != "General" else BUILT_IN[14],
        late,
    )
