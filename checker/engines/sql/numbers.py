"""Exact numbers in SQL: integers with a fixed number of decimals each, widened before they could wrap, and ratios of two.

A number carries how large it can be, so that 64-bit arithmetic is used where it is safe and integers of 38 digits
elsewhere; beyond 38 digits every engine raises an error (measured), and the evaluator judges instead.
"""

from __future__ import annotations

from decimal import Decimal
from math import gcd
from typing import Any, NamedTuple

from sqlglot import exp

from checker.base.values import EXACT
from checker.engines.sql import build as b
from checker.engines.sql.dialects import dialect
from checker.language.columns import No
from checker.language.operators import COMPARISONS
from checker.language.tree import unknown

NARROW = 2**63 - 1
MANY = 10**9
"""Most facts that one sum is taken over; more make the engine's own error, not a wrong sum."""


class Num(NamedTuple):
    """A number: the SQL of an integer that stands for it times 10^scale, its largest size, the value if constant."""

    sql: Any
    scale: int
    bound: int
    wide: bool = False
    const: Decimal | int | None = None


class Ratio(NamedTuple):
    """n/d with d > 0, or NULL in one of them; both integers (scale 0)."""

    n: Num
    d: Num


class Ends(NamedTuple):
    """The doubled ends of an interval; both known or both unknown."""

    low: Num
    high: Num


def constant(value: Decimal | int) -> Num:
    """Return the number *value*."""
    number = Decimal(value)
    exponent = number.normalize(EXACT).as_tuple().exponent
    scale = max(0, -exponent) if isinstance(exponent, int) else 0
    whole = int(number.scaleb(scale, EXACT))
    return Num(b.integer(whole), scale, abs(whole), abs(whole) > NARROW, value)


def nothing() -> Num:
    """Return an unknown number."""
    return Num(b.cast(exp.Null(), "BIGINT"), 0, 0)


def widen(number: Num) -> Num:
    """Return *number* as an integer of 38 digits."""
    return number if number.wide else number._replace(sql=b.cast(number.sql, "wide"), wide=True)


def _fit(one: Num, two: Num, bound: int) -> tuple[Num, Num]:
    return (widen(one), two) if bound > NARROW and not (one.wide or two.wide) else (one, two)


def rescale(number: Num, scale: int) -> Num:
    """Return *number* with at least *scale* decimals."""
    if scale <= number.scale:
        return number
    factor = 10 ** (scale - number.scale)
    if number.const is not None:
        whole = int(Decimal(number.const).scaleb(scale, EXACT))
        return Num(b.integer(whole), scale, abs(whole), abs(whole) > NARROW, number.const)
    bound = number.bound * factor
    one, _ = _fit(number, constant(factor), bound)
    return Num(b.binary(exp.Mul, one.sql, _long(factor)), scale, bound, one.wide or bound > NARROW)


def _long(value: int) -> Any:
    """Return a factor as a long integer: an engine may take two small constants for short ones and overflow."""
    return b.cast(b.integer(value), "BIGINT") if abs(value) <= NARROW else b.integer(value)


def align(one: Num, two: Num) -> tuple[Num, Num]:
    """Return both with the same number of decimals."""
    return rescale(one, two.scale), rescale(two, one.scale)


def add(one: Num, two: Num, minus: bool = False) -> Num:
    """Return one + two, or one - two."""
    if one.const is not None and two.const is not None:
        left, right = Decimal(one.const), Decimal(two.const)
        return constant(EXACT.subtract(left, right) if minus else EXACT.add(left, right))
    one, two = align(one, two)
    bound = one.bound + two.bound
    left_, right_ = _fit(one, two, bound)
    made = b.binary(exp.Sub if minus else exp.Add, left_.sql, right_.sql)
    return Num(made, one.scale, bound, left_.wide or right_.wide)


def multiply(one: Num, two: Num) -> Num:
    """Return one × two."""
    if one.const is not None and two.const is not None:
        return constant(EXACT.multiply(Decimal(one.const), Decimal(two.const)))
    for number, other in ((one, two), (two, one)):
        if other.const == 1:
            return number
    bound = one.bound * two.bound
    one, two = (n if n.const is None or n.wide else n._replace(sql=b.cast(n.sql, "BIGINT")) for n in (one, two))
    left, right = _fit(one, two, bound)
    return Num(b.binary(exp.Mul, left.sql, right.sql), one.scale + two.scale, bound, left.wide or right.wide)


def minus(number: Num) -> Num:
    """Return -number."""
    if number.const is not None:
        return constant(-number.const)
    return number._replace(sql=exp.Neg(this=b.bracket(number.sql)))


def modulo(one: Num, two: Num) -> Num:
    """Return what is left of one by whole two, with the sign of two; unknown when two is zero."""
    one, two = (n if n.const is None or n.wide else n._replace(sql=b.cast(n.sql, "BIGINT")) for n in align(one, two))
    left, right = (widen(one), widen(two)) if one.wide or two.wide else (one, two)
    zero = b.integer(0)
    under = b.case((b.compare("!=", right.sql, zero), right.sql))
    rest = b.binary(exp.Mod, left.sql, under)
    other_sign = b.either(
        b.both(b.compare("<", rest, zero), b.compare(">", right.sql, zero)),
        b.both(b.compare(">", rest, zero), b.compare("<", right.sql, zero)),
    )
    made = b.case((other_sign, b.binary(exp.Add, rest, right.sql)), (b.negate(other_sign), rest))
    return Num(made, one.scale, two.bound, left.wide)


def compare(op: str, one: Num, two: Num) -> Any:
    """Return the comparison of two numbers."""
    if one.const is not None and two.const is not None:
        value = COMPARISONS[op].value
        if isinstance(value, No):
            raise TypeError(op)
        return b.truth(value(Decimal(one.const), Decimal(two.const)))
    one, two = align(one, two)
    return b.compare(op, one.sql, two.sql)


def choose(*branches: tuple[Any, Num], default: Num | None = None) -> Num:
    """Return CASE WHEN … THEN number …, all with the same decimals."""
    numbers = [number for _, number in branches] + ([default] if default is not None else [])
    scale, wide = max(n.scale for n in numbers), any(n.wide for n in numbers)
    done = [rescale(n, scale) for n in numbers]
    wide = wide or any(n.wide for n in done)
    # a constant alone would be of 32 bits, and so would what is made of it
    sqls = [widen(n).sql if wide else n.sql if n.const is None else b.cast(n.sql, "BIGINT") for n in done]
    made = b.case(
        *((condition, sql) for (condition, _), sql in zip(branches, sqls, strict=False)),
        default=sqls[-1] if default is not None else None,
    )
    if isinstance(made, exp.Null):  # no branch that could be taken
        made = b.cast(made, "wide" if wide else "BIGINT")
    return Num(made, scale, max(n.bound for n in done), wide)


def least(numbers: list[Num], greatest: bool = False) -> Num:
    """Return the least (or greatest) number; unknown when one is."""
    found = numbers[0]
    for number in numbers[1:]:
        one, two = align(found, number)
        first = b.compare(">=" if greatest else "<=", one.sql, two.sql)
        found = choose((first, one), (b.negate(first), two))
    return found


def total(number: Num, name: str) -> Num:
    """Return the sum of *number* over the rows of a group, in the dialect called *name*."""
    inner = widen(number) if dialect(name).sums_widen else number
    if isinstance(inner.sql, exp.Null):  # nothing of it can be known: a sum wants the type all the same
        inner = inner._replace(sql=b.cast(inner.sql, "wide"))
    return Num(exp.Sum(this=inner.sql), number.scale, number.bound * MANY, True)


# ---- ratios


def ratio_of(over: Num, under: Num, positive: bool = False) -> Ratio:
    """Return over / under with a positive denominator; unknown where it is zero. *positive*: it is so already, or unknown."""
    over, under = (number._replace(scale=0, const=None) for number in align(over, under))
    if positive:
        return Ratio(over, under)
    up, down = b.compare(">", under.sql, b.integer(0)), b.compare("<", under.sql, b.integer(0))
    return Ratio(
        choose((up, over), (down, minus(over))),
        choose((up, under), (down, minus(under))),
    )


def as_ratio(value: Num | Ratio) -> Ratio:
    """Return a number as a ratio, a constant in lowest terms: what it is multiplied with may then stay within 64 bits."""
    if isinstance(value, Ratio):
        return value
    one = 10**value.scale
    if value.const is not None:
        whole = int(Decimal(value.const).scaleb(value.scale, EXACT))
        common = gcd(whole, one)
        return Ratio(constant(whole // common), constant(one // common))
    return Ratio(value._replace(scale=0), constant(one))


def ratio_compare(op: str, one: Ratio, two: Ratio) -> Any:
    """Return the comparison of two ratios, by cross-multiplication."""
    return compare(op, multiply(one.n, two.d), multiply(two.n, one.d))


def ratio_arithmetic(op: str, one: Ratio, two: Ratio) -> Ratio:
    """Return one op two for + - *."""
    if op == "*":
        return Ratio(multiply(one.n, two.n), multiply(one.d, two.d))
    if op not in ("+", "-"):
        raise unknown("the arithmetic of ratios in SQL", op)
    left, right = multiply(one.n, two.d), multiply(two.n, one.d)
    return Ratio(add(left, right, op == "-"), multiply(one.d, two.d))


def ratio_choose(*branches: tuple[Any, Ratio]) -> Ratio:
    """Return CASE WHEN … THEN ratio …."""
    return Ratio(
        choose(*((condition, ratio.n) for condition, ratio in branches)),
        choose(*((condition, ratio.d) for condition, ratio in branches)),
    )


def ratio_least(ratios: list[Ratio], greatest: bool = False) -> Ratio:
    """Return the least (or greatest) ratio; unknown when one is."""
    found = ratios[0]
    for ratio in ratios[1:]:
        first = ratio_compare(">=" if greatest else "<=", found, ratio)
        found = ratio_choose((first, found), (b.negate(first), ratio))
    return found
