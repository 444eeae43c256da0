"""Monetary-unit sampling: how many items to look at, which ones, and what the misstatements found in them say of all the money.

Every yuan of the population has the same chance: items are drawn at a fixed interval of money from a start that the seed decides, so
that items of an interval or more are looked at for certain. All arithmetic is in fen and fractions; bounds are rounded up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.units.poisson import factor

MOST = 1000
"""Misstatements that a plan may expect: with more, nothing is gained by a sample."""


class Item(NamedTuple):
    """One thing that money was spent on: of which unit and year, how it is known, and its amount in fen."""

    file: str
    unit: str
    year: int
    entity: str
    id: str
    name: str
    amount: int


class Plan(NamedTuple):
    """How a sample is drawn: *size* draws at an *interval* in fen from *start*; *expected* misstatement is planned for."""

    confidence: Fraction
    tolerable: int
    expected: int
    population: int
    items: int
    size: int
    interval: int
    seed: int
    start: int

    @property
    def risk(self) -> Fraction:
        """The risk that more is misstated than the sample is taken to show."""
        return 1 - self.confidence


class Drawn(NamedTuple):
    """One item of a sample; *certain* where it is of an interval or more, *hits* how many draws fell on it."""

    item: Item
    hits: int
    certain: bool


class Found(NamedTuple):
    """What came of an item of a sample: its amount, and what it should have been, in fen."""

    drawn: Drawn
    audited: int

    @property
    def tainting(self) -> Fraction:
        """The part of its amount that is too much; below zero where too little was booked."""
        return Fraction(self.drawn.item.amount - self.audited, self.drawn.item.amount)


class Estimate(NamedTuple):
    """What a sample says of the population, in fen: overstatement as known, projected and bounded, and understatement as projected.

    *steps* are the arithmetic of the bound for each misstatement below the interval: its tainting, what it is projected to, and the
    increment of the factor.
    """

    known: int
    projected: int
    basic: int
    increment: int
    bound: int
    under: int
    steps: tuple[tuple[Found, Fraction, int, Fraction], ...]
    accepted: bool


def sample_size(population: int, tolerable: int, expected: int, confidence: Fraction) -> int:
    """Return the least number of draws that would bound the misstatement by *tolerable* if what is *expected* were found.

    Found would be as many whole misstatements as the draws are expected to hit, rounded up. Raises InputError where no sample does.
    """
    risk = 1 - confidence
    if expected >= tolerable:
        raise _no(
            "预计错报不小于可容忍错报，抽样没有意义",
            "the expected misstatement is not below the tolerable one: no sample helps",
        )
    size = 1
    while True:
        hits = -(-size * expected // population)
        if hits > MOST:
            raise _no("预计错报太接近可容忍错报，要抽的太多", "the expected misstatement is too near the tolerable one")
        needed = -(-factor(hits, risk) * population // tolerable)  # the size at which this factor bounds it
        if needed <= size:
            return size
        size = int(needed)


def plan(items: Sequence[Item], tolerable: int, expected: int, confidence: Fraction, seed: int) -> Plan:
    """Return the plan of a sample of *items*, all of which have a positive amount; raises InputError where there is none."""
    population = sum(item.amount for item in items)
    if not items:
        raise _no("没有可抽的：没有一项列了大于 0 的金额", "there is nothing to sample: no item has an amount above 0")
    if tolerable <= 0:
        raise _no("可容忍错报要大于 0", "the tolerable misstatement must be above 0")
    if expected < 0:
        raise _no("预计错报不能小于 0", "the expected misstatement cannot be below 0")
    if tolerable >= population:
        raise _no(
            "可容忍错报不小于总体金额，不用抽样",
            "the tolerable misstatement is not below the population: no sample is needed",
        )
    size = sample_size(population, tolerable, expected, confidence)
    interval = max(1, population // size)  # rounded down: never fewer draws than planned
    start = 1 + _drawn(f"{seed}\x1f{_digest(items)}", interval)
    return Plan(confidence, tolerable, expected, population, len(items), size, interval, seed, start)


def draw(items: Sequence[Item], made: Plan) -> tuple[Drawn, ...]:
    """Return the items that the draws fall on, in the order of the population."""
    found, passed, following = [], 0, made.start
    for item in items:
        passed += item.amount
        hits = 0 if following > passed else (passed - following) // made.interval + 1
        following += hits * made.interval
        if hits:
            found.append(Drawn(item, hits, item.amount >= made.interval))
    return tuple(found)


def evaluate(made: Plan, results: Sequence[Found]) -> Estimate:
    """Return what the results of a sample say of the population.

    The bound of overstatement is what was found in items looked at for certain, what the others are projected to, the basic
    precision, and for each tainting, the largest first, what the factor grows by beyond one.
    """
    known = under_known = 0
    over: list[Found] = []
    under = Fraction(0)
    for each in results:
        difference = each.drawn.item.amount - each.audited
        if each.drawn.certain:
            known += max(0, difference)
            under_known += max(0, -difference)
        elif difference > 0:
            over.append(each)
        else:
            under += -each.tainting * made.interval
    over.sort(key=lambda each: (-each.tainting, each.drawn.item.unit, each.drawn.item.id))
    basic = factor(0, made.risk) * made.interval
    projected = increment = Fraction(0)
    steps = []
    for number, each in enumerate(over, 1):
        grows = factor(number, made.risk) - factor(number - 1, made.risk)
        part = each.tainting * made.interval
        projected += part
        increment += max(Fraction(0), grows - 1) * part
        steps.append((each, each.tainting, _up(part), grows))
    bound = _up(known + projected + basic + increment)
    return Estimate(
        known,
        _up(known + projected),
        _up(basic),
        _up(increment),
        bound,
        under_known + _up(under),
        tuple(steps),
        bound <= made.tolerable,
    )


def _up(amount: Fraction) -> int:
    return -(-amount.numerator // amount.denominator)


def _digest(items: Sequence[Item]) -> str:
    found = sha256()
    for item in items:
        found.update(
            "\x1f".join((item.unit, str(item.year), item.entity, item.id, str(item.amount))).encode() + b"\x1e"
        )
    return found.hexdigest()


def population_digest(items: Sequence[Item]) -> str:
    """Return what tells a population from another: its items and amounts in their order."""
    return _digest(items)


def _drawn(text: str, below: int) -> int:
    """Return a number below *below* that *text* decides, every one alike."""
    size = (below.bit_length() + 7) // 8 + 1
    limit = 256**size // below * below
    turn = 0
    while True:
        digest = b"".join(sha256(f"{text}\x1f{turn}\x1f{part}".encode()).digest() for part in range(-(-size // 32)))
        number = int.from_bytes(digest[:size])
        if number < limit:
            return number % below
        turn += 1


def _no(zh: str, en: str) -> InputError:
    return InputError([Problem("sample", Place("checker sample"), Text(zh, en))])


def by_key(drawn: Sequence[Drawn]) -> Mapping[str, Drawn]:
    """Return the items of a sample by what their lines are known by."""
    return {key_of(each.item): each for each in drawn}


def key_of(item: Item) -> str:
    """Return what the line of an item is known by: its unit, year, kind, id and amount.

    It begins with a letter: digits, with an e among them, would be a number to a spreadsheet, which saves it rounded.
    """
    told = (item.file, item.unit, str(item.year), item.entity, item.id, str(item.amount))
    return "k" + sha256("\x1f".join(told).encode()).hexdigest()[:16]
