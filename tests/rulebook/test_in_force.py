"""Which rules bind whom, and when: no law before its day, no limit of another place or level, by a table."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import BOOK

from checker.api import load_rules
from checker.authoring.examples import example_cases
from checker.base.frozen import changed
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.engines.evaluator import evaluate
from checker.findings.explain import message
from checker.findings.working import explanation
from checker.language.tree import ParameterRef
from checker.rulebook.rule import Template

EXAMPLES = load_rules(examples=True)
DISTRICT = ("430112", "区县", "事业单位")
OFFICE = ("430112", "区县", "机关")
CHANGSHA = ("430100", "市本级", "事业单位")
FURONG = ("430102", "区县", "机关")
GUANGZHOU = ("440100", "市本级", "机关")
CENTRAL = ("110000", "中央", "机关")


def plan(year: int, who: tuple[str, str, str]):
    place, level, kind = who
    text = f'name: 示例单位\njurisdiction: "{place}"\nlevel: {level}\nunit_kind: {kind}\nyear: {year}\nlines: []\n'
    return BOOK.plan(read_case(parse_text("case.yaml", text), BOOK.vocabulary))


def in_force(year: int, who: tuple[str, str, str]) -> set[str]:
    """Return the rules that could judge anything of *year*; one with a date of its own must have begun by its end."""
    last = date(year, 12, 31)
    found = plan(year, who).rules
    return {r.id for r in found if r.as_of is None or r.validity.start is None or r.validity.start <= last}


FIRST_YEARS = [
    # the first year in force, and one who is bound
    ("cars-within-quota", 2017, OFFICE),
    ("three-public-line-within-budget", 2015, DISTRICT),
    ("three-public-within-budget", 2013, DISTRICT),
    ("three-public-not-growing", 2013, DISTRICT),
    ("reception-hosts", 2014, DISTRICT),
    ("reception-official-letter", 2014, DISTRICT),
    ("three-public-never-budgeted", 2015, DISTRICT),
    ("building-area-within-approval", 2017, OFFICE),
    ("budget-published-in-time", 2015, DISTRICT),
    ("final-published-in-time", 2015, DISTRICT),
    ("running-costs-explained", 2015, OFFICE),
    ("contract-splitting", 2015, DISTRICT),
    ("central-computer-price", 2016, CENTRAL),
    ("car-purchase-price", 2017, OFFICE),
    ("works-tendered", 2018, DISTRICT),
    ("works-splitting", 2018, DISTRICT),
    ("estimate-within-tenth", 2019, DISTRICT),
    ("final-within-approved-estimate", 2019, DISTRICT),
    ("final-within-adjusted-estimate", 2019, DISTRICT),
    ("final-account-in-time", 2019, DISTRICT),
    ("no-contractor-funding", 2019, DISTRICT),
    ("central-it-project-filed", 2020, CENTRAL),
    ("procedure-at-limit", 2003, CENTRAL),
    ("publication-detailed", 2020, DISTRICT),
    ("small-supplier-paid-in-time", 2020, DISTRICT),
    ("assets-bought-within-budget", 2021, DISTRICT),
    ("assets-on-the-books", 2021, DISTRICT),
]


@pytest.mark.parametrize(("rule", "first", "who"), FIRST_YEARS, ids=[entry[0] for entry in FIRST_YEARS])
def test_a_rule_begins_with_its_law(rule, first, who):
    assert rule not in in_force(first - 1, who)
    assert rule in in_force(first, who)


SCOPES = [
    # rule, who is bound, who is not
    ("it-project-first-review", [DISTRICT, OFFICE], [CHANGSHA, FURONG, GUANGZHOU, CENTRAL]),
    ("it-project-second-review", [DISTRICT, OFFICE], [CHANGSHA, FURONG, GUANGZHOU, CENTRAL]),
    ("reception-official-letter", [DISTRICT, OFFICE, CHANGSHA, FURONG, GUANGZHOU, CENTRAL], []),
    ("budget-control-rate", [DISTRICT, OFFICE, CHANGSHA, FURONG], [GUANGZHOU, CENTRAL]),
    ("central-it-project-filed", [CENTRAL], [DISTRICT, OFFICE, CHANGSHA, FURONG, GUANGZHOU]),
    ("procedure-at-limit", [DISTRICT, OFFICE, CHANGSHA, FURONG, GUANGZHOU, CENTRAL], []),
    ("central-computer-price", [CENTRAL], [DISTRICT, OFFICE, CHANGSHA, FURONG, GUANGZHOU]),
    ("running-costs-explained", [OFFICE, FURONG, GUANGZHOU, CENTRAL], [DISTRICT, CHANGSHA]),
    ("estimate-within-tenth", [DISTRICT, OFFICE, CHANGSHA, FURONG, GUANGZHOU, CENTRAL], []),
    ("supplement-within-tenth", [DISTRICT, OFFICE, CHANGSHA, FURONG, GUANGZHOU, CENTRAL], []),
]


@pytest.mark.parametrize(("rule", "bound", "free"), SCOPES, ids=[entry[0] for entry in SCOPES])
def test_a_rule_binds_its_own_place_level_and_kind_only(rule, bound, free):
    for who in bound:
        assert rule in in_force(2020, who), who
    for who in free:
        assert rule not in in_force(2020, who), who


BEGINNINGS = {
    "《中华人民共和国政府采购法实施条例》": 2015,
    "《党政机关公务用车管理办法》": 2017,
    "国家发展改革委令第16号（2018年）": 2018,
    "《政府投资条例》": 2019,
    "国办发〔2019〕57号": 2020,
    "《保障中小企业款项支付条例》（2020年）": 2020,
    "《行政事业性国有资产管理条例》": 2021,
    "《保障中小企业款项支付条例》（2025年修订）": 2025,
}
"""The year in which each of these took effect."""


@pytest.mark.parametrize("year", [2012, 2014, 2016, 2018, 2019, 2020, 2024])
@pytest.mark.parametrize("who", [DISTRICT, CENTRAL], ids=["district", "central"])
def test_no_rule_cites_a_law_that_came_later(year, who):
    names = in_force(year, who)
    later = {
        (rule.id, basis.instrument)
        for rule in BOOK.rules.values()
        if rule.id in names
        for basis in rule.basis
        if basis.validity.holds(None, year) is not False
        if BEGINNINGS.get(basis.instrument, 0) > year
    }
    assert not later


LIMITS = [
    # parameter, year, who, value (None: not known, so a check stays open and nobody else's limit is used)
    ("open_tender_threshold", 2020, DISTRICT, None),
    ("open_tender_threshold", 2021, DISTRICT, 2_000_000_00),
    ("open_tender_threshold", 2021, GUANGZHOU, None),
    ("open_tender_threshold", 2020, CENTRAL, 2_000_000_00),
    ("it_review_threshold", 2020, DISTRICT, 2_000_000_00),
    ("it_review_threshold", 2020, CHANGSHA, None),
    ("it_review_threshold", 2020, FURONG, None),
    ("works_tender_limit", 2017, DISTRICT, None),
    ("works_tender_limit", 2019, DISTRICT, 4_000_000_00),
    ("car_price_limit", 2016, DISTRICT, None),
    ("car_price_limit", 2018, DISTRICT, 180_000_00),
    ("desktop_price_limit", 2020, DISTRICT, None),
    ("goods_limit", 2021, DISTRICT, None),
    ("goods_limit", 2021, ("430000", "省级", "机关"), 500_000_00),
    ("desktop_price_limit", 2020, CENTRAL, 5_000_00),
]


@pytest.mark.parametrize(("name", "year", "who", "value"), LIMITS)
def test_a_limit_is_that_of_the_year_place_and_level(name, year, who, value):
    found = plan(year, who).parameter(name, date(year, 12, 31))
    assert (None if found is None else found.value) == value


def test_plans_of_many_headings_are_those_of_each():
    """Headings that are treated alike share one plan; what it holds is what each would have by itself."""
    places = ("", "430000", "430100", "430112", "430105", "431302", "110101", "650102")
    headings = [
        (year, place, level, kind, 0)
        for year in (0, 2020, 2024)
        for place in places
        for level in ("", "district", "province")
        for kind in ("", "public_institution")
    ]
    found = list(BOOK.plans_for(headings, lambda rule: True))
    assert [plan.signature() for plan in found] == [BOOK.plan_for(*each[:4]).signature() for each in headings]
    assert 10 < len({id(plan) for plan in found}) < len(headings)


def told(plan, case) -> list[tuple]:
    """Return all that a plan makes of a case: verdicts, money, what is missing, messages with their limits, and explanations."""
    return [
        (
            *(check.rule.id, check.subject.id, check.outcome, check.severity, check.own, check.marks),
            tuple((each.fact.id, each.name, each.why) for each in check.missing),
            *(tuple(explanation(check, lang)) for lang in ("zh", "en")),
            *(message(check, lang) for lang in ("zh", "en") if check.outcome == "fail"),
        )
        for check in evaluate(plan, case)
    ]


def test_a_shared_plan_says_what_each_headings_own_would():
    """Places that differ in nothing a rule names share its plan: checks, limits and explanations are those of their own."""
    headings = [
        (year, place, level, kind, 0)
        for year in (2016, 2024)
        for place in ("430000", "430100", "430112", "431302", "440100", "650102", "110101")
        for level in ("", "district", "central")
        for kind in ("public_institution", "administrative_organ")
    ]
    apart = 0
    for ident in ("contract-splitting", "open-tender-threshold", "review-expert-fee"):
        cases = [case for _, case in example_cases(EXAMPLES, EXAMPLES.rules[ident])][:5]
        plans = list(EXAMPLES.plans_for(headings, ident.__eq__))
        said = {id(plan): [told(plan, case) for case in cases] for plan in plans}
        assert len(said) < len(headings) / 2
        apart = max(apart, len(set(map(repr, said.values()))))
        for heading, plan in zip(headings, plans, strict=True):
            own = EXAMPLES.plan_for(*heading[:4], ident.__eq__)
            assert [rule.id for rule in own.rules] == [rule.id for rule in plan.rules]
            if own is not plan:
                assert [told(own, case) for case in cases] == said[id(plan)]
    assert apart > 1, "the limits of places make no difference to these cases"


def test_what_a_message_alone_names_keeps_plans_apart():
    """A parameter that stands in a message, and in no condition, is a limit that is printed."""
    named = {rule.id: rule.parameters_named(BOOK.definitions) for rule in BOOK.rules.values()}
    assert None not in named.values(), "a rule holds something that is not looked through"
    for rule in BOOK.rules.values():
        assert rule.parameters_read(BOOK.definitions, stakes=True) <= named[rule.id]
    rule = next(rule for rule in BOOK.rules.values() if not named[rule.id])
    limit = next(each for each in BOOK.parameters.values() if len({value.reach for value in each.values}) > 1)
    said = changed(rule, message={"zh": Template(((ParameterRef(limit.id), ""),))})
    assert said.parameters_named(BOOK.definitions) == {limit.id}
    unknown = changed(rule, message={"zh": object()})
    assert BOOK.named_by([unknown]) == set(BOOK.parameters)
