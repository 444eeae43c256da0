"""The findings as rows of the conventional list (design 11): what CSV, Markdown, HTML, XLSX and DOCX have in common."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import NamedTuple

from checker.base.errors import Text
from checker.base.values import EXACT, format_ratio, plain
from checker.cases.case import Fact
from checker.engines.outcome import Check, outcome_name
from checker.findings.explain import message, paper, used_facts
from checker.findings.report import Report
from checker.findings.shown import NOT_STATED
from checker.records.followup import state_text
from checker.reports.counted import counted, note
from checker.reports.json_report import fingerprint
from checker.reports.sections import KIND_NAMES
from checker.rulebook.rule import VERIFIED

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
    "papers": Text("需提供资料", "To provide"),
    "state": Text("整改情况", "Follow-up"),
    "rule": Text("规则", "Rule"),
    "fingerprint": Text("指纹", "Fingerprint"),
}
"""The columns in order, by the name of the field of Row."""
MONEY = ("initial", "adjusted", "actual", "difference", "own", "amount")
"""The columns that hold money, in 万元."""
SEVERITIES = {
    "high": Text("高", "high"),
    "medium": Text("中", "medium"),
    "low": Text("低", "low"),
    "info": Text("提示", "info"),
    "": Text("", ""),
}


class Row(NamedTuple):
    """One finding, printed in one language; money is the amount in 万元, None where the subject has no such field.

    A field that the subject has and the report does not state is the text 未列; `check` is the finding itself.
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
    check: Check

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


def _derived(fact: Fact, lang: str) -> str:
    """Return which figures of a row the report does not print, so that they are worked out (推算)."""
    fields = ("initial_budget", "adjusted_budget", "actual") if fact.entity == "budget_line" else ()
    derived = [field for field in fields if fact.derived(field)]
    if not derived:
        return ""
    titles = {"initial_budget": COLUMNS["initial"], "adjusted_budget": COLUMNS["adjusted"], "actual": COLUMNS["actual"]}
    told: list[str] = []
    for added_up, zh, en in (
        (True, "为推算（分项之和）", "derived (the sum of parts): "),
        (False, "为推算", "derived: "),
    ):
        names = [titles[field].say(lang) for field in derived if fact.added_up(field) is added_up]
        if names:
            told.append("、".join(names) + zh if lang == "zh" else en + ", ".join(names))
    return ("；" if lang == "zh" else "; ").join(told)


def _wan(fen: int | None) -> Decimal | None:
    return None if fen is None else wan(fen)


def rows(report: Report, lang: str) -> list[Row]:
    """Return a row for each finding, by the number of its problem."""
    return [
        _row(problem.no, problem.title.say(lang), problem.kind, check, lang)
        for problem in report.problems
        for check in sorted(problem.checks, key=lambda check: check.key)
    ]


def _row(no: int, title: str, kind: str, check: Check, lang: str) -> Row:
    figures = {name: _money(check.subject, field, lang) for name, field in
               (("initial", "initial_budget"), ("adjusted", "adjusted_budget"), ("actual", "actual"))}  # fmt: skip
    initial, actual = figures["initial"], figures["actual"]
    difference: Decimal | str | None = None
    ratio = ""
    if isinstance(initial, Decimal) and isinstance(actual, Decimal):
        with localcontext(EXACT):
            difference = actual - initial
            over = check.subject.values["actual"] - check.subject.values["initial_budget"]
        under = check.subject.values["initial_budget"]
        ratio = format_ratio(over, under) if under > 0 else "—"  # no base, no percentage
    elif initial is not None and actual is not None:
        difference, ratio = NOT_STATED.say(lang), NOT_STATED.say(lang)
    if check.outcome == "undetermined":
        papers = tuple(dict.fromkeys(paper(missing, check, lang) for missing in check.missing))
    else:
        papers = (check.rule.remedy.say(lang),) if check.outcome == "fail" else ()
    bases = (f"{b.say(lang)}（{VERIFIED[b.verified].zh}）" if lang == "zh" else f"{b.say(lang)} ({VERIFIED[b.verified].en})"
             for b in check.basis)  # fmt: skip
    more = [_derived(check.subject, lang), note(check, lang)]
    told = ("；" if lang == "zh" else "; ").join(filter(None, [message(check, lang), *more]))
    return Row(
        no, check.case.unit, check.case.year or check.case.heading("fiscal_year", lang), title, KIND_NAMES[kind].say(lang), outcome_name(check, lang),
        SEVERITIES[check.severity].say(lang), check.case.label(check.subject), initial, figures["adjusted"], actual,
        difference, ratio, _wan(check.own), _wan(counted(check)), told,
        ("；" if lang == "zh" else "; ").join(bases), source(check, lang), papers, state_text(check, lang), check.rule.id, fingerprint(check), check,
    )  # fmt: skip


def _money(fact: Fact, field: str, lang: str) -> Decimal | str | None:
    if fact.entity != "budget_line":
        return None
    value = fact.values.get(field)
    return wan(value) if value is not None else NOT_STATED.say(lang)


def places(check: Check) -> list[tuple[int, int, str]]:
    """Return (line, column, note) of each figure that the check read, the subject's own place where it read none."""
    found: dict[tuple[int, int, str], None] = {}
    if check.judge is not None and check.subject.entity.removesuffix("*") == check.rule.entity:
        with localcontext(EXACT):
            for fact, name in used_facts(check.judge.traces(check.subject)):
                cell = fact.cells.get(name)
                if cell is not None and cell.line:
                    found[(cell.line, cell.column, cell.note)] = None
    if not found and check.subject.line:
        found[(check.subject.line, check.subject.column, check.subject.note)] = None
    return list(found)


def source(check: Check, lang: str) -> str:
    """Return where the figures of a check were read: notes of the case, and the lines of its file."""
    known = places(check)
    notes = list(dict.fromkeys(note for _, _, note in known if note))
    lines = ", ".join(str(line) for line in sorted({line for line, _, _ in known}))
    told = [*notes, *([f"{check.case.file} 第 {lines} 行" if lang == "zh" else f"{check.case.file} line {lines}"] if lines else [])]  # fmt: skip
    return ("；" if lang == "zh" else "; ").join(told)
