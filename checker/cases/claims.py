"""What the report says of its own figures: the figure of each claim and operand, and what a claim of its kind needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.base.values import UNITS, BadValue, parse_money
from checker.cases.case import Cell, Fact
from checker.cases.readings import read_words
from checker.cases.vocabulary import Entity

if TYPE_CHECKING:
    from checker.cases.links import Linker

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
    sign = spec.get("sign", "")
    if cell is not None and (fact, sign) in linker.reader.to_fill:
        fact.follows[spec["value"]] = (fact, sign)
    elif cell is not None:
        value = -cell.value if fact.values.get(sign) == "minus" else cell.value
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


def _as_fine(operands: list[Fact]) -> None:
    """Read numbers that are added up as finely as the finest among them: of 10, 45.5 and 40 points none is rounded to whole ones."""
    cells = [each.cells["figure"] for each in operands if "number" in each.cells and "figure" in each.cells]
    if not cells:
        return
    finest = min(cells, key=lambda cell: (cell.step, -cell.decimals))
    for each in operands:
        if "number" in each.cells and "figure" in each.cells:
            cell = each.cells["figure"]
            each.cells["figure"] = cell._replace(step=finest.step, decimals=finest.decimals)


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
    if child.id in fact.states:
        _check_roles(linker, fact, kind, name, fact.states[child.id] == "complete")
        _check_sizes(linker, fact, kind, name, dimension)
    if name in ("sum", "difference"):
        _as_fine(fact.related.get(child.id, []))
    whole = fact.states.get(child.id) == "complete" and not linker.reader.problems
    read_words(linker, entity, fact, fact.related.get(child.id, []) if whole else None)


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
