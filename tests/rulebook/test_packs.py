"""Packs: folders and packed files of rules, layered over the built-in ones; what does not fit is said, never guessed."""

from __future__ import annotations

import random

import pytest
from click.testing import CliRunner
from conftest import HEAD

from checker.api import check, load_case, load_rules
from checker.base.errors import InputError
from checker.base.files import builtin
from checker.cli.main import main
from checker.rulebook.packs import read_pack

MANIFEST = '名称: 示例区规则\n版本: "1.0"\n发布单位: 示例区审计局\n行政区划: "430112"\n需要: {checker: "0.1"}\n'
RULE = """编号: book-purchase
标题: 购书须登记
依据: {文件: 《示例办法》, 条款: 第一条, 核对: 未核实}
行政区划: "430112"
定性: 疑点
严重程度: 低
对象: 购书
要求: 登记号 已列示
涉及金额: 购书金额
说明: "{书名}没有登记，{购书金额}"
整改: 补登记
示例:
  - {结论: 不符合, 事实: {购书: [{编号: a, 书名: 甲, 购书金额: 10元, 登记号: 无}]}}
"""
VOCABULARY = """实体:
  book:
    名称: 购书
    清单: [books, 购书]
    所属: unit
    主键: [id]
    标签: title
    字段:
      id: {名称: 购书编号, 类型: 文字, 别名: [编号]}
      title: {名称: 书名, 类型: 文字}
      amount: {名称: 购书金额, 类型: 金额}
      number: {名称: 登记号, 类型: 文字}
  budget_line:
    字段:
      shelf: {名称: 存放处, 类型: 文字}
枚举:
  review_level:
    取值: {third: [三审]}
"""


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "示例区规则"
    place.mkdir()
    (place / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    (place / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    (place / "book-purchase.yaml").write_text(RULE, encoding="utf-8")
    return place


def problems(*places):
    with pytest.raises(InputError) as error:
        load_rules(places)
    return "\n".join(p.render("zh") for p in error.value.problems)


def test_a_pack_adds_entities_fields_and_values(folder, tmp_path):
    book = load_rules([folder])
    assert book.vocabulary.entities["budget_line"].fields["shelf"].zh == "存放处"
    assert book.vocabulary.enumerations["review_level"].by_name["三审"] == "third"
    case = (
        HEAD
        + "购书:\n  complete: true\n  items:\n  - {编号: a, 书名: 甲, 购书金额: 10元, 登记号: 无}\n  - {编号: b, 书名: 乙, 登记号: 3}\n"
    )
    report = check([load_case("c.yaml", book, case.encode())], book, selected=lambda rule: rule == "book-purchase")
    assert {c.subject.id: c.outcome for c in report.checks} == {"a": "fail", "b": "pass"}


def test_a_packed_file_reads_like_its_folder(folder, tmp_path):
    target = tmp_path / "one.pack"
    result = CliRunner().invoke(main, ["rules", "pack", str(folder), "-o", str(target), "--lang", "zh"])
    assert result.exit_code == 0 and "SHA-256" in result.output
    first = target.read_bytes()
    CliRunner().invoke(main, ["rules", "pack", str(folder), "-o", str(target)])
    assert target.read_bytes() == first, "the same parts give the same bytes"
    assert load_rules([target]).sha256 == load_rules([folder]).sha256


def test_every_altered_byte_of_a_packed_file_is_found(folder, tmp_path):
    target = tmp_path / "one.pack"
    CliRunner().invoke(main, ["rules", "pack", str(folder), "-o", str(target)])
    good = target.read_bytes()
    wanted = load_rules([target]).sha256
    chance = random.Random(7)
    refused = 0
    for at in sorted(chance.sample(range(len(good)), 150)):
        broken = bytearray(good)
        broken[at] ^= 1 << chance.randrange(8)
        target.write_bytes(bytes(broken))
        try:
            book = load_rules([target])
        except InputError as error:
            assert all(p.hint for p in error.problems)
            refused += 1
        else:  # zip holds bytes that mean nothing, such as dates: what was read is the same
            assert book.sha256 == wanted
    assert refused > 100


def test_the_altered_part_is_named(folder, tmp_path):
    import zipfile

    target, altered = tmp_path / "one.pack", tmp_path / "two.pack"
    CliRunner().invoke(main, ["rules", "pack", str(folder), "-o", str(target)])
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(altered, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry, data.replace("10元".encode(), "11元".encode()))
        new.writestr("extra.yaml", "编号: x\n")
        new.comment = old.comment
    told = problems(altered)
    assert "“book-purchase.yaml”被改动过" in told and "多了部件“extra.yaml”" in told


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("pack.yaml", ("版本: ", "版号: "), "不认识的键“版号”"),
        ("pack.yaml", ('"1.0"', "一"), "不是数字"),
        ("pack.yaml", ("发布单位: 示例区审计局\n", ""), "没有写“发布单位”"),
        ("pack.yaml", ('"0.1"', '"99"'), "需要“checker”99 以上"),
        ("pack.yaml", ("checker:", "上级包:"), "需要“上级包”"),
        ("pack.yaml", ('"430112"', '"430111"'), "只管行政区划 430111"),
        ("vocabulary.yaml", ("类型: 金额", "类型: 钱"), "不认识的类型“钱”"),
        ("vocabulary.yaml", ("shelf:", "actual:"), "已有字段“actual”"),
        ("vocabulary.yaml", ("名称: 存放处", "名称: 实际支出"), "两个字段叫“实际支出”"),
        ("vocabulary.yaml", ("third:", "second:"), "已有取值“second”"),
        ("vocabulary.yaml", ("  book:", "  购 书:"), "不带空格和符号"),
        ("vocabulary.yaml", ("shelf: {", "实际支出: {"), "类型不同"),
        ("vocabulary.yaml", ("shelf: {", "存放处" * 6 + ": {"), "名称最多 16 个汉字"),
        ("vocabulary.yaml", ("主键: [id]", "主键: [no]"), "不是它的字段"),
        ("vocabulary.yaml", ("所属: unit", "所属: units"), "上级实体“units”不存在"),
        ("vocabulary.yaml", ("    所属: unit\n", ""), "没有写“所属”"),
        ("vocabulary.yaml", ("名称: 存放处", "名称: 实际支出 / 年初"), ""),
        ("book-purchase.yaml", ("编号: book-purchase", "编号: stated-sum"), "已在"),
        ("book-purchase.yaml", ("整改: 补登记\n", "整改: 补登记\n细化: stated-summ\n"), "stated-sum"),
    ],
)
def test_what_does_not_fit_is_said(folder, file, change, words):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    if words:
        assert words in problems(folder)


def test_a_name_that_changes_how_a_built_in_rule_reads_is_refused(folder):
    path = folder / "vocabulary.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("存放处", "存在评审"), encoding="utf-8")
    text = RULE.replace("要求: 登记号 已列示", "要求: 登记号 已列示\n适用: 购书金额 > 0元")
    (folder / "book-purchase.yaml").write_text(text, encoding="utf-8")
    lower = folder.parent / "下层"
    lower.mkdir()
    rule = RULE.replace("book-purchase", "lower").replace("对象: 购书", "对象: 支出项目")
    rule = (
        rule.replace("登记号 已列示", "存在评审 满足(评审结论 = 通过)")
        .replace("购书金额", "造价")
        .replace("书名", "项目名称")
    )
    (lower / "lower.yaml").write_text(rule[: rule.index("示例:")], encoding="utf-8")
    load_rules([lower])
    assert "改变了规则“lower”的切分" in problems(lower, folder)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_pack_is_refused(tmp_path, data):
    (tmp_path / "x.pack").write_bytes(data)
    assert "规则包" in problems(tmp_path / "x.pack")


def test_one_rule_file_is_a_layer_too(folder, tmp_path):
    text = (
        RULE.replace("对象: 购书", "对象: 支出项目")
        .replace("登记号", "造价")
        .replace("购书金额", "造价")
        .replace("书名", "项目名称")
    )
    (tmp_path / "book-purchase.yaml").write_text(text[: text.index("示例:")], encoding="utf-8")
    assert "book-purchase" in load_rules([tmp_path / "book-purchase.yaml"]).rules


def test_a_whole_rulebook_stands_on_no_other(tmp_path):
    (tmp_path / "vocabulary.yaml").write_bytes((builtin("rules") / "vocabulary.yaml").read_bytes())
    assert read_pack(tmp_path).is_base and load_rules([tmp_path]).rules == {}
