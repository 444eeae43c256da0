"""What is said of the name under the pointer: what it is, which values hold, and what the rule comes to over the case at hand."""

from __future__ import annotations

from typing import NamedTuple

from checker.api import check
from checker.base.errors import Text
from checker.cases.case import Case
from checker.cases.vocabulary import Entity, Field
from checker.editor import describing
from checker.editor.diagnostics import rule_of
from checker.editor.documents import RULE, Range
from checker.editor.here import here
from checker.editor.naming import KeyName, Language, Value, name_at
from checker.editor.parts import at
from checker.editor.shelf import View
from checker.language.scope import Definition
from checker.rulebook.rule import Parameter, Rule
from checker.rulebook.shapes import RULE_KEYS

JUDGED = ("id", "title", "title_en", "when", "unless", "require", "value", "nature", "severity", "for", "amount")
"""The keys of a rule at which its outcome is shown."""
SHOWN = 8
"""Subjects of a rule that are listed."""
_NO_RULE = Text("规则还有错，说不出结论", "the rule has errors, so it comes to nothing yet")


class Hover(NamedTuple):
    """What is said, in Markdown, and of which stretch."""

    range: Range
    text: str


def hover(view: View, offset: int, lang: str, case: Case | None = None) -> Hover | None:
    """Return what is said of what stands at *offset*; *case* is the one at hand."""
    name = name_at(view, offset)
    if name is None:
        return None
    document = view.document
    said = _said(name.meaning, view, lang, case)
    if view.kind == RULE and case is not None and isinstance(name.meaning, KeyName) and name.meaning.shape is RULE_KEYS:
        part = at(document.root, offset)
        top = part.owner is document.root or here(part, view.kind, view.vocabulary).shape is RULE_KEYS
        if top and name.meaning.known.id in JUDGED:
            said += "\n\n---\n\n" + outcome(view, case, lang)
    if isinstance(name.meaning, Rule) and case is not None and name.meaning is rule_of(view):
        said += "\n\n---\n\n" + outcome(view, case, lang)
    return Hover(document.range(name.start, name.end), said) if said else None


def _said(meaning: object, view: View, lang: str, case: Case | None) -> str:
    match meaning:
        case Field():
            return describing.field(meaning, view.vocabulary, lang)
        case Entity():
            return describing.entity(meaning, view.vocabulary, lang)
        case Value(enumeration, ident):
            return describing.value(enumeration, ident, lang)
        case Parameter():
            return describing.parameter(meaning, view.book, lang, case)
        case Definition():
            return describing.definition(meaning, view.book, lang)
        case Rule():
            return describing.rule(meaning, lang)
        case Language(word, typed):
            return describing.language_word(word, lang, typed)
        case KeyName(known, shape):
            return describing.key(known, shape, view.vocabulary, lang)
    return ""


def outcome(view: View, case: Case, lang: str) -> str:
    """Return what the rule of the file comes to over a case, subject by subject."""
    zh = lang == "zh"
    rule = rule_of(view)
    if rule is None:
        return _NO_RULE.say(lang)
    report = check(case, view.book, selected=lambda ident: ident == rule.id, lang=lang)
    name = case.root.values.get("name") or case.file
    head = f"**{name} {case.year or ''}**" + ("：" if zh else ": ")
    if not report.results:
        reasons = [each.reason.say(lang) for each in (*report.not_in_force, *report.outside) if each.rule == rule.id]
        return head + ("；".join(reasons) or ("没有要检查的" if zh else "nothing to check"))
    counts: dict[str, int] = {}
    for finding in report.results:
        said = finding.outcome_name.say(lang)
        counts[said] = counts.get(said, 0) + 1
    lines = [head + ("，" if zh else ", ").join(f"{said} {count}" for said, count in counts.items())]
    open_first = sorted(report.results, key=lambda finding: not finding.is_finding)
    for finding in open_first[:SHOWN]:
        message = finding.message.say(lang) if finding.is_finding else ""
        lines.append(
            f"- {finding.subject.name}：{finding.outcome_name.say(lang)}{'，' if message else ''}{message}"
            if zh
            else f"- {finding.subject.name}: {finding.outcome_name.say(lang)}{'; ' if message else ''}{message}"
        )
    if len(open_first) > SHOWN:
        lines.append(f"- …… 共 {len(open_first)} 项" if zh else f"- … {len(open_first)} in all")
    return "\n".join(lines)
