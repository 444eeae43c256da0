"""What to write instead: advice for every problem of a rule file that does not carry its own, by its code."""

from __future__ import annotations

from checker.base.errors import Problem, Text

ADVICE = {
    "mapping": Text(
        "写成“键: 值”，例如 {文件: 《某办法》, 条款: 第一条}", "write “key: value”, such as {instrument: …, article: …}"
    ),
    "unknown-key": Text(
        "删去，或改成这里可用的键（见 checker schema rule）",
        "delete it, or use a key that belongs here (see checker schema rule)",
    ),
    "repeated": Text("只留一处", "keep one of them"),
    "scalar": Text("只写一个值，不写清单或“键: 值”", "write one value, no list and no “key: value”"),
    "bad-date": Text("写成 2020-12-31", "write it as 2020-12-31"),
    "bad-year": Text("写四位数字，例如 2020", "write four digits, such as 2020"),
    "period": Text("对调“自”和“至”，或改正日期", "exchange from and to, or mend a date"),
    "basis": Text(
        "写 依据: {文件: 《…》, 条款: 第…条, 核对: 原文}", "write basis: {instrument: …, article: …, verified: text}"
    ),
    "parameter-id": Text("写成 my_limit 这样", "write it like my_limit"),
    "parameter-value": Text("加 值: 200万元（或 取值: 清单）", "add value: 200万元 (or values: a list)"),
    "bad-value": Text(
        "金额写单位（200万元），百分比写 %（105%）", "write money with its unit (200万元), percentages with % (105%)"
    ),
    "overlap": Text("改“至”或“自”，使同一天只有一个取值", "mend to or from, so that one value holds on any day"),
    "template": Text("补上“}”，或去掉“{”", "add the }, or delete the {"),
    "definition": Text("写 定义: {名称: …, 英文名称: …, 取值: …}", "write define: {zh: …, en: …, value: …}"),
    "name-taken": Text("换一个名称", "choose another name"),
    "circle": Text("定义里不要用到自己", "do not use a definition in itself"),
    "required": Text("补上这一行", "add this line"),
    "require-or-value": Text("删去其中一个", "delete one of them"),
    "cannot-fail": Text(
        "写成事实可以违反的条件，例如 实际支出 <= 年初预算",
        "write a condition that facts can break, such as actual <= initial_budget",
    ),
    "severity": Text("降低程度，或核对原文后把“核对”写成 原文", "lower it, or read the text and write verified: text"),
    "duplicate-parameter": Text("换一个编号", "choose another id"),
    "list-wanted": Text("每条以 - 开头", "begin every entry with -"),
    "choice": Text("改成列出的一种", "write one of those listed"),
    "yaml": Text(
        "检查这一行的引号、括号和缩进；含 : { [ * & 的值加引号",
        "check quotes, brackets and indentation of this line; put a value with : { [ * & in quotes",
    ),
    "empty": Text("从 checker rules new 写出的文件开始", "begin with what checker rules new writes"),
}


def advised(problem: Problem) -> Problem:
    """Return *problem* with advice where it has none."""
    if problem.hint is not None or problem.code not in ADVICE:
        return problem
    return problem._replace(hint=ADVICE[problem.code])
