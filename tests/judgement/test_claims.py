"""Stated figures judged as an auditor would: what is right is written down beside each claim, and every engine agrees."""

from __future__ import annotations

from decimal import Decimal

import pytest
from conftest import BOOK, NIGHT, case_of, outcomes, report_of

from checker.base.errors import InputError
from checker.cases.directions import said
from checker.findings.explain import message
from checker.findings.working import explanation
from checker.tables.rows import case_of as case_of_rows
from checker.tables.rows import rows_of

HEAD = (
    'name: 某局\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 机关\nyear: 2021\namounts: {unit: 万元, decimals: 2}\n'
)
LINES = """lines:
  - {id: total, kind: 总支出, name: 总支出, initial_budget: 10, adjusted_budget: 12, actual: 11}
  - {id: p, kind: 项目支出, parent: total, name: 项目支出}
  - {id: a, kind: 明细项目, parent: p, name: 某专项, initial_budget: 10, added_budget: 3, carry_in: 1, actual: 11}
  - {id: b, kind: 明细项目, parent: p, name: 乙专项, initial_budget: 20, actual: 22, prior_actual: 0, approvals: [{number: 甲1号, date: 2021-03-01, amount: 5}, {number: 甲2号, date: 2021-06-01, amount: 1}]}
  - {id: c, kind: 明细项目, parent: p, name: 丙专项, initial_budget: 100, adjusted_budget: 90, prior_actual: 100, actual: 748.30}
"""
FALL, RISE, OPEN = "fall", "rise", "unclear"


def claim(kind: str, text: str, value: str, *of: str) -> str:
    operands = ", ".join(f"{{{each}}}" for each in of)
    return f"{LINES}stated:\n  - {{id: s, kind: {kind}, text: '{text}', {value}, of: [{operands}]}}\n"


def ratio(rate: str, over: str, under: str, text: str = "") -> str:
    return claim("完成率", text or f"预算完成率{rate}", f"rate: {rate}", f"role: 分子, {over}", f"role: 分母, {under}")


def growth(text: str, rate: str, term: str, base: str) -> str:
    return claim("增长率", text, f"rate: {rate}", f"role: 加数, {term}", f"role: 基数, {base}")


def same(value: str, base: str) -> str:
    return claim("同一数", "重复列示", value, f"role: 基数, {base}")


STAFF = "in_service: 12\nprior_in_service: 14\n"
NOW, BEFORE = "path: 单位.在职人数", "path: 单位.上年在职人数"


def difference(text: str, value: str, first: str, second: str) -> str:
    return STAFF + claim("差额", text, value, f"role: 加数, {first}", f"role: 加数, sign: 负, {second}")


def increase(text: str, value: str, rate: str, term: str, base: str) -> str:
    return claim("增减额和增减率", text, f"{value}, rate: {rate}", f"role: 加数, {term}", f"role: 基数, {base}")


def order(relation: str, one: str, two: str) -> str:
    return claim("大小关系", "两数比较", f"relation: {relation}", f"role: 加数, {one}", f"role: 基数, {two}")


def weighed(kind: str, value: str, quantity: str, other: str) -> str:
    role = "单价" if kind == "乘积" else "加数"
    return claim(kind, "按人数计算", value, f"role: 乘数, {quantity}", f"role: {role}, {other}")


JUDGED = {
    # bases (j06): what holds on another budget of the same line is no contradiction
    "j06 on the adjusted budget": (
        "stated-ratio",
        "pass",
        ratio("91.67%", "path: total.实际支出", "path: total.年初预算"),
    ),
    "on the initial budget, the adjusted one given": (
        "stated-ratio",
        "pass",
        ratio("110.00%", "path: total.实际支出", "path: total.调整预算"),
    ),
    "on initial plus added": ("stated-ratio", "pass", ratio("84.62%", "path: a.实际支出", "path: a.年初预算")),
    "on initial plus carry-over": ("stated-ratio", "pass", ratio("100.00%", "path: a.实际支出", "path: a.年初预算")),
    "on initial, added and carry-over": (
        "stated-ratio",
        "pass",
        ratio("78.57%", "path: a.实际支出", "path: a.年初预算"),
    ),
    "on initial plus approved": ("stated-ratio", "pass", ratio("84.62%", "path: b.实际支出", "path: b.年初预算")),
    "one approval is not all": ("stated-ratio", "fail", ratio("88.00%", "path: b.实际支出", "path: b.年初预算")),
    "base by amount, spending by path": (
        "stated-ratio",
        "pass",
        ratio("91.67%", "path: total.实际支出", "amount: 10.00"),
    ),
    "both by amount, as one line has them": ("stated-ratio", "pass", ratio("91.67%", "amount: 11.00", "amount: 10.00")),
    "both by amount, as no line has them": ("stated-ratio", "fail", ratio("91.67%", "amount: 11.50", "amount: 10.00")),
    "on no base": ("stated-ratio", "fail", ratio("92.67%", "path: total.实际支出", "path: total.年初预算")),
    "another line has nothing to do with it": (
        "stated-ratio",
        "fail",
        ratio("91.67%", "path: b.实际支出", "path: b.年初预算"),
    ),
    "the base is asked for": (
        "ratio-base-named",
        "fail",
        ratio("91.67%", "path: total.实际支出", "path: total.年初预算"),
    ),
    "the text names the base": (
        "ratio-base-named",
        "pass",
        ratio("91.67%", "path: total.实际支出", "path: total.年初预算", "调整预算完成率91.67%"),
    ),
    "nothing to ask where it is wrong": (
        "ratio-base-named",
        "not_applicable",
        ratio("92.67%", "path: total.实际支出", "path: total.年初预算"),
    ),
    "growth on the adjusted budget": (
        "stated-growth",
        "pass",
        growth("比预算下降8.33%", "8.33%", "path: total.实际支出", "path: total.年初预算"),
    ),
    # declines (j13)
    "j13": ("stated-growth", "pass", growth("公务接待费下降25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "减少": ("stated-growth", "pass", growth("较上年减少1.00万元，25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "降低": ("stated-growth", "pass", growth("比上年降低了25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "下浮": ("stated-growth", "pass", growth("价格下浮25%", "25%", "amount: 3.00", "amount: 4.00")),
    "缩减": ("stated-growth", "pass", growth("规模缩减 25.0 %", "25.0%", "amount: 3.00", "amount: 4.00")),
    "the decline is another figure's": (
        "stated-growth",
        "fail",
        growth("增长25.0%，上年为下降", "25.0%", "amount: 3.00", "amount: 4.00"),
    ),
    "said to fall, rose": (
        "stated-growth",
        "fail",
        growth("公务接待费下降25.0%", "25.0%", "amount: 5.00", "amount: 4.00"),
    ),
    "said to rise, fell": (
        "stated-growth",
        "fail",
        growth("公务接待费增长25.0%", "25.0%", "amount: 3.00", "amount: 4.00"),
    ),
    "no word, fell": ("stated-growth", "fail", growth("公务接待费同比25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "a decline of another size": (
        "stated-growth",
        "fail",
        growth("公务接待费下降20.0%", "20.0%", "amount: 3.00", "amount: 4.00"),
    ),
    "增长-25%": ("stated-growth", "pass", growth("增长-25.0%", "-25.0%", "amount: 3.00", "amount: 4.00")),
    "下降-25% is a clerk's decline": (
        "stated-growth",
        "pass",
        growth("下降-25.0%", "-25.0%", "amount: 3.00", "amount: 4.00"),
    ),
    "下降-25% is no rise": ("stated-growth", "fail", growth("下降-25.0%", "-25.0%", "amount: 5.00", "amount: 4.00")),
    "text 增长25%, rate -25%, fell": (
        "stated-growth",
        "fail",
        growth("增长25.0%", "-25.0%", "amount: 3.00", "amount: 4.00"),
    ),
    "whose word it is cannot be told": (
        "stated-growth",
        "undetermined",
        growth("上年下降10%，本年25.0%", "25.0%", "amount: 3.00", "amount: 4.00"),
    ),
    "whose word it is cannot be told, rose": (
        "stated-growth",
        "undetermined",
        growth("上年下降10%，本年25.0%", "25.0%", "amount: 5.00", "amount: 4.00"),
    ),
    "staff decreased, this year less last": (
        "stated-difference",
        "pass",
        difference("减少2人", "count: 2人", NOW, BEFORE),
    ),
    "staff decreased, last year less this": (
        "stated-difference",
        "pass",
        difference("减少2人", "count: 2人", BEFORE, NOW),
    ),
    "staff said to increase": ("stated-difference", "fail", difference("增加2人", "count: 2人", NOW, BEFORE)),
    "staff said to increase, turned round": (
        "stated-difference",
        "fail",
        difference("增加2人", "count: 2人", BEFORE, NOW),
    ),
    "staff decreased by another number": (
        "stated-difference",
        "fail",
        difference("减少3人", "count: 3人", NOW, BEFORE),
    ),
    "apart has no sign": (
        "stated-difference",
        "pass",
        difference("相差1.00万元", "amount: 1.00", "amount: 3.00", "amount: 4.00"),
    ),
    # the same figure (j14)
    "j14 748万元": ("same-figure-twice", "pass", same("amount: 748万元", "path: c.实际支出")),
    "j14 0.07亿元": ("same-figure-twice", "pass", same("amount: 0.07亿元", "path: c.实际支出")),
    "j14 turned round": ("same-figure-twice", "pass", same("amount: 748.30", "amount: 748万元")),
    "to the fen against 万元": ("same-figure-twice", "pass", same("amount: 7483012.34元", "path: c.实际支出")),
    "to the fen, too far": ("same-figure-twice", "fail", same("amount: 7483051.00元", "path: c.实际支出")),
    "coarser and still not the same": ("same-figure-twice", "fail", same("amount: 749万元", "path: c.实际支出")),
    "equally fine": ("same-figure-twice", "fail", same("amount: 748.31", "path: c.实际支出")),
    "equally fine in another unit": ("same-figure-twice", "fail", same("amount: 0.074831亿元", "path: c.实际支出")),
    "the table's decimals": ("same-figure-twice", "fail", same("amount: 748", "path: c.实际支出")),
    "counts are exact": ("same-figure-twice", "fail", STAFF + same("count: 13人", NOW)),
    # the case's own unit (j15)
    "j15": (
        "stated-sum",
        "fail",
        claim(
            "合计数", "三项合计", "amount: 89.80", *["role: 加数, amount: 30万元"] * 2, "role: 加数, amount: 29.99万元"
        ),
    ),
    "j15 right": (
        "stated-sum",
        "pass",
        claim(
            "合计数", "三项合计", "amount: 89.99", *["role: 加数, amount: 30万元"] * 2, "role: 加数, amount: 29.99万元"
        ),
    ),
    "finer than the table": (
        "stated-sum",
        "pass",
        claim("合计数", "合计", "amount: 119.97", "role: 加数, amount: 89.974", "role: 加数, amount: 30万元"),
    ),
    "in another unit, coarser": (
        "stated-sum",
        "pass",
        claim("合计数", "合计", "amount: 89.80", "role: 加数, amount: 0.009亿元"),
    ),
    "scores": (
        "stated-sum",
        "pass",
        claim("合计数", "总分", "number: 95.5分", "role: 加数, number: 40.5", "role: 加数, number: 55"),
    ),
    "scores that do not add up": (
        "stated-sum",
        "fail",
        claim("合计数", "总分", "number: 95.5分", "role: 加数, number: 40.5", "role: 加数, number: 54"),
    ),
    "a weight is a ratio of scores": ("stated-ratio", "pass", ratio("90%", "number: 9", "number: 10")),
    # increase over prior
    "increase": (
        "stated-increase",
        "pass",
        increase("增加2.00万元，增长20.00%", "amount: 2.00", "20.00%", "amount: 12.00", "amount: 10.00"),
    ),
    "decrease": (
        "stated-increase",
        "pass",
        increase("减少1.00万元，下降25.00%", "amount: 1.00", "25.00%", "amount: 3.00", "amount: 4.00"),
    ),
    "people": ("stated-increase", "pass", STAFF + increase("减少2人，下降14.3%", "count: 2人", "14.3%", NOW, BEFORE)),
    "the amount is wrong": (
        "stated-increase",
        "fail",
        increase("增加3.00万元，增长20.00%", "amount: 3.00", "20.00%", "amount: 12.00", "amount: 10.00"),
    ),
    "the rate is wrong": (
        "stated-increase",
        "fail",
        increase("增加2.00万元，增长25.00%", "amount: 2.00", "25.00%", "amount: 12.00", "amount: 10.00"),
    ),
    "the direction is wrong": (
        "stated-increase",
        "fail",
        increase("减少2.00万元，下降20.00%", "amount: 2.00", "20.00%", "amount: 12.00", "amount: 10.00"),
    ),
    "from zero": (
        "stated-increase",
        "undetermined",
        increase("增加22.00万元，增长100%", "amount: 22.00", "100%", "path: b.实际支出", "path: b.上年支出"),
    ),
    # product, per head
    "product": ("stated-product", "pass", weighed("乘积", "amount: 14.40", "count: 12人", "amount: 1.20")),
    "product wrong": ("stated-product", "fail", weighed("乘积", "amount: 15.40", "count: 12人", "amount: 1.20")),
    "product of rounded figures": (
        "stated-product",
        "pass",
        weighed("乘积", "amount: 14.45", "count: 12人", "amount: 1.20"),
    ),
    "product to the fen": (
        "stated-product",
        "fail",
        weighed("乘积", "amount: 144500.00元", "count: 12人", "amount: 12000.00元"),
    ),
    "a share of an amount": ("stated-product", "pass", weighed("乘积", "amount: 5.00", "rate: 2.0%", "amount: 250.00")),
    "per head": ("stated-per-head", "pass", weighed("生均", "amount: 1200元", "count: 50人", "amount: 6.00")),
    "per head rounded": ("stated-per-head", "pass", weighed("人均", "amount: 0.33", "count: 3人", "amount: 1.00")),
    "per head wrong": ("stated-per-head", "fail", weighed("人均", "amount: 1300元", "count: 50人", "amount: 6.00")),
    # order
    "not above": ("stated-order", "pass", order("不超过", "path: total.实际支出", "path: total.调整预算")),
    "above after all": ("stated-order", "fail", order("不超过", "path: b.实际支出", "path: b.年初预算")),
    "above": ("stated-order", "pass", order("高于", "path: b.实际支出", "path: b.年初预算")),
    "below after all": ("stated-order", "fail", order("高于", "path: total.实际支出", "path: total.调整预算")),
    "rates": ("stated-order", "pass", order("低于", "rate: 4.3%", "rate: 5%")),
    # the base of a growth is rounded once
    "a cut digit is found": (
        "stated-growth",
        "fail",
        growth("增长8.15%", "8.15%", "amount: 1081600.00元", "amount: 1000000.00元"),
    ),
    "rounded as it should be": (
        "stated-growth",
        "pass",
        growth("增长8.16%", "8.16%", "amount: 1081600.00元", "amount: 1000000.00元"),
    ),
    "cut, the base being among the terms": (
        "stated-growth",
        "fail",
        claim(
            "增长率",
            "增长8.15%",
            "rate: 8.15%",
            "role: 加数, path: c.上年支出",
            "role: 加数, amount: 81600.00元",
            "role: 基数, path: c.上年支出",
        ),
    ),
    "rounded, the base being among the terms": (
        "stated-growth",
        "pass",
        claim(
            "增长率",
            "增长8.16%",
            "rate: 8.16%",
            "role: 加数, path: c.上年支出",
            "role: 加数, amount: 81600.00元",
            "role: 基数, path: c.上年支出",
        ),
    ),
    "growth from zero": (
        "stated-growth",
        "undetermined",
        growth("增长100%", "100%", "path: b.实际支出", "path: b.上年支出"),
    ),
}


SPENT = """lines:
  - {id: o, kind: 明细项目, name: 某专项, initial_budget: 100.00, actual: 234.71, prior_actual: 200.00}
  - {id: u, kind: 明细项目, name: 乙专项, initial_budget: 80.00, actual: 75.00, prior_actual: 60.00}
  - {id: v, kind: 明细项目, name: 丙专项, initial_budget: 50.00, adjusted_budget: 60.00, actual: 55.00}
  - {id: w, kind: 明细项目, name: 丁专项, initial_budget: 40.00, actual: 45.00, prior_actual: 50.00}
"""


def on(text: str, lines: str = SPENT) -> str:
    return text.replace(LINES, lines)


def over(text: str, rate: str, line: str = "o") -> str:
    return on(ratio(rate, f"path: {line}.实际支出", f"path: {line}.年初预算", text))


def grown(text: str, rate: str, line: str = "u") -> str:
    return on(growth(text, rate, f"path: {line}.实际支出", f"path: {line}.上年支出"))


def apart(text: str, first: str, second: str, value: str = "amount: 5.00") -> str:
    return on(difference(text, value, first, second))


def added(text: str, amount: str, *of: str) -> str:
    return on(claim("合计数", text, f"amount: {amount}", *(f"role: 加数, amount: {each}" for each in of)))


ACTUAL, BUDGET, LAST = "path: u.实际支出", "path: u.年初预算", "path: u.上年支出"
OVER, OVER_BUDGET, OVER_LAST = "path: w.实际支出", "path: w.年初预算", "path: w.上年支出"
WORDED = {
    # ---- what a base is exceeded by, or what is left of it, given as a ratio (234.71 of 100.00; 75.00 of 80.00)
    "exceeds by": ("stated-ratio", "pass", over("超出年初预算134.71%", "134.71%")),
    "overspending rate": ("stated-ratio", "pass", over("超支率134.71%", "134.71%")),
    "overspending rate reaches": ("stated-ratio", "pass", over("专项经费超支率达到134.71%", "134.71%")),
    "exceeds in times": ("stated-ratio", "pass", over("超预算1.35倍", "135%")),
    "exceeds in times, the rate finer": ("stated-ratio", "pass", over("超预算1.35倍", "134.71%")),
    "more than the budget by": ("stated-ratio", "pass", over("支出比年初预算增加134.71%", "134.71%")),
    "higher than the budget by": ("stated-ratio", "pass", over("实际支出高于预算134.71%", "134.71%")),
    "what is over as a share": ("stated-ratio", "pass", over("超支部分占年初预算的134.71%", "134.71%")),
    "over by, in English": ("stated-ratio", "pass", over("spending exceeds the budget by 134.71%", "134.71%")),
    "exceeds by more than": ("stated-ratio", "pass", over("超支率超过130%", "130%")),
    "exceeds by about": ("stated-ratio", "pass", over("超出预算约135%", "135%")),
    "exceeds, and the ratio is given": ("stated-ratio", "fail", over("超出年初预算234.71%", "234.71%")),
    "exceeds by another rate": ("stated-ratio", "fail", over("超支率130.00%", "130.00%")),
    "exceeds in times, and the ratio is given": ("stated-ratio", "fail", over("超预算2.35倍", "235%")),
    "exceeds, but is within": ("stated-ratio", "fail", over("超支率6.25%", "6.25%", "u")),
    "execution rate": ("stated-ratio", "fail", over("预算完成率134.71%", "134.71%")),
    "of the budget": ("stated-ratio", "fail", over("支出为年初预算的134.71%", "134.71%")),
    "overspent, the execution rate": ("stated-ratio", "fail", over("超支严重，预算执行率134.71%", "134.71%")),
    "times the budget": ("stated-ratio", "pass", over("实际支出是预算的2.35倍", "235%")),
    "times the budget, too few": ("stated-ratio", "fail", over("实际支出是预算的1.35倍", "135%")),
    "execution rate right": ("stated-ratio", "pass", over("预算完成率234.71%", "234.71%")),
    "saved": ("stated-ratio", "pass", over("结余率6.25%", "6.25%", "u")),
    "below the budget by": ("stated-ratio", "pass", over("支出低于预算6.25%", "6.25%", "u")),
    "saved against the budget": ("stated-ratio", "pass", over("比年初预算节约6.25%", "6.25%", "u")),
    "not spent": ("stated-ratio", "pass", over("尚未执行6.25%", "6.25%", "u")),
    "saved, and the ratio is given": ("stated-ratio", "fail", over("结余率93.75%", "93.75%", "u")),
    "saved, but overspent": ("stated-ratio", "fail", over("结余率134.71%", "134.71%")),
    "execution rate, and what is left is given": ("stated-ratio", "fail", over("执行率6.25%", "6.25%", "u")),
    "the numerator is the excess": (
        "stated-ratio",
        "pass",
        on(
            claim(
                "完成率",
                "超支率134.71%",
                "rate: 134.71%",
                "role: 分子, path: o.实际支出",
                "role: 分子, sign: 负, path: o.年初预算",
                "role: 分母, path: o.年初预算",
            )
        ),
    ),
    "the numerator is an amount over": (
        "stated-ratio",
        "pass",
        on(ratio("134.71%", "amount: 134.71", "amount: 100.00", "超支率134.71%")),
    ),
    "the numerator is the amount spent": (
        "stated-ratio",
        "pass",
        on(ratio("134.71%", "amount: 234.71", "amount: 100.00", "超支率134.71%")),
    ),
    "an amount that is neither": (
        "stated-ratio",
        "fail",
        on(ratio("134.71%", "amount: 150.00", "amount: 100.00", "超支率134.71%")),
    ),
    "exceeds the adjusted budget by": ("stated-ratio", "pass", over("结余率8.33%", "8.33%", "v")),
    "the adjusted budget is asked for": ("ratio-base-named", "fail", over("结余率8.33%", "8.33%", "v")),
    "what is left of no base": ("stated-ratio", "fail", over("结余率9.33%", "9.33%", "v")),
    "growth says it, too": (
        "stated-growth",
        "pass",
        on(growth("超出年初预算134.71%", "134.71%", "path: o.实际支出", "path: o.年初预算")),
    ),
    "growth that is none": (
        "stated-growth",
        "fail",
        on(growth("超出年初预算234.71%", "234.71%", "path: o.实际支出", "path: o.年初预算")),
    ),
    # ---- bounds (93.75 %)
    "or more": ("stated-ratio", "pass", over("执行率达到90%以上", "90%", "u")),
    "more than": ("stated-ratio", "pass", over("执行率超过93%", "93%", "u")),
    "not below": ("stated-ratio", "pass", over("执行率不低于90%", "90%", "u")),
    "nine tenths or more": ("stated-ratio", "pass", over("完成预算九成以上", "90%", "u")),
    "at least": ("stated-ratio", "pass", over("at least 90% of the budget", "90%", "u")),
    "within": ("stated-ratio", "pass", over("支出控制在预算的100%以内", "100%", "u")),
    "not above": ("stated-ratio", "pass", over("执行率不超过95%", "95%", "u")),
    "short of": ("stated-ratio", "pass", over("执行率不足95%", "95%", "u")),
    "more than a share of the budget": ("stated-ratio", "pass", over("支出超过预算的90%", "90%", "u")),
    "within the last digit": ("stated-ratio", "pass", over("执行率达到94%以上", "94%", "u")),
    "or more, but less": ("stated-ratio", "fail", over("执行率达到95%以上", "95%", "u")),
    "more than, but less": ("stated-ratio", "fail", over("执行率超过95%", "95%", "u")),
    "not below, but below": ("stated-ratio", "fail", over("执行率不低于98%", "98%", "u")),
    "within, but above": ("stated-ratio", "fail", over("支出控制在预算的100%以内", "100%")),
    "short of, but more": ("stated-ratio", "fail", over("执行率不足90%", "90%", "u")),
    "a target that is another figure": ("stated-ratio", "fail", over("超过90%的目标，执行率98%", "98%", "u")),
    "a bound by relation": ("stated-ratio", "pass", over("执行率90%", "90%, relation: 不低于", "u")),
    "a bound by relation, but less": ("stated-ratio", "fail", over("执行率95%", "95%, relation: 不低于", "u")),
    "whose bound cannot be told": ("stated-ratio", "undetermined", over("进度超过85%，大部分已完成", "90%", "u")),
    "whose bound cannot be told, and right": ("stated-ratio", "pass", over("进度超过85%，大部分已完成", "93.75%", "u")),
    "bound on the adjusted budget": ("stated-ratio", "pass", over("执行率不足95%", "95%", "v")),
    "growth or more": ("stated-growth", "pass", grown("增长20%以上", "20%")),
    "growth of more than": ("stated-growth", "pass", grown("比上年增长超过20%", "20%")),
    "growth short of": ("stated-growth", "pass", grown("增长不足30%", "30%")),
    "growth or more, but less": ("stated-growth", "fail", grown("增长30%以上", "30%")),
    "growth short of, but more": ("stated-growth", "fail", grown("增长不足20%", "20%")),
    "growth short of, but fell": ("stated-growth", "fail", grown("增长不足20%", "20%", "w")),
    "growth not above, and fell": ("stated-growth", "pass", grown("增长控制在5%以内", "5%", "w")),
    "decline of more than": ("stated-growth", "pass", grown("下降超过8%", "8%", "w")),
    "decline or more, but less": ("stated-growth", "fail", grown("下降12%以上", "12%", "w")),
    "decline of more than, but rose": ("stated-growth", "fail", grown("下降超过8%", "8%")),
    "a sum of more than": ("stated-sum", "pass", added("合计超过80万元", "80", "75.30", "5")),
    "a sum of more than, but less": ("stated-sum", "fail", added("合计超过81万元", "81", "75.30", "5")),
    "a count of more than": (
        "stated-count",
        "pass",
        on(claim("个数", "共有3个以上项目", "count: 3", *(f"role: 成员, path: {each}" for each in "ouvw"))),
    ),
    "a count of more than, but no more": (
        "stated-count",
        "fail",
        on(claim("个数", "超过4个项目", "count: 4", *(f"role: 成员, path: {each}" for each in "ouvw"))),
    ),
    "per head not above": (
        "stated-per-head",
        "pass",
        on(claim("人均", "人均不超过1300元", "amount: 1300元", "role: 乘数, count: 50人", "role: 加数, amount: 6.00")),
    ),
    "per head not above, but above": (
        "stated-per-head",
        "fail",
        on(claim("人均", "人均不超过1100元", "amount: 1100元", "role: 乘数, count: 50人", "role: 加数, amount: 6.00")),
    ),
    "a product of nearly": (
        "stated-product",
        "pass",
        on(claim("乘积", "共近15万元", "amount: 15.00", "role: 乘数, count: 12人", "role: 单价, amount: 1.20")),
    ),
    "a product of nearly, but half": (
        "stated-product",
        "fail",
        on(claim("乘积", "共近30万元", "amount: 30.00", "role: 乘数, count: 12人", "role: 单价, amount: 1.20")),
    ),
    "the same figure, more than": (
        "same-figure-twice",
        "pass",
        on(claim("同一数", "支出超过230万元", "amount: 230.00", "role: 基数, path: o.实际支出")),
    ),
    "the same figure, more than, but less": (
        "same-figure-twice",
        "fail",
        on(claim("同一数", "支出超过240万元", "amount: 240.00", "role: 基数, path: o.实际支出")),
    ),
    "an overrun of less than": ("stated-difference", "pass", apart("超支不足6万元", OVER, OVER_BUDGET, "amount: 6.00")),
    "an overrun of less than, but saved": (
        "stated-difference",
        "fail",
        apart("超支不足6万元", ACTUAL, BUDGET, "amount: 6.00"),
    ),
    "an overrun of more than": ("stated-difference", "fail", apart("超支超过6万元", OVER_BUDGET, OVER, "amount: 6.00")),
    "increase with two bounds": (
        "stated-increase",
        "pass",
        on(increase("增加10万元以上，增长超过20%", "amount: 10.00", "20%", ACTUAL, LAST)),
    ),
    "increase with one bound": (
        "stated-increase",
        "pass",
        on(increase("增加15万元，增长20%以上", "amount: 15.00", "20%", ACTUAL, LAST)),
    ),
    "increase, the amount beyond its bound": (
        "stated-increase",
        "fail",
        on(increase("增加20万元以上，增长25%", "amount: 20.00", "25%", ACTUAL, LAST)),
    ),
    "increase, the rate beyond its bound": (
        "stated-increase",
        "fail",
        on(increase("增加15万元，增长30%以上", "amount: 15.00", "30%", ACTUAL, LAST)),
    ),
    # ---- approximate figures: by one unit of the last digit that is no zero, at most by 5 % of the figure, always by the last digit
    "about": ("stated-ratio", "pass", over("执行率约93%", "93%", "u")),
    "about a share of the budget": ("stated-ratio", "pass", over("约占年初预算的93%", "93%", "u")),
    "nearly": ("stated-ratio", "pass", over("执行率接近95%", "95%", "u")),
    "or so": ("stated-ratio", "pass", over("执行率95%左右", "95%", "u")),
    "some nine tenths": ("stated-ratio", "pass", over("完成预算约九成", "90%", "u")),
    "and more": ("stated-ratio", "pass", over("完成预算的90%多", "90%", "u")),
    "a sum of about": ("stated-sum", "pass", added("合计约80万元", "80", "75.30", "5")),
    "a sum of some": ("stated-sum", "pass", added("合计80余万元", "80", "75.30", "9")),
    "growth of nearly": ("stated-growth", "pass", grown("增长近26%", "26%")),
    "decline of about": ("stated-growth", "pass", grown("下降约9%", "9%", "w")),
    "a difference of about": ("stated-difference", "pass", apart("超支约4.9万元", OVER_BUDGET, OVER, "amount: 4.90")),
    "a saving is not approximate": ("stated-difference", "fail", apart("节约4.9万元", BUDGET, ACTUAL, "amount: 4.90")),
    "about, and far off": ("stated-ratio", "fail", over("执行率约50%", "50%")),
    "about, and hard to say": ("stated-ratio", "undetermined", over("执行率近100%", "100%", "u")),
    "a saving of about, and hard to say": (
        "stated-difference",
        "undetermined",
        apart("结余约6.0万元", BUDGET, ACTUAL, "amount: 6.00"),
    ),
    "about, and the wording is asked for": ("no-estimates", "fail", added("合计约80万元", "80", "75.30", "5")),
    "about, and far off: found once": ("no-estimates", "not_applicable", added("合计约50万元", "50", "75.30", "5")),
    "estimated": ("stated-sum", "pass", added("预计合计80万元", "80", "75.30", "5")),
    "about, and off": ("stated-ratio", "fail", over("执行率约80%", "80%", "u")),
    "and more, but less": ("stated-ratio", "fail", over("完成预算的95%多", "95%", "u")),
    "a sum of some, but more": ("stated-sum", "fail", added("合计80余万元", "80", "75.30", "19")),
    "a sum of some, but less": ("stated-sum", "fail", added("合计80余万元", "80", "70.30", "5")),
    "growth of nearly, and hard to say": ("stated-growth", "undetermined", grown("增长近30%", "30%")),
    "growth of nearly, and off": ("stated-growth", "fail", grown("增长近40%", "40%")),
    "growth of about, but fell": ("stated-growth", "fail", grown("增长约10%", "10%", "w")),
    "about, asked for no base": ("ratio-base-named", "not_applicable", over("执行率约50%", "50%", "v")),
    "about, on the adjusted budget": ("stated-ratio", "pass", over("执行率约91%", "91%", "v")),
    # ---- differences by words, whichever way the operands are written (75 of 80 saved, 45 of 40 overspent)
    "超支, saved": ("stated-difference", "fail", apart("超支5万元", BUDGET, ACTUAL)),
    "超支, saved, turned round": ("stated-difference", "fail", apart("超支5万元", ACTUAL, BUDGET)),
    "超支": ("stated-difference", "pass", apart("超支5万元", OVER, OVER_BUDGET)),
    "超支, turned round": ("stated-difference", "pass", apart("超支5万元", OVER_BUDGET, OVER)),
    "超预算, saved": ("stated-difference", "fail", apart("超预算5万元", BUDGET, ACTUAL)),
    "超预算": ("stated-difference", "pass", apart("超预算5万元", OVER_BUDGET, OVER)),
    "比预算多, saved": ("stated-difference", "fail", apart("实际支出比预算多5万元", BUDGET, ACTUAL)),
    "比预算多": ("stated-difference", "pass", apart("实际支出比预算多5万元", OVER_BUDGET, OVER)),
    "比预算超过": ("stated-difference", "pass", apart("支出比预算超过5万元", OVER_BUDGET, OVER)),
    "预算比实际多": ("stated-difference", "pass", apart("预算比实际支出多5万元", ACTUAL, BUDGET)),
    "预算比实际多, overspent": ("stated-difference", "fail", apart("预算比实际支出多5万元", OVER_BUDGET, OVER)),
    "结余": ("stated-difference", "pass", apart("结余5万元", BUDGET, ACTUAL)),
    "结余, turned round": ("stated-difference", "pass", apart("结余5万元", ACTUAL, BUDGET)),
    "结余资金": ("stated-difference", "pass", apart("年末结余资金5万元", ACTUAL, BUDGET)),
    "结余, overspent": ("stated-difference", "fail", apart("结余5万元", OVER_BUDGET, OVER)),
    "结余, overspent, turned round": ("stated-difference", "fail", apart("结余5万元", OVER, OVER_BUDGET)),
    "节约, turned round": ("stated-difference", "pass", apart("节约5万元", ACTUAL, BUDGET)),
    "节约, overspent": ("stated-difference", "fail", apart("节约5万元", OVER_BUDGET, OVER)),
    "比预算少, turned round": ("stated-difference", "pass", apart("实际支出比预算少5万元", ACTUAL, BUDGET)),
    "比预算少, overspent": ("stated-difference", "fail", apart("实际支出比预算少5万元", OVER, OVER_BUDGET)),
    "结余, by amounts": ("stated-difference", "pass", apart("结余5万元", "amount: 75.00", "amount: 80.00")),
    "超支, saved, by amounts": ("stated-difference", "fail", apart("超支5万元", "amount: 80.00", "amount: 75.00")),
    "increase on the budget, saved": (
        "stated-difference",
        "fail",
        apart("实际支出比年初预算增加5万元", BUDGET, ACTUAL),
    ),
    "decrease on the budget, turned round": (
        "stated-difference",
        "pass",
        apart("实际支出较年初预算减少5万元", ACTUAL, BUDGET),
    ),
    "added to the budget": (
        "stated-difference",
        "pass",
        apart("年中追加10万元", "path: v.年初预算", "path: v.调整预算", "amount: 10.00"),
    ),
    "cut from the budget, but added": (
        "stated-difference",
        "fail",
        apart("调整预算比年初预算减少10万元", "path: v.年初预算", "path: v.调整预算", "amount: 10.00"),
    ),
    "last year's is larger": ("stated-difference", "pass", apart("比上年减少5万元", OVER_LAST, OVER)),
    "last year's is smaller": ("stated-difference", "fail", apart("比上年减少15万元", LAST, ACTUAL, "amount: 15.00")),
    "over the establishment": (
        "stated-difference",
        "pass",
        "establishment: 10\n" + apart("超编2人", "path: 单位.编制人数", NOW, "count: 2人"),
    ),
    "vacant posts": (
        "stated-difference",
        "fail",
        "establishment: 10\n" + apart("空编2人", "path: 单位.编制人数", NOW, "count: 2人"),
    ),
    "the size is wrong": ("stated-difference", "fail", apart("结余6万元", ACTUAL, BUDGET, "amount: 6.00")),
    "increase: what is left": (
        "stated-increase",
        "pass",
        on(increase("结余5万元，结余率6.25%", "amount: 5.00", "6.25%", ACTUAL, BUDGET)),
    ),
    "increase: what is left, but overspent": (
        "stated-increase",
        "fail",
        on(increase("结余5万元，结余率12.50%", "amount: 5.00", "12.50%", OVER, OVER_BUDGET)),
    ),
    # ---- a word of the rate says nothing of the amount
    "增幅下降": ("stated-growth", "undetermined", grown("增幅下降25%", "25%")),
    "增速回落": ("stated-growth", "undetermined", grown("增速比上年回落10%", "10%", "w")),
    "涨幅收窄": ("stated-growth", "undetermined", grown("涨幅收窄25%", "25%")),
    "增幅下降, of no such size": ("stated-growth", "fail", grown("增幅下降35%", "35%")),
    "增长, 增幅下降": ("stated-growth", "pass", grown("增长25%，增幅下降5个百分点", "25%")),
    "降幅": ("stated-growth", "fail", grown("降幅25%", "25%")),
}


def with_key(more: str, claimed: str = "", whole: bool = True) -> str:
    """Return a line of 234.71 of 100.00 with one key more, in a report transcribed whole, and a claim of it."""
    line = f"  - {{id: o, kind: 明细项目, name: 某专项, initial_budget: 100.00, actual: 234.71{more and ', '}{more}}}\n"
    return "transcribed: whole\n" * whole + (claimed or over("预算完成率134.71%", "134.71%")).replace(
        SPENT, "lines:\n" + line
    )


GREW = on(growth("比预算增长34.71%", "34.71%", "path: o.实际支出", "path: o.年初预算"))
ROSE = on(increase("增加60.47万元，增长34.71%", "amount: 60.47", "34.71%", "path: o.实际支出", "path: o.年初预算"))
BELOW = """lines:
  - {id: o, kind: 项目支出, name: 项目支出, initial_budget: 100.00, actual: 234.71}
  - {id: x, kind: 明细项目, parent: o, name: 子项目, initial_budget: 100.00, actual: 234.71, adjusted_budget: 待填}
"""
UNKNOWN = {
    # ---- a base that the case does not know may be the one on which the rate holds
    "adjusted still to fill in": ("stated-ratio", "undetermined", with_key("adjusted_budget: 待填")),
    "adjusted left blank": ("stated-ratio", "undetermined", with_key("adjusted_budget: 留空")),
    "adjusted not disclosed": ("stated-ratio", "undetermined", "not_disclosed: [o.adjusted_budget]\n" + with_key("")),
    "carry-over still to fill in": ("stated-ratio", "undetermined", with_key("carry_in: 待填")),
    "carry-over left blank": ("stated-ratio", "undetermined", with_key("carry_in: 留空")),
    "addition still to fill in": ("stated-ratio", "undetermined", with_key("added_budget: 待填")),
    "adjustment still to fill in": ("stated-ratio", "undetermined", with_key("adjustment: 待填")),
    "approvals still to fill in": ("stated-ratio", "undetermined", with_key("approvals: 待填")),
    "adjusted given, carry-over still to fill in": (
        "stated-ratio",
        "undetermined",
        with_key("adjusted_budget: 120.00, carry_in: 待填"),
    ),
    "adjusted of a part still to fill in": (
        "stated-ratio",
        "undetermined",
        over("预算完成率134.71%", "134.71%").replace(SPENT, BELOW),
    ),
    "adjusted still to fill in, base by amount": (
        "stated-ratio",
        "undetermined",
        with_key("adjusted_budget: 待填", on(ratio("134.71%", "path: o.实际支出", "amount: 100.00"))),
    ),
    "adjusted still to fill in, an excess": (
        "stated-ratio",
        "undetermined",
        with_key("adjusted_budget: 待填", over("超支率34.71%", "34.71%")),
    ),
    "adjusted still to fill in, a bound": (
        "stated-ratio",
        "undetermined",
        with_key("adjusted_budget: 待填", over("完成率不足150%", "150%")),
    ),
    "growth, adjusted still to fill in": ("stated-growth", "undetermined", with_key("adjusted_budget: 待填", GREW)),
    "increase, carry-over left blank": ("stated-increase", "undetermined", with_key("carry_in: 留空", ROSE)),
    "adjusted none": ("stated-ratio", "fail", with_key("adjusted_budget: 无")),
    "adjusted given": ("stated-ratio", "fail", with_key("adjusted_budget: 120.00")),
    "carry-over none": ("stated-ratio", "fail", with_key("adjusted_budget: 无, carry_in: 无")),
    "nothing said of other bases": ("stated-ratio", "fail", with_key("")),
    "growth, adjusted none": ("stated-growth", "fail", with_key("adjusted_budget: 无", GREW)),
    "increase, carry-over given": ("stated-increase", "fail", with_key("carry_in: 20.00", ROSE)),
    "another line's is still to fill in": (
        "stated-ratio",
        "fail",
        with_key("").replace(
            "stated:", "  - {id: z, kind: 明细项目, name: 别的, initial_budget: 1.00, adjusted_budget: 待填}\nstated:"
        ),
    ),
    "another figure is left blank": ("stated-ratio", "fail", with_key("prior_actual: 留空, carry_out: 留空")),
    "the text names the initial budget": (
        "stated-ratio",
        "fail",
        with_key("adjusted_budget: 待填", over("完成年初预算的134.71%", "134.71%")),
    ),
    "the excess over the initial budget": (
        "stated-ratio",
        "fail",
        with_key("adjusted_budget: 待填", over("超出年初预算34.71%", "34.71%")),
    ),
    "right, whatever is still to fill in": (
        "stated-ratio",
        "pass",
        with_key("adjusted_budget: 待填", over("预算完成率234.71%", "234.71%")),
    ),
    "no carry-over makes a base smaller": (
        "stated-ratio",
        "fail",
        with_key("carry_in: 待填", over("预算完成率334.71%", "334.71%")),
    ),
    "an adjusted budget may be smaller": (
        "stated-ratio",
        "undetermined",
        with_key("adjusted_budget: 待填", over("预算完成率334.71%", "334.71%")),
    ),
    "growth over last year": (
        "stated-growth",
        "fail",
        with_key(
            "prior_actual: 200.00, adjusted_budget: 待填",
            on(growth("比上年增长34.71%", "34.71%", "path: o.实际支出", "path: o.上年支出")),
        ),
    ),
    "growth over last year, by amount": (
        "stated-growth",
        "fail",
        with_key(
            "prior_actual: 200.00, adjusted_budget: 待填",
            on(growth("比上年增长34.71%", "34.71%", "path: o.实际支出", "amount: 200.00")),
        ),
    ),
    "right on a base that is known": (
        "stated-ratio",
        "pass",
        with_key("adjusted_budget: 200.00, carry_in: 待填", over("预算完成率117.36%", "117.36%")),
    ),
}
JUDGED |= WORDED | UNKNOWN


@pytest.mark.parametrize(("rule", "outcome", "text"), JUDGED.values(), ids=JUDGED)
def test_a_claim_is_judged_as_an_auditor_would(rule, outcome, text):
    assert outcomes(text, rule, head=HEAD)["s"] == outcome


def test_duckdb_comes_to_the_same():
    """Every claim above, by every rule about such subjects; by night by those of which the case has none, too."""
    pytest.importorskip("duckdb")
    from test_sql import assert_same

    cases = [case_of(text, HEAD) for _, _, text in JUDGED.values()]
    about = {BOOK.rules[rule].entity for rule, _, _ in JUDGED.values()}
    plan = BOOK.plan(cases[0], lambda rule: NIGHT or BOOK.rules[rule].entity in about)
    assert assert_same(BOOK, plan, cases)["fail"] > 20


@pytest.mark.parametrize("name", JUDGED)
def test_tables_keep_what_was_read(name):
    """A case that went through tables has the same figures, as fine as they were, and the same directions."""
    case = case_of(JUDGED[name][2], HEAD)
    back = case_of_rows(rows_of(case, 0, {}), BOOK.vocabulary)
    for entity, facts in case.facts.items():
        for one, two in zip(facts, back.facts[entity], strict=True):
            for field, cell in one.cells.items():
                assert two.cells[field][:1] + two.cells[field][2:5] == cell[:1] + cell[2:5], (entity, field)
            assert set(one.cells) == set(two.cells)


def said_of(text: str, lang: str, rule: str) -> str:
    check = next(c for c in report_of(text, rule, head=HEAD).checks if c.subject.id == "s")
    return message(check, lang) + "\n" + "\n".join(explanation(check, lang))


def test_the_base_on_which_it_holds_is_named():
    text = ratio("91.67%", "path: total.实际支出", "path: total.年初预算")
    assert "其他口径基数 = 12.00万元（按调整预算" in said_of(text, "zh", "stated-ratio")
    asked = said_of(text, "zh", "ratio-base-named")
    assert "按调整预算（12.00万元）复算相符" in asked and "请写明" in asked
    assert "adjusted" in said_of(text, "en", "ratio-base-named")


def test_where_only_the_sign_is_against_it_the_reading_says_so():
    fell = growth("公务接待费同比25.0%", "25.0%", "amount: 3.00", "amount: 4.00")
    assert "只有正负不符：两数等于下降 25.0%" in said_of(fell, "zh", "stated-growth")
    assert "a decline of 25.0%" in said_of(fell, "en", "stated-growth")
    rose = growth("公务接待费下降25.0%", "25.0%", "amount: 5.00", "amount: 4.00")
    assert "两数等于增长 25.0%" in said_of(rose, "zh", "stated-growth")
    assert "只有正负不符" in said_of(difference("增加2人", "count: 2人", NOW, BEFORE), "zh", "stated-difference")


@pytest.mark.parametrize(
    ("more", "zh", "en"),
    [
        ("adjusted_budget: 待填", "调整预算", "adjusted budget"),
        ("carry_in: 留空", "上年结转", "carry in"),
        ("approvals: 待填", "批复", "approval"),
        ("adjusted_budget: 100.00, carry_in: 待填", "上年结转", "carry in"),
    ],
)
def test_the_base_that_is_not_known_is_named(more, zh, en):
    text = with_key(more)
    assert zh in said_of(text, "zh", "stated-ratio").split("\n")[0]
    assert en in said_of(text, "en", "stated-ratio").split("\n")[0]


def test_what_the_words_would_come_to_is_said():
    text = over("超出年初预算234.71%", "234.71%")
    assert "比率应为 334.71%" in said_of(text, "zh", "stated-ratio")
    assert "would be 334.71%" in said_of(text, "en", "stated-ratio")


def test_a_zero_base_is_named():
    by_path = growth("增长100%", "100%", "path: b.实际支出", "path: b.上年支出")
    assert "乙专项的上年支出为零" in said_of(by_path, "zh", "stated-growth")
    assert "prior actual of 乙专项 is zero" in said_of(by_path, "en", "stated-growth")
    by_amount = growth("增长100%", "100%", "amount: 5", "amount: 0")
    assert "基数 0.00万元为零" in said_of(by_amount, "zh", "stated-growth")
    below = growth("增长100%", "100%", "amount: 5", "amount: -3")
    assert "基数 -3.00万元为负数" in said_of(below, "zh", "stated-growth")


def test_a_text_that_is_missing_decides_nothing():
    """Whether a rate is a rise or a decline is what the text says: without it, only the size can be wrong."""
    lost = growth("下降25.0%", "25.0%", "amount: 5.00", "amount: 4.00").replace("text: '下降25.0%', ", "")
    assert outcomes(lost, "stated-growth", head=HEAD)["s"] == "undetermined"
    stated = lost.replace("kind: 增长率,", "kind: 增长率, direction: 下降,")
    assert outcomes(stated, "stated-growth", head=HEAD)["s"] == "fail"
    assert outcomes(stated.replace("amount: 5.00", "amount: 3.00"), "stated-growth", head=HEAD)["s"] == "pass"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("公务接待费下降25.0%", FALL),
        ("增长25%，上年为下降", RISE),
        ("上年为下降，今年25%", OPEN),
        ("收入增长25%，支出下降10%", RISE),
        ("收入增长10%，支出下降25%", FALL),
        ("减少1.00万元（25.0%）", FALL),
        ("较上年有所下降，降幅25.0%", FALL),
        ("没有下降25%", OPEN),
        ("不降反升25%", RISE),
        ("25.0%的降幅", FALL),
        ("负增长25%", FALL),
        ("下降到25%", OPEN),
        ("降幅收窄25%", OPEN),
        ("增减率25%", OPEN),
        ("报告原文", ""),
        ("公务接待费下降四分之一", OPEN),
        ("收入、支出分别增长10%、25%", RISE),
        ("在压缩支出的同时，教育支出增长25%", RISE),
        ("压缩支出后教育支出25%", OPEN),
        ("a decrease of 25 %", FALL),
        ("turnover 25%", ""),
        ("同比降25%", FALL),
        ("支出减少，收入25%", OPEN),
    ],
)
def test_a_word_belongs_to_the_figure_it_stands_by(text, direction):
    assert said(text, "rate", Decimal("0.25"), "万元").direction == direction


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            claim("增减额和增减率", "增加", "amount: 2.00", "role: 加数, amount: 12", "role: 基数, amount: 10"),
            "one-figure",
        ),
        (
            claim("大小关系", "比较", "relation: 大于, amount: 3", "role: 加数, amount: 12", "role: 基数, amount: 10"),
            "one-figure",
        ),
        (order("大于", "amount: 12", "amount: 10").replace("relation: 大于, ", ""), "claim-relation"),
        (order("大于", "amount: 12", "count: 10"), "claim-dimension"),
        (weighed("乘积", "amount: 2", "amount: 3", "amount: 4"), "claim-dimension"),
        (weighed("乘积", "count: 2", "count: 3", "amount: 4"), "claim-dimension"),
        (weighed("人均", "amount: 2", "rate: 3%", "amount: 4"), "claim-dimension"),
        (claim("乘积", "积", "amount: 2", "role: 乘数, count: 3"), "claim-roles"),
        (claim("人均", "人均", "amount: 2", "role: 乘数, count: 3", "role: 单价, amount: 3"), "claim-roles"),
        (growth("下降25%", "25%, direction: 增长", "amount: 3", "amount: 4"), "claim-direction"),
        (ratio("1%", "path: s.按原文读数", "amount: 3"), "path"),
    ],
)
def test_what_makes_no_claim_is_refused(text, code):
    with pytest.raises(InputError) as refused:
        case_of(text, HEAD)
    assert code in {problem.code for problem in refused.value.problems}
