"""What is printed of a rule, without the rulebook."""

from __future__ import annotations

from functools import cached_property

from checker.base.errors import Text
from checker.findings.data import LANGUAGES, Data
from checker.language.tree import Binary
from checker.rulebook.rule import Basis, Rule


class RuleShown(Data):
    """What is printed of a rule; `nature` is as what a fail of it stands, `basis` every instrument it names.

    What only findings print is asked for then: of most rules a report says no more than that they are met. `order` is where
    its findings are an aspect of a problem.
    """

    id: str
    title: Text
    nature: str
    entity: str
    indicator: bool
    basis: tuple[Basis, ...]
    problem: str
    order: int
    problem_title: Text | None
    _rule: Rule

    @classmethod
    def of(cls, rule: Rule) -> RuleShown:
        """Return what is printed of *rule*."""
        return cls(
            id=rule.id,
            title=rule.title,
            nature=rule.stands_as(rule.nature),
            entity=rule.entity,
            indicator=rule.indicator,
            basis=rule.basis,
            problem=rule.problem,
            order=rule.aspect.order,
            problem_title=rule.problem_title,
            _rule=rule,
        )

    @cached_property
    def remedy(self) -> Text:
        """What to do where it fails."""
        return self._rule.remedy

    @cached_property
    def base(self) -> Text | None:
        """What an indicator is reckoned on."""
        return _base(self._rule)

    @cached_property
    def finding_title(self) -> Text | None:
        """The title of a finding, where it says the same of every subject."""
        return _plain(self._rule)

    @property
    def verified(self) -> str:
        """How far the weakest basis was read."""
        return min((b.verified for b in self.basis), key=("no", "secondary", "text").index)


def _base(rule: Rule) -> Text | None:
    """Return what an indicator divides by, in words; nothing for one that is no ratio."""
    if not rule.indicator or not isinstance(rule.require, Binary) or rule.require.op != "/":
        return None
    from checker.language.formatter import format_expression

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
