"""Which comparisons of texts are by their folded form: those in which a field of the vocabulary with `fold: true` takes part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.base.typography import folded
from checker.language.exact import Closure, Frames
from checker.language.operators import OPERATORS
from checker.language.scope import Definition
from checker.language.tree import Call, DefinitionRef, Expr, FieldRef, If
from checker.language.visitor import assure, called

Definitions = Mapping[tuple[str, str], Definition]


def folds(definitions: Definitions, op: str, *operands: Expr) -> bool:
    """Whether *op* compares *operands* by their folded texts; a pattern and the order of texts go by what is printed."""
    return OPERATORS[op].folds and any(_folds(definitions, operand) for operand in operands)


def _folds(definitions: Definitions, node: Expr) -> bool:
    if isinstance(node, FieldRef):
        return node.fold
    if isinstance(node, DefinitionRef):
        return node.type == "text" and _folds(definitions, definitions[(node.entity, node.name)].expr)
    if isinstance(node, If):
        return _folds(definitions, node.yes) or _folds(definitions, node.no)
    assure("folds", node)
    return isinstance(node, Call) and called("folds", node).folds and _folds(definitions, node.arguments[0])


def operands(compiler: Any, op: str, left: Expr, right: Expr) -> tuple[Closure, Closure]:
    """Return the closures of both sides of *op*, folding where it compares folded texts."""
    one, two = compiler.compile(left), compiler.compile(right)
    return (_folding(one), _folding(two)) if folds(compiler.definitions, op, left, right) else (one, two)


def _folding(closure: Closure) -> Closure:
    def fold(s: Frames) -> Any:
        return folded(closure(s))

    return fold
