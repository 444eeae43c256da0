"""The words that a rule may use, for completion while it is typed: fields by type, related facts, parameters, values, words of the language, keys."""

from __future__ import annotations

from collections.abc import Iterator

from checker.base.errors import Text
from checker.cases.vocabulary import Entity, Vocabulary
from checker.language.words import FUNCTIONS, KEYWORDS, OPERATORS
from checker.rulebook.book import Rulebook
from checker.rulebook.shapes import RULE_KEYS

Word = tuple[str, str, str, str]
"""A word in Chinese and in English, whose it is ("" for the subject's own, else the way to it, `:` at the start of a line), and what is said of it."""
TYPES = {
    "money": Text("金额", "amount"),
    "percent": Text("比率", "rate"),
    "number": Text("数", "number"),
    "count": Text("个数", "count"),
    "date": Text("日期", "day"),
    "year": Text("年度", "year"),
    "flag": Text("是或否", "yes or no"),
    "boolean": Text("是或否", "yes or no"),
    "text": Text("文字", "text"),
}
_FIELD, _LIMIT, _OWN, _FACTS = (
    Text("字段", "field"),
    Text("参数", "parameter"),
    Text("定义", "definition"),
    Text("关联的事实", "related facts"),
)
_WORD, _VALUE, _KEY = Text("用语", "word"), Text("取值", "value"), Text("键", "key")


def words_of(book: Rulebook, entity: Entity, lang: str) -> list[Word]:
    """Return what may stand in a rule about an entity, each once, those that are nearest first."""
    found: dict[tuple[str, str], Word] = {}
    for word in _words(book, entity, lang):
        found.setdefault((word[0], word[2]), word)
    return list(found.values())


def _words(book: Rulebook, entity: Entity, lang: str) -> Iterator[Word]:
    vocabulary = book.vocabulary
    yield from _fields(vocabulary, entity, "", "", lang)
    for (at, _), definition in book.definitions.items():
        if at == entity.id:
            yield definition.zh, definition.name, "", _said(vocabulary, _OWN, definition.expr.type, "", lang)
    for parameter in book.parameters.values():
        yield parameter.zh, parameter.id, "", _said(vocabulary, _LIMIT, parameter.type, "", lang)
    for relation in {each.zh: each for each in vocabulary.relations(entity.id).values()}.values():
        yield relation.zh, relation.en, "", f"{_FACTS.say(lang)}{'（多）' if relation.many and lang == 'zh' else ''}"
        yield from _fields(vocabulary, vocabulary.entities[relation.target], relation.zh, relation.en, lang)
    for known in (KEYWORDS, FUNCTIONS, OPERATORS):
        for spellings in known.values():
            zh = next((each for each in spellings if not each.isascii()), "")
            en = next((each for each in spellings if each.isascii() and each[:1].isalpha()), "")
            if zh or en:
                yield zh or en, en or zh, "", _WORD.say(lang)
    for key in RULE_KEYS.entries.values():
        yield key.zh, key.id, ":", f"{_KEY.say(lang)} {key.help.say(lang) if key.help else ''}".strip()


def _fields(vocabulary: Vocabulary, entity: Entity, zh: str, en: str, lang: str) -> Iterator[Word]:
    for field in entity.fields.values():
        if field.ref is not None:
            continue
        told = _said(vocabulary, _FIELD, field.type, field.unit, lang)
        yield field.zh, field.id, zh, told
        if zh != en:
            yield field.zh, field.id, en, told
        values = vocabulary.enumerations.get(field.type)
        if values is not None and not zh:
            for each in values.values:
                said = f"{_VALUE.say(lang)} · {field.name(lang)}"
                yield values.name(each, "zh"), values.name(each, "en"), "", said


def _said(vocabulary: Vocabulary, kind: Text, type_: str, unit: str, lang: str) -> str:
    known = vocabulary.enumerations.get(type_.removeprefix("enum:"))
    name = known.zh if known is not None and lang == "zh" else TYPES[type_].say(lang) if type_ in TYPES else type_
    return " · ".join(each for each in (kind.say(lang), name, unit) if each)
