"""The text of a plain text file, by its encoding: UTF-8, UTF-16 or GB 18030, told by the bytes and never by the name."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def encoding(data: bytes) -> tuple[str, int] | None:
    """Return the encoding of *data* and the bytes of its mark, or None where it is no text.

    Without a mark it is UTF-8 if every byte fits, UTF-16 if every second byte of the plain characters is 0, else GB 18030.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return (name, len(mark)) if _fits(data[len(mark) :], name) else None
    for name, zeros in (("utf-16-le", data[1:200:2]), ("utf-16-be", data[0:200:2])):
        if zeros and zeros.count(0) * 4 > len(zeros) and _fits(data, name):
            return name, 0
    for name in ("utf-8", "gb18030"):
        if _fits(data, name):
            return name, 0
    return None


def _fits(data: bytes, name: str) -> bool:
    try:
        return _CONTROL.search(data.decode(name)) is None
    except UnicodeDecodeError:
        return False
