"""Totals that a report does not print, worked out of their parts (design: 推算)."""

from __future__ import annotations

from collections.abc import Sequence, Set

from checker.cases.case import Cell, Fact
from checker.cases.parents import split_twice
from checker.cases.vocabulary import Entity


def add_up(entity: Entity, facts: Sequence[Fact], to_fill: Set[tuple[int, str]]) -> None:
    """Add up what a parent among *facts* does not print from parts that are all known; *to_fill* are fields left to be written."""
    if entity.tree is None:
        return
    up, down = entity.tree[0], entity.tree[2][0]
    fields = [field.id for field in entity.fields.values() if field.derive]
    order: list[Fact] = []
    waiting = [fact for fact in facts if not isinstance(fact.values.get(up), Fact)]
    while waiting:  # parents before children; read backwards below
        fact = waiting.pop()
        order.append(fact)
        waiting.extend(fact.related.get(down, ()))
    for fact in reversed(order):
        parts = fact.related.get(down)
        if not parts or fact.states.get(down) != "complete" or split_twice(parts):
            continue
        for name in fields:
            if name in fact.values or name in fact.none or (id(fact), name) in to_fill:
                continue  # what the report prints and nobody copied yet may be another figure
            known = [cell for part in parts if (cell := part.cells.get(name)) is not None]
            if len(known) < len(parts):
                continue
            value = sum(cell.value for cell in known)
            finest = max(known, key=lambda cell: cell.decimals)
            fact.values[name] = value
            fact.cells[name] = Cell(
                value,
                "",
                sum(cell.step for cell in known),
                finest.unit,
                finest.decimals,
                inferred=any(cell.inferred for cell in known),
                derived=True,
                unconfirmed=any(cell.unconfirmed for cell in known),
            )
