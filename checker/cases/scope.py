"""What a case says it transcribes: `document: 三公说明`, or a list of several; a closed set that the vocabulary declares."""

from __future__ import annotations

from checker.base.errors import Text, did_you_mean
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node

DOCUMENT_KEYS = ("document", "documents", "材料", "材料种类")
"""How the key is written; the first is the one that is printed."""


def read_documents(node: Node, vocabulary: Vocabulary) -> tuple[tuple[str, ...], list[tuple[Node, Text, Text | None]]]:
    """Return the kinds of document that *node* names, each once, and what is wrong with it."""
    entries = node.value if node.kind == "list" else [node]
    found: list[str] = []
    wrong: list[tuple[Node, Text, Text | None]] = []
    known = vocabulary.enumerations.get("document_kind")
    names = known.by_name if known is not None else {}
    listed = Text(
        "可写：" + "、".join(words[0] for words in known.values.values()) if known else "词汇表里没有材料种类",
        "one of: " + ", ".join(known.values) if known else "the vocabulary declares none",
    )
    if not entries:
        told = Text("材料是空的清单", "the list of documents is empty")
        wrong.append((node, told, Text("不知道是哪种材料的，删去这一项", "leave it out where it is not known")))
    for entry in entries:
        word = "" if entry.kind in ("map", "list") else str(entry.value).strip()
        value = names.get(word)
        if value is None:
            told = Text(f"没有“{word}”这种材料", f"there is no kind of document {word!r}")
            wrong.append((entry, told, did_you_mean(word, list(names)) or listed))
        elif value not in found:
            found.append(value)
    return tuple(sorted(found)), wrong


def documents_of(text: str | None, vocabulary: Vocabulary) -> tuple[tuple[str, ...], list[str]]:
    """Return the kinds of document in a cell of a table, parted by blanks or commas, and the words that are none."""
    known = vocabulary.enumerations.get("document_kind")
    names = known.by_name if known is not None else {}
    words = (text or "").replace("、", " ").replace("，", " ").replace(",", " ").split()
    return tuple(sorted({names[w] for w in words if w in names})), [w for w in words if w not in names]
