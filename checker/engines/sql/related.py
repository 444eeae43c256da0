"""Related facts in SQL: quantifiers and aggregates, each a grouped SELECT that is joined to the one it is asked in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.engines.sql import build as b
from checker.engines.sql import numbers as n
from checker.engines.sql.frames import Block
from checker.engines.sql.intervals import IntervalSql
from checker.engines.sql.numbers import Num
from checker.language.scope import Definition
from checker.language.tree import (
    Aggregate,
    DefinitionRef,
    Expr,
    FieldRef,
    ParameterRef,
    Path,
    Quantifier,
    children,
    unknown,
)
from checker.language.visitor import called
from checker.language.words import QUANTIFIERS


class RelatedSql(IntervalSql):
    """The part of the compiler that knows lists of facts; what is asked of each comes from the class that adds it."""

    as_of: Expr | None
    dialect: str
    definitions: dict[tuple[str, str], Definition]

    def inside(self, path: Expr, bodies: list[Expr | None], at: Block) -> tuple[Block, str, Any]:
        """Return the aggregate over *path* in which *bodies* are read, its alias here, whether it is complete."""
        assert isinstance(path, Path)
        depth = len(at.frames)
        reached = {d for body in bodies if body is not None for d in self._depths(body)}
        height = max((self.height(body, at) for body in bodies if body is not None), default=0)
        return at.statement.related(at, depth, path, any(0 <= d < depth for d in reached), height)

    def height(self, node: Expr, at: Block) -> int:
        """Return how many lists of facts are asked one inside another in *node*, definitions included."""
        known = at.statement.heights.get(id(node))
        if known is None:
            inner = (
                [self.definitions[(node.entity, node.name)].expr] if isinstance(node, DefinitionRef) else children(node)
            )
            below = max([self.height(child, at) for child in inner], default=0)
            known = at.statement.heights[id(node)] = below + isinstance(node, (Aggregate, Quantifier)), node
        return known[0]

    def _depths(self, node: Expr) -> Iterator[int]:
        """Yield the depths of the facts that *node* reads."""
        if isinstance(node, (FieldRef, DefinitionRef, Path)):
            yield node.depth
        if isinstance(node, ParameterRef) and self.as_of is not None:
            yield 0
        for child in children(node):
            yield from self._depths(child)

    def _quantifier(self, node: Quantifier, at: Block) -> Any:
        if node.kind not in QUANTIFIERS:
            raise unknown(self, node)
        block, alias, complete = self.inside(node.path, [node.body], at)
        block.picks(None)
        body = block.shared(self.value(node.body, block))
        settles = b.negate(body) if node.kind == "every" else body
        hit = b.column(alias, block.value(b.count_if(settles)))
        open_ = b.coalesce(b.column(alias, block.value(b.count_if(b.unknown(body)))), b.integer(0))
        certain = b.both(complete, b.compare("=", open_, b.integer(0)))
        return b.case(
            (b.compare(">", hit, b.integer(0)), b.truth(node.kind == "some")), (certain, b.truth(node.kind != "some"))
        )

    def members(self, node: Aggregate, at: Block) -> tuple[Block, str, Any, Any]:
        """Return the aggregate block, its alias, what makes it complete, and the condition on its facts."""
        block, alias, complete = self.inside(node.path, [node.condition, node.body], at)
        condition = None if node.condition is None else block.shared(self.value(node.condition, block))
        block.picks(condition)
        return block, alias, complete, condition

    def settled(self, block: Block, alias: str, complete: Any, condition: Any, value: Any) -> Any:
        """Return whether an aggregate is known: all facts there, every condition and every wanted value known."""
        doubts = [] if value is None else [b.unknown(value)]
        if condition is not None:
            wanted = [b.both(condition, doubt) for doubt in doubts]
            doubts = [b.unknown(condition), *wanted]
        if not doubts:
            return complete
        bad = b.coalesce(b.column(alias, block.value(b.count_if(b.either(*doubts)))), b.integer(0))
        return b.both(complete, b.compare("=", bad, b.integer(0)))

    def _aggregate_number(self, node: Aggregate, at: Block) -> Num:
        called(self, node)
        block, alias, complete, condition = self.members(node, at)
        if node.function == "count":
            known = self.settled(block, alias, complete, condition, None)
            many = b.count_all() if condition is None else b.count_if(condition)
            counted = b.coalesce(b.column(alias, block.value(many)), b.integer(0))
            return Num(b.case((known, counted)), 0, n.MANY)
        assert node.body is not None
        if node.function == "listed_sum" and b.never(condition):
            return n.constant(0)
        body = self.number(node.body, block)
        if node.function == "listed_sum":
            return self.folded("sum", block, alias, b.truth(True), condition, body)
        known = self.settled(block, alias, complete, condition, body.sql)
        return self.folded(node.function, block, alias, known, condition, body)

    def folded(self, function: str, block: Block, alias: str, known: Any, condition: Any, body: Num) -> Num:
        """Return sum, min or max of *body* over the facts wanted, where that is *known*."""
        wanted = body if condition is None else body._replace(sql=b.case((condition, body.sql)), const=None)
        if function == "sum":
            total = n.total(wanted, self.dialect)
            name = block.value(total.sql)
            return total._replace(sql=b.case((known, b.coalesce(b.column(alias, name), b.integer(0)))))
        extreme = _extreme(function, wanted.sql)
        return wanted._replace(sql=b.case((known, b.column(alias, block.value(extreme)))), const=None)

    def _aggregate(self, node: Aggregate, at: Block) -> Any:
        """Return the earliest or latest date."""
        block, alias, complete, condition = self.members(node, at)
        assert node.body is not None
        body = self.value(node.body, block)
        known = self.settled(block, alias, complete, condition, body)
        wanted = body if condition is None else b.case((condition, body))
        return b.case((known, b.column(alias, block.value(_extreme(node.function, wanted)))))


def _extreme(function: str, inner: Any) -> Any:
    from sqlglot import exp

    if function not in ("min", "max"):
        raise unknown("the extreme of facts in SQL", function)
    return (exp.Min if function == "min" else exp.Max)(this=inner)
