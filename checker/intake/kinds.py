"""The kind of a file by its content, never by its name, and the reader of each kind; what cannot be read is named with what to do."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from importlib import import_module
from typing import Any

from checker.base.archive import bomb
from checker.base.errors import InputError, Text
from checker.intake import ole
from checker.intake.document import Digits, Document, Kind
from checker.intake.encodings import encoding
from checker.intake.readers.bounds import FORMS, Bounds
from checker.intake.readers.recognising import Engine, recognised
from checker.intake.refusing import DAMAGE, damaged, hostile, refused

LARGEST = 256 * 1024 * 1024
"""Bytes that the parts of a zipped document may hold together."""
READERS: dict[Kind, str] = {
    "docx": "checker.intake.readers.docx",
    "xlsx": "checker.intake.readers.xlsx",
    "xls": "checker.intake.readers.xls",
    "ods": "checker.intake.readers.ods",
    "csv": "checker.intake.readers.csv",
    "text": "checker.intake.readers.text",
    "pdf": "checker.intake.readers.pdf",
    "ofd": "checker.intake.readers.ofd",
}
"""The module that reads each kind; imported when a file of the kind is read."""
SHEETS = frozenset[Kind](("xlsx", "xls", "ods", "csv"))
"""The kinds whose tables may be of any length."""

_DOCX = Text(
    "用 WPS 或 Word 打开，“文件”→“另存为”→ 类型选 .docx，再导入",
    "open it in WPS or Word, save it as .docx, and import that",
)
_XLSX = Text(
    "用 WPS 或 Excel 打开，“文件”→“另存为”→ 类型选 .xlsx，再导入",
    "open it in WPS or Excel, save it as .xlsx, and import that",
)
_UNPACK = Text("先解压，再导入里面的文件", "unpack it, then import the files in it")
_PICTURE = Text(
    "请出具人提供原来的 Word、Excel 或 PDF；只有扫描件的，存成 PDF，用 --ocr 识别，再逐个数字核对",
    "ask for the original Word, Excel or PDF file; of a scan make a PDF, import it with --ocr and check every figure",
)
_OTHERS: dict[str, tuple[Text, Text]] = {
    "doc": (
        Text(
            "这是旧版 Word 或 WPS 文字（.doc、.wps），读不了",
            "this is an old Word or WPS document (.doc, .wps), which cannot be read",
        ),
        _DOCX,
    ),
    "odt": (
        Text("这是 OpenDocument 文本（.odt），读不了", "this is an OpenDocument text (.odt), which cannot be read"),
        _DOCX,
    ),
    "rtf": (Text("这是 RTF 文档，读不了", "this is an RTF document, which cannot be read"), _DOCX),
    "word-xml": (Text("这是 Word XML 文档，读不了", "this is a Word XML document, which cannot be read"), _DOCX),
    "xlsb": (
        Text("这是二进制工作簿（.xlsb），读不了", "this is a binary workbook (.xlsb), which cannot be read"),
        _XLSX,
    ),
    "excel-xml": (
        Text("这是 XML 表格（2003），读不了", "this is an XML spreadsheet of 2003, which cannot be read"),
        _XLSX,
    ),
    "html": (
        Text("这是网页；系统导出的“.xls”常是网页", "this is a web page; an .xls that a system exports often is one"),
        _XLSX,
    ),
    "slides": (
        Text("这是演示文稿，读不了", "these are slides, which cannot be read"),
        Text("把文字和表另存为 Word 或 Excel", "save its texts and tables as Word or Excel"),
    ),
    "picture": (Text("这是图片，没有可读的文字", "this is a picture: it holds no text that can be read"), _PICTURE),
    "archive": (Text("这是压缩包", "this is an archive"), _UNPACK),
    "encrypted": (
        Text("文件加了打开密码，读不了", "the file is protected by a password and cannot be read"),
        Text(
            "用 WPS、Word 或 Excel 打开，取消密码后另存，再导入",
            "open it, remove the password, save it, and import that",
        ),
    ),
    "empty": (
        Text("文件是空的", "the file is empty"),
        Text("检查是不是还没有下载完", "see whether it was downloaded whole"),
    ),
    "unknown": (
        Text("认不出是哪一种文件", "this kind of file is not known"),
        Text(
            "能导入：docx、xlsx、xls、et、ods、csv、txt、pdf、ofd",
            "what can be imported: docx, xlsx, xls, et, ods, csv, txt, pdf, ofd",
        ),
    ),
}
"""What is said of files of other kinds, and what to do about each."""
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def kind_of(data: bytes, name: str) -> Kind:
    """Return what kind of file *data* is; raises InputError, naming *name*, where no reader can read it."""
    found = _kind(data, name)
    for kind in READERS:
        if found == kind:
            return kind
    raise refused(f"kind-{found}", name, *_OTHERS[found])


def read(data: bytes, name: str, engine: Engine | None = None, bounds: Bounds = FORMS) -> tuple[Document, list[Digits]]:
    """Return what stands in a file, and the digits that the second way of reading counts; raises InputError, for tables beyond *bounds* as well.

    With an *engine*, pages of a PDF that are pictures are read by it.
    """
    kind = kind_of(data, name)
    reader = _reader(kind, name)
    document: Document = reader.read(data, name, bounds) if kind in SHEETS else reader.read(data, name)
    if engine is not None and document.kind == "pdf":
        document = recognised(document, data, engine)
    try:
        counted: list[Digits] = reader.count(data)
    except InputError as error:  # the second way knows no name of the file
        raise InputError([each._replace(place=each.place._replace(file=name)) for each in error.problems]) from None
    return document, counted


def _reader(kind: Kind, name: str) -> Any:
    try:
        return import_module(READERS[kind])
    except ModuleNotFoundError:
        command = 'pip install "expenditure-checker[import]"'
        told = Text(f"读 {kind} 要用的库没有安装", f"the library that reads {kind} is not installed")
        raise refused("no-library", name, told, Text(command, command)) from None


def _kind(data: bytes, name: str) -> str:
    head = data[:1024]
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return "empty"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    if data.startswith(ole.MAGIC):
        return _compound(data, name)
    if b"%PDF-" in head:
        return "pdf"
    if data.startswith(_PICTURES) or data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return "picture"
    if data.startswith(_ARCHIVES):
        return "archive"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    return _text(data)


def _zipped(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if bomb(entries, len(data), LARGEST):
                raise hostile(name, "展开后大得不正常", "it would unpack to an unusual size")
            names = {entry.filename for entry in entries}
            types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
            declared = archive.read("mimetype")[:200] if "mimetype" in names else b""
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names and declared else b""
    except DAMAGE:
        raise damaged(name, "压缩结构不完整", "its zip structure is broken") from None
    if "OFD.xml" in names:
        return "ofd"
    if b"opendocument" in declared:
        if b"encryption-data" in manifest:
            return "encrypted"
        return "ods" if b"spreadsheet" in declared else "slides" if b"presentation" in declared else "odt"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if b"wordprocessingml" in types and b".main+xml" in types and any(each.startswith("word/") for each in names):
        return "docx"
    if b"spreadsheetml" in types or "xl/workbook.xml" in names:
        return "xlsx"
    if b"presentationml" in types:
        return "slides"
    if "word/document.xml" in names:
        return "docx"
    return "archive"


def _compound(data: bytes, name: str) -> str:
    names = ole.streams(data)
    if names & {"EncryptedPackage", "EncryptionInfo", "DRMContent", "\x06DataSpaces"}:
        return "encrypted"
    if "WordDocument" in names:
        return "doc"
    if names & {"Workbook", "Book"}:
        return "xls"
    if "PowerPoint Document" in names:
        return "slides"
    if not names:
        raise damaged(name, "复合文档的目录读不出来", "the directory of the compound file cannot be read")
    return "unknown"


def _text(data: bytes) -> str:
    found = encoding(data)
    if found is None:
        return "unknown"
    text = data[found[1] :].decode(found[0])
    start = text[:2000].lstrip().lower()
    if start.startswith("mime-version") or "<html" in start or start.startswith(("<!doctype html", "<table")):
        return "html"
    if start.startswith("<?xml") or start.startswith("<"):
        if "office:spreadsheet" in start:
            return "excel-xml"
        if "wordprocessingml" in start or "office/2006/xmlpackage" in start or "word.document" in start:
            return "word-xml"
        return "unknown"
    return "csv" if _columns(text) else "text"


def _columns(text: str) -> bool:
    """Whether a text is rows of the same number of columns, as a spreadsheet writes it; most rows decide, for titles have fewer."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:200]
    if len(lines) < 2:
        return False
    for mark in ",\t;":
        try:
            rows = [len(row) for row in csv.reader(lines, delimiter=mark)]
        except csv.Error:
            continue
        width, often = Counter(rows).most_common(1)[0]
        if width > 1 and width + len(rows) > 5 and often * 10 >= len(rows) * 6:
            return True
    return False
