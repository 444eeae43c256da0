"""What depends on a field or a parameter: the rules whose verdict rests on it."""

from __future__ import annotations

from checker.language.tree import DefinitionRef, ParameterRef, walk
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
        """Return the rules that say something else where a parameter is another: by their verdict, amount, severity, nature or words."""
        if self._parameters is None:
            self._parameters = {}
            for rule in self.book.rules.values():
                for read in self._read(rule):
                    self._parameters.setdefault(read, []).append(rule)
        return self._parameters.get(name, [])

    def _read(self, rule: Rule) -> set[str]:
        from checker.authoring.lints.unused_parameter import expressions

        found: set[str] = set(rule.parameters_read(self.book.definitions))
        waiting, seen = list(expressions(rule)), set[tuple[str, str]]()
        while waiting:
            for node in walk(waiting.pop()):
                if isinstance(node, ParameterRef):
                    found.add(node.name)
                elif isinstance(node, DefinitionRef) and (node.entity, node.name) not in seen:
                    seen.add((node.entity, node.name))
                    waiting.append(self.book.definitions[(node.entity, node.name)].expr)
        return found
