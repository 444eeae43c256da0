"""checker rules try: what one's own rules come to over cases of earlier years, before anybody is held to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from checker.api import check
from checker.authoring.impact import rulebook_of
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.values import format_money
from checker.cases.case import Case
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.finding import Finding
from checker.rulebook.book import Rulebook
from checker.rulebook.packs import read_pack

NAMED = 5
"""Missing facts that a line of counts names, those that leave most open first."""


class Tried(NamedTuple):
    """One rule over all cases: its checks by outcome, what is missing where it cannot be judged, and what it found."""

    rule: str
    title: Text
    counts: Counter[str]
    missing: Counter[str]
    findings: tuple[Finding, ...]


def tried_rules(place: str) -> tuple[Rulebook, frozenset[str]]:
    """Return the built-in rules with those in *place* (a rule file, folder or pack) on top, and the ids of those; raises InputError."""
    book = rulebook_of(place)
    own = {part.shown for part in read_pack(Path(place)).parts}
    rules = frozenset(rule.id for rule in book.rules.values() if rule.file in own)
    if not rules:
        told = Text(f"{place} 里没有规则", f"there is no rule in {place}")
        raise InputError(
            [Problem("no-rule", Place(place), told, Text("写规则文件或文件夹", "name a rule file or a folder"))]
        )
    return book, rules


def tried(book: Rulebook, rules: frozenset[str], cases: Sequence[Case], lang: str) -> tuple[Tried, ...]:
    """Judge *cases* by *rules* alone and return what each comes to, in the order of their ids."""
    report = check(cases, book, selected=rules.__contains__, lang=lang)
    found: dict[str, list[Finding]] = {rule: [] for rule in rules}
    for finding in report.results:
        found[finding.rule.id].append(finding)
    made = []
    for ident in sorted(rules):
        rule, results = book.rules[ident], found[ident]
        missing: Counter[str] = Counter()
        for finding in results:
            if finding.outcome == "undetermined":
                missing.update(set(finding.missing_names.say(lang)))
        made.append(
            Tried(
                ident,
                rule.title,
                Counter(finding.outcome for finding in results),
                missing,
                tuple(finding for finding in results if finding.is_finding and finding.outcome != "undetermined"),
            )
        )
    return tuple(made)


def tried_text(found: Sequence[Tried], cases: int, lang: str, limit: int) -> str:
    """Return what was tried as lines: the counts of each rule, what is missing, and the first *limit* findings of each."""
    zh = lang == "zh"
    lines = [f"{cases} 个案例" if zh else f"{cases} case{'' if cases == 1 else 's'}"]
    for each in found:
        lines += ["", f"{each.rule}  {each.title.say(lang)}"]
        total = sum(each.counts.values())
        if not total:
            none = Text(
                "没有可检查的对象，或在这些案例的年度、地区不施行", "nothing to check, or not in force for these cases"
            )
            lines.append(f"  {none.say(lang)}")
            continue
        counted = [
            f"{OUTCOME_NAMES[outcome].say(lang)} {each.counts[outcome]}" for outcome in OUTCOMES if each.counts[outcome]
        ]
        lines.append(f"  检查 {total} 项：" + "，".join(counted) if zh else f"  {total} checks: " + ", ".join(counted))
        if each.missing:
            most = each.missing.most_common()
            named = [f"{name} {many}" for name, many in most[:NAMED]]
            if len(most) > NAMED:
                named.append(f"另有 {len(most) - NAMED} 种" if zh else f"{len(most) - NAMED} more")
            lines.append(("  缺：" + "、".join(named)) if zh else ("  lacking: " + ", ".join(named)))
        for finding in each.findings[:limit]:
            money = format_money(finding.own, finding.unit, lang=lang) if finding.own else ""
            who = f"{finding.case.unit} · {finding.subject.name}"
            said = finding.message.say(lang)
            if zh:
                lines.append(f"  - {who}{f'（{money}）' if money else ''}：{said}")
            else:
                lines.append(f"  - {who}{f' ({money})' if money else ''}: {said}")
        if len(each.findings) > limit:
            more = len(each.findings) - limit
            lines.append(f"  …另有 {more} 项，见 --limit" if zh else f"  … {more} more, see --limit")
    return "\n".join(lines) + "\n"
