"""checker waivers lint: is a file of waivers well-formed, and which of them are used by these cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from checker.base.collector import uncollected
from checker.base.errors import Text
from checker.cli.commands import LANG, RULES
from checker.cli.console import cases_in, day_option, language
from checker.records.stated import read_waiver_files


@click.command("lint")
@click.argument("file", metavar="FILE")
@click.argument("paths", nargs=-1, metavar="CASE…")
@click.option(
    "--as-of", metavar="DATE", help="按哪一天看是否过期，缺省为年度末 / the day that decides; default: year end"
)
@RULES
@LANG
@uncollected()
def lint(file: str, paths: tuple[str, ...], as_of: str | None, rules: tuple[str, ...], lang: str | None) -> int:
    """检查豁免文件；给出案例时，说明每条豁免是否采用 / check waivers; with cases, say whether each is used."""
    from checker.api import check, load_rules
    from checker.records.waivers import SOON, ends_soon, waive

    tongue = language(lang)
    book = load_rules([Path(folder) for folder in rules])
    waivers = read_waiver_files((file,), book)
    day = day_option(as_of)
    click.echo(f"豁免 {len(waivers)} 条" if tongue == "zh" else f"{len(waivers)} waiver(s)")
    if not paths:
        expired = False
        for waiver in waivers:
            held = day or date(waiver.year, 12, 31)
            if waiver.expires < held:
                expired = True
                told = Text(
                    f"已于 {waiver.expires} 过期（按 {held} 计）", f"expired on {waiver.expires} (as of {held})"
                )
            elif ends_soon(waiver, held):
                told = Text(
                    f"{waiver.expires} 到期，在 {SOON.days} 天之内（按 {held} 计）",
                    f"ends on {waiver.expires}, within {SOON.days} days of {held}",
                )
            else:
                continue
            click.echo(f"{waiver.place}: {waiver.rule} · {waiver.subject}: {told.say(tongue)}")
        return 1 if expired else 0
    report = check(cases_in(paths, book, tongue), book, lang=tongue)
    changed, notes = waive(report.checks, waivers, day)
    for _, note in notes:
        click.echo(note.say(tongue))
    return 0 if sum(1 for each in changed if each.outcome == "waived") == len(waivers) else 1
