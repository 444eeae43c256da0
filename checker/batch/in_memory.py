"""Checks derived once more by DuckDB, in memory: what `checker rules test` holds the examples against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.base.errors import Text
from checker.base.frozen import changed
from checker.batch.population import put_beside
from checker.batch.runners import Runner, wide_columns
from checker.cases.vocabulary import Vocabulary
from checker.engines.outcome import Check, SecondVerdict
from checker.engines.sql.build import render
from checker.engines.sql.plan import AMOUNT, SEVERITY, Compiled, compile_texts, root_outcome
from checker.rulebook.book import Plan
from checker.tables.packer import Packer
from checker.tables.warehouse import connect

Judged = tuple[str, int | None, str | None]
"""An outcome, the amount at stake in fen, the severity."""


def judge_packed(
    connection: Any, vocabulary: Vocabulary, compiled: Compiled, runner: Runner | None = None
) -> dict[tuple[int, str, str], Judged]:
    """Return what a compiled plan makes of every case packed in *connection*, by case number, rule and subject.

    The subject of a check about a whole collection is "". A *runner* runs the statements elsewhere. Raises duckdb.Error
    where DuckDB cannot run one, OverflowError where a runner cannot.
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
        rows = run(statement.text, wide_columns(statement, vocabulary))
        names = [column[0] for column in rows.description]
        for values in rows.fetchall():
            row = dict(zip(names, values, strict=True))
            for rule in statement.rules:
                amount = row[rule.id + AMOUNT]
                judged = row[rule.id], amount if amount is None else int(amount), row[rule.id + SEVERITY]
                note((row["_case"], rule.id, row["_id"]), judged)
        if statement.keys:
            lacking = " OR ".join(f'"{key}" IS NULL' for key in statement.keys)
            stray = connection.execute(f'SELECT _case, _id FROM "{statement.entity}" WHERE {lacking}').fetchall()
            for number, ident in stray:
                note((number, statement.rules[0].id, ident), ("undetermined", None, None))
        select = root_outcome(statement.entity, vocabulary, bool(statement.keys))
        if select is not None:
            whole = run(render(select, compiled.dialect), [("_case", "INTEGER"), ("outcome", "VARCHAR")])
            for number, outcome in whole.fetchall():
                for rule in statement.rules:
                    note((number, rule.id, ""), (outcome, None, None))
    return found


def second_verdicts(checks: Sequence[Check]) -> list[SecondVerdict]:
    """Return what DuckDB makes of every check, in order; none where SQL cannot say (the reason tells why).

    A case with inferences is left to the evaluator, which alone can say what stands without them.
    """
    numbers: dict[int, int] = {}
    plans: dict[int, list[int]] = {}
    packer: Packer | None = None
    for at, check in enumerate(checks):
        if check.case.inferred:
            continue
        if packer is None:
            packer = Packer(check.judge.plan.book.vocabulary)
        if id(check.case) not in numbers:
            numbers[id(check.case)] = len(numbers)
            packer.seen.clear()  # examples are many units of one name
            packer.add(check.case)
        plans.setdefault(id(check.judge.plan), []).append(at)
    found = [SecondVerdict(None, False) for _ in checks]
    if packer is None:
        return found
    connection = connect()
    packer.load(connection)
    own_rules = {check.rule.id: check.rule for check in checks}
    told = {numbers[id(check.case)]: check.case for check in checks if id(check.case) in numbers}
    put_beside(connection, checks[0].judge.plan.book.vocabulary, own_rules.values(), told.items())
    alike: dict[Any, list[list[int]]] = {}
    for members in plans.values():
        plan = checks[members[0]].judge.plan
        key = id(plan.book), plan.year, plan.jurisdiction, plan.level, plan.unit_kind
        alike.setdefault(key, []).append(members)
    for several in alike.values():
        own = [checks[members[0]].judge.plan for members in several]
        judged = _judged(connection, together(own)) if len(own) > 1 else None
        for plan, members in zip(own, several, strict=True):
            outcomes, reasons = judged or _judged(connection, plan) or ({}, dict.fromkeys(_ids(plan), LARGE))
            for at in members:
                check = checks[at]
                whole = check.subject is check.case.root and check.rule.entity != check.case.root.entity
                place = numbers[id(check.case)], check.rule.id, "" if whole else check.subject.id
                if check.rule.id in reasons:
                    found[at] = SecondVerdict(None, False, reasons[check.rule.id])
                else:
                    found[at] = SecondVerdict(outcomes.get(place, ("none", None, None))[0], False)
    connection.close()
    return found


LARGE = Text("有的数太大，SQL 放不下", "some figures are too large for SQL")


def _ids(plan: Plan) -> list[str]:
    return [rule.id for rule in plan.rules]


def together(plans: Sequence[Plan]) -> Plan:
    """Return the plan of all rules of several for one year, place, level and kind of unit: examples are of a rule each."""
    rules = {rule.id: rule for plan in plans for rule in plan.rules}
    open_ = {rule: headings for plan in plans for rule, headings in plan.open.items()}
    return changed(plans[0], rules=tuple(rules.values()), open=open_, compiled={})


def _judged(connection: Any, plan: Plan) -> tuple[dict[tuple[int, str, str], Judged], dict[str, Text]] | None:
    """Return what DuckDB makes of a plan, and why it says nothing of some rules; None where a figure is too large for it."""
    import duckdb

    compiled = compile_texts(plan, "duckdb")
    try:
        judged = judge_packed(connection, plan.book.vocabulary, compiled)
    except (duckdb.OutOfRangeException, duckdb.ConversionException):
        return None
    return judged, {refused.rule.id: refused.reason for refused in compiled.refused}
