"""What numbers look like in a Chinese report: one pattern of alternatives, the surer first, which takes every digit of a text once.

Texts are matched in their plain form: full-width signs as half-width ones, every blank as a blank, so that positions stay.
"""

from __future__ import annotations

import re

from checker.base import numerals
from checker.intake.number_words import COUNTED, FOREIGN, MEASURED, SCALES, SPELLED

SMALL, LOW = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}  # a full-width comma stays one
_PLAIN |= dict.fromkeys((0x09, 0x0D, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000), 0x20)
_PLAIN |= {
    0x2212: 0x2D,
    0x2010: 0x2D,
    0x2011: 0x2D,
    0xFE63: 0x2D,
    0x301C: 0x7E,
    0x223C: 0x7E,
    0xFFE5: 0xA5,
    0x2236: 0x3A,
}


def plain(text: str) -> str:
    """Return *text* with half-width signs and plain blanks, as long as it was."""
    return text if text.isascii() and "\t" not in text else text.translate(_PLAIN)


_CN, _ONE = numerals.SIGNS, "".join(numerals.ONES)
_SCALE = f"(?:{'|'.join(SCALES)})"
_PER = r"(?:\s?/\s?(?:平方米|人次|公里|人|年|月|天|日|次|台|套|个|户|亩|吨|辆|份|件))?"
MONEY = rf"{_SCALE}?\s?元(?!宵|旦|素|月){_PER}"
_ABROAD = rf"{_SCALE}?\s?(?:{'|'.join(FOREIGN)})"
_MEASURE = rf"{_SCALE}?\s?(?:{'|'.join((*MEASURED, *COUNTED))})"
UNIT = f"(?:%|{_ABROAD}|{MONEY}|{_MEASURE}|{_SCALE})"
NUMBER = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?"
YEAR = r"(?:19|20)\d\d"
_TO = r"\s?(?:-{1,2}|~|—{1,2}|–|至|到)\s?"
_SEP = r"(?:[,.'’·。]|\.\s{1,2}|\s{1,2}\.|\s?\n\s?|,\s{1,2}(?=\d{3}(?!\d))|，\s?(?=\d{3}(?!\d))|\ {1,2}(?=\d{3}(?!\d)))"
"""What stands between digits of one number that is broken, or between two numbers: nobody can tell."""
_DAY = rf"(?:\s?\d{{1,2}}(?:{_TO}\d{{1,2}})?\s?[日号])?"
_MONTHS = rf"\d{{1,2}}(?:{_TO}\d{{1,2}})?\s?月"
_KM = "(?:km|kg|cm|mm|kWh|kW|kV|KV|MB|GB|TB|Mbps|m|t|h)(?![A-Za-z0-9])"
_ALTERNATIVES = (
    (
        "code",
        r"(?:https?://|www\.)[!-~]{0,200}\d[!-~]{0,200}|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,64}\.[A-Za-z0-9.-]{1,64}",
    ),
    (
        "reference",
        rf"[〔\[(【]\s?\d{{4}}\s?[〕\])】]\s?第?\s?\d+\s?号|{YEAR}\s?年?\s?第\s?\d+\s?号|第\s?\d+(?:{_TO}\d+)?\s?(?:条|款|项(?!目)|章|节|页|号|目)",
    ),
    (
        "ordinal",
        r"第\s?\d+(?:\s?(?:季度|批|期|次|名|位|个|届|轮|部分|类|年))?|(?<=[。；;！？])\s?\d{1,2}[、.)](?!\s?\d)|\(\d{1,2}\)|[①-⒛㈠-㈩]",
    ),
    ("said", rf"第[{_CN}]+\s?(?:季度|批|期|次|名|位|个|届|轮|部分|类|条|款|项|章|节|年|页|号)?"),
    ("standard", r"(?<![A-Z])[A-Z]{2,8}(?:/[A-Z]{1,4})?\s?\d{3,}(?:\.\d+)?[-—]\d{4}(?!\d)|N[oO]\.?:?\s?\d+"),
    (
        "date",
        rf"\d{{4}}\s?年\s?{_MONTHS}{_DAY}|\d{{4}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{1,2}}(?![\d.])|(?<![\d.,]){_MONTHS}(?!度){_DAY}|[二一][{_ONE}]{{3}}年[{_CN}]{{1,2}}月(?:[{_CN}]{{1,3}}日)?",
    ),
    ("spelledyear", rf"(?<![{_CN}])[二一][{_ONE}]{{3}}年度?"),
    ("years", rf"{YEAR}\s?年?度?{_TO}{YEAR}\s?(?:年度?|学年)"),
    ("year", rf"{YEAR}(?:\s?年度?|(?=(?:\s?[、和与及]\s?{YEAR})+\s?年))"),
    ("phone", r"0\d{2,3}-\d{7,8}(?!\d)|\d+(?:\.\d+){2,}(?![\d,])|\d{4,}[A-Z][0-9A-Z]{4,}"),
    ("share", rf"[百千万]分之\s?(?P<part>[{_CN}]+(?:点[{_ONE}]+)?|{NUMBER})"),
    ("science", r"\d+(?:\.\d+)?[eE][+-]?\d+(?![A-Za-z0-9])"),
    (
        "name",
        rf"(?<![A-Za-z])(?>[A-Za-z]+[-_/.]?\d++(?:\.\d++)*(?:[-_./]?[A-Za-z0-9]+)*)(?!\s?{UNIT})|(?<![\d.,])\d++(?:\.\d++)?(?!{_KM})[A-Za-z][A-Za-z0-9]*",
    ),
    (
        "combined",
        r"(?<![\d.,])(?P<high>\d{1,6})(?P<first>[亿万千])(?P<low>\d{1,4})(?P<second>[万千百])?\s?(?P<whole>元(?!宵|旦)|人次|人|条|个|件|户|份)",
    ),
    ("coins", r"\d+(?:\.\d+)?\s?元(?:\d+\s?角)?(?:\d+\s?[角分])"),
    ("range", rf"{NUMBER}\s?{UNIT}?{_TO}{NUMBER}(?:\s?{UNIT})?"),
    ("ratio", r"\d+(?:\.\d+)?(?:\s?[/:×*]\s?\d+(?:\.\d+)?)+"),
    (
        "number",
        rf"(?P<sign>(?:(?<![-—–])[-+±—–△▲▼](?![-—–])\s{{0,2}}|负\s?))?(?P<yuan>¥\s?)?"
        rf"(?:(?P<broken>\d{{1,3}}(?:\ {{1,2}}\d{{3}})+(?!\d)(?:\.\d+)?|\d+\ \d+(?:\.\d+)?(?=\s?{UNIT})|(?!{NUMBER}(?!{_SEP}\d))\d+(?:{_SEP}\d+)+)"
        rf"|(?P<digits>{NUMBER}|\.\d+))"
        rf"(?:(?P<about>\s?[余多来几]\s?(?={UNIT})|\s?[百千万亿]\s?[余多]\s?(?={MONEY}|{_MEASURE}))?\s?(?P<unit>{UNIT}))?",
    ),
    ("small", f"[{SMALL}]+|[{LOW}]+"),
    (
        "spelled",
        rf"(?<![“{_CN}])(?P<numeral>(?:[数几](?=[十百千万亿]))?[{_ONE}十拾百千万亿](?<![百千万亿](?<![数几].))[{_CN}]*(?:点[{_ONE}]+)?)(?P<some>[余多来几])?\s?(?P<words>{MONEY}|{_ABROAD}|{'|'.join(SPELLED)})",
    ),
)
TOKENS = re.compile("|".join(f"(?P<is_{name}>{pattern})" for name, pattern in _ALTERNATIVES), re.ASCII)
LOOKS = tuple(name for name, _ in _ALTERNATIVES)
"""Finds every number of a plain text; the name of the group that matched last says what it looks like."""
LABEL = re.compile(
    r"\s*(?:\(?\d{1,2}\)|\(?[一二三四五六七八九十]{1,3}[)、]|\d{1,2}[、.])(?!\s?\d(?!\d\d\d\s?年))", re.ASCII
)
"""The number of a heading at the beginning of a text."""
