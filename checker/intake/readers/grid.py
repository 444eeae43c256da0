"""What the readers of spreadsheets share: stored values become cells with their shown text, read twice, with what a person should know."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Context, Decimal
from typing import Any, NamedTuple

from checker.base import errors
from checker.base.errors import InputError, Problem, Text
from checker.intake import ole
from checker.intake.document import Cell, Note, Place, State, Table
from checker.intake.readers.bounds import MOST_CELLS
from checker.intake.readers.second import COMMAND, WIDEST_AREA, Second, agrees
from checker.intake.readers.shown import Display, brief, show, show_text
from checker.mapping.workbook import letters_of

UNCOMPARED = frozenset(("error", "formula", "time"))
"""Kinds of which the second reading has nothing to compare."""
MOST_MERGED = 2_000_000
"""Rows of all merged ranges of a sheet together."""
BEYOND = 64
"""Rows and columns of a merged range that may lie beyond the last cell of a sheet that holds anything."""
NAMED = 5
"""Cells that a note names; the others are counted."""
RESULT = Text(
    "公式没有保存结果；在表格软件里打开，重新保存",
    "is a formula whose result was not kept; open and save it in the spreadsheet",
)
STALE = Text(
    "公式的结果不是表格软件算的（文件要求打开时重算）；在 Excel 或 WPS 里打开，重新保存",
    "is a formula whose result no spreadsheet computed (the file asks to be computed when it is opened); open and save it in Excel or WPS",
)
MARKED = Text(
    "有上标、下标或划掉的数字，连着读会成另一个数；改成单独的文字",
    "has digits that are raised, lowered or struck out and would make another figure if read on; write them apart",
)
STRUCK = Text("划了删除线，是不是还算数看不出来", "is struck out: whether it still holds cannot be seen")
_LOST = Text(
    "存成了数值，超过 15 位，末几位已不可靠；原表里要存成文本",
    "is stored as a number of more than 15 digits: the last are not reliable; store it as text",
)
_DISAGREE = Text("两种读法读出的不同", "two ways of reading it disagree")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_FIGURE = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_SHORT = Context(prec=15)


class Value(NamedTuple):
    """What a file stores in a cell: "number" (digits), "text", "bool", "error", "formula" (without a result), or "iso" (a day in words).

    `code` is its number format; `display` what is shown, where the file says so itself; `doubt` why it cannot be used, where that is known.
    """

    row: int
    column: int
    kind: str
    raw: str
    code: str = "General"
    display: Display | None = None
    doubt: Text | None = None


class Frame(NamedTuple):
    """A sheet without its values: merged ranges as (top, left, bottom, right), hidden rows, hidden columns, whether days count from 1904."""

    name: str
    hidden: bool = False
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    late: bool = False
    number: int = 0

    @property
    def place(self) -> Place:
        """Where the sheet stands."""
        return Place((("sheet", self.name),))


def refused(name: str, code: str, zh: str, en: str, hint_zh: str, hint_en: str) -> InputError:
    """Return what to say of a file that cannot be read, and what to do."""
    return InputError([Problem(code, errors.Place(name), Text(zh, en), Text(hint_zh, hint_en))])


def no_workbook(data: bytes, name: str) -> InputError:
    """Return what to say of a compound file that holds no workbook that is read."""
    streams = ole.streams(data)
    if "EncryptedPackage" in streams:
        return refused(
            name,
            "encrypted",
            "是加密的文件（有打开密码）",
            "is encrypted (it asks for a password)",
            "在 Excel 或 WPS 里打开，去掉打开密码，另存一份",
            "open it in Excel or WPS, take the password away and save a copy",
        )
    if "WordDocument" in streams:
        return refused(
            name,
            "workbook",
            "是 Word 文档（.doc、.wps），不是表格",
            "is a Word document (.doc, .wps) and no workbook",
            "在 Word 或 WPS 里打开，另存为 .docx",
            "open it in Word or WPS and save it as .docx",
        )
    return refused(
        name,
        "workbook",
        "不是能读的 Excel 工作簿，或已损坏",
        "is no Excel workbook that can be read, or is damaged",
        "在 Excel 或 WPS 里打开，另存为 .xlsx",
        "open it in Excel or WPS and save it as .xlsx",
    )


def _unconfirmed(second: Second) -> Text:
    """Return why a sheet is not confirmed, with what the second reader said."""
    zh, en = (f"（{second.why}）", f" ({second.why})") if second.why else ("", "")
    return Text(
        f"第二种读法读不了这张表{zh}，没有核对",
        f"the second way of reading cannot read this sheet{en}: it is not confirmed",
    )


def table(frame: Frame, values: Sequence[Value], second: Second) -> tuple[Table, list[Note], list[Note]]:
    """Return a sheet as a table, what a person should know of it, and why it cannot be read for sure (nothing where it can)."""
    rows = max((value.row for value in values), default=0)
    columns = max((value.column for value in values), default=0)
    other, state = None, second.state
    if values and not state:
        other = second.rows(frame.name, frame.number) if rows * columns <= WIDEST_AREA else None
        state = "" if other is not None else "failed"
    doubtful = _unconfirmed(second)
    spans = {  # of a title that is merged over a whole row, the 16,000 columns beyond the sheet are no part of the table
        (top, left): (
            min(bottom, max(rows, top) + BEYOND) - top + 1,
            min(right, max(columns, left) + BEYOND) - left + 1,
        )
        for top, left, bottom, right in frame.merged
    }
    covered = _covered(frame.merged, rows)
    told = _Told(frame)
    cells: list[Cell] = []
    sheet = ("sheet", frame.name)
    met = 0
    letters: dict[int, str] = {}
    line: Sequence[Any] = ()
    at = 0
    for row, column, kind, raw, code, display, doubt in values:
        if row != at:  # values come by rows
            at, line = row, other[row - 1] if other is not None and row <= len(other) else ()
        ref = f"{letters.get(column) or letters.setdefault(column, letters_of(column))}{row}"
        stored = text = ""
        if kind == "number":
            stored, lost = (raw, False) if len(raw) <= 15 and _PLAIN.fullmatch(raw) else plain_digits(raw)
            doubt = doubt or (_LOST if lost else None)
            text = brief(stored, code) if display is None else ""
        elif kind == "text" and code == "General" and display is None:
            text = raw
        unread, day = doubt, False
        if not text:
            display = display or (show(stored, code, frame.late) if stored else _plain(kind, raw, code))
            told.note(ref, kind, stored, display)
            text, day, unread = display.text, display.day, doubt or display.unread
        if doubt in (MARKED, STRUCK):
            told.marked.append(ref)
        if other is not None:
            found = line[column - 1] if column <= len(line) else ""
            met += found != ""
            if kind not in UNCOMPARED and not agrees(kind, stored or raw, found, frame.late):
                unread = _DISAGREE
                told.differ.append(ref)
        elif state == "failed" and kind != "formula":
            unread = unread or doubtful
        hidden: State = "hidden" if row in frame.hidden_rows or column in frame.hidden_columns else ""
        high, wide = spans.get((row, column), (1, 1)) if spans else (1, 1)
        if (
            covered
            and (row, column) not in spans
            and any(left <= column <= right for left, right in covered.get(row, ()))
        ):
            hidden = "hidden"
            told.covered.append(ref)
        if not text.isascii():
            text = _SURROGATE.sub("\ufffd", text)
        cells.append(
            Cell(
                Place((sheet, ("cell", ref))),
                row,
                column,
                text,
                high,
                wide,
                "" if day else stored,
                code if stored else "",
                hidden,
                unread,
            )
        )
    if other is not None and met != sum(len(each) - each.count("") for each in other):
        cells = _with_lost(frame, cells, other, told)
    rows = max((cell.row + cell.rows - 1 for cell in cells), default=0)
    columns = max((cell.column + cell.columns - 1 for cell in cells), default=0)
    stopped = [Note(frame.place, doubtful)] if state == "failed" and values else []
    return (
        Table(frame.place, frame.name, rows, columns, tuple(cells), "hidden" if frame.hidden else ""),
        told.notes(),
        stopped,
    )


def plain_digits(raw: str) -> tuple[str, bool]:
    """Return the 15 digits that a spreadsheet keeps of a number, in plain notation, and whether last digits of a whole number are lost.

    Raises ValueError for what is no number.
    """
    if _FIGURE.fullmatch(raw) is None:
        raise ValueError("a number that is none")
    number = Decimal(raw)
    short = _SHORT.plus(number)
    lost = number.adjusted() >= _SHORT.prec and bool(number)
    written = str(short) if abs(short.adjusted()) > 60 else f"{short:f}"
    if "." in written and "E" not in written and (len(written) > 15 or short == short.to_integral_value()):
        written = written.rstrip("0").rstrip(".")  # zeros that cutting to 15 digits leaves
    return written, lost


def _plain(kind: str, raw: str, code: str) -> Display:
    if kind == "text":
        return show_text(raw, code)
    if kind == "error":
        return Display(raw, unread=Text(f"是表格软件的错误值 {raw}", f"is the error {raw} of a spreadsheet"))
    if kind == "formula":
        return Display(raw, unread=RESULT)
    return Display(raw)


def _covered(merged: Iterable[tuple[int, int, int, int]], rows: int) -> dict[int, list[tuple[int, int]]]:
    """Return the columns that merged ranges cover of each of the first *rows* rows."""
    found: dict[int, list[tuple[int, int]]] = {}
    for top, left, bottom, right in merged:
        for row in range(top, min(bottom, rows) + 1):
            found.setdefault(row, []).append((left, right))
    return found


def _with_lost(frame: Frame, cells: list[Cell], other: list[list[Any]], told: _Told) -> list[Cell]:
    """Return the cells with those that only the second reading found: unread, but there."""
    known = {(cell.row, cell.column) for cell in cells}
    for row, line in enumerate(other, 1):
        for column, found in enumerate(line, 1):
            if found != "" and (row, column) not in known and len(told.differ) < MOST_CELLS:
                ref = f"{letters_of(column)}{row}"
                text = (
                    plain_digits(repr(found))[0]
                    if isinstance(found, (int, float)) and not isinstance(found, bool)
                    else str(found)
                )
                cells.append(Cell(frame.place.below("cell", ref), row, column, text, unread=_DISAGREE))
                told.differ.append(ref)
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


class _Told:
    """What is noted of a sheet while its cells are made; each kind becomes one note."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.more: list[str] = []
        self.blank: list[str] = []
        self.covered: list[str] = []
        self.differ: list[str] = []
        self.empty: list[str] = []
        self.errors: list[str] = []
        self.marked: list[str] = []

    def note(self, ref: str, kind: str, stored: str, display: Display) -> None:
        """Keep what is to be told of one cell."""
        if display.more:
            self.more.append(f"{ref}（{stored} → {display.text}）" if len(self.more) < NAMED else "")
        elif stored and not display.text.strip("-－–— ") and display.unread is None:
            self.blank.append(ref)
        elif kind == "formula":
            self.empty.append(ref)
        elif kind == "error":
            self.errors.append(f"{ref}（{display.text}）")

    def notes(self) -> list[Note]:
        """Return the notes of the sheet."""
        frame = self.frame
        pairs: list[tuple[list[str], str, str]] = [
            (self.differ, "两种读法读出的不同，没有读", "read differently by two readers, left unread"),
            (self.empty, "公式没有保存结果，没有读", "formulas whose results were not kept, left unread"),
            (self.errors, "表格软件的错误值，没有读", "errors of a spreadsheet, left unread"),
            (self.more, "存的小数比显示的多，按显示的读", "more decimals stored than shown, read as shown"),
            (self.blank, "存的是 0，显示为空白或短横", "0 is stored, shown as blank or a dash"),
            (
                self.marked,
                "有上标、下标或划掉的数字，没有读",
                "digits that are raised, lowered or struck out, left unread",
            ),
            (self.covered, "合并单元格下面还有看不见的内容", "content that a merged cell covers"),
            (ranges(frame.hidden_rows, str), "隐藏的行", "hidden rows"),
            (ranges(frame.hidden_columns, letters_of), "隐藏的列", "hidden columns"),
        ]
        found = [Note(frame.place, Text("这张表是隐藏的", "this sheet is hidden"))] if frame.hidden else []
        return found + [
            Note(frame.place, Text(f"{zh}：{_listed(refs, 'zh')}", f"{en}: {_listed(refs, 'en')}"))
            for refs, zh, en in pairs
            if refs
        ]


def ranges(numbers: Iterable[int], name: Any) -> list[str]:
    """Return numbers as ranges: 3-5, 9."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return [name(first) if first == last else f"{name(first)}-{name(last)}" for first, last in found]


def _listed(refs: list[str], lang: str) -> str:
    named, rest = refs[:NAMED], len(refs) - NAMED
    if lang == "en":
        return ", ".join(named) + (f" and {rest} more" if rest > 0 else "")
    return "、".join(named) + (f" 等 {len(refs)} 处" if rest > 0 else "")


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the collecting of garbage: a sheet makes millions of objects and no circle, and looking for one takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def unconfirmed(place: Place) -> Note:
    """Return the note of a document that was read once only, for want of the second reader."""
    return Note(
        place,
        Text(
            f"没有安装 python-calamine，数没有用第二种读法核对；{COMMAND}",
            f"python-calamine is not installed: figures were read once only; {COMMAND}",
        ),
    )
