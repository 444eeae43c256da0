"""What each rule came to, counted: for those who look after rules, and for a first look at many units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.base.named import NamedTuple

if TYPE_CHECKING:
    from checker.findings.report import Report

FOUND = ("error", "fail", "undetermined", "waived")
"""The outcomes that say something was found, the gravest first."""


class RuleCount(NamedTuple):
    """One rule: how many of its checks came to each outcome, and what of its money counts, in fen (None: it names none)."""

    rule: str
    title: str
    counts: Mapping[str, int]
    amount: int | None

    @property
    def found(self) -> int:
        """How many of its checks found something."""
        return sum(self.counts[outcome] for outcome in FOUND)


def statistics(report: Report, lang: str) -> tuple[RuleCount, ...]:
    """Return a count for each rule that was asked, those that found most first; the amounts add up to that of the report."""
    money: dict[str, int] = {}
    for finding in report.results:
        if finding.is_finding and finding.amount is not None:
            money[finding.rule.id] = money.get(finding.rule.id, 0) + finding.amount
    counted = [
        RuleCount(ident, report.rules[ident].title.say(lang), counts, money.get(ident))
        for ident, counts in report.ledger.by_rule.items()
    ]
    return tuple(sorted(counted, key=lambda each: (*(-each.counts[outcome] for outcome in FOUND), each.rule)))
