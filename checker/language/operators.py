"""The operators and functions of the language, one record each: whatever reads, types, judges, compiles or explains asks here.

A record names what it comes to in SQL by a leaf of `engines.sql.leaves`; an operator or function is added by a record here
and that leaf. What a record cannot say (it asks for presence, or reads a printed cell) stands as `No` with the reason.
"""

from __future__ import annotations

import operator

from checker.base.parties import party
from checker.base.rates import rate_of
from checker.language import documented as d
from checker.language.columns import COMPARE, NUMERIC, PRODUCT, SUM, Function, No, Operator
from checker.language.exact import (
    days_after,
    days_from,
    greatest_of,
    least_of,
    less,
    make_ratio,
    meets,
    modulo,
    months_after,
    pick,
    plus,
    ratio_less,
    ratio_plus,
    ratio_times,
    size_of,
    sum_of,
    surely_apart,
    surely_less,
    surely_most,
    surely_same,
    times,
    without,
    year_end,
    year_start,
)
from checker.language.matching import matcher

# ---- types


def compared(one: str, two: str) -> str | None:
    """Return the type of a comparison: of values of one kind, or of a ratio with a plain number."""
    mixed = {one, two} <= {"ratio", "percent", "number"} and "ratio" in (one, two)
    fits = (one == two or "null" in (one, two) or mixed) and not {"texts", "rates"} & {one, two}
    return "boolean" if fits else None


def ordered(one: str, two: str) -> str | None:
    """Return the type of a comparison by size: truth values and enumerations have none."""
    unordered = one == "boolean" or one.startswith("enum:") or two.startswith("enum:")
    return None if unordered else compared(one, two)


def reconciled(one: str, two: str) -> str | None:
    """Return the type of a reconciliation: of figures of one kind, or of a ratio with a percentage."""
    if one == "ratio":
        return "boolean" if two in ("percent", "number", "null") else None
    return "boolean" if one in (*NUMERIC, "null") and (one == two or "null" in (one, two)) else None


def joined(one: str, two: str) -> str | None:
    """Return the type of a test of two texts."""
    return "boolean" if {one, two} <= {"text", "null"} else None


def listed(one: str, two: str) -> str | None:
    """Return the type of a test of a text with another, or with each text of a list."""
    return "boolean" if one in ("text", "null") and two in ("text", "texts", "null") else None


def _beside_null(one: str, two: str) -> str | None:
    other = two if one == "null" else one
    return other if other in (*NUMERIC, "ratio", "null", "text", "date") else None


def subtracted(one: str, two: str) -> str | None:
    """Return the type of a difference."""
    if "null" in (one, two):
        return _beside_null(one, two)
    if one == two and one in NUMERIC:
        return one
    if {one, two} <= {"ratio", "percent", "number"} and "ratio" in (one, two):
        return "ratio"
    return "number" if one == two == "date" else None


def added(one: str, two: str) -> str | None:
    """Return the type of a sum; texts are joined."""
    if "null" in (one, two):
        return _beside_null(one, two)
    return "text" if one == two == "text" else None if one == "date" else subtracted(one, two)


def multiplied(one: str, two: str) -> str | None:
    """Return the type of a product."""
    if "null" in (one, two):
        return _beside_null(one, two)
    mixed = {one, two}
    if mixed <= {"number", "percent"}:
        return "number" if mixed == {"number"} else "percent"
    if mixed == {"figure"}:  # a quantity and what one of it comes to; the loader holds what may be multiplied
        return "figure"
    for kind in ("money", "ratio", "figure"):
        if kind in mixed and mixed - {kind} and mixed - {kind} <= {"number", "percent"}:
            return kind
    return None


def divided(one: str, two: str) -> str | None:
    """Return the type of a quotient: figures of one kind make a ratio."""
    if "null" in (one, two):
        return _beside_null(one, two)
    return "ratio" if one == two and one in NUMERIC else None


# ---- operators; bounds as 民法典 第1259条 gives them: 超过 and 不满 exclude the number itself

_NOT_A_LAW = No("the law has no word of its own for it")
_CROSSED = No("ratios are compared by cross-multiplication, as numbers are")
_AS_VALUES = No("dates are compared as numbers are")
_NO_DATES = No("it makes nothing of dates")
_NO_TEXTS = No("texts have no size")
_NOT_WORKED_OUT = No("there is nothing to work out: the texts are put in")
_NO_TRUTH = No("it makes a value, not a truth value")
_NO_OPPOSITE = No("no operator says the opposite; `not` does")
_ONE_WAY = No("its sides cannot be exchanged")

# fmt: off
_OPERATORS = (
    Operator(
        id="=", words=("=", "==", "等于", "为"), kind="equality", binds=COMPARE, printed=("=", "="), legal=_NOT_A_LAW, sign="=",
        type_of=compared, value=operator.eq, ratio=_CROSSED, dates=_AS_VALUES, ends=surely_same, folds=True, total=True,
        negated="!=", flipped="=", mutants=("!=",), sql="=", doc=d.EQUAL, spoken=("等于", "is"),
    ),
    Operator(
        id="!=", words=("!=", "<>", "≠", "不等于", "不为", "不是"), kind="equality", binds=COMPARE, printed=("≠", "!="), legal=_NOT_A_LAW, sign="≠",
        type_of=compared, value=operator.ne, ratio=_CROSSED, dates=_AS_VALUES, ends=surely_apart, folds=True, total=True,
        negated="=", flipped="!=", mutants=("=",), sql="!=", doc=d.EQUAL, spoken=("不等于", "is not"),
    ),
    Operator(
        id="<", words=("<", "不满", "低于", "少于", "小于", "早于", "不足"), kind="order", binds=COMPARE, printed=("<", "<"), legal="不满", sign="<",
        type_of=ordered, value=operator.lt, ratio=_CROSSED, dates=_AS_VALUES, ends=surely_less, folds=False, total=True,
        negated=">=", flipped=">", mutants=("<=", ">"), sql="<", doc=d.ORDER, legal_dates="早于", spoken=("低于", "below"),
    ),
    Operator(
        id="<=", words=("<=", "≤", "不超过", "不高于", "不多于", "不大于", "小于等于", "小于或等于", "低于或等于", "早于或等于", "至多", "最多", "最高不超过", "最多不超过", "不超出", "不突破", "上限为", "不晚于", "不迟于"), kind="order", binds=COMPARE, printed=("≤", "<="), legal="不超过", sign="≤",
        type_of=ordered, value=operator.le, ratio=_CROSSED, dates=_AS_VALUES, ends=surely_most, folds=False, total=True,
        negated=">", flipped=">=", mutants=("<", ">="), sql="<=", doc=d.ORDER, legal_dates="不晚于", spoken=("不超过", "at most"),
    ),
    Operator(
        id=">", words=(">", "超过", "高于", "多于", "大于", "晚于", "迟于", "超出", "突破"), kind="order", binds=COMPARE, printed=(">", ">"), legal="超过", sign=">",
        type_of=ordered, value=operator.gt, ratio=_CROSSED, dates=_AS_VALUES, ends=lambda one, two: surely_less(two, one), folds=False, total=True,
        negated="<=", flipped="<", mutants=(">=", "<"), sql=">", doc=d.ORDER, legal_dates="晚于", spoken=("超过", "above"),
    ),
    Operator(
        id=">=", words=(">=", "≥", "不低于", "不少于", "不小于", "大于等于", "大于或等于", "高于或等于", "晚于或等于", "至少", "最少", "最低不低于", "最少不少于", "下限为", "达到", "不早于"), kind="order", binds=COMPARE, printed=("≥", ">="), legal="不低于", sign="≥",
        type_of=ordered, value=operator.ge, ratio=_CROSSED, dates=_AS_VALUES, ends=lambda one, two: surely_most(two, one), folds=False, total=True,
        negated="<", flipped="<=", mutants=(">", "<="), sql=">=", doc=d.ORDER, legal_dates="不早于", spoken=("不低于", "at least"),
    ),
    Operator(
        id="≈", words=("≈", "~=", "勾稽一致"), kind="reconciliation", binds=COMPARE, printed=("≈", "≈"), legal=_NOT_A_LAW, sign="≈",
        type_of=reconciled, value=No("it compares intervals, not values"), ratio=No("a ratio meets a percentage by the intervals of its parts"),
        dates=_NO_DATES, ends=meets, folds=False, total=False, negated=_NO_OPPOSITE, flipped="≈", mutants=("=",), sql="≈", doc=d.RECONCILED,
    ),
    Operator(
        id="+", words=("+", "加"), kind="arithmetic", binds=SUM, printed=("+", "+"), legal=_NOT_A_LAW, sign=_NO_TRUTH,
        type_of=added, value=operator.add, ratio=ratio_plus, dates=_NO_DATES, ends=plus, folds=False, total=False,
        negated=_NO_TRUTH, flipped="+", mutants=("-",), sql="+", doc=d.ADDED,
    ),
    Operator(
        id="-", words=("-", "减"), kind="arithmetic", binds=SUM, printed=("-", "-"), legal=_NOT_A_LAW, sign=_NO_TRUTH,
        type_of=subtracted, value=operator.sub, ratio=ratio_less, dates=days_from, ends=less, folds=False, total=False,
        negated=_NO_TRUTH, flipped=_ONE_WAY, mutants=("+",), sql="-", doc=d.ADDED,
    ),
    Operator(
        id="*", words=("*", "×", "乘以"), kind="arithmetic", binds=PRODUCT, printed=("×", "*"), legal=_NOT_A_LAW, sign=_NO_TRUTH,
        type_of=multiplied, value=operator.mul, ratio=ratio_times, dates=_NO_DATES, ends=times, folds=False, total=False,
        negated=_NO_TRUTH, flipped="*", mutants=(), sql="*", doc=d.TIMES, spoken=("×", "×"),
    ),
    Operator(
        id="/", words=("/", "÷", "比"), kind="arithmetic", binds=PRODUCT, printed=("/", "/"), legal=_NOT_A_LAW, sign=_NO_TRUTH,
        type_of=divided, value=make_ratio, ratio=No("ratios are not divided again"), dates=_NO_DATES, ends=No("a ratio is the intervals of its two parts"),
        folds=False, total=False, negated=_NO_TRUTH, flipped=_ONE_WAY, mutants=(), sql="/", doc=d.DIVIDED, spoken=("÷", "÷"),
    ),
    Operator(
        id="contains", words=("contains", "包含"), kind="text", binds=COMPARE, printed=("包含", "contains"), legal=_NOT_A_LAW, sign=_NOT_WORKED_OUT,
        type_of=listed, value=operator.contains, ratio=_NO_TEXTS, dates=_NO_DATES, ends=_NO_TEXTS, folds=True, total=True,
        negated=_NO_OPPOSITE, flipped=_ONE_WAY, mutants=("starts_with",), sql="contains", doc=d.PARTS,
    ),
    Operator(
        id="starts_with", words=("starts_with", "开头为"), kind="text", binds=COMPARE, printed=("开头为", "starts_with"), legal=_NOT_A_LAW, sign=_NOT_WORKED_OUT,
        type_of=joined, value=str.startswith, ratio=_NO_TEXTS, dates=_NO_DATES, ends=_NO_TEXTS, folds=True, total=True,
        negated=_NO_OPPOSITE, flipped=_ONE_WAY, mutants=("contains",), sql="starts_with", doc=d.PARTS,
    ),
    Operator(
        id="ends_with", words=("ends_with", "结尾为"), kind="text", binds=COMPARE, printed=("结尾为", "ends_with"), legal=_NOT_A_LAW, sign=_NOT_WORKED_OUT,
        type_of=joined, value=str.endswith, ratio=_NO_TEXTS, dates=_NO_DATES, ends=_NO_TEXTS, folds=True, total=True,
        negated=_NO_OPPOSITE, flipped=_ONE_WAY, mutants=("contains",), sql="ends_with", doc=d.PARTS,
    ),
    Operator(
        id="matches", words=("matches", "匹配"), kind="text", binds=COMPARE, printed=("匹配", "matches"), legal=_NOT_A_LAW, sign=_NOT_WORKED_OUT,
        type_of=joined, value=lambda text, pattern: matcher(pattern)(text), ratio=_NO_TEXTS, dates=_NO_DATES, ends=_NO_TEXTS, folds=False, total=True,
        negated=_NO_OPPOSITE, flipped=_ONE_WAY, mutants=(), sql="matches", doc=d.MATCHES,
    ),
)

# ---- functions

_EXACT = No("it comes to exact digits")
_BELOW_ZERO = No("it may be below zero, or has no size")
_FACTS_ONLY = No("it takes related facts")
_OVER_FACTS = No("a loop over related facts: the visitors' own")
_COMPILED_OVER_FACTS = No("a grouped SELECT: engines.sql.related")
_FUNCTIONS = (
    Function(
        id="sum", words=("sum", "合计", "累计"), takes=("number",), many=True, same=True, gives="", value=lambda *values: sum(values), ends=sum_of,
        folds=False, least=_BELOW_ZERO, facts=True, mutants=("max",), sql="sum", doc=d.SUMMED,
    ),
    Function(
        id="listed_sum", words=("listed_sum", "已列合计"), takes=_FACTS_ONLY, many=False, same=False, gives="", value=_OVER_FACTS, ends=sum_of,
        folds=False, least=_BELOW_ZERO, facts=True, mutants=("sum",), sql=_COMPILED_OVER_FACTS, doc=d.LISTED,
    ),
    Function(
        id="count", words=("count", "计数"), takes=_FACTS_ONLY, many=False, same=False, gives="number", value=_OVER_FACTS, ends=_EXACT,
        folds=False, least=0, facts=True, mutants=(), sql=_COMPILED_OVER_FACTS, doc=d.COUNT,
    ),
    Function(
        id="min", words=("min", "最小"), takes=("ordered",), many=True, same=True, gives="", value=lambda *values: pick("min", values), ends=least_of,
        folds=False, least=_BELOW_ZERO, facts=True, mutants=("max",), sql="min", doc=d.EXTREME,
    ),
    Function(
        id="max", words=("max", "最大"), takes=("ordered",), many=True, same=True, gives="", value=lambda *values: pick("max", values), ends=greatest_of,
        folds=False, least=_BELOW_ZERO, facts=True, mutants=("min",), sql="max", doc=d.EXTREME,
    ),
    Function(
        id="without", words=("without", "去除"), takes=("text", "texts"), many=False, same=False, gives="text", value=without, ends=_NO_TEXTS,
        folds=True, least=_BELOW_ZERO, facts=False, mutants=(), sql="without", doc=d.WITHOUT,
    ),
    Function(
        id="rate_of", words=("rate_of", "查表"), takes=("text", "rates"), many=False, same=False, gives="money", value=rate_of, ends=_EXACT,
        folds=False, least=0, facts=False, mutants=(), sql="rate_of", doc=d.RATE,
    ),
    Function(
        id="length", words=("length", "string_length", "长度"), takes=("text",), many=False, same=False, gives="number", value=len, ends=_EXACT,
        folds=False, least=0, facts=False, mutants=(), sql="length", doc=d.LENGTH,
    ),
    Function(
        id="year", words=("year", "年份"), takes=("date",), many=False, same=False, gives="number", value=operator.attrgetter("year"), ends=_EXACT,
        folds=False, least=0, facts=False, mutants=(), sql="year", doc=d.YEAR,
    ),
    Function(
        id="year_start", words=("year_start", "年初日"), takes=("whole",), many=False, same=False, gives="date", value=year_start, ends=_EXACT,
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="year_start", doc=d.OF_YEAR,
    ),
    Function(
        id="year_end", words=("year_end", "年末日"), takes=("whole",), many=False, same=False, gives="date", value=year_end, ends=_EXACT,
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="year_end", doc=d.OF_YEAR,
    ),
    Function(
        id="days_after", words=("days_after", "延后日"), takes=("date", "whole"), many=False, same=False, gives="date", value=days_after, ends=_EXACT,
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="days_after", doc=d.LATER,
    ),
    Function(
        id="months_after", words=("months_after", "延后月"), takes=("date", "whole"), many=False, same=False, gives="date", value=months_after, ends=_EXACT,
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="months_after", doc=d.LATER,
    ),
    Function(
        id="date", words=("date", "日期"), takes=("text",), many=False, same=False, gives="date",
        value=No("the type checker makes a constant of it"), ends=_NO_TEXTS, folds=False, least=_BELOW_ZERO, facts=False, mutants=(),
        sql=No("the type checker makes a constant of it"), doc=d.DATE,
    ),
    Function(
        id="string", words=("string", "文本"), takes=("text",), many=False, same=False, gives="text", value=str, ends=_NO_TEXTS,
        folds=True, least=_BELOW_ZERO, facts=False, mutants=(), sql="string", doc=d.STRING,
    ),
    Function(
        id="party", words=("party", "统一名称"), takes=("text",), many=False, same=False, gives="text", value=party, ends=_NO_TEXTS,
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="party", doc=d.PARTY,
    ),
    Function(
        id="abs", words=("abs", "绝对值"), takes=("number",), many=False, same=False, gives="", value=abs, ends=size_of,
        folds=False, least=0, facts=False, mutants=(), sql="abs", doc=d.SIZE,
    ),
    Function(
        id="modulo", words=("modulo", "余数"), takes=("number", "number"), many=False, same=True, gives="", value=modulo, ends=_EXACT,
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="modulo", doc=d.MODULO,
    ),
    Function(
        id="last_digit", words=("last_digit", "末位"), takes=("number",), many=False, same=False, gives="",
        value=No("it reads the printed cell of a field, not its value"), ends=_EXACT,
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="last_digit", doc=d.LAST_DIGIT,
    ),
    Function(
        id="known", words=("known", "已知"), takes=("any",), many=False, same=False, gives="boolean",
        value=No("it asks whether there is a value, not for it"), ends=No("it makes a truth value"),
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="known", doc=d.KNOWN,
    ),
    Function(
        id="settled", words=("settled", "已定"), takes=("any",), many=False, same=False, gives="boolean",
        value=No("it asks whether there is a value, not for it"), ends=No("it makes a truth value"),
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="settled", doc=d.SETTLED,
    ),
    Function(
        id="printed", words=("printed", "按列示"), takes=("number",), many=False, same=False, gives="", value=lambda value: value, ends=_EXACT,
        folds=False, least=_BELOW_ZERO, facts=False, mutants=(), sql="printed", doc=d.PRINTED,
    ),
)
# fmt: on
OPERATORS = {known.id: known for known in _OPERATORS}
FUNCTIONS = {known.id: known for known in _FUNCTIONS}
COMPARISONS = {known.id: known for known in _OPERATORS if known.kind in ("order", "equality")}
"""What may also stand in a test of `in`."""
AGGREGATES = tuple(known.id for known in _FUNCTIONS if known.facts)
