"""Keeps what was worked out for one finding for those after it, while it is likely to be asked for again."""

from __future__ import annotations

from checker.cases.case import Case
from checker.engines.evaluator import Judge
from checker.engines.outcome import Check
from checker.language.below import Reading, Walks
from checker.language.causes import Trace
from checker.language.kept import Kept
from checker.language.trace import Known, Shared

NOTHING = Reading((), (), ())
LATELY = 4
"""Cases whose sums are kept: findings are worded case by case, or problem by problem."""


class Traced:
    """What a case was traced to: the sums of its totals, for all its findings, and the rest for the finding at hand."""

    def __init__(self, case: Case, check: Check) -> None:
        self.case = case
        self.walks = Walks()
        self.totals = Shared.nothing()
        self.turn_to(check)

    def turn_to(self, check: Check) -> None:
        """Forget what was worked out for the finding before."""
        self.check = check
        self.known: Known = {}
        self.told: dict[str, str] = {}
        """What it says, by language, where its amounts are printed as they stand in the case."""
        self._traces: dict[str, Trace] | None = None
        self._kept: Kept | None = check.kept
        if check.kept is not None:
            check.kept.put_back(check.subject, self.known)

    def traces(self) -> dict[str, Trace]:
        """Return the traces of the parts of its rule; nothing where it is not about a thing of the rule's kind."""
        if self._traces is None:
            check = self.check
            self.known.clear()  # what was put back has nothing below it
            speaks = check.judge is not None and check.subject.entity.removesuffix("*") == check.rule.entity
            self._traces = check.judge.traces(check.subject) if speaks else {}
        return self._traces

    def kept(self) -> Kept:
        """Return what its explanation needs, kept when it was judged or traced now."""
        if self._kept is None:
            self._kept = self.check.judge.keep(self.check.subject, self.traces(), self.walks)
        return self._kept

    def parts(self, name: str) -> list[Trace]:
        """Return the traces of the comparisons that are worked out of one part of its rule."""
        trace, frames = self.check.judge.tracer.trace, (self.check.subject,)
        return [trace(node, frames) for node in self.kept().shape.parts[name]]

    def reading(self) -> Reading:
        """Return what it read; what it has in common with many others in one piece."""
        return NOTHING if self.check.judge is None else self.kept().reading


class Using:
    """A block within which the judge of a check uses what is known; a generator would take as long again as what is asked in it."""

    __slots__ = ("_before", "_judge", "_traced")

    def __init__(self, traced: Traced, check: Check) -> None:
        self._traced = traced
        self._judge: Judge | None = check.judge

    def __enter__(self) -> Traced:
        traced, judge = self._traced, self._judge
        if judge is not None:
            tracer = judge.tracer
            self._before = tracer.known, tracer.shared
            tracer.known = traced.known
            # a dated rule's parameters differ by subject
            tracer.shared = traced.totals.dated if judge.dated else traced.totals
        return traced

    def __exit__(self, *_: object) -> None:
        if self._judge is not None:
            tracer = self._judge.tracer
            tracer.known, tracer.shared = self._before


class Remembered:
    """What findings of the latest cases were traced to; of a case long past it is worked out again."""

    def __init__(self) -> None:
        self._lately: list[Traced] = []

    def of(self, case: Case, check: Check) -> Using:
        """Let the judge of *check* use what is known, and keep what it works out, within a block that is given both."""
        return Using(self._of(case, check), check)

    def _of(self, case: Case, check: Check) -> Traced:
        found = next((each for each in self._lately if each.case is case), None) or Traced(case, check)
        if found.check is not check:
            found.turn_to(check)
        if not self._lately or self._lately[0] is not found:
            self._lately[:] = [found, *(each for each in self._lately if each is not found)][:LATELY]
        return found
