"""OFD files, one trap each: what is read of it, and what is said of what is not."""

from __future__ import annotations

import pytest
from intake_ofd import SPACE, line, ofd, picture, table, text

from checker.base.errors import InputError
from checker.intake.document import Table
from checker.intake.kinds import kind_of
from checker.intake.numbers import held
from checker.intake.readers.ofd import PAGES, count, read

ROWS = [["项目", "合计"], ["行政运行", "1,434.89"]]
CELLS = [f"page 1 table 1 row {r} column {c}: {said}" for r, row in enumerate(ROWS, 1) for c, said in enumerate(row, 1)]


def shown(data):
    """Return the document as lines: place, kind, state and text; then the notes."""
    document = read(data, "a.ofd")
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [f"{cell.place.say('en')}{' unread' if cell.unread else ''}: {cell.text}" for cell in block.cells]
        else:
            kind = "" if block.kind == "body" else f" {block.kind}"
            found.append(f"{block.place.say('en')}{kind}{f' {block.state}' if block.state else ''}: {block.text}")
    found += [f"note {note.place.say('en')}: {note.text.en}" for note in document.notes]
    return found + [f"stopped {note.place.say('en')}: {note.text.en}" for note in document.stopped]


TRAPS = {
    "a line": (ofd(text(20, 30, "支出257.43万元")), ["page 1 ¶1: 支出257.43万元"]),
    "distances that are repeated": (ofd(text(20, 30, "12345", delta="g 4 2")), ["page 1 ¶1: 12345"]),
    "distances for some, then repeated": (ofd(text(20, 30, "支1234", delta="4 g 3 2")), ["page 1 ¶1: 支1234"]),
    "no distances": (ofd(text(20, 30, "支出12.5", delta="")), ["page 1 ¶1: 支出12.5"]),
    "two columns in one text": (
        ofd(text(20, 30, "12.5020101", delta="g 4 2 20 g 4 2")),
        [
            "page 1 ¶1 words: 12.50\t20101",
            "note page 1: 1 lines of figures side by side have no rules and were not taken for a table",
        ],
    ),
    "columns that are drawn in another order": (
        ofd(text(60, 30, "20101") + text(20, 30, "13,907.78")),
        [
            "page 1 ¶1 words: 13,907.78\t20101",
            "note page 1: 1 lines of figures side by side have no rules and were not taken for a table",
        ],
    ),
    "a figure in two objects": (ofd(text(20, 30, "支出257") + text(34, 30, ".43万元")), ["page 1 ¶1: 支出257.43万元"]),
    "a second row in one object": (
        ofd(
            text(20, 30, "支出5").replace(
                "</ofd:TextObject>", '<ofd:TextCode X="0" Y="14" DeltaX="4">万元</ofd:TextCode></ofd:TextObject>'
            )
        ),
        ["page 1 ¶1: 支出5", "page 1 ¶2: 万元"],
    ),
    "a matrix": (ofd(text(20, 30, "支出5", more='CTM="2 0 0 2 0 0"')), ["page 1 ¶1: 支出5"]),
    "turned": (
        ofd(text(20, 30, "支出5") + text(60, 90, "2020", more='CTM="0 1 -1 0 0 0"')),
        [
            "page 1 ¶1: 支出5",
            "page 1 text box 1 box: 2020",
            "note page 1: 4 characters are turned; they stand at the end of the page",
        ],
    ),
    "not to be seen": (
        ofd(text(20, 30, "支出5") + text(20, 60, "257", more='Visible="false"')),
        [
            "page 1 ¶1: 支出5",
            "page 1 ¶2 hidden: 257",
            "note page 1: 3 characters cannot be seen; they stand at the end of the page",
        ],
    ),
    "clear as glass": (
        ofd(text(20, 30, "支出5") + text(20, 60, "257", more='Alpha="0"')),
        [
            "page 1 ¶1: 支出5",
            "page 1 ¶2 hidden: 257",
            "note page 1: 3 characters cannot be seen; they stand at the end of the page",
        ],
    ),
    "beyond the edge": (
        ofd(text(20, 30, "支出5") + text(20, 400, "257")),
        ["page 1 ¶1: 支出5", "note page 1: 3 characters stand outside the page and were left out"],
    ),
    "a page of its own size": (
        ofd(
            text(20, 30, "支出5") + text(20, 200, "257"),
            area="<ofd:Area><ofd:PhysicalBox>0 0 100 100</ofd:PhysicalBox></ofd:Area>",
        ),
        ["page 1 ¶1: 支出5", "note page 1: 3 characters stand outside the page and were left out"],
    ),
    "glyphs without characters": (
        ofd(
            text(20, 30, "支出5")
            + '<ofd:TextObject ID="9" Boundary="40 60 9 9" Size="4"><ofd:CGTransform CodePosition="0"/></ofd:TextObject>'
        ),
        [
            "page 1 ¶1: 支出5",
            "page 1 ¶2: \ufffd",
            "stopped page 1: 1 characters have no code: what they are is not known",
        ],
    ),
    "wide digits": (ofd(text(20, 30, "支出２５７．４３")), ["page 1 ¶1: 支出２５７．４３"]),
    "a ruled table": (ofd(table(20, 30, ROWS, (40, 40))), CELLS),
    "a ruled table in a block": (ofd(f"<ofd:PageBlock>{table(20, 30, ROWS, (40, 40))}</ofd:PageBlock>"), CELLS),
    "a template": (
        ofd(text(20, 60, "支出5"), template=text(20, 30, "决算报告")),
        ["page 1 ¶1: 决算报告", "page 1 ¶2: 支出5"],
    ),
    "a picture": (
        ofd(picture(10, 10, 190, 270)),
        ["stopped page 1: the page is a picture: it holds no text that can be read"],
    ),
    "nothing on it": (ofd(""), ["note page 1: an empty page"]),
    "pages in their order": (ofd(text(20, 30, "甲1"), text(20, 30, "乙2")), ["page 1 ¶1: 甲1", "page 2 ¶1: 乙2"]),
    "two documents": (
        ofd(text(20, 30, "甲1"), documents=2),
        ["page 1 ¶1: 甲1", "page 2 ¶1: 甲1", "note : the file holds 2 documents; their pages are counted on"],
    ),
    "a page that is not there": (
        ofd(text(20, 30, "甲1"), text(20, 30, "乙2"), parts={"Doc_0/Pages/Page_1/Content.xml": None}),
        ["page 1 ¶1: 甲1", "stopped page 2: the page is damaged and was not read"],
    ),
    "a page with a document type": (
        ofd("", text(20, 30, "乙2"), parts={"Doc_0/Pages/Page_0/Content.xml": f"<!DOCTYPE a><ofd:Page {SPACE}/>"}),
        ["page 2 ¶1: 乙2", "stopped page 1: the page is damaged and was not read"],
    ),
    "numbers that are none": (
        ofd(text(20, 30, "甲1", delta="nan"), text(20, 30, "乙2")),
        ["page 2 ¶1: 乙2", "stopped page 1: the page is damaged and was not read"],
    ),
    "more distances than characters": (ofd(text(20, 30, "甲1", delta="g 999999999 4")), ["page 1 ¶1: 甲1"]),
    "annotations": (
        ofd(text(20, 30, "甲1"), parts={"Doc_0/Annots/Page_0/Annotation.xml": "<a/>"}),
        ["page 1 ¶1: 甲1", "note : there are annotations or watermarks, whose text was not read"],
    ),
    "a seal": (
        ofd(text(20, 30, "甲1"), parts={"Doc_0/Signs/Sign_0/Signature.xml": "<a/>"}),
        ["page 1 ¶1: 甲1", "note : there are signatures or seals, which were not verified"],
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_one_trap_each(name):
    data, expected = TRAPS[name]
    assert kind_of(data, "a") == "ofd"
    assert shown(data) == expected


@pytest.mark.parametrize("name", [name for name in TRAPS if "page" not in name and "none" not in name])
def test_both_ways_of_reading_find_the_same_digits(name):
    data, _ = TRAPS[name]
    document = read(data, "a.ofd")
    assert held(document, count(data)).stopped == document.stopped


def test_the_second_way_is_no_copy_of_the_first():
    data = ofd(text(20, 30, "甲12"))
    document = read(data, "a.ofd")
    changed = document._replace(blocks=(document.blocks[0]._replace(text="甲13"),))
    assert held(changed, count(data)).stopped


REFUSED = {
    "no pages": (ofd(), "damaged"),
    "no document": (ofd(text(20, 30, "5"), parts={"Doc_0/Document.xml": None}), "damaged"),
    "a document that is no XML": (ofd(text(20, 30, "5"), parts={"Doc_0/Document.xml": "<a"}), "damaged"),
    "entities": (
        ofd(text(20, 30, "5"), parts={"Doc_0/Document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "hostile",
    ),
    "encrypted": (ofd(text(20, 30, "5"), extra="<ofd:Encryptions>Encryptions.xml</ofd:Encryptions>"), "kind-encrypted"),
    "too many pages": (ofd(*[""] * (PAGES + 1)), "too-many-pages"),
    "a bomb": (ofd(" " * 300_000_000), "hostile"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_named_with_what_to_do(name):
    data, code = REFUSED[name]
    with pytest.raises(InputError) as refused:
        read(data, "报告.ofd")
    (problem,) = refused.value.problems
    assert (problem.code, problem.place.file) == (code, "报告.ofd") and problem.hint


def test_a_page_that_is_a_drawing_is_stopped():
    strokes = line(0, 0, 9, 9).replace("M 0 0", "M 0 0 " * 110_000)
    assert [note.place.say("en") for note in read(ofd(strokes), "a.ofd").stopped] == ["page 1"]


def test_objects_in_one_another_without_end_are_stopped():
    deep = "<ofd:PageBlock>" * 5000 + "</ofd:PageBlock>" * 5000
    assert read(ofd(deep), "a.ofd").stopped
