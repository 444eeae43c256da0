"""What a rule asks of other cases of a run: who its peers are, and each figure under a key of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from checker.base.errors import Text
from checker.base.frozen import changed
from checker.documents.node import Node
from checker.language.across import FUNCTIONS, across, factors, spread
from checker.language.scope import Scope
from checker.language.tokens import Lexicon
from checker.language.tree import Across, Bounded, Expr, children, parts
from checker.rulebook.definitions import Draft
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import PEERS_BY, Example, Parameter, Peers, Reading, Rule, Template
from checker.rulebook.shapes import PEERS_KEYS

_SPELLED = {word: key for key, (zh, _, _) in PEERS_BY.items() for word in (key, zh)}
_EXPRESSIONS = ("severity", "require", "when", "unless", "strict", "amount", "nature_by")


def read_peers(reader: FileReader, node: Node | None, scope: Scope, lexicon: Lexicon) -> Peers | None:
    """Return which units a rule compares with."""
    if node is None:
        return None
    body = reader.mapping(node, PEERS_KEYS)
    if not body:
        return None
    reader.lacking(node, body, PEERS_KEYS)
    by = []
    for word in reader.words(body.get("by")):
        if word in _SPELLED:
            by.append(_SPELLED[word])
        else:
            told = Text(f"同类单位不能按“{word}”分", f"peers are not chosen by {word!r}")
            reader.problem("choice", body["by"], told, reader.near(word, _SPELLED))
    least = reader.text(body.get("at_least"))
    number = int(least) if least.isascii() and least.isdigit() else 0
    if "at_least" in body and number < 2:
        told = Text("“至少”是不小于 2 的整数", "at_least is a whole number of 2 or more")
        reader.problem("peers", body["at_least"], told)
    where = reader.expression(body.get("where"), changed(scope, beyond=False), lexicon, "boolean")
    return Peers(tuple(by), number, where)


def with_figures(reader: FileReader, body: dict[str, Node], rule: Rule) -> Rule:
    """Return *rule* with each figure it asks of others under a key of its own; what it may not ask is noted as a problem."""
    asked: list[Across] = []
    for expr in _all(rule):
        asked += [node for node in across(expr) if node not in asked]
    if not asked:
        if rule.peers is not None:
            told = Text("写了“同类”，却没有和同类单位比", "the rule names peers and compares with none")
            reader.problem("peers", body["peers"], told)
        return rule
    place = body.get("require") or body.get("value") or body.get("when") or reader.source.root
    _hold(reader, place, rule, asked)
    figures = tuple(changed(node, key=f"{rule.id} {number}") for number, node in enumerate(asked, 1))

    def keyed(node: Expr) -> Expr:
        if isinstance(node, Across):
            plain = changed(node, end="", part="")
            return changed(node, key=next(each.key for each in figures if changed(each, key="") == plain))
        others: dict[str, Any] = {}
        for part in parts(type(node)):
            value = getattr(node, part)
            if isinstance(value, tuple):
                others[part] = tuple(map(keyed, value))
            elif value is not None:
                others[part] = keyed(value)
        return changed(node, **others) if others else node

    return _mapped(changed(rule, figures=figures), keyed)


def _hold(reader: FileReader, place: Node, rule: Rule, asked: list[Across]) -> None:
    """Note what a rule may not ask of others."""
    root = reader.vocabulary.root.id
    problems: list[Text] = []
    if rule.nature != "query" or rule.nature_by is not None:
        problems.append(
            Text(
                "要看别的案例的规则，定性只能是“疑点”",
                "what stands out against other cases is a query and nothing more",
            )
        )
    if rule.group is not None:
        problems.append(Text("分组的规则不能看别的案例", "a rule about groups does not look into other cases"))
    if rule.as_of is not None:
        problems.append(Text("有日期依据的规则不能看别的案例", "a rule with as_of does not look into other cases"))
    peers = any(FUNCTIONS[node.function].peers for node in asked)
    if rule.entity != root and any(FUNCTIONS[node.function].whole for node in asked):
        problems.append(
            Text(
                "和同类单位、上一年度比的规则，对象是单位",
                "a rule that compares with peers or the year before is for: unit",
            )
        )
    if peers and rule.peers is None:
        problems.append(Text("没有写“同类”：和哪些单位比", "peers is lacking: which units it compares with"))
    if rule.peers is not None and not peers:
        problems.append(Text("写了“同类”，却没有和同类单位比", "the rule names peers and compares with none"))
    if any(_loose(expr) for expr in (rule.when, rule.unless, rule.require, rule.strict) if expr is not None):
        problems.append(
            Text(
                "同类单位的数只能用大于、小于来比，不能用等于、介于、属于",
                "a figure of peers is compared by size, not by =, between or in",
            )
        )
    for told in problems:
        reader.problem("other-cases", place, told)


def hold_factors(drafts: Sequence[Draft], rules: dict[str, Rule], parameters: dict[str, Parameter]) -> None:
    """Note parameters below zero that figures of peers are multiplied by: their ends would change places."""
    for draft in drafts:
        rule = rules.get(draft.id)
        if rule is None or not rule.figures:
            continue
        asked = {part.name for expr in (rule.when, rule.unless, rule.require) if expr for part in factors(expr)}
        for name in sorted(asked):
            if any(value.value is not None and value.value < 0 for value in parameters[name].values):
                told = Text(
                    f"参数“{parameters[name].zh}”有负的取值，不能和同类单位的数相乘",
                    f"the parameter {name!r} has a value below zero, by which no figure of peers is multiplied",
                )
                draft.reader.problem("other-cases", draft.body["id"], told)


def _loose(node: Expr) -> bool:
    """Whether a figure of peers stands where its two ends do not count."""
    return not isinstance(node, Bounded) and (spread(node) or any(map(_loose, children(node))))


def _all(rule: Rule) -> list[Expr]:
    """Return every expression of *rule* and its examples."""
    found: list[Expr] = []

    def seen(node: Expr) -> Expr:
        found.append(node)
        return node

    _mapped(rule, seen)
    return found


def _mapped(rule: Rule, change: Callable[[Expr], Expr]) -> Rule:
    """Return *rule* with all its expressions changed."""

    def of(expr: Expr | None) -> Expr | None:
        return None if expr is None else change(expr)

    def template(found: Template) -> Template:
        return Template(tuple(p if isinstance(p, str) else (change(p[0]), p[1]) for p in found.pieces))

    def example(found: Example) -> Example:
        return found._replace(
            value=of(found.value), amount=of(found.amount), nature=of(found.nature), severity=of(found.severity)
        )

    def templates(found: dict[str, Template]) -> dict[str, Template]:
        return {lang: template(each) for lang, each in found.items()}

    return changed(
        rule,
        **{name: of(getattr(rule, name)) for name in _EXPRESSIONS},
        message=templates(rule.message),
        finding_title=templates(rule.finding_title),
        readings=tuple(Reading(change(each.condition), templates(each.text)) for each in rule.readings),
        examples=tuple(map(example, rule.examples)),
    )
