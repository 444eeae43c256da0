"""Forms as a workbook (XlsxWriter): each form as units fill it in, A4 and one page wide, with its working on a sheet behind it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any

from checker.base.errors import Text
from checker.base.width import visible
from checker.base.width import width as columns
from checker.reports.extras import need
from checker.scores.form import Form
from checker.scores.layout import LOOKS, Cell, Layout, form_layout, working_layout

CELL = 32_767
"""The most characters that a cell holds; what is cut says so."""
DIGITS = Context(prec=15)
"""A spreadsheet keeps so many digits of a number."""
LINE = 13
"""The height of a line of text, in points."""
FONT = {"zh": "宋体", "en": "Times New Roman"}


def render(forms: Sequence[Form], lang: str) -> bytes:
    """Return the workbook; nothing in it is a formula."""
    library = need("xlsxwriter", "xlsx", "XLSX")
    stream = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = library.Workbook(stream, settings)
    title = Text("绩效自评表", "Self-evaluation").say(lang)
    book.set_properties({"title": title, "created": datetime(2000, 1, 1)})  # the same forms, the same bytes
    _Book(book, lang).write(forms)
    book.close()
    return stream.getvalue()


class _Book:
    """Writes the sheets of one workbook in one language."""

    def __init__(self, book: Any, lang: str) -> None:
        self.book, self.lang = book, lang
        base = {"font_name": FONT[lang], "font_size": 10, "valign": "vcenter", "text_wrap": True}
        lines = {**base, "border": 1}
        middle = {**lines, "align": "center"}
        self.looks = {
            "title": book.add_format({**base, "font_size": 16, "bold": True, "align": "center"}),
            "centred": book.add_format({**base, "align": "center"}),
            "right": book.add_format({**base, "align": "right"}),
            "note": book.add_format({**base, "valign": "top", "font_size": 9}),
            "centre": book.add_format(middle),
            "label": book.add_format({**middle, "bold": True, "bg_color": "#EDEDED"}),
            "text": book.add_format(lines),
            "fill": book.add_format({**lines, "bg_color": "#FFFBE6"}),
            "rate": book.add_format({**middle, "num_format": "0.00%"}),
        }
        assert set(self.looks) | {"money", "points"} == set(LOOKS)
        self.lines, self.middle = lines, middle
        self.numbers: dict[str, Any] = {}

    def write(self, forms: Sequence[Form]) -> None:
        """Write every form and its working; an index stands first where there are several."""
        names = [
            [f"{number}-{name}" if len(forms) > 1 else name for name in (form.say(self.lang), working.say(self.lang))]
            for number, (form, working) in enumerate(
                ((form_layout(f, self.lang).name, working_layout(f, self.lang).name) for f in forms), 1
            )
        ]
        if len(forms) > 1:
            self.index(forms, [name for name, _ in names])
        for form, (name, working) in zip(forms, names, strict=True):
            self.sheet(name, form_layout(form, self.lang))
            self.sheet(working, working_layout(form, self.lang))

    def index(self, forms: Sequence[Form], names: Sequence[str]) -> None:
        """Write which form stands on which sheet, and what it came to."""
        heads = (
            Text("表", "Sheet"),
            Text("单位", "Unit"),
            Text("表名", "Form"),
            Text("对象", "Of"),
            Text("总分", "Total"),
        )
        cells = [Cell(0, 0, Text("目录", "Contents").say(self.lang), "title", len(heads))]
        cells += [Cell(1, column, head.say(self.lang), "label") for column, head in enumerate(heads)]
        for row, (form, name) in enumerate(zip(forms, names, strict=True), 2):
            texts = (
                name,
                form.unit,
                form.title.say(self.lang),
                form.head[0][1].say(self.lang),
                form.total.say(self.lang),
            )
            cells += [Cell(row, column, text) for column, text in enumerate(texts)]
        contents = Text("目录", "Contents")
        page = self.sheet(contents.say(self.lang), Layout(contents, (16, 26, 34, 30, 44), tuple(cells), 1, True))
        for row, target in enumerate(names, 2):
            page.write_url(row, 0, f"internal:'{target}'!A1", self.looks["text"], target)

    def sheet(self, name: str, layout: Layout) -> Any:
        """Write one layout as a sheet that prints one page wide on A4."""
        page = self.book.add_worksheet(name)
        page.set_paper(9)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        if layout.landscape:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        page.center_horizontally()
        page.set_footer("&P / &N")
        page.repeat_rows(layout.head)
        for column, wide in enumerate(layout.widths):
            page.set_column(column, column, wide)
        for row, height in enumerate(heights(layout)):
            page.set_row(row, height)
        for cell in layout.cells:
            self.cell(page, cell)
        return page

    def cell(self, page: Any, cell: Cell) -> None:
        """Write one cell, merged where it spans several; texts are texts, whatever they begin with."""
        value = self.value(cell)
        form = self.form(cell, value)
        if cell.rows * cell.columns > 1:
            page.merge_range(cell.row, cell.column, cell.row + cell.rows - 1, cell.column + cell.columns - 1, "", form)
        if isinstance(value, Decimal):
            page.write_number(cell.row, cell.column, value, form)
        elif value:
            page.write_string(cell.row, cell.column, value, form)
        else:
            page.write_blank(cell.row, cell.column, None, form)

    def value(self, cell: Cell) -> Decimal | str:
        """Return a number as a decimal and all else as a harmless text that the cell can hold."""
        if isinstance(cell.value, Fraction):
            return DIGITS.divide(Decimal(cell.value.numerator), Decimal(cell.value.denominator))
        if isinstance(cell.value, Decimal):
            return cell.value if len(cell.value.as_tuple().digits) <= DIGITS.prec else f"{cell.value:f}"
        shown = visible(cell.value or "")
        if len(shown) <= CELL:
            return shown
        more = Text(f"…（共 {len(shown)} 字）", f"… ({len(shown)} characters)").say(self.lang)
        return shown[: CELL - len(more)] + more

    def form(self, cell: Cell, value: Decimal | str) -> Any:
        """Return the format of a cell; a number shows as many decimals as it has, points that are rounded a ≈."""
        if cell.look not in ("money", "points"):
            return self.looks[cell.look]
        code = "General"
        if isinstance(value, Decimal):
            exponent = value.normalize().as_tuple().exponent
            places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
            rounded = cell.look == "points" and places > 2
            least = 2 if cell.look == "money" else 0
            code = '"≈"0.00' if rounded else _code(max(least, places), cell.look == "money")
        if code not in self.numbers:
            self.numbers[code] = self.book.add_format(
                {**(self.lines if cell.look == "money" else self.middle), "num_format": code}
            )
        return self.numbers[code]


def _code(places: int, grouped: bool) -> str:
    """Return the number format with so many decimals."""
    return ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")


def heights(layout: Layout) -> list[int]:
    """Return the height of each row: that of its longest text, as not every program works it out when it opens the file."""
    lines = [1] * layout.rows
    for cell in layout.cells:
        if not isinstance(cell.value, str) or cell.rows > 1:
            continue
        wide = max(2, sum(layout.widths[cell.column : cell.column + cell.columns]) - 1)
        needed = sum(-(-max(1, columns(part)) // wide) for part in cell.value[:5000].split("\n"))
        lines[cell.row] = max(lines[cell.row], needed)
    looks = {cell.row: cell.look for cell in layout.cells}
    room = {"title": 16, "note": 1}
    return [min(400, LINE * count + room.get(looks[row], 6)) for row, count in enumerate(lines)]
