"""Whether a condition that holds always rests on something that was read, whatever the case: seen by its form alone.

The static side of `language.evidence`: what is true here needs no trying. False says only that the form does not show it.
"""

from __future__ import annotations

from checker.language.columns import COMPARING
from checker.language.evidence import only_kinds, varies
from checker.language.memo import Definitions, could_read
from checker.language.operators import OPERATORS
from checker.language.tree import (
    Between,
    Binary,
    Call,
    DefinitionRef,
    Expr,
    FieldRef,
    Given,
    If,
    In,
    Quantifier,
    Unary,
)

EACH = ("abs", "min", "max")
"""Functions that are known only where each of their arguments is."""


class Grounds:
    """Looks at the trees of one rulebook; *figures* are the entities whose fields may follow others (claims)."""

    def __init__(self, definitions: Definitions, figures: frozenset[str]) -> None:
        self.definitions = definitions
        self.figures = figures

    def grounded(self, node: Expr, value: bool = True, guarded: bool = False) -> bool:
        """Whether *node*, where it comes to *value*, rests on something; *guarded* as in `rests_on`."""
        if isinstance(node, Unary) and node.op == "not":
            return self.grounded(node.operand, not value, guarded)
        if isinstance(node, DefinitionRef):
            return self.grounded(self.definitions[(node.entity, node.name)].expr, value, guarded)
        if isinstance(node, Binary) and node.op in ("and", "or"):
            kids = [
                self.grounded(kid, value, guarded) and not (guarded and only_kinds(kid))
                for kid in (node.left, node.right)
            ]
            return all(kids) if value is (node.op == "or") else any(kids)
        if isinstance(node, If):
            return self.grounded(node.yes, value, guarded) and self.grounded(node.no, value, guarded)
        if isinstance(node, Quantifier):  # what one fact decides rests on that fact; the others may be none
            return value is (node.kind == "some")
        if isinstance(node, Given):
            return node.word != "to_fill" and value is not (node.word == "missing")
        if isinstance(node, (In, Between)):
            return self.known(node.operand)
        if isinstance(node, Binary) and OPERATORS[node.op].kind in COMPARING:
            return self._compared(node.left, node.right)
        return self.known(node.left) or self.known(node.right) if isinstance(node, Binary) else self.known(node)

    def known(self, node: Expr) -> bool:
        """Whether *node*, where it comes to anything, read something."""
        return bool(self._fields(node)) or self._claimed(node)

    def _claimed(self, node: Expr) -> bool:
        """Whether *node* is, or is worked out from, a field that may follow another: something is read, but not known what."""
        if isinstance(node, FieldRef):
            return True
        if isinstance(node, DefinitionRef):
            return self._claimed(self.definitions[(node.entity, node.name)].expr)
        if isinstance(node, Binary) and OPERATORS[node.op].kind == "arithmetic":
            return self._claimed(node.left) or self._claimed(node.right)
        if isinstance(node, Call) and node.function in EACH:
            return any(map(self._claimed, node.arguments))
        return isinstance(node, Unary) and self._claimed(node.operand)

    def _fields(self, node: Expr) -> frozenset[str]:
        """Return fields that were read, under these very names, wherever *node* comes to anything."""
        none: frozenset[str] = frozenset()
        if isinstance(node, FieldRef):
            return none if node.entity in self.figures else frozenset([node.name])
        if isinstance(node, DefinitionRef):
            return self._fields(self.definitions[(node.entity, node.name)].expr)
        if isinstance(node, Unary):
            return self._fields(node.operand)
        if isinstance(node, Binary) and OPERATORS[node.op].kind == "arithmetic":
            return self._fields(node.left) | self._fields(node.right)
        if isinstance(node, If):
            return self._fields(node.yes) & self._fields(node.no)
        if isinstance(node, Call) and node.function in EACH:
            return none.union(*map(self._fields, node.arguments))
        return none

    def _compared(self, left: Expr, right: Expr) -> bool:
        """Whether a comparison read something on each side that speaks of the case, and not the same on both."""
        sides = [side for side in (left, right) if varies(side)]
        if not sides or not all(map(self.known, sides)):
            return False
        if len(sides) == 1:
            return True
        one, two = (could_read([side], self.definitions) for side in sides)
        return bool(self._fields(left) - two or self._fields(right) - one)
