"""What the workbooks have in common: their formats, how a sheet is set on A4, cells that stay what they are, and keys to read them back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.values import EXACT
from checker.base.width import visible
from checker.base.width import width as columns
from checker.engines.outcome import FollowUp
from checker.findings.rows import wan
from checker.records.forms import KEY, KEY_HEADS, KEYS, KEYS_ALONE, KEYS_FORMAT, Form
from checker.records.keys import Address
from checker.records.states import STATES
from checker.reports.extras import need

ROWS = 1_048_576
"""The most rows of a sheet."""
CELL = 32_767
"""The most characters that a cell holds; what is cut says so."""
DIGITS = 15
"""A spreadsheet keeps so many digits of a number; a longer amount is written as text."""
TALLEST = 400
"""Points beyond which a row is made no higher: a program refuses 410."""
FILLS = {"high": "#F8CBAD", "medium": "#FFE699", "low": "#FFF8DC", "info": "#EDEDED"}
"""The colour behind a severity."""
_PERCENT = re.compile(r"(-?[\d,]+)(?:\.(\d+))?%")
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f']")


class Book:
    """A workbook while it is written, in one language; nothing in it is a formula."""

    def __init__(self, lang: str, title: str) -> None:
        library = need("xlsxwriter", "xlsx", "XLSX")
        self.lang = lang
        self.stream = io.BytesIO()
        settings = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = library.Workbook(self.stream, settings)
        self.book.set_properties({"title": title, "created": datetime(2000, 1, 1)})  # the same report, the same bytes
        self.names: set[str] = set()
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.plain = self.format()
        self.head = self.format(bold=True, bg_color="#DDE7F0", align="center", valign="vcenter")
        self.empty = self.format(bg_color="#FFFBE6")
        self.day = self.format(bg_color="#FFFBE6", num_format="yyyy-mm-dd", align="left")
        self.right = self.format(align="right")
        self.bold = self.format(bold=True, bg_color="#F2F2F2")

    def format(self, **given: Any) -> Any:
        """Return the format of a cell with a thin border, made once."""
        key = tuple(given.items())
        if key not in self.formats:
            base = {
                "font_name": "宋体",
                "font_size": 10,
                "valign": "top",
                "border": 1,
                "border_color": "#BFBFBF",
                "text_wrap": True,
            }
            self.formats[key] = self.book.add_format({**base, **given})
        return self.formats[key]

    def bytes(self) -> bytes:
        """Return the finished workbook."""
        self.book.close()
        return self.stream.getvalue()

    def name(self, wanted: str) -> str:
        """Return a name for a sheet that is allowed and not taken yet."""
        plain = _NO_NAME.sub(" ", visible(wanted)).strip() or "-"
        found, number = plain[:31], 1
        while found.lower() in self.names:
            number += 1
            found = f"{plain[: 28 - len(str(number))]} ({number})"
        self.names.add(found.lower())
        return found


class Page:
    """One sheet while it is written, from the top: rows that are set on A4, landscape, one page wide; a column of width 0 is hidden."""

    def __init__(self, book: Book, name: str, widths: Sequence[float]) -> None:
        self.book, self.widths, self.row = book, widths, 0
        self.sheet = book.book.add_worksheet(name)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width or 4, None, {} if width else {"hidden": True})
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        self.sheet.set_footer("&C第 &P 页，共 &N 页" if book.lang == "zh" else "&CPage &P of &N")
        self.sheet.hide_gridlines(2)

    def line(self, text: str, **given: Any) -> None:
        """Write a text over the whole width, as high as it needs."""
        last = len(self.widths) - 1
        form = self.book.format(border=0, **given)
        size = given.get("font_size", 10)
        shown = self.shown(text)
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, "", form)
        self.sheet.write_string(self.row, 0, shown, form)
        self._height([shown], [sum(self.widths) * 10 / size], size)
        self.row += 1

    def write_pair(self, name: str, value: Decimal | str | None, note: str) -> None:
        """Write a figure beside its name, over the first columns."""
        sheet, row, bold = self.sheet, self.row, self.book.format(bold=True)
        sheet.merge_range(row, 0, row, 2, "", bold)
        sheet.write_string(row, 0, self.shown(name), bold)
        left = self.book.format(align="left", num_format="#,##0.00####")
        if isinstance(value, Decimal) and len(value.as_tuple().digits) <= DIGITS:
            sheet.write_number(row, 3, value.normalize(), left)
        else:
            sheet.write_string(row, 3, self.shown("" if value is None else str(value)), left)
        if note:
            sheet.write_string(row, 4, self.shown(note), self.book.format(border=0, text_wrap=False))
        self.row += 1

    def title(self, text: str, note: str = "") -> None:
        """Write the title of the sheet, with what holds for all of it."""
        self.line(text, font_size=14, bold=True)
        if note:
            self.line(note, font_color="#595959")

    def heads(self, texts: Sequence[str], count: int, *, filters: bool = True) -> None:
        """Write the headings of a table of *count* rows; of the first one they stay in sight and stand on every page."""
        texts = [_broken(text, width) for text, width in zip(texts, self.widths)]
        for column, text in enumerate(texts):
            self.sheet.write_string(self.row, column, text, self.book.head)
        self._height(texts, self.widths, 10)
        if filters:
            self.sheet.autofilter(self.row, 0, self.row + max(1, count), len(texts) - 1)
            self.sheet.freeze_panes(self.row + 1, 0)
            self.sheet.repeat_rows(self.row)
        self.row += 1

    def write(self, cells: Sequence[Any], forms: Sequence[Any] = (), level: int = 0, over: int = -1) -> None:
        """Write one row: numbers as numbers, days as days, None as an empty cell, anything else as a text.

        A text in column *over* runs on over the empty cells beside it.
        """
        book, sheet, row = self.book, self.sheet, self.row
        texts = []
        for column, value in enumerate(cells):
            form = forms[column] if column < len(forms) and forms[column] is not None else book.plain
            shown = ""
            if value is None or value == "":
                sheet.write_blank(row, column, None, form)
            elif isinstance(value, Decimal):
                self._decimal(column, value, form)
            elif isinstance(value, int):
                sheet.write_number(row, column, value, form)
            elif isinstance(value, Ratio):
                self._ratio(column, value)
            elif isinstance(value, date):
                sheet.write_datetime(row, column, value, book.day)
            else:
                shown = self.shown(value)
                sheet.write_string(row, column, shown, form)
            texts.append("" if column == over else shown)
        self._height(texts, self.widths, 10, level)
        self.row += 1

    def shown(self, text: str) -> str:
        """Return a text as a cell shows it: what cannot be seen made visible, what is too long cut."""
        shown = visible(text)
        if len(shown) > CELL:
            more = f"…（共 {len(shown)} 字）" if self.book.lang == "zh" else f"… ({len(shown)} characters)"
            shown = shown[: CELL - len(more)] + more
        return shown

    def _decimal(self, column: int, value: Decimal, form: Any) -> None:
        exponent = value.normalize().as_tuple().exponent
        decimals = max(2, -exponent if isinstance(exponent, int) else 2)
        if len(value.as_tuple().digits) > DIGITS:
            self.sheet.write_string(self.row, column, f"{value:f}", self.book.right)
            return
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
        given = {"bold": True, "bg_color": "#F2F2F2"} if form is self.book.bold else {}
        self.sheet.write_number(
            self.row, column, value, self.book.format(num_format="#,##0." + "0" * decimals, **given)
        )

    def _ratio(self, column: int, value: Ratio) -> None:
        match = _PERCENT.fullmatch(value)
        if match is None or len(value) > DIGITS:
            self.sheet.write_string(self.row, column, value, self.book.right)
            return
        number = Decimal(value.rstrip("%").replace(",", "")).scaleb(-2)
        decimals = "." + "0" * len(match[2]) if match[2] else ""
        self.sheet.write_number(self.row, column, number, self.book.format(num_format=f"#,##0{decimals}%"))

    def _height(self, texts: Iterable[str], widths: Iterable[float], size: float, level: int = 0) -> None:
        """Make the row as high as its longest text needs: not every program does so when it opens the file."""
        lines = 1
        for text, wide in zip(texts, widths):
            if wide and len(text) * 2 > wide - 1:
                room = max(1, int(wide) - 1)
                needed = sum(max(1, -(-columns(part) // room)) for part in text[:5000].split("\n"))
                lines = max(lines, needed)
        height = min(TALLEST, lines * size * 1.4 + 2)
        self.sheet.set_row(self.row, height, None, {"level": level} if level else {})

    def choices(self, column: int, first: int, last: int) -> None:
        """Offer the states in a column, from row *first* to row *last*, both counted from 0."""
        states = [state.say(self.book.lang) for state in STATES.values()]
        self.sheet.data_validation(first, column, max(first, last), column, {"validate": "list", "source": states})


def _broken(head: str, width: float) -> str:
    """Return a heading with its line broken where a reader would, if it is wider than its column."""
    if columns(head) <= width - 1 or not width:
        return head
    return re.sub(r"(?<=、)|(?=（)| (?=\()|(?<=,) ", "\n", head, count=1)


class Ratio(str):
    """A ratio as printed; a cell holds it as a number where it is a percentage."""

    __slots__ = ()


def money(fen: int | None, lang: str) -> Decimal | None:
    """Return an amount in the unit of the report (`UNIT_OF_MONEY`); None for none."""
    return None if fen is None else wan(fen) if lang == "zh" else Decimal(fen).scaleb(-2, EXACT)


def in_unit(value: Any, lang: str) -> Any:
    """Return a figure of a row, which is in 万元, in the unit of the report; a text stays one."""
    return value.scaleb(4, EXACT) if isinstance(value, Decimal) and lang == "en" else value


def heads(form: Form, lang: str) -> list[str]:
    """Return the headings of the columns to fill in, that of the key last."""
    return [*(column.head.say(lang) for column in form.columns.values()), KEY.say(lang)]


def filled(form: Form, known: FollowUp | None, lang: str) -> list[Any]:
    """Return what stands in the columns to fill in, by what is *known* of a finding."""
    if known is None:
        return [None] * len(form.columns)
    return [STATES[known.state].say(lang) if name == "state" else getattr(known, name, None) for name in form.columns]


def write_keys(book: Book, keys: Iterable[tuple[str, Address]], *, alone: bool = False) -> None:
    """Write the hidden sheet that says which checks each key stands for, and whether one sheet is filled in, *alone*."""
    book.book.constant_memory = (
        True  # of thousands of units this is by far the largest sheet: its rows go to a file at once
    )
    sheet = book.book.add_worksheet(book.name(KEYS.say(book.lang)))
    book.book.constant_memory = False
    sheet.write_string(0, 0, KEYS_FORMAT)
    if alone:
        sheet.write_string(0, 1, KEYS_ALONE)
    for column, head in enumerate(KEY_HEADS):
        sheet.write_string(1, column, head)
    for row, (key, found) in enumerate(keys, 2):
        if row >= ROWS:  # the library would leave the rest out without a word
            told = Text(
                f"整改台账要记 {ROWS:,} 项以上的检查，一张表放不下",
                f"the ledger would stand for more than {ROWS:,} checks: a sheet holds no more",
            )
            hint = Text("按区划分几次做总览", "make an overview of fewer units, such as one a district")
            raise InputError([Problem("too-many", Place("xlsx"), told, hint)])
        for column, text in enumerate((key, found.fingerprint, *found)):
            sheet.write_string(
                row, column, visible(text)
            )  # a case has nothing that cannot be seen; what was made by hand may
    sheet.protect()
    sheet.hide()


UNIT_OF_MONEY = Text("金额单位：万元", "Amounts in yuan")
"""The unit of every amount: the same in the columns as in the sentences of the language."""
