"""Every unit of the folder in a few figures each: judged one after the other beside the pages, kept on disk until a file changes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from checker import __version__
from checker.base.errors import InputError
from checker.base.files import read_member
from checker.base.outputs import write_files
from checker.cases.files import OWN
from checker.findings.sections import nothing_found
from checker.serve.folder import Entry, Folder, version
from checker.serve.judging import Judge

FEW = 12
"""Cases that are judged in this program; of more, a program beside it judges all."""
EVERY = 100
"""Units after which what is known is written down."""


class Unit(NamedTuple):
    """What the list of units says of one: `classes` counts its problems by class, `rules` its findings by rule; money is in fen.

    `failed` has a word for every check that is not met: the place of its rule among all, and its series (the same rule on the same
    subject in any year). `asked` has a bit for each rule that was asked at all: what a norm of this year finds is not new to the unit.
    `problem` is the first thing that is wrong with a case that cannot be read, in both languages.
    """

    id: str
    version: str
    name: str
    unit: str
    year: int
    place: str
    classes: dict[str, int]
    rules: dict[str, int]
    amount: int
    met: int
    failed: str
    asked: str
    problem: tuple[str, str] = ("", "")
    nothing: tuple[str, str] = ("", "")
    """What is said where no problem is listed, in both languages."""

    def since(self, before: Unit) -> int:
        """Return how many checks are not met that were met or not made then, of rules that were asked then."""
        asked, known = int(before.asked, 16), set(before.failed.split())
        return sum(each not in known and asked >> int(each.partition(":")[0]) & 1 for each in self.failed.split())

    @property
    def who(self) -> tuple[str, str]:
        """What the cases of one unit in several years have in common."""
        return self.unit, self.place


class Survey:
    """Judges what has changed; whoever asks gets what is known and how far it is."""

    def __init__(self, folder: Folder, judge: Judge) -> None:
        self.folder = folder
        self.judge = judge
        self._known: dict[str, Unit] = {}
        self._entries: list[Entry] = []
        self._working = False
        self._guard = threading.Lock()
        self._loaded = False
        self._stamp = ""

    def start(self) -> None:
        """Look at the folder anew; what has changed is judged beside the pages."""
        with self._guard:
            if self._working:
                return
            self._working = True
        threading.Thread(target=self._work, daemon=True).start()

    def known(self) -> tuple[list[Unit], int, bool]:
        """Return the units that are known, how many there are, and whether more are being judged."""
        with self._guard:
            found = [self._known[entry.id] for entry in self._entries if entry.id in self._known]
            return found, len(self._entries), self._working

    def of(self, entry: Entry) -> Unit | None:
        """Return what a case comes to; of few it is judged now, of many once their turn has come: None until then."""
        stands = version(entry)
        with self._guard:
            known = self._known.get(entry.id)
            if known is not None and known.version == stands:
                return known
            many = len(self._entries) > FEW or not self._entries
        if many:
            self.start()
            return None
        with self.judge.lock:
            made = unit_of(self.judge, entry, stands)
        with self._guard:
            self._known[entry.id] = made
        return made

    def look(self) -> int:
        """Return how many cases there are; many are judged from now on."""
        entries = self.folder.entries()
        with self._guard:
            self._entries = entries
        if len(entries) > FEW:
            self.start()
        return len(entries)

    def _work(self) -> None:
        try:
            if not self._loaded:
                self._load()
            stamp = _stamp(self.judge)
            if stamp != self._stamp:  # other rules: what is known is of the old ones
                with self._guard:
                    self._known = {} if self._stamp else self._known
                self._stamp = stamp
            entries = self.folder.entries()
            with self._guard:
                self._entries = entries
            changed: list[tuple[Entry, str]] = []
            for entry in entries:
                with suppress(OSError):
                    stands = version(entry)
                    known = self._known.get(entry.id)
                    if known is None or known.version != stands:
                        changed.append((entry, stands))
            new = 0
            for made in self._units(changed):
                with self._guard:
                    self._known[made.id] = made
                new += 1
                if new % EVERY == 0:
                    self._write()
            if new:
                self._write()
        finally:
            with self._guard:
                self._working = False

    def _units(self, changed: list[tuple[Entry, str]]) -> Iterator[Unit]:
        """Yield what each case comes to: of many, judged in a program beside this one, whose memory goes with it."""
        left = {entry.id: (entry, stands) for entry, stands in changed}
        if len(changed) > FEW:
            for made in beside(self.judge, changed):
                if left.pop(made.id, None) is not None:
                    yield made
        for entry, stands in left.values():  # few, or what the other program did not come to
            with suppress(OSError), self.judge.lock:
                yield unit_of(self.judge, entry, stands)

    @property
    def _path(self) -> str:
        return str(self.folder.root / OWN / "units.json")

    def _load(self) -> None:
        self._loaded = True
        with suppress(OSError, InputError, ValueError, KeyError, TypeError):
            data: Any = json.loads(read_member(self.folder.root / OWN / "units.json"))
            if data["rules"] == _stamp(self.judge):
                self._known = {each["id"]: read_unit(each) for each in data["units"]}

    def _write(self) -> None:
        with suppress(OSError, InputError):
            (self.folder.root / OWN).mkdir(exist_ok=True)
            units = [each._asdict() for each in self._known.values()]
            data = {"rules": _stamp(self.judge), "units": units}
            write_files({self._path: json.dumps(data, ensure_ascii=False).encode()})


def unit_of(judge: Judge, entry: Entry, stands: str) -> Unit:
    """Judge a case and return what the list says of it."""
    judged = judge.once(entry, stands)
    if judged.report is None or judged.case is None:
        wrong = judged.problems[0].message if judged.problems else ("没有适用的规则", "no rule applies")
        return Unit(entry.id, stands, entry.name, entry.name, 0, "", {}, {}, 0, 0, "", "0", (wrong[0], wrong[1]))
    part = judged.report.cases[0]
    classes = Counter(problem.kind for problem in part.problems)
    failing = [f for f in part.results if f.outcome == "fail" and not f.rule.indicator]
    rules = Counter(f.rule.id for f in failing)
    amount = sum(problem.amount or 0 for problem in part.problems)
    met = sum(f.outcome == "pass" and not f.rule.indicator for f in part.results)
    case = part.case
    headings = (case.unit, case.year, case.jurisdiction)
    place = {rule: number for number, rule in enumerate(sorted(judge.book.rules))}
    failed = " ".join(f"{place[f.rule.id]}:{f.series}" for f in failing)
    asked = f"{sum(1 << place[rule] for rule in {f.rule.id for f in part.results}):x}"
    told = nothing_found(Counter(f.outcome for f in part.results))
    counts = dict(classes), dict(rules)
    said = ("", ""), (told.zh, told.en)
    return Unit(entry.id, stands, entry.name, *headings, *counts, amount, met, failed, asked, *said)


def by_year(units: Iterable[Unit]) -> dict[tuple[str, str], dict[int, Unit]]:
    """Return the cases of each unit by year; a year of which there are several cases is left out: none of them is the one."""
    found: dict[tuple[str, str], dict[int, Unit]] = {}
    twice: set[tuple[tuple[str, str], int]] = set()
    for unit in units:
        if unit.year and not unit.problem[0]:
            years = found.setdefault(unit.who, {})
            if unit.year in years:
                twice.add((unit.who, unit.year))
            years[unit.year] = unit
    for who, year in twice:
        del found[who][year]
    return found


def beside(judge: Judge, changed: list[tuple[Entry, str]]) -> Iterator[Unit]:
    """Yield units as a program beside this one judges them; where it ends early, it yields no more."""
    asked = {
        "rules": list(judge.rules),
        "own": str(judge.own or ""),
        "cases": [[entry.id, entry.name, str(entry.path), str(entry.stem), stands] for entry, stands in changed],
    }
    with suppress(OSError), tempfile.TemporaryFile() as given:
        given.write(json.dumps(asked).encode())
        given.seek(0)
        path = os.pathsep.join(each for each in sys.path if each)  # no folder of the cases: a json.py may lie there
        command = [sys.executable, "-P", "-m", "checker.serve.surveying"]
        known = {**os.environ, "PYTHONPATH": path}
        out = subprocess.PIPE
        with subprocess.Popen(command, stdin=given, stdout=out, stderr=subprocess.DEVNULL, env=known) as process:
            assert process.stdout is not None
            for line in process.stdout:
                with suppress(ValueError, KeyError, TypeError):
                    yield read_unit(json.loads(line))


def read_unit(data: Any) -> Unit:
    """Return a unit as it was written down; raises KeyError, TypeError, ValueError for what is none."""
    made = Unit(**data)
    if not isinstance(made.failed, str):
        raise TypeError
    int(made.asked, 16)
    return made._replace(problem=(made.problem[0], made.problem[1]), nothing=(made.nothing[0], made.nothing[1]))


def _stamp(judge: Judge) -> str:
    """Return what all figures depend on besides the case: the rules, and the program."""
    return f"{judge.book.sha256} {__version__}"
