"""Makes text from a case harmless where it is printed: control characters and direction marks become visible."""

from __future__ import annotations

from checker.base.width import visible

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, full-width forms as well."""


def cell(text: str) -> str:
    """Return *text* for a cell of a CSV file: what could be run as a formula is led by an apostrophe."""
    shown = visible(text)
    return "'" + shown if shown.lstrip(" ").startswith(FORMULA) else shown
