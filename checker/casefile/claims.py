"""What the report says of its own figures: the figure of each claim and operand, and what a claim of its kind needs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.case import Cell, Fact
from checker.casefile.bases import other_base, rest_of
from checker.casefile.directions import APART, FALL, RISE, UNCLEAR, Said, said
from checker.errors import Text
from checker.values import UNITS, BadValue, parse_money
from checker.vocabulary import Entity

if TYPE_CHECKING:
    from checker.casefile.links import Linker

ANY = ("amount", "rate", "count", "number")


class Kind(NamedTuple):
    """What a kind of claim needs: the roles of its operands (all of the first, one of the second), where its value stands.

    `also` is a second figure that it states; `sized` are the roles whose figures are of the kind of its value.
    """

    all_of: frozenset[str]
    one_of: frozenset[str] = frozenset()
    values: tuple[str, ...] = ANY
    also: str = ""
    sized: frozenset[str] = frozenset({"term", "base", "member"})


KINDS = {
    "sum": Kind(frozenset({"term"})),
    "difference": Kind(frozenset({"term"})),
    "count": Kind(frozenset(), frozenset({"term", "member"}), ("count",)),
    "ratio": Kind(frozenset({"numerator", "denominator"}), values=("rate",)),
    "growth": Kind(frozenset({"term", "base"}), values=("rate",)),
    "same_as": Kind(frozenset({"base"})),
    "increase": Kind(frozenset({"term", "base"}), values=("amount", "count", "number"), also="rate"),
    "product": Kind(frozenset({"quantity", "standard"}), sized=frozenset({"standard"})),
    "per_head": Kind(frozenset({"term", "quantity"}), values=("amount", "number"), sized=frozenset({"term"})),
    "order": Kind(frozenset({"term", "base"}), values=()),
}
"""The kinds of claims."""
CLAIM_SLOTS = {name: kind.values[0] for name, kind in KINDS.items() if len(kind.values) == 1}
"""The field a claim's own value stands in, where its kind decides it."""
DIRECTED = ("growth", "difference", "increase")
"""Kinds whose figure is a rise or a decline, as the text says."""


def read_figure(linker: Linker, entity: Entity, fact: Fact) -> None:
    """Bring the one figure of a claim or an operand into a single field, from its slot or its path."""
    spec = entity.figure or {}
    slots: dict[str, str] = spec["slots"]
    given = [slot for slot in slots.values() if slot in fact.cells]
    path = fact.values.get(spec["path"]) if "path" in spec else None
    kind = KINDS.get(str(fact.values.get(spec["kind"]))) if "kind" in spec else None
    spot = (fact.line, fact.column)
    if kind is not None and kind.also:
        if kind.also not in given and kind.also not in fact.none:
            also = entity.fields[kind.also]
            told = Text(
                f"这一条还要写{also.zh}（{also.id}）", f"this entry needs its {also.name('en')} ({also.id}), too"
            )
            linker.problem("one-figure", spot, told)
            return
        given = [slot for slot in given if slot != kind.also]
    if kind is not None and not kind.values:
        if given:
            told = Text(
                "这一条不写自己的数：比较的两边都写在构成里",
                "this entry has no figure of its own: both sides are operands",
            )
            linker.problem("one-figure", spot, told)
        fact.none.update(slots.values())
        return
    if len(given) + (path is not None) != 1 and not (fact.none & set(slots.values())):
        names = "、".join(entity.fields[slot].zh for slot in slots.values())
        extra = Text("或路径", " or path") if "path" in spec else Text("", "")
        told = Text(
            f"这一条要写且只写一个数：{names}{extra.zh}",
            f"this entry needs exactly one figure: {', '.join(slots.values())}{extra.en}",
        )
        linker.problem("one-figure", spot, told)
        return
    fact.none.update(slot for slot in slots.values() if slot not in fact.cells)
    cell: Cell | None = None
    if given:
        cell = fact.cells[given[0]]
        fact.values["^dimension"] = given[0]
    elif path is not None:
        cell = _follow(linker, fact, str(path), spec)
    if cell is not None:
        value = -cell.value if fact.values.get(spec.get("sign", "")) == "minus" else cell.value
        claim = fact if "kind" in spec else fact.owner
        if claim is not None and claim.values.get("kind") == "same_as":
            cell = _as_printed(cell)
        unit = "" if fact.values.get("^dimension") == "number" else cell.unit  # 分 of a score is no money
        fact.values[spec["value"]] = value
        fact.cells[spec["value"]] = cell._replace(value=value, unit=unit)


def _as_printed(cell: Cell) -> Cell:
    """Return an amount with the decimals that it prints, where it is printed with its unit: 748万元 restates 748.30 coarsely."""
    if cell.unit not in UNITS or not cell.text or cell.text.strip()[-1].isdigit():
        return cell
    try:
        figure = parse_money(cell.text)
    except BadValue:  # a score, whose unit is no unit of money
        return cell
    return cell._replace(step=figure.step, decimals=figure.decimals)


def _follow(linker: Linker, fact: Fact, path: str, spec: dict[str, Any]) -> Cell | None:
    """Resolve a path such as `basic.actual`, `单位.在职人数` or (a member) `basic`; notes what it leads to."""
    spot = (fact.cells[spec["path"]].line, fact.cells[spec["path"]].column)
    target, field_name = linker.target(path)
    if target is None:
        linker.problem(
            "path",
            spot,
            Text(f"路径“{path}”指不到任何一项", f"the path {path!r} leads nowhere"),
            linker.reader.near(path.split(".")[0], linker.paths())
            or Text(
                "写成“编号.字段”，例如 basic.actual 或 单位.在职人数",
                "write id.field, such as basic.actual or unit.in_service",
            ),
        )
        return None
    if not field_name:
        fact.values["^dimension"] = "count"
        return Cell(1, target.id, 0, "项")
    entity = linker.vocabulary.entities[target.entity]
    field = entity.by_name.get(field_name)
    slot = spec["slots"].get(field.type) if field and field.written else None
    if field is None or slot is None:
        numeric = [
            name
            for name, known_field in entity.by_name.items()
            if known_field.type in spec["slots"] and known_field.written
        ]
        linker.problem(
            "path",
            spot,
            Text(f"{entity.zh}没有叫“{field_name}”的数", f"{entity.name('en')} has no figure called {field_name!r}"),
            linker.reader.near(field_name, numeric),
        )
        return None
    fact.values["^dimension"] = slot
    fact.follows[spec["value"]] = (target, field.id)
    return target.cells.get(field.id)


def read_claim(linker: Linker, entity: Entity, fact: Fact) -> None:
    """Check that a claim has the value and the operands that its kind needs, and note what its text says of them."""
    name = str(fact.values.get("kind"))
    kind = KINDS.get(name)
    dimension = fact.values.pop("^dimension", None)
    if kind is None:
        return
    spot = (fact.line, fact.column)
    label = linker.vocabulary.enumerations["claim_kind"].name(name, "zh")
    if dimension and kind.values and dimension not in kind.values:
        field = entity.fields[kind.values[0]]
        told = Text(f"“{label}”的值要写在“{field.zh}”（{field.id}）里", f"a {name} states its value as {field.id}")
        linker.problem("claim-slot", spot, told)
        return
    if name == "order" and "relation" not in fact.values:
        told = Text(f"“{label}”要写比较关系（relation）", f"a claim of {name} states its relation")
        hint = Text("可写：小于、不大于、不小于、大于", "one of: below, not_above, not_below, above")
        linker.problem("claim-relation", spot, told, hint)
    child = next(linker.vocabulary.children(entity.id))
    operands = fact.related.get(child.id, [])
    if child.id in fact.states:
        _check_roles(linker, fact, kind, name, fact.states[child.id] == "complete")
        _check_sizes(linker, fact, kind, name, dimension)
    if name in DIRECTED:
        _direct(linker, entity, fact, name)
    if fact.states.get(child.id) == "complete" and not linker.reader.problems:
        rest_of(fact, operands)
        other_base(linker.vocabulary, entity, fact, operands, linker.facts)


def _check_roles(linker: Linker, fact: Fact, kind: Kind, name: str, complete: bool) -> None:
    operands = fact.related.get("operand", [])
    roles = {str(operand.values.get("role")) for operand in operands}
    role_names = linker.vocabulary.enumerations["operand_role"]
    label = linker.vocabulary.enumerations["claim_kind"].name(name, "zh")
    spot = (fact.line, fact.column)
    missing = kind.all_of - roles or (kind.one_of if kind.one_of and not kind.one_of & roles else set())
    for role in sorted(missing)[:1] if complete else ():
        told = Text(
            f"“{label}”缺少“{role_names.name(role, 'zh')}”（{role}）", f"a {name} needs an operand with the role {role}"
        )
        linker.problem("claim-roles", spot, told)
    for role in sorted(roles - kind.all_of - kind.one_of - {"None"})[:1]:
        told = Text(
            f"“{label}”用不上“{role_names.name(role, 'zh')}”（{role}）", f"a {name} has no use for the role {role}"
        )
        linker.problem("claim-roles", spot, told)


def _check_sizes(linker: Linker, fact: Fact, kind: Kind, name: str, dimension: str | None) -> None:
    """Amounts, rates, counts and numbers are not mixed: what is added, compared or multiplied is of one kind."""
    sized: set[Any] = set() if name in ("ratio", "growth") else {dimension}
    factors: set[Any] = set()
    for operand in fact.related.get("operand", []):
        size = operand.values.pop("^dimension", None)
        role = operand.values.get("role")
        (sized if role in kind.sized or role in ("numerator", "denominator") else factors).add(size)
    spot = (fact.line, fact.column)
    if len(sized - {None}) > 1:
        told = Text("这一条里金额、比率和数量混在一起，不能相加减", "this claim mixes amounts, rates and counts")
        linker.problem("claim-dimension", spot, told)
    if "amount" in factors or (name == "per_head" and "rate" in factors) or len(factors - {None}) > 1:
        told = Text(
            "乘数要是数量、数值或比率，不是金额", "what is multiplied by is a count, a number or a rate, no amount"
        )
        linker.problem("claim-dimension", spot, told)


def _direct(linker: Linker, entity: Entity, fact: Fact, name: str) -> None:
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
    if name != "difference" and rate is not None and way in ("", RISE, FALL):
        value = rate.value
        if way == FALL or told.minus:
            value = -abs(value)
        elif way == RISE == read.direction:
            value = abs(value)  # the text prints it without a sign
        _put(fact, "change", rate, value)
    if name == "growth" or own is None:
        return
    order = 1 if name == "increase" else _order(fact)
    value = own.value
    if way == FALL and order:
        _put(fact, "as_read", own, -order * abs(value))
    elif way == RISE or not way:
        _put(fact, "as_read", own, -value if way and order < 0 else value)


def _put(fact: Fact, name: str, like: Cell, value: Any) -> None:
    fact.values[name] = value
    fact.cells[name] = like._replace(value=value, text="")


def _said(linker: Linker, fact: Fact, name: str) -> Said:
    """Return what the text says of the claim's figures; unclear where there is no text, or they go different ways."""
    text = fact.values.get("text")
    slots = ("rate", "amount", "count", "number") if name == "increase" else ("rate",) if name == "growth" else ANY
    figures = [(slot, fact.cells[slot]) for slot in slots if slot in fact.cells]
    if text is None:
        signed = any(cell.value < 0 for _, cell in figures) or "text" in fact.none
        return Said("" if signed or name == "difference" else UNCLEAR)
    found = [said(str(text), slot, Decimal(abs(cell.value)), linker.reader.unit) for slot, cell in figures]
    known = [one for one in found if one.direction not in ("", UNCLEAR)]
    if {one.direction for one in known} in ({RISE}, {FALL}, {APART}):
        return Said(known[0].direction, any(one.minus for one in known))
    return Said(UNCLEAR) if known or any(one.direction for one in found) else Said("", any(one.minus for one in found))


def _order(fact: Fact) -> int:
    """Return whether a difference is taken from the earlier figure to the later (1), the other way (-1), or neither (0)."""
    sides: dict[bool, list[tuple[str, int]]] = {True: [], False: []}
    for operand in fact.related.get("operand", []):
        if "figure" not in operand.follows:
            return 0
        target, field = operand.follows["figure"]
        late = 0 if field.startswith("prior_") else 1 if "budget" in field else 2
        sides[operand.values.get("sign") != "minus"].append((target.id, late))
    plus, minus = sides[True], sides[False]
    if not plus or not minus or {ident for ident, _ in plus} != {ident for ident, _ in minus}:
        return 0
    later, earlier = [late for _, late in plus], [late for _, late in minus]
    if 1 in (*later, *earlier) and 0 not in (*later, *earlier):  # 预算比实际少: either may be what is spoken of
        return 0
    return 1 if min(later) > max(earlier) else -1 if max(later) < min(earlier) else 0
