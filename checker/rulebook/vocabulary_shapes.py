"""The shape of vocabulary.yaml: enumerations, entities with their fields, and what each kind of document speaks of."""

from __future__ import annotations

from checker.base.errors import Text
from checker.cases.papers import WHOM
from checker.documents.shape import FLAG, TEXT, WORDS, Choice, Either, Free, Inner, Key, Many, Scalar, Shape

TEXT_KEYS = Shape(Text("名称", "the text"), Key("zh", "中文", TEXT), Key("en", "英文", TEXT))
PAPER_KEYS = Shape(
    Text("资料", "the paper"),
    Key("zh", "中文", TEXT),
    Key("en", "英文", TEXT),
    Key("whom", "问谁", Choice(tuple((key, text.zh) for key, text in WHOM.items()))),
    Key("question", "说明即可", FLAG),
    Key("not_before", "最早", Scalar(pattern=r"^\d\d-\d\d$")),
)
_PAPER = Either((TEXT, Inner(PAPER_KEYS)))
FIELD_KEYS = Shape(
    Text("字段", "the field"),
    Key("zh", "名称", TEXT),
    Key("type", "类型", Either((TEXT, Many(TEXT)))),
    Key("unit", "单位", TEXT),
    Key("aliases", "别名", WORDS),
    Key("required", "必填", FLAG),
    Key("derive", "推算", Scalar()),
    Key("exact", "准确", FLAG),
    Key("none", "无", Scalar(("string", "integer"))),
    Key("changed_by", "变动见", WORDS),
    Key("paper", "资料", _PAPER),
    Key("computed", "算得", FLAG),
    Key("default", "缺省", Scalar(("string", "integer"))),
    Key("fold", "不计字形", FLAG),
    Key("negative", "可负", FLAG),
    Key("code_of", "代码属于", TEXT),
)
LINK_KEYS = Shape(
    Text("关联", "link"), Key("field", "字段", TEXT, required=True), Key("zh", "名称", TEXT, required=True)
)
TREE_KEYS = Shape(
    Text("层级", "tree"),
    Key("field", "字段", TEXT, required=True),
    Key("up", "上级", WORDS, required=True),
    Key("down", "下级", WORDS, required=True),
)
FIGURE_KEYS = Shape(
    Text("自报数", "figure"),
    Key("kind", "种类", TEXT),
    Key("value", "取值", TEXT, required=True),
    Key("slots", "栏目", Free(TEXT), required=True),
    Key("bases", "基数", Free(WORDS)),
    Key("path", "路径", TEXT),
    Key("sign", "正负", TEXT),
)
ENTITY_KEYS = Shape(
    Text("实体", "the entity"),
    Key("zh", "名称", TEXT),
    Key("aliases", "别名", WORDS),
    Key("collection", "清单", WORDS),
    Key("parent", "所属", TEXT),
    Key("root", "根", FLAG),
    Key("link", "关联", Inner(LINK_KEYS)),
    Key("key", "主键", WORDS),
    Key("label", "标签", TEXT),
    Key("required_key", "主键必填", FLAG),
    Key("repeatable", "可重复", FLAG),
    Key("once", "只算一次", WORDS),
    Key("tree", "层级", Inner(TREE_KEYS)),
    Key("figure", "自报数", Inner(FIGURE_KEYS)),
    Key("paper", "资料", _PAPER),
    Key("fields", "字段", Free(Either((Inner(FIELD_KEYS), TEXT, Many(TEXT))))),
)
ENUMERATION_KEYS = Shape(
    Text("枚举", "the enumeration"), Key("zh", "名称", TEXT), Key("values", "取值", Free(WORDS), required=True)
)
TOP_KEYS = Shape(
    Text("词汇表", "the vocabulary"),
    Key("enumerations", "枚举", Free(Inner(ENUMERATION_KEYS))),
    Key("entities", "实体", Free(Inner(ENTITY_KEYS))),
    Key("documents", "材料", Free(Free(Many(TEXT, alone=True)))),
)
