"""The text of one cell → its value, by the type of the field; the words for none, yes and no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.base.errors import Text, did_you_mean
from checker.base.values import (
    BadValue,
    Figure,
    half_width,
    measure_of,
    other_measure,
    parse_count,
    parse_date,
    parse_money,
    parse_number,
    parse_percent,
)
from checker.cases.marks import MARKS, NONE_WORDS, OF_A_STATE, OPEN, bare, is_mark, mark_in
from checker.cases.vocabulary import Enumeration, Field
from checker.documents.unfilled import UNFILLED

__all__ = ["FALSE_WORDS", "NONE_WORDS", "NOT_OF_ONE_KIND", "TRUE_WORDS", "typed"]

FIGURES_AND_DAYS = ("money", "percent", "number", "count", "date", "year")
NOT_OF_ONE_KIND = Text("不知道是哪一种的，先删去这一条", "where that is not known, leave the entry out for now")
TRUE_WORDS = frozenset(("是", "true", "yes", "True", "Yes", "TRUE", "YES"))
FALSE_WORDS = frozenset(("否", "false", "no", "False", "No", "FALSE", "NO"))


def typed(
    field: Field, text: str, enumerations: Mapping[str, Enumeration], unit: str | None, decimals: int | None
) -> tuple[Any, Figure | None]:
    """Return the value of *text* as a *field* holds it, and how it is printed where it is a number; raises BadValue.

    *unit* and *decimals* are the case's own for money.
    """
    kind = field.type
    if kind in FIGURES_AND_DAYS and is_mark(text):
        said = next(mark for mark in MARKS if bare(text) in mark.words)
        if said not in (OPEN, *OF_A_STATE):
            raise BadValue(Text(f"“{text}”{said.told.zh}", f"{text!r} {said.told.en}"), said.hint)
    if kind == "money":
        figure = parse_money(text, unit, decimals)
        return _signed(field, text, figure)
    mark = mark_in(field, text)
    if mark is not None:
        raise BadValue(Text(f"“{text}”{mark.told.zh}", f"{text!r} {mark.told.en}"), mark.hint)
    if kind in ("text", "ref"):
        return text, None
    if kind == "flag":
        if text in TRUE_WORDS:
            return True, None
        if text in FALSE_WORDS:
            return False, None
        raise BadValue(
            Text(f"要写“是”或“否”，却写了“{text}”", f"yes or no is wanted, found {text!r}"),
            Text("不清楚的写 待填，或删去这一项", "write 待填, or leave it out, if it is not known"),
        )
    if kind in ("percent", "count", "number"):
        figure = (
            parse_percent(text)
            if kind == "percent"
            else parse_count(text)
            if kind == "count"
            else parse_number(text, field.unit, field.id.isascii() or "分" in field.zh)
        )
        unit = field.unit or measure_of(field.zh)
        if kind == "count" and other_measure(figure.unit, unit):
            raise BadValue(
                Text(f"“{text}”的单位不是“{unit}”", f"{text!r} does not count in {unit}"),
                Text(
                    f"折成{unit}，或核对是不是写错了栏",
                    f"convert it to {unit}, or see whether it belongs to another field",
                ),
            )
        return _signed(field, text, figure)
    if kind == "date":
        return parse_date(text), None
    if kind == "year":
        digits = half_width(text).strip().removesuffix("年").removesuffix("年度")
        if len(digits) == 4 and digits.isascii() and digits.isdigit() and "1949" <= digits <= "2199":
            return int(digits), None
        raise BadValue(Text(f"“{text}”不是年份", f"{text!r} is not a year"), Text("例如 2020", "such as 2020"))
    enumeration = enumerations[kind]
    value = enumeration.by_name.get(text)
    if value is None:
        shown = "、".join(names[0] for names in enumeration.values.values())
        raise BadValue(
            Text(f"没有“{text}”这一种，可写：{shown}", f"{text!r} is not one of: {', '.join(enumeration.values)}"),
            NOT_OF_ONE_KIND if text in UNFILLED else did_you_mean(text, list(enumeration.by_name)),
        )
    return value, None


def _signed(field: Field, text: str, figure: Figure) -> tuple[Any, Figure]:
    """Return a figure and its value; raises BadValue where it is below zero and its field can never be."""
    if figure.value < 0 and not field.negative:
        told = Text(f"“{text}”小于 0，{field.zh}不会是负数", f"{text!r} is below zero, which {field.id} cannot be")
        hint = Text(
            "核对原文，改正这个数；自己加的字段确实可以小于 0 的，在词汇表里写 可负: 是",
            "look at the paper and mend the figure; a field of your own that may be below zero says so with negative: true",
        )
        raise BadValue(told, hint)
    return figure.value, figure
