"""checker rules test: what it says of examples that are wrong, missing, or could not fail; coverage, mutation, proposals."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from conftest import typed

from checker.api import load_rules
from checker.authoring.authored import authored
from checker.authoring.mutation import mutants
from checker.authoring.testing import examine
from checker.base.files import builtin
from checker.cli.main import main
from checker.engines.double_entry import first_verdict
from checker.language.openness import can_be_open

BOOK = load_rules(examples=True)
RULE = """编号: reception-letter
标题: 单笔公务接待费超过3000元须有公函
依据: {文件: 《示例办法》, 条款: 第八条, 核对: 未核实}
定性: 疑点
严重程度: 低
对象: 公务接待
适用: 接待金额 超过 公函限额
要求: 公函文号 已列示
涉及金额: 接待金额
说明: "{接待日期}接待{来访单位} {接待金额}，没有公函"
整改: 补充公函
参数: [{编号: letter_limit, 名称: 公函限额, 类型: 金额, 值: 3000元, 依据: {文件: 《示例办法》, 核对: 未核实}}]
示例:
  - {结论: 不符合, 名称: 无公函, 边界: 是, 事实: {公务接待: [{编号: a, 接待金额: 3000.01元, 公函文号: 无}]}}
  - {结论: 符合, 名称: 有公函, 事实: {公务接待: [{编号: a, 接待金额: 3000.01元, 公函文号: 示函3号}]}}
  - {结论: 不适用, 名称: 恰好3000元, 边界: 是, 事实: {公务接待: [{编号: a, 接待金额: 3000元, 公函文号: 无}]}}
  - {结论: 无法判定, 名称: 没提公函, 事实: {公务接待: [{编号: a, 接待金额: 3000.01元}]}}
"""


@pytest.fixture
def write(tmp_path):
    def made(text, name="reception-letter.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return made


def run(*arguments):
    return CliRunner().invoke(main, ["rules", "test", *map(str, arguments)])


def test_a_right_rule_passes_on_every_engine(write):
    result = run(write(RULE), "--lang", "zh")
    assert result.exit_code == 0, result.output
    assert (
        "1 条规则，4 个示例（不符合 1，符合 1，无法判定 1，不适用 1）" in result.output and "全部通过" in result.output
    )


WRONG = {
    "另一个结论": ("结论: 符合, 名称: 有公函", "结论: 不符合, 名称: 有公函", "要“不符合”，得到“符合”"),
    "没有这种字段": ("公函文号: 示函3号", "公函文好: 示函3号", "公函文号"),
    "单位写错": ("3000.01元, 公函文号: 示函3号", "3000.01圆, 公函文号: 示函3号", "圆"),
    "没有这条规则": (
        "{结论: 符合, 名称: 有公函",
        "{结论: 符合, 规则: stated-summ, 名称: 有公函",
        "您是不是想写：stated-sum",
    ),
    "不会出错": ("公务接待: [{编号: a, 接待金额: 3000.01元}]", "transcribed: 全部", "不会出错"),
    "没有对象": ("{公务接待: [{编号: a, 接待金额: 3000.01元, 公函文号: 示函3号}]}", "{公务接待: []}", "得到“不适用”"),
    "指名的对象不在": ("结论: 符合, 名称", "结论: 符合, 对象: b, 名称", "没有“b”这个对象"),
    "缺一种示例": (
        "  - {结论: 符合, 名称: 有公函, 事实: {公务接待: [{编号: a, 接待金额: 3000.01元, 公函文号: 示函3号}]}}\n",
        "",
        "缺少这几种示例：符合",
    ),
    "没有边界": ("边界: 是, ", "", "缺少这几种示例：边界"),
    "年度不对": ("结论: 符合, 名称", "结论: 符合, 年度: 二〇, 名称", "不是年份"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_an_example_is_said(name, write):
    old, new, words = WRONG[name]
    assert old in RULE
    result = run(write(RULE.replace(old, new)), "--lang", "zh")
    assert result.exit_code in (1, 2) and words in result.output, result.output
    assert "reception-letter.yaml:1" in result.output and "→" in result.output
    english = run(write(RULE.replace(old, new)), "--lang", "en")
    assert "->" in english.output and english.exit_code == result.exit_code


def test_a_difference_is_explained_in_words(write):
    result = run(write(RULE.replace("适用: 接待金额 超过", "适用: 接待金额 不低于")), "--lang", "zh")
    assert "示例“恰好3000元”：要“不适用”，得到“无法判定”" in result.output and "末位四舍五入" in result.output


def test_coverage_names_the_sides_that_no_example_reaches(write):
    text = RULE.replace("要求: 公函文号 已列示", "要求: 公函文号 已列示 或 来访人数 = 0")
    result = run(write(text), "--coverage", "--lang", "zh")
    assert "真 √  假 √  未知 ×  适用：接待金额 超过 公函限额" in result.output
    assert "真 ×  假 ×  未知 √  要求：来访人数 = 0" in result.output


def test_mutation_shows_the_survivors_as_rule_text(write):
    """Without the example on the boundary nobody notices that the threshold moved."""
    text = "".join(line for line in RULE.splitlines(keepends=True) if "恰好" not in line).replace("3000.01元", "5000元")
    result = run(write(text), "--mutate", "--lang", "zh")
    assert "没有发现 适用：> → >=" in result.output and "接待金额 不低于 公函限额" in result.output
    full = run(write(RULE), "--mutate", "--lang", "zh")
    assert "100.00%" in full.output and "没有发现" not in full.output


def test_proposed_examples_notice_what_the_others_did_not(write):
    text = "".join(line for line in RULE.splitlines(keepends=True) if "恰好" not in line).replace("3000.01元", "5000元")
    path = write(text)
    assert run(path, "--accept").exit_code == 0
    after = run(path, "--mutate", "--lang", "zh")
    assert after.exit_code == 0 and "没有发现" not in after.output, after.output


def test_a_path_inside_the_built_in_rules_chooses_among_them(monkeypatch):
    monkeypatch.chdir(builtin("rules").parent)
    assert {rule.reach.jurisdiction for rule in authored(["rules/430112-wangcheng"]).rules} == {"430112"}
    assert len(authored([]).rules) > 20


def test_no_path_is_an_error(tmp_path):
    assert run(tmp_path / "nowhere").exit_code == 2
    assert run(tmp_path).exit_code == 2


@pytest.mark.parametrize("rule", authored([]).rules, ids=lambda rule: rule.id)
def test_every_mutant_reads_differently(rule):
    for mutant in mutants(BOOK, rule):
        assert mutant.before != mutant.after, mutant.what


def test_an_indicator_must_state_its_value():
    found = authored([])
    rule = found.book.rules["budget-control-rate"]
    wrong = rule.examples[0]._replace(value=None)
    from dataclasses import replace

    changed = replace(rule, examples=(wrong, *rule.examples[1:]))
    assert [c.problem.code for c in examine(found.book, [changed], engines={}).complaints] == ["example-value"]
    other = replace(rule, examples=(rule.examples[0]._replace(value=rule.examples[1].value), *rule.examples[1:]))
    (told,) = examine(found.book, [other], engines={}).complaints
    assert "20.00%" in told.problem.message.zh and "0.00%" in told.problem.message.zh


@pytest.mark.parametrize(
    ("when", "require", "open_"),
    [
        ("", "非 (用途 匹配 “甲”)", True),
        ("", "非 (已知(用途) 且 用途 匹配 “甲”)", False),
        ("", "非 (用途 匹配 “甲” 且 已知(用途))", False),
        ("", "已知(用途) 或 用途 匹配 “甲”", True),
        ("", "非 (已知(年度目标) 且 用途 匹配 “甲”)", True),
        ("已知(用途)", "用途 匹配 “甲”", False),
        ("已知(用途) 或 已知(年度目标)", "用途 匹配 “甲”", True),
        ("用途 匹配 “甲”", "已知(用途)", True),
        ("", "已知(用途) 且 空值 = 1", True),
        ("", "用途 已列示", True),
    ],
)
def test_a_rule_that_asks_first_what_is_known_needs_no_example_of_open(when, require, open_):
    when, require = (text.replace("“", '"').replace("”", '"') for text in (when, require))
    tree = typed(when, "budget_line", "boolean") if when else None
    assert can_be_open(tree, None, typed(require, "budget_line", "boolean"), False) is open_
    assert can_be_open(tree, None, typed(require, "budget_line", "boolean"), True)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("涉及金额: 3000.01元", ""),
        ("涉及金额: 3000.02元", "涉及金额要“3,000.02元”，得到“3,000.01元”"),
        ("定性: 违规", "定性要“违规”，得到“疑点”"),
        ("严重程度: 低", ""),
        ("严重程度: 高, 定性: 违规", "定性要“违规”，得到“疑点”，严重程度要“高”，得到“低”"),
    ],
    ids=["the amount", "another amount", "another nature", "the severity", "two things"],
)
def test_an_example_may_state_amount_nature_and_severity(write, stated, told):
    path = write(RULE.replace("结论: 不符合, ", f"结论: 不符合, {stated}, ", 1))
    result = run(path, "--lang", "zh", "--engine", "evaluator")
    assert (told in result.output and result.exit_code == 1) if told else result.exit_code == 0, result.output


def test_every_kind_that_is_lacking_is_proposed_and_written(write):
    path = write(RULE[: RULE.index("  - {结论: 符合")].replace("边界: 是, ", ""))
    result = run(path, "--engine", "evaluator", "--accept", "--lang", "zh")
    assert "缺少这几种示例：符合、无法判定、边界" in result.output
    assert "全部通过" in run(path, "--engine", "evaluator", "--lang", "zh").output


def test_nothing_is_written_where_the_authors_own_example_comes_to_something_else(write, monkeypatch):
    wrong = RULE.replace("结论: 符合, 名称: 有公函", "结论: 不符合, 名称: 有公函")
    path = write(wrong)
    assert "有 1 个示例和结论不符，没有写入" in run(path, "--engine", "evaluator", "--accept", "--lang", "zh").output
    assert path.read_text(encoding="utf-8") == wrong
    import checker.cli.commands.rules_test as module

    monkeypatch.setattr(module, "sys", type("S", (), {"stdin": type("T", (), {"isatty": staticmethod(lambda: True)})}))
    words = ["rules", "test", str(path), "--engine", "evaluator", "--accept", "--lang", "zh"]
    assert "请改正规则" in CliRunner().invoke(main, words, input="n\n").output
    assert path.read_text(encoding="utf-8") == wrong
    assert "写的是不符合，规则得出符合" in CliRunner().invoke(main, words, input="y\n").output
    assert path.read_text(encoding="utf-8").startswith(RULE)


@pytest.fixture
def asked(write, tmp_path, monkeypatch):
    """A function that tests the rule with another engine; it returns how many checks that was asked, and the result."""
    monkeypatch.setenv("CHECKER_CACHE", "on")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))

    def once(text=RULE, says=first_verdict):
        found = authored([str(write(text))])
        counted = []

        def engine(checks):
            counted.extend(checks)
            return [(says(check), None) for check in checks]

        tested = examine(found.book, found.rules, engines={"other": engine}, packs=found.packs)
        return len(counted), tested

    return once


def test_another_engine_is_asked_again_only_of_what_has_changed(asked):
    count, tested = asked()
    assert (count, tested.remembered, tested.complaints) == (4, 0, ())
    count, tested = asked()
    assert (count, tested.remembered, tested.complaints) == (0, 1, ())
    assert asked(RULE.replace("3000.01元, 公函文号: 示函", "3000.02元, 公函文号: 示函"))[0] == 4
    assert asked(RULE.replace("值: 3000元", "值: 2999元"))[0] == 4


def test_what_an_engine_said_otherwise_is_never_remembered(asked):
    for _ in range(2):
        count, tested = asked(says=lambda check: "pass")
        assert count == 4
        assert [each.problem.code for each in tested.complaints] == ["engines-differ"] * 3


def test_an_altered_entry_is_not_believed(asked, tmp_path):
    asked()
    (entry,) = (tmp_path / "cache" / "checker").glob("tested-other-rules")
    told = entry.read_bytes()
    for other in (told.replace(b'"fail"', b'"pass"', 1), told[:-3], b"{}", b""):
        entry.write_bytes(other)
        assert asked(says=lambda check: "pass")[0] == 4
        asked()  # and is written anew
    assert asked()[0] == 0
    entry.write_bytes(told)
    entry.rename(entry.with_name("tested-another-rules"))
    assert asked()[0] == 4
