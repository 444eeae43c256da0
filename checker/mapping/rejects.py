"""What could not be taken: every row and cell with its reason, however many, kept on disk until it is written or told."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import LONGEST, Place, Problem, Text
from checker.base.outputs import write_files
from checker.base.width import clipped, shortened, visible
from checker.mapping.opened import Opened

TOLD = 200
"""Rejects that are told one by one where they are not written to a file."""
HEADING = ("file", "row", "column", "unit", "value", "reason", "hint")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Spot(NamedTuple):
    """Where something stands: number of the table, row, number of the column among those read (-1 for the whole row)."""

    table: int
    row: int
    column: int = -1


class Rejects:
    """Collects rejected rows and cells; one of a place is enough."""

    def __init__(self, tables: list[Opened], path: Path, lang: str) -> None:
        self.tables = tables
        self.path = path
        self.lang = lang
        self.count = 0
        self.rows: list[set[int]] = [set() for _ in tables]
        self.problems: list[Problem] = []
        self._seen: set[Spot] = set()
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._out = csv.writer(self._file)
        self._out.writerow(HEADING)

    def add(
        self, spot: Spot, code: str, reason: Text, hint: Text | None = None, value: str = "", unit: str = ""
    ) -> None:
        """Note one reject; a second reason for the same cell is left out."""
        if spot in self._seen:
            return
        self._seen.add(spot)
        self.count += 1
        self.rows[spot.table].add(spot.row)
        table = self.tables[spot.table]
        column = table.column(table.columns[spot.column][0]) if spot.column >= 0 else ""
        cells = (
            table.name,
            str(spot.row),
            column,
            unit,
            clipped(value, LONGEST),
            shortened(reason.say(self.lang)),
            shortened(hint.say(self.lang)) if hint else "",
        )
        self._out.writerow([_cell(each) for each in cells])
        if len(self.problems) < TOLD - 1:
            named = not column or reason.zh.startswith(f"{column}：")
            shown = reason if named else Text(f"“{column}”：{reason.zh}", f"{column!r}: {reason.en}")
            self.problems.append(Problem(code, Place(str(table.path), spot.row), shown, hint))

    def told(self) -> Iterable[Problem]:
        """Return what to say where nothing is written: the first rejects, and how many there are."""
        yield from self.problems
        more = self.count - len(self.problems)
        if more > 0:
            told = Text(f"另有 {more:,} 处", f"{more:,} more")
            yield Problem(
                "more", Place("~"), told, Text("写 --rejects 文件，全部写出来", "--rejects FILE writes all of them")
            )

    def write(self, path: Path) -> None:
        """Write all of them to *path* as CSV."""
        self._file.flush()
        write_files({str(path): self.path.read_bytes()})

    def close(self) -> None:
        """Close the draft."""
        self._file.close()


def _cell(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    shown = visible(text)
    return "'" + shown if shown.lstrip(" ").startswith(FORMULA) else shown
