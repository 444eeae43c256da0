"""The evaluator: every rule against every subject, over exact values; the specification for all other engines.

Verdicts come from closures; each fail and undetermined is then walked once more by the tracer, which says what is
missing and must come to the same verdict, or the check is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import localcontext
from functools import cached_property
from typing import Any

from checker.base.errors import Text
from checker.base.values import EXACT
from checker.cases.case import Case, Fact
from checker.engines.groups import grouped
from checker.engines.hidden import Hidden
from checker.engines.outcome import Check
from checker.engines.parts import Parts
from checker.language.below import Walks
from checker.language.causes import Missing, Trace, merge, not_said
from checker.language.closures import Compiler
from checker.language.doubts import behind
from checker.language.kept import Kept, Shapes, kept
from checker.language.memo import Remembered, could_read
from checker.language.trace import Shared, Tracer
from checker.rulebook.book import Plan
from checker.rulebook.rule import Rule


class Judge(Parts):
    """One rule of one plan, compiled; judges subjects and can trace what it did.

    *remembered* keeps what definitions come to, where the same facts are judged again and again.
    """

    def __init__(self, plan: Plan, rule: Rule, remembered: Remembered | None = None) -> None:
        self.plan = plan
        self.rule = rule
        self._assumed: date | None = None
        self._agreed: dict[int, date] = {}
        self._remembered = remembered
        shared = (None, None) if remembered is None else (remembered.hangings, remembered.steps)
        self.tracer = Tracer(plan.book.definitions, self.parameter, self._lacking, *shared)
        self._reads = {} if remembered is None else remembered.reads
        self.dated = rule.as_of is not None
        self.open = plan.open.get(rule.id, ())
        self._constants: dict[str, Any] = {}
        self.said: dict[tuple[int, str, str], Any] = {}
        """What its expressions read as, for whoever explains many checks; each with the node, known by its identity."""
        self.shapes: Shapes = {}
        tree = plan.book.vocabulary.entities[rule.entity].tree
        self.down = tree[2][0] if tree and rule.group is None else None

    @cached_property
    def _compiling(self) -> tuple[Compiler, Callable[[Fact], date | None]]:
        return self.plan.compiler(self.rule, self._day_assumed, self._remembered)

    @cached_property
    def compiler(self) -> Compiler:
        """What compiles its expressions."""
        return self._compiling[0]

    @cached_property
    def day(self) -> Callable[[Fact], date | None]:
        """What gives the rule's date for a subject."""
        return self._compiling[1]

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that stand for all that a subject without a date may be of; none where the rule asks for no date."""
        return self.plan.days(self.rule) if self.dated else ()

    def parameter(self, name: str, s: tuple[Fact, ...]) -> Any:
        """Return the value of a parameter for the subject of *s*."""
        if not self.dated and name in self._constants:
            return self._constants[name]
        found = self.plan.parameter(name, self.day(s[0]), self.rule)
        value = self._constants[name] = None if found is None else found.value
        return value

    def _day_assumed(self, subject: Fact) -> date | None:
        """Return the day for a subject without one: the one that is tried, or any where all say the same."""
        return self._assumed or self._agreed.get(id(subject))

    def own_day(self, subject: Fact) -> date | None:
        """Return the date of *subject* itself."""
        assumed, self._assumed = self._assumed, None
        agreed = self._agreed.pop(id(subject), None)
        found = self.day(subject)
        self._assumed = assumed
        if agreed is not None:
            self._agreed[id(subject)] = agreed
        return found

    def _lacking(self, name: str, s: tuple[Fact, ...]) -> tuple[Missing, ...]:
        """Return the unknown headings for which a parameter has no value."""
        lacking = self.plan.lacking(name, self.day(s[0]), self.dated)
        return tuple(not_said(s[0].root, heading) for heading in lacking)

    def in_force(self, subject: Fact) -> bool | None:
        """Whether the rule binds the unit and is in force on the subject's own date; None: not known."""
        day, year = self.own_day(subject) if self.dated else None, self.plan.year
        held = not self.dated or (self.rule.binds_undated(year) if day is None else self.rule.validity.holds(day, year))
        return None if self.open and held else held

    def headings(self, subject: Fact) -> tuple[Missing, ...]:
        """Return the unknown headings that decide whether the rule binds at all: all that there is to ask first."""
        return tuple(not_said(subject.root, heading) for heading in self.open)

    def verdict(self, subject: Fact, weighed: bool = True) -> str:
        """Return the outcome for *subject*; without a date, the one that every value which may apply leads to.

        Not *weighed*, a violation is one even where the last digits of figures could turn it.
        """
        if not self.dated or self.own_day(subject) is not None or not self.days:
            return self._verdict(subject, weighed)
        self._agreed.pop(id(subject), None)
        found = set()
        for day in self.days:
            self._assumed = day
            found.add(self._verdict(subject, weighed))
        self._assumed = None
        if len(found) > 1:
            return "undetermined"
        self._agreed[id(subject)] = self.days[-1]  # whoever explains it reads any of the values
        return found.pop()

    def _verdict(self, subject: Fact, weighed: bool) -> str:
        """Return the outcome for *subject*: violation = when ∧ ¬unless ∧ ¬require under Kleene logic (design 6)."""
        s = (subject,)
        applies = self.in_force(subject)
        if applies is False:
            return "not_applicable"
        when = True if self.when is None else self.when(s)
        if when is False:
            return "not_applicable"
        excepted = False if self.unless is None else self.unless(s)
        if excepted is True:
            return "not_applicable"
        if self.open:
            return "undetermined"
        met = self.require(s)
        if self.rule.indicator:
            unknown = met is None or when is None or excepted is None or applies is None
            return "undetermined" if unknown else "pass"
        if met is True:
            return "pass"
        if when is None or excepted is None or met is None or applies is None:
            return "undetermined"
        return "fail" if not weighed or self.stands(s) else "undetermined"

    def stands(self, s: tuple[Fact, ...]) -> bool:
        """Whether a violation stands whatever was rounded off in the figures it rests on."""
        return self._surely is None or self._surely(s) is True

    def traces(self, subject: Fact) -> dict[str, Trace]:
        """Return the traces of the rule's parts, for explanation."""
        parts = {"when": self.rule.when, "unless": self.rule.unless, "require": self.rule.require}
        known = self.tracer.known
        self.tracer.known = {} if known is None else known  # whoever asks keeps what is known
        try:
            return {key: self.tracer.trace(expr, (subject,)) for key, expr in parts.items() if expr is not None}
        finally:
            self.tracer.known = known

    def keep(self, subject: Fact, traces: dict[str, Trace], walks: Walks | None = None) -> Kept:
        """Return what an explanation needs of *traces*."""
        if walks is None:
            shared = self.tracer.shared
            walks = (None if shared is None else shared.walks) or Walks()
        return kept(traces, subject, self.rule.indicator, walks, self.tracer.known, self.shapes)

    @cached_property
    def _named(self) -> frozenset[str]:
        parts = (self.rule.when, self.rule.unless, self.rule.require)
        return could_read(parts, self.plan.book.definitions, None, self._reads)

    def could_read(self, names: frozenset[str]) -> bool:
        """Whether the verdict could rest on fields of these names, wherever they are."""
        return not names.isdisjoint(self._named)

    def missing(self, subject: Fact, traces: dict[str, Trace]) -> tuple[Missing, ...]:
        """Return what would decide an undetermined check; of an excerpt what it requires only once it is known to apply."""
        if self.open:
            return self.headings(subject)
        found: list[tuple[Missing, ...]] = []
        if self.rule.as_of is not None and (self.in_force(subject) is None or self.own_day(subject) is None):
            found.append(self.tracer.trace(self.rule.as_of, (subject,)).causes)
        unknown = [trace.causes for trace in traces.values() if trace.value is None]
        excerpt = subject.root.case is not None and not subject.root.case.whole
        if excerpt and "when" in traces and traces["when"].value is None and any(c.why != "null" for c in unknown[0]):
            del unknown[1:]
        found += unknown
        causes = merge(*found)
        if self.dated and self.own_day(subject) is None:  # the value is known once the date is
            causes = tuple(cause for cause in causes if cause.why != "no_parameter") or causes
        parts = list(traces.values())
        if not causes and self.certain is not None:
            parts = [self.tracer.certainly(self.certain, (subject,))]
            causes = parts[0].causes
        if any(cause.why == "null" for cause in causes):  # that says only that the rule leaves it open
            causes = tuple(cause for cause in causes if cause.why != "null") or behind(parts, subject)
        return tuple(cause._replace(fact=subject) if cause.fact is None and cause.name else cause for cause in causes)

    def agrees(self, subject: Fact, outcome: str, traces: dict[str, Trace]) -> bool:
        """Whether the tracer, asked separately, comes to *outcome* as well; where the day decides, on each day that may be meant."""
        violated = self._violated(subject, traces)
        if outcome == "undetermined" and violated is not None and self.undated(subject):
            known, self.tracer.known = self.tracer.known, None
            try:
                found = set()
                for day in self.days:
                    self._assumed = day
                    told = self.traces(subject)
                    left = any(
                        key in told and told[key].value is value for key, value in (("when", False), ("unless", True))
                    )
                    found.add((left, self._violated(subject, told)))
            finally:
                self._assumed, self.tracer.known = None, known
            violated = (
                found.pop()[1] if len(found) == 1 else None
            )  # met on one day and left out on another is open, too
        return {"fail": True, "undetermined": None}.get(outcome, False) is violated

    def undated(self, subject: Fact) -> bool:
        """Whether *subject* lacks the date that chooses between values, and these lead to different outcomes."""
        undated = self.dated and self.own_day(subject) is None and bool(self.days)
        return undated and id(subject) not in self._agreed

    def _violated(self, subject: Fact, traces: dict[str, Trace]) -> bool | None:
        """Return what the tracer comes to: whether the rule is violated; None: not known."""
        when = traces["when"].value if "when" in traces else True
        excepted = traces["unless"].value if "unless" in traces else False
        met = traces["require"].value if not self.open else None
        if self.rule.indicator:
            met = None if met is None else False  # a value that is there decides the check
        violated = False if when is False or excepted is True or met is True else None
        if violated is None and when is True and excepted is False and met is False and self.in_force(subject):
            violated = self.certain is None or self.tracer.surely(self.certain, (subject,)) is True or None
        return violated

    def check(self, case: Case, subject: Fact, hidden: Hidden, traced: bool = True) -> Check:
        """Return the finished check of one subject; not *traced*, it is not asked what is missing (see `evaluate`)."""
        outcome = self.verdict(subject)
        if outcome == "not_applicable" and not case.unconfirmed:  # most are: of these nothing is traced
            return Check(self.rule, case, subject, outcome, judge=self)
        if self.tracer.known is not None:  # whoever asks keeps what is known
            return self._check(case, subject, hidden, traced, outcome)
        self.tracer.known = {}
        try:
            return self._check(case, subject, hidden, traced, outcome)
        finally:
            self.tracer.known = None

    def _check(self, case: Case, subject: Fact, hidden: Hidden, traced: bool, outcome: str) -> Check:
        if outcome in ("not_applicable", "pass") and case.unconfirmed:
            held = self._held_back(case, subject, hidden, outcome)
            if held is not None:
                return held
        if outcome == "not_applicable":
            return Check(self.rule, case, subject, outcome, judge=self)
        if outcome == "pass":
            return Check(self.rule, case, subject, outcome, marks=self._pass_marks(subject), judge=self)
        traces = self.traces(subject) if traced or (case.inferred and self.could_read(hidden.names)) else {}
        if traces and not self.agrees(subject, outcome, traces):
            told = Text(
                "求值与复算的结论不一致，请报告这个缺陷",
                "evaluation and re-derivation disagree; please report this defect",
            )
            return Check(self.rule, case, subject, "error", severity="high", judge=self, error=told)
        marks: set[str] = set()
        missing: tuple[Missing, ...] = ()
        if case.inferred:
            reads = self.could_read(hidden.names)
            inferred = inferences(traces) if reads else []
            asked = inferred or (reads and hidden.twin(subject) is not None)
            if outcome == "fail" and asked and not self._stands_without(subject, hidden):
                outcome = "undetermined"
                inferred = inferred or self._picked_by(subject, hidden)
                missing = _doubtful(inferred)
            if inferred:
                marks.add("inferred")
                unconfirmed = [each for each in inferred if each[0].cells[each[1]].unconfirmed]
                marks |= {"unconfirmed"} if unconfirmed else set()
        if outcome == "undetermined":
            missing = missing or (self.missing(subject, traces) if traces else ())
            if missing and all(cause.why == "last_digit" for cause in missing):
                marks.add("borderline")
        shared = self.tracer.shared
        worked = self.keep(subject, traces, shared.walks) if traces and shared is not None and shared.walks else None
        return self.weighed(case, subject, outcome, frozenset(marks), missing)._replace(kept=worked)

    def weighed(
        self, case: Case, subject: Fact, outcome: str, marks: frozenset[str], missing: tuple[Missing, ...]
    ) -> Check:
        """Return the check of an outcome that is known, with the money at stake, its severity and its nature as they are now."""
        s = (subject,)
        own = self.amount(s) if self.amount is not None else None
        own = None if own is None else int(own)
        amount = own
        if outcome == "fail" and own is not None and self._rolls_up(subject, own):
            marks |= {"roll_up"}
            amount = 0
        severity = self.severity(s) or self.highest
        meant = self.nature(s) or "" if self.nature is not None and outcome == "fail" else ""
        return Check(self.rule, case, subject, outcome, severity, amount, own, marks, missing, self, meant=meant)

    def grouped(self, case: Case, subject: Fact, hidden: Hidden, traced: bool) -> Check:
        """Return the check of one group, or of a fact that no group can be found for."""
        group = self.rule.group
        if group is None or subject.entity != self.rule.entity:
            return self.check(case, subject, hidden, traced)
        lacking = tuple(not_said(subject, key) for key in group.keys if key not in subject.values)
        missing = self.headings(subject) or lacking
        return Check(self.rule, case, subject, "undetermined", self.highest, missing=missing, judge=self)

    def _pass_marks(self, subject: Fact) -> frozenset[str]:
        marks: set[str] = set()
        s = (subject,)
        if self.strict is not None and self.strict(s) is False:
            marks.add("below")
        if self.exact is not None and self.exact(s) is False:
            marks.add("within_rounding")
        return frozenset(marks)

    def _held_back(self, case: Case, subject: Fact, hidden: Hidden, outcome: str) -> Check | None:
        """Return the open check of what is met, or exempt, only by figures that nobody has confirmed; None where it stands without them."""
        if self.rule.as_of is None and not self.could_read(hidden.names):
            return None
        twin = hidden.twin(subject, unconfirmed=True)
        if twin is not None and self.verdict(twin) == outcome:
            return None
        read = [each for each in inferences(self.traces(subject)) if each[0].cells[each[1]].unconfirmed]
        if twin is None and not read:  # a group has no twin
            return None
        marks = frozenset(("inferred", "unconfirmed"))
        read = read or self._picked_by(subject, hidden, unconfirmed=True) or list(case.unconfirmed_figures())[:1]
        return self.weighed(case, subject, "undetermined", marks, _doubtful(read))

    def _rolls_up(self, subject: Fact, own: int) -> bool:
        """Whether the amount of a parent is just the sum of that of its children which fail as well (design 11)."""
        if self.down is None or self.amount is None or subject.states.get(self.down) != "complete":
            return False
        parts = [self.amount((child,)) for child in subject.related.get(self.down, ()) if self.verdict(child) == "fail"]
        return bool(parts) and all(part is not None for part in parts) and sum(parts) == own

    def _picked_by(self, subject: Fact, hidden: Hidden, unconfirmed: bool = False) -> list[tuple[Fact, str]]:
        """Return the inferred fields that the rule may ask although no trace shows them, such as what picks the facts it adds up.

        Those of the subject and of what belongs to it, else those of the whole case.
        """
        found = [
            (fact, name)
            for fact in hidden.case.each()
            for name, cell in sorted(fact.cells.items())
            if name in self._named and (cell.unconfirmed or (cell.inferred and not unconfirmed))
        ]
        return [each for each in found if each[0] is subject or each[0].owner is subject] or found

    def _stands_without(self, subject: Fact, hidden: Hidden) -> bool:
        twin = hidden.twin(subject)
        return twin is not None and self.verdict(twin) == "fail"


def _doubtful(fields: list[tuple[Fact, str]]) -> tuple[Missing, ...]:
    """Return why fields that are there are not enough: nobody has confirmed them, or somebody only inferred them."""
    found = []
    for fact, name in fields:
        why = "unconfirmed" if fact.cells[name].unconfirmed else "inferred"
        found.append(Missing(*(fact.follows.get(name, (fact, name)) if why == "unconfirmed" else (fact, name)), why))
    return tuple(dict.fromkeys(found))


def inferences(traces: dict[str, Trace]) -> list[tuple[Fact, str]]:
    """Return the inferred fields that the traces read."""
    found: dict[tuple[int, str], tuple[Fact, str]] = {}
    waiting = list(traces.values())[::-1]
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        used = part.used
        if used is not None and (cell := used[0].cells.get(used[1])) and cell.inferred:
            found[(id(used[0]), used[1])] = used
        if part.kids and id(part) not in seen:
            seen.add(id(part))
            waiting += part.kids[::-1]
    return list(found.values())


def evaluate(plan: Plan, case: Case, traced: bool = True, places: bool = True) -> list[Check]:
    """Return the check of every rule of *plan* against everything in *case* that it speaks of.

    Ordered by rule and subject id. All rules of a subject are judged while its figures are at hand: rule by rule over a
    large case would fetch every fact from memory once a rule. Not *traced*, outcomes, amounts and severities are the same,
    but nobody asks the tracer, so that checks do not say what is missing or borderline: for comparing with another engine.
    With *places* it is noted where the figures stand that a check read; else whoever asks has it traced once more.
    """
    if not plan.memory:
        plan.memory.append(Remembered(plan.book.definitions, frozenset()))
    (memory,) = plan.memory
    memory.asleep = False
    try:
        found = _evaluate(plan, case, traced, memory, Shared.nothing(places))
    finally:  # whatever happens: the facts may change before they are judged again
        memory.sleep()
        for judge in plan.compiled.values():
            judge.tracer.shared = None
    return [check for rule in sorted(found) for check in found[rule]]


def _evaluate(plan: Plan, case: Case, traced: bool, memory: Remembered, shared: Shared) -> dict[str, list[Check]]:
    """Return the checks of each rule; what definitions and traces come to is kept in *memory* and *shared* while the case is judged."""
    hidden = Hidden(case)
    found: dict[str, list[Check]] = {rule.id: [] for rule in plan.rules}
    dated = shared.dated
    with localcontext(EXACT):
        waiting: dict[str, list[Judge]] = {}
        for rule in plan.rules:
            judge = plan.compiled.get(rule.id)
            if judge is None:
                judge = plan.compiled[rule.id] = Judge(plan, rule, memory)
            judge.tracer.shared = dated if judge.dated else shared  # a total's sums are asked for by each of its parts
            facts, state = case.subjects(rule.entity)
            checks = found[rule.id]
            checks += of_collection(judge, case)
            if rule.group and state != "absent":
                checks += [judge.grouped(case, subject, hidden, traced) for subject in grouped(rule, facts, state)]
            elif facts and state != "absent":
                waiting.setdefault(rule.entity, []).append(judge)
        for entity, judges in waiting.items():
            jobs = [(judge.check, found[judge.rule.id].append) for judge in judges]
            for subject in sorted(case.subjects(entity)[0], key=_by_id):
                for check, keep in jobs:
                    keep(check(case, subject, hidden, traced))
    return found


def of_collection(judge: Judge, case: Case) -> Iterator[Check]:
    """Yield what is to be said of the facts a rule speaks of as a whole: that they are not all there, or that there are none."""
    rule = judge.rule
    facts, state = case.subjects(rule.entity)
    if state == "absent" or (state == "partial" and not rule.group):
        cause = judge.headings(case.root) or (Missing(case.root, rule.entity, state),)
        yield Check(rule, case, case.root, "undetermined", judge.highest, missing=cause, judge=judge)
    if state == "complete" and not facts:
        yield Check(rule, case, case.root, "not_applicable", judge=judge)


def _by_id(fact: Fact) -> str:
    return fact.id
