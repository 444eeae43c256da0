"""What differs between the plans that one statement judges by: the values of parameters, and the days these change on.

The unit of each case says which of the plans is its own (`PLAN`), so that the limits of many places and years are one statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from checker.engines.sql.days import in_force_by_day, values_of
from checker.rulebook.book import Plan
from checker.rulebook.rule import Rule

PLAN = "_plan"
"""The column of units that holds the number of the plan of their case, where a statement judges by several."""

Values = list[tuple[date | None, Any]]
"""Values by the day they hold from; the first is for no date."""


class Plans:
    """The plans of one statement: that of its rules alone, or all that it is `together` with."""

    def __init__(self, plan: Plan) -> None:
        self.own = plan
        self._all = plan.together or ((plan, frozenset(rule.id for rule in plan.rules)),)
        self._known: dict[Any, dict[int, Values]] = {}

    def of(self, rule: Rule) -> dict[int, Plan]:
        """Return the plans under which a rule is asked, by number; all of them for one whose definitions others share."""
        return {n: plan for n, (plan, rules) in enumerate(self._all) if rule.as_of is None or rule.id in rules}

    def values(self, rule: Rule, name: str) -> dict[int, Values]:
        """Return what `values_of` says of a parameter under each plan of *rule*; places where the same values fit are asked once."""
        key = name, None if rule.as_of is None else rule.id
        if key not in self._known:
            alike: dict[Any, Values] = {}
            found = self._known[key] = {}
            reaches = {value.reach for value in self.own.book.parameters[name].values}
            for number, plan in self.of(rule).items():
                place = plan.jurisdiction, plan.level, plan.unit_kind
                whole = all(place)  # what is not known leaves more open than which values fit
                same = plan.year, place if not whole else tuple(reach.covers(*place) for reach in reaches)
                if same not in alike:
                    alike[same] = values_of(plan, rule, name)
                found[number] = alike[same]
        return self._known[key]

    def force(self, rule: Rule) -> dict[int, Values]:
        """Return whether a dated rule is in force under each of its plans, by the day."""
        return {number: in_force_by_day(plan, rule) for number, plan in self.of(rule).items()}

    def turns(self, rule: Rule) -> list[dict[int, date | None]]:
        """Return the days that stand for every value which may apply to what has no date (`Plan.days`), one of each plan at a time.

        Nothing where no plan has several; of a plan with one alone no day, but what is said without a date.
        """
        days = {number: plan.days(rule) for number, plan in self.of(rule).items()} if rule.as_of is not None else {}
        most = max(map(len, days.values()), default=0)
        if most < 2:
            return []
        return [
            {n: own[min(turn, len(own) - 1)] if len(own) > 1 else None for n, own in days.items()}
            for turn in range(most)
        ]


def held(values: Values, day: date | None) -> Any:
    """Return which value holds on a day."""
    return values[0][1] if day is None else [value for start, value in values if start is not None and start <= day][-1]


def grouped(each: dict[int, Any]) -> list[tuple[tuple[int, ...], Any]]:
    """Return what plans come to, each once, with the numbers of the plans that come to it."""
    found: list[tuple[list[int], Any]] = []
    for number, value in each.items():
        for numbers, known in found:
            if known == value:
                numbers.append(number)
                break
        else:
            found.append(([number], value))
    return [(tuple(numbers), value) for numbers, value in found]


def same_for_all(values: Iterable[Values]) -> bool:
    """Whether values change on no day, whatever they are in each plan."""
    return all(value == own[0][1] for own in values for _, value in own)
