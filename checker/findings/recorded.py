"""What became of the records of follow-up (整改记录): each is held against the checks of a run, once, for every command alike.

A record of an earlier year is met only where its check was asked and is met now. What fails again, cannot be judged or was not asked at
all stands apart, with why. What holds is the year of the case and the day that is asked for, never today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from checker.base.errors import Text, did_you_mean
from checker.base.frozen import frozen
from checker.base.typography import fold
from checker.engines.outcome import FollowUp
from checker.findings.finding import Finding
from checker.findings.report import CaseReport, Report, noted_by_file
from checker.records.entries import names
from checker.records.followup import noted
from checker.records.states import said_of
from checker.rulebook.rule import Rule

KINDS = {
    "again": Text("{n} 条这次又出现", "{n} found again"),
    "waived": Text("{n} 条这次不符合、已豁免", "{n} fail and are waived"),
    "later": Text(
        "{n} 条这次查到，但整改的日期或时限在这一年度（或 --as-of）之后，不算又出现",
        "{n} found, while the correction is dated or due after this year (or --as-of): not counted as found again",
    ),
    "open": Text("{n} 条这次不能判断", "{n} cannot be judged this time"),
    "met": Text(
        "{n} 条这次没有再出现（查了、符合，不等于已经整改）",
        "{n} met this time (which does not say they were put right)",
    ),
    "unasked": Text("{n} 条这次没有问到", "{n} not asked this time"),
}
"""What can have become of a record of an earlier year, the gravest first: of several cases that speak of it the first holds."""
NOT_LOADED = Text(
    "没有加载这条规则（改名、删除了，或没有写规则文件夹）",
    "its rule is not loaded (renamed, removed, or in a folder of rules that was not named)",
)
NOT_SELECTED = Text("这次没有用这条规则，或要和别的案例比", "its rule was not used, or compares with other cases")
NOT_IN_FORCE = Text("规则对这个单位、这一年度不适用", "its rule does not hold for this unit and year")
OUTSIDE = Text("案例所据的材料不涉及", "the document of the case cannot speak of it")
NOT_APPLICABLE = Text("规则这次不适用于这个对象", "its rule does not apply to the subject this time")
GONE = Text("案例里没有这个对象，或改了编号、名称", "the case has no such subject, or under another id and name")
NUMBERED = Text("对象只有编号，每年重新编，不能对上", "its subject has only a number, which is given anew each year")
SEVERAL = Text("名称对上几个对象，要写编号", "its name fits several subjects: the id is wanted")
NO_YEAR = Text("记录或案例的年度不详", "the year of the record or of the case is not known")
SHARED = Text("几个单位是这个名称，要写单位代码", "several units have this name: the code of the unit is wanted")
NO_UNIT = Text("这次没有检查这个单位", "its unit was not checked")
OTHER_YEAR = Text("这次没有检查这个单位的这一年度", "its unit was not checked for that year or a later one")
LISTED = 10
"""Records that no case is of which are told one by one."""
NAMED = 3
"""Records of a kind that the report of a unit names."""


@frozen
class Unkept:
    """Something that is found although it was said to be corrected, or was due: in which year it was found first, and what was said of it."""

    unit: str
    year: int
    rule: str
    title: Text
    subject: str
    outcome: Text
    said: FollowUp
    fingerprint: str

    def say(self, lang: str) -> str:
        """Return what was said and what is."""
        said, zh = self.said, lang == "zh"
        about = self.title.say(lang) + (f"（{self.subject}）" if zh else f" ({self.subject})")
        found = self.outcome.say(lang)
        if said.state == "corrected":
            who = ("，" if zh else ", ").join(filter(None, (str(said.day or ""), said.person)))
            within = said.day is not None and said.day.year == self.year  # it may be of the months before
            if zh:
                more = "；整改在这一年度之内，也可能是整改之前发生的" if within else ""
                return f"{about}：{said.year} 年度的问题写明已整改（{who}），{self.year} 年度又查到（{found}{more}）"
            more = "; corrected within that year, so it may be from before" if within else ""
            return (
                f"{about}: said to be corrected for {said.year} ({who}), and found again in {self.year} ({found}{more})"
            )
        if said.year == self.year:
            if zh:
                return (
                    f"{about}：{said.year} 年度的问题整改时限是 {said.due}，已过，记录还是待整改，这次仍查到（{found}）"
                )
            return f"{about}: of {said.year}, due on {said.due}, which is past; its record is still open, and it is found ({found})"
        if zh:
            return f"{about}：{said.year} 年度的问题整改时限是 {said.due}，{self.year} 年度仍查到（{found}）"
        return f"{about}: of {said.year}, due on {said.due}, and found in {self.year} ({found})"


class Standing(NamedTuple):
    """One record of follow-up and what became of it; `finding` is the check it speaks of, `why` says why that was not asked."""

    said: FollowUp
    kind: str
    finding: Finding | None = None
    why: Text | None = None

    @property
    def unkept(self) -> bool:
        """Whether something was said of it that did not hold: corrected, or due by a day that is past."""
        return self.kind == "again" and self.said.state in ("open", "corrected") and not self._undated

    @property
    def _undated(self) -> bool:
        return self.said.state == "open" and self.said.due is None


def recorded(said: FollowUp) -> Text:
    """Return what a record of an earlier year says, in words."""
    return Text(f"{said.year} 年度的记录：{said_of(said, 'zh')}", f"record of {said.year}: {said_of(said, 'en')}")


def last_day(year: int, as_of: date | None) -> date:
    """Return the day on which what was said is held against a case of *year*: its last, or an earlier one that is asked for."""
    end = date(year or 1, 12, 31)
    return end if as_of is None else min(end, as_of)


def standings(
    part: CaseReport, said: Iterable[FollowUp], as_of: date | None, loaded: Mapping[str, Rule]
) -> tuple[Standing, ...]:
    """Return what became of the records of a unit in one case; those of later years are none of it.

    Of several records of one check the last holds, of earlier years that of the latest. Records of the year of the case stand with their
    checks (`follow`): here are only those that no check fits, and those that are past their day.
    """
    year = part.case.year
    asked: dict[str, list[Finding]] = {}
    for finding in part.results:
        asked.setdefault(finding.rule.id, []).append(finding)
    earlier: dict[tuple[str, str], tuple[FollowUp, tuple[Finding, ...]]] = {}
    own: dict[tuple[str, str], tuple[FollowUp, tuple[Finding, ...]]] = {}
    for each in said:
        if each.year > year and year:
            continue
        fitting = tuple(f for f in asked.get(each.rule, ()) if names(each.subject, f.subject.id, f.subject.name))
        key = each.rule, fitting[0].subject.id if len(fitting) == 1 else each.subject
        held = own if each.year == year else earlier
        if key not in held or held[key][0].year <= each.year:
            held[key] = each, fitting
    day = last_day(year, as_of)
    found = []
    for each, fitting in own.values():
        if not fitting:
            found.append(Standing(each, "unasked", None, _why(each, part, asked, loaded)))
        elif (
            len(fitting) == 1 and fitting[0].outcome == "fail" and each.state == "open" and each.due and each.due < day
        ):
            found.append(Standing(each, "again", fitting[0]))
    for each, fitting in earlier.values():
        if not (each.year and year):
            found.append(Standing(each, "unasked", None, NO_YEAR))
        elif len(fitting) != 1:
            found.append(Standing(each, "unasked", None, SEVERAL if fitting else _why(each, part, asked, loaded)))
        elif not fitting[0].lasting:
            found.append(Standing(each, "unasked", None, NUMBERED))
        elif fitting[0].outcome == "not_applicable":
            found.append(Standing(each, "unasked", fitting[0], NOT_APPLICABLE))
        else:
            found.append(Standing(each, _kind(each, fitting[0].outcome, day), fitting[0]))
    return tuple(found)


def _kind(said: FollowUp, outcome: str, day: date) -> str:
    """Return what became of a record whose check came to *outcome*, as it stands on *day*."""
    if outcome == "fail":
        until = said.day if said.state == "corrected" else said.due if said.state == "open" else None
        kept = said.state == "corrected" and until is not None and until <= day
        due = said.state == "open" and (until is None or until < day)
        return "again" if kept or due or said.state in ("accepted", "disputed") else "later"
    return {"pass": "met", "waived": "waived"}.get(outcome, "open")


def _why(said: FollowUp, part: CaseReport, asked: Collection[str], loaded: Mapping[str, Rule]) -> Text:
    """Return why no check of a case fits a record."""
    if said.rule not in loaded:
        near = did_you_mean(said.rule, list(loaded))
        return NOT_LOADED if near is None else Text(f"{NOT_LOADED.zh}；{near.zh}", f"{NOT_LOADED.en}; {near.en}")
    if said.rule in asked:
        return GONE
    for others, told in ((part.not_in_force, NOT_IN_FORCE), (part.outside, OUTSIDE)):
        if any(each.rule == said.rule for each in others):
            return told
    return NOT_SELECTED


def unkept(part: CaseReport, found: Iterable[Standing]) -> tuple[Unkept, ...]:
    """Return what of a case is found although it was said to be put right, or was due, in the order of its findings."""
    broken = {id(each.finding): each for each in found if each.unkept}
    listed = [(finding, broken[id(finding)].said) for finding in part.results if id(finding) in broken]
    return tuple(
        Unkept(
            part.case.unit,
            part.case.year,
            f.rule.id,
            f.rule.title,
            f.subject.name,
            f.outcome_name,
            said,
            f.fingerprint,
        )
        for f, said in listed
    )


def summed(found: Sequence[Standing], named: Mapping[str, Rule] | None = None) -> Iterator[Text]:
    """Yield what is to be said of the records of earlier years: how many came to what, and of which checks by the rules *named*."""
    if not found:
        return
    parts: dict[str, list[str]] = {"zh": [], "en": []}
    for kind, told in KINDS.items():
        mine = [each for each in found if each.kind == kind]
        if not mine:
            continue
        for lang, listed in parts.items():
            text = told.say(lang).format(n=f"{len(mine):,}")
            more = _reasons(mine, lang)
            if named is not None and kind != "met":
                more += _names(mine, named, lang)
            if more:
                opened, comma, closed = ("（", "；", "）") if lang == "zh" else (" (", "; ", ")")
                text += f"{opened}{comma.join(more)}{closed}"
            listed.append(text)
    many = f"{len(found):,}"
    yield Text(
        f"以前年度的整改记录有 {many} 条：{'；'.join(parts['zh'])}",
        f"Records of follow-up of earlier years, {many}: {'; '.join(parts['en'])}",
    )


def _reasons(found: Sequence[Standing], lang: str) -> list[str]:
    """Return why records were not asked, each reason with how many they are."""
    counts = Counter(each.why.say(lang) for each in found if each.why is not None)
    return [f"{why} {many:,} 条" if lang == "zh" else f"{why}: {many:,}" for why, many in sorted(counts.items())]


def _names(found: Sequence[Standing], rules: Mapping[str, Rule], lang: str) -> list[str]:
    """Return which checks the first records speak of, in words where there are any."""
    listed = []
    for each in found[:NAMED]:
        rule = rules.get(each.said.rule)
        subject = each.said.subject if each.finding is None else each.finding.subject.name
        listed.append(f"{each.said.rule if rule is None else rule.title.say(lang)} · {subject}")
    more = " …" if len(found) > NAMED else ""
    return [("、" if lang == "zh" else ", ").join(listed) + more]


class Recorded:
    """The records of follow-up of a run, held against its cases one by one; what speaks of none of them is told at the end.

    `earlier` is of the case that was held against them last; `shared` are names that several units have: a record by such a name is no one's.
    """

    def __init__(
        self,
        said: Iterable[FollowUp],
        as_of: date | None,
        loaded: Mapping[str, Rule],
        shared: Collection[str] = frozenset(),
    ) -> None:
        self.as_of, self.loaded, self.shared = as_of, loaded, shared
        self.of_unit: dict[str, list[FollowUp]] = {}
        self.said = tuple(said)
        for each in self.said:
            self.of_unit.setdefault(fold(each.unit), []).append(each)
        self.unkept: list[Unkept] = []
        self.earlier: dict[str, Text] = {}
        """What stands of findings of earlier years, by the fingerprint of what is found now."""
        self._seen: set[int] = set()
        self._units: set[str] = set()
        self._earlier: dict[tuple[str, str, str], Standing] = {}

    def of(self, part: CaseReport) -> tuple[list[Unkept], list[Text]]:
        """Return what of a case was said to be put right and is found, and what its own report says of the records."""
        self.earlier = {}
        called = names_of(part.case.code or "", part.case.unit, self.shared)
        if not called:
            return [], []
        mine = [each for name in called for each in self.of_unit.get(name, ())]
        if not mine:
            return [], []
        order = {id(each): at for at, each in enumerate(self.said)} if len(called) > 1 else {}
        mine.sort(key=lambda each: order.get(id(each), 0))
        year = part.case.year
        self._units.update(called)
        self._seen.update(id(each) for each in mine if not year or each.year <= year)
        found = standings(part, mine, self.as_of, self.loaded)
        broken = list(unkept(part, found))
        self.unkept += broken
        earlier = [each for each in found if each.said.year != year]
        self.earlier = {
            each.finding.fingerprint: recorded(each.said)
            for each in earlier
            if each.finding is not None and each.finding.is_finding
        }
        for each in earlier:
            subject = each.finding.subject.id if each.finding is not None else each.said.subject
            key = called[0], each.said.rule, subject
            known = self._earlier.get(key)
            if known is None or _order(each) < _order(known):
                self._earlier[key] = each
        told = [Text(each.say("zh"), each.say("en")) for each in broken]
        told += [_alone(each) for each in found if each.said.year == year and each.why is not None]
        return broken, [*told, *summed(earlier, self.loaded)]

    def over(self, report: Report) -> list[Text]:
        """Return all that is to be said of the records in the cases of a report."""
        return [*(note for part in report.cases for note in self.of(part)[1]), *self.left()]

    def left(self) -> Iterator[Text]:
        """Yield what is to be said of the records that no case is of."""
        rest = [each for each in self.said if id(each) not in self._seen]
        for each in rest[:LISTED]:
            unit = fold(each.unit)
            why = SHARED if unit in self.shared else OTHER_YEAR if unit in self._units else NO_UNIT
            yield _alone(Standing(each, "unasked", None, why))
        if more := len(rest[LISTED:]):
            yield Text(
                f"另有 {more:,} 条整改记录没有对上任何一项检查（这次没有检查它们的单位或年度）",
                f"{more:,} more records of follow-up fit no check (their units or years were not checked)",
            )

    def told(self) -> Iterator[Text]:
        """Yield what is to be said of all records together, once all cases were judged."""
        yield from self.left()
        yield from summed(tuple(self._earlier.values()))


def with_records(
    report: Report, said: Sequence[FollowUp], as_of: date | None, loaded: Mapping[str, Rule]
) -> tuple[Report, tuple[Unkept, ...]]:
    """Return a report on all cases of a run with what became of the records of follow-up, and what of it was said to be put right."""
    if not said:
        return report, ()
    several = shared((each.case.unit, each.case.jurisdiction, each.case.code or "") for each in report.cases)
    records, earlier = Recorded(said, as_of, loaded, several), dict[str, Text]()
    more: dict[str, tuple[Text, ...]] = {}
    for part in report.cases:
        more[part.case.file] = (*more.get(part.case.file, ()), *records.of(part)[1])
        earlier |= records.earlier
    if report.cases and (left := tuple(records.left())):
        file = report.cases[0].case.file
        more[file] = (*more[file], *left)
    return noted_by_file(report, more, earlier), tuple(records.unkept)


def shared(units: Iterable[tuple[str, str, str]]) -> frozenset[str]:
    """Return the names that several units have, each unit given by its name, place and code."""
    known: dict[str, tuple[set[str], set[str]]] = {}
    for name, place, code in units:
        places, codes = known.setdefault(fold(name), (set(), set()))
        places.update(filter(None, (place[:6],)))  # one that is not known is no other
        codes.update(filter(None, (code,)))
    return frozenset(name for name, apart in known.items() if any(len(each) > 1 for each in apart))


def names_of(code: str, name: str, shared: Collection[str]) -> tuple[str, ...]:
    """Return what a record may call a unit: its code, and its name where no other unit has the same."""
    called = (fold(code), fold(name) if fold(name) not in shared else "")
    return tuple(dict.fromkeys(each for each in called if each))


def _order(standing: Standing) -> int:
    return list(KINDS).index(standing.kind)


def _alone(standing: Standing) -> Text:
    why = standing.why or NO_UNIT
    return noted(
        standing.said,
        Text(f"没有对上任何一项检查（{why.zh}）", f"fits no check ({why.en})"),
    )
