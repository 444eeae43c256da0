"""Which name stands at a place of a file, and what it is: of the vocabulary, a parameter, a definition, a rule, or a word of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.cases.reader import key_table
from checker.cases.vocabulary import Entity, Enumeration, Field
from checker.documents.shape import Choice, Expression, Facts, Key, Message, Named, Shape, Subject
from checker.editor.documents import FOLLOWUP, WAIVERS, WORDS
from checker.editor.expressions import Found, found_at, lexicon_of, tokens_of
from checker.editor.here import FactOf, FactsOf, FieldOf, Here, here, key_of, scope_at, settled, subject
from checker.editor.parts import Part, at
from checker.editor.shelf import View
from checker.language.scope import Definition, Scope
from checker.language.tree import DefinitionRef, EnumValue, FieldRef, ParameterRef
from checker.rulebook.rule import Parameter, Rule
from checker.rulebook.shapes import DEFINE_KEYS, PARAMETER_KEYS, RULE_KEYS
from checker.rulebook.vocabulary_shapes import ENTITY_KEYS, FIELD_KEYS, TOP_KEYS

_PLACE = re.compile(r"\{([^{}]*)\}")


class Value(NamedTuple):
    """One value of an enumeration."""

    enumeration: Enumeration
    ident: str


class Language(NamedTuple):
    """A keyword, operator or function, as it is spelt."""

    meaning: str
    typed: str


class KeyName(NamedTuple):
    """A key of a shape."""

    known: Key
    shape: Shape


Meaning = Field | Entity | Value | Parameter | Definition | Rule | Language | KeyName


class Name(NamedTuple):
    """A name in a file: from which character to which, and what it is; `defines` where it is written down what it is."""

    start: int
    end: int
    meaning: Meaning
    defines: bool = False
    text: str = ""


class Stretch(NamedTuple):
    """An expression within a value, from the character `at` of it on, and the type that it must have."""

    part: Part
    at: int
    text: str
    expected: str


def stretches(part: Part, found: Here) -> Iterator[Stretch]:
    """Yield the expressions in a value: itself, or what stands in braces in a message."""
    if part.kind != "scalar":
        return
    kind = settled(found.kind, part)
    if isinstance(kind, Expression):
        words = kind.values.words if isinstance(kind.values, Choice) else ()
        if part.value not in {word for pair in words for word in pair}:
            yield Stretch(part, 0, part.value, kind.expected)
    elif isinstance(kind, Message):
        for match in _PLACE.finditer(part.value):
            body = re.split("[:：]", match[1], maxsplit=1)[0]
            yield Stretch(part, match.start(1), body, "")


def name_at(view: View, offset: int) -> Name | None:
    """Return the name at a character of the file."""
    part = at(view.document.root, offset)
    if part.kind == "empty" and part.key is not None and offset <= part.key.end:
        part = part.key
    found = here(part, view.kind, view.vocabulary)
    for stretch in stretches(part, found):
        index = part.index_of(offset) - stretch.at
        if 0 <= index <= len(stretch.text):
            names = [*names_in(stretch, view)]
            inside = next((name for name in names if name.start <= offset < name.end), None)
            return inside or next((name for name in names if name.end == offset), None)
    return _other(part, found, view)


def names(view: View) -> Iterator[Name]:
    """Yield every name of the file that means something: in expressions, and under or as keys."""
    for part in view.document.root.walk():
        if part.key is not None:
            name = _other(part.key, here(part.key, view.kind, view.vocabulary), view)
            if name is not None:
                yield name
        if part.kind != "scalar":
            continue
        found = here(part, view.kind, view.vocabulary)
        if isinstance(found.kind, Subject):
            yield from _grouping(part, view)
        many = [*stretches(part, found)]
        for stretch in many:
            yield from names_in(stretch, view)
        if not many and (name := _other(part, found, view)) is not None:
            yield name


def _grouping(part: Part, view: View) -> Iterator[Name]:
    """Yield the fields by which a rule groups what it is for."""
    entity, group = subject(part.value, view.vocabulary)
    if entity is None or group is None:
        return
    for match in re.finditer(r"[^\s,，、]+", part.value):
        field = next((each for each in entity.fields.values() if match[0] in (each.id, each.zh)), None)
        if field is not None:
            first = part.source_of(match.start())
            yield Name(first, first + len(match[0]), field, text=match[0])


def names_in(stretch: Stretch, view: View) -> Iterator[Name]:
    """Yield the names and words of one expression."""
    lexicon = lexicon_of(view.book.names)
    scope = scope_at(stretch.part, view.book)
    tokens = tokens_of(stretch.text, lexicon)
    for number, token in enumerate(tokens):
        if token.kind in ("sign", "text", "number", "money", "percent", "date", "days", "months"):
            continue
        found = found_at(tokens, number, stretch.text, lexicon, scope, stretch.expected)
        meaning = meaning_of(found, view)
        if meaning is not None:
            start = stretch.part.source_of(stretch.at + token.start)
            yield Name(start, start + token.end - token.start, meaning, text=token.text)


def meaning_of(found: Found, view: View) -> Meaning | None:
    """Return what a word of an expression is."""
    vocabulary, book = view.vocabulary, view.book
    match found.expr:
        case FieldRef(entity=entity, name=name):
            return vocabulary.entities[entity].fields[name]
        case ParameterRef(name=name):
            return book.parameters.get(name)
        case DefinitionRef(entity=entity, name=name):
            return book.definitions.get((entity, name))
        case EnumValue(enumeration=enumeration, value=value):
            return Value(vocabulary.enumerations[enumeration], value)
    if found.relation is not None:
        field = None
        if found.relation.key and found.scope is not None and not found.relation.many:
            field = _reference(found, found.scope, view)
        return field or vocabulary.entities.get(found.relation.target)
    if found.token.kind in ("keyword", "operator", "function") and isinstance(found.token.value, str):
        return Language(found.token.value, found.token.text)
    if found.token.kind == "name":
        for listed in vocabulary.enumerations.values():
            if found.token.text in listed.by_name:
                return Value(listed, listed.by_name[found.token.text])
    return None


def _reference(found: Found, scope: Scope, view: View) -> Field | None:
    """Return the field by which a fact names another, where a relation is one."""
    assert found.relation is not None
    for _, frame in scope.levels():
        field = view.vocabulary.entities[frame.entity].fields.get(found.relation.key)
        if field is not None and field.ref == found.relation.target and found.token.text in (field.zh, field.id):
            return field
    return None


# ---- outside expressions


def _other(part: Part, found: Here, view: View) -> Name | None:
    """Return what a key, or a word that is no expression, is."""
    meaning = _key(part, found, view) if part.kind == "key" else _word(part, found, view)
    if meaning is None or not part.value.strip():
        return None
    first = part.source_of(0)
    defines = isinstance(meaning, (Field, Parameter, Definition, Rule, Entity)) and _defines(part, found, view)
    text = part.value
    if isinstance(meaning, Entity) and isinstance(found.kind, Subject):
        text = re.split(r"\s+(?:by|按)\s*|按", text)[0]
    return Name(first, first + len(text), meaning, defines, text)


def _key(part: Part, found: Here, view: View) -> Meaning | None:
    owner = part.owner
    match found.around:
        case FactOf(entity):
            meaning, what = key_table(view.vocabulary, entity).get(part.value, ("", None))
            return what if isinstance(what, (Field, Entity)) and meaning in ("field", "collection") else None
    if view.kind == WORDS and owner is not None:
        return _in_words(part, owner, view)
    if found.shape is not None and (key := key_of(found.shape, part.value)) is not None:
        return KeyName(key, found.shape)
    return None


def _in_words(part: Part, owner: Part, view: View) -> Meaning | None:
    """Return what a key of a vocabulary file is: an entity, a field, or a key of a shape."""
    path = [each.key.value for each in owner.above() if each.key is not None][::-1]
    top = {zh: en for en, zh in TOP_KEYS.items()}
    head = top.get(path[0], path[0]) if path else ""
    if head == "entities" and len(path) == 1:
        return view.vocabulary.entity_named(part.value)
    if head == "entities" and len(path) == 3 and path[2] in ("fields", ENTITY_KEYS["fields"]):
        entity = view.vocabulary.entity_named(path[1])
        return entity.fields.get(part.value) if entity is not None else None
    found = here(part, view.kind, view.vocabulary)
    if found.shape is not None and (key := key_of(found.shape, part.value)) is not None:
        return KeyName(key, found.shape)
    return None


def _word(part: Part, found: Here, view: View) -> Meaning | None:
    """Return what a value is that is no expression."""
    vocabulary, book = view.vocabulary, view.book
    kind = settled(found.kind, part)
    key = found.key.id if found.key is not None else ""
    match kind:
        case Subject():
            return vocabulary.entity_named(re.split(r"\s+(?:by|按)\s*|按", part.value)[0].strip())
        case Named("entity"):
            return vocabulary.entity_named(part.value)
        case Named(what):
            known = vocabulary.enumerations[what]
            return Value(known, known.by_name[part.value]) if part.value in known.by_name else None
        case FieldOf(field):
            enumeration = vocabulary.enumerations.get(field.type)
            if enumeration is not None and part.value in enumeration.by_name:
                return Value(enumeration, enumeration.by_name[part.value])
            return None
        case FactsOf() | Facts():
            return None
    if found.shape is RULE_KEYS and key in ("id", "replaces", "refines"):
        return book.rules.get(part.value)
    if view.kind in (WAIVERS, FOLLOWUP) and key == "rule":
        return book.rules.get(part.value)
    if found.shape is PARAMETER_KEYS and key in ("id", "name", "zh"):
        return next((each for each in book.parameters.values() if part.value in (each.id, each.zh)), None)
    if found.shape is DEFINE_KEYS and key in ("zh", "en"):
        return next((each for each in book.definitions.values() if part.value in (each.zh, each.name)), None)
    if found.shape is FIELD_KEYS and key == "zh" and part.owner is not None and part.owner.key is not None:
        meant = _in_words(part.owner.key, part.owner.owner, view) if part.owner.owner is not None else None
        return meant if isinstance(meant, Field) else None
    if found.shape is ENTITY_KEYS and key == "zh" and part.owner is not None and part.owner.key is not None:
        return vocabulary.entity_named(part.owner.key.value)
    return KeyName(found.key, found.shape) if found.key is not None and found.shape is not None else None


def _defines(part: Part, found: Here, view: View) -> bool:
    """Whether a name stands where it is said what it is."""
    key = found.key.id if found.key is not None else ""
    if view.kind == WORDS:
        return True
    if found.shape is RULE_KEYS:
        return key == "id"
    return found.shape in (PARAMETER_KEYS, DEFINE_KEYS)
