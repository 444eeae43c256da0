"""Decisions held against a reading: which figure and field each is about, and which no longer fit what the documents say.

A decision fits where the same figure, printed the same in the same sentence, is read as the same field. One that was made between
several figures fits where all of them are as they were. What does not fit is named and never applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checker.base.errors import Text
from checker.cases.vocabulary import Vocabulary
from checker.intake.decided import Addresses, Decision, Decisions, wrong_value
from checker.intake.merging import united, worth
from checker.intake.reading import Expected, Inferred, Proposal, Reading, Span

Key = tuple[str, str, str]
"""What a decision is about: the id of a figure, the key of a fact, the id of a field; each may be empty."""
BETWEEN = " ‖ "
"""What stands between the figures that a choice was made between."""


class Lost(NamedTuple):
    """A decision that fits nothing in the reading, and why."""

    decision: Decision
    why: Text


class Fitted(NamedTuple):
    """The decisions that hold, by what they are about, and those that fit nothing."""

    by: Mapping[Key, Decision]
    lost: tuple[Lost, ...] = ()
    instead: Mapping[tuple[str, str], tuple[str, Decision]] = {}
    """What fields hold instead, with the figure that it was decided for, by fact and field."""

    def aside(self, span: str, fact: str = "", field: str = "") -> bool:
        """Whether a figure was set aside."""
        found = self.by.get((span, fact, field))
        return found is not None and found.action == "aside"

    def accepted(self, span: str, fact: str, field: str) -> Decision | None:
        """Return the decision by which a figure is what was proposed."""
        found = self.by.get((span, fact, field))
        return found if found is not None and found.action in ("accept", "choose") else None

    def changed(self, fact: str, field: str) -> tuple[str, Decision] | None:
        """Return the decision that says what a field holds instead, and the figure that it was made for."""
        return self.instead.get((fact, field))


def printed_of(spans: Sequence[Span]) -> tuple[str, str]:
    """Return the printed text and the sentence of figures, as a decision between them keeps them."""
    return BETWEEN.join(" ".join(each.text.split()) for each in spans), BETWEEN.join(each.context for each in spans)


def inferred_of(inferred: Inferred) -> tuple[str, str]:
    """Return what a decision about something that no figure prints keeps: what was concluded, and from which words."""
    return inferred.text, "；".join(each.detail for each in inferred.evidence)


def expected_of(expected: Expected) -> str:
    """Return what a decision about a table, a row or a column that is not there keeps."""
    return f"应有而没有找到：{expected.name.zh}"


def differ(spans: Iterable[Span]) -> bool:
    """Whether figures do not say the same."""
    return len({worth(each) for each in spans}) > 1


def fitted(reading: Reading, vocabulary: Vocabulary, decisions: Decisions) -> Fitted:
    """Return which of *decisions* hold for *reading*; of several about the same figure and field the last."""
    return _Fitting(reading, vocabulary).all(decisions.made)


class _Fitting:
    """Takes one decision after the other; a figure that was set aside is no longer one of those that a choice is between."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        known = reading.understood
        self.vocabulary = vocabulary
        self.spans = united(reading.spans, known.units)
        self.addresses = Addresses({fact.key: fact for fact in known.facts}, vocabulary)
        self.proposals: dict[tuple[str, str], list[Proposal]] = {}
        for proposal in known.proposals:
            self.proposals.setdefault((proposal.fact, proposal.field), []).append(proposal)
        self.inferred = {(each.fact, each.field): each for each in known.inferred}
        self.expected = known.expected
        held = {proposal.span for proposal in known.proposals} | {span for span, _ in known.context}
        self.unread: dict[tuple[str, str], list[str]] = {}
        for span in reading.spans:
            if span.id not in held:
                self.unread.setdefault((_squeezed(span.text), _squeezed(span.context)), []).append(span.id)
        self.by: dict[Key, Decision] = {}
        self.of: dict[tuple[str, str], list[Key]] = {}
        """The keys in `by` of each fact and field."""
        self.texts: dict[str, set[str]] = {}
        """The sentences around each printed text; made where a decision is lost."""

    def all(self, made: Iterable[Decision]) -> Fitted:
        lost = []
        for decision in made:
            key = self._key(decision)
            if isinstance(key, Text):
                lost.append(Lost(decision, key))
                continue
            same = self.of.setdefault(key[1:], [])
            if decision.action != "aside":  # what was decided of the field before holds no longer
                for other in same:
                    if self.by[other].action != "aside":
                        del self.by[other]
                same[:] = [other for other in same if other in self.by]
            if key not in self.by:
                same.append(key)
            self.by[key] = decision
        instead = {key[1:]: (key[0], each) for key, each in self.by.items() if each.action == "set"}
        return Fitted(self.by, tuple(lost), instead)

    def _key(self, decision: Decision) -> Key | Text:
        """Return what a decision is about, or why it fits nothing."""
        fact = field = ""
        if decision.field:
            found = self.addresses.find(decision.field)
            if found is None:
                return Text("读出的结果里没有这一项", "there is no such field in what was read")
            fact, field = found
            known = self.addresses.facts[fact]
            entity = self.vocabulary.entities[known.entity]
            if decision.action == "set" and (entity.fields[field].type == "ref" or field == "id"):
                return Text("所属和编号不能这样改", "what it belongs to, and its id, cannot be changed so")
            if known.entity in ("stated_figure", "operand") and any(field == name for name, *_ in known.texts):
                return Text("自报数只能改数", "of a claim only figures can be changed")
            if known.entity in ("stated_figure", "operand") and (fact, field) not in self.proposals:
                return Text("自报数里没有这个数", "the claim has no such figure")
            if decision.action == "set" and (
                wrong := wrong_value(entity.fields[field], decision.value, self.vocabulary)
            ):
                return wrong[0]
        elif decision.action != "aside":
            return Text("没有写是哪个字段", "it names no field")
        if not decision.printed:
            return self._nothing(decision, fact, field)
        inferred = self.inferred.get((fact, field))
        if inferred is not None and _same((decision.printed, decision.sentence), inferred_of(inferred)):
            return ("", fact, field)
        fitting = self._fitting(decision, fact, field)
        if decision.span in fitting or len(fitting) == 1:
            return (decision.span if decision.span in fitting else fitting[0], fact, field)
        if fitting:
            return Text(
                "有几个一样的数，不知道说的是哪一个", "there are several such figures: which one is meant is not known"
            )
        return self._why(decision)

    def _nothing(self, decision: Decision, fact: str, field: str) -> Key | Text:
        """Return the key of a field that is filled in although nothing was read for it, or of what a form expects in vain."""
        if decision.action == "aside" and (fact or decision.sentence):
            for each in self.expected:
                if (
                    (each.fact, each.field) == (fact, field)
                    if fact
                    else not each.fact and _squeezed(expected_of(each)) == _squeezed(decision.sentence)
                ):
                    return ("", each.fact, each.field)
            return Text("材料里已经不缺这一项", "the documents do not lack this any more")
        if decision.action != "set":
            return Text("没有写原文：不知道说的是哪个数", "printed is missing: which figure is meant is not known")
        if self.proposals.get((fact, field)) or (fact, field) in self.inferred:
            return Text("这一项现在从材料里读到了", "the documents state this field now")
        return ("", fact, field)

    def _fitting(self, decision: Decision, fact: str, field: str) -> list[str]:
        """Return the figures that a decision may be about."""
        said = (decision.printed, decision.sentence)
        proposed = self.proposals.get((fact, field), []) if fact else []
        if not proposed and decision.action in ("aside", "set"):
            if fact and (decision.action == "aside" or (fact, field) in self.inferred):
                return []
            return self.unread.get((_squeezed(decision.printed), _squeezed(decision.sentence)), [])
        found = []
        for own in dict.fromkeys(proposal.span for proposal in proposed):
            others = [p.span for p in proposed if p.span != own and not self._aside(p.span, fact, field)]
            group = [self.spans[span] for span in dict.fromkeys((own, *others))]
            if decision.action == "aside" or not differ(group):
                group = group[:1]
            if _same(said, printed_of(group)):
                found.append(own)
        return found

    def _aside(self, *key: str) -> bool:
        held = self.by.get((key[0], key[1], key[2]))
        return held is not None and held.action == "aside"

    def _why(self, decision: Decision) -> Text:
        """Return what became of the figure that a decision was about."""
        first = decision.printed.split(BETWEEN.strip())[0]
        sentence = decision.sentence.split(BETWEEN.strip())[0]
        if not self.texts:
            for span in self.spans.values():
                self.texts.setdefault(_squeezed(span.text), set()).add(_squeezed(span.context))
        alike = self.texts.get(_squeezed(first), set())
        if _squeezed(sentence) in alike:
            if BETWEEN.strip() in decision.printed:
                return Text("要选的几个数变了", "the figures to choose between changed")
            return Text("这个数现在读作别的", "this figure is read as something else now")
        if any(_squeezed(sentence) in around for around in self.texts.values()):
            return Text("这一句里没有这个数了", "the sentence no longer has this figure")
        if alike:
            return Text("这个数所在的句子变了", "the sentence around this figure changed")
        return Text("材料里没有这个数了", "the documents no longer have this figure")


def _same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return tuple(map(_squeezed, one)) == tuple(map(_squeezed, other))


def _squeezed(text: str) -> str:
    return "".join(text.split())
