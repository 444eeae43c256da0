"""Which names of parties may be one party's: by what of them is the same, worked out exactly; it only proposes, and says why.

No measure of likeness is asked: each reason is one that a reader can see in the two names, so that the same names always give the
same proposals, whatever is installed. Names that differ in numbers, points of the compass or letters alone are two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from checker.base import places
from checker.base.errors import Text
from checker.units.parties import Parties, Party
from checker.units.written import written

FORMS = ("股份有限公司", "有限公司", "公司")
"""Endings of a folded name that say of what form a party is, the longest first."""
BRANCH = ("分公司", "分店", "分行", "支行", "营业部", "分厂", "办事处", "门市部", "项目部", "项目经理部", "食堂")
"""Endings of names of what belongs to another party and is none in law."""
ORDINALS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz〇零一二三四五六七八九十百甲乙丙丁戊己庚辛壬癸东西南北上下")
"""Signs that tell apart parties which are called alike: 第一建筑, 第二建筑."""
_NO_ORDINALS = {ord(sign): None for sign in ORDINALS}
LEAST = 4
"""Characters a name must have, without the form, for one that differs in a character to be told."""
SURNAMES = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "夏侯",
        "司徒",
        "东方",
        "西门",
        "南宫",
        "端木",
        "轩辕",
        "独孤",
        "长孙",
        "宇文",
        "闻人",
        "钟离",
        "赫连",
        "澹台",
        "太史",
        "申屠",
        "公冶",
        "宗政",
        "濮阳",
        "淳于",
        "单于",
    ]
)
"""Surnames of two characters: a name of four that begins with one is mostly a person's."""
LEAST_TWO = 6
"""The same of a name that lacks two characters."""
LONG = 10
"""The same of a name in which two characters differ, not beside each other: two that stand together are mostly the name of a firm."""
HALVES = 50
"""Names with half of their characters in the same places: more of these are not held against one another."""
CROWD = 8
"""Names that differ from one another in the same place: of more than these the difference is what tells them apart."""


class Proposal(NamedTuple):
    """Two parties that may be one, and why."""

    one: Party
    other: Party
    reasons: tuple[Text, ...]

    @property
    def weight(self) -> tuple[int, int, str, str]:
        """What is looked at first: names under one code, then names that are met often."""
        return (-bool(self.one.codes.keys() & self.other.codes.keys()), -self.one.count - self.other.count, *self.keys)

    @property
    def keys(self) -> tuple[str, str]:
        """The two names in their one form."""
        return self.one.key, self.other.key


class Proposals(NamedTuple):
    """All proposals in the order in which they are looked at, and how many likenesses were too common to be told pair by pair."""

    pairs: list[Proposal]
    crowds: int


def proposals(found: Parties, apart: frozenset[frozenset[str]] = frozenset()) -> Proposals:
    """Return the pairs of parties that may be one; those that somebody said are *apart* are not proposed again, nor those whose codes differ."""
    reasons: dict[tuple[str, str], list[Text]] = {}

    def told(one: str, other: str, why: Text) -> None:
        pair = (min(one, other), max(one, other))
        mine, theirs = found.known[one].codes.keys(), found.known[other].codes.keys()
        if one == other or frozenset(pair) in apart or (mine and theirs and not mine & theirs):
            return
        listed = reasons.setdefault(pair, [])
        if why not in listed:
            listed.append(why)

    for code, several in found.shared():
        for one, other in combinations((each.key for each in several), 2):
            told(one, other, Text(f"信用代码相同：{code}", f"the same code: {code}"))
    keys = sorted(found.known)
    for one, other, why in (*_branches(found.known), *written(found.known)):
        told(one, other, why)
    crowds = 0
    for core, members in _cores(keys):
        if len(members) > CROWD:
            crowds += 1
            continue
        why = Text(f"地名和公司形式以外相同：“{core}”", f"the same but for places and the legal form: {core}")
        for (one, mine), (other, theirs) in combinations(members, 2):
            if mine <= theirs or theirs <= mine:  # neither names a place that the other does not
                told(one, other, why)
    for bucket in _near(keys):
        if len(bucket) > CROWD:
            crowds += 1
            continue
        for one, other in combinations(bucket, 2):
            if (reason := difference(one, other)) is not None:
                told(one, other, reason)
    for one, other in _halves(keys):
        if (reason := two_differ(one, other)) is not None:
            told(one, other, reason)
    pairs = [Proposal(found.known[one], found.known[other], tuple(why)) for (one, other), why in reasons.items()]
    return Proposals(sorted(pairs, key=lambda each: each.weight), crowds)


def body(key: str) -> str:
    """Return a folded name without its legal form."""
    form = next((each for each in FORMS if key.endswith(each) and len(key) > len(each) + 1), "")
    return key.removesuffix(form)


def difference(one: str, other: str) -> Text | None:
    """Return how two names differ, where it is so little that a slip of the pen may be all; None for any other two."""
    a, b = body(one), body(other)
    if a == b or min(len(a), len(b)) < LEAST or a.translate(_NO_ORDINALS) == b.translate(_NO_ORDINALS):
        return None
    if len(a) == len(b) and sorted(a) == sorted(b):
        order = Text("字相同，次序不同", "the same characters in another order")
        return _with_form(order, one.removeprefix(a), other.removeprefix(b))
    if min(len(a), len(b)) == LEAST and a[:2] == b[:2] and a[:2] in SURNAMES and (a, b) == (one, other):
        return None
    first = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    last = next(
        (at for at, (x, y) in enumerate(zip(a[first:][::-1], b[first:][::-1], strict=False)) if x != y),
        min(len(a), len(b)) - first,
    )
    mine, theirs = a[first : len(a) - last], b[first : len(b) - last]
    more = mine or theirs
    if len(mine) == len(theirs) == 1:
        told = Text(f"差一个字：“{mine}”和“{theirs}”", f"one character differs: {mine} and {theirs}")
    elif not (mine and theirs) and (len(more) == 1 or (len(more) == 2 and min(len(a), len(b)) >= LEAST_TWO)):
        told = Text(f"一个比另一个多“{more}”", f"one has {more} more than the other")
    else:
        return None
    return _with_form(told, one.removeprefix(a), other.removeprefix(b))


def two_differ(one: str, other: str) -> Text | None:
    """Return which two characters of two long names differ, apart from each other; None for any other two."""
    a, b = body(one), body(other)
    at = [place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(a) < LONG or len(at) != 2 or at[1] == at[0] + 1:
        return None
    if any(sign in ORDINALS for place in at for sign in (a[place], b[place])) or sorted(a) == sorted(b):
        return None
    (x, y), (v, w) = ((a[place], b[place]) for place in at)
    told = Text(f"差两个字：“{x}”和“{y}”、“{v}”和“{w}”", f"two characters differ: {x} and {y}, {v} and {w}")
    return _with_form(told, one.removeprefix(a), other.removeprefix(b))


def _with_form(told: Text, mine: str, theirs: str) -> Text:
    """Return a reason, with the legal forms where these differ as well: a company with shares and one without are two forms."""
    if mine == theirs:
        return told
    zh = f"{told.zh}；公司形式也不同：“{mine or '没有写'}”和“{theirs or '没有写'}”"
    return Text(zh, f"{told.en}; the legal form differs as well: {mine or 'none'} and {theirs or 'none'}")


def _halves(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield long names of one length with two of their quarters in common: candidates for two characters that differ."""
    buckets: dict[tuple[int, int, int, str], list[str]] = {}
    for key in keys:
        plain = body(key)
        size = len(plain)
        if size < LONG:
            continue
        ends = [size * part // 4 for part in range(5)]
        quarters = [plain[ends[part] : ends[part + 1]] for part in range(4)]
        for one, other in combinations(range(4), 2):
            buckets.setdefault((size, one, other, quarters[one] + quarters[other]), []).append(key)
    seen: set[tuple[str, str]] = set()
    for several in buckets.values():
        if len(several) <= HALVES:
            seen.update(combinations(several, 2))
    yield from sorted(seen)


def _near(keys: Sequence[str]) -> Iterator[list[str]]:
    """Yield names that share what is left of them without one or two characters, or all their characters: candidates, no more."""
    buckets: dict[str, set[str]] = {}
    for key in keys:
        plain = body(key)
        if len(plain) < LEAST:
            continue
        rest = {plain, "=" + "".join(sorted(plain))}
        for at, sign in enumerate(plain):
            if sign not in ORDINALS:
                rest.add(plain[:at] + plain[at + 1 :])
            if len(plain) >= LEAST_TWO and not ORDINALS.issuperset(plain[at : at + 2]):
                rest.add(plain[:at] + plain[at + 2 :])
        for each in rest:
            buckets.setdefault(each, set()).add(key)
    for each in sorted(buckets):
        if len(buckets[each]) > 1:
            yield sorted(buckets[each])


def _cores(keys: Sequence[str]) -> Iterator[tuple[str, list[tuple[str, frozenset[str]]]]]:
    """Yield what is left of names without their legal form and the places before them, with the names, each with its places."""
    cores: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for key in keys:
        core, named = _placeless(body(key))
        cores.setdefault(core, []).append((key, named))
    for core in sorted(cores):
        if len(cores[core]) > 1:
            yield core, cores[core]


def _branches(known: Mapping[str, Party]) -> Iterator[tuple[str, str, Text]]:
    """Yield branches with the party whose they are by name."""
    bodies: dict[str, str] = {}
    for key in sorted(known, key=lambda key: (len(key), key)):
        if not key.endswith(BRANCH):  # a branch without the 公司 of 分公司 would be its own
            bodies.setdefault(body(key), key)
    why = Text(
        "一个是另一个的分支机构或内设部门（不是独立的法人，由它承担责任；认定为一家，就都算它的）",
        "one is a branch or a part of the other, no person of its own; decided to be one, all of it counts as the other's",
    )
    for key in sorted(known):
        if key.endswith(BRANCH):
            for length in range(len(key) - 1, LEAST - 1, -1):
                head = key[:length]
                if head in known or head in bodies:
                    yield key, head if head in known else bodies[head], why
                    break


def _placeless(plain: str) -> tuple[str, frozenset[str]]:
    """Return a name without the places that it begins with, and these in short."""
    named: set[str] = set()
    longest = _places()
    while True:
        for length in range(min(12, len(plain) - 2), 1, -1):
            if (short := longest.get(plain[:length])) is not None:
                named.add(short)
                plain = plain[length:]
                break
        else:
            return plain, frozenset(named)


@lru_cache(maxsize=1)
def _places() -> Mapping[str, str]:
    """Return the names of places, whole and in short, each with the short one."""
    found: dict[str, str] = {}
    for spans in places.table().values():
        for span in spans:
            name = span.name
            short = name
            for end in ("省", "市", "区", "县"):
                if name.endswith(end) and len(name) > 2:
                    short = name.removesuffix(end)
            found[name] = found[short] = short
    return found
