"""Word documents from a template: paragraphs and tables in its named styles, set as XML so that long tables take no time.

The template gives page, header, footer and styles; what stands in its body is left out. Text is made visible and escaped here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from checker.base.archive import zipped
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.width import clipped, visible
from checker.cases.files import read_bytes
from checker.reports.extras import need

SHIPPED = Path(__file__).parent / "templates" / "report.docx"
"""The template that is used where none is named."""
STYLES = {
    "title": "Title",
    "heading1": "Heading 1",
    "heading2": "Heading 2",
    "heading3": "Heading 3",
    "summary": "报告摘要",
    "text": "报告正文",
    "note": "报告注",
    "head": "报告表头",
    "cell": "报告表文",
    "figure": "报告表数",
    "sign": "报告签署",
    "label": "报告标签",
    "table": "报告表格",
}
"""The styles that a template must have: the names by which Word shows them (标题 1 is Heading 1)."""
CELL = 1000
"""Characters of one cell; of a longer text its beginning and end are shown."""
_SPACE = re.compile(r"[\t\r\n]+")

_DIGITS = "〇一二三四五六七八九"


def ordinal(number: int) -> str:
    """Return a number below 100 as Chinese headings count: 一, 十, 十一, 二十."""
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


class Column(NamedTuple):
    """One column of a table: its head, its share of the width, whether it holds figures."""

    head: str
    share: int
    figures: bool = False


class Document:
    """Writes one document into the template *file* ("" is the shipped one), in *lang* ("zh" or "en").

    Raises InputError for a template that is no Word document, or that lacks styles, naming them all.
    """

    def __init__(self, file: str, lang: str) -> None:
        library = need("docx", "docx", "DOCX")
        self.lang = lang
        self._parts: list[str] = []
        data = read_bytes(file or str(SHIPPED))
        try:
            self._file = library.Document(io.BytesIO(data))
            known = {style.name: style.style_id for style in self._file.styles}
        except (
            KeyError,
            ValueError,
            AttributeError,
            SyntaxError,
            zipfile.BadZipFile,
        ):  # what a file that is none makes
            raise InputError([_no_document(file)]) from None
        lacking = [name for name in STYLES.values() if name not in known]
        if lacking:
            raise InputError([_lacks(file, lacking)])
        self._ids = {key: escape(known[name], {'"': "&quot;"}) for key, name in STYLES.items()}
        section = self._file.sections[-1]
        self.width = int(section.page_width - section.left_margin - section.right_margin) // 635  # EMU in a twip

    def text(self, style: str, *runs: str, keep: bool = False, page: bool = False) -> None:
        """Add a paragraph; *keep* it on the page of what follows, begin a *page* with it. Every other run is a label."""
        self._parts.append(self._paragraph(style, runs, keep, page))

    def tabbed(self, style: str, *pieces: str) -> None:
        """Add a paragraph whose pieces stand at the tabulators of its style, and that stays with what follows."""
        runs = "<w:r><w:tab/></w:r>".join(f"<w:r>{_set(piece)}</w:r>" if piece else "" for piece in pieces)
        self._parts.append(f'<w:p><w:pPr><w:pStyle w:val="{self._ids[style]}"/><w:keepNext/></w:pPr>{runs}</w:p>')

    def title(self, lines: Sequence[str], page: bool = False) -> None:
        """Add a title of several lines, on a new *page* where one is asked for."""
        runs = "<w:r><w:br/></w:r>".join(f"<w:r>{_set(line)}</w:r>" for line in lines)
        new = "<w:pageBreakBefore/>" if page else ""
        self._parts.append(f'<w:p><w:pPr><w:pStyle w:val="{self._ids["title"]}"/>{new}</w:pPr>{runs}</w:p>')

    def labelled(self, label: str, text: str) -> None:
        """Add a paragraph of body text that begins with a label."""
        self._parts.append(self._paragraph("text", ("", label, text)))

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], keep: bool = False) -> None:
        """Add a table as wide as the page allows, its head on every page; *keep* its end on the page of what follows."""
        whole = sum(column.share for column in columns)
        widths = [self.width * column.share // whole for column in columns]
        sizes = [f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        heads = "".join(
            f"<w:tc>{size}{self._paragraph('head', (column.head,))}</w:tc>"
            for size, column in zip(sizes, columns, strict=True)
        )
        lines = list(rows)
        made = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"]
        for number, line in enumerate(lines):
            stay = keep and number >= len(lines) - 2
            cells = "".join(
                f"<w:tc>{size}{self._paragraph('figure' if column.figures else 'cell', (clipped(text, CELL),), stay)}</w:tc>"
                for size, column, text in zip(sizes, columns, line, strict=True)
            )
            made.append(
                f"<w:tr>{cells}</w:tr>"
            )  # LibreOffice 7.4 loses rows that must not be split, where the head repeats
        self._parts.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._ids["table"]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(made)}</w:tbl>'
        )

    def written(self, title: str) -> bytes:
        """Return the document; the same text in the same template gives the same bytes."""
        from docx.opc.oxml import serialize_part_xml
        from docx.oxml import parse_xml

        part = self._file.part
        body = part.element.body
        for child in list(body)[:-1]:  # the last says what page, header and footer are like
            body.remove(child)
        body.text = _HERE
        head, _, tail = serialize_part_xml(part.element).partition(_HERE.encode())
        part._element = parse_xml(head + "".join(self._parts).encode() + tail)  # moved one by one they took seconds
        self._tagged()
        properties = self._file.core_properties
        properties.title, properties.language = visible(title)[:255], self._tag
        properties.created = properties.modified = datetime(2000, 1, 1)  # the same report, the same content
        properties.last_modified_by, properties.revision = "", 1
        stream = io.BytesIO()
        self._file.save(stream)
        with zipfile.ZipFile(stream) as archive:
            return zipped([(name, archive.read(name)) for name in archive.namelist()], "")

    @property
    def _tag(self) -> str:
        return "zh-CN" if self.lang == "zh" else "en-GB"

    def _tagged(self) -> None:
        """Say the language once, for the whole document: of Chinese letters and of others, or figures are broken at the end of a line."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        styles = self._file.styles.element
        for style in styles.iter(qn("w:style")):
            for language in list(style.iter(qn("w:lang"))):
                language.getparent().remove(language)
        holder = styles
        for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
            found = holder.find(qn(name))
            if found is None:
                found = OxmlElement(name)
                holder.insert(0, found)
            holder = found
        found = holder.find(qn("w:lang"))
        if found is None:
            found = OxmlElement("w:lang")
            holder.append(found)
        found.set(qn("w:val"), "en-GB")
        found.set(qn("w:eastAsia"), "zh-CN")

    def _paragraph(self, style: str, runs: Sequence[str], keep: bool = False, page: bool = False) -> str:
        layout = f'<w:pStyle w:val="{self._ids[style]}"/>{"<w:keepNext/>" if keep else ""}{"<w:pageBreakBefore/>" if page else ""}'
        label = f'<w:rPr><w:rStyle w:val="{self._ids["label"]}"/></w:rPr>'
        made = "".join(
            f"<w:r>{label if number % 2 else ''}{_set(text)}</w:r>" for number, text in enumerate(runs) if text
        )
        return f"<w:p><w:pPr>{layout}</w:pPr>{made}</w:p>"


_HERE = "\ufffc"
"""Stands in an emptied body for what is to be written into it."""


def _set(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(visible(_SPACE.sub(" ", text)))}</w:t>'


def _no_document(file: str) -> Problem:
    told = Text(
        "模板打不开：这不是 Word 文档（.docx）", "the template cannot be opened: this is no Word document (.docx)"
    )
    hint = Text("在 Word 里另存为 .docx", "save it as .docx in Word")
    return Problem("template", Place(file or str(SHIPPED)), told, hint)


def _lacks(file: str, names: Sequence[str]) -> Problem:
    told = Text(f"模板里没有这些样式：{'、'.join(names)}", f"the template lacks these styles: {', '.join(names)}")
    hint = Text(
        "把任何一份写出的 .docx 报告在 Word 里改样式、删去正文，另存为模板；样式不要删、不要改名",
        "change the styles of any .docx report in Word and save it as the template; keep the styles and their names",
    )
    return Problem("template-style", Place(file or str(SHIPPED)), told, hint)
