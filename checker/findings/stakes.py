"""Money at stake, counted once: whose money each amount speaks of, and what of it was not counted before.

Money lies in accounts. A budget line is one, its parts lie under it, and everything that belongs to a line (payments,
approvals, reviews, contracts, supplements, a 三公 kind that names its line) speaks of that line's money. What belongs to
no line is an account of its own. What another line pays of a contract lies in that line: the contract claims only what
does not count there. What counts in an account is the largest of: what counts in its parts, the largest
amount claimed on it, and what is claimed on its payments, on its contracts, … each kind added up; no more than the line
has spent, where the money is spent. So a claim on a parent adds only what exceeds its parts' claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from checker.base.named import NamedTuple
from checker.cases.case import Case, Fact
from checker.cases.parents import COMPONENT
from checker.engines.outcome import Check
from checker.findings.accounts import Account, Kind
from checker.language.scope import Definition
from checker.language.tree import Aggregate, DefinitionRef, Expr, FieldRef, Path, walk

UNSPENT = frozenset({"carry_out"})
"""Figures of a line that speak of money not spent this year: what is claimed by them has no limit in its spending."""
SPENT = frozenset({"procurement_actual", "asset_purchases"})
"""Figures of a unit that are part of what its lines spend, though nobody says of which."""
BOUGHT = frozenset({"contract", "asset", "labour_fee", "allowance", "trip", "meeting"})
"""Facts that are paid out of some line, whether or not the case says of which."""
THREE_PUBLIC = "three_public_line"
PART_OF_KIND = {"reception": "reception", "abroad_trip": "abroad"}
"""Facts that are part of a 三公 kind: the receptions of a year are what 公务接待费 was spent on, its trips abroad 因公出国费."""
WIDER_KINDS = {"three_public_total": 2, "cars_together": 1}
"""三公 kinds that hold others, by how much they hold."""


class Reads(NamedTuple):
    """What the amount of a rule reads: fields of its subject, and the kinds of other facts."""

    own: frozenset[str]
    others: frozenset[str]


class Counted(NamedTuple):
    """What came of one amount: what of it counts (fen), what could count at most, and whether it is just the sum of its parts."""

    amount: int
    most: int
    roll_up: bool


class Claim(NamedTuple):
    """One check's amount, and the account it is claimed on: directly (`kind` empty) or on facts of a kind there."""

    check: Check
    account: Account
    kind: str
    members: frozenset[int]
    basis: str

    def add(self, amount: int) -> int:
        """Claim *amount*; returns what of it counts."""
        account = self.account
        if self.kind:
            account.kinds.setdefault(self.kind, Kind()).add(self.members, amount)
        else:
            most = account.most(amount, self.basis)
            setattr(account, self.basis, max(getattr(account, self.basis), most))
        return account.settle()


class Ledger:
    """The accounts of one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.root = Account(None)
        self.bought = Account(self.root)
        """Everything that is paid out of the unit's lines."""
        self.public = Account(self.root)
        """三公 money of which the case does not say that it is a line's."""
        self.known: dict[Any, Account] = {}
        self.whole: dict[str, list[Fact]] = {"project": [], "total": []}
        for line in case.facts.get("budget_line", ()):
            self.whole.get(str(line.values.get("kind")), []).append(line)

    def account(self, key: Any, up: Account, limit: int | None = None, split: str = "") -> Account:
        """Return the account of *key*, opened under *up* when first asked for."""
        if key not in self.known:
            self.known[key] = Account(up, limit, split)
        return self.known[key]

    def of_line(self, line: Fact) -> Account:
        """Return the account of a budget line, under that of its parent."""
        known = self.known.get(id(line))
        if known is None:
            above = self.above(line)
            up = self.bought if above is None else self.of_line(above)
            split = COMPONENT if line.values.get("kind") == COMPONENT else ""
            known = self.account(id(line), up, line.values.get("actual"), split)
        return known

    def above(self, line: Fact) -> Fact | None:
        """Return the parent of a line; of one that names none, the line that holds all of its kind, where there is just one.

        A unit's total holds all it spends, whether or not a line says that it is part of it.
        """
        named = line.values.get("parent")
        if isinstance(named, Fact):
            return named
        kind = line.values.get("kind")
        for wider in ("project", "total") if kind == "item" else ("total",) if kind != "total" else ():
            found = self.whole[wider]
            if len(found) == 1 and line not in _upwards(found[0]):
                return found[0]
        return None

    def of_kind(self, public: Fact) -> Account:
        """Return the account of a 三公 kind that belongs to no line; a total or 公车 as a whole holds the others."""
        kind = str(public.values.get("kind"))
        known = self.known.get(id(public))
        if known is None:
            wider = [f for f in self.case.facts.get(THREE_PUBLIC, ()) if _holds(str(f.values.get("kind")), kind)]
            least = min(wider, key=lambda f: WIDER_KINDS[str(f.values.get("kind"))], default=None)
            up = self.public if least is None else self.of_kind(least)
            known = self.account(id(public), up, public.values.get("actual"))
        return known

    def claim(self, check: Check) -> Claim:
        """Return where the amount of *check* is claimed."""
        subject, entity = check.subject, check.subject.entity.removesuffix("*")
        basis = "committed"
        if subject.entity != entity:
            return self.grouped(check, subject.related.get("members", []), entity)
        if subject is self.case.root:
            return self.of_unit(check)
        line = line_of(subject)
        members = frozenset({id(subject)})
        if line is subject:
            return Claim(check, self.of_line(line), "", members, _basis(_reads(check)))
        if line is not None:
            return Claim(check, self.of_line(line), entity, members, basis)
        if entity == THREE_PUBLIC:
            return Claim(check, self.of_kind(subject), "", members, "spent")
        if entity in PART_OF_KIND:
            for public in self.case.facts.get(THREE_PUBLIC, ()):
                if public.values.get("kind") == PART_OF_KIND[entity]:
                    owner = line_of(public)
                    account = self.of_kind(public) if owner is None else self.of_line(owner)
                    return Claim(check, account, entity, members, basis)
        return Claim(check, self.loose(entity), entity, members, basis)

    def on_lines(self, account: Account) -> int:
        """Return what of a 三公 account's money counts on the budget lines that hold its kinds already.

        A kind that names its line lies in that line's account; what the unit, a total or 公车 as a whole claims speaks of it as
        well. Of a line where something counts, the spending of its kinds may be what that is.
        """
        kinds = self.case.facts.get(THREE_PUBLIC, ())
        over = {id(f): str(f.values.get("kind")) for f in kinds}
        own = next((over[id(f)] for f in kinds if self.known.get(id(f)) is account), None)
        if own is None and account is not self.public:
            return 0
        by_line: dict[int, tuple[Account, int, int]] = {}
        for fact in kinds:
            line, kind = line_of(fact), over[id(fact)]
            if line is None or not (own is None or _holds(own, kind)):
                continue
            if any(other is not fact and line_of(other) is line and _holds(over[id(other)], kind) for other in kinds):
                continue
            held = self.of_line(line)
            claimed = held.kinds[THREE_PUBLIC].single.get(id(fact), 0) if THREE_PUBLIC in held.kinds else 0
            _, before, spent = by_line.get(id(held), (held, 0, 0))
            by_line[id(held)] = (held, before + claimed, spent + max(0, int(fact.values.get("actual") or 0)))
        return sum(max(claimed, min(spent, held.value)) for held, claimed, spent in by_line.values())

    def paying(self, claim: Claim) -> dict[int, tuple[Account, int]]:
        """Return what the lines outside the account of *claim* pay of its facts, by their accounts and those above.

        None that holds the claim itself is among them: such an account counts the larger of the two as it is.
        """
        paid: dict[int, tuple[Account, int]] = {}
        subject = claim.check.subject
        if subject is self.case.root:
            return paid
        for fact in subject.related.get("members", (subject,)):
            for payment in fact.related.get("payment", ()):
                line = line_of(payment)
                account = None if line is None else self.of_line(line)
                if account is None or _under(account, claim.account):
                    continue
                while account is not None and not _under(claim.account, account):
                    _, before = paid.get(id(account), (account, 0))
                    paid[id(account)] = (account, before + int(payment.values.get("amount") or 0))
                    account = account.up
        return paid

    def loose(self, entity: str) -> Account:
        """Return the account of the facts of a kind that belong to no line."""
        up = self.bought if entity in BOUGHT else self.public if entity in PART_OF_KIND else self.root
        return self.account(("loose", entity), up)

    def grouped(self, check: Check, facts: Sequence[Fact], entity: str) -> Claim:
        """Return where an amount of a group is claimed: on its members, or on the least that holds all their lines."""
        lines = [line_of(fact) for fact in facts]
        members = frozenset(id(fact) for fact in facts)
        first = lines[0] if lines else None
        if all(line is first for line in lines):
            account = self.loose(entity) if first is None else self.of_line(first)
            if entity == "budget_line":
                return Claim(check, account, "", members, _basis(_reads(check)))
            return Claim(check, account, entity, members, "committed")
        accounts = [self.loose(entity) if line is None else self.of_line(line) for line in lines]
        shared = accounts[0]
        while not all(_under(account, shared) for account in accounts):
            shared = shared.up or self.root
        return Claim(check, shared, "", members, "other")

    def of_unit(self, check: Check) -> Claim:
        """Return where an amount of the unit as a whole is claimed.

        What is added up over facts speaks of those facts' money; what was spent lies in some line; the rest (what stands in
        the books) is money of its own.
        """
        reads = _reads(check)
        if reads.others & {THREE_PUBLIC, *PART_OF_KIND}:
            account = self.public
        elif reads.others or reads.own & SPENT:
            account = self.bought
        else:
            account = self.account("unit", self.root)
        return Claim(check, account, "", frozenset(), "other")


def count(case: Case, checks: Sequence[Check]) -> list[Counted]:
    """Return what of each amount counts, when *checks* of one case are counted in this order; they add up to what is at stake.

    The order decides only where money stands, never how much it is.
    """
    first = Ledger(case)
    claims = [first.claim(check) if (check.own or 0) > 0 else None for check in checks]
    amounts = [0] * len(checks)
    rolled = [False] * len(checks)
    # what a parent claims is compared with all that is claimed on its parts, wherever in the report that stands
    made = [(n, c) for n, c in enumerate(claims) if c is not None]
    paid = {n: there for n, c in made if (there := first.paying(c))}
    held: dict[int, int] = {}
    # what other lines pay after all claims on lines, 三公 accounts last: what they hold may lie on any line
    turns = {n: 2 if _under(c.account, first.public) else int(n in paid) for n, c in made}
    for number, claim in sorted(made, key=lambda each: (turns[each[0]], -each[1].account.depth)):
        if turns[number] and len(held) < len(paid):  # of all before one of them is added: their order changes nothing
            held = {n: min(int(c.check.own or 0), _counted(paid[n])) for n, c in made if n in paid}
        own, parts = int(claim.check.own or 0) - held.get(number, 0), claim.account.parts
        if not claim.kind and (counted := first.on_lines(claim.account)):
            own -= counted
            rolled[number] = 2 * own <= _steps(claim.check)
        if not claim.kind and parts > 0 and not rolled[number]:
            rolled[number] = "roll_up" in claim.check.marks or _rolls_up(claim.check)
            if not rolled[number] and parts < own and 2 * (own - parts) <= _steps(claim.check):
                own = parts
        amounts[number] = 0 if rolled[number] else own
        if amounts[number]:
            claim.add(amounts[number])
    second = Ledger(case)
    found: list[Counted] = []
    for number, (check, planned, amount) in enumerate(zip(checks, claims, amounts)):
        elsewhere = held.get(number, 0)
        if planned is None or rolled[number] or not amount + elsewhere:
            found.append(Counted(0, 0, rolled[number]))
            continue
        claim = second.claim(check)
        most = claim.account.most(amount + elsewhere, claim.basis)
        found.append(Counted(min(amount, max(0, claim.add(amount))), most, False))
    return found


def at_stake(checks: Iterable[Check]) -> int | None:
    """Return the money at stake in *checks* alone; None where none of them names any."""
    by_case: dict[int, list[Check]] = {}
    for check in checks:
        if check.own is not None:
            by_case.setdefault(id(check.case), []).append(check)
    if not by_case:
        return None
    return sum(each.amount for own in by_case.values() for each in count(own[0].case, in_order(own)))


def in_order(checks: Iterable[Check]) -> list[Check]:
    """Return *checks* of one problem in the order in which their money is counted: parts before what holds them."""
    return sorted(checks, key=lambda check: (-_level(check), check.subject.entity.endswith("*"), check.key))


def _level(check: Check) -> int:
    subject = check.subject
    line = line_of(subject)
    if line is None:
        return 0 if subject is not check.case.root else -1
    level = 1 if line is subject else 2
    while isinstance(above := line.values.get("parent"), Fact):
        line, level = above, level + 2
    return level


def line_of(fact: Fact) -> Fact | None:
    """Return the budget line whose money *fact* speaks of: by its owners, and by what it refers to."""
    seen: set[int] = set()
    while fact.entity != "budget_line":
        seen.add(id(fact))
        owner = fact.owner
        refers = [value for _, value in sorted(fact.values.items()) if isinstance(value, Fact)]
        steps = [f for f in refers if f.entity == "budget_line"]
        if owner is not None and owner is not fact.root:
            steps.insert(0, owner)
        steps += refers
        following = next((step for step in steps if id(step) not in seen), None)
        if following is None:
            return _paid_from(fact)
        fact = following
    return fact


def _paid_from(fact: Fact) -> Fact | None:
    """Return the one line that all payments under *fact* are of: a contract that names no line speaks of what it is paid from."""
    payments = fact.related.get("payment", ())
    lines = {id(each.owner): each.owner for each in payments}
    found = next(iter(lines.values()), None)
    return found if len(lines) == 1 and found is not None and found.entity == "budget_line" else None


def _upwards(line: Fact) -> list[Fact]:
    """Return a line and those above it, as they are named."""
    found = [line]
    while isinstance(above := found[-1].values.get("parent"), Fact):
        found.append(above)
    return found


def _under(account: Account | None, other: Account) -> bool:
    while account is not None and account is not other:
        account = account.up
    return account is other


def _counted(paid: dict[int, tuple[Account, int]]) -> int:
    """Return what of some payments counts on the accounts that pay them: as much as may be the same money."""
    below: dict[int, int] = {}
    whole = 0
    for account, amount in sorted(paid.values(), key=lambda each: -each[0].depth):
        same = min(max(0, amount), below.get(id(account), 0) + account.value - account.parts)
        if id(account.up) in paid:
            below[id(account.up)] = below.get(id(account.up), 0) + same
        else:
            whole += same
    return whole


def _holds(wider: str, kind: str) -> bool:
    """Whether one 三公 kind is part of another."""
    if WIDER_KINDS.get(wider, 0) <= WIDER_KINDS.get(kind, 0):
        return False
    return wider == "three_public_total" or kind.startswith("car_")


# ---- what an amount is made of


def _reads(check: Check) -> Reads:
    definitions = check.judge.plan.book.definitions if check.judge is not None else {}
    amount = check.rule.amount
    return Reads(frozenset(), frozenset()) if amount is None else _read(_Key(amount, check.rule.entity, definitions))


class _Key:
    """An expression by identity, for the cache."""

    __slots__ = ("definitions", "entity", "expr")

    def __init__(self, expr: Expr, entity: str, definitions: dict[tuple[str, str], Definition]) -> None:
        self.expr, self.entity, self.definitions = expr, entity, definitions

    def __hash__(self) -> int:
        return id(self.expr)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.expr is self.expr


@lru_cache(maxsize=4096)
def _read(key: _Key) -> Reads:
    own: set[str] = set()
    others: set[str] = set()
    asked: set[tuple[str, str]] = set()
    waiting = [key.expr]
    while waiting:
        for node in walk(waiting.pop()):
            if isinstance(node, FieldRef):
                if node.entity == key.entity:
                    own.add(node.name)
                else:
                    others.add(node.entity)
            elif isinstance(node, DefinitionRef):
                name = (node.entity, node.name)
                if name in key.definitions and name not in asked:
                    asked.add(name)
                    waiting.append(key.definitions[name].expr)
            elif isinstance(node, Aggregate) and isinstance(node.path, Path):
                others.add(node.path.entity)
    return Reads(frozenset(own), frozenset(others))


def _basis(reads: Reads) -> str:
    """Return what an amount claimed on a line itself is: spent, committed (cost, approvals, contracts …) or neither."""
    if reads.own & UNSPENT:
        return "other"
    if "actual" in reads.own:
        return "spent"
    return "committed" if "cost" in reads.own or reads.others else "other"


def _rolls_up(check: Check) -> bool:
    """Whether the amount of a parent is, within rounding, the sum of what the rule says of its parts (design 11)."""
    judge, subject = check.judge, check.subject
    if (
        check.outcome not in ("fail", "undetermined")
        or judge is None
        or judge.down is None
        or judge.amount is None
        or check.own is None
    ):
        return False
    if subject.states.get(judge.down) != "complete":
        return False
    parts = [judge.amount((part,)) for part in subject.related.get(judge.down, ())]
    if not parts or any(part is None for part in parts):
        return False
    return bool(2 * abs(sum(int(part) for part in parts) - check.own) <= _steps(check))


def _steps(check: Check) -> int:
    """Return the last printed digits of the figures that make up an amount on a line and on its parts, added up."""
    return last_digits([check.subject, *check.subject.related.get("sub_line", ())], _reads(check).own)


def last_digits(facts: Iterable[Fact], fields: Iterable[str]) -> int:
    """Return the last printed digits of some figures, added up: sums of theirs may differ by half of that."""
    fields = list(fields)
    return sum(int(fact.cells[name].step) for fact in facts for name in fields if name in fact.cells)
