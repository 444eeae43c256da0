"""A problem in an officer's words: the sentences of its aspects, its items by amount, what is only their sum, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.named import NamedTuple
from checker.base.patterns import pattern
from checker.base.values import format_money
from checker.findings.explain import UNCONFIRMED
from checker.findings.finding import Finding
from checker.findings.lacking import lacking_said
from checker.findings.problems import ProblemGroup
from checker.findings.titles import rolled, subjects

NAMED = 3
"""Subjects that a sentence names; how many there are is always said."""

COMBINED = 6
"""Sentences at most on what is missing: of more combinations the first stand, of the others how many items they are of."""
PENDANTS = ("", "的", "（", "(", "，")
"""What leaves a sentence hanging where the name before it is taken away."""

Key = tuple[str, str]


class Worded(NamedTuple):
    """What a problem says in one language; `items` are the findings of each thing it speaks of, the largest amount first."""

    sentences: tuple[str, ...]
    rolled: str
    advice: tuple[str, ...]
    items: tuple[tuple[Finding, ...], ...]


_DIGITS = pattern(r"(\d+)")


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


def told(members: Sequence[Finding], lang: str) -> tuple[str, ...]:
    """Return what the findings of one subject say, where the subject is named already; what is missing is said once."""
    said = [_short(finding, lang) for finding in members if finding.outcome != "undetermined"]
    pairs = [pair for f in members if f.outcome == "undetermined" for pair in f.lacking.say(lang)]
    return tuple(dict.fromkeys([*said, *([lacking_said(pairs, lang)] if pairs else [])]))


def _short(finding: Finding, lang: str) -> str:
    """Return a message without the name of its subject at its head."""
    message = finding.message.say(lang)
    rest = message.removeprefix(finding.subject.name).lstrip("：: ")
    return rest if lang == "zh" and not finding.of_unit and rest[:1] not in PENDANTS else message


def _weight(members: tuple[Finding, ...]) -> tuple[int, int, list[str], str]:
    own = max((finding.own or 0 for finding in members), default=0)
    actual = (members[0].budget or {}).get("actual")
    return (
        -own,
        -((actual.value if actual is not None else None) or 0),
        _natural(members[0].subject.name),
        members[0].subject.id,
    )


def _natural(name: str) -> list[str]:
    """Return what orders names as people do: the second paragraph before the tenth."""
    return [part.rjust(12, "0") if part.isdecimal() else part for part in _DIGITS.split(name)]


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
    money = any(finding.own and not rolled(finding) for finding in problem.findings)
    if len(order) > 1 and money:
        if by_rule and len(next(iter(by_rule.values()))) > 1:
            del said[0]
        said.insert(0, _list(problem, order, lang))
    resting = [f for members in by_rule.values() for f in members if f.unconfirmed]
    if resting and len(problem.findings) > 1:
        names = _names(resting, order, lang)
        said.append(UNCONFIRMED.say(lang) + (f"：{names}" if lang == "zh" else f": {names}"))
    return list(dict.fromkeys([*said, *_open(open_, problem, order, lang)]))


def _list(problem: ProblemGroup, order: dict[Key, int], lang: str) -> str:
    """Return the title of a problem of several items with the first of them by name."""
    largest: dict[Key, Finding] = {}
    for finding in problem.findings:
        key = _key(finding)
        if key in order and (key not in largest or (finding.own or 0) > (largest[key].own or 0)):
            largest[key] = finding
    names = _names(list(largest.values()), order, lang, money=True, counted=True)
    return f"{problem.title.say(lang)}{'：' if lang == 'zh' else ': '}{names}"


def _aspect(members: list[Finding], order: dict[Key, int], lang: str) -> str:
    first = members[0]
    if len(members) == 1:
        return first.message.say(lang)
    zh, phrase = lang == "zh", (first.rule.finding_title or first.rule.problem_title or first.rule.title).say(lang)
    names = _names(members, order, lang, counted=True)
    word = "处不符" if first.nature == "contradiction" and first.rule.finding_title is None else "项"
    return f"{phrase} {len(members)} {word}：{names}" if zh else f"{phrase}: {len(members)} items: {names}"


def _names(
    members: Sequence[Finding], order: dict[Key, int], lang: str, money: bool = False, counted: bool = False
) -> str:
    """Return the names of the first subjects by amount, and how many there are where that is not *counted* already."""
    found: dict[Key, Finding] = {}
    for finding in members:
        found.setdefault(_key(finding), finding)
    first = sorted(found.values(), key=lambda finding: order.get(_key(finding), len(order)))
    said = [
        f"{f.subject.name} {format_money(f.own, f.unit, lang=lang)}" if money and f.own else f.subject.name
        for f in first[:NAMED]
    ]
    zh = lang == "zh"
    more = "" if len(first) <= NAMED else f" and {len(first) - NAMED} more"
    if zh and more:
        more = "等" if counted else f"等 {len(first)} 项"
    return ("、" if zh else "; ").join(said) + more


def _open(members: list[Finding], problem: ProblemGroup, order: dict[Key, int], lang: str) -> list[str]:
    """Return what is missing, each combination of it once, with those that lack it."""
    zh = lang == "zh"
    led = {_key(finding) for finding in problem.leads}
    lack: dict[tuple[str, str], dict[Key, Finding]] = {}
    for finding in members:
        for each in finding.lacking.say(lang):
            lack.setdefault(each, {}).setdefault(_key(finding), finding)
    together: dict[frozenset[Key], list[tuple[str, str]]] = {}
    for each, found in lack.items():
        together.setdefault(frozenset(found), []).append(each)
    lines: list[str] = []
    groups = sorted(together.items(), key=lambda pair: -len(pair[0]))
    for keys, said in groups[: COMBINED - 1] if len(groups) > COMBINED else groups:
        what = lacking_said(said, lang)
        found = lack[said[0]]
        if keys == frozenset(order) and len(order) > 1:
            lines.append(f"{len(order)} 项{what}" if zh else f"of all {len(order)}: {what}")
        elif all(finding.of_unit for finding in found.values()):
            lines.append(what)
        else:
            names = _names(list(found.values()), order, lang)
            rules = {f.rule.id: f.rule.title for f in members if _key(f) in keys}
            if len(rules) == 1 and not led & keys:  # what was found of others says nothing of these
                (norm,) = rules.values()
                names = f"{names}（{norm.zh}）" if zh else f"{names} ({norm.en})"
            lines.append(f"{names}：{what}" if zh else f"{names}: {what}")
    if len(groups) > COMBINED:
        more = len(set().union(*(keys for keys, _ in groups[COMBINED - 1 :])))
        told = f"{more} 项还缺其他资料，见建议和需提供资料"
        lines.append(told if zh else f"{more} items lack more, see what to do and the papers to provide")
    return lines


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
