"""What an editor checks while an author types agrees with what the checker reads."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, ROOT
from test_rules_test import RULE

from checker.authoring.rule_schema import pack_schema, parameter_schema, rule_schema
from checker.cli.main import main

RULE_SCHEMA = jsonschema.Draft202012Validator(rule_schema(BOOK.vocabulary))


def plain(text):
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


@pytest.mark.parametrize("rule", BOOK.rules.values(), ids=lambda rule: rule.id)
def test_every_built_in_rule_follows_the_schema(rule):
    RULE_SCHEMA.validate(plain((ROOT / rule.file).read_text(encoding="utf-8")))


WRONG = {
    "不认识的键": ("整改: 补充公函", "整该: 补充公函"),
    "定性写错": ("定性: 疑点", "定性: 疑问"),
    "对象写错": ("对象: 公务接待", "对象: 接待"),
    "行政区划写错": ("定性: 疑点", '行政区划: "430"\n定性: 疑点'),
    "日期写错": ("定性: 疑点", "施行: {自: 二〇二〇年}\n定性: 疑点"),
    "级次写错": ("定性: 疑点", "级次: [区里]\n定性: 疑点"),
    "没有依据": ("依据: {文件: 《示例办法》, 条款: 第八条, 核对: 未核实}\n", ""),
    "没有要求": ("要求: 公函文号 已列示\n", ""),
    "结论写错": ("结论: 符合", "结论: 合格"),
    "示例里的字段写错": ("公函文号: 示函3号", "公函文好: 示函3号"),
    "参数类型写错": ("类型: 金额", "类型: 钱"),
    "核对写错": ("核对: 未核实}\n定性", "核对: 已核}\n定性"),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_schema_finds_what_the_checker_refuses(name):
    old, new = WRONG[name]
    assert old in RULE
    RULE_SCHEMA.validate(plain(RULE))
    with pytest.raises(jsonschema.ValidationError):
        RULE_SCHEMA.validate(plain(RULE.replace(old, new)))


def test_parameter_and_pack_files():
    for path in (ROOT / "rules" / "parameters").glob("*.yaml"):
        data = plain(path.read_text(encoding="utf-8"))
        jsonschema.validate(data, parameter_schema(BOOK.vocabulary))
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(
                {"参数": [{**data["parameters"][0], "单位": "万元"}]}, parameter_schema(BOOK.vocabulary)
            )
    pack = {
        "名称": "示例区规则",
        "版本": "1.0",
        "发布单位": "示例区审计局",
        "行政区划": "430112",
        "需要": {"checker": "0.1"},
    }
    jsonschema.validate(pack, pack_schema())
    for wrong in ({**pack, "版号": "1"}, {key: value for key, value in pack.items() if key != "版本"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, pack_schema())


def test_all_of_them_into_a_folder(tmp_path):
    assert CliRunner().invoke(main, ["schema", "--all", str(tmp_path / "schema")]).exit_code == 0
    for path in (tmp_path / "schema").iterdir():
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
    assert CliRunner().invoke(main, ["schema"]).exit_code == 2
