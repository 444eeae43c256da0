"""DuckDB, which batches run on."""

from __future__ import annotations

from checker.engines.sql.dialects import Dialect

DIALECT = Dialect(
    name="duckdb",
    int128="INT128",
    sums_widen=False,
    collates=False,
    fences=False,
    stepwise=True,
    picks=True,
    small_types=True,
    start=r"\A",
    end=r"(?:\n?\z)",
)
