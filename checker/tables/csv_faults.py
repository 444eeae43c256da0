"""What is wrong with the form of a CSV file, row by row: DuckDB only says that it cannot be read."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.tables.folder import damaged, form_of
from checker.tables.said import SHOWN

LONGEST = 1 << 24
"""Characters that one cell may have, here as in DuckDB."""


@contextmanager
def _rows(path: Path) -> Iterator[Any]:
    """Open a CSV file as a reader of rows; bytes that are no UTF-8 become surrogates."""
    form = form_of(path)
    csv.field_size_limit(LONGEST)
    opened = gzip.open if form.packed else open
    with opened(path, "rt", encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        yield csv.reader(file, delimiter=form.delimiter, strict=True)


def repeated_headings(path: Path) -> list[Problem]:
    """Return the headings that are there twice; DuckDB would give the second another name."""
    if form_of(path).kind != "csv":
        return []
    try:
        with _rows(path) as rows:
            heads: list[str] = next(rows, [])
    except csv.Error:
        return []  # said when the table is read
    problems = []
    for head in sorted({head for head in heads if heads.count(head) > 1}):
        columns = [str(number) for number, each in enumerate(heads, 1) if each == head]
        told = Text(
            f"“{head}”这一列有 {len(columns)} 处：第 {'、'.join(columns)} 列",
            f"the column {head!r} is there {len(columns)} times: columns {', '.join(columns)}",
        )
        problems.append(Problem("two-columns", Place(str(path)), told, Text("只留一个", "keep one of them")))
    return problems


def csv_faults(path: Path) -> list[Problem]:
    """Return what is wrong with the rows of a file that DuckDB could not read; nothing where it is no CSV, or nothing is seen."""
    try:
        if form_of(path).kind != "csv":
            return []
        with _rows(path) as rows:
            return _faults(path, rows)
    except InputError as wrong:
        return list(wrong.problems)
    except (OSError, EOFError, zlib.error):
        return [damaged(path)]


def _faults(path: Path, rows: Any) -> list[Problem]:
    place, number = Place(str(path)), 1
    zh: list[str] = []
    en: list[str] = []
    many = 0
    heads: list[str] = []
    try:
        heads = next(rows, [])
        if "_case" not in heads:
            shown = "、".join(heads[:3])[:60]
            told = Text(
                f"第 1 行不是列名，没有 _case：“{shown}”", f"row 1 is no row of headings, it has no _case: {shown!r}"
            )
            return [
                Problem(
                    "headings",
                    place,
                    told,
                    Text("列名放在第 1 行，上面不要有标题", "put the headings in row 1, without a title above them"),
                )
            ]
        for row in rows:
            number += 1
            if row and (len(row) != len(heads) or _undecoded(row)):
                many += 1
                if len(zh) < SHOWN and len(row) != len(heads):
                    zh.append(f"第 {number} 行有 {len(row)} 格")
                    en.append(f"row {number} has {len(row)}")
                elif len(zh) < SHOWN:
                    zh.append(f"第 {number} 行不是 UTF-8")
                    en.append(f"row {number} is not UTF-8")
    except csv.Error as wrong:
        many += 1
        opened = "unexpected end" in str(wrong)
        zh.append(f"第 {number + bool(heads)} 行" + ("的引号没有收尾" if opened else "的引号不对"))
        en.append(
            f"row {number + bool(heads)} has a quote that " + ("is not closed" if opened else "stands where none can")
        )
    if not many:
        return []
    more = many - len(zh)
    zh += [f"另有 {more} 行"] if more else []
    en += [f"{more} more"] if more else []
    told = Text(
        f"列名有 {len(heads)} 格，{many} 行不合：{'；'.join(zh)}",
        f"there are {len(heads)} headings, {many} row{'s do' if many > 1 else ' does'} not go with them: {'; '.join(en)}",
    )
    hint = Text(
        "含有分隔符、引号或换行的格要加引号，引号写两个；汇总行、注释行删去",
        "put cells that hold delimiters, quotes or line ends in quotes, doubling a quote; take out totals and comments",
    )
    return [Problem("rows", place, told, hint)]


def _undecoded(row: list[str]) -> bool:
    return any("\udc80" <= sign <= "\udcff" for cell in row if not cell.isascii() for sign in cell)
