"""OFD files (GB/T 33190): pages of characters at places, as the office programs of domestic systems write them.

Only the standard is at hand and no file of a real program: what programs do beside it is not known. Fonts are not read, so the width
of a character that ends a row of characters is taken from its kind; whether type is covered by something is not checked; and lines
that run downwards come out as their single characters.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from checker.base.errors import InputError, Text
from checker.intake.document import Digits, Document, Note, Place
from checker.intake.pages.blocks import blocks
from checker.intake.pages.glyphs import Sheet
from checker.intake.readers.ofd_count import count as _count
from checker.intake.readers.ofd_drawing import Canvas, Crowded, numbers
from checker.intake.readers.package import Package, local
from checker.intake.refusing import DAMAGE, damaged, refused

PAGES = 500
"""Most pages of a file."""
_A4 = (0, 0, 210, 297)


class _Document(NamedTuple):
    """One of the documents of a file: where its root lies, its templates and its pages by their parts, the area of a page."""

    folder: str
    root: Element
    templates: dict[str, str]
    pages: list[str]


def read(data: bytes, name: str) -> Document:
    """Return the document of an OFD file; raises InputError where there is nothing to read, with what to do."""
    package = Package(data, name)
    try:
        return _read(package, data, name)
    except (*DAMAGE, RecursionError):
        raise damaged(name, "结构不合标准", "its structure is not that of the standard") from None


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits of every page, counted from the bytes of its parts by other geometry."""
    return _count(data)


def _read(package: Package, data: bytes, name: str) -> Document:
    body = [each for each in package.xml("OFD.xml") if local(each) == "DocBody"]
    if (
        any(local(each).startswith("Encrypt") for part in body for each in part.iter())
        or "Encryptions.xml" in package.names
    ):
        told = Text("文件加了密，读不了", "the file is encrypted and cannot be read")
        hint = Text(
            "用原来的程序打开，取消加密后另存，再导入",
            "open it in its program, remove the encryption, save it, and import that",
        )
        raise refused("kind-encrypted", name, told, hint)
    found = [_document(package, text(each, "DocRoot")) for each in body if text(each, "DocRoot")]
    parts = [(document, part) for document in found for part in document.pages]
    if not parts:
        raise damaged(name, "里面没有一页", "it has no pages")
    if len(parts) > PAGES:
        told = Text(f"超过 {PAGES} 页，没有读", f"it has more than {PAGES} pages and was not read")
        raise refused(
            "too-many-pages",
            name,
            told,
            Text("把需要的页另存为几个文件", "save the pages that are needed as files of their own"),
        )
    sheets: dict[int, Sheet] = {}
    stopped: list[Note] = []
    for number, (document, part) in enumerate(parts, 1):
        try:
            sheets[number] = _sheet(package, document, part)
        except Crowded:
            told = Text(
                "这一页的内容多得不正常，没有读", "the page holds more than any page of a report and was not read"
            )
            stopped.append(Note(_place(number), told))
        except (InputError, *DAMAGE, RecursionError):
            stopped.append(Note(_place(number), Text("这一页损坏，没有读", "the page is damaged and was not read")))
    made = blocks(sheets)
    notes = [*_said(package, found), *made.notes]
    stopped = sorted([*stopped, *made.stopped], key=lambda note: note.place.hops)
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, digest, len(data), "ofd", made.blocks, len(parts), tuple(notes), tuple(stopped))


def text(element: Element, name: str) -> str:
    """Return the text of a child by its name, "" where it is not there."""
    return next(((each.text or "").strip() for each in element if local(each) == name), "")


def _place(number: int) -> Place:
    return Place((("page", number),))


def _document(package: Package, root: str) -> _Document:
    part = where("", root)
    folder = posixpath.dirname(part)
    element = package.xml(part)
    named = list(element.iter())
    templates = {
        each.get("ID", ""): where(folder, each.get("BaseLoc", "")) for each in named if local(each) == "TemplatePage"
    }
    pages = [where(folder, each.get("BaseLoc", "")) for each in named if local(each) == "Page" and each.get("BaseLoc")]
    return _Document(folder, element, templates, pages)


def where(folder: str, path: str) -> str:
    """Return the name of a part that stands in a part of *folder*."""
    path = path.strip().replace("\\", "/")
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))


def _sheet(package: Package, document: _Document, part: str) -> Sheet:
    """Return one page, with what its templates print on it."""
    page = package.xml(part)
    canvas = Canvas(_area(page) or _area(document.root) or _A4)
    used = [each.get("TemplateID", "") for each in page if local(each) == "Template"]
    for each in used:
        canvas.draw(package.xml(document.templates[each]))
    canvas.draw(page)
    return canvas.sheet


def _area(element: Element) -> tuple[float, ...] | None:
    """Return the box of a page: what is shown of it, or its sheet."""
    boxes = {
        local(each): numbers(each.text) for each in element.iter() if local(each) in ("ApplicationBox", "PhysicalBox")
    }
    found = boxes.get("ApplicationBox") or boxes.get("PhysicalBox")
    return tuple(found) if found and len(found) == 4 and found[2] > 0 and found[3] > 0 else None


def _said(package: Package, found: list[_Document]) -> Iterator[Note]:
    """Yield what a file holds beside its pages."""
    place = Place(())
    if len(found) > 1:
        yield Note(
            place,
            Text(
                f"文件里有 {len(found)} 份文档，页码接着数",
                f"the file holds {len(found)} documents; their pages are counted on",
            ),
        )
    names = [name.lower() for name in package.names]
    for word, zh, en in (
        ("annot", "有批注或水印，里面的字没有读", "there are annotations or watermarks, whose text was not read"),
        ("attach", "有附件，没有读", "there are attachments, which were not read"),
        ("signs/", "有签章，没有核对", "there are signatures or seals, which were not verified"),
    ):
        if any(word in name for name in names):
            yield Note(place, Text(zh, en))
