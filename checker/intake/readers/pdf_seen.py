"""Which characters of a page can be seen: the page is drawn as a picture, and a character without any ink in its place is hidden.

White type, type under a picture or a filled box, layers that are off, type that is clipped away: all of them read like any other text.
WPS clips the rest of a cell that goes on on the next page, and draws it all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

import pypdfium2

from checker.intake.pages.glyphs import POINT, Glyph, Sheet, turned

_LEAST = 24
"""Steps of grey, of 255, between the ink of a character and what it stands on."""
_LARGEST = 4_000_000
"""Pixels of a page that is drawn: A3 has a million at this scale."""


def unseen(data: bytes, sheets: Mapping[int, Sheet]) -> dict[int, Sheet]:
    """Return the pages, by number from 1, with the characters hidden that a reader of the page does not see."""
    found = dict(sheets)
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:  # the count of digits will stop every page of such a file
        return found
    try:
        for number, sheet in sheets.items():
            if sheet.glyphs and number <= len(file) and sheet.width * sheet.height < _LARGEST * POINT * POINT:
                page = file[number - 1]
                bitmap = page.render(scale=1, grayscale=True)
                found[number] = _marked(sheet, bytes(bitmap.buffer), bitmap.stride, bitmap.width, bitmap.height)
                bitmap.close()
                page.close()
    except pypdfium2.PdfiumError:
        pass
    finally:
        file.close()
    return found


def _marked(sheet: Sheet, grey: bytes, stride: int, width: int, height: int) -> Sheet:
    glyphs = []
    for glyph in sheet.glyphs:
        if not glyph.hidden and glyph.text.strip() and not _inked(glyph, grey, stride, width, height):
            glyph = glyph._replace(hidden=True)
        glyphs.append(glyph)
    return sheet._replace(glyphs=tuple(glyphs))


def _inked(glyph: Glyph, grey: bytes, stride: int, width: int, height: int) -> bool:
    """Whether anything is drawn where the glyph stands."""
    x, y = turned(glyph.x, glyph.y, glyph.turn) if glyph.turn else (glyph.x, glyph.y)
    high, low = (70, 0) if glyph.text.isdecimal() else (85, -15)
    heights = y - glyph.size * high // 100, y - glyph.size * low // 100
    ends = [turned(a, b, -glyph.turn % 360) for a in (x, x + glyph.advance) for b in heights]
    left, right = min(a for a, _ in ends) // POINT, max(a for a, _ in ends) // POINT + 1
    top, bottom = min(b for _, b in ends) // POINT, max(b for _, b in ends) // POINT + 1
    left, right, top, bottom = max(0, left), min(width, right), max(0, top), min(height, bottom)
    if left >= right or top >= bottom:
        return True
    rows = [grey[n * stride + left : n * stride + right] for n in range(top, bottom)]
    return max(map(max, rows)) - min(map(min, rows)) >= _LEAST
