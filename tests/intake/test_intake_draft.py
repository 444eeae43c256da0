"""The draft case: it loads, says where everything stands, chooses nothing that is open, and loses nothing."""

from __future__ import annotations

import re

import pytest
from conftest import BOOK
from prose_tools import document, read
from test_intake_prose import SENTENCES

from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.intake.decided import Addresses
from checker.intake.decisions import Decision, Decisions, pending
from checker.intake.document import Paragraph, Place
from checker.intake.draft import draft
from checker.intake.merging import merge
from checker.intake.reading import Reading

TITLE = "2024年度部门整体支出绩效自评报告"
ACCOUNTS = "2024年度部门决算"


def drafted(reading, *decisions):
    return draft(reading, BOOK.vocabulary, Decisions(decisions))


def decided(reading, action="accept", text="", **more):
    """Decide about everything that is pending, or about the figure that is printed as *text*."""
    items = pending(reading, BOOK.vocabulary).items
    return [
        item.decision(action, "王会计", "2025-03-01", **more)
        for item in items
        if item.field and (not text or text in item.printed)
    ]


def about(reading, text, action, **more):
    """Return a decision about the field that the figure *text* was read for, sure or not."""
    addresses = Addresses({fact.key: fact for fact in reading.understood.facts}, BOOK.vocabulary)
    span = next(span for span in reading.spans if span.text == text)
    spot = next(p for p in reading.understood.proposals if p.span == span.id)
    return Decision(
        span.id,
        addresses.of(spot.fact, spot.field),
        action,
        who="王会计",
        when="2025-03-01",
        printed=text,
        sentence=span.context,
        **more,
    )


def case_of(text):
    return read_case(parse_text("draft.yaml", text), BOOK.vocabulary)


def line(case, name):
    return next(fact for fact in case.facts["budget_line"] if fact.values["name"] == name)


def together(*documents):
    parts = [read(made, number) for number, made in enumerate(documents, 1)]
    spans = tuple(span for part in parts for span in part.spans)
    whole = merge([part.understood for part in parts], {span.id: span for span in spans})
    return Reading(tuple(document for part in parts for document in part.documents), spans, whole)


def test_every_value_names_its_place_and_reads_as_printed():
    reading = read(document(TITLE, "基本支出年初预算244.58万元，实际支出263万元。"))
    case = case_of(drafted(reading))
    cell = line(case, "基本支出").cells["actual"]
    assert (cell.text, cell.note) == ("263万元", "¶2")
    assert case.year == 2024


def test_headings_that_nobody_can_tell_are_to_fill():
    case = case_of(drafted(read(document("一份报告", "基本支出实际支出1万元。"))))
    assert case.year == 0
    assert case.jurisdiction == ""
    assert not case.whole


def test_two_figures_for_one_field_are_to_fill_with_both_places():
    reading = read(document(TITLE, "基本支出实际支出10万元。", "基本支出实际支出11万元。"))
    text = drafted(reading)
    assert "实际支出: 待填" in text
    assert "两处不同：10万元（¶2）" in text
    assert "两处不同：11万元（¶3）" in text
    assert "actual" not in line(case_of(text), "基本支出").values


def test_a_decision_for_one_of_two_figures_is_written():
    reading = read(document(TITLE, "基本支出实际支出10万元。", "基本支出实际支出11万元。"))
    (conflict,) = pending(reading, BOOK.vocabulary).conflicts
    second = next(each.span for each in conflict.candidates if each.value == "11万元")
    decision = conflict.decision("choose", "王会计", "2025-03-01", span=second)
    cell = line(case_of(drafted(reading, decision)), "基本支出").cells["actual"]
    assert cell.text == "11万元"


def test_what_is_set_aside_is_not_in_the_draft():
    reading = read(document(TITLE, "基本支出实际支出10万元。"))
    text = drafted(reading, about(reading, "10万元", "aside", reason="是上年数"))
    assert "    # 搁置：10万元（¶2） 王会计 2025-03-01 搁置：是上年数\n    实际支出: 待填\n" in text
    assert "actual" not in line(case_of(text), "基本支出").values


def test_what_is_changed_says_who_when_and_why():
    reading = read(document(TITLE, "基本支出实际支出10万元。"))
    decision = about(reading, "10万元", "set", value="10.5万元", reason="原表为 10.5")
    cell = line(case_of(drafted(reading, decision)), "基本支出").cells["actual"]
    assert cell.text == "10.5万元"
    assert cell.note == "¶2；原文“10万元”，王会计 2025-03-01 改为 10.5万元：原表为 10.5"


def test_a_sum_that_does_not_close_is_asked_about_and_not_stated():
    reading = read(document(TITLE, "项目支出实际支出480万元，其中：档案数字化项目300万元、网络租赁费190万元。"))
    text = drafted(reading)
    case = case_of(text)
    assert "# 待确认：{自报编号: claim-1, 自报种类: 合计数" in text
    assert "stated_figure" not in case.facts
    assert all(line(case, name).cells["actual"].inferred for name in ("项目支出", "档案数字化项目", "网络租赁费"))
    case = case_of(drafted(reading, *decided(reading)))
    assert not line(case, "项目支出").cells["actual"].inferred
    assert len(case.facts["stated_figure"]) == 1


def test_equal_figures_of_two_documents_are_a_claim_and_the_surer_for_it():
    one = document(TITLE, "基本支出实际支出10.00万元。", name="自评报告.docx")
    two = document(
        ACCOUNTS,
        "本年支出合计30.00万元，其中：基本支出10.00万元，占33.33%；项目支出20.00万元，占66.67%。",
        name="决算.docx",
    )
    reading = together(one, two)
    case = case_of(drafted(reading))
    cell = line(case, "基本支出").cells["actual"]
    assert cell.note == "自评报告.docx ¶2"
    said = [fact for fact in case.facts["stated_figure"] if fact.values["kind"] == "same_as"]
    assert [fact.cells["amount"].note or fact.note for fact in said] == ["决算.docx ¶2"]
    assert [p.grade for p in reading.understood.proposals if p.fact == "line:1" and p.field == "actual"] == ["certain"]


def test_different_figures_of_two_documents_contradict_each_other():
    one = document(TITLE, "基本支出实际支出10万元。", name="自评报告.docx")
    two = document(TITLE, "基本支出实际支出12万元。", name="自评表.docx")
    text = drafted(together(one, two))
    case = case_of(text)
    assert "实际支出: 待填" in text
    claim = case.facts["stated_figure"][0]
    assert claim.cells["amount"].text == "12万元"
    assert claim.related["operand"][0].cells["amount"].text == "10万元"
    assert claim.note == "自评表.docx ¶2"


def test_what_nobody_could_place_stands_at_the_end_with_its_sentence():
    text = drafted(read(document(TITLE, "采集数据23566条。")))
    assert "# 没有读懂的数 1 个，上面都没有用：\n# ¶2 23566条：采集数据23566条" in text


HOSTILE = {
    "quotes and signs of YAML": 'A“级”"项目"',
    "a comment": "#号项目",
    "an anchor": "&锚项目",
    "a colon and a blank": "甲: 乙项目",
    "a brace": "{甲}项目",
    "a backslash": "甲\\n乙项目",
    "what cannot be seen": "甲\u202e乙\u200b项目",
    "a word that means something": "true项目",
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_name_is_only_text(name):
    reading = read(document(TITLE, f"{name}年初预算10万元，实际支出9万元。"))
    case = case_of(drafted(reading))
    names = [fact.values["name"] for fact in case.facts.get("budget_line", ())]
    assert names in ([], ["".join(name.split())], ["甲乙项目"], ["乙项目"], [name.strip("“”\"'")])


def test_a_hidden_paragraph_gives_nothing():
    made = document(TITLE, "基本支出实际支出10万元。")
    hidden = Paragraph(Place((("paragraph", 9),)), "项目支出实际支出20万元。", state="hidden")
    reading = read(made._replace(blocks=(*made.blocks, hidden)))
    assert "20万元" not in drafted(reading).partition("# 没有读懂的数")[0]


def test_a_unit_over_the_page_is_the_figure_s_own():
    lines = [
        "本年度项目支出情况说明如下所示，",
        "本年度基本支出预算244.58万元，实际支出263.01",
        "万元，超预算18.43万元，增幅7.54%。",
    ]
    text = drafted(read(document(TITLE, *lines, kind="pdf")))
    assert line(case_of(text), "基本支出").cells["actual"].text == "263.01万元"


def test_an_amount_without_a_unit_is_never_written():
    reading = read(document(TITLE, "基本支出年初预算300万元，实际支出310。"))
    written = re.sub(", 原句: [^}]*", "", drafted(reading))
    assert "310" not in written.partition("# 没有读懂的数")[0]


def test_the_draft_of_every_sentence_loads_confirmed_or_not():
    for name, title, paragraphs, _ in SENTENCES:
        reading = read(document(title, *paragraphs))
        for decisions in ((), decided(reading)):
            case = case_of(drafted(reading, *decisions))
            assert case.count() >= 1, name
