"""The functions that look into other cases of a run: their words and types, and how a comparison with one reads at its ends.

A figure of peers lies between two ends where some of them lack theirs: all that are missing at the low end, all at the high.
A comparison is monotone in such a figure, so it is settled where both ends agree (tree.Bounded).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from checker.base.errors import Text
from checker.base.frozen import changed
from checker.base.named import NamedTuple
from checker.cases.case import Elsewhere, Fact
from checker.language.columns import NUMERIC, Doc, Shown
from checker.language.tree import (
    Across,
    Binary,
    Bounded,
    DefinitionRef,
    Expr,
    Literal,
    ParameterRef,
    Unary,
    children,
    walk,
)

if TYPE_CHECKING:
    from checker.language.scope import Definition

PEERS = Doc(
    "across",
    Text(
        "同类单位（规则“同类”所说的其他单位，同一年度，不含本单位）的数。中位数、分位数取排好序的第 ⌈p×n⌉ 个数（n 是有数的家数，中位数即 50% 分位），不插值；名次是比本单位大的家数加一；家数是满足条件的家数。没有数的单位不计，另按都在最低、都在最高各算一遍，两头不一致就待核；有数的家数不到“至少”也待核。",
        "A figure of the peers: the other units that the rule's `peers` describes, of the same year, without the unit itself. Median and quantile take the ⌈p×n⌉-th figure in order (n peers have one; the median is the 50 % quantile), nothing is interpolated; the rank is one more than the peers with a greater figure; the count is of the peers that meet a condition. A peer without the figure is left out, and the comparison is made with all of those at the low end and with all at the high end: where the two differ, and where fewer have it than `at_least`, it is unknown.",
    ),
    (
        Shown("本年收入 不超过 200% × 同类中位数(本年收入)", "income <= 200% * peer_median(income)", ""),
        Shown("本年收入 不超过 同类分位数(本年收入, 95%)", "income <= peer_quantile(income, 95%)", ""),
        Shown("同类名次(本年收入) 超过 3", "peer_rank(income) > 3", ""),
        Shown("同类家数(公务用车数量 > 0) 不少于 5", "peer_count(cars > 0) >= 5", ""),
        Shown(
            "本年收入 不超过 50% × (本年收入 + 同类合计(本年收入))", "income <= 50% * (income + peer_sum(income))", ""
        ),
    ),
)
OTHERS = Doc(
    "across",
    Text(
        "其他单位的案例里，同一种事实列着同样的值（可以写几个，都要相同）：其他单位数是几家，其他单位合计是它们的金额合计，其他年度数是本单位别的年度的案例有几个。只看列出来的，没有列的不算；本案例的值不知道，结果未知；别处列着而没有金额的，合计未知。",
        "The same value of the same kind of fact in other cases (of several, all must be the same): other_units is how many other units list it, other_sum the sum of an amount there, other_years how many cases of other years the unit itself has with it. Only what is listed counts; unknown where the case's own value is, and a sum where something listed elsewhere lacks its amount.",
    ),
    (
        Shown("其他单位数(供应商, 合同金额) = 0", "other_units(supplier, amount) = 0", ""),
        Shown(
            "合同金额 + 其他单位合计(合同金额, 供应商) 低于 100万元",
            "amount + other_sum(amount, supplier) < 100万元",
            "",
        ),
        Shown("其他年度数(供应商, 合同金额) = 0", "other_years(supplier, amount) = 0", ""),
    ),
)
LAST_YEAR = Doc(
    "across",
    Text(
        "本单位上一年度的案例里这个式子的值；没有那个案例或那里没有数，未知。",
        "What an expression comes to in the unit's own case of the year before; unknown without that case, or where it lacks a figure.",
    ),
    (Shown("上年收入 ≈ 上年案例(本年收入)", "prior_income ≈ last_year(income)", ""),),
)


class AcrossFunction(NamedTuple):
    """One function that looks into other cases; `peers` whether into those of the peers, `facts` whether at any kind of subject."""

    id: str
    words: tuple[str, ...]
    takes: tuple[str, ...]
    """What each value is: figure (a number or ratio), amount (no ratio), condition, share (a literal percentage) or key."""
    many: bool
    """Whether the last may be repeated."""
    gives: str
    """The type of what it comes to; "": that of its first value."""
    peers: bool
    rising: int
    """Whether a greater figure of a peer makes it greater (1), smaller (-1) or, of a condition, no such thing (0)."""
    doc: Doc

    @property
    def own(self) -> bool:
        """Whether it is unknown where the case's own values are."""
        return (not self.peers and self.id != "last_year") or self.id == "peer_rank"

    @property
    def lacks(self) -> str:
        """Why it is unknown where the case's own values are not (Missing.why)."""
        return "peers" if self.peers else "earlier"

    @property
    def whole(self) -> bool:
        """Whether it is a figure of the unit as a whole, and not of each fact that a rule speaks of."""
        return self.peers or self.id == "last_year"


_FUNCTIONS = (
    AcrossFunction("peer_median", ("peer_median", "同类中位数"), ("figure",), False, "", True, 1, PEERS),
    AcrossFunction("peer_quantile", ("peer_quantile", "同类分位数"), ("figure", "share"), False, "", True, 1, PEERS),
    AcrossFunction("peer_rank", ("peer_rank", "同类名次"), ("figure",), False, "number", True, 1, PEERS),
    AcrossFunction("peer_count", ("peer_count", "同类家数"), ("condition",), False, "number", True, 0, PEERS),
    AcrossFunction("peer_sum", ("peer_sum", "同类合计"), ("amount",), False, "", True, 1, PEERS),
    AcrossFunction("other_units", ("other_units", "其他单位数"), ("key",), True, "number", False, 0, OTHERS),
    AcrossFunction("other_sum", ("other_sum", "其他单位合计"), ("amount", "key"), True, "", False, 0, OTHERS),
    AcrossFunction("other_years", ("other_years", "其他年度数"), ("key",), True, "number", False, 0, OTHERS),
    AcrossFunction("last_year", ("last_year", "上年案例"), ("figure",), False, "", False, 0, LAST_YEAR),
)
FUNCTIONS = {known.id: known for known in _FUNCTIONS}
YUAN = 100
"""One yuan, in fen."""
TAKEN = {
    "figure": (*NUMERIC, "ratio"),
    "amount": NUMERIC,
    "condition": ("boolean",),
    "share": ("percent",),
    "key": ("text", "date", "money"),
}
"""The types that each kind of value may have."""


def told_of(subject: Fact, key: str, whole: bool) -> Elsewhere | None:
    """Return what other cases give under *key* for *subject*; nothing where nobody asked them."""
    case = subject.root.case
    return None if case is None or case.across is None else case.across.get((key, "" if whole else subject.id))


def across(tree: Expr) -> list[Across]:
    """Return the figures of other cases in *tree*, in order; those of a bounded comparison as it was written."""
    return [node for node in walk(tree) if isinstance(node, Across) and not node.end and not node.part]


def rounds(node: Across) -> bool:
    """Whether a figure was printed in one other case, and is kept with the doubled interval that it was rounded from (`low`, `high`)."""
    return node.function == "last_year" and node.type != "ratio" and not node.end and not node.part


def spread(node: Expr) -> bool:
    """Whether *node* is a figure of peers, which lies between two ends."""
    return isinstance(node, Across) and FUNCTIONS[node.function].peers


def per_one(node: Expr, definitions: Mapping[tuple[str, str], Definition]) -> bool:
    """Whether a ratio is an amount for each one of something: money ÷ (a number × 1 yuan)."""
    if node.type != "ratio":
        return False
    if isinstance(node, DefinitionRef):
        return per_one(definitions[(node.entity, node.name)].expr, definitions)
    if isinstance(node, Across):
        return per_one(node.arguments[0], definitions)
    if isinstance(node, Binary) and node.op == "/":
        return _times_one_yuan(node.right) is not None
    return any(per_one(part, definitions) for part in children(node))


def _times_one_yuan(node: Expr) -> Expr | None:
    """Return the number that one yuan is multiplied by."""
    if isinstance(node, Binary) and node.op == "*":
        for one, other in ((node.left, node.right), (node.right, node.left)):
            if isinstance(one, Literal) and one.kind == "money" and one.value == YUAN:
                return other
    return None


def for_each(node: Expr) -> Binary | None:
    """Return an amount for each one of something as it is said: money ÷ number."""
    if isinstance(node, Binary) and node.op == "/" and (number := _times_one_yuan(node.right)) is not None:
        return changed(node, right=number)
    return None


def bounded(said: Binary) -> Bounded | None:
    """Return a comparison by size with figures of peers as it reads at their ends; nothing where it is not monotone in them."""
    greater = said.op in (">", ">=")
    if not greater and said.op not in ("<", "<="):
        return None
    up, down = (1, -1) if greater else (-1, 1)
    ends = []
    for easily in (False, True):
        sides = [_at(said.left, up if easily else -up), _at(said.right, down if easily else -down)]
        if None in sides:
            return None
        ends.append(changed(said, left=sides[0], right=sides[1]))
    return Bounded(said, *ends, span=said.span, type="boolean")


def factors(node: Expr) -> Iterator[ParameterRef]:
    """Yield the parameters that a figure of peers is multiplied by: none of their values may be below zero."""
    for part in walk(node):
        if isinstance(part, Binary) and part.op == "*":
            for one, other in ((part.left, part.right), (part.right, part.left)):
                if isinstance(one, ParameterRef) and any(map(spread, walk(other))):
                    yield one


def _at(node: Expr, sign: int) -> Expr | None:
    """Return *node* with its figures of peers at those ends where it is greatest (or, below zero, least); None where that is not known."""
    if isinstance(node, Across) and spread(node):
        return changed(node, end="high" if sign > 0 else "low")
    if not any(spread(part) for part in walk(node)):
        return node
    if isinstance(node, Unary) and node.op == "neg":
        inner = _at(node.operand, -sign)
        return None if inner is None else changed(node, operand=inner)
    if not isinstance(node, Binary) or node.op not in ("+", "-", "*"):
        return None
    if node.op != "*":
        left, right = _at(node.left, sign), _at(node.right, sign if node.op == "+" else -sign)
        return None if left is None or right is None else changed(node, left=left, right=right)
    for factor, other in ((node.left, node.right), (node.right, node.left)):
        if factor.type in ("number", "percent") and isinstance(factor, (Literal, ParameterRef)):
            moved = _at(other, -sign if isinstance(factor, Literal) and factor.value < 0 else sign)
            if moved is None:
                return None
            return (
                changed(node, left=factor, right=moved)
                if factor is node.left
                else changed(node, left=moved, right=factor)
            )
    return None
