"""How the money of a case is made up: budget lines against their spending, and what an overrun consists of."""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.cases.case import Case, Fact
from checker.findings.stakes import last_digits


@frozen
class Step:
    """One part of an overrun: whose difference, how many items, how much (fen)."""

    label: Text
    amount: int


@frozen
class Bridge:
    """How the difference between spending and initial budget is made up; the steps add up to `total` exactly.

    `derived` are the fields of the total that the report does not print (推算), `added_up` those that are the sum of their parts.
    """

    file: str
    budget: int
    actual: int
    total: int
    steps: tuple[Step, ...]
    derived: tuple[str, ...]
    added_up: tuple[str, ...]


@frozen
class Whole:
    """What the unit as a whole was given and has spent, in fen; `derived` are the fields that the report does not print."""

    budget: int
    actual: int
    derived: tuple[str, ...]


@frozen
class LineShown:
    """A budget line: its name, its initial budget in fen, None where the report states none, and its spending in fen."""

    name: str
    budget: int | None
    actual: int


@frozen
class Lines:
    """The budget lines that state their spending, no money in two of them, and how many do not state it."""

    known: tuple[LineShown, ...]
    unknown: int


def budget_lines(case: Case) -> Lines:
    """Return what the budget lines were given and have spent.

    The parts stand for a line, but the line for its parts where it states both figures and its parts do not all have a budget:
    so its overrun is seen.
    """
    known: list[LineShown] = []
    unknown = 0

    def descend(line: Fact) -> None:
        nonlocal unknown
        parts = line.related.get("sub_line", [])
        actual, total = line.values.get("actual"), line.values.get("kind") == "total"
        stated = actual is not None and _budget(line) is not None
        if parts and (total or not stated or all(_budget(part) is not None for part in parts)):
            for part in parts:
                descend(part)
        elif actual is None:
            unknown += not total
        elif not total:
            known.append(LineShown(case.label(line), _budget(line), int(actual)))

    lines = case.facts.get("budget_line", ())
    below = {id(part) for line in lines for part in line.related.get("sub_line", ())}
    for line in lines:
        if id(line) not in below:
            descend(line)
    return Lines(tuple(known), unknown)


def whole_of(case: Case) -> Whole | None:
    """Return what the unit as a whole was given and has spent; nothing where either is not known."""
    top = next((f for f in case.facts.get("budget_line", ()) if f.values.get("kind") == "total"), None)
    budget = None if top is None else _budget(top)
    if top is None or budget is None or top.values.get("actual") is None:
        return None
    return Whole(budget, int(top.values["actual"]), tuple(n for n in ("initial_budget", "actual") if top.derived(n)))


def overrun_bridge(case: Case) -> Bridge | None:
    """Return how the total's overrun is made up of the lines whose own difference explains it."""
    top = next((f for f in case.facts.get("budget_line", ()) if f.values.get("kind") == "total"), None)
    if top is None:
        return None
    total = _difference(top)
    if total is None or total <= 0:
        return None
    steps: list[Step] = []
    unbudgeted: list[Fact] = []
    rounded = 0

    def descend(line: Fact) -> None:
        nonlocal rounded
        parts = line.related.get("sub_line", [])
        differences = [_difference(part) for part in parts]
        whole = _difference(line)
        known = bool(parts) and line.states.get("sub_line") == "complete" and None not in differences
        rest = (whole or 0) - sum(difference or 0 for difference in differences)
        if known and whole is not None and 2 * abs(rest) <= last_digits([line, *parts], ("initial_budget", "actual")):
            rounded += rest
            for part in parts:
                descend(part)
        elif _budget(line) == 0:
            unbudgeted.append(line)
        elif whole:
            steps.append(Step(Text(case.label(line), case.label(line)), whole))

    descend(top)
    if unbudgeted:
        amount = sum(_difference(line) or 0 for line in unbudgeted)
        count = len(unbudgeted)
        steps.append(Step(Text(f"年初没有预算的 {count} 项", f"{count} items without an initial budget"), amount))
    if rounded:
        steps.append(Step(Text("四舍五入的差", "rounding"), rounded))
    if sum(step.amount for step in steps) != total:
        return None
    steps.sort(key=lambda step: -step.amount if step.amount < 0 else 0)
    fields = ("initial_budget", "actual")
    derived, added_up = (tuple(field for field in fields if told(field)) for told in (top.derived, top.added_up))
    return Bridge(case.file, _budget(top) or 0, top.values["actual"], total, tuple(steps), derived, added_up)


def _difference(line: Fact) -> int | None:
    actual, budget = line.values.get("actual"), _budget(line)
    return None if actual is None or budget is None else int(actual) - budget


def _budget(line: Fact) -> int | None:
    """Return the initial budget of a line; one that is stated as none is no money."""
    known = line.values.get("initial_budget")
    return 0 if known is None and "initial_budget" in line.none else None if known is None else int(known)
