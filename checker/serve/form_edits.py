"""What is asked of a case on its form, put into the text of its file: a value, a source, an entry more or less, how whole a list is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.base.errors import Text
from checker.base.values import half_width
from checker.cases.cells import TRUE_WORDS
from checker.cases.reader import LIST_KEYS, key_table
from checker.cases.valuereader import VALUE_KEYS
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.editing import Editor, Path, Plain, Value
from checker.documents.node import Node
from checker.documents.source import Source
from checker.serve import refusals
from checker.serve.refusals import Refusal, Refused

MARKS = ("无", "待填", "留空")
"""Words that stand where a value would, in every field."""
STATES = {
    "whole": Text("列全", "all are listed"),
    "partial": Text("没有列全", "not all are listed"),
    "unsaid": Text("没写是否列全", "not said whether all are"),
    "none": Text("没有（报告写明）", "none, as stated"),
    "open": Text("待填", "to be filled in"),
    "blank": Text("留空（报告有这一栏）", "left blank in the report"),
    "absent": Text("没有提到", "not mentioned"),
}
"""What a case may say of a list."""
MOVED = Refusal(
    "moved",
    409,
    Text("这一条已经不在原来的位置，没有保存", "this entry is no longer where it was; nothing was saved"),
    Text("刷新这一页", "load this page anew"),
)
HAS_ENTRIES = Refusal(
    "has-entries",
    422,
    Text("清单里还有内容", "the list still has entries"),
    Text("先逐条删去，再写“没有”", "take them out first"),
)
NOTHING_GIVEN = Refusal(
    "nothing-given",
    422,
    Text("这一条什么也没有填", "nothing was entered"),
    Text("至少填一项", "fill in at least one field"),
)


class Change:
    """One thing asked of the form: what (`act`), of which fact (`path`, keys and numbers), and the rest by name."""

    __slots__ = ("act", "path", "rest")

    def __init__(self, act: str, path: Sequence[str], rest: Mapping[str, str]) -> None:
        self.act = act
        self.path = tuple(path)
        self.rest = rest

    def __getitem__(self, name: str) -> str:
        return self.rest.get(name, "")


def node_at(source: Source, path: Sequence[str]) -> tuple[Node, Path]:
    """Return the part at keys and numbers, and the same way in numbers only; raises Refused."""
    node, numbers = source.root, []
    for step in path:
        if node.kind == "map":
            number = next((n for n, (key, _) in enumerate(node.value) if key.text == step), -1)
        else:
            number = int(step) if node.kind == "list" and step.isascii() and step.isdigit() and len(step) < 8 else -1
        if number < 0 or number >= len(node.value):
            raise Refused(MOVED)
        node = node.value[number][1] if node.kind == "map" else node.value[number]
        numbers.append(number)
    return node, tuple(numbers)


def entity_at(source: Source, path: Sequence[str], vocabulary: Vocabulary) -> Entity:
    """Return what kind of fact stands at a path; raises Refused."""
    entity, node = vocabulary.root, source.root
    for number, step in enumerate(path):
        if node.kind == "map":
            meaning, what = key_table(vocabulary, entity).get(step, ("", None))
            if meaning == "collection":
                entity = what
            elif LIST_KEYS.get(step) != "items":
                raise Refused(MOVED)
        node, _ = node_at(source, path[: number + 1])
    if node.kind != "map":
        raise Refused(MOVED)
    return entity


def pair_of(node: Node, entity: Entity, vocabulary: Vocabulary, meaning: str, ident: str) -> int:
    """Return the number of the pair of a fact that is a field or a list, by whatever name; -1 where it has none."""
    table = key_table(vocabulary, entity)
    for number, (key, _) in enumerate(node.value):
        known, what = table.get(key.text) or table.get(half_width(key.text).strip()) or ("", None)
        if known == meaning and (what.id if what is not None else "") == ident:
            return number
    return -1


class Forms:
    """Changes one case text; what is asked is taken in order."""

    def __init__(self, source: Source, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.editor = Editor(source)
        self.chinese = any(not key.text.isascii() for key, _ in source.root.value)
        self.acts: dict[str, Callable[[Change, Node, Path, Entity], None]] = {
            "set": self._set,
            "source": self._source,
            "mark": self._mark,
            "confirm": self._confirm,
            "add": self._add,
            "remove": self._remove,
            "state": self._state,
            "head": self._head,
        }

    def change(self, change: Change) -> None:
        """Put one change into the text; raises Refused, InputError."""
        act = self.acts.get(change.act)
        if act is None:
            raise Refused(refusals.BODY)
        source = self.editor.source
        entity = entity_at(source, change.path, self.vocabulary)
        node, path = node_at(source, change.path)
        act(change, node, path, entity)

    # ---- values

    def _field(self, entity: Entity, ident: str) -> Field:
        found = entity.fields.get(ident)
        if found is None and entity.link is not None and ident == entity.link[0]:
            return Field(entity.link[0], entity.link[1], entity.id, "text")
        if found is None or not found.written:
            raise Refused(refusals.BODY)
        return found

    def _number(self, node: Node, entity: Entity, field: Field) -> int:
        known = pair_of(node, entity, self.vocabulary, "field", field.id)
        return known if known >= 0 else pair_of(node, entity, self.vocabulary, "link", field.id)

    def _set(self, change: Change, node: Node, path: Path, entity: Entity) -> None:
        field = self._field(entity, change["field"])
        number = self._number(node, entity, field)
        text = change["value"].strip()
        if not text:
            if number >= 0:
                self.editor.remove((*path, number))
            return
        value = written(field, text)
        if number < 0:
            self.editor.insert(path, self._name(field.zh, field.id), value)
            return
        spot = (*path, number)
        known = node.value[number][1]
        kept = {key.text: each for key, each in known.value} if known.kind == "map" else {}
        source = next((each.text for key, each in kept.items() if VALUE_KEYS.get(key) == "source"), "")
        if known.kind != "map":
            self.editor.put(spot, value)
        elif source:  # what somebody enters is neither inferred nor read by a program; where it stands may stay
            self.editor.put(spot, {self._name("值", "value"): value, self._name("出处", "source"): source})
        else:
            self.editor.put(spot, value)

    def _parts(self, node: Node, number: int, kind: str) -> dict[str, Value]:
        """Return what is said of a value, by the words of the case; the value first."""
        known = node.value[number][1]
        words = {"value": ("值", "value"), "source": ("出处", "source")}
        if known.kind != "map":
            return {self._name(*words["value"]): Plain(known.text) if known.kind != "text" else known.text}
        found: dict[str, Value] = {}
        for key, each in known.value:
            if VALUE_KEYS.get(key.text) != kind:
                found[key.text] = Plain(each.text) if each.kind != "text" else each.text
        return found

    def _source(self, change: Change, node: Node, path: Path, entity: Entity) -> None:
        """Say where a value stands, or where a whole fact does where no field is named."""
        told = change["value"].strip()
        name = self._name("出处", "source")
        if not change["field"]:
            number = pair_of(node, entity, self.vocabulary, "source", "")
            if number >= 0 and told:
                self.editor.put((*path, number), told)
            elif number >= 0:
                self.editor.remove((*path, number))
            elif told:
                self.editor.insert(path, name, told)
            return
        number = self._number(node, entity, self._field(entity, change["field"]))
        if number < 0:
            raise Refused(MOVED)
        parts = self._parts(node, number, "source")
        self._keep((*path, number), {**parts, name: told} if told else parts)

    def _mark(self, change: Change, node: Node, path: Path, entity: Entity) -> None:
        """Say that a value is inferred or worked out, or that it is not."""
        words = {"inferred": ("推断", "inferred"), "derived": ("推算", "derived")}
        kind = change["kind"]
        number = self._number(node, entity, self._field(entity, change["field"]))
        if number < 0 or kind not in words:
            raise Refused(MOVED if kind in words else refusals.BODY)
        parts = self._parts(node, number, kind)
        if change["value"] == "yes":
            parts[self._name(*words[kind])] = Plain(self._name("是", "true"))
        self._keep((*path, number), parts)

    def _confirm(self, change: Change, node: Node, path: Path, entity: Entity) -> None:
        number = self._number(node, entity, self._field(entity, change["field"]))
        if number < 0:
            raise Refused(MOVED)
        self._keep((*path, number), self._parts(node, number, "unconfirmed"))

    def _keep(self, spot: Path, parts: dict[str, Value]) -> None:
        """Write a value with what is said of it; a value alone stands alone."""
        self.editor.put(spot, next(iter(parts.values())) if len(parts) == 1 else parts)

    # ---- entries and lists

    def _add(self, change: Change, node: Node, path: Path, entity: Entity) -> None:
        child = self._child(entity, change["entity"])
        given: dict[str, Value] = {}
        for name, text in change.rest.items():
            if name.startswith("f.") and text.strip():
                field = self._field(child, name[2:])
                given[self._name(field.zh, field.id)] = written(field, text.strip())
        if not given or (child.key == ("id",) and len(given) == 1 and change["f.id"].strip()):
            raise Refused(NOTHING_GIVEN)  # a number alone says nothing, and much would be asked of it
        number = pair_of(node, entity, self.vocabulary, "collection", child.id)
        if number < 0:
            self.editor.insert(path, self._list_name(child), [given])
            return
        self.editor.append(self._items(node, path, number), given)

    def _remove(self, change: Change, node: Node, path: Path, entity: Entity) -> None:
        if not path or entity.parent is None:
            raise Refused(refusals.BODY)
        self.editor.remove(path)

    def _items(self, node: Node, path: Path, number: int) -> Path:
        """Return where the entries of a list stand: in the list itself, or below 明细."""
        value = node.value[number][1]
        if value.kind == "map":
            inner = next((n for n, (key, _) in enumerate(value.value) if LIST_KEYS.get(key.text) == "items"), -1)
            if inner < 0:
                raise Refused(MOVED)
            return (*path, number, inner)
        return (*path, number)

    def _state(self, change: Change, node: Node, path: Path, entity: Entity) -> None:
        child, state = self._child(entity, change["entity"]), change["value"]
        number = pair_of(node, entity, self.vocabulary, "collection", child.id)
        words = {"none": "无", "open": "待填", "blank": "留空"}
        if state not in STATES:
            raise Refused(refusals.BODY)
        if number < 0:
            if state in words:
                self.editor.insert(path, self._list_name(child), Plain(words[state]))
            return
        spot, value = (*path, number), node.value[number][1]
        items = self._items(node, path, number)
        inner = value.value[items[-1]][1] if value.kind == "map" else value
        entries = inner.value if inner.kind == "list" else []
        if state == "absent":
            if entries:
                raise Refused(HAS_ENTRIES)
            self.editor.remove(spot)
        elif state in words and not (state == "open" and entries):
            if entries:
                raise Refused(HAS_ENTRIES)
            self.editor.put(spot, Plain(words[state]))
        else:
            self._flag(spot, value, inner, state)

    def _flag(self, spot: Path, value: Node, inner: Node, state: str) -> None:
        words = {"whole": ("是", "true"), "partial": ("否", "false"), "open": ("待填", "to_fill")}
        pairs = value.value if value.kind == "map" else []
        flags = [n for n, (key, _) in enumerate(pairs) if LIST_KEYS.get(key.text) == "complete"]
        if state == "unsaid":
            if flags:
                self.editor.remove((*spot, flags[0]))
            return
        word = Plain(self._name(*words[state]))
        if flags:
            self.editor.put((*spot, flags[0]), word)
        elif value.kind == "map":
            self.editor.insert(spot, self._name("完整", "complete"), word)
        elif inner.kind != "list":  # nothing is listed yet
            empty: dict[str, Value] = {self._name("完整", "complete"): word, self._name("明细", "items"): []}
            self.editor.put(spot, empty)
        else:
            self.editor.wrap(spot, (self._name("完整", "complete"), word), self._name("明细", "items"))

    def _head(self, change: Change, node: Node, path: Path, entity: Entity) -> None:
        """Say how much of the report was transcribed, from which papers, what it does not disclose."""
        names = {"transcribed": "转录", "document": "材料", "not_disclosed": "未披露"}
        kind = change["field"]
        if path or kind not in names:
            raise Refused(refusals.BODY)
        words = [
            each.strip() for each in change["value"].replace("，", "、").replace(",", "、").split("、") if each.strip()
        ]
        number = pair_of(node, entity, self.vocabulary, kind, "")
        value: Value = list(words)
        if kind == "transcribed" and words in (["全文"], ["whole"], ["全部"]):
            value = Plain(words[0])
        if number >= 0 and words:
            self.editor.put((number,), value)
        elif number >= 0:
            self.editor.remove((number,))
        elif words:
            self.editor.insert((), self._name(names[kind], kind), value)

    def _child(self, entity: Entity, ident: str) -> Entity:
        child = self.vocabulary.entities.get(ident)
        if child is None or not (child.parent == entity.id or (entity.parent is None and child.link is not None)):
            raise Refused(refusals.BODY)
        return child

    def _name(self, zh: str, en: str) -> str:
        return zh if self.chinese else en

    def _list_name(self, child: Entity) -> str:
        return next((each for each in child.collection if each.isascii() != self.chinese), child.collection[0])


def written(field: Field, text: str) -> Value:
    """Return what somebody entered as the file holds it: a word that says there is no value stands without quotes."""
    if text in MARKS or field.type not in ("text", "ref"):
        return Plain(half_width(text) if field.type in ("money", "percent", "number", "count") else text)
    return text


def is_yes(text: str) -> bool:
    """Whether a word of a case says yes."""
    return text in TRUE_WORDS
