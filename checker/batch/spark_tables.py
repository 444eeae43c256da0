"""What Spark reads: the Parquet tables of a batch as views, and a session that is asked as a database connection is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.cases.vocabulary import Vocabulary
from checker.tables.attaching import nought
from checker.tables.columns import wrong_columns
from checker.tables.folder import ENDINGS, LEFT_BY_SYSTEMS, stem_of, stray, table_names
from checker.tables.schema import or_default, table
from checker.tables.warehouse import name

TYPES = {
    "BIGINT": "bigint",
    "INTEGER": "int",
    "SMALLINT": "smallint",
    "VARCHAR": "string",
    "DATE": "date",
    "BOOLEAN": "boolean",
    "DECIMAL(38,0)": "decimal(38,0)",
}


class Answer:
    """What a query yields, with the few methods of a database cursor that the batch uses."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame
        self.description = [(column,) for column in frame.columns]

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return all rows."""
        return [tuple(row) for row in self._frame.collect()]

    def fetchone(self) -> tuple[Any, ...] | None:
        """Return the first row."""
        rows = self._frame.take(1)
        return tuple(rows[0]) if rows else None


class Connection(NamedTuple):
    """A Spark session that is asked as a database connection is."""

    spark: Any

    def execute(self, text: str) -> Answer:
        """Run one statement."""
        return Answer(self.spark.sql(text))


def tables_at(connection: Connection, vocabulary: Vocabulary, place: str) -> dict[str, str]:
    """Return the Parquet tables at *place*, wherever Spark reads, by entity and under every name that DuckDB knows them by.

    Raises InputError for everything else that lies there: what is not read would be missed without a word.
    """
    jvm, names = connection.spark._jvm, table_names(vocabulary)
    path = jvm.org.apache.hadoop.fs.Path(place)
    files = path.getFileSystem(connection.spark._jsc.hadoopConfiguration())
    inside = sorted(str(each.getPath().getName()) for each in files.listStatus(path)) if files.exists(path) else []
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for each in inside:
        where = f"{place.rstrip('/')}/{each}"
        if re.fullmatch(r"_SUCCESS|_(committed|started)_\d+|\..+\.crc", each) or each.lower() in LEFT_BY_SYSTEMS:
            continue  # left by Hadoop and Spark beside what they write
        entity = names.get(stem_of(Path(each)))
        if entity is None:
            problems.append(stray(Path(where), each.lower().endswith(ENDINGS), names))
        elif not each.lower().endswith(".parquet"):
            told = Text("不是 Parquet 文件，Spark 不读", "is no Parquet file; Spark does not read it")
            hint = Text("先用 checker pack 做成 Parquet", "make Parquet of the tables with checker pack first")
            problems.append(Problem("table-form", Place(where), told, hint))
        elif entity in found:
            told = Text(f"和 {found[entity]} 是同一张表", f"is the same table as {found[entity]}")
            problems.append(Problem("two-tables", Place(where), told, Text("只留一个", "keep one of them")))
        else:
            found[entity] = where
    if problems:
        raise InputError(problems)
    return found


def attach(connection: Connection, vocabulary: Vocabulary, place: str) -> dict[str, str]:
    """Make a view `all_ENTITY` of every Parquet table below *place*; returns those found. Raises InputError."""
    problems: list[Problem] = []
    files = tables_at(connection, vocabulary, place)
    found: dict[str, str] = {}
    for entity in vocabulary.entities.values():
        columns = table(entity, vocabulary)
        path = files.get(entity.id, "")
        try:
            frame = connection.spark.read.parquet(path) if path else None
        except Exception as wrong:  # Py4J hands on what pyspark does not know
            if not from_spark(wrong):
                raise
            problems.append(_unreadable(path, wrong))
            continue
        if frame is None:
            nothing = ", ".join(f"CAST(NULL AS {TYPES[c.type]}) AS {name(c.name)}" for c in columns)
            connection.execute(
                f"CREATE OR REPLACE TEMP VIEW {name('all_' + entity.id)} AS SELECT {nothing} WHERE false"
            )
            connection.execute(
                f"CREATE OR REPLACE TEMP VIEW {name('rows_' + entity.id)} AS SELECT {nothing}, CAST(NULL AS bigint) AS _row WHERE false"
            )
            if entity.parent is None:
                told = Text(
                    f"{place} 里没有单位的表（{entity.id}.parquet）",
                    f"{place} has no table of units ({entity.id}.parquet)",
                )
                problems.append(Problem("no-table", Place(place), told))
            continue
        kinds = {kind: mine for mine, kind in TYPES.items()}
        heads = {column: kinds.get(kind, kind.upper()) for column, kind in frame.dtypes}
        problems += wrong_columns(entity, Path(path), columns, heads)
        if problems:
            continue
        shown = {c.name: f"CAST({name(c.name) if c.name in heads else 'NULL'} AS {TYPES[c.type]})" for c in columns}
        listed = [f"{or_default(entity, column, sql)} AS {name(column)}" for column, sql in shown.items()]
        frame = frame.selectExpr(*listed)
        zeros = {c: f.id for f in entity.fields.values() if f.none_is_zero for c in (f.id, f"{f.id}__step")}
        if zeros and "_none" in heads:  # what is stated as none is no money
            frame = frame.selectExpr(
                *(nought(c.name, zeros[c.name]) if c.name in zeros else name(c.name) for c in columns)
            )
        frame.createOrReplaceTempView("all_" + entity.id)
        # rows of Spark have no order: a wrong one is told by its case and id
        frame.selectExpr("*", "CAST(NULL AS bigint) AS _row").createOrReplaceTempView("rows_" + entity.id)
        found[entity.id] = path
    if problems:
        raise InputError(problems)
    return found


def from_spark(wrong: Exception) -> bool:
    """Whether an exception comes from Spark or the bridge to it."""
    return type(wrong).__module__.startswith(("py4j", "pyspark"))


def said(wrong: Exception) -> str:
    """Return the line of an exception of Spark that says what is wrong; Py4J's own first line does not."""
    lines = [line.strip() for line in str(wrong).splitlines() if line.strip()]
    return next((line for line in lines if "Exception: " in line), lines[0] if lines else type(wrong).__name__)


def _unreadable(place: str, wrong: Exception) -> Problem:
    first = said(wrong)
    return Problem("table", Place(place), Text(f"读不了：{first}", f"cannot be read: {first}"))


def outgrown(wrong: BaseException) -> bool:
    """Whether a job failed because a figure outgrew its type, and not because a machine or a file did."""
    told = str(wrong)
    return any(code in told for code in ("ARITHMETIC_OVERFLOW", "NUMERIC_VALUE_OUT_OF_RANGE", "CAST_OVERFLOW"))


def removed(spark: Any, place: str) -> None:
    """Remove a folder, wherever Spark writes."""
    path = spark._jvm.org.apache.hadoop.fs.Path(place)
    path.getFileSystem(spark._jsc.hadoopConfiguration()).delete(path, True)
