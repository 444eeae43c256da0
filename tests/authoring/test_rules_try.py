"""checker rules try: what one's own rules come to over cases that are there, by outcome, with what is missing."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from conftest import ROOT

from checker.cli.main import main

RULE = """id: paid-in-the-year
title: 付款不得晚于年末
title_en: Payments are made within the year
basis: {instrument: 某文件, en: some document, verified: "no"}
nature: 疑点
severity: 低
for: 付款
require: 付款日期 不晚于 2020-12-31
message: "{付款日期}付款"
message_en: "paid on {付款日期}"
remedy: 说明
remedy_en: explain it
"""
CASE = """
name: 某局
jurisdiction: "430112"
level: 区县
unit_kind: 事业单位
year: 2020
transcribed: whole
lines:
  - id: a
    kind: 明细项目
    name: 甲
    actual: 3万元
    payments:
      complete: true
      items:
        - {id: p, date: 2020-03-01, amount: 1万元}
        - {id: q, date: 2021-03-01, amount: 1万元}
        - {id: r, amount: 1万元}
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "paid-in-the-year.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def run(*words):
    return CliRunner().invoke(main, ["rules", "try", *map(str, words)])


def test_every_check_is_counted_and_what_is_missing_is_named(files):
    result = run(files / "paid-in-the-year.yaml", files / "case.yaml")
    assert result.exit_code == 0, result.output
    assert "检查 3 项：符合 1，不符合 1，无法判定 1" in result.output and "缺：付款日期 1" in result.output
    assert "某局 · q：2021-03-01付款" in result.output
    english = run(files / "paid-in-the-year.yaml", files / "case.yaml", "--lang", "en").output
    assert "3 checks: met 1, not met 1, cannot be judged 1" in english and "paid on 2021-03-01" in english
    none = run(files / "paid-in-the-year.yaml", files / "case.yaml", "--limit", "0").output
    assert "另有 1 项" in none and "某局" not in none


def test_only_the_rules_named_are_asked(files):
    result = run(files / "paid-in-the-year.yaml", ROOT / "cases" / "2020.yaml")
    assert "overrun" not in result.output and "paid-in-the-year" in result.output


def test_a_rule_that_asks_nothing_says_so(files):
    rule = RULE.replace("for: 付款", "in_force: {from: 2030-01-01}\nfor: 付款")
    (files / "paid-in-the-year.yaml").write_text(rule, encoding="utf-8")
    assert "不施行" in run(files / "paid-in-the-year.yaml", files / "case.yaml").output


@pytest.mark.parametrize(("what", "told"), [("nowhere", "没有这个规则文件夹"), ("empty", "没有")])
def test_what_is_no_rule_is_said(files, what, told):
    (files / "empty").mkdir()
    result = run(files / what, files / "case.yaml")
    assert result.exit_code == 2 and told in result.output and "→" in result.output
