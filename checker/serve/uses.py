"""What depends on a field: the rules whose verdict rests on it."""

from __future__ import annotations

from checker.rulebook.book import Rulebook
from checker.rulebook.documents import reads
from checker.rulebook.rule import Rule


class Uses:
    """The rules by what they read, worked out when somebody first asks."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._found: dict[tuple[str, str], list[Rule]] | None = None

    def of(self, entity: str, field: str) -> list[Rule]:
        """Return the rules that read a field of an entity; with no field, those that ask for its facts at all."""
        if self._found is None:
            self._found = {}
            for rule in self.book.rules.values():
                for atom in reads(rule, self.book.definitions, self.book.vocabulary):
                    self._found.setdefault(atom, []).append(rule)
        return self._found.get((entity, field), [])
