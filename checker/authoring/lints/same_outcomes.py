"""Two rules that come to the same outcome over all examples and cases given: one of them is likely not needed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import localcontext
from functools import cached_property
from itertools import pairwise

from checker.authoring.examples import example_case
from checker.authoring.lints import Context, Lint, at
from checker.base.errors import InputError, Problem, Text
from checker.base.values import EXACT
from checker.cases.case import Case
from checker.engines.evaluator import Judge
from checker.engines.groups import grouped
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Example, Rule

Outcomes = tuple[tuple[str, str], ...]
"""The subject and outcome of every check, in order."""
SAMPLE = 24
"""Cases on which a set of rules is split at a time."""
PATIENCE = 3
"""Times that a set is tried on other cases before it is compared on all."""
FEWEST = 3
"""Decided outcomes (met or not met) that two rules must share before they are called the same."""


class _Read:
    """A case, or the case of an example that is read when it is first asked for: a few tell nearly all rules apart."""

    def __init__(
        self,
        book: Rulebook | None = None,
        rule: Rule | None = None,
        example: Example | None = None,
        case: Case | None = None,
    ) -> None:
        self._from = book, rule, example
        self._given = case

    @cached_property
    def case(self) -> Case | None:
        """The case; nothing where the example cannot be read or is about a rule that does not exist."""
        book, rule, example = self._from
        if book is None or rule is None or example is None or (example.rule and example.rule not in book.rules):
            return self._given
        try:
            return example_case(book, rule, example)
        except InputError:
            return None


def _check(context: Context) -> Iterator[Problem]:
    alike: dict[tuple[object, ...], list[Rule]] = {}
    for rule in context.book.rules.values():
        alike.setdefault((rule.entity, rule.group, rule.reach, rule.nature == "indicator"), []).append(rule)
    wanted = {rule.id for rule in context.rules}
    for rules in alike.values():
        if len(rules) < 2 or not wanted & {rule.id for rule in rules}:
            continue
        own = {rule.id: [_Read(context.book, rule, each) for each in rule.examples] for rule in rules}
        every = [case for found in own.values() for case in found] + [_Read(case=case) for case in context.cases]
        for same in _alike(context, rules, own):
            for outcomes, bucket in _split(context, same, every).items():
                decided = [outcome for _, outcome in outcomes if outcome in ("fail", "pass")]
                if len(bucket) > 1 and len(decided) >= FEWEST and "fail" in decided:
                    yield from _told(bucket, wanted, sum(each.case is not None for each in every))


def _alike(context: Context, rules: list[Rule], own: dict[str, list[_Read]], depth: int = 0) -> Iterator[list[Rule]]:
    """Yield the sets of rules that their own examples do not tell apart.

    A set is split on a few cases spread evenly over its rules, and each part again on its own: every rule meets a number of
    cases that grows with the logarithm of the number of rules.
    """
    cases = [case for rule in rules for case in own[rule.id]]
    if len(rules) < 2 or not cases or {rule.id for rule in rules}.isdisjoint(rule.id for rule in context.rules):
        return
    few = cases[depth % max(1, len(cases) // SAMPLE) :: max(1, len(cases) // SAMPLE)][:SAMPLE]
    parts = list(_split(context, rules, few).values())
    if len(parts) == 1 and (len(cases) <= SAMPLE or depth >= PATIENCE):
        yield rules
        return
    for part in parts:
        yield from _alike(context, part, own, depth + 1 if len(parts) == 1 else 0)


def _split(context: Context, rules: list[Rule], cases: list[_Read]) -> dict[Outcomes, list[Rule]]:
    parts: dict[Outcomes, list[Rule]] = {}
    for rule in rules:
        parts.setdefault(_outcomes(context, rule, cases), []).append(rule)
    return parts


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


def _outcomes(context: Context, rule: Rule, cases: list[_Read]) -> Outcomes:
    """Return the verdicts of *rule*, without explanations: these are not asked for here."""
    found: list[tuple[str, str]] = []
    with localcontext(EXACT):
        for case in filter(None, (each.case for each in cases)):
            plan = context.book.plan_of(case, rule.id)
            if plan.not_in_force:
                found.append(("", "not_in_force"))
                continue
            judge = plan.compiled.get(rule.id)
            if judge is None:
                judge = plan.compiled[rule.id] = Judge(plan, rule)
            facts, state = case.subjects(rule.entity)
            if state != "complete":
                found.append(("", state))
            subjects = grouped(rule, facts, state) if rule.group else facts
            found += [(subject.id, judge.verdict(subject)) for subject in subjects]
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
