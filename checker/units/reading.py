"""The cases of many units, one after the other: from files, which are all read once before the first is judged, or from tables."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.telling import Telling
from checker.cases.case import Case, twin
from checker.cases.files import MANY, READING, case_files, read_bytes
from checker.cases.vocabulary import Vocabulary
from checker.engines.population import Population
from checker.intake.casefile import apart, read_case_file
from checker.units.results import Batch

COLLECTED = 50
"""Units after which what was read is thrown away: the facts of a case refer to one another."""


class Cases(Protocol):
    """Cases to be judged: how many they are, and each of them, read when its turn comes."""

    left_out: dict[str, InputError]
    names: set[tuple[str, str, str]]
    """Every unit: its name, place and code."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Case]: ...


def cases_of(
    paths: Sequence[str],
    vocabulary: Vocabulary,
    tell: Telling,
    stack: ExitStack,
    *,
    same_unit: bool,
    keep_going: bool,
    batch: Batch | None = None,
    asked: Population | None = None,
) -> Cases:
    """Return the cases that *paths* name: case files and folders of them, or one folder of tables. Raises InputError.

    Each is shown to the population that is *asked* of others, where rules compare units.
    """
    documents, others = apart(paths)
    if documents:
        told = Text("总览不读材料", "an overview reads no documents")
        hint = Text("先用 checker import -o 案例.yaml", "first checker import -o case.yaml")
        raise InputError([Problem("usage", Place(documents[0]), told, hint)])
    if len(others) == 1 and (tables := _tables(others[0], vocabulary)):
        made = Tables(tables, vocabulary, tell, stack, same_unit, batch)
        if asked is not None and len(made) > 1:
            for case in tell.steps(made, READING, len(made), MANY):
                asked.add(case)
        return made
    return Files(case_files(others, tell), vocabulary, tell, same_unit, keep_going, asked)


class Files:
    """Case files; what is wrong with any of them is told before the first is judged."""

    def __init__(
        self,
        files: Sequence[str],
        vocabulary: Vocabulary,
        tell: Telling,
        same_unit: bool,
        keep_going: bool,
        asked: Population | None = None,
    ) -> None:
        self.vocabulary = vocabulary
        self.left_out: dict[str, InputError] = {}
        self.files: dict[str, str] = {}
        self.names: set[tuple[str, str, str]] = set()
        self.piped: dict[str, bytes] = {}
        problems: list[Problem] = []
        first: dict[tuple[str, str, int], str] = {}
        twins: list[Problem] = []
        for number, file in enumerate(tell.steps(files, READING, len(files), MANY), 1):
            if number % COLLECTED == 0:
                gc.collect()
            try:
                data = read_bytes(file)
                case = read_case_file(file, data, vocabulary)
            except InputError as error:
                problems += error.problems
                self.left_out[file] = error
                continue
            if asked is not None:
                asked.add(case)
            code, name = (str(case.root.values.get(key) or "") for key in ("code", "name"))
            self.names.add((name or code, case.jurisdiction, code))
            self.files[file] = hashlib.sha256(data).hexdigest()
            if not Path(file).is_file():  # a pipe is read once
                self.piped[file] = data
            if case.identity is not None and not same_unit:
                known = first.setdefault(case.identity, file)
                twins += [twin(case, known)] if known != file else []
        if twins or (problems and (not keep_going or not self.files)):
            raise InputError([*problems, *twins])

    def __len__(self) -> int:
        return len(self.files)

    def __iter__(self) -> Iterator[Case]:
        for file, digest in self.files.items():
            data = self.piped[file] if file in self.piped else read_bytes(file)
            if hashlib.sha256(data).hexdigest() != digest:
                told = Text("读了以后又被改动", "it was changed since it was read")
                raise InputError([Problem("changed", Place(file), told, Text("再运行一次", "run it again"))])
            yield read_case_file(file, data, self.vocabulary)


class Tables:
    """The cases of a folder of tables, checked as a batch checks them."""

    def __init__(
        self,
        files: dict[str, Path],
        vocabulary: Vocabulary,
        tell: Telling,
        stack: ExitStack,
        same_unit: bool,
        batch: Batch | None = None,
    ) -> None:
        from checker.tables.attaching import attach
        from checker.tables.checks import check_tables
        from checker.tables.warehouse import connect, name

        self.vocabulary = vocabulary
        self.left_out: dict[str, InputError] = {}
        self.connection: Any = connect()
        stack.callback(self.connection.close)
        scratch = stack.enter_context(TemporaryDirectory(prefix="checker-"))
        self.connection.execute(f"SET temp_directory = '{scratch.replace(chr(39), chr(39) * 2)}'")
        given = files
        if batch is not None:
            batch.check_tables(files, tell)
            if batch.made.get("rejects"):  # the same cases are left out
                from checker.tables.rejects import sift

                files = sift(self.connection, vocabulary, files, Path(scratch)).files
        attach(self.connection, vocabulary, files, numbered=files is given)
        for note in check_tables(self.connection, vocabulary, {entity: given[entity] for entity in files}):
            tell.say(note)
        root = name("all_" + vocabulary.root.id)
        self.numbers = [row[0] for row in self.connection.execute(f"SELECT _case FROM {root} ORDER BY 1").fetchall()]
        listed = self.connection.execute(f"SELECT DISTINCT name, jurisdiction, code FROM {root}").fetchall()
        self.names = {(str(unit or code or ""), str(place or ""), str(code or "")) for unit, place, code in listed}
        if not same_unit:
            _no_twins(self.connection, root, given[vocabulary.root.id])

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[Case]:
        from checker.tables.case_rows import case_rows
        from checker.tables.rows import case_of

        for _, rows in case_rows(self.connection, self.vocabulary, self.numbers):
            yield case_of(rows, self.vocabulary)


def _tables(path: str, vocabulary: Vocabulary) -> dict[str, Path]:
    """Return the tables of a folder; nothing for any other path, or where DuckDB is not there to read them."""
    if not Path(path).is_dir():
        return {}
    from checker.tables.packing import tables_in

    return tables_in((path,), vocabulary)


def _no_twins(connection: Any, root: str, path: Path) -> None:
    found = connection.execute(
        f"SELECT min(_id), fiscal_year FROM {root} WHERE fiscal_year IS NOT NULL "
        "GROUP BY _id, jurisdiction, fiscal_year HAVING count(*) > 1 ORDER BY 1 LIMIT 5"
    ).fetchall()
    if found:
        told = Text(
            f"{'、'.join(f'{unit} {year}' for unit, year in found)}：同一单位、同一年度有几个案例",
            f"several cases of one unit and year: {', '.join(f'{unit} {year}' for unit, year in found)}",
        )
        hint = Text("确实要分开检查，写 --same-unit", "to judge both all the same, write --same-unit")
        raise InputError([Problem("same-unit", Place(str(path)), told, hint)])
