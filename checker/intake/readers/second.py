"""The second reading of a spreadsheet, by calamine: every value is read twice, and where the two disagree nobody knows it."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.intake.readers.days import serial_of
from checker.intake.refusing import reason

WIDEST_AREA = 8_000_000
"""Cells of the smallest rectangle around all that a sheet holds, beyond which it is not read a second time: that takes memory for each."""
COMMAND = 'pip install "expenditure-checker[import]"'
_RUN = re.compile(r"\d+")
_SHORT = Context(prec=15)
_SECOND = Decimal(1) / 86_400


def need(module: str, kind: str) -> Any:
    """Return a library of the extra `import`; raises InputError naming the extra where it is not installed."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        told = Text(f"读 {kind} 要用的库没有安装", f"the library that reads {kind} is not installed")
        raise InputError([Problem("no-library", Place(kind), told, Text(COMMAND, COMMAND))]) from None


class Second:
    """A workbook as calamine reads it; `state` is "", "missing" where it is not installed, "failed" where it cannot read the file.

    `why` is what the library said where it failed, or broke off.
    """

    why = ""

    def __init__(self, data: bytes) -> None:
        self.state = ""
        self._book: Any = None
        try:
            calamine = need("python_calamine", "Excel")
        except InputError:
            self.state = "missing"
            return
        self._book, self.why = tried(lambda: calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)))
        if self._book is None:
            self.state = "failed"

    def rows(self, name: str, number: int) -> list[list[Any]] | None:
        """Return the values of a sheet by row and column from its first cell; nothing where it cannot be read.

        *number* counts the sheets from 0, for names that a program writes otherwise.
        """
        if self._book is None:
            return None
        by_name = name in self._book.sheet_names
        rows: list[list[Any]] | None
        rows, self.why = tried(
            lambda: (
                self._book.get_sheet_by_name(name) if by_name else self._book.get_sheet_by_index(number)
            ).to_python(skip_empty_area=False)
        )
        return rows


def attempt(read: Any, *given: Any) -> Any:
    """Return what *read* returns; nothing where it fails, in whatever way a library fails on damaged files."""
    return tried(read, *given)[0]


def tried(read: Any, *given: Any) -> tuple[Any, str]:
    """Return what *read* returns, and ""; where it fails nothing, and what the library said of it."""
    try:
        return read(*given), ""
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is none of Exception
        return None, reason(error)


def agrees(kind: str, raw: str, other: Any, late: bool) -> bool:
    """Whether a value ("number" in plain digits, "text", "bool", "iso") is what the second reading found."""
    if kind == "number":
        if (told := repr(other)) == raw or told == raw + ".0":
            return True
        if isinstance(other, (bool, str)):
            return False
        if isinstance(other, (date, datetime, time, timedelta)):
            return abs(serial_of(other, late) - Decimal(raw)) < _SECOND
        return _SHORT.create_decimal(repr(other)) == _SHORT.create_decimal(raw)
    if kind == "bool":
        return isinstance(other, bool) and other is (raw == "TRUE")
    if kind == "iso":
        return (other.isoformat() if isinstance(other, (date, datetime)) else str(other))[:10] == raw[:10]
    if kind == "text":
        return other == raw or (isinstance(other, str) and _RUN.findall(other) == _RUN.findall(raw))
    return True
