"""Which files are documents to read first, and which are cases already; nothing that reads documents is loaded to tell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.cases.files import SUFFIXES, casebook_sheets

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
