"""The agreement suite on a real PostgreSQL, which is started here, and `checker run --engine postgres`."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")
pytest.importorskip("psycopg")

import duckdb
import psycopg
from conftest import BOOK, NIGHT
from hypothesis import given
from hypothesis import strategies as st
from support.named_groups import MERGED, decide, grouping, named_cases
from support.named_groups import RULES as GROUPS
from support.populations import LINKED, agree, by_sql, by_statements, linked_cases, of_one_plan, random_cases, rules_in
from support.populations import RULES as POPULATION
from support.populations import by_evaluator as population_by_evaluator
from test_batch import SOME, cases, expected, ledger_of, run, tables  # noqa: F401 - fixtures
from test_sql import EXAMPLES, assert_same, examples_by_plan
from test_sql_random import CASES, DRAWN, RULES, made_up

from checker.base.errors import InputError
from checker.batch.population import columns
from checker.batch.postgres import PostgresRunner, connect
from checker.tables.packer import Packer

PLACES = [Path(p) for p in os.environ.get("PATH", "").split(os.pathsep)]
PLACES += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
BIN = next((place for place in PLACES if (place / "initdb").exists() and (place / "postgres").exists()), None)
pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(BIN is None or sys.platform == "win32", reason="no PostgreSQL server is installed (initdb)"),
]


def as_owner():
    """Return who runs the server: it refuses to be root's."""
    if os.geteuid() != 0:
        return {}
    import pwd

    for user in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            found = pwd.getpwnam(user)
            return {"user": found.pw_uid, "group": found.pw_gid}
    pytest.skip("root, and no other user to run the server as")
    return {}


@pytest.fixture(scope="module")
def dsn():
    owner = as_owner()
    place = Path(tempfile.mkdtemp(prefix="pg"))  # a socket's path must be short
    if owner:
        os.chown(place, owner["user"], owner["group"])
    data, log = place / "data", place / "log"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/", **owner}
    make = [BIN / "initdb", "-D", data, "-U", "checker", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
    subprocess.run(make, check=True, timeout=120, **quiet)
    options = f"-k {place} -c listen_addresses= -c fsync=off -c max_connections=20"
    start = [BIN / "pg_ctl", "-D", data, "-l", log, "-w", "-t", "60", "-o", options, "start"]
    subprocess.run(start, check=True, timeout=90, **quiet)
    try:
        yield f"host={place} user=checker dbname=postgres"
    finally:
        subprocess.run([BIN / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], timeout=60, **quiet)
        shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def runner_of(dsn, tmp_path):
    servers = []

    def made(connection):
        while servers:
            servers.pop().close()
        servers.append(connect(dsn))
        return PostgresRunner(connection, servers[0], EXAMPLES.vocabulary, tmp_path)

    yield made
    for server in servers:
        server.close()


FEWEST = 1 if NIGHT else 10
"""Examples of a plan that PostgreSQL is asked for by day: a plan of fewer takes as long as one of many."""


def test_every_example_comes_to_the_same(runner_of):
    counts = Counter()
    for plan, made, checks in examples_by_plan():
        if len(made) >= FEWEST:
            counts += assert_same(EXAMPLES, plan, made, runner_of, checks)
    assert min(counts[outcome] for outcome in ("pass", "fail", "undetermined", "not_applicable")) > 20


@DRAWN
@given(RULES, st.lists(CASES, min_size=3, max_size=6))
def test_random_rules_on_random_cases(runner_of, texts, drawn):
    assert_same(BOOK, *made_up(texts, drawn), runner_of)


POPULATIONS, VERDICTS = (100, 20_000) if os.environ.get("CHECKER_NIGHTLY") else (2, 100)


def test_what_units_give_each_other_is_worked_out_there_and_agrees(runner_of, tmp_path):
    """Random populations with ties and missing figures, from the values asked to the verdicts."""
    decide(tmp_path / "rules", *MERGED)
    book, counts = rules_in(tmp_path / "rules", POPULATION), Counter()
    by_server = partial(by_sql, runner_of=runner_of)
    for seed in range(1_000, 1_000 + POPULATIONS):
        counts += Counter(agree(book, random_cases(random.Random(seed)), set(POPULATION), by_server).values())
    assert counts.total() > VERDICTS


def test_groups_by_a_partys_name_are_the_same_there(runner_of, tmp_path):
    book, cases_ = grouping(tmp_path / "r", decided=True), named_cases(random.Random(8), 30)
    counts = assert_same(book, book.plan(cases_[0], GROUPS.__contains__), cases_, runner_of)
    assert min(counts[outcome] for outcome in ("pass", "fail", "undetermined")) > 10


def test_tables_given_or_standing_there_come_to_the_evaluators_ledger(dsn, cases, tables, tmp_path):  # noqa: F811
    assert run("run", str(tables), "--engine", "postgres", "--on", dsn, *SOME, "-o", str(tmp_path / "given"))[0] == 1
    found, result = ledger_of(tmp_path / "given")
    assert found == expected(cases)[1] and not result["left_to_evaluator"] and result["rederived"] > 50
    with duckdb.connect() as copied, psycopg.connect(dsn, autocommit=True) as server:
        server.execute("CREATE SCHEMA nation")
        for path in tables.glob("*.parquet"):
            columns = copied.execute(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
            listed = ", ".join(f'"{c[0]}" {c[1]}' for c in columns)
            server.execute(f'CREATE TABLE nation."{path.stem}" ({listed})')
            rows = copied.execute(f"SELECT * FROM '{path}'").fetchall()
            with server.cursor().copy(f'COPY nation."{path.stem}" FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
    there = f"{dsn} options='-c search_path=nation'"
    _, told = run("run", "--engine", "postgres", "--on", there, *SOME, "-o", str(tmp_path / "there"), "--lang", "en")
    assert ledger_of(tmp_path / "there")[0] == found and "0 disagree" in told
    read = [
        duckdb.sql(f"SELECT * FROM '{tmp_path}/{run_}/findings/*.parquet'").fetchall() for run_ in ("given", "there")
    ]
    assert read[0] == read[1]
    with psycopg.connect(dsn) as server:  # nothing was left behind
        seen = server.execute("SELECT table_schema FROM information_schema.tables WHERE table_name LIKE '%budget_line'")
        assert seen.fetchall() == [("nation",)]


def test_printed_statements_come_to_what_the_evaluator_says(dsn, tmp_path):
    book, cases_ = rules_in(tmp_path / "rules", POPULATION), of_one_plan(random.Random(5))
    ours, _ = population_by_evaluator(book, cases_, set(POPULATION))
    packer = Packer(book.vocabulary, same_unit=True)
    for case in cases_:
        packer.add(case)
    with duckdb.connect() as connection, connect(dsn) as server:
        packer.load(connection)
        for entity in book.vocabulary.entities:
            connection.execute(f"ALTER TABLE {entity} RENAME TO all_{entity}")
        runner = PostgresRunner(connection, server, book.vocabulary, tmp_path)
        runner.load()
        runner.show(list(range(len(cases_))), partial(columns, None))
        plan = book.plan(cases_[0], set(POPULATION).__contains__)
        theirs = by_statements(server.execute, book, plan, "postgres")
        server.rollback()
    assert len(theirs) > 150 and theirs == {key: ours[key] for key in theirs}


def test_rules_that_compare_units_come_to_the_same_there(dsn, tmp_path):
    cases_ = str(linked_cases(tmp_path / "cases"))
    found = []
    for engine in (("duckdb",), ("postgres", "--on", dsn)):
        folder = tmp_path / engine[0]
        _, told = run("run", cases_, "--engine", *engine, "--select", LINKED, "-o", str(folder), "--lang", "en")
        assert "0 disagree" in told
        found.append(ledger_of(folder))
    assert found[0][0] == found[1][0] and found[0][1]["findings_hash"] == found[1][1]["findings_hash"]
    assert all(counts["fail"] for counts in found[0][0].values()) and len(found[0][0]) == 3


@pytest.mark.parametrize(
    ("where", "told"),
    [("host=/nowhere dbname=x", "cannot be reached"), ("no such thing", "cannot be reached"), (None, "needs --on")],
)
def test_a_wrong_database_is_said(tables, where, told):  # noqa: F811
    with pytest.raises(InputError) as caught:
        run("run", str(tables), "--engine", "postgres", *(("--on", where) if where else ()))
    assert told in caught.value.problems[0].render("en")


def test_figures_too_large_for_their_type_are_said(runner_of):
    """What SQL cannot hold is an error of the server that the batch takes for one rule to be judged by the evaluator."""
    with duckdb.connect() as connection:
        runner = runner_of(connection)
        assert not runner.create(
            "t", "SELECT 1, 9223372036854775807 + CAST(1 AS BIGINT)", [("_case", "INTEGER"), ("x", "BIGINT")]
        )
        assert not runner.create("t", "SELECT 1, CAST(1e38 AS DECIMAL(38,0))", [("_case", "INTEGER"), ("x", "HUGEINT")])
        assert runner.create("t", "SELECT 1, NULL", [("_case", "INTEGER"), ("x", "VARCHAR")])
        assert connection.execute("SELECT * FROM t").fetchall() == [(1, None)]
