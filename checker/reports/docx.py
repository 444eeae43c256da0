"""The report as a Word document that is signed: what was found of each unit after GB/T 9704, annexes last; no proposal of punishment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from checker.findings.first import FIRST, Listed, listed
from checker.findings.presentation import presentation
from checker.findings.presented import CasePage, Item, Presentation, ProblemShown
from checker.findings.report import Report
from checker.findings.rows import COLUMNS, wan
from checker.reports import Options
from checker.reports.passages import Passages
from checker.reports.word import Column, Document, ordinal

TOLD = 12
"""Sentences of one problem."""


def render(report: Report, options: Options) -> bytes:
    """Return the document."""
    shown = presentation(report, options.lang)
    return Paper(shown, Document(options.template, shown.lang)).written()


class Paper(Passages):
    """Writes one document."""

    def __init__(self, shown: Presentation, document: Document) -> None:
        super().__init__(shown, document)
        self.pages, self.some, self.all = listed(shown.pages)

    def written(self) -> bytes:
        """Return the whole document."""
        if self.many:
            self.front()
        for number, each in enumerate(self.pages):
            self.unit(each, page=self.many or number > 0)
        self.sign_off()
        self.annexes([each.page for each in self.pages])
        return self.doc.written("".join(self.shown.title(None if self.many else self.shown.pages[0])))

    # ---- the front of a report on many units

    def front(self) -> None:
        """List the units, each of which begins a page of its own."""
        self.doc.title(self.shown.title())
        self.doc.text(
            "summary",
            self.closed([self.say("本次检查 ", "") + self.shown.verdict]),
        )
        self.left_out()
        columns = [
            Column(self.say("序号", "No"), 10),
            Column(self.say("单位", "Unit"), 74),
            Column(self.say("年度", "Year"), 18),
            Column(self.say("问题（个）", "Problems"), 20, True),
            Column(self.say("涉及金额", "At stake"), 34, True),
        ]
        rows = [
            (str(n), page.case.unit, str(page.case.year or ""), str(len(page.problems)), self.shown.money(page.amount))
            for n, page in enumerate(self.shown.pages[:FIRST], 1)
        ]
        if len(rows) == len(self.shown.pages):
            whole = sum(page.amount for page in self.shown.pages)
            many = str(sum(len(page.problems) for page in self.shown.pages))
            rows.append(("", self.say("合计", "Total"), "", many, self.shown.money(whole)))
        self.doc.table(columns, rows)

    def left_out(self) -> None:
        """Say that not everything is listed, and where it is."""
        if self.some < self.all or len(self.pages) < len(self.shown.pages):
            self.doc.text(
                "summary",
                self.say(
                    f"本文件只列出前 {len(self.pages)} 个单位的前 {self.some:,} 项，共 {len(self.shown.pages)} 个单位、{self.all:,} 项；全部内容见 Excel 工作簿（XLSX）。",
                    f"This document lists the first {self.some:,} of {self.all:,} findings, on {len(self.pages)} of {len(self.shown.pages)} units; all of them stand in the Excel workbook (XLSX).",
                ),
            )

    # ---- one unit

    def unit(self, each: Listed, page: bool) -> None:
        """Write all that is said of one unit."""
        self.level = count(1)
        self.doc.title(self.shown.title(each.page), page)
        self.conclusion(each.page)
        self.problems(each)
        self.bridge(each.page)
        self.indicators(each.page)
        self.agreed(each.page)
        self.papers(each.page)

    def counted(self, problem: ProblemShown) -> str:
        """Return what a problem adds to the money at stake, or that its money was counted above."""
        if problem.own and not problem.amount:
            return self.say("前面已计", "counted above")
        return self.shown.money(problem.amount)

    def conclusion(self, page: CasePage) -> None:
        """Write the verdict, the key figures and the problems in short."""
        self.heading("检查结论", "Conclusion")
        figures = [f"{each.name}{self.say('', ' ')}{each.value}" + self.noted(each.note) for each in page.figures]
        title = page.case.report_title
        told = [self.say(f"检查依据是《{title}》", f"Checked: {title}")] if title else []
        told += [self.say("，", ", ").join(figures)] if figures else []
        self.doc.text("summary", self.say("", " ").join(self.closed([each]) for each in (*told, page.verdict)))
        for note in page.notes:
            self.doc.text("summary", self.say("注意：", "Note: ") + self.closed([note]))
        if page.outside:
            self.doc.text("summary", self.closed([page.outside]))
        if not self.many:
            self.left_out()
        if page.problems:
            money = any(problem.amount is not None for problem in page.problems)
            columns = [
                Column(self.say("序号", "No"), 11),
                Column(self.say("问题", "Problem"), 125 - 28 * money),
                Column(self.say("定性", "Nature"), 20),
            ]
            columns += [Column(self.say("计入金额", "Counted"), 28, True)] * money
            rows = ((str(p.no), p.title, p.kind_name, self.counted(p)) for p in page.problems)
            self.doc.table(columns, (row[: len(columns)] for row in rows))
            if any(problem.columns for problem in page.problems):
                self.doc.text(
                    "note",
                    self.say(
                        "各表金额单位：万元；差额为实际减年初预算，比率为差额与年初预算之比。",
                        "Tables are in yuan; the difference is actual less initial budget, the ratio is the difference to the initial budget.",
                    ),
                )

    def problems(self, each: Listed) -> None:
        """Write the problems by section."""
        if not each.page.problems:
            return
        self.heading("发现的问题", "What was found")
        for number, section in enumerate(each.page.sections, 1):
            self.doc.text(
                "heading2", self.say(f"（{ordinal(number)}）{section.title}", f"({chr(96 + number)}) {section.title}")
            )
            for problem in section.problems:
                self.problem(problem, each.items[problem.no])

    def problem(self, problem: ProblemShown, room: int) -> None:
        """Write one problem: what was found, on what basis, how much, what to do."""
        self.doc.text("heading3", f"{problem.no}. {problem.title}")
        tabled = bool(room) and (
            bool(problem.columns) or (len(problem.items) > 1 and any(item.own for item in problem.items))
        )
        told = [sentence for sentence in problem.sentences if sentence != problem.title]
        shown = told[:TOLD]
        if len(told) > TOLD:
            shown.append(
                self.say(f"其余 {len(told) - TOLD} 项见工作簿", f"{len(told) - TOLD} more stand in the workbook")
            )
        if shown:
            self.doc.labelled(self.say("现象：", "Found: "), self.closed(shown))
        if tabled:
            self.items(problem, room)
        if problem.rolled:
            self.doc.text("text", self.closed([problem.rolled]))
        runs = ["", self.say("依据：", "Basis: "), self.closed(problem.basis)] if problem.basis else []
        if problem.stake:
            space = self.say("", " ") if runs else ""
            runs = [
                *runs[:-1],
                (runs or [""])[-1] + space,
                self.say("金额：", "Amount: "),
                self.closed([problem.stake]),
            ]
        if runs:
            self.doc.text("text", *runs)
        if problem.advice:
            numbers = self.say("、", ", ").join(map(str, problem.papers))
            see = self.noted(self.say(f"见需提供的资料 {numbers}", f"papers {numbers}")) if numbers else ""
            self.doc.labelled(
                self.say("建议：", "To do: "), self.joined(problem.advice).rstrip("。.") + see + self.say("。", ".")
            )
        if problem.state:
            self.doc.labelled(self.say("整改情况：", "Follow-up: "), self.closed([problem.state]))

    def items(self, problem: ProblemShown, room: int) -> None:
        """List the items of a problem with the figures that there are."""
        names = problem.columns
        heads = {"difference": self.say("差额", "Difference"), "ratio": self.say("比率", "Ratio")}
        money = any(item.amount is not None for item in problem.items)
        columns = [Column(self.say("项目", "Item"), 156 - 21 * (len(names) + money))]
        columns += [Column(heads.get(name) or COLUMNS[name].say(self.shown.lang), 21, True) for name in names]
        columns += [Column(self.say("计入金额", "Counted"), 21, True)] * money
        self.doc.table(columns, (self.item(item, names, money) for item in problem.items[:room]))
        if room < len(problem.items):
            self.doc.text(
                "note",
                self.say(
                    f"列出前 {room:,} 项，共 {len(problem.items):,} 项，其余见工作簿。",
                    f"The first {room:,} of {len(problem.items):,}; the others stand in the workbook.",
                ),
            )

    def item(self, item: Item, names: Sequence[str], money: bool) -> list[str]:
        """Return the cells of one item."""
        counted = [self.shown.figure(None if item.amount is None else wan(item.amount))] if money else []
        return [item.name, *(self.shown.figure(item.figures[name]) for name in names), *counted]

    def bridge(self, page: CasePage) -> None:
        """Say what the overrun is made up of."""
        if (bridge := page.bridge) is None:
            return
        self.heading("超出年初预算的构成", "What the overrun is made up of")
        money = self.shown.money
        self.doc.text(
            "text",
            self.say(
                f"年初预算 {money(bridge.budget)}，实际支出 {money(bridge.actual)}，超出 {money(bridge.total)}：",
                f"Initial budget {money(bridge.budget)}, spent {money(bridge.actual)}: {money(bridge.total)} more.",
            ),
            keep=True,
        )
        lines = [(step.label.say(self.shown.lang), money(step.amount)) for step in bridge.steps]
        total = (self.say("合计", "Total"), money(bridge.total))
        self.doc.table(
            [Column(self.say("构成", "Part"), 116), Column(self.say("差额", "Difference"), 40, True)], [*lines, total]
        )

    def indicators(self, page: CasePage) -> None:
        """Write the indicators that could be worked out, and what the others lack."""
        if not page.indicators:
            return
        self.heading("指标", "Indicators")
        known = [(each.name, each.value, each.base) for each in page.indicators if each.value]
        if known:
            based = any(base for *_, base in known)
            columns = [Column(self.say("指标", "Indicator"), 76 if based else 116)]
            columns += [Column(self.say("数值", "Value"), 30 if based else 40, True)]
            columns += [Column(self.say("分母", "Base"), 50)] * based
            self.doc.table(columns, (row[: len(columns)] for row in known))
        left = sum(not each.value for each in page.indicators)
        if left:
            self.doc.text(
                "note",
                self.say(
                    f"另有 {left} 项指标资料不全，没有计算，见附件。",
                    f"{left} more could not be worked out; see the annex.",
                ),
            )

    def agreed(self, page: CasePage) -> None:
        """Write what was checked and agrees."""
        if not page.agreed:
            return
        self.heading("核对一致的内容", "What was checked and agrees")
        told = [
            each.title
            + self.noted(
                self.say("，", ", ").join(filter(None, (self.say(f"{each.places} 处", str(each.places)), each.note)))
            )
            for each in page.agreed
        ]
        self.doc.text("note", self.closed(told))

    def papers(self, page: CasePage) -> None:
        """List the documents to provide."""
        if page.papers:
            self.heading("需提供的资料", "To provide")
            self.paper_table(page.papers, keep=True)

    # ---- the end of the text, and what follows it

    def sign_off(self) -> None:
        """Leave room for who prepared, reviewed and answers for it; it never stands on a page of its own."""
        kinds = {problem.kind for page in self.shown.pages for problem in page.problems}
        rests = self.say(
            "本检查情况依据报告所载内容形成，报告以外的情况不在检查范围。",
            "This rests on what the report says; nothing beyond it was checked.",
        )
        if kinds & {"query", "undetermined"}:
            rests += self.say(
                "列为疑点、待核的事项尚未认定，以补充资料核实后的结论为准。",
                " Queries and open matters are not established; what the papers show will decide.",
            )
        self.doc.text("text", rests, keep=True)
        self.doc.tabbed(
            "sign",
            self.say("编制人：", "Prepared by: "),
            self.say("　复核人：", "  Reviewed by: "),
            self.say("　负责人：", "  Head: "),
            "",
        )
        self.doc.tabbed("sign", self.say("日　期：", "Date: "), self.say("　单位盖章：", "  Stamp: "))
