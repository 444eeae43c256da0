"""Score sheet → form: what the sheet's rows came to, in words, row by row."""

from __future__ import annotations

from collections.abc import Callable
from decimal import localcontext

from checker.base.errors import Text
from checker.base.values import EXACT
from checker.cases.case import Case
from checker.engines.outcome import Check
from checker.findings.lacking import missing_names, paper
from checker.findings.shown import show
from checker.findings.spoken import spoken
from checker.findings.working import put_in
from checker.language.tree import Expr, ParameterRef, walk
from checker.rulebook.book import Plan
from checker.scores.form import NOTHING, SHEET, Form, FormRow, joined
from checker.scores.scoring import ScoredRow, ScoredSheet, Values, apart, shown
from checker.scores.sheet import Formula, Steps

MARKS = {
    "inferred": Text("据推断的数计算", "rests on an inferred figure"),
    "borderline": Text("末位数字的取舍可以改变得分", "the last printed digit could turn the points"),
}


def filled(scored: ScoredSheet) -> Form:
    """Return the form of a scored sheet."""
    case, sheet = scored.case, scored.sheet
    return Form(
        kind=SHEET,
        id=sheet.id,
        title=sheet.title,
        unit=case.unit,
        year=case.year,
        jurisdiction=case.jurisdiction,
        file=case.file,
        sha256=case.sha256,
        place=place(case),
        head=((Text("单位名称", "Unit"), Text(case.unit, case.unit)),),
        money=(),
        execution=None,
        goal=None,
        rows=tuple(_row(row, scored) for row in scored.rows),
        basis=sheet.basis,
        note=sheet.note,
    )


def place(case: Case) -> Text:
    """Return the place of a case as printed."""
    return Text(case.heading("jurisdiction", "zh", True), case.heading("jurisdiction", "en", True))


def marked(marks: frozenset[str]) -> list[Text]:
    """Return what to mind of points, in words."""
    return [MARKS[mark] for mark in sorted(marks)]


def _row(row: ScoredRow, scored: ScoredSheet) -> FormRow:
    rule = row.row.rule
    groups = (*row.row.groups, NOTHING, NOTHING)
    lost = row.weight is not None and row.points is not None and row.points < row.weight
    told = _reason(row)
    return FormRow(
        id=row.row.id,
        groups=(groups[0], groups[1]),
        title=rule.title,
        state=row.state,
        weight=row.weight,
        points=row.points,
        reason=told,
        indicator=rule.id,
        value=_each(lambda lang: _value(row, lang)),
        formula=_each(lambda lang: spoken(rule.require, rule.scope, lang)),
        working=_each(lambda lang: _working(row, lang)),
        standard=_each(lambda lang: _standard(row, scored.plan, scored.case, lang)),
        cell=told if lost or row.state != "scored" or row.marks else NOTHING,
        missing=_names(row) if row.check is not None and row.check.missing else (),
        papers=_papers(row.check) if row.check is not None and row.state == "unscored" else (),
        marks=row.marks,
        basis=row.row.basis,
        verified=_verified(row, scored.plan),
    )


def _each(say: Callable[[str], str]) -> Text:
    """Return what *say* says in either language."""
    return Text(say("zh"), say("en"))


def _names(row: ScoredRow) -> tuple[Text, ...]:
    """Return the names of what is missing."""
    assert row.check is not None
    return tuple(
        Text(*pair) for pair in zip(missing_names(row.check, "zh"), missing_names(row.check, "en"), strict=True)
    )


def _papers(check: Check) -> tuple[Text, ...]:
    """Return the documents that would settle what is missing."""
    return tuple(Text(paper(missing, check, "zh"), paper(missing, check, "en")) for missing in check.missing)


def _value(row: ScoredRow, lang: str) -> str:
    if row.value is None or row.check is None:
        return ""
    return show(row.value, row.row.rule.require.type, lang)


def _working(row: ScoredRow, lang: str) -> str:
    """Return the formula with the figures put in; nothing where one is missing."""
    if row.value is None or row.check is None:
        return ""
    with localcontext(EXACT):
        return put_in(row.row.rule.require, row.row.rule.scope, row.check.judge, row.check.subject, lang)


def _verified(row: ScoredRow, plan: Plan) -> str:
    """Return how far the weakest text under a row was read: its own basis and that of its weight."""
    bases = list(row.row.basis)
    for node in walk(row.row.weight):
        if isinstance(node, ParameterRef):
            found = plan.parameter(node.name, plan.last)
            bases += found.basis if found is not None else ()
    return min((b.verified for b in bases), key=("no", "secondary", "text").index, default="no")


def _standard(row: ScoredRow, plan: Plan, case: Case, lang: str) -> str:
    """Return how points follow from the value, in words; a parameter by its value here, by its name where it has none."""
    method, zh = row.row.method, lang == "zh"
    values = Values(plan.compiler(row.row.rule)[0], case.root)

    def said(expr: Expr | None, kind: str = "", distance: bool = False) -> str:
        if expr is None or isinstance(method, Formula):
            return "" if expr is None else spoken(expr, row.row.rule.scope, lang)
        found = values.of(expr)
        if found is None:
            return spoken(expr, row.row.rule.scope, lang)
        return (apart if distance else shown)(found, kind).say(lang)

    kind = row.row.rule.require.type

    if isinstance(method, Formula):
        return said(method.expression)
    if isinstance(method, Steps):
        words = {
            "<=": Text("不超过", "at most"),
            "<": Text("低于", "under"),
            ">=": Text("不低于", "at least"),
            ">": Text("超过", "over"),
            "": Text("其余", "else"),
        }
        steps = [
            f"{words[step.op].say(lang)} {said(step.limit, kind)}".rstrip()
            + (f" 计 {said(step.points)}" if zh else f": {said(step.points)}")
            for step in method.lines
        ]
        return ("；" if zh else "; ").join(steps)
    points, per = said(method.points), said(method.per, kind, distance=True)
    sides = [(method.above, Text("高于", "above")), (method.below, Text("低于", "below"))]
    where = ("或" if zh else " or ").join(
        f"{word.say(lang)} {said(limit, kind)}" for limit, word in sides if limit is not None
    )
    how = {
        "full": Text(f"每满 {per}", f"each full {per}"),
        "started": Text(f"每 {per}（不足也算）", f"each {per} begun"),
        "proportional": Text(f"每 {per}（按比例）", f"each {per}, pro rata"),
    }[method.each].say(lang)
    return f"{where} 的，{how}扣 {points} 分，扣完为止" if zh else f"{where}: {points} off for {how}, down to 0"


def _reason(row: ScoredRow) -> Text:
    """Return why points are lost or cannot be given, with what to mind."""
    said = row.reason
    if row.check is not None and row.check.missing:
        names = joined(_names(row))
        said = Text(f"缺 {names.zh}", f"missing {names.en}")
    parts = [said, *marked(row.marks)]
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))
