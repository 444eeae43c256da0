"""Lines that do not say which total they belong to: they may belong to any that stands higher."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from checker.base.errors import Text
from checker.cases.case import Fact
from checker.cases.totals import doubtful, is_called_total
from checker.cases.vocabulary import Entity, Vocabulary

LEVELS = {"component": -1, "item": 0, "basic": 1, "project": 1, "total": 2}
"""How high a kind of line stands. The highest kind that a case has needs no parent."""


COMPONENT = "component"


def split_twice(parts: Sequence[Fact]) -> bool:
    """Whether a total is split by item and by component both: nobody says whether these are the same money or add up."""
    return len({part.values.get("kind") == COMPONENT for part in parts}) > 1


def leave_open(facts: Sequence[Fact], field: str, key: str, to_fill: Container[int] = ()) -> None:
    """Hold no total's parts (*key*) for whole while a line of a lower level leaves its parent (*field*) open.

    An item may also be part of another item that has parts.
    A parent stated as none is an answer: such a line belongs to no total. A total without parts has none that are merely silent on
    their parent; one whose parent is still to be filled in (*to_fill*, by the identity of the line) may be its only part.
    """
    level = {id(fact): LEVELS[kind] for fact in facts if (kind := fact.values.get("kind")) in LEVELS}
    top = max(level.values(), default=0)
    stray = [f for f in facts if field not in f.values and field not in f.none and level.get(id(f), top) < top]
    for fact in facts if stray else ():
        own = level.get(id(fact), 0)
        could = [
            other for other in stray if level[id(other)] < own or (level[id(other)] == own == 0 and other is not fact)
        ]
        if could and (fact.related.get(key) or any(id(other) in to_fill for other in could)):
            fact.states[key] = "partial"
            fact.related["^unplaced"] = could


def doubtful_parts(facts: Sequence[Fact], field: str) -> list[Fact]:
    """Return the rows that are called a total, or a part of another row, beside rows of the same level and parent (*field*).

    Such a row would be added to the rows that it is the sum of. One with parts of its own is a total that is used as one.
    """
    found = []
    groups: dict[tuple[int, object], list[Fact]] = {}
    above = {id(fact.values[field]) for fact in facts if isinstance(fact.values.get(field), Fact)}
    for fact in facts:
        if isinstance(owner := fact.values.get(field), Fact) and fact.values.get("kind") != "total":
            groups.setdefault((id(owner), fact.values.get("kind")), []).append(fact)
    for parts in groups.values():
        if len(parts) > 1:
            found += [parts[at] for at in doubtful([part.values.get("name") for part in parts])]
    return [part for part in found if id(part) not in above]


ADDED_TWICE = Text(
    "是合计行，和同一张清单里的各条会算两次", "is a row of totals: the entries beside it would count twice"
)
LEFT_OUT = Text(
    "是合计的，删去这一条（支出项目也可写 支出层次: 总支出）；确是一条明细的，改写名称",
    "leave it out (a line may be given the kind total); where it is an entry of its own, rename it",
)

NO_UNIT = Text("是合计行的名称，不是一个单位", "is what a row of totals is called, and no unit")
"""What is wrong with a case of a unit that is called a total: a table of units ended with their sum."""
NO_UNIT_LEFT_OUT = Text(
    "删去这一行（或略过）；确是单位的，写它的全称", "leave it out or skip it; where it is a unit, write its whole name"
)


def naming(entity: Entity) -> str | None:
    """Return the field by which an entry may be called a total; of figures and of tables as they were printed none."""
    if entity.parent is None or entity.figure or (entity.tree is not None and "kind" not in entity.fields):
        return None
    return entity.label or ("payee" if "payee" in entity.fields else None)


def called_no_unit(unit: Fact) -> Text | None:
    """Return what is wrong with a unit that is called a total."""
    name = str(unit.values.get("name", ""))
    if not is_called_total(name):
        return None
    return Text(f"单位名称“{name}”{NO_UNIT.zh}", f"the unit {name!r} {NO_UNIT.en}")


def called_totals(facts: Mapping[str, Sequence[Fact]], vocabulary: Vocabulary) -> Iterator[tuple[Fact, Text]]:
    """Yield the entries that are called a total and nothing else, beside others of their list; each with what is wrong.

    A line with parts of its own is a total that is used as one.
    """
    for entity in vocabulary.entities.values():
        field, several = naming(entity), facts.get(entity.id, ())
        if field is None or len(several) < 2:
            continue
        called = {id(fact) for fact in several if is_called_total(str(fact.values.get(field, "")))}
        up = entity.tree[0] if called and entity.tree else ""
        above = {id(fact.values.get(up)) for fact in several} if up else set()
        groups: dict[tuple[int, object], list[Fact]] = {}
        for fact in several if called else ():
            groups.setdefault(
                (id(fact.values.get(up)) if up else id(fact.owner), fact.values.get("kind") if up else None), []
            ).append(fact)
        for parts in groups.values():
            if any(id(fact) not in called for fact in parts):
                for fact in parts:
                    if id(fact) in called and id(fact) not in above and not (up and fact.values.get("kind") == "total"):
                        name = fact.values[field]
                        yield (
                            fact,
                            Text(
                                f"{entity.zh}“{name}”{ADDED_TWICE.zh}",
                                f"the {entity.name('en')} {name!r} {ADDED_TWICE.en}",
                            ),
                        )
