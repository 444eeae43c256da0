"""What is wrong with a cell of a table, and what to do: sentences that need nothing but the cell."""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.values import BadValue
from checker.base.width import visible
from checker.mapping.workbook import Span

DOUBTS = {
    "struck": (
        Text("划了删除线，是不是还算数看不出来", "is struck out: whether it still holds cannot be seen"),
        Text(
            "还算数的，去掉删除线；不算数的，删去这一行",
            "where it holds, take the line off; where it does not, delete the row",
        ),
    ),
    "marked": (
        Text(
            "有上标、下标或划掉的数字，连着读会成另一个数",
            "has digits that are raised, lowered or struck out and would make another figure if read on",
        ),
        Text("删去不属于这个数的字", "delete what is no part of the figure"),
    ),
    "stale": (
        Text(
            "公式的结果不是表格软件算的（文件要求打开时重算）",
            "is a formula whose result no spreadsheet computed (the file asks to be computed when it is opened)",
        ),
        Text("在 Excel 或 WPS 里打开，重新保存", "open and save it in Excel or WPS"),
    ),
}
"""Why the value of a cell of a workbook may not hold, by what is said of it, with what to do."""
FIGURES = ("money", "percent", "number", "count", "year")


def bad(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> BadValue:
    """Return what is wrong with a cell."""
    return BadValue(Text(zh, en), Text(hint_zh, hint_en) if hint_zh else None)


def apart(text: str) -> BadValue:
    """Return what to say of a cell that may hold two numbers."""
    return bad(
        f"“{visible(text)}”里有换行、空格或别的字符把数字隔开，可能是两个数",
        f"{text!r} holds a line break, a blank or something else within its number: it may be two numbers",
        "一格只写一个数，写完整",
        "write one whole number in a cell",
    )


def merged(kind: str, span: Span) -> BadValue:
    """Return what to say of a cell that several rows or columns share: none of them can be given its value for sure."""
    zh = "几行" if span.bottom > span.top else "几列"
    en = "rows" if span.bottom > span.top else "columns"
    if kind in FIGURES and kind != "year":
        return bad(
            f"合并单元格（{span}）里的数不属于其中哪一行、哪一列",
            f"is part of a merged cell ({span}): its figure belongs to no single row and column",
            "拆开合并，每格写自己的数",
            "unmerge it and write in every cell its own figure",
        )
    return bad(
        f"合并单元格（{span}）占了{zh}，看不出是哪一格的",
        f"is part of a merged cell ({span}) over several {en}: whose value it is is not plain",
        *(
            ("拆开合并，或写 向下填充: [表头]", "unmerge it, or write fill_down: [heading]")
            if span.bottom > span.top
            else ("拆开合并", "unmerge it")
        ),
    )
