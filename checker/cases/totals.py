"""Rows that are no row of the table but totals of others, parts of another row, or notes: told by what they are called.

The spellings stand in the table below, simplified and folded (width, blanks, brackets, dashes and case decide nothing).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.base.patterns import pattern
from checker.base.typography import fold
from checker.base.values import half_width

BLANKS = " \t\r\n\x0b\x0c\u00a0\u3000\ufeff\u200b\u2002\u2003\u2009\u202f"
"""What may stand around the text of a cell and says nothing."""

TOTAL = (
    "合计",
    "小计",
    "总计",
    "共计",
    "累计",
    "合共",
    "总共",
    "总数",
    "总额",
    "总和",
    "总金额",
    "总支出",
    "总收入",
    "汇总",
    "grand-total",
    "grandtotal",
    "sub-total",
    "subtotal",
    "totals",
    "total",
)
"""Such a word, or such a word with a figure (小计1, 合计: 5), is a total; a name that ends with one as well (教育局小计)."""
ALONE = ("计", "共", "Σ", "∑", "sum")
"""A total where it is the whole text, or stands before a figure: 统计, 会计 and museum end like it."""
OWNERS = (
    "本页",
    "本表",
    "本期",
    "本年",
    "本季",
    "本月",
    "本周",
    "本日",
    "当页",
    "每页",
    "以上",
    "上述",
    "各项",
    "部门",
    "单位",
    "全部",
    "全年",
)
"""What may stand before the word in a text that is no name."""
AFTER = (
    "数",
    "金额",
    "额",
    "数额",
    "人数",
    "元",
    "千元",
    "万元",
    "亿元",
    "amount",
    "sum",
    "expenditure",
    "revenue",
    "income",
    "cost",
    "costs",
)
"""What may follow the word."""
DIGITS = "0123456789〇零一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩壹贰叁肆伍陆柒捌玖拾"
SIGNS = ".,+-%¥$£€百千万亿佰仟元角分整项笔条人户个家件"
"""What a figure after the word is made of: 小计1, 合计二, 共 5 项."""
CARRIED = (
    "过次页",
    "过下页",
    "转次页",
    "转下页",
    "结转次页",
    "结转下页",
    "承前页",
    "承上页",
    "接前页",
    "接上页",
    "上页结转",
    "上页转来",
    "前页转来",
    "carried-forward",
    "brought-forward",
    "carried-over",
    "brought-over",
    "c/f",
    "b/f",
)
"""The sum of a page, taken to the next: 过次页, 承前页: 123."""
PART = ("其中", "包括", "of-which", "including")
"""Begins a row whose amount is within another row: 其中：人员经费."""
EMPTY = (
    "以下空白",
    "以上空白",
    "此行空白",
    "此页空白",
    "以下无正文",
    "以下无内容",
    "以下为空",
    "以下略",
    "blank-below",
    "end-of-table",
)
"""Closes a table."""
WORDS = (
    "大写",
    "大写金额",
    "金额大写",
    "合计大写",
    "总计大写",
    "合计金额大写",
    "人民币大写",
    "合计人民币大写",
    "人民币",
    "in-words",
    "amount-in-words",
)
"""The sum written out: 大写：壹佰元整."""
NOTE = (
    "注",
    "附注",
    "备注",
    "说明",
    "填表说明",
    "编制说明",
    "编报说明",
    "填报说明",
    "制表",
    "填表",
    "编表",
    "制表说明",
    "编表说明",
    "制表单位",
    "制表日期",
    "制表时间",
    "制表人",
    "填表单位",
    "填表日期",
    "填表时间",
    "填表人",
    "编表单位",
    "编表日期",
    "编表时间",
    "编表人",
    "填制表人",
    "编制表人",
    "编制人",
    "填报单位",
    "填报日期",
    "填报时间",
    "填报人",
    "审核",
    "审核人",
    "审核意见",
    "复核",
    "复核人",
    "负责人",
    "单位负责人",
    "财务负责人",
    "部门负责人",
    "经办人",
    "联系人",
    "联系电话",
    "打印日期",
    "打印时间",
    "打印人",
    "报表日期",
    "数据来源",
    "资料来源",
    "note",
    "notes",
    "source",
    "prepared-by",
)
"""Before a colon, a note below the table: 注1：…, 制表人：…."""

_SIMPLE = str.maketrans(
    "計總數額匯頁結轉過寫無備註編說審覆負責經辦聯繫單關幣筆項條戶個萬億貳參陸資來",
    "计总数额汇页结转过写无备注编说审复负责经办联系单关币笔项条户个万亿贰叁陆资来",
)
_ASIDES = pattern(r"\([^()]*\)")
_MARKS = ":*.、,;=-#/|~_·«»《》“”\"'※★●○◆■"
_NUMBERS = _MARKS + "0123456789"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_FIGURE = f"[{re.escape(SIGNS)}]*[{DIGITS}][{re.escape(SIGNS + DIGITS)}]*"
_REST = rf"-?(?:{_any(AFTER)})?(?:[:=].*|{_FIGURE})?"
_TOTALS = pattern(
    rf"(?:(?:{_any(OWNERS)})?(?:{_any(TOTAL)})|(?:.*[^a-z])?total){_REST}|(?:{_any(ALONE)})(?:[:=].*|(?<![a-z]){_FIGURE})?",
    re.DOTALL,
)
_ENDS = pattern(rf"(?:.*[^a-z])?(?:{_any(TOTAL)}){_REST}|.*[^a-z]sum", re.DOTALL)
_SUMS = pattern(rf"(?:.*[^a-z])?(?:合计|小计|总计|共计){_REST}", re.DOTALL)
_CARRIED = pattern(rf"(?:.*[^a-z])?(?:{_any(CARRIED)})(?:数|金额)?(?:[:=].*|{_FIGURE})?", re.DOTALL)
_PART = pattern(rf"(?:{_any(PART)})\d*(?:[:,、;].*)?", re.DOTALL)
_NOTE = pattern(
    rf"(?:{_any(NOTE)})\d{{0,2}}:.*|第\d+页.*|共\d+页(?:[,;/第].*)?|page\d+.*|(?:{_any(WORDS)}):.*|(?:{_any(EMPTY)})",
    re.DOTALL,
)


def is_note(text: str) -> bool:
    """Whether the name of a row is a note below a table: 注：…, 制表人：…, 第 3 页, 大写：壹佰元整, 以下空白."""
    return any(_NOTE.fullmatch(each.strip("-")) is not None for each in _forms(text, "*※#·-\"“”'"))


def is_part(text: str) -> bool:
    """Whether the name of a row says that its amount is within another row: 其中：人员经费."""
    return any(_PART.fullmatch(each) is not None for each in _forms(text, _NUMBERS))


def is_total(text: str, name: bool) -> bool:
    """Whether a text calls its row a total: it is such a word, or, as the *name* of the row, ends with one; brackets aside."""
    return any(
        _TOTALS.fullmatch(each) is not None
        or _CARRIED.fullmatch(each) is not None
        or (name and _ENDS.fullmatch(each) is not None)
        for each in _forms(text, _MARKS)
    )


HINTS = (*"计計总總共σ∑汇匯页頁", "其中", "包括", "total", "sum", "of", "incl", "/f", "carr", "brou")
"""One of these is in whatever is a total or a part, in small letters: a cheap look at many names."""


def doubtful(names: Sequence[str | None]) -> list[int]:
    """Return which of the names of parts of one whole call their row a total, or a part of another row, beside rows that are none.

    Where all do, they are totals of what is not listed, or all that is told of the whole: nothing stands there twice.
    """
    found = [at for at, text in enumerate(names) if text is not None and is_doubtful(text)]
    return found if len(found) < len(names) else []


def is_doubtful(text: str) -> bool:
    """Whether the name of a row calls it a total of others, or a part of another row."""
    return _hinted(text) and (is_total(text, True) or is_part(text))


def is_called_total(text: str) -> bool:
    """Whether a name says that its row is a total, or a part of another row, and may be nothing else: 工资总额 may be an entry."""
    if not _hinted(text):
        return False
    return (
        is_total(text, False)
        or is_part(text)
        or any(_SUMS.fullmatch(each) is not None for each in _forms(text, _MARKS))
    )


def _hinted(text: str) -> bool:
    plain = half_width(text).lower()
    return any(sign in plain for sign in HINTS)


def _forms(text: str, marks: str) -> tuple[str, str]:
    """Return a text as it is compared: with a dash for blanks, by which Latin words keep apart, and without any."""
    spaced = fold("-".join(half_width(text).split())).translate(_SIMPLE)
    plain = _ASIDES.sub("", spaced).strip(marks) or spaced.strip(marks + "()")
    return plain, plain.replace("-", "")
