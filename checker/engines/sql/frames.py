"""Where the facts of an expression stand in SQL: one SELECT's tables, the joins that hops need, and aggregates beside it.

Related facts are never reached by a correlated subquery: each collection that rules speak of is grouped once, by the
fact it belongs to, and joined. A body that reads only the related fact is grouped over that table alone, so that all
rules share it; one that also reads the facts outside is grouped over their join. What is asked of a fact that many lead to is
worked out once for it (engines.sql.elsewhere).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sqlglot import exp

from checker.cases.vocabulary import Vocabulary
from checker.engines.sql import build as b
from checker.engines.sql.build import NotCompilable
from checker.engines.sql.dialects import dialect
from checker.engines.sql.reading import STAGE, STAGED, only_by_group, renamed, table
from checker.language.tree import Expr, Path
from checker.tables.schema import joins, relation_keys, state_column

SHORT = 30
"""Parts of an expression that is written out wherever it is needed; a longer one becomes a column of a stage."""
OFTEN = 4
"""The same for what many rules ask of one field: whether it is shown, the ends of its interval."""


Empty = frozenset[tuple[str, str]]
"""Columns of ids, by entity, that are known to list nothing in any row of the tables at hand."""


class Shape(NamedTuple):
    """What is known of a part of SQL: a number that equal parts share, its size, and the stage that it can be asked in."""

    number: int
    size: int
    stage: int
    node: Any
    """Held, since it is known by its identity."""


@dataclass(frozen=True)
class Frame:
    """One fact of an expression: its table's alias, its entity, and the way that led to it (none: the subject)."""

    alias: str
    entity: str
    table: str
    way: tuple[int, Path] | None = None
    grouped: bool = False


@dataclass
class Block:
    """One SELECT in the making: what it is FROM, what it joins, and for an aggregate its keys and columns."""

    statement: Statement
    name: str
    source: Any
    frames: tuple[Frame | None, ...]
    joined: dict[Any, tuple[str, str]] = field(default_factory=dict)
    joins: list[Any] = field(default_factory=list)
    keys: list[Any] = field(default_factory=list)
    columns: dict[int, tuple[str, Any]] = field(default_factory=dict)
    where: Any = None
    grouped_by: list[Any] = field(default_factory=list)
    """What an aggregate is grouped by, where that is not its keys."""
    besides: list[Any] = field(default_factory=list)
    """What an aggregate by groups says of these themselves, in place of its keys."""
    needs: dict[str, Block] = field(default_factory=dict)
    held: dict[int, tuple[str, Shape]] = field(default_factory=dict)
    """Columns of stages by the number of what they hold."""
    made: dict[Any, Any] = field(default_factory=dict)
    """What definitions come to here, by what it depends on."""
    picked: dict[int | None, Any] = field(default_factory=dict)
    """Short conditions, by number, that what is asked picks its facts by; under None, that something asks of all."""
    attached: dict[int, Block] = field(default_factory=dict)
    """What is joined, by the identity of the join, where it is made here."""
    led: int = 0
    """How many relations led from a subject to these facts, each row one of them; 0: a row for all facts of a key."""

    def frame(self, depth: int) -> Frame:
        """Return the fact at *depth*."""
        found = self.frames[depth] if 0 <= depth < len(self.frames) else None
        if found is None:
            raise AssertionError(f"no fact at depth {depth}")
        return found

    def seen(self, frames: tuple[Frame | None, ...]) -> Block:
        """Return this SELECT as an expression about *frames* sees it; joins, aggregates and columns are shared."""
        return self if self.frames == frames else replace(self, frames=frames)

    def root(self, frame: Frame | tuple[str, str]) -> tuple[str, str]:
        """Return alias and entity of the unit that a fact belongs to."""
        alias, entity = (frame.alias, frame.entity) if isinstance(frame, Frame) else frame
        root = self.statement.vocabulary.root.id
        if entity == root and not (isinstance(frame, Frame) and frame.grouped):
            return alias, root
        # one for each fact: of a fact that is not there (a line without a parent) there is no unit to ask
        return self._join(("root", alias), root, b.column("{}", "_case"), b.column(alias, "_case")), root

    def start(self, depth: int) -> tuple[str, str]:
        """Return alias and entity of the fact at *depth* (-1 the unit)."""
        if depth < 0:
            first = next(f for f in self.frames if f is not None)
            return self.root(first)
        frame = self.frame(depth)
        return frame.alias, frame.entity

    def hop(self, at: tuple[str, str], key: str) -> tuple[str, str]:
        """Follow one to-one relation from a fact."""
        alias, entity = at
        target, own = self.statement.leads(entity, key)
        if own == "_case":
            return self.root(at)
        return self._join((alias, key), target, b.column("{}", "_fact"), b.column(alias, own)), target

    def beyond(self, at: tuple[str, str], key: str, height: int) -> tuple[Block, str]:
        """Return the SELECT over the facts that one to-one relation leads to from facts like *at*, and its alias here."""
        alias, entity = at
        target, own = self.statement.leads(entity, key)
        block = self.statement.reached(entity, target, own, height, self.led + 1)
        return block, self.attach(block, [("k1", led_by(alias, own))])

    def _join(self, key: Any, table: str, theirs: Any, own: Any) -> str:
        found = self.joined.get(key)
        if found is None:
            alias = f"j{len(self.joined) + 1}"
            self.joined[key] = found = (alias, table)
            theirs.args["table"] = b.word(alias, False)
            self.joins.append(left_join(table, alias, b.compare("=", theirs, own)))
        return found[0]

    def attach(self, block: Block, pairs: list[tuple[str, Any]]) -> str:
        """Join the aggregate *block* on its key columns; returns its alias."""
        key = ("aggregate", block.name, *(self.statement.shape(own).number for _, own in pairs))
        if key not in self.joined:
            alias = f"a{len(self.joined) + 1}"
            self.joined[key] = (alias, "")
            on = b.both(*(b.compare("=", b.column(alias, name), own) for name, own in pairs))
            self.joins.append(left_join(block.name, alias, on))
            self.attached[id(self.joins[-1])] = block
            self.needs[block.name] = block
        return self.joined[key][0]

    def shared(self, sql: Any, longer: int = SHORT) -> Any:
        """Return *sql*, or a column that holds it where it is *longer*: what an expression names twice must not grow twice."""
        shape = self.statement.shape(sql)
        if shape.size <= longer:
            return sql
        if shape.number not in self.held:
            self.held[shape.number] = f"v{len(self.held) + 1}", shape
        return self.statement.column_of_stage(self.held[shape.number][0], shape.stage + 1)

    def picks(self, condition: Any) -> None:
        """Note that something is asked of the facts that meet *condition* only; of all of them where there is none."""
        shape = None if condition is None else self.statement.shape(condition)
        if shape is None or shape.stage or shape.size > SHORT:
            self.picked[None] = None
        else:
            self.picked[shape.number] = condition

    def value(self, sql: Any) -> str:
        """Return the name of the column of this aggregate that holds *sql*, added when it is new."""
        number = self.statement.shape(sql).number
        if number not in self.columns:
            self.columns[number] = (f"c{len(self.columns) + 1}", sql)
        return self.columns[number][0]

    def select(self) -> Any:
        """Return the finished SELECT of an aggregate, or of facts that others lead to."""
        if (
            self.picked and None not in self.picked and not self.grouped_by
        ):  # a group without facts says what one without such facts says
            some = b.either(*(b.coalesce(condition.copy(), b.truth(True)) for condition in self.picked.values()))
            self.where = some if self.where is None else b.both(self.where, some)
        made = self.staged(
            [
                *(self.besides or [b.named(key, f"k{n}", quoted=False) for n, key in enumerate(self.keys, 1)]),
                *(b.named(sql, name, quoted=False) for name, sql in self.columns.values()),
            ]
        )
        if not self.led:
            made.set("group", exp.Group(expressions=list(self.grouped_by or self.keys)))
        return made

    def staged(self, columns: list[Any]) -> Any:
        """Return SELECT *columns* over the facts, or over as many stages of them as the shared columns need; once.

        The first stage holds what is read of the tables, each later one adds what rests on those before. A database
        works each column out once, and plans in time that grows with the length of the text.
        """
        if not self.held:
            return self._over(columns, self.source, self._read_from(), self.where)
        read = renamed([*columns, *self.keys, *self.grouped_by, *(shape.node for _, shape in self.held.values())])
        made = self._over(read, self.source, self._read_from(), self.where)
        shapes = [shape.stage for _, shape in self.held.values()]
        for stage in sorted(set(shapes)):
            added = [
                b.named(shape.node, name, quoted=False) for name, shape in self.held.values() if shape.stage == stage
            ]
            all_before = exp.Column(this=exp.Star(), table=exp.Identifier(this=STAGE, quoted=False))
            made = self._over([all_before, *added], self._fenced(made))
        return self._over(columns, self._fenced(made))

    def _read_from(self) -> list[Any]:
        """Return the joins but those that nothing is read from, each of one row at most."""
        return [join for join in self.joins if id(join) not in self.attached or self.attached[id(join)].columns]

    def _over(self, columns: list[Any], source: Any, joins: Iterable[Any] = (), where: Any = None) -> Any:
        made = exp.Select(expressions=columns)
        made.set("from_", exp.From(this=source))
        made.set("joins", list(joins))
        if where is not None:
            made.set("where", exp.Where(this=where))
        return made

    def _fenced(self, select: Any) -> Any:
        """Return *select* as a table, fenced where the dialect would otherwise write its columns out wherever they are named."""
        if dialect(self.statement.dialect).fences:
            select.set("offset", exp.Offset(expression=b.integer(0)))
        return exp.Subquery(this=select, alias=exp.TableAlias(this=exp.Identifier(this=STAGE, quoted=False)))


OWN = "groups_own"
"""The table of groups as their facts make them."""


def led_by(alias: str, own: str) -> Any:
    """Return the number of the fact that a column names; where it names none, one that no fact has."""
    return b.coalesce(b.column(alias, own), b.integer(-1))


def left_join(name: str, alias: str, on: Any, side: str = "LEFT") -> Any:
    """Return LEFT (or inner) JOIN name AS alias ON on."""
    made = exp.Join(this=table(name, alias), on=on)
    if side:
        made.set("side", side)
    return made


class Statement:
    """What the SELECTs of one statement share: the vocabulary, the dialect, the aggregates made so far."""

    def __init__(self, vocabulary: Vocabulary, dialect: str, empty: Empty = frozenset()) -> None:
        self.vocabulary = vocabulary
        self.dialect = dialect
        self.empty = empty
        self.blocks: dict[Any, Block] = {}
        self.tables: dict[str, Any] = {}
        """CTEs that stand for groups and their members, by name."""
        self.grouping: Callable[[], tuple[str, Any, list[Any]]] | None = None
        """Gives, for groups, the table of their facts, which of these belong to a group, and what they agree in (as `c`)."""
        self.itself: Callable[[], list[Any]] | None = None
        """Gives the columns of a group itself, as the table of its facts has them."""
        self.once = ""
        """The aggregate over the facts of groups that is asked in the pass that makes these, which then hold its columns."""
        self.heights: dict[int, tuple[int, Expr]] = {}
        """Of expressions by their identity, each held with its own (RelatedSql.height)."""
        self._shapes: dict[int, Shape] = {}
        self._numbers: dict[Any, int] = {}

    def listed(self, at: tuple[str, str], column: str, name: str) -> Any:
        """Return whether a column of ids of the fact *at* lists *name*."""
        alias, entity = at
        return b.truth(False) if (entity, column) in self.empty else b.listed(b.column(alias, column), name)

    def shape(self, node: Any) -> Shape:
        """Return what is known of *node*; a part that stands in several places is looked at once."""
        shapes = self._shapes
        known = shapes.get(id(node))
        if known is not None:
            return known
        parts: list[Any] = [node.__class__]
        size, stage, tree = 1, 0, exp.Expression
        for key, value in node.args.items():
            if value is None or value is False:
                continue
            for each in value if value.__class__ is list else (value,):
                inner = shapes.get(id(each))
                if inner is None and isinstance(each, tree):
                    inner = self.shape(each)
                if inner is None:
                    parts += key, each.__class__, each
                    continue
                parts += key, inner.number
                size += inner.size
                if inner.stage > stage:
                    stage = inner.stage
        number = self._numbers.setdefault(tuple(parts), len(self._numbers))
        shapes[id(node)] = found = Shape(number, size, stage, node)
        return found

    def column_of_stage(self, name: str, stage: int) -> Any:
        """Return a shared column, which can be asked from *stage* on."""
        made = b.column(STAGED, name)
        self._shapes[id(made)] = self.shape(made)._replace(stage=stage)
        return made

    def subject(self, frame: Frame) -> Block:
        """Return a SELECT over the subjects."""
        return Block(self, "", table(frame.table, frame.alias), (frame,))

    def leads(self, entity: str, key: str) -> tuple[str, str]:
        """Return the entity that one to-one relation leads to, and the column that names which of its facts; "" the unit."""
        if not key:
            return self.vocabulary.root.id, "_case"
        known = self.vocabulary.entities[entity]
        if key == "^^" or (key == "^" and known.parent == self.vocabulary.root.id):
            return self.vocabulary.root.id, "_case"
        if key == "^":
            assert known.parent is not None
            return known.parent, "_owner"
        reference = known.fields.get(key)
        if reference is None or reference.ref is None:
            raise NotCompilable("这样的关联路径要逐案求值", "such a path is evaluated case by case")
        return reference.ref, key

    def reached(self, entity: str, target: str, own: str, height: int, led: int) -> Block:
        """Return a SELECT over what *entity* name by *own*, once however many name it: facts of *target*, and one that is not there.

        What needs it is of a greater *height* (RelatedSql.height), or the same and less far *led*: nothing needs itself.
        """
        name = ("reached", entity, own, height, led)
        if name not in self.blocks:
            named = exp.Select(expressions=[b.named(led_by("n", own), "k1", quoted=False)], distinct=exp.Distinct())
            named.set("from_", exp.From(this=table(entity, "n")))
            all_named = exp.Subquery(this=named, alias=exp.TableAlias(this=exp.Identifier(this="k", quoted=False)))
            made = Block(self, self._name(target), all_named, (Frame("c", target, target),), led=led)
            made.keys = [b.column("k", "k1")]
            number = b.column("c", "_case" if own == "_case" else "_fact")
            made.joins.append(left_join(target, "c", b.compare("=", number, b.column("k", "k1"))))
            self.blocks[name] = made
        return self.blocks[name]

    def related(self, outer: Block, depth: int, path: Path, correlated: bool, height: int) -> tuple[Block, str, Any]:
        """Return the aggregate over the facts along *path*, its alias in *outer*, and whether these are all there are.

        *height* is that of what is asked of each: one inside another is never the same, even over the same table.
        """
        at = outer.start(path.depth)
        group = outer.frames[path.depth] if path.depth >= 0 else None
        for key in path.hops[:-1]:
            at = outer.hop(at, key)
        alias, entity = at
        key = path.hops[-1]
        complete = b.compare("=", b.column(alias, state_column(key)), b.text("complete"))
        if group is not None and group.grouped and key == "members":
            inner, theirs, own = f"{group.table}_members", "_group", "_fact"
        else:
            if key not in relation_keys(self.vocabulary.entities[entity], self.vocabulary):
                raise NotCompilable("路径的最后一步不是一对多", "the last step of the path is not to many")
            ways = joins(entity, key, self.vocabulary)
            if len(ways) != 1:
                raise NotCompilable("这个关联有几种来路", "this relation is made up of several")
            inner, theirs, own = ways[0]
        child = Frame("c", path.entity, inner, (depth, path))
        if not correlated:
            block = self._alone(child, theirs, depth, height)
            return block, outer.attach(block, [("k1", b.column(alias, own))]), complete
        block = self._beside(outer, child, path, theirs, own, height)
        pairs = [(f"k{n}", b.column(f.alias, "_fact")) for n, f in enumerate((f for f in outer.frames if f), 1)]
        return block, outer.attach(block, pairs), complete

    def _alone(self, child: Frame, theirs: str, depth: int, height: int) -> Block:
        name = (child.table, theirs, height)
        if name not in self.blocks:
            made = Block(self, self._name(child.table), table(child.table, "c"), ())
            made.keys = [b.column("c", theirs)]
            made.where = b.known(b.column("c", theirs))
            if (
                theirs == "_group" and self.grouping is not None
            ):  # in one pass: a group's number is the least of its facts'
                of, made.where, made.grouped_by = self.grouping()
                made.source, made.keys = table(of, "c"), [exp.Min(this=b.column("c", "_fact"))]
            self.blocks[name] = made
        return self.blocks[name].seen((*(None,) * depth, child))

    def _beside(self, outer: Block, child: Frame, path: Path, theirs: str, own: str, height: int) -> Block:
        name = (tuple(f and (f.table, f.way) for f in outer.frames), path.depth, path.hops, height)
        if name in self.blocks:
            return self.blocks[name]
        made = Block(self, self._name(child.table), None, ())
        self.blocks[name] = made
        for place, frame in enumerate((*outer.frames, child)):
            if frame is None:
                made.frames = (*made.frames, None)
                continue
            alias = f"f{place}"
            if made.source is None:
                made.source = table(frame.table, alias)
            else:
                assert frame.way is not None
                self._chain(made, frame, alias, theirs if frame is child else None, own)
            made.frames = (*made.frames, Frame(alias, frame.entity, frame.table, frame.way, frame.grouped))
        made.keys = [b.column(f.alias, "_fact") for f in made.frames[:-1] if f is not None]
        return made

    def _chain(self, made: Block, frame: Frame, alias: str, theirs: str | None, own: str) -> None:
        """Join the facts along the way of *frame* to what *made* holds already."""
        assert frame.way is not None
        path = frame.way[1]
        at = made.start(path.depth)
        for key in path.hops[:-1]:
            at = made.hop(at, key)
        if theirs is None:
            if frame.table.endswith("_members"):
                theirs, own = "_group", "_fact"
            else:
                _, theirs, own = joins(at[1], path.hops[-1], self.vocabulary)[0]
        on = b.compare("=", b.column(alias, theirs), b.column(at[0], own))
        made.joins.append(left_join(frame.table, alias, on, ""))

    def _name(self, of: str) -> str:
        """Return the name of a new table, which no kind of fact has."""
        name = f"{of}_{len(self.blocks) + 1}"
        while name in self.vocabulary.entities:
            name += "_"
        return name

    def ctes(self, *wanted: Block) -> list[tuple[str, Any]]:
        """Return the aggregates that *wanted* need, each after those it needs itself."""
        needed: dict[str, Block] = {}

        def visit(block: Block) -> None:
            for other in block.needs.values():
                if other.name not in needed and other.columns:
                    visit(other)
                    needed[other.name] = other

        for block in wanted:
            visit(block)
        found: dict[str, Any] = dict(self.tables)
        with_groups = None if self.itself is None else only_by_group(needed, self.itself())
        for name, block in needed.items():
            if block is with_groups and self.itself is not None:
                self.once, block.besides = name, self.itself()
                found[OWN] = block.select()
            else:
                found[name] = block.select()
        return list(found.items())
