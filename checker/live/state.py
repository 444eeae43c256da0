"""The running state of a unit's year: the budget it began with, and what events have added to it.

The facts of a live case are the one place where facts change: an event adds to the sums of the line it touches and of the
lines above it, or to a line's approvals and reviews. Single payments are not kept, so memory does not grow with them.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.case import Case, Cell, Fact
from checker.casefile.reader import CaseReader
from checker.casefile.source import Node, Source
from checker.errors import InputError, Problem, Text, did_you_mean
from checker.values import UNITS
from checker.vocabulary import Vocabulary

KINDS = {"payment": "payment", "付款": "payment", "approval": "approval", "批复": "approval", "review": "review", "评审": "review", "contract": "contract", "合同": "contract", "end": "end", "期末": "end"}  # fmt: skip
EVENT_KEYS = {"event": "event", "事件": "event", "kind": "kind", "种类": "kind", "line": "line", "支出项目编号": "line"}
NEEDED = {"payment": ("amount", "date"), "approval": (), "review": (), "contract": ("id",)}
"""What an event must say to count at all."""
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


def read_event(source: Source, vocabulary: Vocabulary, case: Case) -> Event:
    """Return the event in one JSON document; raises InputError with everything that is wrong with it."""
    reader = CaseReader(source, vocabulary, closed=True)
    root = source.root
    if root.kind != "map":
        raise InputError([Problem("event", source.place(root), Text("事件要写成 {…}", "an event is an object"))])
    head: dict[str, Node] = {}
    rest: list[tuple[Node, Node]] = []
    for key, value in root.value:
        name = EVENT_KEYS.get(key.value)
        if name is not None and name not in head:
            head[name] = value
        elif name is None:
            rest.append((key, value))
    word = str(head["kind"].value) if "kind" in head else ""
    kind = KINDS.get(word)
    ident = str(head["event"].value) if "event" in head and isinstance(head["event"].value, str) else ""
    if not ident:
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
        known = {f.id for f in case.facts.get("budget_line", ())}
        if line not in known and (kind != "contract" or line):
            told = Text(f"没有编号为“{line}”的支出项目", f"there is no budget line {line!r}")
            reader.problem(
                "event-line", head.get("line", root), told, did_you_mean(line, sorted(known)) if line else None
            )
        if kind == "contract" and str(fact.values.get("id")) in {f.id for f in case.facts.get("contract", ())}:
            reader.problem("event-contract", root, Text("这份合同已经有了", "this contract is there already"))
        for field in NEEDED[kind]:
            if field not in fact.values:
                name_ = entity.fields[field].zh
                reader.problem(
                    "event-field",
                    root,
                    Text(f"事件没有写“{name_}”（{field}）", f"the event does not state its {field}"),
                )
        day = fact.values.get("date") or fact.values.get("sign_date")
        if isinstance(day, date) and kind == "payment" and case.year and day.year != case.year:
            told = Text(f"付款日期 {day} 不在 {case.year} 年度", f"the payment of {day} is not in {case.year}")
            reader.problem("event-year", root, told)
    elif rest:
        reader.problem("event-field", rest[0][0], Text("期末事件不带别的内容", "an end event brings nothing else"))
    if reader.problems:
        raise InputError(reader.problems)
    return Event(ident, kind, line, fact)


class Live:
    """A case that grows; made from a base case that this object then owns."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.ended = False
        self.lines = {fact.id: fact for fact in case.facts.get("budget_line", ())}
        for line in self.lines.values():
            for kind in KEPT:
                line.related.setdefault(kind, [])
                if line.states.get(kind) == "complete":
                    line.states[kind] = "partial"  # until the period ends, more may come
        for kind in KEPT:
            case.root.related[kind] = case.facts.setdefault(kind, [])
            self._sum_up(kind)
        self.before = {kind: tuple(case.facts[kind]) for kind in KEPT}
        case.root.related.setdefault("contract", [])
        case.facts.setdefault("contract", case.root.related["contract"])
        if case.root.states.get("contract") == "complete":
            case.root.states["contract"] = "partial"
        self._spend_so_far()

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
                self._set(line, "actual", sum(part.values["actual"] for part in parts))
                line.none.discard("actual")

    def _set(self, line: Fact, field: str, value: Any) -> None:
        line.values[field] = value
        note = "已付合计 / paid so far"
        line.cells[field] = Cell(value, "", 0, "万元", decimals_of(value), line.line, line.column, note)

    def _sum_up(self, kind: str) -> None:
        """Let the unit know what its lines know of *kind*: all of it, part of it, or nothing."""
        states = {line.states.get(kind) for line in self.lines.values()}
        if states - {None}:
            whole = states == {"complete"} and self.case.root.states.get("budget_line") == "complete"
            self.case.root.states[kind] = "complete" if whole else "partial"

    def above(self, line: Fact) -> list[Fact]:
        """Return *line* and every line above it."""
        found = [line]
        while isinstance(found[-1].values.get("parent"), Fact):
            found.append(found[-1].values["parent"])
        return found

    def apply(self, event: Event) -> list[Fact] | None:
        """Add *event* to the state; returns the subjects it touches, or None when everything must be judged anew."""
        if event.kind == "end":
            self.ended = True
            for kind in KEPT:
                for line in self.lines.values():
                    line.states[kind] = "complete"
                self._sum_up(kind)
            self.case.root.states["contract"] = "complete"
            return None
        fact = event.fact
        assert fact is not None
        if event.kind == "contract":
            fact.root = self.case.root
            fact.owner = self.case.root
            fact.id = str(fact.values["id"])
            if isinstance(fact.values.get("line"), str):
                fact.values["line"] = self.lines[fact.values["line"]]
            self.case.root.related["contract"].append(fact)
            self.case.root.states.setdefault("contract", "partial")
            return None
        line = self.lines[event.line]
        if event.kind == "payment":
            for each in self.above(line):
                self._set(each, "actual", each.values["actual"] + fact.values["amount"])
            first, day = line.values.get("first_payment_date"), fact.values["date"]
            if first is None or day < first:
                line.values["first_payment_date"] = day
                line.cells["first_payment_date"] = Cell(day, day.isoformat(), note=event.id)
        else:
            taken = {known.id for known in self.before[event.kind]}  # an id that the case itself gave
            fact.owner, fact.root = line, self.case.root
            fact.id = f"{line.id}/{event.id}" if event.id in taken else event.id
            line.related[event.kind].append(fact)
            line.states.setdefault(event.kind, "partial")
            self.case.facts[event.kind].append(fact)
            self._sum_up(event.kind)
        lines = self.above(line) if event.kind == "payment" else [line]
        return [*lines, *(kept for each in lines for kind in KEPT for kept in each.related[kind])]


def decimals_of(fen: int) -> int:
    """Return how many decimals an amount needs in 万元, at least two."""
    rest, places = abs(fen) % UNITS["万元"], 6
    while places > 2 and rest % 10 == 0:
        rest, places = rest // 10, places - 1
    return places
