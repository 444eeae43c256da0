"""A rule that refines another and lets pass what the other fails."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.examples import example_cases
from checker.authoring.lints import Context, Lint, at
from checker.authoring.synthesis import Synthesis, case_of
from checker.authoring.writing import flow
from checker.base.errors import Problem, Text
from checker.cases.case import Case
from checker.engines.evaluator import evaluate
from checker.rulebook.rule import Rule


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        other = context.book.rules.get(rule.refines)
        if other is not None and not rule.indicator and not other.indicator:
            found = _witness(context, rule, other)
            if found is not None:
                told = Text(
                    f"规则“{rule.id}”细化“{other.id}”，却更宽：{found} 按后者不符合，按前者不是",
                    f"{rule.id!r} refines {other.id!r} and is weaker: {found} fails the latter and not the former",
                )
                hint = Text(
                    "收紧条件；确要放宽，用“取代”（replaces）",
                    "tighten it; to be more lenient on purpose, use replaces",
                )
                yield Problem("weaker-refinement", at(rule, "refines"), told, hint)


def _witness(context: Context, rule: Rule, other: Rule) -> str | None:
    """Return a case that fails *other* and not *rule*, as text; nothing where none was found."""
    search = Synthesis(context.book, other)
    for found in search.search():
        if found.outcome == "fail" and found.check is not None:
            place = (rule.reach.jurisdiction or search.place).ljust(6, "0")
            year = next(iter(rule.validity.years), found.year)
            case = case_of(context.book, rule, found.fragment, year, place)
            if case is not None and _differs(context, rule, other, case):
                return flow(found.fragment)
    for example, case in example_cases(context.book, rule):
        if _differs(context, rule, other, case):
            return f"“{example.name}”"
    return None


def _differs(context: Context, rule: Rule, other: Rule, case: Case) -> bool:
    outcomes: dict[str, dict[str, str]] = {}
    for each in (rule, other):
        plan = context.book.plan_of(case, each.id)
        outcomes[each.id] = {check.subject.id: check.outcome for check in evaluate(plan, case)}
    strict, loose = outcomes[rule.id], outcomes[other.id]
    return any(
        outcome == "fail" and strict.get(ident) in ("pass", "not_applicable") for ident, outcome in loose.items()
    )


LINT = Lint(
    "weaker-refinement",
    Text("比所细化的规则更宽", "weaker than the rule it refines"),
    Text(
        "细化（refines）只能更严：找到了一组事实，原规则不符合，这条规则却放过。地方规定放宽上级规定，多半是抄错了限额或方向。",
        "A refinement may only be stricter: facts were found that fail the rule refined and not this one. A local rule that is more lenient than what stands above it usually has a threshold or a direction wrong.",
    ),
    "细化: last-quarter-share\n适用: 支出层次 = 总支出 且 实际支出 > 0元\n要求: 四季度支出 / 实际支出 <= 90%",
    "细化: last-quarter-share\n适用: 支出层次 = 总支出 且 实际支出 > 0元\n要求: 四季度支出 <= 0元",
    _check,
)
