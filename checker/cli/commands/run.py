"""checker run: judge cases and print the report."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, write_files
from checker.cli.commands import LANG, RULES, SAME_UNIT
from checker.cli.console import (
    case_files,
    day_option,
    guard,
    language,
    no_twins,
    place_option,
    read_bytes,
    read_cases,
    read_followup_files,
    read_waiver_files,
    rule_ids,
    uncollected,
)
from checker.reports.formats import FORMATS

if TYPE_CHECKING:
    from checker.cases.case import Case
    from checker.findings.report import Report
    from checker.rulebook.packs import Pack

BATCH = ("duckdb", "postgres", "spark")
"""The engines that judge tables and write a folder."""
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
    help="写到文件，可以写几次；FORMAT=FILE 指明格式 / write to a file, repeatable; FORMAT=FILE names the format",
)
@LANG
@click.option("--select", multiple=True, metavar="RULE", help="只用这些规则 / use only these rules")
@click.option("--ignore", multiple=True, metavar="RULE", help="不用这些规则 / leave these rules out")
@click.option("--all", "everything", is_flag=True, help="列出每一项检查 / print every check")
@click.option(
    "--fail-on",
    type=click.Choice(["info", "low", "medium", "high"]),
    default="low",
    show_default=True,
    help="达到这个严重程度的问题使退出码为 1 / severity that makes the exit code 1",
)
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
@SAME_UNIT
@click.pass_context
@uncollected()
def run(ctx: click.Context, paths: tuple[str, ...], rules: tuple[str, ...], engine: str, form: str | None, outputs: tuple[str, ...], lang: str | None, select: tuple[str, ...], ignore: tuple[str, ...], everything: bool, fail_on: str, on: str | None, memory: str, findings: str, rejects: str | None, derive: int, sample: int, waivers: tuple[str, ...], as_of: str | None, followup: tuple[str, ...], baseline: str | None, evidence: str | None, jurisdiction: str | None, keep_going: bool, same_unit: bool) -> int:  # fmt: skip
    """检查案例文件或文件夹（- 为标准输入）/ check case files or folders (- is standard input)."""
    from checker.base.places import within
    from checker.check import check, choice, rule_packs
    from checker.reports import Options, named_outputs, render
    from checker.rulebook.cache import rulebook_of

    tongue = language(lang)
    if jurisdiction is not None:
        jurisdiction = place_option(jurisdiction, tongue)
    configured = [name for name in ("outputs", "jurisdiction") if ctx.get_parameter_source(name) is DEFAULT_MAP]
    if "outputs" in configured and (form is not None or engine in BATCH):
        outputs = ()  # what was asked for on the command line goes to the screen, a batch to its folder
    packs = rule_packs([Path(folder) for folder in rules])
    book = rulebook_of(packs)
    selected, ignored = rule_ids(book, select), rule_ids(book, ignore)
    chosen = choice(selected, ignored)
    if (on is None) == (engine in ("postgres", "spark")):
        raise _usage(
            "--on 和 --engine postgres 或 spark 要一起写",
            "--on goes with --engine postgres or spark, and they with --on",
        )
    if not paths and engine != "postgres":
        raise _usage(
            "没有写要检查什么：案例文件、文件夹或表格",
            "nothing to check was named: case files, folders or tables",
            Text("例如 checker run cases/2020.yaml", "such as checker run cases/2020.yaml"),
        )
    if rejects is not None and engine not in ("duckdb", "postgres"):
        raise _usage("--rejects 只用于 --engine duckdb 和 postgres", "--rejects goes with --engine duckdb or postgres")
    given = [f"--{name}" for name in ("memory", "findings", "derive", "sample") if ctx.get_parameter_source(name) is COMMAND_LINE]  # fmt: skip
    if given and engine not in BATCH:
        listed = "、".join(given), ", ".join(given)
        raise _usage(f"{listed[0]} 只用于 --engine {'、'.join(BATCH)}", f"{listed[1]}: only with --engine {', '.join(BATCH)}")  # fmt: skip
    if engine in BATCH:
        if keep_going:
            raise _usage(f"--engine {engine} 没有 --keep-going", f"--engine {engine} takes no --keep-going")
        if jurisdiction is not None:
            told = f"--engine {engine} 不核对行政区划 {jurisdiction}", f"--engine {engine} does not hold the cases against jurisdiction {jurisdiction}"  # fmt: skip
            if "jurisdiction" not in configured:
                raise _usage(*told)
            click.echo(Text(*told).say(tongue), err=True)
        from checker.cli.commands.batches import run_batch

        if (
            waivers or as_of is not None or baseline is not None or followup or evidence is not None
        ):  # or they'd be lost
            raise _usage(
                f"--engine {engine} 还不支持豁免文件、整改记录、基线和证据包",
                f"--engine {engine} takes no waivers, follow-up, baseline or evidence yet",
            )
        if len(outputs) > 1 or form is not None:
            raise _usage(
                f"--engine {engine} 只写一个文件夹，格式看 --findings",
                f"--engine {engine} writes one folder, its format is --findings",
            )
        guard(
            ("",),
            outputs=[Target(output, folder=True) for output in outputs if "://" not in output],
            rejects=[Target(rejects, (".csv", ".txt"))] if rejects is not None else (),
        )
        if engine == "spark":
            from checker.cli.commands.batches_spark import run_spark

            return run_spark(
                paths, book, chosen, on=str(on), output=outputs[0] if outputs else None, derive=derive, sample=sample,
                lang=tongue, fail_on=fail_on, same_unit=same_unit, folders=rules,
            )  # fmt: skip
        return run_batch(
            paths, book, chosen, output=outputs[0] if outputs else None, form=findings, memory=memory, derive=derive,
            sample=sample, lang=tongue, fail_on=fail_on, on=on, rejects=rejects, same_unit=same_unit, folders=rules,
        )  # fmt: skip
    wanted = named_outputs(outputs, form)  # a name that cannot be written is told before anything is judged
    if evidence is not None and keep_going:
        raise _usage("证据包要有全部案例，不能和 --keep-going 一起用", "a bundle holds every case: --evidence does not go with --keep-going")  # fmt: skip
    if evidence is not None and evidence in [target for _, target in wanted]:
        raise _usage(f"“{evidence}”写了两次", f"{evidence!r} is named twice")
    guard(
        outputs=[Target(target, FORMATS[name].endings) for name, target in wanted],
        evidence=[Target(evidence, (".zip",))] if evidence is not None else (),
    )
    kept: tuple[dict[str, bytes], ...] = ({}, {}, {})
    left_out: dict[str, InputError] = {}
    cases = read_cases(
        case_files(paths), book, kept[0] if evidence is not None else None, left_out if keep_going else None
    )
    if not same_unit:
        no_twins(cases)
    for file in left_out:
        kept[0].pop(file, None)
    if jurisdiction is not None:
        _inside(cases, jurisdiction, within(jurisdiction))
    earlier = None if baseline is None else _findings(baseline)
    excused, day = read_waiver_files(waivers, book, kept[1]), day_option(as_of)
    followups = read_followup_files(followup, book, kept[2])
    report = check(
        cases,
        book,
        engine=engine,
        selected=chosen,
        lang=tongue,
        waivers=excused,
        as_of=day,
        followups=followups,
        left_out=tuple(left_out),
    )
    if not report.checks:
        told = Text("没有一条规则适用于这些案例，什么也没有检查", "no rule applies to these cases: nothing was checked")
        hint = Text("看 checker rules list，检查年度和行政区划", "see checker rules list; check the year and the jurisdiction")  # fmt: skip
        raise InputError([Problem("nothing-checked", Place(", ".join(paths)), told, hint)])
    options = Options(tongue, everything, False, fail_on, earlier)
    rendered = [(target, render(name, report, options)) for name, target in wanted if target != "-"]
    if evidence is not None:
        bundle = _bundle(packs, kept, engine, tongue, selected, ignored, day, report)
        rendered.append((evidence, bundle))
        digest = hashlib.sha256(bundle).hexdigest()
    write_files({target: content.encode() if isinstance(content, str) else content for target, content in rendered})
    if evidence is not None:
        told = Text(f"证据包 {evidence}，SHA-256（记在底稿上）：{digest}", f"evidence {evidence}, SHA-256 (note it in the working paper): {digest}")  # fmt: skip
        click.echo(told.say(tongue), err=True)
    for name in [name for name, target in wanted if target == "-"]:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        printed = render(name, report, options._replace(colour=colour))
        if isinstance(printed, bytes):
            click.echo(printed, nl=False)
        else:
            click.echo(printed, nl=False, color=True if colour else None)
    for error in left_out.values():
        for problem in error.problems:
            click.echo(problem.render(tongue), err=True)
    if left_out:
        told = Text(
            f"有 {len(left_out)} 个文件读不了，没有检查", f"{len(left_out)} file(s) could not be read and were left out"
        )
        click.echo(told.say(tongue), err=True)
    if earlier is None:
        return 2 if left_out else report.exit_code(fail_on)
    from checker.reports.json_report import known

    findings_now = [check for check in report.checks if check.is_finding]
    arisen = sum(not known(check, earlier) for check in findings_now)
    told = Text(
        f"与基线 {baseline} 相比：新问题 {arisen} 项，基线里已有 {len(findings_now) - arisen} 项（仍然列出，不影响退出码）",
        f"against the baseline {baseline}: {arisen} new, {len(findings_now) - arisen} there before (still shown, without effect on the exit code)",
    )
    click.echo(told.say(tongue), err=True)
    return 2 if left_out else report.exit_code(fail_on, lambda check: known(check, earlier))


def _inside(cases: Sequence[Case], jurisdiction: str, prefix: str) -> None:
    """Refuse cases of another place: other rules would hold for them."""
    problems = []
    for case in cases:
        if case.jurisdiction and not case.jurisdiction.startswith(prefix):  # one not known may be any
            cell = case.root.cells["jurisdiction"]
            told = Text(f"这个案例的行政区划是 {case.jurisdiction}，应属于 {jurisdiction}", f"this case is of {case.jurisdiction}, which is not in {jurisdiction}")  # fmt: skip
            hint = Text("改正行政区划；确要检查别处的单位，写 --jurisdiction 或改配置", "correct it; for a unit elsewhere change --jurisdiction or the configuration")  # fmt: skip
            problems.append(Problem("jurisdiction", Place(case.file, cell.line, cell.column), told, hint))
    if problems:
        raise InputError(problems)


def _findings(file: str) -> dict[str, tuple[str, int | None]]:
    from checker.records.comparison import read_run

    return read_run(file, read_bytes(file)).findings


def _usage(zh: str, en: str, hint: Text | None = None) -> InputError:
    return InputError([Problem("usage", Place("checker run"), Text(zh, en), hint)])


def _bundle(packs: Sequence[Pack], kept: tuple[dict[str, bytes], ...], engine: str, lang: str, selected: tuple[str, ...], ignored: tuple[str, ...], day: date | None, report: Report) -> bytes:  # fmt: skip
    from checker.engines.durable.engine import available
    from checker.evidence import Inputs, bundle

    used = "evaluator" if engine == "auto" and not available() else engine
    cases, waivers, followup = (tuple(files.items()) for files in kept)
    return bundle(Inputs(tuple(packs), cases, waivers, followup, used, lang, selected, ignored, day), report)
