"""The laws of judgement, on the evaluator and on DuckDB.

They are held over every bundled case, every example case, the cases of test_judgement and every rule's examples.

Taking away. A fact is taken away when a key is removed, its value becomes 待填, a list is no longer known to be complete, or
what was said of the whole report (transcribed whole, not disclosed) is not said. Then, for every rule and every subject:
what is met afterwards was met before. So no fail and nothing open becomes a pass, and no pass arises where there was none.
Two exceptions, both of rules that did not apply. One may be met once it is no longer known whether it applies, since its
requirement holds either way; and where a report was transcribed whole a key that is removed says that the report is silent
on it, by which a rule may come to apply and be met. Taking an entry out of a list is not taking a fact away: the list then
says something else, it does not say less.

What is still to be filled in has no exceptions; a key that is removed makes an excerpt silent, and silence may have a meaning:
an exemption that nobody states is none, an approval of no stated kind is one of budget. Rules where it has are listed.

The mirror of it: no breach and no contradiction is found afterwards that was not found before, but where a report is silent by
now. A query may be: it may ask for the very paper that was taken away.

Evidence. Whatever is met rests on a figure or text that was read (checker/language/evidence.py).
Drawn. The laws are held over cases drawn at random as well, with no more claimed than was spent, paid or contracted.
Order. The order of keys and of entries changes nothing. Units. An amount written in another unit with its last digit where it
was changes nothing. Engines. DuckDB comes to the same, so that all of this holds there; a seeded sample of changes is tried,
all of them under CHECKER_NIGHTLY=1. Facts are taken away by day in a third of all places.
"""

from __future__ import annotations

import random
from decimal import localcontext
from functools import cache
from itertools import islice

import pytest
from conftest import NIGHT
from laws import (
    BOOK,
    Key,
    amounts,
    cases,
    examples,
    key_of,
    rewritten,
    shuffled,
    taken,
    texts,
)
from random_cases import Drawn
from test_judgement import CASES, whole
from test_judgement_more import CASES as MORE

from checker import api
from checker.authoring.testing import duckdb_available
from checker.base.values import EXACT
from checker.documents.node import Node
from checker.engines.double_entry import first_verdict
from checker.engines.evaluator import evaluate
from checker.engines.outcome import Check
from checker.language.evidence import rests_on

OTHERS = [case for case in MORE if ":" not in case.name]
"""Not the wordings, each of which is the same case once more."""
ALL = [*cases(), *texts((case.name, whole(case.text)) for case in (*CASES, *OTHERS)), *examples()]
SEED = 19
SAMPLE = 200
"""Changes tried on DuckDB of an ordinary day."""
BY_DAY = 3
"""Of so many documents with a fact taken away one is tried on an ordinary day."""


def tried(law, place):
    """Return *law*'s document with one fact taken away, in each way that is tried of it today."""
    if NIGHT:
        return taken(law.root)
    if law.rules:  # one rule each: of every rule its first example, and each third
        return taken(law.root) if law.number % BY_DAY == 0 else ()
    return islice(taken(law.root), place % BY_DAY, None, BY_DAY)  # all rules: a third of what every document gives


EVIDENCE = "what was taken away was itself the evidence of the violation"
CLAIMS = "what was taken away is how the claim reads (its text, its sign), or the base on which it holds: the case holds it no longer"
CONTRACTS = (
    "an exception that nobody states is none; a budget or date that is not shown leaves the contract and its own date"
)
TABLES = "a figure that names neither its total nor how it divides one is no part of any: drafts of documents name both"
ARISING: dict[str, str] = {
    "account-columns-add-up": EVIDENCE + ": that a figure which names no total is a part of one",
    "account-rows-add-up": EVIDENCE + ": that a figure which names no total is a part of one",
    "addition-approved": EVIDENCE + ": that the approval is none of budget",
    "approved-before-spending": EVIDENCE + ": the earlier payment",
    "contract-within-procurement-budget": CONTRACTS,
    "procedure-at-limit": CONTRACTS,
    "no-template-text": EVIDENCE + ": the text that holds the template",
    "overrun-above-threshold": EVIDENCE + ": a total's own carry-over, smaller than that of its items",
    "same-payment-twice": EVIDENCE + ": the invoice that both were paid on",
    "spending-over-adjusted-budget": EVIDENCE + ": a line's own adjusted budget, smaller than that of its parts",
    "stated-difference": CLAIMS,
    "stated-ratio": CLAIMS,
    "unbudgeted-share": EVIDENCE + ": the budget of another part, without which the line above has more left",
}
"""Rules with a pass that arises where a key is removed, and why: silence has a meaning, which 待填 has not."""
ACCUSING: dict[str, str] = {
    "account-columns-add-up": TABLES,
    "account-rows-add-up": TABLES,
    "bid-bond-within-limit": CONTRACTS,
    "bonds-not-in-cash": CONTRACTS,
    "candidates-announced-three-days": CONTRACTS,
    "consultation-open-ten-days": CONTRACTS,
    "open-tender-threshold": CONTRACTS,
    "performance-bond-within-tenth": CONTRACTS,
    "same-figure-twice": CLAIMS,
    "single-source-announced": CONTRACTS,
    "stated-count": CLAIMS,
    "stated-difference": CLAIMS,
    "stated-growth": CLAIMS,
    "stated-increase": CLAIMS,
    "stated-per-head": CLAIMS,
    "stated-product": CLAIMS,
    "stated-ratio": CLAIMS,
    "stated-sum": CLAIMS,
    "supplement-within-tenth": CONTRACTS,
    "tender-document-five-workdays": CONTRACTS,
    "tender-open-twenty-days": CONTRACTS,
    "works-bid-bond-within-limit": CONTRACTS,
    "works-document-five-days": CONTRACTS,
    "works-tender-open-twenty-days": CONTRACTS,
}
"""Rules that accuse of something once a key is removed from an excerpt, and why; one that no longer does has to go."""


def arising(before: dict[Key, Check], after: dict[Key, Check], silent: bool) -> list[Key]:
    """Return what is met *after* a fact was taken away and was not met *before*; *silent* where the report now is."""
    found = []
    for key, check in after.items():
        if check.outcome != "pass":
            continue
        was = before[key].outcome if key in before else "none"
        if was != "pass" and not (was in ("none", "not_applicable") and (silent or not surely_applies(check))):
            found.append(key)
    return found


def surely_applies(check: Check) -> bool:
    """Whether it is known that the rule applies to the subject of *check*."""
    judge, s = check.judge, (check.subject,)
    with localcontext(EXACT):
        when = True if judge.when is None else judge.when(s)
        unless = False if judge.unless is None else judge.unless(s)
        return when is True and unless is False and judge.in_force(check.subject) is True


def accusing(before: dict[Key, Check], after: dict[Key, Check]) -> list[Key]:
    """Return the breaches and contradictions found *after* a fact was taken away and not found *before*."""

    def guilty(check: Check | None) -> bool:
        return check is not None and check.outcome == "fail" and check.nature in ("breach", "contradiction")

    return [key for key, check in after.items() if guilty(check) and not guilty(before.get(key))]


def evidence(check: Check) -> bool:
    """Whether a pass rests on something; an indicator and a check without a subject of its own state no pass."""
    if check.outcome != "pass" or check.rule.indicator or check.subject.entity.removesuffix("*") != check.rule.entity:
        return True
    with localcontext(EXACT):
        return bool(rests_on(check.judge.traces(check.subject)["require"]))


def only_known(found: dict[str, list[str]], known: dict[str, str]) -> None:
    """Fail on rules that are not *known* to break a law, and, where all was tried, on known ones that keep it by now."""
    told = [f"{rule}: {len(places)} times, first {places[0]}" for rule, places in found.items() if rule not in known]
    told += [f"{rule} keeps the law now: take it off the list" for rule in known if NIGHT and rule not in found]
    assert not told, "\n".join(told)


def test_nothing_is_met_or_accused_for_want_of_a_fact():
    found: dict[bool, dict[str, list[str]]] = {True: {}, False: {}}  # where a key was removed, and where it is open
    accused: dict[bool, dict[str, list[str]]] = {True: {}, False: {}}
    bare: dict[str, list[str]] = {}
    count = 0
    for place, law in enumerate(ALL):
        before = law.judge(law.root)
        assert before is not None, law.name
        for key, check in before.items():
            if not evidence(check):
                bare.setdefault(key[0], []).append(law.name)
        for told, root in tried(law, place):
            after = law.judge(root)
            if after is None:
                continue
            count += 1
            whole = any(check.case.whole for check in after.values())
            removed = told.endswith("removed")
            silent = whole and removed
            for key in arising(before, after, silent):
                found[removed].setdefault(key[0], []).append(f"{law.name} {told}")
            for key in () if silent else accusing(before, after):
                accused[removed].setdefault(key[0], []).append(f"{law.name} {told}")
            for key, check in after.items():
                if not law.rules and before.get(key, check).outcome == "pass":
                    continue  # a large case: what was met before was looked at above
                if not evidence(check):
                    bare.setdefault(key[0], []).append(f"{law.name} {told}")
    print(f"\n{count} documents with one fact less")
    only_known(found[False], {})
    only_known(found[True], ARISING)
    only_known(accused[False], {})
    only_known(accused[True], ACCUSING)
    only_known(bare, {})


def told_of(checks: dict[Key, Check]) -> dict[Key, tuple[object, ...]]:
    """Return all that a check concludes."""
    return {key: (c.outcome, c.amount, c.own, c.severity, c.marks) for key, c in checks.items()}


@cache
def unchanged(number: int) -> dict[Key, tuple[object, ...]]:
    """Return what is concluded of a document as it stands, which three tests hold against."""
    before = ALL[number].judge(ALL[number].root)
    assert before is not None, ALL[number].name
    return told_of(before)


def differing(number: int, root: Node) -> str:
    """Return what *root* changes about the conclusions of the law of that number."""
    law = ALL[number]
    one, after = unchanged(number), law.judge(root)
    if after is None:
        return f"{law.name}: refused"
    two = told_of(after)
    wrong = [key for key in one.keys() | two.keys() if one.get(key) != two.get(key)]
    return f"{law.name}: {[(key[0], one.get(key), two.get(key)) for key in wrong[:2]]}" if wrong else ""


def test_order_changes_nothing():
    chance = random.Random(SEED)
    wrong = [told for at, law in enumerate(ALL) if (told := differing(at, shuffled(law.root, chance)))]
    assert not wrong, "\n".join(wrong[:10])


@pytest.mark.parametrize("coarse", [True, False], ids=["亿元", "元"])
def test_the_unit_of_an_amount_changes_nothing(coarse):
    wrong, changed = [], 0
    for at, law in enumerate(ALL):
        case = law.read(law.root)
        assert case is not None
        places = amounts(case)
        changed += len(places)
        wrong.append(differing(at, rewritten(law.root, places, coarse)))
    assert changed > 2000
    assert not any(wrong), "\n".join([told for told in wrong if told][:10])


DRAWN = 150 if NIGHT else 6
"""Random cases that the laws are tried on; of each so many changes:"""
CHANGES = 6 if NIGHT else 3
ODD: dict[str, str] = {
    "addition-approved": "a carry-over that is open lets it off no longer, and the approvals are enough either way",
    "open-tender-threshold": "without a date it is open where some years' threshold lets it off and the tender meets the others",
}
"""Rules by which a pass may arise in a random case, and why."""
SILENT: dict[str, str] = {
    "goal-without-budget": EVIDENCE + ": that the approval is none of budget",
    "spending-never-budgeted": EVIDENCE + ": that the approval is none of budget",
}
"""The same, where a key is removed: 待填 has no exception."""


@pytest.mark.parametrize("number", range(DRAWN))
def test_the_laws_hold_of_cases_drawn_at_random(number):
    """No more than was spent, paid, hosted or contracted is claimed; order and units change nothing; nothing taken away helps."""
    drawn = Drawn(number)
    (law,) = texts([(f"drawn {number}", drawn.text())])
    case, before = law.read(law.root), law.judge(law.root)
    if case is None or before is None:
        pytest.skip("refused: it lists one approval twice")
    split = {id(fact.values.get("parent")) for fact in case.facts["budget_line"]}
    lines = [
        fact
        for fact in case.facts["budget_line"]
        if fact.values["kind"] in ("item", "basic") or (fact.values["kind"] == "project" and id(fact) not in split)
    ]
    most = sum(max(line.values.get("actual", 0), paid_out(line)) for line in lines)
    above = [fact.values.get("actual", 0) for fact in case.facts["budget_line"] if fact not in lines]
    others = [*case.facts.get("contract", ()), *case.facts.get("three_public_line", ())]
    most = max([most, *above]) + sum(max(fact.values.get("amount", 0), fact.values.get("actual", 0)) for fact in others)
    assert api.check([case], BOOK).amount(("query", "breach")) <= most
    assert not [key for key, found in before.items() if found.outcome == "error" or not evidence(found)]
    told = told_of(before)
    places = amounts(case)
    for root in (shuffled(law.root, drawn.chance), *(rewritten(law.root, places, coarse) for coarse in (True, False))):
        after = law.judge(root)
        assert after is not None and told_of(after) == told
    changes = list(taken(law.root))
    for what, root in drawn.chance.sample(changes, min(CHANGES, len(changes))):
        after = law.judge(root)
        if after is None:
            continue
        removed = what.endswith("removed")
        silent = removed and any(found.case.whole for found in after.values())
        arisen = [
            key
            for key in arising(before, after, silent)
            if key[0] not in ODD and not (removed and key[0] in ARISING | SILENT)
        ]
        assert not arisen, (what, arisen)
        accused = [] if silent else [key for key in accusing(before, after) if not (removed and key[0] in ACCUSING)]
        assert not accused, (what, accused)


def paid_out(line) -> int:
    """Return what was paid from a line, without what came back."""
    return sum(max(fact.values.get("amount", 0), 0) for fact in line.related.get("payment", ()))


@pytest.mark.skipif(not duckdb_available(), reason="DuckDB is not installed (pip install checker[batch])")
def test_duckdb_keeps_the_laws_too():
    from checker.batch.in_memory import second_verdicts

    changes = [(law, told, root) for law in ALL for told, root in taken(law.root)]
    chance = random.Random(SEED)
    if not NIGHT:
        own = [change for change in changes if change[0].rules]
        whole = [change for change in changes if not change[0].rules]
        changes = chance.sample(own, SAMPLE) + chance.sample(whole, SAMPLE // 20)
    print(f"\n{len(changes)} changes tried on DuckDB, seed {SEED}{'' if NIGHT else ' (CHECKER_NIGHTLY=1 tries all)'}")
    laws = {law.name: law for law, _, _ in changes}
    documents = [(law, "", law.root) for law in laws.values()]
    documents += [(law, "in another order", shuffled(law.root, chance)) for law in laws.values()] + changes
    checks: list[Check] = []
    at: list[tuple[str, str, Key]] = []
    for law, told, root in documents:
        case = law.read(root)
        if case is None or case.inferred:
            continue
        plan = BOOK.plan_of(case, *law.rules) if law.rules else BOOK.plan(case)
        for check in evaluate(plan, case, traced=False):
            checks.append(check)
            at.append((law.name, told, key_of(check)))
    verdicts = [second.verdict for second in second_verdicts(checks)]
    outcomes = {place: verdict for place, verdict in zip(at, verdicts, strict=True) if verdict is not None}
    assert len(outcomes) > 0.9 * len(checks)
    wrong = []
    for (name, told, key), check in zip(at, checks, strict=True):
        verdict = outcomes.get((name, told, key))
        if verdict is None:
            continue
        before, meant = outcomes.get((name, "", key), "none"), told.endswith("removed") and key[0] in ARISING
        if verdict != first_verdict(check):
            wrong.append(f"{name} {told}: {key[0]}: DuckDB {verdict}, evaluator {check.outcome}")
        elif told == "in another order" and verdict != before:
            wrong.append(f"{name} {told}: {key[0]}: {before} became {verdict}")
        elif verdict == "pass" and before in ("fail", "undetermined") and not meant:
            wrong.append(f"{name} {told}: {key[0]}: {before} became a pass")
    assert not wrong, "\n".join(wrong[:20])
