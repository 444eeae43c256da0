"""checker rules fmt: rule files in canonical form, in Chinese or English, comments kept."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import write_files
from checker.cases.files import read_bytes
from checker.cli.commands import LANG, RULES
from checker.cli.console import language
from checker.cli.words import Words
from checker.documents.node import LIMITS
from checker.documents.source import Source, decode


@click.command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--keys", type=Words(["zh", "en"]), help="改写成中文或英文 / rewrite in Chinese or English")
@click.option("--check", "only_check", is_flag=True, help="只看，不改 / say what would change, change nothing")
@click.option("--diff", "show_diff", is_flag=True, help="显示改动，不改 / show the changes, change nothing")
@click.option("--lift", is_flag=True, help="把条件里的限额改写成参数 / make parameters of thresholds in conditions")
@RULES
@LANG
def format_rules(
    paths: tuple[str, ...],
    keys: str | None,
    only_check: bool,
    show_diff: bool,
    lift: bool,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """整理规则文件，注释保留；--keys zh|en 在中英文之间改写 / put rule files in order; --keys rewrites them."""
    import difflib

    from checker.authoring import fmt
    from checker.authoring.authored import authored
    from checker.authoring.lift import lifted

    tongue = language(lang)
    found = authored(paths, rules)
    changed = 0
    texts = {} if lift else fmt.format_rules(found.book, found.rules, found.packs, keys)
    for rule in found.rules:
        assert rule.source is not None
        if lift:
            book, current, packs = lifted(found.book, rule, found.packs)
            texts[rule.id] = fmt.format_rule(book, current, packs, keys)
        text = texts[rule.id]
        if text == rule.source.text:
            continue
        changed += 1
        if show_diff:
            old, new = rule.source.text.splitlines(True), text.splitlines(True)
            click.echo("".join(difflib.unified_diff(old, new, rule.file, rule.file)), nl=False)
        elif only_check:
            click.echo(rule.file)
        if not (only_check or show_diff):
            _replace(rule.file, rule.source, text)
    total = len(found.rules)
    if tongue == "zh":
        click.echo(f"{total} 个文件，{changed} 个{'要' if only_check or show_diff else '已'}整理")
    else:
        click.echo(f"{total} files, {changed} {'to be put' if only_check or show_diff else 'put'} in order")
    return 1 if changed and (only_check or show_diff) else 0


def _replace(file: str, source: Source, text: str) -> None:
    """Write the text of a rule file in the encoding and with the line ends that the file has."""
    if not Path(file).is_file():
        told = Text("规则在打好的规则包里，不能整理", "the rule is in a packed file, which is not put in order")
        hint = Text(
            "整理打包以前的文件夹，再打包", "put the folder in order that it was packed from, and pack it again"
        )
        raise InputError([Problem("packed", Place(file), told, hint)])
    data = read_bytes(file)
    if decode(file, data, LIMITS)[0].replace("\r\n", "\n").replace("\r", "\n") != source.text:
        data = source.text.encode()  # it was changed meanwhile: this is told when it is written
    form = text.replace("\n", "\r\n") if b"\r\n" in data else text
    write_files({file: form.encode(source.encoding)}, {file: data})
    click.echo(file)
