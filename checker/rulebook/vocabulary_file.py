"""vocabulary.yaml → Vocabulary: the built-in dictionary first, then the entities, fields and values that packs add."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from checker.casefile.cells import FALSE_WORDS, TRUE_WORDS
from checker.casefile.source import Node, Source, control_characters
from checker.errors import InputError, Problem, Text, did_you_mean
from checker.vocabulary import BASIC_TYPES, Entity, Enumeration, Field, Vocabulary

TOP_KEYS = {"enumerations": "枚举", "entities": "实体", "documents": "材料"}
ENUMERATION_KEYS = {"zh": "名称", "values": "取值"}
ENTITY_KEYS = {
    "zh": "名称", "aliases": "别名", "collection": "清单", "parent": "所属", "root": "根", "link": "关联", "key": "主键",
    "label": "标签", "required_key": "主键必填", "repeatable": "可重复", "once": "只算一次", "tree": "层级", "figure": "自报数", "paper": "资料", "fields": "字段",
}  # fmt: skip
FIELD_KEYS = {"zh": "名称", "type": "类型", "unit": "单位", "aliases": "别名", "required": "必填", "derive": "推算", "exact": "准确", "none": "无", "changed_by": "变动见", "paper": "资料", "computed": "算得", "default": "缺省", "fold": "不计字形", "negative": "可负"}  # fmt: skip
NONE_TYPES = ("money", "count", "number")
"""Types of a field whose “none” may be said to be 0."""
SIGNED = ("money", "percent", "count", "number")
"""Types of a field of which it may be said whether it can be below zero."""
TYPE_WORDS = {"金额": "money", "百分比": "percent", "数字": "number", "整数": "count", "日期": "date", "文字": "text", "是否": "flag", "年度": "year"}  # fmt: skip
_ID = re.compile(r"[a-z][a-z0-9_]*")


class _Reader:
    """Reads one vocabulary file on top of what is known already; what is wrong is collected in `problems`."""

    def __init__(
        self,
        source: Source,
        entities: dict[str, Entity],
        enumerations: dict[str, Enumeration],
        problems: list[Problem],
        carries: dict[str, dict[str, tuple[str, ...]]],
    ) -> None:
        self.carries = carries
        self.source = source
        self.entities = entities
        self.enumerations = enumerations
        self.problems = problems
        problems += control_characters(source)

    def problem(self, node: Node, zh: str, en: str, hint: Text | None = None) -> None:
        self.problems.append(Problem("vocabulary", self.source.place(node), Text(zh, en), hint))

    def mapping(self, node: Node, known: dict[str, str] | None = None) -> dict[str, Node]:
        if node.kind != "map":
            self.problem(
                node, "这里要写“键: 值”", "a mapping is wanted here", Text("写成“键: 值”", "write “key: value”")
            )
            return {}
        if known is None:
            return {key.text: value for key, value in node.value}
        chinese = {zh: key for key, zh in known.items()}
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = key.text if key.text in known else chinese.get(key.text)
            if name is None:
                self.problem(
                    key,
                    f"不认识的键“{key.text}”",
                    f"unknown key {key.text!r}",
                    did_you_mean(key.text, [*known, *known.values()])
                    or Text("可写：" + "、".join(known.values()), "one of: " + ", ".join(known)),
                )
            elif name in found:
                self.problem(key, f"“{key.text}”写了两次", f"{key.text!r} is there twice", Text("只留一处", "keep one"))
            else:
                found[name] = value
        return found

    def words(self, node: Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        if node.kind == "list":
            return tuple(child.text for child in node.value)
        return (node.text,)

    def word(self, node: Node | None) -> str:
        return "" if node is None or node.kind in ("map", "list") else node.text

    def text(self, node: Node | None) -> Text | None:
        if node is None:
            return None
        if node.kind != "map":
            return Text(node.text, node.text)
        found = self.mapping(node, {"zh": "中文", "en": "英文"})
        zh, en = self.word(found.get("zh")), self.word(found.get("en"))
        return Text(zh or en, en or zh)

    def ident(self, node: Node) -> str:
        """Return the key of an entity, field or enumeration: an ASCII identifier, since tables are named after it."""
        name = node.text
        if not _ID.fullmatch(name):
            self.problem(
                node,
                f"标识“{name}”要用小写字母、数字和下划线",
                f"the identifier {name!r} is made of lower-case letters, digits and underscores",
                Text(
                    "用英文或拼音，例如 gonghan；中文写在“名称”里",
                    "such as letter_number; the Chinese name goes under zh",
                ),
            )
        return name

    def zh(self, body: dict[str, Node], node: Node, what: str) -> str:
        name = self.word(body.get("zh"))
        if not name:
            self.problem(
                node,
                f"“{what}”没有写名称（zh，中文名称）",
                f"{what!r} has no Chinese name (zh)",
                Text("加一行 名称: …", "add a line zh: …"),
            )
        return name or what

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
                self.problem(name, f"没有“{name.text}”这种对象", f"there is no entity {name.text!r}", did_you_mean(name.text, list(self.entities)))  # fmt: skip
                continue
            words = self.words(wanted)
            if words in (("all",), ("全部",)):
                carried[entity.id] = ()
                continue
            fields = []
            for word in words:
                field = entity.by_name.get(word)
                if field is None:
                    self.problem(wanted, f"{entity.zh}没有字段“{word}”", f"{entity.id} has no field {word!r}", did_you_mean(word, list(entity.by_name)))  # fmt: skip
                else:
                    fields.append(field.id)
            if entity.id not in carried or carried[entity.id]:
                carried[entity.id] = (*carried.get(entity.id, ()), *fields)

    def _is_map(self, node: Node | None) -> bool:
        if node is not None and node.kind != "map":
            self.problem(
                node, "这里要写“键: 值”", "a mapping is wanted here", Text("写成“键: 值”", "write “key: value”")
            )
        return node is not None and node.kind == "map"

    def enumeration(self, key: Node, node: Node) -> None:
        """Read a new enumeration, or values added to one that is there."""
        name = self.ident(key)
        body = self.mapping(node, ENUMERATION_KEYS)
        known = self.enumerations.get(name)
        values: dict[str, tuple[str, ...]] = dict(known.values) if known else {}
        if not self._is_map(body.get("values")):
            if "values" not in body:
                self.problem(key, f"枚举“{name}”没有取值", f"the enumeration {name!r} has no values", Text("加 取值: {…}", "add values: {…}"))  # fmt: skip
            return
        for value, words in body["values"].value:
            ident = self.ident(value)
            if ident in values:
                self.problem(
                    value,
                    f"枚举“{name}”已有取值“{ident}”",
                    f"the enumeration {name!r} has the value {ident!r} already",
                    Text("换一个标识，或删去这一条", "choose another identifier, or leave this out"),
                )
            values[ident] = self.words(words)
        by_name = {word: ident for ident, words in values.items() for word in (ident, *words)}
        zh = known.zh if known else self.zh(body, key, name)
        self.enumerations[name] = Enumeration(name, zh, values, by_name)

    def entity(self, key: Node, node: Node) -> None:
        """Read a new entity, or fields added to one that is there."""
        name = self.ident(key)
        body = self.mapping(node, ENTITY_KEYS)
        known = self.entities.get(name)
        if known is not None and set(body) - {"fields", "zh"}:
            extra = "、".join(ENTITY_KEYS[k] for k in body if k not in ("fields", "zh"))
            self.problem(
                key,
                f"实体“{name}”已在词汇表里，只能给它加字段，不能改“{extra}”",
                f"the entity {name!r} is in the vocabulary already; fields can be added, nothing else changed",
                Text("只写 字段: …", "write fields: … only"),
            )
            return
        fields = dict(known.fields) if known else {}
        for field_key, value in body["fields"].value if self._is_map(body.get("fields")) else ():
            field = self.field(name, field_key, value)
            if field is None:
                continue
            if field.id in fields:
                self.problem(
                    field_key,
                    f"{name} 已有字段“{field.id}”",
                    f"{name} has a field {field.id!r} already",
                    Text("换一个标识，或删去这一条", "choose another identifier, or leave this out"),
                )
            fields[field.id] = field
        by_name = self.field_names(name, fields, node)
        if known is not None:
            self.entities[name] = replace(known, fields=fields, by_name=by_name)
            return
        if not fields:
            self.problem(
                key, f"实体“{name}”没有字段", f"the entity {name!r} has no fields", Text("加 字段: …", "add fields: …")
            )
        if "root" not in body:
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
        tree = self.mapping(body["tree"]) if "tree" in body else None
        link = self.mapping(body["link"]) if "link" in body else None
        figure: dict[str, Any] | None = None
        if "figure" in body:
            found = self.mapping(body["figure"])
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
            parent=self.word(body.get("parent")) or (None if "root" in body else "unit"),
            link=(self.word(link.get("field")), self.word(link.get("zh"))) if link else None,
            key=self.words(body.get("key")),
            label=self.word(body.get("label")) or None,
            required_key="required_key" in body,
            repeatable="repeatable" in body,
            once=self.words(body.get("once")),
            tree=(self.word(tree.get("field")), self.words(tree.get("up")), self.words(tree.get("down")))
            if tree
            else None,
            figure=figure,
            paper=self.text(body.get("paper")),
        )
        self.cross_check(key, self.entities[name])

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

    def field(self, entity: str, key: Node, node: Node) -> Field | None:
        """Read one field."""
        name = self.ident(key)
        if node.kind != "map":
            self.problem(
                node,
                f"字段“{name}”要写成 {{名称: …, 类型: …}}",
                f"the field {name!r} is written {{zh: …, type: …}}",
                Text("例如 {名称: 公函文号, 类型: 文字}", "such as {zh: 公函文号, type: text}"),
            )
            return None
        body = self.mapping(node, FIELD_KEYS)
        kind = self.word(body.get("type")) or "text"
        kind = TYPE_WORDS.get(kind, kind)
        ref = next((kind[len(lead) :].strip() for lead in ("ref ", "引用 ") if kind.startswith(lead)), None)
        if not ref and kind not in BASIC_TYPES and kind not in self.enumerations:
            self.problem(
                body["type"],
                f"不认识的类型“{kind}”",
                f"unknown type {kind!r}",
                did_you_mean(kind, [*BASIC_TYPES, *TYPE_WORDS, *self.enumerations])
                or Text(
                    "可写：" + "、".join(TYPE_WORDS) + "，或一个枚举",
                    "one of: " + ", ".join(BASIC_TYPES) + ", or an enumeration",
                ),
            )
            return None
        return Field(
            id=name,
            zh=self.zh(body, key, name),
            entity=entity,
            type="ref" if ref else kind,
            ref=ref,
            unit=self.word(body.get("unit")),
            aliases=self.words(body.get("aliases")),
            required=self.word(body.get("required")) in ("true", "是", "yes"),
            derive="derive" in body,
            exact=self.word(body.get("exact")) in ("true", "是", "yes"),
            computed="computed" in body,
            paper=self.text(body.get("paper")),
            default=self.default(body.get("default"), kind),
            none_is_zero=self.none_is_zero(body.get("none"), kind),
            none_as=self.none_as(body.get("none")),
            changed_by=self.words(body.get("changed_by")),
            fold=self.fold(body.get("fold"), kind),
            negative=self.negative(body.get("negative"), kind),
        )

    def negative(self, node: Node | None, kind: str) -> bool:
        """Read `negative: true` or `false`: whether a figure may be below zero; where nothing is said, all but a count may."""
        word = self.word(node)
        said = word in TRUE_WORDS
        if node is not None and (kind not in SIGNED or not (said or word in FALSE_WORDS)):
            self.problem(
                node,
                "“可负”只能写“是”或“否”，而且只用于金额、比率、整数和数字",
                "negative is true or false, and only for money, rates, counts and numbers",
                Text("写 可负: 否，或删去这一项", "write negative: false, or leave it out"),
            )
        return said if node is not None else kind != "count"

    def fold(self, node: Node | None, kind: str) -> bool:
        """Read `fold: true`: typography decides nothing where texts of this field are compared."""
        word = self.word(node)
        if node is not None and (kind != "text" or word not in ("true", "是", "yes")):
            told = Text("写 不计字形: 是，或删去这一项", "write fold: true, or leave it out")
            self.problem(
                node, "“不计字形”只能写“是”，而且只用于文字", "fold can only be true, and only for texts", told
            )
        return node is not None

    def default(self, node: Node | None, kind: str) -> int | None:
        """Return what a count is where nobody wrote it."""
        word = self.word(node)
        if node is not None and not (kind == "count" and word.isascii() and word.isdigit()):
            told = Text("例如 {名称: 留空栏数, 类型: 整数, 缺省: 0}", "such as {zh: 留空栏数, type: count, default: 0}")
            self.problem(node, "只有整数可以有缺省值", "only a count can have a default", told)
            return None
        return int(word) if node is not None else None

    def none_is_zero(self, node: Node | None, kind: str) -> bool:
        """Read `none: 0`: what the report states as none is no money (or none of what is counted)."""
        if node is None or self.none_as(node):
            return False
        if self.word(node) != "0" or kind not in NONE_TYPES:
            self.problem(
                node,
                "“无”只能写 0 或另一个字段，而且只用于金额、整数和数字",
                "none can only be 0 or another field, and only for money, counts and numbers",
                Text("写 无: 0，或删去这一项", "write none: 0, or leave it out"),
            )
            return False
        return True

    def none_as(self, node: Node | None) -> str:
        """Read `none: initial_budget`: as a base the figure stated as none is that of another field of the same fact."""
        word = self.word(node)
        return word if _ID.fullmatch(word) else ""

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
        for field in entity.fields.values():
            lists = {other.id for other in self.entities.values() if other.parent == entity.id}
            known = {other.id for other in entity.fields.values() if other.type == field.type}
            for name, of in ((field.none_as, known - {field.id}), *((n, known | lists) for n in field.changed_by)):
                if name and name not in of:
                    self.problem(
                        self.source.root,
                        f"{entity.id}.{field.id}：“{name}”不是同一实体的同类字段或清单",
                        f"{entity.id}.{field.id}: {name!r} is no field of the same type, nor a list, of that entity",
                        did_you_mean(name, sorted(of)) or Text("写字段的标识", "write the identifier of a field"),
                    )


def load_vocabulary(sources: Sequence[Source | None]) -> Vocabulary:
    """Build the vocabulary from the file of each layer (nothing where it adds none); raises InputError with all that is wrong."""
    problems: list[Problem] = []
    entities: dict[str, Entity] = {}
    enumerations: dict[str, Enumeration] = {}
    layers: list[frozenset[str]] = []
    carries: dict[str, dict[str, tuple[str, ...]]] = {}
    for source in sources:
        if source is None:
            layers.append(layers[-1])
            continue
        reader = _Reader(source, entities, enumerations, problems, carries)
        reader.read()
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
