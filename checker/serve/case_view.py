"""The case as the page shows it beside its documents: its facts by section, each field with its value, its place and its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.intake.decided import UNIT
from checker.intake.decisions import Item
from checker.intake.reading import DraftFact
from checker.serve.settling import State


class Row(NamedTuple):
    """A field of the case as it stands."""

    fact: str
    field: Field
    value: str
    where: str
    spans: tuple[str, ...]
    state: str
    note: str


class Sheet(NamedTuple):
    """A fact: its title, its fields, and those that it may have besides."""

    fact: str
    title: str
    rows: tuple[Row, ...]
    more: tuple[Field, ...]


class Part(NamedTuple):
    """The facts of one kind."""

    entity: Entity
    sheets: tuple[Sheet, ...]
    open: int


def parts(state: State, vocabulary: Vocabulary) -> Iterator[Part]:
    """Yield the case by section; claims come last, and operands with the claims that they belong to."""
    made = state.made
    open_ = {(item.fact, item.field): item for item in state.confirmed.pending.items if item.fact}
    for entity in vocabulary.entities.values():
        if entity.id == "operand":
            continue
        facts = [made.facts.get("unit", UNIT)] if entity.parent is None else made.facts_of(entity.id)
        sheets = tuple(_sheet(state, vocabulary, fact, open_) for fact in facts if not made.dropped(fact))
        if sheets:
            yield Part(entity, sheets, sum(row.state in ("open", "conflict") for sheet in sheets for row in sheet.rows))


def _sheet(state: State, vocabulary: Vocabulary, fact: DraftFact, open_: Mapping[tuple[str, str], Item]) -> Sheet:
    entity = vocabulary.entities[fact.entity]
    said = {name: text for name, text, _ in fact.texts}
    rows: list[Row] = []
    for known in entity.fields.values():
        row = _row(state, vocabulary, fact, known, said, open_.get((fact.key, known.id)))
        if row is not None:
            rows.append(row)
    if entity.id == "stated_figure":
        rows += [
            row
            for operand in state.made.facts.values()
            if operand.parent == fact.key and operand.entity == "operand"
            for known in vocabulary.entities["operand"].fields.values()
            if known.id not in ("role", "path", "sign")
            and (row := _row(state, vocabulary, operand, known, {}, open_.get((operand.key, known.id)))) is not None
        ]
    title = said.get("name") or said.get("text") or state.made.ids.get(fact.key, "")
    there = {row.field.id for row in rows} | {"id", "text"}
    more = (
        tuple(each for each in entity.fields.values() if each.written and each.ref is None and each.id not in there)
        if entity.id != "stated_figure"
        else ()
    )
    return Sheet(fact.key, "" if entity.parent is None else title, tuple(rows), more)


def _row(
    state: State, vocabulary: Vocabulary, fact: DraftFact, known: Field, said: Mapping[str, str], item: Item | None
) -> Row | None:
    made, key = state.made, (fact.key, known.id)
    spans = tuple(dict.fromkeys(each.span for each in (*made.proposals.get(key, ()), *made.aside.get(key, ()))))
    changed = state.fitted.changed(*key)
    where = made.source(made.spans[spans[0]].file, made.spans[spans[0]].place) if spans else ""
    if changed is not None:
        decision = changed[1]
        told = "，".join(each for each in (decision.who, decision.when, decision.reason) if each)
        return Row(
            fact.key, known, decision.value, where, spans or ((changed[0],) if changed[0] else ()), "changed", told
        )
    chosen = made.chosen(*key)
    inferred = made.inferred.get(key)
    if item is not None and item.kind == "conflict":
        return Row(
            fact.key,
            known,
            " / ".join(each.value or each.printed for each in item.candidates),
            where,
            spans,
            "conflict",
            "",
        )
    if chosen and not (inferred is not None and inferred.derived):
        by = state.fitted.accepted(chosen[0].span, *key)
        value = made.value(made.spans[chosen[0].span], known.type)
        status = "open" if item is not None else "confirmed" if by is not None else "sure"
        return Row(
            fact.key,
            known,
            value or made.spans[chosen[0].span].text,
            where,
            spans,
            status,
            f"{by.who}，{by.when}" if by else "",
        )
    if inferred is not None:
        decided = state.fitted.by.get(("", *key))
        status = (
            "open"
            if item is not None
            else "sure"
            if decided is None
            else "aside"
            if decided.action == "aside"
            else "confirmed"
        )
        where = made.source(made.file(fact.key), inferred.place)
        return Row(
            fact.key, known, inferred.text, where, (), status, "；".join(each.detail for each in inferred.evidence)
        )
    if key in made.aside:
        decided = state.fitted.by[made.aside[key][0].span, fact.key, known.id]
        return Row(
            fact.key, known, made.spans[spans[0]].text, where, spans, "aside", f"{decided.who}，{decided.reason}"
        )
    if known.id in said and known.id not in ("text", "path", "role"):
        names = vocabulary.enumerations.get(known.type)
        text = (
            names.name(said[known.id], "zh") if names is not None and said[known.id] in names.values else said[known.id]
        )
        return Row(fact.key, known, text, "", (), "sure", "")
    if item is not None:  # expected, and not found
        return Row(fact.key, known, "", "", (), "open", item.why.zh)
    return None
