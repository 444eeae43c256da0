"""Runs the examples that rules carry: each must come to the outcome it names, on every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from checker.case import Case
from checker.casefile.reader import read_case
from checker.engines.evaluator import evaluate
from checker.outcomes import Check
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.rule import Example, Rule

Engine = Callable[[Plan, Case], Iterable[Check]]
FULL_CODE = 6
"""Digits of the code of a county-level place."""


class Result(NamedTuple):
    """One example and what it came to; `check` is nothing when the rule did not speak of the subject."""

    rule: Rule
    example: Example
    check: Check | None
    outcome: str

    @property
    def holds(self) -> bool:
        """Whether it came to the outcome it names."""
        return self.outcome == self.example.outcome


def example_case(book: Rulebook, rule: Rule, example: Example) -> Case:
    """Return the case that an example's facts are a fragment of; raises InputError where they are wrong."""
    assert rule.source is not None
    place = example.jurisdiction or rule.reach.jurisdiction or "43"
    year = example.year or (rule.validity.years[0] if rule.validity.years else 2020)
    level = rule.reach.levels[0] if rule.reach.levels else "district"
    kind = rule.reach.unit_kinds[0] if rule.reach.unit_kinds else "public_institution"
    defaults = {"name": "示例单位", "jurisdiction": place.ljust(FULL_CODE, "0"), "fiscal_year": year}
    if len(place) == FULL_CODE:
        defaults["jurisdiction"] = place
    defaults |= {"budget_level": level, "unit_kind": kind}
    return read_case(rule.source.part(example.facts), book.vocabulary, defaults=defaults)


def run_example(book: Rulebook, rule: Rule, example: Example, engine: Engine = evaluate) -> Result:
    """Judge one example: its named subject, else the first that the rule speaks of."""
    case = example_case(book, rule, example)
    plan = book.plan(case, lambda ident: ident == rule.id)
    checks = list(engine(plan, case))
    wanted = [check for check in checks if example.subject in ("", check.subject.id)]
    if not wanted:
        return Result(rule, example, None, "none")
    return Result(rule, example, wanted[0], wanted[0].outcome)


def run_examples(book: Rulebook, engine: Engine = evaluate) -> Iterator[Result]:
    """Yield the result of every example of every rule."""
    for rule in book.rules.values():
        for example in rule.examples:
            yield run_example(book, rule, example, engine)
