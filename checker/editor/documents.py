"""An open file: its text in lines as the protocol counts them, what kind of file it is, and in which language it is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from checker.cases.files import COMPANIONS
from checker.cases.reader import key_table
from checker.cases.vocabulary import Vocabulary
from checker.editor.outline import outline
from checker.editor.parts import Part
from checker.rulebook.instruments import FILE as INSTRUMENTS
from checker.rulebook.packs import FORMS, MANIFEST, SCORES, VOCABULARY
from checker.rulebook.shapes import MANIFEST_KEYS, RULE_KEYS
from checker.rulebook.vocabulary_shapes import TOP_KEYS

RULE, PARAMETERS, CASE, WAIVERS, FOLLOWUP, WORDS, PACK, OTHER = (
    "rule",
    "parameters",
    "case",
    "waivers",
    "followup",
    "vocabulary",
    "pack",
    "other",
)
_SCHEMA = re.compile(r"\$schema=\S*?(\w+)\.schema\.json")
_LISTS = {
    "waivers": WAIVERS,
    "豁免": WAIVERS,
    "followup": FOLLOWUP,
    "整改": FOLLOWUP,
    "parameters": PARAMETERS,
    "参数": PARAMETERS,
    "parties": OTHER,  # decisions on names, which checker parties writes
    "名称认定": OTHER,
}
"""Files that are one list, by its key."""
_SURELY_RULE = {
    word
    for key in (
        "basis",
        "nature",
        "severity",
        "for",
        "when",
        "require",
        "message",
        "remedy",
        "examples",
        "define",
        "in_force",
    )
    for word in (key, RULE_KEYS[key])
}
"""Keys that a rule has and no case."""

BEGUN = 40
"""Characters of a file without any key that may still become a rule or a case."""


class Position(NamedTuple):
    """A line and a character in it, from 0; characters beyond the basic plane count two, as the protocol has it."""

    line: int
    character: int


class Range(NamedTuple):
    """A stretch of a file."""

    start: Position
    end: Position


class Edit(NamedTuple):
    """A stretch that becomes *text*."""

    range: Range
    text: str


class Document:
    """One file as the editor shows it now."""

    def __init__(self, path: str, text: str, version: int = 0) -> None:
        self.path = path
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.version = version

    @cached_property
    def root(self) -> Part:
        """Where everything stands."""
        return outline(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line(self, number: int) -> str:
        """Return a line, from 0, without its end."""
        if not 0 <= number < len(self.starts):
            return ""
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end]

    def offset(self, position: Position) -> int:
        """Return the character of the text at a *position*; beyond the end of a line, its end."""
        if position.line >= len(self.starts):
            return len(self.text)
        line = self.line(max(0, position.line))
        units = 0
        for index, char in enumerate(line):
            if units >= position.character:
                return self.starts[position.line] + index
            units += 2 if char > "\uffff" else 1
        return self.starts[max(0, position.line)] + len(line)

    def position(self, offset: int) -> Position:
        """Return the position of a character of the text."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.starts, offset) - 1
        return Position(line, units(self.text[self.starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """Return a stretch of the text as the protocol counts."""
        return Range(self.position(start), self.position(end))

    def spot(self, line: int, column: int) -> int:
        """Return the character of the text in a line and column that count from 1, as a place of a problem does."""
        if line < 1 or line > len(self.starts):
            return len(self.text) if line > 1 else 0
        return self.starts[line - 1] + min(max(0, column - 1), len(self.line(line - 1)))

    @cached_property
    def lang(self) -> str:
        """The language in which its keys are written, or its words where it has no keys yet."""
        keys = [part.key.value for part in self.root.walk() if part.key is not None]
        chinese = sum(not key.isascii() for key in keys)
        if keys:
            return "zh" if 2 * chinese >= len([key for key in keys if key != "id"]) else "en"
        return "en" if self.text.strip() and self.text.isascii() else "zh"

    def kind(self, vocabulary: Vocabulary) -> str:
        """Return what kind of file this is, whatever state it is in."""
        return kind_of(self.path, self.text, self.root, vocabulary)


def units(text: str) -> int:
    """Return how many characters the protocol counts in *text*."""
    return len(text) + sum(char > "\uffff" for char in text)


def kind_of(path: str, text: str, root: Part, vocabulary: Vocabulary) -> str:
    """Return what kind of file lies at *path* with this text: by its name, what it says of itself, and its keys."""
    file = PurePath(path)
    name = file.name.lower()
    folders = file.parts[:-1]
    if name == VOCABULARY:
        return WORDS
    if name == INSTRUMENTS:
        return OTHER
    if name.endswith(COMPANIONS):
        return WAIVERS if ".waivers." in name else FOLLOWUP if ".followup." in name else OTHER
    said = _SCHEMA.search(text[:400])
    if said is not None and said[1] in ("rule", "case", "parameter", "waiver", "followup", "vocabulary", "pack"):
        return {"parameter": PARAMETERS, "waiver": WAIVERS}.get(said[1], said[1])
    keys = root.keys() if root.kind == "map" else []
    if name == MANIFEST and not _SURELY_RULE.intersection(keys):
        return PACK
    if keys and keys[0] in _LISTS and len(keys) == 1:
        return _LISTS[keys[0]]
    if keys and set(keys) <= {*TOP_KEYS, *TOP_KEYS.values()} - {"documents", "材料"}:
        return WORDS
    if {FORMS, SCORES}.intersection(folders) and not _SURELY_RULE.intersection(keys):
        return OTHER
    in_rule = [key for key in keys if key in RULE_KEYS or key in RULE_KEYS.values()]
    in_case = [key for key in keys if key in key_table(vocabulary, vocabulary.root)]
    if _SURELY_RULE.intersection(in_rule) and len(in_rule) >= len(in_case):
        return RULE
    if len(in_case) > len(in_rule) and 2 * len(in_case) >= len(keys):
        return CASE
    if {"name", "version"} <= set(keys) or {"名称", "版本"} <= set(keys):
        return PACK if set(keys) <= {*MANIFEST_KEYS, *MANIFEST_KEYS.values()} else OTHER
    if in_rule and 2 * len(in_rule) >= len(keys):
        return RULE
    begun = not keys and len(text) < BEGUN
    return RULE if not text.strip() or begun or ("rules" in folders and len(keys) < 2) else OTHER
