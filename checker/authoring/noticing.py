"""Whether examples notice a changed rule: first by what does not depend on rounding, which is read anew for each change."""

from __future__ import annotations

from decimal import localcontext

from checker.authoring.examples import Result, example_case, judged, meant
from checker.base.errors import InputError
from checker.base.values import EXACT
from checker.cases.case import Case
from checker.engines.evaluator import Judge, evaluate, of_collection
from checker.engines.groups import grouped
from checker.engines.outcome import Check
from checker.language.memo import Remembered
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.rule import Example, Rule

MEANINGLESS = (InputError, AssertionError, TypeError, ArithmeticError, KeyError, AttributeError)
"""What a changed tree that no rule could have been written with raises."""
Runs = list[tuple[Example, Result]]


def noticed(changed: Rulebook, rule: Rule, runs: Runs, afresh: bool) -> bool | None:
    """Whether any example comes to something else; nothing when the change gives no rule that can be run.

    *afresh* asks the other cases again: a definition that is changed is changed for them as well.
    The example that notices comes first the next time: most changes of one part are noticed by the same few.
    """
    waiting: Runs = []
    try:
        for at, (example, result) in enumerate(runs):
            assert result.case is not None
            if (afresh and example.others) or result.case.inferred or result.case.unconfirmed:
                waiting.append((example, result))
                continue
            differs = _differs(changed, rule, example, result.case)
            if differs:
                runs.insert(0, runs.pop(at))
                return True
            if differs is None:
                waiting.append((example, result))
        for run in waiting:
            example, result = run
            assert result.case is not None
            case = example_case(changed, rule, example) if afresh and example.others else result.case
            if not judged(changed, rule, example, case, _untraced).holds:
                runs.remove(run)
                runs.insert(0, run)
                return True
    except MEANINGLESS:
        return None
    return False


def _untraced(plan: Plan, case: Case) -> list[Check]:
    """Return the checks without what is missing in them, which no example says: that took a third of the time."""
    return evaluate(plan, case, traced=False)


def _differs(changed: Rulebook, rule: Rule, example: Example, case: Case) -> bool | None:
    """Whether an example differs whatever is rounded off; nothing where that, or what it says of a fail, decides."""
    about = example.rule or rule.id
    plan = changed.plan_of(case, about)
    if plan.not_in_force:
        return example.outcome != "not_in_force"
    found = {check.outcome for check in meant(changed, rule, example, _before_rounding(plan, case))}
    if not found:
        return example.outcome != "none"
    if "fail" not in found or len(found) > 1:
        if found == {"fail", "undetermined"}:
            return None
        stated = (example.value, example.amount, example.nature, example.severity)
        return True if found != {example.outcome} else False if stated == (None,) * 4 else None
    return None if example.outcome in ("fail", "undetermined") else True


def _before_rounding(plan: Plan, case: Case) -> list[Check]:
    """Return the outcome for each subject, where a violation is one even if the last digits could turn it."""
    if not plan.memory:
        plan.memory.append(Remembered(plan.book.definitions, frozenset()))
    (memory,) = plan.memory
    memory.asleep = False
    found: list[Check] = []
    try:
        with localcontext(EXACT):
            for rule in plan.rules:
                judge = plan.compiled.get(rule.id)
                if judge is None:
                    judge = plan.compiled[rule.id] = Judge(plan, rule, memory)
                found += of_collection(judge, case)
                facts, state = case.subjects(rule.entity)
                if state == "absent":
                    continue
                for subject in grouped(rule, facts, state) if rule.group else facts:
                    alone = rule.group is not None and subject.entity == rule.entity
                    outcome = "undetermined" if alone else judge.verdict(subject, weighed=False)
                    found.append(Check(rule, case, subject, outcome, judge=judge))
    finally:
        memory.sleep()
    return found
