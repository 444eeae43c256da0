"""What a shell offers while a command is typed: ids of rules, and with them categories and problems where those do as well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError
from checker.cli.console import language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from checker.rulebook.book import Rulebook


def rule(ctx: click.Context, option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the rules whose id begins as typed."""
    from click.shell_completion import CompletionItem  # only a shell asks

    book = _book(ctx)
    lang = language(ctx.params.get("lang"))
    listed = [] if book is None else list(book.rules.values())
    return [CompletionItem(each.id, help=each.title.say(lang)) for each in listed if each.id.startswith(begun)]


def rules(ctx: click.Context, option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return what may follow in --select or --ignore; after a comma the next word, with those before it."""
    from click.shell_completion import CompletionItem

    from checker.rulebook.selection import choices

    book = _book(ctx)
    lang = language(ctx.params.get("lang"))
    before, comma, word = begun.rpartition(",")
    known = {} if book is None else choices(book)
    return [
        CompletionItem(before + comma + name, help=told.say(lang))
        for name, told in known.items()
        if name.startswith(word)
    ]


def _book(ctx: click.Context) -> Rulebook | None:
    """Return the rules that the command would use; nothing where they cannot be read: a shell shows no message."""
    from checker.api import load_rules

    try:
        return load_rules([Path(folder) for folder in ctx.params.get("rules") or ()])
    except InputError:
        return None
