"""Case → the self-evaluation forms of the unit and of its projects, in the layout of 财预〔2020〕10号 as units publish it.

The budget's execution is worked out from the figures. Every other indicator has the points that the unit gave itself: no text
was read that says how they follow from the figures, so what they would be in proportion is a remark and never the points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import floor

from checker.base.errors import Text
from checker.cases.bases import printed_or_unchanged
from checker.cases.case import Case, Fact
from checker.findings.shown import value_text
from checker.rulebook.book import Plan
from checker.rulebook.rule import Basis, ParameterValue
from checker.scores.filling import marked, place
from checker.scores.form import NOTHING, PROJECT, UNIT, Amounts, Form, FormRow, both, joined
from checker.scores.scoring import number

EXECUTION_WEIGHT = "rate_weight"
"""The parameter that holds what the execution of the budget counts where the unit states no weight: forms differ by place."""
EXECUTION_NAME = re.compile("执行率|完成率")
BASIS = (
    Basis(
        "《项目支出绩效自评表》",
        "财预〔2020〕10号（条款未核）",
        "no",
        note="版式读自各地公布的自评表，办法原文未见",
        en="Self-evaluation form of project expenditure, Caiyu [2020] No. 10 (article not verified; layout as published forms have it)",
    ),
)
_METHOD = Text(
    "除预算执行率按数据计算外，得分是单位自评所打；分值和计分办法以当年评价通知为准",
    "But for the execution of the budget, which the figures decide, the points are those that the unit gave itself; "
    "the year's notice goes before these maxima and methods",
)
NOTES = {
    PROJECT: _METHOD,
    UNIT: Text(
        f"{_METHOD.zh}；部门表的版式照项目表，未见原件",
        f"{_METHOD.en}; laid out as the project's form, a department's was not seen",
    ),
}
PARTS = (
    Text("其中：当年财政拨款", "of which: appropriation of the year"),
    Text("　　　上年结转资金", "　　carried over from last year"),
    Text("　　　其他资金", "　　other funds"),
)
"""The parts of a project's money on the form; the case does not hold them by this division, so they stay to be filled in."""
PAPER = Text(
    "绩效自评表（指标、分值、指标值、完成值、得分）",
    "the self-evaluation table (indicators, maxima, targets, results, points)",
)
ADJUSTED = Text("全年预算数（调整预算数）", "the year's budget (as adjusted)")
ACTUAL = Text("全年执行数（决算数）", "what was spent in the year")


def self_evaluations(plan: Plan, case: Case, projects: Sequence[str] = ()) -> list[Form]:
    """Return the form of the unit and those of its projects, each where the case has indicators of it.

    What its place counts for the execution of the budget is a parameter of the *plan*, for where the unit does not say.
    *projects* are ids or names of items that get a form in any case; a name that no item has is left to the caller, see `items`.
    """
    own: dict[int, list[Fact]] = {}
    unit: list[Fact] = []
    listed = items(case)
    usual = plan.parameter(EXECUTION_WEIGHT, plan.last)
    sole = listed[0] if len(listed) == 1 and not _of_kind(case, "total") else None
    for indicator in case.facts.get("indicator", ()):
        named = indicator.values.get("line") or sole
        if named is not None:
            own.setdefault(id(named), []).append(indicator)
        else:
            unit.append(indicator)
    found: list[Form] = []
    if unit:
        found.append(_form(case, UNIT, case.root, _unit_money(case)[0], unit, usual))
    for line in case.facts.get("budget_line", ()):
        if id(line) in own or (line in listed and {line.id, case.label(line)} & set(projects)):
            found.append(
                _form(
                    case,
                    PROJECT,
                    line,
                    _amounts(case, Text("年度资金总额", "Funds of the year"), line),
                    own.get(id(line), []),
                    usual,
                )
            )
    return found


def items(case: Case) -> list[Fact]:
    """Return the items of the case, each of which can have a project's form."""
    return _of_kind(case, "item")


def _of_kind(case: Case, kind: str) -> list[Fact]:
    return [line for line in case.facts.get("budget_line", ()) if line.values.get("kind") == kind]


def _form(
    case: Case, kind: str, subject: Fact, money: Amounts, indicators: Sequence[Fact], usual: ParameterValue | None
) -> Form:
    executions = [each for each in indicators if _is_execution(each)]
    alone = executions[0] if len(executions) == 1 else None
    rows = [_row(case, each, number_) for number_, each in enumerate((i for i in indicators if i is not alone), 1)]
    name = case.label(subject) if kind == PROJECT else case.unit
    titles = {
        PROJECT: Text("项目支出绩效自评表", "Self-evaluation of project expenditure"),
        UNIT: Text("部门整体支出绩效自评表", "Self-evaluation of departmental expenditure"),
    }
    head = [(Text("项目名称", "Project"), both(name))] if kind == PROJECT else []
    head += (
        [(Text("主管部门", "Department in charge"), NOTHING), (Text("实施单位", "Unit"), both(case.unit))]
        if kind == PROJECT
        else [(Text("单位名称", "Unit"), both(case.unit))]
    )
    lines = (money, *(Amounts(part, None, None, None) for part in PARTS)) if kind == PROJECT else _unit_money(case)
    goal = subject.values.get("goal") if kind == PROJECT else None
    form = Form(
        kind=kind,
        id=subject.id if kind == PROJECT else "unit",
        title=titles[kind],
        unit=case.unit,
        year=case.year,
        jurisdiction=case.jurisdiction,
        file=case.file,
        sha256=case.sha256,
        place=place(case),
        head=tuple(head),
        money=lines,
        execution=_execution(case, subject, money, executions, alone, usual),
        goal=(both(goal or ""), NOTHING),
        rows=tuple(rows),
        basis=BASIS,
        note=NOTES[kind],
    )
    return form._replace(remarks=tuple(_remarks(case, form, kind)))


def _unit_money(case: Case) -> tuple[Amounts, ...]:
    """Return the unit's money: in all, and of that its basic and its project expenditure, as far as the case has such lines."""
    names = {
        "total": Text("年度资金总额", "Funds of the year"),
        "basic": Text("其中：基本支出", "of which: basic expenditure"),
        "project": Text("　　　项目支出", "　　project expenditure"),
    }
    lines: dict[str, list[Fact]] = {}
    for line in case.facts.get("budget_line", ()):
        lines.setdefault(str(line.values.get("kind")), []).append(line)
    only = {
        kind: lines[kind][0] for kind in names if len(lines.get(kind, ())) == 1
    }  # of two totals it is not known which counts
    if "total" not in only:
        return (Amounts(names["total"], None, None, None),)
    return tuple(_amounts(case, names[kind], line) for kind, line in only.items())


def _amounts(case: Case, name: Text, line: Fact) -> Amounts:
    """Return the money of one line of the budget; an adjusted budget that is none is the initial one, unless it was changed."""
    entity = case.vocabulary.entities[line.entity]
    cells = (printed_or_unchanged(entity, line, key) for key in ("initial_budget", "adjusted_budget", "actual"))
    return Amounts(name, *(None if cell is None else cell.value for cell in cells))


def _is_execution(indicator: Fact) -> bool:
    """Whether an indicator of the case is the row of the budget's execution."""
    name = str(indicator.values.get("name") or "")
    return indicator.values.get("level") == "input" and EXECUTION_NAME.search(name) is not None


def _execution(
    case: Case,
    subject: Fact,
    money: Amounts,
    stated: Sequence[Fact],
    alone: Fact | None,
    usual: ParameterValue | None,
) -> FormRow:
    """Return the row of the budget's execution: weight times rate, at most the weight and at least 0."""
    weight = Fraction(usual.value) if usual is not None and not stated else None
    if alone is not None and "weight" in alone.values:
        weight = Fraction(alone.values["weight"])
    lacking = [name for name, value in ((ADJUSTED, money.adjusted), (ACTUAL, money.actual)) if value is None]
    if weight is None:
        lacking.append(Text("预算执行率的分值", "the maximum of the budget's execution"))
    rate = money.rate
    points = None if rate is None or weight is None else min(weight, max(Fraction(0), cents(weight * rate)))
    formula = Text("全年执行数 ÷ 全年预算数", "spent in the year ÷ the year's budget")
    shown_rate = "" if rate is None else number(rate * 100) + "%"
    working = NOTHING
    if rate is not None:
        working = Text(
            f"{_wan(money.actual)} ÷ {_wan(money.adjusted)}万元 = {shown_rate}",
            f"{_wan(money.actual)} ÷ {_wan(money.adjusted)} (万元 = 10,000 yuan) = {shown_rate}",
        )
    most = "" if weight is None else number(weight)
    told: list[Text] = []
    if lacking:
        names = joined(lacking)
        told.append(Text(f"缺 {names.zh}", f"missing {names.en}"))
    elif rate is None:
        told.append(Text("全年预算数为零或为负，没有执行率", "the year's budget is zero or negative: there is no rate"))
    elif points is not None and weight is not None and points < weight:
        lost = number(weight - points)
        told.append(Text(f"执行率 {shown_rate}，扣 {lost} 分", f"executed to {shown_rate}: {lost} off"))
        told.append(_cause(subject, alone))
    elif points is not None:
        told.append(Text(f"执行率 {shown_rate}，不扣分", f"executed to {shown_rate}: nothing deducted"))
    if alone is not None and points is not None and _differs(alone, points):
        own = number(Fraction(alone.values["score"]))
        told.append(
            Text(
                f"材料自评 {own} 分，按执行率应为 {number(points)} 分",
                f"the unit gave itself {own}; by the rate it is {number(points)}",
            )
        )
    marks = _inferred(
        [(subject, "adjusted_budget"), (subject, "actual"), *([(alone, "weight")] if alone is not None else [])]
    )
    reason = _sentences([*told, *marked(marks)])
    return FormRow(
        id="execution",
        groups=(NOTHING, NOTHING),
        title=Text("预算执行率", "Execution of the budget"),
        state="unscored" if points is None else "scored",
        weight=weight,
        points=points,
        reason=reason,
        value=both(shown_rate),
        formula=formula,
        working=working,
        standard=Text(
            f"得分 = 分值{f'（{most}）' if most else ''}× 执行率，保留两位小数，不超过分值",
            f"points = maximum{f' ({most})' if most else ''} × rate, to two decimals, at most the maximum",
        ),
        cell=reason if points is None or points != weight or len(told) > 1 or marks else NOTHING,
        missing=tuple(lacking),
        papers=tuple(lacking),
        marks=marks,
        basis=(*(usual.basis if usual is not None and usual.reach.jurisdiction else ()), *BASIS),
    )


def cents(points: Fraction) -> Fraction:
    """Return points rounded half up to two decimals, as forms print them."""
    return Fraction(floor(points * 100 + Fraction(1, 2)), 100)


def _differs(indicator: Fact, points: Fraction) -> bool:
    """Whether the points that the unit gave itself are others, beyond the digits that it prints."""
    cell = indicator.cells.get("score")
    return cell is not None and abs(Fraction(cell.value) - points) > Fraction(cell.step) / 2


def _cause(subject: Fact, indicator: Fact | None) -> Text:
    """Return the reason that the unit states for what is lacking, or that it states none."""
    for fact, field in ((indicator, "reason"), (subject, "deviation_reason")):
        if fact is not None and fact.values.get(field):
            return both(fact.values[field])
    return Text("材料没有写偏差原因，请填写", "the unit states no reason: to be filled in")


def _row(case: Case, fact: Fact, position: int) -> FormRow:
    """Return the row of one indicator: the points are those that the unit gave itself."""
    weight = Fraction(fact.values["weight"]) if "weight" in fact.values else None
    own = Fraction(fact.values["score"]) if "score" in fact.values else None
    lacking = [
        name
        for name, value in ((Text("分值", "the maximum"), weight), (Text("得分", "the points"), own))
        if value is None
    ]
    told: list[Text] = []
    points = own
    if lacking:
        names = joined(lacking)
        told.append(Text(f"缺 {names.zh}", f"missing {names.en}"))
        points = None
    elif own is not None and weight is not None and not 0 <= own <= weight:
        told.append(
            Text(
                f"材料自评 {number(own)} 分，不在 0 至 {number(weight)} 分之间",
                f"the unit gave itself {number(own)}, which does not lie between 0 and {number(weight)}",
            )
        )
        points = None
    elif own is not None and weight is not None and own < weight:
        lost = number(weight - own)
        told += [Text(f"扣 {lost} 分", f"{lost} off"), _cause(fact, fact)]
    stated = fact.values.get("reason")
    if stated and not any(str(stated) == text.zh for text in told):
        told.append(both(stated))
    short = _in_proportion(fact, weight)
    if short is not None and short != points:
        told.append(
            Text(
                f"按完成比例为 {number(short)} 分（计分办法未核实，供参考）",
                f"in proportion it would be {number(short)} (the method is not verified)",
            )
        )
    marks = _inferred([(fact, name) for name in ("weight", "score")])
    told += marked(marks)
    reason = _sentences(told) if told else Text("得满分", "full marks")
    level = fact.values.get("level")
    known = case.vocabulary.enumerations["indicator_level"]
    group = Text(known.name(level, "zh"), known.name(level, "en").capitalize()) if level else NOTHING
    return FormRow(
        id=fact.id or str(position),
        groups=(group, NOTHING),
        title=both(case.label(fact)),
        state="unscored" if points is None else "scored",
        weight=weight,
        points=points,
        reason=reason,
        target=_said(case, fact, "target", "target_text"),
        value=_said(case, fact, "done", "done_text"),
        standard=Text("得分为单位自评所打", "the points are those that the unit gave itself"),
        cell=_sentences(told),
        missing=tuple(lacking),
        papers=(PAPER,) if lacking else (),
        marks=marks,
        basis=BASIS,
    )


def _said(case: Case, fact: Fact, figure: str, words: str) -> Text:
    """Return a figure and what is said of it, as far as the case has them."""
    parts = [
        Text(value_text(case, fact, name, "zh"), value_text(case, fact, name, "en"))
        for name in (figure, words)
        if name in fact.values
    ]
    return _sentences(parts)


def _in_proportion(fact: Fact, weight: Fraction | None) -> Fraction | None:
    """Return what a target that was not reached would score in proportion, where more is better; else nothing."""
    target, done = fact.values.get("target"), fact.values.get("done")
    direction, level = fact.values.get("direction"), fact.values.get("level")
    better = direction == "positive" or (direction is None and level in ("input", "satisfaction"))
    if weight is None or target is None or done is None or not better or not 0 <= done < target:
        return None
    return weight * Fraction(done) / Fraction(target)


def _inferred(used: Iterable[tuple[Fact, str]]) -> frozenset[str]:
    """Return the mark of points that rest on what whoever transcribed the report inferred."""
    cells = [fact.cells[name] for fact, name in used if name in fact.cells]
    return frozenset({"inferred"} if any(cell.inferred for cell in cells) else ())


def _sentences(parts: Sequence[Text]) -> Text:
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _wan(fen: int | None) -> str:
    return "" if fen is None else number(Fraction(fen, 1_000_000), 6)


def _remarks(case: Case, form: Form, kind: str) -> list[Text]:
    """Return what of the form does not add up."""
    told: list[Text] = []
    if all(row.weight is not None for row in form.all_rows) and form.rows and form.weight() != 100:
        whole = number(form.weight())
        told.append(Text(f"分值合计 {whole} 分，不是 100 分", f"the maxima add up to {whole}, not to 100"))
    stated = case.root.values.get("reported_score")
    others = kind == PROJECT and len(items(case)) > 1
    if stated is not None and form.complete and not others and Fraction(stated) != form.points:
        own, made = number(Fraction(stated)), number(form.points)
        told.append(
            Text(
                f"材料写的自评总分是 {own} 分，各项之和是 {made} 分",
                f"the total stated is {own}; the rows add up to {made}",
            )
        )
    return told
