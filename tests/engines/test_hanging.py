"""What a whole adds up to is asked once for all its parts, and comes to what each of them would be told by itself."""

from __future__ import annotations

import pytest
from conftest import BOOK, case_of, typed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.api import check
from checker.language.hanging import Hanging, hanging
from checker.language.tree import Aggregate, walk

FIGURES = st.sampled_from(["", "无", "0", "50.00", "60.01"])


@st.composite
def lines(draw):
    """Return the lines of a case: enough parts under one parent to be kept for all of them, some figures missing."""
    parts = [{"id": "t", "kind": "总支出", "name": "总"}, {"id": "p", "kind": "项目支出", "name": "项", "parent": "t"}]
    if draw(st.booleans()):
        parts[0] |= {"initial_budget": "500.00", "actual": "900.00"}
    for number in range(draw(st.integers(8, 11))):
        part = {"id": f"i{number}", "kind": "明细项目", "name": f"项{number}", "actual": draw(FIGURES) or "7.00"}
        part["parent"] = draw(st.sampled_from(["p", "p", "p", "t"]))
        for name in ("initial_budget", "carry_in"):
            if value := draw(FIGURES):
                part[name] = value
        if draw(st.booleans()):
            part["approvals"] = [{"number": f"文{number}", "date": "2020-03-01", "amount": "20.00"}]
        parts.append(part)
    return parts


def told(found):
    return [
        (f.rule.id, f.subject.id, f.outcome, f.own, f.amount, sorted(f.marks), f.missing, f.explanation.say("zh"))
        for f in check(
            [
                case_of(
                    "amounts: {unit: 万元, decimals: 2}\ntranscribed: whole\nlines:\n"
                    + "".join(f"- {part}\n" for part in found)
                )
            ],
            BOOK,
        ).results
    ]


@pytest.mark.slow
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines())
def test_what_is_kept_for_all_parts_is_what_each_would_be_told(found):
    kept = told(found)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Hanging, "of_many", property(lambda self: False))
        assert told(found) == kept


@pytest.mark.parametrize(
    ("text", "ways", "many"),
    [
        ("合计(上级.下级.实际支出) > 0元", ((0, ("parent",)),), True),
        ("合计(下级.实际支出) > 0元", ((0, ()),), False),
        ("计数(上级.下级 其中 下级.实际支出 > 支出项目.实际支出) > 0", ((0, ()),), False),
        ("计数(上级.下级 其中 下级.实际支出 > 支出项目.上级.实际支出) > 0", ((0, ("parent",)),), True),
    ],
)
def test_what_a_collection_hangs_on(text, ways, many):
    (node,) = (part for part in walk(typed(text, "budget_line")) if isinstance(part, Aggregate))
    found = hanging(node, 1, {})
    assert (found.ways, found.of_many) == (ways, many)


def test_a_way_that_leads_nowhere_is_not_taken_for_the_fact_it_stays_at():
    """A total that has no parent, and its part whose parent is the total, ask different things."""
    case = case_of("lines:\n- {id: t, kind: 总支出, name: 总}\n- {id: p, kind: 项目支出, name: 项, parent: t}\n")
    whole, part = (next(f for f in case.facts["budget_line"] if f.id == name) for name in "tp")
    (node,) = (n for n in walk(typed("合计(上级.下级.实际支出) > 0元", "budget_line")) if isinstance(n, Aggregate))
    found = hanging(node, 1, {})
    assert found.facts((whole,)) != found.facts((part,))
