"""The shapes of what authors of rules write: rules, bases, parameters, definitions, examples, and the manifest of a pack."""

from __future__ import annotations

from checker.base.errors import Text
from checker.documents.shape import (
    DATE,
    FLAG,
    PLACE,
    TEXT,
    VALUE,
    YEAR,
    Choice,
    Either,
    Expression,
    Facts,
    Free,
    Inner,
    Key,
    Many,
    Message,
    Named,
    Scalar,
    Shape,
    Subject,
)
from checker.rulebook.rule import NATURES, PEERS_BY

VERIFIED_WORDS = {
    "原文": "text",
    "转述": "secondary",
    "未核实": "no",
    "no": "no",
    "text": "text",
    "secondary": "secondary",
    "否": "no",
}
"""How far the text of a basis was read, in every spelling."""
PARAMETER_TYPES = {
    "money": "金额",
    "percent": "百分比",
    "number": "数字",
    "count": "整数",
    "text": "文字",
    "texts": "文字清单",
    "rates": "金额表",
    "date": "日期",
}
EXISTING_WORDS = {"add": "add", "补充": "add", "replace": "replace", "替换": "replace"}
"""What a parameter of a pack may do with the one of its id that stands in a pack below."""
OUTCOMES = {
    "pass": "pass",
    "符合": "pass",
    "fail": "fail",
    "不符合": "fail",
    "undetermined": "undetermined",
    "无法判定": "undetermined",
    "not_applicable": "not_applicable",
    "不适用": "not_applicable",
    "value": "pass",
    "已计算": "pass",
    "not_in_force": "not_in_force",
    "未施行": "not_in_force",
}
"""What an example may say comes of it; an indicator is worked out (value) where a rule is met."""
_OUTCOMES = Choice(
    (
        ("fail", "不符合"),
        ("pass", "符合"),
        ("undetermined", "无法判定"),
        ("not_applicable", "不适用"),
        ("not_in_force", "未施行"),
        ("value", "已计算"),
    )
)
_NATURES = Choice(tuple((key, text.zh) for key, text in NATURES.items()))
_VERIFIED = Choice((("text", "原文"), ("secondary", "转述"), ("no", "未核实")), ("否", False, True))
_LEVELS = Many(Named("budget_level"), alone=True)
_UNIT_KINDS = Many(Named("unit_kind"), alone=True)
_ID = Scalar(pattern="^[a-z][a-z0-9_]*$")
_VALID = (
    Key("from", "自", DATE),
    Key("to", "至", DATE),
    Key("stated_for", "所见年度", Many(YEAR, alone=True)),
)
_REACH = (
    Key("jurisdiction", "行政区划", PLACE),
    Key("levels", "级次", _LEVELS),
    Key("unit_kinds", "单位性质", _UNIT_KINDS),
)
VALID_KEYS = Shape(Text("施行", "in_force"), *_VALID)
BASIS_KEYS = Shape(
    Text("依据", "the basis"),
    Key("instrument", "文件", TEXT, required=True),
    Key("article", "条款", TEXT),
    Key("verified", "核对", _VERIFIED),
    Key("verified_by", "复核人", TEXT),
    Key("verified_on", "复核日期", DATE),
    Key("reference", "参照", FLAG),
    Key("note", "说明", TEXT),
    Key("en", "英文", TEXT),
    *_VALID,
    *_REACH,
)
_BASIS = Many(Inner(BASIS_KEYS), alone=True)
_STATED = (
    Key("value", "值", Many(VALUE, alone=True)),
    Key("basis", "依据", _BASIS),
    Key("note", "说明", TEXT),
    *_VALID,
    *_REACH,
)
VALUE_KEYS = Shape(Text("取值", "the value"), Key("value", "值", Many(VALUE, alone=True), required=True), *_STATED[1:])
PARAMETER_KEYS = Shape(
    Text("参数", "the parameter"),
    Key("id", "编号", _ID),
    Key("name", "编号", _ID),
    Key("zh", "名称", TEXT),
    Key("type", "类型", Choice(tuple(PARAMETER_TYPES.items()))),
    Key("existing", "已有参数", Choice((("add", "补充"), ("replace", "替换")))),
    Key("values", "取值", Many(Inner(VALUE_KEYS), least=1)),
    *_STATED,
)
PARAMETERS_KEYS = Shape(
    Text("参数文件", "the file"), Key("parameters", "参数", Many(Inner(PARAMETER_KEYS)), required=True)
)
DEFINE_KEYS = Shape(
    Text("定义", "the definition"),
    Key("zh", "名称", TEXT, required=True),
    Key("en", "英文名称", TEXT, required=True),
    Key("for", "对象", Named("entity")),
    Key("value", "取值", Expression(), required=True),
    subject="for",
)
PROBLEM_KEYS = Shape(
    Text("事项", "problem"),
    Key("of", "属于", Many(TEXT, alone=True), required=True),
    Key("order", "次序", Scalar(("integer",), least=1), required=True),
    Key("lead", "牵头", FLAG),
)
READING_KEYS = Shape(
    Text("其他读法", "the reading"),
    Key("when", "条件", Expression("boolean")),
    Key("zh", "说明", Message()),
    Key("en", "英文说明", Message()),
)
OTHER_KEYS = Shape(
    Text("其他案例", "the other case"),
    Key("facts", "事实", Facts(), required=True),
    Key("times", "家数", Scalar(("integer",), least=1)),
)
PEERS_KEYS = Shape(
    Text("同类", "peers"),
    Key(
        "by",
        "按",
        Many(Choice(tuple((key, zh) for key, (zh, _, _) in PEERS_BY.items())), alone=True),
        required=True,
    ),
    Key("at_least", "至少", Scalar(("integer",), least=2), required=True),
    Key("where", "其中", Expression("boolean")),
)
EXAMPLE_KEYS = Shape(
    Text("示例", "the example"),
    Key("outcome", "结论", _OUTCOMES, required=True),
    Key("name", "名称", TEXT),
    Key("facts", "事实", Facts(), required=True),
    Key("others", "其他案例", Many(Inner(OTHER_KEYS))),
    Key("boundary", "边界", FLAG),
    Key("subject", "对象", TEXT),
    Key("year", "年度", YEAR),
    Key("jurisdiction", "行政区划", PLACE),
    Key("value", "取值", Expression()),
    Key("rule", "规则", TEXT),
    Key("amount", "涉及金额", Expression("money")),
    Key("nature", "定性", _NATURES),
    Key("severity", "严重程度", Named("severity")),
)
RULE_KEYS = Shape(
    Text("规则", "the rule"),
    Key("id", "编号", TEXT, True, Text("规则的编号，和文件名相同", "the id, same as the file's name")),
    Key("title", "标题", TEXT, help=Text("一句话说清规范", "the norm in one sentence")),
    Key("title_en", "英文标题", TEXT),
    Key("category", "类别", TEXT),
    Key(
        "basis",
        "依据",
        _BASIS,
        True,
        Text("依据的文件、条款和核对程度", "instrument, article and how far it was read"),
    ),
    Key(
        "jurisdiction",
        "行政区划",
        PLACE,
        help=Text("行政区划代码的前 2、4 或 6 位，全国适用不写", "GB/T 2260 code, left out for the whole country"),
    ),
    Key("levels", "级次", _LEVELS),
    Key("unit_kinds", "单位性质", _UNIT_KINDS),
    Key("in_force", "施行", Inner(VALID_KEYS)),
    Key("replaces", "取代", TEXT, help=Text("取代哪条规则", "the rule it replaces")),
    Key("refines", "细化", TEXT, help=Text("细化哪条规则（只能更严）", "the rule it refines (only stricter)")),
    Key("documents", "材料", Many(Named("document_kind"), alone=True)),
    Key("limits", "局限", TEXT, help=Text("规则的局限", "known limits of the rule")),
    Key("limits_en", "英文局限", TEXT),
    Key(
        "nature",
        "定性",
        Expression("enum:nature", _NATURES, r"若|如果|\bif\b"),
        True,
        Text("不符合意味着什么", "what a failure means"),
    ),
    Key(
        "severity",
        "严重程度",
        Expression("enum:severity", Named("severity")),
        help=Text("严重程度，可以是表达式", "severity, may be an expression"),
    ),
    Key(
        "problem",
        "事项",
        Either((TEXT, Inner(PROBLEM_KEYS))),
        help=Text(
            "属于哪个问题；{属于, 次序, 牵头} 并入牵头规则的问题",
            "the problem; {of, order, lead} joins that of a lead",
        ),
    ),
    Key("problem_title", "事项标题", TEXT),
    Key("problem_title_en", "英文事项标题", TEXT),
    Key(
        "finding_title",
        "发现标题",
        Message(),
        help=Text("只有一项时问题的标题，{字段} 显示数值", "the title of a problem of one item, {field} shows a value"),
    ),
    Key("finding_title_en", "英文发现标题", Message()),
    Key(
        "for",
        "对象",
        Subject(),
        True,
        Text("逐个检查什么；分组写“合同 按 供应商”", "what is checked one by one; groups: contract by supplier"),
    ),
    Key(
        "as_of",
        "日期依据",
        Expression("date"),
        help=Text("按对象的哪个日期取参数、看施行", "the subject's date that decides parameters and validity"),
    ),
    Key(
        "peers",
        "同类",
        Inner(PEERS_KEYS),
        help=Text(
            "和哪些单位比：{按: [县区, 单位性质], 至少: 10}",
            "which units it compares with: {by: [district, unit_kind], at_least: 10}",
        ),
    ),
    Key("define", "定义", Many(Inner(DEFINE_KEYS), alone=True)),
    Key("when", "适用", Expression("boolean"), help=Text("什么时候适用（条件）", "when it applies (a condition)")),
    Key(
        "unless",
        "除非",
        Expression("boolean"),
        help=Text("规范自己写的例外", "exceptions that the norm itself gives"),
    ),
    Key("require", "要求", Expression("boolean"), help=Text("要求什么（条件）", "what is required (a condition)")),
    Key("value", "取值", Expression(), help=Text("指标的取值", "the value of an indicator")),
    Key("strict", "严格要求", Expression("boolean")),
    Key("amount", "涉及金额", Expression("money"), help=Text("涉及金额", "money at stake")),
    Key(
        "message",
        "说明",
        Message(),
        help=Text("不符合时说什么，{字段} 显示数值", "what is said of a failure, {field} shows a value"),
    ),
    Key("message_en", "英文说明", Message()),
    Key("readings", "其他读法", Many(Inner(READING_KEYS))),
    Key("remedy", "整改", TEXT, help=Text("怎么办，要提供什么", "what to do, what to provide")),
    Key("remedy_en", "英文整改", TEXT),
    Key(
        "parameters",
        "参数",
        Many(Inner(PARAMETER_KEYS)),
        help=Text("限额等参数，带依据和施行日期", "thresholds with their basis and dates"),
    ),
    Key(
        "examples",
        "示例",
        Many(Inner(EXAMPLE_KEYS)),
        help=Text("示例：不符合、符合、无法判定、边界各一", "examples: fail, pass, undetermined and the boundary"),
    ),
    one_of=(("require", "value"),),
)
"""The keys of a rule file in its order: what it is and rests on, what it says, what it tells, its numbers, its examples."""
_VERSION = Scalar(("string", "number"))
MANIFEST_KEYS = Shape(
    Text("规则包", "the pack"),
    Key("name", "名称", TEXT, required=True),
    Key("version", "版本", _VERSION, required=True),
    Key("jurisdiction", "行政区划", PLACE),
    Key("publisher", "发布单位", TEXT, required=True),
    Key("needs", "需要", Free(_VERSION)),
    Key("title", "标题", TEXT),
    Key("title_en", "英文标题", TEXT),
    Key("parts", "部件", Free(Scalar(pattern="^[0-9a-f]{64}$"))),
)
