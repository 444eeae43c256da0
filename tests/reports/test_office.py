"""The workbook and the document: what stands in them, that nothing in them runs, that an office program opens them."""

import io
import os
import re
import runpy
import shutil
import subprocess
import tempfile
import time
import xml.etree.ElementTree as ET
import zipfile

import pytest
from conftest import BOOK, ROOT
from extracted import sheets
from test_formats import HOSTILE, NORMAL, golden, hostile

from checker.api import check, load_case
from checker.base.errors import InputError
from checker.base.width import visible
from checker.findings.presentation import presentation
from checker.reports import Options, pdf, render
from checker.reports.extras import need
from checker.reports.word import SHIPPED, ordinal

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
libraries = {"xlsx": "xlsxwriter", "docx": "docx"}
BOTTOM, LINE, SLACK = 743, 12.5, 6
"""Where the text of a page ends and how high a line of an annex is, in points; lines that the last page has left."""
A_PAGE = re.compile(rb"/Type\s*/Page\b")


def made(form, report, lang="zh"):
    pytest.importorskip(libraries[form])
    return render(form, report, Options(lang))


def paragraphs(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook_as_it_reads(lang):
    lines = []
    for name, rows in sheets(made("xlsx", NORMAL, lang)):
        if name in ("参数与依据", "Parameters and basis"):
            rows = rows[:4]  # the parameters are those of the whole rulebook
        lines += [f"[{name}]", *(" | ".join(row) for row in rows)]
    golden(f"small.{lang}.xlsx.txt", "\n".join(lines) + "\n", bool(os.environ.get("UPDATE_GOLDEN")))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_document_as_it_reads(lang):
    text = "\n".join(paragraphs(made("docx", NORMAL, lang))) + "\n"
    assert not any(word in text for word in ("处罚", "罚款", "punish"))
    golden(f"small.{lang}.docx.txt", text, bool(os.environ.get("UPDATE_GOLDEN")))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_stay_texts(text):
    report = hostile(text)
    shown = " ".join(visible(" ".join(text.split())).split())
    cells = [cell for _, rows in sheets(made("xlsx", report)) for row in rows for cell in row]
    assert shown in cells, "the whole name is there, as a text"
    assert any(shown in line for line in paragraphs(made("docx", report)))


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_the_same_report_gives_the_same_bytes(form):
    import time

    one = made(form, NORMAL)
    time.sleep(2.1)  # what an archive dates is two seconds apart
    assert one == made(form, NORMAL)


def test_a_library_that_is_not_there_names_its_extra():
    with pytest.raises(InputError) as told:
        need("no_such_library", "xlsx", "XLSX")
    assert 'pip install "expenditure-checker[xlsx]"' in str(told.value)


# ---- the Word report: its template, its form, its limits


def tables(data):
    """Return the tables of a document, a list of rows of cells each."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    cells = lambda row: ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]  # noqa: E731
    return [[cells(row) for row in table.iter(f"{W}tr")] for table in root.iter(f"{W}tbl")]


def with_parts(data, change):
    """Return a document whose parts went through *change*, given name and text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name).decode()))
    return stream.getvalue()


@pytest.fixture(scope="module")
def whole():
    return check([load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)], BOOK)


def test_the_template_is_what_its_script_writes():
    made_by = runpy.run_path(str(ROOT / "scripts" / "report_template.py"))["template"]
    assert SHIPPED.read_bytes() == made_by(), "run scripts/report_template.py"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_table_is_empty_and_no_column_either(whole, lang):
    for table in tables(made("docx", whole, lang)):
        assert len(table) > 1
        for head, *column in zip(*table, strict=True):
            assert head and (any(column) or head in ("算式", "Arithmetic"))


def test_the_text_is_signed_before_the_annexes(whole):
    lines = paragraphs(made("docx", whole))
    signed = next(n for n, line in enumerate(lines) if line.startswith("编制人："))
    annexes = [n for n, line in enumerate(lines) if line.startswith("附件")]
    assert annexes and signed < min(annexes)
    hidden = re.compile(r"SHA-256|\.yaml|第 \d+(、\d+)* .*行|代入")
    assert not any(hidden.search(line) for line in lines[:signed]) and any(
        hidden.search(line) for line in lines[signed:]
    )
    assert [line for line in lines[signed:] if line.startswith("单位盖章") or "单位盖章" in line]


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_the_language_is_said_once_for_the_whole(lang, tag):
    with zipfile.ZipFile(io.BytesIO(made("docx", NORMAL, lang))) as archive:
        found = [
            (e.get(f"{W}val"), e.get(f"{W}eastAsia"))
            for n in ("word/styles.xml", "word/document.xml")
            for e in ET.fromstring(archive.read(n)).iter(f"{W}lang")
        ]
        assert found == [("en-GB", "zh-CN")]  # the letters of a figure are no Chinese: they stay together
        assert f">{tag}<" in archive.read("docProps/core.xml").decode()


def test_an_office_brings_its_own_template(tmp_path):
    pytest.importorskip("docx")

    def changed(name, text):
        return text.replace('w:left="1587"', 'w:left="2835"').replace('w:sz w:val="44"', 'w:sz w:val="36"')

    own = tmp_path / "模板.docx"
    written = made("docx", NORMAL)  # any report will do as a template
    own.write_bytes(with_parts(written, changed))
    data = render("docx", NORMAL, Options(template=str(own)))
    assert paragraphs(data) == paragraphs(written), "what stood in the template is not kept"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert 'w:sz w:val="36"' in archive.read("word/styles.xml").decode()
        root = ET.fromstring(archive.read("word/document.xml"))
    wide = {sum(int(c.get(f"{W}w")) for c in grid) for grid in root.iter(f"{W}tblGrid")}
    assert all(7550 < width <= 7597 for width in wide), "tables are as wide as its page"


TEMPLATES = {
    "no document": (lambda data: b"not a document", ["template"], ""),
    "cut short": (lambda data: data[: len(data) // 2], ["template"], ""),
    "another kind of file": (
        lambda data: with_parts(data, lambda n, t: t.replace("wordprocessingml.document.main", "x")),
        ["template"],
        "",
    ),
    "no XML": (lambda data: with_parts(data, lambda n, t: "<" if n == "word/styles.xml" else t), ["template"], ""),
    "a style renamed": (
        lambda data: with_parts(data, lambda n, t: t.replace("报告正文", "正文2")),
        ["template-style"],
        "报告正文",
    ),
    "two styles renamed": (
        lambda data: with_parts(data, lambda n, t: t.replace("报告注", "注").replace("heading 2", "h")),
        ["template-style"],
        "Heading 2, 报告注",
    ),
}


@pytest.mark.parametrize(("change", "codes", "named"), TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_template_that_will_not_do_is_told(change, codes, named, tmp_path):
    pytest.importorskip("docx")
    own = tmp_path / "t.docx"
    own.write_bytes(change(SHIPPED.read_bytes()))
    with pytest.raises(InputError) as told:
        render("docx", NORMAL, Options(template=str(own)))
    assert [p.code for p in told.value.problems] == codes and named in str(told.value)


def test_of_too_much_the_first_is_listed_and_the_rest_said_to_be_in_the_workbook(whole, monkeypatch):
    pytest.importorskip("docx")
    from checker.reports import docx

    everything = docx.listed(presentation(whole, "zh").pages)
    assert everything[1] == everything[2] > 7
    assert not any("只列出前" in line for line in paragraphs(made("docx", whole)))
    limited = docx.listed
    monkeypatch.setattr(docx, "listed", lambda shown: limited(shown, 7))
    lines = paragraphs(made("docx", whole))
    assert any(f"前 7 项，共 1 个单位、{everything[2]} 项" in line and "XLSX" in line for line in lines)
    assert any("其余见工作簿" in line for line in lines)


def test_each_unit_begins_a_page():
    cases = [load_case(str(ROOT / "cases" / name), BOOK) for name in ("2020.yaml", "clean.yaml")]
    data = made("docx", check(cases, BOOK))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    breaks = [
        "".join(t.text or "" for t in p.iter(f"{W}t"))
        for p in root.iter(f"{W}p")
        if p.find(f".//{W}pageBreakBefore") is not None
    ]
    assert len(breaks) == 3 and all("检查情况" in line for line in breaks[:2]) and breaks[2].startswith("附件1")
    (units,) = [table for table in tables(data) if table[0][1] == "单位"]
    assert len(units) == 4 and units[-1][1] == "合计"


def test_numbers_as_chinese_headings_count():
    assert [ordinal(n) for n in (1, 9, 10, 11, 19, 20, 21, 40, 99)] == [
        "一",
        "九",
        "十",
        "十一",
        "十九",
        "二十",
        "二十一",
        "四十",
        "九十九",
    ]


# ---- PDF


def test_pdf_without_an_office_says_what_to_do(monkeypatch):
    pytest.importorskip("docx")
    monkeypatch.setattr(pdf, "found", lambda: None)
    with pytest.raises(InputError) as told:
        render("pdf", NORMAL, Options())
    (problem,) = told.value.problems
    assert (
        problem.code == "no-office"
        and "LibreOffice" in problem.render("zh")
        and "save it as PDF" in problem.render("en")
    )


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
@pytest.mark.parametrize(
    ("script", "said"), [("exit 7", "7"), ("exit 0", ""), ("(sleep 3; touch alive) & sleep 60", "> 1 s")]
)
def test_an_office_that_makes_nothing_is_told_and_ended(script, said, tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\ncd {tmp_path}\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(InputError) as told:
        pdf.converted(str(program), b"PK", 1)
    (problem,) = told.value.problems
    assert problem.code == "office-failed" and said in str(told.value)
    assert not list(tmp_path.glob("checker-*")), "its folder is gone"
    if "alive" in script:
        time.sleep(3.5)
        assert not (tmp_path / "alive").exists(), "what it started is ended as well"


def test_what_a_pdf_says_of_its_making_is_the_same_each_time():
    text = b"1 0 obj\n<</Title<FEFF0041004200430044004500460047>/CreationDate(D:%s+08'00')>>\ntrailer\n<</ID [ <%s>\n<%s> ]\n/DocChecksum /%s\n>>"
    one = text % (b"20240102030405", b"A" * 32, b"A" * 32, b"B" * 32)
    other = text % (b"20250102030405", b"C" * 32, b"C" * 32, b"D" * 32)
    assert pdf.undated(one) == pdf.undated(other) and len(pdf.undated(one)) == len(one)
    assert b"<FEFF0041004200430044004500460047>" in pdf.undated(one)


def pages(data):
    """Return how many pages a PDF has."""
    return len(A_PAGE.findall(data))


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_report_of_2020_has_six_pages_at_most(whole, lang):
    pytest.importorskip("docx")
    made_once = render("pdf", whole, Options(lang))
    assert 4 <= pages(made_once) <= 6
    assert made_once == render("pdf", whole, Options(lang)), "the same report, the same bytes"
    if shutil.which("pdftotext") is None:
        return
    told = subprocess.run(["pdftotext", "-bbox", "-f", "6", "-", "-"], input=made_once, capture_output=True, check=True)
    ends = sorted(float(end) for end in re.findall(rb'yMax="([\d.]+)"', told.stdout))
    text = [end for end in ends if end < BOTTOM]  # the number of the page stands below
    assert BOTTOM - text[-1] >= SLACK * LINE, "a font that is wider than the one here must not make a seventh page"


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdftotext") is None, reason="no LibreOffice here")
def test_every_cell_is_in_the_pdf(whole, tmp_path):
    """LibreOffice 7.4 loses rows of tables that may not be split."""
    made_of = made("docx", whole)
    (tmp_path / "r.pdf").write_bytes(render("pdf", whole, Options()))
    told = subprocess.run(
        ["pdftotext", str(tmp_path / "r.pdf"), "-"], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    flat = re.sub(r"\s+", "", told)
    for table in tables(made_of):
        for row in table:
            assert all(re.sub(r"\s+", "", cell)[:8] in flat for cell in row)


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_an_office_program_opens_it(form, tmp_path):
    path = tmp_path / f"r.{form}"
    path.write_bytes(made(form, NORMAL))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True,
        timeout=120,
        capture_output=True,
    )
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
