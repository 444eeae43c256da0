"""The norm library by year and place: a rule is in force where and when its norm is, and the clean case meets them all."""

from __future__ import annotations

import re

import pytest
from conftest import BOOK, ROOT
from second_catalogue import REASONS, RULES

from checker.api import check
from checker.authoring.pages import used_parameters
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.language.working_days import span

CHANGSHA, WANGCHENG, GUANGZHOU = "430100", "430112", "440100"


def in_force(year: int, place: str = WANGCHENG, level: str = "区县") -> set[str]:
    text = f'name: 某单位\njurisdiction: "{place}"\nlevel: {level}\nunit_kind: 机关\nyear: {year}\nlines: []\n'
    return {rule.id for rule in BOOK.plan(read_case(parse_text("case.yaml", text), BOOK.vocabulary)).rules}


BUDGET_LAW = [
    "addition-approved",
    "overrun-above-threshold",
    "overrun-hidden-in-total",
    "spending-never-budgeted",
    "spending-over-adjusted-budget",
    "adjusted-budget-shown",
    "parts-sum-to-total",
    "budget-parts-sum-to-total",
    "same-figure-twice",
    "stated-count",
    "stated-difference",
    "stated-growth",
    "stated-ratio",
    "stated-sum",
    "adjustment-approved",
    "approval-within-year",
    "offsetting-overrun",
    "balance-identity",
    "carry-over-within-budget",
    "carry-over-not-negative",
    "adjusted-budget-adds-up",
    "additions-match-approvals",
    "scores-add-up",
    "score-within-weight",
]
REGULATION_2020 = ["carry-over-disclosed", "carried-two-years", "no-estimates"]
SELF_EVALUATION_2020 = [
    "deviation-explained",
    "performance-indicators-shown",
    "indicator-weights-sum",
    "grade-matches-score",
    "execution-rate-score",
    "indicator-target-shown",
    "indicator-result-shown",
    "quantified-score-proportional",
    "missed-target-explained",
    "exceeded-target-explained",
]
FRAMEWORK_2013 = ["staff-within-establishment"]
ALWAYS = [
    "bundled-item",
    "opening-equals-closing",
    "amount-unit-plausible",
    "no-template-text",
    "unbudgeted-share",
    "unbudgeted-two-years",
    "budget-after-low-execution",
    "last-quarter-share",
    "running-costs-in-projects",
    "goal-without-budget",
    "no-problems-claimed",
    "outside-staff-share",
]


@pytest.mark.parametrize(
    ("rules", "first"),
    [(FRAMEWORK_2013, 2013), (BUDGET_LAW, 2015), (REGULATION_2020, 2020), (SELF_EVALUATION_2020, 2020), (ALWAYS, None)],
)
@pytest.mark.parametrize("year", [2012, 2014, 2015, 2019, 2020, 2021, 2025])
@pytest.mark.parametrize("place", [CHANGSHA, WANGCHENG, GUANGZHOU])
def test_national_rules_begin_with_their_norm_and_hold_everywhere(rules, first, year, place):
    there = in_force(year, place)
    for rule in rules:
        assert (rule in there) == (first is None or year >= first), rule


@pytest.mark.parametrize(
    ("rule", "year", "place", "there"),
    [
        ("added-budget-share", 2017, WANGCHENG, False),
        ("added-budget-share", 2018, WANGCHENG, True),
        ("added-budget-share", 2020, CHANGSHA, True),
        ("added-budget-share", 2020, "430000", True),
        ("added-budget-share", 2020, GUANGZHOU, False),
        ("it-project-second-review", 2020, CHANGSHA, False),
        ("it-project-second-review", 2020, WANGCHENG, True),
        ("it-project-second-review", 2021, WANGCHENG, False),
    ],
)
def test_local_rules_hold_in_their_place_and_years(rule, year, place, there):
    assert (rule in in_force(year, place)) == there


def test_a_rule_says_no_more_than_its_basis_was_read():
    """What rests on a hint of this tool, or on a text that nobody read, is a low question or a missing disclosure."""
    for rule in BOOK.rules.values():
        if rule.verified == "no" and not rule.indicator:
            assert rule.nature in ("query", "disclosure"), rule.id


def test_articles_that_bind_governments_are_not_held_against_a_unit():
    """预算法 40, 64 and 67 to 70 speak of governments."""
    governments = {f"第{n}条" for n in ("四十", "六十四", "六十七", "六十八", "六十九", "七十")}
    for rule in BOOK.rules.values():
        for basis in rule.basis:
            assert "预算法》" not in basis.instrument or not any(article in basis.article for article in governments)


def test_no_holiday_makes_a_period_of_working_days_late():
    """A period is kept up to as many calendar days, and late only where no way to spread the holidays could still keep it."""
    late = BOOK.parameters["surely_late_days"]
    using = [rule for rule in BOOK.rules.values() if late in used_parameters(BOOK, rule)]
    assert len(using) >= 4
    for rule in using:
        (days,) = (p for p in used_parameters(BOOK, rule) if p.id != late.id and p.type == "number")
        assert late.values[0].value + 1 >= span(days.values[0].value + 1), rule.id
        assert days.zh.endswith("工作日"), rule.id


CATALOGUE = ROOT.parent / "shared" / "norms2.md"


def test_every_norm_of_the_second_catalogue_is_a_rule_or_left_out_for_a_reason():
    """Each number once: its rules are in the library, or the page of what is left out says why."""
    rules = dict(line.split(" ", 1) for line in RULES.strip().splitlines())
    reasons = dict(line.split(" ", 1) for line in REASONS.strip().splitlines())
    assert rules.keys().isdisjoint(reasons)
    assert {id for ids in rules.values() for id in ids.split() if id not in BOOK.rules} == set()
    page = (ROOT / "docs" / "norms-not-encoded.zh.md").read_text(encoding="utf-8")
    norms = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]
    assert {reason for reason in reasons.values() if not any(norm.startswith(reason) for norm in norms)} == set()


@pytest.mark.skipif(not CATALOGUE.is_file(), reason="the catalogue of norms is not kept in the repository")
def test_no_number_of_the_second_catalogue_is_passed_over():
    listed = re.findall(r"^\| ([A-Z]{2,3}-[A-Z0-9-]+) \|", CATALOGUE.read_text(encoding="utf-8"), re.M)
    named = [line.split(" ", 1)[0] for line in (RULES + REASONS).split("\n") if line]
    assert len(listed) > 100 and sorted(named) == sorted(listed)


REGISTERS = """
银行存款账面余额: 126.30
银行对账单余额: 126.30
现金收入: 无
借款余额: 无
担保余额: 无
接受捐赠金额: 无
财政资金定期存款: 无
单位公积金缴存比例: 12%
个人公积金缴存比例: 12%
职工工资总额: 160.00
拨缴工会经费: 3.20
临聘人数: 2人
临聘参保人数: 2人
借用占用车辆数: 0辆
受赠车辆数: 0辆
资产处置:
  - {处置编号: d1, 处置资产: 台式计算机12台, 处置方式: 报废, 处置资产原值: 58200.00元, 集体决策日期: 2023-03-11, 处置批复文号: 示财资〔2023〕09号, 处置批复日期: 2023-03-28, 处置日期: 2023-04-12, 处置收入: 600.00元, 处置税费: 无, 处置收入上缴额: 600.00元, 是否达到最低使用年限: 是, 是否损毁: 否}
房屋租赁:
  - {租赁编号: z1, 租赁房屋: 临街库房, 租赁方向: 租入, 是否办公用房: 否, 起租日期: 2023-01-01, 止租日期: 2023-12-31, 租金: 3.60}
劳务报酬:
  - {劳务编号: f1, 领款人: 李某, 劳务种类: 讲课, 劳务日期: 2023-09-17, 是否本单位人员: 否, 是否为本单位授课: 是, 授课人职称: 副高级, 学时数: 4, 税前金额: 2080.00元, 代扣个税: 256.00元, 税后金额: 1824.00元}
津补贴:
  - {津补贴编号: j1, 津补贴名称: 公务交通补贴, 津补贴领取人: 王某, 津补贴种类: 公务交通补贴, 职级: 科级, 发放月数: 12个月, 发放金额: 7800.00元, 是否有批准依据: 是}
出差:
  - {出差编号: b1, 出差人: 李某, 出差目的地: 武汉市, 出差天数: 3日, 在途天数: 2日, 补助天数: 3日, 伙食补助费: 300.00元, 市内交通费: 240.00元, 是否有出差审批: 是, 是否收费培训: 否}
出国团组: 无
会议:
  - {会议编号: h1, 会议名称: 档案工作会, 会议类别: 四类会议, 参会人数: 40人, 会议工作人员人数: 3人, 会期: 1日, 报到离会天数: 0日, 会议预算: 1.20, 会议支出: 1.00}
非税收入:
  - {收入编号: s1, 收入项目: 档案证明工本费, 收入种类: 行政事业性收费, 应缴金额: 600.00元, 已缴金额: 600.00元, 年末在途金额: 无, 是否在收费目录内: 是}
往来款: 无
"""
STEPS = (
    ", 是否集采目录内: 否, 采购文件发出日期: 2023-07-01, 采购文件发售截止日期: 2023-07-08, 采购文件发售工作日数: 6, 投标截止日期: 2023-07-24"
    ", 实质响应家数: 4, 投标保证金: 0.50, 履约保证金: 1.40, 保证金是否收现金: 否, 是否进口产品: 否, 采购计划备案号: 示采备〔2023〕31号"
    ", 采购文件公布预算: 30, 收到评审报告日期: 2023-07-25, 确定供应商日期: 2023-07-27, 投标保证金退还日期: 2023-08-14"
    ", 是否出具验收书: 是, 小微报价扣除比例: 10%, 是否政府购买服务: 否"
)


@pytest.mark.parametrize(("level", "place"), [("区县", WANGCHENG), ("市本级", CHANGSHA), ("省级", "430000")])
@pytest.mark.parametrize("kind", ["机关", "参公", "事业单位"])
def test_a_clean_unit_of_each_kind_and_level_has_no_finding(kind, level, place):
    """What an auditor would let pass is let pass: every register is kept, every step of the procurement shown."""
    text = (ROOT / "cases" / "clean.yaml").read_text(encoding="utf-8").replace("2021-", "2024-").replace("2020", "2023")
    text = text.replace("unit_kind: 参公", f"unit_kind: {kind}").replace("level: 区县", f"level: {level}")
    text = text.replace('"430112"', f'"{place}"').replace(
        "    method: 公开招标\n", "    method: 公开招标\n" + _lines(STEPS)
    )
    report = check([read_case(parse_text("clean.yaml", text + REGISTERS), BOOK.vocabulary)], BOOK)
    wrong = [
        (c.rule.id, c.subject.id, c.outcome)
        for c in report.checks
        if c.outcome in ("fail", "undetermined") and not c.rule.indicator
    ]
    assert wrong == []
    met = {c.rule.id for c in report.checks if c.outcome == "pass"}
    assert {"award-notified-in-time", "bid-bond-returned", "bank-balance-reconciled", "temporary-staff-insured"} <= met


def _lines(pairs: str) -> str:
    return "".join(f"    {pair}\n" for pair in pairs.strip(", ").split(", "))
