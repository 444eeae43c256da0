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
@LANG
@uncollected()
def replay(file: str, expected: str | None, lang: str | None) -> int:
    """核对证据包有没有被改动，再检查一遍，逐字节比较结果 / check that a bundle is unaltered, judge it again, compare byte for byte."""
    from checker.engines.outcome import OUTCOME_NAMES
    from checker.evidence import open_bundle
    from checker.evidence import replay as judged_again

    tongue = language(lang)
    found = open_bundle(file, read_bytes(file))
    if expected is not None and expected.strip().lower() != found.sha256:
        told = Text(
            f"这不是记下的那个证据包：它的 SHA-256 是 {found.sha256}",
            f"this is not the bundle that was noted: its SHA-256 is {found.sha256}",
        )
        raise InputError(
            [Problem("evidence-altered", Place(file), told, Text("找出原来的文件", "find the original file"))]
        )
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
