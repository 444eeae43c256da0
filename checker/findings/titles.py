"""The title of a problem: what was found, in one line; a title never states a norm where its rule says what a finding is."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.values import format_money
from checker.findings.finding import Finding


def rolled(finding: Finding) -> bool:
    """Whether a finding is no more than the sum of what is found of its parts."""
    return "roll_up" in finding.marks and not finding.amount


def subjects(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Return what a problem speaks of, each once: without roll-ups, and without the unit itself where it speaks of anything else."""
    up = {_subject(finding) for finding in findings if rolled(finding)}
    found = dict.fromkeys(
        _subject(finding) for finding in findings if not finding.of_unit and _subject(finding) not in up
    )
    return list(found) or list(dict.fromkeys(map(_subject, findings)))


def title(kind: str, findings: Sequence[Finding], leads: Sequence[Finding], own: int | None, lang: str) -> str:
    """Return the title of a problem of *kind* that *leads* opened and *findings* make up; *own* is its money in fen."""
    first, items = leads[0], subjects(findings)
    zh, of_rules = lang == "zh", {finding.rule.id for finding in leads}
    if len(items) == 1 and len(of_rules) == 1:
        if kind == "undetermined":
            return first.message.say(lang)
        return first.title.say(lang) or first.rule.title.say(lang)
    shared = next((f.rule.problem_title for f in leads if f.rule.problem_title is not None), None)
    plain = first.rule.finding_title if len(of_rules) == 1 else None
    said = (plain or shared or first.rule.title) if kind != "undetermined" else (shared or first.rule.title)
    count = len(items)
    if count == 1 and kind != "undetermined":
        return said.say(lang)
    if kind == "undetermined":
        return (
            f"{said.zh}：{count} 项缺资料，暂不能判断"
            if zh
            else f"{said.en}: papers missing for {count}, cannot be judged yet"
        )
    money = f"，{format_money(own, first.unit)}" if own else ""
    if zh:
        return f"{said.zh} {count} 处{money}" if kind == "contradiction" else f"{said.zh} {count} 项{money}"
    return f"{said.en}: {count} items" + (f", {format_money(own, first.unit, lang=lang)}" if own else "")


def _subject(finding: Finding) -> tuple[str, str]:
    return finding.subject.entity, finding.subject.id
