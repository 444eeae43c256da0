"""The shapes of a score sheet: its rows, and how points are taken off."""

from __future__ import annotations

from checker.base.errors import Text
from checker.documents.shape import PLACE, TEXT, WORDS, Choice, Expression, Inner, Key, Many, Named, Shape
from checker.rulebook.shapes import BASIS_KEYS, VALID_KEYS

EACH = {
    "full": "full",
    "足": "full",
    "started": "started",
    "不足也算": "started",
    "proportional": "proportional",
    "按比例": "proportional",
}
_BASIS = Many(Inner(BASIS_KEYS), alone=True)
_EACH = Choice((("full", "足"), ("started", "不足也算"), ("proportional", "按比例")))
DEDUCT_KEYS = Shape(
    Text("扣分", "deduct"),
    Key("points", "扣", Expression("number"), required=True),
    Key("per", "每", Expression(), required=True),
    Key("above", "高于", Expression()),
    Key("below", "低于", Expression()),
    Key("each", "计法", _EACH, required=True),
    one_of=(("above", "below"),),
)
STEP_KEYS = Shape(
    Text("这一档", "this line"),
    Key("at_most", "不超过", Expression()),
    Key("under", "低于", Expression()),
    Key("at_least", "不低于", Expression()),
    Key("over", "超过", Expression()),
    Key("points", "得分", Expression("number"), required=True),
)
ROW_KEYS = Shape(
    Text("指标", "the row"),
    Key("id", "编号", TEXT),
    Key("group", "层级", WORDS),
    Key("group_en", "英文层级", WORDS),
    Key("indicator", "指标规则", TEXT, required=True),
    Key("weight", "分值", Expression("number"), required=True),
    Key("deduct", "扣分", Inner(DEDUCT_KEYS)),
    Key("steps", "分档", Many(Inner(STEP_KEYS), least=1)),
    Key("formula", "算式", Expression("number")),
    Key("none", "不适用时", Choice((("full", "满分"),))),
    Key("basis", "依据", _BASIS),
    one_of=(("deduct", "steps", "formula"),),
)
SHEET_KEYS = Shape(
    Text("计分表", "the sheet"),
    Key("id", "编号", TEXT, required=True),
    Key("title", "标题", TEXT, required=True),
    Key("title_en", "英文标题", TEXT),
    Key("note", "说明", TEXT),
    Key("note_en", "英文说明", TEXT),
    Key("basis", "依据", _BASIS, required=True),
    Key("jurisdiction", "行政区划", PLACE),
    Key("levels", "级次", Many(Named("budget_level"), alone=True)),
    Key("unit_kinds", "单位性质", Many(Named("unit_kind"), alone=True)),
    Key("in_force", "施行", Inner(VALID_KEYS)),
    Key("rows", "指标", Many(Inner(ROW_KEYS), least=1), required=True),
)
