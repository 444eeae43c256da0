"""checker parameters: the thresholds of the rules as a table, in the terminal and in Excel, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.files import builtin
from checker.base.outputs import Target, check_targets, same, write_files
from checker.cli.commands import LANG, PARAMETERS_COMMANDS, RULES, Commands
from checker.cli.console import language, place_option

if TYPE_CHECKING:
    from checker.authoring.threshold_coverage import Line
    from checker.rulebook.book import Rulebook

YEAR = click.option(
    "--year", type=click.IntRange(1990, 2100), help="只列这一年有效的 / only values that hold in a year"
)
JURISDICTION = click.option(
    "--jurisdiction",
    metavar="PLACE",
    default="",
    help="只列适用于这个行政区划和其中各地的，写代码或名称 / only values that bind a place, by code or name, or one in it",
)


@click.group("parameters", cls=Commands, table=PARAMETERS_COMMANDS)
def parameters_group() -> None:
    """查看、导出、导入参数（限额、比例、期限）/ list, export and import the parameters (limits, rates, periods)."""


@click.command("list")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@YEAR
@JURISDICTION
@RULES
@LANG
def list_parameters(
    names: tuple[str, ...], year: int | None, jurisdiction: str, rules: tuple[str, ...], lang: str | None
) -> int:
    """列出参数的取值：何时、何地、对谁、依据、核对程度 / list the values: when, where, for whom, on what basis, how far read."""
    from tabulate import tabulate

    from checker.api import load_rules
    from checker.authoring.thresholds import chosen, listed

    tongue = language(lang)
    book = load_rules([Path(folder) for folder in rules])
    headers, rows = listed(book, chosen(book, names), year, _place(jurisdiction, book, tongue), tongue)
    if not rows:
        told = Text(
            "没有取值：要用它们才能判断的待核，见 checker parameters coverage",
            "no values: what cannot be judged without them stays open, see checker parameters coverage",
        )
        click.echo(told.say(tongue))
        return 0
    click.echo(tabulate(rows, headers, tablefmt="simple", disable_numparse=True))
    return 0


@click.command("coverage")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option(
    "--years", metavar="FROM-TO", default="", help="哪些年度，例如 2018-2026 / which years, such as 2018-2026"
)
@JURISDICTION
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="写成表格（.xlsx、.csv）或地图（.svg） / write the table (.xlsx, .csv) or a map (.svg)",
)
@RULES
@LANG
def parameters_coverage(
    names: tuple[str, ...],
    years: str,
    jurisdiction: str,
    output: str | None,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """哪些地区、级次、年度的限额知道，哪些未知 / for which places, levels and years the limits are known, and for which not."""
    from tabulate import tabulate

    from checker.api import load_rules
    from checker.authoring.threshold_coverage import coverage, matrix, told, years_of
    from checker.authoring.thresholds import chosen

    tongue = language(lang)
    if output is not None:
        check_targets([Target(output, (".xlsx", ".csv", ".svg"))], _folders(rules, output))
    book = load_rules([Path(folder) for folder in rules])
    span = years_of(years, book)
    lines = coverage(book, chosen(book, names), span, _place(jurisdiction, book, tongue))
    if output is not None:
        write_files({output: _written(output, lines, book, span, tongue)})
    else:
        heads, rows = matrix(lines, book, span, tongue)
        click.echo(tabulate(rows, heads, tablefmt="simple", disable_numparse=True))
    click.echo(told(lines, tongue))
    return 0


def _place(text: str, book: Rulebook, lang: str) -> str:
    """Return the code of a place that is asked for; raises InputError, with the places that have values, for what is none."""
    from checker.authoring.thresholds import named_places

    try:
        return place_option(text, lang) if text.strip() else ""
    except InputError as error:
        known = named_places(book)
        raise InputError(
            [
                each._replace(
                    hint=known
                    if each.hint is None
                    else Text(f"{each.hint.zh}；{known.zh}", f"{each.hint.en}; {known.en}")
                )
                for each in error.problems
            ]
        ) from None


def _written(output: str, lines: list[Line], book: Rulebook, years: range, lang: str) -> bytes:
    """Return the coverage in the format that the name of *output* asks for."""
    from checker.authoring.threshold_coverage import as_csv, as_xlsx

    if output.lower().endswith(".svg"):
        from checker.authoring.coverage_map import draw

        return draw(lines, book, years, lang).encode()
    return as_csv(lines, book, lang) if output.lower().endswith(".csv") else as_xlsx(lines, book, years, lang)


@click.command("export")
@click.argument("file", metavar="FILE")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@RULES
@LANG
def export_parameters(file: str, names: tuple[str, ...], rules: tuple[str, ...], lang: str | None) -> int:
    """把参数写成表格（.xlsx 或 .csv），一个取值一行，改好后可以导入 / write the parameters as a table, a value a row, to be edited and imported."""
    from checker.api import load_rules
    from checker.authoring.thresholds import as_csv, as_xlsx, chosen, rows

    tongue = language(lang)
    check_targets([Target(file, (".xlsx", ".csv"))], _folders(rules, file))
    if Path(file).exists():
        told = Text("这个文件已经有了，不覆盖", "there is such a file already, and it is not overwritten")
        raise InputError([Problem("exists", Place(file), told, Text("换一个名称", "choose another name"))])
    book = load_rules([Path(folder) for folder in rules])
    table = list(rows(book, chosen(book, names), tongue))
    write_files({file: as_csv(table, tongue) if file.lower().endswith(".csv") else as_xlsx(table, tongue)})
    several = len({row["id"] for row in table})
    click.echo(
        Text(f"{file}：{several} 个参数，{len(table)} 行", f"{file}: {several} parameters, {len(table)} rows").say(
            tongue
        )
    )
    return 0


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="FILE", help="写进这个参数文件 / write the changes to this parameter file")
@RULES
@LANG
def import_parameters(file: str, output: str | None, rules: tuple[str, ...], lang: str | None) -> int:
    """读回改好的表格：列出增减的取值，检查重叠和空档；写 -o 才写文件 / read the edited table back: what changes, what overlaps, where gaps are."""
    from checker.authoring.thresholds import changes_text
    from checker.authoring.thresholds_import import gaps_of, imported

    tongue = language(lang)
    if output is not None:
        check_targets([Target(output, (".yaml",))], [file, *_folders(rules, output)])
    found = imported(Path(file), [Path(folder) for folder in rules], None if output is None else Path(output), tongue)
    if not found.changes:
        click.echo(Text("没有变化", "nothing changes").say(tongue))
    else:
        click.echo(changes_text(found.changes, found.book, tongue))
    for gap in gaps_of(found):
        click.echo(Text("注意：", "Note: ").say(tongue) + gap.message.say(tongue))
    if output is None:
        click.echo(
            Text("没有写文件；要写，加 -o 参数文件.yaml", "nothing was written; to write add -o FILE.yaml").say(tongue)
        )
    elif found.data is None:
        click.echo(Text(f"{output} 不用改", f"{output} stays as it is").say(tongue))
    else:
        write_files({output: found.data}, {} if found.was is None else {output: found.was})
        told = Text(f"写进 {output}；检查时加 --rules {output}", f"written to {output}; check with --rules {output}")
        click.echo(told.say(tongue))
    return 0


def _folders(rules: tuple[str, ...], output: str) -> list[str]:
    """Return the rules that must not be written: all that were named, but the file that is to be written anew."""
    return [str(builtin("rules")), *(path for path in rules if not same(Path(path), Path(output)))]
