"""A folder of tables and its mapping → packed tables: rows are staged once, sorted by unit, and read as cases one by one."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from checker.base.collector import by_hand, settled
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.values import BadValue
from checker.cases.days import odd_days, odd_note
from checker.cases.vocabulary import Vocabulary
from checker.mapping.cases import Builder, Held
from checker.mapping.files import Opened, Row, open_tables
from checker.mapping.model import PARENT, Mapping
from checker.mapping.rejects import Rejects, Spot
from checker.mapping.staged import Staged
from checker.mapping.units import Stated, Units
from checker.mapping.workbook import Given
from checker.tables.packer import Packer
from checker.tables.totals import BLANKS, is_note, is_part, is_total
from checker.tables.warehouse import connect

COLLECTED = 5_000
"""Rows after which what cases leave behind is freed: their facts refer to one another."""


class Counted(NamedTuple):
    """What became of the rows of one table: read = packed + rejected + left out with their unit + skipped + blank."""

    name: str
    form: Text
    entity: str
    read: int
    packed: int
    rejected: int
    left_out: int
    skipped: dict[str, int]
    blank: int
    notes: tuple[Text, ...]


class Packed(NamedTuple):
    """What packing came to: per table, the units packed and left out, how many rejects, what else is to be told."""

    tables: list[Counted]
    units: int
    left_out: list[str]
    rejects: int
    notes: tuple[Text, ...]


class _Tally:
    """Counts the rows of one table while it is read."""

    def __init__(self) -> None:
        self.read = self.blank = self.packed = self.hidden = 0
        self.skipped: dict[str, int] = {}
        self.bare = 0
        self.strays: dict[str, int] = {}


def _open_elsewhere(folder: Path) -> list[Text]:
    """Return what to say of the locks that an office program leaves beside the workbooks it has open: they are not read."""
    return [
        Text(
            f"没有读 {path.name}：这是打开着的文件的锁；正在编辑、还没有保存的内容也读不到",
            f"{path.name} was not read: it is the lock of an open file; what was not saved there yet is not read either",
        )
        for path in sorted(folder.rglob("~$*"))
        if not path.is_dir()
    ]


def pack(
    mapping: Mapping, folder: Path, vocabulary: Vocabulary, output: Path, form: str, rejects_to: Path | None, lang: str
) -> Packed:
    """Pack the tables that *mapping* reads from *folder* into *output*.

    Where rows or cells are rejected, nothing is packed, or, with *rejects_to*, what was rejected is written there and the
    units concerned are left out. Raises InputError.
    """
    connect().close()  # raises where it is not installed, before anything is read
    tables = open_tables(mapping, folder, vocabulary)
    with TemporaryDirectory(prefix="checker-") as scratch:
        rejects = Rejects(tables, Path(scratch) / "rejects.csv", lang)
        staged = Staged(Path(scratch) / "staged.jsonl")
        try:
            packed = _Run(mapping, tables, vocabulary, rejects, staged).pack(output, form, rejects_to)
            return packed._replace(notes=(*_open_elsewhere(folder), *packed.notes))
        finally:
            rejects.close()
            staged.close()


class _Run:
    """One run over the tables."""

    def __init__(
        self, mapping: Mapping, tables: list[Opened], vocabulary: Vocabulary, rejects: Rejects, staged: Staged
    ) -> None:
        self.mapping = mapping
        self.tables = tables
        self.vocabulary = vocabulary
        self.rejects = rejects
        self.staged = staged
        self.units = Units(vocabulary, any(opened.table.entity is vocabulary.root for opened in tables))
        self.builder = Builder(mapping, tables, vocabulary, rejects)
        self.tallies = [_Tally() for _ in tables]
        self.notes: dict[Text, int] = {}
        self.roster_rows: list[tuple[int, int]] = []
        self.unfilled = 0
        self.odd: dict[tuple[str, str], tuple[int, str]] = {}
        """Of a field, how many days lie in another year than their case, and one of them."""

    def pack(self, output: Path, form: str, rejects_to: Path | None) -> Packed:
        """Stage every table, then read unit after unit."""
        for number, opened in enumerate(self.tables):
            self._stage(number, opened)
        self._strays()
        self.units.resolve(self.rejects)
        self._lose()
        packer = Packer(self.vocabulary)
        try:
            left_out = self._read(packer)
            self._refuse(packer, left_out, rejects_to)
            self.staged.close()
            packer.export(output, form)
        finally:
            packer.close()
        if rejects_to is not None:
            self.rejects.write(rejects_to)
        return self._told(packer.cases, left_out)

    def _refuse(self, packer: Packer, left_out: list[str], rejects_to: Path | None) -> None:
        """Raise InputError where something was rejected and nobody asked for a list of that, or where nothing is left."""
        if self.rejects.count and rejects_to is None:
            raise InputError(self.rejects.told())
        if rejects_to is not None and (not packer.cases or (self.mapping.whole and any(self.builder.lost.values()))):
            self.rejects.write(rejects_to)
        if not packer.cases:
            told = Text(
                f"没有一个单位可以做成表格（剔出 {len(left_out)} 个）",
                f"no unit is left to pack ({len(left_out)} left out)",
            )
            raise InputError([Problem("no-unit", Place(self.mapping.source.file), told)])
        if self.mapping.whole and any(self.builder.lost.values()):
            told = Text(
                "有的行看不出是哪个单位的，就不能说各单位都是全文转录",
                "some rows do not say whose they are: no unit can be called transcribed whole",
            )
            raise InputError(
                [
                    Problem(
                        "transcribed",
                        Place(self.mapping.source.file),
                        told,
                        Text("改正这些行，或删去 转录", "mend these rows, or leave transcribed out"),
                    )
                ]
            )

    def _stage(self, number: int, opened: Opened) -> None:
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
                total = texts[at]
                what = Text("合计行", "a row of totals")
                if not is_total(total, dict(suspects)[at]):
                    what = (
                        Text("表下的注", "a note about the table")
                        if is_note(total)
                        else Text("别的行里的一部分（其中）", "a part of what is in another row")
                    )
                told = Text(
                    f"像是{what.zh}（“{total}”），没有写怎么办",
                    f"looks like {what.en} ({total!r}), and it is not said what to do",
                )
                entry = f"{{{_plain(opened.headings[converters[at][0]])}: [{_plain(total)}]}}"
                rejects.add(
                    Spot(number, row.number),
                    "totals",
                    told,
                    Text(
                        f"写 略过行: {entry}；确实是明细的，写 保留行: {entry}",
                        f"write skip_rows: {entry}; keep_rows: {entry} where it is none",
                    ),
                    total,
                )
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

    def _cells(self, row: Row, opened: Opened, number: int, held: dict[int, Any]) -> list[Any] | None:
        """Return the cells of a row that is to be taken, filled down and as many as there are headings; else nothing."""
        tally, width = self.tallies[number], len(opened.headings)
        cells: list[Any] = list(row.cells)
        if row.fault is not None:
            self._broken(number, row, row.fault)
            return None
        empty = [not _shown(cell).strip(BLANKS) and _kind(cell) != "formula" for cell in cells]
        if all(empty):
            tally.blank += 1
            return None
        extra = [at for at in range(width, len(cells)) if not empty[at]] + [
            at for at in opened.bare if at < len(cells) and not empty[at]
        ]
        if extra and opened.book is None and len(cells) != width:
            self._broken(
                number,
                row,
                Text(f"有 {len(cells)} 格，表头是 {width} 格", f"has {len(cells)} cells, the headings are {width}"),
            )
            return None
        if extra:
            shown = opened.column(extra[0])
            self._broken(
                number,
                row,
                Text(
                    f"第 {shown} 列没有表头，这一行却有内容",
                    f"column {shown} has no heading, and this row holds something there",
                ),
            )
            return None
        if len(cells) < width:
            if opened.book is None:
                self._broken(
                    number,
                    row,
                    Text(f"有 {len(cells)} 格，表头是 {width} 格", f"has {len(cells)} cells, the headings are {width}"),
                )
                return None
            cells += [Given("")] * (width - len(cells))
        tally.hidden += row.hidden
        for at, words in opened.skips:
            text = "".join(_shown(cells[at]).split())
            if text in words:
                tally.skipped[text] = tally.skipped.get(text, 0) + 1
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

    def _broken(self, number: int, row: Row, fault: Text) -> None:
        """Reject a row that cannot be cut into its cells: whose it is cannot be told."""
        text = "".join(_shown(cell) for cell in row.cells[:1])
        self.rejects.add(Spot(number, row.number), "row", fault, None, text)
        self._lost(number)

    def _nobody(self, number: int, row: Row, texts: list[str], whose: list[tuple[int, str]]) -> None:
        at = next((at for at, field in whose if not texts[at] or field == "fiscal_year"), -1)
        told = Text("没有写是哪个单位、哪一年的", "does not say of which unit and year it is")
        self.rejects.add(Spot(number, row.number, at), "no-unit", told, None, texts[at] if at >= 0 else "")
        self._lost(number)

    def _lost(self, number: int) -> None:
        entity = self.tables[number].table.entity.id
        self.builder.lost[entity] = self.builder.lost.get(entity, 0) + 1

    def _strays(self) -> None:
        """Note what is to be told of each table beyond its counts."""
        for opened, tally in zip(self.tables, self.tallies, strict=True):
            if tally.hidden:
                told = Text(
                    f"{opened.name}：读了 {tally.hidden} 个隐藏的行",
                    f"{opened.name}: {tally.hidden} hidden rows were read",
                )
                self.notes[told] = 1
            for _, convert in opened.columns:
                for sentence, many in convert.told.items():
                    heading = convert.column.heading
                    told = Text(
                        f"{opened.name}“{heading}”：{many} 格{sentence.zh}",
                        f"{opened.name}, {heading!r}: {many} cells {sentence.en}",
                    )
                    self.notes[told] = 1
                if convert.kind == "money" and convert.amounts.decimals is None and len(convert.decimals) > 1:
                    most = max(convert.decimals)
                    told = Text(
                        f"{opened.name}“{convert.column.heading}”的小数位数不一（{min(convert.decimals)} 到 {most} 位），各按写出的位数读；末尾的 0 被省去了的，写 小数: {most}",
                        f"{opened.name}, {convert.column.heading!r}: amounts have {min(convert.decimals)} to {most} decimals and are read as printed; where final zeros were dropped, write decimals: {most}",
                    )
                    self.notes[told] = 1

    def _lose(self) -> None:
        """Reject the rows whose unit does not exist, or may be several."""
        if not self.units.reasons:
            return
        for mention, held in self.staged.lost(self.units.unit_of):
            reason, hint = self.units.reasons[mention]
            stated = self.units.values[mention]
            field = "code" if "code" in stated else "name"
            at = stated[field].spot.column if stated[field].spot.table == held.table else -1
            self.rejects.add(Spot(held.table, held.row, at), "no-such-unit", reason, hint, stated[field].text)
            self._lost(held.table)

    def _read(self, packer: Packer) -> list[str]:
        """Read every unit as a case and pack it; returns the units that are left out."""
        with settled(), by_hand():  # what is known of the units stays: only what cases leave behind is looked through
            return self._cases(packer)

    def _cases(self, packer: Packer) -> list[str]:
        left_out = []
        vocabulary = self.vocabulary
        done_units: set[int] = set()
        done = 0
        groups = self.staged.by_unit(self.units.unit_of, len(self.units.merged))
        for unit, (values, rows) in enumerate(zip(self.units.merged, groups, strict=True)):
            label = self.units.label(values)
            before = self.rejects.count
            case = self.builder.case(values, self.units.years[unit], rows, label)
            if case is not None and unit not in self.units.broken and self.rejects.count == before:
                odd = odd_days(case.year, {vocabulary.root.id: [case.root], **case.facts}, vocabulary).told
                for key, facts in odd.items():
                    many, example = self.odd.get(key, (0, f"{label}：{facts[0].values[key[1]]}"))
                    self.odd[key] = many + len(facts), example
                told = odd_note(case.year, odd, vocabulary)
                for note in case.notes:
                    if "待填" in note.zh:  # its lines are none of a file
                        self.unfilled += 1
                    elif note not in told:
                        self.notes[note] = self.notes.get(note, 0) + 1
                try:
                    packer.add(case)
                    done_units.add(unit)
                    for held in rows:
                        self.tallies[held.table].packed += 1
                except InputError as wrong:
                    first = next(iter(values.values())).spot
                    for problem in wrong.problems:
                        self.rejects.add(
                            first._replace(column=-1), problem.code, problem.message, problem.hint, "", label
                        )
                    left_out.append(label)
            else:
                left_out.append(label)
            done += len(rows) + 1
            if done > COLLECTED:
                done = 0
                gc.collect()
        for number, mention in self.roster_rows:
            self.tallies[number].packed += self.units.unit_of[mention] in done_units
        return left_out

    def _told(self, units: int, left_out: list[str]) -> Packed:
        counted = []
        for number, (opened, tally) in enumerate(zip(self.tables, self.tallies, strict=True)):
            rejected = len(self.rejects.rows[number])
            rest = tally.read - rejected - tally.blank - sum(tally.skipped.values())
            packed = tally.packed
            if rest < packed:
                raise AssertionError(f"{opened.name}: {rest} rows left, {packed} packed")
            counted.append(
                Counted(
                    opened.name,
                    opened.form,
                    opened.table.entity.id,
                    tally.read,
                    packed,
                    rejected,
                    rest - packed,
                    tally.skipped,
                    tally.blank,
                    (),
                )
            )
        for entity, many in self.builder.lost.items():
            known = self.vocabulary.entities[entity]
            if known.parent is not None:
                told = Text(
                    f"{many} 行{known.zh}不知是哪个单位的，各单位的{known.zh}都按没有列全读",
                    f"{many} rows of {known.name('en')} do not say whose they are: no unit's list of them is held for complete",
                )
                self.notes[told] = 1
        for (entity, name), (many, example) in self.odd.items():
            field = self.vocabulary.entities[entity].fields[name]
            zh = f"{many} 个{field.zh}在别的年份，不在案例的年度（例如 {example}）"
            self.notes[
                Text(zh, f"{many} with a {field.name('en')} in another year than that of the case (such as {example})")
            ] = 1
        if self.unfilled:
            self.notes[
                Text(
                    f"{self.unfilled} 个单位还有待填的格，按没有列示处理",
                    f"{self.unfilled} units have cells still to fill in, read as not given",
                )
            ] = 1
        return Packed(counted, units, left_out, self.rejects.count, tuple(self.notes))


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
