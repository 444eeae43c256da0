"""Lists what was put into a check: each figure with where it was read, each parameter with the basis of its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from checker.base.errors import at_line
from checker.base.width import visible
from checker.engines.evaluator import Judge
from checker.engines.outcome import Check
from checker.findings.explain import parameter_unit
from checker.findings.figures import TOGETHER
from checker.findings.lacking import WHY
from checker.findings.shown import NOT_STATED, show, value_text
from checker.language.below import Below, Field
from checker.language.below import each as each_field
from checker.language.tree import ParameterRef
from checker.rulebook.rule import VERIFIED

PUT_IN = 60
"""Figures that an explanation lists; JSON has them all."""
OF_A_SUM = 6
"""Figures that it lists of a sum of very many parts."""


def parameter_lines(check: Check, read: Iterable[ParameterRef], lang: str) -> list[str]:
    """Return each parameter that was read, with its value and the basis of that value."""
    judge: Judge = check.judge
    lines: dict[str, None] = {}
    for node in read:
        parameter = judge.plan.book.parameters[node.name]
        found = judge.plan.parameter(parameter.id, judge.day(check.subject), judge.rule)
        name = parameter.zh if lang == "zh" else parameter.id.replace("_", " ")
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


def facts_lines(check: Check, read: Iterable[Field | Below], lang: str) -> list[str]:
    """Return each figure that was put in, with where it was read; of sums of very many parts the first few and how many they are."""
    own: list[Field | Below] = []
    sums: list[Field | Below] = []
    for each in read:
        of_others = isinstance(each, Below) and len(each.fields) >= TOGETHER and each.common is not check.subject
        (sums if of_others else own).append(each)
    lines = list(_facts_lines(check, each_field(own), lang, PUT_IN))
    known = set(lines)
    found = (line for line in _facts_lines(check, each_field(sums), lang, PUT_IN) if line not in known)
    parts = list(islice(found, OF_A_SUM + 1))
    if len(parts) <= OF_A_SUM:
        return lines + parts
    more = "合计里的其他各数略" if lang == "zh" else "the other figures of the sums are left out"
    return [*lines, *parts[:OF_A_SUM], more]


def _facts_lines(check: Check, read: Iterable[Field], lang: str, most: int) -> Iterator[str]:
    """Yield a line for each figure, at most so many and the remark that there are more."""
    count = 0
    seen = set()
    for fact, name in read:
        if fact.entity.endswith("*"):  # what a group agrees in each of its facts prints
            fact = fact.related["members"][0]
        cell = fact.cells.get(name)
        if cell is None or name == "figure" or (id(fact), name) in seen:
            continue
        seen.add((id(fact), name))
        if count == most:
            yield "其余各数是合计里的各项，略" if lang == "zh" else "the other figures, parts of the sums, are left out"
            return
        entity = check.case.vocabulary.entities[fact.entity]
        label = f"{check.case.label(fact)} {entity.fields[name].name(lang)}"
        value = value_text(check.case, fact, name, lang)
        if entity.fields[name].type in check.case.vocabulary.enumerations:
            value = value.replace("_", " ")
        if value == check.case.label(fact):  # its name, which leads the line
            continue
        where: list[str] = []
        if f"{name}_kind" in fact.cells:
            where.append(value_text(check.case, fact, f"{name}_kind", lang))
        if fact.added_up(name):
            where.append("推算：分项之和" if lang == "zh" else "derived: sum of its parts")
        elif cell.derived:
            where.append("推算" if lang == "zh" else "derived")
        if cell.line:
            where.append(f"{visible(check.case.file)} {at_line(cell.line).say(lang)}")
        elif check.case.file:  # read from tables, which keep no lines
            where.append(visible(check.case.file))
        if cell.note and cell.note != str(cell.line):  # of a document, its place is the note
            where.append(cell.note)
        if cell.quote:
            where.append(f"原文“{cell.quote}”" if lang == "zh" else f"printed: “{cell.quote}”")
        if cell.unconfirmed:
            where.append("待确认" if lang == "zh" else "to confirm")
        told = (f"（{'，'.join(where)}）" if lang == "zh" else f" ({', '.join(where)})") if where else ""
        count += 1
        yield f"{label} = {value}{told}"
