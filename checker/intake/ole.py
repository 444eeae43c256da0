"""The names of the streams in an OLE compound file (D0 CF 11 E0): enough to tell xls, doc and encrypted files apart."""

from __future__ import annotations

import struct
from collections.abc import Callable

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MANY = 4096
"""Sectors of the directory or of the table of sectors that are looked at."""
_END = 0xFFFFFFFA  # numbers from here on are no sectors


def streams(data: bytes) -> frozenset[str]:
    """Return the names in the directory; none where it cannot be followed."""
    if len(data) < 512 or not data.startswith(MAGIC):
        return frozenset()
    shift, first = struct.unpack_from("<H", data, 30)[0], struct.unpack_from("<I", data, 48)[0]
    if shift not in (9, 12):
        return frozenset()
    size = 1 << shift

    def sector(number: int) -> bytes:
        return data[(number + 1) * size : (number + 2) * size]

    table = b"".join(sector(number) for number in _tables(data, size, sector))
    names: set[str] = set()
    seen: set[int] = set()
    while first < _END and first not in seen and len(seen) < _MANY:
        seen.add(first)
        block = sector(first)
        names.update(_names(block))
        if first * 4 + 4 > len(table):
            break
        first = struct.unpack_from("<I", table, first * 4)[0]
    return frozenset(names)


def _tables(data: bytes, size: int, sector: Callable[[int], bytes]) -> list[int]:
    """Return the sectors that hold the table of sectors: 109 are listed in the header, more in a chain."""
    found = list(struct.unpack_from("<109I", data, 76))
    following = struct.unpack_from("<I", data, 68)[0]
    seen: set[int] = set()
    while following < _END and following not in seen and len(seen) < _MANY:
        seen.add(following)
        block = sector(following)
        if len(block) < size:
            break
        *more, following = struct.unpack(f"<{size // 4}I", block)
        found += more
    return [number for number in found if number < _END][:_MANY]


def _names(block: bytes) -> list[str]:
    names = []
    for start in range(0, len(block) - 127, 128):
        length = struct.unpack_from("<H", block, start + 64)[0]
        if 2 < length <= 64 and block[start + 66] in (1, 2, 5):
            names.append(block[start : start + length - 2].decode("utf-16-le", "replace"))
    return names
