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
    """A character: how far its line lies, where it starts and ends along its line, its size, in hundredths of the page's measure."""

    across: int
    start: int
    end: int
    size: int
    text: str


def marked(across: float, start: float, end: float, size: float, text: str) -> Mark:
    """Return a character from where a page says that it stands."""
    return Mark(round(across * 100), round(start * 100), round(end * 100), round(size * 100), text)


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
            if 100 * (mark.start - last.end) > _TOUCH * last.size:
                runs.append(text)
                continue
            kept.append((last, text))
            size = max(last.size, mark.size)
            if 100 * abs(last.across - mark.across) > _LEVEL * size or 4 * min(last.size, mark.size) < 3 * size:
                continue
            if best is None or abs(last.end - mark.start) < abs(best[0].end - mark.start):
                best = last, text
        if best is None:
            kept.append((mark, mark.text))
        elif mark.text == best[0].text and 100 * abs(mark.start - best[0].start) < 15 * mark.size:
            pass  # printed twice at its place
        else:
            kept.remove(best)
            kept.append((mark, best[1] + mark.text))
        waiting = kept
    return runs + [text for _, text in waiting]
