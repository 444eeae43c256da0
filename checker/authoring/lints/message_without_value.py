"""A message that shows no figure: the reader cannot see what was judged."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Problem, Text


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        if rule.indicator:
            continue
        for lang, key in (("zh", "message"), ("en", "message_en")):
            template = rule.message.get(lang)
            if template is not None and all(isinstance(piece, str) for piece in template.pieces):
                told = Text("说明里没有显示任何数值", "the message shows no value")
                hint = Text("用 {字段} 显示，例如 {实际支出}", "show one with {field}, such as {actual}")
                yield Problem("message-without-value", at(rule, key, "message"), told, hint)


LINT = Lint(
    "message-without-value",
    Text("说明不显示数值", "a message that shows no value"),
    Text(
        "看到“超支”两个字，谁也不知道超了多少、和什么比。",
        "“Overspent” alone tells nobody by how much, and compared with what.",
    ),
    '说明: "支出超过预算"\n英文说明: "Spending exceeds the budget"',
    '说明: "{项目名称}支出 {实际支出}，预算 {年初预算}"\n英文说明: "{项目名称} spent {实际支出} of {年初预算}"',
    _check,
)
