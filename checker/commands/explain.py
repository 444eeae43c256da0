"""checker explain: how one rule judges one case."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands import LANG, RULES
from checker.console import case_files, known_rule, language, read_cases
from checker.errors import InputError, Place, Problem, Text


@click.command()
@click.argument("rule")
@click.option("--case", "path", required=True, metavar="FILE", help="案例文件 / case file")
@click.option("--subject", metavar="ID", help="只看这一项 / only this subject")
@RULES
@LANG
def explain(rule: str, path: str, subject: str | None, rules: tuple[str, ...], lang: str | None) -> int:
    """说明一条规则对一个案例是怎样判断的 / explain how a rule judges a case."""
    from checker.check import check, load_rules
    from checker.explain import explanation
    from checker.outcomes import outcome_name

    tongue = language(lang)
    book = load_rules([Path(folder) for folder in rules])
    known_rule(book, rule)
    cases = read_cases(case_files((path,)), book)
    report = check(cases, book, selected=lambda ident: ident == rule, lang=tongue)
    found = [c for c in report.checks if subject in (None, c.subject.id, c.case.label(c.subject))]
    if not report.checks:
        for _, other in report.not_in_force:
            click.echo(
                ("规则没有适用：" if tongue == "zh" else "The rule was not applied: ") + other.reason.say(tongue)
            )
        return 0
    if not found:
        from checker.errors import did_you_mean

        names = [name for c in report.checks for name in (c.subject.id, c.case.label(c.subject))]
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
    for check_ in found:
        click.echo(f"{check_.case.label(check_.subject)} [{check_.subject.id}] · {outcome_name(check_, tongue)}")
        for line in explanation(check_, tongue):
            click.echo("  " + line)
    return report.exit_code() if any(c.is_finding for c in found) else 0
