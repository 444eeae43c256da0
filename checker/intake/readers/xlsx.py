"""Excel workbooks (.xlsx, .xlsm): cells as they are shown, with the digits that are stored; comments, text boxes, headers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, iterparse

from checker.base.errors import InputError, Text
from checker.intake.document import Block, Digits, Document, Note, Paragraph, Place
from checker.intake.readers.bounds import FORMS, Bounds
from checker.intake.readers.grid import (
    MOST_MERGED,
    Frame,
    Value,
    no_workbook,
    refused,
    table,
    uncollected,
    unconfirmed,
)
from checker.intake.readers.second import Second
from checker.intake.readers.xlsx_count import runs_of
from checker.intake.readers.xlsx_rows import rows_of
from checker.mapping.workbook import DAMAGE, Sheet, Workbook, letters_of, tag_of, text_of

MOST = 1024**3
"""Bytes that a workbook may unpack to."""
_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[LCRPNDTFAZGBIUESXYOH](?:[+-]\d+)?)')
_WHOLE = Place(())
_SAVE = ("在 Excel 或 WPS 里打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
_BESIDE = {
    "vbaProject": Text("有宏，没有运行", "holds macros, which were not run"),
    "externalLink": Text(
        "引用了别的工作簿：显示的是上次保存的结果",
        "refers to other workbooks: what is shown are the results of the last time it was saved",
    ),
}
_ON_SHEET = {
    "image": Text("有图片，图片里的字没有读", "holds pictures, which are not read"),
    "chart": Text("有图表，图表没有读", "holds charts, which are not read"),
    "oleObject": Text("嵌有别的文件，没有读", "holds embedded files, which are not read"),
    "package": Text("嵌有别的文件，没有读", "holds embedded files, which are not read"),
    "control": Text("有控件，没有读", "holds controls, which are not read"),
    "ctrlProp": Text("有控件，没有读", "holds controls, which are not read"),
}


def read(data: bytes, name: str, bounds: Bounds = FORMS) -> Document:
    """Return a workbook as a document, a table for each sheet; raises InputError for what is damaged, encrypted, another kind or beyond *bounds*."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise no_workbook(data, name)
    with uncollected():
        return _read(data, name, bounds)


def _read(data: bytes, name: str, bounds: Bounds) -> Document:
    book = _opened(data, name)
    second = Second(data)
    blocks: list[Block] = []
    notes = [
        Note(_WHOLE, told) for kind, told in _BESIDE.items() if any(f"/{kind.lower()}" in part for part in book.parts)
    ]
    notes += [unconfirmed(_WHOLE)] if second.state == "missing" else []
    notes += [
        Note(
            Place((("sheet", other),)),
            Text(
                "不是有格的工作表（图表、宏、对话框），没有读",
                "is no sheet of cells (a chart, macros, a dialogue), not read",
            ),
        )
        for other in book.others
    ]
    stopped: list[Note] = []
    cells = 0
    for number, sheet in enumerate(book.sheets):
        try:
            frame, values, beside = _sheet(book, sheet, number, bounds, cells)
            cells += len(values)
            found, told, doubt = table(frame, values, second)
            blocks += [found, *beside[0]]
            notes += [*told, *beside[1]]
            stopped += doubt
        except DAMAGE:
            raise book.refuse(
                f"工作表“{sheet.name}”损坏", f"the sheet {sheet.name!r} is damaged", Text(*_SAVE)
            ) from None
    return Document(
        name, hashlib.sha256(data).hexdigest(), len(data), "xlsx", tuple(blocks), 0, tuple(notes), tuple(stopped)
    )


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits of each sheet, counted on the bytes of its parts and not on their tree."""
    try:
        return runs_of(data)
    except DAMAGE:
        raise refused(
            "", "workbook", "已损坏，数不出其中的数", "is damaged: its figures cannot be counted", *_SAVE
        ) from None


def _opened(data: bytes, name: str) -> Workbook:
    try:
        book = Workbook(Path(name), data, MOST)
        if not book.sheets and not book.others:
            raise book.refuse("没有工作表", "has no sheets")
        return book
    except InputError as wrong:
        if any("xl/workbook.bin" in part for part in _names(data)):
            raise refused(
                name,
                "workbook",
                "是二进制工作簿（.xlsb），没有读",
                "is a binary workbook (.xlsb), which is not read",
                *_SAVE,
            ) from None
        raise InputError([each if each.hint else each._replace(hint=Text(*_SAVE)) for each in wrong.problems]) from None


def _names(data: bytes) -> list[str]:
    import io
    import zipfile

    try:
        return zipfile.ZipFile(io.BytesIO(data)).namelist()
    except DAMAGE:
        return []


def _sheet(
    book: Workbook, sheet: Sheet, number: int, bounds: Bounds, before: int
) -> tuple[Frame, list[Value], tuple[list[Paragraph], list[Note]]]:
    """Return what a sheet stores, and what stands beside its cells: headers, comments, text boxes, what is not read."""
    values, hidden_rows, aside = rows_of(book, sheet, bounds, before)
    merged = [(span.top, span.left, span.bottom, span.right) for span in book.merged(sheet)]
    if sum(bottom - top + 1 for top, _, bottom, _ in merged) > MOST_MERGED or any(
        top > bottom or first > last for top, first, bottom, last in merged
    ):
        raise ValueError("merged ranges")
    used = {value.column for value in values}
    off = frozenset(column for column in used if any(_hides(node, column) for node in aside))
    frame = Frame(sheet.name, sheet.hidden, merged, frozenset(hidden_rows), off, book.late, number)
    return frame, values, _beside(book, sheet, frame, aside)


def _hides(node: Element, column: int) -> bool:
    if tag_of(node) != "col" or not int(node.get("min") or 0) <= column <= int(node.get("max") or 0):
        return False
    return node.get("hidden") in ("1", "true") or node.get("width") == "0"


def _beside(book: Workbook, sheet: Sheet, frame: Frame, aside: list[Element]) -> tuple[list[Paragraph], list[Note]]:
    paragraphs: list[Paragraph] = []
    notes: list[Note] = []
    for node in aside:
        tag = tag_of(node)
        if tag.endswith(("Header", "Footer")):
            kind = "header" if tag.endswith("Header") else "footer"
            text = " ".join(_CODES.sub(" ", (node.text or "").replace("&&", "\0")).replace("\0", "&").split())
            if text:
                many = sum(each.kind == kind for each in paragraphs) + 1
                paragraphs.append(Paragraph(frame.place.below(kind, many), text, kind))
        elif tag == "sheetView" and node.get("showZeros") in ("0", "false"):
            notes.append(Note(frame.place, Text("这张表设成不显示零值", "this sheet is set not to show zeros")))
    for kind, part in _near(book, sheet.part):
        if kind == "comments":
            paragraphs += _comments(book, part, frame)
        elif kind == "drawing":
            paragraphs += _boxes(book, part, frame)
            notes += [
                Note(frame.place, _ON_SHEET[each])
                for each in {each for each, _ in _near(book, part)}
                if each in _ON_SHEET
            ]
        elif kind in _ON_SHEET:
            notes.append(Note(frame.place, _ON_SHEET[kind]))
    return paragraphs, sorted(set(notes), key=lambda note: note.text)


def _near(book: Workbook, part: str) -> list[tuple[str, str]]:
    """Return what a part refers to: the last word of the type, and the part; nothing where it refers to none."""
    folder, _, name = part.rpartition("/")
    if f"{folder}/_rels/{name}.rels".lower() not in book.parts:
        return []
    return [(kind.rpartition("/")[2], target) for kind, target in book.relations(part).values()]


def _ends(book: Workbook, part: str) -> Iterator[Element]:
    with book.open(part) as file:
        for _, node in iterparse(file):
            yield node


def _comments(book: Workbook, part: str, frame: Frame) -> list[Paragraph]:
    found = []
    for node in _ends(book, part):
        if tag_of(node) == "comment":
            text = "".join(text_of(each) for each in node if tag_of(each) == "text")
            found.append(Paragraph(frame.place.below("cell", node.get("ref", "")), text, "comment"))
    return [each for each in found if each.text.strip()]


def _boxes(book: Workbook, part: str, frame: Frame) -> list[Paragraph]:
    """Return the texts of shapes, each with the cell that it lies on."""
    found: list[Paragraph] = []
    waiting: list[str] = []
    corner: dict[str, Any] = {}
    for node in _ends(book, part):
        tag = tag_of(node)
        if tag == "txBody":
            lines = [
                "".join(each.text or "" for each in line.iter() if tag_of(each) == "t")
                for line in node
                if tag_of(line) == "p"
            ]
            waiting.append("\n".join(lines))
        elif tag == "from":
            corner = {tag_of(each): each.text or "" for each in node}
        elif tag.endswith("Anchor"):
            at = f"{letters_of(int(corner.get('col') or 0) + 1)}{int(corner.get('row') or 0) + 1}"
            for text in waiting:
                if text.strip():
                    found.append(
                        Paragraph(Place((*frame.place.hops, ("cell", at), ("box", len(found) + 1))), text, "box")
                    )
            waiting, corner = [], {}
    return found
