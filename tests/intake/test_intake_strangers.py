"""Small documents as a county unit has them, each with what an accountant would read written down first; nothing else may be read."""

from __future__ import annotations

import re
import unicodedata

import pytest
from conftest import BOOK
from intake_files import cell, docx, paragraph, run, table
from test_intake_fresh import read, workbook

HEAD = (
    ("项目", "", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"),
    ("功能分类科目编码", "科目名称", "", "", "", "", "", ""),
)
SPENT = (
    ("合计", "", "307.82", "105.58", "202.24", "", "", ""),
    ("201", "一般公共服务支出", "264.87", "62.63", "202.24", "", "", ""),
    ("208", "社会保障和就业支出", "42.95", "42.95", "", "", "", ""),
)
READ = ["307.82万元 总支出.actual", "105.58万元 基本支出.actual", "202.24万元 项目支出.actual"]
LEVELS = (
    ("项目", "年初预算数", "调整预算数", "决算数"),
    ("基本支出", "300.00", "310.00", "298.00"),
    ("项目支出", "200.00", "180.00", "175.00"),
    ("合计", "500.00", "490.00", "473.00"),
)
ROOMS = [
    ["项目支出绩效自评表"],
    ["（2024年度）"],
    ["项目名称", "", "老旧小区改造补助"],
    ["主管部门", "", "示例县住建局", "", "", "实施单位", "示例县房产中心"],
]
FUNDS = [
    ["项目资金（元）", "", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["", "", "年度资金总额", 1200000, 1500000, 1355000, 10, "90.33%", 9.03],
    ["", "", "其中：当年财政拨款", 1200000, 1500000, 1355000, "—", "90.33%", "—"],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ["产出指标", "数量指标", "改造小区数", "≥5个", "5个", 90, 88, ""],
    ["总分", "", "", "", "", 100, 97.03, ""],
]
THREE = (("公务接待费", "2.50", "1.90"), ("公务用车购置费", "0", "0"), ("公务用车运行维护费", "4.00", "3.90"))


def grid(*rows):
    return table(*([cell(text) for text in row] for row in rows))


def csv(*rows):
    return "\r\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows).encode(
        "utf-8-sig"
    )


def accounts(*rows, unit="单位：万元", after=()):
    return csv(("支出决算表",), ("", "", "", "", "", "", "", unit), *HEAD, *(rows or SPENT), *after)


def report(*lines):
    return "\n".join(("示例县档案局2024年度部门整体支出绩效自评报告", *lines, "示例县档案局", "2025年3月1日")).encode()


def final(*lines, year="2024"):
    return "\n".join((f"示例县档案局{year}年度部门决算", *lines, "示例县档案局", "2025年8月1日")).encode()


def wide(text):
    return text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))


# fmt: off
DOCUMENTS = {
    "accounts.csv": (accounts(), READ),
    "digits in full width.csv": (accounts(*(tuple(map(wide, row[2:])) and (*row[:2], *map(wide, row[2:])) for row in SPENT)), READ),
    "thousands apart.csv": (accounts(("合计", "", "1,307.82", "1,105.58", "202.24", "", "", ""), ("201", "一般公共服务支出", "1,307.82", "1,105.58", "202.24", "", "", "")),
        ["1,307.82万元 总支出.actual", "1,105.58万元 基本支出.actual", "202.24万元 项目支出.actual"]),
    "yuan, with dashes and strokes.csv": (accounts(("合计", "", "3078200.00", "1055800.00", "2022400.00", "—", "/", ""), ("201", "一般公共服务支出", "3078200.00", "1055800.00", "2022400.00", "—", "/", ""), unit="单位：元"),
        ["3078200.00元 总支出.actual", "1055800.00元 基本支出.actual", "2022400.00元 项目支出.actual"]),
    "the total at the bottom.csv": (accounts(*SPENT[1:], SPENT[0]), READ),
    "the total blank.csv": (accounts(("合计", "", "", "", "", "", "", ""), *SPENT[1:]), []),
    "a table that goes on in Word.docx": (docx("".join((*map(paragraph, map(run, ("支出决算表", "部门：示例县档案局  单位：万元"))), grid(*HEAD, *SPENT[:2]), *map(paragraph, map(run, ("支出决算表（续表）", "单位：万元"))), grid(*HEAD, SPENT[2])))), READ),
    "no unit.csv": (accounts(unit=""), []),
    "two units.csv": (csv(("支出决算表",), ("单位：元", "", "", "", "", "", "", "单位：万元"), *HEAD, *SPENT), []),
    "an item below nothing.csv": (accounts(("合计", "", "300.00", "105.58", "194.42", "", "", ""), ("201", "一般公共服务支出", "307.82", "105.58", "202.24", "", "", ""), ("229", "其他支出", "(7.82)", "", "(7.82)", "", "", "")),
        ["300.00万元 总支出.actual", "105.58万元 基本支出.actual", "194.42万元 项目支出.actual"]),
    "a note with figures.csv": (accounts(after=(("注：1. 本表反映2024年度支出情况；2. 因四舍五入可能存在尾差0.01万元。",),)), READ),
    "blanks around figures.csv": (accounts(*((*row[:2], *(f" {cell} " if cell else "" for cell in row[2:])) for row in SPENT)), READ),
    "the unit in every cell.csv": (accounts(*((*row[:2], *(f"{cell}万元" if cell else "" for cell in row[2:])) for row in SPENT), unit=""), READ),
    "one cell in another unit.csv": (accounts(("合计", "", "307.82万元", "105.58", "202.24", "", "", ""), unit="单位：元"),
        ["307.82万元 总支出.actual?", "105.58元 基本支出.actual?", "202.24元 项目支出.actual?"]),
    "a cell in 万元 that is the sum in 元.csv": (accounts(("合计", "", "307.82万元", "1055800.00", "2022400.00", "", "", ""), unit="单位：元"),
        ["307.82万元 总支出.actual", "1055800.00元 基本支出.actual", "2022400.00元 项目支出.actual"]),
    "columns by spaces.txt": ("支出决算表\n单位：万元\n项目        本年支出合计    基本支出   项目支出\n合计        307.82      105.58     202.24\n".encode(), []),
    "income.csv": (csv(("收入决算表",), ("", "", "", "", "", "", "", "", "单位：万元"), ("项目", "", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"), ("功能分类科目编码", "科目名称", "", "", "", "", "", "", ""),
        ("合计", "", "310.00", "300.00", "0.00", "0.00", "0.00", "0.00", "10.00"), ("201", "一般公共服务支出", "310.00", "300.00", "", "", "", "", "10.00")), ["310.00万元 unit.income"]),
    "an evaluation without merged cells.xlsx": (workbook(ROOMS + FUNDS),
        ["1200000元 老旧小区改造补助.initial_budget", "1500000元 老旧小区改造补助.adjusted_budget", "1355000元 老旧小区改造补助.actual", "10 预算执行率.weight", "9.03 预算执行率.score",
         "5个 改造小区数.target", "5个 改造小区数.done", "90 改造小区数.weight", "88 改造小区数.score", "97.03 unit.reported_score?"]),
    "a table of the three public expenses of one's own.csv": (csv(("“三公”经费情况表",), ("单位：万元", "", ""), ("项目", "预算数", "决算数"), *THREE, ("合计", "6.50", "5.80")),
        ["2.50万元 公务接待.budget?", "1.90万元 公务接待.actual?", "0万元 公车购置.budget?", "0万元 公车购置.actual?", "4.00万元 公车运行.budget?", "3.90万元 公车运行.actual?", "6.50万元 三公合计.budget?", "5.80万元 三公合计.actual?"]),
    "the three public expenses of two years.csv": (csv(("“三公”经费对比表",), ("单位：万元", "", ""), ("项目", "2023年决算数", "2024年决算数"), *THREE), []),
    "a list of projects and its sum.csv": (csv(("项目支出情况表",), ("", "", "", "单位：万元"), ("序号", "项目名称", "年初预算", "实际支出"), ("1", "档案数字化", "120.00", "118.50"), ("2", "库房维修", "30.00", "29.98"), ("", "合计", "150.00", "148.48")),
        ["120.00万元 档案数字化.initial_budget?", "118.50万元 档案数字化.actual?", "30.00万元 库房维修.initial_budget?", "29.98万元 库房维修.actual?"]),
    "projects under headings.csv": (csv(("项目支出明细表",), ("单位：万元", "", ""), ("项目名称", "预算数", "决算数"), ("一、信息化类", "150.00", "148.00"), ("档案数字化", "120.00", "118.00"), ("系统运维", "30.00", "30.00"), ("小计", "150.00", "148.00"), ("合计", "150.00", "148.00")),
        ["120.00万元 档案数字化.initial_budget?", "118.00万元 档案数字化.actual?", "30.00万元 系统运维.initial_budget?", "30.00万元 系统运维.actual?"]),
    "the unit in the headings.csv": (csv(("项目支出情况表",), ("项目名称", "预算数（元）", "决算数（元）"), ("档案数字化", "1200000", "1185000")), ["1200000元 档案数字化.initial_budget?", "1185000元 档案数字化.actual?"]),
    "levels in thousands.csv": (csv(("支出情况表",), ("单位：千元", "", ""), *LEVELS),
        [f"{amount}千元 {name}.{field}?" for row in LEVELS[1:] for name in ({"合计": "总支出"}.get(row[0], row[0]),) for amount, field in zip(row[1:], ("initial_budget", "adjusted_budget", "actual"), strict=True)]),
    "years as headings.csv": (csv(("收支情况表",), ("单位：万元", "", ""), ("项目", "2023年", "2024年"), ("基本支出", "290.00", "300.00"), ("项目支出", "180.00", "200.00")), []),
    "years apart, ranges, an average.txt": (report("2024年部门整体支出年初预算500万元，调整预算520.5万元，实际支出498.3万元，预算执行率95.73%。2023年实际支出510万元，2022年实际支出480万元。", "预计2025年项目支出180—220万元。公用经费人均约2.5万元。"),
        ["500万元 总支出.initial_budget", "520.5万元 总支出.adjusted_budget", "498.3万元 总支出.actual"]),
    "the unit changes in a sentence.txt": (report("2024年基本支出年初预算300万元，实际支出2983000元。项目支出年初预算0.02亿元，实际支出200万元。"),
        ["300万元 基本支出.initial_budget", "2983000元 基本支出.actual", "0.02亿元 项目支出.initial_budget", "200万元 项目支出.actual"]),
    "full width in prose.txt": (report("基本支出年初预算３００万元，实际支出２９８．３万元，完成率９９．４３％。"), ["300万元 基本支出.initial_budget", "298.3万元 基本支出.actual"]),
    "a unit said once above.txt": (report("（单位：万元）", "基本支出年初预算300，实际支出298.3。"), []),
    "numerals.txt": (report("基本支出年初预算三百二十万元，实际支出三百万元。"), ["三百二十万元 基本支出.initial_budget", "三百万元 基本支出.actual"]),
    "rates of the year before.txt": (report("“三公”经费支出12.5万元，同比下降10%，其中公务接待费同比增长5%。"), []),
    "a rest below nothing.txt": (report("年末结余（-5.3万元）。项目支出实际支出200万元（含上年结转30万元）。"), ["200万元 项目支出.actual"]),
    "people in brackets.txt": (report("2024年末，我局有在职人员18人（其中公务员10人、工勤2人），退休人员9人。"), ["18人 unit.in_service", "9人 unit.retired"]),
    "money from above and in place.txt": (report("2024年，上级下达专项资金150万元，县级配套50万元，到位率100%，实际支出190万元，资金使用率95%。"), []),
    "added and taken back.txt": (report("部门整体支出年初预算数500万元，年中追加20万元、追减5万元，全年预算数515万元，执行数498万元。"), ["500万元 总支出.initial_budget", "515万元 总支出.adjusted_budget", "498万元 总支出.actual"]),
    "parts in brackets.txt": (final("本年收入合计1200万元（其中：财政拨款1000万元，事业收入200万元）。本年支出合计1150万元。"), ["1200万元 unit.income", "1150万元 总支出.actual"]),
    "a rise below nothing.txt": (final("示例县档案局2024年度收入支出总计500.00万元。与2023年度相比，收入支出总计增加-20.00万元，增长-3.85%。"), ["500.00万元 unit.total_income", "500.00万元 unit.total_expenditure"]),
    "a sentence left over from another year.txt": (final("示例县档案局2024年度收入支出总计500.00万元。", "本年支出合计490.00万元。", year="2023"), ["490.00万元 总支出.actual"]),
    "a statement with guests and cars.txt": (final("“三公”经费财政拨款支出预算为6.50万元，支出决算为5.80万元。", "公务接待费支出预算为2.50万元，支出决算为1.90万元。全年共接待来访团组15个、来宾120人次。", "年末公务用车保有量2辆。"),
        ["6.50万元 三公合计.budget", "5.80万元 三公合计.actual", "2.50万元 公务接待.budget", "1.90万元 公务接待.actual", "15个 公务接待.batches", "120人次 公务接待.persons", "2辆 unit.cars"]),
}
# fmt: on


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_stranger_s_document_is_read_as_it_is_meant(name):
    data, wanted = DOCUMENTS[name]
    reading = read(data, name)
    known = reading.understood
    facts = {fact.key: {field: text for field, text, _ in fact.texts} for fact in known.facts}
    entity = {fact.key: fact.entity for fact in known.facts}
    spans = {span.id: span for span in reading.spans}
    three = BOOK.vocabulary.enumerations["three_public_kind"].values
    found = []
    for each in known.proposals:
        kind = entity[each.fact]
        if (
            each.status != "used"
            or kind in ("account_figure", "stated_figure", "operand")
            or "年" in spans[each.span].text
        ):
            continue
        texts, span = facts[each.fact], spans[each.span]
        called = "unit" if kind == "unit" else three[texts["kind"]][0] if kind == "three_public_line" else texts["name"]
        printed = unicodedata.normalize("NFKC", "".join(span.text.split()))
        unit = span.unit.text if span.unit is not None and not re.search(r"[^\d.,]$", printed) else ""
        unit = "万元" if printed[-1:] in "百十" and span.unit is not None else unit
        found.append(f"{printed}{unit} {called}.{each.field}{'?' if each.grade == 'confirm' else ''}")
    assert sorted(found) == sorted(wanted)
