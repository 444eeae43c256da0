"""Pages of PDF as pictures, drawn in a process of its own: what crashes or takes too long is one picture that is not there."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib

from checker.base.errors import Text
from checker.serve.refusals import Refusal, Refused

SCALE = 1.85
"""Pixels to a point: the page lays the places of figures over the picture by it."""
WIDEST = 1700
"""Points across a page that is drawn."""
SECONDS = 30
MEMORY = 1024**3
LARGEST = 4
"""How many times as high as wide a page may be that is drawn."""
NO_PICTURE = Refusal(
    "no-picture",
    422,
    Text("这一页画不出来", "this page cannot be drawn"),
    Text("看读出的文字", "see the text that was read"),
)


def page(data: bytes, number: int) -> bytes:
    """Return a page of a PDF (from 1) as PNG; raises Refused."""
    path = os.pathsep.join(each for each in sys.path if each)
    command = [sys.executable, "-P", "-m", "checker.serve.pictures", str(number)]
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": path},
        )
    except (subprocess.TimeoutExpired, OSError):
        raise Refused(NO_PICTURE) from None
    if done.returncode or not done.stdout.startswith(b"\x89PNG"):
        raise Refused(NO_PICTURE)
    return done.stdout


def png(width: int, height: int, rows: bytes, stride: int) -> bytes:
    """Return a picture of three bytes a point as PNG."""
    lines = b"".join(b"\0" + rows[at * stride : at * stride + width * 3] for at in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines, 6)) + chunk(b"IEND", b"")


def main() -> None:
    """Draw the page of the PDF on standard input whose number is the argument."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    except (ImportError, ValueError, OSError):  # the wait of the parent holds everywhere
        pass
    import pypdfium2

    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    sheet = document[int(sys.argv[1]) - 1]
    width, height = sheet.get_size()
    if not 0 < width < WIDEST or height > width * LARGEST:
        raise SystemExit(1)
    bitmap = sheet.render(scale=SCALE, rev_byteorder=True, draw_annots=True)
    if bitmap.n_channels != 3:
        raise SystemExit(1)
    sys.stdout.buffer.write(png(bitmap.width, bitmap.height, bytes(bitmap.buffer), bitmap.stride))


if __name__ == "__main__":
    main()
