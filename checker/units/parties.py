"""Suppliers and payees over many units: grouped by the one form of their names, with what of names and codes does not go together."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from checker.base.credit_code import code_fault, is_code, plain_code
from checker.base.errors import Place, Text
from checker.base.parties import Confirmed, party
from checker.cases.case import Case, Fact
from checker.cases.vocabulary import Vocabulary
from checker.units.reading import COLLECTED

AMOUNT = "amount"
"""The field whose money is added up by party, in each kind of fact that names one."""


class Tally:
    """What is said of one kind of fact with one party: how many of them, and their money in fen."""

    def __init__(self) -> None:
        self.count = 0
        self.amount = 0


class Party:
    """One party: how its name is written, its codes, in which units, and what was bought from it and paid to it."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.spellings: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.units: set[tuple[str, str]] = set()
        self.tallies: dict[str, Tally] = {}
        self.first = Place("")

    @property
    def name(self) -> str:
        """The spelling that is met most often; of equally many the first in order."""
        return min(self.spellings, key=lambda each: (-self.spellings[each], each))

    @property
    def count(self) -> int:
        """How often the party is named."""
        return sum(each.count for each in self.tallies.values())


class BadCode(NamedTuple):
    """A code that cannot be one: as it was written, whose it is said to be, where, and what is wrong with it."""

    code: str
    name: str
    unit: str
    place: Place
    fault: Text


class Named(NamedTuple):
    """The fields by which a kind of fact names a party: its kind, the name, and the code (nothing where it has none)."""

    entity: str
    name: str
    code: str


class Parties:
    """All parties of the cases that were looked at, by the one form of their names."""

    def __init__(self, vocabulary: Vocabulary, confirmed: Confirmed = ()) -> None:
        self.vocabulary = vocabulary
        self.confirmed = confirmed
        self.named = named_in(vocabulary)
        self.known: dict[str, Party] = {}
        self.bad: list[BadCode] = []
        self.nameless = 0
        """Codes beside which nobody is named."""
        self.unjudged = 0
        """Codes that are masked, older, a person's or of another form: neither judged nor compared."""

    def add(self, case: Case) -> None:
        """Look at the facts of a case that name a party."""
        for named in self.named:
            for fact in case.facts.get(named.entity, ()):
                self._add(case, named, fact)

    def _add(self, case: Case, named: Named, fact: Fact) -> None:
        name, written = fact.values.get(named.name), fact.values.get(named.code)
        key = party(str(name), self.confirmed) if name else ""
        found = None
        if key:
            found = self.known.setdefault(key, Party(key))
            tally = found.tallies.setdefault(named.entity, Tally())
            tally.count += 1
            amount = fact.values.get(AMOUNT)
            tally.amount += int(amount) if amount is not None else 0
            found.spellings[str(name)] += 1
            found.units.add((case.root.id, case.jurisdiction))
            if not found.first.file:
                found.first = _place(case, fact, named.name)
        code = plain_code(str(written)) if written else ""
        if not code:
            return
        self.nameless += found is None
        if not is_code(code) and code_fault(code) is None:
            self.unjudged += 1
            return
        fault = code_fault(code)
        if fault is not None:
            self.bad.append(BadCode(str(written), str(name or ""), case.unit, _place(case, fact, named.code), fault))
        elif found is not None:
            found.codes[code] += 1

    @property
    def of_code(self) -> Mapping[str, list[Party]]:
        """The parties under each code, in the order of their names; those that have several, or share one, are told."""
        found: dict[str, list[Party]] = {}
        for key in sorted(self.known):
            for code in self.known[key].codes:
                found.setdefault(code, []).append(self.known[key])
        return found

    def shared(self) -> list[tuple[str, list[Party]]]:
        """Return the codes under which several names stand."""
        return [(code, several) for code, several in sorted(self.of_code.items()) if len(several) > 1]

    def divided(self) -> list[Party]:
        """Return the parties that have several codes under one name."""
        return [self.known[key] for key in sorted(self.known) if len(self.known[key].codes) > 1]


def named_in(vocabulary: Vocabulary) -> tuple[Named, ...]:
    """Return where facts name a party: the fields that a code is said to belong to."""
    return tuple(
        Named(entity.id, field.code_of, field.id)
        for entity in vocabulary.entities.values()
        for field in entity.fields.values()
        if field.code_of
    )


def parties_of(cases: Iterable[Case], vocabulary: Vocabulary, confirmed: Confirmed = ()) -> Parties:
    """Return all parties that *cases* name."""
    found = Parties(vocabulary, confirmed)
    for number, case in enumerate(cases, 1):
        found.add(case)
        if number % COLLECTED == 0:
            gc.collect()
    return found


def _place(case: Case, fact: Fact, field: str) -> Place:
    cell = fact.cells.get(field)
    line, column = (cell.line, cell.column) if cell is not None and cell.line else (fact.line, fact.column)
    return Place(case.file, line, column)
