"""Whether a column of texts holds words that are no content (`cases.marks`): for a rule they would be documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from checker.cases.marks import NUMBERED, SIGNS, TEMPLATE, at_length, is_number, is_printed, marks_of
from checker.cases.vocabulary import Field
from checker.tables.warehouse import quoted


def no_content(field: Field, column: str, on_duckdb: bool) -> str:
    """Return when a text of *field*, which stands in *column*, is none, in SQL."""
    marks = marks_of(field)
    words = frozenset[str]().union(*(mark.words for mark in marks))
    patterns = tuple(mark.pattern for mark in marks if mark.pattern) if at_length(field) else ()
    by = _by_pattern if on_duckdb else _by_list
    test = by(column, words, patterns)
    if is_number(field):
        test = f"({test} OR NOT {_holds(column, NUMBERED, on_duckdb)})"
    if is_printed(field):  # what a template leaves there is a finding
        nothing = by(column, frozenset(("",)), ())
        test = f"({test} AND (TRANSLATE({column}, '{TEMPLATE}', '') = {column} OR NOT {nothing}))"
    return test


def _by_pattern(column: str, words: frozenset[str], patterns: tuple[str, ...]) -> str:
    """Return it as patterns, which DuckDB looks for fifty times as fast as it trims signs; they stand for `marks.bare`."""
    listed, at_length = _patterns(words, patterns)
    test = f"regexp_full_match({column}, {quoted('(?i)' + listed)})"
    if at_length:
        test = f"({test} OR regexp_full_match({_close(column)}, {at_length}))"
    return test


def pattern_of_none(field: Field) -> str:
    """Return the pattern that is found in a text of *field* where it is no content, for DuckDB; empty where that is no one pattern."""
    marks = marks_of(field)
    if is_number(field) or is_printed(field) or (at_length(field) and any(mark.pattern for mark in marks)):
        return ""
    listed, _ = _patterns(frozenset[str]().union(*(mark.words for mark in marks)), ())
    return rf"\A(?i:{listed})\z"


@cache
def _patterns(words: frozenset[str], patterns: tuple[str, ...]) -> tuple[str, str]:
    """Return the pattern of *words* between signs, and as SQL that of *patterns*, empty where there are none."""
    signs = "[" + "".join("\\" + sign if sign in "\\-[]^&~" else sign for sign in SIGNS) + "]*"
    listed = "|".join("[ \u3000]*".join(map(re.escape, word)) for word in sorted(words) if word)
    at_length = _any(patterns)
    return f"{signs}(?:{listed})?{signs}", at_length and quoted(f"(?is){signs}(?:{at_length}){signs}")


def _by_list(column: str, words: Iterable[str], patterns: Iterable[str]) -> str:
    """Return it in functions that every engine has, the signs that some of them take for escapes by their codes."""
    said, at_length = _bare(column), _any(patterns)
    test = f"{said} IN ({', '.join(quoted(word) for word in sorted(words))})"
    if at_length:
        test = f"({test} OR REGEXP_REPLACE({said}, {quoted(f'(?s)^(?:{at_length})$')}, '') = '')"
    return test


def _holds(column: str, pattern: str, on_duckdb: bool) -> str:
    """Return whether *pattern* is found in a text."""
    if on_duckdb:
        return f"regexp_matches({_close(column)}, {quoted(f'(?s){pattern}')})"
    return f"REGEXP_REPLACE({_bare(column)}, {quoted(f'(?s)^.*(?:{pattern}).*$')}, '') = ''"


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


def _close(column: str) -> str:
    """Return a text without its blanks."""
    return f"REPLACE(REPLACE({column}, ' ', ''), '\u3000', '')"


def _bare(column: str) -> str:
    """Return what of a text could say something: `marks.bare`."""
    signs = "".join(sign for sign in SIGNS if sign not in "\\'")
    return f"TRIM(BOTH CONCAT('{signs}', CHR(92), CHR(39)) FROM LOWER({_close(column)}))"
