"""A case: the facts of one unit for one fiscal year, with where each figure was read. No I/O, no judging."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from checker.base.errors import Place, Problem, Text
from checker.base.named import NamedTuple
from checker.base.typography import fold
from checker.base.values import UNITS, Exact, format_money
from checker.cases.vocabulary import Vocabulary

HEADINGS = ("fiscal_year", "jurisdiction", "budget_level", "unit_kind")
"""What decides which rules bind a unit. One that is not known is the year 0, or an empty text."""
NOT_KNOWN = Text("不详", "not known")


class Cell(NamedTuple):
    """One field of one fact as it was read: printed text, place, precision, and whether it was inferred.

    `derived` is what the report does not print but follows from what it prints: a total of parts (without a text), or what
    whoever wrote the case worked out. `unconfirmed` is a figure that was read from a document by a program and that nobody has
    looked at: it is `inferred` as well, and decides nothing for good. `quote` is the sentence or the row around it as printed.
    """

    value: Any
    text: str = ""
    step: Exact = 0
    unit: str = ""
    decimals: int = 0
    line: int = 0
    column: int = 0
    note: str = ""
    inferred: bool = False
    derived: bool = False
    unconfirmed: bool = False
    quote: str = ""


class Fact:
    """One entity instance. Built by the loader, never changed afterwards.

    `values` holds what can be computed with, by field; `cells` how it was printed; `none` the fields stated none;
    `related` the facts reached by each relation, `states` whether that collection is "complete" or "partial"
    (no entry: absent); `follows` names, for a resolved operand, the fact and field its figure stands in. Only a root knows its `case`.
    """

    __slots__ = (
        "case",
        "cells",
        "column",
        "entity",
        "follows",
        "id",
        "line",
        "none",
        "note",
        "owner",
        "related",
        "root",
        "states",
        "values",
    )

    def __init__(self, entity: str, owner: Fact | None, line: int = 0, column: int = 0) -> None:
        self.case: Case | None = None
        self.entity = entity
        self.id = ""
        self.owner = owner
        self.root: Fact = owner.root if owner is not None else self
        self.values: dict[str, Any] = {}
        self.cells: dict[str, Cell] = {}
        self.none: set[str] = set()
        self.related: dict[str, list[Fact]] = {}
        self.states: dict[str, str] = {}
        self.follows: dict[str, tuple[Fact, str]] = {}
        self.line = line
        self.column = column
        self.note = ""

    def derived(self, name: str) -> bool:
        """Whether a figure is not printed in the report but follows from what is (推算)."""
        cell = self.cells.get(name)
        return cell is not None and cell.derived

    def added_up(self, name: str) -> bool:
        """Whether a figure is the sum of its parts, which nobody wrote."""
        return self.derived(name) and not self.cells[name].text


class Elsewhere(NamedTuple):
    """A figure that other cases of a run give for one subject: among those that have it, and its ends where some lack it.

    `known` and `missing` are how many peers have the figure and lack it.
    """

    value: Any
    low: Any = None
    high: Any = None
    known: int = 0
    missing: int = 0


def key_text(value: Any) -> str:
    """Return what a group is called by one of the values that its facts agree in."""
    if isinstance(value, Fact):
        return value.id
    return value.isoformat() if isinstance(value, date) else str(value)


def _money_text(fen: Any, cell: Cell | None) -> str:
    """Return an amount that facts agree in as they print it, or exactly where that would round: two amounts never read the same."""
    unit = cell.unit if cell is not None else ""
    if cell is None or not unit or fen * 10**cell.decimals % UNITS[unit]:
        return format_money(fen)
    return format_money(fen, unit, cell.decimals)


class Case:
    """The facts of one unit and year; `whole` says the report was transcribed whole, `inferred` that it holds inferences.

    `top` names the collections that the case lists at its top although their facts belong to others. `documents` are the kinds
    of document it was transcribed from, where it says so; `left_open` the kinds of facts that it says outright are not all listed;
    `to_fill` the fields and lists, by the identity of their fact, that whoever writes the case still has to fill in: whether the
    report shows them is not known, and of all else it is. `unconfirmed`
    is how many of its figures a program read and nobody has looked at: while there is one, the case is a draft.
    """

    __slots__ = (
        "across",
        "asked",
        "documents",
        "facts",
        "file",
        "inferred",
        "left_open",
        "lines",
        "not_disclosed",
        "notes",
        "root",
        "sha256",
        "to_fill",
        "top",
        "unconfirmed",
        "vocabulary",
        "whole",
        "withdrawn",
    )

    def __init__(
        self,
        file: str,
        sha256: str,
        vocabulary: Vocabulary,
        root: Fact,
        facts: dict[str, list[Fact]],
        *,
        whole: bool,
        not_disclosed: frozenset[tuple[str, str, str]],
        inferred: bool,
        notes: tuple[Any, ...],
        lines: list[str],
        top: frozenset[str] = frozenset(),
        documents: tuple[str, ...] = (),
        left_open: frozenset[str] = frozenset(),
        to_fill: frozenset[tuple[int, str]] = frozenset(),
    ) -> None:
        self.file = file
        self.sha256 = sha256
        self.vocabulary = vocabulary
        self.root = root
        self.facts = facts
        self.whole = whole
        self.not_disclosed = not_disclosed
        self.inferred = inferred
        self.notes = notes
        self.lines = lines
        self.top = top
        self.withdrawn: frozenset[tuple[int, str]] = frozenset()
        """Inferred fields that this reading of the case leaves out: whether the report shows them is not known."""
        self.across: Mapping[tuple[str, str], Elsewhere] | None = None
        """What other cases of the run give, by figure and subject ("" the unit); None where there are none that anybody asked."""
        self.asked: frozenset[str] = frozenset()
        """The rules that asked other cases of the run for it: the others of that kind are no part of its plan."""
        self.documents = documents
        self.left_open = left_open
        self.to_fill = to_fill
        self.unconfirmed = sum(1 for _ in self.unconfirmed_figures()) if inferred else 0
        root.case = self

    def __repr__(self) -> str:
        return f"<Case {self.file}: {self.unit} {self.year or '?'}, {self.count()} facts>"

    @property
    def year(self) -> int:
        """The fiscal year; 0 where it is not known."""
        return int(self.root.values.get("fiscal_year", 0))

    @property
    def jurisdiction(self) -> str:
        """The GB/T 2260 code of the place; "" where it is not known."""
        return str(self.root.values.get("jurisdiction", ""))

    def heading(self, name: str, lang: str, labelled: bool = False) -> str:
        """Return a heading of the case as printed; one that is not known says so, *labelled* with what it is."""
        value = self.root.values.get(name)
        field = self.vocabulary.root.fields[name]
        if value is None:
            label = field.name(lang) + " " * (lang == "en") if labelled else ""
            return label + NOT_KNOWN.say(lang)
        known = self.vocabulary.enumerations.get(field.type)
        return known.name(value, lang).replace("_", " ") if known else str(value)

    def in_year(self, lang: str) -> str:
        """Return the fiscal year with its word in Chinese, as after a unit's name."""
        return self.heading("fiscal_year", lang, True) + (" 年度" if lang == "zh" and self.year else "")

    @property
    def identity(self) -> tuple[str, str, int] | None:
        """Whose case of which year this is: code or name of the unit, place and year; None where unit or year is not known.

        Typography makes no other unit: a name in two spellings would be found, and counted, twice.
        """
        unit = str(self.root.values.get("code") or "") or fold(str(self.root.values.get("name") or ""))
        return (unit, self.jurisdiction, self.year) if unit and self.year else None

    @property
    def unit(self) -> str:
        """The unit's name, or its code."""
        return str(self.root.values.get("name") or self.root.values.get("code") or "")

    def is_given(self, fact: Fact, field: str, *, none_too: bool = False) -> bool | None:
        """Whether the report shows *field* of *fact*: true, false, or not known (design: 已列示).

        What it states as none is not shown, unless *none_too* (有交代): a report that says “none” has disclosed that. An amount
        that may be none (`none: 0`) and is left blank or not disclosed is not disclosed, and whether there is one is not known.
        """
        cell = fact.cells.get(field)
        if cell is not None and not cell.derived:
            return True
        if none_too and field in fact.none:
            return True
        if (id(fact), field) in self.withdrawn:
            return None
        entity = self.vocabulary.entities.get(fact.entity)
        known = entity.fields.get(field) if entity is not None else None
        if field in fact.none:
            return False
        if self.undisclosed(fact, field):  # an amount that nobody prints, or a cell left blank, is not none
            return None if known is not None and known.none_is_zero and not none_too else False
        if self.whole:
            return None if (id(fact), field) in self.to_fill else False
        return False if entity is not None and field in entity.fields and entity.fields[field].computed else None

    def to_be_filled(self, fact: Fact, field: str) -> bool:
        """Whether *field* of *fact* is still to be filled in (design: 待填), which a case always tells."""
        if (id(fact), field) in self.withdrawn:
            return True
        open_ = (id(fact), field) in self.to_fill and field not in fact.none
        return open_ and (field not in fact.values or fact.added_up(field))

    def says(self, fact: Fact, field: str, word: str) -> bool | None:
        """Return what the case says of *field* by a word of the language that asks for presence."""
        if word == "to_fill":
            return self.to_be_filled(fact, field)
        found = self.is_given(fact, field, none_too=word == "stated")
        return found if found is None or word != "missing" else not found

    def undisclosed(self, fact: Fact, field: str) -> bool:
        """Whether the case says outright that the report does not show *field* of *fact*."""
        hidden = self.not_disclosed
        return bool(hidden) and ((fact.entity, "", field) in hidden or (fact.entity, fact.id, field) in hidden)

    def place(self, line: int, column: int) -> Place:
        """Return a place in the case file with the text of its line."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(self.file, line, column, text)

    def path(self, fact: Fact, field: str = "", lang: str = "en") -> str:
        """Return how *field* of *fact* is addressed, such as lines[basic].actual."""
        entity = self.vocabulary.entities.get(fact.entity)
        if entity is None:
            return fact.id
        if entity.parent is None:
            step = entity.zh if lang == "zh" else entity.id
        else:
            step = f"{entity.zh if lang == 'zh' else entity.collection[0]}[{fact.id}]"
        if not field:
            return step
        if field in entity.fields:
            known = entity.fields[field]
            return f"{step}.{known.zh if lang == 'zh' else known.id}"
        relation = self.vocabulary.relations(fact.entity).get(field)
        return f"{step}.{(relation.zh if lang == 'zh' else relation.key) if relation else field}"

    def label(self, fact: Fact) -> str:
        """Return the name a reader knows *fact* by."""
        entity = self.vocabulary.entities.get(fact.entity)
        if entity is not None and entity.label and entity.label in fact.values:
            return " ".join(str(fact.values[entity.label]).split())
        if entity is not None and entity.parent is None:
            return self.unit
        if entity is None and fact.values:  # a group, which is called by what its facts have in common
            fields = self.vocabulary.entities[fact.entity.removesuffix("*")].fields
            return "/".join(
                _money_text(value, fact.cells.get(key)) if fields[key].type == "money" else key_text(value)
                for key, value in fact.values.items()
            )
        return fact.id

    def subjects(self, entity: str) -> tuple[list[Fact], str]:
        """Return the facts of *entity* and the state of that collection: "complete", "partial" or "absent"."""
        if entity == self.root.entity:
            return [self.root], "complete"
        return self.facts.get(entity, []), self.root.states.get(entity, "absent")

    def unconfirmed_figures(self) -> Iterator[tuple[Fact, str]]:
        """Yield the fact and field of every figure that nobody has confirmed; a sum that nobody wrote is none."""
        for fact in self.each():
            fields = self.vocabulary.entities[fact.entity].fields
            for name, cell in fact.cells.items():
                if cell.unconfirmed and name in fields and fields[name].written and not fact.added_up(name):
                    yield fact, name

    def unconfirmed_headings(self) -> tuple[str, ...]:
        """Return the headings that decide which rules bind and that nobody has confirmed."""
        cells = self.root.cells
        return tuple(name for name in HEADINGS if name in cells and cells[name].unconfirmed)

    def without_inferred(self, unconfirmed: bool = False) -> tuple[Case, dict[int, Fact]]:
        """Return this case as it is without its inferences, and its facts by the identity of those here.

        Where only what is *unconfirmed* is to be left out, what somebody inferred stays.
        """

        def out(cell: Cell) -> bool:
            return cell.unconfirmed if unconfirmed else cell.inferred

        twins: dict[int, Fact] = {}
        for fact in self.each():
            twin = Fact(fact.entity, None, fact.line, fact.column)
            twin.id, twin.none, twin.states, twin.note = fact.id, fact.none, fact.states, fact.note
            twins[id(fact)] = twin
        for fact in self.each():
            twin = twins[id(fact)]
            twin.owner = twins[id(fact.owner)] if fact.owner is not None else None
            twin.root = twins[id(self.root)]
            twin.cells = {name: cell for name, cell in fact.cells.items() if not out(cell)}
            for name, value in fact.values.items():
                if name not in fact.cells or name in twin.cells:
                    twin.values[name] = twins[id(value)] if isinstance(value, Fact) else value
            twin.related = {key: [twins[id(each)] for each in facts] for key, facts in fact.related.items()}
            twin.follows = {name: (twins[id(target)], field) for name, (target, field) in fact.follows.items()}
        facts = {entity: [twins[id(fact)] for fact in facts] for entity, facts in self.facts.items()}
        case = Case(
            self.file,
            self.sha256,
            self.vocabulary,
            twins[id(self.root)],
            facts,
            whole=self.whole,
            not_disclosed=self.not_disclosed,
            inferred=False,
            notes=self.notes,
            lines=self.lines,
            to_fill=frozenset((id(twins[fact]), name) for fact, name in self.to_fill if fact in twins),
        )
        case.across, case.asked = self.across, self.asked
        case.withdrawn = frozenset(
            (id(twins[id(fact)]), name) for fact in self.each() for name, cell in fact.cells.items() if out(cell)
        )
        return case, twins

    def count(self) -> int:
        """Return the number of facts."""
        return sum(1 for _ in self.each())

    def each(self) -> Iterator[Fact]:
        """Yield every fact."""
        yield self.root
        for facts in self.facts.values():
            yield from facts


def twin(case: Case, other: str) -> Problem:
    """Return what to say of a second case of one unit and year: what both state would be found, and counted, twice."""
    field = "code" if case.root.values.get("code") else "name"
    cell, unit = case.root.cells[field], str(case.root.values[field])
    told = Text(f"“{unit}”{case.year} 年度的案例已有 {other}", f"{other} is a case of {unit!r} for {case.year}, too")
    hint = Text(
        "合成一个文件；确实要分开检查，写 --same-unit",
        "make one file of them; to judge both all the same, write --same-unit",
    )
    return Problem("same-unit", Place(case.file, cell.line, cell.column), told, hint)
