"""What the grammar has understood so far: facts, the figures of their fields, claims with their operands."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from checker.base.values import UNITS, half_width
from checker.intake.document import Place
from checker.intake.prose.running import Mark
from checker.intake.prose.words import OF_ANOTHER
from checker.intake.reading import DraftFact, Evidence, Grade, Inferred, Proposal, Repeat, Status, Understood

SLOTS = {"money": "amount", "percent": "rate", "count": "count"}


class Spot(NamedTuple):
    """A field of a fact."""

    fact: str
    field: str


class Operand(NamedTuple):
    """One operand of a claim: a path, or a figure of its own (`mark`), or one that follows from others (`derived`, since `since`)."""

    role: str
    spot: Spot | None = None
    mark: Mark | None = None
    minus: bool = False
    derived: str = ""
    how: str = ""
    since: Mark | None = None


class _Use(NamedTuple):
    mark: Mark
    spot: Spot
    evidence: list[Evidence]


class Book:
    """Collects what is understood of one document; `done` gives it out. Nothing that was noted is taken back."""

    def __init__(self) -> None:
        self.facts: dict[str, DraftFact] = {}
        self.uses: dict[str, list[_Use]] = {}
        self.first: dict[Spot, Mark] = {}
        self.status: dict[str, Status] = {}
        self.inferred: list[Inferred] = []
        self.names: dict[tuple[str, str], str] = {}
        self.claims = 0
        self.repeats: list[Repeat] = []

    def fact(self, entity: str, name: str, texts: Sequence[tuple[str, str, Place]], parent: str = "") -> str:
        """Return the key of the fact of this *name*, made with *texts* where there is none yet."""
        known = self.names.get((entity, fold(name)))
        if known:
            return known
        same = sum(1 for each in self.facts.values() if each.entity == entity)
        key = entity if entity == "unit" else f"{SHORT.get(entity, entity)}:{same + 1}"
        self.facts[key] = DraftFact(key, entity, tuple(texts), parent)
        self.names[entity, fold(name)] = key
        return key

    def adopt(self, key: str, parent: str) -> None:
        """Say which fact *key* belongs to, where nobody said so before."""
        if not self.facts[key].parent and key != parent:
            self.facts[key] = self.facts[key]._replace(parent=parent)

    def known(self, entity: str, name: str) -> str:
        """Return the key of the fact of this name, or of the one whose name *name* ends with after a mere attribute; "" for none."""
        exact = self.names.get((entity, fold(name)), "")
        if exact:
            return exact
        said = fold(name)
        ends = [
            key
            for (kind, each), key in self.names.items()
            if kind == entity and len(each) >= 4 and said.endswith(each) and OF_ANOTHER.search(said.removesuffix(each))
        ]
        return ends[0] if len(ends) == 1 else ""

    def use(self, mark: Mark, spot: Spot, *evidence: Evidence, label: str = "") -> bool:
        """Give *mark* to a field. One that says there what was said before is restated, by a claim; returns whether it is the first."""
        first = self.first.get(spot)
        if first is not None and first is not mark and amount(first) == amount(mark):
            self.restate(mark, spot, label, *evidence)
            return False
        self.first.setdefault(spot, mark)
        self.status[mark.span.id] = "used"
        self.uses.setdefault(mark.span.id, []).append(_Use(mark, spot, list(evidence)))
        return first is None

    def restate(self, mark: Mark, spot: Spot, label: str, *evidence: Evidence) -> None:
        """Note that *mark* says again what stands in a field, under the name *label*."""
        first = self.first[spot]
        self.support(spot, Evidence("same as", mark.span.id))
        self.claim(
            "same_as",
            label + mark.shown,
            mark,
            [Operand("base", spot)],
            "restated",
            Evidence("same as", first.span.id),
            *evidence,
        )

    def reckon(self, spot: Spot, text: str, how: str, place: Place) -> None:
        """Note a figure that is not printed but follows from those that are."""
        if spot not in self.first and not any((each.fact, each.field) == spot for each in self.inferred):
            self.inferred.append(
                Inferred(spot.fact, spot.field, text, place, "read", (Evidence("reckoned", how),), True)
            )

    def suppose(self, spot: Spot, text: str, words: str, place: Place) -> None:
        """Note what words suggest for a field that no figure is printed for; further words are further reasons."""
        for at, each in enumerate(self.inferred):
            if (each.fact, each.field) == spot:
                self.inferred[at] = each._replace(evidence=(*each.evidence, Evidence("word", words)))
                return
        self.inferred.append(Inferred(spot.fact, spot.field, text, place, "confirm", (Evidence("word", words),)))

    def support(self, spot: Spot, evidence: Evidence) -> None:
        """Add a reason to the figure of a field."""
        first = self.first.get(spot)
        for use in self.uses.get(first.span.id, ()) if first else ():
            if use.spot == spot:
                use.evidence.append(evidence)

    def claim(
        self, kind: str, text: str, mark: Mark, operands: Sequence[Operand], status: Status, *evidence: Evidence
    ) -> str:
        """Add a claim whose own figure is *mark*; returns its key."""
        self.claims += 1
        key = f"claim:{self.claims}"
        place = mark.span.place
        self.facts[key] = DraftFact(key, "stated_figure", (("kind", kind, place), ("text", text, place)))
        self.status.setdefault(mark.span.id, status)
        self.uses.setdefault(mark.span.id, []).append(_Use(mark, Spot(key, SLOTS[mark.kind]), list(evidence)))
        for number, operand in enumerate(operands, 1):
            texts = [("role", operand.role, place)]
            if operand.minus:
                texts.append(("sign", "minus", place))
            if operand.spot is not None:
                texts.append(("path", ".".join(each for each in operand.spot if each), place))
            own = f"operand:{self.claims}.{number}"
            self.facts[own] = DraftFact(own, "operand", tuple(texts), key)
            if operand.mark is not None:
                self.status.setdefault(operand.mark.span.id, "stated")
                self.uses.setdefault(operand.mark.span.id, []).append(
                    _Use(operand.mark, Spot(own, SLOTS[operand.mark.kind]), list(evidence))
                )
            if operand.since is not None:  # how much it changed is half of the figure that is reckoned
                self.status.setdefault(operand.since.span.id, "stated")
                self.uses.setdefault(operand.since.span.id, []).append(
                    _Use(operand.since, Spot(own, "amount"), list(evidence))
                )
            if operand.derived:
                self.inferred.append(
                    Inferred(own, "amount", operand.derived, place, "read", (Evidence("reckoned", operand.how),), True)
                )
        return key

    def family(self) -> None:
        """Put the spending on the unit's running and on its projects under the spending as a whole."""
        parts = [
            key
            for (entity, name), key in self.names.items()
            if entity == "budget_line" and name in ("基本支出", "项目支出")
        ]
        whole = self.names.get(("budget_line", "总支出"), "")
        if len(parts) == 2 and not whole:
            place = self.facts[parts[0]].texts[0][2]
            whole = self.fact("budget_line", "总支出", [("name", "总支出", place), ("kind", "total", place)])
        for key in parts if whole else ():
            self.adopt(key, whole)

    def done(self) -> Understood:
        """Return all of it, graded by its evidence."""
        proposals = [
            Proposal(
                mark.span.id,
                spot.fact,
                spot.field,
                self.status[mark.span.id],
                grade(evidence),
                tuple(dict.fromkeys(evidence)),
            )
            for uses in self.uses.values()
            for mark, spot, evidence in uses
        ]
        return Understood(
            tuple(self.facts.values()), tuple(proposals), (), tuple(self.inferred), repeats=tuple(self.repeats)
        )


SHORT = {"budget_line": "line", "three_public_line": "three", "stated_figure": "claim"}


def grade(evidence: Sequence[Evidence]) -> Grade:
    """Return what the reasons come to: an explicit word, what confirms it, what speaks against it."""
    names = {each.name for each in evidence}
    if names & {"open sum", "any budget", "carried far", "about", "doubt"}:
        return "confirm"
    confirmed = bool(names & {"foots", "same as"})
    if names & {"word", "sentence"}:
        return "certain" if confirmed else "read"
    return "read" if confirmed else "confirm"


def fold(name: str) -> str:
    """Return a name as it is compared: half-width, without blanks and quotes."""
    return "".join(half_width(name).split()).strip("“”\"'").casefold()


def amount(mark: Mark) -> tuple[str, Decimal]:
    """Return the size of a figure with what it is a size of; money in fen."""
    value = Decimal(mark.span.value)
    return (mark.kind, value * UNITS[mark.unit]) if mark.kind == "money" else (mark.unit or mark.kind, value)


def step(mark: Mark) -> Decimal:
    """Return the size of the last printed digit, in the same measure as `amount`."""
    last = Decimal(1).scaleb(-mark.span.decimals)
    return last * UNITS[mark.unit] if mark.kind == "money" else last


def foots(total: Mark, parts: Sequence[Mark]) -> bool:
    """Whether *parts* add up to *total* within the rounding of what is printed."""
    apart = abs(sum((amount(part)[1] for part in parts), Decimal(0)) - amount(total)[1])
    if total.kind != "money":
        return apart == 0
    return apart <= (sum((step(part) for part in parts), Decimal(0)) + step(total)) / 2
