"""The rows of a table as people have it, one after the other: what is a row of a unit is converted and put aside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from checker.base.errors import Text
from checker.base.values import BadValue
from checker.cases.totals import BLANKS, is_called_total, is_note, is_part, is_total
from checker.cases.vocabulary import Vocabulary
from checker.mapping.cases import Builder, Held
from checker.mapping.model import PARENT
from checker.mapping.opened import Opened, Row
from checker.mapping.rejects import Rejects, Spot
from checker.mapping.staged import Staged
from checker.mapping.units import Stated, Units
from checker.mapping.workbook import Given


class Tally:
    """Counts the rows of one table while it is read."""

    def __init__(self) -> None:
        self.read = self.blank = self.packed = self.hidden = 0
        self.skipped: dict[str, int] = {}
        self.bare = 0
        self.strays: dict[str, int] = {}


class Stager:
    """Reads the rows of tables; counts what became of each, and rejects what can be no row of a unit."""

    def __init__(
        self,
        tables: Sequence[Opened],
        vocabulary: Vocabulary,
        rejects: Rejects,
        staged: Staged,
        units: Units,
        builder: Builder,
    ) -> None:
        self.tables = tables
        self.vocabulary = vocabulary
        self.rejects = rejects
        self.staged = staged
        self.units = units
        self.builder = builder
        self.tallies = [Tally() for _ in tables]
        self.roster_rows: list[tuple[int, int]] = []
        """Rows of the table of units, each as the number of its table and of what it says of its unit."""

    def stage(self, number: int, opened: Opened) -> None:
        """Convert every row of one table; what belongs to a unit's list is written to the draft."""
        table, tally, units, rejects = opened.table, self.tallies[number], self.units, self.rejects
        root = table.entity is self.vocabulary.root
        converters = opened.columns
        whose = [(at, c.column.field.id) for at, (_, c) in enumerate(converters) if c.column.of_unit or root]
        fixed = {field: Stated(node.text, Spot(number, 0)) for field, node in table.unit_fixed.items()}
        texts_at = [
            (at, c.column.field.id in ("id", "code", "name"))
            for at, (_, c) in enumerate(converters)
            if c.kind == "text" and c.column.field is not PARENT
        ]
        suspects = texts_at if table.skip_rows != {} else []
        seen: dict[tuple[str, bool], bool] = {}
        held: dict[int, Any] = {}
        last: tuple[tuple[str, ...], int] | None = None
        label = ""
        for row in opened.rows():
            tally.read += 1
            cells = self._cells(row, opened, number, held)
            if cells is None:
                continue
            texts: list[str] = []
            faults: list[tuple[int, BadValue]] = []
            for at, (column, convert) in enumerate(converters):
                try:
                    texts.append(convert(cells[column]))
                except BadValue as bad:
                    faults.append((at, bad))
                    texts.append(_shown(cells[column]).strip(BLANKS))
            at = next(
                (
                    at
                    for at, named in suspects
                    if texts[at]
                    and _totals(texts[at], named, seen)
                    and "".join(texts[at].split()) not in opened.keeps.get(converters[at][0], ())
                ),
                -1,
            )
            if at >= 0:
                self._suspected(number, row, at, texts[at], dict(suspects)[at])
                continue
            own = tuple(texts[at] for at, _ in whose)
            if last is not None and own == last[0] and not root:
                mention = last[1]
            else:
                stated = {field: found._replace(spot=Spot(number, row.number)) for field, found in fixed.items()}
                stated |= {field: Stated(texts[at], Spot(number, row.number, at)) for at, field in whose if texts[at]}
                mention = units.mention(stated, root, rejects)
                label = units.label(stated)
                last = (own, mention) if mention >= 0 and mention not in units.bad else None
            for at, fault in faults:
                spot, kind = Spot(number, row.number, at), f"bad-{converters[at][1].kind}"
                rejects.add(spot, kind, fault.message, fault.hint, _shown(cells[converters[at][0]]), label)
            if mention < 0:
                self._nobody(number, row, texts, whose)
                continue
            self.builder.years[number].add(units.mention_years[mention])
            if faults:
                units.bad.add(mention)
            if root:
                self.roster_rows.append((number, mention))
            else:
                shown = [_shown(cells[column]) for column, _ in converters]
                raw = {str(at): told for at, (text, told) in enumerate(zip(texts, shown, strict=True)) if text != told}
                self.staged.add(mention, Held(number, row.number, texts, raw))
        for year in (node.text for field, node in table.unit_fixed.items() if field == "fiscal_year"):
            self.builder.years[number].add(int(year[:4]) if year[:4].isdigit() else 0)

    def _suspected(self, number: int, row: Row, at: int, total: str, named: bool) -> None:
        """Reject a row that is called a total, a part of another row or a note, where the mapping does not say what to do."""
        opened = self.tables[number]
        what = Text("别的行里的一部分（其中）", "a part of what is in another row")
        if is_total(total, named):
            what = Text("合计行", "a row of totals")
        elif is_note(total):
            what = Text("表下的注", "a note about the table")
        told = Text(
            f"像是{what.zh}（“{total}”），没有写怎么办",
            f"looks like {what.en} ({total!r}), and it is not said what to do",
        )
        entry = f"{{{_plain(opened.headings[opened.columns[at][0]])}: [{_plain(total)}]}}"
        beside = Text("", "")
        if named and is_called_total(total):  # kept beside others it would be refused as it is in any case
            beside = Text(
                "；旁边还有别的明细的，在表里给它写上自己的名称",
                "; beside other entries it needs a name of its own in the table",
            )
        hint = Text(
            f"写 略过行: {entry}；确实是明细的，写 保留行: {entry}{beside.zh}",
            f"write skip_rows: {entry}; keep_rows: {entry} where it is none{beside.en}",
        )
        self.rejects.add(Spot(number, row.number), "totals", told, hint, total)

    def _cells(self, row: Row, opened: Opened, number: int, held: dict[int, Any]) -> list[Any] | None:
        """Return the cells of a row that is to be taken, filled down and as many as there are headings; else nothing."""
        tally, width = self.tallies[number], len(opened.headings)
        cells: list[Any] = list(row.cells)
        if row.fault is not None:
            self._broken(number, row, row.fault, _FAULT)
            return None
        empty = [not _shown(cell).strip(BLANKS) and _kind(cell) != "formula" for cell in cells]
        if all(empty):
            tally.blank += 1
            return None
        extra = [at for at in range(width, len(cells)) if not empty[at]] + [
            at for at in opened.bare if at < len(cells) and not empty[at]
        ]
        if extra and opened.book is None and len(cells) != width:
            self._broken(number, row, _width(cells, width), _COMMA)
            return None
        if extra:
            self._broken(number, row, _headless(opened.column(extra[0])), _HEADING)
            return None
        if len(cells) < width:
            if opened.book is None:
                self._broken(number, row, _width(cells, width), _COMMA)
                return None
            cells += [Given("")] * (width - len(cells))
        tally.hidden += row.hidden
        for at, words in opened.skips:
            text = "".join(_shown(cells[at]).split())
            if text in words:
                tally.skipped[text] = tally.skipped.get(text, 0) + 1
                return None
        if _shown(cells[0]).strip(BLANKS) == opened.headings[0].strip(BLANKS) and all(
            _shown(cell).strip(BLANKS) == each.strip(BLANKS) for cell, each in zip(cells, opened.headings, strict=False)
        ):
            self._broken(number, row, _AGAIN, _again(opened.headings))
            return None
        for at in opened.fills:
            text = _shown(cells[at])
            span = None if opened.book is None else cells[at].span
            if text.strip(BLANKS) and (span is None or span.top == row.number):
                held[at] = cells[at] = cells[at] if span is None else cells[at]._replace(span=None)
            elif at in held and text.strip(BLANKS) in (
                "",
                _shown(held[at]).strip(BLANKS),
            ):  # else what a merged cell hides
                cells[at] = held[at]
        return cells if opened.book is None else _unshared(row.number, cells, opened)

    def _broken(self, number: int, row: Row, fault: Text, hint: Text | None = None) -> None:
        """Reject a row that cannot be cut into its cells: whose it is cannot be told."""
        text = "".join(_shown(cell) for cell in row.cells[:1])
        self.rejects.add(Spot(number, row.number), "row", fault, hint, text)
        self.lost(number)

    def _nobody(self, number: int, row: Row, texts: list[str], whose: list[tuple[int, str]]) -> None:
        at = next((at for at, field in whose if not texts[at] or field == "fiscal_year"), -1)
        told = Text("没有写是哪个单位、哪一年的", "does not say of which unit and year it is")
        self.rejects.add(Spot(number, row.number, at), "no-unit", told, _WHOSE, texts[at] if at >= 0 else "")
        self.lost(number)

    def lost(self, number: int) -> None:
        """Note that a row of a table does not say whose it is."""
        entity = self.tables[number].table.entity.id
        self.builder.lost[entity] = self.builder.lost.get(entity, 0) + 1


def _totals(text: str, named: bool, seen: dict[tuple[str, bool], bool]) -> bool:
    """Whether a text calls its row a total; texts that come again are looked at once."""
    known = seen.get((text, named))
    if known is None:
        known = is_total(text, named) or (named and (is_note(text) or is_part(text)))
        if len(seen) < 20_000:
            seen[text, named] = known
    return known


def _plain(text: str) -> str:
    """Return a text as it stands in a list of YAML: in quotes where it could be read as anything else."""
    return text if all(sign.isalnum() or sign in "（）：、" for sign in text) else json.dumps(text, ensure_ascii=False)


_WHOSE = Text(
    "补上单位和年度，合并的格写 向下填充: [表头]；是没有写“合计”的合计行，在原表里写上“合计”，再写 略过行: {表头: [合计]}",
    "write the unit and year (fill_down: [heading] for merged cells); where it is a total that does not say so, write 合计 in it and skip_rows: {heading: [合计]}",
)
_COMMA = Text(
    "每行的格数要和表头一样：格里有分隔符的（如 1,234），给这一格加上英文引号",
    "give every row as many cells as there are headings; put a cell that holds the delimiter (1,234) in quotes",
)
_HEADING = Text(
    "给这一列写上表头，在映射里写它是哪个字段（或写 忽略），或清空这一格",
    "give the column a heading and say in the mapping which field it is (or ignore it), or empty the cell",
)


_FAULT = Text(
    "看原文件的这一行，改好后另存为 .xlsx 或 CSV",
    "look at this row of the file, mend it and save it as .xlsx or CSV",
)
_AGAIN = Text("又写了一遍表头", "repeats the headings")


def _again(headings: list[str]) -> Text:
    """Return what to do about headings that are printed again (on every page)."""
    word = next(each for each in headings if each.strip())
    entry = f"{{{_plain(word)}: [{_plain(word)}]}}"
    return Text(f"写 略过行: {entry}，或删去这一行", f"write skip_rows: {entry}, or delete the row")


def _shown(cell: str | Given) -> str:
    return cell if isinstance(cell, str) else cell.text


def _unshared(number: int, cells: list[Any], opened: Opened) -> list[Any]:
    """Return cells without the merged ranges that touch one row and one heading only, or all headings over the same rows."""
    spans = [cell.span for cell in cells]
    if not any(spans):
        return cells
    headed = [at for at, heading in enumerate(opened.headings) if heading.strip()]
    rows = {(span.top, span.bottom) if span is not None else None for span in (spans[at] for at in headed)}
    whole = len(rows) == 1 and all(
        each is not None and each[0] == number for each in rows
    )  # rows of the sheet that are one
    for at, span in enumerate(spans):
        if (
            span is not None
            and (whole or span.top == span.bottom)
            and sum(span.left <= each + 1 <= span.right for each in headed) < 2
        ):
            cells[at] = cells[at]._replace(span=None)
    return cells


def _kind(cell: str | Given) -> str:
    return "text" if isinstance(cell, str) else cell.kind


def _width(cells: list[Any], width: int) -> Text:
    return Text(f"有 {len(cells)} 格，表头是 {width} 格", f"has {len(cells)} cells, the headings are {width}")


def _headless(column: str) -> Text:
    return Text(
        f"第 {column} 列没有表头，这一行却有内容", f"column {column} has no heading, and this row holds something there"
    )
