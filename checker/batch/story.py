"""A batch from names to results: tables found or made, checked, attached, cut into slices, judged, written, summed up."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from checker.base.collector import settled
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.telling import Telling
from checker.batch.keepers import DuckKeeper
from checker.batch.messages import MOST, Wording, many, put_into_words
from checker.batch.population import Figures, asking
from checker.batch.request import BatchRequest, BatchResult, memory_bytes
from checker.batch.results import begin, digest, finish, identity
from checker.batch.run import Batch, Settings, Tally
from checker.batch.slices import Slice, cut, facts_in
from checker.batch.summary import exit_code, rejection, summary
from checker.cases.files import case_files
from checker.intake.casefile import read_case_file
from checker.rulebook.book import Rulebook
from checker.tables.attaching import attach
from checker.tables.checks import check_tables
from checker.tables.packing import pack_cases, tables_in
from checker.tables.rejects import Sifted, sift, write_rejects
from checker.tables.warehouse import connect, engine, joined_as_written

CHECKING = Text("检查", "checking")
WORDING = Text("逐条写说明", "wording")
SMALL = 100_000
"""Facts up to which planning takes longer than a worse order of joins costs."""


def run_batch(
    request: BatchRequest, book: Rulebook, selected: Callable[[str], bool], tell: Telling, words: Wording | None = None
) -> BatchResult:
    """Judge on DuckDB or PostgreSQL; what the machine refuses (memory, disk) is said as a problem, never half done.

    *words* gives the findings of a CSV file their sentences.
    """
    engine()  # names the extra where it is not installed
    with settled(), _machine(request):  # the rulebook stays: what is collected after each hundred cases is their own
        return _judged(request, book, selected, tell, words)


@contextmanager
def _machine(request: BatchRequest) -> Iterator[None]:
    duckdb = engine()
    try:
        yield
    except (duckdb.OutOfMemoryException, MemoryError):
        told = Text(f"内存上限 {request.memory} 不够", f"--memory {request.memory} is not enough")
        hint = Text(
            "加大 --memory；做完的部分留着，再运行一次会接着做（--memory 变了要换一个文件夹）",
            "raise --memory, in another folder",
        )
        raise InputError([Problem("out-of-memory", Place("--memory"), told, hint)]) from None
    except (duckdb.IOException, OSError) as wrong:
        first = str(wrong).splitlines()[0]
        told = Text(f"读写失败，检查没有做完：{first}", f"reading or writing failed, the run is not complete: {first}")
        hint = Text(
            "腾出磁盘空间后，用同样的命令再运行一次，会接着做",
            "make room on the disk and run the same command again: it goes on",
        )
        raise InputError([Problem("disk", Place(request.output or ""), told, hint)]) from None


class _Tables(NamedTuple):
    """The tables of a batch: where each lies, what rejects took out, and whether rows were fetched from a database."""

    files: dict[str, Path]
    given: dict[str, Path]
    sifted: Sifted | None
    fetched: bool


def _judged(
    request: BatchRequest, book: Rulebook, selected: Callable[[str], bool], tell: Telling, words: Wording | None
) -> BatchResult:
    limit = memory_bytes(request.memory)
    with TemporaryDirectory(prefix="checker-") as place, ExitStack() as stack:
        scratch = Path(place)
        connection = connect(f"{limit * 7 // 10}B")  # the rest is Python's, and what DuckDB holds beside its limit
        stack.callback(connection.close)
        connection.execute(f"SET temp_directory = '{str(scratch / 'spill').replace(chr(39), chr(39) * 2)}'")
        runner = _runner(request, book, connection, scratch)
        if runner is not None:
            stack.callback(runner.server.close)
        files = _found(request, book, runner, scratch, tell)
        folder = Path(request.output) if request.output else scratch / "result"
        settings = Settings(folder, request.derive, request.sample, few=request.few and runner is None)
        made = identity(
            book,
            {path.name: digest(path) for path in files.values()},
            filter(selected, book.rules),
            settings,
            request.form,
            limit,
            "duckdb" if runner is None else runner.dialect,
            request.rejects is not None,
            request.rules,
            request.paths,
        )
        resumed = begin(folder, made)
        tables = _sifted(request, book, connection, files, scratch, runner)
        _attached(book, connection, tables, runner, request, tell)
        others = asking(connection, book, selected)
        slices = cut(connection, book, selected, limit, same_unit=request.same_unit, others=others)
        if not any(each.plan.rules for each in slices):
            told = Text("没有一条规则适用于这些案例", "no rule applies to these cases: nothing was checked")
            raise InputError([Problem("nothing-checked", Place(", ".join(request.paths)), told)])
        if facts_in(connection, book.vocabulary) <= SMALL:
            joined_as_written(connection)
        batch = Batch(connection, book, settings, runner)
        if others:
            keeper = DuckKeeper(connection) if runner is None else runner
            batch.others = Figures(connection, keeper, book, others.__contains__, batch.show_cases)
        tally = _run(batch, slices, tell)
        worded = _worded(batch, slices, tally, words if request.form == "csv" else None, tell)
        written, source = finish(connection, folder, request.form, tally, made, book, worded=bool(tally.worded))
        units = sum(len(each.cases) for each in slices)
        lines = [summary(connection, source, tally, units, request.lang, resumed, book.rules)]
        if tables.sifted is not None:
            lines.append(f"{rejection(tables.sifted, units, request.lang)}{request.rejects}\n")
        if worded is not None:
            lines.append(worded.say(request.lang) + "\n")
        left_out = tables.sifted is not None and bool(tables.sifted.rejected)
        code = exit_code(connection, source, tally, request.fail_on, left_out)
        connection.close()
        shutil.rmtree(folder / "slices")
    if request.output:
        named = f"{written}{'' if '.' in written else '/'}, record/, run.json"
        lines.append(f"{Text('结果写在', 'written to').say(request.lang)} {request.output}: {named}\n")
        told = Text(
            f"按单位排名、合计：checker overview {request.output}（加 -o 问题.csv 逐条写明说明、依据、出处）",
            f"ranked and summed by unit: checker overview {request.output} (-o findings.csv: each with sentence, basis and source)",
        )
        lines.append(told.say(request.lang) + "\n")
    return BatchResult("".join(lines), code)


def _runner(request: BatchRequest, book: Rulebook, connection: Any, scratch: Path) -> Any:
    """Return what runs the statements on PostgreSQL, or nothing where DuckDB does."""
    if request.on is None:
        return None
    from checker.batch import postgres

    server = postgres.connect(request.on)
    return postgres.PostgresRunner(connection, server, book.vocabulary, scratch / "postgres")


def _found(request: BatchRequest, book: Rulebook, runner: Any, scratch: Path, tell: Telling) -> dict[str, Path]:
    """Return the tables that are meant: those of the database, those of a folder, or made of case files."""
    if runner is not None and not request.paths:
        fetched: dict[str, Path] = runner.fetch(scratch / "tables")
        return fetched
    files = tables_in(request.paths, book.vocabulary)
    if not files and request.paths:
        found = case_files(request.paths, tell)
        pack_cases(found, book.vocabulary, scratch / "tables", "parquet", tell, read_case_file, request.same_unit)
        files = tables_in((str(scratch / "tables"),), book.vocabulary)
    return files


def _sifted(
    request: BatchRequest, book: Rulebook, connection: Any, files: dict[str, Path], scratch: Path, runner: Any
) -> _Tables:
    """Return the tables without what goes to the rejects, where rejects are wanted."""
    fetched = runner is not None and not request.paths  # rows of a database have no order, and are judged as they stand
    if request.rejects is None:
        return _Tables(files, files, None, fetched)
    sifted = sift(connection, book.vocabulary, files, scratch / "sifted")
    write_rejects(Path(request.rejects), sifted.rejected)
    return _Tables(sifted.files, files, sifted, fetched)


def _attached(
    book: Rulebook, connection: Any, tables: _Tables, runner: Any, request: BatchRequest, tell: Telling
) -> None:
    """Make the tables known to the connection, refuse what is wrong with them, and hand them to the database."""
    attach(connection, book.vocabulary, tables.files, numbered=tables.sifted is None and not tables.fetched)
    named: dict[str, Any] = {
        entity: f"PostgreSQL {entity}" if tables.fetched else tables.given[entity] for entity in tables.files
    }
    for note in check_tables(connection, book.vocabulary, named, codes_only=tables.fetched):
        tell.say(note)
    if runner is not None and request.paths:
        runner.load()


def _run(batch: Batch, slices: list[Slice], tell: Telling) -> Tally:
    tally = Tally()
    for tally in tell.steps(batch.run(slices), CHECKING, len(slices), 2):  # noqa: B007 - the last one counts
        pass
    return tally


def _worded(batch: Batch, slices: list[Slice], tally: Tally, words: Wording | None, tell: Telling) -> Text | None:
    """Put every finding into words where that is asked for; returns what is to be said of it."""
    if words is None:
        return None
    connection, folder = batch.connection, batch.settings.folder
    found = many(connection, folder)
    if found > MOST:
        return Text(
            f"问题清单有 {found:,} 项，超过 {MOST:,} 项，没有逐条写说明（没有 message 一栏）：要说明用下面的 checker overview",
            f"{found:,} findings, more than {MOST:,}: they are not put into words, and there is no column message; checker overview below words each",
        )
    steps = put_into_words(connection, folder, slices, batch.others, words)
    for wrong in tell.steps(steps, WORDING, len(slices), 2):
        tally.disagreements += wrong
    tally.worded = found
    return Text(
        f"问题清单的 {found:,} 项都由求值器再判断了一遍，逐条写了说明（message 一栏）",
        f"the evaluator judged each of the {found:,} findings once more and put it into words (column message)",
    )
