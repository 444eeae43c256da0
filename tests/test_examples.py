"""Every rule's own examples, and that each rule has the kinds of example that can show it wrong."""

from collections import Counter

import pytest

from checker.check import load_rules
from checker.errors import InputError
from checker.explain import explanation, message
from checker.workbench.examples import run_example

BOOK = load_rules(examples=True)
EXAMPLES = [(rule, example) for rule in BOOK.rules.values() for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.id}:{e.name or e.outcome}:{e.node.line}" for r, e in EXAMPLES]
)
def test_example_comes_to_its_outcome(rule, example):
    try:
        result = run_example(BOOK, rule, example)
    except InputError as error:
        pytest.fail("\n".join(problem.render("en") for problem in error.problems))
    if result.check is not None:
        for lang in ("zh", "en"):
            said = [message(result.check, lang), *explanation(result.check, lang)]
            assert all(line and "None" not in line for line in said), said
    assert result.holds, f"{rule.file}:{example.node.line}: wanted {example.outcome}, came to {result.outcome}"


@pytest.mark.parametrize("rule", BOOK.rules.values(), ids=lambda rule: rule.id)
def test_rule_has_every_kind_of_example(rule):
    kinds = Counter(example.outcome for example in rule.examples)
    wanted = {"pass", "undetermined"} if rule.indicator else {"pass", "fail", "undetermined"}
    assert wanted <= set(kinds), f"{rule.file} lacks examples of {wanted - set(kinds)}"
    assert any(example.boundary for example in rule.examples), f"{rule.file} lacks an example on the boundary"
