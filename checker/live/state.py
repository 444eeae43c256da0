"""The running state of a unit's year: the budget it began with, and what events have added to it.

The facts of a live case are the one place where facts change: an event adds to the sums of the line it touches and of the
lines above it, or to a line's approvals and reviews. Single payments are not kept, so memory does not grow with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from checker.base.typography import folded
from checker.base.values import UNITS
from checker.cases.case import Case, Cell, Fact
from checker.cases.links import seen_as
from checker.cases.vocabulary import Entity
from checker.live.events import Event

PAID = "已付合计 / paid so far"
"""What is told of a sum of payments as to where it was read."""
KEPT = ("approval", "review")
"""What a line keeps of its own; rules may speak of these one by one."""


class Change(NamedTuple):
    """What an event changed: lines whose spending grew, other fields and collections of facts, and facts that are new."""

    spent: tuple[Fact, ...] = ()
    touched: tuple[tuple[Fact, str], ...] = ()
    new: tuple[Fact, ...] = ()
    everything: bool = False


class Paper(NamedTuple):
    """The approvals of one number and day: all of them, and how many each line has itself, and together with what is below it."""

    facts: list[Fact]
    at: Counter[str]
    within: Counter[str]


class Live:
    """A case that grows; made from a base case that this object then owns."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.year = case.year
        self.ended = False
        self._undo: list[Callable[[], object]] = []
        self.lines = {fact.id: fact for fact in case.facts.get("budget_line", ())}
        root = case.root
        for line in self.lines.values():
            for kind in KEPT:
                line.related.setdefault(kind, [])
            for kind in (*KEPT, "contract"):
                if line.states.get(kind) == "complete":
                    line.states[kind] = "partial"  # until the period ends, more may come
        for kind in KEPT:
            root.related[kind] = case.facts.setdefault(kind, [])
            self._sum_up(kind)
        self.before = {kind: {fact.id for fact in case.facts[kind]} for kind in KEPT}
        case.facts["contract"] = root.related.setdefault("contract", [])  # one list: what arrives is in both
        self.contracts = {fact.id for fact in case.facts["contract"]}
        self.nested = [e for e in case.vocabulary.entities.values() if e.parent == "contract"]
        for entity in self.nested:
            root.related[entity.id] = case.facts.setdefault(entity.id, [])
        self._ways = {line.id: self._above(line) for line in self.lines.values()}
        self.named: dict[str, dict[str, Fact]] = {}
        """By entity, what has an id of its own, by that as it is seen (without width and blanks)."""
        self.papers: dict[tuple[str, Any], Paper] = {}
        """By their number, as it is compared, and day."""
        for kind in (*KEPT, "contract", *(entity.id for entity in self.nested)):
            for fact in case.facts[kind]:
                self._note(fact)
        self._undo.clear()
        self.loose = any("contract" not in f.values and "contract" not in f.none for f in case.facts.get("payment", ()))
        """Whether a payment does not say to which contract it belongs: it may be any."""
        self.settled = [fact for fact in case.facts["contract"] if fact.states.get("payment") == "complete"]
        """The contracts all payments of which are listed, as far as is known: none is left when a payment may be one of theirs."""
        self.unplaced = any("line" not in f.values and "line" not in f.none for f in case.facts["contract"])
        if root.states.get("contract") == "complete":
            root.states["contract"] = "partial"
        self.dated = {line.id: self._first_day(line) for line in self.lines.values()}
        self._spend_so_far()

    def _first_day(self, line: Fact) -> bool:
        """Whether the first payment that arrives can be the first of the line: nothing was paid before that has no date."""
        listed = line.related.get("payment", ())
        if listed:
            return line.states.get("payment") == "complete" and all("date" in paid.values for paid in listed)
        return "first_payment_date" in line.values or not line.values.get("actual")

    def _spend_so_far(self) -> None:
        """Give every line what was spent so far: what the case states, else the sum of its parts, else nothing."""
        order: list[Fact] = []
        waiting = [line for line in self.lines.values() if not isinstance(line.values.get("parent"), Fact)]
        while waiting:
            line = waiting.pop()
            order.append(line)
            waiting.extend(line.related.get("sub_line", ()))
        for line in reversed(order):
            if "actual" not in line.values:
                parts = line.related.get("sub_line", ())
                step = sum(part.cells["actual"].step for part in parts)
                line.cells["actual"] = Cell(0, step=step, inferred=any(part.cells["actual"].inferred for part in parts))
                self._spend(line, sum(part.values["actual"] for part in parts))
                line.none.discard("actual")

    def _spend(self, line: Fact, value: Any) -> None:
        """Set what was spent so far: payments are exact, so it is as rounded, derived or inferred as what the case began with."""
        line.values["actual"] = value
        cell = line.cells["actual"]
        line.cells["actual"] = Cell(
            value, "", cell.step, "万元", decimals_of(value), line.line, line.column, PAID, cell.inferred, cell.derived
        )

    def _sum_up(self, kind: str) -> None:
        """Let the unit know what its lines know of *kind*: all of it, part of it, or nothing."""
        states = {line.states.get(kind) for line in self.lines.values()}
        if states - {None}:
            whole = states == {"complete"} and self.case.root.states.get("budget_line") == "complete"
            self._state(self.case.root, kind, "complete" if whole else "partial")

    def items(self, line: Fact) -> list[Fact]:
        """Return the lines that a payment of *line* belongs to, at the lowest level; nothing where it may belong to *line* itself.

        That is a line without parts, or one in a case that says outright that not all its lines are listed.
        """
        if line.entity in self.case.left_open:
            return []
        found: list[Fact] = []
        for part in line.related.get("sub_line", ()):
            found += self.items(part) or [part]
        return found

    def _above(self, line: Fact) -> tuple[Fact, ...]:
        found = [line]
        while isinstance(found[-1].values.get("parent"), Fact):
            found.append(found[-1].values["parent"])
        return tuple(found)

    # ---- what an event does, and how it is taken back

    def apply(self, event: Event) -> Change:
        """Add *event* to the state; returns what it changed."""
        self._undo.clear()
        if event.kind == "end":
            return self._end()
        fact = event.fact
        assert fact is not None
        if event.kind == "contract":
            return self._contract(fact)
        line = self.lines[event.line]
        return self._payment(line, fact, event.id) if event.kind == "payment" else self._kept(line, fact, event)

    def undo(self) -> None:
        """Take back the last event."""
        for step in reversed(self._undo):
            step()
        self._undo.clear()

    def _payment(self, line: Fact, fact: Fact, ident: str) -> Change:
        amount, day = fact.values["amount"], fact.values["date"]
        ways = self._ways[line.id]
        for each in ways:
            self._undo.append(partial(_put_back, each, "actual", each.values["actual"], each.cells.get("actual")))
            self._spend(each, each.values["actual"] + amount)
        touched: tuple[tuple[Fact, str], ...] = ()
        first = line.values.get("first_payment_date")
        if first is None:
            listed = [paid.values["date"] for paid in line.related.get("payment", ()) if "date" in paid.values]
            day = min([day, *listed])
        if self.dated[line.id] and (first is None or day < first):
            self._undo.append(
                partial(_put_back, line, "first_payment_date", first, line.cells.get("first_payment_date"))
            )
            line.values["first_payment_date"] = day
            line.cells["first_payment_date"] = Cell(day, day.isoformat(), note=ident)
            touched = ((line, "first_payment_date"),)
        for each in (line, self.case.root):
            if each.states.get("payment") == "complete":  # single payments are not kept: the list is one of some
                self._state(each, "payment", "partial")
                touched = (*touched, (each, "payment"))
        return Change(ways, (*touched, *self._unsettle(fact)))

    def _unsettle(self, payment: Fact) -> list[tuple[Fact, str]]:
        """Hold the payments of no contract for whole that *payment* may be one of; returns what that touches."""
        named = payment.values.get("contract")
        if named is None and "contract" in payment.none:
            return []
        if named is None and not self.loose:
            self.loose = True
            self._undo.append(partial(setattr, self, "loose", False))
        found = [each for each in self.settled if named is None or each.id == named]
        if found:
            self._undo.append(partial(setattr, self, "settled", self.settled))
            self.settled = [each for each in self.settled if each not in found]
        for each in found:
            self._state(each, "payment", "partial")
        return [(each, "payment") for each in found]

    def _kept(self, line: Fact, fact: Fact, event: Event) -> Change:
        """An approval or a review: facts that stay."""
        root, kind = self.case.root, event.kind
        fact.owner, fact.root = line, root
        fact.id = f"{line.id}/{event.id}" if event.id in self.before[kind] else event.id
        for kept in (line.related[kind], self.case.facts[kind]):
            kept.append(fact)
            self._undo.append(kept.pop)
        self._note(fact)
        if line.states.get(kind) is None:
            self._state(line, kind, "partial")
        if root.states.get(kind) is None:
            self._sum_up(kind)
        return Change(touched=((line, kind), (root, kind)), new=(fact,))

    def _note(self, fact: Fact) -> None:
        """Note by what a fact is known, so that it is known again without looking through all."""
        own, known = fact.values.get("id"), self.named.setdefault(fact.entity, {})
        if own is not None and (seen := seen_as(str(own))) not in known:
            known[seen] = fact
            self._undo.append(partial(known.pop, seen))
        if (key := paper_of(fact)) is not None and fact.owner is not None:
            paper = self.papers.setdefault(key, Paper([], Counter(), Counter()))
            paper.facts.append(fact)
            self._undo.append(paper.facts.pop)
            lines = [each.id for each in self._ways[fact.owner.id]]
            for counted, ids in ((paper.at, lines[:1]), (paper.within, lines)):
                counted.update(ids)
                self._undo.append(partial(counted.subtract, ids))

    def kin(self, paper: Paper, line: Fact) -> bool:
        """Whether a line, a line above it or one below it has an entry of *paper*: only then could one count twice."""
        return paper.within[line.id] > 0 or any(paper.at[each.id] > 0 for each in self._ways[line.id])

    def _contract(self, fact: Fact) -> Change:
        root = self.case.root
        fact.root = fact.owner = root
        kept = [root.related["contract"]]
        touched = [(root, "contract")]
        line = fact.values.get("line")
        if isinstance(line, str):
            fact.values["line"] = line = self.lines[line]
            kept.append(line.related.setdefault("contract", []))
            touched.append((line, "contract"))
        elif not self.unplaced and "line" not in fact.none:
            self.unplaced = True
            self._undo.append(partial(setattr, self, "unplaced", False))
        for facts in kept:
            facts.append(fact)
            self._undo.append(facts.pop)
        self.contracts.add(fact.id)
        self._undo.append(partial(self.contracts.discard, fact.id))
        self._note(fact)
        if root.states.get("contract") is None:
            touched += [(each, "contract") for each in self.lines.values()]
            for each in (root, *self.lines.values()):
                self._state(each, "contract", "partial")
        new = [fact]
        for entity in self.nested:
            for each in fact.related.get(entity.id, ()):
                each.root = root
                self.case.facts[entity.id].append(each)
                self._undo.append(self.case.facts[entity.id].pop)
                self._note(each)
                new.append(each)
            self._gather(entity)
            touched.append((root, entity.id))
        self._payments_of(fact)
        return Change(touched=tuple(touched), new=tuple(new))

    def _gather(self, entity: Entity) -> None:
        """Let the unit know whether it has seen all that contracts bring."""
        states = {each.states.get(entity.id) for each in self.case.facts["contract"]}
        if states - {None}:
            whole = states == {"complete"} and self.case.root.states.get("contract") == "complete"
            self._state(self.case.root, entity.id, "complete" if whole else "partial")

    def _payments_of(self, contract: Fact) -> None:
        """Say of a contract that arrives whether its payments are known, as the reader of a case does."""
        state = self.case.root.states.get("payment")
        contract.related.setdefault("payment", [])
        line = contract.values.get("line")
        if not self.loose and isinstance(line, Fact) and line.states.get("payment") == "complete":
            state = "complete"  # the line lists all its payments, and none is one of this contract
        if state is not None:
            contract.states["payment"] = "partial" if self.loose else state
        if contract.states.get("payment") == "complete":
            self._undo.append(partial(setattr, self, "settled", self.settled))
            self.settled = [*self.settled, contract]

    def _end(self) -> Change:
        self.ended = True
        self._undo.append(partial(setattr, self, "ended", False))
        for line in self.lines.values():
            for kind in KEPT:
                self._state(line, kind, "complete")
            self._state(line, "contract", "partial" if self.unplaced else "complete")
        for kind in KEPT:
            self._sum_up(kind)
            if "budget_line" not in self.case.left_open:  # of lines that are missing nothing could be sent
                self._state(self.case.root, kind, "complete")
        self._state(self.case.root, "contract", "complete")
        for entity in self.nested:
            self._gather(entity)
        return Change(everything=True)

    def _state(self, fact: Fact, key: str, state: str) -> None:
        before = fact.states.get(key)
        self._undo.append(partial(_state_back, fact, key, before))
        fact.states[key] = state


def paper_of(fact: Fact) -> tuple[str, Any] | None:
    """Return the number of an approval, as it is compared, and its day; nothing where it states no number."""
    number = fact.values.get("number") if fact.entity == "approval" else None
    return (folded(str(number)), fact.values.get("date")) if number is not None else None


def _put_back(fact: Fact, field: str, value: Any, cell: Cell | None) -> None:
    """Give a field back what it was; nothing, where there was nothing."""
    if value is None:
        fact.values.pop(field, None)
    else:
        fact.values[field] = value
    if cell is None:
        fact.cells.pop(field, None)
    else:
        fact.cells[field] = cell


def _state_back(fact: Fact, key: str, state: str | None) -> None:
    if state is None:
        fact.states.pop(key, None)
    else:
        fact.states[key] = state


def decimals_of(fen: int) -> int:
    """Return how many decimals an amount needs in 万元, at least two."""
    rest, places = abs(fen) % UNITS["万元"], 6
    while places > 2 and rest % 10 == 0:
        rest, places = rest // 10, places - 1
    return places
