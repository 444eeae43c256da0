"""Makes text from a case harmless where it is printed: control characters and direction marks become visible."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Controls, marks that turn the direction of writing, and what XML cannot hold; tab and newline stay."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, full-width forms as well."""


def visible(text: str) -> str:
    """Return *text* with every hidden character shown as ⟨U+202E⟩."""
    return HIDDEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def cell(text: str) -> str:
    """Return *text* for a cell of a CSV file: what could be run as a formula is led by an apostrophe."""
    shown = visible(text)
    return "'" + shown if shown.lstrip(" ").startswith(FORMULA) else shown
