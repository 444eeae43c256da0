"""The story of an import: files are read apart, counted twice, their numbers found and understood, and put together as one reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from checker.base.errors import InputError, Problem, Text
from checker.base.typography import folded
from checker.cases.vocabulary import Vocabulary
from checker.intake import forms, prose
from checker.intake.document import Document, Hop, Note, Place, State, Table
from checker.intake.isolated import read_apart
from checker.intake.merging import merge, united
from checker.intake.numbers import held, spans
from checker.intake.readers.recognising import unrecognised
from checker.intake.reading import Evidence, Reading, Span, Understood
from checker.rulebook.packs import Pack

Way = Callable[[Document, Sequence[Span], Vocabulary], Understood]
"""A way of understanding: the numbers of a document, and what they are."""
_STATES: dict[State, Text] = {
    "deleted": Text("修订中删去的文字", "deleted in a tracked change"),
    "hidden": Text("隐藏的文字、批注", "hidden text, or a comment"),
}
CONTENTS = Text("目录、页眉、页脚", "a table of contents, a header or a footer")
STOPPED = Text("这一部分两种读法不一致，没有采用", "two ways of reading this part disagree, so it was not used")


def read_documents(
    files: Iterable[tuple[str, Callable[[], bytes]]], recognise: bool = False, large: bool = False
) -> tuple[Document, ...]:
    """Return the documents of (name, what returns the content), each read in a process of its own; *recognise* reads pictures, too, *large* tables of any length.

    Raises InputError with every file that cannot be read.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for name, content in files:
        try:
            document, counted = read_apart(content(), name, recognise=recognise, large=large)
        except InputError as error:
            problems += error.problems
        else:
            documents.append(held(document, counted))
    if problems:
        raise InputError(problems)
    return tuple(documents)


def ways(packs: Iterable[Pack], vocabulary: Vocabulary) -> tuple[Way, ...]:
    """Return the ways of understanding: the forms that rule packs bring along read tables, their sentences and the grammar of prose the rest."""
    known = forms.forms_of(packs, vocabulary)
    return partial(forms.understand, forms=known), partial(prose.understand, forms=known)


def understood(documents: Sequence[Document], vocabulary: Vocabulary, by: Sequence[Way]) -> Reading:
    """Return all that is read of the documents of one unit; what stands where nobody prints or counts it is never used.

    Of what two ways of *by* say of the same thing, what the first says stands first.
    """
    every: list[Span] = []
    parts: list[Understood] = []
    units: list[str] = []
    left: list[tuple[Note, ...]] = []
    columns: list[tuple[Note, ...]] = []
    for number, document in enumerate(documents, 1):
        found = spans(document, number)
        barred = _barred(document, found)
        open_spans = [span for span in found if span.id not in barred]
        own = [way(document, open_spans, vocabulary) for way in by]
        parts += own
        units.append(_unit(own))
        left.append(tuple(note for part in own for note in part.notes))
        columns.append(tuple(note for part in own for note in part.columns))
        told = tuple((key, why) for key, why in barred.items() if why is not STOPPED)
        parts.append(Understood(context=told))
        every += found
    known = _doubted(merge(parts, {span.id: span for span in every}), documents, every)
    told_of = [
        each._replace(stopped=(*_scanned(each), *each.stopped, *notes), notes=(*each.notes, *unread))
        for each, notes, unread in zip(documents, left, columns, strict=True)
    ]
    return Reading(_of_one_unit(told_of, units), tuple(united(every, known.units).values()), known)


def _doubted(known: Understood, documents: Sequence[Document], spans: Sequence[Span]) -> Understood:
    """Return what is known, with whatever rests on a picture to be confirmed: a wrong digit is recognized as surely as a right one."""
    pictures = [{place.hops for place in document.recognised} for document in documents]
    every = frozenset[tuple[Hop, ...]]().union(*pictures)
    if not any(pictures):
        return known
    doubted = {span.id for span in spans if span.place.hops[:1] in pictures[span.file - 1]}
    why = Evidence("recognised", "")
    facts = {each.fact for each in known.proposals if each.span in doubted}
    return known._replace(
        proposals=tuple(
            each._replace(grade="confirm", evidence=(*each.evidence, why)) if each.span in doubted else each
            for each in known.proposals
        ),
        inferred=tuple(
            each._replace(grade="confirm", evidence=(*each.evidence, why))
            if each.fact in facts and each.place.hops[:1] in every
            else each
            for each in known.inferred
        ),
    )


def _scanned(document: Document) -> tuple[Note, ...]:
    told = unrecognised(document)
    return () if told is None else (Note(Place(()), told),)


def _unit(parts: Sequence[Understood]) -> str:
    """Return the unit that a document names; nothing where it names none."""
    texts = (text for part in parts for fact in part.facts if fact.entity == "unit" for text in fact.texts)
    return next((text for field, text, _ in texts if field == "name"), "")


def _of_one_unit(documents: Sequence[Document], units: Sequence[str]) -> tuple[Document, ...]:
    """Return the documents; one that names another unit than those before it says so, as a person has to look at it.

    A name that is part of the other is taken for the same: forms print short names.
    """
    found: list[Document] = []
    first = ""
    for document, unit in zip(documents, units):
        one, other = folded(first), folded(unit)
        if first and unit and one not in other and other not in one:
            told = Text(
                f"写的单位是“{unit}”，前面的材料写的是“{first}”：一次只能读一个单位的材料",
                f"names the unit {unit!r}, those before it {first!r}: only documents of one unit can be read together",
            )
            document = document._replace(stopped=(*document.stopped, Note(Place(()), told)))
        first = first or unit
        found.append(document)
    return tuple(found)


def _barred(document: Document, found: Sequence[Span]) -> dict[str, Text]:
    """Return the spans that no way of understanding is shown, with the reason."""
    states: dict[Place, Text] = {}
    for block in document.blocks:
        for place, state in (
            (each.place, each.state or block.state) for each in (block.cells if isinstance(block, Table) else (block,))
        ):
            if state in _STATES:
                states[place] = _STATES[state]
        if not isinstance(block, Table) and block.kind in ("contents", "header", "footer"):
            states.setdefault(block.place, CONTENTS)
    stopped = {note.place.hops for note in document.stopped}
    lengths = {len(hops) for hops in stopped}
    barred = {span.id: states[span.place] for span in found if span.place in states}
    for span in found:
        if any(span.place.hops[:length] in stopped for length in lengths):
            barred[span.id] = STOPPED
    return barred
