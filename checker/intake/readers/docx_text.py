"""The characters of a paragraph of Word: what is printed, and apart from that what is deleted or hidden, in pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from checker.intake.document import State
from checker.intake.readers.docx_styles import PLAIN, Look, Styles, child, look
from checker.intake.readers.package import attribute, local

DEEPEST = 120
"""Elements in each other; a document has at most about forty."""
_RAISED = {
    "superscript": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
_NOTHING = frozenset(
    ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "delInstrText", "rubyPr")
)
_TICKS = {0xFC: "√", 0xFB: "×", 0xFD: "☒", 0xFE: "☑", 0xA8: "□", 0x6F: "□", 0x52: "☑", 0x51: "☒", 0xA3: "□"}


class Deep(Exception):
    """Elements lie in each other deeper than in any document."""


class Piece(NamedTuple):
    """Characters of one state."""

    text: str
    state: State


class Words:
    """Collects the pieces of one story after the other; fields may run over paragraphs, so they are kept from one to the next.

    `box` is called with every text box, `seen` with the name of everything that holds no text (a picture, a chart).
    """

    def __init__(self, styles: Styles, box: Callable[[Element, int], None], seen: Callable[[str], None]) -> None:
        self.styles = styles
        self.box = box
        self.seen = seen
        self.pieces: list[Piece] = []
        self.fields: list[bool] = []  # of each open field: whether its result has begun

    def paragraph(self, element: Element, state: State, depth: int) -> None:
        """Collect the characters of a paragraph."""
        named = child(element, "pPr", "pStyle")
        style = attribute(named, "val") if named is not None else self.styles.default
        for each in element:
            self._take(each, state, self.styles.look(style), depth + 1)

    def _take(self, element: Element, state: State, base: Look, depth: int) -> None:
        if depth > DEEPEST:
            raise Deep
        name = local(element)
        if name in _NOTHING:
            return
        if name == "r":
            base = self._run(element, base)
        elif name in ("del", "moveFrom"):
            state = "deleted"
        elif name in ("ins", "moveTo"):
            state = state or "inserted"
        elif name in ("t", "delText"):
            if "officeDocument/2006/math" in str(element.tag) or "ooxml/officeDocument/math" in str(element.tag):
                self._add(" ", state, base)  # the parts of a fraction are no one number
            self._add(element.text or "", state, base)
        elif name == "instrText":
            if "FORMDROPDOWN" in (element.text or ""):
                self.seen("dropdown")
            return
        elif name == "fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name in _MARKS:
            self._add(_MARKS[name], state, base)
        elif name == "sym":
            self._add(self._symbol(element), state, base)
        elif name == "AlternateContent":
            self._choose(element, state, base, depth)
            return
        elif name == "txbxContent":
            self.box(element, depth)
            return
        elif name in _UNREAD:
            self.seen(_UNREAD[name])
        elif name == "textpath" and attribute(element, "string"):
            self.seen("textpath")
        elif name == "p":  # a paragraph of a drawing
            self._add("\n", state, base)
        for each in element:
            self._take(each, state, base, depth + 1)

    def _choose(self, element: Element, state: State, base: Look, depth: int) -> None:
        """Take what programs of today show of two forms of the same thing."""
        choice = next((each for each in element if local(each) == "Choice"), None)
        chosen = choice if choice is not None else next((each for each in element if local(each) == "Fallback"), None)
        for each in chosen if chosen is not None else ():
            self._take(each, state, base, depth + 1)

    def _run(self, element: Element, base: Look) -> Look:
        properties = child(element, "rPr")
        named = child(properties, "rStyle")
        own = look(properties)
        if any(local(each) in ("footnoteReference", "endnoteReference") for each in element):
            own = own._replace(raised="superscript")  # a mark that the author set by hand stands beside it
        return own.over(self.styles.look(attribute(named, "val")) if named is not None else PLAIN).over(base)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _add(self, text: str, state: State, found: Look) -> None:
        if found.raised in _RAISED:
            text = text.translate(_RAISED[found.raised])
        if found.struck:
            state = "deleted"
        elif state != "deleted" and (found.hidden or not all(self.fields)):
            state = "hidden"
        if text:
            self.pieces.append(Piece(text, state))

    def _symbol(self, element: Element) -> str:
        """Return a character of a symbol font as one that every font has, else a mark for an unknown one."""
        try:
            code = int(attribute(element, "char"), 16)
        except ValueError:
            code = 0
        low = code - 0xF000 if 0xF000 <= code < 0xF100 else code
        font = attribute(element, "font").lower()
        if font == "symbol" and 0x20 <= low < 0x7F:
            return chr(low)
        if low in _TICKS and font.startswith("wingdings"):
            return _TICKS[low]
        if (
            not 0xE000 <= code <= 0xF8FF
            and code >= 0x20
            and not font.startswith(("wingdings", "webdings", "symbol"))
            and code < 0x110000
        ):
            return chr(code)
        self.seen("symbol")
        return "�"


_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNREAD = {
    "pic": "picture",
    "imagedata": "picture",
    "chart": "chart",
    "relIds": "diagram",
    "OLEObject": "object",
    "altChunk": "chunk",
    "control": "control",
}


def parted(pieces: list[Piece]) -> tuple[str, bool, list[Piece]]:
    """Return the printed text of pieces, whether all of it was inserted, and what is deleted or hidden, each stretch by itself."""
    shown: list[str] = []
    inserted: set[bool] = set()
    others: list[Piece] = []
    last: State = ""
    for piece in pieces:
        if piece.state in ("", "inserted"):
            shown.append(piece.text)
            if piece.text.strip():
                inserted.add(piece.state == "inserted")
            last = ""
        elif others and last == piece.state:
            others[-1] = Piece(others[-1].text + piece.text, piece.state)
        else:
            others.append(piece)
            last = piece.state
    return "".join(shown), inserted == {True}, [each for each in others if each.text.strip()]
