"""Double entry: what the evaluator decided is derived once more by durable-rules; a disagreement is an error (design 8)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.engines.durable import WORKER, Second, rederive
from checker.errors import Text
from checker.outcomes import OUTCOME_NAMES, Check


def double_entry(
    checks: Sequence[Check], *, strict: bool = False, command: Sequence[str] = WORKER
) -> tuple[list[Check], dict[str, tuple[Text, ...]]]:
    """Return the checks, of one case or many, with what the second book says of them, and what to tell of each file.

    A different verdict makes a check an error that shows both. Where the second book has none (a rule beyond its subset, a
    crash) the evaluator's stands and the reader is told; with *strict*, when durable-rules was asked to decide, that too is an
    error.
    """
    found: list[Check] = []
    told: dict[str, dict[Text, None]] = {}
    for check, second in zip(checks, rederive(checks, command), strict=True):
        found.append(_entered(check, second, strict))
        if second.verdict is None and second.reason is not None:
            note = Text(f"规则“{check.rule.id}”：{second.reason.zh}", f"rule {check.rule.id}: {second.reason.en}")
            told.setdefault(check.case.file, {})[note] = None
    return found, {file: tuple(notes) for file, notes in told.items()}


def _entered(check: Check, second: Second, strict: bool) -> Check:
    own = first_verdict(check)
    if second.verdict is None:
        if strict and second.reason is not None:
            return check._replace(outcome="error", severity="high", error=second.reason)
        return check
    if second.verdict == own or check.outcome == "error":
        return check._replace(second="independent" if second.independent else "shared")
    one, two = OUTCOME_NAMES[own], OUTCOME_NAMES[second.verdict]
    error = Text(
        f"两个引擎的结论不一致：求值器“{one.zh}”，durable-rules“{two.zh}”；结果不可用",
        f"the engines disagree: evaluator “{one.en}”, durable-rules “{two.en}”; do not use the result",
    )
    return check._replace(outcome="error", severity="high", amount=None, error=error)


def first_verdict(check: Check) -> str:
    """Return what the evaluator decided before it held back a fail that rests on an inference alone."""
    inferred = check.outcome == "undetermined" and any(missing.why == "inferred" for missing in check.missing)
    return "fail" if inferred else check.outcome
