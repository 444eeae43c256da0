"""What auditors read of a problem besides: how its figures were worked out, and where they were read."""

from __future__ import annotations

from checker.base.errors import CellLine, Text
from checker.findings.presented import Presentation, ProblemShown
from checker.findings.working import WORKS_OUT

ALIKE = 1
"""Groups of items worked out alike of which a problem shows the arithmetic."""
COMPARED = 300
"""Items of which it is asked how they were worked out: that of thousands takes minutes, and one line is shown of it."""
WORKED = 1
"""Comparisons that are worked out for a group; `checker explain` has all."""
LINES = 1
"""Lines of the file of a unit that are named for a problem, and places in its report."""


def arithmetic(shown: Presentation, problem: ProblemShown) -> tuple[str, ...]:
    """Return how the figures of a problem were worked out, a line each; items worked out alike stand together."""
    lead, colon = WORKS_OUT.say(shown.lang), shown.say("：", ": ")
    alike: dict[tuple[str, ...], list[str]] = {}
    for item in problem.items[:COMPARED]:
        failed = (each for each in item.findings if each.outcome == "fail")
        told = (line.strip() for each in failed for line in each.explanation.say(shown.lang))
        # what compares no figures is said in the sentences of the problem already
        lines = tuple(dict.fromkeys(line.removeprefix(lead) for line in told if line.startswith(lead) and "=" in line))
        if lines:
            alike.setdefault(lines, []).append(item.name)
    found = [_some(names, shown) + colon + _joined(lines, shown) for lines, names in alike.items()]
    more, few = len(found) - ALIKE, len(problem.items) > COMPARED
    if more <= 0:
        return tuple(found)
    among = shown.say(f"前 {COMPARED} 项中", f" among the first {COMPARED} items") if few else ""
    return (*found[:ALIKE], shown.say(f"{among}另有 {more} 组", f"{more} more{among}"))


def _joined(lines: tuple[str, ...], shown: Presentation) -> str:
    told, many = shown.say("；", "; ").join(lines[:WORKED]), len(lines)
    return told if many <= WORKED else told + shown.say(f"；另有 {many - WORKED} 步", f"; {many - WORKED} more steps")


def sources(shown: Presentation, problem: ProblemShown) -> tuple[str, ...]:
    """Return where the figures of a problem were read: places in the report, and lines of the file of its unit."""
    spots = [spot for item in problem.items for each in item.findings for spot in each.places]
    notes = list(dict.fromkeys(spot.source for spot in spots if spot.source))
    told = [_some(notes, shown)] if notes else []
    places = sorted({spot.line for spot in spots if spot.line})
    lines = [str(line) for line in places]
    if lines:
        listed = shown.say("、", ", ").join(lines[:LINES])
        more = shown.say("等", " and more") if len(lines) > LINES else ""
        cells = isinstance(places[0], CellLine)
        of_lines = Text(f"案例第 {listed} 行{more}", f"case, lines {listed}{more}")
        told.append(shown.say(f"案例 {listed}{more}", f"case, {listed}{more}") if cells else of_lines.say(shown.lang))
    return tuple(told)


def _some(names: list[str], shown: Presentation) -> str:
    told, many = shown.say("、", ", ").join(names[:LINES]), len(names)
    return told if many <= LINES else told + shown.say(f" 等 {many} 项", f" and {many - LINES} more")
