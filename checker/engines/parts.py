"""The parts of a rule, each compiled when it is first asked for: of many rules a case asks nothing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property

from checker.base.frozen import changed
from checker.engines.outcome import SEVERITY_ORDER
from checker.language.closures import Compiler
from checker.language.exact import Closure
from checker.language.tree import Binary, EnumValue, Expr, If, Unary, walk
from checker.language.visitor import assure
from checker.rulebook.book import Plan
from checker.rulebook.rule import Rule, Template


class Parts(ABC):
    """One rule of one plan with the compiler of its expressions; `evaluator.Judge` judges by it."""

    plan: Plan
    rule: Rule

    @property
    @abstractmethod
    def compiler(self) -> Compiler:
        """What compiles its expressions."""

    def _compiled(self, part: Expr | None) -> Closure | None:
        return None if part is None else self.compiler.compile(part)

    @cached_property
    def when(self) -> Closure | None:
        """When the rule applies."""
        return self._compiled(self.rule.when)

    @cached_property
    def unless(self) -> Closure | None:
        """What the norm excepts."""
        return self._compiled(self.rule.unless)

    @cached_property
    def require(self) -> Closure:
        """What is required, or the value of an indicator."""
        return self.compiler.compile(self.rule.require)

    @cached_property
    def strict(self) -> Closure | None:
        """What is required without the tool's own tolerance."""
        return self._compiled(self.rule.strict)

    @cached_property
    def amount(self) -> Closure | None:
        """The money at stake."""
        return self._compiled(self.rule.amount)

    @cached_property
    def severity(self) -> Closure:
        """How grave it is."""
        return self.compiler.compile(self.rule.severity)

    @cached_property
    def nature(self) -> Closure | None:
        """What a fail means, where that depends on the subject."""
        return self._compiled(self.rule.nature_by)

    @cached_property
    def highest(self) -> str:
        """The gravest severity that the rule names."""
        named = [v.value for v in walk(self.rule.severity) if isinstance(v, EnumValue) and v.enumeration == "severity"]
        return max(named, key=SEVERITY_ORDER.index, default="info")

    @cached_property
    def exact(self) -> Closure | None:
        """What is required of the printed figures, rounding apart; nothing where that is the same."""
        exact = exactly(self.rule.require)
        return None if exact == self.rule.require else self.compiler.compile(exact)

    @cached_property
    def readings(self) -> list[tuple[Closure, Mapping[str, Template]]]:
        """The other readings of the norm, and what is said of each."""
        return [(self.compiler.compile(reading.condition), reading.text) for reading in self.rule.readings]

    @cached_property
    def certain(self) -> Expr | None:
        """When the rule is violated whatever was rounded off; nothing where no rounded figure has a part in it."""
        return self.rule.certain(self.plan.book.definitions, self.plan.book.vocabulary)

    @cached_property
    def _surely(self) -> Closure | None:
        return self._compiled(self.certain)


def exactly(node: Expr) -> Expr:
    """Return *node* with every ≈ read as =, to tell "exact" from "within rounding"."""
    assure("exactly", node)
    if isinstance(node, Binary):
        op = "=" if node.op == "≈" else node.op
        return changed(node, op=op, left=exactly(node.left), right=exactly(node.right))
    if isinstance(node, If):
        return changed(node, yes=exactly(node.yes), no=exactly(node.no))
    if isinstance(node, Unary):
        return changed(node, operand=exactly(node.operand))
    return node
