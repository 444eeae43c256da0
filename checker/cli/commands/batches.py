"""What the commands for batches share: cases or tables in, a batch run with a progress bar, its summary."""

from __future__ import annotations

import gc
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from checker.base.errors import InputError, Place, Problem, Text

if TYPE_CHECKING:
    from checker.batch.run import Tally
    from checker.rulebook.book import Rulebook
    from checker.tables.rejects import Sifted

SIZES = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}


def memory_bytes(text: str) -> int:
    """Return an amount of memory such as 4GB in bytes."""
    match = re.fullmatch(r"(\d+)\s*([KMGT]?B)", text.strip(), re.IGNORECASE)
    if match is None or int(match[1]) * SIZES[match[2].upper()] < SIZES["MB"]:
        told = Text(f"内存上限不能是“{text}”", f"{text!r} is no amount of memory")
        hint = Text("写成 4GB 或 500MB，不少于 1MB", "write it as 4GB or 500MB, not less than 1MB")
        raise InputError([Problem("memory", Place("--memory"), told, hint)])
    return int(match[1]) * SIZES[match[2].upper()]


def pack_cases(files: list[str], book: Rulebook, folder: Path, form: str, same_unit: bool = False) -> int:
    """Write case files as tables into *folder*; returns how many. Problems of all files are told together."""
    from checker.check import load_case
    from checker.tables.packer import Packer

    packer = Packer(book.vocabulary, same_unit)
    problems: list[Problem] = []
    watched = len(files) > 20 and sys.stderr.isatty()
    with click.progressbar(files, file=sys.stderr, label="读取 / reading", hidden=not watched) as bar:
        for file in bar:
            try:
                data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
                packer.add(load_case(file, book, data))
            except InputError as error:
                problems += error.problems
            except OSError as error:
                told = Text(f"读不了：{error.strerror}", f"cannot be read: {error.strerror}")
                problems.append(Problem("unreadable", Place(file), told))
    try:
        if problems:
            raise InputError(problems)
        packer.export(folder, form)
    finally:
        packer.close()
    return packer.cases


@contextmanager
def machine(place: str) -> Iterator[None]:
    """Say as a problem what the machine refuses DuckDB."""
    from checker.tables.warehouse import engine

    duckdb = engine()
    try:
        yield
    except (duckdb.IOException, duckdb.OutOfMemoryException) as wrong:
        first = str(wrong).splitlines()[0]
        told = Text(f"读写失败：{first}", f"reading or writing failed: {first}")
        raise InputError([Problem("machine", Place(place), told)]) from None


def tables_in(paths: tuple[str, ...], book: Rulebook) -> dict[str, Path]:
    """Return the tables that *paths* mean, when that is one folder of tables; else nothing."""
    from checker.tables.folder import table_files

    return table_files(Path(paths[0]), book.vocabulary) if len(paths) == 1 else {}


def run_batch(paths: tuple[str, ...], book: Rulebook, selected: Callable[[str], bool], **options: Any) -> int:
    """Run a batch as `_run_batch` does; what the machine refuses (memory, disk) is said as a problem, never half done."""
    from checker.tables.warehouse import engine

    duckdb = engine()
    gc.freeze()  # the rulebook stays: what is collected after each hundred cases is their own
    try:
        return _run_batch(paths, book, selected, **options)
    except (duckdb.OutOfMemoryException, MemoryError):
        told = Text(f"内存上限 {options['memory']} 不够", f"--memory {options['memory']} is not enough")
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
        raise InputError([Problem("disk", Place(str(options["output"] or "")), told, hint)]) from None
    finally:
        gc.unfreeze()


def _run_batch(
    paths: tuple[str, ...],
    book: Rulebook,
    selected: Callable[[str], bool],
    *,
    output: str | None,
    form: str,
    memory: str,
    derive: int,
    sample: int,
    lang: str,
    fail_on: str,
    on: str | None = None,
    rejects: str | None = None,
    same_unit: bool = False,
    folders: Sequence[str] = (),
) -> int:
    """Run a batch, print its summary and return the exit code; *on* names the PostgreSQL that runs the statements."""
    from checker.batch.results import begin, digest, finish, identity
    from checker.batch.run import Batch, Settings, Tally
    from checker.batch.slices import cut
    from checker.cli.console import case_files
    from checker.tables.attaching import attach
    from checker.tables.checks import check_tables
    from checker.tables.warehouse import connect

    limit = memory_bytes(memory)
    with TemporaryDirectory(prefix="checker-") as scratch:
        connection = connect(f"{limit * 7 // 10}B")  # the rest is Python's, and what DuckDB holds beside its limit
        connection.execute(f"SET temp_directory = '{str(Path(scratch) / 'spill').replace(chr(39), chr(39) * 2)}'")
        runner = None
        files: dict[str, Path] = {}
        if on is not None:
            from checker.batch import postgres

            runner = postgres.PostgresRunner(
                connection, postgres.connect(on), book.vocabulary, Path(scratch) / "postgres"
            )
        if runner is not None and not paths:
            files = runner.fetch(Path(scratch) / "tables")
        else:
            files = tables_in(paths, book)
        if not files and paths:
            pack_cases(case_files(paths), book, Path(scratch) / "tables", "parquet", same_unit)
            files = tables_in((str(Path(scratch) / "tables"),), book)
        folder = Path(output) if output else Path(scratch) / "result"
        settings = Settings(folder, derive, sample)
        digests = {path.name: digest(path) for path in files.values()}
        made = identity(
            book,
            digests,
            filter(selected, book.rules),
            settings,
            form,
            limit,
            "duckdb" if runner is None else runner.dialect,
            rejects is not None,
            folders,
        )
        resumed = begin(folder, made)
        sifted, given = None, files
        if rejects is not None:
            from checker.tables.rejects import sift, write_rejects

            sifted = sift(connection, book.vocabulary, files, Path(scratch) / "sifted")
            write_rejects(Path(rejects), sifted.rejected)
            files = sifted.files
        fetched = (
            runner is not None and not paths
        )  # rows of a database have no order, and are judged as they stand there
        attach(connection, book.vocabulary, files, numbered=sifted is None and not fetched)
        named = {entity: f"PostgreSQL {entity}" if fetched else given[entity] for entity in files}
        for note in check_tables(connection, book.vocabulary, named, codes_only=fetched):
            click.echo(note.say(lang), err=True)
        if runner is not None and paths:
            runner.load()
        slices = cut(connection, book, selected, limit, same_unit=same_unit)
        if not any(each.plan.rules for each in slices):
            told = Text("没有一条规则适用于这些案例", "no rule applies to these cases: nothing was checked")
            raise InputError([Problem("nothing-checked", Place(", ".join(paths)), told)])
        tally = Tally()
        hidden = len(slices) < 2 or not sys.stderr.isatty()
        with click.progressbar(length=len(slices), file=sys.stderr, label="检查 / checking", show_eta=True, hidden=hidden) as bar:  # fmt: skip
            for tally in Batch(connection, book, settings, runner).run(slices):  # noqa: B007 - the last one counts
                bar.update(1)
        written, source = finish(connection, folder, form, tally, made)
        units = sum(len(each.cases) for each in slices)
        click.echo(summary(connection, source, tally, units, lang, resumed), nl=False)
        if sifted is not None:
            click.echo(rejection(sifted, units, lang) + f"{rejects}")
        code = exit_code(connection, source, tally, fail_on, sifted is not None and bool(sifted.rejected))
        connection.close()
        if runner is not None:
            runner.server.close()
        shutil.rmtree(folder / "slices")
        if output:
            told_files = Text("结果写在", "written to")
            click.echo(f"{told_files.say(lang)} {output}: {written}{'' if '.' in written else '/'}, record/, run.json")
    return code


def rejection(sifted: Sifted, units: int, lang: str) -> str:
    """Return how many cases came in, were judged and were rejected; raises AssertionError unless they add up."""
    owned = [each for each in sifted.rejected if each.case is not None]
    listed, cells = sum(1 for each in owned if each.line), sum(1 for each in owned if not each.line)
    totals = len(sifted.rejected) - len(owned)
    if units != sifted.kept:
        raise AssertionError(f"{sifted.kept} cases left, {units} judged")
    return Text(
        f"读入 {units + sifted.cases:,} 个案例 = 检查 {units:,} + 剔出 {sifted.cases:,}"
        f"（坏行 {listed:,}、坏值 {cells:,}，整案剔出{f'；合计行 {totals:,}，只剔出这些行' if totals else ''}）；明细见 ",
        f"{units + sifted.cases:,} cases in = {units:,} judged + {sifted.cases:,} rejected "
        f"({listed:,} bad lines, {cells:,} bad cells; each takes its whole case out{f'; {totals:,} rows of totals, which alone are left out' if totals else ''}), listed in ",
    ).say(lang)


def exit_code(connection: Any, source: str, tally: Tally, fail_on: str, left_out: bool = False) -> int:
    """Return the exit code of a batch whose findings are *source*: the first that holds of 4, 2 (cases *left_out*), 1, 3, 0."""
    from checker.engines.outcome import SEVERITY_ORDER

    counts = tally.counts()
    if tally.disagreements or counts["error"]:
        return 4
    if left_out:
        return 2
    grave = SEVERITY_ORDER[SEVERITY_ORDER.index(fail_on) :]
    listed = ", ".join(f"'{severity}'" for severity in grave)
    query = f"SELECT 1 FROM {source} WHERE outcome = 'fail' AND severity IN ({listed}) LIMIT 1"
    if connection.execute(query).fetchall():
        return 1
    return 3 if counts["undetermined"] else 0


def summary(connection: Any, source: str, tally: Tally, units: int, lang: str, resumed: bool) -> str:
    """Return what a batch came to, for the terminal; *source* is its findings in SQL."""
    from tabulate import tabulate

    from checker.base.values import format_money
    from checker.cases.case import NOT_KNOWN
    from checker.engines.outcome import OUTCOME_NAMES

    def say(zh: str, en: str) -> str:
        return zh if lang == "zh" else en

    counts = tally.counts()
    lines = []
    if resumed:
        lines.append(say("接着上次中断处继续。", "Continued where the last run stopped."))
    shown = "  ".join(f"{OUTCOME_NAMES[o].say(lang)} {counts[o]:,}" for o in counts if counts[o])
    lines.append(say(f"{units:,} 个案例，{sum(counts.values()):,} 项检查：{shown}", f"{units:,} cases, {sum(counts.values()):,} checks: {shown}"))  # fmt: skip
    sums = connection.execute(f"SELECT rule, SUM(amount) FROM {source} WHERE outcome = 'fail' GROUP BY rule").fetchall()
    amounts = {rule: int(amount) for rule, amount in sums if amount is not None}
    acted = [(rule, counts["fail"], counts["undetermined"]) for rule, counts in tally.ledger.items()]
    rows = sorted((row for row in acted if row[1] or row[2]), key=lambda row: (-row[1], -row[2], row[0]))
    table = [(rule, f"{fail:,}", f"{open_:,}", format_money(amounts[rule], lang=lang) if rule in amounts else say("未列", "not stated")) for rule, fail, open_ in rows]  # fmt: skip
    heads = ("规则", "问题", "待核", "金额") if lang == "zh" else ("rule", "found", "open", "amount")
    lines += ["", tabulate(table, heads, colalign=("left", "right", "right", "right"), disable_numparse=True)]
    lines.append(say("金额按规则分别合计；同一笔钱可能被几条规则提到，各行不能相加", "amounts are those of each rule; several rules may name the same money: do not add the lines"))  # fmt: skip
    places = connection.execute(
        f"SELECT jurisdiction, COUNT(DISTINCT _case), COUNT(*) FILTER (WHERE outcome = 'fail') FROM {source} "
        f"GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 10"
    ).fetchall()
    titles = ("行政区划", "涉及单位", "问题") if lang == "zh" else ("place", "units", "found")
    cells = [(place or NOT_KNOWN.say(lang), f"{many:,}", f"{fail:,}") for place, many, fail in places]
    lines += ["", tabulate(cells, titles, colalign=("left", "right", "right"), disable_numparse=True), ""]
    lines.append(
        say(
            f"求值器独立复算 {tally.rederived:,} 项检查，不一致 {len(tally.disagreements)} 项",
            f"{tally.rederived:,} checks were derived again by the evaluator, {len(tally.disagreements)} disagree",
        )
    )
    lines += [f"  {line}" for line in tally.disagreements[:20]]
    for rule, reasons in sorted(tally.refused.items()):
        lines.append(say(f"{rule} 由求值器判断：{reasons[0]}", f"{rule} was judged by the evaluator: {reasons[1]}"))
    return "\n".join(lines) + "\n"
