"""The kinds of example that a rule must have, which of them it lacks, and a small case of each."""

from __future__ import annotations

from collections.abc import Sequence

from checker.authoring.examples import Result
from checker.authoring.mutation import Suggestion, smaller
from checker.authoring.shapes import ABSENT
from checker.authoring.synthesis import Found, Synthesis
from checker.base.errors import InputError, Place, Problem, Text
from checker.language.openness import can_be_open
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Rule

NEEDED = ("fail", "pass", "undetermined")
BOUNDARY = "boundary"
"""The kind of an example on the edge of a comparison."""


def lacking(book: Rulebook, rule: Rule, results: Sequence[Result]) -> list[str]:
    """Return the kinds of example that a rule lacks: outcomes, and the boundary."""
    own = [r for r in results if r.example.rule in ("", rule.id)]
    there = {r.example.outcome for r in own if not cannot_fail(r)}
    needed = [kind for kind in NEEDED if kind != "fail" or not rule.indicator]
    rounded = rule.indicator or rule.certain(book.definitions, book.vocabulary) is not None
    if not can_be_open(rule.when, rule.unless, rule.require, rounded):
        needed.remove("undetermined")
    found = [kind for kind in needed if kind not in there]
    return found if any(r.example.boundary for r in own) else [*found, BOUNDARY]


def cannot_fail(result: Result) -> bool:
    """Whether no condition of the rule had a part in the outcome: its subject was not judged by them at all."""
    check = result.check
    if check is None:
        return False  # not in force: the rule's dates decided, and these can be wrong
    return check.subject.entity != (f"{check.rule.entity}*" if check.rule.group else check.rule.entity)


def proposed(book: Rulebook, rule: Rule, kinds: Sequence[str]) -> list[Suggestion]:
    """Return a small case of each of *kinds*, where the search comes upon one."""
    if not kinds or rule.indicator:
        return []
    search = Synthesis(book, rule)
    try:
        there = of_each_kind(search)
    except InputError:
        return []
    found: list[Found] = [each for each in there if each.outcome in kinds]
    if BOUNDARY in kinds and not any(each.edge for each in found):
        found += [each for each in there if each.edge][:1]
    return [Suggestion(each, (), search) for each in found]


def of_each_kind(search: Synthesis) -> list[Found]:
    """Return one case of each kind: failing, and near to it one that passes, one that cannot be judged, one on the edge."""
    corpus = [f for f in search.search() if not idle(f)]
    fails = sorted((f for f in corpus if f.outcome == "fail"), key=lambda f: len(str(f.fragment)))
    if not fails:
        rule = search.rule
        told = Text(
            "找不到让这条规则不符合的事实：条件可能互相矛盾",
            "no facts were found that fail this rule: its conditions may contradict each other",
        )
        hint = Text("检查“适用”和“要求”；已列示、缺失之外最好有一个可以比较的条件", "check when and require")
        raise InputError([Problem("cannot-fail", Place(rule.file, 1), told, hint)])
    first = smaller(search, fails[0], [])
    near = [first]
    for slot in search.shape.slots:
        found = search.judge({**first.chosen, slot: ABSENT})
        if found is not None:
            near.append(found)
    corpus = [*near, *corpus]

    def distance(found: Found) -> tuple[int, int]:
        return sum(found.chosen[k] != first.chosen[k] for k in first.chosen), len(str(found.fragment))

    picked = [first]
    for outcome in ("pass", "undetermined", "not_applicable"):
        fitting = sorted((f for f in corpus if f.outcome == outcome and not idle(f)), key=distance)
        if fitting:
            picked.append(fitting[0])
    if not any(f.edge for f in picked):
        edges = sorted((f for f in corpus if f.edge and f.outcome in ("pass", "fail", "not_applicable")), key=distance)
        picked += edges[:1] or []
    if not any(f.edge for f in picked):  # nothing is compared: the side that just fails is the boundary
        picked[0] = picked[0]._replace(edge=True)
    return picked


def idle(found: Found) -> bool:
    """Whether no condition had a part in the outcome."""
    check = found.check
    if check is None:
        return True
    return check.subject.entity != (f"{check.rule.entity}*" if check.rule.group else check.rule.entity)
