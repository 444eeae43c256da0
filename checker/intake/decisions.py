"""Confirmation: what of a reading a person still has to look at, and the draft with what people decided.

Used by `checker import --review`, by `checker run` over documents, and by the page. The reading says what was found, the decisions
what people made of it; the draft case is always made anew from both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from checker.base.errors import Text
from checker.base.width import cut
from checker.cases.vocabulary import Vocabulary
from checker.intake.decided import (
    ACTIONS,
    NONE,
    UNIT,
    Action,
    Addresses,
    Decision,
    Decisions,
    Withdrawn,
    parsed,
    wrong_value,
)
from checker.intake.decision_file import FORMAT, SUFFIX, beside, read_decisions, write_decisions, written
from checker.intake.document import Place
from checker.intake.draft import NEEDED, text_of
from checker.intake.drafting import Drafting, reasons
from checker.intake.fitting import BETWEEN, Fitted, Lost, expected_of, fitted, inferred_of, printed_of
from checker.intake.reading import Grade, Inferred, Proposal, Reading, Span

__all__ = [
    "ACTIONS",
    "FORMAT",
    "NONE",
    "SUFFIX",
    "Action",
    "Candidate",
    "Confirmed",
    "Decision",
    "Decisions",
    "Item",
    "Lost",
    "Pending",
    "Withdrawn",
    "beside",
    "confirmed",
    "parsed",
    "pending",
    "read_decisions",
    "write_decisions",
    "written",
    "wrong_value",
]
AROUND = 300
"""Characters of the sentences around something that are shown."""
_ENDS = re.compile("[。；！？\n]")
NAMED = 40
"""Columns that the name of a fact takes at most in the name of a field."""
Kind = Literal["confirm", "conflict", "unread", "expected"]
UNREAD = Text("没有读懂是什么数", "nobody has said yet what this figure is")


class Candidate(NamedTuple):
    """One of several figures for a field: where it stands, how it is printed, and what a case would say."""

    span: str
    where: Text
    sentence: str
    printed: str
    value: str
    grade: Grade


class Item(NamedTuple):
    """One thing that a person has to look at.

    `span` is "" where no figure is printed. `fact` and `field` are ids of the reading, `address` and `name` say them to people; all
    are empty for an unread figure. `value` is what the draft would say. `file` counts the documents from 1. `candidates` are the
    figures of a conflict. `sentence` is what a decision is found again by; of what no figure prints, `around` are the sentences.
    """

    kind: Kind
    span: str
    fact: str
    field: str
    address: str
    name: Text
    file: int
    place: Place
    where: Text
    sentence: str
    printed: str
    value: str
    grade: Grade | None
    why: Text
    candidates: tuple[Candidate, ...] = ()
    around: str = ""

    @property
    def needed(self) -> bool:
        """Whether it is a heading without which it is not known which rules apply: it can be filled in, never set aside."""
        return self.kind == "expected" and self.fact == "unit" and self.field in NEEDED

    @property
    def shown(self) -> str:
        """What stands around it in the document, for a person to look at."""
        return self.around or self.sentence

    def decision(
        self, action: Action, who: str, when: str, *, value: str = "", reason: str = "", span: str = "", field: str = ""
    ) -> Decision:
        """Return a decision about this.

        *span* says which of the candidates is chosen or set aside; *field* is the address of the field that an unread figure is.
        """
        printed, sentence, own = self.printed, self.sentence, self.span
        if self.candidates:
            chosen = next((each for each in self.candidates if each.span == span), self.candidates[0])
            ordered = [chosen, *(each for each in self.candidates if each is not chosen)]
            own = chosen.span
            if action == "aside":
                ordered = ordered[:1]
            printed, sentence = BETWEEN.join(c.printed for c in ordered), BETWEEN.join(c.sentence for c in ordered)
        return Decision(own, field or self.address, action, value, reason, who, when, printed, sentence)


class Pending(NamedTuple):
    """What is still to be looked at: to confirm, different figures for one field, figures nobody understood, fields without a figure."""

    confirm: tuple[Item, ...]
    conflicts: tuple[Item, ...]
    unread: tuple[Item, ...]
    expected: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All of it, in the order in which it is asked."""
        return (*self.conflicts, *self.confirm, *self.expected, *self.unread)

    @property
    def figures(self) -> int:
        """How many figures of the draft somebody has to confirm."""
        return len(self.confirm) + len(self.conflicts)


class Confirmed(NamedTuple):
    """The draft with what was decided, the decisions that no longer fit and why, and what is still to be looked at.

    `places` says where in the documents each figure stands, by entity, id in the draft ("" of the unit) and field ("" of the fact).
    """

    text: str
    lost: tuple[Lost, ...]
    pending: Pending
    places: Mapping[tuple[str, str, str], str]


def pending(reading: Reading, vocabulary: Vocabulary, decisions: Decisions = NONE) -> Pending:
    """Return what of *reading* nobody has decided yet."""
    return _Asking(reading, vocabulary, fitted(reading, vocabulary, decisions)).pending()


def confirmed(reading: Reading, vocabulary: Vocabulary, decisions: Decisions = NONE) -> Confirmed:
    """Return the draft of *reading* with *decisions* applied, what of them does not fit it, and what is still pending."""
    held = fitted(reading, vocabulary, decisions)
    asking = _Asking(reading, vocabulary, held)
    return Confirmed(text_of(asking.made), held.lost, asking.pending(), asking.places())


class _Asking:
    """Asks a drafting what is open."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary, held: Fitted) -> None:
        self.documents = reading.documents
        self.vocabulary = vocabulary
        self.made = Drafting(reading, vocabulary, held)
        self.addresses = Addresses(self.made.facts, vocabulary)
        self.texts: dict[int, dict[Place, str]] = {}
        """The texts of each document by their places; made where something was concluded from one."""

    def pending(self) -> Pending:
        confirm: list[Item] = []
        conflicts: list[Item] = []
        for fact, field in self.made.proposals:
            chosen = self.made.chosen(fact, field)
            if not chosen or self._settled(fact, field):
                continue
            if self.made.differ(chosen):
                conflicts.append(self._conflict(fact, field, chosen))
            elif self.made.unsure(fact, field, chosen[0]):
                confirm.append(
                    self._figure("confirm", chosen[0].span, fact, field, chosen[0].grade, reasons(chosen[0]))
                )
        confirm += self._inferred()
        unread = (self._figure("unread", span.id, "", "", None, UNREAD) for span in self.made.unread())
        return Pending(tuple(confirm), tuple(conflicts), tuple(unread), tuple(self._expected()))

    def places(self) -> dict[tuple[str, str, str], str]:
        found = {}
        for key, fact in self.made.facts.items():
            ident = "" if fact.entity == "unit" else self.made.ids[key]
            if fact.texts:
                found[fact.entity, ident, ""] = self.made.source(self.made.file(key), fact.texts[0][2])
            for field in self.made.fields(fact, texts=False):
                found[fact.entity, ident, field.id] = field.place
        return found

    def _settled(self, fact: str, field: str) -> bool:
        """Whether somebody wrote the field, or set aside the claim that it belongs to."""
        known = self.made.facts[fact]
        claim = self.made.facts.get(known.parent, known) if known.entity == "operand" else known
        return self.made.fitted.changed(fact, field) is not None or self.made.dropped(claim)

    def _inferred(self) -> Iterator[Item]:
        for (fact, field), inferred in self.made.inferred.items():
            held = (self.made.fitted.by.get(("", fact, field)), self.made.fitted.changed(fact, field))
            if inferred.grade != "confirm" or any(held) or (self.made.chosen(fact, field) and not inferred.derived):
                continue
            printed, sentence = inferred_of(inferred)
            why = Text(f"由“{sentence}”推出，没有印出", f"concluded from {sentence!r}, not printed")
            file = self.made.file(fact)
            item = self._item(
                "confirm", "", fact, field, file, inferred.place, sentence, printed, printed, "confirm", why
            )
            yield item._replace(around=self._around(file, inferred))

    def _around(self, file: int, inferred: Inferred) -> str:
        """Return the sentences of the document from which something was concluded; nothing where they are not at hand."""
        if file not in self.texts:
            self.texts[file] = dict(reversed([*self.documents[file - 1].texts()]))  # the first of a place holds
        text = self.texts[file].get(inferred.place, "")
        words = ["".join(each.detail.split()) for each in inferred.evidence]
        said = [" ".join(each.split()) for each in _ENDS.split(text)]
        found = [each for each in said if any(word and word in "".join(each.split()) for word in words)]
        joined = "……".join(found)
        return joined if len(joined) <= AROUND else joined[: AROUND - 1] + "…"

    def _expected(self) -> Iterator[Item]:
        root = self.vocabulary.root
        unit = self.made.facts.get("unit", UNIT)
        there = {field.id for field in self.made.fields(unit)}
        for name in NEEDED:
            if name not in there:
                why = Text("适用哪些规则要看它，材料里没有找到", "it decides which rules apply, and was not found")
                yield self._item("expected", "", "unit", root.fields[name].id, 1, Place(()), "", "", "", None, why)
        for lack in self.made.expected():
            file = self.made.file(lack.fact) if lack.fact else 1
            item = self._item("expected", "", lack.fact, lack.field, file, lack.place, "", "", "", None, lack.why)
            yield item if lack.fact else item._replace(name=lack.name, sentence=expected_of(lack))

    def _conflict(self, fact: str, field: str, chosen: list[Proposal]) -> Item:
        spans = [self.made.spans[each.span] for each in chosen]
        candidates = tuple(
            Candidate(
                s.id, self._where(s.file, s.place), s.context, printed_of([s])[0], self._value(s, fact, field), p.grade
            )
            for s, p in zip(spans, chosen)
        )
        why = Text("几处写的不同", "the documents give different figures")
        first = self._figure("conflict", spans[0].id, fact, field, None, why)
        printed, sentence = printed_of(spans)
        return first._replace(printed=printed, sentence=sentence, value="", candidates=candidates)

    def _figure(self, kind: Kind, span: str, fact: str, field: str, grade: Grade | None, why: Text) -> Item:
        known = self.made.spans[span]
        printed, sentence = printed_of([known])
        value = self._value(known, fact, field) if fact else ""
        return self._item(kind, span, fact, field, known.file, known.place, sentence, printed, value, grade, why)

    def _item(
        self,
        kind: Kind,
        span: str,
        fact: str,
        field: str,
        file: int,
        place: Place,
        sentence: str,
        printed: str,
        value: str,
        grade: Grade | None,
        why: Text,
    ) -> Item:
        address = self.addresses.of(fact, field) if fact else ""
        return Item(
            kind,
            span,
            fact,
            field,
            address,
            self._name(fact, field) if fact else Text("", ""),
            file,
            place,
            self._where(file, place),
            sentence,
            printed,
            value,
            grade,
            why,
        )

    def _value(self, span: Span, fact: str, field: str) -> str:
        return self.made.value(span, self.vocabulary.entities[self.made.facts[fact].entity].fields[field].type)

    def _name(self, fact: str, field: str) -> Text:
        known = self.made.facts.get(fact, UNIT)
        named = self.vocabulary.entities[known.entity].fields[field]
        name = next((text for key, text, _ in known.texts if key in ("name", "text")), "")
        return Text(*(f"{cut(name, NAMED)} {named.name(lang)}".strip() for lang in ("zh", "en")))

    def _where(self, file: int, place: Place) -> Text:
        name = self.documents[file - 1].name if len(self.documents) > 1 or not place.hops else ""
        return Text(*(f"{name} {place.say(lang)}".strip() for lang in ("zh", "en")))
