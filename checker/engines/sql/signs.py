"""What a rule's condition says of signs: a figure that must be positive needs no case for its sign where it divides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from checker.language.scope import Definition
from checker.language.tree import Binary, DefinitionRef, Expr, FieldRef, Literal
from checker.language.visitor import assure


def positive_fields(condition: Expr | None, definitions: Mapping[tuple[str, str], Definition]) -> frozenset[FieldRef]:
    """Return the fields that are positive or unknown wherever *condition* is not false.

    Each part of a conjunction is true or unknown there, so is `x > c` with c ≥ 0, and `x` is positive or unknown.
    """
    return frozenset() if condition is None else frozenset(_positive(condition, definitions))


def _positive(node: Expr, definitions: Mapping[tuple[str, str], Definition]) -> Iterator[FieldRef]:
    assure("positive_fields", node)
    if isinstance(node, DefinitionRef) and node.depth == 0 and not node.hops:
        yield from _positive(definitions[(node.entity, node.name)].expr, definitions)
    elif isinstance(node, Binary) and node.op == "and":
        yield from _positive(node.left, definitions)
        yield from _positive(node.right, definitions)
    elif isinstance(node, Binary) and node.op in ("<", ">"):
        more, less = (node.left, node.right) if node.op == ">" else (node.right, node.left)
        if isinstance(more, FieldRef) and isinstance(less, Literal) and _at_least_zero(less.value):
            yield more


def _at_least_zero(value: object) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value >= 0
