"""Runs of digits on a page, assembled by the second way of reading: a character is followed by the next that touches it.

There are no lines, no cells and no paragraphs here, and nothing is shared with the first way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

_TOUCH = 14
"""Hundredths of the size of the type that may lie between two digits of a run."""
_LEVEL = 22
"""Hundredths of the size of the type by which the baselines of two digits of a run may differ."""


class Mark(NamedTuple):
    """A character: how far its line lies, where it starts and ends along its line, its size."""

    across: float
    start: float
    end: float
    size: float
    text: str


_RUN = re.compile("[0-9０-９]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[₀₁₂₃₄₅₆₇₈₉]+")
_ASCII = str.maketrans("０１２３４５６７８９⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 3)


def runs(directions: Iterable[list[Mark]]) -> Counter[str]:
    """Return how often each run of digits stands among the characters of each direction, in ASCII digits."""
    chains = [chain for marks in directions for chain in _chains(marks)]
    return Counter(run.translate(_ASCII) for chain in chains for run in _RUN.findall(chain))


def _chains(marks: list[Mark]) -> list[str]:
    """Return the characters of one direction as chains of those that touch."""
    runs: list[str] = []
    waiting: list[tuple[Mark, str]] = []  # runs that may go on
    for mark in sorted(marks, key=lambda d: (d.start, d.across)):
        kept, best = [], None
        for last, text in waiting:
            if last.end + _TOUCH * last.size / 100 < mark.start:
                runs.append(text)
                continue
            kept.append((last, text))
            size = max(last.size, mark.size)
            if abs(last.across - mark.across) > _LEVEL * size / 100 or min(last.size, mark.size) < 0.75 * size:
                continue
            if best is None or abs(last.end - mark.start) < abs(best[0].end - mark.start):
                best = last, text
        if best is None:
            kept.append((mark, mark.text))
        elif mark.text == best[0].text and abs(mark.start - best[0].start) < 0.15 * mark.size:
            pass  # printed twice at its place
        else:
            kept.remove(best)
            kept.append((mark, best[1] + mark.text))
        waiting = kept
    return runs + [text for _, text in waiting]
