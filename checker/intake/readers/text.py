"""Reads plain text: a paragraph a line, or, where a text is broken into lines of one width, a paragraph of the lines that belong together."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from checker.base.errors import Text
from checker.base.width import width
from checker.intake.document import Digits, Document, Note, Paragraph, Place
from checker.intake.encodings import encoding
from checker.intake.refusing import AGAIN, refused

_LARGEST = 16 * 1024 * 1024
_WIDEST = 140
"""Columns beyond which a line is a paragraph and no line of a page."""
_SHORT = 8
"""Columns by which a full line may be shorter than the others: an indent that was stripped, a mark that may not begin a line."""
_ENDS = "。！？；;：:.!?"
_LABEL = re.compile(
    r"\s*(?:[（(]?[0-9０-９]{1,3}[)）、．.](?![0-9０-９])|[（(]?[一二三四五六七八九十]{1,3}[)）、]|第[一二三四五六七八九十百]+[章节条部]|附[件表：:])"
)


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs of a text with the numbers of their first lines; between joined lines stands a line feed."""
    if len(data) > _LARGEST:
        raise refused("too-large", name, Text("文本超过 16 MB", "the text is larger than 16 MB"))
    found = encoding(data)
    if found is None:
        raise refused(
            "kind-unknown", name, Text("不是文本，或编码认不出来", "no text, or its encoding is not known"), AGAIN
        )
    lines = re.split("\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029", data[found[1] :].decode(found[0]))
    numbered = [(number, line.rstrip()) for number, line in enumerate(lines, 1) if line.strip()]
    full = _page_width([line for _, line in numbered])
    blocks: list[Paragraph] = []
    notes: list[Note] = []
    last = ""
    for number, line in numbered:
        if blocks and full and _continues(last, line, full):
            blocks[-1] = blocks[-1]._replace(text=f"{blocks[-1].text}\n{line}")
        else:
            blocks.append(Paragraph(Place((("line", number),)), line))
        last = line
    if full and len(blocks) < len(numbered):
        notes.append(
            Note(
                Place(()),
                Text(
                    "文字按行宽折行，已连成段落",
                    "the text is broken into lines of one width; they were joined to paragraphs",
                ),
            )
        )
    return Document(name, hashlib.sha256(data).hexdigest(), len(data), "text", tuple(blocks), notes=tuple(notes))


def _page_width(lines: list[str]) -> int:
    """Return the columns of a full line where a text is broken at one width, else 0."""
    widths = sorted(width(line.strip()) for line in lines)
    if len(widths) < 8:
        return 0
    full = widths[len(widths) * 9 // 10]
    near = sum(full - _SHORT <= each <= full + 4 for each in widths)
    return full if full <= _WIDEST and widths[-1] <= full + 8 and near * 10 >= len(widths) * 4 else 0


def _continues(last: str, line: str, full: int) -> bool:
    """Whether *line* goes on where *last* stopped: that one was full, and this one begins nothing new."""
    if _LABEL.match(line) or line.startswith(("　　", "    ", "\t")):
        return False
    lacking = full - width(last.strip())
    return lacking <= (_SHORT // 2 if last[-1] in _ENDS else _SHORT)


def count(data: bytes) -> list[Digits]:
    """Count the runs of digits in the bytes themselves, character by character of the encoding, without decoding them."""
    found = encoding(data)
    name, start = found if found is not None else ("gb18030", 0)
    if name == "utf-8":
        runs = [run.replace(b"\xef\xbc", b"") for run in re.findall(rb"(?:[0-9]|\xef\xbc[\x90-\x99])+", data)]
        plain = [bytes(each & 0x0F | 0x30 for each in run).decode("ascii") for run in runs]
        return [Digits(Place(()), Counter(plain))]
    digits: list[str] = []
    for character in _characters(data[start:], name):
        digits.append(_digit(character, name))
    return [Digits(Place(()), Counter("".join(digits).split()))]


def _characters(data: bytes, name: str) -> list[bytes]:
    if name == "gb18030":
        pattern = rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]|[\x81-\xfe][\x40-\xfe]|[\x00-\xff]"
        return re.findall(pattern, data, re.DOTALL)
    pairs = [data[at : at + 2] for at in range(0, len(data) - 1, 2)]
    return pairs if name == "utf-16-be" else [pair[::-1] for pair in pairs]


def _digit(character: bytes, name: str) -> str:
    """Return the digit that the bytes of a character are, or a blank."""
    wide, plain = (b"\xa3\xb0", b"0") if name == "gb18030" else (b"\xff\x10", b"\x000")
    for zero in (wide, plain):
        if len(character) == len(zero) and character[:-1] == zero[:-1] and 0 <= character[-1] - zero[-1] <= 9:
            return chr(0x30 + character[-1] - zero[-1])
    return " "
