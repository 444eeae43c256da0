"""Small documents that the tests make: Word files by the XML of their body, compound files by the names of their streams."""

from __future__ import annotations

import io
import struct
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="urn:pic" xmlns:c="urn:chart"'
)
KINDS = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "styles": "styles",
    "numbering": "numbering",
}
ROOTS = {"header": "hdr", "footer": "ftr"}


def run(text, properties=""):
    """Return a run of characters."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, properties=""):
    """Return a paragraph of runs or plain texts."""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(*texts, properties=""):
    """Return a cell of a paragraph for each text."""
    inner = "".join(each if each.startswith("<") else paragraph(each) for each in texts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def table(*rows):
    """Return a table of rows of cells or texts."""
    made = ("".join(each if each.startswith("<") else cell(each) for each in row) for row in rows)
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def docx(body, parts=None, prolog="", **more):
    """Return a Word file: *body* is the XML inside w:body; *parts* are inner XML by the name of the part (footnotes, header1, styles)."""
    parts = parts or {}
    types = relations = ""
    files = {}
    for number, (name, inner) in enumerate(parts.items(), 1):
        kind = name.rstrip("0123456789")
        types += f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        relations += f'<Relationship Id="r{number}" Type="http://x/relationships/{kind}" Target="{name}.xml"/>'
        root = ROOTS.get(kind, kind)
        files[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{inner}</w:{root}>"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = {
        "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>',
        "_rels/.rels": '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{prolog}<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        **files,
        **more,
    }
    return zipped(files)


def zipped(files):
    """Return a zip file of names and texts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def compound(*streams):
    """Return a compound file (D0 CF 11 E0) whose directory names *streams*; nothing is in them."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 62, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", head, 48, 1)
    struct.pack_into("<I", head, 68, 0xFFFFFFFE)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    entries = b""
    for number, name in enumerate(("Root Entry", *streams)):
        entry = bytearray(128)
        coded = (name + "\0").encode("utf-16-le")
        entry[: len(coded)] = coded
        struct.pack_into("<H", entry, 64, len(coded))
        entry[66] = 2 if number else 5
        entries += bytes(entry)
    sectors = [entries[at : at + 512].ljust(512, b"\0") for at in range(0, len(entries), 512)]
    chain = [0xFFFFFFFD, *range(2, len(sectors) + 1), 0xFFFFFFFE]
    return bytes(head) + struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff") + b"".join(sectors)


REPORT = """2024年度示例区档案局部门整体支出绩效自评报告
一、基本情况
示例区档案局为区政府直属事业单位，编制 18 人，实有在职人员 12 名，临聘人员 3 名。
二、预算支出情况
（1）基本支出情况
本年度基本支出预算 244.50 万元，实际支出 263.10 万元，超预算 18.60 万元，增幅 7.61%。其中：工资福利支出 257.40 万元，公用经费支出 5.70 万元。
（2）项目支出情况
本年度项目支出预算 621 万元，实际支出 638.62 万元，其中：档案数字化 538.64 万元，库房维修 99.98 万元。
三、其他
按照财预〔2020〕10号文件，IPV6 改造于 2024 年 10 月完成，整理档案 23,566 卷，接收 8 万条数据。
示例区档案局
2025 年 1 月 25 日
"""
"""A report in running text; its figures are made up."""


def report_docx():
    """Return REPORT as a Word file, with a table behind it."""
    rows = table(
        ("项目", "年初预算数（万元）", "全年执行数（万元）", "执行率"),
        ("档案数字化", "521.00", "538.64", "103.39%"),
        ("库房维修", "100", "99.98", "99.98%"),
    )
    return docx("".join(paragraph(line) for line in REPORT.splitlines()) + rows)
