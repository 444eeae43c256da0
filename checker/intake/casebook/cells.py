"""One cell of the workbook of a case → what a case file would hold; nothing is guessed, and what stands otherwise is told."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.base.errors import CellLine, Text
from checker.base.values import UNIT_WORDS, UNITS, BadValue, half_width
from checker.base.width import visible
from checker.cases.marks import unclear
from checker.cases.totals import BLANKS
from checker.cases.vocabulary import Field, Vocabulary
from checker.documents.node import Node
from checker.documents.unfilled import BLANK as BLANK_WORD
from checker.documents.unfilled import UNFILLED
from checker.intake.casebook.layout import HIDDEN, SOURCE
from checker.intake.casebook.log import Log
from checker.mapping.cells import Converter
from checker.mapping.model import Amounts, Column, TableMap
from checker.mapping.refusals import FIGURES
from checker.mapping.stored_numbers import digits_of
from checker.mapping.workbook import Given

NONE_WORDS = ("无", "none")
BLANK_WORDS = (BLANK_WORD, "blank")
HIDDEN_WORDS = (*HIDDEN, "未列", "not disclosed")
MARKS = frozenset((*NONE_WORDS, *UNFILLED, *BLANK_WORDS, *HIDDEN_WORDS))
"""Words that stand in a cell for something else than themselves; no text of a case can be one of them."""
_NOWHERE = Node("plain", "", 0, 0)
_INFERRED = ("推断", "inferred")
_DERIVED = ("推算", "derived")
_SOURCE = re.compile(rf"\s*(?:{SOURCE.zh}|{SOURCE.en})\s*[:：]\s*(.*?)\s*", re.DOTALL)
_TAIL = re.compile(r"\d\s*([^\d\s.,]+)$")


class Noted(NamedTuple):
    """What a note on a cell says of its value."""

    source: str = ""
    inferred: bool = False
    derived: bool = False


class _Reader(Converter):
    """Reads cells of a column; a plain amount stays plain, since the unit of the case is stated in one place."""

    def _united(self, number: str, suffix: str, text: str) -> str:
        if not suffix and self.kind == "money" and self.amounts.unit:
            return number
        return super()._united(number, suffix, text)


class Cells:
    """Reads the cells of one workbook; `amounts` is the unit of plain amounts, "" where every amount names its own."""

    def __init__(self, log: Log, vocabulary: Vocabulary, amounts: str) -> None:
        self.log = log
        self.vocabulary = vocabulary
        self.amounts = amounts
        self._readers: dict[tuple[str, str], _Reader] = {}

    def value(self, given: Given, field: Field, spot: tuple[CellLine, int]) -> Node | None:
        """Return the value in a cell, none where it is empty or wrong; a wrong one is noted."""
        plain = given.text.strip(BLANKS)
        if given.kind == "text":
            if not plain:
                return None
            if plain in MARKS:
                return self.log.node("plain", self._mark(plain), spot)
            if unclear(plain):
                told = Text(f"“{plain}”可以是无、零，也可以是不知道", f"{plain!r} may mean none, zero, or not known")
                self.log.problem("unclear", spot, f"{field.zh}：{told.zh}", f"{field.name('en')}: {told.en}", _WORDS)
                return None
        try:
            self._as_shown(given, field)
            text = self._reader(field)(given)
        except BadValue as bad:
            hint = _DATES if bad.hint is not None and "日期顺序" in bad.hint.zh else bad.hint
            code = "unclear" if field.type in ("text", "ref") else f"bad-{field.type}"
            self.log.problem(code, spot, f"{field.zh}：{bad.message.zh}", f"{field.name('en')}: {bad.message.en}", hint)
            return None
        if not text:
            return None
        self._tell(given, plain, text, field, spot[0].cell)
        return self.log.node("text" if field.type in ("text", "ref") else "plain", text, spot)

    def _tell(self, given: Given, plain: str, text: str, field: Field, cell: str) -> None:
        """Say what was done to a cell that nobody would see."""
        if field.type in ("text", "ref") and given.kind == "text" and given.text != plain:
            self.log.tell("前后的空格不算内容", "blanks before and behind were left out", cell)
        tail = _TAIL.search(half_width(text)) if field.type == "money" else None
        own = UNIT_WORDS.get(tail[1], tail[1]) if tail is not None else ""
        if own in UNITS and self.amounts and own != self.amounts:
            self.log.tell(
                f"自己写了单位的金额，按它自己的单位读，不按{self.amounts}",
                f"amounts with a unit of their own were read in that unit, not in {self.amounts}",
                f"{cell} {text}",
            )
        if given.kind == "number" and field.type in FIGURES and digits_of(given.text)[1] == "noise":
            self.log.tell(
                "算出来的数带有二进制尾差，按表格软件显示的 15 位读",
                "computed numbers that end in binary noise were read to the 15 digits that the spreadsheet shows",
                cell,
            )

    def _mark(self, word: str) -> str:
        return (
            "无"
            if word in NONE_WORDS
            else "待填"
            if word in UNFILLED
            else BLANK_WORD
            if word in BLANK_WORDS
            else HIDDEN.zh
        )

    def _reader(self, field: Field) -> _Reader:
        known = self._readers.get((field.entity, field.id))
        if known is None:
            unit = self.amounts if field.type == "money" else "%" if field.type == "percent" else ""
            column = Column(field.zh, field, _NOWHERE)
            entity = self.vocabulary.entities.get(field.entity, self.vocabulary.root)
            table = TableMap("", _NOWHERE, entity, (column,), group_mark=",")
            known = self._readers[field.entity, field.id] = _Reader(table, column, Amounts(unit), self.vocabulary)
        return known

    def _as_shown(self, given: Given, field: Field) -> None:
        """Refuse a number of which the cell shows fewer digits than it holds: which of the two the report prints is not said."""
        shown = given.shown
        if given.kind != "number" or shown.most is None or not shown.plain:
            return
        digits, done = digits_of(given.text)
        decimals = len(digits.partition(".")[2].rstrip("0")) - (2 if shown.percent else 0)
        if done != "lost" and decimals > shown.most:
            raise BadValue(
                Text(
                    f"存的是 {digits}，按格式“{shown.text}”显示的小数少",
                    f"stores {digits}, and its format {shown.text!r} shows fewer decimals",
                ),
                Text("写成报告里印的数", "write the figure as the report prints it"),
            )

    def noted(self, comment: str, spot: tuple[CellLine, int]) -> Noted:
        """Return what a note on a cell says of its value; what else is in it is told as not read."""
        source, inferred, derived, rest = "", False, False, []
        for number, line in enumerate(each.strip() for each in comment.replace("\r\n", "\n").split("\n")):
            match = _SOURCE.fullmatch(line)
            if match is not None and match[1] and not source:
                source = match[1]
            elif line in _INFERRED:
                inferred = True
            elif line in _DERIVED:
                derived = True
            elif line and not (number == 0 and line.endswith((":", "："))):  # the name of whoever wrote it
                rest.append(line)
        if rest:
            self.tell_comment(" ".join(rest), spot[0].cell)
        return Noted(source, inferred, derived)

    def tell_comment(self, comment: str, cell: str) -> None:
        """Say that a note was not read."""
        shown = " ".join(comment.split())
        self.log.tell(
            "批注没有读（只读“出处：…”“推断”“推算”）",
            "notes on cells that were not read (only “source: …”, “inferred”, “derived” are)",
            f"{cell} {visible(shown[:40])}",
        )


_WORDS = Text(
    "报告写没有的写 无；报告没有写的空着；还没有填的写 待填",
    "write none where the report says none, leave the cell empty where it is silent, write to_fill for what is still to come",
)
_DATES = Text("日期写成 2020-12-31", "write a date as 2020-12-31")
