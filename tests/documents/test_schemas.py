"""What an editor checks while an author types agrees with what the checker reads."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, ROOT
from test_rules_test import RULE

from checker.authoring.fmt import Formatter
from checker.authoring.rule_schema import Schemas, pack_schema, parameter_schema, rule_schema
from checker.base.errors import Text
from checker.cli.commands.schema import made
from checker.cli.main import main
from checker.documents.shape import Inner, Key, Kind, Shape
from checker.mapping.shapes import TOP_KEYS as TABLES_KEYS
from checker.records.followup import FOLLOWUP_KEYS
from checker.records.waivers import WAIVER_KEYS
from checker.rulebook.shapes import MANIFEST_KEYS, PARAMETERS_KEYS, RULE_KEYS
from checker.rulebook.vocabulary_shapes import TOP_KEYS as VOCABULARY_KEYS
from checker.scores.shapes import SHEET_KEYS

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
    jsonschema.validate(pack, pack_schema(BOOK.vocabulary))
    for wrong in ({**pack, "版号": "1"}, {key: value for key, value in pack.items() if key != "版本"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, pack_schema(BOOK.vocabulary))


def test_all_of_them_into_a_folder(tmp_path):
    assert CliRunner().invoke(main, ["schema", "--all", str(tmp_path / "schema")]).exit_code == 0
    for path in (tmp_path / "schema").iterdir():
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
    assert CliRunner().invoke(main, ["schema"]).exit_code == 2


SHAPES = {
    "rule": RULE_KEYS,
    "parameter": PARAMETERS_KEYS,
    "pack": MANIFEST_KEYS,
    "tables": TABLES_KEYS,
    "score": SHEET_KEYS,
    "vocabulary": VOCABULARY_KEYS,
    "waiver": WAIVER_KEYS,
    "followup": FOLLOWUP_KEYS,
}


def shapes_in(shape, seen):
    """Return *shape* and every shape that stands within it."""
    if id(shape) in seen:
        return []
    seen.add(id(shape))
    found, kinds = [shape], [key.kind for key in shape.entries.values()]
    while kinds:
        kind = kinds.pop()
        kinds += [*getattr(kind, "kinds", ()), *([kind.of] if hasattr(kind, "of") else [])]
        found += shapes_in(kind.shape, seen) if isinstance(kind, Inner) else []
    return found


@pytest.mark.parametrize("name", SHAPES)
def test_no_word_of_a_shape_is_two_keys(name):
    """An English and a Chinese spelling lead to one key: only two names of one thing (id, name) may share a word."""
    for shape in shapes_in(SHAPES[name], set()):
        words = [*shape, *dict.fromkeys(shape.values())]
        assert len(words) == len(set(words)), shape.what
        assert all(key in shape for group in shape.one_of for key in group) and (
            not shape.subject or shape.subject in shape
        )


def test_a_kind_that_nobody_knows_is_refused():
    class Strange(Kind):
        """No maker of schemas and no formatter knows it."""

    rule = BOOK.rules["overrun-above-threshold"]
    node = yaml.compose("a: b")
    for refused in (
        lambda: Schemas(BOOK.vocabulary).kind(Strange()),
        lambda: Schemas(BOOK.vocabulary).shape(Shape(Text("甲", "a"), Key("a", "甲", Strange()))),
        lambda: Formatter(BOOK, rule).shape(node, Shape(Text("甲", "a"), Key("a", "甲", Strange())), rule.scope),
    ):
        with pytest.raises(TypeError, match="Strange"):
            refused()


def test_the_built_in_files_follow_their_schemas():
    """What the readers take is what an editor is told to expect: the vocabulary and every score sheet."""
    found = {
        "vocabulary": [ROOT / "rules" / "vocabulary.yaml"],
        "score": sorted((ROOT / "rules").rglob("scores/*.yaml")),
    }
    for kind, paths in found.items():
        assert paths
        validator = jsonschema.Draft202012Validator(made(kind))
        for path in paths:
            data = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
            assert not [error.message for error in validator.iter_errors(data)], path
