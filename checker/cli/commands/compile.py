"""checker compile: rules as SQL that an auditor runs in a warehouse of their own."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.outputs import Target
from checker.cli.commands import LANG, RULES
from checker.cli.console import deliver, guard, language, place_option
from checker.rulebook.selection import known_rule


@click.command("compile")
@click.argument("chosen", nargs=-1, metavar="[RULE…]")
@click.option("--dialect", default="duckdb", show_default=True, metavar="DIALECT", help="duckdb | postgres | spark")
@click.option("--year", default=2020, show_default=True, help="预算年度 / fiscal year")
@click.option(
    "--jurisdiction",
    default="43",
    show_default=True,
    help="行政区划，代码或名称 / the place, by GB/T 2260 code or name",
)
@click.option("--level", default="district", show_default=True, help="预算级次 / budget level")
@click.option("--unit-kind", default="public_institution", show_default=True, help="单位性质 / kind of unit")
@click.option("--output", "-o", metavar="FILE", help="写到文件 / write to a file")
@RULES
@LANG
def compile_rules(
    chosen: tuple[str, ...],
    dialect: str,
    year: int,
    jurisdiction: str,
    level: str,
    unit_kind: str,
    output: str | None,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """把规则译成 SQL（不写规则编号则全部）/ rules as SQL (all in force, if none is named)."""
    from checker.api import load_rules
    from checker.engines.sql.comparing import Comparing
    from checker.engines.sql.dialects import NAMES
    from checker.engines.sql.plan import compile_plan

    if dialect not in NAMES:
        told = Text(f"没有在“{dialect}”上试过，不输出", f"nobody has tested {dialect!r}: nothing is printed")
        hint = did_you_mean(dialect, list(NAMES)) or Text("可用：" + "、".join(NAMES), "use " + ", ".join(NAMES))
        raise InputError([Problem("dialect", Place("--dialect"), told, hint)])
    tongue = language(lang)
    jurisdiction = place_option(jurisdiction, tongue, year)
    if output is not None:
        guard(output=[Target(output, (".sql", ".txt"))])
    book = load_rules([Path(folder) for folder in rules])
    for option, enumeration, value in (("--level", "budget_level", level), ("--unit-kind", "unit_kind", unit_kind)):
        values = book.vocabulary.enumerations[enumeration].values
        if value not in values:
            told = Text(f"没有“{value}”", f"there is no {value!r}")
            raise InputError([Problem("enum-value", Place(option), told, did_you_mean(value, list(values)))])
    for ident in chosen:
        known_rule(book, ident)
    asking = [ident for ident in chosen if book.rules[ident].figures]
    wanted = (lambda ident: ident in chosen) if chosen else (lambda ident: True)
    plan = book.plan_for(year, jurisdiction, level, unit_kind, wanted, others=asking)
    compiled = compile_plan(plan, dialect)
    if not plan.rules:
        reasons = "；".join(f"{other.rule.id} {other.reason.zh}" for other in plan.not_in_force)
        reasons_en = "; ".join(f"{other.rule.id} {other.reason.en}" for other in plan.not_in_force)
        raise InputError([Problem("nothing-in-force", Place("checker compile"), Text(reasons, reasons_en))])
    comparing = Comparing(plan, dialect)
    steps = list(comparing.steps())
    parts = [
        Text(
            f"{year} 年度，行政区划 {jurisdiction}，方言 {dialect}；金额单位为分",
            f"year {year}, place {jurisdiction}, dialect {dialect}; money is in fen",
        ).say(tongue)
    ]
    others = sum(1 for rule in book.rules.values() if rule.figures)
    if not chosen and others:
        parts.append(
            Text(
                f"{others} 条规则要和别的单位比，不在其中；写出编号就译",
                f"{others} rules compare units and are not among these: name them to have them compiled",
            ).say(tongue)
        )
    if steps:
        parts.append(
            Text(
                "推断的数（_inferred）只有求值器能撇开：有推断的单位先不放进来",
                "only the evaluator can set aside what was inferred (_inferred): leave such units out",
            ).say(tongue)
        )
    parts += [
        Text(
            f"未译出：{r.rule.id}，{r.reason.zh}；由求值器判断",
            f"not compiled: {r.rule.id}, {r.reason.en}; the evaluator judges it",
        ).say(tongue)
        for r in (*compiled.refused, *comparing.refused)
    ]
    parts += [f"{other.rule.id}: {other.reason.say(tongue)}" for other in plan.not_in_force if chosen]
    text = "".join(f"-- {line}\n" for part in parts for line in part.splitlines())
    for step in steps:
        text += f"\n-- {step.told.say(tongue)}\n{step.text};\n"
    for statement in compiled.statements:
        text += "\n"
        for rule in statement.rules:
            cited = "；".join(basis.say(tongue) for basis in rule.basis)
            text += "".join(f"-- {line}\n" for line in f"{rule.id} {rule.title.say(tongue)}\n  {cited}".splitlines())
        text += (comparing.judging(statement) if steps else statement.text) + ";\n"
    deliver(output, text)
    return 0
