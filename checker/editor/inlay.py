"""The name in the other language behind each name of a file, for who reads the rules of others."""

from __future__ import annotations

from typing import NamedTuple

from checker.cases.vocabulary import Entity, Field
from checker.editor.documents import Position, Range
from checker.editor.naming import Meaning, Value, names
from checker.editor.shelf import View
from checker.language.scope import Definition
from checker.rulebook.rule import Parameter

MOST = 500
"""Names of a file that are shown in the other language."""


class Hint(NamedTuple):
    """What is shown behind a name."""

    position: Position
    text: str


def hints(view: View, wanted: Range) -> list[Hint]:
    """Return the hints within a stretch of the file."""
    document = view.document
    first, last = document.offset(wanted.start), document.offset(wanted.end)
    found = []
    for name in names(view):
        if not first <= name.start <= last:
            continue
        other = _other(name.meaning, name.text.isascii())
        if other and other != name.text:
            found.append(Hint(document.position(name.end), other))
        if len(found) >= MOST:
            break
    return found


def _other(meaning: Meaning, english: bool) -> str:
    """Return what a name is called in the other language; "" for what has no name of its own."""
    match meaning:
        case Field(id=ident, zh=zh) | Entity(id=ident, zh=zh) | Parameter(id=ident, zh=zh):
            return zh if english else ident
        case Definition(name=ident, zh=zh):
            return zh if english else ident
        case Value(enumeration, ident):
            return enumeration.values[ident][0] if english else ident
    return ""
