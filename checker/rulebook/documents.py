"""Which rules a document can speak of: a rule is asked of it only where what it carries could show that the norm is broken.

What a kind of document carries stands in the vocabulary (`documents:`), and what a rule needs is read off its expressions,
so that nobody tags rules by hand: with everything that the document does not carry left unknown, could the rule ever fail?
What the case gives besides is carried too, and a rule that reads any of it and applies is asked whatever else it needs:
nothing that a case says is passed over because its kind of document does not usually say it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.cases.case import Case
from checker.cases.vocabulary import Entity, Vocabulary
from checker.language.scope import Definition
from checker.language.tree import (
    Aggregate,
    Binary,
    Call,
    DefinitionRef,
    Expr,
    FieldRef,
    Given,
    If,
    Literal,
    Path,
    Quantifier,
    Unary,
    children,
    walk,
)
from checker.language.visitor import assure
from checker.rulebook.rule import Rule

Atom = tuple[str, str]
"""An entity and a field of it; without a field, whether there are such facts."""


class Can(NamedTuple):
    """Whether a condition can come out true, and whether it can come out false."""

    true: bool
    false: bool


def given_atoms(case: Case) -> frozenset[Atom]:
    """Return everything that *case* says something of, be it that there is none."""
    found = {(entity, field) for entity, _, field in case.not_disclosed}
    for fact in case.each():
        found.add((fact.entity, ""))
        fields = case.vocabulary.entities[fact.entity].fields
        found.update((fact.entity, n) for n in (*fact.cells, *fact.none) if n in fields and fields[n].default is None)
        found.update((key, "") for key in fact.states if key in case.vocabulary.entities)
    return frozenset(found)


def mentions(case: Case, atoms: frozenset[Atom]) -> frozenset[Atom]:
    """Return which of these fields *case* says something of."""
    found = {(entity, field) for entity, _, field in case.not_disclosed} & atoms
    for entity, field in atoms:
        facts = (case.root,) if entity == case.root.entity else case.facts.get(entity, ())
        if any(field in fact.cells or field in fact.none for fact in facts):
            found.add((entity, field))
    return frozenset(found)


def figures(rule: Rule, definitions: dict[tuple[str, str], Definition], vocabulary: Vocabulary) -> frozenset[Atom]:
    """Return the fields that *rule* reads, but for those by which facts are named and placed."""
    read = reads(rule, definitions, vocabulary)
    return frozenset((e, f) for e, f in read if f and f not in _structure(vocabulary.entities[e]))


class Coverage:
    """What documents of some kinds carry, together with what a case says besides."""

    def __init__(
        self, vocabulary: Vocabulary, documents: tuple[str, ...], given: frozenset[Atom] = frozenset()
    ) -> None:
        self.vocabulary = vocabulary
        self.documents = documents
        self.given = given
        self.fields: dict[str, frozenset[str] | None] = {}
        """By entity the fields carried, None for all of them."""
        for kind in documents:
            for entity, fields in vocabulary.carries.get(kind, {}).items():
                known = self.fields.get(entity, frozenset())
                self.fields[entity] = None if known is None or not fields else known | frozenset(fields)
        root = vocabulary.root
        self.fields[root.id] = (
            None
            if root.id in self.fields and self.fields[root.id] is None
            else frozenset((*(self.fields.get(root.id) or ()), *(f.id for f in root.fields.values() if f.required)))
        )
        self._counted = frozenset((root.id, f.id) for f in root.fields.values() if f.default is not None)
        self.extra = frozenset(
            atom for atom in given if atom[0] in vocabulary.entities and not self.carries(atom[0], atom[1])
        )
        self._opened = {entity for entity, _ in self.extra if entity not in self.fields}

    def carries(self, entity: str, field: str = "") -> bool:
        """Whether the documents, by their kind, speak of a field of *entity* (or of such facts at all)."""
        if entity not in self.fields:
            return False
        fields = self.fields[entity]
        known = self.vocabulary.entities[entity]
        return not field or fields is None or field in fields or field in _structure(known)

    def knows(self, entity: str, field: str = "") -> bool:
        """Whether a field can be known here: carried, or given in the case, or of facts that only the case gives."""
        return self.carries(entity, field) or entity in self._opened or (entity, field) in self.extra | self._counted

    def asks(self, rule: Rule, definitions: dict[tuple[str, str], Definition]) -> bool:
        """Whether *rule* is asked: its norm could be seen broken here, or it applies to what the case gives besides."""
        if not self.knows(rule.entity):
            return False
        view = _View(self, definitions, rule)
        applies = (rule.when is None or view.truth(rule.when).true) and (
            rule.unless is None or view.truth(rule.unless).false
        )
        told = rule.nature != "disclosure"  # that a document says more than it must obliges it to nothing
        if told and not self.extra.isdisjoint(reads(rule, definitions, self.vocabulary)) and applies:
            return True
        if rule.documents:
            said = not self.given.isdisjoint(figures(rule, definitions, self.vocabulary))
            return said or not set(rule.documents).isdisjoint(self.documents)
        return applies and (view.known(rule.require) if rule.indicator else view.truth(rule.require).false)

    def reason(self, rule: Rule, definitions: dict[tuple[str, str], Definition]) -> Text:
        """Return why *rule* is not asked: what it reads and the documents do not carry."""
        words = self.vocabulary.enumerations["document_kind"]
        zh = "、".join(words.name(kind, "zh") for kind in self.documents)
        en = ", ".join(kind.replace("_", " ") for kind in self.documents)
        lacking: dict[str, str] = {}
        for entity, field in sorted(reads(rule, definitions, self.vocabulary)):
            known = self.vocabulary.entities[entity]
            if not self.knows(entity):
                lacking[known.zh] = known.name("en")
            elif field in known.fields and not self.knows(entity, field):
                lacking[known.fields[field].zh] = known.fields[field].name("en")
        told = (
            Text("：没有" + "、".join(lacking), ": it has no " + ", ".join(lacking.values()))
            if lacking
            else Text("", "")
        )
        return Text(f"不在本材料（{zh}）范围{told.zh}", f"outside this document ({en}){told.en}")


def _structure(entity: Entity) -> set[str]:
    """Return the fields by which a fact is named and placed: who carries the facts carries these."""
    placed = {entity.tree[0]} if entity.tree else set()
    named = {entity.label} if entity.label else set()
    return {*entity.key, *placed, *named, *(f.id for f in entity.fields.values() if f.required)}


class _View:
    """The expressions of one rule, seen with what a document carries."""

    def __init__(self, coverage: Coverage, definitions: dict[tuple[str, str], Definition], rule: Rule) -> None:
        self.coverage = coverage
        self.definitions = definitions
        self.frames = (rule.entity,)

    def truth(self, node: Expr | None, frames: tuple[str, ...] = ()) -> Can:
        """Return whether *node*, a condition, can be true and can be false; what is not carried is unknown."""
        frames = frames or self.frames
        if node is not None:
            assure(self, node)
        if isinstance(node, Literal):
            return Can(node.value is True, node.value is False)
        if isinstance(node, Unary) and node.op == "not":
            inner = self.truth(node.operand, frames)
            return Can(inner.false, inner.true)
        if isinstance(node, Binary) and node.op in ("and", "or"):
            one, two = self.truth(node.left, frames), self.truth(node.right, frames)
            if node.op == "and":
                return Can(one.true and two.true, one.false or two.false)
            return Can(one.true or two.true, one.false and two.false)
        if isinstance(node, If):
            which = self.truth(node.condition, frames)
            yes, no = self.truth(node.yes, frames), self.truth(node.no, frames)
            return Can(
                (which.true and yes.true) or (which.false and no.true),
                (which.true and yes.false) or (which.false and no.false),
            )
        if isinstance(node, Quantifier):
            assert isinstance(node.path, Path)
            if not self.known(node.path, frames):
                return Can(False, False)
            body = self.truth(node.body, (*frames, node.path.entity))
            return {
                "some": Can(body.true, body.true or body.false),
                "every": Can(True, body.false),
                "no": Can(True, body.true),
            }[node.kind]
        if isinstance(node, DefinitionRef):
            return (
                self.truth(self.definitions[(node.entity, node.name)].expr, (node.entity,))
                if self._way(node, frames)
                else Can(False, False)
            )
        if (
            isinstance(node, Call) and node.function == "known"
        ):  # never unknown: what is not carried is not known, and that is false
            return Can(self.known(node.arguments[0], frames), True)
        if isinstance(node, Given) and node.word == "to_fill":
            return Can(self.known(node.operand, frames), True)
        known = node is not None and self.known(node, frames)
        return Can(known, known and not (isinstance(node, Call) and node.function == "settled"))

    def known(self, node: Expr, frames: tuple[str, ...] = ()) -> bool:
        """Whether *node* can have a value at all."""
        frames = frames or self.frames
        assure(self, node)
        if isinstance(node, FieldRef):
            return self._way(node, frames) and self.coverage.knows(node.entity, node.name)
        if isinstance(node, DefinitionRef):
            return self._way(node, frames) and self.known(
                self.definitions[(node.entity, node.name)].expr, (node.entity,)
            )
        if isinstance(node, Path):
            return self._way(node, frames)
        if isinstance(node, Given):
            return node.word == "to_fill" or self.known(node.operand, frames)
        if isinstance(node, If):
            which = self.truth(node.condition, frames)
            return (which.true and self.known(node.yes, frames)) or (which.false and self.known(node.no, frames))
        if isinstance(node, Quantifier):
            can = self.truth(node, frames)
            return can.true or can.false
        if isinstance(node, Call) and node.function == "known":
            return True
        if isinstance(node, Aggregate) and node.function == "listed_sum":
            return True  # of what is not carried nothing is listed
        if isinstance(node, Aggregate):
            assert isinstance(node.path, Path)
            inner = (*frames, node.path.entity)
            if not self.known(node.path, frames) or (node.body is not None and not self.known(node.body, inner)):
                return False
            condition = self.truth(node.condition, inner) if node.condition is not None else Can(True, True)
            return condition.true or condition.false
        if (isinstance(node, Binary) and node.op in ("and", "or")) or (isinstance(node, Unary) and node.op == "not"):
            can = self.truth(node, frames)
            return can.true or can.false
        return all(self.known(child, frames) for child in children(node))

    def _way(self, node: FieldRef | DefinitionRef | Path, frames: tuple[str, ...]) -> bool:
        """Whether every step to where *node* stands can be taken."""
        root = self.coverage.vocabulary.root.id
        at = root if node.depth == -1 else frames[min(node.depth, len(frames) - 1)]
        return all(self.coverage.knows(*atom) for atom in steps(self.coverage.vocabulary, at, node.hops))


def steps(vocabulary: Vocabulary, at: str, hops: tuple[str, ...]) -> Iterator[Atom]:
    """Yield what has to be known to follow *hops* from a fact of the entity *at*."""
    for key in hops:
        entity = vocabulary.entities.get(at)
        relation = next((r for r in vocabulary.relations(at).values() if r.key == key), None) if entity else None
        if entity is None or relation is None:  # the members of a group: facts of the subject itself
            continue
        if key in entity.fields:
            yield at, key
        elif relation.target != at and key not in ("^", "^^"):
            yield relation.target, ""
        at = relation.target


def reads(rule: Rule, definitions: dict[tuple[str, str], Definition], vocabulary: Vocabulary) -> frozenset[Atom]:
    """Return everything that the verdict of *rule* rests on: its subject, the fields and the collections it reads."""
    found: set[Atom] = {(rule.entity, "")} if rule.entity != vocabulary.root.id else set()
    waiting = [part for part in (rule.when, rule.unless, rule.require) if part is not None]
    seen: set[tuple[str, str]] = set()
    while waiting:
        for node in walk(waiting.pop()):
            if isinstance(node, FieldRef):
                found.add((node.entity, node.name))
            elif isinstance(node, Path):
                found.add((node.entity, ""))
            elif isinstance(node, DefinitionRef) and (node.entity, node.name) not in seen:
                seen.add((node.entity, node.name))
                waiting.append(definitions[(node.entity, node.name)].expr)
    root = vocabulary.root
    return frozenset(a for a in found if a != (root.id, "") and not (a[0] == root.id and root.fields[a[1]].required))
