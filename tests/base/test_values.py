"""Exact values: what is read, what is refused, what is printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from conftest import BOOK
from hypothesis import given
from hypothesis import strategies as st

from checker.base.parties import party
from checker.base.values import (
    BadValue,
    format_money,
    format_ratio,
    parse_count,
    parse_date,
    parse_money,
    parse_percent,
)
from checker.base.width import cut, width, wrap
from checker.cases.cells import typed
from checker.language.exact import meets, ratio_meets


@pytest.mark.parametrize(
    ("text", "fen", "step"),
    [
        ("244.58万元", 244_580_000, 10_000),
        ("1.2亿元", 12_000_000_000, 1_000_000_000),
        ("500元", 50_000, 100),
        ("0.01元", 1, 0),
        ("1,234.56元", 123_456, 0),
        ("-3万元", -3_000_000, 1_000_000),
        ("２４４．５８万元", 244_580_000, 10_000),
        ("8 万元", 8_000_000, 1_000_000),
        ("88.20万元", 88_200_000, 10_000),
        ("5分", 5, 0),
        ("3千元", 300_000, 100_000),
    ],
)
def test_money(text, fen, step):
    found = parse_money(text)
    assert (found.value, found.step) == (fen, step)


def test_case_wide_unit_and_decimals():
    assert parse_money("8", "万元", 2)[:2] == (8_000_000, 10_000)
    assert parse_money("19.6", "万元", 2)[:2] == (19_600_000, 10_000)
    assert parse_money("5元", "万元", 2)[:2] == (500, 100)  # its own unit: the decimals it prints
    assert parse_money("19.625", "万元", 2)[:2] == (19_625_000, 1_000)  # finer than the table says: as it is printed
    assert parse_money("30万元", "万元", 2) == parse_money("30", "万元", 2)  # the unit written out changes nothing
    assert parse_money("30万", "万元", 2)[1] == 10_000 and parse_money("30.123万元", "万元", 2)[1] == 1_000
    assert parse_money("0.07亿元", "万元", 2)[1] == 100_000_000  # another unit: the decimals it prints
    assert parse_money("300000.00元", "万元", 2)[1] == 0  # to the fen: nothing was rounded off
    assert parse_money("5元", "元", 2)[1] == 0 and parse_money("5元", "元", 0)[1] == 100
    with pytest.raises(BadValue):
        parse_money("19.6250001", "万元", 2)  # finer than a fen


@pytest.mark.parametrize(
    "text",
    ["", "万元", "1.2.3元", "12", "12圆", "1e3元", "1,23元", "0.001元", "５％", "约3元", "--3元", "9" * 30 + "元"],
)
def test_no_money(text):
    with pytest.raises(BadValue):
        parse_money(text)


def test_others():
    assert parse_percent("134.71%").value == Decimal("1.3471") and parse_percent("5％").step == Decimal("0.01")
    assert parse_count("9个")[:2] == (9, 0) and parse_date("2020年3月5日") == date(2020, 3, 5)
    for wrong in ("99.98", "9.5‰"):
        with pytest.raises(BadValue):
            parse_percent(wrong)


@given(st.integers(-(10**15), 10**15))
def test_money_is_printed_exactly(fen):
    """What is printed reads back as the same amount, in every unit."""
    for unit in ("元", "万元", "亿元"):
        assert parse_money(format_money(fen, unit)).value == fen


def test_ratios_round_half_up():
    assert format_ratio(203156, 86558) == "234.71%"
    assert format_ratio(1, 3) == "33.33%" and format_ratio(1, 800) == "0.13%" and format_ratio(-1, 800) == "-0.13%"


ENDS = st.tuples(st.integers(-500, 500), st.integers(0, 20)).map(lambda p: (2 * p[0] - p[1], 2 * p[0] + p[1]))
POSITIVE = st.tuples(st.integers(20, 500), st.integers(0, 20)).map(lambda p: (2 * p[0] - p[1], 2 * p[0] + p[1]))


@given(ENDS, ENDS)
def test_intervals_meet_when_they_share_a_point(one, two):
    shared = any(one[0] <= x <= one[1] for x in (two[0], two[1])) or two[0] <= one[0] <= two[1]
    assert meets(one, two) is shared


@given(ENDS, POSITIVE, ENDS, st.data())
def test_a_rate_that_can_be_is_never_called_a_contradiction(over, under, rate, data):
    """Pick true values inside the intervals of base and rate: their product is consistent whatever the signs (design 5)."""
    base = data.draw(st.integers(under[0], under[1]))
    true_rate = data.draw(st.integers(rate[0], rate[1]))
    product = base * true_rate  # four times the true numerator
    width_ = over[1] - over[0]
    around = (Decimal(product) / 2 - width_, Decimal(product) / 2 + width_)
    assert ratio_meets(around, under, rate) is True
    assert ratio_meets(over, (-under[1], -under[0]), rate) is None


@given(st.text(alphabet="预算abc，。；（）%12 万元", max_size=120), st.integers(12, 60))
def test_wrapped_lines_fit_and_lose_nothing(text, columns):
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert width(cut(text, columns)) <= columns


FIGURES = {
    f"{e.id}.{f.id}": f
    for e in BOOK.vocabulary.entities.values()
    for f in e.fields.values()
    if f.written and f.type in ("money", "percent", "count", "number")
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_that_cannot_be_below_zero_is_refused(name):
    field = FIGURES[name]
    unit = {"money": "元", "percent": "%"}.get(field.type, "")
    for digits in ("0", "3", "-0"):
        assert typed(field, digits + unit, {}, None, None)[0] >= 0
    for text in (f"-3{unit}", f"－３{unit}", f"−3 {unit}"):
        if field.negative:
            assert typed(field, text, {}, None, None)[0] < 0
            continue
        with pytest.raises(BadValue, match="below zero"):
            typed(field, text, {}, None, None)


def test_counts_are_not_below_zero_unless_the_vocabulary_says_so():
    below = {name for name, field in FIGURES.items() if field.negative}
    assert {name for name in below if FIGURES[name].type == "count"} == {"stated_figure.count", "operand.count"}
    assert {
        "budget_line.adjustment",
        "budget_line.actual",
        "payment.amount",
        "supplement.amount",
        "indicator.target",
    } <= below
    assert not below & {"unit.establishment", "investment.built_area", "unit.payment_progress", "contract.amount"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("湖南甲（长沙）有限责任公司", "湖南 甲(长沙) 有限公司", True),
        ("甲有限责任公司", "甲股份有限公司", False),
        ("ＡＢＣ有限公司", "abc有限责任公司", True),
        ("甲有限公司", "甲有限公司长沙分公司", False),
    ],
)
def test_a_party_is_one_however_its_name_is_written(one, other, same):
    assert (party(one) == party(other)) is same
    assert party(party(one)) == party(one)
