"""Rules in force → SQL: one statement per kind of subject, one row per subject, three columns per rule.

The column named after a rule holds its outcome, ` amount` the fen at stake and ` severity` how grave it is. The outcome
is violation = when ∧ ¬unless ∧ ¬require under Kleene's logic, as the evaluator decides it. A rule that no SQL says
exactly is named with the reason and left to the evaluator; it never disappears.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from sqlglot import exp

from checker.base.errors import Text
from checker.base.frozen import changed
from checker.cases.vocabulary import Vocabulary
from checker.engines.outcome import SEVERITY_ORDER
from checker.engines.sql import build as b
from checker.engines.sql import dialects
from checker.engines.sql import numbers as n
from checker.engines.sql.build import NotCompilable
from checker.engines.sql.expressions import NUMBERS, SqlCompiler
from checker.engines.sql.frames import OFTEN, Block, Empty, Frame, Statement, left_join
from checker.engines.sql.groups import MEMBERS, found_with_the_groups, group_tables
from checker.engines.sql.plans import Plans
from checker.engines.sql.reading import narrow, only_read, table
from checker.engines.sql.signs import positive_fields
from checker.language.tree import Binary, EnumValue, Expr, Surely, Unary, walk
from checker.rulebook.book import Plan
from checker.rulebook.rule import Rule
from checker.tables.schema import state_column

AMOUNT, SEVERITY, NATURE = " amount", " severity", " nature"
"""What is appended to a rule's id for the columns beside its outcome; a nature only where it depends on the subject."""

KIND, GRAVITY = "outcome", "severity"
"""The names of DuckDB's types of outcomes and severities in a batch: one byte instead of a text."""


class Refused(NamedTuple):
    """A rule that is judged by the evaluator instead, and why."""

    rule: Rule
    reason: Text


@dataclass(frozen=True)
class SubjectStatement:
    """The statement for all rules of one kind of subject; `keys` are those of a group. Columns: see the module.

    A *lean* one is for a batch, which writes and reads its result: no column for what a rule always says or has not, one
    column for an amount that several rules state (`amount_of`), and instead of rolling amounts up it gives each
    subject's parent `_up` and whether all its parts are known `_parts`. What a subject is called is its `_label`, where
    facts of its kind have names.
    """

    entity: str
    keys: tuple[str, ...]
    rules: tuple[Rule, ...]
    select: Any

    dialect: str
    lean: bool = False
    amounts: Mapping[str, str] = field(default_factory=dict)
    stepped: tuple[tuple[str, str], ...] = ()
    """The steps, where no tree is kept."""

    def amount_of(self, rule: Rule) -> str:
        """Return the column that holds the amount of a rule."""
        return self.amounts.get(rule.id + AMOUNT, rule.id + AMOUNT)

    @cached_property
    def text(self) -> str:
        """The statement in its dialect."""
        if self.select is not None:
            return b.render(self.select, self.dialect, pretty=not self.lean)
        *tables, (_, last) = self.stepped
        within = ", ".join(f"{b.render(b.word(name), self.dialect)} AS ({text})" for name, text in tables)
        return f"WITH {within} {last}" if tables else last

    @cached_property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """The text as steps that are run one after the other: each table by its name, and last, without one, what is selected."""
        if self.stepped:
            return self.stepped
        within = self.select.args.get("with_") if dialects.dialect(self.dialect).stepwise else None
        parts = [(each.alias, each.this) for each in (within.expressions if within else ())]
        if within:
            self.select.set("with_", None)
        found = tuple(
            (name, b.render(each, self.dialect, pretty=not self.lean)) for name, each in (*parts, ("", self.select))
        )
        if within:
            self.select.set("with_", within)
        return found


@dataclass(frozen=True)
class Compiled:
    """Everything compiled for one plan and dialect."""

    plan: Plan
    dialect: str
    statements: tuple[SubjectStatement, ...]
    refused: tuple[Refused, ...]


def compile_plan(
    plan: Plan, dialect: str, refuse: Iterable[str] = (), most: int = 0, lean: bool = False, empty: Empty = frozenset()
) -> Compiled:
    """Compile every rule of *plan*, except those in *refuse* (rules that an engine has turned down).

    *most* is how many rules one statement may hold (0: all of a kind of subject); *lean* as in SubjectStatement. What is said of
    tables with columns that are *empty* does not ask them.
    """
    refused: dict[str, Refused] = {}
    turned_down = Text("引擎不接受这条规则的 SQL", "the engine does not accept the SQL of this rule")
    unwanted = set(refuse)
    by_subject: dict[tuple[str, tuple[str, ...]], list[Rule]] = {}
    for rule in plan.rules:
        if rule.id in unwanted:
            refused[rule.id] = Refused(rule, turned_down)
        else:
            by_subject.setdefault((rule.entity, rule.group.keys if rule.group else ()), []).append(rule)
    made = []
    plans = Plans(plan)
    parts = [
        (subject, rules[start : start + (most or len(rules))])
        for subject, rules in sorted(by_subject.items(), key=lambda item: item[0])
        for start in range(0, len(rules), most or len(rules))
    ]
    for (entity, keys), rules in parts:
        while rules:
            try:
                select, amounts = _statement(plans, dialect, rules, lean, empty)
            except NotCompilable as why:  # start again without it: it may have left half an aggregate behind
                bad = [rule for rule in rules if why.rule in ("", rule.id)]
                refused.update((rule.id, Refused(rule, why.reason)) for rule in bad)
                rules = [rule for rule in rules if rule not in bad]
                continue
            made.append(SubjectStatement(entity, keys, tuple(rules), select, dialect, lean, amounts))
            break
    return Compiled(plan, dialect, tuple(made), tuple(refused[r.id] for r in plan.rules if r.id in refused))


def compile_texts(
    plan: Plan, dialect: str, refuse: Iterable[str] = (), most: int = 0, lean: bool = False, empty: Empty = frozenset()
) -> Compiled:
    """Return what `compile_plan` makes of *plan*, as texts without trees; kept with the plan, once for all runs under it.

    A tree has a hundred times as many objects as its text has lines, and each garbage collection would look through them.
    """
    key = dialect, frozenset(refuse), most, lean, empty
    if key not in plan.statements:
        made = compile_plan(plan, *key)
        texts = tuple(replace(each, select=None, stepped=each.steps) for each in made.statements)
        plan.statements[key] = replace(made, statements=texts)
    found: Compiled = plan.statements[key]
    return found


def _statement(plans: Plans, dialect: str, rules: list[Rule], lean: bool, empty: Empty) -> tuple[Any, dict[str, str]]:
    """Return the SELECT that judges every subject of *rules*, which have the same kind of subject, and the columns of amounts."""
    vocabulary = plans.own.book.vocabulary
    first = rules[0]
    statement = Statement(vocabulary, dialect, empty)
    keys = first.group.keys if first.group else ()
    name = "groups" if keys else first.entity
    frame = Frame("s", first.entity, name, grouped=bool(keys))
    if keys:
        group_tables(statement, first.entity, keys, first.scope.confirmed)
    subject = statement.subject(frame)
    columns = [b.named(b.column("s", c), c) for c in ("_case", "_fact", "_id")]
    if lean and (label := label_of(first.entity, keys, vocabulary)):
        columns.append(b.named(b.column("s", label), "_label"))
    tree = vocabulary.entities[first.entity].tree
    for rule in rules:
        try:
            columns += _rule_columns(plans, rule, subject, dialect, lean)
        except NotCompilable as why:
            why.rule = rule.id
            raise
    columns, amounts = _stated_once(columns) if lean else (columns, {})
    rolled = rolled_up(first.entity, rules, vocabulary)
    if rolled and tree:
        parts = b.column("s", state_column(tree[2][0]))
        columns.append(b.named(b.column("s", tree[0]), "_up"))
        columns.append(b.named(b.compare("=", parts, b.text("complete")) if lean else parts, "_parts"))
    ctes = statement.ctes(subject)
    made = subject.staged(columns)
    if statement.once:
        made = found_with_the_groups(made, statement.once)
    if rolled and not lean:
        ctes.append(("judged", made))
        ctes.append(("parts", _parts(rolled)))
        made = _rolled_up(rules, rolled)
    if keys:
        ctes = only_read([*ctes, ("", made)], MEMBERS)[:-1]
    if dialects.dialect(dialect).picks:
        ctes = narrow([*ctes, ("", made)], vocabulary.root.id, vocabulary.entities, OFTEN) + ctes
    if ctes:
        made.set("with_", exp.With(expressions=[_cte(name, select) for name, select in ctes]))
    return made, amounts


def _stated_once(columns: list[Any]) -> tuple[list[Any], dict[str, str]]:
    """Return *columns* without amounts that an earlier one states, and which column holds each amount."""
    first: dict[Any, str] = {}
    amounts: dict[str, str] = {}
    kept = []
    for column in columns:
        if column.alias.endswith(AMOUNT):
            amounts[column.alias] = first.setdefault(column.this, column.alias)
        if amounts.get(column.alias, column.alias) == column.alias:
            kept.append(column)
    return kept, amounts


def _cte(name: str, select: Any) -> Any:
    return exp.CTE(this=select, alias=exp.TableAlias(this=exp.Identifier(this=name, quoted=True)))


def rolled_up(entity: str, rules: Iterable[Rule], vocabulary: Vocabulary) -> list[Rule]:
    """Return the rules whose amounts are rolled up: those about single facts of a tree that have an amount."""
    tree = vocabulary.entities[entity].tree
    return [rule for rule in rules if tree and not rule.group and rule.amount is not None]


def label_of(entity: str, keys: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    """Return the field that names a fact of *entity*; of groups by *keys* the party that is all they have in common, else none."""
    known = vocabulary.entities[entity]
    if keys:
        return keys[0] if keys[1:] == () and keys[0] in known.parties else None
    return known.label


def always(rule: Rule) -> str:
    """Return the severity that a rule always has; "" where it depends on the subject."""
    if isinstance(rule.severity, EnumValue):
        return rule.severity.value
    return highest(rule) if rule.severity.type == "null" else ""


def _rule_columns(plans: Plans, rule: Rule, at: Block, dialect: str, lean: bool) -> list[Any]:
    plan = plans.own
    compiler = SqlCompiler(
        plan.book.vocabulary, plan.book.definitions, lambda name: plans.values(rule, name), rule.as_of, dialect
    )
    kind = KIND if lean and dialects.dialect(dialect).small_types else ""
    outcome = _outcome(compiler, plans, rule, at, kind)
    compiler.positive = (None, frozenset())  # amounts are added up over all parts, findings or not
    found = [b.named(b.cast(outcome, "VARCHAR") if not kind else outcome, rule.id)]
    amount: Any = b.cast(exp.Null(), "wide")
    if rule.amount is not None:
        number = compiler.number(rule.amount, at)
        amount = number.sql if lean and not number.wide else n.widen(number).sql
        if number.scale:  # whole fen, towards zero, by an exact division
            unit = b.integer(10**number.scale)
            rest = exp.Mod(this=b.bracket(amount), expression=unit)
            amount = b.binary(exp.IntDiv, b.binary(exp.Sub, amount, rest), unit)
    if rule.amount is not None or not lean:
        found.append(b.named(amount, rule.id + AMOUNT))
    severity = (
        b.text(always(rule)) if always(rule) else b.coalesce(compiler.value(rule.severity, at), b.text(highest(rule)))
    )
    if not (lean and always(rule)):
        found.append(b.named(b.cast_to(severity, GRAVITY) if kind else b.cast(severity, "VARCHAR"), rule.id + SEVERITY))
    if rule.nature_by is not None:
        meant = b.coalesce(compiler.value(rule.nature_by, at), b.text(rule.nature))
        found.append(b.named(b.cast(meant, "VARCHAR"), rule.id + NATURE))
    return found


def highest(rule: Rule) -> str:
    """Return the gravest severity that a rule names: what an unknown one is taken for."""
    named = [v.value for v in walk(rule.severity) if isinstance(v, EnumValue) and v.enumeration == "severity"]
    return max(named, key=SEVERITY_ORDER.index, default="info")


def _outcome(compiler: SqlCompiler, plans: Plans, rule: Rule, at: Block, kind: str) -> Any:
    """Return the outcome; of what has no date, the one that every value which may apply leads to."""
    turns = plans.turns(rule)
    if not turns:
        return _outcome_of(compiler, plans, rule, at, kind)
    assert rule.as_of is not None
    dated = _outcome_of(compiler, plans, rule, at, kind)
    each = []
    for compiler.fixed in turns:
        compiler.positive = (None, frozenset())
        each.append(_outcome_of(compiler, plans, rule, at, kind))
    compiler.fixed = None
    same = b.both(*(b.compare("=", each[0], other) for other in each[1:]))
    open_ = b.cast_to(b.text("undetermined"), kind) if kind else b.text("undetermined")
    undated = b.case((same, each[0]), default=open_)
    return b.case((b.unknown(compiler.value(rule.as_of, at)), undated), default=dated)


def _outcome_of(compiler: SqlCompiler, plans: Plans, rule: Rule, at: Block, kind: str) -> Any:
    """Return the outcome, as a text or as a value of the type *kind*."""

    def said(outcome: str) -> Any:
        return b.cast_to(b.text(outcome), kind) if kind else b.text(outcome)

    plan = plans.own
    branches: list[tuple[Any, Any]] = []
    doubts: list[Any] = []

    def part(expr: Expr | None, settles: bool) -> None:
        """Add a condition that makes the rule not apply when it comes to *settles*."""
        if expr is not None:
            condition = at.shared(compiler.value(expr, at))
            branches.append((condition if settles else b.negate(condition), said("not_applicable")))
            doubts.append(_doubt(compiler, expr, condition, at))

    if rule.as_of is not None:
        force = plans.force(rule)
        applies = (
            compiler.by_day(force, at, b.truth)
            if compiler.fixed is None
            else compiler.by_plan({number: values[0][1] for number, values in force.items()}, at, b.truth)
        )
        branches.append((b.negate(applies), said("not_applicable")))
        doubts.append(b.unknown(applies))
    part(rule.when, False)
    # whoever is asked further is none whom the condition leaves out
    compiler.positive = (at, positive_fields(rule.when, plan.book.definitions))
    part(rule.unless, True)
    if rule.id in plan.open:  # whether it binds is not known: the evaluator's Judge.open
        return b.case(*branches, default=said("undetermined")) if branches else said("undetermined")
    if rule.indicator:
        doubts.append(b.unknown(_any_value(compiler, rule.require, at)))
        return b.case(*branches, (b.either(*doubts), said("undetermined")), default=said("pass"))
    met = at.shared(compiler.value(rule.require, at))
    branches.append((met, said("pass")))
    doubts.append(_doubt(compiler, rule.require, met, at))
    open_ = (b.either(*doubts), said("undetermined"))
    certain = rule.certain(plan.book.definitions, plan.book.vocabulary)
    if certain is None:
        return b.case(*branches, open_, default=said("fail"))
    # asked only of what fails by its printed figures: whether no rounded digit could turn it
    compiler.positive = (None, frozenset())
    asked = _to_ask(certain, True)
    sure = b.truth(True) if asked is None else compiler.value(asked, at)
    return b.case(*branches, open_, (sure, said("fail")), default=said("undetermined"))


def _to_ask(node: Expr, known: bool) -> Expr | None:
    """Return what is to be asked of intervals where *node* is *known* to be true or false by the printed figures.

    There a conjunction that holds holds in each part, and a part without a figure that was rounded says what it said.
    """
    if not any(isinstance(part, Surely) for part in walk(node)):
        return None
    if isinstance(node, Unary) and node.op == "not":
        inner = _to_ask(node.operand, not known)
        return None if inner is None else changed(node, operand=inner)
    if isinstance(node, Binary) and node.op == ("and" if known else "or"):
        left, right = _to_ask(node.left, known), _to_ask(node.right, known)
        if left is None or right is None:
            return right if left is None else left
        return changed(node, left=left, right=right)
    return node


def _doubt(compiler: SqlCompiler, node: Expr, made: Any, at: Block) -> Any:
    """Return whether *node*, compiled to *made*, is unknown: of a comparison of numbers, whether one of them is."""
    kinds = {node.left.type, node.right.type} if isinstance(node, Binary) and node.op in b.COMPARE else {""}
    if not isinstance(node, Binary) or not kinds <= {"ratio", *NUMBERS} - {"null"}:
        return b.unknown(made)
    numbers: list[n.Num] = []
    for side in (node.left, node.right):
        numbers += compiler.ratio(side, at) if "ratio" in kinds else [compiler.number(side, at)]
    return b.either(*(b.unknown(number.sql) for number in numbers if number.const is None))


def _any_value(compiler: SqlCompiler, expr: Expr, at: Block) -> Any:
    if expr.type == "ratio":
        found = compiler.ratio(expr, at)
        return b.case((b.known(found.d.sql), found.n.sql))
    if expr.type in ("number", "money", "percent", "figure", "null"):
        return compiler.number(expr, at).sql
    return compiler.value(expr, at)


# ---- roll-ups


def _parts(rules: list[Rule]) -> Any:
    """Return what the amounts of the parts of each parent that fail as well add up to."""
    columns = [b.named(b.column("p", "_up"), "_up")]
    for rule in rules:
        fails = b.compare("=", b.column("p", rule.id), b.text("fail"))
        amount = b.case((fails, b.column("p", rule.id + AMOUNT)))
        whole = b.compare("=", b.count_if(fails), exp.Count(this=amount))
        summed = b.case((whole, exp.Sum(this=amount)))
        columns.append(b.named(summed, rule.id + AMOUNT))
    made = exp.Select(expressions=columns)
    made.set("from_", exp.From(this=table("judged", "p")))
    made.set("where", exp.Where(this=b.known(b.column("p", "_up"))))
    made.set("group", exp.Group(expressions=[b.column("p", "_up")]))
    return made


def _rolled_up(rules: list[Rule], rolled: list[Rule]) -> Any:
    """Return the judged subjects; a failing parent whose amount is just its failing parts' has the amount 0 (design 11)."""
    columns = [b.named(b.column("s", c), c) for c in ("_case", "_fact", "_id")]
    for rule in rules:
        columns.append(b.named(b.column("s", rule.id), rule.id))
        amount = b.column("s", rule.id + AMOUNT)
        if rule in rolled:
            folded = b.both(
                b.compare("=", b.column("s", rule.id), b.text("fail")),
                b.compare("=", b.column("s", "_parts"), b.text("complete")),
                b.compare("=", b.column("p", rule.id + AMOUNT), amount),
            )
            amount = b.case((folded, b.cast(b.integer(0), "wide")), default=amount)
        columns.append(b.named(amount, rule.id + AMOUNT))
        columns.append(b.named(b.column("s", rule.id + SEVERITY), rule.id + SEVERITY))
        if rule.nature_by is not None:
            columns.append(b.named(b.column("s", rule.id + NATURE), rule.id + NATURE))
    made = exp.Select(expressions=columns)
    made.set("from_", exp.From(this=table("judged", "s")))
    made.set("joins", [left_join("parts", "p", b.compare("=", b.column("p", "_up"), b.column("s", "_fact")))])
    return made


def root_outcome(entity: str, vocabulary: Vocabulary, grouped: bool) -> Any | None:
    """Return the SELECT of the checks about whole collections: _case and outcome, one row per unit that has one.

    None for rules about units, which always have their subject.
    """
    if vocabulary.entities[entity].parent is None:
        return None
    state = b.column("u", state_column(entity))
    counted = exp.Select(expressions=[b.named(b.column("c", "_case"), "_case")])
    counted.set("from_", exp.From(this=table(entity, "c")))
    counted.set("group", exp.Group(expressions=[b.column("c", "_case")]))
    open_ = b.unknown(state)
    if not grouped:
        open_ = b.either(open_, b.compare("=", state, b.text("partial")))
    empty = b.both(b.compare("=", state, b.text("complete")), b.unknown(b.column("c", "_case")))
    outcome = b.case((open_, b.text("undetermined")), (empty, b.text("not_applicable")))
    made = exp.Select(
        expressions=[
            b.named(b.column("u", "_case"), "_case"),
            b.named(b.cast(outcome, "VARCHAR"), "outcome", quoted=False),
        ]
    )
    made.set("from_", exp.From(this=table(vocabulary.root.id, "u")))
    on = b.compare("=", b.column("c", "_case"), b.column("u", "_case"))
    made.set("joins", [left_join("counted", "c", on)])
    made.set("where", exp.Where(this=b.either(open_, empty)))
    made.set("with_", exp.With(expressions=[_cte("counted", counted)]))
    return made
