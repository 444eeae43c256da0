"""What stands in each field of a draft, and why: the figure that was read, what was decided, or 待填 with what it may be."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from checker.base.errors import LANGUAGES, Text
from checker.base.values import COUNT_WORDS, BadValue, parse_date
from checker.base.width import HIDDEN
from checker.cases.marks import NONE_WORDS, mark_in, reading_of
from checker.cases.vocabulary import Vocabulary
from checker.intake.decided import Decision
from checker.intake.document import Place
from checker.intake.fitting import Fitted, differ
from checker.intake.forms.evidence import AGAINST, EVIDENCE
from checker.intake.merging import united, worth
from checker.intake.reading import DraftFact, Expected, Proposal, Reading, Span

TO_FILL = "待填"
_BARE = frozenset((TO_FILL, "to_fill", "留空", *NONE_WORDS))
_PLAIN = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9（），：、“”《》·.\-%]*|[a-z]+-\d+(?:\.[\u4e00-\u9fff]+)?|\d{4}-\d\d-\d\d|(?:total|basic|project)\.[\u4e00-\u9fff]+|\d[\d.]*(?:万元|亿元|千元|百万元|元|%|人|名|个|项|辆|条|次|批)?"
)
REASONS = {
    "sentence": Text("是模板里的一句（{}）", "is a sentence of the template ({})"),
    "word": Text("写着“{}”", "it says {}"),
    "group": Text("数的性质随所在的合计", "what it is follows from the total it belongs to"),
    "foots": Text("分项相加相符", "the parts add up"),
    "open sum": Text("分项相加与合计不符", "the parts do not add up to the total"),
    "same as": Text("另一处写着同一个数", "the same figure stands elsewhere"),
    "document": Text("数的性质由材料种类（{}）推定", "what it is follows from the kind of document ({})"),
    "name": Text("名称是“{}”", "it is called {}"),
    **{name: EVIDENCE[name] for name in AGAINST},
}
"""What each reason is called in the draft."""


class Field(NamedTuple):
    """A field as the draft writes it, the comments above it, whether a person still has to look at it, and where it stands."""

    id: str
    written: str
    notes: tuple[str, ...] = ()
    open: bool = False
    place: str = ""


def scalar(text: str) -> str:
    """Return a text as a YAML value: plain where nothing in it means anything, else in quotes; what cannot be seen is left out."""
    text = HIDDEN.sub("", text)
    words = ("是", "否", "无", "待填", "留空")
    return text if _PLAIN.fullmatch(text) and text not in words else json.dumps(text, ensure_ascii=False)


def flow(pairs: Sequence[tuple[str, str]]) -> str:
    """Return a mapping in one line; the values are YAML already."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


class Drafting:
    """A reading with its decisions, asked field by field; `open` counts what a person still has to look at."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary, fitted: Fitted) -> None:
        self.reading = reading
        self.vocabulary = vocabulary
        self.fitted = fitted
        self.spans = united(reading.spans, reading.understood.units)
        self.facts = {fact.key: fact for fact in reading.understood.facts}
        self.proposals: dict[tuple[str, str], list[Proposal]] = {}
        self.aside: dict[tuple[str, str], list[Proposal]] = {}
        """The figures that were set aside, by the field that they were proposed for."""
        self.placed = {proposal.span for proposal in reading.understood.proposals}
        self.files: dict[str, int] = {}
        """The document that each fact was read from: that of its first figure."""
        for proposal in reading.understood.proposals:
            self.files.setdefault(proposal.fact, self.spans[proposal.span].file)
            kept = not fitted.aside(proposal.span, proposal.fact, proposal.field)
            (self.proposals if kept else self.aside).setdefault((proposal.fact, proposal.field), []).append(proposal)
        self.inferred = {(each.fact, each.field): each for each in reading.understood.inferred}
        self.lacks = {(each.fact, each.field): each for each in reading.understood.expected}
        self.told: dict[str, dict[str, None]] = {}
        """The fields of each fact of which there is something to say."""
        for key, name in (*self.proposals, *self.aside, *self.inferred, *self.lacks, *fitted.instead):
            self.told.setdefault(key, {})[name] = None
        self.below: dict[str, list[DraftFact]] = {}
        """What belongs to each fact."""
        for fact in self.facts.values():
            self.below.setdefault(fact.parent, []).append(fact)
        self.drawn: dict[str, list[Field]] = {}
        """The fields of each fact but its texts: the draft, its places and what is open ask for them in turn."""
        self.stated: dict[str, tuple[str, bool]] = {}
        """Claims as they are written."""
        self.ids = self._ids()
        self.apart: list[str] = []
        self._contradictions()
        self.open = self._open()

    def _ids(self) -> dict[str, str]:
        """Give every fact its id in the draft: lines by their level or their number, claims by their number."""
        ids: dict[str, str] = {}
        for key, fact in self.facts.items():
            kind = next((text for field, text, _ in fact.texts if field == "kind"), "")
            number = key.rpartition(":")[2]
            if fact.entity == "unit":
                ids[key] = self.vocabulary.root.zh
            elif fact.entity == "three_public_line":
                ids[key] = self.vocabulary.enumerations["three_public_kind"].name(kind, "zh")
            elif kind in ("total", "basic", "project"):
                ids[key] = kind
            else:
                ids[key] = f"{key.partition(':')[0]}-{number}"
        return ids

    def facts_of(self, entity: str) -> list[DraftFact]:
        """Return the facts of an entity, those that others belong to first."""
        facts = [fact for fact in self.facts.values() if fact.entity == entity]
        return (
            sorted(facts, key=lambda fact: (self._depth(fact), _number(fact.key))) if entity == "budget_line" else facts
        )

    def _depth(self, fact: DraftFact) -> int:
        depth = 0
        while fact.parent in self.facts and depth < 9:
            fact, depth = self.facts[fact.parent], depth + 1
        return depth

    def source(self, file: int, place: Place) -> str:
        """Return where something stands, with the name of its document where there are several."""
        documents = self.reading.documents
        name = f"{documents[file - 1].name} " if len(documents) > 1 else ""
        return name + (place.say("zh") or documents[file - 1].name)

    def file(self, fact: str) -> int:
        """Return the number of the document that a fact was read from."""
        return self.files.get(fact, 1)

    def fields(self, fact: DraftFact, texts: bool = True) -> list[Field]:
        """Return the fields of a fact that the draft writes, in the order of the vocabulary."""
        if texts:
            return self._fields(fact, {field: (text, place) for field, text, place in fact.texts}, frozenset())
        if fact.key not in self.drawn:  # the figures of a text are part of it, which stands already
            self.drawn[fact.key] = self._fields(fact, {}, {field for field, _, _ in fact.texts})
        return self.drawn[fact.key]

    def _fields(self, fact: DraftFact, said: Mapping[str, tuple[str, Place]], worded: Set[str]) -> list[Field]:
        found: list[Field] = []
        told = self.told.get(fact.key, {})
        for name in self.vocabulary.entities[fact.entity].fields:
            if name in worded or (name not in told and name not in said):
                continue
            if name in said and self.fitted.changed(fact.key, name) is None:
                text, place = said[name]
                known = self.vocabulary.entities[fact.entity].fields[name]
                mark = mark_in(known, text)
                if mark is not None and not reading_of(
                    known, text
                ):  # no document, name or reason: what it is a person has to say
                    where = self.source(self.file(fact.key), place)
                    found.append(Field(name, TO_FILL, (f"{where}：“{text}”{mark.told.zh}；{mark.hint.zh}",), open=True))
                    continue
                found.append(
                    Field(name, flow([("值", scalar(text)), ("出处", scalar(self.source(self.file(fact.key), place)))]))
                )
            else:
                field = self._field(fact.key, name)
                if field is not None:
                    found.append(field)
        return found

    def _field(self, fact: str, name: str) -> Field | None:
        changed = self.changed(fact, name)
        if changed is not None:
            return changed
        inferred = self.inferred.get((fact, name))
        chosen = self.chosen(fact, name)
        if self.differ(chosen):
            notes = [f"两处不同：{self._shown(each)}" for each in chosen]
            return Field(name, TO_FILL, tuple(notes), open=True)
        if chosen:
            first = chosen[0]
            by = self.fitted.accepted(first.span, fact, name)
            kind = self.vocabulary.entities[self.facts[fact].entity].fields[name].type
            return self._written(
                name,
                self.value(self.spans[first.span], kind),
                self._where(first.span),
                reasons(first).zh if first.grade == "confirm" and by is None else "",
                by,
                quote=self.spans[first.span].context,
            )._replace(place=self._where(first.span))
        if inferred is None:
            gone = self.aside.get((fact, name), [])
            notes = [f"搁置：{self._shown(p)} {_by(self.fitted.by[p.span, fact, name])}" for p in gone]
            if notes or (fact, name) not in self.lacks:
                return Field(name, TO_FILL, tuple(notes)) if notes else None
            decision = self.fitted.by.get(("", fact, name))
            why = self.lacks[fact, name].why.zh
            return None if decision is not None else Field(name, TO_FILL, (f"应有而没有找到：{why}",), open=True)
        decision = self.fitted.by.get(("", fact, name))
        if decision is not None and decision.action == "aside":
            return Field(name, TO_FILL, (f"搁置：{inferred.text} {_by(decision)}",))
        words = "；".join(each.detail for each in inferred.evidence)
        where = f"{self.source(self.file(fact), inferred.place)} {words}"
        why = f"由“{words}”推出" if inferred.grade == "confirm" and decision is None else ""
        place = self.source(self.file(fact), inferred.place)
        return self._written(name, inferred.text, where, why, decision, derived=inferred.derived)._replace(place=place)

    def changed(self, fact: str, name: str) -> Field | None:
        """Return a field that somebody wrote instead of what was read."""
        found = self.fitted.changed(fact, name)
        return None if found is None else self._changed(fact, name, *found)

    def _changed(self, fact: str, name: str, span: str, decision: Decision) -> Field:
        """Return a field as somebody wrote it: with the place of what is printed, and who says otherwise."""
        inferred = self.inferred.get((fact, name))
        where = self._where(span) if span else self.source(self.file(fact), inferred.place) if inferred else ""
        printed = f"原文“{decision.printed}”，" if decision.printed else ""
        told = f"{where}；{printed}{_by(decision)}".strip("；")
        if decision.value in _BARE:  # such a word has a meaning of its own, and takes no source
            return Field(name, decision.value, (told,))
        value = json.dumps(decision.value) if name == "jurisdiction" else scalar(decision.value)
        quote = [("原句", scalar(self.spans[span].context))] if span else []
        return Field(name, flow([("值", value), ("出处", scalar(told)), *quote]), place=where)

    def chosen(self, fact: str, name: str) -> list[Proposal]:
        """Return the figures that a field may hold: those that somebody accepted, else all that were not set aside."""
        inferred = self.inferred.get((fact, name))
        proposals = self.proposals.get((fact, name), []) if inferred is None or not inferred.derived else []
        return [each for each in proposals if self.fitted.accepted(each.span, fact, name)] or proposals

    def unsure(self, fact: str, name: str, first: Proposal) -> bool:
        """Whether a person has to look at the figure of a field: nobody confirmed it, or it cannot be written as it is printed."""
        if first.grade == "confirm" and self.fitted.accepted(first.span, fact, name) is None:
            return True
        return not self.value(
            self.spans[first.span], self.vocabulary.entities[self.facts[fact].entity].fields[name].type
        )

    def differ(self, proposals: Sequence[Proposal]) -> bool:
        """Whether figures for one field do not say the same."""
        return differ(self.spans[each.span] for each in proposals)

    def _written(
        self,
        name: str,
        value: str,
        where: str,
        why: str,
        by: Decision | None = None,
        derived: bool = False,
        quote: str = "",
    ) -> Field:
        """Return a field with its source; *why* says why a person still has to look, *by* who did, *quote* is the sentence."""
        if not value:
            return Field(name, TO_FILL, (f"{where}：读出的写法不能直接填",), open=True)
        quoted = json.dumps(value) if name == "jurisdiction" else scalar(value)
        pairs = [
            ("值", quoted),
            *([("推算", "是")] if derived else []),
            *([("待确认", "是")] if why else []),
            ("出处", scalar(where)),
            *([("原句", scalar(quote))] if quote else []),
        ]
        notes = (f"待确认：{why}",) if why else (f"{_by(by)}",) if by is not None else ()
        return Field(name, flow(pairs), notes, open=bool(why))

    def _where(self, span: str) -> str:
        return self.source(self.spans[span].file, self.spans[span].place)

    def _shown(self, proposal: Proposal) -> str:
        return f"{self.value(self.spans[proposal.span])}（{self._where(proposal.span)}）"

    def value(self, span: Span, kind: str = "") -> str:
        """Return what a span prints, as a case writes it in a field of this *kind*; "" where it cannot: an amount has its unit."""
        unit = span.unit.text if span.unit else ""
        if (kind == "money" and worth(span)[0] != "money") or (kind == "percent" and unit != "%"):
            return ""
        if span.kind == "date":
            try:
                return parse_date("".join(span.text.split())).isoformat()
            except BadValue:
                return ""
        if span.kind == "year":
            return "".join(span.text.split())[:4]
        if not span.value:
            return ""
        if kind == "number":  # a measure is no part of it, a scale would be
            return "" if unit.startswith(("百", "千", "万", "亿")) or worth(span)[0] == "money" else span.value
        if worth(span)[0] == "money" or unit == "%" or unit in COUNT_WORDS:
            return span.value + unit
        return span.value if unit and "." not in span.value and not unit.startswith(("万", "亿")) else ""

    def claim(self, fact: DraftFact) -> tuple[str, bool]:
        """Return a claim in one line, and whether nobody has to look at it first."""
        if fact.key not in self.stated:
            self.stated[fact.key] = self._claim(fact)
        return self.stated[fact.key]

    def _claim(self, fact: DraftFact) -> tuple[str, bool]:
        entity = self.vocabulary.entities["stated_figure"]
        texts = {field: text for field, text, _ in fact.texts}
        pairs = [(entity.fields["id"].zh, self.ids[fact.key])]
        pairs.append((entity.fields["kind"].zh, self.vocabulary.enumerations["claim_kind"].name(texts["kind"], "zh")))
        pairs.append((entity.fields["text"].zh, scalar(texts["text"])))
        slots = {name: found for name in self.told.get(fact.key, ()) if (found := self.proposals.get((fact.key, name)))}
        sure = bool(slots)
        for name, found in slots.items():
            field = self._field(fact.key, name)
            sure = sure and field is not None and not field.open and field.written not in _BARE
            changed = self.fitted.changed(fact.key, name)
            kind = entity.fields[name].type
            value = changed[1].value if changed is not None else self.value(self.spans[found[0].span], kind)
            where = self._where(found[0].span)
            pairs.append(("出处", scalar(f"{where}；{_by(changed[1])}" if changed is not None else where)))
            pairs.append((entity.fields[name].zh, scalar(value) if value else TO_FILL))
        operands = [self._operand(each) for each in self.below.get(fact.key, ()) if each.entity == "operand"]
        child = self.vocabulary.entities["operand"]
        pairs.append((child.collection[-1], f"[{', '.join(operands)}]"))
        return flow(pairs), sure and not any(TO_FILL in each for each in operands)

    def dropped(self, fact: DraftFact) -> bool:
        """Whether a claim is none any more: a figure of it was set aside."""
        spots = ((fact.key, name) for name in self.told.get(fact.key, ()))
        return any(spot in self.aside and spot not in self.proposals for spot in spots)

    def _operand(self, fact: DraftFact) -> str:
        entity = self.vocabulary.entities["operand"]
        pairs: list[tuple[str, str]] = []
        for name, text, _ in fact.texts:
            known = self.vocabulary.enumerations.get(entity.fields[name].type)
            value = known.name(text, "zh") if known else self._path(text) if name == "path" else text
            pairs.append((entity.fields[name].zh, scalar(value)))
        pairs += [
            (entity.fields[field.id].zh, field.written)
            for field in self.fields(fact, texts=False)
            if field.id != "path"
        ]
        return flow([pair for number, pair in enumerate(pairs) if pair not in pairs[:number]])

    def _path(self, path: str) -> str:
        fact, _, field = path.partition(".")
        known = self.vocabulary.entities[self.facts[fact].entity].fields.get(field) if fact in self.facts else None
        return ".".join(each for each in (self.ids.get(fact, fact), known.zh if known else field) if each)

    def _contradictions(self) -> None:
        """State as a claim that two documents print different figures for one field: the checker reports it with both places."""
        for (fact, name), proposals in self.proposals.items():
            first = proposals[0]
            if self.facts[fact].entity in ("operand", "stated_figure"):
                continue
            for other in proposals[1:]:
                one, two = self.spans[first.span], self.spans[other.span]
                if (
                    one.file == two.file
                    or worth(one) == worth(two)
                    or worth(one)[0] != worth(two)[0]
                    or "confirm" in (first.grade, other.grade)
                ):
                    continue
                self.apart.append(self._apart(fact, name, one, two))

    def _apart(self, fact: str, name: str, one: Span, two: Span) -> str:
        entity, operand = self.vocabulary.entities["stated_figure"], self.vocabulary.entities["operand"]
        slot = {"money": "amount", "percent": "rate"}.get(two.kind, "count")
        field = self.vocabulary.entities[self.facts[fact].entity].fields[name].zh
        known = next((text for each, text, _ in self.facts[fact].texts if each == "name"), self.ids[fact])
        base = flow(
            [
                ("数据角色", "基数"),
                (
                    operand.fields[slot].zh,
                    flow([("值", scalar(self.value(one))), ("出处", scalar(self._where(one.id)))]),
                ),
            ]
        )
        return flow(
            [
                ("自报编号", f"apart-{len(self.apart) + 1}"),
                ("自报种类", "同一数"),
                ("原文", scalar(f"{known}的{field}{self.value(two)}")),
                ("出处", scalar(self._where(two.id))),
                (entity.fields[slot].zh, scalar(self.value(two))),
                ("构成", f"[{base}]"),
            ]
        )

    def _open(self) -> int:
        found = 0
        for fact in self.facts.values():
            if fact.entity == "stated_figure":
                found += not self.dropped(fact) and not self.claim(fact)[1]
            elif fact.entity != "operand":
                found += sum(each.open for each in self.fields(fact, texts=False))
        return found

    def unread(self) -> list[Span]:
        """Return the spans that nobody could place."""
        held = {span for span, _ in self.reading.understood.context} | {span for span, *_ in self.fitted.by}
        return [span for span in self.reading.spans if span.id not in self.placed and span.id not in held]

    def expected(self) -> list[Expected]:
        """Return what forms expect and nobody filled in or set aside."""
        return [
            each
            for key, each in self.lacks.items()
            if ("", *key) not in self.fitted.by and (not each.fact or self.fitted.changed(*key) is None)
        ]

    def set_aside(self) -> list[tuple[Span, str]]:
        """Return the spans that nobody could place and somebody set aside, with who did and why."""
        decided = {span: each for (span, fact, _), each in self.fitted.by.items() if not fact}
        return [(span, _by(decided[span.id])) for span in self.reading.spans if span.id in decided]


def reasons(proposal: Proposal) -> Text:
    """Return why a figure has to be looked at, in words."""
    known = [(REASONS[each.name], each.detail) for each in proposal.evidence if each.name in REASONS]
    zh, en = (list(dict.fromkeys(told.say(lang).format(detail) for told, detail in known)) for lang in LANGUAGES)
    return Text("；".join(zh) or "没有写明是什么数", "; ".join(en) or "it is not said what the figure is")


def _by(decision: Decision) -> str:
    """Return who decided what, when and why, in words."""
    said = {"accept": "确认", "choose": "选用", "set": f"改为 {decision.value}", "aside": "搁置"}[decision.action]
    return f"{decision.who} {decision.when} {said}" + (f"：{decision.reason}" if decision.reason else "")


def _number(key: str) -> int:
    tail = key.rpartition(":")[2]
    return int(tail) if tail.isdigit() else 0
