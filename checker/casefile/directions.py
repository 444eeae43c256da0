"""Whether a text speaks of a rise or of a decline where it prints a figure: `下降25.0%` is read as it is written.

A word belongs to a figure that stands behind it in the same clause, or right before it (`25.0%的降幅`). What cannot be told
for certain is unclear, and whoever asks leaves it open: a word that belongs to another figure must decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checker.values import UNIT_WORDS, UNITS, half_width

RISE, FALL, APART, UNCLEAR = "rise", "fall", "apart", "unclear"

_FALLS = (
    "负增长|下降|减少|降低|下浮|缩减|下滑|下跌|下调|回落|压减|压缩|压降|减幅|降幅|减低|递减|锐减|骤减|骤降|核减|削减|调减|精简"
    "|减支|减收|减量|减发|减亏|减员|减编|裁减|控减|减轻|缩编|收缩|缩小|缩水|跌幅|走低|下挫|流失|少花|少用|少开支|反降|转降|节约|节省|节支|低于|少于|少支出|少安排|(?<![a-z])(?:decreas|declin|reduc|fell|fall|drop|down|lower|less|below)[a-z]*"
)
_RISES = (
    "增长|增加|上升|提高|增幅|升幅|涨幅|上涨|上浮|上调|提升|递增|激增|新增|追加|超出|超过|超支|超预算|超额|高于|多于|多支出"
    "|反升|转升|转增|回升|(?<![a-z])(?:increas|rose|rise|rais|grew|grow|higher|more|above|exceed|over(?![a-z])|up(?![a-z]))[a-z]*"
)
_APART = "相差|差额|差距|差异|相距|apart|differ"
_NEUTRAL = (
    "增减|升降|变动|收窄|扩大|由.{0,8}转|下降到|降至|降到|降低到|减少到|减至|增长到|增加到|上升到|提高到|升至|升到"
)
_WORD = re.compile(f"(?P<neutral>{_NEUTRAL})|(?P<fall>{_FALLS})|(?P<rise>{_RISES})|(?P<apart>{_APART})", re.I)
_SHORT = re.compile(r"(?P<fall>[降减少])(?:了|约|近|超|达)*\s*$|(?P<rise>[增升涨超多])(?:了|约|近|达)*\s*$")
_HINT = re.compile(r"[减降缩跌省负]|(?<![至多不缺])少")
"""What in a text without a known word makes it unclear that it speaks of a rise."""
_DENIED = re.compile(r"(?:不|未|没有|没|无|非|并未|not |no )$", re.I)
_ELSEWHERE = re.compile(r"后|同时|情况|但|而|仍|却|上年|去年|本年|今年|其中|导致|while|after|last year", re.I)
"""What between a word and a figure says that they do not belong together."""
_FILLER = re.compile(
    r"(?:的|了|为|是|约|近|达到|达|逾|共|率|幅|幅度|比例|比率|分别|即|至少|将近|大约|合计|by|of|about|a|an|rate|\s|[：:（()）,、和]"
    r"|[-+]?[\d,.]+\s*(?:%|个百分点|[百千]?万元|亿元|元|万|亿|人次|批次|人|名|个|项|辆|台|次|批)?)*",
    re.I,
)
_AFTER = re.compile(r"\s*(?:左右|以上|of)?\s*(?:的|）|\))*\s*", re.I)
_CLAUSE = re.compile(r"[，。；;！!？?\n]|,(?!\d)|\.(?!\d)")
_SENTENCE = re.compile(r"[。；;！!？?\n]|\.(?!\d)")
_NUMBER = re.compile(
    r"(?P<sign>(?<![\d.])-)?\s*(?P<digits>(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*"
    rf"(?P<unit>%|个百分点|{'|'.join(sorted([*UNITS, *UNIT_WORDS], key=len, reverse=True))})?"
)


class Said(NamedTuple):
    """What a text says of a figure: the direction ("" where it has no word for one), and whether a minus is printed."""

    direction: str
    minus: bool = False


def said(text: str, kind: str, size: Decimal, unit: str | None) -> Said:
    """Return what *text* says of the figure of *size*: money in fen, a percent as a fraction; *unit* is that of the case."""
    plain = half_width(text)
    found = {_at(plain, match) for match in _printed(plain, kind, size, unit)}
    if len(found) == 1:
        return found.pop()
    return Said(UNCLEAR if found or _WORD.search(plain) or _HINT.search(plain) else "")


def _printed(plain: str, kind: str, size: Decimal, unit: str | None) -> Iterator[re.Match[str]]:
    """Yield where the figure is printed."""
    for match in _NUMBER.finditer(plain):
        digits, suffix = Decimal(match["digits"].replace(",", "")), match["unit"] or ""
        money = UNITS.get(UNIT_WORDS.get(suffix, suffix) if suffix else unit or "")
        if kind == "rate":
            same = suffix == "%" and digits == size * 100
        elif kind == "amount":
            same = money is not None and digits * money == size
        else:
            same = (not suffix or suffix == "分") and digits == size
        if same:
            yield match


def _at(plain: str, match: re.Match[str]) -> Said:
    """Return what is said of the figure at *match*."""
    minus = match["sign"] is not None
    start = match.start()
    begin = max((m.end() for m in _CLAUSE.finditer(plain, 0, start)), default=0)
    clause = plain[begin:start]
    told = _last(clause)
    if not told and begin and _filler(clause):  # 减少1.00万元，25.0%: nothing stands between but the figure before
        sentence = max((m.end() for m in _SENTENCE.finditer(plain, 0, begin)), default=0)
        before = plain[sentence : begin - 1]
        told = UNCLEAR if "%" in before else _last(before, near=True)
    if not told:
        after = _AFTER.match(plain, match.end())
        word = _WORD.match(plain, after.end()) if after else None
        told = word.lastgroup or "" if word else ""
    if told == "neutral":
        told = UNCLEAR
    if not told and (_WORD.search(plain) or _HINT.search(clause)):  # nothing says that the word is of this figure
        told = UNCLEAR
    return Said(told, minus)


def _filler(text: str) -> bool:
    return _FILLER.fullmatch(text) is not None


def _last(clause: str, near: bool = False) -> str:
    """Return the direction of the last word of *clause*, unclear where another contends; *near*: only right at its end."""
    words = list(_WORD.finditer(clause))
    short = _SHORT.search(clause)
    if short is not None and not any(word.end() > short.start() for word in words):
        return UNCLEAR if _DENIED.search(clause[: short.start()]) else short.lastgroup or ""
    if not words:
        return ""
    word = words[-1]
    if _DENIED.search(clause[: word.start()]) or word.lastgroup == "neutral":
        return UNCLEAR
    adjacent = _filler(clause[word.end() :])
    others = {one.lastgroup for one in words} - {word.lastgroup}
    if not adjacent and (near or others or _ELSEWHERE.search(clause, word.end())):
        return UNCLEAR
    return word.lastgroup or ""
