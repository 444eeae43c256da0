"""How the members of a group write the name that makes them one: whoever reads of the group sees what was taken together."""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.parties import party
from checker.engines.outcome import Check

SHOWN = 5
"""Spellings of a name that are told."""


def spellings(check: Check, lang: str) -> list[str]:
    """Return how else the supplier or payee of a group is written, a sentence for each key; those that only a decision joins are said to be."""
    group, rule = check.subject, check.rule
    if rule.group is None or group.entity == rule.entity:
        return []
    entity = rule.scope.vocabulary.entities[rule.entity]
    told: list[str] = []
    for key in rule.group.keys:
        if key not in entity.parties or key not in group.values:
            continue
        shown = str(group.values[key])
        others = sorted({str(fact.values[key]) for fact in group.related.get("members", ())} - {shown})
        decided = Text("（按名称认定）", " (as was decided)").say(lang)
        names = [name + decided * (party(name) != party(shown)) for name in others[:SHOWN]]
        if names:
            listed = ("、" if lang == "zh" else ", ").join(names)
            more = Text(f"等 {len(others)} 种", f" and others, {len(others)} in all").say(lang) * (len(others) > SHOWN)
            field = entity.fields[key].name(lang)
            told.append(Text(f"{field}也写作{listed}{more}", f"the {field} is also written {listed}{more}").say(lang))
    return told
