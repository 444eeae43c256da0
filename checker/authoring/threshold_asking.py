"""Which rules ask for a parameter, and whom in which year: what is not known of it stays open there, and is not asked elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Parameter, Reach, Rule, Validity

BY_TEXT = {
    "retold_threshold": ("open_tender_threshold",),
    "retold_limit_goods": ("goods_limit", "services_limit"),
    "retold_limit_works": ("works_limit",),
}
"""The parameters that hold what was only retold, each with those by texts, which are named where neither is known."""
TWINS = {*BY_TEXT, *(name for names in BY_TEXT.values() for name in names)}


class Asking(NamedTuple):
    """The rules that read each parameter, and which of them bind whom in which year."""

    book: Rulebook
    readers: Mapping[str, tuple[Rule, ...]]
    bound: dict[tuple[Reach, int], frozenset[str]]

    def of(self, parameter: str, reach: Reach, year: int) -> bool:
        """Whether a rule that reads the parameter binds units of *reach* on any day of *year*."""
        names = self.bound.get((reach, year))
        if names is None:
            place, level, kind = reach.jurisdiction, "".join(reach.levels), "".join(reach.unit_kinds)
            plan = self.book.plan_for(year, place, level, kind, self._read)
            found = (rule.id for rule in plan.rules if rule.validity.holds(None, year) is not False)
            names = self.bound[reach, year] = frozenset(found)
        return any(rule.id in names for rule in self.readers.get(parameter, ()))

    def _read(self, name: str) -> bool:
        return any(rule.id == name for rules in self.readers.values() for rule in rules)

    def places(self, parameter: str) -> list[Reach]:
        """Return the places that the rules which read the parameter cite an instrument of, with the levels it binds."""
        return [
            Reach(basis.reach.jurisdiction, basis.reach.levels or rule.reach.levels, basis.reach.unit_kinds)
            for rule in self.readers.get(parameter, ())
            for basis in rule.basis
            if basis.reach.jurisdiction
        ]


def asking(book: Rulebook) -> Asking:
    """Return which rules of *book* read which of its parameters that differ by place, level or year."""
    found: dict[str, list[Rule]] = {}
    for rule in book.rules.values():
        for name in rule.parameters_read(book.definitions, stakes=True):
            if differs(book.parameters[name]):
                found.setdefault(name, []).append(rule)
    return Asking(book, {name: tuple(rules) for name, rules in found.items()}, {})


def differs(parameter: Parameter) -> bool:
    """Whether its values differ by place, level or time, or bind some of them only."""
    return any(value.validity != Validity() or value.reach != Reach() for value in parameter.values)
