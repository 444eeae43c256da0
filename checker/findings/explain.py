"""Says in words what a check did: the message, the arithmetic, what is missing and what would settle it."""

from __future__ import annotations

from datetime import date
from decimal import localcontext
from typing import Any

from checker.base.errors import Text
from checker.base.values import EXACT, UNITS, BadValue, format_ratio, parse_money
from checker.base.width import visible
from checker.cases.case import Fact
from checker.engines.evaluator import Judge, inferences
from checker.engines.outcome import Check, outcome_name
from checker.findings.lacking import WHY, base_name, lacking_text, missing_name, missing_names
from checker.findings.shown import NOT_STATED, STATED_NONE, show, value_text
from checker.language.causes import Missing, Trace
from checker.language.columns import No
from checker.language.exact import as_ratio
from checker.language.formatter import Formatter, format_expression
from checker.language.scope import Scope
from checker.language.tree import Aggregate, Binary, DefinitionRef, Expr, FieldRef, If, ParameterRef, Unary
from checker.language.visitor import assure, said
from checker.rulebook.rule import VERIFIED, Template

TRUTH = {True: Text("成立", "true"), False: Text("不成立", "false"), None: Text("无法判定", "unknown")}

WORKS_OUT = Text("计算：", "Works out at: ")
"""How a line of arithmetic begins."""


def show_trace(trace: Trace, lang: str, judge: Judge, unit: str = "", money: str = "") -> str:
    """Print the value of a trace, in *unit* where one is asked for; amounts in *money*, else as they were printed."""
    kind = trace.node.type
    if trace.value is None and trace.used and trace.used[1] in trace.used[0].none:
        return STATED_NONE.say(lang)
    if unit and unit in UNITS:
        decimals = trace.decimals if unit == trace.unit else None
        return show(trace.value, kind, lang, unit, decimals, judge)
    known, decimals = trace.unit, trace.decimals
    if kind == "money" and isinstance(trace.node, ParameterRef):
        known, decimals = parameter_unit(judge, trace.node.name, trace.value)
    if money and money != known and (kind == "money" or known in UNITS):
        known, decimals = money, None
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


def fill(template: Template, judge: Judge, subject: Fact, lang: str, money: str = "") -> str:
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
                pieces.append(show_trace(trace, lang, judge, piece[1], money))
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


def message(check: Check, lang: str, money: str = "") -> str:
    """Return the one sentence that a check says, with its amounts in *money*, else as they were printed."""
    judge: Judge = check.judge
    if check.outcome == "error":
        return check.error.say(lang) if check.error else ""
    if check.outcome in ("fail", "waived") and lang in check.rule.message:
        text = fill(check.rule.message[lang], judge, check.subject, lang, money)
        notes = readings(check, lang, money)
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


def finding_title(check: Check, lang: str, money: str = "") -> str:
    """Return what a fail found, as the title of a problem of its own; empty where its rule has no such title."""
    template = check.rule.finding_title.get(lang)
    return fill(template, check.judge, check.subject, lang, money) if template and check.outcome == "fail" else ""


def readings(check: Check, lang: str, money: str = "") -> list[str]:
    """Return which other readings a contradicting figure fits."""
    judge: Judge = check.judge
    with localcontext(EXACT):
        fitting = [template for closure, template in judge.readings if closure((check.subject,)) is True]
        told = [fill(template[lang], judge, check.subject, lang, money) for template in fitting if lang in template]
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


def explanation(check: Check, lang: str) -> list[str]:
    """Return the explanation, a line each: basis, rule, values put in, arithmetic, what is missing, verdict."""
    judge: Judge = check.judge
    rule = check.rule
    zh = lang == "zh"
    joint = "；" if zh else "; "
    bases = [_with_note(basis.say(lang), VERIFIED[basis.verified].say(lang), lang) for basis in check.basis]
    lines = [("依据：" if zh else "Basis: ") + joint.join(bases)]
    if check.subject.entity.removesuffix("*") != rule.entity:  # nothing of that kind is there
        lines.append(verdict_line(check, lang))
        return lines
    with localcontext(EXACT):
        traces = judge.traces(check.subject)
        for key, expr in (("when", rule.when), ("unless", rule.unless), ("require", rule.require)):
            if expr is None or (key == "require" and check.outcome == "not_applicable"):
                continue
            label = _part_name(key, rule.indicator, lang)
            text = format_expression(expr, rule.scope, lang, words=True)
            dash = "——" if zh else "--"
            told = "" if rule.indicator and key == "require" else f" {dash} {TRUTH[traces[key].value].say(lang)}"
            lines.append(f"{label}{'：' if zh else ': '}{text}{told}")
            substituted = put_in(expr, rule.scope, judge, check.subject, lang)
            if substituted != text and (key == "require" or traces[key].value is None):
                lines.append(f"  代入：{substituted}" if zh else f"  Put in: {substituted}")
        if check.outcome != "not_applicable":
            lines += arithmetic(traces["require"], judge, lang)
        lines += [f"  {line}" for line in facts_lines(check, traces, lang)]
        lines += [f"  {line}" for line in parameter_lines(check, traces, lang)]
        for fact, name in inferences(traces):
            lines.append(
                ("推断：" if zh else "Inferred: ")
                + _with_note(check.case.path(fact, name, lang), fact.cells[name].note, lang)
            )
    if check.missing:
        lacking = [_with_note(_missing_path(m, check, lang), WHY[m.why].say(lang), lang) for m in check.missing[:12]]
        lines.append(("缺少：" if zh else "Missing: ") + joint.join(lacking))
    lines.append(verdict_line(check, lang))
    return lines


def _with_note(text: str, note: str, lang: str) -> str:
    return f"{text}（{note}）" if lang == "zh" else f"{text} ({note})"


def _missing_path(missing: Missing, check: Check, lang: str) -> str:
    if missing.fact is None or missing.why == "no_parameter":
        return missing_name(missing, check, lang)
    return check.case.path(missing.fact, missing.name, lang)


def _part_name(key: str, indicator: bool, lang: str) -> str:
    names = {
        "when": Text("适用", "Applies when"),
        "unless": Text("除非", "Unless"),
        "require": Text("取值", "Value") if indicator else Text("要求", "Requires"),
    }
    return names[key].say(lang)


def parameter_lines(check: Check, traces: dict[str, Trace], lang: str) -> list[str]:
    """Return each parameter that was read, with its value and the basis of that value."""
    judge: Judge = check.judge
    lines: dict[str, None] = {}
    for trace in (part for whole in traces.values() for part in whole.walk() if isinstance(part.node, ParameterRef)):
        assert isinstance(trace.node, ParameterRef)
        parameter = judge.plan.book.parameters[trace.node.name]
        found = judge.plan.parameter(parameter.id, judge.day(check.subject))
        name = parameter.zh if lang == "zh" else parameter.id
        if found is None:
            lines[
                f"{name} = {NOT_STATED.say(lang)}（参数，{WHY['no_parameter'].zh}）"
                if lang == "zh"
                else f"{name} = {NOT_STATED.en} (parameter: {WHY['no_parameter'].en})"
            ] = None
            continue
        basis = (
            "；".join(f"{b.say(lang)}，{VERIFIED[b.verified].say(lang)}" for b in found.basis)
            if lang == "zh"
            else "; ".join(f"{b.say(lang)}, {VERIFIED[b.verified].say(lang)}" for b in found.basis)
        )
        unit, decimals = parameter_unit(judge, parameter.id, found.value) if parameter.type == "money" else ("", 0)
        value = show(found.value, parameter.type, lang, unit, decimals if unit else None, judge)
        lines[f"{name} = {value}（参数：{basis}）" if lang == "zh" else f"{name} = {value} (parameter: {basis})"] = None
    return list(lines)


def verdict_line(check: Check, lang: str) -> str:
    """Return the closing line of an explanation."""
    return (
        ("结论：" if lang == "zh" else "Verdict: ")
        + outcome_name(check, lang)
        + ("。" if lang == "zh" else ". ")
        + message(check, lang)
    )


def put_in(expr: Expr, scope: Scope, judge: Judge, subject: Fact, lang: str) -> str:
    """Return an expression with the subject's values in place of the names."""

    def leaf(node: Expr, inner: Scope) -> str | None:
        if len(inner.frames) != 1:
            return None
        if isinstance(node, (FieldRef, ParameterRef, DefinitionRef)):
            return show_trace(judge.tracer.trace(node, (subject,)), lang, judge)
        if isinstance(node, Aggregate):
            trace = judge.tracer.trace(node, (subject,))
            if node.function in ("sum", "listed_sum") and 1 < len(trace.kids) <= 12 and trace.value is not None:
                parts = [show_trace(kid, lang, judge) for kid in trace.kids]
                return "(" + " + ".join(parts).replace("+ -", "- ") + ")"
            return show_trace(trace, lang, judge)
        return None

    return Formatter(lang, words=True, leaf=leaf).format(expr, scope)


def arithmetic(trace: Trace, judge: Judge, lang: str) -> list[str]:
    """Return one line for each comparison that the requirement rests on: both sides worked out, and how far apart."""
    node = trace.node
    assure("arithmetic", node)
    if (isinstance(node, Binary) and node.op in ("and", "or")) or (isinstance(node, Unary) and node.op == "not"):
        return [line for kid in trace.kids for line in arithmetic(kid, judge, lang)]
    if isinstance(node, If):
        return arithmetic(trace.kids[-1], judge, lang) if len(trace.kids) > 1 else []
    if not isinstance(node, Binary) or trace.value is None:
        return []
    sign = said("arithmetic", node).sign
    if isinstance(sign, No):
        return []
    one, two = trace.kids
    text = f"{show_trace(one, lang, judge)} {sign} {show_trace(two, lang, judge)}"
    told = TRUTH[trace.value].say(lang)
    if node.op == "≈" and trace.value and one.value != two.value:
        told += "（差异在四舍五入范围内）" if lang == "zh" else " (within rounding)"
    distance = apart(one, two, judge, lang)
    return [f"{WORKS_OUT.say(lang)}{text} {told}" + (f"{'，' if lang == 'zh' else ', '}{distance}" if distance else "")]


def apart(one: Trace, two: Trace, judge: Judge, lang: str) -> str:
    """Return how far the two sides of a comparison are apart."""
    a, b = one.value, two.value
    if isinstance(a, (bool, str, date)) or isinstance(b, (bool, str, date)) or a is None or b is None:
        return ""
    if isinstance(a, tuple) or isinstance(b, tuple):
        p, q = as_ratio(a), as_ratio(b)
        assert p is not None and q is not None
        over, under = p[0] * q[1] - q[0] * p[1], p[1] * q[1]
        points = format_ratio(abs(over), under).rstrip("%")
        return f"相差 {points} 个百分点" if lang == "zh" else f"{points} percentage points apart"
    if a == b:
        return ""
    kind = one.node.type
    model = one if one.unit else two
    gap = show(
        abs(a - b),
        kind,
        lang,
        model.unit or ("万元" if kind == "money" else ""),
        model.decimals if model.unit else None,
        judge,
    )
    return f"相差 {gap}" if lang == "zh" else f"{gap} apart"


def used_facts(traces: dict[str, Trace]) -> list[tuple[Fact, str]]:
    """Return the fields that a check read, each once, in order."""
    found: dict[tuple[int, str], tuple[Fact, str]] = {}
    for trace in traces.values():
        for part in trace.walk():
            if part.used is not None:
                fact, name = part.used
                if name in fact.follows:
                    fact, name = fact.follows[name]
                found.setdefault((id(fact), name), (fact, name))
    return list(found.values())


def facts_lines(check: Check, traces: dict[str, Trace], lang: str) -> list[str]:
    """Return each figure that was put in, with where it was read."""
    lines: list[str] = []
    for fact, name in used_facts(traces):
        cell = fact.cells.get(name)
        if cell is None or name == "figure":
            continue
        entity = check.case.vocabulary.entities[fact.entity]
        label = f"{check.case.label(fact)} {entity.fields[name].name(lang)}"
        value = value_text(check.case, fact, name, lang)
        where: list[str] = []
        if f"{name}_kind" in fact.cells:
            where.append(value_text(check.case, fact, f"{name}_kind", lang))
        if fact.added_up(name):
            where.append("推算：分项之和" if lang == "zh" else "derived: sum of its parts")
        elif cell.derived:
            where.append("推算" if lang == "zh" else "derived")
        if cell.line:
            where.append(
                f"{visible(check.case.file)} 第 {cell.line} 行"
                if lang == "zh"
                else f"{visible(check.case.file)} line {cell.line}"
            )
        elif check.case.file:  # read from tables, which keep no lines
            where.append(visible(check.case.file))
        if cell.note:
            where.append(cell.note)
        told = (f"（{'，'.join(where)}）" if lang == "zh" else f" ({', '.join(where)})") if where else ""
        lines.append(f"{label} = {value}{told}")
    return lines
