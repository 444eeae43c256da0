"""A folder of tables and its mapping → packed tables: rows are staged once, sorted by unit, and read as cases one by one."""

from __future__ import annotations

import gc
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from checker.base.collector import by_hand, settled
from checker.base.errors import InputError, Place, Problem, Text
from checker.cases.days import odd_days, odd_note
from checker.cases.vocabulary import Vocabulary
from checker.mapping.cases import Builder
from checker.mapping.files import open_tables
from checker.mapping.model import Mapping
from checker.mapping.opened import Opened
from checker.mapping.rejects import Rejects, Spot
from checker.mapping.staged import Staged
from checker.mapping.staging import Stager
from checker.mapping.units import Units
from checker.tables.packer import Packer
from checker.tables.warehouse import engine

COLLECTED = 5_000
"""Rows after which what cases leave behind is freed: their facts refer to one another."""


_NO_ROWS = Text(
    "映射文件里的表都没有一行数据：补上数据，或看 文件、工作表、表头行 写得对不对",
    "no table of the mapping file has a row of data: add them, or see whether file, sheet and header_row are right",
)


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
    engine()  # raises where it is not installed, before anything is read
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
        self.stager = Stager(tables, vocabulary, rejects, staged, self.units, self.builder)
        self.notes: dict[Text, int] = {}
        self.unfilled = 0
        self.odd: dict[tuple[str, str], tuple[int, str]] = {}
        """Of a field, how many days lie in another year than their case, and one of them."""

    def pack(self, output: Path, form: str, rejects_to: Path | None) -> Packed:
        """Stage every table, then read unit after unit."""
        for number, opened in enumerate(self.tables):
            self.stager.stage(number, opened)
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
            hint = None if left_out or self.rejects.count else _NO_ROWS
            raise InputError([Problem("no-unit", Place(self.mapping.source.file), told, hint)])
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

    def _strays(self) -> None:
        """Note what is to be told of each table beyond its counts."""
        for opened, tally in zip(self.tables, self.stager.tallies, strict=True):
            if tally.hidden:
                told = Text(
                    f"{opened.name}：读了 {tally.hidden} 个隐藏的行",
                    f"{opened.name}: {tally.hidden} hidden rows were read",
                )
                self.notes[told] = 1
            self.notes.update((told, 1) for told in opened.beside())
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
            self.stager.lost(held.table)

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
                        self.stager.tallies[held.table].packed += 1
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
        for number, mention in self.stager.roster_rows:
            self.stager.tallies[number].packed += self.units.unit_of[mention] in done_units
        return left_out

    def _told(self, units: int, left_out: list[str]) -> Packed:
        counted = []
        for number, (opened, tally) in enumerate(zip(self.tables, self.stager.tallies, strict=True)):
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
                    f"{self.unfilled} 个单位还有待填的格，这些内容当作还不知道",
                    f"{self.unfilled} units have cells still to fill in: what belongs there is not known yet",
                )
            ] = 1
        return Packed(counted, units, left_out, self.rejects.count, tuple(self.notes))
