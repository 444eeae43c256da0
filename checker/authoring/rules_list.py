"""Prints the rules themselves: the list of all, and one in full."""

from __future__ import annotations

import json
from typing import Any

from checker.base.width import cut
from checker.engines.outcome import SEVERITY_ORDER
from checker.language.formatter import format_expression
from checker.language.tree import EnumValue, walk
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import PEERS_BY, VERIFIED, Peers, Rule, nature_said


def highest(rule: Rule) -> str:
    """Return the highest severity a rule names."""
    named = [v.value for v in walk(rule.severity) if isinstance(v, EnumValue) and v.enumeration == "severity"]
    return max(named, key=SEVERITY_ORDER.index, default="info")


def rules_table(book: Rulebook, lang: str) -> str:
    """Return every rule as one line of a table."""
    from tabulate import tabulate

    zh = lang == "zh"
    severity = book.vocabulary.enumerations["severity"]
    rows = []
    for rule in book.rules.values():
        years = ", ".join(map(str, rule.validity.years))
        start, end = rule.validity.start or "", rule.validity.end or ""
        period = years or (f"{start}~{end}" if start or end else ("一直" if zh else "always"))
        basis = rule.basis[0].say(lang) + (f" +{len(rule.basis) - 1}" if len(rule.basis) > 1 else "")
        place = rule.reach.jurisdiction or ("全国" if zh else "all")
        level = severity.name(highest(rule), lang)
        rows.append(
            [rule.id, cut(rule.title.say(lang), 26 if zh else 19), level, place, period, cut(basis, 17 if zh else 14)]
        )
    chinese, english = (
        ["编号", "标题", "程度", "区划", "施行", "依据"],
        ["id", "title", "level", "place", "in force", "basis"],
    )
    headers = chinese if zh else english
    return tabulate(rows, headers, tablefmt="simple", disable_numparse=True)


def rules_json(book: Rulebook) -> str:
    """Return every rule as JSON."""
    rows: list[dict[str, Any]] = []
    for rule in book.rules.values():
        rows.append(
            {
                "id": rule.id,
                "title": rule.title.zh,
                "title_en": rule.title.en,
                "nature": rule.nature,
                "severity": highest(rule),
                "jurisdiction": rule.reach.jurisdiction,
                "levels": list(rule.reach.levels),
                "unit_kinds": list(rule.reach.unit_kinds),
                "in_force": {
                    "from": str(rule.validity.start or ""),
                    "to": str(rule.validity.end or ""),
                    "stated_for": list(rule.validity.years),
                },
                "basis": [
                    {"instrument": b.instrument, "article": b.article, "verified": b.verified, "reference": b.reference}
                    for b in rule.basis
                ],
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=1)


def rule_text(book: Rulebook, rule: Rule, lang: str) -> str:
    """Return one rule in full, its expressions in *lang*."""
    zh = lang == "zh"
    entity = book.vocabulary.entities[rule.entity]
    lines = [f"{rule.id}  {rule.title.say(lang)}"]

    def add(name_zh: str, name_en: str, text: str) -> None:
        if text:
            lines.append(f"  {name_zh}：{text}" if zh else f"  {name_en}: {text}")

    add("定性", "Nature", nature_said(rule, lang))
    add("严重程度", "Severity", format_expression(rule.severity, rule.scope, lang))
    for basis in rule.basis:
        add("依据", "Basis", f"{basis.say(lang)}（{VERIFIED[basis.verified].say(lang)}）{basis.note if zh else ''}")
    add("适用地区", "Jurisdiction", rule.reach.jurisdiction or ("全国" if zh else "all"))
    add("施行", "In force", rule.validity.say(lang))
    subject = entity.name(lang)
    if rule.group:
        keys = [entity.fields[key].name(lang) for key in rule.group.keys]
        subject += (" 按 " + "、".join(keys)) if zh else (" by " + ", ".join(keys))
    add("对象", "Subject", subject)
    if rule.peers is not None:
        add("同类", "Peers", peers_said(rule.peers, rule, lang))
    for name_zh, name_en, expr in (
        ("适用", "When", rule.when),
        ("除非", "Unless", rule.unless),
        ("取值" if rule.indicator else "要求", "Value" if rule.indicator else "Requires", rule.require),
        ("严格要求", "Strictly", rule.strict),
        ("日期依据", "As of", rule.as_of),
        ("涉及金额", "Amount", rule.amount),
    ):
        if expr is not None:
            add(name_zh, name_en, format_expression(expr, rule.scope, lang, words=True))
    add("整改", "Remedy", rule.remedy.say(lang))
    if rule.limits:
        add("局限", "Limits", rule.limits.say(lang))
    add("文件", "File", rule.file)
    return "\n".join(lines)


def peers_said(peers: Peers, rule: Rule, lang: str) -> str:
    """Return with which units a rule compares, in words."""
    zh = lang == "zh"
    by = [PEERS_BY[name][0] if zh else name.replace("_", " ") for name in peers.by]
    told = f"{'、'.join(by)}相同的其他单位" if zh else f"other units of the same {', '.join(by)}"
    if peers.where is not None:
        where = format_expression(peers.where, rule.scope, lang, words=True)
        told += f"，其中 {where}" if zh else f" where {where}"
    return f"{told}，至少 {peers.at_least} 家" if zh else f"{told}, at least {peers.at_least}"
