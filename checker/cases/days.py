"""Days of a case held against its fiscal year: what no report of that year can mean is a slip, spending in another year is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checker.base.errors import Text
from checker.base.named import NamedTuple

if TYPE_CHECKING:
    from checker.cases.case import Cell, Fact
    from checker.cases.vocabulary import Field, Vocabulary

FIRST = 1949
"""The first year that a day may lie in: contracts and assets may be old."""
BEHIND = 20
"""Years behind its fiscal year beyond which nothing that a report tells of can lie."""
LATE = 2
"""Years behind it that are usual (settlements, what was published late): a later one is told."""
SPENT = frozenset((("budget_line", "first_payment_date"), ("payment", "date"), ("reception", "date")))
"""Days on which money of the fiscal year is spent; another year may be right (a payment in January), and is told."""
_SHOWN = 3


def slip(year: int, last: int = 0) -> tuple[Text, Text]:
    """Return what is wrong with a day or year beyond those of reports on *year*, or on years to *last*, and what to do."""
    to = f"–{last}" if last > year else ""
    told = Text(
        f"不在 {FIRST} 年到案例年度（{year}{to}）之后 {BEHIND} 年以内",
        f"is not between {FIRST} and {BEHIND} years behind the year of the case ({year}{to})",
    )
    return told, Text("核对年份，是不是写错了数字", "look at the year: a digit may be wrong")


class Odd(NamedTuple):
    """Days and years of a case that cannot be (`slips`), and facts with one that is told, by field (`told`)."""

    slips: list[tuple[Field, Cell]]
    told: dict[tuple[str, str], list[Fact]]


def odd_days(year: int, facts: Mapping[str, Sequence[Fact]], vocabulary: Vocabulary) -> Odd:
    """Return the days and years of *facts* that do not go with the fiscal *year*; none where that is not known (0)."""
    found = Odd([], {})
    for entity, several in facts.items() if year else ():
        for field in vocabulary.dated(entity):
            spent = (entity, field.id) in SPENT
            for fact in several:
                value = fact.values.get(field.id)
                own = value.year if isinstance(value, date) else value
                if own is None or own == year:
                    continue
                if not FIRST <= own <= year + BEHIND:
                    found.slips.append((field, fact.cells[field.id]))
                elif spent or own > year + LATE:
                    found.told.setdefault((entity, field.id), []).append(fact)
    return found


def odd_note(year: int, told: Mapping[tuple[str, str], Sequence[Fact]], vocabulary: Vocabulary) -> tuple[Text, ...]:
    """Return what to tell of days and years in other years than usual."""
    notes = []
    for (entity, name), facts in told.items():
        field = vocabulary.entities[entity].fields[name]
        days = [str(fact.values[name]) for fact in facts[:_SHOWN]]
        more = " …" if len(facts) > _SHOWN else ""
        notes.append(
            Text(
                f"案例是 {year} 年度的，{len(facts)} 个{field.zh}在别的年份：{'、'.join(days)}{more}",
                f"the case is of {year}; {field.name('en')} in another year, {len(facts)}: {', '.join(days)}{more}",
            )
        )
    return tuple(notes)
