"""A table of amounts by name, one entry a text such as 长沙 350元, as a parameter holds it and every engine asks it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from checker.base.errors import Text
from checker.base.patterns import compiled
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


PROVINCE = (
    "(北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|"
    "西藏|陕西|甘肃|青海|宁夏|新疆)(省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?"
)
"""The name of a province, which may stand before that of a place."""
APART = "[、;]"
"""Parts a list of several names, in folded text."""
AND = "[,/+&~ 和及与至到→—-]"
"""Parts two names where one of the table stands on its other side."""


@lru_cache(64)
def rate_tests(entries: tuple[str, ...]) -> tuple[str, tuple[tuple[str, Exact], ...]]:
    """Return the pattern of texts that hold several names, and the pattern of each amount: the first that fits gives it.

    A name stands at the beginning of the text or behind the province, never within other words: in 昆明市北京路 stands Kunming
    alone, in 上海西郊 no 海西. Of names that begin alike the longest is meant. All engines read the patterns alike.
    """
    names = sorted(parse_rates(entries), key=lambda entry: (-len(entry[0]), entry[1], entry[0]))
    any_name = "|".join(map(_escaped, dict.fromkeys(name for name, _ in names)))
    found = []
    for before in (f"^{PROVINCE}", "^"):
        for (_, amount), alike in groupby(names, key=lambda entry: (len(entry[0]), entry[1])):
            found.append((f"{before}({'|'.join(_escaped(name) for name, _ in alike)})", amount))
    return f"{APART}|{AND}({PROVINCE})?({any_name})", tuple(found)


def _escaped(name: str) -> str:
    return re.sub(r"([!-/:-@\[-^`{-~])", r"\\\1", name)


def rate_of(text: str, entries: tuple[str, ...]) -> Exact | None:
    """Return the amount of the entry of a table whose name begins *text*; unknown where none does, or *text* holds several names."""
    held = fold(text).strip()
    several, tests = rate_tests(entries)
    if not entries or compiled(several).search(held):
        return None
    return next((amount for test, amount in tests if compiled(test).search(held)), None)
