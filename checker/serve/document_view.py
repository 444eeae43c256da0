"""A document as the page shows it: paragraphs and tables in order, every number a mark that leads to its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.base.errors import Text
from checker.intake.document import Cell, Document, Paragraph, Place, Strip, Table
from checker.intake.reading import Span
from checker.serve.shelf import Papers

EMPTY_ROWS = 2
"""Empty rows of a sheet that are drawn; more are left out, and said so."""


class Piece(NamedTuple):
    """A piece of a text: plain where `span` is empty, else a number with its id."""

    text: str
    span: str = ""


class Line(NamedTuple):
    """A paragraph: its kind, what Word sets before it by itself, whether a reader of the printed document sees it, and its pieces."""

    kind: str
    label: str
    state: str
    pieces: tuple[Piece, ...]
    where: Text
    page: int
    mark: Text


class Box(NamedTuple):
    """A cell: its pieces, how many rows and columns it spans, whether it holds a number, and why it could not be read."""

    pieces: tuple[Piece, ...]
    rows: int
    columns: int
    number: bool
    state: str
    unread: Text | None
    where: Text


class Grid(NamedTuple):
    """A table: its name, and its rows, None where a run of empty rows was left out."""

    name: str
    state: str
    rows: tuple[tuple[Box | None, ...] | None, ...]
    page: int


class View(NamedTuple):
    """One document: its lines and tables; of one whose text is gone, the sentences of its numbers alone."""

    number: int
    document: Document
    missing: bool
    parts: tuple[Line | Grid, ...]


def views(papers: Papers) -> list[View]:
    """Return every document of a case."""
    by_place: dict[tuple[int, Place], list[Span]] = {}
    for span in papers.reading.spans:
        by_place.setdefault((span.file, span.place), []).append(span)
    found = []
    for number, document in enumerate(papers.reading.documents, 1):
        missing = document.name in papers.missing and not document.blocks
        left = {key: spans for key, spans in by_place.items() if key[0] == number}
        parts: list[Line | Grid] = []
        for block in document.blocks:
            if isinstance(block, Paragraph):
                spans = left.pop((number, block.place), [])
                pieces = _pieces(block.text, spans)
                where, page, mark = _where(block.place), _page(block.place), _last(block.place)
                parts.append(Line(block.kind, block.label, block.state, pieces, where, page, mark))
            else:
                parts.append(Grid(block.name, block.state, tuple(_rows(block, number, left)), _page(block.place)))
        for (_, place), spans in left.items():  # where the text is gone, or reads otherwise now: no number is left out
            for span in spans:
                at = span.context.find(span.text)
                before, after = (
                    (span.context[:at], span.context[at + len(span.text) :]) if at >= 0 else (span.context + " ", "")
                )
                pieces = (Piece(before), Piece(span.text, span.id), Piece(after))
                parts.append(Line("apart", "", "", pieces, _where(place), 0, _where(place)))
        found.append(View(number, document, missing, tuple(parts)))
    return found


def _page(place: Place) -> int:
    return next((int(where) for name, where in place.hops if name == "page"), 0)


def boxes(papers: Papers) -> dict[str, list[int]]:
    """Return where each number stands on its page, as the page and its rectangle in hundredths of a point: the line, or the cell."""
    spots: dict[tuple[int, Place], Sequence[Strip]] = {}
    for number, document in enumerate(papers.reading.documents, 1):
        for block in document.blocks:
            if isinstance(block, Paragraph):
                spots[number, block.place] = block.strips
            else:
                spots |= {(number, cell.place): [Strip(0, cell.box)] for cell in block.cells if cell.box is not None}
    found = {}
    for span in papers.reading.spans:
        strips = [strip for strip in spots.get((span.file, span.place), ()) if strip.start <= span.start]
        if strips:
            found[span.id] = [span.file, _page(span.place), *strips[-1].box]
    return found


def _last(place: Place) -> Text:
    """Return the last hop of a place: which page it is on is said above."""
    return _where(Place(place.hops[-1:]))


def _where(place: Place) -> Text:
    return Text(place.say("zh"), place.say("en"))


def _pieces(text: str, spans: list[Span]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for span in sorted(spans, key=lambda each: each.start):
        start, end = max(at, min(span.start, len(text))), max(at, min(span.end, len(text)))
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end] or span.text, span.id))
        at = end
    if at < len(text) or not pieces:
        pieces.append(Piece(text[at:]))
    return tuple(pieces)


def _rows(
    table: Table, number: int, left: dict[tuple[int, Place], list[Span]]
) -> Iterator[tuple[Box | None, ...] | None]:
    """Yield the rows of a table; the cells below and beside a merged one are left out, as HTML wants it."""
    cells: Mapping[tuple[int, int], Cell] = {(cell.row, cell.column): cell for cell in table.cells}
    covered: set[tuple[int, int]] = set()
    for cell in table.cells:
        if cell.rows > 1 or cell.columns > 1:
            covered |= {
                (row, column)
                for row in range(cell.row, min(cell.row + cell.rows, table.rows + 1))
                for column in range(cell.column, min(cell.column + cell.columns, table.columns + 1))
            } - {(cell.row, cell.column)}
    last = max((cell.column + cell.columns - 1 for cell in table.cells), default=0)
    filled = {cell.row for cell in table.cells} | {row for row, _ in covered}
    empty = 0
    for row in range(1, max(filled, default=0) + 1):
        empty = 0 if row in filled else empty + 1
        if empty > EMPTY_ROWS:
            if empty == EMPTY_ROWS + 1:
                yield None
            continue
        made: list[Box | None] = []
        for column in range(1, last + 1):
            if (row, column) in covered:
                continue
            found = cells.get((row, column))
            if found is None:
                made.append(None)
                continue
            spans = left.pop((number, found.place), [])
            made.append(
                Box(
                    _pieces(found.text, spans),
                    min(found.rows, table.rows - found.row + 1),
                    min(found.columns, last - found.column + 1),
                    bool(spans) and len(found.text) < 24,
                    found.state or table.state,
                    found.unread,
                    _where(found.place),
                )
            )
        yield tuple(made)
