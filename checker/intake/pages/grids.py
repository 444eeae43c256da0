"""Ruled tables: cells are the rectangles that rules close off on all sides; nothing is guessed from how texts are aligned."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.intake.pages.glyphs import POINT, Box, Rule

NEAR = 3 * POINT
"""Rules this near are one rule, and a gap of this width in a rule is none."""
MOST = 60_000
"""Fields that the rules of a page may cut it into; a page of more is a drawing."""


class Slot(NamedTuple):
    """A cell before its text is known; rows and columns begin with 1."""

    box: Box
    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """A ruled table."""

    box: Box
    rows: int
    columns: int
    slots: tuple[Slot, ...]


class Net:
    """The rules of a page: cuts it into fields, and finds which field a point lies in."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        kept = [rule for rule in rules if rule.end - rule.start >= NEAR]
        self.upright = _gathered([rule for rule in kept if rule.upright])
        self.level = _gathered([rule for rule in kept if not rule.upright])
        _close_sides(self.upright, self.level)
        self.xs, self.ys = sorted(self.upright), sorted(self.level)
        self.crowded = len(self.xs) * len(self.ys) > MOST
        self.grids: tuple[Grid, ...] = ()
        self._of: dict[tuple[int, int], tuple[int, int]] = {}
        if not self.crowded and len(self.xs) > 1 and len(self.ys) > 1:
            self._find()

    def at(self, x: int, y: int) -> tuple[int, int] | None:
        """Return the numbers of the grid and of the slot that the point lies in."""
        return self._of.get((bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1))

    def _find(self) -> None:
        wide, high = len(self.xs) - 1, len(self.ys) - 1
        outside = wide * high
        leader = list(range(outside + 1))

        def lead(field: int) -> int:
            while leader[field] != field:
                leader[field] = leader[leader[field]]
                field = leader[field]
            return field

        for j in range(high):
            for i in range(wide):
                field = j * wide + i
                open_sides = (
                    (not _drawn(self.upright[self.xs[i]], self.ys[j], self.ys[j + 1]), field - 1 if i else outside),
                    (not _drawn(self.level[self.ys[j]], self.xs[i], self.xs[i + 1]), field - wide if j else outside),
                    (i == wide - 1 and not _drawn(self.upright[self.xs[-1]], self.ys[j], self.ys[j + 1]), outside),
                    (j == high - 1 and not _drawn(self.level[self.ys[-1]], self.xs[i], self.xs[i + 1]), outside),
                )
                for is_open, other in open_sides:
                    if is_open:
                        leader[lead(field)] = lead(other)
        regions: dict[int, list[tuple[int, int]]] = {}
        for j in range(high):
            for i in range(wide):
                regions.setdefault(lead(j * wide + i), []).append((i, j))
        regions.pop(lead(outside), None)
        cells = {number: fields for number, fields in regions.items() if _rectangle(fields)}
        self._tables(cells)

    def _tables(self, cells: dict[int, list[tuple[int, int]]]) -> None:
        """Put cells that touch together to tables."""
        of = {field: number for number, fields in cells.items() for field in fields}
        grids: list[tuple[Box, Grid, list[tuple[int, list[tuple[int, int]]]]]] = []
        left = dict.fromkeys(cells)
        while left:
            first = next(iter(left))
            del left[first]
            group, queue = [first], [first]
            while queue:
                for i, j in cells[queue.pop()]:
                    for field in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
                        number = of.get(field)
                        if number is not None and number in left:
                            del left[number]
                            group.append(number)
                            queue.append(number)
            if len(group) > 1:
                grid, order = self._grid([cells[number] for number in group])
                grids.append((grid.box, grid, order))
        grids.sort(key=lambda each: (each[0].top, each[0].left))
        self.grids = tuple(grid for _, grid, _ in grids)
        for n, (_, _, order) in enumerate(grids):
            for slot, fields in order:
                for field in fields:
                    self._of[field] = (n, slot)

    def _grid(self, cells: Sequence[list[tuple[int, int]]]) -> tuple[Grid, list[tuple[int, list[tuple[int, int]]]]]:
        spans = []
        for fields in cells:
            left, right = min(i for i, _ in fields), max(i for i, _ in fields) + 1
            top, bottom = min(j for _, j in fields), max(j for _, j in fields) + 1
            spans.append((top, left, bottom, right, fields))
        spans.sort()
        columns = sorted({side for span in spans for side in (span[1], span[3])})
        rows = sorted({side for span in spans for side in (span[0], span[2])})
        slots, order = [], []
        for number, (top, left, bottom, right, fields) in enumerate(spans):
            row, column = rows.index(top), columns.index(left)
            box = Box(self.xs[left], self.ys[top], self.xs[right], self.ys[bottom])
            slots.append(Slot(box, row + 1, column + 1, rows.index(bottom) - row, columns.index(right) - column))
            order.append((number, fields))
        box = Box(self.xs[columns[0]], self.ys[rows[0]], self.xs[columns[-1]], self.ys[rows[-1]])
        return Grid(box, len(rows) - 1, len(columns) - 1, tuple(slots)), order


def _gathered(rules: list[Rule]) -> dict[int, list[tuple[int, int]]]:
    """Return the rules by where they stand, those that are near put together, each as the stretches that it is drawn."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if groups and rule.at - groups[-1][-1].at <= NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    found: dict[int, list[tuple[int, int]]] = {}
    for group in groups:
        stretches: list[tuple[int, int]] = []
        for rule in sorted(group, key=lambda r: (r.start, r.end)):
            if stretches and rule.start <= stretches[-1][1] + NEAR:
                stretches[-1] = (stretches[-1][0], max(stretches[-1][1], rule.end))
            else:
                stretches.append((rule.start, rule.end))
        found[sum(rule.at for rule in group) // len(group)] = stretches
    return found


def _close_sides(upright: dict[int, list[tuple[int, int]]], level: dict[int, list[tuple[int, int]]]) -> None:
    """Close the open sides of tables that are drawn without them, as statistical tables are: where their level rules all end."""
    if not upright:
        return
    for side in (0, 1):
        ends: dict[int, list[int]] = {}
        for y, stretches in level.items():
            for stretch in stretches:
                near = next((x for x in ends if abs(x - stretch[side]) <= NEAR), stretch[side])
                ends.setdefault(near, []).append(y)
        for x, ys in ends.items():
            crossed = any(_drawn(stretches, min(ys), max(ys)) for stretches in upright.values())
            if len(ys) > 2 and crossed and not any(abs(x - other) <= NEAR for other in upright):
                upright[x] = [(min(ys), max(ys))]


def _drawn(stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a rule is drawn from start to end."""
    return any(first <= start + NEAR and last >= end - NEAR for first, last in stretches)


def _rectangle(fields: list[tuple[int, int]]) -> bool:
    """Whether fields that hang together make a rectangle."""
    wide = max(i for i, _ in fields) - min(i for i, _ in fields) + 1
    return len(fields) == wide * (max(j for _, j in fields) - min(j for _, j in fields) + 1)
