"""What is drawn on a page to the rules that may make a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.intake.pages.glyphs import POINT, Rule

THIN = 3 * POINT
"""Width of a filled area up to which it is a line: some programs draw lines as thin boxes."""
_STRAIGHT = POINT // 2
_Point = tuple[int, int]


def ruled(pieces: Sequence[Sequence[_Point]], stroke: bool, fill: bool) -> Iterator[Rule]:
    """Yield the level and upright lines of a path, of which each piece is a row of points; of a filled area only one as thin as a line."""
    for points in pieces:
        if stroke:
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(x0 - x1) <= _STRAIGHT < abs(y0 - y1):
                    yield Rule(True, (x0 + x1) // 2, min(y0, y1), max(y0, y1))
                elif abs(y0 - y1) <= _STRAIGHT < abs(x0 - x1):
                    yield Rule(False, (y0 + y1) // 2, min(x0, x1), max(x0, x1))
        elif fill and points:
            left, right = min(x for x, _ in points), max(x for x, _ in points)
            top, bottom = min(y for _, y in points), max(y for _, y in points)
            if right - left <= THIN < bottom - top:
                yield Rule(True, (left + right) // 2, top, bottom)
            elif bottom - top <= THIN < right - left:
                yield Rule(False, (top + bottom) // 2, left, right)
