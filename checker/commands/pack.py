"""checker pack: case files into tables, and tables back into case files."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands import LANG, RULES, SAME_UNIT
from checker.console import case_files, guard, language, write
from checker.errors import InputError, Place, Problem, Text
from checker.outputs import Target


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--output", "-o", required=True, metavar="DIR", help="写到这个文件夹 / folder to write to")
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv", "jsonl"]),
    default="parquet",
    show_default=True,
    help="表格格式 / format of the tables",
)
@RULES
@SAME_UNIT
@LANG
def pack(
    paths: tuple[str, ...], output: str, form: str, same_unit: bool, rules: tuple[str, ...], lang: str | None
) -> int:
    """把案例文件做成表格，或把表格变回案例文件 / make tables of case files, or case files of tables."""
    from checker.check import load_rules
    from checker.commands.batches import machine, pack_cases, tables_in

    tongue = language(lang)
    guard(output=[Target(output, folder=True)])
    book = load_rules([Path(folder) for folder in rules])
    files = tables_in(paths, book)
    target = Path(output)
    if target.exists() and any(target.iterdir()):
        told = Text("这个文件夹不是空的", "this folder is not empty")
        raise InputError([Problem("not-empty", Place(output), told, Text("换一个文件夹", "choose another folder"))])
    if not files:
        with machine(output):
            many = pack_cases(case_files(paths), book, target, form, same_unit)
        click.echo(Text(f"{many} 个案例，表格写在 {output}", f"{many} cases, tables in {output}").say(tongue))
        return 0
    from checker.engines.table_checks import check_tables
    from checker.engines.warehouse import attach, case_rows, connect
    from checker.tables.rows import case_text

    connection = connect()
    attach(connection, book.vocabulary, files)
    for note in check_tables(connection, book.vocabulary, files):
        click.echo(note.say(tongue), err=True)
    numbers = [
        r[0] for r in connection.execute(f'SELECT _case FROM "all_{book.vocabulary.root.id}" ORDER BY 1').fetchall()
    ]
    target.mkdir(parents=True, exist_ok=True)
    for start in range(0, len(numbers), 1_000):
        for number, rows in case_rows(connection, book.vocabulary, numbers[start : start + 1_000]):
            write(str(target / f"{number:06d}.json"), case_text(rows, book.vocabulary) + "\n")
    connection.close()
    many = len(numbers)
    click.echo(Text(f"{many} 个案例文件写在 {output}", f"{many} case files in {output}").say(tongue))
    return 0
