"""What depends on a field or a parameter: the rules whose verdict rests on it."""

from __future__ import annotations

from checker.rulebook.book import Rulebook
from checker.rulebook.documents import reads
from checker.rulebook.rule import Rule


class Uses:
    """The rules by what they read, worked out when somebody first asks."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._found: dict[tuple[str, str], list[Rule]] | None = None
        self._parameters: dict[str, list[Rule]] | None = None

    def of(self, entity: str, field: str) -> list[Rule]:
        """Return the rules that read a field of an entity; with no field, those that ask for its facts at all."""
        if self._found is None:
            self._found = {}
            for rule in self.book.rules.values():
                for atom in reads(rule, self.book.definitions, self.book.vocabulary):
                    self._found.setdefault(atom, []).append(rule)
        return self._found.get((entity, field), [])

    def of_parameter(self, name: str) -> list[Rule]:
        """Return the rules that rest on a parameter."""
        if self._parameters is None:
            self._parameters = {}
            for rule in self.book.rules.values():
                for read in rule.parameters_read(self.book.definitions):
                    self._parameters.setdefault(read, []).append(rule)
        return self._parameters.get(name, [])
