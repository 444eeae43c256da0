"""A problem in an officer's words: the sentences of its aspects, its items by amount, what is only their sum, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.base.values import format_money
from checker.findings.finding import Finding
from checker.findings.lacking import said_of
from checker.findings.problems import ProblemGroup
from checker.findings.titles import rolled, subjects

NAMED = 3
"""Subjects that a sentence names; how many there are is always said."""

Key = tuple[str, str]


class Worded(NamedTuple):
    """What a problem says in one language; `items` are the findings of each thing it speaks of, the largest amount first."""

    sentences: tuple[str, ...]
    rolled: str
    advice: tuple[str, ...]
    items: tuple[tuple[Finding, ...], ...]


def worded(problem: ProblemGroup, lang: str) -> Worded:
    """Return what *problem* says in *lang*."""
    by_subject: dict[Key, list[Finding]] = {key: [] for key in subjects(problem.findings)}
    for finding in problem.findings:
        if (members := by_subject.get(_key(finding))) is not None:
            members.append(finding)
    items = sorted((tuple(members) for members in by_subject.values()), key=_weight)
    order = {_key(members[0]): at for at, members in enumerate(items)}
    return Worded(
        tuple(_sentences(problem, order, lang)),
        _rolled(problem, lang),
        tuple(_advice(problem, lang)),
        tuple(items),
    )


def told(finding: Finding, lang: str) -> str:
    """Return what a finding says of its subject, where the subject is named already."""
    if finding.outcome != "undetermined":
        return finding.message.say(lang)
    return _lacking(finding.lacking.say(lang), lang)


def _weight(members: tuple[Finding, ...]) -> tuple[int, int, str, str]:
    own = max((finding.own or 0 for finding in members), default=0)
    actual = (members[0].budget or {}).get("actual")
    return -own, -((actual.value if actual is not None else None) or 0), members[0].subject.name, members[0].subject.id


def _sentences(problem: ProblemGroup, order: dict[Key, int], lang: str) -> list[str]:
    """Return a sentence for each aspect; what is missing is said once of all that lack it."""
    by_rule: dict[str, list[Finding]] = {}
    open_: list[Finding] = []
    for finding in problem.findings:
        if rolled(finding):
            continue
        if finding.outcome == "undetermined":
            open_.append(finding)
        else:
            by_rule.setdefault(finding.rule.id, []).append(finding)
    said = [_aspect(members, order, lang) for members in by_rule.values()]
    return list(dict.fromkeys([*said, *_open(open_, order, lang)]))


def _aspect(members: list[Finding], order: dict[Key, int], lang: str) -> str:
    first = members[0]
    if len(members) == 1:
        return first.message.say(lang)
    zh, phrase = lang == "zh", (first.rule.finding_title or first.rule.problem_title or first.rule.title).say(lang)
    money = sum(finding.own or 0 for finding in members)
    names = _names(members, order, lang, bool(money))
    whole = (
        f"，合计 {format_money(money, first.unit)}" if zh else f", {format_money(money, first.unit, lang=lang)} in all"
    )
    if zh:
        return f"{phrase} {len(members)} 项{whole if money else ''}：{names}"
    return f"{phrase}: {len(members)} items{whole if money else ''}: {names}"


def _names(members: Sequence[Finding], order: dict[Key, int], lang: str, money: bool = False) -> str:
    """Return the names of the first subjects by amount, and how many there are."""
    found: dict[Key, Finding] = {}
    for finding in members:
        found.setdefault(_key(finding), finding)
    first = sorted(found.values(), key=lambda finding: order.get(_key(finding), len(order)))
    said = [
        f"{f.subject.name} {format_money(f.own, f.unit, lang=lang)}" if money and f.own else f.subject.name
        for f in first[:NAMED]
    ]
    zh = lang == "zh"
    more = "" if len(first) <= NAMED else f"等 {len(first)} 项" if zh else f" and {len(first) - NAMED} more"
    return ("、" if zh else "; ").join(said) + more


def _open(members: list[Finding], order: dict[Key, int], lang: str) -> list[str]:
    """Return what is missing, each combination of it once, with those that lack it."""
    zh = lang == "zh"
    lack: dict[tuple[str, str], dict[Key, Finding]] = {}
    for finding in members:
        for each in finding.lacking.say(lang):
            lack.setdefault(each, {}).setdefault(_key(finding), finding)
    together: dict[frozenset[Key], list[tuple[str, str]]] = {}
    for each, found in lack.items():
        together.setdefault(frozenset(found), []).append(each)
    lines = []
    for keys, said in sorted(together.items(), key=lambda pair: -len(pair[0])):
        what = _lacking(said, lang)
        found = lack[said[0]]
        if keys == frozenset(order) and len(order) > 1:
            lines.append(f"{len(order)} 项{what}" if zh else f"of all {len(order)}: {what}")
        elif all(finding.of_unit for finding in found.values()):
            lines.append(what)
        else:
            names = _names(list(found.values()), order, lang)
            lines.append(f"{names}：{what}" if zh else f"{names}: {what}")
    return lines


def _lacking(pairs: Sequence[tuple[str, str]], lang: str) -> str:
    by_word: dict[str, list[str]] = {}
    for word, name in pairs:
        by_word.setdefault(word, []).append(name)
    return ("；" if lang == "zh" else "; ").join(said_of(word, names, lang) for word, names in by_word.items())


def _rolled(problem: ProblemGroup, lang: str) -> str:
    """Return the one line on what is no more than the sum of its parts."""
    found = {_key(finding): finding for finding in problem.findings if rolled(finding)}
    if not found:
        return ""
    zh = lang == "zh"
    names = ("、" if zh else "; ").join(
        f"{finding.subject.name} {format_money(finding.own or 0, finding.unit, lang=lang)}"
        for finding in found.values()
    )
    return f"{names}，是所属各项之和，不另计" if zh else f"{names}: the sum of the items below, not counted again"


def _advice(problem: ProblemGroup, lang: str) -> list[str]:
    """Return what to do: the remedy of each aspect that fails, what no paper settles, and what to provide where nothing fails."""
    zh = lang == "zh"
    said = [f.rule.remedy.say(lang) for f in problem.findings if f.outcome == "fail" and not rolled(f)]
    wanted = [each for f in problem.findings if f.outcome == "undetermined" for each in f.wanted]
    if not said and (papers := dict.fromkeys(w.text.say(lang) for w in wanted if not w.advice and w.listed is None)):
        said.append(("提供" if zh else "Provide ") + ("；" if zh else "; ").join(papers))
    said += [each.text.say(lang) for each in wanted if each.advice]
    if lists := dict.fromkeys(each.listed.say(lang) for each in wanted if each.listed is not None):
        names = ("、" if zh else ", ").join(lists)
        said.append(f"写明是否已经列全：{names}" if zh else f"Say whether these are listed in full: {names}")
    return list(dict.fromkeys(said))


def _key(finding: Finding) -> Key:
    return finding.subject.entity, finding.subject.id
