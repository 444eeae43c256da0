"""checker waivers new and update: a list of failures that could be waived, filled in by people, becomes entries of the file."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.collector import uncollected
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, write_files
from checker.cases.files import no_twins, read_bytes
from checker.cli.commands import LANG, RULES, SAME_UNIT
from checker.cli.console import cases_in, guard, language


@click.command("new")
@click.argument("file", metavar="FILE")
@click.argument("paths", nargs=-1, required=True, metavar="CASE…")
@RULES
@SAME_UNIT
@LANG
@uncollected()
def new(file: str, paths: tuple[str, ...], rules: tuple[str, ...], same_unit: bool, lang: str | None) -> int:
    """写一份豁免清单（.yaml 或 .xlsx），每一项不符合一条，键已填好 / write a list of waivers, an entry a failure, with the keys filled in."""
    from checker.api import check, load_rules
    from checker.findings.explain import message
    from checker.records.waiver_list import new_list

    tongue = language(lang)
    guard(file=[Target(file, (".yaml", ".yml", ".xlsx"))])
    if Path(file).exists():
        told = Text("这个文件已经有了，不覆盖", "there is such a file already, and it is not overwritten")
        raise InputError([Problem("exists", Place(file), told, Text("换一个名称", "choose another name"))])
    book = load_rules([Path(folder) for folder in rules])
    cases = cases_in(paths, book, tongue)
    if not same_unit:
        no_twins(cases)
    report = check(cases, book, lang=tongue)
    failed = sum(1 for finding in report.results if finding.outcome == "fail")
    if not failed:
        click.echo(Text("没有不符合的，不用豁免", "nothing failed: there is nothing to waive").say(tongue))
        return 0
    if file.lower().endswith(".xlsx"):
        from checker.reports.waiver_list import render

        write_files({file: render(report, tongue)})
    else:
        checks = [check_ for check_ in report.checks if check_.outcome == "fail"]
        write_files({file: new_list(checks, message, tongue)})
    click.echo(Text(f"{file}：{failed} 项", f"{file}: {failed} failures").say(tongue))
    return 0


@click.command("update")
@click.argument("file", metavar="FILE")
@click.argument("filled", metavar="PATH")
@RULES
@LANG
@uncollected()
def update(file: str, filled: str, rules: tuple[str, ...], lang: str | None) -> int:
    """把填好的豁免清单（.xlsx）接在豁免文件后面，已有内容不动 / add a filled-in list (.xlsx) at the end of a file of waivers."""
    from checker.api import load_rules
    from checker.documents.source import read_source
    from checker.records.entries import appended
    from checker.records.waiver_list import begun_waivers, read_list
    from checker.records.waivers import TOP, read_waivers

    tongue = language(lang)
    guard(file=[Target(file, (".yaml", ".yml", ".json"))])
    book = load_rules([Path(folder) for folder in rules])
    old = read_bytes(file) if Path(file).exists() else None
    source = None if old is None else read_source(file, old)
    known = () if source is None else read_waivers(source, book)
    listed = read_list(filled, known, tongue)
    for note in listed.notes:
        click.echo(note.say(tongue))
    if listed.entries:
        data = (
            begun_waivers(listed.entries, tongue)
            if old is None or source is None
            else appended(source, old, TOP, listed.entries)
        )
        after = read_waivers(read_source(file, data), book)
        if (
            not data.startswith(old or b"")
            or after[: len(known)] != known
            or len(after) != len(known) + len(listed.entries)
        ):
            raise AssertionError("adding to the file of waivers would change it")
        write_files({file: data}, None if old is None else {file: old})
    told = Text(
        f"{file}：清单填了 {listed.stated} 项，新接上 {len(listed.entries)} 条",
        f"{file}: the list states {listed.stated}, {len(listed.entries)} entries added",
    )
    click.echo(told.say(tongue))
    return 0
