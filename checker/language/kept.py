"""What an explanation needs of the traces of a rule, in little room: the comparisons that decide it, what definitions came to, what was read.

The judge traces every finding to hold its verdict against it, and cannot keep the traces: those of thirty thousand findings take
half a gigabyte. What is kept instead is the same for most findings of a rule but for a few values; from these the comparisons are
traced once more, without what stands behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.base.named import NamedTuple
from checker.cases.case import Fact
from checker.language.below import Reading, Walks
from checker.language.causes import Trace
from checker.language.exact import hop, start
from checker.language.tracing import Known
from checker.language.tree import Binary, Bounded, Call, DefinitionRef, Expr, If, Literal, Surely, Unary, walk
from checker.language.visitor import assure, said

_LETS, _ASKS = -1, -2
"""Stand in a key after the comparisons of a part: whether it lets the rule apply."""


class Shape(NamedTuple):
    """Which comparisons of each part of a rule (when, unless, require) an explanation works out: the same for many subjects.

    `asked` are the definitions that they name, of which it is kept what they came to.
    """

    parts: Mapping[str, tuple[Expr, ...]]
    asked: tuple[DefinitionRef, ...]


Shapes = dict[tuple[int, ...], Shape]
"""The shapes of one rule, by the identity of the comparisons of each part."""


class Kept(NamedTuple):
    """What is kept of the traces of one subject.

    `values` are value, unit and decimals of what the shape asks, None where that is to be traced again.
    """

    shape: Shape
    values: tuple[tuple[Any, str, int] | None, ...]
    reading: Reading

    def put_back(self, subject: Fact, known: Known) -> None:
        """Put what definitions came to where the tracer looks for it."""
        for node, came in zip(self.shape.asked, self.values):
            if came is not None:
                trace = Trace(node, came[0])
                trace.unit, trace.decimals = came[1:]
                known[_key(node, subject)] = trace, {}


def kept(
    traces: Mapping[str, Trace], subject: Fact, whole: bool, walks: Walks, known: Known | None, shapes: Shapes
) -> Kept:
    """Return what to keep of *traces*; of a rule that is *whole* no comparison of what it requires, but the value itself."""
    parts: list[Trace] = []
    key: list[int] = []
    for name, trace in traces.items():
        before = len(parts)
        if whole and name == "require":
            parts.append(trace)
        else:
            _decide(trace, parts)
        key += [id(part.node) for part in parts[before:]]
        key.append(_LETS if trace.value is (name == "when") else _ASKS)
    known_as = tuple(key)
    shape = shapes.get(known_as)
    if shape is None:
        shape = shapes[known_as] = _shape(traces, known_as, parts, whole)
    values = tuple([_came(node, subject, known) for node in shape.asked]) if known else ()
    return Kept(shape, values, walks.reading(traces.values()))


def deciding(trace: Trace) -> list[Trace]:
    """Return the parts of a condition that make it what it is: of an “or” that holds those that hold, of an “and” that fails those that fail."""
    found: list[Trace] = []
    _decide(trace, found)
    return found


def _decide(trace: Trace, found: list[Trace]) -> None:
    node = trace.node
    if isinstance(node, Binary) and node.op in ("and", "or"):
        value, kids = trace.value, trace.kids
        if value is (node.op == "or") or value is None:
            kids = tuple([kid for kid in kids if kid.value is value]) or kids
        for kid in kids:
            _decide(kid, found)
    elif isinstance(node, Unary) and node.op == "not":
        for kid in trace.kids:
            _decide(kid, found)
    elif isinstance(node, Bounded):
        _decide(trace.kids[0], found)
    elif isinstance(node, If):
        if len(trace.kids) > 1:
            _decide(trace.kids[-1], found)
    else:
        assure("arithmetic", node)
        found.append(trace)


def _shape(traces: Mapping[str, Trace], key: tuple[int, ...], parts: list[Trace], whole: bool) -> Shape:
    """Return the shape that a key stands for."""
    told: dict[str, tuple[Expr, ...]] = {}
    nodes: list[Expr] = []
    names, waiting = iter(traces), iter(parts)
    for each in key:
        if each not in (_LETS, _ASKS):
            nodes.append(next(waiting).node)
            continue
        name = next(names)
        if name != "require":
            nodes = [node for node in nodes if _worked_out(node, each == _LETS)]
        elif not whole:
            nodes = [node for node in nodes if _worked_out(node, False)]
        told[name], nodes = tuple(nodes), []
    return Shape(told, _asked(list(told.values())))


def _worked_out(node: Expr, lets: bool) -> bool:
    """Whether a comparison is; where a condition *lets* the rule apply only how near a limit it came is worth a line."""
    if isinstance(node, (Literal, Surely)) or (isinstance(node, Call) and node.function in ("known", "settled")):
        return False  # what only asks whether something is known
    return not lets or (isinstance(node, Binary) and said("arithmetic", node).kind == "order")


def _asked(told: list[tuple[Expr, ...]]) -> tuple[DefinitionRef, ...]:
    """Return the definitions of the subject that comparisons name; none where an interval decides, which is not kept."""
    found: dict[tuple[Any, ...], DefinitionRef] = {}
    for node in (each for nodes in told for each in nodes):
        for part in walk(node):
            if isinstance(part, (Surely, Bounded)) or (isinstance(part, Binary) and part.op == "≈"):
                return ()
            if isinstance(part, DefinitionRef) and part.depth <= 0:
                found.setdefault((part.entity, part.name, part.depth, part.hops), part)
    return tuple(found.values())


def _key(node: DefinitionRef, subject: Fact) -> tuple[str, str, int, bool]:
    """Return by what the tracer knows a definition."""
    fact: Fact | None = start((subject,), node.depth)
    for each in node.hops:
        fact = hop(fact, each)
    return node.entity, node.name, id(fact), False


def _came(node: DefinitionRef, subject: Fact, known: Known) -> tuple[Any, str, int] | None:
    found = known.get(_key(node, subject))
    if found is None:
        return None
    trace = found[0]
    if trace.unit and trace.node.type == node.type:
        return trace.value, trace.unit, trace.decimals
    return trace.value, "", 0
