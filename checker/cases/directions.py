"""Whether a text speaks of a rise or of a decline where it prints a figure: `下降25.0%` is read as it is written.

A word belongs to a figure that stands behind it in the same clause, or right before it (`25.0%的降幅`). What cannot be told
for certain is unclear, and whoever asks leaves it open: a word that belongs to another figure must decide nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.base.named import NamedTuple
from checker.base.patterns import pattern
from checker.base.values import half_width
from checker.cases.printed import POINTS, Printed, figures
from checker.cases.wording import stripped

RISE, FALL, APART, UNCLEAR = "rise", "fall", "apart", "unclear"

_FALLS = (
    "负增长|下降|减少|降低|下浮|缩减|下滑|下跌|下调|回落|压减|压缩|压降|减幅|降幅|减低|递减|锐减|骤减|骤降|核减|削减|调减|精简"
    "|减支|减收|减量|减发|减亏|减员|减编|裁减|控减|减轻|缩编|收缩|缩小|缩水|跌幅|走低|下挫|流失|少花|少用|少开支|反降|转降|空编|缺编|缺员|节约|节省|节支|低于|少于|小于|少支出|少支|少安排|(?<![a-z])(?:decreas|declin|reduc|fell|fall|drop|down|lower|less|below|underspen|unspent|sav(?=ed|ing))[a-z]*"
)
_RISES = (
    "增长|增加|上升|提高|增幅|升幅|涨幅|上涨|上浮|上调|提升|递增|激增|新增|追加|超出|超过|超支|超(?:年初|全年|当年|本年|批复|调整后?)?的?预算|超计划|突破|超额|高于|高出|多于|大于|多支出|多支|多花|多用|多出|超编|超员|增员|增编|增支|增收|增发"
    "|反升|转升|转增|回升|(?<![a-z])(?:increas|rose|rise|rais|grew|grow|higher|more|above|exceed|overspen|over(?![a-z])|up(?![a-z]))[a-z]*"
)
_APART = "相差|差额|差距|差异|相距|apart|differ"
_RATE = "增幅|增速|增长率|(?:增长|增加|上涨|下降|减少|降低)的?(?:速度|幅度|势头)|增势|涨幅|升幅|降幅|跌幅|减幅|降速|占比|比重|执行率|完成率|到位率|进度"
_MOVES = "下降|回落|减弱|放缓|减缓|趋缓|降低|减少|缩小|下滑|走低|上升|回升|提高|提升|加快|增加|增长|上涨|高于|低于|高出"
_NEUTRAL = rf"(?:{_RATE})(?:[^，。；;,\d]{{0,10}}?)(?:{_MOVES}|收窄|扩大)|(?<![a-z])growth[^,.;\d]{{0,20}}?(?:slow|eas|fell|fall|drop|declin|narrow)[a-z]*|增减|升降|变动|收窄|扩大|由.{{0,8}}转|下降到|降至|降到|降低到|减少到|减至|增长到|增加到|上升到|提高到|升至|升到"
_OF_A_RATE = pattern(_RATE)
_MOVED_RATE = pattern(rf"(?:{_RATE})(?=[^，。；;,\d]{{0,10}}?(?:{_MOVES}))", re.I)
_SPARED = "(?:结转)?结余|节余|盈余|剩余|(?:未|尚未|没有)(?:支出|执行|完成|使用|用完?|支付)"
"""What is left of a budget: a decline where it stands right before its figure, else what the text speaks of."""
_WORD = pattern(f"(?P<neutral>{_NEUTRAL})|(?P<fall>{_FALLS})|(?P<rise>{_RISES})|(?P<apart>{_APART})", re.I)
_SHORT = pattern(
    r"(?P<fall>[降减少]|(?<![最较至高])低)(?:了|约|近|超|达)*\s*$|(?P<rise>[增升涨超多]|(?<![最较至])高)(?:了|约|近|达)*\s*$"
)
_HINT = pattern(r"[减降缩跌省负]|(?<![至多不缺])少")
"""What in a text without a known word makes it unclear that it speaks of a rise."""
_DENIED = pattern(r"(?:不|未|没有|没|无|非|并未|not |no )$", re.I)
_ELSEWHERE = pattern(r"后|同时|情况|但|而|仍|却|上年|去年|本年|今年|其中|导致|while|after|last year", re.I)
"""What between a word and a figure says that they do not belong together."""
_FILLER = pattern(
    r"(?:的|了|为|是|约|近|达到|达|逾|共|率|幅|幅度|比例|比率|分别|即|至少|将近|大约|合计|by|of|about|a|an|rate|\s|[：:（()）,、和]"
    r"|资金|金额|总额|额|[-+]?[\d,.]+\s*(?:%|个百分点|[百千]?万元|亿元|元|万|亿|人次|批次|人|名|个|项|辆|台|次|批)?)*",
    re.I,
)
_AFTER = pattern(r"\s*(?:左右|以上|of)?\s*(?:的|）|\))*\s*", re.I)
_CLAUSE = pattern(r"[，。；;！!？?\n]|,(?!\d)|\.(?!\d)")
_SENTENCE = pattern(r"[。；;！!？?\n]|\.(?!\d)")
_AT_END = pattern(rf"(?:{_SPARED})$")
_LEFT_OVER = pattern(rf"(?:的)?(?:预算|资金|指标)?(?:的)?(?:{_SPARED})")
_BASES = pattern(
    r"(?:比(?![例率重值])|较(?![大小好多少快高低])|同(?!时)|与|相比|超出|超过|超(?![支额])|高于|高出|低于|多于|少于|大于|小于|突破|(?<![a-z])(?:than|over|above|below|under|with|to)\s)"
    r"[^，。；;,\d]{0,8}?(?:(?P<prior>上年|去年|上期|同期|以前年度|前年|last year|prior)|(?P<adjusted>调整后?的?预算|全年预算|adjusted)|(?P<initial>年初(?:批复)?预算|初始预算|initial)"
    r"|(?P<budget>(?:支出)?(?:预算(?!执行|支出数)|计划|指标|编制|定额|核定|额度|批复)|收入|budget|quota)|(?P<actual>实际|决算|支出|开支|实有|在职|actual|spen[dt]))",
    re.I,
)
_SUBJECTS = pattern(
    r"(?P<adjusted>调整后?的?预算)|(?P<initial>年初(?:批复)?预算)|(?P<budget>(?:支出)?预算(?!执行|支出数)|计划|编制|收入)|(?P<actual>实际|决算|支出|开支|实有|在职)"
)
_INHERENT = pattern(
    rf"超支|超预算|超计划|超编|缺编|空编|缺员|结余|{_SPARED}|节约|节省|节支|多支出?|少支出?|多花|少花|多用|少用|overspen|underspen|saved|saving",
    re.I,
)
_ADDED = pattern("追加|调增|调减|核减|核增")


class Said(NamedTuple):
    """What a text says of a figure: the direction ("" where it has no word for one), and whether a minus is printed."""

    direction: str
    minus: bool = False


def said(text: str, kind: str, size: Decimal, unit: str | None) -> Said:
    """Return what *text* says of the figure of *size*: money in fen, a percent as a fraction; *unit* is that of the case."""
    plain = half_width(text)
    if kind == POINTS:  # 占比提高5个百分点: how far the rate moved is what the figure is
        plain = _MOVED_RATE.sub("", plain)
    found = {_at(plain, each) for each in figures(plain, kind, unit) if each.value == size and not each.share}
    if len(found) == 1:
        return found.pop()
    return Said(UNCLEAR if found or _WORD.search(plain) or _HINT.search(plain) else "")


def compared(text: str, kind: str, size: Decimal, unit: str | None) -> tuple[str, str]:
    """Return what *text* holds the figure against, and what it says to be more or less: two of prior, initial, adjusted, budget, actual.

    The first is "spent" where the word itself (超支, 结余) speaks of spending against its budget; "" is what the text does not tell.
    """
    plain = half_width(text)
    for each in figures(plain, kind, unit):
        if each.value != size:
            continue
        begin = max((m.end() for m in _SENTENCE.finditer(plain, 0, each.start)), default=0)
        lead = stripped(plain[begin : each.start])
        bases = list(_BASES.finditer(lead))
        if bases:
            return bases[-1].lastgroup or "", ""
        if _INHERENT.search(lead) or _LEFT_OVER.match(plain, each.end):
            return "spent", ""
        if _ADDED.search(lead):
            return "initial", ""
        subjects = list(_SUBJECTS.finditer(lead))
        return "", subjects[-1].lastgroup or "" if subjects else ""
    return ("spent" if _INHERENT.search(plain) else ""), ""


def _at(plain: str, printed: Printed) -> Said:
    """Return what is said of the figure printed there."""
    start = printed.start
    begin = max((m.end() for m in _CLAUSE.finditer(plain, 0, start)), default=0)
    clause = plain[begin:start]
    inner = stripped(clause)
    if _WORD.search(inner) or _SHORT.search(inner) or _left(inner):  # 下降超过20% is a decline
        clause = inner
    told = _last(clause)
    if not told and begin and _filler(clause):  # 减少1.00万元，25.0%: nothing stands between but the figure before
        sentence = max((m.end() for m in _SENTENCE.finditer(plain, 0, begin)), default=0)
        before = plain[sentence : begin - 1]
        told = UNCLEAR if "%" in before else _last(before, near=True)
    if not told:
        after = _AFTER.match(plain, printed.end)
        word = _WORD.match(plain, after.end()) if after else None
        told = word.lastgroup or "" if word else ""
        if not word and after and _LEFT_OVER.match(plain, after.end()):
            told = FALL
        elif told and _OF_A_RATE.search(clause):  # 增速由25%回落 is of the rate
            told = UNCLEAR
    if told == "neutral":
        told = UNCLEAR
    if not told and (_WORD.search(plain) or _HINT.search(clause)):  # nothing says that the word is of this figure
        told = UNCLEAR
    return Said(told, printed.minus)


def _left(clause: str) -> bool:
    """Whether *clause* ends with what is left of a budget: 结余, 结余率, 未执行."""
    return any(_AT_END.search(clause[:end]) and _filler(clause[end:]) for end in range(len(clause), 1, -1))


def _filler(text: str) -> bool:
    return _FILLER.fullmatch(text) is not None


def _last(clause: str, near: bool = False) -> str:
    """Return the direction of the last word of *clause*, unclear where another contends; *near*: only right at its end."""
    if not near and _left(clause):
        return FALL
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
