"""Remembers what definitions came to, for whoever judges the same facts again after a small change.

Values (of closures) are forgotten by what a definition could read at all, wherever it is; traces by what they looked at,
which the tracer notes. Neither knows what changes: the owner of the facts says it, before anything is asked again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from checker.cases.case import Fact
from checker.language.exact import Frames
from checker.language.hanging import Hanging, Hangings, hanging
from checker.language.scope import Definition
from checker.language.tree import Aggregate, DefinitionRef, Expr, FieldRef, ParameterRef, Path, Quantifier, walk

Definitions = dict[tuple[str, str], Definition]
ReadByDefinition = dict[tuple[str, str], tuple[set[str], set[tuple[str, str]]]]
"""What each definition names itself, and the definitions it asks."""
UNASKED = object()


def could_read(
    exprs: Iterable[Expr | None],
    definitions: Definitions,
    watched: frozenset[str] | None = None,
    known: ReadByDefinition | None = None,
) -> frozenset[str]:
    """Return which of the *watched* fields and collections (or of all) trees could read at all, through definitions as well.

    *known* keeps what each definition reads itself, for whoever asks of many trees.
    """
    if watched is not None and not watched:
        return watched
    known = {} if known is None else known
    found: set[str] = set()
    waiting: list[tuple[str, str]] = []
    for expr in exprs:
        if expr is not None:
            names, more = _reads(expr, definitions)
            found |= names
            waiting += more
    seen: set[tuple[str, str]] = set()
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        if key not in known:
            known[key] = _reads(definitions[key].expr, definitions)
        names, more = known[key]
        found |= names
        waiting += more
    return frozenset(found if watched is None else found & watched)


def _reads(expr: Expr, definitions: Definitions) -> tuple[set[str], set[tuple[str, str]]]:
    """Return what a tree names, and the definitions it asks."""
    found: set[str] = set()
    asked: set[tuple[str, str]] = set()
    for node in walk(expr):
        if isinstance(node, Path):
            found.update(node.hops)
            found.add(node.entity)
        elif isinstance(node, (FieldRef, DefinitionRef)):
            found.update(node.hops)
            found.add(node.name)
            if (node.entity, node.name) in definitions:
                asked.add((node.entity, node.name))
        elif isinstance(node, ParameterRef):
            found.add(node.name)
    return found, asked


class Remembered:
    """What closures of definitions came to, by fact, shared by compilers with the same parameters.

    Facts are kept alive as long as what is remembered of them: use it for facts that stay.
    """

    def __init__(self, definitions: Definitions, watched: frozenset[str]) -> None:
        self.definitions = definitions
        self.watched = watched
        self.asleep = False
        """Whether nothing is remembered for now: the facts that are asked about may be others, or change."""
        self.compiler: Any = None
        """The compiler of all trees whose definitions are remembered here: each definition is compiled once."""
        self.hangings: Hangings = {}
        """What aggregates hang on: the same for every fact, and for whoever traces them."""
        self.steps: Any = {}
        """What traces each node: the same for every fact, and for whoever traces by these definitions."""
        self._tables: dict[tuple[str, str, bool, str], dict[Any, Any]] = {}
        self._filled: dict[int, dict[Any, Any]] = {}
        """The tables that hold anything, by their identity: of all that was compiled one case asks little."""
        self._equations: list[dict[Any, Any]] = []
        """The tables that answer equations between a member and the subject."""
        self._readers: dict[str, list[dict[Any, Any]]] = {name: [] for name in watched}
        self.reads: ReadByDefinition = {}
        """What each definition names itself, and the definitions it asks: looked for once."""

    def keep(self, entity: str, name: str, zero_exact: bool, kind: str, closure: Any) -> Any:
        """Return a closure that asks *closure* once for each fact; *kind* keeps values and intervals apart."""
        key = (entity, name, zero_exact, kind)
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = {}
            expr = self.definitions[(entity, name)].expr
            for read in could_read([expr], self.definitions, self.watched, self.reads):
                self._readers[read].append(table)
        known = table

        def remembered(s: Frames) -> Any:
            if self.asleep:
                return closure(s)
            fact = s[0]
            found = known.get(fact, UNASKED)
            if found is UNASKED:
                found = closure(s)
                self._filled[id(known)] = known
                known[fact] = found
            return found

        return remembered

    def table(self, node: Aggregate | Quantifier) -> dict[Any, Any]:
        """Return an empty table for what *node* reads, which is emptied when that changes."""
        made: dict[Any, Any] = {}
        self._equations.append(made)
        for read in could_read([node], self.definitions, self.watched):
            self._readers[read].append(made)
        return made

    def keep_of_many(self, node: Aggregate | Quantifier, zero_exact: bool, kind: str, closure: Any) -> Any:
        """Return a closure that asks *closure* of an aggregate or quantifier once for the facts that it hangs on, if many may ask the same."""
        hangs: dict[int, tuple[Hanging, dict[Any, Any]]] = {}  # by how many frames there are, known when it is asked

        def remembered(s: Frames) -> Any:
            at = len(s)
            if at not in hangs:
                hangs[at] = hanging(node, at, self.hangings), {}
                if hangs[at][0].of_many:
                    for read in could_read([node], self.definitions, self.watched):
                        self._readers[read].append(hangs[at][1])
            way, known = hangs[at]
            if self.asleep or not way.of_many:
                return closure(s)
            facts = way.facts(s)
            found = known.get(facts, UNASKED)
            if found is UNASKED:
                found = closure(s)
                self._filled[id(known)] = known
                known[facts] = found
            return found

        return remembered

    @contextmanager
    def awake(self) -> Iterator[None]:
        """Remember within the block, where nothing changes; what was remembered before it stays."""
        if not self.asleep:
            yield
            return
        self.asleep = False
        try:
            yield
        finally:
            self.sleep()

    def sleep(self) -> None:
        """Forget everything, and remember nothing until woken."""
        self.asleep = True
        for table in (*self._filled.values(), *self._equations):
            table.clear()
        self._filled.clear()

    def forget(self, names: Iterable[str]) -> None:
        """Forget what could have read any of these fields or collections."""
        for name in names:
            for table in self._readers.get(name, ()):
                table.clear()


class KnownTraces(dict[tuple[Any, Any, int, bool], Any]):
    """Traces of definitions as a tracer keeps them, with who looked at what. It must note that while these are made."""

    def __init__(self) -> None:
        super().__init__()
        self._readers: dict[tuple[int, str], set[tuple[Any, Any, int, bool]]] = defaultdict(set)

    def __setitem__(self, key: tuple[Any, Any, int, bool], found: tuple[Any, dict[tuple[int, str], Fact]]) -> None:
        super().__setitem__(key, found)
        readers = self._readers
        for read in found[1]:
            readers[read].add(key)

    def forget(self, reads: Iterable[tuple[int, str]]) -> None:
        """Forget what looked at any of *reads*, each a fact by its identity with a field or collection of it."""
        for read in reads:
            for key in self._readers.pop(read, ()):
                self.pop(key, None)
