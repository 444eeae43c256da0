"""What runs of earlier years say of the units at hand: sums by year, and what fails year after year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256

from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.findings.problems import CLASSES
from checker.findings.report import Report, noted_by_file
from checker.findings.unit_entry import Sum, UnitEntry, entry_of


@frozen
class PastUnit:
    """One unit and year of an earlier run: its problems by class, its spending, and what failed.

    `failed` has each check that failed, by rule, as it is known in any year: its series and what its subject is called. `by` tells the
    rules that it was judged by from all others.
    """

    owner: str
    year: int
    classes: Mapping[str, Sum]
    spent: int | None
    failed: Mapping[str, frozenset[str]]
    by: str = ""


@frozen
class YearSum:
    """All units of one year that were ever looked at: their problems, their spending, how many do not state it, by which rules."""

    year: int
    units: int
    classes: Mapping[str, Sum]
    spent: int
    silent: int
    by: frozenset[str]

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
    def running(self) -> Text:
        """In which years it was found."""
        first, last = self.unit.year - self.years + 1, self.unit.year
        return Text(
            f"本单位这条规则 {first}—{last} 年度连续 {self.years} 年查到",
            f"this rule was found here {self.years} years running, {first} to {last}",
        )

    @property
    def told(self) -> Text:
        """What the report of the unit says of it."""
        first, last = self.unit.year - self.years + 1, self.unit.year
        same = Text("，都有同一事项", ", the same item in all of them") if self.same else Text("", "")
        return Text(
            f"{self.title.zh}：{first}—{last} 年度连续 {self.years} 年查到{same.zh}",
            f"{self.title.en}: found {self.years} years running, {first} to {last}{same.en}",
        )


def known_as(series: str, subject: str) -> str:
    """Return what a check is known by in any year: its subject must have the same number and the same name; nothing where it has no name of its own."""
    return f"{series} {subject}" if series else ""


def rules_key(rulebook: str, every: Iterable[str], selected: Callable[[str], bool]) -> str:
    """Return what tells the rules of a run from those of another: the digest of all, or of all and those that were selected."""
    chosen = sorted(filter(selected, every))
    return rulebook if len(chosen) == len(list(every)) else sha256("\n".join((rulebook, *chosen)).encode()).hexdigest()


def past_of(unit: UnitEntry, by: str = "") -> PastUnit:
    """Return what is kept of a unit, judged by the rules *by*, for later years."""
    failed: dict[str, set[str]] = {}
    for each in unit.failed:
        failed.setdefault(each.rule, set()).add(known_as(each.series, each.subject))
    found = {rule: frozenset(series) for rule, series in failed.items()}
    return PastUnit(unit.owner, unit.year, unit.classes, unit.spent, found, by)


def by_owner(past: Iterable[PastUnit]) -> dict[str, list[PastUnit]]:
    """Return what is kept of each unit, by what it is known by in every year."""
    found: dict[str, list[PastUnit]] = {}
    for each in past:
        found.setdefault(each.owner, []).append(each)
    return found


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
        found.append(YearSum(year, len(units), ordered, spent, silent, frozenset(unit.by for unit in units)))
    return tuple(found)


def repeats(units: Iterable[UnitEntry], past: Iterable[PastUnit], titles: Mapping[str, Text]) -> tuple[Repeat, ...]:
    """Return what failed in the year before as well, and in how many years running; a year nobody looked at ends the count.

    Years that run on in another of *units* are told there: a matter stands once, with all its years.
    """
    known = {(each.owner, each.year): each for each in past}
    units = tuple(units)
    failed = {(unit.owner, unit.year): {each.rule for each in unit.failed} for unit in units}
    found = []
    for unit in units:
        own = past_of(unit)
        later = failed.get((unit.owner, unit.year + 1), ())
        for rule, series in own.failed.items():
            if rule in later:
                continue
            years, common = 1, series
            while (before := known.get((unit.owner, unit.year - years))) is not None and rule in before.failed:
                common &= before.failed[rule]
                years += 1
            if years > 1 and unit.year:
                found.append(Repeat(unit, rule, titles.get(rule, Text(rule, rule)), years, any(common)))
    return tuple(
        sorted(found, key=lambda each: (-each.years, not each.same, each.unit.unit, each.unit.year, each.rule))
    )


def with_past(report: Report, past: Mapping[str, Sequence[PastUnit]]) -> Report:
    """Return a report with what earlier years add to it; *past* is what is known of each owner, to which its own cases are added."""
    entries = [(part, entry_of(part)) for part in report.cases]
    known = {owner: list(past.get(owner, ())) for owner in {entry.owner for _, entry in entries}}
    for _, entry in entries:
        held = known[entry.owner]
        held[:] = [*(each for each in held if each.year != entry.year), past_of(entry)]
    titles = {rule: shown.title for rule, shown in report.rules.items()}
    notes: dict[str, tuple[Text, ...]] = {}
    earlier: dict[str, Text] = {}
    for part, entry in entries:
        found = repeats([entry], known[entry.owner], titles)
        file = part.case.file
        notes[file] = (*notes.get(file, ()), *(each.told for each in found))
        running = {each.rule: each.running for each in found}
        earlier |= {each.fingerprint: running[each.rule] for each in entry.failed if each.rule in running}
    return noted_by_file(report, notes, earlier)
