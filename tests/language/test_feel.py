"""The language held against an outside FEEL suite that stands beside the project; what is left out is named with its reason."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal

import pytest
from conftest import ROOT, evaluate

from checker.language.tokens import ExpressionError

PAIRS = ROOT.parent / "shared" / "feel" / "pairs.json"
LEFT_OUT = {
    "0075": "no powers: an expression's cost must stay bounded",
    "1100": "no rounding in a rule: rates are rounded for display only",
    "1101": "no rounding in a rule",
    "1102": "no rounding in a rule",
    "1103": "no substring",
    "1105": "no change of letter case",
    "1106": "no change of letter case",
    "1141": "no rounding in a rule",
    "1142": "no rounding in a rule",
    "1143": "no rounding in a rule",
    "1144": "no rounding in a rule",
}
ONE_WORD = {"string length(": "length(", "starts with(": "starts_with(", "ends with(": "ends_with("}


def reason_to_leave_out(pair) -> str | None:
    suite = pair["suite"].split("-")[0]
    if suite in LEFT_OUT:
        return LEFT_OUT[suite]
    if "**" in pair["expr"]:
        return "no powers"
    return None


def holds(pair) -> bool:
    text = pair["expr"]
    for words, one in ONE_WORD.items():
        text = text.replace(words, one)
    kind, wanted = pair["expected"]
    try:
        found = evaluate(text)
    except ExpressionError:
        return kind == "null"  # a type error is a load error here, where the kit gives null
    if kind == "null":
        return found is None
    if isinstance(found, tuple):
        return found[0] == Decimal(wanted) * found[1]
    if kind == "decimal":
        return isinstance(found, (int, Decimal)) and not isinstance(found, bool) and found == Decimal(wanted)
    if kind == "boolean":
        return found is (wanted == "true")
    return found == wanted


def test_feel_pairs(capsys):
    if not PAIRS.is_file():
        pytest.skip("the outside suite does not stand beside the project")
    counts: Counter[str] = Counter()
    failed = []
    for pair in json.loads(PAIRS.read_text(encoding="utf-8")):
        reason = reason_to_leave_out(pair)
        if reason:
            counts[f"left out: {reason}"] += 1
        elif holds(pair):
            counts["passed"] += 1
        else:
            failed.append(pair["expr"])
    with capsys.disabled():
        left = {reason: n for reason, n in counts.items() if reason != "passed"}
        print(f"\nFEEL: passed {counts['passed']}, left out {sum(left.values())} {left}, failed {len(failed)}")
    assert not failed
