"""What is collected while the tables of a document are read: facts, proposals, contexts and units, each span once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from checker.base.errors import Text
from checker.base.values import UNITS as MONEY
from checker.intake.document import Cell, Note, Place
from checker.intake.forms.units import same_unit
from checker.intake.reading import DraftFact, Evidence, Expected, Grade, Proposal, Span, Status, Understood, Unit

LEADS = {"budget_line": "line", "three_public_line": "three_public", "account_figure": "figure"}
"""How the keys of facts begin, where not with their entity."""


def short(what: object) -> str:
    """Return a short mark of a name or a place for the key of a fact, the same in every run."""
    return hashlib.sha256(repr(what).encode()).hexdigest()[:10]


class Collected:
    """Grows while tables are read; `spans` are those of the document by the place of their text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: dict[Place, list[Span]] = {}
        for span in spans:
            self.spans.setdefault(span.place, []).append(span)
        self.facts: dict[str, DraftFact] = {}
        self.proposals: list[Proposal] = []
        self.contexts: dict[str, Text] = {}
        self.units: dict[str, Unit] = {}
        self.expected: list[Expected] = []
        self.notes: list[Note] = []
        self.columns: list[Note] = []

    def fact(self, key: str, entity: str, texts: tuple[tuple[str, str, Place], ...], parent: str = "") -> str:
        """Note a fact once; its key."""
        self.facts.setdefault(key, DraftFact(key, entity, texts, parent))
        return key

    def propose(
        self, span: Span, fact: str, field: str, status: Status, grade: Grade, evidence: Iterable[Evidence]
    ) -> None:
        """Note what a span may be."""
        self.proposals.append(Proposal(span.id, fact, field, status, grade, tuple(evidence)))

    def context(self, cells: Iterable[Cell], why: Text) -> None:
        """Note that the numbers of cells are no figures that a case has a place for; what was proposed stays so."""
        for cell in cells:
            for span in self.spans.get(cell.place, ()):
                self.contexts.setdefault(span.id, why)

    def tell(self, note: Note) -> None:
        """Note once what was left out, and why."""
        if note not in self.notes:
            self.notes.append(note)

    def unit(self, span: Span, unit: Unit | None) -> bool:
        """Whether an amount has a unit, and one only; notes that of its table where the span has none itself."""
        if span.unit is not None:
            own = same_unit(span.unit.text)
            if span.unit.origin != "figure" and unit is not None and own != unit.text:
                return False
            return own in MONEY
        if unit is None or unit.text not in MONEY:
            return False
        self.units[span.id] = unit
        return True

    def understood(self) -> Understood:
        """Return all of it; a span for which something is proposed is no context."""
        taken = {proposal.span for proposal in self.proposals}
        twice = self._twice()
        proposals = [
            p._replace(grade="confirm", evidence=(*p.evidence, Evidence("twice", p.field)))
            if p.status == "used" and p.span in twice
            else p
            for p in self.proposals
        ]
        facts = tuple(self.facts.values())
        contexts = tuple((span, why) for span, why in self.contexts.items() if span not in taken)
        units = tuple((span, unit) for span, unit in self.units.items() if span in taken)
        return Understood(
            facts,
            tuple(proposals),
            contexts,
            units=units,
            expected=tuple(self.expected),
            notes=tuple(self.notes),
            columns=tuple(self.columns),
        )

    def _twice(self) -> set[str]:
        """Return the spans of fields that have more than one figure in one document, unless both print the same."""
        by_field: dict[tuple[str, str], list[Proposal]] = {}
        for proposal in self.proposals:
            if proposal.status == "used" and not any(e.name == "text" for e in proposal.evidence):
                by_field.setdefault((proposal.fact, proposal.field), []).append(proposal)
        spans = {span.id: span for own in self.spans.values() for span in own}
        found: set[str] = set()
        for group in by_field.values():
            values = {(spans[p.span].value, self._unit_text(spans[p.span])) for p in group}
            if len(values) > 1:
                found |= {p.span for p in group}
        return found

    def _unit_text(self, span: Span) -> str:
        unit = span.unit or self.units.get(span.id)
        return same_unit(unit.text) if unit is not None else ""
