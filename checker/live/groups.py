"""The checks of rules about groups of facts: a group is judged again where its members are others, or what it read is different."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from checker.cases.case import Case, Fact
from checker.engines.evaluator import Judge
from checker.engines.groups import grouped
from checker.engines.hidden import Hidden
from checker.engines.outcome import Check
from checker.language.tree import Expr
from checker.live.reading import CHANGING

Key = tuple[int, str]
"""A field or collection of a fact, by the identity of the fact."""
Alike = tuple[str, str, tuple[int, ...], tuple[int, ...]]
"""What tells whether a group is as it was: its id, whether it is whole, its members, and the facts that may be some."""


class Known(NamedTuple):
    """What was said of a group, and what it read of the things that change."""

    check: Check
    reads: frozenset[Key]


class Groups:
    """What is open of one rule about the groups of a case."""

    def __init__(self, judge: Judge, case: Case, told: list[Expr]) -> None:
        self.judge = judge
        self.case = case
        self.told = told
        """All trees of the rule, those of its words as well."""
        self._kept = not (case.inferred or case.unconfirmed)
        self._known: dict[Alike, Known] = {}

    def checks(self, hidden: Hidden, traced: dict[Any, Any], changed: Collection[Key]) -> list[Check]:
        """Return the check of every group, and of every fact of which no group can be found.

        *traced* are definitions that were traced at the same event, *changed* is what is different since the last.
        """
        judge, case = self.judge, self.case
        facts, state = case.subjects(judge.rule.entity)
        if state == "absent":
            return []
        before, self._known = self._known, {}
        found: list[Check] = []
        tracer = judge.tracer
        tracer.known, tracer.watched = None if judge.dated else traced, CHANGING
        try:
            for subject in grouped(judge.rule, facts, state):
                if subject.entity == judge.rule.entity or not self._kept:  # of itself it is only said what it lacks
                    found.append(judge.grouped(case, subject, hidden, True))
                    continue
                key = _alike(subject)
                known = before.get(key)
                if known is None or not known.reads.isdisjoint(changed):
                    tracer.reads = {}
                    check = judge.grouped(case, subject, hidden, True)
                    for expr in self.told:
                        tracer.trace(expr, (subject,))
                    known = Known(check, frozenset(tracer.reads))
                    tracer.reads = None
                self._known[key] = known
                found.append(known.check)
        finally:
            tracer.known = tracer.reads = None
        return found


def _alike(group: Fact) -> Alike:
    members, stray = (tuple(map(id, group.related[name])) for name in ("members", "stray"))
    return group.id, group.states["members"], members, stray
