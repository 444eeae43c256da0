"""checker rules pages: a page for every rule, and the index by article of the law."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.outputs import Target, check_ours, write_files
from checker.cli.commands import LANG, RULES
from checker.cli.console import guard, language


@click.command("pages")
@click.option("--output", "-o", required=True, metavar="DIR", help="写到文件夹 / the folder to write them to")
@RULES
@LANG
def rules_pages(output: str, rules: tuple[str, ...], lang: str | None) -> int:
    """每条规则写一页说明，另附按条款的索引 / write a page for every rule, and an index by article."""
    from checker.api import load_rules
    from checker.authoring.pages import INDEX, is_page, rule_pages

    tongue = language(lang)
    guard(output=[Target(output, folder=True)])
    pages = rule_pages(load_rules([Path(folder) for folder in rules], examples=True), tongue)
    folder = Path(output)
    check_ours(folder, pages, is_page)
    folder.mkdir(parents=True, exist_ok=True)
    write_files({str(folder / name): text.encode() for name, text in pages.items()})
    click.echo(
        f"已写 {len(pages)} 页，从 {folder / INDEX} 开始"
        if tongue == "zh"
        else f"{len(pages)} pages; begin with {folder / INDEX}"
    )
    return 0
