"""Every unit of the folder in a few figures each: judged one after the other beside the pages, kept on disk until a file changes."""

from __future__ import annotations

import json
import threading
from collections import Counter
from contextlib import suppress
from typing import Any, NamedTuple

from checker import __version__
from checker.base.errors import InputError
from checker.base.files import read_member
from checker.base.outputs import write_files
from checker.cases.files import OWN
from checker.serve.folder import Entry, Folder, version
from checker.serve.judging import Judge

EVERY = 100
"""Units after which what is known is written down."""


class Unit(NamedTuple):
    """What the list of units says of one: `classes` counts its problems by class, `rules` its findings by rule; money is in fen.

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
    problem: tuple[str, str] = ("", "")


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
            new = 0
            for entry in entries:
                with suppress(OSError):
                    stands = version(entry)
                    known = self._known.get(entry.id)
                    if known is not None and known.version == stands:
                        continue
                    made = self._unit(entry, stands)
                    with self._guard:
                        self._known[entry.id] = made
                    new += 1
                    if new % EVERY == 0:
                        self._write()
            if new:
                self._write()
        finally:
            with self._guard:
                self._working = False

    def _unit(self, entry: Entry, stands: str) -> Unit:
        with self.judge.lock:
            judged = self.judge.once(entry, stands)
            if judged.report is None or judged.case is None:
                told = judged.problems[0].message if judged.problems else ("没有适用的规则", "no rule applies")
                return Unit(entry.id, stands, entry.name, entry.name, 0, "", {}, {}, 0, 0, (told[0], told[1]))
            part = judged.report.cases[0]
            classes = Counter(problem.kind for problem in part.problems)
            rules = Counter(f.rule.id for f in part.results if f.outcome == "fail" and not f.rule.indicator)
            amount = sum(problem.amount or 0 for problem in part.problems)
            met = sum(f.outcome == "pass" and not f.rule.indicator for f in part.results)
            case = part.case
            return Unit(
                entry.id,
                stands,
                entry.name,
                case.unit,
                case.year,
                case.jurisdiction,
                dict(classes),
                dict(rules),
                amount,
                met,
            )

    @property
    def _path(self) -> str:
        return str(self.folder.root / OWN / "units.json")

    def _load(self) -> None:
        self._loaded = True
        with suppress(OSError, InputError, ValueError, KeyError, TypeError):
            data: Any = json.loads(read_member(self.folder.root / OWN / "units.json"))
            if data["rules"] == _stamp(self.judge):
                units = [Unit(**each) for each in data["units"]]
                self._known = {each.id: each._replace(problem=(each.problem[0], each.problem[1])) for each in units}

    def _write(self) -> None:
        with suppress(OSError, InputError):
            (self.folder.root / OWN).mkdir(exist_ok=True)
            units = [each._asdict() for each in self._known.values()]
            data = {"rules": _stamp(self.judge), "units": units}
            write_files({self._path: json.dumps(data, ensure_ascii=False).encode()})


def _stamp(judge: Judge) -> str:
    """Return what all figures depend on besides the case: the rules, and the program."""
    return f"{judge.book.sha256} {__version__}"
