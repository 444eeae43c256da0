"""checker rules fmt: canonical form, both languages, every comment kept; and never a changed meaning."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

from checker.authoring.authored import authored
from checker.authoring.fmt import format_rule, format_rules
from checker.base.files import builtin
from checker.cli.main import main

FOUND = authored([])

RULE = """# yaml-language-server: $schema=schema/rule.schema.json

# 接待的规则
remedy: 补充公函   # 派出单位出具
# 编号上面的说明
id: reception-letter
title: 单笔公务接待费超过3000元须有公函
basis:
  # 读过转载
  - {instrument: 《示例办法》, article: 第八条, verified: no}
nature: query
severity: low

# 对谁
for: reception
when: >-
  amount > 3000元   and
  not letter is given
require: letter is given   # 公函
message: "{visitors}接待 {amount:元}，没有公函"
examples:
  # 没有公函
  - outcome: fail
    facts:
      transcribed: whole   # 全文
      receptions:
        - {id: a, amount: 3000.01元}
      lines:
        - {id: x, kind: item, name: 甲, is_it: yes, reviews: [{level: second, result: passed}]}
  - {outcome: pass, boundary: true, facts: {receptions: {complete: false, items: [{id: a, amount: 3000.01元, letter: {value: 示函3号, inferred: false}}]}}}
# 文件末尾的话
"""
CANONICAL_ZH = """# yaml-language-server: $schema=schema/rule.schema.json

# 编号上面的说明
编号: reception-letter
标题: 单笔公务接待费超过3000元须有公函
依据:
  # 读过转载
  - {文件: 《示例办法》, 条款: 第八条, 核对: 未核实}
定性: 疑点
严重程度: 低

# 对谁
对象: 公务接待
适用: 接待金额 > 3000元 且 非 公函文号 已列示
要求: 公函文号 已列示   # 公函
说明: "{来访单位}接待 {接待金额:元}，没有公函"
# 接待的规则
整改: 补充公函   # 派出单位出具
示例:
  # 没有公函
  - 结论: 不符合
    事实:
      转录: 全部   # 全文
      公务接待:
        - {id: a, 接待金额: 3000.01元}
      支出:
        - {id: x, 支出层次: 明细项目, 项目名称: 甲, 是否信息化: 是, 评审: [{评审级别: 二审, 评审结论: 通过}]}
  - {结论: 符合, 边界: 是, 事实: {公务接待: {完整: false, 明细: [{id: a, 接待金额: 3000.01元, 公函文号: {值: 示函3号, 推断: 否}}]}}}
# 文件末尾的话
"""


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "reception-letter.yaml"
    made.write_text(RULE, encoding="utf-8")
    return made


def run(*words):
    return CliRunner().invoke(main, ["rules", "fmt", *map(str, words)])


def test_a_file_as_drawn(path):
    result = run(path, "--keys", "zh")
    assert result.exit_code == 0, result.output
    assert path.read_text(encoding="utf-8") == CANONICAL_ZH


SAVED = {
    "as Windows ends lines": lambda text: text.replace("\n", "\r\n").encode(),
    "with a mark": lambda text: text.encode("utf-8-sig"),
    "in GBK": lambda text: text.encode("gb18030"),
    "all of it": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
}


@pytest.mark.parametrize("name", SAVED)
def test_a_file_keeps_its_encoding_and_the_ends_of_its_lines(path, name):
    path.write_bytes(SAVED[name](RULE))
    result = run(path, "--keys", "zh")
    assert result.exit_code == 0, result.output
    assert path.read_bytes() == SAVED[name](CANONICAL_ZH)


def test_a_link_in_a_folder_is_of_that_folder(path):
    folder = path.parent / "linked"
    folder.mkdir()
    (folder / path.name).symlink_to(path)
    assert run(folder, "--keys", "zh").exit_code == 0
    assert (folder / path.name).is_symlink() and path.read_text(encoding="utf-8") == CANONICAL_ZH


def test_a_packed_file_is_said_to_be_one(path):
    (path.parent / "pack.yaml").write_text('name: x\nversion: "1.0"\npublisher: y\n', encoding="utf-8")
    packed = path.parent.parent / "x.pack"
    done = CliRunner().invoke(main, ["rules", "pack", str(path.parent), "-o", str(packed)])
    assert done.exit_code == 0, done.output
    result = run(packed, "--keys", "zh", "--lang", "en")
    assert result.exit_code == 2 and "[packed]" in result.output and "in order" in result.output


def test_no_comment_is_lost_in_either_language(path):
    comments = [line[line.index("#") :] for line in RULE.splitlines() if "#" in line]
    for keys in ("en", "zh", "en"):
        assert run(path, "--keys", keys).exit_code == 0
        text = path.read_text(encoding="utf-8")
        assert sorted(line[line.index("#") :] for line in text.splitlines() if "#" in line) == sorted(comments)


def test_there_and_back_is_the_same_text(path):
    texts = []
    for keys in ("zh", "en", "zh", "en"):
        run(path, "--keys", keys)
        texts.append(path.read_text(encoding="utf-8"))
    assert texts[0] == texts[2] and texts[1] == texts[3] and texts[0] != texts[1]
    assert "when: amount > 3000元 and not letter is given" in texts[1] and "verified: 'no'" in texts[1]


@pytest.fixture(scope="module")
def formatted():
    """Every built-in rule in order, in both languages and as it is."""
    return {lang: format_rules(FOUND.book, FOUND.rules, FOUND.packs, lang) for lang in ("zh", "en", None)}


@pytest.mark.parametrize("lang", ["zh", "en", None])
@pytest.mark.parametrize("rule", FOUND.rules, ids=lambda rule: rule.id)
def test_every_built_in_rule_keeps_its_meaning(rule, lang, formatted):
    """format_rules reads what it wrote and compares rules, messages and the facts of every example."""
    text = formatted[lang][rule.id]
    for line in rule.source.text.splitlines():
        if line.lstrip().startswith("#"):
            assert line.strip() in text


def test_all_built_in_rules_there_and_back(tmp_path):
    folder = tmp_path / "rules"
    shutil.copytree(builtin("rules"), folder)
    some = folder / "consistency"  # every rule alone is the test above; this is a folder at once
    assert run("--rules", folder, some, "--keys", "zh").exit_code == 0
    first = {p.name: p.read_text(encoding="utf-8") for p in folder.rglob("*.yaml")}
    assert run("--rules", folder, some, "--keys", "en").exit_code == 0
    assert run("--rules", folder, some, "--keys", "zh").exit_code == 0
    assert {p.name: p.read_text(encoding="utf-8") for p in folder.rglob("*.yaml")} == first
    tested = CliRunner().invoke(main, ["rules", "test", "--rules", str(folder), str(some), "--engine", "evaluator"])
    assert tested.exit_code == 0, tested.output[-2000:]


def test_a_line_is_broken_by_the_width_of_the_key_it_will_have():
    """A nature on one line under the shorter Chinese key, broken under the longer English one: the same every time."""
    rule = next(r for r in FOUND.rules if r.id == "building-area-within-approval")
    zh = format_rule(FOUND.book, rule, FOUND.packs, "zh")
    assert "\n定性: 若 " in zh and "\nnature: >-\n  if " in format_rule(FOUND.book, rule, FOUND.packs, "en")


def test_the_words_of_the_law_are_kept(path):
    text = RULE.replace("amount > 3000元   and\n  not letter is given", "接待金额超过3000元且非公函文号已列示")
    path.write_text(text, encoding="utf-8")
    run(path)
    assert "when: 接待金额 超过 3000元 且 非 公函文号 已列示" in path.read_text(encoding="utf-8")
    run(path, "--keys", "en")
    assert "when: amount > 3000元 and not letter is given" in path.read_text(encoding="utf-8")


def test_check_and_diff_change_nothing(path):
    assert run(path, "--check").exit_code == 1 and path.read_text(encoding="utf-8") == RULE
    result = run(path, "--diff", "--keys", "zh")
    assert result.exit_code == 1 and "+编号: reception-letter" in result.output
    assert path.read_text(encoding="utf-8") == RULE
    run(path)
    assert run(path, "--check").exit_code == 0


@pytest.mark.parametrize("keys", ["zh", "en"])
def test_lifting_a_threshold_makes_it_a_parameter(path, keys):
    assert CliRunner().invoke(main, ["rules", "lint", str(path), "--select", "literal-threshold"]).exit_code == 1
    text = RULE.replace(">-\n  amount > 3000元   and\n  not letter is given", "amount > 3000元 and amount < 900万元")
    path.write_text(text, encoding="utf-8")
    result = run(path, "--lift", "--keys", keys)
    assert result.exit_code == 0, result.output
    text = path.read_text(encoding="utf-8")
    assert "reception_letter_1" in text and "3000元" in text[text.index("reception_letter_1") :]
    assert CliRunner().invoke(main, ["rules", "lint", str(path), "--select", "literal-threshold"]).exit_code == 0
    assert run(path, "--lift", "--check").exit_code == 0
