"""checker sample: draw a monetary-unit sample, and say what its results mean for all the money."""

from __future__ import annotations

from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, write_files
from checker.cli.commands import LANG, RULES, SAME_UNIT
from checker.cli.console import Console, guard, language

if TYPE_CHECKING:
    from checker.units.sample_items import Population


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option(
    "--of",
    default="支出项目",
    show_default=True,
    metavar="ENTITY",
    help="抽哪一种对象：支出项目、付款、合同 / kind of item: budget_line, payment, contract",
)
@click.option("--by", default="金额", show_default=True, metavar="FIELD", help="按哪个金额 / by which amount")
@click.option("--confidence", default="95", show_default=True, metavar="PERCENT", help="可信赖程度 / confidence")
@click.option("--tolerable", metavar="MONEY", help="可容忍错报，例如 50万元 / tolerable misstatement, such as 50万元")
@click.option("--expected", default="0元", metavar="MONEY", help="预计错报 / expected misstatement")
@click.option(
    "--seed", type=click.IntRange(0), help="随机种子，缺省现取一个并写明 / seed; default: one is drawn and told"
)
@click.option(
    "--output",
    "-o",
    "output",
    metavar="FILE",
    help="样本清单（.csv），待填审定金额 / list of the sample (.csv), to fill in",
)
@click.option("--evaluate", metavar="FILE", help="评价填好的样本清单 / evaluate a list that was filled in")
@click.option(
    "--tables",
    metavar="DIR",
    help="批量检查的结果：表格现在在哪里 / of the result of a batch: where the tables are now",
)
@RULES
@SAME_UNIT
@LANG
def sample(
    paths: tuple[str, ...],
    of: str,
    by: str,
    confidence: str,
    tolerable: str | None,
    expected: str,
    seed: int | None,
    output: str | None,
    evaluate: str | None,
    tables: str | None,
    rules: tuple[str, ...],
    same_unit: bool,
    lang: str | None,
) -> int:
    """货币单元抽样：抽出要查的项目，评价查的结果 / monetary-unit sampling: draw what to look at, and evaluate what was found."""
    from checker.units.sample_files import as_list, as_plan, estimate_told, plan_file, plan_told, read_sample
    from checker.units.sampling import draw, plan, population_digest
    from checker.units.sampling import evaluate as estimate

    tongue = language(lang)
    if evaluate is not None:
        if paths or output is not None or tolerable is not None:
            raise _usage("--evaluate 只评价一份清单，不能再写别的", "--evaluate takes a list and nothing else")
        made, results = read_sample(evaluate)
        came = estimate(made, results)
        click.echo("\n".join(estimate_told(made, came, tongue)))
        return 0 if came.accepted else 1
    if not paths or tolerable is None:
        raise _usage("要写从哪里抽，和 --tolerable 可容忍错报", "name what to draw from, and --tolerable")
    if output is not None:
        guard(output=[Target(output, (".csv",)), Target(plan_file(output), (".json",))])
    sure, most, likely = _confidence(confidence), _money("--tolerable", tolerable), _money("--expected", expected)
    if seed is None:
        import secrets

        seed = secrets.randbelow(10**9)
    found, of_what = _population(paths, of, by, rules, tables, same_unit, tongue)
    made = plan(found.items, most, likely, sure, seed)
    drawn = draw(found.items, made)
    click.echo("\n".join([*plan_told(made, drawn, tongue), *_left_out(found, tongue)]))
    if output is not None:
        named = {**of_what, "population": population_digest(found.items)}
        write_files({output: as_list(drawn, tongue), plan_file(output): as_plan(made, drawn, named)})
        told = Text(
            f"清单 {output}，填好审定金额后用 checker sample --evaluate {output}；计划 {plan_file(output)} 要放在一起",
            f"list {output}: fill in the audited amounts, then checker sample --evaluate {output}; keep the plan {plan_file(output)} beside it",
        )
        click.echo(told.say(tongue))
    else:
        for each in drawn:
            item = each.item
            click.echo(
                f"{item.unit}  {item.year or ''}  {item.name or item.id}  {item.amount // 100:,}.{item.amount % 100:02}"
                + (Text("  必查", "  certain").say(tongue) if each.certain else "")
            )
    return 0


def _population(
    paths: tuple[str, ...], of: str, by: str, rules: tuple[str, ...], tables: str | None, same_unit: bool, lang: str
) -> tuple[Population, dict[str, str]]:
    from checker.api import load_rules
    from checker.base.collector import by_hand, settled
    from checker.units.reading import cases_of
    from checker.units.results import batch_in
    from checker.units.sample_items import money_field, population_of

    batch = batch_in(paths)
    book = load_rules([Path(folder) for folder in rules or (batch.rules if batch is not None else ())])
    entity, field = money_field(book.vocabulary, of, by)
    paths = paths if batch is None else batch.paths(tables)
    with ExitStack() as stack, settled(), by_hand():
        cases = cases_of(
            paths,
            book.vocabulary,
            Console(lang),
            stack,
            same_unit=same_unit or batch is not None,
            keep_going=False,
            batch=batch,
        )
        return population_of(cases, entity, field), {"of": entity.id, "by": field.id}


def _left_out(found: Population, lang: str) -> list[str]:
    """Return what is not in the population."""
    from checker.units.sample_files import yuan

    told = []
    if found.totals:
        told.append(
            Text(
                f"合计、构成 {found.totals:,} 项（钱在别的项目里）",
                f"{found.totals:,} totals and components, whose money stands in other items",
            )
        )
    if found.negative:
        told.append(
            Text(
                f"负数 {found.negative:,} 项 {yuan(found.negative_amount)}元（另查）",
                f"{found.negative:,} below zero, {yuan(found.negative_amount)} yuan (look at them apart)",
            )
        )
    if found.none:
        told.append(
            Text(f"没有列金额的 {found.none:,} 项（另查）", f"{found.none:,} without an amount (look at them apart)")
        )
    if found.zero:
        told.append(
            Text(
                f"金额为 0 的 {found.zero:,} 项（有没有少列，抽不到，另查）",
                f"{found.zero:,} of 0 (whether anything is left out of them no draw can tell: look at them apart)",
            )
        )
    if not told:
        return []
    lead = Text("不在总体里：", "not in the population: ").say(lang)
    return [lead + ("；" if lang == "zh" else "; ").join(each.say(lang) for each in told)]


def _confidence(text: str) -> Fraction:
    try:
        found = Fraction(text.strip().removesuffix("%")) / 100
    except (ValueError, ZeroDivisionError):
        found = Fraction(0)
    if not Fraction(1, 2) <= found <= Fraction(999, 1000):
        raise _usage("可信赖程度写 50 到 99.9 之间的百分数", "confidence is a percentage from 50 to 99.9")
    return found


def _money(name: str, text: str) -> int:
    from checker.base.values import BadValue, parse_money

    try:
        return int(parse_money(text).value)
    except BadValue as bad:
        raise InputError([Problem("bad-money", Place(name), bad.message, bad.hint)]) from None


def _usage(zh: str, en: str) -> InputError:
    return InputError([Problem("usage", Place("checker sample"), Text(zh, en))])
