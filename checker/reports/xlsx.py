"""The findings as a workbook: a summary, the ledger to fill in with its details, papers, indicators, what agrees, and the auditor's sheets.

Of several units an index stands first, and a sheet of each of them where they are few.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.findings.presentation import presentation
from checker.findings.presented import CasePage, ProblemShown
from checker.findings.report import Report
from checker.findings.rows import COLUMNS
from checker.findings.sections import SECTIONS
from checker.reports import Options
from checker.reports.audit_sheets import write_audit
from checker.reports.ledger_sheets import details, ledger
from checker.reports.reading_sheets import agreed, indicators, papers
from checker.reports.sheets import Sheets
from checker.reports.workbook import UNIT_OF_MONEY, Page, Ratio, money, write_keys

MOST_SHEETS = 50
"""Units that get a sheet each; of more, the ledger and the details are filtered by unit."""


def render(report: Report, options: Options) -> bytes:
    """Return the workbook; figures are numbers in 万元, and nothing in it is a formula."""
    sheets = Sheets(presentation(report, options.lang))
    pages = sheets.shown.pages
    names: list[str] = []
    if sheets.many:
        index = sheets.page(sheets.say("索引", "Index"), _index_widths(sheets))
        listed = [sheets.listed(page) for page in pages]
        if len(pages) <= MOST_SHEETS:
            names = [sheets.book.name(f"{n} {page.case.unit}") for n, page in enumerate(pages, 1)]
        _index(sheets, index, listed, names)
    else:
        for page in pages:
            _summary(sheets, sheets.say("摘要", "Summary"), page)
    if any(page.sections for page in pages):
        ledger(sheets)
        details(sheets)
    papers(sheets)
    indicators(sheets)
    agreed(sheets)
    for name, page in zip(names, pages):
        _summary(sheets, name, page, named=True)
    write_audit(sheets.book, sheets.shown)
    if sheets.keys:
        write_keys(sheets.book, dict.fromkeys(sheets.keys))  # of two cases of one unit and year each names the same
    return sheets.book.bytes()


def _index_widths(sheets: Sheets) -> list[float]:
    """Return the widths of the index: number, unit, year, a column a section, all, money, verdict."""
    return [6, 34, 7, *(11 for _ in _sections(sheets)), 9, 16, 60]


def _sections(sheets: Sheets) -> list[str]:
    """Return the titles of the sections that any unit has."""
    used = {part.title for page in sheets.shown.pages for part in page.sections}
    return [title.say(sheets.lang) for _, title in SECTIONS if title.say(sheets.lang) in used]


def _index(sheets: Sheets, page: Page, listed: Sequence[Sequence[ProblemShown]], names: Sequence[str]) -> None:
    """Write 索引: a line a unit, with a link to its sheet or filters."""
    note = UNIT_OF_MONEY.say(sheets.lang)
    if not names:
        note += sheets.say(
            "；单位较多，各单位的问题在《整改台账》《明细》按单位筛选",
            "; the problems of one unit: filter the sheets Follow-up and Details by unit",
        )
    page.title(sheets.say(f"检查结果：{len(listed)} 个单位", f"Results of {len(listed)} units"), note)
    titles = _sections(sheets)
    page.heads(
        [
            COLUMNS["no"].say(sheets.lang),
            COLUMNS["unit"].say(sheets.lang),
            COLUMNS["year"].say(sheets.lang),
            *titles,
            sheets.say("问题数", "Problems"),
            sheets.say("涉及金额（不重复）", "At stake (no yuan twice)"),
            sheets.say("结论", "Verdict"),
        ],
        len(listed),
    )
    link = sheets.book.format(font_color="#0563C1", underline=1)
    for number, (case, problems) in enumerate(zip(sheets.shown.pages, listed), 1):
        counts = {part.title: len(part.problems) for part in case.sections}
        unit, year = sheets.unit(case)
        amount = money(sum(problem.amount or 0 for problem in problems), sheets.lang)
        row = page.row
        page.write(
            [number, unit, year, *(counts.get(title, 0) for title in titles), len(problems), amount, case.verdict],
            [sheets.centre, None, sheets.centre],
        )
        if names:
            page.sheet.write_url(row, 1, f"internal:'{names[number - 1]}'!A1", link, page.shown(unit)[:255])


def _summary(sheets: Sheets, name: str, shown: CasePage, named: bool = False) -> None:
    """Write 摘要: the verdict, the key figures, a line a problem."""
    page = sheets.page(name, [6, 14, 10, 72, 15, 15, 9, 24], named)
    page.title(shown.heading)
    page.line(shown.verdict, bold=True)
    for note in shown.notes:
        page.line(note, font_color="#595959")
    page.line(UNIT_OF_MONEY.say(sheets.lang), font_color="#595959")
    for figure in shown.figures:
        value = money(figure.fen, sheets.lang) if figure.fen is not None else Ratio(figure.value)
        page.write_pair(figure.name, value, figure.note)
    problems = sheets.listed(shown)
    if not problems:
        return
    page.heads(
        [
            COLUMNS["no"].say(sheets.lang),
            COLUMNS["kind"].say(sheets.lang),
            COLUMNS["severity"].say(sheets.lang),
            COLUMNS["problem"].say(sheets.lang),
            COLUMNS["own"].say(sheets.lang),
            COLUMNS["amount"].say(sheets.lang),
            sheets.say("项目数", "Items"),
            COLUMNS["state"].say(sheets.lang),
        ],
        len(problems),
    )
    for problem in problems:
        page.write(
            [
                problem.no,
                problem.kind_name,
                problem.severity,
                problem.title,
                money(problem.own, sheets.lang),
                money(problem.amount, sheets.lang),
                len(problem.items),
                problem.state,
            ],
            [sheets.centre, sheets.centre, sheets.severity(problem), None, None, None, sheets.centre],
        )
    if any(problem.amount for problem in problems):
        whole = money(sum(problem.amount or 0 for problem in problems), sheets.lang)
        page.write(["", "", "", sheets.say("合计", "Total"), "", whole, "", ""], [sheets.book.bold] * 8)
