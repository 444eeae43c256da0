"""PDF files, one trap each: what is read of it, and what is said of what is not."""

from __future__ import annotations

import pytest
from conftest import ROOT
from intake_pdf import Page, pdf

pytest.importorskip("pdfminer")
pytest.importorskip("pypdfium2")

from checker.base.errors import InputError
from checker.intake.document import Table
from checker.intake.numbers import held
from checker.intake.readers.pdf import PAGES, count, read

LINE = "本年度基本支出预算为若干万元实际支出为若干万元超预算若干万元增幅较大"
ROWS = [["项目", "合计", "基本支出"], ["行政运行", "1,434.89", "1,434.89"], ["其他支出", "5.00", ""]]


def shown(data):
    """Return the document as lines: place, kind and text; cells with their spans where they have any."""
    document = read(data, "a.pdf")
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                spans = f" {cell.rows}x{cell.columns}" if (cell.rows, cell.columns) != (1, 1) else ""
                found.append(f"{cell.place.say('en')}{spans}{' unread' if cell.unread else ''}: {cell.text}")
        else:
            kind = "" if block.kind == "body" else f" {block.kind}"
            state = f" {block.state}" if block.state else ""
            found.append(f"{block.place.say('en')}{kind}{state}: {block.text}")
    found += [f"note {note.place.say('en')}: {note.text.en}" for note in document.notes]
    found += [f"stopped {note.place.say('en')}: {note.text.en}" for note in document.stopped]
    return found


def agree(data):
    """Whether both ways of reading find the same runs of digits on every page."""
    document = read(data, "a.pdf")
    return held(document, count(data)).stopped == document.stopped


def three_lines(page, start, x=60, y=100):
    """Print a paragraph of three lines that fill the measure, so that margins are known."""
    for n, text in enumerate((start, LINE, LINE)):
        page.text(x if n else x + 20, y + n * 18, text, 10)
    return page


TRAPS = {
    "a line": (pdf(Page().text(60, 100, "支出257.43万元")), ["page 1 ¶1: 支出257.43万元"]),
    "nothing on it": (pdf(Page()), ["note page 1: an empty page"]),
    "copies beyond the edge": (
        pdf(Page().text(60, 100, "支出5.00万元").text(60, 860, "257.43").text(-200, 100, "9")),
        ["page 1 ¶1: 支出5.00万元", "note page 1: 7 characters stand outside the page and were left out"],
    ),
    "beyond the part that is shown": (
        pdf(Page().text(60, 100, "支出5.00万元").text(60, 500, "257.43"), box="/CropBox [0 442 595 842]"),
        ["page 1 ¶1: 支出5.00万元", "note page 1: 6 characters stand outside the page and were left out"],
    ),
    "a page box that does not begin at 0": (
        pdf(Page().text(60, 100, "支出5.00万元").text(60, 500, "257.43"), box="/CropBox [50 442 595 842]"),
        ["page 1 ¶1: 支出5.00万元", "note page 1: 6 characters stand outside the page and were left out"],
    ),
    "digits on another baseline": (
        pdf(
            Page()
            .text(60, 100, "支出")
            .text(80, 103.5, "257.43")
            .text(110, 100, "万元，")
            .text(140, 103.5, "9")
            .text(145.5, 100, "个")
        ),
        ["page 1 ¶1: 支出257.43万元，9个"],
    ),
    "columns that nearly touch": (
        pdf(Page().text(60, 100, "13,907.78").text(106.5, 100, "20101")),
        ["page 1 ¶1: 13,907.78 20101"],
    ),
    "columns that are drawn in another order": (
        pdf(Page().text(160, 100, "20101").text(60, 100, "13,907.78")),
        [
            "page 1 ¶1 words: 13,907.78\t20101",
            "note page 1: 1 lines of figures side by side have no rules and were not taken for a table",
        ],
    ),
    "a raised digit": (pdf(Page().text(60, 100, "面积12.5").text(100, 96, "2", 6)), ["page 1 ¶1: 面积12.5 2"]),
    "digits set apart": (pdf(Page().text(60, 100, "12.5", gap=2)), ["page 1 ¶1: 1 2 . 5"]),
    "digits set a little apart": (pdf(Page().text(60, 100, "12.5", gap=0.8)), ["page 1 ¶1: 12.5"]),
    "printed twice for bold": (
        pdf(Page().text(60, 100, "支出11.1").text(60.3, 100, "支出11.1")),
        ["page 1 ¶1: 支出11.1", "note page 1: 6 characters are printed twice at their place and read once"],
    ),
    "digits on digits": (
        pdf(Page().text(60, 100, "12").text(61.5, 100, "34")),
        ["page 1 ¶1: 1324", "stopped page 1: digits are printed on top of other digits: they cannot be told apart"],
    ),
    "turned upwards": (
        pdf(Page().text(60, 100, "支出5.00万元").text(300, 500, "257.43", matrix=(0, 1, -1, 0))),
        [
            "page 1 ¶1: 支出5.00万元",
            "page 1 text box 1 box: 257.43",
            "note page 1: 6 characters are turned; they stand at the end of the page",
        ],
    ),
    "turned by 30 degrees": (
        pdf(Page().text(60, 100, "支出5.00万元").text(300, 500, "样稿2020", matrix=(0.866, 0.5, -0.5, 0.866))),
        [
            "page 1 ¶1: 支出5.00万元",
            "page 1 text box 1 box: 样稿2020",
            "note page 1: 6 characters are turned; they stand at the end of the page",
        ],
    ),
    "a page that is turned": (
        pdf(Page().text(60, 100, "支出257.43万元", matrix=(0, 1, -1, 0)), rotate=90),
        ["page 1 ¶1: 支出257.43万元"],
    ),
    "upside down": (
        pdf(Page().text(260, 100, "支出257.43万元", matrix=(-1, 0, 0, -1)).text(400, 300, "合计"), rotate=180),
        [
            "page 1 ¶1: 支出257.43万元",
            "page 1 text box 1 box: 合计",
            "note page 1: 2 characters are turned; they stand at the end of the page",
        ],
    ),
    "type that is not drawn": (
        pdf(Page().text(60, 100, "支出5.00万元").text(60, 200, "257.43", mode=3)),
        [
            "page 1 ¶1: 支出5.00万元",
            "page 1 ¶2 hidden: 257.43",
            "note page 1: 6 characters cannot be seen; they stand at the end of the page",
        ],
    ),
    "white type": (
        pdf(Page().text(60, 100, "支出5.00万元").text(60, 200, "257.43", grey=1)),
        [
            "page 1 ¶1: 支出5.00万元",
            "page 1 ¶2 hidden: 257.43",
            "note page 1: 6 characters cannot be seen; they stand at the end of the page",
        ],
    ),
    "type under a white box": (
        pdf(Page().text(60, 100, "支出5.00万元").text(60, 200, "257.43").raw("1 g 50 630 100 30 re f")),
        [
            "page 1 ¶1: 支出5.00万元",
            "page 1 ¶2 hidden: 257.43",
            "note page 1: 6 characters cannot be seen; they stand at the end of the page",
        ],
    ),
    "type that is clipped away": (
        pdf(Page().text(60, 100, "支出5.00万元").raw("q 0 0 10 10 re W n").text(60, 200, "257.43").raw("Q")),
        [
            "page 1 ¶1: 支出5.00万元",
            "page 1 ¶2 hidden: 257.43",
            "note page 1: 6 characters cannot be seen; they stand at the end of the page",
        ],
    ),
    "white type on black": (
        pdf(Page().raw("0 g 50 730 200 30 re f").text(60, 100, "支出5.00", grey=1)),
        ["page 1 ¶1: 支出5.00"],
    ),
    "a picture": (
        pdf(Page().raw("q 500 0 0 700 40 40 cm /Im Do Q")),
        ["stopped page 1: the page is a picture: it holds no text that can be read"],
    ),
    "a picture with recognized text under it": (
        pdf(Page().text(60, 100, "支出257.43", mode=3).raw("q 500 0 0 700 40 40 cm /Im Do Q")),
        ["page 1 ¶1 hidden: 支出257.43", "stopped page 1: the page is a picture: it holds no text that can be read"],
    ),
    "a title over a picture": (
        pdf(Page().text(60, 100, "收支总表").raw("q 500 0 0 600 40 40 cm /Im Do Q")),
        [
            "page 1 ¶1: 收支总表",
            "stopped page 1: pictures cover 59 % of the page, and what stands in them was not read",
        ],
    ),
    "wide digits": (pdf(Page().text(60, 100, "支出２５７．４３万元")), ["page 1 ¶1: 支出２５７．４３万元"]),
    "a raised digit of the font": (pdf(Page().text(60, 100, "面积12.5m²")), ["page 1 ¶1: 面积12.5m²"]),
    "a ligature": (pdf(Page().text(60, 100, "ﬁve 5")), ["page 1 ¶1: ﬁve 5"]),
    "radicals for characters": (pdf(Page().text(60, 100, "⽀出⻓期5")), ["page 1 ¶1: 支出长期5"]),
    "characters that print nothing": (pdf(Page().text(60, 100, "支出5\u200b")), ["page 1 ¶1: 支出5"]),
    "a character without a code": (
        pdf(Page().text(60, 100, "\ue000支出5万元")),
        ["page 1 ¶1: \ufffd支出5万元", "note page 1: 1 characters have no code: what they are is not known"],
    ),
    "a character without a code among digits": (
        pdf(Page().text(60, 100, "支出5\ue0007万元")),
        ["page 1 ¶1: 支出5\ufffd7万元", "stopped page 1: 1 characters have no code: what they are is not known"],
    ),
    "a paragraph": (
        pdf(three_lines(Page(), LINE[:-2])),
        [f"page 1 ¶1: {LINE[:-2]}{LINE}{LINE}"],
    ),
    "a figure at the end of a line": (
        pdf(three_lines(three_lines(Page(), LINE[:-2]), LINE[:-4] + "1,20", y=200).text(60, 254, "4.50万元")),
        [f"page 1 ¶1: {LINE[:-2]}{LINE}{LINE}", f"page 1 ¶2: {LINE[:-4]}1,20{LINE}{LINE}4.50万元"],
    ),
    "a figure that may go on in the next line": (
        pdf(three_lines(Page(), LINE[:-2]).text(60, 154, LINE[:-2] + "1,20").text(60, 172, "4.50万元")),
        [
            f"page 1 ¶1: {LINE[:-2]}{LINE}{LINE}{LINE[:-2]}1,20\n4.50万元",
            "note page 1 ¶1: a figure ends at a line and may go on in the next: whether it is one figure or two cannot be seen",
        ],
    ),
    "a list without indents": (
        pdf(three_lines(Page(), LINE[:-2]).text(60, 154, LINE[:-1] + "。").text(60, 172, "2、支出5万元")),
        [f"page 1 ¶1: {LINE[:-2]}{LINE}{LINE}{LINE[:-1]}。", "page 1 ¶2: 2、支出5万元"],
    ),
    "a paragraph over two pages": (
        pdf(three_lines(Page(), LINE[:-2]), Page().text(60, 100, "支出5万元。").text(80, 118, "其中")),
        [f"page 1 ¶1: {LINE[:-2]}{LINE}{LINE}", "page 2 ¶1: 支出5万元。", "page 2 ¶2: 其中"],
    ),
    "page numbers and headers": (
        pdf(
            *(
                Page().text(60, 40, "某局2024年度决算").text(60, 100, f"支出{n}5万元").text(290, 810, f"- {n} -")
                for n in (1, 2, 3)
            )
        ),
        [
            line
            for n in (1, 2, 3)
            for line in (
                f"page {n} header 1 header: 某局2024年度决算",
                f"page {n} ¶1: 支出{n}5万元",
                f"page {n} footer 1 footer: - {n} -",
            )
        ],
    ),
    "a figure at the foot of a page": (
        pdf(Page().text(60, 100, "合计").text(290, 810, "257")),
        ["page 1 ¶1: 合计", "page 1 ¶2: 257"],
    ),
    "the same words above the tables of every page": (
        pdf(*[Page().text(60, 60, "单位：万元").text(200, 60, "基本支出5万元")] * 3),
        [
            "page 1 ¶1 words: 单位：万元\t基本支出5万元",
            "page 2 ¶1 words: 单位：万元\t基本支出5万元",
            "page 3 ¶1 words: 单位：万元\t基本支出5万元",
        ],
    ),
    "figures at the same height of two pages": (
        pdf(Page().text(60, 60, "支出15万元"), Page().text(60, 60, "支出15万元")),
        ["page 1 ¶1: 支出15万元", "page 2 ¶1: 支出15万元"],
    ),
    "two columns": (
        pdf(
            Page()
            .text(60, 100, "左边第一行的文字有许多字")
            .text(330, 100, "右边第一行的文字有许多字")
            .text(60, 118, "左边第二行的文字有许多字")
            .text(330, 118, "右边第二行的文字有许多字")
            .text(60, 136, "左边第三行的文字有许多字")
            .text(330, 136, "右边第三行的文字有许多字")
            .text(60, 154, "左边第四行的文字有许多字")
            .text(330, 154, "右边第四行的文字有许多字")
        ),
        [
            f"page 1 ¶{n}: {side}边第{row}行的文字有许多字"
            for n, (side, row) in enumerate([(s, r) for s in "左右" for r in "一二三四"], 1)
        ],
    ),
    "a ruled table": (
        pdf(Page().text(60, 90, "单位：万元").table(60, 100, ROWS).text(60, 200, "注：含上年结转。")),
        [
            "page 1 ¶1: 单位：万元",
            *(
                f"page 1 table 1 row {r} column {c}: {text}"
                for r, row in enumerate(ROWS, 1)
                for c, text in enumerate(row, 1)
            ),
            "page 1 ¶2: 注：含上年结转。",
        ],
    ),
    "a table with an open left side": (
        pdf(Page().table(60, 100, ROWS).raw("1 g 55 670 8 80 re f").line(58, 100, 70, 100).line(58, 120, 70, 120)),
        [
            f"page 1 table 1 row {r} column {c}: {text}"
            for r, row in enumerate(ROWS, 1)
            for c, text in enumerate(row, 1)
        ],
    ),
    "a table without upright rules": (
        pdf(Page().table(60, 100, ROWS, upright=False)),
        [
            "page 1 ¶1 words: 项目\t合计\t基本支出",
            "page 1 ¶2 words: 行政运行\t1,434.89\t1,434.89",
            "page 1 ¶3 words: 其他支出\t5.00",
            "note page 1: 1 lines of figures side by side have no rules and were not taken for a table",
        ],
    ),
    "a whole table in one cell": (
        pdf(
            Page()
            .table(60, 100, [["", ""], ["", ""]], (300, 100), 80)
            .text(70, 120, "行政运行")
            .text(200, 120, "1,434.89")
            .text(280, 120, "57.80")
            .text(70, 140, "其他支出")
            .text(200, 140, "12.00")
            .text(280, 140, "5.00")
        ),
        [
            "page 1 ¶1 words: 行政运行\t1,434.89\t57.80",
            "page 1 ¶2 words: 其他支出\t12.00\t5.00",
            "note page 1: the table 11 % down the page lacks rules, so that cells hold several figures; it was read line by line, by position",
        ],
    ),
    "a figure on two lines of a cell": (
        pdf(
            Page()
            .table(60, 100, [["项目", "合计"], ["基本支出", ""], ["其他", "7.00"], ["又", "8.00"]], (100, 60), 40)
            .text(110 + 60, 150, "14,34")
            .text(110 + 60, 165, "8.34")
        ),
        [
            "page 1 table 1 row 1 column 1: 项目",
            "page 1 table 1 row 1 column 2: 合计",
            "page 1 table 1 row 2 column 1: 基本支出",
            "page 1 table 1 row 2 column 2 unread: 14,34\n8.34",
            "page 1 table 1 row 3 column 1: 其他",
            "page 1 table 1 row 3 column 2: 7.00",
            "page 1 table 1 row 4 column 1: 又",
            "page 1 table 1 row 4 column 2: 8.00",
        ],
    ),
    "a figure across a rule": (
        pdf(Page().table(60, 100, [["项目", ""], ["基本", "7.00"]], (60, 60), 20).text(105, 114, "1,434.89")),
        [
            "page 1 table 1 row 1 column 1 unread: 项目 1,434.89",
            "page 1 table 1 row 1 column 2 unread: ",
            "page 1 table 1 row 2 column 1: 基本",
            "page 1 table 1 row 2 column 2: 7.00",
        ],
    ),
    "merged cells": (
        pdf(
            Page()
            .line(60, 100, 260, 100)
            .line(60, 140, 260, 140)
            .line(160, 120, 260, 120)
            .line(60, 100, 60, 140)
            .line(160, 100, 160, 140)
            .line(260, 100, 260, 140)
            .line(210, 120, 210, 140)
            .text(70, 120, "项目")
            .text(170, 114, "支出")
            .text(170, 134, "5.00")
            .text(220, 134, "6.00")
        ),
        [
            "page 1 table 1 row 1 column 1 2x1: 项目",
            "page 1 table 1 row 1 column 2 1x2: 支出",
            "page 1 table 1 row 2 column 2: 5.00",
            "page 1 table 1 row 2 column 3: 6.00",
        ],
    ),
    "a frame around a text": (
        pdf(Page().raw("60 600 300 200 re S").text(80, 100, "支出5万元")),
        ["page 1 ¶1: 支出5万元"],
    ),
    "no directory of objects": (
        pdf(Page().text(60, 100, "支出257.43万元"), broken=True),
        ["page 1 ¶1: 支出257.43万元"],
    ),
    "a part without resources of its own": (
        pdf(Page().text(60, 100, "支出5万元").raw("/Part Do"), extra="/Part 10 0 R"),
        ["page 1 ¶1: 支出5万元"],
    ),
    "a field that is filled in": (
        pdf(
            Page().text(60, 100, "支出5万元"),
            annots="/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /V (257.43) /Rect [0 0 9 9] >>]",
        ),
        [
            "page 1 ¶1: 支出5万元",
            "stopped page 1: 1 form fields or comments of the page hold text that was not read: print it to a new PDF and import that",
        ],
    ),
    "a layer that is switched off": (
        pdf(
            Page().text(60, 100, "支出5万元"),
            annots="/Resources << /Font << /F1 3 0 R >> /Properties << /L 11 0 R >> >>",
            catalog="/OCProperties << /D << /OFF [11 0 R] >> >>",
        ),
        [
            "page 1 ¶1: 支出5万元",
            "stopped page 1: the page has layers that are switched off: what can be seen is not sure",
        ],
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_one_trap_each(name):
    data, expected = TRAPS[name]
    assert shown(data) == expected


@pytest.mark.parametrize("name", TRAPS)
def test_both_ways_of_reading_find_the_same_digits(name):
    assert agree(TRAPS[name][0])


REFUSED = {
    "no PDF inside": (b"%PDF-1.7\nnothing", "damaged"),
    "no pages": (pdf(), "damaged"),
    "a password": (
        pdf(
            Page().text(60, 100, "5"),
            encrypt=f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>",
        ),
        "kind-encrypted",
    ),
    "too many pages": (pdf(*[Page()] * (PAGES + 1)), "too-many-pages"),
    "a part that draws itself": (
        pdf(Page().text(60, 100, "支出5万元").raw("/Loop Do"), extra="/Loop 9 0 R"),
        "hostile",
    ),
    "a part that draws itself by another name": (pdf(Page().raw("/Loop Do"), extra="/Loop 11 0 R"), "hostile"),
    "a part that is drawn over and over": (pdf(Page().raw("/Part Do " * 10_001), extra="/Part 10 0 R"), "hostile"),
    "a bomb": (pdf(Page().raw(" " * 120_000_000)), "hostile"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_named_with_what_to_do(name):
    data, code = REFUSED[name]
    with pytest.raises(InputError) as refused:
        read(data, "报告.pdf")
    (problem,) = refused.value.problems
    assert (problem.code, problem.place.file) == (code, "报告.pdf") and problem.hint


def _broken(*given):
    raise KeyError(f"no such thing {object()}\n\u202e")


def test_what_the_library_said_of_the_damage_is_told_in_one_line(monkeypatch):
    data = pdf(Page().text(60, 100, "支出5万元"))
    whole = read(data, "a.pdf")
    for name in ("circular", "PDFParser"):
        with monkeypatch.context() as broken, pytest.raises(InputError) as refused:
            broken.setattr(f"checker.intake.readers.pdf.{name}", _broken)
            read(data, "a.pdf")
        (problem,) = refused.value.problems
        assert "（KeyError: 'no such thing <object object>" in problem.message.zh and problem.message.en.isprintable()
    for name in ("_content", "_is_text"):
        with monkeypatch.context() as broken:
            broken.setattr(f"checker.intake.readers.pdf.{name}", _broken)
            document = read(pdf(Page().text(60, 100, "支出5万元"), annots="/Annots [<< /Type /Annot >>]"), "a.pdf")
        (note,) = document.stopped
        assert "（KeyError: 'no such thing <object object>" in note.text.zh and "KeyError" in note.text.en
        assert note.place.say("en") == "page 1" and (name == "_is_text" or not document.blocks)
    assert not whole.stopped and whole.blocks


def test_a_page_that_is_a_drawing_is_stopped_and_the_others_are_read():
    document = read(pdf(Page().raw("0 0 m 1 1 l S " * 110_000), Page().text(60, 100, "支出5万元")), "a.pdf")
    assert [note.place.say("en") for note in document.stopped] == ["page 1"]
    assert [text for _, text in document.texts()] == ["支出5万元"]


def test_lines_say_where_on_the_page_they_stand():
    document = read(pdf(three_lines(Page(), LINE[:-2])), "a.pdf")
    (paragraph,) = document.blocks
    assert [strip.start for strip in paragraph.strips] == [0, len(LINE) - 2, 2 * len(LINE) - 2]
    assert paragraph.strips[1].box == (6000, 11800 - 850, 6000 + 1000 * len(LINE), 11800 + 150)


def test_the_same_bytes_give_the_same_document():
    data = TRAPS["a ruled table"][0]
    assert read(data, "a.pdf") == read(data, "a.pdf")


@pytest.mark.parametrize("digit", "0123456789")
def test_a_digit_that_is_changed_changes_one_cell(digit):
    rows = [list(row) for row in ROWS]
    rows[1][2] = f"1,4{digit}4.89"
    before, after = (read(pdf(Page().table(60, 100, each)), "a.pdf").blocks[0].cells for each in (ROWS, rows))
    assert [a.text for a, b in zip(before, after, strict=True) if a != b] == ([] if digit == "3" else ["1,434.89"])


REAL = sorted((ROOT.parent / "shared").glob("*/*.pdf"))


@pytest.mark.skipif(not REAL, reason="the published documents to measure with are not on this machine")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem[-20:])
def test_no_figure_of_a_published_document_is_lost_or_invented(path):
    data = path.read_bytes()
    document = read(data, path.name)
    assert held(document, count(data)).stopped == ()
