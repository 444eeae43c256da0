"""The same toys in SQL: what would stand in checker/engines/sql/leaves.py."""

from __future__ import annotations

from checker.engines.sql import build as b
from checker.engines.sql import numbers as n
from checker.engines.sql.leaves import LEAVES, Leaf, numbers, text_test


def _twice(value):
    return n.multiply(n.constant(2), value)


def _plus_twice(compiler, node, at):
    return n.add(compiler.number(node.left, at), _twice(compiler.number(node.right, at)))


def _plus_twice_ends(compiler, node, at):
    one, two = compiler.ends(node.left, at), compiler.ends(node.right, at)
    return n.Ends(n.add(one.low, _twice(two.low)), n.add(one.high, _twice(two.high)))


LEAVES["plus_twice"] = Leaf(number=_plus_twice, ends=_plus_twice_ends)
LEAVES["longer_than"] = Leaf(value=text_test(lambda one, two: b.compare(">", b.length(one), b.length(two))))
LEAVES["doubled"] = Leaf(
    number=numbers(_twice),
    ends=lambda compiler, node, at: n.Ends(*map(_twice, compiler.shared_ends(node.arguments[0], at))),
)
