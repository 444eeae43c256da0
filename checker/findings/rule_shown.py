"""What is printed of a rule, without the rulebook."""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.findings.data import LANGUAGES
from checker.language.formatter import format_expression
from checker.language.tree import Binary
from checker.rulebook.rule import Basis, Rule


@frozen
class RuleShown:
    """What is printed of a rule; `nature` is as what a fail of it stands, `basis` every instrument it names.

    `base` is what an indicator is reckoned on, `finding_title` is there where it says the same of every subject, `order` where its findings are an aspect of a problem.
    """

    id: str
    title: Text
    nature: str
    remedy: Text
    entity: str
    indicator: bool
    basis: tuple[Basis, ...]
    problem: str = ""
    order: int = 0
    base: Text | None = None
    problem_title: Text | None = None
    finding_title: Text | None = None

    @classmethod
    def of(cls, rule: Rule) -> RuleShown:
        """Return what is printed of *rule*."""
        return cls(
            rule.id,
            rule.title,
            rule.stands_as(rule.nature),
            rule.remedy,
            rule.entity,
            rule.indicator,
            rule.basis,
            rule.problem,
            rule.aspect.order,
            _base(rule),
            rule.problem_title,
            _plain(rule),
        )

    @property
    def verified(self) -> str:
        """How far the weakest basis was read."""
        return min((b.verified for b in self.basis), key=("no", "secondary", "text").index)


def _base(rule: Rule) -> Text | None:
    """Return what an indicator divides by, in words; nothing for one that is no ratio."""
    if not rule.indicator or not isinstance(rule.require, Binary) or rule.require.op != "/":
        return None
    named = [format_expression(rule.require.right, rule.scope, lang, words=True) for lang in LANGUAGES]
    if any("(" in text or "（" in text for text in named):  # what must be read as an expression is no name
        return None
    return Text(named[0].replace(" + ", "＋").replace(" - ", "－"), named[1].replace("_", " "))


def _plain(rule: Rule) -> Text | None:
    """Return the title of a finding that names no value, so that it fits any number of them."""
    pieces = [rule.finding_title[lang].pieces for lang in LANGUAGES if lang in rule.finding_title]
    if len(pieces) < 2 or not all(len(each) == 1 and isinstance(each[0], str) for each in pieces):
        return None
    return Text(*(str(each[0]) for each in pieces))
