"""What runs of earlier years say of the units at hand: sums by year, and what fails year after year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.findings.problems import CLASSES
from checker.findings.unit_entry import Sum, UnitEntry


@frozen
class PastUnit:
    """One unit and year of an earlier run: its problems by class, its spending, and what failed.

    `failed` has each check that failed, by rule, as it is known in any year: its series and what its subject is called.
    """

    owner: str
    year: int
    classes: Mapping[str, Sum]
    spent: int | None
    failed: Mapping[str, frozenset[str]]


@frozen
class YearSum:
    """All units of one year that were ever looked at: their problems, their spending, how many do not state it."""

    year: int
    units: int
    classes: Mapping[str, Sum]
    spent: int
    silent: int

    @property
    def amount(self) -> int:
        """The money at stake, none of it twice, in fen."""
        return sum(each.amount for each in self.classes.values())

    def of(self, kinds: tuple[str, ...]) -> Sum:
        """Return the problems of some classes."""
        return sum((self.classes[kind] for kind in kinds if kind in self.classes), Sum())


@frozen
class Repeat:
    """A rule that failed in one unit for so many years running; `same` says that it was of the same subjects all these years."""

    unit: UnitEntry
    rule: str
    title: Text
    years: int
    same: bool

    @property
    def told(self) -> Text:
        """What the report of the unit says of it."""
        first, last = self.unit.year - self.years + 1, self.unit.year
        same = Text("，都有同一事项", ", the same item in all of them") if self.same else Text("", "")
        return Text(
            f"{self.title.zh}：{first}—{last} 年度连续 {self.years} 年不符合{same.zh}",
            f"{self.title.en}: failed {self.years} years running, {first} to {last}{same.en}",
        )


def known_as(series: str, subject: str) -> str:
    """Return what a check is known by in any year: its subject must have the same number and the same name; nothing where it has no name of its own."""
    return f"{series} {subject}" if series else ""


def past_of(unit: UnitEntry) -> PastUnit:
    """Return what is kept of a unit for later years."""
    failed: dict[str, set[str]] = {}
    for each in unit.failed:
        failed.setdefault(each.rule, set()).add(known_as(each.series, each.subject))
    found = {rule: frozenset(series) for rule, series in failed.items()}
    return PastUnit(unit.owner, unit.year, unit.classes, unit.spent, found)


def sums_by_year(past: Iterable[PastUnit]) -> tuple[YearSum, ...]:
    """Return the sums of each year, the earliest first; a unit and year stands in *past* once. What is of no year is left out."""
    years: dict[int, list[PastUnit]] = {}
    for unit in past:
        if unit.year:
            years.setdefault(unit.year, []).append(unit)
    found = []
    for year, units in sorted(years.items()):
        classes: dict[str, Sum] = {}
        for unit in units:
            for kind, each in unit.classes.items():
                classes[kind] = classes.get(kind, Sum()) + each
        spent = sum(unit.spent or 0 for unit in units)
        silent = sum(unit.spent is None for unit in units)
        ordered = {kind: classes[kind] for kind in CLASSES if kind in classes}
        found.append(YearSum(year, len(units), ordered, spent, silent))
    return tuple(found)


def repeats(units: Iterable[UnitEntry], past: Iterable[PastUnit], titles: Mapping[str, Text]) -> tuple[Repeat, ...]:
    """Return what failed in the year before as well, and in how many years running; a year nobody looked at ends the count."""
    known = {(each.owner, each.year): each for each in past}
    found = []
    for unit in units:
        own = past_of(unit)
        for rule, series in own.failed.items():
            years, common = 1, series
            while (before := known.get((unit.owner, unit.year - years))) is not None and rule in before.failed:
                common &= before.failed[rule]
                years += 1
            if years > 1 and unit.year:
                found.append(Repeat(unit, rule, titles.get(rule, Text(rule, rule)), years, any(common)))
    return tuple(
        sorted(found, key=lambda each: (-each.years, not each.same, each.unit.unit, each.unit.year, each.rule))
    )
