"""Reads one event: a payment, an approval, a review, a contract, or the end of the period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.base.errors import InputError, Problem, Text, did_you_mean
from checker.cases.case import Fact
from checker.cases.days import odd_days
from checker.cases.links import Linker
from checker.cases.reader import CaseReader
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source

if TYPE_CHECKING:
    from checker.live.state import Live

KINDS = {
    "payment": "payment",
    "付款": "payment",
    "approval": "approval",
    "批复": "approval",
    "review": "review",
    "评审": "review",
    "contract": "contract",
    "合同": "contract",
    "end": "end",
    "期末": "end",
}
EVENT_KEYS = {"event": "event", "事件": "event", "kind": "kind", "种类": "kind", "line": "line", "支出项目编号": "line"}
NEEDED = {"payment": ("amount", "date"), "approval": (), "review": (), "contract": ("id",)}
"""What an event must say to count at all."""
_PAYMENT = '{"event": "e1", "kind": "payment", "line": "a", "date": "2020-03-01", "amount": "1200.00元"}'
EXAMPLE = Text(f"写成 {_PAYMENT}", f"write {_PAYMENT}")
EXAMPLES = {
    "amount": Text('写上，如 "amount": "1200.00元"', 'state it, as "amount": "1200.00元"'),
    "date": Text('写上，如 "date": "2020-03-01"', 'state it, as "date": "2020-03-01"'),
    "id": Text('写上合同编号，如 "id": "c1"', 'state the number of the contract, as "id": "c1"'),
}
AMOUNT = Text('写成 "1200.00元" 这样，带单位', 'write it with its unit, as "1200.00元"')


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
        told = Text("事件要写成 {…}", "an event is an object")
        raise InputError([Problem("event", source.place(root), told, EXAMPLE)])
    head: dict[str, Node] = {}
    rest: list[tuple[Node, Node]] = []
    for key, value in root.value:
        name = EVENT_KEYS.get(key.value)
        if name is None:
            rest.append((key, value))
        elif name not in head:
            head[name] = value
        else:
            told = Text(f"“{key.text}”写了两次", f"{key.text!r} is there twice")
            reader.problem("repeated", key, told, Text("只留一个", "keep one of them"))
    for name, value in head.items():
        if not value.is_scalar:
            reader.problem("event", value, Text(f"“{name}”只能写一个值", f"{name!r} takes a single value"), EXAMPLE)
    if reader.problems:
        raise InputError(reader.problems)
    word = str(head["kind"].value) if "kind" in head else ""
    kind = KINDS.get(word)
    ident = str(head["event"].value) if "event" in head and head["event"].kind != "null" else ""
    if not ident.strip():
        hint = Text(
            "每个事件写一个自己的编号，如业务系统的流水号",
            "give each event an id of its own, such as its number in your system",
        )
        reader.problem("event-id", root, Text("事件没有编号（event）", "the event has no id (event)"), hint)
    if kind is None:
        told = Text(f"没有“{word}”这种事件", f"there is no event of the kind {word!r}")
        if not word:
            told = Text("事件没有写种类（kind）", "the event does not state its kind")
        kinds = Text(
            "写 " + "、".join(k for k in KINDS if not k.isascii()) + " 之一",
            "write one of " + ", ".join(NEEDED) + ", end",
        )
        reader.problem("event-kind", head.get("kind", root), told, did_you_mean(word, list(KINDS)) or kinds)
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
            if not line:
                told = Text("事件没有写支出项目编号（line）", "the event does not state its line")
            reader.problem(
                "event-line", head.get("line", root), told, did_you_mean(line, sorted(live.lines)) or _lines(live)
            )
        if kind == "contract" and str(fact.values.get("id")) in live.contracts:
            hint = Text(
                "同一份合同不用再发；另一份合同写它自己的编号",
                "do not send a contract again; give another one an id of its own",
            )
            reader.problem("event-contract", root, Text("这份合同已经有了", "this contract is there already"), hint)
        fact.id = str(fact.values.get("id", ""))
        linker = Linker(reader, live.case.root)
        for child, facts in reader.facts.items():
            known = {each.id for each in live.case.facts.get(child, ())}
            for each in facts:
                linker.identify(vocabulary.entities[child], each)
                if each.id in known:
                    told = Text(f"“{each.id}”已经有了", f"{each.id!r} is there already")
                    spot = Node("map", [], each.line, each.column)
                    hint = Text("写它自己的编号（id）", "give it an id of its own")
                    reader.problem("duplicate-id", spot, told, hint)
                known.add(each.id)
        brought = {kind: [fact], **reader.facts}
        if any(cell.inferred for facts in brought.values() for each in facts for cell in each.cells.values()):
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
            names = [field for field in entity.fields.values() if field.id != "id"]
            hint = Text("写上 " + "、".join(f.zh for f in names), "state its " + ", ".join(f.id for f in names))
            reader.problem("event-field", root, told, hint)
        to = str(fact.values.get("contract", "")) if kind == "payment" else ""
        if to and to not in live.contracts:
            told = Text(f"没有编号为“{to}”的合同", f"there is no contract {to!r}")
            hint = Text(
                "先发送这份合同（contract 事件）；不属于合同的，去掉“所属合同”",
                "send the contract first (an event of the kind contract); leave contract out where there is none",
            )
            reader.problem("event-contract", root, told, did_you_mean(to, sorted(live.contracts)) or hint)
        written = {of.id for key, _ in rest if (of := entity.by_name.get(str(key.value))) is not None}
        for field in NEEDED[kind]:
            if field not in fact.values and not (
                reader.problems and field in written
            ):  # what is wrong with it was told
                name_ = entity.fields[field].zh
                told = Text(f"事件没有写“{name_}”（{field}）", f"the event does not state its {field}")
                reader.problem("event-field", root, told, EXAMPLES[field])
        for what, cell in odd_days(live.year, brought, vocabulary).slips:
            reader.slip(what, cell, live.year)
        day = fact.values.get("date") or fact.values.get("sign_date")
        if isinstance(day, date) and kind == "payment" and live.year and day.year != live.year:
            told = Text(f"付款日期 {day} 不在 {live.year} 年度", f"the payment of {day} is not in {live.year}")
            hint = Text(
                "日期写错的改正；别的年度的付款记到那一年的案例和日志",
                "mend the date; a payment of another year belongs to the case and journal of that year",
            )
            reader.problem("event-year", root, told, hint)
    elif rest:
        told = Text("期末事件不带别的内容", "an end event brings nothing else")
        reader.problem(
            "event-field", rest[0][0], told, Text(f"去掉“{rest[0][0].text}”", f"leave out {rest[0][0].text!r}")
        )
    if reader.problems:  # an event has no top at which a unit of all amounts could be stated
        raise InputError(p._replace(hint=AMOUNT) if p.code == "bad-money" else p for p in reader.problems)
    return Event(ident, kind, line, fact)


def _lines(live: Live) -> Text:
    """Return which lines there are, to choose from."""
    names, more = list(live.lines)[:6], len(live.lines) > 6
    return Text(
        "写案例里的项目编号：" + "、".join(names) + (" 等" if more else ""),
        "write the id of a line of the case: " + ", ".join(names) + (" …" if more else ""),
    )
