"""Judging takes steps in proportion to the facts: of every rule an example's siblings are multiplied, and calls are counted."""

from __future__ import annotations

import json
import math
import sys

import pytest
import yaml
from conftest import BOOK, HEAD, ROOT

from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.engines.evaluator import evaluate

FEW, MANY = 10, 40
MOST = 1.05
KEYS = [entity.fields["id"] for entity in BOOK.vocabulary.entities.values() if "id" in entity.fields]
IDS = {name for key in KEYS for name in ("id", "编号", key.zh, *key.aliases)}
NUMBERED = {
    name: (
        entity.fields["id"].zh,
        {each for key in entity.once if (field := entity.fields[key]).type == "text" for each in (key, field.zh)},
    )
    for entity in BOOK.vocabulary.entities.values()
    if "id" in entity.fields
    for name in entity.collection
}
"""The collections of things that have a number: what it is called, and the texts that tell one thing from another whatever its number."""
NAMES = {"name", BOOK.vocabulary.entities["unit"].fields["name"].zh}
OUTCOMES = ("fail", "undetermined")
EXAMPLES = {}
for _path in sorted((ROOT / "rules").rglob("*.yaml")):
    _rule = yaml.load(_path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for _example in _rule.get("examples", ()) if isinstance(_rule, dict) else ():
        if (
            _rule.get("id") in BOOK.rules
            and isinstance(_example.get("facts"), dict)
            and _example["outcome"] in OUTCOMES
        ):
            EXAMPLES.setdefault((_rule["id"], _example["outcome"]), _example)
DOUBTS = "what a check that is open on purpose waits for is looked for in all that it has in common with others"
BEYOND = {
    ("offsetting-overrun", "fail"): "where every overrun equals every saving, each of them is counted for each",
    ("offsetting-overrun", "undetermined"): "each lists what all the others lack",
    ("overrun-above-threshold", "undetermined"): DOUBTS,
    ("overrun-hidden-in-total", "undetermined"): DOUBTS,
}
"""Rules that take more, and why: a list that must shrink."""


def texts(value):
    """Yield the texts in *value* that may refer to something."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from () if key in IDS else texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def copied(value, number):
    """Return *value* with an id of its own."""
    if isinstance(value, dict):
        return {k: f"{v}-{number}" if k in IDS else copied(v, number) for k, v in value.items()}
    return [copied(inner, number) for inner in value] if isinstance(value, list) else value


def grown(facts, times):
    """Return *facts* in which what nothing refers to is there *times* times, under the same parents."""
    named = set(texts(facts))
    made = dict(facts)
    for key, listed in facts.items():
        if isinstance(listed, list) and all(isinstance(item, dict) for item in listed):
            own = [item for item in listed if IDS.intersection(item)]  # what is known by its kind cannot be there twice
            alone = [item for item in own if not named.intersection(str(item.get(name)) for name in IDS)]
            made[key] = listed + [copied(item, number) for number in range(1, times) for item in alone]
    return made


def grown_below(facts, times):
    """Return *facts* in which what each thing lists of its own, such as the payments of a line, is there *times* times."""
    return {
        key: [{name: _many(name, inner, times) for name, inner in item.items()} for item in listed]
        if isinstance(listed, list) and all(isinstance(item, dict) for item in listed)
        else listed
        for key, listed in facts.items()
    }


def _many(name, value, times):
    """Return the entries listed under *name* and copies of each under ids of their own; anything else as it is."""
    if name not in NUMBERED or not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return value
    own, telling = NUMBERED[name]
    return value + [
        {
            **{key: f"{inner}-{number}" if key in telling else inner for key, inner in copied(each, number).items()},
            **({} if IDS.intersection(each) else {own: f"{at}-{number}"}),
        }
        for number in range(1, times)
        for at, each in enumerate(value)
    ]


def steps(rule, example, times, grow=grown):
    """Return how many facts a grown example has, and how many calls judging it by *rule* takes."""
    head = {
        key: value for key, value in yaml.safe_load(HEAD).items() if NAMES.isdisjoint(example["facts"]) or key != "name"
    }
    head |= {"year": example["year"]} if "year" in example else {}
    text = json.dumps(head | grow(example["facts"], times), ensure_ascii=False, default=str)
    case = read_case(parse_text("case.json", text), BOOK.vocabulary, closed=True)
    plan = BOOK.plan_of(case, rule)
    count = 0

    def called(frame, event, argument):
        nonlocal count
        count += event == "call"

    evaluate(plan, case)  # what is compiled, and kept from then on, is no part of it
    before = sys.getprofile()
    sys.setprofile(called)
    try:
        evaluate(plan, case)
    finally:
        sys.setprofile(before)
    return sum(map(len, case.facts.values())), count


@pytest.mark.parametrize(("rule", "outcome"), sorted(EXAMPLES))
def test_a_rule_takes_steps_in_proportion_to_the_facts(rule, outcome):
    example = EXAMPLES[rule, outcome]
    (few, short), (many, long) = (steps(rule, example, times) for times in (FEW, MANY))
    if many == few:
        pytest.skip("nothing in its example could be there twice")
    exponent = math.log(long / short) / math.log(many / few)
    if (rule, outcome) in BEYOND:
        assert exponent > MOST, "it takes no more than others: leave it out of the list"
    else:
        assert exponent <= MOST, f"{few} facts {short} calls, {many} facts {long} calls: exponent {exponent:.2f}"
