"""What a report says, in one language and in the order in which every format prints it: sentences, figures, numbers of papers.

The one source of the formats that people read: what is counted, numbered, ordered or worded is decided here, and a format only
sets it. Amounts are in fen; a format prints them with `Presentation.money`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from checker.base.values import format_money, format_ratio
from checker.cases.papers import WHOM
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.counting import stake
from checker.findings.finding import Finding
from checker.findings.papers import Asked, papers_of, routine_of
from checker.findings.presented import (
    FIGURES,
    Agreed,
    Audit,
    AuditFile,
    AuditRule,
    CasePage,
    Indicator,
    Item,
    KeyFigure,
    PaperShown,
    Presentation,
    ProblemShown,
    Section,
)
from checker.findings.problems import ProblemGroup
from checker.findings.report import CaseReport, Report
from checker.findings.rows import Row, rows
from checker.findings.sections import KIND_NAMES, SECTIONS, SEVERITIES, second_engine
from checker.findings.shown import cited
from checker.findings.states import states
from checker.findings.wording import told, worded


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
