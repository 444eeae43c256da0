"""Finds small cases that show what a rule does: every outcome, both sides of every comparison, and exactly on its edge.

A search guided by what the conditions come to: a case is kept when it reaches a truth value, a side of a comparison or an
outcome that none before it reached. Edges are found exactly: a comparison of sums is linear in each figure, so two
readings give the figure at which its two sides are equal. Same rule, same cases: the search draws from a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

from checker.authoring.case_form import TO_FILL
from checker.authoring.examples import FULL_CODE, default_year
from checker.authoring.shapes import ABSENT, Shape, Slot, shape
from checker.base.errors import InputError
from checker.base.rates import parse_rates
from checker.base.values import EXACT, BadValue, parse_count, parse_money, parse_number, parse_percent, plain
from checker.cases.case import Case
from checker.cases.marks import is_number, mark_in
from checker.cases.reader import read_case
from checker.cases.vocabulary import Field
from checker.documents.node import Node
from checker.documents.source import Source
from checker.engines.evaluator import Judge, evaluate
from checker.engines.outcome import Check
from checker.language.algebra import compares
from checker.language.causes import Trace
from checker.language.exact import as_ratio
from checker.language.tree import Binary, Call, EnumValue, Expr, FieldRef, Given, Literal, ParameterRef, walk
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Rule

Chosen = dict[str, Any]
NUMBERS = ("money", "percent", "number", "count")


class Found(NamedTuple):
    """One case that was found: what was filled in, the check it gives, and the year and place it is set in."""

    chosen: Chosen
    fragment: dict[str, Any]
    check: Check | None
    outcome: str
    year: int
    jurisdiction: str
    edge: bool
    subject: str = ""
    """The subject that the check is of, where other subjects of the case come to something else."""


MOST_DAYS = 100_000
"""How far a date is moved at most: farther leads out of the calendar, and such a gap is none of days but of money."""


class Synthesis:
    """Searches the cases of one rule."""

    def __init__(self, book: Rulebook, rule: Rule, seed: int = 1) -> None:
        self.book = book
        self.rule = rule
        self.shape: Shape = shape(rule, book.definitions)
        self.chance = random.Random(f"{rule.id}/{seed}")
        place = rule.reach.jurisdiction or "43"
        self.place = place if len(place) == FULL_CODE else place.ljust(FULL_CODE, "0")
        self.year = next(iter(rule.validity.years), default_year(rule))
        self.trees = [t for t in (rule.when, rule.unless, rule.require, rule.strict) if t is not None]
        self.trees += [d.expr for d in book.definitions.values() if d.rule == rule.id]
        asked = (n for t in self.trees for n in walk(t) if isinstance(n, Given) and n.word == "to_fill")
        self.open = {n.operand.name for n in asked if isinstance(n.operand, FieldRef)}
        """The fields of which the rule asks whether they are still to be filled in."""
        self.pools = {slot.key: self._pool(slot) for slot in self.shape.slots.values()}
        self.seen: dict[Any, Found] = {}
        self.nearest: dict[Any, Any] = {}
        self._years = self._other_years()

    # ---- what can be chosen

    def _pool(self, slot: Slot) -> list[Any]:
        """Return the texts a slot may hold."""
        known = slot.field
        enumeration = self.book.vocabulary.enumerations.get(known.type)
        if enumeration is not None:
            used = [
                n.value for t in self.trees for n in walk(t) if isinstance(n, EnumValue) and n.enumeration == known.type
            ]
            others = [value for value in enumeration.values if value not in used]
            return [enumeration.values[v][0] for v in dict.fromkeys([*used, *others])]
        if known.type == "flag":
            return ["是", "否"]
        if known.type in NUMBERS:
            return [written(known, value) for value in self._numbers(known)]
        if known.type == "date":
            days = [n.value for t in self.trees for n in walk(t) if isinstance(n, Literal) and n.kind == "date"]
            near = [day + timedelta(days=step) for day in days for step in (-1, 0, 1)]
            base = date(self.year, 6, 15)
            return [
                d.isoformat()
                for d in dict.fromkeys(
                    [
                        base,
                        base + timedelta(days=1),
                        base - timedelta(days=1),
                        date(self.year, 3, 31),
                        date(self.year + 1, 1, 1),
                        *near,
                    ]
                )
            ]
        if known.type == "year":
            return [str(self.year + step) for step in (0, -1, 1)]
        texts = self._texts()
        return ["示例1号", *(text for text in texts if mark_in(known, text) is None)] if is_number(known) else texts

    def _numbers(self, known: Field) -> list[Any]:
        kind = {"money": "money", "percent": "percent"}.get(known.type, "number")
        usual: dict[str, list[Any]] = {
            "money": [100_000_000, 0, 90_000_000, 1],
            "percent": [Decimal(1), Decimal(0)],
        }
        found = usual.get(kind, [10, 0, 1])
        step = Decimal("0.0001") if kind == "percent" else 1
        for tree in self.trees:
            for node in walk(tree):
                if isinstance(node, Literal) and node.kind == kind:
                    found.append(node.value)
                elif isinstance(node, ParameterRef) and node.type == kind:
                    found = [
                        v for value in self.book.parameters[node.name].values for v in (value.value + step, value.value)
                    ] + found
        return list(dict.fromkeys(found))

    def _texts(self) -> list[str]:
        found = ["示例", "甲公司", "无"]
        for tree in self.trees:
            for node in walk(tree):
                if isinstance(node, Literal) and node.kind == "text" and str(node.value).isprintable():
                    found += [str(node.value), f"某{node.value}1号"]
                elif isinstance(node, ParameterRef) and node.type == "rates":
                    for value in self.book.parameters[node.name].values:
                        found += [name for name, _ in parse_rates(value.value)[:2]]
                elif isinstance(node, ParameterRef) and node.type in ("text", "texts"):
                    for value in self.book.parameters[node.name].values:
                        words = value.value if isinstance(value.value, tuple) else (value.value,)
                        found += [text for word in words[:2] for text in (str(word), f"{word}1，另有说明若干")]
        if any(isinstance(node, Call) and node.function == "length" for tree in self.trees for node in walk(tree)):
            for size in self._numbers(Field("length", "", "", "number")):
                for lead in ("", *found[-2:]):
                    if size + 1 >= max(1, len(lead)):
                        found += [(lead + "另有说明" * int(size))[: int(size) + step] for step in (-1, 0, 1)]
        return list(dict.fromkeys(text for text in found if text.strip()))

    def _other_years(self) -> list[int]:
        """Return the first years in which the parameters of the rule have values, where its usual year has none."""
        found: list[int] = []
        for tree in self.trees:
            for node in walk(tree):
                if isinstance(node, ParameterRef):
                    for value in self.book.parameters[node.name].values:
                        if self.place.startswith(value.reach.jurisdiction):
                            found += value.validity.years[:1] or (
                                [value.validity.start.year + 1] if value.validity.start else []
                            )
        return [y for y in dict.fromkeys(found) if self.rule.validity.holds(date(y, 12, 31), y) and y != self.year]

    def start(self) -> Chosen:
        """Return the first case: everything filled in with what is usual."""
        chosen: Chosen = {}
        for key, pool in self.pools.items():
            slot = self.shape.slots[key]
            number = slot.drafts[0].within[0][1] if slot.drafts[0].within and len(slot.drafts) == 1 else 0
            chosen[key] = pool[number % len(pool) if slot.field.type in self.book.vocabulary.enumerations else 0]
        chosen |= dict.fromkeys(self.shape.collections, self.shape.members)
        return chosen | {"year": self.year, "whole": False}

    # ---- judging

    def judge(self, chosen: Chosen, book: Rulebook | None = None) -> Found | None:
        """Return what the rule (as *book* has it) makes of one choice; nothing where that is no case that can be read."""
        book = book or self.book
        fragment = self.shape.fragment(chosen) | self.extras(chosen)
        case = case_of(self.book, self.rule, fragment, chosen["year"], self.place)
        if case is None:
            return None
        plan = book.plan_of(case, self.rule.id)
        if plan.not_in_force:
            return None
        wanted = self.shape.subject.ident
        checks = list(evaluate(plan, case, traced=False))
        check = next((c for c in checks if c.subject.id == wanted), checks[0] if checks else None)
        outcome = check.outcome if check else "none"
        counted = {c.outcome for c in checks} - {"not_applicable"} or {"not_applicable"}
        subject = check.subject.id if check is not None and counted != {outcome} else ""
        return Found(chosen, fragment, check, outcome, chosen["year"], self.place, False, subject)

    def extras(self, chosen: Chosen, lang: str = "zh") -> dict[str, str]:
        """Return what is said of the case as a whole."""
        return {"transcribed": "全部" if lang == "zh" else "whole"} if chosen["whole"] else {}

    def signature(self, found: Found) -> tuple[Any, list[tuple[int, Trace, Any]]]:
        """Return what a case reaches: the truth of every condition and the side of every comparison; and the comparisons."""
        check = found.check
        if check is None or check.subject.entity.rstrip("*") != self.rule.entity:
            return (found.outcome, "no subject"), []
        judge: Judge = check.judge
        reached: list[Any] = [found.outcome]
        comparisons: list[tuple[int, Trace, Any]] = []
        with localcontext(EXACT):
            for part, trace in judge.traces(check.subject).items():
                for number, one in enumerate(trace.walk()):
                    node = one.node
                    if node.type != "boolean":
                        continue
                    gap = difference(one) if compares(node) else None
                    if gap is not None:
                        comparisons.append((number, one, (part, gap)))
                        reached.append((part, number, one.value, (gap > 0) - (gap < 0)))
                    else:
                        reached.append((part, number, one.value, detail(one)))
        return tuple(reached), comparisons

    # ---- the search

    def search(self, rounds: int = 1000) -> list[Found]:
        """Return the cases that reach something new, the plainest first."""
        first = self.start()
        queue = [first | dict.fromkeys(self.shape.collections, size) for size in (self.shape.members, 2, 1)]
        flags = {key: "否" for key, slot in self.shape.slots.items() if slot.field.type == "flag"}
        queue += [first | flags] if flags else []  # any of several exceptions would keep the rule from applying
        queue += [{**first, "year": year} for year in self._years[:3]]
        tried = 0
        kept: list[Found] = []
        done: set[tuple[Any, ...]] = set()
        while tried < rounds:
            if queue:
                chosen = queue.pop(0)
            else:
                base = kept[self.chance.randrange(len(kept))].chosen if kept else self.start()
                chosen = self._changed(base)
            mark = tuple(sorted((k, str(v)) for k, v in chosen.items()))
            tried += 1
            if mark in done:
                continue
            done.add(mark)
            found = self.judge(chosen)
            if found is None:
                continue
            reached, comparisons = self.signature(found)
            if not self._nearer(reached, comparisons) and reached in self.seen:
                continue
            found = found._replace(edge=any(abs(gap) == 0 for _, _, (_, gap) in comparisons))
            new = reached not in self.seen
            self.seen[reached] = found
            kept.append(found)
            queue += self._single(chosen) if len(kept) <= 3 else []
            queue += self._edges(chosen, comparisons) if new else []
        return kept

    def _nearer(self, reached: Any, comparisons: list[tuple[int, Trace, Any]]) -> bool:
        """Whether a comparison is nearer to its edge than in any case before that reached the same."""
        nearer = False
        for number, _, (part, gap) in comparisons:
            key = (reached, part, number)
            if key not in self.nearest or abs(gap) < self.nearest[key]:
                self.nearest[key] = abs(gap)
                nearer = True
        return nearer

    def _single(self, chosen: Chosen) -> Iterator[Chosen]:
        """Yield each case that differs in one thing: another value, nothing, or another number of facts."""
        for key, pool in self.pools.items():
            field = self.shape.slots[key].field
            none = [] if field.required else ["无"]
            for value in [*pool[:6], ABSENT, *none, *([TO_FILL] if field.id in self.open else [])]:
                if value != chosen[key]:
                    yield {**chosen, key: value}
        for known in {id(s.field): s.field for s in self.shape.slots.values()}.values():
            alike = [key for key, slot in self.shape.slots.items() if slot.field is known]
            for value in self.pools[alike[0]][:6] if len(alike) > 1 else ():
                yield chosen | dict.fromkeys(alike, value)
        if reads_given(self.trees):
            yield {**chosen, "whole": not chosen["whole"]}
        for key in self.shape.collections:
            for size in (*range(self.shape.members), ABSENT):
                yield {**chosen, key: size}

    def _changed(self, chosen: Chosen) -> Chosen:
        """Return a case that differs in one or two things, drawn by chance."""
        made = dict(chosen)
        keys = [*self.pools, *self.shape.collections]
        for _ in range(self.chance.choice((1, 1, 2, 3))):
            key = self.chance.choice(keys) if keys else "whole"
            if self.chance.random() < 0.05 and reads_given(self.trees):
                made["whole"] = not made["whole"]
            elif key in self.pools:
                known = self.shape.slots[key].field
                alike = (
                    [key]
                    if self.chance.random() < 0.6
                    else [k for k, s in self.shape.slots.items() if s.field is known]
                )
                made |= dict.fromkeys(alike, self.chance.choice([*self.pools[key], ABSENT]))
            elif key != "whole":
                made[key] = self.chance.choice((*range(self.shape.members + 1), ABSENT))
        return made

    def _edges(self, chosen: Chosen, comparisons: list[tuple[int, Trace, Any]]) -> Iterator[Chosen]:
        """Yield the cases in which one figure is exactly where a comparison turns, and one step to either side."""
        for number, trace, (part, gap) in comparisons[:8]:
            used = {(t.used[0].id, t.used[1]) for t in trace.walk() if t.used}
            for slot in self.shape.slots.values():
                if not any((d.ident, slot.field.id) in used or d is self.shape.root for d in slot.drafts):
                    continue
                dated = (
                    slot.field.type == "date"
                    and isinstance(chosen[slot.key], str)
                    and chosen[slot.key] not in (ABSENT, "无", TO_FILL)
                )
                if dated and abs(gap) < MOST_DAYS:
                    day = date.fromisoformat(chosen[slot.key])
                    for step in (-1, 0, 1):
                        yield {**chosen, slot.key: (day - timedelta(days=int(gap)) + timedelta(days=step)).isoformat()}
                        yield {**chosen, slot.key: (day + timedelta(days=int(gap)) + timedelta(days=step)).isoformat()}
                if slot.field.type not in NUMBERS or chosen[slot.key] == ABSENT:
                    continue
                root = self._root(chosen, slot, part, number, gap)
                if root is None or abs(root) > 10**14:
                    continue
                unit = Fraction(1, 10_000) if slot.field.type == "percent" else Fraction(1)
                low, high = floor(root / unit) * unit, ceil(root / unit) * unit
                for value in dict.fromkeys((low, high, low - unit, high + unit)):
                    if value >= 0 or slot.field.type in ("money", "number"):
                        yield {**chosen, slot.key: written(slot.field, value)}

    def _root(self, chosen: Chosen, slot: Slot, part: str, number: int, gap: Any) -> Fraction | None:
        """Return the value of *slot* at which the comparison's sides are equal: its gap is linear in every figure."""
        here = value_of(slot.field, chosen[slot.key])
        if here is None:
            return None
        step = Fraction(1, 100) if slot.field.type == "percent" else Fraction(1)
        other = self.judge({**chosen, slot.key: written(slot.field, here + step)})
        if other is None or other.check is None:
            return None
        _, comparisons = self.signature(other)
        moved = next((g for n, _, (p, g) in comparisons if (p, n) == (part, number)), None)
        if moved is None or moved == gap:
            return None
        return here - Fraction(gap) * step / (Fraction(moved) - Fraction(gap))


def difference(trace: Trace) -> Any:
    """Return left minus right of a comparison, a ratio cross-multiplied; nothing where it has no order or is unknown."""
    one, two = (kid.value for kid in trace.kids[:2])
    if one is None or two is None or isinstance(one, (bool, str)) or isinstance(two, (bool, str)):
        return None
    if isinstance(one, date) and isinstance(two, date):
        return (one - two).days
    if isinstance(one, tuple) or isinstance(two, tuple):
        if not all(
            (isinstance(v, tuple) and len(v) == 2 and not isinstance(v[0], str)) or not isinstance(v, tuple)
            for v in (one, two)
        ):
            return None
        p, q = as_ratio(one), as_ratio(two)
        return None if p is None or q is None else p[0] * q[1] - q[0] * p[1]
    return one - two if hasattr(one, "real") and hasattr(two, "real") else None


def detail(trace: Trace) -> Any:
    """Return what else tells one case from another: how a text holds another, how a field is not shown."""
    node = trace.node
    if isinstance(node, Binary) and len(trace.kids) == 2:
        one, two = (kid.value for kid in trace.kids)
        if isinstance(one, str) and isinstance(two, str):
            return two in one, one.startswith(two), one.endswith(two)
    if isinstance(node, Given) and trace.used:
        fact, name = trace.used
        return name in fact.none, node.word == "to_fill" and trace.value
    return None


def value_of(known: Field, text: Any) -> Fraction | None:
    """Return the number that a text in a field stands for; nothing for a text that is none, such as 无 (stated none)."""
    parse = {"money": parse_money, "percent": parse_percent, "count": parse_count}.get(known.type)
    try:
        figure = parse(str(text)) if parse else parse_number(str(text), known.unit)
    except BadValue:
        return None
    return Fraction(figure.value)


def written(known: Field, value: Any) -> str:
    """Return how a number is written in a case: money in 万元 where that is exact, else in 元."""
    exact = Fraction(value)
    if known.type == "money":
        fen = exact.numerator // exact.denominator
        if fen % 10_000 == 0 and (abs(fen) >= 1_000_000 or fen == 0):
            return plain(Decimal(fen) / 1_000_000, group=False) + "万元"
        return plain(Decimal(fen) / 100, group=False) + "元"
    if known.type == "percent":
        return plain(Decimal(exact.numerator * 100) / Decimal(exact.denominator), group=False) + "%"
    return plain(Decimal(exact.numerator) / Decimal(exact.denominator), group=False)


def case_of(book: Rulebook, rule: Rule, fragment: dict[str, Any], year: int, place: str) -> Case | None:
    """Return the case that a fragment makes with the usual head; nothing where it cannot be read."""
    head = {
        "name": "示例单位",
        "jurisdiction": place,
        "fiscal_year": year,
        "budget_level": rule.reach.levels[0] if rule.reach.levels else "district",
        "unit_kind": rule.reach.unit_kinds[0] if rule.reach.unit_kinds else "public_institution",
    }
    source = Source(rule.file or "example", "", node_of(fragment), "utf-8", "", ())
    try:
        return read_case(source, book.vocabulary, defaults=head, closed=True)
    except InputError:
        return None


def node_of(value: Any) -> Node:
    """Return a document node that says *value*."""
    if isinstance(value, dict):
        return Node("map", [(Node("plain", key, 1, 1), node_of(item)) for key, item in value.items()], 1, 1)
    if isinstance(value, list):
        return Node("list", [node_of(item) for item in value], 1, 1)
    return Node("plain", str(value), 1, 1)


def reads_given(trees: Iterable[Expr]) -> bool:
    """Whether any of *trees* asks whether something is shown."""
    return any(isinstance(node, Given) for tree in trees for node in walk(tree))
