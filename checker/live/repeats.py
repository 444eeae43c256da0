"""Payments that would be counted twice: sent again under another event, or booked on a total whose parts are listed.

What is known of a payment is what the events say of it. A payment number names one payment: it is booked once, as in a case.
Without a number, two payments of one line, day, amount and payee may be one or two: both count, and that is told.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.typography import folded
from checker.base.values import half_width
from checker.cases.case import Case, Fact
from checker.cases.links import seen_as
from checker.cases.repeated import hint_above, names, said, said_again
from checker.cases.vocabulary import Entity
from checker.live.events import Event
from checker.live.journal import Journal
from checker.live.state import Live, paper_of

NAMED = 6
"""Lines that are named in a hint."""


class Repeats:
    """What was booked so far: of the case the year began with, and of the events that were taken (in the journal)."""

    def __init__(self, case: Case, journal: Journal) -> None:
        self.journal = journal
        self.before: dict[bytes, tuple[str, bool]] = {}
        for fact in case.facts.get("payment", ()):
            place = f"{case.file}:{fact.line}"
            for key, numbered in _keys(fact.owner.id if fact.owner is not None else "", fact):
                self.before.setdefault(key, (place, numbered))

    def refuse(self, event: Event, live: Live) -> None:
        """Raise InputError where *event* must not be counted."""
        fact = event.fact
        if fact is None:
            return
        if event.kind == "payment":
            found = self._paid(event, fact)
        else:
            found = _id_again(fact, live) or (_again(event, fact, live) if event.kind == "approval" else None)
        found = found or (_of_total(fact, live.lines[event.line], live) if event.kind == "payment" else None)
        if found is not None:
            raise InputError([found])

    def book(self, event: Event) -> None:
        """Note a payment that counts; one that may be an earlier one again is noted with it."""
        if event.fact is None or event.kind != "payment":
            return
        number = "id" in event.fact.values
        for key, numbered in _keys(event.line, event.fact):
            first = self._first(key)
            if first is None:
                self.journal.pay(key, event.id, number)
            elif not numbered and not (first[1] and number):
                self.journal.alike(event.id, first[0])

    def told(self) -> Text | None:
        """Return what is to be said of payments that count although each may be an earlier one again."""
        count, pairs = self.journal.pairs(NAMED)
        if not count:
            return None
        zh = "、".join(f"{event}（同 {first}）" for event, first in pairs)
        en = ", ".join(f"{event} (as {first})" for event, first in pairs)
        return Text(
            f"{count} 笔付款没有付款编号，项目、日期、金额、收款人和前面的一笔相同，都计入了：{zh}{' 等' if count > len(pairs) else ''}。"
            "是重复发送的，从事件里去掉，换一个日志和输出重读；以后每笔写付款编号（凭证号），重复的就不会计入",
            f"{count} payments without a number equal an earlier one in line, day, amount and payee; all were counted: "
            f"{en}{' and more' if count > len(pairs) else ''}. Where one was sent twice, take it out of the events and read them "
            "with a new journal and output; give payments their numbers (of the voucher), and none is counted twice",
        )

    def _first(self, key: bytes) -> tuple[str, bool] | None:
        return self.before.get(key) or self.journal.paid(key)

    def _paid(self, event: Event, fact: Fact) -> Problem | None:
        """Return what is wrong with a payment whose number was booked."""
        for key, numbered in _keys(event.line, fact):
            first = self._first(key) if numbered else None
            if first is not None:
                ident, known = fact.values["id"], key in self.before
                told = Text(
                    f"付款编号“{ident}”已经记过（{'案例' if known else '事件'} {first[0]}），这一次没有计入",
                    f"the payment {ident!r} is booked already ({'case' if known else 'event'} {first[0]}); it was not counted again",
                )
                hint = Text(
                    "同一笔付款不用再发；确实是另一笔的，写它自己的付款编号（一张凭证付几笔的，写成“凭证号-1”“凭证号-2”）",
                    "do not send a payment again; where it is another one, give it a number of its own "
                    "(of several on one voucher: number-1, number-2)",
                )
                return Problem("payment-repeated", Place("-"), told, hint)
        return None


def _keys(line: str, fact: Fact) -> list[tuple[bytes, bool]]:
    """Return what a payment is known by: its number where it has one (True), and what it says (False)."""
    values = fact.values
    number = half_width(str(values["id"])).strip() if "id" in values else ""
    found = [(b"#" + number.encode("utf-8", "surrogatepass"), True)] if number else []
    if "date" in values and "amount" in values:
        contract: Any = values.get("contract", "")
        payee = folded(str(values.get("payee", "")))
        parts = (line, values["date"], values["amount"], payee, contract.id if isinstance(contract, Fact) else contract)
        said = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")
        found.append((blake2b(said, digest_size=16).digest(), False))
    return found


def _id_again(fact: Fact, live: Live) -> Problem | None:
    """Return what is wrong with an id of its own, or of what a contract brings, that is there already but for width and blanks."""
    within: dict[tuple[str, str], Fact] = {}
    for each in (fact, *(part for parts in fact.related.values() for part in parts)):
        if (own := each.values.get("id")) is None:
            continue
        seen, entity = seen_as(str(own)), live.case.vocabulary.entities[each.entity]
        other = live.named.get(each.entity, {}).get(seen) or within.get((each.entity, seen))
        within[each.entity, seen] = each
        if other is None:
            continue
        if other.values["id"] == own:
            return _there_already(entity, str(own))
        told = Text(
            f"{entity.zh}“{own}”和已有的“{other.values['id']}”只差全角半角或空格，这一次没有计入",
            f"the {entity.name('en')} {own!r} differs from {other.values['id']!r} in width or blanks only; it was not counted",
        )
        hint = Text(
            "同一件不用再发；确是另一件的，编号写得不同",
            "do not send one again; where it is another one, give it an id that differs in more",
        )
        return Problem(f"{entity.id}-repeated", Place("-"), told, hint)
    return None


def _there_already(entity: Entity, named: str) -> Problem:
    told = Text(
        f"{entity.zh}“{named}”已经有了，这一次没有计入",
        f"the {entity.name('en')} {named!r} is there already; it was not counted again",
    )
    hint = Text(
        "同一件不用再发；另一件写它自己的编号（id）", "do not send one again; give another one an id of its own"
    )
    if entity.id == "approval":
        hint = Text(
            "同一份批复不用再发；一份批复分几笔给同一项目的，每笔写一个批复编号（id）",
            "do not send an approval again; where one paper approves several amounts for a line, give each an id",
        )
    return Problem(f"{entity.id}-repeated", Place("-"), told, hint)


def _again(event: Event, fact: Fact, live: Live) -> Problem | None:
    """Return what is wrong with an approval that is there already, as a case would have it: typography tells none from another.

    That is one of the same number and day for the line, where it has no id; or of the same paper and amount, for the line, for
    its total, or for its parts.
    """
    entity, line = live.case.vocabulary.entities[event.kind], live.lines[event.line]
    key = paper_of(fact)
    known = live.papers.get(key) if key is not None else None
    if known is None or not live.kin(known, line):
        return None
    if "id" not in fact.values and known.at[line.id] > 0:
        return _there_already(entity, str(fact.values["number"]))
    before, fact.owner = fact.owner, line
    try:
        paper = said(entity, fact)
        alike = [
            each
            for each in known.facts
            if paper is not None and (other := said(entity, each)) and other[1:-1] == paper[1:-1]
        ]
        tree = live.case.vocabulary.entities[line.entity].tree
        found = next(iter(said_again(entity, [*alike, fact], tree[0] if tree else "")), None) if alike else None
    finally:
        fact.owner = before
    if found is None:
        return None
    number = fact.values["number"]
    if found[0] is fact and any(said(entity, each) == paper for each in alike):
        told = Text(
            f"批复“{number}”已经有了，{names(entity).zh}都相同，这一次没有计入",
            f"the approval {number!r} is there already ({names(entity).en} are the same); it was not counted again",
        )
        hint = Text(
            f"同一份批复不用再发；确是同一文号、同样金额的又一笔的，文号后面写明第几笔，如“{number}（第2笔）”",
            f'do not send an approval again; where it is another of the same amount, say so in its number, as "{number} (2)"',
        )
        return Problem("approval-repeated", Place("-"), told, hint)
    others = "、".join(dict.fromkeys(each.owner.id for each in alike if each.owner is not None))
    told = Text(
        f"批复“{number}”在它的上级或下级项目（{others}）已经有了，会算两次；这一次没有计入",
        f"the approval {number!r} is there at its total or its parts ({others}): it would count twice; it was not counted again",
    )
    return Problem("approval-repeated", Place("-"), told, hint_above(entity))


def _of_total(fact: Fact, line: Fact, live: Live) -> Problem | None:
    """Return what is wrong with a payment of a line that is the sum of its parts, all of which are listed."""
    items = live.items(line)
    if not items:
        return None
    contract = next((c for c in live.case.facts["contract"] if c.id == fact.values.get("contract")), None)
    meant = contract.values.get("line") if contract is not None else None
    items = [meant] if meant in items else items
    case = live.case
    names = [Text(f"{each.id}（{case.label(each)}）", f"{each.id} ({case.label(each)})") for each in items[:NAMED]]
    more = len(items) - len(names)
    told = Text(
        f"“{case.label(line)}”是下级项目的合计，付款要记在具体的项目上；没有计入",
        f"{case.label(line)!r} is the sum of its parts: a payment belongs to one of them; it was not counted",
    )
    hint = Text(
        "支出项目编号写 "
        + "、".join(name.zh for name in names)
        + (f" 等 {more + len(names)} 项之一" if more else "")
        + "；下级没有列全的，年初的案例要写明支出“完整: 否”",
        "name the line: "
        + ", ".join(name.en for name in names)
        + (f" or one of {more} others" if more else "")
        + '; where the parts are not all listed, the case has to say so ("complete: false" of its lines)',
    )
    return Problem("payment-of-total", Place("-"), told, hint)
