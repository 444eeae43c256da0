"""The shapes of the files of forms: what the reader accepts, what an editor's schema says, in one table."""

from __future__ import annotations

from checker.base.errors import Text
from checker.documents.shape import TEXT, WORDS, Choice, Either, Free, Inner, Key, Many, Named, Scalar, Shape
from checker.rulebook.shapes import VERIFIED_WORDS

SPLITS = {
    "rows": "rows",
    "按行": "rows",
    "columns": "columns",
    "按栏": "columns",
}
PARTS = {
    "codes": "codes",
    "编码": "codes",
    "numbered": "numbered",
    "序号": "numbered",
    "below": "below",
    "其下序号": "below",
}
ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_TEXTS = Free(TEXT)
INSTRUMENT_KEYS = Shape(
    Text("文件", "the instrument"),
    Key("name", "名称", TEXT, required=True),
    Key("number", "文号", TEXT),
    Key("verified", "核对", Choice((), (*VERIFIED_WORDS, False)), required=True),
    Key("note", "说明", TEXT),
)
FACT_KEYS = Shape(
    Text("对象", "the fact"),
    Key("entity", "种类", Named("entity"), required=True),
    Key("texts", "内容", _TEXTS),
    Key("parent", "上级", TEXT),
)
TARGET_KEYS = Shape(
    Text("填入", "the target"),
    Key("field", "字段", TEXT, required=True),
    Key("confirm", "待核", TEXT),
    Key("confirm_en", "英文待核", TEXT),
)
RATIO_KEYS = Shape(
    Text("比率", "the ratio"),
    Key("numerator", "分子", TEXT, required=True),
    Key("denominator", "分母", TEXT, required=True),
)
_PUT = Free(Either((TEXT, Inner(TARGET_KEYS))))
ROW_KEYS = Shape(
    Text("行", "the row"),
    Key("label", "项目", WORDS),
    Key("put", "填入", _PUT),
    Key("ratios", "比率", Free(Inner(RATIO_KEYS))),
)
EACH_KEYS = Shape(
    Text("逐行", "each"),
    Key("entity", "种类", Named("entity"), required=True),
    Key("name", "名称栏", TEXT, required=True),
    Key("texts", "文字", _TEXTS),
    Key("put", "填入", _PUT),
    Key("line", "所属支出项目", TEXT),
)
FOOT_KEYS = Shape(
    Text("合计关系", "the sum"),
    Key("column", "栏合计", TEXT),
    Key("row", "行合计", TEXT),
    Key("of", "各项", WORDS, required=True),
    one_of=(("column", "row"),),
)
SAME_KEYS = Shape(
    Text("同数", "what is the same"),
    Key("table", "所在表", TEXT, required=True),
    Key("column", "栏", TEXT),
    Key("row", "行", TEXT),
)
FIGURES_KEYS = Shape(
    Text("表内各数", "the figures"),
    Key("table", "所在表", Either((TEXT, _TEXTS))),
    Key("split", "分法", Choice((), tuple(SPLITS))),
    Key("levels", "层级栏", WORDS),
    Key("same", "同数", Many(Inner(SAME_KEYS))),
)
BAND_KEYS = Shape(
    Text("表头带", "the band"),
    Key("head", "表头", WORDS, required=True),
    Key("under", "属于", TEXT),
    Key("label", "项目栏", TEXT),
    Key("left_of", "项目栏在左", TEXT),
    Key("codes", "编码栏", WORDS),
    Key("ordinals", "序号栏", WORDS),
    Key("columns", "数据栏", WORDS, required=True),
    Key("rows", "行", Many(Inner(ROW_KEYS))),
    Key("each", "逐行", Inner(EACH_KEYS)),
    Key("side", "第几组", Scalar(("integer",), least=1, most=4)),
    Key("foots", "合计关系", Many(Inner(FOOT_KEYS))),
    Key("figures", "表内各数", Inner(FIGURES_KEYS)),
    Key("expects", "应有", Either((WORDS, Free(WORDS)))),
)
STATED_KEYS = Shape(
    Text("自报数", "the claim"),
    Key("sum", "合计", TEXT),
    Key("ratio", "占比", TEXT),
    Key("growth", "增幅", TEXT),
    Key("of", "各项", WORDS, required=True),
    Key("whole", "全部", TEXT),
    Key("change", "增减额", TEXT),
    one_of=(("sum", "ratio", "growth"),),
)
SENTENCE_KEYS = Shape(
    Text("句式", "the sentence"),
    Key("says", "写作", TEXT, required=True),
    Key("put", "填入", Free(Either((TEXT, Inner(TARGET_KEYS), Many(Either((TEXT, Inner(TARGET_KEYS)))))))),
    Key("claims", "自报数", Many(Inner(STATED_KEYS))),
    Key("tables", "表里的数", Free(TEXT)),
)
FORM_KEYS = Shape(
    Text("表", "the form"),
    Key("form", "编号", Scalar(pattern=f"^{ID}$"), required=True),
    Key("title", "名称", TEXT, required=True),
    Key("title_en", "英文名称", TEXT),
    Key("titles", "表名", WORDS, required=True),
    Key("document", "材料", Named("document_kind"), required=True),
    Key("set", "成套", TEXT),
    Key("instrument", "文件", Inner(INSTRUMENT_KEYS), required=True),
    Key("fingerprint", "特征", Many(WORDS, least=1)),
    Key("aliases", "写法", Free(WORDS)),
    Key("facts", "对象", Free(Inner(FACT_KEYS))),
    Key("bands", "表头带", Many(Inner(BAND_KEYS), least=1)),
    Key("cells", "单格", _TEXTS),
    Key("sentences", "句式", Many(Inner(SENTENCE_KEYS), least=1)),
    one_of=(("bands", "sentences"), ("fingerprint", "sentences")),
)
