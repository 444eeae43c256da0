"""checker import: from files to a draft; what is read apart, what is written, what is said, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections import Counter

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, ROOT
from intake_files import REPORT, compound, docx, paragraph, report_docx, run

from checker.api import rule_packs
from checker.authoring.import_schema import import_schema
from checker.base.errors import InputError, Text
from checker.cli.main import main
from checker.intake import importing, isolated, kinds
from checker.intake.document import Digits, Note, Place
from checker.intake.importing import read_documents, understood
from checker.intake.packed import Misshapen, packed, unpacked
from checker.intake.reading import DraftFact, Evidence, Proposal, Understood
from checker.intake.reading_file import KEYS, parsed, written
from checker.intake.standing import standing

WAYS = importing.ways(rule_packs(), BOOK.vocabulary)
SCHEMA = jsonschema.Draft202012Validator(import_schema())


def reading(*files, ways=None):
    """Read files in this process: the process of its own is tried by itself."""
    documents = [importing.held(*kinds.read(data, name)) for name, data in files]
    return understood(documents, BOOK.vocabulary, WAYS if ways is None else ways)


def run_import(*arguments):
    return CliRunner().invoke(main, ["import", "--lang", "zh", *map(str, arguments)])


@pytest.fixture(scope="module")
def made():
    return reading(("年报.docx", report_docx()))


def test_a_list_of_thousands_of_entries_is_refused_with_what_to_do(tmp_path):
    """It is refused by its name before anything is made of it, in a folder as well; --large reads it."""
    (tmp_path / "in").mkdir()
    data = "项目,支出（元）\n" + "".join(f"甲{row},{row % 9}\n" for row in range(5_001))
    (tmp_path / "in" / "明细.csv").write_text(data, encoding="utf-8")
    result = run_import(tmp_path / "in" / "明细.csv", "-o", tmp_path / "a.yaml")
    assert result.exit_code == 2 and "明细.csv: 表有内容的超过 5,000 行（写到第 5,002 行）" in result.output
    assert "checker pack --map" in result.output and not (tmp_path / "a.yaml").exists()
    assert CliRunner().invoke(main, ["run", str(tmp_path / "in" / "明细.csv")]).exit_code == 2
    result = run_import(tmp_path / "in", "--out", tmp_path / "out")
    assert result.exit_code == 2 and "读不了 1" in result.output and "超过 5,000 行" in result.output
    result = run_import(tmp_path / "in" / "明细.csv", "--large", "-o", tmp_path / "a.yaml")
    assert result.exit_code == 3 and "共 10002 个数" in result.output and (tmp_path / "a.yaml").exists()


def test_a_report_becomes_a_draft_that_can_be_checked(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "年报.docx").write_bytes(report_docx())
    case, found = tmp_path / "年报.yaml", tmp_path / "年报.import.json"
    result = run_import(tmp_path / "in" / "年报.docx", "-o", case, "--reading", found)
    assert result.exit_code == 3, result.output
    assert "年报.docx  Word 文档" in result.output and f"已写 {case}、{found}" in result.output
    SCHEMA.validate(json.loads(found.read_text(encoding="utf-8")))
    draft = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert draft["预算年度"]["值"] == 2024
    assert CliRunner().invoke(main, ["run", str(case)]).exit_code in (0, 1, 3)


def test_what_is_there_is_not_overwritten(tmp_path):
    (tmp_path / "in").mkdir()
    report = tmp_path / "in" / "年报.txt"
    report.write_text(REPORT, encoding="utf-8")
    case = tmp_path / "年报.yaml"
    case.write_text("名称: 某局\n", encoding="utf-8")
    refused = run_import(report, "-o", case)
    assert (
        refused.exit_code == 2 and "[exists]" in refused.output and case.read_text(encoding="utf-8") == "名称: 某局\n"
    )
    assert run_import(report, "-o", case, "--force").exit_code == 3 and "示例区档案局" in case.read_text(
        encoding="utf-8"
    )
    assert run_import(report, "-o", report).exit_code == 2 and report.read_text(encoding="utf-8") == REPORT


def test_every_file_that_cannot_be_read_is_named(tmp_path):
    for name, data in (("a.doc", compound("WordDocument")), ("b.docx", b""), ("c.docx", docx("<w:p>"))):
        (tmp_path / name).write_bytes(data)
    result = run_import(tmp_path / "a.doc", tmp_path / "b.docx", tmp_path / "c.docx", tmp_path / "none.docx")
    assert result.exit_code == 2
    for code in ("[kind-doc]", "[kind-empty]", "[damaged]", "[unreadable]"):
        assert code in result.output
    twice = run_import(tmp_path / "a.doc", tmp_path / "a.doc")
    assert twice.exit_code == 2 and "[twice]" in twice.output


def test_the_same_bytes_give_the_same_reading(made):
    assert written(made) == written(reading(("年报.docx", report_docx())))


def test_a_reading_is_read_back(made):
    text = written(made)
    again = parsed(text, "a.json")
    assert again.spans == made.spans and again.understood._replace(units=(), context=()) == made.understood._replace(
        units=(), context=()
    )
    assert dict(again.understood.context).keys() == dict(made.understood.context).keys() and written(again) == text


WRONG = {
    "不是 JSON": lambda data: "{",
    "别的格式": lambda data: json.dumps({**data, "format": "checker-import/0"}),
    "多一个键": lambda data: json.dumps({**data, "more": 1}),
    "少一个键": lambda data: json.dumps({key: data[key] for key in data if key != "spans"}),
    "没有的数": lambda data: json.dumps({**data, "proposals": [{**data["proposals"][0], "span": "n9.9"}]}),
    "没有的状态": lambda data: json.dumps({**data, "spans": [{**data["spans"][0], "status": "sure"}]}),
    "没有的位置": lambda data: json.dumps({**data, "spans": [{**data["spans"][0], "place": [["shelf", 1]]}]}),
    "列表": lambda data: "[]",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_reading_is_refused(name, made):
    with pytest.raises(InputError) as error:
        parsed(WRONG[name](json.loads(written(made))), "a.json")
    assert error.value.problems[0].code == "no-reading"


def test_the_schema_knows_every_key_and_no_other(made):
    data = json.loads(written(made))
    SCHEMA.validate(data)
    for part in ("spans", "facts", "proposals", "files"):
        for wrong in ({**data[part][0], "more": 1}, dict(list(data[part][0].items())[1:])):
            with pytest.raises(jsonschema.ValidationError):
                SCHEMA.validate({**data, part: [wrong]})
    assert set(KEYS) - {"reading"} == set(import_schema()["$defs"])


def test_every_number_has_one_status(made):
    found = standing(made)
    assert set(found.of) == {span.id for span in made.spans} and sum(found.statuses.values()) == len(made.spans)
    assert all(
        found.of[key] == "context"
        for key in found.why
        if not any(each.span == key for each in made.understood.proposals)
    )


def way(document, spans, vocabulary):
    """Use every number it is shown, in one field."""
    fact = DraftFact("line:1", "budget_line", (("name", "甲", document.blocks[0].place),))
    used = [Proposal(span.id, "line:1", "actual", "used", "read", (Evidence("word", "支出"),)) for span in spans]
    return Understood((fact,), tuple(used))


def test_what_nobody_prints_is_shown_to_no_way_of_understanding():
    body = paragraph("支出 5 万元") + paragraph(
        "支出 ", run("6 万元", "<w:vanish/>"), "<w:del><w:r><w:delText>7 万元</w:delText></w:r></w:del>"
    )
    found = standing(reading(("a.docx", docx(body, {"footer1": paragraph("8")})), ways=[way]))
    assert list(found.of.values()) == ["used", "context", "context", "context"] and len(found.why) == 3


def test_a_part_that_two_ways_of_reading_disagree_on_is_not_used():
    document, _ = kinds.read(docx(paragraph("支出 5 万元")), "a.docx")
    stopped = importing.held(document, [Digits(Place(()), Counter({"6": 1}))])
    found = standing(understood([stopped], BOOK.vocabulary, [way]))
    assert list(found.of.values()) == ["unread"] and found.stopped == 1 and not found.complete


def test_two_figures_for_one_field_are_a_conflict():
    same = reading(("a.docx", docx(paragraph("支出 5 万元"))), ("b.docx", docx(paragraph("支出 50000 元"))), ways=[way])
    assert standing(same).conflicts == ()
    other = standing(
        reading(("a.docx", docx(paragraph("支出 5 万元"))), ("b.docx", docx(paragraph("支出 6 万元"))), ways=[way])
    )
    (conflict,) = other.conflicts
    assert [each.text for each in conflict.spans] == ["5 万元", "6 万元"] and not other.complete


def test_headings_that_are_not_found_are_asked_for(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("没有数字", encoding="utf-8")
    monkeypatch.setattr(
        "checker.intake.importing.understood", lambda documents, vocabulary, by: understood(documents, vocabulary, [])
    )
    result = run_import(tmp_path / "a.txt")
    assert result.exit_code == 3 and "共 0 个数\n" in result.output and "应有而没有找到（4）" in result.output
    assert "行政区划：" in run_import(tmp_path / "a.txt", "--all").output


def test_a_file_is_read_in_a_process_of_its_own():
    (document,) = read_documents([("年报.docx", report_docx)])
    assert document == importing.held(*kinds.read(report_docx(), "年报.docx"))


def test_a_module_among_the_documents_is_not_run(tmp_path, monkeypatch):
    (tmp_path / "zipfile.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_documents([("a.txt", "支出 5 万元".encode)])[0].blocks


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("import os; os._exit(3)", "crashed"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "too-slow"),
        ("print('{\"document\": 1}')", "crashed"),
        ("import time; time.sleep(60)", "too-slow"),
        ("raise MemoryError", "crashed"),
    ],
)
def test_what_happens_in_that_process_is_a_message(program, code, monkeypatch):
    started = isolated.subprocess.run

    def other(command, **options):
        return started([command[0], "-c", program], **{**options, "timeout": 4})

    monkeypatch.setattr(isolated.subprocess, "run", other)
    with pytest.raises(InputError) as error:
        read_documents([("a.docx", report_docx)])
    assert error.value.problems[0].code == code and error.value.problems[0].place.file == "a.docx"


def test_a_document_goes_through_json():
    document, counted = kinds.read(report_docx(), "a.docx")
    document = document._replace(notes=(Note(Place((("page", 2),)), Text("甲", "a")),))
    assert unpacked(json.loads(json.dumps(packed(document, counted)))) == (document, counted)
    for wrong in ({}, {"document": {}, "counted": []}, [], None, {"document": {"name": 1}, "counted": []}):
        with pytest.raises(Misshapen):
            unpacked(wrong)


def test_a_summary_is_told_in_both_languages(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx(paragraph("支出 ", run("6", "<w:vanish/>"), "5 万元左右")))
    chinese = run_import(tmp_path / "a.docx").output
    english = CliRunner().invoke(main, ["import", "--lang", "en", str(tmp_path / "a.docx")]).output
    assert (
        "有 1 处隐藏文字" in chinese
        and "1 hidden texts" in english
        and "共 2 个数" in chinese
        and "2 numbers" in english
    )


def test_a_column_that_nobody_reads_is_named_with_its_cells(tmp_path):
    (tmp_path / "a.csv").write_text(
        "序号,项目名称,年初预算（万元）,实际支出（万元）,批复文号,偏差原因,备注\n"
        "1,门户网站,40.00,60.00,望财预〔2020〕15号,不详,\n2,机房,30.00,45.00,,物价上涨,\n",
        encoding="utf-8",
    )
    told = run_import(tmp_path / "a.csv", "-o", tmp_path / "a.yaml").output
    draft = (tmp_path / "a.yaml").read_text(encoding="utf-8")
    for text in (told, draft):
        assert "没有读懂的列“批复文号”：1 格有内容" in text and "没有读懂的列“偏差原因”：2 格有内容" in text
        assert text.count("没有读懂的列“") == 2  # 备注 is empty, the others are read
    assert "有 2 列没有读懂" in CliRunner().invoke(main, ["run", "--lang", "zh", str(tmp_path / "a.csv")]).output
    known = reading(("a.csv", (tmp_path / "a.csv").read_bytes()))
    assert parsed(written(known), "a.json").documents[0].notes == known.documents[0].notes


@pytest.mark.parametrize(("lang", "name"), [("zh", "年报"), ("en", "report")])
def test_the_page_shows_what_its_command_prints(lang, name, tmp_path, monkeypatch):
    path = ROOT / "docs" / f"import.{lang}.md"
    page = path.read_text(encoding="utf-8")
    text, command, printed = (
        re.search(f"```{kind}\n(.*?)```", page, re.DOTALL)[1] for kind in ("text", "console", "printed")
    )
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    (tmp_path / "work" / f"{name}.txt").write_text(text, encoding="utf-8")
    program, *arguments = shlex.split(command.removeprefix("$ "))
    result = CliRunner().invoke(main, arguments)
    assert program == "checker" and result.exit_code == 3
    if os.environ.get("UPDATE_GOLDEN") and result.output != printed:
        path.write_text(page.replace(f"```printed\n{printed}```", f"```printed\n{result.output}```"), encoding="utf-8")
    else:
        assert result.output == printed
    assert CliRunner().invoke(main, ["run", f"{name}.yaml"]).exit_code in (0, 1, 3)
