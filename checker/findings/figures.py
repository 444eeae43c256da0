"""The figures that findings rest on: as they are printed, where they stand, and those that many findings read together."""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.findings.data import Data

TOGETHER = 30
"""From so many on, what many findings read or lack together is told once: a finding of a total of a thousand parts would repeat them all."""


@frozen
class UsedFact:
    """One figure that a check read: how it is addressed, its value as printed, and where it was read."""

    path: str
    value: Text
    inferred: bool
    derived: bool
    line: int
    column: int
    note: str
    unconfirmed: bool = False
    quote: str = ""


@frozen
class Spot:
    """A place in the case file that a check read, with the note on its source in the report, and what is printed there."""

    line: int
    column: int
    note: str
    quote: str = ""

    @property
    def source(self) -> str:
        """Where it stands in the report, and the sentence or row as printed where the case has it."""
        return f"{self.note}“{self.quote}”" if self.quote else self.note


class Shared(Data):
    """What many findings have in common: the figures that all of them read, or what all of them lack."""

    facts: tuple[UsedFact, ...]
    missing: tuple[str, ...]

    def __init__(self, facts: tuple[UsedFact, ...] = (), missing: tuple[str, ...] = ()) -> None:
        super().__init__(facts=facts, missing=missing)
