"""The items of a report as the data that the HTML page lists, filters and sorts: both languages, every text once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from checker.base.values import EXACT
from checker.base.width import visible
from checker.findings.presented import FIGURES, Item, Presentation, ProblemShown
from checker.findings.rows import COLUMNS

SPELLED = 300
"""Findings with their arithmetic in the file; beyond it the page names the command that explains one."""
_ENDS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
"""What could end the element that holds the data, or a line of a script."""


class _Texts:
    """A table of texts: each is written once, and told by its number."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def number(self, text: str) -> int:
        return self.known.setdefault(visible(text), len(self.known))

    def pair(self, zh: str, en: str) -> Any:
        """Return the number of a text that is the same in both languages, or both numbers."""
        first, second = self.number(zh), self.number(en)
        return first if first == second else [first, second]

    def lists(self, zh: Iterable[str], en: Iterable[str]) -> list[list[int]]:
        return [[self.number(text) for text in texts] for texts in (zh, en)]


def embedded(zh: Presentation, en: Presentation, title: tuple[str, str]) -> str:
    """Return the data of the page as JSON that cannot end the element it stands in; *title* is the page's name.

    `problems` have what the items of each share, `rows` an item each; the positions are those that page.js names. Raises
    ValueError where the two languages do not tell of the same items.
    """
    texts = _Texts()
    problems: list[list[Any]] = []
    rows: list[list[Any]] = []
    told = 0
    for at, (left, right) in enumerate(zip(zh.pages, en.pages, strict=True)):
        for mine, other in zip(left.problems, right.problems, strict=True):
            problems.append(_problem(at, left.case.unit, mine, other, texts))
            for one, two in zip(mine.items, other.items, strict=True):
                rows.append(_item(len(problems) - 1, (one, two), (zh, en), texts, told < SPELLED))
                told += len(one.findings)
    heads = {name: texts.pair(*COLUMNS[name]) for name in ("subject", *FIGURES, "own", "amount")}
    data = {
        "title": title,
        "several": len(zh.pages) > 1,
        "heads": heads,
        "problems": problems,
        "rows": rows,
        "strings": list(texts.known),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ENDS)


def _problem(at: int, unit: str, mine: ProblemShown, other: ProblemShown, texts: _Texts) -> list[Any]:
    items = mine.items
    columns = list(mine.columns)
    columns += ["own"] if any(item.own is not None for item in items) else []
    columns += ["amount"] if any(item.amount is not None and item.amount != item.own for item in items) else []
    return [
        mine.no,
        f"p{at}-{mine.no}",
        at,
        mine.kind,
        texts.number(unit),
        texts.pair(mine.title, other.title),
        texts.pair(mine.kind_name, other.kind_name),
        texts.pair(mine.severity, other.severity),
        texts.pair(mine.stake, other.stake),
        texts.lists(mine.basis, other.basis),
        columns,
        int(len(items) == 1),
    ]


def _item(
    problem: int, item: tuple[Item, Item], shown: tuple[Presentation, Presentation], texts: _Texts, spelled: bool
) -> list[Any]:
    """Return one item: its problem, texts, figures as printed, and what an auditor looks up of each finding."""
    one, two = item
    figures = [texts.pair(zh, en) for zh, en in zip(_figures(one, shown[0]), _figures(two, shown[1]))]
    proofs = [
        [
            texts.number(finding.rule.id),
            finding.fingerprint,
            texts.number(", ".join(str(line) for line in sorted({spot.line for spot in finding.places}))),
            texts.pair(finding.state.zh, finding.state.en),
            *([texts.lists(finding.explanation.say("zh"), finding.explanation.say("en"))] if spelled else []),
        ]
        for finding in one.findings
    ]
    return [
        problem,
        texts.pair(one.name, two.name),
        texts.pair(one.severity, two.severity),
        texts.lists(one.told, two.told),
        texts.lists(one.sources, two.sources),
        figures,
        proofs,
    ]


def _figures(item: Item, shown: Presentation) -> list[str]:
    """Return the figures of an item as they stand in a table that names the unit, then its own amount and what of it counts."""
    found = []
    for name in FIGURES:
        value = item.figures.get(name)
        if isinstance(value, Decimal) and name != "ratio":
            found.append(shown.number(int(value.scaleb(6, EXACT))))
        else:
            found.append("" if value is None else str(value))
    return [*found, shown.number(item.own), shown.number(item.amount)]
