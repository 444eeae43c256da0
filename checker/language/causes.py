"""What one node of a tree came to over a fact, and, where that is unknown, the facts that would decide it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checker.base.named import NamedTuple
from checker.cases.case import Fact
from checker.language.tree import Expr, FieldRef, Path


class Missing(NamedTuple):
    """One thing that would decide an unknown: a field or collection of a fact, or a parameter.

    `why` is not_given, none (stated none), not_disclosed, absent, partial, zero, unplaced, no_parameter, null, empty,
    unlisted (no name of a table of amounts, or several), last_digit (the figure is there; what was rounded off decides), unspread (whose lines share it is not said), coarse (it is
    there, in too little detail), or of other cases of the run: peers (too few have the figure, or those that lack it decide),
    earlier (that of the year before) or alone (no others were asked).
    """

    fact: Fact | None
    name: str
    why: str


Causes = dict[tuple[int, str], tuple[Missing, ...]]
"""Why fields have no value, by the identity of the fact and the name of the field."""


class Trace:
    """What one node came to; `unit` and `decimals` are how to print it, `low` and `high` its doubled interval.

    `tests` are the traces of the conditions by which an aggregate chose its facts: they are no part of what it adds up.
    `common` is the fact of which many asked it, so that it was traced once for all of them.
    `still` and `fixed` are for who asks how figures may move (`live.steady`), to note the answers: whether nothing in it moves,
    and the widest growth at which it was found to stay as it is.
    """

    unit = ""
    decimals = 0
    low: Any = None
    high: Any = None
    used: tuple[Fact, str] | None = None
    tests: Sequence[Trace] = ()
    common: Fact | None = None
    still: bool | None = None
    fixed = -1

    def __init__(self, node: Expr, value: Any, causes: tuple[Missing, ...] = (), kids: tuple[Trace, ...] = ()) -> None:
        self.node = node
        self.value = value
        self.causes = causes
        self.kids = kids

    def walk(self) -> Iterable[Trace]:
        """Yield this trace and all below it, in order, each once: what several rest on is one trace."""
        waiting = [self]
        seen: set[int] = set()
        while waiting:
            found = waiting.pop()
            if id(found) not in seen:
                seen.add(id(found))
                yield found
                if found.kids:
                    waiting += found.kids[::-1]

    @property
    def ends(self) -> tuple[Any, Any] | None:
        """The doubled interval."""
        return None if self.low is None else (self.low, self.high)


def merge(*groups: Iterable[Missing]) -> tuple[Missing, ...]:
    """Return all causes once, in order; one tuple of them is taken for merged before: what a whole lacks is said by each of its parts."""
    only: tuple[Missing, ...] = ()
    for group in groups:
        if group is only or group == ():
            continue
        if only or not isinstance(group, tuple):
            return tuple(dict.fromkeys(cause for group in groups for cause in group))
        only = group
    return only


def zero_base(under: Trace) -> tuple[Missing]:
    """Return what to say of a divisor that is zero: the figure it comes from, where there is one."""
    parts = [part for part in under.walk() if part.used is not None and isinstance(part.node, FieldRef)]
    numeric = [part for part in parts if part.value is not None and not isinstance(part.value, (str, bool))]
    used = under.used or next((part.used for part in (*(p for p in numeric if p.value == 0), *numeric, *parts)), None)
    if used is None:
        path = getattr(under.node, "path", None)
        return (Missing(None, path.hops[-1] if isinstance(path, Path) else "", "zero"),)
    fact, name = used[0].follows.get(used[1], used)
    return (Missing(fact, name, "zero"),)


def ends_of(trace: Trace) -> tuple[Any, Any] | None:
    """Return the doubled interval of a number; of one that has none, its value alone."""
    if trace.low is not None:
        return trace.low, trace.high
    plain = trace.value is None or isinstance(trace.value, (tuple, str, bool)) or not hasattr(trace.value, "real")
    return None if plain else (2 * trace.value, 2 * trace.value)


def rounded_figures(trace: Trace) -> list[Missing]:
    """Return the figures of *trace* whose last digit was rounded: what would decide is their exact amount."""
    found = []
    for part in trace.walk():
        if part.used is not None and part.low is not None and part.low != part.high:
            fact, name = part.used[0].follows.get(part.used[1], part.used)
            found.append(Missing(fact, name, "last_digit"))
    return found


def not_said(fact: Fact, name: str) -> Missing:
    """Return that a field of *fact* is not given, or stated to be none."""
    case = fact.root.case
    open_ = case is not None and (id(fact), name) in case.to_fill  # a heading to fill in is not known
    return Missing(fact, name, "none" if name in fact.none and not open_ else "not_given")


def field_causes(fact: Fact, name: str, known: Causes | None = None) -> tuple[Missing, ...]:
    """Return why a field of a fact has no value, following operands to their source and totals to their parts.

    *known* keeps it for who asks again and again while nothing changes.
    """
    if known is None:
        return _field_causes(fact, name, None)
    key = (id(fact), name)
    found = known.get(key)
    if found is None:
        found = known[key] = _field_causes(fact, name, known)
    return found


def _field_causes(fact: Fact, name: str, known: Causes | None) -> tuple[Missing, ...]:
    if name in fact.follows:
        target, field = fact.follows[name]
        return field_causes(target, field, known)
    case = fact.root.case
    if (found := not_said(fact, name)).why == "none":
        return (found,)
    if case is not None:
        entity = case.vocabulary.entities.get(fact.entity)
        field_ = entity.fields.get(name) if entity else None
        if entity and entity.tree and field_ and field_.derive:
            key = entity.tree[2][0]
            parts = fact.related.get(key, [])
            lacking = [part for part in parts if part.values.get(name) is None]
            if len(lacking) < len(parts) and fact.states.get(key) == "complete":
                return merge(*(field_causes(part, name, known) for part in lacking))
        if case.undisclosed(fact, name):
            return (Missing(fact, name, "not_disclosed"),)
    return (found,)
