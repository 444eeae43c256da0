"""Charts as inline SVG: budget against actual with the overrun marked, outcomes, money at stake; each with its table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from checker.base.errors import Text
from checker.base.values import format_money
from checker.base.width import cut, visible
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.overview import Lines
from checker.findings.report import Report

WIDTH, LEFT, HIGH, ROOM = 1000, 330, 30, 190
LIMIT = 40
"""Bars in one chart; how many more there are is said below it."""


TABLED = 400
"""Lines in the table below a chart: the list of findings has them all."""


class Bar(NamedTuple):
    """One line of a chart: its label, the whole length, the part marked as too much, the limit drawn behind, the figures."""

    label: Text
    length: int
    over: int
    behind: int
    figures: Text


def charts(report: Report) -> str:
    """Return the charts that the report has figures for, as HTML."""
    found = [_budget(part.lines) for part in report.cases] if len(report.cases) == 1 else []
    return "".join([*found, _outcomes(report), _stakes(report)])


def both(text: Text) -> str:
    """Return a text in both languages, of which the page shows one."""
    zh, en = (escape(visible(word)) for word in text)
    return zh if zh == en else f'<span class="zh" lang="zh-CN">{zh}</span><span class="en" lang="en">{en}</span>'


def _budget(lines: Lines) -> str:
    bars: list[Bar] = []
    for line in lines.known:
        over = max(0, line.actual - max(0, line.budget))
        zh, en = (
            f"{format_money(line.actual, lang=lang)} / {format_money(line.budget, lang=lang)}" for lang in ("zh", "en")
        )
        bars.append(Bar(Text(line.name, line.name), line.actual, over, line.budget, Text(zh, en)))
    unknown = lines.unknown
    title = Text("各项实际支出与年初预算（红色为超出部分）", "Actual against initial budget (red: beyond the budget)")
    heads = (Text("项目", "Item"), Text("实际 / 年初预算", "Actual / initial budget"))
    note = Text(f"另有 {unknown} 项没有列全这两个数", f"{unknown} more do not state both figures") if unknown else None
    return _chart(title, heads, sorted(bars, key=lambda bar: -bar.length), note)


def _outcomes(report: Report) -> str:
    bars = [Bar(OUTCOME_NAMES[name], count, 0, 0, Text(str(count), str(count)))
            for name in OUTCOMES if (count := report.ledger.counts[name])]  # fmt: skip
    return _chart(Text("各种结论的数目", "Checks by outcome"), (Text("结论", "Outcome"), Text("数目", "Checks")), bars)


def _stakes(report: Report) -> str:
    bars: list[Bar] = []
    for rule, amount in report.stakes:
        if amount > 0:
            figures = Text(format_money(amount), format_money(amount, lang="en"))
            bars.append(Bar(report.rules[rule].title, amount, 0, 0, figures))
    title = Text("各规则涉及的金额（同一笔钱可能被几条规则提到，不能相加）", "Money at stake by rule (rules may name the same money; do not add)")  # fmt: skip
    bars.sort(key=lambda bar: -bar.length)
    return _chart(title, (Text("规则", "Rule"), Text("金额", "Amount")), bars)


def _chart(title: Text, heads: tuple[Text, Text], bars: Sequence[Bar], note: Text | None = None) -> str:
    if not bars:
        return ""
    drawn = bars[:LIMIT]
    longest = max(max(bar.length, bar.behind) for bar in drawn) or 1
    room = WIDTH - LEFT - ROOM

    def scaled(value: int) -> int:
        return max(0, value) * room // longest

    parts: list[str] = []
    for number, bar in enumerate(drawn):
        y = number * HIGH
        whole, over = scaled(bar.length), scaled(bar.over)
        parts.append(f'<rect class="b" x="{LEFT}" y="{y + 4}" width="{scaled(bar.behind)}" height="20"/>')
        if not bar.behind and not bar.over:
            parts.append(f'<rect class="b" x="{LEFT}" y="{y + 9}" width="{max(1, whole)}" height="10"/>')
        else:
            parts.append(f'<rect class="a" x="{LEFT}" y="{y + 9}" width="{whole - over}" height="10"/>')
            parts.append(f'<rect class="o" x="{LEFT + whole - over}" y="{y + 9}" width="{over}" height="10"/>')
        end = LEFT + max(whole, scaled(bar.behind)) + 8
        parts.append(_text(LEFT - 8, y + 19, bar.label, 'text-anchor="end"', 44))
        parts.append(_text(end, y + 19, bar.figures, 'class="num"', 60))
    high = len(drawn) * HIGH
    body = "".join(parts) + f'<line class="axis" x1="{LEFT}" y1="0" x2="{LEFT}" y2="{high}"/>'
    rows = "".join(
        f'<tr><td>{both(bar.label)}</td><td class="n">{both(bar.figures)}</td></tr>' for bar in bars[:TABLED]
    )
    below = f'<p class="soft">{both(note)}</p>' if note else ""
    if len(bars) > LIMIT:
        below += f'<p class="soft">{both(Text(f"图中是最大的 {LIMIT} 项，共 {len(bars)} 项", f"the {LIMIT} largest of {len(bars)}"))}</p>'  # fmt: skip
    told = escape(visible(title.zh)) + " / " + escape(visible(title.en))
    return (
        f'<figure><figcaption><h3>{both(title)}</h3></figcaption><svg role="img" aria-label="{told}" '
        f'viewBox="0 0 {WIDTH} {high}" xmlns="http://www.w3.org/2000/svg">{body}</svg>{below}'
        f"<details><summary>{both(Text('图中的数', 'The figures of this chart'))}</summary><table><thead><tr>"
        f'<th scope="col">{both(heads[0])}</th><th scope="col" class="n">{both(heads[1])}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></details></figure>"
    )


def _text(x: int, y: int, text: Text, attributes: str, columns: int) -> str:
    words = [(lang, escape(cut(visible(word), columns))) for lang, word in zip(("zh", "en"), text)]
    if words[0][1] == words[1][1]:
        return f'<text x="{x}" y="{y}" {attributes}>{words[0][1]}</text>'
    return "".join(f'<g class="{lang}"><text x="{x}" y="{y}" {attributes}>{word}</text></g>' for lang, word in words)
