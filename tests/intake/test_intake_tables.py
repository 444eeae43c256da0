"""Whole published tables: every amount is a fact with the total that it is a part of; sums and other tables bear it out, or a person looks."""

from __future__ import annotations

from functools import partial

import pytest
from conftest import BOOK
from intake_forms import document, table
from test_forms import FORMS, SPENT, expenditure, figures, summary

from checker.api import check
from checker.base.errors import Text
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.intake import prose
from checker.intake.document import Note, Paragraph, Place
from checker.intake.draft import draft
from checker.intake.forms import understand
from checker.intake.importing import understood

BY = (partial(understand, forms=FORMS), prose.understand)
FUNCTION = [["功能科目编码", "功能科目名称", "金额"]]
BUYING = [["采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"]]
BOUGHT = [
    ["合计", "", "", "", "", "100.00"],
    ["一、货物A", "", "", "", "", "40.00"],
    ["", "办公设备购置费", "办公设备购置", "", "", "40.00"],
    ["", "", "", "台式计算机（20万以下）", "分散自行组织", "25.00"],
    ["", "", "", "打印设备", "分散自行组织", "15.00"],
    ["三、服务C", "", "", "", "", "60.00"],
    ["", "运行费", "会议费", "", "", "60.00"],
]
BOUGHT_NEXT = [["", "", "", "会议服务", "政府集中采购", "60.00"]]
SUMMARY_JS = [
    ["收入", None, "支出", None, None, None],
    ["项目名称", "金额", "功能分类", None, "支出用途", None],
    ["^", "^", "功能科目名称", "金额", "项目名称", "金额"],
    ["一、财政拨款", "90.00", "一、一般公共服务支出", "80.00", "一、基本支出", "60.00"],
    ["1.一般公共预算", "90.00", "二、外交支出", "", "二、项目支出", "40.00"],
    ["二、其他资金", "10.00", "三、住房保障支出", "20.00", "三、单位预留机动经费", ""],
    ["当年收入小计", "100.00", "当年支出小计", None, None, "100.00"],
    ["上年结转资金", "", "结转下年资金", None, None, ""],
    ["收入合计", "100.00", "支出合计", None, None, "100.00"],
]


def functions(rows, *, title="财政拨款支出预算表（功能科目）", page=1, number=1, above=None):
    lines = (title, "公开表五", "部门：某局 单位：万元") if above is None else above
    return table([*FUNCTION, *rows], page=page, number=number, above=lines)


CODES = [["合计", None, "30.00"], ["201", "一般公共服务支出", "20.00"], ["20101", "人大事务", "20.00"]]
MORE = [["221", "住房保障支出", "10.00"], ["2210201", "住房公积金", "10.00"]]
CODES_READ = [
    "财政拨款支出预算表 | 合计 | 金额 | 30.00 certain",
    "财政拨款支出预算表 | 一般公共服务支出 | 金额 | 20.00 certain < 合计 金额 row",
    "财政拨款支出预算表 | 人大事务 | 金额 | 20.00 certain < 一般公共服务支出 金额 row",
    "财政拨款支出预算表 | 住房保障支出 | 金额 | 10.00 certain < 合计 金额 row",
    "财政拨款支出预算表 | 住房公积金 | 金额 | 10.00 certain < 住房保障支出 金额 row",
]


def put(rows, at, column, text):
    """Return rows with another text in one cell."""
    made = [list(row) for row in rows]
    made[at][column] = text
    return made


TABLES = {
    "codes make the tree, columns the parts of a row": (
        [expenditure(SPENT)],
        [
            "支出决算表 | 合计 | 本年支出合计 | 307.82 certain",
            "支出决算表 | 合计 | 基本支出 | 105.58 certain < 合计 本年支出合计 column",
            "支出决算表 | 合计 | 项目支出 | 202.24 certain < 合计 本年支出合计 column",
            "支出决算表 | 一般公共服务支出 | 本年支出合计 | 264.87 certain < 合计 本年支出合计 row",
            "支出决算表 | 一般公共服务支出 | 基本支出 | 62.63 certain < 一般公共服务支出 本年支出合计 column",
            "支出决算表 | 一般公共服务支出 | 项目支出 | 202.24 certain < 一般公共服务支出 本年支出合计 column",
            "支出决算表 | 行政运行 | 本年支出合计 | 264.87 certain < 一般公共服务支出 本年支出合计 row",
            "支出决算表 | 行政运行 | 基本支出 | 62.63 certain < 行政运行 本年支出合计 column",
            "支出决算表 | 行政运行 | 项目支出 | 202.24 certain < 行政运行 本年支出合计 column",
            "支出决算表 | 社会保障和就业支出 | 本年支出合计 | 42.95 certain < 合计 本年支出合计 row",
            "支出决算表 | 社会保障和就业支出 | 基本支出 | 42.95 certain < 社会保障和就业支出 本年支出合计 column",
        ],
    ),
    "numbered rows are parts of the total below them, and that of the grand total": (
        [summary()],
        [
            "收入支出决算总表（收入） | 一般公共预算财政拨款收入 | 决算数 | 300.00 certain < 本年收入合计 决算数 row",
            "收入支出决算总表（收入） | 其他收入 | 决算数 | 7.82 certain < 本年收入合计 决算数 row",
            "收入支出决算总表（收入） | 本年收入合计 | 决算数 | 307.82 certain < 总计 决算数 row",
            "收入支出决算总表（收入） | 年初结转和结余 | 决算数 | 2.18 certain < 总计 决算数 row",
            "收入支出决算总表（收入） | 总计 | 决算数 | 310.00 certain",
            "收入支出决算总表（支出） | 一般公共服务支出 | 决算数 | 300.00 certain < 本年支出合计 决算数 row",
            "收入支出决算总表（支出） | 本年支出合计 | 决算数 | 300.00 certain < 总计 决算数 row",
            "收入支出决算总表（支出） | 年末结转和结余 | 决算数 | 10.00 certain < 总计 决算数 row",
            "收入支出决算总表（支出） | 总计 | 决算数 | 310.00 certain",
        ],
    ),
    "rows 1. 2. are parts of the row 一、; use of money is the other way to part the total": (
        [table(SUMMARY_JS, above=("收支预算总表", "部门：某局 单位：万元"))],
        [
            "收支预算总表（收入） | 财政拨款 | 金额 | 90.00 certain < 当年收入小计 金额 row",
            "收支预算总表（收入） | 一般公共预算 | 金额 | 90.00 certain < 财政拨款 金额 row",
            "收支预算总表（收入） | 其他资金 | 金额 | 10.00 certain < 当年收入小计 金额 row",
            "收支预算总表（收入） | 当年收入小计 | 金额 | 100.00 certain < 收入合计 金额 row",
            "收支预算总表（收入） | 收入合计 | 金额 | 100.00 certain",
            "收支预算总表（支出） | 一般公共服务支出 | 金额 | 80.00 certain < 当年支出小计 金额 row",
            "收支预算总表（支出） | 住房保障支出 | 金额 | 20.00 certain < 当年支出小计 金额 row",
            "收支预算总表（支出） | 基本支出 | 金额 | 60.00 certain < 当年支出小计 金额 column",
            "收支预算总表（支出） | 项目支出 | 金额 | 40.00 certain < 当年支出小计 金额 column",
            "收支预算总表（支出） | 当年支出小计 | 金额 | 100.00 certain < 支出合计 金额 column",
            "收支预算总表（支出） | 支出合计 | 金额 | 100.00 certain",
        ],
    ),
    "a row without its 款 is a part of its 类": ([functions([*CODES, *MORE])], CODES_READ),
    "the next page prints title and head again and goes on": (
        [functions(CODES), functions(MORE, page=2, number=2)],
        CODES_READ,
    ),
    "the title stands at the end of the page before": (
        [
            functions([], title="财政拨款支出预算表")[:-1],
            table([*FUNCTION, *CODES, *MORE], page=2, number=2),
        ],
        CODES_READ,
    ),
    "a title over two lines": (
        [functions([*CODES, *MORE], above=("财政拨款支出预", "算表", "单位：万元"))],
        CODES_READ,
    ),
    "two tables of one title, each with its total: the figures differ, a person looks": (
        [functions([*CODES, *MORE]), functions([["合计", None, "7.00"], ["201", "一般公共服务支出", "7.00"]], page=2)],
        [
            "财政拨款支出预算表 | 合计 | 金额 | 30.00 confirm / 7.00 confirm",
            "财政拨款支出预算表 | 一般公共服务支出 | 金额 | 20.00 confirm / 7.00 confirm < 合计 金额 row",
            "财政拨款支出预算表 | 人大事务 | 金额 | 20.00 confirm < 一般公共服务支出 金额 row",
            *[CODES_READ[3].replace("certain", "confirm"), CODES_READ[4]],
        ],
    ),
    "columns further right are parts of the last row further left": (
        [table([*BUYING, *BOUGHT], above=("2019年政府采购预算表", "单位：万元"))],
        [
            "政府采购预算表 | 合计 | 总计 | 100.00 certain",
            "政府采购预算表 | 一、货物A | 总计 | 40.00 certain < 合计 总计 row",
            "政府采购预算表 | 办公设备购置费 办公设备购置 | 总计 | 40.00 certain < 一、货物A 总计 row",
            "政府采购预算表 | 台式计算机（20万以下） 分散自行组织 | 总计 | 25.00 certain < 办公设备购置费 办公设备购置 总计 row",
            "政府采购预算表 | 打印设备 分散自行组织 | 总计 | 15.00 certain < 办公设备购置费 办公设备购置 总计 row",
            "政府采购预算表 | 三、服务C | 总计 | 60.00 certain < 合计 总计 row",
            "政府采购预算表 | 运行费 会议费 | 总计 | 60.00 certain < 三、服务C 总计 row",
        ],
    ),
    "a part that is two numbers is no amount: the sum is not known": (
        [functions(put([*CODES, *MORE], 3, 2, "10.00 12.00"))],
        [
            "财政拨款支出预算表 | 合计 | 金额 | 30.00 confirm",
            "财政拨款支出预算表 | 一般公共服务支出 | 金额 | 20.00 confirm < 合计 金额 row",
            "财政拨款支出预算表 | 人大事务 | 金额 | 20.00 certain < 一般公共服务支出 金额 row",
            "财政拨款支出预算表 | 住房保障支出 | 金额 | - < 合计 金额 row",
            "财政拨款支出预算表 | 住房公积金 | 金额 | 10.00 confirm < 住房保障支出 金额 row",
        ],
    ),
    "a part is off: the total and all its parts are to be confirmed": (
        [functions(put([*CODES, *MORE], 3, 2, "10.50"))],
        [
            "财政拨款支出预算表 | 合计 | 金额 | 30.00 confirm",
            "财政拨款支出预算表 | 一般公共服务支出 | 金额 | 20.00 confirm < 合计 金额 row",
            "财政拨款支出预算表 | 人大事务 | 金额 | 20.00 certain < 一般公共服务支出 金额 row",
            "财政拨款支出预算表 | 住房保障支出 | 金额 | 10.50 confirm < 合计 金额 row",
            "财政拨款支出预算表 | 住房公积金 | 金额 | 10.00 confirm < 住房保障支出 金额 row",
        ],
    ),
    "a row with an amount and no code may be a part: the sum is not known": (
        [functions([*CODES, *MORE, ["", "调整", "2.00"]])],
        [
            "财政拨款支出预算表 | 调整 | 金额 | - < 合计 金额 row",
            "财政拨款支出预算表 | 合计 | 金额 | 30.00 confirm",
            "财政拨款支出预算表 | 一般公共服务支出 | 金额 | 20.00 confirm < 合计 金额 row",
            "财政拨款支出预算表 | 人大事务 | 金额 | 20.00 certain < 一般公共服务支出 金额 row",
            "财政拨款支出预算表 | 住房保障支出 | 金额 | 10.00 confirm < 合计 金额 row",
            "财政拨款支出预算表 | 住房公积金 | 金额 | 10.00 certain < 住房保障支出 金额 row",
        ],
    ),
    "a row 其中 is no part of the total": (
        [functions([*CODES, ["", "其中：会议", "3.00"], *MORE])],
        CODES_READ,
    ),
    "a cut is a part below zero": (
        [functions(put(put([*CODES, *MORE], 0, 2, "10.00"), 3, 2, "-10.00")[:4])],
        [
            "财政拨款支出预算表 | 合计 | 金额 | 10.00 certain",
            "财政拨款支出预算表 | 一般公共服务支出 | 金额 | 20.00 certain < 合计 金额 row",
            "财政拨款支出预算表 | 人大事务 | 金额 | 20.00 certain < 一般公共服务支出 金额 row",
            "财政拨款支出预算表 | 住房保障支出 | 金额 | -10.00 certain < 合计 金额 row",
        ],
    ),
    "no unit anywhere: nothing is read": (
        [functions([*CODES, *MORE], above=("财政拨款支出预算表",))],
        [
            line.replace("30.00 certain", "-").replace("20.00 certain", "-").replace("10.00 certain", "-")
            for line in CODES_READ
        ],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_made_table_is_read_whole(name):
    blocks, wanted = TABLES[name]
    assert figures(*blocks) == wanted


def reading(*blocks):
    return understood([document(*blocks)], BOOK.vocabulary, BY)


def checked(*blocks, more=""):
    """Return what the checker says of the draft of a document, as {rule: {outcome}} without what does not apply."""
    text = draft(reading(*blocks), BOOK.vocabulary)
    for key, value in (("行政区划", '"430121"'), ("预算级次", "区县"), ("单位性质", "机关"), ("预算年度", "2024")):
        text = text.replace(f"{key}: 待填", f"{key}: {value}")
    case = read_case(parse_text("draft.yaml", text + more), BOOK.vocabulary)
    found = {}
    chosen = ("account-rows-add-up", "account-columns-add-up", "same-figure-twice")
    for finding in check([case], BOOK, selected=lambda ident: ident in chosen).checks:
        if finding.outcome != "not_applicable":
            found.setdefault(finding.rule.id, []).append(finding.outcome)
    return text, found


OUT = ("2024年度部门决算",)


def test_the_draft_of_a_table_is_checked_row_by_row_and_column_by_column():
    text, found = checked(expenditure(SPENT))
    assert "公开表数:\n  完整: 是\n  明细:" in text
    assert found["account-rows-add-up"] == ["pass"] * 2
    assert found["account-columns-add-up"] == ["pass"] * 4


def test_what_two_tables_print_is_held_against_each_other():
    _, found = checked(summary(spent="300.00"), expenditure(SPENT, number=2))
    assert "fail" in found["same-figure-twice"]  # 300.00 there, 307.82 and 264.87 here
    rows = [
        ["合计", None, "300.00", "97.76", "202.24", "", "", ""],
        ["201", "一般公共服务支出", "257.05", "54.81", "202.24", "", "", ""],
        SPENT[3],
    ]
    _, found = checked(summary(spent="300.00"), expenditure(rows, number=2))
    assert found["same-figure-twice"].count("fail") == 1  # the row 一般公共服务支出


def test_an_unread_page_leaves_the_list_open():
    made = document(expenditure(SPENT))
    stopped = made._replace(stopped=(Note(Place((("page", 2),)), Text("没有读", "not read")),))
    text = draft(understood([stopped], BOOK.vocabulary, BY), BOOK.vocabulary)
    assert "公开表数:\n  完整: 否\n" in text


def test_a_sum_that_does_not_close_accuses_nobody_before_a_person_has_looked():
    text, found = checked(expenditure(put(SPENT, 3, 2, "42.05")))
    assert "fail" not in found["account-rows-add-up"] + found["account-columns-add-up"]
    assert text.count("合计不符") > 4


def test_the_same_table_in_two_documents_is_one_table():
    files = [document(expenditure(SPENT), name=name) for name in ("a.pdf", "b.docx")]
    found = understood(files, BOOK.vocabulary, BY).understood
    assert sum(1 for fact in found.facts if fact.entity == "account_figure") == 11
    assert sum(1 for p in found.proposals if p.status == "restated") >= 11


def test_what_a_figure_was_before_it_changed_stays_reckoned_beside_tables():
    """A base that follows from 增加63.14万元 is the figure before, never the change itself."""
    said = "一般公共预算财政拨款支出2,940.05万元。与2023年度相比，一般公共预算财政拨款支出减少63.14万元，下降2.10%。"
    lines = [
        Paragraph(Place((("page", 1), ("paragraph", n))), text) for n, text in enumerate(("2024年度部门决算", said), 1)
    ]
    text = draft(reading(lines, expenditure(SPENT)), BOOK.vocabulary)
    assert "3003.19万元" in text and "推算: 是" in text
    assert "{数据角色: 基数, 构成金额: {值: 63.14万元" not in text
