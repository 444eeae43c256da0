"""Texts that are no content are no documents: in case files, in tables on every engine, and in what is imported."""

from __future__ import annotations

import pytest
from conftest import BOOK, case_of

from checker.base.errors import InputError
from checker.cases.marks import MARKS, bare, mark_in
from checker.cases.vocabulary import Field

PAPER = BOOK.vocabulary.entities["contract"].fields["method_approval"]
REASON = Field("未付原因", "未付原因", "own", "text")
PRINTED = BOOK.vocabulary.entities["receivable"].fields["reason"]
NAME = BOOK.vocabulary.root.fields["name"]
LINE = "lines:\n  - {id: p, kind: 项目支出, name: 甲专项}\n"

NOTHING = [
    "/",
    "\\",
    "—",
    "——",
    "-",
    "－－",
    "*",
    "？",
    "…",
    "、",
    "√",
    "（）",
    "【】",
    "缺",
    "N/A",
    "n/a",
    "不详",
    "未知",
    "待补",
    "待补充",
    "【待补】",
    "待定",
    "待核实",
    "暂缺",
    "未提供",
    "TBD",
    "暂无",
    "无。",
    "（无）",
    "无文号",
    "没有批文",
    "未取得批复",
    "暂无文件",
    "不适用",
    "不涉及",
    "NULL",
    "见附件",
    "详见附表",
    "同上",
    "略",
    "暂　无",
    "暂 无",
]
OF_A_STATE = ["未审批", "无批复", "尚未批复", "未报批", "待批复", "审批中", "已审批", "有", "是", "已有", "没有审批"]
CONTENT = [
    "望财预〔2020〕15号",
    "2020-15",
    "关于同意设备购置的批复",
    "无锡市财政局批复",
    "有关批复",
    "未来路改造批复",
    "A",
    "7",
    "第3次党组会议纪要",
    "待建小学项目批复",
    "附件2",
    "略阳县财政局",
    "是否同意的函",
    "已故职工",
    "空调",
    "同上街道办事处",
    "无人机采购",
    "备案号12",
]


@pytest.mark.parametrize(("words", "paper", "reason"), [(NOTHING, 1, 1), (OF_A_STATE, 1, 0), (CONTENT, 0, 0)])
def test_what_is_no_content(words, paper, reason):
    assert [word for word in words if (mark_in(PAPER, word) is not None) != bool(paper)] == []
    assert [word for word in words if (mark_in(REASON, word) is not None) != bool(reason)] == []


def test_what_the_built_in_rules_ask_of_a_reason_is_what_is_printed():
    assert [word for word in (*NOTHING, *OF_A_STATE) if mark_in(PRINTED, word) is not None] == []


def test_every_group_says_what_to_write_and_no_word_stands_in_two():
    words = [word for mark in MARKS for word in mark.words]
    assert len(words) == len(set(words)) and all(bare(word) == word for word in words)
    assert all(mark.told.zh and mark.told.en and mark.hint.zh and mark.hint.en for mark in MARKS)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("/", "write 无 for none, 待填"),
        ("不详", "待填"),
        ("'暂无'", "write 无"),
        ('"null"', "write 无"),
        ("见附件", "points elsewhere"),
        ("未审批", "was not done"),
        ("有", "and not which"),
    ],
)
def test_a_case_is_refused_with_what_to_write(word, told):
    with pytest.raises(InputError) as refused:
        case_of(f"contracts:\n  - {{id: c, method_approval: {word}}}\n")
    (problem,) = refused.value.problems
    assert problem.code == "bad-text" and problem.hint is not None
    assert told in problem.message.en + problem.hint.en and "写" in problem.hint.zh


def test_a_state_and_a_reason_may_say_that_nothing_was_done():
    text = "receivables:\n  - {id: r, amount: 1元, reason: 未审批}\n"
    assert case_of(text).facts["receivable"][0].values["reason"] == "未审批"
    own = Field("审批情况", "审批情况", "own", "text")
    assert mark_in(own, "已审批") is None and mark_in(own, "不详") is not None
    assert mark_in(Field("state", "加班审批", "own", "text"), "未审批") is not None
    assert mark_in(Field("id", "批复编号", "own", "text"), "有") is None  # an id, and no document
    assert mark_in(Field("how", "办理方式", "own", "count"), "/") is None  # no text


def test_tables_refuse_the_same_words_on_every_engine():
    duckdb = pytest.importorskip("duckdb")
    from checker.tables.text_marks import no_content

    texts = [
        *NOTHING,
        *OF_A_STATE,
        *CONTENT,
        "待填",
        "留空",
        "无",
        "",
        "  ",
        "　",
        "无 文　号",
        "'",
        "Null",
        "（N/A）",
        "x" * 40,
    ]
    with duckdb.connect() as connection:
        for field in (PAPER, REASON, NAME):
            connection.execute(f'CREATE OR REPLACE TABLE t (n INTEGER, "{field.id}" VARCHAR)')
            connection.executemany("INSERT INTO t VALUES (?, ?)", list(enumerate(texts)))
            wanted = [mark_in(field, text) is not None for text in texts]
            for on_duckdb in (True, False):
                found = connection.execute(f"SELECT {no_content(field, on_duckdb)} FROM t ORDER BY n").fetchall()
                assert [text for text, (each,), right in zip(texts, found, wanted, strict=True) if each != right] == []


def test_an_import_takes_no_mark_for_a_text():
    from checker.base.values import BadValue
    from checker.documents.node import Node
    from checker.mapping.cells import Converter
    from checker.mapping.model import Amounts, Column, TableMap

    nowhere = Node("plain", "", 0, 0)
    column = Column("采购方式批准文号", PAPER, nowhere)
    table = TableMap("", nowhere, BOOK.vocabulary.entities["contract"], (column,))
    read = Converter(table, column, Amounts(""), BOOK.vocabulary)
    assert read("望财采〔2020〕1号") == "望财采〔2020〕1号" and read("无") == "无" and read(" ") == ""
    for word in ("/", "未审批", "见附件", "不详"):
        with pytest.raises(BadValue) as refused:
            read(word)
        assert refused.value.hint is not None and "写作无" in refused.value.hint.zh
