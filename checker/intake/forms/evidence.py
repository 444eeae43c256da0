"""The names of the reasons that forms give for a proposal, each as a sentence in both languages; {} is the detail."""

from __future__ import annotations

from checker.base.errors import Text

EVIDENCE = {
    "form": Text("表：{}", "form: {}"),
    "row": Text("行：{}", "row: {}"),
    "column": Text("栏：{}", "column: {}"),
    "foots": Text("合计吻合：{}", "the sum closes: {}"),
    "foots rounded": Text("四舍五入后合计吻合：{}", "the sum closes within rounding: {}"),
    "does not foot": Text("合计不符：{}", "the sum does not close: {}"),
    "not whole": Text("有一项没有读出，合计不能核对：{}", "a part could not be read, so the sum is not known: {}"),
    "headings carried": Text(
        "续页没有表头，用前页的：{}", "the page has no headings, those of the page before hold: {}"
    ),
    "no title": Text("没有表名，按表头认出：{}", "no title, known by its headings: {}"),
    "twice": Text("同一栏目有几格：{}", "several cells for one field: {}"),
    "unknown table": Text("不认识的表，按表头的字读：{}", "an unknown table, read by the words of its headings: {}"),
    "doubt": Text("要核对：{}", "to look at: {}"),
    "units differ": Text("目标值和完成值单位不同：{}", "target and result have different units: {}"),
    "table differs": Text("和表里的数不同：表里是 {}", "the table has another figure: {}"),
    "recognised": Text("字是从图片里识别出来的{}", "recognized in a picture{}"),
    "text": Text("是一段文字里的数：{}", "is part of a text: {}"),
}
AGAINST = (
    "does not foot",
    "not whole",
    "headings carried",
    "no title",
    "twice",
    "unknown table",
    "doubt",
    "units differ",
    "recognised",
    "table differs",
)
"""The reasons for which a person has to look at a figure."""
