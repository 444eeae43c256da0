"""Runs the examples that rules carry: each must come to the outcome it names, on every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import localcontext
from typing import Any, NamedTuple

from checker.base.errors import InputError, Problem, Text, did_you_mean
from checker.base.parties import party
from checker.base.values import EXACT
from checker.cases.case import Case
from checker.cases.reader import read_case
from checker.engines.evaluator import Judge, evaluate
from checker.engines.outcome import OUTCOME_NAMES, Check
from checker.engines.population import Population
from checker.findings.shown import show
from checker.language.exact import as_ratio
from checker.language.tree import Expr
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.rule import Example, Rule

Engine = Callable[[Plan, Case], Iterable[Check]]
FULL_CODE = 6
"""Digits of the code of a county-level place."""


class Result(NamedTuple):
    """One example and what it came to; `check` is nothing when the rule did not speak of the subject.

    `case` is nothing where the facts could not be read (`problems`); `value` holds what an indicator should have come to
    and did not, `unlike` what of a fail (amount, nature, severity) the example states otherwise, both as they print.
    """

    rule: Rule
    example: Example
    check: Check | None
    outcome: str
    case: Case | None = None
    problems: tuple[Problem, ...] = ()
    value: tuple[Any, Any] | None = None
    unlike: tuple[tuple[Text, Text, Text], ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it came to the outcome it names."""
        return self.outcome == self.example.outcome and self.value is None and not self.unlike and not self.problems


def example_case(book: Rulebook, rule: Rule, example: Example, others: Sequence[Case] | None = None) -> Case:
    """Return the case that an example's facts are a fragment of; raises InputError where they are wrong.

    *others* are its other cases, where they were read already.
    """
    assert rule.source is not None
    case = read_case(rule.source.part(example.facts), book.vocabulary, defaults=_defaults(rule, example), closed=True)
    if example.others and (asked := Population(book, (example.rule or rule.id).__eq__)):
        for each in (case, *(other_cases(book, rule, example) if others is None else others)):
            asked.add(each)
        asked.tell(case)
    return case


def other_cases(book: Rulebook, rule: Rule, example: Example) -> list[Case]:
    """Return the other cases of an example: what they do not state is as in the first, but for the name."""
    assert rule.source is not None
    found: list[Case] = []
    for number, (facts, times) in enumerate(example.others, 1):
        for turn in range(1, times + 1):
            own = {**_defaults(rule, example), "name": f"其他单位{number}-{turn}"}
            found.append(read_case(rule.source.part(facts), book.vocabulary, defaults=own, closed=True))
    return found


def _defaults(rule: Rule, example: Example) -> dict[str, Any]:
    """Return what the cases of an example are where it does not say so: the first of the places, years and units that the rule binds."""
    place = example.jurisdiction or rule.reach.jurisdiction or "43"
    return {
        "name": "示例单位",
        "jurisdiction": place.ljust(FULL_CODE, "0"),
        "fiscal_year": example.year or (rule.validity.years[0] if rule.validity.years else default_year(rule)),
        "budget_level": rule.reach.levels[0] if rule.reach.levels else "district",
        "unit_kind": rule.reach.unit_kinds[0] if rule.reach.unit_kinds else "public_institution",
    }


def default_year(rule: Rule) -> int:
    """Return 2020, or the first whole year after it (else the last before it) in which the rule holds."""
    start, end = rule.validity.start, rule.validity.end
    if start is not None and start.year >= 2020:
        return start.year if (start.month, start.day) == (1, 1) else start.year + 1
    return end.year if end is not None and end.year < 2020 else 2020


def judged(book: Rulebook, rule: Rule, example: Example, case: Case, engine: Engine = evaluate) -> Result:
    """Judge one example whose case was read: its named subject, else every one that the rule applies to, which must all agree."""
    about = book.rules.get(example.rule or rule.id)
    if about is None:
        raise InputError([no_such_rule(book, rule, example)])
    plan = book.plan_of(case, about.id)
    if plan.not_in_force:
        return Result(rule, example, None, "not_in_force", case)
    checks = list(engine(plan, case))
    wanted = meant(book, rule, example, checks)
    if not wanted:
        return Result(rule, example, None, "none", case)
    if len({check.outcome for check in wanted}) > 1:
        return Result(rule, example, None, "error", case, problems=(_which(rule, example, wanted),))
    results = [_held_against(rule, example, case, check) for check in wanted]
    return next((result for result in results if not result.holds), results[0])


def meant(book: Rulebook, rule: Rule, example: Example, checks: Sequence[Check]) -> list[Check]:
    """Return those of *checks* that an example is about: its named subject, else every one that the rule applies to."""
    wanted = [check for check in checks if example.subject in ("", check.subject.id)]
    if not wanted and book.rules[example.rule or rule.id].group is not None:  # by one of the spellings alike in it
        name = party(example.subject, book.confirmed)
        wanted = [check for check in checks if party(check.subject.id, book.confirmed) == name]
    return [check for check in wanted if check.outcome != "not_applicable"] or wanted


def _held_against(rule: Rule, example: Example, case: Case, check: Check) -> Result:
    """Return what the example came to for one subject."""
    differs = None
    if example.value is not None and check.outcome == "pass":
        differs = _value_differs(check, example)
    unlike = tuple(_unlike(check, example)) if check.outcome == example.outcome else ()
    return Result(rule, example, check, check.outcome, case, value=differs, unlike=unlike)


def _which(rule: Rule, example: Example, checks: Sequence[Check]) -> Problem:
    """Return the problem of an example whose subjects come to different outcomes, and that does not say which it is about."""
    assert rule.source is not None
    zh, en = (
        ("、" if lang == "zh" else ", ").join(
            f"{check.subject.id} {OUTCOME_NAMES[check.outcome].say(lang)}" for check in checks[:5]
        )
        for lang in ("zh", "en")
    )
    told = Text(
        f"事实里有 {len(checks)} 条，结论不一样（{zh}），示例没有写说的是哪一条",
        f"the facts hold {len(checks)} subjects that come to different outcomes ({en}), and the example does not say which it is about",
    )
    ident = next((check.subject.id for check in checks if check.outcome == example.outcome), checks[0].subject.id)
    hint = Text(f"写上“对象: {ident}”，或只留一条", f"write “subject: {ident}”, or leave one of them only")
    return Problem("which-subject", rule.source.place(example.node), told, hint)


def _unlike(check: Check, example: Example) -> Iterator[tuple[Text, Text, Text]]:
    """Yield what the example says of a fail and the check does not: what it is, as wanted, as found."""
    judge: Judge = check.judge
    found = {"amount": check.amount, "nature": check.nature, "severity": check.severity}
    for name, label in (
        ("amount", Text("涉及金额", "amount")),
        ("nature", Text("定性", "nature")),
        ("severity", Text("严重程度", "severity")),
    ):
        expr: Expr | None = getattr(example, name)
        if expr is None:
            continue
        with localcontext(EXACT):
            wanted = judge.tracer.trace(expr, (check.subject,)).value
        if wanted != found[name]:
            one, two = (
                Text(*(show(each, expr.type, lang, judge=judge) for lang in ("zh", "en")))
                for each in (wanted, found[name])
            )
            yield label, one, two


def _value_differs(check: Check, example: Example) -> tuple[Any, Any] | None:
    """Return the value wanted and the value found, when they are not exactly the same."""
    judge: Judge = check.judge
    assert example.value is not None
    with localcontext(EXACT):
        found = judge.tracer.trace(judge.rule.require, (check.subject,)).value
        wanted = judge.tracer.trace(example.value, (check.subject,)).value
        one, two = (
            as_ratio(v) if isinstance(v, tuple) or isinstance(w, tuple) else v
            for v, w in ((found, wanted), (wanted, found))
        )
        same = (
            one is not None
            and two is not None
            and (one[0] * two[1] == two[0] * one[1] if isinstance(one, tuple) else one == two)
        )
    return None if same else (wanted, found)


def no_such_rule(book: Rulebook, rule: Rule, example: Example) -> Problem:
    """Return the problem of an example about a rule that does not exist."""
    assert rule.source is not None
    told = Text(
        f"示例说的规则“{example.rule}”不存在", f"the rule {example.rule!r} that this example is about does not exist"
    )
    hint = did_you_mean(example.rule, list(book.rules)) or Text("看 checker rules list", "see checker rules list")
    return Problem("no-rule", rule.source.place(example.node), told, hint)


def example_cases(book: Rulebook, rule: Rule) -> Iterator[tuple[Example, Case]]:
    """Yield the examples of *rule* that can be judged, each with its case; nothing is judged."""
    for example in rule.examples:
        if not example.rule or example.rule in book.rules:
            with suppress(InputError):
                yield example, example_case(book, rule, example)


def run_example(book: Rulebook, rule: Rule, example: Example, engine: Engine = evaluate) -> Result:
    """Read and judge one example; raises InputError where its facts are wrong."""
    return judged(book, rule, example, example_case(book, rule, example), engine)


def run_examples(book: Rulebook, engine: Engine = evaluate, rules: Sequence[Rule] | None = None) -> Iterator[Result]:
    """Yield the result of every example of every rule (or of these *rules*); wrong facts are in its problems."""
    for rule in book.rules.values() if rules is None else rules:
        for example in rule.examples:
            try:
                yield run_example(book, rule, example, engine)
            except InputError as error:
                yield Result(rule, example, None, "error", problems=error.problems)
