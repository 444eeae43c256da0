"""How a claim's figures are to be read: in the direction its text gives them, and as what its words make of them.

What a text says exactly is read as printed. Where it gives a bound, an approximation or what is over a base, the figure is read as
the value the words allow that comes nearest to what the operands work out at; whether that agrees is for the rules to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.cases.bases import ROLES, Wanted, other_base, rest_of, total
from checker.cases.case import Cell, Fact
from checker.cases.directions import APART, FALL, RISE, UNCLEAR, Said, compared, said
from checker.cases.printed import POINTS, in_points
from checker.cases.vocabulary import Entity
from checker.cases.wording import Range, Worded, worded

if TYPE_CHECKING:
    from checker.cases.links import Linker

SLOTS = ("rate", "amount", "count", "number")
DIRECTED = ("growth", "difference", "increase")
"""Kinds whose figure is a rise or a decline, as the text says."""
DECIMALS = 10
"""Decimals of a figure without a last digit, as many as its column has."""
PARTIAL = frozenset(("carry_out", "added_budget", "adjustment", "carry_in"))
"""Figures of a line that are themselves what is over, left or added: no whole that an excess could be part of."""
ANY_SIGN = (1, -1)


class Signs(NamedTuple):
    """Which signs the text gives a figure of its size; more than one where it leaves that open (`unclear`) or does not say."""

    signs: tuple[int, ...] = (1,)
    unclear: bool = False


def read_words(linker: Linker, entity: Entity, fact: Fact, operands: list[Fact] | None) -> None:
    """Note how the text reads the figures of a claim; *operands* are all it has, None where they are not known or wrong."""
    name = str(fact.values.get("kind"))
    if (fact, "text") in linker.reader.to_fill:  # how the figures are to be read is not known yet
        fact.follows |= dict.fromkeys(("as_read", "as_ratio", "change"), (fact, "text"))
        _flag(fact, "worded")
        return
    signs = _direct(linker, entity, fact, name) if name in DIRECTED else {}
    if operands is None or ("figure" not in fact.cells and name != "increase"):
        return
    rest_of(fact, operands)
    rate = fact.cells.get("rate")
    if (
        name == "growth"
        and rate is not None
        and in_points(str(fact.values.get("text") or ""), abs(Decimal(rate.value)))
    ):
        fact.values.pop("change", None)
        fact.cells.pop("change", None)
        fact.follows["change"] = (fact, "kind")
        _flag(fact, "worded")
        return
    found = {field: _allowed(linker, fact, name, field, slot, operands) for field, slot in _fields(fact, name)}
    if None in found.values():
        return
    told = {field: each for field, each in found.items() if each is not None}
    ways = {field: signs.get(field, _own_sign(fact, field)) for field in told}
    spans = {field: _signed(each.ranges, ways[field].signs) for field, each in told.items()}
    wanted = _wanted(fact, name, spans)
    if wanted is not None:
        other_base(linker.vocabulary, entity, fact, operands, linker.facts, wanted, linker.unknown)
    own = _worked_out(name, operands, None)
    other = _worked_out(name, operands, fact.cells.get("other_base"))
    for field, slot in _fields(fact, name):
        worked = [each[field] for each in (own, other) if field in each]
        _settle(fact, field, fact.cells[slot], told[field], ways[field], worked)


def _printed_as(name: str, slot: str) -> str:
    """Return how a text may print the figure of a claim: what two rates differ by is in percentage points as well."""
    return POINTS if name == "difference" and slot == "rate" else slot


def _fields(fact: Fact, name: str) -> list[tuple[str, str]]:
    """Return the fields that a claim's figures are read into, each with the cell that it prints."""
    if name == "order":
        return []
    found = [] if name in ("ratio", "growth") else [("as_read", "figure")]
    rate = {"ratio": "as_ratio", "growth": "change", "increase": "change"}.get(name)
    return [(field, slot) for field, slot in [*found, *([(rate, "rate")] if rate else [])] if slot in fact.cells]


def _own_sign(fact: Fact, field: str) -> Signs:
    cell = fact.cells.get("rate" if field in ("as_ratio", "change") else "figure")
    return Signs((-1,) if cell is not None and cell.value < 0 else (1,))


def _allowed(linker: Linker, fact: Fact, name: str, field: str, slot: str, operands: list[Fact]) -> Worded | None:
    """Return what the words of a claim allow one of its figures to be; a ratio as a ratio, whatever its text gives."""
    cell = fact.cells[slot]
    printed = (
        slot
        if slot == "rate"
        else next((s for s in SLOTS if s in fact.cells and (s != "rate" or name != "increase")), "amount")
    )
    printed = _printed_as(name, printed)
    size = abs(Decimal(cell.value))
    text, relation = fact.values.get("text"), str(fact.values.get("relation", ""))
    told = worded(str(text or ""), printed, size, linker.reader.unit, printed == "count", relation)
    if told.against:
        spot = (fact.line, fact.column)
        words = linker.vocabulary.enumerations["claim_relation"].name(relation, "zh")
        wrong = Text(
            f"原文对这个数的说法和比较关系（{words}）相反",
            f"the text bounds this figure the other way than relation ({relation})",
        )
        linker.problem(
            "claim-relation", spot, wrong, Text("删去比较关系，或改正原文", "leave relation out, or correct the text")
        )
        return None
    if cell.value < 0 and any(
        None in each for each in told.ranges
    ):  # 增长-20%以上: which way the bound goes is not said
        told = told._replace(ranges=((size, size),), open=True)
    if (
        field == "change" and told.of and told.of <= {"", "any"} and cell.value >= 0
    ):  # 是上年的125%: the ratio, not its growth
        return told._replace(doubtful=(*told.doubtful, (size - 1, size - 1)), unnamed=True)
    if field != "as_ratio":
        return told
    if cell.value < 0:  # 偏差率-6.25%: what is left, written as a change; ranges carry the sign of the figure
        return told._replace(doubtful=((size - 1, size - 1),), unnamed=True) if "any" in told.of else told
    of = told.of - {"any"} or frozenset({""})
    part = _partial(linker, operands) if told.of & {"over", "left", "any"} else None
    if of & {"over", "left"}:
        of = frozenset({""}) if part else of if part is False else of | {""}
    ranges, doubtful = (
        tuple(dict.fromkeys(_as_ratio(each, way, size) for way in sorted(of) for each in spans))
        for spans in (told.ranges, told.doubtful)
    )
    unnamed = "any" in told.of and not part
    if unnamed:
        doubtful += tuple(_as_ratio(each, way, size) for way in ("over", "left") for each in told.ranges)
    return told._replace(ranges=ranges, doubtful=doubtful, unnamed=unnamed)


def _as_ratio(each: Range, of: str, size: Decimal) -> Range:
    low, high = each
    if of == "over":
        return (None if low is None else 1 + low, None if high is None else 1 + high)
    if of == "left":
        return (None if high is None else 1 - high, None if low is None else 1 - low)
    return {"least": (size, None), "most": (None, size)}.get(of, each)


def _partial(linker: Linker, operands: list[Fact]) -> bool | None:
    """Whether the numerator of a ratio is itself what is over or left of the base; None where it does not show."""
    tops = [each for each in operands if each.values.get("role") == ROLES["ratio"][0]]
    if any(each.values.get("sign") == "minus" for each in tops):
        return True
    named = [each.follows["figure"] for each in tops if "figure" in each.follows]
    if named:
        unders = [
            each for each in operands if each.values.get("role") == ROLES["ratio"][1] and "figure" in each.follows
        ]
        lines = {id(each.follows["figure"][0]) for each in unders}
        if any(field in PARTIAL for _, field in named):
            return True
        return False if not lines or {id(line) for line, _ in named} <= lines else None
    top = total((1, each.cells.get("figure")) for each in tops)
    known = [line.values.get("actual") for line in linker.facts.get("budget_line", ())]
    return False if top is not None and top.value in known else None


def _signed(ranges: Iterable[Range], signs: tuple[int, ...]) -> tuple[Range, ...]:
    found = []
    for low, high in ranges:
        for sign in signs:
            found.append((low, high) if sign > 0 else (None if high is None else -high, None if low is None else -low))
    return tuple(dict.fromkeys(found))


def _wanted(fact: Fact, name: str, spans: dict[str, tuple[Range, ...]]) -> Wanted | None:
    """Return what a claim's figures over their base may come to: what another base is tried for."""
    field = {"ratio": "as_ratio"}.get(name, "change")
    if name not in ROLES or field not in spans:
        return None
    plus = 0 if name == "ratio" else 1
    moved = tuple(
        (None if low is None else plus + low, None if high is None else plus + high) for low, high in spans[field]
    )
    return Wanted(moved, fact.cells["rate"].step)


class Span(NamedTuple):
    """What the operands of a claim work out at, and between which values that lies as they are rounded."""

    low: Fraction
    value: Fraction
    high: Fraction


def _worked_out(name: str, operands: list[Fact], base: Cell | None) -> dict[str, Span]:
    """Return what each figure of a claim works out at, on its own base or on another; without one it has none."""
    sums = {
        role: _span(total((1, each.cells.get("figure")) for each in operands if each.values.get("role") == role))
        for role in {str(each.values.get("role")) for each in operands}
    }
    if any(each is None for each in sums.values()):
        return {}
    known = {role: each for role, each in sums.items() if each is not None}
    if name in ROLES:
        over, under = (known.get(role) for role in ROLES[name])
        under = _span(base) if base is not None else under
        if over is None or under is None:
            return {}
        found = {"as_read": Span(over.low - under.high, over.value - under.value, over.high - under.low)}
        if under.low > 0:
            ends = [each / part for each in (over.low, over.high) for part in (under.low, under.high)]
            ratio = Span(min(ends), over.value / under.value, max(ends))
            found |= {"as_ratio": ratio, "change": Span(*(each - 1 for each in ratio))}
        return found
    if name == "product" and "quantity" in known and "standard" in known:
        one, two = known["quantity"], known["standard"]
        ends = [a * b for a in (one.low, one.high) for b in (two.low, two.high)]
        return {"as_read": Span(min(ends), one.value * two.value, max(ends))}
    if name == "per_head" and "quantity" in known and "term" in known:
        one, two = known["term"], known["quantity"]
        if two.low <= 0:
            return {}
        ends = [a / b for a in (one.low, one.high) for b in (two.low, two.high)]
        return {"as_read": Span(min(ends), one.value / two.value, max(ends))}
    whole = list(known.values())
    return {"as_read": Span(*(sum(column, Fraction(0)) for column in zip(*whole, strict=True)))} if whole else {}


def _span(cell: Cell | None) -> Span | None:
    if cell is None:
        return None
    value, half = Fraction(cell.value), Fraction(cell.step) / 2
    return Span(value - half, value, value + half)


def _settle(fact: Fact, field: str, like: Cell, told: Worded, ways: Signs, worked: list[Span]) -> None:
    """Note what a figure is read as where its words do not give it as printed; *worked* is what its own and another base give."""
    half, spans = Fraction(like.step) / 2, _signed(told.ranges, ways.signs)
    fits = [each for each in worked if _meets(each, spans, half)]
    doubtful = not fits and any(_meets(each, _signed(told.doubtful, ways.signs), half) for each in worked)
    if told.ranges == ((abs(Decimal(like.value)),) * 2,) and not told.open and not doubtful:
        return
    if told.open and (fits or not worked):
        return
    _flag(fact, "worded")
    if told.open or doubtful or (ways.unclear and (fits or not worked)):
        fact.values.pop(field, None)
        fact.cells.pop(field, None)
        if told.open or doubtful:
            fact.follows[field] = (fact, "kind" if told.unnamed and not told.open else "relation")
        return
    if worked and not fits and "other_base_open" not in fact.values:
        _flag(fact, "off")
    value = _nearest((fits or worked or [Span(*(Fraction(like.value),) * 3)])[0].value, spans)
    value = round(value / (2 * half)) * 2 * half if half else round(value, DECIMALS)  # as fine as the figure is printed
    fact.follows.pop(field, None)
    fact.values[field] = int(value) if value.denominator == 1 else Decimal(value.numerator) / Decimal(value.denominator)
    fact.cells[field] = like._replace(value=fact.values[field], text="")


def _flag(fact: Fact, name: str) -> None:
    fact.values[name], fact.cells[name] = True, Cell(True)


def _meets(at: Span, ranges: Iterable[Range], half: Fraction) -> bool:
    return any(
        (low is None or Fraction(low) - half <= at.high) and (high is None or at.low <= Fraction(high) + half)
        for low, high in ranges
    )


def _nearest(at: Fraction, ranges: Iterable[Range]) -> Fraction:
    """Return the value in one of *ranges* that comes nearest to *at*."""
    found = [
        Fraction(low) if low is not None and at < low else Fraction(high) if high is not None and at > high else at
        for low, high in ranges
    ]
    return min(found, key=lambda each: abs(each - at))


def _direct(linker: Linker, entity: Entity, fact: Fact, name: str) -> dict[str, Signs]:
    """Read rates and differences in the direction that the text gives them; what is unclear stays unknown."""
    for computed in ("as_read", "change"):
        fact.follows[computed] = (fact, "direction")
    rate, own = fact.cells.get("rate"), fact.cells.get("figure")
    stated = "direction" in fact.values or "direction" in fact.none
    told = read = _said(linker, fact, name)
    if stated:
        told = Said(str(fact.values.get("direction", "")))
        if read.direction in (RISE, FALL) and told.direction != read.direction:
            names = linker.vocabulary.enumerations["claim_direction"]
            spot = (fact.line, fact.column)
            way = names.name(read.direction, "zh")
            said_so = Text(
                f"原文说的是{way}，变化方向写的不是", f"the text speaks of a {read.direction}, direction does not"
            )
            linker.problem(
                "claim-direction",
                spot,
                said_so,
                Text("删去变化方向，或改正原文", "leave direction out, or correct the text"),
            )
        told = read if told.direction == read.direction else told
    else:
        if told.direction in (RISE, FALL, APART):
            text = fact.cells["text"]
            names = linker.vocabulary.enumerations["claim_direction"]
            value = told.direction
            fact.values["direction"] = value
            fact.cells["direction"] = Cell(
                value, names.name(value, "zh"), line=text.line, column=text.column, note=text.note
            )
        elif not told.direction:
            fact.none.add("direction")
    way = told.direction
    signs = {}
    if name != "difference" and rate is not None and way in ("", RISE, FALL):
        value = rate.value
        if way == FALL or told.minus:
            value = -abs(value)
        elif way == RISE == read.direction:
            value = abs(value)  # the text prints it without a sign
        _put(fact, "change", rate, value)
    if rate is not None:
        signs["change"] = (
            Signs((1 if fact.values["change"] >= 0 else -1,)) if "change" in fact.values else Signs(ANY_SIGN, True)
        )
    if name == "growth" or own is None:
        return signs
    order = 1 if name == "increase" else _order(linker, fact)
    value = own.value
    if way == FALL and order:
        _put(fact, "as_read", own, -order * abs(value))
    elif not way or (way == RISE and (order or not _either_order(linker, fact))):
        _put(fact, "as_read", own, -value if way and order < 0 else value)
    read_as = fact.values.get("as_read")
    signs["as_read"] = Signs(ANY_SIGN, way == UNCLEAR) if read_as is None else Signs((1 if read_as >= 0 else -1,))
    return signs


def _put(fact: Fact, name: str, like: Cell, value: Any) -> None:
    fact.values[name] = value
    fact.cells[name] = like._replace(value=value, text="")


def _said(linker: Linker, fact: Fact, name: str) -> Said:
    """Return what the text says of the claim's figures; unclear where there is no text, or they go different ways."""
    text = fact.values.get("text")
    slots = ("rate",) if name == "growth" else SLOTS
    figures = [(slot, fact.cells[slot]) for slot in slots if slot in fact.cells]
    if text is None:
        signed = any(cell.value < 0 for _, cell in figures) or "text" in fact.none
        return Said("" if signed or name == "difference" else UNCLEAR)
    unit = linker.reader.unit
    found = [said(str(text), _printed_as(name, slot), Decimal(abs(cell.value)), unit) for slot, cell in figures]
    known = [one for one in found if one.direction not in ("", UNCLEAR)]
    if {one.direction for one in known} in ({RISE}, {FALL}, {APART}):
        return Said(known[0].direction, any(one.minus for one in known))
    return Said(UNCLEAR) if known or any(one.direction for one in found) else Said("", any(one.minus for one in found))


STAGES = {"prior": {0}, "initial": {1}, "adjusted": {2}, "budget": {1, 2}, "actual": {3}}
"""When figures come to be, by what a text calls them: last year's, the budget's, the adjusted one's, what was done."""
_BUDGETED = ("budget", "establishment", "quota", "target", "income", "carry_in", "adjustment")


def _stage(entity: str, field: str) -> int:
    if field.startswith("prior_"):
        return 0
    if field == "adjusted_budget":
        return 2
    return 1 if entity == "approval" or any(part in field for part in _BUDGETED) else 3


def _order(linker: Linker, fact: Fact) -> int:
    """Return whether a difference takes what it is held against from what is spoken of (1), the other way (-1), or neither (0)."""
    sides: dict[bool, list[tuple[str, int]]] = {True: [], False: []}
    for operand in fact.related.get("operand", []):
        found = _place(linker, fact, operand)
        if found is None:
            return 0
        sides[operand.values.get("sign") != "minus"].append(found)
    plus, minus = sides[True], sides[False]
    if not plus or not minus or {ident for ident, _ in plus} != {ident for ident, _ in minus}:
        return 0
    above, below = ({stage for _, stage in side} for side in (plus, minus))
    base, subject = _against(linker, fact)
    for known, way in ((STAGES.get(base, set()), 1), (STAGES.get(subject, set()), -1)):
        if known and (above <= known) != (below <= known):
            return way if below <= known else -way
    if base != "spent" and 0 not in above | below:  # 预算、实际相差: either may be what is spoken of
        return 0
    return 1 if min(above) > max(below) else -1 if max(above) < min(below) else 0


def _either_order(linker: Linker, fact: Fact) -> bool:
    """Whether a text holds spending against a budget and gives both as bare figures: which of them is which is not said."""
    if any("figure" in operand.follows for operand in fact.related.get("operand", [])):
        return False
    return _against(linker, fact)[0] in ("spent", "budget", "initial", "adjusted")


def _against(linker: Linker, fact: Fact) -> tuple[str, str]:
    """Return what the text holds a claim's figure against, and what it says to be more or less."""
    text, slot = fact.values.get("text"), next((s for s in SLOTS if s in fact.cells), None)
    if text is None or slot is None:
        return "", ""
    kind = _printed_as(str(fact.values.get("kind")), slot)
    return compared(str(text), kind, abs(Decimal(fact.cells[slot].value)), linker.reader.unit)


def _place(linker: Linker, fact: Fact, operand: Fact) -> tuple[str, int] | None:
    """Return whose figure an operand is, and of which stage; one given as an amount is that of the line that has them all."""
    if "figure" in operand.follows:
        target, field = operand.follows["figure"]
        owner = target.owner if target.entity == "approval" and target.owner is not None else target
        return owner.id, _stage(target.entity, field)
    both = fact.related.get("operand", [])
    amounts = [each.values.get("figure") for each in both]
    if len(amounts) != 2 or any(
        amount is None or "figure" in each.follows for each, amount in zip(both, amounts, strict=True)
    ):
        return None
    found = set()
    for line in linker.facts.get("budget_line", ()):
        known = {
            field: line.values.get(field) for field in ("actual", "initial_budget", "adjusted_budget", "prior_actual")
        }
        places = [[field for field, value in known.items() if value == abs(amount or 0)] for amount in amounts]
        if all(len(each) == 1 for each in places) and places[0] != places[1]:
            found.add(_stage(line.entity, places[both.index(operand)][0]))
    return ("", found.pop()) if len(found) == 1 else None
