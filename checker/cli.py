"""The command line: arguments in, exit code out; everything it does is done elsewhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker import __version__
from checker.console import (
    case_files,
    known_rule,
    language,
    live_line,
    read_cases,
    second_reader,
    selection,
    write,
)
from checker.errors import InputError, Place, Problem, Text

if TYPE_CHECKING:
    pass

RULES = click.option(
    "--rules", "rules", multiple=True, metavar="DIR", help="再加一个规则文件夹 / add a folder of rules"
)
LANG = click.option("--lang", type=click.Choice(["zh", "en"]), help="输出语言 / language of the output")


class Group(click.Group):
    """Turns every InputError into a message and exit code 2, and anything unforeseen into exit code 4."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command; never show a traceback."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace", newline="\n")  # a GBK console prints what it can and never crashes
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
        except click.ClickException as error:
            error.show()
            sys.exit(2)
        except click.exceptions.Abort:
            click.echo("已中断 / interrupted", err=True)
            sys.exit(2)
        except InputError as error:
            lang = language(None if "--lang" not in sys.argv else sys.argv[sys.argv.index("--lang") + 1 :][:1][0])
            for problem in error.problems[:200]:
                click.echo(problem.render(lang), err=True)
            count = len(error.problems)
            click.echo(
                f"共 {count} 处问题，没有进行检查" if lang == "zh" else f"{count} problem(s); nothing was checked",
                err=True,
            )
            sys.exit(2)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except (
            RecursionError,
            MemoryError,
            ArithmeticError,
            LookupError,
            TypeError,
            ValueError,
            AssertionError,
            AttributeError,
        ) as error:
            click.echo(
                f"内部错误，结果不可用，请报告这个缺陷 / internal error, no result; please report: {type(error).__name__}: {error}",
                err=True,
            )
            if os.environ.get("CHECKER_DEBUG"):
                raise
            sys.exit(4)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="checker")
def main() -> None:
    """按规则检查单位的预算支出 / check a unit's expenditure against fiscal rules."""


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@RULES
@click.option(
    "--engine",
    type=click.Choice(["auto", "evaluator", "durable"]),
    default="auto",
    show_default=True,
    help="求值引擎 / engine",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="输出格式 / format",
)
@click.option("--output", "-o", metavar="FILE", help="写到文件 / write to a file")
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
def run(paths: tuple[str, ...], rules: tuple[str, ...], engine: str, form: str, output: str | None, lang: str | None, select: tuple[str, ...], ignore: tuple[str, ...], everything: bool, fail_on: str) -> int:  # fmt: skip
    """检查案例文件或文件夹（- 为标准输入）/ check case files or folders (- is standard input)."""
    import gc

    gc.disable()  # everything that is read stays until the report is written: collecting costs time and frees nothing
    from checker.check import check, load_rules
    from checker.reports import Options, render

    tongue = language(lang)
    book = load_rules([Path(folder) for folder in rules])
    chosen = selection(book, select, ignore)
    cases = read_cases(case_files(paths), book)
    report = check(cases, book, engine=engine, selected=chosen, lang=tongue)
    if not report.checks:
        raise InputError(
            [
                Problem(
                    "nothing-checked",
                    Place(", ".join(paths)),
                    Text(
                        "没有一条规则适用于这些案例，什么也没有检查",
                        "no rule applies to these cases: nothing was checked",
                    ),
                    Text(
                        "看 checker rules list，检查年度和行政区划",
                        "see checker rules list; check the year and the jurisdiction",
                    ),
                )
            ]
        )
    colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    text = render(form, report, Options(tongue, everything, colour, fail_on))
    if output is None or output == "-":
        click.echo(text, nl=False, color=True if colour else None)
    else:
        write(output, text)
    return report.exit_code(fail_on)


@main.command()
@click.argument("rule")
@click.option("--case", "path", required=True, metavar="FILE", help="案例文件 / case file")
@click.option("--subject", metavar="ID", help="只看这一项 / only this subject")
@RULES
@LANG
def explain(rule: str, path: str, subject: str | None, rules: tuple[str, ...], lang: str | None) -> int:
    """说明一条规则对一个案例是怎样判断的 / explain how a rule judges a case."""
    from checker.check import check, load_rules
    from checker.explain import explanation
    from checker.outcomes import outcome_name

    tongue = language(lang)
    book = load_rules([Path(folder) for folder in rules])
    known_rule(book, rule)
    cases = read_cases(case_files((path,)), book)
    report = check(cases, book, selected=lambda ident: ident == rule, lang=tongue)
    found = [c for c in report.checks if subject in (None, c.subject.id, c.case.label(c.subject))]
    if not report.checks:
        for _, other in report.not_in_force:
            click.echo(
                ("规则没有适用：" if tongue == "zh" else "The rule was not applied: ") + other.reason.say(tongue)
            )
        return 0
    if not found:
        from checker.errors import did_you_mean

        names = [name for c in report.checks for name in (c.subject.id, c.case.label(c.subject))]
        raise InputError(
            [
                Problem(
                    "no-subject",
                    Place(path),
                    Text(f"规则“{rule}”没有检查“{subject}”这一项", f"the rule {rule!r} has no subject {subject!r}"),
                    did_you_mean(str(subject), names)
                    or Text("有：" + "、".join(names[:20]), "there are: " + ", ".join(names[:20])),
                )
            ]
        )
    for check_ in found:
        click.echo(f"{check_.case.label(check_.subject)} [{check_.subject.id}] · {outcome_name(check_, tongue)}")
        for line in explanation(check_, tongue):
            click.echo("  " + line)
    return report.exit_code() if any(c.is_finding for c in found) else 0


@main.command()
@click.argument("events", metavar="EVENTS")
@click.option("--case", "path", required=True, metavar="FILE", help="年初的案例（预算）/ the case the year begins with")
@click.option("--journal", required=True, metavar="FILE", help="日志文件（SQLite）/ journal file")
@click.option("--output", "-o", metavar="FILE", help="发现写到文件（JSON Lines）/ write findings to a file")
@click.option("--rejects", metavar="FILE", help="收不了的行写到文件 / write refused lines to a file")
@click.option("--follow", is_flag=True, help="等文件继续增长 / wait for the file to grow")
@click.option("--all", "everything", is_flag=True, help="也显示无法判定的 / show what cannot be judged, too")
@click.option(
    "--engine",
    type=click.Choice(["evaluator", "durable"]),
    default="evaluator",
    show_default=True,
    help="durable：每个结论都复算 / derive every verdict twice",
)
@RULES
@LANG
def watch(events: str, path: str, journal: str, output: str | None, rejects: str | None, follow: bool, everything: bool, engine: str, rules: tuple[str, ...], lang: str | None) -> int:  # fmt: skip
    """逐笔检查到来的付款、批复、评审、合同（JSON Lines；- 为标准输入）/ check events as they arrive."""
    from checker.check import load_rules
    from checker.live.journal import Journal, Output
    from checker.live.watch import Watcher, lines_of

    tongue = language(lang)
    book = load_rules([Path(folder) for folder in rules])
    (case,) = read_cases(case_files((path,))[:1], book)
    if events != "-" and not Path(events).exists():
        raise InputError(
            [Problem("no-file", Place(events), Text("没有这个文件或文件夹", "there is no such file or folder"))]
        )
    book_ = Journal(journal, {"case": case.sha256, "rulebook": book.sha256, "lang": tongue})
    told, refused = Output(output, book_, "told"), Output(rejects, book_, "rejected")
    watcher = Watcher(book, case, book_, tongue, second_reader() if engine == "durable" else None)
    wanted = ("fail", "error", "undetermined") if everything else ("fail", "error")

    def say() -> None:
        for entry in told.follow():
            if entry["outcome"] in wanted and (everything or not entry["roll_up"]):
                click.echo(live_line(entry, tongue))
        for entry in refused.follow():
            click.echo(f"{entry['input']}:{entry['line']}: {'; '.join(entry['reasons'])}", err=True)

    say()
    try:
        for line in lines_of(events, book_, follow=follow, stream=sys.stdin.buffer):
            if line is not None:
                watcher.handle(line)
                say()
    except KeyboardInterrupt:
        pass
    watcher.finish()
    say()
    outcomes = [entry["outcome"] for entry in watcher.open.values()]
    return 4 if "error" in outcomes else 1 if "fail" in outcomes else 3 if outcomes else 0


@main.group("rules")
def rules_group() -> None:
    """查看规则 / look at the rules."""


@rules_group.command("list")
@RULES
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@LANG
def list_rules(rules: tuple[str, ...], form: str, lang: str | None) -> int:
    """列出全部规则 / list every rule."""
    from checker.check import load_rules
    from checker.reports.rules import rules_json, rules_table

    book = load_rules([Path(folder) for folder in rules])
    click.echo(rules_json(book) if form == "json" else rules_table(book, language(lang)))
    return 0


@rules_group.command("show")
@click.argument("rule")
@RULES
@LANG
def show_rule(rule: str, rules: tuple[str, ...], lang: str | None) -> int:
    """显示一条规则 / show one rule."""
    from checker.check import load_rules
    from checker.reports.rules import rule_text

    book = load_rules([Path(folder) for folder in rules])
    known_rule(book, rule)
    click.echo(rule_text(book, book.rules[rule], language(lang)))
    return 0


@main.command()
@click.argument("kind", type=click.Choice(["case", "report"]))
def schema(kind: str) -> int:
    """输出 JSON Schema：案例文件或 JSON 报告 / print the JSON Schema of case files or of the JSON report."""
    import json

    from checker.check import load_rules
    from checker.schema import case_schema, report_schema

    made = case_schema(load_rules().vocabulary) if kind == "case" else report_schema()
    click.echo(json.dumps(made, ensure_ascii=False, indent=1))
    return 0


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """输出命令行补全脚本 / print the completion script for a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(main, {}, "checker", "_CHECKER_COMPLETE").source())
    return 0
