"""The docket of a live case: every check that can be a finding, with what it read, so that a change judges only what it touches.

Whatever a check looks at (or could look at, were another branch of a condition taken) is noted when it is judged. A change
of any of that has it judged again. Spending changes all the time: there the comparisons are held against a room in which
their answers stay as they are (`steady`), and only a sum that leaves its room has the check judged again; the amounts and
words of an open finding are worked out anew whenever a sum they name has moved. What is open is always what judging the
whole case would find.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import localcontext
from typing import Any, NamedTuple

from checker.base.values import EXACT
from checker.cases.case import Case, Fact
from checker.engines.evaluator import of_collection
from checker.engines.hidden import Hidden
from checker.engines.outcome import Check
from checker.findings.counting import money
from checker.findings.explain import message
from checker.findings.identity import fingerprint
from checker.language.causes import Trace
from checker.language.memo import KnownTraces, ReadByDefinition, Remembered
from checker.language.trace import Reads
from checker.live.groups import Groups, Key
from checker.live.once import Once
from checker.live.reading import CHANGING, changing, may_grow, told
from checker.live.rooms import SPENT, growth_of
from checker.live.state import Change
from checker.rulebook.book import Plan

Entry = dict[str, Any]
Review = Callable[[Case, list[Check]], list[Check]]
"""A second engine: takes checks and returns them with its own verdict entered."""
PATIENCE = 64
"""Events for which a room must have lasted for the next one to be looked for soon."""
ASKED = 32
"""How often a check is asked for its verdict before a room is looked for, which takes about a hundred times as long."""
LONGEST = 1024
"""The most that this grows to where rooms do not last."""


class Held:
    """One check: the finding it is now, if it is one, what it reads, and the room its sums have."""

    __slots__ = (
        "check",
        "entry",
        "growth",
        "judge",
        "reads",
        "restless",
        "seen",
        "shown",
        "since",
        "subject",
        "turns",
        "wait",
    )

    def __init__(self, judge: Once, subject: Fact) -> None:
        self.judge = judge
        self.subject = subject
        self.check: Check | None = None
        self.entry: Entry | None = None
        self.reads: frozenset[Key] = frozenset()
        self.shown: frozenset[Key] = frozenset()
        """What the amount, the severity and the words of a finding are made of."""
        self.restless = False
        """Whether it is asked at every payment that it reads, having no room, or having left it."""
        self.turns = self.since = self.growth = 0
        self.wait = ASKED
        self.seen = ""


class Room(NamedTuple):
    """Between which sums every check that reads one stays as it is."""

    low: int
    high: int


class Docket:
    """The checks of one case under one plan; *lang* is what findings are told in."""

    def __init__(self, plan: Plan, case: Case, lang: str, review: Review | None = None) -> None:
        self.case = case
        self.lang = lang
        self.review = review
        self._remembered = None if case.inferred else Remembered(plan.book.definitions, CHANGING)
        self._known = KnownTraces()
        self.judges: dict[str, list[Once]] = {}
        self.lines = {id(fact): fact for fact in case.facts.get("budget_line", ())}
        self.events = 0
        self.held: list[Held] = []
        self.readers: dict[Key, dict[Held, None]] = {}
        self.rooms: dict[int, Room | None] = {}
        """By line; None: not worked out since something changed."""
        self.bounds: dict[int, dict[Held, tuple[int, int]]] = {}
        self.moved: dict[int, dict[Held, None]] = {}
        """By line, the findings whose amounts and words name its spending, and the checks without a room."""
        self.whole: dict[str, dict[str, Entry]] = {}
        """By rule, what is open of it that is judged as a whole: of groups of facts, and of collections."""
        self._hidden = Hidden(case)
        self._at_once: dict[Any, Any] = {}
        """What definitions came to for the groups that are judged at one event, which ask for the same."""
        self._definitions = plan.book.definitions
        self._reads: ReadByDefinition = {}
        self._growing: dict[str, bool] = {}
        self._spread: dict[str, frozenset[str]] = {}
        self.grouping: dict[str, list[Once]] = {}
        """The rules about groups of facts, by what they could read of the things that change."""
        self._groups: dict[str, Groups] = {}
        self.take(plan)

    def take(self, plan: Plan) -> dict[str, Entry]:
        """Take up the rules of *plan* that are not judged yet; returns what is open of them."""
        made: dict[str, list[Once]] = {}
        for rule in plan.rules:
            if not rule.indicator and rule.id not in self._spread:  # an indicator gives a value and is never open
                judge = Once(plan, rule, None if rule.group else self._remembered)  # groups are made anew each time
                made.setdefault(rule.entity, []).append(judge)
                self._spread[rule.id] = changing(rule, self._definitions, self._reads)
                if rule.group:
                    self._groups[rule.id] = Groups(judge, self.case, told(rule))
                    for key in self._spread[rule.id]:
                        self.grouping.setdefault(key, []).append(judge)
        found: dict[str, Entry] = {}
        self._hidden = Hidden(self.case)
        self._at_once = {}
        with localcontext(EXACT):
            for entity, judges in made.items():
                self.judges.setdefault(entity, []).extend(judges)
                for judge in judges:
                    self.whole[judge.rule.id] = self._as_whole(judge)
                    found |= self.whole[judge.rule.id]
                for subject in self._subjects(entity):
                    for judge in judges:
                        held = self._enter(judge, subject)
                        if held is not None and held.entry is not None:
                            found[held.entry["fingerprint"]] = held.entry
        return found

    def open(self) -> dict[str, Entry]:
        """Return every finding by its fingerprint."""
        found = {key: entry for entries in self.whole.values() for key, entry in entries.items()}
        return found | {held.entry["fingerprint"]: held.entry for held in self.held if held.entry is not None}

    def settle(self, change: Change) -> dict[str, Entry | None]:
        """Judge what *change* touches; returns what is different now by fingerprint, None for what is no finding any more."""
        again: dict[Held, bool] = {}
        """What is to be judged again, each with whether only sums have moved."""
        shown: dict[Held, None] = {}
        self.events += 1
        self._forget(change)
        for line in change.spent:
            self._spent(line, again, shown)
        entities = set()
        for fact, key in change.touched:
            again.update(dict.fromkeys(self.readers.get((id(fact), key), ()), False))
            if fact is self.case.root:
                entities.add(key)
        if not (again or shown or entities or change.new or (change.spent and self.grouping.get(SPENT))):
            return {}
        found: dict[str, Entry | None] = {}
        self._hidden = Hidden(self.case)
        self._at_once = {}
        with localcontext(EXACT):
            changed = {(id(fact), key) for fact, key in (*change.touched, *((line, SPENT) for line in change.spent))}
            for judge in self._wholes(change, entities):
                before, after = self.whole[judge.rule.id], self._as_whole(judge, changed)
                self.whole[judge.rule.id] = after
                found.update(
                    (key, after.get(key)) for key in before.keys() | after.keys() if before.get(key) != after.get(key)
                )
            for fact in change.new:
                for judge in self.judges.get(fact.entity, ()):
                    if not judge.rule.group:
                        self._told(found, None, self._enter(judge, fact))
            for held, moved in again.items():
                self._told(found, held.entry, self._again(held, moved))
            for held in shown:
                if held not in again:
                    self._told(found, held.entry, self._reword(held))
        return found

    # ---- what an event touches

    def _forget(self, change: Change) -> None:
        """Forget what definitions came to that could read what is different now."""
        self._known.forget(
            [*((id(line), SPENT) for line in change.spent), *((id(fact), key) for fact, key in change.touched)]
        )
        if self._remembered is not None:
            self._remembered.forget({*((SPENT,) if change.spent else ()), *(key for _, key in change.touched)})

    def _wholes(self, change: Change, entities: set[str]) -> dict[Once, None]:
        """Return the rules that are to be judged as a whole: of what has come to a collection, and groups that read what changed."""
        found = dict.fromkeys(judge for entity in entities for judge in self.judges.get(entity, ()))
        for key in {*(key for _, key in change.touched), *((SPENT,) if change.spent else ())}:
            found.update(dict.fromkeys(self.grouping.get(key, ())))
        return found

    def _spent(self, line: Fact, again: dict[Held, bool], shown: dict[Held, None]) -> None:
        """Gather what the spending of a line touches: who has no room, who leaves it, and who tells of it."""
        key, value = id(line), line.values[SPENT]
        for held in self.moved.get(key, ()):
            if held.restless:
                again[held] = True
            else:
                shown[held] = None
        bounds = self.bounds.get(key)
        if not bounds:
            return
        room = self.rooms.get(key)
        if room is None:
            room = Room(max(low for low, _ in bounds.values()), min(high for _, high in bounds.values()))
            self.rooms[key] = room
        if not room.low <= value <= room.high:
            again.update((held, True) for held, (low, high) in bounds.items() if not low <= value <= high)

    def _subjects(self, entity: str) -> list[Fact]:
        facts, state = self.case.subjects(entity)
        return list(facts) if state != "absent" else []

    def _as_whole(self, judge: Once, changed: Collection[Key] = ()) -> dict[str, Entry]:
        """Judge what a rule says of a collection, and of its groups."""
        checks = list(of_collection(judge, self.case))
        if judge.rule.group:
            checks += self._groups[judge.rule.id].checks(self._hidden, self._at_once, changed)
        if self.review is not None:
            checks = self.review(self.case, checks)
        entries = [entry_of(check, self.lang) for check in checks if check.is_finding]
        return {entry["fingerprint"]: entry for entry in entries}

    # ---- judging

    def _enter(self, judge: Once, subject: Fact) -> Held | None:
        if judge.rule.group:
            return None
        held = Held(judge, subject)
        self.held.append(held)
        self._judge(held)
        return held

    def _again(self, held: Held, moved: bool) -> Held:
        """Judge a check again; one that is no finding is asked for its verdict first.

        Where that stays the same, a new room is looked for only now and then: between two rooms it is asked every time.
        """
        if held.entry is None and self.review is None and (moved or self._reads_no_more(held)):
            if not held.restless:  # it has left its room, or what it lists is different
                held.wait = ASKED if self.events - held.since > PATIENCE else min(2 * held.wait, LONGEST)
                held.turns = 0
            held.turns += moved
            if (held.turns < held.wait or not moved) and held.judge.verdict(held.subject) == held.seen:
                self._unsettle(held)
                return held
        rooms: dict[int, int] = {}
        """What is left of the rooms of sums that did not leave them: kept where it can be."""
        for fact in (fact for fact, key in held.reads if key == SPENT and fact in self.lines):
            low, high = self.bounds.get(fact, {}).get(held, (0, -1))
            value = self.lines[fact].values[SPENT]
            if low <= value <= high:
                rooms[fact] = high - value
        self._leave(held)
        self._judge(held, rooms)
        return held

    def _reads_no_more(self, held: Held) -> bool:
        """Whether what was noted of a check is all that it reads, whatever has come to a collection since."""
        if self.review is not None or self.case.inferred or self.case.unconfirmed:
            return False
        rule = held.judge.rule
        if rule.id not in self._growing:
            self._growing[rule.id] = may_grow(rule, self._definitions, self._reads)
        return not self._growing[rule.id]

    def _unsettle(self, held: Held) -> None:
        """Have a check asked at every payment that it reads, until a room is looked for again."""
        if held.restless:
            return
        held.restless = True
        for fact, key in held.reads:
            if key == SPENT and fact in self.lines:
                self.moved.setdefault(fact, {})[held] = None
                self.bounds.get(fact, {}).pop(held, None)
                self.rooms[fact] = None

    def _judge(self, held: Held, rooms: Mapping[int, int] | None = None) -> None:
        judge, subject, tracer = held.judge, held.subject, held.judge.tracer
        if not self._spread[judge.rule.id] and not self.case.inferred:
            held.check = self._checked(judge, subject)
            held.entry = entry_of(held.check, self.lang) if held.check.is_finding else None
            return
        reads: Reads = {}
        shown: Reads = {}
        tracer.known, tracer.reads, tracer.watched = ({} if judge.dated else self._known), reads, CHANGING
        judge.traced = {}
        try:
            check = held.check = self._checked(judge, subject)
            held.seen = check.outcome
            deciding = self._deciding(judge, check)
            tracer.reads = shown
            worth: list[Trace] = []
            held.entry = self._worded(check, worth) if check.is_finding else None
        finally:
            tracer.known = tracer.reads = judge.traced = None
        held.shown = self._keys(shown)
        held.reads = self._keys(reads) | held.shown
        for kept in (rooms, None) if rooms else (None,):
            growth = 0
            if check.outcome == "undetermined" and deciding is not None:  # its words name nothing that moves
                growth = growth_of([[*deciding[0], *worth]], kept, held.growth)
                held.shown = frozenset() if growth else held.shown
            growth = growth or growth_of(deciding, kept, held.growth)
            if growth:
                break
        held.growth = growth
        self._register(held, growth, kept or {})

    def _checked(self, judge: Once, subject: Fact) -> Check:
        check = judge.check(self.case, subject, self._hidden)
        return check if self.review is None else self.review(self.case, [check])[0]

    def _deciding(self, judge: Once, check: Check) -> list[list[Trace]] | None:
        """Return groups of traces of which one that stays as it is keeps the check as it is; None where none is known."""
        subject = check.subject
        traces = judge.traces(subject)
        day = [judge.tracer.trace(judge.rule.as_of, (subject,))] if judge.rule.as_of is not None else []
        if (
            self.review is not None
            or self.case.inferred
            or (judge.dated and judge.days and judge.own_day(subject) is None)
        ):
            return None
        if check.is_finding:
            violated = {"when": True, "unless": False, "require": False}
            asked = judge.certain is not None and all(t.value is violated[key] for key, t in traces.items())
            certain = [judge.tracer.trace(judge.certain, (subject,))] if judge.certain is not None and asked else []
            return [[*traces.values(), *certain, *day]]
        silent = {"when": False, "unless": True, "require": True}
        return [[trace, *day] for key, trace in traces.items() if trace.value is silent[key]] or None

    def _worded(self, check: Check, worth: list[Trace]) -> Entry:
        """Return a finding as it is told; puts what its amount, severity and nature come to into *worth*."""
        judge, subject = check.judge, check.subject
        rule, parts = judge.rule, [subject]
        if judge.down is not None and check.outcome == "fail":  # the amount of a total may be just that of its parts
            parts += subject.related.get(judge.down, ())
        for part in parts if rule.amount is not None else ():
            worth.append(judge.tracer.trace(rule.amount, (part,)))
        for expr in (rule.severity, rule.nature_by, *(reading.condition for reading in rule.readings)):
            if expr is not None:
                worth.append(judge.tracer.trace(expr, (subject,)))
        return entry_of(check, self.lang)

    def _reword(self, held: Held) -> Held:
        """Work out the money at stake, the severity and the words of a finding that stays what it is."""
        before, judge, entry = held.check, held.judge, held.entry
        assert before is not None and entry is not None
        if before.outcome == "error":
            return held
        check = judge.weighed(self.case, held.subject, before.outcome, before.marks - {"roll_up"}, before.missing)
        if before.outcome == "undetermined" and check[4:8] == before[4:8] and check.meant == before.meant:
            return held
        held.check = check
        tracer = judge.tracer
        tracer.known, tracer.reads, tracer.watched = ({} if judge.dated else self._known), {}, CHANGING
        try:
            held.entry = {
                **entry,
                "nature": entry["nature"] if check.meant == before.meant else check.nature,
                "severity": check.severity,
                "amount": money(check.amount, self.lang),
                "roll_up": "roll_up" in check.marks,
                "message": message(check, self.lang) if check.outcome == "fail" else entry["message"],
            }
        finally:
            tracer.known = tracer.reads = None
        return held

    # ---- who reads what

    def _keys(self, reads: Reads) -> frozenset[Key]:
        """Return what of *reads* an event can change."""
        root = id(self.case.root)
        return frozenset(key for key in reads if key[1] in CHANGING and (key[0] in self.lines or key[0] == root))

    def _register(self, held: Held, growth: int, rooms: Mapping[int, int]) -> None:
        spent = [fact for fact, key in held.reads if key == SPENT and fact in self.lines]
        if bool(spent) and not growth:
            held.wait, held.turns = min(2 * held.wait, LONGEST), 0
        held.restless = not growth and bool(spent)
        held.since = self.events
        for key in held.reads:
            self.readers.setdefault(key, {})[held] = None
        for fact in spent:
            if growth:
                value = self.lines[fact].values[SPENT]
                self.bounds.setdefault(fact, {})[held] = (value, value + rooms.get(fact, growth))
                self.rooms[fact] = None
            if held.restless or (fact, SPENT) in held.shown:
                self.moved.setdefault(fact, {})[held] = None

    def _leave(self, held: Held) -> None:
        for key in held.reads:
            self.readers[key].pop(held, None)
            if key[1] == SPENT:
                self.moved.get(key[0], {}).pop(held, None)
                if self.bounds.get(key[0], {}).pop(held, None) is not None:
                    self.rooms[key[0]] = None

    @staticmethod
    def _told(found: dict[str, Entry | None], before: Entry | None, held: Held | None) -> None:
        """Note what is different of a check that was judged."""
        after = None if held is None else held.entry
        if before != after:
            known = after or before
            assert known is not None
            found[known["fingerprint"]] = after


def entry_of(check: Check, lang: str) -> Entry:
    """Return a finding as it is told and kept."""
    return {
        "rule": check.rule.id,
        "subject": check.subject.id,
        "name": check.case.label(check.subject),
        "outcome": check.outcome,
        "nature": check.nature,
        "severity": check.severity,
        "amount": money(check.amount, lang),
        "roll_up": "roll_up" in check.marks,
        "message": message(check, lang),
        "fingerprint": fingerprint(check),
    }
