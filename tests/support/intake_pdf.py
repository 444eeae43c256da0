"""A small writer of PDF files for the tests: every character at its place, with rules, pictures and damage as a test needs them.

Characters are drawn as boxes by a Type 3 font with a table of what they mean, so that no font has to be on the machine.
"""

from __future__ import annotations

import zlib

WIDE, HIGH = 595, 842


class Page:
    """A page that is being drawn; points from the top left corner."""

    def __init__(self, height=HIGH):
        self.height = height
        self.drawn = []
        self.used = []

    def text(self, x, y, text, size=10, *, gap=0, mode=0, matrix=None, grey=0):
        """Print the text with its baseline at y; *gap* is set between characters, in points."""
        a, b, c, d = matrix or (1, 0, 0, 1)
        self.drawn.append(
            (
                "text",
                f"BT /F1 {size} Tf {grey} g {gap} Tc {mode} Tr {a} {b} {c} {d} {x} {self.height - y} Tm",
                text,
                " Tj ET",
            )
        )
        return self

    def raw(self, operators):
        """Draw with operators as they are."""
        self.drawn.append(("raw", operators))
        return self

    def line(self, x0, y0, x1, y1):
        """Draw a rule."""
        return self.raw(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def table(self, x, y, rows, widths=(160, 80, 80), high=20, size=10, upright=True):
        """Draw a ruled table of texts; figures stand at the right of their cells."""
        right = x + sum(widths)
        for n in range(len(rows) + 1):
            self.line(x, y + n * high, right, y + n * high)
        at = x
        for width in (0, *widths):
            at += width
            if upright:
                self.line(at, y, at, y + len(rows) * high)
        for n, row in enumerate(rows):
            at = x
            for text, width in zip(row, widths, strict=True):
                length = sum(10 if ord(c) > 255 else 5 for c in text) * size / 10
                start = at + width - 2 - length if text[:1].isdigit() else at + 2
                if text:
                    self.text(start, y + n * high + 14, text, size)
                at += width
        return self


def pdf(*pages, box="", rotate=0, packed=True, broken=False, extra="", encrypt="", annots="", catalog=""):
    """Return the bytes of a file with these pages; *broken* leaves out the directory of its objects."""
    letters = sorted({c for page in pages for each in page.drawn if each[0] == "text" for c in each[2]})
    code = {c: 33 + n for n, c in enumerate(letters)}
    assert len(code) < 220
    objects = {}

    def stream(head, data):
        if packed:
            data, head = zlib.compress(data), head + " /Filter /FlateDecode"
        return f"<< {head} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"

    widths = [1000 if ord(c) > 255 else 500 for c in letters] or [500]
    meanings = "".join(f"<{n:02x}> <{c.encode('utf-16-be').hex()}>\n" for c, n in code.items())
    table = f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n1 begincodespacerange <00> <ff> endcodespacerange\n{len(code)} beginbfchar\n{meanings}endbfchar endcmap end end"
    names = " ".join(f"/g{n}" for n in code.values())
    procs = " ".join(f"/g{n} {6 if ord(c) > 255 else 7} 0 R" for c, n in code.items())
    objects[3] = (
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 33 /LastChar {33 + len(widths) - 1} /Widths [{' '.join(map(str, widths))}] /CharProcs << {procs} >> /Encoding << /Type /Encoding /Differences [33 {names}] >> /ToUnicode 5 0 R /Resources << >> >>".encode()
    )
    objects[5] = stream("", table.encode())
    objects[6] = stream("", b"1000 0 0 0 1000 800 d1 100 0 800 700 re f")
    objects[7] = stream("", b"500 0 0 0 500 800 d1 50 0 400 700 re f")
    objects[8] = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x80"
    )
    kids = []
    for n, page in enumerate(pages):
        content = "\n".join(
            each[1] if each[0] == "raw" else f"{each[1]} <{''.join(f'{code[c]:02x}' for c in each[2])}>{each[3]}"
            for each in page.drawn
        )
        kids.append(f"{20 + 2 * n} 0 R")
        objects[20 + 2 * n] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {page.height}] {box} /Rotate {rotate} /Resources << /Font << /F1 3 0 R /H 4 0 R >> /XObject << /Im 8 0 R {extra} >> >> /Contents {21 + 2 * n} 0 R {annots} >>".encode()
        )
        objects[21 + 2 * n] = stream("", content.encode())
    objects[4] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects[9] = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Loop 9 0 R >> >>",
        b"/Loop Do /Loop Do",
    )
    objects[11] = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Loop 11 0 R >> >>",
        b"/L#6fop Do /L#6fop Do",
    )
    objects[10] = stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 m 9 9 l S")
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out, offsets = b"%PDF-1.7\n", {}
    for number, body in sorted(objects.items()):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    if broken:
        return out + f"trailer << /Root 1 0 R /Size {max(objects) + 1} >>\nstartxref\n99999999\n%%EOF".encode()
    start = len(out)
    out += f"xref\n0 {max(objects) + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, max(objects) + 1):
        out += f"{offsets.get(number, 0):010d} {'00000 n' if number in offsets else '65535 f'} \n".encode()
    return out + f"trailer << /Root 1 0 R /Size {max(objects) + 1} {encrypt} >>\nstartxref\n{start}\n%%EOF".encode()
