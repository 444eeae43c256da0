"""What else a stated rate may be reckoned on: the other budgets that a case holds for the line whose budget is its base."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from checker.base.named import NamedTuple
from checker.cases.case import Cell, Fact
from checker.cases.vocabulary import Entity, Vocabulary

ROLES = {"ratio": ("numerator", "denominator"), "growth": ("term", "base"), "increase": ("term", "base")}
"""Kinds of claims that have a base, with the roles of what is held against what."""


ADDED = frozenset(("carry_in",))
"""Parts of a base that are never below zero."""


class Wanted(NamedTuple):
    """What a claim's figures over their base may come to, as ranges (None: no end), and the last digit of its rate."""

    ranges: tuple[tuple[Decimal | None, Decimal | None], ...]
    step: Any

    def at_most(self) -> Wanted:
        """Return what a part of the base may give, of which the whole may come out right."""
        return self._replace(ranges=tuple((low, None) for low, _ in self.ranges))


def rest_of(fact: Fact, operands: list[Fact]) -> None:
    """Note what a rate's figures come to beside its base, where that is one of them: the base is rounded only once."""
    roles = ROLES.get(str(fact.values.get("kind")))
    if roles is None:
        return
    tops = [each for each in operands if each.values.get("role") == roles[0]]
    bases = [each for each in operands if each.values.get("role") == roles[1]]
    for base in bases:
        same = [t for t in tops if "figure" in base.follows and _place(t) == _place(base)]
        if not same:
            return
        tops.remove(same[0])
    if bases and tops and (cell := total((1, t.cells.get("figure")) for t in tops)):
        fact.values["rest"], fact.cells["rest"] = cell.value, cell


def _place(operand: Fact) -> Any:
    target = operand.follows.get("figure")
    return None if target is None else (id(target[0]), target[1], operand.values.get("sign") == "minus")


def other_base(
    vocabulary: Vocabulary,
    entity: Entity,
    fact: Fact,
    operands: list[Fact],
    facts: dict[str, list[Fact]],
    wanted: Wanted,
    unknown: frozenset[tuple[int, str]],
) -> None:
    """Note the other base that fits a stated rate, or comes nearest to it; whether it fits is for the rules to say.

    *unknown* are the fields whose figure the case says it does not know (by the identity of their fact): a base that one of them
    is part of may fit.
    """
    kind = str(fact.values.get("kind"))
    bases: dict[str, tuple[str, ...]] = (entity.figure or {}).get("bases", {})
    tops, unders = ([each for each in operands if each.values.get("role") == role] for role in ROLES[kind])
    over = total((1, each.cells.get("figure")) for each in tops)
    own = total((1, each.cells.get("figure")) for each in unders)
    if not bases or over is None:
        return
    best: tuple[bool, Any, str, Cell] | None = None
    for lines in _lines(vocabulary, bases, tops, unders, facts):
        for name, parts in bases.items():
            cell = total((sign, total((1, _part(vocabulary, line, part)) for part in parts)) for sign, line in lines)
            if (
                cell is None
                or cell.value <= 0
                or (own is not None and (own.value, own.step) == (cell.value, cell.step))
            ):
                continue
            fits = _fits(_ends(over), _ends(cell), wanted)
            # how far off, as a part of the base; cross-multiplied with the best so far
            off = _off(over.value, cell.value, wanted)
            if best is None or (fits, best[1] * cell.value) > (best[0], off * best[3].value):
                best = (fits, off, name, cell)
    lacking = None
    if best is None or not best[0]:
        lacking = _unknown_part(
            vocabulary, bases, over, _lines(vocabulary, bases, tops, unders, facts), wanted, unknown
        ) or _unknown_line(bases, tops, unders, facts, unknown)
    if lacking is not None:
        fact.values["other_base_open"], fact.cells["other_base_open"] = True, Cell(True)
        fact.follows["other_base"] = lacking
    elif best is not None:
        fact.values["other_base"], fact.cells["other_base"] = best[3].value, best[3]
        fact.values["other_base_kind"], fact.cells["other_base_kind"] = best[2], Cell(best[2])


def _lines(
    vocabulary: Vocabulary,
    bases: dict[str, tuple[str, ...]],
    tops: list[Fact],
    unders: list[Fact],
    facts: dict[str, list[Fact]],
) -> Iterable[list[tuple[int, Fact]]]:
    """Yield the lines whose budgets the base may be: those it names, else those whose spending is held against it."""
    fields = {part for parts in bases.values() for part in parts}
    named = [each.follows["figure"] for each in unders if "figure" in each.follows]
    if named:
        if len(named) == len(unders) and all(line.entity == "budget_line" and field in fields for line, field in named):
            signs = {
                id(line): (-1 if each.values.get("sign") == "minus" else 1, line)
                for each, (line, _) in zip(unders, named, strict=True)
            }
            if all(
                signs[id(line)][0] == (-1 if each.values.get("sign") == "minus" else 1)
                for each, (line, _) in zip(unders, named, strict=True)
            ):
                yield list(signs.values())
        return
    spent = [each.follows["figure"] for each in tops if "figure" in each.follows]
    if spent:
        plain = all(each.values.get("sign") != "minus" for each in tops)
        if len(unders) == 1 and any(
            line.values.get("prior_actual") == unders[0].values.get("figure") for line, _ in spent
        ):
            return  # last year's spending, given as an amount
        if len(spent) == len(tops) and plain and all(line.entity == "budget_line" for line, _ in spent):
            yield [(1, line) for line in {id(line): line for line, _ in spent}.values()]
        return
    if len(tops) != 1 or len(unders) != 1:
        return
    top, under = tops[0].values.get("figure"), unders[0].values.get("figure")
    for line in facts.get("budget_line", ()):  # both stand in the claim as amounts: a line that holds both is meant
        if (
            top is not None
            and line.values.get("actual") == top
            and under in [line.values.get(field) for field in fields]
        ):
            yield [(1, line)]


def _unknown_part(
    vocabulary: Vocabulary,
    bases: dict[str, tuple[str, ...]],
    over: Cell,
    lines: Iterable[list[tuple[int, Fact]]],
    wanted: Wanted,
    unknown: frozenset[tuple[int, str]],
) -> tuple[Fact, str] | None:
    """Return what a base still lacks: a figure to be filled in or left blank, an approval's amount, approvals beyond a partial list.

    Any of them may make a rate come out right; a carry-over only one that is not above what the rest of the base gives.
    """
    for signed in lines:
        for parts in bases.values():
            lacking = {
                part: found
                for part in parts
                for _, line in signed
                if (found := _lacks(vocabulary.entities[line.entity], line, part, unknown)) is not None
            }
            if not lacking:
                continue
            if lacking.keys() <= ADDED and all(sign > 0 for sign, _ in signed):
                rest = [part for part in parts if part not in lacking]
                known = total((1, _part(vocabulary, line, part)) for _, line in signed for part in rest)
                if known is None or (known.value > 0 and not _fits(_ends(over), _ends(known), wanted.at_most())):
                    continue
            return next(iter(lacking.values()))
    return None


def _unknown_line(
    bases: dict[str, tuple[str, ...]],
    tops: list[Fact],
    unders: list[Fact],
    facts: dict[str, list[Fact]],
    unknown: frozenset[tuple[int, str]],
) -> tuple[Fact, str] | None:
    """Return what keeps a claim that stands in amounts from its line: a figure of one that holds the other amount, or all lines."""
    if len(tops) != 1 or len(unders) != 1 or any("figure" in each.follows for each in (*tops, *unders)):
        return None
    root, lines = tops[0].root, facts.get("budget_line", [])
    if not lines:
        return (root, "budget_line") if (id(root), "budget_line") in unknown else None
    top, under = tops[0].values.get("figure"), unders[0].values.get("figure")
    fields = [part for parts in bases.values() for part in parts if "." not in part]
    for line in lines:
        if line.values.get("actual") == top:
            lacking = [field for field in fields if (id(line), field) in unknown]
        else:
            held = under in [line.values.get(field) for field in fields]
            lacking = ["actual"] if held and (id(line), "actual") in unknown else []
        if lacking:
            return line, lacking[0]
    return None


def _lacks(entity: Entity, line: Fact, part: str, unknown: frozenset[tuple[int, str]]) -> tuple[Fact, str] | None:
    """Return which figure *part* of a line, or of what it is made of, is not known."""
    relation, _, field = part.partition(".")
    if field:
        if (id(line), relation) in unknown or line.states.get(relation) == "partial":
            return line, relation
        for child in line.related.get(relation, ()):
            if field not in child.cells and field not in child.none:
                return child, field
    elif part in line.cells or part in line.none:
        return None
    elif (id(line), part) in unknown:
        return line, part
    for below in line.related.get(entity.tree[2][0], ()) if entity.tree else ():
        found = _lacks(entity, below, part, unknown)
        if found is not None:
            return found
    if field and entity.tree:
        for stray in line.related.get("^unplaced", ()):
            if (id(stray), entity.tree[0]) in unknown and stray.related.get(relation):
                return stray, entity.tree[0]
    return None


def _part(vocabulary: Vocabulary, line: Fact, name: str) -> Cell | None:
    """Return a figure of *line*; approvals are added up over all its parts, as far as they are listed."""
    relation, _, field = name.partition(".")
    if not field:
        return printed_or_unchanged(vocabulary.entities[line.entity], line, name)
    own = [(1, each.cells.get(field)) for each in line.related.get(relation, ())]
    below = line.related.get("sub_line", ())
    return total([*own, *((1, _part(vocabulary, each, name)) for each in below)], empty=True)


def printed_or_unchanged(entity: Entity, line: Fact, name: str) -> Cell | None:
    """Return a figure of *line*; where the report says “none” of it, the one it is unchanged from, unless a change is listed."""
    field = entity.fields[name]
    if name in line.cells or name not in line.none or _changed(entity, line, field.changed_by):
        return line.cells.get(name)
    return line.cells.get(field.none_as)


def _changed(entity: Entity, line: Fact, by: tuple[str, ...]) -> bool:
    down = entity.tree[2][0] if entity.tree else ""
    return any(line.values.get(name) or line.related.get(name) for name in by) or any(
        _changed(entity, each, by) for each in line.related.get(down, ())
    )


def total(parts: Iterable[tuple[int, Cell | None]], empty: bool = False) -> Cell | None:
    """Return the sum of signed figures, rounded as far as they are; nothing where one is not known or there is none."""
    known = list(parts)
    if any(cell is None for _, cell in known) or not (known or empty):
        return None
    cells = [(sign, cell) for sign, cell in known if cell is not None]
    finest = max((cell for _, cell in cells), key=lambda cell: cell.decimals, default=Cell(0))
    return Cell(
        sum(sign * cell.value for sign, cell in cells),
        "",
        sum(cell.step for _, cell in cells),
        finest.unit,
        finest.decimals,
        inferred=any(cell.inferred for _, cell in cells),
        unconfirmed=any(cell.unconfirmed for _, cell in cells),
    )


def _fits(over: tuple[Any, Any], under: tuple[Any, Any], wanted: Wanted) -> bool:
    """Whether over/under can be in what is wanted, as the rules' ≈ has it; only to choose among bases."""
    for low, high in wanted.ranges:
        least = None if low is None else min((2 * low - wanted.step) * d for d in under)  # twice doubled
        most = None if high is None else max((2 * high + wanted.step) * d for d in under)
        if under[0] > 0 and (least is None or least <= 2 * over[1]) and (most is None or 2 * over[0] <= most):
            return True
    return False


def _off(over: Any, under: Any, wanted: Wanted) -> Any:
    """Return how far *over* is from what is wanted of *under*."""
    return min(
        max(0 if low is None else low * under - over, 0 if high is None else over - high * under, 0)
        for low, high in wanted.ranges
    )


def _ends(cell: Cell) -> tuple[Any, Any]:
    return 2 * cell.value - cell.step, 2 * cell.value + cell.step
