"""Columns of money that stand in a printed unit, such as 实际支出（万元）, turned exactly into fen by their digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.base.values import UNITS
from checker.cases.vocabulary import Entity
from checker.tables.warehouse import name, quoted


class UnitColumn(NamedTuple):
    """A heading that says its unit: the field it means, the unit, and how many decimals a fen is."""

    heading: str
    field: str
    unit: str
    decimals: int

    def wrong(self) -> str:
        """Return the condition under which a cell is no plain number, or finer than a fen."""
        part = f"(\\.[0-9]{{1,{self.decimals}}})?" if self.decimals else ""
        return f"NOT regexp_full_match({name(self.heading)}, '-?[0-9]{{1,{18 - self.decimals}}}{part}')"

    def columns(self) -> dict[str, str]:
        """Return the SQL of the packed columns that it stands for."""
        cell = name(self.heading)
        whole, part = f"split_part({cell}, '.', 1)", f"split_part({cell}, '.', 2)"
        digits = f"LENGTH({part})"
        return {
            self.field: f"CAST({whole} || rpad({part}, {self.decimals}, '0') AS BIGINT)",
            f"{self.field}__step": f"CAST('1' || repeat('0', {self.decimals} - {digits}) AS BIGINT)",
            f"{self.field}__unit": f"CASE WHEN {cell} IS NOT NULL THEN {quoted(self.unit)} END",
            f"{self.field}__decimals": f"CAST({digits} AS SMALLINT)",
        }


def unit_column(entity: Entity, heading: str) -> UnitColumn | None:
    """Return what a heading such as 实际支出（万元） or actual (万元) means; None for any other heading."""
    match = re.fullmatch(r"(.+?)\s*[（(]\s*(?:单位[:：]\s*)?(\S+?)\s*[）)]", heading)
    if match is None or match[2] not in UNITS:
        return None
    field = entity.by_name.get(match[1].strip())
    if field is None or field.type != "money":
        return None
    return UnitColumn(heading, field.id, match[2], len(str(UNITS[match[2]])) - 1)
