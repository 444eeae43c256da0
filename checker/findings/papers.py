"""The documents to provide: what settles the open findings of problems, each document once; and what a report does not mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.findings.finding import Finding
from checker.findings.problems import ProblemGroup


class Asked(NamedTuple):
    """One document, the key of whom to ask, the numbers of the problems it settles, and for how many subjects it is asked."""

    text: Text
    whom: str
    problems: tuple[int, ...]
    subjects: int


def papers_of(problems: Sequence[ProblemGroup], routine: Iterable[Finding] = ()) -> list[Asked]:
    """Return the documents that settle *problems*, in the order of the first problem of each: the same in every language.

    What a report does not mention (*routine*) is asked for with the problem of its name in the unit, where there is one.
    """
    numbers = {(problem.case.file, problem.key): problem.no for problem in reversed(problems)}
    waiting = ((numbers.get((finding.case.file, finding.rule.problem)), finding) for finding in routine)
    found = [(problem.no, finding) for problem in problems for finding in problem.findings]
    found += [(no, finding) for no, finding in waiting if no is not None]
    return _gathered(sorted(found, key=lambda pair: pair[0]))


def routine_of(findings: Iterable[Finding], asked: Sequence[Asked]) -> list[Asked]:
    """Return the documents of which a report says nothing, but those that are *asked* for already."""
    known = {each.text for each in asked}
    return [each._replace(problems=()) for each in _gathered((0, f) for f in findings) if each.text not in known]


def _gathered(findings: Iterable[tuple[int, Finding]]) -> list[Asked]:
    found: dict[Text, tuple[str, dict[int, None], set[tuple[str, str]]]] = {}
    for no, finding in findings:
        for each in finding.wanted if finding.outcome == "undetermined" else ():
            if each.listed is not None or each.advice or not each.there:
                continue
            _, numbers, subjects = found.setdefault(each.text, (each.whom, {}, set()))
            numbers[no] = None
            subjects.add((finding.case.file, finding.subject.id))
    return [Asked(text, whom, tuple(sorted(n)), len(s)) for text, (whom, n, s) in found.items()]
