"""What a reader finds in a file: paragraphs and tables in order, every text as it is printed and with its place.

Readers make documents and nothing else: they know no unit of money, no form and no field of a case, repair nothing and leave
nothing out without a note.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from checker.base.errors import Text

Hop = tuple[str, int | str]
Kind = Literal["docx", "xlsx", "xls", "ods", "csv", "text", "pdf", "ofd"]
HOPS = {
    "page": Text("第{}页", "page {}"),
    "sheet": Text("{}", "{}"),
    "cell": Text("{}", "{}"),
    "paragraph": Text("¶{}", "¶{}"),
    "line": Text("第{}行", "line {}"),
    "table": Text("表{}", "table {}"),
    "row": Text("第{}行", "row {}"),
    "column": Text("第{}列", "column {}"),
    "note": Text("注{}", "note {}"),
    "header": Text("页眉{}", "header {}"),
    "footer": Text("页脚{}", "footer {}"),
    "box": Text("文本框{}", "text box {}"),
    "endnote": Text("尾注{}", "endnote {}"),
    "comment": Text("批注{}", "comment {}"),
    "deleted": Text("删去{}", "deletion {}"),
    "hidden": Text("隐藏{}", "hidden {}"),
}
"""What a hop of a place is called; numbers begin with 1."""
State = Literal["", "inserted", "deleted", "hidden"]


class Place(NamedTuple):
    """Where something stands: the way to it from the file down, as ("page", 2), ("paragraph", 15) or ("sheet", "项目支出"), ("cell", "F6")."""

    hops: tuple[Hop, ...]

    def say(self, lang: str) -> str:
        """Return the place as a reader would look for it: 第2页 ¶15, 项目支出!F6."""
        parts: list[str] = []
        for name, where in self.hops:
            told = HOPS[name].say(lang).format(where)
            parts.append(("!" if name == "cell" and parts else " " if parts else "") + told)
        return "".join(parts)

    def below(self, name: str, where: int | str) -> Place:
        """Return the place one hop further down."""
        return Place((*self.hops, (name, where)))


Box = tuple[int, int, int, int]
"""A rectangle of a page: left, top, right, bottom, in hundredths of a point from its top left corner."""


class Strip(NamedTuple):
    """A printed line of a paragraph: which character of its text it begins with, and its rectangle on the page."""

    start: int
    box: Box


class Paragraph(NamedTuple):
    """A text that stands by itself, as printed; `state` says whether a reader of the printed document sees it.

    `kind` is "body", "heading", "note", "header", "footer", "box", "comment" or "words"; `label` is the number that the program sets
    before it by itself (automatic numbering), which is no part of `text`. "Words" are those of one line that stand apart like columns,
    with tabs between them: no sentence, and no table either, because nothing on the page says which belong together.
    Of pages, `strips` are its lines.
    """

    place: Place
    text: str
    kind: str = "body"
    state: State = ""
    label: str = ""
    strips: tuple[Strip, ...] = ()


class Cell(NamedTuple):
    """A cell of a table, its text as shown. Rows and columns begin with 1; `rows` and `columns` are how many it spans.

    Of a spreadsheet, `stored` is the number as the file stores it, in exact digits (empty for what is no number), and `format` its number
    format. `unread` says why nobody can tell what the cell says (a format that is not understood, a formula without a result, an
    error value, readers that disagree); what is unread is never used as a figure. `label` is as that of a paragraph;
    `box` is where it stands on its page.
    """

    place: Place
    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    stored: str = ""
    format: str = ""
    state: State = ""
    unread: Text | None = None
    label: str = ""
    box: Box | None = None


class Table(NamedTuple):
    """A table: a sheet, a table of Word, a ruled table of a page. `cells` stand by row and column; a merged cell stands once."""

    place: Place
    name: str
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    state: State = ""


class Note(NamedTuple):
    """Something that was seen and not read, or read in a way that a person should know: hidden sheets, text outside the page."""

    place: Place
    text: Text


_COLUMN = Text("没有读懂的列“{}”：{} 格有内容", "column not understood, {!r}: {} cells hold something")


def unread_column(place: Place, heading: str, cells: int) -> Note:
    """Return the note that a column of a table was not read although it holds something."""
    return Note(place, Text(_COLUMN.zh.format(heading, cells), _COLUMN.en.format(heading, cells)))


def is_unread_column(note: Note) -> bool:
    """Whether a note tells of a column that was not read."""
    return note.text.zh.startswith(_COLUMN.zh.partition("{")[0])


Block = Paragraph | Table


class Document(NamedTuple):
    """A file as it was read: `pages` is 0 where the kind has none; `stopped` are pages or sheets that could not be read for sure."""

    name: str
    sha256: str
    size: int
    kind: Kind
    blocks: tuple[Block, ...]
    pages: int = 0
    notes: tuple[Note, ...] = ()
    stopped: tuple[Note, ...] = ()
    recognised: tuple[Place, ...] = ()
    """Pages that were read from a picture: none of their figures is sure."""

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Yield the place and text of every paragraph and cell, in order."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from ((cell.place, cell.text) for cell in block.cells)
            else:
                yield block.place, block.text

    def counted(self) -> Iterator[tuple[Place, str]]:
        """Yield the texts as the second way of counting digits counts them: of .xlsx and .xls what is stored, not what is shown.

        What a number format shows has no second source; that the stored digits are those of the second reader does. Days and times,
        error values and the comments of .xls are not counted.
        """
        if self.kind not in ("xlsx", "xls"):
            yield from self.texts()
            return
        for block in self.blocks:
            if not isinstance(block, Table):
                if self.kind == "xlsx":
                    yield block.place, block.text
                continue
            for cell in block.cells:
                if cell.stored:
                    yield cell.place, cell.stored
                elif not cell.format and not (cell.unread is not None and cell.text.startswith("#")):
                    yield cell.place, cell.text


class Digits(NamedTuple):
    """How often each run of digits stands in a part of a file, counted by a second way of reading that shares nothing with the first.

    The part is a page, a sheet or the whole file, as a place.
    """

    place: Place
    runs: Counter[str]
