"""Reads the examples that a rule carries: the outcome wanted, and the fragment of a case that must give it."""

from __future__ import annotations

from checker.base.errors import Text
from checker.documents.node import Node
from checker.language.scope import Scope
from checker.language.tokens import Lexicon
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Example
from checker.rulebook.shapes import EXAMPLE_KEYS, OTHER_KEYS, OUTCOMES

MOST = 100
"""Other units in an example that are all alike."""


def read_examples(reader: FileReader, node: Node | None, scope: Scope, lexicon: Lexicon) -> tuple[Example, ...]:
    """Return the examples in *node*; what is wrong with them is noted in the reader's problems."""
    if node is None:
        return ()
    if node.kind != "list":
        told = Text("示例要写成清单（每条以 - 开头）", "examples is a list")
        reader.problem("list-wanted", node, told, Text("写成 - {结论: …, 事实: …}", "write - {outcome: …, facts: …}"))
        return ()
    return tuple(example for entry in node.value if (example := _example(reader, entry, scope, lexicon)) is not None)


def _example(reader: FileReader, entry: Node, scope: Scope, lexicon: Lexicon) -> Example | None:
    body = reader.mapping(entry, EXAMPLE_KEYS)
    outcome = reader.choice(body.get("outcome"), OUTCOMES, Text("结论", "the outcome"), "")
    if not outcome or "facts" not in body:
        if "outcome" not in body or "facts" not in body:
            told = Text("示例要写结论（outcome）和事实（facts）", "an example needs an outcome and facts")
            reader.problem(
                "example", entry, told, Text("写成 {结论: 不符合, 事实: …}", "write {outcome: fail, facts: …}")
            )
        return None
    year = reader.text(body.get("year"))
    if year and not (len(year) == 4 and year.isascii() and year.isdigit()):
        told = Text(f"“{year}”不是年份", f"{year!r} is not a year")
        reader.problem("bad-year", body["year"], told, Text("例如 2020", "such as 2020"))
        year = ""
    return Example(
        outcome,
        reader.text(body.get("name")),
        entry,
        body["facts"],
        boundary=reader.text(body.get("boundary")) in ("true", "是", "yes"),
        subject=reader.text(body.get("subject")),
        year=int(year) if year else None,
        jurisdiction=reader.text(body.get("jurisdiction")),
        value=reader.expression(body.get("value"), scope, lexicon),
        rule=reader.text(body.get("rule")),
        amount=reader.expression(body.get("amount"), scope, lexicon, "money"),
        nature=reader.expression(body.get("nature"), scope, lexicon, "enum:nature"),
        others=_others(reader, body.get("others")),
        severity=reader.expression(body.get("severity"), scope, lexicon, "enum:severity"),
    )


def _others(reader: FileReader, node: Node | None) -> tuple[tuple[Node, int], ...]:
    """Return the facts of the other cases that an example holds, each with how many units are alike."""
    found = []
    if node is not None and node.kind != "list":
        told = Text("其他案例要写成清单（每条以 - 开头）", "others is a list of cases")
        reader.problem(
            "list-wanted", node, told, Text("写成 - {事实: {…}, 家数: 10}", "write - {facts: {…}, times: 10}")
        )
    for entry in node.value if node is not None and node.kind == "list" else ():
        body = reader.mapping(entry, OTHER_KEYS)
        reader.lacking(entry, body, OTHER_KEYS)
        times = reader.text(body.get("times")) or "1"
        if not (times.isascii() and times.isdigit() and 0 < int(times) <= MOST):
            told = Text(f"家数是 1 到 {MOST} 的整数", f"times is a whole number from 1 to {MOST}")
            reader.problem("times", body["times"], told)
        elif "facts" in body:
            found.append((body["facts"], int(times)))
    return tuple(found)
