"""What the cases of a run say of one another: the figures that rules ask of other cases, worked out by the evaluator's closures.

Every case is looked at once (`add`), of which only values are kept; then each can be told what the others give (`tell`). All
figures are exact; see language.across for what each function is, and tree.Bounded for how its ends are read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import localcontext
from fractions import Fraction
from functools import cached_property
from typing import Any

from checker.base.named import NamedTuple
from checker.base.typography import fold, folded
from checker.base.values import EXACT
from checker.cases.case import Case, Elsewhere, Fact
from checker.language.across import FUNCTIONS, rounds
from checker.language.algebra import linear
from checker.language.exact import Bounds, Closure
from checker.language.tree import Across, FieldRef, Literal
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.rule import PEERS_BY, Peers, Rule

Unit = tuple[str, str]
"""Who a unit is, from year to year: its code or name, and its place."""
Group = tuple[Any, ...]


class _Asked(NamedTuple):
    """One figure of one rule as it is asked of the cases of one plan."""

    rule: Rule
    figure: Across
    values: tuple[Closure, ...]
    where: Closure | None
    bounds: Bounds | None = None
    """The doubled interval of the value, of what is kept with that it was rounded from."""


class _Listed(NamedTuple):
    """One fact that lists a value: whose it is, of which year, and the amount that is added up."""

    unit: Unit
    year: int
    amount: Any
    case: int


class _Peers:
    """What the peers of one group come to: values in order, and how many lack theirs."""

    def __init__(self) -> None:
        self.found: list[tuple[Fraction, Any]] = []
        self.by_unit: dict[Unit, Any] = {}
        """The value of each unit; nothing of one that lacks it, or of which there are two cases."""

    @cached_property
    def missing(self) -> int:
        """How many lack theirs."""
        return sum(value is None for value in self.by_unit.values())

    @cached_property
    def order(self) -> list[Fraction]:
        """The values in order; `found` is then in the same order."""
        self.found = sorted(
            ((_size(value), value) for value in self.by_unit.values() if value is not None), key=lambda each: each[0]
        )
        return [key for key, _ in self.found]

    @cached_property
    def sum(self) -> Any:
        """The sum of the values; of conditions, how many are met."""
        return sum(value for value in self.by_unit.values() if value is not None)


class Population:
    """The cases of a run, asked by the rules of *book* that are *selected*."""

    def __init__(self, book: Rulebook, selected: Callable[[str], bool] = lambda rule: True) -> None:
        self.book = book
        self.rules = tuple(rule for rule in book.rules.values() if rule.figures and selected(rule.id))
        self._plans: dict[int, tuple[Plan, list[_Asked]]] = {}
        """What each plan asks, known by its identity and kept with it."""
        self._peers: dict[tuple[str, Group], _Peers] = {}
        self._listed: dict[str, dict[tuple[Any, ...], list[_Listed]]] = {}
        self._lists: dict[str, set[Unit]] = {}
        self._sizes: dict[tuple[str, ...], Counter[Group]] = {
            rule.peers.by: Counter() for rule in self.rules if rule.peers is not None
        }
        """How many cases are alike, by what peers may have in common."""
        self._cases = 0
        self._years: dict[tuple[str, Unit, int], list[Any]] = {}

    def __bool__(self) -> bool:
        return bool(self.rules)

    # ---- asking

    def add(self, case: Case) -> None:
        """Look at *case*; nothing of it is kept but what the rules ask."""
        self._cases += 1
        for by, sizes in self._sizes.items():
            group = alike(by, case)
            if group is not None and case.identity is not None:
                sizes[group] += 1
        with localcontext(EXACT):
            for asked, read in self._asked(case):
                if asked.figure.key not in self._listed:
                    self._listed[asked.figure.key] = {}
                self._add(asked, read)

    def _asked(self, case: Case) -> Iterator[tuple[_Asked, Case]]:
        """Yield the figures that the rules binding *case* ask, with the case as it reads without what nobody vouches for."""
        if not self.rules or case.identity is None:
            return
        read = case.without_inferred()[0] if case.inferred else case
        for asked in self._of_plan(case):
            yield asked, read

    def _of_plan(self, case: Case) -> list[_Asked]:
        plan = self.book.plan_of(case, *(rule.id for rule in self.rules))
        found = self._plans.get(id(plan))
        if found is None:
            known: list[_Asked] = []
            found = self._plans[id(plan)] = plan, known
            for rule in plan.rules:
                if rule.id in plan.open:  # whether it binds the unit is not known
                    continue
                compiler = plan.compiler(rule)[0]
                compile_ = compiler.compile
                where = rule.peers and rule.peers.where
                for figure in rule.figures:
                    values = tuple(compile_(each) for each in figure.arguments)
                    first = figure.arguments[0]
                    bounds = compiler.bounds(first) if rounds(figure) and linear(first) else None
                    known.append(_Asked(rule, figure, values, compile_(where) if where is not None else None, bounds))
        return found[1]

    def _add(self, asked: _Asked, case: Case) -> None:
        root, known = case.root, FUNCTIONS[asked.figure.function]
        if known.peers:
            group = group_of(asked.rule, case)
            if group is None:
                return
            peers = self._peers.setdefault((asked.figure.key, group), _Peers())
            peer, value = _peer(asked, root)
            if not peer:
                return
            unit = unit_of(case)  # of two cases of one unit nobody knows which holds
            peers.by_unit[unit] = (
                None if unit in peers.by_unit else int(value) if value is True or value is False else value
            )
        elif known.id == "last_year":
            self._years.setdefault((asked.figure.key, unit_of(case), case.year), []).append(_last(asked, root))
        else:
            for fact in case.subjects(asked.rule.entity)[0]:
                self._lists.setdefault(asked.figure.key, set()).add(unit_of(case))
                keys, amount = _keys(asked, fact)
                if keys is not None:
                    listed = self._listed[asked.figure.key].setdefault(keys, [])
                    listed.append(_Listed(unit_of(case), case.year, amount, self._cases))

    def values(self, case: Case) -> Iterator[tuple[Across, Fact, Any, Any, Any]]:
        """Yield what *case* says where it is asked: the figure, the fact, whether it is a peer, the value or amount, the values it is known by."""
        with localcontext(EXACT):
            for asked, read in self._asked(case):
                if FUNCTIONS[asked.figure.function].whole:
                    where = True if asked.where is None else asked.where((read.root,))
                    value = asked.values[0]((read.root,))
                    if asked.figure.function == "last_year":
                        value = _last(asked, read.root)
                    yield asked.figure, read.root, where, value, None
                    continue
                for fact in read.subjects(asked.rule.entity)[0]:
                    keys, amount = _keys(asked, fact)
                    yield asked.figure, fact, True, amount, keys

    # ---- telling

    def tell(self, case: Case) -> None:
        """Let *case* know what the others give; every case was added before."""
        told: dict[tuple[str, str], Elsewhere] = {}
        with localcontext(EXACT):
            for asked, read in self._asked(case):
                key, known = asked.figure.key, FUNCTIONS[asked.figure.function]
                if known.peers:
                    if (of_peers := self._of_peers(asked, read)) is not None:
                        told[key, ""] = of_peers
                elif known.id == "last_year":
                    before = self._years.get((key, unit_of(case), case.year - 1), [])
                    # two cases of one year may say two things
                    value, low, high = before[0] if len(before) == 1 else (None, None, None)
                    told[key, ""] = Elsewhere(value, low, high, len(before))
                else:
                    for fact in read.subjects(asked.rule.entity)[0]:
                        told[key, fact.id] = self._of_others(asked, fact, read)
        case.across, case.asked = told, self.asked

    @cached_property
    def asked(self) -> frozenset[str]:
        """The rules that are asked at all, once every case was added: those of peers only where some unit has as many as they want."""
        if self._cases < 2:
            return frozenset()
        return frozenset(rule.id for rule in self.rules if rule.peers is None or self._enough(rule.peers))

    def _enough(self, peers: Peers) -> bool:
        return max(self._sizes[peers.by].values(), default=0) > peers.at_least

    def _of_peers(self, asked: _Asked, case: Case) -> Elsewhere | None:
        group = group_of(asked.rule, case)
        peers = None if group is None else self._peers.get((asked.figure.key, group))
        if peers is None or asked.rule.peers is None:
            return None
        peer, _ = _peer(asked, case.root)
        if not peer:  # what is compared with others must be alike them
            return Elsewhere(None, known=len(peers.order), missing=peers.missing)
        own = peers.by_unit[unit_of(case)]
        mine = own is not None
        many = len(peers.order) - mine
        missing = peers.missing - (own is None)
        ends: tuple[Any, Any, Any] = (None, None, None)
        if many >= asked.rule.peers.at_least:
            ends = _ends(asked.figure, peers, own, mine, many, missing)
        return Elsewhere(*ends, many, missing)

    def _of_others(self, asked: _Asked, fact: Fact, case: Case) -> Elsewhere:
        key, function, unit = asked.figure.key, asked.figure.function, unit_of(case)
        many = len(self._lists.get(key, set()) - {unit})
        keys, _ = _keys(asked, fact)
        if keys is None:
            return Elsewhere(None, known=many)
        listed = self._listed.get(key, {}).get(keys, ())
        value: Any
        if function == "other_units":
            value = len({each.unit for each in listed if each.unit != unit})
        elif function == "other_years":
            value = len({each.year for each in listed if each.unit == unit and each.year != case.year})
        else:
            there = [each for each in listed if each.unit != unit and each.year == case.year]
            value = sum(each.amount for each in there if each.amount is not None)
            # an amount that is not known is not zero, and of two cases of one unit nobody knows which holds
            if any(e.amount is None for e in there) or len({(e.unit, e.case) for e in there}) > len(
                {e.unit for e in there}
            ):
                value = None
        return Elsewhere(value, value, value, many)


def population(cases: Sequence[Case], book: Rulebook, selected: Callable[[str], bool] = lambda rule: True) -> bool:
    """Let *cases* of a run know of one another; whether any rule asks, and there is more than one."""
    found = Population(book, selected)
    if not found or len(cases) < 2:
        return False
    for case in cases:
        found.add(case)
    for case in cases:
        found.tell(case)
    return True


def unit_of(case: Case) -> Unit:
    """Return who the unit of *case* is, however its name is set."""
    return fold(case.root.id), case.jurisdiction


def group_of(rule: Rule, case: Case) -> Group | None:
    """Return what the peers of *case* have in common: the year and what the rule names; nothing where a part is not known."""
    assert rule.peers is not None
    return alike(rule.peers.by, case)


def alike(by: tuple[str, ...], case: Case) -> Group | None:
    """Return the year of a case and what it has of *by*; nothing where a part is not known."""
    found: list[Any] = [case.year]
    for name in by:
        _, field, digits = PEERS_BY[name]
        value = case.root.values.get(field)
        if not value:
            return None
        found.append(str(value)[: digits or None])
    return tuple(found) if case.year else None


def _peer(asked: _Asked, root: Fact) -> tuple[bool, Any]:
    """Return whether a unit is a peer of others, and its value; where it is not known whether it is, it lacks one."""
    which = True if asked.where is None else asked.where((root,))
    return which is not False, asked.values[0]((root,)) if which is True else None


def _last(asked: _Asked, root: Fact) -> tuple[Any, Any, Any]:
    """Return a value, and the doubled interval that it was rounded from."""
    value = asked.values[0]((root,))
    if asked.figure.type == "ratio" or value is None:
        return value, None, None
    ends = asked.bounds((root,)) if asked.bounds is not None else (2 * value, 2 * value)
    return (value, *ends) if ends is not None else (value, None, None)


def _keys(asked: _Asked, fact: Fact) -> tuple[tuple[Any, ...] | None, Any]:
    """Return the values by which facts are the same, None where one is not known, and the amount that is added up."""
    adds = asked.figure.function == "other_sum"
    values = [closure((fact,)) for closure in asked.values]
    keys = [
        folded(value) if isinstance(node, FieldRef) and node.fold else value
        for node, value in zip(asked.figure.arguments, values, strict=True)
    ][adds:]
    return None if any(key is None for key in keys) else tuple(keys), values[0] if adds else None


def _size(value: Any) -> Fraction:
    return Fraction(value[0]) / Fraction(value[1]) if isinstance(value, tuple) else Fraction(value)


def _ends(figure: Across, peers: _Peers, own: Any, mine: bool, many: int, missing: int) -> tuple[Any, Any, Any]:
    """Return a figure of *many* peers among those that have it, and its ends with the *missing* ones at the low and the high end."""
    function = figure.function
    if function == "peer_sum":
        found = peers.sum - (own if mine else 0)
        return (found, found, found) if not missing else (found, None, None)
    if function == "peer_count":
        met = peers.sum - (own if mine else 0)
        return met, met, met + missing
    order = peers.order
    if function == "peer_rank":
        if own is None:
            return None, None, None
        first = len(order) - bisect_right(order, _size(own)) + 1
        return first, first, first + missing
    out = bisect_left(order, _size(own)) if mine else len(order)

    def at(rank: int) -> Any:
        """Return the value of a rank among the others, from one; nothing where there is none."""
        if not 1 <= rank <= many:
            return None
        return peers.found[rank - 1 + (rank - 1 >= out)][1]

    share = _share(figure)
    all_ = rank_of(share, many + missing)
    return at(rank_of(share, many)), at(all_ - missing), at(all_)


def _share(figure: Across) -> Fraction:
    """Return which quantile is meant."""
    if figure.function == "peer_median":
        return Fraction(1, 2)
    share = figure.arguments[1]
    assert isinstance(share, Literal)
    return Fraction(share.value)


def rank_of(share: Fraction, many: int) -> int:
    """Return the rank of a quantile among *many* figures in order: ⌈p×n⌉, the first for the least."""
    return max(1, -((-share.numerator * many) // share.denominator))


def shares(figures: Iterable[Across]) -> dict[str, Fraction]:
    """Return which quantile each figure that is one means, by its key."""
    return {each.key: _share(each) for each in figures if each.function in ("peer_median", "peer_quantile")}
