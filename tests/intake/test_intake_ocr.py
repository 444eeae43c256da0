"""Pages that are pictures: recognized by an engine that is asked for, and every figure of them to be confirmed."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from conftest import BOOK

pytest.importorskip("pdfminer", reason="the extra import is not installed")
pytest.importorskip("pypdfium2", reason="the extra import is not installed")

from intake_pdf import Page, pdf

from checker.api import rule_packs
from checker.base.errors import InputError
from checker.cli.main import main
from checker.intake import importing, kinds
from checker.intake.draft import draft
from checker.intake.packed import packed, unpacked
from checker.intake.readers import recognising
from checker.intake.readers.recognising import TOLD, Picture, Word

WAYS = importing.ways(rule_packs(), BOOK.vocabulary)
PICTURE = "q 500 0 0 700 40 40 cm /Im Do Q"
TITLE = "示例县档案局2024年度部门整体支出绩效自评报告"


def words(*rows):
    """Return an engine that finds rows of (left, text) on every picture, and keeps the pictures it was shown."""

    def found(picture):
        assert isinstance(picture, Picture) and len(picture.grey) == picture.stride * picture.height
        shown.append(picture)
        return [
            Word(left, 40 * n + shift, left + 20 * len(text), 40 * n + 24 + shift, text)
            for n, row in enumerate(rows, 1)
            for shift, (left, text) in enumerate(row)
        ]

    shown = []
    found.shown = shown
    return found


def read(data, engine=None):
    document, counted = kinds.read(data, "扫描.pdf", engine)
    return importing.understood([importing.held(document, counted)], BOOK.vocabulary, WAYS)


REPORT = words(
    [(100, TITLE)], [(100, "基本支出年初预算300.00万元，实际支出298.30万元。")], [(100, "合计"), (600, "12.50")]
)


def test_a_picture_is_read_only_where_that_is_asked_for():
    data = pdf(Page().raw(PICTURE))
    unread = read(data)
    assert not unread.spans and [note.place.say("en") for note in unread.documents[0].stopped] == ["", "page 1"]
    told = unread.documents[0].stopped[0].text
    assert "--ocr" in told.zh and "--ocr" in told.en and "checker run" in told.zh and "checker serve" in told.en
    reading = read(data, REPORT)
    (document,) = reading.documents
    assert [block.text for block in document.blocks] == [
        TITLE,
        "基本支出年初预算300.00万元，实际支出298.30万元。",
        "合计\t12.50",
    ]
    assert [block.kind for block in document.blocks] == ["body", "body", "words"]
    assert (
        not document.stopped and [note.text for note in document.notes if note.place.hops == (("page", 1),)][-1] == TOLD
    )
    assert len(REPORT.shown) == 1 and REPORT.shown[0].width > 1000


def test_every_figure_of_a_picture_is_to_be_confirmed():
    reading = read(pdf(Page().raw(PICTURE)), REPORT)
    proposals = reading.understood.proposals
    assert {each.grade for each in proposals} == {"confirm"} and len(proposals) >= 3
    assert all(any(e.name == "recognised" for e in each.evidence) for each in proposals)
    text = draft(reading, BOOK.vocabulary)
    assert "待确认：" in text and "字是从图片里识别出来的" in text
    assert text.count("待确认: 是") >= 3 and "值: 300.00万元, 待确认: 是" in text


def test_pages_of_text_stay_as_sure_as_they_were():
    page = Page().text(60, 100, TITLE).text(60, 130, "基本支出年初预算300.00万元，实际支出298.30万元。")
    engine = words([(100, "项目支出年初预算200.00万元，实际支出175.00万元。")])
    reading = read(pdf(page, Page().raw(PICTURE)), engine)
    spans = {span.id: span for span in reading.spans}
    grades = {spans[each.span].text: each.grade for each in reading.understood.proposals}
    assert grades["300.00万元"] == grades["298.30万元"] == "read" and len(engine.shown) == 1
    assert grades["200.00万元"] == grades["175.00万元"] == "confirm"


def test_a_check_of_a_scan_says_first_that_it_recognizes_none(tmp_path):
    (tmp_path / "扫描.pdf").write_bytes(pdf(*[Page().raw(PICTURE)] * 8))
    said = CliRunner().invoke(main, ["run", str(tmp_path / "扫描.pdf"), "--lang", "zh"]).output
    assert "有 8 页是图片（扫描件）" in said and "checker import 文件 --ocr" in said


def test_a_picture_without_characters_stays_named():
    (document,) = read(pdf(Page().raw(PICTURE)), words()).documents
    assert len(document.stopped) == 1 and not document.recognised


def test_a_layer_of_recognized_text_is_not_read_beside_the_picture():
    hidden = Page().text(60, 100, "支出257.43", mode=3).raw(PICTURE)
    (document,) = read(pdf(hidden), words([(100, "支出257.43万元")])).documents
    assert [block.text for block in document.blocks] == ["支出257.43万元"] and not document.stopped


def test_it_comes_out_of_its_process_as_it_was():
    document, counted = kinds.read(pdf(Page().raw(PICTURE)), "扫描.pdf", REPORT)
    assert unpacked(packed(document, counted)) == (document, counted) and document.recognised


def test_without_the_extra_it_is_said_what_to_install(monkeypatch, tmp_path):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(recognising, "import_module", missing)
    with pytest.raises(InputError) as told:
        recognising.engine("扫描.pdf")
    (problem,) = told.value.problems
    assert problem.code == "no-library" and "[ocr]" in problem.hint.zh and "recognizes" in problem.message.en
    result = CliRunner().invoke(
        main, ["import", str(tmp_path), "--out", str(tmp_path / "out"), "--ocr", "--lang", "zh"]
    )
    assert result.exit_code == 2 and "ocr" in result.output
