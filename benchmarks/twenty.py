"""Twenty rules of an expense register against SQL written by hand, two of them by groups; findings are compared before any time counts.

python benchmarks/twenty.py [UNITS] [ITEMS] [ROUNDS]: prints CPU seconds, least of the rounds, which alternate, and ratios of one run.
The rules stand on things of a vocabulary of their own (below): ten ask of an item, eight of a unit, one of the items of
a category and vendor, one of the items of a number. The data is made: some items lack their budget, quote or approval,
so that checks stay open on both sides. What is written by hand is one statement that asks each table once, and leaves what the
compiled statements and their findings leave: case, rule, subject, outcome and amount; so far as it goes it asks for less, since
the checker keeps what every subject came to. `checker run` (tables checked, record, files, double entry) is printed apart.
"""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click
import duckdb
from batch import spent, views

from checker.api import load_rules
from checker.batch.findings import findings_of
from checker.batch.run import Batch, Settings
from checker.cli.main import main
from checker.engines.sql.plan import compile_plan
from checker.tables.schema import table
from checker.tables.warehouse import connect, empty_lists

VOCABULARY = """
enumerations:
  expense_category: {zh: 费用类别, values: {travel: 差旅, reception: 接待, meeting: 会议, purchase: 购置, service: 服务, other_expense: 其他费用}}
  signature_level: {zh: 签批层级, values: {head: 科室签批, leader: 领导签批}}
entities:
  unit:
    fields:
      spending_ceiling: {zh: 支出限额, type: money}
      travel_ceiling: {zh: 差旅限额, type: money}
      budget_ceiling: {zh: 预算限额, type: money}
      heads: {zh: 在编人数合计, type: count}
  expense:
    zh: 费用条目
    collection: [expenses, 费用条目]
    parent: unit
    key: [id]
    label: name
    fields:
      id: {zh: 条目编号, type: text}
      name: {zh: 条目名称, type: text, fold: false}
      number: {zh: 凭证编号, type: text, fold: false}
      vendor: {zh: 收款单位, type: text, fold: false}
      category: {zh: 费用类别, type: expense_category}
      budget: {zh: 条目预算, type: money}
      spent: {zh: 条目支出, type: money}
      quoted: {zh: 条目报价, type: money}
      unit_price: {zh: 条目单价, type: money}
      pieces: {zh: 件数, type: count}
      paid_on: {zh: 付款日, type: date}
      approved: {zh: 是否已批, type: flag}
  signature:
    zh: 签批
    collection: [signatures, 签批]
    parent: expense
    key: [id]
    fields:
      id: {zh: 签批编号, type: text}
      level: {zh: 签批层级, type: signature_level}
"""


class Asked(NamedTuple):
    """One rule: of what, when, what it requires, the amount at stake; and by hand, whether it is violated, and that amount."""

    of: str
    when: str
    require: str
    amount: str
    violated: str
    at_stake: str = "NULL"


WAN = 1_000_000
"""Fen of 1万元."""
ASKED = {
    "within-budget": Asked("expense", "", "spent <= budget", "spent - budget", "spent > budget", "spent - budget"),
    "well-within-budget": Asked(
        "expense", "budget > 0元", "spent <= budget * 110%", "spent", "budget > 0 AND spent * 10 > budget * 11", "spent"
    ),
    "price-as-quoted": Asked(
        "expense",
        "",
        "unit_price * pieces <= quoted",
        "unit_price * pieces - quoted",
        "unit_price * pieces > quoted",
        "unit_price * pieces - quoted",
    ),
    "large-approved": Asked(
        "expense", "spent > 50万元", "approved", "spent", f"spent > {50 * WAN} AND NOT approved", "spent"
    ),
    "very-large-signed-by-leader": Asked(
        "expense",
        "spent > 100万元",
        "some signature satisfies (signature.level = leader)",
        "spent",
        f"spent > {100 * WAN} AND NOT led",
        "spent",
    ),
    "signed-at-all": Asked(
        "expense", "spent > 20万元", "count(signature) >= 1", "spent", f"spent > {20 * WAN} AND signed = 0", "spent"
    ),
    "paid-in-the-year": Asked(
        "expense",
        "",
        "paid_on between 2020-01-01 and 2020-12-31",
        "spent",
        "paid_on NOT BETWEEN DATE '2020-01-01' AND DATE '2020-12-31'",
        "spent",
    ),
    "nothing-below-zero": Asked("expense", "", "spent >= 0元", "", "spent < 0"),
    "reception-small": Asked(
        "expense",
        "category = reception",
        "spent <= 30万元",
        "spent - 30万元",
        f"category = 'reception' AND spent > {30 * WAN}",
        f"spent - {30 * WAN}",
    ),
    "near-the-quote": Asked(
        "expense",
        "quoted > 0元",
        "spent <= quoted * 120% or approved",
        "spent - quoted",
        "quoted > 0 AND spent * 5 > quoted * 6 AND NOT approved",
        "spent - quoted",
    ),
    "within-ceiling": Asked(
        "unit",
        "",
        "sum(expense.spent) <= spending_ceiling",
        "sum(expense.spent) - spending_ceiling",
        "spent > spending_ceiling",
        "spent - spending_ceiling",
    ),
    "travel-within-ceiling": Asked(
        "unit",
        "",
        "sum(expense.spent where expense.category = travel) <= travel_ceiling",
        "",
        "travel > travel_ceiling",
    ),
    "few-large-items": Asked("unit", "", "count(expense where expense.spent > 50万元) <= 5", "", "large > 5"),
    "reception-share": Asked(
        "unit",
        "sum(expense.spent) > 0元",
        "sum(expense.spent where expense.category = reception) <= sum(expense.spent) * 30%",
        "",
        "spent > 0 AND reception * 10 > spent * 3",
    ),
    "no-rush-in-december": Asked(
        "unit",
        "",
        "sum(expense.spent where expense.paid_on >= 2020-12-01) <= sum(expense.spent) * 25%",
        "sum(expense.spent where expense.paid_on >= 2020-12-01)",
        "late * 4 > spent",
        "late",
    ),
    "other-expense-small": Asked(
        "unit",
        "",
        "sum(expense.spent where expense.category = other_expense) <= 60万元",
        "",
        f"other > {60 * WAN}",
    ),
    "items-for-heads": Asked("unit", "", "count(expense) <= heads * 2", "", "items > heads * 2"),
    "budgets-within-ceiling": Asked("unit", "", "sum(expense.budget) <= budget_ceiling", "", "budget > budget_ceiling"),
    "split-among-a-vendor": Asked(
        "expense by category, vendor",
        "count(expense) > 1",
        "sum(expense.spent) <= 100万元",
        "sum(expense.spent) - 100万元",
        f"items > 1 AND spent > {100 * WAN}",
        f"spent - {100 * WAN}",
    ),
    "number-once": Asked("expense by number", "", "count(expense) <= 1", "sum(expense.spent)", "items > 1", "spent"),
}


def pack(folder: Path) -> Path:
    """Write the vocabulary and the rules as an author would."""
    folder.mkdir()
    (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    for ident, rule in ASKED.items():
        lines = [
            f"id: {ident}",
            f"title: {ident}",
            "basis: {instrument: 《示例办法》, verified: 'no'}",
            "nature: query",
            "severity: low",
            f"for: {rule.of}",
            *([f"when: {rule.when}"] if rule.when else []),
            f"require: {rule.require}",
            *([f"amount: {rule.amount}"] if rule.amount else []),
            f"message: {ident}",
            "remedy: 说明原因",
        ]
        (folder / f"{ident}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def generate(folder: Path, vocabulary, units: int, items: int) -> None:
    """Write the tables: a long tail of amounts in whole 100元, few vendors a unit, one number in two hundred given twice."""
    folder.mkdir()
    c = duckdb.connect()
    c.execute("SET enable_progress_bar = false; SET threads = 1")
    c.execute("SELECT setseed(0.28)").fetchall()

    def out(entity: str, select: str) -> None:
        c.execute(f"CREATE OR REPLACE TEMP TABLE d AS {select}")
        have = {row[0] for row in c.execute("DESCRIBE d").fetchall()}
        wanted = ", ".join(
            f'CAST("{k.name}" AS {k.type}) AS "{k.name}"' if k.name in have else f'NULL::{k.type} AS "{k.name}"'
            for k in table(vocabulary.entities[entity], vocabulary)
        )
        order = "_case" if entity == "unit" else "_case, _fact"
        c.execute(
            f"COPY (SELECT {wanted} FROM d ORDER BY {order}) TO '{folder}/{entity}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )

    def printed(*figures: str) -> str:
        return ", ".join(
            f"CASE WHEN {f} IS NOT NULL THEN 0 END AS {f}__step, CASE WHEN {f} IS NOT NULL THEN '元' END AS {f}__unit, "
            f"CASE WHEN {f} IS NOT NULL THEN 2 END AS {f}__decimals"
            for f in figures
        )

    ceilings = ("spending_ceiling", "travel_ceiling", "budget_ceiling")
    out(
        "unit",
        f"""SELECT *, {printed(*ceilings)} FROM (SELECT i AS _case, i AS _fact, '第'||i||'单位' AS _id, '第'||i||'单位' AS name,
        '430112' AS jurisdiction, 'district' AS budget_level, 'public_institution' AS unit_kind, 2020 AS fiscal_year, 'whole' AS _read,
        'complete' AS expense__state, 'complete' AS signature__state, 10 + i % 40 AS heads, {items} * (6 + i % 8) * {WAN} AS spending_ceiling,
        {items} * (60 + i % 120) * 10000 AS travel_ceiling, {items} * (5 + i % 10) * {WAN} AS budget_ceiling FROM range({units}) t(i))""",
    )
    tail = "(1 + (random() * 98)::BIGINT) * (10 ** (3 + (random() * 1.6)::INT))::BIGINT * 10"
    c.execute(
        f"""CREATE TABLE raw AS SELECT * FROM (SELECT i // {items} AS _case, i AS _fact, {tail} // 10000 * 10000 AS amount,
        random() AS a, random() AS b, random() AS d, random() AS e, random() AS f, random() AS g FROM range({units} * {items}) t(i))"""
    )
    figures = ("budget", "spent", "quoted", "unit_price")
    out(
        "expense",
        f"""SELECT *, {printed(*figures)} FROM (SELECT _case, _fact, 'e'||_fact AS _id, 'e'||_fact AS id, '条目'||_fact AS name, 'complete' AS signature__state,
        'N'||CASE WHEN d < 0.005 THEN _fact - 1 ELSE _fact END AS number, '供应商'||(a * 12)::INT AS vendor,
        ['travel', 'reception', 'meeting', 'purchase', 'service', 'other_expense'][1 + (b * 5)::INT] AS category,
        CASE WHEN e > 0.005 THEN amount END AS budget, amount // 10000 * (80 + (f * 21)::BIGINT + CASE WHEN g < 0.03 THEN 100 ELSE 0 END) * 100 AS spent,
        CASE WHEN g > 0.005 THEN amount // 10000 * (90 + (e * 20)::BIGINT) * 100 END AS quoted, amount // 10000 * 1000 AS unit_price, 7 + (d * 2.6)::INT AS pieces,
        DATE '2020-01-01' + (a * 366.5)::INT AS paid_on, CASE WHEN f > 0.05 THEN b < 0.97 END AS approved FROM raw)""",
    )
    out(
        "signature",
        f"""SELECT _case, {units * items} + _fact AS _fact, _fact AS _owner, 's'||_fact AS _id, 's'||_fact AS id,
        CASE WHEN g < 0.95 THEN 'leader' ELSE 'head' END AS level FROM raw WHERE amount > {10 * WAN} AND d < 0.97""",
    )
    c.close()


def by_hand() -> str:
    """Return one statement for all rules, which asks each table once."""

    def told(source: str, subject: str, of: str) -> str:
        chosen = {ident: rule for ident, rule in ASKED.items() if rule.of == of}
        listed = ", ".join(
            f"{{'rule': '{ident}', 'v': {rule.violated}, 'amount': ({rule.at_stake})::HUGEINT}}"
            for ident, rule in chosen.items()
        )
        return (
            f"SELECT _case, r.rule AS rule, {subject} AS _id, CASE WHEN r.v THEN 'fail' ELSE 'undetermined' END AS outcome, r.amount AS amount "
            f"FROM (SELECT *, UNNEST(list_filter([{listed}], lambda x: x.v IS NOT FALSE)) AS r FROM {source})"
        )

    whole = "CASE WHEN COUNT(*) = COUNT(budget) THEN SUM(budget) END"
    sums = (
        f"SELECT _case, COUNT(*) AS items, SUM(spent) AS spent, {whole} AS budget, COUNT(*) FILTER (spent > {50 * WAN}) AS large, "
        + ", ".join(
            f"COALESCE(SUM(spent) FILTER ({condition}), 0) AS {name}"
            for name, condition in (
                ("travel", "category = 'travel'"),
                ("reception", "category = 'reception'"),
                ("late", "paid_on >= DATE '2020-12-01'"),
                ("other", "category = 'other_expense'"),
            )
        )
        + " FROM expense GROUP BY _case"
    )
    grouped = "(SELECT _case, {0}, COUNT(*) AS items, SUM(spent) AS spent FROM expense GROUP BY _case, {0} HAVING COUNT(*) > 1)"
    return f"""WITH signed AS (SELECT _owner, COUNT(*) AS signed, BOOL_OR(level = 'leader') AS led FROM signature GROUP BY 1),
items AS (SELECT e._case, e._id, category, budget, spent, quoted, unit_price, pieces, paid_on, approved, COALESCE(signed, 0) AS signed, COALESCE(led, false) AS led
  FROM expense e LEFT JOIN signed s ON s._owner = e._fact),
units AS (SELECT u._id, spending_ceiling, travel_ceiling, budget_ceiling, heads, s.* FROM unit u JOIN ({sums}) s ON s._case = u._case)
{told("items", "_id", "expense")} UNION ALL {told("units", "_id", "unit")}
UNION ALL {told(grouped.format("category, vendor"), "category || '/' || vendor", "expense by category, vendor")}
UNION ALL {told(grouped.format("number"), "number", "expense by number")}"""


def compare(folder: Path, units: int, items: int, rounds: int) -> None:
    """Run both and print the ratios."""
    book = load_rules(pack(folder / "pack"))
    tables = folder / "tables"
    generate(tables, book.vocabulary, units, items)
    connection = connect()
    views(connection, tables, book=book)
    plan = book.plan_for(2020, "430112", "district", "public_institution", lambda rule: rule in ASKED)
    empty = empty_lists(connection, [(entity, entity) for entity in book.vocabulary.entities])
    statements = compile_plan(plan, "duckdb", lean=True, empty=empty).statements
    assert {rule.id for each in statements for rule in each.rules} == set(ASKED)
    batch = Batch(connection, book, Settings(folder))
    batch.prepare()

    def ours() -> None:
        for number, statement in enumerate(statements):
            batch.make("wide", statement)
            made = f"SELECT * EXCLUDE (_fact, name, nature, entity) FROM ({findings_of('wide', statement, book.vocabulary)})"
            connection.execute(f"{'INSERT INTO ours' if number else 'CREATE OR REPLACE TEMP TABLE ours AS'} {made}")

    hand = by_hand()

    def theirs() -> None:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE theirs AS {hand}")

    ours(), theirs()
    mine = "SELECT _case, rule::VARCHAR AS rule, _id, outcome::VARCHAR AS outcome, CASE WHEN outcome::VARCHAR = 'fail' THEN amount::HUGEINT END AS amount FROM"
    only = {
        told: connection.execute(f"SELECT rule, COUNT(*) FROM ({mine} {a} EXCEPT ALL {mine} {b}) GROUP BY 1").fetchall()
        for told, a, b in (("compiled", "ours", "theirs"), ("by hand", "theirs", "ours"))
    }
    many = connection.execute("SELECT COUNT(*), COUNT(DISTINCT rule) FROM ours").fetchone()
    if any(only.values()) or many[1] < len(ASKED) - 1:  # nothing in the data is below zero
        sys.exit(f"the findings differ, of {many}: {only}")
    times = [(spent(ours), spent(theirs)) for _ in range(rounds)]
    own, other = (min(side) for side in zip(*times, strict=True))
    print(
        f"{len(ASKED)} rules, two by groups, over {units * items:,} items of {units:,} units, {many[0]:,} findings, the same on both sides. "
        f"CPU seconds (least of {rounds}): compiled {own:.2f}, by hand {other:.2f}, ratio {own / other:.2f} (goal 1.3)",
        flush=True,
    )
    for statement in statements:

        def alone(statement=statement) -> None:
            batch.make("wide", statement)
            connection.execute(f"CREATE OR REPLACE TEMP TABLE one AS {findings_of('wide', statement, book.vocabulary)}")

        told = " by ".join(filter(None, (statement.entity, ", ".join(statement.keys))))
        print(
            f"  {told:32} {len(statement.rules):>2} rules {min(spent(alone) for _ in range(rounds)):6.2f} s", flush=True
        )
    connection.close()
    words = [
        "run",
        str(tables),
        "--rules",
        str(folder / "pack"),
        "--engine",
        "duckdb",
        "--lang",
        "en",
        "--select",
        ",".join(ASKED),
    ]
    took = []
    for number in range(rounds):
        with contextlib.redirect_stdout(io.StringIO()):
            asked = [*words, "-o", str(folder / f"out{number}")]
            took.append(spent(lambda asked=asked: click.Group.main(main, asked, standalone_mode=False)))
    print(
        f"checker run, tables checked, record, files and double entry included: {min(took):.2f} s, {min(took) / own:.2f} times the statements "
        f"(goal 2), {min(took) / other:.2f} times by hand"
    )


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    units, items, rounds = (*words, *(20_000, 40, 3)[len(words) :])
    with TemporaryDirectory() as scratch:
        compare(Path(scratch), units, items, rounds)
