"""Two units in one document: the figures of one are read, those of the other are told, and they are never mixed."""

from __future__ import annotations

import pytest
from conftest import BOOK
from intake_forms import document as tables
from intake_forms import table
from prose_tools import document, told
from test_forms import SPENT, expenditure, said, three_public_over
from test_intake_tables import BY

from checker.intake.forms.owner import owner_in, same_owner
from checker.intake.importing import understood
from checker.intake.numbers import spans
from checker.intake.prose import understand
from checker.intake.reading import Reading

TITLE = "2024年度示例区农业局部门决算"
OWN = "示例区农业局2024年度支出合计950.00万元，其中：基本支出600.00万元，项目支出350.00万元。"
SIGNED = ("示例区农业局", "2025年3月1日")
OWN_READ = {
    "950.00万元": "sum(基本支出.actual, 项目支出.actual) & 总支出.actual",
    "600.00万元": "基本支出.actual",
    "350.00万元": "项目支出.actual",
}
STATION = "示例区农技推广站2024年度支出合计450.00万元，其中：基本支出300.00万元，项目支出150.00万元。"
ACCOUNTS = {
    "a sentence about a unit below": (OWN, STATION),
    "what follows in its paragraph": (OWN, STATION + "“三公”经费支出预算为3.00万元，支出决算为2.00万元。"),
    "a section about a unit below": (
        OWN,
        "（二）示例区农技推广站",
        "支出合计450.00万元，其中：基本支出300.00万元，项目支出150.00万元。",
        "基本支出决算60.00万元。",
    ),
    "a section that says it is below": (
        OWN,
        "（二）下属单位示例区种子站",
        "支出合计100.00万元。基本支出决算60.00万元。",
    ),
    "the unit without those below it": (
        OWN,
        "局本级2024年度支出合计500.00万元，其中：基本支出300.00万元，项目支出200.00万元。",
    ),
    "a section of the unit without those below": (
        OWN,
        "（一）局本级",
        "支出合计500.00万元，其中：基本支出300.00万元，项目支出200.00万元。",
    ),
}


def read(*paragraphs):
    made = document(*paragraphs)
    found = tuple(spans(made, 1))
    return Reading((made,), found, understand(made, found, BOOK.vocabulary))


@pytest.mark.parametrize("name", ACCOUNTS)
def test_another_unit_s_figures_are_named_and_never_the_unit_s(name):
    reading = read(TITLE, *ACCOUNTS[name], *SIGNED)
    assert {key: text for key, text in told(reading).items() if "年" not in key} == OWN_READ
    (note,) = reading.understood.notes
    assert "另一个单位" in note.text.zh and "another unit" in note.text.en


def test_the_unit_s_own_sentence_is_read_again_behind_another_s():
    reading = read(TITLE, STATION + OWN, *SIGNED)
    assert {key: text for key, text in told(reading).items() if "年" not in key} == OWN_READ


def test_with_two_names_and_no_signature_neither_is_read():
    reading = read("2024年度部门决算", OWN, STATION)
    assert {key: text for key, text in told(reading).items() if "年" not in key} == {}
    assert len(reading.understood.notes) == 2


def test_the_unit_by_its_short_name_is_the_unit():
    short = OWN.replace("示例区农业局", "区农业局").replace("区农业局", "农业局", 1)
    assert {key: text for key, text in told(read(TITLE, short, *SIGNED)).items() if "年" not in key} == OWN_READ


OTHER = [[cell and cell.replace("307.82", "450.00").replace("105.58", "247.76") for cell in row] for row in SPENT]
READ = ["307.82 总支出.actual certain", "105.58 基本支出.actual certain", "202.24 项目支出.actual certain"]


def of(unit, rows=SPENT, number=1, page=1):
    return expenditure(rows, above=("支出决算表", f"部门：{unit}", "单位：万元"), number=number, page=page)


def test_tables_of_two_units_are_not_one():
    blocks = [of("示例区农业局（汇总）"), of("示例区农技推广站", OTHER, 2, 2)]
    assert said(*blocks) == READ
    reading = understood([tables(*blocks)], BOOK.vocabulary, BY)
    (note,) = reading.documents[0].stopped
    assert note.text.zh == "另一个单位（示例区农技推广站）的表，没有采用" and note.place.say("zh") == "第2页 表2"


def test_a_department_and_its_own_office_are_two():
    assert said(of("示例区农业局"), of("示例区农业局本级", OTHER, 2, 2)) == READ


def test_a_table_without_a_name_is_that_of_the_unit_before_it():
    over = three_public_over(["1.00"] * 12)
    assert len(said(of("示例区农业局", number=2), over)) == len(READ) + 12
    assert said(of("示例区农业局", number=2), of("示例区种子站", OTHER, 3, 2), over) == READ


def test_one_unit_by_two_of_its_names_is_one():
    assert len(said(of("普陀区财政局"), three_public_over(["1.00"] * 12))) > 3
    assert same_owner("上海市普陀区财政局", "普陀区财政局") and not same_owner("农业局", "农业局本级")


def test_a_sheet_that_goes_on_with_another_unit_is_that_unit_s():
    head, more = (
        ["项目名称", "年初预算数（万元）"],
        [["系统运维", "60"], ["单位名称：示例区种子站"], ["良种补贴", "30"]],
    )
    named = table([["单位名称：示例区农业局", ""], head, *more], sheet="项目")
    reading = understood([tables(*named, name="a.xlsx")], BOOK.vocabulary, BY)
    assert {each.span for each in reading.understood.proposals if each.field == "initial_budget"} == {"n1.1"}
    (note,) = reading.documents[0].stopped
    assert note.text.zh == "另一个单位（示例区种子站）的表，没有采用"
    assert [why.zh for span, why in reading.understood.context if span == "n1.2"] == [note.text.zh]


REPORT = "示例县档案局2024年度部门整体支出绩效自评报告"
SECOND = ("示例县水利局2024年度部门整体支出绩效自评报告", "项目支出年初预算300万元，实际支出280万元。")
FIRST = {"100万元": "基本支出.initial_budget", "90万元": "基本支出.actual"}


def test_a_report_of_another_unit_may_follow_and_the_first_may_go_on():
    own = "基本支出年初预算100万元，实际支出90万元。"
    reading = read(REPORT, own, *SECOND)
    assert {key: text for key, text in told(reading).items() if "年" not in key} == FIRST
    assert "另一个单位（示例县水利局）" in reading.understood.notes[0].text.zh
    again = read(REPORT, *SECOND, "关于县档案局2024年度部门整体支出的说明", own)
    assert {key: text for key, text in told(again).items() if "年" not in key} == FIRST


OWNERS = {
    "部门：示例区农业局 单位：万元": "示例区农业局",
    "编制单位:示例区农业局（汇总）  金额单位：元": "示例区农业局",
    "部门名称：示例区农业局（本级）": "示例区农业局(本级)",
    "主管部门：示例区农业局": "",
    "单位：万元": "",
    "金额单位：人民币元": "",
    "填报单位（盖章）：示例区农业局  填报日期：2025年": "示例区农业局",
    "支出决算表": "",
}


@pytest.mark.parametrize("text", OWNERS)
def test_whose_a_table_is(text):
    assert owner_in([text]) == OWNERS[text]
