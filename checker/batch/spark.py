"""Spark as the engine of a batch: the tables stay where Spark reads them, findings and record are written by its workers.

What the checks of the tables and the double entry ask is plain SQL, which a thin connection hands to `spark.sql`. Only
the cases that are derived again, and those that the evaluator must judge, come to this machine.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.batch.findings import ACTED, fact_numbers, finding, nature_sql, told
from checker.batch.population import columns, told_cases
from checker.batch.run import Batch, Settings, Tally, Unaccepted
from checker.batch.runners import Steps
from checker.batch.slices import Slice
from checker.batch.spark_tables import TYPES, Connection, outgrown, removed, said
from checker.engines.evaluator import evaluate
from checker.engines.sql.build import render
from checker.engines.sql.plan import AMOUNT, SEVERITY, Compiled, SubjectStatement, highest, root_outcome
from checker.rulebook.book import Rulebook
from checker.tables.warehouse import name, quoted

SETTINGS = {
    "spark.sql.ansi.enabled": "true",  # an overflow is an error, not a wrapped number
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.constraintPropagation.enabled": "false",  # what follows from hundreds of CASEs is no use to any join
    "spark.sql.codegen.wholeStage": "false",  # no method holds such a stage: it would be written, compiled and dropped
    "spark.buffer.pageSize": "1m",  # a statement has dozens of joins and sums, each of which takes a page at once
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.maxPlanStringLength": "1000",
}
FOUND = (
    "_case int, rule string, nature string, outcome string, severity string, amount decimal(38,0), jurisdiction string, "
    "code string, unit string, year bigint, entity string, subject string, name string, _fact bigint"
)

TOLD = "rule string, nature string, entity string, code bigint"


def session(on: str, extra: dict[str, str] | None = None) -> Any:
    """Return a Spark session on a master (`local[2]`, `spark://host:7077`); raises InputError without pyspark or master."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        told = Text("没有安装 pyspark", "pyspark is not installed")
        hint = Text(
            "pip install 'expenditure-checker[batch,spark]'，另需 Java 17",
            "pip install 'expenditure-checker[batch,spark]', and Java 17",
        )
        raise InputError([Problem("no-engine", Place("checker"), told, hint)]) from None
    builder = SparkSession.builder.appName("checker").master(on)
    alone = {
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.adaptive.enabled": "false",  # it plans anew after each stage
        "spark.driver.memory": "2g",
    }
    few = alone if on.startswith("local") else {}
    for key, value in {**SETTINGS, **few, **(extra or {})}.items():
        builder = builder.config(key, value)
    try:
        made = builder.getOrCreate()
    except Exception as wrong:  # Py4J, Java and the launcher each raise their own
        first = str(wrong).splitlines()[0]
        told = Text(f"Spark 起不来：{first}", f"Spark does not start: {first}")
        hint = Text("写成 local[2] 或 spark://主机:7077", "write it as local[2] or spark://host:7077")
        raise InputError([Problem("no-spark", Place("--on"), told, hint)]) from None
    made.sparkContext.setLogLevel("ERROR")
    return made


def selected(spark: Any, statement: SubjectStatement, working: str) -> Any:
    """Return what a statement selects, its steps run one after the other.

    Spark plans a table that is named twice twice, with all that it rests on: a plan would double with each step until no
    memory holds it. Such a table is written below *working* and read back.
    """
    texts = dict(statement.steps)
    last = texts.pop("")
    for table_, text in texts.items():
        frame = spark.sql(text)
        if sum(other.count(f"`{table_}` AS") for other in (*texts.values(), last)) > 1:
            frame.write.mode("overwrite").parquet(f"{working}/{table_}")
            frame = spark.read.schema(frame.schema).parquet(f"{working}/{table_}")
        frame.createOrReplaceTempView(table_)
    return spark.sql(last)


class SparkBatch(Batch):
    """One run on Spark; a "slice" is all cases of one plan. `target` is where the workers write."""

    def __init__(self, connection: Connection, book: Rulebook, settings: Settings, target: str) -> None:
        super().__init__(connection, book, settings, SparkRunner(connection))
        self.target = target
        rules = told(book.rules.values())
        connection.spark.createDataFrame(rules, TOLD).createOrReplaceTempView("told")

    columns = FOUND
    lean = False

    def judge(self, each: Slice, tally: Tally) -> dict[str, Any]:
        """Judge all cases of one plan; returns what came of it, as a slice of any batch does."""
        return self._judge(each, tally)

    def write_text(self, made: dict[str, Any]) -> None:
        """Write the account of the run beside the findings, where only Spark can write."""
        text = json.dumps(made, ensure_ascii=False, sort_keys=True)
        self.connection.spark.createDataFrame([(text,)], "value string").coalesce(1).write.mode("overwrite").text(
            f"{self.target}/run.json"
        )

    def _slice(self, each: Slice, tally: Tally) -> dict[str, Any]:
        self._judged = {}
        self._show(each)
        inferred = self._inferred(each)
        if inferred:
            self._show(each, without=inferred)
        compiled = self._compile(each.plan)
        refused = {r.rule.id: [r.reason.zh, r.reason.en] for r in compiled.refused}
        ledger: dict[str, Counter[str]] = {}
        parts: list[Any] = []
        for number, statement in enumerate(compiled.statements):
            kept, lost = self._written(each, number, statement, compiled)
            for rule in lost:
                refused[rule] = ["有的数太大，SQL 放不下", "some figures are too large for SQL"]
            if kept is not None:
                parts += self._findings(f"wide{number}", kept, ledger)
        rows: list[tuple[Any, ...]] = []
        if refused:
            rows += self._evaluated(each, [n for n in each.cases if n not in inferred], refused.__contains__, ledger)
        if inferred:
            rows += self._evaluated(each, sorted(inferred), lambda rule: True, ledger)
        parts.append(self.connection.spark.createDataFrame(rows, FOUND))
        found = parts[0]
        for part in parts[1:]:
            found = found.unionByName(part)
        place = f"{self.target}/findings/plan={each.number}"
        found.write.mode("overwrite").parquet(place)
        self.connection.spark.read.schema(FOUND).parquet(place).createOrReplaceTempView("found")
        derived = self._compare_sample(each, tally, set(refused), inferred)
        return {"ledger": ledger, "refused": refused, "hash": self._hash(ledger), **derived}

    def _show(self, each: Slice, without: set[int] = frozenset()) -> None:  # type: ignore[assignment]
        chosen = [number for number in each.cases if number not in without]
        low, high = (chosen[0], chosen[-1]) if chosen else (0, -1)
        limit = f"t._case BETWEEN {low} AND {high}"
        if high - low + 1 != len(chosen):
            frame = self.connection.spark.createDataFrame([(number,) for number in chosen], "number int")
            frame.createOrReplaceTempView("chosen")
            limit += " AND t._case IN (SELECT number FROM chosen)"
        for entity in self.book.vocabulary.entities:
            self.connection.execute(
                f"CREATE OR REPLACE TEMP VIEW {name(entity)} AS SELECT {columns(self.others, entity)} WHERE {limit}"
            )

    def _written(
        self, each: Slice, number: int, statement: SubjectStatement, compiled: Compiled
    ) -> tuple[SubjectStatement | None, list[str]]:
        """Write the record of one statement; returns what was judged, and the rules whose figures outgrew SQL."""
        label = "-".join((statement.entity, *statement.keys, str(number)))
        place = f"{self.target}/record/{label}/plan={each.number}"
        lost: list[str] = []
        if not self._write(statement, place, number):
            lost = [r.id for r in statement.rules if not self._write(self._alone(compiled.plan, {r.id}), place, number)]
            kept = {rule.id for rule in statement.rules} - set(lost)
            if not kept:
                return None, lost
            statement = self._alone(compiled.plan, kept)
            if not self._write(statement, place, number):
                raise AssertionError(f"figures outgrew SQL in {statement.entity} only together")
        self._judged[f"wide{number}"] = statement
        return statement, lost

    def _write(self, statement: SubjectStatement, place: str, number: int) -> bool:
        from pyspark.errors import AnalysisException

        try:
            frame = selected(self.connection.spark, statement, f"{self.target}/working")
            frame.write.mode("overwrite").parquet(place)
        except AnalysisException as wrong:
            if self.runner.accepts(statement.text):
                raise
            raise Unaccepted(said(wrong)) from wrong
        except Exception as wrong:  # a job fails with pyspark's or with Py4J's error
            if outgrown(wrong):
                return False
            raise
        finally:
            removed(self.connection.spark, f"{self.target}/working")
        self.connection.spark.read.schema(frame.schema).parquet(place).createOrReplaceTempView(f"wide{number}")
        return True

    def _findings(self, wide: str, statement: SubjectStatement, ledger: dict[str, Counter[str]]) -> list[Any]:
        """Count the outcomes of one statement; returns its findings."""
        spark = self.connection.spark
        entity = self.book.vocabulary.entities[statement.entity]
        root = name(self.book.vocabulary.root.id)
        cells = ", ".join(
            f"{quoted(r.id)}, {nature_sql(r, name(r.id), '')}, {name(r.id)}, {name(r.id + SEVERITY)}, CAST({name(r.id + AMOUNT)} AS decimal(38,0))"
            for r in statement.rules
        )
        narrow = (
            f"SELECT _case, _fact, _id, stack({len(statement.rules)}, {cells}) AS (rule, nature, outcome, severity, amount) "
            f"FROM {wide}"
        )
        for rule, outcome, many in spark.sql(
            f"SELECT rule, outcome, COUNT(*) FROM ({narrow}) n GROUP BY 1, 2"
        ).collect():
            ledger.setdefault(rule, Counter())[outcome] += many
        tail = f"u.jurisdiction, u.code, u.name AS unit, u.fiscal_year AS year, {quoted(entity.id)} AS entity"
        called = f"s.{name(entity.label)}" if entity.label else "CAST(NULL AS string)"
        label = "CAST(NULL AS string)" if statement.keys else called
        made = [
            spark.sql(
                f"SELECT f._case, rule, nature, outcome, severity, f.amount, {tail}, f._id AS subject, {label} AS name, f._fact "
                f"FROM ({narrow}) f LEFT JOIN {root} u ON u._case = f._case LEFT JOIN {name(entity.id)} s ON s._fact = f._fact "
                f"WHERE outcome IN {ACTED}"
            )
        ]
        beside = []
        if statement.keys:
            strays = " OR ".join(f"s.{name(key)} IS NULL" for key in statement.keys)
            beside.append(
                f"SELECT s._case, 'undetermined' AS outcome, s._id, s._fact, {called} AS name FROM {name(entity.id)} s WHERE {strays}"
            )
        whole = root_outcome(statement.entity, self.book.vocabulary, bool(statement.keys))
        if whole is not None:
            spark.sql(render(whole, "spark")).createOrReplaceTempView("whole_" + wide)
            beside.append(
                f"SELECT _case, outcome, CAST(NULL AS string) AS _id, CAST(NULL AS bigint) AS _fact, CAST(NULL AS string) AS name FROM whole_{wide}"
            )
        if not beside:
            return made
        joined = " UNION ALL ".join(beside)
        for outcome, many in spark.sql(f"SELECT outcome, COUNT(*) FROM ({joined}) b GROUP BY 1").collect():
            for rule in statement.rules:
                ledger.setdefault(rule.id, Counter())[outcome] += many
        named = ", ".join(f"({quoted(r.id)}, {quoted(r.nature)}, {quoted(highest(r))})" for r in statement.rules)
        made.append(
            spark.sql(
                f"SELECT b._case, rule, nature, b.outcome, severity, CAST(NULL AS decimal(38,0)) AS amount, {tail}, "
                f"b._id AS subject, b.name, b._fact FROM ({joined}) b "
                f"CROSS JOIN (SELECT * FROM VALUES {named} AS t (rule, nature, severity)) r "
                f"LEFT JOIN {root} u ON u._case = b._case WHERE b.outcome IN {ACTED}"
            )
        )
        return made

    def _evaluated(
        self, each: Slice, cases: list[int], wanted: Callable[[str], bool], ledger: dict[str, Counter[str]]
    ) -> list[tuple[Any, ...]]:
        """Judge some rules of some cases by the evaluator; returns the findings."""
        found: list[tuple[Any, ...]] = []
        plan = self.some(each.plan, wanted)
        root = self.book.vocabulary.root.id
        for number, rows, case in told_cases(self.connection, self.book.vocabulary, self.others, cases, 1_000):
            facts, unit = fact_numbers(rows), rows[root][0]
            of_unit = tuple(unit[column] for column in ("jurisdiction", "code", "name", "fiscal_year"))
            for check in evaluate(plan, case):
                ledger.setdefault(check.rule.id, Counter())[check.outcome] += 1
                if check.is_finding:
                    rule, outcome, severity, amount, *subject = finding(case, check, facts)
                    fen = None if amount is None else Decimal(amount)
                    shared = (number, rule, check.nature, outcome, severity, fen)
                    found.append((*shared, *of_unit, check.rule.entity, *subject))
        return found


class SparkRunner:
    """What the shared parts of a batch ask: the dialect, and whether Spark can plan a statement."""

    dialect = "spark"
    most = 10  # the optimiser's time and memory grow faster than the statement: ten rules about lines need 1 GB

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def show(self, cases: list[int], read: Callable[[str], str]) -> None:
        """Do nothing: the batch has made the views."""

    def accepts(self, text: str) -> bool:
        """Whether Spark can analyse a statement."""
        from pyspark.errors import PySparkException

        try:
            self.connection.spark.sql(text).schema  # noqa: B018 - asking for it analyses the statement
        except PySparkException:
            return False
        return True

    def create(self, table: str, text: str, columns: list[tuple[str, str]], before: Steps = ()) -> bool:
        """Let *table* stand for what a statement yields; False where a figure outgrew its type."""
        try:
            for step, said_ in before:
                self.connection.spark.sql(said_).createOrReplaceTempView(step)
            rows = self.connection.spark.sql(text).collect()
        except Exception as wrong:  # a job fails with pyspark's or with Py4J's error
            if outgrown(wrong):
                return False
            raise
        kinds = ", ".join(
            f"{name(column).replace(chr(34), chr(96))} {TYPES.get(kind, 'decimal(38,0)')}" for column, kind in columns
        )
        self.connection.spark.createDataFrame(rows, kinds).createOrReplaceTempView(table)
        return True

    def drop(self, table: str) -> None:
        """Drop the view."""
        self.connection.spark.catalog.dropTempView(table)
