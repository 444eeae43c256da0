"""How large a table may be that is read as a form: what holds thousands of entries is refused by name, unless somebody asks for it."""

from __future__ import annotations

from typing import NamedTuple

from checker.base.errors import Text
from checker.intake.refusing import refused

MOST_CELLS = 1_000_000
"""Cells that the sheets of a file may hold in all, whoever asks."""


class Bounds(NamedTuple):
    """Rows that a sheet, and cells that all sheets of a file may hold; what is empty counts for neither."""

    rows: int
    cells: int

    def hold(self, name: str, sheet: str, rows: int, cells: int, last: int = 0) -> None:
        """Refuse the file *name* where *rows* of a sheet, or *cells* so far, are too many; *last* is the last row that is written, where that is known.

        Raises InputError.
        """
        if cells > MOST_CELLS:
            told = Text(f"有内容的格超过 {MOST_CELLS:,} 个", f"holds more than {MOST_CELLS:,} cells")
            hint = Text("拆成几个文件，或删去不用的表", "split it, or delete the sheets that are not needed")
            raise refused("too-large", name, told, hint)
        if rows <= self.rows and cells <= self.cells:
            return
        zh, en = (f"工作表“{sheet}”", f"the sheet {sheet!r}") if sheet else ("表", "the table")
        if rows > self.rows:
            to = (f"（写到第 {last:,} 行）", f" (down to row {last:,})") if last > rows else ("", "")
            told = Text(
                f"{zh}有内容的超过 {self.rows:,} 行{to[0]}，是一行一笔的明细，不是报表，没有读",
                f"{en} holds more than {self.rows:,} rows{to[1]}: it is a list of entries and no form, and was not read",
            )
        else:
            told = Text(
                f"有内容的格超过 {self.cells:,} 个（读到{zh}），多半是明细，逐个数没有人看得过来，没有读",
                f"holds more than {self.cells:,} cells (up to {en}): most likely a list of entries, which nobody looks through one by one; it was not read",
            )
        raise refused("entries", name, told, _HINT)


_HINT = Text(
    "明细用 checker pack --map 做成表格再检查（docs/tables.zh.md）；只有别的表要读的，把它们另存一份；确是报表的，checker import --large",
    "make tables of entries with checker pack --map and check those (docs/tables.en.md); where only other sheets are wanted, save those apart; if it is a form all the same, checker import --large",
)
FORMS = Bounds(5_000, 60_000)
"""What a form holds at most: nobody looks through more figures one by one, and this much is read in two seconds."""
LARGE = Bounds(1_048_576, MOST_CELLS)
"""What is read where somebody asks for it."""
