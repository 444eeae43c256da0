"""What every word of the language does, with examples: the reference pages print it, the tests execute it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.base.errors import Text
from checker.language import across
from checker.language.across import AcrossFunction
from checker.language.columns import Doc, Function, Operator, Shown
from checker.language.operators import FUNCTIONS, OPERATORS

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
    goal: 待填
    first_payment_date: 2020-05-20
    reviews: [{level: 一审, result: 通过, date: 2020-03-11}]
    payments: [{id: p1, date: 2020-05-20, amount: 60.00万元}, {id: p2, date: 2020-11-03, amount: 45.00万元}]
"""
"""The budget line that the examples speak of; its cost, its approvals and whether it was carried over are not given."""


class Entry(NamedTuple):
    """Words explained together (by their meanings), what they do with which types and with unknowns, and examples."""

    meanings: tuple[str, ...]
    text: Text
    shown: tuple[Shown, ...]


KEYWORDS: dict[str, tuple[Entry, ...]] = {
    "logic": (
        Entry(
            ("and",),
            Text(
                "两边是条件。都成立才成立；有一边不成立就不成立，哪怕另一边未知；其余未知。",
                "Takes two conditions. True when both are; false when one is, even where the other is unknown; else unknown.",
            ),
            (
                Shown("是否信息化 且 实际支出 > 年初预算", "is_it and actual > initial_budget", "true"),
                Shown("是否应急 且 造价 > 1元", "is_emergency and cost > 1元", "false"),
            ),
        ),
        Entry(
            ("or",),
            Text(
                "两边是条件。有一边成立就成立，哪怕另一边未知；都不成立才不成立；其余未知。",
                "Takes two conditions. True when one is, even where the other is unknown; false when both are; else unknown.",
            ),
            (
                Shown("是否信息化 或 造价 > 1元", "is_it or cost > 1元", "true"),
                Shown("是否应急 或 造价 > 1元", "is_emergency or cost > 1元", "unknown"),
            ),
        ),
        Entry(
            ("not",),
            Text(
                "后面是条件，结论反过来；未知还是未知。", "Takes a condition and turns it round; unknown stays unknown."
            ),
            (Shown("非 是否应急", "not is_emergency", "true"), Shown("非 造价 > 1元", "not cost > 1元", "unknown")),
        ),
        Entry(
            ("if", "then", "else"),
            Text(
                "条件成立取“则”，不成立取“否则”，两支要同一种值；条件未知，结果未知。",
                "Takes the value after then or after else, which are of one kind; unknown where the condition is.",
            ),
            (
                Shown(
                    "若 是否应急 则 年初预算 否则 实际支出",
                    "if is_emergency then initial_budget else actual",
                    "105万元",
                ),
            ),
        ),
        Entry(
            ("true", "false"),
            Text(
                "两个真假值；一条完整的要求不能只写它。",
                "The two truth values; a requirement cannot be one of them alone.",
            ),
            (Shown("是否应急 = 否", "is_emergency = false", "true"),),
        ),
        Entry(
            ("null",),
            Text(
                "空值：总是未知。和它比较，结果是未知，所以问有没有列示要用“已列示”“缺失”。“且 空值”使结论待核，缺什么从旁边的条件里读出（没有写全的批复，没有分到各项的钱）。",
                "Always unknown. Comparing with it is unknown, so ask whether something is shown with given or missing. `and null` leaves the outcome open; what is missing is read off the condition beside it (approvals not given in full, money not shared out).",
            ),
            (Shown("实际支出 = 空值", "actual = null", "unknown"),),
        ),
    ),
    "shown": (
        Entry(
            ("given", "is"),
            Text(
                "字段或清单列示了没有。写“无”的为否，但词汇表标明 `none: 0` 的金额写“无”就是列示了零；全文已转录而没有写的为否，没有全文转录的为未知。",
                "Whether a field or list is shown. False where the report says 无 (none), except for amounts marked `none: 0` in the vocabulary, where 无 shows zero; where it is silent, false in a case transcribed whole, else unknown.",
            ),
            (
                Shown("实际支出 已列示", "actual is given", "true"),
                Shown("调整预算 已列示", "adjusted_budget is given", "false"),
                Shown("造价 已列示", "cost is given", "unknown"),
            ),
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
            ("to_fill",),
            Text(
                "字段或清单在案例里写着“待填”：报告里有没有还不知道，和写“无”、没有写都不同。只有是和否，不会未知。没有写时按惯例处理的（没有写批复类型的按预算批复算），用它把待填的留成未知：已知(批复类型) 或 批复类型 待填。",
                "Whether the case leaves a field or list to be filled in (待填): whether the report shows it is not known yet, unlike a stated 无 (none) and unlike silence. Yes or no, never unknown. Where silence has a customary meaning (an approval without a kind is one of budget), it keeps what is still to come unknown: known(kind) or kind is to_fill.",
            ),
            (
                Shown("年度目标 待填", "goal is to_fill", "true"),
                Shown("调整预算 待填", "adjusted_budget is to_fill", "false"),
                Shown("造价 待填", "cost is to_fill", "false"),
            ),
        ),
    ),
    "comparisons": (
        Entry(
            ("at", "or_more", "or_less"),
            Text(
                "“在…以上”“在…以下”“在…以内”，都含本数，写“以上（不含）”就不含；只有中文写法，英文写 >= 和 <=。",
                "Chinese only (在 … 以上, 以下, 以内), the number itself included, but for 以上（不含）; in English write >= and <=.",
            ),
            (
                Shown("实际支出 在 105万元 以内", "actual <= 105万元", "true"),
                Shown("实际支出 在 105万元 以上", "actual >= 105万元", "true"),
                Shown("实际支出 在 105万元 以上（不含）", "actual > 105万元", "false"),
            ),
        ),
        Entry(
            ("between", "to", "amid"),
            Text(
                "在两数之间，两头都含。“介于 … 到 …”也可以写“在 … 和 … 之间”。英文写 between … and …。",
                "Between two values, both included; Chinese writes 介于 … 到 …, or 在 … 和 … 之间.",
            ),
            (
                Shown("年初预算 介于 1万元 到 100万元", "initial_budget between 1万元 and 100万元", "true"),
                Shown("年初预算 在 1万元 和 100万元 之间", "initial_budget between 1万元 and 100万元", "true"),
            ),
        ),
        Entry(
            ("shall", "shall_not"),
            Text(
                "“应当”放在比较前面不改变意思，“不得”把它反过来：不得超过就是 ≤，不得低于就是 ≥。“没有超过”“未超过”也是。"
                "“均”“都”“一律”不改变意思；几个数一起说的，每一个都要满足。只有中文写法。",
                "Chinese only: 应当 before a comparison changes nothing, 不得 turns it round (不得超过 is <=, 不得低于 is >=), as do 没有 and 未. "
                "均, 都 and 一律 change nothing: of several figures that are named together each has to meet it.",
            ),
            (
                Shown("实际支出 应当 大于等于 年初预算", "actual >= initial_budget", "true"),
                Shown(
                    "年初预算、实际支出 均不得超过 100万元", "initial_budget <= 100万元 and actual <= 100万元", "false"
                ),
                Shown("实际支出 不得超过 年初预算", "actual <= initial_budget", "false"),
            ),
        ),
        Entry(
            ("in",),
            Text(
                "是列出的之一；可以列值、比较和区间，[ ] 含端点，( ) 不含。",
                "Is one of those listed: values, comparisons and ranges; [ ] includes an end, ( ) leaves it out.",
            ),
            (
                Shown("支出层次 属于 (基本支出, 明细项目)", "kind in (basic, item)", "true"),
                Shown("实际支出 属于 ([1元..100万元], > 200万元)", "actual in ([1元..100万元], > 200万元)", "false"),
            ),
        ),
    ),
    "arithmetic": (
        Entry(
            ("share", "share_of", "of"),
            Text(
                "“占 … 的比例”是相除，“… 的 10%”“… 的 2倍”是相乘，“上浮 10%”是乘 110%，“万分之五”是 0.05%，“甲、乙 之和”是相加。只有中文写法，英文写 /、* 和 +。",
                "Chinese only: 占 … 的比例 divides, … 的 10% and … 的 2倍 multiply, 上浮 10% is times 110%, 万分之五 is 0.05%, … 之和 adds; in English write /, * and +.",
            ),
            (
                Shown("实际支出 占 年初预算 的比例 > 104%", "actual / initial_budget > 104%", "true"),
                Shown("年初预算 的 105%", "initial_budget * 105%", "105万元"),
                Shown("年初预算 上浮 10%", "initial_budget * 110%", "110万元"),
                Shown("年初预算、实际支出 之和", "initial_budget + actual", "205万元"),
            ),
        ),
    ),
    "related": (
        Entry(
            ("some", "satisfies"),
            Text(
                "关联的事实里有一条满足括号里的条件。清单没有列全或没有提到时，只能成立或未知。",
                "Whether one related fact meets the condition in brackets. Over a list that is not complete or not mentioned: true or unknown.",
            ),
            (
                Shown("存在 评审 满足 (评审结论 = 通过)", "some review satisfies (result = passed)", "true"),
                Shown("存在 批复 满足 (批复金额 > 0元)", "some approval satisfies (approval.amount > 0元)", "unknown"),
            ),
        ),
        Entry(
            ("every",),
            Text(
                "每一条都满足；一条也没有时成立。清单没有列全时，只能不成立或未知。",
                "Whether each meets the condition; true of none at all. Over an incomplete list: false or unknown.",
            ),
            (
                Shown(
                    "每个 付款 满足 (付款金额 <= 年初预算)",
                    "every payment satisfies (payment.amount <= initial_budget)",
                    "true",
                ),
            ),
        ),
        Entry(
            ("no",),
            Text(
                "一条也不满足。清单没有列全时，只能不成立或未知。",
                "Whether none meets the condition. Over an incomplete list: false or unknown.",
            ),
            (
                Shown(
                    "不存在 付款 满足 (付款日期 > 2020-12-31)",
                    "no payment satisfies (payment.date > 2020-12-31)",
                    "true",
                ),
            ),
        ),
        Entry(
            ("as",),
            Text(
                "给外层的一条起个名字，里面再看同一个清单时用它。",
                "Names the fact of the outer list, for use where the same list is read again inside.",
            ),
            (
                Shown(
                    "每个 付款 记作 本次 满足 (合计(付款.付款金额 其中 付款日期 <= 本次.付款日期) <= 实际支出)",
                    "every payment as p satisfies (sum(payment.amount where payment.date <= p.date) <= actual)",
                    "true",
                ),
            ),
        ),
    ),
}
"""Words that are neither operators nor functions, by the section that explains them."""
TITLES = {
    "logic": Text("条件", "Conditions"),
    "shown": Text("列示了没有", "What is shown"),
    "comparisons": Text("比较", "Comparisons"),
    "arithmetic": Text("数", "Figures"),
    "texts": Text("文字和日期", "Texts and dates"),
    "related": Text("关联的事实", "Related facts"),
    "across": Text("别的案例", "Other cases"),
}
"""The sections of the page: from the simplest to the rest."""
ORDER = (
    "and",
    "or",
    "not",
    "if",
    "true",
    "null",
    "given",
    "missing",
    "stated",
    "to_fill",
    "known",
    "settled",
    "=",
    "<",
    "shall",
    "at",
    "between",
    "in",
    "≈",
    "+",
    "*",
    "/",
    "share",
    "abs",
    "modulo",
    "last_digit",
    "printed",
    "contains",
    "matches",
    "length",
    "without",
    "rate_of",
    "string",
    "year",
    "year_start",
    "days_after",
    "date",
    "some",
    "every",
    "no",
    "sum",
    "listed_sum",
    "as",
    "count",
    "min",
)
"""Which entry comes before which, by its first word; one that is not named comes last in its section."""


def sections() -> Iterator[tuple[Text, tuple[Entry, ...]]]:
    """Yield the title and the entries of each section."""
    together: dict[Doc, list[str]] = {}
    records: list[Operator | Function | AcrossFunction] = [
        *OPERATORS.values(),
        *FUNCTIONS.values(),
        *across.FUNCTIONS.values(),
    ]
    for known in records:
        together.setdefault(known.doc, []).append(known.id)
    for section, title in TITLES.items():
        entries = [
            Entry((*words, *doc.keywords), doc.text, doc.shown)
            for doc, words in together.items()
            if doc.section == section
        ]
        entries += KEYWORDS.get(section, ())
        yield (
            title,
            tuple(
                sorted(
                    entries,
                    key=lambda entry: ORDER.index(entry.meanings[0]) if entry.meanings[0] in ORDER else len(ORDER),
                )
            ),
        )


SECTIONS = tuple(sections())
"""All entries in the order of the page."""
