"""The shape of tables.yaml: what a mapping of tables may say."""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.values import UNITS
from checker.cases.cells import FALSE_WORDS, TRUE_WORDS
from checker.documents.shape import (
    COUNT,
    FLAG,
    TEXT,
    WORDS,
    YEAR,
    Choice,
    Either,
    Free,
    Inner,
    Key,
    Many,
    Named,
    Scalar,
    Shape,
)
from checker.mapping.model import DATE_ORDERS

COMPLETE = {
    **dict.fromkeys(sorted(TRUE_WORDS), "rows"),
    **dict.fromkeys(sorted(FALSE_WORDS), "no"),
    "all": "all",
    "全部单位": "all",
}
ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf8": "utf-8-sig",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "gb18030": "gb18030",
    "cp936": "gb18030",
    "utf-16": "utf-16",
    "utf16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "big5": "big5",
}
DELIMITERS = {
    ",": ",",
    "逗号": ",",
    "comma": ",",
    "\t": "\t",
    "制表符": "\t",
    "tab": "\t",
    "\\t": "\t",
    ";": ";",
    "分号": ";",
    "semicolon": ";",
    "|": "|",
    "竖线": "|",
    "bar": "|",
}
_VALUES = Free(Scalar(("string", "number", "boolean")))
_ONLY = Choice((("none", "无"),))
_SKIPS = Either((Free(WORDS), _ONLY))

AMOUNT_KEYS = Shape(
    Text("金额口径", "amounts"),
    Key("unit", "单位", Choice((), tuple(UNITS)), required=True),
    Key("decimals", "小数", COUNT),
)
COLUMN_KEYS = Shape(
    Text("列", "the column"),
    Key("field", "字段", TEXT, required=True),
    Key("unit", "单位", TEXT),
    Key("decimals", "小数", COUNT),
    Key("values", "对照", _VALUES),
    Key("date_order", "日期顺序", Choice(tuple(DATE_ORDERS.items()))),
)
_COLUMNS = Free(Either((TEXT, Inner(COLUMN_KEYS))))
TABLE_KEYS = Shape(
    Text("这张表", "this table"),
    Key("file", "文件", TEXT, required=True),
    Key("sheet", "工作表", TEXT),
    Key("entity", "对象", Named("entity"), required=True),
    Key("columns", "列", _COLUMNS, required=True),
    Key("unit", "单位", _COLUMNS),
    Key("year", "年度", YEAR),
    Key("parent", "所属", TEXT),
    Key("fixed", "固定值", _VALUES),
    Key("amounts", "金额口径", Inner(AMOUNT_KEYS)),
    Key("complete", "完整", Choice((), (True, False, *COMPLETE))),
    Key("ignore", "忽略", WORDS),
    Key("skip_rows", "略过行", _SKIPS),
    Key("keep_rows", "保留行", _SKIPS),
    Key("fill_down", "向下填充", WORDS),
    Key("header_row", "表头行", COUNT),
    Key("encoding", "编码", Choice((), tuple(each for word in ENCODINGS for each in (word, word.upper())))),
    Key("delimiter", "分隔符", Choice((), tuple(DELIMITERS))),
    Key("decimal_mark", "小数点", Choice((), (".", ","))),
    Key("group_mark", "千分号", Scalar()),
    Key("none", "写作无", WORDS),
    Key("empty", "写作空", WORDS),
    Key("as_shown", "按显示", FLAG),
)
TOP_KEYS = Shape(
    Text("映射文件", "the mapping"),
    Key("tables", "表格", Many(Inner(TABLE_KEYS), least=1), required=True),
    Key("ignore", "忽略", WORDS),
    Key("ignore_sheets", "忽略工作表", WORDS),
    Key("fixed", "固定值", _VALUES),
    Key("amounts", "金额口径", Inner(AMOUNT_KEYS)),
    Key("transcribed", "转录", Choice((("whole", "全部"),), ("全文",))),
    Key("document", "材料", Many(Named("document_kind"), alone=True)),
    Key("not_disclosed", "未披露", Many(TEXT)),
)
