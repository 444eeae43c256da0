"""The findings as rows of the conventional list (design 11): what CSV, Markdown, HTML, XLSX and DOCX have in common."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from checker.base.errors import CellLine, Text
from checker.base.values import EXACT, format_ratio, plain
from checker.findings.counting import note
from checker.findings.finding import PLACES, BudgetFigure, Finding
from checker.findings.sections import KIND_NAMES, SEVERITIES
from checker.findings.shown import NOT_STATED, cited

if TYPE_CHECKING:
    from checker.findings.report import Report

COLUMNS = {
    "no": Text("序号", "No"),
    "unit": Text("单位", "Unit"),
    "year": Text("年度", "Year"),
    "problem": Text("问题", "Problem"),
    "kind": Text("定性", "Nature"),
    "outcome": Text("结论", "Outcome"),
    "severity": Text("程度", "Severity"),
    "subject": Text("对象", "Subject"),
    "initial": Text("年初预算", "Initial budget"),
    "adjusted": Text("调整预算", "Adjusted budget"),
    "actual": Text("实际", "Actual"),
    "difference": Text("差额（实际－年初预算）", "Difference (actual - initial budget)"),
    "ratio": Text("比率（差额/年初预算）", "Ratio (difference / initial budget)"),
    "own": Text("本项金额", "Own amount"),
    "amount": Text("计入金额（不重复）", "Counted (no yuan twice)"),
    "message": Text("说明", "What was found"),
    "basis": Text("依据（是否核对原文）", "Basis (whether its text was read)"),
    "source": Text("出处", "Where it was read"),
    "papers": Text("需提供或更正", "To provide or correct"),
    "state": Text("整改情况", "Follow-up"),
    "rule": Text("规则", "Rule"),
    "fingerprint": Text("指纹", "Fingerprint"),
    "place": Text("案例文件的位置（供审计）", "Place in the case file (for auditors)"),
}
"""The columns in order, by the name of the field of Row."""
MONEY = ("initial", "adjusted", "actual", "difference", "own", "amount")
"""The columns that hold money, in 万元."""


class Row(NamedTuple):
    """One finding, printed in one language; money is the amount in 万元, None where the subject has no such field.

    A field that the subject has and the report does not state is the text 未列; `finding` is the finding itself.
    """

    no: int
    unit: str
    year: int | str
    problem: str
    kind: str
    outcome: str
    severity: str
    subject: str
    initial: Decimal | str | None
    adjusted: Decimal | str | None
    actual: Decimal | str | None
    difference: Decimal | str | None
    ratio: str
    own: Decimal | None
    amount: Decimal | None
    message: str
    basis: str
    source: str
    papers: tuple[str, ...]
    state: str
    rule: str
    fingerprint: str
    place: str
    finding: Finding

    def text(self, column: str) -> str:
        """Return one column as printed."""
        value = getattr(self, column)
        if value is None:
            return ""
        if isinstance(value, Decimal):
            return plain(value, max(2, -int(value.normalize().as_tuple().exponent)), group=False)
        return "；".join(value) if isinstance(value, tuple) else str(value)


def wan(fen: int) -> Decimal:
    """Return an amount in 万元, exactly."""
    return Decimal(int(fen)).scaleb(-6, EXACT)


def _derived(finding: Finding, lang: str) -> str:
    """Return which figures of a row the report does not print, so that they are worked out (推算)."""
    figures = {name: figure for name, figure in (finding.budget or {}).items() if figure.derived}
    titles = {"initial_budget": COLUMNS["initial"], "adjusted_budget": COLUMNS["adjusted"], "actual": COLUMNS["actual"]}
    told: list[str] = []
    for added_up, zh, en in (
        (True, "为推算（分项之和）", "derived (the sum of parts): "),
        (False, "为推算", "derived: "),
    ):
        names = [titles[name].say(lang) for name, figure in figures.items() if figure.added_up is added_up]
        if names:
            told.append("、".join(names) + zh if lang == "zh" else en + ", ".join(names))
    return ("；" if lang == "zh" else "; ").join(told)


def _wan(fen: int | None) -> Decimal | None:
    return None if fen is None else wan(fen)


def rows(report: Report, lang: str) -> list[Row]:
    """Return a row for each finding, by the number of its problem."""
    return list(each_row(report, lang, kept=True))


def each_row(report: Report, lang: str, *, kept: bool = False) -> Iterator[Row]:
    """Yield these rows; what is worked out for one is *kept* where it will be asked for again."""
    for problem in report.problems:
        for finding in sorted(problem.findings, key=lambda finding: finding.key):
            own = finding if kept else finding.passing()
            yield _row(problem.no, problem.title.say(lang), problem.kind, own, lang)


def _row(no: int, title: str, kind: str, finding: Finding, lang: str) -> Row:
    joint = "；" if lang == "zh" else "; "
    figures = finding.budget or {}
    initial, adjusted, actual = (
        _figure(figures.get(name), lang) for name in ("initial_budget", "adjusted_budget", "actual")
    )
    difference: Decimal | str | None = None
    ratio = ""
    if isinstance(initial, Decimal) and isinstance(actual, Decimal):
        spent, under = figures["actual"].value or 0, figures["initial_budget"].value or 0
        with localcontext(EXACT):
            difference = actual - initial
            over = spent - under
        ratio = format_ratio(over, under) if under > 0 else "—"  # no base, no percentage
    elif initial is not None and actual is not None:
        difference, ratio = NOT_STATED.say(lang), NOT_STATED.say(lang)
    bases = (cited(basis, lang) for basis in finding.basis)
    told = joint.join(filter(None, [finding.message.say(lang), _derived(finding, lang), note(finding, lang)]))
    case = finding.case
    return Row(
        no,
        case.unit,
        case.year or case.heading("fiscal_year", lang),
        title,
        KIND_NAMES[kind].say(lang),
        finding.outcome_name.say(lang),
        SEVERITIES[finding.severity].say(lang),
        finding.subject.name,
        initial,
        adjusted,
        actual,
        difference,
        ratio,
        _wan(finding.own),
        _wan(finding.amount),
        told,
        joint.join(bases),
        ("；" if lang == "zh" else "; ").join(dict.fromkeys(spot.source for spot in finding.places if spot.source)),
        finding.papers(lang),
        finding.state.say(lang),
        finding.rule.id,
        finding.fingerprint,
        place(finding, lang),
        finding,
    )


def _figure(figure: BudgetFigure | None, lang: str) -> Decimal | str | None:
    if figure is None:
        return None
    return wan(figure.value) if figure.value is not None else NOT_STATED.say(lang)


def place(finding: Finding, lang: str) -> str:
    """Return where the figures of a finding stand in the file of its case, which only auditors have at hand."""
    spots, file = sorted({spot.line for spot in finding.places}), finding.case.file
    more = " …" if len(finding.places) == PLACES else ""
    if not spots:
        return ""
    if isinstance(spots[0], CellLine):
        said = {spot.note for spot in finding.places}  # of a document, the note is the place
        cells = ", ".join(each for each in dict.fromkeys(map(str, spots)) if each not in said)
        return f"{file} {cells}{more}" if cells else ""
    lines = ", ".join(map(str, spots)) + more
    return f"{file} 第 {lines} 行" if lang == "zh" else f"{file} line {lines}"
