"""A rule that can be met without anything having been checked: by trying it on less than its examples hold, and by its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import localcontext
from typing import Any

from checker.authoring.examples import example_case, other_cases
from checker.authoring.grounded import Grounds
from checker.authoring.lints import Context, Lint, at
from checker.base.errors import InputError, Problem, Text
from checker.base.values import EXACT
from checker.cases.case import Case, Fact
from checker.documents.node import Node
from checker.engines.evaluator import Judge, evaluate
from checker.engines.groups import grouped
from checker.language.evidence import rests_on
from checker.language.formatter import format_expression
from checker.language.operators import COMPARISONS
from checker.language.tree import Aggregate, Binary, DefinitionRef, Expr, FieldRef, Given, Path, Quantifier, walk
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Example, Rule

ORDER = {known.id: str(known.negated) for known in COMPARISONS.values() if known.kind == "order"}
"""Each comparison of size and the one that begins where it ends."""


def _check(context: Context) -> Iterator[Problem]:
    figures = frozenset(each.id for each in context.book.vocabulary.entities.values() if each.figure)
    grounds = Grounds(context.book.definitions, figures)
    rules = [rule for rule in context.rules if not rule.indicator]
    found: dict[str, Text] = {}

    def tried(several: Sequence[Rule]) -> dict[str, bool]:
        found.update({rule.id: each for rule in several if (each := next(met_by_nothing(context, rule), None))})
        return {rule.id: True for rule in several if rule.id not in found}

    doubtful = [rule for rule in rules if not grounds.grounded(rule.require)]
    if context.remembered is None or context.cases:
        tried(doubtful)
    else:
        context.remembered.of(doubtful, tried)
    for rule in rules:
        place = at(rule, "require")
        example = found.get(rule.id)
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


def met_by_nothing(context: Context, rule: Rule) -> Iterator[Text]:
    """Yield what is met without evidence among the examples of *rule* and what is left when something is taken out."""
    tried: set[Any] = set()
    asked = _asked_whether_given(context.book, rule)
    for example in rule.examples:
        if example.rule not in ("", rule.id):
            continue
        name = example.name or example.outcome
        lead = Text(f"示例“{name}”", f"example {name!r}")
        for told, case in _tried(context.book, rule, example, tried, asked):
            if _vacuous(context.book, rule, case):
                yield Text(lead.zh + told.zh, lead.en + told.en)
    for case in context.cases:
        if _vacuous(context.book, rule, case):
            yield Text(case.file, case.file)


def _asked_whether_given(book: Rulebook, rule: Rule) -> frozenset[str]:
    """Return every spelling of what *rule* asks whether it is given: of a report transcribed whole nothing else is known otherwise."""
    waiting = [expr for expr in (rule.when, rule.unless, rule.require, rule.as_of) if expr is not None]
    seen: set[tuple[str, str]] = set()
    names: set[str] = set()
    while waiting:
        for node in walk(waiting.pop()):
            if isinstance(node, Given):
                names.add(
                    node.operand.hops[-1] if isinstance(node.operand, Path) else str(getattr(node.operand, "name", ""))
                )
            if isinstance(node, DefinitionRef) and (node.entity, node.name) not in seen:
                seen.add((node.entity, node.name))
                waiting.append(book.definitions[(node.entity, node.name)].expr)
    spelled: set[str] = set()
    for entity in book.vocabulary.entities.values() if names else ():
        spelled.update(word for word, field in entity.by_name.items() if field.id in names)
        spelled.update(entity.keys if entity.id in names else ())
    return frozenset(spelled)


def _tried(
    book: Rulebook, rule: Rule, example: Example, tried: set[Any], asked: frozenset[str]
) -> Iterator[tuple[Text, Case]]:
    """Yield the case of *example* and what is left of it when something is taken out, but for what was *tried* already.

    A fact that is taken away never makes a pass (tests/judgement/test_laws.py): where there is none only what says that
    there is nothing can, an empty list or, in a report that was transcribed whole, a key that the rule *asked* for. Each case
    is to be judged before the next is asked for: it is the same one when the report was transcribed whole.
    """
    known = example.facts
    excerpt = known.kind == "map" and all(key.value not in ("transcribed", "转录") for key, _ in known.value)
    passes, passes_whole = example.outcome == "pass", False
    try:
        others = other_cases(book, rule, example)
    except InputError:
        return
    for told, facts, makes, gone in [(Text("", ""), known, True, ""), *_reduced(known)]:
        written = example.year, example.jurisdiction, _written(facts)
        as_is = (makes or passes) and (written, False) not in tried
        as_whole = bool(asked) and excerpt and (makes or gone in asked or passes_whole) and (written, True) not in tried
        tried.update((written, each) for each, wanted in ((False, as_is), (True, as_whole)) if wanted)
        if not (as_is or as_whole):
            continue
        try:
            case = example_case(book, rule, example._replace(facts=facts), others)
        except InputError:
            continue
        if as_is:
            yield told, case
        if as_whole:
            case.whole = True
            passes_whole = passes_whole or (facts is known and any(_passes(book, rule, case)))
            yield Text(told.zh + "、全文已录", told.en + ", transcribed whole"), case


def _written(node: Node) -> Any:
    """Return what a fragment says, wherever it stands."""
    if node.kind == "map":
        return tuple((key.value, _written(value)) for key, value in node.value)
    return tuple(map(_written, node.value)) if node.kind == "list" else (node.kind, node.value)


def _vacuous(book: Rulebook, rule: Rule, case: Case) -> bool:
    """Whether *rule* passes anything of *case* without evidence."""
    with localcontext(EXACT):
        return any(
            not rests_on(judge.tracer.trace(rule.require, (subject,))) for judge, subject in _passes(book, rule, case)
        )


def _passes(book: Rulebook, rule: Rule, case: Case) -> Iterator[tuple[Judge, Fact]]:
    """Yield what *rule* passes of *case*."""
    plan = book.plan_of(case, rule.id)
    if case.inferred:  # what passes by a figure that nobody has confirmed is held back
        for check in evaluate(plan, case, traced=False):
            if check.outcome == "pass" and check.subject.entity.removesuffix("*") == rule.entity:
                yield check.judge, check.subject
        return
    for known in plan.rules:
        judge = plan.compiled.get(rule.id)
        if judge is None:
            judge = plan.compiled[rule.id] = Judge(plan, known)
        facts, state = case.subjects(rule.entity)
        subjects = (each for each in grouped(rule, facts, state) if each.entity != rule.entity) if rule.group else facts
        for subject in subjects if state != "absent" else ():
            if judge.verdict(subject, weighed=False) == "pass":
                yield judge, subject


def _reduced(node: Node) -> Iterator[tuple[Text, Node, bool, str]]:
    """Yield *node* with a list emptied, an entry or a key gone.

    With each stands whether it says that there is nothing, where *node* said something, and the key that is gone.
    """
    if node.kind == "list":
        for number, entry in enumerate(node.value):
            rest = [*node.value[:number], *node.value[number + 1 :]]
            yield (
                Text(f"少第 {number + 1} 条", f" without entry {number + 1}"),
                Node("list", rest, node.line, node.column),
                True,  # a list is read as whole where it is written
                "",
            )
            for told, less, empties, gone in _reduced(entry):
                changed = [*node.value[:number], less, *node.value[number + 1 :]]
                yield told, Node("list", changed, node.line, node.column), empties, gone
    elif node.kind == "map":
        for number, (key, value) in enumerate(node.value):
            rest = [*node.value[:number], *node.value[number + 1 :]]
            less = Node("map", rest, node.line, node.column)
            yield Text(f"没有{key.value}", f" without {key.value}"), less, False, key.value
            smaller = list(_reduced(value))
            if value.kind == "list":
                empty = Node("list", [], value.line, value.column)
                smaller.append((Text(f"{key.value}为空", f" with {key.value} empty"), empty, True, ""))
            for told, less, empties, gone in smaller:
                changed = [*node.value[:number], (key, less), *node.value[number + 1 :]]
                yield told, Node("map", changed, node.line, node.column), empties, gone


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
