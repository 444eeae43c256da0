"""What the sheets of a workbook have in common: the report, its language, formats, and which unit a line speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checker.findings.presented import CasePage, Presentation, ProblemShown
from checker.findings.rows import COLUMNS
from checker.records.keys import Address
from checker.reports.workbook import FILLS, Book, Page


class Sheets:
    """The sheets of one workbook in one language; of several units every list says which it speaks of."""

    def __init__(self, shown: Presentation) -> None:
        self.shown, self.lang, self.say = shown, shown.lang, shown.say
        self.many = len(shown.pages) > 1
        self.book = Book(self.lang, self.say("预算支出检查", "Check of budget spending"))
        book = self.book
        self.severities = {name: book.format(bg_color=colour, align="center") for name, colour in FILLS.items()}
        self.centre = book.format(align="center")
        self.kind, self.degree = (9, 6) if self.lang == "zh" else (14, 10)  # the words of a language need their room
        self.keys: list[tuple[str, Address]] = []

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

    def listed(self, page: CasePage) -> list[ProblemShown]:
        """Return the problems of a page."""
        return [problem for part in page.sections for problem in part.problems]

    def severity(self, problem: ProblemShown) -> Any:
        """Return the format that colours the severity of a problem."""
        return self.severities.get(problem.group.severity, self.centre)
