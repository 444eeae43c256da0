"""checker score: the score sheet of a case, row by row, with the reason for each deduction."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.outputs import Target, write_files
from checker.cases.files import no_twins
from checker.cli.commands import LANG, RULES, SAME_UNIT
from checker.cli.console import cases_in, deliver, guard, language
from checker.scores.formats import BINARY, ENDINGS, named, render

if TYPE_CHECKING:
    from checker.cases.case import Case
    from checker.scores.form import Form


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="CASE…")
@RULES
@click.option("--sheet", metavar="ID", help="只用这张计分表 / use only this sheet")
@click.option(
    "--project",
    "projects",
    multiple=True,
    metavar="ID",
    help="再给这个项目（编号或名称）一张项目支出绩效自评表 / also the form of this project",
)
@click.option(
    "--format", "form", type=click.Choice(list(ENDINGS)), help="输出格式，缺省看文件名后缀 / format; default: by suffix"
)
@click.option("--output", "-o", metavar="FILE", help="写到文件 / write to a file")
@SAME_UNIT
@LANG
def score(
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    sheet: str | None,
    projects: tuple[str, ...],
    form: str | None,
    output: str | None,
    same_unit: bool,
    lang: str | None,
) -> int:
    """填自评表并计分；有待定的，退出码为 3 / fill in the score sheets of a case; exit code 3 where a row cannot be scored."""
    from checker.api import load_rules
    from checker.scores.filling import filled
    from checker.scores.reader import load_sheets
    from checker.scores.scoring import score as fill
    from checker.scores.scoring import sheets_for
    from checker.scores.self_evaluation import self_evaluations

    tongue = language(lang)
    form = form or named(output)
    if form in BINARY and output in (None, "-"):
        told = Text(f"{form} 不能印在屏幕上", f"{form} cannot be printed on the screen")
        hint = Text(f"加上 -o 自评表.{form}", f"add -o form.{form}")
        raise InputError([Problem("usage", Place("--format"), told, hint)])
    if output is not None:
        guard(output=[Target(output, ENDINGS[form])])
    book = load_rules([Path(folder) for folder in rules])
    sheets = load_sheets(book)
    if sheet is not None and sheet not in sheets:
        told = Text(f"没有计分表“{sheet}”", f"there is no score sheet {sheet!r}")
        hint = did_you_mean(sheet, list(sheets)) or Text("有：" + "、".join(sheets), "there are: " + ", ".join(sheets))
        raise InputError([Problem("no-sheet", Place("checker"), told, hint)])
    forms: list[Form] = []
    problems: list[Problem] = []
    cases = cases_in(paths, book, tongue)
    if not same_unit:
        no_twins(cases)
    problems += _no_items(cases, projects)
    for case in cases:
        plan = book.plan(case)
        fitting = sheets_for(plan, [sheets[sheet]] if sheet else sheets.values())
        own = [] if sheet and not projects else self_evaluations(plan, case, projects)
        if not fitting and not own:
            problems.append(_no_sheet(case))
        forms += [filled(fill(plan, case, each)) for each in fitting] + own
    if problems:
        raise InputError(problems)
    made = render(form, forms, book.sha256, tongue)
    if form in BINARY and output is not None:
        write_files({output: made})
    else:
        deliver(output, made.decode())
    return 0 if all(each.complete for each in forms) else 3


def _no_sheet(case: Case) -> Problem:
    """Return what to say of a case that no sheet binds and that has no indicators of its own."""
    place = Text(*(case.heading("jurisdiction", each, True) for each in ("zh", "en")))
    told = Text(
        f"没有适用于 {place.zh}、{case.in_year('zh')}的计分表",
        f"no score sheet binds {place.en} in {case.in_year('en')}",
    )
    hint = Text(
        "在自己的规则包的 scores/ 里写一张（见 docs/scores.zh.md）；指标的值看 checker run",
        "write one in scores/ of a pack of your own (see docs/scores.en.md); checker run shows the values",
    )
    return Problem("no-sheet", Place(case.file), told, hint)


def _no_items(cases: Sequence[Case], projects: Sequence[str]) -> list[Problem]:
    """Return what to say of projects that were asked for and that no case has."""
    from checker.scores.self_evaluation import items

    known = [name for case in cases for item in items(case) for name in (item.id, case.label(item))]
    return [
        Problem(
            "no-project",
            Place("--project"),
            Text(f"案例里没有明细项目“{name}”", f"no case has an item {name!r}"),
            did_you_mean(name, known) or Text("有：" + "、".join(known[:20]), "there are: " + ", ".join(known[:20])),
        )
        for name in projects
        if name not in known
    ]
