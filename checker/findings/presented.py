"""The values that a presentation is made of: what stands on the page of a unit, and what only auditors read; amounts are in fen."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from checker.base.frozen import frozen
from checker.base.values import EXACT, format_money, plain
from checker.base.width import width
from checker.findings.case_shown import CaseShown, draft
from checker.findings.counting import capped
from checker.findings.finding import Finding
from checker.findings.overview import Bridge, Lines
from checker.findings.problems import ProblemGroup
from checker.findings.report import CaseReport, Report
from checker.findings.rows import Row
from checker.findings.sections import verdict

TITLE = 38
"""Columns of a line of the title, in the letters of a document's title on A4."""
FIGURES = ("initial", "adjusted", "actual", "difference", "ratio")
"""The columns of figures that a budget line can have, by the names of `checker.findings.rows.COLUMNS`."""


@frozen
class Item:
    """One thing that a problem speaks of, a budget line or a contract: its figures by name, and what was found of it.

    `own` is what it names by itself and `amount` what of that counts, in fen; None where no money is at stake in it.
    """

    name: str
    severity: str
    own: int | None
    amount: int | None
    figures: Mapping[str, Decimal | str | None]
    told: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Where its figures stand in the report, each place once."""
        return tuple(dict.fromkeys(spot.source for each in self.findings for spot in each.places if spot.source))


@frozen
class ProblemShown:
    """One thing to settle: title and sentences say what was found (现象), `basis` why (依据), `advice` what to do (建议).

    `rolled` is the one line on what is no more than the sum of its items, empty where there is none. `columns` are the figures
    that at least one item states; `items` stand by their amount, the largest first; `papers` are the numbers of the papers that settle it;
    `rows` are all its findings as rows of the conventional list, in the order of the items.
    """

    no: int
    key: str
    kind: str
    kind_name: str
    severity: str
    title: str
    stake: str
    own: int | None
    amount: int | None
    sentences: tuple[str, ...]
    rolled: str
    basis: tuple[str, ...]
    advice: tuple[str, ...]
    papers: tuple[int, ...]
    columns: tuple[str, ...]
    items: tuple[Item, ...]
    state: str
    rows: tuple[Row, ...]
    group: ProblemGroup

    @property
    def explained(self) -> bool:
        """Whether `stake` says why not all the money that its items name counts."""
        return self.amount != self.own or capped(self.group)


@frozen
class PaperShown:
    """One document to provide: its number, what it is, whom to ask, and the numbers of the problems that it settles."""

    no: int
    text: str
    whom: str
    problems: tuple[int, ...]


@frozen
class Indicator:
    """One indicator: its value as printed, and what it is reckoned on; or the names of what is missing."""

    name: str
    value: str
    base: str
    missing: tuple[str, ...]


@frozen
class Agreed:
    """What was checked and agrees, by rule: in how many places, and what is to be noted of it."""

    title: str
    places: int
    note: str


@frozen
class KeyFigure:
    """A figure at the head of the report: what it is, its value as printed, how it was come by, and in fen where it is money."""

    name: str
    value: str
    note: str
    fen: int | None = None


@frozen
class Section:
    """The problems of one class under their heading."""

    title: str
    problems: tuple[ProblemShown, ...]

    @property
    def amount(self) -> int:
        """The money at stake in its problems that no problem before them counts, in fen."""
        return sum(problem.amount or 0 for problem in self.problems)


@frozen
class CasePage:
    """All that is said of one unit; `routine` are papers of which its report says nothing (例行资料): no problem."""

    case: CaseShown
    heading: str
    notes: tuple[str, ...]
    verdict: str
    figures: tuple[KeyFigure, ...]
    sections: tuple[Section, ...]
    papers: tuple[PaperShown, ...]
    routine: tuple[PaperShown, ...]
    bridge: Bridge | None
    lines: Lines
    indicators: tuple[Indicator, ...]
    agreed: tuple[Agreed, ...]
    outside: str
    part: CaseReport

    @property
    def problems(self) -> tuple[ProblemShown, ...]:
        """The problems of all sections in order."""
        return tuple(problem for section in self.sections for problem in section.problems)

    @property
    def amount(self) -> int:
        """The money at stake in all its problems, none of it twice, in fen."""
        return sum(section.amount for section in self.sections)

    @property
    def places(self) -> int:
        """In how many places what was checked agrees."""
        return sum(each.places for each in self.agreed)


@frozen
class AuditFile:
    """One file that was judged: its name, its digest, how many facts it holds."""

    file: str
    sha256: str
    facts: int


@frozen
class AuditRule:
    """What the checks of one rule came to, by the name of the outcome."""

    rule: str
    title: str
    counts: tuple[tuple[str, int], ...]


@frozen
class Audit:
    """What an auditor needs to run a report again and to hold it against that run: an annex, and no part of what is read."""

    rulebook: str
    files: tuple[AuditFile, ...]
    checks: int
    counts: tuple[tuple[str, int], ...]
    second: str
    rules: tuple[AuditRule, ...]


@frozen
class Presentation:
    """What a whole report says in one language: a page a unit, and what only auditors read."""

    lang: str
    pages: tuple[CasePage, ...]
    report: Report
    audit: Audit

    def money(self, fen: int | None) -> str:
        """Return an amount as printed; nothing for None."""
        return "" if fen is None else format_money(fen, self.report.unit, lang=self.lang)

    @property
    def verdict(self) -> str:
        """The one verdict on all units."""
        routine = sum(len(page.routine) for page in self.pages)
        found = verdict(self.report.problems, self.report.results, routine, self.report.unit).say(self.lang)
        cases = [page.case for page in self.pages]
        headings = dict.fromkeys(each.heading_name(name) for each in cases for name in each.unconfirmed_headings)
        found = draft(sum(each.unconfirmed for each in cases), list(headings)).say(self.lang) + found
        return self.say(f"{len(self.pages)} 个单位：{found}", f"{len(self.pages)} units: {found}")

    @property
    def unit(self) -> str:
        """The unit of all amounts in tables, which their headings name."""
        return self.say("万元", "yuan")

    def number(self, fen: int | None) -> str:
        """Return an amount in `unit`, without it, for a table whose heading names it; nothing for None."""
        return "" if fen is None else format_money(fen, "万元", lang=self.lang).removesuffix(self.unit).rstrip()

    def say(self, zh: str, en: str) -> str:
        """Return the text of the report's language."""
        return zh if self.lang == "zh" else en

    def figure(self, value: Decimal | str | None) -> str:
        """Return a figure of an item as printed under a head that names its unit, 万元 or yuan; nothing for None."""
        if not isinstance(value, Decimal):
            return value or ""
        value = value if self.lang == "zh" else value.scaleb(4, EXACT)
        decimals = -int(value.normalize(EXACT).as_tuple().exponent)
        return plain(value, max(2, decimals) if self.lang == "zh" or decimals > 0 else 0)

    def title(self, page: CasePage | None = None) -> tuple[str, str]:
        """Return the two lines of the title of what is said of one unit, or of all units: of whom, and what was checked."""
        if page is None:
            many = len(self.pages)
            return self.say(f"{many} 个单位", f"{many} units: "), self.say(
                "预算绩效自评报告检查情况", "check of the self-evaluation reports"
            )
        case = page.case
        evaluation = not case.documents or any(kind.endswith("_evaluation") for kind in case.documents)
        zh, en = ("预算绩效自评报告", "self-evaluation report") if evaluation else ("预算支出", "budget and spending")
        year = self.say(f"{case.year}年度", f" {case.year}") if case.year else ""
        of = self.say(f"{zh}检查情况", f"check of the {en}")
        if self.lang == "zh" and width(case.unit + year) > TITLE:  # or the year would be broken at the end of the line
            return case.unit, year + of
        return case.unit + year + self.say("", ": "), of
