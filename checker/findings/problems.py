"""The findings of a unit gathered into numbered problems, the money of each counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import localcontext
from typing import NamedTuple

from checker.base.errors import Text
from checker.base.values import EXACT
from checker.cases.case import Case
from checker.engines.outcome import SEVERITY_ORDER, Check
from checker.findings.finding import CaseShown, Finding, list_asked
from checker.findings.stakes import at_stake, count, in_order
from checker.language.causes import Missing
from checker.rulebook.rule import NATURES

CLASSES = ("contradiction", "breach", "disclosure", "query", "undetermined", "error")
"""The order in which problems are printed: what is established, what is to be disclosed, what will be asked, what is open."""
NOT_MENTIONED = "not-mentioned"
"""The problem that gathers what a case says nothing of: one for a unit, however many rules wait for it."""
NOT_MENTIONED_TITLE = Text("没有提到、需要另外提供的资料", "Not mentioned, to be provided")


class ProblemGroup(NamedTuple):
    """Findings of one unit with one cause, numbered and counted once.

    `own` is the money at stake in it alone, in fen, None when there is none; `amount` is what of that no earlier problem counts.
    """

    no: int
    key: str
    title: Text
    outcome: str
    nature: str
    severity: str
    own: int | None
    amount: int | None
    findings: tuple[Finding, ...]
    case: CaseShown

    @property
    def kind(self) -> str:
        """The class it is printed under: its nature, or undetermined, or error."""
        return self.outcome if self.outcome in ("undetermined", "error") else self.nature

    def __repr__(self) -> str:
        return f"<ProblemGroup {self.no} {self.key}: {self.kind}, {len(self.findings)} findings>"


class Draft(NamedTuple):
    """A problem while its checks are gathered and its money is counted."""

    no: int
    key: str
    title: Text
    outcome: str
    nature: str
    severity: str
    own: int | None
    amount: int | None
    checks: tuple[Check, ...]
    case: Case

    @property
    def kind(self) -> str:
        """The class it is printed under."""
        return self.outcome if self.outcome in ("undetermined", "error") else self.nature

    def finished(self, findings: Mapping[int, Finding], case: CaseShown) -> ProblemGroup:
        """Return the problem with the finding of each check, which *findings* has by its identity."""
        return ProblemGroup(*self[:-2], tuple(findings[id(check)] for check in self.checks), case)


def gathered(checks: Sequence[Check]) -> list[Draft]:
    """Return the problems in the order in which they are printed, numbered."""
    groups: dict[tuple[str, str, str, str], list[Check]] = {}
    for check in checks:
        if not check.is_finding or (check.rule.indicator and check.outcome == "undetermined"):
            continue
        key = NOT_MENTIONED if _not_mentioned(check) else check.rule.problem
        groups.setdefault(
            (check.case.file, key, check.outcome, check.nature if check.outcome == "fail" else ""), []
        ).append(check)
    drafts: list[Draft] = []
    for (_, key, outcome, _), members in groups.items():
        severity = max((check.severity for check in members), key=SEVERITY_ORDER.index)
        nature = min((check.nature for check in members), key=list(NATURES).index)
        titles = {check.rule.problem_title for check in members} - {None}
        rules = {check.rule.id for check in members}
        title = next(iter(titles)) if titles and (len(rules) > 1 or outcome != "fail") else None
        if key == NOT_MENTIONED:
            title = NOT_MENTIONED_TITLE
        drafts.append(
            Draft(
                0,
                key,
                title or members[0].rule.title,
                outcome,
                nature,
                severity,
                at_stake(members),
                None,
                tuple(members),
                members[0].case,
            )
        )
    drafts.sort(
        key=lambda p: (p.case.file, CLASSES.index(p.kind), -SEVERITY_ORDER.index(p.severity), -(p.own or 0), p.key)
    )
    return [draft._replace(no=number) for number, draft in enumerate(drafts, 1)]


def counted(problems: Sequence[Draft]) -> tuple[list[Draft], dict[int, Check]]:
    """Return the problems with what of their money counts, and by the identity of each check what stands for it."""
    by_case: dict[int, list[Check]] = {}
    for problem in problems:
        by_case.setdefault(id(problem.case), []).extend(in_order(problem.checks))
    found: dict[int, Check] = {}
    for checks in by_case.values():
        for check, came in zip(checks, count(checks[0].case, checks)):
            marks, amount = check.marks, check.amount
            if came.amount and "roll_up" in marks:  # its parts add up to it, but nothing is claimed on them
                marks, amount = marks - {"roll_up"}, check.own
            if came.roll_up:
                marks, amount = marks | {"roll_up"}, 0 if check.outcome == "fail" else amount
            elif came.amount < came.most:
                marks |= {"counted"}
            elif came.amount < (check.own or 0):
                marks |= {"capped"}
            counts = None if check.own is None else came.amount
            found[id(check)] = check._replace(amount=amount, marks=marks, counts=counts)
    made = []
    for problem in problems:
        members = tuple(found[id(check)] for check in problem.checks)
        amount = None if problem.own is None else sum(check.counts or 0 for check in members)
        alone = at_stake(check for check in members if check.counts or "roll_up" not in check.marks)
        own = None if problem.own is None else alone or 0
        made.append(problem._replace(own=own, amount=amount, checks=members))
    return made, found


def _not_mentioned(check: Check) -> bool:
    """Whether a check waits for nothing but what the case does not mention at all.

    Of an excerpt that holds for every subject: what no line shows is asked for once, not line by line, and so is what some lines
    show and others do not, as long as it is not even known whether a rule applies to them. Where money is at stake it stays a
    problem of its own.
    """
    case = check.case
    if check.outcome != "undetermined" or not check.missing:
        return False
    if check.subject is case.root:
        return all(
            m.fact is check.subject and (m.why in ("absent", "not_given") or (m.why == "partial" and not case.whole))
            for m in check.missing
        )
    if case.whole or check.own:
        return False
    return all(_nowhere(m, check) for m in check.missing) or (
        _may_not_apply(check) and all(_of_a_line(m, check) or _nowhere(m, check) for m in check.missing)
    )


def _may_not_apply(check: Check) -> bool:
    """Whether it is not known if a rule applies at all."""
    with localcontext(EXACT):
        return check.judge.when is not None and check.judge.when((check.subject,)) is None


def _of_a_line(missing: Missing, check: Check) -> bool:
    """Whether what is missing is a column that the excerpt does not show of a line: lines differ in their columns."""
    entity = check.case.vocabulary.entities.get(missing.fact.entity) if missing.fact is not None else None
    return missing.why == "not_given" and entity is not None and entity.tree is not None


def _nowhere(missing: Missing, check: Check) -> bool:
    """Whether no fact of a case shows what is missing of one."""
    fact, case = missing.fact, check.case
    if fact is None or fact.entity not in case.vocabulary.entities:
        return False
    if missing.why == "not_given":
        known = (other.cells.get(missing.name) for other in case.facts.get(fact.entity, ()))
        return not any(cell is not None and not cell.derived for cell in known)
    if list_asked(missing, check):
        return True
    return missing.why == "absent" and not case.facts.get(missing.name)
