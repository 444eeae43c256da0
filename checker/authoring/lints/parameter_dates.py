"""Values of a parameter between which there is a gap: in those days the rule could judge nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from checker.authoring.lints import Context, Lint
from checker.base.errors import Place, Problem, Text
from checker.rulebook.rule import Parameter, ParameterValue


def spans(values: list[ParameterValue]) -> list[tuple[date, date]]:
    """Return the periods in which *values* hold, in order; a year stated for counts whole."""
    found: list[tuple[date, date]] = []
    for value in values:
        validity = value.validity
        if validity.years:
            found += [(date(year, 1, 1), date(year, 12, 31)) for year in validity.years]
        else:
            found.append((validity.start or date.min, validity.end or date.max))
    return sorted(found)


def _check(context: Context) -> Iterator[Problem]:
    whole = len(context.rules) == len(context.book.rules)
    files = {rule.file for rule in context.rules}
    for parameter in context.book.parameters.values():
        if whole or parameter.file in files:
            yield from gaps(parameter)


def gaps(parameter: Parameter) -> Iterator[Problem]:
    """Yield a problem for each period between two values of a parameter in which it has none."""
    groups: dict[tuple[object, ...], list[ParameterValue]] = {}
    for value in parameter.values:
        if not value.validity.years:  # what was only seen in one year says nothing of the years between
            groups.setdefault((value.reach.jurisdiction, value.reach.levels, value.reach.unit_kinds), []).append(value)
    for values in groups.values():
        periods = spans(values)
        for (_, end), (start, _) in pairwise(periods):
            if end < date.max and start > end + timedelta(days=1):
                first, last = end + timedelta(days=1), start - timedelta(days=1)
                told = Text(
                    f"参数“{parameter.zh}”在 {first} 至 {last} 没有取值",
                    f"the parameter {parameter.id!r} has no value from {first} to {last}",
                )
                hint = Text(
                    f"改“至”或“自”，或补上这一段的取值；“至”写 {last}", f"mend from or to, or add a value; to: {last}"
                )
                yield Problem("parameter-dates", Place(parameter.file, parameter.line), told, hint)


_VALUES = "参数: [{{编号: example_line, 名称: 示例超支线, 类型: 百分比, 依据: {{文件: 《示例办法》}}, 取值: [{{值: 105%, 至: {}}}, {{值: 110%, 自: 2021-01-01}}]}}]"
LINT = Lint(
    "parameter-dates",
    Text("参数的取值之间有空档", "a gap between the values of a parameter"),
    Text(
        "空档里没有取值，规则只能“无法判定”。取值重叠则读规则时就报错（overlap）。",
        "In a gap there is no value and the rule cannot judge. Values that overlap are an error when the rules are read (overlap).",
    ),
    "要求: 实际支出 / 年初预算 <= 示例超支线\n" + _VALUES.format("2019-12-31"),
    "要求: 实际支出 / 年初预算 <= 示例超支线\n" + _VALUES.format("2020-12-31"),
    _check,
)
