"""A text with what is no YAML in it left out, line for line, so that the rest is still read and everything wrong is told at once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.base.errors import InputError, Problem
from checker.cases.case import Case
from checker.cases.reader import read_case
from checker.documents.source import Source, parse_text
from checker.editor.documents import Document
from checker.rulebook.book import Rulebook

MOST = 30
"""Lines that are left out."""
_WHOLE = re.compile(r"\s*(?:- )*(?:[^\s:#'\"][^:]*|'[^']*'|\"[^\"]*\")\s*:(?: .*|$)|\s*-(?: |$)|\s*(?:#|$)")
"""A line that is one by itself: a key with its colon, an entry of a list, a comment, or blank."""


class Mended(NamedTuple):
    """A text that can be read, what is wrong with the one it was made of, and the lines (from 1) that are not in it."""

    text: str
    problems: tuple[Problem, ...]
    left_out: frozenset[int]


def mended(document: Document) -> Mended:
    """Return the text of an open file as it can be read."""
    return _mended(document.path, document.text)


@lru_cache(maxsize=32)
def _mended(path: str, text: str) -> Mended:
    lines = text.split("\n")
    told: list[Problem] = []
    out: set[int] = set()
    for _ in range(MOST):
        try:
            parse_text(path, "\n".join(lines))
            break
        except InputError as error:
            before = len(out)
            for problem in error.problems:
                number = suspect(lines, int(problem.place.line))
                if number is None:
                    told.append(problem)
                    continue
                if not {number - 1, number, number + 1} & out:
                    told.append(_at(problem, lines, number))
                for each in _with_it(lines, number):
                    lines[each - 1] = ""
                    out.add(each)
            if len(out) == before:
                break
    else:
        lines = [""] * len(lines)
    return Mended("\n".join(lines), tuple(told), frozenset(out))


def suspect(lines: list[str], number: int) -> int | None:
    """Return the line that a problem of YAML at line *number* comes from: the one before where that is half typed."""
    if not 1 <= number <= len(lines):
        number = len(lines)
    for near in range(number, max(0, number - 4), -1):
        line = lines[near - 1]
        if line.strip() and not line.lstrip().startswith("#") and not _WHOLE.fullmatch(line):
            return near
        if near != number and line.strip():
            break
    while number and not lines[number - 1].strip():
        number -= 1
    return number or None


def _with_it(lines: list[str], number: int) -> list[int]:
    """Return a line with those below that hang on it: further in than it is."""
    line = lines[number - 1]
    indent = len(line) - len(line.lstrip(" "))
    found = [number]
    for below in range(number + 1, len(lines) + 1):
        text = lines[below - 1]
        if text.strip() and len(text) - len(text.lstrip(" ")) <= indent:
            break
        found.append(below)
    return found


def _at(problem: Problem, lines: list[str], number: int) -> Problem:
    place = problem.place
    if place.line == number:
        return problem
    line = lines[number - 1]
    column = len(line) - len(line.lstrip()) + 1
    return problem._replace(place=place._replace(line=number, column=column, text=line, width=len(line.strip()) or 1))


def source_of(document: Document) -> Source:
    """Return what can be read of an open file; raises InputError where that is nothing."""
    return parse_text(document.path, mended(document).text)


def read_case_text(document: Document, book: Rulebook) -> tuple[Case | None, tuple[Problem, ...]]:
    """Return the case in an open file, or everything that is wrong with it."""
    try:
        case = read_case(source_of(document), book.vocabulary)
    except InputError as error:
        return None, error.problems
    return (None if mended(document).left_out else case), ()
