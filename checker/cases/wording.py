"""What words make of a figure: a bound (超过93%), an approximation (约94%), what is over or left of a base (超出预算34.71%).

The words of a figure stand right before or right behind it. What they allow is a list of ranges; a figure without such words
is its own range. A word that cannot be given to a figure makes it unclear, and whoever asks leaves it open.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.base.named import NamedTuple
from checker.base.patterns import pattern
from checker.base.values import half_width
from checker.cases.printed import NUMBER, POINTS, Printed, figures

Range = tuple[Decimal | None, Decimal | None]
"""The least and the greatest value that words allow; None where there is no bound."""
PART, FAR = Decimal("0.05"), Decimal("0.2")
"""How far a figure that is said to be approximate may be off, at most, as parts of it (but always by its last digit): what lies
between the two is for nobody to say, what is farther off is wrong."""
_UP = "超过|超|高于|大于|多于|突破|逾"
_DOWN = "低于|少于|小于|不足"
_NOT = "(?:没有|并未|从未|未能|未曾|不得|不能|不会|不|未|没|无)"
_BASE = "年初|年中|年末|全年|当年|本年|年度|上年|去年|同期|批复|调整后?|财政|部门|预算数?|计划数?|指标|安排|下达|决算数?|总额|总数|额度|编制"
_FILL = rf"(?:{_BASE}|的|了|部分|金额|资金|总量|支出|数额|数|额|共|合计|累计|占|相当于|约|为|是|高?达到?|近|率|幅度?|比例|比重|占比|比率|百分比|程度|(?:支出|执行)?进度|[:：()（）\s])*$"
_FILLED = pattern(_FILL)
_COMPARES = pattern(f"{_UP}|超出|{_DOWN}")
_BEFORE = pattern(
    rf"(?:(?P<within>{_NOT}(?:{_UP}|超出)|最高|限于|≤|<=|(?<![a-z])(?:within|at most|up to|(?:no|not) (?:more|higher|greater|above|over|exceed\w*)(?: than)?))"
    rf"|(?P<least>{_NOT}(?:{_DOWN}|下于|亚于)|≥|>=|(?<![a-z])(?:at least|(?:no|not) (?:less|lower|below|under|fewer)(?: than)?))"
    rf"|(?P<above>{_UP}|>|不止|不仅|(?<![a-z])(?:more than|over|above|exceed\w*))"
    rf"|(?P<short><|不到|未到|未达到?|{_DOWN}|(?<![a-z])(?:below|under|(?:less|fewer) than))"
    r"|(?P<about>(?<![a-z])(?:about|around|nearly|almost|approximately|roughly|some|circa)))"
    r"(?:[了到至为在达于约近是有\s]|of|by)*$"
    rf"|(?:(?P<held>控制[在到于]|至多|最多)|(?P<floor>至少|最少|起码))(?:完成|执行)?{_FILL}"
    rf"|(?P<near>大约|大概|大致|(?<![节预合契签违公条制履简])约|将近|接近|(?<![最附远靠就临])近|几近|近乎|几乎|差不多|预计|预估|估计|估算)(?:完成|执行)?{_FILL}",
    re.I,
)
_MEASURE = r"\s*(?:个百分点|人次|批次|(?:个|项)?(?:项目|单位|部门)|[个人名次项批家台辆件所张份户条])?\s*(?:\(含\))?\s*"
_BEHIND = pattern(
    rf"{_MEASURE}[及或]?(?:(?P<least>以上|起步|or more|or above|and above|at least)|(?P<within>以内|以下|之内|之下|内(?![容部设控])|封顶|or less|or below)"
    r"|(?P<about>左右|上下|前后|许(?!可))|(?P<more>余(?![额下款])|多(?![于数家支花用出项个])|有余|出头))",
    re.I,
)
_CLAUSE = pattern(r"[，。；;！!？?\n]|,(?!\d)|\.(?!\d)")
_OVER = pattern(
    rf"(?P<not>{_NOT})?(?P<word>超额完成|超支|超预算执行|超预算|超计划|超额|超出|高出|{_UP}|溢支|多支出?|多花|多用|多出|增支|增加|增长|增幅|升幅|涨幅|上升|上涨|上浮|升高|追加|溢出|(?:比|较)[^，。；]{{2,12}}?[高多]){_FILL}"
)
_LEFT = pattern(
    rf"(?P<not>{_NOT})?(?P<word>结转结余|结余|节余|盈余|剩余|余额|沉淀资金|闲置资金|执行差|[还尚]差|沉淀|闲置|滞留|节约|节省|节支|{_DOWN}|少支出?|少花|少用|减少|减支|减幅|降幅|下降|降低|下浮|压减|压缩|削减|核减|缺口|(?:比|较)[^，。；]{{2,12}}?[低少]"
    rf"|(?:未|尚未|没有)(?:支出|执行|完成|使用|用完?|支付)){_FILL}"
)
_AFTER = pattern(
    r"\s*的?(?:年初)?(?:预算|资金|指标)?(?:的)?\s*(?:(?P<over>超支|超出部分|增幅)|(?P<left>结余|节余|剩余|节约|(?:未|尚未|没有)(?:支出|执行|完成|使用|用完?|支付)))"
)
_OVER_BY = pattern(
    r"(?:(?P<over>overspen\w*|exceed\w*|above|over|more than|higher)|(?P<left>underspen\w*|below|under|saved|saving\w*|less than|lower|unspent))\b[^,.;]*\b(?:by|of|rate)\s*$",
    re.I,
)
_ITSELF = pattern(
    r"完成|执行|(?:支付|支出|使用|到位|拨付|控制|资金|预算)率|占|比重|比例|进度|倍|相当于|[为是到达].*(?:预算|计划|指标|安排)|的$|(?<![a-z])(?:rate|ratio|share|of)(?![a-z])",
    re.I,
)
"""Words that say that a rate is the ratio itself. Without any it may be what is over a base, or left of it: 偏离度6.25%."""
_OWN_RATE = pattern(r"率|占|比例|比重|进度|(?<![a-z])(?:rate|ratio|share)(?![a-z])", re.I)
_AGAINST = pattern(r"(?:比|较|同|与|相比).{0,12}(?:预算|计划|指标|编制|上年|去年|同期)")
_MOVED = pattern(
    r"[增减升降涨落跌缩盈率]|超支|结余|节余|节约|节省|差额|相差|rate|rise|rose|fall|fell|increas|decreas|declin|grew|growth",
    re.I,
)
_LOW, _HIGH = ("least", "above", "more"), ("within", "short")
_NAMES = {"held": "within", "floor": "least", "near": "about"}


class Worded(NamedTuple):
    """What a text allows a figure to be (`ranges`, of its size, without a sign), and what its words take that for.

    `doubtful` are the ranges in which an approximation can neither be confirmed nor denied. `of` names what the figure may be: "over" (what a base is exceeded by), "left" (what is left of it), "" (the figure itself),
    "least" and "most" (a bound of it), "any" (nothing says which). `open`: such words stand in the text, but not with this figure. `against`: they say
    the opposite of the relation that the case states. `unnamed`: nothing says what the figure is, and some of the doubtful
    ranges take it for another kind.
    """

    ranges: tuple[Range, ...]
    of: frozenset[str] = frozenset()
    open: bool = False
    against: bool = False
    doubtful: tuple[Range, ...] = ()
    unnamed: bool = False


def worded(text: str, kind: str, size: Decimal, unit: str | None, whole: bool, relation: str = "") -> Worded:
    """Return what *text* makes of the figure of *size* (not negative), a *whole* number or a measured one.

    *relation*, where the case states one, is below, not_above, not_below or above.
    """
    plain = half_width(text)
    known = list(figures(plain, kind, unit))
    if kind == "rate" and not any(each.value == size for each in known):  # 超出预算34.71个百分点
        known = list(figures(plain, POINTS, unit))
    found = [each for each in known if each.value == size]
    found = found or [each for each in known if abs(each.value - size) <= each.last / 2]  # 1.35倍 of 134.71%
    if not found:
        loose = not relation and any(
            _shape(plain, m.start(), m.end(), m["more"] or m["some"] or "") for m in NUMBER.finditer(plain)
        )
        return Worded((_range(relation, size, whole, None),), open=loose)
    ranges, of, against, doubtful = [], set(), False, []
    for each in found:
        shape = _shape(plain, each.start, each.end, each.more)
        against |= bool(relation) and shape in (_LOW if relation in ("below", "not_above") else _HIGH)
        ranges.append(_range(relation or shape, size, whole, each))
        if (relation or shape) == "about":
            doubtful.append(_about(size, each, FAR))
        of |= _of(plain, each)
    return Worded(tuple(dict.fromkeys(ranges)), frozenset(of), against=against, doubtful=tuple(doubtful))


def stripped(clause: str) -> str:
    """Return *clause*, which ends where a figure begins, without the word of a bound or an approximation at its end."""
    match = _bound(clause)
    return clause[: match.start()] if match else clause


def _clause(plain: str, end: int) -> str:
    begin = max((m.end() for m in _CLAUSE.finditer(plain, 0, end)), default=0)
    return plain[begin:end]


def _shape(plain: str, start: int, end: int, more: str) -> str:
    """Return which kind of bound or approximation the words around a figure make of it; "" for none."""
    clause = _clause(plain, start)
    before, behind = _bound(clause), _BEHIND.match(plain, end)
    told = {_NAMES.get(match.lastgroup or "", match.lastgroup) for match in (before, behind) if match}
    if more:
        told.add("about" if more == "来" else "more")
    return next((each for each in ("within", "least", "above", "short", "more", "about") if each in told), "")


def _bound(clause: str) -> re.Match[str] | None:
    """Return the word of a bound or an approximation at the end of *clause*; 比预算超5万元 is by how much, and no bound."""
    match = _BEFORE.search(clause)
    if match is None or match.lastgroup not in ("above", "short"):
        return match
    before = clause[: match.start()]
    return None if _AGAINST.search(before) and not _MOVED.search(before) else match


def _range(shape: str, size: Decimal, whole: bool, at: Printed | None) -> Range:
    """Return what values a figure of *size* may have where its words give it this shape (or a relation)."""
    one = Decimal(1) if whole else Decimal(0)  # 超过3个 are four or more; of what is measured, the last digit decides
    if shape in ("least", "not_below"):
        return (size, None)
    if shape == "above":
        return (size + one, None)
    if shape in ("within", "not_above"):
        return (None, size)
    if shape in ("short", "below"):
        return (Decimal(0) if shape == "short" else None, size - one)
    if shape == "more" and at is not None:
        return (size, size + at.round)
    if shape == "about" and at is not None:
        return _about(size, at, PART)
    return (size, size)


def _about(size: Decimal, at: Printed, part: Decimal) -> Range:
    """Return the values that are about *size*: by one unit of its last digit that is no zero, at most by a *part* of it."""
    off = max(at.last, min(at.round, size * part // at.last * at.last))
    return (size - off, size + off)


def _of(plain: str, at: Printed) -> set[str]:
    """Return whether a figure is said to be what is over a base, or left of it."""
    clause = _clause(plain, at.start)
    inner = stripped(clause)
    english = _OVER_BY.search(inner) or _OVER_BY.search(clause)
    if english:
        return {"over" if english["over"] else "left"}
    after = _AFTER.match(plain, at.end)
    if after:
        return {after.lastgroup or ""}
    if (
        _FILLED.fullmatch(inner) and len(inner) < at.start
    ):  # 超支134.71万元，占预算的134.71%: what is meant is not said for certain
        lead = _clause(plain, at.start - len(clause) - 1)
        figure = next((m for m in NUMBER.finditer(lead) if m.end() == len(lead)), None)
        around = lead[: figure.start()] if figure else ""
        return {name for name, words in (("over", _OVER), ("left", _LEFT)) if words.search(around)} | {""}
    for name, words in (("over", _OVER), ("left", _LEFT)):
        match = words.search(inner) or words.search(clause)
        if match is None:
            continue
        before, word, behind = clause[: match.start()], match["word"], clause[match.end("word") :]
        compares = _COMPARES.fullmatch(word) is not None
        if match["not"]:
            return {("most" if name == "over" else "least") if compares and behind else ""}
        if (
            compares and not behind and not _AGAINST.search(before)
        ):  # 执行率超过93% is a bound, 支出超134.71% may be either
            return {""} if _OWN_RATE.search(before) else {name, ""}
        if word == "超额完成" or _OWN_RATE.search(before):
            return {name, ""}
        if compares and word != "超出" and "的" in behind:  # 超过预算的90%: more than nine tenths of it
            return {name, "least" if name == "over" else "most"}
        return {name}
    return {""} if _ITSELF.search(clause) or plain.startswith("倍", at.end - 1) or at.share else {"", "any"}
