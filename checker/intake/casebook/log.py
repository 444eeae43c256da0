"""What reading a workbook leaves: its cells as lines that messages can point to, what is wrong, and what is told."""

from __future__ import annotations

from checker.base.errors import CellLine, InputError, Place, Problem, Text
from checker.base.width import clipped
from checker.documents.node import Node
from checker.mapping.workbook import letters_of

SHOWN = 6
"""Cells that a remark names one by one."""


class Log:
    """Every cell that was looked at has a line; problems and remarks point to those."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: list[str] = []
        self.problems: list[Problem] = []
        self.remarks: dict[Text, list[str]] = {}
        self.faulty: set[tuple[str, int, str]] = set()
        """Fields whose cell is wrong or empty already: sheet, row, id of the field. What follows from that is not told again."""
        self.spots: dict[int, tuple[str, int]] = {}

    def at(self, sheet: str, row: int, column: int, heading: str = "", text: str = "") -> tuple[CellLine, int]:
        """Return the line of a cell, and the column in it where the text of the cell begins."""
        lead = f"{' '.join(heading.split())}: " if heading else ""
        self.lines.append(lead + " ".join(text.split()))
        line = CellLine(len(self.lines), f"{sheet}!{letters_of(column)}{row}")
        self.spots[int(line)] = (sheet, row)
        return line, len(lead) + 1

    def node(self, kind: str, value: object, spot: tuple[CellLine, int]) -> Node:
        """Return a node that stands in a cell."""
        return Node(kind, value, *spot)

    def problem(self, code: str, spot: tuple[CellLine, int], zh: str, en: str, hint: Text | None = None) -> None:
        """Note what is wrong with a cell."""
        line, column = spot
        text = self.lines[line - 1]
        self.problems.append(
            Problem(
                code,
                Place(self.file, line, column, clipped(text, 200), max(1, len(text) - column + 1)),
                Text(zh, en),
                hint,
            )
        )

    def tell(self, zh: str, en: str, cell: str) -> None:
        """Note what was done with a cell, or that nothing was; remarks of one kind are told together."""
        self.remarks.setdefault(Text(zh, en), []).append(cell)

    def notes(self) -> tuple[Text, ...]:
        """Return the remarks, each with the first cells it speaks of."""
        found = []
        for told, cells in self.remarks.items():
            some = [each for each in dict.fromkeys(cells) if each]
            more = len(some) - SHOWN
            zh = "、".join(some[:SHOWN]) + (f" 等 {len(some)} 处" if more > 0 else "")
            en = ", ".join(some[:SHOWN]) + (f" and {more} more" if more > 0 else "")
            found.append(Text(f"{told.zh}：{zh}", f"{told.en}: {en}") if some else told)
        return tuple(found)

    def refuse(self, code: str, zh: str, en: str, hint: Text | None = None) -> InputError:
        """Return what to say of the file as a whole."""
        return InputError([Problem(code, Place(self.file), Text(zh, en), hint)])
