"""Excel 97–2003 workbooks (.xls), and those of WPS (.et), which are the same: by xlrd, every value confirmed by calamine."""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from checker.base.errors import InputError, Text
from checker.intake import ole
from checker.intake.document import Block, Digits, Document, Note, Paragraph, Place
from checker.intake.numbers import runs as runs_in
from checker.intake.readers.bounds import FORMS, Bounds
from checker.intake.readers.grid import (
    MARKED,
    MOST_MERGED,
    STALE,
    STRUCK,
    Frame,
    Value,
    no_workbook,
    plain_digits,
    refused,
    table,
    unconfirmed,
)
from checker.intake.readers.second import WIDEST_AREA, Second, attempt, need
from checker.intake.readers.shown import BUILT_IN
from checker.mapping.workbook import letters_of

_SAVE = ("在 Excel 或 WPS 里打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
_WHOLE = Place(())
_LOCAL = frozenset((14, *range(22, 23), *range(27, 37), *range(50, 59)))
"""Built-in formats that are shown as the language of the computer has them, whatever a file writes for them."""
_UNCOMPUTED = 0x02
"""The flag of a formula that is to be computed when it is opened: programs that cannot compute write it, with a result of 0."""
_WIDE = 256
"""Columns of a sheet of this kind."""
_ROW_OF_FIGURES = 0x00BD
_CELLS = frozenset((0x0006, _ROW_OF_FIGURES, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6))
_BOF, _EOF, _FORMULA, _SHEET, _LOCKED, _OBJECT = 0x0809, 0x000A, 0x0006, 0x0085, 0x002F, 0x005D
_EXTENT, _TEXTS = 0x0200, 0x00FC
_SEEN = frozenset(bytes((kind, 0)) for kind in (*range(1, 0x14), 0x1E))
"""Objects that show something: shapes, charts, text boxes, pictures, controls; no lists to drop down, no comments."""


class Raw(NamedTuple):
    """What the records of a sheet say that the library does not: formulas, those without a result of their own, the corner, shapes.

    `extents` is where the records begin in which the sheet itself says how large it is; `filled` how many rows and cells hold something,
    but for results of formulas.
    """

    formulas: frozenset[tuple[int, int]]
    stale: frozenset[tuple[int, int]]
    rows: int
    columns: int
    shapes: bool
    extents: tuple[int, ...] = ()
    name: str = ""
    filled: tuple[int, int] = (0, 0)


def read(data: bytes, name: str, bounds: Bounds = FORMS) -> Document:
    """Return a workbook as a document, a table for each sheet; raises InputError for what is damaged, encrypted, older than 1997 or beyond *bounds*."""
    if not data.startswith(ole.MAGIC):
        raise no_workbook(data, name)
    xlrd = need("xlrd", "xls")
    stream = _stream(xlrd, data)
    if stream is None:
        raise no_workbook(data, name)
    records = attempt(_records, stream, name)
    if isinstance(records, InputError):
        raise records
    raws, others = records or (None, 0)
    cells = 0
    for raw in raws or ():
        cells += raw.filled[1]
        bounds.hold(name, raw.name, raw.filled[0], cells, raw.rows)
    book = (
        attempt(
            lambda: xlrd.open_workbook(
                file_contents=data, formatting_info=True, logfile=io.StringIO(), ragged_rows=True
            )
        )
        if raws is not None
        else None
    )
    if book is None or book.biff_version != 80 or book.nsheets > len(raws or ()):
        raise refused(
            name,
            "workbook",
            "不是能读的 Excel 工作簿，或已损坏",
            "is no Excel workbook that can be read, or is damaged",
            *_SAVE,
        )
    assert raws is not None
    second = Second(_confined(stream, raws)) if all(raw.rows * raw.columns <= WIDEST_AREA for raw in raws) else None
    blocks: list[Block] = []
    notes = [unconfirmed(_WHOLE)] if second is not None and second.state == "missing" else []
    stopped: list[Note] = []
    cells = 0
    for number in range(book.nsheets):
        made = attempt(_sheet, xlrd, book, number, raws[number], bounds.cells - cells)
        if made is None:
            raise refused(name, "workbook", f"第 {number + 1} 个工作表损坏", f"sheet {number + 1} is damaged", *_SAVE)
        frame, values, comments, beside = made
        cells += len(values)
        bounds.hold(name, frame.name, len({value.row for value in values}), cells)
        found, told, doubt = table(frame, values, second or Second(b""))
        blocks += [found, *comments]
        notes += [*told, *beside]
        stopped += doubt
    if others:
        notes.append(
            Note(
                _WHOLE,
                Text(
                    f"有 {others} 个不是有格的工作表（图表、宏），没有读",
                    f"holds {others} sheets that have no cells (charts, macros), not read",
                ),
            )
        )
    if "_VBA_PROJECT_CUR" in ole.streams(data):
        notes.append(Note(_WHOLE, Text("有宏，没有运行", "holds macros, which were not run")))
    if any(raw.shapes for raw in raws):
        notes.append(
            Note(
                _WHOLE,
                Text(
                    "有图片、图形、图表或文本框，其中的字没有读",
                    "holds pictures, shapes, charts or text boxes, whose texts are not read",
                ),
            )
        )
    return Document(
        name, hashlib.sha256(data).hexdigest(), len(data), "xls", tuple(blocks), 0, tuple(notes), tuple(stopped)
    )


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits that each sheet stores (figures in 15 digits, days and times left out), by calamine alone."""
    import datetime

    calamine = need("python_calamine", "xls")
    stream = _stream(need("xlrd", "xls"), data)
    records = attempt(_records, stream, "") if stream else None
    raws = records[0] if isinstance(records, tuple) else []
    safe = isinstance(records, tuple) and all(raw.rows * raw.columns <= WIDEST_AREA for raw in raws)
    whole = io.BytesIO(_confined(stream, raws) if stream and safe else b"")
    book: Any = attempt(lambda: calamine.CalamineWorkbook.from_filelike(whole)) if safe else None
    if book is None:
        raise refused("", "workbook", "已损坏，数不出其中的数", "is damaged: its figures cannot be counted", *_SAVE)
    found = []
    for sheet in book.sheet_names:
        rows: list[list[Any]] = attempt(_rows, book, sheet) or []
        texts: list[str] = []
        for value in (value for row in rows for value in row):
            if isinstance(value, str):
                texts.append(value)
            elif not isinstance(value, (bool, datetime.date, datetime.time, datetime.timedelta)):
                texts.append(plain_digits(repr(value))[0])
        found.append(Digits(Place((("sheet", sheet),)), runs_in(texts)))
    return found


def _rows(book: Any, sheet: str) -> Any:
    return book.get_sheet_by_name(sheet).to_python()


def _stream(xlrd: Any, data: bytes) -> bytes | None:
    """Return the stream of a workbook in its container; nothing where there is none."""
    from importlib import import_module

    container: Any = import_module("xlrd.compdoc")
    found: bytes | None = attempt(lambda: _named(container.CompDoc(data, logfile=io.StringIO())))
    return found


def _named(container: Any) -> bytes | None:
    for name in ("Workbook", "Book"):
        found = container.get_named_stream(name)
        if found:
            return bytes(found)
    return None


def _walk(stream: bytes, at: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield the records of a part of a workbook from *at* on: where each begins, its type, its bytes."""
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _records(stream: bytes, name: str) -> tuple[list[Raw], int] | InputError:
    """Return what the records of each sheet of cells say; what to say of a workbook that is encrypted or too old."""
    starts: list[tuple[int, str]] = []
    others = 0
    for at, kind, body in _walk(stream, 0):
        if at == 0 and (kind != _BOF or struct.unpack_from("<H", body)[0] < 0x0600):
            return refused(
                name,
                "workbook",
                "是 Excel 95 或更早的工作簿，没有读",
                "is a workbook of Excel 95 or before, which is not read",
                *_SAVE,
            )
        if kind == _LOCKED:
            return refused(
                name,
                "encrypted",
                "是加密的文件（有打开密码）",
                "is encrypted (it asks for a password)",
                "在 Excel 或 WPS 里打开，去掉打开密码，另存一份",
                "open it in Excel or WPS, take the password away and save a copy",
            )
        if kind == _TEXTS and struct.unpack_from("<I", body, 4)[0] > len(stream):
            raise ValueError("more texts than bytes")
        others += kind == _SHEET and body[5] != 0
        if kind == _SHEET and body[5] == 0:
            starts.append((struct.unpack_from("<I", body)[0], _name(body)))
        if kind == _EOF:
            break
    return [_of_sheet(stream, start)._replace(name=name) for start, name in starts], others


def _name(body: bytes) -> str:
    """Return the name in the record of a sheet."""
    size, wide = body[6], body[7] & 1
    return body[8 : 8 + size * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _confined(stream: bytes, raws: list[Raw]) -> bytes:
    """Return the stream with the extents of its sheets as their cells are: the second reader takes memory for what a sheet claims."""
    out = bytearray(stream)
    for raw in raws:
        for at in raw.extents:
            struct.pack_into("<IIHHH", out, at, 0, raw.rows, 0, raw.columns, 0)
    return ole.contained(bytes(out))


def _of_sheet(stream: bytes, start: int) -> Raw:
    formulas, stale, filled = set(), set(), set()
    rows = columns = depth = cells = 0
    shapes = False
    extents: list[int] = []
    for at, kind, body in _walk(stream, start):
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            break
        if kind in _CELLS and depth == 1:
            row, column = struct.unpack_from("<HH", body)
            if column >= _WIDE:
                raise ValueError("a cell outside the sheet")
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if kind == _FORMULA:
                formulas.add((row, column))
                if struct.unpack_from("<H", body, 14)[0] & _UNCOMPUTED:
                    stale.add((row, column))
            else:
                filled.add(row)
                cells += (len(body) - 6) // 6 if kind == _ROW_OF_FIGURES else 1
        if kind == _EXTENT and len(body) == 14:
            extents.append(at + 4)
        shapes = shapes or (kind == _OBJECT and body[4:6] in _SEEN)
    return Raw(frozenset(formulas), frozenset(stale), rows, columns, shapes, tuple(extents), "", (len(filled), cells))


def _drawn(book: Any, sheet: Any, row: int, column: int, style: int, value: Any) -> Text | None:
    """Return why a cell is not sure whose digits are struck out, raised or lowered."""
    fonts = book.font_list
    if fonts[book.xf_list[style].font_index].struck_out:
        return STRUCK
    ends = [*sheet.rich_text_runlist_map.get((row, column), ())]
    for (start, font), (end, _) in zip(ends, [*ends[1:], (None, 0)]):
        if (fonts[font].struck_out or fonts[font].escapement) and any(map(str.isdigit, value[start:end])):
            return MARKED
    return None


def _sheet(
    xlrd: Any, book: Any, number: int, raw: Raw, left: int
) -> tuple[Frame, list[Value], list[Paragraph], list[Note]]:
    sheet = book.sheet_by_index(number)
    late = bool(book.datemode)
    values: list[Value] = []
    codes: dict[int, str] = {}
    for row in range(sheet.nrows):
        for column, (kind, value, style) in enumerate(
            zip(sheet.row_types(row), sheet.row_values(row), sheet._cell_xf_indexes[row], strict=True)
        ):
            if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                continue
            code = codes.get(style)
            if code is None:
                code = codes[style] = _code(book, style)
            doubt = STALE if (row, column) in raw.stale else _drawn(book, sheet, row, column, style, value)
            place = (row + 1, column + 1)
            if kind == xlrd.XL_CELL_TEXT:
                if value or doubt:
                    values.append(Value(*place, "text", value, code, None, doubt))
            elif kind == xlrd.XL_CELL_BOOLEAN:
                values.append(Value(*place, "bool", "TRUE" if value else "FALSE", "General", None, doubt))
            elif kind == xlrd.XL_CELL_ERROR:
                values.append(Value(*place, "error", xlrd.error_text_from_code.get(value, f"#{value}")))
            else:
                values.append(Value(*place, "number", repr(value).removesuffix(".0"), code, None, doubt))
        if len(values) > left:
            break
    merged = [(top + 1, first + 1, bottom, last) for top, bottom, first, last in sheet.merged_cells]
    if sum(bottom - top + 1 for top, _, bottom, _ in merged) > MOST_MERGED:
        raise ValueError("merged ranges")
    rows = frozenset(row + 1 for row, told in sheet.rowinfo_map.items() if told.hidden or told.height == 0)
    columns = frozenset(column + 1 for column, told in sheet.colinfo_map.items() if told.hidden or told.width == 0)
    used, wide = {value.row for value in values}, {value.column for value in values}
    frame = Frame(sheet.name, sheet.visibility != 0, merged, rows & used, columns & wide, late, number)
    notes = (
        []
        if sheet.show_zero_values
        else [Note(frame.place, Text("这张表设成不显示零值", "this sheet is set not to show zeros"))]
    )
    comments = [
        Paragraph(frame.place.below("cell", f"{letters_of(column + 1)}{row + 1}"), told.text, "comment")
        for (row, column), told in sorted(sheet.cell_note_map.items())
        if told.text.strip()
    ]
    return frame, values, comments, notes


def _code(book: Any, style: int) -> str:
    key = book.xf_list[style].format_key
    if key in _LOCAL:
        return BUILT_IN[key]
    code: str = book.format_map[key].format_str
    return code or "General"
