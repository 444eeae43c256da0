"""PDF files: what stands on each page, by the places of its characters.

Pages that hold pictures only, that cannot be parsed, or that nobody could read for sure are named in `stopped`.
"""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import apply_matrix_rect

from checker.base.errors import Text
from checker.intake.document import Digits, Document, Note, Place
from checker.intake.pages.blocks import blocks
from checker.intake.pages.glyphs import Sheet
from checker.intake.readers.pdf_bombs import circular, swollen
from checker.intake.readers.pdf_count import count as _count
from checker.intake.readers.pdf_device import PARTS, Crowded, Device
from checker.intake.readers.pdf_seen import unseen
from checker.intake.refusing import damaged, hostile, reason, refused

PAGES = 500
"""Most pages of a file; the longest real report has 60."""
CONTENT = 20 * 1024 * 1024
"""Bytes that draw one page; of the fullest real page they are 200,000."""

_SPLIT = Text(
    "把需要的页另存为几个文件，再导入", "save the pages that are needed as files of their own, and import those"
)
_UNLOCK = Text(
    "用 WPS 或 PDF 阅读器打开，取消密码后另存，再导入",
    "open it in WPS or a PDF program, remove the password, save it, and import that",
)


def read(data: bytes, name: str) -> Document:
    """Return the document of a PDF file; raises InputError where there is nothing to read, with what to do."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports what it mends, and we judge the result
    if swollen(data):
        raise hostile(name, "展开后大得不正常", "it would unpack to an unusual size")
    try:
        file = PDFDocument(PDFParser(io.BytesIO(data)))
        pages = list(islice(PDFPage.create_pages(file), PAGES + 1))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        told = Text("文件加了打开密码，读不了", "the file is protected by a password and cannot be read")
        raise refused("kind-encrypted", name, told, _UNLOCK) from None
    except MemoryError:
        raise  # the machine's lack, not the file's damage
    except Exception as error:  # which one depends on the byte that is damaged: the library promises none
        why = reason(error)
        zh, en = f"PDF 的目录读不出来（{why}）", f"the directory of the PDF file cannot be read ({why})"
        raise damaged(name, zh, en) from None
    for page in pages:
        _no_circle(page, name)
    if not pages:
        raise damaged(name, "里面没有一页", "it has no pages")
    if len(pages) > PAGES:
        told = Text(f"超过 {PAGES} 页，没有读", f"it has more than {PAGES} pages and was not read")
        raise refused("too-many-pages", name, told, _SPLIT)
    sheets, stopped = _sheets(pages, name)
    sheets = unseen(data, sheets)
    read_ = blocks(sheets)
    stopped += [Note(_place(n), note) for n, page in enumerate(pages, 1) for note in _beyond(page, file)]
    stopped = sorted([*stopped, *read_.stopped], key=lambda note: note.place.hops)
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, digest, len(data), "pdf", read_.blocks, len(pages), read_.notes, tuple(stopped))


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits of every page, counted by another library and other geometry."""
    return _count(data)


def _no_circle(page: PDFPage, name: str) -> None:
    """Raise InputError where a part of a page draws itself, or cannot be looked through: pdfium would draw it without end."""
    try:
        if not circular(page.resources):
            return
        zh, en = "有的部分画着它自己", "parts of a page draw themselves"
    except MemoryError:
        raise
    except Exception as error:  # as above
        why = reason(error)
        zh = f"损坏得看不出有没有画着它自己的部分（{why}）"
        en = f"too damaged to tell whether parts of a page draw themselves ({why})"
    raise hostile(name, zh, en)


def _sheets(pages: list[PDFPage], name: str) -> tuple[dict[int, Sheet], list[Note]]:
    """Return the pages that can be drawn, by number, and a note for each that cannot; raises InputError for a trap."""
    manager = PDFResourceManager()
    device = Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    sheets: dict[int, Sheet] = {}
    stopped: list[Note] = []
    for number, page in enumerate(pages, 1):
        try:
            if _content(page) > CONTENT:
                raise Crowded
            device.begin(_visible(page))
            interpreter.process_page(page)
            sheets[number] = device.sheet
        except Crowded:
            if device.parts > PARTS:  # pdfium would draw them all
                raise hostile(name, "一页由太多部分组成", "a page is made up of too many parts") from None
            told = Text(
                "这一页的内容多得不正常，没有读", "the page holds more than any page of a report and was not read"
            )
            stopped.append(Note(_place(number), told))
        except MemoryError:
            raise
        except Exception as error:  # as above: damage anywhere in a page may raise anything
            why = reason(error)
            told = Text(f"这一页损坏，没有读（{why}）", f"the page is damaged and was not read ({why})")
            stopped.append(Note(_place(number), told))
    return sheets, stopped


def _place(number: int) -> Place:
    return Place((("page", number),))


def _content(page: PDFPage) -> int:
    return sum(len(part.get_data()) for part in map(resolve1, page.contents) if isinstance(part, PDFStream))


def _visible(page: PDFPage) -> tuple[float, float, float, float]:
    """Return the part of a page that a reader sees, turned as it is shown, from the lower left corner of the whole sheet."""
    x0, y0, x1, y1 = page.mediabox
    left, low, right, high = page.cropbox or page.mediabox
    box = max(x0, left), max(y0, low), min(x1, right), min(y1, high)
    if box[0] >= box[2] or box[1] >= box[3]:
        box = x0, y0, x1, y1
    turns = {90: (0, -1, 1, 0, -y0, x1), 180: (-1, 0, 0, -1, x1, y1), 270: (0, 1, -1, 0, y1, -x0)}
    return apply_matrix_rect(turns.get(page.rotate, (1, 0, 0, 1, -x0, -y0)), box)


def _beyond(page: PDFPage, file: PDFDocument) -> Iterator[Text]:
    """Yield what stands on a page and is no part of its text: fields that are filled in, notes set upon it, layers switched off."""
    try:
        found = [resolve1(each) for each in resolve1(page.annots) or []]
        filled = sum(isinstance(each, dict) and _is_text(each) for each in found)
        layers = resolve1(resolve1(file.catalog.get("OCProperties", {})).get("D", {})).get("OFF")
        layered = bool(resolve1(layers)) and "Properties" in page.resources
    except MemoryError:
        raise
    except Exception as error:  # as above: what is set upon a page may be damaged in any way
        why = reason(error)
        yield Text(
            f"这一页的批注、表单或图层损坏（{why}），里面有没有字看不出来：打印成新的 PDF 再导入",
            f"the comments, form fields or layers of the page are damaged ({why}), and it cannot be told whether they hold text: print it to a new PDF and import that",
        )
        return
    if filled:
        yield Text(
            f"这一页有 {filled} 处表单或批注里填的字，没有读：打印成新的 PDF 再导入",
            f"{filled} form fields or comments of the page hold text that was not read: print it to a new PDF and import that",
        )
    if layered:
        yield Text(
            "这一页有关闭的图层，哪些字看得见说不准",
            "the page has layers that are switched off: what can be seen is not sure",
        )


def _is_text(annotation: dict[str, Any]) -> bool:
    """Whether an annotation prints a text on the page."""
    kind = getattr(annotation.get("Subtype"), "name", "")
    parent = resolve1(annotation.get("Parent")) or {}
    value = resolve1(annotation.get("V")) or (parent.get("V") if isinstance(parent, dict) else None)
    return (kind == "Widget" and isinstance(value, bytes) and bool(value.strip(b"\xfe\xff "))) or kind == "FreeText"
