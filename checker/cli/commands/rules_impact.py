"""checker rules impact: what a change of a rule or parameter does to the findings over a set of cases."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.cli.commands import LANG
from checker.cli.console import cases_in, day_option, language


@click.command("impact")
@click.argument("paths", nargs=-1, required=True, metavar="[OLD NEW] CASES…")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="PARAMETER=VALUE",
    help="假设参数取另一个值 / what if a parameter had another value",
)
@click.option(
    "--as-of",
    metavar="DATE",
    help="按这一天的规范再判一遍（文件被取代以后） / judge once more by the norms of this day (after an instrument was replaced)",
)
@click.option(
    "--limit", type=click.IntRange(1), default=200, show_default=True, help="最多列出几处 / most changes listed"
)
@LANG
def impact_rules(
    paths: tuple[str, ...], settings: tuple[str, ...], as_of: str | None, limit: int, lang: str | None
) -> int:
    """比较改动前后的问题：OLD、NEW 是规则文件、文件夹或规则包（- 为内置规则）；只写 --set 或 --as-of 时不用写 OLD NEW.

    Compare findings before and after a change: OLD and NEW are rule files, folders or packs (- for the built-in rules);
    with --set or --as-of alone they are left out.
    """
    from checker.authoring.impact import impact, impact_text, rulebook_of, settings_text
    from checker.authoring.norms_of import as_of as norms_of
    from checker.authoring.norms_of import turns, turns_text

    tongue = language(lang)
    day = day_option(as_of)
    old, new, cases = _sorted(paths, bool(settings) or day is not None)
    one, two = rulebook_of(old), rulebook_of(new, settings)
    if day is not None:
        click.echo(turns_text(turns(two, day), day, tongue), nl=False)
        two = norms_of(two, day)
    found = impact(one, two, lambda book: cases_in(cases, book, tongue), tongue)
    if settings:
        click.echo(settings_text(rulebook_of(new), settings, tongue), nl=False)
    click.echo(impact_text(found, tongue, limit), nl=False)
    return 1 if found.changes else 0


def _sorted(paths: tuple[str, ...], settings: bool) -> tuple[str, str, tuple[str, ...]]:
    """Tell OLD and NEW from the cases: with --set and no rules among the first two, both are the built-in rules."""
    rules = [_is_rules(path) for path in paths[:2]]
    if len(paths) >= 3 and (all(rules) or not settings):
        return paths[0], paths[1], paths[2:]
    if settings and not any(rules):
        return "-", "-", paths
    if settings and rules[0] and len(paths) >= 2 and not rules[1]:
        return paths[0], paths[0], paths[1:]
    told = Text("要写 OLD NEW 和至少一个案例", "OLD, NEW and at least one case are wanted")
    hint = Text(
        "例如 checker rules impact - my-rules cases；或 checker rules impact --set 二审限额=300万元 cases；或 checker rules impact --as-of 2025-07-01 cases",
        "such as: checker rules impact - my-rules cases; or: checker rules impact --set it_review_threshold=300万元 cases; or: checker rules impact --as-of 2025-07-01 cases",
    )
    raise InputError([Problem("usage", Place("checker rules impact"), told, hint)])


def _is_rules(path: str) -> bool:
    """Whether *path* holds rules and no cases."""
    if path == "-":
        return True
    place = Path(path)
    files = [place] if place.is_file() else sorted(place.rglob("*.yaml")) if place.is_dir() else []
    if place.suffix == ".pack":
        return True
    for file in files[:200]:
        keys = {line.split(":", 1)[0] for line in file.read_text("utf-8", "replace").splitlines() if line[:1].strip()}
        if keys & {"require", "要求", "value", "取值"} and keys & {"id", "编号"}:
            return True
    return False
