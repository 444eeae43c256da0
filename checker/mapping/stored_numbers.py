"""A number as a workbook stores it → plain digits: what of them the spreadsheet shows, and what is noise or lost."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

DIGITS = 15
"""Significant digits that a spreadsheet keeps and shows of a number."""


def digits_of(text: str) -> tuple[str, str]:
    """Return a stored number in plain digits, and what was done to it: "" (nothing), "noise" or "lost".

    "noise" stands beyond the 15 digits that a spreadsheet shows and comes of binary fractions; "lost" is a whole number of
    more digits, of which the last are not known.
    """
    number = Decimal(text)
    if not number.is_finite():
        return text, "lost"
    if len(number.normalize().as_tuple().digits) <= DIGITS:
        return _written(number), ""
    short = Decimal(f"{number:.{DIGITS - 1}e}")
    if number == number.to_integral_value() and abs(number) >= 10**DIGITS:
        return _written(number), "lost"
    same = _stored(number) == _stored(short)  # the same stored number, written with more digits than it has
    return _written(short.normalize()), "" if same else "noise"  # zeros that nobody wrote are no decimals of a report


def _stored(number: Decimal) -> Fraction | None:
    """Return the binary fraction of 53 bits that a spreadsheet stores of *number*, exactly; nothing beyond its range."""
    if abs(number.adjusted()) > 300:
        return None
    size = Fraction(abs(number))
    power = size.numerator.bit_length() - size.denominator.bit_length()
    power -= size < Fraction(2) ** power
    unit = Fraction(2) ** (power - 52)
    return round(size / unit) * unit


def _written(number: Decimal) -> str:
    if abs(number.adjusted()) > 60:
        return str(number)
    return f"{number:f}" if number != number.to_integral_value() else f"{number.quantize(Decimal(1)):f}"
