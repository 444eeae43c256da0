"""A document as JSON and back: how it comes out of the process that read it. What comes back is checked, for the file may be hostile."""

from __future__ import annotations

from collections import Counter
from sys import intern
from typing import Any, get_args

from checker.base.errors import Text
from checker.intake.document import (
    HOPS,
    Block,
    Box,
    Cell,
    Digits,
    Document,
    Hop,
    Kind,
    Note,
    Paragraph,
    Place,
    State,
    Strip,
    Table,
)

_NAMES = {name: name for name in HOPS}
"""The names of hops, so that a sheet of a million cells holds each of them once."""
_STATES: frozenset[str] = frozenset(get_args(State))
_KINDS: frozenset[str] = frozenset(get_args(Kind))


class Misshapen(ValueError):
    """What came back is no document."""


def packed(document: Document, counted: list[Digits]) -> dict[str, Any]:
    """Return a document and its second count as plain data."""
    return {
        "document": {
            "name": document.name,
            "sha256": document.sha256,
            "size": document.size,
            "kind": document.kind,
            "pages": document.pages,
            "blocks": [_block(each) for each in document.blocks],
            "notes": [_note(each) for each in document.notes],
            "stopped": [_note(each) for each in document.stopped],
            "recognised": [each.hops for each in document.recognised],
        },
        "counted": [[part.place.hops, sorted(part.runs.items())] for part in counted],
    }


def _block(block: Block) -> list[Any]:
    if isinstance(block, Paragraph):
        return ["paragraph", block.place.hops, block.text, block.kind, block.state, block.label, block.strips]
    above = len(block.place.hops)  # a cell stands below its table: the way to that is said once
    cells = [
        [_below(each.place, block.place, above), *each[1:9], each.unread, each.label, each.box] for each in block.cells
    ]
    return ["table", block.place.hops, block.name, block.rows, block.columns, block.state, cells]


def _below(place: Place, table: Place, above: int) -> tuple[int, tuple[Hop, ...]]:
    return (above, place.hops[above:]) if place.hops[:above] == table.hops else (0, place.hops)


def _note(note: Note) -> list[Any]:
    return [note.place.hops, note.text.zh, note.text.en]


def unpacked(data: Any) -> tuple[Document, list[Digits]]:
    """Return the document and the count of plain data; raises Misshapen for whatever is neither."""
    try:
        found = data["document"]
        document = Document(
            _text(found["name"]),
            _text(found["sha256"]),
            _whole(found["size"]),
            _one(found["kind"], _KINDS),
            tuple(_block_of(each) for each in found["blocks"]),
            _whole(found["pages"]),
            tuple(_note_of(each) for each in found["notes"]),
            tuple(_note_of(each) for each in found["stopped"]),
            tuple(_place(each) for each in found["recognised"]),
        )
        counted = [
            Digits(_place(hops), Counter({_text(run): _whole(often) for run, often in runs}))
            for hops, runs in data["counted"]
        ]
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise Misshapen(str(error)) from None
    return document, counted


def _block_of(data: Any) -> Block:
    if data[0] == "paragraph":
        _, hops, text, kind, state, label, strips = data
        lines = tuple(Strip(_whole(start), _box(box)) for start, box in strips)
        return Paragraph(_place(hops), _text(text), _text(kind), _one(state, _STATES), _text(label), lines)
    _, hops, name, rows, columns, state, cells = data
    place = _place(hops)
    return Table(
        place,
        _text(name),
        _whole(rows),
        _whole(columns),
        tuple(_cell(each, place) for each in cells),
        _one(state, _STATES),
    )


def _cell(data: Any, table: Place) -> Cell:
    (above, hops), row, column, text, rows, columns, stored, form, state, unread, label, box = data
    why = None if unread is None else Text(_text(unread[0]), _text(unread[1]))
    where = (_whole(row), _whole(column), _text(text), _whole(rows), _whole(columns))
    stored = text if stored == text else stored  # one string, not two
    if above not in (0, len(table.hops)):
        raise Misshapen(f"no place below its table: {above!r}")
    own = _place(hops)
    return Cell(
        Place((*table.hops, *own.hops)) if above else own,
        *where,
        _text(stored),
        intern(_text(form)),
        _one(state, _STATES),
        why,
        _text(label),
        None if box is None else _box(box),
    )


def _box(data: Any) -> Box:
    left, top, right, bottom = data
    return _whole(left), _whole(top), _whole(right), _whole(bottom)


def _note_of(data: Any) -> Note:
    hops, zh, en = data
    return Note(_place(hops), Text(_text(zh), _text(en)))


def _place(data: Any) -> Place:
    hops: list[Hop] = []
    for name, where in data:
        if name not in _NAMES or not isinstance(where, (int, str)) or isinstance(where, bool):
            raise Misshapen(f"no hop: {name!r}")
        hops.append((_NAMES[name], where))
    return Place(tuple(hops))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Misshapen(f"no text: {value!r}")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Misshapen(f"no whole number: {value!r}")
    return value


def _one(value: Any, known: frozenset[str]) -> Any:
    if value not in known:
        raise Misshapen(f"not known: {value!r}")
    return value
