"""The case without what nobody read from a document, to ask whether an outcome stands without it."""

from __future__ import annotations

from functools import cached_property

from checker.cases.case import Case, Fact


class Hidden:
    """The case without its inferences, or without those of them that are figures nobody has confirmed; made when first asked for."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._made: dict[bool, dict[int, Fact]] = {}
        self._kept: list[Case] = []

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the fields that are inferred or unconfirmed of some fact."""
        cells = (pair for fact in self.case.each() for pair in fact.cells.items())
        return frozenset(name for name, cell in cells if cell.inferred or cell.unconfirmed)

    def twin(self, fact: Fact, unconfirmed: bool = False) -> Fact | None:
        """Return what stands for *fact* there."""
        if unconfirmed not in self._made:
            case, self._made[unconfirmed] = self.case.without_inferred(unconfirmed)
            self._kept.append(case)
        return self._made[unconfirmed].get(id(fact))
