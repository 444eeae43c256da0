"""Where a name is written down: a parameter, a word of a vocabulary, a definition, a rule, or the fact that a case refers to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from checker.cases.vocabulary import Entity, Field
from checker.editor.completion import ids
from checker.editor.documents import Document, Range
from checker.editor.here import FieldOf, here
from checker.editor.naming import Meaning, Value, name_at
from checker.editor.parts import Part, at
from checker.editor.shelf import Shelf, View
from checker.language.scope import Definition
from checker.rulebook.packs import VOCABULARY
from checker.rulebook.rule import Parameter, Rule


class Spot(NamedTuple):
    """A place in a file."""

    path: str
    range: Range


def definition(shelf: Shelf, view: View, offset: int) -> Spot | None:
    """Return where what stands at *offset* is written down; nothing where it is written nowhere."""
    name = name_at(view, offset)
    if name is None:
        return _fact(view, offset)
    return next((spot for spot in spots(shelf, view, name.meaning)), None)


def spots(shelf: Shelf, view: View, meaning: Meaning) -> Iterator[Spot]:
    """Yield where something is written down, in the pack nearest to the file first."""
    match meaning:
        case Parameter(file=file):
            yield from _named(
                shelf, file, ("parameters", "参数"), (meaning.id, meaning.zh), ("id", "name", "编号", "zh", "名称")
            )
        case Definition():
            rule = view.book.rules.get(meaning.rule)
            files = (
                [rule.file]
                if rule is not None
                else [p.shown for pack in view.packs for p in pack.parts if Path(p.name).stem == meaning.rule]
            )
            for file in files:
                yield from _named(
                    shelf, file, ("define", "定义"), (meaning.name, meaning.zh), ("en", "英文名称", "zh", "名称")
                )
        case Rule(file=file):
            yield from _at(shelf, file, ("id", "编号"))
        case Field() | Entity() | Value():
            for pack in reversed(view.packs):
                part = pack.part(VOCABULARY)
                if part is not None:
                    yield from _word(shelf, part.shown, meaning, view)


def _document(shelf: Shelf, file: str) -> Document | None:
    return shelf.document(Path(file))


def _at(shelf: Shelf, file: str, keys: tuple[str, ...]) -> Iterator[Spot]:
    document = _document(shelf, file)
    part = document.root.get(*keys) if document is not None and document.root.kind == "map" else None
    if document is not None:
        yield Spot(file, document.range(part.start, part.end) if part is not None else document.range(0, 0))


def _named(
    shelf: Shelf, file: str, lists: tuple[str, ...], names: tuple[str, ...], keys: tuple[str, ...]
) -> Iterator[Spot]:
    """Yield the entry of a list of a file that has one of these names."""
    document = _document(shelf, file)
    if document is None:
        return
    for part in document.root.walk():
        if part.kind != "map" or not any(each.key is not None and each.key.value in lists for each in part.above()):
            continue
        for value in part.entries:
            if value.key is not None and value.key.value in keys and value.value in names:
                yield Spot(file, document.range(value.start, value.end))
                return


def _word(shelf: Shelf, file: str, meaning: Field | Entity | Value, view: View) -> Iterator[Spot]:
    """Yield where a vocabulary file says what an entity, a field or a value is."""
    document = _document(shelf, file)
    if document is None or document.root.kind != "map":
        return
    if isinstance(meaning, Value):
        listed = document.root.get("enumerations", "枚举")
        named = listed.get(meaning.enumeration.id, meaning.enumeration.zh) if listed is not None else None
        values = named.get("values", "取值") if named is not None else None
        yield from _key(document, file, values, (meaning.ident,))
        return
    entities = document.root.get("entities", "实体")
    if entities is None:
        return
    if isinstance(meaning, Entity):
        yield from _key(document, file, entities, (meaning.id, meaning.zh))
        return
    for entity in entities.entries:
        fields = entity.get("fields", "字段")
        known = view.vocabulary.entity_named(entity.key.value) if entity.key is not None else None
        if known is not None and fields is not None and known.id == meaning.entity:
            yield from _key(document, file, fields, (meaning.id, meaning.zh))


def _key(document: Document, file: str, part: Part | None, names: tuple[str, ...]) -> Iterator[Spot]:
    for value in part.entries if part is not None else ():
        if value.key is not None and value.key.value in names:
            yield Spot(file, document.range(value.key.start, value.key.end))


def _fact(view: View, offset: int) -> Spot | None:
    """Return the fact of a case that a value refers to by its id."""
    part = at(view.document.root, offset)
    kind = here(part, view.kind, view.vocabulary).kind
    if not isinstance(kind, FieldOf) or not kind.field.ref or part.kind != "scalar":
        return None
    for ident, _ in ids(view.document.root, kind.field.ref, view):
        if ident == part.value:
            break
    else:
        return None
    document = view.document
    for each in document.root.walk():
        own = here(each, view.kind, view.vocabulary).kind
        if (
            isinstance(own, FieldOf)
            and own.field.id == "id"
            and own.field.entity == kind.field.ref
            and each.value == part.value
        ):
            return Spot(document.path, document.range(each.start, each.end))
    return None
