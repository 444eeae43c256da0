"""Pages that are pictures, read by an engine that recognizes characters: never evidence by itself, every figure has to be confirmed.

The engine is one function from a grey picture to words with their boxes; rapidocr is the one that an extra installs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple

from checker.base.errors import Text
from checker.intake.document import Document, Note, Paragraph, Place
from checker.intake.refusing import refused

DOTS = 200
"""Dots of an inch: with fewer a point of a number may be lost, with more it takes longer and finds no more."""
LARGEST = 40_000_000
"""Dots of a page that is drawn: A3 has eight million at this scale."""
PICTURES = ("这一页是图片", "这一页的文字画成了图形", "图片占这一页的")
"""How the notes of pages begin whose text cannot be read from the file."""
TOLD = Text(
    "这一页是图片，字是识别出来的，没有第二种读法可核对：每个数都要对照原件确认",
    "the page is a picture and its characters were recognized, with no second way of reading: every figure has to be confirmed against the original",
)
_NOTHING = Text("这一页是图片，没有识别出字", "the page is a picture, and no characters were recognized")
_COMMAND = 'pip install "expenditure-checker[ocr]"'


class Picture(NamedTuple):
    """A page as a picture: a byte of grey for each dot, row by row, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    grey: bytes


class Word(NamedTuple):
    """Characters that stand together, and the box around them in dots from the top left corner."""

    left: int
    top: int
    right: int
    bottom: int
    text: str


Engine = Callable[[Picture], Sequence[Word]]
"""Recognizes what stands on a picture."""


def engine(name: str) -> Engine:
    """Return the engine that the extra installs; raises InputError, naming the file *name*, where it is not installed."""
    try:
        numpy, rapid = import_module("numpy"), import_module("rapidocr_onnxruntime")
    except ImportError:
        told = Text("识别图片里的字要用的库没有安装", "the library that recognizes characters is not installed")
        raise refused("no-library", name, told, Text(_COMMAND, _COMMAND)) from None
    reader = rapid.RapidOCR()

    def recognise(picture: Picture) -> list[Word]:
        rows = numpy.frombuffer(picture.grey, numpy.uint8).reshape(picture.height, picture.stride)
        grey = rows[:, : picture.width]
        found, _ = reader(numpy.stack([grey] * 3, axis=-1))
        words = []
        for corners, text, _ in found or ():
            across, down = [int(x) for x, _ in corners], [int(y) for _, y in corners]
            words.append(Word(min(across), min(down), max(across), max(down), str(text)))
        return words

    return recognise


def recognised(document: Document, data: bytes, by: Engine) -> Document:
    """Return *document*, a PDF, with what *by* recognizes on the pages that are pictures; they are read as lines of words."""
    pages = _pictures(document)
    found: dict[int, list[Paragraph]] = {}
    for number, picture in _drawn(data, pages):
        found[number] = _lines(by(picture), number)
    blocks = [each for each in document.blocks if _page(each.place) not in found]
    blocks += [line for number in found for line in found[number]]
    blocks.sort(key=lambda each: _page(each.place))
    stopped = [
        note
        for note in document.stopped
        if not (_page(note.place) in found and found[_page(note.place)] and note.text.zh.startswith(PICTURES))
    ]
    read = [number for number in found if found[number]]
    notes = [Note(_place(number), TOLD if found[number] else _NOTHING) for number in found]
    return document._replace(
        blocks=tuple(blocks),
        stopped=tuple(stopped),
        notes=(*document.notes, *notes),
        recognised=tuple(map(_place, read)),
    )


def unrecognised(document: Document) -> Text | None:
    """Return what to do about pages that are pictures and that nobody asked to recognize; nothing where there are none."""
    tried = {_page(note.place) for note in document.notes if note.text == _NOTHING}
    many = len([page for page in _pictures(document) if page not in tried])
    if not many:
        return None
    return Text(
        f"有 {many} 页是图片（扫描件），没有识别，检查（checker run）和网页（checker serve）也不识别：用 checker import 文件 --ocr -o 案例.yaml 识别（要装 [ocr]），逐个数核对，再检查 案例.yaml",
        f"{many} pages are pictures (scans) and were not recognized; checker run and checker serve never do: recognize them with checker import FILE --ocr -o case.yaml (needs the extra ocr), check every figure, then run case.yaml",
    )


def _pictures(document: Document) -> list[int]:
    """Return the pages that are stopped because they are pictures."""
    return sorted({_page(note.place) for note in document.stopped if note.text.zh.startswith(PICTURES)} - {0})


def _place(number: int) -> Place:
    return Place((("page", number),))


def _page(place: Place) -> int:
    return next((int(where) for name, where in place.hops[:1] if name == "page"), 0)


def _drawn(data: bytes, pages: Sequence[int]) -> list[tuple[int, Picture]]:
    """Return pages as pictures; one that is too large, or that cannot be drawn, is left out and stays as it was."""
    import pypdfium2

    found: list[tuple[int, Picture]] = []
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return found
    try:
        for number in pages:
            page = file[number - 1]
            scale = DOTS / 72
            if page.get_width() * page.get_height() * scale * scale <= LARGEST:
                bitmap = page.render(scale=scale, grayscale=True)
                found.append((number, Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))))
                bitmap.close()
            page.close()
    except pypdfium2.PdfiumError:
        pass
    finally:
        file.close()
    return found


def _lines(words: Sequence[Word], page: int) -> list[Paragraph]:
    """Return words as lines from the top down: those that stand at one height, apart by a tab where a gap is between them."""
    rows: list[list[Word]] = []
    for word in sorted(
        (each for each in words if each.text.strip()), key=lambda each: (each.top + each.bottom, each.left)
    ):
        middle = (word.top + word.bottom) // 2
        last = rows[-1][0] if rows else None
        if last is not None and last.top <= middle <= last.bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    found = []
    for number, row in enumerate(rows, 1):
        row.sort(key=lambda each: each.left)
        text = row[0].text
        for before, after in pairwise(row):
            text += ("\t" if after.left - before.right > (after.bottom - after.top) else "") + after.text
        kind = "words" if "\t" in text else "body"
        found.append(Paragraph(_place(page).below("paragraph", number), text, kind))
    return found
