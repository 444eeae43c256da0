"""What stands on a page before it is read: characters, rules and pictures, in hundredths of a point from the top left corner."""

from __future__ import annotations

import unicodedata
from math import cos, radians, sin
from typing import NamedTuple

POINT = 100
"""Units of a point."""
UNKNOWN = "\ufffd"
"""A character that is printed and of which the file does not say what it is."""
_VARIANTS = str.maketrans(
    "⺁⺄⺈⺊⺌⺍⺗⺝⺠⺧⺪⺫⺮⺯⺰⺶⺷⺻⺼⻁⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻢⻣⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂乙⺈卜小⺍心月民牛疋罒竹糸纟羊羊聿肉虎西见角讠贝车辶辶辶钅长门雨青韦页风飞食食马骨鱼鸟卤麦黄齐齿龙龟",
)


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: int
    top: int
    right: int
    bottom: int


class Glyph(NamedTuple):
    """One character: its text, the start of its baseline, its advance and the size of its type.

    `turn` is the angle in degrees, clockwise, by which its line is turned; `hidden` says that a reader of the page does not see it.
    `x` and `y` are of the page; `laid` gives them along and across the line.
    """

    text: str
    x: int
    y: int
    advance: int
    size: int
    turn: int = 0
    hidden: bool = False

    @property
    def right(self) -> int:
        """Where the character ends."""
        return self.x + self.advance

    @property
    def top(self) -> int:
        """The upper edge: fonts lie about their heights, so it follows from the size alone."""
        return self.y - self.size * 85 // 100

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.y + self.size * 15 // 100

    @property
    def middle(self) -> int:
        """Half of the height of a digit above the baseline."""
        return self.y - self.size * 35 // 100

    @property
    def centre(self) -> int:
        """Half of the advance."""
        return self.x + self.advance // 2


class Rule(NamedTuple):
    """A drawn line, upright or level: where it stands (x or y), from where to where."""

    upright: bool
    at: int
    start: int
    end: int


class Sheet(NamedTuple):
    """A page before it is read: its size, what stands on it; `outside` counts characters beyond its edge, which are left out.

    `drawn` counts paths that are no level or upright lines (a text drawn as outlines has many).
    """

    width: int
    height: int
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    pictures: tuple[Box, ...] = ()
    outside: int = 0
    drawn: int = 0


def turned(x: int, y: int, turn: int) -> tuple[int, int]:
    """Return the point along and across lines that are turned by *turn* degrees."""
    if not turn:
        return x, y
    if turn == 90:
        return y, -x
    if turn == 180:
        return -x, -y
    if turn == 270:
        return -y, x
    c, s = cos(radians(turn)), sin(radians(turn))
    return round(x * c + y * s), round(y * c - x * s)


def laid(glyph: Glyph) -> Glyph:
    """Return the glyph with its place along and across its line."""
    if not glyph.turn:
        return glyph
    x, y = turned(glyph.x, glyph.y, glyph.turn)
    return glyph._replace(x=x, y=y)


def centre(glyph: Glyph) -> tuple[int, int]:
    """Return the middle of a glyph on the page."""
    if not glyph.turn:
        return glyph.centre, glyph.middle
    x, y = turned(glyph.x, glyph.y, glyph.turn)
    return turned(x + glyph.advance // 2, y - glyph.size * 35 // 100, -glyph.turn % 360)


def plain(text: str) -> str:
    """Return the text without characters that print nothing; radicals, by which fonts write whole characters, as those characters."""
    if text.isascii() and text.isprintable():
        return text
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cn", "Cs"))
    radical = "".join(unicodedata.normalize("NFKC", c) if "\u2e80" <= c <= "\u2fdf" else c for c in kept)
    return "".join(UNKNOWN if unicodedata.category(c) == "Co" else c for c in radical.translate(_VARIANTS))
