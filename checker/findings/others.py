"""Says what other cases of a run gave for a check: each figure, on how many peers it stands, what those that lack theirs could make of it."""

from __future__ import annotations

from typing import Any

from checker.cases.case import Elsewhere
from checker.engines.evaluator import Judge
from checker.engines.outcome import Check
from checker.findings.explain import show_trace
from checker.findings.spoken import spoken
from checker.language.across import FUNCTIONS, told_of
from checker.language.tree import Across, FieldRef


def others_lines(check: Check, lang: str) -> list[str]:
    """Return each figure that other cases gave, with how many they were, and between which ends it lies where some lack theirs."""
    lines: list[str] = []
    for figure in check.rule.figures:
        known = FUNCTIONS[figure.function]
        found = told_of(check.subject, figure.key, known.whole)
        if found is None or _is_year(figure, check):
            continue
        value = _shown(found.value, figure, check, lang)
        told = f"{spoken(figure, check.rule.scope, lang)} = {value}"
        if known.peers:
            lines.append(told + _among(found, figure, check, lang))
        else:
            lines.append(told)
    return lines


def _is_year(figure: Across, check: Check) -> bool:
    """Whether a figure only asks whether there is a case of the year before."""
    asked = figure.arguments[0]
    fields = check.case.vocabulary.root.fields
    return isinstance(asked, FieldRef) and figure.function == "last_year" and fields[asked.name].type == "year"


def _shown(value: Any, figure: Across, check: Check, lang: str) -> str:
    judge: Judge = check.judge
    trace = judge.tracer.trace(figure, (check.subject,))
    trace.value = value
    return show_trace(trace, lang, judge)


def _among(found: Elsewhere, figure: Across, check: Check, lang: str) -> str:
    """Return how many peers a figure stands on, and what those that lack theirs could make of it."""
    zh = lang == "zh"
    told = f"{found.known} 家同类单位" if zh else f"{found.known} peers"
    if not found.missing:
        return f"（{told}）" if zh else f" ({told})"
    more = f"，另有 {found.missing} 家没有这个数" if zh else f", {found.missing} more lack the figure"
    ends = [None if end is None else _shown(end, figure, check, lang) for end in (found.low, found.high)]
    if found.value is not None and ends[0] != ends[1]:
        low, high = ((end or ("不定" if zh else "open")) for end in ends)
        more += (
            f"，它们都最低或都最高时为 {low} 至 {high}"
            if zh
            else f": from {low} with all of these low to {high} with all high"
        )
    return f"（{told}{more}）" if zh else f" ({told}{more})"
