"""Tree → text, in Chinese or English; parsing what is printed gives the same tree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from checker.base.values import UNITS, format_percent, plain
from checker.language.columns import COMPARE, SUM
from checker.language.scope import Frame, Scope, named
from checker.language.tokens import ExpressionError
from checker.language.tree import (
    Across,
    Aggregate,
    Between,
    Binary,
    Bounded,
    Call,
    DefinitionRef,
    EnumValue,
    Expr,
    FieldRef,
    Given,
    If,
    In,
    Literal,
    Name,
    ParameterRef,
    Path,
    Quantifier,
    Range,
    Surely,
    Test,
    Unary,
    unknown,
)
from checker.language.visitor import Visitor, called, said
from checker.language.words import LOGIC, QUANTIFIERS, word

IF, OR, AND, NOT = range(4)
SIGN, PRIMARY = 7, 8
"""How strongly each construct binds; operators stand between (`columns`)."""

PERIODS = {"days_after": ("日", "day"), "months_after": ("个月", "month")}
"""What stands behind the number of a period, in Chinese and English."""

Leaf = Callable[[Expr, Scope], str | None]
"""Says what to print instead of a leaf (its value, in an explanation), or nothing."""


def format_literal(kind: str, value: Any, lang: str = "zh") -> str:
    """Print a constant as the language reads it."""
    if kind == "null":
        return word("null", lang)
    if kind == "boolean":
        return word("true" if value else "false", lang)
    if kind == "money":
        for unit in ("亿元", "万元", "元"):
            if value % (UNITS[unit] // 100) == 0 and abs(value) >= UNITS[unit]:
                break  # at most two decimals in this unit
        number = Decimal(value) / UNITS[unit]
        return plain(number, group=False) + unit
    if kind == "percent":
        return format_percent(value, None).replace(",", "")
    if kind == "number":
        return plain(value, group=False)
    if isinstance(value, date):
        return value.isoformat()
    escaped = (
        str(value)
        .replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
    )
    return f'"{escaped}"'


class Formatter(Visitor, never=(Test, Range, Path)):
    """Prints trees in one language; *words* writes comparisons as 超过, 不满 …, *leaf* replaces leaves."""

    def __init__(self, lang: str = "zh", *, words: bool = False, leaf: Leaf | None = None) -> None:
        self.lang = lang
        self.words = words and lang == "zh"
        self.leaf = leaf

    def format(self, node: Expr, scope: Scope, outer: int = IF) -> str:
        """Return the text of *node*, in brackets where the place around it binds more strongly."""
        if self.leaf is not None:
            replaced = self.leaf(node, scope)
            if replaced is not None:
                return replaced
        text, strength = self.method_of(node)(self, node, scope)
        return f"({text})" if strength < outer else str(text)

    def _literal(self, node: Literal, scope: Scope) -> tuple[str, int]:
        return format_literal(node.kind, node.value, self.lang), PRIMARY

    def _enumvalue(self, node: EnumValue, scope: Scope) -> tuple[str, int]:
        return scope.vocabulary.enumerations[node.enumeration].name(node.value, self.lang), PRIMARY

    def _name(self, node: Name, scope: Scope) -> tuple[str, int]:
        return ".".join(node.parts), PRIMARY

    def _parameterref(self, node: ParameterRef, scope: Scope) -> tuple[str, int]:
        return spelled(node.name, scope, self.lang), PRIMARY

    def _definitionref(self, node: DefinitionRef, scope: Scope) -> tuple[str, int]:
        definition = scope.definitions[(node.entity, node.name)]
        return self._qualified(node, definition.name if self.lang == "en" else definition.zh, scope), PRIMARY

    def _fieldref(self, node: FieldRef, scope: Scope) -> tuple[str, int]:
        field = scope.vocabulary.entities[node.entity].fields[node.name]
        return self._qualified(node, field.id if self.lang == "en" else field.zh, scope), PRIMARY

    def _qualified(self, node: FieldRef | DefinitionRef, last: str, scope: Scope) -> str:
        frame = self._frame(node.depth, scope)
        hops = self._hops(frame.entity, node.hops, scope, frame)
        frame_name = frame.names[1] if self.lang == "en" and len(frame.names) > 1 else frame.names[0]
        for parts in ((*hops, last), (frame_name, *hops, last), (frame.names[0], *hops, last)):
            try:
                if scope.resolve(Name(parts)) == node:
                    return ".".join(parts)
            except ExpressionError:
                continue
        return ".".join((frame_name, *hops, last))

    def _frame(self, depth: int, scope: Scope) -> Frame:
        root = scope.vocabulary.root
        if depth < 0:
            return Frame(root.id, (root.zh, root.id))
        frame = scope.frames[depth]
        if depth == 0:
            entity = scope.vocabulary.entities[frame.entity]
            return Frame(frame.entity, (entity.zh, entity.id), frame.group)
        return frame

    def _hops(self, entity: str, hops: tuple[str, ...], scope: Scope, frame: Frame) -> tuple[str, ...]:
        names: list[str] = []
        for key in hops:
            if key == "members":
                known = scope.vocabulary.entities[frame.entity]
                names.append(known.id if self.lang == "en" else known.zh)
                continue
            relation = next(r for r in scope.vocabulary.relations(entity).values() if r.key == key)
            names.append(relation.en if self.lang == "en" else relation.zh)
            entity = relation.target
        return tuple(names)

    def path(self, node: Expr, scope: Scope) -> str:
        """Return the name of a path to related facts."""
        assert isinstance(node, Path)
        frame = self._frame(node.depth, scope)
        hops = self._hops(frame.entity, node.hops, scope, frame)
        try:
            if scope.path(Name(hops))[0] == node:
                return ".".join(hops)
        except ExpressionError:
            pass
        return ".".join((frame.names[1] if self.lang == "en" else frame.names[0], *hops))

    def _unary(self, node: Unary, scope: Scope) -> tuple[str, int]:
        if node.op == "not":
            return f"{word('not', self.lang)} {self.format(node.operand, scope, NOT)}", NOT
        if node.op != "neg":
            raise unknown(self, node)
        return f"-{self.format(node.operand, scope, SIGN)}", SIGN

    def _binary(self, node: Binary, scope: Scope) -> tuple[str, int]:
        op = node.op
        if op in LOGIC:
            strength = AND if op == "and" else OR
            sign = word(op, self.lang)
        else:
            strength = said(self, node).binds
            sign = self.sign(node)
        left_strength = strength + 1 if strength == COMPARE else strength
        left, right = self.format(node.left, scope, left_strength), self.format(node.right, scope, strength + 1)
        if op == "or":  # they are told apart by brackets, and by nothing else
            left, right = (
                f"({text})" if isinstance(side, Binary) and side.op == "and" else text
                for side, text in ((node.left, left), (node.right, right))
            )
        return f"{left} {sign} {right}", strength

    def sign(self, node: Binary) -> str:
        """Return what stands between the two sides."""
        known = said(self, node)
        if self.words and isinstance(known.legal, str):
            return (known.legal_dates if node.left.type == "date" else "") or known.legal
        return known.printed[0 if self.lang == "zh" else 1]

    def _between(self, node: Between, scope: Scope) -> tuple[str, int]:
        operand, low, high = (self.format(part, scope, SUM) for part in (node.operand, node.low, node.high))
        joint = "and" if self.lang == "en" else "到"
        return f"{operand} {word('between', self.lang)} {low} {joint} {high}", COMPARE

    def _in(self, node: In, scope: Scope) -> tuple[str, int]:
        tests = ", ".join(self._one_test(test, scope) for test in node.tests)
        return f"{self.format(node.operand, scope, SUM)} {word('in', self.lang)} ({tests})", COMPARE

    def _one_test(self, test: Expr, scope: Scope) -> str:
        if isinstance(test, Range):
            low, high = self.format(test.low, scope, SUM), self.format(test.high, scope, SUM)
            return f"{'[' if test.low_closed else '('}{low}..{high}{']' if test.high_closed else ')'}"
        if not isinstance(test, Test):
            raise unknown(self, test)
        said(self, test)
        right = self.format(test.right, scope, SUM)
        return right if test.op == "=" else f"{test.op} {right}"

    def _given(self, node: Given, scope: Scope) -> tuple[str, int]:
        operand = (
            self.path(node.operand, scope) if isinstance(node.operand, Path) else self.format(node.operand, scope, SUM)
        )
        return f"{operand} {'is ' if self.lang == 'en' else ''}{word(node.word, self.lang)}", COMPARE

    def _if(self, node: If, scope: Scope) -> tuple[str, int]:
        parts = [self.format(part, scope, IF) for part in (node.condition, node.yes, node.no)]
        words = [word(meaning, self.lang) for meaning in ("if", "then", "else")]
        return " ".join(piece for pair in zip(words, parts, strict=True) for piece in pair), IF

    def _call(self, node: Call, scope: Scope) -> tuple[str, int]:
        if node.function in PERIODS and isinstance(node.arguments[1], Literal):
            return self._later(node, node.arguments[1].value, scope), SUM
        inside = ", ".join(self.format(argument, scope, IF) for argument in node.arguments)
        return f"{word(called(self, node).id, self.lang)}({inside})", PRIMARY

    def _later(self, node: Call, count: Any, scope: Scope) -> str:
        """Return a date with a period behind it."""
        day, sign, size = self.format(node.arguments[0], scope, SUM), "-" if count < 0 else "+", abs(count)
        one = node.function == "months_after" and size and size % 12 == 0
        zh, en = ("年", "year") if one else PERIODS[node.function]
        shown = plain(size / 12 if one else size, group=False)
        return (
            f"{day} {sign} {shown}{zh}"
            if self.lang == "zh"
            else f"{day} {sign} {shown} {en}{'' if shown == '1' else 's'}"
        )

    def _quantifier(self, node: Quantifier, scope: Scope) -> tuple[str, int]:
        if node.kind not in QUANTIFIERS:
            raise unknown(self, node)
        inner = scope.inside(named(self.opened(node.path, scope), node.alias))
        body = self.format(node.body, inner, IF)
        called = f"{self.path(node.path, scope)}{self._alias(node.alias)}"
        return f"{word(node.kind, self.lang)} {called} {word('satisfies', self.lang)} ({body})", PRIMARY

    def _aggregate(self, node: Aggregate, scope: Scope) -> tuple[str, int]:
        assert isinstance(node.path, Path)
        inner = scope.inside(named(self.opened(node.path, scope), node.alias))
        text = self.path(node.path, scope)
        body = node.body
        if node.alias:
            text += self._alias(node.alias)
            text += "" if body is None else ": " + self.format(body, inner, IF)
        elif isinstance(body, (FieldRef, DefinitionRef)) and body.depth == len(scope.frames) and not body.hops:
            known = scope.vocabulary.entities[body.entity].fields.get(body.name)
            if known is not None:
                text += "." + (known.id if self.lang == "en" else known.zh)
            else:
                definition = scope.definitions[(body.entity, body.name)]
                text += "." + (definition.name if self.lang == "en" else definition.zh)
        elif body is not None:
            text += ": " + self.format(body, inner, IF)
        if node.condition is not None:
            text += f" {word('where', self.lang)} {self.format(node.condition, inner, IF)}"
        return f"{word(called(self, node).id, self.lang)}({text})", PRIMARY

    def _alias(self, alias: str) -> str:
        return f" {word('as', self.lang)} {alias}" if alias else ""

    def _across(self, node: Across, scope: Scope) -> tuple[str, int]:
        inside = ", ".join(self.format(argument, scope, IF) for argument in node.arguments)
        return f"{word(node.function, self.lang)}({inside})", PRIMARY

    def _bounded(self, node: Bounded, scope: Scope) -> tuple[str, int]:
        text, strength = self.method_of(node.said)(self, node.said, scope)
        return str(text), int(strength)

    def _surely(self, node: Surely, scope: Scope) -> tuple[str, int]:
        return self._binary(Binary(node.op, node.left, node.right), scope)

    def opened(self, path: Expr, scope: Scope) -> Frame:
        """Return the frame that a quantifier over *path* opens."""
        assert isinstance(path, Path)
        frame = self._frame(path.depth, scope)
        entity, names = frame.entity, frame.names
        for key in path.hops:
            if key == "members":
                known = scope.vocabulary.entities[entity]
                names = (known.zh, known.id)
                continue
            relation = next(r for r in scope.vocabulary.relations(entity).values() if r.key == key)
            entity, names = relation.target, (relation.zh, relation.en)
        return Frame(entity, names)


def spelled(parameter: str, scope: Scope, lang: str) -> str:
    """Return how a parameter is written in *lang*."""
    names = [name for name, (ident, _) in scope.parameters.items() if ident == parameter]
    fitting = [name for name in names if name.isascii() == (lang == "en")]
    return (fitting or names or [parameter])[0]


def format_expression(node: Expr, scope: Scope, lang: str = "zh", *, words: bool = False) -> str:
    """Return the text of a typed tree."""
    return Formatter(lang, words=words).format(node, scope)
