"""The rows of one unit → a case, read by the reader that reads case files: whatever that refuses is refused here."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.base.errors import InputError, Problem, Text
from checker.base.typography import fold
from checker.cases.case import Case
from checker.cases.reader import CaseReader
from checker.cases.vocabulary import Entity, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.documents.unfilled import UNFILLED
from checker.mapping.model import PARENT, Mapping
from checker.mapping.opened import Opened
from checker.mapping.rejects import Rejects, Spot
from checker.mapping.units import Stated, differing

_LINE = re.compile(r"第 (\d+) 行|line (\d+)")


_OF_CASES = (
    Text("删去这一项", "leave it out"),
    Text(
        "在文件开头写 金额口径: {单位: 万元, 小数位数: 2}",
        "state amounts: {unit: 万元, decimals: 2} at the top of the file",
    ),
)
"""What the reader of cases advises that fits no table, and, in the same order, what does."""
_OF_TABLES = (
    Text("这一格空着", "leave the cell empty"),
    Text("在映射文件里写 金额口径: {单位: 元, 小数: 2}", "state amounts: {unit: 元, decimals: 2} in the mapping"),
)


class Held(NamedTuple):
    """One row of a unit: the number of its table, its own number, the texts of the columns read, cells that stand otherwise."""

    table: int
    row: int
    texts: list[str]
    raw: dict[str, str] = {}


class Builder:
    """Makes cases of the rows of one unit after the other."""

    def __init__(self, mapping: Mapping, tables: Sequence[Opened], vocabulary: Vocabulary, rejects: Rejects) -> None:
        self.mapping = mapping
        self.tables = tables
        self.vocabulary = vocabulary
        self.rejects = rejects
        self.lost: dict[str, int] = {}
        """How many rows of an entity do not say whose they are: none of its lists is held for complete."""
        self.years: list[set[int]] = [set() for _ in tables]
        self._by_entity: dict[str, list[int]] = {}
        for number, opened in enumerate(tables):
            self._by_entity.setdefault(opened.table.entity.id, []).append(number)
        self._plans = [
            [
                (at, _key(column.column.field.id))
                for at, (_, column) in enumerate(opened.columns)
                if not column.column.of_unit and column.column.field is not PARENT
            ]
            for opened in tables
        ]
        self._owners = [
            next((at for at, (_, column) in enumerate(opened.columns) if column.column.field is PARENT), -1)
            for opened in tables
        ]
        self._fixed = [
            [(_key(field), _key(node.text)) for field, node in opened.table.fixed.items()] for opened in tables
        ]

    def case(self, values: dict[str, Stated], year: int, rows: Sequence[Held], label: str) -> Case | None:
        """Return the case of one unit, or nothing where something of it was rejected."""
        spots: list[Spot] = []
        pairs: list[tuple[Node, Node]] = list(self.mapping.top)
        if self.mapping.amounts.unit:
            unit, decimals = self.mapping.amounts
            told = [("unit", unit)] + ([("decimals", str(decimals))] if decimals is not None else [])
            pairs.append((_key("amounts"), Node("map", [(_key(k), _key(v)) for k, v in told], 0, 0)))
        for field, stated in values.items():
            spots.append(stated.spot)
            pairs.append((_key(field), _node(stated.text, len(spots), stated.spot.column + 1)))
        self._lists(pairs, rows, year, spots)
        names = dict.fromkeys([stated.spot.table for stated in values.values()] + [held.table for held in rows])
        file = "、".join(self.tables[number].name for number in names)
        data = json.dumps(
            [sorted((f, s.text) for f, s in values.items()), [(h.table, h.texts) for h in rows]], ensure_ascii=False
        )
        source = Source(file, "", Node("map", pairs, 0, 0), "utf-8", hashlib.sha256(data.encode()).hexdigest(), ())
        try:
            return CaseReader(source, self.vocabulary, most=0).read()
        except InputError as wrong:
            texts = {Spot(held.table, held.row): held for held in rows}
            for problem in wrong.problems:
                self._reject(problem, spots, texts, values, label)
            return None

    def _reject(
        self, problem: Problem, spots: list[Spot], texts: dict[Spot, Held], values: dict[str, Stated], label: str
    ) -> None:
        line, column = problem.place.line, problem.place.column
        first = next(iter(values.values())).spot
        spot = spots[line - 1]._replace(column=column - 1) if line else first._replace(column=-1)
        value = ""
        if spot.column >= 0:
            own = texts.get(spot._replace(column=-1))
            value = next((stated.text for stated in values.values() if stated.spot == spot), "")
            value = own.raw.get(str(spot.column), own.texts[spot.column]) if own is not None else value

        def row(found: re.Match[str]) -> str:
            number = int(found[1] or found[2])
            if not 0 < number <= len(spots):
                return found[0]
            other = spots[number - 1]
            name = self.tables[other.table].name + " " if other.table != spot.table else ""
            return (
                f"{name}第 {other.row} 行" if found[1] else f"row {other.row}" + (f" of {name.strip()}" if name else "")
            )

        told = problem.message
        if problem.code == "duplicate-id":
            told = Text(_LINE.sub(row, told.zh), _LINE.sub(row, told.en))
        hint = problem.hint
        for old, new in zip(_OF_CASES, _OF_TABLES, strict=True):
            hint = hint and Text(hint.zh.replace(old.zh, new.zh), hint.en.replace(old.en, new.en))
        self.rejects.add(spot, problem.code, told, hint, value, label)

    def _lists(self, pairs: list[tuple[Node, Node]], rows: Sequence[Held], year: int, spots: list[Spot]) -> None:
        """Add the lists of a unit, those of other facts' parts under the facts they name where the case has no list for them."""
        by_table: dict[int, list[Held]] = {}
        for held in rows:
            by_table.setdefault(held.table, []).append(held)
        made: dict[str, list[tuple[str, list[tuple[Node, Node]]]]] = {}
        for entity in self.vocabulary.entities.values():
            numbers = self._by_entity.get(entity.id)
            if numbers is None or entity.parent is None:
                continue
            nested = entity.parent != self.vocabulary.root.id and entity.link is None
            entries: list[Node] = []
            parts: dict[str, list[Node]] = {}
            written: dict[str, tuple[str, Held]] = {}
            owners = {ident for ident, _ in made.get(str(entity.parent), ())} if nested else set()
            for number in numbers:
                for held in by_table.get(number, ()):
                    spots.append(Spot(held.table, held.row))
                    body, owner = self._entry(entity, held, len(spots))
                    node = Node("map", body, len(spots), 0)
                    ident = _ident(body)
                    made.setdefault(entity.id, []).append((ident, body))
                    first = written.setdefault(fold(ident), (ident, held)) if ident else (ident, held)
                    if first[0] != ident:
                        self._alike(entity, held, ident, *first)
                    if not nested:
                        entries.append(node)
                    elif owner in owners:
                        parts.setdefault(owner, []).append(node)
                    else:
                        self._orphan(entity, held, owner)
            state = self._state(entity, numbers, year, any(number in by_table for number in numbers))
            if not state:
                continue
            key = _key(entity.collection[0])
            if not nested:
                pairs.append((key, _list(entries, state)))
                continue
            for ident, body in made.get(str(entity.parent), ()):
                body.append((key, _list(parts.get(ident, []), state)))

    def _orphan(self, entity: Entity, held: Held, owner: str) -> None:
        above = self.vocabulary.entities[str(entity.parent)]
        told = Text(f"没有编号为“{owner}”的{above.zh}", f"there is no {above.id} with the id {owner!r}")
        self.rejects.add(Spot(held.table, held.row, self._owners[held.table]), "no-such-id", told, None, owner)

    def _alike(self, entity: Entity, held: Held, ident: str, known: str, first: Held) -> None:
        """Reject a row whose id is that of another but for how it is written: one would count as two."""
        where = self.tables[first.table].name + " " if first.table != held.table else ""
        how = differing(ident, known)
        told = Text(
            f"编号“{ident}”和{where}第 {first.row} 行的{entity.zh}“{known}”只差{how.zh}",
            f"the id {ident!r} differs from {known!r} in row {first.row}{' of ' + where.strip() if where else ''} in {how.en} only",
        )
        hint = Text(
            "是同一项的，合成一行；不是的，编号写成不同的", "make one row of them, or give them ids that differ in more"
        )
        at = next((at for at, field in self._plans[held.table] if field.value == "id"), -1)
        self.rejects.add(Spot(held.table, held.row, at), "duplicate-id", told, hint, ident)

    def _entry(self, entity: Entity, held: Held, line: int) -> tuple[list[tuple[Node, Node]], str]:
        """Return the fields of one row, and what it names as its owner."""
        body, texts = list(self._fixed[held.table]), held.texts
        body += [(field, _node(texts[at], line, at + 1)) for at, field in self._plans[held.table] if texts[at]]
        at = self._owners[held.table]
        owner = texts[at] if at >= 0 else ""
        if entity.link is not None and owner and entity.parent != self.vocabulary.root.id:
            body.append((_key(entity.link[0]), _node(owner, line, at + 1)))
        return body, owner

    def _state(self, entity: Entity, numbers: Sequence[int], year: int, occurs: bool) -> str:
        """Return whether a unit's list is "complete", "partial", only "given" (without a word on it), or "" for absent."""
        said = [self.tables[number].table.complete for number in numbers]
        covered = [self.years[number] for number in numbers]  # a table without a row is of no year: it speaks of all
        for_all = all(word == "all" for word in said) and any(year in years or not years for years in covered)
        if not occurs and not for_all:
            return ""
        if self.lost.get(entity.id):
            return "partial"
        if all(word in ("rows", "all") for word in said):
            return "complete"
        return "given" if self.mapping.whole and not any(said) else "partial"


def _key(text: str) -> Node:
    return Node("plain", text, 0, 0)


def _node(text: str, line: int, column: int) -> Node:
    """Return the text of a cell as a value: only the words of the form itself (待填) count as unquoted."""
    return Node("plain" if text in UNFILLED else "text", text, line, column)


def _list(entries: list[Node], state: str) -> Node:
    items = Node("list", entries, 0, 0)
    if state == "given":
        return items
    flag = "true" if state == "complete" else "false"
    return Node("map", [(_key("complete"), _key(flag)), (_key("items"), items)], 0, 0)


def _ident(body: list[tuple[Node, Node]]) -> str:
    return next((value.value for key, value in body if key.value == "id"), "")
