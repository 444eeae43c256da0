"""Reads the table of parameters back from Excel or CSV: the checks of a parameter file, with the cell for a place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from checker.authoring.thresholds import COLUMNS, SEVERAL
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cases.files import read_bytes
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.mapping.texts import encoding_of, lines_of, records_of
from checker.mapping.workbook import Given, Workbook, letters_of
from checker.rulebook.parameter_reader import read_parameter
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Parameter
from checker.rulebook.shapes import PARAMETER_TYPES

NEEDED = ("id", "value", "instrument")
"""Columns without which no value can be read."""
OF_ALL = ("zh", "type")
"""Columns that say the same in every row of a parameter."""
OF_BASIS = ("instrument", "article", "verified", "verified_by", "verified_on", "reference", "note", "en")
LISTS = ("stated_for", "levels", "unit_kinds")
SEPARATORS = ",;\t"
"""What may stand between the cells of a CSV file."""


class Record(NamedTuple):
    """One row of the table: its number, and the cells of it that hold something, by column."""

    number: int
    cells: Mapping[str, str]


class _Table(Source):
    """The table as a document whose nodes stand in cells: line and column of a node are those of its cell."""

    def __init__(self, file: str, sheet: str, data: bytes) -> None:
        super().__init__(file, "", Node("list", [], 1, 0), "utf-8", hashlib.sha256(data).hexdigest(), ())
        self.sheet = sheet

    def place(self, node: Node, width: int | None = None) -> Place:
        """Return the cell of *node*, or the row of a node in no column."""
        return self.at(node.line, node.column)

    def at(self, row: int, column: int = 0) -> Place:
        """Return a cell of a workbook, or a line of a CSV file; columns count from 1."""
        if not self.sheet:
            return Place(self.file, row)
        return Place(f"{self.file} {self.sheet}!{letters_of(column) if column else ''}{row}")


def read_table(path: Path, vocabulary: Vocabulary, known: Mapping[str, Parameter]) -> list[Parameter]:
    """Return the parameters in the table at *path*, each with all its values; raises InputError with all that is wrong.

    *known* are the parameters that there are: name and type may be left out for them, and cannot be changed.
    """
    return _Reading(path, vocabulary, known).parameters()


class _Reading:
    def __init__(self, path: Path, vocabulary: Vocabulary, known: Mapping[str, Parameter]) -> None:
        self.path, self.vocabulary, self.known = path, vocabulary, known
        self.problems: list[Problem] = []
        self.columns: dict[str, int] = {}
        data = read_bytes(str(path))
        self.book = Workbook(path, data) if data[:2] == b"PK" else None
        self.sheet = self._sheet()
        self.table = _Table(str(path), self.sheet, data)

    def wrong(self, code: str, row: int, column: int, told: Text, hint: Text | None = None) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, self.table.at(row, column), told, hint))

    def parameters(self) -> list[Parameter]:
        """Return what the table holds; raises InputError."""
        groups: dict[str, list[Record]] = {}
        for record in self._records():
            groups.setdefault(record.cells.get("id", ""), []).append(record)
        if not groups and not self.problems:
            self.wrong("no-rows", 1, 0, Text("表里没有一行取值", "the table has no row"))
        for record in groups.pop("", []):
            self.wrong("no-id", record.number, 1, Text("这一行没有写参数的编号", "this row names no parameter"))
        reader = FileReader(self.table, self.vocabulary, self.problems)
        found = [read_parameter(reader, self._parameter(ident, group), {}) for ident, group in groups.items()]
        if self.problems:
            raise InputError(self.problems)
        return [each for each in found if each is not None]

    def _sheet(self) -> str:
        """Return the sheet that has the headings; nothing for CSV, and for a workbook without such a sheet."""
        if self.book is None:
            return ""
        for sheet in self.book.sheets:
            for _, cells, _ in self.book.rows(sheet):
                if any(cell.text.strip() in COLUMNS["id"] for cell in cells):
                    return sheet.name
                break
        return self.book.sheets[0].name if self.book.sheets else ""

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        """Yield every row with its number, its cells as texts."""
        if self.book is not None:
            for number, cells, _ in self.book.rows(self.book.sheet(self.sheet)):
                yield number, [self._text(number, at, cell) for at, cell in enumerate(cells, 1)]
            return
        encoding = encoding_of(self.path, "")
        first = next(lines_of(self.path, encoding), "")
        delimiter = max(SEPARATORS, key=first.count)
        for record in records_of(lines_of(self.path, encoding), delimiter):
            if record.fault is not None:
                self.wrong("row", record.row, 0, record.fault)
            else:
                yield record.row, [cell.strip() for cell in record.cells]

    def _text(self, row: int, column: int, cell: Given) -> str:
        """Return what a cell says; what it does not hold itself, or shows otherwise than it holds it, is a problem."""
        if cell.span is not None and (cell.span.top, cell.span.left) != (row, column):
            told = Text(f"在合并的单元格 {cell.span} 里", f"is within the merged cells {cell.span}")
            self.wrong("merged", row, column, told, Text("取消合并，每一行都写上", "split them, and fill in every row"))
        elif cell.kind in ("error", "formula"):
            told = Text("公式没有结果，或结果是错误", "a formula without a result, or with an error for one")
            self.wrong("formula", row, column, told, Text("写上值本身", "write the value itself"))
        elif cell.kind == "number" and cell.shown.percent:
            told = Text("单元格是百分比格式的数字", "the cell is a number shown as a percentage")
            hint = Text("把格式改成文本，写 5%", "make the cell a text and write 5%")
            self.wrong("percent", row, column, told, hint)
        else:
            return cell.text.strip()
        return ""

    def _records(self) -> list[Record]:
        """Return the rows below the headings that hold anything."""
        found: list[Record] = []
        headed = False
        for number, cells in self._lines():
            if not any(cells):
                continue
            if not headed:
                headed = True
                if not self._heads(number, cells):
                    return []
                continue
            for at, text in enumerate(cells):
                if text and at not in self.columns.values():
                    told = Text(f"“{text}”上面没有表头", f"{text!r} stands below no heading")
                    self.wrong("no-heading", number, at + 1, told)
            held = {key: cells[at] for key, at in self.columns.items() if at < len(cells) and cells[at]}
            found.append(Record(number, held))
        return found

    def _heads(self, row: int, cells: list[str]) -> bool:
        """Find the columns by their headings; whether every one that is needed is there and no other is."""
        words = {word.casefold(): key for key, head in COLUMNS.items() for word in (*head, key)}
        before = len(self.problems)
        for at, text in enumerate(cells):
            key = words.get(text.casefold(), "")
            if key and key in self.columns:
                self.wrong("heading", row, at + 1, Text(f"表头“{text}”有两个", f"the heading {text!r} is there twice"))
            elif key:
                self.columns[key] = at
            elif text:
                told = Text(f"不认识的表头“{text}”", f"unknown heading {text!r}")
                near = did_you_mean(text, [word for head in COLUMNS.values() for word in head])
                self.wrong("heading", row, at + 1, told, near)
        lacking = [COLUMNS[key] for key in NEEDED if key not in self.columns]
        if lacking:
            told = Text(
                "没有表头：" + "、".join(head.zh for head in lacking),
                "headings are missing: " + ", ".join(head.en for head in lacking),
            )
            hint = Text("用 checker parameters export 写出的表", "take the table that checker parameters export writes")
            self.wrong("heading", row, 0, told, hint)
        return len(self.problems) == before

    def _parameter(self, ident: str, group: list[Record]) -> Node:
        """Return the rows of one parameter as the mapping that a parameter file would have."""
        known = self.known.get(ident)
        top = group[0].number
        pairs = [self._pair(group[0], "id")]
        for key in OF_ALL:
            said = next((record for record in group if key in record.cells), None)
            self._one(key, group, known)
            if said is not None:
                pairs.append(self._pair(said, key))
            elif known is not None:
                text = known.zh if key == "zh" else known.type
                pairs.append((Node("plain", key, top, 0), Node("text", text, top, 0)))
        values: dict[tuple[str, ...], list[Record]] = {}
        for record in group:
            own = tuple(record.cells.get(key, "") for key in COLUMNS if key not in (*OF_ALL, *OF_BASIS))
            values.setdefault(own, []).append(record)
        entries = [self._value(records, pairs) for records in values.values()]
        pairs.append((Node("plain", "values", top, 0), Node("list", entries, top, 0)))
        return Node("map", pairs, top, 1)

    def _one(self, key: str, group: list[Record], known: Parameter | None) -> None:
        """Say where rows of one parameter name or type it otherwise than the others, or than it is called."""
        there = next((record.cells[key] for record in group if key in record.cells), "")
        if known is not None:
            there = known.zh if key == "zh" else known.type
        for record in group:
            text = record.cells.get(key, "")
            meant = {PARAMETER_TYPES.get(there, there), there}
            if text and text not in meant:
                said = PARAMETER_TYPES.get(there, there)
                told = Text(
                    f"参数“{record.cells['id']}”的{COLUMNS[key].zh}是“{said}”，不是“{text}”",
                    f"the {COLUMNS[key].en} of the parameter {record.cells['id']!r} is {there!r}, not {text!r}",
                )
                hint = Text("名称和类型不能在表里改", "names and types cannot be changed in the table")
                self.wrong("not-the-same", record.number, self.columns[key] + 1, told, hint)

    def _value(self, records: list[Record], head: list[tuple[Node, Node]]) -> Node:
        """Return one value, which stands in as many rows as it has bases."""
        first = records[0]
        kind = next((node.value for key, node in head if key.value == "type"), "")
        pairs: list[tuple[Node, Node]] = []
        for key in COLUMNS:
            if key in ("id", *OF_ALL, *OF_BASIS) or key not in first.cells:
                continue
            many = key in LISTS or (
                key == "value"
                and kind in [word for listed in ("texts", "rates") for word in (listed, PARAMETER_TYPES[listed])]
            )
            pairs.append(self._pair(first, key, many))
        bases: list[Node] = []
        seen: set[tuple[str, ...]] = set()
        for record in records:
            own = tuple(record.cells.get(key, "") for key in OF_BASIS)
            if own in seen:
                told = Text("和上面的一行完全相同", "says the same as a row above")
                self.wrong("repeated", record.number, 0, told, Text("删去这一行", "delete it"))
            seen.add(own)
            given = [self._pair(record, key) for key in OF_BASIS if key in record.cells]
            bases.append(Node("map", given, record.number, self.columns["instrument"] + 1))
        pairs.append((Node("plain", "basis", first.number, 0), Node("list", bases, first.number, 0)))
        return Node("map", pairs, first.number, self.columns["value"] + 1)

    def _pair(self, record: Record, key: str, many: bool = False) -> tuple[Node, Node]:
        """Return a key with the cell of its column."""
        row, column = record.number, self.columns[key] + 1
        text = record.cells[key]
        node = Node("text", text, row, column)
        if many:
            node = Node(
                "list", [Node("text", word, row, column) for word in self._words(text, row, column)], row, column
            )
        return Node("plain", key, row, column), node

    def _words(self, text: str, row: int, column: int) -> list[str]:
        """Return the texts of a cell, with 、 between or as a list of JSON."""
        if text[0] != "[":
            return [word.strip() for word in text.split(SEVERAL)]
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list) and all(isinstance(word, str) for word in found):
            return found
        told = Text("以“[”开头，却不是文字清单", "begins with a bracket and is no list of texts")
        self.wrong("no-list", row, column, told, Text('写成 ["甲", "乙"]，或 甲、乙', 'write ["A", "B"], or A、B'))
        return []
