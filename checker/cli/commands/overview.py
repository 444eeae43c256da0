"""checker overview: many units together, ranked and summed, with a page or a report of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from checker.base.outputs import Target
from checker.cli import completing
from checker.cli.commands import FAIL_ON, HISTORY, LANG, RULES, SAME_UNIT
from checker.cli.console import Console, day_option, guard, language, screen
from checker.cli.words import Words

if TYPE_CHECKING:
    from checker.units.story import Request, Surveyed
    from checker.units.writing import Wanted


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
@FAIL_ON
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
    type=Words(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="颜色 / colours",
)
@HISTORY
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
    history: str | None,
    tables: str | None,
    rules: tuple[str, ...],
    same_unit: bool,
    lang: str | None,
) -> int:
    """很多单位一起看：排名、按规则、问题、区划、单位性质合计 / many units together: ranked, and summed by rule, problem, district and kind."""
    from checker.base.naming import is_pattern
    from checker.reports import named_outputs
    from checker.units.story import survey
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
    request = survey_of(click.get_current_context().params, tongue, wanted)
    return show(survey(request, Console(tongue)), tongue, request.colour)


def one_by_one(params: Mapping[str, Any], lang: str, outputs: Sequence[tuple[str, str]]) -> int:
    """Judge the units that `checker run` was given one by one: the screen shows their overview, and files are one of each."""
    from checker.base.naming import is_pattern
    from checker.units.story import survey
    from checker.units.writing import Wanted, check_reports, overview_form

    patterns = tuple(each for each in outputs if is_pattern(each[1]))
    check_reports(patterns)
    files = tuple((overview_form(target), target) for target in params["overviews"])
    guard(outputs=Wanted((), patterns).targets(), overviews=Wanted(files).targets())
    screens = (("text", "-"),) if any(target == "-" for _, target in outputs) else ()
    request = survey_of(params, lang, Wanted((*files, *screens), patterns))
    return show(survey(request, Console(lang)), lang, request.colour)


def survey_of(params: Mapping[str, Any], lang: str, wanted: Wanted) -> Request:
    """Return what is asked for by the options of a command, by their names."""
    from checker.units.story import Request

    colour, columns = screen(params["color"])
    return Request(
        params["paths"],
        wanted,
        params["rules"],
        lang,
        params["select"],
        params["ignore"],
        params["everything"],
        colour,
        columns,
        params["fail_on"],
        params["waivers"],
        day_option(params["as_of"]),
        params["followup"],
        params["baseline"],
        params["same_unit"],
        params["keep_going"],
        params.get("template") or "",
        params.get("tables"),
        params.get("history"),
    )


def show(result: Surveyed, lang: str, colour: bool, code: int | None = None) -> int:
    """Print what an overview shows and tells; return its exit code, or *code* where nothing worse came of it."""
    for content in result.screens:
        click.echo(content, nl=False, color=True if colour else None)
    for error in result.left_out.values():
        for problem in error.problems:
            click.echo(problem.render(lang), err=True)
    for remark in result.remarks:
        click.echo(remark.say(lang), err=True)
    return result.code if code is None or result.code == 4 else code
