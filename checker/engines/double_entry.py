"""Double entry: what the evaluator decided is derived once more by durable-rules; a disagreement is an error (design 8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import localcontext

from checker.base.errors import Text
from checker.base.values import EXACT
from checker.engines.durable.engine import WORKER, second_verdicts
from checker.engines.outcome import OUTCOME_NAMES, Check, SecondVerdict

SHOWN = 3
"""Most rules named in a note."""


def double_entry(
    checks: Sequence[Check], *, strict: bool = False, command: Sequence[str] = WORKER
) -> tuple[list[Check], dict[str, tuple[Text, ...]]]:
    """Return the checks, of one case or many, with what the second book says of them, and what to tell of each file.

    A different verdict makes a check an error that shows both. Where the second book has none (a rule beyond its subset, a
    crash) the evaluator's stands and the reader is told; with *strict*, when durable-rules was asked to decide, a crash is an
    error as well. What it does not take, such as a rule about other cases, is not derived twice and nothing worse.
    """
    found: list[Check] = []
    told: dict[str, dict[Text, dict[str, None]]] = {}
    for check, second in zip(checks, second_verdicts(checks, command), strict=True):
        found.append(_entered(check, second, strict))
        if second.verdict is None and second.reason is not None:
            told.setdefault(check.case.file, {}).setdefault(second.reason, {})[check.rule.id] = None
    return found, {file: tuple(_note(*each) for each in notes.items()) for file, notes in told.items()}


def _note(reason: Text, rules: Iterable[str]) -> Text:
    """Return one line for all rules that are not derived again for one reason."""
    names = tuple(rules)
    zh, en = "、".join(names[:SHOWN]), ", ".join(names[:SHOWN])
    more = len(names) - SHOWN
    return Text(
        f"{len(names)} 条规则{reason.zh}：{zh}{f' 等，另有 {more} 条' if more > 0 else ''}",
        f"{len(names)} rules {reason.en}: {en}{f' and {more} more' if more > 0 else ''}",
    )


def _entered(check: Check, second: SecondVerdict, strict: bool) -> Check:
    own = first_verdict(check)
    if second.verdict is None:
        if strict and second.crashed:
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
    """Return what the evaluator decided before it held back what rests on an inference, or an unconfirmed figure, alone."""
    if check.outcome == "undetermined" and any(missing.why == "unconfirmed" for missing in check.missing):
        with localcontext(EXACT):
            return str(check.judge.verdict(check.subject))
    inferred = check.outcome == "undetermined" and any(missing.why == "inferred" for missing in check.missing)
    return "fail" if inferred else check.outcome
