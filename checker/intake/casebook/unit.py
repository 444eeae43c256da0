"""The sheet of the unit: one field in a row, and what holds of the whole case (unit of amounts, what was transcribed)."""

from __future__ import annotations

from typing import NamedTuple

from checker.base.errors import Text, suggest
from checker.base.values import UNIT_WORDS, UNITS
from checker.base.width import clipped, visible
from checker.cases.totals import BLANKS
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.unfilled import UNFILLED
from checker.intake.casebook.cells import HIDDEN_WORDS, Cells
from checker.intake.casebook.layout import (
    ALL,
    DECIMALS,
    DOCUMENT,
    EACH,
    ITEM,
    NOT_ALL,
    NOT_DISCLOSED,
    SHAPE,
    SOURCE,
    SPECIAL,
    TRANSCRIBED,
    UNIT,
    VALUE,
    Head,
    Layout,
    read_heading,
    table_of,
)
from checker.intake.casebook.log import Log
from checker.intake.casebook.sheet import Grid, Spot
from checker.mapping.headings import folded
from checker.mapping.workbook import Given

Pairs = list[tuple[Node, Node]]


class Line(NamedTuple):
    """One row of the sheet: its number, its heading, what is filled in, where that was found, notes on it."""

    number: int
    label: str
    given: Given
    spot: Spot
    source: str
    source_spot: Spot
    comment: str


class UnitReader:
    """Reads the sheet of the unit; `hidden` takes what a cell says is not disclosed."""

    def __init__(self, layout: Layout, grid: Grid, log: Log, vocabulary: Vocabulary) -> None:
        self.layout, self.grid, self.log, self.vocabulary = layout, grid, log, vocabulary
        self.table = table_of(layout.heads)
        self.special = {folded(name): text for text in SPECIAL for name in text}
        self.found: dict[str, Line] = {}
        self.fields: dict[Head, Line] = {}
        self.spot = log.at(grid.sheet.name, 1, 1)
        self._lines()

    def _lines(self) -> None:
        grid, log = self.grid, self.log
        heads = {folded(name): number for number, text in enumerate((ITEM, VALUE, SHAPE, SOURCE)) for name in text}
        self.head_row = next(
            (n for n in sorted(grid.rows) if [heads.get(folded(grid.text(n, c))) for c in (1, 2, 4)] == [0, 1, 3]), 0
        )
        if not self.head_row:
            zh, en = (
                f"{ITEM.say(each)} | {VALUE.say(each)} | {SHAPE.say(each)} | {SOURCE.say(each)}"
                for each in ("zh", "en")
            )
            log.problem(
                "no-headings",
                self.spot,
                f"工作表“{grid.sheet.name}”的表头要是：{zh}",
                f"the headings of the sheet {grid.sheet.name!r} are: {en}",
                Text("改回原来的表头", "write them as they were"),
            )
            return
        grid.tell_rest(set(), {(1, 1), (2, 1)}, self.head_row)
        for number in sorted(grid.rows):
            if number <= self.head_row:
                continue
            row = grid.rows[number]
            if number in grid.hidden_rows:
                log.tell("隐藏的行也读了", "hidden rows were read as well", f"{grid.sheet.name}!{number}")
            for column, cell in enumerate(row, 1):
                if column > 4 and (cell.text.strip(BLANKS) or cell.kind == "formula"):
                    spot = log.at(grid.sheet.name, number, column, "", cell.text)
                    log.problem(
                        "no-heading",
                        spot,
                        f"“{visible(clipped(cell.text, 40))}”写在没有表头的列里",
                        f"{visible(clipped(cell.text, 40))!r} stands in a column without a heading",
                        Text("移到它的栏里，或删去", "move it into its column, or delete it"),
                    )
            label = grid.text(number, 1)
            given = row[1] if len(row) > 1 else Given("")
            spot = log.at(grid.sheet.name, number, 2, label, given.text)
            source, source_spot = (
                grid.text(number, 4),
                log.at(grid.sheet.name, number, 4, SOURCE.zh, grid.text(number, 4)),
            )
            comment = grid.comments.pop((number, 2), "")
            line = Line(number, label, given, spot, source, source_spot, comment)
            if grid.merged(given, spot):
                continue
            if not label:
                if given.text.strip(BLANKS) or source:
                    log.problem(
                        "no-heading",
                        spot,
                        "这一行没有写是哪一项",
                        "this row does not say which item it is",
                        Text("改回原来的项目名称", "write the name of the item as it was"),
                    )
                continue
            self._label(line)
        for (number, column), comment in grid.comments.items():
            Cells(log, self.vocabulary, "").tell_comment(comment, grid.named(number, column))

    def _label(self, line: Line) -> None:
        log = self.log
        place = log.at(self.grid.sheet.name, line.number, 1, "", line.label)
        special = self.special.get(folded(line.label).rstrip("*"))
        head, unit = read_heading(line.label, self.table)
        key = special.zh if special is not None else head.zh if head is not None else ""
        if not key:
            near = suggest(line.label, [*(each.zh for each in self.layout.heads), *(text.zh for text in SPECIAL)])
            log.problem(
                "unknown-heading",
                place,
                f"{self.layout.zh}没有“{clipped(line.label, 40)}”这一项",
                f"{self.layout.en} has no item {clipped(line.label, 40)!r}",
                Text("您是不是想写：" + "、".join(near), "did you mean: " + ", ".join(near))
                if near
                else Text("改回原来的名称，或删去这一行", "write the name as it was, or delete the row"),
            )
        elif key in self.found:
            log.problem(
                "repeated-heading",
                place,
                f"“{key}”写了两行（另一行是第 {self.found[key].number} 行）",
                f"{line.label!r} is there twice (the other is row {self.found[key].number})",
                Text("只留一行", "keep one of them"),
            )
        else:
            self.found[key] = line
            if special is None and head is not None:
                self.fields[head] = line
                if (
                    unit
                    and head.field is not None
                    and head.field.type != "money"
                    and f"({unit})" not in [folded(head.unit("", each)) for each in ("zh", "en")]
                ):
                    log.problem(
                        "unit",
                        place,
                        f"项目名称里的单位“{unit}”和这一项的不同",
                        f"the unit {unit!r} in the name is not that of this item",
                        Text("改回原来的名称", "write the name as it was"),
                    )

    def _text(self, item: Text) -> tuple[str, Spot]:
        line = self.found.get(item.zh)
        if line is None:
            return "", self.spot
        if line.given.kind == "number" and item is DECIMALS:
            return line.given.text.removesuffix(".0"), line.spot
        return line.given.text.strip(BLANKS), line.spot

    def amounts(self) -> tuple[str, Pairs]:
        """Return the unit of plain amounts ("" for none) and what the case says of how amounts are written."""
        text, spot = self._text(UNIT)
        decimals, place = self._text(DECIMALS)
        unit, pairs = UNIT_WORDS.get(text, text), list[tuple[Node, Node]]()
        if text in EACH:
            unit = ""
        elif unit not in UNITS:
            hint = Text(f"写 {'、'.join(UNITS)} 或 {EACH.zh}", f"one of {', '.join(UNITS)}, or {EACH.en}")
            told = Text(
                f"{UNIT.zh}要写，却写了“{visible(clipped(text, 20))}”",
                f"the {UNIT.en} is wanted, found {visible(clipped(text, 20))!r}",
            )
            self.log.problem(
                "unit",
                spot,
                told.zh if text else f"没有写{UNIT.zh}",
                told.en if text else f"the {UNIT.en} is missing",
                hint,
            )
            return "", []
        if unit:
            pairs.append((self._key("unit", spot), self.log.node("plain", unit, spot)))
        if decimals:
            pairs.append((self._key("decimals", place), self.log.node("plain", decimals, place)))
        return unit, [(self._key("amounts", spot), self.log.node("map", pairs, spot))] if pairs else []

    def check_units(self, amounts: str) -> None:
        """Hold the unit that a name of an amount carries against the unit of the case."""
        for head, line in self.fields.items():
            unit = read_heading(line.label, self.table)[1]
            if (
                head.field is not None
                and head.field.type == "money"
                and unit
                and f"({unit})" not in [folded(head.unit(amounts, each)) for each in ("zh", "en")]
            ):
                place = self.log.at(self.grid.sheet.name, line.number, 1, "", line.label)
                self.log.problem(
                    "unit",
                    place,
                    f"项目名称里的单位“{unit}”和{UNIT.zh}不同",
                    f"the unit {unit!r} in the name is not the {UNIT.en}",
                    Text("改回原来的名称", "write the name as it was"),
                )

    def pairs(self, cells: Cells, hidden: list[Node]) -> Pairs:
        """Return the keys of the case that this sheet fills in."""
        found: Pairs = []
        for item, key in ((TRANSCRIBED, "transcribed"), (DOCUMENT, "document"), (SOURCE, "source")):
            text, spot = self._text(item)
            if not text or text in UNFILLED or (item is TRANSCRIBED and text in NOT_ALL):
                continue
            words = [each.strip() for each in text.replace("\n", "、").split("、") if each.strip()]
            if item is TRANSCRIBED and text in ALL:
                node = self.log.node("plain", "whole", spot)
            elif item is SOURCE or (item is DOCUMENT and len(words) == 1):
                node = self.log.node("plain", text, spot)
            else:
                node = self.log.node("list", [self.log.node("text", word, spot) for word in words], spot)
            found.append((self._key(key, spot), node))
        text, spot = self._text(NOT_DISCLOSED)
        entries = text.split("\n") if "\n" in text else text.split("、")
        hidden += [self.log.node("text", each.strip(), spot) for each in entries if each.strip()]
        for item in SPECIAL:
            line = self.found.get(item.zh)
            if line is not None and line.source and item is not SOURCE:
                self.log.tell(
                    "这一项没有出处，写的没有读", "what is no field has no source: not read", line.source_spot[0].cell
                )
        for head, line in self.fields.items():
            assert head.field is not None
            value = self._value(cells, head, line, hidden)
            if value is not None:
                found.append((self._key(head.field.id, line.spot), value))
        for head in self.layout.heads:
            if head.required and head.field is not None and (head not in self.fields or self._empty(self.fields[head])):
                spot = self.fields[head].spot if head in self.fields else self.spot
                self.log.faulty.add((self.grid.sheet.name, 0, head.field.id))
                self.log.problem(
                    "required",
                    spot,
                    f"没有写“{head.zh}”",
                    f"the {head.en} is missing",
                    Text("不知道的写 无 或 待填", "write none or to_fill where it is not known"),
                )
        gone = [head.zh for head in self.layout.heads if head not in self.fields and not head.required]
        gone_en = [head.en for head in self.layout.heads if head not in self.fields and not head.required]
        if gone and self.head_row:
            some, some_en = (
                "、".join(gone[:6]) + ("等" if len(gone) > 6 else ""),
                ", ".join(gone_en[:6]) + (" …" if len(gone) > 6 else ""),
            )
            self.log.tell(
                f"{self.grid.sheet.name}少了 {len(gone)} 项，按没有列示读（{some}）",
                f"{self.grid.sheet.name} lacks {len(gone)} items, which were read as not given ({some_en})",
                "",
            )
        return found

    def _empty(self, line: Line) -> bool:
        return line.given.kind == "text" and not line.given.text.strip(BLANKS)

    def _value(self, cells: Cells, head: Head, line: Line, hidden: list[Node]) -> Node | None:
        assert head.field is not None
        if self._empty(line):
            if line.source or line.comment:
                self.log.tell(
                    "写了出处，没有写内容：没有读", "a source without a value was not read", line.spot[0].cell
                )
            return None
        if line.given.text.strip(BLANKS) in HIDDEN_WORDS:
            hidden.append(self.log.node("text", f"{self.vocabulary.root.zh}.{head.field.zh}", line.spot))
            return None
        node = cells.value(line.given, head.field, line.spot)
        if node is None:
            self.log.faulty.add((self.grid.sheet.name, 0, head.field.id))
            return None
        noted = cells.noted(line.comment, line.spot)
        source = line.source or noted.source
        if line.source and noted.source and line.source != noted.source:
            self.log.problem(
                "source",
                line.source_spot,
                "出处写了两个：这一格和批注里的",
                "two sources are named, here and in the note",
                Text("只留一个", "keep one"),
            )
        return with_note(
            self.log, node, source, noted.inferred, noted.derived, line.source_spot if line.source else line.spot
        )

    def _key(self, name: str, spot: Spot) -> Node:
        return self.log.node("plain", name, spot)


def with_note(log: Log, node: Node, source: str, inferred: bool, derived: bool, spot: Spot) -> Node:
    """Return a value with where it was read, and whether it was inferred or derived."""
    if not (source or inferred or derived):
        return node
    here = (node.line, node.column)
    pairs = [(Node("plain", "value", *here), node)]
    if source:
        pairs.append((Node("plain", "source", *spot), log.node("text", source, spot)))
    for name, said in (("inferred", inferred), ("derived", derived)):
        if said:
            pairs.append((Node("plain", name, *here), Node("plain", "true", *here)))
    return Node("map", pairs, *here)
