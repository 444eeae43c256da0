"""Tables written as text (.csv, .tsv): every cell is a text as it is printed; which encoding and mark parts them is found, and told."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.base.errors import InputError, Text
from checker.intake.document import Cell, Digits, Document, Note, Place, Table
from checker.intake.numbers import runs as runs_in
from checker.intake.readers.bounds import FORMS, Bounds
from checker.intake.readers.grid import refused
from checker.mapping.texts import DELIMITERS, NAMES, Record, encoding_in, lines_in, records_of
from checker.mapping.workbook import letters_of

TRIED = 500
"""Records by which the mark that parts cells is found."""
_WHOLE = Place(())
_UTF_8 = (
    "在 Excel 或 WPS 里打开，另存为“CSV UTF-8”或 .xlsx",
    "open it in Excel or WPS and save it as “CSV UTF-8” or .xlsx",
)
_FIGURE = re.compile(r"\s*[-+(（]?[¥￥]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]*)?\s*[%％)）]?\s*")
_CUT = re.compile(r"[-+]?\d{1,3}"), re.compile(r"\d{3}(?:\.\d+)?")
_STRAY = re.compile("[\udc80-\udcff]")


def read(data: bytes, name: str, bounds: Bounds = FORMS) -> Document:
    """Return a table as a document of one table; raises InputError where the encoding is in doubt, for what is no text or beyond *bounds*."""

    def refuse(zh: str, en: str, code: str = "encoding") -> InputError:
        return refused(name, code, zh, en, *_UTF_8)

    encoding = encoding_in(io.BytesIO(data), "", refuse)
    try:
        text = data.decode(encoding, "strict" if encoding.startswith("utf-16") else "surrogateescape")
    except UnicodeDecodeError:
        raise refuse("按它的编码读不通，可能在中间断了", "cannot be decoded: it may be cut off") from None
    lines = [line for line in lines_in(text) if line]
    delimiter = _delimiter(lines)
    records: list[Record] = []
    full = filled = 0
    for record in records_of(iter(lines), delimiter):
        records.append(record)
        many = len(record.cells) - record.cells.count("")
        full, filled = full + (many > 0), filled + many
        if full > bounds.rows or filled > bounds.cells:
            bounds.hold(name, "", full, filled, len(lines))
    head = _head(records)
    cells: list[Cell] = []
    wider: list[int] = []
    for row, record in enumerate(records, 1):
        doubt = record.fault
        if head and _width(record.cells) > head and not doubt:
            doubt = Text(
                f"这一行有 {_width(record.cells)} 格，表头只有 {head} 格：数字里的逗号可能被当成了分隔",
                f"this row has {_width(record.cells)} cells under {head} headings: a comma within a figure may have parted it",
            )
            wider.append(row)
        if (
            not head
            and delimiter == ","
            and not doubt
            and any(_CUT[0].fullmatch(one) and _CUT[1].fullmatch(two) for one, two in pairwise(record.cells))
        ):
            doubt = Text(
                "没有表头，相邻两格可能是一个带千分号的数",
                "without headings two cells side by side may be one figure with a comma",
            )
        for column, each in enumerate(record.cells, 1):
            if each:
                cells.append(
                    Cell(
                        Place((("cell", f"{letters_of(column)}{row}"),)),
                        row,
                        column,
                        _STRAY.sub("\ufffd", each),
                        unread=doubt,
                    )
                )
    width = max((len(record.cells) for record in records), default=0)
    found = Table(_WHOLE, "", len(records), width, tuple(cells))
    told = NAMES[encoding], DELIMITERS[delimiter]
    notes = [
        Note(
            _WHOLE,
            Text(f"编码 {told[0].zh}，以{told[1].zh}分格", f"read as {told[0].en}, cells parted by {told[1].en}"),
        )
    ]
    if wider:
        rows = "、".join(map(str, wider[:5]))
        notes.append(
            Note(
                _WHOLE,
                Text(
                    f"{len(wider)} 行比表头多格，没有读：第 {rows} 行",
                    f"{len(wider)} rows have more cells than headings and are left unread: {rows}",
                ),
            )
        )
    return Document(name, hashlib.sha256(data).hexdigest(), len(data), "csv", (found,), 0, tuple(notes))


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits of the whole text, whatever parts its cells."""
    text = ""
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            text = data.decode("utf-8", "replace")
    return [Digits(_WHOLE, runs_in([text]))]


def _delimiter(lines: Sequence[str]) -> str:
    """Return the mark that parts the cells: the one by which most rows have the same width; commas last, which stand in figures as well."""
    best, chosen = (0, 0), ","
    for delimiter in ("\t", ";", "|", ","):
        widths = Counter(len(record.cells) for record in records_of(iter(lines[:TRIED]), delimiter) if not record.fault)
        rows = sum(many for width, many in widths.items() if width > 1)
        common = max((many for width, many in widths.items() if width > 1), default=0)
        if (common, rows) > best:
            best, chosen = (common, rows), delimiter
    return chosen


def _width(cells: Sequence[str]) -> int:
    return max((number for number, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _head(records: Sequence[Record]) -> int:
    """Return how many headings there are: the cells of the widest row without a figure; 0 where no row of several cells is without."""
    rows = [
        record.cells
        for record in records[:TRIED]
        if not record.fault and not any(_FIGURE.fullmatch(cell) for cell in record.cells)
    ]
    width = max((_width(row) for row in rows), default=0)
    return width if width > 1 else 0
