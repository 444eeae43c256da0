"""checker import: reads reports and tables into a draft case, and says of every number what became of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.files import read_member
from checker.base.outputs import Target, write_files
from checker.cli.commands import LANG, RULES
from checker.cli.console import guard, language, screen


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="FILE…")
@click.option("--output", "-o", metavar="FILE", help="写草稿案例（YAML）/ write the draft case (YAML)")
@click.option("--reading", metavar="FILE", help="写读出的每一个数（JSON）/ write every number that was read (JSON)")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="要确认的、没有读懂的全部列出 / list all that is to be confirmed or not understood",
)
@click.option("--force", is_flag=True, help="覆盖已有的文件 / overwrite a file that is there")
@RULES
@LANG
def import_documents(
    paths: tuple[str, ...],
    output: str | None,
    reading: str | None,
    everything: bool,
    force: bool,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """把 Word、Excel、PDF、文本读成草稿案例；还有要人看的，退出码为 3 / read documents of one unit into a draft case; exit code 3 where a person has to look."""
    from checker.api import rule_packs
    from checker.intake.draft import draft
    from checker.intake.importing import read_documents, understood, ways
    from checker.intake.reading_file import written
    from checker.intake.summary import Summary
    from checker.rulebook.cache import rulebook_of

    tongue = language(lang)
    targets = {"output": (output, (".yaml", ".yml")), "reading": (reading, (".json",))}
    guard(**{name: [Target(path, endings)] for name, (path, endings) in targets.items() if path is not None})
    if not force:
        _not_there([path for path, _ in targets.values() if path is not None])
    _no_twins(paths)
    packs = rule_packs([Path(folder) for folder in rules])
    vocabulary = rulebook_of(packs).vocabulary
    documents = read_documents((Path(path).name, partial(read_member, Path(path))) for path in paths)
    found = understood(documents, vocabulary, ways(packs, vocabulary))
    summary = Summary(found, vocabulary, tongue, screen()[1], everything)
    made: dict[str, bytes] = {}
    if output is not None:
        made[output] = draft(found, vocabulary).encode()
    if reading is not None:
        made[reading] = written(found).encode()
    write_files(made)
    click.echo("\n".join(summary.lines()), err="-" in made)
    names = [name for name in made if name != "-"]
    if names:
        click.echo(
            ("\n已写 " if tongue == "zh" else "\nwritten: ") + ("、" if tongue == "zh" else ", ").join(names),
            err="-" in made,
        )
    return 0 if summary.standing.complete else 3


def _not_there(paths: list[str]) -> None:
    """Refuse to replace a draft or a reading: somebody may have worked on it."""
    problems = [
        Problem(
            "exists",
            Place(path),
            Text("已经有这个文件，没有改动它", "this file is there already; it was left as it is"),
            Text("换一个名称，或加 --force", "choose another name, or add --force"),
        )
        for path in paths
        if Path(path).is_file()
    ]
    if problems:
        raise InputError(problems)


def _no_twins(paths: tuple[str, ...]) -> None:
    """Refuse a file that is named twice: every figure of it would be borne out by itself."""
    seen: dict[str, str] = {}
    for path in paths:
        key = str(Path(path).resolve())
        if key in seen:
            told = Text("写了两次", "is named twice")
            raise InputError([Problem("twice", Place(path), told, Text("只写一次", "name it once"))])
        seen[key] = path
