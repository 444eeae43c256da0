"""checker new-case: a case file to fill in, for one unit and year, with the parts asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, write_files
from checker.cli.commands import LANG, RULES
from checker.cli.console import deliver, guard, language, place_option

if TYPE_CHECKING:
    from checker.cases.vocabulary import Vocabulary


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
@click.option(
    "--amounts",
    type=click.Choice(["元", "万元", "亿元"]),
    default="万元",
    show_default=True,
    help="金额单位 / unit of amounts",
)
@click.option("--force", is_flag=True, help="覆盖已有的文件 / overwrite a file that is there")
@click.option("--from", "origin", metavar="CASE", help="把这个案例写进工作簿 / write this case into a workbook")
@RULES
@LANG
@click.pass_context
def new_case(
    ctx: click.Context,
    file: str | None,
    kind: str,
    name: str | None,
    year: str | None,
    jurisdiction: str | None,
    level: str | None,
    unit_kind: str | None,
    parts: tuple[str, ...],
    documents: tuple[str, ...],
    amounts: str,
    force: bool,
    origin: str | None,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """写一个待填的案例：.xlsx 是工作簿，.yaml 是文本（不写 FILE 则输出）/ write a case to fill in: .xlsx a workbook, .yaml a text."""
    from checker.api import load_rules

    tongue = language(lang)
    book = file is not None and file.lower().endswith(".xlsx")
    if file is not None and file != "-":  # told before anything is asked
        guard(file=[Target(file, (".xlsx",) if origin is not None else (".xlsx", ".yaml", ".yml"))])
        if Path(file).is_file() and not force:
            told = Text("已经有这个文件，没有改动它", "this file is there already; it was left as it is")
            raise InputError(
                [
                    Problem(
                        "exists",
                        Place(file),
                        told,
                        Text("换一个名称，或加 --force", "choose another name, or add --force"),
                    )
                ]
            )
    vocabulary = load_rules([Path(folder) for folder in rules]).vocabulary
    if origin is not None:
        given = [
            option
            for option in _NOT_FROM
            if ctx.get_parameter_source(_NOT_FROM[option]) is click.core.ParameterSource.COMMANDLINE
        ]
        if given or not book or file is None:
            raise _from(given)
        from checker.authoring.casebook_file import copied

        content: str | bytes = copied(origin, file, vocabulary, tongue)
    else:
        unit = asked(
            vocabulary,
            {
                "name": name,
                "fiscal_year": year,
                "jurisdiction": jurisdiction,
                "budget_level": level,
                "unit_kind": unit_kind,
            },
            tongue,
        )
        year = unit["fiscal_year"]
        whole = len(year) == 4 and year.isascii() and year.isdigit()
        unit["jurisdiction"] = place_option(unit["jurisdiction"], tongue, int(year) if whole else 0)
        wanted = [part for word in parts for part in word.split(",") if part]
        if book and file is not None:
            from checker.authoring.casebook_file import begun

            content = begun(file, vocabulary, kind, unit, wanted, amounts, documents, tongue)
        else:
            from checker.authoring.case_form import new_case as made

            content = made(vocabulary, kind, unit, wanted, amounts, documents)
    if file is None or file == "-":
        deliver(file, str(content))
        return 0
    write_files({file: content.encode() if isinstance(content, str) else content})
    again = " ".join(["checker run", file, *(f"--rules {each}" for each in rules)])
    click.echo(f"已写 {file}；随时可以：{again}" if tongue == "zh" else f"{file} written; at any time: {again}")
    return 0


_NOT_FROM = {
    "--kind": "kind",
    "--name": "name",
    "--year": "year",
    "--jurisdiction": "jurisdiction",
    "--level": "level",
    "--unit-kind": "unit_kind",
    "--part": "parts",
    "--document": "documents",
    "--amounts": "amounts",
}
"""Options that say what the case itself says where a workbook is written from one, with their parameters."""
OPTIONS = {
    "name": "--name",
    "fiscal_year": "--year",
    "jurisdiction": "--jurisdiction",
    "budget_level": "--level",
    "unit_kind": "--unit-kind",
}
"""The options that state the headings of a case, by the field."""


def asked(vocabulary: Vocabulary, given: dict[str, str | None], lang: str) -> dict[str, str]:
    """Return the headings of a case, asking in words for those that were left out; without a terminal they are an error."""
    if all(value is not None for value in given.values()):
        return {name: str(value) for name, value in given.items()}
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise _lacking({OPTIONS[name]: value for name, value in given.items()})
    from checker.authoring.case_form import checked

    found: dict[str, str] = {}
    for name, value in given.items():
        field = vocabulary.root.fields[name]
        known = vocabulary.enumerations.get(field.type)
        choices = [known.name(each, lang) for each in known.values] if known is not None else []
        shown = QUESTIONS.get(name, Text(field.zh, field.name("en"))).say(lang)
        if choices:
            shown += f"（{'、'.join(choices)}）" if lang == "zh" else f" ({', '.join(choices)})"
        while value is None:
            answer = str(click.prompt(shown, err=True)).strip()
            try:
                if name == "jurisdiction":
                    place_option(answer, lang, int(found["fiscal_year"]))
                else:
                    checked(vocabulary, "department", {name: answer}, (), ())
                value = answer
            except InputError as wrong:
                for problem in wrong.problems:
                    click.echo(problem.render(lang), err=True)
        found[name] = value
    return found


QUESTIONS = {
    "name": Text("单位全称", "full name of the unit"),
    "fiscal_year": Text("预算年度，例如 2025", "fiscal year, such as 2025"),
    "jurisdiction": Text("行政区划，代码或名称，例如 430112、望城区", "place, by code or name, such as 430112"),
}
"""What is asked for the headings that have no list of values."""


def _from(given: list[str]) -> InputError:
    if given:
        told = Text(
            f"--from 的案例已经写明，不再写 {'、'.join(given)}",
            f"the case of --from says so itself: leave {', '.join(given)} out",
        )
    else:
        told = Text("--from 要写进一个工作簿", "--from writes into a workbook")
    hint = Text(
        "例如 checker new-case 我局.xlsx --from 案例.yaml", "such as: checker new-case our-unit.xlsx --from case.yaml"
    )
    return InputError([Problem("usage", Place("checker new-case"), told, hint)])


def _lacking(given: dict[str, str | None]) -> InputError:
    """Return what to say of headings that a case must have and that were not given, all at once."""
    names = [option for option, value in given.items() if value is None]
    told = Text(f"没有写 {'、'.join(names)}", f"{', '.join(names)} {'are' if len(names) > 1 else 'is'} missing")
    hint = Text(
        "例如 checker new-case --name 某局 --year 2025 --jurisdiction 430112 --level 区县 --unit-kind 机关 我局.xlsx",
        "such as: checker new-case --name 某局 --year 2025 --jurisdiction 430112 --level 区县 --unit-kind 机关 our-unit.xlsx",
    )
    return InputError([Problem("usage", Place("checker new-case"), told, hint)])
