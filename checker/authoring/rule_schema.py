"""JSON Schemas of what authors write: rule, parameter and pack files, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from checker.authoring.case_schema import DIALECT, case_schema
from checker.base.values import UNITS
from checker.cases.vocabulary import Vocabulary
from checker.engines.outcome import SEVERITY_ORDER
from checker.mapping.model import DATE_ORDERS
from checker.mapping.reader import (
    AMOUNT_KEYS,
    COLUMN_KEYS,
    COMPLETE,
    DELIMITERS,
    ENCODINGS,
    REQUIRED,
    TABLE_KEYS,
    TOP_KEYS,
)
from checker.records.followup import FOLLOWUP_KEYS, OPTIONAL, TOP
from checker.records.states import STATES
from checker.records.waivers import WAIVER_KEYS
from checker.rulebook.examples import EXAMPLE_KEYS, OUTCOMES
from checker.rulebook.packs import MANIFEST_KEYS
from checker.rulebook.reader import (
    BASIS_KEYS,
    DEFINE_KEYS,
    PARAMETER_KEYS,
    PARAMETER_TYPES,
    PROBLEM_KEYS,
    READING_KEYS,
    RULE_KEYS,
    VALID_KEYS,
    VERIFIED_WORDS,
)
from checker.rulebook.rule import NATURES

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
DATE: Schema = {"type": "string", "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)$"}
PLACE: Schema = {"type": ["string", "integer"], "pattern": r"^(\d{2}|\d{4}|\d{6})$"}
YEAR: Schema = {"type": ["integer", "string"]}
FLAG: Schema = {"enum": [True, False, "是", "否", "true", "false", "yes"]}
VALUE: Schema = {"type": ["string", "number"]}
HELP = {
    "id": "规则的编号，和文件名相同 / the id, same as the file's name",
    "title": "一句话说清规范 / the norm in one sentence",
    "basis": "依据的文件、条款和核对程度 / instrument, article and how far it was read",
    "nature": "不符合意味着什么 / what a failure means",
    "severity": "严重程度，可以是表达式 / severity, may be an expression",
    "for": "逐个检查什么；分组写“合同 按 供应商” / what is checked one by one; groups: contract by supplier",
    "when": "什么时候适用（条件） / when it applies (a condition)",
    "unless": "规范自己写的例外 / exceptions that the norm itself gives",
    "require": "要求什么（条件） / what is required (a condition)",
    "value": "指标的取值 / the value of an indicator",
    "amount": "涉及金额 / money at stake",
    "message": "不符合时说什么，{字段} 显示数值 / what is said of a failure, {field} shows a value",
    "remedy": "怎么办，要提供什么 / what to do, what to provide",
    "parameters": "限额等参数，带依据和施行日期 / thresholds with their basis and dates",
    "examples": "示例：不符合、符合、无法判定、边界各一 / examples: fail, pass, undetermined and the boundary",
    "jurisdiction": "行政区划代码的前 2、4 或 6 位，全国适用不写 / GB/T 2260 code, left out for the whole country",
    "problem": "属于哪个问题；{属于, 次序, 牵头} 并入牵头规则的问题 / the problem; {of, order, lead} joins that of a lead",
    "finding_title": "只有一项时问题的标题，{字段} 显示数值 / the title of a problem of one item, {field} shows a value",
    "limits": "规则的局限 / known limits of the rule",
    "refines": "细化哪条规则（只能更严） / the rule it refines (only stricter)",
    "replaces": "取代哪条规则 / the rule it replaces",
    "as_of": "按对象的哪个日期取参数、看施行 / the subject's date that decides parameters and validity",
}


def _object(keys: dict[str, str], shapes: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    """Return a closed mapping whose keys are written in either language."""
    properties: Schema = {}
    for key, zh in keys.items():
        shape = dict(shapes.get(key, TEXT))
        if key in HELP and keys is RULE_KEYS:
            shape["description"] = HELP[key]
        properties[key] = properties[zh] = shape
    made: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        made["allOf"] = [{"anyOf": [{"required": [key]}, {"required": [keys[key]]}]} for key in required]
    return made


def waiver_schema() -> Schema:
    """Return the schema of a file of waivers."""
    entry = _object(WAIVER_KEYS, {"year": YEAR, "expires": DATE}, tuple(WAIVER_KEYS))
    body = _object({"waivers": "豁免"}, {"waivers": {"type": "array", "items": entry}}, ("waivers",))
    return {"$schema": DIALECT, "title": "豁免文件 / waivers", **body}


def followup_schema() -> Schema:
    """Return the schema of a file of follow-up."""
    shapes = {
        "year": YEAR,
        "due": DATE,
        "day": DATE,
        "state": {"enum": [*STATES, *(text.zh for text in STATES.values())]},
    }
    entry = _object(FOLLOWUP_KEYS, shapes, tuple(key for key in FOLLOWUP_KEYS if key not in OPTIONAL))
    body = _object(dict([TOP]), {TOP[0]: {"type": "array", "items": entry}}, (TOP[0],))
    return {"$schema": DIALECT, "title": "整改记录 / follow-up", **body}


def _one_or_more(shape: Schema) -> Schema:
    return {"anyOf": [shape, {"type": "array", "items": shape, "minItems": 1}]}


def _enumeration(vocabulary: Vocabulary, name: str) -> Schema:
    return _one_or_more({"enum": list(vocabulary.enumerations[name].by_name)})


def _basis(vocabulary: Vocabulary) -> Schema:
    shapes = {
        "verified": {"enum": [*VERIFIED_WORDS, False, True]},
        "reference": FLAG,
        "from": DATE,
        "to": DATE,
        "stated_for": _one_or_more(YEAR),
        "jurisdiction": PLACE,
    }
    shapes |= {"levels": _enumeration(vocabulary, "budget_level"), "unit_kinds": _enumeration(vocabulary, "unit_kind")}
    return _one_or_more(_object(BASIS_KEYS, shapes, ("instrument",)))


def _parameters(vocabulary: Vocabulary) -> Schema:
    shared: dict[str, Schema] = {
        "value": {"anyOf": [VALUE, {"type": "array", "items": VALUE}]},
        "basis": _basis(vocabulary),
        "from": DATE,
        "to": DATE,
        "stated_for": _one_or_more(YEAR),
        "jurisdiction": PLACE,
        "levels": _enumeration(vocabulary, "budget_level"),
        "unit_kinds": _enumeration(vocabulary, "unit_kind"),
    }
    value_keys = {key: zh for key, zh in PARAMETER_KEYS.items() if key not in ("id", "name", "zh", "type", "values")}
    value = _object(value_keys, shared, ("value",))
    shapes = {
        **shared,
        "type": {"enum": [*PARAMETER_TYPES, *PARAMETER_TYPES.values()]},
        "values": {"type": "array", "items": value, "minItems": 1},
        "id": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
    }
    shapes["name"] = shapes["id"]
    return {"type": "array", "items": _object(PARAMETER_KEYS, shapes)}


def rule_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a rule file; its examples are checked like cases."""
    case = case_schema(vocabulary)
    facts = {key: value for key, value in case.items() if key not in ("$schema", "title", "$defs", "required", "allOf")}
    natures = [*NATURES, *(text.zh for text in NATURES.values())]
    severities = vocabulary.enumerations["severity"].by_name
    example: dict[str, Schema] = {
        "outcome": {"enum": list(OUTCOMES)},
        "facts": {"$ref": "#/$defs/facts"},
        "boundary": FLAG,
        "year": YEAR,
        "jurisdiction": PLACE,
        "amount": TEXT,
        "nature": {"enum": natures},
        "severity": {"enum": [*SEVERITY_ORDER, *severities]},
    }
    problem = _object(
        PROBLEM_KEYS,
        {"of": _one_or_more(TEXT), "order": {"type": "integer", "minimum": 1}, "lead": FLAG},
        ("of", "order"),
    )
    shapes: dict[str, Schema] = {
        "basis": _basis(vocabulary),
        "jurisdiction": PLACE,
        "levels": _enumeration(vocabulary, "budget_level"),
        "unit_kinds": _enumeration(vocabulary, "unit_kind"),
        "documents": _enumeration(vocabulary, "document_kind"),
        "in_force": _object(VALID_KEYS, {"from": DATE, "to": DATE, "stated_for": _one_or_more(YEAR)}),
        "nature": {"anyOf": [{"enum": natures}, {"type": "string", "pattern": r"若|如果|\bif\b"}]},
        "severity": {"anyOf": [{"enum": [*SEVERITY_ORDER, *severities]}, TEXT]},
        "for": {"anyOf": [{"enum": vocabulary.entity_names()}, {"type": "string", "pattern": r"\s+by\s+|按"}]},
        "parameters": _parameters(vocabulary),
        "define": _one_or_more(
            _object(DEFINE_KEYS, {"for": {"enum": vocabulary.entity_names()}}, ("zh", "en", "value"))
        ),
        "problem": {"anyOf": [TEXT, problem]},
        "readings": {"type": "array", "items": _object(READING_KEYS, {})},
        "examples": {"type": "array", "items": _object(EXAMPLE_KEYS, example, ("outcome", "facts"))},
    }
    body = _object(RULE_KEYS, shapes, ("id", "basis", "nature", "for"))
    body["allOf"].append({"anyOf": [{"required": [key]} for key in ("require", "要求", "value", "取值")]})
    return {"$schema": DIALECT, "title": "规则文件 / rule file", **body, "$defs": {**case["$defs"], "facts": facts}}


def parameter_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a parameter file."""
    body = _object({"parameters": "参数"}, {"parameters": _parameters(vocabulary)}, ("parameters",))
    return {"$schema": DIALECT, "title": "参数文件 / parameter file", **body}


def pack_schema() -> Schema:
    """Return the schema of the manifest of a pack."""
    hashes = {"type": "object", "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
    shapes: dict[str, Schema] = {
        "version": {"type": ["string", "number"]},
        "jurisdiction": PLACE,
        "needs": {"type": "object", "additionalProperties": {"type": ["string", "number"]}},
        "parts": hashes,
    }
    body = _object(MANIFEST_KEYS, shapes, ("name", "version", "publisher"))
    return {"$schema": DIALECT, "title": "规则包清单 / manifest of a pack", **body}


def tables_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a mapping file for tables as people have them."""
    count: Schema = {"type": ["integer", "string"]}
    amounts = _object(AMOUNT_KEYS, {"unit": {"enum": list(UNITS)}, "decimals": count}, ("unit",))
    values: Schema = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}
    orders: Schema = {"enum": [*DATE_ORDERS, *DATE_ORDERS.values()]}
    column = _object(COLUMN_KEYS, {"decimals": count, "values": values, "date_order": orders}, ("field",))
    columns: Schema = {"type": "object", "additionalProperties": {"anyOf": [TEXT, column]}}
    words = _one_or_more(TEXT)
    skips: Schema = {"anyOf": [{"type": "object", "additionalProperties": words}, {"enum": ["无", "none"]}]}
    table: dict[str, Schema] = {
        "entity": {"enum": vocabulary.entity_names()},
        "columns": columns,
        "unit": columns,
        "year": YEAR,
        "fixed": values,
        "amounts": amounts,
        "complete": {"enum": [True, False, *COMPLETE]},
        "ignore": words,
        "skip_rows": skips,
        "keep_rows": skips,
        "fill_down": words,
        "header_row": count,
        "encoding": {"enum": [each for word in ENCODINGS for each in (word, word.upper())]},
        "delimiter": {"enum": list(DELIMITERS)},
        "decimal_mark": {"enum": [".", ","]},
        "group_mark": {"type": "string"},
        "none": words,
        "empty": words,
        "as_shown": FLAG,
    }
    shapes: dict[str, Schema] = {
        "tables": {"type": "array", "items": _object(TABLE_KEYS, table, REQUIRED), "minItems": 1},
        "ignore": words,
        "ignore_sheets": words,
        "fixed": values,
        "amounts": amounts,
        "transcribed": {"enum": ["whole", "全部", "全文"]},
        "document": _enumeration(vocabulary, "document_kind"),
        "not_disclosed": {"type": "array", "items": TEXT},
    }
    return {"$schema": DIALECT, "title": "映射文件 / mapping of tables", **_object(TOP_KEYS, shapes, ("tables",))}
