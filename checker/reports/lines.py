"""How a line of the terminal report is set: its width, indent and colour, and how a long list is cut."""

from __future__ import annotations

from checker.base.width import cut, wrap
from checker.findings.finding import Finding
from checker.reports import Options

COLUMNS = 100
COLOURS = {
    "contradiction": "31",
    "disclosure": "31",
    "breach": "31",
    "query": "33",
    "undetermined": "36",
    "error": "41",
}
LISTED = 20
"""Subjects named in such a list; how many there are is always said, and --all or JSON names every one."""


def say(options: Options, zh: str, en: str) -> str:
    """Return the text of the language that is asked for."""
    return zh if options.lang == "zh" else en


def indent(text: str, options: Options, by: int = 4) -> list[str]:
    """Return *text* as lines, each begun with so many blanks."""
    first, *others = wrap(text, COLUMNS - by)
    return [" " * by + first, *(" " * by + line for line in others)]


def more(count: int, options: Options) -> str:
    """Return how many there are in all, where not all are named."""
    return say(options, f"；等 {count} 项，全部见 --all", f"; {count} in all, see --all") if count > LISTED else ""


def label(finding: Finding) -> str:
    """Return the name of what was checked, cut to fit."""
    return cut(finding.subject.name, 44)


def bold(text: str, options: Options) -> str:
    """Return *text* in bold, where the terminal shows it."""
    return f"\x1b[1m{text}\x1b[0m" if options.colour else text


def colour(text: str, kind: str, options: Options) -> str:
    """Return *text* in the colour of a nature or outcome, where the terminal shows it."""
    return f"\x1b[{COLOURS[kind]}m{text}\x1b[0m" if options.colour else text
