"""What a figure is in sums where the report says “none” of it: not adjusted, the adjusted budget is the initial one."""

from __future__ import annotations

from checker.case import Cell, Fact
from checker.vocabulary import Entity


def summand(entity: Entity, fact: Fact, name: str) -> Cell | None:
    """Return the figure with which *fact* goes into a sum of *name*: its own, else the one it is said to be unchanged from.

    Nothing where it is not known, and where something listed on the line or below it speaks of a change.
    """
    field = entity.fields[name]
    if name in fact.cells or not field.none_as or name not in fact.none or _changed(entity, fact, field.changed_by):
        return fact.cells.get(name)
    return fact.cells.get(field.none_as)


def _changed(entity: Entity, fact: Fact, by: tuple[str, ...]) -> bool:
    down = entity.tree[2][0] if entity.tree else ""
    return any(fact.values.get(name) or fact.related.get(name) for name in by) or any(
        _changed(entity, each, by) for each in fact.related.get(down, ())
    )
