"""Typography decides nothing: the one table by which Python and every SQL engine fold a text before it is compared.

Width, blanks, brackets, middle dots, dashes and the case of Latin letters are dropped; every other character stays itself.
The table maps one character to one or to none, so that SQL's TRANSLATE does with it exactly what `str.translate` does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from checker.base.values import half_width

_BLANKS = (
    *range(0x09, 0x0E),
    0x20,
    0x85,
    0xA0,
    0x1680,
    *range(0x2000, 0x200E),
    0x2028,
    0x2029,
    0x202F,
    0x205F,
    0x2060,
    0x3000,
    0xFEFF,
)
_ALIKE = {"(": "[【〔〖﹙﹝", ")": "]】〕〗﹚﹞", "·": "•‧∙⋅・･", "-": "‐‑‒–—―−﹣"}


def _table() -> dict[str, str]:
    table = {chr(code): "" for code in _BLANKS}
    table |= {each: one for one, many in _ALIKE.items() for each in many}
    for code in (*range(0x21, 0x7F), *range(0xFF01, 0xFF5F)):
        plain = half_width(chr(code)).lower()
        table.setdefault(chr(code), table.get(plain, plain))
    return {one: other for one, other in table.items() if one != other}


TABLE = _table()
"""What each character is compared as; nothing for a blank."""
_KEPT = sorted((one for one, other in TABLE.items() if other), key=ord)
FROM = "".join(_KEPT) + "".join(sorted(one for one, other in TABLE.items() if not other))
"""The characters of the table, those that are dropped last, as TRANSLATE takes them."""
TO = "".join(TABLE[one] for one in _KEPT)
_CODES = str.maketrans(TABLE)


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return *text* as it is compared where typography decides nothing."""
    return text.translate(_CODES)


def folded(value: Any) -> Any:
    """Fold a text or a list of texts; leave anything else, and the unknown, as it is."""
    if isinstance(value, tuple):
        return tuple(map(folded, value))
    return fold(value) if isinstance(value, str) else value
