"""checker import: reads reports and tables into a draft case, and says of every number what became of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.collector import uncollected
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, check_targets, write_files
from checker.cli.commands import LANG, RULES
from checker.cli.console import deliver, guard, language, screen

if TYPE_CHECKING:
    from checker.cases.vocabulary import Vocabulary
    from checker.intake.imported import Imported


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--output", "-o", metavar="FILE", help="写草稿案例（YAML）/ write the draft case (YAML)")
@click.option(
    "--out",
    metavar="DIR",
    help="读一个文件夹：草稿写到这里，读过没有变的不再读 / read a folder: drafts go here; what has not changed is not read again",
)
@click.option(
    "--describe",
    is_flag=True,
    help="从一张填好的表写出表的初稿（rules/forms） / propose a file of a form from a filled-in table",
)
@click.option(
    "--ocr",
    is_flag=True,
    help="识别 PDF 里是图片的页，每个数都要确认（要装 [ocr]）/ recognize pages of PDF that are pictures; every figure is to be confirmed (needs the extra ocr)",
)
@click.option(
    "--large",
    is_flag=True,
    help="几千行以上的表也读成草稿（缺省不读，说明怎样做成表格） / read tables of thousands of rows, too (else they are refused, with what to do)",
)
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
    out: str | None,
    describe: bool,
    ocr: bool,
    large: bool,
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
    if out is not None or any(Path(path).is_dir() for path in paths):
        _not_with(
            output=output, reading=reading, ocr=ocr, describe=describe, decisions=decisions, review=review, by=who
        )
        return _folder(paths, out, rules, tongue, everything, force, large)
    if describe:
        _not_with(reading=reading, ocr=ocr, decisions=decisions, review=review, by=who)
        return _describe(paths, output, rules, tongue, force, large)
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
    with uncollected():
        found = read(
            paths, packs, vocabulary, kept, needed=decisions is not None and not review, recognise=ocr, large=large
        )
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


def _not_with(**given: str | bool | None) -> None:
    """Refuse options that say nothing beside the others."""
    for name, value in given.items():
        if value:
            flag = "-o" if name == "output" else f"--{name}"
            told = Text(f"{flag} 不能和别的选项一起用", f"{flag} does not go with the other options")
            hint = Text(
                "读文件夹只写 --out；--describe 只写 -o", "a folder takes --out only, and --describe takes -o only"
            )
            raise InputError([Problem("options", Place(flag), told, hint)])


def _folder(
    paths: tuple[str, ...],
    out: str | None,
    rules: tuple[str, ...],
    lang: str,
    everything: bool,
    force: bool,
    large: bool,
) -> int:
    """Read a folder of documents; the exit code is 2 where a file could not be read, 3 where a person has to look."""
    import os

    from checker.api import rule_packs
    from checker.cli.console import Console
    from checker.intake.folder import TABLE, Folder, tasks_in
    from checker.intake.importing import ways
    from checker.intake.summary import folder_lines
    from checker.rulebook.cache import key_of, rulebook_of

    folder = Path(paths[0])
    if len(paths) > 1 or not folder.is_dir() or out is None:
        told = Text("读文件夹要写一个文件夹和 --out", "a folder is read with --out, one folder at a time")
        hint = Text("checker import 材料 --out 草稿", "checker import DOCUMENTS --out DRAFTS")
        raise InputError([Problem("folder", Place(paths[0]), told, hint)])
    guard(("",), out=[Target(out, folder=True)])
    tell = Console(lang)
    packs = rule_packs([Path(each) for each in rules])
    vocabulary = rulebook_of(packs).vocabulary
    Path(out).mkdir(parents=True, exist_ok=True)
    reader = Folder(Path(out), vocabulary, ways(packs, vocabulary), key_of(packs), lang, force, large)
    tasks = tasks_in(folder)
    gone = reader.gone(tasks)
    jobs = max(1, min(4, os.cpu_count() or 1))
    rows = list(tell.steps(reader.rows(tasks, jobs), Text("读文件", "reading"), len(tasks), 2))
    reader.close(rows)
    click.echo("\n".join(folder_lines(rows, gone, lang, screen()[1], everything)))
    click.echo(("\n已写 " if lang == "zh" else "\nwritten: ") + str(Path(out) / TABLE))
    if any(row.result in ("failed", "partial") for row in rows):
        return 2
    return 0 if all(row.result == "complete" for row in rows) else 3


def _describe(
    paths: tuple[str, ...], output: str | None, rules: tuple[str, ...], lang: str, force: bool, large: bool
) -> int:
    """Propose a file of a form for the tables of a document that no form knows."""
    from functools import partial

    from checker.api import rule_packs
    from checker.base.files import read_member
    from checker.intake.forms import describe, forms_of
    from checker.intake.importing import read_documents
    from checker.rulebook.cache import rulebook_of

    if len(paths) > 1:
        told = Text("一次写一张表：只写一个文件", "one form at a time: name one file")
        raise InputError([Problem("one-file", Place(paths[1]), told)])
    if output is not None:
        guard(output=[Target(output, (".yaml", ".yml"))])
        if not force:
            _not_there([output])
    packs = rule_packs([Path(folder) for folder in rules])
    vocabulary = rulebook_of(packs).vocabulary
    (document,) = read_documents([(Path(paths[0]).name, partial(read_member, Path(paths[0])))], large=large)
    text, told = describe(document, vocabulary, forms_of(packs, vocabulary), Path(output).stem if output else "")
    click.echo(told.say(lang), err=True)
    if text:
        deliver(output, text)
    return 0 if text else 3
