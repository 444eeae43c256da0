"""A rulebook as plain data and back: what a rule says is kept apart, field by field, and made again when it is asked for.

Plain data are numbers, texts, tuples, mappings and sets of texts. An object is a list: the number of its kind, and its parts. A
tree is the list of its nodes, inner ones first, each naming those inside it by their number: what a tree shares stays shared.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from checker.base.errors import Place, Text
from checker.base.frozen import filled, setters_of, slots_of
from checker.base.later import put_off
from checker.cases.papers import Paper
from checker.cases.vocabulary import Entity, Enumeration, Field, Vocabulary
from checker.language.scope import Definition, Frame, Group, Scope
from checker.language.tree import KINDS, NOWHERE, Expr, parts
from checker.rulebook.book import Rulebook, parameter_names
from checker.rulebook.packs import Pack, scores_of
from checker.rulebook.party_decisions import PartyDecision, confirmed_by
from checker.rulebook.rule import (
    Aspect,
    Basis,
    Instrument,
    Parameter,
    ParameterValue,
    Peers,
    Reach,
    Reading,
    Rule,
    Template,
    Validity,
)

_TUPLES: tuple[Any, ...] = (
    Text,
    Frame,
    Group,
    Basis,
    Instrument,
    Paper,
    Aspect,
    ParameterValue,
    Reach,
    Reading,
    Template,
    Validity,
    Peers,
    PartyDecision,
    Place,
)
_RECORDS: tuple[Any, ...] = (Enumeration, Field)
_LATER: dict[type, tuple[str, ...]] = {
    Rule: (
        "severity",
        "require",
        "remedy",
        "when",
        "unless",
        "strict",
        "amount",
        "nature_by",
        "finding_title",
        "message",
        "readings",
        "limits",
    ),
    Definition: ("expr",),
    Parameter: ("values",),
}
"""What of each kind is not even looked at before it is asked for: of most rules a case needs no more than whether they bind."""
_FIRST: dict[type, tuple[str, ...]] = {
    Rule: ("id", "entity", "reach", "validity", "basis", "figures", "documents"),
    Definition: (),
    Parameter: ("id", "zh", "type"),
}
"""What is asked of every one in every run, and so made at once."""
_OWN = ("scope", "source", "examples", "_certain")
"""What of a rule is kept in a form of its own, or not at all."""
_REST: dict[type, tuple[str, ...]] = {
    kind: tuple(
        each.name
        for each in slots_of(kind).values()
        if each.name not in (*_FIRST[kind], *_LATER[kind], *(_OWN if kind is Rule else ()))
    )
    for kind in (Rule, Definition, Parameter)
}
_AT: dict[type, dict[str, int]] = {
    kind: {name: at for at, name in enumerate((*_FIRST[kind], *_REST[kind], *_LATER[kind]))}
    for kind in (Rule, Definition, Parameter)
}
"""Where each field of a kind stands among its values."""
_ENTITY_FIELDS = tuple(each.name for each in slots_of(Entity).values() if each.name != "by_name")
_SIMPLE = frozenset((bool, int, str, type(None)))
"""What stands for itself: most of all that is made, so it is not asked what to make of it."""
_DECIMAL, _DATE, _TREE, _ENTITY, _OTHERS = range(5)


# ---- values


def _plain(value: Any) -> Any:
    """Return *value* as plain data."""
    kind = type(value)
    if value is None or kind in (bool, int, str):
        return value
    if kind is tuple:
        return tuple(map(_plain, value))
    if kind is dict:
        return {_plain(key): _plain(each) for key, each in value.items()}
    if kind is frozenset:
        return frozenset(map(_plain, value))
    coder = _CODERS.get(kind)
    if coder is None:
        raise TypeError(kind.__name__)
    return coder(value)


def _made(data: Any) -> Any:
    """Return what plain *data* stand for."""
    kind = type(data)
    if kind is list:
        return _MAKERS[data[0]](data)
    if kind is tuple:
        return tuple([each if type(each) in _SIMPLE else _made(each) for each in data])
    if kind is dict:
        return {key: each if type(each) in _SIMPLE else _made(each) for key, each in data.items()}
    return data


def _coded_entity(value: Entity) -> list[Any]:
    names = {name: field.id for name, field in value.by_name.items()}
    return [_ENTITY, names, *(_plain(getattr(value, each)) for each in _ENTITY_FIELDS)]


def _made_entity(data: list[Any]) -> Entity:
    named = dict(zip(_ENTITY_FIELDS, map(_made, data[2:]), strict=True))
    by_name = {name: named["fields"][field] for name, field in data[1].items()}
    return filled(Entity, [by_name if each == "by_name" else named[each] for each in slots_of(Entity)])


# ---- trees

_VALUE, _INNER, _INNERS = range(3)
"""How a field of a node is kept: as it is, as the number of the node inside it, or as several of those."""
_NODES: list[tuple[type[Expr], tuple[tuple[str, int], ...]]] = []


def _how(kind: type[Expr], name: str, annotation: str) -> int:
    if name not in parts(kind):
        return _VALUE
    return _INNERS if annotation.startswith("tuple") else _INNER


for _kind in KINDS:
    _slots = list(slots_of(_kind).values())[2:]  # those of every node, its place and its type, come first
    _NODES.append((_kind, tuple((each.name, _how(_kind, each.name, str(each.annotation))) for each in _slots)))
_INNER_AT = [tuple(at for at, (_, how) in enumerate(slots) if how == _INNER) for _, slots in _NODES]
_OTHERS_AT = [
    tuple(at for at, (name, how) in enumerate(slots) if how == _INNERS or name == "value") for _, slots in _NODES
]
"""Where in a node the numbers of others stand, and where what may be neither a number of one nor plain: a list, a constant."""
_SETTERS = [tuple(setters_of(kind).values()) for kind, _ in _NODES]
"""What sets each field of a node, its place and type first: half of what a run decodes are nodes."""
_NUMBERS = {kind: number for number, (kind, _) in enumerate(_NODES)}


def _coded_tree(root: Expr) -> list[Any]:
    """Return a tree without the places where it stood in its file."""
    nodes: list[tuple[Any, ...]] = []
    known: dict[int, int] = {}

    def put(node: Expr) -> int:
        if id(node) not in known:
            number = _NUMBERS[type(node)]
            coded: list[Any] = [number, node.type]
            for name, how in _NODES[number][1]:
                value = getattr(node, name)
                if how == _VALUE:
                    coded.append(_plain(value))
                elif how == _INNER:
                    coded.append(None if value is None else put(value))
                else:
                    coded.append(tuple(map(put, value)))
            known[id(node)] = len(nodes)
            nodes.append(tuple(coded))
        return known[id(node)]

    put(root)
    return [_TREE, *nodes]


def _made_tree(data: list[Any]) -> Expr:
    made: list[Expr] = []
    for number, type_, *values in data[1:]:
        kind, slots = _NODES[number]
        for at in _INNER_AT[number]:
            if values[at] is not None:
                values[at] = made[values[at]]
        for at in _OTHERS_AT[number]:
            value = values[at]
            if slots[at][1] == _INNERS:
                values[at] = tuple([made[each] for each in value])
            elif type(value) is list:
                values[at] = _made(value)
        node = kind.__new__(kind)
        for put, value in zip(_SETTERS[number], (NOWHERE, type_, *values)):
            put(node, value)
        made.append(node)
    return made[-1]


_CODERS: dict[type, Callable[[Any], list[Any]]] = {
    Decimal: lambda value: [_DECIMAL, str(value)],
    date: lambda value: [_DATE, value.toordinal()],
    Entity: _coded_entity,
    **dict.fromkeys(KINDS, _coded_tree),
}
_MAKERS: list[Callable[[list[Any]], Any]] = [
    lambda data: Decimal(data[1]),
    lambda data: date.fromordinal(data[1]),
    _made_tree,
    _made_entity,
]


def _known(kind: Any, number: int) -> None:
    """Let a kind of value be kept as the number of the kind and its fields in order."""
    names = kind._fields if kind in _TUPLES else tuple(slots_of(kind))
    _CODERS[kind] = lambda value: [number, *(_plain(getattr(value, name)) for name in names)]
    make = kind if kind in _TUPLES else lambda *values: filled(kind, values)
    _MAKERS.append(lambda data: make(*[each if type(each) in _SIMPLE else _made(each) for each in data[1:]]))


for _number, _each in enumerate((*_TUPLES, *_RECORDS), _OTHERS):
    _known(_each, _number)


# ---- what is made when it is asked for


class _Writing:
    """What several values hold alike is kept once: whom and when rules bind, what they rest on, and what is made later."""

    def __init__(self) -> None:
        self._plain: dict[Any, Any] = {}
        self._at: dict[bytes, int] = {}
        self.later = bytearray()

    def plain(self, value: Any) -> Any:
        """Return *value* as plain data, the same for the same value; `marshal` keeps what is the same once."""
        if type(value) is tuple:
            return tuple(map(self.plain, value))
        if type(value) not in (Basis, Reach, Validity):
            return _plain(value)
        found = self._plain.get(value)
        if found is None:
            found = self._plain[value] = _plain(value)
        return found

    def put(self, value: Any) -> int | None:
        """Keep what is made later, and return where it stands; None for nothing."""
        if value is None:
            return None
        data = marshal.dumps(_plain(value))
        at = self._at.get(data)
        if at is None:
            at = self._at[data] = len(self.later)
            self.later += data
        return at

    def split(self, value: Any) -> tuple[Any, ...]:
        """Return the fields of *value*: those made at once, the others plain, and last where those stand that are made later."""
        kind = type(value)
        first, rest, later = ([getattr(value, name) for name in names[kind]] for names in (_FIRST, _REST, _LATER))
        return (*map(self.plain, first), *map(_plain, rest), *map(self.put, later))


class _Reading:
    """What `_Writing` kept once is made once."""

    def __init__(self, later: memoryview) -> None:
        self._later = later
        self._by_place: dict[int, Any] = {}
        self._by_identity: dict[int, Any] = {}

    def made(self, data: Any) -> Any:
        """Return what plain *data* stand for, which whoever asks holds on to."""
        if type(data) is not list:
            return data if type(data) is not tuple else tuple([self.made(each) for each in data]) if data else data
        found = self._by_identity.get(id(data))
        if found is None:
            found = self._by_identity[id(data)] = _made(data)
        return found

    def get(self, at: int | None) -> Any:
        """Return what was put off."""
        if at is None:
            return None
        found = self._by_place.get(at)
        if found is None:
            found = self._by_place[at] = _made(marshal.loads(self._later[at:]))
        return found

    def joined(self, kind: Any, values: Sequence[Any], asked: _Asked) -> Any:
        """Return the *kind* that was split; all that is not made at once is worked out by what is *asked*."""
        there = {name: each if type(each) in _SIMPLE else self.made(each) for name, each in zip(_FIRST[kind], values)}
        return put_off(kind, there, asked)


class _Asked:
    """What of one value is made when it is asked for."""

    __slots__ = ("_kind", "_reading", "_values")

    def __init__(self, kind: type, values: Sequence[Any], reading: _Reading) -> None:
        self._kind = kind
        self._values = values
        self._reading = reading

    def get(self, name: str, /) -> Callable[[], Any] | None:
        """Return what makes a field."""
        at = _AT[self._kind].get(name)
        if at is None:
            return None
        return partial(self._reading.get if name in _LATER[self._kind] else _made, self._values[at])


class _AskedOfRule(_Asked):
    """What of one rule is made when it is asked for: its scope and when it is surely violated as well."""

    __slots__ = ("_certain", "_frames", "_scope")

    def __init__(
        self, values: Sequence[Any], reading: _Reading, frames: Any, certain: int | None, scope: Callable[[Any], Scope]
    ) -> None:
        super().__init__(Rule, values, reading)
        self._frames = frames
        self._certain = certain
        self._scope = scope

    def get(self, name: str, /) -> Callable[[], Any] | None:
        """Return what makes a field; the source and the examples of a rule are not kept."""
        if name == "scope":
            return partial(self._scope, self._frames)
        if name == "_certain":
            return self._surely
        return tuple if name == "examples" else type(None) if name == "source" else super().get(name)

    def _surely(self) -> list[Any]:
        """Return what a rule keeps of its certain violation: making it anew takes several times as long."""
        scope = self._scope(())
        return [(scope.definitions, scope.vocabulary, self._reading.get(self._certain))]


def coded(book: Rulebook) -> bytes:
    """Return *book* without the examples, the text and the places of its rules."""
    distinct = {id(each): each for each in book.definitions.values()}
    at = {ident: number for number, ident in enumerate(distinct)}
    writing = _Writing()
    head = marshal.dumps(
        {
            "entities": _plain(book.vocabulary.entities),
            "enumerations": _plain(book.vocabulary.enumerations),
            "layers": _plain(book.vocabulary.layers),
            "carries": _plain(book.vocabulary.carries),
            "parameters": tuple(map(writing.split, book.parameters.values())),
            "defined": tuple(map(writing.split, distinct.values())),
            "definitions": {key: at[id(each)] for key, each in book.definitions.items()},
            "names": book.names,
            "sha256": book.sha256,
            "instruments": _plain(book.instruments),
            "decisions": _plain(book.decisions),
            "rules": tuple(
                (
                    writing.split(rule),
                    _plain(rule.scope.frames),
                    writing.put(rule.certain(book.definitions, book.vocabulary)),
                )
                for rule in book.rules.values()
            ),
            "figures": {rule.id: book.figures_of(rule) for rule in book.rules.values() if rule.documents},
        }
    )
    return len(head).to_bytes(8, "big") + head + writing.later


def decoded(data: bytes | memoryview, packs: Iterable[Pack]) -> Rulebook:
    """Return the rulebook that `coded` made *data* of, from *packs*; what is no such data raises one of many errors."""
    packs, whole = list(packs), memoryview(data)
    end = 8 + int.from_bytes(whole[:8], "big")
    found: Mapping[str, Any] = marshal.loads(whole[8:end])
    reading = _Reading(whole[end:])

    def each(kind: type[Any], several: Sequence[Any]) -> Iterator[Any]:
        return (reading.joined(kind, values, _Asked(kind, values, reading)) for values in several)

    vocabulary = Vocabulary(*(_made(found[name]) for name in ("entities", "enumerations", "layers", "carries")))
    parameters: dict[str, Parameter] = {made.id: made for made in each(Parameter, found["parameters"])}
    defined: list[Definition] = list(each(Definition, found["defined"]))
    definitions = {key: defined[number] for key, number in found["definitions"].items()}
    spellings = parameter_names(parameters)
    decisions: tuple[PartyDecision, ...] = _made(found["decisions"])
    confirmed = confirmed_by(decisions, [])

    def scope(frames: Any) -> Scope:
        return Scope(vocabulary, _made(frames), spellings, definitions, True, confirmed)

    rules: dict[str, Rule] = {}
    for values, frames, certain in found["rules"]:
        asked = _AskedOfRule(values, reading, frames, certain, scope)
        rules[values[0]] = reading.joined(Rule, values, asked)
    book = Rulebook(
        vocabulary,
        rules,
        parameters,
        definitions,
        found["names"],
        found["sha256"],
        tuple(pack.root for pack in packs),
        _made(found["instruments"]),
        scores_of(packs),
        decisions,
    )
    object.__setattr__(book, "_figures", dict(found["figures"]))
    return book
