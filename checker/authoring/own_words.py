"""Words of one's own: a field, or an object with its first field, written into the vocabulary beside one's rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from checker.api import rule_packs
from checker.authoring.reference import TYPES, example_value, type_name
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.files import read_member
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source, read_source
from checker.language.words import FUNCTIONS, KEYWORDS, OPERATORS
from checker.rulebook.cache import rulebook_of
from checker.rulebook.packs import VOCABULARY, Pack, Part
from checker.rulebook.vocabulary_fields import REFERS, TYPE_WORDS

_LISTED = re.compile(r"\s*[、,，/]\s*")
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）()《》〔〕_.-]+")


class Word(NamedTuple):
    """What is to be added: a field of an object by its names, what it holds, and what settles it where it is missing."""

    entity: str
    field: str
    kind: str = "文字"
    paper: str = ""
    whom: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""


class Added(NamedTuple):
    """The file that has the word now, its text before and after (None where there was no file), and the field as it is known."""

    path: Path
    was: bytes | None
    text: str
    vocabulary: Vocabulary
    entity: Entity
    field: Field
    near: str
    """Names that are there already and look alike."""


def added(word: Word, place: Path, rules: Sequence[Path]) -> Added:
    """Return *place*, a folder or a vocabulary file, with *word* in it, held against every rule; raises InputError."""
    path = place if place.suffix == ".yaml" else place / VOCABULARY
    was = read_member(path) if path.is_file() else None
    packs = rule_packs([each for each in rules if each.resolve() not in (path.resolve(), path.parent.resolve())])
    before = _known(packs, path, was)
    entity = before.entity_named(word.entity)
    known = None if entity is None else entity.by_name.get(word.field)
    _not_of_the_language(word)
    text = (was or b"").decode("utf-8-sig")
    near = ""
    if known is None:
        near = "" if entity is None else _near(word.field, [f.zh for f in entity.fields.values()])
        text = _with(text, word, entity, path)
    after = _known(packs, path, text.encode()) if known is None else before
    owner = after.entity_named(word.entity)
    field = None if owner is None else owner.by_name.get(word.field)
    if owner is None or field is None:
        raise _by_hand(word, path)
    if known is not None and _kind(word.kind, after) not in ("", type_name(after, field, "zh")):
        told = Text(
            f"{owner.zh}已有字段“{field.zh}”，类型是{type_name(after, field, 'zh')}，不是{word.kind}",
            f"{owner.id} has a field {field.zh!r} already, of type {type_name(after, field, 'en')}",
        )
        hint = Text("用已有的，或换一个名称", "use it, or choose another name")
        raise InputError([Problem("vocabulary", Place(str(path)), told, hint)])
    return Added(path, was, text, after, owner, field, near)


def _near(name: str, names: Sequence[str]) -> str:
    """Return the names that look like *name*."""
    return "、".join(get_close_matches(name, names, n=3, cutoff=0.6))


def _known(packs: Sequence[Pack], path: Path, data: bytes | None) -> Vocabulary:
    """Return what the packs know with a vocabulary of these bytes on top; every rule is read anew, so that none changes its meaning."""
    own = () if data is None else (Pack(str(path), (Part(VOCABULARY, str(path), data),)),)
    return rulebook_of([*packs, *own]).vocabulary


def _not_of_the_language(word: Word) -> None:
    """Refuse a name that means something else in every condition."""
    taken = {text for table in (KEYWORDS, OPERATORS, FUNCTIONS) for texts in table.values() for text in texts}
    for name in (word.entity, word.field):
        if name in taken:
            told = Text(
                f"“{name}”是条件里的用词，不能作名称", f"{name!r} is a word of the conditions and can be no name"
            )
            raise InputError([Problem("name-taken", Place("checker vocabulary add"), told)])


def _kind(kind: str, vocabulary: Vocabulary) -> str:
    """Return a type as it is printed; nothing where none was said."""
    if len(_LISTED.split(kind)) > 1:
        return "、".join(_LISTED.split(kind))
    lead = next((lead for lead in REFERS if kind.startswith(lead)), None)
    if lead is not None:
        target = vocabulary.entity_named(kind[len(lead) :].strip())
        return f"指向 {target.zh}" if target is not None else kind
    basic = TYPES.get(TYPE_WORDS.get(kind, kind))
    if basic is not None:
        return basic[0]
    known = next((e for e in vocabulary.enumerations.values() if kind in (e.id, e.zh)), None)
    return kind if known is None else "、".join(known.name(value, "zh") for value in known.values)


def _definition(word: Word) -> str:
    """Return what stands after the name of the field."""
    values = [each for each in _LISTED.split(word.kind) if each]
    kind = f"[{', '.join(map(_scalar, values))}]" if len(values) > 1 else _scalar(word.kind or "文字")
    more = []
    if word.paper and word.whom:
        more.append(f"资料: {{中文: {_scalar(word.paper)}, 问谁: {_scalar(word.whom)}}}")
    elif word.paper:
        more.append(f"资料: {_scalar(word.paper)}")
    if word.aliases:
        more.append(f"别名: [{', '.join(map(_scalar, word.aliases))}]")
    return kind if not more else f"{{类型: {kind}, {', '.join(more)}}}"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) or (text and all(_PLAIN.fullmatch(part) for part in text.split(" "))):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _with(text: str, word: Word, entity: Entity | None, path: Path) -> str:
    """Return the text of a vocabulary with the word in it, everything else as it was."""
    line = f"{word.field}: {_definition(word)}"
    head = [] if not word.parent else [f"所属: {word.parent}"]
    whole = [f"{word.entity}:", *(f"  {each}" for each in head), "  字段:", f"    {line}"]
    if not text.strip():
        return "\n".join(["实体:", *(f"  {each}" for each in whole)]) + "\n"
    source = read_source(str(path), text.encode())
    top = _under(source.root, ("实体", "entities"))
    if top is None:
        return text.rstrip("\n") + "\n" + "\n".join(["实体:", *(f"  {each}" for each in whole)]) + "\n"
    names = (word.entity,) if entity is None else (entity.id, entity.zh, *entity.aliases)
    own = _under(top[1], names)
    if own is None:
        return _after(source, top, whole, word, path)
    fields = _under(own[1], ("字段", "fields"))
    if fields is None:
        return _after(source, own, ["字段:", f"  {line}"], word, path)
    return _after(source, fields, [line], word, path)


def _under(node: Node, names: Sequence[str]) -> tuple[Node, Node] | None:
    pairs = node.value if node.kind == "map" else ()
    return next(((key, value) for key, value in pairs if key.text in names), None)


def _after(source: Source, pair: tuple[Node, Node], lines: Sequence[str], word: Word, path: Path) -> str:
    """Return the text with *lines* as the last entries of a mapping that is written one entry a line."""
    key, body = pair
    if body.kind != "map" or not body.value or body.value[0][0].line <= key.line:
        raise _by_hand(word, path)
    indent = " " * (body.value[0][0].column - 1)
    last = max(_last(value) for _, value in body.value)
    text = source.text if source.text.endswith("\n") else source.text + "\n"
    kept = text.split("\n")
    return "\n".join([*kept[:last], *(indent + line for line in lines), *kept[last:]])


def _last(node: Node) -> int:
    """Return the last line on which something of *node* stands."""
    if node.kind == "map":
        below: list[int] = [line for key, value in node.value for line in (key.line, _last(value))]
    else:
        below = [_last(each) for each in node.value] if node.kind == "list" else []
    return max([node.line, *below])


def _by_hand(word: Word, path: Path) -> InputError:
    told = Text("这个文件的写法不便自动添加", "this file is written in a way that nothing can be added to it safely")
    hint = Text(
        f"在“{word.entity}”的“字段”下加：{word.field}: {_definition(word)}",
        f"under fields of {word.entity} write {word.field}: {_definition(word)}",
    )
    return InputError([Problem("vocabulary", Place(str(path)), told, hint)])


def told(found: Added, lang: str) -> str:
    """Return what was added, how a case and a rule write it, and where rules find it."""
    zh = lang == "zh"
    entity, field = found.entity, found.field
    kind = type_name(found.vocabulary, field, lang)
    name = f"{entity.zh}.{field.zh}" + (f"（{kind}）" if zh else f" ({kind})")
    if found.text.encode() == (found.was or b""):
        first = f"{name} 已经有了，不用加" if zh else f"{name} is there already"
    else:
        first = f"已写入 {found.path}：{name}" if zh else f"written to {found.path}: {name}"
    value = example_value(found.vocabulary, field, "zh")
    under = entity.collection[-1] if entity.collection else ""
    wanted = "，".join(
        f"{f.aliases[0] if f.id == 'id' and f.aliases else f.zh}: …"
        for f in entity.fields.values()
        if f.id in entity.key
    )
    lead = f"{under}: [{{{wanted + '，' if wanted else ''}{field.zh}: {value}}}]" if under else f"{field.zh}: {value}"
    lead = lead.replace("，", ", ")
    lines = [
        first,
        ("案例里写：" if zh else "in a case: ") + lead,
        (f"规则里写：{field.zh}（对象是{entity.zh}）" if zh else f"in a rule for {entity.zh}: {field.zh}"),
        (
            "规则文件放在同一个文件夹里就认得；别处用，加 --rules"
            if zh
            else "rules in the same folder know it; elsewhere add --rules"
        ),
    ]
    if found.near:
        lines.insert(1, f"注意，已有相近的字段：{found.near}" if zh else f"note what is there already: {found.near}")
    return "\n".join(lines)
