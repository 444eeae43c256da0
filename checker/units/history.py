"""A file that keeps what runs found, by unit and year, in DuckDB: what was added last of a unit and year is what holds.

Money is in fen as whole numbers. A run that is in the file already, and holds, is not added again, and nothing is ever taken out of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from checker import __version__
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.typography import fold
from checker.findings.over_years import PastUnit, known_as
from checker.findings.unit_entry import Sum, UnitEntry

FORMAT = "checker-history/1"
TABLES = """
CREATE TABLE about (format VARCHAR);
CREATE TABLE runs (no INTEGER PRIMARY KEY, digest VARCHAR UNIQUE, source VARCHAR, checker VARCHAR, rulebook VARCHAR, units INTEGER);
CREATE TABLE units (run INTEGER, owner VARCHAR, unit VARCHAR, code VARCHAR, district VARCHAR, year INTEGER, spent DECIMAL(38,0), file VARCHAR);
CREATE TABLE classes (run INTEGER, owner VARCHAR, year INTEGER, kind VARCHAR, problems INTEGER, amount DECIMAL(38,0));
CREATE TABLE failed (run INTEGER, owner VARCHAR, year INTEGER, rule VARCHAR, series VARCHAR, fingerprint VARCHAR, subject VARCHAR,
  severity VARCHAR, own DECIMAL(38,0), amount DECIMAL(38,0));
CREATE VIEW latest AS SELECT owner, year, max(run) AS run FROM units GROUP BY owner, year;
"""


class Added(NamedTuple):
    """What came of adding a run: how many units and years it brought, and how many of these take the place of earlier ones."""

    units: int
    replaced: int
    known: bool


def add(file: str, source: str, rulebook: str, units: Sequence[UnitEntry]) -> Added:
    """Add a run to a history, which is begun where there is none; raises InputError for a file that is none."""
    _check(units, source)
    digest = _digest(rulebook, units)
    with _opened(file, write=True) as connection:
        same = connection.execute(
            "SELECT max(no), count(*) FROM runs WHERE digest = ? OR starts_with(digest, ? || '-')", [digest, digest]
        ).fetchone()
        holding = "SELECT count(*) FROM latest WHERE run = ?"
        if same[1] and connection.execute(holding, [same[0]]).fetchone()[0] == len(units):
            return Added(0, 0, True)
        digest += f"-{same[1] + 1}" if same[1] else ""  # another run has taken its place since: it is added anew
        connection.execute("BEGIN")
        no = connection.execute("SELECT coalesce(max(no), 0) + 1 FROM runs").fetchone()[0]
        before = {(owner, year) for owner, year in connection.execute("SELECT owner, year FROM latest").fetchall()}
        connection.execute(
            "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?)", [no, digest, source, __version__, rulebook, len(units)]
        )
        lines: dict[str, list[tuple[Any, ...]]] = {"units": [], "classes": [], "failed": []}
        for unit in units:
            key = (no, unit.owner)
            lines["units"].append((*key, unit.unit, unit.code, unit.district, unit.year, unit.spent, unit.file))
            lines["classes"] += [(*key, unit.year, kind, s.count, s.amount) for kind, s in unit.classes.items()]
            lines["failed"] += [
                (*key, unit.year, f.rule, f.series, f.fingerprint, f.subject, f.severity, f.own, f.amount)
                for f in unit.failed
            ]
        for table, rows in lines.items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
        connection.execute("COMMIT")
    return Added(len(units), sum((unit.owner, unit.year) in before for unit in units), False)


def read(file: str) -> tuple[PastUnit, ...]:
    """Return every unit and year of a history as the run that was added last has it; raises InputError."""
    if not Path(file).is_file():
        told = Text("没有这个文件", "there is no such file")
        hint = Text("用 checker history add 建一个", "checker history add begins one")
        raise InputError([Problem("no-file", Place(file), told, hint)])
    classes: dict[tuple[str, int], dict[str, Sum]] = {}
    failed: dict[tuple[str, int], dict[str, set[str]]] = {}
    with _opened(file, write=False) as connection:
        joined = "JOIN latest l ON l.run = t.run AND l.owner = t.owner AND l.year = t.year"
        rows = connection.execute(
            f"SELECT t.owner, t.year, t.spent, r.rulebook FROM units t {joined} JOIN runs r ON r.no = t.run ORDER BY t.run"
        ).fetchall()
        for owner, year, kind, many, amount in connection.execute(
            f"SELECT t.owner, t.year, t.kind, t.problems, t.amount FROM classes t {joined}"
        ).fetchall():
            classes.setdefault((owner, year), {})[kind] = Sum(many, int(amount))
        for owner, year, rule, series, subject in connection.execute(
            f"SELECT t.owner, t.year, t.rule, t.series, t.subject FROM failed t {joined}"
        ).fetchall():
            failed.setdefault((owner, year), {}).setdefault(rule, set()).add(known_as(series, subject))
    found: dict[tuple[str, int], PastUnit] = {}
    for owner, year, spent, by in rows:  # of a unit whose name was set in two ways the later run holds
        series_of = {rule: frozenset(series) for rule, series in failed.get((owner, year), {}).items()}
        spending, sums = None if spent is None else int(spent), classes.get((owner, year), {})
        key = _plain(owner), year
        found[key] = PastUnit(key[0], year, sums, spending, series_of, by)
    return tuple(found[key] for key in sorted(found))


def _plain(owner: str) -> str:
    """Return a place and a unit with the name of the unit as it is compared."""
    place, blank, unit = owner.partition(" ")
    return f"{place} {fold(unit)}" if blank and place.isdigit() else fold(owner)


@contextmanager
def _opened(file: str, *, write: bool) -> Iterator[Any]:
    """Open a history; raises InputError for a file that is none, or is being written by another process."""
    from checker.tables.warehouse import engine

    duckdb = engine()
    new = not Path(file).exists()
    try:
        connection = duckdb.connect(file, read_only=not write)
    except duckdb.Error as error:
        raise _wrong(file, str(error).splitlines()[0]) from None
    try:
        if new:
            connection.execute("BEGIN")
            connection.execute(TABLES)
            connection.execute("INSERT INTO about VALUES (?)", [FORMAT])
            connection.execute("COMMIT")
        try:
            told = connection.execute("SELECT format FROM about").fetchall()
        except duckdb.Error:
            told = []
        if told != [(FORMAT,)]:
            raise _wrong(file, FORMAT)
        yield connection
    except duckdb.Error as error:
        raise _wrong(file, str(error).splitlines()[0]) from None
    finally:
        connection.close()


def _wrong(file: str, reason: str) -> InputError:
    told = Text(f"不是检查历史，或者打不开：{reason}", f"this is no history of checks, or cannot be opened: {reason}")
    hint = Text("历史文件用 checker history add 建", "a history is begun by checker history add")
    return InputError([Problem("no-history", Place(file), told, hint)])


def _check(units: Sequence[UnitEntry], source: str) -> None:
    """Refuse what cannot be kept by unit and year; raises InputError."""
    problems = []
    seen: dict[tuple[str, int], str] = {}
    for unit in units:
        key = (unit.owner, unit.year)
        if not unit.year:
            told = Text(f"“{unit.unit}”的年度不详，不能记入历史", f"the year of {unit.unit!r} is not known")
            problems.append(Problem("no-year", Place(unit.file or source), told))
        elif key in seen:
            told = Text(
                f"“{unit.unit}”{unit.year} 年度有两个案例，不知道记哪一个",
                f"there are two cases of {unit.unit!r} for {unit.year}: which is to be kept is not known",
            )
            problems.append(Problem("same-unit", Place(unit.file or source), told))
        seen[key] = unit.file
    if problems:
        raise InputError(problems)


def _digest(rulebook: str, units: Sequence[UnitEntry]) -> str:
    """Return what tells a run from another: its rules, and what it found in which unit and year, in whatever order."""
    found = sorted(
        [
            unit.owner,
            unit.year,
            unit.spent,
            sorted((kind, each.count, each.amount) for kind, each in unit.classes.items()),
            sorted((each.fingerprint, each.own, each.amount, each.severity) for each in unit.failed),
        ]
        for unit in units
    )
    return sha256(json.dumps([rulebook, found], ensure_ascii=False).encode()).hexdigest()
