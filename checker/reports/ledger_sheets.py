"""The sheets that are filled in and read back: 整改台账, a line a problem, and 明细, a line a finding."""

from __future__ import annotations

from typing import Any

from checker.base.errors import Text
from checker.engines.outcome import FollowUp
from checker.findings.rows import COLUMNS, MONEY, Row
from checker.findings.unit_entry import address_of, shared_followup
from checker.records.forms import DETAILS, LEDGER
from checker.records.keys import joint
from checker.reports.sheets import Sheets
from checker.reports.workbook import UNIT_OF_MONEY, Ratio, filled, heads, in_unit, money

ADVICE = 3
"""Remedies that a line of the ledger names; all of them stand in the papers and the details."""


def ledger(sheets: Sheets) -> None:
    """Write 整改台账: a line a problem, with columns to fill in and a list of states."""
    found = list(sheets.problems())
    fixed = [
        COLUMNS["no"],
        COLUMNS["kind"],
        COLUMNS["severity"],
        COLUMNS["problem"],
        COLUMNS["own"],
        COLUMNS["amount"],
        Text("整改建议", "Remedy"),
    ]
    fill = [10, 11, 11, 12, 20, 13, 9]
    before = len(sheets.unit_heads())
    page = sheets.page(
        LEDGER.sheet.say(sheets.lang),
        [5, *([20, 6] if before else []), sheets.kind, sheets.degree, 35, 12, 12, 26, *fill, 0],
    )
    told = Text(
        "填黄色的格子；一行是一个问题，填的内容归入它的每一项，个别项目不同的填在《明细》里；可以排序、筛选、加行、删行",
        "Fill in the yellow cells. A line is one problem and speaks for all its items; where one differs, fill in its line in Details. Lines may be sorted, filtered, added and deleted",
    )
    page.title(
        LEDGER.sheet.say(sheets.lang),
        f"{UNIT_OF_MONEY.say(sheets.lang)}。{told.say(sheets.lang)}"
        if sheets.lang == "zh"
        else f"{UNIT_OF_MONEY.say('en')}. {told.en}",
    )
    names = [each.say(sheets.lang) for each in fixed]
    page.heads([names[0], *sheets.unit_heads(), *names[1:], *heads(LEDGER, sheets.lang)], len(found))
    first = page.row
    forms = [
        sheets.centre,
        *([None] * before),
        sheets.centre,
        None,
        None,
        None,
        None,
        None,
        *([sheets.book.empty] * len(LEDGER.columns)),
        None,
    ]
    for at, name in enumerate(LEDGER.columns, before + 7):
        forms[at] = sheets.book.day if name in ("due", "day") else sheets.book.empty
    for case, problem in found:
        findings = problem.group.findings
        addresses = [address_of(finding) for finding in findings]
        key = joint(each.fingerprint for each in addresses)
        sheets.keys += [(key, each) for each in addresses]
        forms[before + 2] = sheets.severity(problem)
        advice = list(problem.advice[:ADVICE])
        if len(problem.advice) > ADVICE:
            advice.append(
                sheets.say(f"等 {len(problem.advice)} 项，见《明细》", f"{len(problem.advice)} in all, see Details")
            )
        page.write(
            [
                problem.no,
                *sheets.unit(case),
                problem.kind_name,
                problem.severity,
                problem.title,
                money(problem.own, sheets.lang),
                money(problem.amount, sheets.lang),
                sheets.say("；", "; ").join(advice),
                *filled(LEDGER, shared_followup(problem.group), sheets.lang),
                key,
            ],
            forms,
        )
    page.choices(before + 7, first, page.row - 1)


def details(sheets: Sheets) -> None:
    """Write 明细: below a line for each problem a line a finding, with columns to fill in where one differs."""
    found = list(sheets.problems())
    figures = [
        name
        for name in ("initial", "adjusted", "actual", "difference", "ratio")
        if any(name in problem.columns for _, problem in found)
    ]
    before = len(sheets.unit_heads())
    widths = [
        5,
        *([18, 6] if before else []),
        24,
        sheets.degree,
        *(13 if name == "difference" else 11 for name in figures),
        12,
        12,
        44,
        16,
    ]
    fill = [9, 11, 10, 16, 11]
    page = sheets.page(DETAILS.sheet.say(sheets.lang), [*widths, *fill, 0])
    told = Text(
        "一行是一项检查结果；黄色的格子只在和《整改台账》不同时才填，填了以这里为准",
        "A line is one finding. Fill in the yellow cells only where one differs from the sheet Follow-up: what is filled in here holds",
    )
    page.title(
        DETAILS.sheet.say(sheets.lang),
        f"{UNIT_OF_MONEY.say(sheets.lang)}。{told.zh}" if sheets.lang == "zh" else f"{UNIT_OF_MONEY.en}. {told.en}",
    )
    names = ["subject", "severity", *figures, "own", "amount", "message", "source"]
    listed = [COLUMNS["no"], *(COLUMNS[name] for name in names)]
    titles = [each.say(sheets.lang) for each in listed]
    count = sum(1 + len(problem.rows) for _, problem in found)
    page.heads([titles[0], *sheets.unit_heads(), *titles[1:], *heads(DETAILS, sheets.lang)], count)
    page.sheet.outline_settings(True, False, False, False)
    first = page.row
    width = len(widths)
    title_form = sheets.book.format(bold=True, bg_color="#F2F2F2", text_wrap=False)
    forms: list[Any] = [sheets.centre, *([None] * (width - 1)), *([sheets.book.empty] * len(DETAILS.columns)), None]
    forms[before + 3 : before + 3 + len(figures)] = [sheets.book.right] * len(figures)
    forms[width + 1] = sheets.book.day
    head_forms = [sheets.book.bold] * (width + len(DETAILS.columns))
    head_forms[0], head_forms[before + 1] = (
        sheets.book.format(bold=True, bg_color="#F2F2F2", align="center"),
        title_form,
    )
    at = before + 2
    for case, problem in found:
        cells: list[Any] = [problem.no, *sheets.unit(case), problem.title]
        cells += [""] * (width - len(cells) - 4) + [
            money(problem.own, sheets.lang),
            money(problem.amount, sheets.lang),
            "",
            "",
        ]
        page.write([*cells, *([""] * len(DETAILS.columns))], head_forms, over=before + 1)
        mixed = shared_followup(problem.group) is None
        for row in problem.rows:
            forms[at] = sheets.severities.get(row.finding.severity, sheets.centre)
            known = row.finding.followups[-1] if mixed and row.finding.followups else None
            page.write(
                [
                    problem.no,
                    *sheets.unit(case),
                    *(_cell(row, name, sheets.lang) for name in names),
                    *filled(DETAILS, None if known is None or _bare(known) else known, sheets.lang),
                    row.fingerprint,
                ],
                forms,
                level=1,
            )
    page.choices(width, first, page.row - 1)


def _cell(row: Row, name: str, lang: str) -> Any:
    value = getattr(row, name)
    if name == "ratio":
        return Ratio(value)
    return in_unit(value, lang) if name in MONEY else str(value)


def _bare(known: FollowUp) -> bool:
    """Whether an entry says no more than that a finding is open."""
    return known.state == "open" and not (known.day or known.due or known.person or known.note or known.papers)
