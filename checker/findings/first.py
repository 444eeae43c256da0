"""The first of many findings: how much of a report a document has room for that people turn the pages of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.findings.presented import CasePage

FIRST = 2000
"""Findings that a document lists; all of them stand in the workbook."""


class Listed(NamedTuple):
    """How much of a unit the document has room for: its page, and how many items of each problem by number."""

    page: CasePage
    items: dict[int, int]


def listed(pages: Sequence[CasePage], room: int = FIRST) -> tuple[list[Listed], int, int]:
    """Return what of each unit is listed, how many findings that are, and how many there are in all."""
    found: list[Listed] = []
    left = room
    whole = sum(len(problem.items) for page in pages for problem in page.problems)
    for page in pages:
        if left <= 0:
            break
        items = {}
        for problem in page.problems:
            items[problem.no] = min(left, len(problem.items))
            left -= items[problem.no]
        left -= 1  # a unit without problems takes its page as well
        found.append(Listed(page, items))
    return found, sum(sum(each.items.values()) for each in found), whole
