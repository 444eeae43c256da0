"""Outcomes, checks and the ledger: what an engine concludes, counted so that nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import localcontext
from typing import Any

from checker.base.errors import Place, Text
from checker.base.named import NamedTuple
from checker.base.values import EXACT
from checker.cases.case import Case, Fact
from checker.language.causes import Missing
from checker.language.evidence import Read, rests_on
from checker.language.kept import Kept
from checker.rulebook.rule import Basis, Rule

OUTCOMES = ("pass", "fail", "not_applicable", "undetermined", "waived", "error")
"""The closed set of outcomes."""
OUTCOME_NAMES = {
    "pass": Text("符合", "met"),
    "fail": Text("不符合", "not met"),
    "not_applicable": Text("不适用", "not applicable"),
    "undetermined": Text("无法判定", "cannot be judged"),
    "waived": Text("已豁免", "waived"),
    "error": Text("错误", "error"),
}
SEVERITY_ORDER = ("info", "low", "medium", "high")


class Waiver(NamedTuple):
    """What an approving document excuses: one rule on one subject of one unit and year, until `expires`."""

    rule: str
    unit: str
    year: int
    subject: str
    reason: str
    document: str
    approver: str
    expires: date
    place: Place


class FollowUp(NamedTuple):
    """What a file of follow-up says of one check: its state, since when, by whom, what was said or attached, and by when it is due."""

    rule: str
    unit: str
    year: int
    subject: str
    state: str
    day: date | None
    person: str
    note: str
    papers: str
    place: Place
    due: date | None = None


class Check(NamedTuple):
    """One rule against one subject; `marks` are below, inferred, unconfirmed, within_rounding, borderline, roll_up, counted and capped.

    `own` is the money at stake in fen, None where the rule names none or it is unknown; `amount` is that, and 0 for a
    fail that is just the sum of its parts (roll_up). `counts` is what of it a report counts: not what another finding
    has counted already (counted), nor more than was spent (capped), so that its findings add up to its headline.
    `missing` is what would decide an undetermined check; `judge` can explain it.
    `followups` are the entries of a file of follow-up on it, the last of which holds.
    `meant` is the nature of a fail whose rule makes it depend on the subject.
    `kept` is what was kept of its traces to explain it; None where they were not made, or not of a whole case.
    `second` is "independent" or "shared" where another engine came to the same verdict (design 8), else empty.
    """

    rule: Rule
    case: Case
    subject: Fact
    outcome: str
    severity: str = ""
    amount: int | None = None
    own: int | None = None
    marks: frozenset[str] = frozenset()
    missing: tuple[Missing, ...] = ()
    judge: Any = None
    error: Text | None = None
    second: str = ""
    waiver: Waiver | None = None
    followups: tuple[FollowUp, ...] = ()
    meant: str = ""
    counts: int | None = None
    kept: Kept | None = None

    def __repr__(self) -> str:
        return f"<Check {self.rule.id} {self.subject.id}: {self.outcome}>"

    @property
    def rests_on(self) -> tuple[Read, ...]:
        """What a pass rests on: the fields and listed facts that were read; nothing for any other outcome."""
        if self.outcome != "pass" or self.judge is None or self.subject.entity.removesuffix("*") != self.rule.entity:
            return ()
        with localcontext(EXACT):
            return tuple(rests_on(self.judge.traces(self.subject)["require"]))

    @property
    def nature(self) -> str:
        """What it means where it fails: what the rule says of this subject, else what it says of all (or at the mildest).

        A breach is one only where its basis was read and leads (Rule.stands_as), and binds this unit; every format asks here.
        """
        nature = self.rule.stands_as(self.meant or self.rule.nature)
        if nature == "breach":
            who = self._who
            if not any(basis.reach.covers(*who) and not basis.reference for basis in self.rule.basis):
                return "query"
        return nature

    @property
    def in_force(self) -> bool:
        """Whether its rule may have been in force on the subject's own day (True where it has none of its own)."""
        if self.judge is None or self.rule.as_of is None or self.subject.entity.removesuffix("*") != self.rule.entity:
            return True
        return self.judge.in_force(self.subject) is not False

    @property
    def _who(self) -> tuple[str, str, str]:
        values = self.case.root.values
        return self.case.jurisdiction, str(values.get("budget_level", "")), str(values.get("unit_kind", ""))

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The instruments that bind this unit and were in force on the subject's day (all, where none is known to)."""
        who = self._who
        bound = tuple([b for b in self.rule.basis if b.reach.covers(*who)])
        return tuple(b for b in bound if self._holds(b)) or bound or self.rule.basis

    def _holds(self, basis: Basis) -> bool:
        day = self.judge.day(self.subject) if self.judge and self.subject.entity == self.rule.entity else None
        return basis.validity.holds(day, self.case.year) is not False

    @property
    def key(self) -> tuple[str, str, str]:
        """What orders checks: case file, rule, subject."""
        return (self.case.file, self.rule.id, self.subject.id)

    @property
    def is_finding(self) -> bool:
        """Whether somebody has to act."""
        return self.outcome in ("fail", "undetermined", "error")


def outcome_name(check: Check, lang: str) -> str:
    """Return the outcome in words that fit the rule's nature: a query never says 不符合 (design 7)."""
    nature = check.nature
    if check.outcome == "fail":
        named = {
            "query": Text("疑点", "query"),
            "disclosure": Text("未披露", "not disclosed"),
            "contradiction": Text("差错", "contradiction"),
            "breach": Text("违规", "breach"),
        }
        return named.get(nature, OUTCOME_NAMES["fail"]).say(lang)
    if check.outcome == "pass":
        if "below" in check.marks:
            return Text("未达提示线", "below the alert line").say(lang)
        if "within_rounding" in check.marks:
            return Text("在四舍五入范围内一致", "agrees within rounding").say(lang)
        if check.rule.indicator:
            return Text("已计算", "computed").say(lang)
    if check.outcome == "not_applicable" and not check.in_force:
        return _out_of_force(check).say(lang)
    return OUTCOME_NAMES[check.outcome].say(lang)


def _out_of_force(check: Check) -> Text:
    """Return the word for a rule that was not in force on the day of a subject: not yet, or no longer."""
    day, validity = check.judge.own_day(check.subject), check.rule.validity
    ended = validity.end is not None and (day is None or day > validity.end) and not validity.years
    return Text("已失效", "no longer in force") if ended else Text("未施行", "not in force")


class Ledger:
    """Outcomes counted per rule; the counts add up to the number of checks, or it refuses to exist."""

    def __init__(self, checks: Iterable[Check]) -> None:
        self.by_rule: dict[str, Counter[str]] = {}
        self.second = {"independent": 0, "shared": 0}
        total = 0
        for check in checks:
            counter = self.by_rule.get(check.rule.id)
            if counter is None:
                counter = self.by_rule[check.rule.id] = Counter()
            counter[check.outcome] += 1
            total += 1
            if check.second:
                self.second[check.second] += 1
        self.by_rule = dict(sorted(self.by_rule.items()))
        self.checks = total
        self.counts = {name: sum(counter[name] for counter in self.by_rule.values()) for name in OUTCOMES}
        if sum(self.counts.values()) != self.checks:
            raise AssertionError("the ledger does not add up")


class SecondVerdict(NamedTuple):
    """What a second engine makes of one check: a verdict, or why there is none.

    It is `independent` where the engine's own comparisons decided, and not figures that the evaluator worked out.
    """

    verdict: str | None
    independent: bool
    reason: Text | None = None
    crashed: bool = False
