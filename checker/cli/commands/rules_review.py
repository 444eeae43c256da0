"""checker rules review: a sheet on which a lawyer signs what the rules rest on, and its way back into the rule files."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, check_targets, write_files
from checker.cli.commands import LANG, RULES
from checker.cli.console import language


@click.command("review")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("-o", "--output", metavar="FILE", help="写出待复核的表（.xlsx） / write the sheet to be reviewed (.xlsx)")
@click.option("--signed", metavar="FILE", help="读回签好的表 / read a signed sheet back")
@click.option("--write", is_flag=True, help="把复核写进规则文件 / write the reviews into the rule files")
@RULES
@LANG
def review_rules(
    paths: tuple[str, ...],
    output: str | None,
    signed: str | None,
    write: bool,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """-o 写复核表：规范、规则怎样判断、示例、请复核的问题；--signed 读回签好的表，加 --write 写进规则文件.

    With -o write the sheet: norm, how the rule judges, examples, questions; with --signed read it back signed, with --write
    into the rule files.
    """
    from checker.authoring.authored import authored
    from checker.authoring.rule_review import as_xlsx, reviewed
    from checker.authoring.rule_review_file import changed_files, read_review

    tongue = language(lang)
    if (output is None) == (signed is None) or (write and signed is None):
        told = Text(
            "写 -o 或 --signed 中的一个；--write 和 --signed 一起用", "give -o or --signed; --write goes with --signed"
        )
        hint = Text(
            "例如 checker rules review rules -o 复核.xlsx", "such as: checker rules review rules -o review.xlsx"
        )
        raise InputError([Problem("usage", Place("checker rules review"), told, hint)])
    found = authored(paths, rules)
    if output is not None:
        check_targets([Target(output, (".xlsx",))], [*paths, *rules])
        write_files({output: as_xlsx(found.book, found.rules, tongue)})
        count = sum(1 for _ in reviewed(found.rules))
        told = Text(
            f"{output}：{len(found.rules)} 条规则，{count} 条依据", f"{output}: {len(found.rules)} rules, {count} bases"
        )
        click.echo(told.say(tongue))
        return 0
    assert signed is not None
    conclusions = read_review(Path(signed), found.book, found.rules)
    for one in conclusions:
        click.echo(one.say(tongue))
    files = changed_files(conclusions)
    if write:
        write_files(
            {file: after for file, (_, after) in files.items()}, {file: was for file, (was, _) in files.items()}
        )
        try:
            authored(paths, rules)
        except InputError:  # a severity may be more than its basis now carries: nothing is left half done
            write_files({file: was for file, (was, _) in files.items()})
            raise
        told = Text(f"写进 {len(files)} 个规则文件", f"written into {len(files)} rule files")
    else:
        told = Text(
            f"{len(conclusions)} 条结论；没有写文件，要写加 --write",
            f"{len(conclusions)} conclusions; nothing was written, add --write",
        )
    click.echo(told.say(tongue))
    return 0
