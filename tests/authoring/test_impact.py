"""checker rules impact: what a change of a rule or parameter does to the findings, never to the rules themselves."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from conftest import ROOT

from checker.authoring.impact import impact, rulebook_of
from checker.base.files import builtin
from checker.base.telling import Silent
from checker.cli.main import main
from checker.intake.casefile import read_case_file

CASES = ("cases/2020.yaml", "cases/clean.yaml")


@pytest.fixture(autouse=True)
def at_home(monkeypatch):
    monkeypatch.chdir(ROOT)


def run(*words, lang="zh"):
    return CliRunner().invoke(main, ["rules", "impact", *map(str, words), "--lang", lang])


def found(old, new):
    from checker.cases.files import read_cases

    return impact(old, new, lambda book: read_cases(list(CASES), book.vocabulary, Silent(), read_case_file), "zh")


def test_nothing_changes_by_nothing():
    book = rulebook_of("-")
    result = found(book, book)
    assert not result.changes and result.same > 20
    assert run("-", "-", *CASES).exit_code == 0


def test_a_threshold_by_set():
    result = run("--set", "超支提示线=50%", *CASES)
    assert result.exit_code == 1
    assert "假设 超支提示线 = 50%（原为 5%）" in result.output
    assert "- [overrun-above-threshold] 长沙市望城区数据资源中心 · 基本支出" in result.output
    assert "疑点 18.43万元 → 未达提示线" in result.output and "减少 1 处，涉及金额 -18.43万元" in result.output
    english = run("--set", "it_review_threshold=10万元", "cases/2020.yaml", lang="en").output
    assert "what if it_review_threshold = 10万元 (is 200万元)" in english


def test_both_ways_are_each_other_s_opposite():
    one, two = rulebook_of("-"), rulebook_of("-", ["二审限额=10万元", "超支提示线=20%"])
    there, back = found(one, two), found(two, one)
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    assert sorted((opposite[c.kind], c.check.rule.id, c.check.subject.id) for c in there.changes) == sorted(
        (c.kind, c.check.rule.id, c.check.subject.id) for c in back.changes
    )
    assert sum(c.amount for c in there.changes) == -sum(c.amount for c in back.changes)
    assert there.same == back.same


def test_a_changed_rule_and_a_new_one(tmp_path):
    text = next(builtin("rules").rglob("overrun-above-threshold.yaml")).read_text(encoding="utf-8")
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, words in ((old, ("", "")), (new, ("严重程度: ", "severity: "))):
        folder.mkdir()
        (folder / "overrun-above-threshold.yaml").write_text(
            text.replace(*words) if words[0] else text, encoding="utf-8"
        )
    changed = text.replace("when: ", "when: 实际支出 > 500万元 且 ")
    (new / "overrun-above-threshold.yaml").write_text(changed, encoding="utf-8")
    result = run(old, new, *CASES)
    assert result.exit_code == 1 and "- [overrun-above-threshold]" in result.output, result.output
    assert "基本支出" in result.output
    only = tmp_path / "only"
    only.mkdir()
    rule = changed[: changed.index("examples:")].replace("id: overrun-above-threshold", "id: another")
    for zh, en in re.findall(r"zh: (\w+), en: (\w+)(?:, for: \w+)?, value", rule):  # names are those of one rule
        rule = re.sub(rf"\b{en}\b", f"other_{en}", re.sub(rf"(?<!\w){zh}(?!\w)", f"另计{zh}", rule))
    (only / "another.yaml").write_text(
        rule[: rule.index("parameters:")] if "parameters:" in rule else rule, encoding="utf-8"
    )
    result = run("-", only, *CASES)
    assert "+ [another]" in result.output and "没有检查 → 疑点" in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--set", "二审限额", "cases/2020.yaml"], "写成 参数=值"),
        (["--set", "二审限=3万元", "cases/2020.yaml"], "您是不是想写：二审限额"),
        (["--set", "二审限额=三百", "cases/2020.yaml"], "二审限额"),
        (["cases/2020.yaml"], "要写 OLD NEW"),
        (["-", "nowhere", "cases/2020.yaml"], "没有这个规则文件夹或规则文件"),
        (["-", "-", "nowhere.yaml"], "没有这个文件"),
    ],
)
def test_a_wrong_command_is_said(words, told):
    result = run(*words)
    assert result.exit_code == 2 and (told in result.output or told == "二审限额"), result.output
    assert "→" in result.output or "没有这个文件" in result.output


OLD = """
name: 某档案馆
jurisdiction: "430112"
level: 区县
unit_kind: 参公
year: 2021
合同:
  - {合同编号: g1, 合同标的: 库房加固, 供应商: 某建筑有限公司, 采购类别: 工程, 采购方式: 公开招标, 合同金额: 486万元, 签订日期: 2021-07-02, 是否中小企业: 是, 是否以审计结果结算: 是}
"""


def test_an_old_case_is_judged_by_the_norms_of_another_day(tmp_path):
    """A settlement by audit was no question in 2021; it is one since the Regulations of 2025 took the place of those of 2020."""
    path = tmp_path / "old.yaml"
    path.write_text(OLD, encoding="utf-8")
    before, after = run("--as-of", "2025-05-31", path), run("--as-of", "2025-07-01", path)
    assert "settlement-not-by-audit" not in before.output
    assert "+ [settlement-not-by-audit] 某档案馆" in after.output and after.exit_code == 1
    assert (
        "《保障中小企业款项支付条例》（2020年） 2025-05-31 止，由《保障中小企业款项支付条例》（2025年修订）取代"
        in after.output
    )
    assert "取代" not in before.output
