"""One module a lint, each with `LINT`: its id, its page, a wrong and a right rule, and the check; `NAMES` is the list.

Lints do not say whether a rule works (loading and `rules test` do) but whether it is worth having.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import NamedTuple

from checker.authoring.remembered import Remembered
from checker.authoring.solver import Solver
from checker.base.errors import Place, Problem, Text
from checker.cases.case import Case
from checker.documents.node import Node
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Rule

NAMES = (
    "always-true",
    "always-false",
    "unmeetable-when",
    "unused-parameter",
    "parameter-dates",
    "weaker-refinement",
    "instrument-ended",
    "instrument-unchecked",
    "missing-language",
    "message-without-value",
    "literal-threshold",
    "same-outcomes",
    "not-linear",
    "file-name",
    "vacuous-pass",
)
"""Every lint; the module of one has its name with underscores."""


@dataclass
class Context:
    """What a lint looks at: the rulebook, the rules asked for, cases where given, and a day where one is given."""

    book: Rulebook
    rules: Sequence[Rule]
    cases: Sequence[Case] = ()
    as_of: date | None = None
    remembered: Remembered | None = None
    """Which rules were tried before and passed nothing without evidence; without it each is tried."""
    solver: Solver = field(init=False)

    def __post_init__(self) -> None:
        self.solver = Solver(self.book)


class Lint(NamedTuple):
    """One lint: `wrong` and `right` are lines of a rule file that show it, over the rule in `EXAMPLE`."""

    id: str
    title: Text
    why: Text
    wrong: str
    right: str
    check: Callable[[Context], Iterator[Problem]]


def lints(names: Sequence[str] = NAMES) -> list[Lint]:
    """Return these lints."""
    found: list[Lint] = []
    for name in names:
        lint: Lint = import_module(f"checker.authoring.lints.{name.replace('-', '_')}").LINT
        found.append(lint)
    return found


def node_of(rule: Rule, *keys: str) -> Node:
    """Return where the first of *keys* that the rule has stands in its file; else the rule's first line."""
    assert rule.source is not None
    from checker.rulebook.shapes import RULE_KEYS

    for key in keys:
        for known, value in rule.source.root.value:
            if known.value in (key, RULE_KEYS[key]):
                return value  # type: ignore[no-any-return]
    return rule.source.root


def at(rule: Rule, *keys: str) -> Place:
    """Return the place of a key's value in a rule file."""
    assert rule.source is not None
    return rule.source.place(node_of(rule, *keys))


EXAMPLE = """编号: example-rule
标题: 支出不得超过预算
英文标题: Spending must not exceed the budget
依据: {文件: 《示例办法》, 英文: Example Measures, 条款: 第一条, 核对: 未核实}
定性: 疑点
严重程度: 低
对象: 支出项目
要求: 实际支出 <= 年初预算
说明: "{项目名称}支出 {实际支出}，预算 {年初预算}"
英文说明: "{项目名称} spent {实际支出} of {年初预算}"
整改: 说明原因
英文整改: Explain why
"""
"""The rule that the examples of lints are small changes of."""


def example_text(changed: str) -> str:
    """Return the example rule with the lines of *changed* in place of those with the same keys, or added."""
    lines = dict(line.split(":", 1) for line in EXAMPLE.splitlines())
    blocks: dict[str, str] = {}
    current = ""
    for line in changed.strip("\n").splitlines():
        if line[:1] not in (" ", "-") and ":" in line:
            current, rest = line.split(":", 1)
            blocks[current] = rest
        else:
            blocks[current] += "\n" + line
    merged = {key: rest for key, rest in (lines | blocks).items() if rest.strip() != "（删去）"}
    return "".join(f"{key}:{rest}\n" for key, rest in merged.items())
