"""Which figures a condition makes positive: those that may divide without a case for their sign, and no others."""

import pytest
from conftest import BOOK, typed

pytest.importorskip("sqlglot")

from checker.engines.sql.signs import positive_fields


@pytest.mark.parametrize(
    ("condition", "positive"),
    [
        ("年初预算 > 0元", {"initial_budget"}),
        ("0元 < 年初预算", {"initial_budget"}),
        ("年初预算 > 1元 且 (实际支出 > 0元 且 是否信息化)", {"initial_budget", "actual"}),
        ("年初预算 >= 0元", set()),
        ("年初预算 > -1元", set()),
        ("年初预算 < 0元", set()),
        ("0元 > 年初预算", set()),
        ("年初预算 > 实际支出", set()),
        ("年初预算 > 0元 或 是否信息化", set()),
        ("非 (年初预算 > 0元)", set()),
        ("若 是否信息化 则 年初预算 > 0元 否则 实际支出 > 0元", set()),
        ("年初预算 - 1元 > 0元", set()),
        ("存在 下级 满足 (下级.年初预算 > 0元)", set()),
    ],
)
def test_what_a_condition_makes_positive(condition, positive):
    found = positive_fields(typed(condition, "budget_line", "boolean"), BOOK.definitions)
    assert {field.name for field in found} == positive


def test_the_field_of_another_fact_is_another_field():
    (field,) = positive_fields(typed("上级.年初预算 > 0元", "budget_line", "boolean"), BOOK.definitions)
    assert field.hops and field not in positive_fields(
        typed("年初预算 > 0元", "budget_line", "boolean"), BOOK.definitions
    )


def test_no_condition_makes_nothing_positive():
    assert positive_fields(None, BOOK.definitions) == frozenset()
