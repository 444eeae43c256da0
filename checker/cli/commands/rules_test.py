"""checker rules test: the examples of rule files on every engine, and how much they test."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from checker.base.collector import uncollected
from checker.base.errors import Text
from checker.cli.commands import LANG, RULES
from checker.cli.console import language

if TYPE_CHECKING:
    from checker.authoring.examples import Result
    from checker.rulebook.rule import Rule


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@RULES
@click.option(
    "--coverage", is_flag=True, help="示例走到了条件的哪些面 / which sides of the conditions the examples reach"
)
@click.option(
    "--mutate", is_flag=True, help="逐处改动规则，看示例能否发现 / change the rule, see whether the examples notice"
)
@click.option("--suggest", is_flag=True, help="代拟示例（含 --mutate）/ propose examples (implies --mutate)")
@click.option(
    "--accept", is_flag=True, help="把代拟的示例写进规则文件 / write the proposed examples into the rule files"
)
@click.option("--engine", multiple=True, metavar="NAME", help="只用这些引擎 / only on these engines  [all present]")
@LANG
@uncollected()
def test_rules(
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    coverage: bool,
    mutate: bool,
    suggest: bool,
    accept: bool,
    engine: tuple[str, ...],
    lang: str | None,
) -> int:
    """运行规则文件里的示例；不写 PATH 就运行全部 / run the examples in rule files; all rules without PATH."""
    from checker.authoring.authored import authored
    from checker.authoring.printing import suggested_lines, tested_text
    from checker.authoring.testing import chosen_engines, examine
    from checker.authoring.writing import append_examples

    tongue = language(lang)
    found = authored(paths, rules)
    suggest = suggest or accept
    engines = chosen_engines(engine)
    tested = examine(
        found.book,
        found.rules,
        engines=engines,
        reach=coverage,
        mutate=mutate or suggest,
        suggest=suggest,
        packs=found.packs,
    )
    click.echo(tested_text(tested, tongue), nl=False)
    if accept:
        proposals = {rule.id: proposed for rule, proposed in tested.suggestions}
        for rule in tested.rules:
            settled = _settled(rule, [each for each in tested.results if each.rule is rule and not each.holds], tongue)
            if settled and rule.id in proposals:
                append_examples(rule, [line for one in proposals[rule.id] for line in suggested_lines(rule, one)])
                click.echo(f"已写入 {rule.file}" if tongue == "zh" else f"written to {rule.file}")
    return 1 if tested.complaints else 0


def _settled(rule: Rule, differing: Sequence[Result], lang: str) -> bool:
    """Ask of each example that comes to another outcome than its author said whether that is right; whether all are settled.

    Proposed examples say what the rule comes to now: they are not written into a rule that may be wrong.
    """
    from checker.authoring.testing import NAMES
    from checker.authoring.writing import corrected

    if not differing:
        return True
    open_ = [each for each in differing if each.outcome not in NAMES or each.value is not None or each.unlike]
    if open_ or not sys.stdin.isatty():
        told = Text(
            f"{rule.file}：有 {len(differing)} 个示例和结论不符，没有写入代拟的示例；先改正规则或示例",
            f"{rule.file}: {len(differing)} example(s) differ, so none was written; mend the rule or the example first",
        )
        click.echo(told.say(lang))
        return False
    changes = []
    for each in differing:
        wanted, found = NAMES[each.example.outcome], NAMES[each.outcome]
        name = each.example.name or wanted.zh
        asked = Text(
            f"示例“{name}”写的是{wanted.zh}，规则得出{found.zh}；规则对，把示例改成{found.zh}",
            f"example {name!r} says {wanted.en}, the rule comes to {found.en}; is the rule right, and the example to be changed",
        )
        if not click.confirm(asked.say(lang), default=False):
            click.echo(Text("没有写入；请改正规则", "nothing was written; mend the rule").say(lang))
            return False
        changes.append((each.example, each.outcome))
    corrected(rule, changes)
    return True
