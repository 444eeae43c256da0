"""What became of every number of a reading: one status each, what is to be confirmed, where documents disagree."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from checker.base.errors import Text
from checker.intake.merging import worth
from checker.intake.reading import Grade, Inferred, Proposal, Reading, Span, Status

STATUSES: tuple[Status, ...] = ("used", "stated", "restated", "context", "unread")
GRADES: tuple[Grade, ...] = ("certain", "read", "confirm")


class Conflict(NamedTuple):
    """Two or more different figures for one field of the draft."""

    fact: str
    field: str
    spans: tuple[Span, ...]


class Standing(NamedTuple):
    """The numbers of a reading by status, and what a person has to look at."""

    of: dict[str, Status]
    why: dict[str, Text]
    statuses: Counter[Status]
    grades: Counter[Grade]
    confirm: tuple[Proposal, ...]
    inferred: tuple[Inferred, ...]
    conflicts: tuple[Conflict, ...]
    unread: tuple[Span, ...]
    stopped: int

    @property
    def complete(self) -> bool:
        """Whether nobody has to look at anything: then the exit code is 0."""
        return not (self.confirm or self.inferred or self.conflicts or self.unread or self.stopped)


def standing(reading: Reading) -> Standing:
    """Return what became of every number; a number with several proposals has the first of their statuses."""
    known = reading.understood
    of: dict[str, Status] = dict.fromkeys((span.id for span in reading.spans), "unread")
    why = dict(known.context)
    of |= dict.fromkeys(why, "context")
    rank = {status: number for number, status in enumerate(STATUSES)}
    for proposal in known.proposals:
        if rank[proposal.status] < rank[of[proposal.span]] or of[proposal.span] == "context":
            of[proposal.span] = proposal.status
    spans = {span.id: span for span in reading.spans}
    fields: dict[tuple[str, str], list[Span]] = {}
    for proposal in known.proposals:
        if proposal.status == "used":
            fields.setdefault((proposal.fact, proposal.field), []).append(spans[proposal.span])
    conflicts = [
        Conflict(fact, field, tuple(several))
        for (fact, field), several in fields.items()
        if len({worth(each) for each in several}) > 1
    ]
    return Standing(
        of=of,
        why=why,
        statuses=Counter(of.values()),
        grades=Counter([each.grade for each in known.proposals] + [each.grade for each in known.inferred]),
        confirm=tuple(each for each in known.proposals if each.grade == "confirm"),
        inferred=tuple(each for each in known.inferred if each.grade == "confirm"),
        conflicts=tuple(conflicts),
        unread=tuple(span for span in reading.spans if of[span.id] == "unread"),
        stopped=sum(len(each.stopped) for each in reading.documents),
    )
