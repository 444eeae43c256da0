"""Many units together: ranked, and summed by rule, problem, district and kind of unit; made once, and formats only print it.

Every sum is one over the units' own reports, so that it holds whatever way it is cut: no yuan stands in two rows of a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import chain

from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.engines.outcome import OUTCOMES
from checker.findings.data import Data
from checker.findings.identity import Earlier
from checker.findings.over_years import PastUnit, Repeat, YearSum, past_of, repeats, sums_by_year
from checker.findings.problems import CLASSES
from checker.findings.recorded import Unkept
from checker.findings.sections import SECTIONS
from checker.findings.unit_entry import Sum, UnitEntry
from checker.records.comparison import strangers

ESTABLISHED = ("contradiction", "breach")
"""The classes that stand as they are."""
COLUMNS = tuple(kinds for kinds, _ in SECTIONS)
"""The classes that stand in one column, in the order of the sections of a report."""


@frozen
class Group:
    """Some units together: how many they are, in how many cases, how many of them have anything established, their problems and spending.

    A unit has a case for each year. `spent` is the spending of the cases that state it, `silent` in how many units one does not,
    `unstated` how many do not.
    """

    name: Text
    units: int
    cases: int
    found: int
    classes: Mapping[str, Sum]
    spent: int
    silent: int
    unstated: int
    new: int

    @property
    def amount(self) -> int:
        """The money at stake, none of it twice, in fen."""
        return sum(each.amount for each in self.classes.values())

    def of(self, kinds: tuple[str, ...]) -> Sum:
        """Return the problems of some classes."""
        return sum((self.classes[kind] for kind in kinds if kind in self.classes), Sum())


@frozen
class RuleTotal:
    """One rule over all units: its title, in how many units it failed or is open, its outcomes, and its money (None: it names none).

    `own` is the money of this rule by itself, which others may name as well; `amount` is what of it counts.
    """

    rule: str
    title: Text
    failed: int
    open: int
    outcomes: Mapping[str, int]
    amount: int | None
    new: int
    own: int | None

    @property
    def found(self) -> bool:
        """Whether anybody has to act on it."""
        return any(self.outcomes.get(outcome) for outcome in ("fail", "undetermined", "error", "waived"))


@frozen
class ProblemTotal:
    """The problems of one class that units have in common: in how many units, how many, and their money."""

    key: str
    kind: str
    title: Text
    units: int
    count: int
    amount: int
    new: int


class Overview(Data):
    """The units of a run in the order of their rank; `left_out` are files that could not be read, `notes` what holds for all.

    `baseline` names the earlier run that new findings were held against, "" where there is none; `unseen` are findings of it that
    nobody looked at this time. `past` is what a history keeps of units and years, `unkept` what was said to be put right and was not;
    `by` tells the rules of the run from those of another.
    """

    units: tuple[UnitEntry, ...]
    titles: Mapping[str, Text]
    rulebook: str
    baseline: str
    unseen: int
    left_out: tuple[str, ...]
    notes: tuple[Text, ...]
    past: tuple[PastUnit, ...]
    unkept: tuple[Unkept, ...]
    by: str

    @cached_property
    def years(self) -> tuple[YearSum, ...]:
        """The sums of each year that is known, this run's units in the place of what was kept of them; nothing without a history."""
        if not self.past:
            return ()
        return sums_by_year(self._known)

    @property
    def alike(self) -> bool:
        """Whether all years that are known were judged by the same rules: otherwise more found may be more asked."""
        return len(frozenset[str]().union(*(each.by for each in self.years))) < 2

    @cached_property
    def _known(self) -> tuple[PastUnit, ...]:
        """Every unit and year that is known, each once."""
        mine = {(each.owner, each.year): past_of(each, self.by) for each in self.units}
        return (*mine.values(), *(each for each in self.past if (each.owner, each.year) not in mine))

    @cached_property
    def repeats(self) -> tuple[Repeat, ...]:
        """What fails year after year, the longest first."""
        return repeats(self.units, self._known, self.titles)

    @cached_property
    def total(self) -> Group:
        """All units together."""
        return _group(Text("合计", "Total"), self.units)

    @cached_property
    def districts(self) -> tuple[Group, ...]:
        """The units of each district, those with most money at stake first."""
        return _groups(self.units, lambda unit: unit.district_name)

    @cached_property
    def kinds(self) -> tuple[Group, ...]:
        """The units of each kind."""
        return _groups(self.units, lambda unit: unit.kind)

    @cached_property
    def rules(self) -> tuple[RuleTotal, ...]:
        """Every rule that was asked; those that failed most first."""
        outcomes: dict[str, dict[str, int]] = {}
        units: dict[str, list[int]] = {}
        money: dict[str, int] = {}
        own: dict[str, int] = {}
        new: dict[str, int] = {}
        for cases in of_units(self.units):
            for each in chain.from_iterable(case.rules for case in cases):
                counts = outcomes.setdefault(each.rule, {})
                for outcome, count in each.outcomes.items():
                    counts[outcome] = counts.get(outcome, 0) + count
                if each.amount is not None:
                    money[each.rule] = money.get(each.rule, 0) + each.amount
                if each.own is not None:
                    own[each.rule] = own.get(each.rule, 0) + each.own
                new[each.rule] = new.get(each.rule, 0) + each.new
                units.setdefault(each.rule, [0, 0])
            for at, outcome in enumerate(("fail", "undetermined")):
                for rule in {each.rule for case in cases for each in case.rules if each.outcomes.get(outcome)}:
                    units[rule][at] += 1
        made = (
            RuleTotal(
                rule,
                self.titles[rule],
                units[rule][0],
                units[rule][1],
                counts,
                money.get(rule),
                new[rule],
                own.get(rule),
            )
            for rule, counts in outcomes.items()
        )
        acted = ("error", "fail", "waived", "undetermined")
        return tuple(sorted(made, key=lambda each: (*(-each.outcomes.get(name, 0) for name in acted), each.rule)))

    @cached_property
    def problems(self) -> tuple[ProblemTotal, ...]:
        """What problems units have in common, by the section they stand in, those with most money at stake first."""
        found: dict[tuple[str, str], list[int]] = {}
        titles: dict[tuple[str, str], Text] = {}
        for cases in of_units(self.units):
            mine = set()
            for each in chain.from_iterable(case.problems for case in cases):
                key = (each.kind, each.key)
                sums = found.setdefault(key, [0, 0, 0, 0])
                titles.setdefault(key, each.common)
                sums[0] += key not in mine
                sums[1] += 1
                sums[2] += each.amount or 0
                sums[3] += each.new
                mine.add(key)
        made = (ProblemTotal(key, kind, titles[kind, key], *sums) for (kind, key), sums in found.items())
        place = {kind: at for at, kinds in enumerate(COLUMNS) for kind in kinds}
        return tuple(sorted(made, key=lambda each: (place[each.kind], -each.amount, -each.units, each.kind, each.key)))

    @cached_property
    def outcomes(self) -> Mapping[str, int]:
        """The checks of all units by outcome."""
        return {name: sum(rule.outcomes.get(name, 0) for rule in self.rules) for name in OUTCOMES}

    @cached_property
    def settled(self) -> int:
        """How many findings of the baseline are met, or no longer apply."""
        return len(frozenset[str]().union(*(unit.settled for unit in self.units)))

    @property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The classes that stand in one column: errors only where there are any, what is to be disclosed likewise."""
        rare = ("error", "disclosure")
        return tuple(
            kinds for kinds in COLUMNS if kinds[0] not in rare or any(self.total.of((kind,)).count for kind in kinds)
        )

    def exit_code(self) -> int:
        """Return the exit code of all units together: the first that holds of 4, 2 (files left out), 1, 3, 0."""
        codes = {unit.code_of_exit for unit in self.units}
        if 4 in codes:
            return 4
        return 2 if self.left_out else 1 if 1 in codes else 3 if 3 in codes else 0


def overview(
    units: Iterable[UnitEntry],
    titles: Mapping[str, Text],
    rulebook: str,
    *,
    baseline: Earlier | None = None,
    left_out: tuple[str, ...] = (),
    notes: tuple[Text, ...] = (),
    past: tuple[PastUnit, ...] = (),
    unkept: tuple[Unkept, ...] = (),
    by: str = "",
) -> Overview:
    """Return all that is said of *units* together; *titles* are those of the rules, *baseline* is a run and what it found."""
    ranked = tuple(sorted(units, key=_rank))
    unseen = 0
    if baseline is not None:
        seen = frozenset[str]().union(*(unit.seen for unit in ranked))
        unseen = sum(fingerprint not in seen for fingerprint in baseline.findings)
        told = strangers(baseline.years, ((unit.unit, unit.year) for unit in ranked if not unit.seen))
        notes = notes if told is None else (told, *notes)
    return Overview(
        units=ranked,
        titles=dict(titles),
        rulebook=rulebook,
        baseline=baseline.file if baseline is not None else "",
        unseen=unseen,
        left_out=left_out,
        notes=notes,
        past=past,
        unkept=unkept,
        by=by or rulebook,
    )


def of_units(cases: Iterable[UnitEntry]) -> tuple[tuple[UnitEntry, ...], ...]:
    """Return the cases of each unit: those of one owner in different years; of one year, or of none that is known, each stands for a unit."""
    found: dict[tuple[str, int], list[UnitEntry]] = {}
    seen: dict[tuple[str, int], int] = {}
    unknown = 0
    for case in cases:
        if case.year and case.owner:
            nth = seen.get((case.owner, case.year), 0)
            seen[case.owner, case.year] = nth + 1
            found.setdefault((case.owner, nth), []).append(case)
        else:
            unknown += 1
            found[case.owner, -unknown] = [case]
    return tuple(map(tuple, found.values()))


def _rank(unit: UnitEntry) -> tuple[object, ...]:
    """Return what orders units: what is established, by its money and number, then what has to be explained, then all money."""
    sums = [unit.of(kinds) for kinds in (("error",), ESTABLISHED, ("disclosure",), ("query",))]
    by = [number for each in sums for number in (-each.amount, -each.count)]
    return (*by, -unit.amount, -unit.of(("undetermined",)).count, unit.district, unit.unit, unit.year, unit.file)


def _groups(units: Iterable[UnitEntry], of: Callable[[UnitEntry], Text]) -> tuple[Group, ...]:
    found: dict[Text, list[UnitEntry]] = {}
    for unit in units:
        found.setdefault(of(unit), []).append(unit)
    made = [_group(name, members) for name, members in found.items()]
    return tuple(sorted(made, key=lambda each: (-each.of(ESTABLISHED).amount, -each.amount, each.name.zh)))


def _group(name: Text, units: Iterable[UnitEntry]) -> Group:
    units = tuple(units)
    each = of_units(units)
    classes: dict[str, Sum] = {}
    for unit in units:
        for kind, some in unit.classes.items():
            classes[kind] = classes.get(kind, Sum()) + some
    return Group(
        name,
        len(each),
        len(units),
        sum(any(case.of(ESTABLISHED).count for case in cases) for cases in each),
        {kind: classes[kind] for kind in CLASSES if kind in classes},
        sum(unit.spent or 0 for unit in units),
        sum(any(case.spent is None for case in cases) for cases in each),
        sum(unit.spent is None for unit in units),
        sum(unit.new or 0 for unit in units),
    )
