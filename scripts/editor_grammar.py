"""Writes the words of the language into the grammar by which VS Code colours conditions.

python scripts/editor_grammar.py     # writes editors/vscode/syntaxes; tests/editor/test_extension.py compares
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from checker.documents.shape import Expression, Message
from checker.language.words import ADVISED, FUNCTIONS, KEYWORDS, OPERATORS, spellings
from checker.rulebook.shapes import DEFINE_KEYS, EXAMPLE_KEYS, READING_KEYS, RULE_KEYS

PLACE = Path(__file__).parents[1] / "editors" / "vscode" / "syntaxes" / "expressions.tmLanguage.json"


def _plain(word: str) -> str:
    """Return a word as a pattern of JavaScript and Oniguruma alike."""
    return re.sub(r"[.*+?^${}()|\[\]\\]", r"\\\g<0>", word)


def _one_of(words: Iterable[str], behind: str = "") -> str:
    """Return a pattern for some words, the longest first; English ones stand by themselves."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    chinese = "|".join(_plain(word) for word in listed if not word.isascii())
    english = "|".join(_plain(word) for word in listed if word.isascii() and word[0].isalpha())
    signs = "|".join(_plain(word) for word in listed if word.isascii() and not word[0].isalpha())
    parts = [f"\\b(?:{english})\\b" if english else "", chinese, signs]
    return "(?:" + "|".join(part for part in parts if part) + ")" + behind


def _keys(kind: type) -> str:
    """Return a pattern for the keys under which expressions, or messages, stand."""
    words = {
        word
        for shape in (RULE_KEYS, DEFINE_KEYS, READING_KEYS, EXAMPLE_KEYS)
        for key in shape.entries.values()
        if isinstance(key.kind, kind) and key.id not in ("nature", "severity", "zh", "en")
        for word in (key.id, key.zh)
    }
    return "(?:" + "|".join(sorted(words)) + ")"


def grammar() -> str:
    """Return the grammar as a file."""
    words = [
        {"name": "string.quoted.double.checker", "match": '"[^"]*"|“[^”]*”'},
        {"name": "constant.numeric.checker", "match": r"\d[\d,.]*(?:-\d\d-\d\d)?(?:亿元|万元|元|%|日|天|个月|年)?"},
        {"name": "support.function.checker", "match": _one_of(spellings(FUNCTIONS), r"(?=\s*\()")},
        {"name": "keyword.operator.checker", "match": _one_of(spellings(OPERATORS))},
        {"name": "keyword.control.checker", "match": _one_of(spellings({**KEYWORDS, **ADVISED}))},
    ]
    line = rf"(?<=^|\s|\{{|- )({_keys(Expression)})(:)(?=\s)"
    made = {
        "scopeName": "checker.expressions",
        "injectionSelector": "L:source.yaml -comment",
        "patterns": [{"include": "#condition"}, {"include": "#message"}],
        "repository": {
            "condition": {
                "begin": line,
                "beginCaptures": {
                    "1": {"name": "entity.name.tag.yaml"},
                    "2": {"name": "punctuation.separator.key-value.mapping.yaml"},
                },
                "end": r"$|(?=,\s*[^\s,]+:\s)|(?=\})",
                "patterns": words,
            },
            "message": {
                "begin": rf"(?<=^|\s|\{{|- )({_keys(Message)})(:)(?=\s)",
                "beginCaptures": {
                    "1": {"name": "entity.name.tag.yaml"},
                    "2": {"name": "punctuation.separator.key-value.mapping.yaml"},
                },
                "end": "$",
                "patterns": [
                    {"name": "variable.other.checker", "match": r"\{[^{}]*\}"},
                    {"name": "string.unquoted.checker", "match": "[^{}]+"},
                ],
            },
        },
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    PLACE.write_text(grammar(), encoding="utf-8")
