"""What databases understand otherwise than each other: one file a dialect; whatever compiles asks here, never for a name.

A dialect is added by its file with a `DIALECT` and its name in `NAMES`; sqlglot must know it under that name.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import NamedTuple

NAMES = ("duckdb", "postgres", "spark")
"""The dialects that rules are compiled to, the usual one first."""


class Dialect(NamedTuple):
    """One database: how its SQL departs from what is the same everywhere."""

    name: str
    int128: str
    """What an integer of 38 digits is called."""
    sums_widen: bool
    """Whether a sum of 64-bit integers stays one: it is widened before it is added up."""
    collates: bool
    """Whether texts must be told to be ordered by their code points."""
    fences: bool
    """Whether a stage must be kept from being written out wherever its columns are named."""
    stepwise: bool
    """Whether a statement is run in steps, each common table expression a table of its own: planned once, and in less time than all of them together."""
    picks: bool
    """Whether the columns of a table that is named often are picked out first: each naming of a wide one takes milliseconds."""
    small_types: bool
    """Whether outcomes and severities of a batch have types of one byte (`plan.KIND`)."""
    start: str
    """What stands in a pattern for the start of a text."""
    end: str
    """What stands in a pattern for the end of a text, with or without a last newline, as Python's $."""


@cache
def dialect(name: str) -> Dialect:
    """Return the dialect called *name*; raises KeyError for one that there is not."""
    if name not in NAMES:
        raise KeyError(name)
    found: Dialect = import_module(f"{__name__}.{name}").DIALECT
    assert found.name == name
    return found
