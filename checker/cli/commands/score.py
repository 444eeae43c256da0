"""checker score: the score sheet of a case, row by row, with the reason for each deduction."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.outputs import Target
from checker.cases.files import no_twins
from checker.cli.commands import LANG, RULES, SAME_UNIT
from checker.cli.console import cases_in, deliver, guard, language

ENDINGS = {"table": (".txt",), "json": (".json", ".txt")}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="CASE…")
@RULES
@click.option("--sheet", metavar="ID", help="只用这张计分表 / use only this sheet")
@click.option("--format", "form", type=click.Choice(["table", "json"]), help="输出格式，缺省看文件名后缀 / format; default: by suffix")  # fmt: skip
@click.option("--output", "-o", metavar="FILE", help="写到文件 / write to a file")
@SAME_UNIT
@LANG
def score(paths: tuple[str, ...], rules: tuple[str, ...], sheet: str | None, form: str | None, output: str | None, same_unit: bool, lang: str | None) -> int:  # fmt: skip
    """按计分表给案例的指标计分；有无法计分的，退出码为 3 / score a case; exit code 3 where a row cannot be scored."""
    from checker.api import load_rules
    from checker.scores.printing import render
    from checker.scores.reader import load_sheets
    from checker.scores.scoring import score as fill
    from checker.scores.scoring import sheets_for

    tongue = language(lang)
    form = form or ("json" if (output or "").lower().endswith(".json") else "table")
    if output is not None:
        guard(output=[Target(output, ENDINGS[form])])
    book = load_rules([Path(folder) for folder in rules])
    sheets = load_sheets(book)
    if sheet is not None and sheet not in sheets:
        told = Text(f"没有计分表“{sheet}”", f"there is no score sheet {sheet!r}")
        hint = did_you_mean(sheet, list(sheets)) or Text("有：" + "、".join(sheets), "there are: " + ", ".join(sheets))
        raise InputError([Problem("no-sheet", Place("checker"), told, hint)])
    filled = []
    problems: list[Problem] = []
    cases = cases_in(paths, book, tongue)
    if not same_unit:
        no_twins(cases)
    for case in cases:
        plan = book.plan(case)
        fitting = sheets_for(plan, [sheets[sheet]] if sheet else sheets.values())
        if not fitting:
            place = Text(*(case.heading("jurisdiction", each, True) for each in ("zh", "en")))
            told = Text(
                f"没有适用于 {place.zh}、{case.in_year('zh')}的计分表",
                f"no score sheet binds {place.en} in {case.in_year('en')}",
            )
            hint = Text(
                "在自己的规则包的 scores/ 里写一张（见 docs/scores.zh.md）；指标的值看 checker run",
                "write one in scores/ of a pack of your own (see docs/scores.en.md); checker run shows the values",
            )
            problems.append(Problem("no-sheet", Place(case.file), told, hint))
        filled += [fill(plan, case, each) for each in fitting]
    if problems:
        raise InputError(problems)
    text = render(form, filled, book.sha256, tongue)
    deliver(output, text)
    return 3 if any(row.state == "unscored" for each in filled for row in each.rows) else 0
