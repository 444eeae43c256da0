"""Files in the container of old Office programs (OLE): which kind it is, by the names in its directory, and what to do about those that are not read."""

from __future__ import annotations

import struct

from checker.base.errors import InputError
from checker.intake.readers.grid import refused

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def holds(data: bytes, stream: str) -> bool:
    """Whether the directory of a container names a stream or a storage."""
    return (stream + "\0").encode("utf-16-le") in data


def refusal(data: bytes, name: str) -> InputError:
    """Return what to say of a container that holds no workbook that is read."""
    if holds(data, "EncryptedPackage"):
        return refused(
            name,
            "encrypted",
            "是加密的文件（有打开密码）",
            "is encrypted (it asks for a password)",
            "在 Excel 或 WPS 里打开，去掉打开密码，另存一份",
            "open it in Excel or WPS, take the password away and save a copy",
        )
    if holds(data, "WordDocument"):
        return refused(
            name,
            "workbook",
            "是 Word 文档（.doc、.wps），不是表格",
            "is a Word document (.doc, .wps) and no workbook",
            "在 Word 或 WPS 里打开，另存为 .docx",
            "open it in Word or WPS and save it as .docx",
        )
    return refused(
        name,
        "workbook",
        "不是能读的 Excel 工作簿，或已损坏",
        "is no Excel workbook that can be read, or is damaged",
        "在 Excel 或 WPS 里打开，另存为 .xlsx",
        "open it in Excel or WPS and save it as .xlsx",
    )


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
        SIGNATURE
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
