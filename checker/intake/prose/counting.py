"""Numbers of things: delegations and receptions, things of several kinds, things without a budget."""

from __future__ import annotations

import re

from checker.intake.prose.book import Spot
from checker.intake.prose.running import Mark
from checker.intake.prose.state import Group, State


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
    if (
        mark.unit == "人次"
        and follows is not None
        and re.fullmatch("(?:累计|共计|共|合计)?(?:接待(?:来宾|来访)?(?:人数|人员|人次)?(?:为|共计?)?)?", text)
    ):
        return Spot(follows.fact, "persons")
    kind = (
        "abroad"
        if "团组" in text and mark.unit == "个"
        else "reception"
        if "公务接待" in text and mark.unit in ("批次", "人次")
        else ""
    )
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
