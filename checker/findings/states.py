"""What became of the findings of a problem, in one sentence: the tables and the document say the same."""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.width import cut
from checker.findings.problems import ProblemGroup
from checker.records.states import STATES

LISTED = 20
"""Findings named with what stands of them; how many there are is always said."""


def states(problem: ProblemGroup, lang: str) -> str:
    """Return what became of the findings of a problem; nothing where no file of follow-up speaks of them."""
    known = [finding for finding in problem.findings if finding.followups]
    if not known:
        return ""
    open_ = STATES["open"].say(lang)
    told = [f"{cut(f.subject.name, 44)} {f.state.say(lang)}" for f in known if f.state.say(lang) != open_]
    parts = told[:LISTED]
    if len(told) > LISTED:
        parts.append(Text(f"等 {len(told)} 项，全部见 JSON", f"{len(told)} in all, see JSON").say(lang))
    if waiting := len(known) - len(told):
        parts.append(f"{open_} {waiting}")
    if len(known) < len(problem.findings):
        without = len(problem.findings) - len(known)
        parts.append(Text(f"没有记录 {without}", f"no entry {without}").say(lang))
    return Text("整改情况：", "Follow-up: ").say(lang) + Text("；", "; ").say(lang).join(parts)
