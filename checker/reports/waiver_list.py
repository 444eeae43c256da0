"""The list of waivers as a workbook: a line a failure, with its key, and the columns that people fill in."""

from __future__ import annotations

from typing import Any

from checker.findings.presentation import presentation
from checker.findings.report import Report
from checker.findings.rows import COLUMNS
from checker.findings.unit_entry import address_of
from checker.records.forms import WAIVERS
from checker.reports.workbook import UNIT_OF_MONEY, Book, Page, filled, heads, in_unit, write_keys


def render(report: Report, lang: str) -> bytes:
    """Return the workbook with every failure of *report*; what cannot be judged cannot be waived and is not in it."""
    shown = presentation(report, lang)
    book = Book(lang, shown.say("豁免清单", "Waivers"))
    names = ("unit", "year", "problem", "subject", "own", "message")
    page = Page(book, book.name(WAIVERS.sheet.say(lang)), [20, 6, 26, 24, 13, 44, 26, 18, 10, 11, 0])
    told = shown.say(
        "要豁免的，四个黄色的格子都填；不豁免的，整行留空；可以排序、筛选、删行",
        "fill in all four yellow cells of what is waived, and leave the others empty; lines may be sorted, filtered and deleted",
    )
    page.title(WAIVERS.sheet.say(lang), f"{UNIT_OF_MONEY.say(lang)}{shown.say('。', '. ')}{told}")
    rows = [
        row
        for case in shown.pages
        for part in case.sections
        for problem in part.problems
        for row in problem.rows
        if row.finding.outcome == "fail"
    ]
    page.heads([*(COLUMNS[name].say(lang) for name in names), *heads(WAIVERS, lang)], len(rows))
    forms: list[Any] = [None] * len(names) + [book.empty] * 3 + [book.day, None]
    keys = {}
    for row in rows:
        keys[row.fingerprint] = address_of(row.finding)
        page.write(
            [*(in_unit(getattr(row, name), lang) for name in names), *filled(WAIVERS, None, lang), row.fingerprint],
            forms,
        )
    write_keys(book, keys.items())
    return book.bytes()
