"""Ties the facts of a case together: ids, parents, references, derived totals, and what stated figures speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.base.errors import Text, at_line
from checker.base.values import EXACT, half_width, plain
from checker.cases.case import Cell, Fact
from checker.cases.claims import read_claim, read_figure
from checker.cases.derived import add_up
from checker.cases.marks import UNNAMED
from checker.cases.parents import doubtful_parts, leave_open
from checker.cases.repeated import said_again
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.node import Node

if TYPE_CHECKING:
    from checker.cases.reader import CaseReader


def seen_as(ident: str) -> str:
    """Return an id without what typography makes of it: full-width signs in their half-width form, and no blanks."""
    return "".join(half_width(ident).split())


class Linker:
    """Second pass over a case that was read; one instance a case."""

    def __init__(self, reader: CaseReader, root: Fact) -> None:
        self.reader = reader
        self.root = root
        self.vocabulary = reader.vocabulary
        self.facts = reader.facts
        self.index: dict[str, dict[str, Fact]] = {}
        self.not_disclosed: frozenset[tuple[str, str, str]] = frozenset()
        self.top: set[str] = set()
        self.notes: list[Text] = []
        self.unknown: frozenset[tuple[int, str]] = frozenset()

    def problem(self, code: str, spot: tuple[int, int], message: Text, hint: Text | None = None) -> None:
        """Note one problem at a line and column."""
        self.reader.problem(code, Node("plain", "", *spot), message, hint)

    def problems_of(self, found: Iterable[tuple[Fact, Text, Text]]) -> None:
        """Note what is wrong with entries that repeat others."""
        for fact, told, hint in found:
            self.problem("repeated", (fact.line, fact.column), told, hint)

    def link(self) -> None:
        """Do everything, in the order in which each needs the other."""
        there = [entity for entity in self.vocabulary.entities.values() if self.facts.get(entity.id)]  # few of all
        for entity in there:
            for fact in self.facts[entity.id]:
                self.identify(entity, fact)
            if entity.parent:
                self._index(entity)
        self.root.id = next((str(self.root.values[k]) for k in self.vocabulary.root.key if k in self.root.values), "")
        for entity in self.vocabulary.linked:
            self._adopt(entity)
        for name, fields in self.vocabulary.references.items():
            self._refer(self.vocabulary.entities[name], fields)
        for entity in there:
            if entity.tree and self._climb(entity):
                add_up(entity, self.facts[entity.id], {(id(fact), name) for fact, name in self.reader.to_fill})
        for entity in there:
            if entity.once:
                above = self.vocabulary.entities[str(entity.parent)].tree
                self.problems_of(said_again(entity, self.facts[entity.id], above[0] if above else ""))
        self._gather()
        figures = [entity for entity in there if entity.figure]
        for entity in figures:
            for fact in self.facts[entity.id]:
                read_figure(self, entity, fact)
        self._hide()
        self.unknown = self._unknown()
        for entity in figures:
            if entity.figure and "kind" in entity.figure:
                for fact in self.facts[entity.id]:
                    read_claim(self, entity, fact)

    def open_lists(self) -> frozenset[tuple[int, str]]:
        """Return the lists whose entries are, or may be, among those still to be filled in, by the identity of their fact.

        A list at the top of the case may hold entries of any fact; one of a fact some of the whole unit; one that is not there
        may refer to anything; and what an entry that is not there would hold is not there either.
        """
        found: set[tuple[int, str]] = set()
        if not self.reader.to_fill:
            return frozenset()
        missing = {name for _, name in self.reader.to_fill if name in self.vocabulary.entities}
        at_top = {name for fact, name in self.reader.to_fill if fact is self.root}
        for entity in self.vocabulary.entities.values():  # owners stand before what they own
            if entity.parent in missing:
                missing.add(entity.id)
        for entity in (self.vocabulary.entities[name] for name in missing):
            holders = [self.root]
            if entity.id in at_top and entity.parent != self.root.entity:
                holders += self.facts.get(str(entity.parent), [])
            found |= {(id(fact), entity.id) for fact in holders if entity.id not in fact.states}
            for field in entity.fields.values():
                back = entity.tree[2][0] if entity.tree and field.id == entity.tree[0] else entity.id
                targets = self.facts.get(field.ref, []) if field.ref else []
                found |= {(id(fact), back) for fact in targets if back not in fact.states}
        return frozenset(found)

    def _unknown(self) -> frozenset[tuple[int, str]]:
        """Return the fields that the case says it does not know: still to be filled in, left blank or not disclosed."""
        found = {(id(fact), name) for fact, name in self.reader.to_fill}
        found |= {(id(fact), name) for fact, name, _, _ in self.reader.blanks.found if name}
        for entity, ident, name in self.not_disclosed:
            found |= {(id(fact), name) for fact in self.facts.get(entity, ()) if ident in ("", fact.id)}
        return frozenset(found)

    def identify(self, entity: Entity, fact: Fact) -> None:
        """Give *fact* its id: its own, else what the natural key of its entity says; never its position."""
        own = fact.values.get(entity.key[0]) if entity.key else None
        cells = fact.cells
        if own is not None and entity.key[0] == "id":
            fact.id = str(own)
            return
        parts = [key_text(entity, name, cells[name], self.vocabulary) for name in entity.key if name in cells]
        if not self._refused(entity, fact) and (entity.required_key or not (parts or entity.repeatable)):
            names = "、".join(entity.fields[name].zh for name in entity.key)
            self.problem(
                "no-id",
                (fact.line, fact.column),
                Text(
                    f"这一条没有编号（id）：要能认出它，须写 {names}",
                    f"this entry has no id: write {', '.join(entity.key)} so that it can be told apart",
                ),
                UNNAMED.hint if entity.key[0] == "id" else None,
            )
        owner = fact.owner
        lead = "" if owner is None or owner is self.root else owner.id + "/"
        link = fact.values.get("^link")
        fact.id = (link[0] + "/" if link else lead) + "/".join(parts)

    def _refused(self, entity: Entity, fact: Fact) -> bool:
        """Whether a part of what tells *fact* from others was not taken: that is said where it stands, and once."""
        return any((id(fact), name) in self.reader.refused for name in entity.key)

    def _index(self, entity: Entity) -> None:
        known: dict[str, Fact] = {}
        self.index[entity.id] = known
        alike: dict[str, Fact] = {}
        numbers: dict[str, int] = {}
        for fact in self.facts[entity.id]:
            first = known.get(fact.id)
            if first is None:
                known[fact.id] = fact
                other = fact if entity.repeatable else alike.setdefault(seen_as(fact.id), fact)
                if other is not fact:  # typography tells nothing apart: it would be there, and count, twice
                    self.problem(
                        "alike-id",
                        (fact.line, fact.column),
                        Text(
                            f"“{fact.id}”和{at_line(other.line).zh}的“{other.id}”只差全角半角或空格",
                            f"{fact.id!r} differs from {other.id!r} in {at_line(other.line).en} in width or blanks only",
                        ),
                        Text(
                            "同一条只留一处；确是两条的，编号写得不同",
                            "keep one of them; where they are two, give them different ids",
                        ),
                    )
            elif entity.repeatable:
                number = numbers.get(fact.id, 2)
                while f"{fact.id}#{number}" in known:
                    number += 1
                numbers[fact.id] = number
                fact.id = f"{fact.id}#{number}"
                known[fact.id] = fact
            elif fact.id and not self._refused(entity, fact) and not self._refused(entity, first):
                self.problem(
                    "duplicate-id",
                    (fact.line, fact.column),
                    Text(
                        f"“{fact.id}”和{at_line(first.line).zh}的{entity.zh}重复",
                        f"{fact.id!r} is there already, in {at_line(first.line).en}",
                    ),
                    Text("给每一条写一个不同的编号（id）", "give each entry an id of its own"),
                )

    def _adopt(self, entity: Entity) -> None:
        """Move facts written at the top of the case under the facts they name; a list there speaks for all of them."""
        state = self.root.states.get(entity.id)
        if state is None or entity.parent is None or entity.link is None:
            return
        self.top.add(entity.id)
        parents = self.index.get(entity.parent, {})
        for fact in self.root.related.pop(entity.id, []):
            wanted = fact.values.pop("^link", None)
            if wanted is None:
                self.problem(
                    "no-link",
                    (fact.line, fact.column),
                    Text(
                        f"这一条{entity.zh}没有写属于哪一项（{entity.link[1]}，{entity.link[0]}）",
                        f"this {entity.name('en')} does not say which one it belongs to ({entity.link[0]})",
                    ),
                )
                continue
            parent = parents.get(wanted[0])
            if parent is None:
                self.problem(
                    "no-such-id",
                    (wanted[1].line, wanted[1].column),
                    Text(
                        f"没有编号为“{wanted[0]}”的{self.vocabulary.entities[entity.parent].zh}",
                        f"there is no {entity.parent} with the id {wanted[0]!r}",
                    ),
                    self.reader.near(wanted[0], parents),
                )
                continue
            fact.owner = parent
            parent.related.setdefault(entity.id, []).append(fact)
        for parent in parents.values():
            parent.related.setdefault(entity.id, [])
            if state == "complete":
                parent.states.setdefault(entity.id, "complete")
            else:
                parent.states[entity.id] = "partial"

    def _refer(self, entity: Entity, fields: tuple[Field, ...]) -> None:
        """Resolve references to facts, by these *fields*, and fill the relations that lead back."""
        facts = self.facts.get(entity.id, ())
        for field in fields:
            targets = self.index.get(str(field.ref), {})
            if not (facts or targets):
                continue
            back = entity.tree[1][0] if entity.tree and field.id == entity.tree[0] else None
            key = self.vocabulary.entities[str(field.ref)].tree[2][0] if back else entity.id  # type: ignore[index]
            for fact in facts:
                wanted = fact.values.get(field.id)
                if wanted is None:
                    continue
                target = targets.get(wanted)
                if target is fact:
                    cell = fact.cells[field.id]
                    self.problem(
                        "circle",
                        (cell.line, cell.column),
                        Text(f"“{wanted}”写成了自己的{field.zh}", f"{wanted!r} is given as its own {field.name('en')}"),
                        Text(
                            "写它上面一项的编号；上面没有的，写 无",
                            "name the one above it; where there is none, write none",
                        ),
                    )
                    fact.values.pop(field.id)
                    continue
                if target is None:
                    cell = fact.cells[field.id]
                    self.problem(
                        "no-such-id",
                        (cell.line, cell.column),
                        Text(
                            f"{field.zh}：没有编号为“{wanted}”的{self.vocabulary.entities[str(field.ref)].zh}",
                            f"{field.name('en')}: there is no {field.ref} with the id {wanted!r}",
                        ),
                        self.reader.near(wanted, self._others(fact, targets, field.id if back else "")),
                    )
                    fact.values.pop(field.id)
                    continue
                fact.values[field.id] = target
                target.related.setdefault(key, []).append(fact)
            if back and "kind" in entity.fields:  # figures of a table have totals by row and by column
                self._doubt(entity, field.id)
            owner_states = {fact.owner.states.get(entity.id) for fact in facts if fact.owner}
            state = self.root.states.get(entity.id)
            if state is None and owner_states:
                state = "partial"
            unplaced = any(field.id not in fact.values and field.id not in fact.none for fact in facts)
            for target in targets.values():
                target.related.setdefault(key, [])
                if state is not None and not back:
                    # an entry that does not say where it belongs could belong here
                    target.states[key] = "partial" if unplaced else state
                elif state is not None and target.related[key]:
                    target.states[key] = state
                elif state == "complete":
                    target.states[key] = "complete"
                if not back and not unplaced and self._spoken_for(entity, target):
                    target.states[key] = "complete"
            if back:
                to_fill = {id(fact) for fact, name in self.reader.to_fill if name == field.id}
                leave_open(facts, field.id, key, to_fill)

    def _doubt(self, entity: Entity, field: str) -> None:
        """Hold a list for no whole list of parts where some of its rows may be totals of others; tell which."""
        for part in doubtful_parts(self.facts.get(entity.id, ()), field):
            self.root.states[entity.id] = "partial"
            name = part.values["name"]
            told = Text(
                f"“{name}”像是合计行或“其中”行，和它并列的各行会算两次，所以各分项之和不核对：是的，删去这一行；确是明细的，改写名称",
                f"{name!r} looks like a total, or a part of another row: the rows beside it would count twice, so that no sums of parts "
                "are checked. Leave the row out; rename it where it is a row of its own",
            )
            self.notes.append(told)

    def _spoken_for(self, entity: Entity, target: Fact) -> bool:
        """Whether *target* belongs to a line whose list of *entity* is whole: what is not in it was not there.

        A contract of a line that lists all its payments, none of them under the contract, was not paid.
        """
        for field in self.vocabulary.entities[target.entity].fields.values():
            if field.ref and field.ref == entity.parent:
                line = target.values.get(field.id)
                line = line if isinstance(line, Fact) else self.index.get(field.ref, {}).get(str(line))
                if line is not None and line.states.get(entity.id) == "complete":
                    return not self._still_coming(entity)
        return False

    def _still_coming(self, entity: Entity) -> bool:
        """Whether some list of *entity* is still to be filled in: what it will hold may belong anywhere."""
        return any(name == entity.id for _, name in self.reader.to_fill)

    def _others(self, fact: Fact, targets: dict[str, Fact], up: str) -> Iterator[str]:
        """Yield the ids that *fact* may refer to: not its own and, where it names its parent, none that names it as parent."""
        for ident, target in targets.items():
            if target is not fact and (not up or target.values.get(up) not in (fact.id, fact)):
                yield ident

    def _climb(self, entity: Entity) -> bool:
        """Report circles among parents; returns whether there are none."""
        good = True
        field = entity.tree[0] if entity.tree else ""
        done: set[int] = set()
        for fact in self.facts.get(entity.id, ()):
            trail: dict[int, Fact] = {}
            at: Any = fact
            while isinstance(at, Fact) and id(at) not in done:
                if id(at) in trail:
                    cell = at.cells[field]
                    self.problem(
                        "circle",
                        (cell.line, cell.column),
                        Text(f"“{at.id}”绕了一圈又成为自己的上级", f"{at.id!r} is its own parent in the end"),
                    )
                    good = False
                    break
                trail[id(at)] = at
                at = at.values.get(field)
            done.update(trail)
        return good

    def _gather(self) -> None:
        """Let the root reach every fact, and know of which kinds it has seen all."""
        for entity in self.vocabulary.entities.values():
            if entity.parent in (None, self.root.entity):
                continue
            facts = self.facts.get(entity.id, [])
            self.root.related[entity.id] = facts
            own = self.root.states.get(entity.id)
            parents = self.facts.get(str(entity.parent), [])
            states = {parent.states.get(entity.id) for parent in parents}
            if own is None and states and states != {None}:
                above = self.root.states.get(str(entity.parent))
                self.root.states[entity.id] = (
                    "complete" if states == {"complete"} and above == "complete" else "partial"
                )

    def target(self, path: str) -> tuple[Fact | None, str]:
        """Return the fact that a path leads to, and the name of the field behind it."""
        head, _, tail = path.rpartition(".")
        if head in (self.root.entity, self.vocabulary.root.zh):
            return self.root, tail
        entities = sorted(self.index, key=lambda name: name != "budget_line")
        for ident, field in ((path, ""), (head, tail)):
            for entity in entities:
                if ident in self.index[entity] and (field or not self.vocabulary.entities[entity].figure):
                    return self.index[entity][ident], field
        return None, ""

    def _near_hidden(self, head: str, tail: str, entities: list[Entity]) -> Text | None:
        """Return what `not_disclosed` may have meant: a field of what *head* names, or another head that has the field."""
        if not head or entities:
            lead = f"{head}." if head else ""
            fields = {name for each in entities for field in each.fields.values() for name in (field.id, field.zh)}
            return self.reader.near(lead + tail, sorted(lead + name for name in fields))
        heads = [*self.vocabulary.entities.values()]
        named = [f"{name}.{tail}" for each in heads if tail in each.by_name for name in (each.id, each.zh)]
        known = [
            f"{ident}.{tail}"
            for entity, facts in self.index.items()
            if tail in self.vocabulary.entities[entity].by_name
            for ident in facts
        ]
        return self.reader.near(f"{head}.{tail}", [*named, *known])

    def paths(self) -> Iterator[str]:
        """Yield what a path can begin with: a claim states a figure of its own, and none leads to it."""
        for entity, facts in self.index.items():
            if not self.vocabulary.entities[entity].figure:
                yield from facts
        yield from (self.root.entity, self.vocabulary.root.zh)

    def _hide(self) -> None:
        """Read `not_disclosed`: names of fields, of `entity.field`, or of `id.field`."""
        node = self.reader.not_disclosed
        if node is None:
            return
        if node.kind != "list":
            self.problem(
                "not-disclosed", (node.line, node.column), Text("not_disclosed 要写成清单", "not_disclosed is a list")
            )
            return
        found: set[tuple[str, str, str]] = set()
        for entry in node.value:
            name = entry.text
            head, _, tail = name.rpartition(".")
            fact = self.target(name)[0] if head else None
            entities = list(self.vocabulary.entities.values())
            if head and (named := self.vocabulary.entity_named(head)):
                entities, fact = [named], None
            elif fact is not None:
                entities = [self.vocabulary.entities[fact.entity]]
            elif head:
                entities = []
            hits = [
                (entity.id, fact.id if fact else "", entity.by_name[tail].id)
                for entity in entities
                if tail in entity.by_name and tail in (entity.by_name[tail].id, entity.by_name[tail].zh)
            ]
            if not hits:
                self.problem(
                    "not-disclosed",
                    (entry.line, entry.column),
                    Text(f"not_disclosed：没有叫“{name}”的字段", f"not_disclosed: there is no field called {name!r}"),
                    self._near_hidden(head, tail, entities),
                )
            found.update(hits)
        self.not_disclosed = frozenset(found)


def key_text(entity: Entity, name: str, cell: Cell, vocabulary: Vocabulary) -> str:
    """Return a part of an id: what was written, in one spelling, so that 1万元 and 10,000元 are one payment."""
    kind = entity.fields[name].type
    known = vocabulary.enumerations.get(kind)
    if known is not None:
        return known.name(cell.value, "zh")
    if kind == "money":
        return plain(Decimal(cell.value).scaleb(-6, EXACT), group=False) + "万元"
    if kind == "percent":
        return plain(Decimal(cell.value).scaleb(2, EXACT), group=False) + "%"
    if kind in ("count", "number"):
        return plain(cell.value, group=False)
    return cell.value.isoformat() if kind == "date" else half_width(cell.text or str(cell.value)).strip()
