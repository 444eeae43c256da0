"""One unit in a few figures: what stays of its report when thousands of units are looked at together.

Every figure is one of the unit's own report: what its problems count, each yuan once. Nothing of the report, its case or an
engine is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from sys import intern

from checker.base import places
from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.base.typography import fold
from checker.cases.case import NOT_KNOWN
from checker.engines.outcome import FollowUp
from checker.findings.data import LANGUAGES
from checker.findings.finding import Finding
from checker.findings.identity import Baseline, known
from checker.findings.problems import CLASSES, ProblemGroup
from checker.findings.report import CaseReport, exit_code
from checker.findings.wording import worded
from checker.records.keys import Address

ADVICE = 3
"""Remedies that are kept of a problem; all of them stand in the report of its unit."""


@frozen
class Sum:
    """How many there are of something, and what of their money counts, in fen."""

    count: int = 0
    amount: int = 0

    def __add__(self, other: Sum) -> Sum:
        return Sum(self.count + other.count, self.amount + other.amount)


@frozen
class RuleEntry:
    """What the checks of one rule came to in one unit: how many of each outcome, their money, how many are new.

    `own` is the money of this rule by itself, which others may name as well; `amount` is what of it counts.
    """

    rule: str
    outcomes: Mapping[str, int]
    amount: int | None
    new: int
    own: int | None


@frozen
class ProblemEntry:
    """One problem of a unit: its class, title and money, what to do, what stands of it, and which checks it is made of.

    `no` is its number in the unit's own report, `key` names what problems of many units have in common, `common` is its title there. `followup` is what is known of all its
    findings alike. `new` says that it holds a finding that the baseline does not.
    """

    no: int
    key: str
    kind: str
    severity: str
    title: Text
    common: Text
    own: int | None
    amount: int | None
    advice: Text
    followup: FollowUp | None
    new: bool
    addresses: tuple[Address, ...]


@frozen
class Failed:
    """One check that failed, as later runs and years know it again; `own` is the money it names, `amount` what of it counts.

    `series` is "" where its subject is not known again in another year.
    """

    fingerprint: str
    series: str
    rule: str
    subject: str
    severity: str
    own: int | None
    amount: int | None


@frozen
class UnitEntry:
    """One unit and year; `classes` sums its problems by class, `spent` is None where its spending is not known.

    `new` counts the findings that the baseline does not hold, `settled` those of it that are met now; None without a baseline.
    `key` tells it from all others of a run, `owner` is the same in every year; `code` is "" where it has none, and `year` 0 where it is not known.
    """

    key: str
    owner: str
    file: str
    unit: str
    code: str
    year: int
    district: str
    district_name: Text
    kind: Text
    budget: int | None
    spent: int | None
    verdict: Text
    draft: Text
    notes: tuple[Text, ...]
    classes: Mapping[str, Sum]
    rules: tuple[RuleEntry, ...]
    problems: tuple[ProblemEntry, ...]
    failed: tuple[Failed, ...]
    new: int | None
    settled: frozenset[str]
    seen: frozenset[str]
    code_of_exit: int

    @property
    def amount(self) -> int:
        """The money at stake in all its problems, none of it twice, in fen."""
        return sum(each.amount for each in self.classes.values())

    def of(self, kinds: tuple[str, ...]) -> Sum:
        """Return its problems of some classes."""
        return sum((self.classes[kind] for kind in kinds if kind in self.classes), Sum())

    @property
    def words(self) -> dict[str, Text]:
        """What the name of a file of its own may say (`checker.base.naming`)."""
        none = Text("无代码", "no-code")
        year = Text(str(self.year), str(self.year)) if self.year else NOT_KNOWN
        stem = self.file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or self.file
        return {
            "unit": Text(self.unit, self.unit),
            "code": Text(self.code, self.code) if self.code else none,
            "year": year,
            "district": self.district_name,
            "kind": self.kind,
            "file": Text(stem, stem),
        }


def entry_of(part: CaseReport, fail_on: str = "low", baseline: Baseline | None = None) -> UnitEntry:
    """Return the entry of the unit that *part* of a report speaks of."""
    case = part.case
    classes: dict[str, Sum] = {}
    for problem in part.problems:
        classes[problem.kind] = classes.get(problem.kind, Sum()) + Sum(1, problem.amount or 0)
    found = [finding for finding in part.results if finding.is_finding]
    arisen = [] if baseline is None else [finding for finding in found if not known(finding, baseline)]
    whole = part.whole
    unit = fold(case.code or case.unit)
    code = case.jurisdiction[:6]
    name = case.file.replace("\\", "/").rpartition("/")[2]
    identity = "\x1f".join((case.jurisdiction, case.code or case.unit, str(case.year), name))
    held = baseline or {}
    printed = {finding.fingerprint: finding.is_finding for finding in part.results} if held else {}
    return UnitEntry(
        key=sha256(identity.encode()).hexdigest()[:12],
        owner=f"{code} {unit}".strip(),
        file=case.file,
        unit=case.unit,
        code=case.code or "",
        year=case.year,
        district=code,
        district_name=district_name(code),
        kind=Text(*(case.heading("unit_kind", lang) for lang in LANGUAGES)),
        budget=None if whole is None else whole.budget,
        spent=None if whole is None else whole.actual,
        verdict=part.headline,
        draft=case.draft,
        notes=part.notes,
        classes={kind: classes[kind] for kind in CLASSES if kind in classes},
        rules=_rules(part, {id(finding) for finding in arisen}),
        problems=tuple(
            _problem(no, problem, {id(finding) for finding in arisen}) for no, problem in enumerate(part.problems, 1)
        ),
        failed=tuple(
            Failed(f.fingerprint, f.series if f.lasting else "", f.rule.id, f.subject.name, f.severity, f.own, f.amount)
            for f in found
            if f.outcome == "fail"
        ),
        new=None if baseline is None else len(arisen),
        settled=frozenset(key for key, still in printed.items() if key in held and not still),
        seen=frozenset(key for key in printed if key in held),
        code_of_exit=exit_code(
            part.results, fail_on, lambda finding: baseline is not None and known(finding, baseline)
        ),
    )


def district_name(code: str) -> Text:
    """Return what a place is called, with its code; of a code that has no name the code."""
    if not code:
        return NOT_KNOWN
    spans = places.table().get(code, ())
    name = f"{spans[-1].name} {code}" if spans else code
    return Text(name, name)


def address_of(finding: Finding) -> Address:
    """Return the address of a finding; raises AssertionError where it would not be known again by it."""
    case, subject = finding.case, finding.subject
    made = Address(
        finding.rule.id,
        case.jurisdiction,
        case.code or case.unit,
        intern(str(case.year or "")),  # kept of every finding of every unit
        subject.entity,
        subject.id,
        case.unit,
        subject.name[:1000],
    )
    if made.fingerprint != finding.fingerprint:
        raise AssertionError(f"{finding!r} would not be known again by its address")
    return made


def shared_followup(problem: ProblemGroup) -> FollowUp | None:
    """Return what is known of every finding of a problem alike; None where they differ or nothing is known."""
    known_ = [finding.followups[-1] if finding.followups else None for finding in problem.findings]
    said = {
        None if each is None else (each.state, each.due, each.day, each.person, each.note, each.papers)
        for each in known_
    }
    return known_[0] if len(said) == 1 else None


def _rules(part: CaseReport, arisen: set[int]) -> tuple[RuleEntry, ...]:
    outcomes: dict[str, dict[str, int]] = {}
    money: dict[str, int] = {}
    new: dict[str, int] = {}
    for finding in part.results:
        ident = finding.rule.id
        counts = outcomes.setdefault(ident, {})
        counts[finding.outcome] = counts.get(finding.outcome, 0) + 1
        if finding.is_finding and finding.amount is not None:
            money[ident] = money.get(ident, 0) + finding.amount
        if id(finding) in arisen:
            new[ident] = new.get(ident, 0) + 1
    return tuple(
        _rule(ident, tuple(counts.items()), money.get(ident), new.get(ident, 0), part.stakes.get(ident))
        for ident, counts in sorted(outcomes.items())
    )


@lru_cache(4096)
def _rule(rule: str, outcomes: tuple[tuple[str, int], ...], amount: int | None, new: int, own: int | None) -> RuleEntry:
    """Return an entry of a rule, one for all units that came to the same: most rules of most units do."""
    return RuleEntry(rule, dict(outcomes), amount, new, own)


def _problem(no: int, problem: ProblemGroup, arisen: set[int]) -> ProblemEntry:
    advice = []
    for lang in LANGUAGES:
        told = list(worded(problem, lang).advice)
        if len(told) > ADVICE:
            more = Text(f"等 {len(told)} 项", f"{len(told)} in all")
            told = [*told[:ADVICE], more.say(lang)]
        advice.append(("；" if lang == "zh" else "; ").join(told))
    first = problem.leads[0].rule
    titled = next((each.rule.problem_title for each in problem.leads if each.rule.problem_title), None)
    return ProblemEntry(
        no,
        problem.key,
        problem.kind,
        problem.severity,
        problem.title,
        titled or first.title,
        problem.own,
        problem.amount,
        Text(*advice),
        shared_followup(problem),
        any(id(finding) in arisen for finding in problem.findings),
        tuple(map(address_of, problem.findings)),
    )
