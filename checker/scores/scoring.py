"""Scores a case by a sheet: exact fractions from the evaluator's values, each deduction with its reason.

A score is no outcome: nothing here enters the ledger. What cannot be computed gets no points and no deduction; the total
is then a range.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import localcontext
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

from checker.base.errors import Text
from checker.base.values import EXACT, plain
from checker.cases.case import Case, Fact
from checker.engines.evaluator import Judge, inferences
from checker.engines.outcome import Check
from checker.findings.shown import show
from checker.language.causes import Trace
from checker.language.closures import Compiler
from checker.language.tree import Binary, Expr
from checker.rulebook.book import Plan
from checker.scores.sheet import Deduct, Formula, Row, Sheet, Steps


class ScoredRow(NamedTuple):
    """One row of a filled sheet; `state` is scored, unscored (`points` None, `reason` says why) or not_applicable.

    `check` is the indicator's own check, for its explanation; `marks` holds inferred and borderline.
    """

    row: Row
    state: str
    weight: Fraction | None
    points: Fraction | None
    reason: Text
    value: Any = None
    check: Check | None = None
    marks: frozenset[str] = frozenset()

    @property
    def deducted(self) -> Fraction | None:
        """The points lost; nothing where none could be given."""
        return None if self.points is None or self.weight is None else self.weight - self.points


class ScoredSheet(NamedTuple):
    """One sheet filled in for one case."""

    sheet: Sheet
    case: Case
    plan: Plan
    rows: tuple[ScoredRow, ...]

    def weight(self, *states: str) -> Fraction:
        """Return the sum of the weights of the rows in these states (all without one)."""
        return sum((r.weight for r in self.rows if r.weight is not None and r.state in (states or STATES)), Fraction(0))

    @property
    def points(self) -> Fraction:
        """The points of the rows that could be scored."""
        return sum((r.points for r in self.rows if r.points is not None), Fraction(0))


STATES = ("scored", "unscored", "not_applicable")


def sheets_for(plan: Plan, sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets that bind a case of this plan, those of the nearest jurisdiction only."""
    found = [
        sheet
        for sheet in sheets
        if sheet.reach.covers(plan.jurisdiction, plan.level, plan.unit_kind) and sheet.validity.holds(None, plan.year)
    ]
    nearest = max((len(sheet.reach.jurisdiction) for sheet in found), default=0)
    return [sheet for sheet in found if len(sheet.reach.jurisdiction) == nearest]


def score(plan: Plan, case: Case, sheet: Sheet) -> ScoredSheet:
    """Return *sheet* filled in for *case*."""
    with localcontext(EXACT):
        return ScoredSheet(sheet, case, plan, tuple(_score(plan, case, row) for row in sheet.rows))


def exact(value: Any) -> Fraction:
    """Return a number or a ratio of the language as a fraction."""
    return Fraction(value[0]) / Fraction(value[1]) if isinstance(value, tuple) else Fraction(value)


class Values:
    """The numbers of one row for one plan: weights, limits and points, parameters looked up."""

    def __init__(self, compiler: Compiler, root: Fact) -> None:
        self.compiler = compiler
        self.root = root

    def of(self, expr: Expr | None) -> Fraction | None:
        """Return the value of a constant; nothing when a parameter is not known here."""
        if expr is None:
            return None
        value = self.compiler.compile(expr)((self.root,))
        return None if value is None else exact(value)


def _score(plan: Plan, case: Case, row: Row) -> ScoredRow:
    rule = row.rule
    values = Values(plan.compiler(rule)[0], case.root)
    weight = values.of(row.weight)
    if weight is None or weight <= 0:
        told = Text("这一年度、地区没有核实的分值", "no verified weight for this year and place")
        return ScoredRow(row, "unscored", None, None, told)
    if rule not in plan.rules:
        why = next(
            (other.reason for other in (*plan.not_in_force, *plan.outside) if other.rule is rule),
            Text("没有选用", "not selected"),
        )
        told = Text(f"指标规则没有适用：{why.zh}", f"the indicator was not applied: {why.en}")
        return ScoredRow(row, "unscored", weight, None, told)
    judge = Judge(plan, rule)
    facts, state = case.subjects(rule.entity)
    if state != "complete":
        check = Check(rule, case, case.root, "undetermined", judge.highest, judge=judge)
        named = case.vocabulary.entities[rule.entity]
        told = Text(f"缺 {named.name('zh')}", f"missing {named.name('en')}")
        return ScoredRow(row, "unscored", weight, None, told, check=check)
    concerned = [fact for fact in facts if judge.verdict(fact) != "not_applicable"]
    if not concerned:
        if row.none == "full":
            told = Text("没有这类事项，按计分标准得满分", "there is nothing of the kind: full marks by the standard")
            return ScoredRow(row, "scored", weight, weight, told)
        told = Text(
            "不适用；是否计分以当年评价通知为准", "does not apply; whether it counts is for the year's notice to say"
        )
        return ScoredRow(row, "not_applicable", weight, None, told)
    if len(concerned) > 1:
        told = Text(f"有 {len(concerned)} 个对象，不知以哪个计分", f"{len(concerned)} subjects: not known which counts")
        return ScoredRow(row, "unscored", weight, None, told)
    return _of(values, case, row, weight, judge, concerned[0])


def _of(values: Values, case: Case, row: Row, weight: Fraction, judge: Judge, subject: Fact) -> ScoredRow:
    outcome = judge.verdict(subject)
    traces = judge.traces(subject)
    missing = judge.missing(subject, traces) if outcome == "undetermined" else ()
    check = Check(row.rule, case, subject, outcome, judge.highest, missing=missing, judge=judge)
    if outcome != "pass":
        return ScoredRow(row, "unscored", weight, None, Text("", ""), check=check)
    raw = traces["require"].value
    value = exact(raw)
    points, reason = _points(values, row, weight, value, subject)
    if points is None:
        return ScoredRow(row, "unscored", weight, None, reason, raw, check)
    marks = {"inferred"} if inferences(traces) else set()
    for end in _ends(traces["require"]):
        if _points(values, row, weight, end, subject)[0] != points:
            marks.add("borderline")
    return ScoredRow(row, "scored", weight, points, reason, raw, check, frozenset(marks))


def _ends(trace: Trace) -> list[Fraction]:
    """Return the least and greatest value that the printed digits allow, where that is known; a printed zero is a statement."""
    node = trace.node
    if isinstance(node, Binary) and node.op == "/":
        over, under = trace.kids
        if over.low is None or under.low is None or under.low <= 0 or over.value == 0:
            return []
        rates = [Fraction(n) / Fraction(d) for n in (over.low, over.high) for d in (under.low, under.high)]
        return [min(rates), max(rates)]
    return [] if trace.low is None else [Fraction(trace.low) / 2, Fraction(trace.high) / 2]


def _points(values: Values, row: Row, weight: Fraction, value: Fraction, subject: Fact) -> tuple[Fraction | None, Text]:
    """Return the points of *value*, within 0…weight, and why."""
    method = row.method
    if isinstance(method, Deduct):
        return deduction(values, row, method, weight, value)
    if isinstance(method, Steps):
        return _by_steps(values, row, method, weight, value)
    assert isinstance(method, Formula)
    made = values.compiler.compile(method.expression)((subject,))
    if made is None:
        return None, Text("得分的算式缺数", "the formula of the points lacks a figure")
    points = min(weight, max(Fraction(0), exact(made)))
    return points, Text(f"按算式得 {number(points)} 分", f"{number(points)} by the formula")


UNKNOWN = Text("计分标准的参数在这一年度、地区没有核实的取值", "a parameter of the standard has no verified value here")


def deduction(
    values: Values, row: Row, method: Deduct, weight: Fraction, value: Fraction
) -> tuple[Fraction | None, Text]:
    """Return weight − points × steps, not under 0; the steps lie between the value and the nearer limit."""
    points, per = values.of(method.points), values.of(method.per)
    above, below = values.of(method.above), values.of(method.below)
    unknown = (method.above is not None and above is None) or (method.below is not None and below is None)
    if points is None or per is None or per <= 0 or points <= 0 or unknown:
        return None, UNKNOWN
    over = value - above if above is not None else Fraction(0)
    under = below - value if below is not None else Fraction(0)
    distance = max(Fraction(0), over, under)
    if distance == 0:
        return weight, Text("没有超出计分界限，不扣分", "within the limits, nothing deducted")
    exceeds = distance == over
    limit = above if exceeds else below
    assert limit is not None
    share = distance / per
    steps = {"full": Fraction(floor(share)), "started": Fraction(ceil(share)), "proportional": share}[method.each]
    lost = min(weight, points * steps)
    kind = row.rule.require.type
    far, bound, unit = apart(distance, kind), shown(limit, kind), apart(per, kind)
    side = Text("高" if exceeds else "低", "above" if exceeds else "below")
    if lost == 0:
        return weight, Text(
            f"比 {bound.zh} {side.zh} {far.zh}，不满 {unit.zh}，不扣分",
            f"{far.en} {side.en} {bound.en}, less than {unit.en}: nothing deducted",
        )
    how = {
        "full": Text(f"每满 {unit.zh}", f"for each full {unit.en}"),
        "started": Text(f"每 {unit.zh}（不足的也算）", f"for each {unit.en} begun"),
        "proportional": Text(f"每 {unit.zh}（按比例）", f"for each {unit.en}, pro rata"),
    }[method.each]
    whole = Text("，扣完为止", ", down to 0") if points * steps > weight else Text("", "")
    told = Text(
        f"比 {bound.zh} {side.zh} {far.zh}；{how.zh}扣 {number(points)} 分，{number(steps)} 个扣 {number(lost)} 分{whole.zh}",
        f"{far.en} {side.en} {bound.en}; {number(points)} {how.en}, {number(steps)} of them: {number(lost)} off{whole.en}",
    )
    return weight - lost, told


def _by_steps(
    values: Values, row: Row, method: Steps, weight: Fraction, value: Fraction
) -> tuple[Fraction | None, Text]:
    kind = row.rule.require.type
    words = {
        "<=": Text("不超过", "at most"),
        "<": Text("低于", "under"),
        ">=": Text("不低于", "at least"),
        ">": Text("超过", "over"),
    }
    told = Text("其余情况", "anything else")
    for step in method.lines:
        limit = values.of(step.limit)
        if step.limit is not None:
            if limit is None:
                return None, UNKNOWN
            holds = {"<=": value <= limit, "<": value < limit, ">=": value >= limit, ">": value > limit}[step.op]
            bound, word = shown(limit, kind), words[step.op]
            told = Text(f"{word.zh} {bound.zh}", f"{word.en} {bound.en}")
            if not holds:
                told = Text(f"不属于“{told.zh}”及以前各档", f"outside “{told.en}” and the lines before it")
                continue
        points = values.of(step.points)
        if points is None:
            return None, UNKNOWN
        points = min(weight, max(Fraction(0), points))
        return points, Text(f"{told.zh}，计 {number(points)} 分", f"{told.en}: {number(points)} points")
    raise AssertionError("the last line of a step table has no limit")


def shown(value: Fraction, kind: str) -> Text:
    """Print a distance or a limit as the indicator's own value is printed; a rate always in per cent."""
    if kind in ("ratio", "percent"):
        told = number(value * 100) + "%"
        return Text(told, told)
    if kind == "money" and value.denominator == 1:
        return Text(show(int(value), "money", "zh"), show(int(value), "money", "en"))
    return Text(number(value), number(value))


def apart(value: Fraction, kind: str) -> Text:
    """Print a distance: between two rates in percentage points."""
    if kind in ("ratio", "percent"):
        return Text(f"{number(value * 100)} 个百分点", f"{number(value * 100)} points")
    return shown(value, kind)


def number(value: Fraction, decimals: int = 2) -> str:
    """Print a fraction: exactly where *decimals* suffice, else rounded half up with ≈ before it."""
    scaled = value * 10**decimals
    nearest = floor(scaled + Fraction(1, 2)) if value >= 0 else -floor(-scaled + Fraction(1, 2))
    whole, rest = divmod(abs(nearest), 10**decimals)
    text = f"{plain(whole)}.{rest:0{decimals}d}".rstrip("0").rstrip(".") if decimals else plain(whole)
    return ("" if scaled == nearest else "≈") + ("-" if nearest < 0 else "") + text
