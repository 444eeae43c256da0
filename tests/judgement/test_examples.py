"""Every rule's own examples on every engine present, and that they would notice a wrong rule."""

from __future__ import annotations

import os

import pytest
from conftest import NIGHT, ROOT
from survivors import EQUIVALENT, REASONS

from checker.api import load_rules
from checker.authoring.testing import examine, second_engines
from checker.findings.explain import message
from checker.findings.working import explanation

BOOK = load_rules(examples=True)


@pytest.fixture(scope="module")
def tested():
    """What is found of all rules: worked out by the one worker that runs this file, not by each that lists its tests.

    DuckDB is asked of every example in tests/engines/test_sql.py, of its amount and severity, too; here only by night.
    """
    engines = {name: engine for name, engine in second_engines().items() if NIGHT or name != "duckdb"}
    return examine(BOOK, list(BOOK.rules.values()), mutate=True, engines=engines)


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


@pytest.fixture(scope="module")
def left(tested):
    """The changes that no example notices, by rule."""
    return [(score.rule.id, mutant) for score in tested.scores for mutant in score.survivors]


def test_no_example_could_notice_what_is_left(left):
    told = [
        f"{rule} {m.part} {m.what.zh}: {m.after.zh}" for rule, m in left if (rule, m.part, m.what.zh) not in EQUIVALENT
    ]
    assert not told, "\n".join(told)


def test_every_reason_is_needed(left):
    assert EQUIVALENT.keys() == {(rule, mutant.part, mutant.what.zh) for rule, mutant in left}
    assert set(EQUIVALENT.values()) == set(REASONS)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_of_survivors_is_current(lang, tested, left):
    """UPDATE_GOLDEN=1 writes it anew."""
    total = sum(score.mutants for score in tested.scores)
    share = f"{(total - len(left)) / total:.2%}"
    if lang == "zh":
        parts = [
            "# 示例没有发现的改动",
            f"`checker rules test --mutate` 逐处改动内置规则，共 {total} 处，示例发现 {total - len(left)} 处（{share}）。下面 {len(left)} 处改了也不会改变任何结论。",
        ]
        table = ["| 规则 | 改动 | 改后读作 | 理由 |", "|---|---|---|---|"]
    else:
        parts = [
            "# Changes that no example notices",
            f"`checker rules test --mutate` changes the built-in rules in {total} places, one at a time; the examples notice {total - len(left)} ({share}). The {len(left)} below change no outcome at all.",
        ]
        table = ["| Rule | Change | It then reads | Reason |", "|---|---|---|---|"]
    for rule, mutant in left:
        reason = EQUIVALENT[rule, mutant.part, mutant.what.zh]
        table.append(f"| `{rule}` | {mutant.what.say(lang)} | {mutant.after.say(lang)} | {reason} |")
    reasons = [f"- **{key}** {text[lang == 'en']}" for key, text in REASONS.items()]
    text = "\n\n".join([*parts, "\n".join(reasons), "\n".join(table)]) + "\n"
    path = ROOT / "docs" / f"mutation-survivors.{lang}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
