"""checker parties: suppliers and payees under the names they are written by, what may be one party, and what somebody decided of it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, write_files
from checker.cli.commands import LANG, RULES
from checker.cli.console import Console, guard, language


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option(
    "--output",
    "-o",
    "output",
    metavar="FILE",
    help="待认定的表（.xlsx）；和 --decided 一起写时是认定文件（.yaml） / the sheet to decide in (.xlsx); with --decided the file of decisions (.yaml)",
)
@click.option("--decided", metavar="FILE", help="读回认定好的表 / read the sheet back with its decisions")
@click.option(
    "--tables",
    metavar="DIR",
    help="批量检查的结果：表格现在在哪里 / of the result of a batch: where the tables are now",
)
@RULES
@LANG
def parties(
    paths: tuple[str, ...],
    output: str | None,
    decided: str | None,
    tables: str | None,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """列出供应商、收款人，提出可能是同一家的，核对信用代码；认定由人来做 / list suppliers and payees, propose which may be one, check their codes; people decide."""
    tongue = language(lang)
    if (decided is None) == (not paths) or (decided is not None and output is None):
        told = Text(
            "写案例或表格的路径；或者 --decided 认定好的表 -o 认定文件.yaml",
            "name cases or tables, or --decided SHEET -o parties.yaml",
        )
        hint = Text("例如 checker parties 案例 -o 名称.xlsx", "such as: checker parties cases -o names.xlsx")
        raise InputError([Problem("usage", Place("checker parties"), told, hint)])
    if decided is not None and output is not None:
        return _read_back(decided, output, rules, tongue)
    return _list(paths, output, tables, rules, tongue)


def _list(paths: tuple[str, ...], output: str | None, tables: str | None, rules: tuple[str, ...], lang: str) -> int:
    from checker.api import load_rules
    from checker.base.collector import by_hand, settled
    from checker.base.parties import party
    from checker.units.alike import proposals
    from checker.units.parties import parties_of
    from checker.units.party_files import Told, as_xlsx, screen_lines
    from checker.units.reading import cases_of
    from checker.units.results import batch_in

    if output is not None:
        guard(output=[Target(output, (".xlsx",))])
    batch = batch_in(paths)
    book = load_rules([Path(folder) for folder in rules or (batch.rules if batch is not None else ())])
    paths = paths if batch is None else batch.paths(tables)
    with ExitStack() as stack, settled(), by_hand():
        tell = Console(lang)
        cases = cases_of(paths, book.vocabulary, tell, stack, same_unit=True, keep_going=False, batch=batch)
        found = parties_of(cases, book.vocabulary, book.confirmed)
    apart = frozenset(
        frozenset(party(name, book.confirmed) for name in each.names) for each in book.decisions if not each.same
    )
    told = Told(found, proposals(found, apart))
    click.echo("\n".join(screen_lines(told, lang)))
    if output is not None:
        write_files({output: as_xlsx(told, lang)})
        how = Text(
            f"写入 {output}：填好后 checker parties --decided {output} -o 名称认定.yaml",
            f"written to {output}: fill it in, then checker parties --decided {output} -o parties.yaml",
        )
        click.echo(how.say(lang))
    return 1 if told.wrong() else 0


def _read_back(decided: str, output: str, rules: tuple[str, ...], lang: str) -> int:
    from checker.api import load_rules
    from checker.units.party_files import HEADER, decisions_file, read_decided

    guard(output=[Target(output, (".yaml",))])
    there = Path(output).exists()
    was = Path(output).read_text(encoding="utf-8") if there else ""
    if there and not was.startswith(HEADER):
        told = Text(
            "这个文件不是 checker parties 写的，不改写",
            "this file was not written by checker parties, and is not changed",
        )
        raise InputError([Problem("not-ours", Place(output), told, Text("换一个文件名", "choose another name"))])
    folders = [Path(folder) for folder in rules]
    known = load_rules([*folders, *([Path(output)] if there else [])]).decisions
    made = read_decided(decided)
    text, added = decisions_file(made, known, was, lang)
    if added:
        write_files({output: text.encode()}, {output: was.encode()} if there else None)
        said = Text(
            f"{output}：加了 {added} 条认定；检查时用 --rules {output}",
            f"{output}: {added} decisions were added; check with --rules {output}",
        )
    elif made:
        said = Text(
            f"{decided} 的 {len(made)} 条认定已经都有了，没有写文件",
            f"the {len(made)} decisions of {decided} are all known; nothing was written",
        )
    else:
        said = Text(
            f"{decided} 里没有认定（黄格都空着），没有写文件",
            f"nothing is decided in {decided} (all yellow cells are empty); nothing was written",
        )
    click.echo(said.say(lang))
    return 0
