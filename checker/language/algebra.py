"""Which trees have intervals, which comparisons are hardly ever meant, which patterns every engine reads alike."""

from __future__ import annotations

import re
from typing import TypeGuard

from checker.base.errors import Text
from checker.language.across import rounds, spread
from checker.language.columns import COMPARING, SUM, No
from checker.language.matching import PART, ways
from checker.language.operators import OPERATORS
from checker.language.tokens import ExpressionError
from checker.language.tree import (
    Across,
    Aggregate,
    Binary,
    Call,
    DefinitionRef,
    Expr,
    FieldRef,
    If,
    Literal,
    ParameterRef,
    Unary,
)
from checker.language.visitor import assure, called, said
from checker.language.words import LOGIC

_COMMON = r"(?:[^\\()\[\]{}*+?|^$.]|\\[.\\()\[\]{}*+?|^$dw-]|\.|\[\^?(?:\\[\\\]\-^dw]|[^\\\[\]])+\]|\((?:\?:)?|\)|[*+?|^$]|\{\d{1,3}(?:,\d{0,3})?\})*"


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
        if other.type == "percent" and OPERATORS[op].kind == "equality" and not whole:
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
    assure("constant", node)
    return combines(node) and constant(node.left) and constant(node.right)


def combines(node: Expr) -> TypeGuard[Binary]:
    """Whether *node* makes a figure of two figures whose interval follows from theirs: a sum, a difference, a product."""
    if not isinstance(node, Binary) or node.op in LOGIC:
        return False
    known = said("combines", node)
    return known.kind == "arithmetic" and not isinstance(known.ends, No)


def compares(node: Expr) -> TypeGuard[Binary]:
    """Whether *node* holds one value against another: by size, for being the same, or within rounding."""
    return isinstance(node, Binary) and node.op not in LOGIC and said("compares", node).kind in COMPARING


def linear(node: Expr) -> bool:
    """Whether *node* is a sum, difference, product, least or greatest of figures: its interval follows from theirs."""
    assure("linear", node)
    if isinstance(node, (Literal, FieldRef, DefinitionRef, ParameterRef)):
        return True
    if isinstance(node, Unary):
        return linear(node.operand)
    if isinstance(node, If):
        return linear(node.yes) and linear(node.no)
    if combines(node):
        factors = (node.left, node.right)
        if OPERATORS[node.op].binds == SUM:
            return all(map(linear, factors))
        product = all(factor.type == "figure" and linear(factor) for factor in factors)
        return product or any(constant(one) and linear(other) for one, other in (factors, factors[::-1]))
    if isinstance(node, Across):
        return not spread(node) and (not rounds(node) or linear(node.arguments[0]))
    if isinstance(node, Aggregate):
        return node.function == "count" or (
            node.function in ("sum", "listed_sum") and node.body is not None and linear(node.body)
        )
    if isinstance(node, Call):
        return not isinstance(called("linear", node).ends, No) and all(map(linear, node.arguments))
    return False


UNBOUNDED = 4
"""Repetitions without a fixed length that a pattern may hold: each multiplies the ways in which a text can be cut."""
REPEATED = 1000
"""Times that the parts of a pattern may be repeated in all, counted repetitions of counted ones multiplied."""
_TIMES: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
CHOICES = 10_000
"""Ways in which optional parts, alternatives and counted repetitions of a pattern may combine: Java tries them one by one."""


class _Group:
    """What is known of a group while it is read: whether it matches in several ways, its parts, its open repetitions.

    Of alternatives the one with most repetitions counts: only one of them is taken.
    """

    def __init__(self) -> None:
        self.varies = False
        self.size = 0
        self.open = 0
        self.most = 0

    def alternative(self) -> None:
        self.varies, self.most, self.open = True, max(self.most, self.open), 0


def _explodes(text: str) -> bool:
    """Whether a matcher that tries one way after the other could take without end: repetition of what itself varies."""
    stack, here = list[_Group](), _Group()
    last, size = False, 1  # of the part before: whether it varies, how many parts it comes to
    for part in PART.finditer(text):
        sign = part[0]
        if sign in ("(", "(?:"):
            stack.append(here)
            here = _Group()
        elif sign == ")" and stack:
            last, size = here.varies, max(1, here.size)
            inner, here = here, stack.pop()
            here.varies, here.size = here.varies or last, here.size + size
            here.open += max(inner.most, inner.open)
        elif sign == "|":
            here.alternative()
        elif sign in _TIMES or part[1]:
            least, most = _TIMES.get(sign) or (
                int(part[1]),
                int(part[3] or part[1]) if part[3] or not part[2] else None,
            )
            if last and most != 1:
                return True
            here.size += size * (max(least, most or 0, 1) - 1)
            here.varies = here.varies or most != least
            here.open += most is None or most - least > 20
        elif sign not in ("^", "$"):
            last, size = False, 1
            here.size += 1
        if here.size > REPEATED:
            return True
    return max(here.most, here.open) > UNBOUNDED or ways(text).fixed > CHOICES


def check_pattern(node: Literal) -> None:
    """Refuse patterns outside what RE2, Java and POSIX all read the same way."""
    text = str(node.value)
    good = re.fullmatch(_COMMON, text) is not None and not re.search(r"[*+?}][*+?]|\(\?(?!:)", text)
    if good:
        try:
            re.compile(text)
        except (re.error, OverflowError, RecursionError):
            good = False
    if good and _explodes(text):
        told = Text(f"匹配式“{text}”可能慢得没有尽头", f"the pattern {text!r} could take without end")
        advice = Text(
            f"重复的括号里不能再有 * + ? {{m,n}} 或 |；不定长的重复最多 {UNBOUNDED} 处，次数合计不超过 {REPEATED}，可有可无的部分、| 和 {{m,n}} 合起来不超过 {CHOICES} 种",
            f"a repeated group holds no * + ? {{m,n}} or |; at most {UNBOUNDED} repetitions of no fixed length, {REPEATED} times in all; optional parts, | and {{m,n}} combine in at most {CHOICES} ways",
        )
        raise ExpressionError("pattern", node.span, told, advice)
    if not good:
        raise ExpressionError(
            "pattern",
            node.span,
            Text(f"“{text}”不是可用的匹配式", f"{text!r} is not a pattern that every engine reads alike"),
            Text("可用：文字 . [ ] ( ) | * + ? {m,n} ^ $ \\d \\w", "use text . [ ] ( ) | * + ? {m,n} ^ $ \\d \\w"),
        )
