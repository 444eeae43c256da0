"""The agreement suite: what the evaluator says of a case is what the SQL says, whatever the rule and the figures."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")

from conftest import BOOK, ROOT

from checker.api import load_case, load_rules
from checker.authoring.examples import example_case
from checker.batch.findings import findings_of
from checker.batch.in_memory import judge_packed
from checker.batch.population import columns
from checker.batch.run import Batch, Settings
from checker.engines.evaluator import evaluate
from checker.engines.sql.build import matches, pattern_for, render, text
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
    found = {}
    for number, case in enumerate(cases):
        for check in evaluate(plan, case, traced):
            whole = check.subject is case.root and check.rule.entity != case.root.entity
            key = (number, check.rule.id, "" if whole else check.subject.id)
            assert key not in found, key
            found[key] = (check.outcome, check.amount, check.severity)
    return found


def assert_same(book, plan, cases, runner_of=None):
    """Compare both, and return the outcomes counted; on DuckDB with the tracer as a third, whose dissent is an error."""
    theirs, refused = by_sql(book, plan, cases, runner_of)
    evaluated = by_evaluator(plan, cases, traced=runner_of is None)
    ours = {key: value for key, value in evaluated.items() if key[1] not in refused}
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


MANY = 1000
"""Examples that one plan has to have for all of its rules to be asked of each; under CHECKER_NIGHTLY every plan has them."""


def examples_by_plan():
    """Return every example's case without inferences, by the plan it is judged by.

    A year or place of few examples is asked its own rules only: a plan of all rules takes ten seconds whatever the cases.
    On an ordinary day the year and place of most examples alone is asked all of its rules.
    Plans of one year and place that differ by what their cases mention share what they have in common.
    Rules that look at other cases are in tests/batch/test_population.py.
    """
    plans = {}
    for rule in EXAMPLES.rules.values():
        if rule.figures:
            continue
        for example in rule.examples:
            case = example_case(EXAMPLES, rule, example)
            plan = EXAMPLES.plan(case)
            if not case.inferred:
                cases, own = plans.setdefault(id(plan), (plan, ([], set())))[1]
                cases.append(case)
                own.add(example.rule or rule.id)
    places = {}
    for plan, (cases, own) in sorted(plans.values(), key=lambda each: -len(each[1][0])):
        key = plan.year, plan.jurisdiction, plan.level, plan.unit_kind
        first = places.setdefault(key, [(plan, [], set())])
        first[0][1].extend(cases)
        first[0][2].update(own)
        if first[0][0] is not plan:
            more = tuple(rule for rule in plan.rules if rule not in first[0][0].rules)
            first.append((replace(plan, rules=more), cases, {rule.id for rule in more}))
    for plan, cases, own in (each for several in places.values() for each in several):
        few = len(cases) < MANY and not os.environ.get("CHECKER_NIGHTLY")
        asked = tuple(rule for rule in plan.rules if rule.id in own) if few else plan.rules
        if asked:
            yield replace(plan, rules=asked), cases


def test_every_example_comes_to_the_same_on_duckdb():
    counts = Counter()
    for plan, cases in examples_by_plan():
        counts += assert_same(EXAMPLES, plan, cases)
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
