"""Batches on DuckDB against SQL written by hand for the same rules; findings are compared before any time counts.

python benchmarks/batch.py [UNITS] [ITEMS]: prints CPU seconds and ratios of one run. The data is made: a long tail of amounts, 12 % of
the figures missing, reviews for some IT projects, Chinese names.
"""

from __future__ import annotations

import contextlib
import io
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import duckdb

from checker.check import load_rules
from checker.cli import main
from checker.engines.sql import compile_plan
from checker.tables.schema import table

BOOK = load_rules()
RULES = ("it-project-second-review", "overrun-above-threshold", "spending-over-adjusted-budget")


def generate(folder, units, items, first=0):
    """Write the tables of *units* units, numbered from *first* on."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    c = duckdb.connect()
    c.execute(f"SELECT setseed({(first % 9_973) / 10_000})")
    c.execute("SET threads=1")

    def out(entity, select):
        cols = table(BOOK.vocabulary.entities[entity], BOOK.vocabulary)
        c.execute(f"CREATE OR REPLACE TEMP TABLE d AS {select}")
        have = {r[0] for r in c.execute("DESCRIBE d").fetchall()}
        wanted = ", ".join(
            f'CAST("{k.name}" AS {k.type}) AS "{k.name}"' if k.name in have else f'NULL::{k.type} AS "{k.name}"'
            for k in cols
        )
        c.execute(
            f"COPY (SELECT {wanted} FROM d ORDER BY _case{'' if entity == 'unit' else ', _fact'}) TO '{folder}/{entity}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )

    out(
        "unit",
        f"""SELECT i AS _case, i AS _fact, '第'||i||'单位' AS _id, '第'||i||'单位' AS name, '430112' AS jurisdiction, 'district' AS budget_level,
      'public_institution' AS unit_kind, 2020 AS fiscal_year, 'complete' AS budget_line__state, 'complete' AS review__state, CASE WHEN i%3=0 THEN 'complete' END AS approval__state,
      10+i%7 AS establishment, 12 AS in_service FROM range({first}, {first + units}) t(i)""",
    )
    n = f"{items}"

    def miss(e):
        return f"CASE WHEN random()<0.12 THEN NULL ELSE {e} END"

    # figures in fen, by whole numbers: a long tail of budgets; most items spend 85 to 104 % of it, one in 25 far more
    c.execute(f"""CREATE TABLE raw AS SELECT _case, _fact, k, {miss("budget * 10000")} AS initial_budget, {miss("budget * spent // 100 * 10000")} AS actual,
      {miss("CASE WHEN adjusted THEN budget * greatest(spent, 100) // 100 * 10000 ELSE budget * 10000 END")} AS adjusted_budget, {miss("budget * 30000")} AS cost, {miss("it < 0.2")} AS is_it,
      ['设备购置','系统运维等相关费用','信息化建设','会议费','专项业务费'][1+(random()*4)::INT] AS name, CASE WHEN random()<0.3 THEN '据实结算' END AS deviation_reason, r
      FROM (SELECT i//{n} AS _case, i AS _fact, i%{n} AS k, ((1 + (random()*98)::BIGINT) * (10 ** (1 + (random()*3)::INT))::BIGINT) AS budget,
        CASE WHEN random() < 0.04 THEN 110 + (random()*200)::BIGINT ELSE 85 + (random()*19)::BIGINT END AS spent, random() < 0.6 AS adjusted, random() AS it, random() AS r
        FROM range({first}*{n}, {first + units}*{n}) t(i))""")
    figs = ["initial_budget", "actual", "adjusted_budget", "cost"]
    step = ", ".join(
        f"CASE WHEN {f} IS NOT NULL THEN 10000 END AS {f}__step, CASE WHEN {f} IS NOT NULL THEN '万元' END AS {f}__unit, CASE WHEN {f} IS NOT NULL THEN 2 END AS {f}__decimals"
        for f in figs
    )
    out(
        "budget_line",
        f"""SELECT raw.* EXCLUDE (parent), parent, CASE WHEN parent IS NOT NULL THEN 'p0' END AS parent__id FROM (SELECT _case,_fact,'p'||k AS _id,'p'||k AS id, name, CASE WHEN k=0 THEN 'total' ELSE 'item' END AS kind, CASE WHEN k>0 THEN _fact-k END AS parent,
       'complete' AS sub_line__state, 'complete' AS review__state, CASE WHEN _case%3=0 THEN 'complete' END AS approval__state, is_it, deviation_reason, {", ".join(figs)}, {step} FROM raw) raw""",
    )
    out(
        "review",
        """SELECT _case, _fact, _fact AS _owner, 'r'||_fact AS _id, 'r'||_fact AS id, CASE WHEN r<0.5 THEN 'first' ELSE 'second' END AS level, CASE WHEN r<0.9 THEN 'passed' WHEN r<0.95 THEN 'rejected' END AS result FROM raw WHERE is_it AND r<0.8""",
    )
    c.close()


BY_HAND = """
WITH r AS (
  SELECT _owner AS k, COUNT(*) FILTER (level = 'second' AND result = 'passed') AS yes,
    COUNT(*) FILTER ((level = 'second' AND result = 'passed') IS NULL) AS open FROM review GROUP BY 1
), j AS (
  SELECT s._case, s._id,
    CASE WHEN NOT (kind = 'item' AND is_it AND cost > 200000000) THEN 'n'
      WHEN r.yes > 0 THEN 'p' WHEN review__state = 'complete' AND COALESCE(r.open, 0) = 0
        AND (kind = 'item' AND is_it AND cost > 200000000) THEN 'fail' ELSE 'undetermined' END AS v1,
    CASE WHEN NOT (kind <> 'component' AND initial_budget > 0) THEN 'n' WHEN kind = 'item' AND initial_budget IS NULL AND {missing} THEN 'n'
      WHEN actual * 100 <= initial_budget * 105 THEN 'p'
      WHEN initial_budget IS NULL OR actual IS NULL THEN 'undetermined' ELSE 'fail' END AS v2,
    CASE WHEN NOT (kind <> 'component' AND (actual > initial_budget OR CASE WHEN adjusted_budget IS NOT NULL THEN true END)) THEN 'n'
      WHEN actual <= adjusted_budget THEN 'p'
      WHEN actual IS NULL OR adjusted_budget IS NULL OR (kind <> 'component'
        AND (actual > initial_budget OR CASE WHEN adjusted_budget IS NOT NULL THEN true END)) IS NULL THEN 'undetermined' ELSE 'fail' END AS v3
  FROM budget_line s LEFT JOIN r ON r.k = s._fact
), f AS (
  SELECT _case, '{0}' AS rule, _id, v1 AS outcome FROM j WHERE v1 IN ('fail', 'undetermined')
  UNION ALL SELECT _case, '{1}', _id, v2 FROM j WHERE v2 IN ('fail', 'undetermined')
  UNION ALL SELECT _case, '{2}', _id, v3 FROM j WHERE v3 IN ('fail', 'undetermined')
) SELECT _case, rule, _id, outcome FROM f
""".replace("{missing}", "false").format(*RULES)


def spent(work) -> float:
    """Return the CPU seconds that *work* takes in this process, all threads."""
    start = time.process_time()
    work()
    return time.process_time() - start


def views(connection, folder) -> None:
    """Let the names of the entities stand for the tables in *folder*, those that are not there being empty."""
    for entity in BOOK.vocabulary.entities.values():
        path = Path(folder) / f"{entity.id}.parquet"
        columns = ", ".join(f'NULL::{c.type} AS "{c.name}"' for c in table(entity, BOOK.vocabulary))
        made = f"SELECT * FROM '{path}'" if path.exists() else f"SELECT {columns} WHERE false"
        connection.execute(f'CREATE VIEW "{entity.id}" AS {made}')


def compare(folder: Path) -> None:
    """Run both and print the ratios."""
    connection = duckdb.connect()
    views(connection, folder)
    plan = BOOK.plan_for(2020, "430112", "district", "public_institution", lambda rule: rule in RULES)
    (statement,) = compile_plan(plan, "duckdb").statements
    found = " UNION ALL ".join(
        f"SELECT _case, '{rule}' AS rule, _id, \"{rule}\" AS outcome FROM w WHERE \"{rule}\" IN ('fail', 'undetermined')"
        for rule in RULES
    )

    def ours() -> None:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE w AS {statement.text}")
        connection.execute(f"CREATE OR REPLACE TEMP TABLE ours AS {found}")

    def theirs() -> None:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE theirs AS {BY_HAND}")

    ours(), theirs()
    only = [
        connection.execute(f"SELECT COUNT(*) FROM ({a} EXCEPT ALL {b})").fetchone()[0]
        for a, b in (("FROM ours", "FROM theirs"), ("FROM theirs", "FROM ours"))
    ]
    many = connection.execute("SELECT COUNT(*) FROM ours").fetchone()[0]
    if any(only) or not many:
        sys.exit(f"the findings differ: {only[0]} only compiled, {only[1]} only by hand, of {many}")
    times = sorted((spent(ours), spent(theirs)) for _ in range(5))[2]
    print(
        f"{many:,} findings, the same. CPU: compiled {times[0]:.2f} s, by hand {times[1]:.2f} s, ratio {times[0] / times[1]:.2f}"
    )
    for rules in (RULES, tuple(BOOK.rules)):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            words = ["run", str(folder), "--engine", "duckdb", "--lang", "en", "--select", ",".join(rules)]
            took = spent(lambda words=words: click.Group.main(main, words, standalone_mode=False))
        told = next(line for line in out.getvalue().splitlines() if "derived again" in line)
        print(f"checker run with {len(rules)} rules, record and double entry included: CPU {took:.1f} s. {told}")


if __name__ == "__main__":
    units, items = (int(word) for word in sys.argv[1:]) if len(sys.argv) == 3 else (20_000, 40)
    with TemporaryDirectory() as scratch:
        generate(scratch, units, items)
        compare(Path(scratch))
