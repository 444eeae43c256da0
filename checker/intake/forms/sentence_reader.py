"""The key `sentences` of a file of a form → its template sentences; what is wrong with them is told with its line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from checker.base.errors import Text
from checker.documents.node import Node
from checker.intake.forms.model import Saying, Stated, Target
from checker.intake.forms.sentences import kind_of, pattern_of, slots_of
from checker.intake.forms.shapes import SENTENCE_KEYS, STATED_KEYS
from checker.rulebook.reader import FileReader

KINDS: tuple[Literal["sum", "ratio", "growth"], ...] = ("sum", "ratio", "growth")
_TYPES = {"money": ("money",), "percent": ("percent",), "count": ("count", "number")}


class SentenceReader:
    """Reads template sentences; `target` reads where a figure goes, and refuses fields of other types than it is given."""

    def __init__(self, reader: FileReader, target: Callable[[Node, tuple[str, ...]], Target | None]) -> None:
        self.reader = reader
        self.target = target

    def sentences(self, nodes: Sequence[Node]) -> tuple[Saying, ...]:
        """Return those that are well formed."""
        return tuple(made for node in nodes if (made := self._sentence(node)) is not None)

    def _sentence(self, node: Node) -> Saying | None:
        body = self.reader.mapping(node, SENTENCE_KEYS)
        self.reader.lacking(node, body, SENTENCE_KEYS)
        if "says" not in body:
            return None
        says = self.reader.text(body["says"])
        pattern = pattern_of(says)
        if isinstance(pattern, Text):
            self.reader.problem("form-sentence", body["says"], pattern)
            return None
        slots = tuple(slots_of(says))
        put = {
            name: self._targets(key, value, slots)
            for key, value in self._pairs(body.get("put"))
            if (name := self._slot(key, slots))
        }
        claims = body.get("claims")
        stated = [
            self._stated(each, slots) for each in (claims.value if claims is not None and claims.kind == "list" else ())
        ]
        tables = {
            name: self.reader.text(value)
            for key, value in self._pairs(body.get("tables"))
            if (name := self._slot(key, slots))
        }
        return Saying(pattern, slots, put, tuple(filter(None, stated)), tables)

    def _pairs(self, node: Node | None) -> list[tuple[Node, Node]]:
        return list(node.value) if node is not None and node.kind == "map" else []

    def _slot(self, node: Node, slots: Sequence[str]) -> str:
        if node.text in slots:
            return node.text
        told = Text(f"句子里没有“{{{node.text}}}”", f"the sentence has no {{{node.text}}}")
        self.reader.problem("form-sentence", node, told, self.reader.near(node.text, slots))
        return ""

    def _targets(self, key: Node, node: Node, slots: Sequence[str]) -> tuple[Target, ...]:
        types = _TYPES[kind_of(key.text)]
        nodes = node.value if node.kind == "list" else [node]
        return tuple(made for each in nodes if (made := self.target(each, types)) is not None)

    def _stated(self, node: Node, slots: Sequence[str]) -> Stated | None:
        body = self.reader.mapping(node, STATED_KEYS)
        self.reader.lacking(node, body, STATED_KEYS)
        kinds = [kind for kind in KINDS if kind in body]
        needs = {"ratio": "whole", "growth": "change"}.get(kinds[0], "") if kinds else ""
        if len(kinds) != 1 or "of" not in body or (needs and needs not in body):
            told = Text(
                "自报数写 合计、占比（和 全部）、增幅（和 增减额）之一，和 各项",
                "a claim is a sum, a ratio (with whole) or a growth (with change), and of",
            )
            self.reader.problem("form-sentence", node, told)
            return None
        kind = kinds[0]
        nodes = body["of"].value if body["of"].kind == "list" else [body["of"]]
        of = tuple(self._slot(each, slots) for each in nodes)
        other, whole = "", None
        if needs:
            if body[needs].text in slots or needs == "change":
                other = self._slot(body[needs], slots)
            else:
                whole = self.target(body[needs], _TYPES["money"])
        return Stated(kind, self._slot(body[kind], slots), of, other, whole)
