"""The kind of a file by its content, whatever it is called; what cannot be read is named with what to do."""

from __future__ import annotations

import struct

import pytest
from intake_files import compound, docx, paragraph, zipped

from checker.base.errors import InputError
from checker.intake.encodings import encoding
from checker.intake.kinds import READERS, kind_of
from checker.intake.ole import streams

TEXT = "本年度基本支出预算 244.58 万元，实际支出 263.01 万元。"
CSV = "项目,年初预算,支出\n甲,1.00,2.00\n乙,3.00,4.00\n"
TYPES = '<Types><Override PartName="/{}" ContentType="application/{}"/></Types>'
KNOWN = {
    "docx": docx(paragraph(TEXT)),
    "xlsx": zipped(
        {
            "[Content_Types].xml": TYPES.format(
                "xl/workbook.xml", "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
            )
        }
    ),
    "ods": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<a/>"}),
    "ofd": zipped({"OFD.xml": "<a/>"}),
    "xls": compound("Workbook"),
    "pdf": b"%PDF-1.7\n",
    "text": TEXT.encode(),
    "csv": CSV.encode("gb18030"),
}
OTHERS = {
    "doc": compound("1Table", "WordDocument"),
    "encrypted": compound("EncryptionInfo", "EncryptedPackage"),
    "encrypted ods": zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<a><encryption-data/></a>",
        }
    ),
    "slides": compound("PowerPoint Document"),
    "odt": zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
    "xlsb": zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}),
    "archive": zipped({"a.txt": "x"}),
    "archive rar": b"Rar!\x1a\x07\x00",
    "picture png": b"\x89PNG\r\n\x1a\n",
    "picture jpeg": b"\xff\xd8\xff\xe0",
    "rtf": b"{\\rtf1 a}",
    "html": b"<html><table><tr><td>1</td></tr></table></html>",
    "excel-xml": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "word-xml": b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
    "empty": b"",
    "empty blanks": b"\r\n  \x00\x00",
    "unknown": b"\x01\x02\x03\x04binary",
    "unknown ole": compound("Contents"),
}


@pytest.mark.parametrize("kind", KNOWN)
def test_kinds_that_are_read(kind):
    assert kind_of(KNOWN[kind], "年报.doc") == kind and kind in READERS


def test_every_kind_that_is_read_is_tried():
    assert set(KNOWN) == set(READERS)


@pytest.mark.parametrize("name", OTHERS)
def test_kinds_that_are_named(name):
    with pytest.raises(InputError) as error:
        kind_of(OTHERS[name], "年报.docx")
    (problem,) = error.value.problems
    assert problem.code == f"kind-{name.split()[0]}" and problem.place.file == "年报.docx"
    assert problem.hint is not None and problem.hint.zh and problem.hint.en


BROKEN = {
    "zip": KNOWN["docx"][:-30],
    "zip without a directory": b"PK\x03\x04" + b"x" * 100,
    "compound": compound("Workbook")[:600],
    "compound head": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
}


@pytest.mark.parametrize("name", BROKEN)
def test_damaged_files(name):
    with pytest.raises(InputError) as error:
        kind_of(BROKEN[name], "a")
    assert error.value.problems[0].code == "damaged"


def test_a_directory_that_goes_round_ends():
    data = bytearray(compound("Workbook"))
    struct.pack_into("<I", data, 512 + 4, 1)  # the sector of the directory follows itself
    struct.pack_into("<I", data, 68, 0)  # and so does the list of tables
    assert streams(bytes(data)) == {"Root Entry", "Workbook"}


ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "gb18030": TEXT.encode("gb18030"),
    "utf-16-le": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "utf-16-be": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-16-le without a mark": "total 100\r\nyear 2020\r\n".encode("utf-16-le"),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings(name):
    found = encoding(ENCODINGS[name])
    assert found is not None and found[0] == name.split()[0]
    assert ENCODINGS[name][found[1] :].decode(found[0]) in (TEXT, "total 100\r\nyear 2020\r\n")


def test_no_text():
    assert encoding(b"a\x01\x00b\x02") is None and encoding(b"\xff\xfe\x00") is None
