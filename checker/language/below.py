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
    """What a trace rests on, each once and in order: fields, parameters, and fields whose value was inferred.

    `cells` are the first of its fields that have a place, as many as a finding names.
    """

    trace: Trace
    fields: tuple[Field, ...]
    cells: tuple[Cell, ...]
    parameters: tuple[Trace, ...]
    inferred: tuple[Field, ...]


class Reading(NamedTuple):
    """What traces read, in order: fields, where one may come again; parameters; inferred fields, each once.

    What is common to many stands in one piece among the fields.
    """

    fields: list[Field | Below]
    parameters: list[Trace]
    inferred: list[Field]


class Walks:
    """Walks traces, and what is common to many of them (`Trace.common`) once; it keeps these traces."""

    def __init__(self) -> None:
        self._known: dict[int, Below] = {}

    def reading(self, traces: Iterable[Trace]) -> Reading:
        """Return what *traces* read, all of it in one walk; what is common to many in one piece.

        A figure that several parts read may come again. What stands below a trace that several rest on comes once.
        """
        fields: list[Field | Below] = []
        parameters: list[Trace] = []
        inferred: dict[tuple[int, str], Field] = {}
        seen: set[int] = set()
        waiting = list(traces)[::-1]
        while waiting:
            found = waiting.pop()
            kids, used = found.kids, found.used
            if kids or found.common is not None:
                if id(found) in seen:
                    continue
                seen.add(id(found))
                if found.common is not None:
                    below = self._below(found)
                    fields.append(below)
                    parameters += below.parameters
                    for fact, name in below.inferred:
                        inferred[id(fact), name] = fact, name
                    continue
                waiting += kids[::-1]
            if used is not None:
                fact, name = used
                fields.append(fact.follows.get(name, used))
                cell = fact.cells.get(name)
                if cell is not None and cell.inferred:
                    inferred[id(fact), name] = used
            elif isinstance(found.node, ParameterRef):
                parameters.append(found)
        return Reading(fields, parameters, list(inferred.values()))

    def printed(self, traces: Iterable[Trace]) -> tuple[Cell, ...]:
        """Return what `printed` makes of a reading of *traces*, looking no further than to the last figure that it names."""
        found: dict[tuple[object, ...], Cell] = {}
        seen: set[int] = set()
        told: set[tuple[int, str]] = set()
        waiting = list(traces)[::-1]
        while waiting and len(found) < PLACES:
            trace = waiting.pop()
            kids, used = trace.kids, trace.used
            if kids or trace.common is not None:
                if id(trace) in seen:
                    continue
                seen.add(id(trace))
                if trace.common is not None:
                    for cell in self._below(trace).cells:
                        found.setdefault((cell.line, cell.column, cell.note, cell.quote), cell)
                    continue
                waiting += kids[::-1]
            if used is not None:
                fact, name = used
                if (id(fact), name) not in told:
                    told.add((id(fact), name))
                    fact, name = fact.follows.get(name, used)
                    own = fact.cells.get(name)
                    if own is not None and own.line:
                        found.setdefault((own.line, own.column, own.note, own.quote), own)
        return tuple(found.values())[:PLACES]

    def _below(self, trace: Trace) -> Below:
        known = self._known.get(id(trace))
        if known is None:
            parts = list(trace.walk())
            used = [part.used for part in parts if part.used is not None]
            read = _once(map(_followed, used))
            places: dict[tuple[object, ...], Cell] = {}
            for cell in _cells(read):
                places.setdefault((cell.line, cell.column, cell.note, cell.quote), cell)
            known = self._known[id(trace)] = Below(
                trace,
                read,
                tuple(places.values())[:PLACES],
                tuple(part for part in parts if isinstance(part.node, ParameterRef)),
                _once(part.used for part in parts if part.used is not None and _infers(part)),
            )
        return known


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
