"""Tables that are no known form: their headings are held against the vocabulary, and everything read so is to be confirmed."""

from __future__ import annotations

import re

from checker.base.errors import Text
from checker.cases.vocabulary import Field, Vocabulary
from checker.intake.document import Cell, Note, Place, unread_column
from checker.intake.forms.collecting import Collected, short
from checker.intake.forms.grid import Head
from checker.intake.forms.lines import amount_of
from checker.intake.forms.owner import another, owner_in, owner_of, same_owner
from checker.intake.forms.recognising import Segment
from checker.intake.forms.units import named_above, of_heading, said_below, statements, two_above
from checker.intake.forms.words import TOP_NUMBERED, heading, label, plain
from checker.intake.reading import Evidence, Unit

ORDER = Text("序号", "the number of a row")
MOST_ABOVE = 2
"""Texts of a row above a head that is no row of the table before: a title, a unit."""
_NUMBER = re.compile(r"\s*[-+(（]?\d[\d,.]*[)）%％]?\s*")
LOOKED_AT = 8
"""Rows in which headings are looked for."""
Named = tuple[str, tuple[tuple[str, str, Place], ...]]
"""The key of a fact, and its texts."""
SUMS = ("合计", "总计")
TOTAL: dict[str, tuple[str, set[str]]] = {
    "three_public_line": (
        "three_public:three_public_total",
        {f"three_public:{kind}" for kind in ("abroad", "cars_together", "car_purchase", "car_running", "reception")},
    ),
    "budget_line": ("line:total", {"line:basic", "line:project"}),
}
"""What 合计 is, and what it is the total of."""
_NO_ITEM = re.compile("小计|合计|总计|^备注|^(?:共计|累计|总额|总数|总和)$|(?:汇总|之和|总和)$")
ITEM = re.compile(r"line:[0-9a-f]{10}$")
NAMES = (
    "项目名称",
    "支出项目",
    "项目",
    "名称",
    "科目名称",
    "支出内容",
    "支出类型",
    "支出类别",
    "支出分类",
    "支出名称",
    "支出",
    "类别",
    "三公类别",
)
"""Headings of the column that says what a row is."""
_ORDERS = frozenset(("序号", "编号", "行次"))


def read_unknown(segment: Segment, found: Collected, vocabulary: Vocabulary) -> None:
    """Propose the figures of a table whose columns are fields of budget lines, or of the three public expenses, by name.

    What its rows are named for decides which of the two it is: a table of 公务接待费 and 公务用车运行费 has no line of the budget.
    """
    tried: list[tuple[Head, int, dict[int, Field], str, dict[int, Named]]] = []
    for entity in ("three_public_line", "budget_line"):
        fields = {
            plain(name): field
            for name, field in vocabulary.entities[entity].by_name.items()
            if field.type == "money" and field.written
        }
        for row in range(segment.first, min(segment.last, segment.first + LOOKED_AT) + 1):
            head = Head(segment.grid, row, row, {})
            names = [column for column, path in head.paths.items() if path and path[0] in NAMES]
            columns = _columns(head, fields)
            facts = _facts(segment, head, names[0], entity, vocabulary) if len(names) == 1 and columns else {}
            if facts:
                tried.append((head, names[0], columns, entity, facts))
    if not tried:
        return
    best = max(tried, key=lambda each: len(each[4]))
    end = _rows(segment, found, *best)
    if end is not None:
        first = _begins(segment, best[0].last + 1, end)
        read_unknown(segment._replace(first=first, title="", above=()), found, vocabulary)


def _facts(segment: Segment, head: Head, name: int, entity: str, vocabulary: Vocabulary) -> dict[int, Named]:
    """Return what the rows of a table are; a row of the total is one only where those are there that it is the total of."""
    made: dict[int, Named] = {}
    for row in range(head.last + 1, segment.last + 1):
        mark = segment.grid.at(row, name)
        if mark is not None and mark.row == row and mark.text.strip():
            fact = _fact(mark, head.paths[name][0], entity, vocabulary)
            if fact is not None:
                made[row] = fact
    tops = {row for row in made if TOP_NUMBERED.match(plain(segment.grid.at(row, name).text))}  # type: ignore[union-attr]
    items = {row for row, (key, _) in made.items() if ITEM.match(key)}
    for row in tops & items if items - tops else ():  # 一、信息化类: a heading over the items below it
        del made[row]
    keys = [key for key, _ in made.values()]
    whole, parts = TOTAL[entity]
    summed = len(parts & set(keys)) > 1 and (entity != "budget_line" or not any(ITEM.match(key) for key in keys))
    bare = {row for row in made if label(segment.grid.at(row, name).text) in SUMS}  # type: ignore[union-attr]
    return {row: fact for row, fact in made.items() if fact[0] != whole or summed or row not in bare}


def _columns(head: Head, fields: dict[str, Field]) -> dict[int, Field]:
    """Return the columns that are headed by a field; two of one field are neither."""
    meant: dict[str, list[int]] = {}
    for column, path in head.paths.items():
        if path and path[0] in fields and len(head.chains[column]) == 1 and head.chains[column][0].columns <= 1:
            meant.setdefault(fields[path[0]].id, []).append(column)
    return {own[0]: fields[head.paths[own[0]][0]] for own in meant.values() if len(own) == 1}


def _rows(
    segment: Segment,
    found: Collected,
    head: Head,
    name: int,
    columns: dict[int, Field],
    entity: str,
    facts: dict[int, Named],
) -> int | None:
    """Propose the figures of the rows that are something a case has a place for; the row of the head of another table below, where there is one."""
    grid = segment.grid
    around = [
        *segment.above,
        *((c.place, c.text) for row in range(segment.first, head.first) for c in grid.starting(row)),
    ]
    named_units = named_above(around)
    shared = named_units[0] if len(named_units) == 1 else None
    said = said_below(grid, head.last + 1, segment.last)
    other, again = _other_owner(segment, head, found), _next_head(segment, head, name)
    end = min(other, again)
    orders = [column for column, path in head.paths.items() if path and path[0] in _ORDERS]
    found.context(
        (cell for row in facts if row < end for column in orders if (cell := grid.at(row, column)) is not None), ORDER
    )
    _left(segment, found, head, {name, *columns, *orders}, end)
    for row, (key, texts) in facts.items():
        if row >= end:
            break
        for column, field in columns.items():
            cell = grid.at(row, column)
            amount = amount_of(cell, found.spans) if cell is not None and _single(cell, row, column) else None
            unit: Unit | None = of_heading([*_over(segment, head, column), *head.chains[column]]) or shared
            if amount is None:
                continue
            if unit is not None and not said.holds(row, unit.text):
                found.tell(said.why(grid.table.place, row, unit.text))
                continue
            if not found.unit(amount.span, unit):
                if unit is None and amount.span.unit is None and len(named_units) > 1:
                    found.tell(two_above(grid.table.place, named_units))
                continue
            found.fact(key, entity, texts)
            mark = grid.at(row, name)
            assert mark is not None
            told = [Evidence("unknown table", head.paths[column][0]), Evidence("row", mark.text.strip())]
            found.propose(amount.span, key, field.id, "used", "confirm", told)
    return again if again < other and again <= segment.last else None


def _left(segment: Segment, found: Collected, head: Head, read: set[int], end: int) -> None:
    """Tell of the columns with a heading that nobody reads, and how many of their cells hold something."""
    left: dict[Place, tuple[str, int]] = {}
    for row in range(head.last + 1, min(end, segment.last + 1)):
        for cell in segment.grid.starting(row):
            if cell.column not in read and cell.text.strip() and head.chains[cell.column]:
                mark = head.chains[cell.column][-1]
                _, many = left.get(mark.place, ("", 0))
                left[mark.place] = " ".join(mark.text.split()), many + 1
    found.columns += [unread_column(place, text, many) for place, (text, many) in left.items()]


def _over(segment: Segment, head: Head, column: int) -> list[Cell]:
    """Return the heading over several columns that stands above one of them: 预算（万元）."""
    over = segment.grid.at(head.first - 1, column) if head.first > segment.first else None
    return [over] if over is not None and over.columns > 1 else []


def _begins(segment: Segment, first: int, head: int) -> int:
    """Return the row in which the table begins whose head stands in a row: its title, its unit, blank rows above."""
    row = head
    while row > first:
        texts = [cell.text for cell in segment.grid.starting(row - 1) if cell.text.strip()]
        if len(texts) > MOST_ABOVE or any(_NUMBER.fullmatch(text) for text in texts):
            break
        row -= 1
    return row


def _next_head(segment: Segment, head: Head, name: int) -> int:
    """Return the row in which a table with other headings begins; the same headings may be printed again on every page."""
    grid = segment.grid
    for row in range(head.last + 1, segment.last + 1):
        mark = grid.at(row, name)
        if mark is not None and mark.row == row and plain(mark.text) in NAMES:
            texts = {cell.column: heading(cell.text) for cell in grid.starting(row) if cell.text.strip()}
            if any(head.paths.get(column, ("",))[-1:] != (text,) for column, text in texts.items()):
                return row
    return segment.last + 1


def _other_owner(segment: Segment, head: Head, found: Collected) -> int:
    """Return the row from which a table is that of another unit, whose figures are told and not used."""
    grid, own = segment.grid, owner_of(segment, head.first)
    for row, said in statements(grid, head.last + 1, segment.last):
        name = owner_in([said])
        if name and own and not same_owner(own, name):
            why = another(name)
            found.notes.append(Note(grid.table.place, why))
            for at in range(row, segment.last + 1):
                found.context(grid.starting(at), why)
            return row
    return segment.last + 1


def _single(cell: Cell, row: int, column: int) -> bool:
    return (
        cell.row == row
        and cell.column == column
        and cell.rows <= 1
        and cell.columns <= 1
        and cell.state in ("", "inserted")
    )


def _fact(mark: Cell, named: str, entity: str, vocabulary: Vocabulary) -> Named | None:
    """Return the fact that a row is by its label: a level of expenditure, a kind of the three public expenses, or an item by its name."""
    words = vocabulary.enumerations["line_kind" if entity == "budget_line" else "three_public_kind"].values
    said = label(mark.text)
    for kind, names in words.items():
        if said in {heading(each) for each in names} | (
            set(SUMS) if kind in ("total", "three_public_total") else set()
        ):
            if kind in ("component", "item"):
                return None
            texts = (
                ("kind", kind, mark.place),
                *([("name", names[0], mark.place)] if entity == "budget_line" else []),
            )
            return f"{'line' if entity == 'budget_line' else 'three_public'}:{kind}", texts
    part = plain(mark.text).startswith("其中")  # of the row above, whose figures hold it
    if entity == "budget_line" and named == "项目名称" and not part and not _NO_ITEM.search(said):
        return f"line:{short(said)}", (("kind", "item", mark.place), ("name", mark.text.strip(), mark.place))
    return None
