"""checker rules lint: what is doubtful about rules that load and pass their tests."""

from __future__ import annotations

import click

from checker.base.collector import uncollected
from checker.base.errors import Text
from checker.cli.commands import LANG, RULES
from checker.cli.console import cases_in, day_option, language


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--select", multiple=True, metavar="LINT", help="只运行这些 / run only these")
@click.option("--ignore", multiple=True, metavar="LINT", help="不运行这些 / leave these out")
@click.option("--cases", multiple=True, metavar="PATH", help="再用这些案例比较规则 / compare rules on these cases, too")
@click.option(
    "--as-of",
    metavar="DATE",
    help="到这一天一年以上没有核对的文件也指出 / name instruments not looked at for a year on this day, too",
)
@click.option("--explain", metavar="LINT", help="显示一种的说明页 / show the page of one")
@RULES
@LANG
@uncollected()
def lint_rules(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    cases: tuple[str, ...],
    as_of: str | None,
    explain: str | None,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """指出规则里可疑的地方；不写 PATH 就检查全部 / say what is doubtful about rules; all of them without PATH."""
    from checker.authoring.authored import authored
    from checker.authoring.lint import chosen, lint, page, unanswered
    from checker.authoring.lints import lints
    from checker.authoring.remembered import Remembered

    tongue = language(lang)
    if explain:
        (one,) = lints(chosen((explain,)))
        click.echo(page(one), nl=False)
        return 0
    names = chosen(select, ignore)
    day = day_option(as_of)
    found = authored(paths, rules)
    given = cases_in(cases, found.book, tongue) if cases else []
    remembered = Remembered("lint", found.book, found.packs)
    everything = lint(found.book, found.rules, names, given, day, remembered)
    problems = unanswered(everything, found.rules)
    for problem in problems:
        click.echo(problem.render(tongue))
    if remembered.used:
        told = Text(
            f"{remembered.used} 条没有改动（规则、词汇、参数、程序都和上次一样），vacuous-pass 没有重试；CHECKER_CACHE=off 时重试",
            f"{remembered.used} unchanged (rule, vocabulary, parameters and program): vacuous-pass did not try them again;"
            " CHECKER_CACHE=off does",
        )
        click.echo(told.say(tongue))
    if answered := len(everything) - len(problems):
        told = Text(
            f"{answered} 处在规则文件里写明了理由（# lint …），不再指出",
            f"{answered} answered in the rules' files with a reason (# lint …): not told again",
        )
        click.echo(told.say(tongue))
    count, rules_count = len(problems), len(found.rules)
    if tongue == "zh":
        click.echo(f"{rules_count} 条规则，{len(names)} 种检查：" + (f"{count} 处可疑" if count else "没有可疑之处"))
    else:
        click.echo(
            f"{rules_count} rules, {len(names)} lints: " + (f"{count} doubtful" if count else "nothing doubtful")
        )
    return 1 if problems else 0
