"""How texts of tables are compared: headings, labels of rows and titles, without what typography and numbering add."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from checker.base.typography import fold
from checker.mapping.headings import unit_in

_QUOTES = dict.fromkeys(map(ord, "“”‘’\"'「」『』*"))
_BEFORE = re.compile(
    r"(?:其中:?|[(]?[一二三四五六七八九十]+[)]|[一二三四五六七八九十]+、|[(]?\d{1,2}[)]|\d{1,2}[.、](?!\d))+"
)
"""What stands before a label and says nothing of it: 其中， its number as 一、 （一） 1. 1、 （1）; 1.5 is none."""
TOP_NUMBERED = re.compile(r"[一二三四五六七八九十]+、")
_FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?", re.ASCII)
_YEAR = re.compile(r"(20\d\d)年度?")
_TITLE_BEFORE = re.compile(r"(?:附[件表]?\d*:?|表\d+:?)?(?:.{0,30}?20\d\d年度?)?(?:(?:本)?(?:部门|单位)|本级)?")
"""What may stand before the title of a form: 附表1：, a name and a year, 部门."""
_ANY_TITLE = re.compile(r"(?!公开|附表|表)(?=.{4,60}$)[^。；]*[^报列下附见上图]表(?:\([^()]*\))?")
_ASIDE = re.compile(r"\([^()]*\)$")


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Return a text as it is compared: half-width, without blanks and quotation marks."""
    return fold(text).translate(_QUOTES)


@lru_cache(maxsize=1 << 14)
def heading(text: str) -> str:
    """Return a heading as it is compared: without the unit that it names in brackets, and without a colon at its end."""
    if _FIGURE.fullmatch(text):  # most cells of a table are: nothing of one is left out
        return text
    return plain(unit_in(text)[0]).rstrip(":")


@lru_cache(maxsize=1 << 14)
def label(text: str) -> str:
    """Return the label of a row as it is compared: without its number, 其中, and a colon at its end."""
    whole = heading(text)
    before = _BEFORE.match(whole)
    return whole[before.end() :] or whole if before is not None else whole


def years_apart(texts: Iterable[str]) -> dict[str, str]:
    """Return what stands for the years that headings name: 本年 for the later of two that follow each other, 上年 for the earlier.

    One year alone is 本年; years that are further apart, or more than two, stand for themselves.
    """
    years = sorted({int(year) for text in texts for year in _YEAR.findall(text)})
    if len(years) == 1:
        return {str(years[0]): "本年"}
    if len(years) == 2 and years[1] == years[0] + 1:
        return {str(years[0]): "上年", str(years[1]): "本年"}
    return {}


def with_years(text: str, years: dict[str, str]) -> str:
    """Return a heading with 本年 or 上年 in place of the year that it names."""
    return _YEAR.sub(lambda found: years.get(found[1], found[0]), text)


def title_in(text: str, titles: Iterable[str]) -> str:
    """Return the longest of *titles* that a text, or a line of it, is: apart from a year before it and brackets behind; "" for none."""
    lines = text.splitlines()
    for line in (*lines, "".join(lines[:2])) if len(lines) > 1 else lines:
        whole = label(line)
        for shown in (whole, _ASIDE.sub("", whole)):
            found = [
                title
                for title in titles
                if shown.endswith(title) and _TITLE_BEFORE.fullmatch(shown[: len(shown) - len(title)])
            ]
            if found:
                return max(found, key=len)
    return ""


def is_title(text: str) -> bool:
    """Whether a line looks like the title of a table, known or not: it ends with 表; 公开01表, 附表 and 表一 are numbers of one."""
    return any(_ANY_TITLE.fullmatch(plain(line)) is not None for line in text.splitlines())
