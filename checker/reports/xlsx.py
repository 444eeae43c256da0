"""The findings as a workbook: a summary, the ledger to fill in with its details, papers, indicators, what agrees, and the auditor's sheets.

Of several units an index stands first, and a sheet of each of them where they are few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checker.base.errors import Text
from checker.engines.outcome import FollowUp
from checker.findings.presentation import CasePage, PaperShown, Presentation, ProblemShown, presentation
from checker.findings.report import Report
from checker.findings.rows import COLUMNS, MONEY, Row
from checker.findings.sections import SECTIONS
from checker.records.forms import DETAILS, LEDGER
from checker.records.keys import Address, joint
from checker.reports import Options
from checker.reports.audit_sheets import write_audit
from checker.reports.workbook import (
    FILLS,
    UNIT_OF_MONEY,
    Book,
    Page,
    Ratio,
    address,
    filled,
    heads,
    in_unit,
    money,
    write_keys,
)

MOST_SHEETS = 50
"""Units that get a sheet each; of more, the ledger and the details are filtered by unit."""
ADVICE = 3
"""Remedies that a line of the ledger names; all of them stand in the papers and the details."""


def render(report: Report, options: Options) -> bytes:
    """Return the workbook; figures are numbers in 万元, and nothing in it is a formula."""
    return Sheets(presentation(report, options.lang)).render()


class Sheets:
    """Writes the sheets of one workbook in one language; of several units every list says which it speaks of."""

    def __init__(self, shown: Presentation) -> None:
        self.shown, self.lang, self.say = shown, shown.lang, shown.say
        self.many = len(shown.pages) > 1
        self.book = Book(self.lang, self.say("预算支出检查", "Check of budget spending"))
        book = self.book
        self.severities = {name: book.format(bg_color=colour, align="center") for name, colour in FILLS.items()}
        self.centre = book.format(align="center")
        self.kind, self.degree = (9, 6) if self.lang == "zh" else (14, 10)  # the words of a language need their room
        self.keys: list[tuple[str, Address]] = []

    def render(self) -> bytes:
        """Return the whole workbook."""
        pages = self.shown.pages
        names: list[str] = []
        if self.many:
            index = self.page(self.say("索引", "Index"), self.index_widths())
            listed = [self.listed(page) for page in pages]
            if len(pages) <= MOST_SHEETS:
                names = [self.book.name(f"{n} {page.case.unit}") for n, page in enumerate(pages, 1)]
            self.index(index, listed, names)
        else:
            for page in pages:
                self.summary(self.say("摘要", "Summary"), page)
        if any(page.sections for page in pages):
            self.ledger()
            self.details()
        self.papers()
        self.indicators()
        self.agreed()
        for name, page in zip(names, pages):
            self.summary(name, page, named=True)
        write_audit(self.book, self.shown)
        if self.keys:
            write_keys(self.book, dict.fromkeys(self.keys))  # of two cases of one unit and year each names the same
        return self.book.bytes()

    def page(self, name: str, widths: Sequence[float], named: bool = False) -> Page:
        """Return a new sheet."""
        return Page(self.book, name if named else self.book.name(name), widths)

    def unit(self, page: CasePage) -> list[Any]:
        """Return the cells that say of which unit a line speaks; nothing where there is one unit only."""
        return [page.case.unit, page.case.year or page.case.heading("fiscal_year", self.lang)] if self.many else []

    def unit_heads(self) -> list[str]:
        """Return the headings of these cells."""
        return [COLUMNS["unit"].say(self.lang), COLUMNS["year"].say(self.lang)] if self.many else []

    def problems(self) -> Iterable[tuple[CasePage, ProblemShown]]:
        """Yield every problem with the page of its unit, in the order of the report."""
        return ((page, problem) for page in self.shown.pages for part in page.sections for problem in part.problems)

    def counts(self, page: CasePage) -> dict[str, int]:
        """Return how many problems stand in each section of a page."""
        return {part.title: len(part.problems) for part in page.sections}

    def listed(self, page: CasePage) -> list[ProblemShown]:
        """Return the problems of a page."""
        return [problem for part in page.sections for problem in part.problems]

    def index_widths(self) -> list[float]:
        """Return the widths of the index: number, unit, year, a column a section, all, money, verdict."""
        return [6, 34, 7, *(11 for _ in self.sections()), 9, 16, 60]

    def sections(self) -> list[str]:
        """Return the titles of the sections that any unit has."""
        used = {part.title for page in self.shown.pages for part in page.sections}
        return [title.say(self.lang) for _, title in SECTIONS if title.say(self.lang) in used]

    def index(self, page: Page, listed: Sequence[Sequence[ProblemShown]], names: Sequence[str]) -> None:
        """Write 索引: a line a unit, with a link to its sheet or filters."""
        note = UNIT_OF_MONEY.say(self.lang)
        if not names:
            note += self.say(
                "；单位较多，各单位的问题在《整改台账》《明细》按单位筛选",
                "; the problems of one unit: filter the sheets Follow-up and Details by unit",
            )
        page.title(self.say(f"检查结果：{len(listed)} 个单位", f"Results of {len(listed)} units"), note)
        titles = self.sections()
        page.heads(
            [
                COLUMNS["no"].say(self.lang),
                COLUMNS["unit"].say(self.lang),
                COLUMNS["year"].say(self.lang),
                *titles,
                self.say("问题数", "Problems"),
                self.say("涉及金额（不重复）", "At stake (no yuan twice)"),
                self.say("结论", "Verdict"),
            ],
            len(listed),
        )
        link = self.book.format(font_color="#0563C1", underline=1)
        for number, (case, problems) in enumerate(zip(self.shown.pages, listed), 1):
            counts = self.counts(case)
            unit, year = self.unit(case)
            amount = money(sum(problem.amount or 0 for problem in problems), self.lang)
            row = page.row
            page.write(
                [number, unit, year, *(counts.get(title, 0) for title in titles), len(problems), amount, case.verdict],
                [self.centre, None, self.centre],
            )
            if names:
                page.sheet.write_url(row, 1, f"internal:'{names[number - 1]}'!A1", link, page.shown(unit)[:255])

    def summary(self, name: str, shown: CasePage, named: bool = False) -> None:
        """Write 摘要: the verdict, the key figures, a line a problem."""
        page = self.page(name, [6, 14, 10, 72, 15, 15, 9, 24], named)
        page.title(shown.heading)
        page.line(shown.verdict, bold=True)
        for note in shown.notes:
            page.line(note, font_color="#595959")
        page.line(UNIT_OF_MONEY.say(self.lang), font_color="#595959")
        for figure in shown.figures:
            value = money(figure.fen, self.lang) if figure.fen is not None else Ratio(figure.value)
            page.write_pair(figure.name, value, figure.note)
        problems = self.listed(shown)
        if not problems:
            page.line(self.say("没有发现问题。", "No problem was found."), bold=True)
            return
        page.heads(
            [
                COLUMNS["no"].say(self.lang),
                COLUMNS["kind"].say(self.lang),
                COLUMNS["severity"].say(self.lang),
                COLUMNS["problem"].say(self.lang),
                COLUMNS["own"].say(self.lang),
                COLUMNS["amount"].say(self.lang),
                self.say("项目数", "Items"),
                COLUMNS["state"].say(self.lang),
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
                    money(problem.own, self.lang),
                    money(problem.amount, self.lang),
                    len(problem.items),
                    problem.state,
                ],
                [self.centre, self.centre, self.severity(problem), None, None, None, self.centre],
            )
        if any(problem.amount for problem in problems):
            whole = money(sum(problem.amount or 0 for problem in problems), self.lang)
            page.write(["", "", "", self.say("合计", "Total"), "", whole, "", ""], [self.book.bold] * 8)

    def severity(self, problem: ProblemShown) -> Any:
        """Return the format that colours the severity of a problem."""
        return self.severities.get(problem.group.severity, self.centre)

    def ledger(self) -> None:
        """Write 整改台账: a line a problem, with columns to fill in and a list of states."""
        found = list(self.problems())
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
        before = len(self.unit_heads())
        page = self.page(
            LEDGER.sheet.say(self.lang),
            [5, *([20, 6] if before else []), self.kind, self.degree, 35, 12, 12, 26, *fill, 0],
        )
        told = Text(
            "填黄色的格子；一行是一个问题，填的内容归入它的每一项，个别项目不同的填在《明细》里；可以排序、筛选、加行、删行",
            "Fill in the yellow cells. A line is one problem and speaks for all its items; where one differs, fill in its line in Details. Lines may be sorted, filtered, added and deleted",
        )
        page.title(
            LEDGER.sheet.say(self.lang),
            f"{UNIT_OF_MONEY.say(self.lang)}。{told.say(self.lang)}"
            if self.lang == "zh"
            else f"{UNIT_OF_MONEY.say('en')}. {told.en}",
        )
        names = [each.say(self.lang) for each in fixed]
        page.heads([names[0], *self.unit_heads(), *names[1:], *heads(LEDGER, self.lang)], len(found))
        first = page.row
        forms = [
            self.centre,
            *([None] * before),
            self.centre,
            None,
            None,
            None,
            None,
            None,
            *([self.book.empty] * len(LEDGER.columns)),
            None,
        ]
        for at, name in enumerate(LEDGER.columns, before + 7):
            forms[at] = self.book.day if name in ("due", "day") else self.book.empty
        for case, problem in found:
            findings = problem.group.findings
            addresses = [address(finding, self.lang) for finding in findings]
            key = joint(each.fingerprint for each in addresses)
            self.keys += [(key, each) for each in addresses]
            forms[before + 2] = self.severity(problem)
            advice = list(problem.advice[:ADVICE])
            if len(problem.advice) > ADVICE:
                advice.append(
                    self.say(f"等 {len(problem.advice)} 项，见《明细》", f"{len(problem.advice)} in all, see Details")
                )
            page.write(
                [
                    problem.no,
                    *self.unit(case),
                    problem.kind_name,
                    problem.severity,
                    problem.title,
                    money(problem.own, self.lang),
                    money(problem.amount, self.lang),
                    self.say("；", "; ").join(advice),
                    *filled(LEDGER, _shared(problem), self.lang),
                    key,
                ],
                forms,
            )
        page.choices(before + 7, first, page.row - 1)

    def details(self) -> None:
        """Write 明细: below a line for each problem a line a finding, with columns to fill in where one differs."""
        found = list(self.problems())
        figures = [
            name
            for name in ("initial", "adjusted", "actual", "difference", "ratio")
            if any(name in problem.columns for _, problem in found)
        ]
        before = len(self.unit_heads())
        widths = [
            5,
            *([18, 6] if before else []),
            24,
            self.degree,
            *(13 if name == "difference" else 11 for name in figures),
            12,
            12,
            44,
            16,
        ]
        fill = [9, 11, 10, 16, 11]
        page = self.page(DETAILS.sheet.say(self.lang), [*widths, *fill, 0])
        told = Text(
            "一行是一项检查结果；黄色的格子只在和《整改台账》不同时才填，填了以这里为准",
            "A line is one finding. Fill in the yellow cells only where one differs from the sheet Follow-up: what is filled in here holds",
        )
        page.title(
            DETAILS.sheet.say(self.lang),
            f"{UNIT_OF_MONEY.say(self.lang)}。{told.zh}" if self.lang == "zh" else f"{UNIT_OF_MONEY.en}. {told.en}",
        )
        names = ["subject", "severity", *figures, "own", "amount", "message", "source"]
        listed = [COLUMNS["no"], *(COLUMNS[name] for name in names)]
        titles = [each.say(self.lang) for each in listed]
        count = sum(1 + len(problem.rows) for _, problem in found)
        page.heads([titles[0], *self.unit_heads(), *titles[1:], *heads(DETAILS, self.lang)], count)
        page.sheet.outline_settings(True, False, False, False)
        first = page.row
        width = len(widths)
        title_form = self.book.format(bold=True, bg_color="#F2F2F2", text_wrap=False)
        forms: list[Any] = [self.centre, *([None] * (width - 1)), *([self.book.empty] * len(DETAILS.columns)), None]
        forms[before + 3 : before + 3 + len(figures)] = [self.book.right] * len(figures)
        forms[width + 1] = self.book.day
        head_forms = [self.book.bold] * (width + len(DETAILS.columns))
        head_forms[0], head_forms[before + 1] = (
            self.book.format(bold=True, bg_color="#F2F2F2", align="center"),
            title_form,
        )
        at = before + 2
        for case, problem in found:
            cells: list[Any] = [problem.no, *self.unit(case), problem.title]
            cells += [""] * (width - len(cells) - 4) + [
                money(problem.own, self.lang),
                money(problem.amount, self.lang),
                "",
                "",
            ]
            page.write([*cells, *([""] * len(DETAILS.columns))], head_forms)
            mixed = _shared(problem) is None
            for row in problem.rows:
                forms[at] = self.severities.get(row.finding.severity, self.centre)
                known = row.finding.followups[-1] if mixed and row.finding.followups else None
                page.write(
                    [
                        problem.no,
                        *self.unit(case),
                        *(_cell(row, name, self.lang) for name in names),
                        *filled(DETAILS, None if known is None or _bare(known) else known, self.lang),
                        row.fingerprint,
                    ],
                    forms,
                    level=1,
                )
        page.choices(width, first, page.row - 1)

    def papers(self) -> None:
        """Write 需提供资料: what settles which problem, and below it the routine papers that no problem rests on."""
        listed = [(case, paper) for case in self.shown.pages for paper in case.papers]
        routine = [(case, paper) for case in self.shown.pages for paper in case.routine]
        if not listed and not routine:
            return
        asked = any(paper.whom for _, paper in (*listed, *routine))
        titles = [COLUMNS["no"].say(self.lang), *self.unit_heads(), self.say("资料", "Document")]
        titles += [self.say("向谁索取", "Whom to ask")] if asked else []
        settles, attached = self.say("对应问题", "For"), self.say("已附（页码）", "Attached (page)")
        widths = [6, *([22, 7] if self.many else []), 84, *([22] if asked else []), 16, 18]
        page = self.page(NAMES[0].say(self.lang), widths)
        forms = [self.centre, *([None] * (len(widths) - 2)), self.book.empty]

        def table(papers: Sequence[tuple[CasePage, PaperShown]], filters: bool) -> None:
            page.heads([*titles, settles if papers is listed else "", attached], len(papers), filters=filters)
            for case, paper in papers:
                numbers = ", ".join(map(str, paper.problems)) if papers is listed else ""
                page.write(
                    [paper.no, *self.unit(case), paper.text, *([paper.whom] if asked else []), numbers, None], forms
                )

        if listed:
            page.title(NAMES[0].say(self.lang))
            table(listed, True)
        if routine:
            told = Text(
                "报告没有提到，检查时一般要看；不算问题", "not mentioned by the report, usually looked at; no problem"
            )
            page.row += bool(listed)
            page.title(self.say("例行资料", "Routine papers"), told.say(self.lang))
            table(routine, not listed)

    def indicators(self) -> None:
        """Write 指标与构成: the indicators, and what the overrun is made up of."""
        pages = self.shown.pages
        if not any(page.indicators or page.bridge for page in pages):
            return
        unit = [22, 7] if self.many else []
        page = self.page(NAMES[1].say(self.lang), [*unit, 52, 20, 24, 50])
        if any(case.indicators for case in pages):
            page.title(self.say("指标", "Indicators"))
            rows = [(case, each) for case in pages for each in case.indicators]
            titles = (
                Text("指标", "Indicator"),
                Text("数值", "Value"),
                Text("分母", "Base"),
                Text("缺少什么", "What is missing"),
            )
            page.heads([*self.unit_heads(), *(each.say(self.lang) for each in titles)], len(rows))
            for case, each in rows:
                page.write(
                    [*self.unit(case), each.name, Ratio(each.value), each.base, self.say("、", ", ").join(each.missing)]
                )
        bridges = [case for case in pages if case.bridge is not None]
        if bridges:
            page.row += page.row > 0
            page.title(self.say("超支的构成", "What the overrun is made up of"), UNIT_OF_MONEY.say(self.lang))
            parts = Text("构成", "Part"), Text("实际－年初预算", "Actual - initial budget"), Text("说明", "Note")
            page.heads([*self.unit_heads(), *(each.say(self.lang) for each in parts)], 0, filters=False)
        for case in bridges:
            bridge = case.bridge
            assert bridge is not None
            for step in bridge.steps:
                page.write([*self.unit(case), step.label.say(self.lang), money(step.amount, self.lang), ""])
            sums = self.shown.money(bridge.actual), self.shown.money(bridge.budget)
            told = self.say(f"实际 {sums[0]} － 年初预算 {sums[1]}", f"actual {sums[0]} - initial budget {sums[1]}")
            cells = [*self.unit(case), self.say("合计", "Total"), money(bridge.total, self.lang), told]
            page.write(cells, [self.book.bold] * len(cells))

    def agreed(self) -> None:
        """Write 已核对: what was checked and agrees."""
        rows = [(case, each) for case in self.shown.pages for each in case.agreed]
        if not rows:
            return
        page = self.page(NAMES[2].say(self.lang), [*([22, 7] if self.many else []), 70, 10, 60])
        outside = dict.fromkeys(case.outside for case in self.shown.pages if case.outside)
        page.title(self.say("已核对一致的", "Checked and met"), self.say("；", "; ").join(outside))
        titles = Text("核对了什么", "What was checked"), Text("处数", "Places"), Text("说明", "Note")
        page.heads([*self.unit_heads(), *(each.say(self.lang) for each in titles)], len(rows))
        for case, each in rows:
            page.write([*self.unit(case), each.title, each.places, each.note])


NAMES = Text("需提供资料", "Papers"), Text("指标与构成", "Indicators"), Text("已核对", "Checked")
"""The names of the sheets behind the ledger and its details."""


def _cell(row: Row, name: str, lang: str) -> Any:
    value = getattr(row, name)
    if name == "ratio":
        return Ratio(value)
    return in_unit(value, lang) if name in MONEY else str(value)


def _bare(known: FollowUp) -> bool:
    """Whether an entry says no more than that a finding is open."""
    return known.state == "open" and not (known.day or known.due or known.person or known.note or known.papers)


def _shared(problem: ProblemShown) -> FollowUp | None:
    """Return what is known of every finding of a problem alike; None where they differ or nothing is known."""
    known = [finding.followups[-1] if finding.followups else None for finding in problem.group.findings]
    said = {
        None if each is None else (each.state, each.due, each.day, each.person, each.note, each.papers)
        for each in known
    }
    return known[0] if len(said) == 1 else None
