"""Checks derived once more by DuckDB, in memory: what `checker rules test` holds the examples against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.base.errors import Text
from checker.base.frozen import changed
from checker.batch.population import put_beside
from checker.batch.runners import Runner, wide_columns
from checker.cases.case import Case
from checker.cases.vocabulary import Vocabulary
from checker.engines.outcome import OUTCOMES, Check, SecondVerdict
from checker.engines.sql.build import render
from checker.engines.sql.days import in_force_by_day, values_of
from checker.engines.sql.plan import AMOUNT, KIND, SEVERITY, Compiled, compile_texts, root_outcome
from checker.language.tree import EnumValue
from checker.rulebook.book import Plan
from checker.rulebook.rule import Rule
from checker.tables.packer import Packer
from checker.tables.warehouse import connect, quoted

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
    *wanted* of each case, nothing is said of the others; what a lean statement leaves out is not said. Raises duckdb.Error where DuckDB cannot run one, OverflowError
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

        rows = run(statement.text, wide_columns(statement, vocabulary))
        place = {column[0]: at for at, column in enumerate(rows.description)}
        case_at, id_at = place["_case"], place["_id"]
        told = {rule: (place[rule], place.get(rule + AMOUNT), place.get(rule + SEVERITY)) for rule in ids}
        for row in rows.fetchall():
            for rule in asked(row[case_at]):
                outcome, amount_at, severity_at = told[rule]
                amount = None if amount_at is None else row[amount_at]
                severity = None if severity_at is None else row[severity_at]
                judged = row[outcome], amount if amount is None else int(amount), severity
                note((row[case_at], rule, row[id_at]), judged)
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


def second_verdicts(checks: Sequence[Check]) -> list[SecondVerdict]:
    """Return what DuckDB makes of every check, in order; none where SQL cannot say (the reason tells why).

    A case with inferences is left to the evaluator, which alone can say what stands without them.
    """
    found = [SecondVerdict(None, False) for _ in checks]
    hosts = together(checks)
    for several in (hosts[:1], hosts[1:]):  # most checks are of one plan: the others need not read its cases
        packer, numbers = None, dict[int, int]()
        told: dict[int, Case] = {}
        for plan, members in several:
            packer = packer or Packer(plan.book.vocabulary)
            for at in members:
                if id(checks[at].case) not in numbers:
                    numbers[id(checks[at].case)] = len(numbers)
                    packer.seen.clear()  # examples are many units of one name
                    packer.add(checks[at].case)
                    told[numbers[id(checks[at].case)]] = checks[at].case
        if packer is not None:
            connection = connect()
            connection.execute(f"CREATE TYPE {KIND} AS ENUM ({', '.join(map(quoted, OUTCOMES))})")
            packer.load(connection)
            asked = {checks[at].rule.id: checks[at].rule for _, members in several for at in members}
            put_beside(connection, checks[0].judge.plan.book.vocabulary, asked.values(), told.items())
            for plan, members in several:
                for at, second in _verdicts(connection, plan, checks, members, numbers):
                    found[at] = second
            connection.close()
    return found


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

    Amounts, severities and natures come to the same only with *stakes*: nobody asks for them otherwise.

    Examples are of a rule each, of many years, places and kinds of unit. A rule goes to a plan of another year or place where
    that plan gives it the same parameters on the same days: its SQL is the same text then, and is made once.
    """
    alike: dict[tuple[Any, ...], list[int]] = {}
    for at, check in enumerate(checks):
        if not check.case.inferred:
            plan = check.judge.plan
            key = id(plan.book), plan.year, plan.jurisdiction, plan.level, plan.unit_kind
            alike.setdefault(key, []).append(at)
    hosts: list[_Host] = []
    for (book, *_), members in sorted(alike.items(), key=lambda item: -len(item[1])):
        homes: dict[str, _Host] = {}
        for at in members:
            rule, plan = checks[at].rule, checks[at].judge.plan
            host = homes.get(rule.id)
            if host is None:
                own = _read(plan, rule, stakes)
                fitting = (each for each in hosts if id(each.plan.book) == book and each.takes(rule, plan, own, stakes))
                host = next(fitting, None)
                if host is None:
                    host = _Host(plan)
                    hosts.append(host)
                homes[rule.id] = host
                host.rules[rule.id] = rule if stakes else changed(rule, amount=None, severity=_ANY, nature_by=None)
                if rule.id in plan.open:
                    host.open[rule.id] = plan.open[rule.id]
            host.members.append(at)
    return [
        (changed(host.plan, rules=tuple(host.rules.values()), open=host.open, compiled={}), host.members)
        for host in hosts
    ]


@dataclass
class _Host:
    """A plan that judges rules of others along with its own, and the checks that it judges."""

    plan: Plan
    rules: dict[str, Rule] = field(default_factory=dict)
    open: dict[str, tuple[str, ...]] = field(default_factory=dict)
    members: list[int] = field(default_factory=list)

    def takes(self, rule: Rule, plan: Plan, read: tuple[Any, ...], stakes: bool) -> bool:
        """Whether *rule* is the same here as under *plan*, where what it *read*s of the plan is known."""
        same = rule.id not in self.rules or (rule.id in self.open) == (rule.id in plan.open)
        return same and _read(self.plan, rule, stakes) == read


_ANY = EnumValue("severity", "low", type="enum:severity")


def _read(plan: Plan, rule: Rule, stakes: bool) -> tuple[Any, ...]:
    """Return all that the outcome of *rule* in SQL takes from *plan*, but for whether it is known to bind."""
    names = sorted(rule.parameters_read(plan.book.definitions, stakes))
    values = tuple((name, tuple(values_of(plan, rule, name))) for name in names)
    return values if rule.as_of is None else (values, plan.days(rule), tuple(in_force_by_day(plan, rule)))


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
