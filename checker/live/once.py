"""A judge for whom nothing changes while a subject is judged: it traces it once."""

from __future__ import annotations

from checker.cases.case import Fact
from checker.engines.evaluator import Judge
from checker.language.causes import Trace


class Once(Judge):
    """A judge that traces a subject once while it is judged: the check, and what decides it, are read off the same traces."""

    traced: dict[int, dict[str, Trace]] | None = None
    """The traces by the identity of their subject; None while nothing is kept, as facts may change."""

    def traces(self, subject: Fact) -> dict[str, Trace]:
        """Return the traces of the rule's parts."""
        if self.traced is None or self._assumed is not None:  # kept is what is read without the day that is tried
            return super().traces(subject)
        found = self.traced.get(id(subject))
        if found is None:
            found = self.traced[id(subject)] = super().traces(subject)
        return found
