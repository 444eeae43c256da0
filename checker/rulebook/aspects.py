"""What problem a rule's findings are an aspect of: read from the rule, and held against what the other rules declare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.base.errors import Text, did_you_mean
from checker.cases.cells import FALSE_WORDS, TRUE_WORDS
from checker.documents.node import Node
from checker.rulebook.definitions import Draft
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Aspect, Rule
from checker.rulebook.shapes import PROBLEM_KEYS

EXAMPLE = Text("{属于: 年初无预算, 次序: 2}", "{of: unbudgeted-spending, order: 2}")


def read_aspect(reader: FileReader, node: Node | None, rule: str) -> Aspect:
    """Return what `problem` says: the name of a problem, or a mapping of names, order and lead; nothing is the rule itself."""
    if node is None:
        return Aspect((rule,))
    if node.kind != "map":
        return Aspect((reader.text(node) or rule,))
    body = reader.mapping(node, PROBLEM_KEYS)
    names = reader.words(body.get("of"))
    lead = reader.text(body.get("lead"))
    if lead and lead not in TRUE_WORDS and lead not in FALSE_WORDS:
        reader.problem("choice", body["lead"], Text("“牵头”写 true 或 false", "lead is true or false"))
    order = reader.text(body.get("order"))
    if not names:
        reader.problem("required", node, Text("没有写“属于”哪个事项（of）", "of is missing"), _such_as(EXAMPLE))
    elif len(set(names)) < len(names):
        reader.problem("repeated", body["of"], Text("同一个事项写了两次", "a problem is named twice"))
    elif lead in TRUE_WORDS and len(names) > 1:
        told = Text("牵头的规则只能属于一个事项", "a lead is of one problem only")
        reader.problem("problem-lead", body["of"], told, Text(f"只写 {names[-1]}", f"write {names[-1]} only"))
    if not (order.isascii() and order.isdigit() and int(order) > 0):
        told = Text("“次序”要写从 1 起的整数（order）", "order is a whole number from 1")
        reader.problem("problem-order", body.get("order", node), told, _such_as(EXAMPLE))
        return Aspect(names or (rule,))
    return Aspect(names or (rule,), int(order), lead in TRUE_WORDS)


def _such_as(example: Text) -> Text:
    return Text(f"例如 {example.zh}", f"such as {example.en}")


def hold_aspects(drafts: Sequence[Draft], rules: Mapping[str, Rule]) -> None:
    """Hold the problems that rules name against each other: each has a lead that is joined, and no place in it is taken twice.

    A place is one of a pack: a rule copied from a pack below stands beside the rule it was copied from, by the order of ids.
    The last name of a list may also be the rule's own, or one that other rules name alone: what joins nothing stands under it.
    """
    led = {rule.problem for rule in rules.values() if rule.aspect.lead}
    alone = {rule.problem for rule in rules.values() if not rule.joins}
    taken: dict[tuple[str, int, int], str] = {}
    for draft in drafts:
        rule = rules.get(draft.id)
        node = draft.body.get("problem")
        if rule is None or node is None or not rule.aspect.order or rule.source is not draft.reader.source:
            continue
        for at, name in enumerate(rule.aspect.of):
            last = at == len(rule.aspect.of) - 1
            if name not in led and not (last and (name in alone or name == rule.id)):
                _no_lead(draft.reader, node, name, alone, led)
            elif (first := taken.setdefault((name, rule.aspect.order, draft.layer), rule.id)) != rule.id:
                order = rule.aspect.order
                draft.reader.problem(
                    "problem-order",
                    node,
                    Text(
                        f"事项“{name}”的次序 {order} 已由规则“{first}”用了",
                        f"order {order} of the problem {name!r} is taken by {first}",
                    ),
                    Text("换一个次序", "write another order"),
                )


def _no_lead(reader: FileReader, node: Node, name: str, known: set[str], led: set[str]) -> None:
    if name in known:
        told = Text(f"事项“{name}”没有牵头的规则，别的规则不能并入", f"the problem {name!r} has no lead to join")
        hint = Text(
            f"在一条规则里写 {{属于: {name}, 次序: 1, 牵头: true}}",
            f"write {{of: {name}, order: 1, lead: true}} in one rule",
        )
    else:
        told = Text(f"没有事项“{name}”", f"there is no problem {name!r}")
        hint = did_you_mean(name, sorted(led)) or Text(
            "有牵头规则的事项：" + "、".join(sorted(led)), "problems with a lead: " + ", ".join(sorted(led))
        )
    reader.problem("problem-name", node, told, hint)
