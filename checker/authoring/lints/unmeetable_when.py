"""A `when` that no fact can meet: the rule never applies."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Problem, Text


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        if not context.solver.possible((rule.when, True), (rule.unless, False)):
            told = Text(
                "没有事实能满足“适用”（除去“除非”），规则永远不适用",
                "no fact can meet when (less unless): the rule never applies",
            )
            hint = Text("检查“且”两边的范围有没有重叠", "see whether the ranges on both sides of “and” overlap")
            yield Problem("unmeetable-when", at(rule, "when", "unless"), told, hint)


LINT = Lint(
    "unmeetable-when",
    Text("没有事实能满足的适用条件", "a condition of application that no fact can meet"),
    Text(
        "适用条件自相矛盾，规则对谁都不适用，看上去却像在检查。",
        "The condition contradicts itself: the rule applies to nobody while it looks as if it checked.",
    ),
    "适用: 支出层次 = 明细项目 且 支出层次 = 总支出",
    "适用: 支出层次 属于 (明细项目, 总支出)",
    _check,
)
