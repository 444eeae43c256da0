"""The list of waivers: written with the keys of every failure filled in, and read back once people have said why and by whose approval."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Text
from checker.engines.outcome import Check, Waiver
from checker.records.entries import begun_with, entry_lines
from checker.records.filled import Filled, Line
from checker.records.followup import Say, unit_of
from checker.records.forms import WAIVERS
from checker.records.keys import Address
from checker.records.waivers import TOP, UNFIT, WAIVER_KEYS, unfit


class Listed(NamedTuple):
    """What a filled-in list brings: the lines of each new entry, what is to be told, how many waivers it states."""

    entries: tuple[tuple[str, ...], ...]
    notes: tuple[Text, ...]
    stated: int


def new_list(checks: Iterable[Check], say: Say, lang: str) -> bytes:
    """Return a file with an entry for each failure of *checks*, of which reason, document, approver and expiry are to be filled in."""
    head = (
        "# 每一项“不符合”一条，要豁免的填上理由、批准文号、批准人、有效期至，不豁免的删去；四项都填了才能用。\n"
        if lang == "zh"
        else "# An entry for each failure: fill in reason, document, approver and expires of those that are waived, and delete the others.\n"
    )
    entries = []
    for check in checks:
        where = {
            "rule": check.rule.id,
            "unit": unit_of(check.case),
            "year": str(check.case.year or ""),
            "subject": check.subject.id,
        }
        said = f"{check.rule.title.say(lang)}{'：' if lang == 'zh' else ': '}{say(check, lang)}"
        blanks = dict.fromkeys(WAIVERS.columns, "")
        entries.append(entry_lines({**where, **blanks}, WAIVER_KEYS, said, lang))
    return begun_with(head, TOP, entries, lang)


def begun_waivers(entries: Iterable[Sequence[str]], lang: str) -> bytes:
    """Return a new file of waivers that holds *entries*, the lines of each."""
    head = "# 经批准不整改的问题。\n" if lang == "zh" else "# Failures that an approving document excuses.\n"
    return begun_with(head, TOP, entries, lang)


def read_list(file: str, known: Sequence[Waiver], lang: str) -> Listed:
    """Return what the workbook *file* states beyond the waivers that are *known*.

    A line without any of the four is not waived. Raises InputError with everything that does not fit, each with its cell.
    """
    filled = Filled(file)
    found: list[tuple[str, ...]] = []
    stated = 0
    for line in filled.lines(WAIVERS, (WAIVERS,), True):
        (address,) = line.addresses
        bad = {problem.place for problem in filled.problems}
        if not line.cells and not any(line.at(name) in bad for name in WAIVERS.columns):
            continue
        stated += 1
        for name, column in WAIVERS.columns.items():
            if name not in line.cells and line.at(name) not in bad:
                told = Text(
                    f"没有填“{column.head.zh}”：四项都要填", f"{column.head.en} is missing: all four are wanted"
                )
                filled.wrong(
                    "required",
                    line.at(name),
                    told,
                    Text("不豁免的，整行留空", "leave all four empty where nothing is waived"),
                )
        for name in ("reason", "document", "approver"):
            if name in line.cells and (why := unfit(name, line.text(name))) is not None:
                filled.wrong("no-approval", line.at(name), why, UNFIT)
        if not address.year:
            told = Text("案例的年度不详，不能豁免", "the year of the case is not known: nothing of it can be waived")
            filled.wrong("bad-year", line.place, told)
        before = next((waiver for waiver in known if _same(waiver, address)), None)
        if before is None:
            found.append(tuple(_entry(address, line, lang)))
        elif any(str(getattr(before, name)) != _text(line, name) for name in WAIVERS.columns):
            told = Text(
                f"豁免文件里已有这一项，写的不同（{before.place}）",
                f"the file of waivers has this one already, and says something else ({before.place})",
            )
            filled.wrong(
                "repeated", line.place, told, Text("要改的，在豁免文件里改", "change it in the file of waivers")
            )
    if filled.problems:
        raise InputError(dict.fromkeys(filled.problems))
    return Listed(tuple(found), tuple(filled.notes), stated)


def _same(waiver: Waiver, address: Address) -> bool:
    return (
        (waiver.rule, str(waiver.year)) == (address.rule, address.year)
        and waiver.unit in (address.unit, address.name)
        and waiver.subject in (address.subject, address.label)
    )


def _text(line: Line, name: str) -> str:
    day = line.day(name)
    return day.isoformat() if day is not None else line.text(name)


def _entry(address: Address, line: Line, lang: str) -> list[str]:
    values = {"rule": address.rule, "unit": address.unit, "year": address.year, "subject": address.subject}
    values.update((name, _text(line, name)) for name in WAIVERS.columns)
    said = f"{address.label}{'：' if lang == 'zh' else ': '}{Path(line.place.file).name}"
    return entry_lines(values, WAIVER_KEYS, said, lang)
