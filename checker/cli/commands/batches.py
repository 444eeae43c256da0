"""What `checker run` does with an engine that judges tables."""

from __future__ import annotations

from pathlib import Path

import click

from checker.batch.request import BatchRequest
from checker.cli.console import Console


def run_batch(request: BatchRequest) -> int:
    """Run a batch, print what it came to and return the exit code."""
    from checker.api import rule_packs
    from checker.rulebook.cache import rulebook_of
    from checker.rulebook.selection import choice, rule_ids

    book = rulebook_of(rule_packs([Path(folder) for folder in request.rules]))
    chosen = choice(rule_ids(book, request.select), rule_ids(book, request.ignore))
    if request.engine == "spark":
        from checker.batch.spark_story import run_spark as run
    else:
        from checker.batch.story import run_batch as run
    result = run(request, book, chosen, Console(request.lang))
    click.echo(result.text, nl=False)
    return result.code
