"""A table as a grid: which cell covers a row and column, and the way of headings that stands above a column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.intake.document import Cell, Table
from checker.intake.forms.words import heading, plain, with_years, years_apart


class Grid:
    """The cells of a table by the rows and columns that they cover; where two cover one place, neither is used."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows = table.rows
        self.columns = table.columns
        self._covering: dict[tuple[int, int], Cell] = {}
        self._starting: dict[int, list[Cell]] = {}
        twice: set[tuple[int, int]] = set()
        for cell in table.cells:
            self._starting.setdefault(cell.row, []).append(cell)
            for row in range(cell.row, cell.row + max(1, cell.rows)):
                for column in range(cell.column, cell.column + max(1, cell.columns)):
                    if (row, column) in self._covering:
                        twice.add((row, column))
                    self._covering[row, column] = cell
        for spot in twice:
            del self._covering[spot]

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place."""
        return self._covering.get((row, column))

    def starting(self, row: int) -> Sequence[Cell]:
        """Return the cells that begin in a row, left to right."""
        return self._starting.get(row, ())

    def covering(self, row: int) -> list[Cell]:
        """Return the cells that cover a row, left to right, each once."""
        found: list[Cell] = []
        for column in range(1, self.columns + 1):
            cell = self.at(row, column)
            if cell is not None and (not found or found[-1] is not cell):
                found.append(cell)
        return found


class Head:
    """The rows of a head: for every column the texts above it, top down, with other spellings put right."""

    def __init__(self, grid: Grid, first: int, last: int, aliases: dict[str, str]) -> None:
        self.grid = grid
        self.first = first
        self.last = last
        cells = [cell for row in range(first, last + 1) for cell in grid.starting(row)]
        self.years = years_apart(plain(cell.text) for cell in cells)
        self.texts = frozenset(self._said(cell.text, aliases) for cell in cells if cell.text.strip())
        self.chains: dict[int, tuple[Cell, ...]] = {}
        self.paths: dict[int, tuple[str, ...]] = {}
        for column in range(1, grid.columns + 1):
            chain: list[Cell] = []
            for row in range(first, last + 1):
                cell = grid.at(row, column)
                if cell is not None and cell.text.strip() and (not chain or chain[-1] is not cell):
                    chain.append(cell)
            self.chains[column] = tuple(chain)
            self.paths[column] = tuple(self._said(cell.text, aliases) for cell in chain)

    def _said(self, text: str, aliases: dict[str, str]) -> str:
        found = with_years(heading(text), self.years)
        return aliases.get(found, found)

    def under(self, part: str) -> list[int]:
        """Return the columns above which a text stands anywhere; all of them for no text."""
        return [column for column, path in self.paths.items() if not part or part in path]

    def groups(self, columns: Iterable[int]) -> list[tuple[int, ...]]:
        """Return neighbouring columns that stand under the very same cells as one group each."""
        found: list[list[int]] = []
        for column in sorted(columns):
            same = (
                found
                and found[-1][-1] == column - 1
                and [*map(id, self.chains[found[-1][-1]])] == [*map(id, self.chains[column])]
            )
            if same:
                found[-1].append(column)
            else:
                found.append([column])
        return [tuple(group) for group in found]

    def find(self, wanted: Sequence[str], among: Iterable[int]) -> dict[str, tuple[int, ...]]:
        """Return the group of columns of each wanted heading: its parts stand above it in this order, the last of them lowest.

        A column that fits several goes to the one with most parts; one that fits two of as many, and a heading that fits
        several groups, are left out: which is meant cannot be told.
        """
        fits: dict[str, list[tuple[int, ...]]] = {}
        for group in self.groups(among):
            path = self.paths[group[0]]
            fitting = sorted(
                (name for name in wanted if _within(name.split("/"), path)), key=lambda name: -name.count("/")
            )
            if fitting and (len(fitting) == 1 or fitting[0].count("/") > fitting[1].count("/")):
                fits.setdefault(fitting[0], []).append(group)
        return {name: groups[0] for name, groups in fits.items() if len(groups) == 1}


def _within(parts: Sequence[str], path: Sequence[str]) -> bool:
    """Whether *parts* stand in *path* in this order, the last of both the same."""
    if not path or path[-1] != parts[-1]:
        return False
    rest = iter(path)
    return all(part in rest for part in parts)


def head_at(grid: Grid, row: int, last: int, words: frozenset[str], aliases: dict[str, str]) -> Head:
    """Return the head that begins in *row*: rows of nothing but known words, rows of nothing between them as well."""
    end = row
    for below in range(row + 1, last + 1):
        texts = [cell.text for cell in grid.starting(below) if cell.text.strip()]
        if not texts:
            continue
        years = years_apart(map(plain, texts))
        found = {with_years(heading(text), years) for text in texts}
        if any(aliases.get(each, each) not in words for each in found):
            break
        end = below
    return Head(grid, row, end, aliases)
