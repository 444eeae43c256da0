"""The same toy in SQL: what would stand in checker/engines/sql/leaves.py."""

from __future__ import annotations

from checker.engines.sql import build as b
from checker.engines.sql import numbers as n
from checker.engines.sql.leaves import LEAVES, Leaf, numbers, text_test


def _twice(value):
    return n.multiply(n.constant(2), value)


LEAVES["longer_than"] = Leaf(value=text_test(lambda one, two: b.compare(">", b.length(one), b.length(two))))
LEAVES["doubled"] = Leaf(
    number=numbers(_twice),
    ends=lambda compiler, node, at: n.Ends(*map(_twice, compiler.shared_ends(node.arguments[0], at))),
)
