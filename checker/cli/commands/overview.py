"""checker overview: many units together, ranked and summed, with a page or a report of each."""

from __future__ import annotations

import click

from checker.base.outputs import Target
from checker.cli import completing
from checker.cli.commands import LANG, RULES, SAME_UNIT
from checker.cli.console import Console, day_option, guard, language, screen


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="总览写到文件（.html、.xlsx、.json、.txt），可以写几次；'报告/{单位}.docx' 是每个单位一份报告 / write the overview to a file (.html, .xlsx, .json, .txt), repeatable; 'reports/{unit}.docx' writes a report of each unit",
)
@click.option("--all", "everything", is_flag=True, help="列出全部单位、规则和问题 / print every unit, rule and problem")
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    shell_complete=completing.rules,
    help="只用这些规则 / use only these rules",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    shell_complete=completing.rules,
    help="不用这些规则 / leave these rules out",
)
@click.option(
    "--fail-on",
    type=click.Choice(["info", "low", "medium", "high"]),
    default="low",
    show_default=True,
    help="达到这个严重程度的问题使退出码为 1 / severity that makes the exit code 1",
)
@click.option("--waivers", multiple=True, metavar="FILE", help="豁免文件 / file of waivers")
@click.option("--as-of", metavar="DATE", help="按哪一天看豁免是否过期 / day that waivers must hold on")
@click.option("--followup", multiple=True, metavar="FILE", help="整改记录 / what became of findings")
@click.option("--baseline", metavar="FILE", help="以前的 JSON 报告：列出新问题 / an earlier JSON report: what is new")
@click.option(
    "--keep-going",
    is_flag=True,
    help="读不了的案例文件列出来、略过；退出码为 2 / leave out files that cannot be read; exit code 2",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="颜色 / colours",
)
@click.option(
    "--tables",
    metavar="DIR",
    help="批量检查的结果：检查过的表格现在在哪里 / of the result of a batch: where the tables that were judged are now",
)
@RULES
@SAME_UNIT
@LANG
def overview(
    paths: tuple[str, ...],
    outputs: tuple[str, ...],
    everything: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    waivers: tuple[str, ...],
    as_of: str | None,
    followup: tuple[str, ...],
    baseline: str | None,
    keep_going: bool,
    color: str,
    tables: str | None,
    rules: tuple[str, ...],
    same_unit: bool,
    lang: str | None,
) -> int:
    """很多单位一起看：排名、按规则、问题、区划、单位性质合计 / many units together: ranked, and summed by rule, problem, district and kind."""
    from checker.base.naming import is_pattern
    from checker.reports import named_outputs
    from checker.units.story import Request, survey
    from checker.units.writing import Wanted, overview_form

    tongue = language(lang)
    single = tuple(output for output in outputs if not is_pattern(output))
    many = tuple(output for output in outputs if is_pattern(output))
    wanted = Wanted(
        tuple((overview_form(output), output) for output in single) or (("text", "-"),),
        tuple(named_outputs(many, None)) if many else (),
    )
    targets: list[Target] = wanted.targets()
    guard(outputs=targets)
    colour, columns = screen(color)
    request = Request(
        paths,
        wanted,
        rules,
        tongue,
        select,
        ignore,
        everything,
        colour,
        columns,
        fail_on,
        waivers,
        day_option(as_of),
        followup,
        baseline,
        same_unit,
        keep_going,
        tables=tables,
    )
    result = survey(request, Console(tongue))
    for content in result.screens:
        click.echo(content, nl=False, color=True if colour else None)
    for error in result.left_out.values():
        for problem in error.problems:
            click.echo(problem.render(tongue), err=True)
    for remark in result.remarks:
        click.echo(remark.say(tongue), err=True)
    return result.code
