"""Whether a column of texts holds words that are no content (`cases.marks`): for a rule they would be documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from checker.cases.marks import SIGNS, marks_of
from checker.cases.vocabulary import Field
from checker.tables.warehouse import quoted


def no_content(field: Field, column: str, on_duckdb: bool) -> str:
    """Return when a text of *field*, which stands in *column*, is none, in SQL."""
    words = frozenset[str]().union(*(mark.words for mark in marks_of(field)))
    if on_duckdb:
        return f"regexp_full_match({column}, {_pattern(words)})"
    return _by_list(column, words)


@cache
def _pattern(words: frozenset[str]) -> str:
    """Return them as one pattern, which DuckDB looks for fifty times as fast as it trims signs; it stands for `marks.bare`."""
    signs = "[" + "".join("\\" + sign if sign in "\\-[]^&~" else sign for sign in SIGNS) + "]*"
    listed = "|".join("[ \u3000]*".join(map(re.escape, word)) for word in sorted(words) if word)
    return quoted(f"(?i){signs}(?:{listed})?{signs}")


def _by_list(column: str, words: Iterable[str]) -> str:
    """Return it in functions that every engine has, the signs that some of them take for escapes by their codes."""
    signs = "".join(sign for sign in SIGNS if sign not in "\\'")
    said = (
        f"TRIM(BOTH CONCAT('{signs}', CHR(92), CHR(39)) FROM LOWER(REPLACE(REPLACE({column}, ' ', ''), '\u3000', '')))"
    )
    return f"{said} IN ({', '.join(quoted(word) for word in sorted(words))})"
