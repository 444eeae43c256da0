"""What a score sheet is: rows, each an indicator with a weight and a way from its value to points. Frozen, no reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from checker.base.errors import Text
from checker.language.tree import Expr
from checker.rulebook.rule import Basis, Reach, Rule, Validity


class Deduct(NamedTuple):
    """Full marks within [below, above]; beyond, `points` off for each `per`, never under 0.

    `each` says what counts: "full" (only whole steps), "started" (a step begun counts whole) or "proportional".
    """

    points: Expr
    per: Expr
    above: Expr | None
    below: Expr | None
    each: str = "full"


class Step(NamedTuple):
    """One line of a step table: `points` where value `op` `limit`; without a limit, for all that is left."""

    op: str
    limit: Expr | None
    points: Expr


class Steps(NamedTuple):
    """A step table: the first line that holds gives the points; the last has no limit, so one always does."""

    lines: tuple[Step, ...]


class Formula(NamedTuple):
    """Points as an expression about the indicator's subject, cut to 0…weight."""

    expression: Expr


Method = Deduct | Steps | Formula


class Row(NamedTuple):
    """One line of the sheet; `none` is "full" where an indicator that does not apply has full marks, else ""."""

    id: str
    groups: tuple[Text, ...]
    rule: Rule
    weight: Expr
    method: Method
    none: str
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form, as written in one file: whom and when it binds, and its rows in the order in which units fill them in."""

    id: str
    title: Text
    note: Text
    basis: tuple[Basis, ...]
    reach: Reach
    validity: Validity
    rows: tuple[Row, ...]
    file: str

    def expressions(self) -> Iterator[Expr]:
        """Yield every expression of the sheet."""
        for row in self.rows:
            yield row.weight
            parts = row.method.lines if isinstance(row.method, Steps) else [row.method]
            yield from (value for part in parts for value in part if isinstance(value, Expr))
