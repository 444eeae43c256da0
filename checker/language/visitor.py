"""The base of what visits trees: a node, an operator or a function that nobody knows is an error that names it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import Any, ClassVar, TypeVar, cast

from checker.language.columns import Function, No, Operator
from checker.language.operators import AGGREGATES, COMPARISONS, FUNCTIONS, OPERATORS
from checker.language.tree import (
    KINDS,
    Aggregate,
    Binary,
    Call,
    Expr,
    Quantifier,
    Surely,
    Test,
    Unary,
    unknown,
)
from checker.language.words import LOGIC, QUANTIFIERS, SIGNED

Column = TypeVar("Column")
_KINDS = frozenset(KINDS)


def said(visitor: object, node: Binary | Test | Surely) -> Operator:
    """Return the record of the operator of *node*; raises Unknown."""
    known = (OPERATORS if isinstance(node, Binary) else COMPARISONS).get(node.op)
    if known is None:
        raise unknown(visitor, node)
    return known


def called(visitor: object, node: Call | Aggregate) -> Function:
    """Return the record of the function of *node*; raises Unknown."""
    known = FUNCTIONS.get(node.function)
    if known is None or (isinstance(node, Aggregate) and not known.facts):
        raise unknown(visitor, node)
    return known


def given(visitor: object, column: Column | No, node: Expr) -> Column:
    """Return what stands in a column that *visitor* cannot do without; raises Unknown where that does not apply.

    What makes the value of a party's name is given the names that somebody confirmed to be another's.
    """
    if isinstance(column, No):
        raise unknown(visitor, node)
    if isinstance(node, Call) and node.confirmed and column is FUNCTIONS[node.function].value:
        return cast(Column, partial(cast(Callable[..., Any], column), confirmed=node.confirmed))
    return column


class Visitor:
    """What does one thing for each kind of node, in a method named after it (`_binary` for `Binary`).

    A class must say of every kind what it does; kinds that never reach it are named in `never`. A kind that is neither is an
    error when the class is made, so a new kind cannot be passed over, and a node of another kind is an error when it is met.
    """

    _methods: ClassVar[dict[type[Expr], Callable[..., Any]]] = {}

    def __init_subclass__(cls, never: Collection[type[Expr]] = (), **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._methods = {}
        for kind in KINDS:
            method = getattr(cls, f"_{kind.__name__.lower()}", None)
            if (method is None) is not (kind in never):
                raise TypeError(f"{cls.__name__} does not say what it does with {kind.__name__}, or says it twice")
            if method is not None:
                cls._methods[kind] = method

    def method_of(self, node: Expr) -> Callable[..., Any]:
        """Return the function for *node*, which takes the visitor first; raises Unknown."""
        method = self._methods.get(type(node))
        if method is None:
            raise unknown(self, node)
        return method


def assure(visitor: object, node: Expr) -> None:
    """Raise Unknown unless *node* is of a kind, and says an operator, function or quantifier, that the language has.

    For what decides by `isinstance` and has an answer for all the rest: whatever nobody knows is no part of the rest.
    """
    if type(node) not in _KINDS:
        raise unknown(visitor, node)
    if isinstance(node, Binary):
        known = node.op in OPERATORS or node.op in LOGIC
    elif isinstance(node, Unary):
        known = node.op in SIGNED
    elif isinstance(node, (Test, Surely)):
        known = node.op in COMPARISONS
    elif isinstance(node, Call):
        known = node.function in FUNCTIONS
    elif isinstance(node, Aggregate):
        known = node.function in AGGREGATES
    else:
        known = not isinstance(node, Quantifier) or node.kind in QUANTIFIERS
    if not known:
        raise unknown(visitor, node)
