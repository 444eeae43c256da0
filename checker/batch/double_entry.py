"""Double entry for batches: what the evaluator says of the same case, and where the two books differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from checker.batch.population import Figures, told_cases
from checker.cases.case import Case
from checker.engines.evaluator import evaluate
from checker.rulebook.book import Plan, Rulebook


class Verdict(NamedTuple):
    """One check as one book has it; `severity` is None where that book does not keep it."""

    outcome: str
    amount: int | None
    severity: str | None


class Book(NamedTuple):
    """Everything the evaluator says of a case, by rule and subject id ("" where a whole collection is meant)."""

    rules: frozenset[str]
    verdicts: dict[tuple[str, str], Verdict]


class Disagreement(NamedTuple):
    """One check on which the books differ; either may lack it altogether."""

    case: int
    rule: str
    subject: str
    sql: Verdict | None
    evaluator: Verdict | None

    def say(self) -> str:
        """Return both derivations in one line."""
        told = [
            f"{v.outcome} {'' if v.amount is None else v.amount} {v.severity or ''}".strip() if v else "—"
            for v in (self.sql, self.evaluator)
        ]
        return f"case {self.case} {self.rule} {self.subject}: SQL {told[0]} ≠ evaluator {told[1]}"


class Derived(NamedTuple):
    """What was derived twice: checks, how many of them findings, and the disagreements."""

    checks: int
    findings: int
    disagreements: tuple[Disagreement, ...]


def by_evaluator(plan: Plan, case: Case) -> Book:
    """Return the evaluator's book of one case."""
    found: dict[tuple[str, str], Verdict] = {}
    for check in evaluate(plan, case, traced=False):
        whole = check.subject is case.root and check.rule.entity != case.root.entity
        found[(check.rule.id, "" if whole else check.subject.id)] = Verdict(check.outcome, check.amount, check.severity)
    return Book(frozenset(rule.id for rule in plan.rules), found)


def compare(number: int, ours: Book, theirs: dict[tuple[str, str], Verdict]) -> list[Disagreement]:
    """Return where SQL's book of one case differs from the evaluator's: an outcome, or a finding's amount or severity.

    A collection that does not apply as a whole is counted in SQL but not listed; it may be lacking there.
    """
    wrong = []
    for key in ours.verdicts.keys() | theirs.keys():
        mine, other = ours.verdicts.get(key), theirs.get(key)
        if mine is None or other is None:
            if other is None and mine is not None and mine.outcome == "not_applicable" and not key[1]:
                continue
        elif mine.outcome == other.outcome and (
            mine.outcome not in ("fail", "undetermined") or other.severity is None or mine[1:] == other[1:]
        ):
            continue
        wrong.append(Disagreement(number, *key, other, mine))
    return sorted(wrong, key=lambda found: (found.rule, found.subject))


def sample(cases: Sequence[int], size: int, seed: int, salt: int) -> set[int]:
    """Return *size* of *cases*, the same for the same seed."""
    if size >= len(cases):
        return set(cases)
    drawn: set[int] = set()
    turn = 0
    while len(drawn) < size:
        drawn.add(cases[int.from_bytes(sha256(f"{seed}/{salt}/{turn}".encode()).digest()) % len(cases)])
        turn += 1
    return drawn


def compare_with_evaluator(
    connection: Any,
    book: Rulebook,
    plan: Plan,
    verdicts: Callable[[list[int]], dict[tuple[int, str, str], Verdict]],
    cases: list[int],
    others: Figures | None = None,
) -> Derived:
    """Compare *verdicts* of *cases* with the evaluator's; both rest on the figures that *others* gave."""
    checks = findings = 0
    wrong: list[Disagreement] = []
    for start in range(0, len(cases), 500):
        part = cases[start : start + 500]
        theirs: dict[int, dict[tuple[str, str], Verdict]] = {}
        for (number, *key), verdict in verdicts(part).items():
            theirs.setdefault(number, {})[key[0], key[1]] = verdict
        for number, _, case in told_cases(connection, book.vocabulary, others, part):
            ours = by_evaluator(plan, case)
            mine = {key: value for key, value in theirs.get(number, {}).items() if key[0] in ours.rules}
            wrong += compare(number, ours, mine)
            checks += len(ours.verdicts)
            findings += sum(v.outcome in ("fail", "undetermined", "error") for v in ours.verdicts.values())
    return Derived(checks, findings, tuple(wrong))
