"""The findings of a unit gathered into numbered problems, the money of each counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import localcontext

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.base.values import EXACT
from checker.cases.case import HEADINGS, Case
from checker.engines.outcome import SEVERITY_ORDER, Check
from checker.findings.case_shown import CaseShown
from checker.findings.data import LANGUAGES
from checker.findings.finding import Finding
from checker.findings.lacking import list_asked
from checker.findings.stakes import at_stake, count, in_order
from checker.findings.titles import title
from checker.language.causes import Missing
from checker.rulebook.rule import NATURES

CLASSES = ("contradiction", "breach", "disclosure", "query", "undetermined", "error")
"""The order in which problems are printed: what is established, what is to be disclosed, what will be asked, what is open."""
ESTABLISHED = ("contradiction", "breach")
"""The natures that stand as they are: what is established is never an aspect of a query."""
Shown = dict[tuple[int, str, str], bool]
"""Whether any fact of a case shows a field, by case, entity and field: every line that lacks it asks."""


class ProblemGroup(NamedTuple):
    """Findings of one unit that are settled together, numbered and counted once.

    `own` is the money at stake in it alone, in fen, None when there is none; `amount` is what of that no earlier problem counts.
    `leads` are the findings that give it its kind and title; the others are aspects of it, each with an outcome of its own.
    """

    no: int
    key: str
    outcome: str
    nature: str
    severity: str
    own: int | None
    amount: int | None
    findings: tuple[Finding, ...]
    leads: tuple[Finding, ...]
    case: CaseShown
    title: Text

    @property
    def kind(self) -> str:
        """The class it is printed under: its nature, or undetermined, or error."""
        return self.outcome if self.outcome in ("undetermined", "error") else self.nature

    @property
    def unconfirmed(self) -> bool:
        """Whether a finding of it rests on a figure that nobody has confirmed."""
        return any(finding.unconfirmed for finding in self.findings)

    def __repr__(self) -> str:
        return f"<ProblemGroup {self.no} {self.key}: {self.kind}, {len(self.findings)} findings>"


class Draft(NamedTuple):
    """A problem while its checks are gathered and its money is counted; `leads` are the identities of the checks that lead it."""

    no: int
    key: str
    outcome: str
    nature: str
    severity: str
    own: int | None
    amount: int | None
    checks: tuple[Check, ...]
    leads: frozenset[int]
    case: Case

    @property
    def kind(self) -> str:
        """The class it is printed under."""
        return self.outcome if self.outcome in ("undetermined", "error") else self.nature

    def finished(self, findings: Mapping[int, Finding], case: CaseShown) -> ProblemGroup:
        """Return the problem with the finding of each check, which *findings* has by its identity."""
        made = tuple(findings[id(check)] for check in self.checks)
        leads = tuple(finding for check, finding in zip(self.checks, made) if id(check) in self.leads)
        titled = Text(*(title(self.kind, made, leads, self.own, lang) for lang in LANGUAGES))
        return ProblemGroup(
            self.no,
            self.key,
            self.outcome,
            self.nature,
            self.severity,
            self.own,
            self.amount,
            made,
            leads,
            case,
            titled,
        )


class Sifted(NamedTuple):
    """What the checks of a run come to: the problems in the order in which they are printed, and what no case mentions."""

    drafts: list[Draft]
    routine: tuple[Check, ...]


class Group:
    """The checks of one problem while they are gathered: those that opened it, and the aspects that joined it."""

    def __init__(self, key: str, outcome: str, nature: str) -> None:
        self.key = key
        self.outcome = outcome
        self.nature = nature
        self.own: list[Check] = []
        self.joined: list[Check] = []

    @property
    def leads(self) -> list[Check]:
        """The checks of the rules that lead it."""
        return [check for check in self.own if check.rule.aspect.lead]

    def takes(self, check: Check) -> bool:
        """Whether *check* may stand in it: what is established stands by itself, and what fails under nothing that is open."""
        if not self.leads or check.outcome == "error" or self.outcome == "error":
            return False
        if check.outcome == "undetermined":
            return True
        return self.outcome == "fail" and (
            check.nature not in ESTABLISHED or CLASSES.index(self.nature) <= CLASSES.index(check.nature)
        )

    def draft(self) -> Draft:
        """Return the problem, its number and what counts of its money still open."""
        leads = self.leads or self.own
        alike = [check for check in (*self.own, *self.joined) if check.outcome == self.outcome]
        return Draft(
            0,
            self.key,
            self.outcome,
            self.nature,
            max((check.severity for check in alike), key=SEVERITY_ORDER.index),
            at_stake((*self.own, *self.joined)),
            None,
            tuple(sorted((*self.own, *self.joined), key=lambda check: (check.rule.aspect.order, *check.key))),
            frozenset(map(id, leads)),
            leads[0].case,
        )


def gathered(checks: Sequence[Check]) -> Sifted:
    """Return the problems in the order in which they are printed, numbered, and the checks that are no problem."""
    groups: dict[tuple[str, str, str, str], Group] = {}
    waiting: list[Check] = []
    routine: list[Check] = []

    def own(check: Check) -> None:
        nature = check.nature if check.outcome == "fail" else ""
        key = (check.case.file, check.rule.problem, check.outcome, nature)
        group = groups.setdefault(key, Group(check.rule.problem, check.outcome, check.nature))
        group.nature = min(group.nature, check.nature, key=list(NATURES).index)
        group.own.append(check)

    shown: Shown = {}
    for check in sorted(checks, key=lambda check: check.key):
        if not check.is_finding or (check.rule.indicator and check.outcome == "undetermined"):
            continue
        if _not_mentioned(check, shown):
            routine.append(check)
        elif check.rule.joins:
            waiting.append(check)
        else:
            own(check)
    led: dict[tuple[str, str], list[Group]] = {}
    for (file, name, _, _), group in groups.items():
        if group.leads:
            led.setdefault((file, name), []).append(group)
    for found in led.values():
        found.sort(key=lambda group: CLASSES.index(group.outcome if group.outcome != "fail" else group.nature))
    subjects = {id(group): {id(check.subject) for check in group.leads} for found in led.values() for group in found}
    for check in waiting:
        if (joined := _joined(check, led, subjects)) is None:
            own(check)
        else:
            joined.joined.append(check)
    drafts = [group.draft() for group in groups.values()]
    drafts.sort(
        key=lambda p: (p.case.file, CLASSES.index(p.kind), -SEVERITY_ORDER.index(p.severity), -(p.own or 0), p.key)
    )
    return Sifted([draft._replace(no=number) for number, draft in enumerate(drafts, 1)], tuple(routine))


def _joined(check: Check, led: Mapping[tuple[str, str], list[Group]], subjects: Mapping[int, set[int]]) -> Group | None:
    """Return the problem that a check is an aspect of: the first with a lead on its subject, else the last that its rule names.

    What is found of the unit as a whole is an aspect of whatever is led in the unit.
    """
    for name in check.rule.aspect.of:
        for group in led.get((check.case.file, name), ()):
            if group.takes(check) and (check.subject is check.case.root or id(check.subject) in subjects[id(group)]):
                return group
    last = led.get((check.case.file, check.rule.aspect.of[-1]), ())
    return next((group for group in last if group.takes(check)), None)


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
        leads = frozenset(id(found[id(check)]) for check in problem.checks if id(check) in problem.leads)
        made.append(problem._replace(own=own, amount=amount, checks=members, leads=leads))
    return made, found


def _not_mentioned(check: Check, shown: Shown) -> bool:
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
            m.fact is check.subject
            and (m.why in ("absent", "not_given") or _no_heading(m) or (m.why == "partial" and not case.whole))
            for m in check.missing
        )
    if case.whole or check.own:
        return False
    return all(_nowhere(m, check, shown) for m in check.missing) or (
        _may_not_apply(check) and all(_of_a_line(m, check) or _nowhere(m, check, shown) for m in check.missing)
    )


def _may_not_apply(check: Check) -> bool:
    """Whether it is not known if a rule applies at all."""
    with localcontext(EXACT):
        return check.judge.when is not None and check.judge.when((check.subject,)) is None


def _no_heading(missing: Missing) -> bool:
    """Whether a heading is stated to be none: it is then as little known as one that is not given."""
    return (
        missing.why == "none" and missing.name in HEADINGS and missing.fact is not None and missing.fact.owner is None
    )


def _of_a_line(missing: Missing, check: Check) -> bool:
    """Whether what is missing is a column that the excerpt does not show of a line: lines differ in their columns."""
    entity = check.case.vocabulary.entities.get(missing.fact.entity) if missing.fact is not None else None
    return missing.why == "not_given" and entity is not None and entity.tree is not None


def _nowhere(missing: Missing, check: Check, shown: Shown) -> bool:
    """Whether no fact of a case shows what is missing of one; what was looked up is kept in *shown*."""
    fact, case = missing.fact, check.case
    if fact is None or fact.entity not in case.vocabulary.entities:
        return False
    if missing.why == "not_given" or _no_heading(missing):
        key = id(case), fact.entity, missing.name
        if key not in shown:
            cells = (other.cells.get(missing.name) for other in case.facts.get(fact.entity, ()))
            shown[key] = any(cell is not None and not cell.derived for cell in cells)
        return not shown[key]
    if list_asked(missing, check):
        return True
    return missing.why == "absent" and not case.facts.get(missing.name)
