"""The running state of a unit's year: the budget it began with, and what events have added to it.

The facts of a live case are the one place where facts change: an event adds to the sums of the line it touches and of the
lines above it, or to a line's approvals and reviews. Single payments are not kept, so memory does not grow with them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from checker.case import Case, Cell, Fact
from checker.casefile.days import odd_days
from checker.casefile.reader import CaseReader
from checker.casefile.source import Node, Source
from checker.errors import InputError, Problem, Text, did_you_mean
from checker.values import UNITS
from checker.vocabulary import Vocabulary

KINDS = {"payment": "payment", "付款": "payment", "approval": "approval", "批复": "approval", "review": "review", "评审": "review", "contract": "contract", "合同": "contract", "end": "end", "期末": "end"}  # fmt: skip
EVENT_KEYS = {"event": "event", "事件": "event", "kind": "kind", "种类": "kind", "line": "line", "支出项目编号": "line"}
NEEDED = {"payment": ("amount", "date"), "approval": (), "review": (), "contract": ("id",)}
"""What an event must say to count at all."""
PAID = "已付合计 / paid so far"
"""What is told of a sum of payments as to where it was read."""
KEPT = ("approval", "review")
"""What a line keeps of its own; rules may speak of these one by one."""


class Event:
    """One event that was read: its id, kind, the line it touches and the fact it brings."""

    __slots__ = ("fact", "id", "kind", "line")

    def __init__(self, ident: str, kind: str, line: str, fact: Fact | None) -> None:
        self.id = ident
        self.kind = kind
        self.line = line
        self.fact = fact


def read_event(source: Source, vocabulary: Vocabulary, live: Live) -> Event:
    """Return the event in one JSON document; raises InputError with everything that is wrong with it."""
    reader = CaseReader(source, vocabulary, closed=True)
    root = source.root
    if root.kind != "map":
        raise InputError([Problem("event", source.place(root), Text("事件要写成 {…}", "an event is an object"))])
    head: dict[str, Node] = {}
    rest: list[tuple[Node, Node]] = []
    for key, value in root.value:
        name = EVENT_KEYS.get(key.value)
        if name is None:
            rest.append((key, value))
        elif name not in head:
            head[name] = value
        else:
            reader.problem("repeated", key, Text(f"“{key.text}”写了两次", f"{key.text!r} is there twice"))
    for name, value in head.items():
        if not value.is_scalar:
            reader.problem("event", value, Text(f"“{name}”只能写一个值", f"{name!r} takes a single value"))
    if reader.problems:
        raise InputError(reader.problems)
    word = str(head["kind"].value) if "kind" in head else ""
    kind = KINDS.get(word)
    ident = str(head["event"].value) if "event" in head and head["event"].kind != "null" else ""
    if not ident.strip():
        reader.problem("event-id", root, Text("事件没有编号（event）", "the event has no id (event)"))
    if kind is None:
        told = Text(f"没有“{word}”这种事件", f"there is no event of the kind {word!r}")
        reader.problem("event-kind", head.get("kind", root), told, did_you_mean(word, list(KINDS)))
        raise InputError(reader.problems)
    line = str(head["line"].value) if "line" in head else ""
    fact: Fact | None = None
    if kind != "end":
        entity = vocabulary.entities[kind]
        fact = Fact(kind, None, root.line, root.column)
        if kind == "contract" and line:
            rest.append((Node("text", "line", root.line, root.column), head["line"]))
        reader._fact(fact, entity, Node("map", rest, root.line, root.column))
        if line not in live.lines and (kind != "contract" or line):
            told = Text(f"没有编号为“{line}”的支出项目", f"there is no budget line {line!r}")
            hint = did_you_mean(line, sorted(live.lines)) if line else None
            reader.problem("event-line", head.get("line", root), told, hint)
        if kind == "contract" and str(fact.values.get("id")) in live.contracts:
            reader.problem("event-contract", root, Text("这份合同已经有了", "this contract is there already"))
        if any(cell.inferred for cell in fact.cells.values()):
            told = Text(
                "事件是已经发生的事，不能写推断的数", "an event has happened: it states nothing that is inferred"
            )
            hint = Text(
                "去掉“推断”；还没有发生的，发生了再发送",
                "leave out inferred; send what has not happened yet once it has",
            )
            reader.problem("event-inferred", root, told, hint)
        if not fact.cells and not NEEDED[kind]:
            told = Text("事件没有写文号、日期、金额等任何一项", "the event states nothing but its line")
            reader.problem("event-field", root, told)
        to = str(fact.values.get("contract", "")) if kind == "payment" else ""
        if to and to not in live.contracts:
            told = Text(f"没有编号为“{to}”的合同", f"there is no contract {to!r}")
            reader.problem("event-contract", root, told, did_you_mean(to, sorted(live.contracts)))
        for field in NEEDED[kind]:
            if field not in fact.values:
                name_ = entity.fields[field].zh
                told = Text(f"事件没有写“{name_}”（{field}）", f"the event does not state its {field}")
                reader.problem("event-field", root, told)
        for what, cell in odd_days(live.year, {kind: [fact]}, vocabulary).slips:
            reader.slip(what, cell, live.year)
        day = fact.values.get("date") or fact.values.get("sign_date")
        if isinstance(day, date) and kind == "payment" and live.year and day.year != live.year:
            told = Text(f"付款日期 {day} 不在 {live.year} 年度", f"the payment of {day} is not in {live.year}")
            reader.problem("event-year", root, told)
    elif rest:
        reader.problem("event-field", rest[0][0], Text("期末事件不带别的内容", "an end event brings nothing else"))
    if reader.problems:
        raise InputError(reader.problems)
    return Event(ident, kind, line, fact)


class Change(NamedTuple):
    """What an event changed: lines whose spending grew, other fields and collections of facts, and facts that are new."""

    spent: tuple[Fact, ...] = ()
    touched: tuple[tuple[Fact, str], ...] = ()
    new: tuple[Fact, ...] = ()
    everything: bool = False


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
        self.unplaced = any("line" not in f.values and "line" not in f.none for f in case.facts["contract"])
        if root.states.get("contract") == "complete":
            root.states["contract"] = "partial"
        self._ways = {line.id: self._above(line) for line in self.lines.values()}
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
        )  # fmt: skip

    def _sum_up(self, kind: str) -> None:
        """Let the unit know what its lines know of *kind*: all of it, part of it, or nothing."""
        states = {line.states.get(kind) for line in self.lines.values()}
        if states - {None}:
            whole = states == {"complete"} and self.case.root.states.get("budget_line") == "complete"
            self._state(self.case.root, kind, "complete" if whole else "partial")

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
        return Change(ways, touched)

    def _kept(self, line: Fact, fact: Fact, event: Event) -> Change:
        """An approval or a review: facts that stay."""
        root, kind = self.case.root, event.kind
        fact.owner, fact.root = line, root
        fact.id = f"{line.id}/{event.id}" if event.id in self.before[kind] else event.id
        for kept in (line.related[kind], self.case.facts[kind]):
            kept.append(fact)
            self._undo.append(kept.pop)
        if line.states.get(kind) is None:
            self._state(line, kind, "partial")
        if root.states.get(kind) is None:
            self._sum_up(kind)
        return Change(touched=((line, kind), (root, kind)), new=(fact,))

    def _contract(self, fact: Fact) -> Change:
        root = self.case.root
        fact.root = fact.owner = root
        fact.id = str(fact.values["id"])
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
        if root.states.get("contract") is None:
            touched += [(each, "contract") for each in self.lines.values()]
            for each in (root, *self.lines.values()):
                self._state(each, "contract", "partial")
        return Change(touched=tuple(touched), new=(fact,))

    def _end(self) -> Change:
        self.ended = True
        self._undo.append(partial(setattr, self, "ended", False))
        for line in self.lines.values():
            for kind in KEPT:
                self._state(line, kind, "complete")
            self._state(line, "contract", "partial" if self.unplaced else "complete")
        for kind in KEPT:
            self._sum_up(kind)
        self._state(self.case.root, "contract", "complete")
        return Change(everything=True)

    def _state(self, fact: Fact, key: str, state: str) -> None:
        before = fact.states.get(key)
        self._undo.append(partial(_state_back, fact, key, before))
        fact.states[key] = state


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
