"""The words of the files of forms, English and Chinese: a key that is not here is an error."""

from __future__ import annotations

FORM_KEYS = {
    "form": "编号",
    "title": "名称",
    "title_en": "英文名称",
    "titles": "表名",
    "document": "材料",
    "instrument": "文件",
    "fingerprint": "特征",
    "aliases": "写法",
    "facts": "对象",
    "bands": "表头带",
    "cells": "单格",
}
INSTRUMENT_KEYS = {"name": "名称", "number": "文号", "verified": "核对", "note": "说明"}
FACT_KEYS = {"entity": "种类", "texts": "内容", "parent": "上级"}
BAND_KEYS = {
    "head": "表头",
    "under": "属于",
    "label": "项目栏",
    "left_of": "项目栏在左",
    "codes": "编码栏",
    "ordinals": "序号栏",
    "columns": "数据栏",
    "rows": "行",
    "each": "逐行",
    "side": "第几组",
    "foots": "合计关系",
    "figures": "表内各数",
}
ROW_KEYS = {"label": "项目", "put": "填入", "ratios": "比率"}
EACH_KEYS = {"entity": "种类", "name": "名称栏", "texts": "文字", "put": "填入", "line": "所属支出项目"}
FOOT_KEYS = {"column": "栏合计", "row": "行合计", "of": "各项"}
FIGURES_KEYS = {"table": "所在表", "split": "分法", "levels": "层级栏", "same": "同数"}
SAME_KEYS = {"table": "所在表", "column": "栏", "row": "行"}
SPLITS = {
    "rows": "rows",
    "按行": "rows",
    "columns": "columns",
    "按栏": "columns",
}
TARGET_KEYS = {"field": "字段", "confirm": "待核", "confirm_en": "英文待核"}
RATIO_KEYS = {"numerator": "分子", "denominator": "分母"}
PARTS = {
    "codes": "codes",
    "编码": "codes",
    "numbered": "numbered",
    "序号": "numbered",
    "below": "below",
    "其下序号": "below",
}
REQUIRED = ("form", "title", "titles", "document", "instrument", "fingerprint", "bands")
