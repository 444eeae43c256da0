"""Which branches of a rule's conditions, and which outcomes, its examples reach."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import localcontext
from typing import Any, NamedTuple

from checker.authoring.examples import Result
from checker.authoring.mutation import PARTS
from checker.base.errors import Text
from checker.base.values import EXACT
from checker.engines.evaluator import Judge
from checker.language.formatter import format_expression
from checker.language.scope import Scope
from checker.language.tree import Aggregate, Binary, Expr, If, Quantifier, Unary, children
from checker.rulebook.rule import Rule

TRUTHS = (True, False, None)
OUTCOMES = ("fail", "pass", "undetermined", "not_applicable")


class Branch(NamedTuple):
    """One condition that is no combination of others: where it stands, how it reads, which truths were reached."""

    part: Text
    text: Text
    reached: frozenset[Any]

    @property
    def complete(self) -> bool:
        """Whether it was both true and false."""
        return {True, False} <= self.reached


class Coverage(NamedTuple):
    """What the examples of one rule reach; an indicator has no fail."""

    rule: Rule
    branches: tuple[Branch, ...]
    outcomes: dict[str, int]

    @property
    def reached(self) -> int:
        """The number of sides (true, false) of conditions that were reached."""
        return sum(len({True, False} & branch.reached) for branch in self.branches)


def coverage(rule: Rule, results: Sequence[Result]) -> Coverage:
    """Return what *results*, those of the examples of *rule*, reach."""
    reached: dict[int, set[Any]] = {}
    with localcontext(EXACT):
        for result in results:
            check = result.check
            if check is None or check.rule.id != rule.id or check.subject.entity.rstrip("*") != rule.entity:
                continue
            judge: Judge = check.judge
            for trace in judge.traces(check.subject).values():
                for one in trace.walk():
                    if one.node.type == "boolean":
                        reached.setdefault(id(one.node), set()).add(one.value)
    branches = [
        Branch(
            PARTS[part],
            Text(*(format_expression(node, scope, lang, words=True) for lang in ("zh", "en"))),
            frozenset(reached.get(id(node), ())),
        )
        for part in PARTS
        if getattr(rule, part) is not None
        for node, scope in atoms(getattr(rule, part), rule.scope)
    ]
    counts = {name: sum(1 for r in results if r.outcome == name) for name in OUTCOMES}
    return Coverage(rule, tuple(branches), counts)


def atoms(node: Expr, scope: Scope) -> list[tuple[Expr, Scope]]:
    """Return the conditions in *node* that are no combination of others, with the scope each is written in."""
    found: list[tuple[Expr, Scope]] = []
    if node.type == "boolean" and not (
        (isinstance(node, Binary) and node.op in ("and", "or"))
        or (isinstance(node, Unary) and node.op == "not")
        or isinstance(node, If)
    ):
        found.append((node, scope))
        if not isinstance(node, Quantifier):
            return found
    if isinstance(node, (Quantifier, Aggregate)):
        from checker.language.formatter import Formatter

        inner = scope.inside(Formatter().opened(node.path, scope))
        body = node.body
        if body is not None:
            found += atoms(body, inner)
        return found
    for child in children(node):
        found += atoms(child, scope)
    return found
