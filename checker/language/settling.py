"""Names of types, and bare enumeration values: which enumeration is meant is settled by what stands opposite."""

from __future__ import annotations

from typing import Any

from checker.base.errors import Text, did_you_mean
from checker.cases.vocabulary import Enumeration
from checker.language.scope import Scope
from checker.language.tokens import ExpressionError
from checker.language.tree import Expr, Name

NAMES = {
    "boolean": ("真假", "a truth value"),
    "number": ("数字", "a number"),
    "money": ("金额", "an amount of money"),
    "percent": ("百分比", "a percentage"),
    "ratio": ("比率", "a ratio"),
    "date": ("日期", "a date"),
    "text": ("文字", "text"),
    "figure": ("自报数", "a stated figure"),
    "null": ("空值", "null"),
    "texts": ("文字清单", "a list of texts"),
    "rates": ("金额表", "a table of amounts"),
    "?": ("枚举值", "an enumeration value"),
}


LISTED = 30
"""Values of an enumeration that an error lists."""


def no_value(enumeration: Enumeration, node: Name) -> ExpressionError:
    """Return the error for a word that is none of the values of *enumeration*: it lists them, the nearest first."""
    word = node.parts[0]
    near = did_you_mean(word, list(enumeration.by_name))
    names = [words[0] for words in enumeration.values.values()]
    listed = Text("可写：" + "、".join(names[:LISTED]), "one of: " + ", ".join(list(enumeration.values)[:LISTED]))
    return ExpressionError(
        "enum-value",
        node.span,
        Text(f"{enumeration.zh}没有“{word}”", f"{enumeration.id} has no value {word!r}"),
        listed if near is None else Text(f"{near.zh}（{listed.zh}）", f"{near.en} ({listed.en})"),
    )


def name_of(kind: str, scope: Scope) -> Text:
    """Return what a type is called."""
    if kind.startswith("enum:"):
        enumeration = scope.vocabulary.enumerations[kind[5:]]
        return Text(enumeration.zh, enumeration.id)
    if kind.startswith("fact:"):
        entity = scope.vocabulary.entities[kind[5:]]
        return Text(entity.zh, entity.id)
    return Text(*NAMES.get(kind, (kind, kind)))


class Settling:
    """What the type checker knows of enumeration values: a bare one is settled by what it is compared with."""

    check: Any

    def wrong(self, about: str, node: Expr, zh: str, en: str, hint: Text | None = None) -> ExpressionError:
        """Return the error that *node* is of the wrong type; *about* says in which way (`hints.ADVICE`)."""
        return ExpressionError(f"type/{about}", node.span, Text(zh, en), hint)

    def settle(self, node: Expr, expected: str, scope: Scope) -> Expr:
        """Resolve a bare enumeration value once it is known which enumeration is meant."""
        if not isinstance(node, Name):
            return node
        if expected.startswith("enum:"):
            found = scope.resolve(node, expected)
            if found.type == expected:
                return found
            enumeration = scope.vocabulary.enumerations[expected[5:]]
            raise no_value(enumeration, node)
        raise self.wrong(
            "bare-value",
            node,
            f"“{node.parts[0]}”是枚举值，只能和同类字段比较",
            f"{node.parts[0]!r} is an enumeration value; it can only be compared with a field of its kind",
        )

    def pair(self, left: Expr, right: Expr, scope: Scope) -> tuple[Expr, Expr]:
        """Return both sides of a comparison, typed; a bare value on one side takes the other's enumeration."""
        one = self.check(left, scope)
        two = self.beside(right, one, scope)
        if one.type == "?" and two.type == "?":
            raise self.wrong(
                "bare-values",
                left,
                "两边都是枚举值，没有可比的字段",
                "both sides are enumeration values; there is no field to compare",
            )
        return self.settle_against(one, two, left, scope), self.settle_against(two, one, right, scope)

    def beside(self, node: Expr, other: Expr, scope: Scope) -> Expr:
        """Return *node* typed; a word that nobody knows is meant as a value where *other* is of an enumeration."""
        try:
            found: Expr = self.check(node, scope)
            return found
        except ExpressionError as error:
            if error.code == "unknown-name" and other.type.startswith("enum:") and isinstance(node, Name):
                raise no_value(scope.vocabulary.enumerations[other.type[5:]], node) from None
            raise

    def settle_against(self, node: Expr, other: Expr, written: Expr, scope: Scope) -> Expr:
        """Return *node* as a value of the enumeration of *other*, where it is a bare name (as *written*)."""
        if node.type == "?":
            return self.settle(node, other.type, scope)
        if (
            other.type.startswith("enum:")
            and isinstance(written, Name)
            and len(written.parts) == 1
            and node.type != other.type
        ):
            return scope.resolve(written, other.type)
        return node
