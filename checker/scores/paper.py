"""Forms as a Word document (python-docx): each form as units fill it in on A4, with its working on the pages behind it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from checker.base.errors import Text
from checker.base.values import format_ratio, plain
from checker.base.width import visible
from checker.reports.extras import need
from checker.scores.form import Form
from checker.scores.layout import Cell, Layout, form_layout, working_layout
from checker.scores.scoring import number

SIDES = (297, 210)
MARGIN = 15
"""Millimetres of the paper and around the text."""
INSIDE = 57
"""Twentieths of a point between the line of a cell and its text: a millimetre, so that headings fit."""
OUTSIDE = ("title", "centred", "right", "note")
"""Looks of what stands above and below the table, as paragraphs."""
CENTRED = ("title", "centred", "centre", "label", "points", "rate")


def render(forms: Sequence[Form], lang: str) -> bytes:
    """Return the document; the same forms give the same bytes."""
    library = need("docx", "docx", "DOCX")
    return _Document(library, lang).write(forms)


def undated(data: bytes) -> bytes:
    """Return an archive with every member at one date, so that the same content is the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


class _Document:
    """Writes one document in one language."""

    def __init__(self, library: Any, lang: str) -> None:
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        self.lang, self.qn, self.element, self.mm, self.pt = lang, qn, OxmlElement, Mm, Pt
        self.orient, self.section_kind = WD_ORIENT, WD_SECTION
        self.table_centre, self.upright, self.align = (
            WD_TABLE_ALIGNMENT.CENTER,
            WD_CELL_VERTICAL_ALIGNMENT,
            WD_ALIGN_PARAGRAPH,
        )
        self.doc = library.Document()
        properties = self.doc.core_properties
        properties.created = properties.modified = datetime(2000, 1, 1)
        properties.author = "checker"
        properties.title = Text("绩效自评表", "Self-evaluation").say(lang)
        style = self.doc.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(9)
        fonts = style.element.rPr.rFonts
        fonts.set(qn("w:eastAsia"), "仿宋_GB2312")
        language = OxmlElement("w:lang")
        for name in ("w:val", "w:eastAsia"):
            language.set(qn(name), "zh-CN" if lang == "zh" or name == "w:eastAsia" else "en-GB")
        style.element.rPr.append(language)
        spacing = style.paragraph_format
        spacing.space_after = spacing.space_before = Pt(0)
        spacing.line_spacing = 1.0

    def write(self, forms: Sequence[Form]) -> bytes:
        """Write each form on a page of its own, then its working."""
        layouts = [layout(form, self.lang) for form in forms for layout in (form_layout, working_layout)]
        for place, layout in enumerate(layouts):
            self.page(layout, new=place > 0)
            self.layout(layout)
        self.page_numbers()
        stream = io.BytesIO()
        self.doc.save(stream)
        return undated(stream.getvalue())

    def page(self, layout: Layout, new: bool) -> None:
        """Begin a page of A4, upright or across."""
        section = self.doc.add_section(self.section_kind.NEW_PAGE) if new else self.doc.sections[0]
        across, upright = SIDES
        wide, high = (across, upright) if layout.landscape else (upright, across)
        section.orientation = self.orient.LANDSCAPE if layout.landscape else self.orient.PORTRAIT
        section.page_width, section.page_height = self.mm(wide), self.mm(high)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = self.mm(MARGIN)

    def layout(self, layout: Layout) -> None:
        """Write what stands above the table, the table, and what stands below it."""
        inside = [cell for cell in layout.cells if cell.look not in OUTSIDE]
        first = min(cell.row for cell in inside)
        last = max(cell.row + cell.rows for cell in inside)
        for cell in layout.cells:
            if cell.row < first:
                self.line(cell)
        self.table(layout, inside, first, last)
        for cell in layout.cells:
            if cell.row >= last:
                self.line(cell)

    def line(self, cell: Cell) -> None:
        """Write a paragraph outside the table."""
        paragraph = self.doc.add_paragraph()
        run = paragraph.add_run(self.text(cell))
        if cell.look == "title":
            run.bold = True
            run.font.size = self.pt(16)
            run._element.get_or_add_rPr().get_or_add_rFonts().set(self.qn("w:eastAsia"), "方正小标宋_GBK")
            paragraph.paragraph_format.space_after = self.pt(4)
        if cell.look == "note":
            paragraph.paragraph_format.space_before = self.pt(3)
        if cell.look == "right":
            paragraph.alignment = self.align.RIGHT
        elif cell.look in CENTRED:
            paragraph.alignment = self.align.CENTER

    def table(self, layout: Layout, cells: Sequence[Cell], first: int, last: int) -> None:
        """Write the table at its full width; a row is never cut by the end of a page, and the headings come again."""
        table = self.doc.add_table(rows=last - first, cols=len(layout.widths))
        table.style, table.alignment, table.autofit = "Table Grid", self.table_centre, False
        margins = self.element("w:tblCellMar")
        for side in ("w:left", "w:right"):
            margin = self.element(side)
            margin.set(self.qn("w:w"), str(INSIDE))
            margin.set(self.qn("w:type"), "dxa")
            margins.append(margin)
        table._tbl.tblPr.append(margins)
        room = SIDES[0 if layout.landscape else 1] - 2 * MARGIN
        whole = sum(layout.widths)
        grid = [list(row.cells) for row in table.rows]
        for column, wide in enumerate(layout.widths):
            table.columns[column].width = self.mm(room * wide // whole)
            for row in grid:
                row[column].width = self.mm(room * wide // whole)
        for cell in cells:
            top, end = cell.row - first, cell.row - first + cell.rows - 1
            place = grid[top][cell.column]
            if cell.rows * cell.columns > 1:
                place = place.merge(grid[end][cell.column + cell.columns - 1])
            place.vertical_alignment = self.upright.CENTER
            paragraph = place.paragraphs[0]
            run = paragraph.add_run(self.text(cell))
            run.bold = cell.look == "label" or None
            if cell.look in CENTRED:
                paragraph.alignment = self.align.CENTER
            elif cell.look == "money":
                paragraph.alignment = self.align.RIGHT
        for number_, row in enumerate(table.rows, first):
            properties = row._tr.get_or_add_trPr()
            properties.append(self.element("w:cantSplit"))
            if (
                number_ == layout.head and first == layout.head
            ):  # a heading can only come again where it is the first row
                properties.append(self.element("w:tblHeader"))

    def text(self, cell: Cell) -> str:
        """Return what a cell prints."""
        if isinstance(cell.value, Decimal):
            exponent = cell.value.normalize().as_tuple().exponent
            return plain(cell.value, max(2, -exponent if isinstance(exponent, int) else 2))
        if isinstance(cell.value, Fraction):
            if cell.look == "rate":
                return format_ratio(cell.value.numerator, cell.value.denominator)
            return number(cell.value)
        return visible(cell.value or "")

    def page_numbers(self) -> None:
        """Number the pages in the footer, which every section shares."""
        paragraph = self.doc.sections[0].footer.paragraphs[0]
        paragraph.alignment = self.align.CENTER
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = paragraph.add_run()
            if kind:
                mark = self.element("w:fldChar")
                mark.set(self.qn("w:fldCharType"), kind)
            else:
                mark = self.element("w:instrText")
                mark.text = text
            run._element.append(mark)
