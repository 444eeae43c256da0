"""Exact values: money, percent, number, count and date, read from the text that was printed.

Money is an integer of 分 (fen, 1/100 yuan); percents and numbers are `Decimal`, a percent as the fraction it stands for
(134.71% is 1.3471). Every reported figure keeps the size of its last printed digit (`step`), so that it can be read as
the interval value ± step/2, as XBRL Calculations 1.1 does. No figure passes through a binary float.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation
from functools import lru_cache

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.base.patterns import pattern

Exact = int | Decimal
"""A number that lost nothing: an integer or a decimal."""

UNITS = {"分": 1, "角": 10, "元": 100, "百元": 10_000, "千元": 100_000, "万元": 1_000_000, "百万元": 100_000_000}
UNITS |= {"千万元": 1_000_000_000, "亿元": 10_000_000_000}
"""Money units and how many fen each is."""
UNIT_WORDS = {"yuan": "元", "CNY": "元", "RMB": "元", "fen": "分", "万": "万元", "亿": "亿元"}
_FORMAL = str.maketrans("仟佰拾萬億圆圓", "千百十万亿元元")
_SCALES = frozenset("十百千万亿")
"""What makes a unit another size: 元 is no slip of 百元."""
COUNT_WORDS = (
    "人",
    "名",
    "个",
    "项",
    "条",
    "次",
    "人次",
    "批次",
    "辆",
    "台",
    "份",
    "件",
    "家",
    "批",
    "宗",
    "户",
    "期",
    "天",
    "日",
    "年",
    "个月",
)
MONEY_LIMIT = 2**63 - 1
"""Largest amount, in fen, that every engine can hold: about 92 quadrillion yuan."""

EXACT = Context(prec=2000, traps=[Inexact, InvalidOperation])
"""Arithmetic that refuses to round; wide enough for any product the language allows."""

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D, 0x2013: 0x2D}
"""Code points of signs that have a half-width form, and that form."""
_AMOUNT = pattern(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*(\S*)", re.ASCII)
_CURRENCY = pattern(r"^(?:[¥￥]|人民币|RMB)\s*", re.ASCII)
_BRACKETS = pattern(r"\(([\d,.]+)\)", re.ASCII)
_DATE = pattern(r"(\d{4})\s*(?:(年)|([-/.]))\s*(\d{1,2})\s*(?(2)月|\3)\s*(\d{1,2})\s*日?", re.ASCII)
"""A day; its marks are of one kind, since 2020年1-2 may be two months."""


class Figure(NamedTuple):
    """A reported number: its exact value, the size of its last printed digit, the unit it was printed in.

    The step is 0 where nothing can have been rounded off: a count, and an amount printed to the fen.
    """

    value: Exact
    step: Exact
    unit: str = ""
    decimals: int = 0


class BadValue(ValueError):
    """A text that is not a value of the type wanted; `message` says what was found, `hint` what to write."""

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


def half_width(text: str) -> str:
    """Return *text* with full-width letters, digits and punctuation in their half-width forms."""
    return text if text.isascii() else text.translate(FULL_WIDTH)


@lru_cache(maxsize=1 << 14)
def parse_money(text: str, unit: str | None = None, decimals: int | None = None) -> Figure:
    """Read an amount such as `244.58万元`, or a plain number in the case-wide *unit* and *decimals*.

    What stands in the case-wide unit, written or not, has at least the case's *decimals*: a table of two prints 30 for
    30.00, and a figure finer than that is as fine as it is printed. In another unit a number has the decimals it prints.
    Raises BadValue for anything else: a unit is never assumed.
    """
    sign, digits, fraction, suffix = _number(text, "amount")
    shared = unit  # the unit in which the case writes its amounts
    if suffix:
        unit = UNIT_WORDS.get(suffix, suffix.removesuffix("整"))
        if unit not in UNITS:
            if suffix[0] in "eE" and suffix[1:].lstrip("+-").isdigit():
                told = Text(f"“{text}”是科学计数法", f"{text!r} is in scientific notation")
                raise BadValue(told, Text("把数字写全", "write the number in full"))
            if suffix in "%‰":
                raise BadValue(
                    Text(f"这里要写金额，却写了比率“{text}”", f"an amount is wanted here, found the rate {text!r}"),
                    Text("写金额；还不知道的写 待填", "write the amount; 待填 where it is not known yet"),
                )
            from checker.base.errors import did_you_mean

            plain = suffix.translate(_FORMAL)
            like = [each for each in UNITS if _SCALES.intersection(each) == _SCALES.intersection(plain)]
            raise BadValue(
                Text(f"不认识的金额单位“{suffix}”", f"unknown unit of money {suffix!r}"),
                _roughly(text)
                or (
                    Text(f"您是不是想写：{plain}", f"did you mean: {plain}")
                    if plain in UNITS
                    else did_you_mean(plain, like)
                )
                or Text("可用的单位：元、万元、亿元", "units are: 元, 万元, 亿元"),
            )
    elif unit not in (None, "元") and _CURRENCY.match(half_width(text).strip()):  # ¥50,000.00 in a table of 万元
        raise BadValue(
            Text(
                f"金额“{text}”写了货币符号，没有写是元还是{unit}",
                f"{text!r} does not say whether it is in 元 or {unit}",
            ),
            Text("写上单位，如 50,000.00元、5万元", "write the unit, as in 50,000.00元 or 5万元"),
        )
    elif unit is None:
        raise BadValue(
            Text(f"金额“{text}”没有写单位", f"the amount {text!r} has no unit"),
            Text(
                "写成“244.58万元”，或在文件开头写 金额口径: {单位: 万元, 小数位数: 2}",
                "write it as 244.58万元, or state amounts: {unit: 万元, decimals: 2} at the top of the file",
            ),
        )
    if decimals is not None and unit == shared:
        fraction = fraction.ljust(decimals, "0")
    places = len(fraction)
    scale = UNITS[unit]
    whole, rest = divmod(int(digits + fraction) * scale, 10**places)
    if rest:
        raise BadValue(
            Text(f"金额“{text}”比 1 分还细", f"the amount {text!r} is finer than 1 fen"),
            Text("金额最细到分", "amounts go down to the fen (0.01 yuan)"),
        )
    if whole > MONEY_LIMIT:
        raise BadValue(Text(f"金额“{text}”大得不合情理", f"the amount {text!r} is too large to be real"))
    step = scale // 10**places
    return Figure(-whole if sign else whole, step if step > 1 else 0, unit, places)


@lru_cache(maxsize=4096)
def parse_percent(text: str) -> Figure:
    """Read a rate such as `134.71%` as the fraction 1.3471; the sign % must be there."""
    sign, digits, fraction, suffix = _number(text, "percent")
    if suffix != "%":
        written = sign + digits + (f".{fraction}" if fraction else "")
        raise BadValue(
            Text(f"比率“{text}”要写百分号", f"the rate {text!r} needs a percent sign"),
            _either(sign, Decimal(f"{digits}.{fraction}"), written),
        )
    value = Decimal(f"{sign}{digits}.{fraction}").scaleb(-2, EXACT)
    return Figure(value, Decimal(1).scaleb(-2 - len(fraction)), "%", len(fraction))


@lru_cache(maxsize=4096)
def parse_count(text: str) -> Figure:
    """Read a whole number, with or without a measure word (`18`, `18人`, `9 个`)."""
    sign, digits, fraction, suffix = _number(text, "count")
    if fraction or (suffix and suffix not in COUNT_WORDS):
        raise BadValue(
            Text(f"这里要写整数，却写了“{text}”", f"a whole number is wanted here, found {text!r}"),
            Text("例如 18 或 18人", "such as 18"),
        )
    return Figure(int(sign + digits), 0, suffix)


_MEASURES = (
    ("人", "名", "人次"),
    ("辆", "台"),
    ("日", "天"),
    ("个月",),
    ("年",),
    ("次", "批次", "批", "期"),
    ("家", "户"),
)
"""Measure words that count the same kind of thing; every other one (个, 项, 件, 份 …) may count whatever is no person, car or time."""
_PLAIN_MEASURES = frozenset(("个", "项", "条", "份", "件", "宗"))
_TIMES = frozenset(("日", "个月", "年"))
_COUNTED = {
    "人": ("人数", "人员数", "人次"),
    "日": ("天数", "日数"),
    "个月": ("月数",),
    "年": ("年数", "年限"),
    "次": ("次数", "批次", "期数"),
    "辆": ("车辆数", "辆数", "台数"),
    "家": ("家数", "户数"),
}
"""How the name of a count ends that is counted so, where nothing else says in what."""


def measure_of(name: str) -> str:
    """Return in what a count is counted, as its Chinese name says; "" where it does not."""
    return next((unit for unit, ends in _COUNTED.items() if name.endswith(ends)), "")


def other_measure(word: str, unit: str) -> bool:
    """Whether a measure word counts something else than *unit*: days are no months, and neither are people."""
    if not word or not unit:
        return False
    one, other = (next((kind[0] for kind in _MEASURES if each in kind), "") for each in (word, unit))
    if one == other:
        return False
    plain = word if unit not in _PLAIN_MEASURES else unit
    return plain not in _PLAIN_MEASURES or bool({one, other} & _TIMES)


def parse_number(text: str, unit: str = "", score: bool = True) -> Figure:
    """Read a plain decimal number, optionally followed by *unit*, or by 分 where it has none and is a *score*."""
    sign, digits, fraction, suffix = _number(text, "number")
    if suffix and suffix != (unit or ("分" if score else "")):
        hint = (
            Text(f"折成{unit}，只写数字也可以", f"convert it to {unit}; the plain number will do")
            if unit
            else Text(
                "只写数字；是金额、比率的，字段的类型不对；有单位的，在词汇表里给字段写 单位: …",
                "write the plain number; an amount or a rate wants a field of that type, and a unit is stated in the vocabulary (unit: …)",
            )
        )
        raise BadValue(
            Text(
                f"这里要写数字{unit and '（单位：' + unit + '）'}，却写了“{text}”",
                f"a number{unit and ' in ' + unit} is wanted here, found {text!r}",
            ),
            hint,
        )
    value = Decimal(f"{sign}{digits}.{fraction}") if fraction else Decimal(sign + digits)
    return Figure(value, Decimal(1).scaleb(-len(fraction)), unit, len(fraction))


def _number(text: str, kind: str) -> tuple[str, str, str, str]:
    """Split *text* into sign, digits, decimals and what follows."""
    plain = half_width(text).strip()
    if kind == "amount":
        plain = _CURRENCY.sub("", plain)
    match = _AMOUNT.fullmatch(plain)
    if not match or not (match[2] or match[3]) or len(plain) > 60:
        wanted = {
            "amount": Text("金额", "an amount"),
            "percent": Text("百分比", "a percentage"),
            "count": Text("整数", "a whole number"),
            "number": Text("数字", "a number"),
        }[kind]
        example = {"amount": "244.58万元", "percent": "7.54%", "count": "18", "number": "12.5"}[kind]
        shown = text if len(text) <= 30 else text[:29] + "…"
        raise BadValue(
            Text(f"“{shown}”不是{wanted.zh}", f"{shown!r} is not {wanted.en}"),
            _roughly(plain)
            or Text(
                f"例如 {example}；报告写“无”的，写 无；没有写的，删去这一项",
                f"such as {example}; write 无 for “none”; leave it out if the report is silent",
            ),
        )
    return "-" if match[1] == "-" else "", (match[2] or "0").replace(",", ""), (match[3] or "")[1:], match[4]


def _roughly(text: str) -> Text | None:
    """Return what to write for a figure in brackets, and for one that is only told roughly."""
    if (inner := _BRACKETS.fullmatch(half_width(text).strip())) is not None:
        return Text(
            f"括号表示负数的，写 -{inner[1]}；不是负数的，去掉括号",
            f"write -{inner[1]} where the brackets say that it is below zero; else leave them out",
        )
    if any(word in text for word in ("约", "近", "左右", "余", "多", "不足", "以上", "以下", "上下", "几", "若干")):
        return Text(
            "约数不能用来判断：写准确的数；还不知道的写 待填",
            "nothing can be judged by a rough figure: write the exact one, or 待填 where it is not known yet",
        )
    return None


def _either(sign: str, value: Decimal, written: str) -> Text:
    """Return what to write for a rate without its sign; of a small number nobody but who wrote it knows whether it is of one or of a hundred."""
    if value > 2:
        return Text(f"如果是百分之 {written}，写 {written}%", f"write {written}% for {written} per cent")
    hundred = sign + plain(value.scaleb(2), group=False)
    return Text(
        f"如果是百分之 {hundred}，写 {hundred}%；如果是百分之 {written}，写 {written}%",
        f"write {hundred}% for {hundred} per cent, {written}% for {written} per cent",
    )


def parse_date(text: str) -> date:
    """Read a whole date: 2020-12-31, 2020/12/31, 2020.12.31 or 2020年12月31日."""
    match = _DATE.fullmatch(half_width(text).strip())
    if match:
        try:
            return date(int(match[1]), int(match[4]), int(match[5]))
        except ValueError:
            raise BadValue(
                Text(f"没有“{text}”这一天", f"there is no day {text!r}"),
                Text("检查月份和日期，写成 2020-12-31", "check the month and the day, as in 2020-12-31"),
            ) from None
    raise BadValue(
        Text(f"“{text}”不是完整日期", f"{text!r} is not a full date"),
        Text(
            "写成 2020-12-31；不知道是哪一天的写 待填",
            "write it as 2020-12-31, or 待填 where the day is not known",
        ),
    )


_HALF_UP = Context(prec=200, rounding="ROUND_HALF_UP")


@lru_cache(maxsize=1 << 13)
def plain(value: Exact, decimals: int | None = None, group: bool = True) -> str:
    """Print an exact number with thousands separators; *decimals* rounds half up, for display only."""
    number = Decimal(value)
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), context=_HALF_UP)
    elif number == number.to_integral_value():
        number = number.quantize(Decimal(1), context=EXACT)
    else:
        number = number.normalize(EXACT)
    if not number:
        number = abs(number)
    return f"{number:,f}" if group else f"{number:f}"


@lru_cache(maxsize=1 << 13)
def format_money(fen: Exact, unit: str = "", decimals: int | None = None, lang: str = "zh") -> str:
    """Print an amount in *unit*, with *decimals* or as many as it needs (万元 at least two); in English always in yuan.

    Without a unit it is 万元, and 元 for what is less than 1万元 and no whole number of 百元: 3,000.01元, not 0.300001万元.
    """
    if not unit:
        amount = int(fen)
        unit = "元" if abs(amount) < UNITS["万元"] and amount % (UNITS["元"] * 100) else "万元"
    if lang == "en":
        unit, decimals = "元", None
    value = EXACT.divide(Decimal(fen), UNITS[unit])
    if decimals is None:
        exponent = value.normalize().as_tuple().exponent
        needed = -int(exponent) if isinstance(exponent, int) and exponent < 0 else 0
        decimals = max(2, needed) if unit in ("万元", "亿元") or needed else 0
    return plain(value, decimals) + (" yuan" if lang == "en" else unit)


def format_percent(value: Exact, decimals: int | None = 2) -> str:
    """Print a fraction as a percentage."""
    return plain(Decimal(value).scaleb(2, EXACT), decimals) + "%"


_SHOWN = Context(prec=60, rounding="ROUND_HALF_EVEN")
"""Works out what is only displayed."""


def format_ratio(over: Exact, under: Exact, decimals: int = 2) -> str:
    """Print over/under as a percentage rounded half up; *under* must not be zero. For display only."""
    value = _SHOWN.divide(_SHOWN.multiply(Decimal(over), 100), Decimal(under))
    return plain(value, decimals) + "%"
