"""An expression that is being typed: which word stands at a place, what its names mean there, and what can come next."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from checker.cases.vocabulary import Relation
from checker.language.operators import AGGREGATES, OPERATORS
from checker.language.parser import parse
from checker.language.scope import Scope, named
from checker.language.tokens import ExpressionError, Lexicon, Token, tokenize
from checker.language.tree import Expr, Name, Path
from checker.language.types import check

WORDS = ("name", "keyword", "operator", "function")
_BEFORE_VALUE = ("and", "or", "not", "if", "then", "else", "between", "to", "in", "where", "at", "share", "of")
_BOUNDS = ("and", "or", "not", "if", "then", "else", "where", "satisfies")
_QUANTIFIERS = ("some", "every", "no")


@lru_cache(maxsize=8)
def lexicon_of(names: frozenset[str]) -> Lexicon:
    """Return the words to cut expressions by."""
    return Lexicon(names)


@lru_cache(maxsize=8)
def _sorted(names: frozenset[str]) -> list[str]:
    return sorted(names)


def begins_a_name(word: str, names: frozenset[str]) -> bool:
    """Whether some name begins with *word*."""
    listed = _sorted(names)
    at = bisect_left(listed, word)
    return at < len(listed) and listed[at].startswith(word)


def tokens_of(text: str, lexicon: Lexicon) -> list[Token]:
    """Cut a text in whatever state it is: what is no word is passed over, a text that is never closed goes to the end."""
    for _ in range(len(text) + 1):
        try:
            return tokenize(text, lexicon)[:-1]
        except ExpressionError as error:
            start, end = error.span
            if error.code == "open-quote":
                return [*tokens_of(text[:start], lexicon), Token("text", text[start:], start, len(text), None)]
            if error.code == "too-long":
                return []
            text = text[:start] + " " * max(1, end - start) + text[max(end, start + 1) :]
    return []


class Moment(NamedTuple):
    """Where an expression has come to: the words before, the one that is being typed, and what its names mean there."""

    tokens: tuple[Token, ...]
    start: int
    word: str
    scope: Scope
    wants: str
    """value, operator, relation (behind 存在), path (within 合计), member (behind a dot), open (behind 满足), given (behind is), nothing."""
    path: tuple[str, ...] = ()
    """The names before the dot."""
    quoted: bool = False
    """Whether a text in quotes is being typed."""


def moment(text: str, at: int, lexicon: Lexicon, scope: Scope) -> Moment:
    """Return where *text* has come to at the character *at*."""
    tokens = tokens_of(text[:at], lexicon)
    if tokens and tokens[-1].kind == "text" and tokens[-1].value is None:
        inner = scope_of(tokens[:-1], scope)
        return Moment(tuple(tokens[:-1]), tokens[-1].start + 1, tokens[-1].text[1:], inner, "value", quoted=True)
    start, word = at, ""
    if tokens and tokens[-1].end == at and tokens[-1].kind in WORDS and tokens[-1].text[-1:].isidentifier():
        first = len(tokens) - 1
        while first and tokens[first - 1].kind in WORDS and tokens[first - 1].end == tokens[first].start:
            run = text[tokens[first - 1].start : at]
            if not begins_a_name(run, lexicon.names):
                break
            first -= 1
        start = tokens[first].start
        word = text[start:at]
        tokens = tokens[:first]
    inner = scope_of(tokens, scope)
    path: list[str] = []
    rest = list(tokens)
    while len(rest) >= 2 and rest[-1].text == "." and rest[-2].kind in ("name", "keyword"):
        path.insert(0, rest[-2].text)
        rest = rest[:-2]
    if path:
        return Moment(tuple(tokens), start, word, inner, "member", tuple(path))
    return Moment(tuple(tokens), start, word, inner, _wants(tokens), ())


def scope_of(tokens: list[Token], scope: Scope) -> Scope:
    """Return the scope behind *tokens*: within 满足 ( … ) and behind 其中 the names of the related fact hold."""
    stack: list[tuple[Scope, Name | None, str]] = []
    current = scope
    waiting: tuple[Name, str] | None = None
    for number, token in enumerate(tokens):
        if token.kind == "keyword" and token.value in _QUANTIFIERS:
            waiting = _path_at(tokens, number + 1)
        elif token.text in ("(", "（"):
            before = tokens[number - 1] if number else None
            stack.append((current, None, ""))
            if before is not None and before.kind == "keyword" and before.value == "satisfies" and waiting:
                current = _inside(current, *waiting)
                waiting = None
            elif before is not None and before.kind == "function" and before.value in AGGREGATES:
                path = _path_at(tokens, number + 1)
                stack[-1] = (current, *path) if path else stack[-1]
        elif token.text in (")", "）") and stack:
            current = stack.pop()[0]
        elif stack and stack[-1][1] is not None and (token.text in (":", "：") or token.value == "where"):
            name = stack[-1][1]
            assert name is not None
            current = _inside(stack[-1][0], name, stack[-1][2])
    return current


def _path_at(tokens: list[Token], at: int) -> tuple[Name, str] | None:
    """Return the dotted name at *at*, and what 记作 calls its fact."""
    words: list[str] = []
    while at < len(tokens) and tokens[at].kind in ("name", "keyword") and tokens[at].value != "satisfies":
        words.append(tokens[at].text)
        if at + 1 < len(tokens) and tokens[at + 1].text == ".":
            at += 2
            continue
        at += 1
        break
    alias = ""
    if at + 1 < len(tokens) and tokens[at].kind == "keyword" and tokens[at].value == "as":
        alias = tokens[at + 1].text
    return (Name(tuple(words)), alias) if words else None


def _inside(scope: Scope, name: Name, alias: str) -> Scope:
    try:
        _, _, frame = scope.path(name)
    except ExpressionError:
        return scope
    return scope.inside(named(frame, alias))


def _wants(tokens: list[Token]) -> str:
    """Return what can come behind *tokens*."""
    if not tokens:
        return "value"
    last = tokens[-1]
    before = tokens[-2] if len(tokens) > 1 else None
    if last.kind == "keyword":
        if last.value in _QUANTIFIERS:
            return "relation"
        if last.value == "satisfies":
            return "open"
        if last.value in ("shall", "shall_not"):
            return "comparison"
        if last.value == "is":
            return "given"
        if last.value == "as":
            return "nothing"
        return "value" if last.value in _BEFORE_VALUE else "operator"
    if last.kind == "operator" or last.text in ("[", ",", "，", "、", "..", ":", "："):
        return "value"
    if last.text in ("(", "（"):
        aggregate = before is not None and before.kind == "function" and before.value in AGGREGATES
        return "path" if aggregate else "value"
    if last.kind == "function":
        return "open"
    return "operator"


def quantified(tokens: tuple[Token, ...]) -> bool:
    """Whether what stands last is the path of a quantifier, behind which comes 满足."""
    at = len(tokens) - 1
    while at > 0 and (tokens[at].kind == "name" or tokens[at].text == "."):
        at -= 1
    return (
        at >= 0 and tokens[at].kind == "keyword" and tokens[at].value in (*_QUANTIFIERS, "as") and at < len(tokens) - 1
    )


def in_aggregate(tokens: tuple[Token, ...]) -> bool:
    """Whether what stands last is the path of a sum or a count, behind which can come 其中."""
    at = len(tokens) - 1
    while at > 0 and (tokens[at].kind == "name" or tokens[at].text == "."):
        at -= 1
    return (
        at > 0
        and tokens[at].text in ("(", "（")
        and tokens[at - 1].kind == "function"
        and tokens[at - 1].value in AGGREGATES
    )


def _segment(tokens: tuple[Token, ...]) -> int:
    """Return the first token of the condition that *tokens* end in."""
    depth, first = 0, len(tokens)
    while first:
        token = tokens[first - 1]
        if token.text in (")", "]", "）"):
            depth += 1
        elif token.text in ("(", "[", "（"):
            depth -= 1
        if depth < 0 or (depth == 0 and token.kind == "keyword" and token.value in _BOUNDS):
            break
        if depth == 0 and token.text in (",", "，", "、", ":", "："):
            break
        first -= 1
    return first


def operand_type(now: Moment, text: str, lexicon: Lexicon) -> str:
    """Return the type of what stands before an operator that is to come; "" where it cannot be said."""
    first = _segment(now.tokens)
    if first >= len(now.tokens):
        return ""
    return type_of(text[now.tokens[first].start : now.tokens[-1].end], lexicon, now.scope)


def compared_type(now: Moment, text: str, lexicon: Lexicon) -> str:
    """Return the type of what the value to come is compared with; "" where it is compared with nothing."""
    tokens = now.tokens
    depth, at = 0, len(tokens) - 1
    while at >= 0:
        token = tokens[at]
        if token.text in (")", "]", "）"):
            depth += 1
        elif token.text in ("(", "[", "（"):
            depth -= 1
            listed = at and tokens[at - 1].kind == "keyword" and tokens[at - 1].value == "in"
            if depth < 0 and not listed and token.text != "[":
                return ""
            depth = max(depth, 0)
        elif depth == 0 and token.kind == "keyword" and token.value in _BOUNDS:
            return ""
        elif depth == 0 and (_compares(token) or (token.kind == "keyword" and token.value in ("in", "between", "at"))):
            first = _segment(tokens[:at])
            return type_of(text[tokens[first].start : tokens[at].start], lexicon, now.scope) if first < at else ""
        at -= 1
    return ""


def _compares(token: Token) -> bool:
    if token.kind != "operator":
        return token.kind == "keyword" and token.text == "是"
    return OPERATORS[token.value].kind in ("order", "equality", "reconciliation", "text")


def type_of(text: str, lexicon: Lexicon, scope: Scope) -> str:
    """Return the type of an expression; "" where it cannot be read."""
    words = text.strip()
    for word in ("应当", "应该", "必须", "不得"):
        words = words.removesuffix(word).rstrip()
    try:
        return check(parse(words, lexicon), scope).type
    except ExpressionError:
        return ""


# ---- what a word stands for


class Found(NamedTuple):
    """The word at a place of an expression: where it stands, its token, and what it is, as far as that can be said."""

    token: Token
    start: int
    end: int
    expr: Expr | None = None
    relation: Relation | None = None
    scope: Scope | None = None


def word_at(text: str, at: int, lexicon: Lexicon, scope: Scope, expected: str = "") -> Found | None:
    """Return the word at the character *at*: a name with what it means there, or a word of the language."""
    tokens = tokens_of(text, lexicon)
    number = next((n for n, token in enumerate(tokens) if token.start <= at < token.end), None)
    if number is None:
        number = next((n for n, token in enumerate(tokens) if token.end == at), None)
    if number is None:
        return None
    return found_at(tokens, number, text, lexicon, scope, expected)


def found_at(tokens: list[Token], number: int, text: str, lexicon: Lexicon, scope: Scope, expected: str = "") -> Found:
    """Return what the token *number* stands for."""
    token = tokens[number]
    first = number
    while first >= 2 and tokens[first - 1].text == ".":
        first -= 2
    inner = scope_of(tokens[:first], scope)
    if token.kind not in ("name", "operator") and not (token.kind == "keyword" and first < number):
        return Found(token, token.start, token.end, scope=inner)
    words = tuple(tokens[n].text for n in range(first, number + 1, 2))
    followed = number + 1 < len(tokens) and tokens[number + 1].text == "."
    behind = tokens[first - 1] if first else None
    is_path = behind is not None and (
        (behind.kind == "keyword" and behind.value in _QUANTIFIERS)
        or (
            behind.text in ("(", "（")
            and first > 1
            and tokens[first - 2].kind == "function"
            and tokens[first - 2].value in AGGREGATES
        )
    )
    name = Name(words, span=(token.start, token.end))
    if is_path or followed:
        way = _way(name, inner)
        if way is not None:
            return Found(token, token.start, token.end, None, way, inner)
    wanted = expected if len(tokens) == 1 else ""
    if not is_path and len(words) == 1:
        now = Moment(tuple(tokens[:first]), token.start, "", inner, "value")
        compared = compared_type(now, text, lexicon)
        wanted = compared if compared.startswith("enum:") else wanted
    try:
        found = inner.resolve(name, wanted)
        if found.type != "?":
            return Found(token, token.start, token.end, found, None, inner)
    except ExpressionError:
        pass
    if is_path:
        try:
            _, field, frame = inner.path(name)
            if field is not None:
                own = inner.inside(frame)
                return Found(
                    token,
                    token.start,
                    token.end,
                    own.resolve(Name((frame.names[0], field), span=name.span)),
                    None,
                    inner,
                )
        except ExpressionError:
            pass
    return Found(token, token.start, token.end, None, _way(name, inner), inner)


def _way(name: Name, scope: Scope) -> Relation | None:
    """Return the relation that a name ends in, or the fact that a frame is, as a relation to it."""
    for _, frame in scope.levels():
        entity = frame.entity
        parts = name.parts
        found: Relation | None = None
        if parts[0] in frame.names:
            known = scope.vocabulary.entities[entity]
            found = Relation("", entity, False, known.zh, known.id)
            parts = parts[1:]
        for part in parts:
            found = scope.vocabulary.relations(entity).get(part)
            if found is None:
                break
            entity = found.target
        if found is not None:
            return found
    try:
        path, field, _ = scope.path(name)
    except ExpressionError:
        return None
    if field is not None or not isinstance(path, Path):
        return None
    known = scope.vocabulary.entities[path.entity]
    return Relation(path.hops[-1] if path.hops else "", path.entity, True, known.zh, known.id)
