"""Whether some part of a text fits a pattern, in time that grows with the text alone.

Python tries one way to cut a text after the other: `a?a?…` of 25 parts took 14 s on 40 characters, `a*a*a*a*b` 17 s on 300. What
could take long goes through all ways at once here: a pattern becomes an automaton, its states are worked out as they are met.
Each single character (a letter, a set, an escape) is still asked of Python, so that both read it alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from checker.base.named import NamedTuple
from checker.base.patterns import pattern

PART = pattern(r"\\.|\[\^?(?:\\.|[^\]\\])*\]|\(\?:|\{(\d+)(,?)(\d*)\}|.", re.DOTALL)
"""One part of a pattern: an escape, a set, the start of a group, a counted repetition or one sign."""
QUICK = 100_000
"""Ways to cut a text, at most, up to which Python tries them: a few milliseconds."""
KEPT = 20_000
"""Steps of an automaton that are kept; beyond, it begins anew."""


class Ways(NamedTuple):
    """In how many ways a pattern can be laid over a text: a fixed number, times its length for each open repetition."""

    fixed: int
    open: int


class _Repeat(NamedTuple):
    part: object
    least: int
    most: int | None


class _Choice(NamedTuple):
    parts: tuple[object, ...]


class _Row(NamedTuple):
    parts: tuple[object, ...]


def _parsed(text: str) -> object:
    """Return a pattern that was checked as a tree of rows, choices and repetitions; single characters stay text."""
    stack: list[tuple[list[object], list[object]]] = []
    done: list[object] = []
    row: list[object] = []
    for part in PART.finditer(text):
        sign = part[0]
        if sign in ("(", "(?:"):
            stack.append((done, row))
            done, row = [], []
        elif sign == ")":
            inner = _Choice((*done, _Row(tuple(row))))
            done, row = stack.pop()
            row.append(inner)
        elif sign == "|":
            done.append(_Row(tuple(row)))
            row = []
        elif sign in ("*", "+", "?") or part[1]:
            least = int(part[1]) if part[1] else int(sign == "+")
            most = 1 if sign == "?" else None if not part[1] or (part[2] and not part[3]) else int(part[3] or part[1])
            row.append(_Repeat(row.pop(), least, most))
        else:
            row.append(sign)
    return _Choice((*done, _Row(tuple(row))))


def ways(text: str) -> Ways:
    """Return in how many ways a pattern that was checked can be laid over a text."""
    return _ways(_parsed(text))


def _ways(node: object) -> Ways:
    if isinstance(node, _Row):
        each = [_ways(part) for part in node.parts]
        fixed, open_ = 1, 0
        for one in each:
            fixed, open_ = min(fixed * one.fixed, 10**30), open_ + one.open
        return Ways(fixed, open_)
    if isinstance(node, _Choice):
        each = [_ways(part) for part in node.parts]
        return Ways(sum(one.fixed for one in each), max(one.open for one in each))
    if isinstance(node, _Repeat):
        inner = _ways(node.part)
        if node.most is None:
            return Ways(inner.fixed, inner.open + 1)
        return Ways(
            min(max(1, inner.fixed) ** min(node.most, 100) * (node.most - node.least + 1), 10**30),
            inner.open * max(1, node.most),
        )
    return Ways(1, 0)


class Automaton:
    """A pattern as steps: a character, a fork, the start or the end of the text, and where it has fitted."""

    def __init__(self, text: str) -> None:
        self.steps: list[tuple[str, Callable[[str], object] | None, tuple[int, ...]]] = []
        last = self._add("fits", None)
        self.start = self._build(_parsed(text), last)
        self.moves: dict[tuple[frozenset[int], str], frozenset[int]] = {}
        self.first = self._closed({self.start}, True, False)
        self.later = self._closed({self.start}, False, False)

    def _add(self, kind: str, test: Callable[[str], object] | None, *after: int) -> int:
        self.steps.append((kind, test, after))
        return len(self.steps) - 1

    def _build(self, node: object, after: int) -> int:
        """Add the steps of *node*, which go on to *after*; returns the first of them."""
        if isinstance(node, _Row):
            for part in reversed(node.parts):
                after = self._build(part, after)
            return after
        if isinstance(node, _Choice):
            return self._add("fork", None, *(self._build(part, after) for part in node.parts))
        if isinstance(node, _Repeat):
            if node.most is None:
                loop = self._add("fork", None)
                self.steps[loop] = ("fork", None, (self._build(node.part, loop), after))
                after = loop
            for _ in range((node.most or node.least) - node.least):
                after = self._add("fork", None, self._build(node.part, after), after)
            for _ in range(node.least):
                after = self._build(node.part, after)
            return after
        sign = str(node)
        if sign in ("^", "$"):
            return self._add(sign, None, after)
        return self._add("sign", re.compile(sign, re.ASCII).fullmatch, after)

    def _closed(self, steps: set[int], at_start: bool, at_end: bool) -> frozenset[int]:
        """Return where the automaton may be without taking a character."""
        seen: set[int] = set()
        waiting = list(steps)
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            kind, _, after = self.steps[at]
            if kind == "fork" or (kind == "^" and at_start) or (kind == "$" and at_end):
                waiting += after
        return frozenset(seen)

    def _moved(self, here: frozenset[int], sign: str) -> set[int]:
        found: set[int] = set()
        for at in here:
            kind, test, after = self.steps[at]
            if kind == "sign" and test is not None and test(sign):
                found.update(after)
        return found

    def found_in(self, text: str) -> bool:
        """Whether some part of *text* fits."""
        size = len(text)
        edge = size - 1 if text.endswith("\n") else size  # the end of a text is before its last line end, too
        here, moves = self.first, self.moves
        for place in range(edge):
            if 0 in here:
                return True
            sign = text[place]
            then = moves.get((here, sign))
            if then is None:
                then = self._closed(self._moved(here, sign) | {self.start}, False, False)
                if len(moves) > KEPT:
                    moves.clear()
                moves[here, sign] = then
            here = then
        for place in range(edge, size + 1):
            here = self._closed(set(here), place == 0, True)
            if 0 in here:
                return True
            if place < size:
                here = self._closed(self._moved(here, text[place]) | {self.start}, False, False)
        return False


@lru_cache(maxsize=256)
def matcher(text: str) -> Callable[[str], bool]:
    """Return what says whether some part of a text fits a pattern that was checked."""
    fits, many = pattern(text, re.ASCII), ways(text)
    automata: list[Automaton] = []

    def test(given: str) -> bool:
        if many.fixed * max(1, len(given)) ** (many.open + 1) <= QUICK:
            return fits.search(given) is not None
        if not automata:
            automata.append(Automaton(text))
        return automata[0].found_in(given)

    return test
