"""The agreement suite on a real Spark, and `checker run --engine spark` on a master with two workers, one of them killed.

Every change runs the short tests; those marked `whole` take minutes and run nightly (`make nightly`).
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")
pytest.importorskip("pyspark")

import duckdb
import pyspark
from conftest import BOOK, ROOT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.named_groups import MERGED, decide, grouping, named_cases
from support.named_groups import RULES as GROUPS
from support.populations import LINKED, agree, by_statements, linked_cases, of_one_plan, random_cases, rules_in
from support.populations import RULES as POPULATION
from support.populations import by_evaluator as population_by_evaluator
from test_batch import cases, expected, run, tables  # noqa: F401 - fixtures
from test_sql import EXAMPLES, by_evaluator, examples_by_plan
from test_sql_random import CASES, RULES, made_up

from checker.base.errors import InputError
from checker.batch import spark, spark_tables
from checker.batch.population import Figures, columns
from checker.batch.runners import wide_columns
from checker.batch.spark_keeper import SparkKeeper
from checker.engines.sql.build import render
from checker.engines.sql.plan import AMOUNT, SEVERITY, compile_plan, root_outcome
from checker.tables.packer import Packer, export
from checker.tables.warehouse import connect

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="no Java is installed"),
    pytest.mark.skipif(sys.platform == "win32", reason="Spark on Windows needs Hadoop's own programs"),
]
whole = pytest.mark.skipif(os.environ.get("CHECKER_NIGHTLY") != "1", reason="takes minutes: runs with `make nightly`")
QUICK = {"spark.sql.shuffle.partitions": "1", "spark.sql.codegen.wholeStage": "false", "spark.default.parallelism": "1"}


@pytest.fixture(scope="module")
def connection():
    made = spark.session("local[2]", QUICK)
    yield spark_tables.Connection(made)
    made.stop()


def attach(connection, book, made, folder):
    """Let Spark read the cases, numbered from 0."""
    packer = Packer(book.vocabulary)
    for case in made:
        packer.seen.clear()
        packer.add(case)
    with connect() as packed:
        packer.load(packed)
        shutil.rmtree(folder, ignore_errors=True)
        export(packed, book.vocabulary, folder, "parquet")
    spark_tables.attach(connection, book.vocabulary, str(folder))


def by_spark(connection, working, book, plan, low, high, figures=None):
    """Return {(case, rule, subject): (outcome, amount, severity)} as Spark judges the cases from *low* up to *high*.

    Rules that are left to the evaluator are not there.
    """
    for entity in book.vocabulary.entities:
        connection.execute(
            f"CREATE OR REPLACE TEMP VIEW {entity} AS SELECT {columns(figures, entity)} WHERE t._case >= {low} AND t._case < {high}"
        )
    found = {}
    compiled = compile_plan(plan, "spark", (), spark.SparkRunner.most)
    for statement in compiled.statements:
        names = [column for column, _ in wide_columns(statement, BOOK.vocabulary)]
        for values in spark.selected(connection.spark, statement, str(working)).collect():
            row = dict(zip(names, values, strict=False))
            for rule in statement.rules:
                amount = row[rule.id + AMOUNT]
                judged = row[rule.id], None if amount is None else int(amount), row[rule.id + SEVERITY]
                found[(row["_case"] - low, rule.id, row["_id"])] = judged
        beside = []
        if statement.keys:
            lacking = " OR ".join(f'"{key}" IS NULL' for key in statement.keys)
            strays = connection.execute(f'SELECT _case, _id FROM "{statement.entity}" WHERE {lacking}').fetchall()
            beside += [(number, ident, "undetermined") for number, ident in strays]
        whole = root_outcome(statement.entity, book.vocabulary, bool(statement.keys))
        if whole is not None:
            beside += [
                (number, "", outcome) for number, outcome in connection.execute(render(whole, "spark")).fetchall()
            ]
        for number, ident, outcome in beside:
            found.update({(number - low, rule.id, ident): (outcome, None, None) for rule in statement.rules})
    return found, {refused.rule.id for refused in compiled.refused}


def assert_same(found, ours):
    theirs, refused = found
    ours = {key: value for key, value in ours.items() if key[1] not in refused}
    assert theirs.keys() == ours.keys()
    for key, (outcome, amount, severity) in ours.items():
        assert theirs[key][0] == outcome, (key, outcome, theirs[key])
        if outcome in ("fail", "undetermined") and theirs[key][2] is not None:
            assert theirs[key][1:] == (amount, severity), (key, amount, severity, theirs[key])
    return Counter(outcome for outcome, _, _ in ours.values())


@whole
def test_every_example_comes_to_the_same(connection, tmp_path):
    """Every example is judged by all rules that have an example under the same plan, its own among them."""
    groups = [(plan, made) for plan, made, _ in examples_by_plan()]
    attach(connection, EXAMPLES, [case for _, made in groups for case in made], tmp_path / "t")
    counts, low = Counter(), 0
    for plan, made in groups:
        own = {case.file.partition("#")[0] for case in made}
        few = tuple(r for r in plan.rules if r.id in own or r.file in own) or plan.rules[:5]
        plan = replace(plan, rules=few, compiled={})
        found = by_spark(connection, tmp_path / "w", EXAMPLES, plan, low, low + len(made))
        counts += assert_same(found, by_evaluator(plan, made))
        low += len(made)
    assert min(counts[outcome] for outcome in ("pass", "fail", "undetermined", "not_applicable")) > 20


@settings(
    max_examples=int(os.environ.get("SPARK_ROUNDS", "2")),
    deadline=None,
    derandomize="SPARK_ROUNDS" not in os.environ,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(RULES, st.lists(CASES, min_size=3, max_size=6))
def test_random_rules_on_random_cases(connection, tmp_path, texts, drawn):
    plan, made = made_up(texts, drawn)
    attach(connection, BOOK, made, tmp_path / "t")
    assert_same(by_spark(connection, tmp_path / "w", BOOK, plan, 0, len(made)), by_evaluator(plan, made))


def compared_by_spark(connection, folder, book, cases, wanted):  # noqa: F811
    """Return what the rules of a population come to, and what each case was told, all worked out by Spark."""
    attach(connection, book, cases, folder / "t")

    def show(numbers):
        listed = ", ".join(map(str, numbers)) or "NULL"
        for entity in book.vocabulary.entities:
            shown = f"SELECT {columns(None, entity)} WHERE t._case IN ({listed})"
            connection.execute(f"CREATE OR REPLACE TEMP VIEW {entity} AS {shown}")

    figures = Figures(connection, SparkKeeper(connection, str(folder / "f")), book, wanted.__contains__, show)
    figures.work_out(1_000)
    told, found = figures.told(range(len(cases))), {}
    plans = {}
    for number, case in enumerate(cases):
        plan = book.plan(case, wanted.__contains__)
        plans.setdefault(plan.signature(), (plan, []))[1].append(number)
    for plan, numbers in plans.values():
        judged, refused = by_spark(connection, folder / "w", book, plan, 0, len(cases), figures)
        assert not refused
        found |= {key: outcome for key, (outcome, _, _) in judged.items() if key[0] in numbers}
    return found, [told.get(number, {}) for number in range(len(cases))]


FEW_RULES = {"p-quantile", "p-pace", "p-split"}
POPULATIONS, COMPARING = (4, set(POPULATION)) if os.environ.get("CHECKER_NIGHTLY") == "1" else (1, FEW_RULES)


def test_what_units_give_each_other_is_worked_out_there_and_agrees(connection, tmp_path):
    """Random populations with ties and missing figures; by day one, of few rules. Names are decided upon."""
    decide(tmp_path / "rules", *MERGED)
    book, counts = rules_in(tmp_path / "rules", POPULATION), Counter()
    for seed in range(2_000, 2_000 + POPULATIONS):
        second = partial(compared_by_spark, connection, tmp_path)
        counts += Counter(agree(book, random_cases(random.Random(seed), least=16), COMPARING, second).values())
    assert counts.total() > 20 * POPULATIONS and len(counts) > 2


@whole
def test_groups_by_a_partys_name_are_the_same_there(connection, tmp_path):
    book, made = grouping(tmp_path / "r", decided=True), named_cases(random.Random(9), 20)
    plan = book.plan(made[0], GROUPS.__contains__)
    attach(connection, book, made, tmp_path / "t")
    counts = assert_same(by_spark(connection, tmp_path / "w", book, plan, 0, len(made)), by_evaluator(plan, made))
    assert min(counts[outcome] for outcome in ("pass", "fail", "undetermined")) > 5


@whole
def test_printed_statements_come_to_what_the_evaluator_says(connection, tmp_path):
    book, cases_ = rules_in(tmp_path / "rules", POPULATION), of_one_plan(random.Random(5))
    cases_ = cases_[:12]
    ours, _ = population_by_evaluator(book, cases_, FEW_RULES)
    attach(connection, book, cases_, tmp_path / "t")
    for entity in book.vocabulary.entities:
        connection.execute(f"CREATE OR REPLACE TEMP VIEW {entity} AS SELECT * FROM all_{entity}")

    keeper = SparkKeeper(connection, str(tmp_path / "f"))

    def execute(text):
        """Run a statement; a table is kept in files, as no catalogue is there to hold it."""
        made = re.match(r"CREATE (TABLE|VIEW) (\w+) AS (.*)", text, re.DOTALL)
        if made is None:
            return connection.execute(text)
        assert made[1] == "VIEW" or keeper.keep(made[2], made[3])
        return made[1] == "TABLE" or connection.execute(f"CREATE OR REPLACE TEMP VIEW {made[2]} AS {made[3]}")

    plan = book.plan(cases_[0], FEW_RULES.__contains__)
    theirs = by_statements(execute, book, plan, "spark")
    assert len(theirs) > 20 and theirs == {key: ours[key] for key in theirs}


@whole
def test_rules_that_compare_units_come_to_the_same_there(tmp_path):
    found = []
    for engine in ("duckdb", "spark"):
        folder = str(tmp_path / engine)
        job = start(linked_cases(tmp_path / f"cases-{engine}"), "local[2]", folder, "--select", LINKED, engine=engine)
        assert "0 disagree" in job.communicate()[0]
        found.append(account(tmp_path / engine))
    assert found[0]["ledger"] == found[1]["ledger"] and found[0]["findings_hash"] == found[1]["findings_hash"]
    assert not (tmp_path / "spark" / "figures").exists()


# ---- the command, on a master with two workers

SOME = ("--select", "bundled-item,contract-splitting,it-project-second-review,overrun-above-threshold")


def chosen(rule):
    return rule in SOME[1].split(",")


HOME = Path(pyspark.__file__).parent


def launched(log, *words):
    """Start one of Spark's own programs in a group of its own processes."""
    env = {**os.environ, "SPARK_HOME": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1"}
    command = [str(HOME / "bin" / "spark-class"), *words]
    return subprocess.Popen(command, stdout=log.open("wb"), stderr=subprocess.STDOUT, env=env, start_new_session=True)


def until(what, seconds=60):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A standalone master and two workers; yields its address and the workers."""
    folder = tmp_path_factory.mktemp("spark")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    package = "org.apache.spark.deploy"
    place = ["--host", "127.0.0.1", "--webui-port", "0"]
    running = [launched(folder / "master", f"{package}.master.Master", *place, "--port", str(port))]
    try:
        until(lambda: "I have been elected leader" in (folder / "master").read_text())
        for number in range(2):
            words = [f"{package}.worker.Worker", *place, "-c", "1", "-m", "1100m", "-d", str(folder / f"work{number}")]
            running.append(launched(folder / f"worker{number}", *words, f"spark://127.0.0.1:{port}"))
        until(lambda: (folder / "master").read_text().count("Registering worker") == 2)
        yield f"spark://127.0.0.1:{port}", running[1:]
    finally:
        for process in running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def start(tables_, on, folder, *chosen_, engine="spark"):
    words = [
        sys.executable,
        "-m",
        "checker",
        "run",
        str(tables_),
        "--engine",
        engine,
        *(("--on", on) if engine == "spark" else ()),
        *chosen_,
        "-o",
        str(folder),
    ]
    env = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [*words, "--lang", "en"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env, text=True
    )


def account(folder):
    """Return what a run says it came to."""
    return json.loads((folder / "run.json").read_text(encoding="utf-8"))["result"]


@whole
def test_the_whole_library_runs_on_the_memory_a_user_gets_and_agrees_with_duckdb(tables, tmp_path):  # noqa: F811
    assert run("run", str(tables), "--engine", "duckdb", "-o", str(tmp_path / "duckdb"))[0] == 1
    job = start(tables, "local[2]", tmp_path / "o")
    printed = job.communicate()[0]
    assert job.returncode == 1, printed
    ours, theirs = account(tmp_path / "o"), account(tmp_path / "duckdb")
    assert ours["ledger"] == theirs["ledger"] and ours["findings_hash"] == theirs["findings_hash"]
    assert not (tmp_path / "o" / "working").exists()


@whole
def test_a_worker_killed_in_mid_job_changes_nothing(cluster, cases, tables, tmp_path):  # noqa: F811
    assert run("run", str(tables), "--engine", "duckdb", *SOME, "-o", str(tmp_path / "duckdb"))[0] == 1
    on, workers = cluster
    job = start(tables, on, tmp_path / "o", *SOME)
    until(lambda: job.poll() is not None or list((tmp_path / "o").glob("record/*")), 300)
    assert job.poll() is None, job.stdout.read()
    os.killpg(workers[0].pid, signal.SIGKILL)  # with its executor
    printed = job.communicate(timeout=300)[0]
    assert job.returncode == 1, printed
    ours, theirs = account(tmp_path / "o"), account(tmp_path / "duckdb")
    assert ours["ledger"] == theirs["ledger"] and ours["findings_hash"] == theirs["findings_hash"]
    assert {rule: Counter(counts) for rule, counts in ours["ledger"].items()} == expected(cases, chosen)[1]
    assert re.search(r"[1-9][0-9]* checks were derived again by the evaluator, 0 disagree", printed)
    both = [f"'{tmp_path}/duckdb/findings/*.parquet'", f"read_parquet('{tmp_path}/o/findings/*/*.parquet')"]
    columns = (
        "_case, rule, nature, outcome, severity, amount, jurisdiction, code, unit, year, entity, subject, name, _fact"
    )
    read = [duckdb.sql(f"SELECT {columns} FROM {source}").fetchall() for source in both]
    assert Counter(read[0]) == Counter(read[1])


@pytest.mark.parametrize(("paths", "told"), [((), "nothing to check"), (("nowhere",), "no such folder")])
def test_a_wrong_place_is_said(paths, told):
    with pytest.raises(InputError) as caught:
        run("run", *paths, "--engine", "spark", "--on", "local[1]")
    assert told in caught.value.problems[0].render("en")


def test_a_truncated_table_is_said(connection, tables, tmp_path):  # noqa: F811
    shutil.copytree(tables, tmp_path / "t")
    file = tmp_path / "t" / "unit.parquet"
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(InputError) as caught:
        spark_tables.attach(connection, BOOK.vocabulary, str(tmp_path / "t"))
    assert "cannot be read" in caught.value.problems[0].render("en")


def test_tables_are_found_under_every_name_and_nothing_is_passed_over(connection, tables, tmp_path):  # noqa: F811
    shutil.copytree(tables, tmp_path / "t")
    (tmp_path / "t" / "budget_line.parquet").rename(tmp_path / "t" / "支出项目.PARQUET")
    (tmp_path / "t" / "_SUCCESS").touch()
    found = spark_tables.attach(connection, BOOK.vocabulary, str(tmp_path / "t"))
    assert found["budget_line"].endswith("支出项目.PARQUET")
    for stray in ("明细.parquet", "review.csv", "notes.docx", "_contract.parquet"):
        (tmp_path / "t" / stray).touch()
    with pytest.raises(InputError) as caught:
        spark_tables.attach(connection, BOOK.vocabulary, str(tmp_path / "t"))
    assert len(caught.value.problems) == 4


def test_what_is_wrong_in_tables_is_told_with_case_and_id(connection, tables, tmp_path):  # noqa: F811
    from checker.tables.checks import check_tables

    shutil.copytree(tables, tmp_path / "t")
    file = tmp_path / "t" / "unit.parquet"
    duckdb.sql(
        f"COPY (SELECT * REPLACE (CASE _case WHEN 1 THEN '043011' WHEN 2 THEN '望城区' ELSE jurisdiction END AS jurisdiction) FROM '{file}') TO '{file}.new' (FORMAT parquet)"
    )
    Path(f"{file}.new").replace(file)
    found = spark_tables.attach(connection, BOOK.vocabulary, str(tmp_path / "t"))
    with pytest.raises(InputError) as caught:
        check_tables(connection, BOOK.vocabulary, found, on_duckdb=False)
    told = [problem.message.en for problem in caught.value.problems]
    assert len(told) == 2 and all("1 row: case" in each for each in told)
    assert "write 430112" in caught.value.problems[1].hint.en or "write 430112" in caught.value.problems[0].hint.en
