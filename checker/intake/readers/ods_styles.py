"""Which styles of a spreadsheet (.ods) raise, lower or strike out characters: by themselves, or by the style that they are based on."""

from __future__ import annotations

import zipfile
from xml.etree.ElementTree import Element, iterparse

from checker.mapping.workbook import tag_of

_LONGEST = 20
"""Styles that are based on each other; more is a circle."""


def get(node: Element, name: str) -> str:
    """Return an attribute, whatever its namespace; "" for none."""
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


class Drawn:
    """The styles of cells and texts by family and name, as far as it decides whether a figure is still one."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Read the styles that have names people gave them; those of the content itself are taken as they come. Raises `DAMAGE`."""
        self.any = False
        self._styles: dict[tuple[str, str], tuple[str, bool | None, bool | None]] = {}
        if "styles.xml" in archive.namelist():
            with archive.open("styles.xml") as file:
                if b"<!DOCTYPE" in file.read(4096).replace(b"\0", b""):
                    raise ValueError("a document type")
            with archive.open("styles.xml") as file:
                for _, node in iterparse(file):
                    if tag_of(node) == "style":
                        self.take(node)

    def take(self, style: Element) -> None:
        """Take a style: whether it strikes out, and whether it raises or lowers, where it says so."""
        struck = raised = None
        for look in style:
            if tag_of(look) == "text-properties":
                lines = [told for name in ("style", "type") if (told := get(look, f"text-line-through-{name}"))]
                place = get(look, "text-position").split(" ")[0]
                struck = any(told != "none" for told in lines) if lines else struck
                raised = place != "0%" if place else raised
        self.any = self.any or bool(struck or raised)
        self._styles[get(style, "family"), get(style, "name")] = (get(style, "parent-style-name"), struck, raised)

    def marks(self, family: str, name: str) -> bool:
        """Whether a style strikes out, raises or lowers what it is set on."""
        said: list[bool | None] = [None, None]
        for _ in range(_LONGEST):
            if (family, name) not in self._styles:
                break
            name, *own = self._styles[family, name]
            said = [one if one is not None else other for one, other in zip(said, own)]
        return any(said)
