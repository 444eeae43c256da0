"""The findings as rows of the conventional list (design 11): what CSV, Markdown, HTML, XLSX and DOCX have in common."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext
from functools import cached_property
from typing import TYPE_CHECKING

from checker.base.errors import CellLine, Text
from checker.base.values import EXACT, format_ratio, plain
from checker.findings.counting import note
from checker.findings.data import Data
from checker.findings.finding import Finding
from checker.findings.sections import KIND_NAMES, SEVERITIES
from checker.findings.shown import NOT_STATED, cited
from checker.language.below import PLACES

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
    "earlier": Text("以前年度", "Earlier years"),
    "rule": Text("规则", "Rule"),
    "fingerprint": Text("指纹", "Fingerprint"),
    "place": Text("案例文件的位置（供审计）", "Place in the case file (for auditors)"),
}
"""The columns in order, by the name of the field of Row."""
MONEY = ("initial", "adjusted", "actual", "difference", "own", "amount")
"""The columns that hold money, in 万元."""


class Row(Data):
    """One finding, printed in one language, each column when it is first asked for: a terminal prints few of them.

    Money is the amount in 万元, None where the subject has no such field. A field that the subject has and the report does not
    state is the text 未列; `finding` is the finding itself.
    """

    no: int
    problem: str
    kind: str
    lang: str
    finding: Finding
    earlier: str

    def __init__(self, no: int, problem: str, kind: str, finding: Finding, lang: str, earlier: str = "") -> None:
        named = KIND_NAMES[kind].say(lang)
        super().__init__(no=no, problem=problem, kind=named, lang=lang, finding=finding, earlier=earlier)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and (self.no, self.lang, self.finding) == (other.no, other.lang, other.finding)

    def __hash__(self) -> int:
        return hash((self.no, self.lang, self.finding))

    @property
    def unit(self) -> str:
        """The unit that was checked."""
        return self.finding.case.unit

    @property
    def year(self) -> int | str:
        """The year, or that it is not known."""
        return self.finding.case.year or self.finding.case.heading("fiscal_year", self.lang)

    @property
    def outcome(self) -> str:
        """What the check came to, in words."""
        return self.finding.outcome_name.say(self.lang)

    @property
    def severity(self) -> str:
        """How grave it is, in words."""
        return SEVERITIES[self.finding.severity].say(self.lang)

    @property
    def subject(self) -> str:
        """What was checked, by the name a reader knows it by."""
        return self.finding.subject.name

    @property
    def initial(self) -> Decimal | str | None:
        """The initial budget of a line."""
        return self._figure("initial_budget")

    @property
    def adjusted(self) -> Decimal | str | None:
        """Its adjusted budget."""
        return self._figure("adjusted_budget")

    @property
    def actual(self) -> Decimal | str | None:
        """What it has spent."""
        return self._figure("actual")

    @property
    def difference(self) -> Decimal | str | None:
        """What it has spent above its initial budget."""
        return self._compared[0]

    @property
    def ratio(self) -> str:
        """That difference by the initial budget."""
        return self._compared[1]

    @property
    def own(self) -> Decimal | None:
        """What it names by itself."""
        return _wan(self.finding.own)

    @property
    def amount(self) -> Decimal | None:
        """What of that counts."""
        return _wan(self.finding.amount)

    @cached_property
    def message(self) -> str:
        """What was found, and what is to be noted of the figures."""
        return said(self.finding, self.lang)

    @property
    def basis(self) -> str:
        """The instruments, each with the word whether its text was read."""
        return self._joint.join(cited(basis, self.lang) for basis in self.finding.basis)

    @cached_property
    def source(self) -> str:
        """Where the figures stand in the report."""
        return self._joint.join(dict.fromkeys(spot.source for spot in self.finding.places if spot.source))

    @property
    def papers(self) -> tuple[str, ...]:
        """What to provide or to correct."""
        return self.finding.papers(self.lang)

    @property
    def state(self) -> str:
        """What became of it."""
        return self.finding.state.say(self.lang)

    @property
    def rule(self) -> str:
        """The rule that found it."""
        return self.finding.rule.id

    @property
    def fingerprint(self) -> str:
        """The stable key."""
        return self.finding.fingerprint

    @property
    def place(self) -> str:
        """Where its figures stand in the case file."""
        return place(self.finding, self.lang)

    @property
    def _joint(self) -> str:
        return _joint(self.lang)

    def _figure(self, name: str) -> Decimal | str | None:
        figure = (self.finding.budget or {}).get(name)
        if figure is None:
            return None
        return wan(figure.value) if figure.value is not None else NOT_STATED.say(self.lang)

    @cached_property
    def _compared(self) -> tuple[Decimal | str | None, str]:
        """The difference of spending and initial budget, and its ratio."""
        figures, initial, actual = self.finding.budget or {}, self.initial, self.actual
        if isinstance(initial, Decimal) and isinstance(actual, Decimal):
            spent, under = figures["actual"].value or 0, figures["initial_budget"].value or 0
            with localcontext(EXACT):
                difference = actual - initial
                over = spent - under
            return difference, format_ratio(over, under) if under > 0 else "—"  # no base, no percentage
        if initial is not None and actual is not None:
            return NOT_STATED.say(self.lang), NOT_STATED.say(self.lang)
        return None, ""

    def text(self, column: str) -> str:
        """Return one column as printed."""
        value = getattr(self, column)
        if value is None:
            return ""
        if isinstance(value, Decimal):
            return plain(value, max(2, -int(value.normalize().as_tuple().exponent)), group=False)
        return "；".join(value) if isinstance(value, tuple) else str(value)


def said(finding: Finding, lang: str) -> str:
    """Return what a finding says, and what is to be noted of its figures."""
    told = (finding.message.say(lang), _derived(finding, lang), note(finding, lang))
    return _joint(lang).join(filter(None, told))


def _joint(lang: str) -> str:
    return "；" if lang == "zh" else "; "


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
    return _joint(lang).join(told)


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
            earlier = report.earlier[finding.fingerprint].say(lang) if finding.fingerprint in report.earlier else ""
            yield Row(problem.no, problem.title.say(lang), problem.kind, own, lang, earlier)


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
