"""PostgreSQL."""

from __future__ import annotations

from checker.engines.sql.dialects import Dialect

DIALECT = Dialect(
    name="postgres",
    int128="DECIMAL(38, 0)",
    sums_widen=True,
    collates=True,
    fences=True,
    stepwise=False,
    picks=False,
    small_types=False,
    start="^",
    end=r"(?:\n?\Z)",
)
