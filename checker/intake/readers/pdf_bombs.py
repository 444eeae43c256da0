"""PDF files that are traps: streams that unpack to far more than a page can hold, and parts of a page that draw themselves.

The first are found before anything is unpacked whole, the second before pdfium sees them: it draws them until memory ends.
"""

from __future__ import annotations

import re
import zlib
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1

ONE = 96 * 1024 * 1024
"""Bytes that a stream may unpack to: a picture of a scanned A3 page at 600 dpi in grey has 70 million."""
ALL = 1024 * 1024 * 1024
"""Bytes that the streams of a file may unpack to together."""
_STREAM = re.compile(rb"stream\r?\n")
_NAME = re.compile(rb"/([^\s/<>\[\](){}%]+)")
_ESCAPED = re.compile("#([0-9A-Fa-f]{2})")
_PIECE = 1024 * 1024


def swollen(data: bytes) -> bool:
    """Whether a stream of the file, or one packed in it, is a bomb; the streams are looked for in the bytes, whatever refers to them."""
    total = 0
    for found in _STREAM.finditer(data):
        if data[found.end() : found.end() + 1] not in (b"x", b"X", b"H", b"h", b"\x08"):  # how a zlib stream begins
            continue
        size, head = _unpacked(data, found.end())
        total += size
        if size > ONE or total > ALL:
            return True
        if head[:1] == b"x" and _unpacked(head, 0)[0] > ONE:  # packed twice
            return True
    return False


def _unpacked(data: bytes, start: int) -> tuple[int, bytes]:
    """Return how many bytes a zlib stream unpacks to, counting no further than the limit, and its beginning."""
    machine = zlib.decompressobj()
    size, head = 0, b""
    rest = data[start : start + _PIECE]
    at = start + len(rest)
    try:
        while rest and size <= ONE and not machine.eof:
            piece = machine.decompress(rest, _PIECE)
            size += len(piece)
            if len(head) < _PIECE:
                head += piece
            rest = machine.unconsumed_tail
            if not rest and not machine.eof:
                rest = data[at : at + _PIECE]
                at += len(rest)
    except zlib.error:
        pass
    return size, head


def circular(resources: Any) -> bool:
    """Whether a part that is drawn with these resources of a page draws itself, directly or through others."""
    done: set[int] = set()
    path: list[tuple[int, list[tuple[PDFStream, Any]]]] = [(0, _parts(resources, None))]
    while path:
        number, rest = path[-1]
        if not rest:
            path.pop()
            done.add(number)
            continue
        part, within = rest.pop()
        if any(part.objid == above for above, _ in path):
            return True
        if part.objid and part.objid not in done:
            path.append((part.objid, _parts(resolve1(part.get("Resources")) or within, part)))
    return False


def _parts(resources: Any, part: PDFStream | None) -> list[tuple[PDFStream, Any]]:
    """Return the parts that a part (None: any) draws with these resources, each with what it draws with where it has none of its own."""
    named = resolve1(resources.get("XObject")) if isinstance(resources, dict) else None
    if not isinstance(named, dict):
        return []
    used = None if part is None else {_plain(name) for name in _NAME.findall(part.get_data())}
    found = [resolve1(each) for name, each in named.items() if used is None or name in used]
    forms = [
        each for each in found if isinstance(each, PDFStream) and getattr(each.get("Subtype"), "name", "") == "Form"
    ]
    return [(each, resources) for each in forms]


def _plain(name: bytes) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name.decode("latin-1"))
