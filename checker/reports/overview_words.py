"""What the overviews of many units say alike: headings, amounts and shares, in every format."""

from __future__ import annotations

from collections import Counter

from checker.base.errors import Text
from checker.base.values import format_money, format_ratio
from checker.findings.over_years import Repeat, YearSum
from checker.findings.recorded import Unkept
from checker.findings.sections import SECTIONS, nothing_found
from checker.findings.unit_entry import UnitEntry
from checker.findings.units_overview import ESTABLISHED, Group, Overview, of_units

TITLE = Text("预算支出检查总览", "Overview of the check of expenditure")
SHORT = {
    "error": Text("错误", "Errors"),
    "contradiction": Text("可认定", "Established"),
    "disclosure": Text("应披露", "To disclose"),
    "query": Text("疑点", "Queries"),
    "undetermined": Text("待核", "Open"),
}
"""What a column of classes is called, by the first class in it."""
HEADS = {
    "unit": Text("单位", "Unit"),
    "units": Text("单位数", "Units"),
    "year": Text("年度", "Year"),
    "district": Text("区划", "District"),
    "kind": Text("单位性质", "Kind of unit"),
    "amount": Text("涉及金额", "At stake"),
    "own": Text("本规则涉及", "Of this rule"),
    "counted": Text("计入金额", "Counted"),
    "share": Text("占支出", "Of spending"),
    "spent": Text("实际支出", "Spending"),
    "new": Text("新增", "New"),
    "rule": Text("规则", "Rule"),
    "title": Text("标题", "Title"),
    "problem": Text("问题", "Problem"),
    "failed": Text("不符合", "Failed"),
    "open": Text("无法判定", "Cannot be judged"),
    "waived": Text("已豁免", "Waived"),
    "count": Text("项数", "Problems"),
    "verdict": Text("结论", "Verdict"),
    "found": Text("有可认定问题的单位", "Units with anything established"),
    "repeated": Text("连续年数", "Years running"),
}


def number(fen: int | None, lang: str) -> str:
    """Return an amount without its unit, which the heading names; nothing for none."""
    if not fen:
        return ""
    return format_money(fen, "万元", lang=lang).removesuffix("万元" if lang == "zh" else "yuan").rstrip()


def unit_of_money(lang: str) -> str:
    """Return the unit of every amount in a table."""
    return "万元" if lang == "zh" else "yuan"


def share(amount: int, spent: int | None) -> str:
    """Return what part of the spending an amount is; nothing where the spending is not known, none, or less than that.

    What is at stake may be a budget in another unit of money, or open: more than was spent is no part of it.
    """
    return format_ratio(amount, spent) if spent and amount and amount <= spent else ""


def column(kinds: tuple[str, ...]) -> Text:
    """Return what a column of classes is called."""
    return SHORT[kinds[0]]


def section(kinds: tuple[str, ...]) -> Text:
    """Return what the section of these classes is called in a report."""
    return next(title for known, title in SECTIONS if known == kinds)


def parts(of: UnitEntry | Group | YearSum, view: Overview) -> list[tuple[int, int | None]]:
    """Return the number and money of each column of classes; None where no unit has money in that column."""
    sums = [(of.of(kinds), view.total.of(kinds)) for kinds in view.columns]
    return [(some.count, some.amount if every.amount else None) for some, every in sums]


def cells(of: UnitEntry | Group | YearSum, view: Overview, lang: str) -> list[str]:
    """Return the columns of classes as printed: how many, and their money where the column has any."""
    found = []
    for count, amount in parts(of, view):
        found += [f"{count:,}" if count else "", *([] if amount is None else [number(amount, lang)])]
    return found


def class_heads(view: Overview, lang: str, of_money: str = "") -> list[str]:
    """Return the headings of these columns; that of money is *of_money*, or led by the name of the class."""
    found = []
    for kinds, (_, amount) in zip(view.columns, parts(view.total, view)):
        name = column(kinds).say(lang)
        found += [name, *([] if amount is None else [of_money or f"{name} {unit_of_money(lang)}"])]
    return found


def sentences(view: Overview, lang: str) -> list[str]:
    """Return what is to be said of all units, a sentence each."""
    zh, total = lang == "zh", view.total
    parts = []
    for kinds in view.columns:
        some = total.of(kinds)
        if not some.count:
            continue
        money = format_money(some.amount, "万元", lang=lang) if some.amount else ""
        told = (
            f"{column(kinds).say(lang)} {some.count:,} 项"
            if zh
            else f"{column(kinds).say(lang).lower()} {some.count:,}"
        )
        told += (f" {money}" if zh else f" ({money})") if money else ""
        if kinds == ESTABLISHED:
            told += f"（{total.found:,} 个单位）" if zh else f" in {total.found:,} units"
        parts.append(told)
    said = ("；" if zh else "; ").join(parts)
    if not said:
        counted: Counter[str] = Counter()
        for rule in view.rules:
            counted.update(rule.outcomes)
        none = nothing_found(counted).say(lang)
        said = none if zh else none[0].lower() + none[1:]
    if total.amount:
        said += ("；合计涉及 " if zh else "; in all ") + format_money(total.amount, "万元", lang=lang)
        if part := share(total.amount, total.spent):
            known, what = total.cases - total.unstated, listed_as(view, lang)
            if total.unstated:
                said += (
                    f"（支出已知的 {known:,} 个{what}共支出 {format_money(total.spent, '万元')}）"
                    if zh
                    else f" ({known:,} {what} state their spending: {format_money(total.spent, lang=lang)})"
                )
            else:
                said += f"，占支出 {part}" if zh else f", {part} of their spending"
    several = cases_told(view, lang)
    found = [
        f"{total.units:,} 个单位{several and f'（{several}）'}：{said}。"
        if zh
        else f"{total.units:,} units{several and f' ({several})'}: {said}."
    ]
    if view.baseline:
        found.append(
            f"与基线 {view.baseline} 相比：新问题 {total.new:,} 项，已消除 {view.settled:,} 项，这次没有检查到 {view.unseen:,} 项。"
            if zh
            else f"Against the baseline {view.baseline}: {total.new:,} new, {view.settled:,} settled, {view.unseen:,} not looked at this time."
        )
    if view.repeats:
        longest, units = (
            view.repeats[0].years,
            len(of_units({each.unit.key: each.unit for each in view.repeats}.values())),
        )
        found.append(
            f"连续两年以上查到同一条规则的问题的有 {units:,} 个单位、{len(view.repeats):,} 项，最长连续 {longest} 年。"
            if zh
            else f"In {units:,} units a rule finds something for the second year or more ({len(view.repeats):,} matters, {longest} years at most)."
        )
    if not view.alike:
        found.append(
            "历年用的规则不完全相同（规则改过，或选用的不同）：各年项数、金额的增减也可能来自规则。"
            if zh
            else "The years were not judged by the same rules (changed since, or others selected): more found may be more asked."
        )
    if view.unkept:
        count, units = len(view.unkept), len({each.unit for each in view.unkept})
        found.append(
            f"写明已整改或已到时限、这次仍查到的有 {units:,} 个单位、{count:,} 项。"
            if zh
            else f"{count:,} things in {units:,} units were said to be corrected or were due, and are found all the same."
        )
    if view.left_out:
        listed = ("、" if zh else ", ").join(view.left_out[:5]) + (" …" if len(view.left_out) > 5 else "")
        count = len(view.left_out)
        found.append(
            f"有 {count} 个文件读不了，没有检查：{listed}。" if zh else f"{count} files could not be read: {listed}."
        )
    drafts = len(of_units(unit for unit in view.units if unit.draft.zh))
    if drafts:
        found.append(
            f"草稿：{drafts} 个单位有待确认的数字。" if zh else f"Draft: {drafts} units rest on figures to confirm."
        )
    noted = len(of_units(unit for unit in view.units if unit.notes))
    if noted:
        found.append(
            f"注意：{noted} 个单位的报告另有说明。" if zh else f"Note: the reports of {noted} units have more to say."
        )
    return [*found, *(note.say(lang) for note in view.notes)]


def cases_told(view: Overview, lang: str) -> str:
    """Return how many cases there are, where a unit has several: one for each year."""
    total = view.total
    if total.cases == total.units:
        return ""
    return f"{total.cases:,} 个案例" if lang == "zh" else f"{total.cases:,} cases"


def listed_as(view: Overview, lang: str) -> str:
    """Return what a line of the list of units stands for."""
    if view.total.cases == view.total.units:
        return "单位" if lang == "zh" else "units"
    return "案例" if lang == "zh" else "cases"


def year_heads(view: Overview, lang: str) -> list[str]:
    """Return the headings of the sums by year."""
    found = [HEADS["year"].say(lang), HEADS["units"].say(lang), *class_heads(view, lang), HEADS["amount"].say(lang)]
    return [*found, HEADS["share"].say(lang)]


def year_cells(of: YearSum, view: Overview, lang: str) -> list[str]:
    """Return the sums of one year as printed; a share only where every unit states its spending."""
    known = "" if of.silent else share(of.amount, of.spent)
    return [str(of.year), f"{of.units:,}", *cells(of, view, lang), number(of.amount, lang), known]


REPEATED = (HEADS["unit"], HEADS["rule"], HEADS["repeated"], Text("是否同一事项", "The same items"))
"""The headings of what fails year after year."""


def repeat_cells(of: Repeat, lang: str) -> list[str]:
    """Return one thing that fails year after year as printed."""
    same = Text("有同一事项", "yes, some") if of.same else Text("", "")
    first, last = of.unit.year - of.years + 1, of.unit.year
    years = f"{first}—{last} 连续 {of.years} 年" if lang == "zh" else f"{of.years} years running, {first}–{last}"
    return [of.unit.unit, of.title.say(lang), years, same.say(lang)]


UNKEPT = Text("写明已整改或已到时限、这次仍查到的", "Said to be corrected, or due, and found all the same")


BROKEN = (HEADS["unit"], Text("说过什么、这次怎样", "What was said, and what is found"))
"""The headings of that list."""


def unkept_cells(of: Unkept, lang: str) -> list[str]:
    """Return one thing that was said to be put right and was not, as printed."""
    return [of.unit, of.say(lang)]


OVERLAPPING = Text(
    "“本规则涉及”是单看一条规则的金额，几条规则会说到同一笔钱，不能相加；“计入金额”一笔钱只计一次；空白的是不涉及金额",
    "“Of this rule” is the money of a rule by itself: several may name the same, so it does not add up; “Counted” takes no yuan twice; blank: no money",
)
NOT_ADDED = Text(
    "每一行的金额只计一次，各表的合计相同",
    "no yuan is counted twice: every table adds up to the same sum",
)
