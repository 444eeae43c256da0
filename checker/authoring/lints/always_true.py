"""A requirement that nothing can break: the rule would pass everything."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.coverage import atoms
from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Problem, Text
from checker.language.tree import Expr


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        if rule.indicator:
            continue
        possible = context.solver.possible
        if not possible((rule.require, False)) or (
            possible((rule.when, True), (rule.unless, False))
            and not possible((rule.when, True), (rule.unless, False), (rule.require, False))
        ):
            told = Text(
                "这条要求总是成立，规则永远不会不符合", "this requirement always holds: the rule can never fail"
            )
            hint = Text("改成事实可以违反的条件", "write a condition that facts can break")
            yield Problem("always-true", at(rule, "require"), told, hint)
            continue
        for key in ("when", "unless", "require"):
            part: Expr | None = getattr(rule, key)
            for node, scope in atoms(part, rule.scope) if part is not None else ():
                if not possible((node, False)):
                    from checker.language.formatter import format_expression

                    zh, en = (format_expression(node, scope, lang) for lang in ("zh", "en"))
                    told = Text(f"条件“{zh}”总是成立，没有作用", f"the condition {en!r} always holds and does nothing")
                    yield Problem("always-true", at(rule, key), told, Text("删去它，或改正它", "delete it, or mend it"))


LINT = Lint(
    "always-true",
    Text("总是成立的条件", "a condition that always holds"),
    Text(
        "按数的范围、枚举的取值和已写明的互斥关系推算：要求不可能被违反的规则，什么也查不出；单个总是成立的条件多半是写错了。",
        "Worked out from ranges of numbers, values of enumerations and what excludes what: a rule whose requirement cannot be broken finds nothing, and a single condition that always holds is most likely a slip.",
    ),
    "要求: 实际支出 <= 年初预算 或 实际支出 > 年初预算",
    "要求: 实际支出 <= 年初预算",
    _check,
)
