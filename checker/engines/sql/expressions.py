"""Typed tree → SQL with Kleene's logic: unknown is NULL, and every construct keeps it as the evaluator does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from sqlglot import exp

from checker.base.frozen import changed
from checker.base.typography import fold
from checker.cases.vocabulary import Vocabulary
from checker.engines.sql import build as b
from checker.engines.sql import numbers as n
from checker.engines.sql.across import BOUND, column_of, scale_of
from checker.engines.sql.build import NotCompilable
from checker.engines.sql.elsewhere import ElsewhereSql
from checker.engines.sql.frames import OFTEN, Block, Frame
from checker.engines.sql.leaves import leaf_of
from checker.engines.sql.numbers import Num, Ratio
from checker.engines.sql.plans import PLAN, Values, grouped, held, same_for_all
from checker.engines.sql.related import RelatedSql
from checker.language.folding import folds
from checker.language.scope import Definition
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
    Range,
    Test,
    Unary,
    unknown,
    walk,
)
from checker.language.visitor import Visitor, assure, said
from checker.language.words import LOGIC
from checker.tables.schema import LIMITS, SCALES, state_column

NUMBERS = ("number", "money", "percent", "figure", "null")


class SqlCompiler(ElsewhereSql, RelatedSql, Visitor, never=(Name, Test, Range, Path)):
    """Compiles the expressions of one rule inside one statement; `parameters` gives the values of one by the number of the plan."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        definitions: dict[tuple[str, str], Definition],
        parameters: Callable[[str], dict[int, Values]],
        as_of: Expr | None,
        dialect: str,
    ) -> None:
        self.vocabulary = vocabulary
        self.definitions = definitions
        self.parameters = parameters
        self.as_of = as_of
        self.dialect = dialect
        self.leading = {}
        self.fixed: dict[int, date | None] | None = None
        """The day of each plan that is taken instead of the rule's own, for what has no date; None: what is said without one."""
        self.positive: tuple[Block | None, frozenset[FieldRef]] = (None, frozenset())
        """Fields that are positive or unknown wherever what is compiled now is asked, in that SELECT."""

    # ---- by type

    def value(self, node: Expr, at: Block) -> Any:
        """Return a truth value, text, date or enumeration value."""
        if node.type == "null" or (isinstance(node, Literal) and node.kind == "null"):
            return b.nothing()
        there = self.elsewhere("value", node, at, self.value)
        return self.method_of(node)(self, node, at) if there is None else there

    def number(self, node: Expr, at: Block) -> Num:
        """Return an exact number."""
        if node.type == "null":
            return n.nothing()
        there: Num | None = self.elsewhere("number", node, at, self.number)
        if there is not None:
            return there
        if isinstance(node, Literal):
            return n.constant(node.value)
        if isinstance(node, FieldRef):
            found = self.field(node, at)
            return n.nothing() if found is None else self.figure(node, *found)
        if isinstance(node, ParameterRef):
            held: Num = self.dated(node.name, at, lambda value: n.nothing() if value is None else n.constant(value))
            return held
        if isinstance(node, DefinitionRef):
            said: Num = self.once(
                "number", node, at, lambda expr, seen: self.shared_number(self.number(expr, seen), seen)
            )
            return said
        if isinstance(node, Unary) and node.op == "neg":
            return n.minus(self.number(node.operand, at))
        if isinstance(node, If):
            yes, no = self.number(node.yes, at), self.number(node.no, at)
            condition = at.shared(self.value(node.condition, at))
            return n.choose((condition, yes), (b.negate(condition), no))
        if isinstance(node, Aggregate):
            return self._aggregate_number(node, at)
        if isinstance(node, Across):
            return self.of_others(node, at)
        if not isinstance(node, (Binary, Call)):
            raise unknown(self, node)
        leaf = leaf_of(self, node)
        if isinstance(node, Call) and any(argument.type == "null" for argument in node.arguments):
            return n.nothing()
        if leaf.number is None:
            raise unknown(self, node)
        made: Num = leaf.number(self, node, at)
        return made

    def ratio(self, node: Expr, at: Block) -> Ratio:
        """Return a ratio; a number or percent stands for itself over one."""
        assure(self, node)
        if node.type in NUMBERS:
            return n.as_ratio(self.number(node, at))
        there: Ratio | None = self.elsewhere("ratio", node, at, self.ratio)
        if there is not None:
            return there
        if isinstance(node, DefinitionRef):
            whole: Ratio = self.once(
                "ratio", node, at, lambda expr, seen: self.shared_ratio(self.ratio(expr, seen), seen)
            )
            return whole
        if isinstance(node, Across):
            return Ratio(self.of_others(changed(node, part="n"), at), self.of_others(changed(node, part="d"), at))
        if isinstance(node, Unary) and node.op == "neg":
            inner = self.ratio(node.operand, at)
            return Ratio(n.minus(inner.n), inner.d)
        if isinstance(node, If):
            condition = at.shared(self.value(node.condition, at))
            yes, no = self.ratio(node.yes, at), self.ratio(node.no, at)
            return n.ratio_choose((condition, yes), (b.negate(condition), no))
        if isinstance(node, (Binary, Call)) and (make := leaf_of(self, node).ratio) is not None:
            made: Ratio = make(self, node, at)
            return made
        raise NotCompilable("这种比率要逐案求值", "such a ratio is evaluated case by case")

    # ---- leaves

    def field(self, node: FieldRef | DefinitionRef, at: Block) -> tuple[str, str] | None:
        """Return alias and entity of the fact a field is read from."""
        place = at.start(node.depth)
        for key in node.hops:
            place = at.hop(place, key)
        return place

    def figure(self, node: FieldRef, alias: str, entity: str) -> Num:
        """Return the figure in a field."""
        kind = self.vocabulary_field(node).type
        found = Num(b.column(alias, node.name), SCALES[kind], LIMITS[kind])
        return n.widen(found) if kind == "figure" else found

    def vocabulary_field(self, node: FieldRef) -> Any:
        """Return what the vocabulary says of a field."""
        return self.vocabulary.entities[node.entity].fields[node.name]

    def _literal(self, node: Literal, at: Block) -> Any:
        if node.kind == "boolean":
            return b.truth(node.value)
        return b.day(node.value) if node.kind == "date" else b.text(str(node.value))

    def _enumvalue(self, node: EnumValue, at: Block) -> Any:
        return b.text(node.value)

    def _fieldref(self, node: FieldRef, at: Block) -> Any:
        found = self.field(node, at)
        assert found is not None
        return b.column(found[0], node.name)

    def _parameterref(self, node: ParameterRef, at: Block) -> Any:
        kind = node.type

        def constant(value: Any) -> Any:
            if value is None:
                return b.cast(b.truth(None), "DATE" if kind == "date" else "VARCHAR")
            return b.day(value) if isinstance(value, date) else b.text(str(value))

        return self.dated(node.name, at, constant)

    def dated(self, name: str, at: Block, constant: Callable[[Any], Any]) -> Any:
        """Return a parameter by the rule's date: constant where the rule has none, else by the days it changes on."""
        each = self.parameters(name)
        if self.as_of is None:
            return self.by_plan({number: values[0][1] for number, values in each.items()}, at, constant)
        return self.by_day(each, at, constant)

    def by_plan(self, each: dict[int, Any], at: Block, make: Callable[[Any], Any]) -> Any:
        """Return what *make* makes of what the plan of the case comes to; of a case under no such plan nothing is known."""
        groups = grouped(each)
        if len(groups) == 1:
            return make(groups[0][1])
        number = b.column(at.start(-1)[0], PLAN)
        branches = [(b.among(number, numbers), make(value)) for numbers, value in groups]
        if isinstance(branches[0][1], Num):
            return self.shared_number(n.choose(*branches), at)
        return at.shared(b.case(*branches))

    def by_day(self, each: dict[int, Values], at: Block, constant: Callable[[Any], Any]) -> Any:
        """Return which of the values of the plan of the case holds on the rule's date."""
        fixed = self.fixed
        if fixed is not None:
            return self.by_plan({number: held(values, fixed[number]) for number, values in each.items()}, at, constant)
        return self.by_plan(each, at, lambda values: self._of_day(values, at, constant))

    def _of_day(self, values: Values, at: Block, constant: Callable[[Any], Any]) -> Any:
        """Return which of *values* holds on the rule's date; the first is for no date, each other until the next."""
        assert self.as_of is not None
        if same_for_all([values]):
            return constant(values[0][1])
        moment = self.value(self.as_of, at)
        branches = [(b.unknown(moment), constant(values[0][1]))]
        later = values[1:]
        for (_, value), (until, _) in pairwise(later):
            assert until is not None
            branches.append((b.compare("<", moment, b.day(until)), constant(value)))
        branches.append((b.known(moment), constant(later[-1][1])))
        first = branches[0][1]
        return n.choose(*branches) if isinstance(first, Num) else b.case(*branches)

    def definition(self, node: DefinitionRef, at: Block) -> tuple[Expr, Block]:
        """Return a definition's expression and the SELECT in which its subject is the first fact."""
        expr = self.definitions[(node.entity, node.name)].expr
        if node.depth == 0 and not node.hops:
            return expr, at.seen((at.frame(0),))
        self.undated(expr)
        alias, entity = at.start(node.depth)
        return expr, at.seen((Frame(alias, entity, entity),))

    def undated(self, expr: Expr) -> None:
        """Refuse a definition about another fact than the one whose date chooses between values of a parameter."""
        parts = self._deep(expr) if self.as_of is not None else ()
        if any(isinstance(part, ParameterRef) and self.turns(part.name) for part in parts):
            raise NotCompilable("定义里的参数随日期变动", "a parameter in a definition depends on the date")

    def turns(self, name: str) -> bool:
        """Whether a parameter is another on another day, or for no date."""
        return not same_for_all(self.parameters(name).values())

    def _deep(self, expr: Expr) -> Iterator[Expr]:
        for part in walk(expr):
            yield part
            if isinstance(part, DefinitionRef):
                yield from self._deep(self.definitions[(part.entity, part.name)].expr)

    def _definitionref(self, node: DefinitionRef, at: Block) -> Any:
        return self.once("value", node, at, lambda expr, seen: seen.shared(self.value(expr, seen)))

    def once(self, kind: str, node: DefinitionRef, at: Block, make: Callable[[Expr, Block], Any]) -> Any:
        """Return what *make* makes of a definition in a SELECT, made once for all rules that ask; a long one is a column."""
        if node.hops or node.depth < 0:
            return self.said_of_another(kind, node, at, make)
        expr, seen = self.definition(node, at)
        dated = None if self.as_of is None else (self, self.fixed and tuple(self.fixed.items()))
        positive = self.positive[1] if seen is self.positive[0] else None
        key = (kind, node.entity, node.name, seen.frames, dated, positive, self.zero_exact)
        if key not in seen.made:
            seen.made[key] = make(expr, seen)
        return seen.made[key]

    # ---- other cases

    def of_others(self, node: Across, at: Block) -> Num:
        """Return a figure that other cases give: a column that stands beside the subject's own (sql.across)."""
        return Num(b.column(at.frame(0).alias, column_of(node)), scale_of(node), BOUND, True)

    def _across(self, node: Across, at: Block) -> Any:
        raise unknown(self, node)  # it is always a number or a ratio

    def _bounded(self, node: Bounded, at: Block) -> Any:
        least, most = (at.shared(self.value(each, at)) for each in (node.least, node.most))
        return b.case((least, b.truth(True)), (b.negate(most), b.truth(False)))

    # ---- logic

    def _unary(self, node: Unary, at: Block) -> Any:
        if node.op != "not":
            raise unknown(self, node)
        return b.negate(self.value(node.operand, at))

    def _binary(self, node: Binary, at: Block) -> Any:
        if node.op in LOGIC:
            made = b.both if node.op == "and" else b.either
            return made(self.value(node.left, at), self.value(node.right, at))
        make = leaf_of(self, node).value
        if make is None:
            raise unknown(self, node)
        return make(self, node, at)

    def compared(self, op: str, left: Expr, right: Expr, at: Block) -> Any:
        """Return the comparison of two values: of ratios, of numbers, of texts folded or in the order of code points."""
        kinds = {left.type, right.type}
        if "null" in kinds:
            return b.truth(None)
        if "ratio" in kinds:
            return n.ratio_compare(op, self.ratio(left, at), self.ratio(right, at))
        if left.type in NUMBERS:
            return n.compare(op, self.number(left, at), self.number(right, at))
        one, two = self.value(left, at), self.value(right, at)
        if folds(self.definitions, op, left, right):
            one, two = b.fold(one), b.fold(two)
        if left.type == "text" and op not in ("=", "!="):
            one, two = b.ordered(one, self.dialect), b.ordered(two, self.dialect)
        return b.compare(op, one, two)

    def any_text(self, texts: Expr, at: Block, subject: Any, test: Callable[[list[str]], Any]) -> Any:
        """Return whether one of a list of texts passes, which *test* says of the whole list, held against *subject*."""
        if not isinstance(texts, ParameterRef):
            raise NotCompilable("文字清单要逐案求值", "a list of texts is evaluated case by case")

        def one_of(values: Any) -> Any:
            if values is None:
                return b.truth(None)
            found = test([str(part) for part in values])
            return b.case((b.known(subject), found)) if isinstance(found, exp.Boolean) else at.shared(found, OFTEN)

        return self.dated(texts.name, at, one_of)

    def _between(self, node: Between, at: Block) -> Any:
        low, high = ((op, end) for op, end in ((">=", node.low), ("<=", node.high)))
        return b.both(*(self.compared(op, node.operand, end, at) for op, end in (low, high)))

    def _in(self, node: In, at: Block) -> Any:
        return b.either(*(self._one_test(node.operand, test, at) for test in node.tests))

    def _one_test(self, subject: Expr, test: Expr, at: Block) -> Any:
        if isinstance(test, Range):
            low = self.compared(">=" if test.low_closed else ">", subject, test.low, at)
            return b.both(low, self.compared("<=" if test.high_closed else "<", subject, test.high, at))
        if not isinstance(test, Test):
            raise unknown(self, test)
        said(self, test)
        if test.right.type == "texts":
            if subject.type == "null":
                return b.truth(None)
            value = self.value(subject, at)
            folding = folds(self.definitions, test.op, subject, test.right)
            if folding:
                value = b.fold(value)

            def equals(parts: list[str]) -> Any:
                return b.either(*(b.compare("=", value, b.text(fold(part) if folding else part)) for part in parts))

            return self.any_text(test.right, at, value, equals)
        return self.compared(test.op, subject, test.right, at)

    def _given(self, node: Given, at: Block) -> Any:
        operand = node.operand
        assert isinstance(operand, (FieldRef, Path))
        hops = operand.hops[:-1] if isinstance(operand, Path) else operand.hops
        place = at.start(operand.depth)
        for key in hops:
            place = at.hop(place, key)
        alias, listed = place[0], at.statement.listed
        name = operand.hops[-1] if isinstance(operand, Path) else operand.name
        open_ = listed(place, "_to_fill", name)
        seen = b.known(b.column(alias, state_column(name) if isinstance(operand, Path) else name))
        if node.word == "to_fill":  # the case tells it: never unknown, and of no fact nothing is to be filled in
            return b.both(open_, b.negate(seen)) if isinstance(operand, Path) else open_
        whole = b.compare("=", b.column(at.root(place)[0], "_read"), b.text("whole"))
        if isinstance(operand, Path):
            found = b.case((seen, b.truth(True)), (b.both(whole, b.negate(open_)), b.truth(False)))
        else:
            if self.vocabulary_field(operand).derive:
                seen = b.both(seen, b.negate(listed(place, "_derived", name)))
            may_be_none = self.vocabulary_field(operand).none_is_zero and node.word != "stated"
            found = b.case(
                (seen, b.truth(True)),
                (listed(place, "_none", name), b.truth(node.word == "stated")),
                (listed(place, "_hidden", name), b.truth(None if may_be_none else False)),
                (b.both(whole, b.negate(open_)), b.truth(False)),
            )
            if self.vocabulary_field(operand).computed:
                found = seen
        if hops:
            found = b.case((b.known(b.column(alias, "_fact")), found))
        found = at.shared(found, OFTEN)
        return b.negate(found) if node.word == "missing" else found

    def _if(self, node: If, at: Block) -> Any:
        condition = at.shared(self.value(node.condition, at))
        yes, no = self.value(node.yes, at), self.value(node.no, at)
        return b.case((condition, yes), (b.negate(condition), no))

    def _call(self, node: Call, at: Block) -> Any:
        make = leaf_of(self, node).value
        if make is None:
            raise NotCompilable("这个函数要逐案求值", f"{node.function} is evaluated case by case")
        return make(self, node, at)

    def known(self, node: Expr, at: Block) -> Any:
        """Return whether a value is there."""
        if node.type == "null":
            return b.truth(False)
        if node.type == "ratio":
            ratio = self.ratio(node, at)
            return b.both(b.known(ratio.n.sql), b.known(ratio.d.sql))
        return b.known(self.number(node, at).sql if node.type in NUMBERS else self.value(node, at))

    def shared_least(self, values: list[Num], at: Block, greatest: bool = False) -> Num:
        """Return the least (or greatest) number; what comes of two is shared before it is held against the next."""
        found = values[0]
        for value in values[1:]:
            found = n.least([self.shared_number(found, at), self.shared_number(value, at)], greatest)
        return found

    def shared_number(self, number: Num, at: Block) -> Num:
        """Return *number* so that naming it twice does not double the SQL."""
        return number if number.const is not None else number._replace(sql=at.shared(number.sql))

    def shared_ratio(self, ratio: Ratio, at: Block) -> Ratio:
        """Return *ratio* so that naming it twice does not double the SQL."""
        return Ratio(self.shared_number(ratio.n, at), self.shared_number(ratio.d, at))

    def step(self, node: FieldRef, at: Block) -> Num:
        """Return the size of the last printed digit of a figure; unknown where there is none."""
        found = self.field(node, at)
        assert found is not None
        kind = self.vocabulary_field(node).type
        if kind in ("count", "year"):
            shown = b.known(b.column(found[0], node.name))
            return n.choose((shown, n.constant(0)))
        made = Num(b.column(found[0], f"{node.name}__step"), SCALES[kind], LIMITS[kind])
        return n.widen(made) if kind == "figure" else made
