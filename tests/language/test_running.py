"""Running results over facts in order say what a loop over all of them says, and rules that use them judge as without."""

from __future__ import annotations

import json
import operator
import random
from datetime import date

import pytest
from conftest import BOOK, case_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.language.closures import COMPARE, Compiler
from checker.language.exact import all_of, pick
from checker.language.memo import Remembered
from checker.language.running import Running, order
from checker.language.tree import Aggregate, DefinitionRef, walk

FEW = st.none() | st.integers(-3, 3)
FACTS = st.lists(st.tuples(st.sampled_from([True, True, False, None]), FEW, FEW), max_size=7)
BY_SIZE = ("<", "<=", ">", ">=")
JOINED = {
    "sum": (operator.add, 0),
    "listed_sum": (operator.add, 0),
    "max": (lambda best, value: value if best is None else pick("max", (best, value)), None),
}


def looped(facts, op, asked, function):
    """Return what a loop over *facts* comes to."""
    taken = []
    for truth, side, value in facts:
        wanted = all_of((truth, None if None in (side, asked) else COMPARE[op](side, asked)))
        if wanted is False or (function == "listed_sum" and (wanted is None or value is None)):
            continue
        if wanted is None or value is None:
            return None
        taken.append(value)
    return max(taken, default=None) if function == "max" else sum(taken)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FACTS, FEW, st.sampled_from(BY_SIZE), st.sampled_from(sorted(JOINED)))
def test_a_table_says_what_a_loop_says(facts, asked, op, function):
    table = Running(facts, op, *JOINED[function], function == "listed_sum")
    assert table.held_against(asked) == looped(facts, op, asked, function)


def line(chance):
    """Return a case of one line with payments and approvals of which some lack a day or an amount, and days come again."""

    def sign():
        return chance.choice(("", "", "", "-"))

    def each(day, amount, named):
        found = {
            named[0]: f"2020-0{chance.randrange(1, 6)}-01",
            named[1]: f"{sign()}{chance.randrange(1, 90)}.{day}0万元",
        }
        return {key: value for key, value in found.items() if chance.random() < amount}

    share = chance.choice((1, 1, 0.95))
    paid = [each(n % 10, share, ("付款日期", "付款金额")) | {"付款编号": f"p{n}"} for n in range(12)]
    granted = [each(n % 10, share, ("批复日期", "批复金额")) | {"文号": f"甲{n}号"} for n in range(9)]
    lines = [
        {
            "id": "a",
            "kind": "明细项目",
            "name": "某专项",
            "年初预算": "10万元",
            "实际支出": "90万元",
            "付款": paid,
            "批复": granted,
        }
    ]
    return case_of("lines: " + json.dumps(lines, ensure_ascii=False))


@pytest.mark.parametrize(
    "name", ["paid_by_then", "authority_then", "cut_by_then", "paid_too_early", "peak_before", "most_paid_before"]
)
def test_definitions_of_a_rule_come_to_the_same_with_tables_and_without(name):
    ((entity, _), definition), *_ = [each for each in BOOK.definitions.items() if each[0][1] == name]
    asked = DefinitionRef(0, (), entity, name, type=definition.expr.type)
    told = set()
    for seed in range(12):
        case = line(random.Random(seed))
        with_tables = Compiler(BOOK.definitions, lambda name: lambda s: None, Remembered(BOOK.definitions, frozenset()))
        without = Compiler(BOOK.definitions, lambda name: lambda s: None)
        for ask in ("compile", "bounds"):
            one, two = getattr(with_tables, ask)(asked), getattr(without, ask)(asked)
            for fact in case.facts[entity]:
                assert one((fact,)) == two((fact,))
                told.add(two((fact,)))
    assert len(told) > 5


def test_sums_up_to_a_day_are_found_by_order():
    """The sums of the rule on approvals are read off a table; what is chosen by either of two things is not."""
    found = {
        name: [
            order(node, 1) is not None
            for node in walk(BOOK.definitions[entity, name].expr)
            if isinstance(node, Aggregate)
        ]
        for entity, name in (
            ("payment", "paid_by_then"),
            ("payment", "authority_then"),
            ("approval", "peak_before"),
            ("approval", "paid_before_paper"),
        )
    }
    assert found == {
        "paid_by_then": [True],
        "authority_then": [True],
        "peak_before": [True],
        "paid_before_paper": [False],
    }


def test_days_are_held_against_days():
    table = Running([(True, date(2020, 5, 1), 3), (True, date(2020, 1, 1), 4)], ">", operator.add, 0, False)
    assert [table.held_against(date(2020, month, 1)) for month in (1, 4, 5)] == [3, 3, 0]
