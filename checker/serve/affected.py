"""What a change of rules or limits would find over the cases at hand, beside what is found now: one case after the other, so that pages are answered between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from checker.api import check
from checker.authoring.impact import compared
from checker.rulebook.book import Rulebook
from checker.serve.web import Desk
from checker.serve.whatif import SHOWN, Turn, turn

CASES = 60
"""Cases over which a change is looked at."""


class Affected(NamedTuple):
    """The checks that come to something else, how many more there are, how many stay so, and of how many cases how many were looked at."""

    turns: tuple[Turn, ...]
    more: int
    same: int
    seen: int
    cases: int


def affected(desk: Desk, changed: Rulebook, selected: Callable[[str], bool], lang: str) -> Affected:
    """Return what the *selected* rules of another rulebook find in the cases of the folder that they do not find now, or not any more."""
    before = desk.judge.book
    turns: list[Turn] = []
    same = seen = 0
    entries = desk.folder.entries()
    for entry in entries[:CASES]:
        with desk.judge.lock:
            case = desk.judge.case(entry)
            if case is None:
                continue
            seen += 1
            before.forget(desk.judge.plans)
            found = compared(*(check(case, book, selected=selected, lang=lang) for book in (before, changed)))
            same += found.same
            turns += [turn(each, lang) for each in found.changes]
    return Affected(tuple(turns[:SHOWN]), max(0, len(turns) - SHOWN), same, seen, len(entries))
