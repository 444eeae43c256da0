"""Missing is missing: a budget stated as none, a parent that is not given, a total that nobody printed."""

from __future__ import annotations

import pytest
from conftest import BOOK, HEAD, outcomes, report_of

from checker.api import check
from checker.cases.reader import read_case
from checker.documents.source import parse_text

AMOUNTS = "amounts: {unit: 万元, decimals: 2}\n"
WHOLE = AMOUNTS + "transcribed: whole\n"


def lines(*entries: str) -> str:
    """Return these lines as the list of a case."""
    return "lines:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def printed(text: str) -> list[tuple[str, str, str, int | None]]:
    """Return every check of a case: rule, subject, outcome, amount."""
    return [(c.rule.id, c.subject.id, c.outcome, c.amount) for c in report_of(text).checks]


@pytest.mark.parametrize(
    "field", ["initial_budget", "added_budget", "carry_in", "carry_out", "prior_budget", "prior_carry_out"]
)
def test_none_and_zero_are_one_thing(field):
    text = WHOLE + lines(
        "id: total, kind: 总支出, name: 总支出",
        "id: p, kind: 项目支出, parent: total, name: 项目支出",
        "id: a, kind: 明细项目, parent: p, name: 甲专项, initial_budget: 100, actual: 100",
        f"id: b, kind: 明细项目, parent: p, name: 乙专项, {field}: NIL, actual: 61.40",
    )
    one, two = printed(text.replace("NIL", "无")), printed(text.replace("NIL", "0"))
    assert one == two


def test_none_and_zero_are_one_thing_for_three_public():
    text = AMOUNTS + "three_public: [{kind: 公务接待, budget: NIL, actual: 2.05}]\n"
    one, two = printed(text.replace("NIL", "无")), printed(text.replace("NIL", "0"))
    assert one == two
    assert ("three-public-never-budgeted", "公务接待", "fail", 2_050_000) in one


PARTS = (
    "id: p, kind: 项目支出, parent: 无, name: 项目支出, initial_budget: 100, actual: 100",
    "id: k0, kind: 明细项目, parent: p, name: 甲专项, initial_budget: 50, actual: 50",
)


@pytest.mark.parametrize("parent", ["", "parent: 待填, "], ids=["left out", "to be filled in"])
def test_a_line_without_a_parent_may_belong_to_any_total(parent):
    text = AMOUNTS + lines(*PARTS, f"id: k1, kind: 明细项目, {parent}name: 乙专项, initial_budget: 50, actual: 50")
    check = next(c for c in report_of(text, "parts-sum-to-total").checks if c.subject.id == "p")
    assert check.outcome == "undetermined"
    assert [(m.fact.id, m.name) for m in check.missing] == [("k1", "parent")]


def test_a_line_that_has_no_parent_belongs_to_none():
    text = AMOUNTS + lines(*PARTS, "id: k1, kind: 明细项目, parent: 无, name: 乙专项, initial_budget: 50, actual: 50")
    assert outcomes(text, "parts-sum-to-total")["p"] == "fail"


def test_a_wrong_sum_is_still_found_where_all_parents_are_given():
    text = AMOUNTS + lines(*PARTS, "id: k1, kind: 明细项目, parent: p, name: 乙专项, initial_budget: 50, actual: 51")
    assert outcomes(text, "parts-sum-to-total")["p"] == "fail"


def test_a_total_that_nobody_printed_is_not_met_by_itself():
    text = WHOLE + lines(
        "id: p, kind: 项目支出, name: 项目支出, initial_budget: 100",
        "id: a, kind: 明细项目, parent: p, name: 甲专项, initial_budget: 100, actual: 50",
    )
    assert outcomes(text, "parts-sum-to-total")["p"] == "not_applicable"
    wrong = text.replace("name: 甲专项, initial_budget: 100", "name: 甲专项, initial_budget: 90")
    assert any(c.subject.id == "p" and c.outcome == "fail" for c in report_of(wrong).checks)


EXCERPT = """lines: {lines}
stated: []
"""
LINES = "[{id: total, kind: 总支出, name: 本年支出, actual: 799.12}, {id: a, kind: 明细项目, parent: total, name: 会议专项, initial_budget: 7.50, actual: 25.36}]"


@pytest.mark.parametrize(
    ("lead", "lines", "contradicted", "derived"),
    [
        ("", LINES, False, False),
        ("", f"{{complete: false, items: {LINES}}}", False, False),
        ("", f"{{complete: true, items: {LINES}}}", True, True),
        ("transcribed: whole\n", LINES, True, True),
        ("transcribed: whole\n", LINES.replace("actual: 25.36", "actual: 待填"), False, False),
    ],
    ids=["an excerpt", "said to be partial", "said to be whole", "transcribed whole", "something still to fill in"],
)
def test_a_list_is_whole_where_the_case_says_so(lead, lines, contradicted, derived):
    head = 'name: 某局\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 机关\nyear: 2021\namounts: {unit: 万元, decimals: 2}\n'
    text = head + lead + EXCERPT.format(lines=lines)
    case = read_case(parse_text("case.yaml", text), BOOK.vocabulary)
    total = next(fact for fact in case.facts["budget_line"] if fact.id == "total")
    assert ("initial_budget" in total.values) is derived
    checks = check([case], BOOK, selected=lambda rule: rule == "parts-sum-to-total").checks
    assert any(c.outcome == "fail" for c in checks) is contradicted
    assert all(c.outcome != "pass" for c in checks if not contradicted)


def test_an_excerpt_that_says_its_list_is_partial_reads_like_one_that_does_not_say():
    """Only a whole case names each rule that waits for a list; an excerpt asks once."""
    entries = (
        "id: total, kind: 总支出, name: 本年支出, actual: 799.12",
        "id: a, kind: 明细项目, parent: total, name: 会议专项, initial_budget: 7.50, actual: 25.36",
    )
    partial = "lines: {complete: false, items: [" + ", ".join(f"{{{entry}}}" for entry in entries) + "]}\n"
    told = []
    for text in (lines(*entries), partial, "transcribed: whole\n" + partial):
        report = check([read_case(parse_text("case.yaml", HEAD + AMOUNTS + text), BOOK.vocabulary)], BOOK)
        told.append([(p.kind, p.key, len(p.findings)) for p in report.problems])
    assert told[0] == told[1] and len(told[2]) > len(told[1])
