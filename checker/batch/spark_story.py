"""A batch on Spark: the workers write findings and record, this machine derives a part again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.telling import Telling
from checker.batch import spark, spark_tables
from checker.batch.population import Figures, asking
from checker.batch.request import BatchRequest, BatchResult
from checker.batch.results import begin, came_to, identity, write_json
from checker.batch.run import Settings, Tally
from checker.batch.slices import cut
from checker.batch.spark_keeper import SparkKeeper
from checker.batch.story import CHECKING
from checker.batch.summary import exit_code, summary
from checker.cases.files import case_files
from checker.intake.casefile import read_case_file
from checker.rulebook.book import Rulebook
from checker.tables.attaching import attach
from checker.tables.checks import check_tables
from checker.tables.folder import form_of, table_files
from checker.tables.packer import export
from checker.tables.packing import pack_cases
from checker.tables.warehouse import connect, name


def run_spark(request: BatchRequest, book: Rulebook, selected: Callable[[str], bool], tell: Telling) -> BatchResult:
    """Judge one folder of tables on Spark; what a job refuses is said as a problem."""
    paths, on = request.paths, str(request.on)
    if len(paths) != 1:
        told = Text("Spark 只检查一个文件夹的表格", "Spark judges one folder of tables")
        raise InputError([Problem("usage", Place("checker run --engine spark"), told)])
    local = "://" not in paths[0]
    if local and not Path(paths[0]).exists():
        raise InputError([Problem("missing-file", Place(paths[0]), Text("没有这个文件夹", "there is no such folder"))])
    with TemporaryDirectory(prefix="checker-") as scratch:
        place = paths[0]
        files = table_files(Path(place), book.vocabulary, parts=True) if local else {}
        if local and not files:
            place = _packed(request, book, Path(scratch) / "tables", tell)
        elif others := [path for path in files.values() if not _is_parquet(path)]:
            place = _as_parquet(files, others, book, Path(scratch) / "tables", on, tell)
        elif local:
            place = str(Path(place).resolve())  # the workers stand elsewhere
        target = request.output or str(Path(scratch) / "result")
        session = spark.session(on)
        try:
            return _run(spark_tables.Connection(session), book, selected, place, target, request, tell)
        except InputError:
            raise
        except Exception as wrong:  # Py4J and pyspark raise different errors for a job that failed
            if not spark_tables.from_spark(wrong):
                raise
            first = spark_tables.said(wrong)
            told = Text(f"Spark 没有做完：{first}", f"Spark did not finish: {first}")
            hint = Text(
                "结果不完整，不要使用；改正后再运行一次",
                "the result is incomplete, do not use it; mend it and run again",
            )
            raise InputError([Problem("spark-job", Place(on), told, hint)]) from None
        finally:
            session.stop()


def _is_parquet(path: Path) -> bool:
    return path.name.lower().endswith(".parquet") and (path.is_dir() or form_of(path).kind == "parquet")


def _as_parquet(
    files: dict[str, Path], others: list[Path], book: Rulebook, folder: Path, on: str, tell: Telling
) -> str:
    """Read tables that are no Parquet as DuckDB reads them; workers on other machines would not see the copy."""
    parted = [path for path in files.values() if path.is_dir()]
    if not on.startswith("local") or parted:
        told = Text("不是 Parquet 文件，Spark 不读", "is no Parquet file; Spark does not read it")
        hint = Text(
            "先用 checker pack 把这个文件夹做成案例，再做成 Parquet；或在本机用 --engine duckdb",
            "make Parquet of the tables with checker pack first, or use --engine duckdb",
        )
        raise InputError([Problem("table-form", Place(str(path)), told, hint) for path in others])
    with connect() as connection:
        attach(connection, book.vocabulary, files)
        for note in check_tables(connection, book.vocabulary, files):
            tell.say(note)
        for entity in book.vocabulary.entities:
            connection.execute(f"CREATE VIEW {name(entity)} AS SELECT * FROM {name('all_' + entity)}")
        export(connection, book.vocabulary, folder, "parquet")
    return str(folder)


def _packed(request: BatchRequest, book: Rulebook, folder: Path, tell: Telling) -> str:
    if not str(request.on).startswith("local"):
        told = Text("没有 Parquet 表格", "there are no Parquet tables")
        hint = Text(
            "先用 checker pack 做表，放到各台机器都读得到的地方",
            "make them with checker pack where every machine can read them",
        )
        raise InputError([Problem("no-table", Place(request.paths[0]), told, hint)])
    pack_cases(
        case_files(request.paths, tell), book.vocabulary, folder, "parquet", tell, read_case_file, request.same_unit
    )
    return str(folder)


def _run(
    connection: Any,
    book: Rulebook,
    selected: Callable[[str], bool],
    place: str,
    target: str,
    request: BatchRequest,
    tell: Telling,
) -> BatchResult:
    vocabulary = book.vocabulary
    found = spark_tables.attach(connection, vocabulary, place)
    rows = {entity: connection.execute(f'SELECT COUNT(*) FROM "all_{entity}"').fetchone()[0] for entity in found}
    settings = Settings(Path(target), request.derive, request.sample)
    made = identity(
        book,
        rows,
        filter(selected, book.rules),
        settings,
        "parquet",
        0,
        "spark",
        folders=request.rules,
        inputs=(place,),
    )
    local = "://" not in target
    if local:
        target = str(Path(target).resolve())
        begin(Path(target), made)
    check_tables(connection, vocabulary, found, on_duckdb=False)
    others = asking(connection, book, selected, "spark")
    slices = cut(connection, book, selected, 0, whole=True, same_unit=request.same_unit, others=others)
    if not any(each.plan.rules for each in slices):
        told = Text("没有一条规则适用于这些案例", "no rule applies to these cases: nothing was checked")
        raise InputError([Problem("nothing-checked", Place(place), told)])
    tally = Tally()
    batch = spark.SparkBatch(connection, book, settings, target)
    try:
        if others:
            keeper = SparkKeeper(connection, f"{target}/figures")
            batch.others = Figures(connection, keeper, book, others.__contains__, batch.show_cases)
            batch.others.work_out(sum(len(each.cases) for each in slices))
        for each in tell.steps(slices, CHECKING, len(slices), 1):
            tally.add(batch.judge(each, tally))
    finally:
        spark_tables.removed(connection.spark, f"{target}/figures")
    result = {**made, "result": came_to(tally)}
    if local:
        write_json(Path(target) / "run.json", result)
    else:
        batch.write_text(result)
    connection.spark.read.schema(batch.columns).parquet(f"{target}/findings").createOrReplaceTempView("findings")
    units = sum(len(each.cases) for each in slices)
    text = summary(connection, "findings", tally, units, request.lang, False, book.rules)
    if request.output:
        told = Text("结果写在", "written to")
        text += f"{told.say(request.lang)} {target}: findings/, record/, run.json\n"
    return BatchResult(text, exit_code(connection, "findings", tally, request.fail_on))
