"""Which facts what is said of a collection hangs on: asked for again of the same facts, it comes to the same.

A rule read with intervals has its definitions written out, so that the sum over the parts of a parent stands in the tree of
each part: a total of a thousand parts would be added up a thousand times for each of them.
"""

from __future__ import annotations

from checker.base.named import NamedTuple
from checker.cases.case import Fact
from checker.language.exact import Frames, hop, start
from checker.language.tree import Aggregate, Call, DefinitionRef, Expr, FieldRef, ParameterRef, Path, walk

PLAIN = ("sum", "listed_sum", "count")
"""The functions of which not even what is missing depends on who asks."""
Found = tuple[tuple[Fact, int], ...]


class Hanging(NamedTuple):
    """The frames that a tree looks at, each with the way that all of its looks begin with; `asker`: who asks matters as well.

    The tree itself is kept: it is known by its identity.
    """

    node: Expr
    ways: tuple[tuple[int, tuple[str, ...]], ...]
    asker: bool
    of_many: bool
    """Whether many facts may ask it of the same ones: it is told of what they belong to, not of them."""

    def facts(self, s: Frames) -> Found:
        """Return the facts that what is said hangs on, each with how far its way led: one that leads nowhere stays behind."""
        found = [(s[0], 0)] if self.asker else []
        for depth, hops in self.ways:
            fact, come = start(s, depth), 0
            for come, key in enumerate(hops, 1):
                above = hop(fact, key)
                if above is None:
                    come = -come
                    break
                fact = above
            found.append((fact, come))
        return tuple(found) or ((s[0].root, 0),)


Hangings = dict[tuple[int, int], Hanging]
"""What nodes hang on, by their identity and how many facts are known."""


def hanging(node: Expr, frames: int, known: Hangings) -> Hanging:
    """Return what *node* hangs on where *frames* facts are known, asked once for those who keep what is *known* together."""
    found = known.get((id(node), frames))
    if found is None:
        found = known[id(node), frames] = _hanging(node, frames)
    return found


def _hanging(node: Expr, frames: int) -> Hanging:
    ways: dict[int, tuple[str, ...]] = {}
    asker = False
    for part in walk(node):
        if isinstance(part, ParameterRef):
            asker = True
        elif isinstance(part, Call):
            asker = asker or part.function == "last_digit"
        elif isinstance(part, Aggregate):
            asker = asker or part.function not in PLAIN
        if not isinstance(part, (FieldRef, DefinitionRef, Path)) or part.depth >= frames:
            continue
        depth, hops = max(part.depth, -1), part.hops[:-1] if isinstance(part, Path) else part.hops
        way = ways[depth] = hops if depth not in ways else _common(ways[depth], hops)
        if depth >= 0 and not way:  # told of a fact itself, as most are: it does not matter of what else
            return Hanging(node, tuple(sorted(ways.items())), asker, False)
    return Hanging(node, tuple(sorted(ways.items())), asker, True)


def _common(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    count = next((n for n, (a, b) in enumerate(zip(one, two)) if a != b), min(len(one), len(two)))
    return one[:count]
