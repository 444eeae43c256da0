"""Whatever visits trees fails closed: a node, an operator, a function nobody knows is an error that names it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from conftest import BOOK, case_of, scope, typed

from checker.authoring.mutation import changes
from checker.authoring.solver import Solver
from checker.base.frozen import frozen
from checker.engines.durable.patterns import Program, doubtful, fails, holds, possible
from checker.engines.parts import exactly
from checker.language.algebra import combines, compares, constant, linear
from checker.language.below import Walks
from checker.language.causes import Trace
from checker.language.certain import _Reader, fraction
from checker.language.closures import Compiler
from checker.language.evidence import rests_on
from checker.language.exact import pick
from checker.language.folding import folds
from checker.language.formatter import Formatter
from checker.language.kept import kept
from checker.language.openness import can_be_open
from checker.language.scope import Definition
from checker.language.trace import Tracer
from checker.language.tree import (
    KINDS,
    Aggregate,
    Binary,
    Call,
    Expr,
    Literal,
    Quantifier,
    Surely,
    Test,
    Unary,
    Unknown,
)
from checker.language.types import check
from checker.language.visitor import Visitor, assure
from checker.language.words import word
from checker.live.steady import Steady
from checker.rulebook.documents import Coverage, _View

Test.__test__ = False  # a node, not a class of tests


@frozen
class Riddle(Expr):
    """A kind of node that nobody knows."""

    operand: Expr


def unresolved():
    """Return the same odd trees as the parser would make them: before names are resolved and types known."""
    one, two = Literal("text", "甲"), Literal("text", "乙")
    number = Literal("number", 1)
    return {
        "Riddle": Riddle(one),
        "resembles": Binary("resembles", one, two),
        "power": Binary("power", number, number),
        "perhaps": Unary("perhaps", Literal("boolean", True)),
        "fourth_root": Call("fourth_root", (number,)),
    }


def odd(body):
    """Return *body* inside each thing that nobody knows, with the word that the error has to name."""
    text = typed("项目名称", "budget_line")
    truth = typed("是否信息化", "budget_line")
    some = typed("存在 评审 满足 (评审级别 = 二审)", "budget_line")
    total = typed("合计(批复.批复金额)", "budget_line")
    assert isinstance(some, Quantifier) and isinstance(total, Aggregate)
    return {
        "Riddle": Riddle(body, type="money"),
        "resembles": Binary("resembles", text, text, type="boolean"),
        "nearly": Binary("nearly", body, body, type="boolean"),
        "power": Binary("power", body, body, type="money"),
        "quota": Binary("quota", body, body, type="ratio"),
        "perhaps": Unary("perhaps", truth, type="boolean"),
        "shifted": Unary("shifted", body, type="money"),
        "fourth_root": Call("fourth_root", (body,), type="money"),
        "upper": Call("upper", (text,), type="text"),
        "sane": Call("sane", (body,), type="boolean"),
        "most": replace(some, kind="most"),
        "middle": replace(total, function="middle"),
    }


MONEY = typed("实际支出", "budget_line")
ODD = odd(MONEY)
CASE = case_of("lines: [{id: a, kind: 明细项目, name: 甲, actual: 3元, is_it: 是, reviews: [], approvals: []}]\n")
LINE = CASE.facts["budget_line"][0]


def trace_of(node):
    known = Tracer(BOOK.definitions, lambda name, s: 1).trace(MONEY, (LINE,))
    return Trace(node, known.value, (), (known, known))


VIEW = _View(
    Coverage(BOOK.vocabulary, ()), BOOK.definitions, next(r for r in BOOK.rules.values() if r.entity == "budget_line")
)

VISITORS = {
    "closures": lambda node: Compiler(BOOK.definitions, lambda name: lambda s: 1).compile(node)((LINE,)),
    "intervals": lambda node: Compiler(BOOK.definitions, lambda name: lambda s: 1).bounds(node)((LINE,)),
    "trace": lambda node: Tracer(BOOK.definitions, lambda name, s: 1).trace(node, (LINE,)),
    "formatter": lambda node: Formatter("zh").format(node, scope("budget_line")),
    "formatter, English": lambda node: Formatter("en").format(node, scope("budget_line")),
    "certain, conditions": lambda node: _Reader(BOOK.definitions, BOOK.vocabulary).truth(node, 1),
    "certain, numbers": lambda node: _Reader(BOOK.definitions, BOOK.vocabulary).number(node, 1),
    "openness": lambda node: can_be_open(node, None, Literal("boolean", True, type="boolean"), False),
    "folding": lambda node: folds(BOOK.definitions, "=", node, node),
    "evidence": lambda node: rests_on(trace_of(node)),
    "exactly": exactly,
    "solver": lambda node: Solver(BOOK).possible((Binary(">", node, MONEY, type="boolean"), True), (None, True)),
    "durable": lambda node: Program(
        Compiler(BOOK.definitions, lambda name: lambda s: 1), BOOK.vocabulary, "r", False
    ).atoms(node),
    "mutation": lambda node: list(changes(node, next(iter(BOOK.rules.values())))),
    "explain": lambda node: kept({"require": trace_of(node)}, LINE, False, Walks(), {}, {}),
    "documents, conditions": lambda node: VIEW.truth(node),
    "documents, values": lambda node: VIEW.known(node),
    "assure": lambda node: assure("a test", node),
}


def in_sql(way):
    """Return what compiles a node for DuckDB, as a value, a number, a ratio or an interval."""
    pytest.importorskip("sqlglot")
    from checker.engines.sql.expressions import SqlCompiler
    from checker.engines.sql.frames import Frame, Statement

    def compiled(node):
        compiler = SqlCompiler(BOOK.vocabulary, BOOK.definitions, lambda name: [(None, 1)], None, "duckdb")
        at = Statement(BOOK.vocabulary, "duckdb").subject(Frame("s", "budget_line", "budget_line"))
        return getattr(compiler, way)(node, at)

    return compiled


@pytest.mark.parametrize("said", ODD)
@pytest.mark.parametrize("visitor", [*VISITORS, "sql value", "sql number", "sql ratio", "sql ends"])
def test_no_visitor_passes_over_what_nobody_knows(visitor, said):
    visit = in_sql(visitor.removeprefix("sql ")) if visitor.startswith("sql ") else VISITORS[visitor]
    with pytest.raises(Unknown, match=said):
        visit(ODD[said])


@pytest.mark.parametrize("said", unresolved())
def test_the_type_checker_passes_over_nothing(said):
    with pytest.raises(Unknown, match=said):
        check(unresolved()[said], scope("budget_line"))


TESTED = Test("resembles", Literal("money", 1, type="money"), type="boolean")


@pytest.mark.parametrize(
    "visitor",
    [name for name in VISITORS if name.split(",")[0] in ("closures", "trace", "formatter")]
    + ["certain, conditions", "sql value"],
)
def test_a_test_of_in_is_no_exception(visitor):
    visit = in_sql("value") if visitor == "sql value" else VISITORS[visitor]
    node = replace(typed("实际支出 属于 (1元, > 5元)", "budget_line"), tests=(TESTED,))
    with pytest.raises(Unknown, match="resembles"):
        visit(node)


def test_arithmetic_by_itself_knows_its_operators():
    for call in (
        lambda: combines(ODD["power"]),
        lambda: compares(ODD["nearly"]),
        lambda: pick("middle", [1, 2]),
        lambda: fraction(ODD["quota"]),
        lambda: linear(ODD["power"]),
        lambda: constant(ODD["Riddle"]),
        lambda: word("resembles", "zh"),
        lambda: Compiler({}, lambda name: lambda s: 1).compile(Surely("resembles", MONEY, MONEY))((LINE,)),
    ):
        with pytest.raises(Unknown):
            call()


def test_a_definition_hides_nothing():
    key = ("budget_line", "odd")
    known = {**BOOK.definitions, key: Definition("odd", "怪", "budget_line", ODD["nearly"])}
    node = typed("是否信息化", "budget_line")
    from checker.language.tree import DefinitionRef

    said = DefinitionRef(0, (), "budget_line", "odd", type="boolean")
    for visit in (
        lambda: Compiler(known, lambda name: lambda s: 1).compile(said)((LINE,)),
        lambda: Tracer(known, lambda name, s: 1).trace(Binary("and", node, said, type="boolean"), (LINE,)),
        lambda: _Reader(known, BOOK.vocabulary).truth(said, 1),
    ):
        with pytest.raises(Unknown, match="nearly"):
            visit()


def test_durable_patterns_know_their_own_trees():
    for form in (holds, fails, possible, doubtful):
        with pytest.raises(Unknown, match="str"):
            form("a tree of no kind")


def test_what_moves_knows_its_extremes():
    trace = trace_of(replace(ODD["middle"], body=MONEY))
    with pytest.raises(Unknown, match="middle"):
        Steady(lambda part: True, [trace])._combine(trace, "middle")


def test_a_visitor_must_speak_of_every_kind():
    with pytest.raises(TypeError, match="Literal"):
        type("Half", (Visitor,), {})
    with pytest.raises(TypeError, match="Binary"):
        type("Both", (Visitor,), {"_binary": lambda self, node: node}, never=KINDS)
    assert date(2020, 1, 1)  # the kinds are all that the tree has
    from checker.language import tree

    own = {known for known in vars(tree).values() if isinstance(known, type) and issubclass(known, Expr)} - {Expr}
    assert own == set(KINDS)
