"""What can become of a finding, and how that is said: for reports, which read no files."""

from __future__ import annotations

from checker.base.errors import Text
from checker.engines.outcome import Check, FollowUp, outcome_name

STATES = {
    "open": Text("待整改", "open"),
    "corrected": Text("已整改", "corrected"),
    "accepted": Text("已认可", "accepted"),
    "disputed": Text("有异议", "disputed"),
}
"""What can become of a finding: not yet acted on; said to be put right; agreed to stand; contested by the unit."""


def state_text(check: Check, lang: str) -> str:
    """Return what stands of a check in words; nothing where no entry speaks of it."""
    if not check.followups:
        return ""
    zh, last = lang == "zh", check.followups[-1]
    told = said_of(last, lang)
    if last.state == "corrected" and check.is_finding:
        outcome = outcome_name(check, lang)
        told += f"；这次检查仍是“{outcome}”" if zh else f"; still “{outcome}” in this run"
    return told


def said_of(last: FollowUp, lang: str) -> str:
    """Return what one entry says, in words."""
    zh = lang == "zh"
    who = [str(last.day) if last.day else "", last.person]
    told = STATES[last.state].say(lang)
    if any(who):
        listed = ("，" if zh else ", ").join(filter(None, who))
        told += f"（{listed}）" if zh else f" ({listed})"
    if last.due and last.state == "open":
        told += f"（时限 {last.due}）" if zh else f" (due {last.due})"
    if last.note:
        told += ("：" if zh else ": ") + last.note
    if last.papers:
        told += (f"；材料：{last.papers}") if zh else f"; papers: {last.papers}"
    return told
