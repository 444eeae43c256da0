"""Stated figures judged as an auditor would: what is right is written down beside each claim, and every engine agrees."""

from __future__ import annotations

from decimal import Decimal

import pytest
from conftest import BOOK, case_of, outcomes, report_of

from checker.casefile.directions import said
from checker.errors import InputError
from checker.explain import explanation, message
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
    "j06 on the adjusted budget": ("stated-ratio", "pass", ratio("91.67%", "path: total.实际支出", "path: total.年初预算")),
    "on the initial budget, the adjusted one given": ("stated-ratio", "pass", ratio("110.00%", "path: total.实际支出", "path: total.调整预算")),
    "on initial plus added": ("stated-ratio", "pass", ratio("84.62%", "path: a.实际支出", "path: a.年初预算")),
    "on initial plus carry-over": ("stated-ratio", "pass", ratio("100.00%", "path: a.实际支出", "path: a.年初预算")),
    "on initial, added and carry-over": ("stated-ratio", "pass", ratio("78.57%", "path: a.实际支出", "path: a.年初预算")),
    "on initial plus approved": ("stated-ratio", "pass", ratio("84.62%", "path: b.实际支出", "path: b.年初预算")),
    "one approval is not all": ("stated-ratio", "fail", ratio("88.00%", "path: b.实际支出", "path: b.年初预算")),
    "base by amount, spending by path": ("stated-ratio", "pass", ratio("91.67%", "path: total.实际支出", "amount: 10.00")),
    "both by amount, as one line has them": ("stated-ratio", "pass", ratio("91.67%", "amount: 11.00", "amount: 10.00")),
    "both by amount, as no line has them": ("stated-ratio", "fail", ratio("91.67%", "amount: 11.50", "amount: 10.00")),
    "on no base": ("stated-ratio", "fail", ratio("92.67%", "path: total.实际支出", "path: total.年初预算")),
    "another line has nothing to do with it": ("stated-ratio", "fail", ratio("91.67%", "path: b.实际支出", "path: b.年初预算")),
    "the base is asked for": ("ratio-base-named", "fail", ratio("91.67%", "path: total.实际支出", "path: total.年初预算")),
    "the text names the base": ("ratio-base-named", "pass", ratio("91.67%", "path: total.实际支出", "path: total.年初预算", "调整预算完成率91.67%")),
    "nothing to ask where it is wrong": ("ratio-base-named", "not_applicable", ratio("92.67%", "path: total.实际支出", "path: total.年初预算")),
    "growth on the adjusted budget": ("stated-growth", "pass", growth("比预算下降8.33%", "8.33%", "path: total.实际支出", "path: total.年初预算")),
    # declines (j13)
    "j13": ("stated-growth", "pass", growth("公务接待费下降25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "减少": ("stated-growth", "pass", growth("较上年减少1.00万元，25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "降低": ("stated-growth", "pass", growth("比上年降低了25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "下浮": ("stated-growth", "pass", growth("价格下浮25%", "25%", "amount: 3.00", "amount: 4.00")),
    "缩减": ("stated-growth", "pass", growth("规模缩减 25.0 %", "25.0%", "amount: 3.00", "amount: 4.00")),
    "the decline is another figure's": ("stated-growth", "fail", growth("增长25.0%，上年为下降", "25.0%", "amount: 3.00", "amount: 4.00")),
    "said to fall, rose": ("stated-growth", "fail", growth("公务接待费下降25.0%", "25.0%", "amount: 5.00", "amount: 4.00")),
    "said to rise, fell": ("stated-growth", "fail", growth("公务接待费增长25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "no word, fell": ("stated-growth", "fail", growth("公务接待费同比25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "a decline of another size": ("stated-growth", "fail", growth("公务接待费下降20.0%", "20.0%", "amount: 3.00", "amount: 4.00")),
    "增长-25%": ("stated-growth", "pass", growth("增长-25.0%", "-25.0%", "amount: 3.00", "amount: 4.00")),
    "下降-25% is a clerk's decline": ("stated-growth", "pass", growth("下降-25.0%", "-25.0%", "amount: 3.00", "amount: 4.00")),
    "下降-25% is no rise": ("stated-growth", "fail", growth("下降-25.0%", "-25.0%", "amount: 5.00", "amount: 4.00")),
    "text 增长25%, rate -25%, fell": ("stated-growth", "fail", growth("增长25.0%", "-25.0%", "amount: 3.00", "amount: 4.00")),
    "whose word it is cannot be told": ("stated-growth", "undetermined", growth("上年下降10%，本年25.0%", "25.0%", "amount: 3.00", "amount: 4.00")),
    "whose word it is cannot be told, rose": ("stated-growth", "undetermined", growth("上年下降10%，本年25.0%", "25.0%", "amount: 5.00", "amount: 4.00")),
    "staff decreased, this year less last": ("stated-difference", "pass", difference("减少2人", "count: 2人", NOW, BEFORE)),
    "staff decreased, last year less this": ("stated-difference", "pass", difference("减少2人", "count: 2人", BEFORE, NOW)),
    "staff said to increase": ("stated-difference", "fail", difference("增加2人", "count: 2人", NOW, BEFORE)),
    "staff said to increase, turned round": ("stated-difference", "fail", difference("增加2人", "count: 2人", BEFORE, NOW)),
    "staff decreased by another number": ("stated-difference", "fail", difference("减少3人", "count: 3人", NOW, BEFORE)),
    "apart has no sign": ("stated-difference", "pass", difference("相差1.00万元", "amount: 1.00", "amount: 3.00", "amount: 4.00")),
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
    "j15": ("stated-sum", "fail", claim("合计数", "三项合计", "amount: 89.80", *["role: 加数, amount: 30万元"] * 2, "role: 加数, amount: 29.99万元")),
    "j15 right": ("stated-sum", "pass", claim("合计数", "三项合计", "amount: 89.99", *["role: 加数, amount: 30万元"] * 2, "role: 加数, amount: 29.99万元")),
    "finer than the table": ("stated-sum", "pass", claim("合计数", "合计", "amount: 119.97", "role: 加数, amount: 89.974", "role: 加数, amount: 30万元")),
    "in another unit, coarser": ("stated-sum", "pass", claim("合计数", "合计", "amount: 89.80", "role: 加数, amount: 0.009亿元")),
    "scores": ("stated-sum", "pass", claim("合计数", "总分", "number: 95.5分", "role: 加数, number: 40.5", "role: 加数, number: 55")),
    "scores that do not add up": ("stated-sum", "fail", claim("合计数", "总分", "number: 95.5分", "role: 加数, number: 40.5", "role: 加数, number: 54")),
    "a weight is a ratio of scores": ("stated-ratio", "pass", ratio("90%", "number: 9", "number: 10")),
    # increase over prior
    "increase": ("stated-increase", "pass", increase("增加2.00万元，增长20.00%", "amount: 2.00", "20.00%", "amount: 12.00", "amount: 10.00")),
    "decrease": ("stated-increase", "pass", increase("减少1.00万元，下降25.00%", "amount: 1.00", "25.00%", "amount: 3.00", "amount: 4.00")),
    "people": ("stated-increase", "pass", STAFF + increase("减少2人，下降14.3%", "count: 2人", "14.3%", NOW, BEFORE)),
    "the amount is wrong": ("stated-increase", "fail", increase("增加3.00万元，增长20.00%", "amount: 3.00", "20.00%", "amount: 12.00", "amount: 10.00")),
    "the rate is wrong": ("stated-increase", "fail", increase("增加2.00万元，增长25.00%", "amount: 2.00", "25.00%", "amount: 12.00", "amount: 10.00")),
    "the direction is wrong": ("stated-increase", "fail", increase("减少2.00万元，下降20.00%", "amount: 2.00", "20.00%", "amount: 12.00", "amount: 10.00")),
    "from zero": ("stated-increase", "undetermined", increase("增加22.00万元，增长100%", "amount: 22.00", "100%", "path: b.实际支出", "path: b.上年支出")),
    # product, per head
    "product": ("stated-product", "pass", weighed("乘积", "amount: 14.40", "count: 12人", "amount: 1.20")),
    "product wrong": ("stated-product", "fail", weighed("乘积", "amount: 15.40", "count: 12人", "amount: 1.20")),
    "product of rounded figures": ("stated-product", "pass", weighed("乘积", "amount: 14.45", "count: 12人", "amount: 1.20")),
    "product to the fen": ("stated-product", "fail", weighed("乘积", "amount: 144500.00元", "count: 12人", "amount: 12000.00元")),
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
    "a cut digit is found": ("stated-growth", "fail", growth("增长8.15%", "8.15%", "amount: 1081600.00元", "amount: 1000000.00元")),
    "rounded as it should be": ("stated-growth", "pass", growth("增长8.16%", "8.16%", "amount: 1081600.00元", "amount: 1000000.00元")),
    "cut, the base being among the terms": ("stated-growth", "fail", claim("增长率", "增长8.15%", "rate: 8.15%", "role: 加数, path: c.上年支出", "role: 加数, amount: 81600.00元", "role: 基数, path: c.上年支出")),
    "rounded, the base being among the terms": ("stated-growth", "pass", claim("增长率", "增长8.16%", "rate: 8.16%", "role: 加数, path: c.上年支出", "role: 加数, amount: 81600.00元", "role: 基数, path: c.上年支出")),
    "growth from zero": ("stated-growth", "undetermined", growth("增长100%", "100%", "path: b.实际支出", "path: b.上年支出")),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "outcome", "text"), JUDGED.values(), ids=JUDGED)
def test_a_claim_is_judged_as_an_auditor_would(rule, outcome, text):
    assert outcomes(text, rule, head=HEAD)["s"] == outcome


def test_duckdb_comes_to_the_same():
    """Every claim above, by every rule."""
    pytest.importorskip("duckdb")
    from test_sql import assert_same

    cases = [case_of(text, HEAD) for _, _, text in JUDGED.values()]
    assert assert_same(BOOK, BOOK.plan(cases[0]), cases)["fail"] > 20


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


def test_a_zero_base_is_named():
    by_path = growth("增长100%", "100%", "path: b.实际支出", "path: b.上年支出")
    assert "乙专项的上年支出（为零" in said_of(by_path, "zh", "stated-growth")
    assert "prior actual (zero" in said_of(by_path, "en", "stated-growth")
    by_amount = growth("增长100%", "100%", "amount: 5", "amount: 0")
    assert "基数 0.00万元（为零" in said_of(by_amount, "zh", "stated-growth")
    below = growth("增长100%", "100%", "amount: 5", "amount: -3")
    assert "（为负" in said_of(below, "zh", "stated-growth")


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
        ("公务接待费下降25.0%", FALL), ("增长25%，上年为下降", RISE), ("上年为下降，今年25%", OPEN),
        ("收入增长25%，支出下降10%", RISE), ("收入增长10%，支出下降25%", FALL), ("减少1.00万元（25.0%）", FALL),
        ("较上年有所下降，降幅25.0%", FALL), ("没有下降25%", OPEN), ("不降反升25%", RISE), ("25.0%的降幅", FALL),
        ("负增长25%", FALL), ("下降到25%", OPEN), ("降幅收窄25%", OPEN), ("增减率25%", OPEN), ("报告原文", ""),
        ("公务接待费下降四分之一", OPEN), ("收入、支出分别增长10%、25%", RISE), ("在压缩支出的同时，教育支出增长25%", RISE),
        ("压缩支出后教育支出25%", OPEN), ("a decrease of 25 %", FALL), ("turnover 25%", ""), ("同比降25%", FALL), ("支出减少，收入25%", OPEN),
    ],
)  # fmt: skip
def test_a_word_belongs_to_the_figure_it_stands_by(text, direction):
    assert said(text, "rate", Decimal("0.25"), "万元").direction == direction


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (claim("增减额和增减率", "增加", "amount: 2.00", "role: 加数, amount: 12", "role: 基数, amount: 10"), "one-figure"),
        (claim("大小关系", "比较", "relation: 大于, amount: 3", "role: 加数, amount: 12", "role: 基数, amount: 10"), "one-figure"),
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
)  # fmt: skip
def test_what_makes_no_claim_is_refused(text, code):
    with pytest.raises(InputError) as refused:
        case_of(text, HEAD)
    assert code in {problem.code for problem in refused.value.problems}
