"""What names mean, in words: fields, enumerations, parameters with their values and dates, definitions, words of the language."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from checker.authoring.reference import example_value, type_name
from checker.cases.case import Case
from checker.cases.vocabulary import Entity, Enumeration, Field, Vocabulary
from checker.documents.shape import Choice, Either, Expression, Flag, Key, Kind, Many, Named, Shape
from checker.language.formatter import format_expression
from checker.language.operators import OPERATORS
from checker.language.reference import SECTIONS, Entry
from checker.language.scope import Definition, Frame
from checker.language.words import word
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import VERIFIED, Parameter, ParameterValue, Rule


def _list(words: list[str], lang: str) -> str:
    return ("、" if lang == "zh" else ", ").join(words)


def field(known: Field, vocabulary: Vocabulary, lang: str) -> str:
    """Return what a field is: its names, its entity and type, what may be written, and which paper settles it."""
    zh = lang == "zh"
    owner = vocabulary.entities[known.entity]
    unit = (f"（{known.unit}）" if zh else f" ({known.unit})") if known.unit else ""
    lines = [f"**{known.zh}** · `{known.id}`" if zh else f"**{known.id}** · {known.zh}"]
    lines.append(
        f"{owner.zh}的字段，{type_name(vocabulary, known, lang)}{unit}"
        if zh
        else f"field of {owner.id}: {type_name(vocabulary, known, lang)}{unit}"
    )
    if known.aliases:
        lines.append((f"也写作：{_list([*known.aliases], lang)}") if zh else f"also: {_list([*known.aliases], lang)}")
    if known.written and (example := example_value(vocabulary, known, lang)) not in ("", "……"):
        lines.append(f"例如 {example}" if zh else f"such as {example}")
    if not known.written:
        lines.append("由程序算出，案例里不写" if zh else "worked out by the checker, never written in a case")
    if known.required:
        lines.append("必填" if zh else "must be stated")
    if known.none_is_zero:
        lines.append("写“无”就是零" if zh else "none states zero")
    if not known.negative and known.type != "count":
        lines.append("不会小于零" if zh else "never below zero")
    if known.paper is not None:
        lines.append(f"资料：{known.paper.zh}" if zh else f"paper: {known.paper.en}")
    return "\n\n".join(lines)


def entity(known: Entity, vocabulary: Vocabulary, lang: str) -> str:
    """Return what an entity is, and its fields."""
    zh = lang == "zh"
    lines = [f"**{known.zh}** · `{known.id}`" if zh else f"**{known.id}** · {known.zh}"]
    if known.parent:
        above = vocabulary.entities[known.parent]
        lines.append(f"属于{above.zh}" if zh else f"belongs to {above.id}")
    if known.aliases:
        lines.append(f"也写作：{_list([*known.aliases], lang)}" if zh else f"also: {_list([*known.aliases], lang)}")
    names = [each.zh if zh else each.id for each in known.fields.values()]
    lines.append(f"字段：{_list(names, lang)}" if zh else f"fields: {_list(names, lang)}")
    if known.paper is not None:
        lines.append(f"资料：{known.paper.zh}" if zh else f"paper: {known.paper.en}")
    return "\n\n".join(lines)


def value(known: Enumeration, ident: str, lang: str) -> str:
    """Return what one value of an enumeration is, and what others there are."""
    zh = lang == "zh"
    names = [*known.values[ident]]
    lines = [f"**{names[0]}** · `{ident}`" if zh else f"**{ident}** · {names[0]}"]
    lines.append(f"{known.zh}的取值" if zh else f"a value of {known.id} ({known.zh})")
    if names[1:]:
        lines.append(f"也写作：{_list(names[1:], lang)}" if zh else f"also: {_list(names[1:], lang)}")
    others = [known.name(each, lang) for each in known.values]
    lines.append(f"全部取值：{_list(others, lang)}" if zh else f"all values: {_list(others, lang)}")
    return "\n\n".join(lines)


def parameter(known: Parameter, book: Rulebook, lang: str, case: Case | None = None) -> str:
    """Return the values of a parameter with dates, whom they bind and on what they rest; of a *case* which one holds for it."""
    zh = lang == "zh"
    lines = [f"**{known.zh}** · `{known.id}`" if zh else f"**{known.id}** · {known.zh}"]
    holds = None
    if case is not None:
        plan = book.plan(case, lambda rule: False)
        holds = plan.parameter(known.id, plan.last)
    for each in known.values:
        lines.append(f"- {_value_line(each, book, lang)}" + (_holds(case, lang) if each is holds else ""))
    return "\n\n".join(lines[:1]) + "\n\n" + "\n".join(lines[1:])


def _holds(case: Case | None, lang: str) -> str:
    year = case.year if case is not None else 0
    return f" ← {year} 年度用这个" if lang == "zh" else f" ← holds for {year}"


def _value_line(each: ParameterValue, book: Rulebook, lang: str) -> str:
    zh = lang == "zh"
    parts = [f"**{each.text}**", each.validity.say(lang)]
    reach = each.reach
    if reach.jurisdiction:
        parts.append(f"行政区划 {reach.jurisdiction}" if zh else f"jurisdiction {reach.jurisdiction}")
    for name, words in (("budget_level", reach.levels), ("unit_kind", reach.unit_kinds)):
        enumeration = book.vocabulary.enumerations[name]
        parts += [_list([enumeration.name(word_, lang) for word_ in words], lang)] if words else []
    for basis in each.basis:
        read = VERIFIED[basis.verified].say(lang)
        parts.append(f"{basis.say(lang)}（{read}）" if zh else f"{basis.say(lang)} ({read})")
    return ("，" if zh else ", ").join(parts)


def short_value(known: Parameter) -> str:
    """Return the value of a parameter that holds last, for a line of completion."""
    if not known.values:
        return ""
    latest = max(known.values, key=lambda each: each.validity.start or date.min)
    return latest.text + (f" (+{len(known.values) - 1})" if len(known.values) > 1 else "")


def definition(known: Definition, book: Rulebook, lang: str) -> str:
    """Return what a definition stands for, and which rule makes it."""
    zh = lang == "zh"
    owner = book.vocabulary.entities[known.entity]
    scope = book.scope(Frame(owner.id, (owner.zh, owner.id, *owner.aliases)))
    said = format_expression(known.expr, scope, lang)
    name = f"**{known.zh}** · `{known.name}`" if zh else f"**{known.name}** · {known.zh}"
    where = (
        f"{owner.zh}的定义，写在规则 {known.rule}"
        if zh
        else f"definition about {owner.id}, made in the rule {known.rule}"
    )
    return f"{name}\n\n{where}\n\n```\n{said}\n```"


def rule(known: Rule, lang: str) -> str:
    """Return what a rule is: its title, what it rests on, and when it holds."""
    basis = _list([each.say(lang) for each in known.basis], lang)
    return f"**{known.id}** {known.title.say(lang)}\n\n{basis}\n\n{known.validity.say(lang)}"


# ---- words of the language


@lru_cache(maxsize=1)
def _entries() -> dict[str, Entry]:
    return {meaning: entry for _, entries in SECTIONS for entry in entries for meaning in entry.meanings}


def language_word(meaning: str, lang: str, typed: str = "") -> str:
    """Return what a keyword, operator or function does, as it is *typed*, with examples; "" for one that has no page."""
    entry = _entries().get(meaning)
    if entry is None:
        return ""
    known = OPERATORS.get(meaning)
    sign = f" · `{known.printed[1]}`" if known is not None and known.printed[1] != typed else ""
    shown = "\n".join(f"{each.zh if lang == 'zh' else each.en} → {_result(each.result, lang)}" for each in entry.shown)
    return f"**{typed or word(meaning, lang)}**{sign}\n\n{entry.text.say(lang)}\n\n```\n{shown}\n```"


def _result(result: str, lang: str) -> str:
    words = {"true": "真", "false": "假", "unknown": "未知"}
    return words.get(result, result) if lang == "zh" else result


# ---- keys


def key(known: Key, shape: Shape, vocabulary: Vocabulary, lang: str) -> str:
    """Return what a key is for, and what may stand under it."""
    zh = lang == "zh"
    lines = [f"**{known.zh}** · `{known.id}`" if zh else f"**{known.id}** · {known.zh}"]
    if known.help is not None:
        lines.append(known.help.say(lang))
    if known.required:
        lines.append("必须写" if zh else "must be there")
    words = choices(known.kind, vocabulary, lang)
    if words:
        lines.append(("可写：" if zh else "one of: ") + _list(words, lang))
    return "\n\n".join(lines)


def choices(kind: Kind | None, vocabulary: Vocabulary, lang: str) -> list[str]:
    """Return the words that may stand under a key, in one language; none where anything may."""
    match kind:
        case Choice(words):
            return [pair[lang == "zh"] for pair in words]
        case Flag():
            return ["是", "否"] if lang == "zh" else ["true", "false"]
        case Named("entity"):
            return [each.zh if lang == "zh" else each.id for each in vocabulary.entities.values()]
        case Named(what):
            known = vocabulary.enumerations[what]
            return [known.name(each, lang) for each in known.values]
        case Expression(_, values) if values is not None:
            return choices(values, vocabulary, lang)
        case Many(of):
            return choices(of, vocabulary, lang)
        case Either(kinds):
            return [word_ for each in kinds for word_ in choices(each, vocabulary, lang)]
    return []
