"""The subjects of a rule by groups: the facts that are alike in its keys, and those of which a key is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from checker.base.parties import party
from checker.base.typography import folded
from checker.cases.case import Cell, Fact, key_text
from checker.rulebook.rule import Rule


def grouped(rule: Rule, facts: list[Fact], state: str) -> Iterator[Fact]:
    """Yield the groups of *facts* as subjects, then each fact that lacks a key.

    A fact without a key could belong to any group that its other keys fit: such a group is not complete. What names a supplier
    or payee is compared as `party` does, with what somebody decided of names: the group is known by that form, and shows the
    name that was decided to stand for all, if it is there, as it is written most often, of equally many the first in order.
    """
    assert rule.group is not None
    keys, confirmed = rule.group.keys, rule.scope.confirmed
    entity = rule.scope.vocabulary.entities[rule.entity]
    folding = {key for key in keys if entity.fields[key].fold}
    parties = entity.parties.intersection(keys)

    def alike(fact: Fact, key: str) -> Any:
        if key in parties:
            return party(str(fact.values[key]), confirmed)
        return folded(fact.values[key]) if key in folding else fact.values[key]

    groups: dict[tuple[Any, ...], list[Fact]] = {}
    stray: list[Fact] = []
    for fact in facts:
        if all(key in fact.values for key in keys):
            groups.setdefault(tuple(alike(fact, key) for key in keys), []).append(fact)
        else:
            stray.append(fact)
    for same, members in groups.items():
        printed = {key: min(members, key=lambda fact: str(fact.values[key])) for key in folding - parties}
        for key in parties:
            many = Counter(str(fact.values[key]) for fact in members)
            stands = {name: party(name) == alike(members[0], key) for name in many}
            first = min(many, key=lambda name: (not stands[name], -many[name], name))
            printed[key] = next(fact for fact in members if str(fact.values[key]) == first)
        values = tuple(printed.get(key, members[0]).values[key] for key in keys)
        group = Fact(f"{rule.entity}*", None, members[0].line, members[0].column)
        group.root = members[0].root
        shown = dict(zip(keys, same, strict=True))
        group.id = "/".join(key_text(shown[key] if key in parties else v) for key, v in zip(keys, values, strict=True))
        group.values = dict(zip(keys, values, strict=True))
        group.cells = {key: cell for key in keys if (cell := _printed(key, printed.get(key), members)) is not None}
        could = [
            f for f in stray if all(k not in f.values or alike(f, k) == v for k, v in zip(keys, same, strict=True))
        ]
        group.related = {"members": members, "stray": could}
        group.states = {"members": "partial" if could or state != "complete" else "complete"}
        yield group
    yield from stray


def _printed(key: str, stands: Fact | None, members: list[Fact]) -> Cell | None:
    """Return how the group prints *key*: as the member that *stands* for it does, or as coarsely as any of them."""
    cells = [fact.cells[key] for fact in ([stands] if stands else members) if key in fact.cells]
    return max(cells, key=lambda cell: cell.step, default=None)
