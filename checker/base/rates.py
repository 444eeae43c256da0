"""A table of amounts by name, one entry a text such as 长沙 350元, as a parameter holds it and every engine asks it."""

from __future__ import annotations

from functools import lru_cache

from checker.base.errors import Text
from checker.base.typography import fold
from checker.base.values import BadValue, Exact, parse_money


@lru_cache(64)
def parse_rates(entries: tuple[str, ...]) -> tuple[tuple[str, Exact], ...]:
    """Return the folded names and the amounts of a table, one entry a text such as 长沙 350元; raises BadValue for any other."""
    found = []
    for entry in entries:
        name, _, amount = entry.strip().rpartition(" ")
        if not name.strip():
            told = Text(f"“{entry}”不是“名称 金额”", f"{entry!r} is not a name and an amount")
            raise BadValue(told, Text("例如 长沙 350元", "such as 长沙 350元"))
        found.append((fold(name.strip()), parse_money(amount).value))
    return tuple(found)
