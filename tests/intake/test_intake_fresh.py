"""Documents as different offices write them: what is right was written down before they were read, and nothing else may be read."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from conftest import BOOK
from intake_files import docx, paragraph

from checker.api import rule_packs
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.intake import importing, kinds
from checker.intake.draft import draft

WAYS = importing.ways(rule_packs(), BOOK.vocabulary)

STATEMENT = (
    "示例市示例区水利局2023年度“三公”经费支出决算情况说明",
    "一、“三公”经费财政拨款支出决算总体情况",
    "示例市示例区水利局2023年度“三公”经费财政拨款支出预算为12.60万元，支出决算为9.85万元，完成预算的78.17%，比上年减少1.15万元，下降10.45%。",
    "二、“三公”经费财政拨款支出决算具体情况",
    "（一）因公出国（境）费支出决算为0万元，与上年持平。全年安排因公出国（境）团组0个，0人次。",
    "（二）公务用车购置及运行维护费支出决算为7.32万元，占“三公”经费支出的74.31%。其中：公务用车购置费0万元；"
    "公务用车运行维护费7.32万元，主要用于防汛巡查车辆的燃料费、维修费、过路过桥费、保险费等。2023年末公务用车保有量为3辆。",
    "（三）公务接待费支出决算为2.53万元，占“三公”经费支出的25.69%。全年国内公务接待32批次，接待人数286人次。",
    "示例市示例区水利局",
    "2024年8月20日",
)
STATEMENT_READ = {
    "unit.name": "示例市示例区水利局",
    "unit.report_title": "示例市示例区水利局2023年度“三公”经费支出决算情况说明",
    "unit.cars": "3辆",
    "三公合计.budget": "12.60万元",
    "三公合计.actual": "9.85万元",
    "三公合计.prior_actual": "11.00万元",
    "因公出国.actual": "0万元",
    "因公出国.batches": "0",
    "因公出国.persons": "0",
    "公车购置及运行.actual": "7.32万元",
    "公车购置.actual": "0万元",
    "公车运行.actual": "7.32万元",
    "公务接待.actual": "2.53万元",
    "公务接待.batches": "32",
    "公务接待.persons": "286",
}

PROJECT = (
    ("附件2",),
    ("项目支出绩效自评表",),
    ("（2023年度）",),
    ("项目名称", "", "农村饮水安全维修养护"),
    ("主管部门及代码", "", "示例区水利局 126001", "", "", "实施单位", "", "示例区水利站"),
    ("项目资金（万元）", "", "", "年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分"),
    ("", "", "年度资金总额", 60, 58.5, 52.65, 10, 0.9, 9),
    ("", "", "其中：当年财政拨款", 60, 50, 44.15, "—"),
    ("", "", "上年结转资金", 0, 8.5, 8.5, "—"),
    ("", "", "其他资金", 0, 0, 0, "—"),
    ("年度总体目标", "预期目标", "", "", "", "实际完成情况"),
    ("", "完成12处供水点维修，受益6500人", "", "", "", "完成12处，受益6480人"),
    (
        "绩效指标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    ),
    ("", "产出指标", "数量指标", "维修供水点", "≥12处", "12处", 20, 20),
    ("", "", "质量指标", "水质合格率", "≥95%", "96.5%", 20, 20),
    ("", "效益指标", "社会效益", "受益人口", "≥6500人", "6480人", 30, 29.5, "部分村民外出务工，2024年继续扩大供水范围"),
    ("", "满意度指标", "服务对象满意度", "群众满意度", "≥90%", "92%", 20, 20),
    ("总分", "", "", "", "", "", 100, 98.5),
)
MERGED = "A2:I2 A3:I3 A4:B4 C4:I4 A5:B5 C5:E5 F5:G5 H5:I5 A6:B10 A11:A12 B11:E11 F11:I11 B12:E12 F12:I12 A13:A17 B14:B15 A18:F18"
PROJECT_READ = {
    "农村饮水安全维修养护.initial_budget": "60.00万元",
    "农村饮水安全维修养护.adjusted_budget": "58.50万元",
    "农村饮水安全维修养护.actual": "52.65万元",
    "预算执行率.weight": "10",
    "预算执行率.score": "9",
    "维修供水点.target": "12",
    "维修供水点.done": "12",
    "维修供水点.weight": "20",
    "维修供水点.score": "20",
    "水质合格率.target": "95",
    "水质合格率.done": "96.5",
    "水质合格率.weight": "20",
    "水质合格率.score": "20",
    "受益人口.target": "6500",
    "受益人口.done": "6480",
    "受益人口.weight": "30",
    "受益人口.score": "29.5",
    "受益人口.reason": "部分村民外出务工，2024年继续扩大供水范围",
    "群众满意度.target": "90",
    "群众满意度.done": "92",
    "群众满意度.weight": "20",
    "群众满意度.score": "20",
    "unit.reported_score": "98.5",
}

WHOLE = """示例区审计局2023年度部门整体支出绩效自评报告

一、部门基本情况
示例区审计局是主管全区审计工作的区政府工作部门。核定编制26人，年末实有在职人员24人，退休人员11人。
二、部门整体支出情况
2023年年初预算为612.35万元，其中：基本支出452.35万元，项目支出160万元。年中追加预算38.20万元，调整预算数为650.55万元。
全年支出决算641.08万元，预算完成率98.54%。其中：基本支出470.18万元，项目支出170.90万元。
项目支出中：审计业务费88.60万元，金审工程三期运维费52.30万元，固定资产投资审计专项30万元。
三、“三公”经费
2023年“三公”经费预算数为6.50万元，决算数为4.12万元，其中公务接待费1.02万元，公务用车运行维护费3.10万元，无因公出国（境）费用。
四、自评结果
自评得分95.6分，等级为“优”。

示例区审计局
2024年3月18日
"""
WHOLE_READ = {
    "unit.name": "示例区审计局",
    "unit.report_title": "示例区审计局2023年度部门整体支出绩效自评报告",
    "unit.unit_kind": "机关",
    "unit.establishment": "26人",
    "unit.in_service": "24人",
    "unit.retired": "11人",
    "unit.reported_score": "95.6",
    "总支出.actual": "641.08万元",
    "基本支出.actual": "470.18万元",
    "项目支出.actual": "170.90万元",
    "三公合计.budget": "6.50万元",
    "三公合计.actual": "4.12万元",
    "公务接待.actual": "1.02万元",
    "公车运行.actual": "3.10万元",
}


def workbook(rows, merged="", formats=()):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])
    for area in merged.split():
        sheet.merge_cells(area)
    for cell, code in formats:
        sheet[cell].number_format = code
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def project():
    cells = [(f"{column}{row}", "0.00") for row in range(7, 11) for column in "DEF"]
    return workbook(PROJECT, MERGED, [*cells, ("H7", "0.00%")])


DOCUMENTS = {
    "a statement of the three public expenses in Word": (
        lambda: docx("".join(map(paragraph, STATEMENT))),
        "说明.docx",
        STATEMENT_READ,
    ),
    "a self-evaluation of a project with merged cells": (project, "自评表.xlsx", PROJECT_READ),
    "a self-evaluation of a department as text in GBK": (lambda: WHOLE.encode("gbk"), "自评.txt", WHOLE_READ),
}


def read(data, name):
    return importing.understood([importing.held(*kinds.read(data, name))], BOOK.vocabulary, WAYS)


def facts(reading):
    """Return every text and figure of the draft by name and field, as a case reads it; dates and years have their own tests."""
    case = read_case(parse_text("draft.yaml", draft(reading, BOOK.vocabulary)), BOOK.vocabulary)
    kinds_of = BOOK.vocabulary.enumerations["three_public_kind"].values
    found = {}
    for entity, own in {**case.facts, "unit": [case.root]}.items():
        for fact in own if entity not in ("stated_figure", "operand", "account_figure") else ():
            kind = str(fact.values.get("kind"))
            name = "unit" if entity == "unit" else kinds_of[kind][0] if kind in kinds_of else fact.values["name"]
            for field, cell in fact.cells.items():
                known = BOOK.vocabulary.entities[entity].fields[field]
                heads = (
                    "left_blank_count",
                    "kind",
                    "level",
                    "id",
                    "parent",
                    "line",
                    *(() if entity == "unit" else ("name",)),
                )
                if field not in heads and known.type not in ("date", "year"):
                    found[f"{name}.{field}"] = cell.text or str(fact.values[field])
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_what_it_was_written_to_say(name):
    make, file, wanted = DOCUMENTS[name]
    found = facts(read(make(), file))
    assert {
        key: re.sub("[批个次人]次?$", "", text) if key.endswith(("batches", "persons")) else text
        for key, text in found.items()
    } == wanted
