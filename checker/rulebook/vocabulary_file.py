"""vocabulary.yaml → Vocabulary: the built-in dictionary first, then the entities, fields and values that packs add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cases.vocabulary import Entity, Enumeration, Field, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.rulebook.vocabulary_fields import FieldReader
from checker.rulebook.vocabulary_shapes import (
    ENTITY_KEYS,
    ENUMERATION_KEYS,
    FIGURE_KEYS,
    LINK_KEYS,
    TOP_KEYS,
    TREE_KEYS,
)


class _Reader(FieldReader):
    """Reads one vocabulary file on top of what is known already; what is wrong is collected in `problems`."""

    def read(self) -> None:
        """Read the whole file."""
        top = self.mapping(self.source.root, TOP_KEYS)
        for key, node in top["enumerations"].value if self._is_map(top.get("enumerations")) else ():
            self.enumeration(key, node)
        for key, node in top["entities"].value if self._is_map(top.get("entities")) else ():
            self.entity(key, node)
        for key, node in top["documents"].value if self._is_map(top.get("documents")) else ():
            self.document(key, node)

    def document(self, key: Node, node: Node) -> None:
        """Read what one kind of document speaks of: entities, each with a list of fields or 全部; added to what is known."""
        kinds = self.enumerations.get("document_kind")
        kind = kinds.by_name.get(key.text) if kinds else None
        if kind is None:
            self.problem(
                key,
                f"没有“{key.text}”这种材料",
                f"there is no kind of document {key.text!r}",
                did_you_mean(key.text, list(kinds.by_name) if kinds else [])
                or Text("先把它写进枚举 document_kind", "add it to the enumeration document_kind first"),
            )
            return
        carried = self.carries.setdefault(kind, {})
        for name, wanted in node.value if self._is_map(node) else ():
            entity = next((e for e in self.entities.values() if name.text in (e.id, e.zh, *e.aliases)), None)
            if entity is None:
                self.problem(
                    name,
                    f"没有“{name.text}”这种对象",
                    f"there is no entity {name.text!r}",
                    did_you_mean(name.text, list(self.entities)),
                )
                continue
            words = self.words(wanted)
            if words in (("all",), ("全部",)):
                carried[entity.id] = ()
                continue
            fields = []
            for word in words:
                field = entity.by_name.get(word)
                if field is None:
                    self.problem(
                        wanted,
                        f"{entity.zh}没有字段“{word}”",
                        f"{entity.id} has no field {word!r}",
                        did_you_mean(word, list(entity.by_name)),
                    )
                else:
                    fields.append(field.id)
            if entity.id not in carried or carried[entity.id]:
                carried[entity.id] = (*carried.get(entity.id, ()), *fields)

    def enumeration(self, key: Node, node: Node) -> None:
        """Read a new enumeration, or values added to one that is there."""
        name = self.ident(key)
        body = self.mapping(node, ENUMERATION_KEYS)
        known = self.enumerations.get(name)
        values: dict[str, tuple[str, ...]] = dict(known.values) if known else {}
        if not self._is_map(body.get("values")):
            if "values" not in body:
                self.problem(
                    key,
                    f"枚举“{name}”没有取值",
                    f"the enumeration {name!r} has no values",
                    Text("加 取值: {…}", "add values: {…}"),
                )
            return
        for value, words in body["values"].value:
            ident = self.ident(value)
            if ident in values and (name, ident) in self.places and values[ident] == self.words(words):
                continue  # another pack says the same
            if ident in values:
                self.problem(
                    value,
                    f"枚举“{name}”已有取值“{ident}”",
                    f"the enumeration {name!r} has the value {ident!r} already",
                    Text("换一个标识，或删去这一条", "choose another identifier, or leave this out"),
                )
            values[ident] = self.words(words)
            self.places[name, ident] = self.source.place(value)
            self._said(name, value, values)
        by_name = {word: ident for ident, words in values.items() for word in (ident, *words)}
        zh = known.zh if known else self.zh(body, key, name)
        self.enumerations[name] = Enumeration(name, zh, values, by_name)

    def _said(self, name: str, key: Node, values: dict[str, tuple[str, ...]]) -> None:
        """Refuse a value without a name, or one that another value of the enumeration has already."""
        words = values[key.text]
        if not words or not all(word.strip() for word in words):
            self.problem(
                key,
                f"枚举“{name}”的取值“{key.text}”没有名称",
                f"the value {key.text!r} of the enumeration {name!r} has no name",
                Text(f"写成 {key.text}: 名称，或删去这一条", f"write {key.text}: its name, or leave it out"),
            )
        for word in (key.text, *words):
            other = next((each for each, said in values.items() if each != key.text and word in (each, *said)), None)
            if other is not None and word:
                self.problem(
                    key,
                    f"枚举“{name}”里“{word}”已经是“{other}”的名称",
                    f"in the enumeration {name!r} {word!r} is a name of {other!r} already",
                    Text("换一个名称", "choose another name"),
                )

    def entity(self, key: Node, node: Node) -> None:
        """Read a new entity, or fields added to one that is there."""
        name = self.ident(key)
        body = self.mapping(node, ENTITY_KEYS)
        name = next((e.id for e in self.entities.values() if name in (e.zh, *e.aliases)), name)
        known = self.entities.get(name)
        if known is not None and (extra := self.changed(known, body)):
            self.problem(
                key,
                f"“{known.zh}”已在词汇表里，只能给它加字段，不能改“{'、'.join(extra)}”",
                f"the entity {name!r} is in the vocabulary already; fields can be added, nothing else changed",
                Text("只写 字段: …", "write fields: … only"),
            )
            return
        fields = dict(known.fields) if known else {}
        own = known is None and not name.isascii() and "key" not in body and "编号" not in _names(body.get("fields"))
        if own:
            fields["id"] = Field("id", f"{self.zh(body, key, name)}编号", name, "text", aliases=("编号",))
        for field_key, value in body["fields"].value if self._is_map(body.get("fields")) else ():
            field = self.field(name, field_key, value)
            if field is not None:
                self.add(name, fields, field, field_key)
        by_name = self.field_names(name, fields, node)
        if known is not None:
            self.entities[name] = replace(known, fields=fields, by_name=by_name)
            return
        if not fields:
            self.problem(
                key, f"实体“{name}”没有字段", f"the entity {name!r} has no fields", Text("加 字段: …", "add fields: …")
            )
        if "root" not in body and name.isascii():
            for wanted in ("parent", "collection"):
                if wanted not in body:
                    self.problem(
                        key,
                        f"实体“{name}”没有写“{ENTITY_KEYS[wanted]}”（{wanted}）",
                        f"the entity {name!r} does not state its {wanted}",
                        Text(
                            "所属 写它属于哪个实体（如 unit），清单 写案例里的键",
                            "parent is the entity it belongs to (such as unit), collection its key in a case",
                        ),
                    )
        tree = self.mapping(body["tree"], TREE_KEYS) if "tree" in body else None
        link = self.mapping(body["link"], LINK_KEYS) if "link" in body else None
        figure: dict[str, Any] | None = None
        if "figure" in body:
            found = self.mapping(body["figure"], FIGURE_KEYS)
            figure = {key: value.value for key, value in found.items() if value.kind != "map"}
            if not self._is_map(found.get("slots")) or "value" not in found:
                told = Text("写 自报数: {value: …, slots: {money: …}}", "write figure: {value: …, slots: {money: …}}")
                self.problem(key, "自报数没有写 value 和 slots", "figure states no value or slots", told)
                return
            figure["slots"] = {key.text: value.text for key, value in found["slots"].value}
            if "bases" in found:
                figure["bases"] = {key.text: self.words(value) for key, value in found["bases"].value}
        self.entities[name] = Entity(
            id=name,
            zh=self.zh(body, key, name),
            fields=fields,
            by_name=by_name,
            aliases=self.words(body.get("aliases")),
            collection=self.words(body.get("collection")) or (() if "root" in body else (name,)),
            parent=self.named(self.word(body.get("parent"))) or (None if "root" in body else "unit"),
            link=(self.word(link.get("field")), self.word(link.get("zh"))) if link else None,
            key=self.words(body.get("key")) or (("id",) if own else ("编号",) if "编号" in fields else ()),
            label=self.word(body.get("label")) or (_label(fields) if not name.isascii() else None),
            required_key=self.flag(body.get("required_key")),
            repeatable=self.flag(body.get("repeatable")),
            once=self.words(body.get("once")),
            tree=(self.word(tree.get("field")), self.words(tree.get("up")), self.words(tree.get("down")))
            if tree
            else None,
            figure=figure,
            paper=self.paper(body.get("paper")),
        )
        self.cross_check(key, self.entities[name])

    def named(self, word: str) -> str:
        """Return the id of the entity that *word* names; the word itself where there is none."""
        return next((e.id for e in self.entities.values() if word in (e.zh, *e.aliases)), word)

    def changed(self, known: Entity, body: dict[str, Node]) -> list[str]:
        """Return the keys by which *body* would make another entity of one that is there."""
        said = {
            "collection": (self.words(body.get("collection")), known.collection),
            "parent": (self.named(self.word(body.get("parent"))), known.parent),
            "aliases": (self.words(body.get("aliases")), known.aliases),
            "key": (self.words(body.get("key")), known.key),
            "label": (self.word(body.get("label")), known.label),
        }
        same = {key for key, (mine, theirs) in said.items() if mine == theirs}
        return [ENTITY_KEYS[key] for key in body if key not in ("fields", "zh") and key not in same]

    def add(self, entity: str, fields: dict[str, Field], field: Field, key: Node) -> None:
        """Add a field to those of an entity; one that another pack has already must mean the same."""
        at = fields.get(field.id)
        if at is None and not field.id.isascii():
            at = next((each for each in fields.values() if each.zh == field.id), None)
        if at is None:
            fields[field.id] = field
            self.places[entity, field.id] = self.source.place(key)
            return
        keys = ("type", "ref") if (entity, at.id) in self.builtin else tuple(MEANING)
        differs = _differences(at, field, keys)
        if (entity, at.id) in self.places and not differs:
            aliases = tuple(dict.fromkeys((*at.aliases, *field.aliases)))
            fields[at.id] = replace(at, aliases=aliases, paper=at.paper or field.paper)
            return
        first = self.places.get((entity, at.id))
        zh, en = (f"（{first}）", f" ({first})") if first is not None else ("", "")
        self.problem(
            key,
            f"{entity} 已有字段“{field.id}”{zh}" + (f"，{differs}不同" if differs else ""),
            f"{entity} has a field {field.id!r} already{en}",
            Text("意思相同的，写得和它一样；不同的，换一个名称", "write it as it is there, or choose another name"),
        )

    def field_names(self, entity: str, fields: dict[str, Field], node: Node) -> dict[str, Field]:
        """Return every name of every field; own names go before anybody's alias."""
        by_name: dict[str, Field] = {}
        for field in fields.values():
            for alias in (field.id, field.zh):
                if alias in by_name and by_name[alias] is not field:
                    self.problem(
                        node,
                        f"{entity} 里有两个字段叫“{alias}”",
                        f"two fields of {entity} are called {alias!r}",
                        Text("给其中一个换个名称", "rename one of them"),
                    )
                by_name[alias] = field
        for field in fields.values():
            for alias in field.aliases:
                by_name.setdefault(alias, field)
        return by_name

    def cross_check(self, node: Node, entity: Entity) -> None:
        """Hold the names that an entity mentions against what there is."""
        if entity.parent and entity.parent not in self.entities:
            self.problem(
                node,
                f"{entity.id} 的上级实体“{entity.parent}”不存在",
                f"the parent {entity.parent!r} of {entity.id} does not exist",
                did_you_mean(entity.parent, list(self.entities))
                or Text("写一个已有的实体，例如 unit", "name an entity that exists, such as unit"),
            )
        for name in (*entity.key, *entity.once, *((entity.label,) if entity.label else ())):
            if name not in entity.fields:
                self.problem(
                    node,
                    f"{entity.id} 的键“{name}”不是它的字段",
                    f"the key {name!r} of {entity.id} is not one of its fields",
                    did_you_mean(name, list(entity.fields)) or Text("写字段的标识", "write the identifier of a field"),
                )

    def unchanged(self, entity: Entity) -> None:
        """Hold what `none` and `changed_by` name against the fields and lists of their entity, once all are read."""
        below = [other for other in self.entities.values() if other.parent == entity.id]
        taken = {name for other in below for name in (other.id, other.zh, *other.aliases, *other.collection)}
        for field in entity.fields.values():
            for name in sorted({field.id, field.zh, *field.aliases} & taken):
                self.problem(
                    self.source.root,
                    f"“{name}”已经是{entity.zh}下面的一种事实，不能又是{entity.zh}的字段",
                    f"{name!r} is a kind of fact of {entity.id} already and can be no field of it as well",
                    Text("字段换一个名称，例如 值班次数", "give the field another name"),
                )
            named = entity.fields.get(field.code_of)
            if field.code_of and (named is None or {named.type, field.type} != {"text"} or named is field):
                self.problem(
                    self.source.root,
                    f"{entity.id}.{field.id}：“{field.code_of}”不是同一实体里写名称的文字字段",
                    f"{entity.id}.{field.id}: {field.code_of!r} is no text of that entity that names somebody",
                    Text("写供应商、收款人那个字段的标识", "write the identifier of the field that names the party"),
                )
            lists = {other.id for other in below}
            known = {other.id for other in entity.fields.values() if other.type == field.type}
            for name, of in ((field.none_as, known - {field.id}), *((n, known | lists) for n in field.changed_by)):
                if name and name not in of:
                    self.problem(
                        self.source.root,
                        f"{entity.id}.{field.id}：“{name}”不是同一实体的同类字段或清单",
                        f"{entity.id}.{field.id}: {name!r} is no field of the same type, nor a list, of that entity",
                        did_you_mean(name, sorted(of)) or Text("写字段的标识", "write the identifier of a field"),
                    )


MEANING = {
    "type": "类型",
    "ref": "指向",
    "unit": "单位",
    "required": "必填",
    "derive": "推算",
    "exact": "准确",
    "computed": "算得",
    "default": "缺省",
    "none_is_zero": "无",
    "none_as": "无",
    "changed_by": "变动见",
    "fold": "不计字形",
    "negative": "可负",
    "code_of": "代码属于",
}
"""What two definitions of one field must agree on; other headings and the paper may be said by either."""


def _differences(one: Field, other: Field, keys: Sequence[str]) -> str:
    """Return in what of *keys* two definitions of a field differ."""
    return "、".join(dict.fromkeys(MEANING[key] for key in keys if getattr(one, key) != getattr(other, key)))


def _names(node: Node | None) -> list[str]:
    return [key.text for key, _ in node.value] if node is not None and node.kind == "map" else []


def _label(fields: dict[str, Field]) -> str | None:
    """Return the field that an own object is called by: its first text."""
    return next((field.id for field in fields.values() if field.type == "text" and field.id != "id"), None)


def load_vocabulary(sources: Sequence[Source | None]) -> Vocabulary:
    """Build the vocabulary from the file of each layer (nothing where it adds none); raises InputError with all that is wrong."""
    problems: list[Problem] = []
    entities: dict[str, Entity] = {}
    enumerations: dict[str, Enumeration] = {}
    layers: list[frozenset[str]] = []
    carries: dict[str, dict[str, tuple[str, ...]]] = {}
    places: dict[tuple[str, str], Place] = {}
    builtin: frozenset[tuple[str, str]] = frozenset()
    for source in sources:
        if source is None:
            layers.append(layers[-1])
            continue
        reader = _Reader(source, entities, enumerations, problems, carries, places)
        reader.builtin = builtin
        reader.read()
        builtin = builtin or frozenset(places)
        for entity in entities.values():
            reader.unchanged(entity)
            for field in entity.fields.values():
                if field.ref and field.ref not in entities:
                    reader.problem(
                        source.root,
                        f"{entity.id}.{field.id} 引用了没有的实体“{field.ref}”",
                        f"{entity.id}.{field.id} refers to {field.ref!r}, which does not exist",
                        did_you_mean(field.ref, list(entities))
                        or Text("写一个已有的实体", "name an entity that exists"),
                    )
        if problems or not any(entity.parent is None for entity in entities.values()):
            break
        layers.append(frozenset(Vocabulary(entities, enumerations).names()))
    if problems:
        raise InputError(problems)
    if not layers and sources[0] is not None:
        told = Text("词汇表里没有单位（根实体）", "the vocabulary has no root entity")
        hint = Text("把这份词汇表放在内置词汇表之上使用", "use this vocabulary on top of the built-in one")
        raise InputError([Problem("vocabulary", sources[0].place(sources[0].root), told, hint)])
    return Vocabulary(entities, enumerations, tuple(layers), carries)
