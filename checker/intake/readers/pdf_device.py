"""What pdfminer finds on a page of a PDF file, as characters, rules and pictures of the page that a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees, hypot
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect

from checker.intake.pages.glyphs import POINT, UNKNOWN, Box, Glyph, Rule, Sheet, centre, laid, plain, turned
from checker.intake.pages.strokes import ruled

MOST = 100_000
"""Characters, paths and parts that a page may hold; the fullest real page has 4,000."""
PARTS = 10_000
"""Parts, drawn within one another or one after the other, that a page may be made up of."""
INVISIBLE = 3
"""The way of drawing text that draws nothing."""


class Crowded(Exception):
    """A page of more than any real page holds."""


class Device(PDFTextDevice):
    """Collects what a page draws; `sheet` is the page when it is done."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.begin((0, 0, 0, 0))

    def begin(self, box: tuple[float, float, float, float]) -> None:
        """Start a page of which *box* is what a reader sees, in points from the lower left corner of the turned page."""
        self.box = box
        self.glyphs: list[Glyph] = []
        self.rules: list[Rule] = []
        self.pictures: list[Box] = []
        self.outside = self.drawn = self.count = self.parts = 0
        self.mode = 0
        self.outer: list[Any] = []

    @property
    def sheet(self) -> Sheet:
        """The page as it was collected."""
        left, low, right, high = self.box
        size = round((right - left) * POINT), round((high - low) * POINT)
        return Sheet(*size, tuple(self.glyphs), tuple(self.rules), tuple(self.pictures), self.outside, self.drawn)

    def _one_more(self) -> None:
        self.count += 1
        if self.count > MOST:
            raise Crowded

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return round((x - self.box[0]) * POINT), round((self.box[3] - y) * POINT)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Remember how a string is drawn, and draw it."""
        self.mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Keep one character, and return its advance."""
        self._one_more()
        try:
            text = plain(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        advance = font.char_width(cid) * fontsize * scaling
        if not text:
            return float(advance)
        a, b, c, d, _, _ = matrix
        along = hypot(a, b)
        across = abs(a * d - b * c) / along if along else hypot(c, d)
        height = font.get_height() if isinstance(font, PDFType3Font) else 1
        size = round(fontsize * across * height * POINT)
        turn = round(degrees(atan2(-b, a))) % 360
        start = (0.0, rise)
        if font.is_vertical():  # from the middle of the top of each character downwards
            start = (0.0, 0.0)
            turn = (turn + 90) % 360
            advance_on_page = round(abs(advance) * across * POINT)
        else:
            advance_on_page = round(advance * along * POINT)
        x, y = self._at(*apply_matrix_pt(matrix, start))
        glyph = Glyph(text, x, y, advance_on_page, abs(size), turn, self.mode == INVISIBLE)
        if font.is_vertical():
            flat = laid(glyph)
            x, y = turned(flat.x, flat.y + abs(size) * 35 // 100, -turn % 360)
            glyph = glyph._replace(x=x, y=y)
        if advance_on_page < 0:  # drawn from right to left
            glyph = glyph._replace(x=glyph.x + advance_on_page, advance=-advance_on_page)
        self._keep(glyph)
        return float(advance)

    def _keep(self, glyph: Glyph) -> None:
        left, low, right, high = self.box
        x, y = centre(glyph)
        if 0 <= x <= (right - left) * POINT and 0 <= y <= (high - low) * POINT:
            self.glyphs.append(glyph)
        elif glyph.text.strip():
            self.outside += 1

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        """Keep the level and upright lines of a path; of an area that is only filled those that are as thin as a line."""
        self._one_more()
        pieces: list[list[tuple[int, int]]] = []
        matrix = self.ctm
        assert matrix is not None  # a page sets it before it draws
        for step in path:
            self._one_more()
            if step[0] == "m" or not pieces:
                pieces.append([])
            if step[0] == "h":
                pieces[-1].append(pieces[-1][0])
                continue
            if step[0] in "cvy":  # what is bent rules no table
                self.drawn += 1
                if stroke:
                    pieces.append([])
            pieces[-1].append(self._at(*apply_matrix_pt(matrix, step[-2:])))
        self.rules += ruled(pieces, stroke, fill)

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Begin a part that is drawn within the page, with coordinates of its own."""
        self.parts += 1
        if self.parts > PARTS:
            raise Crowded
        self.outer.append(self.ctm)

    def end_figure(self, name: str) -> None:
        """Go back to the coordinates of what the part stands in."""
        self.set_ctm(self.outer.pop())

    def render_image(self, name: str, stream: Any) -> None:
        """Keep where a picture stands: a unit square under the matrix that is set."""
        assert self.ctm is not None  # a page sets it before it draws
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        left, top = self._at(x0, y1)
        right, bottom = self._at(x1, y0)
        whole = self.sheet
        box = Box(max(0, left), max(0, top), min(whole.width, right), min(whole.height, bottom))
        if box.left < box.right and box.top < box.bottom:
            self.pictures.append(box)
