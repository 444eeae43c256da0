"""The parts of a zipped office document, read without trust: sizes are bounded, XML has no DTD, relations stay inside the file."""

from __future__ import annotations

import io
import posixpath
import zipfile
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from checker.base.archive import bomb
from checker.intake.refusing import damaged, hostile

LARGEST = 256 * 1024 * 1024
"""Bytes that all parts may hold together."""
LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one XML part."""
_DAMAGE = (
    zipfile.BadZipFile,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    NotImplementedError,
    OverflowError,
)


def local(element: Element) -> str:
    """Return the name of an element without its namespace: the strict and the transitional form of a document differ in that only."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its local name, "" where it is not there."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


class Package:
    """An office document as a zip file; every method raises InputError for what is damaged or hostile."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open *data*; *name* is what the file is called in messages."""
        self.name = name
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self.archive.infolist()
        except _DAMAGE:
            raise damaged(name, "压缩结构不完整", "its zip structure is broken") from None
        if bomb(entries, len(data), LARGEST):
            raise hostile(name, "展开后大得不正常", "it would unpack to an unusual size")
        self.names = [entry.filename for entry in entries]
        if len(set(self.names)) < len(self.names):
            raise hostile(name, "有两个同名的部分", "two of its parts have the same name")
        if any(entry.flag_bits & 1 for entry in entries):
            raise hostile(name, "压缩包加了密码", "the archive is protected by a password")

    def bytes(self, part: str) -> bytes:
        """Return a part, at most LARGEST_PART bytes."""
        try:
            if self.archive.getinfo(part).file_size > LARGEST_PART:
                raise hostile(self.name, f"{part} 大得不正常", f"{part} is of an unusual size")
            return self.archive.read(part)
        except _DAMAGE:
            raise damaged(self.name, f"{part} 读不出来", f"{part} cannot be read") from None

    def xml(self, part: str) -> Element:
        """Return the root of an XML part; a document type, and so every entity, is refused."""
        data = self.bytes(part)
        try:
            text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
            if "<!DOCTYPE" in text or "<!ENTITY" in text:
                raise hostile(self.name, f"{part} 里有 DTD", f"{part} has a document type")
            return ElementTree.fromstring(text)
        except (ElementTree.ParseError, UnicodeDecodeError, ValueError):
            raise damaged(self.name, f"{part} 不是完整的 XML", f"{part} is no complete XML") from None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part: id to the last word of the type and the part it leads to, outside targets left out."""
        folder, base = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self.names:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for element in self.xml(listed):
            if attribute(element, "TargetMode") != "External":
                target = attribute(element, "Target")
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found[attribute(element, "Id")] = (attribute(element, "Type").rpartition("/")[2], path)
        return found

    def types(self) -> dict[str, str]:
        """Return the content type of each part that has one of its own, the parts named as in the zip file."""
        if "[Content_Types].xml" not in self.names:
            raise damaged(self.name, "缺 [Content_Types].xml", "[Content_Types].xml is missing")
        root = self.xml("[Content_Types].xml")
        return {
            attribute(each, "PartName").lstrip("/"): attribute(each, "ContentType")
            for each in root
            if local(each) == "Override"
        }
