"""Zip archives whose bytes depend on nothing but their parts, and that are read without trust: packs and evidence bundles."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from checker.base.named import NamedTuple

if TYPE_CHECKING:
    from zipfile import ZipInfo

RATIO = 200
"""Times that a part may be larger than what is packed of it; text of the same line over and over comes to about 100."""
FREE = 1024 * 1024
"""Bytes that a part may unpack to whatever is packed of it."""
MANY_PARTS = 100_000
"""Most parts of an archive."""

_WHEN = (1980, 1, 1, 0, 0, 0)  # the same parts give the same bytes, whenever they are put together


class Archive(NamedTuple):
    """What a zip file holds: the parts in their order, the names of those that cannot be read, its comment.

    `flaw` says why the file as a whole cannot be read ("" if it can): "size", "directory", or what the system said.
    """

    parts: tuple[tuple[str, bytes], ...] = ()
    damaged: tuple[str, ...] = ()
    comment: str = ""
    flaw: str = ""


def zipped(parts: Iterable[tuple[str, bytes]], comment: str) -> bytes:
    """Return a zip file of *parts*; its last bytes are *comment*, which must be ASCII."""
    import zipfile  # takes longer to import than a folder of rules to read

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # or the same parts would give other bytes on Windows
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
        archive.comment = comment.encode("ascii")
    return stream.getvalue()


def bomb(entries: Sequence[ZipInfo], size: int, limit: int) -> bool:
    """Whether the directory of a zip file of *size* bytes says that unpacking is a trap: too much, or far more than is packed.

    Parts that together hold more than the file does lie on top of each other.
    """
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(entry.file_size > FREE + RATIO * entry.compress_size for entry in entries)
    overlaid = sum(entry.compress_size for entry in entries) > size
    return len(entries) > MANY_PARTS or unpacked > limit or swollen or overlaid


def unzipped(data: bytes, limit: int) -> Archive:
    """Return what the zip file *data* holds, as far as it can be read; more than *limit* bytes in all are not unpacked."""
    import lzma
    import struct
    import zipfile
    import zlib

    # what damage raises depends on which byte was hit; memory that runs out is not damage
    damage = (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        struct.error,
        OSError,
        EOFError,
        RuntimeError,
        ValueError,
        LookupError,
        OverflowError,
    )
    if len(data) > limit:
        return Archive(flaw="size")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if bomb(entries, len(data), limit):
                return Archive(flaw="size")
            parts: list[tuple[str, bytes]] = []
            damaged: list[str] = []
            for entry in entries:
                try:
                    parts.append((entry.filename, archive.read(entry)))
                except damage:
                    damaged.append(entry.filename)
            return Archive(tuple(parts), tuple(damaged), archive.comment.decode("ascii", "replace"))
    except damage:
        return Archive(flaw="directory")
