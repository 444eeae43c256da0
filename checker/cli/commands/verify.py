"""checker verify: the evaluator judges a sample of a batch's findings again, at any later time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.cli import completing
from checker.cli.commands import LANG, RULES
from checker.cli.console import language


@click.command()
@click.argument("findings", metavar="FINDINGS")
@click.argument("tables", metavar="TABLES")
@click.option(
    "--sample", type=click.IntRange(1), default=200, show_default=True, help="抽查多少个案例 / how many cases"
)
@click.option("--seed", default=2020, show_default=True, help="抽样种子 / seed of the sample")
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    shell_complete=completing.rules,
    help="问题清单只含这些规则，缺省为 run.json 所记 / the rules of the findings; default: those in run.json",
)
@RULES
@LANG
@click.pass_context
def verify(
    ctx: click.Context,
    findings: str,
    tables: str,
    sample: int,
    seed: int,
    select: tuple[str, ...],
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """用求值器复核批量检查的问题清单 / re-derive the findings of a batch by the evaluator."""
    from checker.api import load_rules
    from checker.batch.double_entry import by_evaluator
    from checker.batch.double_entry import sample as draw
    from checker.batch.given_findings import read_findings
    from checker.batch.results import other_bytes, run_of
    from checker.engines.population import Population
    from checker.rulebook.selection import choice, rule_ids
    from checker.tables.attaching import attach
    from checker.tables.case_rows import case_rows
    from checker.tables.checks import check_tables
    from checker.tables.packing import tables_in
    from checker.tables.rows import case_of
    from checker.tables.warehouse import connect, name, quoted

    tongue = language(lang)
    made = run_of(Path(findings))
    if not made:
        told = Text(
            f"问题清单旁没有 run.json：按内置规则{'和 --rules 的规则' if rules else ''}复核，是不是检查时的规则不知道",
            f"there is no run.json beside the findings: derived again by the built-in rules{' and those of --rules' if rules else ''}; whether these judged them is not known",
        )
        click.echo(told.say(tongue), err=True)
    folders = rules or tuple(made.get("rule_folders", ()))
    book = load_rules([Path(folder) for folder in folders])
    if made and made["rulebook"] != book.sha256:
        told = Text("这些结果是用别的规则检查出来的", "these findings were judged by other rules")
        listed = " ".join(f"--rules {folder}" for folder in made.get("rule_folders", ()))
        hint = Text(
            f"用检查时的软件版本（{made['checker']}）和规则复核：{listed or '没有另加规则'}",
            f"verify with the version ({made['checker']}) and the rules of that run: {listed or 'none were added'}",
        )
        raise InputError([Problem("other-rules", Place(findings), told, hint)])
    wanted = rule_ids(book, select) or tuple(made.get("rules", ()))
    chosen = choice(wanted, ())
    files = tables_in((tables,), book.vocabulary)
    if not files:
        advice = Text(
            "案例文件先做成表格：checker pack 案例文件夹 -o 表格文件夹，再 checker verify 结果 表格文件夹",
            "make tables of case files first: checker pack CASES -o TABLES, then checker verify RESULT TABLES",
        )
        raise InputError([Problem("no-table", Place(tables), Text("这里没有表格", "there are no tables here"), advice)])
    for path in files.values():
        if other_bytes(made, path):  # tables packed once more may differ in bytes alone: what is judged decides
            told = Text(
                f"{path.name} 和检查时的字节不同", f"{path.name} is not, byte for byte, the table that was judged"
            )
            click.echo(told.say(tongue))
    connection = connect()
    scratch = TemporaryDirectory(prefix="checker-")
    ctx.call_on_close(scratch.cleanup)
    given = files
    if made.get("rejects"):
        from checker.tables.rejects import sift

        files = sift(connection, book.vocabulary, files, Path(scratch.name)).files  # the same cases are left out
    attach(connection, book.vocabulary, files, numbered=files is given)
    for note in check_tables(connection, book.vocabulary, {entity: given[entity] for entity in files}):
        click.echo(note.say(tongue), err=True)
    found = read_findings(connection, Path(findings))
    root = name("all_" + book.vocabulary.root.id)
    everyone = [row[0] for row in connection.execute(f"SELECT _case FROM {root} ORDER BY 1").fetchall()]
    acted = {row[0] for row in connection.execute(f"SELECT DISTINCT _case FROM {found}").fetchall()}
    unknown = sorted(acted - set(everyone))
    if unknown:
        told = Text(
            f"问题清单里的案例 {unknown[0]} 不在表格里", f"case {unknown[0]} of the findings is not in the tables"
        )
        raise InputError([Problem("other-tables", Place(findings), told)])
    numbers = sorted(draw(everyone, sample, seed, 0) | draw(sorted(acted), sample, seed, 1))
    wrong: list[str] = []
    checks = 0
    everything = Population(book, chosen)
    others = everything if everything and len(everyone) > 1 and made.get("engine", "duckdb") == "duckdb" else None
    for _, rows in case_rows(connection, book.vocabulary, everyone if others is not None else ()):
        everything.add(case_of(rows, book.vocabulary))
    only = f" AND rule IN ({', '.join(map(quoted, rule_ids(book, select)))})" if select and made else ""
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        listed = ", ".join(map(str, part))
        theirs = Counter(
            connection.execute(
                f"SELECT _case, rule, COALESCE(subject, ''), outcome, severity, amount::BIGINT FROM {found} WHERE _case IN ({listed}){only}"
            ).fetchall()
        )
        ours: Counter[tuple[int, str, str, str, str | None, int | None]] = Counter()
        for number, rows in case_rows(connection, book.vocabulary, part):
            case = case_of(rows, book.vocabulary)
            if others is not None:
                others.tell(case)
            verdicts = by_evaluator(book.plan(case, chosen), case).verdicts
            checks += len(verdicts)
            ours.update(
                (number, *key, *_ordered(v)) for key, v in verdicts.items() if v.outcome in ("fail", "undetermined")
            )
        for row in (theirs - ours).elements():
            wrong.append(
                Text(f"清单有，求值器没有：{row}", f"in the findings, not by the evaluator: {row}").say(tongue)
            )
        for row in (ours - theirs).elements():
            wrong.append(
                Text(f"求值器有，清单没有：{row}", f"by the evaluator, not in the findings: {row}").say(tongue)
            )
    connection.close()
    told = Text(
        f"复核 {len(numbers)} 个案例、{checks:,} 项检查，不一致 {len(wrong)} 处",
        f"{len(numbers)} cases, {checks:,} checks derived again: {len(wrong)} disagreements",
    )
    click.echo("\n".join([told.say(tongue), *wrong[:50]]))
    return 4 if wrong else 0


def _ordered(verdict: tuple[str, int | None, str | None]) -> tuple[str, str | None, int | None]:
    outcome, amount, severity = verdict
    return outcome, severity, amount
