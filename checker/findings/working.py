"""Explains a check line by line: basis, what was asked, the arithmetic with names and units, sources, what is missing, verdict."""

from __future__ import annotations

from datetime import date
from decimal import localcontext

from checker.base.errors import Text
from checker.base.values import EXACT, format_ratio
from checker.cases.case import Fact
from checker.engines.evaluator import Judge
from checker.engines.outcome import Check, outcome_name
from checker.findings.explain import TRUTH, message, show_trace
from checker.findings.lacking import WHY, missing_name
from checker.findings.listing import facts_lines, parameter_lines
from checker.findings.others import others_lines
from checker.findings.remembered import Traced, Using
from checker.findings.shown import cited, show
from checker.findings.spellings import spellings
from checker.findings.spoken import Spoken, spoken
from checker.language.across import per_one
from checker.language.causes import Missing, Trace
from checker.language.columns import No
from checker.language.exact import as_ratio
from checker.language.kept import deciding
from checker.language.scope import Scope
from checker.language.tree import (
    Across,
    Aggregate,
    Binary,
    Call,
    DefinitionRef,
    EnumValue,
    Expr,
    FieldRef,
    Given,
    In,
    Literal,
    ParameterRef,
    Path,
    Surely,
)
from checker.language.visitor import said

WORKS_OUT = Text("计算：", "Works out at: ")
"""How a line of arithmetic begins."""
REASONS = 3
"""Comparisons that the sentence of what does not apply names."""
_HERE = "\0"
"""Stands around the number of a node in an expression that is printed for all subjects."""
LINES = 8
"""Comparisons of one part of a rule that are worked out; a rule of more says how many it left out."""


def explanation(check: Check, lang: str, traced: Traced | None = None) -> list[str]:
    """Return the explanation, a line each: basis, what is asked, arithmetic, figures with their places, what is missing, verdict."""
    judge: Judge = check.judge
    if traced is None:
        with Using(Traced(check.case, check), check) as traced:
            return explanation(check, lang, traced)
    rule = check.rule
    zh = lang == "zh"
    joint = "；" if zh else "; "
    bases = [cited(basis, lang) for basis in check.basis]
    lines = [("依据：" if zh else "Basis: ") + joint.join(bases)]
    if check.subject.entity.removesuffix("*") != rule.entity:  # nothing of that kind is there
        lines.append(verdict_line(check, lang, traced))
        return lines
    lines.append(
        (Text("计算什么：", "Works out: ") if rule.indicator else Text("要求：", "Asks: ")).say(lang)
        + rule.title.say(lang)
    )
    with localcontext(EXACT):
        for key, expr in (("when", rule.when), ("unless", rule.unless)):
            if expr is None:
                continue
            label = Text("适用条件：", "Applies when: ") if key == "when" else Text("除外情形：", "Except when: ")
            told = _lines(traced.parts(key), rule.scope, judge, check.subject, lang)
            lines += [label.say(lang) + line for line in told]
        if check.outcome != "not_applicable":
            require = traced.parts("require")
            told = (
                [_side(require[0], rule.scope, judge, check.subject, lang)]
                if rule.indicator
                else _lines(require, rule.scope, judge, check.subject, lang)
            )
            lines += [WORKS_OUT.say(lang) + line for line in told]
        lines += [f"  {line}" for line in (*spellings(check, lang), *others_lines(check, lang))]
        lines += [f"  {line}" for line in facts_lines(check, traced.reading().fields, lang)]
        lines += [f"  {line}" for line in parameter_lines(check, traced.reading().parameters, lang)]
        for fact, name in traced.reading().inferred:
            unconfirmed = fact.cells[name].unconfirmed
            lines.append(
                (("待确认：" if zh else "To confirm: ") if unconfirmed else "推断：" if zh else "Inferred: ")
                + _with_note(_named(fact, name, check, lang), fact.cells[name].note, lang)
            )
    if check.missing:
        lacking = [_with_note(_missing(m, check, lang), WHY[m.why].say(lang), lang) for m in check.missing[:12]]
        lines.append(("缺少：" if zh else "Missing: ") + joint.join(dict.fromkeys(lacking)))
    lines.append(verdict_line(check, lang, traced))
    return lines


def _with_note(text: str, note: str, lang: str) -> str:
    return f"{text}（{note}）" if lang == "zh" else f"{text} ({note})"


def _named(fact: Fact, field: str, check: Check, lang: str) -> str:
    """Return a field by its name, after that of the fact it stands in where that is not the unit."""
    known = check.case.vocabulary.entities[fact.entity].fields[field].name(lang)
    if fact.owner is None:
        return known
    return f"{check.case.label(fact)}的{known}" if lang == "zh" else f"{known} of {check.case.label(fact)}"


def _missing(missing: Missing, check: Check, lang: str) -> str:
    """Return what is missing, by the name of the fact where it is another's."""
    name = missing_name(missing, check, lang)
    fact = missing.fact
    if fact is None or missing.why == "no_parameter" or fact.owner is None:
        return name
    return f"{check.case.label(fact)}的{name}" if lang == "zh" else f"{name} of {check.case.label(fact)}"


def verdict_line(check: Check, lang: str, traced: Traced | None = None) -> str:
    """Return the closing line of an explanation."""
    if check.outcome == "not_applicable":
        told = reason(check, lang, traced)
    else:
        told = "" if traced is None else traced.told.get(lang, "")
        told = told or message(check, lang)
    return (
        ("结论：" if lang == "zh" else "Verdict: ")
        + outcome_name(check, lang)
        + ("。" if lang == "zh" else ". ")
        + told
    )


def reason(check: Check, lang: str, traced: Traced | None = None) -> str:
    """Return why a rule does not ask about a subject: there is none, the day it goes by, or the condition that decides it."""
    rule, subject, judge = check.rule, check.subject, check.judge
    zh = lang == "zh"
    if subject.entity.removesuffix("*") != rule.entity:
        kind = check.case.vocabulary.entities[rule.entity].name(lang)
        return f"案例写明没有{kind}" if zh else f"the case says that there is no {kind}"
    if not check.in_force:
        return _out_of_force(check, lang)
    with localcontext(EXACT):
        traces = (traced or Traced(check.case, check)).traces()
        stops = "unless" if "when" not in traces or traces["when"].value is not False else "when"
        parts = deciding(traces[stops])
        said = [
            each for each in dict.fromkeys(_because(part, rule.scope, judge, subject, lang) for part in parts) if each
        ]
    lead = {
        "when": Text("不符合适用条件", "it is not what the rule applies to"),
        "unless": Text("属于除外情形", "it is excepted"),
    }[stops].say(lang)
    told = ("；" if zh else "; ").join(said[:REASONS])
    return f"{lead}（{told}）" if zh and told else f"{lead}: {told}" if told else lead


def _because(trace: Trace, scope: Scope, judge: Judge, subject: Fact, lang: str) -> str:
    """Return what a condition found as a sentence has it; a comparison of figures as it is worked out."""
    node, zh = trace.node, lang == "zh"
    if isinstance(node, FieldRef) and node.type == "flag" and trace.value is not None:
        name, value = spoken(node, scope, lang), show_trace(trace, lang, judge)
        return f"{name}：{value}" if zh else f"{name}: {value}"
    if isinstance(node, Given) and trace.value is not None:
        operand = node.operand
        name = Spoken(lang).path(operand, scope) if isinstance(operand, Path) else spoken(operand, scope, lang)
        if node.word == "to_fill":
            return (
                f"{name}{'还没有填' if trace.value else '不是待填'}"
                if zh
                else f"{name} is {'' if trace.value else 'not '}still to be filled in"
            )
        there = trace.value is not (node.word == "missing")
        return f"{'列有' if there else '没有列示'}{name}" if zh else f"{name} is {'' if there else 'not '}given"
    first = trace.kids[0] if trace.kids else trace
    known = first.value is not None and isinstance(first.node, FieldRef) and isinstance(first.value, str)
    if known and isinstance(node, Binary) and node.op == "!=" and isinstance(node.right, EnumValue):
        name, value = spoken(first.node, scope, lang), show_trace(first, lang, judge)
        return f"{name}是{value}" if zh else f"{name} is {value}".replace("_", " ")
    if known and isinstance(node, In):
        name, value = spoken(first.node, scope, lang), show_trace(first, lang, judge)
        told = f"{name}是{value}" if zh else f"{name} is {value}".replace("_", " ")
        if trace.value:
            return told
        wanted = spoken(node, scope, lang).removeprefix(name).strip()
        return f"{told}，不{wanted}" if zh else f"{told}, not {wanted}".replace("_", " ")
    return _line(trace, scope, judge, subject, lang)


def _out_of_force(check: Check, lang: str) -> str:
    """Return the day of a subject beside the day from which, or to which, its rule holds."""
    rule, zh = check.rule, lang == "zh"
    assert rule.as_of is not None
    day, validity = check.judge.own_day(check.subject), rule.validity
    name = spoken(rule.as_of, rule.scope, lang)
    if day is None:
        period = validity.say(lang)
        return f"{check.case.year} 年度不在施行期内（{period}）" if zh else f"in {check.case.year} it is not: {period}"
    if validity.years:
        period = validity.say(lang)
        return f"{name} {day}，规则{period}" if zh else f"{name} is {day}, and the rule is {period}"
    if validity.start is not None and day < validity.start:
        return (
            f"{name} {day} 早于施行日 {validity.start}"
            if zh
            else f"{name} {day} is before {validity.start}, when it came into force"
        )
    return f"{name} {day} 晚于失效日 {validity.end}" if zh else f"{name} {day} is after {validity.end}, when it ended"


def put_in(expr: Expr, scope: Scope, judge: Judge, subject: Fact, lang: str) -> str:
    """Return an expression with the subject's values in place of the names."""
    return "".join(
        piece if isinstance(piece, str) else _value(piece, judge, subject, lang)
        for piece in _pieces(expr, scope, judge, lang)
    )


def _value(node: Expr, judge: Judge, subject: Fact, lang: str) -> str:
    """Return what stands in place of a name: its value, of a short sum what it adds up."""
    trace = judge.tracer.trace(node, (subject,))
    adds = isinstance(node, Aggregate) and node.function in ("sum", "listed_sum")
    if adds and 1 < len(trace.kids) <= 12 and trace.value is not None:
        parts = [show_trace(kid, lang, judge) for kid in trace.kids]
        return "(" + " + ".join(parts).replace("+ -", "- ") + ")"
    return show_trace(trace, lang, judge)


def _pieces(expr: Expr, scope: Scope, judge: Judge, lang: str) -> tuple[str | Expr, ...]:
    """Return an expression as text and, in place of names, nodes: the same for every subject, and made once."""
    known = judge.said.get((id(expr), lang, "in"))
    if known is None:
        nodes: list[Expr] = []

        def leaf(node: Expr, inner: Scope) -> str | None:
            if len(inner.frames) != 1 or not isinstance(
                node, (FieldRef, ParameterRef, DefinitionRef, Aggregate, Across)
            ):
                return None
            nodes.append(node)
            return f"{_HERE}{len(nodes) - 1}{_HERE}"

        cut = spoken(expr, scope, lang, leaf).split(_HERE)
        pieces = tuple(nodes[int(piece)] if number % 2 else piece for number, piece in enumerate(cut) if piece)
        known = judge.said[id(expr), lang, "in"] = pieces, expr
    found: tuple[str | Expr, ...] = known[0]
    return found


def _name(node: Expr, scope: Scope, judge: Judge, lang: str) -> str:
    """Return an expression in words, made once for all subjects."""
    known = judge.said.get((id(node), lang, "name"))
    if known is None:
        known = judge.said[id(node), lang, "name"] = spoken(node, scope, lang), node
    return str(known[0])


def _lines(parts: list[Trace], scope: Scope, judge: Judge, subject: Fact, lang: str) -> list[str]:
    """Return each comparison worked out, once; of many the first few."""
    found = dict.fromkeys(_line(each, scope, judge, subject, lang) for each in parts)
    lines = [line for line in found if line]
    if len(lines) > LINES:
        more = len(lines) - LINES
        lines = [*lines[:LINES], f"另有 {more} 处" if lang == "zh" else f"and {more} more"]
    return lines


def _line(trace: Trace, scope: Scope, judge: Judge, subject: Fact, lang: str) -> str:
    """Return one comparison worked out; nothing for what only asks whether something is known."""
    node = trace.node
    if isinstance(node, (Literal, Surely)) or (isinstance(node, Call) and node.function in ("known", "settled")):
        return ""
    asked = node.operand if isinstance(node, Given) and isinstance(node.operand, FieldRef) else None
    if asked is not None and scope.vocabulary.entities[asked.entity].fields[asked.name].computed:
        return ""  # what the program itself works out
    truth = TRUTH[trace.value].say(lang)
    dash = " —— " if lang == "zh" else " -- "
    if not isinstance(node, Binary) or isinstance(said("arithmetic", node).sign, No) or len(trace.kids) != 2:
        return f"{_name(node, scope, judge, lang)}{dash}{truth}"
    one, two = trace.kids
    if node.op == "=" and isinstance(two.node, EnumValue) and one.value is not None:
        name, value, wanted = (
            _name(one.node, scope, judge, lang),
            show_trace(one, lang, judge),
            show_trace(two, lang, judge),
        )
        if lang == "zh":
            return f"{name}是{value}" + ("" if trace.value else f"，不是{wanted}")
        return f"{name} is {value}".replace("_", " ") + ("" if trace.value else f", not {wanted}".replace("_", " "))
    left, right = (_side(kid, scope, judge, subject, lang) for kid in trace.kids)
    if node.op == "≈" and trace.value and one.value != two.value:
        truth += "（差异在四舍五入范围内）" if lang == "zh" else " (within rounding)"
    distance = apart(one, two, judge, lang)
    if distance:
        truth += f"，{distance}" if lang == "zh" else f", {distance}"
    if node.op == "≈":
        compared = f"；与 {right} 一致" if lang == "zh" else f"; agrees with {right}"
    else:
        compared = f"{'；' if lang == 'zh' else '; '}{Spoken(lang).sign(node)} {right}"
    return f"{left}{compared}{dash}{truth}"


def _side(trace: Trace, scope: Scope, judge: Judge, subject: Fact, lang: str) -> str:
    """Return one side of a comparison: its name, the figures put in, and what they come to."""
    node = trace.node
    value = show_trace(trace, lang, judge)
    if isinstance(node, (Literal, EnumValue)):
        return value
    name = _name(node, scope, judge, lang)
    pieces = _pieces(node, scope, judge, lang)
    alone = len(pieces) == 1 and pieces[0] is node and not isinstance(node, Aggregate)
    figures = value if alone else put_in(node, scope, judge, subject, lang)
    return " = ".join(dict.fromkeys((name, figures, value)))


def apart(one: Trace, two: Trace, judge: Judge, lang: str) -> str:
    """Return how far the two sides of a comparison are apart."""
    a, b = one.value, two.value
    if isinstance(a, (bool, str, date)) or isinstance(b, (bool, str, date)) or a is None or b is None:
        return ""
    if isinstance(a, tuple) or isinstance(b, tuple):
        p, q = as_ratio(a), as_ratio(b)
        assert p is not None and q is not None
        if any(per_one(each.node, judge.plan.book.definitions) for each in (one, two)):
            return ""
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
