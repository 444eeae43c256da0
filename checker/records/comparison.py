"""What became of findings between two runs: new, settled, changed, unchanged, or not looked at any more.

Runs are compared by fingerprint (rule, unit, year, subject); reports on other years of a unit by series, which leaves the
year out. A finding counts as settled only when the same check was made again and is met or no longer applies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Set
from typing import Any, NamedTuple

from checker.base.errors import InputError, Place, Problem, Text

FORMAT = "checker-report/2"
"""The JSON report as it is written: what many checks read or lack stands once, in `shared`."""
READABLE = (FORMAT, "checker-report/1")
"""Reports that can be compared: earlier ones say the same of a check, and repeat what they share."""
FINDINGS = ("fail", "undetermined", "error")
"""Outcomes that somebody has to do something about."""
KINDS = {
    "new": Text("新增", "New"),
    "worse": Text("变重", "Worse"),
    "changed": Text("金额或程度有变", "Changed in amount or severity"),
    "unchanged": Text("没有变化", "Unchanged"),
    "open": Text("由不符合变为无法判定（不算整改）", "Failed before, cannot be judged now (not settled)"),
    "waived": Text("已豁免", "Waived now"),
    "settled": Text("已消除", "Settled"),
    "unseen": Text("这次没有检查到（不算消除）", "Not looked at this time (not settled)"),
}
"""What can become of a finding, in the order in which it is told."""


class Seen(NamedTuple):
    """One check of a report: what decides whether it is the same, and what is told of it; `amount` in fen."""

    fingerprint: str
    series: str
    rule: str
    title: str
    unit: str
    year: int | None
    subject: str
    outcome: str
    severity: str
    amount: int | None


class Run(NamedTuple):
    """One JSON report, as far as following up goes."""

    file: str
    rulebook: str
    checks: tuple[Seen, ...]

    @property
    def years(self) -> set[tuple[str, int | None]]:
        """The units and years it speaks of."""
        return {(check.unit, check.year) for check in self.checks}

    @property
    def findings(self) -> dict[str, tuple[str, int | None]]:
        """What was found, outcome and amount by fingerprint."""
        return {check.fingerprint: (check.outcome, check.amount) for check in self.checks if check.outcome in FINDINGS}


def strangers(years: Set[tuple[str, int | None]], asked: Iterable[tuple[str, int]]) -> Text | None:
    """Return what is to be said of units and years that an earlier run did not look at: all that is found of them is new.

    *years* are those of the earlier run, *asked* those of this one of which it holds nothing.
    """
    lacking = sorted({each for each in asked if (each[0], each[1] or None) not in years})
    if not lacking:
        return None
    first, year = lacking[0]
    more = len(lacking)
    others = sorted(of for name, of in years if name == first and of is not None)
    zh = f"基线里没有 {more:,} 个单位年度的检查（如 {first} {year or '年度不详'}），它们的问题都算新的"
    en = f"The baseline has no checks of {more:,} units and years (such as {first} {year or 'of no known year'}): all that is found of them is new"
    if others:
        listed = ", ".join(map(str, others))
        zh += f"；它有 {first} {listed} 年度的：和以前年度比，用 checker diff 或 --history"
        en += f"; it has {first} of {listed}: to compare with earlier years use checker diff or --history"
    return Text(zh + "。", en + ".")


class Change(NamedTuple):
    """What became of one check; `before` or `after` is missing where one report does not hold it."""

    kind: str
    before: Seen | None
    after: Seen | None

    @property
    def shown(self) -> Seen:
        """The side to name it by."""
        found = self.after or self.before
        assert found is not None
        return found


class Comparison(NamedTuple):
    """Every change between two runs, and how checks were matched ("run" or "year")."""

    by: str
    changes: tuple[Change, ...]

    def of(self, kind: str) -> list[Change]:
        """Return the changes of one kind."""
        return [change for change in self.changes if change.kind == kind]

    def exit_code(self) -> int:
        """Return 4 for an error among what is new, 1 for a new or worse failure, 3 for a new open question, else 0."""
        arisen = [change.shown.outcome for change in self.changes if change.kind in ("new", "worse")]
        return 4 if "error" in arisen else 1 if "fail" in arisen else 3 if arisen else 0


def read_run(file: str, data: bytes) -> Run:
    """Return what a JSON report holds; raises InputError for anything else, a repeated check included."""
    try:
        document = json.loads(data, parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise _not_a_report(file, Text("不是 JSON", "this is no JSON")) from None
    if not isinstance(document, dict) or document.get("format") not in READABLE:
        raise _not_a_report(file, Text("不是检查报告", "this is no report of the checker"))
    entries = document.get("checks")
    if not isinstance(entries, list):
        raise _not_a_report(file, Text("没有“checks”", "it has no “checks”"))
    checks = []
    for number, entry in enumerate(entries, 1):
        try:
            checks.append(_seen(entry))
        except (KeyError, TypeError, ValueError):
            raise _not_a_report(file, Text(f"第 {number} 项检查不完整", f"check {number} is not whole")) from None
    if len({check.fingerprint for check in checks}) != len(checks):
        raise _not_a_report(file, Text("有重复的检查", "a check stands in it twice"))
    return Run(file, str(document.get("rulebook", "")), tuple(checks))


def _no_float(text: str) -> Any:
    raise ValueError(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):  # of two equal keys Python keeps the last without a word
        raise ValueError("a key twice")
    return found


def _not_a_report(file: str, told: Text) -> InputError:
    hint = Text(
        "用 checker run … --format json -o 报告.json 写出的文件",
        "give a file written by checker run … --format json -o report.json",
    )
    return InputError([Problem("no-report", Place(file), told, hint)])


def _seen(entry: Any) -> Seen:
    amount = entry["own"] if "own" in entry else entry["amount"]  # what counts of it depends on other findings
    fen = None if amount is None else amount["fen"]
    fingerprint, series, rule, title, unit = (entry[key] for key in ("fingerprint", "series", "rule", "title", "unit"))
    subject, outcome, year = entry["subject"]["name"], entry["outcome"], entry["year"]
    whole = all(type(value) is int for value in (0 if year is None else year, 0 if fen is None else fen))
    if not whole or not all(
        isinstance(text, str) for text in (fingerprint, series, rule, title, unit, subject, outcome)
    ):
        raise TypeError
    if outcome not in ("pass", "fail", "not_applicable", "undetermined", "waived", "error"):
        raise ValueError
    severity = str(entry["severity"] or "")
    return Seen(fingerprint, series, rule, title, unit, year, subject, outcome, severity, fen)


def compare(old: Run, new: Run, by: str = "") -> Comparison:
    """Return what became of every finding of *old* and what is new in *new*.

    *by* is "run" or "year"; without it, years are compared where the two speak of no unit and year in common.
    """
    by = by or ("run" if old.years & new.years else "year")
    sides = []
    for run in (old, new):
        keyed: dict[str, Seen] = {}
        for check in run.checks:
            key = check.fingerprint if by == "run" else check.series
            if key in keyed:
                told = Text(
                    "一个单位有几个年度，不能按年度比", "a unit has several years here: they cannot be compared by year"
                )
                raise InputError(
                    [
                        Problem(
                            "several-years",
                            Place(run.file),
                            told,
                            Text("每份报告只放一个年度", "keep one year to a report"),
                        )
                    ]
                )
            keyed[key] = check
        sides.append(keyed)
    return Comparison(by, tuple(_changes(*sides)))


def _changes(old: dict[str, Seen], new: dict[str, Seen]) -> Iterator[Change]:
    found = [Change(_kind(old.get(key), check), old.get(key), check) for key, check in new.items()]
    found += [
        Change("unseen", check, None) for key, check in old.items() if key not in new and check.outcome in FINDINGS
    ]
    order = list(KINDS)
    told = [change for change in found if change.kind]
    yield from sorted(
        told, key=lambda change: (order.index(change.kind), change.shown.unit, -(change.shown.amount or 0))
    )


def _kind(before: Seen | None, after: Seen) -> str:
    """Return what became of a check; "" where neither run found anything."""
    was = before is not None and before.outcome in FINDINGS
    if after.outcome in FINDINGS:
        if before is None or not was:
            return "new"
        if before.outcome == after.outcome:
            return "unchanged" if (before.amount, before.severity) == (after.amount, after.severity) else "changed"
        return "worse" if after.outcome != "undetermined" else "open"
    if not was:
        return ""
    return "waived" if after.outcome == "waived" else "settled"
