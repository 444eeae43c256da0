"""One case file of any kind → its case: a text (YAML, JSON), or the workbook that `checker new-case` writes; what is a document instead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.cases.case import Case
from checker.cases.files import SUFFIXES, casebook_sheets
from checker.cases.reader import read_case
from checker.cases.vocabulary import Vocabulary
from checker.documents.source import read_source

TEXTS = (".txt", ".csv", ".tsv")
"""Endings of documents that are texts; any other text is a case."""
NAMED = (".docx", ".doc", ".wps", ".rtf", ".xls", ".et", ".ods", ".pdf", ".ofd")
"""Endings of documents: what is damaged or none of them is told as such."""
_BINARY = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"Rar!",
    b"7z\xbc\xaf",
)


def read_case_file(file: str, data: bytes, vocabulary: Vocabulary) -> Case:
    """Return the case in *data*, told apart by its content; raises InputError with everything that is wrong with it."""
    if data.startswith(b"PK\x03\x04") and b"xl/" in data:
        from checker.intake.casebook.reader import read_casebook

        return read_casebook(file, data, vocabulary)
    return read_case(read_source(file, data), vocabulary)


def is_document(path: str) -> bool:
    """Whether a file that is to be checked is a document to read first, and no case: by its content, a plain text by its name."""
    file = Path(path)
    lowered = file.name.lower()
    if path == "-" or lowered.endswith(SUFFIXES) or not file.is_file():
        return False
    if lowered.endswith((*TEXTS, *NAMED)):
        return True
    try:
        with file.open("rb") as opened:
            start = opened.read(8)
    except OSError:
        return False
    return start.startswith(_BINARY) and not casebook_sheets(file)


def apart(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the documents among *paths*, and what are cases."""
    documents = [path for path in paths if is_document(path)]
    return documents, [path for path in paths if path not in documents]
