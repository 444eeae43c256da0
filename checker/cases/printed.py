"""Where a text prints a figure: in digits with a unit, or in words such as 九成, 四分之一 and 1.35倍."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.base.named import NamedTuple
from checker.base.patterns import pattern
from checker.base.values import EXACT, UNIT_WORDS, UNITS, half_width

_HAN = "[〇零一二两三四五六七八九十百千万]+"
_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
NUMBER = pattern(
    r"(?P<sign>(?<![\d.])-)?\s*(?P<digits>(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?P<more>[余多来几])?\s*"
    rf"(?P<unit>%|个百分点|倍|成|{'|'.join(sorted([*UNITS, *UNIT_WORDS], key=len, reverse=True))})?"
    rf"|百分之(?P<percent>{_HAN})|(?P<over>{_HAN}|半)成(?P<tenths>[一二三四五六七八九半])?|(?P<under>{_HAN})分之(?P<part>{_HAN})"
    rf"|(?P<half>一半)|(?P<times>{_HAN})倍|(?P<count>{_HAN})(?P<some>[余多来几])?(?=[个人项名家次批台辆件])"
)
"""A figure of any kind as it may be printed."""
POINTS = "points"
RATES = ("rate", POINTS)


class Printed(NamedTuple):
    """A figure in a text: where it stands, its value, its last digit and its last one that is no zero, as values.

    `more` is the word between digits and unit that says there is more of it (80余万元); a `share` is a fraction in words (四分之一),
    which may stand for a rounded rate.
    """

    start: int
    end: int
    minus: bool
    value: Decimal
    last: Decimal
    round: Decimal
    more: str = ""
    share: bool = False


def figures(plain: str, kind: str, unit: str | None) -> Iterator[Printed]:
    """Yield the figures of *kind* (amount, rate, count, number) in *plain*, of half width: money in fen, a percent as a fraction.

    Of kind "points" are those of a rate and percentage points (5个百分点): what two rates differ by, never a rate of growth.
    """
    for match in NUMBER.finditer(plain):
        digits = match["digits"]
        found = _in_digits(match, digits, kind, unit) if digits else _in_words(match, kind)
        if found is not None:
            number, scale = found
            last = Decimal(1).scaleb(int(number.as_tuple().exponent), EXACT) if digits else Decimal(1)
            tail = int(number.normalize(EXACT).as_tuple().exponent) if number else 0
            yield Printed(
                match.start(),
                match.end(),
                match["sign"] is not None,
                number * scale,
                last * scale,
                Decimal(1).scaleb(tail, EXACT) * scale,
                match["more"] or match["some"] or "",
                bool(match["under"] or match["half"]),
            )


def in_points(text: str, size: Decimal) -> bool:
    """Whether *text* prints the rate of *size* in percentage points only: as what two rates differ by."""
    plain = half_width(text)
    found, rates = ({each.value for each in figures(plain, kind, None)} for kind in (POINTS, "rate"))
    return size in found - rates


def _in_digits(match: re.Match[str], digits: str, kind: str, unit: str | None) -> tuple[Decimal, Decimal] | None:
    """Return the number as printed and what one of it is worth; nothing where it is a figure of another kind."""
    number, suffix = Decimal(digits.replace(",", "")), match["unit"] or ""
    if kind in RATES:
        worth = {"%": Decimal("0.01"), "倍": Decimal(1), "成": Decimal("0.1")}.get(suffix)
        worth = Decimal("0.01") if kind == POINTS and suffix == "个百分点" else worth
        return None if worth is None else (number, worth)
    if kind == "amount":
        money = UNITS.get(UNIT_WORDS.get(suffix, suffix) if suffix else unit or "")
        return None if money is None else (number, Decimal(money))
    return (number, Decimal(1)) if not suffix or suffix == "分" else None


def _in_words(match: re.Match[str], kind: str) -> tuple[Decimal, Decimal] | None:
    if match["count"] is not None:
        return (Decimal(han(match["count"])), Decimal(1)) if kind == "count" else None
    if kind not in RATES:
        return None
    hundredth = Decimal("0.01")
    if match["percent"] is not None:
        return Decimal(han(match["percent"])), hundredth
    if match["over"] is not None:
        tenths = {"半": Decimal("0.5"), None: Decimal(0)}
        whole = Decimal("0.5") if match["over"] == "半" else Decimal(han(match["over"]))
        more = tenths[match["tenths"]] if match["tenths"] in tenths else Decimal(han(match["tenths"])) / 10
        return (whole + more) * 10, hundredth
    if match["under"] is not None:
        under = han(match["under"])
        return (Decimal(han(match["part"])) * 100 / under, hundredth) if under else None
    return (Decimal(50), hundredth) if match["half"] else (Decimal(han(match["times"])), Decimal(1))


def han(text: str) -> int:
    """Return a number in Chinese numerals, such as 二十三 or 一百零五."""
    total = part = digit = 0
    for char in text:
        if char == "万":
            total, part, digit = (total + part + digit or 1) * 10_000, 0, 0
        elif char in _TENS:
            part, digit = part + (digit or 1) * _TENS[char], 0
        else:
            digit = _DIGITS[char] if not digit else digit * 10 + _DIGITS[char]
    return total + part + digit
