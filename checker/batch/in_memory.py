"""Checks derived once more by DuckDB, in memory: what `checker rules test` holds the examples against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.base.errors import Text
from checker.base.frozen import changed
from checker.batch.population import put_beside
from checker.batch.runners import Runner, wide_columns
from checker.cases.vocabulary import Vocabulary
from checker.engines.outcome import OUTCOMES, Check, SecondVerdict
from checker.engines.sql.build import render
from checker.engines.sql.plan import AMOUNT, KIND, SEVERITY, Compiled, SubjectStatement, compile_texts, root_outcome
from checker.engines.sql.plans import PLAN
from checker.language.tree import EnumValue
from checker.rulebook.book import Plan
from checker.rulebook.rule import Rule
from checker.tables.packer import Packer
from checker.tables.warehouse import connect, name, quoted

Judged = tuple[str, int | None, str | None]
"""An outcome, the amount at stake in fen, the severity."""


def judge_packed(
    connection: Any,
    vocabulary: Vocabulary,
    compiled: Compiled,
    runner: Runner | None = None,
    wanted: Mapping[int, Collection[str]] | None = None,
) -> dict[tuple[int, str, str], Judged]:
    """Return what a compiled plan makes of every case packed in *connection*, by case number, rule and subject.

    The subject of a check about a whole collection is "". A *runner* runs the statements elsewhere. Where only some rules are
    *wanted* of each case, nothing is said of the others, nor of amounts and severities; what a lean statement leaves out is not said. Raises duckdb.Error where DuckDB cannot run one, OverflowError
    where a runner cannot.
    """

    def run(text: str, columns: list[tuple[str, str]]) -> Any:
        if runner is None:
            return connection.execute(text)
        if not runner.create("judged", text, columns):
            raise OverflowError("a figure is too large for SQL")
        return connection.execute("SELECT * FROM judged")

    found: dict[tuple[int, str, str], Judged] = {}

    def note(key: tuple[int, str, str], judged: Judged) -> None:
        if key in found:
            raise AssertionError(f"judged twice: {key}")
        found[key] = judged

    for statement in compiled.statements:
        ids = dict.fromkeys(rule.id for rule in statement.rules)

        def asked(number: int, ids: Mapping[str, None] = ids) -> Iterable[str]:
            """Return which rules of the statement are asked of a case: of an example one, of some hundreds."""
            return ids if wanted is None else [rule for rule in wanted.get(number, ()) if rule in ids]

        if wanted is not None:
            for key, judged in _of_wanted(connection, statement, wanted):
                note(key, judged)
        rows = run(statement.text, wide_columns(statement, vocabulary)) if wanted is None else None
        place = {} if rows is None else {column[0]: at for at, column in enumerate(rows.description)}
        told = {rule: (place[rule], place.get(rule + AMOUNT), place.get(rule + SEVERITY)) for rule in ids if place}
        for row in () if rows is None else rows.fetchall():
            for rule, (outcome, amount_at, severity_at) in told.items():
                amount = None if amount_at is None else row[amount_at]
                severity = None if severity_at is None else row[severity_at]
                judged = row[outcome], amount if amount is None else int(amount), severity
                note((row[place["_case"]], rule, row[place["_id"]]), judged)
        if statement.keys:
            lacking = " OR ".join(f'"{key}" IS NULL' for key in statement.keys)
            stray = connection.execute(f'SELECT _case, _id FROM "{statement.entity}" WHERE {lacking}').fetchall()
            for number, ident in stray:
                for rule in asked(number):
                    note((number, rule, ident), ("undetermined", None, None))
        select = root_outcome(statement.entity, vocabulary, bool(statement.keys))
        if select is not None:
            whole = run(render(select, compiled.dialect), [("_case", "INTEGER"), ("outcome", "VARCHAR")])
            for number, outcome in whole.fetchall():
                for rule in asked(number):
                    note((number, rule, ""), (outcome, None, None))
    return found


def _of_wanted(
    connection: Any, statement: SubjectStatement, wanted: Mapping[int, Collection[str]]
) -> Iterator[tuple[tuple[int, str, str], Judged]]:
    """Yield the outcomes that are asked of a statement: of a row in some hundred columns mostly one."""
    place = {rule.id: at for at, rule in enumerate(statement.rules, 1)}
    asked = [(number, place[rule]) for number, rules in wanted.items() for rule in rules if rule in place]
    outcomes = ", ".join(f"t.{name(rule)}" for rule in place)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE asked AS SELECT UNNEST(?::INTEGER[]) AS number, UNNEST(?::INTEGER[]) AS at",
        [*map(list, zip(*asked, strict=True))],
    )
    rules = list(place)
    rows = connection.execute(
        f"SELECT t._case, t._id, w.at, ([{outcomes}])[w.at] FROM ({statement.text}) t JOIN asked w ON w.number = t._case"
    )
    for number, subject, at, outcome in rows.fetchall():
        yield (number, rules[at - 1], subject), (outcome, None, None)


def second_verdicts(checks: Sequence[Check]) -> list[SecondVerdict]:
    """Return what DuckDB makes of every check, in order; none where SQL cannot say (the reason tells why).

    A case with inferences is left to the evaluator, which alone can say what stands without them.
    """
    found = [SecondVerdict(None, False) for _ in checks]
    for plan, members in together(checks):
        packer = Packer(plan.book.vocabulary)
        numbers: dict[int, int] = {}
        told: dict[int, Check] = {}
        for at in members:
            if id(checks[at].case) not in numbers:
                numbers[id(checks[at].case)] = len(numbers)
                packer.seen.clear()  # examples are many units of one name
                packer.add(checks[at].case)
                told[numbers[id(checks[at].case)]] = checks[at]
        connection = connect()
        connection.execute(f"CREATE TYPE {KIND} AS ENUM ({', '.join(map(quoted, OUTCOMES))})")
        packer.load(connection)
        put_beside(connection, plan.book.vocabulary, plan.rules, ((n, check.case) for n, check in told.items()))
        put_plans(connection, plan, {number: check.judge.plan for number, check in told.items()})
        for at, second in _verdicts(connection, plan, checks, members, numbers):
            found[at] = second
        connection.close()
    return found


def put_plans(connection: Any, plan: Plan, own: Mapping[int, Plan]) -> None:
    """Put the number of the plan of each case (its *own*, by its number) beside its unit, among those that *plan* judges together."""
    known = {_place(each): number for number, (each, _) in enumerate(plan.together)}
    table = name(plan.book.vocabulary.root.id)
    connection.execute(f"ALTER TABLE {table} ADD COLUMN {name(PLAN)} INTEGER")
    connection.execute(
        f"UPDATE {table} t SET {name(PLAN)} = p.plan FROM (SELECT UNNEST(?::INTEGER[]) AS number, UNNEST(?::INTEGER[]) AS plan) p "
        "WHERE t._case = p.number",
        [list(own), [known[_place(each)] for each in own.values()]],
    )


def _verdicts(
    connection: Any, plan: Plan, checks: Sequence[Check], members: Iterable[int], numbers: Mapping[int, int]
) -> Iterator[tuple[int, SecondVerdict]]:
    """Yield what DuckDB makes of these *members* of *checks*, whose cases are packed under these *numbers*."""
    by_rule: dict[str, list[int]] = {rule.id: [] for rule in plan.rules}
    wanted: dict[int, set[str]] = {}
    for at in members:
        by_rule[checks[at].rule.id].append(at)
        wanted.setdefault(numbers[id(checks[at].case)], set()).add(checks[at].rule.id)
    judged = _judged(connection, plan, wanted)
    for rule in plan.rules:  # where a figure is too large, which rule it is of is found one by one
        own = judged or _judged(connection, changed(plan, rules=(rule,), compiled={}), wanted)
        outcomes, reasons = own or ({}, {rule.id: LARGE})
        for at in by_rule[rule.id]:
            check = checks[at]
            whole = check.subject is check.case.root and rule.entity != check.case.root.entity
            place = numbers[id(check.case)], rule.id, "" if whole else check.subject.id
            verdict = None if rule.id in reasons else outcomes.get(place, ("none", None, None))[0]
            yield at, SecondVerdict(verdict, False, reasons.get(rule.id))


LARGE = Text("有的数太大，SQL 放不下", "some figures are too large for SQL")


def together(checks: Sequence[Check], stakes: bool = False) -> list[tuple[Plan, list[int]]]:
    """Return few plans under which all checks of cases without inferences are judged, and which checks under each.

    Examples are of a rule each, of many years, places and kinds of unit: what differs between their plans are values of parameters, of
    which the number of its own plan (`put_plans`) tells each case which hold. Amounts, severities and natures come to the same only
    with *stakes*: nobody asks for them otherwise.
    """
    hosts: list[_Host] = []
    for at, check in enumerate(checks):
        if not check.case.inferred:
            host = next((each for each in hosts if each.takes(check)), None)
            if host is None:
                host = _Host(check.judge.plan)
                hosts.append(host)
            host.take(at, check, stakes)
    return [(host.whole(), host.members) for host in hosts]


@dataclass
class _Host:
    """A plan that judges what is asked under others along with its own, and the checks that it judges."""

    plan: Plan
    rules: dict[str, Rule] = field(default_factory=dict)
    open: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asked: dict[tuple[Any, ...], tuple[Plan, set[str]]] = field(default_factory=dict)
    members: list[int] = field(default_factory=list)

    def takes(self, check: Check) -> bool:
        """Whether the rule of a check is known to bind here where it is so under the plan of its case."""
        plan, rule = check.judge.plan, check.rule.id
        same = rule not in self.rules or (rule in self.open) == (rule in plan.open)
        return plan.book is self.plan.book and same

    def take(self, at: int, check: Check, stakes: bool) -> None:
        """Add the check at a place of the list."""
        plan, rule = check.judge.plan, check.rule
        if rule.id not in self.rules:
            self.rules[rule.id] = rule if stakes else changed(rule, amount=None, severity=_ANY, nature_by=None)
            if rule.id in plan.open:
                self.open[rule.id] = plan.open[rule.id]
        self.asked.setdefault(_place(plan), (plan, set()))[1].add(rule.id)
        self.members.append(at)

    def whole(self) -> Plan:
        """Return the plan of all that was added."""
        asked = tuple((plan, frozenset(rules)) for plan, rules in self.asked.values())
        return changed(self.plan, rules=tuple(self.rules.values()), open=self.open, together=asked, compiled={})


_ANY = EnumValue("severity", "low", type="enum:severity")


def _place(plan: Plan) -> tuple[Any, ...]:
    """Return what decides which values of parameters hold under a plan."""
    return plan.year, plan.jurisdiction, plan.level, plan.unit_kind


def _judged(
    connection: Any, plan: Plan, wanted: Mapping[int, Collection[str]]
) -> tuple[dict[tuple[int, str, str], Judged], dict[str, Text]] | None:
    """Return what DuckDB makes of a plan, and why it says nothing of some rules; None where a figure is too large for it."""
    import duckdb

    compiled = compile_texts(plan, "duckdb", lean=True)
    try:
        judged = judge_packed(connection, plan.book.vocabulary, compiled, wanted=wanted)
    except (duckdb.OutOfRangeException, duckdb.ConversionException):
        return None
    return judged, {refused.rule.id: refused.reason for refused in compiled.refused}
