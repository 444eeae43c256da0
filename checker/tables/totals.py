"""Rows that are no row of the table but totals of others, or notes about it: told by what they are called."""

from __future__ import annotations

import re

from checker.values import half_width

BLANKS = " \t\r\n\x0b\x0c\u00a0\u3000\ufeff\u200b\u2002\u2003\u2009\u202f"
"""What may stand around the text of a cell and says nothing."""
_TOTAL = r"(?:[合小总共累][计計]|總[计計]|总数|总额|總數|總額|汇总|匯總)"
_TOTALS = re.compile(rf"(?:本页|本表|本期|以上|部门|单位|全部)?{_TOTAL}(?:数|金额)?|计|計|(?:.*[^a-z])?(?:sub-?|grand)?total|sum", re.IGNORECASE | re.DOTALL)  # fmt: skip
_ENDS = re.compile(rf".*{_TOTAL}(?:数|金额)?|.*[^a-z](?:sum|total)", re.IGNORECASE | re.DOTALL)
_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_NOTE = re.compile(r"(?:附?注|备注|[填编]?[制填编]表(?:说明|单位|日期|时间|人)?|填报(?:说明|单位|日期|时间|人)|(?:填表|编制|编报)?说明|审核(?:人|意见)?|复核人?|(?:单位|财务|部门)?负责人|经办人|联系(?:人|电话)|打印(?:日期|时间|人)|报表日期|(?:数据|资料)来源|notes?|source|prepared by)(?:\d{1,2})?\s*[::].*|第\s*\d+\s*页.*|共\s*\d+\s*页.*|page \d+.*", re.IGNORECASE | re.DOTALL)  # fmt: skip


def is_note(text: str) -> bool:
    """Whether the name of a row is a note below a table: 注：…, 制表人：…, 第 3 页."""
    return _NOTE.fullmatch(half_width(text).strip(BLANKS + "*※")) is not None


def is_total(text: str, name: bool) -> bool:
    """Whether a text calls its row a total: it is such a word, or, as the *name* of the row, ends with one; brackets aside."""
    whole = half_width(" ".join(text.split()))
    marks = BLANKS + ":*.、=-—"
    plain = _ASIDES.sub("", whole).strip(marks) or whole.strip(marks + "()[]【】〔〕")
    tight = "".join(plain.split())
    return any(
        _TOTALS.fullmatch(each) is not None or (name and _ENDS.fullmatch(each) is not None) for each in (plain, tight)
    )
