"""checker run: judge cases and print the report."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.collector import uncollected
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.naming import is_pattern
from checker.base.outputs import Target
from checker.cli import completing
from checker.cli.commands import FAIL_ON, HISTORY, LANG, RULES, SAME_UNIT
from checker.cli.console import Console, day_option, guard, language, place_option, screen
from checker.cli.run_options import fits_together, no_part_of_a_batch, usage
from checker.cli.words import Words
from checker.reports.formats import FORMATS

BATCH = ("duckdb", "postgres", "spark")
"""The engines that judge tables and write a folder."""
PRINTED = ("table",)
"""The formats that print papers and counts by rule where they are asked for; the others have them anyway, or never."""
DEFAULT_MAP = click.core.ParameterSource.DEFAULT_MAP
COMMAND_LINE = click.core.ParameterSource.COMMANDLINE


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@RULES
@click.option(
    "--engine",
    type=click.Choice(["auto", "evaluator", "durable", "duckdb", "postgres", "spark"]),
    default="auto",
    show_default=True,
    help="求值引擎 / engine",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="输出格式，缺省看文件名后缀，屏幕上是 table / format; default: by suffix, table on the screen",
)
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="写到文件，可以写几次；FORMAT=FILE 指明格式；'报告/{单位}.docx' 是每个单位一份 / write to a file, repeatable; FORMAT=FILE names the format; 'reports/{unit}.docx' is one of each unit",
)
@click.option(
    "--overview",
    "overviews",
    multiple=True,
    metavar="FILE",
    help="很多单位的总览写到文件（.html、.xlsx、.json、.txt），可以写几次 / write the overview of many units to a file, repeatable",
)
@LANG
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    shell_complete=completing.rules,
    help="只用这些规则：编号、编号的开头、类别、问题 / use only these rules: ids, how ids begin, categories, problems",
)
@click.option(
    "--only",
    multiple=True,
    metavar="PACK",
    help="只用这个规则包的规则：包的名称，或 --rules 里写的 / use only the rules of this pack, by its name or as in --rules",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    shell_complete=completing.rules,
    help="不用这些规则，写法同 --select / leave these rules out, named as for --select",
)
@click.option("--all", "everything", is_flag=True, help="列出每一项检查 / print every check")
@click.option(
    "--papers", is_flag=True, help="列出要提供的资料和例行资料 / print the papers to provide, and routine papers"
)
@click.option("--statistics", is_flag=True, help="只按规则计数 / print counts by rule only")
@click.option(
    "--color",
    "color",
    type=Words(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="颜色；auto 看终端、NO_COLOR、FORCE_COLOR / colours; auto: by the terminal, NO_COLOR, FORCE_COLOR",
)
@FAIL_ON
@click.option(
    "--on",
    metavar="WHERE",
    help="postgres：postgresql://用户@主机/库名 / the database; spark：local[2]、spark://主机:7077 / the master",
)
@click.option("--memory", default="4GB", show_default=True, help="duckdb：内存上限 / limit of memory")
@click.option(
    "--findings",
    type=click.Choice(["parquet", "csv", "jsonl", "duckdb"]),
    default="parquet",
    show_default=True,
    help="duckdb：问题清单的格式 / format of the findings",
)
@click.option(
    "--rejects",
    metavar="FILE",
    help="duckdb：CSV 的坏行坏值连同整个案例剔出，列在这里 / cases with bad lines or cells of CSV are left out and listed here",
)
@click.option(
    "--derive",
    type=click.IntRange(0),
    default=1000,
    show_default=True,
    help="duckdb：复算这么多项问题 / findings derived again",
)
@click.option(
    "--sample",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    help="duckdb：每片抽查案例数 / cases sampled a slice",
)
@click.option("--waivers", multiple=True, metavar="FILE", help="豁免文件 / file of waivers")
@click.option(
    "--as-of",
    metavar="DATE",
    help="按哪一天看豁免是否过期，缺省为年度末 / day that waivers must hold on; default: year end",
)
@click.option(
    "--followup",
    multiple=True,
    metavar="FILE",
    help="整改记录，在报告里显示，不影响结论 / what became of findings; shown, without effect on outcomes",
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="以前的 JSON 报告：只有新问题影响退出码 / an earlier JSON report: only what is new decides the exit code",
)
@HISTORY
@click.option(
    "--evidence",
    metavar="FILE",
    help="写一个证据包（.zip），checker replay 可重新检查 / write a bundle that checker replay judges again",
)
@click.option(
    "--jurisdiction",
    metavar="PLACE",
    help="每个案例都应属于这个行政区划（代码或名称），否则不检查 / the place that every case must be in, by code or name",
)
@click.option(
    "--keep-going",
    is_flag=True,
    help="读不了的案例文件列出来、略过，其余照查；退出码为 2 / leave out case files that cannot be read and judge the others; exit code 2",
)
@click.option(
    "--template",
    metavar="FILE",
    help="Word 报告的模板（.docx，取它的页面和样式）/ template of the Word report: its page and styles are used",
)
@click.option(
    "--decisions",
    metavar="FILE",
    help="材料：确认的记录，缺省为旁边的 NAME.decisions.yaml / of documents: what was confirmed; default: NAME.decisions.yaml beside",
)
@SAME_UNIT
@click.pass_context
@uncollected()
def run(
    ctx: click.Context,
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    engine: str,
    form: str | None,
    outputs: tuple[str, ...],
    overviews: tuple[str, ...],
    lang: str | None,
    select: tuple[str, ...],
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    everything: bool,
    papers: bool,
    statistics: bool,
    color: str,
    fail_on: str,
    on: str | None,
    memory: str,
    findings: str,
    rejects: str | None,
    derive: int,
    sample: int,
    waivers: tuple[str, ...],
    as_of: str | None,
    followup: tuple[str, ...],
    baseline: str | None,
    history: str | None,
    evidence: str | None,
    jurisdiction: str | None,
    keep_going: bool,
    template: str | None,
    decisions: str | None,
    same_unit: bool,
) -> int:
    """检查案例文件、文件夹（- 为标准输入），或一个单位的材料（Word、Excel、PDF）/ check case files, folders (- is standard input), or the documents of one unit."""
    from checker.reports import named_outputs
    from checker.run import Request
    from checker.run import run as judge

    tongue = language(lang)
    if jurisdiction is not None:
        jurisdiction = place_option(jurisdiction, tongue)
    configured = [name for name in ("outputs", "jurisdiction") if ctx.get_parameter_source(name) is DEFAULT_MAP]
    if "outputs" in configured and (form is not None or engine in BATCH):
        outputs = ()  # what was asked for on the command line goes to the screen, a batch to its folder
    streamed = False
    if engine == "auto" and paths:
        from checker.cli.commands.choosing import by_size

        asked = bool(everything or papers or statistics or evidence or jurisdiction or decisions)
        chosen = by_size(paths, outputs, form, asked)
        if chosen is not None:
            click.echo(chosen[1].say(tongue), err=True)
            streamed = chosen[0] == "units"
            engine = engine if streamed else chosen[0]
    fits_together(paths, engine, on, rejects)
    if only:
        from checker.api import rule_packs
        from checker.rulebook.cache import rulebook_of
        from checker.rulebook.selection import rules_of

        packs = rule_packs([Path(folder) for folder in rules])
        select = (*select, *rules_of(rulebook_of(packs), packs, only))
    given = [
        f"--{name}"
        for name in ("memory", "findings", "derive", "sample")
        if ctx.get_parameter_source(name) is COMMAND_LINE
    ]
    if given and engine not in BATCH:
        listed = "、".join(given), ", ".join(given)
        raise usage(
            f"{listed[0]} 只用于 --engine {'、'.join(BATCH)}", f"{listed[1]}: only with --engine {', '.join(BATCH)}"
        )
    if engine in BATCH:
        from checker.intake.casefile import apart

        if documents := apart(paths)[0]:
            told = f"--engine {engine} 不读材料", f"--engine {engine} reads no documents"
            hint = Text("先用 checker import -o 案例.yaml", "first checker import -o case.yaml")
            raise InputError([Problem("usage", Place(documents[0]), Text(*told), hint)])
        if papers or statistics:
            raise usage(
                f"--engine {engine} 没有 --papers 和 --statistics",
                f"--engine {engine} takes no --papers or --statistics",
            )
        if jurisdiction is not None:
            told = (
                f"--engine {engine} 不核对行政区划 {jurisdiction}",
                f"--engine {engine} does not hold the cases against jurisdiction {jurisdiction}",
            )
            if "jurisdiction" not in configured:
                raise usage(*told)
            click.echo(Text(*told).say(tongue), err=True)
        stated = bool(waivers or as_of is not None or baseline is not None or history is not None or followup)
        evident = bool(engine == "duckdb" and outputs and not (stated or overviews))
        no_part_of_a_batch(
            engine,
            [
                name
                for name, told in (
                    ("--keep-going", keep_going),
                    ("--all", everything),
                    ("--evidence", evidence is not None and not evident),
                    ("--decisions", decisions is not None),
                    ("--template", ctx.get_parameter_source("template") is COMMAND_LINE),
                )
                if told
            ],
            outputs,
            form,
        )
        if (stated or overviews) and not (paths and engine == "duckdb"):
            raise usage(
                f"--engine {engine} 不收豁免、整改记录、基线，也不写总览：先检查，再用 checker overview 表格",
                f"--engine {engine} takes no waivers, follow-up or baseline and writes no overview: afterwards use checker overview TABLES",
            )
        from checker.units.writing import Wanted, overview_form

        summed = Wanted(tuple((overview_form(target), target) for target in overviews))
        guard(
            ("",),
            outputs=[Target(output, folder=True) for output in outputs if "://" not in output],
            overviews=summed.targets(),
            rejects=[Target(rejects, (".csv", ".txt"))] if rejects is not None else (),
            evidence=[Target(evidence, (".zip",))] if evidence is not None else (),
        )
        from checker.batch.request import BatchRequest
        from checker.cli.commands.batches import run_batch

        batch = BatchRequest(
            paths,
            rules,
            engine,
            outputs[0] if outputs else None,
            findings,
            memory,
            derive,
            sample,
            tongue,
            fail_on,
            on,
            rejects,
            same_unit,
            select,
            ignore,
            few=not {"--derive", "--sample"}.intersection(given),  # whoever asks for two derivations gets them
        )
        if not (stated or overviews):
            return run_batch(batch, evidence=evidence)
        from checker.cli.commands.overview import survey_of

        survey = survey_of(ctx.params, tongue, summed if overviews else Wanted((("text", "-"),)))
        return run_batch(batch, survey._replace(select=(), ignore=()))  # its run.json names the rules
    wanted = named_outputs(outputs, form)  # a name that cannot be written is told before anything is judged
    if ctx.get_parameter_source("template") is COMMAND_LINE and not {"docx", "pdf"} & {name for name, _ in wanted}:
        raise usage(
            "--template 只用于 Word 和 PDF 报告：写 -o 报告.docx",
            "--template goes with a Word or PDF report: write -o report.docx",
        )
    if streamed:
        from checker.cli.commands.overview import one_by_one

        return one_by_one(ctx.params, tongue, wanted)
    if evidence is not None and keep_going:
        raise usage(
            "证据包要有全部案例，不能和 --keep-going 一起用",
            "a bundle holds every case: --evidence does not go with --keep-going",
        )
    if evidence is not None and evidence in [target for _, target in wanted]:
        raise usage(f"“{evidence}”写了两次", f"{evidence!r} is named twice")
    patterns = tuple(each for each in wanted if is_pattern(each[1]))
    of_all, reports_at, overviews_at = _of_units(overviews, patterns)
    guard(
        outputs=[
            *(Target(target, FORMATS[name].endings) for name, target in wanted if not is_pattern(target)),
            *reports_at,
        ],
        overviews=overviews_at,
        evidence=[Target(evidence, (".zip",))] if evidence is not None else (),
    )
    printed = [name for name, told in (("--papers", papers), ("--statistics", statistics)) if told]
    if printed and not any(name in PRINTED for name, _ in wanted):
        raise usage(
            f"{'、'.join(printed)} 只用于 {'、'.join(PRINTED)} 格式",
            f"{', '.join(printed)}: only with the formats {', '.join(PRINTED)}",
        )
    if papers and statistics:
        raise usage(
            "--statistics 只印计数，不能和 --papers 一起用",
            "--statistics prints counts only: it does not go with --papers",
        )
    colour, columns = screen(color)
    request = Request(
        paths,
        rules,
        engine,
        tongue,
        tuple(wanted),
        select,
        ignore,
        everything,
        colour,
        fail_on,
        waivers,
        day_option(as_of),
        followup,
        baseline,
        evidence,
        jurisdiction,
        keep_going,
        same_unit,
        columns,
        papers,
        statistics,
        template or "",
        decisions or "",
        of_all,
        history,
    )
    result = judge(request, Console(tongue))
    for content in result.screen:
        if isinstance(content, bytes):
            click.echo(content, nl=False)
        else:
            click.echo(content, nl=False, color=True if colour else None)
    for error in result.left_out.values():
        for problem in error.problems:
            click.echo(problem.render(tongue), err=True)
    if result.left_out:
        many = len(result.left_out)
        told_out = Text(f"有 {many} 个文件读不了，没有检查", f"{many} file(s) could not be read and were left out")
        click.echo(told_out.say(tongue), err=True)
    for remark in result.remarks:
        click.echo(remark.say(tongue), err=True)
    return result.code


def _of_units(
    overviews: tuple[str, ...], patterns: tuple[tuple[str, str], ...]
) -> tuple[tuple[tuple[str, str], ...], list[Target], list[Target]]:
    """Return the overviews with their formats, and where the reports of each unit and the overviews are to be written."""
    if not (overviews or patterns):  # a run over one case imports nothing for many
        return (), [], []
    from checker.units.writing import Wanted, check_reports, overview_form

    check_reports(patterns)
    summed = tuple((overview_form(target), target) for target in overviews)
    return summed, Wanted((), patterns).targets(), Wanted(summed).targets()
