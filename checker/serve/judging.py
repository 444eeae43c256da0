"""A case as it stands in its files: read, judged, with what became of its findings; kept until one of its files changes."""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from checker.api import check, load_case, rule_packs
from checker.base.errors import InputError, Problem
from checker.base.files import read_member
from checker.cases.case import Case
from checker.documents.source import read_source
from checker.engines.outcome import FollowUp, Waiver
from checker.findings.presentation import presentation
from checker.findings.presented import Presentation
from checker.findings.report import Report
from checker.records.followup import read_followup
from checker.records.waivers import read_waivers
from checker.rulebook.book import Rulebook
from checker.rulebook.cache import rulebook_of
from checker.rulebook.packs import Pack
from checker.serve.folder import FOLLOWUP, WAIVERS, Entry, version

KEPT = 2
"""Judged cases that are remembered: those that somebody has open."""
PLANS = 5
"""What is kept of the rules as they hold for a place, a year and a kind of unit, three entries each: 6 MB for each of them."""


class Head(NamedTuple):
    """The heading and the verdict of a case, without all else that a report says."""

    heading: str
    verdict: str


class Judged(NamedTuple):
    """What one case came to; `report` is None where it cannot be read, and `problems` say why."""

    version: str
    case: Case | None = None
    report: Report | None = None
    followups: tuple[FollowUp, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    problems: tuple[Problem, ...] = ()

    def shown(self, lang: str) -> Presentation | None:
        """Return what the report says in a language."""
        return None if self.report is None else presentation(self.report, lang)

    def head(self, lang: str) -> Head | None:
        """Return heading and verdict as the report has them."""
        if self.report is None:
            return None
        part = self.report.cases[0]
        bound = [part.case.heading(name, lang, True) for name in ("jurisdiction", "budget_level", "unit_kind")]
        return Head(" · ".join((part.case.unit, part.case.year_text.say(lang), *bound)), part.headline.say(lang))


class Judge:
    """Judges cases by one rulebook, which is read when it is first needed."""

    def __init__(self, rules: Sequence[str], plans: int = PLANS) -> None:
        self.rules = tuple(rules)
        self.plans = plans
        self.own: Path | None = None
        """A folder of rules of the user's own, which may be empty."""
        self.lock = threading.RLock()
        """Held by whoever reads a report: its sentences are worked out when they are first asked for."""
        self._packs: list[Pack] = []
        self._book: Rulebook | None = None
        self._kept: OrderedDict[str, Judged] = OrderedDict()

    @property
    def packs(self) -> list[Pack]:
        """The rule packs, read."""
        with self.lock:
            return self._packs if self.book else []

    @property
    def book(self) -> Rulebook:
        """The rulebook."""
        with self.lock:
            if self._book is None:
                own = self.own is not None and self.own.is_dir() and any(self.own.rglob("*.yaml"))
                self._packs = rule_packs([Path(each) for each in self.rules] + ([self.own] if own and self.own else []))
                self._book = rulebook_of(self._packs)
                gc.collect()
                gc.freeze()  # the rules stay: nobody has to look through them again
            return self._book

    def forget(self) -> None:
        """Read the rules anew when they are next needed, and judge every case by them."""
        with self.lock:
            self._packs, self._book = [], None
            self._kept.clear()

    def judged(self, entry: Entry, keep: bool = True) -> Judged:
        """Return a case judged as its files stand now; one of many that are passed by is not kept."""
        key = f"{entry.id} {version(entry)}"
        with self.lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            made = self.once(entry, key.partition(" ")[2])
            if not keep:
                return made
            self._kept[key] = made
            if len(self._kept) > KEPT:
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
                gc.collect()  # a report and the plan that it was judged by hold one another
            return made

    def case(self, entry: Entry) -> Case | None:
        """Return a case as its file says it, not judged; None where it cannot be read."""
        try:
            return load_case(str(entry.path), self.book, read_member(entry.path), file=entry.name)
        except InputError:
            return None

    def once(self, entry: Entry, known: str) -> Judged:
        """Judge a case and keep nothing of it; *known* is its version."""
        problems: list[Problem] = []
        case, followups, waivers = None, tuple[FollowUp, ...](), tuple[Waiver, ...]()
        try:
            case = load_case(str(entry.path), self.book, read_member(entry.path), file=entry.name)
        except InputError as error:
            problems += error.problems
        try:
            followups = self.followups(entry)
        except InputError as error:
            problems += error.problems
        try:
            waivers = self.waivers(entry)
        except InputError as error:
            problems += error.problems
        if case is None or problems:
            return Judged(known, case, None, followups, waivers, tuple(problems))
        self.book.forget(self.plans)
        report = check(case, self.book, followups=followups, waivers=waivers)
        if not report.results:
            return Judged(known, case, None, followups, waivers, ())
        return Judged(known, case, report, followups, waivers)

    def waivers(self, entry: Entry) -> tuple[Waiver, ...]:
        """Return what is waived of a case; raises InputError."""
        path = entry.beside(WAIVERS)
        return read_waivers(read_source(path.name, read_member(path)), self.book) if path.is_file() else ()

    def followups(self, entry: Entry) -> tuple[FollowUp, ...]:
        """Return what became of the findings of a case; raises InputError."""
        path = entry.beside(FOLLOWUP)
        return read_followup(read_source(path.name, read_member(path)), self.book) if path.is_file() else ()
