"""What lies below traces: the fields, parameters and inferences that a check read; what many checks rest on is walked once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.base.named import NamedTuple
from checker.cases.case import Cell, Fact
from checker.language.causes import Trace
from checker.language.tree import ParameterRef

Field = tuple[Fact, str]
PLACES = 60
"""Places that are named of one finding: a total of a thousand parts names the first of them, its facts are all there."""


class Below(NamedTuple):
    """What traces rest on that many facts ask of one (`common`), each once and in order: fields, parameters, inferred fields.

    `cells` are the first of its fields that have a place, as many as a finding names.
    """

    common: Fact | None
    fields: tuple[Field, ...]
    cells: tuple[Cell, ...]
    parameters: tuple[ParameterRef, ...]
    inferred: tuple[Field, ...]


class Reading(NamedTuple):
    """What traces read, in order and each once: fields that stand in the case, parameters, fields whose value was inferred.

    What is common to many stands in one piece among the fields, and may name one of them again.
    """

    fields: tuple[Field | Below, ...]
    parameters: tuple[ParameterRef, ...]
    inferred: tuple[Field, ...]


class Walks:
    """Walks traces, and what is common to many of them (`Trace.common`) once; it keeps these traces."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Below, Trace]] = {}

    def reading(self, traces: Iterable[Trace]) -> Reading:
        """Return what *traces* read, all of it in one walk; what is common to many in one piece."""
        fields: dict[tuple[int, str], Field | Below] = {}
        parameters: dict[str, ParameterRef] = {}
        inferred: dict[tuple[int, str], Field] = {}
        seen: set[int] = set()
        told: set[Field] = set()
        waiting = list(traces)[::-1]
        while waiting:
            found = waiting.pop()
            kids, used = found.kids, found.used
            if kids or found.common is not None:
                own = id(found)
                if own in seen:
                    continue
                seen.add(own)
                if found.common is not None:
                    below = self._below(found)
                    fields[own, ""] = below
                    for each in below.parameters:
                        parameters.setdefault(each.name, each)
                    for fact, name in below.inferred:
                        inferred[id(fact), name] = fact, name
                    continue
                waiting += kids[::-1]
            if used is not None:
                if used in told:
                    continue
                told.add(used)
                fact, name = used
                key = id(fact), name
                cell = fact.cells.get(name)
                if cell is not None and cell.inferred:
                    inferred[key] = used
                if name in fact.follows:
                    used = fact, name = fact.follows[name]
                    key, cell = (id(fact), name), fact.cells.get(name)
                if cell is not None or fact.entity.endswith("*"):  # what a group agrees in stands in its members
                    fields.setdefault(key, used)
            elif isinstance(found.node, ParameterRef):
                parameters.setdefault(found.node.name, found.node)
        return Reading(tuple(fields.values()), tuple(parameters.values()), tuple(inferred.values()))

    def _below(self, trace: Trace) -> Below:
        known = self._known.get(id(trace))
        if known is None:
            parts = list(trace.walk())
            parameters = {part.node.name: part.node for part in parts if isinstance(part.node, ParameterRef)}
            used = [part.used for part in parts if part.used is not None]
            read = _once(map(_followed, used))
            places: dict[tuple[object, ...], Cell] = {}
            for cell in _cells(read):
                places.setdefault((cell.line, cell.column, cell.note, cell.quote), cell)
            below = Below(
                trace.common,
                read,
                tuple(places.values())[:PLACES],
                tuple(parameters.values()),
                _once(part.used for part in parts if part.used is not None and _infers(part)),
            )
            known = self._known[id(trace)] = below, trace
        return known[0]


def each(fields: Iterable[Field | Below]) -> Iterator[Field]:
    """Yield fields one by one, each once."""
    found: set[tuple[int, str]] = set()
    for field in fields:
        for fact, name in field.fields if isinstance(field, Below) else (field,):
            if (id(fact), name) not in found:
                found.add((id(fact), name))
                yield fact, name


def printed(fields: Iterable[Field | Below]) -> tuple[Cell, ...]:
    """Return the first `PLACES` figures among *fields* that have a place of their own in the case, in order."""
    found: dict[tuple[object, ...], Cell] = {}
    for field in fields:
        for cell in field.cells if isinstance(field, Below) else _cells((field,)):
            found.setdefault((cell.line, cell.column, cell.note, cell.quote), cell)
            if len(found) == PLACES:
                return tuple(found.values())
    return tuple(found.values())


def _cells(fields: Iterable[Field]) -> Iterator[Cell]:
    """Yield the figures with a place."""
    for fact, name in fields:
        cell = fact.cells.get(name)
        if cell is not None and cell.line:
            yield cell


def _followed(field: Field) -> Field:
    """Return the field that a figure was taken over from, itself where it was printed there."""
    fact, name = field
    return fact.follows.get(name, field)


def _once(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple({(id(fact), name): (fact, name) for fact, name in fields}.values())


def _infers(trace: Trace) -> bool:
    if trace.used is None:
        return False
    cell = trace.used[0].cells.get(trace.used[1])
    return cell is not None and cell.inferred
