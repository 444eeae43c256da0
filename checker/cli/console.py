"""What the commands share: the language, which files and rules are meant, reading cases, writing output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.files import no_member
from checker.base.outputs import CASES, Target, check_targets, write

if TYPE_CHECKING:
    from checker.cases.case import Case
    from checker.documents.source import Source
    from checker.engines.outcome import FollowUp, Waiver
    from checker.rulebook.book import Rulebook

SUFFIXES = (".yaml", ".yml", ".json")


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the garbage collector out: what is read stays until the report is written, so collecting frees nothing."""
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def language(chosen: str | None) -> str:
    """Return the language asked for, else that of the locale, else Chinese."""
    if chosen:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = os.environ.get(name, "")
        if value and not value.upper().startswith(("C.", "POSIX")) and value.upper() != "C":
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


def known_rule(book: Rulebook, rule: str) -> None:
    """Refuse the id of a rule that does not exist."""
    if rule not in book.rules:
        from checker.base.errors import did_you_mean

        raise InputError(
            [
                Problem(
                    "no-rule",
                    Place("checker"),
                    Text(f"没有规则“{rule}”", f"there is no rule {rule!r}"),
                    did_you_mean(rule, list(book.rules)) or Text("看 checker rules list", "see checker rules list"),
                )
            ]
        )


def selection(book: Rulebook, select: tuple[str, ...], ignore: tuple[str, ...]) -> Any:
    """Return which rules are wanted; an id that does not exist is an error."""
    from checker.check import choice

    return choice(rule_ids(book, select), rule_ids(book, ignore))


def rule_ids(book: Rulebook, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of rules in options that may each hold several; one that does not exist is an error."""
    found = tuple(ident for word in words for ident in word.split(",") if ident)
    for ident in found:
        known_rule(book, ident)
    return found


def printable(text: str) -> str:
    """Return *text* without what a terminal would act on."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def case_files(paths: tuple[str, ...]) -> list[str]:
    """Return the case files that *paths* name; a folder stands for those in it, in order."""
    found: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        if path == "-":
            found.append(path)
        elif "\0" in path:
            problems.append(Problem("no-file", Place(path), Text("没有这个文件", "there is no such file")))
        elif Path(path).is_dir():
            every = sorted(p for p in Path(path).rglob("*") if "templates" not in p.relative_to(path).parts[:-1])
            inside = [str(p) for p in every if p.suffix.lower() in SUFFIXES]
            others = [
                str(p.relative_to(path)) for p in every if p.suffix.lower() not in (*SUFFIXES, ".md") and not p.is_dir()
            ]
            if inside and others:  # whoever put a case there under another name must hear of it
                shown = [printable(each) for each in others[:5]] + ["…"] * (len(others) > 5)
                told = Text(f"不是案例文件，没有读：{'、'.join(shown)}", f"no case files, not read: {', '.join(shown)}")
                click.echo(f"{printable(path)}: {told.say(_asked())}", err=True)
            if not inside:
                problems.append(
                    Problem(
                        "empty-folder",
                        Place(path),
                        Text("文件夹里没有案例文件（.yaml 或 .json）", "no case file (.yaml or .json) in this folder"),
                        _instead(others),
                    )
                )
            problems += [wrong for file in inside if (wrong := no_member(Path(file))) is not None]
            found += inside
        elif Path(path).is_file() or Path(path).is_fifo():  # a pipe that is named, as the shell's <(…) is, is read
            found.append(path)
        elif (shipped := shipped_case(path)) is not None:
            told = Text(f"这里没有 {path}，用的是随软件安装的 {shipped}", f"there is no {path} here; this is the one installed with the program, {shipped}")  # fmt: skip
            click.echo(told.say(_asked()), err=True)
            found.append(shipped)
        else:
            from checker.base.errors import did_you_mean

            near = Path(path).parent
            names = [str(p) for p in near.iterdir() if p.suffix in SUFFIXES] if near.is_dir() else []
            problems.append(
                Problem(
                    "no-file", Place(path), Text("没有这个文件", "there is no such file"), did_you_mean(path, names)
                )
            )
    if problems:
        raise InputError(problems)
    return list(dict.fromkeys(found))


def _asked() -> str:
    """Return the language that the command at hand was asked to speak."""
    ctx = click.get_current_context(silent=True)
    return language(ctx.params.get("lang") if ctx is not None else None)


def _instead(others: Sequence[str]) -> Text:
    """Return what to write for a folder without cases, by what is in it."""
    if any(name.lower().endswith((".csv", ".tsv", ".parquet", ".jsonl", ".gz")) for name in others):
        return Text("是一个文件夹的表格的，只写这一个，加 --engine duckdb；是现成的表格的，先用 checker pack --map", "for a folder of tables name it alone, with --engine duckdb; of tables as people have them, first use checker pack --map")  # fmt: skip
    return Text("写案例文件，或案例所在的文件夹；新案例用 checker new-case 写", "name the case file, or the folder that it is in; checker new-case begins one")  # fmt: skip


def shipped_case(path: str) -> str | None:
    """Return the built-in case that cases/NAME means outside a checkout."""
    from checker.check import builtin

    parts = Path(path).parts
    if len(parts) < 2 or parts[0] != "cases" or ".." in parts or Path("cases").is_dir():
        return None
    found = builtin("cases").joinpath(*parts[1:])
    return str(found) if found.is_file() else None


def read_cases(
    files: list[str],
    book: Rulebook,
    kept: dict[str, bytes] | None = None,
    left_out: dict[str, InputError] | None = None,
) -> list[Case]:
    """Read every file, with a progress bar when a person watches; problems of all files are told together.

    What was read is put into *kept* where it is wanted, by the name of the file. With *left_out*, a file that cannot be read is
    put there and the others are returned, as long as there is one.
    """
    from checker.check import load_case

    cases: list[Case] = []
    problems: list[Problem] = []
    watched = len(files) > 20 and sys.stderr.isatty()
    with click.progressbar(files, file=sys.stderr, label="读取 / reading", hidden=not watched) as bar:
        for file in bar:
            try:
                data = read_bytes(file)
                if kept is not None:
                    kept[file] = data
                cases.append(load_case(file, book, data))
            except InputError as error:
                problems += error.problems
                if left_out is not None:
                    left_out[file] = error
    if problems and (left_out is None or not cases):
        raise InputError(problems)
    return cases


def no_twins(cases: Sequence[Case]) -> None:
    """Refuse two cases of one unit and year: what both state would be found, and counted, twice."""
    from checker.cases.case import twin

    first: dict[tuple[str, str, int], Case] = {}
    problems: list[Problem] = []
    for case in cases:
        known = first.setdefault(case.identity, case) if case.identity is not None else case
        if known is not case:
            problems.append(twin(case, known.file))
    if problems:
        raise InputError(problems)


def place_option(text: str, lang: str, year: int = 0) -> str:
    """Return the code that an option states or names, telling it where it is named; raises InputError for what is no place."""
    from checker.base import places
    from checker.base.values import half_width

    code, told, wrong = places.read(half_width(text).strip(), year)
    if wrong is not None:
        raise InputError([Problem("jurisdiction", Place("--jurisdiction"), *wrong)])
    if told is not None:
        click.echo(told.say(lang), err=True)
    return code


def read_bytes(file: str) -> bytes:
    """Return what a file holds, "-" being standard input; raises InputError where it cannot be read."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except ValueError:  # a NUL in the name
        told = Text("文件名里有不能用的字符", "no file can have this name")
        raise InputError([Problem("no-file", Place(file), told)]) from None
    except OSError as error:
        told = Text(f"读不了：{error.strerror}", f"cannot be read: {error.strerror}")
        raise InputError([Problem("unreadable", Place(file), told)]) from None


def day_option(text: str | None) -> date | None:
    """Return the day that an option names."""
    from checker.base.values import BadValue, parse_date

    try:
        return None if text is None else parse_date(text)
    except BadValue as bad:
        raise InputError([Problem("bad-date", Place("--as-of"), bad.message, bad.hint)]) from None


def read_waiver_files(files: Sequence[str], book: Rulebook, kept: dict[str, bytes] | None = None) -> tuple[Waiver, ...]:
    """Return the waivers of all files; *kept* as in `read_cases`."""
    from checker.records.waivers import read_waivers

    return tuple(waiver for source in _sources(files, kept) for waiver in read_waivers(source, book))


def read_followup_files(
    files: Sequence[str], book: Rulebook, kept: dict[str, bytes] | None = None
) -> tuple[FollowUp, ...]:
    """Return what the files of follow-up say; *kept* as in `read_cases`."""
    from checker.records.followup import read_followup

    return tuple(entry for source in _sources(files, kept) for entry in read_followup(source, book))


def _sources(files: Sequence[str], kept: dict[str, bytes] | None) -> Iterator[Source]:
    from checker.documents.source import read_source

    for file in files:
        data = read_bytes(file)
        if kept is not None:
            kept[file] = data
        yield read_source(file, data)


PLACES = ("FILE", "DIR", "PATH", "CASE", "EVENTS", "FINDINGS", "TABLES")
"""The words by which --help names a parameter that is a file or a folder."""


def guard(endings: tuple[str, ...] = CASES, /, **targets: Sequence[Target]) -> None:
    """Refuse what the command at hand must not write, before it does anything; keys are the parameters that say where.

    Every other file and folder that the command was given is an input, and so are the built-in rules and the configuration.
    *endings* are those of the files that are read from its folders, "" being every name.
    """
    from checker.check import builtin

    ctx = click.get_current_context()
    inputs: dict[str, list[str]] = {}
    for parameter in ctx.command.params:
        name, value = parameter.name or "", ctx.params.get(parameter.name or "")
        word = (parameter.metavar or "").strip("[]…")
        if name in targets or not value or word not in PLACES:
            continue
        inputs[name] = [value] if isinstance(value, str) else [str(each) for each in value]
    if "rules" in ctx.params:
        inputs.setdefault("rules", []).append(str(builtin("rules")))
    config = getattr(ctx.find_root().obj, "file", "")
    listed = [each for values in inputs.values() for each in values if each != "-"]
    check_targets(
        [each for several in targets.values() for each in several],
        [*listed, config] if config else listed,
        [*inputs.get("paths", ()), *inputs.get("events", ())],
        endings,
    )


def deliver(output: str | None, text: str) -> None:
    """Write *text* to a file, or print it where none was named."""
    if output is None or output == "-":
        click.echo(text, nl=False)
    else:
        write(output, text)


def second_reader() -> Any:
    """Return what has durable-rules derive checks once more; an error when it is not installed."""
    from checker.engines.double_entry import double_entry
    from checker.engines.durable.engine import available, not_installed

    if not available():
        raise not_installed()
    return lambda case, checks: double_entry(checks, strict=True)[0]


def live_line(entry: dict[str, Any], lang: str) -> str:
    """Return one line about a finding that arose, changed or was taken back."""
    words = {"found": Text("发现", "found"), "changed": Text("变动", "changed"), "withdrawn": Text("撤回", "withdrawn")}
    return f"{words[entry['action']].say(lang)} [{entry['rule']}] {entry['message']}" + (
        f" ({entry['event']})" if entry["event"] else ""
    )


def refusal(entry: dict[str, Any], lang: str) -> str:
    """Return what is said of a line of events that was not taken: where, why, and below that what to write instead."""
    lead = "\n    → " if lang == "zh" else "\n    -> "
    reasons = ("；" if lang == "zh" else "; ").join(entry["reasons"])
    return f"{entry['input']}:{entry['line']}: {reasons}" + "".join(lead + hint for hint in entry["hints"])
