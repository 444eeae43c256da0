"""Tables with bad lines: those lines go to a file of their own, and with each the whole case it belongs to.

A unit from which one line is missing would be judged on sums that are too small; so none of its facts is judged. DuckDB's
own list of rejects is not used: it lost a good line beside a bad quote (measured).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import check_list, write_files
from checker.cases.totals import is_total
from checker.cases.vocabulary import Vocabulary
from checker.tables.attaching import csv_source
from checker.tables.columns import cell_tests
from checker.tables.folder import Form, form_of
from checker.tables.row_faults import row_faults
from checker.tables.schema import table
from checker.tables.unit_columns import unit_column
from checker.tables.warehouse import name, quoted

LONGEST = 200
"""Most lines that one record may span; a quote that is not closed by then is a fault of its first line."""


class Rejected(NamedTuple):
    """One line, or one cell, that could not be read; `line` counts from 1 and is 0 for a cell.

    `case` is nothing for a row of totals, which belongs to no case.
    """

    table: str
    line: int
    case: int | None
    reason: str
    text: str


class Sifted(NamedTuple):
    """Tables without the rejected cases, what was rejected, and how many cases are left and are rejected."""

    files: dict[str, Path]
    rejected: list[Rejected]
    kept: int
    cases: int


def sift(connection: Any, vocabulary: Vocabulary, files: dict[str, Path], scratch: Path) -> Sifted:
    """Return *files* without the cases that have a bad line; raises InputError where a bad line does not say its case."""
    scratch.mkdir(parents=True, exist_ok=True)
    rejected: list[Rejected] = []
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for entity, path in files.items():
        form = form_of(path)
        if form.kind == "parquet":
            sources[entity] = f"read_parquet({quoted(str(path))}, hive_partitioning=false)"
            continue
        if form != Form("csv"):
            told = Text(
                "有问题的行只能从逗号分隔、没有压缩的 CSV 里剔出", "bad lines can be taken out of CSV with commas only"
            )
            problems.append(Problem("rejects", Place(str(path)), told))
            continue
        clean = scratch / f"{entity}.csv"
        rejected += _lines(path, clean, entity, problems)
        source = csv_source(clean)
        sources[entity] = source
        headings = [row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]
        known = vocabulary.entities[entity]
        totals = _totals(connection, source, entity, headings)
        if totals:
            rejected += totals
            sources[entity] = source = (
                f"(SELECT * FROM {source} WHERE {_NOBODY} IS NOT TRUE OR NOT ({_called(headings, totals)}))"
            )
        tests = cell_tests(known, table(known, vocabulary), headings)
        in_units = [unit for heading in headings if (unit := unit_column(known, heading)) is not None]
        tests.update((unit.heading, f"{name(unit.heading)} IS NOT NULL AND {unit.wrong()}") for unit in in_units)
        for heading, test in tests.items():
            rows = connection.execute(
                f"SELECT TRY_CAST(_case AS INTEGER), _id, {name(heading)} FROM {source} WHERE {test}"
            ).fetchall()
            for case, ident, cell in rows:
                if case is None:
                    told = Text(f"_case 不是数：“{cell}”", f"_case is no number: {cell!r}")
                    problems.append(Problem("rejects", Place(str(path)), told))
                else:
                    rejected.append(Rejected(entity, 0, case, f"{heading} ({ident})", cell))
    if problems:
        raise InputError(problems)
    made = _without(connection, sources, _cases(rejected), scratch / "read")
    for fault in row_faults(vocabulary, made):  # of the rows that can be read, those that no case can be made of
        if fault.case is None:
            told = Text(f"{fault.ident} 没有写 _case", f"{fault.ident!r} lacks its _case")
            problems.append(Problem("rejects", Place(str(files[fault.table])), told))
        else:
            reason = f"{fault.column} ({fault.ident}): {fault.reason.zh} / {fault.reason.en}"
            rejected.append(Rejected(fault.table, 0, fault.case, reason, fault.value))
    if problems:
        raise InputError(problems)
    cases = _cases(rejected)
    made = _without(connection, sources, cases, scratch / "kept")
    root = vocabulary.root.id
    if root not in made:
        return Sifted(made, rejected, 0, len(cases))
    left = connection.execute(f"SELECT COUNT(*) FROM {quoted(str(made[root]))}").fetchone()[0]
    known = connection.execute(f"SELECT DISTINCT TRY_CAST(_case AS INTEGER) FROM {sources[root]}").fetchall()
    unread = {each.case for each in rejected if each.table == root and each.line}  # their line is none of the table
    return Sifted(made, rejected, left, len(cases & ({row[0] for row in known} | unread)))


_NOBODY = "TRY_CAST(_case AS INTEGER) IS NULL"
"""A row that does not say whose it is."""
_NAMES = ("_case", "_id", "id", "name", "编号", "名称")
"""Columns in which a row is called a total."""


def _cases(rejected: list[Rejected]) -> set[int]:
    return {each.case for each in rejected if each.case is not None}


def _totals(connection: Any, source: str, entity: str, headings: list[str]) -> list[Rejected]:
    """Return the rows of no case that are called totals: what they add up stands in other rows."""
    named = [heading for heading in _NAMES if heading in headings]
    listed = ", ".join(name(heading) for heading in named)
    rows = connection.execute(f"SELECT {listed} FROM {source} WHERE {_NOBODY}").fetchall()
    found = []
    for cells in rows:
        called = next((at for at, cell in enumerate(cells) if cell and is_total(cell, True)), -1)
        if called >= 0:
            reason = f"{named[called]}: 合计行，不属于任何案例，只剔出这一行 / a row of totals, of no case; it alone is left out"
            found.append(Rejected(entity, 0, None, reason, cells[called]))
    return found


def _called(headings: list[str], totals: list[Rejected]) -> str:
    """Return the condition under which a row is called one of these totals."""
    words = ", ".join(sorted({quoted(each.text) for each in totals}))
    return " OR ".join(f"COALESCE({name(heading)} IN ({words}), FALSE)" for heading in _NAMES if heading in headings)


def _without(connection: Any, sources: dict[str, str], cases: set[int], folder: Path) -> dict[str, Path]:
    """Write the tables without *cases* into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {}
    for entity, source in sources.items():
        made[entity] = folder / f"{entity}.parquet"
        out = ", ".join(map(str, sorted(cases)))
        kept = f"COALESCE(TRY_CAST(_case AS INTEGER) NOT IN ({out}), TRUE)" if cases else "true"
        connection.execute(
            f"COPY (SELECT * FROM {source} WHERE {kept}) TO {quoted(str(made[entity]))} (FORMAT parquet)"
        )
    return made


def write_rejects(path: Path, rejected: list[Rejected]) -> None:
    """Write what was rejected as CSV; raises InputError rather than replace a file that is no earlier list of it."""
    check_list(path, Rejected._fields)
    file = io.StringIO(newline="")
    out = csv.writer(file)
    out.writerow(Rejected._fields)
    out.writerows(rejected)
    write_files({str(path): file.getvalue().encode("utf-8-sig")})


def _lines(path: Path, clean: Path, entity: str, problems: list[Problem]) -> list[Rejected]:
    """Copy the good records of a CSV file to *clean*; returns the bad lines."""
    with (
        path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file,
        clean.open("w", encoding="utf-8", newline="") as out,
    ):
        try:
            heading = next(csv.reader([next(file)], strict=True))
        except (StopIteration, csv.Error):
            problems.append(Problem("rejects", Place(str(path)), Text("没有列名", "there is no heading")))
            return []
        if heading[0] != "_case":
            told = Text("第一列须是 _case", "the first column must be _case")
            problems.append(Problem("rejects", Place(str(path)), told))
            return []
        out.write(",".join(f'"{column}"' for column in heading) + "\n")
        bad: list[Rejected] = []
        for number, text, reason in _records(file, len(heading)):
            if not reason:
                out.write(text if text.endswith("\n") else text + "\n")
                continue
            shown = text.rstrip("\r\n").encode("utf-8", "replace").decode()
            owner = re.match(r'"?(\d{1,9})"?(,|$)', shown)
            if owner is None and any(is_total(cell.strip('"'), True) for cell in shown.split(",")[:3]):
                bad.append(Rejected(entity, number, None, f"{reason}; 合计行 / a row of totals", shown))
            elif owner is None:
                told = Text(
                    f"第 {number} 行看不出属于哪个案例（{reason}）：{shown[:80]}",
                    f"line {number} does not say its case ({reason}): {shown[:80]}",
                )
                problems.append(Problem("rejects", Place(str(path), number), told))
            else:
                bad.append(Rejected(entity, number, int(owner[1]), reason, shown))
    return bad


def _records(file: Any, width: int) -> Iterator[tuple[int, str, str]]:
    """Yield (line, text, fault) of every record; a faulty record is its first line alone, the next begins after it."""
    waiting: list[str] = []
    number = 1
    while True:
        line = waiting.pop(0) if waiting else file.readline()
        if not line:
            return
        number += 1
        held, reason = [line], _fault(line, width)
        while reason == "open" and len(held) < LONGEST:
            more = waiting.pop(0) if waiting else file.readline()
            if not more:
                break
            held.append(more)
            reason = _fault("".join(held), width)
        if reason:
            waiting[:0] = held[1:]
            reason = _fault(line, width)
            yield number, line, {"open": "a quote is not closed"}.get(reason, reason)
            continue
        yield number, "".join(held), ""
        number += len(held) - 1


def _fault(text: str, width: int) -> str:
    """Return what is wrong with the text of one record; "open" where a quote is not closed."""
    if any("\udc80" <= sign <= "\udcff" for sign in text) if not text.isascii() else False:
        return "not UTF-8"
    try:
        rows = list(csv.reader([text], strict=True))
    except csv.Error as wrong:
        return "open" if "unexpected end" in str(wrong) else str(wrong)
    if len(rows) == 1 and len(rows[0]) == width:
        return ""
    return f"{len(rows[0]) if rows else 0} columns instead of {width}"
