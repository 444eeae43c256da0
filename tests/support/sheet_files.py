"""Small spreadsheets for tests, made by hand: .xls without a library (none that writes them is installed), .ods, patched .xlsx."""

from __future__ import annotations

import io
import struct
import zipfile
from xml.sax.saxutils import escape, quoteattr

import openpyxl

END, FREE = 0xFFFFFFFE, 0xFFFFFFFF


def patched(data, changes):
    """Return an archive with the texts of some parts changed; a part that is new is made from an empty text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, changes[name](part.decode()).encode() if name in changes else part)
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name](""))
    return out.getvalue()


def xlsx(cells, change=lambda book, sheet: None, **parts):
    """Return a workbook of one sheet "表" with *cells* by place: a value, or a value and its number format."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    for ref, value in cells.items():
        value, code = value if isinstance(value, tuple) else (value, None)
        sheet[ref] = value
        if code:
            sheet[ref].number_format = code
    change(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return patched(out.getvalue(), parts) if parts else out.getvalue()


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def _text16(text):
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def container(streams):
    """Return a container of old Office with these streams, each of at least 4096 bytes."""
    sectors, entries, fat = [], [], []
    for name, data in streams:
        data = data.ljust(max(4096, -len(data) // 512 * -512), b"\0")
        start = len(sectors)
        pieces = [data[at : at + 512] for at in range(0, len(data), 512)]
        sectors += pieces
        fat += [*range(start + 1, start + len(pieces)), END]
        entries.append((name, 2, start, len(data)))

    def entry(name, kind, start, size, child=FREE, right=FREE):
        raw = name.encode("utf-16-le")
        return raw.ljust(64, b"\0") + struct.pack(
            "<HBBIII16xI16xIII", len(raw) + 2 if name else 0, kind, 1, FREE, right, child, 0, start, size, 0
        )

    folder = entry("Root Entry", 5, END, 0, child=1)
    for number, (name, kind, start, size) in enumerate(entries, 1):
        folder += entry(name, kind, start, size, right=number + 1 if number < len(entries) else FREE)
    while len(folder) % 512:
        folder += entry("", 0, 0, 0)
    at = len(sectors)
    pieces = [folder[i : i + 512] for i in range(0, len(folder), 512)]
    sectors += pieces
    fat += [*range(at + 1, at + len(pieces)), END]
    many = -(-(len(fat) + 1) // 127)
    places = list(range(len(sectors), len(sectors) + many))
    fat += [0xFFFFFFFD] * many
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512 * many, b"\xff")
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, many, at, 0, 4096, END, 0, END, 0)
    )
    head += struct.pack("<109I", *places, *[FREE] * (109 - many))
    return head + b"".join(sectors) + table


def xls(
    cells,
    *,
    merged=(),
    hidden_rows=(),
    hidden_columns=(),
    late=False,
    visibility=0,
    version=0x0600,
    before=b"",
    name="表",
):
    """Return an Excel 97 workbook of one sheet; cells by (row, column) from 0: a value, or a value and its format.

    A formula is ("formula", result, flags, format); an error ("error", code).
    """
    codes, texts, body = [], [], b""
    for _, value in sorted(cells.items()):
        code = value[-1] if isinstance(value, tuple) and value[0] != "error" else "General"
        if code not in codes:
            codes.append(code)
    for (row, column), value in sorted(cells.items()):
        code = value[-1] if isinstance(value, tuple) and value[0] != "error" else "General"
        at = struct.pack("<HHH", row, column, 16 + codes.index(code))
        if isinstance(value, tuple) and value[0] == "error":
            body += record(0x0205, at + bytes((value[1], 1)))
        elif isinstance(value, tuple) and value[0] == "formula":
            body += record(0x0006, at + struct.pack("<dHIH", value[1], value[2], 0, 3) + b"\x1e\x01\x00")
        else:
            value = value[0] if isinstance(value, tuple) else value
            if isinstance(value, bool):
                body += record(0x0205, at + bytes((value, 0)))
            elif isinstance(value, str):
                texts.append(value)
                body += record(0x00FD, at + struct.pack("<I", len(texts) - 1))
            else:
                body += record(0x0203, at + struct.pack("<d", value))
    rows, columns = max(r for r, _ in cells) + 1, max(c for _, c in cells) + 1
    sheet = record(0x0809, struct.pack("<HHHHII", version, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    for column in hidden_columns:
        sheet += record(0x007D, struct.pack("<HHHHHH", column, column, 2048, 16, 1, 0))
    sheet += record(0x0200, struct.pack("<IIHHH", 0, rows, 0, columns, 0))
    for row in range(rows):
        sheet += record(
            0x0208, struct.pack("<HHHHHHI", row, 0, columns, 255, 0, 0, 0x20 * (row in hidden_rows) | 0x100)
        )
    sheet += body
    if merged:
        sheet += record(
            0x00E5, struct.pack("<H", len(merged)) + b"".join(struct.pack("<HHHH", *each) for each in merged)
        )
    sheet += record(0x000A)
    head = record(0x0809, struct.pack("<HHHHII", version, 0x0005, 0x0DBB, 0x07CC, 0, 6)) + before
    head += record(0x0042, struct.pack("<H", 1200)) + record(0x0022, struct.pack("<H", late))
    for _ in range(5):
        head += record(
            0x0031,
            struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\x05\x01" + "Arial".encode("utf-16-le"),
        )
    for number, code in enumerate(codes):
        head += record(0x041E, struct.pack("<H", 164 + number) + _text16(code))
    for number in range(16 + len(codes)):
        style = number < 16
        head += record(
            0x00E0,
            struct.pack(
                "<HHHBBBBIIH",
                0,
                0 if style else 164 + number - 16,
                0xFFF5 if style else 1,
                0x20,
                0,
                0,
                0xF4 if style else 0,
                0,
                0,
                0x20C0,
            ),
        )
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    table = record(0x00FC, struct.pack("<II", len(texts), len(texts)) + b"".join(_text16(text) for text in texts))
    start = len(head) + 4 + 6 + len(title) + len(table) + 4
    head += record(0x0085, struct.pack("<IBB", start, visibility, 0) + title) + table + record(0x000A)
    return container([("Workbook", head + sheet)])


NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
    ]
)


def ods_cell(text="", value=None, kind=None, more="", inside=""):
    """Return a cell: a text, or a value with what is shown of it."""
    kind = kind or ("string" if value is None else "float")
    stored = (
        ""
        if value is None
        else {"date": f' office:date-value="{value}"', "boolean": f' office:boolean-value="{value}"'}.get(
            kind, f' office:value="{value}"'
        )
    )
    shown = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")) if text else ""
    return f'<table:table-cell office:value-type="{kind}"{stored}{more}>{inside}{shown}</table:table-cell>'


def ods(rows, *, name="表", style="", before="", columns="", manifest="", extra=()):
    """Return a spreadsheet of one sheet: each row a list of cells in XML, or a pair of the row's attributes and its cells."""
    body = columns
    for row in rows:
        more, cells = row if isinstance(row, tuple) else ("", row)
        body += f"<table:table-row{more}>{''.join(cells)}</table:table-row>"
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES} office:version="1.3"><office:automatic-styles><style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{before}<table:table table:name={quoteattr(name)}{style}>{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>{manifest}</manifest:manifest>',
        )
        for part, text in extra:
            archive.writestr(part, text)
    return out.getvalue()
