"""A toy dialect: Trino, as far as its documents say; no test runs it."""

from __future__ import annotations

from checker.engines.sql.dialects import Dialect

DIALECT = Dialect(
    name="trino",
    int128="DECIMAL(38, 0)",
    sums_widen=True,
    collates=False,
    fences=False,
    stepwise=True,
    picks=False,
    small_types=False,
    start=r"\A",
    end=r"(?:\n?\z)",
)
