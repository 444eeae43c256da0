"""Text on a terminal: Chinese characters take two columns, and no control character reaches it."""

from __future__ import annotations

import re
import unicodedata

from checker.base.patterns import pattern

_RANGES = (
    (0x00, 0x08),
    (0x0B, 0x0C),
    (0x0E, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x61C, 0x61C),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0xE0000, 0xE007F),
)
HIDDEN = pattern("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES) + "]")
"""Controls, marks that turn the direction of writing, what has no width, and what XML cannot hold; tab and line ends stay.

What joins letters and emoji (U+200C, U+200D) is part of how some scripts are written, and stays as well.
"""
HIDDEN_RE2 = "[" + "".join(rf"\x{{{first or 1:X}}}-\x{{{last:X}}}" for first, last in _RANGES if first != 0xD800) + "]"
"""The same in the spelling of RE2, which DuckDB uses; texts of a database hold neither NUL nor half a pair."""


def visible(text: str) -> str:
    """Return *text* with every hidden character shown as ⟨U+202E⟩."""
    return HIDDEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def escaped(text: str) -> str:
    """Return JSON with every hidden character written as an escape, as JSON itself writes controls."""
    if text.isprintable():  # nothing hidden is, and this is told at a fifth of the cost
        return text
    import json  # what is printed on a terminal is no JSON

    return HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def clipped(text: str, length: int) -> str:
    """Return *text*; of one longer than *length* the beginning and the end."""
    return text if len(text) <= length else text[: length * 2 // 3] + " … " + text[-length // 3 :]


_FOUND = pattern(
    r"""“[^“”]*”|(?<![^\s(\[:])(['"])(?:\\.|(?!\1)[^\\])*\1(?!\w)|[^\s“”'",;:，。；：、（）/\\]+""", re.DOTALL
)
"""A text in quotes, or one without a break."""
_READABLE = 160
"""Characters of one found text that can be read in a sentence."""


def shortened(sentence: str) -> str:
    """Return a sentence in which each text that was found is cut to its beginning, its end and how long it is."""
    return _FOUND.sub(_cut_found, sentence) if len(sentence) > _READABLE else sentence


def _cut_found(found: re.Match[str]) -> str:
    text = found[0]
    quotes = int(text[0] in "“'\"")
    inner = text[quotes : len(text) - quotes]
    if len(inner) <= _READABLE:
        return text
    return f"{text[:quotes]}{inner[:60]} … {inner[-20:]}{text[len(text) - quotes :]} [{len(inner)}]"


class _Widths(dict[str, int]):
    """The columns of each character, worked out when it is first met."""

    def __missing__(self, char: str) -> int:
        found = 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        self[char] = found
        return found


_WIDTHS = _Widths()


def width(text: str) -> int:
    """Return the number of terminal columns *text* takes."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


def cut(text: str, columns: int) -> str:
    """Return *text* shortened to *columns*, with an ellipsis where something was cut."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for char in text:
        used += width(char)
        if used > columns - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def wrap(text: str, columns: int) -> list[str]:
    """Return *text* broken into lines of at most *columns*, between words or Chinese characters.

    Closing punctuation never begins a line, opening punctuation never ends one, and a run of letters or digits is not split unless it is wider than a line.
    """
    lines: list[str] = []
    hang = 0 if text.isascii() else 2  # room for the closing mark that may not begin a line
    columns -= hang
    for paragraph in text.split("\n"):
        line, used = "", 0
        for word in _words(paragraph):
            size = _WIDTHS[word] if len(word) == 1 else width(word)
            closing = word in "，。；：、）》”！？%" and used + size <= columns + hang
            if used + size > columns and line and not closing:
                kept = line.rstrip("（《“")  # an opening mark does not end a line
                kept, carried = (kept, line[len(kept) :]) if kept else (line, "")
                lines.append(kept.rstrip())
                line, used = carried, width(carried)
                word = word.lstrip()
                size = width(word)
            while size > columns:
                head = ""
                while word and width(head + word[0]) <= columns:
                    head, word = head + word[0], word[1:]
                lines.append(head)
                size = width(word)
            line += word
            used += size
        lines.append(line.rstrip())
    return lines


def _words(text: str) -> list[str]:
    words: list[str] = []
    joined = False
    for char in text:
        joins = char.isascii() and not char.isspace()
        if joins and joined:
            words[-1] += char
        else:
            words.append(char)
        joined = joins
    return words
