"""Writes a complete rule file from an author's answers: the rule, its parameters, and examples that test it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.authoring.examples import run_examples
from checker.authoring.mutation import score, smaller, suggestions
from checker.authoring.printing import example_name, suggested_lines
from checker.authoring.shapes import ABSENT
from checker.authoring.synthesis import Found, Synthesis
from checker.authoring.writing import example_lines, flow, scalar
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.values import BadValue, parse_count, parse_date, parse_money, parse_number, parse_percent
from checker.language.formatter import format_expression
from checker.language.tree import Aggregate, Expr, FieldRef, Quantifier, children
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part
from checker.rulebook.rule import HIGHEST, NATURES, Rule
from checker.rulebook.shapes import BASIS_KEYS, PARAMETER_KEYS, PARAMETER_TYPES, RULE_KEYS

SEVERITY_ZH = {"high": "高", "medium": "中等", "low": "低", "info": "提示"}
VERIFIED_ZH = {"text": "原文", "secondary": "转述", "no": "未核实"}
MODELINE = "# yaml-language-server: $schema={}"


class Answers(NamedTuple):
    """What an author says of a norm; `parameters` are (name, value) as written, expressions in either language."""

    id: str
    title: str
    instrument: str
    entity: str
    require: str
    article: str = ""
    verified: str = "no"
    title_en: str = ""
    jurisdiction: str = ""
    start: str = ""
    nature: str = "query"
    severity: str = ""
    when: str = ""
    unless: str = ""
    amount: str = ""
    message: str = ""
    remedy: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    lang: str = "zh"
    schema: str = ""


def kind_of(text: str) -> str:
    """Return the type of a parameter from the way its value is written."""
    for kind, parse in (
        ("percent", parse_percent),
        ("money", parse_money),
        ("date", parse_date),
        ("count", parse_count),
        ("number", parse_number),
    ):
        try:
            parse(text)
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

    severity = answers.severity or HIGHEST[answers.verified].replace("high", "medium")
    pairs = [
        ("id", scalar(answers.id)),
        ("title", scalar(answers.title)),
        ("title_en", scalar(answers.title_en) if answers.title_en else ""),
        ("basis", basis()),
        ("jurisdiction", f'"{answers.jurisdiction}"' if answers.jurisdiction else ""),
        ("in_force", flow({("自" if zh else "from"): answers.start}) if answers.start else ""),
        ("nature", NATURES[answers.nature].zh if zh else answers.nature),
        ("severity", SEVERITY_ZH[severity] if zh else severity),
        ("for", answers.entity),
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
    for number, (name, value) in enumerate(answers.parameters, 1):
        kind = kind_of(value)
        ident = name if name.isascii() else f"{_identifier(answers.id)}_{number}"
        body = {"id": ident, "zh": name, "type": PARAMETER_TYPES[kind] if zh else kind, "value": value}
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
    for found in _chosen(search):
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
    """Return a message that shows the figures of the conditions, and the amount at stake where one is plain."""
    entity = rule.scope.vocabulary.entities[rule.entity]
    zh = answers.lang == "zh"

    def say(ref: FieldRef) -> str:
        return format_expression(ref, rule.scope, answers.lang)

    own: list[FieldRef] = []
    for part in (rule.when, rule.require):
        own += _read(part) if part is not None else []
    label = entity.label if entity.label and not rule.group else None
    shown = [say(FieldRef(0, (), entity.id, label))] if label else []
    shown += [name for name in dict.fromkeys(map(say, own)) if name not in shown][:3]
    told = ("，" if zh else ", ").join(f"{name} {{{name}}}" for name in (shown[1:] if label else shown))
    lead = f"{{{shown[0]}}}" if label else ("{单位.单位名称}" if zh else "{unit.name}")
    message = f"{lead}：{told}；{answers.title}" if zh else f"{lead}: {told}; {answers.title_en or answers.title}"
    money = [say(ref) for ref in own if entity.fields[ref.name].type == "money"]
    amount = money[0] if money else ""
    return message, amount


def _read(node: Expr) -> list[FieldRef]:
    """Return the subject's own fields that *node* reads outside quantifiers."""
    if isinstance(node, (Quantifier, Aggregate)):
        return []
    own = [node] if isinstance(node, FieldRef) and node.depth == 0 and not node.hops and node.type != "figure" else []
    return own + [ref for child in children(node) for ref in _read(child)]


def _chosen(search: Synthesis) -> list[Found]:
    """Return one case of each kind: failing, and near to it one that passes, one that cannot be judged, one on the edge."""
    corpus = [f for f in search.search() if not _idle(f)]
    fails = sorted((f for f in corpus if f.outcome == "fail"), key=lambda f: len(str(f.fragment)))
    if not fails:
        rule = search.rule
        told = Text(
            "找不到让这条规则不符合的事实：条件可能互相矛盾",
            "no facts were found that fail this rule: its conditions may contradict each other",
        )
        hint = Text("检查“适用”和“要求”；已列示、缺失之外最好有一个可以比较的条件", "check when and require")
        raise InputError([Problem("cannot-fail", Place(rule.file, 1), told, hint)])
    first = smaller(search, fails[0], [])
    near = [first]
    for slot in search.shape.slots:
        found = search.judge({**first.chosen, slot: ABSENT})
        if found is not None:
            near.append(found)
    corpus = [*near, *corpus]

    def distance(found: Found) -> tuple[int, int]:
        return sum(found.chosen[k] != first.chosen[k] for k in first.chosen), len(str(found.fragment))

    picked = [first]
    for outcome in ("pass", "undetermined", "not_applicable"):
        fitting = sorted((f for f in corpus if f.outcome == outcome and not _idle(f)), key=distance)
        if fitting:
            picked.append(fitting[0])
    if not any(f.edge for f in picked):
        edges = sorted((f for f in corpus if f.edge and f.outcome in ("pass", "fail", "not_applicable")), key=distance)
        picked += edges[:1] or []
    if not any(f.edge for f in picked):  # nothing is compared: the side that just fails is the boundary
        picked[0] = picked[0]._replace(edge=True)
    return picked


def _idle(found: Found) -> bool:
    """Whether no condition had a part in the outcome."""
    check = found.check
    if check is None:
        return True
    return check.subject.entity != (f"{check.rule.entity}*" if check.rule.group else check.rule.entity)
