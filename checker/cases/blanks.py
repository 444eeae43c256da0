"""Cells that the report has and leaves empty (“留空”): counted on the unit, and read as not disclosed."""

from __future__ import annotations

from checker.cases.case import Cell, Fact
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.unfilled import BLANK


class Blanks:
    """The cells of one case that were left empty: fact, field (none for a list), name and line."""

    def __init__(self) -> None:
        self.found: list[tuple[Fact, str, str, int]] = []

    def take(self, node: Node, fact: Fact, field: str, name: str) -> bool:
        """Note the cell if *node* says that the report leaves it empty; blank is the English word, when it is not quoted."""
        blank = node.kind in ("plain", "text") and (
            node.value == BLANK or (node.kind == "plain" and node.value == "blank")
        )
        if blank:
            self.found.append((fact, field, name, node.line))
        return blank

    def tell(self, root: Fact, vocabulary: Vocabulary) -> frozenset[tuple[str, str, str]]:
        """Count them on the unit, by name; returns them as what the report does not disclose."""
        fields = vocabulary.root.fields
        if "left_blank" not in fields or "left_blank_count" not in fields:
            return frozenset()
        names = [self._name(*entry, vocabulary) for entry in self.found]
        line = self.found[0][3] if self.found else 0
        count = root.values.get("left_blank_count", 0) + len(names)
        if names:
            text = "、".join((*([root.values["left_blank"]] if "left_blank" in root.values else []), *names))
            root.values["left_blank"], root.cells["left_blank"] = text, Cell(text, text, line=line)
        if names or "left_blank_count" not in root.values:
            root.values["left_blank_count"] = count
            root.cells["left_blank_count"] = Cell(count, str(count) if names else "", line=line, derived=not names)
        return frozenset((f.entity, "" if f is root else f.id, field) for f, field, _, _ in self.found if field)

    def _name(self, fact: Fact, field: str, name: str, line: int, vocabulary: Vocabulary) -> str:
        entity = vocabulary.entities[fact.entity]
        if entity.parent is None:
            return name
        label = fact.values.get(entity.label or "") or fact.id
        return f"{label}的{name}"
