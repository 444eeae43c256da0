"""The headings of one table bound to what a mapping says of them: every column accounted for, its unit known."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.errors import Place, Problem, Text, did_you_mean
from checker.base.values import COUNT_WORDS, UNITS, measure_of, other_measure
from checker.mapping.headings import FOREIGN, folded, money_in, scale_named, unit_in, units_named
from checker.mapping.model import Amounts, Column, TableMap
from checker.mapping.workbook import letters_of

SHOWN = 12
"""Names that a message lists."""


class Binder:
    """Finds the headings of one table; problems are collected in `problems`."""

    def __init__(
        self, table: TableMap, headings: list[str], place: Place, above: Sequence[tuple[Text, str]] = ()
    ) -> None:
        self.table = table
        self.headings = headings
        self.place = place
        self.problems: list[Problem] = []
        self.above = above
        self.exact: dict[str, list[int]] = {}
        self.bare: dict[str, list[int]] = {}
        for at, heading in enumerate(headings):
            if heading.strip():
                self.exact.setdefault(folded(heading), []).append(at)
                self.bare.setdefault(unit_in(heading)[0], []).append(at)

    def places(self, word: str) -> list[int]:
        """Return the columns that a heading of the mapping may mean."""
        return self.exact.get(folded(word)) or self.bare.get(folded(word)) or []

    def find(self, word: str) -> int | None:
        """Return the column of a heading; none or several are problems."""
        found = self.places(word)
        if len(found) == 1:
            return found[0]
        if found:
            letters = "、".join(letters_of(at + 1) for at in found)
            told = Text(f"“{word}”有 {len(found)} 列（{letters}）", f"{word!r} heads {len(found)} columns ({letters})")
            self._problem("two-columns", told, Text("在原表里改名", "rename one of them in the table"))
            return None
        shown = [" ".join(each.split()) for each in self.headings if each.strip()]
        near = did_you_mean(word, shown)
        listed = "、".join(shown[:SHOWN]) + (" …" if len(shown) > SHOWN else "")
        hint = near or Text(
            f"这一行有：{listed}；表头在别的行的，写 表头行: 行号",
            f"the row has: {listed}; where the headings stand in another row, write header_row: NUMBER",
        )
        self._problem("no-heading", Text(f"没有表头“{word}”", f"there is no heading {word!r}"), hint)
        return None

    def left(self, mentioned: set[int]) -> None:
        """Say which columns nobody mentions."""
        for at, heading in enumerate(self.headings):
            if heading.strip() and at not in mentioned:
                shown = " ".join(heading.split())
                told = Text(
                    f"映射文件没有提到“{shown}”这一列（{letters_of(at + 1)}）",
                    f"the mapping does not mention the column {shown!r} ({letters_of(at + 1)})",
                )
                hint = Text(f"写它是哪个字段，或写 忽略: [{shown}]", f"say which field it is, or ignore: [{shown}]")
                self._problem("column-not-mentioned", told, hint)

    def amounts(self, heading: str, column: Column) -> Amounts:
        """Return the unit of a column: its own, that of its heading, that of the table."""
        unit, shown = unit_in(heading)[1], " ".join(heading.split())
        kind = column.field.type
        fits = {
            "money": unit in UNITS,
            "percent": unit == "%",
            "count": unit in COUNT_WORDS and not other_measure(unit, column.field.unit or measure_of(column.field.zh)),
        }.get(kind, unit == column.field.unit)
        named = units_named(heading) if kind == "money" else [unit] if unit and fits else []
        if column.amounts.unit and named and column.amounts.unit not in named:
            told = Text(
                f"表头“{shown}”写的是{named[0]}，映射文件写的是{column.amounts.unit}",
                f"the heading {shown!r} says {named[0]}, the mapping {column.amounts.unit}",
            )
            self._problem(
                "unit",
                told,
                Text(
                    "改正映射文件；表头写错的，在原表里改",
                    "correct the mapping, or the heading in the table where that is wrong",
                ),
            )
        other = scale_named(heading) if kind in ("count", "number", "percent") else ""
        if other:
            told = Text(
                f"表头“{shown}”里的“{other}”像是别的单位，“{column.field.zh}”按{column.field.unit or ('%' if kind == 'percent' else '个')}读",
                f"{other!r} in the heading {shown!r} looks like another unit than that of {column.field.id}",
            )
            self._problem(
                "unit", told, Text("在原表里折算，改表头", "convert the figures in the table and rename the heading")
            )
        if unit and kind in ("money", "percent", "count") and not fits:
            told = Text(
                f"“{column.field.zh}”的表头写的单位是 {unit}",
                f"the heading of {column.field.id} says its unit is {unit}",
            )
            self._problem("unit", told, Text("看是不是对错了列", "see whether this is the right column"))
        if kind == "money":
            self._money(heading, column)
        own = column.amounts.unit or (unit if fits else "")
        if kind == "money" and not named:
            self._above(heading, column.amounts.unit or self.table.amounts.unit)
        shared = self.table.amounts if kind == "money" else Amounts()
        decimals = column.amounts.decimals
        if decimals is None and (not own or own == shared.unit):
            decimals = shared.decimals
        return Amounts(own or shared.unit, decimals)

    def _money(self, heading: str, column: Column) -> None:
        """Say that a heading names its money in a way that is not read, unless the mapping says the unit of its column."""
        left, foreign = money_in(heading)
        shown = " ".join(heading.split())
        if foreign:
            told = Text(
                f"表头“{shown}”写的是外币（{foreign}），这里只读人民币",
                f"the heading {shown!r} is of a foreign currency ({foreign}); amounts are read in yuan",
            )
            self._problem(
                "unit",
                told,
                Text("在原表里折成人民币，改表头", "convert the amounts to yuan in the table and rename the heading"),
            )
        elif left and not column.amounts.unit:
            told = Text(
                f"表头“{shown}”里的“{left}”可能是金额单位，看不准",
                f"{left!r} in the heading {shown!r} may be its unit of money",
            )
            self._problem(
                "unit",
                told,
                Text(
                    f"写明单位：{column.heading}: {{字段: {column.field.zh}, 单位: 万元}}",
                    f"say the unit: {column.heading}: {{field: {column.field.id}, unit: 万元}}",
                ),
            )

    def _above(self, heading: str, used: str) -> None:
        """Say that a row above the headings, or the name of the sheet or file, names another unit than *used* for a column."""
        for where, unit in self.above:
            if unit != used:
                told = Text(
                    f"{where.zh}写着单位是{unit}，“{heading.strip()}”却按{used or '没有单位'}读",
                    f"{where.en} says the unit is {unit}, and {heading.strip()!r} would be read in {used or 'none'}",
                )
                hint = Text(
                    "在原表里折成人民币"
                    if FOREIGN.search(unit)
                    else f"写 金额口径: {{单位: {unit}}}；这一列不是{unit}的，在表头写明，如 {heading.strip()}（{used or '元'}）",
                    "convert the amounts to yuan"
                    if FOREIGN.search(unit)
                    else f"write amounts: {{unit: {unit}}}; where the column is not in {unit}, say its unit in its heading, such as {heading.strip()}（{used or '元'}）",
                )
                self._problem("unit", told, hint)
                return

    def _problem(self, code: str, told: Text, hint: Text) -> None:
        self.problems.append(Problem(code, self.place, told, hint))
