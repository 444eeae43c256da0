"""Whether a rule can stay open at all: one that reads only what it has asked to be known cannot be."""

from __future__ import annotations

from checker.language.tree import Binary, Call, EnumValue, Expr, FieldRef, Literal, Unary
from checker.language.visitor import assure, said


def can_be_open(when: Expr | None, unless: Expr | None, require: Expr, rounded: bool) -> bool:
    """Return whether any facts could leave a rule without an outcome; *rounded* where it compares rounded figures.

    No is certain: every field stands behind a `known` that decides first. Yes may be too careful.
    """
    if rounded:  # the last printed digit may leave it open
        return True
    known: frozenset[Expr] = frozenset()
    if when is not None:
        if _open(when, known):
            return True
        known = _guarded(when)
    return _open(require, known) or (unless is not None and _open(unless, known))


def _guarded(node: Expr) -> frozenset[Expr]:
    """Return the fields that are known wherever *node* is true."""
    if isinstance(node, Call) and node.function == "known":
        return frozenset(node.arguments)
    if isinstance(node, Binary) and node.op == "and":
        return _guarded(node.left) | _guarded(node.right)
    return frozenset()


def _open(node: Expr, known: frozenset[Expr]) -> bool:
    """Whether *node* can be unknown where the fields *known* are known."""
    if isinstance(node, FieldRef):
        return node not in known
    if isinstance(node, Literal):
        return node.kind == "null"
    if isinstance(node, EnumValue) or (isinstance(node, Call) and node.function == "known"):
        return False
    if isinstance(node, Unary) and node.op == "not":
        return _open(node.operand, known)
    if isinstance(node, Binary) and node.op == "and":  # where one side is false the other does not matter
        left, right = _guarded(node.left), _guarded(node.right)
        return _open(node.left, known | right) or _open(node.right, known | left)
    if isinstance(node, Binary) and (node.op == "or" or said("can_be_open", node).total):
        return _open(node.left, known) or _open(node.right, known)
    assure("can_be_open", node)
    return True
