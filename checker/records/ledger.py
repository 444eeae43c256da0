"""The ledger (整改台账) read back: what people filled in becomes entries at the end of the file of follow-up.

A line of the ledger stands for all findings of its problem and goes to each of them; a line of the details that says something
of one finding stands before it. Nothing is taken unless every cell fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Place, Text
from checker.engines.outcome import FollowUp
from checker.records.entries import entry_lines
from checker.records.filled import Filled, Line, all_lines
from checker.records.followup import FOLLOWUP_KEYS, SAY_SO, SAYS_NOTHING, unsaid
from checker.records.forms import DETAILS, LEDGER
from checker.records.keys import Address
from checker.records.states import STATES


class Taken(NamedTuple):
    """What a ledger brings: the lines of each new entry, what is to be told, how many findings it states something of."""

    entries: tuple[tuple[str, ...], ...]
    notes: tuple[Text, ...]
    stated: int


class _Standing(NamedTuple):
    """What would stand of one finding: as an entry has it, without the address."""

    state: str
    due: date | None
    day: date | None
    person: str
    note: str
    papers: str


class Last:
    """The last entry on each check, found by the unit's code or name and the subject's id or label."""

    def __init__(self, entries: Iterable[FollowUp]) -> None:
        self.entries = {(e.rule, e.unit, str(e.year or ""), e.subject): e for e in entries}
        self.units = {key[1:3] for key in self.entries}

    def of(self, address: Address) -> FollowUp | None:
        """Return what holds of a check."""
        names = (
            (unit, subject) for unit in (address.unit, address.name) for subject in (address.subject, address.label)
        )
        return next(
            (
                found
                for unit, subject in names
                if (found := self.entries.get((address.rule, unit, address.year, subject)))
            ),
            None,
        )

    def speaks_of(self, address: Address) -> bool:
        """Whether any entry is of the unit and year of *address*."""
        return not self.units or any((unit, address.year) in self.units for unit in (address.unit, address.name))


def read_ledger(file: str, entries: Sequence[FollowUp], lang: str) -> Taken:
    """Return what the workbook *file* states beyond *entries*, those of the file of follow-up in their order.

    Raises InputError with everything that does not fit, each with file, sheet and cell.
    """
    filled = Filled(file)
    forms = (LEDGER, DETAILS)
    lines = filled.lines(LEDGER, forms, False)
    details = [] if filled.alone else filled.lines(DETAILS, forms, True)
    own = {line.addresses[0].fingerprint: line for line in details if line.cells}
    last = Last(entries)
    found: list[tuple[str, ...]] = []
    stated = kept = 0
    strangers: dict[tuple[str, str], Address] = {}
    seen: set[str] = set()
    for address, line in _pairs(lines, own):
        detail = own.get(address.fingerprint)
        if address.fingerprint in seen or (not line.cells and detail is None):
            continue
        seen.add(address.fingerprint)
        stated += 1
        kept += detail is not None and detail is not line and bool(line.cells)
        if not last.speaks_of(address):
            strangers.setdefault((address.name, address.year), address)
            continue
        before = last.of(address)
        standing = _standing(line, detail, before)
        _judge(filled, detail or line, line, detail, standing, before)
        if before is None or standing != _Standing(
            before.state, before.due, before.day, before.person, before.note, before.papers
        ):
            spoken = detail or line
            found.append(tuple(_entry(address, before, standing, spoken.place, lang)))
    for name, year in strangers:
        told = Text(
            f"台账里是“{name}”{year} 年度，整改记录里没有这个单位、年度",
            f"the ledger is of {name!r}, {year}: the file of follow-up has no entry of that unit and year",
        )
        filled.wrong(
            "another-unit",
            Place(file),
            told,
            Text("核对是不是拿错了台账或整改记录", "see whether it is the right ledger and the right file"),
        )
    if filled.problems:
        raise InputError(dict.fromkeys(filled.problems))
    if kept:
        filled.notes.append(Text(f"{kept} 项以《明细》填的为准", f"{kept} stand as the details say"))
    return Taken(tuple(found), tuple(filled.notes), stated)


def _pairs(lines: list[Line], own: Mapping[str, Line]) -> Iterator[tuple[Address, Line]]:
    yield from all_lines(lines)
    yield from all_lines(list(own.values()))  # also those whose line was deleted from the ledger


def _standing(line: Line, detail: Line | None, before: FollowUp | None) -> _Standing:
    """Return what would stand: a detail with a state speaks for itself, one without adds to its line; an empty cell erases nothing."""
    told = (
        [detail]
        if detail is not None and detail.text("state")
        else [each for each in (detail, line) if each is not None]
    )
    texts = {
        name: next((each.text(name) for each in told if each.text(name)), "")
        for name in ("state", "person", "note", "papers")
    }
    days = {name: next((day for each in told if (day := each.day(name)) is not None), None) for name in ("due", "day")}
    state = texts["state"] or (before.state if before is not None else "open")
    due = days["due"] or (before.due if before is not None else None)
    if before is None or state != before.state:
        return _Standing(state, due, days["day"], texts["person"], texts["note"], texts["papers"])
    return _Standing(
        state,
        due,
        days["day"] or before.day,
        texts["person"] or before.person,
        texts["note"] or before.note,
        texts["papers"] or before.papers,
    )


def _judge(
    filled: Filled, spoken: Line, line: Line, detail: Line | None, standing: _Standing, before: FollowUp | None
) -> None:
    """Note what cannot stand, at the cell where it would be mended."""
    bad = {problem.place for problem in filled.problems}
    if standing.state != "open":
        name = STATES[standing.state]
        for key, zh, en in (("day", "完成日期", "the day"), ("person", "责任人", "the person")):
            nobody = key == "person" and not any(sign.isalpha() and sign not in "无待填" for sign in standing.person)
            if (not getattr(standing, key) or nobody) and spoken.at(key) not in bad:
                filled.wrong(
                    "required",
                    spoken.at(key),
                    Text(f"整改情况是“{name.zh}”，要写{zh}", f"the state is “{name.en}”: {en} must be stated"),
                )
        for each in (line, *(() if detail is None else (detail,))):
            for key in SAYS_NOTHING:
                if each.text(key) and (nothing := unsaid(key, each.text(key))) is not None:
                    filled.wrong("says-nothing", each.at(key), nothing, SAY_SO)
    if (
        before is not None
        and before.day is not None
        and (standing.day is None or standing.day < before.day)
        and spoken.at("day") not in bad
    ):
        told = Text(
            f"日期早于整改记录里的 {before.day}（{before.place}）",
            f"the day is before {before.day}, which the file of follow-up states ({before.place})",
        )
        filled.wrong(
            "order",
            spoken.at("day"),
            told
            if standing.day
            else Text(
                f"整改记录里是 {before.day} 起“{STATES[before.state].zh}”（{before.place}），改写要写日期",
                f"the file of follow-up says “{STATES[before.state].en}” since {before.day} ({before.place}): state the day of the change",
            ),
        )
    if line.text("closed") and standing.state in ("open", "disputed"):
        told = Text(
            f"还是“{STATES[standing.state].zh}”，不能销号",
            f"is still “{STATES[standing.state].en}” and cannot be closed",
        )
        filled.wrong("order", line.at("closed"), told, Text("先写整改情况，再销号", "state what became of it first"))


def _entry(address: Address, before: FollowUp | None, standing: _Standing, place: Place, lang: str) -> list[str]:
    unit, subject = (before.unit, before.subject) if before is not None else (address.unit, address.subject)
    values = {"rule": address.rule, "unit": unit, "year": address.year, "subject": subject}
    values["state"] = STATES[standing.state].zh if lang == "zh" else standing.state
    given = {
        "due": standing.due.isoformat() if standing.due else "",
        "day": standing.day.isoformat() if standing.day else "",
        "person": standing.person,
        "note": standing.note,
        "papers": standing.papers,
    }
    said = f"{address.label}{'：' if lang == 'zh' else ': '}{Path(place.file).name}"
    return entry_lines({**values, **{key: text for key, text in given.items() if text}}, FOLLOWUP_KEYS, said, lang)
