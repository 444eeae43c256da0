"""Every rule's own examples on every engine present, and that they would notice a wrong rule."""

from __future__ import annotations

import pytest

from checker.check import load_rules
from checker.explain import explanation, message
from checker.workbench.testing import examine

BOOK = load_rules(examples=True)


@pytest.fixture(scope="module")
def tested():
    """What is found of all rules: worked out by the one worker that runs this file, not by each that lists its tests."""
    return examine(BOOK, list(BOOK.rules.values()), mutate=True)


@pytest.mark.parametrize("rule", BOOK.rules.values(), ids=lambda rule: rule.id)
def test_examples_come_to_their_outcomes(rule, tested):
    told = [c.problem.render("en") for c in tested.complaints if c.rule is rule]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("rule", BOOK.rules.values(), ids=lambda rule: rule.id)
def test_every_check_can_be_said_in_both_languages(rule, tested):
    for result in tested.results:
        if result.rule is rule and result.check is not None:
            for lang in ("zh", "en"):
                said = [message(result.check, lang), *explanation(result.check, lang)]
                assert all(line and "None" not in line for line in said), said


def test_the_examples_of_the_built_in_rules_notice_changes(tested):
    total = sum(one.mutants for one in tested.scores)
    left = sum(len(one.survivors) for one in tested.scores)
    print(f"\n{total} changes, {total - left} noticed, {(total - left) / total:.1%}")
    assert (total - left) / total >= 0.95
