"""What a truth value rests on: the fields and listed facts that were read and that it would not be so without.

Defined once, for whoever asks whether a pass was checked at all. What counts as read:
- a field that the case gives, also one stated as none where the condition asks for that (“无” is a text that was read);
- a derived total is read in the parts it is drawn from, so that it is never held against itself;
- a fact that is listed, where a count or “some” rests on its being there.
What does not: a constant or a parameter; a list stated to be empty (there was nothing to check); that something is missing;
a fact of a list that its kind alone lets off (every line (kind != total or …) has not looked at a line that is no total);
and a comparison one side of which read nothing, or both sides of which read the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.base.named import NamedTuple
from checker.cases.case import Fact
from checker.language.causes import Trace
from checker.language.columns import COMPARING
from checker.language.tree import (
    Across,
    Aggregate,
    Binary,
    DefinitionRef,
    Expr,
    FieldRef,
    Given,
    If,
    Path,
    Quantifier,
    walk,
)
from checker.language.visitor import assure, said


class Read(NamedTuple):
    """One thing that was read: a field of a fact, or (without a fact) that facts along a relation are listed."""

    fact: Fact | None
    name: str


Reads = frozenset[Read]
NOTHING: Reads = frozenset()


def rests_on(trace: Trace, guarded: bool = False) -> Reads:
    """Return what the value of *trace* rests on; *guarded* inside a list, where a kind only says who is meant."""
    node, value, kids = trace.node, trace.value, trace.kids
    assure("rests_on", node)
    if isinstance(node, FieldRef):
        return _field(trace)
    if isinstance(node, Across):  # read in other cases
        return frozenset([Read(None, node.function)]) if trace.value is not None else NOTHING
    if isinstance(node, Given):
        return _given(node, trace)
    if isinstance(node, Binary) and node.op in ("and", "or"):
        settled = (value is False) if node.op == "and" else (value is True)
        deciding = [kid for kid in kids if kid.value is value] if settled else list(kids)
        if guarded:
            deciding = [kid for kid in deciding if not only_kinds(kid.node)]
        return _union(deciding, guarded)
    if isinstance(node, Binary) and said("rests_on", node).kind in COMPARING:
        return _compared(kids, guarded)
    if isinstance(node, Quantifier):
        return _quantified(node, trace)
    if isinstance(node, Aggregate):
        if node.body is None:
            return frozenset([_listed(node.path)]) if value else NOTHING
        return _union(kids, guarded)
    if isinstance(node, If) and kids:
        return _union(kids[-1:], guarded) | (_union(kids[:1], guarded) if not guarded else NOTHING)
    return _union(kids, guarded)


def _union(kids: Iterable[Trace], guarded: bool) -> Reads:
    return NOTHING.union(*(rests_on(kid, guarded) for kid in kids))


def _listed(path: Expr) -> Read:
    return Read(None, path.hops[-1] if isinstance(path, Path) else "")


def _field(trace: Trace) -> Reads:
    if trace.used is None or trace.value is None:
        return NOTHING
    return _source(*trace.used)


def _source(fact: Fact, name: str) -> Reads:
    """Return where a field was read: an operand in the figure it follows, a derived total in its parts."""
    if name in fact.follows:
        return _source(*fact.follows[name])
    cell = fact.cells.get(name)
    if cell is not None and cell.derived and fact.root.case is not None:
        tree = fact.root.case.vocabulary.entities[fact.entity].tree
        parts = fact.related.get(tree[2][0], []) if tree else []
        if parts:
            return NOTHING.union(*(_source(part, name) for part in parts))
    return frozenset([Read(fact, name)])


def _given(node: Given, trace: Trace) -> Reads:
    if node.word == "to_fill":
        return NOTHING  # that something is still to come was read nowhere
    shown = trace.value is not (node.word == "missing")
    if isinstance(node.operand, Path):
        return frozenset([_listed(node.operand)]) if shown else NOTHING
    if trace.used is None:
        return NOTHING
    fact, name = trace.used
    return frozenset([Read(fact, name)]) if shown or name in fact.none else NOTHING


def _compared(kids: tuple[Trace, ...], guarded: bool) -> Reads:
    sides = [rests_on(kid, guarded) for kid in kids]
    varying = [side for kid, side in zip(kids, sides, strict=True) if varies(kid.node)]
    if not all(varying) or (len(varying) == 2 and varying[0] == varying[1]):
        return NOTHING
    return NOTHING.union(*sides)


def varies(node: Expr) -> bool:
    """Whether *node* speaks of the case at all; a constant and a parameter do not."""
    return any(isinstance(part, (FieldRef, DefinitionRef, Aggregate, Quantifier)) for part in walk(node))


def only_kinds(node: Expr) -> bool:
    """Whether *node* asks nothing but of what kind a fact is."""
    fields = [part for part in walk(node) if isinstance(part, (FieldRef, DefinitionRef, Aggregate, Quantifier))]
    return all(isinstance(part, FieldRef) and part.type.startswith(("enum:", "ref:")) for part in fields)


def _quantified(node: Quantifier, trace: Trace) -> Reads:
    value, kids = trace.value, trace.kids
    one_decides = value is (node.kind == "some")  # true of some, false of every and of no
    if not one_decides:
        return _union(kids, True)
    wanted = node.kind != "every"
    deciding = [kid for kid in kids if kid.value is wanted]
    return _union(deciding, False) or (frozenset([_listed(node.path)]) if deciding else NOTHING)
