"""What stands within quotes, or in a block behind | or >, as a value, and where its characters stand in the text."""

from __future__ import annotations

import re

from checker.base.patterns import pattern
from checker.editor.parts import Piece

_ESCAPE = pattern(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "\\": "\\", "/": "/", " ": " ", "_": "\xa0"}


def unquoted(text: str, start: int, end: int, sign: str) -> tuple[str, tuple[Piece, ...]]:
    """Return a text between quotes, and where its characters stand."""
    value: list[str] = []
    pieces: list[Piece] = []
    length = 0
    at = start

    def add(body: str, source: int, size: int) -> None:
        nonlocal length
        if body or size:
            value.append(body)
            pieces.append(Piece(length, source, min(size, len(body))))
            length += len(body)

    while at < end:
        stop = at
        while stop < end and text[stop] not in "\n" and not (text[stop] == "\\" and sign == '"') and text[stop] != "'":
            stop += 1
        if stop > at:
            add(text[at:stop], at, stop - at)
            at = stop
            continue
        if text[at] == "'" and sign == "'":
            add("'", at, 1)
            at += 2
        elif text[at] == "'":
            add("'", at, 1)
            at += 1
        elif text[at] == "\\":
            match = _ESCAPE.match(text, at)
            if match is None or match.end() > end:
                add("\\", at, 1)
                at += 1
                continue
            name = match[1]
            if name[0] in "xuU" and len(name) > 1:
                code = int(name[1:], 16)
                add(chr(code) if code <= 0x10FFFF else "\ufffd", at, 1)
            elif name[0] != "\n":
                add(_ESCAPED.get(name, name), at, 1)
            at = match.end()
        else:  # a line break: blanks around it go, one break is a blank
            while value and value[-1].rstrip(" \t\r") != value[-1]:
                cut = value[-1].rstrip(" \t\r")
                length -= len(value[-1]) - len(cut)
                value[-1] = cut
                pieces[-1] = pieces[-1]._replace(size=min(pieces[-1].size, len(cut)))
                if cut:
                    break
                value.pop()
                pieces.pop()
            breaks = 0
            first = at
            while at < end and text[at] in " \t\r\n":
                breaks += text[at] == "\n"
                at += 1
            add("\n" * (breaks - 1) or " ", first, 0)
    return "".join(value), tuple(pieces)


def joined(lines: list[tuple[int, str]], indent: int, style: str) -> tuple[str, tuple[Piece, ...]]:
    """Return the value of a block: its lines as they are behind |, joined by blanks behind >."""
    value = ""
    pieces: list[Piece] = []
    empty, before = 0, ""
    for number, (begin, line) in enumerate(lines):
        body = line[indent:]
        if not line.strip():
            empty += 1
            continue
        if pieces or empty:
            kept = style == "|" or body[:1] in (" ", "\t") or before[:1] in (" ", "\t")
            if kept or not pieces:
                value += "\n" * (empty + bool(pieces))
            else:
                value += "\n" * empty or " "
        pieces.append(Piece(len(value), begin + indent, len(body)))
        value += body
        empty, before = 0, body
        del number
    return value, tuple(pieces)
