"""What the objects of an OFD page draw: characters, rules and pictures, in the units of the page; the file counts in millimetres."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from math import atan2, degrees, hypot, isfinite
from typing import NamedTuple
from xml.etree.ElementTree import Element

from checker.intake.pages.glyphs import POINT, UNKNOWN, Box, Glyph, Rule, Sheet, centre, plain
from checker.intake.pages.strokes import ruled
from checker.intake.readers.package import local

MOST = 100_000
"""Characters and steps of paths that a page may hold."""
DEEP = 50
"""How many objects may stand within one another."""
MILLIMETRE = 72 * POINT / 25.4
_LIMIT = 1_000_000
_COUNTS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many numbers follow each step of a path; they end with where it leads."""


class Crowded(Exception):
    """A page of more than any real page holds."""


class Frame(NamedTuple):
    """How coordinates of an object lie on the page: a matrix, in millimetres."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the object on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, element: Element) -> Frame:
        """Return the frame of an object that stands in this one: its matrix first, then its box."""
        box = numbers(element.get("Boundary")) or [0, 0]
        m = numbers(element.get("CTM"))
        a, b, c, d, e, f = m if len(m) == 6 else (1, 0, 0, 1, 0, 0)
        x, y = self.at(e + box[0], f + box[1])
        p, q = self.a * a + self.c * b, self.b * a + self.d * b
        r, s = self.a * c + self.c * d, self.b * c + self.d * d
        return Frame(p, q, r, s, x, y)


_PAGE = Frame()


class Canvas:
    """A page as it is drawn."""

    def __init__(self, area: tuple[float, ...]) -> None:
        """Start a page; *area* is its left, top, width and height."""
        self.left, self.top, wide, high = area
        self.size = round(wide * MILLIMETRE), round(high * MILLIMETRE)
        self.glyphs: list[Glyph] = []
        self.rules: list[Rule] = []
        self.pictures: list[Box] = []
        self.outside = self.drawn = self.count = 0

    @property
    def sheet(self) -> Sheet:
        """The page as it was drawn."""
        return Sheet(*self.size, tuple(self.glyphs), tuple(self.rules), tuple(self.pictures), self.outside, self.drawn)

    def draw(self, element: Element, frame: Frame = _PAGE, hidden: bool = False, depth: int = 0) -> None:
        """Draw what stands in an element of a page."""
        if depth > DEEP:
            raise Crowded
        for each in element:
            name = local(each)
            unseen = hidden or each.get("Visible") == "false" or each.get("Alpha") == "0"
            if name == "TextObject":
                self._text(each, frame.within(each), unseen)
            elif name == "PathObject" and not unseen:
                self._path(each, frame.within(each))
            elif name in ("ImageObject", "CompositeObject", "VideoObject") and not unseen:
                self._picture(each, frame)
            elif name in ("Content", "Layer", "PageBlock"):
                self.draw(each, frame, unseen, depth + 1)

    def _one_more(self) -> None:
        self.count += 1
        if self.count > MOST:
            raise Crowded

    def _at(self, x: float, y: float) -> tuple[int, int]:
        if not (abs(x) < _LIMIT and abs(y) < _LIMIT):
            raise ValueError("no place on a page")
        return round((x - self.left) * MILLIMETRE), round((y - self.top) * MILLIMETRE)

    def _text(self, element: Element, frame: Frame, hidden: bool) -> None:
        size = (numbers(element.get("Size")) or [0])[0]
        scale = (numbers(element.get("HScale")) or [1])[0]
        hidden = hidden or (element.get("Fill") == "false" and element.get("Stroke") != "true")
        along = hypot(frame.a, frame.b)
        across = abs(frame.a * frame.d - frame.b * frame.c) / along if along else 0
        turn = round(degrees(atan2(frame.b, frame.a))) % 360
        high = round(size * across * MILLIMETRE)
        for letters, x, y, step in placed(element, size):
            self._one_more()
            shown = plain(letters)
            if not shown:
                continue
            natural = size * scale * (1 if unicodedata.east_asian_width(shown[0]) in "WFA" else 0.5)
            advance = step if 0 < step <= natural * 1.3 else natural
            at = self._at(*frame.at(x, y))
            glyph = Glyph(shown, *at, round(advance * along * MILLIMETRE), high, turn, hidden)
            self._keep(glyph)
        if any(local(each) == "TextCode" for each in element) or not list(element):
            return
        self._keep(
            Glyph(UNKNOWN, *self._at(frame.e, frame.f), high, high, turn, hidden)
        )  # glyphs without their characters

    def _keep(self, glyph: Glyph) -> None:
        x, y = centre(glyph)
        if 0 <= x <= self.size[0] and 0 <= y <= self.size[1]:
            self.glyphs.append(glyph)
        elif glyph.text.strip():
            self.outside += 1

    def _path(self, element: Element, frame: Frame) -> None:
        pieces: list[list[tuple[int, int]]] = []
        stroke, fill = element.get("Stroke") != "false", element.get("Fill") == "true"
        for step, given in _steps(next((each.text or "" for each in element if local(each) == "AbbreviatedData"), "")):
            self._one_more()
            if step in "MS" or not pieces:
                pieces.append([])
            if step == "C":
                pieces[-1] += pieces[-1][:1]
                continue
            if step in "QBA":  # what is bent rules no table
                self.drawn += 1
                if stroke:
                    pieces.append([])
            pieces[-1].append(self._at(*frame.at(*given[-2:])))
        self.rules += ruled(pieces, stroke, fill and not stroke)

    def _picture(self, element: Element, frame: Frame) -> None:
        self._one_more()
        box = numbers(element.get("Boundary"))
        if len(box) != 4:
            return
        left, top = self._at(*frame.at(box[0], box[1]))
        right, bottom = self._at(*frame.at(box[0] + box[2], box[1] + box[3]))
        found = Box(
            max(0, min(left, right)),
            max(0, min(top, bottom)),
            min(self.size[0], max(left, right)),
            min(self.size[1], max(top, bottom)),
        )
        if found.left < found.right and found.top < found.bottom:
            self.pictures.append(found)


def numbers(text: str | None) -> list[float]:
    """Return the numbers of an attribute; raises ValueError for what is none."""
    found = [float(each) for each in (text or "").split()]
    if not all(map(isfinite, found)):
        raise ValueError("no number")
    return found


def placed(element: Element, size: float) -> Iterator[tuple[str, float, float, float]]:
    """Yield the characters of a text object: each with its place and how far to the right the next one stands, 0 for the last."""
    x = y = 0.0
    for code in element:
        if local(code) != "TextCode":
            continue
        x = (numbers(code.get("X")) or [x])[0]
        y = (numbers(code.get("Y")) or [y])[0]
        letters = code.text or ""
        right, down = deltas(code.get("DeltaX"), len(letters)), deltas(code.get("DeltaY"), len(letters))
        for n, letter in enumerate(letters):
            last = n == len(letters) - 1
            dx, dy = (right[n] if n < len(right) else 0), (down[n] if n < len(down) else 0)
            if not (last or right or down):  # without distances they follow one another by their widths
                dx = size * (1 if unicodedata.east_asian_width(letter) in "WFA" else 0.5)
            yield letter, x, y, 0 if last or dy else dx
            x, y = x + dx, y + dy


def deltas(text: str | None, most: int) -> list[float]:
    """Return the distances between characters: "g 3 5" stands for "5 5 5"; what goes beyond the text is left out."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if len(found) >= most:
            break
        if word == "g":
            times = int(next(words, "0"))
            found += numbers(next(words, "0")) * min(max(times, 0), most)
        else:
            found += numbers(word)
    return found


def _steps(text: str) -> Iterator[tuple[str, list[float]]]:
    """Yield the steps of a path with their numbers; raises ValueError for what is none."""
    words = iter(text.split())
    for word in words:
        if word not in _COUNTS:
            raise ValueError("no step of a path")
        yield word, [numbers(next(words, "x"))[0] for _ in range(_COUNTS[word])]
