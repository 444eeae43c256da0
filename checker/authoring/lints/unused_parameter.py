"""A parameter that no rule and no score sheet reads."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.lints import Context, Lint
from checker.base.errors import Place, Problem, Text
from checker.language.tree import Expr, ParameterRef, walk
from checker.rulebook.rule import Rule
from checker.scores.reader import load_sheets


def expressions(rule: Rule) -> Iterator[Expr]:
    """Yield every expression of a rule, those of its messages included."""
    for part in (
        rule.when,
        rule.unless,
        rule.require,
        rule.strict,
        rule.amount,
        rule.as_of,
        rule.severity,
        rule.nature_by,
    ):
        if part is not None:
            yield part
    templates = [*rule.message.values(), *(text for reading in rule.readings for text in reading.text.values())]
    yield from (piece[0] for template in templates for piece in template.pieces if not isinstance(piece, str))
    yield from (reading.condition for reading in rule.readings)


def _check(context: Context) -> Iterator[Problem]:
    trees = [tree for rule in context.book.rules.values() for tree in expressions(rule)]
    trees += [definition.expr for definition in context.book.definitions.values()]
    trees += [expr for sheet in load_sheets(context.book).values() for expr in sheet.expressions()]
    used = {node.name for tree in trees for node in walk(tree) if isinstance(node, ParameterRef)}
    files = {rule.file for rule in context.rules}
    whole = len(context.rules) == len(context.book.rules)
    for parameter in context.book.parameters.values():
        if parameter.id not in used and (whole or parameter.file in files):
            told = Text(
                f"没有规则用到参数“{parameter.zh}”（{parameter.id}）", f"no rule uses the parameter {parameter.id!r}"
            )
            hint = Text("在条件里写参数的名称，或删去它", "name it in a condition, or delete it")
            yield Problem("unused-parameter", Place(parameter.file, parameter.line), told, hint)


LINT = Lint(
    "unused-parameter",
    Text("没有规则用到的参数", "a parameter that no rule uses"),
    Text(
        "参数写了却没有用，往往是条件里另写了一个数。",
        "A parameter that is there and not used: often the condition has a number of its own.",
    ),
    "要求: 实际支出 / 年初预算 <= 100%\n参数: [{编号: example_line, 名称: 示例超支线, 类型: 百分比, 值: 105%, 依据: {文件: 《示例办法》}}]",
    "要求: 实际支出 / 年初预算 <= 示例超支线\n参数: [{编号: example_line, 名称: 示例超支线, 类型: 百分比, 值: 105%, 依据: {文件: 《示例办法》}}]",
    _check,
)
