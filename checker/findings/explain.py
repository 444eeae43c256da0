"""Says in words what a check did: the message, the arithmetic, what is missing and what would settle it."""

from __future__ import annotations

from decimal import localcontext
from typing import Any

from checker.base.errors import Text
from checker.base.values import EXACT, UNITS, BadValue, parse_money
from checker.cases.case import Fact
from checker.engines.evaluator import Judge
from checker.engines.outcome import Check, outcome_name
from checker.findings.lacking import base_name, lacking_text, missing_names
from checker.findings.shown import STATED_NONE, show
from checker.findings.spellings import spellings
from checker.language.across import per_one, spread, told_of
from checker.language.causes import Trace
from checker.language.tree import FieldRef, ParameterRef
from checker.rulebook.rule import Template

TRUTH = {True: Text("成立", "true"), False: Text("不成立", "false"), None: Text("无法判定", "unknown")}

WORKS_OUT = Text("计算：", "Works out at: ")
"""How a line of arithmetic begins."""


Converted = list[Trace]
"""Amounts that are printed in another unit than that in which they stand in the case."""


def show_trace(
    trace: Trace, lang: str, judge: Judge, unit: str = "", money: str = "", converted: Converted | None = None
) -> str:
    """Print the value of a trace, in *unit* where one is asked for; amounts in *money*, else as they were printed."""
    kind = trace.node.type
    if kind == "ratio" and per_one(trace.node, judge.plan.book.definitions):
        unit = unit or "元"
    if trace.value is None and trace.used and trace.used[1] in trace.used[0].none:
        return STATED_NONE.say(lang)
    if unit and unit in UNITS:
        decimals = trace.decimals if unit == trace.unit else None
        return show(trace.value, kind, lang, unit, decimals, judge)
    known, decimals = trace.unit, trace.decimals
    if kind == "money" and isinstance(trace.node, ParameterRef):
        known, decimals = parameter_unit(judge, trace.node.name, trace.value)
    points = known == "分" and kind != "money"  # of a score, not of a yuan
    if money and money != known and not points and (kind == "money" or known in UNITS):
        known, decimals = money, None
        if converted is not None:
            converted.append(trace)
    return show(trace.value, kind, lang, known, decimals if known else None, judge)


def parameter_unit(judge: Judge, name: str, value: Any) -> tuple[str, int]:
    """Return the unit and decimals that an amount set by a norm is written with."""
    for known in judge.plan.book.parameters[name].values:
        if known.value == value:
            try:
                figure = parse_money(known.text)
            except BadValue:
                break
            return figure.unit, figure.decimals
    return "", 0


def fill(
    template: Template, judge: Judge, subject: Fact, lang: str, money: str = "", converted: Converted | None = None
) -> str:
    """Return a message with its placeholders filled in, amounts in *money*; what is not known prints 未列."""
    pieces: list[str] = []
    with localcontext(EXACT):
        for piece in template.pieces:
            if isinstance(piece, str):
                pieces.append(piece)
            else:
                trace = judge.tracer.trace(piece[0], (subject,))
                if isinstance(piece[0], FieldRef) and (called := _called(trace)):
                    pieces.append(called)
                    continue
                pieces.append(show_trace(trace, lang, judge, piece[1], money, converted))
                if isinstance(piece[0], FieldRef) and trace.used and trace.used[0].derived(trace.used[1]):
                    pieces.append("（推算）" if lang == "zh" else " (derived)")
    return "".join(pieces)


def _called(trace: Trace) -> str:
    """Return the id of the fact whose name a message wants and the case does not state: whom it speaks of must be said."""
    if trace.value is not None or not trace.used:
        return ""
    fact, name = trace.used
    case = fact.root.case
    entity = case.vocabulary.entities.get(fact.entity) if case is not None else None
    return fact.id if entity is not None and entity.label == name else ""


UNCONFIRMED = Text("草稿：依据的数还没有人确认", "draft: it rests on a figure that nobody has confirmed")
"""What a finding says besides that rests on such a figure and is not open for that alone."""


def message(check: Check, lang: str, money: str = "", converted: Converted | None = None) -> str:
    """Return the one sentence that a check says, with its amounts in *money*, else as they were printed.

    *converted* gathers those of which that is not the same.
    """
    said = _message(check, lang, money, converted)
    if "unconfirmed" not in check.marks or any(missing.why == "unconfirmed" for missing in check.missing):
        return said
    told = UNCONFIRMED.say(lang)
    return f"{said}（{told}）" if lang == "zh" else f"{said} ({told})"


def _message(check: Check, lang: str, money: str, converted: Converted | None) -> str:
    judge: Judge = check.judge
    if check.outcome == "error":
        return check.error.say(lang) if check.error else ""
    if check.outcome in ("fail", "waived") and lang in check.rule.message:
        text = fill(check.rule.message[lang], judge, check.subject, lang, money, converted)
        notes = [*spellings(check, lang), *_peers(check, lang), *readings(check, lang, money, converted)]
        return text + "".join(("；" if lang == "zh" else "; ") + note for note in notes)
    if check.outcome == "undetermined" and "borderline" in check.marks:
        lead, names = check.case.label(check.subject), missing_names(check, lang)
        return (
            f"{lead}：差异在末位四舍五入之内，不能判断：要 {'、'.join(names)}"
            if lang == "zh"
            else f"{lead}: within the last digit, cannot be judged: needs {', '.join(names)}"
        )
    if check.outcome == "undetermined":
        lead = check.case.label(check.subject)
        return f"{lead}{'：' if lang == 'zh' else ': '}{lacking_text(check, lang)}"
    if check.rule.indicator and check.outcome == "pass":
        with localcontext(EXACT):
            value = show_trace(judge.tracer.trace(check.rule.require, (check.subject,)), lang, judge)
        return (
            f"{check.case.label(check.subject)}：{value}"
            if lang == "zh"
            else f"{check.case.label(check.subject)}: {value}"
        )
    return (
        f"{check.case.label(check.subject)}：{outcome_name(check, lang)}"
        if lang == "zh"
        else f"{check.case.label(check.subject)}: {outcome_name(check, lang)}"
    )


def _peers(check: Check, lang: str) -> list[str]:
    """Return how many peers a comparison stands on: those that have the figure, and those that lack it."""
    for figure in check.rule.figures:
        found = told_of(check.subject, figure.key, True) if spread(figure) else None
        if found is not None and figure.function != "peer_count":
            if lang == "zh":
                return [
                    f"与 {found.known} 家同类单位相比" + (f"，另有 {found.missing} 家没有这个数" * bool(found.missing))
                ]
            return [
                f"compared with {found.known} peers" + f", {found.missing} more lack the figure" * bool(found.missing)
            ]
    return []


def finding_title(check: Check, lang: str, money: str = "") -> str:
    """Return what a fail found, as the title of a problem of its own; empty where its rule has no such title."""
    template = check.rule.finding_title.get(lang)
    return fill(template, check.judge, check.subject, lang, money) if template and check.outcome == "fail" else ""


def readings(check: Check, lang: str, money: str = "", converted: Converted | None = None) -> list[str]:
    """Return which other readings a contradicting figure fits."""
    judge: Judge = check.judge
    with localcontext(EXACT):
        fitting = [template for closure, template in judge.readings if closure((check.subject,)) is True]
        told = [
            fill(template[lang], judge, check.subject, lang, money, converted)
            for template in fitting
            if lang in template
        ]
    bases = [base_name(operand, check.case, lang) for operand in check.subject.related.get("operand", ())]
    named = [name for name in bases if name]
    if told and named:
        told[0] += f"（分母是{'、'.join(named)}）" if lang == "zh" else f" (the base is: {', '.join(named)})"
    return [*told, *_added_up(check, lang)]


def _added_up(check: Check, lang: str) -> list[str]:
    """Return which of the figures that a check compares the report does not print, because they are the sum of their parts."""
    operands = (each for each in check.subject.related.get("operand", ()) if each.owner is check.subject)
    followed = [each.follows["figure"] for each in operands if "figure" in each.follows and check.outcome == "fail"]
    names = dict.fromkeys(
        f"{check.case.label(fact)}的{field.zh}" if lang == "zh" else f"{field.name('en')} of {check.case.label(fact)}"
        for fact, name in followed
        if fact.added_up(name)
        for field in (check.case.vocabulary.entities[fact.entity].fields[name],)
    )
    if not names:
        return []
    return ["、".join(names) + "由分项相加得出"] if lang == "zh" else [", ".join(names) + ": added up from the parts"]
