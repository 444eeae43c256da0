"""The workbook that a case was filled in as → the case, by the reader that reads case files; every place is a cell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from checker.base.errors import CellLine, InputError, Problem, Text, suggest
from checker.cases.case import Case
from checker.cases.reader import CaseReader
from checker.cases.totals import BLANKS
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.intake.casebook.cells import Cells
from checker.intake.casebook.layout import CHOICES, GUIDE, TITLE, Layout, layouts, table_of
from checker.intake.casebook.log import Log
from checker.intake.casebook.sheet import Grid, Row, SheetReader, find_headings, wanted_samples
from checker.intake.casebook.tree import Tree
from checker.intake.casebook.unit import UnitReader
from checker.mapping.headings import folded
from checker.mapping.workbook import DAMAGE, Sheet, Workbook

SHEETS = "工作表", "sheets"
"""What stands in the sheet of instructions beside the names of the sheets that were written."""


def read_casebook(file: str, data: bytes, vocabulary: Vocabulary) -> Case:
    """Return the case that a workbook holds; raises InputError with everything that is wrong with it, cell by cell."""
    source, log = source_of(file, data, vocabulary)
    try:
        case = CaseReader(source, vocabulary).read()
    except InputError as error:
        raise InputError([*log.problems, *_others(log, error.problems)]) from None
    if log.problems:
        raise InputError(log.problems)
    return case


def source_of(file: str, data: bytes, vocabulary: Vocabulary) -> tuple[Source, Log]:
    """Return what a workbook says as the document that a case file would be, and what is wrong with its cells.

    Raises InputError where it is no workbook of a case at all.
    """
    log = Log(file)
    book = Workbook(Path(file), data)
    known = layouts(vocabulary)
    try:
        by_name = _sheets(book, known, log)
        root = _root(book, by_name, known, vocabulary, log)
    except DAMAGE:
        raise log.refuse(
            "workbook",
            "不是能读的 Excel 工作簿（.xlsx），或已损坏",
            "is no Excel workbook (.xlsx) that can be read, or is damaged",
        ) from None
    text = "\n".join(log.lines)
    return Source(file, text, root, "xlsx", hashlib.sha256(data).hexdigest(), log.notes()), log


def _root(book: Workbook, by_name: dict[str, Sheet], known: list[Layout], vocabulary: Vocabulary, log: Log) -> Node:
    """Return the outermost level of the case."""
    unit = known[0]
    if unit.entity.id not in by_name:
        raise log.refuse(
            "no-sheet",
            f"这个案例工作簿里没有工作表“{unit.zh}”",
            f"this case workbook has no sheet {unit.en!r}",
            Text(
                "改回原来的名称；删掉了的，用 checker new-case 另写一份，把内容抄过去",
                "give it its name back; where it was deleted, begin another with checker new-case",
            ),
        )
    reader = UnitReader(unit, Grid(book, by_name[unit.entity.id], log), log, vocabulary)
    amounts, pairs = reader.amounts()
    reader.check_units(amounts)
    cells = Cells(log, vocabulary, amounts)
    hidden: list[Node] = []
    pairs += reader.pairs(cells, hidden)
    rows: dict[str, list[Row]] = {}
    sheets: dict[str, SheetReader] = {}
    for layout in known[1:]:
        sheet = by_name.get(layout.entity.id)
        if sheet is not None:
            read = sheets[layout.entity.id] = SheetReader(
                layout, Grid(book, sheet, log), cells, wanted_samples(layout, vocabulary)
            )
            rows[layout.entity.id] = read.read()
    tree = Tree(vocabulary, cells, sheets, rows, hidden)
    pairs += tree.pairs()
    spot = reader.spot
    if hidden:
        pairs.append((log.node("plain", "not_disclosed", spot), log.node("list", hidden, spot)))
    return log.node("map", pairs, spot)


def _sheets(book: Workbook, known: list[Layout], log: Log) -> dict[str, Sheet]:
    """Return the sheets by the entity they hold; what is no workbook of a case is refused, other sheets are told."""
    names = {name: layout for layout in known for name in (layout.zh, layout.en)}
    unit = known[0]
    ours = {sheet.name: sheet for sheet in book.sheets}
    if not any(_titled(book, ours[name]) for name in (*GUIDE, unit.zh, unit.en) if name in ours):
        listed, more = [sheet.name for sheet in book.sheets][:5], len(book.sheets) > 5
        told = "、".join(listed) + ("等" if more else "")
        raise log.refuse(
            "no-casebook",
            f"这个 Excel 工作簿不是 checker new-case 写的案例工作簿（工作表：{told}）",
            f"this Excel workbook is no case workbook of checker new-case (sheets: {', '.join(listed)}{' …' if more else ''})",
            Text(
                "单位自己的报告、表格用 checker import 读成草稿；多个单位的明细表用 checker pack --map；新填一份用 checker new-case 我局.xlsx",
                "read a unit's own report or table into a draft with checker import, tables of many units with checker pack --map, or begin one with checker new-case our-unit.xlsx",
            ),
        )
    found: dict[str, Sheet] = {}
    for sheet in book.sheets:
        layout = names.get(sheet.name)
        if layout is None:
            if sheet.name not in (*GUIDE, *CHOICES):
                _unknown(book, sheet, known, log)
            continue
        if layout.entity.id in found:
            spot = log.at(sheet.name, 1, 1)
            log.problem(
                "repeated-sheet",
                spot,
                f"“{sheet.name}”和“{found[layout.entity.id].name}”是同一张表",
                f"{sheet.name!r} and {found[layout.entity.id].name!r} are the same sheet",
                Text("合成一张", "make one of them"),
            )
            continue
        found[layout.entity.id] = sheet
        if sheet.hidden:
            log.tell("隐藏的工作表也读了", "hidden sheets were read as well", sheet.name)
    written = set(_written(book, ours))
    gone = [layout for layout in known[1:] if layout.entity.id not in found and {layout.zh, layout.en} & written]
    if gone:
        log.tell(
            "删去的工作表按没有录入读",
            "sheets that were deleted were read as not transcribed",
            "、".join(layout.zh for layout in gone),
        )
    return found


def _titled(book: Workbook, sheet: Sheet) -> bool:
    first = next(iter(book.rows(sheet)), (0, [], False))[1]
    return bool(first) and first[0].text.strip(BLANKS).startswith(tuple(TITLE))


def _written(book: Workbook, ours: dict[str, Sheet]) -> Iterator[str]:
    """Yield the names of the sheets that the instructions list."""
    for name in GUIDE:
        for _, cells, _ in book.rows(ours[name]) if name in ours else ():
            if len(cells) > 1 and cells[0].text.strip(BLANKS) in SHEETS:
                yield from cells[1].text.split("、" if "、" in cells[1].text else ", ")


def _unknown(book: Workbook, sheet: Sheet, known: list[Layout], log: Log) -> None:
    """Tell a sheet that is none of ours; one that has the headings of one of ours, or nearly its name, is a problem."""
    grid = Grid(book, sheet, log)
    if not grid.rows:
        return
    best, most = known[0], 0
    for layout in known[1:]:
        table = table_of(layout.heads)
        row = find_headings(grid, table)
        many = sum(1 for cell in grid.rows.get(row, []) if folded(cell.text).rstrip("*").partition("(")[0] in table)
        if many > most:
            best, most = layout, many
    near = suggest(sheet.name, [name for layout in known for name in (layout.zh, layout.en)], 1)
    if most >= 4 or near:
        meant = f"{best.zh}（{best.en}）" if most >= 4 else near[0]
        spot = log.at(sheet.name, 1, 1, "", grid.text(min(grid.rows), 1))
        log.problem(
            "unknown-sheet",
            spot,
            f"没有叫“{sheet.name}”的表，它像是{meant}",
            f"there is no sheet called {sheet.name!r}; it looks like {meant}",
            Text(
                "改回原来的名称；是副本的，内容并到原表，删去副本",
                "give it its name back; move what a copy holds into its sheet and delete the copy",
            ),
        )
        return
    log.tell("这些工作表不是案例的表，没有读", "sheets that are none of a case were not read", sheet.name)


def _others(log: Log, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """Yield what the reader of cases found and no cell has told already."""
    for problem in problems:
        line = problem.place.line
        sheet, row = log.spots.get(int(line), ("", 0)) if isinstance(line, CellLine) else ("", 0)
        told = {field for where, number, field in log.faulty if where == sheet and number in (row, 0)}
        if problem.code in ("required", "no-id", "no-link", "empty") and any(
            f"（{field}）" in problem.message.zh or (problem.code == "no-id" and field == "id") for field in told
        ):
            continue
        if problem.code in ("required", "no-id") and told & {"^"}:
            continue
        yield problem
