"""What stands at a place of a file: which key of which mapping, what may stand under it, and what an expression there speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from checker.base.frozen import frozen
from checker.cases.reader import CASE_KEYS, FACT_KEYS, LIST_KEYS, key_table
from checker.cases.valuereader import VALUE_KEYS
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.shape import Either, Facts, Free, Inner, Key, Kind, Many, Shape
from checker.editor.documents import CASE, FOLLOWUP, PACK, PARAMETERS, RULE, WAIVERS, WORDS
from checker.editor.parts import Part
from checker.language.scope import Frame, Group, Scope
from checker.records.followup import FOLLOWUP_KEYS
from checker.records.followup import TOP as FOLLOWUP_TOP
from checker.records.waivers import TOP as WAIVERS_TOP
from checker.records.waivers import WAIVER_KEYS
from checker.rulebook.book import Rulebook
from checker.rulebook.shapes import DEFINE_KEYS, MANIFEST_KEYS, PARAMETERS_KEYS, RULE_KEYS
from checker.rulebook.vocabulary_shapes import TOP_KEYS


@frozen
class FactOf(Kind):
    """A fact of a case: its keys are fields and lists."""

    entity: Entity


@frozen
class FactsOf(Kind):
    """A list of facts, or the mapping that says whether it is whole."""

    entity: Entity


@frozen
class FieldOf(Kind):
    """What a case states for a field: a value, or the mapping that says where it stands."""

    field: Field


@frozen
class Word(Kind):
    """One of a few words that a key of a case takes."""

    meaning: str


class Here(NamedTuple):
    """What may stand at a part; `shape` is that of the mapping around it, `key` the key it stands under."""

    kind: Kind | None
    shape: Shape | None = None
    key: Key | None = None
    around: Kind | None = None
    """What the mapping or list is that it stands in."""


TOPS: Mapping[str, Kind] = {
    RULE: Inner(RULE_KEYS),
    PARAMETERS: Inner(PARAMETERS_KEYS),
    WORDS: Inner(TOP_KEYS),
    PACK: Inner(MANIFEST_KEYS),
    WAIVERS: Inner(Shape(WAIVER_KEYS.what, Key(*WAIVERS_TOP, Many(Inner(WAIVER_KEYS)), required=True))),
    FOLLOWUP: Inner(Shape(FOLLOWUP_KEYS.what, Key(*FOLLOWUP_TOP, Many(Inner(FOLLOWUP_KEYS)), required=True))),
}


def top(kind: str, vocabulary: Vocabulary) -> Kind | None:
    """Return what a file of this kind is as a whole."""
    return FactOf(vocabulary.root) if kind == CASE else TOPS.get(kind)


def here(part: Part, kind: str, vocabulary: Vocabulary) -> Here:
    """Return what may stand at *part* of a file of this *kind*; of a key, what it may be is said by `around`."""
    way = [*part.above()]
    way.reverse()
    found = Here(top(kind, vocabulary))
    for outer, inner in pairwise(way):
        found = step(found, outer, inner, vocabulary)
    return found


def step(found: Here, outer: Part, inner: Part, vocabulary: Vocabulary) -> Here:
    """Return what may stand at *inner*, which lies in *outer*, of which *found* is known."""
    kind = facts(settled(found.kind, outer), vocabulary)
    if inner.kind == "key":
        shape = kind.shape if isinstance(kind, Inner) else None
        return Here(None, shape, None, kind)
    word = inner.key.value if inner.key is not None else None
    match kind:
        case Inner(shape) if word is not None:
            key = key_of(shape, word)
            return Here(key.kind if key is not None else None, shape, key, kind)
        case Many(of):
            return Here(of, found.shape, found.key, kind)
        case Free(of):
            return Here(of, None, None, kind)
        case FactsOf(entity):
            if word is None:
                return Here(FactOf(entity), around=kind)
            meaning = LIST_KEYS.get(word, "")
            return Here(FactsOf(entity) if meaning == "items" else Word(meaning), around=kind)
        case FactOf(entity) if word is not None:
            return Here(_under(entity, word, vocabulary), around=kind)
        case FieldOf(field):
            meaning = VALUE_KEYS.get(word or "", "")
            return Here(FieldOf(field) if meaning == "value" else Word(meaning), around=kind)
    return Here(None, around=kind)


def settled(kind: Kind | None, part: Part) -> Kind | None:
    """Return which of several kinds *part* is, by whether it is a mapping or a list."""
    match kind:
        case Either(kinds):
            wanted = {"map": (Inner, Free), "list": (Many,)}.get(part.kind)
            fitting = [each for each in kinds if wanted is None or isinstance(each, wanted)]
            return fitting[0] if fitting else kinds[0]
        case Many(of, alone) if alone and part.kind != "list":
            return settled(of, part)
        case Many(of) if part.kind == "map":
            return settled(of, part)
    return kind


def _under(entity: Entity, word: str, vocabulary: Vocabulary) -> Kind | None:
    meaning, what = key_table(vocabulary, entity).get(word, ("", None))
    if meaning == "field" and isinstance(what, Field):
        return FieldOf(what)
    if meaning == "collection" and isinstance(what, Entity):
        return FactsOf(what)
    return Word(meaning) if meaning else None


def facts(kind: Kind | None, vocabulary: Vocabulary) -> Kind | None:
    """Return *kind* with the facts of an example taken for the case that they are a fragment of."""
    return FactOf(vocabulary.root) if isinstance(kind, Facts) else kind


def key_of(shape: Shape, word: str) -> Key | None:
    """Return the key that a word is, in either language."""
    return shape.entries.get(word) or next((each for each in shape.entries.values() if each.zh == word), None)


def value_of(part: Part | None, shape: Shape, name: str) -> Part | None:
    """Return what stands under a key of a mapping, by its English name."""
    return None if part is None else part.get(name, shape[name])


_BY = re.compile(r"\s+(?:by|按)\s*|按")


def subject(text: str, vocabulary: Vocabulary) -> tuple[Entity | None, Group | None]:
    """Return what a rule is for, by what its file says; groups with those of their fields that there are."""
    entity = vocabulary.entity_named(text.strip())
    if entity is not None:
        return entity, None
    head, *rest = _BY.split(text, maxsplit=1)
    entity = vocabulary.entity_named(head.strip())
    if entity is None or not rest:
        return entity, None
    keys = [
        field.id
        for word in re.split(r"[,，、]", rest[0])
        for field in entity.fields.values()
        if word.strip() in (field.id, field.zh)
    ]
    return entity, Group(entity.id, tuple(keys))


def scope_at(part: Part, book: Rulebook) -> Scope:
    """Return the scope of an expression at *part*: what its rule, or its definition, speaks of."""
    entity: Entity | None = None
    group: Group | None = None
    for each in part.above():
        owner = each.owner
        if each.kind != "map" or entity is not None:
            continue
        said = value_of(each, DEFINE_KEYS, "for")
        defines = owner is None or (each.key is not None and each.key.value in ("define", "定义")) or _entry(owner)
        if said is not None and defines:
            entity, group = subject(said.value, book.vocabulary)
    if entity is None:
        return book.scope()
    return book.scope(Frame(entity.id, (entity.zh, entity.id, *entity.aliases), group))


def _entry(owner: Part) -> bool:
    return owner.kind == "list" and owner.key is not None and owner.key.value in ("define", "定义")


def words_of(kind: Kind | None, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the keys of a mapping of this kind in English, each with its Chinese word; none where they are the author's own."""
    match kind:
        case Inner(shape):
            return dict(shape)
        case FactsOf():
            return _pairs(LIST_KEYS)
        case FieldOf():
            return _pairs(VALUE_KEYS)
        case FactOf(entity):
            found = {field.id: field.zh for field in entity.fields.values() if field.written}
            for child in vocabulary.entities.values():
                if child.collection and (child.parent == entity.id or (entity.parent is None and child.link)):
                    english = next((each for each in child.collection if each.isascii()), child.collection[0])
                    found[english] = next((each for each in child.collection if not each.isascii()), english)
            if entity.link is not None:
                found[entity.link[0]] = entity.link[1]
            return found | _pairs(CASE_KEYS if entity.parent is None else FACT_KEYS)
    return {}


def _pairs(table: Mapping[str, str]) -> dict[str, str]:
    """Return a table of spellings as pairs of the English and the Chinese word of each meaning."""
    found: dict[str, list[str]] = {}
    for word, meaning in table.items():
        found.setdefault(meaning, []).append(word)
    pairs = {}
    for words in found.values():
        english = next((word for word in words if word.isascii()), words[0])
        pairs[english] = next((word for word in words if not word.isascii()), english)
    return pairs
