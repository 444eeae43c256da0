"""Number formats of spreadsheets: how a format shows a number, and whether it shows the digits that are stored."""

from __future__ import annotations

import re
from typing import NamedTuple

_DATES = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)}
_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "¥#,##0",
    6: "¥#,##0",
    7: "¥#,##0.00",
    8: "¥#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: "¥#,##0",
    43: "#,##0.00",
    44: "¥#,##0.00",
    48: "##0.0E+0",
    49: "@",
}
_ASIDE = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*(.)|([¥￥$])')
_YEN = re.compile(r"\[\$[¥￥]-(?:\w*0?411|ja[^\]]*)\]", re.IGNORECASE)
_MINUS = re.compile("[-−－–(（△▲负]")
_PLAIN = re.compile(r"[#,0?]*[0?](?:\.([0?#]+))?(%?)")
_CHECK = re.compile(r"[ymdhs]|上午|下午", re.IGNORECASE)


class Shown(NamedTuple):
    """How a number format shows a number; `plain` is false where it shows other digits than are stored.

    It shows at least `decimals` of them, and at most `most` (None: as many as there are). `prefix` and `suffix` are the
    words before and behind the digits; `unsigned` says that a number below 0 is shown without its sign.
    """

    plain: bool = True
    decimals: int = 0
    most: int | None = None
    percent: bool = False
    prefix: str = ""
    suffix: str = ""
    unsigned: bool = False
    digits: int = 0
    date: bool = False
    text: str = "General"


def shown_by(number: int, own: dict[int, str]) -> Shown:
    """Return how the format of this number shows numbers; `own` are the formats that a workbook defines itself."""
    code = own.get(number, _BUILT_IN.get(number, ""))
    if number not in own and number in _DATES:
        return Shown(date=True, text="date")
    if number not in own and number not in _BUILT_IN:
        return Shown(plain=False, text=f"{number}")  # a fraction, a time, or an amount in the currency of a country
    if not code or code in ("General", "@", "G/通用格式"):
        return Shown()
    sections = code.split(";")
    first, negative = sections[0], sections[1] if len(sections) > 1 else ""
    bare = _ASIDE.sub("", first).replace(" ", "")
    if _CHECK.search(bare) and "General" not in bare:
        day = re.search("[yd]", bare, re.IGNORECASE) is not None
        return Shown(plain=day, date=day, text=code)
    digits = next(
        (
            at
            for at in range(len(first))
            if first[at] in "#0?G" and not any(m.start() <= at < m.end() for m in _ASIDE.finditer(first))
        ),
        0,
    )
    prefix = "".join(_words(found) for found in _ASIDE.finditer(first) if found.start() < digits).strip()
    suffix = "".join(_words(found) for found in _ASIDE.finditer(first) if found.start() >= digits).strip()
    unsigned = len(sections) > 1 and not _MINUS.search(re.sub(r"_.|\*.|\[[^\]]*\]", "", negative))
    words, others = ("".join(_words(found) for found in _ASIDE.finditer(each)) for each in (first, negative))
    if re.search("[#0?G]", negative) and re.sub(r"[-−－–(（△▲负)）\s]", "", others) != re.sub(r"\s", "", words):
        return Shown(plain=False, text=code)  # other words for numbers below 0
    if re.search(r"\d", "".join(_words(found) for found in _ASIDE.finditer(code))) or _YEN.search(code):
        return Shown(plain=False, text=code)  # words that pass for digits of the number
    if re.fullmatch(r"[#0?,.]+E\+0+", bare) or bare in ("General", "G/通用格式"):
        return Shown(prefix=prefix, suffix=suffix, unsigned=unsigned, text=code)
    match = _PLAIN.fullmatch(bare)
    below = _ASIDE.sub("", negative or first).replace(" ", "").strip("-()（）")
    if (
        match is None
        or bare.rstrip("%").endswith(",")
        or below.rstrip("%").endswith(",")
        or "!" in below
        or ("%" in below) != ("%" in bare)
        or re.search(r"\[[<>=]", code)
    ):
        return Shown(plain=False, text=code)  # also where numbers below 0, or on a condition, are shown otherwise
    zeros = len(bare) if re.fullmatch("0{2,}", bare) else 0
    part = match[1] or ""
    return Shown(True, part.count("0"), len(part), bool(match[2]), prefix, suffix, unsigned, zeros, text=code)


def _words(found: re.Match[str]) -> str:
    """Return what a piece of a format shows beside the digits: a text, a sign, a currency, what fills the cell."""
    return next((word for word in found.groups() if word and word != " "), "")
