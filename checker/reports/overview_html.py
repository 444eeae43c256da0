"""The overview of many units as one HTML file: sorted and searched without a network; the page of each unit lies beside it."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from checker import __version__
from checker.base.errors import Text
from checker.base.width import visible
from checker.findings.presentation import presentation
from checker.findings.report import Report
from checker.findings.unit_entry import UnitEntry
from checker.findings.units_overview import ESTABLISHED, Group, Overview, RuleTotal
from checker.reports import Options
from checker.reports.charts import Bar, stacked_chart
from checker.reports.markup import Html, tag, text
from checker.reports.overview_words import (
    BROKEN,
    HEADS,
    NOT_ADDED,
    OVERLAPPING,
    REPEATED,
    TITLE,
    UNKEPT,
    cases_told,
    cells,
    class_heads,
    column,
    listed_as,
    number,
    parts,
    repeat_cells,
    section,
    sentences,
    share,
    unit_of_money,
    unkept_cells,
    year_cells,
    year_heads,
)
from checker.reports.page import TITLE as UNIT_TITLE
from checker.reports.page import annex, units

FIRST = 100
"""Units that stand in the page itself; the script lists the others."""
BARS = 10
"""Bars in a chart."""
MARKS = {"error": "o", "contradiction": "o", "disclosure": "z", "query": "a", "undetermined": "u"}
"""The colour of each class in a chart."""


def render(view: Overview, options: Options, pages: Mapping[str, str] | None = None) -> str:
    """Return the page; *pages* says for the key of a unit where its own page lies, relative to this one."""
    pages = pages or {}
    style = _asset("page.css") + _asset("overview.css")
    script = _asset("overview.js")
    lang = options.lang
    heads = _heads(view, lang)
    main = tag(
        "main",
        *(tag("p", told, class_="verdict" if at == 0 else "soft") for at, told in enumerate(sentences(view, lang))),
        _tiles(view, options),
        tag("div", _groups(view, options), class_="charts"),
        _rule_chart(view, options),
        _list(view, options, heads, pages),
        _years(view, options),
        _unkept(view, options),
        _problems(view, options),
        _rules(view, options),
        _annex(view, options),
        id="main",
    )
    data = _embedded(view, options, heads, pages)
    return (
        _head(TITLE.say(lang), lang, style, script)
        + f"<body>{_top(TITLE, options)}{main}\n"
        + f'<script type="application/json" id="data">{data}</script>\n<script>{script}</script></body></html>\n'
    )


def unit_page(report: Report, options: Options, back: str = "") -> str:
    """Return the page of one unit, which needs no script; *back* is where the overview lies."""
    shown = presentation(report, options.lang)
    style = _asset("page.css") + ".rows{display:none}"
    link = tag("p", tag("a", options.say("← 总览", "← overview"), href=quote(back))) if back else Html()
    fold = tag("details", tag("summary", options.say("审计附件", "Annex for auditors")), annex(shown), id="annex")
    title = f"{UNIT_TITLE.say(options.lang)} {shown.pages[0].case.unit}"
    header = tag("header", tag("h1", UNIT_TITLE.say(options.lang)), class_="top")
    body = tag("main", link, units(shown), fold, id="main")
    return f"{_head(title, options.lang, style, '')}<body>{header}{body}</body></html>\n"


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _head(title: str, lang: str, style: str, script: str) -> str:
    scripts = f"; script-src '{_hash(script)}'" if script else ""
    policy = f"default-src 'none'; style-src '{_hash(style)}'{scripts}; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}" data-lang="{lang}"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"{tag('title', title)}<style>{style}</style></head>\n"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _top(title: Text, options: Options) -> Html:
    printing = tag("button", options.say("打印", "Print"), type="button", id="print")
    return tag("header", tag("h1", title.say(options.lang)), tag("div", printing), class_="top")


def _tiles(view: Overview, options: Options) -> Html:
    lang, total = options.lang, view.total
    made = [(options.say("单位", "Units"), f"{total.units:,}", cases_told(view, lang))]
    for kinds in view.columns:
        some = total.of(kinds)
        told = number(some.amount, lang)
        made.append((section(kinds).say(lang), f"{some.count:,}", told and f"{told} {unit_of_money(lang)}"))
    if view.baseline:
        made.append((options.say("比基线新增", "New since the baseline"), f"{total.new:,}", ""))
    return tag(
        "ul",
        *(
            tag("li", tag("span", name), tag("strong", value), *([tag("span", note, class_="soft")] if note else []))
            for name, value, note in made
        ),
        class_="tiles",
    )


def _groups(view: Overview, options: Options) -> Html:
    lang, unit = options.lang, unit_of_money(options.lang)
    charts = []
    for name, groups in (("district", view.districts), ("kind", view.kinds)):
        title = options.say(
            f"按{HEADS[name].zh}的涉及金额（{unit}）", f"Money at stake by {HEADS[name].en.lower()} ({unit})"
        )
        heads = (
            HEADS[name].say(lang),
            HEADS["units"].say(lang),
            column(ESTABLISHED).say(lang),
            HEADS["amount"].say(lang),
            HEADS["share"].say(lang),
        )
        largest = sorted(groups, key=lambda each: -each.amount)
        bars = [_bar(each, view, lang) for each in largest[:BARS]]
        if len(largest) > BARS:
            title += options.say(f"，最多的 {BARS} 个，共 {len(largest)} 个", f", the first {BARS} of {len(largest)}")
        legend = [(MARKS[kinds[0]], column(kinds).say(lang)) for kinds in view.columns]
        charts.append(stacked_chart(options, title, heads, bars, legend))
    return tag("div", *charts, class_="both")


def _bar(of: Group, view: Overview, lang: str) -> Bar:
    drawn, at = [], 0
    for kinds in view.columns:
        amount = max(0, of.of(kinds).amount)
        drawn.append((MARKS[kinds[0]], at, at + amount))
        at += amount
    known = "" if of.silent else share(of.amount, of.spent)  # a share of what some units spent would be none of all
    figures = (f"{of.units:,}", f"{of.of(ESTABLISHED).count:,}", number(of.amount, lang), known)
    return Bar(of.name.say(lang), tuple(drawn), 0, figures)


def _rule_chart(view: Overview, options: Options) -> Html:
    failed = [rule for rule in view.rules if rule.outcomes.get("fail")][:BARS]
    if not failed:
        return Html()
    lang = options.lang
    bars = [
        Bar(
            rule.title.say(lang),
            (("o", 0, rule.outcomes["fail"]),),
            0,
            (f"{rule.outcomes['fail']:,}", f"{rule.failed:,}", number(rule.own, lang)),
        )
        for rule in failed
    ]
    title = options.say(f"不符合最多的 {len(failed)} 条规则", f"The {len(failed)} rules that failed most")
    heads = (
        HEADS["rule"].say(lang),
        HEADS["failed"].say(lang),
        HEADS["units"].say(lang),
        f"{HEADS['own'].say(lang)} {unit_of_money(lang)}",
    )
    return stacked_chart(options, title, heads, bars, [("o", HEADS["failed"].say(lang))])


def _heads(view: Overview, lang: str) -> list[str]:
    unit = unit_of_money(lang)
    return [
        _rank(lang),
        HEADS["unit"].say(lang),
        HEADS["district"].say(lang),
        HEADS["kind"].say(lang),
        *class_heads(view, lang),
        f"{HEADS['amount'].say(lang)} {unit}",
        HEADS["share"].say(lang),
        *([HEADS["new"].say(lang)] if view.baseline else []),
    ]


def _rank(lang: str) -> str:
    """Return the heading of the rank."""
    return "名次" if lang == "zh" else "Rank"


def _cells(rank: int, unit: UnitEntry, view: Overview, lang: str) -> list[str]:
    years = len({each.year for each in view.units}) > 1
    name = unit.unit + (f" {unit.year}" if years and unit.year else "")
    if unit.draft.zh:
        name += "（草稿）" if lang == "zh" else " (draft)"
    return [
        str(rank),
        name,
        unit.district_name.say(lang),
        unit.kind.say(lang),
        *cells(unit, view, lang),
        number(unit.amount, lang),
        share(unit.amount, unit.spent),
        *([str(unit.new or "")] if view.baseline else []),
    ]


def _list(view: Overview, options: Options, heads: Sequence[str], pages: Mapping[str, str]) -> Html:
    lang = options.lang
    rows = []
    for rank, unit in enumerate(view.units[:FIRST], 1):
        made = []
        for at, cell in enumerate(_cells(rank, unit, view, lang)):
            content: str = tag("a", cell, href=pages[unit.key]) if at == 1 and unit.key in pages else cell
            kind = "n" if at > 3 or at == 0 else None
            named = {"scope": "row"} if at == 1 else {}
            made.append(tag("th" if at == 1 else "td", content, class_=kind, data_label=heads[at], **named))
        rows.append(tag("tr", *made))
    head = tag("tr", *(tag("th", name, scope="col", class_="n" if at > 3 else None) for at, name in enumerate(heads)))
    table = tag("table", tag("thead", head), tag("tbody", *rows, id="units"), class_="stack sorted", id="list")
    every = [("", options.say("全部", "all"))]
    districts = [*every, *((each.name.say(lang), each.name.say(lang)) for each in view.districts)]
    kinds = [*every, *((each.name.say(lang), each.name.say(lang)) for each in view.kinds)]
    rules = [*every, *((str(at), each.title.say(lang)) for at, each in enumerate(_failed(view)))]
    filters = [
        tag("label", options.say("查找", "Search"), tag("input", id="q", type="search"), for_="q"),
        _choice("district", HEADS["district"].say(lang), districts),
        _choice("kind", HEADS["kind"].say(lang), kinds),
        _choice("rule", options.say("不符合的规则", "Rule that failed"), rules),
        tag("button", options.say("清除", "Clear"), type="button", id="clear"),
    ]
    what = listed_as(view, lang)
    alone = options.say(f"没有脚本时只列前 {FIRST} 个{what}。", f"Without scripts the first {FIRST} {what} are listed.")
    return tag(
        "section",
        tag("h2", options.say("单位", "Units")),
        tag("div", *filters, class_="filters", role="search"),
        tag("p", class_="soft", id="status", role="status", aria_live="polite"),
        tag("div", table, class_="wide"),
        tag(
            "p",
            tag("button", options.say("再列 100 个", "100 more"), type="button", id="more", hidden=""),
            class_="pages",
        ),
        tag("noscript", tag("p", alone)),
    )


def _choice(ident: str, label: str, choices: Sequence[tuple[str, str]]) -> Html:
    made = (tag("option", said, value=value) for value, said in choices)
    return tag("label", label, tag("select", *made, id=ident), for_=ident)


def _failed(view: Overview) -> list[RuleTotal]:
    return [rule for rule in view.rules if rule.outcomes.get("fail")]


def _years(view: Overview, options: Options) -> Html:
    lang = options.lang
    parts: list[str] = []
    if view.years:
        rows = [year_cells(each, view, lang) for each in view.years]
        title = options.say("历年（各年检查过的单位）", "By year (the units that were looked at)")
        parts += [tag("h2", title), _table(year_heads(view, lang), rows, 1)]
    if view.repeats:
        heads = [each.say(lang) for each in REPEATED]
        listed = [repeat_cells(each, lang) for each in view.repeats]
        parts += [tag("h2", options.say("连续几年查到", "Year after year")), _table(heads, listed, 4)]
    return text(*parts)


def _unkept(view: Overview, options: Options) -> Html:
    lang = options.lang
    if not view.unkept:
        return Html()
    listed = [unkept_cells(each, lang) for each in view.unkept]
    return text(tag("h2", UNKEPT.say(lang)), _table([each.say(lang) for each in BROKEN], listed, 2))


def _problems(view: Overview, options: Options) -> Html:
    lang = options.lang
    heads = [
        HEADS["problem"].say(lang),
        options.say("定性", "Class"),
        HEADS["units"].say(lang),
        HEADS["count"].say(lang),
        f"{HEADS['amount'].say(lang)} {unit_of_money(lang)}",
        *([HEADS["new"].say(lang)] if view.baseline else []),
    ]
    names = {kind: column(kinds).say(lang) for kinds in view.columns for kind in kinds}
    rows = [
        [
            each.title.say(lang),
            names[each.kind],
            f"{each.units:,}",
            f"{each.count:,}",
            number(each.amount, lang),
            *([str(each.new or "")] if view.baseline else []),
        ]
        for each in view.problems
    ]
    total = [
        options.say("合计", "Total"),
        "",
        "",
        f"{sum(p.count for p in view.problems):,}",
        number(view.total.amount, lang),
    ]
    note = tag("p", NOT_ADDED.say(lang), class_="soft")
    return text(tag("h2", options.say("按问题", "By problem")), note, _table(heads, [*rows, total], 2))


def _rules(view: Overview, options: Options) -> Html:
    lang = options.lang
    heads = [
        HEADS["rule"].say(lang),
        options.say("编号", "Id"),
        options.say("不符合的单位", "Units that failed"),
        HEADS["failed"].say(lang),
        HEADS["open"].say(lang),
        f"{HEADS['own'].say(lang)} {unit_of_money(lang)}",
        f"{HEADS['counted'].say(lang)} {unit_of_money(lang)}",
        *([HEADS["new"].say(lang)] if view.baseline else []),
    ]
    rows = [
        [
            each.title.say(lang),
            each.rule,
            f"{each.failed:,}" if each.failed else "",
            f"{each.outcomes.get('fail', 0):,}" if each.failed else "",
            f"{each.outcomes.get('undetermined', 0):,}" if each.open else "",
            number(each.own, lang),
            number(each.amount, lang),
            *([str(each.new or "")] if view.baseline else []),
        ]
        for each in view.rules
        if each.found
    ]
    quiet = sum(not each.found for each in view.rules)
    rest = options.say(f"另有 {quiet} 条规则没有发现问题。", f"{quiet} more rules found nothing.") if quiet else ""
    total = [options.say("合计", "Total"), "", "", "", "", "", number(view.total.amount, lang)]
    return text(
        tag("h2", options.say("按规则", "By rule")),
        tag("p", OVERLAPPING.say(lang), class_="soft"),
        _table(heads, [*rows, total], 2),
        *([tag("p", rest, class_="soft")] if rest else []),
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> Html:
    head = tag(
        "tr", *(tag("th", name, scope="col", class_="n" if at >= left else None) for at, name in enumerate(heads))
    )
    body = [
        tag(
            "tr",
            *(tag("td", cell, class_="n" if at >= left else None, data_label=heads[at]) for at, cell in enumerate(row)),
        )
        for row in rows
    ]
    return tag("div", tag("table", tag("thead", head), tag("tbody", *body), class_="stack"), class_="wide")


def _annex(view: Overview, options: Options) -> Html:
    told = options.say("规则库 SHA-256 ", "rulebook SHA-256 ")
    return tag("p", f"checker {__version__} · ", told, tag("code", view.rulebook), class_="soft")


def _embedded(view: Overview, options: Options, heads: Sequence[str], pages: Mapping[str, str]) -> str:
    """Return every unit as the script lists it: cells as printed, keys to sort by, and what filters it."""
    lang = options.lang
    at_of = {rule.rule: at for at, rule in enumerate(_failed(view))}
    rows = []
    for rank, unit in enumerate(view.units, 1):
        shown = [visible(cell) for cell in _cells(rank, unit, view, lang)]
        keys = [
            str(rank),
            shown[1],
            shown[2],
            shown[3],
            *(str(part) for each in parts(unit, view) for part in each if part is not None),
            str(unit.amount),
            str(_permyriad(unit)),
            *([str(unit.new or 0)] if view.baseline else []),
        ]
        rows.append(
            {
                "cells": shown,
                "keys": keys,
                "district": shown[2],
                "kind": shown[3],
                "rules": [at_of[each.rule] for each in unit.rules if each.outcomes.get("fail")],
                "more": visible(f"{unit.code} {unit.verdict.say(lang)}"),
                "href": pages.get(unit.key, ""),
            }
        )
    data = {
        "lang": "zh-CN" if lang == "zh" else "en",
        "heads": list(heads),
        "told": options.say(
            f"{{n}} 个{listed_as(view, lang)}（共 {{all}} 个），点表头排序",
            f"{{n}} of {{all}} {listed_as(view, lang)}; click a heading to sort",
        ),
        "rows": rows,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _permyriad(unit: UnitEntry) -> int:
    """Return the share of the spending to sort by, in whole ten-thousandths; -1 where there is none."""
    return unit.amount * 10_000 // unit.spent if unit.spent and share(unit.amount, unit.spent) else -1
