"""Prints filled score sheets: the table in the layout that units fill in, and JSON (the same input gives the same bytes)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import localcontext
from fractions import Fraction
from typing import Any

from checker import __version__
from checker.base.errors import Text
from checker.base.values import EXACT
from checker.base.width import escaped, wrap
from checker.cases.case import Case
from checker.findings.explain import put_in
from checker.findings.lacking import missing_names, paper
from checker.findings.shown import show
from checker.language.formatter import format_expression
from checker.language.tree import Expr, ParameterRef, walk
from checker.rulebook.book import Plan
from checker.rulebook.rule import VERIFIED, Basis
from checker.scores.scoring import ScoredRow, ScoredSheet, Values, apart, number, shown
from checker.scores.sheet import Formula, Steps

COLUMNS = 100
HEADS = {
    "zh": ("一级", "二级指标", "三级指标", "分值", "实际值", "得分", "算式、标准和扣分原因"),
    "en": ("level 1", "level 2", "indicator", "max", "value", "points", "working, standard and reason"),
}
WIDTHS = {"zh": (6, 10, 16, 4, 8, 10, 32), "en": (8, 11, 16, 4, 8, 8, 34)}
UNSCORED = Text("无法计分", "not scored")
NOT_APPLICABLE = Text("不适用", "n/a")
MARKS = {
    "inferred": Text("据推断的数计算", "rests on an inferred figure"),
    "borderline": Text("末位数字的取舍可以改变得分", "the last printed digit could turn the points"),
}


def table(scored: Sequence[ScoredSheet], lang: str) -> str:
    """Return the sheets as text."""
    return "\n".join(_sheet(each, lang) for each in scored)


def _sheet(scored: ScoredSheet, lang: str) -> str:
    from tabulate import tabulate

    case, sheet = scored.case, scored.sheet
    zh = lang == "zh"
    lines = [
        sheet.title.say(lang),
        f"{case.unit} · {case.in_year(lang)} · {case.heading('jurisdiction', lang, True)}",
        "",
    ]
    rows: list[list[str]] = []
    last: tuple[str, ...] = ()
    for row in scored.rows:
        groups = tuple(group.say(lang) for group in row.row.groups)[:2]
        groups += ("",) * (2 - len(groups))
        first = groups[0] if groups[:1] != last[:1] else ""
        second = groups[1] if groups != last else ""
        last = groups
        cells = [first, second, row.row.rule.title.say(lang), _points(row.weight), value(row, lang), _given(row, lang), "\n".join(told(row, scored, lang))]  # fmt: skip
        rows.append(["\n".join(line for part in cell.split("\n") for line in wrap(part, width)) for cell, width in zip(cells, WIDTHS[lang], strict=True)])  # fmt: skip
    lines.append(tabulate(rows, HEADS[lang], tablefmt="grid", disable_numparse=True))
    lines += ["", *wrap(summary(scored, lang), COLUMNS)]
    needed = papers(scored, lang)
    if needed:
        lines += ["", "无法计分的，补列这些资料后可以计分：" if zh else "With these papers the rest can be scored:"]
        for text, names in needed.items():
            joined = ("、" if zh else ", ").join(names)
            lines += ["  " + line for line in wrap(f"{text}（{joined}）" if zh else f"{text} ({joined})", COLUMNS - 2)]
    lines.append("")
    if sheet.note.say(lang):
        lines += wrap(("说明：" if zh else "Note: ") + sheet.note.say(lang) + ("。" if zh else "."), COLUMNS)
    cited = ("；" if zh else "; ").join(_cited(basis, lang) for basis in sheet.basis)
    lines += wrap(("依据：" if zh else "Basis: ") + cited, COLUMNS)
    weak = [row.row.rule.title.say(lang) for row in scored.rows if _verified(row, scored.plan) == "no"]
    if weak:
        lead = "分值或计分标准未核实的：" if zh else "Rows whose weight or steps are not verified: "
        lines += wrap(lead + ("、" if zh else ", ").join(weak), COLUMNS)
    closing = "得分只供填报参考，不是检查结论，不计入总账。" if zh else "Points are an aid to filling in the form: no outcome of a check, outside the ledger."  # fmt: skip
    return "\n".join([*lines, closing, ""])


def _points(value: Fraction | None) -> str:
    return "" if value is None else number(value)


def _given(row: ScoredRow, lang: str) -> str:
    if row.state == "unscored":
        return UNSCORED.say(lang)
    return NOT_APPLICABLE.say(lang) if row.state == "not_applicable" else _points(row.points)


def _verified(row: ScoredRow, plan: Plan) -> str:
    """Return how far the weakest text under a row was read: its own basis and that of its weight."""
    bases = list(row.row.basis)
    for node in walk(row.row.weight):
        if isinstance(node, ParameterRef):
            found = plan.parameter(node.name, plan.last)
            bases += found.basis if found is not None else ()
    return min((b.verified for b in bases), key=("no", "secondary", "text").index, default="no")


def _cited(basis: Basis, lang: str) -> str:
    state = VERIFIED[basis.verified].say(lang)
    note = f"{'，' if lang == 'zh' else ', '}{basis.note}" if basis.note and lang == "zh" else ""
    return f"{basis.say(lang)}（{state}{note}）" if lang == "zh" else f"{basis.say(lang)} ({state}{note})"


def value(row: ScoredRow, lang: str) -> str:
    """Return the indicator's value as printed."""
    if row.value is None or row.check is None:
        return ""
    return show(row.value, row.row.rule.require.type, lang)


def formula(row: ScoredRow, lang: str) -> str:
    """Return the indicator's formula in words."""
    rule = row.row.rule
    return format_expression(rule.require, rule.scope, lang)


def told(row: ScoredRow, scored: ScoredSheet, lang: str) -> list[str]:
    """Return the formula with the figures put in, then why points are lost or cannot be given."""
    lines = [formula(row, lang)]
    if row.value is not None and row.check is not None:
        with localcontext(EXACT):
            lines.append(
                "= " + put_in(row.row.rule.require, row.row.rule.scope, row.check.judge, row.check.subject, lang)
            )
    lead = "标准：" if lang == "zh" else "Standard: "
    return [
        *lines,
        lead + standard(row, scored.plan, scored.case, lang),
        ("→ " if lang == "zh" else "-> ") + reason(row, lang),
    ]


def standard(row: ScoredRow, plan: Plan, case: Case, lang: str) -> str:
    """Return how points follow from the value, in words; a parameter by its value here, by its name where it has none."""
    method, zh = row.row.method, lang == "zh"
    values = Values(plan.compiler(row.row.rule)[0], case.root)

    def said(expr: Expr | None, kind: str = "", distance: bool = False) -> str:
        if expr is None or isinstance(method, Formula):
            return "" if expr is None else format_expression(expr, row.row.rule.scope, lang)
        found = values.of(expr)
        if found is None:
            return format_expression(expr, row.row.rule.scope, lang)
        return (apart if distance else shown)(found, kind).say(lang)

    kind = row.row.rule.require.type

    if isinstance(method, Formula):
        return said(method.expression)
    if isinstance(method, Steps):
        words = {"<=": Text("不超过", "at most"), "<": Text("低于", "under"), ">=": Text("不低于", "at least"), ">": Text("超过", "over"), "": Text("其余", "else")}  # fmt: skip
        steps = [f"{words[step.op].say(lang)} {said(step.limit, kind)}".rstrip() + (f" 计 {said(step.points)}" if zh else f": {said(step.points)}") for step in method.lines]  # fmt: skip
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


def reason(row: ScoredRow, lang: str) -> str:
    """Return why points are lost or cannot be given, with what to mind."""
    said = row.reason.say(lang)
    if row.check is not None and row.check.missing:
        names = ("、" if lang == "zh" else ", ").join(missing_names(row.check, lang))
        said = f"缺 {names}" if lang == "zh" else f"missing {names}"
    marks = [MARKS[mark].say(lang) for mark in sorted(row.marks)]
    return ("；" if lang == "zh" else "; ").join([said, *marks])


def papers(scored: ScoredSheet, lang: str) -> dict[str, list[str]]:
    """Return what would let the unscored rows be scored, each paper with the rows it settles."""
    found: dict[str, list[str]] = {}
    for row in scored.rows:
        for missing in row.check.missing if row.check is not None and row.state == "unscored" else ():
            assert row.check is not None
            names = found.setdefault(paper(missing, row.check, lang), [])
            title = row.row.rule.title.say(lang)
            if title not in names:
                names.append(title)
    return found


def summary(scored: ScoredSheet, lang: str) -> str:
    """Return the total: what was given of what could be scored, and between what the whole lies."""
    zh = lang == "zh"
    done, waiting, outside = (scored.weight(state) for state in ("scored", "unscored", "not_applicable"))
    count = {state: sum(1 for row in scored.rows if row.state == state) for state in ("scored", "unscored", "not_applicable")}  # fmt: skip
    lost = done - scored.points
    parts = [
        f"已计分 {count['scored']} 项：满分 {number(done)} 分，得 {number(scored.points)} 分，扣 {number(lost)} 分"
        if zh
        else f"{count['scored']} scored: {number(scored.points)} of {number(done)}, {number(lost)} lost"
    ]
    if count["unscored"]:
        parts.append(f"无法计分 {count['unscored']} 项（{number(waiting)} 分）" if zh else f"{count['unscored']} not scored ({number(waiting)})")  # fmt: skip
    if count["not_applicable"]:
        parts.append(f"不适用 {count['not_applicable']} 项（{number(outside)} 分）" if zh else f"{count['not_applicable']} not applicable ({number(outside)})")  # fmt: skip
    if waiting:
        low, high = number(scored.points), number(scored.points + waiting)
        parts.append(f"补齐后得分在 {low} 至 {high} 分之间" if zh else f"once complete, between {low} and {high}")
    return ("；" if zh else "; ").join(parts) + ("。" if zh else ".")


def document(scored: Sequence[ScoredSheet], rulebook: str, lang: str) -> dict[str, Any]:
    """Return the sheets as plain data: points as {exact, text}, where exact is a fraction such as 5/2."""
    return {
        "format": "checker-score/1",
        "checker": __version__,
        "rulebook": rulebook,
        "lang": lang,
        "sheets": [_document(each, lang) for each in scored],
    }


def _document(scored: ScoredSheet, lang: str) -> dict[str, Any]:
    case, sheet = scored.case, scored.sheet
    return {
        "sheet": sheet.id,
        "title": sheet.title.say(lang),
        "unit": case.unit,
        "year": case.year or None,
        "jurisdiction": case.jurisdiction or None,
        "file": case.file,
        "sha256": case.sha256,
        "basis": [_basis(basis) for basis in sheet.basis],
        "note": sheet.note.say(lang),
        "rows": [_row(row, scored, lang) for row in scored.rows],
        "totals": {
            "points": _fraction(scored.points),
            **{state: {"rows": sum(1 for r in scored.rows if r.state == state), "weight": _fraction(scored.weight(state))} for state in ("scored", "unscored", "not_applicable")},
        },
    }  # fmt: skip


def _row(row: ScoredRow, scored: ScoredSheet, lang: str) -> dict[str, Any]:
    return {
        "id": row.row.id,
        "groups": [group.say(lang) for group in row.row.groups],
        "indicator": row.row.rule.id,
        "title": row.row.rule.title.say(lang),
        "formula": formula(row, lang),
        "state": row.state,
        "value": value(row, lang) or None,
        "weight": _fraction(row.weight),
        "points": _fraction(row.points),
        "deducted": _fraction(row.deducted),
        "standard": standard(row, scored.plan, scored.case, lang),
        "reason": reason(row, lang),
        "missing": missing_names(row.check, lang) if row.check is not None and row.check.missing else [],
        "marks": sorted(row.marks),
        "basis": [_basis(basis) for basis in row.row.basis],
    }


def _basis(basis: Basis) -> dict[str, Any]:
    return {"instrument": basis.instrument, "article": basis.article, "verified": basis.verified, "note": basis.note}


def _fraction(value: Fraction | None) -> dict[str, str] | None:
    return None if value is None else {"exact": str(value), "text": number(value)}


def render(form: str, scored: Sequence[ScoredSheet], rulebook: str, lang: str) -> str:
    """Return the sheets in the format *form* ("table" or "json")."""
    if form == "json":
        return escaped(json.dumps(document(scored, rulebook, lang), ensure_ascii=False, indent=1)) + "\n"
    return table(scored, lang)
