"""What tells a finding from all others, in this run and in earlier ones."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, NamedTuple

from checker.engines.outcome import Check
from checker.records.keys import digest

if TYPE_CHECKING:
    from checker.findings.finding import Finding

Baseline = Mapping[str, tuple[str, int | None]]
"""The findings of an earlier run: outcome and amount in fen by fingerprint."""


class Earlier(NamedTuple):
    """An earlier run that findings are held against: its file, what it found, and the units and years that it looked at."""

    file: str
    findings: Baseline
    years: Set[tuple[str, int | None]]


def fingerprint(check: Check, *, series: bool = False) -> str:
    """Return the stable key of a check: rule, jurisdiction, unit, year (not in a series) and subject."""
    case = check.case
    unit = str(case.root.values.get("code") or case.root.values.get("name") or "")
    parts = [
        check.rule.id,
        case.jurisdiction,
        unit,
        "" if series else str(case.year or ""),
        check.subject.entity,
        check.subject.id,
    ]
    return digest(parts)


def known(finding: Finding, baseline: Baseline) -> bool:
    """Whether an earlier run found this already; what was open then and fails now is new, a larger amount is not."""
    before = baseline.get(finding.fingerprint)
    return before is not None and (before[0] == finding.outcome or finding.outcome == "undetermined")


def baseline_state(finding: Finding, baseline: Baseline) -> str:
    """Return new, updated or unchanged, in SARIF's words: what a finding is against those of an earlier run."""
    if not known(finding, baseline):
        return "new"
    return "unchanged" if baseline[finding.fingerprint] == (finding.outcome, finding.own) else "updated"
