"""Where a batch on Spark keeps what its cases were asked, and the figures made of that: Parquet files beside the findings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from checker.batch.keepers import Columns
from checker.batch.spark_tables import TYPES, Connection, outgrown, removed

DECIMAL = "decimal(38,0)"


class SparkKeeper:
    """Tables below *folder*, which the workers read and write."""

    dialect = "spark"

    def __init__(self, connection: Connection, folder: str) -> None:
        self.spark = connection.spark
        self.folder = folder

    def keep(self, table: str, text: str) -> bool:
        """Write what a statement yields; False where a figure outgrew its type."""
        return self._written(table, text, "overwrite")

    def add(self, table: str, text: str) -> bool:
        """Write what a statement yields beside what is there; False, and nothing added, where a figure outgrew its type."""
        return self._written(table, text, "append")

    def _written(self, table: str, text: str, mode: str) -> bool:
        place = f"{self.folder}/{table}"
        try:
            frame = self.spark.sql(text)
            frame.write.mode(mode).parquet(place)
        except Exception as wrong:  # a job fails with pyspark's or with Py4J's error
            if outgrown(wrong):
                return False
            raise
        self.spark.read.schema(frame.schema).parquet(place).createOrReplaceTempView(table)
        return True

    def put(self, table: str, columns: Columns, rows: Sequence[tuple[Any, ...]]) -> None:
        """Let *table* stand for rows that this machine holds."""
        kinds = [TYPES.get(kind, DECIMAL) for _, kind in columns]
        listed = ", ".join(f"`{column}` {kind}" for (column, _), kind in zip(columns, kinds, strict=True))
        typed = [
            tuple(
                Decimal(value) if kind == DECIMAL and value is not None else value
                for value, kind in zip(row, kinds, strict=True)
            )
            for row in rows
        ]
        self.spark.createDataFrame(typed, listed).createOrReplaceTempView(table)

    def forget(self, table: str) -> None:
        """Drop the view, and what was written."""
        self.spark.catalog.dropTempView(table)
        removed(self.spark, f"{self.folder}/{table}")

    def hand_over(self, table: str, columns: Columns) -> None:
        """Do nothing: cases are read through Spark, too."""
