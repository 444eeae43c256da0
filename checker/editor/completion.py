"""What can be written at a place: keys that are not there yet, words that a key takes, and within a condition what fits its types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.base.places import called
from checker.cases.reader import key_table
from checker.documents.shape import Either, Expression, Inner, Kind, Many, Message, Shape, Subject
from checker.editor import conditions, describing
from checker.editor.documents import FOLLOWUP, RULE, WAIVERS, Document, Edit
from checker.editor.here import FactOf, FactsOf, FieldOf, Here, Word, here, key_of, scope_at, settled, words_of
from checker.editor.outline import outline
from checker.editor.parts import Part
from checker.editor.shelf import View
from checker.rulebook.shapes import RULE_KEYS
from checker.rulebook.vocabulary_fields import TYPE_WORDS
from checker.rulebook.vocabulary_shapes import ENTITY_KEYS, FIELD_KEYS

MARK = "\ue000"
"""What is put where the cursor stands, so that the outline says in what it stands."""
MOST = 400
"""Items that are offered at once."""


class Item(NamedTuple):
    """One thing that can be written: what is shown, what it is, and the edit that writes it."""

    label: str
    kind: str
    """key, field, parameter, definition, value, operator, word, function, entity, rule, place."""
    detail: str
    doc: str
    edit: Edit
    sort: str
    snippet: bool = False
    filter: str = ""
    """What the word that is typed is held against, where that is not the label: the name in the other language."""


class Cursor(NamedTuple):
    """Where the cursor stands: in a key or a value of the outline with the mark in it, at a character of it."""

    part: Part
    at: int
    """The character of the part's text at which the mark stands."""


def cursor(document: Document, offset: int) -> Cursor | None:
    """Return in what the cursor stands; nothing within a comment."""
    root = outline(document.text[:offset] + MARK + document.text[offset:])
    for part in root.walk():
        for each in (part.key, part if part.kind == "scalar" else None):
            if each is not None and MARK in each.value:
                return Cursor(each, each.value.index(MARK))
    return None


def completion(view: View, offset: int, lang: str) -> list[Item]:
    """Return what can be written at *offset*, the best first; *lang* is that of what is said of it."""
    place = cursor(view.document, offset)
    if place is None:
        return []
    found: dict[tuple[str, str], Item] = {}
    for item in _Completion(view, offset, lang, place).items():
        start = view.document.offset(item.edit.range.start)
        fitting = _fitting(item, view.document.text[start:offset])
        if fitting is not None:
            found.setdefault((item.label, item.kind), fitting)
    return sorted(found.values(), key=lambda item: item.sort)[:MOST]


def _fitting(item: Item, word: str) -> Item | None:
    """Return an item where it fits what was typed: by its name in either language."""
    if not word.strip() or _within(word, item.label):
        return item
    other = item.detail.split(" ")[0]
    return item._replace(filter=other) if other and _within(word, other) else None


def _within(word: str, name: str) -> bool:
    """Whether the characters of *word* stand in *name* in their order."""
    rest = iter(name.casefold())
    return all(char in rest for char in word.casefold() if not char.isspace())


class _Completion:
    def __init__(self, view: View, offset: int, lang: str, place: Cursor) -> None:
        self.view = view
        self.document = view.document
        self.offset = offset
        self.said = lang
        self.lang = view.document.lang
        self.part = place.part
        self.before = place.part.value[: place.at]
        self.vocabulary = view.vocabulary

    def edit(self, start: int, text: str) -> Edit:
        return Edit(self.document.range(start, self.offset), text)

    def whole(self, text: str) -> Edit:
        """Replace what was typed of the whole value or key."""
        start = self.part.source_of(len(self.before) - len(self.before.lstrip()))
        return self.edit(min(start, self.offset), text)

    def items(self) -> Iterator[Item]:
        """Yield what can be written."""
        found = here(self.part, self.view.kind, self.vocabulary)
        kind = settled(found.kind, self.part)
        if self.part.kind == "key":
            yield from self.keys(found.around, self.part.owner)
            if found.shape is RULE_KEYS and self.view.kind == RULE and len(self.document.root.keys()) < 2:
                yield from self.keys(FactOf(self.vocabulary.root), self.part.owner)
            return
        if isinstance(kind, Many):
            kind = settled(kind.of, self.part)
        if isinstance(kind, (Inner, FactOf)) or (isinstance(found.kind, Either) and not self.before.strip()):
            inner = kind if isinstance(kind, (Inner, FactOf)) else None
            if inner is not None and (
                self.document.line(self.document.position(self.part.start).line).strip().startswith("-")
                or self._own_line()
            ):
                yield from self.keys(inner, None)
                if not self.document.root.keys() and self.view.kind == RULE:
                    yield from self.keys(FactOf(self.vocabulary.root), None)
        yield from self.values(kind, found)

    def _own_line(self) -> bool:
        line = self.document.position(self.offset).line
        return not self.document.text[self.document.starts[line] : self.part.start].strip(" -{")

    # ---- keys

    def keys(self, around: Kind | None, owner: Part | None) -> Iterator[Item]:
        """Yield the keys that a mapping may have and has not."""
        there = set(owner.keys()) - {self.part.value} if owner is not None else set()
        if isinstance(around, FactOf):
            table = key_table(self.vocabulary, around.entity)
            meant = {id(table[key][1]) for key in there if key in table and table[key][1] is not None}
            there |= {word for word, (_, what) in table.items() if id(what) in meant}
        shape = around.shape if isinstance(around, Inner) else None
        behind = self.document.text[self.offset : self.document.text.find("\n", self.offset) + 1 or None]
        colon = "" if behind.lstrip().startswith(":") else ": "
        for number, (en, zh) in enumerate(words_of(around, self.vocabulary).items()):
            if {en, zh} & there:
                continue
            label, other = (zh, en) if self.lang == "zh" else (en, zh)
            known = key_of(shape, en) if shape is not None else None
            doc = (
                describing.key(known, shape, self.vocabulary, self.said)
                if known is not None and shape is not None
                else self._field_doc(around, en)
            )
            rank = "0" if known is not None and (known.required or _pressing(shape, en)) else "1"
            yield Item(label, "key", other, doc, self.whole(label + colon), f"{rank}{number:03}")

    def _field_doc(self, around: Kind | None, name: str) -> str:
        if not isinstance(around, FactOf):
            return ""
        known = around.entity.fields.get(name)
        if known is not None:
            return describing.field(known, self.vocabulary, self.said)
        child = next((each for each in self.vocabulary.entities.values() if name in each.keys), None)
        return describing.entity(child, self.vocabulary, self.said) if child is not None else ""

    # ---- values

    def values(self, kind: Kind | None, found: Here) -> Iterator[Item]:
        """Yield what may stand under a key."""
        words = describing.choices(kind, self.vocabulary, self.lang)
        match kind:
            case Expression(expected):
                for number, word in enumerate(words):
                    yield self._word(word, "value", number)
                yield from self.expression(self.before, 0, expected, bool(words))
            case Message():
                opening = self.before.rfind("{")
                if opening > self.before.rfind("}"):
                    yield from self.expression(self.before[opening + 1 :], opening + 1, "", False)
            case Subject():
                yield from self.subject()
            case FieldOf():
                yield from self.stated(kind)
            case FactsOf():
                for number, word in enumerate(("无", "待填") if self.lang == "zh" else ("none", "[]")):
                    yield self._word(word, "value", number)
            case Word(meaning):
                yield from self.meant(meaning)
            case _ if words:
                for number, word in enumerate(words):
                    yield self._word(word, "value", number)
            case _ if found.key is not None and found.shape is not None:
                yield from self.free(found.key.id, found.shape)

    def _word(self, word: str, kind: str, number: int, detail: str = "", doc: str = "") -> Item:
        return Item(word, kind, detail, doc, self.whole(word), f"1{number:03}")

    def subject(self) -> Iterator[Item]:
        """Yield what a rule can be for, and behind 按 the fields by which its facts can be grouped."""
        head, by, _ = self.before.replace(" by ", "按").partition("按")
        entity = self.vocabulary.entity_named(head.strip())
        if by and entity is not None:
            start = self.part.source_of(max(self.before.rfind(sign) for sign in "按,，、 ") + 1)
            for number, field in enumerate(entity.fields.values()):
                name, other = (field.zh, field.id) if self.lang == "zh" else (field.id, field.zh)
                doc = describing.field(field, self.vocabulary, self.said)
                yield Item(name, "field", other, doc, self.edit(start, name), f"1{number:03}")
            return
        for number, each in enumerate(self.vocabulary.entities.values()):
            name, other = (each.zh, each.id) if self.lang == "zh" else (each.id, each.zh)
            doc = describing.entity(each, self.vocabulary, self.said)
            yield Item(name, "entity", other, doc, self.whole(name), f"1{number:03}")

    def stated(self, kind: FieldOf) -> Iterator[Item]:
        """Yield what a case can state for a field."""
        field = kind.field
        enumeration = self.vocabulary.enumerations.get(field.type)
        number = 0
        if enumeration is not None:
            for number, ident in enumerate(enumeration.values):
                doc = describing.value(enumeration, ident, self.said)
                yield self._word(enumeration.name(ident, self.lang), "value", number, ident, doc)
        elif field.type == "flag":
            for number, word in enumerate(("是", "否") if self.lang == "zh" else ("true", "false")):
                yield self._word(word, "value", number)
        elif field.ref:
            for number, (ident, label) in enumerate(ids(self.document.root, field.ref, self.view)):
                yield self._word(ident, "value", number, label)
        elif field.id == "jurisdiction":
            yield from self.places()
        for more, word in enumerate(("无", "待填") if self.lang == "zh" else ("none",), number + 1):
            yield self._word(word, "word", more)

    def meant(self, meaning: str) -> Iterator[Item]:
        """Yield the words of a key of a case that is no field."""
        zh = self.lang == "zh"
        words: tuple[str, ...] = {
            "complete": ("是", "否") if zh else ("true", "false"),
            "inferred": ("是", "否") if zh else ("true", "false"),
            "unconfirmed": ("是", "否") if zh else ("true", "false"),
            "transcribed": ("全部",) if zh else ("whole",),
        }.get(meaning, ())
        if meaning == "document":
            known = self.vocabulary.enumerations["document_kind"]
            words = tuple(known.name(each, self.lang) for each in known.values)
        for number, word in enumerate(words):
            yield self._word(word, "value", number)

    def free(self, key: str, shape: Shape) -> Iterator[Item]:
        """Yield what there is to name under keys that take any text: rules, instruments, places, types of fields."""
        book = self.view.book
        if key in ("replaces", "refines") or (key == "rule" and self.view.kind in (WAIVERS, FOLLOWUP)):
            for number, rule in enumerate(book.rules.values()):
                doc = describing.rule(rule, self.said)
                yield self._word(rule.id, "rule", number, rule.title.say(self.lang), doc)
        elif key == "instrument":
            named = {basis.instrument: None for rule in book.rules.values() for basis in rule.basis}
            for number, name in enumerate(named):
                yield self._word(name, "value", number)
        elif key == "jurisdiction":
            yield from self.places()
        elif key == "type" and shape is FIELD_KEYS:
            zh = self.lang == "zh"
            words = [*(TYPE_WORDS if zh else TYPE_WORDS.values())]
            words += [each.zh if zh else each.id for each in self.vocabulary.enumerations.values()]
            words += [
                f"指向 {each.zh}" if zh else f"ref {each.id}"
                for each in self.vocabulary.entities.values()
                if each.parent
            ]
            for number, word in enumerate(words):
                yield self._word(word, "value", number)
        elif key == "parent" and shape is ENTITY_KEYS:
            for number, each in enumerate(self.vocabulary.entities.values()):
                yield self._word(each.zh if self.lang == "zh" else each.id, "entity", number)

    def places(self) -> Iterator[Item]:
        """Yield the places that rules and open cases speak of."""
        codes = {rule.reach.jurisdiction for rule in self.view.book.rules.values()} - {""}
        for number, code in enumerate(sorted(codes)):
            item = self._word(f'"{code}"', "place", number, called(code))
            yield item._replace(label=called(code), edit=self.whole(f'"{code}"' if self.part.style == "" else code))

    # ---- expressions

    def expression(self, text: str, at: int, expected: str, single: bool) -> Iterator[Item]:
        """Yield what can come in an expression of which *text* is written, *at* characters into the value."""
        scope = scope_at(self.part, self.view.book)
        for offer in conditions.offers(text, self.view.book, scope, expected, self.lang, self.said):
            start = min(self.part.source_of(at + offer.start), self.offset)
            rank = f"{int(single)}{offer.rank}"
            yield Item(
                offer.label, offer.kind, offer.detail, offer.doc, self.edit(start, offer.insert), rank, offer.snippet
            )


def _pressing(shape: Shape | None, key: str) -> bool:
    return shape is RULE_KEYS and key in ("title", "severity", "require", "message", "remedy")


def ids(root: Part, entity: str, view: View) -> Iterator[tuple[str, str]]:
    """Yield the ids of the facts of one entity that a file states, each with what it is called."""
    label = view.vocabulary.entities[entity].label
    known = view.vocabulary.entities[entity].fields.get(label or "")
    for part in root.walk():
        if part.kind != "map":
            continue
        ident = part.get(
            "id",
            "编号",
            *(
                [view.vocabulary.entities[entity].fields["id"].zh]
                if "id" in view.vocabulary.entities[entity].fields
                else []
            ),
        )
        if ident is None or ident.kind != "scalar":
            continue
        kind = here(part, view.kind, view.vocabulary).kind
        if isinstance(kind, FactOf) and kind.entity.id == entity:
            named = part.get(known.id, known.zh) if known is not None else None
            yield ident.value, named.value if named is not None else ""
