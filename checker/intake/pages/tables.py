"""The ruled tables of a page with their texts; what cannot be read cell by cell is handed back, never spread over guessed cells."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from checker.base.errors import Text
from checker.intake.pages.glyphs import Glyph, centre
from checker.intake.pages.grids import Grid, Net, Slot
from checker.intake.pages.lines import FIGURE, Line, between, lines, seam

BROKEN = Text(
    "格里的数断在两行，是一个数还是两个数看不出来",
    "a figure ends at a line of the cell and may go on in the next: whether it is one figure or two cannot be seen",
)
CROSSING = Text("数字跨过了格线", "the figure crosses the rule of its cell")
_FIGURE = frozenset("0123456789.,")
STACKED = Text("一格里有几个数，没有线隔开", "the cell holds several figures with no rule between them")


class Filled(NamedTuple):
    """A cell with its text, its lines set apart by line ends."""

    slot: Slot
    text: str
    unread: Text | None = None


class Ruled(NamedTuple):
    """A ruled table that was read."""

    grid: Grid
    cells: tuple[Filled, ...]


class Tables(NamedTuple):
    """The tables of a page; `rest` are the characters in none of them, `refused` grids whose cells are not the cells of the table."""

    ruled: tuple[Ruled, ...]
    rest: tuple[Glyph, ...]
    refused: tuple[Grid, ...]
    crowded: bool
    doubled: int
    overprinted: bool


def tables(net: Net, glyphs: Iterable[Glyph]) -> Tables:
    """Sort the glyphs of a page into the cells of its grids."""
    placed = [(glyph, None if glyph.hidden else net.at(*centre(glyph))) for glyph in glyphs]
    figures = {g: at for g, at in placed if g.turn == 0 and not g.hidden and g.text[:1] in _FIGURE}
    crossing = _keep_whole(figures)
    rest: list[Glyph] = []
    slots: dict[tuple[int, int], list[Glyph]] = {}
    for glyph, found_at in placed:
        at = figures.get(glyph, found_at)
        if at is None:
            rest.append(glyph)
        else:
            slots.setdefault(at, []).append(glyph)
    ruled, refused, doubled, overprinted = [], [], 0, False
    for number, grid in enumerate(net.grids):
        inside = {n: lines(slots[number, n]) for n in range(len(grid.slots)) if (number, n) in slots}
        if not any(inside.values()):
            continue
        if _is_whole(inside.values()):
            refused.append(grid)
            rest.extend(glyph for n in inside for glyph in slots[number, n])
            continue
        doubled += sum(line.doubled for found in inside.values() for line in found)
        overprinted = overprinted or any(line.overprinted for found in inside.values() for line in found)
        cells = []
        for n, slot in enumerate(grid.slots):
            found = inside.get(n, [])
            rows = [line.text.replace("\t", " ") for line in found]
            unread = CROSSING if (number, n) in crossing else _unread(found)
            cells.append(Filled(slot, "\n".join(rows), unread))
        ruled.append(Ruled(grid, tuple(cells)))
    return Tables(tuple(ruled), tuple(rest), tuple(refused), net.crowded, doubled, overprinted)


def _keep_whole(figures: dict[Glyph, tuple[int, int] | None]) -> set[tuple[int, int] | None]:
    """Put figures that cross a rule whole into the cell that they begin in, and return the cells that they touch."""
    found: set[tuple[int, int] | None] = set()
    for line in lines(figures):
        for left, right in zip(line.glyphs, line.glyphs[1:], strict=False):
            if figures[left] != figures[right] and not between(left, right):
                found |= {figures[left], figures[right]}
                figures[right] = figures[left]
    return found


def _loose(found: list[Line]) -> int:
    """Return how many figures stand by themselves in a cell, apart from one another."""
    return sum(line.figures for line in found)


def _is_whole(cells: Iterable[list[Line]]) -> bool:
    """Whether most of the figures that stand by themselves share a cell with others: rules are lacking."""
    loose = [_loose(found) for found in cells]
    return 2 * sum(n for n in loose if n > 1) > sum(loose)


def _unread(found: list[Line]) -> Text | None:
    """Return why the figures of a cell are no figures to use."""
    if any(seam(a.text, b.text) == "\n" for a, b in pairwise(found)):
        whole = all(FIGURE.fullmatch(line.text) for line in found)
        return STACKED if whole and all("." in line.text for line in found) else BROKEN
    return STACKED if _loose(found) > 1 else None
