"""A check that does not apply says why: the day its rule goes by, the condition that decided, or that there is nothing."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from conftest import ROOT

from checker.api import check, load_rules
from checker.cli.console import cases_in
from checker.cli.main import main

RULE = """编号: signed-in-writing
标题: 大额合同应当有中标通知
title_en: Large contracts have a notice of award
依据: {文件: 某文件, 英文: some document, 核对: "no"}
施行: {自: 2022-07-01, 至: 2023-12-31}
日期依据: 签订日期
定性: 疑点
严重程度: 低
对象: 合同
适用: 采购方式 属于 (公开招标, 邀请招标) 且 合同金额 不低于 100万元
除非: 供应商 = 甲公司 或 中标通知日期 已列示
要求: 合同标的 已列示
说明: "{合同标的}没有中标通知"
message_en: "{合同标的} has no notice"
整改: 补上
remedy_en: add it
"""
CASE = """
name: 某局
jurisdiction: "430112"
level: 区县
unit_kind: 事业单位
year: 2023
transcribed: whole
contracts:
  complete: true
  items:
    - {id: early, subject_matter: 早, supplier: 乙, method: 公开招标, amount: 200万元, signed: 2022-06-30}
    - {id: late, subject_matter: 晚, supplier: 乙, method: 公开招标, amount: 200万元, signed: 2024-01-01}
    - {id: method, subject_matter: 询, supplier: 乙, method: 询价, amount: 50万元, signed: 2023-01-01}
    - {id: excepted, subject_matter: 除, supplier: 乙, method: 公开招标, amount: 200万元, signed: 2023-01-01, notice: 2022-12-30}
"""
SAID = {
    "early": "早：未施行，签订日期 2022-06-30 早于施行日 2022-07-01",
    "late": "晚：已失效，签订日期 2024-01-01 晚于失效日 2023-12-31",
    "method": "询：不适用，不符合适用条件（采购方式是询价，不属于 (公开招标, 邀请招标)；"
    "合同金额 = 50万元；不低于 100.00万元 —— 不成立，相差 50万元）",
    "excepted": "除：不适用，属于除外情形（列有中标通知日期）",
}
"""What an auditor would note beside each contract."""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("left")
    rule = RULE.replace("= 甲公司", '= "甲公司"')
    (folder / "signed-in-writing.yaml").write_text(rule, encoding="utf-8")
    case = CASE.replace("signed:", "签订日期:").replace("notice:", "中标通知日期:")
    (folder / "case.yaml").write_text(case, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(files):
    book = load_rules([ROOT / "rules", files / "signed-in-writing.yaml"])
    cases = cases_in((str(files / "case.yaml"),), book, "zh")
    return check(cases, book, selected=lambda rule: rule == "signed-in-writing", lang="zh")


def test_each_says_what_an_auditor_would_note(report):
    assert {each.subject.id: each.message.say("zh") for each in report.results} == SAID
    english = {each.subject.id: each.reason.say("en") for each in report.results}
    assert "not in (open tender" in english["method"] and english["excepted"].startswith("it is excepted: ")


def test_the_closing_line_and_json_carry_the_reason(report):
    early = next(each for each in report.results if each.subject.id == "early")
    assert early.explanation.say("zh")[-1] == "结论：未施行。签订日期 2022-06-30 早于施行日 2022-07-01"
    told = {each["subject"]["id"]: each["message"] for each in report.to_dict("zh")["checks"]}
    assert told == SAID


def test_every_format_tells_it(files):
    def run(*words):
        return CliRunner().invoke(main, list(map(str, words)))

    rule, case = files / "signed-in-writing.yaml", files / "case.yaml"
    told = run("explain", "signed-in-writing", "--case", case, "--rules", rule).output
    assert "结论：未施行。签订日期 2022-06-30 早于施行日 2022-07-01" in told
    page = run("run", case, "--rules", rule, "--format", "html").output
    assert "和原因" in page and SAID["late"] in page


def test_nothing_of_the_kind_is_said_as_that(files):
    (files / "none.yaml").write_text(CASE.split("contracts:")[0] + "contracts: []\n", encoding="utf-8")
    book = load_rules([ROOT / "rules", files / "signed-in-writing.yaml"])
    cases = cases_in((str(files / "none.yaml"),), book, "zh")
    report = check(cases, book, selected=lambda rule: rule == "signed-in-writing", lang="zh")
    assert [each.message.say("zh") for each in report.results] == ["某局：不适用，案例写明没有合同"]
