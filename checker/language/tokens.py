"""Text → tokens. Chinese needs no blanks: it is cut by longest match over names, units and keywords."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from checker.base import numerals
from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.base.patterns import pattern
from checker.base.values import UNITS, BadValue, half_width, parse_date, parse_money, parse_percent
from checker.base.width import HIDDEN
from checker.language.words import ADVISED, FUNCTIONS, KEYWORDS, OPERATORS, SIGNS, spellings

LIMIT = 20_000
"""Longest expression, in characters."""

_KEYWORDS = spellings({**KEYWORDS, **ADVISED})
_OPERATORS = spellings(OPERATORS)
_FUNCTIONS = spellings(FUNCTIONS)
_UNITS = sorted([*UNITS, "yuan", "CNY", "RMB"], key=len, reverse=True)
_NUMBER = pattern(
    r"\d{4}-\d{2}-\d{2}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日|\d{4}\.\d{1,2}\.\d{1,2}(?![\d.])|(?:\d+(?:,\d{3})+|\d+|(?=\.\d))(?:\.\d+)?(?:[eE][+-]?\d+)?",
    re.ASCII,
)
_SPOKEN = pattern(f"([百千万]分之)?([点{numerals.SIGNS}]+)")
"""A number in Chinese numerals; it is one only with 百分之 before it or a unit behind."""
_PARTS = {"百": 1, "千": 10, "万": 100}
"""By what a percentage is divided that is said as 千分之 or 万分之."""
_POINTS = pattern(r"\s*(倍(?!数)|个百分点|‰)")
_END_OF = pattern(r"(\d{4})年(?:(\d{1,2})月)?(?:底|末)", re.ASCII)
"""The last day of a year or a month."""
_EACH = pattern(r"\s*/\s*(?:每?(?:人[·・]?天|人[·・]?日|人次|人|天|日|月|年|次|辆|台|学时|课时|平方米|㎡))(?![\w%])")
"""For what one is paid, behind an amount: 450元/人天 is 450元."""
_DASHES = pattern("[—–~～]+")
_TIME = pattern(
    r"\s*(个?工作日|(?:个?自然|日历)?[日天]内?(?!期)|个月内?|年内?|(?:working )?days?\b|months?\b|years?\b)"
)
"""A period behind a number; what is within (内) is said by the comparison."""
_COUNTED = pattern(
    r"\s*(?:平方米|平米|平方公里|㎡|人次|人|家|名|个|次|辆|台|套|件|份|项|公里|间|期|户|学时|课时|小时|批次|批|处|所|幢|栋|亩|吨|标段|张|页|字|票|宗)(?![\w%])"
)
"""What is counted, behind a number: 300人 is 300; a name that goes on is none of these."""
_WORD = pattern(r"[A-Za-z_][A-Za-z0-9_]*")
_BLANK = pattern(r"\s+")
_QUOTES = {'"': '"', "“": "”", "”": "”", "「": "」", "『": "』", "‘": "’", "'": "'"}
_ESCAPE = pattern(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "'": "'"}


class Token(NamedTuple):
    """One word: kind (number money percent date text name keyword operator function sign end), text, value, where."""

    kind: str
    text: str
    start: int
    end: int
    value: Any = None


class ExpressionError(Exception):
    """An expression cannot be read: where in it, what was found, what to do.

    A code may say more than is printed: `type/condition` is printed as `type`, and `detail` is the whole.
    """

    def __init__(self, code: str, span: tuple[int, int], message: Text, hint: Text | None = None) -> None:
        super().__init__(message.en)
        self.detail = code
        self.code = code.partition("/")[0]
        self.span = span
        self.message = message
        self.hint = hint


@lru_cache(maxsize=8)
def _one_of_equals(names: frozenset[str]) -> frozenset[str]:
    """Return the set first seen of those equal to *names*: comparing a set with itself by its elements takes long."""
    return names


class Lexicon:
    """The names an expression may contain, prepared for longest match."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = _one_of_equals(frozenset(half_width(name) for name in names if name))
        table: dict[str, list[str]] = {}
        operators = (word for word in _OPERATORS if not word.isascii())
        functions = (word for word in _FUNCTIONS if not word.isascii())
        for name in {*self.names, *(w for w in _KEYWORDS if not w.isascii()), *operators, *functions}:
            if not _WORD.fullmatch(name):
                table.setdefault(name[0], []).append(name)
        self.table = {first: sorted(words, key=lambda w: (-len(w), w)) for first, words in table.items()}
        self.sizes = {first: sorted({len(w) for w in words}, reverse=True) for first, words in table.items()}
        self.words = frozenset(word for words in table.values() for word in words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and (self.names is other.names or self.names == other.names)

    def __hash__(self) -> int:
        return hash(self.names)

    def match(self, text: str, at: int, skip: frozenset[tuple[int, str]] = frozenset()) -> str | None:
        """Return the longest name that stands at *at*, leaving out what *skip* forbids there."""
        for size in self.sizes.get(text[at], ()):  # by length, not by name: a pack may bring hundreds of one beginning
            name = text[at : at + size]
            if name in self.words and (at, name) not in skip:
                return name
        return None


def tokenize(text: str, lexicon: Lexicon, skip: frozenset[tuple[int, str]] = frozenset()) -> list[Token]:
    """Cut *text* into tokens; raises ExpressionError at the first thing that is no word of the language."""
    if len(text) > LIMIT:
        raise ExpressionError(
            "too-long", (0, 1), Text(f"表达式超过 {LIMIT} 个字", f"the expression is longer than {LIMIT} characters")
        )
    plain = half_width(text)
    found: list[Token] = []
    at, size = 0, len(plain)
    while at < size:
        blank = _BLANK.match(plain, at)
        if blank:
            at = blank.end()
            continue
        char = plain[at]
        if char in _QUOTES:
            token = _string(text, plain, at)
        elif (char.isdigit() and char.isascii()) or (char == "." and _NUMBER.match(plain, at)):
            token = _number(plain, at, lexicon)
        elif (spoken := _spoken(plain, at, lexicon, skip)) is not None:
            token = spoken
        else:
            token = _symbol(plain, at) or _name(plain, at, lexicon, skip)
        found.append(token)
        at = token.end
    found.append(Token("end", "", size, size))
    return found


def _string(text: str, plain: str, at: int) -> Token:
    close = _QUOTES[plain[at]]
    end = at + 1
    while end < len(plain) and plain[end] != close:
        end += 2 if plain[end] == "\\" else 1
    if end >= len(plain):
        raise ExpressionError(
            "open-quote",
            (at, at + 1),
            Text("引号没有配对", "this quotation mark is never closed"),
            Text(f"在文字后面补上 {close}", f"add {close} after the text"),
        )
    raw = text[at + 1 : end]

    def replace(match: re.Match[str]) -> str:
        name = match[1]
        if name[0] in "uU" and len(name) > 1:
            code = int(name[1:], 16)
            if code > 0x10FFFF or 0xD800 <= code < 0xE000 or HIDDEN.match(chr(code)):
                raise ExpressionError(
                    "bad-escape",
                    (at, end),
                    Text(f"文字里不能有字符 \\{name}", f"no text can hold the character \\{name}"),
                )
            return chr(code)
        if name not in _ESCAPED:
            return match[0]
        return _ESCAPED[name]

    return Token("text", text[at : end + 1], at, end + 1, _ESCAPE.sub(replace, raw))


def _number(plain: str, at: int, lexicon: Lexicon) -> Token:
    match = _NUMBER.match(plain, at)
    if match is None:  # a digit that the pattern does not know cannot happen; say so rather than crash
        raise ExpressionError("bad-number", (at, at + 1), Text("数字写得不对", "this is not a number"))
    body, end = match[0], match.end()
    last = _END_OF.match(plain, at)
    try:
        if last is not None:
            return Token("date", last[0], at, last.end(), _last_day(last[1], last[2] or "12"))
        if "-" in body[4:5] or "年" in body or body.count(".") == 2:
            return Token("date", body, at, end, parse_date("-".join(body.split("."))))
        blank = _BLANK.match(plain, end)
        rest = blank.end() if blank else end
        if plain.startswith("%", rest):
            return Token("percent", plain[at : rest + 1], at, rest + 1, parse_percent(body + "%").value)
        points = _POINTS.match(plain, end)
        if points is not None and "e" not in body.lower():
            places = {"倍": 2, "个百分点": 0, "‰": -1}[points[1]]
            value = parse_percent(f"{Decimal(body.replace(',', '')).scaleb(places):f}%").value
            return Token("percent", plain[at : points.end()], at, points.end(), value)
        if "e" not in body.lower():
            for unit in _UNITS:
                if plain.startswith(unit, rest) and not (
                    unit.isascii() and plain[rest + len(unit) : rest + len(unit) + 1].isalnum()
                ):
                    end = rest + len(unit)
                    paid = _EACH.match(plain, end)
                    close = end if paid is None else paid.end()
                    return Token("money", plain[at:close], at, close, parse_money(plain[at:end]).value)
            period = _period(plain, at, end, body)
            if period is not None:
                return period
    except BadValue as bad:
        raise ExpressionError("bad-value", (at, max(end, at + 1)), bad.message, bad.hint) from None

    figures, _, power = body.replace(",", "").lower().partition("e")
    value = Decimal(figures[:100] + (f"e{power}" if 0 < len(power) <= 4 else ""))
    if len(figures) > 100 or len(power) > 4 or abs(value.adjusted()) > 30 or len(value.as_tuple().digits) > 38:
        shown = body if len(body) <= 40 else body[:39] + "…"
        raise ExpressionError(
            "bad-value", (at, end), Text(f"数字“{shown}”大得不合情理", f"the number {shown} is out of all bounds")
        )
    counted = _COUNTED.match(plain, end)
    if counted is not None:
        end = counted.end()
    return Token("number", plain[at:end], at, end, value)


def _spoken(plain: str, at: int, lexicon: Lexicon, skip: frozenset[tuple[int, str]]) -> Token | None:
    """Return a number written in Chinese numerals with what makes it one (百分之十, 一百万元, 三十日); nothing where a name stands."""
    match = _SPOKEN.match(plain, at)
    body = numerals.spoken(match[2]) if match else ""
    if match is None or not body:
        return None
    name = lexicon.match(plain, at, skip) or ""
    if match[1]:
        share = Decimal(body) / _PARTS[match[1][0]]
        found: Token | None = Token("percent", match[0], at, match.end(), parse_percent(f"{share:f}%").value)
    elif plain.startswith("倍", match.end()):
        value = parse_percent(f"{Decimal(body) * 100:f}%").value
        found = Token("percent", plain[at : match.end() + 1], at, match.end() + 1, value)
    else:
        unit = next((each for each in _UNITS if plain.startswith(each, match.end())), "")
        end = match.end() + len(unit)
        found = Token("money", plain[at:end], at, end, parse_money(body + unit).value) if unit else None
        found = found or _period(plain, at, match.end(), body)
        counted = _COUNTED.match(plain, match.end())
        if found is None and counted is not None:
            found = Token("number", plain[at : counted.end()], at, counted.end(), Decimal(body))
    return found if found is not None and found.end - at > len(name) else None


def _last_day(year: str, month: str) -> date:
    """Return the last day of a month; raises BadValue where there is none."""
    from calendar import monthrange  # a run that remembers its rules reads no expression

    first = parse_date(f"{year}-{month}-1")
    return first.replace(day=monthrange(first.year, first.month)[1])


def _period(plain: str, at: int, end: int, body: str) -> Token | None:
    """Return the period whose number *body* ends at *end*: days, or months; a year such as 2020年 is a number."""
    match = _TIME.match(plain, end)
    if match is None or not body.isdigit() or len(body) > 5:
        return None
    unit, span = match[1], (at, match.end())
    if "工作日" in unit or "working" in unit:
        raise ExpressionError(
            "working-days",
            span,
            Text("不会数工作日：各年的节假日没有写在规则里", "working days are not counted: no holidays are known"),
            Text(f"按日历天写，例如 {body}日", f"write calendar days, such as {body}日"),
        )
    text = plain[at : match.end()]
    if unit == "年" and 1900 <= int(body) < 2200:  # 2020年 is a year, not so many of them
        return Token("number", body, at, match.end(), Decimal(body))
    if unit[0] in "年y":
        return Token("months", text, at, match.end(), Decimal(int(body) * 12))
    if unit.startswith(("个月", "month")):
        return Token("months", text, at, match.end(), Decimal(body))
    return Token("days", text, at, match.end(), Decimal(body))


def _symbol(plain: str, at: int) -> Token | None:
    for size in (2, 1):
        piece = plain[at : at + size]
        if piece in _OPERATORS and not any(map(str.isalpha, piece)):  # one of letters is a name: _name
            return Token("operator", piece, at, at + size, _OPERATORS[piece])
        if piece == "、":
            return Token("sign", piece, at, at + 1, ",")
        if piece in SIGNS:
            return Token("sign", piece, at, at + size, piece)
    return None


def _name(plain: str, at: int, lexicon: Lexicon, skip: frozenset[tuple[int, str]]) -> Token:
    match = _WORD.match(plain, at)
    name = lexicon.match(plain, at, skip)
    if match and (name is None or len(match[0]) > len(name)):
        name = match[0]
    if name is None:
        end = at + 1
        while (
            end < len(plain) and plain[end].isalpha() and not plain[end].isascii() and lexicon.match(plain, end) is None
        ):
            end += 1
        word = plain[at:end]
        dashes = _DASHES.match(plain, at)
        if dashes is not None:
            return Token("name", dashes[0], at, dashes.end(), dashes[0])
        if not plain[at].isalpha():
            told = Text(f"这里不该有“{plain[at]}”", f"{plain[at]!r} has no place here")
            if not plain[at].isprintable():
                from checker.base.invisible import named

                called = named(plain[at])
                told = Text(f"这里有看不见的{called.zh}", f"an invisible character stands here: {called.en}")
            raise ExpressionError(f"bad-character/{plain[at]}", (at, at + 1), told)
        return Token("name", word, at, end, word)
    end = at + len(name)
    after = _BLANK.match(plain, end)
    call = plain[after.end() if after else end :][:1] == "("
    if call and name in _FUNCTIONS and name not in ("not", "非"):
        return Token("function", name, at, end, _FUNCTIONS[name])
    if name in _OPERATORS:
        return Token("operator", name, at, end, _OPERATORS[name])
    if name in _KEYWORDS:
        return Token("keyword", name, at, end, _KEYWORDS[name])
    return Token("name", name, at, end, name)
