"""How else the name of a party is written: whoever reads that several are taken for one sees which."""

from __future__ import annotations

from checker.base.credit_code import is_code, plain_code, wrong_code
from checker.base.errors import Text
from checker.base.parties import party
from checker.cases.case import Fact
from checker.engines.outcome import Check
from checker.language.tree import Call, FieldRef, walk

SHOWN = 5
"""Spellings of a name that are told."""


def spellings(check: Check, lang: str) -> list[str]:
    """Return how else the supplier or payee of a check is written: by the members of a group, or by other units as was decided."""
    if check.rule.group is None:
        return _decided(check, lang)
    return [] if check.subject.entity == check.rule.entity else _in_group(check, lang)


def _decided(check: Check, lang: str) -> list[str]:
    """Return the names that were decided to be that of a party of which other units are asked: there it is found under these."""
    found: dict[str, None] = {}
    for node in (node for figure in check.rule.figures for each in figure.arguments for node in walk(each)):
        if not (isinstance(node, Call) and node.confirmed):
            continue
        field = node.arguments[0]
        if not isinstance(field, FieldRef) or field.depth or field.hops:
            continue
        value = check.subject.values.get(field.name)
        if value is None:
            continue
        plain, form = party(str(value)), party(str(value), node.confirmed)
        one = (form, *(name for name, other in node.confirmed if other == form))
        if len(one) > 1:
            found.update(dict.fromkeys(name for name in one if name != plain))
    if not found or check.subject.entity != check.rule.entity:
        return []
    listed = ("、" if lang == "zh" else ", ").join([*found][:SHOWN]) + (" …" if len(found) > SHOWN else "")
    return [Text(f"按名称认定，{listed}是同一家", f"by a decision on names {listed} is the same party").say(lang)]


def _in_group(check: Check, lang: str) -> list[str]:
    """Return a sentence for each key of a group whose members write it otherwise; those that only a decision joins are said to be."""
    group, rule = check.subject, check.rule
    assert rule.group is not None
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
        codes = _codes(group, next(each.id for each in entity.fields.values() if each.code_of == key))
        if len(codes) > 1:  # two parties of one name: what was taken together may not belong together
            listed = ("、" if lang == "zh" else ", ").join(codes[:SHOWN])
            name = entity.fields[key].name(lang)
            apart = Text(
                f"{name}有 {len(codes)} 个信用代码（{listed}），可能不是一家",
                f"the {name} has {len(codes)} credit codes ({listed}) and may be more than one party",
            )
            told.append(apart.say(lang))
    return told


def _codes(group: Fact, field: str) -> list[str]:
    """Return the codes that the members of a group give, those alone that are complete and right."""
    plain = {plain_code(str(fact.values[field])) for fact in group.related.get("members", ()) if field in fact.values}
    return sorted(code for code in plain if is_code(code) and wrong_code(code) is None)
