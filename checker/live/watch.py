"""Judges a unit's running state as events arrive: says a finding the moment it arises, takes it back when it is settled."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import localcontext
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.values import EXACT
from checker.base.width import HIDDEN, shortened
from checker.cases.case import Case
from checker.documents.source import parse_text
from checker.engines.evaluator import evaluate
from checker.live.docket import Docket, Entry, Review, entry_of
from checker.live.events import Event, read_event
from checker.live.inputs import Line
from checker.live.journal import Journal
from checker.live.repeats import Repeats
from checker.live.state import Change, Live
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.documents import mentions

WHOLE = Change(everything=True)


class Watcher:
    """One unit, one year, one journal; `handle` takes a line at a time, `close` ends a group of them."""

    def __init__(self, book: Rulebook, case: Case, journal: Journal, lang: str, review: Review | None = None) -> None:
        self.vocabulary = book.vocabulary
        self.journal = journal
        self.lang = lang
        self.review = review
        self.repeats = Repeats(case, journal)
        self.live = Live(case)
        self.book = book
        self.plan = book.plan(case, scoped=False)  # payments and approvals arrive from elsewhere than the document
        fresh, unpaid = True, not journal.has_paid()
        for body in journal.events():  # the journal is the memory: the state is built from it
            event = read_event(parse_text("journal", body, is_json=True, sha256="-"), self.vocabulary, self.live)
            self.live.apply(event)
            if unpaid:  # of an earlier version, or without payments
                self.repeats.book(event)
            fresh = False
        self.open = journal.findings()
        asked = {} if case.documents else book.figures(self.plan)
        self.atoms = frozenset[tuple[str, str]]().union(*asked.values())
        """What some rules are asked of only where the case speaks of it."""
        self.said = mentions(case, self.atoms)
        self._waiting: dict[str, list[str]] = {}
        """By kind of fact, the fields that rules still wait for."""
        self.asked, self.docket = self._ask()
        if fresh and not self.open:
            self._tell(self._differences(self.docket.open(), set(self.open)), "")
        self.close()

    @property
    def case(self) -> Case:
        """The case as it stands now."""
        return self.live.case

    def handle(self, line: Line) -> None:
        """Take one line: as an event, or into the rejects with the reason, whatever went wrong with it."""
        text = line.text.strip()
        if not text:
            return
        try:
            if not line.utf8:
                told = Text("这一行不是 UTF-8 编码", "this line is not UTF-8")
                hint = Text("另存为 UTF-8 后重新发送", "save it as UTF-8 and send it again")
                raise InputError([Problem("encoding", Place(line.input), told, hint)])
            event = read_event(parse_text(line.input, text, is_json=True, sha256="-"), self.vocabulary, self.live)
            self._admit(event, text)
            different = self._judge(event)
        except InputError as error:
            self._reject(line, text, error.problems)
        except Exception as error:  # whatever a rule does, the event is not lost and the next start works
            told = Text(
                f"检查这个事件时出错（{type(error).__name__}），没有收；请报告这个缺陷",
                f"judging this event failed ({type(error).__name__}); it was not taken; please report this defect",
            )
            self._reject(line, text, [Problem("event-failed", Place("-"), told)])
        else:
            self.journal.take(event.id, text)
            self.repeats.book(event)
            self._tell(different, event.id)

    def close(self) -> None:
        """End a group: what was taken and said is on disk when this returns."""
        self.journal.commit()

    def finish(self) -> None:
        """Judge everything once more at the end of the input, so that what is open is what a run would find."""
        with localcontext(EXACT):
            checks = evaluate(self.asked, self.case)
            if self.review is not None:
                checks = self.review(self.case, checks)
            found = {
                e["fingerprint"]: e
                for c in checks
                if c.is_finding and not c.rule.indicator
                for e in [entry_of(c, self.lang)]
            }
        self._tell(self._differences(found, set(self.open)), "")
        self.close()

    # ---- one event

    def _judge(self, event: Event) -> dict[str, Entry | None]:
        """Add an event to the state and return what is different; where that fails, the state is as it was."""
        said, asked = self.said, self.asked
        try:
            change = self.live.apply(event)
            if spoken := self._speaks_of(change):
                self.said |= spoken
            if change.everything:
                self.asked, self.docket = self._ask()
                return self._differences(self.docket.open(), set(self.open))
            different = self.docket.settle(change)
            if self.said != said:
                self._wait()
                self.asked = self._asked()
                different |= self._differences(self.docket.take(self.asked), ())
            return different
        except Exception:
            self.live.undo()
            self.said, self.asked = said, asked
            self._wait()
            self.docket = Docket(asked, self.case, self.lang, self.review)
            raise

    def _ask(self) -> tuple[Plan, Docket]:
        """Take up the rules that are asked of what the case speaks of by now, and judge everything."""
        self._wait()
        asked = self._asked()
        return asked, Docket(asked, self.case, self.lang, self.review)

    def _asked(self) -> Plan:
        """Return the rules that are asked of what the case speaks of by now."""
        return self.plan if self.case.documents else self.book.mentioned(self.plan, self.said)

    def _wait(self) -> None:
        """Note the fields that rules still wait for."""
        self._waiting = {}
        for entity, field in self.atoms - self.said:
            self._waiting.setdefault(entity, []).append(field)

    def _speaks_of(self, change: Change) -> frozenset[tuple[str, str]]:
        """Return which of the fields that some rules wait for the case speaks of since this event."""
        return frozenset(
            (fact.entity, field)
            for fact in (*change.new, *change.spent)
            for field in self._waiting.get(fact.entity, ())
            if field in fact.cells or field in fact.none
        )

    def _admit(self, event: Event, text: str) -> None:
        plain = HIDDEN.sub("", event.id).strip()
        if plain != event.id:  # looked at here and not where events are read: a journal of before may hold such an id
            told = Text(
                f"事件编号“{event.id}”里有看不见的字符，或前后有空格",
                f"the id of the event, {event.id!r}, holds blanks around it or a character that is not seen",
            )
            hint = Text(f"写成“{plain or 'e1'}”；同一个编号只算一次", f"write {plain or 'e1'!r}; one id counts once")
            raise InputError([Problem("event-id", Place("-"), told, hint)])
        before = self.journal.body(event.id)
        if before is not None:
            same = before == text
            told = Text(
                f"事件“{event.id}”已经收过" + ("" if same else "，内容不同"),
                f"the event {event.id!r} was taken before" + ("" if same else ", with other content"),
            )
            hint = (
                Text("不用再发", "it need not be sent again")
                if same
                else Text(
                    "另一件事写另一个事件编号；更正的，期末用 checker run 检查改正后的案例",
                    "give another event an id of its own; to correct one, check the corrected case with checker run",
                )
            )
            raise InputError([Problem("duplicate", Place("-"), told, hint)])
        if self.live.ended:
            told = Text("期末事件之后到的事件", "this event came after the end of the period")
            hint = Text(
                "补记的写进案例，用 checker run 检查；期末发早了的，换一个日志和输出，从头读一遍",
                "add it to the case and check that with checker run; where the end came too early, read all with a new journal and output",
            )
            raise InputError([Problem("late", Place("-"), told, hint)])
        self.repeats.refuse(event, self.live)

    def _reject(self, line: Line, text: str, problems: Iterable[Problem]) -> None:
        reasons, hints = [], []
        for problem in problems:
            reasons.append(shortened(problem.message.say(self.lang)))
            hints += [shortened(problem.hint.say(self.lang))] if problem.hint else []
        self.journal.reject(
            {
                "input": line.input,
                "line": line.number,
                "reasons": reasons,
                "hints": list(dict.fromkeys(hints)),
                "text": text[:2000],
            }
        )

    # ---- what is told

    def _differences(self, found: dict[str, Entry], scope: Iterable[str]) -> dict[str, Entry | None]:
        """Return how *found*, everything there is, differs from what is open."""
        gone: dict[str, Entry | None] = {key: None for key in scope if key not in found}
        return gone | {key: entry for key, entry in found.items() if self.open.get(key) != entry}

    def _tell(self, different: dict[str, Entry | None], event: str) -> None:
        """Say what changed: first what is taken back, then what is found or changed, each in order of rule and subject."""
        for key in sorted(key for key, entry in different.items() if entry is None):
            self._say("withdrawn", event, self.open.pop(key))
            self.journal.keep(key, None)
        there = [(key, entry) for key, entry in different.items() if entry is not None]
        for key, entry in sorted(there, key=lambda pair: (pair[1]["rule"], pair[1]["subject"])):
            self._say("changed" if key in self.open else "found", event, entry)
            self.open[key] = entry
            self.journal.keep(key, entry)

    def _say(self, action: str, event: str, entry: dict[str, Any]) -> None:
        self.journal.tell({"action": action, "event": event, **entry})
