"""Judges a unit's running state as events arrive: says a finding the moment it arises, takes it back when it is settled."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import localcontext
from pathlib import Path
from typing import Any, NamedTuple

from checker.case import Case, Fact
from checker.casefile.source import parse_text
from checker.engines.evaluator import Hidden, Judge, evaluate
from checker.errors import InputError, Place, Problem, Text
from checker.explain import message
from checker.live.journal import Journal
from checker.live.state import Live, read_event
from checker.outcomes import Check
from checker.reports.json_report import fingerprint, money
from checker.rulebook.book import Rulebook
from checker.values import EXACT

Review = Callable[[Case, list[Check]], list[Check]]
"""A second engine: takes checks and returns them with its own verdict entered."""
SUFFIXES = (".jsonl", ".ndjson", ".json")
PAUSE = 0.2
"""Seconds between two looks at a file that is followed."""


class Line(NamedTuple):
    """One line of an input: where it was read, and how far the input has been read after it."""

    input: str
    number: int
    text: str
    offset: int
    utf8: bool = True


class Watcher:
    """One unit, one year, one journal; `handle` takes a line at a time."""

    def __init__(self, book: Rulebook, case: Case, journal: Journal, lang: str, review: Review | None = None) -> None:
        self.vocabulary = book.vocabulary
        self.journal = journal
        self.lang = lang
        self.review = review
        self.live = Live(case)
        self.book = book
        self.plan = book.plan(case, scoped=False)  # payments and approvals arrive from elsewhere than the document
        self.asked = self.plan if case.documents else book.spoken_of(self.plan, case)
        self.judges: dict[str, list[Judge]] = {}
        for rule in self.plan.rules:
            if not rule.group:
                self.judges.setdefault(rule.entity, []).append(Judge(self.plan, rule))
        fresh = True
        for body in journal.events():  # the journal is the memory: the state is built from it
            self.live.apply(read_event(parse_text("journal", body, is_json=True), self.vocabulary, case))
            fresh = False
        self.open = journal.findings()
        if fresh and not self.open:
            with journal.transaction():
                self._settle(None, "")

    @property
    def case(self) -> Case:
        """The case as it stands now."""
        return self.live.case

    def handle(self, line: Line) -> None:
        """Take one line: as an event, or into the rejects with the reason; in one transaction either way."""
        text = line.text.strip()
        with self.journal.transaction():
            self.journal.reached(line.input, line.offset)
            if not text:
                return
            try:
                if not line.utf8:
                    told = Text("这一行不是 UTF-8 编码", "this line is not UTF-8")
                    hint = Text("另存为 UTF-8 后重新发送", "save it as UTF-8 and send it again")
                    raise InputError([Problem("encoding", Place(line.input), told, hint)])
                event = read_event(parse_text(line.input, text, is_json=True), self.vocabulary, self.case)
                self._admit(event.id, text)
            except InputError as error:
                problems = [problem.message.say(self.lang) for problem in error.problems]
                self.journal.reject(
                    {"input": line.input, "line": line.number, "reasons": problems, "text": text[:2000]}
                )
                return
            self.journal.take(event.id, text)
            self._settle(self.live.apply(event), event.id)

    def finish(self) -> None:
        """Judge everything once more at the end of the input, so that what is open is what a run would find."""
        with self.journal.transaction():
            self._settle(None, "")

    def _admit(self, ident: str, text: str) -> None:
        before = self.journal.body(ident)
        if before is not None:
            same = before == text
            told = Text(
                f"事件“{ident}”已经收过" + ("" if same else "，内容不同"),
                f"the event {ident!r} was taken before" + ("" if same else ", with other content"),
            )
            raise InputError([Problem("duplicate", Place("-"), told)])
        if self.live.ended:
            raise InputError(
                [
                    Problem(
                        "late", Place("-"), Text("期末事件之后到的事件", "this event came after the end of the period")
                    )
                ]
            )

    def _settle(self, touched: Sequence[Fact] | None, event: str) -> None:
        """Judge what an event touched (None: everything) and tell what changed."""
        if not self.case.documents:
            before, self.asked = self.asked, self.book.spoken_of(self.plan, self.case)
            if self.asked is not before:  # the event is the first to speak of what some rules read
                touched = None
        rules = {rule.id for rule in self.asked.rules}
        with localcontext(EXACT):
            if touched is None:
                checks = evaluate(self.asked, self.case)
                scope = set(self.open)
            else:
                hidden = Hidden(self.case)
                checks = [
                    j.check(self.case, s, hidden)
                    for s in touched
                    for j in self.judges.get(s.entity, ())
                    if j.rule.id in rules
                ]
                scope = {fingerprint(check) for check in checks} & set(self.open)
            if self.review is not None:
                checks = self.review(self.case, checks)
            found = {fingerprint(c): self._entry(c) for c in checks if c.is_finding and not c.rule.indicator}
        for key in sorted(scope - set(found)):
            self._tell("withdrawn", event, self.open.pop(key))
            self.journal.close(key)
        for key, entry in found.items():
            known = self.open.get(key)
            if known == entry:
                continue
            self._tell("changed" if known else "found", event, entry)
            self.open[key] = entry
            self.journal.open(key, entry)

    def _tell(self, action: str, event: str, entry: dict[str, Any]) -> None:
        self.journal.tell({"action": action, "event": event, **entry})

    def _entry(self, check: Check) -> dict[str, Any]:
        return {
            "rule": check.rule.id,
            "subject": check.subject.id,
            "name": self.case.label(check.subject),
            "outcome": check.outcome,
            "nature": check.nature,
            "severity": check.severity,
            "amount": money(check.amount, self.lang),
            "roll_up": "roll_up" in check.marks,
            "message": message(check, self.lang),
            "fingerprint": fingerprint(check),
        }


def lines_of(
    path: str, journal: Journal, *, follow: bool = False, stream: Iterable[bytes] = (), waiting: dict[str, int]
) -> Iterator[Line | None]:
    """Yield the lines of a file, of every file of a folder in order of name, or (`-`) of *stream*.

    A file goes on where the journal says it was left. With *follow* it is watched as it grows, and None is yielded whenever
    there is nothing new. A last line of a file without an end may be half written: it is left for the next start, and its
    number is put into *waiting* under the file's name.
    """
    if path == "-":
        for number, raw in enumerate(stream, 1):
            yield _line("-", number, raw, 0)
        return
    numbers: dict[str, int] = {}
    while True:
        place = Path(path)
        files = sorted(p for p in place.iterdir() if p.suffix in SUFFIXES) if place.is_dir() else [place]
        for file in files:
            yield from _file_lines(file, journal, numbers, waiting)
        if not follow:
            return
        yield None
        time.sleep(PAUSE)


def _file_lines(file: Path, journal: Journal, numbers: dict[str, int], waiting: dict[str, int]) -> Iterator[Line]:
    name = str(file)
    offset = journal.offset(name)
    waiting.pop(name, None)
    with file.open("rb") as data:
        if name not in numbers:
            numbers[name] = data.read(offset).count(b"\n") if offset else 0
        data.seek(offset)
        for raw in data:
            if not raw.endswith(b"\n"):
                waiting[name] = numbers[name] + 1
                return
            offset += len(raw)
            numbers[name] += 1
            yield _line(name, numbers[name], raw, offset)


def _line(name: str, number: int, raw: bytes, offset: int) -> Line:
    """Decode a line; what is not UTF-8 is kept with its bytes spelt out, to be refused."""
    try:
        return Line(name, number, raw.decode("utf-8"), offset)
    except UnicodeDecodeError:
        return Line(name, number, raw.decode("utf-8", "backslashreplace"), offset, utf8=False)
