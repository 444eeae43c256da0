"""Writes a complete rule file from an author's answers: the rule, its parameters, and examples that test it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.authoring.examples import run_examples
from checker.authoring.kinds import of_each_kind
from checker.authoring.mutation import score, suggestions
from checker.authoring.printing import example_name, suggested_lines
from checker.authoring.synthesis import Synthesis
from checker.authoring.writing import example_lines, flow, scalar
from checker.base.numerals import in_digits
from checker.base.values import BadValue, parse_count, parse_date, parse_money, parse_number, parse_percent
from checker.cases.vocabulary import Entity
from checker.findings.spoken import spoken
from checker.language.formatter import format_expression
from checker.language.operators import COMPARISONS
from checker.language.tree import Aggregate, Binary, Expr, FieldRef, ParameterRef, Quantifier, children
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part
from checker.rulebook.parameter_reader import measured
from checker.rulebook.rule import HIGHEST, NATURES, Rule
from checker.rulebook.shapes import BASIS_KEYS, PARAMETER_KEYS, PARAMETER_TYPES, RULE_KEYS

SEVERITY_ZH = {"high": "高", "medium": "中等", "low": "低", "info": "提示"}
VERIFIED_ZH = {"text": "原文", "secondary": "转述", "no": "未核实"}
MODELINE = "# yaml-language-server: $schema={}"


class Answers(NamedTuple):
    """What an author says of a norm; `parameters` are (name, value) or (name, value, first day), expressions in either language."""

    id: str
    title: str
    instrument: str
    entity: str
    require: str
    article: str = ""
    verified: str = "no"
    title_en: str = ""
    jurisdiction: str = ""
    levels: tuple[str, ...] = ()
    unit_kinds: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    as_of: str = ""
    nature: str = "query"
    severity: str = ""
    when: str = ""
    unless: str = ""
    amount: str = ""
    message: str = ""
    remedy: str = ""
    parameters: tuple[tuple[str, ...], ...] = ()
    lang: str = "zh"
    schema: str = ""


def kind_of(text: str) -> str:
    """Return the type of a parameter from the way its value is written; a measure such as 9平方米 is a number."""
    text = measured(text) or text
    for kind, parse in (
        ("percent", parse_percent),
        ("money", parse_money),
        ("date", parse_date),
        ("count", parse_count),
        ("number", parse_number),
    ):
        try:
            parse(in_digits(text))
        except BadValue:
            continue
        return kind
    return "text"


def head_text(answers: Answers, message: str = "", amount: str = "") -> str:
    """Return the rule file without its examples."""
    zh = answers.lang == "zh"

    def key(name: str) -> str:
        return RULE_KEYS[name] if zh else name

    def basis() -> str:
        body = {"instrument": answers.instrument, "article": answers.article, "verified": answers.verified}
        if zh:
            body["verified"] = VERIFIED_ZH[answers.verified]
        elif answers.verified == "no":
            body["verified"] = "no"
        return flow({(BASIS_KEYS[name] if zh else name): value for name, value in body.items() if value}).replace(
            '"no"', "'no'"
        )

    ends = {("自" if zh else "from"): answers.start, ("至" if zh else "to"): answers.end}
    period = {word: day for word, day in ends.items() if day}
    severity = answers.severity or HIGHEST[answers.verified].replace("high", "medium")
    pairs = [
        ("id", scalar(answers.id)),
        ("title", scalar(answers.title)),
        ("title_en", scalar(answers.title_en) if answers.title_en else ""),
        ("basis", basis()),
        ("jurisdiction", f'"{answers.jurisdiction}"' if answers.jurisdiction else ""),
        ("levels", flow(list(answers.levels)) if answers.levels else ""),
        ("unit_kinds", flow(list(answers.unit_kinds)) if answers.unit_kinds else ""),
        ("in_force", flow(period) if period else ""),
        ("nature", NATURES[answers.nature].zh if zh else answers.nature),
        ("severity", SEVERITY_ZH[severity] if zh else severity),
        ("for", answers.entity),
        ("as_of", answers.as_of),
        ("when", answers.when),
        ("unless", answers.unless),
        ("require", answers.require),
        ("amount", answers.amount or amount),
        ("message", _quoted(answers.message or message)),
        (
            "remedy",
            scalar(answers.remedy)
            if answers.remedy
            else ("补充有关资料，或说明原因" if zh else "Provide the document, or explain"),
        ),
    ]
    lines = [MODELINE.format(answers.schema)] if answers.schema else []
    lines += [f"{key(name)}: {_expression(text)}" for name, text in pairs if text]
    entries = []
    for number, (name, value, *start) in enumerate(answers.parameters, 1):
        value = measured(value) or value  # 9平方米 is 9: what it is counted in stands in the name
        kind = kind_of(value)
        ident = name if name.isascii() else f"{_identifier(answers.id)}_{number}"
        body = {"id": ident, "zh": name, "type": PARAMETER_TYPES[kind] if zh else kind, "value": value}
        if start and start[0]:
            body["from"] = start[0]
        entry = {(PARAMETER_KEYS[k] if zh else k): v for k, v in body.items()}
        entries.append(flow(entry)[:-1] + f", {PARAMETER_KEYS['basis'] if zh else 'basis'}: {basis()}}}")
    if entries:
        lines.append(f"{key('parameters')}: [{', '.join(entries)}]")
    return "\n".join(lines) + "\n"


def _identifier(text: str) -> str:
    return re.sub(r"[^a-z0-9_]", "_", text.lower()) or "value"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if text else ""


def _expression(text: str) -> str:
    """Return an expression as a YAML scalar: plain where YAML reads it whole."""
    if text[:1] in "\"'{[" or not re.search(r": |:$| #|^[-?&*!|>%@`]|[{}\[\]]", text):
        return text
    return "'" + text.replace("'", "''") + "'"


def written_rule(answers: Answers, below: Sequence[Pack]) -> tuple[str, Rule]:
    """Return the text of the whole rule file, and the rule; raises InputError where an answer is wrong.

    *below* are the packs the rule stands on. Nothing is written here, and what is returned passes `checker rules test`.
    """
    file = f"{answers.id}.yaml"
    draft, _ = _loaded(head_text(answers, message="-"), file, below)
    message, amount = _told(draft, answers)
    head = head_text(answers, message, amount)
    rule, book = _loaded(head, file, below)
    lines = ["示例:" if answers.lang == "zh" else "examples:"]
    search = Synthesis(book, rule)
    for found in of_each_kind(search):
        fragment = search.shape.fragment(found.chosen, answers.lang) | search.extras(found.chosen, answers.lang)
        year = found.year if found.year != search.year else None
        lines += example_lines(found, example_name(found), answers.lang, fragment, boundary=found.edge, year=year)
    text = head + "\n".join(lines) + "\n"
    rule, book = _loaded(text, file, below)
    results = list(run_examples(book, rules=[rule]))
    tested = score(book, rule, results)
    for suggestion in suggestions(book, rule, tested.survivors):
        text += "\n".join(suggested_lines(rule, suggestion)) + "\n"
    rule, book = _loaded(text, file, below)
    return text, rule


def _loaded(text: str, file: str, below: Sequence[Pack]) -> tuple[Rule, Rulebook]:
    own = Pack(file, (Part(file, file, text.encode()),))
    book = assemble([*below, own], examples=(len(below),))
    rule = next(rule for rule in book.rules.values() if rule.file == file)
    return rule, book


def _told(rule: Rule, answers: Answers) -> tuple[str, str]:
    """Return a message that names the subject and shows the figures of the conditions, and the amount at stake where one is plain."""
    entity = rule.scope.vocabulary.entities[rule.entity]
    zh = answers.lang == "zh"

    def say(ref: Expr) -> str:
        return format_expression(ref, rule.scope, answers.lang)

    own: list[Expr] = []
    for part in (rule.when, rule.require):
        own += _read(part) if part is not None else []
    called = _called(rule, entity)
    shown = [say(each) for each in called]
    figures = [each for each in dict.fromkeys(own) if say(each) not in shown]
    named = [f"{spoken(each, rule.scope, answers.lang)} {{{say(each)}}}" for each in figures[:FIGURES]]
    told = ("，" if zh else ", ").join(named)
    names = ("、" if zh else ", ").join(f"{{{name}}}" for name in shown)
    lead = names or ("{单位.单位名称}" if zh else "{unit.name}")
    title = answers.title if zh else answers.title_en or answers.title
    message = (f"{lead}：" if zh else f"{lead}: ") + ((f"{told}；" if zh else f"{told}; ") if told else "") + title
    money = [say(each) for each in own if each.type == "money" and not isinstance(each, ParameterRef)]
    excess = _excess(rule.require)
    return message, say(excess) if excess is not None else money[0] if money else ""


def _excess(node: Expr) -> Expr | None:
    """Return what an amount is above its limit, or below it, where that is all that is required: an auditor counts no more."""
    known = COMPARISONS.get(node.op) if isinstance(node, Binary) else None
    if not isinstance(node, Binary) or known is None or known.kind != "order":
        return None
    more, less = (node.left, node.right) if known.sign in ("<", "≤") else (node.right, node.left)
    return Binary("-", more, less, type="money") if more.type == less.type == "money" else None


FIGURES = 4
"""Figures that a message shows."""


def _called(rule: Rule, entity: Entity) -> list[FieldRef]:
    """Return what the subject is known by: its name, the keys of its group, else its natural key."""
    if rule.group is not None:
        return [FieldRef(0, (), entity.id, key) for key in rule.group.keys if not entity.fields[key].ref]
    if entity is rule.scope.vocabulary.root:
        return [FieldRef(0, (), entity.id, "name")]
    names = (entity.label,) if entity.label else entity.key
    return [FieldRef(0, (), entity.id, name) for name in names if not entity.fields[name].ref]


def _read(node: Expr) -> list[Expr]:
    """Return what a condition rests on: the subject's own fields, sums and counts over related facts, limits."""
    if isinstance(node, (Aggregate, ParameterRef)):
        return [node] if node.type in SHOWN else []
    if isinstance(node, Quantifier):
        return []
    plain = (
        isinstance(node, FieldRef) and node.depth == 0 and node.type != "figure" and not node.type.startswith("fact:")
    )
    found: list[Expr] = [node] if plain else []
    return found + [ref for child in children(node) for ref in _read(child)]


SHOWN = ("money", "ratio", "number", "date")
"""Types of sums and limits that a message shows."""
