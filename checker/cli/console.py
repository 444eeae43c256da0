"""What the commands share: the language, which files and rules are meant, reading cases, writing output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import CASES, Target, check_targets, write

if TYPE_CHECKING:
    from checker.cases.case import Case
    from checker.rulebook.book import Rulebook

T = TypeVar("T")


class Console:
    """Tells a run to the terminal: remarks and how far it is on standard error, in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, text: Text) -> None:
        """Print a remark."""
        click.echo(text.say(self.lang), err=True)

    def steps(self, items: Iterable[T], label: Text, total: int, least: int) -> Iterator[T]:
        """Yield *items*, with a progress bar where a person watches at least *least* of *total*."""
        if total < least or not sys.stderr.isatty():
            yield from items
            return
        with click.progressbar(items, length=total, file=sys.stderr, label=label.say(self.lang)) as bar:
            yield from bar


def language(chosen: str | None) -> str:
    """Return the language asked for, else that of the locale, else Chinese."""
    if chosen:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = os.environ.get(name, "")
        if value and not value.upper().startswith(("C.", "POSIX")) and value.upper() != "C":
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


NARROW, WIDE, PIPED = 40, 120, 100
"""The columns between which a line is set, however narrow or wide the terminal is, and those of what is piped."""


def screen(color: str = "auto") -> tuple[bool, int]:
    """Return whether standard output shows colours, and its columns.

    What is piped is plain and of one width, so that it is the same everywhere, unless --color or FORCE_COLOR says that a
    terminal comes after all (`| less -R`); then, as on a terminal, COLUMNS and the terminal itself say how wide it is.
    """
    watched = sys.stdout.isatty()
    if color == "auto":
        forced = os.environ.get("FORCE_COLOR", "") not in ("", "0")
        refused = bool(os.environ.get("NO_COLOR"))
        colour = not refused and (forced or (watched and os.environ.get("TERM") != "dumb"))
    else:
        colour = color == "always"
    wide = PIPED
    if watched or colour:
        import shutil

        wide = shutil.get_terminal_size((PIPED, 24)).columns
    return colour, max(NARROW, min(wide, WIDE))


def cases_in(paths: Sequence[str], book: Rulebook, lang: str) -> list[Case]:
    """Return the cases that *paths* name, telling on the terminal what is told."""
    from checker.cases.files import case_files, read_cases
    from checker.intake.casefile import read_case_file

    tell = Console(lang)
    return read_cases(case_files(paths, tell), book.vocabulary, tell, read_case_file)


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


def day_option(text: str | None) -> date | None:
    """Return the day that an option names."""
    from checker.base.values import BadValue, parse_date

    try:
        return None if text is None else parse_date(text)
    except BadValue as bad:
        raise InputError([Problem("bad-date", Place("--as-of"), bad.message, bad.hint)]) from None


PLACES = ("FILE", "DIR", "PATH", "CASE", "EVENTS", "FINDINGS", "TABLES")
"""The words by which --help names a parameter that is a file or a folder."""


def guard(endings: tuple[str, ...] = CASES, /, **targets: Sequence[Target]) -> None:
    """Refuse what the command at hand must not write, before it does anything; keys are the parameters that say where.

    Every other file and folder that the command was given is an input, and so are the built-in rules and the configuration.
    *endings* are those of the files that are read from its folders, "" being every name.
    """
    from checker.base.files import builtin

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
