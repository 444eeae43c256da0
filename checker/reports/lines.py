"""How a line of text is set: its width and colour, what stands at its right end, and how a long list is cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.base.width import cut, width, wrap
from checker.findings.presented import CasePage, Indicator, Presentation
from checker.reports import Options

COLOURS = {
    "contradiction": "31",
    "disclosure": "31",
    "breach": "31",
    "query": "33",
    "undetermined": "36",
    "error": "41",
}
LABEL = {"zh": 10, "en": 12}
"""Columns of a label, by the language."""
NAME = 24
"""Columns of a name in a list."""
SHORTEST = 4
"""Columns that an entry of a list takes at least, with the mark after it."""


def bold(text: str, options: Options) -> str:
    """Return *text* in bold, where the terminal shows it."""
    return f"\x1b[1m{text}\x1b[0m" if options.colour and text else text


def colour(text: str, kind: str, options: Options) -> str:
    """Return *text* in the colour of a nature or outcome, where the terminal shows it."""
    return f"\x1b[{COLOURS[kind]}m{text}\x1b[0m" if options.colour else text


def joined(texts: Sequence[str], options: Options) -> str:
    """Return texts one after the other, parted as the language parts them."""
    return options.say("；", "; ").join(texts)


def indented(text: str, options: Options, by: int = 4, most: int = 0) -> list[str]:
    """Return *text* as lines, each begun with so many blanks; at most *most* of them, the last ending in … where more follows."""
    room = options.columns - by
    lines = wrap(text, room)
    if most and len(lines) > most:
        at = 0
        for line in lines[: most - 1]:
            at = text.index(line, at) + len(line)
        lines = [*lines[: most - 1], _clipped(text[at:].split("\n")[0].strip(), room)]
    return [" " * by + line for line in lines]


def _clipped(text: str, room: int) -> str:
    """Return *text* cut to a line; between words, where it has words."""
    if width(text) <= room:
        return text
    kept = cut(text, room - 1).removesuffix("…")
    word = kept.rpartition(" ")[0]
    return (word + " " if word and width(kept) - width(word) < room // 4 and text.isascii() else kept) + "…"


def labelled(label: str, text: str, options: Options, most: int = 0) -> list[str]:
    """Return *text* as lines beside its label."""
    by = LABEL[options.lang]
    first, *rest = indented(text, options, by, most)
    return [bold(label, options) + " " * (by - width(label)) + first[by:], *rest]


def ended(lines: list[str], right: str, options: Options) -> list[str]:
    """Return *lines* with *right* at the right end of the first."""
    if not right:
        return lines
    gap = options.columns - width(lines[0]) - width(right)
    return [lines[0] + " " * gap + bold(right, options), *lines[1:]]


def listed(
    lead: str, names: Sequence[str], more: Callable[[int], str], options: Options, by: int, most: int
) -> list[str]:
    """Return as many of *names* as *most* lines hold after *lead*, and what *more* says of how many there are where some are left out.

    No more lines than *most* come of it; 0 takes them all.
    """
    room = (options.columns - by) * most // SHORTEST if most else len(names)
    shown = min(len(names), room)
    while True:
        text = lead + joined(names[:shown], options) + ("" if shown == len(names) else more(shown))
        lines = indented(text, options, by)
        if not most or len(lines) <= most:
            return lines
        if shown <= 1:  # not even the first fits in full: how many there are is what must not be lost
            tail = "" if len(names) == 1 else more(shown)
            return indented(
                cut(lead + names[0], (options.columns - by) * most - width(tail) - 2 * most) + tail, options, by, most
            )
        shown -= 1


def aligned(rows: Sequence[Sequence[str]], left: int, heads: int) -> list[str]:
    """Return rows of cells in columns: the first *left* begin alike, the others end alike; a line follows the *heads*."""
    widths = [max(map(width, column)) for column in zip(*rows)]
    lines = []
    for row in rows:
        cells = [(cell, " " * (room - width(cell))) for cell, room in zip(row, widths)]
        lines.append("  ".join(cell + gap if at < left else gap + cell for at, (cell, gap) in enumerate(cells)))
    return [*lines[:heads], "  ".join("-" * room for room in widths), *lines[heads:]]


def name(text: str) -> str:
    """Return a name cut to fit into a list."""
    return cut(text, NAME)


def overrun(page: CasePage, shown: Presentation) -> str:
    """Return how the overrun of a unit is made up; nothing where it cannot be computed."""
    if page.bridge is None:
        return ""
    pieces = []
    for index, step in enumerate(page.bridge.steps):
        sign = ("- " if step.amount < 0 else "+ ") if index or step.amount < 0 else ""
        label = step.label.say(shown.lang)
        pieces.append(f"{sign}{shown.money(abs(step.amount))}" + shown.say(f"（{label}）", f" ({label})"))
    return " ".join(pieces) + f" = {shown.money(page.bridge.total)}"


def figures(page: CasePage, shown: Presentation) -> str:
    """Return the key figures of a unit in one sentence."""
    told = (f"{each.name} {each.value}" + aside(each.note, shown) for each in page.figures)
    return shown.say("，", ", ").join(told)


def indicator(each: Indicator, shown: Presentation) -> str:
    """Return an indicator that could be computed, with its base."""
    return f"{each.name} {each.value}" + aside(each.base, shown)


def aside(note: str, shown: Presentation) -> str:
    """Return a note in brackets; nothing for none."""
    return shown.say(f"（{note}）", f" ({note})") if note else ""
