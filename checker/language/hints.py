"""What to write instead: advice for every error of an expression that does not carry its own, by its code."""

from __future__ import annotations

import re

from checker.base.errors import Text
from checker.language import working_days
from checker.language.tokens import ExpressionError

ADVICE: dict[str, Text] = {
    "type/bare-values": Text("左边写字段，例如 支出层次 = 明细项目", "put a field on the left, such as kind = item"),
    "type/bare-value": Text("写成 字段 = 取值，例如 支出层次 = 明细项目", "write field = value, such as kind = item"),
    "type/no-order": Text(
        "写 字段 = 取值，或 字段 属于 (取值, 取值)", "write field = value, or field in (value, value)"
    ),
    "type/money-with-percent": Text(
        "金额和金额比；要比率，写 实际支出 / 年初预算 > 105%",
        "compare money with money; for a ratio write actual / initial_budget > 105%",
    ),
    "type/date-with-text": Text("日期不加引号，例如 2020-01-01", "a date has no quotes, such as 2020-01-01"),
    "type/boolean-with": Text(
        "只写字段名就是条件，例如 是否应急；反过来写 非 是否应急",
        "the field by itself is the condition, such as is_emergency; its opposite is not is_emergency",
    ),
    "type/text-with": Text(
        '文字和文字比，要加引号，例如 项目名称 包含 "专项"',
        'compare text with text in quotes, such as name contains "special"',
    ),
    "type/with-text": Text("去掉引号，或和文字字段比", "leave out the quotes, or compare with a text field"),
    "type/apart": Text(
        "两边写同一种：金额和金额、比率和百分比、日期和日期",
        "write the same kind on both sides: money with money, a ratio with a percentage, a date with a date",
    ),
    "type/condition": Text("写成比较，例如 实际支出 > 0元", "write a comparison, such as actual > 0元"),
    "type/wanted-boolean": Text(
        "写成比较，例如 实际支出 / 年初预算 不超过 105%", "write a comparison, such as actual / initial_budget <= 105%"
    ),
    "type/wanted-money": Text("写一个金额，例如 实际支出 - 年初预算", "write money, such as actual - initial_budget"),
    "type/wanted-date": Text("写一个日期字段，例如 首次付款日期", "write a date field, such as first_payment_date"),
    "type/wanted-enum:severity": Text("写 高、中等、低 或 提示", "write high, medium, low or info"),
    "type/sign": Text("去掉负号，或写一个数", "leave out the sign, or write a number"),
    "type/money-times-money": Text(
        "金额只能乘数字或百分比，例如 年初预算 × 105%",
        "money is multiplied by a number or a percentage only, such as initial_budget * 105%",
    ),
    "type/with-ratio": Text(
        "比率只能和百分比、数字加减乘，或和百分比比较",
        "a ratio is added to or multiplied by percentages and numbers only, or compared with a percentage",
    ),
    "type/senseless": Text("两边写同一种数，例如 金额 - 金额", "write figures of one kind, such as money - money"),
    "type/reconciled": Text(
        "≈ 两边写金额和金额，或写 比率 ≈ 百分比，例如 实际支出 / 年初预算 ≈ 105%",
        "write money ≈ money, or ratio ≈ percentage, such as actual / initial_budget ≈ 105%",
    ),
    "type/reconciled-side": Text(
        "改写成加减，例如 实际支出 ≈ 合计(下级.实际支出)",
        "rewrite it with + and -, such as actual ≈ sum(sub_line.actual)",
    ),
    "type/count": Text(
        "写 计数(批复)，要条件写 计数(批复 其中 …)", "write count(approval), with a condition count(approval where …)"
    ),
    "sum-of-one": Text("要加许多条，写 合计(单位.付款.付款金额)", "for a sum of many write sum(unit.payment.amount)"),
    "type/listed-sum": Text("写 已列合计(批复.批复金额)", "write listed_sum(approval.amount)"),
    "type/which-field": Text("写 合计(批复.批复金额)", "write sum(approval.amount)"),
    "type/summed": Text(
        "汇总金额或数字字段；要个数，写 计数(批复)",
        "sum a field of money or numbers; for how many, write count(approval)",
    ),
    "type/arity": Text(
        "去掉多余的，或补上缺少的，用逗号隔开",
        "leave out what is too much, or add what is missing, with commas between",
    ),
    "type/wanted-text": Text(
        "写一个文字字段或加引号的文字，例如 项目名称", "write a text field or a text in quotes, such as name"
    ),
    "type/wanted-number": Text("写一个数或金额字段", "write a number or a field of money"),
    "type/pattern": Text(
        '写加引号的匹配式，例如 匹配 "等(相关)?费用"', 'write a pattern in quotes, such as matches "etc"'
    ),
    "type/one-kind": Text("都写金额，或都写数字", "write money everywhere, or numbers everywhere"),
    "type/last-digit": Text("写一个字段，例如 末位(自报值)", "write a field, such as last_digit(figure)"),
    "type/literal-date": Text("直接写日期，例如 2020-12-31", "write the date itself, such as 2020-12-31"),
    "type/given": Text("写一个字段，例如 实际支出 已列示", "write a field, such as actual is given"),
    "type/relation": Text(
        "写关联的名称，例如 存在 批复 满足 (…)", "write a relation, such as some approval satisfies (…)"
    ),
    "type/beyond": Text(
        "在规则的“要求”里写，例如 公用经费决算 不超过 2 × 同类中位数(公用经费决算)",
        "write it in the rule's require, such as running_actual <= 2 * peer_median(running_actual)",
    ),
    "type/across-value": Text(
        "例如 同类中位数(公用经费决算)、同类家数(公务用车数量 > 0)、其他单位数(合同编号)",
        "such as peer_median(running_actual), peer_count(cars > 0), other_units(number)",
    ),
    "type/quantile": Text("写成 同类分位数(公用经费决算, 95%)", "write peer_quantile(running_actual, 95%)"),
    "type/peers-compared": Text(
        "写成 公用经费决算 不超过 200% × 同类中位数(公用经费决算)",
        "write running_actual <= 200% * peer_median(running_actual)",
    ),
    "type/before-colon": Text("写 合计(付款: 付款金额 × 2)", "write sum(payment: amount * 2)"),
    "type/branches": Text(
        "“则”和“否则”后面写同一种值，例如都写金额", "write the same kind of value after then and else, such as money"
    ),
    "syntax/end-open": Text(
        "没有这个函数，或括号前缺运算符；可用的函数：合计、计数、最大、最小、长度、年份、绝对值",
        "there is no such function, or an operator is missing before the bracket; functions: sum, count, max, min, length, year, abs",
    ),
    "syntax/end-close": Text("删去多余的“)”，或在前面补上“(”", "delete the ), or add a ( before it"),
    "syntax/end-comma": Text("几个条件之间写“且”或“或”", "write “and” or “or” between conditions"),
    "syntax/end-satisfies": Text(
        "写成 存在 批复 满足 (…)，或 每个 批复 满足 (…)",
        "write: some approval satisfies (…), or: every approval satisfies (…)",
    ),
    "syntax/end": Text(
        "两部分之间写运算符：且、或、>、=、+ …", "write an operator between the two: and, or, >, =, + …"
    ),
    "syntax/close": Text("补上“)”", "add the closing )"),
    "syntax/order": Text("写 不得超过、不得低于、不得早于 …", "write <=, >= …"),
    "syntax/comparison": Text("写 应当不超过、应当等于 …", "write <=, = …"),
    "syntax/percent": Text("写成 年初预算 的 10%，或 年初预算 × 10%", "write initial_budget * 10%"),
    "syntax/share": Text("写成 实际支出 占 年初预算 的比例，或 实际支出 / 年初预算", "write actual / initial_budget"),
    "syntax/amid": Text("写成 在 1万元 到 5万元 之间", "write: between 1万元 and 5万元"),
    "syntax/satisfies": Text("写成 存在 批复 满足 (…)", "write: some approval satisfies (…)"),
    "syntax/body": Text(
        "写成 存在 批复 满足 (批复.批复金额 > 0元)", "write: some approval satisfies (approval.amount > 0元)"
    ),
    "syntax/open": Text("补上“(…)”", "add (…)"),
    "syntax/else": Text("写成 若 … 则 … 否则 …，三部分都要", "write: if … then … else …, all three"),
    "syntax/then": Text("写成 若 … 则 … 否则 …", "write: if … then … else …"),
    "syntax/to": Text("写成 介于 1万元 到 5万元", "write: between 1万元 and 5万元"),
    "syntax/given": Text("写成 实际支出 已列示", "write: actual is given"),
    "syntax/value": Text("补上一个字段、参数或数", "add a field, a parameter or a number"),
    "syntax/name": Text("补上一个名称", "add a name"),
    "type/wanted": Text("照要求补上", "add what is wanted"),
    "syntax": Text("照要求补上", "add what is wanted"),
    "bad-character/%": Text("百分号写在数字后面，例如 105%", "write the sign after the number, such as 105%"),
    "bad-character/&": Text("写“且”", "write “and”"),
    "bad-character/|": Text("写“或”", "write “or”"),
    "bad-character/!": Text("写“非”，不等于写 ≠", "write “not”; unequal is !="),
    "bad-character/〇": Text("数字和日期用 0-9，例如 2020-12-31", "write digits 0-9, such as 2020-12-31"),
    "bad-character": Text("删去它", "delete it"),
    "bad-value": Text("检查数字和单位", "check the number and its unit"),
    "bad-number": Text("写成 105 或 1,129.93", "write 105 or 1,129.93"),
    "too-long": Text("分成几条规则，或用“定义”分步写", "make several rules of it, or define parts of it"),
    "too-deep": Text("用“定义”分步写", "define parts of it"),
    "two-meanings": Text("写出是哪一种", "say which is meant"),
    "working-days": Text("按日历天写，例如 30日", "write calendar days, such as 30 days"),
    "enum-value": Text(
        "写这一枚举的一个取值，看 checker vocabulary", "write one of its values, see checker vocabulary"
    ),
    "unknown-name": Text(
        "看 checker vocabulary；限额先写在“参数”里",
        "see checker vocabulary; a threshold is declared under parameters first",
    ),
    "unknown-relation": Text(
        "看 checker vocabulary，关联要写对象的名称", "see checker vocabulary; a relation is named after its entity"
    ),
    "bad-escape": Text("改正 \\ 后面的写法", "mend what follows the \\"),
    "aggregate": Text(
        "写 合计(付款.付款金额)，要条件写 合计(付款.付款金额 其中 …)",
        "write sum(payment.amount), with a condition sum(payment.amount where …)",
    ),
    "empty": Text("写一个条件，例如 实际支出 > 0元", "write a condition, such as actual > 0元"),
}
"""By the code of the error: the whole of it (`type/condition`) where that has advice of its own, else what is printed (`type`)."""

_SLASHED = re.compile(r"\d{4}[/.]\d{1,2}[/.]\d{1,2}")


def advice(error: ExpressionError, text: str = "") -> Text:
    """Return what to write instead of *text*."""
    date = _SLASHED.search(text)
    if date is not None and error.code == "type":
        made = re.sub(r"[/.]", "-", date[0])
        return Text(f"日期写成 {made}", f"write the date as {made}")
    if error.code == "working-days" and (told := working_days.advice(text)) is not None:
        return told
    if error.hint is not None:
        return error.hint
    return ADVICE[error.detail] if error.detail in ADVICE else ADVICE[error.code]
