"""Prose: a deterministic grammar from the sentences of a report to lines, claims and headings. What it is not sure of stays unread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.base.errors import Text
from checker.cases.vocabulary import Vocabulary
from checker.intake.document import Document
from checker.intake.forms.model import Form
from checker.intake.prose.book import Book
from checker.intake.prose.counting import unbudgeted
from checker.intake.prose.grammar import Grammar
from checker.intake.prose.headings import headings, same_unit, titled
from checker.intake.prose.running import Run, runs
from checker.intake.prose.state import State
from checker.intake.prose.templates import Templates
from checker.intake.reading import Span, Understood, Unit

CONTEXT = {
    "year": Text("年份", "a year"),
    "date": Text("日期", "a date"),
    "ordinal": Text("序号", "a number in order"),
    "code": Text("代码", "a code"),
    "reference": Text("文号、条款", "a document number or an article"),
    "name": Text("名称里的数字", "digits of a name"),
}
"""Kinds of numbers that are no figures of the unit."""


def understand(
    document: Document, spans: Sequence[Span], vocabulary: Vocabulary, forms: Sequence[Form] = ()
) -> Understood:
    """Return what the prose of *document* says; *spans* are those of this document, and those in tables are left alone.

    The template sentences of *forms* are read first, the grammar reads the rest. Every proposal names a span and a field of *vocabulary*; a span that nothing is proposed for is unread, or context.
    """
    text = runs(document, spans)
    heads = headings(text)
    book = Book()
    book.fact("unit", "unit", heads.texts)
    front = heads.title or "".join(run.text for run in text[:3] if not re.search("[，。；：]", run.text))
    judged = any(word in front for word in ("绩效", "自评", "评价", "执行情况"))
    final = "决算" in front and not judged
    planned = "预算" in front and not final and not judged
    state = State(
        book,
        unit=heads.name,
        year=heads.year,
        several=heads.several,
        role="actual" if final else "initial_budget" if planned else "",
        overall="整体" in front and judged,
    )
    kind = "final_accounts" if final else "budget_publication" if planned else ""
    grammar = Grammar(state, final, Templates([form for form in forms if form.document == kind]))
    own = ""
    for run in text:
        name = titled(run)
        own = own or heads.name or name
        if name:  # the report of another unit may follow in the same document
            grammar.other = "" if same_unit(own, name) else name
        if run.heading:
            grammar.heading()
        else:
            grammar.run(run)
    grammar.end_groups()
    unbudgeted(state)
    book.family()
    found = book.done()
    used = {proposal.span for proposal in (*found.proposals, *heads.proposals)}
    context = [(span.id, CONTEXT[span.kind]) for span in spans if span.kind in CONTEXT and span.id not in used]
    proposals = tuple(
        each for each in (*heads.proposals, *found.proposals) if _known(each.field, each.fact, found, vocabulary)
    )
    return Understood(
        found.facts,
        proposals,
        (*context, *(each for each in grammar.context if each[0] not in used)),
        (*heads.inferred, *found.inferred),
        tuple(_units(text, {proposal.span for proposal in proposals})),
        notes=tuple(grammar.notes.values()),
        repeats=found.repeats,
    )


def _units(text: Sequence[Run], used: set[str]) -> Iterator[tuple[str, Unit]]:
    """Yield the units that stand in the paragraph after their figures: a page ends between the two."""
    for run in text:
        for mark in run.marks:
            if mark.span.unit is None and mark.after > mark.end and mark.span.id in used:
                yield mark.span.id, Unit(run.text[mark.end : mark.after], "figure", run.place(mark.end))


def _known(field: str, fact: str, found: Understood, vocabulary: Vocabulary) -> bool:
    """Whether the vocabulary has the field: a pack may leave one out."""
    entity = next(each.entity for each in found.facts if each.key == fact)
    known = vocabulary.entities.get(entity)
    return known is not None and field in known.fields
