"""The digits of an OFD file counted a second time: from the events of the XML parser, by chains of neighbours.

Nothing is shared with the first way but the standard: parts are found by what refers to them, places are worked out anew.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections import Counter
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from checker.intake.document import Digits, Place
from checker.intake.readers.chains import Mark, marked, runs
from checker.intake.refusing import DAMAGE, damaged

_UNIT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_WRONG: Counter[str] = Counter({"?": 1})  # agrees with nothing, so that the page is stopped


class _Part:
    """A part of the file as it is parsed: the characters at their places, the references, the boxes."""

    def __init__(self, data: bytes) -> None:
        self.marks: dict[int, list[tuple[float, float, Mark]]] = {}
        self.pages: list[str] = []
        self.templates: dict[str, str] = {}
        self.used: list[str] = []
        self.roots: list[str] = []
        self.boxes: dict[str, list[float]] = {}
        self.stack: list[tuple[str, dict[str, str]]] = []
        self.letters = ""
        self.frames: list[tuple[float, ...]] = [_UNIT]
        self.pen = [0.0, 0.0]
        parser = ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        parser.Parse(data, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        self.stack.append((name, attributes))
        self.letters = ""
        if name == "Page" and "BaseLoc" in attributes:
            self.pages.append(attributes["BaseLoc"])
        elif name == "TemplatePage":
            self.templates[attributes.get("ID", "")] = attributes.get("BaseLoc", "")
        elif name == "Template":
            self.used.append(attributes.get("TemplateID", ""))
        elif name == "TextObject":
            box = [float(each) for each in attributes.get("Boundary", "0 0 0 0").split()]
            matrix = [float(each) for each in attributes.get("CTM", "1 0 0 1 0 0").split()]
            a, b, c, d, e, f = matrix
            self.frames.append((a, b, c, d, e + box[0], f + box[1]))
            self.pen = [0.0, 0.0]

    def _letters(self, text: str) -> None:
        self.letters += text

    def _end(self, name: str) -> None:
        name, attributes = self.stack.pop()
        if name == "TextCode" and self.stack and self.stack[-1][0] == "TextObject":
            self._code(attributes, self.stack[-1][1], self.letters)
        elif name == "TextObject":
            self.frames.pop()
        elif name == "DocRoot":
            self.roots.append(self.letters.strip())
        elif name in ("PhysicalBox", "ApplicationBox"):
            self.boxes[name] = [float(each) for each in self.letters.split()]
        self.letters = ""

    def _code(self, code: dict[str, str], given: dict[str, str], letters: str) -> None:
        a, b, c, d, e, f = self.frames[-1]
        size = float(given.get("Size", "0"))
        self.pen = [float(code.get("X", self.pen[0])), float(code.get("Y", self.pen[1]))]
        ways = [_distances(code.get(key, ""), len(letters)) for key in ("DeltaX", "DeltaY")]
        angle = math.atan2(b, a)
        c_, s_ = math.cos(angle), math.sin(angle)
        scale, high = math.hypot(a, b), abs(a * d - b * c) / (math.hypot(a, b) or 1)
        for n, letter in enumerate(letters):
            x, y = a * self.pen[0] + c * self.pen[1] + e, b * self.pen[0] + d * self.pen[1] + f
            width = size * (0.5 if letter.isascii() else 1) * float(given.get("HScale", "1"))
            step = [way[n] if n < len(way) else 0.0 for way in ways]
            if not any(ways) and n < len(letters) - 1:
                step[0] = size * (0.5 if letter.isascii() else 1)
            far = step[0] if n < len(letters) - 1 and not step[1] else 0.0
            wide = (far if 0 < far <= 1.3 * width else width) * scale
            if not letter.isspace():
                start = x * c_ + y * s_
                mark = marked(y * c_ - x * s_, start, start + wide, size * high, letter)
                middle = x + wide / 2 * c_ + 0.35 * size * high * s_, y + wide / 2 * s_ - 0.35 * size * high * c_
                self.marks.setdefault(round(math.degrees(angle)) % 360, []).append((*middle, mark))
            self.pen = [self.pen[0] + step[0], self.pen[1] + step[1]]


def _distances(text: str, most: int) -> list[float]:
    words = text.split()
    found: list[float] = []
    while words and len(found) < most:
        if words[0] == "g":
            found += [float(words[2])] * min(int(words[1]), most)
            words = words[3:]
        else:
            found.append(float(words.pop(0)))
    return found


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits of every page; raises InputError where the list of pages cannot be read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        roots = [_path("", each) for each in _part(archive, "OFD.xml").roots if each]
        found: list[Digits] = []
        for root in roots:
            document = _part(archive, root)
            folder = root.rpartition("/")[0]
            for page in document.pages:
                place = Place((("page", len(found) + 1),))
                found.append(Digits(place, _page(archive, document, folder, page)))
        return found
    except (*DAMAGE, ExpatError, TypeError):
        raise damaged("", "第二种方法打不开它", "the second way of reading cannot open it") from None


def _page(archive: Any, document: _Part, folder: str, page: str) -> Counter[str]:
    try:
        own = _part(archive, _path(folder, page))
        parts = [own, *(_part(archive, _path(folder, document.templates[each])) for each in own.used)]
        boxes = own.boxes or document.boxes
        left, top, wide, high = boxes.get("ApplicationBox") or boxes.get("PhysicalBox") or [0, 0, 210, 297]
    except (*DAMAGE, ExpatError, TypeError):
        return _WRONG
    by_turn: dict[int, list[Mark]] = {}
    for part in parts:
        for turn, marks in part.marks.items():
            inside = [mark for x, y, mark in marks if left <= x <= left + wide and top <= y <= top + high]
            by_turn.setdefault(turn, []).extend(inside)
    return runs(by_turn.values())


def _part(archive: Any, name: str) -> _Part:
    data = archive.read(name)
    if b"<!DOCTYPE" in data:
        raise ValueError("a document type")
    return _Part(data)


def _path(folder: str, path: str) -> str:
    """Return the name of a part from what refers to it."""
    steps: list[str] = [] if path.startswith(("/", "\\")) or not folder else folder.split("/")
    for step in path.replace("\\", "/").split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step not in ("", ".", ".."):
            steps.append(step)
    return "/".join(steps)
