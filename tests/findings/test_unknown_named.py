"""What is open names what would settle it: a figure, a list or a paper of the case, never just that it is open."""

from __future__ import annotations

import pytest
from conftest import ROOT

from checker.api import check, load_case, load_rules
from checker.authoring.examples import run_examples
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.findings.case_shown import CaseShown
from checker.findings.explain import message
from checker.findings.finding import Finding
from checker.findings.lacking import missing_names, paper
from checker.findings.rule_shown import RuleShown

BOOK = load_rules(examples=True)
CASES = sorted((ROOT / "cases").rglob("*.yaml")) + sorted((ROOT / "tests" / "judgement" / "documents").glob("*.yaml"))


def unnamed(checks):
    """Return the open checks that do not say, in a word of the vocabulary, what they wait for."""
    found = []
    for one in checks:
        if one is None or one.outcome != "undetermined":
            continue
        parts = [m for m in one.missing if (m.why in ("null", "zero") and m.fact is None) or not m.name]
        papers = [paper(m, one, lang) for m in one.missing for lang in ("zh", "en")]
        paths = Finding(one, RuleShown.of(one.rule), CaseShown(one.case), None).missing
        if not one.missing or parts or not all(missing_names(one, "zh")) or not all(papers) or "parameters." in paths:
            found.append((one.rule.id, message(one, "zh"), paths))
    return found


def test_every_open_example_names_what_is_missing():
    assert not unnamed(result.check for result in run_examples(BOOK))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_open_check_of_a_case_names_what_is_missing(path):
    case = load_case(str(path), BOOK)
    assert not unnamed(check([case], BOOK).checks)


def test_a_heading_that_is_still_to_be_filled_in_is_not_said_to_be_none():
    case = read_case(
        parse_text("a.yaml", "单位名称: 某局\n行政区划: 待填\n预算级次: 待填\n单位性质: 机关\n预算年度: 2024\n"),
        BOOK.vocabulary,
    )
    waiting = [
        m for one in check([case], BOOK).checks for m in one.missing if m.name in ("budget_level", "jurisdiction")
    ]
    assert waiting and {m.why for m in waiting} == {"not_given"}
