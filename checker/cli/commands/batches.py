"""What `checker run` does with an engine that judges tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from checker.base.errors import Text
from checker.batch.request import BatchRequest
from checker.cli.console import Console

if TYPE_CHECKING:
    from checker.units.story import Request


def run_batch(request: BatchRequest, survey: Request | None = None, evidence: str | None = None) -> int:
    """Run a batch, print what it came to and return the exit code; the bundle of its *evidence* is written where that is named.

    With *survey* its units are looked at together afterwards: what people state of checks holds there, and decides the exit code.
    """
    if survey is None:
        code = _batch(request)
        if evidence is not None:
            _evidence(request, evidence)
        return code
    with TemporaryDirectory(prefix="checker-") as place:
        if request.output is None:
            request = replace(request, output=str(Path(place) / "result"))
        code = _batch(request)
        if code == 4:
            return code
        from checker.cli.commands.overview import show
        from checker.units.story import survey as judge

        result = judge(survey._replace(paths=(str(request.output),)), Console(request.lang))
        click.echo()
        return show(result, request.lang, survey.colour, 2 if code == 2 else None)


def _batch(request: BatchRequest) -> int:
    from checker.api import rule_packs
    from checker.rulebook.cache import rulebook_of
    from checker.rulebook.selection import choice, rule_ids

    book = rulebook_of(rule_packs([Path(folder) for folder in request.rules]))
    chosen = choice(rule_ids(book, request.select), rule_ids(book, request.ignore))
    if request.engine == "spark":
        from checker.batch.spark_story import run_spark

        result = run_spark(request, book, chosen, Console(request.lang))
    else:
        from checker.batch.story import run_batch as judged
        from checker.findings.sentences import Sentences

        words = Sentences(request.lang) if request.form == "csv" else None
        result = judged(request, book, chosen, Console(request.lang), words)
    click.echo(result.text, nl=False)
    return result.code


def _evidence(request: BatchRequest, file: str) -> None:
    """Write the bundle of the evidence of a result, and say its digest."""
    from hashlib import sha256

    from checker.api import rule_packs
    from checker.base.outputs import write_files
    from checker.units.batch_evidence import bundle

    data = bundle(str(request.output), rule_packs([Path(folder) for folder in request.rules]))
    write_files([(file, data)])
    digest = sha256(data).hexdigest()
    told = Text(
        f"证据包 {file}（表格、结果各文件的 SHA-256，规则），SHA-256（记在底稿上）：{digest}；核对：checker replay {file}",
        f"evidence {file} (SHA-256 of the tables and of every file of the result, the rules), SHA-256 (note it in the working paper): {digest}; to check it: checker replay {file}",
    )
    click.echo(told.say(request.lang))
