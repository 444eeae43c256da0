"""Tables as people have them: every kind of cell on its right and its wrong side, files, workbooks, units, rejects."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import json
import zipfile
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import pytest

pytest.importorskip("duckdb")

from conftest import BOOK
from hypothesis import given
from hypothesis import strategies as st
from test_batch import run

from checker.base.errors import InputError
from checker.cases.totals import is_called_total, is_note, is_part, is_total
from checker.documents.source import parse_text
from checker.mapping.reader import read_mapping
from checker.mapping.stored_numbers import _stored
from checker.tables.attaching import attach
from checker.tables.case_rows import case_rows
from checker.tables.folder import table_files
from checker.tables.rows import case_of
from checker.tables.warehouse import connect

TOP = 'fixed: {jurisdiction: "430112", budget_level: 区县, unit_kind: 机关, fiscal_year: 2021}\ntables:\n'
LINES = """\
- file: a.csv
  entity: 支出项目
  unit: {单位: name}
  columns: {编号: id, 名称: name, 支出: actual}
  fixed: {kind: 明细项目}
"""


def pack(folder, mapping, files, *more, top=TOP, lang="en"):
    """Write the files and their mapping, pack them; returns the exit code, what was printed and the folder of tables."""
    inside = folder / "in"
    inside.mkdir(exist_ok=True)
    for name, data in files.items():
        path = inside / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    path = folder / "tables.yaml"
    path.write_text(top + mapping, encoding="utf-8")
    code, printed = run("pack", "--map", str(path), str(inside), "-o", str(folder / "out"), "--lang", lang, *more)
    return code, printed, folder / "out"


def cases(out):
    """Return the packed cases by their unit and year."""
    connection = connect()
    attach(connection, BOOK.vocabulary, table_files(out, BOOK.vocabulary))
    numbers = [row[0] for row in connection.execute("SELECT _case FROM all_unit ORDER BY 1").fetchall()]
    found = [case_of(rows, BOOK.vocabulary) for _, rows in case_rows(connection, BOOK.vocabulary, numbers)]
    return {(case.root.id, case.year): case for case in found}


def rejects(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def refused(folder, mapping, files, **options):
    """Return the problems for which nothing is packed."""
    with pytest.raises(InputError) as caught:
        pack(folder, mapping, files, **options)
    assert not (folder / "out").exists()
    return {problem.code: problem.render("en") for problem in caught.value.problems}


def book(path, rows, widths=1, **sheets):
    """Write a workbook as a spreadsheet saves it: cells are values, or (value, number format)."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as made:
        for name, lines in {"支出": rows, **sheets}.items():
            sheet = made.add_worksheet(name)
            for at, line in enumerate(lines):
                for column, cell in enumerate(line):
                    value, form = cell if isinstance(cell, tuple) else (cell, None)
                    style = made.add_format({"num_format": form}) if form else None
                    if isinstance(value, datetime.date):
                        sheet.write_datetime(at, column, datetime.datetime.combine(value, datetime.time()), style)
                    elif isinstance(value, str) and value.startswith("="):
                        sheet.write_formula(at, column, value, style, 0.1 + 0.2)
                    elif isinstance(value, str):
                        sheet.write_string(at, column, value, style)
                    elif isinstance(value, bool):
                        sheet.write_boolean(at, column, value, style)
                    elif value is not None:
                        sheet.write_number(at, column, value, style)
    return patched(path.read_bytes(), {"xl/workbook.xml": lambda text: text.replace(' fullCalcOnLoad="1"', "")})


class Cell(NamedTuple):
    """A cell as people write it, and what is read of it: a value, or a part of the reason for which it is rejected."""

    name: str
    field: str
    cell: str
    value: object = None
    wrong: str = ""
    heading: str = ""
    options: str = ""


DAY = datetime.date(2021, 1, 20)
CELLS = [
    Cell("plain", "actual", "1234.50元", 123450),
    Cell("unit in the heading", "actual", "12.30", 12_300_000, heading="支出（万元）"),
    Cell("unit in the heading, in half-width brackets", "actual", "12.30", 1_230_000, heading="支出(单位:千元)"),
    Cell("hundreds of millions", "actual", "1.00000001", 10_000_000_100, heading="支出（亿元）"),
    Cell("a cell's own unit goes before the heading's", "actual", "5元", 500, heading="支出（万元）"),
    Cell("full-width digits", "actual", "１２．５元", 1250),
    Cell("negative", "actual", "-12.50元", -1250),
    Cell("minus of typography", "actual", "−12.50元", -1250),
    Cell("blanks around", "actual", " \u3000 12元\u00a0", 1200),
    Cell("grouped by declaration", "actual", "1,234,567.89元", 123456789, options='group_mark: ","'),
    Cell("a blank groups by declaration", "actual", "1 234.50元", 123450, options='group_mark: " "'),
    Cell(
        "decimal comma by declaration", "actual", "1.234,50元", 123450, options='decimal_mark: ","\n  group_mark: "."'
    ),
    Cell("amounts of the table", "actual", "3", 300, options="amounts: {unit: 元, decimals: 2}"),
    Cell("sign of the yuan", "actual", "¥12.50", 1250),
    Cell("sign of the yuan in a column of yuan", "actual", "￥ 12.50", 1250, heading="支出（元）"),
    Cell("sign of the yuan in a column of 万元", "actual", "¥12.50", wrong="is in yuan", heading="支出（万元）"),
    Cell("none", "initial_budget", "无", 0),
    Cell("none by declaration", "initial_budget", "—", 0, options='none: ["—"]'),
    Cell("empty by declaration", "actual", "NULL", None, options="empty: [NULL]"),
    Cell("empty", "actual", "", None),
    Cell("comma not declared", "actual", "1,234元", wrong="whether the comma"),
    Cell("grouped by fours", "actual", "1234,5678元", wrong="grouped by threes", options='group_mark: ","'),
    Cell("mark behind the decimals", "actual", "1.234,567元", wrong="grouped by threes", options='group_mark: ","'),
    Cell(
        "dot where the comma is the decimal mark",
        "actual",
        "1.5元",
        wrong="decimal mark is",
        options='decimal_mark: ","',
    ),
    Cell("no unit", "actual", "12.50", wrong="has no unit"),
    Cell("finer than a fen", "actual", "0.001元", wrong="finer than 1 fen"),
    Cell("a word for a number", "actual", "约12元", wrong="is not an amount"),
    Cell("too large", "actual", "9" * 30 + "元", wrong="too large"),
    Cell("scientific money", "actual", "1.2E+05元", wrong="unit"),
    Cell("dash not declared", "actual", "-", wrong="may mean none"),
    Cell("null not declared", "actual", "NULL", wrong="may mean none"),
    Cell("error of a spreadsheet", "actual", "#REF!", wrong="error #REF!"),
    Cell("unknown unit", "actual", "12块", wrong="unknown unit"),
    Cell("a line break within an amount", "actual", '"12\n34.00元"', wrong="two numbers"),
    Cell(
        "a line break within an amount in a column of 万元",
        "actual",
        '"12\r\n.50"',
        wrong="two numbers",
        heading="支出（万元）",
    ),
    Cell("a tab within an amount", "actual", "12\t34元", wrong="two numbers"),
    Cell("a blank within an amount", "actual", "12 34元", wrong="two numbers"),
    Cell("a full-width blank within an amount", "actual", "12\u300034元", wrong="two numbers"),
    Cell("a separator of lines within an amount", "actual", "12\u202834元", wrong="two numbers"),
    Cell("a blank without width within an amount", "actual", "12\u200b34元", wrong="two numbers"),
    Cell("a line break behind the sign", "actual", '"-\n5元"', wrong="two numbers"),
    Cell("two amounts", "actual", "12元34元", wrong="two numbers"),
    Cell("a blank before the unit", "actual", "12 元", 1200),
    Cell("a line break behind the unit", "actual", '"12元\n"', 1200),
    Cell("a line break within a year", "first_year", '"20\n20"', wrong="two numbers"),
    Cell("date in Chinese", "first_payment_date", "2021年1月20日", DAY),
    Cell("date with slashes", "first_payment_date", "2021/1/20", DAY),
    Cell("date with dots", "first_payment_date", "2021.1.20", DAY),
    Cell("date in eight digits", "first_payment_date", "20210120", DAY),
    Cell("date with a time", "first_payment_date", "2021-01-20 00:00:00", DAY),
    Cell("date with the time of Beijing", "first_payment_date", "2021-01-20T23:30:00+08:00", DAY),
    Cell("date with another time zone", "first_payment_date", "2021-01-19T17:00:00Z", wrong="not a full date"),
    Cell("date with a time that is none", "first_payment_date", "2021-01-20 25:00", wrong="not a full date"),
    Cell("months that look like a day", "first_payment_date", "2021年1-2", wrong="not a full date"),
    Cell("a date with two kinds of marks", "first_payment_date", "2021/1-20", wrong="not a full date"),
    Cell(
        "day first with two kinds of marks", "first_payment_date", "20/01-2021", wrong="not a full date", options="dmy"
    ),
    Cell("day first by declaration", "first_payment_date", "20/01/2021", DAY, options="dmy"),
    Cell("month first by declaration", "first_payment_date", "01-20-2021", DAY, options="mdy"),
    Cell("which is the day", "first_payment_date", "01/02/2021", wrong="is not plain"),
    Cell("a day that does not exist", "first_payment_date", "2021-02-30", wrong="there is no day"),
    Cell("eight digits that are no day", "first_payment_date", "20211301", wrong="there is no day"),
    Cell("a month only", "first_payment_date", "2021年1月", wrong="not a full date"),
    Cell("two digits for the year", "first_payment_date", "21/1/20", wrong="is not plain"),
    Cell("yes", "is_it", "是", True),
    Cell("no", "is_it", "否", False),
    Cell("yes by declaration", "is_it", "√", True, options="values: {√: 是, ×: 否}"),
    Cell("a sign for yes", "is_it", "√", wrong="yes or no is wanted"),
    Cell("enumeration by another name", "kind", "专项", "item"),
    Cell("enumeration by its id", "kind", "item", "item"),
    Cell("enumeration by declaration", "kind", "B类", "project", options="values: {B类: 项目支出}"),
    Cell("unknown enumeration", "kind", "明细项", wrong="is not one of"),
    Cell("code that begins with 0", "filing_number", "00123", "00123"),
    Cell("code held as text by a formula", "filing_number", '"=""00123"""', "00123"),
    Cell("code behind a tab", "filing_number", "\t00123", "00123"),
    Cell("code in scientific notation", "filing_number", "4.30112E+17", wrong="scientific"),
    Cell("code behind an apostrophe", "filing_number", "'00123", wrong="apostrophe"),
    Cell("control character", "filing_number", "a\x07b", wrong="control character"),
    Cell("blanks only", "filing_number", " \u3000", None),
    Cell("year in words", "first_year", "2020年", 2020),
    Cell("no year", "first_year", "20", wrong="not a year"),
]


@pytest.fixture(scope="module")
def read_cells(tmp_path_factory):
    """Every cell of CELLS as the only line of a unit of its own; tables that are declared alike share a file."""
    folder = tmp_path_factory.mktemp("cells")
    tables: dict[tuple[str, str, str], list[int]] = {}
    for number, cell in enumerate(CELLS):
        tables.setdefault((cell.field, cell.heading or "支出", cell.options), []).append(number)
    mapping, files = "", {}
    for at, ((field, heading, options), numbers) in enumerate(tables.items()):
        word = heading.partition("（")[0].partition("(")[0]
        column = f"{{field: {field}, date_order: {options}}}" if options in ("dmy", "mdy") else field
        column = f"{{field: {field}, {options}}}" if options.startswith("values") else column
        more = "" if options in ("dmy", "mdy") or options.startswith("values") or not options else f"\n  {options}"
        fixed = "" if field == "kind" else "\n  fixed: {kind: 明细项目}"
        mapping += f"- file: {at}.csv\n  entity: budget_line\n  unit: {{u: name}}\n  columns: {{id: id, {word}: {column}}}{fixed}{more}\n  delimiter: ';'\n"
        rows = "".join(f"u{n};x;{CELLS[n].cell}\n" for n in numbers)
        files[f"{at}.csv"] = f"u;id;{heading}\n{rows}"
    code, printed, out = pack(folder, mapping, files, "--rejects", str(folder / "r.csv"))
    assert code == 2, printed
    return {ident: case for (ident, _), case in cases(out).items()}, {
        r["unit"].split()[0]: r for r in rejects(folder / "r.csv")
    }


@pytest.mark.parametrize("number", range(len(CELLS)), ids=[cell.name for cell in CELLS])
def test_a_cell_is_read_or_rejected_with_its_reason(number, read_cells):
    cell, (packed, thrown) = CELLS[number], read_cells
    if cell.wrong:
        assert f"u{number}" not in packed, "a unit of which a cell is rejected is left out"
        reject = thrown[f"u{number}"]
        assert cell.wrong in reject["reason"]
        assert reject["file"].endswith(".csv") and int(reject["row"]) >= 2 and reject["column"]
        assert reject["value"]
        return
    assert f"u{number}" not in thrown
    (line,) = packed[f"u{number}"].facts["budget_line"]
    value = line.values.get(cell.field)
    assert value == cell.value and type(value) is type(cell.value)


def test_the_hint_for_a_rate_keeps_its_decimals(tmp_path):
    mapping = LINES.replace("{单位: name}", "{单位: name, 进度: payment_progress}")
    text = "单位,编号,名称,支出,进度\n甲,1,x,1元,0.5\n"
    assert (
        "write 50% for 50 per cent, 0.5% for 0.5 per cent" in refused(tmp_path, mapping, {"a.csv": text})["bad-percent"]
    )


@pytest.mark.parametrize(("count", "rate"), [('"1\n2"', "50%"), ("1 2", "50%"), ("12", '"5\n0%"'), ("12", '"5\n0"')])
def test_a_count_or_a_rate_in_two_lines_is_rejected(count, rate, tmp_path):
    mapping = LINES.replace(
        "{单位: name}", "{单位: name, 人数: in_service, 进度: {field: payment_progress, unit: '%'}}"
    )
    text = f"单位,编号,名称,支出,人数,进度\n甲,1,x,1元,{count},{rate}\n"
    assert any("two numbers" in told for told in refused(tmp_path, mapping, {"a.csv": text}).values())


def test_the_precision_is_that_of_what_is_printed(tmp_path):
    files = {"a.csv": "单位,编号,支出（万元）,名称\n甲,1,3,a\n甲,2,3.5,b\n甲,3,3.25,c\n"}
    _, printed, out = pack(tmp_path, LINES, files)
    (case,) = cases(out).values()
    found = {f.id: (f.cells["actual"].step, f.cells["actual"].unit) for f in case.facts["budget_line"]}
    assert found == {"1": (1_000_000, "万元"), "2": (100_000, "万元"), "3": (10_000, "万元")}
    assert "amounts have 0 to 2 decimals" in printed, "zeros that a spreadsheet dropped would pass for rounding"


def test_declared_decimals_hold_for_the_unit_they_are_declared_for(tmp_path):
    files = {"a.csv": "单位,编号,支出（万元）,名称\n甲,1,3,a\n甲,2,3元,b\n甲,3,3.123,c\n"}
    _, _, out = pack(tmp_path, LINES + "  amounts: {unit: 万元, decimals: 2}\n", files)
    (case,) = cases(out).values()
    found = {f.id: f.cells["actual"].step for f in case.facts["budget_line"]}
    assert found == {"1": 10_000, "2": 100, "3": 1000}


FORMS = {
    "UTF-8": (lambda t: t.encode(), "UTF-8, parted by commas"),
    "UTF-8 with its mark": (lambda t: t.encode("utf-8-sig"), "UTF-8, parted by commas"),
    "GBK": (lambda t: t.encode("gbk"), "GBK (GB18030), parted by commas"),
    "GB18030": (lambda t: t.replace("甲", "𠮷").encode("gb18030"), "GBK (GB18030), parted by commas"),
    "UTF-16": (lambda t: t.encode("utf-16"), "UTF-16, parted by commas"),
    "UTF-16 of the other order": (lambda t: b"\xfe\xff" + t.encode("utf-16-be"), "UTF-16, parted by commas"),
    "tabs": (lambda t: t.replace(",", "\t").encode(), "UTF-8, parted by tabs"),
    "semicolons": (lambda t: t.replace(",", ";").encode("gbk"), "GBK (GB18030), parted by semicolons"),
    "bars": (lambda t: t.replace(",", "|").encode(), "UTF-8, parted by bars"),
    "ends of Windows": (lambda t: t.replace("\n", "\r\n").encode(), "UTF-8, parted by commas"),
    "ends of old": (lambda t: t.replace("\n", "\r").encode(), "UTF-8, parted by commas"),
    "gzip": (lambda t: __import__("gzip").compress(t.encode("gbk")), "GBK (GB18030), parted by commas"),
    "quotes": (lambda t: t.replace("办公费", '"办公,""费"""').encode(), "UTF-8, parted by commas"),
    "no last end": (lambda t: t.rstrip("\n").encode(), "UTF-8, parted by commas"),
}


@pytest.mark.parametrize("name", FORMS)
def test_how_a_file_is_written_is_found_and_told(name, tmp_path):
    write, told = FORMS[name]
    data = write("单位,编号,名称,支出\n甲,001,办公费,12元\n甲,002,差旅费,13元\n")
    code, printed, out = pack(tmp_path, LINES, {"a.csv": data})
    assert code == 0 and told in printed and "2 rows = 2 taken" in printed
    (case,) = cases(out).values()
    assert [(f.id, f.values["actual"]) for f in case.facts["budget_line"]] == [("001", 1200), ("002", 1300)]
    assert case.facts["budget_line"][0].values["name"] == ('办公,"费"' if name == "quotes" else "办公费")


def test_a_block_of_a_large_file_may_end_within_a_character_and_an_end_of_line(tmp_path, monkeypatch):
    monkeypatch.setattr("checker.mapping.texts.BLOCK", 7)
    text = "单位,编号,名称,支出\r\n" + "".join(f'甲,{n:03},"办公\r\n费",{n}元\r\n' for n in range(40))
    out = pack(tmp_path, LINES, {"a.csv": text.encode("gbk")})[2]
    (case,) = cases(out).values()
    assert [f.values["actual"] for f in case.facts["budget_line"]] == [n * 100 for n in range(40)]


DOUBT = {
    "reads as both": (
        "单位,编号,名称,支出\n".replace("单位", "u")
        .replace("编号", "i")
        .replace("名称", "n")
        .replace("支出", "a")
        .encode()
        + b"\xc4\xa3,1,x,1\n",
        "reads as UTF-8 and as GBK",
    ),
    "neither": ("单位,编号,名称,支出\n甲,1,x,1元\n".encode("gbk") + b"\xff\xff\xff\n", "neither UTF-8 nor"),
    "UTF-16 without its mark": ("单位,编号,名称,支出\n甲,1,x,1元\n".encode("utf-16-le"), "not plain"),
    "no table": (b"\x00\x01\x02\x03" * 9, "not plain"),
    "empty": (b"", "the file is empty"),
    "old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel workbook"),
    "an archive": (b"PK\x03\x04" + b"\0" * 600, "no Excel workbook"),
}


@pytest.mark.parametrize("name", DOUBT)
def test_a_file_in_doubt_is_refused(name, tmp_path):
    data, told = DOUBT[name]
    mapping = LINES.replace("单位: name", "u: name").replace(
        "编号: id, 名称: name, 支出: actual", "i: id, n: name, a: actual"
    )
    found = refused(tmp_path, mapping if name == "reads as both" else LINES, {"a.csv": data})
    assert any(told in text for text in found.values()), found


CUT = "单位,编号,支出,名称\n甲,1,12元,办公费\n甲,2,13元,差旅费"
CUTS = {
    "UTF-16": (CUT.encode("utf-16")[:-1], ""),
    "UTF-16 without a mark": (CUT.encode("utf-16-be")[:-1], "utf-16-be"),
    "UTF-16 within a pair": ((CUT + "𠮷").encode("utf-16")[:-2], ""),
    "UTF-16 within a line end": ((CUT + "\n").encode("utf-16-le")[:-1], "utf-16-le"),
    "UTF-8": (CUT.encode()[:-1], ""),
    "UTF-8, declared": (CUT.encode()[:-2], "utf-8"),
    "UTF-8 with a mark": (CUT.encode("utf-8-sig")[:-1], ""),
    "GBK": (CUT.encode("gbk")[:-1], ""),
    "GBK, declared": (CUT.encode("gbk")[:-1], "gbk"),
    "GB18030 within four bytes": ((CUT + "𠮷").encode("gb18030")[:-2], ""),
    "Big5": (
        CUT.replace("单", "單")
        .replace("编号", "編號")
        .replace("办", "辦")
        .replace("费", "費")
        .replace("称", "稱")
        .encode("big5")[:-1],
        "big5",
    ),
    "gzip": (gzip.compress(CUT.encode())[:-9], ""),
    "gzip without its sum": (gzip.compress(CUT.encode())[:-3], ""),
    "text in gzip": (gzip.compress(CUT.encode()[:-1]), ""),
}


@pytest.mark.parametrize("name", CUTS)
def test_a_file_that_ends_within_a_character_is_refused(name, tmp_path):
    data, encoding = CUTS[name]
    mapping = LINES.replace("编号: id, 名称: name", "编号: id, 名称: goal") + (
        f"  encoding: {encoding}\n" if encoding else ""
    )
    if name == "Big5":
        mapping = mapping.replace("单位: name", "單位: name").replace("编号: id, 名称", "編號: id, 名稱")
    (told,) = refused(tmp_path, mapping, {"a.csv": data}).values()
    assert "a.csv" in told
    assert (
        "incomplete gzip" if data.startswith(b"\x1f\x8b") and name != "text in gzip" else "middle of a character"
    ) in told


@pytest.mark.parametrize("name", CUTS)
def test_a_file_that_ends_with_a_character_is_read(name, tmp_path):
    encoding = CUTS[name][1] or (
        "utf-16" if name.startswith("UTF-16") else "gb18030" if name.startswith("GB") else "utf-8"
    )
    if name == "Big5":
        return
    data = CUT.encode(encoding)
    mapping = LINES.replace("编号: id, 名称: name", "编号: id, 名称: goal") + (
        f"  encoding: {CUTS[name][1]}\n" if CUTS[name][1] else ""
    )
    (case,) = cases(pack(tmp_path, mapping, {"a.csv": gzip.compress(data) if "gzip" in name else data})[2]).values()
    assert [f.values["goal"] for f in case.facts["budget_line"]] == ["办公费", "差旅费"]


PLAIN = "单位,编号,名称,支出\n甲,1,办公费,12元\n"
MISREAD = {
    "GBK declared as UTF-8": (PLAIN.encode("gbk"), "utf-8", "UTF-8 is declared, and the bytes are those of GBK"),
    "UTF-8 declared as GBK": (PLAIN.encode(), "gbk", "GBK (GB18030) is declared, and the bytes are those of UTF-8"),
    "UTF-8 declared as Big5": (PLAIN.encode(), "big5", "Big5 is declared, and the bytes are those of UTF-8"),
    "GBK declared as Big5": (PLAIN.encode("gbk"), "big5", "encoding: gbk"),
    "GBK cells below plain headings": (
        b"u,i,n,a\n" + PLAIN.encode("gbk").split(b"\n", 1)[1],
        "utf-8",
        "the bytes are those of GBK",
    ),
    "Big5 not declared": ("單位,編號,名稱,支出\n甲,1,辦公費,12元\n".encode("big5"), "", "big5"),
    "UTF-16 declared as the other order": (PLAIN.encode("utf-16-le"), "utf-16-be", "write encoding: utf-16-le"),
    "UTF-16 declared as UTF-8": (PLAIN.encode("utf-16"), "utf-8", "begins with the mark of UTF-16"),
    "saved in a wrong encoding": (PLAIN.encode("gbk").decode("utf-8", "replace").encode(), "", "no heading"),
    "a garbled name": (PLAIN.replace("办公费", "锟斤拷锟斤拷").encode(), "", "garbled"),
    "a garbled unit": (PLAIN.replace("甲", "\ufffd\ufffd").encode(), "", "garbled"),
    "a name of Latin letters": (PLAIN.replace("办公费", "åŠžå…¬è´¹").encode(), "", "garbled"),
}


@pytest.mark.parametrize("name", MISREAD)
def test_a_file_in_another_encoding_than_it_is_read_in_is_said_to_be(name, tmp_path):
    data, declared, told = MISREAD[name]
    mapping = LINES + (f"  encoding: {declared}\n" if declared else "")
    if data.startswith(b"u,"):
        mapping = mapping.replace("单位: name", "u: name").replace(
            "编号: id, 名称: name, 支出: actual", "i: id, n: name, a: actual"
        )
    if "單位".encode("big5") in data:
        mapping = mapping.replace("单位: name", "單位: name").replace("编号: id, 名称", "編號: id, 名稱")
    found = refused(tmp_path, mapping, {"a.csv": data})
    assert any(told in text for text in found.values()), found


BROKEN_HEADINGS = {
    "semicolons": ('单位;"编\n号";名称;"支出\r\n（元）"\n甲;1;x;5\n', 1),
    "tabs": ('单位\t编号\t"名\n称"\t"支出（元）"\n甲\t1\tx\t5\n', 1),
    "below a title of two lines": ('"支出\n表"|||\n单位|编号|名称|"支出\n（元）"\n甲|1|x|5\n', 3),
    "signs that nobody sees": ("单\u200b位,编号,名称,支\u00ad出（元）\n甲,1,x,5\n", 1),
}


@pytest.mark.parametrize("name", BROKEN_HEADINGS)
def test_headings_may_have_line_breaks(name, tmp_path):
    text, row = BROKEN_HEADINGS[name]
    out = pack(tmp_path, LINES + f"  header_row: {row}\n", {"a.csv": text})[2]
    assert [f.values["actual"] for case in cases(out).values() for f in case.facts["budget_line"]] == [500]
    if row > 1:
        (tmp_path / "again").mkdir()
        found = refused(tmp_path / "again", LINES + "  header_row: 2\n", {"a.csv": text})
        assert any("header_row: 3" in told for told in found.values()), found


def test_a_declared_encoding_settles_the_doubt(tmp_path):
    mapping = "- {file: a.csv, encoding: gbk, entity: budget_line, unit: {u: name}, columns: {i: id, a: actual}, fixed: {kind: item}}\n"
    _, printed, out = pack(tmp_path, mapping, {"a.csv": b"u,i,a\n\xc4\xa3,1,1\xd4\xaa\n"})
    assert "GBK" in printed and next(iter(cases(out))) == ("模", 2021)


BOOKS = {
    "text and numbers": ([["甲", "001", 12.5, "x"]], {}, 1250, ""),
    "shown decimals": ([["甲", "001", (12, "#,##0.00"), "x"]], {}, 1200, ""),
    "code shown with zeros": ([["甲", (1, "000"), 12.5, "x"]], {}, 1250, ""),
    "computed": ([["甲", "001", "=0.1+0.2", "x"]], {}, 30, "binary noise"),
    "a hidden scale": ([["甲", "001", (5386400, '0!.00,"万元"'), "x"]], {}, None, "shows other digits"),
    "thousands by format": ([["甲", "001", (5386400, "#,##0,"), "x"]], {}, None, "shows other digits"),
    "shown otherwise below 0": ([["甲", "001", (5386400, "0.00;-0,"), "x"]], {}, None, "shows other digits"),
    "shown otherwise on a condition": (
        [["甲", "001", (5386400, "[<1]0.00;[>=1]0,"), "x"]],
        {},
        None,
        "shows other digits",
    ),
    "as for accounts": ([["甲", "001", (12.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '), "x"]], {}, 1250, ""),
    "as shown, where all is shown": ([["甲", "001", 12.5, "x"]], {"more": "  as_shown: true\n"}, 1250, ""),
    "unit by format": ([["甲", "001", (12.5, '0.00"元"'), "x"]], {}, 1250, ""),
    "a digit among the words": ([["甲", "001", (12, '0"0"'), "x"]], {}, None, "shows other digits"),
    "a digit before the number": ([["甲", "001", (0.5, '"1"0.00'), "x"]], {}, None, "shows other digits"),
    "a digit that fills the cell": ([["甲", "001", (5, "0*0"), "x"]], {}, None, "shows other digits"),
    "a digit for a number below 0": ([["甲", "001", (-5, '0;-0"0"'), "x"]], {}, None, "shows other digits"),
    "a percent for an amount": ([["甲", "001", (0.5, "0%"), "x"]], {}, None, "shows other digits"),
    "ten thousands by format": ([["甲", "001", (12.5, '0.00"万"'), "x"]], {}, None, "shows other digits"),
    "thousands by a word": ([["甲", "001", (12.5, "0.00\\千"), "x"]], {}, None, "shows other digits"),
    "a unit other than its column's": ([["甲", "001", (12.5, '0.00"万元"'), "x"]], {}, None, "shows other digits"),
    "a word behind General": ([["甲", "001", (12.5, 'General"亿"'), "x"]], {}, None, "shows other digits"),
    "dollars": ([["甲", "001", (12.5, "$#,##0.00"), "x"]], {}, None, "shows other digits"),
    "dollars by country": ([["甲", "001", (12.5, "[$$-409]#,##0.00"), "x"]], {}, None, "shows other digits"),
    "euros": ([["甲", "001", (12.5, "#,##0.00\\ [$€-407]"), "x"]], {}, None, "shows other digits"),
    "yen": ([["甲", "001", (12, "[$¥-411]#,##0"), "x"]], {}, None, "shows other digits"),
    "yuan": ([["甲", "001", (12.5, "[$¥-804]#,##0.00"), "x"]], {}, 1250, ""),
    "yuan by their sign": ([["甲", "001", (12.5, '"¥"#,##0.00;"¥"-#,##0.00'), "x"]], {}, 1250, ""),
    "yuan in a column of ten thousands": (
        [["甲", "001", (12.5, "¥#,##0.00"), "x"]],
        {"unit": "万元"},
        None,
        "shows other digits",
    ),
    "a sign that is not shown": ([["甲", "001", (-12.5, "0.00;0.00"), "x"]], {}, None, "shows other digits"),
    "a sign that only the colour shows": (
        [["甲", "001", (-12.5, "0.00;[Red]0.00"), "x"]],
        {},
        None,
        "shows other digits",
    ),
    "a sign that would not be shown": ([["甲", "001", (12.5, "0.00;0.00"), "x"]], {}, 1250, ""),
    "a scale for numbers below 0": ([["甲", "001", (-12.5, '0.00;-0.00"万"'), "x"]], {}, None, "shows other digits"),
    "a word for the sign": ([["甲", "001", (-12.5, '0.00"元";"负"0.00"元"'), "x"]], {}, -1250, ""),
    "brackets for the sign": ([["甲", "001", (-12.5, "0.00_);[Red]\\(0.00\\)"), "x"]], {}, -1250, ""),
    "a code with words in its format": ([["甲", (1, '"A"000'), 12.5, "x"]], {}, None, "shows other digits"),
    "more digits than are kept": ([["甲", "001", 12345678901234567, "x"]], {}, None, "more than 15 digits"),
    "a code of 18 digits": ([["甲", 430112199001011234, 12.5, "x"]], {}, None, "last digits"),
    "a code of 18 digits as Excel keeps it": ([["甲", 4.30112199001011e17, 12.5, "x"]], {}, None, "last digits"),
    "a code turned into a date": (
        [["甲", (datetime.date(2021, 1, 2), "yyyy-m-d"), 12.5, "x"]],
        {},
        None,
        "stored a date",
    ),
    "true or false": ([["甲", "001", True, "x"]], {}, None, "found true or false"),
    "finer than a fen": ([["甲", "001", (10 / 3, "0.00"), "x"]], {}, None, "finer than 1 fen"),
    "finer than shown": ([["甲", "001", (12.3456, "0.00"), "x"]], {"unit": "万元"}, 12_345_600, "read as stored"),
    "rounded as shown, by declaration": (
        [["甲", "001", (10 / 3, "0.00"), "x"]],
        {"more": "  as_shown: true\n"},
        333,
        "rounded to the decimals",
    ),
}


@pytest.mark.parametrize("name", BOOKS)
def test_cells_of_a_workbook(name, tmp_path):
    rows, options, value, told = BOOKS[name]
    data = book(tmp_path / "x", [["单位", "编号", f"支出（{options.get('unit', '元')}）", "名称"], *rows])
    mapping = LINES.replace("a.csv", "a.xlsx") + options.get("more", "")
    if value is None:
        assert any(told in text for text in refused(tmp_path, mapping, {"a.xlsx": data}).values())
        return
    _, printed, out = pack(tmp_path, mapping, {"a.xlsx": data})
    (case,) = cases(out).values()
    (line,) = case.facts["budget_line"]
    assert (line.id, line.values["actual"]) == ("001", value) and told in printed
    if name in ("shown decimals", "unit by format"):
        assert line.cells["actual"].decimals == 2 and line.cells["actual"].step == 0


def test_dates_counts_rates_and_flags_of_a_workbook(tmp_path):
    heading = ["单位", "编号", "信息化", "首次付款", "年度", "进度"]
    rows = [
        ["甲", 1, True, (datetime.date(2021, 1, 20), "yyyy-mm-dd"), 2021, (0.985, "0.0%")],
        ["甲", 2, "否", 20210120, "2021年", (0.985, "0.0%")],
    ]
    data = book(tmp_path / "x", [["2021年支出表"], heading, *rows])
    mapping = "- {file: a.xlsx, header_row: 2, entity: budget_line, unit: {单位: name, 进度: payment_progress}, year: 年度, columns: {编号: id, 信息化: is_it, 首次付款: first_payment_date}, fixed: {kind: item}}\n"
    _, _, out = pack(tmp_path, mapping, {"a.xlsx": data}, top=TOP.replace(", fiscal_year: 2021", ""))
    (case,) = cases(out).values()
    assert case.root.values["payment_progress"] == Decimal("0.985")
    assert [(f.values["is_it"], f.values["first_payment_date"]) for f in case.facts["budget_line"]] == [
        (True, DAY),
        (False, DAY),
    ]


COUNTS = {
    "persons": ('0"人"', 12),
    "a percent": ("0%", None),
    "ten thousand persons": ('0"万人"', None),
    "hundreds": ('0"百"', None),
}


@pytest.mark.parametrize("name", COUNTS)
def test_counts_of_a_workbook_are_what_is_shown(name, tmp_path):
    form, value = COUNTS[name]
    data = book(tmp_path / "x", [["单位", "编号", "支出（元）", "名称", "人数"], ["甲", "1", 5, "x", (12, form)]])
    mapping = LINES.replace("a.csv", "a.xlsx").replace("{单位: name}", "{单位: name, 人数: in_service}")
    if value is None:
        assert any("shows other digits" in text for text in refused(tmp_path, mapping, {"a.xlsx": data}).values())
    else:
        assert (
            next(iter(cases(pack(tmp_path, mapping, {"a.xlsx": data})[2]).values())).root.values["in_service"] == value
        )


def merged_book(path, fill):
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet("支出")
        for at, word in enumerate(("单位", "编号", "支出（元）", "名称")):
            sheet.write(0, at, word)
        sheet.merge_range(1, 0, 2, 0, "甲")
        for row in (1, 2):
            sheet.write_row(row, 1, [f"00{row}", 5.5, "x"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(3, 3, None, None, {"hidden": True})
        sheet.write_comment(1, 2, "含上年结转 2.00")
    return path.read_bytes()


def test_merged_cells_are_filled_down_by_declaration_only(tmp_path):
    data = merged_book(tmp_path / "x", True)
    mapping = LINES.replace("a.csv", "a.xlsx")
    assert any("merged cell" in text for text in refused(tmp_path, mapping, {"a.xlsx": data}).values())
    _, printed, out = pack(tmp_path, mapping + "  fill_down: [单位]\n", {"a.xlsx": data})
    (case,) = cases(out).values()
    assert len(case.facts["budget_line"]) == 2 and "1 hidden rows were read" in printed
    assert "hidden columns were read: 名称" in printed and "1 notes on cells were not read (C2)" in printed


LOOKS = {
    "a figure that is struck out": ("支出（元）", 50, {"font_strikeout": True}, "is struck out"),
    "a name that is struck out": ("名称", "x", {"font_strikeout": True}, "is struck out"),
    "a mark of a footnote behind a figure": (
        "支出（元）",
        ("10", "2"),
        {"font_script": 1},
        "would make another figure",
    ),
    "a mark of a footnote behind an id": ("编号", ("1", "2"), {"font_script": 1}, "would make another figure"),
    "a lowered digit of a name": ("名称", ("CO", "2"), {"font_script": 2}, ""),
    "a result that no spreadsheet computed": ("支出（元）", "=1+1", {}, "no spreadsheet computed"),
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_cell_whose_look_puts_its_value_in_doubt_is_rejected(name, tmp_path):
    import xlsxwriter

    heading, value, look, told = LOOKS[name]
    plain = {"单位": "甲", "编号": "1", "名称": "x", "支出（元）": 50}
    with xlsxwriter.Workbook(str(tmp_path / "x")) as made:
        sheet = made.add_worksheet("支出")
        for at, head in enumerate(plain):
            sheet.write(0, at, head)
            cell = value if head == heading else plain[head]
            if isinstance(cell, tuple):
                sheet.write_rich_string(1, at, cell[0], made.add_format(look), cell[1])
            else:
                sheet.write(1, at, cell, made.add_format(look if head == heading else {}))
    mapping, files = LINES.replace("a.csv", "a.xlsx"), {"a.xlsx": (tmp_path / "x").read_bytes()}
    if told:
        (text,) = refused(tmp_path, mapping, files).values()
        assert f"{heading!r}: " in text and told in text and "->" in text
    else:
        _, _, out = pack(tmp_path, mapping, files)
        assert [line.values["name"] for case in cases(out).values() for line in case.facts["budget_line"]] == ["CO2"]


def test_a_formula_without_a_kept_result_is_not_an_empty_cell(tmp_path):
    data = book(tmp_path / "x", [["单位", "编号", "支出（元）", "名称"], ["甲", "1", "=1+1", "x"]])
    inside = io.BytesIO(data)
    out = io.BytesIO()
    with zipfile.ZipFile(inside) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            text = old.read(item)
            new.writestr(item, text.replace(b"<v>0.30000000000000004</v>", b""))
    assert any(
        "result was not kept" in text
        for text in refused(tmp_path, LINES.replace("a.csv", "a.xlsx"), {"a.xlsx": out.getvalue()}).values()
    )


def test_every_sheet_is_read_or_ignored_by_name(tmp_path):
    data = book(tmp_path / "x", [["单位", "编号", "支出（元）", "名称"], ["甲", "1", 5, "x"]], 封面=[["说明"]])
    mapping = LINES.replace("a.csv", "a.xlsx\n  sheet: 支出")
    assert "封面" in refused(tmp_path, mapping, {"a.xlsx": data})["sheet-not-mentioned"]
    assert "has 2 sheets" in refused(tmp_path, LINES.replace("a.csv", "a.xlsx"), {"a.xlsx": data})["workbook"]
    code, printed, _ = pack(tmp_path, mapping, {"a.xlsx": data}, top="ignore_sheets: [a.xlsx/封面]\n" + TOP)
    assert code == 0 and "a.xlsx/支出" in printed


GOOD = "单位,编号,名称,支出\n甲,1,办公费,12元\n"
HEADINGS = {
    "a heading that is not there": ("单位,编号,名称,支出数\n", LINES, "no-heading", "did you mean: 支出数"),
    "a column that nobody mentions": ("单位,编号,名称,支出,备注\n", LINES, "column-not-mentioned", "'备注'"),
    "a heading that is there twice": ("单位,编号,名称,支出,支出\n", LINES, "two-columns", "heads 2 columns (D、E)"),
    "headings in another row": ("支出表,,,\n单位,编号,名称,支出\n", LINES, "header-row", "header_row: 2"),
    "something to ignore that is not there": (GOOD, LINES + "  ignore: [备注]\n", "no-heading", "备注"),
    "the mapping contradicts the heading": (
        "单位,编号,名称,支出（元）\n",
        LINES.replace("支出: actual", "支出: {field: actual, unit: 万元}"),
        "unit",
        "says 元, the mapping 万元",
    ),
    "a unit that the field cannot stand in": ("单位,编号,名称,支出（%）\n", LINES, "unit", "%"),
}


@pytest.mark.parametrize("name", HEADINGS)
def test_every_column_is_accounted_for(name, tmp_path):
    text, mapping, code, told = HEADINGS[name]
    assert told in refused(tmp_path, mapping, {"a.csv": text})[code]


YUAN = "  amounts: {unit: 元, decimals: 2}\n  delimiter: ;\n"
UNITS_NAMED = {
    "behind a stroke": ("支出/万元", "支出", "万元"),
    "behind a colon": ("支出：千元", "支出", "千元"),
    "behind a comma": ("支出，万元", "支出", "万元"),
    "behind a blank": ("支出 亿元", "支出", "亿元"),
    "in the next line": ('"支出\n万元"', "支出", "万元"),
    "in square brackets": ("支出[万元]", "支出", "万元"),
    "in full-width brackets": ("支出【单位：万元】", "支出", "万元"),
    "among other words": ("支出（含追加、万元）", "支出（含追加）", "万元"),
    "among other words, the whole heading in the mapping": ("支出（含追加、万元）", "支出（含追加、万元）", "万元"),
    "in brackets before the end": ("支出（百万元）数", "支出数", "百万元"),
    "yuan": ("支出/元", "支出", "元"),
    "none": ("支出数", "支出数", "元"),
    "by the mapping": ("支出万元", "支出万元: {field: actual, unit: 万元}", "万元"),
}


@pytest.mark.parametrize("name", UNITS_NAMED)
def test_the_unit_that_a_heading_names_is_read(name, tmp_path):
    heading, key, unit = UNITS_NAMED[name]
    column = key if ": {" in key else f"{key}: actual"
    mapping = LINES.replace("支出: actual", column) + YUAN
    out = pack(tmp_path, mapping, {"a.csv": f"单位;编号;名称;{heading}\n甲;1;x;1.50\n"})[2]
    (line,) = next(iter(cases(out).values())).facts["budget_line"]
    assert line.cells["actual"].unit == unit


UNITS_IN_DOUBT = {
    "grown together": ("支出万元", "may be its unit"),
    "two units": ("支出（元）/万元", "may be its unit"),
    "two units in brackets": ("支出（元、万元）", "may be its unit"),
    "a unit cut in two": ('"支出万\n元"', "may be its unit"),
    "thousands": ("支出（千）", "may be its unit"),
    "per head": ("支出（元/人）", "may be its unit"),
    "the sign of the yuan": ("支出（￥）", "may be its unit"),
    "dollars": ("支出（美元）", "foreign currency"),
    "ten thousand dollars": ("支出/万美元", "foreign currency"),
    "Hong Kong dollars": ("支出港元", "foreign currency"),
    "euros": ("支出（欧元）", "foreign currency"),
    "yen": ("支出、日元", "foreign currency"),
    "dollars by their code": ("支出(USD)", "foreign currency"),
    "dollars by their sign": ("支出($)", "foreign currency"),
}


@pytest.mark.parametrize("name", UNITS_IN_DOUBT)
def test_a_unit_that_is_not_read_for_sure_is_an_error(name, tmp_path):
    heading, told = UNITS_IN_DOUBT[name]
    key = heading.strip('"').replace("\n", "")
    mapping = LINES.replace("支出: actual", f'"{key}": actual') + YUAN
    assert told in refused(tmp_path, mapping, {"a.csv": f"单位;编号;名称;{heading}\n甲;1;x;1.50\n"})["unit"]


ABOVE = {
    "another unit": ("单位：万元;;;", "row 2 says the unit is 万元"),
    "in brackets": (";;;（金额单位：万元）", "row 2 says the unit is 万元"),
    "in the next cell": ("计量单位：;人民币千元;;", "row 2 says the unit is 千元"),
    "behind the unit that fills it in": ("编制单位：甲局;;;单位：万元", "row 2 says the unit is 万元"),
    "dollars": (";;;单位：美元", "row 2 says the unit is 美元"),
    "alone": (";;;万元", "row 2 says the unit is 万元"),
    "behind the code of the yuan": (";;;单位：RMB万元", "row 2 says the unit is 万元"),
    "the same unit": (";;;单位：元", ""),
    "the unit that fills it in": ("编制单位：万家岭镇;;;", ""),
}


@pytest.mark.parametrize("name", ABOVE)
def test_a_unit_above_the_headings_is_not_passed_over(name, tmp_path):
    line, told = ABOVE[name]
    text = f"2021年支出表;;;\n{line}\n单位;编号;名称;支出\n甲;1;x;1.50\n"
    mapping = LINES + "  header_row: 3\n"
    if not told:
        assert pack(tmp_path, mapping + YUAN, {"a.csv": text})[0] == 0
        return
    assert told in refused(tmp_path, mapping + YUAN, {"a.csv": text})["unit"]
    own = mapping.replace("支出: actual", "支出: {field: actual, unit: 万元}") + YUAN
    if "is 万元" not in told:
        assert told in refused(tmp_path, own, {"a.csv": text})["unit"]
        return
    assert pack(tmp_path, own, {"a.csv": text})[0] == 0
    (tmp_path / "again").mkdir()
    assert pack(tmp_path / "again", mapping + YUAN, {"a.csv": text.replace("支出\n甲", "支出（元）\n甲")})[0] == 0


CONTRADICTED = {
    "grown together": ("支出万元", "元", "万元"),
    "in brackets": ("支出（元）", "万元", "元"),
    "the reverse": ("支出元", "万元", "元"),
    "an abbreviation": ("支出（千）", "元", "千元"),
    "before other brackets": ("支出万元（含税）", "元", "万元"),
    "among other words": ("支出（单位：万元，含上年）", "元", "万元"),
    "behind a stroke": ("支出/万元", "元", "万元"),
    "larger": ("支出百万元", "万元", "百万元"),
    "two units": ("支出（元）/千元", "万元", "元"),
    "one of two units": ("支出（元）/万元", "万元", ""),
    "an amount in a name": ("万元以上设备支出", "元", ""),
    "a word": ("单元支出", "万元", ""),
    "a programme": ("千万工程支出", "元", ""),
}


@pytest.mark.parametrize("name", CONTRADICTED)
def test_a_heading_and_the_mapping_name_one_unit(name, tmp_path):
    heading, unit, told = CONTRADICTED[name]
    mapping = LINES.replace("支出: actual", f'"{heading}": {{field: actual, unit: {unit}}}') + YUAN
    files = {"a.csv": f"单位;编号;名称;{heading}\n甲;1;x;1.50\n"}
    if told:
        assert f"says {told}, the mapping {unit}" in refused(tmp_path, mapping, files)["unit"]
    else:
        assert pack(tmp_path, mapping, files)[0] == 0


TITLED = {
    "the name of the file": ("支出（万元）.csv", "", "the name of the file says the unit is 万元"),
    "the end of that name": ("支出万元.csv", "", "the name of the file says the unit is 万元"),
    "the name of the sheet": (
        "a.xlsx",
        "支出表（单位：千元）",
        "the name of the sheet '支出表（单位：千元）' says the unit is 千元",
    ),
    "the same unit": ("支出（元）.csv", "", ""),
    "a name without a unit": ("万家岭镇单元表.csv", "", ""),
}


@pytest.mark.parametrize("name", TITLED)
def test_a_unit_in_a_name_is_not_passed_over(name, tmp_path):
    file, sheet, told = TITLED[name]
    mapping = LINES.replace("a.csv", file) + "  amounts: {unit: 元, decimals: 2}\n"
    lines = [["单位", "编号", "名称", "支出"], ["甲", "1", "x", "1.50"]]
    data = "".join(",".join(line) + "\n" for line in lines)
    if sheet:
        data = patched(
            book(tmp_path / "x", lines), {"xl/workbook.xml": lambda text: text.replace('"支出"', f'"{sheet}"')}
        )
    if not told:
        assert pack(tmp_path, mapping, {file: data})[0] == 0
        return
    assert told in refused(tmp_path, mapping, {file: data})["unit"]
    own = mapping.replace("支出: actual", "支出: {field: actual, unit: 百元}")
    assert told in refused(tmp_path, own, {file: data})["unit"]


SCALES = {
    "ten thousand persons": ("人数（万人）", "in_service", "万人"),
    "hundreds": ("人数/百", "in_service", "百"),
    "per mille": ("进度（‰）", "payment_progress", "‰"),
    "persons": ("人数（人）", "in_service", ""),
    "a place": ("人数（含千山区）", "in_service", ""),
    "per cent": ("进度（%）", "payment_progress", ""),
}


@pytest.mark.parametrize("name", SCALES)
def test_a_heading_of_counts_or_rates_in_another_unit_is_refused(name, tmp_path):
    heading, field, told = SCALES[name]
    mapping = LINES.replace("{单位: name}", f'{{单位: name, "{heading}": {field}}}')
    files = {"a.csv": f"单位,编号,名称,支出,{heading}\n甲,1,x,1元,12\n"}
    if told:
        assert f"'{told}' in the heading" in refused(tmp_path, mapping, files)["unit"]
    else:
        assert pack(tmp_path, mapping, files)[0] == 0


def test_days_are_not_counted_in_years(tmp_path):
    mapping = "- {file: a.csv, entity: 合同, unit: {单位: name}, columns: {编号: id, 期限: payment_term}}\n"
    for heading, cell in (("期限（年）", "3"), ("期限（月）", "3"), ("期限", "3年"), ("期限", "3人")):
        with pytest.raises(InputError):
            pack(tmp_path, mapping, {"a.csv": f"单位,编号,{heading}\n甲,1,{cell}\n"})
    assert pack(tmp_path, mapping, {"a.csv": "单位,编号,期限（日）\n甲,1,30天\n"})[0] == 0


def test_every_file_of_the_folder_is_accounted_for(tmp_path):
    assert "b.csv" in refused(tmp_path, LINES, {"a.csv": GOOD, "b.csv": GOOD})["file-not-mentioned"]
    assert (
        "c.csv" in refused(tmp_path, LINES + LINES.replace("a.csv", "c.csv"), {"a.csv": GOOD, "b.csv": GOOD})["no-file"]
    )
    assert pack(tmp_path, LINES, {"a.csv": GOOD, "b.csv": GOOD}, top="ignore: ['b*']\n" + TOP)[0] == 0


def test_files_of_one_kind_share_a_pattern(tmp_path):
    second = GOOD.replace("甲", "乙")
    _, printed, out = pack(tmp_path, LINES.replace("a.csv", "'*.csv'"), {"a.csv": GOOD, "b.csv": second.encode("gbk")})
    assert len(cases(out)) == 2 and "b.csv: GBK" in printed


def test_totals_are_skipped_by_declaration_and_counted(tmp_path):
    text = GOOD + "甲,,合 计,12元\n,,,\n"
    assert "looks like a row of totals" in refused(tmp_path, LINES, {"a.csv": text})["totals"]
    _, printed, out = pack(tmp_path, LINES + "  skip_rows: {名称: [合计, 小计]}\n", {"a.csv": text})
    assert "3 rows = 1 taken + 1 blank + 1 skipped (合计 1)" in printed
    assert len(next(iter(cases(out).values())).facts["budget_line"]) == 1


TOTALS = {
    "traditional": ("合計", True),
    "with its unit": ("合 计（万元）", True),
    "with a year": ("合计(2021)", True),
    "of a bureau": ("教育局小计", True),
    "number": ("总数", True),
    "amount": ("支出总额", True),
    "gathered": ("汇总", True),
    "English": ("Total", True),
    "in capitals": ("SUM", True),
    "a single word": ("计", True),
    "with a colon": ("总计：", True),
    "grand": ("Grand total", True),
    "subtotal": ("Subtotal", True),
    "in brackets": ("（合计）", True),
    "audit": ("审计", False),
    "accounts": ("会计", False),
    "design": ("方案设计", False),
    "museum": ("museum", False),
    "part of a name": ("合计划", False),
    "a sum sign": ("∑", True),
    "a part": ("其中：人员经费", True),
    "with its figure": ("Total: 5", True),
}


@pytest.mark.parametrize("name", TOTALS)
def test_a_row_that_is_called_a_total_is_skipped_or_kept_by_declaration_only(name, tmp_path):
    word, total = TOTALS[name]
    quoted = word if word.isalnum() else json.dumps(word, ensure_ascii=False)
    text = GOOD + f"甲,2,{word},12元\n"
    if not total:
        assert pack(tmp_path, LINES, {"a.csv": text})[0] == 0
        return
    assert word in refused(tmp_path, LINES, {"a.csv": text})["totals"]
    assert word in refused(tmp_path, LINES + "  skip_rows: {名称: [另计]}\n", {"a.csv": text})["totals"]
    kept = LINES + f"  skip_rows: {{名称: [另计]}}\n  keep_rows: {{名称: [{quoted}]}}\n"
    if is_called_total(word):  # it says nothing else: what stands beside it would count twice
        assert word in refused(tmp_path, kept, {"a.csv": text})["totals"]
        text = text.replace(word, "工资总额")
        kept = kept.replace(quoted, "工资总额")
    out = pack(tmp_path, kept, {"a.csv": text})[2]
    assert len(next(iter(cases(out).values())).facts["budget_line"]) == 2


def is_total_name(text):
    return is_total(text, True)


CALLED = {
    "totals": (
        is_total_name,
        """合计 小计 总计 共计 累计 总共 Σ ∑ ∑：123 ∑(1+2) 合计:123 合计：123 小计1 小计一 小计① 小计：人员经费 总共120万元 共5项 计 合计5人 合计123.45元
        ＴＯＴＡＬ TOTAL Totals total12 Sub-total Sub‑total SUBTOTAL GrandTotal SUM Total/合计 合计/Total 合　计 合\u200b计 合---计 【合计】 —合计— *合计 “合计” 合计（万元） 合计（大写）：壹佰元
        合計 本頁合計 本页合计 本年累计 以上合计 本月小计 人员经费小计 教育局小计2 支出總額 支出合计金额 总支出 职工总数 1.合计 过次页 过次頁 承前页 承前页：300 转下页 c/f""",
    ),
    "parts": (
        is_part,
        "其中： 其中: 其中 其中：人员经费 其中、办公费 1.其中：差旅费 #其中:会议费 （一）其中：培训费 包括：车辆 of-which:pay",
    ),
    "notes": (
        is_note,
        "注：全 注1:追加 制表人：张三 第3页 共5页 共5页，第3页 大写：壹佰元整 人民币（大写）：壹佰元 金额大写：零 以下空白 （以下空白） ——以下空白—— 以下无正文 Note:x page3 資料來源：局",
    ),
    "none": (
        None,
        """统计 审计 会计 设计 预计 统计局 审计署 合计划 总计划 集合计划 累计折旧 累计积分 小计量器具 总会计师 总额度 总数据库 总计算中心 汇总表编制 共青团 共同发展 共建项目 合共享 计算机
        总和平路 承前启后工程 过次页码 以下空白页印刷 大写字母 人民币管理 其中心小学 其中药材 包括性教育 includingx museum summary consumer total-station Σ-Δ转换器 注射器 说明书编制费 审核费 第3小学 共5页岩 共三公里道路 小计算器""",
    ),
}


@pytest.mark.parametrize("kind", CALLED)
def test_what_a_row_is_called_says_whether_it_is_one(kind):
    test, words = CALLED[kind]
    kinds = {"totals": is_total_name, "parts": is_part, "notes": is_note}
    for word in words.split(chr(10)):
        for each in word.split(" "):
            told = {name for name, asked in kinds.items() if each and asked(each)}
            assert not each or told == (set() if test is None else {kind}), each


@pytest.mark.parametrize(
    "word", ["合 计", "T O T A L", "Grand  total", "Sub total", "过 次 页", "Salary total", "合计 5 项"]
)
def test_blanks_within_its_name_hide_no_total(word):
    assert is_total_name(word) and not is_total("Total station", True) and not is_total("教育局小计", False)


@pytest.mark.parametrize("sign", ["合计1", "(合计", "total1", "a-", "共1", "1"])
def test_a_long_name_is_looked_at_in_one_pass(sign):
    assert not is_total(sign * 100_000 + "划", True)  # for minutes, were the time that of the square of its length


NOTES = {
    "a note": ("注：以上为决算数", True),
    "a numbered note": ("注1: 含追加", True),
    "who made it": ("制表人：张三", True),
    "a page": ("第 3 页", True),
    "of pages": ("共5页", True),
    "a source": ("数据来源：财政局", True),
    "English": ("Note: x", True),
    "a thing": ("注射器", False),
    "a book": ("说明书编制费", False),
    "a fee": ("审核费", False),
    "a school": ("第3小学", False),
}


@pytest.mark.parametrize("name", NOTES)
def test_a_note_below_a_table_of_units_is_no_unit(name, tmp_path):
    word, note = NOTES[name]
    roster = "- {file: u.csv, entity: unit, columns: {名称: name, 人数: in_service}}\n"
    text = f"名称,人数\n甲,3\n{word},\n"
    if not note:
        assert len(cases(pack(tmp_path, roster, {"u.csv": text})[2])) == 2
        return
    assert "a note about the table" in refused(tmp_path, roster, {"u.csv": text})["totals"]
    out = pack(tmp_path, roster.replace("}}", f'}}, skip_rows: {{名称: ["{word}"]}}}}'), {"u.csv": text})[2]
    assert list(cases(out)) == [("甲", 2021)]


ROWS = {
    "unknown parent": ("单位,编号,名称,支出,上级\n甲,1,x,1元,\n甲,2,y,1元,9\n", "no-such-id", "上级", "9"),
    "repeated id": ("单位,编号,名称,支出,上级\n甲,1,x,1元,\n甲,1,y,1元,\n", "duplicate-id", "", ""),
    "no id": ("单位,编号,名称,支出,上级\n甲,,x,1元,\n", "no-id", "", ""),
    "its own parent": ("单位,编号,名称,支出,上级\n甲,1,x,1元,2\n甲,2,y,1元,1\n", "circle", "上级", "2"),
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_that_make_no_case_are_rejected_and_their_unit_left_out(name, tmp_path):
    text, _, column, value = ROWS[name]
    text += "乙,1,z,3元,\n"
    mapping = LINES.replace("支出: actual", "支出: actual, 上级: parent")
    code, printed, out = pack(tmp_path, mapping, {"a.csv": text}, "--rejects", str(tmp_path / "r.csv"))
    (row,) = rejects(tmp_path / "r.csv")
    assert code == 2 and (row["column"], row["value"], row["unit"]) == (column, value, "甲 2021") and row["reason"]
    assert list(cases(out)) == [("乙", 2021)] and "1 units left out" in printed and "甲 2021" in printed
    if name == "repeated id":
        assert (row["row"], "row 2" in row["reason"]) == ("3", True)


LOST = {
    "no unit": ",2,y,1元\n",
    "too few cells": "甲,2,y\n",
    "too many cells": "甲,2,y,1元,9\n",
    "an open quote": '甲,2,"y,1元\n',
    "bytes of no encoding": "甲,2,y\udcff,1元\n",
}


@pytest.mark.parametrize("name", LOST)
def test_a_row_that_does_not_say_whose_it_is_leaves_no_list_complete(name, tmp_path):
    data = (GOOD + LOST[name] + "乙,1,z,3元\n").encode("utf-8", "surrogateescape")
    mapping = LINES + "  complete: true\n"
    code, printed, out = pack(tmp_path, mapping, {"a.csv": data}, "--rejects", str(tmp_path / "r.csv"))
    (row,) = rejects(tmp_path / "r.csv")
    assert code == 2 and row["row"] == "3" and "no unit's list of them is held for complete" in printed
    assert {case.root.states["budget_line"] for case in cases(out).values()} == {"partial"}
    assert "3 rows = 2 taken + 1 rejected" in printed


def test_the_exit_code_says_whether_all_was_taken(tmp_path):
    assert pack(tmp_path, LINES, {"a.csv": GOOD}, "--rejects", str(tmp_path / "r.csv"))[0] == 0
    assert rejects(tmp_path / "r.csv") == []
    (tmp_path / "again").mkdir()
    two = GOOD.replace("甲", "乙") + "甲,1,x,1块\n"
    assert pack(tmp_path / "again", LINES, {"a.csv": two}, "--rejects", str(tmp_path / "r.csv"))[0] == 2


ADVISED = {
    "a total without its word": ("甲,1,x,5元\n,,,5元\n", "skip_rows: {heading: [合计]}"),
    "a comma within a figure": ("甲,1,x,1,234.50元\n", "in quotes"),
    "headings again": ("甲,1,x,5元\n单位,编号,名称,支出\n", "write skip_rows: {单位: [单位]}"),
    "a column too narrow for its export": ("甲,1,x,####\n", "widen the column"),
    "thousands in formal digits": ("甲,1,x,5仟元\n", "did you mean: 千元"),
    "a mark of quotation left open": ('甲,1,"x,5元\n', "look at this row"),
    "headings alone": ("", "see whether file, sheet and header_row are right"),
}


@pytest.mark.parametrize("name", ADVISED)
def test_what_is_refused_says_what_to_do(name, tmp_path):
    rows, advice = ADVISED[name]
    (text,) = refused(tmp_path, LINES, {"a.csv": f"单位,编号,名称,支出\n{rows}"}).values()
    assert "->" in text and advice in text


def test_all_rejects_are_written_however_many(tmp_path):
    text = "单位,编号,名称,支出\n" + "".join(f"甲,{n},x,{n}块\n" for n in range(5000)) + "乙,1,z,3元\n"
    out = pack(tmp_path, LINES, {"a.csv": text}, "--rejects", str(tmp_path / "r.csv"))[2]
    assert len(rejects(tmp_path / "r.csv")) == 5000 and list(cases(out)) == [("乙", 2021)]
    with pytest.raises(InputError) as caught:
        pack(tmp_path / "in", LINES, {"a.csv": text})
    assert len(caught.value.problems) <= 200 and "4,801 more" in caught.value.problems[-1].render("en")


@pytest.mark.parametrize("held", ["单位,编号\n甲,1\n", "notes", "file,row\n", "\n\nnotes"])
def test_rejects_replace_nothing_but_earlier_rejects(held, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(held, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        pack(tmp_path, LINES, {"a.csv": GOOD}, "--rejects", str(path))
    assert [problem.code for problem in caught.value.problems] == ["not-ours"]
    assert path.read_text(encoding="utf-8") == held and not (tmp_path / "out").exists()
    path.unlink()
    text = GOOD + "乙,1,x,3块\n"
    pack(tmp_path, LINES, {"a.csv": text}, "--rejects", str(path))
    (tmp_path / "again").mkdir()
    pack(tmp_path / "again", LINES, {"a.csv": text}, "--rejects", str(path))
    assert len(rejects(path)) == 1


def test_rejects_run_no_formula(tmp_path):
    text = GOOD.replace("12元", "=1+1").replace("甲", "@甲")
    with pytest.raises(InputError):
        pack(tmp_path, LINES, {"a.csv": text}, "--rejects", str(tmp_path / "r.csv"))
    (row,) = rejects(tmp_path / "r.csv")
    assert row["value"] == "'=1+1" and row["unit"] == "'@甲 2021"


ROSTER = "- {file: u.csv, entity: 单位, columns: {代码: code, 名称: name, 级次: budget_level}}\n"
NAMED = {
    "by code": ("unit: {k: code}", "001", "001"),
    "by name": ("unit: {k: name}", "甲局", "001"),
    "by name in other characters": ("unit: {k: name}", "（甲局）", "002"),
}


@pytest.mark.parametrize("name", NAMED)
def test_a_table_of_units_says_who_they_are(name, tmp_path):
    how, key, wanted = NAMED[name]
    mapping = ROSTER + f"- {{file: l.csv, entity: budget_line, {how}, columns: {{i: id}}, fixed: {{kind: item}}}}\n"
    roster = "代码,名称,级次\n001,甲局,区县\n002,(甲局),区级\n003,丙局,区县\n"
    _, _, out = pack(
        tmp_path, mapping, {"u.csv": roster, "l.csv": f"k,i\n{key},1\n"}, top=TOP.replace("budget_level: 区县, ", "")
    )
    found = cases(out)
    assert len(found) == 3 and len(found[wanted, 2021].facts["budget_line"]) == 1
    assert found["003", 2021].root.states.get("budget_line") is None


def test_units_that_nobody_knows_or_that_say_different_things(tmp_path):
    mapping = ROSTER.replace("级次: budget_level", "级次: budget_level, 人数: in_service")
    mapping += "- {file: l.csv, entity: budget_line, unit: {k: code, n: name}, columns: {i: id}, fixed: {kind: item}}\n"
    roster = "代码,名称,级次,人数\n001,甲局,区县,12人\n002,乙局,区县,3\n002,乙局,区县,3\n003,丙局,区县,4\n"
    lines = "k,n,i\n001,丁局,1\n009,壬局,1\n003,丙局,1\n"
    _, _, out = pack(
        tmp_path,
        mapping,
        {"u.csv": roster, "l.csv": lines},
        "--rejects",
        str(tmp_path / "r.csv"),
        top=TOP.replace("budget_level: 区县, ", ""),
    )
    told = {(r["file"], r["row"]): r["reason"] for r in rejects(tmp_path / "r.csv")}
    assert "is in row 3 already" in told["u.csv", "4"] and "differs from '甲局'" in told["l.csv", "2"]
    assert "has no '壬局 009 2021'" in told["l.csv", "3"] and len(told) == 3
    assert list(cases(out)) == [("003", 2021)]


ZEROS = {
    "with their name": ("001,甲局,1\n1,甲局,2\n", "leading zeros only"),
    "without a name": ("001,甲局,1\n1,,2\n", "leading zeros only"),
    "in full width": ("00１,甲局,1\n1,甲局,2\n", "leading zeros and letter case, width or blanks only"),
    "full width alone": ("00１,甲局,1\n001,甲局,2\n", "in letter case, width or blanks only"),
    "capitals": ("a01,甲局,1\nA01,甲局,2\n", "in letter case, width or blanks only"),
    "capitals, without a name": ("A01,,1\na01,甲局,2\n", "in letter case, width or blanks only"),
    "capitals and zeros": ("00a1,甲局,1\nA1,甲局,2\n", "leading zeros and letter case, width or blanks only"),
    "a blank": ("00 1,甲局,1\n001,甲局,2\n", "in letter case, width or blanks only"),
    "a dash": ("1－1,甲局,1\n1-1,甲局,2\n", "in letter case, width or blanks only"),
    "another name": ("001,甲局,1\n1,丙局,2\n", ""),
    "capitals, another name": ("a01,甲局,1\nA01,丙局,2\n", ""),
    "the same code": ("001,甲局,1\n001,甲局,2\n", ""),
}


@pytest.mark.parametrize("name", ZEROS)
def test_codes_that_differ_in_how_they_are_written_are_not_two_units(name, tmp_path):
    rows, how = ZEROS[name]
    mapping = "- {file: a.csv, entity: budget_line, unit: {k: code, n: name}, columns: {i: id}, fixed: {kind: item}}\n"
    _, _, out = pack(tmp_path, mapping, {"a.csv": f"k,n,i\n{rows}009,乙局,3\n"}, "--rejects", str(tmp_path / "r.csv"))
    told = [(r["row"], r["reason"]) for r in rejects(tmp_path / "r.csv")]
    if not how:
        assert told == [] and ("009", 2021) in cases(out)
        return
    assert list(cases(out)) == [("009", 2021)]
    assert told[0][0] == "3" and "in row 2 of a.csv in " in told[0][1] and told[0][1].endswith(how)


IDS = {
    "capitals": ("甲,a01,1元\n甲,A01,2元\n", "'A01' differs from 'a01' in row 2 in letter case, width or blanks only"),
    "full width": ("甲,０1,1元\n甲,01,2元\n", "'01' differs from '０1' in row 2"),
    "a blank": ("甲,0 1,1元\n甲,01,2元\n", "in row 2"),
    "of two units": ("甲,a01,1元\n丙,A01,2元\n", ""),
    "zeros": ("甲,1,1元\n甲,01,2元\n", ""),
    "different": ("甲,a01,1元\n甲,a02,2元\n", ""),
}


@pytest.mark.parametrize("name", IDS)
def test_ids_of_a_unit_that_differ_in_how_they_are_written_are_not_two_lines(name, tmp_path):
    rows, how = IDS[name]
    mapping = LINES.replace("名称: name, ", "")
    _, _, out = pack(
        tmp_path, mapping, {"a.csv": f"单位,编号,支出\n{rows}乙,1,3元\n"}, "--rejects", str(tmp_path / "r.csv")
    )
    told = [(r["row"], r["column"], r["reason"]) for r in rejects(tmp_path / "r.csv")]
    assert (("甲", 2021) in cases(out)) is not bool(how)
    assert (not how and told == []) or (told[0][:2] == ("3", "编号") and how in told[0][2])


def test_several_years_are_several_cases(tmp_path):
    text = "单位,年,编号\n甲,2020,1\n甲,2021,1\n甲,2021,2\n甲,21,3\n"
    mapping = "- {file: a.csv, entity: budget_line, unit: {单位: name}, year: 年, columns: {编号: id}, fixed: {kind: item}, complete: true}\n"
    _, _, out = pack(
        tmp_path,
        mapping,
        {"a.csv": text},
        "--rejects",
        str(tmp_path / "r.csv"),
        top=TOP.replace(", fiscal_year: 2021", ""),
    )
    assert {key: len(case.facts["budget_line"]) for key, case in cases(out).items()} == {
        ("甲", 2020): 1,
        ("甲", 2021): 2,
    }
    assert [r["column"] for r in rejects(tmp_path / "r.csv")] == ["年"]


@pytest.mark.parametrize(
    ("complete", "states"),
    [
        ("false", {"甲": "partial", "乙": None}),
        ("true", {"甲": "complete", "乙": None}),
        ("all", {"甲": "complete", "乙": "complete"}),
    ],
)
def test_what_complete_says_of_units_with_and_without_rows(complete, states, tmp_path):
    mapping = "- {file: u.csv, entity: unit, columns: {名称: name}}\n"
    mapping += f"- {{file: c.csv, entity: contract, unit: {{单位: name}}, columns: {{号: id}}, complete: {complete}}}\n"
    _, _, out = pack(tmp_path, mapping, {"u.csv": "名称\n甲\n乙\n", "c.csv": "单位,号\n甲,1\n"})
    assert {ident: case.root.states.get("contract") for (ident, _), case in cases(out).items()} == states


def test_parts_lie_under_what_they_name(tmp_path):
    mapping = (
        LINES + "- {file: p.csv, entity: 付款, unit: {单位: name}, parent: 项目, columns: {金额: amount, 日期: date}}\n"
    )
    mapping += "- {file: s.csv, entity: 自报数, unit: {单位: name}, columns: {号: id, 种类: kind, 金额: amount}}\n"
    mapping += "- {file: o.csv, entity: 构成, unit: {单位: name}, parent: 自报, columns: {角色: role, 路径: path}}\n"
    files = {
        "a.csv": GOOD + "甲,2,y,3元\n",
        "p.csv": "单位,项目,金额,日期\n甲,2,3元,20210301\n",
        "s.csv": "单位,号,种类,金额\n甲,s1,合计数,15元\n",
        "o.csv": "单位,自报,角色,路径\n甲,s1,加数,1.actual\n甲,s1,加数,2.实际支出\n",
    }
    _, _, out = pack(tmp_path, mapping, files)
    (case,) = cases(out).values()
    (payment,) = case.facts["payment"]
    assert payment.owner.id == "2" and [f.owner.id for f in case.facts["operand"]] == ["s1", "s1"]
    files |= {"p.csv": files["p.csv"].replace("甲,2", "甲,7"), "o.csv": files["o.csv"].replace("s1", "s9")}
    (tmp_path / "w").mkdir()
    with pytest.raises(InputError) as caught:
        pack(tmp_path / "w", mapping, files)
    assert sorted(p.code for p in caught.value.problems) == ["no-such-id"] * 3


WRONG = {
    "unknown key": ("tables: [{file: a, 对像: x}]", "unknown-key", "对象"),
    "unknown entity": ("tables: [{file: a, entity: 支出项木, columns: {a: id}}]", "unknown-entity", "支出项目"),
    "unknown field": ("tables: [{file: a, entity: 支出项目, columns: {a: 实际支岀}}]", "unknown-field", "实际支出"),
    "no unit": ("tables: [{file: a, entity: 合同, year: 2020, columns: {a: id}}]", "no-unit", "code or name"),
    "no year": ("tables: [{file: a, entity: 合同, unit: {u: name}, columns: {a: id}}]", "no-year", "year: 2020"),
    "no parent": (
        "tables: [{file: a, entity: 付款, year: 2020, unit: {u: name}, columns: {a: id}}]",
        "required",
        "parent",
    ),
    "no table of the parents": (
        "tables: [{file: a, entity: 付款, parent: p, year: 2020, unit: {u: name}, columns: {a: id}}]",
        "no-parent-table",
        "budget line",
    ),
    "a required field": (
        "tables: [{file: a, entity: 支出项目, year: 2020, unit: {u: name}, columns: {a: id}}]",
        "required",
        "kind",
    ),
    "one field twice": (
        "tables: [{file: a, entity: 合同, year: 2020, unit: {u: name}, columns: {a: id, b: id}}]",
        "repeated",
        "same field",
    ),
    "a fixed value and a column": (
        "tables: [{file: a, entity: 合同, year: 2020, unit: {u: name}, columns: {a: id}, fixed: {id: x}}]",
        "repeated",
        "fixed value",
    ),
    "a fixed value that is none": (
        "tables: [{file: a, entity: 合同, year: 2020, unit: {u: name}, columns: {a: id}, fixed: {method: 招标}}]",
        "bad-procurement_method",
        "is not one of",
    ),
    "an encoding that nobody has": (
        "tables: [{file: a, encoding: klingon, entity: 合同, year: 2020, unit: {u: name}, columns: {a: id}}]",
        "choice",
        "klingon",
    ),
    "equal marks": (
        "tables: [{file: a, decimal_mark: ',', group_mark: ',', entity: 合同, year: 2020, unit: {u: name}, columns: {a: id}}]",
        "marks",
        "same",
    ),
    "a unit of money": (
        "amounts: {unit: 万圆}\ntables: [{file: a, entity: 合同, year: 2020, unit: {u: name}, columns: {a: id}}]",
        "unit",
        "万圆",
    ),
    "no tables": ("amounts: {unit: 元}", "required", "tables"),
    "tables as a mapping": ("tables: {a: b}", "list-wanted", "list"),
    "a parent where there is none": (
        "tables: [{file: a, entity: 合同, parent: p, year: 2020, unit: {u: name}, columns: {a: id}}]",
        "parent",
        "leave parent out",
    ),
    "an order of dates for no date": (
        "tables: [{file: a, entity: 合同, year: 2020, unit: {u: name}, columns: {a: {field: id, date_order: dmy}}}]",
        "date-order",
        "no date",
    ),
    "a field that is worked out": (
        "tables: [{file: a, entity: 自报数, year: 2020, unit: {u: name}, columns: {a: id, b: as_read}, fixed: {kind: sum}}]",
        "unknown-field",
        "as_read",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_mapping_is_told_where_it_stands(name):
    text, code, told = WRONG[name]
    with pytest.raises(InputError) as caught:
        read_mapping(parse_text("tables.yaml", text + "\n"), BOOK.vocabulary)
    found = [problem for problem in caught.value.problems if problem.code == code]
    assert found and told in found[0].render("en") and found[0].place.line, caught.value
    assert found[0].message.zh != found[0].message.en


def test_all_that_is_wrong_with_a_mapping_is_told_in_one_go():
    text = "表格:\n- {文件: a, 对象: 合同, 单位: {u: 名字}, 年度: 2020, 列: {a: 编耗, b: 供应商, c: 供应商}, 编码: x, 完整: 也许}\n错: 1\n"
    with pytest.raises(InputError) as caught:
        read_mapping(parse_text("tables.yaml", text), BOOK.vocabulary)
    codes = sorted(problem.code for problem in caught.value.problems)
    assert codes == ["choice", "choice", "no-unit", "repeated", "unknown-field", "unknown-field", "unknown-key"]


def test_neither_output_nor_rejects_lie_among_what_is_read(tmp_path):
    (tmp_path / "a.csv").write_text(GOOD, encoding="utf-8")
    (tmp_path / "tables.yaml").write_text(TOP + LINES, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run(
            "pack",
            "--map",
            str(tmp_path / "tables.yaml"),
            "-o",
            str(tmp_path / "out"),
            "--rejects",
            str(tmp_path / "r.csv"),
        )
    assert [problem.code for problem in caught.value.problems] == ["output-among-inputs"] * 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "tables.yaml"]


@given(st.floats(min_value=1e-9, max_value=1e15, allow_nan=False), st.integers(-3, 3))
def test_a_stored_number_is_the_one_that_a_spreadsheet_keeps(value, more):
    written = Decimal(f"{value:.16e}")
    near = written + more * Decimal((0, (1,), written.adjusted() - 15))
    assert (_stored(written) == _stored(near)) == (float(written) == float(near))
    assert _stored(written) == Fraction(value)


MERGED = {
    "an amount over rows": ("D3:D4", "", "figure belongs to no single row", "丙乙"),
    "an amount over the rows of two units": ("D4:D5", "", "figure belongs to no single row", "丙"),
    "an amount over a row and the end": ("D5:D7", "", "figure belongs to no single row", "丙甲"),
    "an amount over many rows": ("D3:D3000", "", "figure belongs to no single row", "丙"),
    "an amount and what is not read": ("D3:E3", "", "figure belongs to no single row", "丙乙"),
    "a name over rows": ("C3:C4", "", "over several rows", "丙乙"),
    "a unit over rows": ("A3:A4", "", "over several rows", "丙乙"),
    "a name and an amount": ("C3:D3", "", "over several columns", "丙乙"),
    "a name over rows, filled down": ("C3:C4", "fill_down: [名称]", 4, ""),
    "a unit over rows, filled down": ("A3:A4", "fill_down: [单位]", 4, ""),
    "an amount over rows, filled down": ("D3:D4", "fill_down: [支出]", "would count several times", ""),
    "what is not read over rows": ("E3:E4", "", 4, ""),
    "all columns over the rows of one": ("A5:A6 B5:B6 C5:C6 D5:D6 E5:E6", "", 4, ""),
    "all columns but one over rows": ("A5:A6 B5:B6 C5:C6 D5:D6", "", "figure belongs to no single row", "丙甲"),
    "an amount and a column without a heading": ("D3:E3", "bare", 4, ""),
}


@pytest.mark.parametrize("name", MERGED)
def test_what_a_merged_cell_holds_is_given_to_no_row_by_guess(name, tmp_path):
    ranges, more, wanted, left = MERGED[name]
    heading = ["单位", "编号", "名称", "支出（元）", "" if more == "bare" else "备注"]
    lines = [heading, ["丙", "1", "y", 3], ["甲", "1", "x", 5], ["甲", "2", "x", 7], ["乙", "1", "z", 9]]
    data = merge(book(tmp_path / "x", lines), ranges)
    mapping = LINES.replace("a.csv", "a.xlsx") + ("" if more == "bare" else f"  ignore: [备注]\n  {more}\n")
    if isinstance(wanted, int):
        out = pack(tmp_path, mapping, {"a.xlsx": data})[2]
        assert sorted(f.values["actual"] for case in cases(out).values() for f in case.facts["budget_line"]) == [
            300,
            500,
            700,
            900,
        ]
        return
    told = refused(tmp_path, mapping, {"a.xlsx": data})
    assert any(wanted in text for text in told.values()), told
    if "fill_down" not in more:
        (tmp_path / "again").mkdir()
        code, _, out = pack(tmp_path / "again", mapping, {"a.xlsx": data}, "--rejects", str(tmp_path / "r.csv"))
        told = [row["reason"] for row in rejects(tmp_path / "r.csv")]
        assert code == 2 and all(any(f"支出!{each}" in reason for reason in told) for each in ranges.split())
        assert {unit for unit, _ in cases(out)} == set(left)


def merge(data, ranges, name="xl/worksheets/sheet1.xml"):
    """Return a workbook whose first sheet has merged ranges; what they hide stays in the file."""
    told = "".join(f'<mergeCell ref="{each}"/>' for each in ranges.split())
    return patched(
        data, {name: lambda text: text.replace("</sheetData>", f"</sheetData><mergeCells>{told}</mergeCells>")}
    )


def patched(data, changes):
    """Return an archive with the texts of its members changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            text = old.read(item)
            new.writestr(
                item.filename, changes[item.filename](text.decode()).encode() if item.filename in changes else text
            )
    return out.getvalue()


def test_a_value_that_a_merged_cell_hides_is_not_read(tmp_path):
    lines = [["单位", "编号", "名称", "支出（元）"], ["甲", "1", "x", 5], ["乙", "2", "x", 7], ["甲", "3", "x", 9]]
    mapping = LINES.replace("a.csv", "a.xlsx") + "  fill_down: [单位]\n"
    found = refused(tmp_path, mapping, {"a.xlsx": merge(book(tmp_path / "x", lines), "A2:A3")})
    assert any("支出!A2:A3" in text for text in found.values())


@pytest.mark.parametrize("ranges", ["A1:A2 B1:B2 C1:C2 D1:E1", "A1:A2 B1:B2 C1:C2"])
def test_headings_that_are_merged_with_the_row_above_are_read(ranges, tmp_path):
    lines = [["单位", "编号", "名称", "金额（万元）", ""], ["", "", "", "年初", "支出"], ["甲", "1", "x", 5, 6]]
    mapping = (
        LINES.replace("a.csv", "a.xlsx").replace("支出: actual", "支出: actual, 年初: initial_budget")
        + "  header_row: 2\n"
    )
    data = merge(book(tmp_path / "x", lines), ranges)
    assert "row 1 says the unit is 万元" in refused(tmp_path, mapping, {"a.xlsx": data})["unit"]
    out = pack(tmp_path, mapping + "  amounts: {unit: 万元}\n", {"a.xlsx": data})[2]
    (line,) = next(iter(cases(out).values())).facts["budget_line"]
    assert (line.values["initial_budget"], line.values["actual"]) == (5_000_000, 6_000_000)


HIDDEN = {
    "a field": ("[initial_budget]", ""),
    "a field of an entity, in Chinese": ("[支出项目.年初预算]", ""),
    "a field of a row": ("[1.initial_budget]", ""),
    "no field": ("[goals]", "tables.yaml:1:17"),
    "no field of its entity": ("[unit.goal]", "tables.yaml:1:17"),
    "no field of a row": ("[1.goals]", "a.csv:2"),
    "a row that is not there": ("[9.actual]", "a.csv:2"),
    "a list": ("[[actual]]", "tables.yaml:1:17"),
    "nothing": ("['']", "tables.yaml:1:17"),
    "no list": ("actual", "tables.yaml:1:16"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_the_mapping_says_is_not_disclosed_is_known_or_told_where_it_stands(name, tmp_path):
    said, place = HIDDEN[name]
    top = f"not_disclosed: {said}\n{TOP}"
    if not place:
        assert pack(tmp_path, LINES, {"a.csv": GOOD}, top=top)[0] == 0
        return
    (told,) = refused(tmp_path, LINES, {"a.csv": GOOD}, top=top).values()
    assert f"{place}: not_disclosed" in told, told
