"""The agreement suite: what the evaluator says of a case is what the SQL says, whatever the rule and the figures."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")

from conftest import BOOK, NIGHT, ROOT

from checker.api import load_case, load_rules
from checker.authoring.examples import example_case
from checker.batch.findings import findings_of
from checker.batch.in_memory import judge_packed, put_plans, together
from checker.batch.population import columns
from checker.batch.run import Batch, Settings
from checker.engines.evaluator import evaluate
from checker.engines.sql.build import matches, pattern_for, render, text
from checker.engines.sql.days import in_force_by_day, values_of
from checker.engines.sql.plan import compile_plan
from checker.tables.packer import Packer
from checker.tables.warehouse import connect

EXAMPLES = load_rules(examples=True)


def by_sql(book, plan, cases, runner_of=None):
    """Return {(case, rule, subject): (outcome, amount, severity)} and the rules that were refused.

    `runner_of` makes an engine's runner of a connection to DuckDB that holds the cases; without one DuckDB runs.
    """
    packer = Packer(book.vocabulary)
    for case in cases:
        packer.seen.clear()
        packer.add(case)
    connection = connect()
    packer.load(connection)
    if plan.together:
        put_plans(connection, plan, {number: book.plan_of(case) for number, case in enumerate(cases)})
    runner = None
    if runner_of is not None:
        for entity in book.vocabulary.entities:
            connection.execute(f'CREATE VIEW "all_{entity}" AS SELECT * FROM "{entity}"')
        runner = runner_of(connection)
        runner.load()
        runner.show(list(range(len(cases))), partial(columns, None))
    compiled = compile_plan(plan, runner.dialect if runner else "duckdb")
    found = judge_packed(connection, book.vocabulary, compiled, runner)
    assert_the_same_in_a_batch(connection, book, plan, found, runner)
    connection.close()
    return found, {refused.rule.id for refused in compiled.refused}


def assert_the_same_in_a_batch(connection, book, plan, found, runner):
    """The statements that a batch runs say what those say that people read: of findings the amount and severity, too."""
    batch = Batch(connection, replace(book, rules={rule.id: rule for rule in plan.rules}), Settings(Path()), runner)
    batch.prepare()
    for statement in compile_plan(plan, batch.runner.dialect, lean=True).statements:
        assert batch.make("wide", statement)
        kept = {
            (number, rule, ident): (outcome, None if amount is None else int(amount), severity)
            for number, _, ident, rule, outcome, severity, amount, *_ in connection.execute(
                findings_of("wide", statement, book.vocabulary)
            ).fetchall()
        }
        columns = ", ".join(f'"{rule.id}"::VARCHAR' for rule in statement.rules)
        for number, ident, *outcomes in connection.execute(f"SELECT _case, _id, {columns} FROM wide").fetchall():
            for rule, outcome in zip(statement.rules, outcomes, strict=True):
                key = (number, rule.id, ident)
                assert found[key][0] == outcome, key
                if outcome in ("fail", "undetermined"):
                    assert kept.pop(key) == tuple(found[key]), key
        assert not kept


def by_evaluator(plan, cases, traced=True):
    return of_checks(cases, (check for case in cases for check in evaluate(plan, case, traced)))


def of_checks(cases, checks):
    """Return {(case, rule, subject): (outcome, amount, severity)} of checks; a case's number is its place in *cases*."""
    number = {id(case): at for at, case in enumerate(cases)}
    found = {}
    for check in checks:
        whole = check.subject is check.case.root and check.rule.entity != check.case.root.entity
        key = (number[id(check.case)], check.rule.id, "" if whole else check.subject.id)
        assert key not in found, key
        found[key] = (check.outcome, check.amount, check.severity)
    return found


def assert_same(book, plan, cases, runner_of=None, checks=None):
    """Compare both, and return the outcomes counted; on DuckDB with the tracer as a third, whose dissent is an error.

    Where *checks* are given, nothing else is compared.
    """
    theirs, refused = by_sql(book, plan, cases, runner_of)
    if checks is None:
        ours = by_evaluator(plan, cases, traced=runner_of is None)
    else:
        ours = of_checks(cases, checks)
        asked = {(number, rule) for number, rule, _ in ours}
        theirs = {key: value for key, value in theirs.items() if key[:2] in asked}
    ours = {key: value for key, value in ours.items() if key[1] not in refused}
    for number, case in enumerate(cases):
        assert not case.inferred, number
    assert theirs.keys() == ours.keys()
    for key, (outcome, amount, severity) in ours.items():
        assert theirs[key][0] == outcome, (key, outcome, theirs[key])
        if outcome in ("fail", "undetermined") and theirs[key][2] is not None:
            assert theirs[key][1:] == (amount, severity), (key, amount, severity, theirs[key])
    return Counter(outcome for outcome, _, _ in ours.values())


def test_every_rule_compiles():
    case = load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)
    for dialect in ("duckdb", "postgres", "spark"):
        compiled = compile_plan(BOOK.plan(case), dialect)
        assert not compiled.refused
        assert {r.id for s in compiled.statements for r in s.rules} == {r.id for r in BOOK.plan(case).rules}


@cache
def checks_of_examples():
    """Return the checks that the rule of each example makes of its case.

    Examples with an inference are the evaluator's alone; rules that look at other cases are in tests/batch/test_population.py.
    """
    checks = []
    for rule in EXAMPLES.rules.values():
        for example in () if rule.figures else rule.examples:
            case = example_case(EXAMPLES, rule, example)
            checks += () if case.inferred else evaluate(EXAMPLES.plan_of(case, example.rule or rule.id), case)
    return checks


@cache
def examples_by_plan():
    """Return few plans, with the cases of examples under each and the checks that their own rules make of them.

    A rule goes to a plan of another year or place that gives it the same parameters on the same days: an engine that is not told of
    several plans (`in_memory.put_plans`) judges all of a plan's cases by it alone.
    """
    alike = {}
    for check in checks_of_examples():
        plan = check.judge.plan
        alike.setdefault((plan.year, plan.jurisdiction, plan.level, plan.unit_kind), []).append(check)
    hosts = []
    for _, several in sorted(alike.items(), key=lambda item: -len(item[1])):
        homes = {}
        for check in several:
            rule, plan = check.rule, check.judge.plan
            if rule.id not in homes:
                own, open_ = takes(plan, rule), rule.id in plan.open
                fitting = (
                    h for h in hosts if h[1].get(rule.id, (rule, open_))[1] == open_ and takes(h[0], rule) == own
                )
                host = next(fitting, None)
                if host is None:
                    hosts.append(host := (plan, {}, []))
                host[1][rule.id], homes[rule.id] = (rule, open_), host
            homes[rule.id][2].append(check)
    return [
        (
            replace(
                plan,
                rules=tuple(rule for rule, _ in rules.values()),
                open={ident: ("budget_level",) for ident, (_, open_) in rules.items() if open_},
                compiled={},
            ),
            list({id(check.case): check.case for check in checks}.values()),
            checks,
        )
        for plan, rules, checks in hosts
    ]


def takes(plan, rule):
    """Return all that the outcome of *rule* in SQL takes from *plan*, but for whether it is known to bind."""
    names = sorted(rule.parameters_read(plan.book.definitions, True))
    values = tuple((name, tuple(values_of(plan, rule, name))) for name in names)
    return values if rule.as_of is None else (values, plan.days(rule), tuple(in_force_by_day(plan, rule)))


def test_every_example_comes_to_the_same_on_duckdb():
    counts = Counter()
    hosts = together(checks_of_examples(), stakes=True)
    assert len(hosts) < 5 < len(hosts[0][0].together)  # what differs by place and year is in one statement
    for plan, members in hosts:
        checks = [checks_of_examples()[at] for at in members]
        cases = list({id(check.case): check.case for check in checks}.values())
        counts += assert_same(EXAMPLES, plan, cases, checks=checks)
    assert min(counts[outcome] for outcome in ("pass", "fail", "undetermined", "not_applicable")) > 200


BY_DAY = 6
"""Of so many examples of the commonest year and place one is judged by all rules; under CHECKER_NIGHTLY all of every place."""


def test_rules_meet_the_facts_of_other_rules():
    """Every rule in force is asked of cases that were not made for it."""
    places = {}
    for _, cases, _ in examples_by_plan():
        for case in cases:
            plan = EXAMPLES.plan(case)
            key = plan.year, plan.jurisdiction, plan.level, plan.unit_kind
            rules, there = places.setdefault(key, ({}, []))
            rules.update((rule.id, rule) for rule in plan.rules)
            there.append((case, plan))
    counts = Counter()
    for rules, there in places.values() if NIGHT else [max(places.values(), key=lambda each: len(each[1]))]:
        chosen = there if NIGHT else there[::BY_DAY]
        counts += assert_same(
            EXAMPLES, replace(chosen[0][1], rules=tuple(rules.values()), compiled={}), [case for case, _ in chosen]
        )
    assert min(counts[outcome] for outcome in ("pass", "fail", "undetermined", "not_applicable")) > 20


GOLDEN_RULES = (
    "it-project-second-review",
    "addition-approved",
    "stated-growth",
    "open-tender-threshold",
    "contract-splitting",
    "overrun-hidden-in-total",
    "deviation-explained",
)


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_the_sql_is_as_it_was_read(dialect):
    """A new sqlglot, or a change of the compiler, shows as a difference here."""
    case = load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)
    compiled = compile_plan(BOOK.plan(case, lambda rule: rule in GOLDEN_RULES), dialect)
    made = "\n\n".join(f"-- {s.entity} {' '.join(s.keys)}\n{s.text};" for s in compiled.statements) + "\n"
    assert all(render(s.select.copy(), dialect) == s.text for s in compiled.statements)  # no part knows where it stands
    golden = ROOT / "tests" / "golden" / "sql" / f"{dialect}.sql"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(made.encode())
    assert made == golden.read_bytes().decode()  # as bytes: a carriage return stands in the blanks that folding drops
    quoted = r"'(?:[^'\\]|\\.)*'" if dialect == "spark" else "'[^']*'"
    bare = re.sub(rf"[a-z0-9]+\.[\"`*]|{quoted}", "", made, flags=re.DOTALL)
    assert "DOUBLE" not in bare and "FLOAT" not in bare and "." not in bare


@pytest.mark.parametrize(
    ("source", "subject"),
    [
        ("a.b", "a\nb"),
        ("b$", "ab\n"),
        ("b$", "ab\n\n"),
        ("^b", "a\nb"),
        ("[^x]y", "\ny"),
        (r"\d{2}", "１２"),
        (r"[\d\-]+", "-5"),
        (r"\w", "预"),
        (r"等(相关)?费用", "等相关费用"),
        (r"a\.b", "axb"),
        ("[.$^]", "$"),
    ],
)
def test_patterns_mean_the_same(source, subject):
    connection = connect()
    sql = render(matches(text(subject), pattern_for(source, "duckdb")), "duckdb")
    assert connection.execute(f"SELECT {sql}").fetchone()[0] is (re.search(source, subject, re.ASCII) is not None)
