"""A rule that can be met without anything having been checked: by trying it on less than its examples hold, and by its form."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import localcontext
from typing import Any

from checker.authoring.examples import example_case
from checker.authoring.lints import Context, Lint, at
from checker.base.errors import InputError, Problem, Text
from checker.base.values import EXACT
from checker.cases.case import Case
from checker.documents.node import Node
from checker.engines.evaluator import evaluate
from checker.language.evidence import rests_on
from checker.language.formatter import format_expression
from checker.language.operators import COMPARISONS
from checker.language.tree import Aggregate, Binary, Expr, FieldRef, Path, Quantifier, walk
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Example, Rule

ORDER = {known.id: str(known.negated) for known in COMPARISONS.values() if known.kind == "order"}
"""Each comparison of size and the one that begins where it ends."""


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        if rule.indicator:
            continue
        place = at(rule, "require")
        example = next(_met_by_nothing(context, rule), None)
        if example is not None:
            told = Text(
                f"什么也没有看就“符合”：{example.zh}",
                f"met although nothing was read: {example.en}",
            )
            hint = Text(
                "在“适用”里写明要有东西可查，例如 且 存在 付款 满足 (付款金额 > 0元)",
                "let when ask for something to check, such as: and some payment satisfies (payment.amount > 0 yuan)",
            )
            yield Problem("vacuous-pass", place, told, hint)
        if _excused(rule):
            told = Text(
                "“适用”已经找到了问题，“要求”却不看它：符合只是不归这一条管",
                "when has found the fault and require does not look at it: a pass only says that the rule is not meant",
            )
            hint = Text(
                "把“要求”里的条件反过来写进“适用”，要求写成没有这样的事",
                "put what require says into when, turned round, and let require say that there is no such fault",
            )
            yield Problem("vacuous-pass", place, told, hint)
        for other in context.book.rules.values():
            limit = _step_left_out(rule, other)
            if limit is not None:
                zh, en = (format_expression(limit, rule.scope, lang) for lang in ("zh", "en"))
                told = Text(
                    f"只在“{zh}”时问；此外由“{other.id}”问的是另一步，这一步没有人问",
                    f"asked only where {en}; otherwise {other.id!r} asks for another step, and nobody for this one",
                )
                hint = Text(
                    "后一步以前一步为前提的，删去这个界限",
                    "where the later step presumes this one, drop the limit",
                )
                yield Problem("vacuous-pass", at(rule, "when"), told, hint)


# ---- by trying


def _met_by_nothing(context: Context, rule: Rule) -> Iterator[Text]:
    """Yield what is met without evidence among the examples of *rule* and what is left when something is taken out."""
    tried: set[Any] = set()
    for example in rule.examples:
        if example.rule not in ("", rule.id):
            continue
        for told, case in _tried(context.book, rule, example, tried):
            if _vacuous(context.book, rule, case):
                name = example.name or example.outcome
                lead = Text(f"示例“{name}”", f"example {name!r}")
                yield Text(lead.zh + told.zh, lead.en + told.en)
    for case in context.cases:
        if _vacuous(context.book, rule, case):
            yield Text(case.file, case.file)


def _tried(book: Rulebook, rule: Rule, example: Example, tried: set[Any]) -> Iterator[tuple[Text, Case]]:
    """Yield the case of *example* and what is left of it when something is taken out, but for what was *tried* already.

    A fact that is taken away never makes a pass (tests/judgement/test_laws.py): of an example that is none, only what
    says that there is nothing, an empty list or a whole transcription, can.
    """
    for told, facts, makes in [(Text("", ""), example.facts, True), *_less(example.facts)]:
        if not makes and example.outcome != "pass":
            continue
        key = example.year, example.jurisdiction, _written(facts)
        if key in tried:
            continue
        tried.add(key)
        try:
            yield told, example_case(book, rule, example._replace(facts=facts))
        except InputError:
            continue


def _written(node: Node) -> Any:
    """Return what a fragment says, wherever it stands."""
    if node.kind == "map":
        return tuple((key.value, _written(value)) for key, value in node.value)
    return tuple(map(_written, node.value)) if node.kind == "list" else (node.kind, node.value)


def _vacuous(book: Rulebook, rule: Rule, case: Case) -> bool:
    """Whether *rule* passes anything of *case* without evidence."""
    plan = book.plan_of(case, rule.id)
    with localcontext(EXACT):
        for check in evaluate(plan, case, traced=False):
            judged = check.subject.entity.removesuffix("*") == rule.entity
            if check.outcome == "pass" and judged and not rests_on(check.judge.traces(check.subject)["require"]):
                return True
    return False


def _less(node: Node) -> Iterator[tuple[Text, Node, bool]]:
    """Yield *node* with a list emptied, an entry gone, or a key gone from a report that was transcribed whole.

    With each stands whether it says that there is nothing, where *node* said something.
    """
    for told, facts, empties in _reduced(node):
        yield told, facts, empties
        if node.kind == "map" and all(key.value not in ("transcribed", "转录") for key, _ in node.value):
            whole = Node("plain", "transcribed", 0, 0), Node("plain", "whole", 0, 0)
            both = Node("map", [*facts.value, whole], node.line, node.column)
            yield Text(told.zh + "、全文已录", told.en + ", transcribed whole"), both, True


def _reduced(node: Node) -> Iterator[tuple[Text, Node, bool]]:
    if node.kind == "list":
        for number, entry in enumerate(node.value):
            rest = [*node.value[:number], *node.value[number + 1 :]]
            yield (
                Text(f"少第 {number + 1} 条", f" without entry {number + 1}"),
                Node("list", rest, node.line, node.column),
                True,  # a list is read as whole where it is written
            )
            for told, less, empties in _reduced(entry):
                changed = [*node.value[:number], less, *node.value[number + 1 :]]
                yield told, Node("list", changed, node.line, node.column), empties
    elif node.kind == "map":
        for number, (key, value) in enumerate(node.value):
            rest = [*node.value[:number], *node.value[number + 1 :]]
            yield Text(f"没有{key.value}", f" without {key.value}"), Node("map", rest, node.line, node.column), False
            smaller = list(_reduced(value))
            if value.kind == "list":
                empty = Node("list", [], value.line, value.column)
                smaller.append((Text(f"{key.value}为空", f" with {key.value} empty"), empty, True))
            for told, less, empties in smaller:
                changed = [*node.value[:number], (key, less), *node.value[number + 1 :]]
                yield told, Node("map", changed, node.line, node.column), empties


# ---- by form


def _conjuncts(node: Expr | None) -> list[Expr]:
    if node is None:
        return []
    if isinstance(node, Binary) and node.op == "and":
        return _conjuncts(node.left) + _conjuncts(node.right)
    return [node]


def _excused(rule: Rule) -> bool:
    """Whether when compares figures of related facts, as a fault, and require reads none of these facts."""
    for part in _conjuncts(rule.when):
        if not (isinstance(part, Quantifier) and part.kind == "some" and isinstance(part.path, Path)):
            continue
        found = any(_own_figures(inner) for inner in walk(part.body))
        if found and not _reads(rule.require, part.path.entity):
            return True
    return False


def _own_figures(node: Expr) -> bool:
    """Whether *node* compares one figure of the inner fact with another of it."""
    if not (isinstance(node, Binary) and node.op in ORDER):
        return False
    inner = [
        {p.name for p in walk(side) if isinstance(p, FieldRef) and p.depth == 1} for side in (node.left, node.right)
    ]
    return all(inner) and inner[0] != inner[1]


def _reads(node: Expr, entity: str) -> bool:
    return any(
        isinstance(part, (Quantifier, Aggregate)) and isinstance(part.path, Path) and part.path.entity == entity
        for part in walk(node)
    )


def _step_left_out(rule: Rule, other: Rule) -> Expr | None:
    """Return the limit beyond which *other* asks for another step of the same thing than *rule* does below it."""
    same = rule.id != other.id and rule.entity == other.entity and rule.problem == other.problem
    if not same or not _steps(rule.require, other.require):
        return None
    own, others = _conjuncts(rule.when), _conjuncts(other.when)
    mine = [part for part in own if part not in others]
    theirs = [part for part in others if part not in own]
    if len(mine) != 1 or len(theirs) != 1:
        return None
    one, two = mine[0], theirs[0]
    if isinstance(one, Binary) and isinstance(two, Binary) and one.op in ("<", "<=") and ORDER[one.op] == two.op:
        return one if (one.left, one.right) == (two.left, two.right) else None
    return None


def _steps(one: Expr, two: Expr) -> bool:
    """Whether two requirements ask for facts along the same way that differ in one kind only."""
    if not (isinstance(one, Quantifier) and isinstance(two, Quantifier)):
        return False
    if (one.kind, one.path) != (two.kind, two.path) or one.kind != "some":
        return False
    mine, theirs = _conjuncts(one.body), _conjuncts(two.body)
    left, right = [p for p in mine if p not in theirs], [p for p in theirs if p not in mine]
    if len(left) != 1 or len(right) != 1 or not isinstance(left[0], Binary) or not isinstance(right[0], Binary):
        return False
    return left[0].op == right[0].op == "=" and left[0].left == right[0].left


LINT = Lint(
    "vacuous-pass",
    Text("什么也没有看就能“符合”", "met without anything having been read"),
    Text(
        "“符合”要以至少一个读到的数或一段文字为据。清单是空的，就没有可查的，应当不适用；只按类别放过的、问题在“适用”里已经找到而“要求”不看的，"
        "也不是核对。",
        "A pass rests on at least one figure or text that was read. Of an empty list there is nothing to check: the rule does not "
        "apply. What its kind alone lets off, and a fault that when has found and require does not look at, were not checked.",
    ),
    "要求: 每个 付款 满足 (付款.付款金额 <= 年初预算)\n示例:\n"
    "  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 年初预算: 2万元, 付款: [{付款日期: 2020-03-01, 付款金额: 1万元}]}]}}",
    "适用: 存在 付款 满足 (付款.付款金额 > 0元)\n要求: 每个 付款 满足 (付款.付款金额 <= 年初预算)\n示例:\n"
    "  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 年初预算: 2万元, 付款: [{付款日期: 2020-03-01, 付款金额: 1万元}]}]}}",
    _check,
)
