"""What people decide about a reading, and how a field of a draft is addressed whatever the document says next.

Decisions are kept in order; the last one about the same figure and field holds. Nothing in them counts characters or paragraphs:
a decision is found again by the printed text, the sentence around it and the field.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from checker.base import places
from checker.base.errors import Text
from checker.base.values import BadValue, half_width
from checker.base.width import HIDDEN
from checker.cases.case import HEADINGS
from checker.cases.cells import NONE_WORDS, typed
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.unfilled import BLANK, UNFILLED
from checker.intake.reading import DraftFact

Action = Literal["accept", "choose", "set", "aside"]
ACTIONS: tuple[Action, ...] = get_args(Action)
"""Accept: the figure is that field; choose: of several figures this one is; set: the field is `value` instead; aside: it is none
of the unit's figures (of an unread figure), or not that field."""
UNIT = DraftFact("unit", "unit", ())
_ADDRESS = re.compile(r"(?:(?P<entity>[^\[\].]+)\[(?P<name>.*)\]|(?P<root>[^\[\].]+))\.(?P<field>[^\[\].]+)", re.DOTALL)


class Decision(NamedTuple):
    """What somebody decided about a printed figure, a field of the draft, or both.

    `span` is the id of the figure in the reading that it was made for ("" where the document prints none); it is only a hint.
    `field` is an address ("支出[档案数字化].实际支出"); "" where an unread figure is set aside. `printed` and `sentence` are those
    of the figure; where one of several was chosen, of all of them, the chosen one first.
    """

    span: str
    field: str
    action: Action
    value: str = ""
    reason: str = ""
    who: str = ""
    when: str = ""
    printed: str = ""
    sentence: str = ""


class Withdrawn(NamedTuple):
    """A decision that was taken back: by whom, and when."""

    decision: Decision
    who: str
    when: str


class Decisions(NamedTuple):
    """Every decision in order, those that were taken back, and the name and SHA-256 of each document that they were made for."""

    made: tuple[Decision, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    documents: tuple[tuple[str, str], ...] = ()

    def add(self, decision: Decision) -> Decisions:
        """Return these decisions and one more."""
        return self._replace(made=(*self.made, decision))

    def undone(self, who: str, when: str) -> Decisions:
        """Return these decisions without the last one, which is kept among those taken back; the same where there is none."""
        if not self.made:
            return self
        return self._replace(made=self.made[:-1], withdrawn=(*self.withdrawn, Withdrawn(self.made[-1], who, when)))


NONE = Decisions()
"""Nothing decided yet."""


class Addresses:
    """How every fact of a draft is addressed: by its kind and name, and by what it belongs to where names are not enough."""

    def __init__(self, facts: Mapping[str, DraftFact], vocabulary: Vocabulary) -> None:
        """Name every fact of *facts*, and the unit."""
        self.vocabulary = vocabulary
        self.facts = {"unit": UNIT, **facts}
        self._names = {key: self._name(fact) for key, fact in self.facts.items()}
        shared = self._shared()
        for key in shared:
            parent = self.facts[key].parent
            if parent in self._names:
                self._names[key] = f"{self._names[parent]}/{self._names[key]}"
        numbers: Counter[tuple[str, str]] = Counter()
        for key in self._shared():
            spot = (self.facts[key].entity, self._names[key])
            numbers[spot] += 1
            if numbers[spot] > 1:
                self._names[key] += f"#{numbers[spot]}"
        self._keys = {(fact.entity, self._names[key]): key for key, fact in self.facts.items()}

    def _name(self, fact: DraftFact) -> str:
        texts = {field: text for field, text, _ in fact.texts}
        kind = texts.get("kind", "")
        entity = self.vocabulary.entities[fact.entity]
        if fact.entity == "operand":  # it has no name, and there are several of a claim
            return f"{self._name(self.facts[fact.parent])}/{fact.key.rpartition('.')[2]}"
        if "name" not in texts and "text" not in texts and "kind" in entity.fields:
            known = self.vocabulary.enumerations.get(entity.fields["kind"].type)
            return known.name(kind, "zh") if known is not None and kind in known.values else fact.key
        return "".join((texts.get("name") or texts.get("text") or fact.key).split())

    def _shared(self) -> list[str]:
        counts = Counter((fact.entity, self._names[key]) for key, fact in self.facts.items())
        return [key for key, fact in self.facts.items() if counts[fact.entity, self._names[key]] > 1]

    def of(self, fact: str, field: str) -> str:
        """Return the address of a field."""
        entity = self.vocabulary.entities[self.facts[fact].entity]
        known = entity.fields[field].zh
        return (
            f"{entity.zh}.{known}" if entity.parent is None else f"{entity.collection[-1]}[{self._names[fact]}].{known}"
        )

    def find(self, address: str) -> tuple[str, str] | None:
        """Return the key of the fact and the id of the field at *address*; None where the draft has no such fact."""
        found = parsed(address, self.vocabulary)
        if isinstance(found, Text):
            return None
        entity, name, field = found
        key = "unit" if entity.parent is None else self._keys.get((entity.id, name))
        return None if key is None else (key, field.id)

    def name(self, fact: str) -> str:
        """Return what a fact is called; nothing for the unit."""
        return "" if self.facts[fact].entity == "unit" else self._names[fact]


def parsed(address: str, vocabulary: Vocabulary) -> tuple[Entity, str, Field] | Text:
    """Return entity, name and field of an address in Chinese or English, or what is wrong with it."""
    match = _ADDRESS.fullmatch(address.strip())
    if match is None:
        return Text(
            f"“{address}”不是字段：写 单位.在职人数 或 支出[项目名称].实际支出",
            f"{address!r} is no field: write unit.staff or budget_lines[name].actual",
        )
    word = match["entity"] or match["root"]
    known = vocabulary.entities.values()
    entity = next((each for each in known if word in (each.id, each.zh, *each.keys)), None)
    if entity is None or (entity.parent is None) != (match["root"] is not None):
        return Text(f"没有“{word}”这一类", f"there is nothing called {word!r}")
    field = next((each for each in entity.fields.values() if match["field"] in (each.id, each.zh, *each.aliases)), None)
    if field is None or not field.written:
        return Text(
            f"{entity.zh}没有“{match['field']}”这个字段", f"{entity.name('en')} has no field {match['field']!r}"
        )
    return entity, "".join((match["name"] or "").split()), field


def wrong_value(field: Field, value: str, vocabulary: Vocabulary) -> tuple[Text, Text | None] | None:
    """Return what is wrong with *value* for a field, and what to write instead; an amount has its unit."""
    if not value.strip() or HIDDEN.search(value) or not value.isprintable():
        return Text("值是空的，或有看不见的字符", "the value is empty or holds what cannot be seen"), None
    heading = field.entity == vocabulary.root.id and field.id in HEADINGS
    if value in UNFILLED or value in NONE_WORDS or value == BLANK:
        if not field.required or (heading and value != BLANK):
            return None
        return Text(f"{field.zh}不能没有", f"{field.name('en')} cannot be left out"), None
    if heading and field.id == "jurisdiction":
        return places.read(half_width(value).strip(), 0)[2]
    try:
        typed(field, value, vocabulary.enumerations, None, None)
    except BadValue as bad:
        return Text(f"{field.zh}：{bad.message.zh}", f"{field.name('en')}: {bad.message.en}"), bad.hint
    return None
