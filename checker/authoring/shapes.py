"""What facts a rule speaks of: the smallest case that has a place for every field its conditions read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from checker.cases.claims import CLAIM_SLOTS
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.language.scope import Definition
from checker.language.tree import (
    Aggregate,
    DefinitionRef,
    Expr,
    FieldRef,
    Given,
    Literal,
    Path,
    Quantifier,
    children,
    walk,
)
from checker.rulebook.rule import Rule

MEMBERS = 3
"""Facts made for each collection: two of one kind and one of another tell every quantifier and sum apart."""
SHRINK = 2
"""Facts left out with each collection that a collection lies in: three of three of three made 4,000 places to fill in."""
MOST = 10
"""Largest count that collections are made large enough for."""
ABSENT = "absent"
"""A field or collection that is not written."""


class Draft:
    """One fact of the case to be made; `fixed` holds what it must have to be read at all."""

    def __init__(self, entity: Entity, ident: str, owner: Draft | None) -> None:
        self.entity = entity
        self.ident = ident
        self.owner = owner
        self.fixed: dict[str, str] = {"id": ident} if "id" in entity.fields else {}
        self.within: list[tuple[str, int]] = []
        """Collections this fact is a member of, and its number there: written only while the collection is that large."""
        self.depth = 0
        """How many collections lie between this fact and the one that a rule speaks of."""


@dataclass(frozen=True)
class Slot:
    """A field of one draft that conditions read; `drafts` are several where a group's members share it."""

    key: str
    drafts: tuple[Draft, ...]
    field: Field


@dataclass
class Shape:
    """Everything that can be filled in about one rule: fields, collections, and the facts they belong to."""

    vocabulary: Vocabulary
    root: Draft
    subject: Draft
    members: int = MEMBERS
    drafts: list[Draft] = field(default_factory=list)
    slots: dict[str, Slot] = field(default_factory=dict)
    collections: dict[str, tuple[Draft, Entity]] = field(default_factory=dict)
    trees: dict[str, str] = field(default_factory=dict)

    def fragment(self, chosen: dict[str, Any], lang: str = "zh") -> dict[str, Any]:
        """Return the case fragment in which every slot and collection is as *chosen*, with keys in *lang*."""
        bodies: dict[int, dict[str, Any]] = {}
        root: dict[str, Any] = {}

        def name_of(entity: Entity) -> str:
            names = entity.collection or (entity.id,)
            return next((n for n in names if n.isascii() == (lang == "en")), names[0])

        def written(draft: Draft) -> bool:
            sizes = [chosen.get(key, ABSENT) for key, _ in draft.within]
            return all(size != ABSENT and number < size for (_, number), size in zip(draft.within, sizes, strict=True))

        for draft in [self.root, *self.drafts]:
            if draft.owner is not None and (not written(draft) or id(draft.owner) not in bodies):
                continue
            body = root if draft.owner is None else {}
            bodies[id(draft)] = body
            for ident, text in draft.fixed.items():
                known = draft.entity.fields[ident]
                body[known.zh if lang == "zh" and ident != "id" else known.id] = text
            for slot in self.slots.values():
                value = chosen.get(slot.key, ABSENT)
                if draft in slot.drafts and value != ABSENT and self._fits(draft, slot, chosen):
                    body[slot.field.zh if lang == "zh" else slot.field.id] = value
            if draft.owner is not None:
                bodies[id(draft.owner)].setdefault(name_of(draft.entity), []).append(body)
        for key, (owner, entity) in self.collections.items():
            if chosen.get(key, ABSENT) != ABSENT and id(owner) in bodies:
                bodies[id(owner)].setdefault(name_of(entity), [])
        return root

    def _fits(self, draft: Draft, slot: Slot, chosen: dict[str, Any]) -> bool:
        """Whether a stated figure's value belongs in this slot: its kind decides."""
        slots = (draft.entity.figure or {}).get("slots", {}).values()
        if slot.field.id not in slots:
            return True
        claim = draft if "kind" in (draft.entity.figure or {}) else draft.owner
        if claim is None or claim.entity.figure is None or "kind" not in claim.entity.figure:
            return True
        kind = claim.entity.figure["kind"]
        enumeration = self.vocabulary.enumerations[claim.entity.fields[kind].type]
        written = claim.fixed.get(kind) or chosen.get(f"{claim.ident}.{kind}", "")
        meant = enumeration.by_name.get(str(written), "")
        wanted = CLAIM_SLOTS.get(meant, "amount")
        role = self.vocabulary.enumerations.get("operand_role")
        written_role = draft.fixed.get("role") or chosen.get(f"{draft.ident}.role", "")
        if draft is not claim and role is not None and role.by_name.get(str(written_role)) == "quantity":
            return slot.field.id == "count"
        return slot.field.id == (wanted if draft is claim or meant == "count" else "amount")


def shape(rule: Rule, definitions: dict[tuple[str, str], Definition]) -> Shape:
    """Return the shape of the cases that *rule* speaks of."""
    return _Builder(rule, definitions).build()


def _members(rule: Rule) -> int:
    """Return how many facts a collection needs so that every count in *rule* can be reached and passed."""
    counts = [
        int(node.value)
        for part in (rule.when, rule.unless, rule.require)
        if part is not None
        for node in walk(part)
        if isinstance(node, Literal) and node.kind == "number" and 0 <= node.value <= MOST
    ]
    return max([MEMBERS, *(count + 1 for count in counts)])


class _Builder:
    def __init__(self, rule: Rule, definitions: dict[tuple[str, str], Definition]) -> None:
        self.rule = rule
        self.vocabulary = rule.scope.vocabulary
        self.definitions = definitions
        self.count = 0
        self.hops: dict[tuple[int, str], Draft] = {}
        self.members: dict[tuple[int, str], list[Draft]] = {}

    def build(self) -> Shape:
        """Walk every condition of the rule and make a place for all it reads."""
        root = Draft(self.vocabulary.root, "", None)
        self.shape = Shape(self.vocabulary, root, root, _members(self.rule))
        self.group: list[Draft] = []
        entity = self.vocabulary.entities[self.rule.entity]
        if self.rule.group is not None:
            self.group = [self.new(entity) for _ in range(self.shape.members)]
            for number, member in enumerate(self.group):
                member.within.append(("group", number))
            self.shape.subject = self.group[0]
            self.shape.collections["group"] = (self.group[0].owner or root, entity)
            for key in self.rule.group.keys:
                known = entity.fields[key]
                if known.ref:
                    target = self.new(self.vocabulary.entities[known.ref])
                    self.first(target)
                    for member in self.group:
                        member.fixed[key] = target.ident
                self.slot(tuple(self.group), known)
        elif entity is not root.entity:
            self.shape.subject = self.new(entity)
        rule = self.rule
        parts = (rule.as_of, rule.when, rule.unless, rule.require, rule.strict, rule.amount)
        for part in parts:
            if part is not None:
                self.visit(part, (self.shape.subject,))
        for draft in self.shape.drafts:
            self._required(draft)
        return self.shape

    def new(self, entity: Entity, owner: Draft | None = None) -> Draft:
        """Add a fact, with an owner where its entity belongs to another than the unit."""
        if owner is None and entity.parent and entity.parent != self.vocabulary.root.id:
            owner = self.new(self.vocabulary.entities[entity.parent])
        self.count += 1
        draft = Draft(
            entity,
            "abcdefghijklmnopqrstuvwxyz"[(self.count - 1) % 26] + ("" if self.count <= 26 else str(self.count)),
            owner or self.shape.root,
        )
        self.shape.drafts.append(draft)
        return draft

    def slot(self, drafts: tuple[Draft, ...], known: Field) -> None:
        """Add a field that conditions read."""
        if known.type == "ref" or known.id in ("id",):
            return
        if not known.written:  # what it is made of
            slots = (drafts[0].entity.figure or {}).get("slots", {}).values()
            for name in (*slots, *(("direction",) if known.id in ("as_read", "change") else ())):
                self.slot(drafts, drafts[0].entity.fields[name])
            return
        if drafts[0] is self.shape.root and known.id in ("jurisdiction", "fiscal_year"):
            return
        key = f"{drafts[0].ident}.{known.id}"
        self.shape.slots.setdefault(key, Slot(key, drafts, known))

    def _required(self, draft: Draft) -> None:
        for known in draft.entity.fields.values():
            if known.required and not any(draft in s.drafts and s.field is known for s in self.shape.slots.values()):
                enumeration = self.vocabulary.enumerations.get(known.type)
                if enumeration is not None:
                    value = "item" if known.type == "line_kind" else next(iter(enumeration.values))
                    draft.fixed[known.id] = enumeration.values[value][0]
        label = draft.entity.label
        if label and draft.entity.fields[label].type == "text" and f"{draft.ident}.{label}" not in self.shape.slots:
            draft.fixed[label] = f"某{draft.entity.zh}{draft.ident}"

    # ---- walking

    def visit(self, node: Expr, frames: tuple[Draft, ...]) -> None:
        """Make a place for everything that *node* reads."""
        if isinstance(node, FieldRef):
            self.field(node, frames)
        elif isinstance(node, DefinitionRef):
            fact = self.along(self.start(node.depth, frames), node.hops)
            self.visit(self.definitions[(node.entity, node.name)].expr, (fact,))
        elif isinstance(node, (Quantifier, Aggregate)):
            assert isinstance(node.path, Path)
            inner = [node.body, node.condition] if isinstance(node, Aggregate) else [node.body]
            for member in self.reached(node.path, frames):
                for part in inner:
                    if part is not None:
                        self.visit(part, (*frames, member))
        elif isinstance(node, Given) and isinstance(node.operand, Path):
            self.reached(node.operand, frames)
        else:
            for child in children(node):
                self.visit(child, frames)

    def start(self, depth: int, frames: tuple[Draft, ...]) -> Draft:
        return self.shape.root if depth < 0 else frames[depth]

    def field(self, node: FieldRef, frames: tuple[Draft, ...]) -> None:
        fact = self.along(self.start(node.depth, frames), node.hops)
        if self.group and fact is self.group[0] and node.depth == 0:
            return  # a key of the group: it has its slot already
        self.slot((fact,), fact.entity.fields[node.name])

    def along(self, fact: Draft, hops: tuple[str, ...]) -> Draft:
        for key in hops:
            fact = self.hop(fact, key)
        return fact

    def hop(self, fact: Draft, key: str) -> Draft:
        if key == "^":
            return fact.owner or self.shape.root
        if key == "^^":
            return self.shape.root
        known = self.hops.get((id(fact), key))
        if known is None:
            known = self.hops[(id(fact), key)] = self.new(self.vocabulary.entities[fact.entity.fields[key].ref or ""])
            fact.fixed[key] = known.ident
            self.first(known)
        return known

    def first(self, draft: Draft) -> None:
        """Write *draft*, and the fact it belongs to, before what refers to it."""
        for one in (draft, draft.owner):
            if one is not None and one in self.shape.drafts:
                self.shape.drafts.remove(one)
                self.shape.drafts.insert(0, one)

    def reached(self, path: Path, frames: tuple[Draft, ...]) -> list[Draft]:
        found = [self.start(path.depth, frames)]
        for key in path.hops:
            found = [member for fact in found for member in self.step(fact, key)]
        return found

    def step(self, fact: Draft, key: str) -> list[Draft]:
        if key in ("^", "^^") or (
            key in fact.entity.fields and fact.entity.fields[key].ref and not self._is_down(fact, key)
        ):
            return [self.hop(fact, key)]
        if key == "members":
            return self.group
        known = self.members.get((id(fact), key))
        if known is None:
            known = self.members[(id(fact), key)] = list(self._made(fact, key))
        return known

    def _is_down(self, fact: Draft, key: str) -> bool:
        return bool(fact.entity.tree) and key == fact.entity.tree[2][0]  # type: ignore[index]

    def _made(self, fact: Draft, key: str) -> Iterator[Draft]:
        """Make the members of one collection of *fact*."""
        name = f"{fact.ident}*{key}"
        relation = next(r for r in self.vocabulary.relations(fact.entity.id).values() if r.key == key)
        entity = self.vocabulary.entities[relation.target]
        down = self._is_down(fact, key)
        if fact is self.shape.root and entity.id == self.rule.entity and not self.group:
            yield self.shape.subject
        owner = fact if entity.parent == fact.entity.id else None
        self.shape.collections[name] = (owner or self.shape.root, entity)
        for number in range(max(1, self.shape.members - fact.depth * SHRINK)):
            member = self.new(entity, owner)
            member.depth = fact.depth + 1
            member.within.append((name, number))
            if member.owner is not None and owner is None and member.owner is not self.shape.root:
                member.owner.within.append((name, number))
            if down and entity.tree:
                member.fixed[entity.tree[0]] = fact.ident
            elif owner is None and fact is not self.shape.root:
                back = next((f.id for f in entity.fields.values() if f.ref == fact.entity.id), None)
                if back:
                    member.fixed[back] = fact.ident
            yield member
