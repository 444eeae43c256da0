"""The overview of many units on a terminal: one screen, the first of everything, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.width import cut, width, wrap
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.units_overview import Group, Overview
from checker.reports import Options
from checker.reports.lines import aligned, bold
from checker.reports.overview_words import (
    HEADS,
    REPEATED,
    TITLE,
    UNKEPT,
    cells,
    class_heads,
    column,
    number,
    repeat_cells,
    sentences,
    share,
    unit_of_money,
    unkept_cells,
    year_cells,
    year_heads,
)

UNITS, PROBLEMS, RULES, GROUPS = 10, 5, 5, 5
"""How many rows of each table a screen holds."""
NARROWEST, WANTED = 12, 22
"""Columns that a name keeps, and those it should have."""


def render(view: Overview, options: Options) -> str:
    """Return the overview as text of the width that *options* name; with `all`, every row of every table."""
    lines = [bold(TITLE.say(options.lang), options)]
    for told in sentences(view, options.lang):
        lines += wrap(told, options.columns)
    for part in (
        _units(view, options),
        _problems(view, options),
        _rules(view, options),
        *_groups(view, options),
        *_years(view, options),
        _unkept(view, options),
    ):
        lines += ["", *part] if part else []
    told = " + ".join(
        f"{OUTCOME_NAMES[each].say(options.lang)} {view.outcomes[each]:,}" for each in OUTCOMES if view.outcomes[each]
    )
    checks = sum(view.outcomes.values())
    lines += [
        "",
        *wrap(options.say(f"总账：检查 {checks:,} = {told}", f"Ledger: {checks:,} checks = {told}"), options.columns),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _units(view: Overview, options: Options) -> list[str]:
    lang = options.lang
    shares = any(unit.spent for unit in view.units)
    heads = [
        "",
        HEADS["unit"].say(lang),
        *class_heads(view, lang, unit_of_money(lang)),
        HEADS["amount"].say(lang),
        *([HEADS["share"].say(lang)] if shares else []),
        *([HEADS["new"].say(lang)] if view.baseline else []),
    ]
    years = len({unit.year for unit in view.units}) > 1
    rows = [
        [
            str(rank),
            unit.unit + (f" {unit.year}" if years and unit.year else "") + ("*" if unit.draft.zh else ""),
            *cells(unit, view, lang),
            number(unit.amount, lang),
            *([share(unit.amount, unit.spent)] if shares else []),
            *([str(unit.new or "")] if view.baseline else []),
        ]
        for rank, unit in enumerate(view.units, 1)
    ]
    title = options.say("单位（先排可认定的金额，再排疑点）", "Units (by what is established, then by queries)")
    body = [heads, *rows[: len(rows) if options.all else UNITS]]
    if shares and _room(body, 1, options) < WANTED:  # a share can be worked out, a name that is cut cannot
        at = heads.index(HEADS["share"].say(lang))
        heads, rows = heads[:at] + heads[at + 1 :], [row[:at] + row[at + 1 :] for row in rows]
    return _table(title, heads, rows, UNITS, options, 2)


def _problems(view: Overview, options: Options) -> list[str]:
    lang = options.lang
    heads = [
        HEADS["problem"].say(lang),
        HEADS["units"].say(lang),
        HEADS["count"].say(lang),
        HEADS["amount"].say(lang),
        *([HEADS["new"].say(lang)] if view.baseline else []),
    ]
    names = {kind: column(kinds).say(lang) for kinds in view.columns for kind in kinds}
    rows = [
        [
            f"{names[each.kind]} {each.title.say(lang)}",
            f"{each.units:,}",
            f"{each.count:,}",
            number(each.amount, lang),
            *([str(each.new or "")] if view.baseline else []),
        ]
        for each in view.problems
    ]
    return _table(options.say("问题", "Problems"), heads, rows, PROBLEMS, options, 1)


def _rules(view: Overview, options: Options) -> list[str]:
    lang = options.lang
    heads = [
        HEADS["rule"].say(lang),
        HEADS["units"].say(lang),
        HEADS["failed"].say(lang),
        HEADS["open"].say(lang),
        HEADS["own"].say(lang),
        *([HEADS["new"].say(lang)] if view.baseline else []),
    ]
    rows = [
        [
            each.title.say(lang),
            f"{each.failed or each.open:,}",
            f"{each.outcomes.get('fail', 0) or '':,}" if each.outcomes.get("fail") else "",
            f"{each.outcomes['undetermined']:,}" if each.outcomes.get("undetermined") else "",
            number(each.own, lang),
            *([str(each.new or "")] if view.baseline else []),
        ]
        for each in view.rules
        if each.found
    ]
    return _table(
        options.say(
            "规则（先排不符合的；各规则的金额会重复，不能相加）",
            "Rules (those that failed first; their money overlaps and does not add up)",
        ),
        heads,
        rows,
        RULES,
        options,
        1,
    )


def _groups(view: Overview, options: Options) -> list[list[str]]:
    lang = options.lang
    found = []
    for name, groups in (("district", view.districts), ("kind", view.kinds)):
        rows = [_group(each, view, options) for each in groups]
        heads = [
            HEADS[name].say(lang),
            HEADS["units"].say(lang),
            *class_heads(view, lang, unit_of_money(lang)),
            HEADS["amount"].say(lang),
            *([HEADS["new"].say(lang)] if view.baseline else []),
        ]
        if len(rows) > 1:
            found.append(_table("", heads, rows, GROUPS, options, 1))
    return found


def _years(view: Overview, options: Options) -> list[list[str]]:
    lang = options.lang
    found = []
    if view.years:
        rows = [year_cells(each, view, lang) for each in view.years]
        title = options.say("历年（各年检查过的单位）", "By year (the units that were looked at)")
        latest = rows if options.all else rows[-GROUPS:]
        found.append(_table(title, year_heads(view, lang), latest, len(latest), options, 1))
    if view.repeats:
        names = [each.say(lang) for each in REPEATED]
        listed = [repeat_cells(each, lang) for each in view.repeats]
        found.append(_table(options.say("连续几年查到", "Year after year"), names, listed, GROUPS, options, 2))
    return found


def _unkept(view: Overview, options: Options) -> list[str]:
    """Return what was said to be put right and is found, each whole: a sentence that is cut would say something else."""
    if not view.unkept:
        return []
    lines = [bold(UNKEPT.say(options.lang), options)]
    for each in view.unkept if options.all else view.unkept[:GROUPS]:
        lines += wrap(options.say("：", ": ").join(unkept_cells(each, options.lang)), options.columns)
    return [*lines, *_rest(len(view.unkept) - GROUPS, options)]


def _rest(many: int, options: Options) -> list[str]:
    """Return the line that says how many rows are not shown."""
    return [options.say(f"另有 {many:,} 行", f"{many:,} more")] if many > 0 and not options.all else []


def _group(of: Group, view: Overview, options: Options) -> list[str]:
    lang = options.lang
    return [
        of.name.say(lang),
        f"{of.units:,}",
        *cells(of, view, lang),
        number(of.amount, lang),
        *([str(of.new or "")] if view.baseline else []),
    ]


def _room(rows: Sequence[list[str]], at: int, options: Options) -> int:
    """Return the columns of the line that are left to the names at column *at*."""
    return options.columns - sum(max(width(row[n]) for row in rows) + 2 for n in range(len(rows[0])) if n != at)


def _table(
    title: str, heads: list[str], rows: Sequence[list[str]], most: int, options: Options, left: int
) -> list[str]:
    """Return a table of the first rows, and how many more there are; names are cut to the width of the line."""
    if not rows:
        return []
    shown = list(rows) if options.all else list(rows[:most])
    at = left - 1
    room = max(NARROWEST, _room([heads, *shown], at, options))
    body = [[cut(cell, room) if n == at else cell for n, cell in enumerate(row)] for row in shown]
    lines = aligned([heads, *body], left, 1)
    head = [bold(lines[0], options), *lines[1:]]
    head += _rest(len(rows) - len(shown), options)
    return [*([bold(title, options)] if title else []), *head]
