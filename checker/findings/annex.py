"""What auditors read of a problem besides: how its figures were worked out, and where they were read."""

from __future__ import annotations

from checker.findings.explain import WORKS_OUT
from checker.findings.presentation import Presentation, ProblemShown

ALIKE = 2
"""Groups of items worked out alike of which a problem shows the arithmetic."""


def arithmetic(shown: Presentation, problem: ProblemShown) -> tuple[str, ...]:
    """Return how the figures of a problem were worked out, a line each; items worked out alike stand together."""
    lead, colon = WORKS_OUT.say(shown.lang), shown.say("：", ": ")
    alike: dict[tuple[str, ...], list[str]] = {}
    for item in problem.items:
        failed = (each for each in item.findings if each.outcome == "fail")
        told = (line.strip() for each in failed for line in each.explanation.say(shown.lang))
        lines = tuple(dict.fromkeys(line.removeprefix(lead) for line in told if line.startswith(lead)))
        if lines:
            alike.setdefault(lines, []).append(item.name)
    found = [_some(names, 3, shown) + colon + shown.say("；", "; ").join(lines) for lines, names in alike.items()]
    more = len(found) - ALIKE
    return (*found[:ALIKE], *([shown.say(f"另有 {more} 组", f"{more} more")] if more > 0 else []))


def sources(shown: Presentation, problem: ProblemShown) -> tuple[str, ...]:
    """Return where the figures of a problem were read: places in the report, and lines of the file of its unit."""
    spots = [spot for item in problem.items for each in item.findings for spot in each.places]
    lines = [str(line) for line in sorted({spot.line for spot in spots if spot.line})]
    notes = list(dict.fromkeys(spot.note for spot in spots if spot.note))
    told = [_some(notes, 3, shown)] if notes else []
    if lines:
        listed = _some(lines, 5, shown)
        told.append(shown.say(f"案例文件第 {listed} 行", f"case file, lines {listed}"))
    return tuple(told)


def _some(names: list[str], most: int, shown: Presentation) -> str:
    told, many = shown.say("、", ", ").join(names[:most]), len(names)
    return told if many <= most else told + shown.say(f" 等 {many} 项", f" and {many - most} more")
