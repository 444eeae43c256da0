"""checker import: reads reports and tables into a draft case, and says of every number what became of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, check_targets, write_files
from checker.cli.commands import LANG, RULES
from checker.cli.console import guard, language, screen

if TYPE_CHECKING:
    from checker.cases.vocabulary import Vocabulary
    from checker.intake.imported import Imported


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
@click.option(
    "--decisions",
    metavar="FILE",
    help="确认的记录，缺省为草稿（或材料）旁边的 NAME.decisions.yaml / what was confirmed; default: NAME.decisions.yaml beside the draft or the document",
)
@click.option("--review", is_flag=True, help="在终端里逐项确认 / confirm one thing at a time in the terminal")
@click.option("--by", "who", metavar="NAME", help="--review：谁在确认 / who confirms")
@RULES
@LANG
def import_documents(
    paths: tuple[str, ...],
    output: str | None,
    reading: str | None,
    everything: bool,
    force: bool,
    decisions: str | None,
    review: bool,
    who: str | None,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """把 Word、Excel、PDF、文本读成草稿案例；还有要人看的，退出码为 3 / read documents of one unit into a draft case; exit code 3 where a person has to look."""
    from checker.api import rule_packs
    from checker.intake.decision_file import SUFFIX, beside
    from checker.intake.imported import decisions_beside
    from checker.intake.imported import import_documents as read
    from checker.intake.reading_file import written
    from checker.intake.summary import Summary
    from checker.rulebook.cache import rulebook_of

    tongue = language(lang)
    targets = {"output": (output, (".yaml", ".yml")), "reading": (reading, (".json",))}
    guard(**{name: [Target(path, endings)] for name, (path, endings) in targets.items() if path is not None})
    if output is not None and output.lower().endswith(SUFFIX):
        told = Text("这是决定文件的名称，草稿不能写成它", "this is the name of a file of decisions, not of a draft")
        hint = Text("换一个名称，如 案例.yaml", "choose another name, such as case.yaml")
        raise InputError([Problem("output-ending", Place(output), told, hint)])
    if not force:
        _not_there([path for path, _ in targets.values() if path is not None])
    if review:
        _watched()
    elif who is not None:
        raise InputError(
            [Problem("usage", Place("--by"), Text("--by 只和 --review 一起用", "--by goes with --review"))]
        )
    drafted = output not in (None, "-")
    kept = decisions or (beside(str(output)) if drafted else decisions_beside(paths))
    if review:  # told before anything is asked
        check_targets([Target(kept, (".yaml", ".yml"))], paths)
    packs = rule_packs([Path(folder) for folder in rules])
    vocabulary = rulebook_of(packs).vocabulary
    found = read(paths, packs, vocabulary, kept, needed=decisions is not None and not review)
    if review:
        found = _reviewed(found, vocabulary, who, tongue)
    holding = len(found.decisions.made) - len(found.made.lost)
    summary = Summary(found.reading, vocabulary, tongue, screen()[1], everything, found.made, holding)
    made: dict[str, bytes] = {}
    if output is not None:
        made[output] = found.made.text.encode()
    if reading is not None:
        made[reading] = written(found.reading).encode()
    write_files(made)
    click.echo("\n".join(summary.lines()), err="-" in made)
    names = [name for name in made if name != "-"]
    if names:
        click.echo(
            ("\n已写 " if tongue == "zh" else "\nwritten: ") + ("、" if tongue == "zh" else ", ").join(names),
            err="-" in made,
        )
    return 0 if summary.complete else 3


def _watched() -> None:
    """Refuse to ask where nobody can answer."""
    if not sys.stdin.isatty():
        told = Text("--review 要在终端里用：这里没有人可以回答", "--review asks in a terminal: nobody can answer here")
        hint = Text(
            "在终端里运行，或照 docs/import.zh.md 手写 .decisions.yaml",
            "run it in a terminal, or write the .decisions.yaml by hand (docs/import.en.md)",
        )
        raise InputError([Problem("no-terminal", Place("--review"), told, hint)])


def _reviewed(found: Imported, vocabulary: Vocabulary, who: str | None, lang: str) -> Imported:
    """Ask what is pending, and return the import with what was answered; the file of decisions is written after every answer."""
    from checker.cli.review import review
    from checker.intake.decisions import Decisions, confirmed, pending, write_decisions
    from checker.intake.imported import digests

    if not pending(found.reading, vocabulary, found.decisions).items:
        return found
    who = " ".join((who or "").split())
    while not who:
        who = " ".join(click.prompt("谁在确认" if lang == "zh" else "Who confirms").split())
    held = found.data

    def save(decisions: Decisions) -> None:
        nonlocal held
        held = write_decisions(found.path, decisions, held)

    now = found.decisions._replace(documents=digests(found.reading))
    made = review(found.reading, vocabulary, now, who, save, lang, screen()[1])
    if held is not found.data:
        click.echo(("\n决定记在 " if lang == "zh" else "\ndecisions kept in ") + found.path)
    click.echo()
    return found._replace(decisions=made, data=held, made=confirmed(found.reading, vocabulary, made))


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
