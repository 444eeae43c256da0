"""The population of a sample: every item of the cases that states an amount, each yuan of it once."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cases.case import Case, Fact
from checker.cases.parents import COMPONENT
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.units.reading import COLLECTED
from checker.units.sampling import Item

MONEY = ("amount", "actual")
"""What `--by amount` means: the amount of a kind of item, or what was spent."""


class Population(NamedTuple):
    """The items that are drawn from, and what is left out of them: how many, and their money in fen.

    `totals` are made up of other items of the population, or say once more what another is made of; `zero` state 0, `none` no amount.
    """

    items: tuple[Item, ...]
    totals: int
    negative: int
    negative_amount: int
    none: int
    zero: int


def population_of(cases: Iterable[Case], entity: Entity, field: Field) -> Population:
    """Return the population of the facts of *entity* by the amounts of *field*."""
    items: list[Item] = []
    totals = negative = negative_amount = none = zero = 0
    for number, case in enumerate(cases, 1):
        facts = [case.root] if entity.parent is None else case.facts.get(entity.id, [])
        for fact in facts:
            amount = fact.values.get(field.id)
            if _made_up(fact, entity):
                totals += 1
            elif amount is None:
                none += 1
            elif amount == 0:
                zero += 1
            elif amount < 0:
                negative += 1
                negative_amount += int(amount)
            else:
                items.append(
                    Item(case.file, case.unit, case.year, entity.id, fact.id, case.label(fact)[:200], int(amount))
                )
        if number % COLLECTED == 0:
            gc.collect()
    return Population(tuple(items), totals, negative, negative_amount, none, zero)


def money_field(vocabulary: Vocabulary, of: str, by: str) -> tuple[Entity, Field]:
    """Return the kind of item and the field of money that are meant; raises InputError."""
    entity = vocabulary.entity_named(of)
    if entity is None:
        told = Text(f"没有“{of}”这种对象", f"there is no entity {of!r}")
        raise InputError([Problem("unknown-entity", Place("--of"), told, did_you_mean(of, vocabulary.entity_names()))])
    fields = {
        name: each
        for each in entity.fields.values()
        if each.type == "money"
        for name in (each.id, each.zh, *each.aliases)
    }
    if by in ("amount", "金额") and by not in fields:
        by = next((name for name in MONEY if name in fields), by)
    if by not in fields:
        told = Text(f"{entity.zh}没有金额字段“{by}”", f"{entity.id} has no field of money {by!r}")
        raise InputError([Problem("unknown-field", Place("--by"), told, did_you_mean(by, list(fields)))])
    return entity, fields[by]


def _made_up(fact: Fact, entity: Entity) -> bool:
    """Whether the money of a fact stands in other facts of its kind, or in the one it is a part of, already.

    A line is split into items, or into what was bought (components): items are drawn, and a line that has only components itself.
    """
    if entity.tree is None:
        return False
    parts = fact.related.get(entity.tree[2][0], ())
    if fact.values.get("kind") == COMPONENT:
        return isinstance(fact.values.get(entity.tree[0]), Fact)
    return any(part.values.get("kind") != COMPONENT for part in parts)
