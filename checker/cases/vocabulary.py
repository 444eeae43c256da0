"""The data dictionary: every entity and field a case may hold, with its type, unit and names.

Read once from `rules/vocabulary.yaml`; the case loader, the type checker of the language, "did you mean" and the
JSON Schema for editors are all derived from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from checker.base.frozen import frozen
from checker.cases.papers import Paper

BASIC_TYPES = ("money", "percent", "number", "count", "date", "text", "flag", "year", "figure")
"""Types a field may have besides enumerations and references; `figure` is filled in by the loader, never written."""


@frozen
class Enumeration:
    """A closed set of values: ids in order, each with its Chinese names (the first is canonical)."""

    id: str
    zh: str
    values: dict[str, tuple[str, ...]]
    by_name: dict[str, str]

    def name(self, value: str, lang: str) -> str:
        """Return how *value* is printed in *lang*."""
        return value if lang == "en" else self.values[value][0]


@frozen
class Field:
    """One field of an entity; `type` is a basic type, an enumeration's id, or "ref" with the entity in `ref`.

    A figure that is `exact` was given, not measured (a weight, a score): what is printed of it is all there is.
    """

    id: str
    zh: str
    entity: str
    type: str
    ref: str | None = None
    unit: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    derive: bool = False
    exact: bool = False
    paper: Paper | None = None
    default: int | None = None
    """What a count is where nobody wrote it: only for what the loader counts itself."""
    computed: bool = False
    """Filled in by the loader from what the case says; never written in a case, there or not there but never unknown."""
    none_is_zero: bool = False
    """Whether “none” states an amount of nothing: then it is 0 for every rule, and given."""

    none_as: str = ""
    """The field whose figure it is as a base where the report says “none” (not adjusted: the initial budget), else empty."""
    changed_by: tuple[str, ...] = ()
    """Fields and lists of the same fact that speak against `none_as`: where one of them says anything, the figure is not known."""

    fold: bool = False
    """Whether texts are compared and grouped without regard to width, blanks, brackets, dashes and case."""

    negative: bool = True
    """Whether the figure may be below zero; where it may not, what says so is an error."""

    code_of: str = ""
    """The field of the same entity that names the supplier or payee whose unified social credit code this is."""

    @property
    def written(self) -> bool:
        """Whether a case may write this field."""
        return not self.computed and self.type != "figure"

    def name(self, lang: str) -> str:
        """Return the field's name in *lang*."""
        return self.id.replace("_", " ") if lang == "en" else self.zh


@frozen
class Entity:
    """One kind of fact: its names, its place among the others, its natural key and its fields.

    Two facts of one owner that are the same in all the fields `once` are one fact, whatever their ids say.
    """

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
    once: tuple[str, ...] = ()
    tree: tuple[str, tuple[str, ...], tuple[str, ...]] | None = None
    figure: dict[str, Any] | None = None
    paper: Paper | None = None

    @property
    def parties(self) -> frozenset[str]:
        """The fields that name a supplier or payee: those that a code is said to belong to."""
        return frozenset(field.code_of for field in self.fields.values() if field.code_of)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that a case may write a list of it under: its own first, then what rules and tables call it; none of a root."""
        return tuple(dict.fromkeys((*self.collection, self.zh, self.id, *self.aliases))) if self.collection else ()

    def name(self, lang: str) -> str:
        """Return the entity's name in *lang*."""
        return self.id.replace("_", " ") if lang == "en" else self.zh


@frozen
class Relation:
    """A way from one fact to others: `key` is where a fact keeps them, `many` whether there may be several."""

    key: str
    target: str
    many: bool
    zh: str
    en: str


class Vocabulary:
    """All entities and enumerations; frozen after loading.

    `carries` says for each kind of document (a value of the enumeration `document_kind`) what such a document speaks of:
    entities, each with the fields it shows (none named: all).
    """

    def __init__(
        self,
        entities: dict[str, Entity],
        enumerations: dict[str, Enumeration],
        layers: tuple[frozenset[str], ...] = (),
        carries: dict[str, dict[str, tuple[str, ...]]] | None = None,
    ) -> None:
        self.entities = entities
        self.enumerations = enumerations
        self.carries = carries or {}
        self.layers = layers
        """The names known after each file was read: the built-in vocabulary first, then what each pack added."""
        self.root = next(entity for entity in entities.values() if entity.parent is None)
        self._relations: dict[str, dict[str, Relation]] = {}
        self.keys: dict[str, dict[str, tuple[str, Any]]] = {}
        """What each key of a case means, by entity: worked out once by the first case that is read."""

        self._dated: dict[str, tuple[Field, ...]] = {}

    @cached_property
    def references(self) -> dict[str, tuple[Field, ...]]:
        """The fields by which facts of each entity name other facts, where it has any."""
        found = {
            each.id: tuple(f for f in each.fields.values() if f.ref) for each in self.entities.values() if each.parent
        }
        return {entity: fields for entity, fields in found.items() if fields}

    @cached_property
    def linked(self) -> tuple[Entity, ...]:
        """The entities whose facts may stand at the top of a case and name the fact that they belong to."""
        return tuple(each for each in self.entities.values() if each.parent and each.link)

    def dated(self, entity: str) -> tuple[Field, ...]:
        """Return the fields of *entity* that hold a day or a year, the fiscal year apart."""
        known = self._dated.get(entity)
        if known is None:
            fields = self.entities[entity].fields.values()
            dated = (field for field in fields if field.type in ("date", "year") and field.id != "fiscal_year")
            known = self._dated[entity] = tuple(dated)
        return known

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
