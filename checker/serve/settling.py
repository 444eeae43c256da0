"""What people decide about a reading, kept beside it: the decisions, and the case that is made anew from both after each.

The decisions are the truth and are written first; a case that does not follow from them because the program was ended between the
two is made anew when it is next looked at. A case that somebody changed by hand is never replaced unasked.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from checker.base import places
from checker.base.errors import InputError, Text
from checker.base.files import read_member
from checker.base.outputs import write_files
from checker.base.values import half_width
from checker.cases.files import OWN
from checker.cases.vocabulary import Vocabulary
from checker.intake.decided import Addresses
from checker.intake.decisions import NONE, Action, Confirmed, Decision, Decisions, confirmed, read_decisions, written
from checker.intake.drafting import Drafting
from checker.intake.fitting import Fitted, differ, fitted, inferred_of, printed_of
from checker.intake.reading import Reading
from checker.intake.reading_file import written as reading_text
from checker.serve.folder import DECISIONS, Entry, Folder, version
from checker.serve.judging import Judge
from checker.serve.refusals import CHANGED, Refusal, Refused
from checker.serve.shelf import Papers, Shelf

NOT_READ = Refusal(
    "not-read",
    409,
    Text(
        "这个案例不是从材料读出来的，没有要核对的数",
        "this case was not read from documents: there are no figures to look at",
    ),
    Text("看“问题和报告”", "see “Findings and report”"),
)
BY_HAND = Refusal(
    "by-hand",
    409,
    Text("案例文件被手工改过，没有覆盖它", "the case file was changed by hand and was not replaced"),
    Text(
        "要用材料和决定重新生成，点“重新生成”，手工改的另存一份",
        "to have it made anew, press “Make anew”: what was changed by hand is kept beside it",
    ),
)
NO_NAME = Refusal(
    "no-name",
    422,
    Text("还没有写核对人", "it is not said who decides"),
    Text("先写上姓名，再作决定", "enter your name first"),
)
NO_REASON = Refusal(
    "no-reason",
    422,
    Text("搁置要写理由", "setting aside takes a reason"),
    Text("写一句为什么不用这个数", "say why the figure is not used"),
)
NO_ITEM = Refusal(
    "no-item",
    409,
    Text("这个数已经变了，没有保存", "this figure is no longer as it was; nothing was saved"),
    Text("刷新这一页", "load this page anew"),
)
NO_FIELD = Refusal(
    "no-field",
    422,
    Text("案例里没有这一项", "the case has no such field"),
    Text("从列出的里面选", "choose one of those that are listed"),
)
NO_UNDO = Refusal(
    "no-undo",
    409,
    Text("没有可撤回的决定", "there is no decision to take back"),
    Text("先作一个决定", "decide something first"),
)


class State(NamedTuple):
    """A reading with its decisions: what the case says, what is still to be looked at, and whether the case file is ours to write."""

    version: str
    papers: Papers
    decisions: Decisions
    fitted: Fitted
    confirmed: Confirmed
    made: Drafting
    addresses: Addresses
    ours: bool


class Asked(NamedTuple):
    """What somebody decided on the page: about which figure and field, and what."""

    action: Action
    span: str
    fact: str
    field: str
    value: str
    reason: str
    who: str


class Settling:
    """Reads and writes decisions."""

    def __init__(self, folder: Folder, judge: Judge, shelf: Shelf) -> None:
        self.folder = folder
        self.judge = judge
        self.shelf = shelf
        self._last: tuple[str, State] | None = None

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the rules."""
        return self.judge.book.vocabulary

    def state(self, entry: Entry) -> State:
        """Return how a case stands, having finished what an earlier end of the program left undone; raises Refused, InputError."""
        key = f"{entry.id} {version(entry)}"
        if self._last is not None and self._last[0] == key:
            return self._last[1]
        papers = self.shelf.papers(entry)
        if papers is None:
            raise Refused(NOT_READ)
        found = self._state(key.partition(" ")[2], papers, self._decisions(entry))
        text = found.confirmed.text.encode()
        there = read_member(entry.path) if entry.path.is_file() else None
        if there != text:
            if there is not None and hashlib.sha256(there).hexdigest() not in self._written(entry):
                found = found._replace(ours=False)
            else:
                self.note(entry, text)
                found = found._replace(version=self.folder.save(entry, found.version, {entry.path: text}))
        self._last = (f"{entry.id} {found.version}", found)
        return found

    def decide(self, entry: Entry, known: str, asked: list[Asked], address: str = "") -> State:
        """Write what was decided, all or nothing; raises Refused where it cannot stand or the case has changed since *known*.

        With *address*, a figure that nobody understood is that field.
        """
        found = self._open(entry, known)
        decisions = found.decisions
        for each in asked:
            decision = self._placed(found, each, address) if address else self._decision(found, each)
            decisions = decisions.add(decision)
            held = fitted(found.papers.reading, self.vocabulary, decisions)
            lost = next((lost for lost in held.lost if lost.decision is decision), None)
            if lost is not None:
                raise Refused(
                    Refusal("does-not-fit", 422, lost.why, Text("改一改再保存", "change it and save it again"))
                )
        return self._save(entry, found, decisions)

    def undo(self, entry: Entry, known: str, who: str) -> State:
        """Take the last decision back; it stays in the file among those that were taken back."""
        found = self._open(entry, known)
        if not found.decisions.made:
            raise Refused(NO_UNDO)
        return self._save(entry, found, found.decisions.undone(_name(who), _now()))

    def anew(self, entry: Entry, known: str) -> State:
        """Make the case anew from the reading and the decisions; what somebody changed by hand is kept beside it."""
        found = self.state(entry)
        old = read_member(entry.path)
        number = 1
        while (kept := entry.path.with_name(f"{entry.path.name}.old-{number}")).exists():
            number += 1
        write_files({str(kept): old})
        text = found.confirmed.text.encode()
        self.note(entry, text)
        self.folder.save(entry, known, {entry.path: text})
        return self.state(entry)

    def reread(self, entry: Entry, known: str, reading: Reading) -> State:
        """Put a reading of other documents in the place of the one there is; decisions that still fit hold on. Raises Refused."""
        found = self._open(entry, known)
        papers = Papers(reading, ())
        decisions = found.decisions
        if decisions.made or decisions.withdrawn:
            decisions = decisions._replace(documents=_digests(reading))
        after = self._state("", papers, decisions)
        text = after.confirmed.text.encode()
        self.note(entry, found.confirmed.text.encode(), text)
        contents = {entry.reading: reading_text(reading).encode(), entry.path: text}
        if decisions is not found.decisions:
            contents[entry.beside(DECISIONS)] = written(decisions)
        self.folder.save(entry, found.version, contents)
        return self.state(entry)

    def note(self, entry: Entry, *texts: bytes) -> None:
        """Note which texts of the case are ours, before they are written; the last few are enough."""
        held = [*self._written(entry), *(hashlib.sha256(text).hexdigest() for text in texts)]
        path = self._notes(entry)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_files({str(path): ("\n".join(list(dict.fromkeys(reversed(held)))[:8][::-1]) + "\n").encode()})

    def _notes(self, entry: Entry) -> Path:
        return self.folder.root / OWN / "written" / entry.id

    def _written(self, entry: Entry) -> list[str]:
        with suppress(OSError, InputError):
            return read_member(self._notes(entry)).decode("ascii", "replace").split()
        return []

    def _decisions(self, entry: Entry) -> Decisions:
        path = entry.beside(DECISIONS)
        return read_decisions(path.name, self.vocabulary, read_member(path))[0] if path.is_file() else NONE

    def _state(self, known: str, papers: Papers, decisions: Decisions) -> State:
        reading = papers.reading
        held = fitted(reading, self.vocabulary, decisions)
        made = Drafting(reading, self.vocabulary, held)
        addresses = Addresses(made.facts, self.vocabulary)
        return State(
            known, papers, decisions, held, confirmed(reading, self.vocabulary, decisions), made, addresses, True
        )

    def _open(self, entry: Entry, known: str) -> State:
        found = self.state(entry)
        if known != found.version:
            raise Refused(CHANGED)
        if not found.ours:
            raise Refused(BY_HAND)
        return found

    def _save(self, entry: Entry, found: State, decisions: Decisions) -> State:
        decisions = decisions._replace(documents=_digests(found.papers.reading))
        after = self._state("", found.papers, decisions)
        text = after.confirmed.text.encode()
        self.note(entry, found.confirmed.text.encode(), text)
        stands = self.folder.save(entry, found.version, {entry.beside(DECISIONS): written(decisions), entry.path: text})
        after = after._replace(version=stands)
        self._last = (f"{entry.id} {stands}", after)
        return after

    def _decision(self, found: State, asked: Asked) -> Decision:
        who, when = _name(asked.who), _now()
        if asked.action == "aside" and not asked.reason.strip():
            raise Refused(NO_REASON)
        value = self.value(found, asked)
        item = next(
            (
                each
                for each in found.confirmed.pending.items
                if (each.fact, each.field) == (asked.fact, asked.field)
                and (each.span == asked.span or any(c.span == asked.span for c in each.candidates))
            ),
            None,
        )
        if item is not None:
            return item.decision(asked.action, who, when, value=value, reason=asked.reason.strip(), span=asked.span)
        if not asked.fact:  # an unread figure that is a field after all comes with the address of it
            raise Refused(NO_ITEM)
        return self._of_settled(found, asked, value, who, when)

    def _placed(self, found: State, asked: Asked, address: str) -> Decision:
        item = next((each for each in found.confirmed.pending.unread if each.span == asked.span), None)
        spot = found.addresses.find(address)
        if item is None or spot is None:
            raise Refused(NO_ITEM if item is None else NO_FIELD)
        value = self.value(found, asked._replace(fact=spot[0], field=spot[1]))
        return item.decision("set", _name(asked.who), _now(), value=value, reason=asked.reason.strip(), field=address)

    def _of_settled(self, found: State, asked: Asked, value: str, who: str, when: str) -> Decision:
        """Return a decision about a field that nobody has to look at, or about one that the documents do not print."""
        made, key = found.made, (asked.fact, asked.field)
        known = made.facts.get(asked.fact)
        if known is None and asked.fact != "unit":
            raise Refused(NO_ITEM)
        entity = self.vocabulary.root if known is None else self.vocabulary.entities[known.entity]
        if asked.field not in entity.fields:
            raise Refused(NO_ITEM)
        proposals = [each for each in made.proposals.get(key, []) if not asked.span or each.span == asked.span]
        inferred = made.inferred.get(key)
        span, printed, sentence = "", "", ""
        if proposals and not (inferred is not None and inferred.derived):
            span = proposals[0].span
            group = [made.spans[each.span] for each in made.proposals[key]]
            own = made.spans[span]
            spans = (
                [own, *(each for each in group if each is not own)]
                if asked.action != "aside" and differ(group)
                else [own]
            )
            printed, sentence = printed_of(spans)
        elif inferred is not None:
            printed, sentence = inferred_of(inferred)
        address = found.addresses.of(asked.fact, asked.field)
        return Decision(span, address, asked.action, value, asked.reason.strip(), who, when, printed, sentence)

    def value(self, found: State, asked: Asked) -> str:
        """Return what somebody entered as a case has it: a place by its code; raises Refused for a place that there is not."""
        text = half_width(asked.value).strip() if asked.action == "set" else ""
        if asked.field == "jurisdiction" and text:
            code, _, wrong = places.read(text, self.year(found))
            if wrong is not None:
                raise Refused(Refusal("jurisdiction", 422, wrong[0], wrong[1] or Text("", "")))
            return code
        return text

    def year(self, found: State) -> int:
        """Return the fiscal year as far as it is known, else 0."""
        changed = found.fitted.changed("unit", "fiscal_year")
        if changed is not None:
            text = changed[1].value
        else:
            chosen = found.made.chosen("unit", "fiscal_year")
            text = found.made.value(found.made.spans[chosen[0].span], "year") if chosen else ""
        return int(text[:4]) if len(text) >= 4 and text[:4].isascii() and text[:4].isdigit() else 0


def _now() -> str:
    return datetime.now().strftime("%Y-%m-%d %H:%M")


def _name(who: str) -> str:
    name = "".join(sign for sign in who if sign.isprintable()).strip()[:60]
    if not name:
        raise Refused(NO_NAME)
    return name


def _digests(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return the name and SHA-256 of every document, as `intake.imported` does, which imports all that reads them."""
    return tuple((document.name, document.sha256) for document in reading.documents)
