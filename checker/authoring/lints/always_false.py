"""A requirement that nothing can meet: the rule would accuse everything."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.coverage import atoms
from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Problem, Text
from checker.language.formatter import format_expression
from checker.language.tree import Expr


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        possible = context.solver.possible
        if rule.indicator or not possible((rule.when, True)):
            continue
        if not possible((rule.when, True), (rule.unless, False), (rule.require, True)):
            told = Text(
                "这条要求总是不成立，适用的对象都会不符合",
                "this requirement never holds: everything it applies to fails",
            )
            hint = Text("改成守规矩的单位做得到的条件", "write a condition that a careful unit can meet")
            yield Problem("always-false", at(rule, "require"), told, hint)
            continue
        for key in ("when", "unless", "require"):
            part: Expr | None = getattr(rule, key)
            for node, scope in atoms(part, rule.scope) if part is not None else ():
                if not possible((node, True)):
                    zh, en = (format_expression(node, scope, lang) for lang in ("zh", "en"))
                    told = Text(f"条件“{zh}”总是不成立", f"the condition {en!r} never holds")
                    yield Problem(
                        "always-false", at(rule, key), told, Text("删去它，或改正它", "delete it, or mend it")
                    )


LINT = Lint(
    "always-false",
    Text("总是不成立的要求", "a requirement that never holds"),
    Text(
        "在“适用”的范围内，要求不可能成立，谁都会被判不符合。",
        "Within what the rule applies to, its requirement cannot hold: everybody would be accused.",
    ),
    "适用: 实际支出 > 年初预算\n要求: 实际支出 <= 年初预算",
    "适用: 年初预算 > 0元\n要求: 实际支出 <= 年初预算",
    _check,
)
