"""Texts that are no content are no documents: in case files, in tables on every engine, and in what is imported."""

from __future__ import annotations

import re

import pytest
from conftest import BOOK, case_of

from checker.base.errors import InputError
from checker.cases.marks import MARKS, bare, is_paper, mark_in, reading_of
from checker.cases.vocabulary import Field

PAPER = BOOK.vocabulary.entities["contract"].fields["method_approval"]
REASON = Field("未付原因", "未付原因", "own", "text")
PRINTED = BOOK.vocabulary.entities["receivable"].fields["reason"]
NAME = BOOK.vocabulary.root.fields["name"]
NUMBERS = re.split(
    r"[|\n]",
    """\
党组会纪要3|2020-15|湘财预12|〔2020〕15号|A-003|合同1|望财预〔2020〕15号|望财预[2020]15号
望财预(2020)15号|望财预【2020】15号|望财预2020-15号|望财预〔2020〕15|湘财预〔2020〕第15号
长财企指〔2020〕0034号|会议纪要〔2020〕3号|第3次党组会议纪要|第三次党组会会议纪要|2020年第3次局党组会议纪要
党组会纪要（2020）3|党组会纪要第3期|县政府常务会议纪要〔2020〕第12次|县长办公会议纪要5号|政府常务会议纪要第十二期
区委专题会议纪要〔2020〕6号|局长办公会纪要2020-7|县府阅〔2020〕12号|望政函〔2020〕8号|望政办发〔2020〕11号
发改投资〔2020〕101号|望发改审〔2020〕56号|望行审建〔2020〕3号|财办库〔2020〕50号|财库〔2019〕38号
国办发〔2016〕41号|中办发〔2013〕13号|湘政办发〔2018〕70号|国发〔1999〕5号|财预〔2020〕10号|（2020）15号
2020年15号文|15号文|五号文|十五号文件|〔二〇二〇〕十五号|望财预字第15号|望财（预）字〔2020〕15号|指标文号2020-0123
ZB2020-0123|2020ZB0123|指标0123|4301002020000123|湘财采计〔2020〕00123号
HNZC2020-CG-012|HNZFCG-2020-0012|CSCG-202001010001|政府采购计划备案号430112-2020-0012
WCCG2020012|采购计划202000123|备案2020123|单一来源20200012|进口核准〔2020〕21号|A003|B-12
JZ-03|No.2020015|№ 0015123|GZ20200012|QT-2020-3|2020015
20200315001|123456|关于同意设备购置的批复|关于追加2020年部门预算的批复|无锡市财政局批复|未来路改造批复|待建小学项目批复
是否同意的函|《关于下达2020年专项资金的通知》|望财预〔2020〕15号、16号|望财预〔2020〕15号；望财农〔2020〕3号
望财预〔2020〕15号（追加）|望财预〔2020〕15号附件2|见望财预〔2020〕15号|附件2：望财预〔2020〕15号|湘卫函〔2020〕33号
邀请函〔2020〕5号|来访公函2020-1|公函第15号|长沙市卫健委公函12号|省财政厅湘财预12|区财政批复15号|财政批复2020-15
签报〔2020〕5号|呈批件〔2020〕18号|请示件2020018|国有资产处置批复〔2020〕2号|资产处置单2020-05
评估报告湘评字〔2020〕第15号|天健评报字（2020）第101号|概算批复〔2020〕7号|发改概算批复2020-12|可研批复12号
建规〔2020〕2号|望建许2020-33|租用批复〔2020〕1号|机管〔2020〕15号|国管房〔2020〕15号
县机关事务局关于租用办公用房的批复|某财预〔2020〕5号|XX财预〔2020〕5号|甲1号|甲1|乙2号|批1|文1号|文1|x-1|a12
P-2020-001|指标单2020年第5号|追加指标通知单12|预指2020-15|2020预15|20预15|调剂〔2020〕3号|财指15
备案号12|备案号：12|文号：望财预〔2020〕15号|第12号令|令第741号|财政部令第87号|审计署令11号
卫财务函2020 15|望财预〔2020〕１５号|望财预〔２０２０〕15号|Ａ－００３|望 财 预 〔2020〕 15 号
二〇二〇年第三次党组会纪要|普商务规范〔2023〕3号|沪商规（2024）2号|财库[2013]189号|资规范（2023）1号
第12次党组会纪要|第三次局务会纪要|2020年第15号|20年15号|公函3|函12|望财15|望财第1号|望财字1号|财预12、15号|批复1|00123
第12345号|党组会1|局函〔2020〕1号|2020年1号|2020第3号|1号批复|第1号通知|12号纪要|1号文件|HT-1|2020/15|会纪3号|县长签批12号""",
)
NO_NUMBERS = re.split(
    r"[|\n]",
    r"""0|00|000|０|1|7|9|12|03|１|1.|(1)|—|/|\|无号|无编号|无文号|未编文号|未编号|没有编号|暂无文号|N|n|NO
No|no|N/A|NA|false|FALSE|true|yes|是|否|有|已有|无批文|见台账|如上|同上|见合同|见附件|见附件3|见附表2
详见附件1|详见合同|见备注|见正文|见报告第3页|附件2|附件|附表1|后附|另附|略|#REF!|#N/A|#VALUE!|#DIV/0!
#NAME?|#NUM!|NULL|null|nan|None|XX公司|某公司|甲公司|XX局|XX号|第XX号|XX|xx|XXX|××|***
****|____|□□|湘财预〔2020〕号|湘财预〔2020〕XX号|湘财预〔2020〕  号|望财预〔〕号|〔2020〕|（2020）
〔2020〕号|湘财预〔2020〕|湘财预〔2020〕×号|XX〔2020〕XX号|第号|号|文号|批复|批文|文件|公函|会议纪要|党组会|党组会议
局长办公会|县长办公会|党委会|常务会议|局长办公会会议纪要|党组会议纪要|有关批复|上级批复|相关文件|上级文件|上级主管部门批复|财政部门批复
领导批示|领导同意|领导签字|口头同意|会议研究|会议通过|集体研究|审批中|已报批|报批中|未审批|未报批|已审批|已批复|待批复|尚未批复|同意
批准|已备案|备案|备案中|正在办理|待定|待补|不详|未知|待核实|不适用|不涉及|无需审批|2020|2020年|2020年度|2020-03-01
2020/3/1|2020.3.1|2020年3月1日|2020年3月|100万元|12.5万元|50元|1份|2份|3个|财政局|县财政局|区政府
张三|王局长|经办人|A|ABC|abc|甲|办公室|空调|略阳县财政局|同上街道办事处|政府采购|自行采购|追加|年初预算|?|？？|……|。|没有
无|暂无|TBD|pending|-|01|003|012|005|123|0123|1234|１５|０１２|15号|第1号|第12号|12号|１号|第１５号|第15|第003号|1号。|（15号）|第 1 号
一号|八号|十五号|第一号|第三次|第12次|12次|第3期|第二届|NO.15|No.1|no 3|№ 12|№1号|Ｎｏ．7|#12|1、2号|15号，16号|第1号和第2号|第9999号""",
)
NONE = ["/", "—", "……", "。", "N/A", "nil", "NULL", "#REF!", "暂无", "没有", "无原因", "无资料", "不适用"]
OPEN = [
    "不详",
    "未知",
    "原因不详",
    "原因：不明",
    "不清楚",
    "待定",
    "待补充",
    "【待核实】",
    "TBD",
    "暂缺",
    "未提供",
    "见附件",
    "详见附件2",
    "具体原因详见附件",
    "同上",
    "略",
    "详见总结",
    "见台账",
    "如上",
    "如上所述",
    "见合同",
    "见单位自评报告",
    "详见报告第3页",
    "见后附说明",
    "另附",
    "附表一",
    "参见正文",
]
REASONS = [
    "物价上涨",
    "疫情取消",
    "人员调出2人",
    "据实结算（新冠疫情防控）",
    "单位撤并",
    "未审批",
    "审批中",
    "有",
    "按规定",
    "***",
    "____",
    "XX",
    "某公司",
    "因疫情取消，详见附件2",
    "同上年相比人员增加",
    "另附近道路施工受阻",
    "不明水源污染",
    "无人投标",
    "无供应商响应",
    "见附件：疫情取消3场会议",
    "见湘财预〔2020〕15号",
    "略有超支",
    "待岗人员增加",
    "未知名专家授课",
    "天气原因",
]
"""What is left to the rules, which look for more than stock phrases."""
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
    "未来路改造批复",
    "第3次党组会议纪要",
    "待建小学项目批复",
    "是否同意的函",
    "备案号12",
]
NO_PAPER = ["有关批复", "A", "7", "略阳县财政局", "已故职工", "空调", "同上街道办事处", "无人机采购"]


@pytest.mark.parametrize(
    ("words", "paper", "reason"), [(NOTHING, 1, 1), (OF_A_STATE, 1, 0), (CONTENT, 0, 0), (NO_PAPER, 1, 0)]
)
def test_what_is_no_content(words, paper, reason):
    assert [word for word in words if (mark_in(PAPER, word) is not None) != bool(paper)] == []
    assert [word for word in words if (mark_in(REASON, word) is not None) != bool(reason)] == []


def test_the_numbers_that_small_units_write_are_numbers_and_the_rest_is_none():
    """About 400 texts in the field of a document number: what an auditor takes for one, and what he asks about."""
    taken = [text for text in (*NUMBERS, *NO_NUMBERS) if mark_in(PAPER, text) is None]
    assert taken == NUMBERS
    assert [text for text in NUMBERS if not is_paper(text)] == [text for text in NO_NUMBERS if is_paper(text)] == []


def test_a_report_among_the_cases_is_told_as_one():
    with pytest.raises(InputError) as refused:
        case_of('{"format": "checker-report/2", "checks": []}', head="")
    (problem,) = refused.value.problems
    assert "报告" in problem.message.zh and "checker diff" in problem.hint.en


def test_what_a_printed_reason_comes_to():
    """What says nothing is none, what is elsewhere or not known is open, and a short reason is a reason."""
    read = {text: reading_of(PRINTED, text) for text in (*NONE, *OPEN, *REASONS)}
    assert {text for text, found in read.items() if found == "none"} == {*NONE}
    assert {text for text, found in read.items() if found == "open"} == {*OPEN}
    goal = BOOK.vocabulary.entities["budget_line"].fields["goal"]
    assert [reading_of(goal, text) for text in ("/", "____", "见附件", "暂无", "未审批")] == [
        "open",
        "",
        "open",
        "none",
        "",
    ]
    assert reading_of(PAPER, "见附件") == ""  # refused, with what to write


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
    told = mark_in(Field("id", "批复编号", "own", "text"), "有")
    assert told is not None and "自己编一个" in told.hint.zh  # 无 would be no id either
    assert mark_in(Field("how", "办理方式", "own", "count"), "/") is None  # no text


def test_tables_refuse_the_same_words_on_every_engine():
    duckdb = pytest.importorskip("duckdb")
    from checker.tables.text_marks import no_content

    texts = [
        *NOTHING,
        *OF_A_STATE,
        *CONTENT,
        *NO_PAPER,
        *NUMBERS,
        *NO_NUMBERS,
        *NONE,
        *OPEN,
        *REASONS,
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
        for field in (PAPER, REASON, NAME, PRINTED):
            connection.execute(f'CREATE OR REPLACE TABLE t (n INTEGER, "{field.id}" VARCHAR)')
            connection.executemany("INSERT INTO t VALUES (?, ?)", list(enumerate(texts)))
            wanted = [mark_in(field, text) is not None for text in texts]
            for on_duckdb in (True, False):
                found = connection.execute(
                    f"SELECT {no_content(field, field.id, on_duckdb)} FROM t ORDER BY n"
                ).fetchall()
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
    assert read("待填") == "待填"
    for word, none, open_ in (
        ("/", True, False),
        ("未审批", True, False),
        ("批复", True, True),
        ("见附件", False, True),
        ("不详", False, True),
        ("已批复", False, True),
    ):
        with pytest.raises(BadValue) as refused:
            read(word)
        hint = refused.value.hint
        assert hint is not None and ("写作无" in hint.zh) is none, word
        assert (f'对照: {{"{word}": 待填}}' in hint.zh) is open_, word
        assert not open_ or "写作空" not in hint.zh  # what is not known is no cell left empty


ADVISED = {
    (
        "lines",
        "actual",
        "id: a, kind: 明细项目",
    ): "- / 不详 N/A 待定 （5.00） (123.45) 约5 5左右 5万余元 85% 1e5 ¥5 五万元 零 12.3.4 5* 未发生",
    (
        "contracts",
        "sign_date",
        "id: c",
    ): "2021/2/30 2021-02 2021年3月 20210203 44230 不详 / 待定 长期 03/05/2021 二〇二一年二月三日",
    ("contracts", "price_deduction", "id: c"): "0.85 85 1 8.5 八成 下降5% 不详 / 百分之八十五",
    ("receptions", "guests", "id: r"): "三人 3.5 -1 约3 若干 12批次 / 不详",
    (
        "receptions",
        "letter",
        "id: r",
    ): "0 1 / 不详 见附件 有 未审批 局长办公会 湘财预〔2020〕号 2020年 公函 无号 N/A 已报批",
    ("contracts", "合同编号", "供应商: 甲公司"): "/ 无 待填 有 未审批 不详 ''",
    ("receptions", "list_given", "id: r"): "不清楚 / 是的",
    ("contracts", "method", "id: c"): "公开 不详 /",
    ("lines", "kind", "id: a"): "待填 '' 项目",
}
"""What people write into a field of an entry, by the list, the field and what stands beside it."""


@pytest.mark.parametrize(
    ("place", "written"), [(place, word) for place, words in ADVISED.items() for word in words.split()]
)
def test_what_a_refusal_advises_is_accepted(place, written):
    """Nobody is sent in a circle: whatever the hint says to write is read, and so is the entry without the field where it says so."""
    entity, name, beside = place
    with pytest.raises(InputError) as refused:
        case_of(_with(entity, name, beside, written))
    problem = next(each for each in refused.value.problems if each.code.startswith(("bad-", "empty", "no-id")))
    hint = problem.hint.zh if problem.hint is not None else ""
    named = (hint + problem.message.zh).partition("可写")[2].partition("；")[0].lstrip("：").split("、")
    words = [*_LITERAL.findall(hint), *(word for word in named if word)]
    others = ("删去", "是不是想写", "可用的单位", "写全", "折成", "改正这个数")
    assert words or any(word in hint for word in others), hint
    for word in words:
        case_of(_with(entity, name, beside, word))
    if "删去" in hint:
        case_of("" if "这一条" in hint else _with(entity, name, beside, None))


_LITERAL = re.compile(
    r"(?:写|写成|例如|如) ?(待填|无|c1|望财预〔2020〕15号|-?\d[\d,.]*(?:-\d\d-\d\d)?(?:%|万元|元|人)?)"
)
"""What advice says to write as it stands."""


def _with(entity, name, beside, written):
    entry = (
        beside
        if written is None
        else f"{beside}, {name}: {written if written in ('无', '待填', chr(39) * 2) else chr(34) + written + chr(34)}"
    )
    return f"amounts: {{unit: 万元, decimals: 2}}\n{entity}:\n  - {{{entry}}}\n"
