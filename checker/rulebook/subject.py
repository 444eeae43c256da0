"""What a rule is for: a kind of fact, or groups of it by what they have in common."""

from __future__ import annotations

import re

from checker.base.errors import Text, did_you_mean
from checker.base.values import half_width
from checker.cases.vocabulary import Entity
from checker.language.scope import Group
from checker.rulebook.definitions import Draft

_BY = re.compile(r"\s+(?:by|按)\s*|按")

_ONE_FORM = re.compile(r"(?:party|统一名称)\((.*)\)")


def _named_so(entity: Entity, word: str) -> Text | None:
    """Return what to write for groups by the one form of a name; nothing where *word* names no party."""
    field = next((f for f in entity.fields.values() if word in (f.id, f.zh)), None)
    if field is None or field.id not in entity.parties:
        return None
    return Text(
        f"写“按 {field.zh}”：供应商、收款人的名称分组时已经统一写法，也用名称认定",
        f"write `by {field.id}`: names of suppliers and payees are grouped by their one form, and as was decided of them",
    )


def read_subject(draft: Draft) -> None:
    """Read `for` into *draft*: an entity, or an entity `by` keys; what is wrong with it is noted with its place."""
    reader, node = draft.reader, draft.body.get("for")
    vocabulary = reader.vocabulary
    if node is None:
        if not {"for", "对象"} & reader.meant:
            told = Text("规则没有写“对象”（for）", "the rule does not say what it is for")
            reader.problem(
                "required", reader.source.root, told, Text("加一行 对象: 支出项目", "add a line for: budget_line")
            )
        return
    text = reader.text(node)
    entity = vocabulary.entity_named(text)
    keys: list[str] = []
    if entity is None:
        head, *rest = _BY.split(text, maxsplit=1)
        entity = vocabulary.entity_named(head.strip())
        if entity is not None and rest:
            for word in re.split(r"[,，、]", rest[0]):
                field = next((f for f in entity.fields.values() if word.strip() in (f.id, f.zh)), None)
                if field is None:
                    wrapped = _ONE_FORM.fullmatch(half_width(word).strip())
                    names = [n for f in entity.fields.values() for n in (f.zh, f.id)]
                    reader.problem(
                        "unknown-name",
                        node,
                        Text(f"{entity.zh}没有字段“{word.strip()}”", f"{entity.id} has no field {word.strip()!r}"),
                        (wrapped and _named_so(entity, wrapped[1].strip())) or did_you_mean(word.strip(), names),
                    )
                    return
                keys.append(field.id)
            draft.group = Group(entity.id, tuple(keys))
    if entity is None:
        reader.problem(
            "unknown-entity",
            node,
            Text(f"没有“{text}”这种对象", f"there is no entity {text!r}"),
            did_you_mean(text, vocabulary.entity_names()),
        )
        return
    draft.entity = entity.id
