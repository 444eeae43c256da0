"""The workbook and the document: what stands in them, that nothing in them runs, that an office program opens them."""

import io
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile

import pytest
from test_formats import HOSTILE, NORMAL, golden, hostile

from checker.base.errors import InputError
from checker.base.width import visible
from checker.reports import Options, render
from checker.reports.extras import need

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
libraries = {"xlsx": "xlsxwriter", "docx": "docx"}


def made(form, report, lang="zh"):
    pytest.importorskip(libraries[form])
    return render(form, report, Options(lang))


def sheets(data):
    """Return the name of each sheet and its cells, a list a row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = ["".join(t.text or "" for t in item.iter(f"{S}t")) for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))]  # fmt: skip
        names = [sheet.get("name") for sheet in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{S}sheet")]
        for number, name in enumerate(names, 1):
            root = ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            assert root.find(f".//{S}f") is None and root.find(f".//{S}hyperlink") is None, "a formula or a link"
            cells = lambda row: [strings[int(c.findtext(f"{S}v"))] if c.get("t") == "s" else c.findtext(f"{S}v") or "" for c in row]  # noqa: E731 # fmt: skip
            yield name, [cells(row) for row in root.iter(f"{S}row")]


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


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_an_office_program_opens_it(form, tmp_path):
    path = tmp_path / f"r.{form}"
    path.write_bytes(made(form, NORMAL))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)], check=True, timeout=120, capture_output=True)  # fmt: skip
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
