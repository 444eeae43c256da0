"""A case as a form: its facts with every field that is written, the fields and lists that may be, and what is wrong at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from checker.base.errors import Problem
from checker.base.values import half_width
from checker.cases.cells import FALSE_WORDS, NONE_WORDS
from checker.cases.reader import LIST_KEYS, key_table
from checker.cases.valuereader import VALUE_KEYS
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.documents.unfilled import BLANK, UNFILLED
from checker.serve.form_edits import is_yes

MAIN = ("name", "kind", "subject_matter", "number", "date", "amount", "actual", "initial_budget", "budget", "text")
"""Fields that tell one entry from another, in its line."""


class Shown(NamedTuple):
    """One field of a fact as it is written; `marks` are the words that stand beside the value."""

    field: Field
    value: str
    source: str
    quote: str
    marks: tuple[str, ...]
    problems: tuple[Problem, ...]


class Listed(NamedTuple):
    """The list of one kind of facts below a fact: where it stands, what is said of it, and its entries."""

    entity: Entity
    path: tuple[str, ...]
    state: str
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


class Sheet(NamedTuple):
    """A fact: where it stands, what it is called, its fields, those that it may have besides, and its lists."""

    entity: Entity
    path: tuple[str, ...]
    title: str
    told: tuple[str, ...]
    source: str
    fields: tuple[Shown, ...]
    more: tuple[Field, ...]
    lists: tuple[Listed, ...]
    problems: tuple[Problem, ...]
    wrong: int

    @property
    def free(self) -> tuple[Listed, ...]:
        """The lists that are not mentioned."""
        return tuple(each for each in self.lists if each.state == "absent")


class Head(NamedTuple):
    """What holds of the whole case."""

    amounts: str
    transcribed: str
    document: str
    not_disclosed: str


class View:
    """Reads the form off the text of a case; *problems* are those of the whole file."""

    def __init__(self, source: Source, vocabulary: Vocabulary, problems: Sequence[Problem]) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.at: dict[tuple[int, int], list[Problem]] = {}
        for each in problems:
            self.at.setdefault((each.place.line, each.place.column), []).append(each)
        self.taken: set[tuple[int, int]] = set()

    def sheet(self, path: tuple[str, ...], node: Node, entity: Entity, deep: bool = True) -> Sheet:
        """Return a fact; without *deep* its lists are counted only."""
        table = key_table(self.vocabulary, entity)
        own, source = list(self._take(node)), ""
        fields: list[Shown] = []
        lists: dict[str, Listed] = {}
        there: set[str] = set()
        for key, value in node.value:
            known: tuple[str, Any] = table.get(key.text) or table.get(half_width(key.text).strip()) or ("", None)
            meaning, what = known
            if meaning in ("field", "link"):
                there.add(what.id)
                fields.append(self._shown(what, key, value))
            elif meaning == "collection":
                lists[what.id] = self._listed((*path, key.text), key, value, what)
            elif meaning == "source":
                source = value.text
            else:
                own += [*self._take(key), *self._below(value)]
        order = list(entity.fields)
        fields.sort(key=lambda each: order.index(each.field.id) if each.field.id in order else -1)
        for child in self.vocabulary.entities.values():
            if child.id not in lists and (child.parent == entity.id):
                lists[child.id] = Listed(child, path, "absent", (), ())
        more = tuple(each for each in entity.fields.values() if each.written and each.id not in there)
        wrong = len(own) + sum(len(each.problems) for each in fields)
        wrong += sum(len(each.problems) + sum(sheet.wrong for sheet in each.sheets) for each in lists.values())
        rank = list(self.vocabulary.entities)
        ordered = tuple(sorted(lists.values(), key=lambda each: rank.index(each.entity.id)))
        title, told = self._title(entity, fields)
        return Sheet(entity, path, title, told, source, tuple(fields), more, ordered, tuple(own), wrong)

    def left(self) -> list[Problem]:
        """Return the problems that stand at no part of the form."""
        return [each for at, problems in self.at.items() if at not in self.taken for each in problems]

    def head(self) -> Head:
        """Return what holds of the whole case."""
        found = dict.fromkeys(("amounts", "transcribed", "document", "not_disclosed"), "")
        for key, value in self.source.root.value:
            meaning, _ = key_table(self.vocabulary, self.vocabulary.root).get(key.text, ("", None))
            if meaning in found:
                inner = value.value if value.kind in ("list", "map") else []
                words = [each.text if isinstance(each, Node) else each[1].text for each in inner]
                found[meaning] = (" · " if meaning == "amounts" else "、").join(words) if inner else value.text
        return Head(**found)

    def _take(self, node: Node) -> Iterator[Problem]:
        at = (node.line, node.column)
        if at in self.at and at not in self.taken:
            self.taken.add(at)
            yield from self.at[at]

    def _below(self, node: Node) -> list[Problem]:
        """Return what is wrong at a value and at everything in it."""
        found = list(self._take(node))
        if node.kind == "map":
            for key, value in node.value:
                found += [*self._take(key), *self._below(value)]
        elif node.kind == "list":
            for each in node.value:
                found += self._below(each)
        return found

    def _shown(self, field: Field, key: Node, node: Node) -> Shown:
        problems = (*self._take(key), *self._below(node))
        if node.kind != "map":
            return Shown(field, node.text if node.kind != "null" else "", "", "", (), problems)
        said = {word: each for name, each in node.value if (word := VALUE_KEYS.get(name.text))}
        marks = tuple(m for m in ("inferred", "derived", "unconfirmed") if m in said and is_yes(said[m].text))
        text = {name: said[name].text if name in said else "" for name in ("value", "source", "quote")}
        return Shown(field, text["value"], text["source"], text["quote"], marks, problems)

    def _listed(self, path: tuple[str, ...], key: Node, node: Node, entity: Entity) -> Listed:
        problems, flag, items, inside = list(self._take(key)), None, node, path
        if node.kind == "map":
            problems += self._take(node)
            for name, value in node.value:
                word = LIST_KEYS.get(name.text)
                if word == "complete":
                    flag = value
                    problems += [*self._take(name), *self._take(value)]
                elif word == "items":
                    items, inside = value, (*path, name.text)
                else:
                    problems += [*self._take(name), *self._below(value)]
        entries = items.value if items.kind == "list" else []
        if items.kind != "list":
            problems += self._below(items)
        sheets = []
        for number, each in enumerate(entries):
            if each.kind == "map":
                sheets.append(self.sheet((*inside, str(number)), each, entity))
            else:
                problems += self._below(each)
        return Listed(entity, path, _state(flag, items, bool(entries)), tuple(sheets), tuple(problems))

    def _title(self, entity: Entity, fields: Sequence[Shown]) -> tuple[str, tuple[str, ...]]:
        """Return what an entry is called, and a few of its values."""
        by: Mapping[str, Shown] = {each.field.id: each for each in fields}
        names = dict.fromkeys(each for each in (entity.label, *MAIN, *entity.key) if each)
        said = [by[name] for name in names if name in by and by[name].value and by[name].value not in UNFILLED]
        if not said:
            said = [each for each in fields if each.value and each.value not in UNFILLED]
        title = said[0].value if said else ""
        return title, tuple(f"{each.value}" for each in said[1:4] if each.field.id != "id")  # by which nobody knows it


def _state(flag: Node | None, items: Node, entries: bool) -> str:
    if items.kind != "list":
        if items.value in UNFILLED:
            return "open"
        if items.value in (BLANK, "blank"):
            return "blank"
        return "none" if items.kind == "null" or items.value in NONE_WORDS else "unsaid"
    if flag is not None:
        if flag.text in FALSE_WORDS:
            return "partial"
        return "open" if flag.text in UNFILLED else "whole" if entries else "none"
    return "unsaid" if entries else "none"
