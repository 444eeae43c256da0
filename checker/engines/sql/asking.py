"""What a rule asks of every case, as a SELECT over the tables: the values that figures of others are made of."""

from __future__ import annotations

from typing import Any

from sqlglot import exp

from checker.engines.sql import build as b
from checker.engines.sql import numbers as n
from checker.engines.sql.across import asked_scale
from checker.engines.sql.build import NotCompilable
from checker.engines.sql.days import values_of
from checker.engines.sql.expressions import NUMBERS, SqlCompiler
from checker.engines.sql.frames import Block, Empty, Frame, Statement
from checker.engines.sql.leaves import of_one_party
from checker.language.across import FUNCTIONS, rounds
from checker.language.algebra import linear
from checker.language.tree import Across, Call, Expr, FieldRef
from checker.rulebook.book import Plan
from checker.rulebook.rule import Rule


def asked_text(plan: Plan, rule: Rule, figure: Across, dialect: str, empty: Empty = frozenset()) -> str:
    """Return the SELECT that yields what *figure* asks of each subject: `_case`, `_fact`, then columns by its function.

    Of peers and of years these are `w` (whether the unit is a peer), the value as `n` over `d` and its interval, `low` to `high`; of what others list, the text `k`
    that is equal where all values are, and the amount `n`. Raises NotCompilable.
    """
    root = plan.book.vocabulary.root.id
    entity = root if FUNCTIONS[figure.function].whole else rule.entity
    statement = Statement(plan.book.vocabulary, dialect, empty)
    at = statement.subject(Frame("s", entity, entity))
    compiler = SqlCompiler(
        plan.book.vocabulary, plan.book.definitions, lambda name: {0: values_of(plan, rule, name)}, None, dialect
    )
    columns = [b.named(b.column("s", each), each) for each in ("_case", "_fact")]
    if FUNCTIONS[figure.function].whole:
        where = rule.peers.where if rule.peers is not None and FUNCTIONS[figure.function].peers else None
        columns.append(b.named(b.truth(True) if where is None else compiler.value(where, at), "w"))
        columns += _value(compiler, figure, figure.arguments[0], at)
        columns += _interval(compiler, figure, at)
    else:
        adds = figure.function == "other_sum"
        columns.append(b.named(_key(compiler, figure.arguments[adds:], at), "k"))
        amount = _number(compiler, figure, figure.arguments[0], at) if adds else b.cast(exp.Null(), "wide")
        columns.append(b.named(amount, "n"))
    ctes = statement.ctes(at)
    made = at.staged(columns)
    if ctes:
        tables = [
            exp.CTE(this=select, alias=exp.TableAlias(this=exp.Identifier(this=name, quoted=True)))
            for name, select in ctes
        ]
        made.set("with_", exp.With(expressions=tables))
    return b.render(made, dialect)


def _value(compiler: SqlCompiler, figure: Across, node: Expr, at: Block) -> list[Any]:
    """Return a value as n over d; of a condition 1 or 0 over 1."""
    if node.type == "ratio":
        ratio = compiler.ratio(node, at)
        return [b.named(n.widen(part).sql, name) for name, part in (("n", ratio.n), ("d", ratio.d))]
    one = b.cast(b.integer(1), "wide")
    if node.type == "boolean":
        truth = compiler.value(node, at)
        number = b.case((truth, one), (b.negate(truth), b.cast(b.integer(0), "wide")))
    else:
        number = _number(compiler, figure, node, at)
    return [b.named(number, "n"), b.named(one, "d")]


def _interval(compiler: SqlCompiler, figure: Across, at: Block) -> list[Any]:
    """Return the doubled interval of a value that is kept with what it was rounded from; nothing of any other."""
    node = figure.arguments[0]
    if not rounds(figure):
        return [b.named(b.cast(exp.Null(), "wide"), name) for name in ("low", "high")]
    if linear(node):
        ends = compiler.shared_ends(node, at)
    else:
        double = n.multiply(n.constant(2), compiler.number(node, at))
        ends = n.Ends(double, double)
    return [b.named(_scaled(end, figure), name) for name, end in zip(("low", "high"), ends, strict=True)]


def _number(compiler: SqlCompiler, figure: Across, node: Expr, at: Block) -> Any:
    """Return a number as the integer that stands for it with as many decimals as the figure has."""
    return _scaled(compiler.number(node, at), figure)


def _scaled(number: n.Num, figure: Across) -> Any:
    scale = asked_scale(figure)
    if number.scale > scale:
        raise NotCompilable("这个数的小数太多", "the number has too many decimals")
    return n.widen(n.rescale(number, scale)).sql


PLAIN = "[^0-9\u4e00-\u9fff]"
"""What occurs in a text that folding may change: TRANSLATE takes ten times as long as to see that nothing of it does."""


def folded(said: Any) -> Any:
    """Return a text folded, where it holds anything but ideographs and digits."""
    return b.case((b.matches(said, PLAIN), b.fold(said)), default=said)


def _text(compiler: SqlCompiler, node: Expr, at: Block) -> Any:
    """Return a value as it is compared: folded, where its text holds anything but ideographs and digits."""
    if isinstance(node, FieldRef):
        said = compiler.value(node, at)
        return folded(said) if node.fold else said
    if isinstance(node, Call) and node.function == "party":
        said = compiler.value(node.arguments[0], at)
        return of_one_party(b.case((b.matches(said, PLAIN), b.party(said)), default=b.one_form(said)), node, at)
    return compiler.value(node, at)


def _key(compiler: SqlCompiler, nodes: tuple[Expr, ...], at: Block) -> Any:
    """Return a text that is equal where all values are; unknown where one is."""
    found: Any = None
    for node in nodes:
        if node.type in NUMBERS:
            number = compiler.number(node, at)
            said = b.cast(number.sql, "VARCHAR")
        else:
            said = b.cast(_text(compiler, node, at), "VARCHAR")
        length = b.cast(exp.Length(this=said), "VARCHAR")
        part = exp.DPipe(this=exp.DPipe(this=length, expression=b.text(":")), expression=said)
        found = part if found is None else exp.DPipe(this=found, expression=part)
    return found
