"""The columns and cells of a table: which headings mean what, and what is unknown, lacking or of another type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from checker.base.errors import Place, Problem, Text, did_you_mean
from checker.cases.scope import DOCUMENT_KEYS
from checker.cases.vocabulary import Entity
from checker.tables.folder import form_of
from checker.tables.said import SHOWN, rows_told
from checker.tables.schema import FIGURES, SCALES
from checker.tables.unit_columns import UnitColumn
from checker.tables.warehouse import name

INTEGERS = ("BIGINT", "INTEGER", "SMALLINT", "DECIMAL(38,0)")
WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")


def first_row(path: Path) -> int:
    """Return the number of the first row of a table: 2 below a row of headings."""
    return 2 if form_of(path).kind == "csv" else 1


def same_headings(entity: Entity, path: Path, headings: list[str]) -> list[Problem]:
    """Say which columns are there under two names: only one of them would be read."""
    first: dict[str, str] = {}
    problems = []
    for heading in headings:
        other = first.setdefault(heading_of(entity, heading), heading)
        if other != heading:
            told = Text(f"“{other}”和“{heading}”是同一列", f"{other!r} and {heading!r} are the same column")
            problems.append(Problem("two-columns", Place(str(path)), told, Text("只留一个", "keep one of them")))
    return problems


def heading_of(entity: Entity, heading: str) -> str:
    """Return the column that a heading means: its name, or a Chinese name or alias of its field."""
    if entity.parent is None and heading in DOCUMENT_KEYS:
        return "_documents"
    field, mark, rest = heading.partition("__")
    known = entity.by_name.get(field)
    return heading if known is None else known.id + mark + rest


def wrong_columns(entity: Entity, path: Path, columns: list[Any], found: dict[str, str]) -> list[Problem]:
    """Say which columns of a table are unknown, lacking, or of a kind that would be rounded."""
    known = {column.name: column.type for column in columns}
    problems = []
    for column, kind in found.items():
        if column not in known:
            told = Text(f"{entity.zh}没有“{column}”这一列", f"{entity.name('en')} has no column {column!r}")
            problems.append(Problem("unknown-column", Place(str(path)), told, did_you_mean(column, list(known))))
        elif known[column] in INTEGERS and not (kind in WHOLE or kind.endswith(",0)") or kind == "VARCHAR"):
            told = Text(f"“{column}”这一列是 {kind}，不是整数", f"the column {column!r} is {kind}, not an integer")
            hint = Text(
                "金额用整数分、比率用 10^-10 为单位；用 checker pack 做表",
                "money is in whole fen, rates in units of 10^-10: make tables with checker pack",
            )
            problems.append(Problem("not-integer", Place(str(path)), told, hint))
        elif kind.endswith("]") or kind.startswith(("STRUCT", "MAP", "UNION", "BLOB")):
            told = Text(f"“{column}”这一列是 {kind}，不是单个的值", f"the column {column!r} is {kind}, no single value")
            hint = Text(
                "每格写一个值；一格里有几项的，分成几行", "write one value in a cell; several go into rows of their own"
            )
            problems.append(Problem("not-single", Place(str(path)), told, hint))
    needed = ["_case", "_fact", "_id", *(["_owner"] if "_owner" in known else [])]
    needed += [f"{f.id}__step" for f in entity.fields.values() if f.id in found and f"{f.id}__step" in known]
    for column in needed:
        if column not in found:
            told = Text(f"{entity.zh}缺少“{column}”这一列", f"{entity.name('en')} lacks the column {column!r}")
            hint = Text("用 checker pack 做表", "make tables with checker pack")
            problems.append(Problem("missing-column", Place(str(path)), told, hint))
    return problems


def cell_tests(entity: Entity, columns: list[Any], headings: Iterable[str]) -> dict[str, str]:
    """Return, by heading, the condition under which a text is not of its column's type."""
    types = {column.name: column.type for column in columns if column.type != "VARCHAR"}
    tests = {}
    for heading in headings:
        kind = types.get(heading_of(entity, heading))
        if kind is not None:
            cell = name(heading)
            wrong = f"TRY_CAST({cell} AS {kind}) IS NULL"
            if kind in INTEGERS:
                wrong += f" OR NOT regexp_full_match({cell}, '-?[0-9]+')"
            if kind == "DATE":  # DuckDB knows days before year 1 and without end, which nothing else can hold
                wrong += f" OR TRY_CAST({cell} AS DATE) NOT BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'"
            tests[heading] = f"{cell} IS NOT NULL AND ({wrong})"
    return tests


def bad_cells(
    connection: Any,
    entity: Entity,
    path: Path,
    source: str,
    columns: list[Any],
    found: dict[str, tuple[str, str]],
    in_units: Sequence[UnitColumn] = (),
    numbered: bool = True,
) -> list[Problem]:
    """Say which cells of a table of texts are not of their column's type, with their rows (the heading is row 1)."""
    by_heading = {heading: column for column, (heading, _) in found.items()}
    tests = {by_heading[h]: test for h, test in cell_tests(entity, columns, by_heading).items()}
    found = {**found, **{unit.heading: (unit.heading, "VARCHAR") for unit in in_units}}
    tests.update((unit.heading, f"{name(unit.heading)} IS NOT NULL AND {unit.wrong()}") for unit in in_units)
    if not tests:
        return []
    counted = ", ".join(f"COUNT(*) FILTER ({test})" for test in tests.values())
    counts = connection.execute(f"SELECT {counted} FROM {source}").fetchone()
    problems = []
    for (column, test), many in zip(tests.items(), counts, strict=True):
        if many:
            first = first_row(path)
            row = f"row_number() OVER () + {first - 1}" if numbered else "NULL"
            rows = connection.execute(
                f"SELECT line, _case, _id, cell FROM (SELECT {row} AS line, _case, _id, {name(found[column][0])} AS cell, "
                f"{test} AS wrong FROM {source}) WHERE wrong ORDER BY line, _case, _id LIMIT {SHOWN}"
            ).fetchall()
            what, shown = _wanted(entity, column, columns), rows_told(rows, many)
            counted = f"{many} row{'s' if many > 1 else ''}"
            told = Text(f"“{column}”{what.zh}，{many} 行：{shown.zh}", f"{column!r} {what.en}, {counted}: {shown.en}")
            problems.append(Problem("bad-cell", Place(str(path)), told))
    return problems


def _wanted(entity: Entity, column: str, columns: list[Any]) -> Text:
    """Return what is wrong with a cell that is not of its column's type: what should stand there."""
    field = entity.fields.get(column)
    kind = {each.name: each.type for each in columns}.get(column, "")
    if kind == "DATE":
        return Text("不是日期（写成 2020-12-31）", "is no day (written 2020-12-31)")
    if kind == "BOOLEAN":
        return Text("不是 true 或 false", "is neither true nor false")
    if field is not None and field.type in FIGURES and field.type != "money":
        scale = SCALES[field.type]
        return Text(f"不是整数（以 10^-{scale} 为单位）", f"is no integer (in units of 10^-{scale})")
    if field is not None and field.type == "money" and kind:
        return Text("不是整数（金额以分为单位）", "is no integer (money is in fen)")
    return (
        Text("不是整数", "is no integer") if kind else Text("不是数字，或比分还细", "is no number, or finer than a fen")
    )
