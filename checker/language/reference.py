"""What every word of the language does, with examples: the reference pages print it, the tests execute it."""

from __future__ import annotations

from typing import NamedTuple

from checker.base.errors import Text

SAMPLE = """lines:
  - id: a
    kind: 明细项目
    name: 门户网站专项
    initial_budget: 100.00万元
    adjusted_budget: 无
    actual: 105.00万元
    is_it: 是
    is_emergency: 否
    deviation_reason: 据实结算
    first_payment_date: 2020-05-20
    reviews: [{level: 一审, result: 通过, date: 2020-03-11}]
    payments: [{id: p1, date: 2020-05-20, amount: 60.00万元}, {id: p2, date: 2020-11-03, amount: 45.00万元}]
"""
"""The budget line that the examples speak of; its cost, its approvals and whether it was carried over are not given."""


class Shown(NamedTuple):
    """One example in both languages and what it comes to, written in the language: true, false, unknown or a constant."""

    zh: str
    en: str
    result: str


class Entry(NamedTuple):
    """Words explained together (by their meanings), what they do with which types and with unknowns, and examples."""

    meanings: tuple[str, ...]
    text: Text
    shown: tuple[Shown, ...]


LOGIC = (
    Entry(
        ("and",),
        Text("两边是条件。都成立才成立；有一边不成立就不成立，哪怕另一边未知；其余未知。", "Takes two conditions. True when both are; false when one is, even where the other is unknown; else unknown."),
        (Shown("是否信息化 且 实际支出 > 年初预算", "is_it and actual > initial_budget", "true"), Shown("是否应急 且 造价 > 1元", "is_emergency and cost > 1元", "false")),
    ),
    Entry(
        ("or",),
        Text("两边是条件。有一边成立就成立，哪怕另一边未知；都不成立才不成立；其余未知。", "Takes two conditions. True when one is, even where the other is unknown; false when both are; else unknown."),
        (Shown("是否信息化 或 造价 > 1元", "is_it or cost > 1元", "true"), Shown("是否应急 或 造价 > 1元", "is_emergency or cost > 1元", "unknown")),
    ),
    Entry(
        ("not",),
        Text("后面是条件，结论反过来；未知还是未知。", "Takes a condition and turns it round; unknown stays unknown."),
        (Shown("非 是否应急", "not is_emergency", "true"), Shown("非 造价 > 1元", "not cost > 1元", "unknown")),
    ),
    Entry(
        ("if", "then", "else"),
        Text("条件成立取“则”，不成立取“否则”，两支要同一种值；条件未知，结果未知。", "Takes the value after then or after else, which are of one kind; unknown where the condition is."),
        (Shown("若 是否应急 则 年初预算 否则 实际支出", "if is_emergency then initial_budget else actual", "105万元"),),
    ),
    Entry(
        ("true", "false"),
        Text("两个真假值；一条完整的要求不能只写它。", "The two truth values; a requirement cannot be one of them alone."),
        (Shown("是否应急 = 否", "is_emergency = false", "true"),),
    ),
    Entry(
        ("null",),
        Text("空值：总是未知。和它比较，结果是未知，所以问有没有列示要用“已列示”“缺失”。“且 空值”使结论待核，缺什么从旁边的条件里读出（没有写全的批复，没有分到各项的钱）。", "Always unknown. Comparing with it is unknown, so ask whether something is shown with given or missing. `and null` leaves the outcome open; what is missing is read off the condition beside it (approvals not given in full, money not shared out)."),
        (Shown("实际支出 = 空值", "actual = null", "unknown"),),
    ),
)  # fmt: skip
SHOWN = (
    Entry(
        ("given", "is"),
        Text("字段或清单列示了没有。写“无”的为否，但词汇表标明 `none: 0` 的金额写“无”就是列示了零；全文已转录而没有写的为否，没有全文转录的为未知。", "Whether a field or list is shown. False where the report says 无 (none), except for amounts marked `none: 0` in the vocabulary, where 无 shows zero; where it is silent, false in a case transcribed whole, else unknown."),
        (Shown("实际支出 已列示", "actual is given", "true"), Shown("调整预算 已列示", "adjusted_budget is given", "false"), Shown("造价 已列示", "cost is given", "unknown")),
    ),
    Entry(
        ("missing",),
        Text("“已列示”的反面，未知还是未知。", "The opposite of given; unknown stays unknown."),
        (Shown("调整预算 缺失", "adjusted_budget is missing", "true"),),
    ),
    Entry(
        ("stated",),
        Text("和“已列示”只差一点：报告写“无”也算有交代。", "Like given, but a stated 无 (none) counts as stated."),
        (Shown("调整预算 有交代", "adjusted_budget is stated", "true"),),
    ),
    Entry(
        ("known",),
        Text("一个数、日期或条件有没有数可用，只有是和否。只用来选定性、选措辞，或在没有写明时取别的数；要求里用它，缺一个数就可能变成符合。", "Whether a figure, date or condition has a value: yes or no, never unknown. For choosing a nature, words or another figure; a requirement that uses it could be met by leaving a figure out."),
        (Shown("已知(实际支出)", "known(actual)", "true"), Shown("已知(造价)", "known(cost)", "false")),
    ),
    Entry(
        ("settled",),
        Text("和“已知”一样问有没有数可用，但没有的时候是未知，不是否：要求里用它，缺一个数结论就待核，报告指明缺的是哪一个。", "Asks like known whether there is a value, but without one it is unknown, not false: in a requirement what is missing leaves the outcome open, and the report names it."),
        (Shown("已定(实际支出)", "settled(actual)", "true"), Shown("已定(造价)", "settled(cost)", "unknown")),
    ),
)  # fmt: skip
COMPARISONS = (
    Entry(
        ("=", "!="),
        Text("同一种值是否相同，按打印的数比，不管四舍五入。任何一边未知，结果未知。", "Whether two values of one kind are the same, by the printed figure, rounding apart. Unknown where a side is."),
        (Shown("支出层次 = 明细项目", "kind = item", "true"), Shown("实际支出 != 年初预算", "actual != initial_budget", "true")),
    ),
    Entry(
        ("<", "<=", ">", ">="),
        Text("金额、数字、百分比、比率、日期、文字的大小；枚举值没有大小。超过、不满不含本数，以上、以下、不超过、不低于含本数（民法典第 1259 条）。", "The order of amounts, numbers, percentages, ratios, dates and texts; enumeration values have none. > and < leave the number itself out."),
        (Shown("实际支出 超过 年初预算", "actual > initial_budget", "true"), Shown("实际支出 / 年初预算 不超过 105%", "actual / initial_budget <= 105%", "true"), Shown("实际支出 不低于 105万元", "actual >= 105万元", "true"), Shown("造价 不满 200万元", "cost < 200万元", "unknown")),
    ),
    Entry(
        ("at", "or_more", "or_less"),
        Text("“在…以上”“在…以下”“在…以内”，都含本数；只有中文写法，英文写 >= 和 <=。", "Chinese only (在 … 以上, 以下, 以内), the number itself included; in English write >= and <=."),
        (Shown("实际支出 在 105万元 以内", "actual <= 105万元", "true"), Shown("实际支出 在 105万元 以上", "actual >= 105万元", "true")),
    ),
    Entry(
        ("between", "to"),
        Text("在两数之间，两头都含。英文写 between … and …。", "Between two values, both included; Chinese writes 介于 … 到 …."),
        (Shown("年初预算 介于 1万元 到 100万元", "initial_budget between 1万元 and 100万元", "true"),),
    ),
    Entry(
        ("in",),
        Text("是列出的之一；可以列值、比较和区间，[ ] 含端点，( ) 不含。", "Is one of those listed: values, comparisons and ranges; [ ] includes an end, ( ) leaves it out."),
        (Shown("支出层次 属于 (基本支出, 明细项目)", "kind in (basic, item)", "true"), Shown("实际支出 属于 ([1元..100万元], > 200万元)", "actual in ([1元..100万元], > 200万元)", "false")),
    ),
    Entry(
        ("≈",),
        Text("勾稽一致：两边各自的四舍五入区间能相遇。两边是金额（数字）的加减、两个自报数的乘积，或一个比率和一个百分比。", "Reconciles with: the rounding intervals of the two sides can meet. Sums, differences and products of stated figures on both sides, or a ratio and a percentage."),
        (Shown("实际支出 ≈ 合计(付款.付款金额)", "actual ≈ sum(payment.amount)", "true"), Shown("年初预算 / 实际支出 ≈ 95.24%", "initial_budget / actual ≈ 95.24%", "true")),
    ),
)  # fmt: skip
ARITHMETIC = (
    Entry(
        ("+", "-"),
        Text("同一种数相加减；日期减日期得天数；文字相加是接在一起。任何一边未知，结果未知。", "Adds and subtracts figures of one kind; a date less a date is a number of days; texts are joined. Unknown where a side is."),
        (Shown("实际支出 - 年初预算", "actual - initial_budget", "5万元"), Shown("首次付款日期 - 2020-05-01", "first_payment_date - 2020-05-01", "19"), Shown("造价 + 1元", "cost + 1元", "unknown")),
    ),
    Entry(
        ("*",),
        Text("金额乘数字或百分比；金额不能乘金额。", "Multiplies an amount by a number or a percentage; never amounts by each other."),
        (Shown("年初预算 × 105%", "initial_budget * 105%", "105万元"),),
    ),
    Entry(
        ("/",),
        Text("同一种数相除得比率，用来和百分比比较；分母为零或没有列示，结果未知。没有别的除法。", "Divides figures of one kind to a ratio, to be compared with a percentage; unknown where the denominator is zero or not given. There is no other division."),
        (Shown("实际支出 / 年初预算 > 104%", "actual / initial_budget > 104%", "true"), Shown("实际支出 / 造价 > 100%", "actual / cost > 100%", "unknown")),
    ),
    Entry(
        ("abs",),
        Text("一个数去掉负号。", "A figure without its sign."),
        (Shown("绝对值(年初预算 - 实际支出)", "abs(initial_budget - actual)", "5万元"),),
    ),
    Entry(
        ("modulo",),
        Text("第一个数除以第二个数，除尽整数倍以后剩下多少；余数为零就是整数倍。除数为零，结果未知。", "What is left of the first figure by whole multiples of the second; nothing is left of a multiple. Unknown where the second is zero."),
        (Shown("余数(实际支出, 1万元) = 0元", "modulo(actual, 1万元) = 0元", "true"), Shown("余数(实际支出, 10万元)", "modulo(actual, 10万元)", "5万元")),
    ),
    Entry(
        ("last_digit",),
        Text("一个打印出来的数，它的末位代表多少：两位小数的万元是 100 元。", "What the last digit of a printed figure stands for: 100 yuan in 万元 with two decimals."),
        (Shown("末位(实际支出)", "last_digit(actual)", "100元"),),
    ),
    Entry(
        ("printed",),
        Text("按打印的数字比，不管四舍五入；不写的话，末位能改变的不符合是无法判定。", "Takes a figure for the digits that were printed; without it a fail that the last digit could turn is left open."),
        (Shown("按列示(实际支出) > 按列示(年初预算)", "printed(actual) > printed(initial_budget)", "true"),),
    ),
)  # fmt: skip
TEXTS = (
    Entry(
        ("contains", "starts_with", "ends_with"),
        Text("文字里有、开头是、结尾是另一段文字；“包含”后面可以是一份文字清单（有一个就算）。", "Whether a text holds, begins with or ends with another; contains also takes a list of texts (one is enough)."),
        (Shown("项目名称 包含 \"网站\"", "budget_line.name contains \"网站\"", "true"), Shown("项目名称 开头为 \"网站\"", "budget_line.name starts_with \"网站\"", "false"), Shown("项目名称 结尾为 \"专项\"", "budget_line.name ends_with \"专项\"", "true")),
    ),
    Entry(
        ("matches",),
        Text("文字里有没有符合匹配式的一段；只用各个引擎读法相同的写法：文字 . [ ] ( ) | * + ? {m,n} ^ $ \\d \\w。", "Whether some part of a text fits a pattern, within what every engine reads alike: text . [ ] ( ) | * + ? {m,n} ^ $ \\d \\w."),
        (Shown("项目名称 匹配 \"(门户|政务)网站\"", "budget_line.name matches \"(门户|政务)网站\"", "true"),),
    ),
    Entry(
        ("length",),
        Text("文字的字数，一个汉字算一个。", "The number of characters of a text; a Chinese character is one."),
        (Shown("长度(偏差原因)", "length(deviation_reason)", "4"),),
    ),
    Entry(
        ("without",),
        Text("从文字里去掉另一段文字或一份文字清单里的每一段，先去长的；剩下多少用“长度”看。", "A text with another text, or each text of a list, taken out, the longest first; length says how much is left."),
        (Shown("去除(项目名称, \"专项\") = \"门户网站\"", "without(budget_line.name, \"专项\") = \"门户网站\"", "true"), Shown("长度(去除(偏差原因, \"据实结算\"))", "length(without(deviation_reason, \"据实结算\"))", "0")),
    ),
    Entry(
        ("string",),
        Text("把文字当作文字（接在一起时用）。", "A text as text, for joining."),
        (Shown("文本(项目名称) = \"门户网站专项\"", "string(budget_line.name) = \"门户网站专项\"", "true"),),
    ),
    Entry(
        ("year",),
        Text("日期的年份，是一个数字。", "The year of a date, a number."),
        (Shown("年份(首次付款日期)", "year(first_payment_date)", "2020"),),
    ),
    Entry(
        ("date",),
        Text("把写死的文字读成日期；直接写 2020-12-31 也一样。", "Reads a literal text as a date; 2020-12-31 by itself is the same."),
        (Shown("首次付款日期 < 日期(\"2020-12-31\")", "first_payment_date < date(\"2020-12-31\")", "true"),),
    ),
)  # fmt: skip
RELATED = (
    Entry(
        ("some", "satisfies"),
        Text("关联的事实里有一条满足括号里的条件。清单没有列全或没有提到时，只能成立或未知。", "Whether one related fact meets the condition in brackets. Over a list that is not complete or not mentioned: true or unknown."),
        (Shown("存在 评审 满足 (评审结论 = 通过)", "some review satisfies (result = passed)", "true"), Shown("存在 批复 满足 (批复金额 > 0元)", "some approval satisfies (approval.amount > 0元)", "unknown")),
    ),
    Entry(
        ("every",),
        Text("每一条都满足；一条也没有时成立。清单没有列全时，只能不成立或未知。", "Whether each meets the condition; true of none at all. Over an incomplete list: false or unknown."),
        (Shown("每个 付款 满足 (付款金额 <= 年初预算)", "every payment satisfies (payment.amount <= initial_budget)", "true"),),
    ),
    Entry(
        ("no",),
        Text("一条也不满足。清单没有列全时，只能不成立或未知。", "Whether none meets the condition. Over an incomplete list: false or unknown."),
        (Shown("不存在 付款 满足 (付款日期 > 2020-12-31)", "no payment satisfies (payment.date > 2020-12-31)", "true"),),
    ),
    Entry(
        ("sum", "where"),
        Text("关联事实的一个金额或数字的合计，“其中”后面是条件；一条也没有得 0，有一条没有列示就未知。", "The sum of an amount or number of related facts, with a condition after where; 0 of none, unknown where one is not given."),
        (Shown("合计(付款.付款金额)", "sum(payment.amount)", "105万元"), Shown("合计(付款.付款金额 其中 付款日期 > 2020-06-30)", "sum(payment.amount where payment.date > 2020-06-30)", "45万元"), Shown("合计(批复.批复金额)", "sum(approval.amount)", "unknown")),
    ),
    Entry(
        ("listed_sum",),
        Text("只把列出来、知道的加起来，不管列全没有，从不未知：问“至少有多少”。清单列没列全要紧的，用“合计”。", "Adds up what is listed and known, complete or not, and is never unknown: it says how much there is at least. Where completeness matters use sum."),
        (Shown("已列合计(付款.付款金额)", "listed_sum(payment.amount)", "105万元"), Shown("已列合计(批复.批复金额)", "listed_sum(approval.amount)", "0元")),
    ),
    Entry(
        ("as",),
        Text("给外层的一条起个名字，里面再看同一个清单时用它。", "Names the fact of the outer list, for use where the same list is read again inside."),
        (Shown("每个 付款 记作 本次 满足 (合计(付款.付款金额 其中 付款日期 <= 本次.付款日期) <= 实际支出)", "every payment as p satisfies (sum(payment.amount where payment.date <= p.date) <= actual)", "true"),),
    ),
    Entry(
        ("count",),
        Text("关联事实有几条；清单没有列全时未知。", "How many related facts there are; unknown over an incomplete list."),
        (Shown("计数(付款 其中 付款金额 > 50万元)", "count(payment where payment.amount > 50万元)", "1"),),
    ),
    Entry(
        ("min", "max"),
        Text("关联事实里最小、最大的数或日期，一条也没有时未知；也可以比较几个值。", "The least or greatest figure or date of related facts, unknown of none; or of several values."),
        (Shown("最大(付款.付款日期)", "max(payment.date)", "2020-11-03"), Shown("最小(实际支出, 年初预算)", "min(actual, initial_budget)", "100万元")),
    ),
)  # fmt: skip
SECTIONS: tuple[tuple[Text, tuple[Entry, ...]], ...] = (
    (Text("条件", "Conditions"), LOGIC),
    (Text("列示了没有", "What is shown"), SHOWN),
    (Text("比较", "Comparisons"), COMPARISONS),
    (Text("数", "Figures"), ARITHMETIC),
    (Text("文字和日期", "Texts and dates"), TEXTS),
    (Text("关联的事实", "Related facts"), RELATED),
)
"""All entries in the order of the page: from the simplest to the rest."""
