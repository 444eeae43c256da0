"""The language: what it reads, what it comes to, what it prints, what it refuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from conftest import BOOK, LEXICON, evaluate, scope, typed
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.formatter import format_expression
from checker.language.hints import advice
from checker.language.parser import parse
from checker.language.tokens import ExpressionError
from checker.language.types import check
from checker.language.working_days import span
from checker.rulebook.reader import other_cut

LINE = "lines: [{id: a, kind: 明细项目, name: 甲, %s}]\n"

SAME_TREE = [
    ("是否信息化 且 造价 > 二审限额", "is_it and cost > it_review_threshold"),
    ("是否信息化且造价＞二审限额", "is_it and cost > it_review_threshold"),
    (
        "存在 评审 满足 (评审级别 = 二审 且 评审结论 = 通过)",
        "some review satisfies (level = second and result = passed)",
    ),
    ("造价超过200万元", "cost > 2000000 yuan"),
    ("造价不满200万元", "cost < 200万元"),
    ("造价在200万元以内", "cost <= 200万元"),
    ("造价在200万元以下", "cost <= 200万元"),
    ("造价在 ２００ 万元 以上", "cost >= 200万元"),
    ("造价不超过200万元", "cost <= 200万元"),
    ("造价不低于200万元", "cost >= 200万元"),
    ("造价不少于200万元", "cost >= 200万元"),
    ("造价 介于 1万元 到 2万元", "cost between 1万元 and 2万元"),
    ("支出层次 属于 (基本支出、明细项目)", "kind in (basic, item)"),
    ("非 是否应急 或 造价 缺失", "not is_emergency or cost is missing"),
    ("已知(造价) 或 造价 待填", "known(cost) or cost is to_fill"),
    (
        "合计(批复.批复金额 其中 批复日期 ≤ 2020-06-30) ≥ 实际支出",
        "sum(approval.amount where date <= 2020-06-30) >= actual",
    ),
    ("计数(评审) = 0", "count(review) = 0"),
    ("若 是否应急 则 造价 否则 实际支出", "if is_emergency then cost else actual"),
    ("实际支出 ≈ 合计(下级.实际支出)", "actual ~= sum(sub_line.actual)"),
    ("项目名称 包含 “智慧”", 'item.name contains "智慧"'),
    ("长度(项目名称) > 3", "length(item.name) > 3"),
    ("首次付款日期 - 首次付款日期 <= 30", "first_payment_date - first_payment_date <= 30"),
    ("上级.实际支出 > 实际支出", "parent_line.actual > actual"),
    ("实际支出不得超过年初预算", "actual <= initial_budget"),
    ("实际支出 不得 低于 年初预算的90%", "actual >= initial_budget * 90%"),
    ("实际支出 应当 不高于 年初预算", "actual <= initial_budget"),
    ("实际支出 没有超过 年初预算", "actual <= initial_budget"),
    ("实际支出 未达到 年初预算", "actual < initial_budget"),
    ("实际支出 大于等于 一百万元", "actual >= 100万元"),
    ("实际支出 小于或等于 五十万元", "actual <= 50万元"),
    ("实际支出 至多 两万元", "actual <= 2万元"),
    ("实际支出 应为 年初预算", "actual = initial_budget"),
    ("支出层次 是 明细项目", "kind = item"),
    ("支出层次 不是 明细项目", "kind != item"),
    ("支出层次 属于 基本支出、明细项目", "kind in (basic, item)"),
    ("实际支出 占 年初预算 的比例 不得超过 百分之一百零五", "actual / initial_budget <= 105%"),
    ("实际支出 在 1万元 和 5万元 之间", "actual between 1万元 and 5万元"),
    ("实际支出 介于 1万元 至 5万元 之间", "actual between 1万元 and 5万元"),
    ("首次付款日期 早于 2020.12.31", "first_payment_date < 2020-12-31"),
    ("首次付款日期 不晚于 2020年12月31日", "first_payment_date <= 2020-12-31"),
    ("首次付款日期 不得 早于 2020-01-01", "first_payment_date >= 2020-01-01"),
    ("首次付款日期 - 2020-01-01 ≤ 三十日内", "first_payment_date - 2020-01-01 <= 30 days"),
    ("首次付款日期 ≤ 2020-01-01 + 30天", "first_payment_date <= days_after(2020-01-01, 30)"),
    ("首次付款日期 ≤ 2020-01-01 + 3年", "first_payment_date <= months_after(2020-01-01, 36)"),
    ("首次付款日期 ≥ 2020-01-01 - 6个月", "first_payment_date >= 2020-01-01 - 6 months"),
    ("年份(首次付款日期) = 2020年", "year(first_payment_date) = 2020"),
    ("累计(付款.付款金额) 至少 1元", "sum(payment.amount) >= 1元"),
    ("实际支出 超出 年初预算", "actual > initial_budget"),
    ("实际支出 不得突破 年初预算", "actual <= initial_budget"),
    ("实际支出 不足 年初预算", "actual < initial_budget"),
    ("实际支出 最高不超过 五十万元", "actual <= 50万元"),
    ("实际支出 上限为 50万元", "actual <= 50万元"),
    ("实际支出 下限为 1万元", "actual >= 1万元"),
    ("实际支出 低于或等于 50万元", "actual <= 50万元"),
    ("首次付款日期 早于或等于 2020年6月底", "first_payment_date <= 2020-06-30"),
    ("首次付款日期 不晚于 2020年底", "first_payment_date <= 2020-12-31"),
    ("首次付款日期 不晚于 2020年2月末", "first_payment_date <= 2020-02-29"),
    ("首次付款日期 不晚于 2020-01-01 后 30日", "first_payment_date <= 2020-01-01 + 30 days"),
    ("首次付款日期 早于 2020-01-01 之后 6个月", "first_payment_date < 2020-01-01 + 6 months"),
    ("首次付款日期 在 2020-01-01 至 2020-12-31 期间", "first_payment_date between 2020-01-01 and 2020-12-31"),
    ("实际支出 应在 1万元—5万元 之间", "actual between 1万元 and 5万元"),
    ("实际支出 在 1万元～5万元 之间", "actual between 1万元 and 5万元"),
    ("实际支出 在 年初预算 之内", "actual <= initial_budget"),
    ("实际支出 在 100万元 以上（含）", "actual >= 100万元"),
    ("实际支出 在 100万元 以上（不含）", "actual > 100万元"),
    ("实际支出 在 100万元 以下（不含本数）", "actual < 100万元"),
    ("实际支出 超过 100万元（不含）", "actual > 100万元"),
    ("实际支出 达到 100万元 以上", "actual >= 100万元"),
    ("实际支出 不超过 100万元 以内", "actual <= 100万元"),
    ("实际支出 均不得超过 年初预算", "actual <= initial_budget"),
    ("年初预算、实际支出 均不得超过 100万元", "initial_budget <= 100万元 and actual <= 100万元"),
    ("年初预算 和 实际支出 都已列示", "initial_budget is given and actual is given"),
    ("年初预算、调整预算 与 实际支出 都应 高于 1元", "initial_budget > 1元 and adjusted_budget > 1元 and actual > 1元"),
    ("年初预算 与 上年结转 之和 不低于 实际支出", "initial_budget + carry_in >= actual"),
    ("实际支出 不超过 年初预算、上年结转 之和", "actual <= initial_budget + carry_in"),
    ("实际支出 与 年初预算 相等", "actual = initial_budget"),
    ("实际支出 应当与 年初预算 相同", "actual = initial_budget"),
    ("实际支出 不得高于 年初预算 上浮 10%", "actual <= initial_budget * 110%"),
    ("实际支出 不低于 年初预算 下浮 5%", "actual >= initial_budget * 95%"),
    ("实际支出 不超过 年初预算 的 2倍", "actual <= initial_budget * 200%"),
    ("实际支出 不超过 年初预算 的 两倍", "actual <= initial_budget * 200%"),
    ("实际支出 / 年初预算 不超过 1.5倍", "actual / initial_budget <= 150%"),
    ("实际支出 不低于 年初预算 的 万分之五", "actual >= initial_budget * 0.05%"),
    ("实际支出 不低于 年初预算 的 千分之三", "actual >= initial_budget * 0.3%"),
    ("实际支出 不低于 年初预算 的 5‰", "actual >= initial_budget * 0.5%"),
    ("超支提示线 不超过 5个百分点", "超支提示线 <= 5%"),
    ("实际支出 占 年初预算 比例 不低于 30%", "actual / initial_budget >= 30%"),
    ("实际支出 占 年初预算 不超过 30%", "actual / initial_budget <= 30%"),
    ("支出层次 不属于 (基本支出、明细项目)", "not kind in (basic, item)"),
    ("支出层次 不得是 明细项目", "kind != item"),
    ('项目名称 不包含 "智慧"', 'not (item.name contains "智慧")'),
    ("实际支出 不介于 1万元 到 5万元", "not (actual between 1万元 and 5万元)"),
    ("实际支出 严禁 超过 年初预算", "actual <= initial_budget"),
    ("长度(项目名称) 满 3个", "length(item.name) >= 3"),
    ("实际支出 不超过 3 × 450元/人天", "actual <= 3 * 450元"),
    ("首次付款日期 - 2020-01-01 ≤ 30个自然日内", "first_payment_date - 2020-01-01 <= 30"),
]


@pytest.mark.parametrize(("chinese", "english"), SAME_TREE, ids=[zh for zh, _ in SAME_TREE])
def test_two_spellings_one_tree(chinese, english):
    assert typed(chinese, "budget_line") == typed(english, "budget_line")


WORTH = [
    ("实际支出 / 年初预算 > 105%", "initial_budget: 100万元, actual: 105万元", False),
    ("实际支出 / 年初预算 > 105%", "initial_budget: 100万元, actual: 1050000.01元", True),
    ("实际支出 / 年初预算 > 105%", "initial_budget: 0万元, actual: 1万元", None),
    ("实际支出 / 年初预算 > 105%", "actual: 1万元", None),
    ("实际支出 / 年初预算 < 0%", "initial_budget: -100万元, actual: 1万元", True),
    ("实际支出 > 0元 或 年初预算 > 0元", "actual: 1万元", True),
    ("实际支出 > 0元 且 年初预算 > 0元", "actual: 0万元", False),
    ("年初预算 已列示", "actual: 0万元", None),
    ("年初预算 已列示", "initial_budget: 无, actual: 0万元", True),  # no money is 0, and given
    ("首次付款日期 已列示", "first_payment_date: 无", False),
    ("年初预算 缺失", "initial_budget: 无", False),
    ("首次付款日期 缺失", "first_payment_date: 无", True),
    ("年初预算 有交代", "initial_budget: 无", True),
    ("年初预算 有交代", "initial_budget: 1元", True),
    ("年初预算 有交代", "actual: 1元", None),
    ("年初预算 待填", "initial_budget: 待填", True),
    ("年初预算 待填", "initial_budget: 无", False),
    ("年初预算 待填", "actual: 1元", False),
    ("年初预算 已列示 或 年初预算 有交代 或 年初预算 缺失", "initial_budget: 待填", None),
    ("上级.年初预算 待填", "actual: 1元", False),
    ("评审 待填", "reviews: 待填", True),
    ("评审 待填", "reviews: []", False),
    ("评审 待填", "reviews: {complete: 待填, items: []}", False),
    ("评审 待填", "actual: 1元", False),
    ("年初预算 > 0元", "initial_budget: 无", False),
    ("首次付款日期 < 2020-05-01", "first_payment_date: 无", None),
    ("存在 评审 满足 (评审级别 = 二审)", "actual: 1万元", None),
    ("存在 评审 满足 (评审级别 = 二审)", "reviews: []", False),
    ("存在 评审 满足 (评审级别 = 二审)", "reviews: 无", False),
    ("每个 评审 满足 (评审级别 = 二审)", "reviews: []", True),
    ("不存在 评审 满足 (评审级别 = 二审)", "reviews: [{level: 二审}]", False),
    ("存在 评审 满足 (评审级别 = 二审)", "reviews: {complete: false, items: [{level: 二审}]}", True),
    ("存在 评审 满足 (评审级别 = 二审)", "reviews: {complete: false, items: [{level: 一审}]}", None),
    ("计数(评审)", "reviews: {complete: false, items: [{level: 一审}]}", None),
    ("计数(评审 其中 评审结论 = 通过)", "reviews: [{level: 一审, result: 通过}, {level: 二审}]", None),
    ("合计(批复.批复金额)", "approvals: []", 0),
    ("合计(批复.批复金额)", "approvals: [{number: a1, amount: 1.5万元}, {number: b1, amount: 5元}]", 1500500),
    ("合计(批复.批复金额)", "approvals: [{number: a1, amount: 1.5万元}, {number: b1}]", None),
    ('合计(批复.批复金额 其中 文号 = "a1")', "approvals: [{number: a1, amount: 1.5万元}, {number: b1}]", 1500000),
    ("最大(批复.批复金额)", "approvals: []", None),
    ("最小(批复.批复金额)", "approvals: [{number: a1, amount: 2元}, {number: b1, amount: 1元}]", 100),
    ("最大(实际支出 / 年初预算, 90%) > 100%", "initial_budget: 100元, actual: 95元", False),
    ("实际支出 ≈ 年初预算", "initial_budget: 263.01万元, actual: 263.0万元", True),
    ("实际支出 ≈ 年初预算", "initial_budget: 263.01万元, actual: 263.00万元", True),
    ("实际支出 ≈ 年初预算", "initial_budget: 263.02万元, actual: 263.00万元", False),
    ("实际支出 ≈ 年初预算", "initial_budget: 1.01元, actual: 1.02元", False),
    (
        "实际支出 ≈ 最小(年初预算, 调整预算)",
        "initial_budget: 1.01万元, adjusted_budget: 9.00万元, actual: 1.0万元",
        True,
    ),
    (
        "实际支出 ≈ 年初预算 + 最大(上年结转, 0元)",
        "initial_budget: 1.01万元, carry_in: -3.00万元, actual: 1.03万元",
        False,
    ),
    ("实际支出 ≈ 绝对值(年末结转)", "carry_out: -3.01万元, actual: 3.0万元", True),
    ("实际支出 / 年初预算 ≈ 107.54%", "initial_budget: 244.58万元, actual: 263.01万元", False),
    ("实际支出 / 年初预算 ≈ 107.535%", "initial_budget: 244.58万元, actual: 263.01万元", True),
    ("实际支出 / 年初预算 ≈ 134.71%", "initial_budget: 865.58万元, actual: 2031.56万元", False),
    ("实际支出 / 年初预算 ≈ 100%", "initial_budget: 0.00万元, actual: 1.00万元", None),
    ("实际支出 × 5% > 5万元", "actual: 100万元", False),
    ('项目名称 匹配 "^.$"', "actual: 1元", True),
    ("首次付款日期 < 2020-05-01", "first_payment_date: 2020年4月30日", True),
    ("年份(首次付款日期) = 2020", "first_payment_date: 2020-04-30", True),
    ("单位.在职人数 > 0", "actual: 1元", None),
    ("若 是否应急 则 1 否则 2", "actual: 1元", None),
    ("末位(实际支出)", "actual: 1.25万元", 10000),
]


@pytest.mark.parametrize(("text", "facts", "wanted"), WORTH, ids=[f"{t} | {f}" for t, f, _ in WORTH])
def test_comes_to(text, facts, wanted):
    found = evaluate(text, LINE % facts, "budget_line")
    assert found == wanted and (found is None) == (wanted is None)


REFUSED = [
    ("造价 > 3", "type", "给数字写上单位"),
    ("造价 > 5%", "type", ""),
    ("造价 > 二申限额", "unknown-name", "二审限额"),
    ("首次付款日期 <= 年末", "unknown-name", "年末日(预算年度)"),
    ("首次付款日期 >= 年初", "unknown-name", "年初日(预算年度)"),
    ("首次付款日期 <= 年末日(3元)", "type", ""),
    ("延后月(首次付款日期, 30日) > 2020-01-01", "type", "日期 + 30日"),
    ("延后日(首次付款日期, 3元) > 2020-01-01", "type", ""),
    ("合计(付款金额) > 3元", "unknown-relation", "写它是谁的：付款.付款金额"),
    ("付款.付钱金额 > 3元", "unknown-name", "付款金额"),
    ("付款.付款金额 > 3元", "many", "合计(付款.…)"),
    ("存在 单位.支出项目 满足 (造价 > 1元)", "ambiguous", "取个名称"),
    ("造价 >", "syntax", ""),
    ("> 造价", "syntax", ""),
    ("(造价 > 3元", "syntax", ""),
    ("造价 > 3元)", "syntax", ""),
    ("造价 > 3元 造价", "syntax", ""),
    ("造价 > 3元 > 2元", "chained", ""),
    ("支出层次 = 基本", "enum-value", "基本支出"),
    ("支出层次 = 二审", "enum-value", "明细项目"),
    ("基本支出 = 二审", "type", ""),
    ("支出层次 > 基本支出", "type", ""),
    ("造价 + 3", "type", "单位"),
    ("造价 × 造价 > 3元", "type", ""),
    ("造价 / 3 > 3元", "type", "乘法"),
    ("100% + 1 > 3", "type", "100%"),
    ("是否信息化 > 是", "type", ""),
    ("是否信息化 且 造价", "type", ""),
    ("非 造价", "type", ""),
    ("- 是否信息化", "type", ""),
    ("项目名称 = 3", "type", ""),
    ("项目名称 + 造价", "type", ""),
    ("项目名称 匹配 项目名称", "type", ""),
    ('项目名称 匹配 "(?=a)"', "pattern", ""),
    ('项目名称 匹配 "a**"', "pattern", ""),
    ("存在 评审 满足 评审级别 = 二审", "syntax", "括号"),
    ("存在 评申 满足 (是)", "unknown-relation", "评审"),
    ("存在 自报数 满足 (是)", "unknown-relation", "单位.自报数"),
    ("评审.评审级别 = 二审", "many", "存在"),
    ("计数(评审.评审级别)", "type", ""),
    ("合计(评审)", "type", "字段"),
    ("合计(评审.评审级别)", "type", ""),
    ("合计(1元 其中 是)", "aggregate", ""),
    ("存在 下级 满足 (实际支出 > 0元)", "ambiguous", "下级.实际支出"),
    ("造价 缺失 缺失", "syntax", ""),
    ("(造价 + 1元) 缺失", "type", ""),
    ("若 是否信息化 则 造价 否则 3", "type", ""),
    ("若 是否信息化 则 造价", "syntax", "否则"),
    ("造价 ≈ 二审限额 × 造价", "type", ""),
    ("实际支出 × 实际支出 ≈ 造价", "type", ""),
    ("最大(1元, 2)", "type", ""),
    ("长度(造价)", "type", ""),
    ("年份(造价)", "type", ""),
    ("日期(“2020-13-01”)", "bad-value", ""),
    ("2020-02-30 > 首次付款日期", "bad-value", ""),
    ("造价 > 0.001元", "bad-value", "分"),
    ('项目名称 = "甲', "open-quote", ""),
    ("造价 ? 3", "bad-character", ""),
    ("造价 & 3", "bad-character", ""),
    ("", "empty", ""),
    ("   ", "empty", ""),
    ("(" * 200 + "1" + ")" * 200, "too-deep", ""),
    ("非 " * 200 + "是", "too-deep", ""),
    ("-" * 200 + "1", "too-deep", ""),
    ("1 + " * 9000 + "1", "too-long", ""),
    ("单位.单位名称.造价 = 1元", "unknown-name", ""),
    ("上级 = 上级", "unknown-name", "哪个字段"),
    ("1e999 > 1", "bad-value", ""),
    ("1" * 40 + " > 1", "bad-value", ""),
    ("2 * " * 30 + "2 > 1", "too-long", ""),
    ("abs(1, 2)", "type", ""),
    ("实际支出 / 年初预算 > 1.05", "type", "105%"),
    ("不得 实际支出 > 1元", "syntax", ""),
    ("实际支出 不得 年初预算", "syntax", ""),
    ("实际支出 不得 不超过 年初预算", "syntax", ""),
    ("实际支出 应当 年初预算", "syntax", ""),
    ("年初预算 的 造价 > 1元", "syntax", "年初预算.造价"),
    ("实际支出 占 年初预算", "syntax", ""),
    ("实际支出 占比 不低于 30%", "syntax", "占 年初预算 的比例"),
    ("实际支出 逾期", "syntax", "30日"),
    ("未经 批准 不得 支付", "syntax", "批复 已列示"),
    ("实际支出 按季度 不超过 1万元", "syntax", "每个 付款"),
    ("首次付款日期 - 2020-01-01 ≤ 3个月", "type", "3"),
    ("首次付款日期 不晚于 2020年13月底", "bad-value", ""),
    ("年初预算 与 实际支出 不得超过 1元", "syntax", ""),
    ("实际支出 均 年初预算", "syntax", ""),
    ("实际支出 — 年初预算 > 1元", "syntax", "减号写 -"),
    ("实际支出 不含 上年结转 不超过 年初预算", "syntax", "实际支出 - 上年结转"),
    ("实际支出 超过 100万元（含）", "syntax", ""),
    ("首次付款日期 ≤ 6个月", "type", ""),
    ("造价 + 30日 > 1元", "type", ""),
    ("首次付款日期 - 2020-01-01 ≤ 30个工作日", "working-days", "30日"),
]


@pytest.mark.parametrize(("text", "code", "hint"), REFUSED, ids=[t[:40] or "empty" for t, _, _ in REFUSED])
def test_refused(text, code, hint):
    with pytest.raises(ExpressionError) as caught:
        typed(text, "budget_line")
    error = caught.value
    told = error.message.zh + (error.hint.zh if error.hint else "")
    assert (error.code, hint in told) == (code, True), told
    assert error.message.zh and error.message.en and error.message.zh != error.message.en
    assert 0 <= error.span[0] <= error.span[1] <= len(text) + 1


def test_another_cut_is_shown_with_blanks():
    """Longest match decides; where only a shorter one makes sense the message shows it."""
    found = other_cut("支出层次属于基本支出且造价>0元", scope("budget_line"), LEXICON, "boolean")
    assert found is None  # this one is fine as it stands
    with pytest.raises(ExpressionError):
        typed("是否信息化非税", "budget_line")


TWO_WAYS = [
    ("首次付款日期 在 2020-12-31 之前", ["首次付款日期 早于 2020-12-31", "首次付款日期 不晚于 2020-12-31"]),
    ("首次付款日期 在 2020-12-31 以后", ["首次付款日期 晚于 2020-12-31", "首次付款日期 不早于 2020-12-31"]),
    ("首次付款日期 在 2020-01-01 之后 30日内", ["首次付款日期 不晚于 2020-01-01 + 30日"]),
    ("首次付款日期 应当于 2020-12-31 之前", ["首次付款日期 早于 2020-12-31", "首次付款日期 不晚于 2020-12-31"]),
    ("首次付款日期 应当自 2020-01-01 起 30日内", ["首次付款日期 不晚于 2020-01-01 + 30日"]),
    ("首次付款日期 应于 2020-01-01 后 20日 之内", ["首次付款日期 不晚于 2020-01-01 + 20日"]),
    ("首次付款日期 应当在 2020-01-01 满6年 之后", ["首次付款日期 不早于 2020-01-01 + 6年"]),
    ("实际支出 原则上不超过 年初预算", ["实际支出 不超过 年初预算"]),
    ("实际支出 与 年初预算 一致", ["实际支出 = 年初预算", "实际支出 ≈ 年初预算"]),
    ("实际支出 超出 年初预算 10% 以上", ["实际支出 > 年初预算 × 110%", "实际支出 > 年初预算 × 10%"]),
    ("实际支出 超过 100万元 以上", ["实际支出 > 100万元", "实际支出 >= 100万元"]),
    ("实际支出 比 年初预算 增长 不超过 10%", ["实际支出 / 年初预算 ≤ 110%"]),
    ("实际支出 较 年初预算 减少 不低于 5%", ["实际支出 / 年初预算 ≤ 95%"]),
    ("实际支出 占 年初预算 的 30% 以上", ["实际支出 / 年初预算 不低于 30%"]),
    ("实际支出 为 年初预算 的 1%至3%", ["实际支出 介于 年初预算 × 1% 到 年初预算 × 3%"]),
    (
        "首次付款日期 - 2020-01-01 不超过 10个工作日",
        ["首次付款日期 - 2020-01-01 <= 10 或 (首次付款日期 - 2020-01-01 < 38 且 空值)"],
    ),
    (
        "首次付款日期 应当自 2020-01-01 起 5个工作日内",
        ["首次付款日期 - 2020-01-01 <= 5 或 (首次付款日期 - 2020-01-01 < 31 且 空值)"],
    ),
    ("计数(付款) 不少于 5个工作日", ["计数(付款) >= 28 或 (计数(付款) >= 5 且 空值)"]),
    ("偏差原因 为空", ["偏差原因 缺失", "非 偏差原因 已列示"]),
    ("偏差原因 不为空", ["偏差原因 已列示", "偏差原因 有交代"]),
    ("有 批复", ["批复 已列示"]),
    ("没有 批复", ["批复 缺失"]),
    ("实际支出 超过 年初预算 5%", ["实际支出 > 年初预算 × 105%", "实际支出 > 年初预算 × 5%"]),
    ("合计 付款.付款金额 > 1元", ["合计(付款.付款金额)"]),
    ("支出层次 为 基本支出或明细项目", ["支出层次 属于 (基本支出, 明细项目)"]),
    ("支出层次 不是 基本支出 或 明细项目", ["非 支出层次 属于 (基本支出, 明细项目)"]),
    ("支出层次 = 基本支出、明细项目 和 项目支出", ["支出层次 属于 (基本支出, 明细项目, 项目支出)"]),
    ("支出层次 不为 基本支出、明细项目", ["非 支出层次 属于 (基本支出, 明细项目)"]),
]


def test_so_many_working_days_are_over_whatever_the_weekday_and_the_holidays():
    """Counted on a calendar whose weekdays are all holidays for as long as there are any."""
    for start in range(7):
        for days in (*range(1, 25), 60, 100):
            left, holidays, passed = days, 15 if days <= 21 else 30, 0
            while left:
                passed += 1
                if (start + passed) % 7 < 5:
                    holidays, left = (holidays - 1, left) if holidays else (0, left - 1)
            assert days < passed <= span(days)


@pytest.mark.parametrize(("text", "lines"), TWO_WAYS, ids=[text for text, _ in TWO_WAYS])
def test_what_norms_say_two_ways_is_refused_with_lines_that_read(text, lines):
    with pytest.raises(ExpressionError) as caught:
        typed(text, "budget_line")
    hint = advice(caught.value, text)
    for line in lines:
        assert line in hint.zh
        typed(line, "budget_line")


PERIODS = [
    ("2020-01-31 + 1个月", date(2020, 2, 29)),
    ("2021-01-31 + 1个月", date(2021, 2, 28)),
    ("2020-02-29 + 1年", date(2021, 2, 28)),
    ("2020-02-29 + 4年", date(2024, 2, 29)),
    ("2020-03-31 - 1个月", date(2020, 2, 29)),
    ("2020-12-31 + 1日", date(2021, 1, 1)),
    ("2020-01-01 - 1日", date(2019, 12, 31)),
    ("延后月(2020-05-31, 0.5)", None),
    ("9999-12-31 + 1日", None),
    ("0001-01-01 - 1年", None),
]


@pytest.mark.parametrize(("text", "wanted"), PERIODS, ids=[text for text, _ in PERIODS])
def test_days_and_months_after_a_day(text, wanted):
    """A month without such a day ends on its last (Civil Code of the PRC, Art. 202); beyond the calendar nothing is known."""
    assert evaluate(text) == wanted


MONEY = st.sampled_from(
    [
        "造价",
        "实际支出",
        "年初预算",
        "二审限额",
        "200万元",
        "0.5元",
        "上级.实际支出",
        "合计(批复.批复金额)",
        "合计(下级.实际支出 其中 下级.造价 > 1元)",
        "预算外支出",
    ]
)
NUMBER = st.sampled_from(
    ["3", "0", "-2.5", "1.25", "计数(评审)", "单位.在职人数", "长度(项目名称)", "首次付款日期 - 2020-01-01"]
)
PERCENT = st.sampled_from(["5%", "0%", "-3.5%", "100%", "超支提示线"])
TRUTH = st.sampled_from(
    [
        "是否信息化",
        "是否应急",
        "是",
        "否",
        "空值 = 1",
        "支出层次 = 基本支出",
        "支出层次 属于 (明细项目, 项目支出)",
        "造价 缺失",
        "造价 有交代",
        "造价 待填",
        "评审 已列示",
        '项目名称 包含 "a\\\\b\\"c"',
        "首次付款日期 + 30日 > 2020-12-31 - 14个月",
        "延后月(首次付款日期, 计数(评审)) 不晚于 2020-12-31 + 1日",
        "存在 评审 满足 (评审级别 = 二审 或 评审结论 = 通过)",
        "每个 下级 满足 (下级.造价 > 支出项目.造价)",
        "不存在 付款 满足 (付款日期 > 2020-12-31)",
        "单位.编制人数 > 3",
    ]
)


def _sums(leaf, factor):
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from([" + ", " - "]), inner).map(lambda p: f"({''.join(p)})"),
            inner.map(lambda text: f"-({text})"),
            st.tuples(inner, factor).map(lambda p: f"({p[0]}) × {p[1]}"),
            st.tuples(TRUTH, inner, inner).map(lambda p: f"(若 {p[0]} 则 {p[1]} 否则 {p[2]})"),
            st.tuples(inner, inner).map(lambda p: f"最大({p[0]}, {p[1]})"),
            st.tuples(inner, inner).map(lambda p: f"余数({p[0]}, {p[1]})"),
        ),
        max_leaves=4,
    )


COMPARED = st.one_of(
    *(
        st.tuples(_sums(kind, factor), st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), _sums(kind, factor)).map(
            " ".join
        )
        for kind, factor in ((MONEY, st.just("2")), (NUMBER, st.just("3")), (PERCENT, st.just("2")))
    ),
    st.tuples(_sums(MONEY, st.just("5%")), _sums(MONEY, st.just("2")), PERCENT).map(
        lambda p: f"({p[0]}) / ({p[1]}) > 100% + {p[2]}"
    ),
    st.tuples(MONEY, MONEY, MONEY).map(lambda p: f"{p[0]} + {p[1]} ≈ {p[2]}"),
    st.tuples(MONEY, MONEY, PERCENT).map(lambda p: f"{p[0]} / {p[1]} ≈ {p[2]}"),
    st.tuples(MONEY, MONEY, MONEY).map(lambda p: f"{p[0]} 介于 {p[1]} 到 {p[2]}"),
    st.tuples(MONEY, MONEY, MONEY).map(lambda p: f"{p[0]} 属于 ({p[1]}, > {p[2]}, [1元..{p[2]}))"),
    TRUTH,
)
CONDITION = st.recursive(
    COMPARED,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" 且 ", " 或 "]), inner).map(lambda p: f"({''.join(p)})"),
        inner.map(lambda text: f"非 ({text})"),
    ),
    max_leaves=5,
)


def try_typed(text):
    try:
        return typed(text, "budget_line")
    except ExpressionError as error:
        assert error.code in ("type", "too-deep"), (text, error.message.en)
        return None


@settings(max_examples=300, deadline=None)
@given(CONDITION)
def test_what_is_printed_reads_back_as_the_same_tree(text):
    tree = try_typed(text)
    if tree is None:
        return
    where = scope("budget_line")
    for lang, words in (("zh", False), ("zh", True), ("en", False)):
        printed = format_expression(tree, where, lang, words=words)
        assert check(parse(printed, LEXICON), where) == tree, printed


AMOUNT = st.one_of(
    st.none(),
    st.just("无"),
    st.decimals(-300, 300, places=2).map(lambda d: f"{d}万元"),
    st.sampled_from(["0万元", "200万元", "1.5元"]),
)


@st.composite
def line_facts(draw):
    parts = []
    for name in ("造价", "实际支出", "年初预算"):
        amount = draw(AMOUNT)
        if amount is not None and not (name == "造价" and amount.startswith("-")):  # a cost is never below zero
            parts.append(f"{name}: {amount}")
    for name in ("是否信息化", "是否应急"):
        flag = draw(st.sampled_from([None, "是", "否"]))
        if flag:
            parts.append(f"{name}: {flag}")
    reviews = draw(
        st.sampled_from(
            [
                None,
                "[]",
                "[{level: 二审, result: 通过}]",
                "[{level: 一审}, {level: 二审, result: 在审}]",
                "{complete: false, items: [{level: 一审}]}",
            ]
        )
    )
    if reviews:
        parts.append(f"reviews: {reviews}")
    approvals = draw(
        st.sampled_from(
            [None, "[]", "[{number: a1, amount: 3万元}, {number: b1}]", "[{amount: 3.14万元, date: 2020-01-01}]"]
        )
    )
    if approvals:
        parts.append(f"approvals: {approvals}")
    return ", ".join(parts) or "purpose: x"


@settings(max_examples=400, deadline=None)
@given(CONDITION, line_facts(), line_facts())
def test_closures_and_trace_agree(text, facts, child):
    """Two readings of one tree: `evaluate` asserts that they come to the same."""
    if try_typed(text) is None:
        return
    lines = f"lines: [{{id: a, kind: 项目支出, name: 甲, {facts}}}, {{id: b, kind: 明细项目, parent: a, name: 乙, {child}}}]\n"
    for index in (0, 1):
        evaluate(text, lines, "budget_line", index)


KLEENE = {True: "是", False: "否", None: "空值 = 1"}


@pytest.mark.parametrize("one", KLEENE)
@pytest.mark.parametrize("two", KLEENE)
def test_kleene_tables(one, two):
    both = evaluate(f"({KLEENE[one]}) 且 ({KLEENE[two]})")
    either = evaluate(f"({KLEENE[one]}) 或 ({KLEENE[two]})")
    assert both == (False if False in (one, two) else None if None in (one, two) else True)
    assert either == (True if True in (one, two) else None if None in (one, two) else False)


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=60)
    | st.text(
        alphabet='是否信息化且造价>二审限额()（）＞ ,.%≈≤"“”0123456789元万亿存在满足评审合计其中若则', max_size=40
    )
)
def test_no_text_crashes_the_parser(text):
    try:
        typed(text, "budget_line")
    except ExpressionError as error:
        assert error.message.zh and error.message.en


def test_numbers_are_exact():
    assert evaluate("0.1 + 0.2 = 0.3") is True
    assert evaluate("1.1 × 1.1") == Decimal("1.21")
    assert BOOK.vocabulary.root.id == "unit"
