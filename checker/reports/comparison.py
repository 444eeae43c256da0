"""Prints what became of findings between two runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.base.values import format_money
from checker.base.width import visible, wrap
from checker.cases.case import NOT_KNOWN
from checker.engines.outcome import OUTCOME_NAMES
from checker.records.comparison import KINDS, Change, Comparison, Run, Seen


def as_text(old: Run, new: Run, found: Comparison, kinds: Sequence[str], lang: str) -> str:
    """Return the counts of every kind, then the changes of *kinds*, a line each."""
    zh = lang == "zh"
    how = {"run": ("同一年度的两次检查", "two runs of the same year"), "year": ("两个年度", "two years")}[found.by]
    lines = [
        f"{visible(old.file)} → {visible(new.file)}（{how[0]}）"
        if zh
        else f"{visible(old.file)} -> {visible(new.file)} ({how[1]})"
    ]
    if old.rulebook != new.rulebook:
        lines.append(
            "注意：两次用的规则库不同，变化可能来自规则"
            if zh
            else "Note: the rulebooks differ; a change may come from the rules"
        )
    lines += wrap(" · ".join(f"{name.say(lang)} {len(found.of(kind))}" for kind, name in KINDS.items()), 100)
    for kind in kinds:
        changes = found.of(kind)
        if changes:
            lines += ["", f"【{KINDS[kind].say(lang)}】"]
            lines += [line for change in changes for line in _hung(_line(change, lang))]
    return "\n".join(lines)


def _hung(text: str) -> list[str]:
    """Return *text* wrapped, what follows the first line indented."""
    first, *rest = wrap(text, 96)
    return [first, *("    " + line for line in rest)]


def _line(change: Change, lang: str) -> str:
    shown = change.shown
    subject = "" if shown.subject == shown.unit else f" · {visible(shown.subject)}"
    year = NOT_KNOWN.say(lang) if shown.year is None else shown.year
    named = f"[{shown.rule}] {visible(shown.title)} — {visible(shown.unit)} {year}{subject}"
    before, after = (None if side is None else _side(side, lang) for side in (change.before, change.after))
    lacking = "没有" if lang == "zh" else "not there"
    return f"{named}{'：' if lang == 'zh' else ': '}{before or lacking} → {after or lacking}"


def _side(seen: Seen, lang: str) -> str:
    name = OUTCOME_NAMES[seen.outcome].say(lang)
    return name if seen.amount is None else f"{name} {format_money(seen.amount, lang=lang)}"


def as_data(old: Run, new: Run, found: Comparison) -> dict[str, Any]:
    """Return the comparison as plain data; amounts in fen."""
    return {
        "format": "checker-diff/1",
        "old": {"file": old.file, "rulebook": old.rulebook},
        "new": {"file": new.file, "rulebook": new.rulebook},
        "by": found.by,
        "counts": {kind: len(found.of(kind)) for kind in KINDS},
        "changes": [
            {
                "kind": change.kind,
                "rule": change.shown.rule,
                "unit": change.shown.unit,
                "subject": change.shown.subject,
                "before": _data(change.before),
                "after": _data(change.after),
            }
            for change in found.changes
        ],
    }


def _data(seen: Seen | None) -> dict[str, Any] | None:
    if seen is None:
        return None
    return {
        "fingerprint": seen.fingerprint,
        "year": seen.year,
        "outcome": seen.outcome,
        "severity": seen.severity,
        "fen": seen.amount,
    }
