"""What the laws of judgement are tried with: every case there is, and changes that take away, reorder or rewrite.

A change is made on the nodes of a document, which keep their lines and columns: a subject is the same subject before and
after by where it stands, whatever its id became.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from conftest import ROOT

from checker.api import load_rules
from checker.authoring.examples import example_case
from checker.base.errors import InputError
from checker.base.values import UNITS
from checker.cases.case import Case, Cell
from checker.cases.reader import LIST_KEYS, read_case
from checker.cases.valuereader import VALUE_KEYS
from checker.documents.node import Node
from checker.documents.source import parse_text, read_source
from checker.engines.evaluator import evaluate
from checker.engines.outcome import Check
from checker.rulebook.rule import Example, Rule

BOOK = load_rules(examples=True)
HEAD = {
    "name",
    "单位名称",
    "jurisdiction",
    "行政区划",
    "level",
    "budget_level",
    "预算级次",
    "unit_kind",
    "单位性质",
    "year",
    "fiscal_year",
    "预算年度",
    "amounts",
    "金额口径",
    "schema",
    "source",
    "出处",
    "id",
    "编号",
}
"""Keys that say whose facts these are, how they are written and what they are called: no facts themselves."""

Key = tuple[str, str, int, int, str]
"""A rule and a subject: entity, line and column, and for a group its id."""


class Law(NamedTuple):
    """One document that the laws are tried on: what it is called, its root, how it is read, and the rules that judge it."""

    name: str
    root: Node
    make: Callable[[Node], Case]
    rules: tuple[str, ...]
    """The rules that judge it; empty for all."""
    number: int = 0
    """The place of an example among those of its rule."""

    def read(self, root: Node) -> Case | None:
        """Return the case with *root* for its document; nothing where that is refused."""
        try:
            return self.make(root)
        except InputError:
            return None

    def judge(self, root: Node) -> dict[Key, Check] | None:
        """Return the evaluator's checks by subject; nothing where the document is refused."""
        case = self.read(root)
        if case is None:
            return None
        plan = BOOK.plan_of(case, *self.rules) if self.rules else BOOK.plan(case)
        return {key_of(check): check for check in evaluate(plan, case, traced=False)}


def key_of(check: Check) -> Key:
    """Return what a check is known by."""
    subject = check.subject
    group = subject.id if subject.entity.endswith("*") else ""
    return check.rule.id, subject.entity, 0 if group else subject.line, 0 if group else subject.column, group


def cases() -> Iterator[Law]:
    """Yield every bundled case and every example case."""
    folder = ROOT / "cases"
    for path in sorted([*folder.glob("*.yaml"), *(folder / "examples").glob("*.yaml")]):
        source = read_source(str(path), path.read_bytes())
        yield Law(path.name, source.root, lambda root, s=source: read_case(s.part(root), BOOK.vocabulary), ())


def texts(named: Iterable[tuple[str, str]]) -> Iterator[Law]:
    """Yield cases written in a test, judged by all rules."""
    for name, text in named:
        source = parse_text(name, text)
        yield Law(name, source.root, lambda root, s=source: read_case(s.part(root), BOOK.vocabulary), ())


def examples(rules: Sequence[Rule] | None = None) -> Iterator[Law]:
    """Yield every example of every rule, judged by that rule."""
    for rule in BOOK.rules.values() if rules is None else rules:
        for number, one in enumerate(rule.examples):
            name = f"{rule.id}[{number}] {one.name}"

            def make(root: Node, rule: Rule = rule, one: Example = one) -> Case:
                return example_case(BOOK, rule, one._replace(facts=root))

            yield Law(name, one.facts, make, (one.rule or rule.id,), number)


# ---- taking away


def plain(text: str, like: Node) -> Node:
    """Return a word written where *like* stands."""
    return Node("plain", text, like.line, like.column)


def taken(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Yield the document with one given fact taken away, in each way that there is, and what was done.

    A key is removed; its value becomes 待填; a list becomes one that is not known to be complete; what is said to be whole or
    not disclosed is no longer said. Not an entry of a list: a list without it says something else, it does not say less.
    """
    if node.kind == "list":
        for index, entry in enumerate(node.value):
            for told, changed in taken(entry, f"{path}[{index}]"):
                yield (
                    told,
                    Node("list", [*node.value[:index], changed, *node.value[index + 1 :]], node.line, node.column),
                )
        return
    if node.kind != "map":
        return
    pairs: list[tuple[Node, Node]] = node.value

    def rebuilt(index: int, *pair: tuple[Node, Node]) -> Node:
        return Node("map", [*pairs[:index], *pair, *pairs[index + 1 :]], node.line, node.column)

    for index, (key, value) in enumerate(pairs):
        if key.value in HEAD or value.value == "待填":  # what is still to be filled in was not given
            continue
        at = f"{path}.{key.value}"
        yield f"{at} removed", rebuilt(index)
        if key.value in ("transcribed", "转录", "not_disclosed", "未披露"):
            continue
        yield f"{at} 待填", rebuilt(index, (key, plain("待填", value)))
        words = {known.value for known, _ in value.value} if value.kind == "map" else set()
        if value.kind == "list" or value.value in ("无", "[]"):
            if value.kind == "list":
                items = [(plain("complete", value), plain("false", value)), (plain("items", value), value)]
                yield f"{at} partial", rebuilt(index, (key, Node("map", items, value.line, value.column)))
                for told, changed in taken(value, at):
                    yield told, rebuilt(index, (key, changed))
        elif words and words <= set(LIST_KEYS):
            for place, (inner, entries) in enumerate(value.value):
                if LIST_KEYS[inner.value] == "items":
                    for told, changed in taken(entries, at):
                        again = [*value.value[:place], (inner, changed), *value.value[place + 1 :]]
                        yield told, rebuilt(index, (key, Node("map", again, value.line, value.column)))
        elif words and not words <= set(VALUE_KEYS):
            for told, changed in taken(value, at):
                yield told, rebuilt(index, (key, changed))


# ---- putting in another order


def shuffled(node: Node, chance: random.Random) -> Node:
    """Return *node* with the keys of every group and the entries of every list in another order."""
    if node.kind == "map":
        pairs = [(key, shuffled(value, chance)) for key, value in node.value]
        chance.shuffle(pairs)
        return Node("map", pairs, node.line, node.column)
    if node.kind == "list":
        entries = [shuffled(entry, chance) for entry in node.value]
        chance.shuffle(entries)
        return Node("list", entries, node.line, node.column)
    return node


# ---- writing in another unit

HUNDRED_MILLION = UNITS["亿元"]


def amounts(case: Case) -> dict[tuple[int, int], tuple[int, Cell]]:
    """Return the amounts that stand in a document, by line and column, with the decimals that 亿元 needs for the same step."""
    found = {}
    for fact in case.each():
        entity = case.vocabulary.entities[fact.entity]
        for name, cell in fact.cells.items():
            if name in entity.fields and entity.fields[name].type == "money" and cell.line and not cell.derived:
                shown = len(cell.text.removesuffix(cell.unit).partition(".")[2])
                if cell.text.endswith(cell.unit) and shown < cell.decimals:
                    continue  # 748万元 among figures of two decimals: as a term it has two, as the same figure none
                ratio = HUNDRED_MILLION // UNITS[cell.unit]
                found[(cell.line, cell.column)] = (len(str(ratio)) - 1 + cell.decimals, cell)
    return found


def rewritten(node: Node, places: dict[tuple[int, int], tuple[int, Cell]], coarse: bool) -> Node:
    """Return *node* with every amount in 亿元 (else in the smallest unit that can say as much), the last digit where it was."""
    if node.kind == "map":
        return Node("map", [(k, rewritten(v, places, coarse)) for k, v in node.value], node.line, node.column)
    if node.kind == "list":
        return Node("list", [rewritten(v, places, coarse) for v in node.value], node.line, node.column)
    known = places.get((node.line, node.column))
    if known is None:
        return node
    decimals, cell = known
    if not coarse:
        step = UNITS[cell.unit] // 10**cell.decimals
        unit = next((word for word in ("元", "百元", "千元", "万元", "百万元") if UNITS[word] == max(step, 100)), None)
        if unit is not None:
            places_ = 2 if step == 1 else 1 if step == 10 else 0
            return plain(figure(cell.value, UNITS[unit], places_) + unit, node)
    return plain(figure(cell.value, HUNDRED_MILLION, decimals) + "亿元", node)


def figure(fen: int, unit: int, decimals: int) -> str:
    """Return an amount in *unit* with so many decimals; it must be exact."""
    scaled, rest = divmod(abs(fen) * 10**decimals, unit)
    assert rest == 0, (fen, unit, decimals)
    digits = str(scaled).rjust(decimals + 1, "0")
    text = digits if not decimals else f"{digits[:-decimals]}.{digits[-decimals:]}"
    return ("-" if fen < 0 else "") + text
