"""Charts as tables whose bars are inline SVG: read aloud, wrapped on a phone and printed like any table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from checker.findings.overview import Bridge, Lines
from checker.findings.presented import Presentation
from checker.reports.markup import Html, tag

WIDTH = 1000
"""The width of a bar's drawing; the page stretches it to the room there is."""
LIMIT = 40
"""Bars in one chart; how many more there are is said below it."""


class Bar(NamedTuple):
    """One line of a chart: its label, coloured parts (class, from, to, in one scale), the frame drawn around, the figures."""

    label: str
    parts: tuple[tuple[str, int, int], ...]
    frame: int
    figures: tuple[str, ...]


class Says(Protocol):
    """Whoever says things in the language of a page."""

    def say(self, zh: str, en: str) -> str:
        """Return the sentence in that language."""


def stacked_chart(
    shown: Says, title: str, heads: tuple[str, ...], bars: Sequence[Bar], legend: Sequence[tuple[str, str]]
) -> Html:
    """Return bars whose parts stand one after the other, in the order in which they are given."""
    return _chart(shown, title, heads, bars, legend, "")


def budget_chart(shown: Presentation, lines: Lines) -> Html:
    """Return actual spending against the initial budget, by line, the largest first; nothing where no line states its spending."""
    say = shown.say
    bars: list[Bar] = []
    kinds: set[str] = set()
    for line in sorted(lines.known, key=lambda line: -line.actual):
        budget, actual = max(0, line.budget or 0), max(0, line.actual)
        if line.budget is None:
            parts: tuple[tuple[str, int, int], ...] = (("u", 0, actual),)
        elif not budget:
            parts = (("z", 0, actual),)
        else:
            parts = (("a", 0, min(budget, actual)), ("o", budget, max(budget, actual)))
        kinds |= {kind for kind, start, end in parts if end > start}
        told = say("未列", "not stated") if line.budget is None else shown.number(line.budget)
        bars.append(Bar(line.name, parts, budget, (told, shown.number(line.actual))))
    names = {
        "a": say("年初预算以内", "within the initial budget"),
        "o": say("超出年初预算", "beyond the initial budget"),
        "z": say("年初没有预算", "no initial budget"),
        "u": say("没有列年初预算", "initial budget not stated"),
        "f": say("年初预算", "initial budget"),
    }
    kinds |= {"f"} if any(bar.frame for bar in bars) else set()
    legend = [(kind, name) for kind, name in names.items() if kind in kinds]
    unknown = lines.unknown
    note = say(f"另有 {unknown} 项没有列实际支出", f"{unknown} more do not state their spending") if unknown else ""
    heads = (say("项目", "Item"), say("年初预算", "Initial budget"), say("实际", "Actual"))
    title = say(f"各项实际支出与年初预算（{shown.unit}）", f"Actual against initial budget, by item ({shown.unit})")
    return _chart(shown, title, heads, bars, legend, note)


def bridge_chart(shown: Presentation, bridge: Bridge) -> Html:
    """Return how spending comes from the initial budget: each step begins where the one before it ended."""
    say = shown.say
    derived = say("（推算）", " (derived)")
    names = {"initial_budget": say("年初预算", "Initial budget"), "actual": say("实际支出", "Actual spending")}
    first, last = (name + (derived if key in bridge.derived else "") for key, name in names.items())
    at = bridge.budget
    bars = [Bar(first, (("a", 0, at),), 0, (shown.number(at),))]
    for step in bridge.steps:
        low, high = sorted((at, at + step.amount))
        sign = "+" if step.amount > 0 else ""
        bars.append(
            Bar(
                step.label.say(shown.lang),
                (("o" if step.amount > 0 else "z", low, high),),
                0,
                (sign + shown.number(step.amount),),
            )
        )
        at += step.amount
    bars.append(Bar(last, (("a", 0, bridge.actual),), 0, (shown.number(bridge.actual),)))
    legend = [("o", say("增加", "more"))]
    if any(step.amount < 0 for step in bridge.steps):
        legend.append(("z", say("减少", "less")))
    title = say(
        f"超出年初预算的 {shown.money(bridge.total)} 由什么构成（{shown.unit}）",
        f"How the {shown.money(bridge.total)} beyond the initial budget are made up ({shown.unit})",
    )
    return _chart(shown, title, (say("构成", "Part"), say("金额", "Amount")), bars, legend, "", ordered=True)


def _chart(
    shown: Says,
    title: str,
    heads: tuple[str, ...],
    bars: Sequence[Bar],
    legend: Sequence[tuple[str, str]],
    note: str,
    ordered: bool = False,
) -> Html:
    if not bars:
        return Html()
    drawn = bars if ordered else bars[:LIMIT]
    longest = max((end for bar in drawn for *_, end in (*bar.parts, ("f", 0, bar.frame))), default=0) or 1
    rows = [
        tag(
            "tr",
            tag("th", bar.label, scope="row"),
            tag("td", _drawing(bar, longest), class_="bar"),
            *(tag("td", figure, class_="n", data_label=head) for head, figure in zip(heads[1:], bar.figures)),
        )
        for bar in drawn
    ]
    first, *others = heads
    head = tag(
        "tr",
        tag("th", first, scope="col"),
        tag("td", tag("ul", *(tag("li", _key(kind), name) for kind, name in legend), class_="legend")),
        *(tag("th", name, scope="col", class_="n") for name in others),
    )
    told = [note] if note else []
    if len(bars) > len(drawn):
        told.append(shown.say(f"图中是最大的 {LIMIT} 项，共 {len(bars)} 项", f"the {LIMIT} largest of {len(bars)}"))
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="chart")
    below = [tag("p", each, class_="soft") for each in told]
    return tag("figure", tag("figcaption", tag("h3", title)), table, *below)


def _drawing(bar: Bar, longest: int) -> Html:
    """Return the bar of one line; a part that is there is never thinner than can be seen."""

    def scaled(value: int) -> int:
        return max(0, value) * (WIDTH - 4) // longest

    parts = []
    if bar.frame:
        parts.append(tag("rect", class_="f", x=1, y=1, width=max(2, scaled(bar.frame)), height=18))
    for kind, start, end in bar.parts:
        if end > start:
            x = scaled(start)
            parts.append(tag("rect", class_=kind, x=x + 1, y=4, width=max(3, scaled(end) - x), height=12))
    return _svg(f"0 0 {WIDTH} 20", *parts)


def _key(kind: str) -> Html:
    return tag("span", _svg("0 0 20 20", tag("rect", class_=kind, x=2, y=3, width=16, height=14)), class_="key")


def _svg(box: str, *parts: str) -> Html:
    return tag("svg", *parts, aria_hidden="true", viewBox=box, preserveAspectRatio="none", focusable="false")
