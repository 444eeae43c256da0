"""The norm library by year and place: a rule is in force where and when its norm is, and the clean case meets them all."""

from __future__ import annotations

import pytest
from conftest import BOOK

from checker.cases.reader import read_case
from checker.documents.source import parse_text

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
