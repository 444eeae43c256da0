"""Everything that is wrong with one expression: behind the first error what stands there is taken for unknown, and the rest is read on.

What is found behind an error is as true as the error itself: a part that cannot be read becomes `null`, which fits anything, so that
nothing is told that only follows from what was told already.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.base.frozen import changed
from checker.language.columns import COMPARE
from checker.language.operators import OPERATORS
from checker.language.parser import _Parser, parse
from checker.language.scope import Scope
from checker.language.tokens import ExpressionError, Lexicon, Token, tokenize
from checker.language.tree import (
    Aggregate,
    Between,
    Binary,
    Expr,
    Given,
    In,
    Literal,
    Quantifier,
    Range,
    Test,
    Unary,
    children,
    parts,
)
from checker.language.types import check
from checker.language.words import LOGIC

MOST = 12
"""Errors of one expression that are told."""
_BRACKETS = ("syntax/close", "syntax/end-close", "syntax/more")
"""Errors behind which it is not known what belongs together."""
_JOINTS = ("and", "or", "if", "then", "else", "where")


def errors(
    text: str, lexicon: Lexicon, scope: Scope, expected: str = "", strict: bool = False
) -> list[ExpressionError]:
    """Return every error of *text*, the one that reading it raises first."""
    found: list[ExpressionError] = []
    try:
        check(parse(text, lexicon, strict=strict), scope, expected)
        return []
    except ExpressionError as error:
        first = error
    tokens = _tokens(text, lexicon, found)
    tree = _tree(text, tokens, lexicon, strict, found) if tokens is not None else None
    if tree is not None:
        _typed(tree, scope, expected, found, any(error.detail in _BRACKETS for error in found))
    others = {error.span: error for error in found if error.span != first.span}
    return [first, *sorted(others.values(), key=lambda error: error.span)][:MOST]


def _tokens(text: str, lexicon: Lexicon, found: list[ExpressionError]) -> list[Token] | None:
    """Cut *text*; the condition in which stands what is no word of the language is taken for unknown."""
    wrong: list[int] = []
    for _ in range(MOST):
        try:
            tokens = tokenize(text, lexicon)
            break
        except ExpressionError as error:
            start, end = error.span
            if not any(text[last:start].isspace() or last == start for last in wrong):
                found.append(error)
            if error.code == "too-long":
                return None
            if error.code == "open-quote":  # all behind it belongs to the text
                end = len(text)
            wrong.append(start)
            text = text[:start] + " " * (end - start) + text[end:]
    else:
        return None
    for start in wrong:
        at = next((n for n, token in enumerate(tokens) if token.start >= start), len(tokens) - 1)
        first, last = _reach(tokens, at)
        whole = (tokens[first].start, max(tokens[last - 1].end, start)) if first < last else (start, start)
        tokens[first:last] = [_null(*whole)]
    return tokens


def _null(start: int, end: int) -> Token:
    return Token("keyword", "null", start, end, "null")


def _tree(text: str, tokens: list[Token], lexicon: Lexicon, strict: bool, found: list[ExpressionError]) -> Expr | None:
    """Build the tree; the condition in which an error stands is taken for unknown."""
    for _ in range(MOST):
        parser = _Parser(text, tokens, lexicon.names, strict)
        try:
            tree = parser.expression()
            if parser.token.kind != "end":
                parser.fail("end")
            return tree
        except ExpressionError as error:
            found.append(error)
            if error.code == "two-meanings" and strict:
                strict = False
                continue
            mended = _mended(tokens, error)
            if mended is None or mended == tokens:
                return None
            tokens = mended
    return None


def _mended(tokens: list[Token], error: ExpressionError) -> list[Token] | None:
    """Return the tokens without what *error* speaks of; nothing where nothing is left of them."""
    start = error.span[0]
    at = next((n for n, token in enumerate(tokens) if token.start >= start), len(tokens) - 1)
    token = tokens[at]
    if error.detail in ("syntax/close", "syntax/more") and token.kind == "end":
        return [*tokens[:at], Token("sign", ")", token.start, token.start, ")"), *tokens[at:]]
    if token.value == "," and error.detail in ("syntax/end-comma", "syntax/close", "syntax/end"):
        return [*tokens[:at], Token("keyword", "and", token.start, token.end, "and"), *tokens[at + 1 :]]
    if error.detail == "syntax/end-close":
        return [*tokens[:at], *tokens[at + 1 :]]
    first, last = _reach(tokens, at)
    if first == last or all(each.text == "null" for each in tokens[first:last]):
        if token.kind == "end":
            return [*tokens[: at - 1], *tokens[at:]] if at > 1 else None
        return [*tokens[:at], *tokens[at + 1 :]]
    return [*tokens[:first], _null(tokens[first].start, tokens[last - 1].end), *tokens[last:]]


def _reach(tokens: list[Token], at: int) -> tuple[int, int]:
    """Return the first token of the condition around *at*, and the one behind its last."""

    def bound(token: Token) -> bool:
        return token.kind == "end" or (token.kind == "keyword" and token.value in _JOINTS) or token.text == ","

    depth, first = 0, at
    while first:
        before = tokens[first - 1]
        depth += (before.text in (")", "]", "）")) - (before.text in ("(", "[", "（"))
        if depth < 0 or (depth == 0 and bound(before)):
            break
        first -= 1
    depth, last = 0, at
    while tokens[last].kind != "end":
        here = tokens[last]
        depth += (here.text in ("(", "[", "（")) - (here.text in (")", "]", "）"))
        if depth < 0 or (depth == 0 and bound(here)):
            break
        last += 1
    return first, last


_NAMES = ("unknown-name", "unknown-relation")
"""Errors that follow from no other."""


def _typed(tree: Expr, scope: Scope, expected: str, found: list[ExpressionError], names: bool) -> None:
    """Hold the types of *tree* against each other, or only its *names*; a part that is wrong is taken for unknown.

    Of a condition in which something is wrong only names are told further: its types hang on each other.
    """
    doubtful: list[tuple[int, int]] = []
    for _ in range(2 * MOST):
        try:
            check(tree, scope, expected)
            return
        except ExpressionError as error:
            way = _way(tree, error.span)
            condition = _condition(way)
            follows = names or any(_holds(span, error.span) for span in doubtful)
            if not follows or error.code in _NAMES:
                found.append(error)
            doubtful.append(condition.span)
            mended = _mend(way, way[-1] if error.code in _NAMES else condition)
            if mended is None:
                return
            tree = mended


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _way(tree: Expr, span: tuple[int, int]) -> list[Expr]:
    """Return the parts that hold *span*, from the whole to the least."""
    way = [tree]
    while True:
        inner = next((each for each in children(way[-1]) if _holds(each.span, span)), None)
        if inner is None:
            return way
        way.append(inner)


def _condition(way: Sequence[Expr]) -> Expr:
    """Return the least condition on *way*: what is false or true by itself."""
    for above, node in zip(reversed(way[:-1]), reversed(way[1:])):
        logic = isinstance(above, (Unary, Binary)) and above.op in (*LOGIC, "not")
        compares = isinstance(node, Binary) and node.op not in LOGIC and OPERATORS[node.op].binds == COMPARE
        if logic or compares or isinstance(node, (Between, In, Given, Quantifier)):
            return node
    return way[0]


def _mend(way: Sequence[Expr], wrong: Expr) -> Expr | None:
    """Return the whole of *way* with *wrong* taken for unknown; nothing where that says nothing any more."""
    at = next(n for n, node in enumerate(way) if node is wrong)
    while at and (
        isinstance(way[at], (Test, Range))
        or isinstance(way[at - 1], Given)
        or (isinstance(way[at - 1], (Quantifier, Aggregate)) and way[at] is getattr(way[at - 1], "path", None))
    ):
        at -= 1  # no value can stand there
    if not at or (isinstance(way[at], Literal) and way[at].kind == "null"):  # type: ignore[attr-defined]
        return None
    made: Expr = Literal("null", None, span=way[at].span)
    for above, inner in zip(reversed(way[:at]), reversed(way[1 : at + 1])):
        values: dict[str, Any] = {}
        for name in parts(type(above)):
            value = getattr(above, name)
            if isinstance(value, tuple):
                values[name] = tuple(made if each is inner else each for each in value)
            elif value is inner:
                values[name] = made
        made = changed(above, **values)
    return made
