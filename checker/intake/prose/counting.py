"""Numbers of things: delegations and receptions, things of several kinds, things without a budget."""

from __future__ import annotations

import re

from checker.intake.prose.book import Spot
from checker.intake.prose.running import Mark
from checker.intake.prose.state import Group, State

_PERSONS = re.compile("(?:、|和)?(?:累计|共计|共|合计)?(?:接待)?(?:来宾|来访)?(?:人数|人员|人次)?(?:为|共计?)?")
"""What may stand between a number of groups and the number of people in them."""


def _received_or_sent(state: State, text: str, unit: str) -> str:
    """Return which expense groups of people are counted for: guests are received (接待来访团组), delegations sent (出国团组)."""
    last = state.last
    spoken = last.subject.key if last is not None and state.fresh and last.subject is not None else ""
    if re.search("接待|来访|来宾", text):
        of_reception = (
            "公务接待" in text
            or "来访团组" in text
            or spoken == state.book.names.get(("three_public_line", "reception"))
        )
        return "reception" if of_reception and unit in ("个", "批次", "人次", "批") else ""
    if "团组" in text and unit == "个":
        sent = "出国" in text or spoken == state.book.names.get(("three_public_line", "abroad"))
        return "abroad" if sent else ""
    return ""


def three_count(state: State, text: str, mark: Mark) -> Spot | None:
    """Return the field of a number of delegations, travellers, receptions or guests of the expense that is spoken of."""
    last = state.last
    follows = (
        last.spot
        if last is not None and state.fresh and last.spot is not None and last.spot.field == "batches"
        else None
    )
    if "外宾" in text or "外事" in text:
        return None
    if mark.unit == "人次" and follows is not None and _PERSONS.fullmatch(text):
        return Spot(follows.fact, "persons")
    kind = _received_or_sent(state, text, mark.unit)
    if not kind:
        return None
    key = state.book.fact("three_public_line", kind, [("kind", kind, mark.span.place)], "unit")
    return Spot(key, "persons" if mark.unit == "人次" else "batches")


def counted_head(group: Group | None) -> Mark | None:
    """Return the number that a group is made up of, where it is a number of things and no amount."""
    if (
        group is None
        or (group.head is None and not group.counts)
        or any(part.mark.kind == "money" for part in group.parts)
    ):
        return None
    head = group.head.mark if group.head else group.counts[-1].mark
    return head if head.kind == "count" else None


def unbudgeted(state: State) -> None:
    """Propose a budget of nothing for what is said to have had none at the beginning of the year; a person has to confirm it."""
    for subject, (words, place), unit in state.unbudgeted:
        spot = Spot(subject.key, "initial_budget")
        if spot in state.book.first:
            continue
        state.book.suppose(spot, f"0{unit}", words, place)
