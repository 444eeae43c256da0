"""What one cell of a workbook says that people have filled in: a text on one line, a day or a state."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from checker.base.errors import Text, did_you_mean
from checker.base.values import BadValue, parse_date
from checker.base.width import HIDDEN
from checker.cases.days import BEHIND
from checker.mapping.stored_numbers import digits_of
from checker.mapping.workbook import Given
from checker.records.forms import Column
from checker.records.states import STATES

WORDS = {word: state for state, text in STATES.items() for word in (state, text.zh, text.en)}
"""Every word for a state, in both languages."""


def value_of(given: Given, column: Column, year: int) -> str | date | None:
    """Return what a cell says, None where it is empty; raises BadValue for what its column is not for."""
    if given.span is not None:
        raise BadValue(
            Text(f"是合并单元格（{given.span}）", f"is merged ({given.span})"),
            Text("取消合并，每一行各写各的", "unmerge it, and write in each row"),
        )
    if given.kind == "formula":
        raise BadValue(
            Text("是公式，没有保存结果", "is a formula without a kept result"), Text("写成值", "write the value itself")
        )
    if given.kind == "error":
        raise BadValue(
            Text(f"是错误值 {given.text}", f"is the error value {given.text}"),
            Text("写成值，或清空", "write a value, or clear the cell"),
        )
    hidden = HIDDEN.search(given.text)
    if hidden is not None:
        raise BadValue(
            Text(f"有看不见的字符 U+{ord(hidden[0]):04X}", f"holds the invisible character U+{ord(hidden[0]):04X}"),
            Text("删去重写", "delete it and write it again"),
        )
    text = " ".join(given.text.split())
    if not text and given.kind != "date":
        return None
    if column.kind == "date":
        return _day(given, text, year)
    if column.kind == "state":
        if given.kind == "text" and text in WORDS:
            return WORDS[text]
        words = Text("可写：" + "、".join(each.zh for each in STATES.values()), "one of: " + ", ".join(STATES))
        if given.kind != "text":
            raise BadValue(Text(f"整改情况要写文字，这里是 {text}", f"the state is a word; here is {text}"), words)
        raise BadValue(
            Text(f"没有“{text}”这种整改情况", f"there is no state {text!r}"), did_you_mean(text, list(WORDS)) or words
        )
    if given.kind == "number":
        text, lost = digits_of(given.text)
        if lost or not given.shown.plain or given.shown.percent:
            raise BadValue(
                Text("表格软件没有按写的样子保存这个数", "the spreadsheet does not keep this number as it was written"),
                Text("把单元格设成文本，再写一次", "make the cell a text and write it again"),
            )
    elif given.kind != "text":
        raise BadValue(
            Text(
                f"这里要写文字，表格软件存成了别的（{text or '不存在的日期'}）",
                f"a text is wanted; the spreadsheet has stored something else ({text or 'a date that does not exist'})",
            ),
            Text("把单元格设成文本，再写一次", "make the cell a text and write it again"),
        )
    if len(text) > column.most:
        raise BadValue(
            Text(f"有 {len(text)} 个字，最多 {column.most} 个", f"has {len(text)} characters; {column.most} at most"),
            Text("写短些，详细内容另附材料", "be brief, and attach what is longer"),
        )
    return text


def _day(given: Given, text: str, year: int) -> date:
    if given.kind == "number":
        digits, _ = digits_of(given.text)
        if len(digits) == 8 and digits.isdigit():
            day = parse_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
        else:
            known = _serial(digits)
            if known is None:
                raise BadValue(
                    Text(f"数 {digits} 不是日期", f"the number {digits} is no date"),
                    Text("写成 2021-03-05", "write it as 2021-03-05"),
                )
            day = known
    elif given.kind == "date" and not text:
        raise BadValue(Text("没有这一天", "there is no such day"), Text("写成 2021-03-05", "write it as 2021-03-05"))
    else:
        day = parse_date(text)
    if year and not year <= day.year <= year + BEHIND:
        told = Text(
            f"{day} 不在案例年度（{year}）到之后 {BEHIND} 年以内",
            f"{day} is not between the year of the case ({year}) and {BEHIND} years behind it",
        )
        raise BadValue(told, Text("核对年份", "look at the year"))
    return day


def _serial(digits: str) -> date | None:
    """Return the day of a serial number that lost its date format; None for what can be none."""
    number = Decimal(digits)
    return (
        date.fromordinal(date(1899, 12, 30).toordinal() + int(number))
        if number == int(number) and 60 < number < 2_950_000
        else None
    )
