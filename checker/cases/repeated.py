"""Entries that say the same thing again under another id: one approval is counted once, however often it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from checker.base.errors import Text, at_line
from checker.base.typography import folded
from checker.cases.case import Fact
from checker.cases.vocabulary import Entity


def said(entity: Entity, fact: Fact) -> tuple[Any, ...] | None:
    """Return what tells *fact* from others of its owner, whatever its id: nothing where a part of that is not known."""
    if not entity.once or any(name not in fact.values for name in entity.once):
        return None
    return (id(fact.owner), *(folded(fact.values[name]) for name in entity.once))


def names(entity: Entity) -> Text:
    """Return the names of the fields that tell one fact from another."""
    return Text("、".join(entity.fields[name].zh for name in entity.once), ", ".join(entity.once))


def hint(entity: Entity) -> Text:
    """Return what to write instead."""
    return Text(
        f"同一件{entity.zh}只留一条；确有几笔的，合成一条，写合计数",
        f"keep one of them; where there are several amounts of one {entity.name('en')}, write one entry with their sum",
    )


def hint_above(entity: Entity) -> Text:
    """Return what to write instead where a total and its parts say the same."""
    return Text(
        f"{entity.zh}写在得到它的项目上，合计不重复列；合计自己另得的，写它自己的文号",
        f"write the {entity.name('en')} at the line that gets it, not at its total as well; what the total gets besides has a number of its own",
    )


def said_again(entity: Entity, facts: Iterable[Fact], up: str = "") -> Iterator[tuple[Fact, Text, Text]]:
    """Yield each fact that repeats another, with what is wrong and what to do: one of its owner, or those of its owner's parts.

    *up* is the field by which owners name what they are parts of.
    """
    facts = list(facts)
    known: dict[tuple[Any, ...], Fact] = {}
    papers: dict[tuple[Any, ...], list[Fact]] = {}
    for fact in facts:
        key = said(entity, fact)
        first = fact if key is None else known.setdefault(key, fact)
        if first is not fact and first.id != fact.id:
            alike = names(entity)
            told = Text(
                f"和{at_line(first.line).zh}是同一件{entity.zh}（{alike.zh}都相同），会算两次",
                f"this is the {entity.name('en')} of {at_line(first.line).en} again ({alike.en} are the same): it would count twice",
            )
            yield fact, told, hint(entity)
        elif key is not None:
            papers.setdefault(key[1:-1], []).append(fact)
    amount = entity.once[-1]
    for alike_facts in (each for each in papers.values() if up and len(each) > 1):
        below_of: dict[int, list[Fact]] = {}
        for fact in alike_facts:
            for owner in _above(fact.owner, up):
                below_of.setdefault(id(owner), []).append(fact)
        for fact in alike_facts if below_of else ():
            parts = below_of.get(id(fact.owner), [])
            below, own = sum(part.values[amount] for part in parts), fact.values[amount]
            if parts and (0 <= below <= own or own <= below <= 0):
                told = Text(
                    f"这一件{entity.zh}，下级项目也列了（{at_line(parts[0].line).zh}），会算两次",
                    f"this {entity.name('en')} is listed at a part of its line as well ({at_line(parts[0].line).en}): it would count twice",
                )
                yield fact, told, hint_above(entity)


def _above(line: Fact | None, up: str) -> list[Fact]:
    """Return what a line is part of, directly and further up."""
    found: list[Fact] = []
    while line is not None and isinstance(above := line.values.get(up), Fact) and above not in found:
        found.append(above)
        line = above
    return found
