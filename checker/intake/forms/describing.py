"""A table of a document → a file of a form to begin with: its titles, heads and columns; what they mean is left to write."""

from __future__ import annotations

from checker.intake.document import Document, Table
from checker.intake.forms.grid import Grid, Head
from checker.intake.forms.words import heading, label, plain

LOOKED_AT = 12


def describe(document: Document) -> str:
    """Return a proposal of a file for `rules/forms`, in YAML, for the first table of *document* that has figures.

    Headings and labels are those of the table; under `put` nothing is filled in, since what a figure means is for people to say.
    """
    for block in document.blocks:
        if isinstance(block, Table) and (text := _described(document, block)):
            return text
    return "# 文件里没有带数字的表 / there is no table with figures in the file\n"


def _described(document: Document, table: Table) -> str:
    grid = Grid(table)
    first = _first_figures(grid)
    if not first:
        return ""
    top = _first_head(grid, first)
    head = Head(grid, top, first - 1, {})
    figures = {
        column
        for column in range(1, grid.columns + 1)
        for row in range(first, grid.rows + 1)
        if _figure(grid, row, column)
    }
    names = [
        column
        for column in range(1, grid.columns + 1)
        if column not in figures
        and head.paths[column]
        and any(_text(grid, row, column) for row in range(first, grid.rows + 1))
    ]
    paths = ["/".join(head.paths[column]) for column in sorted(figures) if head.paths[column]]
    title = (
        next(
            (
                plain(cell.text.splitlines()[0])
                for row in range(1, top)
                for cell in grid.starting(row)
                if cell.text.strip()
            ),
            "",
        )
        or plain(table.name)
        or "表名"
    )
    last = names[-1] if names else 0
    labels = dict.fromkeys(
        label(cell.text)
        for row in range(first, grid.rows + 1)
        if last and (cell := grid.at(row, last)) is not None and cell.text.strip()
    )
    fixed = [
        text
        for column in range(1, grid.columns + 1)
        if (cell := grid.at(top, column)) is not None and cell.column == column and (text := heading(cell.text))
    ]
    lines = [
        "# 从表格生成的初稿：逐项核对，写明每一栏填入哪里，再放进 rules/forms/",
        "# Proposed from a table: look at every line, say where each column goes, then put it into rules/forms/",
        "form: new-form",
        f"title: {_quoted(title)}",
        f"titles: [{_quoted(title)}]",
        "document: final_accounts # whole_evaluation project_evaluation three_public_statement final_accounts budget_publication …",
        "instrument: {name: 规定这张表的文件, verified: no, note: 版式读自一份填好的表}",
        f"fingerprint: [[{', '.join(map(_quoted, fixed))}]]",
        "bands:",
        f"  - head: [{', '.join(map(_quoted, dict.fromkeys(fixed)))}]",
        *([f"    label: {_quoted(head.paths[last][-1])}"] if last else []),
        f"    columns: [{', '.join(map(_quoted, dict.fromkeys(paths)))}]",
        "    # rows:",
    ]
    put = ", ".join(f"{_quoted(path)}: " for path in dict.fromkeys(paths))
    lines += [f"      # - {{label: {_quoted(each)}, put: {{{put}}}}}" for each in labels or ("",)]
    return "\n".join(lines) + "\n"


def _text(grid: Grid, row: int, column: int) -> str:
    cell = grid.at(row, column)
    return cell.text.strip() if cell is not None else ""


def _figure(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell is a number and no code: it has a point or a group mark, or is short."""
    text = plain(_text(grid, row, column))
    digits = text.replace(",", "").replace(".", "").lstrip("-")
    return digits.isascii() and digits.isdigit() and ("." in text or "," in text or len(digits) < 3)


def _first_figures(grid: Grid) -> int:
    """Return the first row that holds a figure beside or below texts; 0 for none."""
    for row in range(2, grid.rows + 1):
        if any(_figure(grid, row, column) and "." in _text(grid, row, column) for column in range(1, grid.columns + 1)):
            return row
    return 0


def _first_head(grid: Grid, first: int) -> int:
    """Return the row where the head begins: the first of those above the figures that has several texts."""
    for row in range(max(1, first - LOOKED_AT), first):
        texts = [cell for cell in grid.starting(row) if cell.text.strip()]
        if len(texts) >= 2 and not any("单位" in cell.text for cell in texts):
            return row
    return first - 1


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
