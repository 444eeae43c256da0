"""Days and times as a spreadsheet shows them: a serial number, written by the pieces of a number format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

Piece = tuple[str, str, str]
"""A piece of a number format: what it is, its characters, the place of a currency."""
FIRST = 61
"""The first serial number whose day is beyond doubt: a spreadsheet counts a 29 February 1900, which no calendar has."""
LAST = 2_958_465
_DAY = 86_400


def moment(serial: Decimal, late: bool) -> datetime | None:
    """Return the moment of a serial number, to the second; nothing where no calendar has it. *late* counts from 1904."""
    if not 0 <= serial <= LAST - 1462 * late:
        return None
    start = datetime(1904, 1, 1) if late else datetime(1899, 12, 30)
    return start + timedelta(seconds=int((serial * _DAY).quantize(Decimal(1), ROUND_HALF_UP)))


def serial_of(value: date | datetime | time | timedelta, late: bool) -> Decimal:
    """Return the serial number of what another program read as a day, a time or a length of time."""
    if isinstance(value, timedelta):
        return Decimal(value.days) + Decimal(value.seconds) / _DAY + Decimal(value.microseconds) / _DAY / 1_000_000
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second + Decimal(value.microsecond) / 1_000_000) / _DAY
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return serial_of(value.replace(tzinfo=None) - (datetime(1904, 1, 1) if late else datetime(1899, 12, 30)), late)


def dated(serial: Decimal, pieces: Sequence[Piece], late: bool) -> tuple[str, str]:
    """Return a serial number as the pieces of a format write it, and what is wrong: "" (nothing), "format" or "day"."""
    at = moment(serial, late)
    if at is None:
        return f"{serial:f}", "day"
    plain = f"{at:%Y-%m-%d}" if at.time() == time(0) else f"{at:%Y-%m-%d %H:%M:%S}"
    kinds = [(kind, text.lower()) for kind, text, _ in pieces]
    if any(kind == "date" and text[0] in "yd" for kind, text in kinds) and serial < FIRST and not late:
        return plain, "day"
    tokens = [text for kind, text in kinds if kind == "date"]
    shown, seen, clock = "", 0, ""
    for kind, text in kinds:
        if kind == "date":
            following = tokens[seen + 1][0] if seen + 1 < len(tokens) else ""
            minutes = text[0] == "m" and len(text) < 3 and (clock == "h" or following == "s")
            word = _part(at, text, minutes)
            if not word:
                return plain, "format"
            shown += word
            clock = text[0] if text[0] in "hs" else "" if not minutes else clock
            seen += 1
        elif kind in ("quoted", "escaped", "money", "plain"):
            written = next(piece[1] for piece in pieces if piece[0] == kind and piece[1].lower() == text)
            shown += _written(kind, written)
        elif kind == "mark" and text in "/.," and not re.search(r"\.\Z", shown):
            shown += text
        elif kind == "mark" and text == "@":
            continue
        elif kind == "room":
            shown += " "
        elif kind not in ("fill", "colour"):
            return plain, "format"
    return shown.strip(), ""


def _written(kind: str, text: str) -> str:
    if kind == "quoted":
        return text[1:-1]
    if kind == "escaped":
        return text[1:]
    return text[2:-1].partition("-")[0] if kind == "money" else text


def _part(at: datetime, text: str, minutes: bool) -> str:
    """Return a part of a moment as a token of a format writes it; "" for one that is not understood (names of months and days)."""
    number = {"y": at.year, "m": at.minute if minutes else at.month, "d": at.day, "h": at.hour, "s": at.second}.get(
        text[0]
    )
    if number is None:
        return ""
    if text[0] == "y":
        return f"{at.year:04}" if len(text) > 2 else f"{at.year % 100:02}"
    return "" if len(text) > 2 else f"{number:02}" if len(text) == 2 else f"{number}"
