"""Spark SQL."""

from __future__ import annotations

from checker.engines.sql.dialects import Dialect

DIALECT = Dialect(
    name="spark",
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
