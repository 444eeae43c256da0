"""Documents of three kinds, as units write them: few papers, one screen, no false alarm, and what is wrong in a twin is found."""

from __future__ import annotations

import pytest
from conftest import BOOK, ROOT

from checker.casefile.reader import read_case
from checker.casefile.source import parse_text
from checker.check import check
from checker.reports import Options, render

FOLDER = ROOT / "tests" / "documents"
LINES, PAPERS = 45, 8


def report_on(text: str):
    return check([read_case(parse_text("document.yaml", text), BOOK.vocabulary)], BOOK)


def read(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


NAMES = ["three-public-statement", "project-evaluation", "whole-evaluation-excerpt"]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_in_order_raises_no_alarm(name):
    report = report_on(read(name))
    assert not [c.rule.id for c in report.checks if c.outcome in ("fail", "error")]
    assert len(report.papers()) <= PAPERS, [paper.text for paper in report.papers()]
    assert len(render("table", report, Options("zh")).split("\n")) <= LINES
    judged = len(report.ledger.by_rule) + len(report.not_in_force) + len(report.outside)
    assert judged == len(BOOK.rules)  # no rule vanishes


@pytest.mark.parametrize(
    ("name", "right", "wrong", "rule"),
    [
        ("three-public-statement", "budget: 6.50, actual: 5.82", "budget: 6.50, actual: 6.82", "three-public-adds-up"),
        ("three-public-statement", "下降11.76%", "增长11.76%", "stated-growth"),
        ("three-public-statement", "budget: 2.00, actual: 1.50", "budget: 1.20, actual: 1.50", "three-public-line-within-budget"),
        ("project-evaluation", "score: 48,", "score: 51,", "score-within-weight"),
        ("project-evaluation", "reported_score: 96.5", "reported_score: 98", "scores-add-up"),
        ("project-evaluation", "actual: 115.80", "actual: 135.80", "spending-over-adjusted-budget"),
        ("whole-evaluation-excerpt", "98.87%, of", "96.87%, of", "stated-ratio"),
        ("whole-evaluation-excerpt", "initial_budget: 110.00, actual: 108.60", "initial_budget: 90.00, actual: 108.60", "overrun-above-threshold"),
        ("whole-evaluation-excerpt", "in_service: 44人", "in_service: 48人", "staff-within-establishment"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_it_is_found(name, right, wrong, rule):
    text = read(name)
    assert right in text
    report = report_on(text.replace(right, wrong))
    failed = {c.rule.id for c in report.checks if c.outcome == "fail"}
    assert any(found.startswith(rule) for found in failed), failed
