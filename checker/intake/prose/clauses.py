"""Sentences and their pieces: one piece a figure, with the words that lead to it, and one for each clause without a figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from checker.intake.prose.running import Mark, Run
from checker.intake.prose.words import BRACKET, FUNDS, HIDE

_SENTENCE = re.compile(r"[。！？]")
_BOUNDARY = "，；：（）"


class Piece(NamedTuple):
    """A figure with its lead, from `start` to the figure, or (without a mark) a clause of words.

    `lead` is masked (see `flat`); `opens` is the sign before the clause, "" where another figure of the same clause stands before;
    `tail` are the words behind the figure up to the next sign or figure.
    """

    mark: Mark | None
    lead: str
    start: int
    opens: str
    tail: str


class Sentence(NamedTuple):
    """A sentence of a run, from `start` to `end`, and its pieces in order."""

    run: Run
    start: int
    end: int
    pieces: tuple[Piece, ...]

    def raw(self, start: int, end: int) -> str:
        """Return what is printed there, without blanks."""
        return self.run.raw[start:end]


def flat(run: Run) -> str:
    """Return the text with what parts no clause masked, of the same length: brackets inside names, 预算 in names of funds."""
    held = [mark for mark in run.marks if mark.kind]

    def bracket(match: re.Match[str]) -> str:
        if any(match.start() < mark.start < match.end() for mark in held):
            return match[0]
        inner = re.sub("[，；：。]", "\ue002", match[0][1:-1])
        return f"\ue000{inner}\ue001"

    text = BRACKET.sub(bracket, run.text)
    return FUNDS.sub(lambda match: "".join(HIDE.get(sign, sign) for sign in match[0]), text)


def sentences(run: Run) -> Iterator[Sentence]:
    """Yield the sentences of *run*."""
    text = flat(run)
    begin = len(run.label) if run.text.startswith(run.label) else 0
    starts = [mark.start for mark in run.marks]
    for match in [*_SENTENCE.finditer(text), None]:
        end = match.start() if match else len(text)
        at = bisect_right(starts, end) - 1
        if match and at >= 0 and end < run.marks[at].after:
            continue
        if end > begin:
            yield Sentence(run, begin, end, tuple(_pieces(run, text, begin, end, starts)))
        begin = end + 1


def _pieces(run: Run, text: str, begin: int, end: int, starts: list[int]) -> Iterator[Piece]:
    marks = [mark for mark in run.marks[bisect_left(starts, begin) : bisect_left(starts, end)] if mark.kind]
    own = [mark.start for mark in marks]
    for opens, left, right in _segments(text, begin, end, marks, own):
        inner = marks[bisect_left(own, left) : bisect_left(own, right)]
        at = left
        for number, mark in enumerate(inner):
            behind = inner[number + 1].start if number + 1 < len(inner) else right
            yield Piece(mark, text[at : mark.start], at, opens if number == 0 else "", text[mark.after : behind])
            at = mark.after
        if not inner and (right > left or opens == "）"):
            yield Piece(None, text[left:right], left, opens, "")


def _segments(text: str, begin: int, end: int, marks: list[Mark], starts: list[int]) -> Iterator[tuple[str, int, int]]:
    """Yield the clauses with the sign before each; 、 parts only behind a figure, since names hold it."""
    behind = {mark.after for mark in marks}
    opens, left = "", begin
    for at in range(begin, end):
        sign = text[at]
        parts = sign in _BOUNDARY or (sign == "、" and at in behind)
        last = bisect_right(starts, at) - 1 if parts else -1
        if not parts or (last >= 0 and at < marks[last].after):
            continue
        yield opens, left, at
        opens, left = sign, at + 1
    yield opens, left, end
