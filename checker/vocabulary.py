"""The data dictionary: every entity and field a case may hold, with its type, unit and names.

Read once from `rules/vocabulary.yaml`; the case loader, the type checker of the language, "did you mean" and the
JSON Schema for editors are all derived from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.casefile.source import Node, Source
from checker.errors import InputError, Problem, Text, did_you_mean

BASIC_TYPES = ("money", "percent", "number", "count", "date", "text", "flag", "year", "figure")
"""Types a field may have besides enumerations and references; `figure` is filled in by the loader, never written."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A closed set of values: ids in order, each with its Chinese names (the first is canonical)."""

    id: str
    zh: str
    values: dict[str, tuple[str, ...]]
    by_name: dict[str, str]

    def name(self, value: str, lang: str) -> str:
        """Return how *value* is printed in *lang*."""
        return value if lang == "en" else self.values[value][0]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entity; `type` is a basic type, an enumeration's id, or "ref" with the entity in `ref`."""

    id: str
    zh: str
    entity: str
    type: str
    ref: str | None = None
    unit: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    derive: bool = False
    paper: Text | None = None

    def name(self, lang: str) -> str:
        """Return the field's name in *lang*."""
        return self.id.replace("_", " ") if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Entity:
    """One kind of fact: its names, its place among the others, its natural key and its fields."""

    id: str
    zh: str
    fields: dict[str, Field]
    by_name: dict[str, Field]
    aliases: tuple[str, ...] = ()
    collection: tuple[str, ...] = ()
    parent: str | None = None
    link: tuple[str, str] | None = None
    key: tuple[str, ...] = ()
    label: str | None = None
    required_key: bool = False
    repeatable: bool = False
    tree: tuple[str, tuple[str, ...], tuple[str, ...]] | None = None
    figure: dict[str, Any] | None = None
    paper: Text | None = None

    def name(self, lang: str) -> str:
        """Return the entity's name in *lang*."""
        return self.id.replace("_", " ") if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Relation:
    """A way from one fact to others: `key` is where a fact keeps them, `many` whether there may be several."""

    key: str
    target: str
    many: bool
    zh: str
    en: str


class Vocabulary:
    """All entities and enumerations; frozen after loading."""

    def __init__(self, entities: dict[str, Entity], enumerations: dict[str, Enumeration]) -> None:
        self.entities = entities
        self.enumerations = enumerations
        self.root = next(entity for entity in entities.values() if entity.parent is None)
        self._relations: dict[str, dict[str, Relation]] = {}

    def children(self, entity: str) -> Iterator[Entity]:
        """Yield the entities that belong to *entity*."""
        return (child for child in self.entities.values() if child.parent == entity)

    def relations(self, entity: str) -> dict[str, Relation]:
        """Return the relations of *entity* by every name (Chinese and English) a rule may follow them by."""
        known = self._relations.get(entity)
        if known is None:
            known = self._relations[entity] = self._find_relations(entity)
        return known

    def _find_relations(self, entity: str) -> dict[str, Relation]:
        found: dict[str, Relation] = {}

        def add(relation: Relation, *names: str) -> None:
            for name in (relation.zh, relation.en, *names):
                found.setdefault(name, relation)

        own = self.entities[entity]
        if own.tree:
            field, up, down = own.tree
            add(Relation(field, entity, False, up[1], up[0]))
            add(Relation(down[0], entity, True, down[1], down[0]))
        for child in self.children(entity):
            add(Relation(child.id, child.id, True, child.zh, child.id), *child.aliases)
        for field_ in own.fields.values():
            if field_.ref and not (own.tree and field_.id == own.tree[0]):
                add(Relation(field_.id, field_.ref, False, field_.zh, field_.id))
        for other in self.entities.values():
            for field_ in other.fields.values():
                if field_.ref == entity and other.id != entity:
                    add(Relation(other.id, other.id, True, other.zh, other.id), *other.aliases)
        if own.parent:
            parent = self.entities[own.parent]
            add(Relation("^", parent.id, False, parent.zh, parent.id), *parent.aliases)
            if parent is not self.root:
                add(Relation("^^", self.root.id, False, self.root.zh, self.root.id))
        else:  # everything in the case can be reached from its root
            for other in self.entities.values():
                if other.parent:
                    add(Relation(other.id, other.id, True, other.zh, other.id), *other.aliases)
        return found

    def entity_named(self, name: str) -> Entity | None:
        """Return the entity with this id, Chinese name or alias."""
        for entity in self.entities.values():
            if name in (entity.id, entity.zh) or name in entity.aliases:
                return entity
        return None

    def entity_names(self) -> list[str]:
        """Return every name of every entity, for "did you mean"."""
        return [name for entity in self.entities.values() for name in (entity.zh, entity.id, *entity.aliases)]

    def names(self) -> set[str]:
        """Return every name that an expression may contain."""
        found: set[str] = set()
        for entity in self.entities.values():
            found.update((entity.id, entity.zh, *entity.aliases))
            found.update(name for field in entity.fields.values() for name in (field.id, field.zh))
            found.update(self.relations(entity.id))
        for enumeration in self.enumerations.values():
            found.update(enumeration.by_name)
        return found


class _Reader:
    """Reads mappings of the vocabulary file, collecting what is wrong."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def problem(self, node: Node, zh: str, en: str, hint: Text | None = None) -> None:
        self.problems.append(Problem("vocabulary", self.source.place(node), Text(zh, en), hint))

    def mapping(self, node: Node, known: tuple[str, ...] | None = None) -> dict[str, Node]:
        if node.kind != "map":
            self.problem(node, "这里要写“键: 值”", "a mapping is wanted here")
            return {}
        found = {key.value: value for key, value in node.value}
        if known is not None:
            for key, _ in node.value:
                if key.value not in known:
                    self.problem(
                        key, f"不认识的键“{key.value}”", f"unknown key {key.value!r}", did_you_mean(key.value, known)
                    )
        return found

    def words(self, node: Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        if node.kind == "list":
            return tuple(str(child.value) for child in node.value)
        return (str(node.value),)

    def text(self, node: Node | None) -> Text | None:
        if node is None:
            return None
        found = self.mapping(node, ("zh", "en"))
        return Text(str(found["zh"].value), str(found["en"].value)) if len(found) == 2 else None


_ENTITY_KEYS = (
    "zh",
    "aliases",
    "collection",
    "parent",
    "root",
    "link",
    "key",
    "label",
    "required_key",
    "repeatable",
    "tree",
    "figure",
    "paper",
    "fields",
)
_FIELD_KEYS = ("zh", "type", "unit", "aliases", "required", "derive", "paper")


def load_vocabulary(source: Source) -> Vocabulary:
    """Build the vocabulary from its file; raises InputError with everything that is wrong in it."""
    read = _Reader(source)
    top = read.mapping(source.root, ("enumerations", "entities"))
    enumerations: dict[str, Enumeration] = {}
    for key, node in top["enumerations"].value if "enumerations" in top else ():
        body = read.mapping(node, ("zh", "values"))
        values = {name.value: read.words(value) for name, value in body["values"].value}
        by_name = {name: value for value, names in values.items() for name in (value, *names)}
        enumerations[key.value] = Enumeration(key.value, str(body["zh"].value), values, by_name)
    entities: dict[str, Entity] = {}
    for key, node in top["entities"].value if "entities" in top else ():
        entities[key.value] = _entity(read, key.value, node, enumerations)
    for entity in entities.values():
        _cross_check(read, source.root, entity, entities)
    if read.problems:
        raise InputError(read.problems)
    return Vocabulary(entities, enumerations)


def _entity(read: _Reader, name: str, node: Node, enumerations: dict[str, Enumeration]) -> Entity:
    body = read.mapping(node, _ENTITY_KEYS)
    fields: dict[str, Field] = {}
    by_name: dict[str, Field] = {}
    for key, value in body["fields"].value:
        field = _field(read, name, key.value, value, enumerations)
        fields[field.id] = field
    for field in fields.values():  # own names go before anybody's alias
        for alias in (field.id, field.zh):
            if alias in by_name and by_name[alias] is not field:
                read.problem(node, f"{name} 里有两个字段叫“{alias}”", f"two fields of {name} are called {alias!r}")
            by_name[alias] = field
    for field in fields.values():
        for alias in field.aliases:
            by_name.setdefault(alias, field)
    tree = read.mapping(body["tree"], ("field", "up", "down")) if "tree" in body else None
    link = read.mapping(body["link"], ("field", "zh")) if "link" in body else None
    figure: dict[str, Any] | None = None
    if "figure" in body:
        found = read.mapping(body["figure"], ("kind", "slots", "value", "path", "sign"))
        figure = {key: value.value for key, value in found.items() if key != "slots"}
        figure["slots"] = {key.value: value.value for key, value in found["slots"].value}
    return Entity(
        id=name,
        zh=str(body["zh"].value),
        fields=fields,
        by_name=by_name,
        aliases=read.words(body.get("aliases")),
        collection=read.words(body.get("collection")),
        parent=str(body["parent"].value) if "parent" in body else None,
        link=(str(link["field"].value), str(link["zh"].value)) if link else None,
        key=read.words(body.get("key")),
        label=str(body["label"].value) if "label" in body else None,
        required_key="required_key" in body,
        repeatable="repeatable" in body,
        tree=(str(tree["field"].value), read.words(tree["up"]), read.words(tree["down"])) if tree else None,
        figure=figure,
        paper=read.text(body.get("paper")),
    )


def _field(read: _Reader, entity: str, name: str, node: Node, enumerations: dict[str, Enumeration]) -> Field:
    body = read.mapping(node, _FIELD_KEYS)
    kind = str(body["type"].value) if "type" in body else "text"
    ref = kind[4:] if kind.startswith("ref ") else None
    if not ref and kind not in BASIC_TYPES and kind not in enumerations:
        read.problem(
            node, f"不认识的类型“{kind}”", f"unknown type {kind!r}", did_you_mean(kind, [*BASIC_TYPES, *enumerations])
        )
    return Field(
        id=name,
        zh=str(body["zh"].value) if "zh" in body else name,
        entity=entity,
        type="ref" if ref else kind,
        ref=ref,
        unit=str(body["unit"].value) if "unit" in body else "",
        aliases=read.words(body.get("aliases")),
        required="required" in body,
        derive="derive" in body,
        paper=read.text(body.get("paper")),
    )


def _cross_check(read: _Reader, node: Node, entity: Entity, entities: dict[str, Entity]) -> None:
    for field in entity.fields.values():
        if field.ref and field.ref not in entities:
            read.problem(
                node,
                f"{entity.id}.{field.id} 引用了没有的实体“{field.ref}”",
                f"{entity.id}.{field.id} refers to {field.ref!r}, which does not exist",
                did_you_mean(field.ref, list(entities)),
            )
    if entity.parent and entity.parent not in entities:
        read.problem(
            node,
            f"{entity.id} 的上级实体“{entity.parent}”不存在",
            f"the parent {entity.parent!r} of {entity.id} does not exist",
            did_you_mean(entity.parent, list(entities)),
        )
    for name in entity.key:
        if name not in entity.fields:
            read.problem(
                node,
                f"{entity.id} 的键“{name}”不是它的字段",
                f"the key {name!r} of {entity.id} is not one of its fields",
            )
