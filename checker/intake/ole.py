"""OLE compound files (D0 CF 11 E0): the names of their streams, enough to tell xls, doc and encrypted files apart, and a new one around a stream."""

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


def contained(stream: bytes) -> bytes:
    """Return a new container that holds the stream of a workbook and nothing else.

    Damaged containers whose chains of sectors run in circles make other readers take memory without end; this one has none.
    """
    none, end = 0xFFFFFFFF, 0xFFFFFFFE
    data = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    many = len(data) // 512
    tables = -(-(many + 1) // 127)
    extra = -(-max(0, tables - 109) // 127)
    fat = [*range(1, many), end, end, *[0xFFFFFFFD] * tables, *[0xFFFFFFFC] * extra]
    while tables * 128 < len(fat):
        tables += 1
        extra = -(-max(0, tables - 109) // 127)
        fat = [*range(1, many), end, end, *[0xFFFFFFFD] * tables, *[0xFFFFFFFC] * extra]
    places = [many + 1 + number for number in range(tables)]
    first, rest = places[:109], places[109:]
    chain = b""
    for number in range(extra):
        held = rest[127 * number : 127 * (number + 1)]
        following = many + 1 + tables + number + 1 if number + 1 < extra else end
        chain += struct.pack("<128I", *held, *[none] * (127 - len(held)), following)

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le")
        return raw.ljust(64, b"\0") + struct.pack(
            "<HBBIII36xIII", len(raw) + 2 if name else 0, kind, 1, none, none, child, start, size, 0
        )

    folder = entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, none, 0, len(data)) + entry("", 0, none, 0, 0) * 2
    head = (
        MAGIC
        + bytes(16)
        + struct.pack(
            "<HHHHH6xIIIIIIIII",
            0x3E,
            3,
            0xFFFE,
            9,
            6,
            0,
            tables,
            many,
            0,
            4096,
            end,
            0,
            many + 1 + tables if extra else end,
            extra,
        )
    )
    head += struct.pack("<109I", *first, *[none] * (109 - len(first)))
    return head + data + folder + struct.pack(f"<{tables * 128}I", *fat, *[none] * (tables * 128 - len(fat))) + chain
