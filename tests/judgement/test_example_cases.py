"""The example cases: what each must find is written here by hand, and its report is drawn as the user sees it."""

from __future__ import annotations

import os
import re

import pytest
from click.testing import CliRunner
from conftest import BOOK, ROOT

from checker.api import check, load_case
from checker.cli.main import main

FOLDER = ROOT / "cases" / "examples"
OPEN = "?"
EXPECTED = {
    "approved-addition": {},
    "zero-base-growth": {"stated-growth": {OPEN + "g2"}},
    "hidden-overrun": {
        "overrun-hidden-in-total": {"project"},
        "offsetting-overrun": {"show"},
        "overrun-above-threshold": {"show"},
        "spending-over-adjusted-budget": {"show"},
        "addition-approved": {"show"},
    },
    "split-tender": {"contract-splitting": {"C0201 软件开发"}},
    "investment-over-estimate": {"estimate-within-tenth": {"lab"}, "final-within-approved-estimate": {"lab"}},
    "retired-counted": {"staff-within-establishment": {"示例区农机站"}},
    "table-against-prose": {"same-figure-twice": {"s1"}, "stated-sum": {"s2"}},
    "yuan-against-wan": {
        "amount-unit-plausible": {"guard"},
        "parts-sum-to-total": {"project"},
        "overrun-above-threshold": {"guard"},
        "overrun-hidden-in-total": {"project"},
        "spending-over-adjusted-budget": {"guard"},
        "addition-approved": {"guard"},
        "deviation-explained": {"guard"},
        "carry-over-within-budget": {"guard"},
    },
    "truncated-not-rounded": {"stated-ratio": {"r1"}},
    "idle-two-years": {"carried-two-years": {"station"}},
    "self-score-too-high": {
        "quantified-score-proportional": {"预算执行率"},
        "deviation-explained": {"hall"},
        "missed-target-explained": {"预算执行率"},
        "no-problems-claimed": {"示例市科技馆"},
    },
}
"""By case: the rules that are not met, with their subjects; those that stay open are marked. Nothing else may be said."""
REGISTERS = {
    "carry-over-used": {},
    "framework-order": {},
    "works-supplement": {},
    "small-self-purchase": {},
    "subordinate-before-2020-10": {},
    "emergency-purchase": {},
    "lecture-fee-to-own-staff": {"own-staff-lecture-fee": {"f1"}},
    "works-underpaid": {"progress-payment-at-least-eighty": {"g1"}, "retention-within-three-percent": {"g2"}},
    "disposal-without-approval": {
        "disposal-appraised": {"d1"},
        "disposal-decided-and-approved": {"d1"},
        "disposal-income-remitted": {"d1"},
    },
    "bond-money-on-wages": {"bond-money-on-capital": {"p2"}},
    "single-source-short-notice": {"single-source-announced": {"c1"}, "single-source-within-tenth": {"c2"}},
    "wages-and-allowances": {
        "allowance-approved": {"j1"},
        "temporary-staff-insured": {"示例县交通运输局"},
        "transport-subsidy-within-limit": {"j2"},
    },
}
"""Registers and excerpts, which leave most of a unit unsaid: the rules that are not met. Where there is none, nothing is asked either."""


def test_every_case_is_here():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == EXPECTED.keys() | REGISTERS.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_it_finds_what_it_shows_and_nothing_else(name):
    found: dict[str, set[str]] = {}
    for one in check([load_case(str(FOLDER / f"{name}.yaml"), BOOK)], BOOK).checks:
        if one.outcome in ("fail", "undetermined") and not one.rule.indicator:
            subject = one.subject.id.rpartition("/")[2]
            found.setdefault(one.rule.id, set()).add((OPEN if one.outcome == "undetermined" else "") + subject)
    assert found == EXPECTED[name]


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_is_asked_for_what_it_shows_and_nothing_else(name):
    report = check([load_case(str(FOLDER / f"{name}.yaml"), BOOK)], BOOK)
    found: dict[str, set[str]] = {}
    for one in report.checks:
        if one.outcome == "fail" and not one.rule.indicator:
            found.setdefault(one.rule.id, set()).add(one.subject.id.rpartition("/")[2])
    assert found == REGISTERS[name]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*EXPECTED, *REGISTERS])
def test_the_report_is_as_drawn(name, lang, monkeypatch):
    """UPDATE_GOLDEN=1 writes it anew; read it with an auditor's eyes."""
    monkeypatch.chdir(ROOT)
    made = CliRunner().invoke(
        main, ["run", f"cases/examples/{name}.yaml", "--engine", "evaluator", "--lang", lang], env={"COLUMNS": "100"}
    )
    nothing = {"zh": "没有发现需要处理的问题|还没有判断", "en": "[Nn]othing to settle was found|not judged"}[lang]
    assert (re.search(nothing, made.output) is not None) == (not (EXPECTED | REGISTERS)[name]), (
        "what shows nothing is asked for nothing"
    )
    golden = ROOT / "tests" / "golden" / "cases" / f"{name}.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made.output, encoding="utf-8")
    assert made.output == golden.read_text(encoding="utf-8")
