"""checker pack: case files into tables, and tables back into case files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.outputs import Target, check_list, same, write
from checker.cases.files import case_files
from checker.cli.commands import LANG, RULES, SAME_UNIT
from checker.cli.console import Console, guard, language

if TYPE_CHECKING:
    from checker.mapping.packing import Packed
    from checker.rulebook.book import Rulebook

SHOWN = 20
"""Units and notes that the summary lists."""


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option("--output", "-o", required=True, metavar="DIR", help="写到这个文件夹 / folder to write to")
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv", "jsonl"]),
    default="parquet",
    show_default=True,
    help="表格格式 / format of the tables",
)
@click.option(
    "--map",
    "mapping",
    metavar="FILE",
    help="映射文件 tables.yaml：PATH 是一个文件夹，里面是现成的表格 / mapping file: PATH is a folder of tables as people have them",
)
@click.option(
    "--rejects",
    metavar="FILE",
    help="同 --map：剔出的行和格写到这里，有关单位略去 / with --map: write rejected rows and cells here and leave out their units",
)
@RULES
@SAME_UNIT
@LANG
def pack(
    paths: tuple[str, ...],
    output: str,
    form: str,
    mapping: str | None,
    rejects: str | None,
    same_unit: bool,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """把案例文件做成表格，或把表格变回案例文件；--map 读现成的表格 / make tables of case files or of tables as people have them, or case files of tables."""
    from checker.api import load_rules
    from checker.intake.casefile import read_case_file
    from checker.tables.packing import machine, pack_cases, tables_in

    tongue = language(lang)
    listed = [Target(rejects, (".csv", ".txt"))] if rejects is not None else []
    guard(output=[Target(output, folder=True)], rejects=listed)
    if mapping is None and (rejects is not None or not paths):
        told = (
            Text("--rejects 要和 --map 一起用", "--rejects goes with --map")
            if rejects is not None
            else Text("没有写要读什么", "it is not said what to read")
        )
        raise InputError(
            [
                Problem(
                    "usage",
                    Place("checker pack"),
                    told,
                    Text("例如 checker pack 案例 -o 表格", "such as: checker pack CASES -o TABLES"),
                )
            ]
        )
    book = load_rules([Path(folder) for folder in rules])
    target = Path(output)
    if target.exists() and any(target.iterdir()):
        told = Text("这个文件夹不是空的", "this folder is not empty")
        raise InputError([Problem("not-empty", Place(output), told, Text("换一个文件夹", "choose another folder"))])
    if mapping is not None:
        return _mapped(mapping, paths, book, target, form, rejects, tongue)
    files = tables_in(paths, book.vocabulary)
    if not files:
        with machine(output):
            tell = Console(tongue)
            many = pack_cases(case_files(paths, tell), book.vocabulary, target, form, tell, read_case_file, same_unit)
        click.echo(Text(f"{many} 个案例，表格写在 {output}", f"{many} cases, tables in {output}").say(tongue))
        return 0
    from checker.tables.attaching import attach
    from checker.tables.case_rows import case_rows
    from checker.tables.checks import check_tables
    from checker.tables.rows import case_text
    from checker.tables.warehouse import connect

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


def _mapped(
    mapping: str, paths: tuple[str, ...], book: Rulebook, target: Path, form: str, rejects: str | None, lang: str
) -> int:
    """Pack tables as people have them, and say what became of every row."""
    from checker.base.files import read_member
    from checker.documents.source import read_source
    from checker.mapping.packing import pack as pack_tables
    from checker.mapping.reader import read_mapping
    from checker.mapping.rejects import HEADING
    from checker.tables.packing import machine

    if len(paths) > 1 or (paths and not Path(paths[0]).is_dir()):
        told = Text("有 --map 时，只写一个文件夹", "with --map a single folder is wanted")
        raise InputError(
            [
                Problem(
                    "usage",
                    Place(" ".join(paths)),
                    told,
                    Text("不写的，就是映射文件所在的文件夹", "none means that of the mapping file"),
                )
            ]
        )
    if not Path(mapping).exists() or Path(mapping).is_dir():
        raise _no_mapping(Path(mapping))
    folder = Path(paths[0]) if paths else Path(mapping).parent
    inside = [Path(each) for each in (str(target), rejects) if each is not None and _within(Path(each), folder)]
    if inside:
        told = Text(
            "写在要读的文件夹里，下一次会当作表格来读",
            "this lies in the folder that is read: the next run would read it",
        )
        raise InputError(
            [
                Problem(
                    "output-among-inputs", Place(str(each)), told, Text("写到别的文件夹", "write it to another folder")
                )
                for each in inside
            ]
        )
    if rejects is not None:
        check_list(Path(rejects), HEADING)
    made = read_mapping(read_source(mapping, read_member(Path(mapping))), book.vocabulary)
    with machine(str(target)):
        packed = pack_tables(made, folder, book.vocabulary, target, form, Path(rejects) if rejects else None, lang)
    click.echo(_summary(packed, str(target), rejects, lang))
    return 2 if packed.rejects or packed.left_out else 0


def _no_mapping(path: Path) -> InputError:
    """Return what to say of a mapping file that is not there, or is the folder of the tables instead."""
    told = Text("没有这个映射文件", "there is no such mapping file")
    if path.is_dir():
        told = Text("这是文件夹，--map 要写映射文件", "this is a folder; --map names a mapping file")
    folder = path if path.is_dir() else path.parent
    there = [str(each) for each in sorted(folder.glob("[!.]*.y*ml"))] if folder.is_dir() else []
    listed = Text("这里有：" + "、".join(there[:5]), "there are: " + ", ".join(there[:5])) if there else None
    begin = Text(
        "映射文件（tables.yaml）写明哪一列是什么，写法见 docs/tables.zh.md",
        "a mapping file (tables.yaml) says what each column is; see docs/tables.en.md",
    )
    return InputError([Problem("no-file", Place(str(path)), told, did_you_mean(str(path), there) or listed or begin)])


def _within(path: Path, folder: Path) -> bool:
    here = path.resolve()
    return same(path, folder) or here.is_relative_to(folder.resolve())


def _summary(packed: Packed, output: str, rejects: str | None, lang: str) -> str:
    """Return what was read and what became of it, a line a table."""
    lines = []
    for each in packed.tables:
        skipped = sum(each.skipped.values())
        words = "、".join(f"{word or '空'} {many:,}" for word, many in each.skipped.items())
        zh = [f"采用 {each.packed:,}"] + [
            f"{name} {many:,}"
            for name, many in (("剔出", each.rejected), ("随单位略去", each.left_out), ("空行", each.blank))
            if many
        ]
        en = [f"{each.packed:,} taken"] + [
            f"{many:,} {name}"
            for name, many in (
                ("rejected", each.rejected),
                ("left out with their unit", each.left_out),
                ("blank", each.blank),
            )
            if many
        ]
        zh += [f"略过 {skipped:,}（{words}）"] if skipped else []
        en += [f"{skipped:,} skipped ({words.replace('、', ', ')})"] if skipped else []
        told = Text(
            f"{each.name}：{each.form.zh}；{each.read:,} 行 = {' + '.join(zh)} → {each.entity}",
            f"{each.name}: {each.form.en}; {each.read:,} rows = {' + '.join(en)} → {each.entity}",
        )
        lines.append(told.say(lang))
    lines += ["  " + note.say(lang) for note in packed.notes[:SHOWN]]
    if len(packed.notes) > SHOWN:
        lines.append(
            "  " + Text(f"另有 {len(packed.notes) - SHOWN} 条说明", f"{len(packed.notes) - SHOWN} more notes").say(lang)
        )
    if packed.left_out:
        listed = "、".join(packed.left_out[:SHOWN]) + (" …" if len(packed.left_out) > SHOWN else "")
        lines.append(
            Text(
                f"略去 {len(packed.left_out):,} 个单位（有行或格剔出）：{listed}",
                f"{len(packed.left_out):,} units left out, as some row or cell of theirs was rejected: {listed}",
            ).say(lang)
        )
    if rejects is not None:
        lines.append(
            Text(f"剔出 {packed.rejects:,} 处，写在 {rejects}", f"{packed.rejects:,} rejects, listed in {rejects}").say(
                lang
            )
        )
    lines.append(
        Text(f"{packed.units:,} 个单位，表格写在 {output}", f"{packed.units:,} units, tables in {output}").say(lang)
    )
    return "\n".join(lines)
