"""Rules that compare units, at national size: five of them in one run against SQL written by hand for the same five.

python benchmarks/peers.py [CASES] [--turns N]: makes the cases (two years of half as many units in up to 2,400 counties, two contracts
each; figures missing, in every third county many, many ties, contracts that two units list), runs `checker run … --memory 4GB` as a process of its own and the plan by
hand as another, in turn. Both leave case, rule, subject, outcome and amount of every finding, which are compared before any time counts.
Printed are wall, CPU and peak memory of each, the ratio of the mean CPU of the whole run to that by hand, and the ratio without what
the plan by hand does not do: table checks, record and double entry.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

import duckdb
from nation import MEMORY, RUN, watched

from checker.api import load_rules
from checker.base import places
from checker.base.typography import FROM, TO
from checker.tables.schema import table

RULES = (
    "fixed-assets-per-head-outlier",
    "temporary-staff-share-outlier",
    "prior-income-agrees",
    "prior-staff-agrees",
    "same-contract-in-two-units",
)
PER_COUNTY = 125
"""Units of a county, of two kinds: nearly all have the ten peers that the rules want."""


def make(folder: Path, cases: int) -> None:
    """Write the tables of *cases* cases: of every unit the year 2019, then 2020."""
    folder.mkdir(parents=True)
    book = load_rules()
    c = duckdb.connect()
    c.execute("SET enable_progress_bar = false")
    c.execute("SET memory_limit = '2GB'")
    c.execute("SET threads = 1")
    c.execute("SELECT setseed(0.26)").fetchall()
    codes = [
        code
        for code in sorted(places.table())
        if code[4:] > "20" and not any(places.wrong(code, y) for y in (2019, 2020))
    ]
    c.execute(
        "CREATE TABLE place AS SELECT unnest(?::VARCHAR[]) AS code, unnest(range(len(?::VARCHAR[]))) AS at",
        [codes, codes],
    )
    counties = min(len(codes), max(2, cases // 2 // PER_COUNTY))

    def out(entity: str, select: str) -> None:
        c.execute(f"CREATE OR REPLACE TEMP TABLE d AS {select}")
        have = {row[0] for row in c.execute("DESCRIBE d").fetchall()}
        listed = ", ".join(
            f'CAST("{k.name}" AS {k.type}) AS "{k.name}"' if k.name in have else f'NULL::{k.type} AS "{k.name}"'
            for k in table(book.vocabulary.entities[entity], book.vocabulary)
        )
        c.execute(
            f"COPY (SELECT {listed} FROM d ORDER BY _fact) TO '{folder}/{entity}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )

    half = cases // 2

    def given(what: str) -> str:
        return f"CASE WHEN random() < 0.92 THEN {what} END"

    def compared(what: str) -> str:
        """Of every third county one figure in eight is missing, of the others one in two hundred."""
        return f"CASE WHEN random() < CASE WHEN base.at % 3 = 0 THEN 0.875 ELSE 0.995 END THEN {what} END"

    c.execute(
        f"""CREATE TABLE base AS SELECT u, '单位' || u AS name, (u * 7919) % {counties} AS at, CASE WHEN u % 5 = 0 THEN 'administrative' ELSE 'public_institution' END AS kind,
        10 + (random() * 190)::BIGINT AS staff, (1 + random() * random() * 9)::BIGINT AS spread FROM range({half}) t(u)"""
    )
    figures = ("fixed_assets", "income", "prior_income")
    said = ", ".join(
        f"CASE WHEN {f} IS NOT NULL THEN 10000 END AS {f}__step, CASE WHEN {f} IS NOT NULL THEN '万元' END AS {f}__unit, CASE WHEN {f} IS NOT NULL THEN 2 END AS {f}__decimals"
        for f in figures
    )
    out(
        "unit",
        f"""SELECT *, {said} FROM (SELECT year - 2019 AS later, u + (year - 2019) * {half} AS _case, u + (year - 2019) * {half} AS _fact, name AS _id, name, code AS jurisdiction, 'district' AS budget_level,
        kind AS unit_kind, year AS fiscal_year, 'complete' AS contract__state, {compared("staff + (year - 2019) * (u % 3 - 1)")} AS in_service,
        CASE WHEN year = 2020 THEN {given("staff + CASE WHEN random() < 0.01 THEN 1 ELSE 0 END")} END AS prior_in_service,
        {compared("(staff * (1 + (random() * 2)::BIGINT) * spread // 20)")} AS temporary_staff,
        {compared("staff * spread * spread * (1 + (random() * 4)::BIGINT) * 1000000 * CASE WHEN random() < 0.01 THEN 20 ELSE 1 END")} AS fixed_assets,
        {given("staff * 200000 * 100 // 10000 * 10000 + u % 1000 * 10000")} AS income,
        CASE WHEN year = 2020 THEN {given("staff * 200000 * 100 // 10000 * 10000 + u % 1000 * 10000 + CASE WHEN random() < 0.01 THEN 20000 ELSE 0 END")} END AS prior_income
        FROM base JOIN place ON place.at = base.at CROSS JOIN (VALUES (2019), (2020)) y(year))""",
    )
    out(
        "contract",
        f"""SELECT *, CASE WHEN amount IS NOT NULL THEN 10000 END AS amount__step, CASE WHEN amount IS NOT NULL THEN '万元' END AS amount__unit, CASE WHEN amount IS NOT NULL THEN 2 END AS amount__decimals
        FROM (SELECT i // 2 AS _case, i AS _fact, 'c' || i % 2 AS _id, 'c' || i % 2 AS id, '采购' || own AS subject_matter,
        {given("CASE WHEN i % 3 = 0 THEN '甲' || own % 997 || '（长沙）有限公司' ELSE '甲' || own % 997 || '长沙有限责任公司' END")} AS supplier,
        (own % 500 + 30) * 40000 AS amount, {given("DATE '2020-01-01' + (own % 300)::INTEGER")} AS sign_date
        FROM (SELECT i, CASE WHEN random() < 0.005 THEN i // 2000 ELSE i END AS own FROM range({2 * cases}) t(i)))""",
    )
    c.close()


def peers(rule: str, over: str, when: str, amount: str) -> str:
    """Return the findings of a ratio against ten peers or more of one county and kind: the list of each group in order, less the unit itself.

    Where peers lack theirs, the ranks are those with all of these at the low end (pl, ql), and with all at the high end (ph, qh).
    """
    ends = {"pl": ("ln", "ld"), "ph": ("hn", "hd"), "ql": ("qln", "qld"), "qh": ("qhn", "qhd")}
    taken = ", ".join(
        f"CASE WHEN {rank} BETWEEN 1 AND many THEN s[{rank} + CASE WHEN {rank} >= mine THEN 1 ELSE 0 END].{part} END AS {name}"
        for rank, names in ends.items()
        for part, name in zip(("n", "d"), names)
    )
    return f"""
    WITH others AS (SELECT u.*, g.s, g.many - (k IS NOT NULL)::INT AS many, g.missing - (k IS NULL)::INT AS lacking, g.many + g.missing - 1 AS every, place AS mine
      FROM u_{over} u JOIN g_{over} g USING (jurisdiction, unit_kind, fiscal_year) WHERE k IS NOT NULL AND {when}),
    ranks AS (SELECT *, (every + 1) // 2 AS ph, (every + 1) // 2 - lacking AS pl, (19 * every + 19) // 20 AS qh, (19 * every + 19) // 20 - lacking AS ql FROM others),
    figures AS (SELECT *, {taken} FROM ranks),
    judged AS (SELECT _case, {amount} AS amount, CASE WHEN many < 10 THEN 'undetermined'
      WHEN coalesce(n * ld <= 2 * ln * d, false) OR coalesce(n * qld <= qln * d, false) THEN 'pass'
      WHEN coalesce(n * hd <= 2 * hn * d, true) OR coalesce(n * qhd <= qhn * d, true) THEN 'undetermined' ELSE 'fail' END AS outcome FROM figures)
    SELECT _case, '{rule}' AS rule, _case AS _fact, outcome, amount FROM judged WHERE outcome <> 'pass'"""


def prepared(over: str, under: str) -> list[str]:
    """Return the statements that put a ratio of every unit in order within its group."""
    return [
        f"""CREATE TEMP TABLE u_{over} AS SELECT *, CASE WHEN k IS NOT NULL THEN row_number() OVER (PARTITION BY jurisdiction, unit_kind, fiscal_year ORDER BY k NULLS LAST, _case) END AS place FROM (
        SELECT _case, jurisdiction, unit_kind, fiscal_year, {over}, {under} AS under, {over}::HUGEINT AS n, {under}::HUGEINT AS d, CASE WHEN {under} > 0 THEN {over}::HUGEINT * 1000000000000 // {under} END AS k FROM unit)""",
        f"""CREATE TEMP TABLE g_{over} AS SELECT jurisdiction, unit_kind, fiscal_year, list({{n: n, d: d}} ORDER BY place) FILTER (WHERE k IS NOT NULL) AS s,
        COUNT(k) AS many, COUNT(*) - COUNT(k) AS missing FROM u_{over} GROUP BY ALL""",
    ]


def by_hand() -> list[str]:
    """Return the statements written by hand: preparations, then the findings."""
    earlier = """
    SELECT _case, 'prior-{rule}' AS rule, _case AS _fact, outcome, NULL AS amount FROM (
      SELECT t._case, CASE WHEN b.{now} IS NULL THEN 'undetermined' WHEN {same} THEN 'pass' ELSE 'fail' END AS outcome
      FROM unit t JOIN unit b ON b._id = t._id AND b.jurisdiction = t.jurisdiction AND b.fiscal_year = t.fiscal_year - 1
      WHERE t.{before} IS NOT NULL) WHERE outcome <> 'pass'"""
    money = "abs(2 * t.prior_income - 2 * b.income) <= t.prior_income__step + b.income__step"
    key = "(party, amount, sign_date, subject_matter)"
    same = f"""
    SELECT _case, 'same-contract-in-two-units' AS rule, _fact, outcome, CASE WHEN outcome = 'fail' THEN amount END AS amount FROM (
      SELECT c._case, c._fact, c.amount, CASE WHEN c.party IS NULL OR c.sign_date IS NULL THEN 'undetermined' WHEN o.many > 1 THEN 'fail' ELSE 'pass' END AS outcome
      FROM listed c LEFT JOIN (SELECT party, amount, sign_date, subject_matter, COUNT(DISTINCT who) AS many FROM listed GROUP BY ALL) o
        ON (o.party, o.amount, o.sign_date, o.subject_matter) = {key.replace("(", "(c.").replace(", ", ", c.")}
      WHERE c.amount > 1000000) WHERE outcome <> 'pass'"""
    signs = f"'{FROM.replace(chr(39), chr(39) * 2)}', '{TO.replace(chr(39), chr(39) * 2)}'"

    def translated(column: str) -> str:  # a text of ideographs and digits stays what it is
        return f"CASE WHEN regexp_matches({column}, '[^0-9\u4e00-\u9fff]') THEN translate({column}, {signs}) ELSE {column} END"

    listed = f"""CREATE TEMP TABLE listed AS SELECT c._case, c._fact, amount, sign_date, {translated("subject_matter")} AS subject_matter,
      replace(translate({translated("supplier")}, '()', ''), '有限责任公司', '有限公司') AS party, u._id || u.jurisdiction AS who FROM contract c JOIN unit u ON u._case = c._case"""
    selects = [
        peers(RULES[0], "fixed_assets", "fixed_assets > 50000000", "fixed_assets"),
        peers(RULES[1], "temporary_staff", "temporary_staff > 5", "0"),
        earlier.format(rule="income-agrees", now="income", before="prior_income", same=money),
        earlier.format(
            rule="staff-agrees", now="in_service", before="prior_in_service", same="b.in_service = t.prior_in_service"
        ),
        same,
    ]
    return [
        *prepared("fixed_assets", "in_service * 100"),
        *prepared("temporary_staff", "in_service"),
        listed,
        " UNION ALL ".join(f"({select})" for select in selects),
    ]


BY_HAND = """
import sys
sys.path.insert(0, {here!r})
import duckdb, peers
c = duckdb.connect()
c.execute("SET enable_progress_bar = false")
c.execute("SET memory_limit = '{memory}'")
for entity in ("unit", "contract"):
    c.execute(f"CREATE VIEW {{entity}} AS FROM '{folder}/{{entity}}.parquet'")
*before, last = peers.by_hand()
for text in before:
    c.execute(text)
c.execute("COPY (SELECT * FROM (" + last + ") ORDER BY _case, rule, _fact) TO '{out}' (FORMAT parquet, COMPRESSION zstd)")
"""


def same_findings(ours: Path, theirs: Path) -> int:
    """Return how many findings there are; ends the benchmark where both sides differ."""
    c = duckdb.connect()
    columns = "_case, rule::VARCHAR AS rule, outcome::VARCHAR AS outcome, coalesce(amount, 0)::BIGINT AS amount"
    c.execute(f"CREATE VIEW a AS SELECT {columns} FROM '{ours}/findings/*.parquet'")
    c.execute(f"CREATE VIEW b AS SELECT {columns} FROM '{theirs}'")
    for one, two, who in (("a", "b", "the checker alone"), ("b", "a", "by hand alone")):
        rows = c.execute(f"SELECT * FROM (FROM {one} EXCEPT ALL FROM {two}) ORDER BY rule, _case LIMIT 5").fetchall()
        if rows:
            sys.exit(f"the findings differ; {who}: {rows}")
    told = c.execute("SELECT rule, outcome, COUNT(*) FROM a GROUP BY ALL ORDER BY ALL").fetchall()
    print(*(f"    {rule}: {outcome} {many:,}" for rule, outcome, many in told), sep="\n")
    return int(c.execute("SELECT COUNT(*) FROM a").fetchone()[0])


def main() -> None:
    """Measure both in turn, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", metavar="CASES", nargs="?", type=int, default=600_000)
    parser.add_argument("--turns", metavar="N", type=int, default=2)
    chosen = parser.parse_args()
    here = str(Path(__file__).parent)
    with TemporaryDirectory() as place:
        folder = Path(place)
        tables, out, hand = folder / "tables", folder / "out", folder / "by-hand.parquet"
        made = f"import sys; sys.path.insert(0, {here!r}); import peers; peers.make(peers.Path({str(tables)!r}), {chosen.cases})"
        subprocess.run([sys.executable, "-c", made], check=True)  # a child's peak memory begins with its parent's
        size = sum(file.stat().st_size for file in tables.iterdir()) // 2**20
        print(f"{chosen.cases:,} cases ({size:,} MB), {len(RULES)} rules", flush=True)
        ours, theirs, apart = [], [], []
        for turn in range(chosen.turns):
            shutil.rmtree(out, ignore_errors=True)
            words = f"--no-config run {tables} --engine duckdb --memory {MEMORY} --lang en -o {out} --select {','.join(RULES)}"
            wall, cpu, peak, printed = watched([sys.executable, "-c", RUN, *words.split()], (0, 1, 3))
            print(f"  checker run: wall {wall:.1f} s, CPU {cpu:.1f} s, peak {peak:,} MB", flush=True)
            again = [line for line in printed.splitlines() if "derived again" in line]
            print(*(f"    {line}" for line in again), sep="\n")
            ours.append(cpu)
            apart.append(sum(map(float, re.findall(r"^apart (.*)$", printed, re.MULTILINE)[0].split())))
            script = BY_HAND.format(here=here, folder=tables, out=hand, memory=MEMORY)
            wall, cpu, peak, _ = watched([sys.executable, "-c", script], (0,))
            print(f"  by hand: wall {wall:.1f} s, CPU {cpu:.1f} s, peak {peak:,} MB", flush=True)
            theirs.append(cpu)
            if turn == 0:
                print(f"  {same_findings(out, hand):,} findings, the same", flush=True)
        whole, alone = mean(ours) / mean(theirs), (mean(ours) - mean(apart)) / mean(theirs)
        print(
            f"  CPU {mean(ours):.1f} / {mean(theirs):.1f} s = {whole:.2f}; without table checks, record and double entry {alone:.2f}"
        )


if __name__ == "__main__":
    main()
