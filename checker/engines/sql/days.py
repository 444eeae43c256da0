"""What of a plan depends on the day: the values of its parameters and whether a rule is in force, each from its day on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from checker.rulebook.book import Plan
from checker.rulebook.rule import Rule


def values_of(plan: Plan, rule: Rule, name: str) -> list[tuple[date | None, Any]]:
    """Return a parameter's values: that of the plan; with `as_of`, that without a date, then each from its day on."""

    def value(day: date | None) -> Any:
        found = plan.parameter(name, day, rule)
        return None if found is None else found.value

    if rule.as_of is None:
        return [(None, value(plan.last))]
    turns = {
        turn
        for known in plan.book.parameters[name].values
        for turn in _turns(known.validity.start, known.validity.end, known.validity.years)
    }
    return _by_day(value, turns)


def in_force_by_day(plan: Plan, rule: Rule) -> list[tuple[date | None, Any]]:
    """Return whether a dated rule is in force: without a date, then from each day on which that changes."""
    validity, year = rule.validity, plan.year
    turns = _turns(validity.start, validity.end, validity.years)
    return _by_day(lambda day: rule.binds_undated(year) if day is None else validity.holds(day, year), set(turns))


def _turns(start: date | None, end: date | None, years: tuple[int, ...]) -> list[date]:
    found = [date(year, 1, 1) for each in years for year in (each, each + 1)]
    if start is not None:
        found.append(start)
    if end is not None and end < date.max:
        found.append(end + timedelta(days=1))
    return found


def _by_day(value: Callable[[date | None], Any], turns: Iterable[date]) -> list[tuple[date | None, Any]]:
    days = sorted({date.min, *turns})
    return [(None, value(None)), *((day, value(day)) for day in days)]
