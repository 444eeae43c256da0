"""Sums, products, quotients and reconciliations, held against the types of their two sides: part of the type checker."""

from __future__ import annotations

from dataclasses import replace

from checker.base.errors import Text
from checker.language.algebra import linear
from checker.language.calling import Calling
from checker.language.columns import NUMERIC, SUM, Operator
from checker.language.scope import Scope
from checker.language.settling import name_of
from checker.language.tree import Binary, Call, DefinitionRef, Expr, Literal, walk

LATER = {"days": "days_after", "months": "months_after"}
"""The function that a period behind a date is short for."""


def _senseless(op: str, one: str, two: str) -> str:
    """Return what an error is about where arithmetic makes no sense."""
    if op == "*" and one == two == "money":
        return "money-times-money"
    return "with-ratio" if two == "ratio" else "senseless"


class Arithmetic(Calling):
    """The part of the type checker that knows arithmetic; names are resolved by the class that adds it."""

    def arithmetic(self, node: Binary, known: Operator, scope: Scope) -> Expr:
        """Return the typed sum, difference, product or quotient; a period behind a date is a call."""
        if known.binds == SUM and isinstance(node.right, Literal) and node.right.kind in LATER:
            left = self.check(node.left, scope)
            if left.type in ("date", "null"):
                step = -node.right.value if node.op == "-" else node.right.value
                number = Literal("number", step, span=node.right.span, type="number")
                return Call(LATER[node.right.kind], (left, number), span=node.span, type="date")
        left, right = self.check(node.left, scope), self.check(node.right, scope)
        kind = known.type_of(left.type, right.type)
        if kind is None:
            a, b = name_of(left.type, scope), name_of(right.type, scope)
            sign = "÷" if node.op == "/" else known.printed[0]
            hint = None
            if {left.type, right.type} == {"money", "number"} and known.binds == SUM:
                hint = Text("给数字写上单位，例如 200万元", "give the number a unit, such as 200万元")
            elif node.op == "/":
                hint = Text(
                    "只有同类的数可以相除（得比率）；人均、单价改写成乘法，例如 接待金额 不超过 400元 × 来访人数",
                    "only figures of one kind can be divided (to a ratio); write what is per head or per piece as a product, such as amount <= 400元 * guests",
                )
            elif {left.type, right.type} == {"number", "percent"}:
                hint = Text("把数字写成百分比，例如 100%", "write the number as a percentage, such as 100%")
            raise self.wrong(
                _senseless(node.op, left.type, right.type),
                node,
                f"{a.zh} {sign} {b.zh} 没有意义",
                f"{a.en} {node.op} {b.en} makes no sense",
                hint,
            )
        return replace(node, left=left, right=right, type=kind)

    def approximate(self, node: Binary, known: Operator, scope: Scope) -> Expr:
        """Return the typed reconciliation of two sides of which the intervals are known."""
        left, right = self.check(node.left, scope), self.check(node.right, scope)
        if right.type == "ratio" and left.type != "ratio":
            left, right = right, left
        if known.type_of(left.type, right.type) is None:
            a, b = name_of(left.type, scope), name_of(right.type, scope)
            raise self.wrong(
                "reconciled", node, f"{a.zh}和{b.zh}不能核对是否勾稽一致", f"{a.en} cannot be reconciled with {b.en}"
            )
        for side in (left, right):
            quotient = side.type == "ratio"
            parts = (side.left, side.right) if quotient and isinstance(side, Binary) and side.op == "/" else (side,)
            if (quotient and len(parts) == 1) or not all(self.reconcilable(part, scope) for part in parts):
                raise self.wrong(
                    "reconciled-side",
                    side,
                    "“≈”两边只能是数的加减，或两个这样的数之比",
                    "each side of “≈” is a sum or difference of figures, or the ratio of two such",
                )
        return replace(node, left=left, right=right, type="boolean")

    def reconcilable(self, node: Expr, scope: Scope) -> bool:
        """Whether the interval of *node* is known, that of the definitions it speaks of included."""
        return linear(node) and all(
            self.reconcilable(scope.definitions[(part.entity, part.name)].expr, scope)
            for part in walk(node)
            if isinstance(part, DefinitionRef) and part.type in NUMERIC
        )
