"""Lays a form out as cells on a grid, in the layout that units fill in; a workbook and a document only set the cells.

What is not known is an empty cell with the look "fill": it is to be filled in. Amounts are Decimal in 万元, points and rates exact
fractions, and nothing else is a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from checker.base.errors import Text
from checker.rulebook.rule import VERIFIED
from checker.scores.form import PROJECT, SHEET, Form, FormRow
from checker.scores.words import CLOSING, NOT_APPLICABLE, cited, wan, weak_lead

Value = str | Decimal | Fraction | None


class Cell(NamedTuple):
    """One cell: from `row` and `column` it spans `rows` by `columns`; `look` is one of `LOOKS`."""

    row: int
    column: int
    value: Value
    look: str = "text"
    columns: int = 1
    rows: int = 1


LOOKS = ("title", "centred", "right", "centre", "label", "text", "money", "points", "rate", "fill", "note")
"""How a cell is set; title, centred, right and note stand outside the lines of the table."""


class Layout(NamedTuple):
    """A grid of cells: `widths` of the columns in characters, `head` the row of headings that each page repeats."""

    name: Text
    widths: tuple[int, ...]
    cells: tuple[Cell, ...]
    head: int
    landscape: bool

    @property
    def rows(self) -> int:
        """How many rows the grid has."""
        return max(cell.row + cell.rows for cell in self.cells)


def form_layout(form: Form, lang: str) -> Layout:
    """Return the form itself."""
    grid = _Grid(lang, SHEET_WIDTHS if form.kind == SHEET else FORM_WIDTHS)
    last = len(grid.widths) - 1
    grid.line((0, form.title.say(lang), "title", last + 1))
    year = form.year or Text("    ", "not known").say(lang)
    grid.line((0, f"（{year}年度）" if lang == "zh" else f"(fiscal year {year})", "centred", last + 1))
    if form.execution is not None:
        grid.line((0, Text("金额单位：万元", "Amounts in 万元 (10,000 yuan)"), "right", last + 1))
    _head(grid, form, last)
    if form.execution is not None:
        _money(grid, form, form.execution)
    _goal(grid, form, last)
    head = grid.row
    (_sheet_rows if form.kind == SHEET else _form_rows)(grid, form)
    _total(grid, form, last)
    grid.line((0, _note(form, lang), "note", last + 1))
    name = {SHEET: Text("指标计分表", "Score sheet"), PROJECT: Text("项目自评表", "Project")}.get(
        form.kind, Text("部门自评表", "Department")
    )
    return Layout(name, grid.widths, tuple(grid.cells), head, form.kind == SHEET)


FORM_WIDTHS = (12, 10, 20, 12, 12, 11, 8, 10, 14)
SHEET_WIDTHS = (11, 11, 22, 8, 11, 8, 38, 38)


class _Grid:
    """Collects the cells of a layout row by row."""

    def __init__(self, lang: str, widths: Sequence[int]) -> None:
        self.lang = lang
        self.widths = tuple(widths)
        self.cells: list[Cell] = []
        self.row = 0

    def line(self, *cells: tuple[int, Value | Text, str] | tuple[int, Value | Text, str, int]) -> None:
        """Add a row of cells: column, value, look and how many columns it spans."""
        for column, value, look, *span in cells:
            told = value.say(self.lang) if isinstance(value, Text) else value
            self.cells.append(Cell(self.row, column, told, look, span[0] if span else 1))
        self.row += 1

    def down(self, column: int, value: Text, first: int, columns: int = 1) -> None:
        """Add a label that spans the rows from *first* to here."""
        self.cells.append(Cell(first, column, value.say(self.lang), "label", columns, self.row - first))


def _filled(text: Text, look: str = "text") -> tuple[Text, str]:
    """Return a text with its look; an empty one is to be filled in."""
    return text, look if text.zh else "fill"


def _head(grid: _Grid, form: Form, last: int) -> None:
    (label, value), *rest = form.head
    grid.line((0, label, "label", 2), (2, *_filled(value), last - 1))
    if rest:
        (one, first), (two, second) = rest
        grid.line((0, one, "label", 2), (2, *_filled(first), 2), (4, two, "label"), (5, *_filled(second), last - 4))


def _money(grid: _Grid, form: Form, execution: FormRow) -> None:
    """Add the block of money; its first row has the points of the budget's execution."""
    first = grid.row
    heads = (
        Text("年初预算数", "Initial budget"),
        Text("全年预算数", "Year's budget"),
        Text("全年执行数", "Spent"),
        Text("分值", "Max"),
        Text("执行率", "Rate"),
        Text("得分", "Points"),
    )
    grid.line((2, "", "label"), *((n, head, "label") for n, head in enumerate(heads, 3)))
    dash: tuple[Value, str] = ("—", "centre")
    for each in form.money:
        top = each is form.money[0]
        amounts = (
            (n, None if fen is None else wan(fen), "fill" if fen is None else "money")
            for n, fen in enumerate(each[1:], 3)
        )
        weight, points = (_points(execution.weight), _points(execution.points)) if top else (dash, dash)
        rate = (each.rate, "rate" if each.rate is not None else "fill")
        grid.line((2, each.name, "text"), *amounts, (6, *weight), (7, *rate), (8, *points))
    whose = Text("项目", "the project") if form.kind == PROJECT else Text("部门", "the unit")
    grid.down(0, Text(f"{whose.zh}资金\n（万元）", f"Funds of {whose.en}\n(万元)"), first, 2)


def _goal(grid: _Grid, form: Form, last: int) -> None:
    if form.goal is None:
        return
    first = grid.row
    grid.line((1, Text("预期目标", "Expected"), "label", 4), (5, Text("实际完成情况", "Achieved"), "label", last - 4))
    grid.line((1, *_filled(form.goal[0]), 4), (5, *_filled(form.goal[1]), last - 4))
    grid.down(0, Text("年度总体\n目标", "Goal of the year"), first)


def _points(value: Fraction | None) -> tuple[Value, str]:
    return value, "points" if value is not None else "fill"


def _given(row: FormRow) -> tuple[Value | Text, str]:
    """Return the cell of the points: empty where there are none, and never 0 for that."""
    return (NOT_APPLICABLE, "centre") if row.state == "not_applicable" else _points(row.points)


def _groups(grid: _Grid, rows: Sequence[FormRow], first: int) -> None:
    """Add the labels of the two upper levels, each spanning its rows."""
    for level in (0, 1):
        start = 0
        for number in range(1, len(rows) + 1):
            same = number < len(rows) and rows[number].groups[: level + 1] == rows[start].groups[: level + 1]
            if same and rows[start].groups[level].zh:  # what is to be filled in is a cell a row
                continue
            text = rows[start].groups[level]
            grid.cells.append(
                Cell(first + start, level, text.say(grid.lang), "label" if text.zh else "fill", 1, number - start)
            )
            start = number


def _form_rows(grid: _Grid, form: Form) -> None:
    """Add the table of indicators of a self-evaluation."""
    heads = (
        Text("一级指标", "Level 1"),
        Text("二级指标", "Level 2"),
        Text("三级指标", "Indicator"),
        Text("年度指标值", "Target"),
        Text("实际完成值", "Result"),
        Text("分值", "Max"),
        Text("得分", "Points"),
        Text("偏差原因分析及改进措施", "Reason for the deviation, and remedy"),
    )
    grid.line(*((n, head, "label", 2 if n == 7 else 1) for n, head in enumerate(heads)))
    first = grid.row
    for row in form.rows:
        grid.line(
            (2, row.title, "text"),
            (3, *_filled(row.target)),
            (4, *_filled(row.value)),
            (5, *_points(row.weight)),
            (6, *_given(row)),
            (7, row.cell, "text", 2),
        )
    if not form.rows:  # a project of which the case has no indicators: the form as it is to be filled in
        for _ in range(EMPTY_ROWS):
            grid.line(*((n, None, "fill", 2 if n == 7 else 1) for n in range(8)))
    _groups(grid, form.rows, first)


EMPTY_ROWS = 4
"""Rows to fill in where a case has no indicators of a project."""


def _sheet_rows(grid: _Grid, form: Form) -> None:
    """Add the table of indicators of a place's sheet."""
    heads = (
        Text("一级指标", "Level 1"),
        Text("二级指标", "Level 2"),
        Text("三级指标", "Indicator"),
        Text("分值", "Max"),
        Text("实际值", "Value"),
        Text("得分", "Points"),
        Text("计分标准", "Standard"),
        Text("扣分原因，或缺的数", "Why points are lost, or what is missing"),
    )
    grid.line(*((n, head, "label") for n, head in enumerate(heads)))
    first = grid.row
    for row in form.rows:
        grid.line(
            (2, row.title, "text"),
            (3, *_points(row.weight)),
            (4, *_filled(row.value, "centre")),
            (5, *_given(row)),
            (6, row.standard, "text"),
            (7, row.cell, "text"),
        )
    _groups(grid, form.rows, first)


def _total(grid: _Grid, form: Form, last: int) -> None:
    """Add the total: its points only where every row has them, and always what they are in words."""
    at = 3 if form.kind == SHEET else 5
    points: tuple[Value, str] = (form.points, "points") if form.complete else (None, "fill")
    cells: list[tuple[int, Value | Text, str] | tuple[int, Value | Text, str, int]] = [
        (0, Text("总分", "Total"), "label", at),
        (at, form.full, "points"),
    ]
    if form.kind == SHEET:
        cells += [(4, "", "text"), (5, *points), (6, form.total, "text", last - 5)]
    else:
        cells += [(6, *points), (7, form.total, "text", 2)]
    grid.line(*cells)


def _note(form: Form, lang: str) -> str:
    told = [CLOSING]
    if form.note.zh:
        told.append(_stopped(form.note))
    if form.execution is not None and form.execution.cell.zh:
        told.append(
            _stopped(
                Text(f"预算执行率：{form.execution.cell.zh}", f"Execution of the budget: {form.execution.cell.en}")
            )
        )
    if not form.complete:
        told.append(
            Text(
                "得分空着的待定，不是零分；缺的数和可补的资料见“计分过程”。",
                "Points left empty are open, not nil; what is missing stands under “working”.",
            )
        )
    if form.weak():
        told.append(
            Text(
                "分值、计分标准有未核实原文的，见“计分过程”。",
                "Some maxima and standards were read in no text: see “working”.",
            )
        )
    told += [_stopped(remark) for remark in form.remarks]
    return Text("注：", "Note: ").say(lang) + ("" if lang == "zh" else " ").join(each.say(lang) for each in told)


def _stopped(text: Text) -> Text:
    """Return a sentence with its stop."""
    return Text(f"{text.zh}。", f"{text.en}.")


WORKING_WIDTHS = (19, 27, 27, 26, 7, 7, 7, 28, 16)


def working_layout(form: Form, lang: str) -> Layout:
    """Return how each row came to its points: formula, figures, standard, deduction, reason, and how far its text was read."""
    grid = _Grid(lang, WORKING_WIDTHS)
    last = len(grid.widths) - 1
    subject = form.head[0][1].say(lang)
    title = Text(f"计分过程：{subject}", f"Working: {subject}").say(lang)
    grid.line((0, title, "title", last + 1))
    head = grid.row
    heads = (
        Text("指标", "Indicator"),
        Text("算式", "Formula"),
        Text("代入", "Figures put in"),
        Text("计分标准", "Standard"),
        Text("分值", "Max"),
        Text("得分", "Points"),
        Text("扣分", "Off"),
        Text("原因", "Reason"),
        Text("分值、标准是否核对原文", "Was its text read"),
    )
    grid.line(*((n, head_, "label") for n, head_ in enumerate(heads)))
    for row in form.all_rows:
        off: tuple[Value, str] = (row.deducted, "points") if row.deducted is not None else ("", "text")
        given: tuple[Value | Text, str] = (
            ("", "text") if row.points is None and row.state == "unscored" else _given(row)
        )
        grid.line(
            (0, row.title, "text"),
            (1, row.formula, "text"),
            (2, row.working, "text"),
            (3, row.standard, "text"),
            (4, *_points(row.weight)),
            (5, *given),
            (6, *off),
            (7, row.reason, "text"),
            (8, VERIFIED[row.verified], "text"),
        )
    for text in _foot(form, lang):
        grid.line((0, text, "note", last + 1))
    return Layout(Text("计分过程", "Working"), grid.widths, tuple(grid.cells), head, True)


def _foot(form: Form, lang: str) -> Iterable[str]:
    """Yield what stands below the working: the total, the papers that would settle what is open, and what all rests on."""
    zh = lang == "zh"
    yield ("总分：" if zh else "Total: ") + form.total.say(lang) + ("。" if zh else ".")
    for number, (paper, titles) in enumerate(form.papers(), 1):
        if number == 1:
            yield "待定的，补列这些资料后可以计分：" if zh else "With these papers the rest can be scored:"
        named = ("、" if zh else ", ").join(title.say(lang) for title in titles)
        yield f"{number}. {paper.say(lang)}（{named}）" if zh else f"{number}. {paper.say(lang)} ({named})"
    if form.note.zh:
        yield f"说明：{form.note.zh}。" if zh else f"Note: {form.note.en}."
    yield ("依据：" if zh else "Basis: ") + cited(form.basis, lang)
    if form.weak():
        yield weak_lead(form, lang)
