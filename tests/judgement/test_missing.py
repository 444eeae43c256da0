"""Missing is missing: a budget stated as none, a parent that is not given, a total that nobody printed."""

from __future__ import annotations

import pytest
from conftest import BOOK, HEAD, case_of, outcomes, report_of

from checker.api import check
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.tables.rows import case_of as case_of_rows
from checker.tables.rows import case_text, rows_of

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
        ("transcribed: whole\n", LINES.replace("actual: 25.36", "actual: 待填"), False, True),
    ],
    ids=["an excerpt", "said to be partial", "said to be whole", "transcribed whole", "an amount still to fill in"],
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


FILLED = WHOLE + (
    "lines:\n"
    "  - {id: p, kind: 项目支出, name: 项目支出, parent: 无, initial_budget: 100, actual: 90, approvals: 无, carry_in: 无%s}\n"
    "  - {id: a, kind: 明细项目, parent: p, name: 甲专项, initial_budget: 50, actual: 50, approvals: 无, carry_in: 无%s}\n"
    "  - {id: b, kind: 明细项目, parent: p, name: 乙专项, initial_budget: 20, actual: 50, approvals: 无, carry_in: 无}\n"
)
FOUND = {
    ("parts-sum-to-total", "p"): "fail",
    ("addition-approved", "b"): "fail",
    ("deviation-explained", "b"): "fail",
    ("carry-over-disclosed", "unit"): "fail",
}


def found(text: str) -> dict[tuple[str, str], str]:
    """Return the outcomes of the rules of FOUND by subject, on all engines that are there."""
    rules = {rule for rule, _ in FOUND}
    return {
        (rule, "unit" if "lines" not in text or rule == "carry-over-disclosed" else subject): outcome
        for rule, subject, outcome, _ in printed(text)
        if rule in rules
    }


@pytest.mark.parametrize(
    ("total", "part", "more", "open_"),
    [
        ("", "", "", ()),
        ("", "", "编制人数: 待填\n", ()),
        ("", ", deviation_reason: 待填", "", ()),
        ("", "", "contracts: 待填\n", ()),
        (", carry_out: 待填", "", "", ("carry-over-disclosed",)),
        ("", ", parent: 待填", "", ("parts-sum-to-total",)),
        ("", ", actual: 待填", "", ("parts-sum-to-total",)),
        ("", ", payments: 待填", "", ()),
    ],
    ids=[
        "nothing",
        "a field of the unit",
        "a text",
        "a list",
        "a field of a line",
        "a parent",
        "an amount",
        "a list of a line",
    ],
)
def test_what_is_still_to_be_filled_in_opens_what_rests_on_it_and_nothing_else(total, part, more, open_):
    text = more + FILLED % (total, part)
    if "parent: 待填" in part or "actual: 待填" in part:
        text = text.replace(
            "parent: p, name: 甲" if "parent" in part else ", actual: 50, approvals: 无, carry_in: 无, actual",
            "name: 甲" if "parent" in part else ", approvals: 无, carry_in: 无, actual",
        )
    outcomes_ = found(text)
    assert {key: outcomes_[key] for key in FOUND} == {
        key: "undetermined" if key[0] in open_ else right for key, right in FOUND.items()
    }


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("", "fail"),  # the whole report says nothing of indicators
        ("indicators: 待填\n", "undetermined"),
        ("indicators: {complete: 待填, items: []}\n", "undetermined"),
    ],
    ids=["silent", "to be filled in", "whether there are more is"],
)
def test_a_list_still_to_be_filled_in_is_not_a_list_that_the_report_leaves_out(told, right):
    text = WHOLE + told + lines("id: a, kind: 明细项目, parent: 无, name: 甲专项, initial_budget: 300, actual: 300")
    assert {outcome for rule, _, outcome, _ in printed(text) if rule == "performance-indicators-shown"} == {right}


def test_what_is_to_be_filled_in_stays_so_in_tables_and_in_case_files_made_of_them():
    text = WHOLE + lines(
        "id: a, kind: 明细项目, parent: 无, name: 甲专项, initial_budget: 50, actual: 90, approvals: 待填, deviation_reason: 待填",
        "id: b, kind: 明细项目, parent: 无, name: 乙专项, initial_budget: 50, actual: 90",
    )
    case = case_of(text)
    rows = rows_of(case, 0, {})
    again = case_of_rows(rows, BOOK.vocabulary)
    written = read_case(parse_text("t.json", case_text(rows, BOOK.vocabulary)), BOOK.vocabulary)
    for one in (again, written):
        (a, b) = one.facts["budget_line"]
        assert one.is_given(a, "deviation_reason") is None and a.states.get("approval") is None
        assert all(line.states.get("payment") is None for line in (a, b))
    a, b = again.facts["budget_line"]
    assert again.whole and again.is_given(b, "deviation_reason") is False
    assert written.root.states["budget_line"] == "complete"
