"""checker explain: how one rule judges one case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.cli import completing
from checker.cli.commands import LANG, RULES
from checker.cli.console import cases_in, language
from checker.rulebook.selection import known_rule

if TYPE_CHECKING:
    from checker.cases.case import Case
    from checker.rulebook.book import Rulebook


@click.command()
@click.argument("rule", shell_complete=completing.rule)
@click.option(
    "--case",
    "path",
    required=True,
    metavar="FILE",
    help="案例文件、材料，或批量检查的表格文件夹 / case file, document, or the folder of tables of a batch",
)
@click.option(
    "--number",
    type=int,
    metavar="CASE",
    help="表格里的案例号（结果的 _case 列）/ case of the tables (_case in the result)",
)
@click.option("--subject", metavar="ID", help="只看这一项 / only this subject")
@RULES
@LANG
def explain(
    rule: str, path: str, number: int | None, subject: str | None, rules: tuple[str, ...], lang: str | None
) -> int:
    """说明一条规则对一个案例是怎样判断的 / explain how a rule judges a case."""
    from checker.api import check, load_rules, rule_packs
    from checker.intake.casefile import is_document
    from checker.tables.packing import tables_in

    tongue = language(lang)
    folders = [Path(folder) for folder in rules]
    book = load_rules(folders)
    known_rule(book, rule)
    files = tables_in((path,), book.vocabulary)
    if files and number is None:
        told = Text(
            "这是一批案例的表格，没有写是哪一个案例", "these are the tables of many cases, and no case is named"
        )
        hint = Text("加上 --number，值是结果那一行的 _case", "add --number with the _case of the row in the result")
        raise InputError([Problem("no-case", Place(path), told, hint)])
    if number is not None and not files:
        told = Text("--number 只用于表格文件夹", "--number is for a folder of tables")
        raise InputError([Problem("usage", Place(path), told)])
    if number is None and is_document(path):
        from checker.intake.imported import case_of, decisions_beside, import_documents

        imported = import_documents([path], rule_packs(folders), book.vocabulary, decisions_beside([path]))
        cases = [case_of(imported, path, book.vocabulary)]
    else:
        cases = (
            [_packed_case(files, book, path, number, rule)] if number is not None else cases_in((path,), book, tongue)
        )
    report = check(cases, book, selected=lambda ident: ident == rule, lang=tongue)
    found = [each for each in report.results if subject in (None, each.subject.id, each.subject.name)]
    if not report.results:
        if book.rules[rule].figures and len(cases) == 1:
            told = Text(
                "这条规则要和别的案例比：--case 写案例文件夹，用 --subject 写单位名称",
                "this rule compares with other cases: give their folder with --case, and the unit with --subject",
            )
            click.echo(told.say(tongue))
        for other in (*report.not_in_force, *report.outside):
            click.echo(
                ("规则没有适用：" if tongue == "zh" else "The rule was not applied: ") + other.reason.say(tongue)
            )
        return 0
    if not found:
        from checker.base.errors import did_you_mean

        names = [name for each in report.results for name in (each.subject.id, each.subject.name)]
        raise InputError(
            [
                Problem(
                    "no-subject",
                    Place(path),
                    Text(f"规则“{rule}”没有检查“{subject}”这一项", f"the rule {rule!r} has no subject {subject!r}"),
                    did_you_mean(str(subject), names)
                    or Text("有：" + "、".join(names[:20]), "there are: " + ", ".join(names[:20])),
                )
            ]
        )
    for finding in found:
        click.echo(f"{finding.subject.name} [{finding.subject.id}] · {finding.outcome_name.say(tongue)}")
        for line in finding.explanation.say(tongue):
            click.echo("  " + line)
    return report.exit_code() if any(each.is_finding for each in found) else 0


def _packed_case(files: dict[str, Path], book: Rulebook, path: str, number: int, rule: str) -> Case:
    """Return one case of a folder of tables; raises InputError where there is none of that number."""
    from checker.engines.population import Population
    from checker.tables.attaching import attach
    from checker.tables.case_rows import case_rows
    from checker.tables.rows import case_of
    from checker.tables.warehouse import connect, name

    connection = connect()
    attach(connection, book.vocabulary, files)
    ((_, rows),) = case_rows(connection, book.vocabulary, [number])
    others = Population(book, lambda name: name == rule)
    if others:  # what the others give it is read of all of them
        root = name("all_" + book.vocabulary.root.id)
        everyone = [row[0] for row in connection.execute(f"SELECT _case FROM {root}").fetchall()]
        for _, each in case_rows(connection, book.vocabulary, everyone):
            others.add(case_of(each, book.vocabulary))
    connection.close()
    if not rows.get(book.vocabulary.root.id):
        told = Text(f"表格里没有案例 {number}", f"there is no case {number} in the tables")
        raise InputError([Problem("no-case", Place(path), told)])
    case = case_of(rows, book.vocabulary)
    if others:
        others.tell(case)
    return case
