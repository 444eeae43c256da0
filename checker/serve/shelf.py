"""The documents behind a case: what was read of them, with their texts, and the sentence that a figure stands in."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from checker import __version__
from checker.base.errors import InputError
from checker.base.files import read_member
from checker.base.outputs import write_files
from checker.cases.files import OWN
from checker.intake.document import Document, Place
from checker.intake.packed import Misshapen, packed, unpacked
from checker.intake.reading import Reading, Span
from checker.intake.reading_file import parsed
from checker.serve.folder import Entry, Folder

KEPT = 12
"""Documents and readings that are remembered."""
LONGEST = 240
"""Characters of a sentence that are shown."""
_ENDS = "。；！？;!?\n"
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


class Papers(NamedTuple):
    """What was read for a case, its documents with their texts, and the names of documents whose texts are gone."""

    reading: Reading
    missing: tuple[str, ...]

    def where(self) -> dict[str, tuple[int, Place]]:
        """Return file and place by the source that a case writes for it."""
        found: dict[str, tuple[int, Place]] = {}
        several = len(self.reading.documents) > 1
        for number, document in enumerate(self.reading.documents, 1):
            for place, _ in document.texts():
                said = place.say("zh") or document.name
                found.setdefault(f"{document.name} {said}" if several else said, (number, place))
        return found


class Quote(NamedTuple):
    """A sentence of a document around one figure: what stands before it, the figure, what stands behind, and its span."""

    before: str
    hit: str
    after: str
    span: str
    where: str


class Shelf:
    """Reads documents once and keeps their texts, also on disk, so that the next start has them at once."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._documents: OrderedDict[str, Document | None] = OrderedDict()
        self._readings: OrderedDict[str, Papers] = OrderedDict()

    def papers(self, entry: Entry) -> Papers | None:
        """Return what was read for a case; None for one that was written by hand. Raises InputError for a file that is no reading."""
        if not entry.reading.is_file():
            return None
        data = read_member(entry.reading)
        key = f"{entry.id} {hash(data)}"
        if key not in self._readings:
            reading = parsed(data.decode("utf-8", "replace"), entry.reading.name)
            found = [self._document(each) for each in reading.documents]
            missing = tuple(each.name for each, text in zip(reading.documents, found) if text is None)
            documents = tuple(
                each if text is None else text._replace(name=each.name) for each, text in zip(reading.documents, found)
            )
            _keep(self._readings, key, Papers(reading._replace(documents=documents), missing))
        return self._readings[key]

    def know(self, document: Document) -> None:
        """Remember a document that was read just now."""
        _keep(self._documents, document.sha256, document)
        path = self.folder.root / OWN / "read" / f"{document.sha256}.json"
        with suppress(OSError, InputError, UnicodeEncodeError):  # what cannot be kept is read again
            path.parent.mkdir(parents=True, exist_ok=True)
            made = {"checker": __version__, **packed(document, [])}
            write_files({str(path): json.dumps(made, ensure_ascii=False).encode()})

    def _document(self, known: Document) -> Document | None:
        if known.sha256 not in self._documents:
            found = self._kept(known)
            if found is None:
                from checker.intake.importing import read_documents  # most were read before, and their texts are kept

                data = self.folder.document(known.sha256, known.size)
                with suppress(InputError):
                    found = None if data is None else read_documents([(known.name, lambda: data)])[0]
                if found is not None:
                    self.know(found)
            _keep(self._documents, known.sha256, found)
        return self._documents[known.sha256]

    def _kept(self, known: Document) -> Document | None:
        path = self.folder.root / OWN / "read" / f"{known.sha256}.json"
        with suppress(OSError, InputError, ValueError, KeyError, TypeError, Misshapen):
            data = json.loads(read_member(path))
            if data.pop("checker") == __version__:
                document = unpacked(data)[0]
                return document if document.sha256 == known.sha256 else None
        return None


def _keep(kept: OrderedDict, key: str, value: object) -> None:  # type: ignore[type-arg]
    kept[key] = value
    while len(kept) > KEPT:
        kept.popitem(last=False)


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind the characters from *start* to *end*, within their sentence."""
    left = max((text.rfind(sign, 0, start) for sign in _ENDS), default=-1) + 1
    right = min((at for sign in _ENDS if (at := text.find(sign, end)) >= 0), default=len(text) - 1) + 1
    before, after = text[left:start].lstrip(), text[end:right].rstrip()
    room = max(40, (LONGEST - (end - start)) // 2)
    return (
        before if len(before) <= room else "…" + before[-room:],
        after if len(after) <= room else after[:room] + "…",
    )


def quotes(papers: Papers, facts: list[tuple[str, str]]) -> list[Quote]:
    """Return the sentences behind facts, each given as its source and its value as printed; what is not found is left out."""
    where = papers.where()
    texts = {
        (number, place): text
        for number, document in enumerate(papers.reading.documents, 1)
        for place, text in document.texts()
    }
    found: dict[str, Quote] = {}
    for note, value in facts:
        spot = where.get(note)
        if spot is None:
            continue
        for span in papers.reading.spans:
            if (span.file, span.place) == spot and _same(span, value):
                before, after = sentence(texts[spot], span.start, span.end)
                found.setdefault(span.id, Quote(before, texts[spot][span.start : span.end], after, span.id, note))
    return list(found.values())


def _same(span: Span, value: str) -> bool:
    number = _NUMBER.search(value)
    if number is None or not span.value:
        return False
    try:
        return abs(Decimal(span.value)) == abs(Decimal(number[0].replace(",", "")))
    except InvalidOperation:
        return False
