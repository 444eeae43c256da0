"""In what unit of money a table stands: in the heading of a column, in the head, above the table. None is assumed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.base.values import UNIT_WORDS, UNITS
from checker.intake.document import Cell, Paragraph, Place
from checker.intake.forms.grid import Head
from checker.intake.reading import Unit
from checker.mapping.headings import unit_above, unit_in


def same_unit(text: str) -> str:
    """Return a unit of money by its first name: 万 is 万元."""
    return UNIT_WORDS.get(text, text)


def of_heading(chain: Sequence[Cell]) -> Unit | None:
    """Return the unit that the headings of a column name, the lowest first."""
    for cell in reversed(chain):
        unit = same_unit(unit_in(cell.text)[1])
        if unit in UNITS:
            return Unit(unit, "heading", cell.place)
    return None


def of_head(head: Head, values: Iterable[int]) -> Unit | None:
    """Return the unit that the head names outside the columns of figures, as 项目资金（万元）; none where it names two."""
    own = set(values)
    found: dict[str, Unit] = {}
    for column, chain in head.chains.items():
        unit = None if column in own else of_heading(chain)
        if unit is not None:
            found.setdefault(unit.text, unit)
    return next(iter(found.values())) if len(found) == 1 else None


def above(texts: Iterable[tuple[Place, str]]) -> Unit | None:
    """Return the unit that stands above a table, as 单位：万元; none where two are named, a foreign one as it is written."""
    found: dict[str, Unit] = {}
    for place, text in texts:
        for line in text.splitlines():
            unit = same_unit(unit_above([line]))
            if unit:
                found.setdefault(unit, Unit(unit, "page", place))
    return next(iter(found.values())) if len(found) == 1 else None


def paragraph_texts(blocks: Iterable[Paragraph]) -> list[tuple[Place, str]]:
    """Return places and texts of paragraphs that a reader of the printed document sees."""
    return [(block.place, block.text) for block in blocks if block.state in ("", "inserted")]
