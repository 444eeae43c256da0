"""checker parameters coverage: for which places, levels and years a limit is known, with its source; what is not known shows as such."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from checker.authoring.threshold_asking import TWINS, asking, differs
from checker.authoring.thresholds import VERIFIED_SAID, concerns
from checker.base import places
from checker.base.errors import InputError, Place, Problem, Text
from checker.reports.workbook import Book, Page
from checker.rulebook.book import Rulebook
from checker.rulebook.instruments import library_date
from checker.rulebook.rule import Basis, Parameter, ParameterValue, Reach

FIRST = 2018
"""The first year of the table where nobody asks for another."""
UNKNOWN = Text("未知", "unknown")
NOT_ASKED = Text("不问", "not asked")
LEVELS = ("central", "provincial", "municipal", "district", "township")
"""The budget levels, the widest first."""
HIGHEST_LEVEL = {0: 0, 2: 1, 4: 2, 6: 3}
"""The highest level of units of a place, by the digits of its code."""
ELSEWHERE = Text("其他地方", "elsewhere")
HEADS = (Text("参数", "parameter"), Text("编号", "id"), Text("地区", "place"), Text("级次和性质", "level, kind"))
LISTED = (*HEADS, Text("年度", "year"), Text("值", "value"), Text("依据", "basis"), Text("核对", "verified"))
WIDTHS = (24, 22, 20, 18)
SOURCES = Text("来源", "Sources")
BASES = Text("## 依据", "## Sources")
ABOUT = Text(
    "限额、比例、期限里随地区、级次或年度不同的，哪些地方、哪些年知道。“未知”的没有找到原文：要用它才能判断的待核，写明缺哪个参数，不拿别的地方、级次、年度的数来代替。"
    "“不问”的，那一年没有约束它的规则。“其他地方”是没有自己的取值的各地。“（自 9 月 1 日）”是只有这一年的一部分知道。\n\n"
    "名称有“转述”的，只见于别处引用：有转述、没有原文的，作低的疑点，按原文的规则不再问；转述也没有的，由按原文的规则待核。由 `checker parameters coverage` 生成。",
    "Limits, rates and periods that differ by place, level or year: for which they are known. For what is “unknown” no text was found: what cannot be judged without it stays open and names the "
    "parameter, and no figure of another place, level or year is used instead. “Not asked” is a year in which no rule that reads it binds. “Elsewhere” are all places without a value "
    "of their own. “(from 09-01)” is known for a part of the year.\n\n"
    "What is called “retold” was only quoted elsewhere: where a limit was retold and no text read, there is a low query and the rule that goes by texts does not ask; where nothing was retold either, "
    "that rule stays open. Made by `checker parameters coverage`.",
)
MAP = Text(
    "![采购限额和公开招标数额标准的地图](images/parameter-coverage.zh.svg)\n\n地图由 `checker parameters coverage 采购限额 公开招标 转述 -o 地图.svg` 画出，别的参数也可以这样画。",
    "![Map of procurement limits and open-tender thresholds](images/parameter-coverage.en.svg)\n\n"
    "The map is drawn by `checker parameters coverage goods_limit services_limit works_limit open_tender retold -o map.svg`; so can other parameters be.",
)
TITLE = Text("# 参数的覆盖：地区、级次、年度", "# What is known of the parameters: place, level, year")


ENTRIES = 4
"""How many entries of a table a cell holds."""


def _shown(value: ParameterValue, lang: str) -> str:
    """Return a value for a cell; of a long table its first entries and how many there are."""
    if not isinstance(value.value, tuple) or len(value.value) <= ENTRIES:
        return value.text
    first, many = "、".join(value.value[:ENTRIES]), len(value.value)
    return f"{first}等 {many} 项" if lang == "zh" else f"{first} and so on, {many} in all"


class Cell(NamedTuple):
    """What is known of one year: the values that hold in it, each with the days on which it does; whether any rule asks."""

    values: tuple[tuple[ParameterValue, date, date], ...]
    asked: bool = True

    def say(self, year: int, lang: str) -> str:
        """Return the values, with their days where they do not hold all year; what is not known says so."""
        if not self.values:
            return (UNKNOWN if self.asked else NOT_ASKED).say(lang)
        return ("；" if lang == "zh" else "; ").join(
            _shown(value, lang) + _days(first, last, year, lang) for value, first, last in self.values
        )


class Line(NamedTuple):
    """One parameter for one place, level and kind of unit: what is known of each year."""

    parameter: Parameter
    reach: Reach
    cells: dict[int, Cell]
    named: bool = True
    """Whether a value names the place and level; else they are one of the levels beside those that are named."""

    def bases(self) -> list[Basis]:
        """Return what the values of the line rest on, each once."""
        return list(
            dict.fromkeys(b for cell in self.cells.values() for value, _, _ in cell.values for b in value.basis)
        )


def years_of(text: str, book: Rulebook) -> range:
    """Return the years asked for as FROM-TO (nothing: from the first to that of the library); raises InputError."""
    last = library_date(book.instruments)
    if not text.strip():
        return range(FIRST, (last.year if last is not None else FIRST) + 1)
    match = re.fullmatch(r"\s*(\d{4})\s*(?:[-–—~至]\s*(\d{4}))?\s*", text)
    found = range(int(match[1]), int(match[2] or match[1]) + 1) if match else range(0)
    if not found or found[0] < 1900 or found[-1] > 2100 or len(found) > 50:
        told_ = Text(f"“{text}”不是年度", f"{text!r} are no years")
        raise InputError([Problem("years", Place("--years"), told_, Text("例如 2018-2026", "such as 2018-2026"))])
    return found


def coverage(
    book: Rulebook, parameters: Iterable[Parameter], years: Sequence[int], jurisdiction: str = ""
) -> list[Line]:
    """Return a line for every place, level and kind that a dated or local value names or that is asked beside them.

    With *jurisdiction* those only that bind it or a place in it.
    """
    ask = asking(book)
    found: list[Line] = []
    for each in parameters:
        if not differs(each):
            continue
        for reach, named in _reaches(each, () if each.id in TWINS else ask.places(each.id)).items():
            elsewhere = not named and not reach.jurisdiction
            if not concerns(reach, jurisdiction) or (elsewhere and _has_own(each, jurisdiction)):
                continue
            unit = reach._replace(jurisdiction="-") if elsewhere else reach  # no place that anything names
            cells = {year: Cell(_values(each, reach, year), ask.of(each.id, unit, year)) for year in years}
            if named or any(cell.asked for cell in cells.values()):
                found.append(Line(each, reach, cells, named))
    return found


def _has_own(parameter: Parameter, jurisdiction: str) -> bool:
    """Whether a value names the place, or one that holds it: it is not elsewhere then."""
    return any(v.reach.jurisdiction and jurisdiction.startswith(v.reach.jurisdiction) for v in parameter.values)


def _reaches(parameter: Parameter, cited: Iterable[Reach]) -> dict[Reach, bool]:
    """Return the places with each level and kind of unit that any value names (True), wider places first, and those beside them (False).

    Beside them are the other levels of their places, and what is *cited* by the rules without a value.
    """
    named = dict.fromkeys(each for value in parameter.values for each in _each(value.reach))
    others = [
        Reach(reach.jurisdiction, (level,), reach.unit_kinds)
        for reach in named
        if reach.levels
        for level in LEVELS[HIGHEST_LEVEL[len(reach.jurisdiction)] :]
    ]
    others += [
        each
        for reach in cited
        for each in _each(reach)
        if not each.levels or LEVELS.index(each.levels[0]) >= HIGHEST_LEVEL[len(each.jurisdiction)]
    ]
    whole = {(reach.jurisdiction, reach.unit_kinds) for reach in named if not reach.levels}
    found = {reach: False for reach in others if (reach.jurisdiction, reach.unit_kinds) not in whole}
    found.update(dict.fromkeys(named, True))
    order = sorted(found, key=lambda each: (each.jurisdiction, each.unit_kinds, *map(LEVELS.index, each.levels)))
    return {reach: found[reach] for reach in order}


def _each(reach: Reach) -> Iterator[Reach]:
    """Yield what *reach* binds, each level and kind of unit by itself."""
    for level in reach.levels or ("",):
        for kind in reach.unit_kinds or ("",):
            yield Reach(reach.jurisdiction, (level,) if level else (), (kind,) if kind else ())


def _values(parameter: Parameter, reach: Reach, year: int) -> tuple[tuple[ParameterValue, date, date], ...]:
    """Return what holds in *year* for units of *reach*: day by day, where any value begins or ends within it."""
    level, kind = "".join(reach.levels), "".join(reach.unit_kinds)
    first, last = date(year, 1, 1), date(year, 12, 31)
    turns = {first, *(turn for v in parameter.values for turn in v.validity.turns() if first < turn <= last)}
    days = sorted(turns)
    found: list[tuple[ParameterValue, date, date]] = []
    for day, until in zip(days, [*(turn - timedelta(days=1) for turn in days[1:]), last], strict=True):
        fitting = [
            value
            for value in parameter.values
            if reach.jurisdiction.startswith(value.reach.jurisdiction)
            and (not value.reach.levels or level in value.reach.levels)
            and (not value.reach.unit_kinds or kind in value.reach.unit_kinds)
            and value.validity.holds(day, year)
        ]
        if not fitting:
            continue
        held = max(fitting, key=lambda value: len(value.reach.jurisdiction))
        if found and found[-1][0] == held and found[-1][2] + timedelta(days=1) == day:
            found[-1] = (held, found[-1][1], until)
        else:
            found.append((held, day, until))
    return tuple(found)


def _days(first: date, last: date, year: int, lang: str) -> str:
    """Return the days within a year in brackets; nothing for all of it."""
    starts, ends = first > date(year, 1, 1), last < date(year, 12, 31)
    if not starts and not ends:
        return ""
    if lang == "zh":
        said = (f"自 {first.month} 月 {first.day} 日" if starts else "") + (
            f"至 {last.month} 月 {last.day} 日" if ends else ""
        )
        return f"（{said}）"
    said = " ".join([f"from {first:%m-%d}"] * starts + [f"to {last:%m-%d}"] * ends)
    return f" ({said})"


def whom(line: Line, book: Rulebook, lang: str) -> tuple[str, str]:
    """Return the place, and the level and kind of unit, in words."""
    zh, reach = lang == "zh", line.reach
    everywhere = Text("全国", "everywhere") if line.named else ELSEWHERE
    place = places.called(reach.jurisdiction) if reach.jurisdiction else everywhere.say(lang)
    names = [
        book.vocabulary.enumerations[enumeration].name(value, lang)
        for enumeration, values in (("budget_level", reach.levels), ("unit_kind", reach.unit_kinds))
        for value in values
    ]
    return place, " ".join(names) or ("全部" if zh else "all")


def matrix(lines: Sequence[Line], book: Rulebook, years: Sequence[int], lang: str) -> tuple[list[str], list[list[str]]]:
    """Return the table year by year: its headings and rows."""
    heads = [head.say(lang) for head in HEADS] + [str(year) for year in years]
    return heads, [
        [line.parameter.zh, line.parameter.id, *whom(line, book, lang)]
        + [line.cells[year].say(year, lang) for year in years]
        for line in lines
    ]


def listed(lines: Sequence[Line], book: Rulebook, lang: str) -> tuple[list[str], list[list[str]]]:
    """Return the long table, a row for each place, level and year, with the source of what is known."""
    zh = lang == "zh"
    rows = []
    for line in lines:
        head = [line.parameter.zh, line.parameter.id, *whom(line, book, lang)]
        for year, cell in line.cells.items():
            bases = list(dict.fromkeys(b for value, _, _ in cell.values for b in value.basis))
            said = ("；" if zh else "; ").join(b.say(lang) for b in bases)
            read = "、".join(dict.fromkeys(VERIFIED_SAID[b.verified] if zh else b.verified for b in bases))
            rows.append([*head, str(year), cell.say(year, lang), said, read])
    return [head.say(lang) for head in LISTED], rows


def told(lines: Sequence[Line], lang: str) -> str:
    """Return how much of the table is known."""
    cells = [cell for line in lines for cell in line.cells.values()]
    known = sum(bool(cell.values) for cell in cells)
    unknown = sum(cell.asked and not cell.values for cell in cells)
    idle = len(cells) - known - unknown
    several = len({line.parameter.id for line in lines})
    if lang == "zh":
        more = f"，不问 {idle} 格" if idle else ""
        return f"{several} 个参数，{len(lines)} 行；{len(cells)} 格里知道 {known} 格，未知 {unknown} 格{more}"
    more = f", {idle} not asked" if idle else ""
    return f"{several} parameters, {len(lines)} rows; of {len(cells)} cells {known} are known, {unknown} unknown{more}"


def as_csv(lines: Sequence[Line], book: Rulebook, lang: str) -> bytes:
    """Return the long table as CSV in UTF-8 with a byte order mark, which Excel needs."""
    heads, rows = listed(lines, book, lang)
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([heads, *rows])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Sequence[Line], book: Rulebook, years: Sequence[int], lang: str) -> bytes:
    """Return a workbook: the table by year, and the long one with its sources."""
    made = Book(lang, Text("参数的覆盖", "Coverage").say(lang))
    for name, (heads, rows), widths in (
        (Text("按年度", "By year"), matrix(lines, book, years, lang), (*WIDTHS, *[13] * len(years))),
        (SOURCES, listed(lines, book, lang), (*WIDTHS, 8, 24, 60, 10)),
    ):
        page = Page(made, made.name(name.say(lang)), widths)
        page.heads(heads, len(rows))
        for row in rows:
            page.write(row)
    return made.bytes()


def page(book: Rulebook, years: Sequence[int], lang: str) -> str:
    """Return the page of the documentation: the table by year, its sources by number."""
    lines = coverage(book, sorted(book.parameters.values(), key=lambda each: each.id), years)
    sources: dict[Basis, int] = {}
    heads, rows = matrix(lines, book, years, lang)
    for line, row in zip(lines, rows, strict=True):
        numbers = [sources.setdefault(basis, len(sources) + 1) for basis in line.bases()]
        row.append(", ".join(map(str, numbers)))
        row[0:2] = [f"{row[0]} `{row[1]}`" if lang == "zh" else f"`{row[1]}`"]
    table = [[heads[0], *heads[2:], SOURCES.say(lang)], ["---"] * (len(heads)), *rows]
    told_ = [
        f"{number}. {basis.say(lang)}（{VERIFIED_SAID[basis.verified]}）" + (f"；{basis.note}" if basis.note else "")
        if lang == "zh"
        else f"{number}. {basis.say(lang)} ({basis.verified})"
        for basis, number in sources.items()
    ]
    body = "\n".join("| " + " | ".join(row) + " |" for row in table)
    return (
        "\n\n".join(
            [
                TITLE.say(lang),
                ABOUT.say(lang),
                MAP.say(lang),
                told(lines, lang),
                body,
                BASES.say(lang),
                "\n".join(told_),
            ]
        )
        + "\n"
    )
