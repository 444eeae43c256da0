"""What operators make of types, which trees have intervals, which patterns every engine reads alike."""

from __future__ import annotations

from checker.errors import Text
from checker.language.tokens import ExpressionError
from checker.language.tree import Aggregate, Binary, DefinitionRef, Expr, FieldRef, If, Literal, ParameterRef, Unary

NUMERIC = ("number", "money", "percent", "figure")
"""Types that can be added, subtracted and divided among themselves."""
_COMMON = r"(?:[^\\()\[\]{}*+?|^$.]|\\[.\\()\[\]{}*+?|^$dw-]|\.|\[\^?(?:\\[\\\]\-^dw]|[^\\\[\]])+\]|\((?:\?:)?|\)|[*+?|^$]|\{\d{1,3}(?:,\d{0,3})?\})*"


def result_type(op: str, one: str, two: str) -> str | None:
    """Return the type of one op two, or nothing when it makes no sense."""
    if "null" in (one, two):
        other = two if one == "null" else one
        return other if other in (*NUMERIC, "ratio", "null", "text", "date") else None
    mixed = {one, two}
    if op in "+-":
        if one == two and one in NUMERIC:
            return one
        if mixed <= {"ratio", "percent", "number"} and "ratio" in mixed:
            return "ratio"
        if op == "-" and mixed == {"date"}:
            return "number"
        return "text" if op == "+" and mixed == {"text"} else None
    if op == "*":
        if mixed <= {"number", "percent"}:
            return "number" if mixed == {"number"} else "percent"
        if mixed == {"figure"}:  # a quantity and what one of it comes to; the loader holds what may be multiplied
            return "figure"
        for kind in ("money", "ratio", "figure"):
            if kind in mixed and mixed - {kind} and mixed - {kind} <= {"number", "percent"}:
                return kind
        return None
    return "ratio" if one == two and one in NUMERIC else None


LARGEST_RATIO = 10
"""Largest plain number that a ratio may be compared with: 10 is 1,000 %."""


def implausible(left: Expr, right: Expr, op: str) -> tuple[Text, Text] | None:
    """Return what is odd about comparing a ratio like this, and what to write instead: it can be written and is hardly ever meant."""
    for ratio, other in ((left, right), (right, left)):
        if ratio.type != "ratio":
            continue
        if other.type == "number" and isinstance(other, Literal) and abs(other.value) > LARGEST_RATIO:
            value = other.value
            return (
                Text(
                    f"拿比率和 {value} 比较：{value} 是 {value * 100}%",
                    f"a ratio is compared with {value}, which is {value * 100}%",
                ),
                Text(f"写成百分比，例如 {value}%", f"write a percentage, such as {value}%"),
            )
        whole = isinstance(other, Literal) and other.value in (0, 1)
        if other.type == "percent" and op in ("=", "!=") and not whole:
            return (
                Text(
                    "比率几乎不会恰好等于一个百分比：报告里的百分比是四舍五入的",
                    "a ratio hardly ever equals a percentage exactly: percentages in reports are rounded",
                ),
                Text("用“≈”（勾稽一致），或用 >、<", "use “≈” (reconciles with), or > and <"),
            )
    return None


def constant(node: Expr) -> bool:
    """Whether *node* is the same in every case of one plan."""
    if isinstance(node, (Literal, ParameterRef)):
        return True
    if isinstance(node, Unary):
        return constant(node.operand)
    return isinstance(node, Binary) and node.op in ("+", "-", "*") and constant(node.left) and constant(node.right)


def linear(node: Expr) -> bool:
    """Whether *node* is a sum, difference or product of figures, each there once, so that its interval is known exactly."""
    if isinstance(node, (Literal, FieldRef, DefinitionRef, ParameterRef)):
        return True
    if isinstance(node, Unary):
        return linear(node.operand)
    if isinstance(node, If):
        return linear(node.yes) and linear(node.no)
    if isinstance(node, Binary) and node.op in ("+", "-"):
        return linear(node.left) and linear(node.right)
    if isinstance(node, Binary) and node.op == "*":
        factors = (node.left, node.right)
        product = all(factor.type == "figure" and linear(factor) for factor in factors)
        return product or any(constant(one) and linear(other) for one, other in (factors, factors[::-1]))
    if isinstance(node, Aggregate):
        return node.function == "count" or (
            node.function in ("sum", "listed_sum") and node.body is not None and linear(node.body)
        )
    return False


def check_pattern(node: Literal) -> None:
    """Refuse patterns outside what RE2, Java and POSIX all read the same way."""
    import re

    text = str(node.value)
    good = re.fullmatch(_COMMON, text) is not None and not re.search(r"[*+?}][*+?]|\(\?(?!:)", text)
    if good:
        try:
            re.compile(text)
        except re.error:
            good = False
    if not good:
        raise ExpressionError(
            "pattern",
            node.span,
            Text(f"“{text}”不是可用的匹配式", f"{text!r} is not a pattern that every engine reads alike"),
            Text("可用：文字 . [ ] ( ) | * + ? {m,n} ^ $ \\d \\w", "use text . [ ] ( ) | * + ? {m,n} ^ $ \\d \\w"),
        )
