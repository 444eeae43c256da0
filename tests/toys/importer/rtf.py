"""A toy reader: the plain text of an RTF document that holds no formatting, and its digits counted a second way."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from checker.intake.document import Digits, Document, Paragraph, Place


def read(data, name):
    text = re.sub(r"[{}]|\\[a-z]+\d* ?", "", data.decode("ascii"))
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    blocks = tuple(Paragraph(Place((("line", number),)), line) for number, line in lines)
    return Document(name, hashlib.sha256(data).hexdigest(), len(data), "rtf", blocks)


def count(data):
    plain = re.sub(rb"\\[a-z]+\d* ?", b"", data)
    return [
        Digits(Place((("line", number),)), Counter(re.findall("[0-9]+", line.decode())))
        for number, line in enumerate(plain.split(b"\n"), 1)
        if line.strip()
    ]
