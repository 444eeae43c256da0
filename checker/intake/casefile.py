"""One case file of any kind → its case: a text (YAML, JSON), or the workbook that `checker new-case` writes."""

from __future__ import annotations

from checker.cases.case import Case
from checker.cases.reader import read_case
from checker.cases.vocabulary import Vocabulary
from checker.documents.source import read_source


def read_case_file(file: str, data: bytes, vocabulary: Vocabulary) -> Case:
    """Return the case in *data*, told apart by its content; raises InputError with everything that is wrong with it."""
    if data.startswith(b"PK\x03\x04") and b"xl/" in data:
        from checker.intake.casebook.reader import read_casebook

        return read_casebook(file, data, vocabulary)
    return read_case(read_source(file, data), vocabulary)
