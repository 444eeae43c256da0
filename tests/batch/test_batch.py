"""Batches on DuckDB as an officer runs them: the same ledger as the evaluator's, resumable, and loud about bad tables."""

from __future__ import annotations

import contextlib
import csv
import gc
import io
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")

import click
import duckdb
from broken_inputs import RULE as OWN_RULE
from conftest import BOOK, HEAD, PER_RULE, ROOT

from checker.api import check, load_case
from checker.base.errors import InputError
from checker.batch import evaluated, slices
from checker.batch import run as engine
from checker.batch.double_entry import Verdict
from checker.batch.findings import _SMALL, HASH, PRIME, code
from checker.batch.request import memory_bytes
from checker.batch.run import Batch
from checker.batch.runners import DuckRunner
from checker.cases.case import Case
from checker.cli.main import main
from checker.engines.evaluator import evaluate
from checker.tables.attaching import attach
from checker.tables.case_rows import case_rows
from checker.tables.folder import table_files
from checker.tables.rows import case_of
from checker.tables.warehouse import connect, read_parquet

LINES = """
lines:
- {id: total, kind: 总支出, 年初预算: %d万元, 实际支出: %d万元}
- {id: a, parent: total, kind: 明细项目, name: 某项目, 年初预算: 0元, 实际支出: %d.55万元, 是否信息化: 是, 造价: 300万元}
- {id: b, parent: total, kind: 明细项目, name: 设备等相关费用, 年初预算: 无, 实际支出: 20万元, 原因说明: 据实结算}
contracts: [{id: c1, supplier: 甲, 采购品目: A02, line: a, amount: 150万元}, {id: c2, supplier: 甲, subject_matter: 印刷服务, amount: 90万元}]
"""


RULES = (
    "addition-approved",
    "adjusted-budget-shown",
    "bundled-item",
    "contract-splitting",
    "deviation-explained",
    "it-project-second-review",
    "open-tender-threshold",
    "overrun-above-threshold",
    "overrun-hidden-in-total",
    "spending-never-budgeted",
    "staff-within-establishment",
    "stated-ratio",
    "supplement-within-tenth",
)
SOME = ("--select", ",".join(rule for rule in RULES if rule in BOOK.rules))
"""Rules of every kind; the whole library is compiled once, in the first test, since each plan of it takes seconds."""
FEW = ("--select", "bundled-item,contract-splitting,it-project-second-review,overrun-above-threshold")
"""For what is asked of the run and of what tables say: lines and groups, a sum, a flag, a text and amounts at stake."""
LIGHT = ("--select", "bundled-item,contract-splitting,it-project-second-review")
"""For what is asked of the run alone: lines, groups and amounts, in statements that DuckDB plans in milliseconds."""
ONE = ("--select", "it-project-second-review")
"""For what is asked of the reading of tables, not of rules: planning a statement of 180,000 characters took longest."""


def run(*arguments):
    """Return exit code and what was printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = click.Group.main(main, list(arguments), standalone_mode=False)
    return code, printed.getvalue()


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """A folder of 30 cases in two places and years, one of them with an inference, one for a township."""
    folder = tmp_path_factory.mktemp("cases")
    for number in range(30):
        head = HEAD.replace("示例单位", f"单位{number:02d}")
        if number % 5 == 0:
            head = head.replace("2020", "2021").replace("430112", "110101")
        body = LINES % (100 + number, 90 + 2 * number, number)
        if number == 7:
            body = body.replace("是否信息化: 是", "是否信息化: {value: 是, inferred: true}")
        (folder / f"{number:02d}.yaml").write_text(head + body, encoding="utf-8")
    shutil.copy(ROOT / "cases" / "clean.yaml", folder / "clean.yaml")
    return folder


@pytest.fixture(scope="module")
def tables(cases, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables") / "t"
    assert run("pack", str(cases), "-o", str(folder))[0] == 0
    return folder


def ledger_of(folder):
    result = json.loads((folder / "run.json").read_text(encoding="utf-8"))["result"]
    return {rule: Counter(counts) for rule, counts in result["ledger"].items()}, result


def chosen(rule):
    return rule in SOME[1].split(",")


def of_few(rule):
    return rule in FEW[1].split(",")


@cache
def expected(cases, selected=chosen):
    """Return the evaluator's report on a folder of cases, which nobody changes, and its ledger."""
    report = check([load_case(str(path), BOOK) for path in sorted(cases.glob("*.yaml"))], BOOK, selected=selected)
    return report, report.ledger.by_rule


@pytest.fixture(scope="module")
def judged(tables, tmp_path_factory):
    """What a run of FEW rules over the tables wrote."""
    folder = tmp_path_factory.mktemp("judged") / "o"
    run("run", str(tables), "--engine", "duckdb", *FEW, "-o", str(folder))
    return folder


@pytest.fixture(scope="module")
def home(cases, tmp_path_factory):
    """The cases of one place and year: each plan of all rules takes ten seconds."""
    folder = tmp_path_factory.mktemp("home")
    for number in range(30):
        if number % 5:
            shutil.copy(cases / f"{number:02d}.yaml", folder)
    return folder


@pytest.fixture(scope="module")
def home_tables(home, tmp_path_factory):
    folder = tmp_path_factory.mktemp("home-tables") / "t"
    assert run("pack", str(home), "-o", str(folder))[0] == 0
    return folder


@pytest.fixture(scope="module")
def whole(home_tables, tmp_path_factory):
    """What a run of all rules over the tables of one place wrote, its exit code and what it printed."""
    folder = tmp_path_factory.mktemp("whole") / "o"
    return folder, *run("run", str(home_tables), "--engine", "duckdb", "-o", str(folder), "--lang", "zh")


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_ledger_and_findings_are_the_evaluators(cases, home, whole, tmp_path, form):
    if form == "parquet":  # what is packed where nothing is said
        (folder, code, printed), selected, cases = whole, lambda rule: True, home
    else:
        assert run("pack", str(cases), "-o", str(tmp_path / "t"), "--format", form)[0] == 0
        folder, selected = tmp_path / "o", chosen
        code, printed = run("run", str(tmp_path / "t"), "--engine", "duckdb", *SOME, "-o", str(folder), "--lang", "zh")
    report, ledger = expected(cases, selected)
    found, result = ledger_of(folder)
    assert found == ledger and code == report.exit_code() == 1
    assert result["rederived"] > 50 and not result["disagreements"] and not result["left_to_evaluator"]
    assert f"{report.ledger.checks:,} 项检查" in printed and "不一致 0 项" in printed
    rows = duckdb.sql(
        f"SELECT rule, unit, COALESCE(subject, ''), outcome, severity, amount::BIGINT FROM '{folder}/findings/*.parquet'"
    )
    theirs = Counter(rows.fetchall())
    ours = Counter(
        (
            c.rule.id,
            c.case.unit,
            "" if c.subject is c.case.root and c.rule.entity != "unit" else c.subject.id,
            c.outcome,
            c.severity,
            c.amount,
        )
        for c in report.checks
        if c.is_finding
    )
    assert theirs == ours


def test_case_files_can_be_run_at_once_and_tables_become_cases_again(cases, tables, tmp_path):
    run("run", str(cases), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "o"))
    assert ledger_of(tmp_path / "o")[0] == expected(cases, of_few)[1]
    assert run("pack", str(tables), "-o", str(tmp_path / "back"))[0] == 0
    back = [load_case(str(path), BOOK) for path in sorted((tmp_path / "back").glob("*.json"))]
    assert check(back, BOOK, selected=of_few).ledger.by_rule == expected(cases, of_few)[1]


def outputs(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_killed_run_goes_on_and_ends_with_the_same_bytes(tables, tmp_path, monkeypatch):
    monkeypatch.setattr(slices, "MOST_FACTS", 45)
    run("run", str(tables), "--engine", "duckdb", *LIGHT, "-o", str(tmp_path / "whole"))
    judge = Batch._judge
    for stop in (1, 2, 1):
        left = [stop]

        def killed(self, each, tally, left=left):
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
            return judge(self, each, tally)

        monkeypatch.setattr(Batch, "_judge", killed)
        with pytest.raises((KeyboardInterrupt, Exception)):
            run("run", str(tables), "--engine", "duckdb", *LIGHT, "-o", str(tmp_path / "o"))
    monkeypatch.setattr(Batch, "_judge", judge)
    _, printed = run("run", str(tables), "--engine", "duckdb", *LIGHT, "-o", str(tmp_path / "o"), "--lang", "en")
    assert "Continued" in printed
    assert outputs(tmp_path / "o") == outputs(tmp_path / "whole")


def test_a_run_killed_for_good_is_taken_up(tables, tmp_path):
    """kill -9 between two slices; the second process ends with the bytes of an undisturbed run."""
    program = (
        "import sys, os, signal\nfrom checker.batch import slices\nfrom checker.batch import run as batch\nslices.MOST_FACTS = 45\n"
        "stop = int(sys.argv.pop(1))\njudge = batch.Batch._judge\n"
        "def counted(self, each, tally):\n    global stop\n    stop -= 1\n"
        "    found = judge(self, each, tally)\n    if stop == 0: os.kill(os.getpid(), 9)\n    return found\n"
        "batch.Batch._judge = counted\nfrom checker.cli.main import main\nsys.argv[0] = 'checker'\nsys.exit(main())\n"
    )

    def start(stop, folder):
        command = [
            sys.executable,
            "-c",
            program,
            str(stop),
            "run",
            str(tables),
            "--engine",
            "duckdb",
            *LIGHT,
            "-o",
            str(folder),
        ]
        return subprocess.run(command, capture_output=True, timeout=120).returncode

    code = start(0, tmp_path / "whole")
    assert code in (1, 3)
    assert start(2, tmp_path / "o") == -9 and start(1, tmp_path / "o") == -9
    assert start(0, tmp_path / "o") == code
    assert outputs(tmp_path / "o") == outputs(tmp_path / "whole")


def test_another_run_in_the_same_folder_is_refused(tables, judged, tmp_path):
    shutil.copytree(judged, tmp_path / "o")
    with pytest.raises(InputError):
        run("run", str(tables), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "o"), "--sample", "3")


def test_a_disagreement_is_said_and_makes_the_exit_code_4(tables, tmp_path, monkeypatch):
    honest = Batch._verdicts

    def wrong(self, numbers):
        found = honest(self, numbers)
        failed = [key for key, verdict in found.items() if verdict.outcome == "fail"]
        return found | {key: Verdict("pass", None, None) for key in sorted(failed)[:1]}

    monkeypatch.setattr(Batch, "_verdicts", wrong)
    code, printed = run("run", str(tables), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "o"), "--lang", "en")
    assert code == 4 and "SQL pass ≠ evaluator fail" in printed


def test_a_rule_that_does_not_compile_is_named_and_judged_by_the_evaluator(cases, tables, tmp_path, monkeypatch):
    real = engine.compile_texts
    monkeypatch.setattr(
        engine,
        "compile_texts",
        lambda plan, dialect, bad=(), *how, **more: real(plan, dialect, {*bad, "bundled-item"}, *how, **more),
    )
    _, printed = run("run", str(tables), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "o"), "--lang", "en")
    found, result = ledger_of(tmp_path / "o")
    assert found == expected(cases, of_few)[1] and list(result["left_to_evaluator"]) == ["bundled-item"]
    assert "bundled-item was judged by the evaluator" in printed


def test_a_rule_that_the_engine_does_not_accept_is_named_and_judged_by_the_evaluator(
    cases, tables, tmp_path, monkeypatch
):
    """A statement that cannot be planned is found when it is run: the slice begins again without its bad rule."""
    real, two = engine.compile_texts, ("bundled-item", "it-project-second-review")

    def broken(plan, dialect, bad=(), *how, **more):
        made = real(plan, dialect, bad, *how, **more)
        wrong = [
            replace(each, stepped=(("", each.text + " WHERE no_such_function(s._case)"),))
            if "bundled-item" in {rule.id for rule in each.rules}
            else each
            for each in made.statements
        ]
        return replace(made, statements=tuple(wrong))

    monkeypatch.setattr(engine, "compile_texts", broken)
    few = ("--select", ",".join(two))
    _, printed = run("run", str(tables), "--engine", "duckdb", *few, "-o", str(tmp_path / "o"), "--lang", "en")
    found, result = ledger_of(tmp_path / "o")
    assert found == expected(cases, two.__contains__)[1] and list(result["left_to_evaluator"]) == ["bundled-item"]
    assert "bundled-item was judged by the evaluator" in printed


def test_the_evaluator_writes_the_same_findings_and_hash(home_tables, whole, tmp_path, monkeypatch):
    """Every column, also the number of a subject: that of a fact, of a group's first member, none for a whole collection."""
    real, rules = engine.compile_texts, set(BOOK.rules)
    monkeypatch.setattr(engine, "compile_texts", lambda plan, dialect, *_: real(plan, dialect, rules))
    run("run", str(home_tables), "--engine", "duckdb", "-o", str(tmp_path / "evaluator"))
    places = (whole[0], tmp_path / "evaluator")
    by_sql, by_evaluator = (
        duckdb.sql(f"FROM '{place}/findings/*.parquet' ORDER BY ALL").fetchall() for place in places
    )
    assert by_sql == by_evaluator
    assert any(row[-1] is None for row in by_sql) and any(
        BOOK.rules[row[1]].group and row[-1] is not None for row in by_sql
    )
    assert any(
        BOOK.rules[row[1]].group and "印刷服务" in row for row in by_sql
    )  # a fact that no group can be found for
    results = [ledger_of(place)[1] for place in places]
    assert not results[0]["left_to_evaluator"] and len(results[1]["left_to_evaluator"]) > 100
    assert results[0]["findings_hash"] == results[1]["findings_hash"] != "0" * 16


def records(folder):
    """Return the record of a run, file by file: the columns, and what each subject came to."""
    found = {}
    for path in sorted((folder / "record").rglob("*.parquet")):
        rows = duckdb.sql(f"FROM '{path}' ORDER BY ALL")
        found[str(path.relative_to(folder))] = rows.columns, rows.fetchall()
    return found


def test_few_checks_are_judged_by_the_evaluator_and_leave_the_same(home_tables, whole, tmp_path, monkeypatch):
    """Findings, hash and record; the record also has the case with an inference, of which no statement says anything."""
    monkeypatch.setattr(evaluated, "PER_RULE", PER_RULE)
    code, printed = run("run", str(home_tables), "--engine", "duckdb", "-o", str(tmp_path / "o"), "--lang", "zh")
    places = (whole[0], tmp_path / "o")
    by_sql, by_evaluator = (
        duckdb.sql(f"FROM '{place}/findings/*.parquet' ORDER BY ALL").fetchall() for place in places
    )
    assert code == whole[1] and by_sql == by_evaluator
    (ledger, result), (other, told) = (ledger_of(place) for place in places)
    assert ledger == other and result["findings_hash"] == told["findings_hash"]
    assert (
        told["few"] == 24
        and told["rederived"] == 0 < result["rederived"]
        and "24 个案例的检查项少" in printed
        and "写 --derive 1000" in printed
    )
    before, after = (records(place) for place in places)
    known, more = ({row[0] for _, rows in each.values() for row in rows} for each in (before, after))
    assert len(more - known) == 1 and sum(len(rows) for _, rows in before.values()) > 100
    assert before == {path: (names, [r for r in rows if r[0] in known]) for path, (names, rows) in after.items()}


def test_one_slice_of_few_checks_beside_others(tables, judged, tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "of_few", lambda connection, slices: frozenset({slices[1].number}))
    run("run", str(tables), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "o"))
    (ledger, result), (other, told) = (ledger_of(place) for place in (judged, tmp_path / "o"))
    assert ledger == other and result["findings_hash"] == told["findings_hash"] and 0 < told["few"] < 31
    places = judged, tmp_path / "o"
    assert len({str(duckdb.sql(f"FROM '{place}/findings/*.parquet' ORDER BY ALL").fetchall()) for place in places}) == 1


def test_cases_that_the_evaluator_judges_are_dropped_by_the_hundred(tables):
    """Commands run without the garbage collector; a nation of cases with inferences would not fit into any memory."""
    connection = connect()
    attach(connection, BOOK.vocabulary, table_files(tables, BOOK.vocabulary))
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(each, Case) for each in gc.get_objects())
        cases = [
            evaluate(BOOK.plan(case), case)[0].rule.id
            for _, rows in case_rows(connection, BOOK.vocabulary, range(30), at_once=5)
            for case in [case_of(rows, BOOK.vocabulary)]
        ]
        assert len(cases) == 30 and sum(isinstance(each, Case) for each in gc.get_objects()) <= before + 1
    finally:
        gc.enable()


def test_a_finding_that_is_not_written_ends_the_run(tables, tmp_path, monkeypatch):
    real = Batch._copy

    def losing(self, select, path):
        head, found, order = select.partition(" ORDER BY k.")
        real(self, f"{head} WHERE k.outcome <> 'fail'{found}{order}" if found else select, path)

    monkeypatch.setattr(Batch, "_copy", losing)
    with pytest.raises(AssertionError, match="findings were counted"):
        run("run", str(tables), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "o"))
    assert not list((tmp_path / "o" / "slices").glob("*-done.json"))


CHANGES = {
    "another case": "* REPLACE (_case + 1 AS _case)",
    "another subject": "* REPLACE (_fact + 1 AS _fact)",
    "a whole collection": "* REPLACE (CASE WHEN _fact > 0 THEN _fact END AS _fact)",
    "another rule": "* REPLACE ('bundled-item' AS rule)",
    "another outcome": "* REPLACE (CASE outcome WHEN 'fail' THEN 'undetermined' ELSE 'fail' END AS outcome)",
    "another severity": "* REPLACE (CASE severity WHEN 'high' THEN 'low' ELSE 'high' END AS severity)",
    "a fen more": "* REPLACE (amount + 1 AS amount)",
    "no amount": "* REPLACE (NULL::DECIMAL(38,0) AS amount)",
    "nothing at stake": "* REPLACE (COALESCE(amount, 0) AS amount)",
    "amounts of two swapped": "* REPLACE (COALESCE(LEAD(amount) OVER (), FIRST(amount) OVER ()) AS amount)",
    "severities of two rules of a subject swapped": "* REPLACE (CASE rule WHEN 'a' THEN 'low' ELSE 'high' END AS severity)",
}
ROWS = "VALUES (1, 9000000000000000000, 'b', 'fail', 'high', 1::DECIMAL(38,0)), (1, 7, 'a', 'fail', 'high', 500::DECIMAL(38,0)), (1, 7, 'b', 'fail', 'low', 0), (1, 8, 'a', 'fail', 'high', NULL), (2, 0, 'a', 'undetermined', 'low', -3)"


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_of_a_finding_changes_the_hash(change):
    found = f"SELECT * FROM ({ROWS}) t (_case, _fact, rule, outcome, severity, amount)"
    names = ", ".join(f"('{rule}', {code(rule)})" for rule in ("a", "b", "bundled-item"))
    before, unchanged, after = (
        duckdb.sql(
            f"SELECT SUM({HASH}) FROM ({each}) k JOIN (VALUES {names}) r (rule, code) ON r.rule = k.rule"
        ).fetchall()
        for each in (
            found,
            f"{found} ORDER BY amount",
            f"SELECT {change} FROM ({found} ORDER BY _case DESC, _fact DESC)",
        )
    )
    assert before == unchanged != after


@pytest.mark.parametrize("amount", [0, -1, 10**18 - 1, 10**18, -(10**18), 1 - 10**18, 2**63, 10**37, -(10**37)])
def test_an_amount_enters_the_hash_modulo_a_prime(amount):
    (found,) = duckdb.sql(f"SELECT {_SMALL} FROM (SELECT {amount}::DECIMAL(38,0) AS amount) k").fetchall()
    assert found == (amount % PRIME if amount >= 0 else -(-amount % PRIME),)


def test_figures_too_large_for_sql_are_judged_by_the_evaluator(tmp_path):
    big = "900000000000000元"
    operands = ", ".join(f"{{role: {role}, amount: {big}}}" for role in ("分子", "分母") for _ in range(60))
    text = HEAD + f"stated:\n- {{id: s, kind: 比值, rate: 999999.12345678%, of: [{operands}]}}\nlines: []\n"
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "a.yaml").write_text(text, encoding="utf-8")
    run("run", str(tmp_path / "c"), "--engine", "duckdb", "--select", "stated-ratio", "-o", str(tmp_path / "o"))
    found, result = ledger_of(tmp_path / "o")
    assert "stated-ratio" in result["left_to_evaluator"]
    assert (
        found
        == check([load_case(str(tmp_path / "c" / "a.yaml"), BOOK)], BOOK, selected="stated-ratio".__eq__).ledger.by_rule
    )


BROKEN = {
    "missing column": (
        "CREATE TABLE t AS SELECT * EXCLUDE (_fact) FROM budget_line",
        "budget_line",
        "lacks the column '_fact'",
    ),
    "no last digits": (
        "CREATE TABLE t AS SELECT * EXCLUDE (actual__step) FROM budget_line",
        "budget_line",
        "lacks the column 'actual__step'",
    ),
    "unknown column": (
        "CREATE TABLE t AS SELECT *, 1 AS actuall FROM budget_line",
        "budget_line",
        "did you mean: actual",
    ),
    "float": (
        "CREATE TABLE t AS SELECT * REPLACE (actual::DOUBLE AS actual) FROM budget_line",
        "budget_line",
        "is DOUBLE, not an integer",
    ),
    "rounded text": (
        "CREATE TABLE t AS SELECT * REPLACE ('20.5' AS actual) FROM budget_line",
        "budget_line",
        "'actual' is no integer (money is in fen)",
    ),
    "orphan": (
        "CREATE TABLE t AS SELECT * REPLACE (9999 AS _case) FROM contract",
        "contract",
        "is the _case of no unit",
    ),
    "lost reference": (
        "CREATE TABLE t AS SELECT * REPLACE (123456 AS line) FROM contract",
        "contract",
        "'line' leads to no budget line of the same case",
    ),
    "duplicate key": (
        "CREATE TABLE t AS SELECT * FROM budget_line UNION ALL SELECT * FROM budget_line",
        "budget_line",
        "'_fact' is empty, or is there twice in the table",
    ),
    "wrong unit": (
        "CREATE TABLE t AS SELECT * REPLACE ((actual / 1000000)::DECIMAL(18,2) AS actual) FROM budget_line",
        "budget_line",
        "is DECIMAL(18,2), not an integer",
    ),
    "enumeration in Chinese": (
        "CREATE TABLE t AS SELECT * REPLACE ('明细项目' AS kind) FROM budget_line",
        "budget_line",
        "'kind' is not one of",
    ),
    "too large": (
        "CREATE TABLE t AS SELECT * REPLACE (actual * 1000000000000 AS actual) FROM budget_line WHERE actual < 3000000",
        "budget_line",
        "too large to be real",
    ),
    "digit of nothing": (
        "CREATE TABLE t AS SELECT * REPLACE (5::BIGINT AS prior_actual__step) FROM budget_line",
        "budget_line",
        "does not go with the size of its last digit",
    ),
    "another last digit": (
        "CREATE TABLE t AS SELECT * REPLACE ((actual__step * 10)::BIGINT AS actual__step) FROM budget_line",
        "budget_line",
        "has a last digit (__step) that is not that of its unit and decimals",
    ),
    "finer than its last digit": (
        "CREATE TABLE t AS SELECT * REPLACE (actual + 1 AS actual, NULL::VARCHAR AS actual__text) FROM budget_line",
        "budget_line",
        "finer than its last digit",
    ),
    "unknown unit": (
        "CREATE TABLE t AS SELECT * REPLACE (CASE WHEN actual__unit IS NOT NULL THEN '千万' END AS actual__unit) FROM budget_line",
        "budget_line",
        "is in a unit that is not one of",
    ),
    "no such decimals": (
        "CREATE TABLE t AS SELECT * REPLACE (CASE WHEN actual__decimals IS NOT NULL THEN -1 END::SMALLINT AS actual__decimals) FROM budget_line",
        "budget_line",
        "has a last digit (__step)",
    ),
    "a total left out": (
        "CREATE TABLE t AS SELECT * REPLACE (CASE WHEN kind <> 'total' THEN actual END AS actual, CASE WHEN kind <> 'total' THEN actual__step END AS actual__step) FROM budget_line",
        "budget_line",
        "lacks a total whose parts are all known",
    ),
    "unknown state": (
        "CREATE TABLE t AS SELECT * REPLACE ('all' AS budget_line__state) FROM unit",
        "unit",
        "neither complete nor partial",
    ),
    "text of blanks": (
        "CREATE TABLE t AS SELECT * REPLACE ('　 ' AS supplier) FROM contract",
        "contract",
        "'supplier' says what is no content",
    ),
    "no year": (
        "CREATE TABLE t AS SELECT * REPLACE (NULL::BIGINT AS fiscal_year) FROM unit",
        "unit",
        "'fiscal_year' is empty",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_bad_tables_are_said(tables, tmp_path, what):
    sql, entity, told = BROKEN[what]
    shutil.copytree(tables, tmp_path / "t")
    with duckdb.connect() as connection:
        for path in tables.glob("*.parquet"):
            connection.execute(f"CREATE VIEW {path.stem} AS SELECT * FROM '{path}'")
        connection.execute(sql)
        connection.execute(f"COPY t TO '{tmp_path}/t/{entity}.parquet' (FORMAT parquet)")
    with pytest.raises(InputError) as caught:
        run("run", str(tmp_path / "t"), "--engine", "duckdb", *ONE)
    assert told in "\n".join(problem.render("en") for problem in caught.value.problems)


def test_a_truncated_table_is_said(tables, tmp_path):
    shutil.copytree(tables, tmp_path / "t")
    file = tmp_path / "t" / "budget_line.parquet"
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(InputError) as caught:
        run("run", str(tmp_path / "t"), "--engine", "duckdb", *ONE)
    assert "is an incomplete Parquet file" in caught.value.problems[0].render("en")


def test_a_bad_number_in_csv_is_said_with_its_place(cases, tmp_path):
    run("pack", str(cases), "-o", str(tmp_path / "t"), "--format", "csv")
    file = tmp_path / "t" / "budget_line.csv"
    text = file.read_text(encoding="utf-8")
    assert text.count('"20000000"') >= 2
    text = text.replace('"20000000"', '"20 000x"', 1).replace('"20000000"', '"20.5"', 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run("run", str(tmp_path / "t"), "--engine", "duckdb", *ONE)
    told = "\n".join(p.render("en") for p in caught.value.problems)
    assert (
        f"{file}: 'actual' is no integer (money is in fen), 2 rows: row 4 (case 0, b) '20 000x'; row 7 (case 1, b) '20.5'"
        in told
    )


def test_headings_may_be_chinese(cases, tmp_path):
    run("pack", str(cases), "-o", str(tmp_path / "t"), "--format", "csv")
    file = tmp_path / "t" / "budget_line.csv"
    lines = file.read_text(encoding="utf-8").split("\n", 1)
    heading = (
        lines[0].replace("actual", "实际支出").replace("prior_实际支出", "上年支出").replace("is_it", "是否信息化")
    )
    file.write_text(heading + "\n" + lines[1], encoding="utf-8")
    run("run", str(tmp_path / "t"), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "o"))
    assert ledger_of(tmp_path / "o")[0] == expected(cases, of_few)[1]


@pytest.mark.parametrize(("text", "size"), [("4GB", 4 * 10**9), ("500 mb", 500 * 10**6)])
def test_amounts_of_memory(text, size):
    assert memory_bytes(text) == size


@pytest.mark.parametrize("text", ["much", "-1GB", "1KB", "0", "999999B"])
def test_a_wrong_amount_of_memory_is_said_as_it_was_written(text):
    """DuckDB was given seven tenths of it, and told that as what was wrong."""
    with pytest.raises(InputError, match=repr(text)) as caught:
        memory_bytes(text)
    assert caught.value.problems[0].hint is not None


def test_numbers_of_facts_may_be_large(tables, judged, tmp_path):
    """Facts numbered by somebody else's database: 18 digits."""
    shutil.copytree(tables, tmp_path / "t")
    numbers = {
        "_fact",
        "_owner",
        *(f.id for e in BOOK.vocabulary.entities.values() for f in e.fields.values() if f.ref),
    }
    for path in (tmp_path / "t").glob("*.parquet"):
        known = [row[0] for row in duckdb.sql(f"DESCRIBE FROM '{path}'").fetchall() if row[0] in numbers]
        moved = ", ".join(f'"{column}" + 900000000000000000 AS "{column}"' for column in known)
        duckdb.sql(f"COPY (SELECT * REPLACE ({moved}) FROM '{path}') TO '{path}.new' (FORMAT parquet)")
        (tmp_path / "t" / f"{path.name}.new").replace(path)
    run("run", str(tmp_path / "t"), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "large"))
    (found, result), (same, large) = ledger_of(judged), ledger_of(tmp_path / "large")
    assert found == same and not large["disagreements"] and large["findings_hash"] != result["findings_hash"]


@pytest.mark.parametrize(
    ("there", "told"), [("", "no such file"), ("empty/", "holds no findings"), ("x.txt", "these are no findings")]
)
def test_what_holds_no_findings_is_said(tables, tmp_path, there, told):
    path = tmp_path / (there or "nowhere")
    if there.endswith("/"):
        path.mkdir()
    elif there:
        path.write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run("verify", str(path), str(tables))
    assert told in caught.value.problems[0].render("en")


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "duckdb"])
def test_verify_finds_what_was_changed_afterwards(tables, tmp_path, form):
    tmp_path = tmp_path / "结果[1]"  # a name that looks like a pattern
    tmp_path.mkdir()
    run("run", str(tables), "--engine", "duckdb", *LIGHT, "-o", str(tmp_path / "o"), "--findings", form)
    file = tmp_path / "o" / ("findings" if form == "parquet" else f"findings.{form}")
    assert run("verify", str(file), str(tables), *LIGHT)[0] == 0
    assert run("verify", str(tmp_path / "o"), str(tables), *LIGHT)[0] == 0
    if form == "csv":  # the yuan are what people read, the fen what is compared
        yuan = next(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))["amount_yuan"]
        changed = tmp_path / "changed.csv"
        changed.write_text(file.read_text(encoding="utf-8").replace(f",{yuan},", ",1.23,"), encoding="utf-8")
        with pytest.raises(InputError, match="amount_yuan"):
            run("verify", str(changed), str(tables), *LIGHT)
    if form == "parquet":
        changed = tmp_path / "changed.parquet"
        duckdb.sql(
            f"COPY (SELECT * FROM {read_parquet(file.glob('*.parquet'))} ORDER BY rule, _case OFFSET 1) TO '{changed}' (FORMAT parquet)"
        )
        code, printed = run("verify", str(changed), str(tables), *LIGHT, "--lang", "en")
        assert code == 4 and "by the evaluator, not in the findings" in printed


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "duckdb"])
def test_verify_repeats_rules_selection_and_rejects_of_the_run(tmp_path, form, monkeypatch):
    """With ids of lines that look like days, times and UUIDs; one case is left out for a bad cell."""
    monkeypatch.chdir(tmp_path)
    ids = (
        "2020-01-02",
        "10:30",
        "00000000-0000-0000-0000-000000000001",
        "1e3",
        "007",
        "0x1F",
        "2020-01-02T10:30:00Z",
        "1,5",
    )
    lines = "".join(
        f'- {{id: "{each}", kind: 明细项目, name: "{each}号", 年初预算: 1万元, 实际支出: 40.5万元}}\n' for each in ids
    )
    for number in range(3):
        text = HEAD.replace("示例单位", f"单位{number}") + f"lines:\n{lines}"
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    rule = OWN_RULE.replace("id: my-rule", "id: own-overrun")
    assert "id: own-overrun" in rule
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "own-overrun.yaml").write_text(rule, encoding="utf-8")
    run("pack", *(f"{n}.yaml" for n in range(3)), "-o", "t", "--format", "csv")
    table = tmp_path / "t" / "budget_line.csv"
    table.write_text(table.read_text(encoding="utf-8").replace('"40500000"', '"40,5"', 1), encoding="utf-8")
    words = ("--rules", "own", "--select", "own-overrun", "--sample", "0", "--derive", "0")
    run("run", "t", "--engine", "duckdb", *words, "-o", "o", "--findings", form, "--rejects", "bad.csv")
    code, printed = run("verify", "o", "t", "--lang", "en")
    assert code == 0 and f"2 cases, {2 * (len(ids) + 1)} checks" in printed, printed
    assert json.loads((tmp_path / "o" / "run.json").read_text())["result"]["ledger"]["own-overrun"]["fail"] == 2 * len(
        ids
    )
    (tmp_path / "own" / "own-overrun.yaml").write_text(
        rule.replace("id: own-overrun", "id: own-overrun-too"), encoding="utf-8"
    )
    with pytest.raises(InputError) as caught:
        run("verify", "o", "t")
    assert "--rules own" in caught.value.problems[0].hint.zh


def test_compile_prints_sql_that_cites_the_norm():
    _, printed = run("compile", "it-project-second-review", "--jurisdiction", "430112", "--lang", "zh")
    assert ("-- it-project-second-review" in printed and "《" in printed) or "办法" in printed
    assert "WITH" in printed and printed.rstrip().endswith(";")


def test_compile_prints_what_compares_units_for_every_dialect_and_says_where_it_does_not():
    for dialect in ("duckdb", "postgres", "spark"):
        _, printed = run("compile", "same-contract-in-two-units", "--dialect", dialect, "--lang", "en")
        made = [line.split()[2] for line in printed.splitlines() if line.startswith("CREATE ")]
        assert made[0] == "asked_1" and made[-2:] == ["beside_contract", "told_contract"]
        assert "told_contract" in printed.rpartition("CREATE VIEW")[2].partition("\n")[2]
    _, printed = run("compile", "--lang", "en")
    assert "rules compare units and are not among these" in printed


def test_compile_refuses_dialects_nobody_tested():
    with pytest.raises(InputError) as caught:
        run("compile", "--dialect", "oracle")
    assert "nobody has tested" in caught.value.problems[0].render("en")


def test_every_row_of_a_result_is_explained(tables, tmp_path):
    run("run", str(tables), "--engine", "duckdb", *SOME, "-o", str(tmp_path / "o"))
    found = duckdb.sql(f"SELECT rule, _case, subject, outcome FROM '{tmp_path}/o/findings/*.parquet' ORDER BY ALL")
    picked = {row[0]: row for row in found.fetchall()}  # one of each rule
    passed = duckdb.sql(
        f"SELECT _case, _id FROM '{tmp_path}/o/record/unit/*.parquet' WHERE \"staff-within-establishment\" <> 'fail'"
    )
    rows = [*picked.values(), ("staff-within-establishment", *passed.fetchall()[0], "")]
    assert len(rows) > 5
    for rule, number, subject, outcome in rows:
        words = ["explain", rule, "--case", str(tables), "--number", str(number), "--lang", "en"]
        code, printed = run(*words, *(("--subject", subject) if subject else ()))
        told = {"fail": 1, "undetermined": 3}.get(outcome, code)
        assert len(printed.splitlines()) > 1 and code in ((told,) if subject else (told, 1))
        # without a subject every check of the rule is explained, and one of them may not be met
        assert not re.search(r"yaml line \d", printed)  # tables do not know where in its file a value stood
    for more, told in (((), "no case is named"), (("--number", "999"), "no case 999")):
        with pytest.raises(InputError) as caught:
            run("explain", rows[0][0], "--case", str(tables), *more)
        assert told in caught.value.problems[0].render("en")


def test_a_case_of_tables_shows_its_file_and_sources_but_no_line(tmp_path):
    run("pack", str(ROOT / "cases" / "2020.yaml"), "-o", str(tmp_path / "t"))
    words = ["explain", "overrun-above-threshold", "--subject", "basic", "--lang", "en", "--case"]
    _, printed = run(*words, str(tmp_path / "t"), "--number", "0")
    assert "actual = 2,630,100 yuan (" in printed and "2020.yaml, 二（1）基本支出情况)" in printed
    assert not re.search(r"yaml line \d", printed)
    assert re.search(r"2020\.yaml line \d+, 二（1）", run(*words, str(ROOT / "cases" / "2020.yaml"))[1])


@pytest.mark.parametrize(
    "file", [ROOT / "cases/2020.yaml", *sorted((ROOT / "cases/examples").glob("*.yaml"))], ids=lambda path: path.stem
)
def test_what_is_compared_does_not_depend_on_the_tracer(file):
    case = load_case(str(file), BOOK)
    plan = BOOK.plan(case)
    one, two = (
        [(c.rule.id, c.subject.id, c.outcome, c.amount, c.severity) for c in evaluate(plan, case, traced)]
        for traced in (True, False)
    )
    assert one == two and len(one) > 20


def test_bad_lines_of_csv_take_their_whole_case_out(cases, tmp_path):
    run("pack", str(cases), "-o", str(tmp_path / "t"), "--format", "csv")
    file = tmp_path / "t" / "budget_line.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    owner = [int(line.split(",")[0].strip('"')) for line in lines[1:]]
    lines[4] = lines[4] + ',"one too many"'
    lines[10] = lines[10].replace('"', "", 1)[:30]  # cut off
    lines[16] = ",".join(cell + "x" * (place == 1) for place, cell in enumerate(lines[16].split(",")))
    at = next(n for n in range(30, 60) if '"20000000"' in lines[n])
    lines[at] = lines[at].replace('"20000000"', '"20 000"', 1)
    out = {owner[n - 1] for n in (4, 10, 16, at)}
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = ("run", str(tmp_path / "t"), "--engine", "duckdb", *FEW, "--lang", "en")
    with pytest.raises(InputError):  # without the option nothing is judged
        run(*words)
    code, printed = run(*words, "-o", str(tmp_path / "o"), "--rejects", str(tmp_path / "bad.csv"))
    assert (
        code == 2 and f"31 cases in = {31 - len(out)} judged + {len(out)} rejected (3 bad lines, 1 bad cells" in printed
    )
    named = (tmp_path / "bad.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(named) == 5 and all(f"budget_line,{n + 1}," in "\n".join(named) for n in (4, 10, 16))
    kept = [load_case(str(path), BOOK) for n, path in enumerate(sorted(cases.glob("*.yaml"))) if n not in out]
    assert ledger_of(tmp_path / "o")[0] == check(kept, BOOK, selected=of_few).ledger.by_rule
    file.write_text("\n".join([*lines, "nobody's line"]) + "\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run(*words, "--rejects", str(tmp_path / "bad.csv"))
    assert "does not say its case" in caught.value.problems[0].render("en")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_a_full_disk_is_said_and_the_run_goes_on_later(tables, judged, tmp_path):
    program = (
        "import resource, signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from checker.cli.main import main\nresource.setrlimit(resource.RLIMIT_FSIZE, (3000, resource.RLIM_INFINITY))\n"
        "sys.argv[0] = 'checker'\nsys.exit(main())\n"
    )
    words = [
        "run",
        str(tables),
        "--engine",
        "duckdb",
        *FEW,
        "--derive",
        "1000",
        "-o",
        str(tmp_path / "o"),
        "--lang",
        "en",
    ]
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, *words], capture_output=True, text=True, timeout=120
    )  # -B: a module compiled into a full file would be cut
    assert done.returncode == 2 and "the run is not complete" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "o" / "findings").exists()
    run(*words)
    assert outputs(tmp_path / "o") == outputs(judged)


def test_too_little_memory_is_said(tables):
    with pytest.raises(InputError) as caught:
        run("run", str(tables), "--engine", "duckdb", *FEW, "--memory", "1MB")
    assert "is not enough" in caught.value.problems[0].render("en")


def in_ten_thousands(tables, folder, change):
    """Write the tables as CSV with the spending in 万元, as an official sheet has it; `change` edits its rows."""
    folder.mkdir()
    for path in tables.glob("*.parquet"):
        columns = "*"
        if path.stem == "budget_line":
            shown = "CASE WHEN actual IS NOT NULL THEN format('{}{}.{:02d}', CASE WHEN actual < 0 THEN '-' ELSE '' END, abs(actual) // 1000000, abs(actual) % 1000000 // 10000) END"
            columns = f'* EXCLUDE (actual, actual__step, actual__unit, actual__decimals, actual__text), {shown} AS "实际支出（万元）"'
        duckdb.sql(
            f"COPY (SELECT {columns} FROM '{path}') TO '{folder}/{path.stem}.csv' (FORMAT csv, HEADER, FORCE_QUOTE *, NULLSTR '')"
        )
    file = folder / "budget_line.csv"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def test_a_column_may_stand_in_ten_thousands(cases, tables, tmp_path):
    in_ten_thousands(tables, tmp_path / "t", lambda text: text)
    run("run", str(tmp_path / "t"), "--engine", "duckdb", *FEW, "-o", str(tmp_path / "o"))
    found, result = ledger_of(tmp_path / "o")
    assert found == expected(cases, of_few)[1] and result["rederived"] > 50 and not result["disagreements"]


CELLS = ("20.0000001", "1,020.00", "20万", "2e3", "２０")


def test_a_cell_that_is_no_plain_number_of_the_unit_is_refused(tables, tmp_path):
    def change(text):
        for cell in CELLS:
            text = text.replace('"20.00"', f'"{cell}"', 1)
        return text

    in_ten_thousands(tables, tmp_path / "t", change)
    with pytest.raises(InputError) as caught:
        run("run", str(tmp_path / "t"), "--engine", "duckdb", *ONE)
    places = "; ".join(f"row {4 + 3 * case} (case {case}, b) '{cell}'" for case, cell in enumerate(CELLS))
    told = f"'实际支出（万元）' is no number, or finer than a fen, {len(CELLS)} rows: {places}"
    assert told in caught.value.problems[0].render("en")
    rejects = str(tmp_path / "bad.csv")
    code, printed = run("run", str(tmp_path / "t"), "--engine", "duckdb", *ONE, "--rejects", rejects, "--lang", "en")
    many = len(CELLS)
    assert code == 2 and f"= {31 - many} judged + {many} rejected (0 bad lines, {many} bad cells" in printed
    with (tmp_path / "bad.csv").open(encoding="utf-8-sig", newline="") as text:
        left = list(csv.DictReader(text))
    assert [(row["case"], row["text"]) for row in left] == [(str(case), cell) for case, cell in enumerate(CELLS)]
    assert all("实际支出（万元）" in row["reason"] for row in left)


TOTALS = {
    "in place of the case": {"_case": "合计"},
    "of the budget, in place of the case": {"_case": "本页小计"},
    "by its id": {"_id": "合计"},
    "by its name": {"name": "总 计"},
    "with too few cells": "合计,,\n",
}
OF_NOBODY = {"a line": {"name": "设备"}, "a comment": "注：以万元计\n"}


def run_with(tables, folder, rows):
    """Run over tables with these rows added, what is left out going to bad.csv."""
    in_ten_thousands(tables, folder / "t", lambda text: text)
    file = folder / "t" / "budget_line.csv"
    text = file.read_text(encoding="utf-8")
    heading = next(csv.reader([text.splitlines()[0]]))
    made = [
        cells if isinstance(cells, str) else ",".join(cells.get(each, "") for each in heading) + "\n" for cells in rows
    ]
    file.write_text(text + "".join(made), encoding="utf-8")
    words = ("run", str(folder / "t"), "--engine", "duckdb", *ONE, "-o", str(folder / "o"), "--lang", "en")
    return run(*words, "--rejects", str(folder / "bad.csv"))


def test_rows_of_totals_that_are_of_no_case_are_left_out_alone(tables, tmp_path):
    code, printed = run_with(tables, tmp_path, TOTALS.values())
    assert code == 2 and "31 cases in = 31 judged + 0 rejected" in printed
    assert f"{len(TOTALS)} rows of totals, which alone are left out" in printed
    with (tmp_path / "bad.csv").open(encoding="utf-8-sig", newline="") as text:
        left = list(csv.DictReader(text))
    assert len(left) == len(TOTALS) and all(row["case"] == "" and "合计行" in row["reason"] for row in left)


@pytest.mark.parametrize("name", OF_NOBODY)
def test_a_row_of_nobody_that_is_no_total_is_refused(name, tables, tmp_path):
    with pytest.raises(InputError):
        run_with(tables, tmp_path, [OF_NOBODY[name]])


def test_a_statement_is_held_and_dropped_whatever_was_read_before():
    connection = connect()
    runner = DuckRunner(connection)

    def leave_rows():
        assert connection.execute("SELECT * FROM range(1000000)").fetchone() == (0,)

    quote = "SELECT x || '''' AS x FROM (VALUES ('a'), ('b')) t(x)"
    for text, held in (("SELECT 7 AS x", [(7,)]), (quote, [("a'",), ("b'",)])):
        leave_rows()
        assert runner.create("t", text, [])
        for _ in range(2):
            assert connection.execute("SELECT x FROM t ORDER BY x").fetchall() == held
    with pytest.raises(duckdb.Error):
        connection.execute("SELECT 'x'::INTEGER FROM range(3)").fetchall()
    assert not runner.create("t", "SELECT (10::HUGEINT ** 37)::DECIMAL(38,0) * 1000 AS x FROM range(2)", [])
    assert connection.execute("SELECT COUNT(*) FROM t").fetchone() == (2,)
    leave_rows()
    runner.drop("t")
    runner.drop("t")
    with pytest.raises(duckdb.CatalogException):
        connection.execute("SELECT * FROM t")
    connection.close()


def test_rejects_name_every_kind_of_row_that_makes_no_case(cases, tmp_path):
    run("pack", str(cases), "-o", str(tmp_path / "t"), "--format", "csv")
    file = tmp_path / "t" / "budget_line.csv"
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    changes = [
        ("initial_budget", "9" * 18, "too large"),
        ("kind", "items", "is not one of"),
        ("parent", "999999", "leads nowhere"),
        ("parent__id", "x", "name different rows"),
        ("name", "设备\x07费用", "invisible character"),
        ("name", " ", "says what is no content"),
        ("_id", "total", "there twice"),
        ("_none", "x", "names a field that does not exist"),
        ("actual__step", "7", "is not that of its unit"),
        ("sub_line__state", "whole", "neither complete nor partial"),
        ("_fact", "0", "there twice"),
        ("actual", "20 000", ""),
    ]
    out: dict[int, str] = {}
    for column, value, told in changes:
        row = next(
            r for r in rows if r["_id"] == "b" and r["actual"] and int(r["_case"]) > 1 and int(r["_case"]) not in out
        )
        row[column] = value
        out[int(row["_case"])] = told
    assert len(out) == len(changes)
    out[int(next(r["_case"] for r in rows if r["_fact"] == "0"))] = "there twice"
    with file.open("w", encoding="utf-8", newline="") as text:
        made = csv.DictWriter(text, list(rows[0]))
        made.writeheader()
        made.writerows(rows)
    words = ("run", str(tmp_path / "t"), "--engine", "duckdb", *FEW, "--lang", "en")
    _, printed = run(*words, "-o", str(tmp_path / "o"), "--rejects", str(tmp_path / "bad.csv"))
    assert f"31 cases in = {31 - len(out)} judged + {len(out)} rejected" in printed
    with (tmp_path / "bad.csv").open(encoding="utf-8-sig", newline="") as text:
        named = list(csv.DictReader(text))
    assert {int(row["case"]) for row in named} == set(out)
    for case, told in out.items():
        assert any(told in row["reason"] for row in named if int(row["case"]) == case), (case, told)
    kept = [load_case(str(path), BOOK) for n, path in enumerate(sorted(cases.glob("*.yaml"))) if n not in out]
    assert ledger_of(tmp_path / "o")[0] == check(kept, BOOK, selected=of_few).ledger.by_rule


RECORDS = {"rules": None, "tables": ["x"], "result": [], "checker": 1, "rule_folders": 5}


@pytest.mark.parametrize("key", RECORDS)
def test_a_record_of_a_run_that_was_changed_is_told(tmp_path, key):
    (tmp_path / "result").mkdir()
    whole = {"checker": "0.2", "rulebook": "x", "rules": [], "tables": {}, "result": {}, "rule_folders": []}
    (tmp_path / "result" / "run.json").write_text(json.dumps({**whole, key: RECORDS[key]}), encoding="utf-8")
    with pytest.raises(InputError, match="no account of a run"):
        run("verify", str(tmp_path / "result"), str(tmp_path), "--lang", "en")


FOUND = {
    "none": ({}, "holds no findings"),
    "the record alone": ({"record/unit/0.parquet": b""}, "holds no findings"),
    "two": ({"findings.csv": b"", "findings.jsonl": b""}, "several lists of findings"),
    "an empty one": ({"findings.csv": b""}, "no whole list of findings"),
    "one of other columns": ({"findings.csv": b"a,b\n1,2\n"}, "no whole list of findings"),
}


@pytest.mark.parametrize("name", FOUND)
def test_findings_that_are_none_are_told_without_the_words_of_a_database(tmp_path, name):
    from checker.batch.given_findings import read_findings

    files, told = FOUND[name]
    for file, data in files.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(data)
    with pytest.raises(InputError, match=told) as caught:
        read_findings(connect(), tmp_path)
    assert "Error" not in str(caught.value) and caught.value.problems[0].hint is not None
