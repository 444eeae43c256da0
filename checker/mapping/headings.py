"""What a heading says besides its name: the unit its figures stand in; what can be read in two ways is left to the mapping."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.base.values import COUNT_WORDS, UNIT_WORDS, UNITS, half_width
from checker.cases.totals import BLANKS

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_UNIT = re.compile(r"(.+?)\s*\(\s*(?:(?:计量|金额)?单位\s*[::]\s*)?(?:人民币)?(\S+?)\s*\)", re.DOTALL)
_WORDS = "|".join(sorted(UNITS, key=len, reverse=True))
_MARKS = re.compile("[、,;:]")
_LABEL = re.compile("(?:计量|金额|货币)?单位[::]?")
_BRACKETED = re.compile(r"[(\[{<〔【《〖「]([^()\[\]{}<>〔〕【】《》〖〗「」]*)[)\]}>〕】》〗」]")
_BEHIND = re.compile(rf"(.+?)\s*(?:[/:、,;|_—·\-]|\s)\s*(?:(?:计量|金额|货币)?单位\s*:?\s*)?(?:人民币)?({_WORDS})")
_MONEY = re.compile(r"[元圆百千万亿¥￥]|\b(?:CNY|RMB|yuan|fen|million|thousand)\b|[(/\[][kw][)\]]?$", re.IGNORECASE)
FOREIGN = re.compile(
    r"[美港欧日韩澳]元|(?<![追增])加元|美金|港币|澳门元|澳门币|台币|日圆|英镑|卢布|泰铢|法郎|(?<![A-Za-z])(?:USD|US\$|HKD|EUR|JPY|GBP|AUD|CAD|KRW|TWD|MOP|SGD|CHF|RUB)(?![A-Za-z])|[$€£＄]",
    re.IGNORECASE,
)
"""Money that is not in yuan."""
_ABOVE = re.compile(
    r"单位\s*:?\s*[(\[]?\s*([^\s,;、()\[\]]+)|以\s*([^\s,;、]+?)为单位|(?:^|[(\[\s])((?:人民币)?(?:"
    + _WORDS
    + r"))(?=$|[)\]\s])"
)
_NAMED = re.compile(
    rf"({'|'.join(sorted((u for u in UNITS if len(u) > 1), key=len, reverse=True))})(?!以上|以下|以内|户)|(元|百万|千万|[千万亿])(?=[)\]】〕/、,;]|$)"
)
_SCALED = "[百千万亿]+(?:人次|人|名|个|项|次|辆|台|份|件|平方米|平米|㎡|m2)"
_OTHER = re.compile(
    rf"[(\[【〔/、,:;](?:单位:?)?({_SCALED}|[百千万亿]+|‰|[千万]分(?:之一|比)|亩|公顷|平方公里|个?月|周|季度?|小时)(?=[)\]】〕/、,;]|$)|({_SCALED})$"
)
_STARTS = re.compile(rf"({_WORDS}|万|亿)(?:人民币)?(?![\u4e00-\u9fff])")


def folded(heading: str) -> str:
    """Return a heading as it is compared: half-width, without blanks and ends of lines."""
    return "".join(half_width(heading).translate(_UNSEEN).split()).strip(BLANKS)


def unit_in(heading: str) -> tuple[str, str]:
    """Return a folded heading without the unit that it names in brackets or behind a mark, and that unit.

    The heading itself and "" where it names none, or money in several ways.
    """
    plain = folded(heading)
    match = _UNIT.fullmatch(plain)
    if match is not None:
        unit = UNIT_WORDS.get(match[2], match[2])
        if unit in UNITS or unit in ("%", *COUNT_WORDS):
            return match[1], unit
    named = [(found, at, unit) for found in _BRACKETED.finditer(plain) for at, unit in _units_among(found[1])]
    if len(named) == 1:
        found, at, unit = named[0]
        rest = [
            word
            for number, word in enumerate(_MARKS.split(found[1]))
            if number != at and word and not _LABEL.fullmatch(word)
        ]
        return plain[: found.start()] + (f"({'、'.join(rest)})" if rest else "") + plain[found.end() :], unit
    last = _BEHIND.fullmatch(plain) or _BEHIND.fullmatch(" ".join(half_width(heading).split()).strip(BLANKS))
    return (folded(last[1]), last[2]) if last is not None and not named else (plain, "")


def _units_among(words: str) -> list[tuple[int, str]]:
    """Return the units of money among words in brackets, each with its number from 0."""
    found = [_LABEL.sub("", word).removeprefix("人民币") for word in _MARKS.split(words)]
    return [(at, word) for at, word in enumerate(found) if word in UNITS]


def money_in(heading: str) -> tuple[str, str]:
    """Return what of a heading names a unit of money that is not read, and what names a foreign currency; "" for neither."""
    bare = unit_in(heading)[0]
    left, foreign = _MONEY.search(bare), FOREIGN.search(folded(heading))
    return left[0] if left else "", foreign[0] if foreign else ""


def units_named(heading: str) -> list[str]:
    """Return the units of money that a heading or a title names anywhere, grown together with other words as well."""
    return [
        found[1] or UNIT_WORDS.get(found[2], found[2] if found[2] == "元" else found[2] + "元")
        for found in _NAMED.finditer(folded(heading))
    ]


def scale_named(heading: str) -> str:
    """Return what in a heading of counts, rates or sizes says that its figures stand in another unit; "" for nothing."""
    found = _OTHER.search(folded(heading))
    return (found[1] or found[2]) if found is not None else ""


def unit_above(texts: Sequence[str]) -> str:
    """Return the unit of money that a row above the headings names, a foreign currency as well; "" for none."""
    row = " ".join(half_width(text).strip(BLANKS) for text in texts)
    for found in _ABOVE.finditer(row):
        word = found[1] or found[2] or found[3]
        foreign = FOREIGN.match(re.sub("^[百千万亿]+", "", word))
        if foreign:
            return word
        unit = _STARTS.match(re.sub("^(?:人民币|RMB|CNY|[¥￥])+:?", "", word, flags=re.IGNORECASE))
        if unit:
            return UNIT_WORDS.get(unit[1], unit[1])
    return ""
