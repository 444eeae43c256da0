"""checker replay: judge an evidence bundle again and say whether everything comes out as it was."""

from __future__ import annotations

import click

from checker import __version__
from checker.base.collector import uncollected
from checker.base.errors import InputError, Place, Problem, Text
from checker.cases.files import read_bytes
from checker.cli.commands import LANG
from checker.cli.console import language


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--sha256", "expected", metavar="HEX", help="底稿上记的 SHA-256 / the digest noted when it was made")
@click.option(
    "--tables",
    metavar="DIR",
    help="批量检查的证据：检查过的表格现在在哪里 / of a batch: where the tables that were judged are now",
)
@LANG
@uncollected()
def replay(file: str, expected: str | None, tables: str | None, lang: str | None) -> int:
    """核对证据包有没有被改动，再检查一遍，逐字节比较结果 / check that a bundle is unaltered, judge it again, compare byte for byte."""
    from checker.engines.outcome import OUTCOME_NAMES
    from checker.evidence import format_of, open_bundle
    from checker.evidence import replay as judged_again
    from checker.units.batch_evidence import FORMAT

    tongue = language(lang)
    data = read_bytes(file)
    if format_of(data) == FORMAT:
        return _batch(file, data, expected, tables, tongue)
    if tables is not None:
        told = Text("--tables 只用于批量检查的证据", "--tables goes with the evidence of a batch")
        raise InputError([Problem("usage", Place(file), told)])
    found = open_bundle(file, data)
    _noted(file, found.sha256, expected)
    again = judged_again(found)
    inputs = found.inputs

    def say(zh: str, en: str) -> None:
        click.echo(zh if tongue == "zh" else en)

    say(f"证据包没有改动，SHA-256 {found.sha256}", f"the bundle is unaltered, SHA-256 {found.sha256}")
    if found.checker != __version__:
        say(
            f"由版本 {found.checker} 制作，现在的版本是 {__version__}",
            f"made by version {found.checker}; this is {__version__}",
        )
    listed = ", ".join(case for case, _ in inputs.cases)
    say(f"案例：{listed}", f"cases: {listed}")
    checks = again.report.ledger.checks
    if not again.differing:
        say(
            f"重新检查 {checks} 项，结论、算式和说明逐字节相同",
            f"{checks} checks judged again: outcomes, arithmetic and wording are the same, byte for byte",
        )
        return 0
    say(
        f"重新检查 {checks} 项，和证据包里的结果不一致：{', '.join(again.differing)}",
        f"{checks} checks judged again: the results differ from those in the bundle: {', '.join(again.differing)}",
    )

    def name(outcome: str) -> str:
        return OUTCOME_NAMES[outcome].say(tongue) if outcome else "—"

    for rule, subject, then, now in again.changed[:50]:
        click.echo(f"  {rule} · {subject}: {name(then)} → {name(now)}")
    if len(again.changed) > 50:
        say(f"  共 {len(again.changed)} 项", f"  {len(again.changed)} in all")
    if again.differing == ("report.html",):
        say(
            "结论、算式和说明相同，网页没有得到证实：用制作它的版本再核对",
            "outcomes, arithmetic and wording are the same; the page is not confirmed: replay it with the version that made it",
        )
    elif not again.changed:
        say("结论和金额没有变，变的是说明的文字", "outcomes and amounts are the same; the wording differs")
    return 4


def _noted(file: str, digest: str, expected: str | None) -> None:
    """Refuse a bundle that is not the one whose digest was noted."""
    if expected is not None and expected.strip().lower() != digest:
        told = Text(
            f"这不是记下的那个证据包：它的 SHA-256 是 {digest}",
            f"this is not the bundle that was noted: its SHA-256 is {digest}",
        )
        raise InputError(
            [Problem("evidence-altered", Place(file), told, Text("找出原来的文件", "find the original file"))]
        )


def _batch(file: str, data: bytes, expected: str | None, tables: str | None, lang: str) -> int:
    """Check the bundle of a batch: the files of its result, its tables, and what they come to when they are judged again."""
    from hashlib import sha256

    from checker.cli.console import Console
    from checker.units.batch_evidence import altered_files, judged_again, opened

    found = opened(file, data)
    digest = sha256(data).hexdigest()
    _noted(file, digest, expected)
    wrong = [*altered_files(found, file), *judged_again(found, tables, Console(lang))]
    checks = sum(sum(counts.values()) for counts in found.run["result"]["ledger"].values())
    told = [Text(f"证据包没有改动，SHA-256 {digest}", f"the bundle is unaltered, SHA-256 {digest}")]
    if found.checker != __version__:
        told.append(
            Text(
                f"由版本 {found.checker} 制作，现在的版本是 {__version__}",
                f"made by version {found.checker}; this is {__version__}",
            )
        )
    same = Text(
        f"结果的 {len(found.files)} 个文件和 {len(found.run['tables'])} 张表没有改动，重新检查 {checks:,} 项，结论相同",
        f"{len(found.files)} files of the result and {len(found.run['tables'])} tables are unaltered; {checks:,} checks judged again come to the same",
    )
    differ = Text("和证据包不一致：", "it is not what the bundle says:")
    told += [differ, *wrong] if wrong else [same]
    for each in told:
        click.echo(each.say(lang))
    return 4 if wrong else 0
