"""Reads Word documents (docx, also those of WPS) from their XML: paragraphs, tables, boxes, notes, headers, comments, with what is hidden or deleted apart."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from checker.base.errors import Text
from checker.intake.document import Block, Cell, Document, Note, Paragraph, Place, State, Table
from checker.intake.readers.docx_count import count
from checker.intake.readers.docx_styles import Numbering, Styles, child, number_of, on
from checker.intake.readers.docx_text import DEEPEST, Deep, Words, parted
from checker.intake.readers.package import Package, attribute, local
from checker.intake.refusing import damaged, hostile

__all__ = ["count", "read"]
_STORIES = {
    "header": ("header", "header"),
    "footer": ("footer", "footer"),
    "footnotes": ("note", "note"),
    "endnotes": ("endnote", "note"),
    "comments": ("comment", "comment"),
}
"""The parts beside the body: the hop of their places and the kind of their paragraphs."""
_UNREAD = {
    "picture": Text("有 {} 张图片，里面的字没有读", "{} pictures, whose words were not read"),
    "chart": Text("有 {} 个图表，里面的数字没有读", "{} charts, whose figures were not read"),
    "diagram": Text("有 {} 个 SmartArt 图示没有读", "{} SmartArt diagrams were not read"),
    "object": Text(
        "有 {} 个嵌入的对象（如 Excel 表）没有读；请单独导入",
        "{} embedded objects (such as Excel sheets) were not read; import them by themselves",
    ),
    "chunk": Text(
        "有 {} 段嵌入的文件没有读；请用 WPS 或 Word 打开后另存",
        "{} embedded files were not read; open the document and save it anew",
    ),
    "control": Text("有 {} 个控件没有读", "{} controls were not read"),
    "dropdown": Text("有 {} 个下拉域，所选的内容没有读", "{} drop-down fields, whose choice was not read"),
    "textpath": Text("有 {} 处艺术字或水印没有读", "{} pieces of WordArt or watermarks were not read"),
    "symbol": Text(
        "有 {} 个符号字体的字认不出，以“�”代替", "{} characters of symbol fonts are not known; each is shown as �"
    ),
    "inserted": Text(
        "有 {} 处修订插入没有接受，按已接受读", "{} tracked insertions are not accepted; they are read as if they were"
    ),
    "deleted": Text("有 {} 处修订删去或删除线，没有采用", "{} tracked deletions or struck texts were not used"),
    "hidden": Text("有 {} 处隐藏文字，没有采用", "{} hidden texts were not used"),
    "comment": Text("有 {} 条批注，没有采用", "{} comments were not used"),
    "field": Text("有 {} 个域没有结束，后面的文字没有采用", "{} fields never end; the text after them was not used"),
}


class _Story:
    """Reads one story (the body, a cell, a text box, a note) into blocks below `place`."""

    def __init__(self, reader: _Reader, place: Place, kind: str, state: State = "") -> None:
        self.reader = reader
        self.place = place
        self.kind = kind
        self.state = state
        self.blocks: list[Block] = []
        self.paragraphs = self.tables = self.boxes = 0
        self.after: list[Block] = []  # what hangs on the paragraph at hand: its text boxes
        self.words = Words(reader.styles, self._box, reader.seen)
        self.first: Element | None = None

    def take(self, container: Element, depth: int, state: State = "") -> None:
        """Read the blocks of an element in order."""
        if depth > DEEPEST:
            raise Deep
        for each in container:
            name = local(each)
            if name == "p":
                self._paragraph(each, state, depth)
            elif name == "tbl":
                self._flush()
                self.tables += 1
                self._table(each, self.place.below("table", self.tables), state or self.state, depth)
            elif name == "AlternateContent":
                chosen = next((part for part in each if local(part) == "Choice"), None)
                self.take(chosen if chosen is not None else each, depth + 1, state)
            elif name in ("del", "moveFrom"):
                self.take(each, depth + 1, "deleted")
            elif name == "altChunk":
                self.reader.seen("chunk")
            elif name not in ("sectPr", "sdtPr", "sdtEndPr", "tcPr", "pPr"):
                self.take(each, depth + 1, state)

    def close(self) -> list[Block]:
        """Return the blocks, after the last paragraph is done."""
        self._flush()
        if self.words.fields:
            self.reader.seen("field")
        return self.blocks

    def _paragraph(self, element: Element, state: State, depth: int) -> None:
        if self.first is None:
            self.first = element
        self.words.paragraph(element, state, depth)
        if child(element, "pPr", "rPr", "del") is None:  # a deleted mark: the next paragraph goes on here
            self._flush()

    def _flush(self) -> None:
        """Make a paragraph of what was collected, and one of each stretch that is deleted or hidden."""
        element, self.first = self.first, None
        if element is None:
            return
        shown, inserted, others = parted(self.words.pieces)
        self.reader.found["inserted"] += sum(piece.state == "inserted" for piece in self.words.pieces)
        self.words.pieces = []
        kind, label = self.reader.about(element, self.kind, bool(shown.strip()))
        after, self.after = self.after, []
        if not (shown.strip() or others or after):
            return
        self.paragraphs += 1
        place = self.place if self.kind == "cell" else self.place.below("paragraph", self.paragraphs)
        if shown.strip():
            own: State = self.state or ("inserted" if inserted else "")
            self.blocks.append(Paragraph(place, shown, kind, own, label))
        below = self.place.below("paragraph", self.paragraphs) if self.kind == "cell" else place
        for number, piece in enumerate(others, 1):
            self.reader.found[piece.state] += 1
            self.blocks.append(Paragraph(below.below(piece.state, number), piece.text, kind, piece.state))
        self.blocks += after

    def _box(self, element: Element, depth: int) -> None:
        self.boxes += 1
        story = _Story(self.reader, self.place.below("box", self.boxes), "box", self.state)
        story.take(element, depth + 1)
        self.after += story.close()

    def _table(self, element: Element, place: Place, state: State, depth: int) -> None:
        cells: list[Cell] = []
        rest: list[Block] = []
        above: dict[int, int] = {}  # column: the cell that may reach further down
        widest = number = 0
        for number, (row, gone) in enumerate(_rows(element, state, depth), 1):
            column = 1 + _number(child(row, "trPr", "gridBefore"))
            for cell in _cells(row, depth):
                wide = max(1, min(_number(child(cell, "tcPr", "gridSpan")) or 1, 1000))
                story = _Story(self.reader, place.below("row", number).below("column", column), "cell", gone)
                story.take(cell, depth + 3)
                made = story.close()
                own = [each for each in made if isinstance(each, Paragraph) and each.place == story.place]
                rest += [each for each in made if not (isinstance(each, Paragraph) and each.place == story.place)]
                text = "\n".join(each.text for each in own)
                merge, beside = child(cell, "tcPr", "vMerge"), child(cell, "tcPr", "hMerge")
                covered = merge is not None and attribute(merge, "val") != "restart" and column in above
                if beside is not None and attribute(beside, "val") != "restart" and cells and cells[-1].row == number:
                    cells[-1] = cells[-1]._replace(columns=cells[-1].columns + wide)
                    covered = True
                elif covered and merge is not None:
                    at = above[column]
                    cells[at] = cells[at]._replace(rows=number - cells[at].row + 1)
                if not covered or text:
                    seen: State = (
                        "hidden"
                        if covered
                        else gone or ("inserted" if own and all(each.state == "inserted" for each in own) else "")
                    )
                    self.reader.found["hidden"] += covered
                    cells.append(
                        Cell(story.place, number, column, text, 1, wide, state=seen, label=own[0].label if own else "")
                    )
                if not covered:
                    above.pop(column, None)
                    if merge is not None:
                        above[column] = len(cells) - 1
                column += wide
            widest = max(widest, column - 1)
        self.blocks.append(Table(place, "", number, widest, tuple(cells), state))
        self.blocks += rest


def _rows(element: Element, state: State, depth: int) -> Iterator[tuple[Element, State]]:
    """Yield the rows of a table, through content controls, with whether they are deleted or hidden."""
    if depth > DEEPEST:
        raise Deep
    for each in element:
        if local(each) == "tr":
            gone = child(each, "trPr", "del") is not None
            hidden = child(each, "trPr", "hidden")
            yield each, state or ("deleted" if gone else "hidden" if hidden is not None and on(hidden) else "")
        elif local(each) not in ("tblPr", "tblGrid", "sdtPr"):
            yield from _rows(each, state, depth + 1)


def _cells(row: Element, depth: int) -> Iterator[Element]:
    if depth > DEEPEST:
        raise Deep
    for each in row:
        if local(each) == "tc":
            yield each
        elif local(each) not in ("trPr", "sdtPr", "tblPrEx"):
            yield from _cells(each, depth + 1)


def _number(element: Element | None) -> int:
    said = attribute(element, "val") if element is not None else ""
    return int(said) if said.isdigit() and len(said) < 5 else 0


class _Reader:
    """What the stories of one document share: its styles and lists, and how often each thing was seen that a person should know of."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.types = {part: kind for part, kind in package.types().items() if "/glossary/" not in part}
        self.main = self._main()
        self.related = package.relations(self.main)
        self.styles = Styles(self._part("styles"))
        self.numbering = Numbering(self._part("numbering"))
        self.found: Counter[str] = Counter()

    def seen(self, what: str) -> None:
        """Count something that is no text."""
        self.found[what] += 1

    def _main(self) -> str:
        for kind, part in self.package.relations("").values():
            if kind == "officeDocument" and part in self.package.names:
                return part
        raise damaged(self.package.name, "找不到正文", "its main part is missing")

    def _part(self, kind: str) -> Element | None:
        part = next((part for named, part in self.related.values() if named == kind), "")
        return self.package.xml(part) if part in self.package.names else None

    def about(self, element: Element, kind: str, printed: bool) -> tuple[str, str]:
        """Return the kind of a paragraph, a heading and a table of contents by their styles, and its automatic number."""
        properties = child(element, "pPr")
        named = child(properties, "pStyle")
        style = attribute(named, "val") if named is not None else self.styles.default
        chain = list(self.styles.chain(style))
        number = number_of(properties) or next((each.number for each in chain if each.number), None)
        label = self.numbering.label(*number) if number is not None and printed and number[0] not in ("", "0") else ""
        if kind == "body":
            level = child(properties, "outlineLvl")
            if any(each.name.startswith(("toc ", "目录")) for each in chain):
                kind = "contents"
            elif (level is not None and attribute(level, "val") != "9") or any(each.outline for each in chain):
                kind = "heading"
        return kind, label

    def blocks(self) -> list[Block]:
        """Return the body, then notes, headers, footers and comments; parts that the body does not refer to are hidden."""
        body = self.package.xml(self.main)
        story = _Story(self, Place(()), "body")
        story.take(body, 0)
        blocks = story.close()
        used = {value for each in body.iter() for key, value in each.attrib.items() if key.endswith("}id")}
        parts = {part: (kind, key in used) for key, (kind, part) in self.related.items() if kind in _STORIES}
        for part, content in self.types.items():
            kind = content.rpartition(".")[2].removesuffix("+xml")
            if "wordprocessingml" in content and kind in _STORIES:
                parts.setdefault(part, (kind, False))
        numbers: Counter[str] = Counter()
        for part, (kind, shown) in sorted(parts.items(), key=lambda each: (list(_STORIES).index(each[1][0]), each[0])):
            if part in self.package.names:
                blocks += self._beside(self.package.xml(part), kind, shown, numbers, body)
        return blocks

    def _beside(self, root: Element, kind: str, shown: bool, numbers: Counter[str], body: Element) -> list[Block]:
        hop, told = _STORIES[kind]
        if kind in ("header", "footer"):
            numbers[hop] += 1
            story = _Story(self, Place(((hop, numbers[hop]),)), told, "" if shown else "hidden")
            story.take(root, 0)
            return story.close()
        marks = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}
        order = [attribute(each, "id") for each in body.iter() if local(each) == marks.get(kind)]
        blocks: list[Block] = []
        for each in sorted(
            root, key=lambda each: order.index(attribute(each, "id")) if attribute(each, "id") in order else len(order)
        ):
            numbers[hop] += attribute(each, "type") not in ("separator", "continuationSeparator", "continuationNotice")
            state: State = "hidden" if kind == "comments" or attribute(each, "id") not in order else ""
            story = _Story(self, Place(((hop, max(1, numbers[hop])),)), told, state)
            story.take(each, 0)
            made = story.close()
            self.found["comment"] += kind == "comments"
            blocks += made
        return blocks


def read(data: bytes, name: str) -> Document:
    """Return what stands in a Word document; raises InputError for what is damaged, protected or no ordinary document."""
    reader = _Reader(Package(data, name))
    try:
        blocks = reader.blocks()
    except (Deep, RecursionError):
        raise hostile(name, "层次套得太深", "its elements lie too deep in each other") from None
    notes = [
        Note(Place(()), Text(*(said.format(reader.found[what]) for said in told)))
        for what, told in _UNREAD.items()
        if reader.found[what]
    ]
    return Document(name, hashlib.sha256(data).hexdigest(), len(data), "docx", tuple(blocks), notes=tuple(notes))
