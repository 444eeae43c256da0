"""A threshold written as a number in a condition, where a parameter would carry its basis and dates."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Problem, Text
from checker.language.algebra import combines, compares
from checker.language.formatter import format_literal
from checker.language.tree import Between, Expr, In, Literal, Range, Test, children

PLAIN = {"money": (0,), "number": (0, 1, 2, 100), "percent": (0, 1)}
"""Numbers that are no thresholds: nothing, one, a pair, a whole."""


def thresholds(node: Expr) -> Iterator[Literal]:
    """Yield every number in *node* that is compared with something and is a threshold."""
    if compares(node):
        yield from (each for side in (node.left, node.right) for each in _numbers(side))
    elif isinstance(node, (Between, In)):
        for child in children(node):
            inner = children(child) if isinstance(child, (Range, Test)) else (child,)
            yield from (each for part in inner for each in _numbers(part))
    for child in children(node):
        yield from thresholds(child)


def _numbers(node: Expr) -> Iterator[Literal]:
    if isinstance(node, Literal):
        if node.kind == "date" or (node.kind in PLAIN and node.value not in PLAIN[node.kind]):
            yield node
    elif combines(node):
        yield from _numbers(node.left)
        yield from _numbers(node.right)


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        for key in ("when", "unless", "require"):
            part: Expr | None = getattr(rule, key)
            if part is None:
                continue
            for literal in thresholds(part):
                text = format_literal(literal.kind, literal.value)
                told = Text(f"限额“{text}”直接写在条件里", f"the threshold {text} stands in the condition itself")
                hint = Text(
                    f"写成参数：参数: [{{编号: …, 名称: …, 值: {text}, 依据: …}}]，条件里写它的名称；checker rules fmt --lift 可以代改",
                    "make it a parameter with its basis and dates and name that here; checker rules fmt --lift does it",
                )
                yield Problem("literal-threshold", at(rule, key), told, hint)


LINT = Lint(
    "literal-threshold",
    Text("限额直接写在条件里", "a threshold written as a number"),
    Text(
        "限额会随年度、地区、级次变化，各有依据；写成参数才能按年度取值、被人核对。0、1、100% 这类不算限额。",
        "Thresholds differ by year, place and level and each has its basis; only a parameter carries these. 0, 1 and 100 % are no thresholds.",
    ),
    "要求: 实际支出 / 年初预算 <= 105%",
    "要求: 实际支出 / 年初预算 <= 示例超支线\n参数: [{编号: example_line, 名称: 示例超支线, 类型: 百分比, 值: 105%, 依据: {文件: 《示例办法》}}]",
    _check,
)
