"""Styles and automatic numbers of a Word document: what is hidden or raised by a style, and the label that Word sets before a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from checker.intake.readers.package import attribute, local


class Look(NamedTuple):
    """How characters look, as far as it decides what they say; None where nothing is set."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: str | None = None

    def over(self, other: Look) -> Look:
        """Return this look where it says something, else the *other*."""
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.struck if self.struck is None else self.struck,
            other.raised if self.raised is None else self.raised,
        )


PLAIN = Look()
LIFTED = 4
"""Half points by which characters stand above or below the line that are no longer on it."""


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first element down a way of local names."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def on(element: Element) -> bool:
    """Whether a toggle is set: an element that stands there and does not say 0."""
    return attribute(element, "val") not in ("0", "false", "off", "none")


def look(properties: Element | None) -> Look:
    """Return the look that run properties set."""
    found = PLAIN
    for each in properties if properties is not None else ():
        name = local(each)
        if name in ("vanish", "specVanish"):
            found = found._replace(hidden=on(each))
        elif name in ("strike", "dstrike"):
            found = found._replace(struck=on(each) or bool(found.struck))
        elif name == "vertAlign":
            found = found._replace(raised=attribute(each, "val"))
        elif name == "position" and found.raised is None and (way := lifted(attribute(each, "val"))):
            found = found._replace(raised=way)
    return found


def lifted(points: str) -> str:
    """Return what a position in half points makes of characters, as programs without a raised font set note marks; "" where it is slight."""
    try:
        far = int(points)
    except ValueError:
        return ""
    return "superscript" if far >= LIFTED else "subscript" if far <= -LIFTED else ""


class Style(NamedTuple):
    """A style: its name, the one it is based on, its look, its level as a heading, its automatic number."""

    name: str
    based: str
    look: Look
    outline: bool
    number: tuple[str, int] | None


class Styles:
    """The styles of a document by id; `default` is the paragraph style of what names none."""

    def __init__(self, root: Element | None) -> None:
        """Read the root of styles.xml; None where a document has none."""
        self.by_id: dict[str, Style] = {}
        self.default = ""
        for each in root if root is not None else ():
            if local(each) != "style":
                continue
            named, based = child(each, "name"), child(each, "basedOn")
            outline = child(each, "pPr", "outlineLvl")
            heading = outline is not None and attribute(outline, "val") != "9"
            key = attribute(each, "styleId")
            self.by_id[key] = Style(
                attribute(named, "val").lower() if named is not None else "",
                attribute(based, "val") if based is not None else "",
                look(child(each, "rPr")),
                heading,
                number_of(child(each, "pPr")),
            )
            if attribute(each, "type") == "paragraph" and attribute(each, "default") in ("1", "true"):
                self.default = key

    def chain(self, key: str) -> Iterator[Style]:
        """Yield a style and those it is based on."""
        seen: set[str] = set()
        while key in self.by_id and key not in seen:
            seen.add(key)
            yield self.by_id[key]
            key = self.by_id[key].based

    def look(self, key: str) -> Look:
        """Return the look of a style with all it is based on."""
        found = PLAIN
        for style in self.chain(key):
            found = found.over(style.look)
        return found


def number_of(properties: Element | None) -> tuple[str, int] | None:
    """Return the list and the level of paragraph properties, None where they name none."""
    listed = child(properties, "numPr")
    if listed is None:
        return None
    number, level = child(listed, "numId"), child(listed, "ilvl")
    said = attribute(level, "val") if level is not None else "0"
    return (attribute(number, "val") if number is not None else "", int(said) if said.isdigit() else 0)


class _Level(NamedTuple):
    start: int
    form: str
    text: str


class Numbering:
    """Counts the automatic numbers of a document, in the order of its paragraphs."""

    def __init__(self, root: Element | None) -> None:
        """Read the root of numbering.xml; None where a document has none."""
        lists: dict[str, dict[int, _Level]] = {}
        self.lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        for each in root if root is not None else ():
            if local(each) == "abstractNum":
                lists[attribute(each, "abstractNumId")] = dict(self._levels(each))
        for each in root if root is not None else ():
            if local(each) == "num":
                based = child(each, "abstractNumId")
                key = attribute(based, "val") if based is not None else ""
                levels = dict(lists.get(key, {}))
                own = False
                for override in each:
                    if local(override) == "lvlOverride":
                        own = True
                        self._override(override, levels)
                number = attribute(each, "numId")
                self.lists[number] = (f"own {number}" if own else key, levels)

    @staticmethod
    def _levels(element: Element) -> Iterator[tuple[int, _Level]]:
        for each in element:
            if local(each) == "lvl":
                values = {local(part): attribute(part, "val") for part in each}
                start = values.get("start", "0")
                level = attribute(each, "ilvl")
                if level.isdigit():
                    yield (
                        int(level),
                        _Level(
                            int(start) if start.isdigit() else 0,
                            values.get("numFmt", "decimal"),
                            values.get("lvlText", ""),
                        ),
                    )

    def _override(self, element: Element, levels: dict[int, _Level]) -> None:
        levels.update(self._levels(element))
        start, level = child(element, "startOverride"), attribute(element, "ilvl")
        if start is not None and level.isdigit() and int(level) in levels and attribute(start, "val").isdigit():
            levels[int(level)] = levels[int(level)]._replace(start=int(attribute(start, "val")))

    def label(self, number: str, level: int) -> str:
        """Return the label of the next paragraph of a list at a level; "" where it is a bullet or not known."""
        if number not in self.lists or level not in self.lists[number][1]:
            return ""
        key, levels = self.lists[number]
        counts = self.counts.setdefault(key, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if levels[level].form in ("bullet", "none"):
            return ""
        text = levels[level].text
        for each in range(level + 1):
            if f"%{each + 1}" in text:
                at = levels.get(each)
                text = text.replace(
                    f"%{each + 1}", _form(counts.get(each, at.start if at else 1), at.form if at else "decimal")
                )
        return text


_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
    "koreanCounting",
)


def _form(number: int, form: str) -> str:
    """Return a number of a list in its form; decimal digits where the form is not known."""
    if form in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        lead = ("" if tens == 1 else "零一二三四五六七八九"[tens]) + "十" if tens else ""
        return lead + ("零一二三四五六七八九"[ones] if ones else "")
    if form == "chineseLegalSimplified" and 0 < number < 10:
        return "零壹贰叁肆伍陆柒捌玖"[number]
    if form in ("upperLetter", "lowerLetter") and 0 < number < 27:
        return chr((65 if form == "upperLetter" else 97) + number - 1)
    if form in ("upperRoman", "lowerRoman") and 0 < number < 40:
        said = "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
        return said if form == "upperRoman" else said.lower()
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < number < 21:
        return chr(0x2460 + number - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord(each) + 0xFEE0) for each in str(number))
    return f"{number:02d}" if form == "decimalZero" else str(number)
