"""The workbook of a case as bytes: a new one, or a copy of a case; each is read back before it is given out."""

from __future__ import annotations

from collections.abc import Sequence

from checker.authoring.casebook import Filled, differences, filled, form
from checker.authoring.casebook_sheets import workbook
from checker.base.errors import InputError, Place, Problem, Text
from checker.cases.files import read_bytes
from checker.cases.reader import read_case
from checker.cases.vocabulary import Vocabulary
from checker.documents.source import Source, read_source
from checker.intake.casebook.reader import read_casebook, source_of


def begun(
    file: str,
    vocabulary: Vocabulary,
    kind: str,
    unit: dict[str, str],
    parts: Sequence[str],
    amounts: str,
    documents: Sequence[str],
    lang: str,
) -> bytes:
    """Return a new workbook to fill in; raises InputError for a kind, part, unit or document that does not exist."""
    data = workbook(form(vocabulary, kind, unit, parts, amounts, documents, lang), vocabulary, lang)
    read_casebook(file, data, vocabulary)
    return data


def copied(origin: str, file: str, vocabulary: Vocabulary, lang: str) -> bytes:
    """Return a workbook with the case in the file *origin*, a text or another workbook; raises InputError where it cannot hold it."""
    data = read_bytes(origin)
    source: Source = (
        source_of(origin, data, vocabulary)[0] if data.startswith(b"PK\x03\x04") else read_source(origin, data)
    )
    return written(source, file, vocabulary, lang)


def written(source: Source, file: str, vocabulary: Vocabulary, lang: str) -> bytes:
    """Return the workbook of the case in *source*, which read back is the same case."""
    case = read_case(source, vocabulary)
    made: Filled = filled(source, vocabulary, lang)
    data = workbook(made, vocabulary, lang)
    wrong = differences(case, read_casebook(file, data, vocabulary))
    if wrong:
        told = Text(
            f"写进工作簿的和案例不同：{'；'.join(wrong[:3])}",
            f"what the workbook would hold differs from the case: {'; '.join(wrong[:3])}",
        )
        raise InputError(
            [Problem("no-cell", Place(file), told, Text("这个案例留在文本文件里", "keep this case as a text"))]
        )
    return data
