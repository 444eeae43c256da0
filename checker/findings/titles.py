"""The title of a problem: what was found, in one line; a title never states a norm where its rule says what a finding is."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.errors import Text
from checker.base.values import format_money
from checker.base.width import width
from checker.findings.finding import Finding
from checker.findings.lacking import lacking_said

JOINED = 3
"""How many phrases a title has; that there are more is said."""
LONGEST = 120
"""Columns of a title that names what is missing; a longer list stands below it."""
BEGINNING = 3
"""Characters from which on a common beginning of phrases stands once."""


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
    first, count = leads[0], len(subjects(findings))
    zh, unit = lang == "zh", first.unit
    shared = next((f.rule.problem_title for f in leads if f.rule.problem_title is not None), None)
    if kind == "undetermined":
        if count == 1:
            lacks = _of(first, lacking_said([pair for f in leads for pair in f.lacking.say(lang)], lang), lang)
            if width(lacks) <= LONGEST:
                return lacks
            norm = first.rule.title  # what a problem of the rule is called may say that it was found
            told = Text(f"{norm.zh}：缺资料，暂不能判断", f"{norm.en}: papers missing, cannot be judged yet")
            return _of(first, told.say(lang), lang)
        said = (shared or first.rule.title).say(lang)
        return (
            f"{said}：{count} 项缺资料，暂不能判断"
            if zh
            else f"{said}: papers missing for {count}, cannot be judged yet"
        )
    if kind == "error":
        return first.rule.title.say(lang)
    rules = {finding.rule.id: finding for finding in reversed(leads)}
    plain = [each.rule.finding_title.say(lang) for each in reversed(rules.values()) if each.rule.finding_title]
    if count == 1:
        if len(plain) == len(rules):
            return _of(first, _joined(plain, zh), lang)
        return first.title.say(lang) or first.rule.title.say(lang)
    money = ("，" if zh else ", ") + format_money(own, unit, lang=lang) if own else ""
    if len(plain) == len(rules):
        return f"{_joined(plain, zh)} {count} 项{money}" if zh else f"{_joined(plain, zh)}: {count} items{money}"
    said, word = (shared or first.rule.title).say(lang), "处不符" if kind == "contradiction" else "项"
    return f"{said} {count} {word}{money}" if zh else f"{said}: {count} items{money}"


def _of(finding: Finding, said: str, lang: str) -> str:
    """Return what is said with the name of its subject, which the unit itself does not need."""
    return said if finding.of_unit else f"{finding.subject.name}{'：' if lang == 'zh' else ': '}{said}"


def _joined(phrases: Sequence[str], zh: bool) -> str:
    """Return what was found in one phrase, the first of many by name; words that all begin with stand once in Chinese."""
    found = list(dict.fromkeys(phrases))[:JOINED]
    alike = 0
    while zh and len(found) > 1 and len({phrase[: alike + 1] for phrase in found}) == 1:
        alike += 1
    if alike >= BEGINNING:
        found = [found[0], *(phrase[alike:] for phrase in found[1:])]
    if not zh:
        found = [
            found[0],
            *(phrase[0].lower() + phrase[1:] if phrase[1:2].islower() else phrase for phrase in found[1:]),
        ]
    more = "" if len(set(phrases)) <= JOINED else "等" if zh else " and more"
    return ("、" if zh else "; ").join(found) + more


def _subject(finding: Finding) -> tuple[str, str]:
    return finding.subject.entity, finding.subject.id
