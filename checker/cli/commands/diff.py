"""checker diff: what became of the findings between two JSON reports."""

from __future__ import annotations

import json

import click

from checker.base.width import escaped
from checker.cases.files import read_bytes
from checker.cli.commands import LANG
from checker.cli.console import language
from checker.cli.words import Words


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--by",
    type=Words(["run", "year"]),
    help="按同一年度的两次检查比，或按年度比 / two runs of a year, or two years (default: by what the reports hold)",
)
@click.option("--all", "everything", is_flag=True, help="没有变化的也列出 / list the unchanged, too")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@LANG
def diff(old: str, new: str, by: str | None, everything: bool, form: str, lang: str | None) -> int:
    """比较两次检查的 JSON 报告：新增、消除、变化 / compare two JSON reports: what is new, settled, changed."""
    from checker.base.errors import InputError, Problem
    from checker.records.comparison import KINDS, Run, compare, read_run
    from checker.reports.comparison import as_data, as_text

    runs: list[Run] = []
    problems: list[Problem] = []
    for path in (old, new):
        try:
            runs.append(read_run(path, read_bytes(path)))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    before, after = runs
    found = compare(before, after, by or "")
    tongue = language(lang)
    kinds = [kind for kind in KINDS if everything or kind != "unchanged"]
    if form == "json":
        click.echo(escaped(json.dumps(as_data(before, after, found), ensure_ascii=False, indent=1)))
    else:
        click.echo(as_text(before, after, found, kinds, tongue))
    return found.exit_code()
