"""The sentence of one check by itself, as the report of its case has it: for whoever lists checks without making a report."""

from __future__ import annotations

from checker.cases.case import Case
from checker.engines.outcome import Check
from checker.findings.case_shown import CaseShown
from checker.findings.finding import Finding
from checker.findings.remembered import Remembered
from checker.findings.rows import said
from checker.findings.rule_shown import RuleShown
from checker.findings.shown import unit_of


class Sentences:
    """Says what checks found in one language; what the checks of a case have in common is worked out once."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._case: Case | None = None
        self._rules: dict[str, RuleShown] = {}

    def __call__(self, check: Check) -> str:
        """Return the sentence of *check*."""
        if check.case is not self._case:
            self._case, self._shown, self._unit = check.case, CaseShown(check.case, Remembered()), unit_of([check.case])
        rule = self._rules.get(check.rule.id)
        if rule is None:
            rule = self._rules[check.rule.id] = RuleShown.of(check.rule)
        return said(Finding(check, rule, self._shown, None, self._unit), self._lang)
