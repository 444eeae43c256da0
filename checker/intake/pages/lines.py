"""Characters to lines, by where they stand and never by the order in which a file draws them."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.intake.pages.glyphs import Box, Glyph, laid, turned

FIGURE = re.compile(r"[-−－+(（]?[¥￥]?\d[\d,，.．]*[%％)）]?")
"""A figure that stands by itself."""
_DIGITS = re.compile(r"[\d.,，．%]")
_APART = 200
"""Hundredths of the size of the type: a wider gap sets words apart, as columns do; it is written as a tab."""
_BLANK = 30
_BLANK_IN_FIGURE = 12  # the digits of a figure touch: of 40,000 pairs in real documents none was more than 4 apart
_OVERLAP = 55
"""Hundredths of the height that characters of one line share; digits from another font stand up to 45 lower or higher."""


class Line(NamedTuple):
    """Characters in one line, from left to right, along and across it; `turn` is the angle of the line on the page."""

    glyphs: tuple[Glyph, ...]
    text: str
    turn: int = 0
    hidden: bool = False
    doubled: int = 0
    overprinted: bool = False

    @property
    def left(self) -> int:
        """Where the line begins."""
        return self.glyphs[0].x

    @property
    def right(self) -> int:
        """Where the line ends."""
        return max(glyph.right for glyph in self.glyphs[-3:])

    @property
    def top(self) -> int:
        """The upper edge of its highest character."""
        return min(glyph.top for glyph in self.glyphs)

    @property
    def bottom(self) -> int:
        """The lower edge of its lowest character."""
        return max(glyph.bottom for glyph in self.glyphs)

    @property
    def size(self) -> int:
        """The size of most of its type."""
        sizes = sorted(glyph.size for glyph in self.glyphs)
        return sizes[len(sizes) // 2]

    @property
    def box(self) -> Box:
        """The rectangle of the line on the page."""
        corners = [turned(x, y, -self.turn % 360) for x in (self.left, self.right) for y in (self.top, self.bottom)]
        return Box(*(min(c[i] for c in corners) for i in (0, 1)), *(max(c[i] for c in corners) for i in (0, 1)))

    @property
    def words(self) -> list[str]:
        """The texts that are set apart."""
        return self.text.split("\t")

    @property
    def figures(self) -> int:
        """How many figures stand by themselves in the line: columns of a table, not words of a sentence."""
        return sum(bool(FIGURE.fullmatch(word.replace(" ", ""))) for word in self.words)


class _Band:
    """The height at which a line is being put together."""

    def __init__(self, glyph: Glyph) -> None:
        self.glyphs = [glyph]
        self.top, self.bottom = glyph.top, glyph.bottom
        self.height = max(1, self.bottom - self.top)

    def shares(self, glyph: Glyph) -> int:
        """Return how much of its height the glyph shares with the line, in hundredths."""
        common = min(self.bottom, glyph.bottom) - max(self.top, glyph.top)
        return 100 * common // max(1, min(self.height, glyph.bottom - glyph.top))


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines of the glyphs from top to bottom; those that are turned or hidden make lines of their own, after the others."""
    kinds: dict[tuple[bool, int], list[Glyph]] = {}
    for glyph in glyphs:
        kinds.setdefault((glyph.hidden, glyph.turn), []).append(glyph)
    found: list[Line] = []
    for (hidden, turn), members in sorted(kinds.items()):
        for band in _bands([laid(glyph) for glyph in members]):
            line = line_of(band, turn, hidden)
            if line is not None:
                found.append(line)
    return found


def _bands(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs by line, from top to bottom."""
    open_: list[_Band] = []
    closed: list[_Band] = []
    for glyph in sorted(glyphs, key=lambda g: (g.top, g.x, g.text)):
        while open_ and open_[0].bottom <= glyph.top:
            closed.append(open_.pop(0))
        best = max(open_, key=lambda b: b.shares(glyph), default=None)
        if best is not None and best.shares(glyph) >= _OVERLAP:
            best.glyphs.append(glyph)
        else:
            insort(open_, _Band(glyph), key=lambda b: b.bottom)
    closed.extend(open_)
    return [band.glyphs for band in sorted(closed, key=lambda b: (b.top, b.bottom))]


def line_of(glyphs: Iterable[Glyph], turn: int = 0, hidden: bool = False) -> Line | None:
    """Return the line of these glyphs, or nothing where they print nothing."""
    ink: list[Glyph] = []
    out: list[str] = []
    doubled, overprinted, spaced = 0, False, False
    for glyph in sorted(glyphs, key=lambda g: (g.x, g.y, g.text)):
        if not glyph.text or glyph.text.isspace():
            spaced = True
            continue
        if any(_same(glyph, other) for other in ink[-3:]):
            doubled += 1
            continue
        if ink:
            out.append(between(ink[-1], glyph, spaced))
            overprinted = overprinted or _over(ink[-1], glyph)
        out.append(glyph.text)
        ink.append(glyph)
        spaced = False
    return Line(tuple(ink), "".join(out), turn, hidden, doubled, overprinted) if ink else None


def _same(glyph: Glyph, other: Glyph) -> bool:
    """Whether a glyph is printed a second time at its place, as some programs do for bold type."""
    near = max(20, glyph.size * 12 // 100)
    return glyph.text == other.text and abs(glyph.x - other.x) <= near and abs(glyph.y - other.y) <= near


def _over(left: Glyph, right: Glyph) -> bool:
    """Whether a digit stands on another one, so that nobody can tell which is meant."""
    both = left.text[-1:].isdecimal() and right.text[:1].isdecimal()
    return both and left.right - right.x > min(left.advance, right.advance) * 6 // 10


def between(left: Glyph, right: Glyph, spaced: bool = False) -> str:
    """Return what is written between two neighbours: nothing, a blank, or a tab where they stand far apart.

    Figures are not put together across the smallest gap, nor with digits of another size or height (a raised 2 is no digit of 12.52).
    """
    size = max(left.size, right.size, 1)
    gap = 100 * (right.x - left.right) // size
    if gap >= _APART:
        return "\t"
    if _DIGITS.match(left.text[-1:]) and _DIGITS.match(right.text[:1]):
        other = 100 * min(left.size, right.size) < 75 * size or 100 * abs(left.y - right.y) > 25 * size
        other = other and left.text.isascii() == right.text.isascii()  # a wide comma is of the Chinese font
        return " " if other or gap > _BLANK_IN_FIGURE or (spaced and gap > 5) else ""
    return " " if gap > _BLANK or (spaced and gap > _BLANK_IN_FIGURE) else ""


def joined(rows: Sequence[str]) -> str:
    """Return lines that follow one another as one text.

    Chinese is written on without a blank. A figure that may go on in the next line keeps the end of the line: whether it is one
    figure or two is nothing to decide here.
    """
    text = rows[0] if rows else ""
    for row in rows[1:]:
        text += seam(text, row) + row
    return text


def seam(before: str, after: str) -> str:
    """Return what stands between the end of a line and the beginning of the next of the same paragraph."""
    last, first = before[-1:], after[:1]
    if _DIGITS.match(last) and _DIGITS.match(first):
        return "\n"
    return " " if last.isascii() and first.isascii() and last.isalnum() and first.isalnum() else ""
