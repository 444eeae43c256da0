"""Figures of other cases as columns that stand beside those of a subject: their names, and how their integers are scaled."""

from __future__ import annotations

from checker.base.frozen import changed
from checker.language.across import FUNCTIONS
from checker.language.tree import Across, Binary, walk

SCALE = 10
"""Decimals of a figure that a product may have a part in; the figures of the tables have no more."""
BOUND = 10**27
"""Largest size of such an integer."""


def scale_of(node: Across) -> int:
    """Return the decimals of the integer that stands for a figure of others: none of amounts, counts and parts of ratios."""
    if node.part or FUNCTIONS[node.function].gives:
        return 0
    plain = node.type == "money" and not any(isinstance(part, Binary) and part.op == "*" for part in walk(node))
    return 0 if plain else SCALE


def asked_scale(node: Across) -> int:
    """Return the decimals of the integer that stands for what a figure of others asks: a rank is a count, and asks for amounts."""
    asked = node.arguments[0]
    if asked.type == "boolean":
        return 0
    plain = asked.type == "money" and not any(isinstance(part, Binary) and part.op == "*" for part in walk(asked))
    return 0 if plain else SCALE


def column_of(node: Across) -> str:
    """Return the name of the column that holds one end (and part) of a figure of others."""
    return f"~{node.key} {node.end or 'value'}{node.part and ' ' + node.part}"


def columns_of(node: Across) -> list[str]:
    """Return the names of all columns of a figure of others, its ends in order."""
    parts = ("n", "d") if node.type == "ratio" else ("",)
    return [column_of(changed(node, end=end, part=part)) for end in ("", "low", "high") for part in parts]
