"""checker history: a file that keeps runs by unit and year."""

from __future__ import annotations

import click

from checker.base.errors import Text
from checker.base.outputs import Target
from checker.cli.commands import HISTORY_COMMANDS, LANG, RULES, Commands
from checker.cli.console import Console, day_option, guard, language


@click.group("history", cls=Commands, table=HISTORY_COMMANDS)
def history_group() -> None:
    """保存历次检查 / keep runs by unit and year."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--to",
    "target",
    required=True,
    metavar="FILE",
    help="历史文件（.duckdb），没有的新建 / the history (.duckdb), begun where there is none",
)
@click.option(
    "--tables",
    metavar="DIR",
    help="批量检查的结果：检查过的表格现在在哪里 / of the result of a batch: where the tables are now",
)
@click.option(
    "--waivers",
    multiple=True,
    metavar="FILE",
    help="豁免文件：豁免的不算查到 / file of waivers: what is waived is not found",
)
@click.option("--as-of", metavar="DATE", help="按哪一天看豁免是否过期 / day that waivers must hold on")
@RULES
@LANG
def add(
    paths: tuple[str, ...],
    target: str,
    tables: str | None,
    waivers: tuple[str, ...],
    as_of: str | None,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """检查案例或读批量检查的结果，把各单位各年度的结果记入历史 / judge cases, or the result of a batch, and keep what was found by unit and year."""
    from checker.units.history import add as keep
    from checker.units.story import Request, survey
    from checker.units.writing import Wanted

    tongue = language(lang)
    guard(target=[Target(target, (".duckdb",))])
    request = Request(paths, Wanted(()), rules, tongue, waivers=waivers, as_of=day_option(as_of), tables=tables)
    result = survey(request, Console(tongue))
    if result.code == 4:
        for note in result.view.notes:
            click.echo(note.say(tongue), err=True)
        return 4
    added = keep(target, ", ".join(paths), result.view.by, result.view.units)
    told = Text(
        f"记入 {added.units} 个单位年度，其中 {added.replaced} 个取代以前记的",
        f"{added.units} units and years were added, {added.replaced} of them in place of earlier ones",
    )
    if added.known:
        told = Text("这次检查的结果已经记过，没有重复记", "this run is in the history already and was not added again")
    click.echo(told.say(tongue))
    return 0
