"""What a batch came to, in words, and its exit code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.base.errors import Text
from checker.base.values import format_money
from checker.base.width import cut
from checker.batch.run import Tally
from checker.cases.case import NOT_KNOWN
from checker.engines.outcome import OUTCOME_NAMES, SEVERITY_ORDER
from checker.rulebook.rule import Rule
from checker.tables.rejects import Sifted

TITLE = 44
"""Columns of the title of a rule."""


def summary(
    connection: Any, source: str, tally: Tally, units: int, lang: str, resumed: bool, rules: Mapping[str, Rule]
) -> str:
    """Return what a batch came to, for the terminal; *source* is its findings in SQL, *rules* have the titles."""
    from tabulate import tabulate

    def say(zh: str, en: str) -> str:
        return zh if lang == "zh" else en

    counts = tally.counts()
    lines = []
    if resumed:
        lines.append(say("接着上次中断处继续。", "Continued where the last run stopped."))
    shown = "  ".join(f"{OUTCOME_NAMES[o].say(lang)} {counts[o]:,}" for o in counts if counts[o])
    lines.append(
        say(
            f"{units:,} 个案例，{sum(counts.values()):,} 项检查：{shown}",
            f"{units:,} cases, {sum(counts.values()):,} checks: {shown}",
        )
    )
    sums = connection.execute(f"SELECT rule, SUM(amount) FROM {source} WHERE outcome = 'fail' GROUP BY rule").fetchall()
    amounts = {rule: int(amount) for rule, amount in sums if amount is not None}
    acted = [(rule, counts["fail"], counts["undetermined"]) for rule, counts in tally.ledger.items()]
    rows = sorted((row for row in acted if row[1] or row[2]), key=lambda row: (-row[1], -row[2], row[0]))
    table = [
        (
            cut(rules[rule].title.say(lang), TITLE),
            f"{fail:,}",
            f"{open_:,}",
            format_money(amounts[rule], lang=lang) if rule in amounts else say("未列", "not stated"),
            rule,
        )
        for rule, fail, open_ in rows
    ]
    heads = ("规则", "问题", "待核", "金额", "编号") if lang == "zh" else ("rule", "found", "open", "amount", "id")
    lines += ["", tabulate(table, heads, colalign=("left", "right", "right", "right", "left"), disable_numparse=True)]
    lines.append(
        say(
            "金额按规则分别合计；同一笔钱可能被几条规则提到，各行不能相加",
            "amounts are those of each rule; several rules may name the same money: do not add the lines",
        )
    )
    places = connection.execute(
        f"SELECT jurisdiction, COUNT(DISTINCT _case), COUNT(*) FILTER (WHERE outcome = 'fail') FROM {source} "
        f"GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 10"
    ).fetchall()
    titles = ("行政区划", "涉及单位", "问题") if lang == "zh" else ("place", "units", "found")
    cells = [(place or NOT_KNOWN.say(lang), f"{many:,}", f"{fail:,}") for place, many, fail in places]
    lines += ["", tabulate(cells, titles, colalign=("left", "right", "right"), disable_numparse=True), ""]
    if tally.few:
        lines.append(
            say(
                f"{tally.few:,} 个案例的检查项少，由求值器检查（这样更快），{tally.traced:,} 项问题和待核由它的另一条路径复核；要由 DuckDB 检查再复算，写 --derive 1000",
                f"{tally.few:,} cases have few checks: the evaluator judged them, which is quicker, and {tally.traced:,} findings by its second way too; "
                "for DuckDB and a second derivation write --derive 1000",
            )
        )
    lines.append(
        say(
            f"求值器独立复算 {tally.rederived:,} 项检查，不一致 {len(tally.disagreements)} 项",
            f"{tally.rederived:,} checks were derived again by the evaluator, {len(tally.disagreements)} disagree",
        )
    )
    lines += [f"  {line}" for line in tally.disagreements[:20]]
    for rule, reasons in sorted(tally.refused.items()):
        lines.append(say(f"{rule} 由求值器判断：{reasons[0]}", f"{rule} was judged by the evaluator: {reasons[1]}"))
    return "\n".join(lines) + "\n"


def rejection(sifted: Sifted, units: int, lang: str) -> str:
    """Return how many cases came in, were judged and were rejected; raises AssertionError unless they add up."""
    owned = [each for each in sifted.rejected if each.case is not None]
    listed, cells = sum(1 for each in owned if each.line), sum(1 for each in owned if not each.line)
    totals = len(sifted.rejected) - len(owned)
    if units != sifted.kept:
        raise AssertionError(f"{sifted.kept} cases left, {units} judged")
    return Text(
        f"读入 {units + sifted.cases:,} 个案例 = 检查 {units:,} + 剔出 {sifted.cases:,}"
        f"（坏行 {listed:,}、坏值 {cells:,}，整案剔出{f'；合计行 {totals:,}，只剔出这些行' if totals else ''}）；明细见 ",
        f"{units + sifted.cases:,} cases in = {units:,} judged + {sifted.cases:,} rejected "
        f"({listed:,} bad lines, {cells:,} bad cells; each takes its whole case out{f'; {totals:,} rows of totals, which alone are left out' if totals else ''}), listed in ",
    ).say(lang)


def exit_code(connection: Any, source: str, tally: Tally, fail_on: str, left_out: bool = False) -> int:
    """Return the exit code of a batch whose findings are *source*: the first that holds of 4, 2 (cases *left_out*), 1, 3, 0."""
    counts = tally.counts()
    if tally.disagreements or counts["error"]:
        return 4
    if left_out:
        return 2
    grave = SEVERITY_ORDER[SEVERITY_ORDER.index(fail_on) :]
    listed = ", ".join(f"'{severity}'" for severity in grave)
    query = f"SELECT 1 FROM {source} WHERE outcome = 'fail' AND severity IN ({listed}) LIMIT 1"
    if connection.execute(query).fetchall():
        return 1
    return 3 if counts["undetermined"] else 0
