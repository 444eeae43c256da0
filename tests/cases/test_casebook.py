"""The workbook of a case, cell by cell: what is wrong is told with its cell, and nothing is passed over in silence."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from conftest import BOOK
from openpyxl.comments import Comment

from checker.authoring.casebook_file import begun, written
from checker.base.errors import InputError
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.intake.casebook.reader import read_casebook

CASE = """
单位名称: 示例单位
行政区划: "430112"
预算级次: 区县
单位性质: 事业单位
预算年度: 2020
金额口径: {单位: 万元, 小数: 2}
编制人数: {值: 18人, 出处: 第一节}
在职人数: 12
支出:
  - {编号: total, 支出层次: 总支出, 项目名称: 总支出}
  - {编号: p, 支出层次: 项目支出, 上级项目: total, 项目名称: 项目支出, 年初预算: 60, 实际支出: 62.5}
  - {编号: a, 支出层次: 明细项目, 上级项目: p, 项目名称: 某专项, 年初预算: 60, 实际支出: 62.5, 追加预算: 无, 是否信息化: {值: 是, 推断: 是, 出处: 由名称推断}, 批复: [{文号: 财〔2020〕1号, 批复日期: 2020-03-01, 批复金额: 2}]}
合同:
  - {编号: "001", 合同标的: 系统, 所属支出项目: a, 合同金额: 50, 签订日期: 2020-04-01}
自报数:
  - {编号: rate, 自报种类: 完成率, 原文: 完成率 104.17%, 自报比率: 104.17%, 构成: [{角色: 分子, 路径: p.实际支出}, {角色: 分母, 路径: p.年初预算}]}
"""
DATA = written(parse_text("case.yaml", CASE), "我局.xlsx", BOOK.vocabulary, "zh")
HEADS, FIRST = 4, 6


def edited(change, data: bytes = DATA) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def at(sheet, heading: str, row: int):
    """Return the cell of a row under a heading."""
    column = next(cell.column for cell in sheet[HEADS] if str(cell.value or "").replace("\n", "").startswith(heading))
    return sheet.cell(row, column)


def line(sheet, label: str):
    """Return the value cell of an item of the unit."""
    row = next(cell.row for cell in sheet["A"] if str(cell.value or "").startswith(label))
    return sheet.cell(row, 2)


def put(sheet: str, heading: str, row: int, value, form: str | None = None):
    def change(book):
        cell = line(book[sheet], heading) if sheet == "单位" else at(book[sheet], heading, row)
        cell.value = value
        if form is not None:
            cell.number_format = form

    return change


def also(*changes):
    def change(book):
        for each in changes:
            each(book)

    return change


def head(sheet: str, heading: str, value):
    return lambda book: setattr(at(book[sheet], heading, HEADS), "value", value)


def moved_out(sheet: str, heading: str):
    return lambda book: book[sheet].delete_cols(at(book[sheet], heading, HEADS).column)


def renamed(old: str, new: str):
    return lambda book: setattr(book[old], "title", new)


def copy_headings(book):
    sheet = book["支出项目"]
    for cell in list(sheet[HEADS]):
        sheet.cell(9, cell.column).value = cell.value


def note(sheet: str, heading: str, row: int, text: str):
    return lambda book: setattr(at(book[sheet], heading, row), "comment", Comment(text, ""))


WRONG = {
    "a word in a column of amounts": (
        put("支出项目", "年初预算", 7, "约六十"),
        "支出项目!F7",
        "年初预算：“约六十”不是金额",
    ),
    "two numbers in a cell": (put("支出项目", "年初预算", 7, "60\n70"), "支出项目!F7", "可能是两个数"),
    "a foreign unit": (put("支出项目", "年初预算", 7, "60美元"), "支出项目!F7", "不认识的金额单位“美元”"),
    "a sign of yuan in a column of 万元": (put("支出项目", "年初预算", 7, "¥60"), "支出项目!F7", "这一列的单位是万元"),
    "a format of yuan in a column of 万元": (
        put("支出项目", "年初预算", 7, 60, '"¥"#,##0.00'),
        "支出项目!F7",
        "显示成别的数",
    ),
    "a format that divides": (put("支出项目", "年初预算", 7, 600000, "#,##0.00,"), "支出项目!F7", "显示成别的数"),
    "more decimals than are shown": (put("支出项目", "年初预算", 7, 60.126, "0.00"), "支出项目!F7", "存的是 60.126"),
    "a percent in a column of amounts": (put("支出项目", "年初预算", 7, 0.6, "0%"), "支出项目!F7", "显示成别的数"),
    "a dash": (put("支出项目", "年初预算", 7, "-"), "支出项目!F7", "可以是无、零，也可以是不知道"),
    "the word 空": (put("支出项目", "年初预算", 7, "空"), "支出项目!F7", "可以是无、零，也可以是不知道"),
    "an error of the spreadsheet": (put("支出项目", "年初预算", 7, "#REF!"), "支出项目!F7", "错误值 #REF!"),
    "a formula without a result": (put("支出项目", "年初预算", 7, "=1+1"), "支出项目!F7", "公式没有保存结果"),
    "a day in a column of amounts": (
        put("支出项目", "年初预算", 7, date(2020, 1, 2), "yyyy-mm-dd"),
        "支出项目!F7",
        "存成了日期",
    ),
    "true in a column of amounts": (put("支出项目", "年初预算", 7, True), "支出项目!F7", "逻辑值"),
    "a decimal comma": (put("支出项目", "年初预算", 7, "60,5"), "支出项目!F7", "千分号"),
    "a negative count": (put("单位", "编制人数", 0, -3), "单位!B", "小于 0"),
    "half a person": (put("单位", "编制人数", 0, 3.5), "单位!B", "编制人数"),
    "a count of another measure": (put("合同", "约定付款期限", 6, "3个月"), "合同!", "约定付款期限"),
    "a day without a format": (put("批复", "批复日期", 6, 43891, "General"), "批复!E6", "没有设成日期格式"),
    "a day whose order is not plain": (put("批复", "批复日期", 6, "3/4/2020"), "批复!E6", "年月日次序看不出来"),
    "a day that does not exist": (put("批复", "批复日期", 6, "2020-02-30"), "批复!E6", "批复日期"),
    "a value that is none of the list": (put("支出项目", "支出层次", 8, "明细"), "支出项目!D8", "没有“明细”这一种"),
    "neither yes nor no": (put("支出项目", "是否信息化", 8, "可能"), "支出项目!", "要写“是”或“否”"),
    "a day in a column of texts": (
        put("支出项目", "项目名称", 8, date(2020, 1, 2), "yyyy-mm-dd"),
        "支出项目!C8",
        "存成了日期",
    ),
    "an id of too many digits": (put("合同", "合同编号", 6, 43011220200000123456), "合同!B6", "不可靠"),
    "a reference to nothing": (put("合同", "所属支出项目", 6, "某某专项"), "合同!D6", "没有编号为“某某专项”的支出项目"),
    "a name that two lines have": (
        also(put("支出项目", "项目名称", 7, "某专项"), put("合同", "所属支出项目", 6, "某专项")),
        "合同!D6",
        "叫“某专项”的有 2 项（p、a）",
    ),
    "an id twice": (put("支出项目", "项目编号", 8, "p"), "支出项目!B8", "和支出项目!B7的支出项目重复"),
    "ids that differ in width": (put("支出项目", "项目编号", 8, "ｐ"), "支出项目!B8", "只差全角半角或空格"),
    "no id": (put("支出项目", "项目编号", 6, None), "支出项目!C6", "没有编号"),
    "no kind of line": (put("支出项目", "支出层次", 8, None), "支出项目!B8", "支出层次"),
    "an approval of no line": (put("批复", "支出项目编号", 6, None), "批复!", "没有写属于哪一项"),
    "an operand of no claim": (put("构成", "自报编号", 6, None), "构成!C6", "没有写属于哪一条自报数"),
    "an operand of an unknown claim": (put("构成", "自报编号", 6, "rat"), "构成!B6", "没有编号为“rat”的自报数"),
    "no year": (put("单位", "预算年度", 0, None), "单位!B", "没有写“预算年度”"),
    "no place of that name": (put("单位", "行政区划", 0, "望城"), "单位!B", "没有叫“望城”的行政区划"),
    "no unit of amounts": (put("单位", "金额单位", 0, None), "单位!B5", "没有写金额单位"),
    "another unit of amounts": (
        put("单位", "金额单位", 0, "元"),
        "支出项目!F4",
        "表头写的单位是“万元”，这一栏的是“元”",
    ),
    "an unknown unit of amounts": (put("单位", "金额单位", 0, "万圆"), "单位!B5", "金额单位要写，却写了“万圆”"),
    "a renamed heading": (
        head("支出项目", "年初预算", "年初计划（万元）"),
        "支出项目!F4",
        "没有“年初计划（万元）”这一栏",
    ),
    "another unit in a heading": (head("支出项目", "年初预算", "年初预算（元）"), "支出项目!F4", "表头写的单位是“元”"),
    "a heading twice": (head("支出项目", "追加预算", "年初预算（万元）"), "支出项目!G4", "“年初预算”这一栏有两列"),
    "a column of one's own": (
        lambda book: book["合同"].cell(HEADS, 30, "经办人电话"),
        "合同!AD4",
        "没有“经办人电话”这一栏",
    ),
    "a cell without a heading": (lambda book: book["合同"].cell(6, 78, "补充"), "合同!BZ6", "写在没有表头的列里"),
    "a required column deleted": (moved_out("支出项目", "支出层次"), "支出项目!A4", "“支出层次”这一栏没有了"),
    "the headings gone": (lambda book: book["支出项目"].delete_rows(HEADS), "支出项目!A1", "找不到表头"),
    "two rows of headings": (copy_headings, "支出项目!A9", "又是一行表头"),
    "merged cells": (lambda book: book["支出项目"].merge_cells("F7:F8"), "支出项目!F7", "合并单元格（支出项目!F7:F8）"),
    "the sample edited": (put("支出项目", "年初预算", 5, "88"), "支出项目!F5", "示例行里写了别的内容"),
    "the sample without its mark": (put("支出项目", "行", 5, None), "支出项目!B5", "第一列却没有写“示例”"),
    "a word in the first column": (put("支出项目", "行", 7, "合计"), "支出项目!A7", "只有示例行写“示例”"),
    "none with rows": (lambda book: book["合同"].__setitem__("B3", "无"), "合同!B3", "写着无，表里却有 1 行合同"),
    "whether all are listed is not said": (lambda book: book["合同"].__setitem__("B3", None), "合同!B3", "没有写列全"),
    "something else about a list": (
        lambda book: book["合同"].__setitem__("B3", "大概"),
        "合同!B3",
        "“大概”不是列全的一种",
    ),
    "not said of no rows": (lambda book: book["资产购置"].__setitem__("B3", "不详"), "资产购置!B3", "没有一行资产购置"),
    "a renamed sheet": (renamed("合同", "合同台账"), "合同台账!A1", "像是合同"),
    "a copy of a sheet": (
        lambda book: setattr(book.copy_worksheet(book["合同"]), "title", "副本"),
        "副本!A1",
        "像是合同",
    ),
    "a row of the unit renamed": (
        lambda book: setattr(book["单位"].cell(line(book["单位"], "编制人数").row, 1), "value", "编制数目"),
        "单位!A",
        "没有“编制数目”这一项",
    ),
    "a row of the unit twice": (
        lambda book: book["单位"].cell(line(book["单位"], "在职人数").row, 1, "编制人数"),
        "单位!A",
        "写了两行",
    ),
    "a column beside the unit": (lambda book: book["单位"].cell(20, 6, "备注"), "单位!F20", "写在没有表头的列里"),
    "a control character": (put("支出项目", "项目名称", 8, "某\u202e专项"), "支出项目!C8", "U+202E"),
    "a decimal for decimals": (put("单位", "金额小数位数", 0, "二"), "单位!B6", "小数位数“二”要是 0 到 9"),
    "not disclosed where there is no id": (put("批复", "批复金额", 6, "未披露"), "批复!F6", "没有编号的行不能写未披露"),
}


@pytest.mark.parametrize(("change", "cell", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_cell(change, cell, words):
    with pytest.raises(InputError) as error:
        read_casebook("我局.xlsx", edited(change), BOOK.vocabulary)
    told = [p for p in error.value.problems if words in p.message.zh]
    assert told, [p.render("zh") for p in error.value.problems]
    assert any(str(p.place).startswith(f"我局.xlsx:{cell}") for p in told), [p.render("zh") for p in told]
    for problem in error.value.problems:
        assert problem.message.en and "内部" not in problem.render("en")
        assert "!" in str(problem.place), problem.render("zh")  # every place is a cell


TOLD = {
    "a unit of its own": (put("支出项目", "年初预算", 7, "600000元"), "自己写了单位的金额", "支出项目!F7 600000元"),
    "a hidden row": (
        lambda book: setattr(book["支出项目"].row_dimensions[7], "hidden", True),
        "隐藏的行也读了",
        "支出项目!7",
    ),
    "a hidden column": (
        lambda book: setattr(book["支出项目"].column_dimensions["F"], "hidden", True),
        "隐藏的列也读了",
        "支出项目!F",
    ),
    "a hidden sheet": (lambda book: setattr(book["合同"], "sheet_state", "hidden"), "隐藏的工作表也读了", "合同"),
    "a sheet of one's own": (
        lambda book: book.create_sheet("底稿").append(["算一算", 1]),
        "不是案例的表，没有读",
        "底稿",
    ),
    "a note that says something else": (
        note("支出项目", "年初预算", 7, "问一下老王"),
        "批注没有读",
        "支出项目!F7 问一下老王",
    ),
    "a note on an empty cell": (note("支出项目", "年末结转", 7, "出处：第 3 页"), "批注没有读", "支出项目!"),
    "a column deleted": (moved_out("支出项目", "年末结转"), "少了 1 栏，按没有列示读（年末结转）", ""),
    "a sheet deleted": (lambda book: book.remove(book["付款"]), "删去的工作表按没有录入读", "付款"),
    "blanks around a text": (put("支出项目", "项目名称", 8, " 某专项 "), "前后的空格不算内容", "支出项目!C8"),
    "a total among the entries": (put("支出项目", "项目名称", 8, "合 计"), "像是合计行", "支出项目!C8 合 计"),
    "words above the headings": (
        lambda book: book["支出项目"].cell(2, 9, "单位：元"),
        "表头上面另写的没有读",
        "支出项目!I2 单位：元",
    ),
    "a list still to be said whole": (
        lambda book: book["合同"].__setitem__("B3", "待填"),
        "待填",
        "合同是否列全（合同!B3）",
    ),
    "a source without a value": (
        lambda book: book["单位"].cell(line(book["单位"], "离退休人数").row, 4, "第 2 页"),
        "写了出处，没有写内容",
        "单位!B",
    ),
    "binary noise": (put("支出项目", "年初预算", 7, 0.1 + 0.7, "General"), "二进制尾差", "支出项目!F7"),
}


@pytest.mark.parametrize(("change", "words", "cell"), TOLD.values(), ids=TOLD)
def test_what_is_read_otherwise_or_not_at_all_is_told(change, words, cell):
    case = read_casebook("我局.xlsx", edited(change), BOOK.vocabulary)
    assert any(words in note.zh and cell in note.zh for note in case.notes), case.notes


def value(change, entity: str, ident: str, field: str):
    case = read_casebook("我局.xlsx", edited(change), BOOK.vocabulary)
    fact = next(f for f in (case.facts[entity] if entity else [case.root]) if f.id == ident or not entity)
    return fact.cells.get(field), fact, case


READ = {
    "a plain figure": (put("支出项目", "年初预算", 7, 61.25), 61250000),
    "figures as text": (put("支出项目", "年初预算", 7, "1,061.25"), 1061250000),
    "full width": (put("支出项目", "年初预算", 7, "６１．２５"), 61250000),
    "its own unit": (put("支出项目", "年初预算", 7, "12 元"), 1200),
    "the unit of the column": (put("支出项目", "年初预算", 7, "12万元"), 12000000),
    "a format with the unit": (put("支出项目", "年初预算", 7, 12, '0.00"万元"'), 12000000),
    "more digits than it has": (put("支出项目", "年初预算", 7, 90.40000000000001), 90400000),
    "a negative one in brackets": (put("支出项目", "年初预算", 7, -12, "0.00;(0.00)"), -12000000),
}


@pytest.mark.parametrize(("change", "fen"), READ.values(), ids=READ)
def test_amounts_are_read_as_they_are_seen(change, fen):
    cell, _, _ = value(change, "budget_line", "p", "initial_budget")
    assert cell.value == fen and str(cell.line) == "支出项目!F7"


def test_marks_in_a_cell_are_what_they_are_in_a_case_file():
    sheet = "支出项目"
    cell, fact, case = value(put(sheet, "年初预算", 7, "待填"), "budget_line", "p", "initial_budget")
    assert cell is None and (id(fact), "initial_budget") in case.to_fill and "支出项目!F7" in case.notes[0].zh
    cell, fact, _ = value(put(sheet, "调整预算", 7, "无"), "budget_line", "p", "adjusted_budget")
    assert cell is None and "adjusted_budget" in fact.none
    for word in ("未列", "未披露", "not_disclosed"):
        cell, fact, case = value(put(sheet, "调整预算", 7, word), "budget_line", "p", "adjusted_budget")
        assert cell is None and case.undisclosed(fact, "adjusted_budget")
    _, _, case = value(put(sheet, "调整预算", 7, "留空"), "budget_line", "p", "adjusted_budget")
    assert case.root.values["left_blank"] == "项目支出的调整预算"
    cell, fact, case = value(put(sheet, "年初预算", 7, None), "budget_line", "p", "initial_budget")
    assert cell is None and not fact.none & {"initial_budget"} and case.is_given(fact, "initial_budget") is None


def test_ids_stay_as_they_are_written_and_names_lead_to_them():
    _, fact, _ = value(put("合同", "所属支出项目", 6, "某专项"), "contract", "001", "line")
    assert fact.values["line"].id == "a"
    _, fact, _ = value(put("合同", "合同编号", 6, 7, "000"), "contract", "007", "id")
    assert fact.id == "007"


def test_blank_rows_and_rows_far_below_are_read():
    def change(book):
        sheet = book["支出项目"]
        for heading, text in (("项目编号", "z"), ("项目名称", "在下面"), ("支出层次", "明细项目"), ("上级项目", "p")):
            at(sheet, heading, 400).value = text

    _, fact, _ = value(change, "budget_line", "z", "name")
    assert fact.values["name"] == "在下面" and str(fact.line) == "支出项目!B400"


def test_sources_of_rows_and_notes_on_cells():
    def change(book):
        at(book["支出项目"], "出处", 7).value = "第 3 页"
        at(book["支出项目"], "年初预算", 7).comment = Comment("王会计:\n出处：附表 2\n推算", "王会计")

    cell, fact, _ = value(change, "budget_line", "p", "initial_budget")
    assert (cell.note, cell.derived) == ("附表 2", True) and fact.cells["actual"].note == "第 3 页"


def test_all_problems_at_once_each_told_once():
    many = also(
        put("支出项目", "年初预算", 7, "六十"),
        put("合同", "合同金额", 6, "五十"),
        put("单位", "预算年度", 0, "20"),
        put("构成", "数据角色", 6, None),
    )
    with pytest.raises(InputError) as error:
        read_casebook("我局.xlsx", edited(many), BOOK.vocabulary)
    codes = [p.code for p in error.value.problems]
    assert codes.count("bad-money") == 2 and "bad-year" in codes and "required" in codes and len(codes) <= 6


def test_other_workbooks_are_told_apart():
    book = openpyxl.Workbook()
    book.active.append(["项目", "金额"])
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(InputError) as error:
        read_casebook("表.xlsx", stream.getvalue(), BOOK.vocabulary)
    (problem,) = error.value.problems
    assert problem.code == "no-casebook" and "checker import" in problem.hint.zh and "pack --map" in problem.hint.en
    with pytest.raises(InputError, match="workbook"):
        read_casebook("坏.xlsx", DATA[: len(DATA) // 2], BOOK.vocabulary)
    with pytest.raises(InputError) as error:
        read_casebook("我局.xlsx", edited(renamed("单位", "本单位")), BOOK.vocabulary)
    assert error.value.problems[0].code == "no-sheet"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_workbook_cannot_hold_is_refused(lang):
    for text in ('评价结论: " 优 "', '存在问题说明: "未列"'):
        source = parse_text("case.yaml", CASE + text + "\n")
        read_case(source, BOOK.vocabulary)
        with pytest.raises(InputError) as error:
            written(source, "我局.xlsx", BOOK.vocabulary, lang)
        assert error.value.problems[0].code == "no-cell"


def test_a_new_workbook_reads_at_once_and_every_cell_that_is_wanted_waits():
    unit = {
        "name": "示例单位",
        "jurisdiction": "430112",
        "budget_level": "区县",
        "unit_kind": "事业单位",
        "fiscal_year": "2020",
    }
    for lang in ("zh", "en"):
        for amounts in ("元", "万元"):
            data = begun("新.xlsx", BOOK.vocabulary, "department", unit, (), amounts, (), lang)
            case = read_casebook("新.xlsx", data, BOOK.vocabulary)
            assert case.unit == "示例单位" and "待填" in case.notes[0].zh and len(case.to_fill) > 80
            assert data == begun("新.xlsx", BOOK.vocabulary, "department", unit, (), amounts, (), lang)
    few = openpyxl.load_workbook(
        io.BytesIO(begun("新.xlsx", BOOK.vocabulary, "department", unit, ("procurement",), "万元", (), "zh"))
    )
    assert few.sheetnames == ["说明", "单位", "合同", "补充合同", "选项"][: len(few.sheetnames)]
