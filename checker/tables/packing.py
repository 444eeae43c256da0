"""Case files made into a folder of tables, and which tables are meant by the names given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.telling import Telling
from checker.cases.files import MANY, READING, CaseFile, read_bytes
from checker.cases.vocabulary import Vocabulary
from checker.tables.folder import table_files
from checker.tables.packer import Packer
from checker.tables.warehouse import engine


def pack_cases(
    files: Sequence[str],
    vocabulary: Vocabulary,
    folder: Path,
    form: str,
    tell: Telling,
    read: CaseFile,
    same_unit: bool = False,
) -> int:
    """Write case files as tables into *folder*; returns how many. Problems of all files are told together."""
    packer = Packer(vocabulary, same_unit)
    problems: list[Problem] = []
    for file in tell.steps(files, READING, len(files), MANY):
        try:
            packer.add(read(file, read_bytes(file), vocabulary))
        except InputError as error:
            problems += error.problems
    try:
        if problems:
            raise InputError(problems)
        packer.export(folder, form)
    finally:
        packer.close()
    return packer.cases


@contextmanager
def machine(place: str) -> Iterator[None]:
    """Say as a problem what the machine refuses DuckDB."""
    duckdb = engine()

    try:
        yield
    except (duckdb.IOException, duckdb.OutOfMemoryException) as wrong:
        first = str(wrong).splitlines()[0]
        told = Text(f"读写失败：{first}", f"reading or writing failed: {first}")
        raise InputError([Problem("machine", Place(place), told)]) from None


def tables_in(paths: Sequence[str], vocabulary: Vocabulary) -> dict[str, Path]:
    """Return the tables that *paths* mean, when that is one folder of tables; else nothing."""
    return table_files(Path(paths[0]), vocabulary) if len(paths) == 1 else {}
