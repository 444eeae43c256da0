"""checker new-case: a case file to fill in, for one unit and year, with the parts asked for."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target
from checker.cli.commands import LANG, RULES
from checker.cli.console import deliver, guard, language, place_option


@click.command("new-case")
@click.argument("file", required=False, metavar="[FILE]")
@click.option("--kind", default="department", show_default=True, help="department 部门整体支出，project 项目支出")
@click.option("--name", help="单位全称 / name of the unit")
@click.option("--year", help="预算年度 / fiscal year")
@click.option("--jurisdiction", metavar="PLACE", help="行政区划，代码或名称 / the place, by GB/T 2260 code or name")
@click.option("--level", help="中央 省级 市本级 区县 乡镇 / budget level")
@click.option("--unit-kind", help="机关 参公 事业单位 / kind of unit")
@click.option("--part", "parts", multiple=True, metavar="PART", help="只要这些部分 / only these parts")
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="KIND",
    help="录的是哪种材料，如 三公说明 / the document transcribed",
)
@click.option("--amounts", type=click.Choice(["元", "万元", "亿元"]), default="万元", show_default=True, help="金额单位 / unit of amounts")  # fmt: skip
@click.option("--force", is_flag=True, help="覆盖已有的文件 / overwrite a file that is there")
@RULES
@LANG
def new_case(file: str | None, kind: str, name: str | None, year: str | None, jurisdiction: str | None, level: str | None, unit_kind: str | None, parts: tuple[str, ...], documents: tuple[str, ...], amounts: str, force: bool, rules: tuple[str, ...], lang: str | None) -> int:  # fmt: skip
    """写一个待填的案例文件（不写 FILE 则输出）/ write a case file to fill in (to standard output without FILE)."""
    from checker.api import load_rules
    from checker.authoring.case_form import new_case as made

    if name is None or year is None or jurisdiction is None or level is None or unit_kind is None:
        raise _lacking({"--name": name, "--year": year, "--jurisdiction": jurisdiction, "--level": level, "--unit-kind": unit_kind})  # fmt: skip
    whole = len(year) == 4 and year.isascii() and year.isdigit()
    jurisdiction = place_option(jurisdiction, language(lang), int(year) if whole else 0)
    wanted = [part for word in parts for part in word.split(",") if part]
    unit = {"name": name, "jurisdiction": jurisdiction, "budget_level": level, "unit_kind": unit_kind, "fiscal_year": year}  # fmt: skip
    text = made(load_rules([Path(folder) for folder in rules]).vocabulary, kind, unit, wanted, amounts, documents)
    if file is None or file == "-":
        deliver(file, text)
        return 0
    guard(file=[Target(file, (".yaml", ".yml"))])
    if Path(file).is_file() and not force:
        told = Text("已经有这个文件，没有改动它", "this file is there already; it was left as it is")
        raise InputError([Problem("exists", Place(file), told, Text("换一个名称，或加 --force", "choose another name, or add --force"))])  # fmt: skip
    deliver(file, text)
    zh = language(lang) == "zh"
    click.echo(
        f"已写 {file}；随时可以：checker run {file}" if zh else f"{file} written; at any time: checker run {file}"
    )
    return 0


def _lacking(given: dict[str, str | None]) -> InputError:
    """Return what to say of headings that a case must have and that were not given, all at once."""
    names = [option for option, value in given.items() if value is None]
    told = Text(f"没有写 {'、'.join(names)}", f"{', '.join(names)} {'are' if len(names) > 1 else 'is'} missing")
    hint = Text(
        "例如 checker new-case --name 某局 --year 2025 --jurisdiction 430112 --level 区县 --unit-kind 机关 案例.yaml",
        "such as: checker new-case --name 某局 --year 2025 --jurisdiction 430112 --level 区县 --unit-kind 机关 case.yaml",
    )
    return InputError([Problem("usage", Place("checker new-case"), told, hint)])
