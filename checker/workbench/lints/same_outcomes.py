"""Two rules that come to the same outcome over all examples and cases given: one of them is likely not needed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.case import Case
from checker.engines.evaluator import evaluate
from checker.errors import Problem, Text
from checker.rulebook.rule import Rule
from checker.workbench.lints import Context, Lint, at

SAMPLE = 24
"""Cases that every rule about an entity is judged on first; only rules alike on these are compared on all."""
FEWEST = 3
"""Decided outcomes (met or not met) that two rules must share before they are called the same."""


def _check(context: Context) -> Iterator[Problem]:
    alike: dict[tuple[object, ...], list[Rule]] = {}
    for rule in context.book.rules.values():
        alike.setdefault((rule.entity, rule.group, rule.reach, rule.nature == "indicator"), []).append(rule)
    wanted = {rule.id for rule in context.rules}
    for rules in alike.values():
        if len(rules) < 2 or not wanted & {rule.id for rule in rules}:
            continue
        cases = _cases(context, rules)
        buckets: dict[tuple[object, ...], list[Rule]] = {}
        for rule in rules:
            buckets.setdefault(_outcomes(context, rule, cases[:SAMPLE]), []).append(rule)
        for bucket in buckets.values():
            by_all: dict[tuple[object, ...], list[Rule]] = {}
            for rule in bucket if len(bucket) > 1 else ():
                by_all.setdefault(_outcomes(context, rule, cases), []).append(rule)
            for outcomes, same in by_all.items():
                decided = [one for one in outcomes if one[1] in ("fail", "pass")]  # type: ignore[index]
                if len(same) > 1 and len(decided) >= FEWEST and any(one[1] == "fail" for one in decided):  # type: ignore[index]
                    yield from _told(same, wanted, len(cases))


def _told(same: list[Rule], wanted: set[str], count: int) -> Iterator[Problem]:
    for one, two in pairwise(same):
        late, early = (two, one) if two.id in wanted else (one, two)
        if late.id in wanted:
            told = Text(
                f"规则“{late.id}”和“{early.id}”在全部 {count} 个示例和案例上结论相同",
                f"{late.id!r} and {early.id!r} come to the same outcomes over all {count} examples and cases",
            )
            hint = Text(
                "删去一条；确有不同，加一个能分清两条的示例",
                "delete one; if they do differ, add an example that tells them apart",
            )
            yield Problem("same-outcomes", at(late, "require", "value"), told, hint)


def _cases(context: Context, rules: list[Rule]) -> list[Case]:
    """Return the cases of the examples of *rules*, taken in turn so that every rule is among the first, and those given."""
    own: dict[str, list[Case]] = {rule.id: [] for rule in rules}
    for result in context.results():
        if result.rule.id in own and result.case is not None:
            own[result.rule.id].append(result.case)
    turns = max((len(found) for found in own.values()), default=0)
    found = [cases[turn] for turn in range(turns) for cases in own.values() if turn < len(cases)]
    return [*found, *context.cases]


def _outcomes(context: Context, rule: Rule, cases: list[Case]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for case in cases:
        plan = context.book.plan(case, lambda ident: ident == rule.id)
        found += [(check.subject.id, check.outcome) for check in evaluate(plan, case)]
    return tuple(found)


_EXAMPLES = """示例:
  - {结论: 不符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 实际支出: 2万元, 年初预算: 1万元}]}}
  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 实际支出: 1万元, 年初预算: 1万元}]}}
  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 实际支出: 1万元, 年初预算: 2万元}]}}"""
LINT = Lint(
    "same-outcomes",
    Text("两条规则结论处处相同", "two rules that always come to the same"),
    Text(
        "在给出的全部示例和案例上，两条规则的结论完全相同，一件事会报两次。",
        "Over all examples and cases given the two rules agree in everything: one matter would be reported twice.",
    ),
    "编号: example-again\n要求: 非 (实际支出 > 年初预算)\n" + _EXAMPLES,
    "编号: example-other\n要求: 实际支出 < 年初预算\n"
    + _EXAMPLES.replace(
        "{结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 实际支出: 1万元, 年初预算: 1万元}",
        "{结论: 不符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 实际支出: 1万元, 年初预算: 1万元}",
    ),
    _check,
)
