"""The page of a rule: why it is there, what it rests on, how it judges, what it needs, its limits and its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.authoring.rules_list import peers_said
from checker.authoring.testing import NAMES
from checker.authoring.writing import flow
from checker.base.errors import Text
from checker.documents.node import Node
from checker.language.formatter import format_expression
from checker.language.scope import Frame
from checker.language.tree import DefinitionRef, Expr, FieldRef, ParameterRef, Path, walk
from checker.rulebook.book import Rulebook
from checker.rulebook.instruments import plain_name, status_said
from checker.rulebook.rule import VERIFIED, Basis, Example, Parameter, Reach, Rule, nature_said
from checker.rulebook.shapes import EXAMPLE_KEYS

INDEX = "README.md"
INDEX_TITLE = Text("# 规则，按依据的条款", "# Rules by the article they rest on")
PARTS = (
    ("when", Text("适用", "Applies when")),
    ("unless", Text("除非", "Unless")),
    ("require", Text("要求", "Requires")),
    ("strict", Text("严格要求", "Strictly")),
    ("amount", Text("涉及金额", "Amount at stake")),
    ("as_of", Text("日期依据", "As of")),
)
NO_NUMBER = 10_000
"""Stands where an article has no number of the kind 第…条."""
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}


def rule_pages(book: Rulebook, lang: str) -> dict[str, str]:
    """Return every page as Markdown by file name, the index by article among them; *book* is read with its examples."""
    pages = {f"{rule.id}.md": rule_page(book, rule, lang) for rule in book.rules.values()}
    return {INDEX: index_page(book, lang), **pages}


def is_page(name: str, text: str) -> bool:
    """Whether *text*, found under the name of a page, is a page that was written before."""
    lines = text.split("\n")
    return lines[0] in INDEX_TITLE if name == INDEX else f"`{name.removesuffix('.md')}`" in "".join(lines[2:3])


def rule_page(book: Rulebook, rule: Rule, lang: str) -> str:
    """Return the page of one rule."""
    zh = lang == "zh"
    parts = [f"# {rule.title.say(lang)}", f"`{rule.id}`" + (f" · {rule.category}" if zh and rule.category else "")]
    parts.append(_what_it_is(book, rule, lang))
    parts += [_head("依据", "Basis", lang), "\n".join(_basis_line(basis, lang) for basis in rule.basis)]
    parts += [_head("怎样判断", "How it judges", lang), *_formula(book, rule, lang)]
    if rule.peers is not None:
        parts.append(f"{'同类：' if zh else 'Peers: '}{peers_said(rule.peers, rule, lang)}")
    parameters = _parameters(book, rule, lang)
    if parameters:
        parts += [_head("限额", "Parameters", lang), *parameters]
    parts += [_head("需要哪些数", "What it needs", lang), "\n".join(_needs(book, rule, lang))]
    if rule.limits:
        parts += [_head("局限", "Limits", lang), rule.limits.say(lang)]
    if rule.remedy.say(lang):
        parts += [_head("怎样整改", "Remedy", lang), rule.remedy.say(lang)]
    parts += [_head("示例", "Examples", lang), *_examples(rule, lang)]
    return "\n\n".join(parts) + "\n"


def _head(zh: str, en: str, lang: str) -> str:
    return f"## {zh if lang == 'zh' else en}"


def _what_it_is(book: Rulebook, rule: Rule, lang: str) -> str:
    severity = "" if rule.indicator else format_expression(rule.severity, rule.scope, lang, words=True)
    reach = _reach(book, rule.reach, lang)
    lines = [
        (Text("定性", "Nature"), nature_said(rule, lang)),
        (Text("严重程度", "Severity"), severity),
        (Text("约束谁", "Binds"), reach),
        (Text("施行", "In force"), rule.validity.say(lang)),
        (Text("归入问题", "Aspect of"), _aspect(rule, lang)),
        (Text("细化", "Refines"), f"[{rule.refines}]({rule.refines}.md)" if rule.refines else ""),
    ]
    mark = "：" if lang == "zh" else ": "
    return "\n".join(f"- {name.say(lang)}{mark}{text}" for name, text in lines if text)


def _aspect(rule: Rule, lang: str) -> str:
    """Return which problems the findings of a rule join, or that it leads one; nothing where they stand by themselves."""
    if not rule.aspect.order:
        return ""
    zh, names = lang == "zh", (" → ").join(f"`{name}`" for name in rule.aspect.of)
    lead = ("，牵头" if zh else ", leads it") if rule.aspect.lead else ""
    return f"{names}（次序 {rule.aspect.order}{lead}）" if zh else f"{names} (order {rule.aspect.order}{lead})"


def _reach(book: Rulebook, reach: Reach, lang: str) -> str:
    """Return whom something binds, in words."""
    zh = lang == "zh"
    place = reach.jurisdiction or ("全国" if zh else "the whole country")
    texts = [f"行政区划 {place}" if zh and reach.jurisdiction else place]
    for enumeration, values in (("budget_level", reach.levels), ("unit_kind", reach.unit_kinds)):
        names = [book.vocabulary.enumerations[enumeration].name(value, lang) for value in values]
        if names:
            texts.append(("、" if zh else ", ").join(names))
    return ("；" if zh else "; ").join(texts)


def _cited(basis: Basis, lang: str) -> str:
    """Return a citation with how far its text was read."""
    read = VERIFIED[basis.verified].say(lang)
    if basis.verified_by:
        read += (
            f"，{basis.verified_by} {basis.verified_on} 复核"
            if lang == "zh"
            else f", reviewed by {basis.verified_by}, {basis.verified_on}"
        )
    return f"{basis.say(lang)}（{read}）" if lang == "zh" else f"{basis.say(lang)} ({read})"


def _basis_line(basis: Basis, lang: str) -> str:
    return f"- {_cited(basis, lang)}" + (f"；{basis.note}" if lang == "zh" and basis.note else "")


def _formula(book: Rulebook, rule: Rule, lang: str) -> Iterator[str]:
    """Yield whom a rule looks at, and its conditions in a block."""
    entity = book.vocabulary.entities[rule.entity]
    subject = entity.name(lang)
    if rule.group:
        keys = [entity.fields[key].name(lang) for key in rule.group.keys]
        subject += " 按 " + "、".join(keys) if lang == "zh" else " by " + ", ".join(keys)
    yield f"对每个{subject}：" if lang == "zh" else f"For every {subject}:"
    yield "```text\n" + "\n".join(formula_lines(book, rule, lang)) + "\n```"


def formula_lines(book: Rulebook, rule: Rule, lang: str) -> list[str]:
    """Return the conditions of a rule in words, then the definitions they use."""
    lines = []
    for part, name in PARTS:
        expr = getattr(rule, part)
        if expr is not None:
            label = Text("取值", "Value").say(lang) if part == "require" and rule.indicator else name.say(lang)
            lines.append(f"{label}: {format_expression(expr, rule.scope, lang, words=True)}")
    for own in _definitions(book, rule):
        definition = book.definitions[own]
        scope = book.scope(
            Frame(definition.entity, (book.vocabulary.entities[definition.entity].zh, definition.entity))
        )
        lines.append(
            f"{definition.zh if lang == 'zh' else definition.name} = {format_expression(definition.expr, scope, lang, words=True)}"
        )
    return lines


def _expressions(rule: Rule) -> list[Expr]:
    parts = [expr for part, _ in PARTS if (expr := getattr(rule, part)) is not None]
    return [*parts, rule.severity, *([] if rule.nature_by is None else [rule.nature_by])]


def _definitions(book: Rulebook, rule: Rule) -> list[tuple[str, str]]:
    """Return the definitions a rule uses, and those that these use, each once."""
    found: dict[tuple[str, str], None] = {}
    waiting = list(_expressions(rule))
    while waiting:
        for node in walk(waiting.pop(0)):
            if isinstance(node, DefinitionRef) and (node.entity, node.name) not in found:
                found[node.entity, node.name] = None
                waiting.append(book.definitions[node.entity, node.name].expr)
    return list(found)


def _everything(book: Rulebook, rule: Rule) -> Iterator[Expr]:
    """Yield every node of a rule's conditions and of the definitions they use."""
    for expr in [*_expressions(rule), *(book.definitions[own].expr for own in _definitions(book, rule))]:
        yield from walk(expr)


def used_parameters(book: Rulebook, rule: Rule) -> list[Parameter]:
    """Return the parameters that a rule and its definitions use, each once."""
    used = dict.fromkeys(node.name for node in _everything(book, rule) if isinstance(node, ParameterRef))
    return [book.parameters[name] for name in used]


def _parameters(book: Rulebook, rule: Rule, lang: str) -> list[str]:
    """Return a table of every value of every parameter that the rule uses."""
    used = used_parameters(book, rule)
    if not used:
        return []
    zh = lang == "zh"
    heads = ("名称", "取值", "约束谁", "施行", "依据") if zh else ("Name", "Value", "Binds", "In force", "Basis")
    rows = [row for parameter in used for row in _values(book, parameter, lang)]
    table = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return ["\n".join([*table, *("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)])]


def _values(book: Rulebook, parameter: Parameter, lang: str) -> Iterator[tuple[str, ...]]:
    for value in parameter.values:
        basis = ("；" if lang == "zh" else "; ").join(_cited(b, lang) for b in value.basis)
        name = f"{parameter.zh} `{parameter.id}`" if lang == "zh" else f"`{parameter.id}`"
        yield name, value.text, _reach(book, value.reach, lang), value.validity.say(lang), basis


def _needs(book: Rulebook, rule: Rule, lang: str) -> Iterator[str]:
    """Yield the fields a rule reads, an entity a line; a relation that is only counted has no field."""
    found: dict[str, dict[str, None]] = {}
    for node in _everything(book, rule):
        if isinstance(node, FieldRef):
            found.setdefault(node.entity, {})[node.name] = None
        elif isinstance(node, Path):
            found.setdefault(node.entity, {})
    zh = lang == "zh"
    for entity, names in found.items():
        known = book.vocabulary.entities[entity]
        shown = ("、" if zh else ", ").join(known.fields[name].name(lang) for name in names)
        whole = "全部列出" if zh else "all of them"
        yield f"- {known.name(lang)}{'：' if zh else ': '}{shown or whole}"


def plain(node: Node) -> Any:
    """Return a tree of a file as dictionaries, lists and texts."""
    if node.kind == "map":
        return {str(key.value): plain(value) for key, value in node.value}
    if node.kind == "list":
        return [plain(value) for value in node.value]
    return str(node.value)


def _examples(rule: Rule, lang: str) -> Iterator[str]:
    """Yield every example: its outcome, its name where one is given, and its facts as the rule file has them."""
    for example in rule.examples:
        yield f"**{_outcome(rule, example, lang)}**{'：' if lang == 'zh' else ': '}{example.name}{_when(example, lang)}"
        facts = plain(example.facts)
        lines = []
        for key, value in facts.items():
            if isinstance(value, list) and value:
                lines += [f"{key}:", *(f"  - {flow(item)}" for item in value)]
            else:
                lines.append(f"{key}: {flow(value)}")
        for other, times in example.others:
            label = EXAMPLE_KEYS["others"] if lang == "zh" else "others"
            lines.append(f"# {label} × {times}: {flow(plain(other))}")
        for name in ("value", "amount", "nature", "severity"):
            if (stated := getattr(example, name)) is not None:
                label = EXAMPLE_KEYS[name] if lang == "zh" else name
                lines.append(f"# {label}: {format_expression(stated, rule.scope, lang)}")
        yield "```yaml\n" + "\n".join(lines) + "\n```"


def _outcome(rule: Rule, example: Example, lang: str) -> str:
    worked_out = Text("算出取值", "a value")
    return (worked_out if rule.indicator and example.outcome == "pass" else NAMES[example.outcome]).say(lang)


def _when(example: Example, lang: str) -> str:
    if example.year is None:
        return ""
    return f"（{example.year} 年度）" if lang == "zh" else f" (fiscal year {example.year})"


def index_page(book: Rulebook, lang: str) -> str:
    """Return the rules by instrument and article; a rule stands under each article it rests on."""
    zh = lang == "zh"
    groups: dict[str, dict[str, list[Rule]]] = {}
    names: dict[str, str] = {}
    articles_en: dict[str, str] = {}
    for rule in book.rules.values():
        for basis in dict.fromkeys(cited(book, rule)):
            title, _, article = (basis.en or basis.instrument).partition(", ")
            names.setdefault(basis.instrument, title)
            articles = groups.setdefault(basis.instrument, {})
            for each in articles_of(basis.article):
                number = _number(each)
                articles_en.setdefault(each, f"Art. {number}" if number < NO_NUMBER else article)
                if rule not in articles.setdefault(each, []):
                    articles[each].append(rule)
    parts = [INDEX_TITLE.say(lang)]
    parts.append(
        f"内置规则 {len(book.rules)} 条，每条一页，由规则文件生成。"
        if zh
        else f"{len(book.rules)} built-in rules, a page each, made from the rule files."
    )
    for instrument in sorted(groups, key=lambda name: (-sum(map(len, groups[name].values())), name)):
        parts.append(f"## {instrument if zh else names[instrument]}")
        known = book.instruments.get(plain_name(instrument))
        if known is not None:
            parts.append(status_said(known, lang))
        lines: dict[str, list[str]] = {}
        for article in sorted(groups[instrument], key=lambda text: (_number(text), text)):
            links = [f"[{rule.title.say(lang)}]({rule.id}.md)" for rule in groups[instrument][article]]
            lines.setdefault(article if zh else articles_en[article] or article, []).extend(links)
        parts.append("\n".join(_article_line(article, links, lang) for article, links in lines.items()))
    return "\n\n".join(parts) + "\n"


def cited(book: Rulebook, rule: Rule) -> Iterator[Basis]:
    """Yield all that a rule rests on: its own bases, and those of the values that it uses."""
    yield from rule.basis
    for parameter in used_parameters(book, rule):
        yield from (basis for value in parameter.values for basis in value.basis)


def articles_of(text: str) -> list[str]:
    """Return the articles of one citation, each by itself: 第三条、第十条 are two."""
    parts = text.split("、")
    return parts if all(_number(part) < NO_NUMBER for part in parts) else [text]


def _article_line(article: str, links: list[str], lang: str) -> str:
    joined = ("、" if lang == "zh" else ", ").join(links)
    return f"- {article}{'：' if lang == 'zh' else ': '}{joined}" if article else f"- {joined}"


def _number(article: str) -> int:
    """Return the number of 第七十五条, 75; what has none comes last."""
    match = re.match(r"第([零一二三四五六七八九十百]+|\d+)条", article)
    if match is None:
        return NO_NUMBER
    if match[1].isdigit():
        return int(match[1])
    total, digit = 0, 0
    for char in match[1]:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
    return total + digit
