"""Advice on a wrong expression goes by the error's code: every code has some, and no message text decides."""

from __future__ import annotations

import ast
import itertools

import pytest
from conftest import ROOT, typed
from test_language import REFUSED

from checker.base.errors import Text
from checker.language import arithmetic, calling, types
from checker.language.hints import ADVICE, advice
from checker.language.primaries import _AFTER, WANTED
from checker.language.settling import NAMES
from checker.language.tokens import ExpressionError

MADE = {
    "unlike": {calling.unlike(kind) for kind in (*NAMES, "enum:severity", "enum:nature", "fact:contract")},
    "_apart": {types._apart(one, two) for one, two in itertools.product((*NAMES, "enum:level"), repeat=2)},
    "_senseless": {
        arithmetic._senseless(op, one, two) for op in "+-*/" for one, two in itertools.product(NAMES, repeat=2)
    },
}
"""What the functions can return that make a part of a code."""
SIGNS = {f"bad-character/{sign}" for sign in "%&|!〇?#"}
FAILED = {f"syntax/{wanted}" for wanted in WANTED} | {f"syntax/end{after}" for after in _AFTER.values()}


def codes_of(node):
    """Return every code that an argument can come to, as the call in the source is written."""
    if isinstance(node, ast.Constant):
        return {node.value}
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE:
        return MADE[node.func.id]
    if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
        return {node.left.value + code for code in codes_of(node.right)}
    lead = ast.unparse(node)[2:].partition("}")[0]  # of an f-string
    return {"bad-character/{plain[at]": SIGNS, "type/{about": set(), "syntax/{wanted": FAILED}[lead]


def always(hint):
    """Whether advice as it is written in the source is always there."""
    if isinstance(hint, ast.BoolOp):
        return always(hint.values[-1])
    if isinstance(hint, ast.Call):
        return getattr(hint.func, "id", "") == "Text"
    return ast.unparse(hint) == "advice"  # a Text that was made in the lines before


def raised():
    """Yield each place that makes an error of the language: where, the codes, and whether it always carries advice."""
    for path in sorted((ROOT / "checker" / "language").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name not in ("ExpressionError", "wrong"):
                continue
            lead = "type/" if name == "wrong" else ""
            hint = node.args[4 if name == "wrong" else 3 :]
            yield (
                f"{path.name}:{node.lineno}",
                {lead + code for code in codes_of(node.args[0])},
                hint != [] and always(hint[-1]),
            )


RAISED = list(raised())


def test_the_places_are_found():
    assert len(RAISED) > 45
    assert {"type", "syntax", "bad-character", "unknown-name", "too-deep"} <= {
        code.partition("/")[0] for _, codes, _ in RAISED for code in codes
    }


@pytest.mark.parametrize(("place", "codes", "carried"), RAISED, ids=[place for place, _, _ in RAISED])
def test_every_code_has_advice_or_carries_its_own(place, codes, carried):
    lacking = {code for code in codes if code not in ADVICE and code.partition("/")[0] not in ADVICE}
    assert not lacking or carried, (place, lacking)


def test_no_advice_is_left_over():
    made = {code for _, codes, _ in RAISED for code in codes}
    printed = {code.partition("/")[0] for code in made}
    assert set(ADVICE) <= made | printed, set(ADVICE) - made - printed


@pytest.mark.parametrize("text", [text for text, _, _ in REFUSED], ids=[t[:40] or "empty" for t, _, _ in REFUSED])
def test_no_message_decides(text):
    with pytest.raises(ExpressionError) as caught:
        typed(text, "budget_line")
    error = caught.value
    told = advice(error, text)
    assert told.zh and told.en and told.zh != told.en
    other = ExpressionError(error.detail, error.span, Text("换一句话", "in other words"), error.hint)
    assert advice(other, text) == told


def test_what_is_printed_of_a_code_stays():
    error = ExpressionError("type/condition", (0, 1), Text("一", "one"))
    assert (error.code, error.detail) == ("type", "type/condition")
