"""Exact arithmetic that closures and tracer share: ratios, intervals, Kleene logic, and ways between facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from checker.base.patterns import compiled
from checker.cases.case import Fact
from checker.language.tree import unknown

FARTHEST = 4_000_000
"""Days or months beyond which a period leads out of the calendar whatever it is counted from."""
Frames = tuple[Fact, ...]
Ratio = tuple[Any, Any]
Closure = Callable[[Frames], Any]
Bounds = Callable[[Frames], tuple[Any, Any] | None]


def make_ratio(over: Any, under: Any) -> Ratio | None:
    """Return over/under as a pair with a positive denominator; unknown when it is zero."""
    if over is None or under is None or under == 0:
        return None
    return (over, under) if under > 0 else (-over, -under)


def as_ratio(value: Any) -> Ratio | None:
    """Return a number, percent or ratio as a pair."""
    return value if value is None or isinstance(value, tuple) else (value, 1)


def ratio_plus(one: Ratio, two: Ratio) -> Ratio:
    """Return the sum of two ratios."""
    (a, b), (c, d) = one, two
    return (a + c, b) if b == d else (a * d + c * b, b * d)


def ratio_less(one: Ratio, two: Ratio) -> Ratio:
    """Return the difference of two ratios."""
    (a, b), (c, d) = one, two
    return (a - c, b) if b == d else (a * d - c * b, b * d)


def ratio_times(one: Ratio, two: Ratio) -> Ratio:
    """Return the product of two ratios; a factor is always a plain number, so nothing grows beyond a product."""
    return one[0] * two[0], one[1] * two[1]


def days_from(one: date, two: date) -> int:
    """Return the number of days from *two* to *one*."""
    return (one - two).days


def meets(one: tuple[Any, Any] | None, two: tuple[Any, Any] | None) -> bool | None:
    """Whether two closed intervals can meet."""
    if one is None or two is None:
        return None
    return bool(one[0] <= two[1] and two[0] <= one[1])


def ratio_meets(over: Any, under: Any, rate: Any) -> bool | None:
    """Whether over/under can be rate, all three given as doubled intervals (design 5); unknown unless under > 0."""
    if over is None or under is None or rate is None or under[0] <= 0:
        return None
    products = [r * d for r in rate for d in under]  # twice doubled
    return bool(min(products) <= 2 * over[1] and 2 * over[0] <= max(products))


def hop(fact: Fact | None, key: str) -> Fact | None:
    """Follow one to-one relation."""
    if fact is None:
        return None
    if key == "^":
        return fact.owner
    if key == "^^":
        return fact.root
    found = fact.values.get(key)
    return found if isinstance(found, Fact) else None


def start(s: Frames, depth: int) -> Fact:
    """Return the fact at *depth*."""
    return s[0].root if depth < 0 else s[depth]


def gather(fact: Fact | None, hops: tuple[str, ...]) -> tuple[list[Fact], bool]:
    """Return the facts reached along *hops* and whether these are all there are."""
    if fact is None:
        return [], False
    found, complete = [fact], True
    for key in hops:
        if key in ("^", "^^"):
            found = [up for each in found if (up := hop(each, key)) is not None]
            continue
        reached: list[Fact] = []
        for each in found:
            if key in each.values and isinstance(each.values[key], Fact):
                reached.append(each.values[key])
                continue
            reached.extend(each.related.get(key, ()))
            complete = complete and each.states.get(key) == "complete"
        found = reached
    return found, complete


def surely_same(one: tuple[Any, Any] | None, two: tuple[Any, Any] | None) -> bool | None:
    """Whether two doubled intervals are one figure: unknown where they may be. Equal figures are equal: there digits decide."""
    if one is None or two is None:
        return None
    if one == two or (one[0] + one[1] == two[0] + two[1]):
        return True
    return None if meets(one, two) else False


def surely_apart(one: tuple[Any, Any] | None, two: tuple[Any, Any] | None) -> bool | None:
    """Whether two doubled intervals are two figures: unknown where they may be one."""
    same = surely_same(one, two)
    return None if same is None else not same


def surely_less(one: tuple[Any, Any] | None, two: tuple[Any, Any] | None) -> bool | None:
    """Whether one doubled interval lies below another: unknown where both outcomes can be."""
    if one is None or two is None:
        return None
    return True if one[1] < two[0] else False if one[0] >= two[1] else None


def surely_most(one: tuple[Any, Any] | None, two: tuple[Any, Any] | None) -> bool | None:
    """Whether one doubled interval lies nowhere above another: unknown where both outcomes can be."""
    if one is None or two is None:
        return None
    return True if one[1] <= two[0] else False if one[0] > two[1] else None


def times(one: tuple[Any, Any], two: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return the product of two doubled intervals, doubled once, exactly."""
    products = [a * b for a in one for b in two]
    return half(min(products)), half(max(products))


def plus(one: tuple[Any, Any], two: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return the sum of two doubled intervals."""
    return one[0] + two[0], one[1] + two[1]


def less(one: tuple[Any, Any], two: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return the difference of two doubled intervals."""
    return one[0] - two[1], one[1] - two[0]


def sum_of(ends: list[tuple[Any, Any]]) -> tuple[Any, Any]:
    """Return the sum of doubled intervals."""
    return sum(each[0] for each in ends), sum(each[1] for each in ends)


def least_of(ends: list[tuple[Any, Any]]) -> tuple[Any, Any]:
    """Return the doubled interval of the least of several figures."""
    return min(each[0] for each in ends), min(each[1] for each in ends)


def greatest_of(ends: list[tuple[Any, Any]]) -> tuple[Any, Any]:
    """Return the doubled interval of the greatest of several figures."""
    return max(each[0] for each in ends), max(each[1] for each in ends)


def size_of(ends: list[tuple[Any, Any]]) -> tuple[Any, Any]:
    """Return the doubled interval of a figure without its sign."""
    ((low, high),) = ends
    return (low, high) if low >= 0 else (-high, -low) if high <= 0 else (0, max(-low, high))


def half(value: Any) -> Any:
    """Return half of a doubled number, exactly."""
    return value // 2 if isinstance(value, int) and value % 2 == 0 else Decimal(value) / 2


def without(text: str, parts: str | tuple[str, ...]) -> str:
    """Return *text* with every one of *parts* taken out, read once from its beginning, the longest that fits first."""
    if not any(part in text for part in ((parts,) if isinstance(parts, str) else parts)):
        return text
    found = _any_part(parts)
    return found.sub("", text) if found is not None else text


@lru_cache(256)
def _any_part(parts: str | tuple[str, ...]) -> re.Pattern[str] | None:
    text = any_part(parts)
    return compiled(text) if text else None


@lru_cache(256)
def any_part(parts: str | tuple[str, ...]) -> str:
    """Return the pattern of *parts* that every engine reads alike, the longest first; empty where there are none."""
    found = (parts,) if isinstance(parts, str) else parts
    ordered = sorted({part for part in found if part}, key=lambda part: (-len(part), part))
    return "|".join(re.sub(r"([!-/:-@\[-^`{-~])", r"\\\1", part) for part in ordered)


def _days_of(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def modulo(over: Any, under: Any) -> Any:
    """Return what is left of *over* by whole *under*, with the sign of *under* as in FEEL; unknown when it is zero."""
    if over is None or under is None or under == 0:
        return None
    left = over % under  # of decimals with the sign of what is divided
    return left + under if left != 0 and (left < 0) != (under < 0) else left


def days_after(day: date, count: Any) -> date | None:
    """Return the day *count* days after *day*, before it where that is below zero; unknown beyond the calendar, or for part of a day."""
    if count != int(count) or abs(count) > FARTHEST:
        return None
    ordinal = day.toordinal() + int(count)
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def months_after(day: date, count: Any) -> date | None:
    """Return the same day *count* months later; where that month has no such day, its last (Civil Code of the PRC, Art. 202).

    Unknown beyond the calendar, and for part of a month.
    """
    if count != int(count) or abs(count) > FARTHEST:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + int(count), 12)
    if not 1 <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, _days_of(year, month + 1)))


def year_start(year: Any) -> date | None:
    """Return 1 January of *year*; unknown beyond the calendar."""
    return date(int(year), 1, 1) if year == int(year) and 1 <= year <= date.max.year else None


def year_end(year: Any) -> date | None:
    """Return 31 December of *year*; unknown beyond the calendar."""
    return date(int(year), 12, 31) if year == int(year) and 1 <= year <= date.max.year else None


def pick(function: str, values: Sequence[Any]) -> Any:
    """Return the least or greatest of *values*, which may be ratios."""
    if function not in ("min", "max"):
        raise unknown("the choice of an extreme", function)
    best = values[0]
    for value in values[1:]:
        less = value[0] * best[1] < best[0] * value[1] if isinstance(value, tuple) else value < best
        more = value[0] * best[1] > best[0] * value[1] if isinstance(value, tuple) else value > best
        if less if function == "min" else more:
            best = value
    return best


def all_of(truths: Iterable[bool | None]) -> bool | None:
    """Kleene conjunction."""
    unsure = False
    for truth in truths:
        if truth is False:
            return False
        unsure = unsure or truth is None
    return None if unsure else True


def any_of(truths: Iterable[bool | None]) -> bool | None:
    """Kleene disjunction."""
    unsure = False
    for truth in truths:
        if truth is True:
            return True
        unsure = unsure or truth is None
    return None if unsure else False


def list_says(fact: Fact | None, hops: tuple[str, ...], word: str) -> bool | None:
    """Return what the case says of the list at the end of *hops* by a *word* that asks for presence."""
    for key in hops[:-1]:
        fact = hop(fact, key)
    if fact is None:
        return False if word == "to_fill" else None
    case, name = fact.root.case, hops[-1]
    seen, open_ = fact.states.get(name) is not None, case is not None and (id(fact), name) in case.to_fill
    if word == "to_fill":
        return open_ and not seen
    found = True if seen else False if case is not None and case.whole and not open_ else None
    return found if found is None or word != "missing" else not found


def field_says(fact: Fact | None, field: str, word: str) -> bool | None:
    """Return what the case says of *field* by a *word* that asks for presence."""
    if fact is None or fact.root.case is None:
        return False if word == "to_fill" else None
    return fact.root.case.says(fact, field, word)
