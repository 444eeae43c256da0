"""What an unknown that a rule makes on purpose (空值) waits for: read off the traces around it.

A rule writes `… 且 空值` where what stands beside it would hold only on something that is not settled. Nearest first it is asked
which facts a sum of what is listed left out (an approval without its number), what money of another line made it so, which may
be shared out, and what was taken in place of a figure that is not known; last, what was read at all, to be shown in more detail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from checker.cases.case import Fact
from checker.language.causes import Missing, Trace, merge
from checker.language.tree import Aggregate, Binary, Call, DefinitionRef, FieldRef, If, Literal, Path

Way = tuple[Trace, ...]
"""The traces from a whole one down to an unknown in it."""
SMALL, LARGE = ("<", "<="), (">", ">=")


def behind(whole: Iterable[Trace], subject: Fact) -> tuple[Missing, ...]:
    """Return what the unknowns made on purpose in the traces *whole* of *subject* wait for."""
    ways = [way for trace in whole if trace.value is None for way in _ways(trace)]
    found = merge(*(_nearest(way, subject) for way in ways))
    return found or merge(*(_read(way) for way in ways))


def _ways(whole: Trace) -> Iterator[Way]:
    seen: set[int] = set()
    waiting: list[Way] = [(whole,)]
    while waiting:
        way = waiting.pop()
        last = way[-1]
        if id(last) in seen:
            continue
        seen.add(id(last))
        if isinstance(last.node, Literal) and last.node.kind == "null":
            yield way
        waiting += [(*way, kid) for kid in (*last.kids, *last.tests) if kid.value is None]


def _steps(way: Way) -> Iterator[tuple[Trace, list[Trace]]]:
    """Yield what stands around the unknown at the end of *way*, nearest first, each with what stands in it beside."""
    for above, below in zip(way[-2::-1], way[:0:-1], strict=True):
        yield above, [kid for kid in (*above.kids, *above.tests) if kid is not below]


def _nearest(way: Way, subject: Fact) -> tuple[Missing, ...]:
    own = _own(way, subject)
    for above, beside in _steps(way):
        found = merge(*(_left_out(kid) for kid in beside)) or merge(*(_shared(kid, own) for kid in beside))
        if isinstance(above.node, If):  # what is not known chose the unknown
            found = merge(found, *(_asked(kid) for kid in beside))
        for lists in (False, True):
            found = found or merge(*(_assumed(kid, lists) for kid in beside))
        if found:
            return found
    return ()


def _own(way: Way, subject: Fact) -> Fact:
    """Return whose unknown it is: that of the fact to which the nearest definition around it was applied."""
    around = next((part for part in reversed(way) if isinstance(part.node, DefinitionRef)), None)
    for part in _parts(around) if around is not None else ():
        if isinstance(part.node, FieldRef) and part.node.depth == 0 and not part.node.hops and part.used is not None:
            return part.used[0]
    return subject


def _parts(whole: Trace) -> Iterator[Trace]:
    """Yield all traces below *whole* and the conditions of its sums, each once."""
    seen: set[int] = set()
    waiting = [whole]
    while waiting:
        part = waiting.pop()
        if id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting += (*part.tests[::-1], *part.kids[::-1])


def _named(causes: Iterable[Missing]) -> tuple[Missing, ...]:
    return tuple(cause for cause in causes if cause.why != "null")


def _left_out(whole: Trace) -> tuple[Missing, ...]:
    """Return what would settle the facts that the sums of what is listed left out."""
    return merge(*(_named(test.causes) for part in _parts(whole) for test in part.tests if test.value is None))


def _assumed(whole: Trace, lists: bool) -> tuple[Missing, ...]:
    """Return what is not known, so that an amount was taken in its place; if *lists*, which lists are not known to be whole."""
    chosen = [part for part in _parts(whole) if isinstance(part.node, If) and isinstance(part.value, (int, Decimal))]
    taken = [part for part in chosen if not isinstance(part.value, bool) and (lists or part.value)]
    return merge(*(_asked(part.kids[0], lists) for part in taken))


def _asked(whole: Trace, lists: bool = False) -> tuple[Missing, ...]:
    """Return what would answer the questions whether something is known by which a condition was decided with no."""
    node, kids = whole.node, whole.kids
    if isinstance(node, Call) and node.function == "known":
        asked = whole.value is False and (isinstance(kids[0].node, Aggregate) or not lists)
        return _named(kids[0].causes) if asked else ()
    if isinstance(node, Binary) and node.op in ("and", "or") and whole.value is (node.op == "or"):
        deciding = [_asked(kid, lists) for kid in kids if kid.value is whole.value]
        return merge(*deciding) if all(deciding) else ()
    return merge(*(_asked(kid, lists) for kid in kids))


def _shared(whole: Trace, subject: Fact) -> tuple[Missing, ...]:
    """Return the money of other lines, not below *subject*, that speaks for a comparison coming out as it did."""
    found: dict[Missing, None] = {}
    for part in _parts(whole):
        node = part.node
        if not isinstance(node, Binary) or node.op not in (*SMALL, *LARGE) or part.value is None:
            continue
        small = (node.op in SMALL) is part.value
        one, two = part.kids
        for fact, name in (*_weight(one, -1 if small else 1), *_weight(two, 1 if small else -1)):
            if not _within(fact, subject):
                found[Missing(fact, name, "unspread")] = None
    return tuple(found)


def _weight(trace: Trace, sign: int) -> Iterator[tuple[Fact, str]]:
    """Yield the amounts that make *trace* larger (sign 1) or smaller."""
    value, node, kids = trace.value, trace.node, trace.kids
    if value is None or node.type != "money":
        return
    if isinstance(node, FieldRef):
        if trace.used is not None and value * sign > 0:
            yield trace.used
    elif isinstance(node, Binary) and node.op in ("+", "-"):
        yield from _weight(kids[0], sign)
        yield from _weight(kids[1], sign if node.op == "+" else -sign)
    elif isinstance(node, Call) and node.function in ("min", "max"):
        for kid in kids:
            if kid.value == value:
                yield from _weight(kid, sign)
    elif isinstance(node, If):
        yield from _weight(kids[-1], sign)
    elif isinstance(node, (DefinitionRef, Aggregate, Call)):
        for kid in kids:
            yield from _weight(kid, sign)


def _within(fact: Fact, subject: Fact) -> bool:
    """Whether *fact* is *subject*, belongs to it or stands below it, or is the unit's own."""
    at: Fact | None = fact
    case = fact.root.case
    while at is not None and at is not fact.root:
        if at is subject:
            return True
        entity = case.vocabulary.entities.get(at.entity) if case is not None else None
        above = at.values.get(entity.tree[0]) if entity is not None and entity.tree else None
        at = above if isinstance(above, Fact) else at.owner
    return fact is fact.root


def _read(way: Way) -> tuple[Missing, ...]:
    """Return the lists, else the figures, that the nearest thing beside an unknown was read from."""
    for _, beside in _steps(way):
        parts = [part for kid in beside for part in _parts(kid)]
        lists = [(part.node.path, kid.used) for part in parts if isinstance(part.node, Aggregate) for kid in part.kids]
        owned = [(used[0].owner, path.hops[-1]) for path, used in lists if isinstance(path, Path) and used is not None]
        read = owned or [part.used for part in parts if isinstance(part.node, FieldRef) and part.used is not None]
        if read:
            return tuple(dict.fromkeys(Missing(fact, name, "coarse") for fact, name in read))
    return ()
