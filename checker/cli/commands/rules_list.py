"""checker rules list, checker rules show: what rules there are."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli import completing
from checker.cli.commands import LANG, RULES
from checker.cli.console import language
from checker.rulebook.selection import known_rule


@click.command("list")
@RULES
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@LANG
def list_rules(rules: tuple[str, ...], form: str, lang: str | None) -> int:
    """列出全部规则 / list every rule."""
    from checker.api import load_rules
    from checker.authoring.rules_list import rules_json, rules_table

    book = load_rules([Path(folder) for folder in rules])
    click.echo(rules_json(book) if form == "json" else rules_table(book, language(lang)))
    return 0


@click.command("show")
@click.argument("rule", shell_complete=completing.rule)
@RULES
@LANG
def show_rule(rule: str, rules: tuple[str, ...], lang: str | None) -> int:
    """显示一条规则 / show one rule."""
    from checker.api import load_rules
    from checker.authoring.rules_list import rule_text

    book = load_rules([Path(folder) for folder in rules])
    known_rule(book, rule)
    click.echo(rule_text(book, book.rules[rule], language(lang)))
    return 0
