"""The few kinds of SQL that the compiler writes, as checked constructors over sqlglot's trees; every operand in brackets.

Only forms that DuckDB, PostgreSQL and Spark read alike are here. There is no division but an exact one, no float, no
decimal point, and no function that counts bytes or depends on a collation.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

try:
    from sqlglot import exp
except ImportError as missing:  # pragma: no cover - covered by a test that hides the module
    from checker.base.errors import InputError, Place, Problem, Text

    raise InputError(
        [
            Problem(
                "no-engine",
                Place("checker"),
                Text("没有安装 sqlglot", "sqlglot is not installed"),
                Text(
                    "pip install 'expenditure-checker[batch]'（批量检查所需）",
                    "pip install 'expenditure-checker[batch]' (needed for batches)",
                ),
            )
        ]
    ) from missing

from checker.base import parties, typography
from checker.base.errors import Text
from checker.engines.sql import dialects

Sql = exp.Expression
COMPARE: dict[str, type[exp.Binary]] = {
    "=": exp.EQ,
    "!=": exp.NEQ,
    "<": exp.LT,
    "<=": exp.LTE,
    ">": exp.GT,
    ">=": exp.GTE,
}
_SHARED = frozenset((exp.Paren, exp.Case, exp.Column, exp.Cast))
"""Kinds of parts that stand in several places."""
_NOTHING = exp.Null()


class NotCompilable(Exception):
    """An expression that no SQL says exactly; the evaluator judges it. `reason` says why, `rule` whose it is, if known."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.reason = Text(zh, en)
        self.rule = ""


def made(kind: type[Any], **parts: Any) -> Any:
    """Return a node that its parts know nothing of: they stand in several places, and how they are written never depends on where.

    sqlglot's own constructor tells each part its parent, which takes as long as all the rest of it.
    """
    node = kind()
    node.args = parts
    return node


def bracket(node: Any) -> Any:
    """Return *node* in brackets, unless it is a name, a constant or a call."""
    plain = _PLAIN.get(node.__class__)
    if plain is None:
        named = isinstance(node, (exp.Column, exp.Literal, exp.Boolean, exp.Null, exp.Paren, exp.Func, exp.Case))
        plain = _PLAIN[node.__class__] = named and not isinstance(node, exp.Binary)
    return node if plain else made(exp.Paren, this=node)


_PLAIN: dict[type[Any], bool] = {}
"""Whether a kind of node stands without brackets."""


@lru_cache(4096)
def word(name: str, quoted: bool = True) -> Any:
    """Return a name, which is never changed."""
    return exp.Identifier(this=name, quoted=quoted)


def column(table: str, name: str) -> Any:
    """Return a column of a table's alias."""
    return made(exp.Column, this=word(name), table=word(table, False))


@lru_cache(4096)
def integer(value: int) -> Any:
    """Return an integer constant, which is never changed."""
    number = exp.Literal.number(abs(value))
    return made(exp.Paren, this=made(exp.Neg, this=number)) if value < 0 else number


@lru_cache(4096)
def text(value: str) -> Any:
    """Return a text constant, which is never changed."""
    return exp.Literal.string(value)


def day(value: date) -> Any:
    """Return a date constant."""
    return cast(text(value.isoformat()), "DATE")


def truth(value: bool | None) -> Any:
    """Return true, false or (typed) unknown."""
    return cast(exp.Null(), "BOOLEAN") if value is None else exp.Boolean(this=value)


def nothing() -> Any:
    """Return an unknown value of whatever type stands beside it."""
    return exp.Null()


def cast(node: Any, kind: str) -> Any:
    """Return *node* as another type; `wide` is an integer of 38 digits, whatever the engine calls it."""
    named = made(exp.DataType, this=exp.DataType.Type["INT128" if kind == "wide" else kind], nested=False)
    return made(exp.Cast, this=node, to=named)  # a type of its own: the writer of Spark changes it in place


def cast_to(node: Any, kind: str) -> Any:
    """Return *node* as a type that the database was told of."""
    return exp.Cast(this=node, to=exp.DataType(this=exp.DataType.Type.USERDEFINED, kind=kind))


def named(node: Any, alias: str, quoted: bool = True) -> Any:
    """Return *node* under a name; unlike sqlglot's own helper without a copy of the whole expression (`render` makes one)."""
    return exp.Alias(this=node, alias=exp.Identifier(this=alias, quoted=quoted))


def binary(kind: type[exp.Binary], left: Any, right: Any) -> Any:
    """Return left kind right."""
    return made(kind, this=bracket(left), expression=bracket(right))


def compare(op: str, left: Any, right: Any) -> Any:
    """Return a comparison."""
    return binary(COMPARE[op], left, right)


def among(value: Any, numbers: Sequence[int]) -> Any:
    """Return whether *value* is one of these numbers."""
    if len(numbers) == 1:
        return compare("=", value, integer(numbers[0]))
    return exp.In(this=value, expressions=[integer(number) for number in numbers])


def both(*parts: Any) -> Any:
    """Return the conjunction (Kleene's, which is SQL's own)."""
    return _chain(exp.And, parts, True)


def either(*parts: Any) -> Any:
    """Return the disjunction."""
    return _chain(exp.Or, parts, False)


def _chain(kind: type[exp.Binary], parts: Sequence[Any], empty: bool) -> Any:
    """Return *parts* as a chain, without those that say nothing there; one that decides stands for all."""
    if any(_says(part, not empty) for part in parts):
        return truth(not empty)
    telling = [part for part in parts if not _says(part, empty)]
    if not telling:
        return truth(empty)
    found = telling[0]
    for part in telling[1:]:
        found = binary(kind, found, part)
    return found


def never(condition: Any) -> bool:
    """Whether a condition never holds, by its form alone."""
    return _says(condition, False)


def _says(node: Any, value: bool) -> bool:
    """Whether a condition is the constant *value*."""
    return isinstance(node, exp.Boolean) and bool(node.this) is value


def negate(node: Any) -> Any:
    """Return not *node*; of what is denied already, what is denied."""
    if isinstance(node, exp.Boolean):
        return truth(not node.this)
    return node.this.this if isinstance(node, exp.Not) else made(exp.Not, this=made(exp.Paren, this=node))


def unknown(node: Any) -> Any:
    """Return whether *node* is unknown."""
    return made(exp.Is, this=bracket(node), expression=_NOTHING)


def known(node: Any) -> Any:
    """Return whether *node* is known."""
    return negate(unknown(node))


def decided(node: Any) -> bool:
    """Whether a condition is never unknown, by its form alone."""
    if isinstance(node, (exp.Paren, exp.Not)):
        return decided(node.this)
    if isinstance(node, (exp.And, exp.Or)):
        return decided(node.this) and decided(node.expression)
    return isinstance(node, (exp.Is, exp.Boolean))


def case(*branches: tuple[Any, Any], default: Any = None) -> Any:
    """Return CASE WHEN …; without a default, NULL. A condition that is never unknown is not asked a second time.

    What is constant is not asked: a condition that never holds has no branch, one that always does is the default.
    """
    branches = tuple(branch for branch in branches if not _says(branch[0], False))
    for at, (condition, result) in enumerate(branches):
        if _says(condition, True):
            branches, default = branches[:at], result
            break
    if not branches:
        return nothing() if default is None else default
    if default is None and len(branches) > 1:
        (first, _), (last, otherwise) = branches[-2:]
        if decided(first) and any(
            isinstance(one, exp.Not) and one.this.this is other for one, other in ((first, last), (last, first))
        ):
            branches, default = branches[:-1], otherwise
    ifs = [made(exp.If, this=condition, true=result) for condition, result in branches]
    return made(exp.Case, ifs=ifs, default=default)


def coalesce(node: Any, default: Any) -> Any:
    """Return *node*, or *default* where it is unknown."""
    return made(exp.Coalesce, this=node, expressions=[default])


def count_if(condition: Any) -> Any:
    """Return the number of rows for which *condition* is true."""
    return exp.Count(this=case((condition, integer(1))))


def count_all() -> Any:
    """Return the number of rows."""
    return exp.Count(this=exp.Star())


def position(node: Any, part: Any) -> Any:
    """Return where *part* begins in *node*, from 1; 0 where it is not."""
    return exp.StrPosition(this=node, substr=part)


def listed(node: Any, name: str) -> Any:
    """Return whether the column *node*, ids between blanks, lists *name*; false for NULL."""
    return compare(">", coalesce(position(node, text(f" {name} ")), integer(0)), integer(0))


def days_between(later: Any, earlier: Any) -> Any:
    """Return the number of days from *earlier* to *later*."""
    return exp.DateDiff(this=later, expression=earlier, unit=exp.var("DAY"))


def later(node: Any, count: int, unit: str) -> Any:
    """Return the date *count* units (DAY or MONTH) after *node*; where a month has no such day, its last."""
    return cast(exp.DateAdd(this=node, expression=integer(count), unit=exp.var(unit)), "DATE")


def year_of(node: Any) -> Any:
    """Return the year of a date."""
    return cast(exp.Extract(this=exp.var("YEAR"), expression=node), "BIGINT")


def day_of(year: Any, month: int, day: int) -> Any:
    """Return the date of a day of a year that lies within the calendar."""
    parts = [cast(year, "INT"), integer(month), integer(day)]
    return exp.Anonymous(this="MAKE_DATE", expressions=parts)


def length(node: Any) -> Any:
    """Return the number of characters."""
    return exp.Length(this=node)


def source_of(node: Any) -> Any:
    """Return what a text was made from, which is known where the text is."""
    while isinstance(node, (exp.RegexpReplace, exp.Paren)):
        node = node.this
    return node


def without(node: Any, pattern: str) -> Any:
    """Return text *node* with all that fits *pattern* taken out."""
    if not pattern:
        return node
    return exp.RegexpReplace(this=node, expression=text(pattern), replacement=text(""))


def fold(node: Any) -> Any:
    """Return text *node* as it is compared where typography decides nothing."""
    if isinstance(node, exp.Literal):
        return text(typography.fold(str(node.this)))
    return exp.Anonymous(this="TRANSLATE", expressions=[node, text(typography.FROM), text(typography.TO)])


def party(node: Any) -> Any:
    """Return text *node*, the name of a party, in the form that all its spellings have (base.parties)."""
    return one_form(exp.Anonymous(this="TRANSLATE", expressions=[fold(node), text(parties.DROPPED), text("")]))


def one_party(node: Any, confirmed: parties.Confirmed) -> Any:
    """Return the one form *node* of a party's name, or that of the name which somebody *confirmed* to be the same party's."""
    if not confirmed:
        return node
    ifs = [made(exp.If, this=text(name), true=text(other)) for name, other in confirmed]
    return made(exp.Case, this=node, ifs=ifs, default=node)


def one_form(node: Any) -> Any:
    """Return text *node*, the folded name of a party, with the one word for each legal form."""
    found = node
    for long, short in parties.FORMS:
        found = exp.Anonymous(this="REPLACE", expressions=[found, text(long), text(short)])
    return found


def begins(node: Any, part: Any) -> Any:
    """Return whether text *node* begins with *part*."""
    return compare("=", exp.Left(this=node, expression=length(part)), part)


def ends(node: Any, part: Any) -> Any:
    """Return whether text *node* ends with *part*."""
    return compare("=", exp.Right(this=node, expression=length(part)), part)


def matches(node: Any, pattern: str) -> Any:
    """Return whether *pattern* occurs in text *node*."""
    return exp.RegexpLike(this=node, expression=text(pattern))


def ordered(node: Any, dialect: str) -> Any:
    """Return text whose order is that of its code points, as Python's is."""
    return (
        exp.Collate(this=bracket(node), expression=exp.Identifier(this="C", quoted=True))
        if dialects.dialect(dialect).collates
        else node
    )


def pattern_for(source: str, dialect: str) -> str:
    """Return a pattern that means in *dialect* what *source* means in Python with re.ASCII.

    A dot and the end differ: Python's dot is not a newline, its $ also stands before a last newline.
    """
    known = dialects.dialect(dialect)
    made, inside, at = [], False, 0
    while at < len(source):
        sign = source[at]
        if sign == "\\":
            at += 1
            classes = {"d": "0-9", "w": "A-Za-z0-9_"}
            found = classes.get(source[at])
            made.append("\\" + source[at] if found is None else found if inside else f"[{found}]")
        elif inside:
            made.append(sign)
            inside = sign != "]"
        elif sign == "[":
            inside = True
            made.append(sign)
            if source[at + 1 : at + 2] == "^":
                made.append("^")
                at += 1
        else:
            made.append({".": r"[^\n]", "$": known.end, "^": known.start}.get(sign, sign))
        at += 1
    return "".join(made)


def render(node: Any, dialect: str, pretty: bool = True) -> str:
    """Return the SQL text of *node* in *dialect*; a part that stands in several places is one node, and never copied."""
    from sqlglot import Dialect, ErrorLevel

    writer = _writer(dialect)
    written = writer(dialect=Dialect.get_or_raise(dialect), pretty=pretty, unsupported_level=ErrorLevel.RAISE)
    written.written = {}
    return str(written.generate(node, copy=False))


@cache
def _writer(dialect: str) -> Any:
    """Return sqlglot's writer of *dialect*: it writes a part once however often it stands there (how never depends on where).

    An integer of 38 digits is called what the dialect calls it.
    """
    from sqlglot import Dialect

    own: Any = Dialect.get_or_raise(dialect).generator_class

    def sql(self: Any, expression: Any, key: str | None = None, comment: bool = True) -> str:
        if key is not None or expression.__class__ not in _SHARED:
            return str(own.sql(self, expression, key, comment))
        if id(expression) not in self.written:  # with the part: what lives keeps its id
            self.written[id(expression)] = expression, str(own.sql(self, expression, key, comment))
        return str(self.written[id(expression)][1])

    types = own.TYPE_MAPPING
    types = {**types, exp.DataType.Type.INT128: dialects.dialect(dialect).int128}
    return type(own)("Writer", (own,), {"TYPE_MAPPING": types, "sql": sql})
