"""What the reference page says of each operator and function, with examples that the tests execute."""

from __future__ import annotations

from checker.base.errors import Text
from checker.language.columns import Doc, Shown

# fmt: off
KNOWN = Doc(
    "shown",
    Text("一个数、日期或条件有没有数可用，只有是和否。只用来选定性、选措辞，或在没有写明时取别的数；要求里用它，缺一个数就可能变成符合。", "Whether a figure, date or condition has a value: yes or no, never unknown. For choosing a nature, words or another figure; a requirement that uses it could be met by leaving a figure out."),
    (Shown("已知(实际支出)", "known(actual)", "true"), Shown("已知(造价)", "known(cost)", "false")),
)
SETTLED = Doc(
    "shown",
    Text("和“已知”一样问有没有数可用，但没有的时候是未知，不是否：要求里用它，缺一个数结论就待核，报告指明缺的是哪一个。", "Asks like known whether there is a value, but without one it is unknown, not false: in a requirement what is missing leaves the outcome open, and the report names it."),
    (Shown("已定(实际支出)", "settled(actual)", "true"), Shown("已定(造价)", "settled(cost)", "unknown")),
)
EQUAL = Doc(
    "comparisons",
    Text("同一种值是否相同，按打印的数比，不管四舍五入。任何一边未知，结果未知。", "Whether two values of one kind are the same, by the printed figure, rounding apart. Unknown where a side is."),
    (Shown("支出层次 = 明细项目", "kind = item", "true"), Shown("实际支出 != 年初预算", "actual != initial_budget", "true")),
)
ORDER = Doc(
    "comparisons",
    Text("金额、数字、百分比、比率、日期、文字的大小；枚举值没有大小。超过、不满不含本数，以上、以下、不超过、不低于含本数（民法典第 1259 条）。", "The order of amounts, numbers, percentages, ratios, dates and texts; enumeration values have none. > and < leave the number itself out."),
    (Shown("实际支出 超过 年初预算", "actual > initial_budget", "true"), Shown("实际支出 / 年初预算 不超过 105%", "actual / initial_budget <= 105%", "true"), Shown("实际支出 不低于 105万元", "actual >= 105万元", "true"), Shown("造价 不满 200万元", "cost < 200万元", "unknown")),
)
RECONCILED = Doc(
    "comparisons",
    Text("勾稽一致：两边各自的四舍五入区间能相遇。两边是金额（数字）的加减、两个自报数的乘积，或一个比率和一个百分比。", "Reconciles with: the rounding intervals of the two sides can meet. Sums, differences and products of stated figures on both sides, or a ratio and a percentage."),
    (Shown("实际支出 ≈ 合计(付款.付款金额)", "actual ≈ sum(payment.amount)", "true"), Shown("年初预算 / 实际支出 ≈ 95.24%", "initial_budget / actual ≈ 95.24%", "true")),
)
ADDED = Doc(
    "arithmetic",
    Text("同一种数相加减；日期减日期得天数；文字相加是接在一起。任何一边未知，结果未知。", "Adds and subtracts figures of one kind; a date less a date is a number of days; texts are joined. Unknown where a side is."),
    (Shown("实际支出 - 年初预算", "actual - initial_budget", "5万元"), Shown("首次付款日期 - 2020-05-01", "first_payment_date - 2020-05-01", "19"), Shown("造价 + 1元", "cost + 1元", "unknown")),
)
TIMES = Doc(
    "arithmetic",
    Text("金额乘数字或百分比；金额不能乘金额。", "Multiplies an amount by a number or a percentage; never amounts by each other."),
    (Shown("年初预算 × 105%", "initial_budget * 105%", "105万元"),),
)
DIVIDED = Doc(
    "arithmetic",
    Text("同一种数相除得比率，用来和百分比比较；分母为零或没有列示，结果未知。没有别的除法。", "Divides figures of one kind to a ratio, to be compared with a percentage; unknown where the denominator is zero or not given. There is no other division."),
    (Shown("实际支出 / 年初预算 > 104%", "actual / initial_budget > 104%", "true"), Shown("实际支出 / 造价 > 100%", "actual / cost > 100%", "unknown")),
)
SIZE = Doc(
    "arithmetic",
    Text("一个数去掉负号。", "A figure without its sign."),
    (Shown("绝对值(年初预算 - 实际支出)", "abs(initial_budget - actual)", "5万元"),),
)
MODULO = Doc(
    "arithmetic",
    Text("第一个数除以第二个数，除尽整数倍以后剩下多少；余数为零就是整数倍。除数为零，结果未知。", "What is left of the first figure by whole multiples of the second; nothing is left of a multiple. Unknown where the second is zero."),
    (Shown("余数(实际支出, 1万元) = 0元", "modulo(actual, 1万元) = 0元", "true"), Shown("余数(实际支出, 10万元)", "modulo(actual, 10万元)", "5万元")),
)
LAST_DIGIT = Doc(
    "arithmetic",
    Text("一个打印出来的数，它的末位代表多少：两位小数的万元是 100 元。", "What the last digit of a printed figure stands for: 100 yuan in 万元 with two decimals."),
    (Shown("末位(实际支出)", "last_digit(actual)", "100元"),),
)
PRINTED = Doc(
    "arithmetic",
    Text("按打印的数字比，不管四舍五入；不写的话，末位能改变的不符合是无法判定。", "Takes a figure for the digits that were printed; without it a fail that the last digit could turn is left open."),
    (Shown("按列示(实际支出) > 按列示(年初预算)", "printed(actual) > printed(initial_budget)", "true"),),
)
PARTS = Doc(
    "texts",
    Text("文字里有、开头是、结尾是另一段文字；“包含”后面可以是一份文字清单（有一个就算）。", "Whether a text holds, begins with or ends with another; contains also takes a list of texts (one is enough)."),
    (Shown("项目名称 包含 \"网站\"", "budget_line.name contains \"网站\"", "true"), Shown("项目名称 开头为 \"网站\"", "budget_line.name starts_with \"网站\"", "false"), Shown("项目名称 结尾为 \"专项\"", "budget_line.name ends_with \"专项\"", "true")),
)
MATCHES = Doc(
    "texts",
    Text("文字里有没有符合匹配式的一段；只用各个引擎读法相同的写法：文字 . [ ] ( ) | * + ? {m,n} ^ $ \\d \\w。", "Whether some part of a text fits a pattern, within what every engine reads alike: text . [ ] ( ) | * + ? {m,n} ^ $ \\d \\w."),
    (Shown("项目名称 匹配 \"(门户|政务)网站\"", "budget_line.name matches \"(门户|政务)网站\"", "true"),),
)
LENGTH = Doc(
    "texts",
    Text("文字的字数，一个汉字算一个。", "The number of characters of a text; a Chinese character is one."),
    (Shown("长度(偏差原因)", "length(deviation_reason)", "4"),),
)
WITHOUT = Doc(
    "texts",
    Text("从文字里去掉另一段文字或一份文字清单里的每一段，先去长的；剩下多少用“长度”看。", "A text with another text, or each text of a list, taken out, the longest first; length says how much is left."),
    (Shown("去除(项目名称, \"专项\") = \"门户网站\"", "without(budget_line.name, \"专项\") = \"门户网站\"", "true"), Shown("长度(去除(偏差原因, \"据实结算\"))", "length(without(deviation_reason, \"据实结算\"))", "0")),
)
RATE = Doc(
    "texts",
    Text("在一张金额表（类型是“金额表”的参数，每条是“名称 金额”）里，取名称在这段文字开头（前面可以有省名）的那一条的金额，几条都在开头的取名称最长的；没有，或文字里写了几个名称的，是未知。", "The amount of the entry of a table whose name begins the text, the longest of several (a parameter of type rates, each entry a name and an amount; the name of a province may stand before it); unknown where none does, or the text holds several."),
    (Shown("查表(项目名称, 其他人员住宿费标准)", "rate_of(budget_line.name, other_lodging)", "unknown"),),
)
PARTY = Doc(
    "texts",
    Text("单位、企业名称的统一写法：不计全角半角、空白和括号，“有限责任公司”就是“有限公司”。比较供应商、收款人是不是同一家时用；名称相近的仍是两家，除非有人认定是一家（`checker parties`）。", "The form that all spellings of a party's name have: width, blanks and brackets are dropped, 有限责任公司 is 有限公司. For asking whether suppliers or payees are the same; names that are merely similar stay apart, unless somebody decided that they are one (`checker parties`)."),
    (Shown("统一名称(\"湖南 甲（长沙）有限责任公司\") = \"湖南甲长沙有限公司\"", "party(\"湖南 甲（长沙）有限责任公司\") = \"湖南甲长沙有限公司\"", "true"),),
)
STRING = Doc(
    "texts",
    Text("把文字当作文字（接在一起时用）。", "A text as text, for joining."),
    (Shown("文本(项目名称) = \"门户网站专项\"", "string(budget_line.name) = \"门户网站专项\"", "true"),),
)
YEAR = Doc(
    "texts",
    Text("日期的年份，是一个数字。", "The year of a date, a number."),
    (Shown("年份(首次付款日期)", "year(first_payment_date)", "2020"),),
)
OF_YEAR = Doc(
    "texts",
    Text("一年的 1 月 1 日、12 月 31 日。案例那一年的，写 年初日(预算年度)、年末日(预算年度)。", "1 January and 31 December of a year. Those of the case's own: year_start(fiscal_year), year_end(fiscal_year)."),
    (Shown("首次付款日期 不晚于 年末日(预算年度)", "first_payment_date <= year_end(fiscal_year)", "true"), Shown("年初日(2020)", "year_start(2020)", "2020-01-01")),
)
LATER = Doc(
    "texts",
    Text("日期之后（负数为之前）若干日、若干月的那一天；某月没有对应日的，是那个月的最后一天（民法典第 202 条），如 1 月 31 日加 1 个月是 2 月末，2 月 29 日加 1 年是 2 月 28 日。写成 日期 + 30日、日期 + 6个月、日期 + 1年。不数工作日：不知道节假日怎么放，“10个工作日”会提示一行两头都不会错、中间待核的写法。", "The day so many days or months after a date, before it for a number below zero; where a month has no such day, its last (Civil Code, Art. 202): a month from 31 January is the end of February, a year from 29 February is the 28th. Written date + 30 days, date + 6 months, date + 1 year. Working days are not counted: how the holidays fall is not known, and 10个工作日 is answered with a line that is certain at both ends and open between."),
    (Shown("首次付款日期 + 30日", "first_payment_date + 30 days", "2020-06-19"), Shown("延后日(首次付款日期, 3)", "days_after(first_payment_date, 3)", "2020-05-23"), Shown("延后月(2020-01-31, 1)", "months_after(2020-01-31, 1)", "2020-02-29"), Shown("首次付款日期 ≤ 2019-12-01 + 6个月", "first_payment_date <= 2019-12-01 + 6 months", "true")),
)
DATE = Doc(
    "texts",
    Text("把写死的文字读成日期；直接写 2020-12-31 也一样。", "Reads a literal text as a date; 2020-12-31 by itself is the same."),
    (Shown("首次付款日期 < 日期(\"2020-12-31\")", "first_payment_date < date(\"2020-12-31\")", "true"),),
)
SUMMED = Doc(
    "related",
    Text("关联事实的一个金额或数字的合计，“其中”后面是条件；一条也没有得 0，有一条没有列示就未知。", "The sum of an amount or number of related facts, with a condition after where; 0 of none, unknown where one is not given."),
    (Shown("合计(付款.付款金额)", "sum(payment.amount)", "105万元"), Shown("合计(付款.付款金额 其中 付款日期 > 2020-06-30)", "sum(payment.amount where payment.date > 2020-06-30)", "45万元"), Shown("合计(批复.批复金额)", "sum(approval.amount)", "unknown")), ("where",),
)
LISTED = Doc(
    "related",
    Text("只把列出来、知道的加起来，不管列全没有，从不未知：问“至少有多少”。清单列没列全要紧的，用“合计”。", "Adds up what is listed and known, complete or not, and is never unknown: it says how much there is at least. Where completeness matters use sum."),
    (Shown("已列合计(付款.付款金额)", "listed_sum(payment.amount)", "105万元"), Shown("已列合计(批复.批复金额)", "listed_sum(approval.amount)", "0元")),
)
COUNT = Doc(
    "related",
    Text("关联事实有几条；清单没有列全时未知。", "How many related facts there are; unknown over an incomplete list."),
    (Shown("计数(付款 其中 付款金额 > 50万元)", "count(payment where payment.amount > 50万元)", "1"),),
)
EXTREME = Doc(
    "related",
    Text("关联事实里最小、最大的数或日期，一条也没有时未知；也可以比较几个值。", "The least or greatest figure or date of related facts, unknown of none; or of several values."),
    (Shown("最大(付款.付款日期)", "max(payment.date)", "2020-11-03"), Shown("最小(实际支出, 年初预算)", "min(actual, initial_budget)", "100万元")),
)
# fmt: on
