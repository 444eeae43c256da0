"""checker followup: keep what becomes of each finding; a re-run or a ledger adds to the file and changes nothing in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.collector import uncollected
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, write_files
from checker.cases.case import NOT_KNOWN
from checker.cases.files import no_twins, read_bytes
from checker.cli.commands import FOLLOWUP_COMMANDS, LANG, RULES, SAME_UNIT, Commands
from checker.cli.console import cases_in, guard, language
from checker.cli.words import Words
from checker.records.stated import read_followup_files

if TYPE_CHECKING:
    from checker.cases.case import Case
    from checker.documents.source import Source
    from checker.engines.outcome import FollowUp
    from checker.rulebook.book import Rulebook

LEDGERS = (".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods", ".csv", ".docx", ".doc")
"""Endings of what is read as a ledger; one that is no workbook is refused with what it is."""


@click.group("followup", cls=Commands, table=FOLLOWUP_COMMANDS)
def followup_group() -> None:
    """记录每个问题的整改情况 / keep what becomes of each finding."""


def _cases(paths: tuple[str, ...], book: Rulebook, same_unit: bool, lang: str) -> list[Case]:
    cases = cases_in(paths, book, lang)
    if not same_unit:
        no_twins(cases)
    return cases


@click.command("update")
@click.argument("file", metavar="FILE")
@click.argument("paths", nargs=-1, required=True, metavar="CASE…")
@RULES
@SAME_UNIT
@LANG
@uncollected()
def update(file: str, paths: tuple[str, ...], rules: tuple[str, ...], same_unit: bool, lang: str | None) -> int:
    """把案例的新问题、填好的整改台账（.xlsx）接在文件后面，已有内容不动 / add new findings of cases, and what a filled-in ledger (.xlsx) states, at its end."""
    from checker.api import load_rules
    from checker.documents.source import read_source
    from checker.records.followup import read_followup

    tongue = language(lang)
    guard(file=[Target(file, (".yaml", ".yml", ".json"))])
    ledgers = [path for path in paths if path.lower().endswith(LEDGERS)]
    cases = tuple(path for path in paths if path not in ledgers)
    if len(ledgers) > 1:
        told = Text("一次只读一份台账", "one ledger is read at a time")
        raise InputError([Problem("two-ledgers", Place(ledgers[1]), told)])
    book = load_rules([Path(folder) for folder in rules])
    old = read_bytes(file) if Path(file).exists() else None
    source = None if old is None else read_source(file, old)
    known = () if source is None else read_followup(source, book)
    data, told_all = old, []
    if cases:
        data = _with_findings(_cases(cases, book, same_unit, tongue), data, source, known, book, tongue)
        source = None if data is None else read_source(file, data)
        now = () if source is None else read_followup(source, book)
        told_all.append(
            Text(
                f"{file}：原有 {len(known)} 条，新接上 {len(now) - len(known)} 条",
                f"{file}: {len(known)} entries, {len(now) - len(known)} added",
            )
        )
    for ledger in ledgers:
        before = () if source is None else read_followup(source, book)
        data, stated, added = _with_ledger(ledger, data, source, before, tongue)
        told_all.append(
            Text(
                f"{file}：台账填了 {stated} 项，新接上 {added} 条",
                f"{file}: the ledger states {stated}, {added} entries added",
            )
        )
    if data is not None and data != old:
        after = read_followup(read_source(file, data), book)
        if not data.startswith(old or b"") or after[: len(known)] != known:
            raise AssertionError("adding to the file of follow-up would change it")
        write_files({file: data}, None if old is None else {file: old})
    for told in told_all:
        click.echo(told.say(tongue))
    return 0


def _with_findings(
    cases: list[Case], data: bytes | None, source: Source | None, known: tuple[FollowUp, ...], book: Rulebook, lang: str
) -> bytes | None:
    """Return the file with an open entry for each finding of *cases* that it does not hold."""
    from checker.api import check
    from checker.findings.explain import message
    from checker.findings.recorded import Recorded
    from checker.records.followup import added, blank, follow

    report = check(cases, book, lang=lang)
    checks, notes = follow(report.checks, known)
    told = [*(note for _, note in notes), *Recorded(known, None, book.rules).over(report)]
    held = {check_.key for check_ in checks if check_.followups}
    ours = {id(finding): check_ for finding, check_ in zip(report.results, report.checks, strict=True)}
    found = [ours[id(finding)] for problem in report.problems for finding in problem.findings]
    missing = [check_ for check_ in found if check_.key not in held]
    for note in told:
        click.echo(note.say(lang))
    if not missing:
        return data
    return (
        blank(missing, message, lang) if data is None or source is None else added(source, data, missing, message, lang)
    )


def _with_ledger(
    ledger: str, data: bytes | None, source: Source | None, known: tuple[FollowUp, ...], lang: str
) -> tuple[bytes | None, int, int]:
    """Return the file with what the ledger states, of how many findings that is, and how many entries it took."""
    from checker.records.entries import appended
    from checker.records.followup import TOP, begun
    from checker.records.ledger import read_ledger

    taken = read_ledger(ledger, known, lang)
    for note in taken.notes:
        click.echo(note.say(lang))
    if taken.entries:
        data = (
            begun(taken.entries, lang) if data is None or source is None else appended(source, data, TOP, taken.entries)
        )
    return data, taken.stated, len(taken.entries)


@click.command("show")
@click.argument("file", metavar="FILE")
@click.argument("paths", nargs=-1, metavar="CASE…")
@click.option(
    "--state",
    type=Words(["open", "corrected", "accepted", "disputed"]),
    help="只看这种状态 / only those in this state",
)
@RULES
@SAME_UNIT
@LANG
@uncollected()
def show(
    file: str, paths: tuple[str, ...], state: str | None, rules: tuple[str, ...], same_unit: bool, lang: str | None
) -> int:
    """列出每个问题的整改情况；给出案例时，同时说明这次检查的结论 / list what stands of each finding; with cases, what is found now."""
    from checker.api import check, load_rules
    from checker.engines.outcome import outcome_name
    from checker.findings.recorded import Recorded
    from checker.records.followup import follow
    from checker.records.states import STATES

    tongue = language(lang)
    book = load_rules([Path(folder) for folder in rules])
    known = read_followup_files((file,), book)
    judged = check(_cases(paths, book, same_unit, tongue), book, lang=tongue) if paths else None
    checks, notes = follow(judged.checks, known) if judged is not None else ([], [])
    told = [note for _, note in notes]
    told += Recorded(known, None, book.rules).over(judged) if judged is not None else []
    now = {check_.followups[-1].place: outcome_name(check_, tongue) for check_ in checks if check_.followups}
    last = {(s.rule, s.unit, s.year, s.subject): s for s in known}
    counts = Counter(entry.state for entry in last.values())
    click.echo(" · ".join(f"{text.say(tongue)} {counts[name]}" for name, text in STATES.items()))
    for entry in last.values():
        if state in (None, entry.state):
            who = " ".join(filter(None, (str(entry.day or ""), entry.person, entry.note, entry.papers)))
            found = now.get(entry.place, "")
            what = f"{entry.place.line}: {STATES[entry.state].say(tongue)} | {entry.rule} | {entry.unit} {entry.year or NOT_KNOWN.say(tongue)} {entry.subject}"
            click.echo(
                " | ".join(filter(None, (what, who, found and Text(f"这次：{found}", f"now: {found}").say(tongue))))
            )
    for note in told:
        click.echo(note.say(tongue))
    return 0
