"""What a form expects and a document does not print: rows, cells, and the other tables of a set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checker.base.errors import Text
from checker.intake.document import Place
from checker.intake.forms.lines import Amount, Line
from checker.intake.forms.model import Band, Form, RowRule
from checker.intake.forms.recognising import Sheet
from checker.intake.reading import Expected

_NO_ROW = Text("表里应有这一行，没有找到", "the form has this row, and it was not found")
_NO_COLUMN = Text("表里应有这一栏，没有找到", "the form has this column, and it was not found")
_BLANK = Text("这一格是空的", "the cell is blank")
_NOT_READ = Text(
    "这一格有字，没有读成一个数（单位、写法）", "the cell was not read as one figure (its unit, how it is written)"
)
_EMPTY = Text("表里一个数也没有读出", "not one figure of the table was read")
_NO_TABLE = Text("成套的表里没有认出这一张", "this table of the set was not recognised")


class Lack(NamedTuple):
    """A cell that a form expects: its row and column as the form calls them ("" for a whole row), the rule of the row, and why it lacks."""

    row: str
    column: str
    rule: RowRule | None
    why: Text


def lacking(band: Band, lines: Sequence[Line], amounts: Mapping[tuple[int, str], Amount], found: int) -> Iterable[Lack]:
    """Yield what *band* expects and has not; *found* counts the rows that are facts of their own."""
    plain = not band.label and not band.left_of
    for expects in band.expects:
        if band.each is not None and expects.row == band.each.name:
            if not found:
                yield Lack(expects.row, "", None, _NO_ROW)
            continue
        rule = next((rule for rule in band.rows if expects.row in rule.labels or plain), None)
        rows = [number for number, line in enumerate(lines) if plain or line.label == expects.row]
        columns = expects.columns or tuple(rule.put if rule is not None else ()) or band.columns[:1]
        for column in columns:
            if any((number, column) in amounts for number in rows):
                continue
            there = [lines[number].cells.get(column) for number in rows]
            if not rows:
                yield Lack(expects.row, column, rule, _NO_COLUMN if plain else _NO_ROW)
            elif not any(column in line.layout.columns for line in lines):
                yield Lack(expects.row, column, rule, _NO_COLUMN)
            elif any(cell is not None and any(map(str.isdigit, cell.text)) for cell in there):
                yield Lack(expects.row, column, rule, _NOT_READ)
            else:
                yield Lack(expects.row, column, rule, _BLANK)


def told(form: Form, lack: Lack, place: Place) -> Expected:
    """Return what is said of a row or a cell that stands in no field of a case."""
    words = [word for word in (lack.row, lack.column) if word]
    names = (
        " · ".join([title, *(word.replace("/", " ") for word in words)]) for title in (form.title.zh, form.title.en)
    )
    return Expected("", "/".join([form.id, *words]), Text(*names), place, lack.why)


def empty(form: Form, place: Place) -> Expected:
    """Return what is said of a table without one figure."""
    return Expected("", form.id, form.title, place, _EMPTY)


def of_sets(sheets: Sequence[Sheet], forms: Sequence[Form]) -> list[Expected]:
    """Return the tables that a document lacks of a set of which it has more than half."""
    there = {sheet.form.id: sheet for sheet in sheets}
    sizes = Counter(form.set for form in forms if form.set)
    has = Counter(form.set for form in forms if form.set and form.id in there)
    return [
        Expected("", form.id, form.title, Place(()), _NO_TABLE)
        for form in forms
        if form.id not in there and 2 * has[form.set] > sizes[form.set]
    ]
