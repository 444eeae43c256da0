"""Lines to paragraphs: what runs on, what stands apart, columns beside one another, headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from checker.intake.pages.glyphs import POINT
from checker.intake.pages.lines import FIGURE, Line, line_of

_NUMBER = re.compile(r"[-—–－·\s]*第?\s*(\d{1,4})\s*页?(?:[,，/\s]*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*")
_ENDED = re.compile("[。；：:;！？!?]$")
_MARK = re.compile("[（(]?[一二三四五六七八九十\\d]{1,3}[、.．）)]|第[一二三四五六七八九十\\d]+[条章部款]|[①-⑳●■◆]")
_WORD = re.compile("(?:[!-~]+|.)[，。；：、！？）》”’％]*")
_ZONE = 12
"""Hundredths of the height of a page, at its top and at its bottom, where headers and footers stand."""
_FEW = 3
"""Pages on which the same line has to stand at the same height to be a header or footer."""


class Margins(NamedTuple):
    """Where the running text of pages begins and ends."""

    left: int
    right: int


def margins(rows: Sequence[Line]) -> Margins | None:
    """Return the margins that lines of running text keep, or nothing where there are too few."""
    long = [line for line in rows if len(line.glyphs) >= 15 and "\t" not in line.text and not line.turn]
    if len(long) < 3:
        return None
    lefts, rights = sorted(line.left for line in long), sorted(line.right for line in long)
    return Margins(lefts[len(lefts) // 20], rights[-1 - len(rights) // 20])


def _runs_on(before: Line, after: Line, kept: Margins | None) -> bool:
    """Whether a line is the next of the same paragraph: the one before is full, and this one is not indented."""
    if kept is None or before.turn or after.turn or "\t" in before.text or "\t" in after.text:
        return False
    size = max(before.size, after.size)
    if 10 * abs(before.size - after.size) > size or after.top - before.top > 24 * size // 10:
        return False
    if after.left > kept.left + size or before.left > kept.left + 5 * size:
        return False
    if _ENDED.search(before.text) and _MARK.match(after.text):
        return False
    word = _WORD.match(after.text)  # what cannot be broken went to the next line as a whole
    need = sum(glyph.advance for glyph in after.glyphs[: len(word[0])]) if word else 0
    return kept.right - before.right < need + size


def paragraphs(rows: Sequence[Line], kept: Margins | None) -> list[list[Line]]:
    """Return lines that follow one another by paragraph."""
    found: list[list[Line]] = []
    for line in rows:
        if found and _runs_on(found[-1][-1], line, kept):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def in_columns(rows: list[Line]) -> list[Line]:
    """Return the lines in the order of reading where running text is set in two columns: the left one first."""
    found: list[Line] = []
    start = 0
    while start < len(rows):
        end, gutter = _side_by_side(rows, start)
        if gutter is None:
            found.append(rows[start])
            start += 1
            continue
        for side in (True, False):
            for line in rows[start:end]:
                part = line_of(g for g in line.glyphs if (g.centre < gutter) is side)
                if part is not None:
                    found.append(part)
        start = end
    return found


def _side_by_side(rows: list[Line], start: int) -> tuple[int, int | None]:
    """Return where two columns that begin at a line end, and a place between them; None where there are none."""
    left, right, both, words = 0, 10**9, 0, []
    end = start
    for line in rows[start:]:
        gaps = [
            (a.right, b.x) for a, b in zip(line.glyphs, line.glyphs[1:], strict=False) if b.x - a.right >= 2 * a.size
        ]
        wide = [gap for gap in gaps if max(left, gap[0]) + line.size < min(right, gap[1])]
        if len(gaps) == 1 and wide:
            left, right, both = max(left, gaps[0][0]), min(right, gaps[0][1]), both + 1
            words += line.words
        elif gaps or not both or (line.right > right and line.left < left):
            break
        end += 1
    loose = sum(bool(FIGURE.fullmatch(word)) for word in words)
    prose = both >= 4 and sum(map(len, words)) >= 10 * len(words) and 4 * loose < len(words)
    return end, (left + right) // 2 if prose else None


def edges(pages: Sequence[tuple[int, Sequence[Line]]]) -> dict[tuple[int, int], str]:
    """Return which lines are headers and footers: (page, line), both from 0, to "header" or "footer".

    *pages* are heights and lines from top to bottom. A line is one where its number counts pages, or the same words stand at the
    same height on several pages; a figure at the foot of a table is neither, nor is the unit of the tables of every page.
    """
    zones: list[tuple[int, int, str, Line]] = []
    for number, (height, rows) in enumerate(pages):
        for index, line in enumerate(rows):
            if line.bottom < height * _ZONE // 100:
                zones.append((number, index, "header", line))
            elif line.top > height * (100 - _ZONE) // 100:
                zones.append((number, index, "footer", line))
    found: dict[tuple[int, int], str] = {}
    offsets = Counter(int(m[1]) - number for number, _, _, line in zones if (m := _NUMBER.fullmatch(line.text)))
    seen = Counter(_again(kind, line) for _, _, kind, line in zones)
    for number, index, kind, line in zones:
        m = _NUMBER.fullmatch(line.text)
        counts = m is not None and (offsets[int(m[1]) - number] > 1 or int(m[1]) == number + 1)
        if counts or (m is None and "单位" not in line.text and seen[_again(kind, line)] >= _FEW):
            found[number, index] = kind
    return found


def _again(kind: str, line: Line) -> tuple[str, str, int]:
    return kind, line.text, line.top // (4 * POINT)
