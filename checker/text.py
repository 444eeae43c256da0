"""Text on a terminal: Chinese characters take two columns, and no control character reaches it."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Controls, marks that turn the direction of writing, and what XML cannot hold; tab and newline stay."""


def visible(text: str) -> str:
    """Return *text* with every hidden character shown as ⟨U+202E⟩."""
    return HIDDEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def clipped(text: str, length: int) -> str:
    """Return *text*; of one longer than *length* the beginning and the end."""
    return text if len(text) <= length else text[: length * 2 // 3] + " … " + text[-length // 3 :]


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
            size = width(word)
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
    for char in text:
        joins = char.isascii() and not char.isspace()
        if joins and words and words[-1][-1].isascii() and not words[-1][-1].isspace():
            words[-1] += char
        else:
            words.append(char)
    return words
