"""Words of one's own without English: added by a command, known beside the rule to every command, merged where packs agree."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from checker.api import load_case, load_rules
from checker.authoring.case_schema import case_schema
from checker.base.errors import InputError
from checker.cases.reader import key_table
from checker.cli.main import main

RULE = """编号: wage-bond
标题: 工资保证金不得超过合同金额的2%
依据: {文件: 《示例办法》, 核对: "no"}
定性: 疑点
严重程度: 低
对象: 合同
适用: 保证金形式 = 现金
要求: 工资保证金 不得超过 合同金额 的 2%
涉及金额: 工资保证金
说明: "{合同标的}收工资保证金 {工资保证金}"
整改: 退还
示例:
  - {结论: 不符合, 事实: {合同: [{编号: a, 合同标的: 甲, 合同金额: 1000000.00元, 工资保证金: 20000.01元, 保证金形式: 现金}]}}
  - {结论: 符合, 边界: 是, 事实: {合同: [{编号: a, 合同标的: 甲, 合同金额: 1000000.00元, 工资保证金: 20000.00元, 保证金形式: 现金}]}}
  - {结论: 无法判定, 事实: {合同: [{编号: a, 合同标的: 甲, 合同金额: 1000000.00元, 保证金形式: 现金}]}}
"""
HEAD = '单位名称: 某局\n行政区划: "430112"\n预算级次: 区县\n单位性质: 事业单位\n预算年度: 2023\n'
CASE = (
    HEAD
    + """合同:
  - {编号: a, 合同标的: 甲, 合同金额: 1000000.00元, 工资保证金: 20000.01元, 保证金形式: 现金}
  - {编号: b, 合同标的: 乙, 合同金额: 1000000.00元, 保证金形式: 现金}
"""
)
WORDS = """实体:
  合同:
    字段:
      工资保证金: {类型: 金额, 资料: {中文: 银行回单, 问谁: 财务}}
      保证金形式: [现金, 保函]
  租车:
    字段:
      租车人: 文字
      所属合同: 指向 合同
"""


def run(*words, code=0):
    result = CliRunner().invoke(main, list(map(str, words)))
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vocabulary.yaml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "wage-bond.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def test_what_the_command_writes_is_the_vocabulary_that_was_meant(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = run("vocabulary", "add", "合同", "工资保证金", "金额", "--paper", "银行回单", "--whom", "财务")
    assert "已写入 vocabulary.yaml：合同.工资保证金（金额）" in told and "工资保证金: 244.58万元" in told
    run("vocabulary", "add", "合同", "保证金形式", "现金、保函")
    run("vocabulary", "add", "租车", "租车人")
    run("vocabulary", "add", "租车", "所属合同", "指向 合同")
    assert (tmp_path / "vocabulary.yaml").read_text(encoding="utf-8") == WORDS
    assert "不用加" in run("vocabulary", "add", "合同", "工资保证金", "金额")
    assert "类型是金额，不是文字" in run("vocabulary", "add", "合同", "工资保证金", "文字", code=2)
    assert "已有相近的字段：质量保证金" in run("vocabulary", "add", "合同", "质量保证款", "金额")
    assert "用词，不能作名称" in run("vocabulary", "add", "合同", "不超过", "金额", code=2)
    assert "租车人" in run("vocabulary", "租车", "--rules", tmp_path)


def test_a_rule_by_itself_knows_the_words_beside_it(folder):
    assert "全部通过" in run("rules", "test", "wage-bond.yaml", "--engine", "evaluator", "--engine", "duckdb")
    told = run("run", "case.yaml", "--rules", "wage-bond.yaml", "--only", "wage-bond", "--engine", "evaluator", code=1)
    assert "甲收工资保证金" in told and "提供银行回单" in told
    assert "您是不是想写：wage-bond" in run("run", "case.yaml", "--rules", "wage-bond.yaml", "--only", "bond", code=2)
    assert "缺：合同 1、工资保证金 1" in run("rules", "try", "wage-bond.yaml", "case.yaml")
    assert "工资保证金" in run("vocabulary", "合同", "--rules", "wage-bond.yaml")


def test_a_new_case_asks_for_them(folder):
    heads = ("--name", "某局", "--year", "2023", "--jurisdiction", "430112", "--level", "区县", "--unit-kind", "机关")
    told = run("new-case", "mine.yaml", *heads, "--rules", "wage-bond.yaml")
    assert "checker run mine.yaml --rules wage-bond.yaml" in told
    text = (folder / "mine.yaml").read_text(encoding="utf-8")
    assert (
        "#    工资保证金: 待填              # 银行回单" in text and "租车: 待填" in text and "#    租车人: 待填" in text
    )


def test_the_published_schemas_know_them(folder):
    for kind, text in (("rule", RULE), ("case", CASE), ("vocabulary", WORDS)):
        schema = json.loads(run("schema", kind, "--rules", "wage-bond.yaml"))
        jsonschema.validate(json.loads(json.dumps(yaml.safe_load(text), default=str)), schema)


def test_equal_definitions_of_two_packs_merge_and_others_are_told(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "vocabulary.yaml").write_text(
        WORDS.replace("资料: {中文: 银行回单, 问谁: 财务}", "别名: [工资押金]"), "utf-8"
    )
    (other / "r.yaml").write_text(RULE.replace("wage-bond", "wage-bond-2"), encoding="utf-8")
    field = load_rules([folder / "wage-bond.yaml", other]).vocabulary.entities["contract"].fields["工资保证金"]
    assert field.paper is not None and field.aliases == ("工资押金",)
    for old, new, said in (
        ("类型: 金额", "类型: 文字", "已有字段“工资保证金”"),
        ("[现金, 保函]", "[现金, 支票]", "已有另一组可选的值：现金、保函"),
    ):
        (other / "vocabulary.yaml").write_text(WORDS.replace(old, new), encoding="utf-8")
        with pytest.raises(InputError) as error:
            load_rules([folder, other])
        assert any(said in problem.message.zh for problem in error.value.problems)


def test_no_field_takes_the_name_of_a_kind_of_fact_below(tmp_path, monkeypatch):
    """A condition that says the name would mean the one or the other."""
    monkeypatch.chdir(tmp_path)
    run("vocabulary", "add", "值班", "补助", "金额")
    for name in ("值班", "合同"):
        told = CliRunner().invoke(main, ["vocabulary", "add", "单位", name, "整数", "--lang", "zh"])
        assert told.exit_code == 2 and f"“{name}”已经是单位下面的一种事实" in told.output


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("要求: 合计(合同.合同金额) 不超过 100元", "合计(单位.合同.合同金额)"),
        ("要求: 合计(合同金额) 不超过 100元", "合计还是它自己"),
        (
            "参数: [{编号: wage_1, 名称: 清退期限, 类型: 整数, 值: 1年, 依据: {文件: 《示例办法》, 核对: 未核实}}]",
            "延后月",
        ),
        (
            "参数: [{编号: wage_1, 名称: 加班上限, 类型: 数字, 值: 8小时, 依据: {文件: 《示例办法》, 核对: 未核实}}]",
            "单位写进名称",
        ),
    ],
)
def test_what_would_mean_less_than_it_says_is_refused(tmp_path, wrong, told):
    """A sum of the subject's own value, a period whose unit is lost: both read well and check something else."""
    lines = [
        line for line in RULE.replace("保证金形式 = 现金", "合同金额 > 0元").splitlines() if not line.startswith("要求")
    ]
    lines = [line for line in lines if "工资保证金" not in line or line.startswith("标题")]
    (tmp_path / "wage-bond.yaml").write_text("\n".join([*lines[:7], wrong, *lines[7:]]) + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["rules", "test", str(tmp_path / "wage-bond.yaml"), "--lang", "zh"])
    assert result.exit_code == 2 and told in result.output, result.output


DUTY = """实体:
  值班:
    字段:
      值班人: 文字
      证件编号: 文字
      就餐人数: 整数
      值班天数: 整数
      补助: 金额
      结余: 金额
      时长: 数字
      得分: 数字
"""
A_YEAR = """编号: duty
标题: 一人一年值班补助不超过1000元
依据: {文件: 《示例办法》, 核对: 未核实}
定性: 疑点
严重程度: 低
对象: 值班 按 值班人
要求: 合计(值班.补助) 不得超过 1000元
说明: "{值班人}值班补助 {合计(值班.补助)}"
整改: 退回
示例:
  - {结论: 不符合, 事实: {值班: [{编号: a, 值班人: 张三（借调）, 补助: 600.00元}, {编号: b, 值班人: 张　三(借调), 补助: 400.01元}]}}
  - {结论: 不符合, 事实: {值班: [{编号: a, 值班人: 张３, 补助: 600.00元}, {编号: b, 值班人: 张3, 补助: 400.01元}]}}
  - {结论: 符合, 边界: 是, 事实: {值班: [{编号: a, 值班人: 张三, 补助: 600.00元}, {编号: b, 值班人: 张三, 补助: 400.00元}]}}
  - {结论: 无法判定, 事实: {值班: [{编号: a, 值班人: 张三}]}}
"""


@pytest.fixture
def duty(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vocabulary.yaml").write_text(DUTY, encoding="utf-8")
    (tmp_path / "duty.yaml").write_text(A_YEAR, encoding="utf-8")
    return tmp_path


def test_own_names_in_two_spellings_are_one_on_every_engine(duty):
    assert "全部通过" in run("rules", "test", "duty.yaml", "--lang", "zh")


def test_what_agrees_in_an_amount_is_a_group_on_every_engine(duty):
    """The group prints its amount as coarsely as any of its facts does; the working names the fact it was read of."""
    both = "[{编号: a, 值班人: 张三, 补助: 20000.00元}, {编号: b, 值班人: 张　三, 补助: 2万元}]"
    rule = A_YEAR[: A_YEAR.index("示例:")].replace("按 值班人", "按 值班人, 补助")
    rule = rule.replace("要求: 合计(值班.补助) 不得超过 1000元", "要求: 已列合计(值班.补助) 不超过 补助").replace(
        "{合计(值班.补助)}", "{补助}"
    )
    examples = f"  - {{结论: 不符合, 边界: 是, 事实: {{值班: {both}}}}}\n"
    examples += f"  - {{结论: 符合, 事实: {{值班: {both.replace('2万元', '20000.01元')}}}, 对象: 张三/2000000}}\n"
    (duty / "duty.yaml").write_text(rule + "示例:\n" + examples, encoding="utf-8")
    told = run("rules", "test", "duty.yaml", "--lang", "zh", code=1)
    assert "不符合 1，符合 1" in told and "有 1 处要改" in told, told  # no more than that nothing is open
    (duty / "case.txt.yaml").write_text(HEAD + f"值班: {{完整: 是, 明细: {both}}}\n", encoding="utf-8")
    words = "run", duty / "case.txt.yaml", "--rules", duty / "duty.yaml", "--select", "duty", "--lang", "zh", "--all"
    told = run(*words, code=1)
    assert "补助 = 20,000.00元" in told
    assert "张　三/2000000 张　三/2万元" in told, told  # known by fen, called as it is printed


def test_an_example_of_several_says_which_it_is_about(duty):
    both = "{值班: [{编号: a, 值班人: 张三, 补助: 1000.01元}, {编号: b, 值班人: 李四, 补助: 1元}]}"
    rule = A_YEAR + f"  - {{结论: 不符合, 事实: {both}}}\n"
    (duty / "duty.yaml").write_text(rule, encoding="utf-8")
    words = "rules", "test", "duty.yaml", "--engine", "evaluator"
    said = run(*words, "--lang", "zh", code=1)
    assert "事实里有 2 条，结论不一样（张三 不符合、李四 符合）" in said and "写上“对象: 张三”" in said, said
    assert "does not say which it is about" in run(*words, "--lang", "en", code=1)
    for subject, outcome in (("张三", "不符合"), ("李四", "符合")):
        text = A_YEAR + f"  - {{结论: {outcome}, 对象: {subject}, 事实: {both}}}\n"
        (duty / "duty.yaml").write_text(text, encoding="utf-8")
        run(*words)
    alike = both.replace("李四, 补助: 1元", "李四, 补助: 2000.00元")
    (duty / "duty.yaml").write_text(A_YEAR + f"  - {{结论: 不符合, 事实: {alike}}}\n", encoding="utf-8")
    run(*words)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("就餐人数: 20天", "的单位不是“人”"),
        ("就餐人数: 20辆", "的单位不是“人”"),
        ("就餐人数: 20人", ""),
        ("就餐人数: 20人次", ""),
        ("值班天数: 3个月", "的单位不是“日”"),
        ("值班天数: 3天", ""),
        ("补助: -1.00元", "可负: 是"),
        ("时长: -1", "可负: 是"),
        ("时长: 3分", "写 单位"),
        ("得分: 3分", ""),
        ("结余: -1.00元", ""),
    ],
)
def test_own_figures_are_in_their_unit_and_not_below_zero(duty, stated, told):
    book = load_rules(duty / "duty.yaml")
    text = HEAD + f"值班: [{{编号: a, 值班人: 张三, {stated}}}]\n"
    if not told:
        load_case("c.yaml", book, text.encode())
        return
    with pytest.raises(InputError) as refused:
        load_case("c.yaml", book, text.encode())
    (problem,) = refused.value.problems
    assert told in problem.message.zh + problem.hint.zh


def test_what_is_folded_and_what_may_be_below_zero_is_said(duty):
    fields = load_rules(duty).vocabulary.entities["值班"].fields
    assert fields["值班人"].fold and not fields["证件编号"].fold  # a code is one as it is written
    assert fields["结余"].negative and not fields["补助"].negative
    text = DUTY.replace("值班人: 文字", "值班人: {类型: 文字, 不计字形: 否}").replace(
        "补助: 金额", "补助: {类型: 金额, 可负: 是}"
    )
    (duty / "vocabulary.yaml").write_text(text, encoding="utf-8")
    fields = load_rules(duty).vocabulary.entities["值班"].fields
    assert not fields["值班人"].fold and fields["补助"].negative


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("枚举:\n  形式:\n    名称: 形式\n    取值: {甲: 甲, 乙: }\n", "“乙”没有名称"),
        ("枚举:\n  形式:\n    名称: 形式\n    取值: {甲: 甲, 乙: []}\n", "“乙”没有名称"),
        ("枚举:\n  形式:\n    名称: 形式\n    取值: {甲: 子, 乙: 子}\n", "“子”已经是“甲”的名称"),
        ("实体:\n  合同:\n    字段:\n      甲: []\n", "空的，或写了两次"),
        ("实体:\n  合同:\n    字段:\n      甲: [乙, 乙]\n", "空的，或写了两次"),
        ("实体:\n  合同:\n    字段:\n      甲: {类型: 金额, 单位: }\n", "“单位”后面是空的"),
    ],
)
def test_a_vocabulary_has_no_loose_ends(tmp_path, text, told):
    (tmp_path / "vocabulary.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_rules(tmp_path)
    (problem,) = refused.value.problems
    assert told in problem.message.zh and problem.hint is not None


def test_a_list_may_stand_under_what_rules_and_tables_call_it():
    book = load_rules()
    head = HEAD + "%s:\n  - {编号: p, 支出层次: 项目支出, 项目名称: 甲专项, %s: [{编号: a, 文号: 甲1号}]}\n"
    for key in ("lines", "支出", "支出项目", "budget_line"):
        for below in ("批复", "approval"):
            line = load_case("c.yaml", book, (head % (key, below)).encode()).facts["budget_line"][0]
            assert [fact.values["number"] for fact in line.related["approval"]] == ["甲1号"]
    with pytest.raises(InputError) as twice:
        load_case("c.yaml", book, (head % ("支出", "批复") + "支出项目: []\n").encode())
    assert [problem.code for problem in twice.value.problems] == ["repeated"]
    properties = case_schema(book.vocabulary)["$defs"]
    for entity in book.vocabulary.entities.values():
        assert entity.id not in properties or set(properties[entity.id]["properties"]) == set(
            key_table(book.vocabulary, entity)
        )


def test_what_a_group_lacks_is_said(duty):
    case = duty / "case.txt.yaml"
    entries = "值班: [{编号: a, 值班人: 张三, 补助: 900.00元}, {编号: b, 值班人: 张　三, 补助: 200.00元}]\n"
    case.write_text(HEAD + entries, encoding="utf-8")
    words = "run", case, "--rules", duty / "duty.yaml", "--select", "duty", "--engine", "evaluator", "--lang", "zh"
    assert "报告没有写明是否列全：值班" in run(*words, code=3)
    case.write_text(
        HEAD + entries.replace("值班: [", "值班: {完整: 是, 明细: [").replace("]\n", "]}\n"), encoding="utf-8"
    )
    assert "张　三值班补助 1,100.00元" in run(*words, code=1)
    said = run("run", case, "--rules", duty, "--lang", "zh", code=2)
    assert "这是案例文件，不是规则" in said
    assert "加 --rules 规则文件" in run("run", case, "--lang", "zh", code=2)
    assert "加 --rules vocabulary.yaml" in run("vocabulary", "值班", "--lang", "zh", code=2)
    case.write_text(HEAD + "值班: [{编号: a, 补助: 8,000元}]\n", encoding="utf-8")
    assert "大括号里逗号分开两项" in run(*words, code=2)


def test_a_new_rule_counts_what_is_above_its_limit(duty):
    for subject, require, amount in (
        ("值班", "补助 不得超过 1000元", "补助 - 1000元"),
        ("值班", "补助 不低于 50元", "50元 - 补助"),
        ("值班 按 值班人", "合计(值班.补助) 不得超过 1000元", "合计(值班.补助) - 1000元"),
    ):
        words = ["--title", "补助", "--id", "limit", "--instrument", "《示例》", "--for", subject, "--nature", "疑点"]
        made = duty / "limit.yaml"
        run("rules", "new", "--no-input", *words, "--require", require, "--remedy", "退回", "--force", "--lang", "zh")
        assert f"涉及金额: {amount}\n" in made.read_text(encoding="utf-8")


def test_a_new_rule_says_which_of_several_entries_an_example_is_about(duty):
    require = "不存在 单位.值班 记作 另一条 满足 (另一条.值班人 = 值班人 且 另一条.补助 > 补助)"
    words = ["--title", "一人一次", "--id", "once", "--instrument", "《示例》", "--for", "值班", "--when", "补助 > 0元"]
    run("rules", "new", "--no-input", *words, "--require", require, "--remedy", "退回", "--lang", "zh")
    assert "    对象: a\n" in (duty / "once.yaml").read_text(encoding="utf-8")
    assert "全部通过" in run("rules", "test", "once.yaml", "--engine", "evaluator", "--lang", "zh")
