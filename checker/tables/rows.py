"""Case → rows of the tables, and rows → a case file again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.values import EXACT, UNITS, half_width
from checker.cases.case import Case, Cell, Fact
from checker.cases.marks import NONE_WORDS
from checker.cases.reader import read_case
from checker.cases.scope import documents_of
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.tables.schema import (
    FIGURES,
    SCALES,
    BadFit,
    has_printed_text,
    relation_keys,
    scaled,
    state_column,
    unscaled,
)

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Rows by entity, in the order of their fact numbers."""


class Plain(str):
    """A word that stands without quotes: it says something of a value, and is no text."""


TO_FILL = Plain("待填")
_PRINTED = re.compile(r"\s*[-+]?[\d,]*(?:\.(\d+))?", re.ASCII)


def rows_of(case: Case, number: int, first: dict[str, int]) -> Rows:
    """Return the rows of *case* as case *number* of a pack; *first* is the next free fact number of each entity.

    *first* is advanced. Raises InputError where a figure is too large or too fine for its column.
    """
    vocabulary = case.vocabulary
    root = vocabulary.root.id
    everything = {root: [case.root], **case.facts}
    numbers = {id(case.root): number}
    for entity, facts in case.facts.items():
        start = first.get(entity, 0)
        numbers.update((id(fact), start + place) for place, fact in enumerate(facts))
        first[entity] = start + len(facts)
    problems: list[Problem] = []
    if case.unconfirmed:  # tables have no mark for it, and what is open would be taken for sure
        told = Text(
            f"这是草稿，还有 {case.unconfirmed} 处数字待确认，不能做成表格",
            f"this is a draft with {case.unconfirmed} figures to confirm: it cannot be made into tables",
        )
        hint = Text("先用 checker import --review 确认", "first confirm them with checker import --review")
        raise InputError([Problem("draft", Place(case.file), told, hint)])
    found = {
        entity: [_row(case, fact, number, numbers, problems) for fact in facts] for entity, facts in everything.items()
    }
    if problems:
        raise InputError(problems)
    found[root][0].update(
        _file=case.file,
        _sha256=case.sha256,
        _read="whole" if case.whole else None,
        _not_disclosed=_json(sorted(case.not_disclosed)) if case.not_disclosed else None,
        _top=_listed(case.top),
        _documents=_listed(case.documents),
        _amounts=_case_wide(case, everything.values()),
    )
    return found


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _listed(names: Iterable[str]) -> str | None:
    return f" {' '.join(sorted(names))} " if names else None


def _row(case: Case, fact: Fact, number: int, numbers: dict[int, int], problems: list[Problem]) -> Row:
    entity = case.vocabulary.entities[fact.entity]
    row: Row = {"_case": number, "_fact": numbers[id(fact)], "_id": fact.id, "_none": _listed(fact.none)}
    if fact.owner is not None and fact.owner is not case.root:
        row["_owner"] = numbers[id(fact.owner)]
    if case.not_disclosed:
        row["_hidden"] = _listed([name for name in entity.fields if case.undisclosed(fact, name)])
    cells = fact.cells
    row["_derived"] = _listed([name for name, cell in cells.items() if cell.derived])
    row["_inferred"] = _listed([name for name, cell in cells.items() if cell.inferred and not fact.added_up(name)])
    if case.to_fill:
        names = [*entity.fields, *relation_keys(entity, case.vocabulary)]
        row["_to_fill"] = _listed(
            [
                n
                for n in names
                if (id(fact), n) in case.to_fill and n not in fact.none and (n not in fact.values or fact.added_up(n))
            ]
        )
    notes = {name: cell.note for name, cell in cells.items() if cell.note and cell.note != fact.note}
    if fact.note or notes:
        row["_notes"] = _json({**({"": fact.note} if fact.note else {}), **notes})
    for key in relation_keys(entity, case.vocabulary):
        row[state_column(key)] = fact.states.get(key)
    for name, value in fact.values.items():
        field = entity.fields.get(name)
        if field is None:
            continue
        if field.ref:
            row[name], row[f"{name}__id"] = numbers[id(value)], value.id
            continue
        cell = cells.get(name) or Cell(value)
        try:
            _fill(row, entity, field, value, cell)
        except BadFit as bad:
            told = Text(
                f"{case.label(fact)} 的{field.zh} {cell.text or value} 放不进表格（{bad}）",
                f"{field.name('en')} {cell.text or value} of {fact.id} does not fit into a table ({bad})",
            )
            hint = Text("这个案例直接用 checker run 检查", "check this case by itself with checker run")
            problems.append(Problem("table-fit", case.place(cell.line, cell.column), told, hint))
    return row


def _fill(row: Row, entity: Entity, field: Field, value: Any, cell: Cell) -> None:
    """Write one value, and how it was printed, into *row*."""
    name, kind = field.id, field.type
    if kind not in SCALES:
        row[name] = value
    elif kind in FIGURES:
        row[name], row[f"{name}__step"] = scaled(value, kind), scaled(cell.step, kind)
        if kind != "figure":
            row[f"{name}__unit"], row[f"{name}__decimals"] = cell.unit or None, cell.decimals
    else:
        row[name] = scaled(value, kind)
    if kind in (*FIGURES[:3], "count", "date") or has_printed_text(entity, field):
        row[f"{name}__text"] = cell.text or None


def _case_wide(case: Case, facts: Iterable[list[Fact]]) -> str | None:
    """Return the case-wide unit and decimals that amounts need to be read as they were, such as "万元 2".

    The decimals are those of an amount that prints fewer of them; a figure may be finer than the case says.
    """
    unit = ""
    money = {
        entity.id: {field.id for field in entity.fields.values() if field.type == "money"}
        for entity in case.vocabulary.entities.values()
    }
    for group in facts:
        for fact in group:
            for name, cell in fact.cells.items():
                if name not in money[fact.entity] or not cell.text or not cell.unit:
                    continue
                if cell.text in NONE_WORDS:  # no money, read as the case prints its zeros
                    return f"{cell.unit} {cell.decimals}"
                printed = _PRINTED.match(half_width(cell.text))
                if printed is not None and len(printed[1] or "") < cell.decimals:
                    return f"{cell.unit} {cell.decimals}"
                if cell.text[-1].isdigit():
                    unit = cell.unit
    return unit or None


def case_text(rows: Rows, vocabulary: Vocabulary) -> str:
    """Return the rows of one case as a case file in JSON."""
    return json.dumps(_case_body(rows, vocabulary), ensure_ascii=False, indent=1)


def _case_body(rows: Rows, vocabulary: Vocabulary, closed: bool = False) -> dict[str, Any]:
    """Return what a case file of these rows says: mappings, lists and texts.

    *closed*: it is read so that a list without a word is whole, and none needs one.
    """
    by_owner: dict[tuple[str, int], list[Row]] = {}
    root = vocabulary.root
    unit = rows[root.id][0]
    at_top = (unit.get("_top") or "").split()
    closed = closed or bool(unit.get("_read"))

    def listed(entity: Entity, state: Any, entries: list[Any]) -> Any:
        """Return a list with the word that says whether it is whole, where the reader asks for one."""
        if state != "complete":
            return {"complete": "false", "items": entries}
        if closed or not entries or (entity.figure and entity.parent != root.id):
            return entries
        return {"complete": "true", "items": entries}

    parents = {
        entity.id: {row["_fact"]: row for row in rows.get(entity.id, ())} for entity in vocabulary.entities.values()
    }
    for entity in vocabulary.entities.values():
        for row in rows.get(entity.id, ()) if entity.parent else ():
            owner = unit["_case"] if entity.parent == root.id or entity.id in at_top else row["_owner"]
            by_owner.setdefault((entity.id, owner), []).append(row)

    def body(entity: Entity, row: Row) -> dict[str, Any]:
        made = _fields(entity, row)
        number = row["_case" if entity is root else "_fact"]  # what belongs to the unit is found by its case
        for child in vocabulary.children(entity.id):
            state = row.get(state_column(child.id))
            if state is None:
                if child.id in (row.get("_to_fill") or "").split():
                    made[child.collection[0]] = TO_FILL
                continue
            if child.id in at_top:
                if state != unit.get(state_column(child.id)):
                    made[child.collection[0]] = listed(child, state, [])
                continue
            entries = [body(child, each) for each in by_owner.get((child.id, number), ())]
            made[child.collection[0]] = listed(child, state, entries)
        return made

    made: dict[str, Any] = {}
    if unit.get("_amounts"):
        made["amounts"] = dict(zip(("unit", "decimals"), unit["_amounts"].split(), strict=False))
    if unit.get("_read"):
        made["transcribed"] = unit["_read"]
    if unit.get("_documents"):
        made["document"] = documents_of(unit["_documents"], vocabulary)[0]
    if unit.get("_not_disclosed"):
        made["not_disclosed"] = [
            f"{ident or entity}.{field}" for entity, ident, field in json.loads(unit["_not_disclosed"])
        ]
    made.update(body(root, unit))
    for name in at_top:
        entity = vocabulary.entities[name]
        assert entity.link is not None and entity.parent is not None
        entries = []
        for row in by_owner.get((name, unit["_case"]), ()):
            entries.append({entity.link[0]: parents[entity.parent][row["_owner"]]["_id"], **body(entity, row)})
        made[entity.collection[0]] = listed(entity, unit.get(state_column(name)), entries)
    for entity in vocabulary.entities.values():  # of facts that there are none to hold the lists of
        if entity.link and entity.id in (unit.get("_to_fill") or "").split() and not rows.get(str(entity.parent)):
            made.setdefault(entity.collection[0], TO_FILL)
    return made


def case_of(rows: Rows, vocabulary: Vocabulary) -> Case:
    """Return the case that *rows* stand for; raises InputError where they are no case.

    Its values have no lines: those of the file that the tables were made of are not kept.
    """
    unit = rows[vocabulary.root.id][0]
    root = _node(_case_body(rows, vocabulary, closed=True))
    source = Source(str(unit.get("_file") or ""), "", root, "utf-8", str(unit.get("_sha256") or ""), ())
    return read_case(source, vocabulary, closed=True)


def _node(made: Any) -> Node:
    """Return *made* as a document: what reading its JSON would come to, but for the places."""
    if isinstance(made, dict):
        return Node("map", [(Node("text", key, 0, 0), _node(value)) for key, value in made.items()], 0, 0)
    if isinstance(made, (list, tuple)):
        return Node("list", [_node(each) for each in made], 0, 0)
    return Node("plain" if isinstance(made, Plain) else "text", made, 0, 0)


def _fields(entity: Entity, row: Row) -> dict[str, Any]:
    notes = json.loads(row["_notes"]) if row.get("_notes") else {}
    derived, inferred = ((row.get(name) or "").split() for name in ("_derived", "_inferred"))
    made: dict[str, Any] = {"source": notes[""]} if "" in notes else {}
    made.update((name, "无") for name in (row.get("_none") or "").split() if entity.fields[name].written)
    for name in (row.get("_to_fill") or "").split():
        if name in entity.fields:
            made[name] = TO_FILL
    for field in entity.fields.values():
        name = field.id
        value = row.get(f"{name}__id" if field.ref else name)
        added_up = name in derived and row.get(f"{name}__text") is None
        if value is None or added_up or not field.written:
            continue
        text = printed(field, value, row)
        marks = {mark: "true" for mark, names in (("inferred", inferred), ("derived", derived)) if name in names}
        if name in notes:
            marks["source"] = notes[name]
        made[name] = {"value": text, **marks} if marks else text
    return made


def printed(field: Field, value: Any, row: Row) -> str:
    """Return a value as it was printed; without a printed text, from its unit and decimals."""
    text = row.get(f"{field.id}__text")
    if text is not None:
        return str(text)
    decimals = row.get(f"{field.id}__decimals")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    if field.type == "money":
        unit = row.get(f"{field.id}__unit") or "元"
        return _digits(Decimal(value) / UNITS[unit], 2 if decimals is None and unit == "元" else decimals) + unit
    if field.type in ("percent", "number"):
        number = Decimal(unscaled(int(value), field.type))
        return (
            _digits(number.scaleb(2, EXACT), decimals) + "%" if field.type == "percent" else _digits(number, decimals)
        )
    return str(value)


def _digits(number: Decimal, decimals: int | None) -> str:
    if decimals is None:
        number = number.normalize(EXACT)
        return f"{number:f}"
    return f"{number.quantize(Decimal(1).scaleb(-decimals), context=EXACT):f}"
