"""checker followup: keep what becomes of each finding; a re-run adds to the file and changes nothing in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import Text
from checker.base.outputs import Target, write_files
from checker.cases.case import NOT_KNOWN
from checker.cases.files import no_twins, read_bytes
from checker.cli.commands import FOLLOWUP_COMMANDS, LANG, RULES, SAME_UNIT, Commands
from checker.cli.console import cases_in, guard, language, uncollected
from checker.run import read_followup_files

if TYPE_CHECKING:
    from checker.cases.case import Case
    from checker.rulebook.book import Rulebook


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
    """检查案例，把没有记录的问题接在文件后面，已有内容不动 / add the findings that the file does not hold yet, at its end."""
    from checker.api import check, load_rules
    from checker.documents.source import read_source
    from checker.findings.explain import message
    from checker.records.followup import added, blank, follow, read_followup

    tongue = language(lang)
    guard(file=[Target(file, (".yaml", ".yml", ".json"))])
    book = load_rules([Path(folder) for folder in rules])
    report = check(_cases(paths, book, same_unit, tongue), book, lang=tongue)
    old = read_bytes(file) if Path(file).exists() else None
    source = None if old is None else read_source(file, old)
    known = () if source is None else read_followup(source, book)
    checks, notes = follow(report.checks, known)
    held = {check_.key for check_ in checks if check_.followups}
    ours = {id(finding): check_ for finding, check_ in zip(report.results, report.checks, strict=True)}
    found = [ours[id(finding)] for problem in report.problems for finding in problem.findings]
    missing = [check_ for check_ in found if check_.key not in held]
    for _, note in notes:
        click.echo(note.say(tongue))
    if missing:
        new = (
            blank(missing, message, tongue)
            if old is None or source is None
            else added(source, old, missing, message, tongue)
        )
        after = read_followup(read_source(file, new), book)
        if not new.startswith(old or b"") or after[: len(known)] != known or len(after) != len(known) + len(missing):
            raise AssertionError("adding to the file of follow-up would change it")
        write_files({file: new}, None if old is None else {file: old})
    told = Text(
        f"{file}：原有 {len(known)} 条，新接上 {len(missing)} 条", f"{file}: {len(known)} entries, {len(missing)} added"
    )
    click.echo(told.say(tongue))
    return 0


@click.command("show")
@click.argument("file", metavar="FILE")
@click.argument("paths", nargs=-1, metavar="CASE…")
@click.option("--state", type=click.Choice(["open", "corrected", "accepted", "disputed"]), help="只看这种状态 / only those in this state")  # fmt: skip
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
    from checker.records.followup import follow
    from checker.records.states import STATES

    tongue = language(lang)
    book = load_rules([Path(folder) for folder in rules])
    known = read_followup_files((file,), book)
    judged = check(_cases(paths, book, same_unit, tongue), book, lang=tongue).checks if paths else ()
    checks, notes = follow(judged, known if paths else ())
    now = {check_.followups[-1].place: outcome_name(check_, tongue) for check_ in checks if check_.followups}
    last = {(s.rule, s.unit, s.year, s.subject): s for s in known}
    counts = Counter(entry.state for entry in last.values())
    click.echo(" · ".join(f"{text.say(tongue)} {counts[name]}" for name, text in STATES.items()))
    for entry in last.values():
        if state in (None, entry.state):
            who = " ".join(filter(None, (str(entry.day or ""), entry.person, entry.note, entry.papers)))
            found = now.get(entry.place, "")
            what = f"{entry.place.line}: {STATES[entry.state].say(tongue)} | {entry.rule} | {entry.unit} {entry.year or NOT_KNOWN.say(tongue)} {entry.subject}"  # fmt: skip
            click.echo(" | ".join(filter(None, (what, who, found and Text(f"这次：{found}", f"now: {found}").say(tongue)))))  # fmt: skip
    for _, note in notes:
        click.echo(note.say(tongue))
    return 0
