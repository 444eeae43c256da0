"""What tracing a tree rests on: the tracer's state, what it keeps, and how each node is compiled to a step that traces it.

A step takes the tracer and the frames and returns a trace. It is made once for a node and serves every subject, since all that
differs between subjects, rules and ways of asking is in the tracer: looking up operators and functions for every figure of thirty
thousand findings took longer than working them out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checker.base.named import NamedTuple
from checker.cases.case import Fact
from checker.language.below import Walks
from checker.language.causes import Causes, Missing, Trace
from checker.language.equations import MANY, Table
from checker.language.hanging import Hangings
from checker.language.scope import Definition
from checker.language.tree import Aggregate, Call, Expr, If

Frames = tuple[Fact, ...]
Reads = dict[tuple[int, str], Fact]
"""What was looked at: facts, each by its identity and the field or collection of it."""
Key = tuple[Any, Any, int, bool]
Known = dict[Key, tuple[Trace, Reads]]
"""Traces with what they looked at, by what was traced: a definition or a node, over a fact or several, and how zeros are taken."""
Step = Callable[["Tracing", Frames], Trace]
Steps = dict[int, tuple[Step, Expr]]
"""The step of each node by the node's identity, with the node, which keeps it."""
WRITTEN_OUT = frozenset({Aggregate, Call, If})
"""The nodes that are worth looking up before they are traced again: what definitions are made of."""


class Shared(NamedTuple):
    """What was worked out while a whole case is traced, for all that asks it: it lives as long as nothing changes."""

    causes: Causes
    known: Known | None
    """What hangs on facts on which many hang (`MANY`)."""
    tables: dict[tuple[int, int, bool], tuple[Table, tuple[Missing, ...] | None]]
    """Facts by their side of an equation, by node and where they are listed; with what those lack whose side is not known."""
    walks: Walks | None
    """What lies below traces that many have in common; None where nobody asks where figures stand."""

    @classmethod
    def nothing(cls, places: bool = True) -> Shared:
        """Return what is known before anything was traced; without *places* nobody will ask where figures stand."""
        return cls({}, {}, {}, Walks() if places else None)

    @property
    def dated(self) -> Shared:
        """What a rule may use whose parameters depend on who asks."""
        return self._replace(known=None)


class Tracing:
    """The state of a tracer, and what it keeps; the classes that add to it say how each node is traced.

    *parameter* gives a parameter's value for the frames, *lacking* why it has none. *steps* are those of other tracers with the
    same definitions.
    """

    method_of: Callable[[Expr], Callable[..., Step]]

    def __init__(
        self,
        definitions: dict[tuple[str, str], Definition],
        parameter: Callable[[str, Frames], Any],
        lacking: Callable[[str, Frames], tuple[Missing, ...]] = lambda name, s: (),
        hangings: Hangings | None = None,
        steps: Steps | None = None,
    ) -> None:
        self.definitions = definitions
        self.parameter = parameter
        self.lacking = lacking
        self.zero_exact = False
        self.known: Known | None = None
        """What definitions came to, by fact, while nothing changes: whoever traces several trees sets it."""
        self.shared: Shared | None = None
        """The same across subjects, and more: whoever traces a whole case sets it."""
        self.reads: Reads | None = None
        """Gathers what is looked at of `watched`, or could be were it otherwise: whoever wants to know sets both."""
        self.watched: frozenset[str] = frozenset()
        """The fields and collections that may change."""
        self.hangings: Hangings = {} if hangings is None else hangings
        self.parts: dict[tuple[int, ...], Trace] | None = None
        """What the parts of a tree came to, by node and facts, while one is traced that shares them."""
        self._steps: Steps = {} if steps is None else steps

    def trace(self, node: Expr, s: Frames) -> Trace:
        """Return the trace of *node* for the frames *s*."""
        known = self._steps.get(id(node))
        return (self.step(node) if known is None else known[0])(self, s)

    def step(self, node: Expr) -> Step:
        """Return what traces *node*, made once; raises Unknown."""
        known = self._steps.get(id(node))
        if known is None:
            made: Step = self.method_of(node)(self, node)
            known = self._steps[id(node)] = (_once_a_tree(node, made) if type(node) in WRITTEN_OUT else made), node
        return known[0]

    def once(self, key: Key, fact: Fact, make: Step, s: Frames) -> Trace:
        """Return what *make* comes to, asked once for *key*; of a fact on which many hang, once for all of them."""
        known = self.known
        assert known is not None
        found = known.get(key)
        if found is None:
            many = None if self.shared is None else self.shared.known
            if many is not None and sum(map(len, fact.related.values())) >= MANY:
                known = many
                found = known.get(key)
        if found is None:
            above = self.reads
            self.reads = None if above is None else {}
            made = make(self, s)
            found = known[key] = made, self.reads or {}
            self.reads = above
            if made.kids or made.used is not None:  # a constant is traced once for all
                made.common = fact if known is not self.known else None
        if self.reads is not None:
            self.reads.update(found[1])
        return found[0]

    def asked(self, condition: Step, s: Frames) -> tuple[Trace, bool]:
        """Return the trace of a condition, and whether it looked at anything that may change: then so may what is chosen."""
        if self.reads is None:
            return condition(self, s), False
        above, self.reads = self.reads, {}
        found, mine = condition(self, s), self.reads
        self.reads = above
        above.update(mine)
        return found, bool(mine)


def _once_a_tree(node: Expr, made: Step) -> Step:
    """Return a step that traces *node* once for the same facts while a tree is traced in which it stands many times."""
    own = id(node)

    def step(t: Tracing, s: Frames) -> Trace:
        parts = t.parts
        if parts is None:
            return made(t, s)
        key = (own, t.zero_exact, *map(id, s))
        found = parts.get(key)
        if found is None:
            found = parts[key] = made(t, s)
        return found

    return step


def point(trace: Trace) -> Trace:
    """Give a number, which is as exact as it stands there, its interval."""
    value = trace.value
    if value is not None and not isinstance(value, (bool, str, tuple)) and hasattr(value, "real"):
        trace.low = trace.high = 2 * value
    return trace


def printed_as(trace: Trace, models: tuple[Trace, ...]) -> Trace:
    """Print *trace* as the finest of *models* of its own type is printed: an amount times 2 cars is no number of cars."""
    finest: Trace | None = None
    for model in models:
        if model.unit and model.node.type == trace.node.type and (not finest or model.decimals > finest.decimals):
            finest = model
    if finest is not None:
        trace.unit, trace.decimals = finest.unit, finest.decimals
    if len(models) == 1 and models[0].low is not None:
        trace.low, trace.high = models[0].low, models[0].high
    return trace
