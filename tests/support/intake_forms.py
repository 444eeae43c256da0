"""Made tables for the tests of forms: rows of texts → Document."""

from __future__ import annotations

from checker.intake.document import Cell, Document, Paragraph, Place, Table


def table(rows, *, page=1, number=1, name="", above=(), sheet=""):
    """Return the blocks of one table; in *rows* None is covered by the cell left of it, "^" by the cell above it."""
    here = Place((("sheet", sheet),)) if sheet else Place((("page", page),)).below("table", number)
    cells = []
    for r, row in enumerate(rows, 1):
        for c, text in enumerate(row, 1):
            if text is None or text == "^":
                continue
            wide = 1
            while c - 1 + wide < len(row) and row[c - 1 + wide] is None:
                wide += 1
            tall = 1
            while r - 1 + tall < len(rows) and len(rows[r - 1 + tall]) >= c and rows[r - 1 + tall][c - 1] == "^":
                tall += 1
            place = here.below("row", r).below("column", c)
            cells.append(Cell(place, r, c, text, tall, wide))
    lines = [Paragraph(Place((("page", page), ("paragraph", 100 * number + n))), text) for n, text in enumerate(above)]
    return [*lines, Table(here, name, len(rows), max(map(len, rows)), tuple(cells))]


def document(*blocks, name="made.pdf"):
    """Return a document of blocks, or of lists of blocks."""
    flat = [each for block in blocks for each in (block if isinstance(block, list) else [block])]
    return Document(name, "0" * 64, 1, "pdf", tuple(flat), 1)
