"""checker rules test: the examples of rule files on every engine, and how much they test."""

from __future__ import annotations

import click

from checker.base.collector import uncollected
from checker.cli.commands import LANG, RULES
from checker.cli.console import language


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@RULES
@click.option(
    "--coverage", is_flag=True, help="示例走到了条件的哪些面 / which sides of the conditions the examples reach"
)
@click.option(
    "--mutate", is_flag=True, help="逐处改动规则，看示例能否发现 / change the rule, see whether the examples notice"
)
@click.option("--suggest", is_flag=True, help="代拟示例（含 --mutate）/ propose examples (implies --mutate)")
@click.option(
    "--accept", is_flag=True, help="把代拟的示例写进规则文件 / write the proposed examples into the rule files"
)
@click.option("--engine", multiple=True, metavar="NAME", help="只用这些引擎 / only on these engines  [all present]")
@LANG
@uncollected()
def test_rules(
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    coverage: bool,
    mutate: bool,
    suggest: bool,
    accept: bool,
    engine: tuple[str, ...],
    lang: str | None,
) -> int:
    """运行规则文件里的示例；不写 PATH 就运行全部 / run the examples in rule files; all rules without PATH."""
    from checker.authoring.authored import authored
    from checker.authoring.printing import suggested_lines, tested_text
    from checker.authoring.testing import chosen_engines, examine
    from checker.authoring.writing import append_examples

    tongue = language(lang)
    found = authored(paths, rules)
    suggest = suggest or accept
    engines = chosen_engines(engine)
    tested = examine(
        found.book, found.rules, engines=engines, reach=coverage, mutate=mutate or suggest, suggest=suggest
    )
    click.echo(tested_text(tested, tongue), nl=False)
    if accept:
        for rule, proposed in tested.suggestions:
            append_examples(rule, [line for one in proposed for line in suggested_lines(rule, one)])
            click.echo(f"已写入 {rule.file}" if tongue == "zh" else f"written to {rule.file}")
    return 1 if tested.complaints else 0
