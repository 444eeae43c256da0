"""Several ways of reading, or several documents of one unit, put together: the same thing is one fact, whatever it was read from.

Figures that agree become claims that say so; figures that differ stay side by side, and nobody chooses between them here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from checker.base.errors import Text
from checker.base.values import UNITS, half_width
from checker.intake.document import Place
from checker.intake.reading import (
    DraftFact,
    Evidence,
    Expected,
    Grade,
    Inferred,
    Kind,
    Proposal,
    Repeat,
    Span,
    Understood,
    Unit,
)

_OWN = ("stated_figure", "operand")
"""What is said in one document is that document's own: such facts are never one."""
SAID = Text("另一份材料里写过的年度、日期", "a year or a day that another document says as well")
_SLOTS = {"money": "amount", "percent": "rate", "count": "count"}


def merge(parts: Sequence[Understood], spans: Mapping[str, Span]) -> Understood:
    """Return *parts* as one; keys are given anew, in order. Earlier parts come first where something is said twice."""
    if len(parts) == 1:
        return parts[0]
    merger = _Merger(united(spans.values(), [unit for part in parts for unit in part.units]))
    for part in parts:
        merger.take(part)
    return Understood(
        tuple(merger.facts.values()),
        merger.proposed(),
        merger.free(),
        tuple(merger.inferred.values()),
        tuple(unit for part in parts for unit in part.units),
        merger.lacking(),
    )


def united(spans: Iterable[Span], units: Iterable[tuple[str, Unit]]) -> dict[str, Span]:
    """Return *spans* by their ids, with the units that stand in another paragraph than theirs."""
    known = {span.id: span for span in spans}
    for span, unit in units:
        if known[span].unit == unit:  # it is united already
            continue
        kind: Kind = (
            "money" if unit.text in (*UNITS, "万", "亿") else "percent" if unit.text == "%" else known[span].kind
        )
        known[span] = known[span]._replace(unit=unit, kind=kind)
    return known


class _Merger:
    """Takes one reading after the other."""

    def __init__(self, spans: Mapping[str, Span]) -> None:
        self.spans = spans
        self.facts: dict[str, DraftFact] = {}
        self.known: dict[tuple[str, ...], str] = {}
        self.proposals: list[Proposal] = []
        self.context: dict[str, Text] = {}
        self.inferred: dict[tuple[str, str], Inferred] = {}
        self.first: dict[tuple[str, str], int] = {}
        """Which proposal is the first for a field of a fact."""
        self.placed: set[tuple[str, str]] = set()
        """The fields that have a figure; an operand that is reckoned from what its figure prints (增加844.15万元) stays reckoned."""
        self.agreeing: dict[int, list[Evidence]] = {}
        """The figures that say the same as a proposal, by its number."""
        self.numbers: dict[str, int] = {}
        self.expected: list[Expected] = []

    def take(self, part: Understood) -> None:
        """Add one reading: its facts by what they are, then its figures."""
        keys: dict[str, str] = {}
        taken: set[str] = set()
        names = _names(part)
        for fact in part.facts:
            keys[fact.key] = self._key(fact, names, taken)
            taken.add(keys[fact.key])
        for fact in part.facts:
            key = keys[fact.key]
            texts = tuple((f, _renamed(t, keys) if f == "path" else t, place) for f, t, place in fact.texts)
            known = self.facts.get(key)
            if known is None:
                self.facts[key] = DraftFact(key, fact.entity, texts, keys.get(fact.parent, fact.parent))
            else:
                there = {field for field, _, _ in known.texts}
                more = tuple(each for each in texts if each[0] not in there)
                self.facts[key] = known._replace(
                    texts=known.texts + more, parent=known.parent or keys.get(fact.parent, "")
                )
        for proposal in part.proposals:
            self._propose(proposal._replace(fact=keys[proposal.fact]))
        for repeat in part.repeats:
            self._repeat(repeat)
        for inferred in part.inferred:
            moved = inferred._replace(fact=keys[inferred.fact])
            self.inferred.setdefault((moved.fact, moved.field), moved)
        self.inferred = {spot: each for spot, each in self.inferred.items() if spot not in self.placed}
        self.context.update(part.context)
        self.expected += [each._replace(fact=keys.get(each.fact, "")) for each in part.expected]

    def lacking(self) -> tuple[Expected, ...]:
        """Return what forms expect, once each; a figure that another table or document prints is there."""
        there = {(each.fact, each.field) for each in self.proposals} | self.inferred.keys()
        return tuple(
            {(e.fact, e.field): e for e in reversed(self.expected) if (e.fact, e.field) not in there}.values()
        )[::-1]

    def free(self) -> tuple[tuple[str, Text], ...]:
        """Return what is no figure of the unit, unless another reading has a use for it."""
        used = {proposal.span for proposal in self.proposals}
        return tuple(each for each in self.context.items() if each[0] not in used)

    def proposed(self) -> tuple[Proposal, ...]:
        """Return what the figures may be; one that other figures bear out is the surer for it."""
        for number, told in self.agreeing.items():
            first = self.proposals[number]
            surer = "certain" if first.grade == "read" else first.grade
            self.proposals[number] = first._replace(grade=surer, evidence=(*first.evidence, *told))
        return tuple(self.proposals)

    def _key(self, fact: DraftFact, names: Mapping[str, Sequence[str]], taken: set[str]) -> str:
        """Return the key of a fact: of two indicators of one name in one document each has its own."""
        if fact.entity == "unit":
            return "unit"
        same = _same(fact, names)
        known = self.known.get(same, "") if fact.entity not in _OWN else ""
        if known and not (fact.entity == "indicator" and known in taken):
            return known
        lead = fact.key.split(":")[0]
        self.numbers[lead] = self.numbers.get(lead, 0) + 1
        key = f"{lead}:{self.numbers[lead]}"
        if fact.entity not in _OWN:
            self.known[same] = key
        return key

    def _propose(self, proposal: Proposal) -> None:
        spot = (proposal.fact, proposal.field)
        number = self.first.get(spot)
        own = self.facts[proposal.fact].entity in _OWN
        if number is None or proposal.status != "used" or own:
            self.first.setdefault(spot, len(self.proposals))
            self.proposals.append(proposal)
            if not own:
                self.placed.add(spot)
        elif worth(self.spans[self.proposals[number].span]) != worth(self.spans[proposal.span]):
            self.proposals.append(proposal)
        else:
            self._agree(number, proposal)

    def _repeat(self, repeat: Repeat) -> None:
        """Hold a figure of a text against the table that prints it, too; where they differ a person has to look first."""
        known = self.known.get(("account_figure", repeat.fact), "")
        number = self.first.get((known, "amount"))
        span = self.spans[repeat.span]
        if number is None or span.kind != "money":
            return
        first = self.proposals[number]
        same = worth(self.spans[first.span]) == worth(span)
        self.numbers["claim"] = self.numbers.get("claim", 0) + 1
        key = f"claim:{self.numbers['claim']}"
        texts = (("kind", "same_as", span.place), ("text", repeat.text, span.place))
        self.facts[key] = DraftFact(key, "stated_figure", texts)
        self.facts[f"{key}.1"] = DraftFact(f"{key}.1", "operand", _base(f"{known}.amount", span.place), key)
        told = Evidence("same as" if same else "table differs", first.span if same else self.spans[first.span].text)
        grade: Grade = "certain" if same else "confirm"
        self.proposals.append(Proposal(span.id, key, "amount", "restated" if same else "stated", grade, (told,)))

    def _agree(self, number: int, again: Proposal) -> None:
        """Make a claim of a figure that another document says too; both are the surer for it."""
        first, span = self.proposals[number], self.spans[again.span]
        slot = _SLOTS.get(span.kind, "")
        if not slot:  # a year, a date: said twice, and nothing to reckon
            self.context.setdefault(again.span, SAID)
            return
        self.numbers["claim"] = self.numbers.get("claim", 0) + 1
        key = f"claim:{self.numbers['claim']}"
        name = next((text for field, text, _ in self.facts[first.fact].texts if field == "name"), "")
        said = f"{name}{''.join(span.text.split())}"
        self.facts[key] = DraftFact(key, "stated_figure", (("kind", "same_as", span.place), ("text", said, span.place)))
        self.facts[f"{key}.1"] = DraftFact(f"{key}.1", "operand", _base(f"{first.fact}.{first.field}", span.place), key)
        reason = Evidence("same as", first.span)
        self.proposals.append(
            again._replace(fact=key, field=slot, status="restated", evidence=(*again.evidence, reason))
        )
        self.agreeing.setdefault(number, []).append(Evidence("same as", again.span))


def _base(path: str, place: Place) -> tuple[tuple[str, str, Place], ...]:
    return (("role", "base", place), ("path", path, place))


def _names(part: Understood) -> dict[str, list[str]]:
    """Return the names of every fact of a reading, by its key."""
    found: dict[str, list[str]] = {}
    for fact in part.facts:
        found.setdefault(fact.key, []).extend(text for field, text, _ in fact.texts if field == "name")
    return found


def _same(fact: DraftFact, every: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return what a fact is known by: the name of a line, the kind of what there is one of; of an indicator also its line's name."""
    texts = {field: text for field, text, _ in fact.texts}
    kind = texts.get("kind", "")
    if fact.entity == "three_public_line" or kind in ("total", "basic", "project"):
        return (fact.entity, kind)
    if fact.entity == "account_figure":  # the key says which table, row and column
        return (fact.entity, fact.key)
    names = [texts.get("name", fact.key)]
    if fact.entity == "indicator":
        names += every.get(fact.parent, ())
    return (fact.entity, *("".join(half_width(name).split()) for name in names))


def _renamed(path: str, keys: Mapping[str, str]) -> str:
    fact, _, field = path.partition(".")
    return ".".join(each for each in (keys.get(fact, fact), field) if each)


def worth(span: Span) -> tuple[str, Decimal | str]:
    """Return what a span says in one measure: money in fen, all else with its unit."""
    unit = span.unit.text if span.unit else ""
    unit = {"万": "万元", "亿": "亿元"}.get(unit, unit)
    if not span.value or span.kind in ("date", "year"):
        return span.kind, span.value or "".join(span.text.split())
    value = Decimal(span.value)
    money = unit in UNITS and (unit != "分" or span.kind == "money")  # 95.6分 is a score
    return ("money", value * UNITS[unit]) if money else (unit, value)
