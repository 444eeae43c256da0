"""What the Word report is made of: numbered headings, sentences in a row, lists of papers, and the annexes behind its text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import PurePath

from checker.base.frozen import changed
from checker.findings.annex import arithmetic, sources
from checker.findings.presented import CasePage, PaperShown, Presentation
from checker.reports.word import Column, Document, ordinal

SPELLED = 300
"""Problems whose arithmetic stands in the annex."""


class Passages:
    """Sets passages of a report into a document."""

    def __init__(self, shown: Presentation, document: Document) -> None:
        self.shown, self.doc, self.say = shown, document, shown.say
        self.many = len(shown.pages) > 1
        self.level = count(1)

    def heading(self, zh: str, en: str, page: bool = False) -> None:
        """Add a heading of the first level with its number."""
        number = next(self.level)
        self.doc.text("heading1", self.say(f"{ordinal(number)}、{zh}", f"{number}. {en}"), page=page)

    def wide(self, zh: int, en: int) -> int:
        """Return the width of a column by language."""
        return zh if self.shown.lang == "zh" else en

    def joined(self, texts: Sequence[str]) -> str:
        """Return sentences or names as one text."""
        return self.say("；", "; ").join(texts)

    def closed(self, texts: Sequence[str]) -> str:
        """Return sentences as one text that ends in a full stop."""
        return self.joined([text.rstrip("。.；;") for text in texts]) + self.say("。", ".") if texts else ""

    def noted(self, note: str) -> str:
        """Return a remark in brackets."""
        return self.say(f"（{note}）", f" ({note})") if note else ""

    def paper_table(self, papers: Sequence[PaperShown], keep: bool = False) -> None:
        """Set documents with their numbers, whom to ask where that is known, and the problems they settle."""
        asked, settles = any(paper.whom for paper in papers), any(paper.problems for paper in papers)
        columns = [
            Column(self.say("序号", "No"), 12),
            Column(self.say("资料", "Document"), 144 - self.wide(24, 30) * asked - 16 * settles),
        ]
        columns += [Column(self.say("提供单位", "From"), self.wide(24, 30))] * asked + [
            Column(self.say("问题", "For"), 16)
        ] * settles
        comma = self.say("、", ", ")
        self.doc.table(
            columns,
            (
                [
                    str(p.no),
                    p.text,
                    *([p.whom] if asked else []),
                    *([comma.join(map(str, p.problems))] if settles else []),
                ]
                for p in papers
            ),
            keep,
        )

    # ---- annexes

    def annexes(self, pages: Sequence[CasePage]) -> None:
        """Add the routine papers, and for auditors how each figure was worked out and where it stands."""
        number = count(1)
        alike: dict[tuple[tuple[PaperShown, ...], str], list[str]] = {}
        for page in pages:
            papers = tuple(changed(paper, problems=()) for paper in page.routine)
            alike.setdefault((papers, self.not_worked_out(page)), []).append(page.case.unit)
        if any(papers or told for papers, told in alike):
            routine = any(papers for papers, _ in alike)
            names = (
                ("例行资料", "Routine papers")
                if routine
                else ("没有计算的指标", "Indicators that could not be worked out")
            )
            self.annex(next(number), *names, page=True)
            if routine:
                self.doc.text(
                    "note",
                    self.say(
                        "报告没有提到、也没有迹象表明存在问题；检查其他事项时一并提供。",
                        "The report does not mention them and nothing points to a problem; they are asked for with the rest.",
                    ),
                )
            for (papers, told), units in alike.items():
                if papers or told:
                    self.of_units(units)
                if papers:
                    self.paper_table(papers)
                if told:
                    self.doc.text(
                        "note",
                        self.say("资料不全、没有计算的指标：", "Indicators that could not be worked out: ") + told,
                    )
        last = next(number)
        new = last == 1 and any(page.problems for page in pages)  # a line alone needs no page of its own
        self.annex(last, "算式和出处（供审计人员核对）", "Arithmetic and sources, for auditors", page=new)
        audit = self.shown.audit
        counted = [f"{name} {many}" for name, many in audit.counts if many]
        checks = self.say(f"检查 {audit.checks:,} 项", f"{audit.checks:,} checks")
        self.doc.text(
            "note",
            self.joined([self.say("规则 SHA-256 ", "rules SHA-256 ") + audit.rulebook, checks, *counted, audit.second]),
        )
        left = SPELLED
        for page in pages:
            self.of_units([page.case.unit])
            self.doc.text("note", self.joined([PurePath(page.case.file).name, f"SHA-256 {page.case.sha256}"]))
            problems = page.problems[: max(left, 0)]
            left -= len(page.problems)
            found = [(each.no, arithmetic(self.shown, each), sources(self.shown, each)) for each in problems]
            rows = [(str(no), self.joined(made), self.joined(where)) for no, made, where in found if made]
            plain = [f"{no} " + self.say("、", ", ").join(where) for no, made, where in found if not made and where]
            if rows:
                columns = [
                    Column(self.say("问题", "No"), 10),
                    Column(self.say("算式", "Arithmetic"), 78),
                    Column(self.say("出处", "Source"), 74),
                ]
                self.doc.table(columns, rows)
            if plain:  # a row of which one cell is empty says no more than a line
                lead = self.say("没有算式的问题，出处：", "Problems without arithmetic, with their source: ")
                self.doc.text("note", lead + self.closed(plain))
        if left < 0:
            self.doc.text(
                "note",
                self.say(
                    f"只列出前 {SPELLED} 项，其余见工作簿。",
                    f"The first {SPELLED} only; the others stand in the workbook.",
                ),
            )

    def not_worked_out(self, page: CasePage) -> str:
        """Return which indicators of a unit were not worked out, and what each needs."""
        needs, comma = self.say("缺", "needs "), self.say("、", ", ")
        open_ = (each for each in page.indicators if not each.value)
        return self.closed([each.name + self.noted(needs + comma.join(each.missing)) for each in open_])

    def annex(self, number: int, zh: str, en: str, page: bool = False) -> None:
        """Begin an annex, on a new *page* where one is asked for."""
        self.doc.text("heading1", self.say(f"附件{number}　{zh}", f"Annex {number}: {en}"), page=page)

    def of_units(self, units: Sequence[str]) -> None:
        """Say of which units the lines of an annex are, where there are several."""
        if self.many:
            self.doc.text("heading3", self.say("、", ", ").join(units))
