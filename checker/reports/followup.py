"""What became of the findings of a problem, in one sentence: the tables and the document say the same."""

from __future__ import annotations

from checker.base.width import cut
from checker.findings.report import ProblemGroup
from checker.records.followup import STATES, state_text
from checker.reports import Options

LISTED = 20
"""Findings named with what stands of them; how many there are is always said."""


def states(problem: ProblemGroup, options: Options) -> str:
    """Return what became of the findings of a problem; nothing where no file of follow-up speaks of them."""
    known = [check for check in problem.checks if check.followups]
    if not known:
        return ""
    waiting = [check for check in known if state_text(check, options.lang) == STATES["open"].say(options.lang)]
    told = [f"{cut(c.case.label(c.subject), 44)} {state_text(c, options.lang)}" for c in known if c not in waiting]
    parts = [*told[:LISTED]]
    if len(told) > LISTED:
        parts.append(options.say(f"等 {len(told)} 项，全部见 JSON", f"{len(told)} in all, see JSON"))
    if waiting:
        parts.append(f"{STATES['open'].say(options.lang)} {len(waiting)}")
    if len(known) < len(problem.checks):
        without = len(problem.checks) - len(known)
        parts.append(options.say(f"没有记录 {without}", f"no entry {without}"))
    return options.say("整改情况：", "Follow-up: ") + options.say("；", "; ").join(parts)
