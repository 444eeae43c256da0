"""What a report says, in one language and in the order in which every format prints it: sentences, figures, numbers of papers.

The one source of the formats that people read: what is counted, numbered, ordered or worded is decided here, and a format only
sets it. Amounts are in fen; a format prints them with `Presentation.money`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from checker.base.frozen import frozen
from checker.base.values import EXACT, format_money, format_ratio, plain
from checker.base.width import width
from checker.cases.papers import WHOM
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.case_shown import CaseShown, draft
from checker.findings.counting import capped, stake
from checker.findings.finding import Finding
from checker.findings.overview import Bridge, Lines
from checker.findings.papers import Asked, papers_of, routine_of
from checker.findings.problems import ProblemGroup
from checker.findings.report import CaseReport, Report
from checker.findings.rows import Row, rows
from checker.findings.sections import KIND_NAMES, SECTIONS, SEVERITIES, second_engine, verdict
from checker.findings.shown import cited
from checker.findings.states import states
from checker.findings.wording import told, worded

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


def presentation(report: Report, lang: str = "") -> Presentation:
    """Return what *report* says in *lang*, the language of the report where none is named."""
    lang = lang or report.lang
    found: dict[int, list[Row]] = {}
    for row in rows(report, lang):
        found.setdefault(row.no, []).append(row)
    pages = tuple(_page(part, found, report.unit, lang) for part in report.cases)
    return Presentation(lang, pages, report, _audit(report, lang))


def _audit(report: Report, lang: str) -> Audit:
    ledger = report.ledger
    return Audit(
        report.rulebook,
        tuple(AuditFile(part.case.file, part.case.sha256, part.case.facts) for part in report.cases),
        ledger.checks,
        _outcomes(ledger.counts, lang),
        second_engine(report.results).say(lang),
        tuple(
            AuditRule(rule, report.rules[rule].title.say(lang), _outcomes(counts, lang))
            for rule, counts in ledger.by_rule.items()
        ),
    )


def _outcomes(counts: Mapping[str, int], lang: str) -> tuple[tuple[str, int], ...]:
    return tuple((OUTCOME_NAMES[name].say(lang), counts[name]) for name in OUTCOMES if counts[name])


def _page(part: CaseReport, found: Mapping[int, list[Row]], unit: str, lang: str) -> CasePage:
    case = part.case
    asked = papers_of(part.problems, part.routine)
    papers = _papers(asked, lang)
    numbers = {problem.no: [paper.no for paper in papers if problem.no in paper.problems] for problem in part.problems}
    bound = [case.heading(name, lang, True) for name in ("jurisdiction", "budget_level", "unit_kind")]
    shown = {p.no: _problem(p, found.get(p.no, []), numbers.get(p.no, []), lang) for p in part.problems}
    sections = []
    for kinds, title in SECTIONS:
        members = tuple(shown[p.no] for p in part.problems if p.kind in kinds)
        if members:
            sections.append(Section(title.say(lang), members))
    return CasePage(
        case=case,
        heading=" · ".join((case.unit, case.year_text.say(lang), *bound)),
        notes=tuple(note.say(lang) for note in part.notes),
        verdict=part.headline.say(lang),
        figures=_figures(part, unit, lang),
        sections=tuple(sections),
        papers=papers,
        routine=_papers(routine_of(part.routine, asked), lang),
        bridge=part.bridge,
        lines=part.lines,
        indicators=_indicators(part, lang),
        agreed=_agreed(part, lang),
        outside=part.outside_line.say(lang) if part.outside_line else "",
        part=part,
    )


def _problem(problem: ProblemGroup, found: list[Row], papers: list[int], lang: str) -> ProblemShown:
    by_finding = {id(row.finding): row for row in found}
    said = worded(problem, lang)
    items = tuple(_item([by_finding[id(finding)] for finding in members], lang) for members in said.items)
    order = {id(finding): number for number, members in enumerate(said.items) for finding in members}
    columns = tuple(name for name in FIGURES if any(_is_figure(item.figures.get(name)) for item in items))
    return ProblemShown(
        no=problem.no,
        key=problem.key,
        kind=problem.kind,
        kind_name=KIND_NAMES[problem.kind].say(lang),
        severity=SEVERITIES[problem.severity].say(lang),
        title=problem.title.say(lang),
        stake=stake(problem, lang),
        own=problem.own,
        amount=problem.amount,
        sentences=said.sentences,
        rolled=said.rolled,
        basis=tuple(dict.fromkeys(cited(basis, lang) for finding in problem.findings for basis in finding.basis)),
        advice=said.advice,
        papers=tuple(papers),
        columns=columns,
        items=items,
        state=states(problem, lang),
        rows=tuple(sorted(found, key=lambda row: order.get(id(row.finding), len(items)))),
        group=problem,
    )


def _is_figure(value: Decimal | str | None) -> bool:
    """Whether a column holds a figure there: a word that it is not given, or that there is no ratio, is none."""
    return isinstance(value, Decimal) or (value or "").endswith("%")


def _item(members: list[Row], lang: str) -> Item:
    first = members[0]
    return Item(
        name=first.subject,
        severity=first.severity,
        own=max((row.finding.own for row in members if row.finding.own is not None), default=None),
        amount=None
        if all(row.finding.amount is None for row in members)
        else sum(row.finding.amount or 0 for row in members),
        figures={name: getattr(first, name) for name in FIGURES},
        told=told([row.finding for row in members], lang),
        findings=tuple(row.finding for row in members),
    )


def _papers(found: Sequence[Asked], lang: str) -> tuple[PaperShown, ...]:
    """Return documents as they are printed, numbered."""
    return tuple(
        PaperShown(no, each.text.say(lang), WHOM[each.whom].say(lang) if each.whom else "", each.problems)
        for no, each in enumerate(found, 1)
    )


def _figures(part: CaseReport, unit: str, lang: str) -> tuple[KeyFigure, ...]:
    """Return the figures of the whole unit: what it was given, what it has spent, the rate, and how far that is over or under."""
    whole = part.whole
    if whole is None:
        return ()
    zh = lang == "zh"
    derived = "由分项相加得出" if zh else "added up from the parts"
    notes = dict.fromkeys(whole.derived, derived)
    given = format_money(whole.budget, unit, lang=lang)
    spent = format_money(whole.actual, unit, lang=lang)
    found = [
        KeyFigure("年初预算" if zh else "Initial budget", given, notes.get("initial_budget", ""), whole.budget),
        KeyFigure("实际支出" if zh else "Spending", spent, notes.get("actual", ""), whole.actual),
    ]
    over = whole.actual - whole.budget
    if whole.budget > 0:
        rate = format_ratio(whole.actual, whole.budget)
        found.append(
            KeyFigure("完成率" if zh else "Completion", rate, "以年初预算为分母" if zh else "of the initial budget")
        )
    if not over:
        return tuple(found)
    name = ("超出" if over > 0 else "未用完") if zh else ("Excess" if over > 0 else "Unspent")
    found.append(
        KeyFigure(
            name,
            format_money(abs(over), unit, lang=lang),
            "对照年初预算" if zh else "against the initial budget",
            abs(over),
        )
    )
    return tuple(found)


def _indicators(part: CaseReport, lang: str) -> tuple[Indicator, ...]:
    colon = "：" if lang == "zh" else ": "
    return tuple(
        Indicator(
            finding.rule.title.say(lang),
            finding.message.say(lang).rpartition(colon)[2] if finding.outcome == "pass" else "",
            _base(finding, lang),
            () if finding.outcome == "pass" else finding.missing_names.say(lang),
        )
        for finding in part.results
        if finding.rule.indicator and finding.outcome in ("pass", "undetermined")
    )


def _base(finding: Finding, lang: str) -> str:
    base = finding.rule.base
    return "" if base is None else f"以{base.zh}为分母" if lang == "zh" else f"of {base.en}"


def _agreed(part: CaseReport, lang: str) -> tuple[Agreed, ...]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in part.results:
        if finding.outcome == "pass" and not finding.rule.indicator:
            by_rule.setdefault(finding.rule.id, []).append(finding)
    found = []
    for members in by_rule.values():
        rounded = sum("within_rounding" in finding.marks for finding in members)
        below = [finding.subject.name for finding in members if "below" in finding.marks]
        notes = []
        if rounded:
            notes.append(f"其中 {rounded} 处在四舍五入范围内" if lang == "zh" else f"{rounded} of them within rounding")
        if below:
            names = ("、" if lang == "zh" else ", ").join(below)
            notes.append(
                f"其中 {len(below)} 项未达提示线：{names}"
                if lang == "zh"
                else f"{len(below)} below the alert line: {names}"
            )
        found.append(
            Agreed(members[0].rule.title.say(lang), len(members), ("；" if lang == "zh" else "; ").join(notes))
        )
    return tuple(found)
