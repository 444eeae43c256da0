"""checker rules try: what rules come to over cases of earlier years, before anybody is held to them."""

from __future__ import annotations

import click

from checker.cli.commands import LANG
from checker.cli.console import cases_in, language


@click.command("try")
@click.argument("rules", metavar="RULES")
@click.argument("cases", nargs=-1, required=True, metavar="CASES…")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    help="每条规则最多列出几项 / findings listed a rule",
)
@LANG
def try_rules(rules: str, cases: tuple[str, ...], limit: int, lang: str | None) -> int:
    """用规则文件、文件夹或规则包试查以前的案例：各有几项符合、不符合、缺什么.

    Try a rule file, a folder of rules or a pack over cases of earlier years: how many fail, how many are open and why.
    """
    from checker.authoring.trying import tried, tried_rules, tried_text

    tongue = language(lang)
    book, own = tried_rules(rules)
    read = cases_in(cases, book, tongue)
    click.echo(tried_text(tried(book, own, read, tongue), len(read), tongue, limit), nl=False)
    return 0
