"""Money in accounts: what counts in one is the largest of what its parts, it itself and its kinds claim, within its limit."""

from __future__ import annotations


class Account:
    """Some money; `limit` is what was spent of it, where that is known.

    Its parts may be listed twice over, by item and by what was bought (`split`): these are the same money, not added up.
    """

    __slots__ = ("committed", "depth", "kinds", "limit", "other", "spent", "split", "splits", "up", "value")

    def __init__(self, up: Account | None, limit: int | None = None, split: str = "") -> None:
        self.up = up
        self.limit = limit
        self.split = split
        self.depth: int = up.depth + 1 if up is not None else 0
        self.spent = self.committed = self.other = self.value = 0
        self.splits: dict[str, int] = {}
        self.kinds: dict[str, Kind] = {}

    @property
    def parts(self) -> int:
        """What counts in its parts."""
        return max(self.splits.values(), default=0)

    def most(self, amount: int, basis: str) -> int:
        """Return what of an amount can count here: once something is spent, no more than that, but for other money."""
        if self.limit is None or self.limit <= 0 or basis == "other":
            return amount  # where nothing was spent, a claim does not speak of that: payments, a contract
        return min(amount, self.limit)

    def settle(self) -> int:
        """Work out anew what counts here and above; returns by how much the whole grew."""
        kinds = [self.most(kind.value(), "committed") for kind in self.kinds.values()]
        value = max(self.parts, self.spent, self.committed, self.other, *kinds, 0)
        grown, self.value = value - self.value, value
        if self.up is None or not grown:
            return grown
        self.up.splits[self.split] = self.up.splits.get(self.split, 0) + grown
        return self.up.settle()


class Kind:
    """What is claimed on the facts of one kind in an account, one by one and by groups of them."""

    __slots__ = ("groups", "single", "total")

    def __init__(self) -> None:
        self.single: dict[int, int] = {}
        self.groups: dict[frozenset[int], int] = {}
        self.total = 0

    def add(self, members: frozenset[int], amount: int) -> None:
        """Note an amount claimed on one fact or on several together."""
        if len(members) == 1:
            (key,) = members
            before = self.single.get(key, 0)
            self.single[key] = max(before, amount)
            self.total += self.single[key] - before
        else:
            self.groups[members] = max(self.groups.get(members, 0), amount)

    def value(self) -> int:
        """Return what counts; a group adds only what exceeds the claims on its members and on smaller groups among them."""
        total = self.total
        more: list[int] = []
        holding: dict[int, list[int]] = {}
        for members, amount in sorted(self.groups.items(), key=lambda each: (len(each[0]), each[1])):
            known = sum(self.single.get(key, 0) for key in members)
            known += sum(more[number] for number in {n for key in members for n in holding.get(key, ())})
            if amount > known:
                for key in members:
                    holding.setdefault(key, []).append(len(more))
                more.append(amount - known)
                total += amount - known
        return total
