"""The digits of a PDF file counted a second time: by pdfium, which shares no code with the reader, and by chains of neighbours.

A character is followed by the next one on its baseline that touches it; there are no lines, no cells and no paragraphs here.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from checker.intake.document import Digits, Place
from checker.intake.readers.chains import Mark, marked, runs
from checker.intake.refusing import damaged

MOST = 200_000
"""Characters of a page beyond which it is not counted; the fullest real page has 4,000."""


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits of every page; raises InputError where pdfium cannot open the file."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise damaged("", "第二种方法打不开它", "the second way of reading cannot open it") from None
    found = []
    try:
        for number in range(len(file)):
            place = Place((("page", number + 1),))
            try:
                page = file[number]
            except pypdfium2.PdfiumError:
                found.append(Digits(place, Counter({"?": 1})))  # agrees with nothing: the page is stopped
                continue
            found.append(Digits(place, _page(page)))
            page.close()
    finally:
        file.close()
    return found


def _page(page: Any) -> Counter[str]:
    """Return the runs of digits of a page."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    box = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    if box[0] >= box[2] or box[1] >= box[3]:
        box = media
    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Counter({"?": 1})
    by_turn: dict[int, list[Mark]] = {}
    raw = text.raw
    if pdfium.FPDFText_CountChars(raw) > MOST:
        return Counter({"?": 1})
    x, y, loose = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for n in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, n)
        if code <= 32 or code > 0x10FFFF or pdfium.FPDFText_IsGenerated(raw, n) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(raw, n, ctypes.byref(x), ctypes.byref(y))
        pdfium.FPDFText_GetLooseCharBox(raw, n, ctypes.byref(loose))
        middle = (loose.left + loose.right) / 2, (loose.top + loose.bottom) / 2
        if not (box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]):
            continue
        angle = pdfium.FPDFText_GetCharAngle(raw, n)
        corners = (
            (loose.left, loose.bottom),
            (loose.right, loose.bottom),
            (loose.left, loose.top),
            (loose.right, loose.top),
        )
        c, s = math.cos(-angle), math.sin(-angle)
        along = [a * c + b * s for a, b in corners]
        across = [b * c - a * s for a, b in corners]
        line = y.value * c - x.value * s
        digit = marked(line, min(along), max(along), max(across) - min(across), chr(code))
        by_turn.setdefault(round(math.degrees(angle)) % 360, []).append(digit)
    text.close()
    return runs(by_turn.values())
