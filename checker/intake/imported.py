"""The documents of one unit → its case in one go: read, decisions replayed, and every place said as it is in the documents.

Used by `checker run report.docx` and `checker explain --case report.docx`; `checker import` writes the same draft as a file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import CellLine, InputError, Problem, Text
from checker.base.errors import Place as Spot
from checker.base.files import read_member
from checker.cases.case import Case, Fact
from checker.cases.reader import read_case
from checker.cases.vocabulary import Vocabulary
from checker.documents.source import parse_text
from checker.intake.decided import NONE, Decisions
from checker.intake.decision_file import beside, read_decisions
from checker.intake.decisions import Confirmed, confirmed
from checker.intake.document import is_unread_column
from checker.intake.importing import read_documents, understood, ways
from checker.intake.reading import Reading
from checker.rulebook.packs import Pack

LISTED = 5
"""Decisions that fit nothing which a note names."""


class Imported(NamedTuple):
    """What documents came to: the reading, the decisions with the bytes of their file (None: there is none yet), and the draft."""

    reading: Reading
    path: str
    decisions: Decisions
    data: bytes | None
    made: Confirmed


def decisions_beside(paths: Sequence[str], named: str = "") -> str:
    """Return the file of decisions of documents: the one that is *named*, else the one beside one of them; raises InputError for two."""
    if named:
        return named
    there = [each for each in dict.fromkeys(map(beside, paths)) if Path(each).is_file()]
    if len(there) > 1:
        told = Text("有几份决定：" + "、".join(there), "there are several files of decisions: " + ", ".join(there))
        hint = Text("用 --decisions 指明一份，或合成一份", "name one with --decisions, or make one of them")
        raise InputError([Problem("decisions", Spot(there[1]), told, hint)])
    return there[0] if there else beside(paths[0])


def import_documents(
    paths: Sequence[str],
    packs: Sequence[Pack],
    vocabulary: Vocabulary,
    decisions: str,
    *,
    needed: bool = False,
    recognise: bool = False,
    large: bool = False,
) -> Imported:
    """Read the documents at *paths* and replay the file *decisions*, where there is one (or it is *needed*).

    With *recognise* pictures are read, with *large* tables of any length. Raises InputError with every file that cannot be read.
    """
    no_twins(paths)
    held, data = NONE, None
    if needed or Path(decisions).is_file():
        held, data = read_decisions(decisions, vocabulary)
    files = [(Path(path).name, partial(read_member, Path(path))) for path in paths]
    documents = read_documents(files, recognise, large)
    reading = understood(documents, vocabulary, ways(packs, vocabulary))
    held = held._replace(documents=held.documents if held.made else digests(reading))
    return Imported(reading, decisions, held, data, confirmed(reading, vocabulary, held))


def digests(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return the name and SHA-256 of every document."""
    return tuple((document.name, document.sha256) for document in reading.documents)


def no_twins(paths: Sequence[str]) -> None:
    """Refuse a document that is named twice: every figure of it would be borne out by itself. Raises InputError."""
    seen: dict[str, str] = {}
    for path in paths:
        key = str(Path(path).resolve())
        if key in seen:
            told = Text("写了两次", "is named twice")
            raise InputError([Problem("twice", Spot(path), told, Text("只写一次", "name it once"))])
        seen[key] = path


def case_of(imported: Imported, file: str, vocabulary: Vocabulary) -> Case:
    """Return the case of documents under the name *file*; its places are those of the documents. Raises InputError."""
    several = "".join(document.sha256 for document in imported.reading.documents)
    sha256 = several if len(imported.reading.documents) == 1 else hashlib.sha256(several.encode()).hexdigest()
    case = read_case(parse_text(file, imported.made.text, sha256=sha256), vocabulary)
    for fact in case.each():
        _placed(fact, imported.made.places, file)
    case.notes = (*notes(imported), *(_without_lines(note) for note in case.notes))
    return case


def _without_lines(note: Text) -> Text:
    """Return a note without lines of the draft, which nobody sees."""
    return Text(re.sub("（第 [0-9]+ 行）", "", note.zh), re.sub(r" \(line [0-9]+\)", "", note.en))


def _placed(fact: Fact, places: Mapping[tuple[str, str, str], str], file: str) -> None:
    """Say where a fact and each figure of it stand in the documents, instead of in a draft that nobody sees."""
    ident = fact.id if fact.owner is not None else ""
    place = places.get((fact.entity, ident, "")) or fact.note
    for name, cell in fact.cells.items():
        if cell.line:
            spot = places.get((fact.entity, ident, name)) or cell.note.partition("；")[0] or place or Path(file).name
            fact.cells[name] = cell._replace(line=CellLine(int(cell.line), spot), column=0)
    first = next((str(cell.line) for cell in fact.cells.values() if cell.note), place)
    if fact.line:
        fact.line, fact.column = CellLine(int(fact.line), place or first), 0


def notes(imported: Imported) -> tuple[Text, ...]:
    """Return what a report on documents says besides: from what it was read, what was not used, which decisions do not fit."""
    names = [document.name for document in imported.reading.documents]
    found = [Text("由 " + "、".join(names) + " 读出", "read from " + ", ".join(names))]
    if imported.data is not None:
        made = len(imported.decisions.made) - len(imported.made.lost)
        found.append(
            Text(
                f"用了 {Path(imported.path).name} 里的 {made} 条决定",
                f"with {made} decisions of {Path(imported.path).name}",
            )
        )
    for document in imported.reading.documents:
        for note in document.stopped[:LISTED]:
            found.append(
                Text(
                    f"{document.name} {note.place.say('zh')}：{note.text.zh}",
                    f"{document.name} {note.place.say('en')}: {note.text.en}",
                )
            )
        columns = sum(is_unread_column(note) for note in document.notes)
        if columns:
            found.append(
                Text(
                    f"{document.name} 有 {columns} 列没有读懂、没有采用（checker import 逐列列出）",
                    f"{document.name}: {columns} columns not understood, not used (checker import lists them)",
                )
            )
        if len(document.stopped) > LISTED:
            more = len(document.stopped) - LISTED
            found.append(
                Text(f"{document.name} 另有 {more} 处没有读", f"{document.name}: {more} more parts were not read")
            )
    pending = imported.made.pending
    claims = sum(item.address.startswith(("自报数[", "构成[")) for item in pending.confirm)
    for count, zh, en in (
        (
            len(pending.conflicts),
            "几处写的不同、没有采用的数字",
            "figures that the documents give differently, not used",
        ),
        (claims, "待确认的自报数里的数，没有核对", "figures of claims to confirm, not checked"),
        (len(pending.unread), "没有读懂、没有采用的数", "figures not understood, not used"),
    ):
        if count:
            found.append(Text(f"{count} 处{zh}", f"{count} {en}"))
    return (*found, *lost(imported.made))


def lost(made: Confirmed) -> tuple[Text, ...]:
    """Return what is said of decisions that fit nothing any more, each by what it was about and why."""
    if not made.lost:
        return ()
    told = [
        Text(
            *(
                f"{each.decision.field or each.decision.printed}{colon}{each.why.say(lang)}"
                for lang, colon in (("zh", "："), ("en", ": "))
            )
        )
        for each in made.lost
    ]
    more = len(told) - LISTED
    zh, en = "；".join(each.zh for each in told[:LISTED]), "; ".join(each.en for each in told[:LISTED])
    return (
        Text(
            f"有 {len(told)} 条决定对不上现在的材料，没有用：{zh}" + (f" 等，另有 {more} 条" if more > 0 else ""),
            f"{len(told)} decisions fit nothing in the documents as they are and were not used: {en}"
            + (f" and {more} more" if more > 0 else ""),
        ),
    )
