"""Workbooks as WPS, LibreOffice and exports write them: the same cells are read, or the file is refused with what to do."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

pytest.importorskip("duckdb")

from test_mapping import LINES, book, cases, pack, patched, refused

MAPPING = LINES.replace("a.csv", "a.xlsx")
SHEET = "xl/worksheets/sheet1.xml"
HEAD = ["单位", "编号", "支出（元）", "名称"]


def renamed(data, name):
    """Return an archive whose members are called otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            new.writestr(name(item.filename), old.read(item))
    return out.getvalue()


def inline(data):
    """Return a workbook whose texts stand in their cells, without a table of texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        shared = re.findall("<si><t[^>]*>(.*?)</t></si>", old.read("xl/sharedStrings.xml").decode())

    def put(text):
        return re.sub(r' t="s"><v>(\d+)</v>', lambda m: f' t="inlineStr"><is><t>{shared[int(m[1])]}</t></is>', text)

    return patched(
        data,
        {SHEET: put, "xl/_rels/workbook.xml.rels": lambda t: re.sub(r"<Relationship [^>]*sharedStrings[^>]*/>", "", t)},
    )


def sheet(change):
    return lambda data: patched(data, {SHEET: change})


READ = {
    "texts in their cells": inline,
    "no dimension": sheet(lambda t: re.sub("<dimension[^>]*/>", "", t)),
    "a wrong dimension": sheet(lambda t: re.sub('<dimension ref="[^"]*"', '<dimension ref="A1"', t)),
    "absolute targets": lambda d: patched(
        d, {"xl/_rels/workbook.xml.rels": lambda t: t.replace('Target="', 'Target="/xl/')}
    ),
    "targets with a point": lambda d: patched(
        d, {"xl/_rels/workbook.xml.rels": lambda t: t.replace('Target="', 'Target="./')}
    ),
    "targets with strokes of Windows": lambda d: patched(
        d, {"xl/_rels/workbook.xml.rels": lambda t: t.replace("worksheets/", "worksheets\\")}
    ),
    "parts in capitals": lambda d: renamed(d, lambda n: n.replace("xl/worksheets", "XL/Worksheets")),
    "parts with strokes of Windows": lambda d: renamed(d, lambda n: n.replace("/", "\\")),
    "parts with a leading stroke": lambda d: renamed(d, lambda n: n if n.startswith("[") else "/" + n),
    "cells without places": sheet(lambda t: re.sub(r'<c r="[A-Z]+\d+"', "<c", t)),
    "rows and cells without places": sheet(
        lambda t: re.sub(r'<row r="\d+"', "<row", re.sub(r'<c r="[A-Z]+\d+"', "<c", t))
    ),
    "rows without places": sheet(lambda t: re.sub(r'<row r="\d+"', "<row", t)),
    "places in small letters": sheet(lambda t: re.sub(r'<c r="([A-Z]+)', lambda m: f'<c r="{m[1].lower()}', t)),
    "a prefix for its names": sheet(
        lambda t: re.sub(r"<(/?)(worksheet|sheetData|row|c|v)\b", r"<\1x:\2", t).replace("xmlns=", "xmlns:x=")
    ),
    "shared formulas": sheet(
        lambda t: t.replace("<v>5.5</v>", '<f t="shared" ref="C2:C3" si="0">1+4.5</f><v>5.5</v>').replace(
            "<v>7</v>", '<f t="shared" si="0"/><v>7</v>'
        )
    ),
    "empty cells with a format": sheet(lambda t: t.replace("</row>", '<c r="E9" s="0"/></row>').replace('r="E9"', "")),
    "an empty text that a formula gives": sheet(
        lambda t: t.replace("</row>", '<c t="str"><f>IF(1,"","")</f><v></v></c></row>')
    ),
    "rows without cells": sheet(
        lambda t: t.replace("</sheetData>", '<row r="9" ht="15"/><row r="1048576"/></sheetData>')
    ),
}


@pytest.mark.parametrize("name", READ)
def test_what_other_programs_write_is_read_alike(name, tmp_path):
    data = READ[name](book(tmp_path / "x", [HEAD, ["甲", "001", 5.5, "x"], ["甲", "002", 7, "y"]]))
    out = pack(tmp_path, MAPPING, {"a.xlsx": data})[2]
    (case,) = cases(out).values()
    assert [(f.id, f.values["actual"]) for f in case.facts["budget_line"]] == [("001", 550), ("002", 700)]


def test_days_counted_from_1904_are_read(tmp_path):
    import datetime

    lines = [[*HEAD, "日期"], ["甲", "001", 5.5, "x", (datetime.date(2021, 1, 20), "yyyy-mm-dd")]]
    data = patched(
        book(tmp_path / "x", lines),
        {
            "xl/workbook.xml": lambda t: t.replace("<workbookPr", '<workbookPr date1904="1"'),
            SHEET: lambda t: t.replace("<v>44216</v>", f"<v>{44216 - 1462}</v>"),
        },
    )
    out = pack(tmp_path, MAPPING.replace("支出: actual", "支出: actual, 日期: first_payment_date"), {"a.xlsx": data})[2]
    (case,) = cases(out).values()
    assert case.facts["budget_line"][0].values["first_payment_date"] == datetime.date(2021, 1, 20)


REFUSED = {
    "cells out of their order": (sheet(lambda t: t.replace('r="C2"', 'r="A2"')), "damaged near row 2"),
    "a cell there twice": (sheet(lambda t: t.replace('r="D2"', 'r="C2"')), "damaged near row 2"),
    "rows out of their order": (
        sheet(lambda t: re.sub(r'(<c r="[A-Z])3"', r'\g<1>1"', t.replace('<row r="3"', '<row r="1"'))),
        "damaged near row 3",
    ),
    "a row there twice": (
        sheet(lambda t: re.sub(r'(<c r="[A-Z])3"', r'\g<1>2"', t.replace('<row r="3"', '<row r="2"'))),
        "damaged near row 3",
    ),
    "a cell of another row": (sheet(lambda t: t.replace('r="C2"', 'r="C9"')), "damaged near row 2"),
    "a column that no sheet has": (sheet(lambda t: t.replace('r="D2"', 'r="ZZZ2"')), "damaged near row 2"),
    "an old workbook called .xlsx": (lambda d: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .xlsx"),
    "a web page called .xlsx": (
        lambda d: "<html><table><tr><td>单位</td></tr></table></html>".encode("gbk"),
        "save it as .xlsx or CSV",
    ),
    "XML called .xlsx": (lambda d: b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "save it as .xlsx or CSV"),
    "PDF": (lambda d: b"%PDF-1.7\n", "holds no table but a PDF"),
    "OpenDocument": (lambda d: renamed(d, lambda n: n.replace(SHEET, "content.xml")), "is no .xlsx but .ods"),
    "a binary workbook": (
        lambda d: renamed(d, lambda n: n.replace("workbook.xml", "workbook.bin")),
        "is no .xlsx but .ods, .xlsb",
    ),
    "a Word document": (lambda d: renamed(d, lambda n: n.replace(SHEET, "word/document.xml")), "or a Word document"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_what_to_do(name, tmp_path):
    change, told = REFUSED[name]
    data = change(book(tmp_path / "x", [HEAD, ["甲", "001", 5.5, "x"], ["甲", "002", 7, "y"]]))
    found = refused(tmp_path, MAPPING, {"a.xlsx": data})
    assert any(told in text for text in found.values()), found
