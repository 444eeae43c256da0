"""The overview of many units as a workbook: all sums, every unit, every rule, and the ledger to fill in and read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.base.errors import Text
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.over_years import YearSum
from checker.findings.rows import COLUMNS
from checker.findings.sections import KIND_NAMES, SEVERITIES
from checker.findings.unit_entry import UnitEntry
from checker.findings.units_overview import Group, Overview
from checker.records.forms import LEDGER
from checker.records.keys import Address, joint
from checker.reports import Options
from checker.reports.overview_words import (
    BROKEN,
    HEADS,
    NOT_ADDED,
    OVERLAPPING,
    REPEATED,
    TITLE,
    UNKEPT,
    column,
    repeat_cells,
    sentences,
    share,
    unkept_cells,
)
from checker.reports.workbook import FILLS, UNIT_OF_MONEY, Book, Page, Ratio, filled, heads, money, write_keys


def render(view: Overview, options: Options, pages: Mapping[str, str] | None = None) -> bytes:
    """Return the workbook; figures are numbers in 万元 (yuan in English), and nothing in it is a formula."""
    book = Book(options.lang, TITLE.say(options.lang))
    _sums(book, view, options)
    _units(book, view, options)
    _rules(book, view, options)
    _years(book, view, options)
    keys = _ledger(book, view, options)
    if keys:
        write_keys(book, dict.fromkeys(keys), alone=True)
    return book.bytes()


def _sums(book: Book, view: Overview, options: Options) -> None:
    """Write 总览: what is said of all units, and their sums by district, kind of unit and problem."""
    lang = options.lang
    width = 6 + 2 * len(view.columns)
    page = Page(book, book.name(options.say("总览", "Overview")), [30, 9, 11, *([12] * (width - 3))])
    page.title(TITLE.say(lang), f"{UNIT_OF_MONEY.say(lang)}{options.say('；', '; ')}{NOT_ADDED.say(lang)}")
    for told in sentences(view, lang):
        page.line(told)
    for name, groups in (("district", view.districts), ("kind", view.kinds)):
        page.row += 1
        page.heads(
            [
                HEADS[name].say(lang),
                HEADS["units"].say(lang),
                HEADS["found"].say(lang),
                *_class_heads(view, lang),
                HEADS["amount"].say(lang),
                HEADS["spent"].say(lang),
                HEADS["share"].say(lang),
                *([HEADS["new"].say(lang)] if view.baseline else []),
            ],
            len(groups) + 1,
            filters=False,
        )
        for group in groups:
            page.write(_group(group, view, lang))
        last = _group(view.total, view, lang)
        page.write(last, [book.bold] * len(last))
    page.row += 1
    titles = [
        HEADS["problem"].say(lang),
        HEADS["units"].say(lang),
        HEADS["count"].say(lang),
        COLUMNS["kind"].say(lang),
        HEADS["amount"].say(lang),
        *([HEADS["new"].say(lang)] if view.baseline else []),
    ]
    page.heads(titles, len(view.problems) + 1, filters=False)
    for each in view.problems:
        line = [each.title.say(lang), each.units, each.count, KIND_NAMES[each.kind].say(lang), money(each.amount, lang)]
        page.write([*line, *([each.new] if view.baseline else [])])
    count, amount = sum(each.count for each in view.problems), money(view.total.amount, lang)
    cells = [options.say("合计", "Total"), "", count, "", amount]
    page.write(cells, [book.bold] * len(cells))


def _group(of: Group, view: Overview, lang: str) -> list[Any]:
    known = "" if of.silent else share(of.amount, of.spent)
    return [
        of.name.say(lang),
        of.units,
        of.found,
        *_classes(of, view, lang),
        money(of.amount, lang),
        money(of.spent, lang) if of.unstated < of.cases else None,
        Ratio(known) if known else None,
        *([of.new] if view.baseline else []),
    ]


def _class_heads(view: Overview, lang: str) -> list[str]:
    amount = Text("金额", " amount")
    return [
        head + amount.say(lang) * (at % 2)
        for kinds in view.columns
        for at, head in enumerate([column(kinds).say(lang)] * 2)
    ]


def _classes(of: UnitEntry | Group | YearSum, view: Overview, lang: str) -> list[Any]:
    return [part for kinds in view.columns for part in (of.of(kinds).count, money(of.of(kinds).amount or None, lang))]


def _units(book: Book, view: Overview, options: Options) -> None:
    """Write 按单位: a line a unit, in the order of their rank."""
    lang = options.lang
    widths = [6, 34, 12, 7, 18, 12, *([8, 13] * len(view.columns)), 14, 14, 9]
    page = Page(book, book.name(options.say("按单位", "By unit")), [*widths, *([7] if view.baseline else []), 60])
    ranked = options.say(
        "先排可认定的金额和项数，再排应披露、疑点，最后排涉及金额",
        "Ranked by what is established, then by what is to be disclosed or explained, then by all money at stake",
    )
    page.title(options.say("按单位", "By unit"), f"{UNIT_OF_MONEY.say(lang)}{options.say('；', '; ')}{ranked}")
    page.heads(
        [
            COLUMNS["no"].say(lang),
            HEADS["unit"].say(lang),
            options.say("代码", "Code"),
            HEADS["year"].say(lang),
            HEADS["district"].say(lang),
            HEADS["kind"].say(lang),
            *_class_heads(view, lang),
            HEADS["amount"].say(lang),
            HEADS["spent"].say(lang),
            HEADS["share"].say(lang),
            *([HEADS["new"].say(lang)] if view.baseline else []),
            HEADS["verdict"].say(lang),
        ],
        len(view.units) + 1,
    )
    for rank, unit in enumerate(view.units, 1):
        known = share(unit.amount, unit.spent)
        page.write(
            [
                rank,
                unit.unit,
                unit.code,
                unit.year or None,
                unit.district_name.say(lang),
                unit.kind.say(lang),
                *_classes(unit, view, lang),
                money(unit.amount, lang),
                money(unit.spent, lang),
                Ratio(known) if known else None,
                *([unit.new] if view.baseline else []),
                unit.verdict.say(lang),
            ]
        )
    total = view.total
    cells = ["", options.say("合计", "Total"), "", "", "", "", *_classes(total, view, lang), money(total.amount, lang)]
    page.write(cells, [book.bold] * len(cells))


def _rules(book: Book, view: Overview, options: Options) -> None:
    """Write 按规则: every rule that was asked, what its checks came to, and what of its money counts."""
    lang = options.lang
    page = Page(
        book,
        book.name(options.say("按规则", "By rule")),
        [50, 34, 11, 11, *([11] * len(OUTCOMES)), 15, 15, *([7] if view.baseline else [])],
    )
    page.title(
        options.say("按规则", "By rule"), f"{UNIT_OF_MONEY.say(lang)}{options.say('；', '; ')}{OVERLAPPING.say(lang)}"
    )
    page.heads(
        [
            HEADS["title"].say(lang),
            HEADS["rule"].say(lang),
            options.say("不符合的单位", "Units that failed"),
            options.say("无法判定的单位", "Units that are open"),
            *(OUTCOME_NAMES[name].say(lang) for name in OUTCOMES),
            HEADS["own"].say(lang),
            HEADS["counted"].say(lang),
            *([HEADS["new"].say(lang)] if view.baseline else []),
        ],
        len(view.rules) + 1,
    )
    for each in view.rules:
        counts = [each.outcomes.get(name, 0) for name in OUTCOMES]
        new = [each.new] if view.baseline else []
        page.write(
            [
                each.title.say(lang),
                each.rule,
                each.failed,
                each.open,
                *counts,
                money(each.own, lang),
                money(each.amount, lang),
                *new,
            ]
        )
    cells = [
        options.say("合计", "Total"),
        "",
        "",
        "",
        *(view.outcomes[name] for name in OUTCOMES),
        "",
        money(sum(each.amount or 0 for each in view.rules), lang),
    ]
    page.write(cells, [book.bold] * len(cells))


def _years(book: Book, view: Overview, options: Options) -> None:
    """Write 仍查到的 (what was said to be corrected), and 历年: the sums of each year that is known, and what fails year after year."""
    lang = options.lang
    if view.unkept:
        page = Page(book, book.name(options.say("仍查到的", "Still found")), [30, 110])
        page.title(UNKEPT.say(lang), "")
        page.heads([each.say(lang) for each in BROKEN], len(view.unkept))
        for broken in view.unkept:
            page.write(unkept_cells(broken, lang))
    if not (view.years or view.repeats):
        return
    page = Page(book, book.name(options.say("历年", "By year")), [30, 40, *([13] * (2 * len(view.columns) + 2))])
    page.title(
        options.say("历年（各年检查过的单位）", "By year (the units that were looked at)"), UNIT_OF_MONEY.say(lang)
    )
    if view.years:
        sums = [HEADS["amount"].say(lang), HEADS["share"].say(lang)]
        titles = [HEADS["year"].say(lang), HEADS["units"].say(lang), *_class_heads(view, lang), *sums]
        page.heads(titles, len(view.years), filters=False)
    for each in view.years:
        known = "" if each.silent else share(each.amount, each.spent)
        line = [each.year, each.units, *_classes(each, view, lang), money(each.amount, lang)]
        page.write([*line, Ratio(known) if known else None])
    if view.repeats:
        page.row += 1
        heads_ = [each.say(lang) for each in REPEATED]
        page.heads(heads_, len(view.repeats), filters=False)
        for repeat in view.repeats:
            name, title, _, same = repeat_cells(repeat, lang)
            page.write([name, title, repeat.years, same])


def _ledger(book: Book, view: Overview, options: Options) -> list[tuple[str, Address]]:
    """Write 整改台账: a line a problem of each unit, with columns to fill in; return the keys of the lines."""
    lang = options.lang
    found = [(unit, problem) for unit in view.units for problem in unit.problems]
    if not found:
        return []
    fill = [10, 11, 11, 12, 20, 13, 9]
    page = Page(book, book.name(LEDGER.sheet.say(lang)), [5, 24, 7, 9, 8, 40, 13, 13, 34, *fill, 0])
    told = options.say(
        "填黄色的格子；一行是一个单位的一个问题；checker followup update 读回来",
        "Fill in the yellow cells; a line is one problem of one unit; checker followup update reads it back",
    )
    page.title(LEDGER.sheet.say(lang), f"{UNIT_OF_MONEY.say(lang)}{options.say('。', '. ')}{told}")
    named = ("no", "unit", "year", "kind", "severity", "problem", "own", "amount")
    remedy = options.say("整改建议", "Remedy")
    page.heads([*(COLUMNS[each].say(lang) for each in named), remedy, *heads(LEDGER, lang)], len(found))
    first = page.row
    forms: list[Any] = (
        [None] * 9 + [book.day if name in ("due", "day") else book.empty for name in LEDGER.columns] + [None]
    )
    severities = {name: book.format(bg_color=colour, align="center") for name, colour in FILLS.items()}
    keys: list[tuple[str, Address]] = []
    for unit, problem in found:
        key = joint(each.fingerprint for each in problem.addresses)
        keys += [(key, each) for each in problem.addresses]
        forms[4] = severities.get(problem.severity)
        page.write(
            [
                problem.no,
                unit.unit,
                unit.year or None,
                KIND_NAMES[problem.kind].say(lang),
                SEVERITIES[problem.severity].say(lang),
                problem.title.say(lang),
                money(problem.own, lang),
                money(problem.amount, lang),
                problem.advice.say(lang),
                *filled(LEDGER, problem.followup, lang),
                key,
            ],
            forms,
        )
    page.choices(9, first, page.row - 1)
    return keys
