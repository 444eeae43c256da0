"""The leaves of the compiler: what each operator and function of the language is in SQL, by the name its record gives.

A leaf is told the compiler, the node and the SELECT it is asked in, and compiles the operands in the form that it needs. A
form that it has no values of is not there; the evaluator judges what asks for one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from checker.base.rates import rate_tests
from checker.base.typography import fold
from checker.engines.sql import build as b
from checker.engines.sql import numbers as n
from checker.engines.sql.build import NotCompilable
from checker.engines.sql.frames import OFTEN, Block
from checker.engines.sql.numbers import Ends, Num, Ratio
from checker.language.algebra import constant
from checker.language.columns import No
from checker.language.exact import FARTHEST, any_part
from checker.language.folding import folds
from checker.language.tree import Binary, Call, Expr, Literal, ParameterRef, unknown
from checker.language.visitor import called, said

HALF = Decimal("0.5")
Make = Callable[[Any, Any, Block], Any]


class Leaf(NamedTuple):
    """One operator or function in SQL: as a truth value, text or date, as a number, as a ratio, as a doubled interval."""

    value: Make | None = None
    number: Make | None = None
    ratio: Make | None = None
    ends: Make | None = None


def leaf_of(compiler: object, node: Binary | Call) -> Leaf:
    """Return the leaf of the operator or function of *node*; raises NotCompilable where its record says that it has none."""
    known = said(compiler, node) if isinstance(node, Binary) else called(compiler, node)
    if isinstance(known.sql, No):
        raise NotCompilable("这个函数要逐案求值", f"{known.id} is evaluated case by case")
    leaf = LEAVES.get(known.sql)
    if leaf is None:
        raise unknown(compiler, node)
    return leaf


# ---- comparisons and texts


def _compared(compiler: Any, node: Binary, at: Block) -> Any:
    return compiler.compared(node.op, node.left, node.right, at)


def text_test(test: Callable[[Any, Any], Any]) -> Make:
    """Return what compiles a test of two texts; of a list of texts one is enough."""

    def make(compiler: Any, node: Binary, at: Block) -> Any:
        if "null" in (node.left.type, node.right.type):
            return b.truth(None)
        subject = compiler.value(node.left, at)
        folding = folds(compiler.definitions, node.op, node.left, node.right)
        if folding:
            subject = b.fold(subject)
        if node.right.type == "texts":

            def holds_one(parts: list[str]) -> Any:
                wanted = tuple(fold(part) if folding else part for part in parts)
                if test is _contains:  # one pattern, where a chain would be too deep; every text holds the empty one
                    pattern = any_part(wanted) if all(wanted) else ""
                    return b.matches(subject, pattern) if pattern else b.truth(bool(wanted))
                return b.either(*(test(subject, b.text(part)) for part in wanted))

            return compiler.any_text(node.right, at, subject, holds_one)
        part = compiler.value(node.right, at)
        return test(subject, b.fold(part) if folding else part)

    return make


def _contains(subject: Any, part: Any) -> Any:
    return b.compare(">", b.position(subject, part), b.integer(0))


def _matches(compiler: Any, node: Binary, at: Block) -> Any:
    if "null" in (node.left.type, node.right.type):
        return b.truth(None)
    assert isinstance(node.right, Literal)
    return b.matches(compiler.value(node.left, at), b.pattern_for(str(node.right.value), compiler.dialect))


def _without(compiler: Any, node: Call, at: Block) -> Any:
    if "null" in (node.arguments[0].type, node.arguments[1].type):
        return b.cast(b.truth(None), "VARCHAR")
    subject, parts = compiler.value(node.arguments[0], at), node.arguments[1]
    if parts.type == "text" and isinstance(parts, Literal):
        return at.shared(b.without(subject, any_part(parts.value)), OFTEN)
    if not isinstance(parts, ParameterRef) or parts.type != "texts":
        raise NotCompilable("要去掉的文字要逐案求值", "what is taken out of a text is evaluated case by case")

    def taken_out(values: Any) -> Any:
        if values is None:
            return b.cast(b.truth(None), "VARCHAR")
        return at.shared(b.without(subject, any_part(tuple(map(str, values)))), OFTEN)

    return compiler.dated(parts.name, at, taken_out)


def _rate_of(compiler: Any, node: Call, at: Block) -> Num:
    table = node.arguments[1]
    if not isinstance(table, ParameterRef):
        raise NotCompilable(
            "选出来的金额表要逐案求值", "a table that is chosen by a condition is evaluated case by case"
        )
    subject = at.shared(b.fold(compiler.value(node.arguments[0], at)))

    def found(values: Any) -> Num:
        if not values:
            return n.nothing()
        several, tests = rate_tests(tuple(map(str, values)))
        return n.choose(
            (b.matches(subject, several), n.nothing()),
            *((b.matches(subject, test), n.constant(amount)) for test, amount in tests),
        )

    rate: Num = compiler.dated(table.name, at, found)
    return rate


def _party(compiler: Any, node: Call, at: Block) -> Any:
    return of_one_party(b.party(compiler.value(node.arguments[0], at)), node, at)


def of_one_party(found: Any, node: Call, at: Block) -> Any:
    """Return the name of a party, or the name that somebody confirmed to be the same party's."""
    if not node.confirmed:
        return found
    return b.one_party(at.shared(found), node.confirmed)


def _joined(compiler: Any, node: Binary, at: Block) -> Any:
    raise NotCompilable("拼接文字要逐案求值", "joined text is evaluated case by case")


# ---- numbers


def numbers(make: Callable[..., Num]) -> Make:
    """Return what compiles a function of numbers; each stands in one place only, however often it is named."""

    def number(compiler: Any, node: Call, at: Block) -> Num:
        return make(*(compiler.shared_number(compiler.number(each, at), at) for each in node.arguments))

    return number


def _arithmetic(make: Callable[[Num, Num], Num]) -> Make:
    def number(compiler: Any, node: Binary, at: Block) -> Num:
        return make(compiler.number(node.left, at), compiler.number(node.right, at))

    return number


def _less(compiler: Any, node: Binary, at: Block) -> Num:
    if node.left.type == "date":
        days = b.days_between(compiler.value(node.left, at), compiler.value(node.right, at))
        return Num(b.cast(days, "BIGINT"), 0, 10**7)
    return n.add(compiler.number(node.left, at), compiler.number(node.right, at), True)


def _total(*values: Num) -> Num:
    total = values[0]
    for value in values[1:]:
        total = n.add(total, value)
    return total


def _size(value: Num) -> Num:
    zero = n.constant(0)
    return n.choose((n.compare("<", value, zero), n.minus(value)), (n.compare(">=", value, zero), value))


def _length(compiler: Any, node: Call, at: Block) -> Num:
    return Num(b.cast(b.length(compiler.value(node.arguments[0], at)), "BIGINT"), 0, 10**9)


def _year(compiler: Any, node: Call, at: Block) -> Num:
    return Num(b.year_of(compiler.value(node.arguments[0], at)), 0, 9999)


def _of_year(month: int, day: int) -> Make:
    """Return what compiles one day of a year."""

    def value(compiler: Any, node: Call, at: Block) -> Any:
        if node.arguments[0].type == "null":
            return b.cast(b.truth(None), "DATE")
        year = compiler.shared_number(compiler.number(node.arguments[0], at), at)
        if year.scale:
            raise NotCompilable("小数的年份要逐案求值", "a year with decimals is evaluated case by case")
        within = b.both(b.compare(">=", year.sql, b.integer(1)), b.compare("<=", year.sql, b.integer(date.max.year)))
        return b.case((within, b.day_of(year.sql, month, day)))

    return value


def _later(unit: str) -> Make:
    """Return what compiles a date with so many days or months behind it; how many stands in the rule or in a parameter."""

    def made(day: Any, count: Any) -> Any:
        if count is None or count != int(count) or abs(count) > FARTHEST:
            return b.cast(b.truth(None), "DATE")
        moved = b.later(day, int(count), unit)
        return b.case((b.both(b.compare(">=", moved, b.day(date.min)), b.compare("<=", moved, b.day(date.max))), moved))

    def value(compiler: Any, node: Call, at: Block) -> Any:
        count = node.arguments[1]
        if "null" in (node.arguments[0].type, count.type):
            return b.cast(b.truth(None), "DATE")
        if not isinstance(count, (Literal, ParameterRef)):
            raise NotCompilable("加在日期上的天数要逐案求值", "days added to a date are evaluated case by case")
        day = at.shared(compiler.value(node.arguments[0], at))
        if isinstance(count, Literal):
            return made(day, count.value)
        return compiler.dated(count.name, at, lambda found: made(day, found))

    return value


# ---- the least and the greatest


def _extreme(greatest: bool) -> Leaf:
    def value(compiler: Any, node: Call, at: Block) -> Any:
        """Of dates."""
        found = at.shared(compiler.value(node.arguments[0], at))
        for argument in node.arguments[1:]:
            found, other = at.shared(found), at.shared(compiler.value(argument, at))
            first = b.compare(">=" if greatest else "<=", found, other)
            found = b.case((first, found), (b.negate(first), other))
        return found

    def number(compiler: Any, node: Call, at: Block) -> Num:
        values = [compiler.shared_number(compiler.number(each, at), at) for each in node.arguments]
        least: Num = compiler.shared_least(values, at, greatest)
        return least

    def ratio(compiler: Any, node: Call, at: Block) -> Ratio:
        found: Ratio = compiler.shared_ratio(compiler.ratio(node.arguments[0], at), at)
        for argument in node.arguments[1:]:
            both = [compiler.shared_ratio(each, at) for each in (found, compiler.ratio(argument, at))]
            found = n.ratio_least(both, greatest)
        return found

    def ends(compiler: Any, node: Call, at: Block) -> Ends:
        each = _ends(compiler, node.arguments, at)
        return Ends(*(compiler.shared_least([one[end] for one in each], at, greatest) for end in (0, 1)))

    return Leaf(value, number, ratio, ends)


# ---- ratios and intervals


def _ratios(compiler: Any, node: Binary, at: Block) -> Ratio:
    return n.ratio_arithmetic(node.op, compiler.ratio(node.left, at), compiler.ratio(node.right, at))


def _quotient(compiler: Any, node: Binary, at: Block) -> Ratio:
    positive = at is compiler.positive[0] and node.right in compiler.positive[1]
    return n.ratio_of(compiler.number(node.left, at), compiler.number(node.right, at), positive)


def _ends(compiler: Any, operands: tuple[Expr, ...], at: Block) -> list[Ends]:
    return [compiler.shared_ends(each, at) for each in operands]


def _sum_ends(compiler: Any, node: Call, at: Block) -> Ends:
    total, *others = _ends(compiler, node.arguments, at)
    for each in others:
        total = Ends(n.add(total.low, each.low), n.add(total.high, each.high))
    return total


def _size_ends(compiler: Any, node: Call, at: Block) -> Ends:
    ((low, high),) = _ends(compiler, node.arguments, at)
    least = compiler.shared_least([n.constant(0), low, n.minus(high)], at, greatest=True)
    return Ends(least, compiler.shared_least([n.minus(low), high], at, greatest=True))


def _plus_ends(compiler: Any, node: Binary, at: Block) -> Ends:
    left, right = compiler.ends(node.left, at), compiler.ends(node.right, at)
    return Ends(n.add(left.low, right.low), n.add(left.high, right.high))


def _less_ends(compiler: Any, node: Binary, at: Block) -> Ends:
    left, right = compiler.ends(node.left, at), compiler.ends(node.right, at)
    return Ends(n.add(left.low, right.high, minus=True), n.add(left.high, right.low, minus=True))


def _times_ends(compiler: Any, node: Binary, at: Block) -> Ends:
    if constant(node.left) or constant(node.right):
        factor, other_ = (node.left, node.right) if constant(node.left) else (node.right, node.left)
        times, inner = compiler.number(factor, at), compiler.shared_ends(other_, at)
        products = [n.multiply(times, inner.low), n.multiply(times, inner.high)]
        if times.const is not None:  # its sign says which end is which
            return Ends(*products) if times.const >= 0 else Ends(*reversed(products))
    else:  # doubled twice: half of it, as an exact number
        one, two, once = *_ends(compiler, (node.left, node.right), at), n.constant(HALF)
        products = [n.multiply(once, n.multiply(a, c)) for a in one for c in two]
    return Ends(compiler.shared_least(products, at), compiler.shared_least(products, at, greatest=True))


LEAVES: dict[str, Leaf] = {
    **{op: Leaf(value=_compared) for op in b.COMPARE},
    "≈": Leaf(value=lambda compiler, node, at: compiler.approximate(node, at)),
    "contains": Leaf(value=text_test(_contains)),
    "starts_with": Leaf(value=text_test(b.begins)),
    "ends_with": Leaf(value=text_test(b.ends)),
    "matches": Leaf(value=_matches),
    "+": Leaf(_joined, _arithmetic(n.add), _ratios, _plus_ends),
    "-": Leaf(None, _less, _ratios, _less_ends),
    "*": Leaf(None, _arithmetic(n.multiply), _ratios, _times_ends),
    "/": Leaf(ratio=_quotient),
    "known": Leaf(value=lambda compiler, node, at: compiler.known(node.arguments[0], at)),
    "settled": Leaf(value=lambda compiler, node, at: b.case((compiler.known(node.arguments[0], at), b.truth(True)))),
    "string": Leaf(value=lambda compiler, node, at: compiler.value(node.arguments[0], at)),
    "without": Leaf(value=_without),
    "rate_of": Leaf(number=_rate_of),
    "party": Leaf(value=_party),
    "length": Leaf(number=_length),
    "year": Leaf(number=_year),
    "year_start": Leaf(value=_of_year(1, 1)),
    "year_end": Leaf(value=_of_year(12, 31)),
    "days_after": Leaf(value=_later("DAY")),
    "months_after": Leaf(value=_later("MONTH")),
    "last_digit": Leaf(number=lambda compiler, node, at: compiler.step(node.arguments[0], at)),
    "printed": Leaf(number=numbers(lambda value: value)),
    "abs": Leaf(number=numbers(_size), ends=_size_ends),
    "modulo": Leaf(number=numbers(n.modulo)),
    "sum": Leaf(number=numbers(_total), ends=_sum_ends),
    "min": _extreme(greatest=False),
    "max": _extreme(greatest=True),
}
"""Each leaf by its name."""
