"""Open items on the terminal: who lacks what, and which rules wait for it; the same subjects are named once."""

from __future__ import annotations

from checker.findings.finding import Finding
from checker.reports import Options
from checker.reports.lines import LISTED, indent, label, more, say


def open_items(findings: list[Finding], options: Options) -> list[str]:
    """Print undetermined checks: who lacks what, and which rules wait for it."""
    subjects: dict[tuple[tuple[str, ...], str], list[Finding]] = {}
    for finding in findings:
        subjects.setdefault((finding.missing_names.say(options.lang), finding.rule.id), []).append(finding)
    merged: dict[tuple[tuple[str, ...], tuple[str, ...]], list[list[Finding]]] = {}
    for (names, _), members in subjects.items():
        merged.setdefault((names, tuple(label(finding) for finding in members)), []).append(members)
    lines: list[str] = []
    listed: set[tuple[str, ...]] = set()
    told_of: dict[int, tuple[str, ...]] = {}
    for (names, labels), groups in merged.items():
        rules = say(options, "；", "; ").join(members[0].rule.title.say(options.lang) for members in groups)
        told = say(options, "、", ", ").join(names[:6])
        if len(names) > 6:
            told += say(options, f" 等 {len(names)} 项", f" and {len(names) - 6} more")
        who = labels[0]
        if len(labels) > 1 and told_of.setdefault(len(labels), labels) == labels and labels in listed:
            who = say(options, f"上述 {len(labels)} 项", f"the {len(labels)} above")
        elif before := _but_one(labels, told_of, listed):
            (other,) = set(labels) - set(before)
            who = say(options, f"{other}和上述 {len(before)} 项", f"{other} and the {len(before)} above")
        elif len(labels) > 1:
            listed.add(labels)
            shown = say(options, "；", "; ").join(labels[:LISTED]) + more(len(labels), options)
            who = say(options, f"{len(labels)} 项（{shown}）", f"{len(labels)} ({shown})")
        text = say(
            options, f"{who} 缺 {told}，不能判断：{rules}", f"{who} lacks {told}, so this cannot be judged: {rules}"
        )
        lines += indent(text, options)
    return lines


def _but_one(
    labels: tuple[str, ...], told_of: dict[int, tuple[str, ...]], listed: set[tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the subjects listed before that are all of *labels* but one; nothing where there are none such."""
    before = told_of.get(len(labels) - 1, ())
    return before if len(before) > 1 and before in listed and set(before) < set(labels) else ()
